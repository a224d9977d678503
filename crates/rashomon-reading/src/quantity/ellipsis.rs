//! Figures without a noun: "The port authority says 27".

use super::Quantity;
use super::figure::Figure;
use super::measure::{self, Measure};
use crate::ParsedArticle;
use crate::time::tense_verb;

/// Sentences back in which the noun left out is looked for.
const SENTENCES_BACK: usize = 3;
/// How many times larger or smaller than the figure before it a count may be and still be of the same thing.
const RATIO_MAX: f64 = 20.0;
/// The same for shares, which lie closer together.
const RATIO_SHARE_MAX: f64 = 8.0;

/// What a bare figure inherits.
#[derive(Clone, Debug)]
pub(super) struct Inherited {
    pub(super) measure: String,
    pub(super) of: String,
    pub(super) unit: Option<String>,
}

/// What a bare figure counts, from the nearest earlier comparable figure or question.
pub(super) fn inherited(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    if !is_argument(parsed, figure.token) {
        return None;
    }
    let sentence = parsed.tokens[figure.token].sentence;
    if let Some(vote) = other_votes(parsed, earlier, figure.token) {
        return Some(vote);
    }
    let near = |q: &&Quantity| {
        let s = parsed.tokens[q.token].sentence;
        s + SENTENCES_BACK >= sentence && near_block(parsed, s, sentence)
    };
    let quantity = earlier.iter().rev().take_while(near).find(|q| fits(parsed, q, figure));
    let asked = question(parsed, sentence, figure.token);
    match (quantity, asked) {
        (Some(q), Some((at, _))) if q.token > at => Some(of_quantity(q)),
        (_, Some((_, asked))) => Some(asked),
        (Some(q), None) => Some(of_quantity(q)),
        (None, None) => None,
    }
}

fn of_quantity(q: &Quantity) -> Inherited {
    Inherited { measure: q.measure.clone(), of: q.of.clone(), unit: q.unit.clone() }
}

/// The sentences of neighbouring blocks may be linked, no others.
fn near_block(parsed: &ParsedArticle, a: usize, b: usize) -> bool {
    let block = |s: usize| parsed.sentences[s].block;
    block(a).abs_diff(block(b)) <= 1
}

/// A bare figure stands for a noun phrase: subject, object, complement.
fn is_argument(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let is_free = matches!(
        word.dep,
        "dobj"
            | "pobj"
            | "attr"
            | "nsubj"
            | "nsubjpass"
            | "acomp"
            | "oprd"
            | "conj"
            | "ROOT"
            | "ccomp"
            | "advcl"
    );
    let next_is_noun = parsed
        .tokens
        .get(token + 1)
        .is_some_and(|n| n.sentence == word.sentence && (n.tag.starts_with("NN") || n.lower == "-"));
    is_free && !next_is_noun
}

fn fits(parsed: &ParsedArticle, q: &Quantity, figure: &Figure) -> bool {
    let Some(value) = figure.value.or(figure.high).or(figure.low) else { return false };
    let ratio = q.value.or(q.high).or(q.low).map(|other| {
        let (a, b) = (value.abs().max(0.5), other.abs().max(0.5));
        (a / b).max(b / a)
    });
    let within = |max: f64| ratio.is_none_or(|r| r <= max);
    match q.measure.as_str() {
        "money" | "age" | "temperature" | "distance" | "turnout" => false,
        "duration" => same_verb(parsed, q.token, figure.token, "last") && within(RATIO_MAX),
        "magnitude" => value < 10.0 && value.fract() != 0.0,
        "share" | "territory.share" => value <= 100.0 && within(RATIO_SHARE_MAX),
        key if key.starts_with("ordinal") => false,
        key if key.starts_with("count.") => value.fract() == 0.0 && within(RATIO_MAX) && q.value != Some(1.0),
        _ => value.fract() == 0.0 && within(RATIO_MAX),
    }
}

/// Both figures are what the same verb measures ("lasted 13 days", "lasted 40").
fn same_verb(parsed: &ParsedArticle, a: usize, b: usize, lemma: &str) -> bool {
    let verb = |t: usize| tense_verb(parsed, t).map(|v| parsed.tokens[v].lemma.as_str());
    let _ = a;
    verb(b) == Some(lemma)
}

/// "528 voted for and 338 against", "by 11 votes to 2".
fn other_votes(parsed: &ParsedArticle, earlier: &[Quantity], token: usize) -> Option<Inherited> {
    let last = earlier.last().filter(|q| q.measure.starts_with("votes"))?;
    let word = &parsed.tokens[token];
    if parsed.tokens[last.token].sentence != word.sentence {
        return None;
    }
    let of = |measure: &str| {
        Some(Inherited { measure: measure.to_owned(), of: last.of.clone(), unit: last.unit.clone() })
    };
    if let Some(side) = measure::direction_after(parsed, token) {
        return of(side);
    }
    let after_to =
        token.checked_sub(1).is_some_and(|b| matches!(parsed.tokens[b].lower.as_str(), "to" | "-" | "–"));
    let opposite = match last.measure.as_str() {
        "votes.for" => "votes.against",
        "votes.against" => "votes.for",
        _ => "votes",
    };
    let is_close = token <= last.token + 4;
    (after_to && is_close).then(|| of(opposite))?
}

/// "How many ships are waiting?" or "The number of ships …": where, and what is asked for.
fn question(parsed: &ParsedArticle, sentence: usize, before: usize) -> Option<(usize, Inherited)> {
    let first = sentence.saturating_sub(SENTENCES_BACK);
    let from = parsed.sentences[first].tokens.start;
    (from..before).rev().find_map(|t| {
        let is_how = parsed.tokens[t].lower == "how"
            && parsed.tokens.get(t + 1).is_some_and(|n| n.lower == "many")
            && near_block(parsed, parsed.tokens[t].sentence, sentence);
        let noun = is_how.then(|| noun_after(parsed, t + 2)).flatten()?;
        let Measure { key, .. } = measure::counted(parsed, noun)?;
        let of = parsed.word(noun).to_owned();
        Some((t, Inherited { measure: key, of, unit: None }))
    })
}

fn noun_after(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    (token..(token + 4).min(parsed.tokens.len())).find(|&t| matches!(parsed.tokens[t].tag, "NNS" | "NNPS"))
}
