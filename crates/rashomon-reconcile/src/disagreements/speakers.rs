//! One saying put into two mouths: the same words in marks, by two people who are named.

use super::pile::Pile;
use super::{Builder, Side};
use crate::entities::fold;
use crate::record::{About, DisagreementKind, Quotation, Relation};
use rashomon_reading::mention::EntityKind;
use std::collections::BTreeMap;

/// Fewest words of a saying that two do not use by chance.
const N_WORDS_MIN: usize = 4;

/// Sayings that two accounts ascribe to two people.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let mut sayings: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for (q, quotation) in pile.record.quotations.iter().enumerate() {
        if let Some(words) = in_marks(pile, quotation) {
            let story = pile.record.articles[quotation.article].story;
            sayings.entry((story, words)).or_default().push(q);
        }
    }
    for said in sayings.into_values() {
        for (i, &a) in said.iter().enumerate() {
            for &b in &said[i + 1..] {
                if are_of_two(pile, a, b) {
                    oppose(pile, out, a, b);
                }
            }
        }
    }
}

/// The words of a saying, where there are enough of them.
fn in_marks(pile: &Pile, quotation: &Quotation) -> Option<String> {
    let text = &pile.record.articles[quotation.article].article;
    let words: Vec<String> = quotation.in_marks.iter().map(|s| fold(text.slice(*s))).collect();
    let words = words.join(" ").trim().to_owned();
    (words.split_whitespace().count() >= N_WORDS_MIN).then_some(words)
}

/// Whether two accounts name two people, neither of whom speaks for the other.
fn are_of_two(pile: &Pile, a: usize, b: usize) -> bool {
    let (x, y) = (&pile.record.quotations[a], &pile.record.quotations[b]);
    let is_person = |e: usize| pile.record.entities[e].kind == EntityKind::Person;
    let speakers = x.speaker.zip(y.speaker);
    let is_copied =
        |q: &Quotation| q.in_marks.first().is_some_and(|s| pile.record.ties.is_copied(q.article, *s));
    let is_named = |e: usize| {
        let name = &pile.record.entities[e].name;
        name.split(' ').filter(|w| w.starts_with(char::is_uppercase)).count() > 1
    };
    let share_name = |s: usize, t: usize| {
        let words = |e: usize| fold(&pile.record.entities[e].name);
        words(s).split(' ').any(|w| words(t).split(' ').any(|v| v == w))
    };
    x.article != y.article
        && !is_copied(x)
        && !is_copied(y)
        && speakers.is_some_and(|(s, t)| is_named(s) && is_named(t) && !share_name(s, t))
        && speakers.is_some_and(|(s, t)| s != t && is_person(s) && is_person(t))
}

fn oppose(pile: &Pile, out: &mut Builder, a: usize, b: usize) {
    let evidence = |q: usize| {
        let quotation = &pile.record.quotations[q];
        let at = quotation.content.first()?.start();
        let article = &pile.record.articles[quotation.article];
        let sentence = article.sentences.partition_point(|s| s.span.end() <= at);
        let claims = pile.claims_in(quotation.article, sentence).to_vec();
        let figures = if claims.is_empty() {
            pile.figures_in(quotation.article, sentence).to_vec()
        } else {
            Vec::new()
        };
        let told_in = (sentence < article.sentences.len()).then_some((quotation.article, sentence));
        Some(Side { claims, figures, as_of: None, told_in })
    };
    let (Some(one), Some(other)) = (evidence(a), evidence(b)) else { return };
    let event = one.claims.first().or_else(|| other.claims.first()).and_then(|&c| pile.event_of(c));
    let about = event.map_or_else(|| About::Measure("words".into()), About::Event);
    let note = "the same words, put into two mouths".to_owned();
    out.add(about, DisagreementKind::Participant, Relation::Conflict, vec![one, other], note);
}
