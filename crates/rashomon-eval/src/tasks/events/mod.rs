//! Events: mentions with factuality (`meantime`), one class a sentence (`plover_gsr`), incident templates (`muc4`); a
//! set's records show which it is.

mod case;
mod classes;
mod days;
mod document;
mod figures;
mod incidents;
mod learner;
mod linear;
mod mentions;
mod model;
mod phrases;
mod places;
mod stages;
mod templates;
mod train;

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::errors::Fault;
use crate::task::{Run, Standard, Task};
use serde_json::Value;

pub(crate) use templates::learned as learned_incidents;

pub(crate) struct Events;

const STANDARDS: &[Standard] = &[
    Standard::new("meantime", "trigger_overlap.f1", 0.70, ""),
    Standard::new("meantime", "polarity_accuracy", 0.85, ""),
    Standard::new("meantime", "certainty_accuracy", 0.85, ""),
    Standard::new("meantime", "time_accuracy", 0.85, ""),
    Standard::new("plover_gsr", "accuracy", 0.75, ""),
    Standard::new("muc4/dev", "all.f1", 0.45, "GE NLTooLSET 1992 about 0.55 (MUC-4 test)"),
    Standard::new("muc4/dev", "victim_figures.accuracy", 0.80, ""),
    Standard::new("muc4/dev", "string_slots.f1", 0.45, "GTT 0.50, TempGen 0.58 (MUC-4 test)"),
];

/// What the records of a set ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Mentions,
    Classes,
    Templates,
}

fn kind(set: &GoldSet) -> Kind {
    let has = |field: &str| set.records.first().is_some_and(|r| r.0.get(field).is_some());
    match (has("templates"), has("label")) {
        (true, _) => Kind::Templates,
        (_, true) => Kind::Classes,
        _ => Kind::Mentions,
    }
}

impl Task for Events {
    fn name(&self) -> &'static str {
        "events"
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        Ok(match kind(set) {
            Kind::Mentions => engine.each(set, |record| mentions::predict(engine, record)),
            Kind::Classes => engine.each(set, |record| classes::predict(engine, record)),
            Kind::Templates => engine.each(set, |record| templates::predict(engine, record)),
        })
    }

    fn trained_on(&self) -> &'static [&'static str] {
        &["muc4/train"]
    }

    fn runs(&self, set: &GoldSet) -> Vec<Run> {
        vec![Run::plain(match kind(set) {
            Kind::Mentions => &[
                "trigger_overlap",
                "trigger_exact",
                "polarity_accuracy",
                "certainty_accuracy",
                "time_accuracy",
                "class_accuracy",
                "tense_accuracy",
                "participants",
                "participants_untyped",
            ],
            Kind::Classes => &["accuracy", "macro_f1"],
            Kind::Templates => &["all", "string_slots", "relevant", "incident_type", "victim_number"],
        })]
    }

    fn faults(&self, set: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        match kind(set) {
            Kind::Mentions => mentions::faults(record, prediction),
            Kind::Classes => classes::faults(record, prediction),
            Kind::Templates => {
                let mut found = templates::faults(record, prediction);
                found.extend(figures::faults(record, prediction));
                found
            }
        }
    }

    fn own_measures(&self, set: &GoldSet, predictions: &[Value]) -> Vec<(String, f64)> {
        match kind(set) {
            Kind::Templates => figures::accuracy(set, predictions).into_iter().collect(),
            Kind::Mentions => mentions::reliability(set, predictions),
            Kind::Classes => Vec::new(),
        }
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }
}
