//! Numbers in digits and words.

use crate::time::lexicon::{ordinal, small_number};
use crate::words::Word;

/// Low bounds for words without a number. Conflict data sets count so (ACLED codes "dozens" as 12 and
/// "hundreds" as 100 for want of better); we keep the smallest number the plural allows instead: dozens are at
/// least two dozen. Change them here and nowhere else.
const VAGUE_LOW: &[(&str, f64)] = &[
    ("dozens", 24.0),
    ("scores", 40.0),
    ("hundreds", 200.0),
    ("thousands", 2_000.0),
    ("millions", 2_000_000.0),
    ("billions", 2_000_000_000.0),
    ("several", 3.0),
    ("few", 3.0),
    ("handful", 3.0),
    ("couple", 2.0),
];
/// What stands before "thousands of" multiplies it: tens of thousands are at least 20,000.
const VAGUE_TIMES: &[(&str, f64)] = &[("tens", 10.0), ("dozens", 12.0), ("hundreds", 100.0)];

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
    vague(w, i).or_else(|| fraction(w, i)).or_else(|| cardinal(w, i)).or_else(|| ordinal_number(w, i))
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

fn looked_up(table: &[(&str, f64)], word: &str) -> Option<f64> {
    table.iter().find(|(w, _)| *w == word).map(|(_, v)| *v)
}

/// "dozens", "tens of thousands", "several hundred", "a few dozen", "a couple of".
fn vague(w: &[Word], i: usize) -> Option<Number> {
    let found =
        |end, value| Some(Number { end, value, kind: Kind::Vague, letter: None, has_magnitude: false });
    let start =
        if lower(w, i) == "a" && matches!(lower(w, i + 1), "few" | "handful" | "couple") { i + 1 } else { i };
    let word = lower(w, start);
    if let Some(factor) = looked_up(VAGUE_TIMES, word)
        && lower(w, start + 1) == "of"
        && let Some(low) = looked_up(VAGUE_LOW, lower(w, start + 2)).filter(|low| *low >= 2_000.0)
    {
        return found(start + 3, factor * low);
    }
    if matches!(word, "few" | "couple" | "handful") && start == i {
        return None;
    }
    let low = looked_up(VAGUE_LOW, word)?;
    if low < 10.0
        && let Some(factor) = times(lower(w, start + 1))
    {
        return found(start + 2, low * factor);
    }
    let end = if matches!(word, "couple" | "handful") && lower(w, start + 1) == "of" {
        start + 2
    } else {
        start + 1
    };
    found(end, low)
}

/// "two-thirds", "a third of", "half of", "one in five", "one chance in twenty", "three quarters of".
fn fraction(w: &[Word], i: usize) -> Option<Number> {
    let found = |end, share: f64| {
        Some(Number { end, value: share * 100.0, kind: Kind::Fraction, letter: None, has_magnitude: false })
    };
    if lower(w, i) == "half"
        && matches!(lower(w, i + 1), "of" | "the" | "its" | "their" | "all" | "his" | "her")
    {
        return found(i + 1, 0.5);
    }
    let count = match lower(w, i) {
        "a" | "one" => 1.0,
        word => w.get(i)?.digits.map(f64::from).or_else(|| small_number(word).map(f64::from))?,
    };
    if count > 99.0 {
        return None;
    }
    let after_chance =
        if matches!(lower(w, i + 1), "chance" | "person" | "people" | "child" | "woman" | "man") {
            i + 2
        } else {
            i + 1
        };
    if lower(w, i) != "a"
        && matches!(lower(w, after_chance), "in" | "out")
        && let Some(parts) =
            small_whole(w, if lower(w, after_chance) == "out" { after_chance + 2 } else { after_chance + 1 })
        && (parts.1 > count && parts.1 <= 100.0)
        && (after_chance > i + 1 || count == 1.0)
    {
        return found(parts.0, count / parts.1);
    }
    let next = if lower(w, i + 1) == "-" { i + 2 } else { i + 1 };
    let word = lower(w, next);
    let parts = match word {
        "half" | "halves" => 2.0,
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" => 4.0,
        _ => {
            let whole = word.strip_suffix('s').filter(|_| count > 1.0).unwrap_or(word);
            f64::from(ordinal(whole).filter(|n| *n >= 4)?)
        }
    };
    let is_of = lower(w, next + 1) == "of" || (lower(w, next + 1) == "the" && parts == 2.0);
    let is_plural = word.ends_with('s') && parts <= 4.0 && count > 1.0;
    ((is_of || is_plural) && count < parts).then(|| found(next + 1, count / parts))?
}

