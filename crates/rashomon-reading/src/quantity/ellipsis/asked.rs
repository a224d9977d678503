//! Figures that answer a question: "How many ships are waiting?", "How big was the march?".

use super::{Inherited, SENTENCES_BACK, near_block, of_people};
use crate::ParsedArticle;
use crate::quantity::measure::{self, Measure};
use crate::quantity::people;

/// "How many ships are waiting?" or "The number of ships …": where, and what is asked for.
pub(super) fn question(parsed: &ParsedArticle, sentence: usize, before: usize) -> Option<(usize, Inherited)> {
    let first = sentence.saturating_sub(SENTENCES_BACK);
    let from = parsed.sentences[first].tokens.start;
    (from..before).rev().find_map(|t| {
        if let Some(crowd) = asked_how_big(parsed, t, sentence) {
            return Some((t, of_people(parsed.word(crowd))));
        }
        let is_how = parsed.tokens[t].lower == "how"
            && parsed.tokens.get(t + 1).is_some_and(|n| n.lower == "many")
            && near_block(parsed, parsed.tokens[t].sentence, sentence);
        // "How many were hurt depends on whom you ask."
        if let Some(key) = is_how.then(|| people::asked_after(parsed, t + 2)).flatten() {
            return Some((t, Inherited { measure: key.to_owned(), ..of_people("") }));
        }
        let noun = is_how.then(|| noun_after(parsed, t + 2)).flatten()?;
        let Measure { key, .. } = measure::counted(parsed, noun)?;
        let fate = Some(noun + 1)
            .filter(|&v| key == "people" && parsed.tokens[v].sentence == parsed.tokens[noun].sentence);
        let key = fate.and_then(|v| people::asked_after(parsed, v)).map_or(key, str::to_owned);
        let of = parsed.word(noun).to_owned();
        Some((t, Inherited { measure: key, of, unit: None }))
    })
}

/// "How big was the march?", "The march was the largest in years. How large depends on whom one asks.": the crowd.
fn asked_how_big(parsed: &ParsedArticle, how: usize, sentence: usize) -> Option<usize> {
    let own = parsed.tokens[how].sentence;
    let is_size = parsed.tokens.get(how + 1).is_some_and(|n| matches!(n.lower.as_str(), "big" | "large"));
    if parsed.tokens[how].lower != "how" || !is_size || !near_block(parsed, own, sentence) {
        return None;
    }
    let here = parsed.sentences[own].tokens.clone();
    let before = parsed.sentences[own.saturating_sub(1)].tokens.start;
    let is_gathering = |&t: &usize| measure::is_gathering(&parsed.tokens[t].lemma);
    here.clone().find(is_gathering).or_else(|| (before..here.start).rev().find(is_gathering))
}

fn noun_after(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    (token..(token + 4).min(parsed.tokens.len())).find(|&t| matches!(parsed.tokens[t].tag, "NNS" | "NNPS"))
}
