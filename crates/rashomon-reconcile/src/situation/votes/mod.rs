//! Votes: who voted on what, how it ended, and whether the numbers add up.

mod ballots;
mod tally;
#[cfg(test)]
mod tests;
mod words;

use crate::entities::fold;
use crate::events::{is_copied, sentence};
use crate::record::{Claim, Outcome, Participant, Record, Vote};
use ballots::{Ballot, ballots, leaning, side};
use rashomon_reading::claim::{EventType, ParticipantRole, Standing};
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::voting;
use tally::Tally;

/// The votes of the record, by date.
pub(super) fn votes(record: &Record) -> Vec<Vote> {
    let mut votes: Vec<Vote> = ballots(record).into_iter().filter_map(|b| vote(record, &b)).collect();
    votes.extend((0..record.events.len()).filter_map(|e| postponement(record, e)));
    votes.sort_by_key(|v| (v.date.is_none(), v.date.as_ref().and_then(|t| t.start), v.evidence[0]));
    votes
}

/// "The trustees put off voting on the ban": a vote that was to be held and was not.
fn postponement(record: &Record, event: usize) -> Option<Vote> {
    let is_vote = |p: &Participant| {
        p.role == ParticipantRole::Theme
            && matches!(p.head.as_str(), "vote" | "voting" | "ballot" | "division")
    };
    let puts_off = |c: &Claim| {
        words::is_put_off(&c.predicate)
            && c.modality == Modality::Happened
            && c.polarity == Polarity::Positive
            && c.participants.iter().any(is_vote)
    };
    let told = record.events[event].claims.iter().copied().filter(|&c| !is_copied(record, &record.claims[c]));
    let claims: Vec<&Claim> = told.map(|c| &record.claims[c]).filter(|c| puts_off(c)).collect();
    let date = record.events[event].time.clone();
    let mut vote = Vote { date, outcome: Some(Outcome::Postponed), event: Some(event), ..Vote::default() };
    vote.evidence = claims.iter().map(|c| sentence(record, c)).collect();
    vote.evidence.sort_unstable();
    vote.evidence.dedup();
    if claims.is_empty() {
        return None;
    }
    set_body(record, &claims, &mut vote);
    set_subject(record, &claims, &mut vote);
    Some(vote).filter(|v| !v.body_name.is_empty())
}

/// The claims of each ballot that more than one tells of.
pub(crate) fn tellings_of_ballots(record: &Record) -> Vec<Vec<usize>> {
    ballots(record).into_iter().map(|b| b.claims).filter(|claims| claims.len() > 1).collect()
}

/// Told as done, and a vote, a veto, or a decision in a sentence with a count of votes.
fn is_of_vote(record: &Record, claim: usize) -> bool {
    let c = &record.claims[claim];
    let is_done =
        c.polarity == Polarity::Positive && matches!(c.modality, Modality::Happened | Modality::Ongoing);
    let is_done = is_done || words::takes_a_side(&c.predicate) && Tally::is_counted_out(record, c);
    let is_act = c.kind == EventType::Vote || is_veto(c);
    if words::is_popular_vote(&c.predicate) && is_ruled_on(record, c) {
        return false;
    }
    if is_not_carried(record, c) {
        return !is_copied(record, c);
    }
    if !is_act && words::takes_a_side(&c.predicate) && is_foreseen(record, c) {
        return false;
    }
    // "By 13 votes to nine, it asked the government to close the mine": the request was voted.
    if c.modality == Modality::Demanded && !is_act && !is_copied(record, c) {
        return is_done_by_vote(record, claim);
    }
    if is_copied(record, c) || !is_done && c.predicate != "abstain" {
        return false;
    }
    // "Did what it had refused to do three years ago": told by the way, of another time.
    if decides(c)
        && !is_act
        && c.standing == Standing::Aside
        && !Tally::is_within(record, c)
        && c.time.is_none()
    {
        return false;
    }
    if !is_act && !decides(c) {
        return is_done && is_done_by_vote(record, claim);
    }
    let is_counted = !Tally::of(record, c).is_empty();
    let by_body = || is_by_body(c);
    if is_act {
        is_plain_vote(c) || is_counted || is_about_a_proposal(record, c)
    } else {
        is_counted || by_body() && !words::needs_count(&c.predicate)
    }
}

