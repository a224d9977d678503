//! TIMEX3 values of days, of what is not resolved, and of lengths of time.

use super::calendar::{Days, plus, week_name};
use super::form::{Clock, Counted, DayForm, TimeForm, Unit};
use jiff::ToSpan;
use rashomon_text::Precision;

/// The TIMEX3 value of an interval of days.
pub(super) fn timex_of(days: Days) -> String {
    let Days { first, last, precision } = days;
    match precision {
        Precision::Week if first == last => first.to_string(),
        Precision::Week if last == plus(first, 1).unwrap_or(first) => format!("{}-WE", week_name(first)),
        Precision::Week => week_name(first),
        Precision::Month => format!("{:04}-{:02}", first.year(), first.month()),
        Precision::Quarter => format!("{:04}-Q{}", first.year(), (first.month() + 2) / 3),
        Precision::Season => {
            let (name, year) = match first.month() {
                3..=5 => ("SP", first.year()),
                6..=8 => ("SU", first.year()),
                9..=11 => ("FA", first.year()),
                12 => ("WI", first.year()),
                _ => ("WI", first.year() - 1),
            };
            format!("{year:04}-{name}")
        }
        Precision::Year => year_name(first.year()),
        Precision::Decade => format!("{:03}", first.year() / 10),
        Precision::Unknown if is_span(days, 12 * 100) && first.year().rem_euclid(100) == 0 => {
            format!("{:02}", first.year().div_euclid(100))
        }
        Precision::Unknown if is_span(days, 6) && matches!(first.month(), 1 | 7) => {
            format!("{:04}-H{}", first.year(), if first.month() == 1 { 1 } else { 2 })
        }
        Precision::PartOfDay if first != last => format!("{first}TNI"),
        _ if first == last => first.to_string(),
        _ => format!("{first}/{last}"),
    }
}

/// A year; before our era as TIMEX3 writes it.
fn year_name(year: i16) -> String {
    if year < 0 { format!("BC{:04}", -year) } else { format!("{year:04}") }
}

/// Whether the days are so many whole months from the first of one on.
fn is_span(days: Days, months: i32) -> bool {
    let after = days.first.checked_add(months.months()).ok();
    days.first.day() == 1 && after.is_some_and(|a| plus(days.last, 1) == Some(a))
}

/// The same while the publication date is not known.
pub(super) fn timex_unresolved(form: &TimeForm) -> String {
    let base = day_unresolved(&form.day);
    match form.clock {
        _ if form.is_span_or_set() => base,
        Some(Clock::At { hour, minute }) => format!("{base}T{hour:02}:{:02}", minute.unwrap_or(0)),
        Some(Clock::Part(part)) => format!("{base}T{}", part.timex()),
        None => base,
    }
}

