//! Words by their index.

use super::Scan;
use crate::words::Word;

impl Scan<'_> {
    pub(in crate::time) fn is(&self, i: usize, word: &str) -> bool {
        self.w.get(i).is_some_and(|w| w.is(word))
    }

    /// The word in lower case; empty past the end.
    pub(in crate::time) fn lower(&self, i: usize) -> &str {
        self.w.get(i).map_or("", |w| w.lower.as_str())
    }

    pub(in crate::time) fn any(&self, i: usize, words: &[&str]) -> bool {
        self.w.get(i).is_some_and(|w| w.is_one_of(words))
    }

    pub(in crate::time) fn before(&self, i: usize, back: usize) -> Option<&Word> {
        self.w.get(i.checked_sub(back)?)
    }

    pub(super) fn preceded_by(&self, i: usize, words: &[&str]) -> bool {
        self.before(i, 1).is_some_and(|w| w.is_one_of(words))
    }

    /// Whether no white space stands between word `i` and the one before.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.w.get(i).is_some_and(|w| !w.spaced)
    }

    pub(in crate::time) fn tag(&self, i: usize) -> &'static str {
        self.w.get(i).map_or("", |w| self.parsed.tokens[w.token].tag)
    }

    pub(super) fn skip(&self, i: usize, words: &[&str]) -> usize {
        if self.any(i, words) { i + 1 } else { i }
    }

    /// The label of the model's entity that holds word `i`.
    pub(super) fn label(&self, i: usize) -> Option<&'static str> {
        let token = self.w.get(i)?.token;
        let next = self.parsed.entities.partition_point(|e| e.tokens.end <= token);
        let entity = self.parsed.entities.get(next)?;
        entity.tokens.contains(&token).then_some(entity.label)
    }

    pub(super) fn is_in_name(&self, i: usize) -> bool {
        matches!(
            self.label(i),
            Some("PERSON" | "ORG" | "FAC" | "GPE" | "NORP" | "WORK_OF_ART" | "PRODUCT" | "LAW" | "LOC")
        )
    }
}
