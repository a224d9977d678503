//! What is known within one document before documents are compared: phrases that the sentence itself makes one
//! ([`structure`]) and what a pronoun stands for ([`antecedents`]).

mod antecedents;
mod structure;

use super::view::View;
use super::{Marked, Sentence};

/// Groups of mentions within documents.
pub(super) struct Within {
    /// For each mention the first of its group.
    pub(super) group: Vec<usize>,
    /// Whether a mention is compared with others; a pronoun whose antecedent is known is not: what it could say is
    /// said by its antecedent.
    pub(super) is_compared: Vec<bool>,
}

impl Within {
    /// Every mention alone.
    pub(super) fn none(n: usize) -> Self {
        Self { group: (0..n).collect(), is_compared: vec![true; n] }
    }

    pub(super) fn new(sentences: &[Sentence], mentions: &[Marked], views: &[Option<View>]) -> Self {
        let mut within = Self::none(views.len());
        let structure = structure::links(sentences, mentions, views);
        let related: Vec<(usize, usize)> =
            structure.iter().filter(|l| l.is_pronoun).map(|l| (l.first, l.second)).collect();
        let standing_for = antecedents::antecedents(sentences, mentions, views);
        for &(pronoun, _) in related.iter().chain(&standing_for) {
            within.is_compared[pronoun] = false;
        }
        for (a, b) in structure.iter().map(|l| (l.first, l.second)).chain(standing_for) {
            within.join(a, b);
        }
        for mention in 0..within.group.len() {
            within.group[mention] = within.find(mention);
        }
        within
    }

    fn find(&self, mut mention: usize) -> usize {
        while self.group[mention] != mention {
            mention = self.group[mention];
        }
        mention
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.group[a.max(b)] = a.min(b);
    }
}
