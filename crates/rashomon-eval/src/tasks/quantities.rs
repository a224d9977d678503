//! Quantities: `meantime` (spans and types, no values), `recognizers_specs` (values and units, one kind a case) and any
//! set with values, units, changes or concepts.

use crate::bench::{GoldSet, Record};
use crate::calibration;
use crate::engine::{Engine, Read};
use crate::errors::Fault;
use crate::spans;
use crate::task::{Run, Standard, Task};
use rashomon_reading::quantity::{self, Number, NumberKind, Qualifier, Quantity};
use regex::Regex;
use serde_json::{Value, json};
use std::sync::LazyLock;

pub(crate) struct Quantities;

const STANDARDS: &[Standard] = &[
    Standard::new("recognizers_specs", "value.f1", 0.92, "CQE 0.92 (NewsQuant)"),
    Standard::new("recognizers_specs", "news.value.f1", 0.92, "CQE 0.92 (NewsQuant)"),
    Standard::new("meantime", "span_overlap.f1", 0.92, "(the gold has no values)"),
    Standard::new("newsquant", "value.f1", 0.92, "CQE 0.92"),
    Standard::new("newsquant", "value_unit.f1", 0.86, "CQE 0.86"),
];

/// Units of measurement that the record counts like things.
const MEASURED: &[&str] = &[
    "kilometre-per-hour",
    "mile-per-hour",
    "square-kilometre",
    "square-metre",
    "square-mile",
    "square-foot",
    "cubic-metre",
    "cubic-foot",
    "tonne",
    "ton",
    "kilogram",
    "pound-weight",
    "pound",
    "ounce",
    "milligram",
    "gram",
    "gramme",
    "microgramme",
    "kilobyte",
    "megabyte",
    "gigabyte",
    "terabyte",
    "hertz",
    "kilohertz",
    "megahertz",
    "gigahertz",
    "kilowatt",
    "megawatt",
    "gigawatt",
    "kilowatt-hour",
    "megawatt-hour",
    "gigawatt-hour",
    "terawatt-hour",
    "millilitre",
    "litre",
    "liter",
    "gallon",
    "barrel",
    "barrel-per-day",
    "radian",
    "acre",
    "hectare",
    "teaspoon",
    "tablespoon",
    "cup",
    "degree",
    "knot",
    "watt",
    "volt",
    "calorie",
    "carat",
    "bushel",
    "pint",
    "quart",
];

/// Cases of `recognizers_specs` that news cannot contain, told by their text: powers and exponents, signs of comparison
/// and "equal to" as in queries, "per cent of 210".
static UNLIKE_NEWS: LazyLock<Regex> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the pattern is a constant")]
    Regex::new(r"(?i)\^|\d[ex]\+?\d|[<>]|\bequal|^\s*per ?cents? of|^\s*-? ?[\d./]+( \d/\d+)?$|\d \.\d|\bdozs\b|\bone over\b|\d over\b")
        .expect("a pattern")
});

/// Whether news can contain the case: neither unlike it in its text, nor one whose answer is no figure ("next" as a rank
/// counted from here, a unit without a number).
fn is_news(record: &Record) -> bool {
    let is_figure = |q: &Value| {
        let value = text(&q["value"]);
        !value.is_empty() && !value.starts_with("current") && !value.starts_with("end")
    };
    !UNLIKE_NEWS.is_match(record.text()) && record.list("quantities").iter().all(is_figure)
}

/// Kinds of `recognizers_specs`.
const KINDS: &[&str] =
    &["number", "ordinal", "percent", "range", "currency", "age", "dimension", "temperature"];

