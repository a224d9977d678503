//! Figures: a number with its qualifier, unit, range and stated whole.

mod amount;
mod apart;
mod qualifier;
mod range;
mod refused;

use super::Qualifier;
use super::number::{Kind, number};
use super::unit::FigureUnit;
use crate::ParsedArticle;
use crate::time::time_head;
use crate::words::Word;
use qualifier::bounds;
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
        let mut first = self.amount(i)?;
        if self.is_no_figure(i, &first) {
            return None;
        }
        let is_between = self.back(i, 1) == "between";
        if let Some(second) = self.second(&first, is_between) {
            return Some(self.range(i, &first, &second));
        }
        self.lend_from_second(&mut first);
        let (start, mut qualifier) = self.qualifier(i, &first);
        let mut end = first.end;
        if let Some((after, found)) = self.qualifier_after(end) {
            (end, qualifier) = (after, found);
        }
        if qualifier == Qualifier::Exactly && self.is_passed(i, &first) {
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
        // "Against a profit of 12 million a year earlier".
        let is_when = matches!(self.lower(i + 2), "earlier" | "ago" | "before" | "later" | "after");
        (is_time && !is_when || is_thing).then(|| (i + 2, unit.to_owned()))
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
