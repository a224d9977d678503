//! Lexical classes: what the head noun of a phrase denotes, which words are titles.
//!
//! Tables: `data/lexicon/classes.txt` and `person_nouns.txt`; their README gives origin and licence.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Grammatical gender of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// "she".
    Female,
    /// "he".
    Male,
}

/// Whether this noun (a lemma) denotes a person: `nurse`, `spokeswoman`, `people`.
///
/// ```
/// use rashomon_reading::mention::is_person_noun;
/// assert!(is_person_noun("harpist") && !is_person_noun("harp"));
/// ```
#[must_use]
pub fn is_person_noun(lemma: &str) -> bool {
    has(lemma, PERSON | OFFICE | RANK) && !has(lemma, PERSON_NOT)
}

/// Whether this noun (a lemma) denotes an organisation: `agency`, `union`, `newspaper`.
#[must_use]
pub fn is_organisation_noun(lemma: &str) -> bool {
    has(lemma, ORGANISATION | OUTLET)
}

/// Whether this noun (a lemma) denotes a news outlet: `newspaper`, `channel`.
#[must_use]
pub fn is_outlet_noun(lemma: &str) -> bool {
    has(lemma, OUTLET)
}

/// Whether this noun (a lemma) denotes an armed group: `army`, `militia`, `rebel`.
#[must_use]
pub fn is_armed_group_noun(lemma: &str) -> bool {
    has(lemma, ARMED)
}

/// Whether this noun (a lemma) denotes one who fights, in an army or against one: `soldier`, `rebel`.
#[must_use]
pub fn is_fighter_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "soldier"
            | "serviceman"
            | "servicewoman"
            | "trooper"
            | "troop"
            | "conscript"
            | "marine"
            | "fighter"
            | "militant"
            | "militiaman"
            | "rebel"
            | "insurgent"
            | "guerrilla"
            | "gunman"
            | "jihadist"
    )
}

/// Whether this noun (a lemma) denotes a building or works: `bridge`, `hospital`.
#[must_use]
pub fn is_facility_noun(lemma: &str) -> bool {
    has(lemma, FACILITY)
}

/// Whether this noun (a lemma) denotes a stretch of land or water: `district`, `lake`.
#[must_use]
pub fn is_place_noun(lemma: &str) -> bool {
    has(lemma, PLACE)
}

/// Whether this noun (a lemma) denotes what sails: `ferry`, `tanker`; no `shuttle`.
#[must_use]
pub fn is_ship_noun(lemma: &str) -> bool {
    has(lemma, CRAFT)
        && !matches!(lemma, "spacecraft" | "probe" | "satellite" | "rocket" | "shuttle" | "helicopter")
}

/// Whether a lower-case word opens the names of ships as it does those of persons: "the Lady Agnes".
pub(super) fn is_regal(lower: &str) -> bool {
    matches!(lower, "lady" | "lord" | "king" | "queen" | "prince" | "princess" | "duchess" | "star")
}

/// Whether this noun (a lemma) denotes an office or occupation that stands before or beside names:
/// `minister`, `president`, `seismologist`.
#[must_use]
pub fn is_office_noun(lemma: &str) -> bool {
    has(lemma, OFFICE)
}

/// Whether this word before a name is part of its title: honorifics, ranks and offices
/// (`Mr.`, `General`, `Minister`); any case, with or without a full stop.
#[must_use]
pub fn is_title(word: &str) -> bool {
    has(&folded(word), TITLE)
}

