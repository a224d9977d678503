//! Calendar dates with a year, and clock times, as mastheads, bylines and metadata print them.
//!
//! Finds "Tuesday 17 May 2022, 08:15 local", "May 18, 2022 at 7:02 p.m. EDT", "2022/05/19",
//! "12:00 AM, December 07, 2016", "19.5.2022", "2022-05-18T19:02:00-04:00".
//!
//! It does not resolve "yesterday" or a date without a year: that takes the article's content, and is
//! the business of `rashomon-reconcile`.

use crate::months::{self, month_of};
use crate::pattern::regex;
use rashomon_text::{Date, Precision, Span, Time, Weekday};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// One date found in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// The words of the date, with its weekday and clock time.
    pub(crate) span: Span,
    /// The day (for a month alone: its first day).
    pub(crate) date: Date,
    /// The other reading of a date in figures whose order is open (4/5/2022).
    pub(crate) other: Option<Date>,
    /// Hour and minute of a clock time beside the date; midnight placeholders are left out.
    pub(crate) clock: Option<(i8, i8)>,
    /// The weekday printed beside the date.
    pub(crate) weekday: Option<Weekday>,
    /// Day, or Month when no day is given.
    pub(crate) precision: Precision,
}

impl FoundDate {
    /// As a [`Time`]: the minute where a clock time is given, else the day, else the month; for an
    /// ambiguous date the interval from the earlier to the later reading.
    pub(crate) fn to_time(&self) -> Time {
        if let Some(other) = self.other {
            let (first, last) = (self.date.min(other), self.date.max(other));
            return Time::days(first, last, Precision::Unknown, format!("{first}/{last}"));
        }
        if self.precision == Precision::Month {
            let timex = format!("{:04}-{:02}", self.date.year(), self.date.month());
            return Time::days(self.date, self.date.last_of_month(), Precision::Month, timex);
        }
        match self.clock {
            Some((hour, minute)) => {
                let moment = self.date.at(hour, minute, 0, 0);
                let timex = format!("{}T{hour:02}:{minute:02}", self.date);
                Time { start: Some(moment), end: Some(moment), precision: Precision::Minute, timex }
            }
            None => Time::day(self.date),
        }
    }

    /// Whether the printed weekday is not that of the date.
    pub(crate) fn weekday_contradicts(&self) -> bool {
        self.precision == Precision::Day && self.weekday.is_some_and(|weekday| weekday != self.date.weekday())
    }
}

const WEEKDAY: &str = "(?:(?P<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday|\
    mon|tues|tue|wednes|wed|thurs|thur|thu|fri|sat|sun)\\b\\.?,?\\s+(?:the\\s+)?)?";

/// Names of months in any language after the day, in English before it: "May 14, 2019", "14 de mayo de 2019".
static DATES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let any = months::alternatives(&[months::ENGLISH, months::OTHER]);
    let english = months::alternatives(&[months::ENGLISH]);
    let year = r"(?P<y>(?:19|20)\d\d)\b";
    let day = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?";
    [
        format!(
            r"(?i)\b{WEEKDAY}{day}\.?[\s-]*(?:of\s+|de\s+|d['’]|del\s+|ב)?(?P<mon>{any})\.?,?(?:\s+de|\s+del)?[\s-]+{year}"
        ),
        format!(r"(?i)\b{WEEKDAY}(?P<mon>{english})\b\.?\s*{day}\s*,?\s+{year}"),
        r"\b(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:\b|T)".to_owned(),
        format!(r"(?i)\b{WEEKDAY}(?P<d>\d{{1,2}})(?P<sep>[-/.])\s?(?P<m>\d{{1,2}})[-/.]\s?(?P<y>(?:19|20)\d\d)\b"),
        // "2020年1月5日", "2020년 1월 5일"; "2020. január 5."
        r"(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]".to_owned(),
        format!(r"(?i)\b(?P<y>20\d\d)\.\s(?P<mon>{any})\s{day}\."),
        format!(r"(?i)\b(?P<mon>{english})\b\.?,?\s+{year}"),
    ]
    .iter()
    .map(|pattern| regex(pattern))
    .collect()
});

