//! Claims, events and what supports them, as the record has them.

use super::{Link, TextSpan};
use rashomon_reading::claim::{EventType, ParticipantRole, Standing, Tense, TimeBasis};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::{Span, Time};
use smol_str::SmolStr;

/// A participant of a claim or event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Part played.
    pub role: ParticipantRole,
    /// The entity, where resolved.
    pub entity: Option<usize>,
    /// The words.
    pub span: TextSpan,
    /// Lemma of the phrase's head (lower case).
    pub head: SmolStr,
}

/// One article's telling of one happening.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The sentence or clause.
    pub span: TextSpan,
    /// Position in the article's sentences.
    pub sentence: usize,
    /// The word that carries it.
    pub trigger: Span,
    /// Whether the sentence says it, or says it by the way.
    pub standing: Standing,
    /// The tense in which it is told.
    pub tense: Tense,
    /// Category.
    pub kind: EventType,
    /// Finer kind.
    pub mode: String,
    /// Lemma.
    pub predicate: SmolStr,
    /// Who and what.
    pub participants: Vec<Participant>,
    /// The words of what the act is about.
    pub matter: Option<Span>,
    /// Figures.
    pub quantities: Vec<usize>,
    /// When, as the text says; `None` = no time said.
    pub time: Option<Time>,
    /// Whether it is a noun that takes its happening for known: "the collapse", "her arrest".
    pub is_definite: bool,
    /// The words that say when.
    pub time_span: Option<Span>,
    /// Whence the time is known.
    pub time_basis: TimeBasis,
    /// Where.
    pub place: Option<usize>,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// In which mode.
    pub modality: Modality,
    /// Chain, outlet first.
    pub attribution: Vec<Link>,
    /// Probability that the article tells of an event there, with this polarity and modality.
    pub confidence: f32,
    /// Probability that the category is what happens, given that the event is told.
    pub type_confidence: f32,
    /// Told as background.
    pub is_background: bool,
    /// The claim of the same article that would follow from it.
    pub condition_of: Option<usize>,
    /// The claim of the same article in the course of which it happened.
    pub part_of: Option<usize>,
    /// Innermost quotation the claim stands in.
    pub quotation: Option<usize>,
    /// Content lemmas from the first to the last of trigger, participants and time, lower case.
    pub terms: Vec<SmolStr>,
}

/// How an event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Told as happened by two or more independent sources.
    Corroborated,
    /// Told as happened by one.
    SingleSource,
    /// Told as happened and contradicted.
    Disputed,
    /// Announced, due, demanded.
    Planned,
    /// Only under a condition, or merely possible.
    Conditional,
    /// Only denied or negated.
    Denied,
}

impl Status {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Corroborated => "corroborated",
            Status::SingleSource => "single-source",
            Status::Disputed => "disputed",
            Status::Planned => "planned",
            Status::Conditional => "conditional",
            Status::Denied => "denied",
        }
    }

    /// Whether the record presents the event as one that took place.
    #[must_use]
    pub fn is_presented_as_happened(self) -> bool {
        matches!(self, Status::Corroborated | Status::SingleSource | Status::Disputed)
    }
}

/// Who stands behind an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// Number of claims.
    pub claims: usize,
    /// Number of articles.
    pub articles: usize,
    /// Number of publishers known (articles of unknown publishers count one each).
    pub publishers: usize,
    /// Number of connected components of its claims under dependence (`record.md`).
    pub independent: usize,
    /// Final authorities named, as entities.
    pub authorities: Vec<usize>,
}

/// A happening that one or more claims tell of.
#[derive(Clone, Debug)]
pub struct Event {
    /// The best sentence.
    pub label: TextSpan,
    /// Category.
    pub kind: EventType,
    /// When.
    pub time: Option<Time>,
    /// Whence the time is known.
    pub time_basis: Option<TimeBasis>,
    /// Where.
    pub place: Option<usize>,
    /// Participants that are resolved, once each per role.
    pub participants: Vec<Participant>,
    /// The claims, in article and text order.
    pub claims: Vec<usize>,
    /// Who stands behind it.
    pub support: Support,
    /// How it stands.
    pub status: Status,
    /// Parts of it.
    pub sub_events: Vec<usize>,
    /// Conditional events that depend on it.
    pub precondition_of: Vec<usize>,
}