/// The gender that a word tells: honorifics (`Mrs`, `Sir`), gendered nouns (`widow`, `chairman`).
#[must_use]
pub fn gender_of_word(word: &str) -> Option<Gender> {
    let classes = of(&folded(word));
    match (classes & (HONORIFIC_FEMALE | FEMALE) != 0, classes & (HONORIFIC_MALE | MALE) != 0) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

macro_rules! classes {
    ($($class:ident = $name:literal;)*) => {
        classes!(@bits 0u32; $($class)*);
        const CLASSES: &[(&str, u32)] = &[$(($name, $class)),*];
    };
    (@bits $n:expr; $class:ident $($rest:ident)*) => {
        pub(super) const $class: u32 = 1 << $n;
        classes!(@bits $n + 1; $($rest)*);
    };
    (@bits $n:expr;) => {};
}

classes! {
    HONORIFIC_MALE = "honorific-male";
    HONORIFIC_FEMALE = "honorific-female";
    HONORIFIC_PLAIN = "honorific";
    RANK = "rank";
    OFFICE = "office";
    ROLE_MODIFIER = "role-modifier";
    PERSON = "person";
    PERSON_NOT = "person-not";
    ORGANISATION = "organisation";
    ORGANISATION_WEAK = "organisation-weak";
    RELATION = "relation";
    AGENT_NOUN = "agent-noun";
    SHIP_PREFIX = "ship-prefix";
    CRAFT = "craft";
    OUTLET = "outlet";
    ARMED = "armed";
    FACILITY = "facility";
    PLACE = "place";
    EVENT = "event";
    LAW = "law";
    COMPANY_FORM = "company-form";
    FEMALE = "female-noun";
    MALE = "male-noun";
    PARTICLE = "name-particle";
    MONTH_DAY = "month-day";
    NOT_A_NAME = "not-a-name";
    COMMON = "common";
    ACTING_VERB = "acting-verb";
    LOCATIVE = "locative";
    HUMAN_VERB = "human-verb";
    INSTITUTION_WORD = "institution-word";
}

/// Mr, Dr, Lady.
pub(super) const HONORIFIC: u32 = HONORIFIC_MALE | HONORIFIC_FEMALE | HONORIFIC_PLAIN;
/// Everything that may stand before a person's name.
pub(super) const TITLE: u32 = HONORIFIC | RANK | OFFICE;

/// The classes of a lower-cased word, as bits.
pub(super) fn of(lower: &str) -> u32 {
    LEXICON.get(lower).copied().unwrap_or(0)
}

/// Whether a lower-cased word is in one of `classes`.
pub(super) fn has(lower: &str, classes: u32) -> bool {
    of(lower) & classes != 0
}

/// Whether a lower-cased word, an inflected form of it, or both halves of it are general English:
/// at the start of a sentence such a word says nothing by its capital.
pub(crate) fn is_common(lower: &str) -> bool {
    /// Shorter halves would make compounds of most names.
    const HALF_MIN: usize = 4;
    let base = |word: &str| has(word, COMMON | PERSON | ORGANISATION | ARMED | OFFICE);
    let ends = |suffix: &str, instead: &str| {
        lower.strip_suffix(suffix).is_some_and(|stem| stem.len() > 2 && base(&format!("{stem}{instead}")))
    };
    let abstract_noun = lower.len() > 7
        && ["ities", "ity", "tion", "tions", "ment", "ments", "ness", "ings", "ism", "ship"]
            .iter()
            .any(|end| lower.ends_with(end));
    base(lower)
        || abstract_noun
        || ends("s", "")
        || ends("es", "")
        || ends("ies", "y")
        || ends("ed", "")
        || ends("ed", "e")
        || ends("ing", "")
        || ends("ing", "e")
        || ends("ly", "")
        || lower.len() >= 2 * HALF_MIN
            && (HALF_MIN..=lower.len() - HALF_MIN)
                .any(|at| lower.is_char_boundary(at) && base(&lower[..at]) && base(&lower[at..]))
}

fn folded(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

static LEXICON: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut lexicon = FxHashMap::default();
    let mut class = 0;
    for line in lines(include_str!("../../../../data/lexicon/classes.txt")) {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            class = CLASSES.iter().find(|(n, _)| *n == name).map_or(0, |(_, bit)| *bit);
        } else {
            line.split_whitespace().for_each(|word| *lexicon.entry(word).or_insert(0) |= class);
        }
    }
    for word in lines(include_str!("../../../../data/lexicon/common_words.txt")) {
        *lexicon.entry(word).or_insert(0) |= COMMON;
    }
    for word in lines(include_str!("../../../../data/lexicon/person_nouns.txt")) {
        let classes = lexicon.entry(word).or_insert(0);
        if *classes & PERSON_NOT == 0 {
            *classes |= PERSON;
        }
    }
    lexicon
});

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_by_class() {
        for person in ["nurse", "ambassador", "dockworker", "people", "captain", "lawmaker"] {
            assert!(is_person_noun(person), "{person}");
        }
        for other in ["record", "agency", "harbour", "figure", "minor", "tanker"] {
            assert!(!is_person_noun(other), "{other}");
        }
        assert!(is_organisation_noun("federation") && !is_organisation_noun("violin"));
        assert!(is_armed_group_noun("militia") && !is_armed_group_noun("choir"));
        assert!(is_outlet_noun("newspaper") && !is_outlet_noun("ministry"));
    }

    #[test]
    fn titles_and_gender() {
        assert!(is_title("Mr.") && is_title("Colonel") && is_title("president"));
        assert!(!is_title("Monday") && !is_title("table"));
        assert_eq!(gender_of_word("Mrs."), Some(Gender::Female));
        assert_eq!(gender_of_word("chairman"), Some(Gender::Male));
        assert_eq!(gender_of_word("minister"), None);
    }

    #[test]
    fn general_english() {
        for word in ["turnout", "wildfires", "parties", "voting", "earthquake", "shortly"] {
            assert!(is_common(word), "{word}");
        }
        for word in ["halifax", "castellanos", "óscar", "qollpa"] {
            assert!(!is_common(word), "{word}");
        }
    }

    #[test]
    fn every_class_of_the_table_is_known_and_filled() {
        let table = include_str!("../../../../data/lexicon/classes.txt");
        for line in lines(table).filter(|l| l.starts_with('[')) {
            let name = line.trim_matches(['[', ']']);
            assert!(CLASSES.iter().any(|(n, _)| *n == name), "{name}");
        }
        for (name, bit) in CLASSES {
            assert!(LEXICON.values().any(|classes| classes & bit != 0), "{name}");
        }
    }
}
