//! Time expressions (TIMEX3) and their resolution against the publication date.

use crate::ParsedArticle;
use rashomon_text::{Span, Time};
use std::ops::Range;

/// TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A day or coarser.
    Date,
    /// Finer than a day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

impl TimexType {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            TimexType::Date => "DATE",
            TimexType::Time => "TIME",
            TimexType::Duration => "DURATION",
            TimexType::Set => "SET",
        }
    }
}

/// What a resolved expression was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The publication date.
    Published,
    /// Another event or date of the text.
    Event,
    /// Nothing: it is complete in itself.
    Explicit,
    /// It could not be resolved.
    Unresolved,
}

impl Anchor {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Anchor::Published => "published",
            Anchor::Event => "event",
            Anchor::Explicit => "explicit",
            Anchor::Unresolved => "unresolved",
        }
    }
}

/// How the expression bounds what it modifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// At or in that time.
    At,
    /// "since", "from": the time is the start.
    Since,
    /// "until", "to": the time is the end.
    Until,
    /// "by", "before", "no later than".
    By,
    /// "after".
    After,
}

/// A time expression: where it stands, what it means before and after resolution.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// The TIMEX3 extent (without preposition).
    pub span: Span,
    /// The same as token indices.
    pub tokens: Range<usize>,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// The preposition's bound.
    pub bound: Bound,
    /// TIMEX3 value as far as known: resolved where `resolved` is, else e.g. `XXXX-WXX-1`, `P3D`.
    pub timex: String,
    /// The calendar interval it denotes; `None` while or when unknown, and for durations and sets.
    pub resolved: Option<Time>,
    /// What it was counted from.
    pub anchor: Anchor,
}

/// All time expressions of an article, in text order, not yet resolved where they need the publication date.
#[must_use]
pub fn read(_parsed: &ParsedArticle) -> Vec<TimeExpression> {
    Vec::new()
}

/// Resolves the expressions against the publication time (an interval is allowed: the result is then an interval).
pub fn resolve(_times: &mut [TimeExpression], _published: Option<&Time>) {}
