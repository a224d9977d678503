//! Scores as a table for humans, as JSON Lines, and against their floors.

use crate::tables::{Entry, Key, Table};
use serde_json::json;
use std::fmt::Write as _;

/// How far a score may lie under its floor: the scores of small sets move by one case in 200.
const FLOOR_SLACK: f64 = 0.005;

/// Stands in the place of the peers where a score is one on training data.
const TRAINED_ON: &str = "(its development part is training data: see held_out)";

/// One measured figure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Score {
    pub(crate) task: &'static str,
    pub(crate) set: String,
    pub(crate) measure: String,
    pub(crate) score: f64,
    /// Whether the detector's weights were trained on this set: then the score says nothing of other texts.
    pub(crate) is_trained_on: bool,
    pub(crate) target: Option<f64>,
    pub(crate) peers: &'static str,
}

impl Score {
    pub(crate) fn key(&self) -> Key {
        (self.task.to_owned(), self.set.clone(), self.measure.clone())
    }

    pub(crate) fn entry(&self, date: &str) -> Entry {
        Entry {
            score: self.score,
            is_trained_on: self.is_trained_on,
            target: self.target,
            peers: self.peers.to_owned(),
            date: date.to_owned(),
        }
    }
}

/// One line for each score.
pub(crate) fn json_lines(scores: &[Score]) -> String {
    let line = |s: &Score| {
        let score = (s.score * 1e4).round() / 1e4;
        format!("{}\n", json!({"task": s.task, "set": s.set, "measure": s.measure, "score": score}))
    };
    scores.iter().map(line).collect()
}

/// A row for each measure; precision, recall and F1 share one.
pub(crate) fn table(scores: &[Score]) -> String {
    let mut out = format!(
        "{:<11} {:<22} {:<30} {:>7} {:>7} {:>7} {:>7}  peers\n",
        "task", "set", "measure", "P", "R", "score", "target"
    );
    let mut i = 0;
    while i < scores.len() {
        let s = &scores[i];
        let stem = s.measure.strip_suffix(".p").filter(|stem| is_prf(&scores[i..], stem));
        let (name, shown) = match stem {
            Some(stem) => (format!("{stem}.f1"), &scores[i + 2]),
            None => (s.measure.clone(), s),
        };
        let side =
            |k: usize| if stem.is_some() { format!("{:.3}", scores[i + k].score) } else { String::new() };
        let target = shown
            .target
            .map_or(String::new(), |t| format!("{}{t:.3}", if shown.score + 5e-4 >= t { '+' } else { '-' }));
        let _ = writeln!(
            out,
            "{:<11} {:<22} {name:<30} {:>7} {:>7} {:>7.3} {target:>7}  {}",
            s.task,
            s.set,
            side(0),
            side(1),
            shown.score,
            if shown.is_trained_on { TRAINED_ON } else { shown.peers }
        );
        i += if stem.is_some() { 3 } else { 1 };
    }
    out
}

/// The scores that lie below their floors, in words.
pub(crate) fn below_floors(scores: &[Score], floors: &Table) -> Vec<String> {
    let below = |s: &Score| {
        let floor = floors.get(&s.key())?.score;
        let message =
            format!("{}/{} {}: {:.4} is below its floor {floor:.4}", s.task, s.set, s.measure, s.score);
        (s.score < floor - FLOOR_SLACK).then_some(message)
    };
    scores.iter().filter_map(below).collect()
}

fn is_prf(scores: &[Score], stem: &str) -> bool {
    let named = |k: usize, end: &str| scores.get(k).is_some_and(|s| s.measure == format!("{stem}.{end}"));
    named(1, "r") && named(2, "f1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(measure: &str, score: f64) -> Score {
        Score {
            task: "timex",
            set: "x".to_owned(),
            measure: measure.to_owned(),
            score,
            is_trained_on: false,
            target: Some(0.9),
            peers: "P 0.8",
        }
    }

    #[test]
    fn precision_recall_and_f1_share_a_row() {
        let scores =
            [score("value.p", 0.5), score("value.r", 1.0), score("value.f1", 0.667), score("accuracy", 0.95)];
        let table = table(&scores);
        assert_eq!(table.lines().count(), 3, "{table}");
        assert!(table.contains("0.500   1.000   0.667  -0.900  P 0.8"), "{table}");
        assert!(table.contains("0.950  +0.900"), "{table}");
    }

    #[test]
    fn floors_have_a_little_slack() {
        let floor = |f: f64| Table::from([(score("a", 0.0).key(), score("a", f).entry(""))]);
        assert!(below_floors(&[score("a", 0.896)], &floor(0.9)).is_empty());
        assert_eq!(below_floors(&[score("a", 0.894)], &floor(0.9)).len(), 1);
    }
}
