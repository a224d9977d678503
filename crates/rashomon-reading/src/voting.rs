//! The words of voting: by which verbs a body carries or loses what it votes on, who the bodies and voters are, and
//! what is put to a vote.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

#[derive(Default)]
struct Words {
    carried: FxHashSet<String>,
    lost: FxHashSet<String>,
    carried_itself: FxHashSet<String>,
    lost_itself: FxHashSet<String>,
    bodies: FxHashSet<String>,
    members: FxHashSet<String>,
    proposals: FxHashSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| parse(include_str!("../../../data/predicates/voting.txt")));

fn parse(table: &str) -> Words {
    let mut words = Words::default();
    let mut class = "";
    for line in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(head) = line.strip_prefix('[') {
            class = head.trim_end_matches(']');
            continue;
        }
        let set = match class {
            "carried" => &mut words.carried,
            "lost" => &mut words.lost,
            "carried itself" => &mut words.carried_itself,
            "lost itself" => &mut words.lost_itself,
            "bodies" => &mut words.bodies,
            "members" => &mut words.members,
            _ => &mut words.proposals,
        };
        set.extend(line.split_whitespace().map(|w| w.replace('_', " ")));
    }
    words
}

/// Whether a verb with its particle says that the body carried what it voted on (true) or did not; `None` where it says neither.
pub fn ending(predicate: &str) -> Option<bool> {
    if WORDS.carried.contains(predicate) {
        return Some(true);
    }
    WORDS.lost.contains(predicate).then_some(false)
}

/// The same of verbs whose subject is what was put to the vote: "the motion fell".
pub fn own_ending(predicate: &str) -> Option<bool> {
    if WORDS.carried_itself.contains(predicate) {
        return Some(true);
    }
    WORDS.lost_itself.contains(predicate).then_some(false)
}

/// How a vote ended by one word of a sentence about it, the verb of one of these ("turned it down").
pub fn begins_ending(word: &str) -> Option<bool> {
    /// First words that say nothing without their particle.
    const OF_ANYTHING: [&str; 6] = ["vote", "put", "push", "send", "sign", "beat"];
    if OF_ANYTHING.contains(&word) {
        return None;
    }
    let begins = |set: &FxHashSet<String>| set.iter().any(|p| p.split(' ').next() == Some(word));
    if begins(&WORDS.carried) {
        return Some(true);
    }
    begins(&WORDS.lost).then_some(false)
}

/// Nouns of bodies that vote.
pub fn is_body(noun: &str) -> bool {
    WORDS.bodies.contains(noun)
}

/// Persons of whom a body consists.
pub fn is_member(noun: &str) -> bool {
    WORDS.members.contains(noun)
}

/// What is put to a vote.
pub fn is_proposal(noun: &str) -> bool {
    WORDS.proposals.contains(noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_vote_ended_is_told_by_verb_and_particle() {
        assert_eq!(ending("ratify"), Some(true));
        assert_eq!(ending("turn down"), Some(false));
        assert_eq!(ending("turn"), None);
        assert_eq!((own_ending("fall"), ending("fall")), (Some(false), None));
        assert_eq!((begins_ending("wave"), begins_ending("vote")), (Some(true), None));
    }

    #[test]
    fn who_votes_on_what() {
        assert!(is_body("synod") && !is_body("garden"));
        assert!(is_member("trustee") && !is_member("tourist"));
        assert!(is_proposal("motion") && !is_proposal("motor"));
    }
}