/// "Is expected to approve it with 135 votes to 6, one party opposing": the decision of its sentence is yet to come.
fn is_foreseen(record: &Record, claim: &Claim) -> bool {
    let here = &record.claims[record.claims_in(claim.span.article, claim.sentence)];
    let decision = |c: &&Claim| words::is_carried(&c.predicate) || words::is_lost(&c.predicate);
    here.iter().filter(decision).any(|c| !matches!(c.modality, Modality::Happened | Modality::Ongoing))
}

/// "The board suspended him by 12 votes to 8": an act whose clause alone holds both sides of a score.
fn is_done_by_vote(record: &Record, claim: usize) -> bool {
    let c = &record.claims[claim];
    let is_vote = |other: &Claim| {
        (other.kind == EventType::Vote || decides(other) || is_veto(other))
            && !words::is_popular_vote(&other.predicate)
    };
    let others = || record.claims[record.claims_in(c.span.article, c.sentence)].iter();
    let holds = |other: &Claim| Tally::is_within(record, other);
    !words::is_contest(&c.predicate)
        && holds(c)
        && !others().any(is_vote)
        && others().filter(|o| holds(o)).all(|o| o.trigger >= c.trigger)
}

/// "The court ruled by six votes to three that the referendum was void": the judges' votes, not the people's.
fn is_ruled_on(record: &Record, claim: &Claim) -> bool {
    let rules = |other: &Claim| {
        matches!(other.kind, EventType::Ruling | EventType::Statement)
            && other.participants.iter().any(|p| voting::is_body(&p.head))
    };
    let here = &record.claims[record.claims_in(claim.span.article, claim.sentence)];
    here.iter().any(|other| other.trigger < claim.trigger && rules(other))
}

/// "The council failed to adopt the motion".
fn is_not_carried(record: &Record, claim: &Claim) -> bool {
    claim.polarity == Polarity::Negative
        && claim.modality == Modality::Happened
        && words::is_carried(&claim.predicate)
        && is_by_body(claim)
        && is_about_a_proposal(record, claim)
}

fn is_by_body(claim: &Claim) -> bool {
    claim.participants.iter().any(|p| is_actor(p) && words::decides_by_vote(&p.head))
}

fn is_actor(participant: &Participant) -> bool {
    participant.role == ParticipantRole::Actor
}

fn is_veto(claim: &Claim) -> bool {
    claim.predicate == "veto" || claim.mode == "veto"
}

/// "Voted", "abstained": nothing but a vote can be meant.
fn is_plain_vote(claim: &Claim) -> bool {
    matches!(claim.predicate.as_str(), "vote" | "abstain" | "veto" | "dissent")
}

/// Whether the claim's sentence speaks of something that is put to a vote.
fn is_about_a_proposal(record: &Record, claim: &Claim) -> bool {
    let terms = &record.articles[claim.span.article].terms[claim.sentence];
    terms.iter().any(|t| voting::is_proposal(t))
}

fn decides(claim: &Claim) -> bool {
    let predicate = claim.predicate.as_str();
    words::is_carried(predicate) || words::is_lost(predicate) || words::takes_a_side(predicate)
}

