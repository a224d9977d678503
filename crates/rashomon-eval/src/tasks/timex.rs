//! Time expressions: `meantime` (TIMEX3), `gum` (TEI values, calendar time only), `recognizers_specs` (the TIMEX dialect
//! of Microsoft's recognisers).

use crate::bench::{GoldSet, Record};
use crate::engine::{Engine, Read};
use crate::errors::Fault;
use crate::spans;
use crate::task::{Run, Standard, Task};
use rashomon_reading::time::{Bound, TimeExpression, TimexType};
use rashomon_text::{Date, DateTime, Precision, Time};
use serde_json::{Value, json};

pub(crate) struct Timex;

const STANDARDS: &[Standard] = &[
    Standard::new("meantime", "relaxed.f1", 0.95, "HeidelTime 0.940"),
    Standard::new("meantime", "value.f1", 0.88, "HeidelTime 0.839"),
    Standard::new("gum", "relaxed.f1", 0.85, ""),
    Standard::new("gum", "value.f1", 0.75, ""),
    Standard::new("recognizers_specs", "news.value_accuracy", 0.90, ""),
];

/// How a set writes values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialect {
    /// TIMEX3, as our record.
    Timex3,
    /// TEI: a date, or `from/to`; no durations, no sets.
    Tei,
    /// Microsoft's recognisers: ranges as `(start,end,length)`, end exclusive.
    Recognizers,
}

impl Task for Timex {
    fn name(&self) -> &'static str {
        "timex"
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let dialect = dialect(set);
        Ok(engine.each(set, |record| {
            engine.read_record(record, |read| {
                let times = read.reading.times.iter();
                let timex: Vec<Value> = times.filter_map(|t| expression(read, t, dialect)).collect();
                json!({"id": record.id(), "timex": timex})
            })
        }))
    }

    fn runs(&self, set: &GoldSet) -> Vec<Run> {
        const MEASURES: &[&str] = &["relaxed", "value", "strict", "value_accuracy", "type_accuracy"];
        match dialect(set) {
            Dialect::Recognizers => {
                let loose = vec!["--loose-value".to_owned()];
                let all = Run { args: loose, ..Run::plain(MEASURES) };
                vec![Run { label: "news", only: Some(is_news), ..all.clone() }, all]
            }
            _ => vec![Run::plain(MEASURES)],
        }
    }

    fn faults(&self, set: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        let label = |v: &Value| {
            format!("{} {}", v["type"].as_str().unwrap_or("?"), v["value"].as_str().unwrap_or("?"))
        };
        let differ = |g: &Value, p: &Value| {
            let is_equal = match dialect(set) {
                Dialect::Timex3 => g["value"] == p["value"],
                Dialect::Tei => same_days(&g["value"], &p["value"]),
                Dialect::Recognizers => is_resolved(g, &p["value"]),
            };
            (!is_equal).then(|| {
                let said =
                    format!("gold {} ours {}, published {}", g["value"], p["value"], record.str("dct"));
                ("wrong value".to_owned(), said)
            })
        };
        spans::faults(
            record,
            record.list("timex"),
            prediction["timex"].as_array().map_or(&[], Vec::as_slice),
            label,
            differ,
        )
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }
}

/// A set is written in the dialect that its records show.
fn dialect(set: &GoldSet) -> Dialect {
    let first = set.records.iter().find_map(|r| r.list("timex").first());
    match first {
        Some(t) if t.get("kind").is_some() => Dialect::Recognizers,
        Some(t) if t.get("attrs").is_some() => Dialect::Tei,
        _ => Dialect::Timex3,
    }
}

/// Cases that news can contain. Left out: ranges of clock times and of days to the hour (`timerange`,
/// `datetimerange`: appointments), and every value that is no TIMEX3 but the library's own: `(start,end,length)`
/// triples, sets with a period only, school and fiscal years, clock times without a day in commands.
fn is_news(record: &Record) -> bool {
    record.list("timex").iter().all(|t| {
        let (kind, value) = (t["kind"].as_str().unwrap_or_default(), t["value"].as_str().unwrap_or_default());
        matches!(kind, "date" | "datetime" | "daterange" | "duration") && !value.starts_with(['(', 'S', 'F'])
    })
}

