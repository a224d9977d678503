//! The record: what the engine returns, with global indices instead of ids. `rashomon` turns it into JSON.
//!
//! Every `usize` that names an article, entity, claim ... is a position in the list of that name in [`Record`].

use rashomon_reading::Sentence;
use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::claim::{EventType, ParticipantRole, Standing, Tense, TimeBasis};
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::quantity::Qualifier;
use rashomon_reading::quotation::QuotationKind;
use rashomon_reading::rebuttal::Rebuttal;
use rashomon_reading::time::{Anchor, TimexType};
use rashomon_reuse::Reuse;
use rashomon_text::{Article, Dating, Diagnostic, Span, Time};
use smol_str::SmolStr;

/// Words in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextSpan {
    /// The article.
    pub article: usize,
    /// The words.
    pub span: Span,
}

/// One article of the pile.
#[derive(Clone, Debug)]
pub struct RecordArticle {
    /// The article as ingested.
    pub article: Article,
    /// When it was published, inferred across articles where the article itself does not say.
    pub published: Dating,
    /// The story it belongs to.
    pub story: usize,
    /// The sentences that were read, in text order.
    pub sentences: Vec<Sentence>,
    /// Content lemmas of each sentence (same positions as `sentences`), lower case, in text order.
    pub terms: Vec<Vec<SmolStr>>,
    /// Statements that a later sentence says are not so.
    pub rebuttals: Vec<Rebuttal>,
}

/// Articles that tell of the same happening.
#[derive(Clone, Debug)]
pub struct Story {
    /// Its most telling headline or sentence.
    pub label: TextSpan,
    /// The articles.
    pub articles: Vec<usize>,
    /// First day known of any of its articles.
    pub first: Option<Time>,
    /// Last day known of any of its articles.
    pub last: Option<Time>,
}

/// Articles that are one account in fact.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The articles.
    pub articles: Vec<usize>,
    /// Why, in plain words.
    pub because: Vec<String>,
}

/// Something named in the pile.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Fullest usual name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other names.
    pub aliases: Vec<String>,
    /// ISO 3166 alpha-3.
    pub country: Option<&'static str>,
    /// Title or office.
    pub role: Option<String>,
    /// Organisation or government it speaks for.
    pub affiliation: Option<usize>,
    /// Where a place lies; `None` where the gazetteer does not say which place is meant.
    pub location: Option<Location>,
    /// Probability that a name of it is one, and of that type, in the article that is surest; `None` without a name.
    pub confidence: Option<f32>,
    /// Where it is mentioned, in article and text order.
    pub mentions: Vec<TextSpan>,
}

/// A point for a place, from the gazetteer.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    /// Degrees north.
    pub latitude: f32,
    /// Degrees east.
    pub longitude: f32,
    /// Id in GeoNames.
    pub geonames_id: u32,
    /// What the point stands for.
    pub precision: LocationPrecision,
}

/// What a point stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocationPrecision {
    /// The middle of a town.
    Town,
    /// Some point of a state or province.
    Region,
}

impl LocationPrecision {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            LocationPrecision::Town => "town",
            LocationPrecision::Region => "region",
        }
    }
}

/// One link of an attribution chain; the first is the article's outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The entity, where resolved.
    pub entity: Option<usize>,
    /// Name or words used.
    pub name: String,
    /// What it is.
    pub role: AttributionRole,
}

/// A quotation.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// The article.
    pub article: usize,
    /// Kind.
    pub kind: QuotationKind,
    /// The words said.
    pub content: Vec<Span>,
    /// The parts in quotation marks.
    pub in_marks: Vec<Span>,
    /// Reporting words.
    pub cue: Option<Span>,
    /// Speaker entity.
    pub speaker: Option<usize>,
    /// Words naming the speaker here.
    pub speaker_span: Option<Span>,
    /// Probability that they do; `None` where nobody is named.
    pub confidence: Option<f32>,
    /// Addressee entity.
    pub addressee: Option<usize>,
    /// Chain, outlet first.
    pub attribution: Vec<Link>,
    /// When it was said.
    pub time: Option<Time>,
    /// The same words elsewhere (quotations of other articles).
    pub same_as: Vec<usize>,
    /// The quotation it is nested in.
    pub inside: Option<usize>,
}

/// A time expression.
#[derive(Clone, Debug)]
pub struct TimeMention {
    /// Where.
    pub span: TextSpan,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value.
    pub timex: String,
    /// The interval it denotes.
    pub resolved: Option<Time>,
    /// What it was counted from.
    pub anchor: Anchor,
    /// Probability that the value is what is meant.
    pub confidence: f32,
}

/// A figure.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// Where.
    pub span: TextSpan,
    /// The numeric words alone.
    pub figure: Span,
    /// Position in the article's sentences.
    pub sentence: usize,
    /// Dotted key.
    pub measure: String,
    /// What is counted.
    pub of: String,
    /// What it is about.
    pub entity: Option<usize>,
    /// Where it holds.
    pub place: Option<usize>,
    /// The figure.
    pub value: Option<f64>,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// The stated whole.
    pub whole: Option<f64>,
    /// Unit.
    pub unit: Option<String>,
    /// How exactly.
    pub qualifier: Qualifier,
    /// The span of time it counts over.
    pub scope: Option<Time>,
    /// The moment it holds for: said in the text, else the time of the statement, else the publication day.
    pub as_of: Option<Time>,
    /// Whether `as_of` is said in the text.
    pub as_of_stated: bool,
    /// Chain, outlet first.
    pub attribution: Vec<Link>,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// In which mode.
    pub modality: Modality,
    /// Probability that measure and value are what is meant.
    pub confidence: f32,
}

