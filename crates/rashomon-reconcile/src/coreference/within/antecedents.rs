//! What a personal pronoun stands for: a mention before it in its document, by trained weights.

use super::super::view::View;
use super::super::weights::PRONOUNS;
use super::super::{Marked, Sentence};
use rashomon_reading::mention::{Gender, gender_of_first_name, gender_of_word, is_person_noun};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Sentences back in which an antecedent is looked for.
const N_SENTENCES_BACK: usize = 5;
/// Mentions before a pronoun that are looked at; more are too far.
const N_CANDIDATES_MAX: usize = 64;
/// A mention that begins before this word of its sentence is likely its subject.
const SUBJECT_BEFORE: usize = 4;
/// Likelihood from which the best antecedent is taken.
const LEAST: f64 = 0.3;

const COLLECTIVES: &[&str] = &[
    "police",
    "team",
    "company",
    "government",
    "family",
    "couple",
    "group",
    "band",
    "staff",
    "authorities",
    "people",
    "officials",
    "crew",
];
const PLURALS: &[&str] = &["people", "men", "women", "children", "police"];

/// Kinds of pronouns, in the order of `classes::PRONOUNS`.
const MALE: usize = 0;
const FEMALE: usize = 1;
const NEUTER: usize = 2;
const PLURAL: usize = 3;
const SPEAKER: usize = 4;

/// What a mention can be taken up by.
#[derive(Clone, Default)]
struct Nature {
    is_name: bool,
    is_person: bool,
    is_plural: bool,
    is_collective: bool,
    gender: Option<Gender>,
}

/// For each pronoun whose antecedent is likely: (pronoun, antecedent).
pub(super) fn antecedents(
    sentences: &[Sentence],
    mentions: &[Marked],
    views: &[Option<View>],
) -> Vec<(usize, usize)> {
    let natures = natures(sentences, mentions, views);
    let mut of_document: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    let mut n_with_head: FxHashMap<(usize, &str), usize> = FxHashMap::default();
    for (i, view) in views.iter().enumerate() {
        let Some(view) = view else { continue };
        of_document.entry(view.document).or_default().push(i);
        *n_with_head.entry((view.document, &view.head)).or_default() += 1;
    }
    let place = |i: usize| (mentions[i].sentence, mentions[i].words[0]);
    let mut found = Vec::new();
    for (pronoun, view) in views.iter().enumerate() {
        let Some((view, kind)) = view.as_ref().and_then(|v| Some((v, v.pronoun?))) else { continue };
        if kind > SPEAKER {
            continue;
        }
        let is_before = |&&i: &&usize| {
            let last = mentions[i].words.last().copied().unwrap_or(0);
            let other = views[i].as_ref().filter(|v| v.pronoun.is_none() && !v.is_time);
            other.is_some()
                && mentions[i].sentence + N_SENTENCES_BACK >= view.sentence
                && (mentions[i].sentence, last) < place(pronoun)
        };
        let mut near: Vec<usize> = of_document[&view.document].iter().filter(is_before).copied().collect();
        near.sort_by_key(|&i| (Reverse(mentions[i].sentence), mentions[i].words[0], i));
        near.truncate(N_CANDIDATES_MAX);
        let likelihood = |(rank, &i): (usize, &usize)| {
            let head = views[i].as_ref().map_or("", |v| v.head.as_str());
            let n = n_with_head.get(&(view.document, head)).copied().unwrap_or(1);
            let features =
                features(kind, view.sentence - mentions[i].sentence, &natures[i], place(i).1, rank, n);
            let sum: f64 = features.iter().zip(PRONOUNS).map(|(f, w)| f * w).sum();
            (1.0 / (1.0 + (-sum).exp()), Reverse(rank), i)
        };
        let best =
            near.iter().enumerate().map(likelihood).max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        found.extend(best.filter(|(p, ..)| *p >= LEAST).map(|(_, _, i)| (pronoun, i)));
    }
    found
}

fn n(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}

