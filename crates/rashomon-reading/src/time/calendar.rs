//! From forms to calendar days and back.

use super::form::{Clock, Counted, DayForm, Direction, Edge, TimeForm, Unit};
use super::{holiday, timex};
use jiff::ToSpan;
use jiff::civil::Date;
use rashomon_text::{Precision, Time, Weekday};

/// Days by which an undated "18 May" may lie after the publication date and still be taken for the
/// year of publication in a past clause: time zones and late datelines.
const DATE_SLACK_DAYS: i32 = 2;
/// How much farther a date on the side the verb does not point to counts: tenses are read wrongly more often
/// than a date eleven months away is given without its year.
const WRONG_SIDE_COST: i32 = 4;
/// Months around the publication date in which a numeric date (`1/8/2017`) must lie for its reading to count.
const NUMERIC_NEAR_DAYS: i64 = 45;
/// Days from which on a weekend ahead is nearer than the one before.
const WEEKEND_AHEAD_DAYS: i32 = 3;
/// Days by which "a week ago" may be off.
const WEEK_AGO_SLACK_DAYS: i64 = 3;
/// Publication lies at most so far from the day that a yearly form denotes: two years and some weeks.
const YEARLY_REACH_DAYS: i64 = 800;

/// An inclusive interval of days with its precision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Days {
    pub(super) first: Date,
    pub(super) last: Date,
    pub(super) precision: Precision,
}

impl Days {
    fn new(first: Date, last: Date, precision: Precision) -> Self {
        Self { first, last, precision }
    }

    fn day(date: Date) -> Self {
        Self::new(date, date, Precision::Day)
    }

    fn cover(self, other: Days) -> Days {
        if self == other {
            return self;
        }
        Days::new(self.first.min(other.first), self.last.max(other.last), Precision::Unknown)
    }
}

/// The days a form denotes, given the day of publication (`on`) or, for event-relative forms, the day counted from.
pub(super) fn denote(form: &TimeForm, on: Option<Date>) -> Option<Days> {
    let days = denote_day(&form.day, on)?;
    edge(days, form.edge, on)
}