fn vote(record: &Record, ballot: &Ballot) -> Option<Vote> {
    let claims: Vec<&Claim> = ballot.claims.iter().map(|&c| &record.claims[c]).collect();
    let mut vote = Vote { date: ballot.date.clone(), ..Vote::default() };
    for claim in &claims {
        add_members(record, claim, &mut vote);
    }
    let mut tallies: Vec<Tally> = claims.iter().map(|c| Tally::of(record, c)).collect();
    tallies.sort_unstable();
    let mut count = |side: &str, of: fn(&Tally) -> Option<u64>| {
        let told: Vec<u64> = tallies.iter().filter_map(of).collect();
        note_difference(&mut vote.checks, side, &told);
        most_common(told)
    };
    let counts = (count("for", |t| t.yes), count("against", |t| t.no), count("abstaining", |t| t.withheld));
    (vote.for_count, vote.against_count, vote.abstain_count) = counts;
    vote.absent_count = count("absent", |t| t.away);
    count_names(record, &mut vote);
    vote.outcome = outcome(record, &claims, &vote);
    let named = vote.members_for.len() + vote.members_against.len() + vote.members_veto.len();
    let is_uncounted = vote.for_count.is_none() && vote.against_count.is_none();
    let is_told_as_vote = named > 0 || claims.iter().any(|c| is_said_how(record, c));
    if is_uncounted && (!is_told_as_vote || vote.outcome.is_none()) {
        return None;
    }
    set_body(record, &claims, &mut vote);
    set_subject(record, &claims, &mut vote);
    vote.event = record.events.iter().position(|e| e.claims.contains(&ballot.claims[0]));
    vote.evidence = claims.iter().map(|c| sentence(record, c)).collect();
    let away = claims.iter().filter_map(|c| tally::away(record, c));
    vote.evidence.extend(away.map(|q| q.span));
    vote.evidence.sort_unstable();
    vote.evidence.dedup();
    check_sum(&mut vote);
    Some(vote)
}

/// "The delegates narrowly rejected a strike", "the board sacked him unanimously": a vote whose count nobody gives.
fn is_said_how(record: &Record, claim: &Claim) -> bool {
    const HOW: [&str; 5] = ["unanimous", "unanimously", "unanimity", "narrowly", "overwhelmingly"];
    let terms = &record.articles[claim.span.article].terms[claim.sentence];
    terms.iter().any(|t| HOW.contains(&t.as_str())) && decides(claim)
}

/// The count most accounts give; the lower of two as common.
fn most_common(mut told: Vec<u64>) -> Option<u64> {
    told.sort_unstable();
    told.chunk_by(|a, b| a == b).rev().max_by_key(|run| run.len()).map(|run| run[0])
}

/// Says where accounts count one side differently.
fn note_difference(checks: &mut Vec<String>, side: &str, told: &[u64]) {
    let mut values = told.to_vec();
    values.sort_unstable();
    values.dedup();
    if values.len() > 1 {
        let values: Vec<String> = values.iter().map(u64::to_string).collect();
        checks.push(format!("{side}: the accounts differ ({})", values.join(", ")));
    }
}

