//! Which articles are worth comparing: those with uncommon terms in common.

use rustc_hash::FxHashMap;

/// Heaviest terms of an article that it is found by.
const N_TERMS: usize = 48;
/// Articles with a term that are looked at, the latest first: what all articles have finds no story, and a story of
/// thousands is found by its latest articles.
const N_LATEST: usize = 64;
/// Articles that one is compared with.
const N_FOUND: usize = 24;

/// Articles by their heaviest terms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    with: FxHashMap<u32, Vec<(u32, f32)>>,
}

impl Index {
    /// The articles, among the latest that `may` let through, that share most with this one.
    pub(crate) fn find(&self, vector: &[(u32, f32)], may: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut shared: FxHashMap<u32, f32> = FxHashMap::default();
        for (term, weight) in heaviest(vector) {
            let with = self.with.get(&term).map_or(&[][..], Vec::as_slice);
            for (other, its_weight) in with.iter().rev().filter(|(other, _)| may(*other)).take(N_LATEST) {
                *shared.entry(*other).or_default() += weight * its_weight;
            }
        }
        let mut found: Vec<(u32, f32)> = shared.into_iter().collect();
        found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(N_FOUND);
        found.into_iter().map(|(other, _)| other).collect()
    }

    /// Keeps an article under its number.
    pub(crate) fn add(&mut self, article: u32, vector: &[(u32, f32)]) {
        for (term, weight) in heaviest(vector) {
            self.with.entry(term).or_default().push((article, weight));
        }
    }
}

fn heaviest(vector: &[(u32, f32)]) -> Vec<(u32, f32)> {
    let mut heaviest = vector.to_vec();
    heaviest.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    heaviest.truncate(N_TERMS);
    heaviest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_those_that_share_most() {
        let mut index = Index::default();
        index.add(0, &[(1, 0.9), (2, 0.1)]);
        index.add(1, &[(3, 1.0)]);
        let vector = [(1, 0.5), (3, 0.9)];
        assert_eq!(index.find(&vector, |_| true), [1, 0]);
        assert_eq!(index.find(&vector, |other| other != 1), [0]);
        assert!(index.find(&[(4, 1.0)], |_| true).is_empty());
    }
}
