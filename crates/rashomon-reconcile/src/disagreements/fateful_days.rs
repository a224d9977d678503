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

/// An act that befalls somebody or something once.
struct Once {
    name: &'static str,
    /// All its words.
    predicates: &'static [&'static str],
    /// The part in it of whom it befalls.
    roles: &'static [ParticipantRole],
    /// Whether it may happen again in another place: storms make landfall on one coast after the other.
    may_recur_elsewhere: bool,
}

const ONCE: [Once; 8] = [
    Once {
        name: "death",
        predicates: &["die", "pass away", "drown", "death"],
        roles: &[ParticipantRole::Victim, ParticipantRole::Theme, ParticipantRole::Actor],
        may_recur_elsewhere: false,
    },
    Once {
        name: "death",
        predicates: &["kill", "shoot dead", "murder", "execute"],
        roles: &[ParticipantRole::Victim, ParticipantRole::Theme],
        may_recur_elsewhere: false,
    },
    Once {
        name: "resignation",
        predicates: &["resign", "step down", "stand down", "quit"],
        roles: &[ParticipantRole::Actor],
        may_recur_elsewhere: false,
    },
    Once {
        name: "arrest",
        predicates: &["arrest", "detain"],
        roles: &[ParticipantRole::Victim, ParticipantRole::Theme],
        may_recur_elsewhere: true,
    },
    Once {
        name: "sinking",
        predicates: &["sink", "capsize", "go down", "founder"],
        roles: &[ParticipantRole::Theme, ParticipantRole::Victim, ParticipantRole::Actor],
        may_recur_elsewhere: false,
    },
    Once {
        name: "landfall",
        predicates: &["landfall", "make landfall", "come ashore"],
        roles: &[ParticipantRole::Actor, ParticipantRole::Theme],
        may_recur_elsewhere: true,
    },
    Once {
        name: "wedding",
        predicates: &["marry", "wed"],
        roles: &[ParticipantRole::Actor, ParticipantRole::Theme],
        may_recur_elsewhere: false,
    },
    Once {
        name: "birth",
        predicates: &["bear", "be born", "born"],
        roles: &[ParticipantRole::Theme, ParticipantRole::Actor],
        may_recur_elsewhere: false,
    },
];

/// A story, the name of an act and whom it befalls.
type Fate = (usize, &'static str, usize);

/// Acts of one person or thing that are told of two days.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let record = pile.record;
    let mut told: BTreeMap<Fate, Vec<(usize, Option<usize>)>> = BTreeMap::new();
    for (c, claim) in record.claims.iter().enumerate() {
        let is_own =
            Mode::of(claim) == Mode::Done && !record.ties.is_copied(claim.span.article, claim.trigger);
        let story = record.articles[claim.span.article].story;
        if let Some((act, who)) = once(pile, claim).filter(|_| is_own && day(pile, claim).is_some()) {
            let place = claim.place.filter(|_| act.may_recur_elsewhere);
            told.entry((story, act.name, who)).or_default().push((c, place));
        }
    }
    for claims in told.into_values() {
        for (i, &(a, here)) in claims.iter().enumerate() {
            for &(b, there) in &claims[i + 1..] {
                let is_one_place = here.zip(there).is_none_or(|(p, q)| p == q);
                if is_one_place && are_apart(pile, a, b) && !out.has_opposed_claims(a, b) {
                    oppose(pile, out, a, b);
                }
            }
        }
    }
}

/// Which act a claim tells, and of whom or what that has a name.
fn once(pile: &Pile, claim: &Claim) -> Option<(&'static Once, usize)> {
    let act = ONCE.iter().find(|act| act.predicates.contains(&claim.predicate.as_str()))?;
    let is_thing =
        |e: usize| !matches!(pile.record.entities[e].kind, EntityKind::Place | EntityKind::Government);
    // "The navy sank a trawler": it befalls the trawler, though that has no name.
    let befalls = |r: ParticipantRole| matches!(r, ParticipantRole::Victim | ParticipantRole::Theme);
    let is_done_to = act.name != "wedding" && claim.participants.iter().any(|p| befalls(p.role));
    let is_part = |r: ParticipantRole| act.roles.contains(&r) && (befalls(r) || !is_done_to);
    let mut who = claim.participants.iter().filter(|p| is_part(p.role)).filter_map(|p| p.entity);
    who.find(|&e| is_thing(e)).map(|e| (act, e))
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
