//! Votes: who voted on what, how it ended, and whether the numbers add up.

use crate::entities::fold;
use crate::events::{is_copied, sentence};
use crate::record::{Claim, Outcome, Quantity, Record, TextSpan, Vote};
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::Time;
use smol_str::SmolStr;

/// Nouns of bodies that vote.
const BODIES: [&str; 17] = [
    "council",
    "parliament",
    "assembly",
    "senate",
    "congress",
    "committee",
    "board",
    "house",
    "chamber",
    "commission",
    "union",
    "jury",
    "court",
    "cabinet",
    "members",
    "bundestag",
    "duma",
];
/// Nouns of what is put to a vote.
const PROPOSALS: [&str; 14] = [
    "resolution",
    "motion",
    "bill",
    "draft",
    "measure",
    "amendment",
    "proposal",
    "offer",
    "law",
    "treaty",
    "vote",
    "budget",
    "plan",
    "recommendation",
];
/// Predicates by which a vote is carried.
const CARRIED: [&str; 11] = [
    "adopt",
    "pass",
    "approve",
    "ratify",
    "carry",
    "endorse",
    "accept",
    "elect",
    "confirm",
    "back",
    "authorise",
];
/// Predicates by which it is not.
const LOST: [&str; 9] = ["reject", "fail", "defeat", "refuse", "decline", "fall", "lose", "oppose", "throw"];
/// Predicates by which it is put off.
const PUT_OFF: [&str; 5] = ["postpone", "delay", "defer", "adjourn", "suspend"];
/// Share of the fewer content words from which an undated telling belongs to a dated vote.
const SAME_VOTE_MIN: f32 = 0.3;

/// The votes of the record, by date.
pub(super) fn votes(record: &Record) -> Vec<Vote> {
    let mut votes: Vec<Vote> = ballots(record).into_iter().filter_map(|b| vote(record, &b)).collect();
    votes.sort_by_key(|v| (v.date.is_none(), v.date.as_ref().and_then(|t| t.start), v.evidence[0]));
    votes
}

/// Claims that tell of one ballot.
struct Ballot {
    date: Option<Time>,
    claims: Vec<usize>,
}

/// Tellings of votes, those of one day together; undated ones with the day they share most words with.
fn ballots(record: &Record) -> Vec<Ballot> {
    let (mut dated, mut undated): (Vec<Ballot>, Vec<Ballot>) = (Vec::new(), Vec::new());
    for event in &record.events {
        let claims: Vec<usize> = event.claims.iter().copied().filter(|&c| is_of_vote(record, c)).collect();
        if claims.is_empty() {
            continue;
        }
        let day = event.time.as_ref().and_then(Time::single_day);
        match (
            day,
            dated.iter_mut().find(|b| day.is_some() && b.date.as_ref().and_then(Time::single_day) == day),
        ) {
            (_, Some(ballot)) => ballot.claims.extend(claims),
            (Some(_), None) => dated.push(Ballot { date: event.time.clone(), claims }),
            (None, None) => undated.push(Ballot { date: event.time.clone(), claims }),
        }
    }
    for ballot in undated {
        let likeness = |b: &Ballot| {
            let alike = overlap(&words(record, &b.claims), &words(record, &ballot.claims));
            if are_neighbours(record, &b.claims, &ballot.claims) { 1.0 + alike } else { alike }
        };
        let best = (0..dated.len()).max_by(|&a, &b| likeness(&dated[a]).total_cmp(&likeness(&dated[b])));
        match best.filter(|&b| likeness(&dated[b]) >= SAME_VOTE_MIN) {
            Some(at) => dated[at].claims.extend(ballot.claims),
            None => dated.push(ballot),
        }
    }
    dated.iter_mut().for_each(|b| b.claims.sort_unstable());
    dated
}

/// Whether a claim of one ballot stands in the sentence of, before or after a claim of the other.
fn are_neighbours(record: &Record, a: &[usize], b: &[usize]) -> bool {
    let place = |&c: &usize| (record.claims[c].span.article, record.claims[c].sentence);
    a.iter().map(place).any(|(article, sentence)| {
        b.iter().map(place).any(|(other, next)| article == other && sentence.abs_diff(next) <= 1)
    })
}

