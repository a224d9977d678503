//! Disagreements, as the record has them.

use rashomon_text::Time;

/// What a disagreement is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// An event.
    Event(usize),
    /// A measure key.
    Measure(String),
}

/// In what the accounts differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisagreementKind {
    /// Figures.
    Value,
    /// Days.
    Date,
    /// Places.
    Place,
    /// Who.
    Participant,
    /// Affirmed against negated.
    Polarity,
    /// Done against planned, conditional, denied.
    Modality,
    /// A sum that does not add up.
    Arithmetic,
}

impl DisagreementKind {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            DisagreementKind::Value => "value",
            DisagreementKind::Date => "date",
            DisagreementKind::Place => "place",
            DisagreementKind::Participant => "participant",
            DisagreementKind::Polarity => "polarity",
            DisagreementKind::Modality => "modality",
            DisagreementKind::Arithmetic => "arithmetic",
        }
    }
}

/// How two positions relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// They cannot both be right.
    Conflict,
    /// A later state of the same thing.
    Evolves,
    /// The same, more precisely.
    Refines,
    /// The same, rounded.
    Rounding,
    /// Other scope, population or way of counting.
    Definition,
}

impl Relation {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Relation::Conflict => "conflict",
            Relation::Evolves => "evolves",
            Relation::Refines => "refines",
            Relation::Rounding => "rounding",
            Relation::Definition => "definition",
        }
    }
}

/// One side of a disagreement. `summary` is words of an article, or a figure as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The words that state it best.
    pub summary: String,
    /// Claims that hold it.
    pub claims: Vec<usize>,
    /// Figures that hold it.
    pub quantities: Vec<usize>,
    /// Articles.
    pub articles: Vec<usize>,
    /// Number of independent sources.
    pub independent: usize,
    /// The moment it holds for.
    pub as_of: Option<Time>,
}

/// Statements that differ, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// What about.
    pub about: About,
    /// In what.
    pub kind: DisagreementKind,
    /// How.
    pub relation: Relation,
    /// The sides, two or more.
    pub positions: Vec<Position>,
    /// Why, in plain words.
    pub note: String,
}
