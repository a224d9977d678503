//! Clauses without a verb that give another's figure: "The police count about 200 demonstrators, the victims’
//! association 450", "The organisers speak of 20,000 people, the police of 12,000".

use crate::ParsedArticle;
use crate::dispute::ROUGHLY;

/// Verbs with which somebody gives a figure.
const GIVES: [&str; 12] =
    ["count", "speak", "say", "put", "estimate", "give", "report", "talk", "see", "claim", "stop", "stand"];
/// Longest name of one who counts, in words.
const N_WORDS_MAX: usize = 6;

/// Words between a name and its figure.
fn is_between(word: &str) -> bool {
    matches!(word, "of" | "at") || ROUGHLY.contains(&word)
}

/// The head of the words for the one whose figure this is; `token` is the last of the number.
pub(super) fn giver(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    let is_number =
        |t: usize| parsed.tokens[t].tag == "CD" && parsed.tokens[t].sentence == parsed.tokens[token].sentence;
    let first = (0..token).rev().take_while(|&t| is_number(t)).last().unwrap_or(token);
    let sentence = parsed.tokens[token].sentence;
    let tokens = parsed.sentences[sentence].tokens.clone();
    let lower = |t: usize| parsed.tokens[t].lower.as_str();
    let next = token + 1;
    let ends = !tokens.contains(&next) || matches!(lower(next), "," | "." | ";" | ")" | "and" | "”");
    let mut last = first.checked_sub(1).filter(|t| ends && tokens.contains(t))?;
    while is_between(lower(last)) {
        last = last.checked_sub(1).filter(|t| tokens.contains(t))?;
    }
    // "The stewards, at 60,000".
    if lower(last) == "," && is_between(lower(last + 1)) {
        last = last.checked_sub(1).filter(|t| tokens.contains(t))?;
    }
    let is_name = |t: usize| parsed.tokens[t].pos == "NOUN" || parsed.tokens[t].pos == "PROPN";
    let start =
        (tokens.start..=last).rev().find(|&t| matches!(lower(t), "," | ";" | "and" | "but" | "while"))?;
    let words = start + 1..last + 1;
    let is_phrase = |t: usize| {
        is_name(t)
            || matches!(parsed.tokens[t].pos, "DET" | "ADJ" | "PART" | "ADP")
            // "The victims’ association": a mark that is no punctuation.
            || parsed.tokens[t].dep == "case"
    };
    let is_named = is_name(last)
        && (1..=N_WORDS_MAX).contains(&words.len())
        && words.clone().all(is_phrase)
        && (parsed.tokens[start + 1].pos == "DET" || parsed.tokens[start + 1].pos == "PROPN");
    let is_number_next = |t: usize| {
        (t + 1..start).find(|&n| !is_between(lower(n))).is_some_and(|n| parsed.tokens[n].tag == "CD")
    };
    // "Court police count about 200" may be read as nouns.
    let is_given = |&t: &usize| {
        let token = &parsed.tokens[t];
        // "The monitor said the army had lost 40 men, the rebels 12": the rebels say nothing.
        let has_clause = (t + 1..start).any(|v| {
            parsed.tokens[v].pos == "VERB" && matches!(parsed.tokens[v].tag, "VBD" | "VBZ" | "VBP" | "VBN")
        });
        GIVES.contains(&token.lemma.as_str()) && (token.pos == "VERB" && !has_clause || is_number_next(t))
    };
    let verb = (tokens.start..start).find(is_given).filter(|_| is_named)?;
    // "Spoke of …, the police of …": the preposition is the same.
    let of = |range: std::ops::Range<usize>| range.into_iter().any(|t| lower(t) == "of");
    let has_figure = (verb + 1..start).any(|t| parsed.tokens[t].tag == "CD");
    (has_figure && (!of(last + 1..first) || lower(verb + 1) == "of")).then_some(last)
}
