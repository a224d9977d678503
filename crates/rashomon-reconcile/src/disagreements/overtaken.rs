//! What was not so in one account, or ruled out, and is so in a later one: a minister who will not step down and then
//! resigns, no inquiry opened and then one; a town that one side took and then the other.

use super::fates::act;
use super::pile::{Mode, Pile, Voice, has_telling_head, is_one};
use super::tellings::is_negated_in_words;
use super::{Builder, Side};
use crate::record::{Claim, DisagreementKind, Participant, Relation};
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::{BlockKind, Date};
use rustc_hash::{FxHashMap, FxHashSet};

/// Claims of one predicate beyond which it tells nothing.
const N_BEARERS_MAX: usize = 200;
/// Verbs by which a side takes a place.
const TAKES: [&str; 12] = [
    "take",
    "capture",
    "seize",
    "retake",
    "recapture",
    "conquer",
    "overrun",
    "occupy",
    "regain",
    "reclaim",
    "liberate",
    "storm",
];

/// What a later account overtakes.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let mut by_predicate: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (c, claim) in pile.record.claims.iter().enumerate().filter(|(_, c)| is_own(pile, c)) {
        by_predicate.entry(act(&claim.predicate)).or_default().push(c);
    }
    let mut told: FxHashSet<(usize, usize)> = FxHashSet::default();
    for c in 0..pile.record.claims.len() {
        let claim = &pile.record.claims[c];
        if !is_own(pile, claim) || !is_not_so(pile, claim) {
            continue;
        }
        let all = by_predicate.get(act(&claim.predicate)).filter(|all| all.len() <= N_BEARERS_MAX);
        let Some(&done) = all.into_iter().flatten().find(|&&d| came_true(pile, c, d)) else { continue };
        let (Some(x), Some(y)) = (pile.event_of(c), pile.event_of(done)) else { continue };
        if out.has_opposed_claims(c, done) || !told.insert((x, y)) {
            continue;
        }
        let sides = vec![Side::claims(pile.fellows(c), None), Side::claims(pile.fellows(done), None)];
        out.event(
            y,
            DisagreementKind::Polarity,
            Relation::Evolves,
            sides,
            "not so in one account, and so in a later one",
        );
    }
    changes_of_hands(pile, out);
}

fn is_own(pile: &Pile, claim: &Claim) -> bool {
    !pile.record.ties.is_copied(claim.span.article, claim.trigger)
        && pile.block(claim.span.article, claim.sentence) == BlockKind::Paragraph
}

/// Told as not so or ruled out, of somebody or something that it names, or on somebody's word.
fn is_not_so(pile: &Pile, claim: &Claim) -> bool {
    let is_ruled_out = || matches!(claim.modality, Modality::Planned | Modality::Conditional);
    claim.polarity == Polarity::Negative
        && (Mode::of(claim) == Mode::Denied || is_ruled_out())
        && is_negated_in_words(pile, claim)
        && (cast(claim).next().is_some() || voice(pile, claim).is_cited)
}

fn voice(pile: &Pile, claim: &Claim) -> Voice {
    pile.voice(claim.span.article, &claim.attribution)
}

/// Whether one authority tells both: "no inquiry has been opened", "we opened an inquiry on Monday".
fn is_one_word(pile: &Pile, a: &Claim, b: &Claim) -> bool {
    let (x, y) = (voice(pile, a), voice(pile, b));
    x.is_cited && x.is_one_body(&y)
}

/// Whether a claim of a later account tells as done, of the same, what had not been so.
fn came_true(pile: &Pile, denied: usize, done: usize) -> bool {
    let (d, a) = (&pile.record.claims[denied], &pile.record.claims[done]);
    let story = |c: &Claim| pile.record.articles[c.span.article].story;
    let out = published(pile, d).zip(published(pile, a));
    let is_since =
        a.time.as_ref().and_then(|t| t.last_day()).zip(published(pile, d)).is_none_or(|(on, out)| on >= out);
    let is_done_by = |p: &Participant| p.role == ParticipantRole::Actor;
    let has = |p: &Participant| cast(a).any(|q| is_one(p, q) && is_done_by(p) == is_done_by(q));
    Mode::of(a) == Mode::Done
        && d.time.is_none()
        && story(a) == story(d)
        && out.is_some_and(|(before, after)| before < after)
        && is_since
        && cast(d).all(has)
        && (cast(d).next().is_some() || is_one_word(pile, d, a))
}

/// Who and what, speakers, places and times aside.
fn cast(claim: &Claim) -> impl Iterator<Item = &Participant> {
    use ParticipantRole::{Actor, Theme, Victim};
    claim
        .participants
        .iter()
        .filter(|p| matches!(p.role, Actor | Theme | Victim) && (p.entity.is_some() || has_telling_head(p)))
}

