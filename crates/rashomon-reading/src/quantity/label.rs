//! Figures after a label: "Dead: 14.", "Votes for the draft: 1,191,406", "Ballots cast: 2,391,862".

use super::figure::Figure;
use super::measure::{self, Measure};
use super::people;
use super::unit::FigureUnit;
use super::votes;
use crate::ParsedArticle;
use crate::quotation::cue_class;

/// Most words of a label.
const N_WORDS_MAX: usize = 6;

/// What a bare figure after a label measures.
pub(super) fn of_label(parsed: &ParsedArticle, figure: &Figure) -> Option<Measure> {
    if figure.unit != FigureUnit::None || figure.value.is_none_or(|v| v.fract() != 0.0) {
        return None;
    }
    let here = parsed.sentences[parsed.tokens[figure.token].sentence].tokens.clone();
    let is_number = |t: usize| parsed.tokens[t].tag == "CD";
    let first = (here.start..figure.token).rev().take_while(|&t| is_number(t)).last().unwrap_or(figure.token);
    let colon = first.checked_sub(1).filter(|&t| t >= here.start && parsed.tokens[t].lower == ":")?;
    let ends =
        |t: usize| !here.contains(&t) || matches!(parsed.tokens[t].lower.as_str(), "." | ";" | "(" | ",");
    if !ends(figure.token + 1) {
        return None;
    }
    let is_break = |&t: &usize| matches!(parsed.tokens[t].lower.as_str(), "." | ";" | ":" | "," | ")");
    let start = (here.start..colon).rev().find(is_break).map_or(here.start, |t| t + 1);
    let is_said = |t: &crate::Token| matches!(t.tag, "VBD" | "VBZ" | "VBP" | "MD");
    let words = start..colon;
    // "Rockets fired: 310": what was done to the things named, whatever the tagger calls it.
    let is_said = |t: &crate::Token| is_said(t) && !(t.tag == "VBD" && is_past_of_things(parsed, start));
    if words.is_empty() || words.len() > N_WORDS_MAX || parsed.tokens[words.clone()].iter().any(is_said) {
        return None;
    }
    of_words(parsed, words)
}

/// "Rockets fired", "Tests performed in the past day": a plural noun opens the label, and its participle comes next.
fn is_past_of_things(parsed: &ParsedArticle, start: usize) -> bool {
    let done = parsed.tokens.get(start + 1);
    parsed.tokens[start].tag == "NNS" && done.is_some_and(|t| t.tag == "VBD" && cue_class(&t.lemma).is_none())
}

/// What the words of a label are of: votes of a side, people of a fate, the things it names.
fn of_words(parsed: &ParsedArticle, words: std::ops::Range<usize>) -> Option<Measure> {
    let vote = words.clone().find(|&t| matches!(parsed.tokens[t].lower.as_str(), "votes" | "vote"));
    if let Some(key) = vote.and_then(|v| votes::side_named(parsed, v)) {
        return Some(Measure { key: key.to_owned(), of: vote });
    }
    let fate = |&t: &usize| {
        let word = &parsed.tokens[t];
        people::of_noun(&word.lower)
            .or_else(|| people::of_noun(&word.lemma))
            .or_else(|| people::of_state(&word.lower))
    };
    if let Some((at, key)) = words.clone().find_map(|t| fate(&t).map(|k| (t, k))) {
        return Some(Measure { key: key.to_owned(), of: Some(at) });
    }
    let noun = words.clone().find(|&t| matches!(parsed.tokens[t].tag, "NNS" | "NNPS"))?;
    measure::counted(parsed, noun).map(|m| Measure { of: Some(noun), ..m })
}
