//! What a figure was before, where its sentence says so: "raised its estimate from 900 to 1,250", "164 failures, up from
//! 131", "220 million crowns, 40 million more than had been asked for", "worth 1.4 billion, has since grown to 1.8".
//!
//! The earlier number is then known, whatever it was called when it was given: the accounts that give it stand on the
//! one side, the new figure on the other.

use super::comparable::{COUNTS_OF_PEOPLE, Figure, could_be_one, point, unit_class};
use super::pile::{Pile, stem};
use super::{Builder, Side};
use crate::entities::fold;
use crate::record::{DisagreementKind, Quantity, Relation};
use rashomon_reading::dispute::ROUGHLY;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::words::{is_weekday, month, small_number};
use smol_str::SmolStr;

/// Stems of verbs by which a number changes.
const CHANGES: [&str; 26] = [
    "raise", "raising", "lower", "cut", "revis", "increas", "rise", "rose", "risen", "fall", "fell", "grow",
    "grew", "drop", "reduc", "climb", "correct", "shr", "slip", "jump", "push", "updat", "upgrad",
    "downgrad", "expand", "slash",
];
/// Words between the earlier number and "to" ("from 26 names to 24").
const N_WORDS_BETWEEN: usize = 4;
/// Words after the earlier number that may say of which year it is.
const N_WORDS_WHEN: usize = 6;
/// Digits, but for the zeros at the end, from which one shared word ties two equal numbers.
const N_DIGITS_TELLING: usize = 2;

/// Figures whose sentence says what they were before.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    for b in 0..pile.record.quantities.len() {
        let q = &pile.record.quantities[b];
        let is_told = super::figures::is_asserted(pile.record, b);
        if !is_told || pile.is_copied(b) || q.measure.starts_with("ordinal") || q.measure == "duration" {
            continue;
        }
        let Some(before) = q.value.and_then(|value| earlier(pile, b, value)) else { continue };
        let was = given_as(pile, b, before);
        let (known, new): (Vec<usize>, Vec<usize>) = was.iter().partition(|&&a| out.has_opposed(a, b));
        if let Some(&first) = known.first() {
            out.second(first, b, &pile.with_echoes(&new));
            continue;
        }
        if was.is_empty() {
            continue;
        }
        let measure = q.measure.clone();
        let mut was = pile.with_echoes(&was);
        let is_here = |a: usize| {
            (pile.record.quantities[a].span.article, pile.record.quantities[a].sentence)
                == (q.span.article, q.sentence)
        };
        was.sort_by_key(|&a| (pile.is_copied(a), is_here(a), a));
        let sides = Side::all(vec![was, pile.with_echoes(&[b])]);
        let note = "an earlier figure, and the one that is said to have followed it";
        out.measure(&measure, DisagreementKind::Value, Relation::Evolves, sides, note);
    }
}

/// The number that a figure is said to have been before.
fn earlier(pile: &Pile, quantity: usize, value: f64) -> Option<f64> {
    let q = &pile.record.quantities[quantity];
    let sentence = pile.sentence(q.span.article, q.sentence);
    let start = pile.record.articles[q.span.article].sentences[q.sentence].span.start();
    let before = sentence.get(..q.span.span.start().checked_sub(start)?)?.to_lowercase();
    let after = sentence.get(q.span.span.end().checked_sub(start)?..)?.to_lowercase();
    let words = pile.words(q.span).to_lowercase();
    let found = from_to(&before, &words)
        .or_else(|| up_from(&before, &after))
        .or_else(|| more_than(&after, value))
        .or_else(|| against_before(&after, value))
        .or_else(|| since_grown(pile, quantity, &before))?;
    // "From 1.1 to 1.4 million".
    let scale = [1e3, 1e6, 1e9].into_iter().find(|m| found < 1e3 && value >= *m && value < 1e3 * m);
    let found = scale.map_or(found, |m| {
        if found < value / m * 100.0 && found * 100.0 < value { found * m } else { found }
    });
    // "27 dead and 44 missing, up from nine dead": the nine are no missing.
    let is_anothers = |o: &&usize| {
        let other = &pile.record.quantities[**o];
        point(other) == Some(found) && other.span.span.start() >= q.span.span.end() && !is_one_kind(other, q)
    };
    let is_own = !pile.figures_in(q.span.article, q.sentence).iter().any(|o| is_anothers(&o));
    (is_own && found > 0.0 && (found - value).abs() > 1e-9 * value).then_some(found)
}