/// "9/23/20"; "23.09.20", as German and Russian sites write it; no part of a longer number.
static SHORT_DATES: LazyLock<[Regex; 2]> = LazyLock::new(|| {
    [
        regex(&format!(r"(?i)\b{WEEKDAY}(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})/(?P<yy>\d\d)\b")),
        regex(
            r"(?:^|[^\d.,:/-])(?P<whole>(?P<d>[0-3]\d)(?P<sep>\.)(?P<m>[01]\d)\.(?P<yy>[012]\d))(?:$|[^\d.,:/%€$-]|[.,](?:\s|$))",
        ),
    ]
});

/// A clock time right after the date: ", 08:15 local", " at 7:02 p.m. EDT", "T19:02:00-04:00", " | 14.05 BST".
static CLOCK_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:T|[\s,|•·–—-]*(?:at\s+|um\s+|à\s+)?)(?P<h>\d{1,2})(?:[:.h](?P<min>\d\d))?(?::\d\d)?(?:\.\d+)?\s*(?P<ap>[ap]\.?\s?m\b\.?)?(?P<zone>\s*\(?(?:[A-Z]{2,5}\b|local\b|Z\b|[+-]\d\d:?\d\d)\)?)?",
    )
});

/// A clock time right before the date: "12:00 AM, ", "14:05 BST, 3 June".
static CLOCK_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?(?::\d\d)?\s*(?P<ap>[ap]\.?\s?m\b\.?)?(?P<zone>\s*\(?(?:[A-Z]{2,5}\b)\)?)?(?:\s*[,|•·–—-]\s*|\s+(?:on\s+)?)$",
    )
});

/// All dates with a year in `line`, left to right. Spans count from `offset`.
pub(crate) fn find_dates(line: &str, offset: usize) -> Vec<FoundDate> {
    if !line.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found: Vec<FoundDate> = Vec::new();
    // The names of months of thirty languages are looked for only where a year stands.
    let long = if has_year(line) { DATES.as_slice() } else { &[] };
    for pattern in long.iter().chain(SHORT_DATES.iter()) {
        for captures in pattern.captures_iter(line) {
            if let Some(date) = read(line, offset, &captures)
                && !found.iter().any(|earlier| earlier.span.overlaps(date.span))
            {
                found.push(date);
            }
        }
    }
    found.sort_by_key(|date| date.span);
    found
}

/// Whether four digits of a year from 1900 to 2099 stand somewhere.
fn has_year(line: &str) -> bool {
    let is_year = |w: &[u8]| matches!(&w[..2], b"19" | b"20") && w[2..].iter().all(u8::is_ascii_digit);
    line.as_bytes().windows(4).any(is_year)
}

fn read(line: &str, offset: usize, captures: &Captures<'_>) -> Option<FoundDate> {
    let whole = captures.name("whole").or_else(|| captures.get(0))?;
    let number = |name: &str| captures.name(name).and_then(|m| m.as_str().parse::<i16>().ok());
    let year = number("y").or_else(|| number("yy").map(|yy| if yy < 70 { 2000 + yy } else { 1900 + yy }))?;
    let weekday = captures.name("wd").and_then(|m| weekday_of(m.as_str()));
    let (month, day) = match captures.name("mon") {
        Some(name) => (month_of(name.as_str())?, number("d")),
        None => (i8::try_from(number("m")?).ok()?, number("d")),
    };
    let Some(day) = day else {
        let date = Date::new(year, month, 1).ok()?;
        let span = Span::new(offset + whole.start(), offset + whole.end());
        return Some(FoundDate {
            span,
            date,
            other: None,
            clock: None,
            weekday,
            precision: Precision::Month,
        });
    };
    let day = i8::try_from(day).ok()?;
    let year_last = captures.name("d").zip(captures.name("m")).is_some_and(|(d, m)| d.start() < m.start());
    let (date, other) = if year_last {
        in_figures(year, day, month, captures.name("sep").is_some_and(|sep| sep.as_str() == "."))?
    } else {
        (Date::new(year, month, day).ok()?, None)
    };
    let (clock, start, end) = clock_beside(line, whole.start(), whole.end());
    let span = Span::new(offset + start, offset + end);
    Some(FoundDate { span, date, other, clock, weekday, precision: Precision::Day })
}

/// The readings of `a/b/year`. A dot is day-first everywhere; else both readings stand where both exist.
fn in_figures(year: i16, a: i8, b: i8, dotted: bool) -> Option<(Date, Option<Date>)> {
    let day_first = Date::new(year, b, a).ok();
    let month_first = Date::new(year, a, b).ok().filter(|_| !dotted);
    match (day_first, month_first) {
        (Some(x), Some(y)) if x != y => Some((x, Some(y))),
        (Some(x), _) | (None, Some(x)) => Some((x, None)),
        (None, None) => None,
    }
}