fn denote_day(form: &DayForm, on: Option<Date>) -> Option<Days> {
    match *form {
        DayForm::Date { year, month, day, weekday, direction } => {
            dated(year, month, day, weekday, direction, on).map(Days::day)
        }
        DayForm::Numeric { first, second, year } => numeric(first, second, year, on).map(Days::day),
        DayForm::Month { year, month, direction } => yearly(year, direction, on, |y| month_of(y, month)),
        DayForm::Quarter { year, quarter, direction } => {
            // "Warned in October of a loss in the third quarter": results of a quarter are told after it.
            let is_just_over = |on: Date| {
                let last = yearly(None, Direction::Last, Some(on), |y| quarter_of(y, quarter));
                last.is_some_and(|d| distance_days(on, &d) <= RESULTS_DAYS_MAX)
            };
            let direction = match direction {
                Direction::Future if on.is_some_and(is_just_over) => Direction::Last,
                found => found,
            };
            yearly(year, direction, on, |y| quarter_of(y, quarter))
        }
        DayForm::Season { year, season, direction } => yearly(year, direction, on, |y| season_of(y, season)),
        DayForm::Year(year) => Some(Days::new(date(year, 1, 1)?, date(year, 12, 31)?, Precision::Year)),
        DayForm::Century(year) => {
            Some(Days::new(date(year, 1, 1)?, date(year + 99, 12, 31)?, Precision::Unknown))
        }
        DayForm::Half { year, half, direction } => yearly(year, direction, on, |y| half_of(y, half)),
        DayForm::Holiday { holiday, year, direction } => {
            holiday_near(holiday, year, direction, on).map(Days::day)
        }
        DayForm::MonthDay { day, weekday, direction } => {
            month_day(day, weekday, direction, on?).map(Days::day)
        }
        DayForm::Weekend { direction } => weekend_near(direction, on?),
        DayForm::InYear { years, ref of } => {
            let mut of = of.as_ref().clone();
            set_year(&mut of, shifted(on?, years?, Unit::Year)?.year());
            denote_day(&of, on)
        }
        DayForm::Nth { n, what, ref of } => nth(n, what, denote_day(of, on)?),
        DayForm::Beyond { count, unit, ref of } => counted(denote_day(of, on)?.first, count, unit, true),
        DayForm::Decade(year) => {
            Some(Days::new(date(year, 1, 1)?, date(year + 9, 12, 31)?, Precision::Decade))
        }
        DayForm::Weekday { weekday, direction } => Some(Days::day(weekday_near(weekday, direction, on?)?)),
        DayForm::WeekdayOf { weekday, weeks } => {
            let monday = week_start(shifted(on?, weeks, Unit::Week)?)?;
            Some(Days::day(plus(monday, i64::from(weekday.to_monday_zero_offset()))?))
        }
        DayForm::Relative { count, unit } => unit_around(shifted(on?, count, unit)?, unit),
        DayForm::Told { ref of } => told(of, on?),
        DayForm::Same { unit, years } => unit_around(shifted(on?, years, Unit::Year)?, unit),
        DayForm::WeekdayBeside { weekday, direction, ref of } => {
            let of = denote_day(of, on)?;
            let from = if direction == Direction::Last { of.first } else { of.last };
            weekday_beside(weekday, direction, from).map(Days::day)
        }
        DayForm::FromEvent { count, unit: Unit::Week, is_whole: true } => {
            unit_around(shifted(on?, count, Unit::Week)?, Unit::Week)
        }
        DayForm::FromEvent { count, unit, .. } => counted(on?, count, unit, true),
        DayForm::WeekOf { unit, ref of } => week_of(denote_day(of, on)?.first, unit),
        // "Fifty years ago today".
        DayForm::Ago { count, unit, is_exact: true } => Some(Days::day(shifted(on?, count, unit)?)),
        DayForm::Ago { count, unit, .. } => counted(on?, count, unit, false),
        DayForm::Passed { count, unit } => {
            let other = shifted(on?, count, unit)?;
            Some(Days::new(other.min(on?), other.max(on?), Precision::Unknown))
        }
        DayForm::Overnight => Some(Days::new(plus(on?, -1)?, on?, Precision::PartOfDay)),
        DayForm::Range(ref a, ref b) => {
            let (a, b) = (denote_day(a, on)?, denote_day(b, on)?);
            (a.first <= b.last).then(|| Days::new(a.first, b.last, Precision::Unknown))
        }
        DayForm::Unsaid
        | DayForm::Indefinite(_)
        | DayForm::Duration(_)
        | DayForm::Set(_)
        | DayForm::Fiscal { .. }
        | DayForm::Reference(_) => None,
    }
}

/// The calendar time of a form for a publication interval (both days included).
pub(super) fn time_of(form: &TimeForm, published: Option<(Date, Date)>) -> Option<Time> {
    let days = match published {
        None => denote(form, None)?,
        Some((a, b)) if a == b => denote(form, Some(a))?,
        Some((a, b)) => denote(form, Some(a))?.cover(denote(form, Some(b))?),
    };
    Some(clocked(days, form.clock))
}

/// Days and a time of day as a [`Time`].
pub(super) fn clocked(days: Days, clock: Option<Clock>) -> Time {
    let base = timex::timex_of(days);
    let plain = Time::days(days.first, days.last, days.precision, base.clone());
    match clock {
        Some(Clock::Part(part)) if days.first == days.last => {
            Time { precision: Precision::PartOfDay, timex: format!("{base}T{}", part.timex()), ..plain }
        }
        Some(Clock::At { hour, minute }) if days.first == days.last => {
            let (h, m) = if hour == 24 { (23, 59) } else { (hour, minute.unwrap_or(0)) };
            let Ok(moment) = jiff::civil::Time::new(h, m, 0, 0) else { return plain };
            let at = Some(days.first.to_datetime(moment));
            let precision = if minute.is_some() { Precision::Minute } else { Precision::Hour };
            let timex = format!("{base}T{hour:02}:{:02}", minute.unwrap_or(0));
            Time { start: at, end: at, precision, timex }
        }
        _ => plain,
    }
}

