//! Times told from today or from another time of the text: "yesterday", "last month", "the previous year".

use super::relative::whole;
use super::{Piece, Scan};
use crate::time::form::{Clock, DayForm, DayPart, Direction, Edge, Reference, Unit};
use crate::time::lexicon;
use crate::time::timex::duration;

impl Scan<'_> {
    /// "today", "the day before yesterday", "tonight", "overnight".
    pub(super) fn today(&self, i: usize) -> Option<Piece> {
        let relative = |count| DayForm::Relative { count, unit: Unit::Day };
        let start = self.skip(i, &["the"]);
        if self.is(start, "day") {
            let pair = (self.w.get(start + 1)?.lower.as_str(), self.w.get(start + 2)?.lower.as_str());
            return match pair {
                ("before", "yesterday") => Piece::day(start + 3, relative(-2)),
                ("after", "tomorrow") => Piece::day(start + 3, relative(2)),
                _ => None,
            };
        }
        match self.lower(i) {
            "today" if self.is_nowadays(i) => Piece::day(i + 1, DayForm::Reference(Reference::Present)),
            "today" => Piece::day(i + 1, relative(0)),
            "yesterday" => Piece::day(i + 1, relative(-1)),
            "tomorrow" => Piece::day(i + 1, relative(1)),
            "tonight" => Some(Piece {
                end: i + 1,
                day: relative(0),
                edge: Edge::Whole,
                clock: Some(Clock::Part(DayPart::Night)),
            }),
            "overnight" => Piece::day(i + 1, DayForm::Overnight),
            _ => None,
        }
    }

    /// "last month", "this morning", "the previous year", "that day", "the past three days", "next Tuesday".
    pub(in crate::time) fn relative(&self, i: usize) -> Option<Piece> {
        let has_the = self.is(i, "the");
        let start = if has_the { i + 1 } else { i };
        let word = self.w.get(start)?.lower.as_str();
        let next = start + 1;
        match word {
            "this" => self.this(next),
            "current" => self.current(next),
            "that" if has_the => None,
            "that" => self.beyond_event(self.skip(next, &["same", "very"]), 0),
            "same" if has_the => self.same_of_year(next).or_else(|| self.beyond_event(next, 0)),
            "previous" if !has_the && self.weekday_word(next, false).is_some() => {
                self.named(next, Direction::Last)
            }
            "following" if !has_the && self.weekday_word(next, false).is_some() => {
                self.named(next, Direction::Next)
            }
            "coming" if self.weekday_word(next, false).is_some() => self.named(next, Direction::Next),
            "previous" | "prior" | "preceding" => {
                let told = has_the.then(|| self.told(next, Direction::Last)).flatten();
                told.or_else(|| self.beyond_event(next, -1))
            }
            "following" | "ensuing" if has_the => {
                self.told(next, Direction::Next).or_else(|| self.beyond_event(next, 1))
            }
            "next" if has_the => self
                .passed(next, 1)
                .or_else(|| self.beyond_event(next, 1))
                .or_else(|| self.told(next, Direction::Next)),
            // "Lifted for its last quarter, the west bank": a part of it.
            "last"
                if self.preceded_by(i, &["its", "their", "his", "her", "'s", "’s"])
                    && self.is(next, "quarter") =>
            {
                None
            }
            "last" | "past" if has_the => self.passed(next, -1),
            "coming" => self.passed(next, 1),
            "past" => self.passed(next, -1),
            "last" => self.passed(next, -1).or_else(|| self.beside(next, -1)),
            "next" => self.passed(next, 1).or_else(|| self.beside(next, 1)),
            _ if has_the => self.weekday_told(start).or_else(|| self.counted_beside(start)),
            _ => self.counted_beside(start),
        }
    }

    /// "the following Tuesday", "the previous January": counted from what is told. Seasons have no days of their own.
    fn told(&self, i: usize, direction: Direction) -> Option<Piece> {
        let is_season = |p: &Piece| matches!(p.day, DayForm::Season { .. });
        let piece = self.named(i, direction).filter(|p| !is_season(p))?;
        Some(Piece { day: DayForm::Told { of: Box::new(piece.day) }, ..piece })
    }

    /// "on the Sunday", "on the Friday evening", "the Monday before": the weekday by what is told; not "the Monday meeting", "the
    /// Sunday after Easter".
    fn weekday_told(&self, i: usize) -> Option<Piece> {
        let weekday = self.weekday_word(i, false)?;
        let told = |direction| DayForm::Told { of: Box::new(DayForm::Weekday { weekday, direction }) };
        let ends = |at: usize| self.w.get(at).is_none_or(|w| !w.is_letters() && w.digits.is_none());
        for (word, direction) in [("before", Direction::Last), ("after", Direction::Next)] {
            if self.is(i + 1, word) {
                return ends(i + 2).then(|| Piece::day(i + 2, told(direction))).flatten();
            }
        }
        let is_placed =
            self.before(i, 2).is_some_and(|w| w.is_one_of(&["on", "by", "until", "till", "before", "since"]));
        let after = i + 1 + usize::from(lexicon::part(self.lower(i + 1)).is_some());
        let goes_on = self.any(after, &["'", "’", "-", "of", "week"])
            || self.w.get(after).is_some_and(|w| w.digits.is_some())
            || matches!(self.tag(after), "NN" | "NNS" | "NNP" | "NNPS" | "JJ" | "CD");
        (is_placed && !goes_on).then(|| Piece::day(i + 1, told(Direction::Around))).flatten()
    }

    /// "the same quarter last year", "the same day of last year", "the same month a year earlier".
    fn same_of_year(&self, i: usize) -> Option<Piece> {
        let (unit @ (Unit::Day | Unit::Month | Unit::Quarter), false) = lexicon::unit(self.lower(i))? else {
            return None;
        };
        let at = self.skip(self.skip(i + 1, &["of", "in"]), &["the"]);
        let is_last = self.any(at, &["last", "previous"]) && self.is(at + 1, "year");
        let is_earlier =
            self.is(at, "a") && self.is(at + 1, "year") && self.any(at + 2, &["ago", "earlier", "before"]);
        let end = if is_earlier { at + 3 } else { at + 2 };
        (is_last || is_earlier).then(|| Piece::day(end, DayForm::Same { unit, years: -1 })).flatten()
    }

    /// "the two previous weeks", "the 3 next days".
    fn counted_beside(&self, i: usize) -> Option<Piece> {
        let (at, count) = self.count(i)?;
        let sign = match self.lower(at) {
            "last" | "past" | "previous" | "preceding" => -1,
            "next" | "coming" | "following" => 1,
            _ => return None,
        };
        let (unit, true) = self.unit_word(at + 1)? else { return None };
        Piece::day(at + 2, DayForm::Passed { count: sign * whole(count)?, unit })
    }

    /// "the current quarter".
    fn current(&self, i: usize) -> Option<Piece> {
        let (unit, is_plural) = lexicon::unit(self.lower(i))?;
        (unit >= Unit::Day && !is_plural && !self.tag(i + 1).starts_with("NN"))
            .then(|| Piece::day(i + 1, DayForm::Relative { count: 0, unit }))?
    }

    fn this(&self, i: usize) -> Option<Piece> {
        if self.is(i, "day") && self.before(i, 2).is_some_and(|w| w.is("to")) {
            return Piece::day(i + 1, DayForm::Reference(Reference::Present));
        }
        let i = self.skip(i, &["same", "very", "past", "coming", "calendar"]);
        let word = self.w.get(i)?;
        if word.is("weekend") {
            return Piece::day(i + 1, DayForm::Weekend { direction: Direction::Around });
        }
        if let Some(part) = lexicon::part(&word.lower) {
            let day = DayForm::Relative { count: 0, unit: Unit::Day };
            return Some(Piece { end: i + 1, day, edge: Edge::Whole, clock: Some(Clock::Part(part)) });
        }
        if let Some(piece) = self.weekday_of_week(i, 0) {
            return Some(piece);
        }
        if let Some((unit, false)) = lexicon::unit(&word.lower) {
            return (unit >= Unit::Day).then(|| Piece::day(i + 1, DayForm::Relative { count: 0, unit }))?;
        }
        if let Some(month) = lexicon::month(&word.lower).filter(|_| word.capital) {
            let of = Box::new(DayForm::Month { year: None, month, direction: Direction::Around });
            return Piece::day(i + 1, DayForm::InYear { years: Some(0), of });
        }
        self.named(i, Direction::Around)
    }

    /// "next week on Tuesday", "this week Monday".
    fn weekday_of_week(&self, i: usize, weeks: i32) -> Option<Piece> {
        if !self.is(i, "week") {
            return None;
        }
        let at = self.skip(i + 1, &["on"]);
        let weekday = self.weekday_word(at, true)?;
        Piece::day(at + 1, DayForm::WeekdayOf { weekday, weeks })
    }

    /// "last night", "last month", "next Tuesday", "last October", "last summer".
    fn beside(&self, i: usize, count: i32) -> Option<Piece> {
        let word = self.w.get(i)?;
        if let Some(part) = lexicon::part(&word.lower) {
            let day = DayForm::Relative { count, unit: Unit::Day };
            return Some(Piece { end: i + 1, day, edge: Edge::Whole, clock: Some(Clock::Part(part)) });
        }
        if let Some(piece) = self.weekday_of_week(i, count) {
            return Some(piece);
        }
        if let Some((unit, false)) = lexicon::unit(&word.lower) {
            let is_last_of = self.is(i + 1, "of");
            return (unit >= Unit::Week && !is_last_of)
                .then(|| Piece::day(i + 1, DayForm::Relative { count, unit }))?;
        }
        self.named(i, if count < 0 { Direction::Last } else { Direction::Next })
    }

    /// A weekday, month or season after "this", "last" or "next".
    pub(super) fn named(&self, i: usize, direction: Direction) -> Option<Piece> {
        if let Some(weekday) = self.weekday_word(i, false) {
            return Piece::day(i + 1, DayForm::Weekday { weekday, direction });
        }
        let word = self.w.get(i)?;
        if let Some(month) = lexicon::month(&word.lower).filter(|_| word.capital) {
            return Piece::day(i + 1, DayForm::Month { year: None, month, direction });
        }
        let season = lexicon::season(&word.lower)?;
        Piece::day(i + 1, DayForm::Season { year: None, season, direction })
    }

    /// A unit or part of the day counted from another date of the text.
    pub(super) fn beyond_event(&self, i: usize, count: i32) -> Option<Piece> {
        let word = self.w.get(i)?;
        if let Some(part) = lexicon::part(&word.lower) {
            let day = DayForm::FromEvent { count, unit: Unit::Day, is_whole: true };
            return Some(Piece { end: i + 1, day, edge: Edge::Whole, clock: Some(Clock::Part(part)) });
        }
        let (unit, is_plural) = lexicon::unit(&word.lower)?;
        (unit >= Unit::Day && !is_plural && !self.is(i + 1, "of"))
            .then(|| Piece::day(i + 1, DayForm::FromEvent { count, unit, is_whole: true }))?
    }

    /// "three days", "year", "few weeks" after "the past", "the next".
    fn passed(&self, i: usize, sign: i32) -> Option<Piece> {
        if self.is(i, "fortnight") {
            return Piece::day(i + 1, DayForm::Passed { count: 2 * sign, unit: Unit::Week });
        }
        if let Some((unit, false)) = self.w.get(i).and_then(|w| lexicon::unit(&w.lower)) {
            let has_the = self.before(i, 2).is_some_and(|w| w.is("the"));
            if unit == Unit::Quarter && has_the && !self.is(i + 1, "of") && !self.is(i + 1, "-") {
                return Piece::day(i + 1, DayForm::Relative { count: sign, unit });
            }
            let is_past = self.preceded_by(i, &["past", "last"]);
            return (has_the && is_past && unit >= Unit::Week && !self.is(i + 1, "of"))
                .then(|| Piece::day(i + 1, DayForm::Passed { count: sign, unit }))?;
        }
        let (end, count) = self.count(i)?;
        let (unit, _) = self.unit_word(end)?;
        let times = if self.is(end, "fortnight") { 2 } else { 1 };
        match whole(count) {
            Some(n) => Piece::day(end + 1, DayForm::Passed { count: sign * times * n, unit }),
            None => Piece::day(end + 1, DayForm::Duration(duration(count, unit).into())),
        }
    }
}
