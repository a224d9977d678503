//! What happens to somebody once, on two days: a death on Thursday here, on Friday there.

use super::pile::{Mode, Pile, days_between};
use super::{Builder, Side};
use crate::record::{Claim, DisagreementKind, Relation};
use rashomon_reading::claim::{ParticipantRole, TimeBasis};
use rashomon_reading::mention::EntityKind;
use rashomon_reading::time::is_weekday;
use rashomon_text::{Date, Precision, Time};
use std::collections::BTreeMap;

/// Days above which two tellings are rather of two things.
const APART_MAX: i32 = 31;

/// Acts that befall somebody or something once, with all their words, and the part that it plays in them.
const ONCE: [(&str, &[&str], &[ParticipantRole]); 7] = [
    (
        "death",
        &["die", "pass away", "kill", "shoot dead", "murder", "execute", "drown", "death"],
        &[ParticipantRole::Victim, ParticipantRole::Theme, ParticipantRole::Actor],
    ),
    ("resignation", &["resign", "step down", "stand down", "quit"], &[ParticipantRole::Actor]),
    ("arrest", &["arrest", "detain"], &[ParticipantRole::Victim, ParticipantRole::Theme]),
    (
        "sinking",
        &["sink", "capsize", "go down", "founder"],
        &[ParticipantRole::Theme, ParticipantRole::Actor, ParticipantRole::Victim],
    ),
    (
        "landfall",
        &["landfall", "make landfall", "come ashore"],
        &[ParticipantRole::Actor, ParticipantRole::Theme],
    ),
    ("wedding", &["marry", "wed"], &[ParticipantRole::Actor, ParticipantRole::Theme]),
    ("birth", &["bear", "be born", "born"], &[ParticipantRole::Theme, ParticipantRole::Actor]),
];

/// Acts of one person or thing that are told of two days.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let record = pile.record;
    let mut told: BTreeMap<(usize, &str, usize), Vec<usize>> = BTreeMap::new();
    for (c, claim) in record.claims.iter().enumerate() {
        let is_own =
            Mode::of(claim) == Mode::Done && !record.ties.is_copied(claim.span.article, claim.trigger);
        let story = record.articles[claim.span.article].story;
        if let Some((act, who)) = once(pile, claim).filter(|_| is_own && day(pile, claim).is_some()) {
            told.entry((story, act, who)).or_default().push(c);
        }
    }
    for claims in told.into_values() {
        for (i, &a) in claims.iter().enumerate() {
            for &b in &claims[i + 1..] {
                if are_apart(pile, a, b) && !out.has_opposed_claims(a, b) {
                    oppose(pile, out, a, b);
                }
            }
        }
    }
}

/// Which act a claim tells, and of whom or what that has a name.
fn once(pile: &Pile, claim: &Claim) -> Option<(&'static str, usize)> {
    let (act, _, roles) = ONCE.iter().find(|(_, words, _)| words.contains(&claim.predicate.as_str()))?;
    let is_thing =
        |e: usize| !matches!(pile.record.entities[e].kind, EntityKind::Place | EntityKind::Government);
    let mut who = claim.participants.iter().filter(|p| roles.contains(&p.role)).filter_map(|p| p.entity);
    who.find(|&e| is_thing(e)).map(|e| (*act, e))
}

/// The day that the claim's own words name: "the previous day" is that of a story told inside the story.
fn day(pile: &Pile, claim: &Claim) -> Option<Date> {
    let article = &pile.record.articles[claim.span.article].article;
    let words = article.slice(claim.time_span?);
    let is_named = words
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| is_weekday(&w.to_lowercase()) || w.chars().any(|c| c.is_ascii_digit()));
    let time = claim.time.as_ref().filter(|_| claim.time_basis == TimeBasis::Stated)?;
    let is_day =
        matches!(time.precision, Precision::Minute | Precision::Hour | Precision::PartOfDay | Precision::Day);
    time.first_day().filter(|d| is_named && is_day && time.last_day() == Some(*d))
}

/// Whether two accounts tell it of days that are not neighbours across a night.
fn are_apart(pile: &Pile, a: usize, b: usize) -> bool {
    let (x, y) = (&pile.record.claims[a], &pile.record.claims[b]);
    let is_night = |t: &Option<Time>| t.as_ref().is_some_and(|t| t.timex.ends_with("TNI"));
    let least = if is_night(&x.time) || is_night(&y.time) { 2 } else { 1 };
    let gap = day(pile, x).zip(day(pile, y)).and_then(|(s, t)| days_between(s, t)).map(i32::abs);
    x.span.article != y.span.article && gap.is_some_and(|n| (least..=APART_MAX).contains(&n))
}

fn oppose(pile: &Pile, out: &mut Builder, a: usize, b: usize) {
    let Some(event) = pile.event_of(a) else { return };
    let side = |c: usize| Side::claims(vec![c], pile.record.claims[c].time.clone());
    let note = "what happens once, on different days";
    out.event(event, DisagreementKind::Date, Relation::Conflict, vec![side(a), side(b)], note);
}