/// Whether a reader is to be told that a claim or a figure may be misread: more than a quarter of those of this
/// confidence are.
#[must_use]
pub fn is_unsure(confidence: f32) -> bool {
    /// Three in four.
    const SURE: f32 = 0.75;
    confidence < SURE
}

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

/// How a vote ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Carried.
    Adopted,
    /// Not carried.
    Failed,
    /// Blocked by a veto.
    Vetoed,
    /// Put off.
    Postponed,
}

impl Outcome {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Adopted => "adopted",
            Outcome::Failed => "failed",
            Outcome::Vetoed => "vetoed",
            Outcome::Postponed => "postponed",
        }
    }
}

/// A vote of a body on something.
#[derive(Clone, Debug, Default)]
pub struct Vote {
    /// Who voted.
    pub body: Option<usize>,
    /// The body as written, where it is no entity.
    pub body_name: String,
    /// On what, as written.
    pub subject: String,
    /// When.
    pub date: Option<Time>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Votes for.
    pub for_count: Option<u64>,
    /// Votes against.
    pub against_count: Option<u64>,
    /// Abstentions.
    pub abstain_count: Option<u64>,
    /// Absent.
    pub absent_count: Option<u64>,
    /// Named members in favour.
    pub members_for: Vec<usize>,
    /// Named members against.
    pub members_against: Vec<usize>,
    /// Named members abstaining.
    pub members_abstain: Vec<usize>,
    /// Named members casting a veto.
    pub members_veto: Vec<usize>,
    /// The event of the vote.
    pub event: Option<usize>,
    /// The words it rests on.
    pub evidence: Vec<TextSpan>,
    /// Sums checked, in plain words.
    pub checks: Vec<String>,
}

/// Who holds how much of what.
#[derive(Clone, Debug)]
pub struct Control {
    /// The area, as an entity.
    pub area: Option<usize>,
    /// The area as written.
    pub area_name: String,
    /// The holder.
    pub holder: Option<usize>,
    /// The holder as written.
    pub holder_name: String,
    /// How much (percent, or a number of districts).
    pub share: Option<f64>,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// The stated whole.
    pub whole: Option<f64>,
    /// `share`, or what is counted (`districts`).
    pub unit: String,
    /// When it holds.
    pub as_of: Option<Time>,
    /// Chain.
    pub attribution: Vec<Link>,
    /// In which mode.
    pub modality: Modality,
    /// The figure.
    pub quantity: Option<usize>,
    /// The words.
    pub evidence: Vec<TextSpan>,
}

/// One measure over time.
#[derive(Clone, Debug)]
pub struct Toll {
    /// Dotted key.
    pub measure: String,
    /// Where it is counted.
    pub place: Option<usize>,
    /// What is counted, as written.
    pub of: String,
    /// The span of time it counts over.
    pub scope: Option<Time>,
    /// The figures, earliest first.
    pub series: Vec<TollPoint>,
}

/// One figure of a series, given once or in several articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TollPoint {
    /// The quantities that give it, the one to show first.
    pub quantities: Vec<usize>,
}

/// What somebody stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Proposes.
    Proposes,
    /// Supports.
    Supports,
    /// Accepts.
    Accepts,
    /// Makes conditions.
    Conditions,
    /// Rejects.
    Rejects,
    /// Opposes.
    Opposes,
    /// Denies.
    Denies,
    /// Accuses.
    Accuses,
    /// Blocks.
    Blocks,
}

impl Stance {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Stance::Proposes => "proposes",
            Stance::Supports => "supports",
            Stance::Accepts => "accepts",
            Stance::Conditions => "conditions",
            Stance::Rejects => "rejects",
            Stance::Opposes => "opposes",
            Stance::Denies => "denies",
            Stance::Accuses => "accuses",
            Stance::Blocks => "blocks",
        }
    }
}

/// An actor's position on something.
#[derive(Clone, Debug)]
pub struct ActorPosition {
    /// Who.
    pub actor: usize,
    /// On what, as written.
    pub on: String,
    /// On which event, where one is meant.
    pub on_event: Option<usize>,
    /// The stance.
    pub stance: Stance,
    /// The words.
    pub statement: TextSpan,
    /// When.
    pub time: Option<Time>,
    /// Chain.
    pub attribution: Vec<Link>,
}

/// The trackers.
#[derive(Clone, Debug, Default)]
pub struct Situation {
    /// Votes.
    pub votes: Vec<Vote>,
    /// Control of territory.
    pub control: Vec<Control>,
    /// Series of figures.
    pub tolls: Vec<Toll>,
    /// Positions.
    pub positions: Vec<ActorPosition>,
}

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

/// Everything found in the pile.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// By id.
    pub articles: Vec<RecordArticle>,
    /// By first article.
    pub stories: Vec<Story>,
    /// Reused passages between pairs of articles.
    pub reuse: Vec<Reuse>,
    /// Accounts that are one.
    pub origins: Vec<Origin>,
    /// By first mention.
    pub entities: Vec<Entity>,
    /// By article and place.
    pub quotations: Vec<Quotation>,
    /// By article and place.
    pub times: Vec<TimeMention>,
    /// By article and place.
    pub quantities: Vec<Quantity>,
    /// By article and place.
    pub claims: Vec<Claim>,
    /// By time, then by place in the pile.
    pub events: Vec<Event>,
    /// By what they are about.
    pub disagreements: Vec<Disagreement>,
    /// The trackers.
    pub situation: Situation,
    /// By day.
    pub timeline: Vec<TimelineEntry>,
    /// The report.
    pub report: Report,
    /// Remarks on inputs.
    pub diagnostics: Vec<Diagnostic>,
    /// Reuse and origins by article.
    pub(crate) ties: crate::ties::Ties,
}
