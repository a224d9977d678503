//! What the actors stand for: proposals, support, conditions, rejections, denials, accusations.

use crate::events::sentence;
use crate::record::{ActorPosition, Claim, Record, Stance};
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::modality::{Modality, Polarity};
use rustc_hash::FxHashSet;

/// One row for each actor, stance and event; in pile order.
pub(super) fn positions(record: &Record) -> Vec<ActorPosition> {
    let mut event_of = vec![None; record.claims.len()];
    for (e, event) in record.events.iter().enumerate() {
        event.claims.iter().for_each(|&c| event_of[c] = Some(e));
    }
    let mut seen = FxHashSet::default();
    let mut positions = Vec::new();
    for (c, claim) in record.claims.iter().enumerate() {
        let Some(stance) = stance(claim) else { continue };
        for actor in actors(claim) {
            if seen.insert((actor, stance, event_of[c])) {
                positions.push(ActorPosition {
                    actor,
                    on: subject(record, claim),
                    on_event: event_of[c],
                    stance,
                    statement: sentence(record, claim),
                    time: claim.time.clone(),
                    attribution: claim.attribution.clone(),
                });
            }
        }
    }
    positions
}

/// Whose position it is: the actors and speakers that are known.
fn actors(claim: &Claim) -> impl Iterator<Item = usize> + '_ {
    let is_actor = |r: ParticipantRole| matches!(r, ParticipantRole::Actor | ParticipantRole::Speaker);
    claim.participants.iter().filter(move |p| is_actor(p.role)).filter_map(|p| p.entity)
}

/// What the claim's predicate says of the actor's stance; only acts told as done.
fn stance(claim: &Claim) -> Option<Stance> {
    if !matches!(claim.modality, Modality::Happened | Modality::Ongoing)
        || claim.polarity != Polarity::Positive
    {
        return None;
    }
    match claim.predicate.as_str() {
        "veto" | "block" | "obstruct" => return Some(Stance::Blocks),
        "deny" | "dispute" | "refute" | "dismiss" => return Some(Stance::Denies),
        "oppose" | "object" => return Some(Stance::Opposes),
        "propose" | "offer" | "suggest" | "recommend" => return Some(Stance::Proposes),
        "condition" | "insist" => return Some(Stance::Conditions),
        _ => {}
    }
    match claim.kind {
        EventType::Support => Some(Stance::Supports),
        EventType::Agree | EventType::Concede => Some(Stance::Accepts),
        EventType::Reject => Some(Stance::Rejects),
        EventType::Accuse => Some(Stance::Accuses),
        EventType::Request => Some(Stance::Proposes),
        _ => None,
    }
}

/// What it is about, in the article's words.
fn subject(record: &Record, claim: &Claim) -> String {
    let about = |r: ParticipantRole| {
        matches!(r, ParticipantRole::Theme | ParticipantRole::Recipient | ParticipantRole::Victim)
    };
    let span = claim.participants.iter().find(|p| about(p.role)).map_or(claim.span, |p| p.span);
    record.articles[span.article].article.slice(span.span).to_owned()
}
