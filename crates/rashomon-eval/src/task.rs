//! What a task is: predictions for a set, the scorer's runs over them, and its errors.

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::errors::Fault;
use serde_json::Value;

/// One task of the benchmark folder. A new one is a file in `tasks/` and a line in [`crate::tasks::ALL`].
pub(crate) trait Task: Sync {
    /// The name of its folder.
    fn name(&self) -> &'static str;

    /// One prediction a record, as `score.py` states the format.
    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String>;

    /// How the scorer is asked.
    fn runs(&self, set: &GoldSet) -> Vec<Run>;

    /// What is missed, spurious or wrong in a record; nothing where a measure is of a whole set.
    fn faults(&self, _set: &GoldSet, _record: &Record, _prediction: &Value) -> Vec<Fault> {
        Vec::new()
    }

    /// The same for all records of a set; overridden where predictions do not stand beside records one to one.
    fn all_faults(&self, set: &GoldSet, predictions: &[Value]) -> Vec<(String, Vec<Fault>)> {
        let records = set.records.iter().zip(predictions);
        records.map(|(r, p)| (r.id(), self.faults(set, r, p))).collect()
    }

    /// Measures that the folder's scorer does not know.
    fn own_measures(&self, _set: &GoldSet, _predictions: &[Value]) -> Vec<(String, f64)> {
        Vec::new()
    }

    /// The flag that makes the scorer print JSON; `None` where it prints nothing else and knows no flags.
    fn json_flag(&self) -> Option<&'static str> {
        Some("--json")
    }

    /// Folders of the sets whose development parts the detector's weights were trained on.
    fn trained_on(&self) -> &'static [&'static str] {
        &[]
    }

    /// What is to be reached and what others reach.
    fn standards(&self) -> &'static [Standard] {
        &[]
    }
}

/// One run of the scorer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Run {
    /// Put before the measures' names; empty for the plain run.
    pub(crate) label: &'static str,
    /// Flags.
    pub(crate) args: Vec<String>,
    /// Which records count; `None` = all.
    pub(crate) only: Option<fn(&Record) -> bool>,
    /// Which measures are reported: a number or an object of the scorer's output, by name.
    pub(crate) measures: &'static [&'static str],
}

impl Run {
    /// The plain run with these measures.
    pub(crate) fn plain(measures: &'static [&'static str]) -> Self {
        Self { measures, ..Self::default() }
    }
}

/// A target and the peers' scores of one measure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standard {
    /// The set's name.
    pub(crate) set: &'static str,
    /// The measure, e.g. `relaxed.f1`.
    pub(crate) measure: &'static str,
    /// What is to be reached.
    pub(crate) target: Option<f64>,
    /// What others reach, in words.
    pub(crate) peers: &'static str,
}

impl Standard {
    /// A target, with what peers reach where that is known.
    pub(crate) const fn new(
        set: &'static str,
        measure: &'static str,
        target: f64,
        peers: &'static str,
    ) -> Self {
        Self { set, measure, target: Some(target), peers }
    }
}
