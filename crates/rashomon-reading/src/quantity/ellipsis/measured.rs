//! Another reading of what was just measured: "contained 84 micrograms … its own laboratory had found 51. The limit is 10.",
//! "stands corrected at 68", "the firm's own value of 51".

use super::{Inherited, near_block, of_quantity};
use crate::ParsedArticle;
use crate::quantity::Quantity;
use crate::quantity::figure::Figure;
use crate::quantity::unit::{FigureUnit, is_unit};

/// Sentences back to what was measured.
const BACK: usize = 2;
/// How many times larger or smaller a reading is: limits lie far below what is news.
const RATIO_MAX: f64 = 100.0;
/// Nouns of what is measured, or may at most be.
const READINGS: [&str; 9] =
    ["value", "reading", "limit", "level", "threshold", "ceiling", "concentration", "measurement", "result"];

/// What a bare number is of that stands for a reading, beside one with its unit.
pub(super) fn of_measurement(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    figure: &Figure,
) -> Option<Inherited> {
    let sentence = parsed.tokens[figure.token].sentence;
    let is_near = |q: &&Quantity| {
        let there = parsed.tokens[q.token].sentence;
        there + BACK >= sentence && near_block(parsed, there, sentence)
    };
    // "31 metres per second" is a reading by its unit; what lies between and measures something else is passed over.
    let is_measured =
        |q: &&Quantity| q.measure.strip_prefix("count.").is_some_and(|u| is_unit(u) || u.contains('/'));
    let last = earlier.iter().rev().take_while(is_near).find(is_measured)?;
    let size = super::ratio(last, figure).filter(|&r| r <= RATIO_MAX);
    let is_bare = figure.unit == FigureUnit::None && figure.rate.is_none() && figure.whole.is_none();
    (is_bare && size.is_some() && is_reading(parsed, figure.token))
        .then(|| Inherited { unit: last.unit.clone(), ..of_quantity(last) })
}

/// "Had found 51", "the limit is 10", "a value of 51", "corrected at 68".
fn is_reading(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let above = &parsed.tokens[word.head];
    let ends = parsed.tokens.get(token + 1).is_none_or(|t| {
        t.sentence != word.sentence || matches!(t.pos, "PUNCT" | "CCONJ" | "AUX" | "VERB" | "ADP")
    });
    let is_of_reading = |t: usize| READINGS.contains(&parsed.tokens[t].lemma.as_str());
    let is_given = match word.dep {
        "dobj" => matches!(above.lemma.as_str(), "find" | "measure" | "record" | "detect" | "show" | "give"),
        "attr" => above.lemma == "be" && parsed.child(word.head, &["nsubj"]).is_some_and(is_of_reading),
        "pobj" => {
            let governor = above.head;
            let lemma = parsed.tokens[governor].lemma.as_str();
            match above.lower.as_str() {
                "of" => is_of_reading(governor),
                "at" | "to" => matches!(lemma, "correct" | "revise" | "stand" | "set"),
                // "The board works with 19".
                "with" => matches!(lemma, "work" | "reckon"),
                _ => false,
            }
        }
        _ => false,
    };
    ends && is_given
}
