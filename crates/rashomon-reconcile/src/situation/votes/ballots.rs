//! Which tellings are of one ballot.

use super::tally::Tally;
use super::{is_of_vote, is_veto, words};
use crate::entities::fold;
use crate::record::{Claim, Record};
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::Polarity;
use rashomon_reading::voting;
use rashomon_text::Time;
use smol_str::SmolStr;

/// Share of the fewer content words from which two tellings are of one vote.
const SAME_VOTE_MIN: f32 = 0.3;
/// Sentences between two tellings of one ballot in an article.
const NEAR: usize = 3;

/// Claims that tell of one ballot.
pub(super) struct Ballot {
    pub(super) date: Option<Time>,
    pub(super) claims: Vec<usize>,
}

/// Tellings of votes, those of one day together; each undated one with the ballot it fits best.
pub(super) fn ballots(record: &Record) -> Vec<Ballot> {
    let (mut ballots, mut undated): (Vec<Ballot>, Vec<Ballot>) = (Vec::new(), Vec::new());
    for event in &record.events {
        let claims: Vec<usize> = event.claims.iter().copied().filter(|&c| is_of_vote(record, c)).collect();
        if claims.is_empty() {
            continue;
        }
        for told in agreeing(record, event.time.as_ref(), &claims) {
            let Some(day) = day(&told) else {
                undated.push(told);
                continue;
            };
            match ballots.iter_mut().find(|b| self::day(b) == Some(day) && agree(record, b, &told)) {
                Some(ballot) => ballot.claims.extend(told.claims),
                None => ballots.push(told),
            }
        }
    }
    // Neighbours of dated ballots first, and what fits no ballot becomes one that the next may join.
    for told in undated {
        let fit = |b: &Ballot| fit(record, b, &told);
        let best = (0..ballots.len()).max_by(|&a, &b| fit(&ballots[a]).total_cmp(&fit(&ballots[b])));
        match best.filter(|&b| fit(&ballots[b]) >= SAME_VOTE_MIN) {
            Some(at) => ballots[at].claims.extend(told.claims),
            None => ballots.push(told),
        }
    }
    ballots.iter_mut().for_each(|b| b.claims.sort_unstable());
    ballots
}

/// The claims of an event in groups that do not contradict each other: where there are several, each is dated by
/// what its own claims say.
fn agreeing(record: &Record, time: Option<&Time>, claims: &[usize]) -> Vec<Ballot> {
    let mut groups: Vec<Ballot> = Vec::new();
    for &claim in claims {
        let alone = Ballot { date: None, claims: vec![claim] };
        match groups.iter_mut().find(|g| agree(record, g, &alone)) {
            Some(group) => group.claims.push(claim),
            None => groups.push(alone),
        }
    }
    let is_alone = groups.len() == 1;
    for group in &mut groups {
        let stated = group.claims.iter().find_map(|&c| record.claims[c].time.clone());
        group.date = if is_alone { time.cloned() } else { stated };
    }
    groups
}

fn day(ballot: &Ballot) -> Option<rashomon_text::Date> {
    ballot.date.as_ref().and_then(Time::single_day)
}

/// How well an undated telling fits a ballot; 0 where they cannot be one.
fn fit(record: &Record, ballot: &Ballot, told: &Ballot) -> f32 {
    if !agree(record, ballot, told) || leads_into(record, ballot, told) {
        return 0.0;
    }
    let alike = overlap(&terms(record, &ballot.claims), &terms(record, &told.claims));
    let near = if are_neighbours(record, &ballot.claims, &told.claims) { 1.0 } else { 0.0 };
    let place = |&c: &usize| (record.claims[c].span.article, record.claims[c].sentence);
    let is_one_sentence = ballot.claims.iter().any(|b| told.claims.iter().any(|t| place(b) == place(t)));
    let near = if is_one_sentence { near + SAME_VOTE_MIN } else { near };
    let voters = if shared_voters(record, ballot, told) > 0 { SAME_VOTE_MIN } else { 0.0 };
    let counts = if share_a_count(record, ballot, told) { SAME_VOTE_MIN / 2.0 } else { 0.0 };
    near + alike + voters + counts + if share_both_counts(record, ballot, told) { SAME_VOTE_MIN } else { 0.0 }
}

