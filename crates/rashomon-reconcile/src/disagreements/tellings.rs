//! The same happening affirmed and denied, put on another day, put off, or as done here and as open there.

use super::copies::has_any;
use super::pile::{Mode, Pile, days_between, share_participants};
use super::{Builder, Side};
use crate::events::Kinship;
use crate::record::{Claim, DisagreementKind, Relation};
use rashomon_reading::claim::ParticipantRole;
use rashomon_reading::dispute::{DENIED, NEGATIVES};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::{Date, Time};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Likeness, time and mode aside, from which two claims are one happening told twice.
const SAME_HAPPENING_MIN: f32 = 0.70;
/// The same where a denial answers an assertion within one event.
const SAME_DENIAL_MIN: f32 = 0.60;
/// A plan and what became of it lie at most this far apart, in days.
const APART_DAYS_MAX: i32 = 10;
/// Predicates with more open or done claims than this are too common to be paired.
const N_BEARERS_MAX: usize = 200;

/// Disagreements inside events and between events that are told as done and as open.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let kinship = Kinship::new(pile.record);
    for event in 0..pile.record.events.len() {
        affirmed_and_denied(pile, &kinship, event, out);
        ruled_out_and_done(pile, event, out);
    }
    put_off(pile, out);
    lifted(pile, out);
    between(pile, &kinship, out);
}

/// One event affirmed by some and denied by others: claims that answer one another, not the event as a whole.
fn affirmed_and_denied(pile: &Pile, kinship: &Kinship, event: usize, out: &mut Builder) {
    let record = pile.record;
    let claims = &record.events[event].claims;
    let of = |mode: Mode| claims.iter().copied().filter(move |&c| Mode::of(&record.claims[c]) == mode);
    let denied: Vec<usize> = of(Mode::Denied).filter(|&c| !is_taken_back(pile, c)).collect();
    if denied.is_empty() {
        return;
    }
    let done: Vec<usize> = of(Mode::Done).collect();
    let affirmed = if done.is_empty() { of(Mode::Rumoured).collect() } else { done };
    let answer = |a: usize, d: usize| {
        let (x, y) = (&record.claims[a], &record.claims[d]);
        (x.span.article, x.sentence) != (y.span.article, y.sentence)
            && x.predicate == y.predicate
            && share_participants(x, y)
            && kinship.likeness(a, d) >= SAME_DENIAL_MIN
            && times_meet(x, y)
            && is_negated_in_words(pile, y)
            && !is_not_since(pile, d)
    };
    let left: Vec<usize> =
        affirmed.iter().copied().filter(|&a| denied.iter().any(|&d| answer(a, d))).collect();
    let right: Vec<usize> = denied.into_iter().filter(|&d| left.iter().any(|&a| answer(a, d))).collect();
    if left.iter().all(|&a| right.iter().all(|&d| out.has_opposed_claims(a, d))) {
        return;
    }
    let sides = vec![Side::claims(left, None), Side::claims(right, None)];
    let kind = DisagreementKind::Polarity;
    if sides[1]
        .claims
        .iter()
        .all(|&d| sides[0].claims.iter().all(|&a| is_not_yet(pile, d, a) || is_before_act(pile, d, a)))
    {
        out.event(event, kind, Relation::Evolves, sides, "not so at first, and so later");
    } else {
        out.event(event, kind, Relation::Conflict, sides, "affirmed by some, denied by others");
    }
}

/// A denial that came out before the day on which the act is said to have been done.
fn is_before_act(pile: &Pile, denied: usize, done: usize) -> bool {
    let (no, act) = (&pile.record.claims[denied], &pile.record.claims[done]);
    let out = pile.record.articles[no.span.article].published.value.as_ref().and_then(|t| t.last_day());
    let day = act.time.as_ref().and_then(|t| t.first_day());
    no.time.is_none() && out.zip(day).is_some_and(|(out, day)| out < day)
}

/// "Has not been accepted so far", in an account that came out before the one which tells it as done.
pub(super) fn is_not_yet(pile: &Pile, denied: usize, done: usize) -> bool {
    let claim = |c: usize| &pile.record.claims[c];
    let out = |c: usize| {
        pile.record.articles[claim(c).span.article]
            .published
            .value
            .as_ref()
            .and_then(rashomon_text::Time::first_day)
    };
    let sentence = pile.sentence(claim(denied).span.article, claim(denied).sentence).to_lowercase();
    let is_open = ["so far", " yet", "until now", "still"].iter().any(|w| sentence.contains(w));
    is_open && out(denied).zip(out(done)).is_some_and(|(before, after)| before < after)
}

