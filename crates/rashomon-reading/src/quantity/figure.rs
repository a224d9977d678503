//! Figures: a number with its qualifier, unit, range and stated whole.

use super::Qualifier;
use super::measure;
use super::number::{Kind, Number, number};
use super::unit::{self, FigureUnit};
use super::votes;
use crate::ParsedArticle;
use crate::time::lexicon::{self as calendar_words, NUMBERED};
use crate::time::time_head;
use crate::words::Word;
use std::ops::Range;

/// A figure over the words of a block.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// Qualifier to unit.
    pub(super) words: Range<usize>,
    /// The numeric words.
    pub(super) number: Range<usize>,
    pub(super) value: Option<f64>,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) qualifier: Qualifier,
    pub(super) unit: FigureUnit,
    pub(super) kind: Kind,
    /// "a day" after it.
    pub(super) rate: Option<String>,
    /// "of the 40": the number and the word after it.
    pub(super) whole: Option<(f64, usize)>,
    /// Hyphened to what follows: "seven-day", "7.1-magnitude".
    pub(super) is_modifier: bool,
    /// Parser token of the last numeric word.
    pub(super) token: usize,
}

/// All figures of a block; words in `masked` are taken by time expressions.
pub(super) fn figures(parsed: &ParsedArticle, w: &[Word], masked: &[bool]) -> Vec<Figure> {
    let mut found = scan_all(&Scan { parsed, w, masked, is_lenient: false });
    lend_units(w, &mut found);
    found
}

/// All numbers of a block with their units, also those that nothing is counted by.
pub(super) fn numbers(parsed: &ParsedArticle, w: &[Word], masked: &[bool]) -> Vec<Figure> {
    scan_all(&Scan { parsed, w, masked, is_lenient: true })
}

/// "1.83 and 2 GHz": the unit holds for both.
fn lend_units(w: &[Word], found: &mut [Figure]) {
    for i in 1..found.len() {
        let (before, rest) = found.split_at_mut(i);
        let (Some(first), Some(second)) = (before.last_mut(), rest.first()) else { continue };
        let is_linked = second.words.start == first.words.end + 1
            && w[first.words.end].is_one_of(&["and", "or"])
            && first.unit == FigureUnit::None
            && first.kind == Kind::Cardinal
            && w[first.number.start].digits.is_some();
        let lends = matches!(
            second.unit,
            FigureUnit::Thing(_) | FigureUnit::Length(_) | FigureUnit::Temperature(_) | FigureUnit::Percent
        );
        if is_linked && lends && second.kind == Kind::Cardinal {
            first.unit = second.unit.clone();
        }
    }
}

fn scan_all(scan: &Scan) -> Vec<Figure> {
    let w = scan.w;
    let mut found: Vec<Figure> = Vec::new();
    let mut i = 0;
    while i < w.len() {
        match scan.figure(i) {
            Some(figure) => {
                i = figure.words.end.max(figure.whole.map_or(0, |(_, end)| end)).max(i + 1);
                found.push(figure);
            }
            None => i += 1,
        }
    }
    found
}

/// One amount: a number with its unit.
#[derive(Clone, Debug)]
struct Amount {
    end: usize,
    number: Range<usize>,
    value: f64,
    kind: Kind,
    unit: FigureUnit,
    has_magnitude: bool,
    is_modifier: bool,
}

struct Scan<'a> {
    parsed: &'a ParsedArticle<'a>,
    w: &'a [Word],
    masked: &'a [bool],
    /// Every number is wanted, whether or not something is counted.
    is_lenient: bool,
}

