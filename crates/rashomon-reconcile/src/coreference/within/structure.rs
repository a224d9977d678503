//! Phrases that the sentence itself makes one: appositions ("the mayor, Anna Berg"), titles before names
//! ("Mayor Anna Berg"), a phrase and the same with its relative clause, relative pronouns.

use super::super::view::View;
use super::super::{Marked, Sentence};
use rashomon_reading::mention::is_person_noun;
use std::collections::BTreeMap;

/// Mentions of one sentence beyond this many are not looked at: each is compared with each.
const N_MENTIONS_MAX: usize = 64;
/// Words after a comma within which a relative pronoun opens a clause ("of whom", "the son of which").
const N_BEFORE_RELATIVE: usize = 4;

const RELATIVES: &[&str] = &["who", "which", "that", "whose", "whom"];
const CONJUNCTIONS: &[&str] = &["and", "or", "&"];

/// Two mentions that are one.
pub(super) struct Link {
    pub(super) first: usize,
    pub(super) second: usize,
    /// The first is a relative pronoun.
    pub(super) is_pronoun: bool,
}

/// A sentence in small letters, and which of its words are capitalised.
struct Line {
    words: Vec<String>,
    is_high: Vec<bool>,
}

impl Line {
    fn new(sentence: &Sentence) -> Self {
        Self {
            words: sentence.words.iter().map(|w| w.to_lowercase()).collect(),
            is_high: sentence.words.iter().map(|w| w.starts_with(char::is_uppercase)).collect(),
        }
    }

    /// The end of a sentence is a full stop.
    fn at(&self, at: usize) -> &str {
        self.words.get(at).map_or(".", String::as_str)
    }

    fn is_high(&self, at: usize) -> bool {
        self.is_high.get(at).copied().unwrap_or(false)
    }

    fn has(&self, list: &[&str], from: usize, to: usize) -> bool {
        (from..to.min(self.words.len())).any(|at| list.contains(&self.at(at)))
    }

    /// "San Francisco , California": a name with the name of where it lies is no apposition.
    fn is_place_in_place(&self, comma: usize, end: usize) -> bool {
        comma > 0 && self.is_high(comma - 1) && (comma + 1..=end).all(|at| self.is_high(at))
    }
}

/// First and last word.
type Reach = (usize, usize);

/// The links of all sentences.
pub(super) fn links(sentences: &[Sentence], mentions: &[Marked], views: &[Option<View>]) -> Vec<Link> {
    let mut of_sentence: BTreeMap<usize, Vec<(usize, Reach)>> = BTreeMap::new();
    for (i, (mention, view)) in mentions.iter().zip(views).enumerate() {
        let reach = mention.words.first().copied().zip(mention.words.last().copied());
        if let Some(reach) = reach.filter(|_| view.as_ref().is_some_and(|v| !v.is_time)) {
            of_sentence.entry(mention.sentence).or_default().push((i, reach));
        }
    }
    let mut links = Vec::new();
    for (sentence, mut here) in of_sentence.into_iter().filter(|(_, here)| here.len() > 1) {
        here.truncate(N_MENTIONS_MAX);
        let line = Line::new(&sentences[sentence]);
        for &(i, reach) in &here {
            if reach.0 == reach.1 && RELATIVES.contains(&line.at(reach.0)) {
                let antecedent = antecedent(&line, reach.0, &here);
                links.extend(antecedent.map(|second| Link { first: i, second, is_pronoun: true }));
                continue;
            }
            let others = here.iter().filter(|(j, other)| *j != i && is_one(&line, reach, *other));
            links.extend(others.map(|&(second, _)| Link { first: i, second, is_pronoun: false }));
        }
    }
    links
}

/// The mention that ends before a relative pronoun, else the one that it is part of; the longest.
fn antecedent(line: &Line, at: usize, here: &[(usize, Reach)]) -> Option<usize> {
    let ends_before =
        |&&(_, (_, last)): &&(usize, Reach)| last + 1 == at || (last + 2 == at && line.at(at - 1) == ",");
    let has_inside = |&&(_, (first, last)): &&(usize, Reach)| first < at && at <= last;
    let longest = |(_, (first, last)): &&(usize, Reach)| (last - first, std::cmp::Reverse(*first));
    let before = here.iter().filter(ends_before).max_by_key(longest);
    before.or_else(|| here.iter().filter(has_inside).max_by_key(longest)).map(|&(i, _)| i)
}

