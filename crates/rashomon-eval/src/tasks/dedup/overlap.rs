//! Pairs with text in common, in shared word 5-grams as a share of the shorter text's.

use super::pile::{Prepared, documents, found, name, prepare};
use crate::bench::GoldSet;
use crate::engine::Engine;
use crate::errors::Fault;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Words of a gram, and the fewest grams of a text that counts (the set's README).
const GRAM: usize = 5;
const GRAMS_MIN: usize = 30;

/// The overlap down to which every pair is to be found.
const LOW_OVERLAP: f64 = 0.1;

/// All pairs that we link, those with as much overlap as the gold lists first; `listed` tells these.
pub(super) fn predict(engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
    let names = set.records.iter().flat_map(|r| [r.str("a"), r.str("b")]).collect();
    let prepared = prepare(engine, documents(set, &names)?);
    let listed_from = listed_from(set);
    let grams: Vec<BTreeSet<Vec<String>>> = prepared.iter().map(|p| grams(&p.text)).collect();
    let mut linked = BTreeSet::new();
    for r in found(&prepared) {
        linked.insert((r.from.min(r.to), r.from.max(r.to)));
    }
    let mut lines = Vec::new();
    for &(i, j) in &linked {
        let overlap = overlap(&grams[i], &grams[j]);
        if overlap >= listed_from {
            lines.push(json!({"a": prepared[i].id, "b": prepared[j].id, "score": overlap}));
        }
    }
    // What the scorer is not told: pairs below what the gold lists. It would take them for wrong ones.
    let missed = missed(&prepared, &grams, &linked);
    let n_low = missed.0;
    let missed: Vec<Value> =
        missed.1.into_iter().map(|(i, j, o)| json!([prepared[i].id, prepared[j].id, o])).collect();
    if let Some(first) = lines.first_mut() {
        first["low"] = json!({"pairs": n_low, "missed": missed});
    }
    Ok(lines)
}

/// The gold lists pairs from a tenth up.
fn listed_from(set: &GoldSet) -> f64 {
    let least = set.records.iter().filter_map(|r| r.0["overlap"].as_f64()).fold(1.0, f64::min);
    (least * 10.0 + 1e-6).floor() / 10.0
}

fn grams(text: &str) -> BTreeSet<Vec<String>> {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    words.windows(GRAM).map(<[String]>::to_vec).collect()
}

fn overlap(a: &BTreeSet<Vec<String>>, b: &BTreeSet<Vec<String>>) -> f64 {
    let shorter = a.len().min(b.len());
    if shorter < GRAMS_MIN { 0.0 } else { a.intersection(b).count() as f64 / shorter as f64 }
}

/// How many pairs overlap by [`LOW_OVERLAP`] or more, and which of them are not linked.
fn missed(
    prepared: &[Prepared],
    grams: &[BTreeSet<Vec<String>>],
    linked: &BTreeSet<(usize, usize)>,
) -> (usize, Vec<(usize, usize, f64)>) {
    let mut holders: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (i, own) in grams.iter().enumerate() {
        own.iter().for_each(|gram| holders.entry(gram).or_default().push(i));
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for of_gram in holders.values() {
        for (k, &i) in of_gram.iter().enumerate() {
            of_gram[k + 1..].iter().for_each(|&j| *shared.entry((i, j)).or_default() += 1);
        }
    }
    let (mut n, mut missed) = (0, Vec::new());
    for ((i, j), count) in shared {
        let shorter = grams[i].len().min(grams[j].len());
        let overlap = count as f64 / shorter.max(1) as f64;
        if shorter >= GRAMS_MIN && overlap >= LOW_OVERLAP && prepared[i].id != prepared[j].id {
            n += 1;
            if !linked.contains(&(i, j)) {
                missed.push((i, j, overlap));
            }
        }
    }
    (n, missed)
}

pub(super) fn low_overlap_measures(_: &GoldSet, predictions: &[Value]) -> Vec<(String, f64)> {
    let Some(low) = predictions.first().map(|p| &p["low"]) else { return Vec::new() };
    let n = low["pairs"].as_f64().unwrap_or_default();
    let n_missed = low["missed"].as_array().map_or(0, Vec::len) as f64;
    vec![(format!("recall_at_{LOW_OVERLAP}"), 1.0 - n_missed / n.max(1.0))]
}

pub(super) fn faults(set: &GoldSet, predictions: &[Value]) -> Vec<(String, Vec<Fault>)> {
    let pair = |a: &Value, b: &Value| {
        let (a, b) = (name(a).to_owned(), name(b).to_owned());
        if a < b { (a, b) } else { (b, a) }
    };
    let gold: BTreeSet<_> = set.records.iter().map(|r| pair(&r.0["a"], &r.0["b"])).collect();
    let mut faults = Vec::new();
    for line in predictions {
        let (a, b) = pair(&line["a"], &line["b"]);
        if !gold.contains(&(a.clone(), b.clone())) {
            faults.push((a, vec![Fault::new("spurious", format!("with {b}, {}", line["score"]))]));
        }
        for missed in line["low"]["missed"].as_array().map_or(&[][..], Vec::as_slice) {
            let (a, b) = pair(&missed[0], &missed[1]);
            faults.push((a, vec![Fault::new("missed", format!("with {b}, {}", missed[2]))]));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_is_of_the_shorter_text() {
        let words = |n: usize| (0..n).map(|i| format!("w{i} ")).collect::<String>();
        assert!((overlap(&grams(&words(34)), &grams(&words(80))) - 1.0).abs() < 1e-9);
        assert!(overlap(&grams(&words(33)), &grams(&words(80))).abs() < 1e-9);
    }
}
