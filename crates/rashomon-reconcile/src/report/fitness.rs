//! Which sentence may stand for an event, and which of several does.

use crate::events::is_copied;
use crate::leaning::{is_sequel, leans, opens_leaning};
use crate::record::{Claim, Event, Record, Status, TextSpan};
use rashomon_reading::claim::{EventType, Standing, TimeBasis};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::{BlockKind, Time};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

pub(super) fn words_of(record: &Record, claim: usize) -> FxHashSet<SmolStr> {
    let claim = &record.claims[claim];
    record.articles[claim.span.article].terms[claim.sentence].iter().cloned().collect()
}

/// A body sentence that no copy distorted and that needs no lost neighbour.
pub(super) fn stands_alone(record: &Record, claim: usize) -> bool {
    let claim = &record.claims[claim];
    let article = &record.articles[claim.span.article];
    let sentence = &article.sentences[claim.sentence];
    let text = article.article.slice(sentence.span);
    let balanced =
        text.matches('"').count().is_multiple_of(2) && text.matches('“').count() == text.matches('”').count();
    sentence.kind == BlockKind::Paragraph
        && !is_copied(record, claim)
        && balanced
        && !opens_leaning(text)
        && !leans(text)
        && text.ends_with(['.', '!', '"', '”', '’', ')'])
}

/// Whether the sentence, shown for this claim, leads nobody astray: it says it and not only by the way; or by the
/// way of something that happened as well, for what happened. Under "Denied" no sentence is shown that tells
/// something done beside ("nine died and eight have not been found").
pub(super) fn is_what_is_said(record: &Record, claim: usize, event: &Event) -> bool {
    let (told, status) = (&record.claims[claim], event.status);
    let of_sentence = record.claims_in(told.span.article, told.sentence);
    let mut others = of_sentence.filter(|&c| c != claim).map(|c| &record.claims[c]);
    let is_fact = !matches!(status, Status::Planned | Status::Conditional | Status::Denied);
    match told.standing {
        // "The board today published the result of the vote" does not tell of the day of the vote.
        Standing::Aside => {
            is_fact
                && others.any(|c| {
                    // "Shares closed lower, down by a third since the fire" has no day of its own to be of.
                    let is_of_day = c.time.is_some() || event.time.is_none();
                    c.standing == Standing::Main && is_done(c) && is_of_day && !is_of_another_day(c, event)
                })
        }
        _ if is_fact && told.time.is_none() => !others
            .any(|c| c.standing == Standing::Main && c.trigger < told.trigger && is_of_another_day(c, event)),
        _ if status == Status::Denied && told.modality != Modality::Denied => {
            !others.any(|c| c.standing > Standing::Aside && is_done(c) && !is_speech(c))
        }
        _ => true,
    }
}

fn is_of_another_day(claim: &Claim, event: &Event) -> bool {
    let day = |t: &Option<Time>| t.as_ref().and_then(Time::single_day);
    day(&claim.time).zip(day(&event.time)).is_some_and(|(a, b)| a != b)
}

/// Acts of speech, whose content may be what is denied.
fn is_speech(claim: &Claim) -> bool {
    matches!(
        claim.kind,
        EventType::Statement
            | EventType::Reject
            | EventType::Accuse
            | EventType::Request
            | EventType::Threaten
    )
}

fn is_done(claim: &Claim) -> bool {
    claim.polarity == Polarity::Positive && matches!(claim.modality, Modality::Happened | Modality::Ongoing)
}

pub(super) fn agrees_with_status(record: &Record, claim: usize, status: Status) -> bool {
    let is_done = is_done(&record.claims[claim]);
    match status {
        Status::Corroborated | Status::SingleSource => is_done,
        Status::Disputed => true,
        Status::Planned | Status::Conditional | Status::Denied => !is_done,
    }
}

/// How well a sentence tells an event, by what counts first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Worth {
    pub(super) stands: bool,
    /// No sequel, and not about "the cuts" as already told.
    tells_afresh: bool,
    is_narrated: bool,
    standing: Standing,
    /// "Lind and Berg voted against." does not say on what.
    says_on_what: bool,
    is_dated: bool,
    named: usize,
    length: usize,
    first: std::cmp::Reverse<TextSpan>,
}

pub(super) fn worth(record: &Record, claim: usize, span: TextSpan) -> Worth {
    let told = &record.claims[claim];
    let named = told.participants.iter().filter(|p| p.entity.is_some()).count().min(3);
    let length = usize::MAX - span.span.len().abs_diff(160);
    let text = record.articles[span.article].article.slice(span.span);
    Worth {
        stands: !opens_leaning(text) && !leans(text),
        tells_afresh: !is_sequel(text) && !is_bare_subject(record, told, text),
        is_narrated: told.quotation.is_none(),
        standing: told.standing,
        says_on_what: !matches!(told.predicate.as_str(), "vote" | "abstain") || told.matter.is_some(),
        // The hour over its entry or the day of its passage stands elsewhere.
        is_dated: told.time.is_some() && told.time_basis == TimeBasis::Stated,
        named,
        length,
        first: std::cmp::Reverse(span),
    }
}

/// "The cuts will be made by June.": the sentence opens with the word that stands for the event.
fn is_bare_subject(record: &Record, claim: &Claim, text: &str) -> bool {
    let trigger = record.articles[claim.span.article].article.slice(claim.trigger);
    text.strip_prefix("The ")
        .and_then(|rest| rest.strip_prefix(trigger))
        .is_some_and(|rest| rest.starts_with(' '))
}
