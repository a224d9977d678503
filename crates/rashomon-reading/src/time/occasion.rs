//! Times counted from a happening that the text has told of before: "a week before the sale", "four days after the shooting".

use super::{DayForm, TimeExpression, tense};
use crate::ParsedArticle;
use crate::claim::lexicon;
use rashomon_text::Span;

/// Least letters that a noun shares with its verb: "closure" and "close".
const STEM_MIN: usize = 4;

/// The expression that dates the happening from which a time counts; `None` where it counts from none that is named.
pub(super) fn of(
    parsed: &ParsedArticle,
    time: &TimeExpression,
    times: &[TimeExpression],
) -> Option<Option<Span>> {
    let last = time.tokens.end - 1;
    let is_named = matches!(time.form.day, DayForm::FromEvent { .. }) && is_happening(parsed, last);
    is_named.then(|| told_before(parsed, last).find_map(|t| date_of(parsed, t, times)))
}

/// Whether a token is a definite noun for a happening: "the shooting", "her arrest".
pub(super) fn is_definite_happening(parsed: &ParsedArticle, noun: usize) -> bool {
    let is_determiner = |&c: &usize| {
        parsed.tokens[c].dep == "poss" || matches!(parsed.tokens[c].lower.as_str(), "the" | "that" | "this")
    };
    is_happening(parsed, noun) && parsed.children(noun).iter().any(is_determiner)
}

/// Whether the text before a noun tells of what it names.
pub(super) fn is_told_before(parsed: &ParsedArticle, noun: usize) -> bool {
    told_before(parsed, noun).next().is_some()
}

fn is_happening(parsed: &ParsedArticle, token: usize) -> bool {
    parsed.tokens[token].tag == "NN" && lexicon::noun(&parsed.tokens[token].lemma).is_some()
}

/// The words before a noun that tell of what it names, the nearest first.
fn told_before<'a>(parsed: &'a ParsedArticle, noun: usize) -> impl Iterator<Item = usize> + 'a {
    let lemma = parsed.tokens[noun].lemma.as_str();
    let first = parsed.sentences[parsed.tokens[noun].sentence].tokens.start;
    let is_it = move |&t: &usize| {
        let token = &parsed.tokens[t];
        match token.pos {
            "NOUN" => token.lemma == lemma,
            "VERB" => lexicon::renames(lemma, &token.lemma) || is_of_stem(lemma, &token.lemma),
            _ => false,
        }
    };
    (0..first).rev().filter(is_it)
}

/// Whether a noun is made of a verb: "shooting" of "shoot", "closure" of "close".
fn is_of_stem(noun: &str, verb: &str) -> bool {
    let stem = verb.trim_end_matches(['e', 'y']);
    stem.len() >= STEM_MIN && noun.starts_with(stem)
}

/// The time that stands by a word that tells, or by its verb.
fn date_of(parsed: &ParsedArticle, told: usize, times: &[TimeExpression]) -> Option<Span> {
    let verb =
        if parsed.tokens[told].pos == "VERB" { Some(told) } else { tense::governing_verb(parsed, told) };
    let is_its = |t: &&TimeExpression| {
        let head = tense::head_of(parsed, &t.tokens);
        t.is_point()
            && !t.is_modifier
            && (parsed.is_within(head, told) || tense::governing_verb(parsed, head) == verb)
    };
    times.iter().filter(|t| t.sentence == parsed.tokens[told].sentence).find(is_its).map(|t| t.span)
}
