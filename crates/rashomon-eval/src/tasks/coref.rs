//! Coreference across documents on gold mentions.

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::errors::Fault;
use crate::task::{Run, Standard, Task};
use rashomon_reconcile::coreference::{Kind, Marked, Sentence, cluster};
use rustc_hash::FxHashMap;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Clusters of happenings and of things.
pub(crate) struct Coref;

const STANDARDS: &[Standard] = &[
    Standard::new("ecbplus/dev.event", "conll", 0.82, "string match 0.724, best published 0.87 (test)"),
    Standard::new("ecbplus/dev.entity", "conll", 0.74, "string match 0.624, best published 0.83 (test)"),
    Standard::new("meantime_xdoc/dev.entity", "conll", 0.68, "string match 0.556"),
];

impl Task for Coref {
    fn name(&self) -> &'static str {
        "coref"
    }

    fn predict(&self, _: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let documents = documents(set)?;
        let mut piles: BTreeMap<String, Vec<&Record>> = BTreeMap::new();
        for record in &set.records {
            let document = documents.get(record.str("doc")).unwrap_or(record);
            piles.entry(pile(document)).or_default().push(record);
        }
        Ok(piles.values().flat_map(|mentions| clusters(&documents, mentions)).collect())
    }

    fn runs(&self, _: &GoldSet) -> Vec<Run> {
        vec![Run::plain(&["conll", "muc", "b3", "ceafe", "lea"])]
    }

    fn all_faults(&self, set: &GoldSet, predictions: &[Value]) -> Vec<(String, Vec<Fault>)> {
        let text = |v: &Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
        let ours: FxHashMap<String, String> =
            predictions.iter().map(|p| (text(&p["id"]), text(&p["cluster"]))).collect();
        let of = |r: &Record| (text(&r.0["cluster"]), ours.get(&r.id()).cloned().unwrap_or_default());
        let mut by_gold: BTreeMap<String, Vec<&Record>> = BTreeMap::new();
        let mut by_ours: BTreeMap<String, Vec<&Record>> = BTreeMap::new();
        let mut found = Vec::new();
        for record in &set.records {
            let (gold, our) = of(record);
            let same_gold = by_gold.entry(gold.clone()).or_default();
            let same_ours = by_ours.entry(our.clone()).or_default();
            let mut faults = Vec::new();
            if !same_gold.is_empty() && same_gold.iter().all(|r| of(r).1 != our) {
                faults.extend(same_gold.last().map(|r| fault("missed", record, r)));
            }
            if !same_ours.is_empty() && same_ours.iter().all(|r| of(r).0 != gold) {
                faults.extend(same_ours.last().map(|r| fault("wrong", record, r)));
            }
            same_gold.push(record);
            same_ours.push(record);
            found.push((record.id(), faults));
        }
        found
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }

    fn json_flag(&self) -> Option<&'static str> {
        None
    }
}

/// A link that is missed or wrong, with the form of both mentions.
fn fault(what: &str, a: &Record, b: &Record) -> Fault {
    let words = |r: &Record| r.text().to_lowercase();
    let last = |r: &Record| words(r).split_whitespace().last().map(str::to_owned);
    let is_name = |r: &Record| r.text().split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    let relation = if words(a) == words(b) {
        "same words"
    } else if last(a) == last(b) {
        "same last word"
    } else if is_name(a) && is_name(b) {
        "two names"
    } else if is_name(a) || is_name(b) {
        "a name and a description"
    } else {
        "other words"
    };
    Fault::new(format!("{what}: {relation}"), format!("{} {} | {} {}", a.id(), a.text(), b.id(), b.text()))
}

/// The documents of the set's part, by name: `dev.docs` stands beside `dev.event.gold`.
fn documents(set: &GoldSet) -> Result<FxHashMap<String, Record>, String> {
    let part =
        set.part.split('.').next().filter(|p| !p.is_empty()).map(|p| format!("{p}.")).unwrap_or_default();
    for name in ["docs.jsonl.gz", "docs.jsonl"] {
        let path = set.folder.join(format!("{part}{name}"));
        if path.exists() {
            let read = crate::bench::records(&path)?;
            return Ok(read.into_iter().map(|d| (d.str("doc").to_owned(), d)).collect());
        }
    }
    Err(format!("{}: no documents beside the gold mentions", set.folder.display()))
}

/// What is clustered together, as the references do: the sub-topic, else the topic.
fn pile(document: &Record) -> String {
    let of = |field: &str| Some(&document.0[field]).filter(|v| !v.is_null()).map(ToString::to_string);
    of("subtopic").or_else(|| of("topic")).unwrap_or_default()
}

/// The clusters of one pile's mentions.
fn clusters(documents: &FxHashMap<String, Record>, mentions: &[&Record]) -> Vec<Value> {
    let Some(first) = mentions.first() else { return Vec::new() };
    let wanted = documents.get(first.str("doc")).map(pile);
    let mut names: Vec<&String> = documents.keys().filter(|n| Some(pile(&documents[*n])) == wanted).collect();
    names.sort_unstable();
    let mut sentences = Vec::new();
    let mut starts = FxHashMap::default();
    for (document, name) in names.iter().enumerate() {
        starts.insert(name.as_str(), sentences.len());
        for (position, words) in documents[*name].list("sents").iter().enumerate() {
            let words = words.as_array().map_or(&[][..], Vec::as_slice);
            let words = words.iter().map(|w| w.as_str().unwrap_or_default()).collect();
            sentences.push(Sentence { document, position, words });
        }
    }
    let marked = |r: &&Record| {
        let number = |v: &Value| v.as_u64().and_then(|n| usize::try_from(n).ok());
        let start = starts.get(r.str("doc")).copied().unwrap_or(usize::MAX);
        let sentence = number(&r.0["sent"]).map_or(usize::MAX, |s| start.saturating_add(s));
        Marked { sentence, words: r.list("toks").iter().filter_map(number).collect() }
    };
    let all: Vec<Marked> = mentions.iter().map(marked).collect();
    let kind = if first.str("kind") == "event" { Kind::Happening } else { Kind::Thing };
    let cluster = cluster(kind, &sentences, &all);
    let line = |(r, c): (&&Record, usize)| json!({"id": r.id(), "cluster": mentions[c].id()});
    mentions.iter().zip(cluster).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pile_is_a_sub_topic_where_there_is_one() {
        assert_eq!(pile(&Record(json!({"topic": 7, "subtopic": "7a"}))), "\"7a\"");
        assert_eq!(pile(&Record(json!({"topic": 7}))), "7");
    }
}