impl Task for Quantities {
    fn name(&self) -> &'static str {
        "quantities"
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        Ok(engine.each(set, |record| {
            engine.read_record(record, |read| {
                let quantities: Vec<Value> = match record.str("kind") {
                    "number" | "ordinal" | "range" => numbers(read, record.str("kind")),
                    "" => marked(read, record),
                    _ => read.reading.quantities.iter().filter_map(|q| quantity(read, record, q)).collect(),
                };
                json!({"id": record.id(), "quantities": quantities})
            })
        }))
    }

    fn runs(&self, set: &GoldSet) -> Vec<Run> {
        const MEASURES: &[&str] =
            &["span_overlap", "span_exact", "typed", "value", "value_unit", "value_change", "value_concept"];
        let mut runs = vec![Run::plain(MEASURES)];
        if set.records.iter().any(|r| !r.str("kind").is_empty()) {
            runs.push(Run { label: "news", only: Some(is_news), ..Run::plain(&["value"]) });
        }
        for kind in KINDS.iter().filter(|k| set.records.iter().any(|r| r.str("kind") == **k)) {
            let args = vec!["--kind".to_owned(), (*kind).to_owned()];
            runs.push(Run { label: kind, args, ..Run::plain(&["value"]) });
        }
        runs
    }

    fn faults(&self, _: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        let ours = prediction["quantities"].as_array().map_or(&[][..], Vec::as_slice);
        let label = |v: &Value| {
            format!("{} {} {}", v["type"].as_str().unwrap_or("?"), text(&v["value"]), text(&v["unit"]))
        };
        let differ = |g: &Value, p: &Value| {
            let has_value = g.get("value").is_some_and(|v| !text(v).is_empty());
            let is_wrong = has_value && !same_number(&text(&g["value"]), &text(&p["value"]));
            let said = format!(
                "gold {} {} ours {} {}",
                text(&g["value"]),
                text(&g["unit"]),
                text(&p["value"]),
                text(&p["unit"])
            );
            is_wrong.then(|| (format!("wrong value {}", text(&g["type"])), said))
        };
        spans::faults(record, record.list("quantities"), ours, label, differ)
    }

    /// Of the figures found: right is one that meets a gold one of the same value, and of the same type where the gold has
    /// no values.
    fn own_measures(&self, set: &GoldSet, predictions: &[Value]) -> Vec<(String, f64)> {
        let is_right = |g: &Value, ours: &Value| match text(&g["value"]) {
            value if value.is_empty() => g["type"] == ours["type"],
            value => same_number(&value, &text(&ours["value"])),
        };
        let each = set.records.iter().zip(predictions);
        let answers: Vec<(f64, bool)> = each
            .flat_map(|(r, p)| spans::answers(r, r.list("quantities"), &p["quantities"], is_right))
            .collect();
        calibration::measures(&answers)
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }
}

/// The numbers of a case that asks for numbers, ordinals or ranges, whatever they measure: those in dates too, none
/// that is glued to its unit ("29km").
fn numbers(read: &Read, kind: &str) -> Vec<Value> {
    let numbers = match kind {
        "number" => quantity::numbers(read.parsed, &[]),
        _ => quantity::numbers(read.parsed, &read.reading.times),
    };
    let text = &read.parsed.article.text;
    let is_multiplied = |n: &Number| n.unit.is_none() && n.span.end() > n.figure.end();
    let is_glued = |n: &Number| text[n.figure.end()..].starts_with(char::is_alphabetic) && !is_multiplied(n);
    let wanted = |n: &&Number| match kind {
        "ordinal" => n.kind == NumberKind::Ordinal,
        "range" => {
            matches!(n.kind, NumberKind::Cardinal | NumberKind::Share)
                && (!matches!(n.qualifier, Qualifier::Exactly | Qualifier::About)
                    || equation(text, n).is_some())
        }
        _ => n.kind != NumberKind::Ordinal && n.kind != NumberKind::Vague && !is_glued(n),
    };
    if kind == "range" {
        return ranges(read, &numbers.into_iter().filter(|n| wanted(&n)).collect::<Vec<_>>());
    }
    let one = |n: &Number| {
        let (start, end) = read.at(n.figure);
        let written = n.value.or(n.low).or(n.high).map_or(String::new(), |value| format!("{value}"));
        json!({"start": start, "end": end, "type": kind, "value": written, "unit": ""})
    };
    let mut found: Vec<Value> = Vec::new();
    for number in numbers.iter().filter(wanted) {
        match (kind, number.low, number.high) {
            // A range is two numbers.
            ("number", Some(low), Some(high)) if number.qualifier == Qualifier::Between => {
                found.extend([low, high].map(|v| one(&Number { value: Some(v), ..number.clone() })));
            }
            _ => found.push(one(number)),
        }
    }
    found
}

