//! Figures of which neither noun, clause nor context tells what they count: "At first it was 182.", "would part with 10,000".
//!
//! They are kept with the bare measure `count`: the number and who gives it are told, and nothing is compared with it.

use super::figure::Figure;
use super::number::Kind;
use super::unit::FigureUnit;
use super::{Quantity, noun, people, plain};
use crate::ParsedArticle;
use crate::words::Word;

/// The measure of a figure that counts nobody knows what.
pub const UNNAMED: &str = "count";

/// A bare figure that stands for a noun phrase, as a quantity of its own.
pub(super) fn unnamed(parsed: &ParsedArticle, words: &[Word], figure: &Figure) -> Option<Quantity> {
    /// Spelled or written, numbers below this one stand for too much else.
    const VALUE_MIN: f64 = 10.0;
    let is_bare = figure.unit == FigureUnit::None
        && matches!(figure.kind, Kind::Cardinal | Kind::Vague)
        && figure.rate.is_none()
        && figure.whole.is_none();
    let size = figure.value.or(figure.high).or(figure.low)?;
    if !is_bare
        || size < VALUE_MIN
        || size.fract() != 0.0
        || is_year(words, figure, size)
        || !is_argument(parsed, figure.token)
        || noun::counted_noun(parsed, words, figure).is_some()
        || is_glued(words, figure)
    {
        return None;
    }
    let number = words[figure.number.start].span.cover(words[figure.number.end - 1].span);
    let span = words[figure.words.start].span.cover(words[figure.words.end - 1].span);
    let (key, unit) =
        if people::only_people(parsed, figure.token) { ("people", Some("people")) } else { (UNNAMED, None) };
    Some(plain(figure, span, number, (key.to_owned(), String::new(), unit.map(str::to_owned))))
}

/// Four digits that may be a year.
fn is_year(words: &[Word], figure: &Figure, size: f64) -> bool {
    let is_one_word = figure.number.len() == 1 && words[figure.number.start].span.len() == 4;
    is_one_word && (1500.0..=2100.0).contains(&size)
}

/// "3–2", "24/7", "Covid-19": part of a longer word.
fn is_glued(words: &[Word], figure: &Figure) -> bool {
    let is_joint =
        |at: usize| words.get(at).is_some_and(|w| !w.spaced && w.is_one_of(&["-", "–", "/", ":", "_"]));
    is_joint(figure.number.end)
        || figure
            .number
            .start
            .checked_sub(1)
            .is_some_and(|b| is_joint(b) && !words[figure.number.start].spaced)
}

/// Subject, object or complement, or after a preposition with which figures are given.
fn is_argument(parsed: &ParsedArticle, token: usize) -> bool {
    const BEFORE: [&str; 9] = ["to", "from", "than", "of", "with", "against", "over", "by", "about"];
    let word = &parsed.tokens[token];
    let head = &parsed.tokens[word.head];
    match word.dep {
        "nsubj" | "nsubjpass" | "dobj" | "attr" => {
            head.sentence == word.sentence && matches!(head.pos, "VERB" | "AUX")
        }
        "pobj" => {
            let governor = &parsed.tokens[head.head];
            BEFORE.contains(&head.lower.as_str()) && governor.pos == "VERB"
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::UNNAMED;
    use crate::testing::with_article;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = with_article(text, None, |parsed| {
            let quantities = crate::read(parsed).quantities;
            let told = quantities.iter().map(|q| (q.span.slice(text).to_owned(), q.measure.clone()));
            told.collect::<Vec<_>>()
        });
        let found: Vec<_> = found.iter().map(|(words, measure)| (words.as_str(), measure.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_number_of_nobody_knows_what() {
        check("The mill would part with 4,000 by spring.", &[("4,000", UNNAMED)]);
        check("The mill opened in 1984.", &[]);
        check("The home side lost 3–2.", &[]);
        check("Route 12 leads to the mill.", &[]);
    }

    #[test]
    fn what_only_people_do() {
        check("Some 900 queued for bread.", &[("Some 900", "people")]);
        check("The clinic vaccinated 310 on Monday.", &[("310", "people")]);
        check("About 900 fell off the shelf.", &[("About 900", UNNAMED)]);
    }
}
