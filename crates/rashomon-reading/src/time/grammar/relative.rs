//! Times told by their place in or beside another one: "the first week of 2015", "two weeks before Christmas",
//! "October last year", "over the weekend", holidays.

use super::{Piece, Scan, is_day};
use crate::time::form::{Counted, DayForm, Direction, Unit};
use crate::time::holiday::HOLIDAYS;
use crate::time::{calendar, lexicon};
use crate::words::Word;

impl Scan<'_> {
    /// "two weeks before Christmas", "3 days after January 12th", "a week from Monday", "two months from now",
    /// "the day after Christmas".
    pub(super) fn beyond(&self, i: usize) -> Option<Piece> {
        let start = if self.is(i, "the") && self.any(i + 1, &["day", "night", "week", "month", "year"]) {
            i + 1
        } else {
            i
        };
        let (at, count) = if start > i { (start, Some(1.0)) } else { self.count(i)? };
        let (unit, _) = self.unit_word(at)?;
        let n = whole(count)?;
        let n = if self.is(at, "fortnight") { n * 2 } else { n };
        let unit = if self.is(at, "night") { Unit::Day } else { unit };
        let next = at + 2;
        let sign = match self.lower(at + 1) {
            "before" => -1,
            // "For 48 hours from Friday" begins on Friday.
            "from" if self.preceded_by(i, &["for"]) => return None,
            "after" | "from" => 1,
            _ => return None,
        };
        if self.is(at + 1, "from") && self.any(next, &["now", "today"]) {
            return Piece::day(next + 1, DayForm::Ago { count: n, unit, is_exact: self.is(next, "today") });
        }
        if start > i && matches!(unit, Unit::Week | Unit::Year | Unit::Month) {
            return match (self.lower(next), sign) {
                ("last", -1) => Piece::day(next + 1, DayForm::Relative { count: -2, unit }),
                ("next", 1) => Piece::day(next + 1, DayForm::Relative { count: 2, unit }),
                _ => None,
            };
        }
        let of = self.day(next).filter(|p| p.clock.is_none())?;
        let is_single = is_day(&of.day) || matches!(of.day, DayForm::Holiday { .. });
        is_single
            .then(|| Piece::day(of.end, DayForm::Beyond { count: sign * n, unit, of: Box::new(of.day) }))?
    }

    /// "the week of 10 April", "the week starting Monday", "the weekend of 5 May".
    pub(super) fn week_of(&self, i: usize) -> Option<Piece> {
        let at = self.skip(i, &["the"]);
        let (unit @ (Unit::Week | Unit::Weekend), false) = lexicon::unit(self.lower(at))? else {
            return None;
        };
        let next = match self.lower(at + 1) {
            "of" => at + 2,
            "beginning" | "starting" | "commencing" | "ending" => self.skip(at + 2, &["on"]),
            _ => return None,
        };
        let of = self.day(next).filter(|p| p.clock.is_none() && is_day(&p.day))?;
        Piece::day(of.end, DayForm::WeekOf { unit, of: Box::new(of.day) })
    }

    /// "the last four months of 2021", "the first ten days of May".
    fn nths(&self, i: usize) -> Option<Piece> {
        let start = self.skip(i, &["the"]);
        let is_last = self.any(start, &["last", "final"]);
        if !is_last && !self.any(start, &["first", "opening"]) {
            return None;
        }
        let (at, count) = self.count(start + 1)?;
        let (unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month), true) =
            lexicon::unit(self.lower(at))?
        else {
            return None;
        };
        let of = self.any(at + 1, &["of", "in"]).then(|| self.stretch(at + 2))??;
        let n = i8::try_from(whole(count)?).ok()?;
        let nth = |n| Box::new(DayForm::Nth { n, what: Counted::Unit(unit), of: Box::new(of.day.clone()) });
        let (first, last) = if is_last { (nth(-n), nth(-1)) } else { (nth(1), nth(n)) };
        Piece::day(of.end, DayForm::Range(first, last))
    }

    /// "the 21st of this month", "the 21st this month".
    fn nth_of_this(&self, end: usize, day: i8) -> Option<Piece> {
        let at = self.skip(end, &["of"]);
        let count = match self.lower(at) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        let month = DayForm::Relative { count, unit: Unit::Month };
        let day = DayForm::Nth { n: day, what: Counted::Unit(Unit::Day), of: Box::new(month) };
        self.is(at + 1, "month").then(|| Piece::day(at + 2, day))?
    }

    /// "the first week of 2015", "the last Friday of May", "the third month of 2021", "the 15th day of next month".
    pub(super) fn nth(&self, i: usize) -> Option<Piece> {
        if let Some(piece) = self.nths(i) {
            return Some(piece);
        }
        let start = self.skip(i, &["the"]);
        let (at, n) = match self.lower(start) {
            "last" | "final" => (start + 1, -1),
            "opening" => (start + 1, 1),
            _ => {
                let (at, n) = self.century_number(start)?;
                (at, i8::try_from(n).ok()?)
            }
        };
        let what = match self.w.get(at).and_then(|w| lexicon::weekday(&w.lower)) {
            Some(weekday) => Counted::Weekday(weekday),
            None => match lexicon::unit(self.lower(at))? {
                (unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month), false) => Counted::Unit(unit),
                _ => return None,
            },
        };
        let of = self.any(at + 1, &["of", "in"]).then(|| self.stretch(at + 2))??;
        Piece::day(of.end, DayForm::Nth { n, what, of: Box::new(of.day) })
    }

    /// A month, quarter, year or the like that things can be counted in.
    fn stretch(&self, i: usize) -> Option<Piece> {
        if let Some(year) = self.year_number(i) {
            return Piece::day(i + 1, DayForm::Year(year));
        }
        if self.any(i, &["the", "this"])
            && let Some((unit @ (Unit::Month | Unit::Year), false)) = lexicon::unit(self.lower(i + 1))
            && !self.is(i + 2, "of")
        {
            return Piece::day(i + 2, DayForm::Relative { count: 0, unit });
        }
        self.in_year(i).or_else(|| self.relative(i)).or_else(|| self.month_name(i)).filter(|p| {
            matches!(
                p.day,
                DayForm::Month { .. }
                    | DayForm::InYear { .. }
                    | DayForm::Relative { unit: Unit::Month | Unit::Quarter | Unit::Year, .. }
            )
        })
    }

    /// "October last year", "March of this year", "5 May last year".
    pub(super) fn in_year(&self, i: usize) -> Option<Piece> {
        let piece = self.calendar_date(i).or_else(|| self.month_name(i)).or_else(|| self.season_name(i))?;
        let is_open = matches!(
            piece.day,
            DayForm::Date { year: None, .. }
                | DayForm::Month { year: None, .. }
                | DayForm::Season { year: None, .. }
        );
        let at = self.skip(self.skip(piece.end, &[","]), &["of"]);
        let years = match self.lower(at) {
            "last" => Some(-1),
            "this" => Some(0),
            "next" => Some(1),
            "that" => None,
            "the" if self.is(at + 1, "same") && self.is(at + 2, "year") && is_open => {
                return Piece::day(at + 3, DayForm::InYear { years: None, of: Box::new(piece.day) });
            }
            _ => return None,
        };
        (is_open && self.is(at + 1, "year"))
            .then(|| Piece::day(at + 2, DayForm::InYear { years, of: Box::new(piece.day) }))?
    }

    /// "over the weekend", "at the weekend".
    pub(super) fn weekend(&self, i: usize) -> Option<Piece> {
        let is_said = self.is(i, "the")
            && self.is(i + 1, "weekend")
            && self.preceded_by(i, &["over", "at", "during", "throughout", "on", "before"]);
        (is_said && !self.any(i + 2, &["of", "before", "after"]))
            .then(|| Piece::day(i + 2, DayForm::Weekend { direction: Direction::Around }))?
    }

    /// "on Christmas Eve", "Boxing Day 2004", "next Easter".
    pub(super) fn holiday(&self, i: usize) -> Option<Piece> {
        if !self.w.get(i)?.capital && !self.any(i, &["last", "next", "this", "the"]) {
            return None;
        }
        // "Lunar New Year's Eve", "Orthodox Easter", "Chinese New Year's Day".
        if self.preceded_by(i, lexicon::OTHER_CALENDARS) {
            return None;
        }
        let (start, direction) = match self.lower(i) {
            "last" => (i + 1, Direction::Last),
            "next" => (i + 1, Direction::Next),
            "this" => (i + 1, Direction::Around),
            "the" => (i + 1, Direction::Around),
            _ => (i, Direction::Around),
        };
        let first = self.lower(start);
        let (name, holiday, is_whole) = HOLIDAYS.iter().find(|(name, ..)| {
            name[0] == first && name.iter().enumerate().all(|(k, word)| self.is(start + k, word))
        })?;
        let end = start + name.len();
        let (end, year) = self.date_year(end);
        let is_part = lexicon::part(self.lower(end)).is_some();
        let is_named = self.tag(end).starts_with("NN") && !self.is(end, "'") && !is_part;
        let is_proper = is_named && self.w.get(end).is_some_and(|w| w.capital);
        let is_placed = start > i && !self.is(i, "the")
            || year.is_some()
            || self.preceded_by(
                i,
                &[
                    "at", "on", "by", "before", "after", "since", "until", "till", "over", "around", "from",
                    "for", "this",
                ],
            );
        let holds = if *is_whole { !is_proper } else { is_placed && !is_named };
        holds.then(|| Piece::day(end, DayForm::Holiday { holiday: *holiday, year, direction }))?
    }

    /// "the 21st" after a preposition; "Monday the 21st".
    pub(super) fn month_day_alone(&self, i: usize) -> Option<Piece> {
        let weekday = self.weekday_word(i, true);
        let start = if weekday.is_some() { self.skip(i + 1, &[","]) } else { i };
        let at = self.skip(start, &["the"]);
        let bare = self.w.get(at)?.digits.filter(|n| (1..=31).contains(n) && weekday.is_some());
        let (end, day) = match bare.and_then(|n| i8::try_from(n).ok()) {
            Some(n) if !self.any(at + 1, &["st", "nd", "rd", "th", ":", ".", "-", "–", "/"]) => (at + 1, n),
            Some(_) if self.is(at + 1, ".") && self.w.get(at + 2).is_none_or(|w| w.spaced) => {
                (at + 1, bare.and_then(|n| i8::try_from(n).ok())?)
            }
            _ => {
                let (end, n) = self.century_number(at)?;
                (end, i8::try_from(n).ok()?)
            }
        };
        if let Some(piece) = self.nth_of_this(end, day).filter(|_| weekday.is_none()) {
            return Some(piece);
        }
        let is_on = at > start
            && self.preceded_by(
                start,
                &["on", "by", "until", "till", "since", "before", "after", "around", "from", "through"],
            );
        let is_digits = self.w[at].digits.is_some();
        // "On Thursday, 9,310 members voted".
        let is_thousands = self.is(end, ",")
            && self.glued(end)
            && self.w.get(end + 1).is_some_and(|n| !n.spaced && n.digits.is_some());
        let stands_alone = !is_thousands
            && self.w.get(end).is_none_or(|w| {
                !w.is_letters() && w.digits.is_none() && !w.is("-")
                    || w.is_one_of(&["and", "at", "to", "for"])
                    || is_on && self.begins_anew(end)
            });
        // "On Wednesday, the first to leave": the eleventh only with nothing after it.
        let is_word = !is_digits && self.w.get(end).is_some_and(Word::is_letters) && !self.is(end, "of");
        let holds = stands_alone && !is_word && (weekday.is_some() || is_on && is_digits && day > 3);
        holds.then(|| Piece::day(end, DayForm::MonthDay { day, weekday, direction: Direction::Around }))?
    }

    /// "On the 9th a bus was stopped", "on the 16th indicted him", "the 15th in Lund": no noun of which it is the ninth follows.
    fn begins_anew(&self, i: usize) -> bool {
        let is_new = matches!(
            self.tag(i),
            "DT" | "IN" | "PRP" | "PRP$" | "VBD" | "VBZ" | "VBP" | "MD" | "WDT" | "WP" | "WRB" | "EX" | "TO"
        );
        is_new && !self.is(i, "of")
    }

    /// "the Sunday before Christmas", "the Friday after 5 May".
    pub(super) fn weekday_beside(&self, i: usize) -> Option<Piece> {
        let start = self.is(i, "the").then_some(i + 1)?;
        let weekday = self.weekday_word(start, false)?;
        let direction = match self.lower(start + 1) {
            "before" => Direction::Last,
            "after" => Direction::Next,
            _ => return None,
        };
        let of = self.day(start + 2).filter(|p| p.clock.is_none() && is_day(&p.day))?;
        Piece::day(of.end, DayForm::WeekdayBeside { weekday, direction, of: Box::new(of.day) })
    }

    /// "fiscal 2013", "fiscal year 2013", "FY2013", "the fiscal third quarter", "this fiscal year".
    pub(super) fn fiscal(&self, i: usize) -> Option<Piece> {
        let start = if self.any(i, &["the", "this", "last", "next", "its"]) { i + 1 } else { i };
        if self.w.get(start)?.is("fy") && self.w[start].capital {
            let year = self.fiscal_year(start + 1)?;
            return Piece::day(start + 2, DayForm::Fiscal { year: Some(year), quarter: None });
        }
        if !self.any(start, &["fiscal", "financial"]) {
            return None;
        }
        let mut at = start + 1;
        let mut quarter = None;
        if let Some(n) = lexicon::ordinal(self.lower(at)).filter(|n| *n <= 4) {
            let next = self.skip(at + 1, &["-"]);
            if self.is(next, "quarter") {
                quarter = Some(n);
                at = next + 1;
            }
        }
        let has_unit = self.is(at, "year");
        at += usize::from(has_unit);
        if let Some(year) = self.year_number(at) {
            return Piece::day(at + 1, DayForm::Fiscal { year: Some(year), quarter });
        }
        let is_said = quarter.is_some() || has_unit && (start > i || self.is(start, "fiscal"));
        is_said.then(|| Piece::day(at, DayForm::Fiscal { year: None, quarter }))?
    }

    /// "2013" or "13" after "FY".
    fn fiscal_year(&self, i: usize) -> Option<i16> {
        if let Some(year) = self.year_number(i) {
            return Some(year);
        }
        let word = self.w.get(i).filter(|w| !w.spaced && w.span.len() == 2)?;
        i16::try_from(2000 + word.digits?).ok()
    }

    /// "next year's first quarter", "2019 H2", "2017 Q1".
    pub(super) fn part_of_year(&self, i: usize) -> Option<Piece> {
        let quarter = |quarter| DayForm::Quarter { year: None, quarter, direction: Direction::Around };
        let half = |half| DayForm::Half { year: None, half, direction: Direction::Around };
        if let Some(year) = self.year_number(i) {
            let n =
                self.w.get(i + 2).filter(|w| !w.spaced && self.w[i + 1].capital).and_then(|w| w.digits)?;
            let mut day = match (self.lower(i + 1), i8::try_from(n).ok()?) {
                ("q", n @ 1..=4) => quarter(n),
                ("h", n @ 1..=2) => half(n),
                _ => return None,
            };
            calendar::set_year(&mut day, year);
            return Piece::day(i + 3, day);
        }
        let years = match self.lower(i) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        let is_possessive = self.is(i + 1, "year") && self.any(i + 2, &["'", "’"]) && self.is(i + 3, "s");
        let n = lexicon::ordinal(self.lower(i + 4)).filter(|_| is_possessive)?;
        let at = self.skip(i + 5, &["-"]);
        let day = match (self.lower(at), n) {
            ("quarter", 1..=4) => quarter(n),
            ("half", 1..=2) => half(n),
            _ => return None,
        };
        Piece::day(at + 1, DayForm::InYear { years: Some(years), of: Box::new(day) })
    }

    /// "the first half of 2016", "H1 2016".
    pub(super) fn half_year(&self, i: usize) -> Option<Piece> {
        let half_of = |end: usize, half: i8, is_open: bool| {
            let (end, year) = self.date_year(end);
            let form = DayForm::Half { year, half, direction: Direction::Around };
            (year.is_some() || is_open).then(|| Piece::day(end, form))?
        };
        if self.w[i].is("h") && self.w[i].capital {
            let n = self.w.get(i + 1).filter(|w| !w.spaced).and_then(|w| w.digits)?;
            return (1..=2).contains(&n).then(|| half_of(i + 2, i8::try_from(n).unwrap_or(1), false))?;
        }
        let start = self.skip(i, &["the"]);
        let half = match self.lower(start) {
            "first" => 1,
            "second" => 2,
            _ => return None,
        };
        let at = self.skip(start + 1, &["-"]);
        if !self.is(at, "half") {
            return None;
        }
        if self.is(at + 1, "of") && self.is(at + 2, "the") && self.is(at + 3, "year") {
            return half_of(at + 4, half, true);
        }
        if self.is(at + 1, "of") && self.any(at + 2, &["last", "this", "next"]) && self.is(at + 3, "year") {
            let years = match self.lower(at + 2) {
                "last" => Some(-1),
                "next" => Some(1),
                _ => Some(0),
            };
            let of = Box::new(DayForm::Half { year: None, half, direction: Direction::Around });
            return Piece::day(at + 4, DayForm::InYear { years, of });
        }
        half_of(at + 1, half, false)
    }

    /// "the 20th century", "the late sixteenth century", "the 7th century BC".
    pub(super) fn century(&self, i: usize) -> Option<Piece> {
        let start = self.skip(i, &["the"]);
        let (at, n) = self.century_number(start)?;
        let at = self.skip(at, &["-"]);
        if !self.any(at, &["century", "centuries"]) {
            return None;
        }
        let first = (n - 1) * 100;
        match self.era(at + 1) {
            Some((end, true)) => Piece::day(end, DayForm::Century(-first - 100)),
            Some((end, false)) => Piece::day(end, DayForm::Century(first)),
            None => Piece::day(at + 1, DayForm::Century(first)),
        }
    }

    /// "BC", "B.C.", "AD", "CE": its end and whether it is before our era.
    pub(super) fn era(&self, i: usize) -> Option<(usize, bool)> {
        if !self.w.get(i)?.capital {
            return None;
        }
        match self.lower(i) {
            "bc" | "bce" => Some((i + 1, true)),
            "ad" | "ce" => Some((i + 1, false)),
            "b" if self.is(i + 1, ".") && self.is(i + 2, "c") && self.glued(i + 2) => {
                Some((if self.is(i + 3, ".") { i + 4 } else { i + 3 }, true))
            }
            _ => None,
        }
    }

    /// "347 AD", "508 BC", "AD 842".
    pub(super) fn year_of_era(&self, i: usize) -> Option<Piece> {
        let year = |at: usize| self.w.get(at).filter(|w| w.span.len() <= 4).and_then(|w| w.digits);
        if self.w[i].is("ad") && self.w[i].capital {
            let year = year(i + 1).filter(|y| *y > 0)?;
            return Piece::day(i + 2, DayForm::Year(i16::try_from(year).ok()?));
        }
        let n = i16::try_from(year(i).filter(|y| *y > 0)?).ok()?;
        let (end, is_before) = self.era(i + 1)?;
        Piece::day(end, DayForm::Year(if is_before { -n } else { n }))
    }

    /// "the sixties", "the '60s", "the early 80s".
    pub(super) fn decade_of_century(&self, i: usize) -> Option<Piece> {
        const DECADES: [&str; 8] =
            ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        let start = self.skip(i, &["the"]);
        let is_placed = start > i
            || self.preceded_by(i, &["early", "late", "mid"])
            || self.preceded_by(i, &["-"]) && self.before(i, 2).is_some_and(|b| b.is("mid"));
        let is_age = self.before(i, 1).is_some_and(|b| b.is_one_of(&["his", "her", "their", "my", "our"]));
        if !is_placed || is_age {
            return None;
        }
        if let Some(at) = DECADES.iter().position(|d| *d == self.lower(start)) {
            return Piece::day(start + 1, DayForm::Decade(1920 + 10 * i16::try_from(at).ok()?));
        }
        let quoted = self.any(start, &["'", "‘"]);
        let at = start + usize::from(quoted);
        let word = self.w.get(at)?;
        let n = word.digits.filter(|n| word.span.len() == 2 && n % 10 == 0)?;
        let is_plural = self.is(at + 1, "s") && self.glued(at + 1);
        let century = if n <= 20 { 2000 } else { 1900 };
        (is_plural && (quoted && self.glued(at) && n > 0 || !self.is_weather(at) && n >= 50))
            .then(|| Piece::day(at + 2, DayForm::Decade(century + i16::try_from(n).unwrap_or(0))))?
    }

    /// "temperatures in the 80s".
    fn is_weather(&self, i: usize) -> bool {
        let near = |w: &crate::words::Word| {
            w.lower.starts_with("temperature")
                || w.is_one_of(&["degrees", "degree", "highs", "lows", "fahrenheit", "age", "aged", "score"])
        };
        self.w[i.saturating_sub(12)..].iter().take(24).any(near)
    }
}

/// A whole number of units.
pub(super) fn whole(count: Option<f64>) -> Option<i32> {
    /// Longer stretches are no calendar any more.
    const COUNT_MAX: f64 = 10_000.0;
    let n = count.filter(|n| n.fract() == 0.0 && n.abs() < COUNT_MAX)?;
    #[allow(clippy::cast_possible_truncation, reason = "a whole number below 10,000")]
    Some(n as i32)
}