/// "Raised its estimate from 900 to …".
fn from_to(before: &str, words: &str) -> Option<f64> {
    let (_, tail) = before.rsplit_once(" from ").filter(|(lead, _)| has_change(lead))?;
    let (number, rest) = number(tail)?;
    let all: Vec<&str> = rest.split_whitespace().chain(words.split_whitespace()).collect();
    let to = all.iter().position(|w| *w == "to")?;
    // The figure's own words may begin with "to".
    let is_next = rest.split_whitespace().skip(to + 1).all(is_hedge);
    (to <= N_WORDS_BETWEEN && is_next && !rest.contains([';', '.'])).then_some(number)
}

/// "…, up from 131", "rose to 164 from 131".
fn up_from(before: &str, after: &str) -> Option<f64> {
    let after = after.trim_start_matches([',', ' ', '(', '–', '—']);
    let turn = ["up from ", "down from "].iter().find_map(|w| after.strip_prefix(w));
    let is_to = || {
        let words: Vec<&str> = before.split_whitespace().collect();
        words.iter().rev().find(|w| !is_hedge(w)).is_some_and(|w| *w == "to") && has_change(before)
    };
    let rest = turn.or_else(|| after.strip_prefix("from ").filter(|_| is_to()))?;
    let (number, since) = number(rest)?;
    // "Up from 61 per cent in 2019", "from 40 a year ago": that of another year, and no stage of this one.
    let mut next = since.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(N_WORDS_WHEN);
    let is_of_year = |w: &str| w.starts_with("year") || w.len() == 4 && w.parse::<u16>().is_ok();
    (!next.any(is_of_year)).then_some(number)
}

