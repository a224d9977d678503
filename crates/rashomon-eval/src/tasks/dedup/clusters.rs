//! Groups of copies: the record's origins. Pairs of articles that share passages without being one account are
//! excerpts; the set's `*.reuse.jsonl` has the true ones.

use super::pile::{documents, found, name, prepare};
use crate::bench::{self, GoldSet};
use crate::engine::Engine;
use crate::errors::Fault;
use rashomon_reuse::{ReuseKind, origins};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn predict(engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
    let ids: Vec<String> = set.records.iter().map(bench::Record::id).collect();
    let names: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
    let prepared = prepare(engine, documents(set, &names)?);
    let found = found(&prepared);
    let mut cluster: Vec<usize> = (0..prepared.len()).collect();
    for origin in origins(prepared.len(), &found) {
        origin.articles.iter().for_each(|&i| cluster[i] = origin.articles[0]);
    }
    let mut excerpts: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); prepared.len()];
    let is_copy = |kind| kind != ReuseKind::QuotesOnly;
    for r in found.iter().filter(|r| is_copy(r.kind) && cluster[r.from] != cluster[r.to]) {
        excerpts[r.from].insert(r.to);
        excerpts[r.to].insert(r.from);
    }
    let line = |(i, document): (usize, &super::pile::Prepared)| {
        let others: Vec<&str> = excerpts[i].iter().map(|&j| prepared[j].id.as_str()).collect();
        json!({"id": document.id, "cluster": prepared[cluster[i]].id, "excerpts": others})
    };
    Ok(prepared.iter().enumerate().map(line).collect())
}

/// Recall: of the true excerpts, how many are reported as such. Precision: of the reported ones, how many lie between
/// a group of copies and the other group's document that took an excerpt from it (or its copies).
pub(super) fn excerpt_measures(set: &GoldSet, predictions: &[Value]) -> Vec<(String, f64)> {
    let gold = excerpts(set);
    if gold.is_empty() {
        return Vec::new();
    }
    let cluster_of: BTreeMap<String, &str> = set.records.iter().map(|r| (r.id(), r.str("cluster"))).collect();
    let groups = |a: &str, b: &str| -> Option<BTreeSet<&str>> {
        Some([*cluster_of.get(a)?, *cluster_of.get(b)?].into())
    };
    let reported: BTreeSet<(&str, &str)> = reported(predictions);
    let right = gold.iter().filter(|(a, b)| reported.contains(&(a.as_str(), b.as_str()))).count();
    let joined: BTreeSet<BTreeSet<&str>> = gold.iter().filter_map(|(a, b)| groups(a, b)).collect();
    let known = reported.iter().filter(|(a, b)| groups(a, b).is_some_and(|pair| joined.contains(&pair)));
    let recall = right as f64 / gold.len() as f64;
    let precision = known.count() as f64 / reported.len().max(1) as f64;
    vec![("excerpts.r".to_owned(), recall), ("excerpts.precision".to_owned(), precision)]
}

/// Pairs of the predictions, both ways round.
fn reported(predictions: &[Value]) -> BTreeSet<(&str, &str)> {
    let pairs = predictions.iter().flat_map(|p| {
        let others = p["excerpts"].as_array().map_or(&[][..], Vec::as_slice);
        others.iter().map(move |other| (name(&p["id"]), name(other)))
    });
    pairs.collect()
}

/// The true excerpts of the set's part.
fn excerpts(set: &GoldSet) -> Vec<(String, String)> {
    let part = set.name.rsplit('/').next().unwrap_or_default();
    let path = set.folder.join(format!("{part}.reuse.jsonl"));
    let records = bench::records(&path).unwrap_or_default();
    records.iter().map(|r| (r.str("a").to_owned(), r.str("b").to_owned())).collect()
}

/// For every document: what it was wrongly put with, and its original where that is elsewhere.
pub(super) fn faults(set: &GoldSet, predictions: &[Value]) -> Vec<(String, Vec<Fault>)> {
    let ours: BTreeMap<&str, &str> =
        predictions.iter().map(|p| (name(&p["id"]), name(&p["cluster"]))).collect();
    let reported = reported(predictions);
    let mut members: BTreeMap<&str, Vec<&bench::Record>> = BTreeMap::new();
    let mut originals: BTreeMap<&str, String> = BTreeMap::new();
    for record in &set.records {
        if let Some(cluster) = ours.get(record.str("id")) {
            members.entry(cluster).or_default().push(record);
        }
        if record.str("op") == "original" {
            originals.insert(record.str("cluster"), record.id());
        }
    }
    let mut faults = Vec::new();
    for record in &set.records {
        let mut found = Vec::new();
        let cluster = ours.get(record.str("id")).copied().unwrap_or_default();
        let original = originals.get(record.str("cluster")).map_or("", String::as_str);
        if !original.is_empty() && ours.get(original) != Some(&cluster) {
            let linked = if reported.contains(&(record.str("id"), original)) { "linked" } else { "no link" };
            let kind = format!("missed {} ({linked})", record.str("op"));
            found.push(Fault::new(kind, format!("original {original}")));
        }
        let others = members.get(cluster).map_or(&[][..], Vec::as_slice);
        for other in others.iter().filter(|o| o.str("cluster") != record.str("cluster")) {
            if other.str("id") > record.str("id") {
                let kind = format!("joined {} {}", record.str("op"), other.str("op"));
                found.push(Fault::new(kind, format!("with {}", other.str("id"))));
            }
        }
        faults.push((record.id(), found));
    }
    let missed = excerpts(set).into_iter().filter(|(a, b)| !reported.contains(&(a.as_str(), b.as_str())));
    faults.extend(missed.map(|(a, b)| {
        let together = ours.get(a.as_str()) == ours.get(b.as_str());
        let kind = if together { "excerpt taken for a copy" } else { "missed excerpt" };
        (a, vec![Fault::new(kind, format!("in {b}"))])
    }));
    faults
}
