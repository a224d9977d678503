//! The counts of a vote, as the sentences about it give them.

use super::{ballots, words};
use crate::record::{Claim, Quantity, Record};
use rashomon_reading::claim::EventType;
use rashomon_reading::modality::{Modality, Polarity};

/// Votes for, against and withheld, and those who were away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tally {
    pub(super) yes: Option<u64>,
    pub(super) no: Option<u64>,
    pub(super) withheld: Option<u64>,
    pub(super) away: Option<u64>,
}

impl Tally {
    /// What the sentence of a claim counts.
    pub(super) fn of(record: &Record, claim: &Claim) -> Tally {
        let count = |measure: &str| figures(record, claim).find(|q| q.measure == measure).and_then(whole);
        let (yes, no) = match (count("votes.for"), count("votes.against")) {
            (None, None) => match sides(record, claim) {
                Some((yes, no)) => (Some(yes), Some(no)),
                None => sides_after(record, claim).unzip(),
            },
            counted => counted,
        };
        let no = no.or_else(|| only_opponent(record, claim).map(|_| 1));
        let withheld = count("votes.abstain").or_else(|| nobody_or_one_abstained(record, claim));
        let away = away(record, claim).and_then(whole);
        Tally { yes, no, withheld, away }
    }

    /// "56 deputies backed it; 59 opposed it": both sides are counted in the claim's sentence, and told as so.
    pub(super) fn is_counted_out(record: &Record, claim: &Claim) -> bool {
        let is_told = |measure: &str| {
            figures(record, claim).any(|q| q.measure == measure && q.modality == Modality::Happened)
        };
        is_told("votes.for") && is_told("votes.against")
    }

    /// Whether both sides of a score, told as so, stand within the claim's clause.
    pub(super) fn is_within(record: &Record, claim: &Claim) -> bool {
        let is_told = |measure: &str| {
            figures(record, claim).any(|q| {
                q.measure == measure && q.modality == Modality::Happened && claim.span.span.contains(q.figure)
            })
        };
        is_told("votes.for") && is_told("votes.against")
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Tally::default()
    }

    /// Whether nothing that both count differs.
    pub(super) fn agrees(&self, other: &Tally) -> bool {
        let same = |a: Option<u64>, b: Option<u64>| a.is_none() || b.is_none() || a == b;
        same(self.yes, other.yes) && same(self.no, other.no) && same(self.withheld, other.withheld)
    }

    /// Whether both give the same count of one side.
    pub(super) fn shares_a_side(&self, other: &Tally) -> bool {
        let same = |a: Option<u64>, b: Option<u64>| a.is_some() && a == b;
        same(self.yes, other.yes) || same(self.no, other.no)
    }
}

/// "The motion has failed. 71 million votes were cast for it and 44 million against.": both sides in the next sentence.
fn sides_after(record: &Record, claim: &Claim) -> Option<(u64, u64)> {
    let is_outcome = words::is_lost(&claim.predicate) || words::is_carried(&claim.predicate);
    let is_told = claim.polarity == Polarity::Positive && claim.modality == Modality::Happened;
    let (article, next) = (claim.span.article, claim.sentence + 1);
    let near = record.quantities_in(article, claim.sentence).start..record.quantities_in(article, next).end;
    let is_vote = |q: &&Quantity| q.measure.starts_with("votes") && q.modality == Modality::Happened;
    let all: Vec<&Quantity> = record.quantities[near].iter().filter(is_vote).collect();
    let count = |measure: &str| all.iter().find(|q| q.measure == measure).copied().and_then(whole);
    // "The board passed the budget by 7 votes to 4": its own vote.
    let claims_after = &record.claims[record.claims_in(article, next)];
    let has_its_own = claims_after.iter().any(|c| words::is_carried(&c.predicate));
    let is_there = !has_its_own && all.iter().all(|q| q.sentence == next);
    count("votes.for").zip(count("votes.against")).filter(|_| is_outcome && is_told && is_there)
}

/// Who was away, in the claim's sentence or the next: "It was carried by 33 votes to 11. Five members were absent."
pub(super) fn away<'a>(record: &'a Record, claim: &Claim) -> Option<&'a Quantity> {
    let (article, sentence) = (claim.span.article, claim.sentence);
    let near = record.quantities_in(article, sentence).start..record.quantities_in(article, sentence + 1).end;
    let is_told = |q: &&Quantity| q.measure == "votes.absent" && q.modality == Modality::Happened;
    let counts = figures(record, claim).any(|q| q.measure != "votes.absent");
    record.quantities[near].iter().find(is_told).filter(|_| counts)
}

