//! Quantities: value, bounds, qualifier, what is counted, measure, scope, as-of date, place, attribution.

use crate::attribution::Attribution;
use crate::modality::{Modality, Polarity};
use crate::{ParsedArticle, Reading};
use rashomon_text::Span;

/// How exactly a figure is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// A plain figure.
    Exactly,
    /// "about", "some", "around".
    About,
    /// "at least".
    AtLeast,
    /// "at most", "up to", "as many as".
    AtMost,
    /// "more than", "over".
    MoreThan,
    /// "less than", "fewer than", "under".
    LessThan,
    /// "between 30 and 40".
    Between,
    /// "dozens", "several", "tens of thousands".
    Vague,
}

impl Qualifier {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Qualifier::Exactly => "exactly",
            Qualifier::About => "about",
            Qualifier::AtLeast => "at-least",
            Qualifier::AtMost => "at-most",
            Qualifier::MoreThan => "more-than",
            Qualifier::LessThan => "less-than",
            Qualifier::Between => "between",
            Qualifier::Vague => "vague",
        }
    }
}

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The figure with qualifier and unit or counted noun ("more than 10,000 civilians").
    pub span: Span,
    /// The numeric words alone ("10,000").
    pub figure: Span,
    /// Token index of the figure's head.
    pub token: usize,
    /// Dotted key, see `record.md`: `people.killed`, `money`, `count.ship`.
    pub measure: String,
    /// What is counted, as written ("civilians"); empty when nothing is.
    pub of: String,
    /// Index of the entity the figure is about, if any.
    pub entity: Option<usize>,
    /// Index of the place entity it holds for, if said.
    pub place: Option<usize>,
    /// The figure; `None` for ranges and for vague words without a number.
    pub value: Option<f64>,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// The stated whole ("32 of the 40 schools").
    pub whole: Option<f64>,
    /// `people`, `%`, ISO 4217 code, `days`, ...
    pub unit: Option<String>,
    /// How exactly.
    pub qualifier: Qualifier,
    /// The span of time it counts over: index into the article's time expressions ("since November 15").
    pub scope: Option<usize>,
    /// The moment it holds for: index into the article's time expressions ("as of Tuesday evening").
    pub as_of: Option<usize>,
    /// Who says so; empty = the article.
    pub attribution: Attribution,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// In which mode.
    pub modality: Modality,
}

/// All quantities of an article, in text order. `reading` holds mentions, times and quotations.
#[must_use]
pub fn read(_parsed: &ParsedArticle, _reading: &Reading) -> Vec<Quantity> {
    Vec::new()
}