impl Scan<'_> {
    fn lower(&self, i: usize) -> &str {
        self.w.get(i).map_or("", |w| w.lower.as_str())
    }

    fn back(&self, i: usize, by: usize) -> &str {
        i.checked_sub(by).map_or("", |at| self.lower(at))
    }

    fn tag(&self, i: usize) -> &'static str {
        self.w.get(i).map_or("", |w| self.parsed.tokens[w.token].tag)
    }

    /// The parser token that heads the numeric words.
    fn head(&self, number: &Range<usize>) -> usize {
        time_head(self.parsed, &(self.w[number.start].token..self.w[number.end - 1].token + 1))
    }

    fn figure(&self, i: usize) -> Option<Figure> {
        if self.masked[i] || self.is_inside_word(i) {
            return None;
        }
        let first = self.amount(i)?;
        if self.is_no_figure(i, &first) {
            return None;
        }
        let is_between = self.back(i, 1) == "between";
        if let Some(second) = self.second(&first, is_between) {
            return Some(self.range(i, &first, &second));
        }
        let (start, mut qualifier) = self.qualifier(i, &first);
        let mut end = first.end;
        if let Some((after, found)) = self.qualifier_after(end) {
            (end, qualifier) = (after, found);
        }
        if qualifier == Qualifier::Exactly && self.is_passed(i) {
            qualifier = Qualifier::MoreThan;
        }
        let whole = if self.is_lenient { None } else { self.whole(&first) };
        if !self.is_lenient && first.value == 1.0 && self.is_plain_one(&first, whole.is_some()) {
            return None;
        }
        if first.kind == Kind::Vague {
            qualifier = Qualifier::Vague;
        }
        let (value, low, high) = bounds(first.value, qualifier, first.kind);
        let rate = self.rate(end);
        Some(Figure {
            words: start..rate.as_ref().map_or(end, |(end, _)| *end),
            token: self.head(&first.number),
            number: first.number,
            value,
            low,
            high,
            qualifier,
            unit: first.unit,
            kind: first.kind,
            rate: rate.map(|(_, unit)| unit),
            whole,
            is_modifier: first.is_modifier,
        })
    }

    /// Whether the word is part of "B52", "4.5" or "10,000" that began before it.
    fn is_inside_word(&self, i: usize) -> bool {
        if self.w[i].spaced || i == 0 {
            return false;
        }
        let before = &self.w[i - 1];
        if before.is_letters() || before.digits.is_some() {
            return unit::money_before(self.w, i - 1).is_none_or(|(at, _)| at != i);
        }
        let glued_far =
            !before.spaced && i >= 2 && (self.w[i - 2].is_letters() || self.w[i - 2].digits.is_some());
        glued_far
            && (matches!(before.lower.as_str(), "." | "," | ":" | "/" | "_" | "@" | "&" | "'")
                || before.lower == "-" && self.w[i].digits.is_some() && self.w[i - 2].is_letters())
    }

    /// The number at a word: in the lenient mode shares are numbers of their own.
    fn number(&self, at: usize) -> Option<Number> {
        let found = number(self.w, at);
        if !self.is_lenient {
            return found;
        }
        let found = found.map(|n| match n.kind {
            Kind::Fraction => Number { value: n.value / 100.0, ..n },
            _ => n,
        });
        let found = found.map(|n| match super::number::powers(self.w, n.end, n.value) {
            Some((end, value)) if n.kind == Kind::Cardinal => Number { end, value, letter: None, ..n },
            _ => n,
        });
        let share = super::number::share_alone(self.w, at);
        match (found, share) {
            (Some(n), Some(share)) => {
                Some(if n.end >= share.end && n.kind != Kind::Ordinal { n } else { share })
            }
            (n, share) => n.or(share),
        }
    }

    /// The number with its unit at `i`.
    fn amount(&self, i: usize) -> Option<Amount> {
        let (at, money) = match unit::money_before(self.w, i) {
            Some((at, code)) => (at, Some(code)),
            None => (i, None),
        };
        let minus =
            matches!(self.lower(at), "-" | "−" | "–") && self.w.get(at + 1).is_some_and(|w| !w.spaced);
        let minus_word = money.is_none() && matches!(self.lower(at), "minus" | "negative");
        let minus = minus || minus_word;
        let at = if minus { at + 1 } else { at };
        let n = self.number(at)?;
        let is_share = n.kind == Kind::Fraction && self.is_lenient && money.is_none();
        if (money.is_some() || minus) && n.kind != Kind::Cardinal && !is_share {
            return None;
        }
        let mut amount = Amount {
            end: n.end,
            number: i..n.end,
            value: if minus { -n.value } else { n.value },
            kind: n.kind,
            unit: FigureUnit::None,
            has_magnitude: n.has_magnitude,
            is_modifier: false,
        };
        match money {
            Some(code) => self.money(&n, code, &mut amount),
            None => self.unit(&n, &mut amount),
        }
        let needs_unit = minus
            && !self.is_lenient
            && !matches!(amount.unit, FigureUnit::Temperature(_) | FigureUnit::Percent);
        (!needs_unit).then_some(amount)
    }

    fn money(&self, n: &Number, code: &'static str, amount: &mut Amount) {
        if let Some(factor) = n.letter {
            amount.value *= factor;
            amount.end += 1;
            amount.number.end += 1;
        }
        // "$10 dollars", "$99 (USD)", "$249 USD".
        let at = amount.end + usize::from(self.lower(amount.end) == "(");
        if let Some((end, more)) = unit::money_after(self.w, at)
            && (code == "$" || more == code)
            && (at == amount.end || self.lower(end) == ")")
        {
            amount.end = end + usize::from(at > amount.end);
            amount.unit = FigureUnit::Money(if more == "$" { code } else { more });
            return;
        }
        amount.unit = FigureUnit::Money(code);
    }

    fn unit(&self, n: &Number, amount: &mut Amount) {
        let hyphen =
            matches!(self.lower(n.end), "-" | "–" | "‑") && self.w.get(n.end).is_some_and(|w| !w.spaced);
        let at = if hyphen { n.end + 1 } else { n.end };
        if let Some(end) = unit::percent(self.w, at) {
            (amount.unit, amount.end) = (FigureUnit::Percent, end);
        } else if let Some((end, code)) = unit::million_code(self.w, at) {
            (amount.unit, amount.end) = (FigureUnit::Money(code), end);
            amount.value *= 1e6;
        } else if let Some((end, code)) = unit::money_after(self.w, at).or_else(|| self.money_after_letter(n))
        {
            (amount.unit, amount.end) = (FigureUnit::Money(code), end);
            if let (Some(factor), true) = (n.letter, end > n.end + 1 && self.lower(n.end).len() <= 2) {
                amount.value *= factor;
            }
            if let Some(factor) = self.late_magnitude(end) {
                amount.value *= factor;
                amount.end = end + 1;
            }
            if amount.value.fract() == 0.0 && !matches!(code, "cent" | "penny") {
                self.cents(amount);
            }
        } else if let Some((end, scale)) = unit::temperature(self.w, at) {
            (amount.unit, amount.end) = (FigureUnit::Temperature(scale), end);
            if self.lower(at) == "below" || self.lower(end) == "below" {
                amount.value = -amount.value;
            }
        } else if self.is_ratio(at) {
            (amount.unit, amount.end) = (FigureUnit::Ratio, at + 1);
        } else if let Some((end, name)) = unit::thing(self.w, at).or_else(|| self.bracketed_unit(at)) {
            (amount.unit, amount.end) = (FigureUnit::Thing(name), end);
        } else if let Some(factor) = self.capital_magnitude(n) {
            amount.value *= factor;
            amount.end += 1;
            amount.number.end += 1;
        } else if let Some((end, unit)) = unit::length(self.w, at) {
            (amount.unit, amount.end) = (FigureUnit::Length(unit), end);
            self.inches(amount, unit);
        } else if let Some(end) = self.inch_mark(at) {
            (amount.unit, amount.end) = (FigureUnit::Length("in"), end);
        } else if let Some((end, name)) = self.recorded(at) {
            (amount.unit, amount.end) = (FigureUnit::Thing(name), end);
        } else if let Some((end, is_age, unit)) = self.time_unit(at) {
            amount.unit = match (is_age, unit) {
                (true, crate::time::Unit::Year) => FigureUnit::Age,
                (_, unit) => FigureUnit::Time(unit),
            };
            amount.end = end;
        }
        if n.kind == Kind::Fraction && !self.is_lenient {
            amount.unit = FigureUnit::Percent;
        }
        if let (Some(factor), true, FigureUnit::None) = (n.letter, self.is_lenient, &amount.unit)
            && amount.end == n.end
        {
            amount.value *= factor;
            amount.end += 1;
        }
        if amount.unit == FigureUnit::None && self.is_age(n, amount.number.start) {
            amount.unit = FigureUnit::Age;
        }
        amount.is_modifier = hyphen && (amount.end > n.end || self.lower(at) == "magnitude");
    }

    /// "33°30′21″N", "59.17° N", "40 degrees west": where a place lies on the map.
    fn is_coordinate(&self, amount: &Amount) -> bool {
        let is_angle = matches!(amount.unit, FigureUnit::Temperature("°"))
            || matches!(amount.unit, FigureUnit::Length("in" | "ft"))
                && matches!(self.lower(amount.end - 1), "″" | "′" | "\"" | "'");
        let Some(next) = self.w.get(amount.end).filter(|_| is_angle) else { return false };
        let is_direction =
            matches!(next.lower.as_str(), "n" | "s" | "e" | "w" | "north" | "south" | "east" | "west");
        is_direction || !next.spaced && next.digits.is_some()
    }

    /// "four times faster", "twice" is no figure.
    fn is_ratio(&self, at: usize) -> bool {
        self.lower(at) == "times"
            && (matches!(self.tag(at + 1), "JJR" | "RBR")
                || matches!(self.lower(at + 1), "as" | "more" | "the"))
    }

    /// "20 (kg)".
    fn bracketed_unit(&self, at: usize) -> Option<(usize, &'static str)> {
        let close = match self.lower(at) {
            "(" => ")",
            "[" => "]",
            _ => return None,
        };
        let (end, name) = unit::thing(self.w, at + 1)?;
        (self.lower(end) == close).then_some((end + 1, name))
    }

    /// "75 USD million".
    fn late_magnitude(&self, at: usize) -> Option<f64> {
        let factor = match self.lower(at) {
            "million" => 1e6,
            "billion" => 1e9,
            "trillion" => 1e12,
            _ => return None,
        };
        (self.w.get(at.checked_sub(1)?)?.capital).then_some(factor)
    }

    /// "2 inches" after "5 feet": added to it.
    fn inches(&self, amount: &mut Amount, unit: &str) {
        /// Inches in a foot.
        const FOOT: f64 = 12.0;
        let at = amount.end + usize::from(self.lower(amount.end) == "and");
        let inches = self.w.get(at).filter(|_| unit == "ft").and_then(|w| w.digits).map(f64::from);
        if let Some(inches) = inches.filter(|n| *n < FOOT)
            && let Some((end, "in")) = unit::length(self.w, at + 1).or_else(|| {
                (self.lower(at + 1) == "in" && self.w.get(at + 2).is_none_or(|w| !w.is_letters()))
                    .then_some((at + 2, "in"))
            })
        {
            amount.value += inches / FOOT;
            amount.end = end;
        }
    }

    /// `15"`, `10 "`.
    fn inch_mark(&self, at: usize) -> Option<usize> {
        let is_mark = matches!(self.lower(at), "\"" | "″" | "”") && self.w.get(at).is_some_and(|w| !w.spaced);
        // A quotation that ends in a number has its other mark before.
        let opens = self.w[..at].iter().filter(|w| w.is_one_of(&["\"", "“"])).count() % 2 == 1;
        (is_mark && !opens && self.tag(at + 1).starts_with("NN") || is_mark && self.lower(at) == "″")
            .then_some(at + 1)
    }

    /// "50 cents" after "3 dollars": added to it.
    fn cents(&self, amount: &mut Amount) {
        let at = amount.end + usize::from(self.lower(amount.end) == "and");
        let Some(n) = number(self.w, at).filter(|n| n.kind == Kind::Cardinal && n.value < 100.0) else {
            return;
        };
        let is_cent = matches!(self.lower(n.end), "cents" | "cent" | "pence" | "p");
        let stands_bare = self.w[at].span.len() == 2 && self.w[at].digits.is_some() && {
            let next = self.w.get(n.end);
            next.is_none_or(|w| !w.is_letters() && w.digits.is_none() && !w.is("%") && w.spaced || w.is("."))
        };
        if is_cent || stands_bare {
            amount.value += n.value / 100.0;
            amount.end = n.end + usize::from(is_cent);
        }
    }

    /// "aged 58", "Amina Okoro, 58, a nurse".
    fn is_age(&self, n: &Number, start: usize) -> bool {
        /// Nobody is older.
        const AGE_MAX: f64 = 115.0;
        if n.value > AGE_MAX || n.kind != Kind::Cardinal || n.value.fract() != 0.0 {
            return false;
        }
        let is_apposed = self.back(start, 1) == ","
            && start.checked_sub(2).is_some_and(|b| self.tag(b) == "NNP")
            && matches!(self.lower(n.end), "," | ".")
            && self.w.get(n.end + 1).is_none_or(|next| next.spaced && next.digits.is_none())
            && self.w[start].digits.is_some();
        is_apposed
            || matches!(self.back(start, 1), "aged" | "age")
            || self.back(start, 1) == "of" && self.back(start, 2) == "age"
    }

    /// "3bn euros": the letter belongs to the number.
    fn money_after_letter(&self, n: &Number) -> Option<(usize, &'static str)> {
        n.letter?;
        unit::money_after(self.w, n.end + 1)
    }

    fn time_unit(&self, at: usize) -> Option<(usize, bool, crate::time::Unit)> {
        let mut at = at;
        if matches!(
            self.lower(at),
            "more"
                | "straight"
                | "consecutive"
                | "full"
                | "whole"
                | "further"
                | "long"
                | "working"
                | "business"
                | "calendar"
        ) {
            at += 1;
        }
        let (unit, _) = calendar_words::unit(self.lower(at))?;
        let next = if matches!(self.lower(at + 1), "-" | "–" | "‑") { at + 2 } else { at + 1 };
        if matches!(self.lower(next), "old" | "olds") {
            return Some((next + 1, true, unit));
        }
        Some((at + 1, false, unit))
    }

    /// "hours of video": so much of it, no length of time.
    fn recorded(&self, at: usize) -> Option<(usize, &'static str)> {
        let (unit, _) = calendar_words::unit(self.lower(at))?;
        let name = match unit {
            crate::time::Unit::Minute => "minute",
            crate::time::Unit::Hour => "hour",
            _ => return None,
        };
        let is_matter = |at: usize| calendar_words::is_recorded_matter(self.lower(at));
        let holds = self.lower(at + 1) == "of"
            && (is_matter(at + 2) || self.tag(at + 2).starts_with("JJ") && is_matter(at + 3));
        holds.then_some((at + 1, name))
    }

    /// "10M": a capital letter glued to the number multiplies it; a small one is rather a unit.
    fn capital_magnitude(&self, n: &Number) -> Option<f64> {
        let letter = self.w.get(n.end).filter(|w| w.capital && w.span.len() == 1)?;
        n.letter.filter(|_| letter.is("m"))
    }

    // ------------------------------------------------------------ what is no figure

    fn is_no_figure(&self, i: usize, amount: &Amount) -> bool {
        if self.is_lenient {
            return self.back(i, 1) == "%" && !self.w[i].spaced || self.is_pronoun(i, amount);
        }
        let end = amount.end;
        let glued_next = self.w.get(end).is_some_and(|w| !w.spaced);
        let next = self.lower(end);
        if self.is_coordinate(amount) {
            return true;
        }
        // "raised its toll to 19: nine soldiers" has a figure, "19:30" has none.
        let is_colon = next == ":" && self.w.get(end + 1).is_some_and(|w| !w.spaced);
        let is_code = glued_next
            && (is_colon
                || matches!(next, "/" | "x" | "_" | "@")
                || self.w[end].is_letters() && amount.unit == FigureUnit::None);
        let is_numbered = amount.unit == FigureUnit::None
            && self.w[i].digits.is_some()
            && (NUMBERED.contains(&self.back(i, 1)) || self.back(i, 1) == "." && self.back(i, 2) == "no")
            && !matches!(self.back(i, 1), "number" | "issue" | "count" | "case" | "class" | "group" | "line");
        let is_numbered = is_numbered || self.is_numbered_range(i);
        // "14 per cent over four": years left out, no figure of its own.
        let is_over = amount.unit == FigureUnit::None
            && self.back(i, 1) == "over"
            && (self.tag(i.saturating_sub(2)) == "CD"
                || matches!(self.back(i, 2), "half" | "cent" | "percent" | "%"));
        // "A four-by-four", "a two-by-four".
        let is_by = amount.unit == FigureUnit::None
            && (self.lower(end) == "-" && self.lower(end + 1) == "by"
                || self.back(i, 1) == "-" && self.back(i, 2) == "by");
        let is_list_mark = i == 0 && matches!(next, "." | ")") && glued_next;
        let is_hash = self.back(i, 1) == "#";
        let is_year = amount.unit == FigureUnit::None && self.is_year_before_noun(i, amount);
        let is_rank = amount.kind == Kind::Ordinal;
        is_code
            || is_year
            || self.is_model_number(i, amount)
            || self.back(i, 1) == "%" && !self.w[i].spaced
            || self.is_short_year(i)
            || is_numbered
            || is_over
            || is_by
            || is_list_mark
            || is_hash
            || (is_rank && !self.is_ordinal_count(amount))
    }

    /// "which one", "the one you saw".
    fn is_pronoun(&self, i: usize, amount: &Amount) -> bool {
        self.lower(i) == "one"
            && amount.end == i + 1
            && matches!(
                self.back(i, 1),
                "which" | "this" | "that" | "the" | "no" | "any" | "each" | "another"
            )
            && !self.tag(amount.end).starts_with("NN")
            && !matches!(self.tag(amount.end), "JJ" | "CD")
    }

    /// "iLife '11", "the class of '68".
    fn is_short_year(&self, i: usize) -> bool {
        matches!(self.back(i, 1), "'" | "‘")
            && !self.w[i].spaced
            && self.w[i - 1].spaced
            && self.w[i].span.len() == 2
            && self.w[i].digits.is_some()
    }

    /// "In 2009 ministers guaranteed it", "the 2024 accounts": a year, whatever the parser makes of the noun after it.
    fn is_year_before_noun(&self, i: usize, amount: &Amount) -> bool {
        let is_round = amount.value % 100.0 == 0.0;
        let is_year = (1900.0..=2100.0).contains(&amount.value) && amount.kind == Kind::Cardinal && !is_round;
        let opens = self.back(i, 1) == "in" && self.w[i - 1].capital;
        is_year
            && amount.end == i + 1
            && self.w[i].span.len() == 4
            && (opens || self.back(i, 1) == "the" && self.tag(amount.end).starts_with("NN"))
    }

    /// "iPhone 4 owners", "a Boeing 777 jet": the number belongs to the name before it.
    fn is_model_number(&self, i: usize, amount: &Amount) -> bool {
        let Some(before) = i.checked_sub(1).map(|b| &self.w[b]) else { return false };
        let token = before.token;
        let word = &self.parsed.tokens[token];
        let figure = self.w[i].token;
        let mut capitals = before.span.slice(&self.parsed.article.text).chars().map(char::is_uppercase);
        let is_brand = capitals.next() == Some(false) && capitals.next() == Some(true);
        let is_name = before.is_letters()
            && (is_brand || before.capital && word.tag.starts_with("NNP"))
            && calendar_words::month(&before.lower).is_none()
            && calendar_words::weekday(&before.lower).is_none();
        // "Boeing 777F", but "Phoenix 40°C".
        let is_lettered = matches!(amount.unit, FigureUnit::Temperature(_)) && amount.end == i + 2;
        // "iPhone 3.0 software".
        let is_version = amount.end == i + 3 && self.lower(i + 1) == ".";
        let is_plain = matches!(amount.unit, FigureUnit::None | FigureUnit::Temperature(_))
            && (amount.end == i + 1 || is_version)
            || matches!(amount.unit, FigureUnit::Temperature(_));
        let is_short = self.w[i].digits.is_some() && self.w[i].span.len() <= 3;
        let has_noun = self.tag(amount.end).starts_with("NN");
        let is_inside = is_brand
            || is_lettered
            || has_noun && matches!(word.dep, "compound" | "nmod" | "amod" | "nummod") && word.head > figure;
        is_name && is_plain && is_short && is_inside && self.w[i].spaced
    }

    /// "Berths 1 to 3".
    fn is_numbered_range(&self, i: usize) -> bool {
        matches!(self.back(i, 1), "to" | "-" | "–" | "and" | "or")
            && i.checked_sub(2).is_some_and(|b| self.w[b].digits.is_some())
            && NUMBERED.contains(&self.back(i, 3))
    }

    /// "the sixth time": other ordinals rank, they do not count.
    fn is_ordinal_count(&self, amount: &Amount) -> bool {
        let next = self.lower(amount.end);
        next == "time"
            || matches!(next, "straight" | "consecutive" | "successive")
                && self.tag(amount.end + 1).starts_with("NN")
    }

    /// "The toll passes 200", "the number of dead topped 1,000": said of a count, as "exceeded" is of anything.
    fn is_passed(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).map(|b| self.w[b].token) else { return false };
        let subject = self.parsed.child(before, &["nsubj"]);
        matches!(self.parsed.tokens[before].lemma.as_str(), "pass" | "top")
            && subject.is_some_and(|s| measure::is_figure_noun(&self.parsed.tokens[s].lemma))
    }

    /// "one" as article or pronoun.
    fn is_plain_one(&self, amount: &Amount, has_whole: bool) -> bool {
        let is_word = self.w[amount.number.start].digits.is_none() && amount.kind == Kind::Cardinal;
        let is_counting = self.tag(amount.end).starts_with("NN")
            && self.parsed.tokens.get(self.w[amount.number.start].token).is_some_and(|t| t.tag == "CD");
        let is_vote = || votes::in_tally(self.parsed, self.head(&amount.number)).is_some();
        // "Thirty dead, one still under the rubble".
        let is_left = self.lower(amount.end) == "still" && !has_whole;
        // "By nine votes to one".
        let start = amount.number.start;
        let is_side = self.back(start, 1) == "to" && matches!(self.back(start, 2), "vote" | "votes");
        is_word
            && !is_left
            && !is_side
            && (has_whole
                || self.lower(amount.end) == "of"
                || !is_counting && amount.unit == FigureUnit::None)
            && !is_vote()
    }

    // ------------------------------------------------------------ ranges

    /// The second amount of "between A and B", "A to B", "A-B", "A or B".
    fn second(&self, first: &Amount, is_between: bool) -> Option<Amount> {
        let link = self.lower(first.end);
        let is_linked = match link {
            "and" => is_between,
            "through" => self.is_lenient,
            "to" | "-" | "–" | "—" | "~" => true,
            "or" => first.unit == FigureUnit::None && first.value < 100.0,
            _ => false,
        };
        if !is_linked || first.kind != Kind::Cardinal {
            return None;
        }
        let at = first.end + 1;
        if *self.masked.get(at)? {
            return None;
        }
        let second = self.amount(at).filter(|s| s.kind == Kind::Cardinal)?;
        if matches!(link, "-" | "–") && second.unit == FigureUnit::None && self.is_score(first) {
            return None;
        }
        let fits =
            first.unit == second.unit || first.unit == FigureUnit::None || second.unit == FigureUnit::None;
        let from = self.back(first.number.start, 1) == "from" && !is_between;
        let high = second.value;
        // "6 to 8 million": the magnitude word holds for both.
        let low = shared_magnitude(first, &second);
        let dashed = |at: usize| {
            matches!(self.lower(at), "-" | "/")
                && self.w.get(at + 1).is_some_and(|n| !n.spaced && n.digits.is_some())
        };
        let is_phone = dashed(second.end) || self.back(first.number.start, 1) == "+";
        (fits && (!from || self.is_lenient) && !is_phone && low < high).then_some(second)
    }

    /// "The motion failed 30-37".
    fn is_score(&self, first: &Amount) -> bool {
        first.unit == FigureUnit::None && votes::begins_score(self.parsed, self.w[first.number.start].token)
    }

    fn range(&self, i: usize, first: &Amount, second: &Amount) -> Figure {
        let low = shared_magnitude(first, second);
        let unit = if second.unit == FigureUnit::None { first.unit.clone() } else { second.unit.clone() };
        let start = if self.back(i, 1) == "between" { i - 1 } else { self.qualifier(i, first).0 };
        let rate = self.rate(second.end);
        Figure {
            words: start..rate.as_ref().map_or(second.end, |(end, _)| *end),
            number: first.number.start..second.number.end,
            token: self.head(&(first.number.start..second.number.end)),
            value: None,
            low: Some(low),
            high: Some(second.value),
            qualifier: Qualifier::Between,
            unit,
            kind: Kind::Cardinal,
            rate: rate.map(|(_, unit)| unit),
            whole: None,
            is_modifier: second.is_modifier,
        }
    }

    // ------------------------------------------------------------ qualifiers

    /// The words before the number that qualify it: where they start, and how.
    fn qualifier(&self, i: usize, amount: &Amount) -> (usize, Qualifier) {
        let is_length_of_time = matches!(amount.unit, FigureUnit::Time(_));
        for (phrase, qualifier) in QUALIFIERS {
            let length = phrase.split(' ').count();
            let Some(start) = i.checked_sub(length) else { continue };
            let matches = phrase.rsplit(' ').enumerate().all(|(k, word)| self.back(i, k + 1) == word);
            if !matches || self.masked[start] {
                continue;
            }
            if *phrase == "within" && !is_length_of_time {
                continue;
            }
            // "over three years" says how long, not more than.
            if is_length_of_time && matches!(*phrase, "over" | "under" | "below" | "above" | "in excess of") {
                return (i, Qualifier::Exactly);
            }
            if matches!(*phrase, "above" | "below" | "under") && self.is_locative(start, amount) {
                return (i, Qualifier::Exactly);
            }
            return (start, *qualifier);
        }
        (i, Qualifier::Exactly)
    }

    /// "the dam above 6 villages".
    fn is_locative(&self, at: usize, amount: &Amount) -> bool {
        let token = &self.parsed.tokens[self.w[at].token];
        token.dep == "prep" && amount.unit == FigureUnit::None && self.tag(amount.end).starts_with("NN")
    }

    /// "or more", "or so" after the number.
    fn qualifier_after(&self, i: usize) -> Option<(usize, Qualifier)> {
        match (self.lower(i), self.lower(i + 1)) {
            ("or", "more" | "greater" | "higher" | "fewer" | "less") if self.lower(i + 2) == "than" => None,
            ("or", "more" | "greater" | "higher" | "above" | "over") => Some((i + 2, Qualifier::AtLeast)),
            ("and", "more")
                if !matches!(self.tag(i + 2), "RB" | "JJ" | "IN" | "TO") || self.lower(i + 2) == "in" =>
            {
                Some((i + 2, Qualifier::AtLeast))
            }
            ("or", "so") => Some((i + 2, Qualifier::About)),
            ("or", "fewer" | "less") => Some((i + 2, Qualifier::AtMost)),
            ("+", _) if !self.w[i].spaced => Some((i + 1, Qualifier::AtLeast)),
            ("-", "plus" | "odd") => Some((i + 2, Qualifier::MoreThan)),
            _ => None,
        }
    }

    // ------------------------------------------------------------ rates and wholes

    /// "a day", "per tonne".
    fn rate(&self, i: usize) -> Option<(usize, String)> {
        if !matches!(self.lower(i), "a" | "an" | "per" | "each" | "every" | "/") {
            return None;
        }
        let unit = self.lower(i + 1);
        let is_time = matches!(
            unit,
            "second" | "minute" | "hour" | "day" | "night" | "week" | "month" | "quarter" | "year"
        );
        let is_thing = self.lower(i) == "per" && self.tag(i + 1).starts_with("NN") && unit != "cent"
            || matches!(
                unit,
                "barrel"
                    | "tonne"
                    | "ton"
                    | "litre"
                    | "liter"
                    | "gallon"
                    | "share"
                    | "head"
                    | "kilo"
                    | "kilogram"
            );
        (is_time || is_thing).then(|| (i + 2, unit.to_owned()))
    }

    /// "of the 40", "out of 1,140", "of the port's 40": the number and the word after it.
    fn whole(&self, amount: &Amount) -> Option<(f64, usize)> {
        /// Words between "of" and the number: "of the old port's original 40".
        const GAP_MAX: usize = 5;
        if amount.unit != FigureUnit::None || amount.kind != Kind::Cardinal {
            return None;
        }
        let of = if self.lower(amount.end) == "out" { amount.end + 1 } else { amount.end };
        if self.lower(of) != "of" {
            return None;
        }
        let mut at = of + 1;
        while at <= of + GAP_MAX {
            if *self.masked.get(at)? {
                return None;
            }
            if let Some(n) = number(self.w, at).filter(|n| n.kind == Kind::Cardinal) {
                return (n.value > amount.value).then_some((n.value, n.end));
            }
            let is_gap = matches!(self.tag(at), "DT" | "PRP$" | "NN" | "NNS" | "NNP" | "POS" | "JJ" | "PDT")
                || matches!(self.lower(at), "'" | "s");
            if !is_gap {
                return None;
            }
            at += 1;
        }
        None
    }
}