/// "Had not been inspected since March" says no other than "was last inspected in March".
pub(super) fn is_not_since(pile: &Pile, claim: usize) -> bool {
    let c = &pile.record.claims[claim];
    let text = &pile.record.articles[c.span.article].article.text;
    let before =
        |s: rashomon_text::Span| text.get(..s.start()).and_then(|t| t.split_whitespace().next_back());
    c.time_span.and_then(before).is_some_and(|w| w.eq_ignore_ascii_case("since"))
}

/// What a correction notice takes back is no denial by somebody else.
fn is_taken_back(pile: &Pile, claim: usize) -> bool {
    let c = &pile.record.claims[claim];
    pile.block(c.span.article, c.sentence) == rashomon_text::BlockKind::Correction
}

/// Whether a word of negation or denial stands before the act, not far from it.
pub(super) fn is_negated_in_words(pile: &Pile, claim: &Claim) -> bool {
    const N_WORDS: usize = 6;
    if claim.modality == Modality::Denied {
        return true;
    }
    let article = &pile.record.articles[claim.span.article].article;
    let start = pile.record.articles[claim.span.article].sentences[claim.sentence].span.start();
    let before = article.text.get(start..claim.trigger.start()).unwrap_or_default();
    let words: Vec<&str> = before.split_whitespace().rev().take(N_WORDS).collect();
    let words = words.join(" ");
    has_any(&words, &NEGATIVES) || has_any(&words, &DENIED)
}

/// Whether two times, where both are said, have a day in common.
pub(super) fn times_meet(a: &Claim, b: &Claim) -> bool {
    a.time.as_ref().zip(b.time.as_ref()).is_none_or(|(x, y)| x.overlaps_days(y))
}

/// "She would not resign" in one account, "she offered to resign" in a later one.
fn ruled_out_and_done(pile: &Pile, event: usize, out: &mut Builder) {
    let record = pile.record;
    let claims = &record.events[event].claims;
    let is_open = |c: usize| Mode::of(&record.claims[c]) == Mode::Open;
    let polarity = |c: usize| record.claims[c].polarity;
    let no: Vec<usize> =
        claims.iter().copied().filter(|&c| polarity(c) == Polarity::Negative && is_open(c)).collect();
    let Some(&first) = no.first() else { return };
    let later = |&c: &usize| {
        let claim = &record.claims[c];
        polarity(c) == Polarity::Positive
            && claim.predicate == record.claims[first].predicate
            && matches!(Mode::of(claim), Mode::Done | Mode::Open)
            && !matches!(claim.modality, Modality::Conditional | Modality::Possible)
            && actor(claim).is_some()
            && actor(claim) == actor(&record.claims[first])
            && published(pile, first).zip(published(pile, c)).is_some_and(|(a, b)| a < b)
    };
    let yes: Vec<usize> = claims.iter().copied().filter(later).collect();
    let note = "ruled out in one account, offered or done in a later one";
    let sides = vec![Side::claims(no, None), Side::claims(yes, None)];
    out.event(event, DisagreementKind::Polarity, Relation::Evolves, sides, note);
}

fn actor(claim: &Claim) -> Option<usize> {
    claim.participants.iter().find(|p| p.role == ParticipantRole::Actor)?.entity
}

fn published(pile: &Pile, claim: usize) -> Option<Date> {
    let article = pile.record.claims[claim].span.article;
    pile.record.articles[article].published.value.as_ref()?.first_day()
}

/// Acts by which something does not take place when it was to.
const PUTS_OFF: [&str; 14] = [
    "put off",
    "postpone",
    "delay",
    "defer",
    "reschedule",
    "cancel",
    "call off",
    "adjourn",
    "push back",
    "scrap",
    "abandon",
    "hold up",
    "suspend",
    "shelve",
];

/// What is planned in one account and put off in another.
fn put_off(pile: &Pile, out: &mut Builder) {
    let record = pile.record;
    for (c, claim) in record.claims.iter().enumerate() {
        if !PUTS_OFF.contains(&claim.predicate.as_str()) || Mode::of(claim) != Mode::Done {
            continue;
        }
        // What is put off stands in the same sentence, as what the act is done to.
        let is_theme = |&&p: &&usize| {
            let plan = &record.claims[p];
            let holds = |t: &crate::record::Participant| t.span.span.contains(plan.trigger);
            p != c && claim.participants.iter().any(holds)
        };
        let Some(&plan) = pile.claims_in(claim.span.article, claim.sentence).iter().find(is_theme) else {
            called_off(pile, c, out);
            continue;
        };
        let Some(event) = pile.event_of(plan) else { continue };
        let elsewhere = |&&p: &&usize| {
            let other = &record.claims[p];
            other.span.article != claim.span.article && other.modality == Modality::Planned
        };
        let planned: Vec<usize> = record.events[event].claims.iter().filter(elsewhere).copied().collect();
        let time = record.events[event].time.clone();
        let sides = vec![Side::claims(planned, time), Side::claims(pile.fellows(c), None)];
        let note = "planned in one account, put off in another";
        out.event(event, DisagreementKind::Modality, Relation::Evolves, sides, note);
    }
}

