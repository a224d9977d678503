//! Claims: what one article says happened, with participants, time, place, polarity, modality and attribution.

pub(crate) mod lexicon;

mod circumstances;
mod clause;
mod confidence;
mod departures;
mod figurative;
mod links;
mod matter;
mod mishaps;
mod narrative;
mod participants;
mod releases;
mod rescues;
mod shared_times;
mod standing;
mod strikes;
mod tense;
mod things;
mod triggers;
mod typing;

#[cfg(test)]
mod tests;

use crate::attribution::{self, Attribution};
use crate::modality::{Modality, Polarity};
use crate::rebuttal::Rebuttal;
use crate::time::{TimeExpression, is_weekday};
use crate::{ParsedArticle, Reading, Token};
use circumstances::Attachments;
pub use confidence::Form;
pub use lexicon::renames;
use links::Links;
use rashomon_text::Span;
use smol_str::SmolStr;
pub use standing::Standing;
pub use tense::Tense;
pub use things::is_way;
use triggers::Trigger;

/// The kind of happening: PLOVER's categories and a short extension for news at large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventType {
    /// PLOVER AGREE: agree to, sign, accept.
    Agree,
    /// PLOVER CONSULT: meet, talk, visit, mediate.
    Consult,
    /// PLOVER SUPPORT: endorse, back, praise.
    Support,
    /// PLOVER CONCEDE: yield, ease, lift.
    Concede,
    /// PLOVER COOPERATE: act together.
    Cooperate,
    /// PLOVER AID: provide aid, rescue.
    Aid,
    /// PLOVER RETREAT: withdraw, surrender.
    Retreat,
    /// PLOVER REQUEST: demand, call for, propose.
    Request,
    /// PLOVER ACCUSE: blame, allege, investigate.
    Accuse,
    /// PLOVER REJECT: refuse, veto, decline.
    Reject,
    /// PLOVER THREATEN: warn, threaten.
    Threaten,
    /// PLOVER PROTEST: demonstrate, strike.
    Protest,
    /// PLOVER SANCTION: suspend, embargo, expel.
    Sanction,
    /// PLOVER MOBILIZE: deploy, prepare force.
    Mobilize,
    /// PLOVER COERCE: arrest, seize, restrict.
    Coerce,
    /// PLOVER ASSAULT: attack, bomb, kill.
    Assault,
    /// Territory gained or lost.
    Territory,
    /// People killed, wounded or missing.
    Casualty,
    /// People displaced.
    Displacement,
    /// Earthquake, flood, fire, storm, epidemic.
    Disaster,
    /// Crash, collapse, explosion, spill.
    Accident,
    /// A vote, ballot, election.
    Vote,
    /// A court's or regulator's decision.
    Ruling,
    /// What a company does: offer, take over, recall, close, hire.
    Company,
    /// A statement as an act.
    Statement,
    /// Anything else that happens.
    Other,
}

impl EventType {
    /// All categories, PLOVER's first.
    pub const ALL: [EventType; 26] = [
        EventType::Agree,
        EventType::Consult,
        EventType::Support,
        EventType::Concede,
        EventType::Cooperate,
        EventType::Aid,
        EventType::Retreat,
        EventType::Request,
        EventType::Accuse,
        EventType::Reject,
        EventType::Threaten,
        EventType::Protest,
        EventType::Sanction,
        EventType::Mobilize,
        EventType::Coerce,
        EventType::Assault,
        EventType::Territory,
        EventType::Casualty,
        EventType::Displacement,
        EventType::Disaster,
        EventType::Accident,
        EventType::Vote,
        EventType::Ruling,
        EventType::Company,
        EventType::Statement,
        EventType::Other,
    ];

    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            EventType::Agree => "AGREE",
            EventType::Consult => "CONSULT",
            EventType::Support => "SUPPORT",
            EventType::Concede => "CONCEDE",
            EventType::Cooperate => "COOPERATE",
            EventType::Aid => "AID",
            EventType::Retreat => "RETREAT",
            EventType::Request => "REQUEST",
            EventType::Accuse => "ACCUSE",
            EventType::Reject => "REJECT",
            EventType::Threaten => "THREATEN",
            EventType::Protest => "PROTEST",
            EventType::Sanction => "SANCTION",
            EventType::Mobilize => "MOBILIZE",
            EventType::Coerce => "COERCE",
            EventType::Assault => "ASSAULT",
            EventType::Territory => "TERRITORY",
            EventType::Casualty => "CASUALTY",
            EventType::Displacement => "DISPLACEMENT",
            EventType::Disaster => "DISASTER",
            EventType::Accident => "ACCIDENT",
            EventType::Vote => "VOTE",
            EventType::Ruling => "RULING",
            EventType::Company => "COMPANY",
            EventType::Statement => "STATEMENT",
            EventType::Other => "OTHER",
        }
    }
}

