//! Events: claims of one or many articles that tell of the same happening.
//!
//! Claims join by predicate, participants, words, time and aligned passages ([`kinship`]), greedily from the
//! surest pair on, as long as the two groups agree on average and nothing in them is incompatible
//! ([`cluster`]). What stands behind each event is counted by [`support`](mod@support); how it stands by [`status`].

mod answers;
mod casting;
mod cluster;
mod counts;
mod kinship;
mod moments;
mod news_day;
mod nominals;
mod predicates;
#[cfg(test)]
mod retold;
mod speakers;
mod status;
mod support;
#[cfg(test)]
mod tests;
mod whereabouts;
mod wording;

use crate::record::{About, Claim, DisagreementKind, Event, Participant, Record, Relation, Status, TextSpan};
use rashomon_reading::claim::TimeBasis;
use rashomon_text::{BlockKind, Precision, Time};

pub(crate) use kinship::{Kinship, is_carried_out};
pub(crate) use moments::is_history;
pub(crate) use status::is_spun;
pub(crate) use support::{Statement, independent};

/// The events of the record's claims, by time, then by place in the pile; undated ones last.
pub(crate) fn events(record: &Record) -> Vec<Event> {
    let mut events: Vec<Event> = cluster::clusters(record).into_iter().map(|c| event(record, c)).collect();
    events.sort_by_key(order);
    events
}

/// Brings together the events of which each group of claims is found to tell one, such as the tellings of one ballot. An
/// event that tells of other things too stays apart.
pub(crate) fn join(record: &mut Record, groups: &[Vec<usize>]) {
    let mut gone = vec![false; record.events.len()];
    for group in groups {
        let is_told = |&c: &usize| group.contains(&c) || is_copied(record, &record.claims[c]);
        let is_theirs = |e: &usize| !gone[*e] && record.events[*e].claims.iter().all(is_told);
        let tells = |e: &usize| record.events[*e].claims.iter().any(|c| group.contains(c));
        let all: Vec<usize> = (0..record.events.len()).filter(|e| tells(e) && is_theirs(e)).collect();
        let [first, rest @ ..] = &all[..] else { continue };
        if rest.is_empty() {
            continue;
        }
        let mut claims: Vec<usize> = all.iter().flat_map(|&e| record.events[e].claims.clone()).collect();
        claims.sort_unstable();
        rest.iter().for_each(|&e| gone[e] = true);
        record.events[*first] = event(record, claims);
    }
    let mut gone = gone.into_iter();
    record.events.retain(|_| !gone.next().unwrap_or_default());
    record.events.sort_by_key(order);
}

