//! Times that come again: "every day", "Fridays", "twice a week".

use super::{Piece, Scan};
use crate::time::form::{DayForm, Unit};
use crate::time::lexicon;
use crate::time::timex::duration;

impl Scan<'_> {
    /// "every day", "each Monday", "daily", "Fridays", "twice a week".
    pub(super) fn set(&self, i: usize) -> Option<Piece> {
        let value = |end: usize, value: String| Piece::day(end, DayForm::Set(value.into()));
        let word = self.lower(i);
        if let Some(weekday) =
            lexicon::weekday_plural(word).filter(|_| self.w[i].capital && !self.is_in_name(i))
        {
            return value(i + 1, format!("XXXX-WXX-{}", weekday.to_monday_one_offset()));
        }
        match word {
            "every" | "each" => {
                let is_other = self.is(i + 1, "other");
                let (at, count) = if is_other {
                    (i + 2, Some(2.0))
                } else {
                    self.count(i + 1).unwrap_or((i + 1, Some(1.0)))
                };
                let next = self.w.get(at)?;
                if let Some(weekday) = lexicon::weekday(&next.lower) {
                    return value(at + 1, format!("XXXX-WXX-{}", weekday.to_monday_one_offset()));
                }
                if let Some(part) = lexicon::part(&next.lower) {
                    return value(at + 1, format!("XXXX-XX-XXT{}", part.timex()));
                }
                let (unit, _) = lexicon::unit(&next.lower)?;
                value(at + 1, duration(count, unit))
            }
            "daily" | "weekly" | "monthly" | "yearly" | "annually" | "annual" | "quarterly" | "hourly"
            | "nightly" | "everyday"
                if (!self.w[i].capital || i == 0) && matches!(self.tag(i), "RB" | "JJ" | "NN") =>
            {
                let unit = match word {
                    "daily" | "nightly" | "everyday" => Unit::Day,
                    "quarterly" => Unit::Quarter,
                    "weekly" => Unit::Week,
                    "monthly" => Unit::Month,
                    "hourly" => Unit::Hour,
                    _ => Unit::Year,
                };
                value(i + 1, duration(Some(1.0), unit))
            }
            "once" | "twice" if self.any(i + 1, &["a", "every", "each"]) => {
                let (unit, false) = lexicon::unit(&self.w.get(i + 2)?.lower)? else { return None };
                value(i + 3, duration(Some(1.0), unit))
            }
            _ => None,
        }
    }
}