/// Ranges; two bounds with "and" between them are one: "more than 10 and less than 40".
fn ranges(read: &Read, numbers: &[Number]) -> Vec<Value> {
    let text = &read.parsed.article.text;
    let mut found = Vec::new();
    let mut i = 0;
    while let Some(number) = numbers.get(i) {
        let joined = numbers.get(i + 1).and_then(|next| {
            let gap = text.get(number.span.end()..next.span.start())?.trim();
            matches!(gap, "and" | "but" | ", but").then(|| both_bounds(number, next))?
        });
        i += if joined.is_some() { 2 } else { 1 };
        let (written, span) = match joined {
            Some(value) => (value, number.span.cover(numbers[i - 1].span)),
            None => (equation(text, number).unwrap_or_else(|| range(number)), number.span),
        };
        let (start, end) = read.at(span);
        found.push(json!({"start": start, "end": end, "type": "range", "value": written, "unit": ""}));
    }
    found
}

/// "equal to 5000", "more than 5000 or equal to it", as queries have it.
fn equation(text: &str, number: &Number) -> Option<String> {
    let value = number.value?;
    let before = text[..number.span.start()].trim_end();
    let is_equal = ["equal to", "equals", "equals to", "equaling to"]
        .iter()
        .any(|words| before.to_lowercase().ends_with(words));
    let is_or_equal = text[number.span.end()..].trim_start().starts_with("or equal");
    match number.qualifier {
        Qualifier::Exactly if is_equal => Some(format!("[{value},{value}]")),
        Qualifier::MoreThan if is_or_equal => Some(format!("[{value},)")),
        Qualifier::LessThan if is_or_equal => Some(format!("(,{value}]")),
        _ => None,
    }
}

/// A lower and an upper bound, in either order, as one range.
fn both_bounds(a: &Number, b: &Number) -> Option<String> {
    let side = |n: &Number, is_low: bool| match (is_low, n.qualifier) {
        (true, Qualifier::MoreThan) => Some(("(", n.value?)),
        (true, Qualifier::AtLeast) => Some(("[", n.value?)),
        (false, Qualifier::LessThan) => Some((")", n.value?)),
        (false, Qualifier::AtMost) => Some(("]", n.value?)),
        _ => None,
    };
    let (low, high) = side(a, true).zip(side(b, false)).or_else(|| side(b, true).zip(side(a, false)))?;
    (low.1 < high.1).then(|| format!("{}{},{}{}", low.0, low.1, high.1, high.0))
}

/// Bounds as `recognizers_specs` writes them: `[20,30)`, `(,700]`.
fn range(number: &Number) -> String {
    let side = |v: Option<f64>| v.map_or(String::new(), |v| format!("{v}"));
    let value = number.value.or(number.low).or(number.high);
    match number.qualifier {
        Qualifier::MoreThan => format!("({},)", side(value)),
        Qualifier::AtLeast => format!("[{},)", side(value)),
        Qualifier::LessThan => format!("(,{})", side(value)),
        Qualifier::AtMost => format!("(,{}]", side(value)),
        _ => format!("[{},{})", side(number.low), side(number.high)),
    }
}

/// Quantities where a set marks all of them but times and ranks, as the newswire sets do. Lengths of time are TIMEX3 there.
fn marked(read: &Read, record: &Record) -> Vec<Value> {
    let is_marked = |q: &&Quantity| q.measure != "duration" && !q.measure.starts_with("ordinal");
    read.reading.quantities.iter().filter(is_marked).filter_map(|q| quantity(read, record, q)).collect()
}

/// A quantity as the record's set writes it; `None` when the set does not ask for its kind.
fn quantity(read: &Read, record: &Record, quantity: &Quantity) -> Option<Value> {
    let unit = quantity.unit.as_deref().unwrap_or_default();
    let (type_, span) = match record.str("kind") {
        "" => (timex_type(quantity), read.at(quantity.span)),
        kind => (kind_of(read, quantity, kind)?, read.at(quantity.span)),
    };
    Some(json!({
        "start": span.0, "end": span.1, "type": type_, "value": value(quantity, !record.str("kind").is_empty()), "unit": unit_name(unit),
        "change": change(quantity.qualifier), "concept": quantity.of,
        "confidence": calibration::hundredths(quantity.confidence()),
    }))
}