/// A small whole number and its end.
fn small_whole(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let word = w.get(i)?;
    let n = word.digits.or_else(|| small_number(&word.lower))?;
    Some((i + 1, f64::from(n)))
}

/// "sixth", "6th", "twenty-first".
fn ordinal_number(w: &[Word], i: usize) -> Option<Number> {
    let found =
        |end, value| Some(Number { end, value, kind: Kind::Ordinal, letter: None, has_magnitude: false });
    let word = w.get(i)?;
    if let Some(n) = word.digits {
        let is_ordinal = glued(w, i + 1) && matches!(lower(w, i + 1), "st" | "nd" | "rd" | "th");
        return is_ordinal.then(|| found(i + 2, f64::from(n)))?;
    }
    if let Some(n) = ordinal(&word.lower) {
        return found(i + 1, f64::from(n));
    }
    let tens = small_number(&word.lower).filter(|n| *n >= 20)?;
    let ones = (lower(w, i + 1) == "-").then(|| ordinal(lower(w, i + 2))).flatten().filter(|n| *n < 10)?;
    found(i + 3, f64::from(tens) + f64::from(ones))
}

fn cardinal(w: &[Word], i: usize) -> Option<Number> {
    let word = w.get(i)?;
    let number = if word.digits.is_some() { in_digits(w, i)? } else { in_words(w, i)? };
    let is_ordinal = glued(w, number.end) && matches!(lower(w, number.end), "st" | "nd" | "rd" | "th" | "s");
    (!is_ordinal).then_some(number)
}

fn in_digits(w: &[Word], i: usize) -> Option<Number> {
    let mut written = w[i].lower.to_string();
    let mut end = i + 1;
    while lower(w, end) == ","
        && glued(w, end)
        && glued(w, end + 1)
        && w.get(end + 1).is_some_and(|n| n.span.len() == 3 && n.digits.is_some())
        && w[i].span.len() <= 3
    {
        written.push_str(&w[end + 1].lower);
        end += 2;
    }
    if lower(w, end) == "."
        && glued(w, end)
        && glued(w, end + 1)
        && w.get(end + 1).is_some_and(|n| n.digits.is_some())
    {
        written.push('.');
        written.push_str(&w[end + 1].lower);
        end += 2;
    }
    let mut value: f64 = written.parse().ok()?;
    if let Some((after, part)) = mixed(w, end).filter(|_| value.fract() == 0.0 && value < 1_000.0) {
        (end, value) = (after, value + part);
    }
    let mut letter = None;
    let mut has_magnitude = false;
    if glued(w, end) {
        let factor = match lower(w, end) {
            "m" => Some(1e6),
            "k" => Some(1e3),
            "b" => Some(1e9),
            "bn" | "mn" | "tn" => times(lower(w, end)),
            _ => None,
        };
        if factor.is_some()
            && !glued(w, end + 1) | w.get(end + 1).is_none_or(|n| !n.is_letters() && n.digits.is_none())
        {
            letter = factor;
        }
    }
    if letter.is_none() {
        (end, value, has_magnitude) = magnitudes(w, end, value);
        (end, value) = and_a_half(w, end, value);
    }
    Some(Number { end, value, kind: Kind::Cardinal, letter, has_magnitude })
}

