//! Parts of a whole: "two-thirds of", "one in five", "nine out of ten voters", "three fifths", "3/4".

use super::digits::mixed;
use super::ordinal::single_ordinal;
use super::spelled::{Spelled, below_hundred, spelled, spelled_after_article};
use super::{Kind, Number, cardinal, glued, lower};
use crate::time::lexicon::{ordinal, small_number};
use crate::words::Word;

/// "two-thirds", "a third of", "half of", "one in five", "one chance in twenty", "three quarters of".
pub(super) fn fraction(w: &[Word], i: usize) -> Option<Number> {
    let found = |end, share: f64| {
        Some(Number { end, value: share * 100.0, kind: Kind::Fraction, letter: None, has_magnitude: false })
    };
    // "More than half are children."
    let is_subject = i > 0
        && matches!(lower(w, i - 1), "than" | "about" | "nearly" | "almost" | "roughly" | "over")
        && matches!(lower(w, i + 1), "are" | "were" | "have" | "had" | "will");
    if lower(w, i) == "half"
        && (is_subject || matches!(lower(w, i + 1), "of" | "the" | "its" | "their" | "all" | "his" | "her"))
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
    if let Some((end, whole)) = things_in(w, i).filter(|(_, whole)| *whole > count) {
        return found(end, count / whole);
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
    // "Rose by a third", "lost almost a third in the first minutes".
    let is_by = i > 0
        && matches!(lower(w, i - 1), "by" | "almost" | "nearly" | "roughly" | "about" | "down" | "up")
        && lower(w, i) == "a"
        && (w.get(next + 1).is_none_or(|n| !n.is_letters())
            || matches!(
                lower(w, next + 1),
                "since" | "in" | "to" | "from" | "over" | "this" | "last" | "and"
            ));
    ((is_of || is_plural || is_by || is_of_them_all(w, i, next)) && count < parts)
        .then(|| found(next + 1, count / parts))?
}

/// "Only a third were missing", "a quarter had gone to poor countries": the part of all is the subject; `next` is the word
/// for the parts. "A third had gone" may be another man.
fn is_of_them_all(w: &[Word], i: usize, next: usize) -> bool {
    let verb = lower(w, next + 1);
    let is_rank =
        matches!(lower(w, next), "third" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth" | "tenth");
    let is_measured = i > 0
        && matches!(
            lower(w, i - 1),
            "only" | "just" | "than" | "about" | "nearly" | "almost" | "roughly" | "over"
        );
    let is_plural = matches!(verb, "are" | "were" | "have" | "do" | "say");
    let may_be_plural = matches!(verb, "had" | "will" | "would" | "did" | "went" | "came" | "said");
    lower(w, i) == "a" && next == i + 1 && (is_plural || may_be_plural && (!is_rank || is_measured))
}

/// "One train in ten will run", "six voters in ten": of things of one kind, and nothing is counted beyond the number.
fn things_in(w: &[Word], i: usize) -> Option<(usize, f64)> {
    const AFTER: [&str; 24] = [
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "must",
        "did", "do", "does", "who", "now", "still", "on", "said", "says", "went", "ran",
    ];
    let is_spelled = |at: usize| w.get(at).is_some_and(|n| n.digits.is_none());
    let is_thing = w.get(i + 1).is_some_and(|n| n.is_letters() && n.spaced) && lower(w, i) != "a";
    if !is_thing || lower(w, i + 2) != "in" || !is_spelled(i) || !is_spelled(i + 3) {
        return None;
    }
    let (end, whole) = small_whole(w, i + 3)?;
    let ends = w.get(end).is_none_or(|n| {
        !n.is_letters() && n.digits.is_none() && !n.is("-") || n.is_one_of(&AFTER) || n.lower.ends_with("ed")
    });
    (ends && (3.0..=100.0).contains(&whole)).then_some((end, whole))
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
        None | Some("." | ";" | ":" | "—" | "about" | "nearly" | "almost" | "roughly" | "that" | ",") => {
            true
        }
        Some(_) => false,
    };
    let next = lower(w, end);
    // "Four in five of its members", "nine in ten were".
    let is_of = next == "of"
        && matches!(
            lower(w, end + 1),
            "the" | "its" | "their" | "his" | "her" | "our" | "all" | "those" | "them"
        );
    let is_verb = matches!(next, "are" | "were" | "have" | "had" | "say" | "said" | "will");
    if is_spelled && whole <= 10.0 && (is_of || is_verb) {
        return true;
    }
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

/// A share that stands alone: "one fifth", "3/4", "¾", "half". The value is the share itself.
pub(in crate::quantity) fn share_alone(w: &[Word], i: usize) -> Option<Number> {
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

/// "a half", "two thirds", "three fifths": its end and value.
pub(super) fn part(w: &[Word], i: usize) -> Option<(usize, f64)> {
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

/// "one over twenty", where nothing is counted.
fn one_over(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let over = cardinal(w, i).filter(|n| lower(w, n.end) == "over")?;
    let under = cardinal(w, over.end + 1).filter(|n| n.value > over.value && n.letter.is_none())?;
    w.get(under.end).is_none_or(|next| !next.is_letters()).then_some((under.end, over.value / under.value))
}