/// The part somebody or something plays in a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParticipantRole {
    /// Who does it.
    Actor,
    /// To or with whom.
    Recipient,
    /// Who suffers it.
    Victim,
    /// Who says it.
    Speaker,
    /// With what.
    Instrument,
    /// Where.
    Location,
    /// What it is about.
    Theme,
}

impl ParticipantRole {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ParticipantRole::Actor => "actor",
            ParticipantRole::Recipient => "recipient",
            ParticipantRole::Victim => "victim",
            ParticipantRole::Speaker => "speaker",
            ParticipantRole::Instrument => "instrument",
            ParticipantRole::Location => "location",
            ParticipantRole::Theme => "theme",
        }
    }
}

/// A participant: the words, and the entity where they are resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Part played.
    pub role: ParticipantRole,
    /// Index into the article's entities.
    pub entity: Option<usize>,
    /// The words (the noun phrase).
    pub span: Span,
    /// Token index of the phrase's head.
    pub head: usize,
    /// Lemma of the phrase's head, lower case.
    pub head_lemma: SmolStr,
}

/// Whence the time of a claim is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeBasis {
    /// Its own clause says it, or one that it runs along with.
    Stated,
    /// The passage names the day, and goes on to tell of it.
    Narrative,
    /// No words say it: it is the day of the account's news. Of events, never of claims.
    News,
}

impl TimeBasis {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            TimeBasis::Stated => "stated",
            TimeBasis::Narrative => "narrative",
            TimeBasis::News => "news",
        }
    }
}

/// One article's telling of one happening.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The sentence or clause.
    pub span: Span,
    /// Index into [`ParsedArticle::sentences`].
    pub sentence: usize,
    /// The word that carries it.
    pub trigger: Span,
    /// Its token index.
    pub token: usize,
    /// Its grammatical form.
    pub form: Form,
    /// Whether the sentence says it, or says it by the way.
    pub standing: Standing,
    /// The tense in which it is told.
    pub tense: Tense,
    /// Category.
    pub kind: EventType,
    /// PLOVER mode or a finer kind (`veto`, `earthquake`, `ballot`), empty when none.
    pub mode: String,
    /// Lemma of the predicate.
    pub predicate: String,
    /// Who and what takes part.
    pub participants: Vec<Participant>,
    /// The words of what the act is about: its object, clause or phrase with a preposition.
    pub matter: Option<Span>,
    /// Indices into the article's quantities.
    pub quantities: Vec<usize>,
    /// Index into the article's time expressions; `None` = no time said.
    pub time: Option<usize>,
    /// Whence `time` is known.
    pub time_basis: TimeBasis,
    /// Index of the place entity.
    pub place: Option<usize>,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// In which mode.
    pub modality: Modality,
    /// Who says so; empty = the article.
    pub attribution: Attribution,
    /// Whether it is a noun that takes its happening for known: "the collapse", "her arrest".
    pub is_definite: bool,
    /// Told as background (earlier history), not as this article's news.
    pub is_background: bool,
    /// Position among the article's claims of what would follow from it ("if …").
    pub condition_of: Option<usize>,
    /// Position among the article's claims of that in the course of which it happened.
    pub part_of: Option<usize>,
}

impl Claim {
    /// From the first to the last of trigger, participants and time: what this claim is about, where `span` holds
    /// the readable sentence or clause with its other predicates.
    #[must_use]
    pub fn core_span(&self, times: &[TimeExpression]) -> Span {
        let spans = self.participants.iter().map(|p| p.span).chain(self.time.map(|t| times[t].span));
        spans.filter(|s| self.span.contains(*s)).fold(self.trigger, Span::cover)
    }
}

