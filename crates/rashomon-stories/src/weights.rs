//! From terms to weighted vectors.

use crate::rare::is_rare;
use crate::terms::{Bag, Commonness, N_BAGS, Terms};
use rustc_hash::FxHashMap;

/// Articles that the pile is thought to be part of: a term that all of five articles have is still uncommon.
const N_BACKGROUND: f32 = 1000.0;
/// Articles of the background that have a term: one nothing is known of, a general word, an everyday word of news.
const N_BACKGROUND_WITH: [f32; 3] = [3.0, 20.0, 120.0];

/// A term's number and its weight, by number.
pub(crate) type Vector = Vec<(u32, f32)>;

/// Numbers of terms, and in how many articles each stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    numbers: FxHashMap<(Bag, String), u32>,
    bags: Vec<Bag>,
    commonness: Vec<Commonness>,
    /// Whether two stories hardly share the term by chance.
    rare: Vec<bool>,
    n_with: Vec<u32>,
    n_articles: u32,
}

impl Vocabulary {
    /// Counts an article; gives the numbers of its terms with how often each stands in it, by number.
    pub(crate) fn count(&mut self, terms: Terms) -> Vec<(u32, u32)> {
        self.n_articles += 1;
        let mut terms: Vec<((Bag, String), (u32, Commonness))> = terms.into_iter().collect();
        terms.sort_unstable();
        let mut counts: Vec<(u32, u32)> = terms
            .into_iter()
            .map(|(term, (n, commonness))| {
                let new = self.bags.len() as u32;
                let number = match self.numbers.get(&term) {
                    Some(&number) => number,
                    None => {
                        self.bags.push(term.0);
                        self.commonness.push(commonness);
                        self.rare.push(is_rare(term.0, &term.1, commonness));
                        self.n_with.push(0);
                        self.numbers.insert(term, new);
                        new
                    }
                };
                let most = &mut self.commonness[number as usize];
                *most = (*most).max(commonness);
                self.n_with[number as usize] += 1;
                (number, n)
            })
            .collect();
        counts.sort_unstable();
        counts
    }

    /// The bag of a term.
    pub(crate) fn bag(&self, number: u32) -> Bag {
        self.bags[number as usize]
    }

    /// Whether two stories hardly share a term by chance.
    pub(crate) fn is_rare(&self, number: u32) -> bool {
        self.rare[number as usize]
    }

    /// Articles that have a term.
    pub(crate) fn n_with(&self, number: u32) -> u32 {
        self.n_with[number as usize]
    }

    /// The vector of an article: each bag of length one.
    pub(crate) fn vector(&self, counts: &[(u32, u32)]) -> Vector {
        let mut squares = [0.0; N_BAGS];
        let mut vector: Vector = Vec::with_capacity(counts.len());
        for &(number, n) in counts {
            let weight = (1.0 + (n as f32).ln()) * self.rarity(number);
            if weight > 0.0 {
                squares[self.bag(number) as usize] += weight * weight;
                vector.push((number, weight));
            }
        }
        for (number, weight) in &mut vector {
            *weight /= squares[self.bag(*number) as usize].sqrt();
        }
        vector
    }

    /// The logarithm of how few articles have a term.
    fn rarity(&self, number: u32) -> f32 {
        let commonness = self.commonness[number as usize];
        let n_with = self.n_with[number as usize] as f32 + N_BACKGROUND_WITH[commonness as usize];
        ((self.n_articles as f32 + N_BACKGROUND) / n_with).ln().max(0.0)
    }
}

/// The sum of two vectors.
pub(crate) fn sum(a: &[(u32, f32)], b: &[(u32, f32)]) -> Vector {
    let mut sum = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while let (Some(&x), Some(&y)) = (a.get(i), b.get(j)) {
        i += usize::from(x.0 <= y.0);
        j += usize::from(y.0 <= x.0);
        sum.push(match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => x,
            std::cmp::Ordering::Greater => y,
            std::cmp::Ordering::Equal => (x.0, x.1 + y.1),
        });
    }
    sum.extend_from_slice(&a[i..]);
    sum.extend_from_slice(&b[j..]);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(words: &[&str]) -> Terms {
        words.iter().map(|w| ((Bag::Words, (*w).to_owned()), (1, Commonness::Rare))).collect()
    }

    #[test]
    fn what_few_articles_have_weighs_more() {
        let mut vocabulary = Vocabulary::default();
        let first = vocabulary.count(terms(&["police", "ferry"]));
        for _ in 0..50 {
            vocabulary.count(terms(&["police"]));
        }
        let vector = vocabulary.vector(&first);
        let length: f32 = vector.iter().map(|(_, w)| w * w).sum();
        assert!((length - 1.0).abs() < 1e-5 && vector[0].1 > vector[1].1, "{vector:?}");
    }

    #[test]
    fn sums_go_term_by_term() {
        assert_eq!(sum(&[(1, 1.0), (3, 1.0)], &[(2, 0.5), (3, 0.5)]), [(1, 1.0), (2, 0.5), (3, 1.5)]);
        assert_eq!(sum(&[], &[(2, 0.5)]), [(2, 0.5)]);
    }
}
