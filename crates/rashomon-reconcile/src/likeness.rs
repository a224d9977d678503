//! How alike two claims of different articles are, before anything is known of dates or entities.

use crate::reconcile::Account;
use rashomon_reading::Reading;
use rashomon_reading::claim::{Claim, EventType};
use rashomon_text::Span;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// Words shared besides the predicate, and weighted share of words (cosine), from which two clauses may tell the
/// same; chosen on the bundled example, where unrelated clauses of one situation stay below 0.2.
const SAME_PREDICATE_MIN: (usize, f32) = (2, 0.22);
/// The same, when the predicate differs too.
const OTHER_PREDICATE_MIN: (usize, f32) = (3, 0.36);

/// Word weights of the pile.
pub(crate) struct Likeness {
    /// Clause vectors of each article's claims: sorted (stem, weight), of length one.
    clauses: Vec<Vec<Vec<(SmolStr, f32)>>>,
    /// For each article the others that share most rare words with it, most first.
    neighbours: Vec<Vec<usize>>,
    /// In how many articles each content word stands.
    frequency: FxHashMap<SmolStr, usize>,
}

/// Accounts of the same events are among this many nearest articles; comparing all would be quadratic.
const N_NEIGHBOURS_MAX: usize = 12;
/// Words in more articles than this tell nothing about which are near.
const N_BEARERS_MAX: usize = 50;

impl Likeness {
    /// Counts in how many articles each content word stands.
    pub(crate) fn new(accounts: &[Account]) -> Self {
        let neighbours = neighbours(accounts);
        let mut frequency: FxHashMap<SmolStr, usize> = FxHashMap::default();
        for account in accounts {
            let whole = Span::new(0, account.article.text.len());
            let mut words = words(&account.reading, whole);
            words.sort_unstable();
            words.dedup();
            words.into_iter().for_each(|w| *frequency.entry(w).or_default() += 1);
        }
        let weight = weight(&frequency, accounts.len());
        let vectors = |reading: &Reading| {
            reading.claims.iter().map(|c| vector(reading, c.core_span(&reading.times), &weight)).collect()
        };
        let clauses = accounts.iter().map(|a| vectors(&a.reading)).collect();
        drop(weight);
        Self { neighbours, clauses, frequency }
    }

    /// The content words of a span of an article, sorted, with weights by which the vector has length one.
    pub(crate) fn vector(&self, reading: &Reading, span: Span) -> Vec<(SmolStr, f32)> {
        vector(reading, span, &weight(&self.frequency, self.clauses.len()))
    }

    /// The articles most likely to tell of the same events, nearest first.
    pub(crate) fn neighbours(&self, article: usize) -> &[usize] {
        &self.neighbours[article]
    }

    /// Whether two claims, each given as (article, position, claim), plausibly tell the same happening.
    pub(crate) fn is_same_telling(
        &self,
        (a, i, mine): (usize, usize, &Claim),
        (b, j, theirs): (usize, usize, &Claim),
    ) -> bool {
        let same_predicate =
            mine.predicate == theirs.predicate || (mine.kind == theirs.kind && mine.kind != EventType::Other);
        let (x, y) = (&self.clauses[a][i], &self.clauses[b][j]);
        let predicate = stem(&mine.predicate);
        let is_shared = |(word, _): &&(SmolStr, f32)| {
            *word != predicate && y.binary_search_by(|(other, _)| other.cmp(word)).is_ok()
        };
        let n_shared = x.iter().filter(is_shared).count();
        let (n_shared_min, cosine_min) =
            if same_predicate { SAME_PREDICATE_MIN } else { OTHER_PREDICATE_MIN };
        n_shared >= n_shared_min && dot(x, y) >= cosine_min
    }
}

/// The rarer a word among the articles, the more it weighs.
fn weight(frequency: &FxHashMap<SmolStr, usize>, n_articles: usize) -> impl Fn(&str) -> f32 {
    move |word| {
        let n_bearers = frequency.get(word).copied().unwrap_or(1);
        (1.0 + n_articles as f32 / n_bearers as f32).ln()
    }
}

/// Characters by which two words count as one: "Russia" and "Russian", "withdraw" and "withdrawal".
const N_STEM_CHARS: usize = 5;

fn stem(lemma: &str) -> SmolStr {
    lemma.chars().filter(|c| *c != '-').take(N_STEM_CHARS).collect()
}

