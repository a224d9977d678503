//! The TIMEX dialect of Microsoft's recognisers: what it makes of the expressions of our record.
//!
//! Stretches are `(start,end,length)` with the end left out of them; a part of a date that the text does not say stays
//! open (`XXXX-05-02`); "last" and "next" before a weekday mean the week beside this one; a number of months or years
//! is counted to the day; "a few" is three.

use super::clock_stretches;
use crate::engine::Read;
use rashomon_reading::time::{
    self, Bound, Clock, Counted, DayForm, Direction, Edge, Reference, TimeExpression, TimexType, Unit,
    whole_units,
};
use rashomon_text::{Date, DateTime, Precision, Span, Time};

/// One expression as the set has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) kind: &'static str,
    pub(super) value: String,
}

/// The article's times in the dialect: two that bound a stretch are one, "Monday or Tuesday" is two.
pub(super) fn marks(read: &Read, published: Option<Date>) -> Vec<Mark> {
    let text = &read.parsed.article.text;
    let of_one = |t: &TimeExpression| alternatives(text, t, published);
    let times: Vec<TimeExpression> = read.reading.times.iter().flat_map(of_one).collect();
    let mut marks = Vec::new();
    let mut i = 0;
    while let Some(time) = times.get(i) {
        let rest = &times[i..];
        let joined = clock_stretches::stretch(text, rest)
            .or_else(|| clock_stretches::recurring(text, rest))
            .or_else(|| Some((stretch(text, time, rest.get(1)?, published)?, 2)));
        let (mark, taken) = joined.unwrap_or_else(|| (mark(text, time, published), 1));
        marks.push(mark);
        i += taken;
    }
    marks
}

/// "next Monday or Tuesday" as two, everything else as it is.
fn alternatives(text: &str, time: &TimeExpression, published: Option<Date>) -> Vec<TimeExpression> {
    let written = time.span.slice(text);
    if let (DayForm::Range(first, last), Some(at)) = (&time.form.day, written.find(" or ")) {
        let at = time.span.start() + at;
        let part = |day: &DayForm, span| TimeExpression { span, ..resolved(time, day.clone(), published) };
        let spans = [Span::new(time.span.start(), at), Span::new(at + " or ".len(), time.span.end())];
        let is_bare = !spans[1].slice(text).contains(' ');
        let last = match last.as_ref() {
            DayForm::WeekdayOf { weekday, .. } | DayForm::Weekday { weekday, .. } if is_bare => {
                &DayForm::Weekday { weekday: *weekday, direction: Direction::Around }
            }
            other => other,
        };
        return vec![part(&conventional(first), spans[0]), part(&conventional(last), spans[1])];
    }
    let day = conventional(&time.form.day);
    vec![if day == time.form.day { time.clone() } else { resolved(time, day, published) }]
}

/// The expression with another calendar part, resolved by itself.
fn resolved(time: &TimeExpression, day: DayForm, published: Option<Date>) -> TimeExpression {
    let mut other = [time.clone()];
    other[0].form.day = day;
    time::resolve(&mut other, published.map(Time::day).as_ref());
    let [other] = other;
    other
}

/// How the set reads a form: the weekday after "last" and "next" lies in the week beside this one, a weekday beside a
/// date says nothing of the year, and the month comes first in a date in digits.
fn conventional(day: &DayForm) -> DayForm {
    let inner = |day: &DayForm| Box::new(conventional(day));
    match day {
        DayForm::Weekday { weekday, direction: Direction::Next } => {
            DayForm::WeekdayOf { weekday: *weekday, weeks: 1 }
        }
        DayForm::Weekday { weekday, direction: Direction::Last } => {
            DayForm::WeekdayOf { weekday: *weekday, weeks: -1 }
        }
        DayForm::Numeric { first, second, year } if *first <= 12 => DayForm::Date {
            year: Some(*year),
            month: *first,
            day: *second,
            weekday: None,
            direction: Direction::Around,
        },
        DayForm::Date { year: None, month, day, weekday: Some(_), direction } => {
            DayForm::Date { year: None, month: *month, day: *day, weekday: None, direction: *direction }
        }
        DayForm::Beyond { count, unit, of } => DayForm::Beyond { count: *count, unit: *unit, of: inner(of) },
        other => other.clone(),
    }
}

fn mark(text: &str, time: &TimeExpression, published: Option<Date>) -> Mark {
    let special = counted(text, time, published).or_else(|| ranged(time, published));
    let (kind, value) = match special {
        Some(value) => (TimexType::Date, value),
        None => (time.kind, plain(text, time)),
    };
    Mark { span: time.span, kind: kind.as_str(), value }
}