/// "The concert of the singer has been cancelled": the plans of earlier accounts for what is called off by its noun.
fn called_off(pile: &Pile, c: usize, out: &mut Builder) {
    let record = pile.record;
    let claim = &record.claims[c];
    if record.ties.is_copied(claim.span.article, claim.trigger) {
        return;
    }
    let story = |c: &Claim| record.articles[c.span.article].story;
    let theme = claim.participants.iter().find(|p| p.role == ParticipantRole::Theme);
    let Some(what) = theme.map(|p| p.head.as_str()) else { return };
    let entities = |c: &Claim| -> Vec<usize> { c.participants.iter().filter_map(|p| p.entity).collect() };
    let own = entities(claim);
    let is_plan = |&p: &usize| {
        let plan = &record.claims[p];
        let is_named = plan.predicate == what || plan.participants.iter().any(|q| q.head == what);
        plan.modality == Modality::Planned
            && plan.polarity == Polarity::Positive
            && story(plan) == story(claim)
            && is_named
            && entities(plan).iter().any(|e| own.contains(e))
            && published(pile, p).zip(published(pile, c)).is_some_and(|(a, b)| a < b)
    };
    let planned: Vec<usize> = (0..record.claims.len()).filter(is_plan).collect();
    let Some(event) = planned.first().and_then(|&p| pile.event_of(p)) else { return };
    let time = record.claims[planned[0]].time.clone();
    let sides = vec![Side::claims(planned, time), Side::claims(pile.fellows(c), None)];
    let note = "planned in one account, put off in another";
    out.event(event, DisagreementKind::Modality, Relation::Evolves, sides, note);
}

/// Acts by which a rule comes into force, and by which it ends.
const IMPOSES: [&str; 7] = ["impose", "introduce", "declare", "slap", "order", "proclaim", "enforce"];
const LIFTS: [&str; 9] =
    ["lift", "end", "revoke", "rescind", "repeal", "withdraw", "ease", "remove", "relax"];
/// What is imposed and lifted.
const RULES: [&str; 14] = [
    "curfew",
    "ban",
    "sanction",
    "embargo",
    "lockdown",
    "blockade",
    "emergency",
    "restriction",
    "quarantine",
    "freeze",
    "siege",
    "tariff",
    "moratorium",
    "warning",
];

/// A rule that is imposed in one account and lifted in a later one.
fn lifted(pile: &Pile, out: &mut Builder) {
    let record = pile.record;
    // "Imposed a ban" may be one act ("impose ban").
    let rule = |claim: &Claim| -> Option<&'static str> {
        let parts = claim.participants.iter().map(|p| p.head.as_str());
        let heads: Vec<&str> = parts.chain(claim.predicate.split(' ').skip(1)).collect();
        RULES.iter().find(|r| heads.contains(r)).copied()
    };
    let of = |verbs: &[&str]| -> Vec<(usize, &'static str)> {
        let is_it = |c: &Claim| {
            c.predicate.split(' ').next().is_some_and(|verb| verbs.contains(&verb))
                && Mode::of(c) == Mode::Done
                && !record.ties.is_copied(c.span.article, c.trigger)
        };
        let all = record.claims.iter().enumerate().filter(|(_, c)| is_it(c));
        all.filter_map(|(i, c)| Some((i, rule(c)?))).collect()
    };
    let imposed = of(&IMPOSES);
    for (end, what) in of(&LIFTS) {
        let claim = &record.claims[end];
        let is_before = |&&(start, rule): &&(usize, &str)| {
            let other = &record.claims[start];
            let is_one_place = claim.place.zip(other.place).is_none_or(|(a, b)| a == b);
            rule == what
                && is_one_place
                && record.articles[other.span.article].story == record.articles[claim.span.article].story
                && published(pile, start).zip(published(pile, end)).is_some_and(|(a, b)| a < b)
        };
        let starts: Vec<usize> = imposed.iter().filter(is_before).map(|(start, _)| *start).collect();
        let (Some(event), false) = (pile.event_of(end), starts.is_empty()) else { continue };
        let sides = vec![Side::claims(starts, None), Side::claims(pile.fellows(end), None)];
        let note = "in force in one account, lifted in a later one";
        out.event(event, DisagreementKind::Modality, Relation::Evolves, sides, note);
    }
}

