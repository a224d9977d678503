//! A list of names against a count: "Forty-three people are missing, the police say. The Red Cross, which keeps a list of
//! its own, has 71 names on it."

use super::comparable::{COUNTS_OF_PEOPLE, Figure};
use super::figures::is_given;
use super::pile::{Pile, stem};
use super::{Builder, Side};
use crate::record::{DisagreementKind, Quantity, Relation};

/// Sentences from a count to the list that answers it.
const N_SENTENCES_BACK: usize = 3;
/// A list and a count of the same people differ by less than this factor.
const RATIO_MAX: f64 = 3.0;
/// What a list may be of, by stems of the words that say so.
const TOPICS: [(&str, &[&str]); 4] = [
    ("people.killed", &["dead", "death", "kille", "died", "victi", "morgu", "bodie"]),
    ("people.missing", &["missi", "disap", "unacc"]),
    ("people.wounded", &["injur", "wound", "hurt"]),
    ("people.detained", &["arres", "detai", "priso", "hosta"]),
];

/// Lists of names that stand against the count before them.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    for list in 0..pile.record.quantities.len() {
        if !is_list(pile, list) || pile.is_copied(list) {
            continue;
        }
        let Some(count) = answered(pile, list).filter(|&count| !out.has_opposed(count, list)) else {
            continue;
        };
        let measure = pile.record.quantities[count].measure.clone();
        let sides = Side::all(vec![pile.with_echoes(&[count]), pile.with_echoes(&[list])]);
        let note = "a list of names against a count";
        out.measure(&measure, DisagreementKind::Value, Relation::Conflict, sides, note);
    }
}

/// "A list of 26 names", "her own list has 33 names".
fn is_list(pile: &Pile, quantity: usize) -> bool {
    let q = &pile.record.quantities[quantity];
    let says =
        |s: usize| super::copies::has_any(pile.sentence(q.span.article, s), &["list", "lists", "register"]);
    let is_here = says(q.sentence) || q.sentence > 0 && says(q.sentence - 1);
    let are_names = q.measure == "count.name" || pile.words(q.span).ends_with("names");
    are_names && is_given(pile, quantity) && is_here && is_of_the_count(pile, q)
}

/// "Her own list", a list of the missing: not one for a concert.
fn is_of_the_count(pile: &Pile, q: &Quantity) -> bool {
    let own = |s: usize| super::copies::has_any(pile.sentence(q.span.article, s), &["own"]);
    own(q.sentence) || q.sentence > 0 && own(q.sentence - 1) || topic(pile, q).is_some()
}

/// The nearest count before a list that it may be another count of.
fn answered(pile: &Pile, list: usize) -> Option<usize> {
    let record = pile.record;
    let q = &record.quantities[list];
    let article = q.span.article;
    let topic = topic(pile, q);
    let figure = Figure::new(pile, list)?;
    let giver = pile.voice(article, &q.attribution);
    let first = q.sentence.saturating_sub(N_SENTENCES_BACK);
    let may_be = |&count: &usize| {
        let other = &record.quantities[count];
        let Some(f) = Figure::new(pile, count) else { return false };
        let (large, small) = (f.point.max(figure.point), f.point.min(figure.point));
        let voice = pile.voice(article, &other.attribution);
        COUNTS_OF_PEOPLE.contains(&other.measure.as_str())
            && topic.is_none_or(|t| t == other.measure)
            && other.span.span.end() <= q.span.span.start()
            && is_given(pile, count)
            && !f.is_part
            && !f.is_earlier
            && f.epoch == figure.epoch
            && f.population().is_empty()
            && !f.agrees(&figure)
            && large <= RATIO_MAX * small
            && !(voice.is_cited && voice.is_one_body(&giver))
    };
    let sentences = (first..=q.sentence).rev();
    sentences.flat_map(|s| pile.figures_in(article, s).iter().rev().copied()).find(may_be)
}

/// What the sentence of a list says that its names are those of.
fn topic(pile: &Pile, q: &Quantity) -> Option<&'static str> {
    let terms = &pile.record.articles[q.span.article].terms[q.sentence];
    let says = |stems: &[&str]| terms.iter().any(|t| stems.contains(&stem(t).as_str()));
    TOPICS.iter().find(|(_, stems)| says(stems)).map(|(topic, _)| *topic)
}