/// Links the events by what their claims say of each other: conditions to what would follow, parts to their whole.
pub(crate) fn link(record: &mut Record) {
    let mut event_of = vec![0; record.claims.len()];
    for (e, event) in record.events.iter().enumerate() {
        event.claims.iter().for_each(|&c| event_of[c] = e);
    }
    let links = |to: fn(&Claim) -> Option<usize>| -> Vec<(usize, usize)> {
        let all = record
            .claims
            .iter()
            .enumerate()
            .filter_map(|(c, claim)| Some((event_of[c], event_of[to(claim)?])));
        let mut all: Vec<_> = all.filter(|(from, to)| from != to).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let (conditions, parts) = (links(|c| c.condition_of), links(|c| c.part_of));
    // What is told as the whole of one thing and the part of another at once is neither.
    let is_mutual = |&(a, b): &(usize, usize)| parts.contains(&(b, a));
    for &(condition, consequence) in &conditions {
        record.events[condition].precondition_of.push(consequence);
    }
    for (part, whole) in parts.iter().copied().filter(|p| !is_mutual(p)) {
        record.events[whole].sub_events.push(part);
    }
}

/// Sets what depends on the disagreements: an event that others say did not happen is disputed. Then all know how they stand,
/// and what is only said gets its speakers.
pub(crate) fn settle(record: &mut Record) {
    for disagreement in &record.disagreements {
        let About::Event(event) = disagreement.about else { continue };
        let contested = matches!(disagreement.kind, DisagreementKind::Polarity | DisagreementKind::Modality)
            && disagreement.relation == Relation::Conflict;
        if contested && matches!(record.events[event].status, Status::Corroborated | Status::SingleSource) {
            record.events[event].status = Status::Disputed;
        }
    }
    speakers::add(record);
}

fn order(event: &Event) -> (bool, Option<rashomon_text::DateTime>, usize) {
    let start = event.time.as_ref().and_then(|t| t.start);
    (start.is_none(), start, event.claims[0])
}

fn event(record: &Record, claims: Vec<usize>) -> Event {
    let of = |&c: &usize| &record.claims[c];
    let best = best_claim(record, &claims);
    let news = || Some((news_day::of(record, &claims)?, TimeBasis::News));
    let (time, time_basis) = time(record, &claims).or_else(news).unzip();
    let support = support::support(record, &claims);
    let status = status::status(record, &claims, &support);
    Event {
        label: sentence(record, &record.claims[best]),
        kind: record.claims[best].kind,
        place: claims.iter().map(of).find_map(|c| c.place),
        participants: participants(record, &claims),
        time,
        time_basis,
        support,
        status,
        claims,
        sub_events: Vec::new(),
        precondition_of: Vec::new(),
    }
}

/// The sentence a claim stands in.
pub(crate) fn sentence(record: &Record, claim: &Claim) -> TextSpan {
    let span = record.articles[claim.span.article].sentences[claim.sentence].span;
    TextSpan { article: claim.span.article, span }
}

/// The claim that tells it best: in the account's own body, not a copy's, not by the way, with a time and with participants.
fn best_claim(record: &Record, claims: &[usize]) -> usize {
    let worth = |&c: &usize| {
        let claim = &record.claims[c];
        let article = &record.articles[claim.span.article];
        let kind = article.sentences[claim.sentence].kind;
        let length = article.sentences[claim.sentence].span.len();
        (
            kind == BlockKind::Paragraph,
            !is_copied(record, claim),
            claim.standing,
            claim.time.is_some(),
            claim.participants.iter().filter(|p| p.entity.is_some()).count().min(3),
            claim.quotation.is_none(),
            usize::MAX - length.abs_diff(150),
            usize::MAX - c,
        )
    };
    claims.iter().copied().max_by_key(worth).expect("an event has a claim")
}

/// Whether the claim stands in a passage that its article took from another one.
pub(crate) fn is_copied(record: &Record, claim: &Claim) -> bool {
    record.ties.is_copied(claim.span.article, claim.trigger)
}

/// Resolved participants of all claims, once each per role.
fn participants(record: &Record, claims: &[usize]) -> Vec<Participant> {
    let mut all: Vec<Participant> = Vec::new();
    for participant in claims.iter().flat_map(|&c| &record.claims[c].participants) {
        let is_known = |p: &Participant| p.entity == participant.entity && p.role == participant.role;
        if participant.entity.is_some() && !all.iter().any(is_known) {
            all.push(participant.clone());
        }
    }
    all
}

/// The time most claims agree on, the finest of those that agree; originals count before copies.
fn time(record: &Record, claims: &[usize]) -> Option<(Time, TimeBasis)> {
    let timed: Vec<(&Time, TimeBasis, bool)> = claims
        .iter()
        .map(|&c| &record.claims[c])
        .filter_map(|c| Some((c.time.as_ref()?, c.time_basis, is_copied(record, c))))
        .filter(|(t, ..)| t.start.is_some() || t.end.is_some())
        .collect();
    let votes = |time: &Time| -> usize {
        timed
            .iter()
            .filter(|(t, ..)| t.overlaps_days(time))
            .map(|(.., copied)| if *copied { 1 } else { 2 })
            .sum()
    };
    let width = |t: &Time| match (t.first_day(), t.last_day()) {
        (Some(a), Some(b)) => a.until(b).map_or(i32::MAX, |s| s.get_days()),
        _ => i32::MAX,
    };
    let fineness = |t: &Time| std::cmp::Reverse((width(t), t.precision == Precision::Unknown, t.precision));
    let worth = |t: &Time, basis| (votes(t), fineness(t), std::cmp::Reverse((t.clone(), basis)));
    let best = timed.iter().max_by_key(|(t, basis, _)| worth(t, *basis))?;
    Some((best.0.clone(), best.1))
}