/// "4.71 per cent on Monday, against 4.92 per cent on Friday", "compared with 12 a week earlier": that of another day.
fn against_before(after: &str, value: f64) -> Option<f64> {
    /// The other number is of the same size.
    const RATIO_MAX: f64 = 3.0;
    let at =
        ["against ", "compared with ", "compared to "].iter().filter_map(|w| Some((after.find(w)?, w.len())));
    let (start, len) = at.min()?;
    // What stands between is a time: "yesterday evening,".
    let lead = &after[..start];
    let is_short = lead.split_whitespace().count() <= N_WORDS_WHEN && !lead.contains([';', ':', '.']);
    let (number, rest) = number(&after[start + len..]).filter(|_| is_short)?;
    let clause = rest.split([',', ';', '.']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let is_ago = ["earlier", "before", "ago", "previously"].iter().any(|w| words.last() == Some(w));
    let is_day =
        words.windows(2).any(|w| w[0] == "on" && is_weekday(w[1])) || words.last() == Some(&"yesterday");
    let is_near = number.max(value) <= RATIO_MAX * number.min(value);
    (is_near && (is_ago && !words.iter().any(|w| w.starts_with("year")) || is_day)).then_some(number)
}

/// "…, 40 million more than the government had asked for": a difference gives the other number.
fn more_than(after: &str, value: f64) -> Option<f64> {
    /// What stands between the figure and the difference: ", she said,".
    const N_PARTS: usize = 3;
    parts(after).take(N_PARTS).find_map(|part| {
        let (difference, rest) = number(part.trim_start().trim_start_matches("or "))?;
        let words: Vec<&str> = rest.split_whitespace().take(3).collect();
        let at = words.iter().position(|w| *w == "than").filter(|at| *at > 0)?;
        match words[at - 1] {
            "more" | "higher" | "above" => Some(value - difference),
            "fewer" | "less" | "lower" | "below" => Some(value + difference),
            _ => None,
        }
        .filter(|_| is_of_earlier(rest))
    })
}

/// The parts of a clause between its commas and dashes; the comma of "1,200" is none.
fn parts(clause: &str) -> impl Iterator<Item = &str> {
    let bytes = clause.as_bytes();
    let is_of_number = move |at: usize| {
        bytes[at] == b','
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
            && at > 0
            && bytes[at - 1].is_ascii_digit()
    };
    let mut ends: Vec<usize> = clause
        .match_indices([',', '–', '—', '('])
        .map(|(at, _)| at)
        .filter(|&at| !is_of_number(at))
        .collect();
    ends.push(clause.len());
    let mut start = 0;
    ends.into_iter().map(move |end| {
        let part = clause[start..end].trim_start_matches([',', '–', '—', '(']);
        start = end;
        part
    })
}

/// "More than had been asked for", "fewer than in the draft": compared with an earlier number of the same, not with
/// another's.
fn is_of_earlier(rest: &str) -> bool {
    const EARLIER: [&str; 22] = [
        "earlier",
        "previous",
        "previously",
        "before",
        "had",
        "was",
        "were",
        "expected",
        "thought",
        "planned",
        "asked",
        "first",
        "last",
        "yesterday",
        "announced",
        "reported",
        "forecast",
        "estimated",
        "draft",
        "originally",
        "initial",
        "initially",
    ];
    let after = rest.split_once(" than ").map_or("", |(_, after)| after);
    after
        .split(|c: char| !c.is_alphanumeric())
        .take(8)
        .any(|w| EARLIER.contains(&w) || is_weekday(w) || month(w).is_some())
}

/// "The contract, worth 1.4 billion when it was awarded, has since grown to …".
fn since_grown(pile: &Pile, quantity: usize, before: &str) -> Option<f64> {
    let clause = before.rsplit([',', ';']).next()?;
    let words: Vec<&str> = clause.split_whitespace().filter(|w| !is_hedge(w)).collect();
    let is_so = words.last() == Some(&"to") && words.contains(&"since") && has_change(clause);
    let q = &pile.record.quantities[quantity];
    let all = pile.figures_in(q.span.article, q.sentence).iter().filter(|_| is_so);
    let is_before = |o: &&Quantity| {
        o.span.span.end() <= q.span.span.start() && (&o.measure, base(o)) == (&q.measure, base(q))
    };
    all.map(|&o| &pile.record.quantities[o]).rfind(is_before)?.value
}

/// The figures of the story that give the earlier number of the same thing, that of the sentence itself included.
fn given_as(pile: &Pile, quantity: usize, before: f64) -> Vec<usize> {
    let record = pile.record;
    let q = &record.quantities[quantity];
    let story = |q: &Quantity| record.articles[q.span.article].story;
    let figure = Figure::new(pile, quantity);
    let is_it = |&x: &usize| {
        let o = &record.quantities[x];
        let is_said = o.polarity == Polarity::Positive && o.modality != Modality::Denied;
        if x == quantity || point(o) != Some(before) || story(o) != story(q) || !is_said || !is_one_kind(o, q)
        {
            return false;
        }
        if (o.span.article, o.sentence) == (q.span.article, q.sentence) {
            return true;
        }
        if COUNTS_OF_PEOPLE.contains(&q.measure.as_str()) {
            let other = Figure::new(pile, x);
            return figure.as_ref().zip(other).is_some_and(|(f, o)| could_be_one(pile, f, &o));
        }
        is_one_thing(pile, q, o, before)
    };
    (0..record.quantities.len()).filter(is_it).collect()
}

/// Whether two figures are of one kind: sums in one currency, shares, people, things.
fn is_one_kind(a: &Quantity, b: &Quantity) -> bool {
    let is_thing = |q: &Quantity| q.measure.starts_with("count.");
    is_thing(a) && is_thing(b)
        || a.measure == b.measure && base(a) == base(b)
        || a.measure.starts_with("people")
            && b.measure.starts_with("people")
            && a.measure.len().min(b.measure.len()) == 6
}

/// Whether the sentences of two figures speak of one thing.
fn is_one_thing(pile: &Pile, q: &Quantity, other: &Quantity, value: f64) -> bool {
    // Of a sum of money neither a name nor the unit says what it is for.
    let units = [stem(base(q).as_str()), stem("million"), stem("billion"), stem("euros")];
    let is_empty = |article: usize, w: &SmolStr| {
        q.measure == "money" && (units.contains(w) || w.as_str() == "euro" || pile.is_name(article, w))
    };
    let is_telling = |w: &SmolStr| w.len() >= 3 && w.chars().all(char::is_alphabetic);
    let terms = |q: &Quantity| -> Vec<SmolStr> {
        let all = &pile.record.articles[q.span.article].terms[q.sentence];
        let stems = all.iter().filter(|w| is_telling(w)).map(|w| stem(w));
        stems.filter(|w| !is_empty(q.span.article, w)).collect()
    };
    let (own, theirs) = (terms(q), terms(other));
    let shared = own.iter().filter(|w| theirs.contains(w)).count();
    let noun = |q: &Quantity| stem(fold(&q.of).rsplit(' ').next().unwrap_or_default());
    let is_named = |noun: &SmolStr, terms: &[SmolStr]| {
        noun.len() > 2 && terms.iter().any(|t| t.starts_with(noun.as_str()) || noun.starts_with(t.as_str()))
    };
    let is_thing = q.measure.starts_with("count.");
    if is_thing && q.measure != other.measure && !is_named(&noun(q), &theirs) && !is_named(&noun(other), &own)
    {
        return false;
    }
    let digits = value.to_string();
    let n = digits.trim_end_matches('0').chars().filter(char::is_ascii_digit).count();
    shared > 1 || shared == 1 && n >= N_DIGITS_TELLING
}

/// The unit without its rate.
fn base(q: &Quantity) -> SmolStr {
    unit_class(q.unit.as_deref())
}

/// A word between "to" and a figure.
fn is_hedge(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "at") || ROUGHLY.contains(&word)
}

