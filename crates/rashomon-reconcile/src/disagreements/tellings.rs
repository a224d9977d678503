//! The same happening told with another day, or as done here and as open there.

use super::of_claims;
use crate::events::{Kinship, is_copied};
use crate::record::{About, Claim, Disagreement, DisagreementKind, Record, Relation};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::Time;

/// Likeness, time and mode aside, from which two events are one happening told twice.
const SAME_HAPPENING_MIN: f32 = 0.60;
/// A plan and what became of it lie at most this far apart, in days.
const APART_DAYS_MAX: i32 = 10;

/// Disagreements inside events and between events that are told as done and as open.
pub(super) fn disagreements(record: &Record) -> Vec<Disagreement> {
    let mut found: Vec<Disagreement> = (0..record.events.len()).flat_map(|e| within(record, e)).collect();
    found.extend(between(record));
    found
}

/// One event affirmed and denied, or given in one mode by the original and in another by its copy.
fn within(record: &Record, event: usize) -> Vec<Disagreement> {
    let claims = &record.events[event].claims;
    let select = |is: &dyn Fn(&Claim) -> bool| -> Vec<usize> {
        claims.iter().copied().filter(|&c| is(&record.claims[c])).collect()
    };
    let (done, denied) = (select(&is_done), select(&is_denied));
    let rumoured = select(&|c| c.modality == Modality::ReportedOnly);
    let open = select(&is_open);
    let mut found = Vec::new();
    let affirmed = if done.is_empty() { rumoured } else { done.clone() };
    if !affirmed.is_empty() && !denied.is_empty() {
        found.push(Disagreement {
            about: About::Event(event),
            kind: DisagreementKind::Polarity,
            relation: Relation::Conflict,
            positions: vec![of_claims(record, affirmed, None), of_claims(record, denied, None)],
            note: "affirmed by some, denied by others".to_owned(),
        });
    }
    let distorted: Vec<usize> =
        done.iter().copied().filter(|&c| is_copied(record, &record.claims[c])).collect();
    if !open.is_empty() && !distorted.is_empty() {
        found.push(Disagreement {
            about: About::Event(event),
            kind: DisagreementKind::Modality,
            relation: Relation::Conflict,
            positions: vec![of_claims(record, open, None), of_claims(record, distorted, None)],
            note: "the copy tells as done what the original gives as planned or conditional".to_owned(),
        });
    }
    found
}

/// Pairs of events, one open and one done, or both done on other days, that tell the same.
fn between(record: &Record) -> Vec<Disagreement> {
    let kinship = Kinship::new(record);
    let mut event_of = vec![0; record.claims.len()];
    for (e, event) in record.events.iter().enumerate() {
        event.claims.iter().for_each(|&c| event_of[c] = e);
    }
    let mut best: std::collections::BTreeMap<(usize, usize), (f32, usize, usize)> =
        std::collections::BTreeMap::new();
    for (a, b) in kinship.pairs() {
        let (x, y) = (&record.claims[a], &record.claims[b]);
        if event_of[a] == event_of[b] || x.span.article == y.span.article || is_open(x) == is_open(y) {
            continue;
        }
        let score = kinship.likeness(a, b);
        let (open, done) = if is_open(x) { (a, b) } else { (b, a) };
        if score >= SAME_HAPPENING_MIN && is_done(&record.claims[done]) {
            let slot = best.entry((event_of[open], event_of[done])).or_insert((0.0, open, done));
            if score > slot.0 {
                *slot = (score, open, done);
            }
        }
    }
    best.into_iter()
        .filter_map(|((open_event, done_event), (_, open, done))| {
            plan_and_outcome(record, open_event, done_event, open, done)
        })
        .collect()
}

fn plan_and_outcome(
    record: &Record,
    open_event: usize,
    done_event: usize,
    open: usize,
    done: usize,
) -> Option<Disagreement> {
    let planned = record.claims[open].time.clone().or_else(|| record.events[open_event].time.clone());
    let happened = record.events[done_event].time.clone();
    let gap = days_apart(planned.as_ref(), happened.as_ref());
    if gap.is_some_and(|g| g > APART_DAYS_MAX) {
        return None;
    }
    let clash = gap.is_some_and(|g| g > 0);
    Some(Disagreement {
        about: About::Event(done_event),
        kind: if clash { DisagreementKind::Date } else { DisagreementKind::Modality },
        relation: if clash { Relation::Conflict } else { Relation::Evolves },
        positions: vec![
            of_claims(record, vec![open], planned),
            of_claims(record, record.events[done_event].claims.clone(), happened),
        ],
        note: if clash {
            "expected for another day than the one on which the others say it happened".to_owned()
        } else {
            "still ahead in one account, done in the other".to_owned()
        },
    })
    .map(|mut d| {
        if !clash {
            d.positions[1].claims.retain(|&c| c == done || is_done(&record.claims[c]));
        }
        d
    })
}

/// Days between two times that do not overlap; 0 when they do.
fn days_apart(a: Option<&Time>, b: Option<&Time>) -> Option<i32> {
    let (a, b) = (a?, b?);
    if a.overlaps_days(b) {
        return Some(0);
    }
    let gap = |l: Option<rashomon_text::Date>, r: Option<rashomon_text::Date>| {
        l.zip(r).and_then(|(l, r)| l.until(r).ok()).map(|s| s.get_days().abs())
    };
    gap(a.last_day(), b.first_day()).into_iter().chain(gap(b.last_day(), a.first_day())).min()
}

fn is_done(claim: &Claim) -> bool {
    claim.polarity == Polarity::Positive && matches!(claim.modality, Modality::Happened | Modality::Ongoing)
}

fn is_open(claim: &Claim) -> bool {
    matches!(
        claim.modality,
        Modality::Planned | Modality::Demanded | Modality::Conditional | Modality::Possible
    )
}

fn is_denied(claim: &Claim) -> bool {
    claim.modality == Modality::Denied || (claim.polarity == Polarity::Negative && !is_open(claim))
}
