//! Timeline and report, as the record has them.

use super::TextSpan;
use super::event::Support;
use rashomon_text::Time;

/// One row of the timeline.
#[derive(Clone, Debug)]
pub struct TimelineEntry {
    /// When.
    pub time: Time,
    /// The events, most supported first.
    pub events: Vec<usize>,
    /// The words that tell it best.
    pub text: TextSpan,
}

/// A sentence of the report: a span of an article, nothing else.
#[derive(Clone, Debug)]
pub struct ReportSentence {
    /// The words shown.
    pub text: TextSpan,
    /// All spans that tell the same, the shown one first.
    pub spans: Vec<TextSpan>,
    /// The event it tells.
    pub event: Option<usize>,
    /// Who stands behind it.
    pub support: Option<Support>,
    /// `disputed`, `single-source`, `planned`, `conditional`, `denied`, `figure-disputed`, `uncertain`, ...
    pub flags: Vec<&'static str>,
}

/// A part of the report.
#[derive(Clone, Debug)]
pub struct ReportSection {
    /// Fixed English words, e.g. `What happened`.
    pub heading: &'static str,
    /// Its sentences.
    pub sentences: Vec<ReportSentence>,
}

/// The extractive report.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The most telling headline or sentence.
    pub title: Option<TextSpan>,
    /// The latest publication time of the pile.
    pub as_of: Option<Time>,
    /// Its parts.
    pub sections: Vec<ReportSection>,
}
