//! Words that are each other's opposite: "open" and "closed", "accept" and "reject".

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

const PAIRS: &str = include_str!("../../../../data/lexicon/opposites.txt");

/// Whether two lemmas are antonyms.
pub(crate) fn are_opposites(a: &str, b: &str) -> bool {
    static OPPOSITES: LazyLock<FxHashSet<(&str, &str)>> = LazyLock::new(|| {
        let lines = PAIRS.lines().filter(|l| !l.starts_with('#'));
        lines.filter_map(|l| l.split_once(' ')).collect()
    });
    OPPOSITES.contains(&if a <= b { (a, b) } else { (b, a) })
}

#[cfg(test)]
mod tests {
    use super::are_opposites;

    #[test]
    fn both_ways_round() {
        assert!(are_opposites("accept", "reject") && are_opposites("reject", "accept"));
        assert!(!are_opposites("accept", "accept") && !are_opposites("boat", "ship"));
    }
}