/// Lengths counted from a day: "the last three months", "within nine months" are stretches, "two months ago" a day.
fn counted(text: &str, time: &TimeExpression, published: Option<Date>) -> Option<String> {
    let on = published?;
    match &time.form.day {
        DayForm::Passed { count, unit } => {
            let n = count.abs();
            let on = if *unit == Unit::Quarter { quarter_start(on)? } else { on };
            let is_within = before(text, time).ends_with("within");
            match (*count < 0, unit) {
                (false, _) if is_within => counted_stretch(on, n, *unit),
                (true, _) => counted_stretch(moved(on, *count, *unit)?, n, *unit),
                (false, Unit::Quarter) => counted_stretch(moved(on, 1, *unit)?, n, *unit),
                (false, _) => counted_stretch(on.tomorrow().ok()?, n, *unit),
            }
        }
        DayForm::Duration(length) if before(text, time).ends_with("within") => {
            let (count, unit) = whole_units(length)?;
            counted_stretch(on, count, unit)
        }
        DayForm::Ago { count, unit: unit @ (Unit::Month | Unit::Year), .. } => {
            Some(moved(on, *count, *unit)?.to_string())
        }
        DayForm::Beyond { count, unit: unit @ (Unit::Month | Unit::Year), of } => {
            let from = resolved(time, of.as_ref().clone(), published).resolved?.first_day()?;
            Some(moved(from, *count, *unit)?.to_string())
        }
        _ => None,
    }
}

/// So many units from a day on, with the length as it was said.
fn counted_stretch(from: Date, count: i32, unit: Unit) -> Option<String> {
    let length = match unit {
        Unit::Day => format!("P{count}D"),
        Unit::Week => format!("P{count}W"),
        Unit::Month => format!("P{count}M"),
        Unit::Quarter => format!("P{}M", 3 * count),
        Unit::Year => format!("P{count}Y"),
        _ => return None,
    };
    Some(format!("({from},{},{length})", moved(from, count, unit)?))
}

fn quarter_start(on: Date) -> Option<Date> {
    Date::new(on.year(), (on.month() - 1) / 3 * 3 + 1, 1).ok()
}

fn moved(from: Date, count: i32, unit: Unit) -> Option<Date> {
    let span = jiff::Span::new();
    let span = match unit {
        Unit::Day => span.try_days(count),
        Unit::Week => span.try_weeks(count),
        Unit::Month => span.try_months(count),
        Unit::Quarter => span.try_months(3 * count),
        Unit::Year => span.try_years(count),
        _ => return None,
    };
    from.checked_add(span.ok()?).ok()
}

/// "2014-2018", "November 18-19", and a number of units told off within a longer one.
fn ranged(time: &TimeExpression, published: Option<Date>) -> Option<String> {
    let DayForm::Range(first, last) = &time.form.day else { return None };
    if matches!(first.as_ref(), DayForm::Nth { .. }) {
        let whole = time.resolved.as_ref()?;
        return triple(whole.start?, whole.end?);
    }
    let part = |day: &DayForm| end(&resolved(time, day.clone(), published), published);
    between(&part(first)?, &part(last)?)
}

/// Two expressions with "to" between them, or "and" after "between", are one stretch.
fn stretch(text: &str, from: &TimeExpression, to: &TimeExpression, published: Option<Date>) -> Option<Mark> {
    let gap = text.get(from.span.end()..to.span.start())?.trim().to_lowercase();
    let opening = before(text, from);
    let opener = ["from", "between"].into_iter().find(|o| opening.ends_with(o));
    let is_linked = match gap.as_str() {
        "to" | "-" | "–" | "~" | "through" | "till" | "until" => true,
        "and" => opener == Some("between"),
        _ => false,
    };
    if from.block != to.block {
        return None;
    }
    if let DayForm::Duration(length) = &from.form.day {
        let (count, unit) = whole_units(length)?;
        let is_start =
            matches!(gap.as_str(), "starting" | "starting on" | "starting from" | "beginning" | "from");
        let first = to.resolved.as_ref()?.single_day().filter(|_| is_start)?;
        return Some(Mark {
            span: from.span.cover(to.span),
            kind: "DATE",
            value: counted_stretch(first, count, unit)?,
        });
    }
    if !is_linked {
        return None;
    }
    let value = between(&end(from, published)?, &end(to, published)?)?;
    let start = from.span.start() - opener.map_or(0, |o| o.len() + 1);
    Some(Mark { span: Span::new(start, to.span.end()), kind: "DATE", value })
}

