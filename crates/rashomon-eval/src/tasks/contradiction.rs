//! How one account's sentence stands to another's: what is laid beside each other by the reconcile crate, in the
//! labels of the set.

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::errors::Fault;
use crate::task::{Run, Standard, Task};
use rashomon_reconcile::contrast::{Standing, Statement, Weights, standing};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Agreement and contradiction of pairs.
pub(crate) struct Contradiction;

const STANDARDS: &[Standard] = &[
    Standard {
        set: "oie_nli/dev",
        measure: "accuracy",
        target: None,
        peers: "SNLI: words and a few features 0.78, best 0.93",
    },
    Standard { set: "oie_nli/dev", measure: "macro_f1", target: None, peers: "majority 0.190" },
];
/// What the sets call their two texts.
const TEXTS: &[(&str, &str)] =
    &[("a", "b"), ("body", "headline"), ("claim", "headline"), ("text", "hypothesis")];
/// What the sets call a statement that follows, one that contradicts, one that is left open, and one of another matter;
/// the first of each list that the set has.
const FOLLOWS: &[&str] = &["entailment", "agree", "for", "strengthens"];
const CONTRADICTS: &[&str] = &["contradiction", "disagree", "against", "weakens", "not_entailment"];
const OPEN: &[&str] = &["neutral", "discuss", "neither", "observing", "not_entailment"];
const UNRELATED: &[&str] = &["unrelated"];
/// Share of a statement's words that another account has at least where it speaks of the same matter.
const SHARED_MIN: f64 = 0.2;

impl Task for Contradiction {
    fn name(&self) -> &'static str {
        "contradiction"
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let folds = Folds::load()?;
        let labels: BTreeSet<String> = set.records.iter().map(|r| r.str("label").to_owned()).collect();
        Ok(engine.each(
            set,
            |record| json!({"id": record.id(), "label": label(engine, folds.of(record), record, &labels)}),
        ))
    }

    fn runs(&self, _: &GoldSet) -> Vec<Run> {
        vec![Run::plain(&["accuracy", "macro_f1", "fnc_score", "labels"])]
    }

    fn faults(&self, _: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        let (gold, ours) = (record.str("label"), prediction["label"].as_str().unwrap_or_default());
        if gold == ours {
            return Vec::new();
        }
        let (first, second) = texts(record);
        vec![Fault::new(format!("{gold} as {ours}"), format!("{first} | {second}"))]
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }

    fn json_flag(&self) -> Option<&'static str> {
        None
    }
}

fn texts(record: &Record) -> (&str, &str) {
    let both = TEXTS.iter().map(|(a, b)| (record.str(a), record.str(b)));
    both.into_iter().find(|(a, b)| !a.is_empty() && !b.is_empty()).unwrap_or_default()
}

/// The label of a pair in the set's words.
fn label(engine: &Engine, weights: &Weights, record: &Record, labels: &BTreeSet<String>) -> String {
    let (first, second) = texts(record);
    let told = statements(engine, second).into_iter().next().unwrap_or_default();
    let of = |list: &[&str]| list.iter().find(|l| labels.contains(**l)).map(|l| (*l).to_owned());
    let shared = |s: &Statement| told.share_in(s);
    let nearest = statements(engine, first).into_iter().rev().max_by(|a, b| shared(a).total_cmp(&shared(b)));
    let nearest = nearest.unwrap_or_default();
    let apart = of(UNRELATED).filter(|_| shared(&nearest) < SHARED_MIN);
    let by_standing = || match standing(weights, &nearest, &told) {
        Standing::Follows => of(FOLLOWS),
        Standing::Contradicts => of(CONTRADICTS),
        Standing::Open => of(OPEN),
    };
    apart.or_else(by_standing).or_else(|| of(OPEN)).or_else(|| of(FOLLOWS)).unwrap_or_default()
}

/// The statements of a text: all of it where it is one line, else each of its lines.
fn statements(engine: &Engine, text: &str) -> Vec<Statement> {
    let lines = text.lines().filter(|l| !l.trim().is_empty());
    lines.map(|line| Statement::of(&engine.english.parse(line))).collect()
}

/// Weights trained without a fifth of the premises each, for scores on that fifth (`data/contrast`).
struct Folds {
    folds: Vec<Weights>,
    all: Weights,
}

impl Folds {
    const COUNT: usize = 5;

    fn load() -> Result<Self, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../eval/contrast");
        let fold = |k: usize| {
            let path = folder.join(format!("fold{k}.txt"));
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            Ok(Weights::parse(&text))
        };
        let folds = (0..Self::COUNT).map(fold).collect::<Result<_, String>>()?;
        Ok(Self { folds, all: Weights::built_in() })
    }

    /// The weights that have not seen a pair that was trained on.
    fn of(&self, record: &Record) -> &Weights {
        if !record.id().starts_with("oie-dev-") {
            return &self.all;
        }
        &self.folds[fold(record.str("pair"))]
    }
}

/// The fold of a pair: all pairs of one premise are in one.
fn fold(pair: &str) -> usize {
    let premise = pair.split('#').next().unwrap_or_default().trim_end_matches(['e', 'n', 'c']);
    premise.bytes().map(usize::from).sum::<usize>() % Folds::COUNT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_one_premise_are_in_one_fold() {
        assert_eq!(fold("8042603870.jpg#2r1e"), fold("8042603870.jpg#2r3c"));
        assert_eq!(fold("132124e"), fold("132124n"));
    }

    #[test]
    fn texts_by_the_names_that_sets_give_them() {
        assert_eq!(texts(&Record(json!({"body": "x", "headline": "y"}))), ("x", "y"));
        assert_eq!(texts(&Record(json!({"a": "x"}))), ("", ""));
    }
}
