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

    /// Whether the shorter of two texts (by rank) has a tenth of its runs from the other. `marked` serves from one call
    /// to the next, best where the first text stays the same.
    pub(crate) fn overlap(&self, a: usize, b: usize, marked: &mut Marked) -> bool {
        let (x, y) = (&self.0[a], &self.0[b]);
        let shorter = x.len().min(y.len());
        if shorter < RUNS_MIN {
            return false;
        }
        marked.open(a, &self.0);
        let is_enough = |n: usize| n as f32 >= OVERLAP_MIN * shorter as f32;
        is_enough(marked.n_marked(y)) && is_enough(marked.n_shared(x, y))
    }
}

/// The runs of one text, with a mark for each: those of other texts are mostly told at once to be none of them.
#[derive(Debug)]
pub(crate) struct Marked {
    text: Option<usize>,
    /// As many bits as the upper 16 of a run tell apart.
    marks: Box<[u64; 1 << 10]>,
}

impl Default for Marked {
    fn default() -> Self {
        Self { text: None, marks: Box::new([0; 1 << 10]) }
    }
}

impl Marked {
    fn mark(run: u32) -> (usize, u64) {
        ((run >> 22) as usize, 1 << ((run >> 16) & 63))
    }

    fn open(&mut self, text: usize, runs: &[Vec<u32>]) {
        if self.text == Some(text) {
            return;
        }
        for &run in self.text.map_or(&[][..], |before| &runs[before]) {
            self.marks[Self::mark(run).0] = 0;
        }
        for &run in &runs[text] {
            let (word, bit) = Self::mark(run);
            self.marks[word] |= bit;
        }
        self.text = Some(text);
    }

    fn is_marked(&self, run: u32) -> bool {
        let (word, bit) = Self::mark(run);
        self.marks[word] & bit != 0
    }

    /// How many runs have a mark of the text opened: those that are among its own, and a few more.
    fn n_marked(&self, runs: &[u32]) -> usize {
        runs.iter().map(|&run| usize::from(self.is_marked(run))).sum()
    }

    /// How many of the runs `y` are among `x`, which are those of the text opened.
    fn n_shared(&self, x: &[u32], y: &[u32]) -> usize {
        y.iter().filter(|run| self.is_marked(**run) && x.binary_search(run).is_ok()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_members_are_counted() {
        let runs = [vec![1, 3, 5, 9 << 20], vec![0, 3, 4, 9 << 20, 10 << 20], vec![]];
        let mut marked = Marked::default();
        for (a, b, expect) in [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)] {
            marked.open(a, &runs);
            assert_eq!(marked.n_shared(&runs[a], &runs[b]), expect);
            assert!(marked.n_marked(&runs[b]) >= expect);
        }
    }
}