/// The text before an expression, in lower case.
fn before(text: &str, time: &TimeExpression) -> String {
    /// Longer than any preposition.
    const REACH: usize = 12;
    let head = text[..time.span.start()].trim_end();
    let start = head.char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
    head[start..].to_lowercase()
}

/// What a stretch is told in: years, months or days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Grain {
    Day,
    Month,
    Year,
}

/// One end of a stretch.
#[derive(Clone, Copy, Debug)]
struct End {
    day: Date,
    grain: Grain,
    /// The text does not say the year.
    is_open: bool,
}

fn end(time: &TimeExpression, published: Option<Date>) -> Option<End> {
    if time.form.clock.is_some() {
        return None;
    }
    let day = &time.form.day;
    let is_open = is_open(day);
    if matches!(day, DayForm::Reference(Reference::Present)) {
        return Some(End { day: published?, grain: Grain::Day, is_open });
    }
    let mut whole = time.clone();
    whole.form.edge = Edge::Whole;
    let whole = resolved(&whole, day.clone(), published).resolved?;
    let (first, last) = (whole.first_day()?, whole.last_day()?);
    let edged = match time.form.edge {
        Edge::End => last.tomorrow().ok()?,
        Edge::Mid => moved(first, ((last - first).get_days() + 1) / 2, Unit::Day)?,
        _ => first,
    };
    let grain = match (whole.precision, time.form.edge) {
        (Precision::Year | Precision::Decade, Edge::Whole) => Grain::Year,
        (
            Precision::Year | Precision::Decade | Precision::Month | Precision::Quarter | Precision::Season,
            _,
        ) => Grain::Month,
        _ => Grain::Day,
    };
    Some(End { day: edged, grain, is_open })
}

fn is_open(day: &DayForm) -> bool {
    matches!(
        day,
        DayForm::Date { year: None, .. }
            | DayForm::Month { year: None, .. }
            | DayForm::Quarter { year: None, .. }
    )
}

/// The stretch from the beginning of one time to that of another, in the coarser unit of both.
fn between(from: &End, to: &End) -> Option<String> {
    let last = if to.day <= from.day && to.is_open { moved(to.day, 1, Unit::Year)? } else { to.day };
    if last <= from.day {
        return None;
    }
    let years = i32::from(last.year()) - i32::from(from.day.year());
    let months = 12 * years + i32::from(last.month() - from.day.month());
    let length = match from.grain.min(to.grain) {
        Grain::Year => format!("P{years}Y"),
        Grain::Month => format!("P{months}M"),
        Grain::Day => format!("P{}D", (last - from.day).get_days()),
    };
    let written = |end: &End, day: Date| if end.is_open { year_open(day) } else { day.to_string() };
    Some(format!("({},{},{length})", written(from, from.day), written(to, last)))
}

fn year_open(day: Date) -> String {
    format!("XXXX-{:02}-{:02}", day.month(), day.day())
}

/// A value that needs no counting: moments as the set resolves them, a time of day without its day, open years where
/// the expression bounds something, and a triple for what has no name of its own.
fn plain(text: &str, time: &TimeExpression) -> String {
    let unresolved = || open(time).unwrap_or_else(|| time.timex.clone());
    if let DayForm::Duration(length) = &time.form.day {
        return length.replace('X', "3");
    }
    if let DayForm::Set(value) = &time.form.day {
        return value.strip_prefix("XXXX-XX-XX").unwrap_or(value).to_owned();
    }
    let Some(resolved) = &time.resolved else { return unresolved() };
    if let Some(Clock::At { hour, minute }) = time.form.clock {
        let clock = format!("{:02}:{:02}:00", hour % 24, minute.unwrap_or(0));
        return match resolved.first_day() {
            _ if time.form.day == DayForm::Unsaid && time.bound != Bound::At => {
                clock_stretches::hour(text, time).unwrap_or(clock)
            }
            _ if time.form.day == DayForm::Unsaid => clock,
            Some(day) => format!("{day} {clock}"),
            None => resolved.timex.clone(),
        };
    }
    let is_bound = time.bound != Bound::At || time.form.edge != Edge::Whole;
    let is_day = matches!(time.form.day, DayForm::Date { .. });
    if let Some(open) = open(time).filter(|_| time.form.clock.is_none() && (is_bound || !is_day)) {
        return open;
    }
    if let (DayForm::Decade(first), false) =
        (&time.form.day, time.span.slice(text).chars().filter(char::is_ascii_digit).count() == 4)
    {
        let tens = |year: i16| year.rem_euclid(100);
        return format!("(XX{:02}-01-01,XX{:02}-01-01,P10Y)", tens(*first), tens(first + 10));
    }
    let is_named = !matches!(resolved.precision, Precision::Unknown | Precision::Decade | Precision::Quarter);
    match (is_named || time.kind != TimexType::Date || time.bound != Bound::At, resolved.start, resolved.end)
    {
        (false, Some(start), Some(end)) => triple(start, end).unwrap_or_else(|| resolved.timex.clone()),
        _ => resolved.timex.clone(),
    }
}

