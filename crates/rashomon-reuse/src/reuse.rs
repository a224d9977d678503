//! What is found: pairs of articles and their passages.

use crate::direction::{Direction, Reason};
use rashomon_text::Span;

/// How one article's words stand in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReuseKind {
    /// The whole original, word for word or nearly.
    Verbatim,
    /// A part of the original, word for word or nearly.
    Abridged,
    /// The original's sentences, reworked by hand: recognisable runs of words among new ones.
    Rewritten,
    /// The original's sentences one by one in other words, as a machine or a hasty hand swaps synonyms.
    Spun,
    /// The same words of a speaker in both: one utterance, not copying.
    QuotesOnly,
}

impl ReuseKind {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ReuseKind::Verbatim => "verbatim",
            ReuseKind::Abridged => "abridged",
            ReuseKind::Rewritten => "rewritten",
            ReuseKind::Spun => "spun",
            ReuseKind::QuotesOnly => "quotes-only",
        }
    }
}

/// How one passage compares with its counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageKind {
    /// The same words, printing aside.
    Identical,
    /// Long runs of the same words, some changed.
    Edited,
    /// The same names, figures and telling words in other order or wording.
    Paraphrase,
    /// The same words inside quotation marks.
    Quotation,
}

impl PassageKind {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            PassageKind::Identical => "identical",
            PassageKind::Edited => "edited",
            PassageKind::Paraphrase => "paraphrase",
            PassageKind::Quotation => "quotation",
        }
    }
}

/// Two stretches of text that tell the same in the same or similar words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PassagePair {
    /// In the text of [`Reuse::from`].
    pub from: Span,
    /// In the text of [`Reuse::to`].
    pub to: Span,
    /// Weighted share of words in common, 0..1; 1 for the same words.
    pub similarity: f32,
    /// How they compare.
    pub kind: PassageKind,
}

/// Two articles with passages in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Reuse {
    /// Index of the likely original; of the one with the smaller id when nothing tells.
    pub from: usize,
    /// Index of the likely copy.
    pub to: usize,
    /// As what.
    pub kind: ReuseKind,
    /// Share of the original's sentences that lie in passages, 0..1.
    pub coverage_from: f32,
    /// Share of the copy's sentences that lie in passages, 0..1.
    pub coverage_to: f32,
    /// Share of the original's text that lies in passages, by length, 0..1.
    pub extent_from: f32,
    /// Share of the copy's text that lies in passages, by length, 0..1.
    pub extent_to: f32,
    /// The passages, in the order of the copy. Never empty.
    pub passages: Vec<PassagePair>,
    /// Whether anything tells who copied whom.
    pub direction: Direction,
    /// What tells, the weightiest first.
    pub reasons: Vec<Reason>,
    /// The original of both, when these two are linked only because both copied it.
    pub via: Option<usize>,
    /// The copy in between, when the copy has the original's text from that one.
    pub through: Option<usize>,
}