/// The first and last publication day under which a form denotes a day of an interval that holds `denoted`;
/// `None` when the form does not depend on the publication day or never denotes that day.
pub(super) fn published_if(form: &TimeForm, denoted: Date) -> Option<(Date, Date)> {
    let reach = reach_days(&form.day)?;
    let mut found: Option<(Date, Date)> = None;
    for offset in -reach..=reach {
        let Some(on) = plus(denoted, offset) else { continue };
        let holds = denote(form, Some(on)).is_some_and(|d| d.first <= denoted && denoted <= d.last);
        if holds {
            found = Some(found.map_or((on, on), |(first, _)| (first, on)));
        }
    }
    let (first, last) = found?;
    let slack = match form.day {
        DayForm::Ago { unit: Unit::Week, is_exact: false, .. } => WEEK_AGO_SLACK_DAYS,
        _ => 0,
    };
    Some((plus(first, -slack)?, plus(last, slack)?))
}

/// Whether a form recurs every year: "5 March", "in June", "at Easter".
pub(super) fn is_yearly(form: &TimeForm) -> bool {
    reach_days(&form.day) == Some(YEARLY_REACH_DAYS)
}

/// How far from the day denoted the publication day can lie; `None` when the form does not depend on it.
fn reach_days(form: &DayForm) -> Option<i64> {
    let length = |unit: Unit| match unit {
        Unit::Week | Unit::Weekend => 7,
        Unit::Month => 31,
        Unit::Quarter => 92,
        Unit::Year => 366,
        Unit::Decade => 3_653,
        Unit::Century => 36_525,
        _ => 1,
    };
    match form {
        DayForm::Date { year: None, .. }
        | DayForm::Month { year: None, .. }
        | DayForm::Quarter { year: None, .. }
        | DayForm::Season { year: None, .. }
        | DayForm::Half { year: None, .. }
        | DayForm::Holiday { year: None, .. } => Some(YEARLY_REACH_DAYS),
        DayForm::MonthDay { .. } => Some(32),
        DayForm::Weekend { .. } => Some(9),
        DayForm::Weekday { .. } => Some(8),
        DayForm::WeekdayOf { weeks, .. } => Some(7 * i64::from(weeks.abs()) + 7),
        DayForm::Relative { count, unit }
        | DayForm::Ago { count, unit, .. }
        | DayForm::Passed { count, unit } => {
            Some(((i64::from(count.abs()) + 1) * length(*unit) + 8).min(40_000))
        }
        DayForm::Overnight => Some(2),
        DayForm::WeekOf { of, .. } => Some(reach_days(of)? + 7),
        DayForm::Range(a, b) => Some(reach_days(a)?.max(reach_days(b)?)),
        _ => None,
    }
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

pub(super) fn plus(date: Date, days: i64) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

fn shifted(on: Date, count: i32, unit: Unit) -> Option<Date> {
    let count = i64::from(count);
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return Some(on),
        Unit::Day => jiff::Span::new().try_days(count),
        Unit::Week | Unit::Weekend => jiff::Span::new().try_weeks(count),
        Unit::Month => jiff::Span::new().try_months(count),
        Unit::Quarter => jiff::Span::new().try_months(count * 3),
        Unit::Year => jiff::Span::new().try_years(count),
        Unit::Decade => jiff::Span::new().try_years(count * 10),
        Unit::Century => jiff::Span::new().try_years(count * 100),
    };
    on.checked_add(span.ok()?).ok()
}

fn week_start(on: Date) -> Option<Date> {
    plus(on, -i64::from(on.weekday().to_monday_zero_offset()))
}

pub(super) fn week_name(on: Date) -> String {
    let week = on.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The calendar unit that holds a day.
fn unit_around(on: Date, unit: Unit) -> Option<Days> {
    let year = on.year();
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Some(Days::day(on)),
        Unit::Week => {
            let monday = week_start(on)?;
            Some(Days::new(monday, plus(monday, 6)?, Precision::Week))
        }
        Unit::Weekend => {
            let monday = week_start(on)?;
            Some(Days::new(plus(monday, 5)?, plus(monday, 6)?, Precision::Week))
        }
        Unit::Month => month_of(year, on.month()),
        Unit::Quarter => quarter_of(year, (on.month() + 2) / 3),
        Unit::Year => Some(Days::new(date(year, 1, 1)?, date(year, 12, 31)?, Precision::Year)),
        Unit::Decade => {
            let first = year - year.rem_euclid(10);
            Some(Days::new(date(first, 1, 1)?, date(first + 9, 12, 31)?, Precision::Decade))
        }
        Unit::Century => {
            let first = year - year.rem_euclid(100);
            Some(Days::new(date(first, 1, 1)?, date(first + 99, 12, 31)?, Precision::Unknown))
        }
    }
}

