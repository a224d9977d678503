//! The serialised types, in the order of the contract.

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Record<'a> {
    pub schema: &'static str,
    pub generator: Generator,
    pub articles: Vec<Article<'a>>,
    pub stories: Vec<Story>,
    pub reuse: Vec<Reuse<'a>>,
    pub origins: Vec<Origin<'a>>,
    pub entities: Vec<Entity<'a>>,
    pub quotations: Vec<Quotation<'a>>,
    pub times: Vec<TimeMention<'a>>,
    pub quantities: Vec<Quantity<'a>>,
    pub claims: Vec<Claim<'a>>,
    pub events: Vec<Event<'a>>,
    pub disagreements: Vec<Disagreement<'a>>,
    pub situation: Situation<'a>,
    pub timeline: Vec<TimelineEntry<'a>>,
    pub report: Report<'a>,
    pub diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
pub(super) struct Generator {
    pub name: &'static str,
    pub version: &'static str,
    pub options: serde_json::Map<String, serde_json::Value>,
}

#[derive(Serialize, Clone)]
pub(super) struct Span<'a> {
    pub article: &'a str,
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
}

#[derive(Serialize)]
pub(super) struct BareSpan<'a> {
    pub article: &'a str,
    pub start: usize,
    pub end: usize,
}

#[derive(Serialize, Clone)]
pub(super) struct Time {
    pub start: String,
    pub end: String,
    pub precision: &'static str,
    pub timex: String,
}

#[derive(Serialize, Clone)]
pub(super) struct Link<'a> {
    pub entity: Option<String>,
    pub name: &'a str,
    pub role: &'static str,
}

#[derive(Serialize)]
pub(super) struct Article<'a> {
    pub id: &'a str,
    pub path: &'a str,
    pub url: Option<&'a str>,
    pub sha256: &'a str,
    pub bytes: u64,
    pub media_type: &'static str,
    pub publisher: Option<&'a str>,
    pub title: Option<&'a str>,
    pub byline: Option<&'a str>,
    pub agency_credits: Vec<&'a str>,
    pub language: &'a str,
    pub text: &'a str,
    pub published: Published<'a>,
    pub furniture: Vec<Furniture>,
    pub corrections: Vec<Span<'a>>,
    pub story: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Published<'a> {
    pub value: Option<Time>,
    pub basis: &'static str,
    pub evidence: Vec<Span<'a>>,
    pub note: &'a str,
}

#[derive(Serialize)]
pub(super) struct Furniture {
    pub start: usize,
    pub end: usize,
    pub kind: &'static str,
}

#[derive(Serialize)]
pub(super) struct Story {
    pub id: String,
    pub label: String,
    pub articles: Vec<String>,
    pub first: Option<Time>,
    pub last: Option<Time>,
}

#[derive(Serialize)]
pub(super) struct Reuse<'a> {
    pub from: &'a str,
    pub to: &'a str,
    pub kind: &'static str,
    pub coverage_from: f64,
    pub coverage_to: f64,
    pub direction: &'static str,
    pub reasons: Vec<String>,
    pub via: Option<&'a str>,
    pub through: Option<&'a str>,
    pub passages: Vec<Passage<'a>>,
}

#[derive(Serialize)]
pub(super) struct Passage<'a> {
    pub from: Span<'a>,
    pub to: Span<'a>,
    pub similarity: f64,
    pub kind: &'static str,
}

#[derive(Serialize)]
pub(super) struct Origin<'a> {
    pub id: String,
    pub articles: Vec<&'a str>,
    pub because: &'a [String],
}

#[derive(Serialize)]
pub(super) struct Entity<'a> {
    pub id: String,
    pub name: &'a str,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub aliases: &'a [String],
    pub country: Option<&'static str>,
    pub role: Option<&'a str>,
    pub affiliation: Option<String>,
    pub place: Option<Place>,
    pub confidence: Option<f64>,
    pub mentions: Vec<BareSpan<'a>>,
}

#[derive(Serialize)]
pub(super) struct Place {
    pub lat: f32,
    pub lon: f32,
    pub geonames_id: u32,
    pub precision: &'static str,
}

#[derive(Serialize)]
pub(super) struct Speaker<'a> {
    pub entity: Option<String>,
    pub span: Option<Span<'a>>,
}

#[derive(Serialize)]
pub(super) struct Quotation<'a> {
    pub id: String,
    pub article: &'a str,
    pub kind: &'static str,
    pub content: Vec<Span<'a>>,
    pub cue: Option<Span<'a>>,
    pub speaker: Speaker<'a>,
    pub confidence: Option<f64>,
    pub addressee: Option<String>,
    pub attribution: Vec<Link<'a>>,
    pub time: Option<Time>,
    pub same_as: Vec<String>,
    pub inside: Option<String>,
}

#[derive(Serialize)]
pub(super) struct TimeMention<'a> {
    pub span: Span<'a>,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub timex: &'a str,
    pub resolved: Option<Time>,
    pub anchor: &'static str,
    pub confidence: f64,
}

#[derive(Serialize)]
pub(super) struct Quantity<'a> {
    pub id: String,
    pub span: Span<'a>,
    pub measure: &'a str,
    pub of: &'a str,
    pub entity: Option<String>,
    pub place: Option<String>,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub whole: Option<f64>,
    pub unit: Option<&'a str>,
    pub qualifier: &'static str,
    pub scope: Option<Time>,
    pub as_of: Option<Time>,
    pub as_of_stated: bool,
    pub attribution: Vec<Link<'a>>,
    pub polarity: &'static str,
    pub modality: &'static str,
    pub confidence: f64,
}

