//! Acts that one is easily told for the other, and which are not one: who resigns is not dismissed.

/// Pairs of kinds of acts, each with the verbs for it.
const PAIRS: &[(&[&str], &[&str])] = &[
    (
        &["resign", "quit", "step down", "stand down", "step aside", "bow out", "retire", "abdicate"],
        &["dismiss", "sack", "fire", "oust", "axe", "depose", "remove", "boot out", "kick out", "expel"],
    ),
    (&["question", "interview", "hear", "interrogate"], &["arrest", "detain", "charge", "jail", "imprison"]),
    (&["seek", "hunt", "look for", "search for"], &["arrest", "detain", "catch", "capture", "seize"]),
    (&["injure", "wound", "hurt"], &["kill", "slay", "die"]),
    (&["postpone", "put off", "delay", "defer", "adjourn"], &["cancel", "call off", "scrap", "abandon"]),
];

/// Whether the predicates are of two kinds of acts that are told apart.
pub(crate) fn are_other_acts(a: &str, b: &str) -> bool {
    let is_pair = |(left, right): &(&[&str], &[&str])| {
        left.contains(&a) && right.contains(&b) || left.contains(&b) && right.contains(&a)
    };
    PAIRS.iter().any(is_pair)
}

#[cfg(test)]
mod tests {
    use super::are_other_acts;

    #[test]
    fn acts_that_are_told_apart() {
        assert!(are_other_acts("quit", "dismiss") && are_other_acts("detain", "question"));
        assert!(!are_other_acts("quit", "resign") && !are_other_acts("quit", "detain"));
    }
}