/// Phrases before a number; the longer ones first.
const QUALIFIERS: &[(&str, Qualifier)] = &[
    ("at the very least", Qualifier::AtLeast),
    ("a minimum of", Qualifier::AtLeast),
    ("no fewer than", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("not less than", Qualifier::AtLeast),
    ("not fewer than", Qualifier::AtLeast),
    ("a maximum of", Qualifier::AtMost),
    ("no more than", Qualifier::AtMost),
    ("not more than", Qualifier::AtMost),
    ("as many as", Qualifier::AtMost),
    ("as much as", Qualifier::AtMost),
    ("in excess of", Qualifier::MoreThan),
    ("well over", Qualifier::MoreThan),
    ("just over", Qualifier::MoreThan),
    ("just under", Qualifier::LessThan),
    ("just above", Qualifier::MoreThan),
    ("at least", Qualifier::AtLeast),
    ("within", Qualifier::AtMost),
    ("at most", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("more than", Qualifier::MoreThan),
    ("greater than or equal to", Qualifier::AtLeast),
    ("more than or equal to", Qualifier::AtLeast),
    ("less than or equal to", Qualifier::AtMost),
    ("equal to or more than", Qualifier::AtLeast),
    ("larger than", Qualifier::MoreThan),
    ("bigger than", Qualifier::MoreThan),
    ("smaller than", Qualifier::LessThan),
    ("greater than", Qualifier::MoreThan),
    ("higher than", Qualifier::MoreThan),
    ("upwards of", Qualifier::MoreThan),
    ("upward of", Qualifier::MoreThan),
    ("less than", Qualifier::LessThan),
    ("fewer than", Qualifier::LessThan),
    ("lower than", Qualifier::LessThan),
    ("close to", Qualifier::About),
    ("an estimated", Qualifier::About),
    ("something like", Qualifier::About),
    ("in the region of", Qualifier::About),
    ("over", Qualifier::MoreThan),
    ("above", Qualifier::MoreThan),
    ("exceeding", Qualifier::MoreThan),
    ("exceed", Qualifier::MoreThan),
    ("exceeds", Qualifier::MoreThan),
    ("exceeded", Qualifier::MoreThan),
    ("surpass", Qualifier::MoreThan),
    ("surpasses", Qualifier::MoreThan),
    ("surpassed", Qualifier::MoreThan),
    (">", Qualifier::MoreThan),
    ("<", Qualifier::LessThan),
    ("≥", Qualifier::AtLeast),
    ("≤", Qualifier::AtMost),
    ("under", Qualifier::LessThan),
    ("below", Qualifier::LessThan),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("some", Qualifier::About),
    ("roughly", Qualifier::About),
    ("approximately", Qualifier::About),
    ("circa", Qualifier::About),
    ("estimated", Qualifier::About),
    ("perhaps", Qualifier::About),
    ("nearly", Qualifier::About),
    ("almost", Qualifier::About),
    ("maybe", Qualifier::About),
];

fn shared_magnitude(first: &Amount, second: &Amount) -> f64 {
    /// A second number from here on, with a magnitude word, lends it to a first without one.
    const MAGNITUDE_MIN: f64 = 1e3;
    if !second.has_magnitude || first.has_magnitude || first.value >= MAGNITUDE_MIN {
        return first.value;
    }
    let factor = [1e12, 1e9, 1e7, 1e6, 1e5, 1e3].into_iter().find(|f| second.value >= *f).unwrap_or(1.0);
    first.value * factor
}

/// Value, low and high of a figure under a qualifier.
fn bounds(value: f64, qualifier: Qualifier, kind: Kind) -> (Option<f64>, Option<f64>, Option<f64>) {
    match qualifier {
        _ if kind == Kind::Vague => (None, Some(value), None),
        Qualifier::Vague => (None, Some(value), None),
        Qualifier::Exactly if kind == Kind::Fraction => (Some(value), None, None),
        Qualifier::Exactly | Qualifier::Between => (Some(value), Some(value), Some(value)),
        Qualifier::About => (Some(value), None, None),
        Qualifier::AtLeast | Qualifier::MoreThan => (Some(value), Some(value), None),
        Qualifier::AtMost | Qualifier::LessThan => (Some(value), None, Some(value)),
    }
}
