//! The words of voting: who votes, on what, and how it ends.

/// Nouns of bodies that vote.
pub(super) const BODIES: [&str; 17] = [
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
pub(super) const PROPOSALS: [&str; 14] = [
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
const CARRIED: [&str; 12] = [
    "adopt",
    "pass",
    "approve",
    "ratify",
    "carry",
    "endorse",
    "accept",
    "elect",
    "confirm",
    "authorise",
    "resolve",
    "decide",
];
/// Predicates by which it is not.
const LOST: [&str; 9] =
    ["reject", "fail", "defeat", "refuse", "decline", "fall", "lose", "throw out", "turn down"];
/// Predicates by which it is put off.
const PUT_OFF: [&str; 5] = ["postpone", "delay", "defer", "adjourn", "suspend"];

/// Votes of the people, which no body casts.
pub(super) fn is_popular_vote(predicate: &str) -> bool {
    matches!(predicate, "referendum" | "plebiscite" | "election" | "recount" | "turnout")
}

pub(super) fn is_body(noun: &str) -> bool {
    BODIES.contains(&noun)
}

pub(super) fn is_carried(predicate: &str) -> bool {
    CARRIED.contains(&predicate)
}

pub(super) fn is_lost(predicate: &str) -> bool {
    LOST.contains(&predicate)
}

/// Whether a word of a sentence about a vote is the verb of one of these ("turned it down").
pub(super) fn begins_carried(word: &str) -> bool {
    CARRIED.iter().any(|p| p.split(' ').next() == Some(word))
}

pub(super) fn begins_lost(word: &str) -> bool {
    LOST.iter().any(|p| p.split(' ').next() == Some(word))
}

pub(super) fn is_put_off(predicate: &str) -> bool {
    PUT_OFF.contains(&predicate)
}

/// Bodies that decide by vote and by nothing else.
pub(super) fn decides_by_vote(noun: &str) -> bool {
    BODIES.contains(&noun) && !matches!(noun, "union" | "court" | "jury" | "cabinet" | "commission" | "house")
}

/// Predicates of contests, where a score is of two candidates.
pub(super) fn is_contest(predicate: &str) -> bool {
    matches!(predicate, "win" | "lead" | "beat" | "lose" | "trail" | "edge")
}

/// Predicates by which members take a side.
pub(super) fn takes_a_side(predicate: &str) -> bool {
    matches!(predicate, "back" | "support" | "oppose")
}