/// The week that holds a day; a Sunday opens the week that follows it, as those who name a week by it count.
fn week_of(day: Date, unit: Unit) -> Option<Days> {
    let is_opening = unit == Unit::Week && day.weekday() == Weekday::Sunday;
    unit_around(plus(day, i64::from(is_opening))?, unit)
}

/// A length counted from a day: days exactly, weeks to the day with the precision of a week, months and years as units.
fn counted(on: Date, count: i32, unit: Unit, is_exact: bool) -> Option<Days> {
    if unit == Unit::Hour && count % 24 == 0 {
        return counted(on, count / 24, Unit::Day, is_exact);
    }
    let day = shifted(on, count, unit)?;
    match unit {
        Unit::Week if is_exact => Some(Days::day(day)),
        Unit::Week if count != 0 => Some(Days::new(day, day, Precision::Week)),
        _ => unit_around(day, unit),
    }
}

fn month_of(year: i16, month: i8) -> Option<Days> {
    let first = date(year, month, 1)?;
    Some(Days::new(first, first.last_of_month(), Precision::Month))
}

fn quarter_of(year: i16, quarter: i8) -> Option<Days> {
    let first = date(year, quarter * 3 - 2, 1)?;
    Some(Days::new(first, date(year, quarter * 3, 1)?.last_of_month(), Precision::Quarter))
}

fn half_of(year: i16, half: i8) -> Option<Days> {
    let first = date(year, half * 6 - 5, 1)?;
    Some(Days::new(first, date(year, half * 6, 1)?.last_of_month(), Precision::Unknown))
}

/// The holiday in the year said or the one the direction asks for.
fn holiday_near(
    which: super::form::Holiday,
    year: Option<i16>,
    direction: Direction,
    on: Option<Date>,
) -> Option<Date> {
    match year {
        Some(year) => holiday::day_in(which, year),
        None => {
            let on = on?;
            let days = (-2..=2).filter_map(|shift| holiday::day_in(which, on.year() + shift));
            nearest(days, direction, on)
        }
    }
}

/// A day of a month that is not named: the one of this month or its neighbours that fits the weekday and the direction.
fn month_day(day: i8, weekday: Option<Weekday>, direction: Direction, on: Date) -> Option<Date> {
    // A weekday falls on a given day of the month about every seventh month.
    let months = if weekday.is_some() { 12 } else { 3 };
    let days = (-months..=months).filter_map(|shift| {
        let month = shifted(date(on.year(), on.month(), 1)?, shift, Unit::Month)?;
        date(month.year(), month.month(), day).filter(|d| weekday.is_none_or(|w| d.weekday() == w))
    });
    nearest(days, direction, on)
}

/// The weekend that the direction asks for: one just begun or over counts as past.
fn weekend_near(direction: Direction, on: Date) -> Option<Days> {
    let this = unit_around(on, Unit::Weekend)?;
    let is_before = on < this.first;
    let weeks = match direction {
        Direction::Past if is_before => -1,
        Direction::Last => -1,
        Direction::Next if !is_before => 1,
        Direction::Around if (this.first - on).get_days() > WEEKEND_AHEAD_DAYS => -1,
        _ => 0,
    };
    unit_around(shifted(on, weeks, Unit::Week)?, Unit::Weekend)
}

