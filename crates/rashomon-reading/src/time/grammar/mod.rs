//! The patterns of time expressions over [`Word`]s.
//!
//! Each file tries one kind of expression from a word on; what stands here puts days and times of day together.

mod clock;
mod counted;
mod dates;
mod deictic;
mod edges;
mod lengths;
mod months;
mod numbers;
mod reference;
mod relative;
mod scan;
mod sets;
mod weekdays;
mod years;

use super::form::{Clock, Counted, DayForm, Direction, Edge, TimeForm, Unit};
use super::lexicon;
use crate::ParsedArticle;
use crate::words::Word;
use clock::with_part;

/// Years that a bare four-digit number is taken for.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

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
                    borrow_past(words, before, i, &form.day);
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

/// "Between Wednesday evening and yesterday": what ends by today has begun before.
fn borrow_past(words: &[Word], before: &mut Found, next: usize, day: &DayForm) {
    let gap = words.get(before.end..next).unwrap_or_default();
    let is_linked = matches!(gap, [link] if link.is_one_of(RANGE_LINKS));
    let is_over = matches!(day, DayForm::Relative { count: ..=0, unit: Unit::Day });
    let opens = before.start.checked_sub(1).is_some_and(|b| words[b].is_one_of(&["between", "from"]));
    if let DayForm::Weekday { direction: direction @ Direction::Around, .. } = &mut before.form.day
        && is_linked
        && is_over
        && opens
    {
        *direction = Direction::Past;
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
        let (end, clock, is_strong) =
            self.clock(i).or_else(|| self.part_of(i)).or_else(|| self.hour_before_day(i))?;
        let mut next = self.skip(end, &[","]);
        next = self.skip(next, &["on", "of"]);
        if let Some(day) = self.day(next).filter(|d| d.clock.is_none() && is_day(&d.day)) {
            // "Ten past six yesterday evening".
            let part = self.w.get(day.end).and_then(|w| lexicon::part(&w.lower));
            let end = day.end + usize::from(part.is_some());
            return Some(Piece { end, clock: Some(with_part(clock, part.map(Clock::Part))), ..day });
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

    pub(super) fn day(&self, i: usize) -> Option<Piece> {
        self.w.get(i)?;
        self.in_year(i)
            .or_else(|| self.weekday_beside(i))
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
            | DayForm::WeekdayBeside { .. }
            | DayForm::Same { unit: Unit::Day, .. }
    ) || match day {
        DayForm::Told { of } | DayForm::InYear { of, .. } => is_day(of),
        _ => false,
    }
}
