//! Numbers in words: "two hundred and two thousand", "half a million", "eleven and a half", "nought point five".

use super::digits::is_digits;
use super::fraction::part;
use super::{Kind, Number, glued, lower, magnitudes, times};
use crate::time::lexicon::small_number;
use crate::words::Word;

pub(super) fn in_words(w: &[Word], i: usize) -> Option<Number> {
    let found = |end, value, has_magnitude| {
        Some(Number { end, value, kind: Kind::Cardinal, letter: None, has_magnitude })
    };
    if let Some((end, value)) = part_of_magnitude(w, i) {
        return found(end, value, true);
    }
    let first = lower(w, i);
    if matches!(first, "nought" | "naught" | "zero") && lower(w, i + 1) == "point" {
        let (end, value) = point(w, i + 1, 0.0);
        return (end > i + 1).then(|| found(end, value, false))?;
    }
    if matches!(first, "a" | "an") {
        let factor = times(lower(w, i + 1)).filter(|_| lower(w, i + 1) != "score")?;
        let (end, value) = spelled_on(w, i + 2, factor).unwrap_or((i + 2, factor));
        let (end, value) = and_part(w, end, value, if factor >= 1e3 { factor } else { 1.0 });
        let (end, value, _) = magnitudes(w, end, value);
        return found(end, value, true);
    }
    let (end, small) = below_hundred(w, i)?;
    let (after, halved) = match and_a_half(w, end, small) {
        (after, _) if after == end => and_part(w, end, small, 1.0),
        found => found,
    };
    if after > end {
        let (after, value, has_magnitude) = magnitudes(w, after, halved);
        return found(after, value, has_magnitude);
    }
    let Spelled { end, value, last, has_magnitude } = spelled(w, i)?;
    let (end, value) = if has_magnitude { and_part(w, end, value, last) } else { (end, value) };
    let (end, value) = point(w, end, value);
    found(end, value, has_magnitude)
}

/// "half a million", "half million", "a quarter of a million", "half a dozen".
fn part_of_magnitude(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let at = if lower(w, i) == "a" { i + 1 } else { i };
    let part = match lower(w, at) {
        "half" => 0.5,
        "quarter" => 0.25,
        _ => return None,
    };
    let mut next = at + 1;
    if lower(w, next) == "-" {
        next += 1;
    } else if lower(w, next) == "of" && lower(w, next + 1) == "a" {
        next += 2;
    } else if lower(w, next) == "a" {
        next += 1;
    }
    let factor = times(lower(w, next)).filter(|f| *f > 2.0 && lower(w, next) != "score")?;
    Some((next + 1, part * factor))
}

/// A number in words.
pub(super) struct Spelled {
    pub(super) end: usize,
    pub(super) value: f64,
    /// The last magnitude of a thousand or more, else 1.
    last: f64,
    has_magnitude: bool,
}

/// "two hundred and two thousand", "twenty-one trillion and three hundred", "three dozen".
pub(super) fn spelled(w: &[Word], i: usize) -> Option<Spelled> {
    let times = |word: &str| if word == "dozens" { Some(12.0) } else { times(word) };
    let (mut end, first) = below_hundred(w, i)?;
    let (mut total, mut current) = (0.0, first);
    let (mut last, mut lowest, mut has_magnitude) = (1.0, f64::INFINITY, false);
    loop {
        let joined = lower(w, end) == "-" && glued(w, end) && times(lower(w, end + 1)).is_some();
        let at = end + usize::from(joined);
        if let Some(factor) = times(lower(w, at)).filter(|_| lower(w, at) != "score") {
            if factor < 1e3 {
                if current == 0.0 || current >= 100.0 {
                    break;
                }
                current *= factor;
            } else {
                let scaled = if current == 0.0 { total } else { current };
                total = if current == 0.0 { 0.0 } else { total };
                if factor >= lowest {
                    total = (total + scaled) * factor;
                } else {
                    total += scaled * factor;
                }
                (current, lowest, last) = (0.0, factor, factor);
            }
            (end, has_magnitude) = (at + 1, true);
            continue;
        }
        let and = lower(w, at) == "and" && has_magnitude;
        let at = at + usize::from(and);
        let Some((next, n)) = below_hundred(w, at).filter(|_| has_magnitude && current % 100.0 == 0.0) else {
            break;
        };
        // "two million and five": rather two numbers; "three hundred and two thirds": the part comes later.
        let is_larger = times(lower(w, next)).is_some_and(|f| f >= 100.0);
        let is_far = and && lowest >= 1e6 && current == 0.0 && !is_larger;
        if is_far || n == 0.0 || part(w, at).is_some() {
            break;
        }
        // "three hundred and two dozen".
        let is_dozens = n < 12.0 && matches!(lower(w, next), "dozen" | "dozens");
        current += if is_dozens { n * 12.0 } else { n };
        end = next + usize::from(is_dozens);
    }
    Some(Spelled { end, value: total + current, last, has_magnitude })
}

