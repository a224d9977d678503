//! The predicate lexicon: which words denote happenings, and of what kind.

use super::EventType;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What the lexicon knows of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sense {
    /// Category.
    pub(crate) kind: EventType,
    /// Mode, empty when none.
    pub(crate) mode: &'static str,
    /// A noun that counts as a happening only with support.
    pub(crate) needs_support: bool,
    /// The predicate that says the same in one word, empty where the words are their own: "let go" is "release".
    pub(crate) plain: &'static str,
}

type Table = FxHashMap<&'static str, Sense>;

static VERBS: LazyLock<Table> =
    LazyLock::new(|| parse(include_str!("../../../../data/predicates/verbs.txt")));
/// Expressions of several words, each with the class of the verb that says the same.
static IDIOMS: LazyLock<Table> = LazyLock::new(|| {
    let mut idioms = Table::default();
    for line in lines(include_str!("../../../../data/predicates/idioms.txt")) {
        let Some((plain, expressions)) = line.split_once(':') else { continue };
        // "strike/walk_out": called a strike, of the class of a walkout.
        let (plain, like) = plain.split_once('/').unwrap_or((plain, plain));
        let class = VERBS.get(like).map_or((EventType::Other, ""), |s| (s.kind, s.mode));
        for expression in expressions.split_whitespace() {
            let sense = Sense { kind: class.0, mode: class.1, needs_support: false, plain };
            idioms.entry(expression).or_insert(sense);
        }
    }
    idioms
});
static NOUNS: LazyLock<Table> =
    LazyLock::new(|| parse(include_str!("../../../../data/predicates/nouns.txt")));
static STATIVE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    lines(include_str!("../../../../data/predicates/stative.txt")).flat_map(str::split_whitespace).collect()
});

/// For each noun the predicates of other stems that tell what it names, with spaces between their words.
static NOMINALS: LazyLock<FxHashMap<&'static str, Vec<String>>> = LazyLock::new(|| {
    let entry = |line: &'static str| {
        let (noun, predicates) = line.split_once(':')?;
        Some((noun, predicates.split_whitespace().map(|p| p.replace('_', " ")).collect()))
    };
    lines(include_str!("../../../../data/predicates/nominals.txt")).filter_map(entry).collect()
});

/// Whether a noun may name what is told with a predicate of another stem: "the theft" of what was stolen.
pub fn renames(noun: &str, predicate: &str) -> bool {
    NOMINALS.get(noun).is_some_and(|predicates| predicates.iter().any(|p| p == predicate))
}

/// The sense of a noun that denotes a happening.
pub(crate) fn noun(lemma: &str) -> Option<Sense> {
    NOUNS.get(lemma).copied()
}

/// The sense of a verb, with a particle or preposition that belongs to it (`break_down`).
pub(crate) fn verb(lemma: &str) -> Option<Sense> {
    VERBS.get(lemma).copied()
}

/// The sense of an expression of two or three words ("give_blessing").
pub(crate) fn idiom(words: &str) -> Option<Sense> {
    IDIOMS.get(words).copied()
}

/// Whether a verb denotes a state, an opinion, perception or plain speech.
pub(crate) fn is_stative(lemma: &str) -> bool {
    STATIVE.contains(lemma)
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

fn parse(table: &'static str) -> Table {
    let mut words = Table::default();
    let mut class = (EventType::Other, "");
    for line in lines(table) {
        if let Some(head) = line.strip_prefix('[') {
            let head = head.trim_end_matches(']');
            let (kind, mode) = head.split_once(' ').unwrap_or((head, ""));
            class = (category(kind), mode);
            continue;
        }
        for word in line.split_whitespace() {
            let (entry, plain) = word.split_once('=').unwrap_or((word, ""));
            let bare = entry.trim_start_matches('*');
            let needs_support = bare.len() < entry.len();
            words.entry(bare).or_insert(Sense { kind: class.0, mode: class.1, needs_support, plain });
        }
    }
    words
}

fn category(name: &str) -> EventType {
    EventType::ALL.iter().copied().find(|k| k.as_str() == name).unwrap_or(EventType::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_with_their_class() {
        assert_eq!(verb("veto").map(|s| (s.kind, s.mode)), Some((EventType::Reject, "veto")));
        assert_eq!(verb("break_down").map(|s| s.kind), Some(EventType::Consult));
        assert_eq!(noun("ceasefire").map(|s| (s.kind, s.needs_support)), Some((EventType::Retreat, false)));
        assert_eq!(noun("offer").map(|s| s.needs_support), Some(true));
        assert_eq!(noun("table"), None);
        assert_eq!(verb("let_go").map(|s| (s.kind, s.plain)), Some((EventType::Concede, "release")));
        assert_eq!(idiom("give_blessing").map(|s| (s.kind, s.plain)), Some((EventType::Agree, "approve")));
        assert!(is_stative("resemble") && !is_stative("collapse"));
    }

    #[test]
    fn a_noun_names_what_a_verb_of_another_stem_tells() {
        assert!(renames("theft", "steal") && renames("departure", "walk out"));
        assert!(!renames("theft", "buy") && !renames("steal", "theft"));
    }

    #[test]
    fn every_class_is_a_category() {
        for table in ["verbs", "nouns"] {
            let text = if table == "verbs" {
                include_str!("../../../../data/predicates/verbs.txt")
            } else {
                include_str!("../../../../data/predicates/nouns.txt")
            };
            for line in text.lines().filter(|l| l.starts_with('[')) {
                let name = line.trim_matches(['[', ']']).split(' ').next().unwrap_or("");
                assert!(EventType::ALL.iter().any(|k| k.as_str() == name), "{name}");
            }
        }
    }
}