/// Whether the telling only stands in paragraphs before that which tells of a veto, and knows of none: another vote.
/// "Seven members were in favour. (New paragraph:) A day earlier, in New York, Russia vetoed a resolution."
fn leads_into(record: &Record, ballot: &Ballot, told: &Ballot) -> bool {
    let has_veto = |b: &Ballot| b.claims.iter().any(|&c| is_veto(&record.claims[c]));
    if !has_veto(ballot) || has_veto(told) {
        return false;
    }
    let block = |c: usize| {
        let claim = &record.claims[c];
        (claim.span.article, record.articles[claim.span.article].sentences[claim.sentence].block)
    };
    let mut in_one_article =
        pairs(ballot, told).map(|(x, y)| (block(x), block(y))).filter(|(x, y)| x.0 == y.0).peekable();
    in_one_article.peek().is_some()
        && in_one_article.all(|(x, y)| y.1 < x.1)
        && shared_voters(record, ballot, told) == 0
        && !share_a_count(record, ballot, told)
}

/// No outcome of one contradicts the other's; counts may differ where accounts do, but not in one article, and
/// not both sides of them.
fn agree(record: &Record, a: &Ballot, b: &Ballot) -> bool {
    let leans = |ballot: &Ballot, to: bool| {
        ballot.claims.iter().any(|&c| leaning(record, &record.claims[c]) == Some(to))
    };
    // A majority in favour and a failure are one vote where a member has a veto.
    let has_veto = |ballot: &Ballot| ballot.claims.iter().any(|&c| is_veto(&record.claims[c]));
    let contradicts = (leans(a, true) && leans(b, false) || leans(a, false) && leans(b, true))
        && !has_veto(a)
        && !has_veto(b);
    let counts = pairs(a, b).all(|(x, y)| {
        let (x, y) = (&record.claims[x], &record.claims[y]);
        let (p, q) = (Tally::of(record, x), Tally::of(record, y));
        p.is_empty()
            || q.is_empty()
            || p.agrees(&q)
            || (x.span.article != y.span.article && p.shares_a_side(&q))
    });
    !contradicts && counts && is_told_soon_after(record, a, b) && is_told_soon_after(record, b, a)
}

/// What is told undated is news: not of a ballot long before the account, nor after it. What is told of a year is not
/// of a day outside it.
fn is_told_soon_after(record: &Record, dated: &Ballot, told: &Ballot) -> bool {
    /// Days within which an account still tells of a vote without saying when it was.
    const NEWS_MAX: i32 = 16;
    let Some(time) = &dated.date else { return true };
    if let Some(other) = &told.date {
        return time.overlaps_days(other);
    }
    let (Some(first), Some(last)) = (time.first_day(), time.last_day()) else { return true };
    told.claims.iter().all(|&c| {
        let published = record.articles[record.claims[c].span.article].published.value.as_ref();
        match published.and_then(Time::last_day) {
            Some(day) => first <= day && last.until(day).map_or(0, |s| s.get_days()) <= NEWS_MAX,
            // News is told by the day; a year is history.
            None => first == last,
        }
    })
}

fn pairs<'a>(a: &'a Ballot, b: &'a Ballot) -> impl Iterator<Item = (usize, usize)> + 'a {
    a.claims.iter().flat_map(|&x| b.claims.iter().map(move |&y| (x, y)))
}

fn share_a_count(record: &Record, a: &Ballot, b: &Ballot) -> bool {
    pairs(a, b).any(|(x, y)| {
        Tally::of(record, &record.claims[x]).shares_a_side(&Tally::of(record, &record.claims[y]))
    })
}

fn share_both_counts(record: &Record, a: &Ballot, b: &Ballot) -> bool {
    pairs(a, b).any(|(x, y)| {
        let (p, q) = (Tally::of(record, &record.claims[x]), Tally::of(record, &record.claims[y]));
        p.yes.is_some() && p.no.is_some() && (p.yes, p.no) == (q.yes, q.no)
    })
}

