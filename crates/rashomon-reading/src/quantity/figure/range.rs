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

    pub(super) fn range(&self, i: usize, first: &Amount, second: &Amount) -> Figure {
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
}

fn shared_magnitude(first: &Amount, second: &Amount) -> f64 {
    /// A second number from here on, with a magnitude word, lends it to a first without one.
    const MAGNITUDE_MIN: f64 = 1e3;
    if !second.has_magnitude || first.has_magnitude || first.value >= MAGNITUDE_MIN {
        return first.value;
    }
    let factor = [1e12, 1e9, 1e7, 1e6, 1e5, 1e3].into_iter().find(|f| second.value >= *f).unwrap_or(1.0);
    first.value * factor
}
