//! Ground that somebody else says he holds: "Rebels hold six of the nine parishes … The army says it holds seven", "Night
//! Watch: six".

use super::{Inherited, near_block, of_quantity};
use crate::ParsedArticle;
use crate::quantity::Quantity;
use crate::quantity::figure::Figure;
use crate::quantity::unit::FigureUnit;

/// Sentences from a count to another's number for it.
const BACK: usize = 2;
/// Verbs of holding ground whose object leaves out what is held.
const HOLDING: [&str; 5] = ["hold", "control", "take", "command", "keep"];

/// "The army says it holds seven": so many of the parts of the ground spoken of.
pub(super) fn held(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let word = &parsed.tokens[figure.token];
    let verb = &parsed.tokens[word.head];
    let is_bare = figure.unit == FigureUnit::None && figure.rate.is_none() && figure.whole.is_none();
    let is_held = word.dep == "dobj" && HOLDING.contains(&verb.lemma.as_str()) && word.head < figure.token;
    let ends = parsed.tokens.get(figure.token + 1).is_none_or(|t| {
        t.sentence != word.sentence || t.pos == "PUNCT" || matches!(t.pos, "ADV" | "CCONJ" | "SCONJ")
    });
    let is_ground = |q: &&Quantity| q.measure == "territory.districts";
    let last = earlier.iter().rev().take_while(|q| is_near(parsed, q, word.sentence)).find(is_ground)?;
    (is_bare && is_held && ends).then(|| of_quantity(last))
}

/// "The guards' staff: seven of the nine wards. Night Watch: six.": after a name and a colon, right behind such a line.
pub(super) fn labelled(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let word = &parsed.tokens[figure.token];
    let start = parsed.sentences[word.sentence].tokens.start;
    let is_label = |first: usize, number: usize| {
        let words = &parsed.tokens[first..number];
        words.last().is_some_and(|t| t.lower == ":")
            && (2..=7).contains(&words.len())
            && words.iter().all(|t| !matches!(t.pos, "VERB" | "AUX" | "NUM"))
    };
    let ends =
        parsed.tokens.get(figure.token + 1).is_none_or(|t| t.sentence != word.sentence || t.pos == "PUNCT");
    let last = earlier.last().filter(|q| {
        let there = parsed.tokens[q.token].sentence;
        let from = parsed.sentences[there].tokens.start;
        let first =
            earlier.iter().find(|e| parsed.tokens[e.token].sentence == there).map_or(q.token, |e| e.token);
        there + 1 == word.sentence && is_near(parsed, q, word.sentence) && is_label(from, first)
    })?;
    let is_bare = figure.unit == FigureUnit::None && figure.rate.is_none();
    (is_bare && ends && is_label(start, figure.token)).then(|| of_quantity(last))
}

fn is_near(parsed: &ParsedArticle, q: &Quantity, sentence: usize) -> bool {
    let there = parsed.tokens[q.token].sentence;
    there + BACK >= sentence && near_block(parsed, there, sentence)
}
