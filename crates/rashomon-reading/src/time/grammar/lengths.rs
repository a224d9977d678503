//! Lengths of time: "three days", "half an hour", "decades-long".

use super::relative::whole;
use super::{Piece, Scan};
use crate::time::form::{DayForm, Unit};
use crate::time::lexicon;
use crate::time::timex::duration;

impl Scan<'_> {
    /// "and 30 minutes" after "1 hour": the end and the whole length.
    fn and_more(&self, i: usize, count: Option<f64>, unit: Unit) -> Option<(usize, String)> {
        let at = self.skip(self.skip(i, &[","]), &["and"]);
        let first = whole(count)?;
        let (next, more) = self.count(at)?;
        let more = whole(more)?;
        let (smaller, _) = lexicon::unit(self.lower(next))?;
        if !is_smaller(smaller, unit) || at == i && self.w[at].digits.is_none() {
            return None;
        }
        let value = duration(Some(f64::from(first)), unit);
        let tail = duration(Some(f64::from(more)), smaller);
        let tail = if value.starts_with("PT") {
            tail.trim_start_matches("PT")
        } else {
            tail.trim_start_matches('P')
        };
        Some((next + 1, format!("{value}{tail}")))
    }

    /// "decades-long", "months-old".
    fn units_long(&self, i: usize) -> Option<Piece> {
        let (unit, is_plural) = lexicon::unit(self.lower(i))?;
        let is_long = self.any(i + 1, &["-", "–", "‑"]) && self.is(i + 2, "long") && unit >= Unit::Minute;
        let count = if is_plural { None } else { Some(1.0) };
        is_long.then(|| Piece::day(i + 3, DayForm::Duration(duration(count, unit).into())))?
    }

    /// "and a half", "and a quarter" after a unit: its end and the share.
    fn and_part(&self, i: usize) -> (usize, f64) {
        let at = self.skip(i + 1, &["a"]);
        let share = match self.lower(at) {
            "half" => 0.5,
            "quarter" if at > i + 1 => 0.25,
            _ => return (i, 0.0),
        };
        let goes_on =
            self.any(at + 1, &["of", "the", "a", "century", "decade"]) || self.tag(at + 1).starts_with("NN");
        if self.is(i, "and") && !goes_on { (at + 1, share) } else { (i, 0.0) }
    }

    /// "75 hours of video": so much of a recording, no stretch of time.
    fn is_recorded(&self, i: usize) -> bool {
        let is_matter = |at: usize| lexicon::is_recorded_matter(self.lower(at));
        self.is(i, "of") && (is_matter(i + 1) || self.tag(i + 1).starts_with("JJ") && is_matter(i + 2))
    }

    /// "all day", "all week".
    fn all_of(&self, i: usize) -> Option<Piece> {
        let (unit, false) = self.is(i, "all").then(|| self.unit_word(i + 1))?? else { return None };
        let goes_on = self.tag(i + 2).starts_with("NN") || self.any(i + 2, &["of", "-", "’", "'"]);
        (unit >= Unit::Day && !goes_on)
            .then(|| Piece::day(i + 2, DayForm::Duration(duration(Some(1.0), unit).into())))?
    }

    /// "three days", "five-year", "half an hour", "for months"; no ages.
    pub(super) fn length(&self, i: usize) -> Option<Piece> {
        if let Some((unit, true)) = lexicon::unit(&self.w[i].lower)
            && self.preceded_by(i, &["for"])
            && unit >= Unit::Minute
        {
            return Piece::day(i + 1, DayForm::Duration(duration(None, unit).into()));
        }
        if let Some(piece) = self.units_long(i).or_else(|| self.all_of(i)) {
            return Some(piece);
        }
        if self.is(i, "half") && self.any(i + 1, &["a", "an"]) && !self.preceded_by(i, &["a"]) {
            let (unit, false) = lexicon::unit(&self.w.get(i + 2)?.lower)? else { return None };
            return Piece::day(i + 3, DayForm::Duration(half_length(unit).into()));
        }
        if self.preceded_by(i, &["$", "€", "£", "₹", "¥", ".", ","]) && self.glued(i) {
            return None;
        }
        let (at, count) = self.count(i)?;
        let at = self.skip(at, &["-", "–", "‑"]);
        let at = if self.any(at, &["more", "straight", "consecutive", "whole", "full", "further"]) {
            at + 1
        } else {
            at
        };
        let (unit, is_plural) = self.unit_word(at)?;
        let is_hyphened = self.any(at.checked_sub(1)?, &["-", "–", "‑"]);
        if unit == Unit::Second && !is_plural && !is_hyphened || unit == Unit::Quarter {
            return None;
        }
        if self.is(i, "a") || self.is(i, "an") || self.is(i, "one") {
            let is_said = self.is(i, "one") && !self.is(at + 1, "of")
                || self.preceded_by(
                    i,
                    &[
                        "for", "within", "in", "after", "over", "about", "nearly", "almost", "than", "least",
                        "lasts", "lasted", "last", "lasting", "took", "take", "takes",
                    ],
                );
            if !is_said {
                return None;
            }
        }
        let after = self.skip(at + 1, &["-", "–", "‑"]);
        if self.any(after, &["old", "olds", "older"]) {
            return None;
        }
        if self.any(at, &["night"]) && !self.is(i, "one") && !is_hyphened && self.w[i].digits.is_none() {
            return None;
        }
        let count = if self.is(at, "fortnight") { count.map(|n| n * 2.0) } else { count };
        if self.is_recorded(at + 1) {
            return None;
        }
        let (end, more) = self.and_part(at + 1);
        let count = count.map(|n| n + more);
        if let Some((end, value)) = self.and_more(end, count, unit) {
            return Piece::day(end, DayForm::Duration(value.into()));
        }
        Piece::day(end, DayForm::Duration(duration(count, unit).into()))
    }
}

/// The next smaller unit that a length goes on in: "1 hour and 30 minutes", "two years and three months".
fn is_smaller(unit: Unit, than: Unit) -> bool {
    matches!(
        (than, unit),
        (Unit::Hour, Unit::Minute)
            | (Unit::Minute, Unit::Second)
            | (Unit::Day, Unit::Hour)
            | (Unit::Week, Unit::Day)
            | (Unit::Month, Unit::Week | Unit::Day)
            | (Unit::Year, Unit::Month | Unit::Week | Unit::Day)
    )
}

fn half_length(unit: Unit) -> String {
    match unit {
        Unit::Hour => "PT30M".to_owned(),
        Unit::Year => "P6M".to_owned(),
        Unit::Day => "PT12H".to_owned(),
        Unit::Decade => "P5Y".to_owned(),
        Unit::Century => "P50Y".to_owned(),
        Unit::Minute => "PT30S".to_owned(),
        other => duration(Some(0.5), other),
    }
}