fn expression(read: &Read, time: &TimeExpression, dialect: Dialect) -> Option<Value> {
    if dialect == Dialect::Tei && !time.is_point() {
        return None;
    }
    let (start, end) = read.at(time.span);
    let value = match (dialect, &time.resolved) {
        (Dialect::Tei, Some(resolved)) => tei(resolved),
        (Dialect::Recognizers, Some(resolved)) => recognizers(time, resolved),
        _ => time.timex.clone(),
    };
    Some(json!({"start": start, "end": end, "type": time.kind.as_str(), "value": value}))
}

/// A date as it is, an interval as its first and last day, a clock time without its day's date.
fn tei(time: &Time) -> String {
    if matches!(time.precision, Precision::Day | Precision::Month | Precision::Year) {
        return time.timex.clone();
    }
    if let (Precision::Minute | Precision::Hour, Some(start)) = (time.precision, time.start) {
        return start.time().strftime("%H:%M:%S").to_string();
    }
    if let Some(day) = time.single_day() {
        return day.to_string();
    }
    let side = |day: Option<Date>| day.map(|d| d.to_string()).unwrap_or_default();
    format!("{}/{}", side(time.first_day()), side(time.last_day()))
}

/// An interval that has no name of its own becomes a triple.
fn recognizers(time: &TimeExpression, resolved: &Time) -> String {
    let is_named = !matches!(resolved.precision, Precision::Unknown | Precision::Decade | Precision::Quarter);
    match (is_named || time.kind != TimexType::Date || time.bound != Bound::At, resolved.start, resolved.end)
    {
        (false, Some(start), Some(end)) => triple(start, end).unwrap_or_else(|| resolved.timex.clone()),
        _ => resolved.timex.clone(),
    }
}

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

/// Whether two TEI values are written alike or denote the same days; months count as their days.
fn same_days(gold: &Value, ours: &Value) -> bool {
    let side = |v: &Value, last: bool| -> Option<String> {
        let v = v.as_str()?;
        let part = match v.split_once('/') {
            Some((from, to)) => {
                if last {
                    to
                } else {
                    from
                }
            }
            None => v,
        };
        let tail = if last { ["-12-31", "-31"] } else { ["-01-01", "-01"] };
        Some(match part.len() {
            4 => format!("{part}{}", tail[0]),
            7 => month_end(part, last).unwrap_or_else(|| format!("{part}{}", tail[1])),
            _ => part.to_owned(),
        })
    };
    gold == ours || (side(gold, false) == side(ours, false) && side(gold, true) == side(ours, true))
}

fn month_end(month: &str, last: bool) -> Option<String> {
    let first: Date = format!("{month}-01").parse().ok()?;
    Some(if last { first.last_of_month() } else { first }.to_string())
}

/// Whether our value is the gold's, or one of those it may be resolved to.
fn is_resolved(gold: &Value, ours: &Value) -> bool {
    let resolved = gold["resolved"].as_array().map_or(&[][..], Vec::as_slice);
    let same = |v: &Value| v.is_string() && v == ours;
    same(&gold["value"]) || resolved.iter().any(|r| same(&r["timex"]) || same(&r["value"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(a: &str, b: &str, precision: Precision, timex: &str) -> Time {
        Time::days(a.parse().expect("a day"), b.parse().expect("a day"), precision, timex)
    }

    #[test]
    fn tei_values() {
        let week = days("2017-07-10", "2017-07-16", Precision::Week, "2017-W28");
        assert_eq!(tei(&week), "2017-07-10/2017-07-16");
        assert_eq!(tei(&days("2017-07-01", "2017-07-31", Precision::Month, "2017-07")), "2017-07");
        let morning = days("2017-07-10", "2017-07-10", Precision::PartOfDay, "2017-07-10TMO");
        assert_eq!(tei(&morning), "2017-07-10");
    }

    #[test]
    fn triples_end_on_the_day_after() {
        let at = |day: &str| day.parse::<Date>().expect("a day").at(0, 0, 0, 0);
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
    fn days_are_compared_not_strings() {
        assert!(same_days(&json!("1950-01-01/1959-12-31"), &json!("1950/1959")));
        assert!(!same_days(&json!("1950"), &json!("1951")));
    }
}