/// Pairs of events, one open and one done, that tell the same.
fn between(pile: &Pile, kinship: &Kinship, out: &mut Builder) {
    let record = pile.record;
    let mut index: FxHashMap<&str, (Vec<usize>, Vec<usize>)> = FxHashMap::default();
    for (c, claim) in record.claims.iter().enumerate().filter(|(_, c)| c.polarity == Polarity::Positive) {
        let (open, done) = index.entry(claim.predicate.as_str()).or_default();
        match Mode::of(claim) {
            Mode::Open => open.push(c),
            Mode::Done => done.push(c),
            _ => {}
        }
    }
    let mut best: BTreeMap<(usize, usize), (f32, usize, usize)> = BTreeMap::new();
    let few = |all: &[usize]| all.len() <= N_BEARERS_MAX;
    for (open, done) in index.into_values().filter(|(open, done)| few(open) && few(done)) {
        for &o in &open {
            for &d in &done {
                let (Some(x), Some(y)) = (pile.event_of(o), pile.event_of(d)) else { continue };
                if x == y || !could_be_outcome(pile, o, d) {
                    continue;
                }
                let score = kinship.likeness(o, d);
                if score >= SAME_HAPPENING_MIN {
                    let slot = best.entry((x, y)).or_insert((0.0, o, d));
                    if (score, std::cmp::Reverse((o, d))) > (slot.0, std::cmp::Reverse((slot.1, slot.2))) {
                        *slot = (score, o, d);
                    }
                }
            }
        }
    }
    let mut told: FxHashSet<usize> = FxHashSet::default();
    for ((_, done_event), (_, open, done)) in best {
        if told.insert(open) {
            plan_and_outcome(pile, done_event, open, done, out);
        }
    }
}

/// Whether an open claim of one account may have come true in another, later or undated.
fn could_be_outcome(pile: &Pile, open: usize, done: usize) -> bool {
    let (x, y) = (&pile.record.claims[open], &pile.record.claims[done]);
    let story = |c: &Claim| pile.record.articles[c.span.article].story;
    let is_copied = |c: &Claim| pile.record.ties.is_copied(c.span.article, c.trigger);
    let order = published(pile, done).zip(published(pile, open)).map(|(d, o)| d.cmp(&o));
    // Which is the later account must be known, or the day that both name: else nothing "changed".
    let names_its_day = || days_apart(x.time.as_ref(), y.time.as_ref()).is_some_and(|gap| gap == 0);
    let is_outcome = order.map_or_else(names_its_day, std::cmp::Ordering::is_ge);
    // "A flaw could let them in" is a power, no plan.
    x.modality != Modality::Possible
        && x.span.article != y.span.article
        && story(x) == story(y)
        && x.quotation.is_none()
        && !is_copied(y)
        && is_outcome
        && share_participants(x, y)
}

fn plan_and_outcome(pile: &Pile, event: usize, open: usize, done: usize, out: &mut Builder) {
    let record = pile.record;
    let planned = record.claims[open].time.clone();
    let happened = record.claims[done].time.clone().or_else(|| record.events[event].time.clone());
    let gap = days_apart(planned.as_ref(), happened.as_ref());
    if gap.is_some_and(|g| g > APART_DAYS_MAX) {
        return;
    }
    // A plan that names its day and an outcome on another: one of them has the day wrong, or it was put off.
    let is_plan = record.claims[open].modality == Modality::Planned;
    let clash = is_plan && gap.is_some_and(|g| g > 0);
    let (kind, relation, note) = if clash {
        let note = "expected for another day than the one on which the others say it happened";
        (DisagreementKind::Date, Relation::Conflict, note)
    } else {
        (DisagreementKind::Modality, Relation::Evolves, "still ahead in one account, done in the other")
    };
    let same = |&c: &usize| Mode::of(&record.claims[c]) == Mode::Done;
    let outcome: Vec<usize> = record.events[event].claims.iter().copied().filter(same).collect();
    let sides = vec![Side::claims(pile.fellows(open), planned), Side::claims(outcome, happened)];
    out.event(event, kind, relation, sides, note);
}

/// Days between two times that do not overlap; 0 when they do.
fn days_apart(a: Option<&Time>, b: Option<&Time>) -> Option<i32> {
    let (a, b) = (a?, b?);
    if a.overlaps_days(b) {
        return Some(0);
    }
    let gap = |l: Option<Date>, r: Option<Date>| l.zip(r).and_then(|(l, r)| days_between(l, r)).map(i32::abs);
    gap(a.last_day(), b.first_day()).into_iter().chain(gap(b.last_day(), a.first_day())).min()
}