/// "1/2", "½" after a whole number: its end and value.
fn mixed(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let sign = match lower(w, i) {
        "½" => Some(0.5),
        "¼" => Some(0.25),
        "¾" => Some(0.75),
        "⅓" => Some(1.0 / 3.0),
        "⅔" => Some(2.0 / 3.0),
        _ => None,
    };
    if let Some(part) = sign {
        return Some((i + 1, part));
    }
    let (over, under) = (w.get(i)?.digits?, w.get(i + 2)?.digits?);
    let is_fraction = lower(w, i + 1) == "/" && glued(w, i + 1) && glued(w, i + 2) && !glued(w, i);
    (is_fraction && (1..under).contains(&over) && under <= 16)
        .then(|| (i + 3, f64::from(over) / f64::from(under)))
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

/// "eleven and a half".
fn and_a_half(w: &[Word], end: usize, value: f64) -> (usize, f64) {
    if lower(w, end) == "and" && lower(w, end + 1) == "a" && lower(w, end + 2) == "half" {
        let (last, times, _) = magnitudes(w, end + 3, 1.0);
        return if times > 1.0 { (last, (value + 0.5) * times) } else { (end + 3, value + 0.5) };
    }
    (end, value)
}

fn in_words(w: &[Word], i: usize) -> Option<Number> {
    let found = |end, value, has_magnitude| {
        Some(Number { end, value, kind: Kind::Cardinal, letter: None, has_magnitude })
    };
    let first = lower(w, i);
    if first == "half" && matches!(lower(w, i + 1), "a") {
        let factor = times(lower(w, i + 2)).filter(|f| *f > 2.0)?;
        return found(i + 3, 0.5 * factor, true);
    }
    if matches!(first, "a" | "an") {
        let factor = times(lower(w, i + 1)).filter(|_| lower(w, i + 1) != "score")?;
        let (end, value) = tail(w, i + 2, factor);
        let (end, value) = and_a_half_of(w, end, value, factor);
        let (end, value, _) = magnitudes(w, end, value);
        return found(end, value, true);
    }
    let (mut end, mut value) = below_hundred(w, i)?;
    let mut has_magnitude = false;
    (end, value) = and_a_half(w, end, value);
    while let Some(factor) = times(lower(w, end)).filter(|_| lower(w, end) != "score") {
        value *= factor;
        has_magnitude = true;
        (end, value) = tail(w, end + 1, value);
    }
    found(end, value, has_magnitude)
}

/// "a million and a half".
fn and_a_half_of(w: &[Word], end: usize, value: f64, factor: f64) -> (usize, f64) {
    if lower(w, end) == "and" && lower(w, end + 1) == "a" && lower(w, end + 2) == "half" {
        return (end + 3, value + 0.5 * factor);
    }
    (end, value)
}

/// "(and) forty-two" after a hundred or thousand.
fn tail(w: &[Word], end: usize, value: f64) -> (usize, f64) {
    let at = if lower(w, end) == "and" { end + 1 } else { end };
    match below_hundred(w, at) {
        Some((next, rest)) if value % 100.0 == 0.0 && value >= 100.0 => {
            match times(lower(w, next)).filter(|f| *f < value && *f == 100.0) {
                Some(factor) => tail(w, next + 1, value + rest * factor),
                None => (next, value + rest),
            }
        }
        _ => (end, value),
    }
}

fn below_hundred(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let tens = f64::from(small_number(lower(w, i))?);
    if tens >= 20.0 {
        let at = if lower(w, i + 1) == "-" { i + 2 } else { i + 1 };
        if let Some(ones) = small_number(lower(w, at)).filter(|n| (1..10).contains(n)) {
            return Some((at + 1, tens + f64::from(ones)));
        }
    }
    Some((i + 1, tens))
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
    fn vague_words_and_ordinals() {
        check("dozens of people", Some(("dozens", 24.0, Kind::Vague)));
        check("tens of thousands of people", Some(("tens of thousands", 20_000.0, Kind::Vague)));
        check("several hundred people", Some(("several hundred", 300.0, Kind::Vague)));
        check("a few people", Some(("a few", 3.0, Kind::Vague)));
        check("few people", None);
        check("sixth time", Some(("sixth", 6.0, Kind::Ordinal)));
        check("21st century", Some(("21st", 21.0, Kind::Ordinal)));
    }
}