/// What goes on in words after "3 hundred", "4 thousand", "a hundred": "and 21", "3 hundred and one".
pub(super) fn spelled_on(w: &[Word], i: usize, value: f64) -> Option<(usize, f64)> {
    let has_and = lower(w, i) == "and";
    let at = i + usize::from(has_and);
    if part(w, at).is_some() || value % 100.0 != 0.0 || value < 100.0 {
        return None;
    }
    let digits = w.get(at).filter(|n| is_digits(n) && n.span.len() <= 3 && n.spaced && !glued(w, at + 1));
    let (end, rest) = match digits {
        Some(n) => {
            let n = f64::from(n.digits.filter(|n| *n > 0)?);
            let factor = times(lower(w, at + 1)).filter(|f| *f >= 100.0 && *f < value);
            let rest = n * factor.unwrap_or(1.0);
            if factor.is_none() && (!has_and || value >= 1e5 || n >= 100.0) {
                return None;
            }
            let end = at + 1 + usize::from(factor.is_some());
            spelled_on(w, end, rest).unwrap_or((end, rest))
        }
        None => {
            let more = spelled(w, at)?;
            if has_and && value >= 1e6 && more.value < 100.0 {
                return None;
            }
            (more.end, more.value)
        }
    };
    (rest < value).then_some((end, value + rest))
}

/// "eleven and a half".
pub(super) fn and_a_half(w: &[Word], end: usize, value: f64) -> (usize, f64) {
    if lower(w, end) == "and" && lower(w, end + 1) == "a" && lower(w, end + 2) == "half" {
        let (last, times, _) = magnitudes(w, end + 3, 1.0);
        return if times > 1.0 { (last, (value + 0.5) * times) } else { (end + 3, value + 0.5) };
    }
    (end, value)
}

/// "and a half", "and three quarters" after a number, in units of its last magnitude: "a million and a half".
pub(super) fn and_part(w: &[Word], end: usize, value: f64, unit: f64) -> (usize, f64) {
    if lower(w, end) != "and" {
        return (end, value);
    }
    match part(w, end + 1) {
        // "three hundred and a fifth man" ranks somebody, "two hundred and a fifth" does not.
        Some((next, share))
            if lower(w, end + 1) != "a"
                || share >= 0.2
                || w.get(next).is_none_or(|n| !n.is_letters() && lower(w, next) != "-") =>
        {
            (next, value + share * unit)
        }
        _ => (end, value),
    }
}

/// "point seven five" after a number in words.
fn point(w: &[Word], end: usize, value: f64) -> (usize, f64) {
    if lower(w, end) != "point" || value.fract() != 0.0 {
        return (end, value);
    }
    let mut digits = String::from("0.");
    let mut at = end + 1;
    while let Some(n) = match lower(w, at) {
        "nought" | "naught" | "oh" => Some((at + 1, 0.0)),
        _ => below_hundred(w, at),
    } {
        digits.push_str(&format!("{}", n.1));
        at = n.0;
    }
    match digits.parse::<f64>() {
        Ok(tail) if at > end + 1 => {
            let (at, whole, _) = magnitudes(w, at, value + tail);
            (at, whole)
        }
        _ => (end, value),
    }
}

/// "a hundred thousand".
pub(super) fn spelled_after_article(w: &[Word], i: usize) -> Option<Spelled> {
    let factor = times(lower(w, i + 1))?;
    let (end, value, _) = magnitudes(w, i + 2, factor);
    Some(Spelled { end, value, last: 1.0, has_magnitude: true })
}

pub(super) fn below_hundred(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let tens = f64::from(small_number(lower(w, i))?);
    if tens >= 20.0 {
        let at = if lower(w, i + 1) == "-" { i + 2 } else { i + 1 };
        if let Some(ones) = small_number(lower(w, at)).filter(|n| (1..10).contains(n)) {
            return Some((at + 1, tens + f64::from(ones)));
        }
    }
    Some((i + 1, tens))
}