fn add_members(record: &Record, claim: &Claim, vote: &mut Vote) {
    let can_vote = |e: usize| {
        matches!(
            record.entities[e].kind,
            EntityKind::Person
                | EntityKind::Government
                | EntityKind::Organisation
                // A state of which the engine knows nothing.
                | EntityKind::Place
        ) || is_veto(claim) && record.entities[e].name.starts_with(char::is_uppercase)
    };
    let actors = claim.participants.iter().filter(|p| is_actor(p));
    let members = actors.filter_map(|p| p.entity).filter(|&e| can_vote(e) && !is_body(record, e));
    if let Some(end) = tally::only_opponent(record, claim) {
        let named = |e: &usize| {
            let mut mentions = record.entities[*e].mentions.iter();
            mentions.any(|m| m.article == claim.span.article && m.span.end() == end)
        };
        let alone = (0..record.entities.len()).filter(|&e| can_vote(e)).find(named);
        vote.members_against.extend(alone.filter(|e| !vote.members_against.contains(e)));
    }
    let list = if is_veto(claim) {
        &mut vote.members_veto
    } else {
        match (claim.predicate.as_str(), side(record, claim)) {
            _ if claim.polarity == Polarity::Negative => return,
            ("vote", Some(true)) | ("support" | "back" | "favour" | "favor", _) => &mut vote.members_for,
            ("vote", Some(false)) | ("oppose" | "dissent", _) => &mut vote.members_against,
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

/// Whether the name is that of a body that votes; a state (the Soviet Union) is none.
fn is_body(record: &Record, entity: usize) -> bool {
    let entity = &record.entities[entity];
    let is_state = entity.kind == EntityKind::Government && entity.country.is_some();
    !is_state && fold(&entity.name).split(' ').any(voting::is_body)
}

/// Where no count is given and names are: as many as are named, if each has one vote. A veto is a vote against.
fn count_names(record: &Record, vote: &mut Vote) {
    for member in &vote.members_veto {
        if !vote.members_against.contains(member) {
            vote.members_against.push(*member);
        }
    }
    // A list of parties counts no votes; where states vote, an unknown name beside them is one.
    let kind = |e: usize| record.entities[e].kind;
    let is_state = |e: usize| matches!(kind(e), EntityKind::Government | EntityKind::Place);
    let lists = [&vote.members_for, &vote.members_against, &vote.members_abstain];
    let do_states_vote =
        !vote.members_veto.is_empty() || lists.iter().any(|list| list.iter().any(|&e| is_state(e)));
    let one_vote_each = |members: &[usize]| {
        members.iter().all(|&e| do_states_vote || is_state(e) || kind(e) == EntityKind::Person)
    };
    if vote.for_count.is_none() {
        return;
    }
    let is_list = vote.members_against.len() > 1 && one_vote_each(&vote.members_against);
    if vote.against_count.is_none() && is_list {
        vote.against_count = Some(vote.members_against.len() as u64);
        vote.checks.push("against: counted from the members named".to_owned());
    }
    let are_states = vote.members_abstain.iter().all(|&e| record.entities[e].kind == EntityKind::Government);
    let is_list = vote.members_abstain.len() > 1 && one_vote_each(&vote.members_abstain);
    if vote.abstain_count.is_none() && !vote.members_abstain.is_empty() && (are_states || is_list) {
        vote.abstain_count = Some(vote.members_abstain.len() as u64);
        vote.checks.push("abstaining: counted from the members named".to_owned());
    }
}

fn outcome(record: &Record, claims: &[&Claim], vote: &Vote) -> Option<Outcome> {
    let any = |is: fn(&str) -> bool| claims.iter().any(|c| is(c.predicate.as_str()));
    let is_overridden = any(|p| matches!(p, "override" | "overrule"));
    if claims.iter().any(|c| is_veto(c)) && !is_overridden {
        return Some(Outcome::Vetoed);
    }
    let is_counted = vote.for_count.is_some() && vote.against_count.is_some();
    if any(words::is_put_off) && !is_counted {
        return Some(Outcome::Postponed);
    }
    if claims.iter().any(|c| falls_short(record, c)) {
        return Some(Outcome::Failed);
    }
    let leanings = || claims.iter().filter_map(|c| leaning(record, c));
    let by_word = match (leanings().any(|l| l), leanings().any(|l| !l)) {
        (true, false) => Some(Outcome::Adopted),
        (false, true) => Some(Outcome::Failed),
        _ => None,
    };
    let counted = vote.for_count.zip(vote.against_count);
    by_word.or_else(|| counted.map(|(yes, no)| if yes > no { Outcome::Adopted } else { Outcome::Failed }))
}

/// "Got 57 votes, four short of the 61 it needed": more for than against, and not enough.
fn falls_short(record: &Record, claim: &Claim) -> bool {
    const SHORT: [&str; 6] =
        ["short of the", "fell short", "below the required", "not enough", "fewer than the", "less than the"];
    let span = sentence(record, claim);
    let text = record.articles[span.article].article.slice(span.span);
    Tally::of(record, claim).yes.is_some() && SHORT.iter().any(|s| text.contains(s))
}

/// The body that acts in a telling, else one that its sentences name, else the only one that its account names.
fn set_body(record: &Record, claims: &[&Claim], vote: &mut Vote) {
    let lists = [&vote.members_for, &vote.members_against, &vote.members_abstain];
    let is_listed = |e: usize| lists.iter().any(|list| list.contains(&e));
    let bodies: Vec<usize> =
        (0..record.entities.len()).filter(|&e| is_body(record, e) && !is_listed(e)).collect();
    let acting = || claims.iter().flat_map(|c| &c.participants).filter(|p| is_actor(p));
    let is_body_noun = |p: &&Participant| voting::is_body(&p.head) && p.head != "members";
    let written_actor = acting().find(|p| p.entity.is_none() && is_body_noun(p));
    let in_account = |e: usize| {
        let is_there = |c: &&Claim| record.entities[e].mentions.iter().any(|m| m.article == c.span.article);
        claims.iter().any(is_there)
    };
    // "The council" of an account that names one council.
    let only = |is: &dyn Fn(&str) -> bool| {
        let has = |e: usize| fold(&record.entities[e].name).split(' ').any(is);
        let mut there = bodies.iter().copied().filter(|&e| in_account(e) && has(e));
        there.next().filter(|_| there.next().is_none())
    };
    let in_sentences = |e: usize| {
        let told = |c: &&&Claim| {
            let span = sentence(record, c);
            record.entities[e]
                .mentions
                .iter()
                .any(|m| m.article == span.article && span.span.contains(m.span))
        };
        claims.iter().filter(told).count()
    };
    let named = || {
        let told = bodies.iter().map(|&e| (in_sentences(e), std::cmp::Reverse(e)));
        told.max().filter(|(n, _)| *n > 0).map(|(_, e)| e.0)
    };
    vote.body = acting().filter_map(|p| p.entity).find(|e| bodies.contains(e));
    vote.body = vote.body.or_else(|| match written_actor {
        Some(p) => only(&|w: &str| w == p.head),
        None => decider(record, claims).filter(|&e| !is_listed(e)).or_else(named),
    });
    let is_done_to =
        |p: &&&Participant| matches!(p.role, ParticipantRole::Theme | ParticipantRole::Recipient);
    let written = || {
        let others = claims.iter().flat_map(|c| &c.participants).filter(|p| !is_done_to(&p));
        let found = written_actor.or_else(|| others.into_iter().find(is_body_noun));
        found.map(|p| record.articles[p.span.article].article.slice(p.span.span).to_owned())
    };
    let written = if vote.body.is_none() { written() } else { None };
    if vote.body.is_none() && written.is_none() {
        vote.body = only(&words::decides_by_vote);
    }
    vote.body_name = match vote.body {
        Some(body) => record.entities[body].name.clone(),
        None => written.unwrap_or_default(),
    };
}

/// "The Riigikogu lifted his immunity, 46 to 45": who decides with a score is a body, whatever its name.
fn decider(record: &Record, claims: &[&Claim]) -> Option<usize> {
    let decides = |c: &&&Claim| {
        Tally::is_counted_out(record, c)
            && c.predicate != "vote"
            && !words::takes_a_side(&c.predicate)
            && voting::own_ending(&c.predicate).is_none()
    };
    let is_group = |&e: &usize| {
        matches!(record.entities[e].kind, EntityKind::Organisation | EntityKind::Other)
            && record.entities[e].name.starts_with(char::is_uppercase)
    };
    let actors = claims.iter().filter(decides).flat_map(|c| &c.participants).filter(|p| is_actor(p));
    actors.filter_map(|p| p.entity).find(is_group)
}

/// What was put to the vote, in an account's words; empty where none says it.
fn set_subject(record: &Record, claims: &[&Claim], vote: &mut Vote) {
    let about = |r: ParticipantRole| matches!(r, ParticipantRole::Theme | ParticipantRole::Recipient);
    let themes = || claims.iter().flat_map(|c| &c.participants).filter(|p| about(p.role));
    let is_thing = |p: &&Participant| {
        p.entity
            .is_none_or(|e| !matches!(record.entities[e].kind, EntityKind::Person | EntityKind::Government))
    };
    let is_proposal = |p: &&Participant| voting::is_proposal(&p.head) && p.head != "vote";
    let acted_on = || claims.iter().flat_map(|c| &c.participants).find(is_proposal);
    let is_voted_on =
        |p: &&Participant| is_thing(p) && !matches!(p.head.as_str(), "vote" | "member" | "board");
    let other = || themes().find(is_voted_on);
    if let Some(p) = themes().find(is_proposal).or_else(acted_on).or_else(other) {
        let subject = record.articles[p.span.article].article.slice(p.span.span);
        without_score(subject).clone_into(&mut vote.subject);
    }
}

/// "A motion of no confidence by 94 votes": what is voted on, without how many did.
fn without_score(subject: &str) -> &str {
    let score = subject
        .match_indices(" by ")
        .find(|(at, by)| subject[at + by.len()..].starts_with(|c: char| c.is_ascii_digit()));
    score.map_or(subject, |(at, _)| &subject[..at])
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
