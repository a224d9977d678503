//! Two amounts that bound one figure: "between 3 and 5", "30-37".

use super::{Amount, Figure, Scan};
use crate::quantity::number::Kind;
use crate::quantity::unit::FigureUnit;
use crate::quantity::{Qualifier, votes};

impl Scan<'_> {
    /// The second amount of "between A and B", "A to B", "A-B", "A or B".
    pub(super) fn second(&self, first: &Amount, is_between: bool) -> Option<Amount> {
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
        // "The motion failed on Monday, 71 to 74".
        let is_set_off = || link == "to" && matches!(self.back(first.number.start, 1), "," | "—" | "–" | "(");
        let may_be_score = matches!(link, "-" | "–") || is_set_off();
        if may_be_score && second.unit == FigureUnit::None && self.is_score(first) {
            return None;
        }
        let fits =
            first.unit == second.unit || first.unit == FigureUnit::None || second.unit == FigureUnit::None;
        let from = self.back(first.number.start, 1) == "from" && !is_between;
        let high = second.value;
        // "6 to 8 million": the magnitude word holds for both.
        let low = self.shared_magnitude(first, &second);
        // "Rose by 12 to 96": a step and a level; "by one to two kilometres" is one step.
        let is_of_length = matches!(second.unit, FigureUnit::Length(_) | FigureUnit::Time(_));
        let is_step = link == "to"
            && self.back(first.number.start, 1) == "by"
            && (first.unit != FigureUnit::None || !is_of_length);
        let dashed = |at: usize| {
            matches!(self.lower(at), "-" | "/")
                && self.w.get(at + 1).is_some_and(|n| !n.spaced && n.digits.is_some())
        };
        let is_phone = dashed(second.end) || self.back(first.number.start, 1) == "+";
        (fits && (!from || self.is_lenient) && !is_step && !is_phone && low < high).then_some(second)
    }

    /// "The motion failed 30-37".
    fn is_score(&self, first: &Amount) -> bool {
        first.unit == FigureUnit::None && votes::begins_score(self.parsed, self.w[first.number.start].token)
    }

    pub(super) fn range(&self, i: usize, first: &Amount, second: &Amount) -> Figure {
        let low = self.shared_magnitude(first, second);
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

    /// "From 3.5 to 4 per cent", "from 12 to 15 million euros": the first is of the unit and the magnitude of the second.
    pub(super) fn lend_from_second(&self, first: &mut Amount) {
        let at = first.end + 1;
        let is_from = self.back(first.number.start, 1) == "from" && self.lower(first.end) == "to";
        if !is_from || first.unit != FigureUnit::None || self.masked.get(at).is_none_or(|&m| m) {
            return;
        }
        let measured = |s: &Amount| {
            matches!(s.unit, FigureUnit::Percent | FigureUnit::Money(_)) && s.kind == Kind::Cardinal
        };
        if let Some(second) = self.amount(at).filter(|s| measured(s) && first.kind == Kind::Cardinal) {
            first.value = self.shared_magnitude(first, &second);
            first.unit = second.unit;
        }
    }

    /// The value of the first of two numbers to which the magnitude word of the second belongs too: "6 to 8 million".
    fn shared_magnitude(&self, first: &Amount, second: &Amount) -> f64 {
        /// A second number from here on, with a magnitude word, lends it to a first without one.
        const MAGNITUDE_MIN: f64 = 1e3;
        if !second.has_magnitude || first.has_magnitude || first.value >= MAGNITUDE_MIN {
            return first.value;
        }
        let last = self.lower(second.number.end - 1);
        let factor = match last.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')) {
            "trillion" | "tn" | "trn" => 1e12,
            "billion" | "bn" | "b" => 1e9,
            "crore" | "cr" => 1e7,
            "million" | "m" | "mn" | "mln" => 1e6,
            "lakh" => 1e5,
            "thousand" | "k" => 1e3,
            _ => 1.0,
        };
        first.value * factor
    }
}

#[cfg(test)]
mod tests {
    use crate::quantity::tests::check;

    #[test]
    fn the_magnitude_of_the_second_is_the_firsts_too() {
        check(
            "The loss is put at 300 to 400 million euros.",
            &["300 to 400 million euros | money | 300000000..400000000"],
        );
        check(
            "It cost between 3 and 40 million euros.",
            &["between 3 and 40 million euros | money | 3000000..40000000"],
        );
        check("The rate went from 3.5 to 4 per cent.", &["3.5 | share | 3.5", "4 per cent | share | 4"]);
        check("The price rose from 12 to 15 euros.", &["12 | money | 12", "15 euros | money | 15"]);
    }

    #[test]
    fn a_step_and_a_level_bound_nothing() {
        check("The number of cases rose by 12 to 96.", &["12 | count.case | 12", "96 | count.case | 96"]);
        check("Cases rose by 12 to 96.", &["96 | count.case | 96"]);
        check("Between 12 and 96 cases were found.", &["Between 12 and 96 | count.case | 12..96"]);
    }
}
