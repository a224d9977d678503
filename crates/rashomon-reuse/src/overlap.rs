//! Runs of words that two texts share, however unremarkable each is.

use crate::pile::Pile;
use rayon::prelude::*;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Words in a run.
const RUN: usize = 5;

/// A text of fewer runs shares by chance.
const RUNS_MIN: usize = 30;

/// Share of the shorter text's runs from which two texts have text in common: independent reports of one happening
/// share some fixed phrases, seldom a tenth (a little less, because headings are not counted here).
const OVERLAP_MIN: f32 = 0.09;

/// The runs of every text.
#[derive(Debug)]
pub(crate) struct Runs(Vec<Vec<u32>>);

impl Runs {
    pub(crate) fn new(pile: &Pile) -> Self {
        let of_text = |sentences: &std::ops::Range<usize>| {
            let all = sentences.clone().flat_map(|s| pile.tokens_of(s)).map(|token| token.form);
            let forms: Vec<u32> = all.collect();
            let hash = |run: &[u32]| {
                let mut hasher = FxHasher::default();
                run.hash(&mut hasher);
                (hasher.finish() >> 32) as u32
            };
            let mut hashes: Vec<u32> = forms.windows(RUN).map(hash).collect();
            hashes.sort_unstable();
            hashes.dedup();
            hashes
        };
        Self(pile.by_text.par_iter().map(of_text).collect())
    }

    /// Whether the shorter of two texts (by rank) has a tenth of its runs from the other.
    pub(crate) fn overlap(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.0[a], &self.0[b]);
        let shorter = a.len().min(b.len());
        shorter >= RUNS_MIN && shared(a, b) as f32 >= OVERLAP_MIN * shorter as f32
    }
}

fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        let (x, y) = (a[i], b[j]);
        n += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    n
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_members_are_counted() {
        assert_eq!(shared(&[1, 3, 5, 9], &[0, 3, 4, 9, 10]), 2);
        assert_eq!(shared(&[], &[1]), 0);
    }
}
