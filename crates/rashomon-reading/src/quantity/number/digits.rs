//! Numbers in digits: "1,234,567", "12,34,567", "1 234 567", "2 1/2", "£3m", "1.3e6".

use super::spelled::{and_a_half, and_part, spelled_on};
use super::{Kind, Number, glued, lower, magnitudes, times};
use crate::words::Word;

pub(super) fn in_digits(w: &[Word], i: usize) -> Option<Number> {
    let (mut end, mut written) = grouped(w, i);
    if lower(w, end) == "."
        && glued(w, end)
        && glued(w, end + 1)
        && w.get(end + 1).is_some_and(is_digits)
        // "1.2.3" is no number.
        && !(lower(w, end + 2) == "." && glued(w, end + 2) && w.get(end + 3).is_some_and(|n| !n.spaced && is_digits(n)))
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
            "m" | "mm" => Some(1e6),
            "k" => Some(1e3),
            "b" => Some(1e9),
            "t" => Some(1e12),
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
        let whole = value;
        (end, value, has_magnitude) = magnitudes(w, end, value);
        if has_magnitude {
            (end, value) = spelled_on(w, end, value).unwrap_or((end, value));
            (end, value) = and_part(w, end, value, value / whole);
        } else {
            (end, value) = and_a_half(w, end, value);
        }
    }
    Some(Number { end, value, kind: Kind::Cardinal, letter, has_magnitude })
}

pub(super) fn is_digits(word: &Word) -> bool {
    word.lower.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// The whole part of a number in digits: "1,234,567", "12,34,567" as in India, "1 234 567" as in Europe.
fn grouped(w: &[Word], i: usize) -> (usize, String) {
    let mut written = w[i].lower.to_string();
    let is_group = |at: usize, length: usize| {
        w.get(at).is_some_and(|n| n.span.len() == length && is_digits(n))
            && !(glued(w, at + 1) && w.get(at + 1).is_some_and(|n| n.is_letters()))
    };
    let mut end = i + 1;
    let comma = |at: usize| lower(w, at) == "," && glued(w, at) && glued(w, at + 1);
    if w[i].span.len() <= 2 && comma(end) && is_group(end + 1, 2) && comma(end + 2) {
        let mut at = end;
        let mut digits = written.clone();
        while comma(at) && is_group(at + 1, 2) {
            digits.push_str(&w[at + 1].lower);
            at += 2;
        }
        if comma(at) && is_group(at + 1, 3) {
            digits.push_str(&w[at + 1].lower);
            return (at + 2, digits);
        }
    }
    while comma(end)
        && w.get(end + 1).is_some_and(|n| n.span.len() == 3 && is_digits(n))
        && w[i].span.len() <= 3
    {
        written.push_str(&w[end + 1].lower);
        end += 2;
    }
    if end > i + 1 || w[i].span.len() > 3 {
        return (end, written);
    }
    spaced_groups(w, i).unwrap_or((end, written))
}

/// "1 234 567": at least two groups of three after the first, as single groups stand beside each other by chance, unless
/// the space is a narrow one or the group begins with a nought, as no number of its own does: "45 000".
fn spaced_groups(w: &[Word], i: usize) -> Option<(usize, String)> {
    /// Groups after the first.
    const GROUPS_MIN: usize = 2;
    let mut digits = w[i].lower.to_string();
    let mut at = i + 1;
    let is_bound = w.get(at).is_some_and(|n| n.narrow || n.lower.starts_with('0'));
    let groups_min = if is_bound && !digits.starts_with('0') { 1 } else { GROUPS_MIN };
    while w.get(at).is_some_and(|n| n.spaced && n.span.len() == 3 && is_digits(n)) {
        digits.push_str(&w[at].lower);
        at += 1;
    }
    let goes_on = w.get(at).is_some_and(is_digits) || glued(w, at) && lower(w, at) == "-";
    (at - i > groups_min && !goes_on).then_some((at, digits))
}

/// ".5".
pub(super) fn leading_point(w: &[Word], i: usize) -> Option<Number> {
    let tail = w.get(i + 1).filter(|n| lower(w, i) == "." && !n.spaced && is_digits(n))?;
    let is_start = w[i].spaced || i == 0;
    let value = format!("0.{}", tail.lower).parse().ok().filter(|_| is_start)?;
    Some(Number { end: i + 2, value, kind: Kind::Cardinal, letter: None, has_magnitude: false })
}

/// "½" before a unit.
pub(super) fn sign_alone(w: &[Word], i: usize) -> Option<Number> {
    let value = part_sign(lower(w, i)).filter(|_| lower(w, i + 1) != "of" && !glued(w, i))?;
    Some(Number { end: i + 1, value, kind: Kind::Cardinal, letter: None, has_magnitude: false })
}

/// The signs for parts.
fn part_sign(word: &str) -> Option<f64> {
    Some(match word {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        _ => return None,
    })
}

/// "1/2", "½" after a whole number: its end and value.
pub(super) fn mixed(w: &[Word], i: usize) -> Option<(usize, f64)> {
    if let Some(part) = part_sign(lower(w, i)) {
        return Some((i + 1, part));
    }
    let (over, under) = (w.get(i)?.digits?, w.get(i + 2)?.digits?);
    let is_fraction = lower(w, i + 1) == "/" && glued(w, i + 1) && glued(w, i + 2) && !glued(w, i);
    (is_fraction && (1..under).contains(&over) && under <= 16)
        .then(|| (i + 3, f64::from(over) / f64::from(under)))
}

/// "1.3e6", "1.3x10^6", "2.5^-1" after a number in digits: the end and the value.
pub(in crate::quantity) fn powers(w: &[Word], end: usize, value: f64) -> Option<(usize, f64)> {
    let whole = |at: usize| {
        let mut at = at;
        let mut sign = 1.0;
        while glued(w, at) && matches!(lower(w, at), "-" | "−" | "+") {
            sign *= if lower(w, at) == "+" { 1.0 } else { -1.0 };
            at += 1;
        }
        let n = w.get(at).filter(|n| !n.spaced && n.span.len() <= 2)?.digits?;
        Some((at + 1, sign * f64::from(n)))
    };
    if !glued(w, end) {
        return None;
    }
    match lower(w, end) {
        "e" => whole(end + 1).map(|(at, n)| (at, value * 10_f64.powf(n))),
        "x" | "×" if lower(w, end + 1) == "10" && lower(w, end + 2) == "^" => {
            whole(end + 3).map(|(at, n)| (at, value * 10_f64.powf(n)))
        }
        "^" => whole(end + 1).map(|(at, n)| (at, value.abs().powf(n) * value.signum())),
        _ => None,
    }
}
