//! Timeline summaries of piles of articles, by the product's chronology. Every day that matters is given with its score; the
//! scorer takes as many as the reference has.

use super::{pile, published, sentences};
use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use rashomon::{Account, ChronologyOptions, chronology};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// More days than any reference has.
const N_DATES: usize = 400;
/// Sentences a day: references have two to three.
const N_SENTENCES: usize = 2;

pub(super) fn predict(engine: &Engine, set: &GoldSet, documents: &[Record]) -> Vec<Value> {
    let mut piles: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for document in documents {
        piles.entry(pile(document)).or_default().push(document);
    }
    let mut topics: Vec<&str> = set.records.iter().map(pile).collect();
    topics.sort_unstable();
    topics.dedup();
    topics.iter().map(|topic| timeline(engine, topic, piles.get(topic).map_or(&[], Vec::as_slice))).collect()
}

fn timeline(engine: &Engine, topic: &str, documents: &[&Record]) -> Value {
    let numbered = documents.par_iter().enumerate();
    let account = |(i, d): (usize, &&Record)| engine.account(i, &sentences(d).join("\n"), published(d));
    let accounts: Vec<Account> = numbered.map(account).collect();
    let options = ChronologyOptions { n_dates: N_DATES, n_sentences: N_SENTENCES, query: Vec::new() };
    let rows: Vec<Value> = chronology(&accounts, &options)
        .iter()
        .map(|day| {
            let texts = day.sentences.iter().map(|at| accounts[at.article].article.slice(at.span));
            let sents: Vec<&str> = texts.collect();
            json!({"date": day.day.to_string(), "score": day.score, "sents": sents})
        })
        .collect();
    json!({"topic": topic, "timeline": rows})
}
