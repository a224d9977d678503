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

/// ".5".
fn leading_point(w: &[Word], i: usize) -> Option<Number> {
    let tail = w.get(i + 1).filter(|n| lower(w, i) == "." && !n.spaced && is_digits(n))?;
    let is_start = w[i].spaced || i == 0;
    let value = format!("0.{}", tail.lower).parse().ok().filter(|_| is_start)?;
    Some(Number { end: i + 2, value, kind: Kind::Cardinal, letter: None, has_magnitude: false })
}

/// "½" before a unit.
fn sign_alone(w: &[Word], i: usize) -> Option<Number> {
    let value = part_sign(lower(w, i)).filter(|_| lower(w, i + 1) != "of" && !glued(w, i))?;
    Some(Number { end: i + 1, value, kind: Kind::Cardinal, letter: None, has_magnitude: false })
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
    if let Some((end, factor)) = several_magnitudes(w, start) {
        return found(end, 2.0 * factor);
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

/// "multimillion", "multi-billion": at least two of them.
fn several_magnitudes(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let (end, magnitude) = match lower(w, i).strip_prefix("multi")? {
        "" if lower(w, i + 1) == "-" => (i + 3, lower(w, i + 2)),
        joined => (i + 1, joined),
    };
    Some((end, times(magnitude).filter(|f| *f >= 1e6)?))
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
        && (after_chance > i + 1 || count == 1.0 || counts_out_of(w, i, parts))
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
    // "Rose by a third".
    let is_by = i > 0
        && lower(w, i - 1) == "by"
        && lower(w, i) == "a"
        && (w.get(next + 1).is_none_or(|n| !n.is_letters())
            || matches!(
                lower(w, next + 1),
                "since" | "in" | "to" | "from" | "over" | "this" | "last" | "and"
            ));
    ((is_of || is_plural || is_by) && count < parts).then(|| found(next + 1, count / parts))?
}

/// "Three in five voters", "nine out of ten": of a population, not in so many days.
fn counts_out_of(w: &[Word], i: usize, (end, whole): (usize, f64)) -> bool {
    const POPULATIONS: [&str; 20] = [
        "voters",
        "people",
        "adults",
        "respondents",
        "households",
        "children",
        "women",
        "men",
        "patients",
        "workers",
        "homes",
        "families",
        "firms",
        "companies",
        "residents",
        "citizens",
        "teachers",
        "students",
        "doctors",
        "passengers",
    ];
    let is_spelled = w.get(i).is_some_and(|word| word.digits.is_none());
    // "Nine in ten hospitals ran on generators.": what opens a sentence was not done to nine.
    let opens = match i.checked_sub(1).map(|b| w[b].lower.as_str()) {
        None | Some("." | "about" | "nearly" | "almost" | "roughly" | "that" | ",") => true,
        Some(_) => false,
    };
    let next = lower(w, end);
    let is_plural =
        next.len() > 4 && next.ends_with('s') && !next.ends_with("ss") && !is_span_of_counting(next);
    if is_spelled && opens && is_plural && whole <= 10.0 {
        return true;
    }
    is_spelled && whole <= 10.0 && POPULATIONS.contains(&lower(w, end))
}

/// "Three in five days", "in ten games".
fn is_span_of_counting(word: &str) -> bool {
    matches!(
        word,
        "seconds"
            | "minutes"
            | "hours"
            | "days"
            | "nights"
            | "weeks"
            | "months"
            | "years"
            | "games"
            | "matches"
    )
}

/// A small whole number and its end.
fn small_whole(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let word = w.get(i)?;
    match word.digits {
        Some(n) => Some((i + 1, f64::from(n))),
        None => below_hundred(w, i),
    }
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
    if let Some(n) = single_ordinal(&word.lower) {
        return found(i + 1, n);
    }
    // "twenty-first", "one hundred twenty-fifth".
    let before = spelled(w, i).map(|s| (s.end, s.value)).or_else(|| {
        let factor = times(lower(w, i + 1)).filter(|_| lower(w, i) == "a")?;
        Some((i + 2, factor))
    })?;
    let (end, value) = before;
    let tens = small_number(lower(w, end)).filter(|n| *n >= 20);
    let (end, value) = match tens {
        Some(n) if value >= 100.0 => (end + 1, value + f64::from(n)),
        _ => (end, value),
    };
    let at = if lower(w, end) == "-" { end + 1 } else { end };
    let last = single_ordinal(lower(w, at))?;
    let holds = last < 10.0 && value % 10.0 == 0.0 || last < 100.0 && value % 100.0 == 0.0;
    if holds {
        return found(at + 1, value + last);
    }
    (last >= 100.0 && value < last).then(|| found(at + 1, value * last))?
}

fn cardinal(w: &[Word], i: usize) -> Option<Number> {
    let word = w.get(i)?;
    let number = if is_digits(word) { in_digits(w, i)? } else { in_words(w, i)? };
    let is_ordinal = glued(w, number.end) && matches!(lower(w, number.end), "st" | "nd" | "rd" | "th" | "s");
    (!is_ordinal).then_some(number)
}

fn in_digits(w: &[Word], i: usize) -> Option<Number> {
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

fn is_digits(word: &Word) -> bool {
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

/// "1 234 567": at least two groups of three after the first, as single groups stand beside each other by chance.
fn spaced_groups(w: &[Word], i: usize) -> Option<(usize, String)> {
    /// Groups after the first.
    const GROUPS_MIN: usize = 2;
    let mut digits = w[i].lower.to_string();
    let mut at = i + 1;
    while w.get(at).is_some_and(|n| n.spaced && n.span.len() == 3 && is_digits(n)) {
        digits.push_str(&w[at].lower);
        at += 1;
    }
    let goes_on = w.get(at).is_some_and(is_digits) || glued(w, at) && lower(w, at) == "-";
    (at - i > GROUPS_MIN && !goes_on).then_some((at, digits))
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
fn mixed(w: &[Word], i: usize) -> Option<(usize, f64)> {
    if let Some(part) = part_sign(lower(w, i)) {
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
struct Spelled {
    end: usize,
    value: f64,
    /// The last magnitude of a thousand or more, else 1.
    last: f64,
    has_magnitude: bool,
}

/// "two hundred and two thousand", "twenty-one trillion and three hundred", "three dozen".
fn spelled(w: &[Word], i: usize) -> Option<Spelled> {
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
fn spelled_on(w: &[Word], i: usize, value: f64) -> Option<(usize, f64)> {
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

/// "a half", "two thirds", "three fifths": its end and value.
fn part(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let (end, count) = match lower(w, i) {
        "a" | "an" | "one" => (i + 1, 1.0),
        _ => below_hundred(w, i)?,
    };
    let next = if lower(w, end) == "-" { end + 1 } else { end };
    let (end, parts) = denominator(w, next)?;
    // "two millionth customers" are ranked.
    let is_part = count == 1.0 || parts <= 10.0 || lower(w, end - 1).ends_with('s');
    (is_part && count < parts && count > 0.0).then_some((end, count / parts))
}

/// "half", "thirds", "twentieth", "hundredths".
fn denominator(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let word = lower(w, i);
    let one = match word {
        "half" | "halves" => 2.0,
        "quarter" | "quarters" => 4.0,
        _ => {
            let whole = word.strip_suffix('s').unwrap_or(word);
            single_ordinal(whole).filter(|n| *n >= 3.0)?
        }
    };
    Some((i + 1, one))
}

/// "and a half", "and three quarters" after a number, in units of its last magnitude: "a million and a half".
fn and_part(w: &[Word], end: usize, value: f64, unit: f64) -> (usize, f64) {
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

/// "first" to "twelfth", the teens, the tens, "hundredth" to "trillionth".
fn single_ordinal(word: &str) -> Option<f64> {
    if let Some(n) = ordinal(word) {
        return Some(f64::from(n));
    }
    Some(match word {
        "thirteenth" => 13.0,
        "fourteenth" => 14.0,
        "fifteenth" => 15.0,
        "sixteenth" => 16.0,
        "seventeenth" => 17.0,
        "eighteenth" => 18.0,
        "nineteenth" => 19.0,
        "twentieth" => 20.0,
        "thirtieth" => 30.0,
        "fortieth" => 40.0,
        "fiftieth" => 50.0,
        "sixtieth" => 60.0,
        "seventieth" => 70.0,
        "eightieth" => 80.0,
        "ninetieth" => 90.0,
        "hundredth" => 1e2,
        "thousandth" => 1e3,
        "millionth" => 1e6,
        "billionth" => 1e9,
        "trillionth" => 1e12,
        _ => return None,
    })
}

/// A share that stands alone: "one fifth", "3/4", "¾", "half". The value is the share itself.
pub(super) fn share_alone(w: &[Word], i: usize) -> Option<Number> {
    let found = |end, value: f64| {
        Some(Number { end, value, kind: Kind::Fraction, letter: None, has_magnitude: false })
    };
    if let Some((end, share)) = parts_in_words(w, i).or_else(|| part(w, i)).or_else(|| one_over(w, i)) {
        return found(end, share);
    }
    if lower(w, i) == "half" {
        return found(i + 1, 0.5);
    }
    if let Some((end, value)) = mixed(w, i) {
        return found(end, value);
    }
    let (over, under) = (w.get(i)?.digits?, w.get(i + 2)?.digits?);
    let is_fraction = lower(w, i + 1) == "/" && glued(w, i + 1) && glued(w, i + 2) && !glued(w, i + 3);
    (is_fraction && (1..under).contains(&over)).then(|| found(i + 3, f64::from(over) / f64::from(under)))?
}

/// "1.3e6", "1.3x10^6", "2.5^-1" after a number in digits: the end and the value.
pub(super) fn powers(w: &[Word], end: usize, value: f64) -> Option<(usize, f64)> {
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

/// "one hundred thirty-two fifths", "three twenty-firsts", "a hundred thousandths": parts beyond the small ones, whose
/// names are plurals.
fn parts_in_words(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let is_article = lower(w, i) == "a";
    let Spelled { end, value: count, .. } =
        if is_article { spelled_after_article(w, i)? } else { spelled(w, i)? };
    let skip = |at: usize| if lower(w, at) == "-" { at + 1 } else { at };
    let ones = |at: usize| lower(w, at).strip_suffix('s').and_then(single_ordinal).filter(|n| *n >= 1.0);
    // "three twenty-firsts": the tens belong to the name of the parts.
    let tens = |at: usize| small_number(lower(w, at)).filter(|n| *n >= 20 && n % 10 == 0).map(f64::from);
    if let (Some(tens), Some(one)) = (tens(end), ones(skip(end + 1)))
        && one < 10.0
    {
        return Some((skip(end + 1) + 1, count / (tens + one)));
    }
    let at = skip(end);
    let parts = ones(at).filter(|n| *n >= 3.0)?;
    // "one hundred thirty fifths": the same, where a larger number is left.
    let last_tens = tens(end - 1).filter(|t| parts < 10.0 && count > *t);
    Some((
        at + 1,
        match last_tens {
            Some(tens) => (count - tens) / (tens + parts),
            None => count / parts,
        },
    ))
}

/// "a hundred thousand".
fn spelled_after_article(w: &[Word], i: usize) -> Option<Spelled> {
    let factor = times(lower(w, i + 1))?;
    let (end, value, _) = magnitudes(w, i + 2, factor);
    Some(Spelled { end, value, last: 1.0, has_magnitude: true })
}

/// "one over twenty", where nothing is counted.
fn one_over(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let over = cardinal(w, i).filter(|n| lower(w, n.end) == "over")?;
    let under = cardinal(w, over.end + 1).filter(|n| n.value > over.value && n.letter.is_none())?;
    w.get(under.end).is_none_or(|next| !next.is_letters()).then_some((under.end, over.value / under.value))
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
