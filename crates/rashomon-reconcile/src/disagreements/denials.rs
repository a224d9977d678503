//! Who contradicts whom: mutual accusations, and assertions that another speaker denies.

use super::of_claims;
use crate::record::{About, Claim, Disagreement, DisagreementKind, Record, Relation};
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::modality::{Modality, Polarity};

/// Mutual accusations: A accuses B, B accuses A. An official stands for the government or body.
pub(super) fn disagreements(record: &Record) -> Vec<Disagreement> {
    let accusations: Vec<usize> = (0..record.claims.len())
        .filter(|&c| {
            let claim = &record.claims[c];
            claim.kind == EventType::Accuse
                && claim.polarity == Polarity::Positive
                && claim.modality == Modality::Happened
        })
        .collect();
    let mut found: Vec<Disagreement> = Vec::new();
    let mut seen: Vec<(usize, usize)> = Vec::new();
    for &a in &accusations {
        let Some((accuser, accused)) = sides(record, &record.claims[a]) else { continue };
        if seen.contains(&(accuser, accused)) || seen.contains(&(accused, accuser)) {
            continue;
        }
        let of = |from: usize, to: usize| -> Vec<usize> {
            accusations
                .iter()
                .copied()
                .filter(|&c| sides(record, &record.claims[c]) == Some((from, to)))
                .collect()
        };
        let back = of(accused, accuser);
        if back.is_empty() {
            continue;
        }
        seen.push((accuser, accused));
        let event = record.events.iter().position(|e| e.claims.contains(&a));
        found.push(Disagreement {
            about: event.map_or_else(|| About::Measure("accusation".to_owned()), About::Event),
            kind: DisagreementKind::Participant,
            relation: Relation::Conflict,
            positions: vec![of_claims(record, of(accuser, accused), None), of_claims(record, back, None)],
            note: "each side blames the other".to_owned(),
        });
    }
    found
}

/// (accuser, accused), each as the body it speaks for.
fn sides(record: &Record, claim: &Claim) -> Option<(usize, usize)> {
    let side = |roles: &[ParticipantRole]| {
        let entity =
            claim.participants.iter().find(|p| roles.contains(&p.role) && p.entity.is_some())?.entity?;
        Some(record.entities[entity].affiliation.unwrap_or(entity))
    };
    let accuser = side(&[ParticipantRole::Actor, ParticipantRole::Speaker])?;
    let accused = side(&[ParticipantRole::Recipient, ParticipantRole::Victim, ParticipantRole::Theme])?;
    (accuser != accused).then_some((accuser, accused))
}
