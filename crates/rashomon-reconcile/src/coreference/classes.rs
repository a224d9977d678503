//! Closed classes of words, and the classes of happenings of the predicate lexicon.

use super::stem::stem;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const VERBS: &str = include_str!("../../../../data/predicates/verbs.txt");
const NOUNS: &str = include_str!("../../../../data/predicates/nouns.txt");

const FUNCTION_WORDS: &str = "the a an of in on at to for and or but with by from as is was were are be been has have had that this \
    these those it its he his she her they their them him who which will would after before not no n't 's , . `` '' \" ' : ; - -- ( ) \
    also into over than about up out while when where there";
const PREPOSITIONS: &str =
    "in on at of from by to for since during near off into through with until between around about as";
const PARTICLES: &str = "up out over down off away";
const DETERMINERS: &str = "the a an this that these those its his her their our my some";
const TIMES: &str = "january february march april may june july august september october november december jan feb mar apr jun jul \
    aug sep oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening \
    night week month year day hour hours days weeks months years weekend early late last ago am pm a.m. p.m. tonight noon dawn";
const PRONOUNS: &[&str] = &[
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "they them their theirs themselves",
    "i me my we us our ours you your myself ourselves",
    "who which that whom whose this",
];

const FUNCTION: u8 = 1;
const PREPOSITION: u8 = 2;
const PARTICLE: u8 = 4;
const DETERMINER: u8 = 8;
const TIME: u8 = 16;

/// The lists that hold a word, as bits.
fn lists_of(word: &str) -> u8 {
    static LISTS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
        let mut lists: FxHashMap<&str, u8> = FxHashMap::default();
        for (words, bit) in [
            (FUNCTION_WORDS, FUNCTION),
            (PREPOSITIONS, PREPOSITION),
            (PARTICLES, PARTICLE),
            (DETERMINERS, DETERMINER),
            (TIMES, TIME),
        ] {
            words.split_ascii_whitespace().for_each(|w| *lists.entry(w).or_default() |= bit);
        }
        lists
    });
    LISTS.get(word).copied().unwrap_or(0)
}

pub(super) fn is_function_word(word: &str) -> bool {
    lists_of(word) & FUNCTION != 0
}

pub(super) fn is_preposition(word: &str) -> bool {
    lists_of(word) & PREPOSITION != 0
}

pub(super) fn is_particle(word: &str) -> bool {
    lists_of(word) & PARTICLE != 0
}

pub(super) fn is_determiner(word: &str) -> bool {
    lists_of(word) & DETERMINER != 0
}

pub(super) fn is_of_time(word: &str) -> bool {
    lists_of(word) & TIME != 0
}

/// Which person and gender a pronoun has, as a number.
pub(super) fn pronoun(word: &str) -> Option<usize> {
    PRONOUNS.iter().position(|list| list.split_ascii_whitespace().any(|w| w == word))
}

/// The lexicon's class of happenings for a stem.
pub(super) fn of_happening(stemmed: &str) -> Option<usize> {
    static CLASSES: LazyLock<FxHashMap<String, usize>> = LazyLock::new(|| {
        let mut heads: Vec<&str> = Vec::new();
        let mut classes = FxHashMap::default();
        for list in [VERBS, NOUNS] {
            let mut class = None;
            for line in list.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
                if line.starts_with('[') {
                    let at = heads.iter().position(|h| *h == line).unwrap_or(heads.len());
                    if at == heads.len() {
                        heads.push(line);
                    }
                    class = Some(at);
                } else if let Some(class) = class {
                    for word in line.split_whitespace() {
                        classes.entry(stem(word.trim_start_matches('*'))).or_insert(class);
                    }
                }
            }
        }
        classes
    });
    CLASSES.get(stemmed).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_class() {
        assert!(of_happening(&stem("arrested")).is_some());
        assert_eq!(of_happening(&stem("arrested")), of_happening(&stem("detained")));
        assert_eq!(of_happening("tulip"), None);
        assert_eq!(pronoun("she"), pronoun("hers"));
    }
}