/// Told as done, and a vote, a veto, or a decision in a sentence with a count of votes.
fn is_of_vote(record: &Record, claim: usize) -> bool {
    let c = &record.claims[claim];
    let is_done =
        c.polarity == Polarity::Positive && matches!(c.modality, Modality::Happened | Modality::Ongoing);
    is_done
        && !is_copied(record, c)
        && (is_about_a_proposal(record, c) || !counts(record, c, "votes.").is_empty() || is_plain_vote(c))
        && (c.kind == EventType::Vote
            || is_veto(c)
            || (!counts(record, c, "votes.").is_empty() && decides(c)))
}

fn is_veto(claim: &Claim) -> bool {
    claim.predicate == "veto" || claim.mode == "veto"
}

/// "Voted", "abstained": nothing but a vote can be meant.
fn is_plain_vote(claim: &Claim) -> bool {
    matches!(claim.predicate.as_str(), "vote" | "abstain" | "veto")
}

/// Whether the claim's sentence speaks of something that is put to a vote.
fn is_about_a_proposal(record: &Record, claim: &Claim) -> bool {
    let terms = &record.articles[claim.span.article].terms[claim.sentence];
    terms.iter().any(|t| PROPOSALS.contains(&t.as_str()))
}

fn decides(claim: &Claim) -> bool {
    let predicate = claim.predicate.as_str();
    CARRIED.contains(&predicate) || LOST.contains(&predicate) || predicate == "vote"
}

/// Figures of a measure in the claim's sentence.
fn counts<'a>(record: &'a Record, claim: &Claim, measure: &str) -> Vec<&'a Quantity> {
    record
        .quantities
        .iter()
        .filter(|q| {
            q.span.article == claim.span.article
                && q.sentence == claim.sentence
                && q.measure.starts_with(measure)
        })
        .collect()
}