/// Members who vote in both.
fn shared_voters(record: &Record, a: &Ballot, b: &Ballot) -> usize {
    let voters = |ballot: &Ballot| -> Vec<usize> {
        let plain = ballot.claims.iter().map(|&c| &record.claims[c]).filter(|c| c.predicate == "vote");
        let actors = plain.flat_map(|c| &c.participants).filter(|p| p.role == ParticipantRole::Actor);
        actors.filter_map(|p| p.entity).collect()
    };
    let theirs = voters(b);
    voters(a).iter().filter(|v| theirs.contains(v)).count()
}

/// Whether a claim of one ballot stands near a claim of the other, in one paragraph or [`NEAR`] sentences.
fn are_neighbours(record: &Record, a: &[usize], b: &[usize]) -> bool {
    let place = |&c: &usize| (record.claims[c].span.article, record.claims[c].sentence);
    a.iter().map(place).any(|(article, sentence)| {
        b.iter().map(place).any(|(other, next)| article == other && sentence.abs_diff(next) <= NEAR)
    })
}

/// The content words of the paragraphs that tell of it.
fn terms(record: &Record, claims: &[usize]) -> Vec<SmolStr> {
    let mut all: Vec<SmolStr> = Vec::new();
    for claim in claims.iter().map(|&c| &record.claims[c]) {
        let article = &record.articles[claim.span.article];
        let block = article.sentences[claim.sentence].block;
        let paragraph = article.sentences.iter().zip(&article.terms).filter(|(s, _)| s.block == block);
        all.extend(paragraph.flat_map(|(_, terms)| terms.iter().cloned()));
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn overlap(a: &[SmolStr], b: &[SmolStr]) -> f32 {
    let shared = a.iter().filter(|w| b.binary_search(w).is_ok()).count();
    shared as f32 / a.len().min(b.len()).max(1) as f32
}

/// Where "for" and "against" stand after the verb.
pub(super) fn side(record: &Record, claim: &Claim) -> Option<bool> {
    let text = &record.articles[claim.span.article].article.text;
    let end = claim.span.span.end().max(claim.trigger.end());
    let after = fold(&text[claim.trigger.end()..end]);
    after.split(' ').take(5).find_map(|word| match word {
        "against" | "no" | "nay" => Some(false),
        "for" | "favour" | "favor" | "yes" | "aye" => Some(true),
        _ => None,
    })
}

/// Whether a telling says that the vote was carried (true) or lost: by its verb, its counts, by how a group voted,
/// or by the verb of its sentence ("turned it down in a vote").
pub(super) fn leaning(record: &Record, claim: &Claim) -> Option<bool> {
    let predicate = claim.predicate.as_str();
    // "He lost the vote on the inquiry": his side was defeated, whatever was put to it.
    let is_put = |p: &crate::record::Participant| voting::is_proposal(&p.head) && p.head != "vote";
    if predicate == "lose" && !claim.participants.iter().any(is_put) {
        return None;
    }
    if words::is_carried(predicate) || words::is_lost(predicate) {
        return Some(words::is_carried(predicate) == (claim.polarity == Polarity::Positive));
    }
    let tally = Tally::of(record, claim);
    match (tally.yes, tally.no) {
        (Some(yes), Some(no)) => return Some(yes > no),
        // "Seventeen deputies voted against": how many of one side, not how it ended.
        (None, Some(_)) if predicate == "vote" => return None,
        _ => {}
    }
    let is_group = |p: &crate::record::Participant| {
        p.role == ParticipantRole::Actor
            && p.entity.is_none_or(|e| record.entities[e].kind == EntityKind::Other)
    };
    if predicate == "vote" && claim.participants.iter().any(is_group) {
        return side(record, claim);
    }
    let terms = &record.articles[claim.span.article].terms[claim.sentence];
    let any = |carried: bool| terms.iter().any(|t| voting::begins_ending(t) == Some(carried));
    match (any(true), any(false)) {
        (true, false) if claim.kind == EventType::Vote => Some(true),
        (false, true) if claim.kind == EventType::Vote => Some(false),
        _ => None,
    }
}
