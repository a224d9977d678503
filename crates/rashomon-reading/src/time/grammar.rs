//! The patterns of time expressions over [`Word`]s.

use super::calendar::duration;
use super::form::{Clock, Counted, DayForm, DayPart, Direction, Edge, Reference, TimeForm, Unit};
use super::lexicon;
use super::relative::whole;
use crate::ParsedArticle;
use crate::claim::{EventType, lexicon as predicates};
use crate::words::Word;
use rashomon_text::Weekday;

/// Years that a bare four-digit number is taken for.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

/// Two-digit years from here on belong to the twentieth century.
const YEAR_PIVOT: i16 = 40;

/// What stands between the two ends of a stretch.
const RANGE_LINKS: &[&str] = &["to", "and", "until", "till", "through", "-", "–"];

/// An expression found: words `start..end` and what they say.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) form: TimeForm,
}

/// Something read from `start` up to word `end`.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) end: usize,
    pub(super) day: DayForm,
    pub(super) edge: Edge,
    pub(super) clock: Option<Clock>,
}

impl Piece {
    pub(super) fn day(end: usize, day: DayForm) -> Option<Self> {
        Some(Self { end, day, edge: Edge::Whole, clock: None })
    }
}

/// All expressions of one block, in order, none overlapping. Where the direction depends on the verb it is
/// [`Direction::Around`].
pub(super) fn expressions(parsed: &ParsedArticle, words: &[Word]) -> Vec<Found> {
    let scan = Scan { parsed, w: words };
    let mut found = Vec::new();
    let mut i = 0;
    while i < words.len() {
        match scan.expression(i) {
            Some(piece) if piece.end > i => {
                let form = TimeForm { day: piece.day, clock: piece.clock, edge: piece.edge };
                if let Some(before) = found.last_mut() {
                    borrow_year(words, before, i, &form.day);
                    borrow_day(words, before, i, &form);
                }
                found.push(Found { start: i, end: piece.end, form });
                i = piece.end;
            }
            _ => i += 1,
        }
    }
    found
}

/// "between 2 and 4 p.m. on Friday": the day said with the second holds for the first.
fn borrow_day(words: &[Word], before: &mut Found, next: usize, form: &TimeForm) {
    let gap = words.get(before.end..next).unwrap_or_default();
    let is_linked = matches!(gap, [link] if link.is_one_of(RANGE_LINKS));
    let are_clocks =
        matches!((before.form.clock, form.clock), (Some(Clock::At { .. }), Some(Clock::At { .. })));
    if is_linked && are_clocks && before.form.day == DayForm::Unsaid && is_day(&form.day) {
        before.form.day = form.day.clone();
    }
}

/// "between April and June 1992": the year said with the second holds for the first.
fn borrow_year(words: &[Word], before: &mut Found, next: usize, day: &DayForm) {
    let gap = words.get(before.end..next).unwrap_or_default();
    let is_linked = matches!(gap, [link] if link.is_one_of(RANGE_LINKS));
    let (month, day, year) = match *day {
        DayForm::Month { year: Some(year), month, .. } => (month, 0, year),
        DayForm::Date { year: Some(year), month, day, .. } => (month, day, year),
        _ => return,
    };
    let earlier = |m: i8, d: i8| if (m, d) <= (month, day) || m == month { year } else { year - 1 };
    match &mut before.form.day {
        _ if !is_linked => {}
        DayForm::Month { year: said @ None, month, .. } => *said = Some(earlier(*month, 0)),
        DayForm::Date { year: said @ None, month, day, .. } => *said = Some(earlier(*month, *day)),
        _ => {}
    }
}

pub(super) struct Scan<'a> {
    pub(super) parsed: &'a ParsedArticle<'a>,
    pub(super) w: &'a [Word],
}

