//! Numbers in digits and words.

mod digits;
mod fraction;
mod ordinal;
mod spelled;
mod vague;

use crate::words::Word;
use digits::{in_digits, is_digits, leading_point, sign_alone};
use fraction::fraction;
use ordinal::ordinal_number;
use spelled::in_words;
pub(crate) use vague::is_vague_plural;
use vague::vague;

pub(super) use digits::powers;
pub(super) use fraction::share_alone;

/// What kind of number words are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// "340", "forty".
    Cardinal,
    /// "dozens": the value is a low bound.
    Vague,
    /// "two-thirds", "half", "one in five": the value is in per cent.
    Fraction,
    /// "sixth".
    Ordinal,
}

/// A number over words `start..end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) end: usize,
    pub(crate) value: f64,
    pub(crate) kind: Kind,
    /// What a bare letter after it multiplied by ("£3m"), which only money allows.
    pub(crate) letter: Option<f64>,
    /// Whether a magnitude word ("million") is part of it.
    pub(crate) has_magnitude: bool,
}

/// The number that starts at word `i`.
pub(crate) fn number(w: &[Word], i: usize) -> Option<Number> {
    if let Some(found) = vague(w, i).or_else(|| fraction(w, i)) {
        return Some(found);
    }
    let counted = cardinal(w, i).or_else(|| leading_point(w, i)).or_else(|| sign_alone(w, i));
    // "twenty-first" is no twenty.
    match ordinal_number(w, i) {
        Some(rank) if counted.is_none_or(|c| rank.end > c.end) => Some(rank),
        _ => counted,
    }
}

fn lower(w: &[Word], i: usize) -> &str {
    w.get(i).map_or("", |w| w.lower.as_str())
}

fn glued(w: &[Word], i: usize) -> bool {
    w.get(i).is_some_and(|w| !w.spaced)
}

fn times(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" | "mn" => 1e6,
        "crore" => 1e7,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        "dozen" => 12.0,
        "score" => 20.0,
        _ => return None,
    })
}

fn cardinal(w: &[Word], i: usize) -> Option<Number> {
    let word = w.get(i)?;
    let number = if is_digits(word) { in_digits(w, i)? } else { in_words(w, i)? };
    let is_ordinal = glued(w, number.end) && matches!(lower(w, number.end), "st" | "nd" | "rd" | "th" | "s");
    (!is_ordinal).then_some(number)
}