fn has_change(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|w| CHANGES.iter().any(|c| w.starts_with(c)))
}

/// The number that a text begins with, and what follows it; of a range its middle.
fn number(text: &str) -> Option<(f64, &str)> {
    if let Some(range) = text.trim_start().strip_prefix("between ") {
        let (low, rest) = single(range)?;
        let (high, rest) = single(rest.trim_start().strip_prefix("and ")?)?;
        return Some(((low + high) / 2.0, rest));
    }
    single(text)
}

/// A number that is no range, and what follows it.
fn single(text: &str) -> Option<(f64, &str)> {
    let mut rest = text.trim_start();
    while let Some((word, after)) = rest.split_once(' ')
        && is_hedge(word)
    {
        rest = after;
    }
    let rest = rest.trim_start_matches(['$', '€', '£']);
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ';' | ':' | '%')).unwrap_or(rest.len());
    let word = rest[..end].trim_end_matches(['.', ',']);
    let value = if word.starts_with(|c: char| c.is_ascii_digit()) {
        word.replace(',', "").parse().ok()?
    } else {
        word.split('-').map(small_number).sum::<Option<u32>>()?.into()
    };
    let after = &rest[word.len()..];
    let (next, tail) = after.trim_start().split_once(' ').unwrap_or((after.trim_start(), ""));
    let scale = match next.trim_end_matches([',', '.']) {
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => return Some((value, after)),
    };
    Some((value * scale, tail))
}