impl Scan<'_> {
    // ------------------------------------------------------------ small things

    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.w.get(i).is_some_and(|w| w.is(word))
    }

    /// The word in lower case; empty past the end.
    pub(super) fn lower(&self, i: usize) -> &str {
        self.w.get(i).map_or("", |w| w.lower.as_str())
    }

    pub(super) fn any(&self, i: usize, words: &[&str]) -> bool {
        self.w.get(i).is_some_and(|w| w.is_one_of(words))
    }

    pub(super) fn before(&self, i: usize, back: usize) -> Option<&Word> {
        self.w.get(i.checked_sub(back)?)
    }

    pub(super) fn preceded_by(&self, i: usize, words: &[&str]) -> bool {
        self.before(i, 1).is_some_and(|w| w.is_one_of(words))
    }

    /// Whether no white space stands between word `i` and the one before.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.w.get(i).is_some_and(|w| !w.spaced)
    }

    pub(super) fn tag(&self, i: usize) -> &'static str {
        self.w.get(i).map_or("", |w| self.parsed.tokens[w.token].tag)
    }

    pub(super) fn skip(&self, i: usize, words: &[&str]) -> usize {
        if self.any(i, words) { i + 1 } else { i }
    }

    /// The label of the model's entity that holds word `i`.
    fn label(&self, i: usize) -> Option<&'static str> {
        let token = self.w.get(i)?.token;
        let next = self.parsed.entities.partition_point(|e| e.tokens.end <= token);
        let entity = self.parsed.entities.get(next)?;
        entity.tokens.contains(&token).then_some(entity.label)
    }

    fn is_in_name(&self, i: usize) -> bool {
        matches!(
            self.label(i),
            Some("PERSON" | "ORG" | "FAC" | "GPE" | "NORP" | "WORK_OF_ART" | "PRODUCT" | "LAW" | "LOC")
        )
    }

    // ------------------------------------------------------------ whole expressions

    fn expression(&self, i: usize) -> Option<Piece> {
        if !self.w[i].spaced && self.before(i, 1).is_some_and(|p| p.is_letters() || p.digits.is_some()) {
            return None; // the middle of "B52" or "7a.m."
        }
        if self.is_digits_tail(i) {
            return None; // "000" of "5,000"
        }
        let timed = self.clock_first(i);
        let dayed = self.day_first(i);
        match (timed, dayed) {
            (Some(a), Some(b)) => Some(if a.end >= b.end { a } else { b }),
            (a, b) => a.or(b),
        }
        .or_else(|| self.set(i))
        .or_else(|| self.length(i))
        .or_else(|| self.reference(i))
    }

    /// Digits that go on a number begun before a comma or point.
    fn is_digits_tail(&self, i: usize) -> bool {
        i >= 2
            && self.w[i].digits.is_some()
            && self.glued(i)
            && self.glued(i - 1)
            && self.any(i - 1, &[",", "."])
            && self.w[i - 2].digits.is_some()
    }

    /// "3:20 p.m. on Wednesday", "the night of 5 May", "noon".
    fn clock_first(&self, i: usize) -> Option<Piece> {
        let (end, clock, is_strong) = self.clock(i).or_else(|| self.part_of(i))?;
        let mut next = self.skip(end, &[","]);
        next = self.skip(next, &["on", "of"]);
        if let Some(day) = self.day(next).filter(|d| d.clock.is_none() && is_day(&d.day)) {
            return Some(Piece { clock: Some(clock), ..day });
        }
        if let Some(day) =
            self.day(next).filter(|d| matches!(d.clock, Some(Clock::Part(_))) && is_day(&d.day))
        {
            return Some(Piece { clock: Some(with_part(clock, day.clock)), ..day });
        }
        is_strong.then_some(Piece { end, day: DayForm::Unsaid, edge: Edge::Whole, clock: Some(clock) })
    }

    /// "the morning of" before a date.
    fn part_of(&self, i: usize) -> Option<(usize, Clock, bool)> {
        let at = self.skip(i, &["the"]);
        let part = lexicon::part(&self.w.get(at)?.lower)?;
        self.is(at + 1, "of").then_some((at + 1, Clock::Part(part), false))
    }

    /// "Wednesday at 7 a.m.", "yesterday morning at seven", "Monday night", "Tuesday or Wednesday".
    fn day_first(&self, i: usize) -> Option<Piece> {
        let mut piece = self.day(i)?;
        if !is_day(&piece.day) {
            return Some(piece);
        }
        if piece.clock.is_none()
            && let Some(part) = self.w.get(piece.end).and_then(|w| lexicon::part(&w.lower))
        {
            piece = Piece { end: piece.end + 1, clock: Some(Clock::Part(part)), ..piece };
        }
        if let Some(both) = self.one_or_other(&piece) {
            return Some(both);
        }
        let comma = self.skip(piece.end, &[","]);
        let at = self.skip(self.skip(comma, &["at", "by", "around", "about"]), &["around", "about"]);
        let has_at = self.preceded_by(at, &["at", "around", "about"]);
        let clock = self
            .clock(at)
            .map(|(end, clock, _)| (end, clock))
            .or_else(|| if has_at { self.bare_hour(at) } else { None });
        match (clock, piece.clock) {
            (Some((end, clock)), None | Some(Clock::Part(_))) => {
                let clock = with_part(clock, piece.clock);
                Some(Piece { end, clock: Some(clock), ..piece })
            }
            _ => Some(piece),
        }
    }

    /// "Tuesday or Wednesday"; what stands before the first holds for both: "next week on Tuesday or Thursday".
    fn one_or_other(&self, first: &Piece) -> Option<Piece> {
        if !self.is(first.end, "or") || first.clock.is_some() {
            return None;
        }
        let mut other = self.day(first.end + 1).filter(|d| is_day(&d.day) && d.clock.is_none())?;
        other.day = match (&first.day, other.day) {
            (_, DayForm::Weekday { direction: Direction::Last | Direction::Next, .. }) => return None,
            (DayForm::WeekdayOf { weeks, .. }, DayForm::Weekday { weekday, .. }) => {
                DayForm::WeekdayOf { weekday, weeks: *weeks }
            }
            (DayForm::Weekday { direction, .. }, DayForm::Weekday { weekday, .. }) => {
                DayForm::Weekday { weekday, direction: *direction }
            }
            (_, day) => day,
        };
        let day = DayForm::Range(Box::new(first.day.clone()), Box::new(other.day));
        Piece::day(other.end, day)
    }

    // ------------------------------------------------------------ the time of day

    /// End, time of day, and whether it can stand without a date.
    fn clock(&self, i: usize) -> Option<(usize, Clock, bool)> {
        let word = self.w.get(i)?;
        match word.lower.as_str() {
            "noon" | "midday" | "midnight"
                if self.preceded_by(i, &["s"]) && self.before(i, 2).is_some_and(|w| w.is("'")) =>
            {
                return None; // "the minister's midnight"
            }
            "noon" | "midday" => return Some((i + 1, at(12, 0), true)),
            "midnight" => return Some((i + 1, at(24, 0), true)),
            "dawn" | "daybreak" | "sunrise" => return Some((i + 1, Clock::Part(DayPart::Morning), false)),
            "dusk" | "sunset" => return Some((i + 1, Clock::Part(DayPart::Evening), false)),
            _ => {}
        }
        if let Some(found) = self.clock_in_words(i) {
            return Some(found);
        }
        let hour = word.digits;
        if let Some(hour) = hour.filter(|h| *h <= 24)
            && (self.is(i + 1, ":") || self.is(i + 1, "."))
            && self.glued(i + 1)
            && self.glued(i + 2)
            && let Some(minute) = self.w.get(i + 2).filter(|w| w.span.len() == 2).and_then(|w| w.digits)
            && minute < 60
        {
            let is_colon = self.is(i + 1, ":");
            return match self.half(i + 3) {
                Some((end, is_pm)) => Some((self.zone(end), at(half_day(hour, is_pm)?, minute), true)),
                None if is_colon && self.w[i].span.len() <= 2 => {
                    let hour = self.hour_of_stretch(i + 3, hour).unwrap_or(hour);
                    Some((self.zone(i + 3), at(hour, minute), true))
                }
                None => None,
            };
        }
        if word.span.len() == 4
            && let Some(n) = hour.filter(|n| n / 100 <= 24 && n % 100 < 60)
            && self.any(i + 1, &["gmt", "utc", "hours", "hrs"])
            && self.w[i + 1].span.len() >= 3
        {
            return Some((i + 2, at(n / 100, n % 100), true));
        }
        let hour = hour.or_else(|| lexicon::small_number(&word.lower)).filter(|h| (1..=12).contains(h))?;
        if let Some((end, is_pm)) = self.half(i + 1) {
            return Some((self.zone(end), at(half_day(hour, is_pm)?, 0), true));
        }
        let opens = self.preceded_by(i, &["from", "between"]) || self.any(i + 1, &["-", "–"]);
        if let Some(hour) = self.hour_of_stretch(i + 1, hour).filter(|_| opens) {
            return Some((i + 1, at(hour, 0), true));
        }
        if self.is(i + 1, "o") && self.is(i + 2, "'") && self.is(i + 3, "clock") {
            return Some((i + 4, Clock::At { hour: i8::try_from(hour).ok()?, minute: None }, true));
        }
        None
    }

    /// "2 to 4 p.m.": the hour of the first, from what is said with the second.
    fn hour_of_stretch(&self, link: usize, hour: u32) -> Option<u32> {
        let word = self.w.get(link + 1).filter(|_| self.any(link, RANGE_LINKS))?;
        let last = word.digits.or_else(|| lexicon::small_number(&word.lower))?;
        let has_minutes =
            self.any(link + 2, &[":", "."]) && self.w.get(link + 3).is_some_and(|w| w.digits.is_some());
        let (_, is_pm) = self.half(if has_minutes { link + 4 } else { link + 2 })?;
        let (first, last) = (half_day(hour, is_pm)?, half_day(last, is_pm)?);
        if first <= last { Some(first) } else { half_day(hour, !is_pm) }
    }

    /// "a quarter to eleven", "half past six", "ten minutes past seven".
    fn clock_in_words(&self, i: usize) -> Option<(usize, Clock, bool)> {
        let start = self.skip(i, &["a"]);
        let (next, minutes) = match self.w.get(start)?.lower.as_str() {
            "quarter" => (start + 1, 15),
            "half" => (start + 1, 30),
            lower => {
                let n = self.w[start].digits.or_else(|| lexicon::small_number(lower)).filter(|n| *n < 60)?;
                (self.any(start + 1, &["minutes", "minute"]).then_some(start + 2)?, n)
            }
        };
        let is_to = self.any(next, &["to", "before"]);
        if !is_to && !self.any(next, &["past", "after"]) {
            return None;
        }
        let word = self.w.get(next + 1)?;
        let hour = match word.lower.as_str() {
            "midnight" => 24,
            "noon" => 12,
            lower => word.digits.or_else(|| lexicon::small_number(lower)).filter(|h| (1..=12).contains(h))?,
        };
        let (end, hour) = match self.half(next + 2) {
            Some((end, is_pm)) => (end, half_day(hour, is_pm)?),
            None => (next + 2, hour),
        };
        let minutes = if is_to { hour * 60 - minutes.min(hour * 60) } else { hour * 60 + minutes };
        Some((end, at(minutes / 60, minutes % 60), true))
    }

    /// "seven" or "7" after "at", beside a date.
    fn bare_hour(&self, i: usize) -> Option<(usize, Clock)> {
        let word = self.w.get(i)?;
        let hour =
            word.digits.or_else(|| lexicon::small_number(&word.lower)).filter(|h| (1..=12).contains(h))?;
        let next = self.w.get(i + 1);
        let is_count = next.is_some_and(|n| n.is_letters() && self.tag(i + 1).starts_with("NN"));
        let is_bigger = next.is_some_and(|n| !n.spaced && n.is_one_of(&[",", ".", "-", "%"]))
            && self.w.get(i + 2).is_some_and(|n| !n.spaced);
        (!is_count && !is_bigger)
            .then_some((i + 1, Clock::At { hour: i8::try_from(hour).ok()?, minute: None }))
    }

    /// "a.m.", "pm": its end and whether it is after noon.
    fn half(&self, i: usize) -> Option<(usize, bool)> {
        let word = self.w.get(i)?;
        match word.lower.as_str() {
            "am" => Some((i + 1, false)),
            "pm" => Some((i + 1, true)),
            half @ ("a" | "p") if self.is(i + 1, ".") && self.is(i + 2, "m") && self.glued(i + 2) => {
                let end = if self.is(i + 3, ".") && self.glued(i + 3) { i + 4 } else { i + 3 };
                Some((end, half == "p"))
            }
            _ => None,
        }
    }

    fn zone(&self, i: usize) -> usize {
        if self.any(i, lexicon::ZONES) && self.w[i].capital {
            return i + 1;
        }
        if self.is(i, "local") && self.is(i + 1, "time") {
            return i + 2;
        }
        i
    }

    // ------------------------------------------------------------ days and longer

    pub(super) fn day(&self, i: usize) -> Option<Piece> {
        self.w.get(i)?;
        self.in_year(i)
            .or_else(|| self.holiday(i))
            .or_else(|| self.calendar_date(i))
            .or_else(|| self.numeric_date(i))
            .or_else(|| self.nth(i))
            .or_else(|| self.week_of(i))
            .or_else(|| self.part_of_year(i))
            .or_else(|| self.half_year(i))
            .or_else(|| self.fiscal(i))
            .or_else(|| self.century(i))
            .or_else(|| self.beyond(i))
            .or_else(|| self.today(i))
            .or_else(|| self.weekend(i))
            .or_else(|| self.month_day_alone(i))
            .or_else(|| self.relative(i))
            .or_else(|| self.weekday(i))
            .or_else(|| self.edged(i))
            .or_else(|| self.counted(i))
            .or_else(|| self.month(i))
            .or_else(|| self.quarter_or_season(i))
            .or_else(|| self.year_of_era(i))
            .or_else(|| self.decade_of_century(i))
            .or_else(|| self.year_or_decade(i))
    }

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
        let (end, day) = self.day_number(at)?;
        if self.any(end, &[":", "%"]) && self.glued(end) {
            return None;
        }
        let (end, last) = self.day_range(end, day);
        Some((end, month, day, last))
    }

    fn day_month(&self, i: usize) -> Option<(usize, i8, i8, Option<i8>)> {
        let at = self.skip(i, &["the"]);
        let (end, day) = self.day_number(at)?;
        let (end, last) = self.day_range(end, day);
        let (end, month) = self.month_word(self.skip(end, &["of"]))?;
        Some((end, month, day, last))
    }

    /// "-7" or "to 7" after a day number.
    fn day_range(&self, i: usize, first: i8) -> (usize, Option<i8>) {
        if self.any(i, &["-", "–", "to"])
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
    fn short_year(&self, i: usize) -> Option<(usize, i16)> {
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
    fn year_of_two_digits(&self, i: usize) -> Option<(usize, i16)> {
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
    fn month_word(&self, i: usize) -> Option<(usize, i8)> {
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
    fn numeric_date(&self, i: usize) -> Option<Piece> {
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
    fn is_in_code(&self, i: usize, mark: &str) -> bool {
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

    /// "today", "the day before yesterday", "tonight", "overnight".
    fn today(&self, i: usize) -> Option<Piece> {
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
    pub(super) fn relative(&self, i: usize) -> Option<Piece> {
        let has_the = self.is(i, "the");
        let start = if has_the { i + 1 } else { i };
        let word = self.w.get(start)?.lower.as_str();
        let next = start + 1;
        match word {
            "this" => self.this(next),
            "current" => self.current(next),
            "that" if has_the => None,
            "that" => self.beyond_event(self.skip(next, &["same", "very"]), 0),
            "same" if has_the => self.beyond_event(next, 0),
            "previous" if self.weekday_word(next, false).is_some() => self.named(next, Direction::Last),
            "coming" if self.weekday_word(next, false).is_some() => self.named(next, Direction::Next),
            "following" if !has_the && self.weekday_word(next, false).is_some() => {
                self.named(next, Direction::Next)
            }
            "previous" | "prior" | "preceding" => self.beyond_event(next, -1),
            "following" | "ensuing" if has_the => self.beyond_event(next, 1),
            "next" if has_the => self.passed(next, 1).or_else(|| self.beyond_event(next, 1)),
            "last" | "past" if has_the => self.passed(next, -1),
            "coming" => self.passed(next, 1),
            "past" => self.passed(next, -1),
            "last" => self.passed(next, -1).or_else(|| self.beside(next, -1)),
            "next" => self.passed(next, 1).or_else(|| self.beside(next, 1)),
            _ => self.counted_beside(start),
        }
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
    fn named(&self, i: usize, direction: Direction) -> Option<Piece> {
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
    fn beyond_event(&self, i: usize, count: i32) -> Option<Piece> {
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

    /// A weekday with nothing before it.
    fn weekday(&self, i: usize) -> Option<Piece> {
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
            let of = Box::new(DayForm::Weekday { weekday, direction: Direction::Next });
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

    /// "earlier this year", "late last week", "early Tuesday", "mid-November", "the end of May".
    fn edged(&self, i: usize) -> Option<Piece> {
        let word = self.w.get(i)?.lower.as_str();
        let edge = match word {
            "early" => Edge::Start,
            "mid" | "middle" => Edge::Mid,
            "late" => Edge::End,
            "earlier" => Edge::Earlier,
            "later" => Edge::Later,
            _ => return self.end_of(i),
        };
        let next = self.skip(i + 1, &["-", "–", "in", "on"]);
        if next > i + 1 && !self.any(i + 1, &["-", "–"]) && !matches!(edge, Edge::Earlier | Edge::Later) {
            return None; // "early on Tuesday", "late in May": the adverb stays outside
        }
        let inner = if matches!(edge, Edge::Earlier | Edge::Later) {
            self.today(next).or_else(|| self.relative(next)).or_else(|| self.weekday(next))
        } else {
            self.today(next)
                .or_else(|| self.relative(next))
                .or_else(|| self.weekday(next))
                .or_else(|| self.month_name(next))
                .or_else(|| self.season_name(next))
                .or_else(|| self.decade(next))
                .or_else(|| self.year_number(next).and_then(|y| Piece::day(next + 1, DayForm::Year(y))))
        }?;
        if matches!(inner.day, DayForm::Duration(_) | DayForm::Set(_) | DayForm::Passed { .. }) {
            return None;
        }
        Some(Piece { edge, ..inner })
    }

    /// "the end of the month", "the start of 2016".
    fn end_of(&self, i: usize) -> Option<Piece> {
        let at = self.skip(i, &["the"]);
        let edge = match self.w.get(at)?.lower.as_str() {
            "start" | "beginning" => Edge::Start,
            "middle" => Edge::Mid,
            "end" => Edge::End,
            _ => return None,
        };
        if !self.is(at + 1, "of") {
            return None;
        }
        let next = at + 2;
        let named = self.skip(next, &["the"]);
        let unit = self.w.get(named).and_then(|w| lexicon::unit(&w.lower));
        // "by end of year", but "the end of week three".
        let is_said = named > next || self.preceded_by(i, &["at", "by", "before", "until", "till"]);
        if let Some((unit, false)) = unit.filter(|(u, _)| is_said && *u >= Unit::Week) {
            let day = DayForm::Relative { count: 0, unit };
            let goes_on = self.is(named + 1, "of") || named == next && self.tag(named + 1) == "CD";
            return (!goes_on).then_some(Piece { end: named + 1, day, edge, clock: None });
        }
        let inner = self
            .relative(next)
            .or_else(|| self.month_name(next))
            .or_else(|| self.decade(next))
            .or_else(|| self.year_number(next).and_then(|y| Piece::day(next + 1, DayForm::Year(y))))?;
        (inner.clock.is_none() && !matches!(inner.day, DayForm::Passed { .. } | DayForm::Duration(_)))
            .then_some(Piece { edge, ..inner })
    }

    /// "two weeks ago", "a day earlier", "three days later", "the day before".
    fn counted(&self, i: usize) -> Option<Piece> {
        const COUNTED: [&str; 8] =
            ["day", "night", "morning", "evening", "afternoon", "week", "month", "year"];
        if self.is(i, "the") && self.any(i + 1, &COUNTED) {
            if let Some(sign) = self.of_clause(i + 2) {
                // The part of the day is that of what came after.
                return self.beyond_event(i + 1, sign).map(|p| Piece { end: i + 3, clock: None, ..p });
            }
            let count = match self.w.get(i + 2)?.lower.as_str() {
                "before" => -1,
                "after" => 1,
                _ => return None,
            };
            let stands_alone = self.w.get(i + 3).is_none_or(|w| !w.is_letters() && w.digits.is_none());
            // "An agreement reached the night before between the two".
            let is_closed = matches!(self.lower(i + 3), "between" | "at" | "in" | "by" | "with" | "under");
            return (stands_alone || is_closed)
                .then(|| self.beyond_event(i + 1, count))
                .flatten()
                .map(|p| Piece { end: i + 3, ..p });
        }
        let (at, count) = self.count(i)?;
        let (unit, _) = self.unit_word(at)?;
        let word = self.w.get(at + 1)?.lower.as_str();
        let n = whole(count);
        let (n, unit) = if self.is(at, "fortnight") { (n.map(|n| n * 2), Unit::Week) } else { (n, unit) };
        match (word, n) {
            ("ago", Some(n)) => {
                let is_exact = self.any(at + 2, &["today", "yesterday", "tomorrow"]);
                let shift = i32::from(self.is(at + 2, "tomorrow")) - i32::from(self.is(at + 2, "yesterday"));
                let end = if is_exact { at + 3 } else { at + 2 };
                if is_exact && shift != 0 {
                    return None;
                }
                Piece::day(end, DayForm::Ago { count: -n, unit, is_exact })
            }
            ("ago", None) if count.is_none() => Piece::day(at + 2, DayForm::Reference(Reference::Past)),
            ("ago", None) => self.ago_in_part(at, count?, unit),
            ("back", Some(n)) if unit >= Unit::Week && !self.any(at + 2, &["to", "from", "in", "on"]) => {
                Piece::day(at + 2, DayForm::Ago { count: -n, unit, is_exact: false })
            }
            ("earlier" | "previously", Some(n)) if unit >= Unit::Day => {
                Piece::day(at + 2, DayForm::FromEvent { count: -n, unit, is_whole: false })
            }
            ("later", Some(n)) if unit >= Unit::Day => {
                Piece::day(at + 2, DayForm::FromEvent { count: n, unit, is_whole: false })
            }
            ("after" | "before", Some(n)) if unit >= Unit::Day => {
                let count = n * self.of_clause(at + 1)?;
                Piece::day(at + 2, DayForm::FromEvent { count, unit, is_whole: false })
            }
            _ => None,
        }
    }

    /// "on Friday, a day after a ferry sank": the time of the clause, counted back (or on) from a day that its sentence
    /// has named; -1 for "after", 1 for "before", `None` where no clause follows.
    fn of_clause(&self, i: usize) -> Option<i32> {
        let word = self.w.get(i)?;
        let sign = match word.lower.as_str() {
            "after" => -1,
            "before" => 1,
            _ => return None,
        };
        let token = &self.parsed.tokens[word.token];
        let here = |w: &&Word| self.parsed.tokens[w.token].sentence == token.sentence;
        let names_day = |w: &Word| {
            lexicon::weekday(&w.lower).is_some()
                || matches!(w.lower.as_str(), "yesterday" | "today")
                || w.capital && lexicon::month(&w.lower).is_some()
        };
        let is_dated = self.w[..i].iter().rev().take_while(here).any(names_day);
        // "On Friday, a day after an explosion there"; not "ran out ten days before the collapse".
        let is_blow = |noun: usize| {
            predicates::noun(&self.parsed.tokens[noun].lemma).is_some_and(|s| {
                matches!(s.kind, EventType::Accident | EventType::Disaster | EventType::Assault)
            })
        };
        let is_apposed = self.before(i, 3).is_some_and(|w| w.is(","));
        let is_of_blow = is_apposed
            && token.dep == "prep"
            && self.parsed.child(word.token, &["pobj"]).is_some_and(is_blow);
        ((token.dep == "mark" || is_of_blow) && is_dated).then_some(sign)
    }

    /// "six and a half months ago", "13 billion years ago".
    fn ago_in_part(&self, at: usize, count: f64, unit: Unit) -> Option<Piece> {
        let finer = match unit {
            Unit::Year => Some((12.0, Unit::Month)),
            Unit::Month => Some((30.0, Unit::Day)),
            Unit::Week => Some((7.0, Unit::Day)),
            Unit::Decade => Some((10.0, Unit::Year)),
            _ => None,
        };
        let exact = finer.and_then(|(times, unit)| Some((whole(Some((count * times).round()))?, unit)));
        match exact {
            Some((n, unit)) => Piece::day(at + 2, DayForm::Ago { count: -n, unit, is_exact: false }),
            None => Piece::day(at + 2, DayForm::Duration(duration(Some(count), unit).into())),
        }
    }

    pub(super) fn unit_word(&self, i: usize) -> Option<(Unit, bool)> {
        let word = self.w.get(i)?;
        if word.is_one_of(&["night", "nights"]) {
            return Some((Unit::Day, word.is("nights")));
        }
        if word.is("fortnight") {
            return Some((Unit::Week, false));
        }
        lexicon::unit(&word.lower)
    }

    /// A month without a day: "in December 2016", "since May".
    fn month(&self, i: usize) -> Option<Piece> {
        let piece = self.month_name(i)?;
        let DayForm::Month { year, month, .. } = piece.day else { return None };
        if year.is_some() {
            return Some(piece);
        }
        let is_short = lexicon::month(&self.w[i].lower).is_none();
        let after = |words: &[&str]| self.preceded_by(i, words);
        let is_doubtful = matches!(month, 3 | 5) || is_short;
        let is_firm = after(&["in", "since", "until", "till", "during", "through", "throughout"])
            || is_short && after(&["before", "after"])
            || self.is_in_range_of_months(i, piece.end);
        let is_first_name =
            self.w.get(piece.end).is_some_and(|w| w.capital) && self.tag(piece.end).starts_with("NNP");
        let is_modifier = self.tag(i).starts_with("NNP") && !self.is_in_name(i);
        let is_date = self.label(i) == Some("DATE");
        if (self.is_in_name(i) || is_first_name) && !is_firm {
            return None;
        }
        let holds = if is_doubtful { is_firm || is_date } else { is_firm || is_date || is_modifier };
        holds.then_some(piece)
    }

    /// "from March to May": each tells that the other is no other word.
    fn is_in_range_of_months(&self, i: usize, end: usize) -> bool {
        let is_link = |at: usize| self.any(at, RANGE_LINKS);
        let follows =
            self.preceded_by(i, &["from", "between"]) && is_link(end) && self.month_word(end + 1).is_some();
        let opens = |back: usize| {
            i.checked_sub(back).is_some_and(|at| {
                is_link(i - 1) && self.month_word(at).is_some() && self.preceded_by(at, &["from", "between"])
            })
        };
        follows || opens(2) || opens(3)
    }

    /// A month's name and the year after it, wherever it stands.
    pub(super) fn month_name(&self, i: usize) -> Option<Piece> {
        let (end, month) = self.month_word(i)?;
        if self.any(i + 1, lexicon::OUTLET_WORDS) && self.w[i + 1].capital {
            return None;
        }
        for next in [end, self.skip(end, &[","]), self.skip(end, &["of"])] {
            if let Some(year) = self.year_number(next) {
                return Piece::day(
                    next + 1,
                    DayForm::Month { year: Some(year), month, direction: Direction::Around },
                );
            }
        }
        let short = self.short_year(end).filter(|_| self.any(end, &["'", "‘"]));
        let in_words = || self.year_words(self.skip(end, &["of"]));
        if let Some((end, year)) = short.or_else(|| self.year_of_two_digits(end)).or_else(in_words) {
            let form = DayForm::Month { year: Some(year), month, direction: Direction::Around };
            return Piece::day(end, form);
        }
        Piece::day(end, DayForm::Month { year: None, month, direction: Direction::Around })
    }

    /// "the third quarter of 2016", "Q3", "summer 2016", "in the spring".
    fn quarter_or_season(&self, i: usize) -> Option<Piece> {
        let start = self.skip(i, &["the"]);
        if let Some(quarter) = self.w.get(start).and_then(|w| lexicon::ordinal(&w.lower)).filter(|q| *q <= 4)
        {
            let at = self.skip(start + 1, &["-"]);
            if !self.is(at, "quarter") {
                return None;
            }
            let (end, year) = self.date_year(at + 1);
            let is_named = self.is(i, "the") || year.is_some() || at > start + 1;
            return is_named.then(|| {
                Piece::day(end, DayForm::Quarter { year, quarter, direction: Direction::Around })
            })?;
        }
        if self.w[i].is("q")
            && self.w[i].capital
            && let Some(quarter) =
                self.w.get(i + 1).filter(|n| !n.spaced).and_then(|n| n.digits).filter(|q| (1..=4).contains(q))
        {
            let (end, year) = self.date_year(i + 2);
            let quarter = i8::try_from(quarter).ok()?;
            return Piece::day(end, DayForm::Quarter { year, quarter, direction: Direction::Around });
        }
        let piece = self.season_name(start)?;
        let DayForm::Season { year, .. } = piece.day else { return None };
        let is_said = self.preceded_by(start, &["the"])
            && self
                .before(start, 2)
                .is_some_and(|w| w.is_one_of(&["in", "during", "of", "since", "by", "until"]))
            || self.preceded_by(start, &["in", "during", "since", "by", "until"])
                && !self.any(start, &["spring", "fall"]);
        (year.is_some() || is_said).then_some(piece)
    }

    pub(super) fn season_name(&self, i: usize) -> Option<Piece> {
        let season = lexicon::season(&self.w.get(i)?.lower)?;
        if !self.tag(i).starts_with("NN") {
            return None;
        }
        // "A fall of 17 per cent" is no autumn.
        let is_amount = self.any(i + 1, &["of"])
            && self.w.get(i + 2).is_some_and(|n| n.digits.is_some() && n.span.len() < 4);
        let (end, year) = if is_amount { (i + 1, None) } else { self.date_year(i + 1) };
        Piece::day(end, DayForm::Season { year, season, direction: Direction::Around })
    }

    /// "in 2011", "the 1990s", "the 2016 election".
    fn year_or_decade(&self, i: usize) -> Option<Piece> {
        if let Some(piece) = self.decade(i) {
            return Some(piece);
        }
        if self.is_in_code(i, "-") {
            return None;
        }
        let Some(year) = self.year_number(i) else {
            let (end, year) = self.year_words(i)?;
            return self.preceded_by(i, &["in", "since"]).then(|| Piece::day(end, DayForm::Year(year)))?;
        };
        if let Some(piece) = self.life_years(i, year) {
            return Some(piece);
        }
        if self
            .before(i, 1)
            .is_some_and(|p| !p.is_letters() && !p.is_one_of(&["(", ",", "-", "–", "—", "\"", "“", "'"]))
        {
            return None; // "$2016", "No. 2016"
        }
        if self.preceded_by(i, lexicon::NUMBERED) {
            return None;
        }
        if self.any(i + 1, &["-", "–", "/"]) && self.glued(i + 1) && self.glued(i + 2) {
            if self.is_in_code(i, "-") || self.is_in_code(i + 4, "-") && self.w[i + 4].digits.is_some() {
                return None;
            }
            return self.year_range(i, year);
        }
        let after = |words: &[&str]| self.preceded_by(i, words);
        let is_firm = after(&[
            "in",
            "since",
            "until",
            "till",
            "during",
            "of",
            "by",
            "from",
            "before",
            "after",
            "to",
            "for",
            "early",
            "late",
            "mid",
            "throughout",
            "through",
            "between",
            "year",
            "around",
            "circa",
            "and",
        ]);
        let next = self.tag(i + 1);
        // "In 2009 ministers met": so many ministers would not open a sentence.
        let opens = self.before(i, 1).is_some_and(|p| p.capital && p.is_one_of(&["in"]))
            && (1900..=2100).contains(&year)
            && year % 100 != 0;
        let is_counting = !opens && matches!(next, "NNS" | "NNPS")
            || self.any(i + 1, &["people", "per", "percent", "more", "feet", "year"]);
        let is_modifier = (after(&["the", "its", "his", "her", "their", "a", "our"])
            || self.preceded_by(i, &["'", "s"]))
            && matches!(next, "NN" | "NNP" | "NNS" | "JJ");
        let is_date = self.label(i) == Some("DATE");
        let is_bracketed = after(&["(", "["]) && self.any(i + 1, &[")", "]", ",", ";"]) && year >= 1400;
        let is_recent = (1900..=2100).contains(&year);
        let is_prefixed = after(&["-"])
            && self.glued(i)
            && self.before(i, 2).is_some_and(|b| b.is_one_of(&["post", "pre", "mid", "late", "early"]));
        // "the London 2012 Olympics"
        let is_titled = is_recent
            && self.before(i, 1).is_some_and(|b| b.capital && b.is_letters())
            && next.starts_with("NNP")
            && self.w.get(i + 1).is_some_and(|w| w.capital)
            && self.tag(i - 1).starts_with("NNP");
        let is_old_thing = is_modifier
            && next == "NN"
            && (1600..1900).contains(&year)
            && !self.any(
                i + 1,
                &["km", "kg", "mile", "metre", "meter", "foot", "acre", "ton", "tonne", "word", "page"],
            );
        let holds = is_prefixed
            || is_titled
            || is_old_thing
            || (is_firm && !is_counting && (is_recent || is_date))
            || (is_modifier && (is_recent && (is_date || next != "NNS")))
            || (is_date && is_recent && !is_counting)
            || is_bracketed;
        holds.then(|| Piece::day(i + 1, DayForm::Year(year)))?
    }

    /// "(1704 – 87)", "(c. 1580-1660)", "(born 1949)".
    fn life_years(&self, i: usize, first: i16) -> Option<Piece> {
        let mut open = i;
        while open > 0
            && i - open < 4
            && self.any(open - 1, &["c", ".", "ca", "circa", "b", "d", "m", "born", "died", "div", "reigned"])
        {
            open -= 1;
        }
        let is_marked = open < i;
        let is_circa = self.any(open, &["c", "ca", "circa"]);
        let is_open = self.preceded_by(open, &["(", "[", ",", ";"]) || is_circa;
        if !is_open || first < 1000 {
            return None;
        }
        let dash = i + 1;
        let is_range = self.any(dash, &["-", "–", "—"]);
        if is_range && let Some(piece) = self.year_range(i, first) {
            let closes = self.any(piece.end, &[")", "]", ",", ";"]);
            return (closes || is_marked).then_some(piece);
        }
        (is_marked && (self.any(dash, &[")", "]", ",", ";"]) || is_range || is_circa))
            .then(|| Piece::day(i + 1, DayForm::Year(first)))?
    }

    /// "2011-2016", "2015/16".
    fn year_range(&self, i: usize, first: i16) -> Option<Piece> {
        let word = self.w.get(i + 2)?;
        let last = match (word.digits?, word.span.len()) {
            (n, 4) => i16::try_from(n).ok()?,
            (n, 2) => first - first.rem_euclid(100) + i16::try_from(n).ok()?,
            _ => return None,
        };
        (first < last && last <= 2100).then(|| {
            Piece::day(i + 3, DayForm::Range(Box::new(DayForm::Year(first)), Box::new(DayForm::Year(last))))
        })?
    }

    fn decade(&self, i: usize) -> Option<Piece> {
        let at = self.skip(i, &["the"]);
        let word = self.w.get(at)?;
        let year = word.digits.filter(|y| word.span.len() == 4 && YEARS.contains(y) && y % 10 == 0)?;
        let end = if self.is(at + 1, "s") && self.glued(at + 1) {
            at + 2
        } else if self.is(at + 1, "'") && self.glued(at + 1) && self.is(at + 2, "s") && self.glued(at + 2) {
            at + 3
        } else {
            return None;
        };
        let year = i16::try_from(year).ok()?;
        // "the 1600s" are a hundred years, "the 1900s" and "the 2000s" as often ten.
        Piece::day(
            end,
            if year % 100 == 0 && year < 1900 { DayForm::Century(year) } else { DayForm::Decade(year) },
        )
    }

    // ------------------------------------------------------------ lengths and sets

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

    /// "every day", "each Monday", "daily", "Fridays", "twice a week".
    fn set(&self, i: usize) -> Option<Piece> {
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
    fn length(&self, i: usize) -> Option<Piece> {
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
            return Piece::day(i + 3, DayForm::Duration(half(unit).into()));
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

fn at(hour: u32, minute: u32) -> Clock {
    let small = |n: u32| i8::try_from(n.min(59)).unwrap_or(0);
    Clock::At { hour: small(hour.min(24)), minute: Some(small(minute)) }
}

/// 12 a.m. = 0, 12 p.m. = 12.
fn half_day(hour: u32, is_pm: bool) -> Option<u32> {
    (1..=12).contains(&hour).then_some(hour % 12 + if is_pm { 12 } else { 0 })
}

/// "at seven" in the evening is 19:00.
fn with_part(clock: Clock, part: Option<Clock>) -> Clock {
    let Some(Clock::Part(part)) = part else { return clock };
    match clock {
        Clock::At { hour, minute }
            if (1..12).contains(&hour)
                && (matches!(part, DayPart::Afternoon | DayPart::Evening)
                    || part == DayPart::Night && hour >= 6) =>
        {
            Clock::At { hour: hour + 12, minute }
        }
        _ => clock,
    }
}

fn half(unit: Unit) -> String {
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

/// Whether the form denotes one day, so that a time of day can go with it.
pub(super) fn is_day(day: &DayForm) -> bool {
    matches!(
        day,
        DayForm::Date { .. }
            | DayForm::Holiday { .. }
            | DayForm::MonthDay { .. }
            | DayForm::Beyond { unit: Unit::Day | Unit::Week, .. }
            | DayForm::Nth { what: Counted::Weekday(_) | Counted::Unit(Unit::Day), .. }
            | DayForm::Numeric { .. }
            | DayForm::Weekday { .. }
            | DayForm::WeekdayOf { .. }
            | DayForm::Indefinite(_)
            | DayForm::Relative { unit: Unit::Day, .. }
            | DayForm::FromEvent { unit: Unit::Day, .. }
            | DayForm::Ago { unit: Unit::Day, .. }
    )
}
