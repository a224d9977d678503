//! Weekdays with nothing but a week beside them: "Tuesday", "Sunday week", "Friday of last week".

use super::relative::whole;
use super::{Piece, Scan};
use crate::time::form::{DayForm, Direction, Unit};
use crate::time::lexicon;
use rashomon_text::Weekday;

impl Scan<'_> {
    /// A weekday with nothing before it.
    pub(super) fn weekday(&self, i: usize) -> Option<Piece> {
        let weekday = self.weekday_word(i, false)?;
        let is_modifier = self.is(i + 1, "'") || self.tag(i + 1).starts_with("NN") || self.tag(i + 1) == "JJ";
        if self.preceded_by(i, &["a", "any"]) && !is_modifier {
            return Piece::day(i + 1, DayForm::Indefinite(weekday));
        }
        let end = i + 1;
        // "On Sunday week": the Sunday after the next.
        let is_after_next = self.is(end, "week")
            && self.preceded_by(i, &["on", "by", "until", "till", "from"])
            && !self.tag(end + 1).starts_with("NN");
        if is_after_next {
            let of = Box::new(DayForm::Weekday { weekday, direction: Direction::Future });
            return Piece::day(end + 1, DayForm::Beyond { count: 1, unit: Unit::Week, of });
        }
        if let Some(piece) = self.weekday_ahead(end, weekday) {
            return Some(piece);
        }
        for (word, weeks) in [("last", -1), ("this", 0), ("next", 1)] {
            let at = self.skip(end, &["of"]);
            if word == "last"
                && self.is(end, "before")
                && self.is(end + 1, "last")
                && self.preceded_by(i, &["the"])
            {
                return Piece::day(end + 2, DayForm::WeekdayOf { weekday, weeks: -2 });
            }
            if self.is(at, word) && self.is(at + 1, "week") {
                return Piece::day(at + 2, DayForm::WeekdayOf { weekday, weeks });
            }
        }
        Piece::day(end, DayForm::Weekday { weekday, direction: Direction::Around })
    }

    /// "Monday two weeks from now".
    fn weekday_ahead(&self, i: usize, weekday: Weekday) -> Option<Piece> {
        let (at, count) = self.count(self.skip(i, &[","]))?;
        let is_week = matches!(lexicon::unit(self.lower(at)), Some((Unit::Week, _)));
        let is_ahead = self.is(at + 1, "from") && self.any(at + 2, &["now", "today"]);
        let weeks = whole(count).filter(|_| is_week && is_ahead)?;
        Piece::day(at + 3, DayForm::WeekdayOf { weekday, weeks })
    }

    /// A weekday's name; `is_dated`: beside a date, where the short forms count too.
    pub(super) fn weekday_word(&self, i: usize, is_dated: bool) -> Option<Weekday> {
        let word = self.w.get(i)?;
        if is_dated
            && word.capital
            && let Some(weekday) = lexicon::weekday_short(&word.lower)
        {
            return Some(weekday);
        }
        let weekday = lexicon::weekday(&word.lower)?;
        let is_holiday =
            self.preceded_by(i, lexicon::HOLIDAY_WORDS) && self.before(i, 1).is_some_and(|w| w.capital);
        let next = self.w.get(i + 1);
        let is_outlet = next.is_some_and(|n| n.capital && n.is_one_of(lexicon::OUTLET_WORDS));
        let is_name =
            self.is_in_name(i) && next.is_some_and(|n| n.capital) && self.tag(i + 1).starts_with("NNP");
        (!is_holiday && !is_outlet && (is_dated || !is_name)).then_some(weekday)
    }
}