#[derive(Serialize)]
pub(super) struct Participant<'a> {
    pub role: &'static str,
    pub entity: Option<String>,
    pub span: Span<'a>,
}

#[derive(Serialize)]
pub(super) struct Claim<'a> {
    pub id: String,
    pub article: &'a str,
    pub span: Span<'a>,
    pub trigger: Span<'a>,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub mode: &'a str,
    pub predicate: &'a str,
    pub participants: Vec<Participant<'a>>,
    pub quantities: Vec<String>,
    pub time: Option<Time>,
    pub time_words: Option<Span<'a>>,
    pub time_basis: Option<&'static str>,
    pub place: Option<String>,
    pub polarity: &'static str,
    pub modality: &'static str,
    pub attribution: Vec<Link<'a>>,
    pub confidence: f64,
    pub type_confidence: f64,
    pub background: bool,
    pub quotation: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Support {
    pub claims: usize,
    pub articles: usize,
    pub publishers: usize,
    pub independent: usize,
    pub authorities: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Event<'a> {
    pub id: String,
    pub label: &'a str,
    pub label_span: Span<'a>,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub time: Option<Time>,
    pub time_basis: Option<&'static str>,
    pub place: Option<String>,
    pub participants: Vec<Participant<'a>>,
    pub claims: Vec<String>,
    pub support: Support,
    pub status: &'static str,
    pub sub_events: Vec<String>,
    pub precondition_of: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Position<'a> {
    pub summary: &'a str,
    pub claims: Vec<String>,
    pub quantities: Vec<String>,
    pub articles: Vec<&'a str>,
    pub independent: usize,
    pub as_of: Option<Time>,
}

#[derive(Serialize)]
pub(super) struct Disagreement<'a> {
    pub id: String,
    pub about: String,
    pub kind: &'static str,
    pub relation: &'static str,
    pub positions: Vec<Position<'a>>,
    pub note: &'a str,
}

#[derive(Serialize)]
pub(super) struct Members {
    #[serde(rename = "for")]
    pub in_favour: Vec<String>,
    pub against: Vec<String>,
    pub abstain: Vec<String>,
    pub veto: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Vote<'a> {
    pub body: Option<String>,
    pub body_name: &'a str,
    pub subject: &'a str,
    pub date: Option<Time>,
    pub outcome: Option<&'static str>,
    #[serde(rename = "for")]
    pub in_favour: Option<u64>,
    pub against: Option<u64>,
    pub abstain: Option<u64>,
    pub absent: Option<u64>,
    pub members: Members,
    pub event: Option<String>,
    pub evidence: Vec<Span<'a>>,
    pub checks: &'a [String],
}

#[derive(Serialize)]
pub(super) struct Control<'a> {
    pub area: Option<String>,
    pub area_name: &'a str,
    pub holder: Option<String>,
    pub holder_name: &'a str,
    pub share: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub whole: Option<f64>,
    pub unit: &'a str,
    pub as_of: Option<Time>,
    pub attribution: Vec<Link<'a>>,
    pub modality: &'static str,
    pub quantity: Option<String>,
    pub evidence: Vec<Span<'a>>,
}

#[derive(Serialize)]
pub(super) struct TollPoint<'a> {
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub qualifier: &'static str,
    pub as_of: Option<Time>,
    pub attribution: Vec<Link<'a>>,
    pub quantity: String,
    pub evidence: Vec<Span<'a>>,
}

#[derive(Serialize)]
pub(super) struct Toll<'a> {
    pub measure: &'a str,
    pub place: Option<String>,
    pub of: &'a str,
    pub scope: Option<Time>,
    pub series: Vec<TollPoint<'a>>,
}

#[derive(Serialize)]
pub(super) struct ActorPosition<'a> {
    pub actor: String,
    pub on: &'a str,
    pub on_event: Option<String>,
    pub stance: &'static str,
    pub statement: Span<'a>,
    pub time: Option<Time>,
    pub attribution: Vec<Link<'a>>,
}

#[derive(Serialize)]
pub(super) struct Situation<'a> {
    pub votes: Vec<Vote<'a>>,
    pub control: Vec<Control<'a>>,
    pub tolls: Vec<Toll<'a>>,
    pub positions: Vec<ActorPosition<'a>>,
}

#[derive(Serialize)]
pub(super) struct TimelineEntry<'a> {
    pub time: Time,
    pub events: Vec<String>,
    pub text: Span<'a>,
}

#[derive(Serialize)]
pub(super) struct ReportSentence<'a> {
    pub text: &'a str,
    pub spans: Vec<Span<'a>>,
    pub event: Option<String>,
    pub support: Option<Support>,
    pub flags: &'a [&'static str],
}

#[derive(Serialize)]
pub(super) struct ReportSection<'a> {
    pub heading: &'static str,
    pub sentences: Vec<ReportSentence<'a>>,
}

#[derive(Serialize)]
pub(super) struct Report<'a> {
    pub title: Option<Span<'a>>,
    pub as_of: Option<Time>,
    pub sections: Vec<ReportSection<'a>>,
}

#[derive(Serialize)]
pub(super) struct Diagnostic<'a> {
    pub path: &'a str,
    pub level: &'static str,
    pub code: &'static str,
    pub message: &'a str,
}