/// "million", "hundred thousand" after a number.
fn magnitudes(w: &[Word], mut end: usize, mut value: f64) -> (usize, f64, bool) {
    let mut found = false;
    loop {
        let at = if lower(w, end) == "-" && times(lower(w, end + 1)).is_some() { end + 1 } else { end };
        let Some(factor) = times(lower(w, at)) else { break };
        value *= factor;
        end = at + 1;
        found = true;
    }
    (end, value, found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::with_article;
    use crate::words::words;

    #[track_caller]
    fn check(text: &str, expect: Option<(&str, f64, Kind)>) {
        with_article(text, None, |parsed| {
            let w = words(parsed, 0..parsed.tokens.len());
            let found = number(&w, 0);
            let written = found.map(|n| (w[0].span.cover(w[n.end - 1].span).slice(text), n.value, n.kind));
            match (written, expect) {
                (Some((a, b, c)), Some((x, y, z))) => {
                    assert_eq!((a, c), (x, z));
                    assert!((b - y).abs() < 1e-6, "{text}: {b}");
                }
                (a, b) => assert_eq!(a, b, "{text}"),
            }
        });
    }

    #[test]
    fn digits_and_words() {
        check("10,500 boats", Some(("10,500", 10_500.0, Kind::Cardinal)));
        check("7.25 metres", Some(("7.25", 7.25, Kind::Cardinal)));
        check("3.5 million people", Some(("3.5 million", 3.5e6, Kind::Cardinal)));
        check("Thirty-two cranes", Some(("Thirty-two", 32.0, Kind::Cardinal)));
        check("three hundred and forty men", Some(("three hundred and forty", 340.0, Kind::Cardinal)));
        check("two thousand five hundred men", Some(("two thousand five hundred", 2_500.0, Kind::Cardinal)));
        check("a hundred and six", Some(("a hundred and six", 106.0, Kind::Cardinal)));
        check("half a million", Some(("half a million", 5e5, Kind::Cardinal)));
        check("four hundred and two dozen eggs", Some(("four hundred and two dozen", 424.0, Kind::Cardinal)));
        check("3 thousand and 0 are", Some(("3 thousand", 3_000.0, Kind::Cardinal)));
        check("a dozen eggs", Some(("a dozen", 12.0, Kind::Cardinal)));
        check("Eleven and a half is little", Some(("Eleven and a half", 11.5, Kind::Cardinal)));
        check("two and a half million", Some(("two and a half million", 2.5e6, Kind::Cardinal)));
        check("1990s", None);
        check("a boat", None);
    }

    #[test]
    fn fractions_are_in_per_cent() {
        check("two-thirds of it", Some(("two-thirds", 200.0 / 3.0, Kind::Fraction)));
        check("a third of it", Some(("a third", 100.0 / 3.0, Kind::Fraction)));
        check("half of it", Some(("half", 50.0, Kind::Fraction)));
        check("one in five homes", Some(("one in five", 20.0, Kind::Fraction)));
        check("one chance in twenty", Some(("one chance in twenty", 5.0, Kind::Fraction)));
        check("a third time", None);
    }

    #[test]
    fn parts_that_stand_alone() {
        let share = |text: &str| {
            with_article(text, None, |parsed| {
                share_alone(&words(parsed, 0..parsed.tokens.len()), 0).map(|n| (n.value * 1e4).round() / 1e4)
            })
        };
        let power = |text: &str| {
            with_article(text, None, |parsed| {
                let w = words(parsed, 0..parsed.tokens.len());
                number(&w, 0).and_then(|n| powers(&w, n.end, n.value)).map(|(_, value)| value)
            })
        };
        assert_eq!([power("1.5e6"), power("1.5x10^6"), power("2^3")], [Some(1.5e6), Some(1.5e6), Some(8.0)]);
        assert_eq!([power("1.5 e6"), power("3 x 10 metres")], [None, None]);
        assert_eq!(share("one hundred thirty-two fifths"), Some(26.4));
        assert_eq!(share("one hundred thirty fifths"), Some(2.8571));
        assert_eq!(share("three twenty-firsts"), Some(0.1429));
        assert_eq!(share("twenty fifths"), Some(4.0));
        assert_eq!(share("one over twenty"), Some(0.05));
        assert_eq!(share("one over 20 metres"), None);
        assert_eq!(share("two millionth customers"), None);
        check("two hundred and a twentieth.", Some(("two hundred and a twentieth", 200.05, Kind::Cardinal)));
        check("two hundred and a twentieth man", Some(("two hundred", 200.0, Kind::Cardinal)));
        check("nought point five per cent", Some(("nought point five", 0.5, Kind::Cardinal)));
        check("two and fifty-four hundredths", Some(("two and fifty-four hundredths", 2.54, Kind::Cardinal)));
    }

    #[test]
    fn vague_words_and_ordinals() {
        check("dozens of people", Some(("dozens", 24.0, Kind::Vague)));
        check("tens of thousands of people", Some(("tens of thousands", 20_000.0, Kind::Vague)));
        check("several hundred people", Some(("several hundred", 300.0, Kind::Vague)));
        check("a few people", Some(("a few", 3.0, Kind::Vague)));
        check("few people", None);
        check("multimillion - dollar", Some(("multimillion", 2e6, Kind::Vague)));
        check("multi-billion-euro", Some(("multi-billion", 2e9, Kind::Vague)));
        check("multinational", None);
        check("sixth time", Some(("sixth", 6.0, Kind::Ordinal)));
        check("21st century", Some(("21st", 21.0, Kind::Ordinal)));
    }
}
