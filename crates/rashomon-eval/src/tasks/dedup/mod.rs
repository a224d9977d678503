//! Copies in a pile: groups of copies (`synthwire`), pairs that are the same or not (`clough_stevenson`, `msrp`), and
//! pairs with text in common (`ecbplus_overlap`, `gva_overlap`). Which of the three a set asks for shows in its fields.

mod clusters;
mod overlap;
mod pairs;
mod pile;

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::errors::Fault;
use crate::task::{Run, Standard, Task};
use serde_json::Value;

pub(crate) struct Dedup;

const STANDARDS: &[Standard] = &[
    Standard::new("synthwire/dev", "ari", 0.95, "exhaustive word shingles 0.88 (test)"),
    Standard::new("synthwire/dev", "excerpts.r", 0.90, ""),
    Standard::new("ecbplus_overlap/dev", "recall_at_0.1", 1.0, ""),
    Standard::new("ecbplus_overlap/dev", "f1_at_0.5", 1.0, ""),
    Standard::new("msrp/dev", "same.f1", 0.82, "majority 0.80, fine-tuned encoders 0.92"),
];

/// What a set asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// `{"id","cluster"}`: which documents are copies of one original.
    Clusters,
    /// `{"id","label", two texts}`: whether the two are the same.
    Pairs,
    /// `{"a","b","overlap"}`: every pair with text in common.
    Overlap,
}

impl Format {
    fn of(set: &GoldSet) -> Self {
        match set.records.first() {
            Some(record) if record.0.get("overlap").is_some() => Self::Overlap,
            Some(record) if record.0.get("label").is_some() => Self::Pairs,
            _ => Self::Clusters,
        }
    }
}

impl Task for Dedup {
    fn name(&self) -> &'static str {
        "dedup"
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        match Format::of(set) {
            Format::Clusters => clusters::predict(engine, set),
            Format::Pairs => pairs::predict(engine, set),
            Format::Overlap => overlap::predict(engine, set),
        }
    }

    fn runs(&self, set: &GoldSet) -> Vec<Run> {
        let measures: &[&str] = match Format::of(set) {
            Format::Clusters => &["ari", "pairs", "found_with_original_by_kind"],
            Format::Pairs => &["accuracy", "same", "average_precision", "accuracy_by_level"],
            Format::Overlap => &["f1_at_0.5", "precision", "recall_at_0.2", "recall_at_0.3", "recall_at_0.5"],
        };
        vec![Run { args: vec!["--details".to_owned()], ..Run::plain(measures) }]
    }

    fn faults(&self, _: &GoldSet, _: &Record, _: &Value) -> Vec<Fault> {
        Vec::new()
    }

    fn all_faults(&self, set: &GoldSet, predictions: &[Value]) -> Vec<(String, Vec<Fault>)> {
        match Format::of(set) {
            Format::Clusters => clusters::faults(set, predictions),
            Format::Pairs => pairs::faults(set, predictions),
            Format::Overlap => overlap::faults(set, predictions),
        }
    }

    fn own_measures(&self, set: &GoldSet, predictions: &[Value]) -> Vec<(String, f64)> {
        match Format::of(set) {
            Format::Clusters => clusters::excerpt_measures(set, predictions),
            Format::Pairs => Vec::new(),
            Format::Overlap => overlap::low_overlap_measures(set, predictions),
        }
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }
}