fn words(record: &Record, claims: &[usize]) -> Vec<SmolStr> {
    let mut all: Vec<SmolStr> = claims
        .iter()
        .flat_map(|&c| {
            let claim = &record.claims[c];
            record.articles[claim.span.article].terms[claim.sentence].iter().cloned()
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn overlap(a: &[SmolStr], b: &[SmolStr]) -> f32 {
    let shared = a.iter().filter(|w| b.binary_search(w).is_ok()).count();
    shared as f32 / a.len().min(b.len()).max(1) as f32
}

fn vote(record: &Record, ballot: &Ballot) -> Option<Vote> {
    let claims: Vec<&Claim> = ballot.claims.iter().map(|&c| &record.claims[c]).collect();
    let mut vote = Vote { date: ballot.date.clone(), ..Vote::default() };
    for claim in &claims {
        add_members(record, claim, &mut vote);
    }
    let count = |measure: &str| {
        most_common(claims.iter().flat_map(|c| counts(record, c, measure)).filter_map(|q| q.value))
    };
    vote.for_count = count("votes.for");
    vote.against_count = count("votes.against");
    vote.abstain_count = count("votes.abstain");
    count_names(&mut vote);
    vote.outcome = outcome(&claims, &vote);
    let named = vote.members_for.len() + vote.members_against.len() + vote.members_veto.len();
    if vote.for_count.is_none() && vote.against_count.is_none() && named == 0 {
        return None;
    }
    set_body_and_subject(record, &claims, &mut vote);
    vote.event = record.events.iter().position(|e| e.claims.contains(&ballot.claims[0]));
    vote.evidence = claims.iter().map(|c| sentence(record, c)).collect();
    vote.evidence.sort_unstable();
    vote.evidence.dedup();
    check_sum(&mut vote);
    Some(vote)
}

fn most_common(values: impl Iterator<Item = f64>) -> Option<u64> {
    let mut all: Vec<u64> = values.filter(|v| *v >= 0.0 && v.fract() == 0.0).map(|v| v as u64).collect();
    all.sort_unstable();
    let runs = || all.chunk_by(|a, b| a == b);
    runs().max_by_key(|run| run.len()).map(|run| run[0])
}

/// Where "for" and "against" stand after the verb.
fn side(record: &Record, claim: &Claim) -> Option<bool> {
    let text = &record.articles[claim.span.article].article.text;
    let end = claim.span.span.end().max(claim.trigger.end());
    let after = fold(&text[claim.trigger.end()..end]);
    after.split(' ').take(5).find_map(|word| match word {
        "against" => Some(false),
        "for" | "favour" | "favor" => Some(true),
        _ => None,
    })
}

fn add_members(record: &Record, claim: &Claim, vote: &mut Vote) {
    let members = claim
        .participants
        .iter()
        .filter(|p| p.role == ParticipantRole::Actor)
        .filter_map(|p| p.entity)
        .filter(|&e| matches!(record.entities[e].kind, EntityKind::Person | EntityKind::Government));
    let list = if is_veto(claim) {
        &mut vote.members_veto
    } else {
        match (claim.predicate.as_str(), side(record, claim)) {
            ("vote", Some(true)) | ("support" | "back", _) => &mut vote.members_for,
            ("vote", Some(false)) | ("oppose", _) => &mut vote.members_against,
            ("abstain", _) => &mut vote.members_abstain,
            _ => return,
        }
    };
    for member in members {
        if !list.contains(&member) {
            list.push(member);
        }
    }
}

/// Where no count is given and names are: as many as are named. A veto is a vote against.
fn count_names(vote: &mut Vote) {
    for member in &vote.members_veto {
        if !vote.members_against.contains(member) {
            vote.members_against.push(*member);
        }
    }
    if vote.against_count.is_none() && !vote.members_against.is_empty() && vote.for_count.is_some() {
        vote.against_count = Some(vote.members_against.len() as u64);
        vote.checks.push("against: counted from the members named".to_owned());
    }
}

fn outcome(claims: &[&Claim], vote: &Vote) -> Option<Outcome> {
    let any = |list: &[&str]| claims.iter().any(|c| list.contains(&c.predicate.as_str()));
    if claims.iter().any(|c| is_veto(c)) {
        Some(Outcome::Vetoed)
    } else if any(&PUT_OFF) {
        Some(Outcome::Postponed)
    } else if any(&LOST) {
        Some(Outcome::Failed)
    } else if any(&CARRIED) {
        Some(Outcome::Adopted)
    } else {
        let (yes, no) = (vote.for_count?, vote.against_count?);
        Some(if yes > no { Outcome::Adopted } else { Outcome::Failed })
    }
}

fn set_body_and_subject(record: &Record, claims: &[&Claim], vote: &mut Vote) {
    let names_body = |e: usize| fold(&record.entities[e].name).split(' ').any(|w| BODIES.contains(&w));
    let in_sentence = |e: usize, c: &Claim| {
        let span = sentence(record, c);
        record.entities[e].mentions.iter().any(|m| m.article == span.article && span.span.contains(m.span))
    };
    vote.body = (0..record.entities.len())
        .filter(|&e| names_body(e))
        .max_by_key(|&e| (claims.iter().filter(|c| in_sentence(e, c)).count(), std::cmp::Reverse(e)))
        .filter(|&e| claims.iter().any(|c| in_sentence(e, c)));
    vote.body_name = vote.body.map_or_else(String::new, |e| record.entities[e].name.clone());
    let themes = || claims.iter().flat_map(|c| &c.participants).filter(|p| p.role == ParticipantRole::Theme);
    let theme = themes().find(|p| PROPOSALS.contains(&p.head.as_str())).or_else(|| themes().next());
    let words = |s: TextSpan| record.articles[s.article].article.slice(s.span).to_owned();
    vote.subject = theme.map_or_else(|| words(claims[0].span), |p| words(p.span));
}

/// Says what the counts make together.
fn check_sum(vote: &mut Vote) {
    if let (Some(yes), Some(no)) = (vote.for_count, vote.against_count) {
        let (kept, words) = match vote.abstain_count {
            Some(n) => (n, format!(" + {n} abstentions")),
            None => (0, String::new()),
        };
        vote.checks.push(format!("{yes} for + {no} against{words} = {}", yes + no + kept));
    }
}
