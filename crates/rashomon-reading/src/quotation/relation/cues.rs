//! The words that take a clause and ascribe it to somebody, with the type of attribution that they make.

use super::AttributionType;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

type Table = FxHashMap<&'static str, AttributionType>;

/// The cues by part of speech.
#[derive(Default)]
struct Cues {
    verbs: Table,
    adjectives: Table,
    participles: Table,
    intentions: Table,
    nouns_of_intention: Table,
    nouns: Table,
    with_as: Table,
    with_for: Table,
    with_matter: Table,
    matters: Table,
}

static CUES: LazyLock<Cues> =
    LazyLock::new(|| parse(include_str!("../../../../../data/attribution/cues.txt")));

/// The type of a verb that ascribes its clause to its subject.
pub(super) fn verb(lemma: &str) -> Option<AttributionType> {
    CUES.verbs.get(lemma).copied()
}

/// The type of an adjective that ascribes its clause to the subject ("sure that", "afraid that").
pub(super) fn adjective(lemma: &str) -> Option<AttributionType> {
    CUES.adjectives.get(lemma).copied()
}

/// The type of a verb whose participle ascribes a clause to whom it happens ("concerned that", "am informed that").
pub(super) fn participle(lemma: &str) -> Option<AttributionType> {
    CUES.participles.get(lemma).copied()
}

/// Whether a verb tells with an infinitive what its subject means to do or wants to be done ("plan to", "urge them to").
pub(super) fn is_of_intention(lemma: &str) -> bool {
    CUES.intentions.contains_key(lemma)
}

/// Verbs of intention that things do too: "the plan aims to", "the dam threatens to".
pub(super) fn is_also_of_things(lemma: &str) -> bool {
    matches!(lemma, "aim" | "mean" | "promise" | "require" | "threaten")
}

/// As [`is_of_intention`], of nouns ("her promise to").
pub(super) fn is_noun_of_intention(lemma: &str) -> bool {
    CUES.nouns_of_intention.contains_key(lemma)
}

/// The type of a noun whose clause is the view of whoever has it ("their hope that").
pub(super) fn noun_with_clause(lemma: &str) -> Option<AttributionType> {
    CUES.nouns.get(lemma).copied()
}

/// The type of a verb that says what its object is taken or blamed for with this preposition ("regard it as", "criticise
/// them for").
pub(super) fn with_object(lemma: &str, preposition: &str) -> Option<AttributionType> {
    let table = match preposition {
        "as" => &CUES.with_as,
        "for" => &CUES.with_for,
        _ => return None,
    };
    table.get(lemma).copied()
}

/// The type of a verb whose bare object says what is told or meant ("announced a review").
pub(super) fn with_matter(lemma: &str) -> Option<AttributionType> {
    CUES.with_matter.get(lemma).copied()
}

/// The type of a word that names with a preposition what is told or felt ("complained about the cost", "insisted on a
/// review", "worried about").
pub(super) fn about(lemma: &str) -> Option<AttributionType> {
    CUES.matters.get(lemma).copied()
}

/// The first class that has a word wins.
fn parse(text: &'static str) -> Cues {
    let mut cues = Cues::default();
    let mut class = (AttributionType::Assertion, "");
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(head) = line.strip_prefix('[') {
            let (kind, pos) = head.trim_end_matches(']').split_once(' ').unwrap_or((head, ""));
            class = (named(kind), pos);
            continue;
        }
        let table = match class.1 {
            "adjective" => &mut cues.adjectives,
            "participle" => &mut cues.participles,
            "infinitive" => &mut cues.intentions,
            "noun-infinitive" => &mut cues.nouns_of_intention,
            "noun-clause" => &mut cues.nouns,
            "object-as" => &mut cues.with_as,
            "object-for" => &mut cues.with_for,
            "object" => &mut cues.with_matter,
            "about" => &mut cues.matters,
            _ => &mut cues.verbs,
        };
        for word in line.split_whitespace() {
            table.entry(word).or_insert(class.0);
        }
    }
    cues
}

fn named(kind: &str) -> AttributionType {
    let all = [AttributionType::Belief, AttributionType::Fact, AttributionType::Eventuality];
    all.into_iter().find(|t| t.as_str() == kind).unwrap_or(AttributionType::Assertion)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_has_its_words() {
        assert_eq!(verb("say"), Some(AttributionType::Assertion));
        assert_eq!(verb("think"), Some(AttributionType::Belief));
        assert_eq!(verb("know"), Some(AttributionType::Fact));
        assert_eq!(verb("ensure"), Some(AttributionType::Eventuality));
        assert_eq!(verb("walk"), None);
        assert_eq!(adjective("afraid"), Some(AttributionType::Belief));
        assert_eq!(adjective("green"), None);
        assert_eq!(participle("concern"), Some(AttributionType::Belief));
        assert!(is_of_intention("plan") && !is_of_intention("begin"));
        assert!(is_noun_of_intention("promise") && !is_noun_of_intention("bridge"));
        assert_eq!(noun_with_clause("hope"), Some(AttributionType::Belief));
        assert_eq!(with_object("criticise", "for"), Some(AttributionType::Assertion));
        assert_eq!(with_object("criticise", "of"), None);
        assert_eq!(with_matter("announce"), Some(AttributionType::Assertion));
        assert_eq!(about("worry"), Some(AttributionType::Belief));
    }

    #[test]
    fn every_heading_names_a_type() {
        for line in include_str!("../../../../../data/attribution/cues.txt").lines() {
            let Some(head) = line.strip_prefix('[') else { continue };
            let kind = head.split(' ').next().unwrap_or_default();
            assert_eq!(named(kind).as_str(), kind);
        }
    }
}
