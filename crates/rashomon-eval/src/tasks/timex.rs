//! Time expressions: `meantime` (TIMEX3), `gum` (TEI values, calendar time only), `recognizers_specs` (the TIMEX dialect
//! of Microsoft's recognisers).

use crate::bench::{GoldSet, Record, start_end};
use crate::calibration;
use crate::engine::{Engine, Read};
use crate::errors::Fault;
use crate::spans;
use crate::task::{Run, Standard, Task};
use rashomon_reading::time::{Bound, Clock, DayForm, Edge, TimeExpression, TimexType};
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
                let timex: Vec<Value> = times.flat_map(|t| expressions(read, t, dialect)).collect();
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
            (!is_equal(dialect(set), g, p)).then(|| {
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

    /// Of the expressions that the gold has too.
    fn own_measures(&self, set: &GoldSet, predictions: &[Value]) -> Vec<(String, f64)> {
        let dialect = dialect(set);
        if dialect == Dialect::Recognizers {
            return Vec::new();
        }
        let mut answers = Vec::new();
        for (record, prediction) in set.records.iter().zip(predictions) {
            let ours = prediction["timex"].as_array().map_or(&[][..], Vec::as_slice);
            let gold = record.list("timex");
            let ranges =
                |all: &[Value]| -> Vec<(usize, usize)> { all.iter().filter_map(start_end).collect() };
            for (i, j) in spans::pairs(&ranges(gold), &ranges(ours)) {
                let confidence = ours[j]["confidence"].as_f64();
                answers.extend(confidence.map(|c| (c, is_equal(dialect, &gold[i], &ours[j]))));
            }
        }
        calibration::measures(&answers)
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }
}

/// Whether a prediction has the gold's value.
fn is_equal(dialect: Dialect, gold: &Value, predicted: &Value) -> bool {
    match dialect {
        Dialect::Timex3 => gold["value"] == predicted["value"],
        Dialect::Tei => same_days(&gold["value"], &predicted["value"]),
        Dialect::Recognizers => is_resolved(gold, &predicted["value"]),
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

/// What one expression of ours is in a set: nothing, one, or two ("1704-87" has a year at each end in TEI).
fn expressions(read: &Read, time: &TimeExpression, dialect: Dialect) -> Vec<Value> {
    let is_stretch = matches!(time.form.day, DayForm::Passed { .. });
    if dialect == Dialect::Tei && !time.is_point() && !is_stretch {
        return Vec::new();
    }
    if let (Dialect::Tei, DayForm::Range(first, last)) = (dialect, &time.form.day)
        && let (DayForm::Year(first), DayForm::Year(last)) = (first.as_ref(), last.as_ref())
    {
        return years(read, time, [*first, *last]);
    }
    let (start, end) = read.at(time.span);
    let value = match (dialect, &time.resolved) {
        (Dialect::Tei, Some(resolved)) => tei(time, resolved),
        (Dialect::Recognizers, Some(resolved)) => recognizers(time, resolved),
        _ => time.timex.clone(),
    };
    let kind = if dialect == Dialect::Tei && is_stretch { "DATE" } else { time.kind.as_str() };
    vec![json!({
        "start": start, "end": end, "type": kind, "value": value, "confidence": calibration::hundredths(time.confidence()),
    })]
}

/// The two ends of a span of years.
fn years(read: &Read, time: &TimeExpression, years: [i16; 2]) -> Vec<Value> {
    let (start, end) = read.at(time.span);
    let written = time.span.slice(&read.parsed.article.text);
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    let ends = [
        (start, start + digits(written)),
        (end - written.chars().rev().take_while(char::is_ascii_digit).count(), end),
    ];
    let one = |((start, end), year): ((usize, usize), i16)| json!({"start": start, "end": end, "type": "DATE", "value": format!("{year:04}")});
    ends.into_iter().zip(years).map(one).collect()
}

/// A date as it is, an interval as its first and last day, a clock time without its day's date, a season by its months.
fn tei(expression: &TimeExpression, time: &Time) -> String {
    if let Some(year) = time.timex.strip_prefix("BC") {
        return format!("-{}", year.trim_start_matches('0'));
    }
    if matches!(time.precision, Precision::Day | Precision::Month | Precision::Year) {
        return time.timex.clone();
    }
    if let (Precision::Season, Some(first), Some(last), Edge::Whole) =
        (time.precision, time.first_day(), time.last_day(), expression.form.edge)
    {
        let after = last.tomorrow().unwrap_or(last);
        return format!("{}/{}", first.strftime("%Y-%m"), after.strftime("%Y-%m"));
    }
    if let (Precision::Minute | Precision::Hour, Some(start)) = (time.precision, time.start) {
        let is_end = matches!(expression.form.clock, Some(Clock::At { hour: 24, .. }));
        return if is_end { "00:00:00".to_owned() } else { start.time().strftime("%H:%M:%S").to_string() };
    }
    if let Some(day) = time.single_day() {
        return day.to_string();
    }
    let side = |day: Option<Date>| day.map(|d| d.to_string()).unwrap_or_default();
    format!("{}/{}", side(time.first_day()), side(time.last_day()))
}

/// Moments as the set resolves them, a time of day without its day; an interval that has no name of its own becomes a
/// triple; what bounds a stretch ("until April 27th") keeps its year open, as the set has it.
fn recognizers(time: &TimeExpression, resolved: &Time) -> String {
    if let Some(Clock::At { hour, minute }) = time.form.clock {
        let clock = format!("{:02}:{:02}:00", hour % 24, minute.unwrap_or(0));
        return match resolved.first_day() {
            _ if time.form.day == DayForm::Unsaid => clock,
            Some(day) => format!("{day} {clock}"),
            None => resolved.timex.clone(),
        };
    }
    let is_bound = time.bound != Bound::At || time.form.edge != Edge::Whole;
    match time.form.day {
        DayForm::Date { year: None, month, day, .. } if is_bound => {
            return format!("XXXX-{month:02}-{day:02}");
        }
        DayForm::Month { year: None, month, .. } if is_bound => return format!("XXXX-{month:02}"),
        _ => {}
    }
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

    fn expression_of(time: &Time) -> TimeExpression {
        TimeExpression {
            span: rashomon_text::Span::new(0, 0),
            tokens: 0..0,
            kind: TimexType::Date,
            bound: Bound::At,
            timex: time.timex.clone(),
            resolved: Some(time.clone()),
            anchor: rashomon_reading::time::Anchor::Explicit,
            form: DayForm::Unsaid.into(),
            block: 0,
            is_parenthetical: false,
            is_modifier: false,
        }
    }

    #[test]
    fn tei_values() {
        let tei = |time: &Time| super::tei(&expression_of(time), time);
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