/// "Togo was the only one against": where the name ends.
pub(super) fn only_opponent(record: &Record, claim: &Claim) -> Option<usize> {
    const PHRASES: [&str; 6] = [
        " was the only one against",
        " was the only member against",
        " was the only country against",
        " was alone in voting against",
        " cast the only vote against",
        " was the only one to vote against",
    ];
    let article = &record.articles[claim.span.article];
    let sentence = article.sentences[claim.sentence].span;
    let text = article.article.slice(sentence);
    PHRASES.iter().find_map(|p| text.find(p)).map(|at| sentence.start() + at)
}

/// "Nobody abstained", "one abstained": no figure is read of words that mostly count nothing.
fn nobody_or_one_abstained(record: &Record, claim: &Claim) -> Option<u64> {
    if claim.predicate != "abstain" {
        return None;
    }
    if claim.polarity == Polarity::Negative {
        return Some(0);
    }
    let before = &record.articles[claim.span.article].article.text[..claim.trigger.start()];
    let is_one = before.split_whitespace().next_back().is_some_and(|w| w.eq_ignore_ascii_case("one"));
    is_one.then_some(1)
}

/// The figures of votes in the claim's sentence; where it gives several scores, those of the claim's part of it, up to a semicolon,
/// else those between the claim and the next vote.
pub(super) fn figures<'a>(record: &'a Record, claim: &Claim) -> impl Iterator<Item = &'a Quantity> {
    let here = record.quantities_in(claim.span.article, claim.sentence);
    let all = &record.quantities[here];
    let is_vote = |c: &&Claim| {
        c.kind == EventType::Vote || words::is_carried(&c.predicate) || words::is_lost(&c.predicate)
    };
    let scores = all.iter().filter(|q| q.measure == "votes.for").count();
    let told = &record.claims[record.claims_in(claim.span.article, claim.sentence)];
    let next =
        told.iter().filter(is_vote).map(|c| c.trigger.start()).filter(|&s| s > claim.trigger.start()).min();
    let article = &record.articles[claim.span.article];
    let sentence = article.sentences[claim.sentence].span;
    // "By 31 to 24 it ordered an inquiry; by 33 to 26 it kept the commissioner."
    let part =
        move |at: usize| article.article.text.get(sentence.start()..at).map_or(0, |t| t.matches(';').count());
    let has_parts = article.article.slice(sentence).contains(';');
    let is_near = move |q: &&Quantity| {
        let is_of_part = has_parts && part(q.figure.start()) == part(claim.trigger.start());
        let is_after =
            !has_parts && claim_starts_before(claim, q) && next.is_none_or(|n| q.figure.start() < n);
        scores < 2 || is_of_part || is_after
    };
    all.iter().filter(|q| q.measure.starts_with("votes")).filter(is_near)
}

fn claim_starts_before(claim: &Claim, quantity: &Quantity) -> bool {
    claim.trigger.start() < quantity.figure.start()
}

fn whole(q: &Quantity) -> Option<u64> {
    q.value.filter(|v| *v >= 0.0 && v.fract() == 0.0).map(|v| v as u64)
}

/// "Rejected it by 26 votes to 25", "passed 7-2": the larger number is of the side that won.
fn sides(record: &Record, claim: &Claim) -> Option<(u64, u64)> {
    let is_done = matches!(claim.modality, Modality::Happened | Modality::Ongoing);
    let plain: Vec<&Quantity> = figures(record, claim).filter(|q| q.measure == "votes").collect();
    let [first, second] = plain.as_slice() else { return None };
    let text = &record.articles[first.span.article].article.text;
    let between = text.get(first.figure.end()..second.figure.start())?;
    let mut joined = between.split_whitespace().filter(|w| !matches!(*w, "votes" | "vote"));
    let is_pair = matches!((joined.next(), joined.next()), (Some("to" | "-" | "–" | "against"), None));
    let (first, second) = (whole(first)?, whole(second)?);
    let (won, lost) = (first.max(second), first.min(second));
    if !is_pair || !is_done || claim.polarity == Polarity::Negative {
        return None;
    }
    let is_against = || ballots::side(record, claim) == Some(false) || leads_to_loss(record, claim);
    match claim.predicate.as_str() {
        p if words::is_lost(p) => Some((lost, won)),
        "vote" if is_against() => Some((lost, won)),
        p if words::is_carried(p) || p == "vote" => Some((won, lost)),
        _ => None,
    }
}

/// "Voted 51 to 49 to reject the treaty": the sentence says what the vote came to.
fn leads_to_loss(record: &Record, claim: &Claim) -> bool {
    let terms = &record.articles[claim.span.article].terms[claim.sentence];
    let any = |is: fn(&str) -> bool| terms.iter().any(|t| is(t));
    any(words::is_lost) && !any(words::is_carried)
}