/// All claims of an article, in text order. `reading` holds everything else.
#[must_use]
pub fn read(parsed: &ParsedArticle, reading: &Reading) -> Vec<Claim> {
    let is_quoted = |t: usize| {
        attribution::innermost(&reading.quotations, parsed.tokens[t].span)
            .is_some_and(|q| reading.quotations[q].in_marks.iter().any(|m| m.contains(parsed.tokens[t].span)))
    };
    let mut triggers = triggers::find(parsed, &reading.rebuttals, &is_quoted);
    deny_hearsay(parsed, &reading.rebuttals, &mut triggers);
    let attached = Attachments::new(parsed, &reading.times, &triggers);
    let quantities = circumstances::quantities(parsed, reading, &triggers);
    let links = links::of(parsed, &triggers);
    let told = triggers.iter().zip(quantities).zip(links);
    let mut claims: Vec<Claim> = told
        .map(|((trigger, quantities), links)| claim(parsed, reading, &attached, trigger, quantities, links))
        .collect();
    narrative::carry(parsed, reading, &attached, &triggers, &mut claims);
    claims
}

/// What only hearsay or another outlet has told, and somebody rebuts, is told here as denied.
fn deny_hearsay(parsed: &ParsedArticle, rebuttals: &[Rebuttal], triggers: &mut [Trigger]) {
    for rebuttal in rebuttals.iter().filter(|r| r.is_hearsay) {
        let asserted = parsed.tokens_in(rebuttal.asserted).start;
        let is_told = |t: &&mut Trigger| {
            let is_fact =
                matches!(t.modality, Modality::Happened | Modality::Ongoing | Modality::ReportedOnly);
            parsed.tokens[t.token].sentence == rebuttal.told
                && t.polarity == Polarity::Positive
                && is_fact
                && (t.modality == Modality::ReportedOnly || parsed.is_within(t.token, asserted))
        };
        triggers.iter_mut().filter(is_told).for_each(|t| t.modality = Modality::Denied);
    }
}

fn claim(
    parsed: &ParsedArticle,
    reading: &Reading,
    attached: &Attachments,
    trigger: &Trigger,
    quantities: Vec<usize>,
    links: Links,
) -> Claim {
    let token = &parsed.tokens[trigger.token];
    let attribution = attribution::of_token(parsed, &reading.quotations, trigger.token).0;
    let mut participants = participants::of(parsed, reading, trigger);
    if trigger.modality == Modality::Denied {
        participants.extend(participants::denier(parsed, reading, &attribution, &participants));
    }
    let place = circumstances::place(reading, trigger, &participants)
        .or_else(|| circumstances::nearby_place(parsed, reading, trigger));
    let time = circumstances::time(parsed, &reading.times, attached, trigger);
    Claim {
        span: clause::span(parsed, trigger.carrier),
        sentence: token.sentence,
        trigger: triggers::words_of(parsed, trigger),
        token: trigger.token,
        form: confidence::form(parsed, trigger.token),
        standing: standing::of(parsed, trigger.token),
        tense: tense::of(parsed, trigger.carrier),
        kind: trigger.kind,
        mode: trigger.mode.to_owned(),
        predicate: trigger.predicate.clone(),
        time,
        time_basis: TimeBasis::Stated,
        place,
        quantities,
        matter: matter::of(parsed, trigger),
        participants,
        polarity: trigger.polarity,
        modality: trigger.modality,
        attribution,
        is_definite: triggers::is_definite(parsed, trigger.token),
        is_background: clause::is_background(parsed, trigger.carrier, time.map(|t| &reading.times[t])),
        condition_of: links.condition_of,
        part_of: links.part_of,
    }
}

/// Words of the calendar are circumstances, no participants.
fn time_word(token: &Token) -> bool {
    const WORDS: &[&str] = &[
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "moment",
        "morning",
        "night",
        "evening",
        "afternoon",
        "time",
        "midnight",
        "noon",
        "dawn",
        "weekend",
    ];
    WORDS.contains(&token.lemma.as_str()) || token.lower == "seconds" || is_weekday(&token.lower)
}