fn neighbours(accounts: &[Account]) -> Vec<Vec<usize>> {
    let mut bearers: FxHashMap<SmolStr, Vec<usize>> = FxHashMap::default();
    let stems: Vec<Vec<SmolStr>> = accounts
        .iter()
        .map(|a| {
            let mut all = words(&a.reading, Span::new(0, a.article.text.len()));
            all.sort_unstable();
            all.dedup();
            all
        })
        .collect();
    for (article, words) in stems.iter().enumerate() {
        words.iter().for_each(|w| bearers.entry(w.clone()).or_default().push(article));
    }
    let few = |words: &[SmolStr], article: usize| -> Vec<usize> {
        let mut weight = vec![0.0_f32; accounts.len()];
        for all in words.iter().map(|w| &bearers[w]).filter(|all| all.len() <= N_BEARERS_MAX) {
            all.iter().for_each(|&other| weight[other] += 1.0 / all.len() as f32);
        }
        let mut others: Vec<usize> =
            (0..accounts.len()).filter(|&o| o != article && weight[o] > 0.0).collect();
        others.sort_by(|&a, &b| weight[b].total_cmp(&weight[a]).then(a.cmp(&b)));
        others.truncate(N_NEIGHBOURS_MAX);
        others
    };
    stems.iter().enumerate().map(|(article, words)| few(words, article)).collect()
}

/// Stems of the content words within a span, and codes of the countries mentioned ("US", "the United States").
fn words(reading: &Reading, span: Span) -> Vec<SmolStr> {
    let countries = reading.mentions.iter().filter(|m| span.contains(m.span));
    let codes = countries.filter_map(|m| reading.entities[m.entity].country).map(SmolStr::new_static);
    reading.words_in(span).iter().map(|w| stem(&w.lemma)).chain(codes).collect()
}

fn vector(reading: &Reading, span: Span, weight: &dyn Fn(&str) -> f32) -> Vec<(SmolStr, f32)> {
    let mut words = words(reading, span);
    words.sort_unstable();
    words.dedup();
    let mut vector: Vec<(SmolStr, f32)> = words.into_iter().map(|w| (w.clone(), weight(&w))).collect();
    let length = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    vector.iter_mut().for_each(|(_, w)| *w /= length.max(f32::MIN_POSITIVE));
    vector
}

/// Product of two vectors, each sorted by its words.
pub(crate) fn dot<W: Ord>(a: &[(W, f32)], b: &[(W, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a[i].1 * b[j].1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Told, accounts};

    /// Whether the first claims of two articles may tell the same; the third article makes words common.
    #[track_caller]
    fn check(first: &str, second: &str, expected: bool) {
        let pile: [Told; 3] = [
            ("a", "2023-05-17", first),
            ("b", "2023-05-17", second),
            ("c", "2023-05-17", "Farmers in Spain sold their wheat at a low price."),
        ];
        let accounts = accounts(&pile);
        let claim = |a: usize| (a, 0, &accounts[a].reading.claims[0]);
        let likeness = Likeness::new(&accounts);
        assert_eq!(likeness.is_same_telling(claim(0), claim(1)), expected, "{first} / {second}");
        assert_eq!(likeness.is_same_telling(claim(1), claim(0)), expected, "it is symmetric");
    }

    #[test]
    fn the_same_happening_in_other_words() {
        check("The ferry Sola sank off Bergen.", "Off Bergen, the old ferry Sola sank in heavy seas.", true);
        check("Russia withdrew its tanks from Georgia.", "Russian tanks were withdrawn from Georgia.", true);
    }

    #[test]
    fn one_shared_word_is_not_enough() {
        check("The ferry Sola sank off Bergen.", "A trawler sank off Iceland.", false);
        check("The ferry Sola sank off Bergen.", "The ferry company sold its boats.", false);
    }

    #[test]
    fn the_nearest_article_comes_first_and_strangers_not_at_all() {
        let accounts = accounts(&[
            ("a", "2023-05-17", "The ferry Sola sank off Bergen."),
            ("b", "2023-05-17", "A ferry was built in Lyon."),
            ("c", "2023-05-17", "Off Bergen, the ferry Sola sank."),
            ("d", "2023-05-17", "Parliament rejected the budget."),
        ]);
        let likeness = Likeness::new(&accounts);
        assert_eq!(likeness.neighbours(0), [2, 1]);
        assert!(likeness.neighbours(3).is_empty());
    }

    #[test]
    fn words_are_compared_by_their_first_letters() {
        assert_eq!(stem("russian"), stem("russia"));
        assert_eq!(stem("cease-fire"), stem("ceasefire"));
        assert_ne!(stem("sink"), stem("sing"));
    }
}
