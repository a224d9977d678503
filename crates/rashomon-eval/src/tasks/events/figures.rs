//! Numbers of victims where the text gives a figure: the share of those that are read, with what they count.

use crate::bench::{GoldSet, Record};
use crate::engine::Read;
use crate::errors::Fault;
use serde_json::{Value, json};

/// Every figure read, with the words it stands in.
pub(super) fn read(read: &Read) -> Vec<Value> {
    let figure = |q: &rashomon_reading::quantity::Quantity| {
        let words = format!("{} {}", read.words(q.span), q.of);
        json!({"value": q.value, "low": q.low, "high": q.high, "words": words.to_uppercase()})
    };
    read.reading.quantities.iter().map(figure).collect()
}

/// A gold number that the text gives in figures or number words beside the victims' description.
struct Asked {
    number: f64,
    /// The words before the description's noun and the description.
    words: String,
    noun: String,
}

pub(super) fn accuracy(set: &GoldSet, predictions: &[Value]) -> Option<(String, f64)> {
    let (mut right, mut asked) = (0, 0);
    for (record, prediction) in set.records.iter().zip(predictions) {
        for number in asked_of(record) {
            asked += 1;
            right += usize::from(is_read(&number, prediction));
        }
    }
    (asked > 0).then(|| ("victim_figures.accuracy".to_owned(), f64::from(right as u32) / f64::from(asked)))
}

pub(super) fn faults(record: &Record, prediction: &Value) -> Vec<Fault> {
    let missed = asked_of(record).into_iter().filter(|a| !is_read(a, prediction));
    missed.map(|a| Fault::new("victim figure", format!("{} in {:?}", a.number, a.words))).collect()
}

fn is_read(asked: &Asked, prediction: &Value) -> bool {
    let figures = prediction["figures"].as_array().map_or(&[][..], Vec::as_slice);
    figures.iter().any(|f| {
        let has = |field: &str| f[field].as_f64().is_some_and(|v| (v - asked.number).abs() < 0.5);
        let of_it = f["words"].as_str().is_some_and(|w| w.contains(&asked.noun));
        of_it && (has("value") || has("low") || has("high"))
    })
}

fn asked_of(record: &Record) -> Vec<Asked> {
    let text: String = record.text().to_uppercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found: Vec<Asked> = Vec::new();
    for template in record.list("templates") {
        for fill in template["victim_number"].as_array().map_or(&[][..], Vec::as_slice) {
            let strings = |field: &str| -> Vec<String> {
                fill[field]
                    .as_array()
                    .map_or(&[][..], Vec::as_slice)
                    .iter()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect()
            };
            let numbers: Vec<f64> = strings("alts")
                .iter()
                .filter_map(|n| n.trim_matches(['~', '-', ' ']).parse().ok())
                .filter(|n| *n > 1.0)
                .collect();
            let asked = strings("of").iter().find_map(|of| numbers.iter().find_map(|n| given(&text, of, *n)));
            if let Some(asked) =
                asked.filter(|a| found.iter().all(|f| (f.number, &f.words) != (a.number, &a.words)))
            {
                found.push(asked);
            }
        }
    }
    found
}

/// Where the text has the description with the number in it or just before it.
fn given(text: &str, of: &str, number: f64) -> Option<Asked> {
    let of = of.to_uppercase();
    let noun = of
        .split([',', '('])
        .next()?
        .split_whitespace()
        .take_while(|w| !matches!(*w, "OF" | "WHO" | "FROM" | "IN"))
        .last()?
        .to_owned();
    for (at, _) in text.match_indices(&of) {
        let before: Vec<&str> = text[..at].split_whitespace().rev().take(WORDS_BEFORE).collect();
        let before: Vec<&str> = before.into_iter().rev().collect();
        let words = format!("{} {of}", before.join(" "));
        if words.split_whitespace().any(|w| value(w) == Some(number)) {
            return Some(Asked { number, words, noun });
        }
    }
    None
}

/// How far before a description its number may stand, in words ("TWO OTHER PEASANTS").
const WORDS_BEFORE: usize = 2;

const NUMBERS: &[&str] = &[
    "ZERO",
    "ONE",
    "TWO",
    "THREE",
    "FOUR",
    "FIVE",
    "SIX",
    "SEVEN",
    "EIGHT",
    "NINE",
    "TEN",
    "ELEVEN",
    "TWELVE",
    "THIRTEEN",
    "FOURTEEN",
    "FIFTEEN",
    "SIXTEEN",
    "SEVENTEEN",
    "EIGHTEEN",
    "NINETEEN",
    "TWENTY",
];

fn value(word: &str) -> Option<f64> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let of_word = NUMBERS.iter().position(|n| *n == word).and_then(|n| u32::try_from(n).ok()).map(f64::from);
    of_word.or_else(|| word.replace(',', "").parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_beside_the_description() {
        let record = Record(json!({
            "text": "REBELS KILLED TWO OTHER\nMILLERS AND SEVERAL CLERKS.",
            "templates": [{"victim_number": [
                {"alts": ["2"], "of": ["MILLERS"]}, {"alts": ["PLURAL"], "of": ["CLERKS"]}, {"alts": ["3"], "of": ["CLERKS"]},
            ]}],
        }));
        assert_eq!(
            asked_of(&record).iter().map(|a| (a.number, a.noun.as_str())).collect::<Vec<_>>(),
            [(2.0, "MILLERS")]
        );
        assert!(
            faults(&record, &json!({"figures": [{"value": 2.0, "words": "TWO OTHER MILLERS"}]})).is_empty()
        );
        assert_eq!(faults(&record, &json!({"figures": [{"value": 2.0, "words": "TWO CLERKS"}]})).len(), 1);
    }
}
