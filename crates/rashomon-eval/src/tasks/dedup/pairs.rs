//! Two texts a record: the same or not. All texts of a set are one pile, so that what is rare in it is known.

use super::pile::{documents, found, prepare, texts};
use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::errors::Fault;
use rashomon_reuse::{ReuseKind, likeness};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Texts of so few sentences are the same when they are alike; longer ones when one has passages of the other.
const SENTENCES_SHORT: usize = 2;

/// The likeness from which they are.
const SAME_MIN: f32 = 0.4;

/// Fields of a record that hold no text.
const OTHER_FIELDS: &[&str] = &["id", "label", "level", "task", "split", "source", "kind"];

pub(super) fn predict(engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
    let names: BTreeSet<&str> = set.records.iter().flat_map(strings).collect();
    let documents: BTreeMap<String, String> =
        documents(set, &names).unwrap_or_default().into_iter().collect();
    let sides: Vec<[String; 2]> = set.records.iter().map(|r| sides(r, &documents)).collect();
    let distinct: BTreeSet<&String> = sides.iter().flatten().collect();
    let place: BTreeMap<&String, usize> = distinct.iter().enumerate().map(|(i, text)| (*text, i)).collect();
    let named = distinct.iter().enumerate().map(|(i, text)| (format!("{i:07}"), (*text).clone())).collect();
    let prepared = prepare(engine, named);
    let mut copied: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for r in found(&prepared).iter().filter(|r| r.kind != ReuseKind::QuotesOnly) {
        copied.insert((r.from.min(r.to), r.from.max(r.to)), r.extent_from.max(r.extent_to));
    }
    let places: Vec<(usize, usize)> = sides.iter().map(|[a, b]| (place[a], place[b])).collect();
    let likeness = likeness(&texts(&prepared), &places);
    let line = |((record, &(i, j)), &alike): ((&Record, &(usize, usize)), &f32)| {
        let copied = copied.get(&(i.min(j), i.max(j))).copied();
        let short = prepared[i].n_sentences().min(prepared[j].n_sentences()) <= SENTENCES_SHORT;
        let score = if i == j {
            1.0
        } else {
            copied.map_or(alike / 2.0, |share| f32::midpoint(share.max(alike), 1.0))
        };
        let same = i == j || copied.is_some() || (short && alike >= SAME_MIN);
        json!({"id": record.0["id"], "label": if same { "same" } else { "different" }, "score": score})
    };
    Ok(set.records.iter().zip(&places).zip(&likeness).map(line).collect())
}

fn strings(record: &Record) -> impl Iterator<Item = &str> {
    let fields = record.0.as_object().into_iter().flatten();
    fields.filter(|(name, _)| !OTHER_FIELDS.contains(&name.as_str())).filter_map(|(_, value)| value.as_str())
}

/// The two texts of a record: the documents that it names, or its two longest strings.
fn sides(record: &Record, documents: &BTreeMap<String, String>) -> [String; 2] {
    let all = || record.0.as_object().into_iter().flatten().filter_map(|(_, value)| value.as_str());
    let named: Vec<&String> = all().filter_map(|name| documents.get(name)).collect();
    if let [a, .., b] = named[..] {
        return [a.clone(), b.clone()];
    }
    let mut strings: Vec<&str> = strings(record).collect();
    strings.sort_by_key(|s| std::cmp::Reverse(s.len()));
    let side = |i: usize| strings.get(i).copied().unwrap_or_default().to_owned();
    [side(0), side(1)]
}

pub(super) fn faults(set: &GoldSet, predictions: &[Value]) -> Vec<(String, Vec<Fault>)> {
    let fault = |(record, prediction): (&Record, &Value)| {
        let (gold, ours) = (record.str("label"), prediction["label"].as_str().unwrap_or_default());
        let kind = format!("{gold} called {ours} {}", record.str("level"));
        let said = strings(record).collect::<Vec<_>>().join(" | ");
        let said = format!("{} {}", prediction["score"], said.chars().take(600).collect::<String>());
        let found = if gold == ours { Vec::new() } else { vec![Fault::new(kind.trim_end(), said)] };
        (record.id(), found)
    };
    set.records.iter().zip(predictions).map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_texts_or_names_of_documents() {
        let record = Record(json!({"id": "x", "label": "same", "a": "One text.", "b": "Another text."}));
        assert_eq!(sides(&record, &BTreeMap::new()), ["Another text.", "One text."]);
        let documents = [("d1".to_owned(), "First.".to_owned()), ("d2".to_owned(), "Second.".to_owned())];
        let record = Record(json!({"id": "x", "label": "same", "a": "d1", "source": "d2"}));
        assert_eq!(sides(&record, &documents.into()), ["First.", "Second."]);
    }
}