fn is_one(line: &Line, whole: Reach, other: Reach) -> bool {
    let is_part = other.0 >= whole.0 && other.1 <= whole.1 && other != whole;
    if is_part { begins(line, whole, other) || ends(line, whole, other) } else { follows(line, whole, other) }
}

/// "Tiger" of "Tiger , the new version"; "the mayor" of "the mayor Anna Berg".
fn begins(line: &Line, (start, end): Reach, (first, last): Reach) -> bool {
    if first != start {
        return false;
    }
    let next = line.at(last + 1);
    let opens_clause = line.has(RELATIVES, last + 1, (last + 1 + N_BEFORE_RELATIVE).min(end + 1));
    let goes_on = line.has(CONJUNCTIONS, last + 1, end + 1)
        || line.at(last + 2) == "along"
        || (line.at(last + 2) == "as" && line.at(last + 3) == "well");
    let is_explained = RELATIVES.contains(&next)
        || (matches!(next, "," | "(" | "--")
            && (opens_clause || !goes_on)
            && !(next == "," && line.is_high(last) && (last + 2..=end).all(|at| line.is_high(at))));
    let is_title = is_person_noun(line.at(last)) && line.is_high(last + 1) && line.is_high(end);
    is_explained || is_title
}

/// "The new version" of "Tiger , the new version"; "Anna Berg" of "the mayor Anna Berg".
fn ends(line: &Line, (start, end): Reach, (first, last): Reach) -> bool {
    if last != end || first <= start {
        return false;
    }
    let before = line.at(first - 1);
    let is_apposition = before == ","
        && !line.has(CONJUNCTIONS, start, end + 1)
        && !(first >= 2 && line.is_high(first - 2) && line.is_high(first));
    is_apposition || (is_person_noun(before) && line.is_high(first) && line.is_high(last))
}

/// "The mayor , Anna Berg ," and "Mayor" with "Anna Berg" after it.
fn follows(line: &Line, (start, end): Reach, (first, last): Reach) -> bool {
    let is_apposition = first == end + 2
        && line.at(end + 1) == ","
        && matches!(line.at(last + 1), "," | "." | ";")
        && line.is_high(end) != line.is_high(last)
        && is_person_noun(line.at(end)) == is_person_noun(line.at(last))
        && !line.is_place_in_place(end + 1, last)
        && !line.has(CONJUNCTIONS, start, last + 3);
    let is_title =
        first == end + 1 && is_person_noun(line.at(end)) && line.is_high(first) && line.is_high(last);
    is_apposition || is_title
}

#[cfg(test)]
mod tests {
    use super::super::super::{Kind, Marked, Sentence, view};
    use super::links;

    /// Two mentions of a sentence, by their words: are they one?
    #[track_caller]
    fn check(text: &str, first: &str, second: &str, expected: bool) {
        let words: Vec<&str> = text.split(' ').collect();
        let marked = |part: &str| {
            let part: Vec<&str> = part.split(' ').collect();
            let at = words.windows(part.len()).position(|w| w == part).expect("the words are there");
            Marked { sentence: 0, words: (at..at + part.len()).collect() }
        };
        let mentions = [marked(first), marked(second)];
        let sentences = [Sentence { document: 0, position: 0, words: words.clone() }];
        let views = view::views(Kind::Thing, &sentences, &mentions);
        assert_eq!(!links(&sentences, &mentions, &views).is_empty(), expected, "{text}");
    }

    #[test]
    fn appositions_and_titles() {
        check("Sola , the old ferry , sank .", "Sola , the old ferry", "Sola", true);
        check("Sola , the old ferry , sank .", "Sola , the old ferry", "the old ferry", true);
        check("The Sola , an old ferry , sank .", "The Sola", "an old ferry", true);
        check("The surgeon Anna Berg spoke .", "The surgeon", "Anna Berg", true);
        check("The surgeon Anna Berg spoke .", "The surgeon Anna Berg", "Anna Berg", true);
    }

    #[test]
    fn relative_clauses() {
        check("The ferry that sank was old .", "The ferry that sank", "The ferry", true);
        check("The ferry that sank was old .", "that", "The ferry", true);
        check("Anna Berg , who built it , left .", "Anna Berg", "who", true);
    }

    #[test]
    fn lists_and_places_are_no_appositions() {
        check("Sola , the tug and a barge sank .", "Sola , the tug and a barge", "Sola", false);
        check("He lives in Bergen , Norway .", "Bergen , Norway", "Bergen", false);
        check("He lives in Bergen , Norway .", "Bergen", "Norway", false);
        check("The surgeon of Anna Berg spoke .", "The surgeon", "Anna Berg", false);
    }
}
