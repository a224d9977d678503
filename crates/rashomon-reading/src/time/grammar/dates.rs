//! Dates of the calendar: "Monday, March 4, 2024", "18 May", "1/8/2017".

use super::{Piece, Scan, YEARS};
use crate::time::form::{DayForm, Direction};
use crate::time::lexicon;

/// Two-digit years from here on belong to the twentieth century.
const YEAR_PIVOT: i16 = 40;

impl Scan<'_> {
    /// "Monday, March 4, 2024", "18 May", "the 5th of May 2022".
    pub(super) fn calendar_date(&self, i: usize) -> Option<Piece> {
        let weekday = self.weekday_word(i, true);
        let mut start = i;
        if weekday.is_some() {
            start = self.skip(self.skip(i + 1, &["."]), &[","]);
            start = self.skip(start, &["the"]);
        }
        let (end, month, first, last) = self.month_day(start).or_else(|| self.day_month(start))?;
        let (end, year) = self.date_year(end);
        let date = |day| DayForm::Date { year, month, day, weekday, direction: Direction::Around };
        match last {
            Some(last) => Piece::day(end, DayForm::Range(Box::new(date(first)), Box::new(date(last)))),
            None => Piece::day(end, date(first)),
        }
    }

    /// End, month, day, last day of a range.
    fn month_day(&self, i: usize) -> Option<(usize, i8, i8, Option<i8>)> {
        let (next, month) = self.month_word(i)?;
        let at = self.skip(next, &["the"]);
        let from = i;
        let (end, day) = self.day_number(at)?;
        // "March 9:30"; but "on March 9: it …".
        let is_clock =
            self.is(end, ":") && self.w.get(end + 1).is_some_and(|n| !n.spaced && n.digits.is_some());
        if (is_clock || self.is(end, "%")) && self.glued(end) {
            return None;
        }
        let (end, last) = self.day_range(from, end, day);
        Some((end, month, day, last))
    }

    fn day_month(&self, i: usize) -> Option<(usize, i8, i8, Option<i8>)> {
        let at = self.skip(i, &["the"]);
        let (end, day) = self.day_number(at)?;
        let (end, last) = self.day_range(i, end, day);
        let (end, month) = self.month_word(self.skip(end, &["of"]))?;
        Some((end, month, day, last))
    }

    /// "-7" or "to 7" after a day number; after "between", "and 7". The whole begins at `from`.
    fn day_range(&self, from: usize, i: usize, first: i8) -> (usize, Option<i8>) {
        let is_and = self.is(i, "and") && self.preceded_by(from, &["between"]);
        if (is_and || self.any(i, &["-", "–", "to"]))
            && let Some((end, last)) = self.day_number(i + 1)
            && last > first
        {
            return (end, Some(last));
        }
        (i, None)
    }

    fn day_number(&self, i: usize) -> Option<(usize, i8)> {
        let word = self.w.get(i)?;
        if word.digits.is_none() {
            let (end, day) = self.ordinal_words(i)?;
            return Some((if self.is(end, "day") { end + 1 } else { end }, day));
        }
        let day = word.digits.filter(|d| (1..=31).contains(d) && word.span.len() <= 2)?;
        let day = i8::try_from(day).ok()?;
        let end = if self.any(i + 1, &["st", "nd", "rd", "th"]) && self.glued(i + 1) { i + 2 } else { i + 1 };
        let is_decimal = self.any(end, &[".", ","])
            && self.glued(end)
            && self.w.get(end + 1).is_some_and(|n| !n.spaced && n.digits.is_some());
        (!is_decimal).then_some((end, day))
    }

    /// An optional ", 2016" after a month and day.
    pub(super) fn date_year(&self, i: usize) -> (usize, Option<i16>) {
        for next in [i, self.skip(i, &[","]), self.skip(i, &["of", "in"])] {
            if let Some(year) = self.year_number(next) {
                return (next + 1, Some(year));
            }
        }
        if let Some((end, year)) = self.short_year(i).or_else(|| self.year_of_two_digits(i)) {
            return (end, Some(year));
        }
        match self.year_words(self.skip(i, &[",", "of"])) {
            Some((end, year)) if !self.tag(end).starts_with("NN") => (end, Some(year)),
            _ => (i, None),
        }
    }

    /// "'87"; "4 FEB 90", where the month stands in capitals as telegrams have it.
    pub(super) fn short_year(&self, i: usize) -> Option<(usize, i16)> {
        let quoted = self.any(i, &["'", "‘"]);
        let at = i + usize::from(quoted);
        let word = self.w.get(at).filter(|w| w.span.len() == 2)?;
        let n = i16::try_from(word.digits?).ok()?;
        let is_telegram = || {
            self.before(i, 1).is_some_and(|m| {
                let written = m.span.slice(&self.parsed.article.text);
                written.len() <= 4
                    && written.chars().all(char::is_uppercase)
                    && lexicon::month_short(&m.lower).is_some()
            })
        };
        if !(quoted && self.glued(at) || !quoted && is_telegram()) {
            return None;
        }
        Some((at + 1, if n < YEAR_PIVOT { 2000 + n } else { 1900 + n }))
    }

    /// "of 87" after a month.
    pub(super) fn year_of_two_digits(&self, i: usize) -> Option<(usize, i16)> {
        let word = self.w.get(i + 1).filter(|w| self.is(i, "of") && w.span.len() == 2)?;
        let n = i16::try_from(word.digits?).ok()?;
        let goes_on = self.w.get(i + 2).is_some_and(|w| !w.spaced && !w.is_one_of(&[".", ",", ";", ")"]))
            || matches!(self.tag(i + 2), "NN" | "NNS" | "NNP" | "NNPS" | "JJ" | "CD");
        (!goes_on).then_some((i + 2, if n < YEAR_PIVOT { 2000 + n } else { 1900 + n }))
    }

    pub(super) fn year_number(&self, i: usize) -> Option<i16> {
        let word = self.w.get(i)?;
        let year = word.digits.filter(|y| word.span.len() == 4 && YEARS.contains(y))?;
        let is_bigger = self.any(i + 1, &[",", "."])
            && self.glued(i + 1)
            && self.w.get(i + 2).is_some_and(|n| !n.spaced && n.digits.is_some());
        let is_unit = self.any(i + 1, &["%", "gmt", "utc", "hours", "km", "kg"]);
        (!is_bigger && !is_unit).then(|| i16::try_from(year).ok()).flatten()
    }

    /// A month name that stands next to a day or year number: its end and number.
    pub(super) fn month_word(&self, i: usize) -> Option<(usize, i8)> {
        let word = self.w.get(i)?;
        if let Some(month) = lexicon::month(&word.lower) {
            // "may" and "march" in small letters are words.
            return (word.capital || !matches!(month, 3 | 5)).then_some((i + 1, month));
        }
        if !word.capital {
            return None;
        }
        let month = lexicon::month_short(&word.lower)?;
        Some((if self.is(i + 1, ".") && self.glued(i + 1) { i + 2 } else { i + 1 }, month))
    }

    /// "2016-12-05", "1/8/2017", "5.12.2016".
    pub(super) fn numeric_date(&self, i: usize) -> Option<Piece> {
        let number = |at: usize| self.w.get(at).and_then(|w| w.digits);
        let mark = &self.w.get(i + 1)?.lower;
        if !matches!(mark.as_str(), "-" | "/" | ".") || !self.is(i + 3, mark) {
            return None;
        }
        if !(1..=4).all(|k| self.glued(i + k)) || self.is_in_code(i, mark) {
            return None;
        }
        if let Some(piece) = self.lettered_date(i) {
            return Some(piece);
        }
        let (a, b, c) = (number(i)?, number(i + 2)?, number(i + 4)?);
        let small = |n: u32| i8::try_from(n).ok();
        if let Some(year) = self.year_number(i) {
            let (month, day) =
                (small(b).filter(|m| (1..=12).contains(m))?, small(c).filter(|d| (1..=31).contains(d))?);
            let date =
                DayForm::Date { year: Some(year), month, day, weekday: None, direction: Direction::Around };
            return Piece::day(i + 5, date);
        }
        let year = self.year_number(i + 4)?;
        let (first, second) =
            (small(a).filter(|n| (1..=31).contains(n))?, small(b).filter(|n| (1..=31).contains(n))?);
        if mark == "." && first > 0 {
            let date = DayForm::Date {
                year: Some(year),
                month: second,
                day: first,
                weekday: None,
                direction: Direction::Around,
            };
            return (second <= 12).then(|| Piece::day(i + 5, date)).flatten();
        }
        let _ = c;
        Piece::day(i + 5, DayForm::Numeric { first, second, year })
    }

    /// "133-03-03-2020": the digits go on before the same mark.
    pub(super) fn is_in_code(&self, i: usize, mark: &str) -> bool {
        self.glued(i)
            && self.glued(i - 1)
            && self.preceded_by(i, &[mark])
            && self.before(i, 2).is_some_and(|w| w.digits.is_some())
    }

    /// "23-Sep-2020", "2019-Aug-01".
    fn lettered_date(&self, i: usize) -> Option<Piece> {
        let month = |at: usize| {
            let word = self.w.get(at)?;
            lexicon::month(&word.lower).or_else(|| lexicon::month_short(&word.lower))
        };
        let day = |at: usize| {
            let n = self.w.get(at)?.digits?;
            i8::try_from(n).ok().filter(|d| (1..=31).contains(d))
        };
        let (year, month, day) = if let Some(year) = self.year_number(i + 4) {
            let middle = month(i + 2).map(|m| (m, day(i)));
            let (m, d) = middle.or_else(|| month(i).map(|m| (m, day(i + 2))))?;
            (year, m, d?)
        } else {
            (self.year_number(i)?, month(i + 2)?, day(i + 4)?)
        };
        let date =
            DayForm::Date { year: Some(year), month, day, weekday: None, direction: Direction::Around };
        Piece::day(i + 5, date)
    }
}
