//! One number with its unit: "$3bn", "5 feet 2 inches", "75 hours of video".

use super::{Amount, Scan};
use crate::quantity::number::{self, Kind, Number, number};
use crate::quantity::unit::{self, FigureUnit};
use crate::time::lexicon as calendar_words;

impl Scan<'_> {
    /// The number at a word: in the lenient mode shares are numbers of their own.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        let found = number(self.w, at);
        if !self.is_lenient {
            return found;
        }
        let found = found.map(|n| match n.kind {
            Kind::Fraction => Number { value: n.value / 100.0, ..n },
            _ => n,
        });
        let found = found.map(|n| match number::powers(self.w, n.end, n.value) {
            Some((end, value)) if n.kind == Kind::Cardinal => Number { end, value, letter: None, ..n },
            _ => n,
        });
        let share = number::share_alone(self.w, at);
        match (found, share) {
            (Some(n), Some(share)) => {
                Some(if n.end >= share.end && n.kind != Kind::Ordinal { n } else { share })
            }
            (n, share) => n.or(share),
        }
    }

    /// The number with its unit at `i`.
    pub(super) fn amount(&self, i: usize) -> Option<Amount> {
        let (at, money) = match unit::money_before(self.w, i) {
            Some((at, code)) => (at, Some(code)),
            None => (i, None),
        };
        let minus =
            matches!(self.lower(at), "-" | "−" | "–") && self.w.get(at + 1).is_some_and(|w| !w.spaced);
        let minus_word = money.is_none() && matches!(self.lower(at), "minus" | "negative");
        let minus = minus || minus_word;
        let at = if minus { at + 1 } else { at };
        let Some(n) = self.number(at) else { return self.one_and_a_half(at) };
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

    pub(super) fn unit(&self, n: &Number, amount: &mut Amount) {
        let hyphen =
            matches!(self.lower(n.end), "-" | "–" | "‑") && self.w.get(n.end).is_some_and(|w| !w.spaced);
        let at = if hyphen { n.end + 1 } else { n.end };
        if let Some(end) = unit::percent(self.w, at) {
            (amount.unit, amount.end) = (FigureUnit::Percent, end);
        } else if let Some((end, code)) = unit::million_code(self.w, at) {
            (amount.unit, amount.end) = (FigureUnit::Money(code), end);
            amount.value *= 1e6;
        } else if let Some(end) = self.pounds_of_weight(at) {
            (amount.unit, amount.end) = (FigureUnit::Thing("pound-weight"), end);
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
        } else if let Some((end, unit)) =
            unit::length(self.w, at).or_else(|| self.metres(amount.number.start, at))
        {
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
            self.smaller_unit(amount, unit);
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
    pub(super) fn is_coordinate(&self, amount: &Amount) -> bool {
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
        // `10" long`, `10 " long`: where the mark stands apart the word after it does, too.
        let is_before_dimension = matches!(self.lower(at), "\"" | "”")
            && unit::is_dimension_adjective(self.lower(at + 1))
            && self.w[at + 1].spaced;
        let is_inch = is_mark && self.tag(at + 1).starts_with("NN") || is_before_dimension;
        (is_inch && !opens || is_mark && self.lower(at) == "″").then_some(at + 1)
    }

    /// "50 cents" after "3 dollars": added to it.
    fn cents(&self, amount: &mut Amount) {
        let has_and = self.lower(amount.end) == "and";
        let at = amount.end + usize::from(has_and);
        let Some(n) = number(self.w, at).filter(|n| n.kind == Kind::Cardinal && n.value < 100.0) else {
            return;
        };
        let is_cent = matches!(self.lower(n.end), "cents" | "cent" | "pence" | "p");
        let stands_bare = self.w[at].span.len() == 2 && self.w[at].digits.is_some() && {
            let next = self.w.get(n.end);
            next.is_none_or(|w| !w.is_letters() && w.digits.is_none() && !w.is("%") && w.spaced || w.is("."))
        };
        let is_spoken = self.w[at].digits.is_none() && n.value.fract() == 0.0 && self.counts_nothing(n.end);
        if is_cent || stands_bare || is_spoken {
            amount.value += n.value / 100.0;
            amount.end = n.end + usize::from(is_cent);
        }
    }

    /// "a pound fifty", "three dollars and twenty for a ticket": no noun comes after the number.
    fn counts_nothing(&self, end: usize) -> bool {
        self.w.get(end).is_none_or(|next| {
            !next.is_letters() && next.digits.is_none() && !next.is_one_of(&["-", "%"])
                || next.is_one_of(&["and", "for", "from", "in", "on", "at", "to", "per", "each"])
        })
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
        if let Some(end) = unit::years_old(self.w, at) {
            return Some((end, true, crate::time::Unit::Year));
        }
        let (unit, _) = calendar_words::unit(self.lower(at))?;
        let next = if matches!(self.lower(at + 1), "-" | "–" | "‑") { at + 2 } else { at + 1 };
        if matches!(self.lower(next), "old" | "olds") {
            return Some((next + 1, true, unit));
        }
        Some((at + 1, false, unit))
    }

    /// "An hour and a half", "a minute and a quarter".
    fn one_and_a_half(&self, i: usize) -> Option<Amount> {
        let is_one = matches!(self.lower(i), "a" | "an");
        let (unit, _) = calendar_words::unit(self.lower(i + 1)).filter(|_| is_one)?;
        let part = match (self.lower(i + 2), self.lower(i + 3), self.lower(i + 4)) {
            ("and", "a", "half") => 0.5,
            ("and", "a", "quarter") => 0.25,
            _ => return None,
        };
        let end = i + 5;
        Some(Amount {
            end,
            number: i..end,
            value: 1.0 + part,
            kind: Kind::Cardinal,
            unit: FigureUnit::Time(unit),
            has_magnitude: false,
            is_modifier: false,
        })
    }

    /// "And ten minutes" after "one hour": all of it in the smaller unit.
    fn smaller_unit(&self, amount: &mut Amount, unit: crate::time::Unit) {
        use crate::time::Unit;
        let at = amount.end + usize::from(self.lower(amount.end) == "and");
        let Some(n) = number(self.w, at).filter(|n| n.kind == Kind::Cardinal && n.value < 60.0) else {
            return;
        };
        let Some((smaller, _)) = calendar_words::unit(self.lower(n.end)) else { return };
        let factor = match (unit, smaller) {
            (Unit::Hour, Unit::Minute) | (Unit::Minute, Unit::Second) => 60.0,
            (Unit::Day, Unit::Hour) if n.value < 24.0 => 24.0,
            _ => return,
        };
        amount.value = amount.value * factor + n.value;
        (amount.end, amount.number.end) = (n.end + 1, n.end);
        amount.unit = FigureUnit::Time(smaller);
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
}