fn published(pile: &Pile, claim: &Claim) -> Option<Date> {
    pile.record.articles[claim.span.article].published.value.as_ref()?.first_day()
}

/// A place that one side took, and another after it.
fn changes_of_hands(pile: &Pile, out: &mut Builder) {
    let record = pile.record;
    let taken: Vec<(usize, usize, usize)> = (0..record.claims.len())
        .filter_map(|c| {
            let claim = &record.claims[c];
            let verb = claim.predicate.split(' ').next().unwrap_or_default();
            let is_it =
                claim.kind == EventType::Territory && TAKES.contains(&verb) && Mode::of(claim) == Mode::Done;
            let entity = |role: ParticipantRole| claim.participants.iter().find(|p| p.role == role)?.entity;
            let place = entity(ParticipantRole::Theme)?;
            let is_place = record.entities[place].kind == EntityKind::Place;
            (is_it && is_place && is_own(pile, claim)).then_some((c, entity(ParticipantRole::Actor)?, place))
        })
        .collect();
    for &(c, side, place) in &taken {
        let claim = &record.claims[c];
        let is_before = |&&(d, other, there): &&(usize, usize, usize)| {
            let first = &record.claims[d];
            let when = |c: &Claim| c.time.as_ref().and_then(|t| t.last_day());
            there == place
                && other != side
                && record.articles[first.span.article].story == record.articles[claim.span.article].story
                && when(first).zip(when(claim)).is_some_and(|(x, y)| x < y)
        };
        let Some(&(first, ..)) = taken.iter().find(is_before) else { continue };
        let Some(event) = pile.event_of(c).filter(|_| !out.has_opposed_claims(first, c)) else { continue };
        let sides = vec![Side::claims(pile.fellows(first), None), Side::claims(pile.fellows(c), None)];
        out.event(
            event,
            DisagreementKind::Participant,
            Relation::Evolves,
            sides,
            "taken by one side, and later by another",
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    #[track_caller]
    fn check(first: &str, second: &str, expected: Option<&str>) {
        let record = record_of(&[("north", "2023-05-15", first), ("south", "2023-05-19", second)]);
        let notes: Vec<&str> = record.disagreements.iter().map(|d| d.note.as_str()).collect();
        match expected {
            Some(words) => assert!(notes.iter().any(|n| n.contains(words)), "{first} {second}: {notes:?}"),
            None => assert!(!notes.iter().any(|n| n.contains("later")), "{first} {second}: {notes:?}"),
        }
    }

    #[test]
    fn what_was_not_so_yet() {
        check(
            "Trainer Paul Stern of the Lyon football club has not resigned, the club said.",
            "After nine years in Lyon and two lost finals, Paul Stern resigned as trainer on Thursday.",
            Some("not so at first, and so later"),
        );
        check(
            "Trainer Paul Stern of the Lyon football club has not resigned, the club said.",
            "After nine years in Lyon and two lost finals, Omar Reza resigned as captain on Thursday.",
            None,
        );
        check(
            "Paul Stern, the trainer of the Lyon football club, said that he would not step down.",
            "After nine years in Lyon and two lost finals, Paul Stern resigned as trainer on Thursday.",
            Some("not so in one account"),
        );
        check(
            "Prosecutors in Lyon said that no criminal investigation of the club had been opened.",
            "Prosecutors in Lyon confirmed that they had opened a criminal investigation of the club on Wednesday.",
            Some("later"),
        );
        check(
            "Paul Stern resigned as trainer of the Lyon football club on Thursday.",
            "Trainer Paul Stern of the Lyon football club has not resigned, the club said.",
            None,
        );
        check(
            "Trainer Paul Stern of the Lyon football club did not resign on Friday, the club said.",
            "After nine years in Lyon and two lost finals, Paul Stern resigned as trainer on Thursday.",
            None,
        );
    }

    #[test]
    fn a_town_that_changes_hands() {
        let taken = "The Northern Front captured Lyon on 12 May after a siege of nine days.";
        let note = Some("taken by one side, and later by another");
        let siege = "After a siege of nine days by the Northern Front, the Kenya Army";
        check(taken, &format!("{siege} recaptured Lyon on 18 May."), note);
        check(taken, &format!("{siege} had seized Lyon on 3 May."), note);
        check(taken, &format!("{siege} recaptured Oslo on 18 May."), None);
        check(taken, "After a siege of nine days, the Northern Front seized Lyon on 13 May.", None);
    }
}
