//! The words of voting as claims have them: who votes, on what, and how it ends.

use rashomon_reading::voting;

/// Predicates by which it is put off.
const PUT_OFF: [&str; 6] = ["postpone", "put off", "delay", "defer", "adjourn", "suspend"];

/// Votes of the people, which no body casts.
pub(super) fn is_popular_vote(predicate: &str) -> bool {
    matches!(predicate, "referendum" | "plebiscite" | "election" | "recount" | "turnout")
}

/// Predicates by which a vote is carried.
pub(super) fn is_carried(predicate: &str) -> bool {
    ending(predicate) == Some(true) || matches!(predicate, "resolve" | "decide")
}

/// Predicates by which it is not.
pub(super) fn is_lost(predicate: &str) -> bool {
    ending(predicate) == Some(false)
}

fn ending(predicate: &str) -> Option<bool> {
    // People die and ships sink as well as motions.
    let is_of_others = matches!(predicate, "die" | "sink" | "founder" | "beat" | "succeed" | "prevail");
    voting::ending(predicate).or_else(|| voting::own_ending(predicate).filter(|_| !is_of_others))
}

/// Predicates of other doings of a body too: only a count makes them a vote.
pub(super) fn needs_count(predicate: &str) -> bool {
    matches!(
        predicate,
        "award"
            | "beat"
            | "block"
            | "clear"
            | "confirm"
            | "convict"
            | "deny"
            | "die"
            | "dismiss"
            | "founder"
            | "kill"
            | "sink"
    )
}

pub(super) fn is_put_off(predicate: &str) -> bool {
    PUT_OFF.contains(&predicate)
}

/// Bodies that decide by vote and by nothing else.
pub(super) fn decides_by_vote(noun: &str) -> bool {
    voting::is_body(noun) && !matches!(noun, "union" | "court" | "jury" | "cabinet" | "commission" | "house")
}

/// Predicates of contests, where a score is of two candidates.
pub(super) fn is_contest(predicate: &str) -> bool {
    matches!(predicate, "win" | "lead" | "beat" | "lose" | "trail" | "edge")
}

/// Predicates by which members take a side.
pub(super) fn takes_a_side(predicate: &str) -> bool {
    matches!(predicate, "back" | "support" | "oppose" | "favour" | "favor")
}
