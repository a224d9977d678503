//! Which nouns name what other accounts tell with a verb of another stem: "the theft" of what was stolen.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const NOMINALS: &str = include_str!("../../../../data/predicates/nominals.txt");

/// For each noun the predicates, with spaces between their words.
static TABLE: LazyLock<FxHashMap<&'static str, Vec<String>>> = LazyLock::new(|| {
    let lines = NOMINALS.lines().filter(|l| !l.starts_with('#'));
    let entry = |line: &'static str| {
        let (noun, predicates) = line.split_once(':')?;
        Some((noun, predicates.split_whitespace().map(|p| p.replace('_', " ")).collect()))
    };
    lines.filter_map(entry).collect()
});

/// Whether `noun` may name what is told with `predicate`.
pub(super) fn names(noun: &str, predicate: &str) -> bool {
    TABLE.get(noun).is_some_and(|predicates| predicates.iter().any(|p| p == predicate))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_noun_names_what_a_verb_of_another_stem_tells() {
        assert!(names("theft", "steal") && names("departure", "walk out"));
        assert!(!names("theft", "buy") && !names("steal", "theft"));
    }
}