fn features(
    kind: usize,
    back: usize,
    of: &Nature,
    word: usize,
    rank: usize,
    n_with_head: usize,
) -> [f64; 24] {
    let is_one_person = kind == MALE || kind == FEMALE;
    let asked = if kind == MALE { Gender::Male } else { Gender::Female };
    let gender = of.gender.filter(|_| is_one_person);
    [
        1.0,
        n(back == 0),
        back.min(4) as f64 / 4.0,
        n(back == 1),
        n(word < SUBJECT_BEFORE),
        n(word == 0),
        n(of.is_name),
        n(of.is_name && is_one_person),
        n(of.is_person && is_one_person),
        n(of.is_person && kind == NEUTER),
        n(of.is_plural && kind == PLURAL),
        n(of.is_plural && kind < PLURAL),
        n(!of.is_plural && !of.is_collective && kind == PLURAL),
        n(of.is_collective && (kind == NEUTER || kind == PLURAL)),
        n(gender == Some(asked)),
        n(gender.is_some_and(|g| g != asked)),
        n(of.gender.is_some() && kind == NEUTER),
        n(is_one_person && !of.is_person && !of.is_name),
        (n_with_head as f64).ln_1p(),
        1.0 / (1.0 + rank as f64),
        n(rank == 0),
        n(kind == SPEAKER),
        n(back == 0 && word < SUBJECT_BEFORE),
        n(of.is_name && kind == NEUTER),
    ]
}

/// What each mention is; names that end alike are of one nature: "Berg" is a woman where "Anna Berg" is named.
fn natures(sentences: &[Sentence], mentions: &[Marked], views: &[Option<View>]) -> Vec<Nature> {
    let mut natures: Vec<Nature> = vec![Nature::default(); views.len()];
    let mut known: FxHashMap<&str, Option<Gender>> = FxHashMap::default();
    for (i, view) in views.iter().enumerate() {
        let Some(view) = view else { continue };
        let words = mentions[i].words.iter().map(|&w| sentences[mentions[i].sentence].words[w]).collect();
        natures[i] = nature(view, words);
        if natures[i].is_name && natures[i].is_person {
            let gender = known.entry(&view.head).or_default();
            *gender = gender.or(natures[i].gender);
        }
    }
    for (nature, view) in natures.iter_mut().zip(views) {
        let gender = view.as_ref().and_then(|v| known.get(v.head.as_str())).filter(|_| nature.is_name);
        if let Some(gender) = gender {
            nature.is_person = true;
            nature.is_collective = false;
            nature.gender = nature.gender.or(*gender);
        }
    }
    natures
}

fn nature(view: &View, words: Vec<&str>) -> Nature {
    let lower: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    let at = lower.iter().rposition(|w| super::super::stem::stem(w) == view.head).unwrap_or(words.len() - 1);
    let (is_name, head) = (words[at].starts_with(char::is_uppercase), lower[at].as_str());
    let by_word = lower.iter().find_map(|w| gender_of_word(w));
    let gender = by_word.or_else(|| words.iter().filter(|_| is_name).find_map(|w| gender_of_first_name(w)));
    let is_person = gender.is_some() || is_person_noun(head);
    let has_plural_end = head.ends_with('s') && !head.ends_with("ss") && !is_name;
    Nature {
        is_name,
        is_person,
        is_plural: has_plural_end || lower.iter().any(|w| w == "and") || PLURALS.contains(&head),
        is_collective: COLLECTIVES.contains(&head) || (is_name && !is_person),
        gender,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Kind, Marked, Sentence, view};
    use super::antecedents;

    /// The words in brackets are mentions; which of them does the last one stand for?
    #[track_caller]
    fn check(text: &str, expected: Option<usize>) {
        let bare: Vec<&str> = text.split(' ').map(|w| w.trim_matches(['[', ']'])).collect();
        let mut mentions = Vec::new();
        for (at, word) in text.split(' ').enumerate() {
            if word.starts_with('[') {
                mentions.push(Marked { sentence: 0, words: vec![] });
            }
            let is_inside = text.split(' ').take(at + 1).filter(|w| w.starts_with('[')).count()
                > text.split(' ').take(at).filter(|w| w.ends_with(']')).count();
            if let Some(last) = mentions.last_mut().filter(|_| is_inside) {
                last.words.push(at);
            }
        }
        let sentences = [Sentence { document: 0, position: 0, words: bare }];
        let views = view::views(Kind::Thing, &sentences, &mentions);
        let found = antecedents(&sentences, &mentions, &views);
        assert_eq!(found.first().map(|&(_, i)| i), expected, "{text}");
    }

    #[test]
    fn gender_and_number() {
        check("[Anna Berg] met [Tomas Lund] before [she] left", Some(0));
        check("[Anna Berg] met [Tomas Lund] before [he] left", Some(1));
        check("[he] left", None);
    }
}