/// The value with what the text does not say left open; `None` where it says all.
fn open(time: &TimeExpression) -> Option<String> {
    match &time.form.day {
        DayForm::Date { year: None, month, day, .. } => Some(format!("XXXX-{month:02}-{day:02}")),
        DayForm::Date { year: Some(year), month, day, .. } if time.resolved.is_none() => {
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        DayForm::Month { year: None, month, .. } => Some(format!("XXXX-{month:02}")),
        DayForm::Quarter { year: None, quarter, .. } => {
            let (first, after) = (3 * quarter - 2, (3 * quarter) % 12 + 1);
            Some(format!("(XXXX-{first:02}-01,XXXX-{after:02}-01,P3M)"))
        }
        DayForm::Nth { n, what: Counted::Unit(Unit::Day), of } => match of.as_ref() {
            DayForm::Month { year: None, month, .. } if *n > 0 => Some(format!("XXXX-{month:02}-{n:02}")),
            _ => None,
        },
        DayForm::Nth { n, what: Counted::Unit(Unit::Week), of } => {
            week_of_month(*n, of, time.resolved.as_ref()?)
        }
        DayForm::WeekOf { unit: Unit::Week, of } => match of.as_ref() {
            DayForm::Date { year: None, month, day, .. } => Some(format!("XXXX-{month:02}-{day:02}")),
            _ => None,
        },
        _ => None,
    }
}

/// "the last week of July": `XXXX-07-W05`.
fn week_of_month(n: i8, of: &DayForm, week: &Time) -> Option<String> {
    let n = if n < 0 { 6 + n } else { n };
    match of {
        DayForm::Month { year: None, month, .. } => Some(format!("XXXX-{month:02}-W{n:02}")),
        DayForm::Month { year: Some(year), month, .. } => Some(format!("{year:04}-{month:02}-W{n:02}")),
        DayForm::Relative { unit: Unit::Month, .. } => {
            // The Thursday of a week tells its month.
            let day = moved(week.first_day()?, 3, Unit::Day)?;
            Some(format!("{:04}-{:02}-W{n:02}", day.year(), day.month()))
        }
        _ => None,
    }
}

/// Days from the first to the last of a stretch, as `(start,end,length)`.
fn triple(start: DateTime, end: DateTime) -> Option<String> {
    let (start, end) = (start.date(), end.date().tomorrow().ok()?);
    let months = i32::from(end.year() - start.year()) * 12 + i32::from(end.month() - start.month());
    let length = if start.day() == end.day() && months > 0 {
        if months % 12 == 0 { format!("P{}Y", months / 12) } else { format!("P{months}M") }
    } else {
        format!("P{}D", start.until(end).ok()?.get_days())
    };
    Some(format!("({start},{end},{length})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn triples_end_on_the_day_after() {
        let at = |d: &str| day(d).at(0, 0, 0, 0);
        assert_eq!(
            triple(at("2021-09-01"), at("2021-12-31")).as_deref(),
            Some("(2021-09-01,2022-01-01,P4M)")
        );
        assert_eq!(
            triple(at("2021-09-01"), at("2021-09-07")).as_deref(),
            Some("(2021-09-01,2021-09-08,P7D)")
        );
    }

    #[test]
    fn stretches_are_told_in_the_finer_unit_of_their_ends() {
        let end = |d: &str, grain, is_open| End { day: day(d), grain, is_open };
        let year = |d| end(d, Grain::Year, false);
        assert_eq!(
            between(&year("2014-01-01"), &year("2018-01-01")).as_deref(),
            Some("(2014-01-01,2018-01-01,P4Y)")
        );
        let month = |d| end(d, Grain::Month, true);
        assert_eq!(
            between(&month("2018-11-01"), &month("2018-03-01")).as_deref(),
            Some("(XXXX-11-01,XXXX-03-01,P4M)")
        );
        assert_eq!(between(&year("2018-01-01"), &year("2014-01-01")), None);
    }

    #[test]
    fn lengths_keep_their_unit() {
        assert_eq!(
            counted_stretch(day("2016-11-08"), 3, Unit::Week).as_deref(),
            Some("(2016-11-08,2016-11-29,P3W)")
        );
        assert_eq!(whole_units("P9M"), Some((9, Unit::Month)));
        assert_eq!(whole_units("PT9M"), None);
    }
}
