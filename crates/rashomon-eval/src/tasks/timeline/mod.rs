//! Timelines: the days that matter in a pile with their sentences (timeline summarisation), and the ordered events of an
//! entity (`semeval15_t4`); a set's records show which it is.

mod entity;
mod summaries;

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::task::{Run, Standard, Task};
use serde_json::Value;

pub(crate) struct Timeline;

const STANDARDS: &[Standard] = &[
    Standard::new(
        "semeval15_t4/dev",
        "relations.f1",
        0.30,
        "best 0.254 with gold events (temporal awareness, test)",
    ),
    Standard::new("t17", "dates.f1", 0.544, "DATEWISE 0.544"),
    Standard::new("t17", "align_r1.f1", 0.120, "DATEWISE 0.120"),
];

fn asks_entities(set: &GoldSet) -> bool {
    set.records.first().is_some_and(|r| r.0.get("entity").is_some())
}

impl Task for Timeline {
    fn name(&self) -> &'static str {
        "timeline"
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let documents = set.documents()?;
        Ok(if asks_entities(set) {
            entity::predict(engine, set, &documents)
        } else {
            summaries::predict(engine, set, &documents)
        })
    }

    fn runs(&self, set: &GoldSet) -> Vec<Run> {
        if asks_entities(set) {
            return vec![Run::plain(&["events", "dates_full", "dates_any", "relations"])];
        }
        const MEASURES: &[&str] =
            &["dates", "align_r1", "align_r2", "agree_r1", "agree_r2", "concat_r1", "concat_r2"];
        // Every reference has its own number of days.
        vec![Run { args: vec!["--topk".to_owned()], ..Run::plain(MEASURES) }]
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }

    fn json_flag(&self) -> Option<&'static str> {
        None
    }
}

/// The first of some fields that is not empty.
fn field<'a>(record: &'a Record, names: &[&str]) -> &'a str {
    names.iter().map(|name| record.str(name)).find(|v| !v.is_empty()).unwrap_or_default()
}

/// The pile a document or timeline belongs to.
fn pile(record: &Record) -> &str {
    field(record, &["topic", "corpus", "collection"])
}

/// When a document came out.
fn published(record: &Record) -> &str {
    field(record, &["dct", "date", "published"])
}

/// A document's sentences.
fn sentences(record: &Record) -> Vec<&str> {
    let listed: Vec<&str> = record.list("sents").iter().filter_map(Value::as_str).collect();
    if listed.is_empty() { record.text().lines().collect() } else { listed }
}
