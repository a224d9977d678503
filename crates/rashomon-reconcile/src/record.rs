//! The record: what the engine returns, with global indices instead of ids. `rashomon` turns it into JSON.
//!
//! Every `usize` that names an article, entity, claim ... is a position in the list of that name in [`Record`].

mod disagreement;
mod event;
mod report;
mod situation;

use rashomon_reading::Sentence;
use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::quantity::Qualifier;
use rashomon_reading::quotation::QuotationKind;
use rashomon_reading::rebuttal::Rebuttal;
use rashomon_reading::time::{Anchor, TimexType};
use rashomon_reuse::Reuse;
use rashomon_text::{Article, Dating, Diagnostic, Span, Time};
use smol_str::SmolStr;

pub use disagreement::{About, Disagreement, DisagreementKind, Position, Relation};
pub use event::{Claim, Event, Participant, Status, Support};
pub use report::{Report, ReportSection, ReportSentence, TimelineEntry};
pub use situation::{ActorPosition, Control, Outcome, Situation, Stance, Toll, TollPoint, Vote};

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