/// The n-th (from the end, where negative) such unit or weekday of a stretch of days.
fn nth(n: i8, what: Counted, of: Days) -> Option<Days> {
    let from_end = n < 0;
    let steps = i64::from(n.unsigned_abs()) - 1;
    let days = match what {
        Counted::Weekday(weekday) => {
            let start = if from_end { of.last } else { of.first };
            let sign = if from_end { -1 } else { 1 };
            let first = (0..7).filter_map(|k| plus(start, sign * k)).find(|d| d.weekday() == weekday)?;
            Days::day(plus(first, sign * 7 * steps)?)
        }
        Counted::Unit(Unit::Day) if from_end => Days::day(plus(of.last, -steps)?),
        Counted::Unit(Unit::Day) => Days::day(plus(of.first, steps)?),
        Counted::Unit(unit) => {
            let sign = if from_end { -1 } else { 1 };
            // The first week is the one that holds the first Thursday, as in the ISO calendar.
            let anchor = match (unit, from_end) {
                (Unit::Week, false) => plus(week_start(plus(of.first, 3)?)?, 3)?,
                (Unit::Week, true) => plus(week_start(plus(of.last, -3)?)?, 3)?,
                (_, false) => of.first,
                (_, true) => of.last,
            };
            unit_around(shifted(anchor, sign * i32::try_from(steps).ok()?, unit)?, unit)?
        }
    };
    (days.last >= of.first && days.first <= of.last).then_some(days)
}

/// Puts a year where none is said.
pub(super) fn set_year(form: &mut DayForm, to: i16) {
    match form {
        DayForm::Date { year: year @ None, .. }
        | DayForm::Month { year: year @ None, .. }
        | DayForm::Quarter { year: year @ None, .. }
        | DayForm::Half { year: year @ None, .. }
        | DayForm::Season { year: year @ None, .. } => *year = Some(to),
        DayForm::Range(a, b) => {
            set_year(a, to);
            set_year(b, to);
        }
        _ => {}
    }
}

/// Meteorological seasons of the northern hemisphere; winter begins in December of its year.
fn season_of(year: i16, season: i8) -> Option<Days> {
    let first = date(year, 3 + 3 * season, 1)?;
    let last = first.checked_add(2.months()).ok()?.last_of_month();
    Some(Days::new(first, last, Precision::Season))
}

/// A thing that comes once a year, in the year said or the one the direction asks for.
fn yearly(
    year: Option<i16>,
    direction: Direction,
    on: Option<Date>,
    of: impl Fn(i16) -> Option<Days>,
) -> Option<Days> {
    if let Some(year) = year {
        return of(year);
    }
    let on = on?;
    let candidates = (-2..=2).filter_map(|shift| of(on.year() + shift));
    match direction {
        Direction::Past => candidates.filter(|d| d.first <= on).last(),
        Direction::Last => candidates.filter(|d| d.last < on).last(),
        Direction::Future => candidates.into_iter().find(|d| d.last >= on),
        Direction::Next => candidates.into_iter().find(|d| d.first > on),
        Direction::Around => candidates.min_by_key(|d| distance_days(on, d)),
    }
}

/// Days on either side of a day told in which "the Sunday" lies.
const WEEKDAY_TOLD_DAYS: i64 = 3;

/// "The following Tuesday", "the previous January" from a day told; "the Sunday" is the nearest.
fn told(of: &DayForm, on: Date) -> Option<Days> {
    match *of {
        DayForm::Weekday { weekday, direction: Direction::Around } => {
            let mut near = (-WEEKDAY_TOLD_DAYS..=WEEKDAY_TOLD_DAYS).filter_map(|days| plus(on, days));
            near.find(|d| d.weekday() == weekday).map(Days::day)
        }
        DayForm::Weekday { weekday, direction } => weekday_beside(weekday, direction, on).map(Days::day),
        _ => denote_day(of, Some(on)),
    }
}

/// The nearest such weekday before (`Last`) or after a day.
fn weekday_beside(weekday: Weekday, direction: Direction, day: Date) -> Option<Date> {
    let sign = if direction == Direction::Last { -1 } else { 1 };
    (1..=7).filter_map(|days| plus(day, sign * days)).find(|d| d.weekday() == weekday)
}

/// Days after a quarter in which its results are awaited.
const RESULTS_DAYS_MAX: i32 = 60;

fn distance_days(on: Date, days: &Days) -> i32 {
    let between = |a: Date, b: Date| (b - a).get_days();
    between(on, days.first).max(between(days.last, on)).max(0)
}