fn day_unresolved(form: &DayForm) -> String {
    let year = |y: &Option<i16>| y.map_or("XXXX".to_owned(), |y| format!("{y:04}"));
    match form {
        DayForm::Date { year: y, month, day, .. } => format!("{}-{month:02}-{day:02}", year(y)),
        DayForm::Numeric { year, .. } => format!("{year:04}-XX-XX"),
        DayForm::Month { year: y, month, .. } => format!("{}-{month:02}", year(y)),
        DayForm::Quarter { year: y, quarter, .. } => format!("{}-Q{quarter}", year(y)),
        DayForm::Season { year: y, season, .. } => {
            let name = ["SP", "SU", "FA", "WI"].get(usize::from(season.unsigned_abs())).unwrap_or(&"XX");
            format!("{}-{name}", year(y))
        }
        DayForm::Year(y) => year_name(*y),
        DayForm::Century(y) => format!("{:02}", y.div_euclid(100)),
        DayForm::Half { year: y, half, .. } => format!("{}-H{half}", year(y)),
        DayForm::Fiscal { year: y, quarter } => {
            let quarter = quarter.map_or(String::new(), |q| format!("-Q{q}"));
            format!("FY{}{quarter}", year(y))
        }
        DayForm::Holiday { holiday: super::form::Holiday::Fixed(month, day), year: y, .. } => {
            format!("{}-{month:02}-{day:02}", year(y))
        }
        DayForm::Holiday { year: y, .. } => format!("{}-XX-XX", year(y)),
        DayForm::MonthDay { day, .. } => format!("XXXX-XX-{day:02}"),
        DayForm::Weekend { .. } => "XXXX-WXX-WE".to_owned(),
        DayForm::InYear { of, .. } => day_unresolved(of),
        DayForm::Nth { what: Counted::Unit(Unit::Week), .. } | DayForm::WeekOf { unit: Unit::Week, .. } => {
            "XXXX-WXX".to_owned()
        }
        DayForm::WeekOf { .. } => "XXXX-WXX-WE".to_owned(),
        DayForm::Nth { what: Counted::Unit(Unit::Month), .. } => "XXXX-XX".to_owned(),
        DayForm::Nth { .. } | DayForm::Beyond { .. } | DayForm::WeekdayBeside { .. } => {
            "XXXX-XX-XX".to_owned()
        }
        DayForm::Told { of } => day_unresolved(of),
        DayForm::Same { unit: Unit::Month, .. } => "XXXX-XX".to_owned(),
        DayForm::Same { unit: Unit::Quarter, .. } => "XXXX-QX".to_owned(),
        DayForm::Same { .. } => "XXXX-XX-XX".to_owned(),
        DayForm::Reference(reference) => reference.timex().to_owned(),
        DayForm::Decade(y) => format!("{:03}", y / 10),
        DayForm::Weekday { weekday, .. }
        | DayForm::WeekdayOf { weekday, .. }
        | DayForm::Indefinite(weekday) => {
            format!("XXXX-WXX-{}", weekday.to_monday_one_offset())
        }
        DayForm::Relative { unit, .. } | DayForm::Ago { unit, .. } | DayForm::FromEvent { unit, .. } => {
            match unit {
                Unit::Week => "XXXX-WXX",
                Unit::Weekend => "XXXX-WXX-WE",
                Unit::Month => "XXXX-XX",
                Unit::Quarter => "XXXX-QX",
                Unit::Year => "XXXX",
                Unit::Decade => "XXX",
                Unit::Century => "XX",
                _ => "XXXX-XX-XX",
            }
            .to_owned()
        }
        DayForm::Passed { count, unit } => duration(Some(f64::from(count.abs())), *unit),
        DayForm::Overnight => "XXXX-XX-XXTNI".to_owned(),
        DayForm::Unsaid => "XXXX-XX-XX".to_owned(),
        DayForm::Range(a, b) => format!("{}/{}", day_unresolved(a), day_unresolved(b)),
        DayForm::Duration(value) | DayForm::Set(value) => value.to_string(),
    }
}

/// `P3D`, `PT37H`, `PXM`; a decade is `P10Y`.
pub(super) fn duration(count: Option<f64>, unit: Unit) -> String {
    let (letter, times) = match unit {
        Unit::Second => ("TS", 1.0),
        Unit::Minute => ("TM", 1.0),
        Unit::Hour => ("TH", 1.0),
        Unit::Day => ("D", 1.0),
        Unit::Week => ("W", 1.0),
        Unit::Weekend => ("WE", 1.0),
        Unit::Month => ("M", 1.0),
        Unit::Quarter => ("M", 3.0),
        Unit::Year => ("Y", 1.0),
        Unit::Decade => ("Y", 10.0),
        Unit::Century => ("Y", 100.0),
    };
    let number = count.map_or("X".to_owned(), |n| format!("{}", n * times));
    match letter.strip_prefix('T') {
        Some(clock) => format!("PT{number}{clock}"),
        None => format!("P{number}{letter}"),
    }
}