/// The single figure, or the range in the notation of `recognizers_specs`, which has of a range with a unit
/// (`is_last`) its last figure alone.
fn value(quantity: &Quantity, is_last: bool) -> String {
    let number = |v: f64| format!("{v}");
    match (quantity.value, quantity.low, quantity.high) {
        (None, Some(_), Some(high)) if is_last => number(high),
        (Some(value), ..) => number(value),
        (None, Some(low), None) => number(low),
        (None, None, Some(high)) => number(high),
        (None, Some(low), Some(high)) => format!("[{low},{high})"),
        (None, None, None) => String::new(),
    }
}

/// The label of `meantime`.
fn timex_type(quantity: &Quantity) -> &'static str {
    match (quantity.measure.split('.').next(), quantity.unit.as_deref()) {
        (Some("money"), _) => "MONEY",
        (_, Some("%")) => "PERCENT",
        _ => "QUANTITY",
    }
}

/// The kind of a case, when the quantity is of that kind.
fn kind_of(read: &Read, quantity: &Quantity, kind: &str) -> Option<&'static str> {
    let kind = *KINDS.iter().find(|k| **k == kind)?;
    let unit = quantity.unit.as_deref().unwrap_or_default();
    let measure = quantity.measure.as_str();
    let is_range = quantity.value.is_none() && (quantity.low.is_some() || quantity.high.is_some());
    let is_old = read.words(quantity.span).ends_with("old");
    let is_asked = match kind {
        "number" => true,
        "percent" => unit == "%",
        "currency" => measure.starts_with("money"),
        "range" => is_range || !matches!(quantity.qualifier, Qualifier::Exactly | Qualifier::About),
        "age" => measure.contains("age") || unit == "years" || is_old,
        "temperature" => measure.starts_with("temperature") && !read.words(quantity.span).ends_with('°'),
        "dimension" => {
            measure == "distance" || measure == "temperature" && unit == "°" || MEASURED.contains(&unit)
        }
        _ => false,
    };
    is_asked.then_some(kind)
}

/// The unit's name in the sets' spelling.
fn unit_name(unit: &str) -> String {
    let name = match unit {
        "%" => "percent",
        "$" => "Dollar",
        "USD" => "United States dollar",
        "EUR" => "Euro",
        "GBP" => "British pound",
        "CNY" => "Chinese yuan",
        "JPY" => "Japanese yen",
        "km" => "Kilometer",
        "m" => "Meter",
        "°C" => "C",
        "°F" => "F",
        other => other,
    };
    name.to_owned()
}

/// The bound in the notation of NewsQuant: `=`, `<`, `>`, `~`.
fn change(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exactly => "=",
        Qualifier::About | Qualifier::Between | Qualifier::Vague => "~",
        Qualifier::AtLeast | Qualifier::MoreThan => ">",
        Qualifier::AtMost | Qualifier::LessThan => "<",
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned)
}

fn same_number(a: &str, b: &str) -> bool {
    let number = |s: &str| s.replace([',', '%'], "").parse::<f64>();
    match (number(a), number(b)) {
        (Ok(a), Ok(b)) => (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0),
        _ => a == b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_as_numbers() {
        assert!(same_number("1,000", "1000.0") && same_number("[20,100)", "[20,100)"));
        assert!(!same_number("1,000", "1001"));
    }

    #[test]
    fn news_has_no_powers() {
        let case = |text: &str, value: &str| {
            is_news(&Record(json!({"text": text, "quantities": [{"value": value}]})))
        };
        assert!(case("More than 12,500 of 30,000 homes are empty.", "12500"));
        assert!(!case("2.5^-1", "0.4") && !case("His score is equal to 5000", "[5000,5000]"));
        assert!(!case("Show me the next one", "current+1"));
    }

    #[test]
    fn bounds() {
        assert_eq!([Qualifier::Exactly, Qualifier::MoreThan, Qualifier::AtMost].map(change), ["=", ">", "<"]);
    }
}