/// The clock time after or before the date, and the widened range of bytes.
fn clock_beside(line: &str, start: usize, end: usize) -> (Option<(i8, i8)>, usize, usize) {
    // A `T` that the ISO pattern has consumed belongs to the clock.
    let end = if line[..end].ends_with('T') { end - 1 } else { end };
    if let Some(captures) = CLOCK_AFTER.captures(&line[end..])
        && let Some(clock) = hour_minute(&captures)
    {
        let stop = end + captures.get(0).map_or(0, |m| m.end());
        return (real_clock(clock), start, stop);
    }
    if let Some(captures) = CLOCK_BEFORE.captures(&line[..start])
        && let Some(clock) = hour_minute(&captures)
    {
        let from = captures.get(0).map_or(start, |m| m.start());
        return (real_clock(clock), from, end);
    }
    (None, start, end)
}

/// Midnight is what a content system prints when it knows the day only.
fn real_clock(clock: (i8, i8)) -> Option<(i8, i8)> {
    (clock != (0, 0)).then_some(clock)
}

fn hour_minute(captures: &Captures<'_>) -> Option<(i8, i8)> {
    let number = |name: &str| captures.name(name).and_then(|m| m.as_str().parse::<i8>().ok());
    let hour = number("h")?;
    let half = captures.name("ap").map(|m| m.as_str().starts_with(['p', 'P']));
    // A bare number is a clock time only with minutes or "p.m.".
    if half.is_none() && number("min").is_none() {
        return None;
    }
    let minute = number("min").unwrap_or(0);
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

/// The weekday of an English name or abbreviation.
pub(crate) fn weekday_of(name: &str) -> Option<Weekday> {
    let name = name.to_lowercase();
    [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sun", Weekday::Sunday),
    ]
    .iter()
    .find(|(start, _)| name.starts_with(start))
    .map(|&(_, weekday)| weekday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, timex: &[&str]) {
        let found: Vec<String> = find_dates(line, 0).iter().map(|date| date.to_time().timex).collect();
        assert_eq!(found, timex, "in {line:?}");
    }

    #[test]
    fn reads_the_usual_forms() {
        check("Tuesday 14 May 2019, 08:15 local (13:15 GMT)", &["2019-05-14T08:15"]);
        check("May 14, 2019 at 7:02 p.m. EDT", &["2019-05-14T19:02"]);
        check("Published on 12:00 AM, December 07, 2018", &["2018-12-07"]);
        check("Posted by admin on 2019/05/14", &["2019-05-14"]);
        check("14:05 BST, 3rd June 2019", &["2019-06-03T14:05"]);
        check("2019-05-14T19:02:00-04:00", &["2019-05-14T19:02"]);
        check("Sept. 3, 2019", &["2019-09-03"]);
        check("14.5.2019", &["2019-05-14"]);
        check("June 2019", &["2019-06"]);
        check("3/14/19", &["2019-03-14"]);
    }

    #[test]
    fn leaves_an_open_order_open() {
        check("4/5/2019", &["2019-04-05/2019-05-04"]);
        check("5/5/2019", &["2019-05-05"]);
    }

    #[test]
    fn reads_the_forms_of_other_languages() {
        check("Mittwoch, 27. Januar 2021, 12:30 Uhr", &["2021-01-27T12:30"]);
        check("Publié le 23 août 2019 à 14h05", &["2019-08-23T14:05"]);
        check("12 de marzo de 2020", &["2020-03-12"]);
        check("5 października 2021", &["2021-10-05"]);
        check("3 декабря 2020", &["2020-12-03"]);
        check("2020年3月5日", &["2020-03-05"]);
        check("2021. május 7.", &["2021-05-07"]);
        check("23.09.20 | 18:19", &["2020-09-23T18:19"]);
        check("Version 10.11.12.13 and 1.23.09.20 of the rules", &[]);
    }

    #[test]
    fn reads_no_date_where_none_is() {
        check("The 2019 season had 12 games", &[]);
        check("Call 555 2019", &[]);
        check("May 14", &[]);
    }

    #[test]
    fn sees_a_wrong_weekday() {
        let found = find_dates("Thursday, March 1, 2024", 0);
        assert!(found[0].weekday_contradicts());
        assert!(!find_dates("Friday, March 1, 2024", 0)[0].weekday_contradicts());
    }
}
