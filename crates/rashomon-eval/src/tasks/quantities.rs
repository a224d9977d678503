//! Quantities: `meantime` (spans and types, no values), `recognizers_specs` (values and units, one kind a case) and any
//! set with values, units, changes or concepts.

use crate::bench::{GoldSet, Record};
use crate::engine::{Engine, Read};
use crate::errors::Fault;
use crate::spans;
use crate::task::{Run, Standard, Task};
use rashomon_reading::quantity::{self, Number, NumberKind, Qualifier, Quantity};
use serde_json::{Value, json};

pub(crate) struct Quantities;

const STANDARDS: &[Standard] = &[
    Standard::new("recognizers_specs", "value.f1", 0.92, "CQE 0.92 (NewsQuant)"),
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

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }
}

/// The numbers of a case that asks for numbers, ordinals or ranges, whatever they measure.
fn numbers(read: &Read, kind: &str) -> Vec<Value> {
    let numbers = quantity::numbers(read.parsed, &read.reading.times);
    let wanted = |n: &&Number| match kind {
        "ordinal" => n.kind == NumberKind::Ordinal,
        "range" => {
            n.kind == NumberKind::Cardinal && !matches!(n.qualifier, Qualifier::Exactly | Qualifier::About)
        }
        _ => n.kind != NumberKind::Ordinal && n.kind != NumberKind::Vague,
    };
    let one = |n: &Number| {
        let span = if kind == "range" { n.span } else { n.figure };
        let (start, end) = read.at(span);
        let written = match (kind, n.value.or(n.low).or(n.high)) {
            ("range", _) => range(n),
            (_, Some(value)) => format!("{value}"),
            (_, None) => String::new(),
        };
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
        "start": span.0, "end": span.1, "type": type_, "value": value(quantity), "unit": unit_name(unit),
        "change": change(quantity.qualifier), "concept": quantity.of,
    }))
}

/// The single figure, or the range in the notation of `recognizers_specs`.
fn value(quantity: &Quantity) -> String {
    let number = |v: f64| format!("{v}");
    match (quantity.value, quantity.low, quantity.high) {
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
        "temperature" => measure.starts_with("temperature") && quantity.of != "angle",
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
    fn bounds() {
        assert_eq!([Qualifier::Exactly, Qualifier::MoreThan, Qualifier::AtMost].map(change), ["=", ">", "<"]);
    }
}