fn dated(
    year: Option<i16>,
    month: i8,
    day: i8,
    weekday: Option<Weekday>,
    direction: Direction,
    on: Option<Date>,
) -> Option<Date> {
    if let Some(year) = year {
        return date(year, month, day);
    }
    let on = on?;
    if let Some(weekday) = weekday {
        // A weekday beside the date tells the year by itself.
        let near = (-3..=3)
            .filter_map(|shift| date(on.year() + shift, month, day))
            .filter(|d| d.weekday() == weekday)
            .min_by_key(|d| distance_days(on, &Days::day(*d)));
        if near.is_some() {
            return near;
        }
    }
    let candidates = (-2..=2).filter_map(|shift| date(on.year() + shift, month, day));
    nearest(candidates, direction, on)
}

/// The day nearest to publication on the side that the direction asks for.
fn nearest(candidates: impl Iterator<Item = Date>, direction: Direction, on: Date) -> Option<Date> {
    let strict = |d: &Date| match direction {
        Direction::Last => *d < on,
        Direction::Next => *d > on,
        _ => true,
    };
    let cost = |d: &Date| {
        let days = (*d - on).get_days();
        let is_wrong = match direction {
            Direction::Past => days > DATE_SLACK_DAYS,
            Direction::Future => days < 0,
            _ => false,
        };
        days.abs() * if is_wrong { WRONG_SIDE_COST } else { 1 }
    };
    candidates.filter(strict).min_by_key(cost)
}

/// A numeric date is read only where one order is impossible or lies near the publication date.
fn numeric(first: i8, second: i8, year: i16, on: Option<Date>) -> Option<Date> {
    let month_first = date(year, first, second);
    let day_first = date(year, second, first);
    match (month_first, day_first) {
        (Some(a), Some(b)) if a != b => {
            let near =
                |d: Date| on.is_some_and(|on| i64::from((d - on).get_days()).abs() <= NUMERIC_NEAR_DAYS);
            match (near(a), near(b)) {
                (true, false) => Some(a),
                (false, true) => Some(b),
                _ => None,
            }
        }
        (a, b) => a.or(b),
    }
}

fn weekday_near(weekday: Weekday, direction: Direction, on: Date) -> Option<Date> {
    let from = match direction {
        Direction::Past => -6,
        Direction::Future => 0,
        Direction::Around => -2,
        // Nobody calls yesterday "last Thursday", or tomorrow "next Friday".
        Direction::Last => -8,
        Direction::Next => 2,
    };
    (from..from + 7).filter_map(|offset| plus(on, offset)).find(|d| d.weekday() == weekday)
}

fn edge(days: Days, edge: Edge, on: Option<Date>) -> Option<Days> {
    let Days { first, last, precision } = days;
    let length = i64::from((last - first).get_days()) + 1;
    let part = |from: i64, to: i64| {
        Some(Days::new(plus(first, length * from / 3)?, plus(first, length * to / 3 - 1)?, precision))
    };
    if length < 7 {
        return Some(days);
    }
    if precision == Precision::Decade
        && let Some(years) = part_of_decade(days, edge)
    {
        return Some(years);
    }
    match edge {
        Edge::Whole => Some(days),
        Edge::Start => part(0, 1),
        Edge::Mid => part(1, 2),
        Edge::End => part(2, 3),
        Edge::Earlier => Some(Days::new(first, on.map_or(last, |on| on.clamp(first, last)), precision)),
        Edge::Later => Some(Days::new(on.map_or(first, |on| on.clamp(first, last)), last, precision)),
    }
}

/// "the early 1980s" are five years, "the mid-1980s" the five in the middle: people do not count more exactly.
fn part_of_decade(days: Days, edge: Edge) -> Option<Days> {
    let first = days.first.year();
    let (from, to) = match edge {
        Edge::Start => (first, first + 4),
        Edge::Mid => (first + 3, first + 7),
        Edge::End => (first + 5, first + 9),
        _ => return None,
    };
    Some(Days::new(date(from, 1, 1)?, date(to, 12, 31)?, days.precision))
}

/// "P3D" as three days; `None` for lengths in more than one unit or without a number.
pub(super) fn whole_units(value: &str) -> Option<(i32, Unit)> {
    let (number, letter) = value.strip_prefix('P')?.split_at_checked(value.len().checked_sub(2)?)?;
    let unit = match letter {
        "D" => Unit::Day,
        "W" => Unit::Week,
        "M" => Unit::Month,
        "Y" => Unit::Year,
        _ => return None,
    };
    Some((number.parse().ok()?, unit))
}
