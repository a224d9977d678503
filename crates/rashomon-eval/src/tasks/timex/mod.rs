//! Time expressions: `meantime` (TIMEX3), `gum` (TEI values, calendar time only), `recognizers_specs` (the TIMEX dialect
//! of Microsoft's recognisers).

use crate::bench::{GoldSet, Record, start_end};
use crate::calibration;
use crate::engine::{Engine, Read};
use crate::errors::Fault;
use crate::spans;
use crate::task::{Run, Standard, Task};
use rashomon_reading::time::{Clock, DayForm, Edge, TimeExpression};
use rashomon_text::{Date, Precision, Time};
use serde_json::{Value, json};

mod clock_stretches;
mod news;
mod recognizers;

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
                let timex = match dialect {
                    Dialect::Recognizers => recognised(read, record),
                    _ => read.reading.times.iter().flat_map(|t| expressions(read, t, dialect)).collect(),
                };
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
                vec![Run { label: "news", only: Some(news::is_news), ..all.clone() }, all]
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

/// The times in the dialect of Microsoft's recognisers.
fn recognised(read: &Read, record: &Record) -> Vec<Value> {
    let published = record.str("dct").get(..10).and_then(|day| day.parse::<Date>().ok());
    let one = |mark: &recognizers::Mark| {
        let (start, end) = read.at(mark.span);
        json!({"start": start, "end": end, "type": mark.kind, "value": mark.value})
    };
    recognizers::marks(read, published).iter().map(one).collect()
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
    use rashomon_reading::time::{Bound, TimexType};

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
            is_of_telling: false,
            is_aside: false,
            sentence: 0,
            is_flashback: false,
            is_quoted: false,
            is_fronted: false,
            is_adverbial: false,
            occasion: None,
            dateline: None,
            is_past: false,
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
    fn days_are_compared_not_strings() {
        assert!(same_days(&json!("1950-01-01/1959-12-31"), &json!("1950/1959")));
        assert!(!same_days(&json!("1950"), &json!("1951")));
    }
}
