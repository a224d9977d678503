//! Spans of gold records and predictions: aligned one to one, and compared for error lists.

use crate::bench::{Record, start_end};
use crate::errors::{Fault, marked};
use serde_json::Value;

/// Pairs of overlapping spans, each used once, equal ones and large overlaps first: as the scorers pair them.
pub(crate) fn pairs(gold: &[(usize, usize)], predicted: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in predicted.iter().enumerate() {
            let shared = g.1.min(p.1).saturating_sub(g.0.max(p.0));
            if shared > 0 {
                candidates.push((g != p, std::cmp::Reverse(shared), g.0.abs_diff(p.0), i, j));
            }
        }
    }
    candidates.sort_unstable();
    let (mut used_gold, mut used_predicted) = (vec![false; gold.len()], vec![false; predicted.len()]);
    let mut pairs = Vec::new();
    for (.., i, j) in candidates {
        if !used_gold[i] && !used_predicted[j] {
            (used_gold[i], used_predicted[j]) = (true, true);
            pairs.push((i, j));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// The predictions of a record that say how sure they are, each with whether it meets a gold span for which it is right.
pub(crate) fn answers(
    record: &Record,
    gold: &[Value],
    predicted: &Value,
    is_right: impl Fn(&Value, &Value) -> bool,
) -> Vec<(f64, bool)> {
    let (from, to) = record.scope();
    let mut answers = Vec::new();
    for ours in predicted.as_array().map_or(&[][..], Vec::as_slice) {
        let (Some(confidence), Some((start, end))) = (ours["confidence"].as_f64(), start_end(ours)) else {
            continue;
        };
        let meets = |g: &&Value| start_end(g).is_some_and(|(s, e)| s < end && start < e);
        if from <= start && end <= to {
            answers.push((confidence, gold.iter().filter(meets).any(|g| is_right(g, ours))));
        }
    }
    answers
}

/// What is missed and spurious among spans with `start` and `end`, and what `differ` says of the pairs.
pub(crate) fn faults(
    record: &Record,
    gold: &[Value],
    predicted: &[Value],
    label: impl Fn(&Value) -> String,
    differ: impl Fn(&Value, &Value) -> Option<(String, String)>,
) -> Vec<Fault> {
    let (from, to) = record.scope();
    let inside = |v: &&Value| start_end(v).is_some_and(|(s, e)| from <= s && e <= to);
    let gold: Vec<&Value> = gold.iter().filter(|v| start_end(v).is_some()).collect();
    let predicted: Vec<&Value> = predicted.iter().filter(inside).collect();
    let ranges =
        |values: &[&Value]| -> Vec<(usize, usize)> { values.iter().filter_map(|v| start_end(v)).collect() };
    let (gold_at, predicted_at) = (ranges(&gold), ranges(&predicted));
    let pairs = pairs(&gold_at, &predicted_at);
    let mut found: Vec<(usize, Fault)> = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        let shown = marked(record.text(), gold_at[i]);
        match pairs.iter().find(|p| p.0 == i) {
            None => {
                let label = label(g);
                let (kind, said) = said(&label);
                found.push((gold_at[i].0, Fault::new(format!("missed {kind}"), format!("{shown}  {said}"))));
            }
            Some(&(_, j)) => {
                if let Some((kind, said)) = differ(g, predicted[j]) {
                    let ours = marked_words(record.text(), predicted_at[j]);
                    found.push((gold_at[i].0, Fault::new(kind, format!("{shown}  ours ⟦{ours}⟧ {said}"))));
                }
            }
        }
    }
    for (j, p) in predicted.iter().enumerate() {
        if pairs.iter().all(|pair| pair.1 != j) {
            let label = label(p);
            let (kind, said) = said(&label);
            let shown = marked(record.text(), predicted_at[j]);
            found.push((
                predicted_at[j].0,
                Fault::new(format!("spurious {kind}"), format!("{shown}  {said}")),
            ));
        }
    }
    found.sort_by_key(|&(at, _)| at);
    found.into_iter().map(|(_, fault)| fault).collect()
}

/// A label is the kind, then what else is said of it.
fn said(label: &str) -> (&str, &str) {
    label.split_once(' ').unwrap_or((label, ""))
}

/// The words of a range of code points.
pub(crate) fn marked_words(text: &str, (start, end): (usize, usize)) -> String {
    text.chars().skip(start).take(end.saturating_sub(start)).collect()
}

/// Code points that lie in both lists of ranges.
pub(crate) fn overlap(a: &[(usize, usize)], b: &[(usize, usize)]) -> usize {
    let shared = |x: &(usize, usize), y: &(usize, usize)| x.1.min(y.1).saturating_sub(x.0.max(y.0));
    a.iter().map(|x| b.iter().map(|y| shared(x, y)).sum::<usize>()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn equal_spans_pair_first() {
        assert_eq!(pairs(&[(0, 9), (10, 14)], &[(5, 14), (10, 14), (0, 3)]), [(0, 0), (1, 1)]);
        assert!(pairs(&[(0, 4)], &[(4, 8)]).is_empty());
    }

    #[test]
    fn faults_are_in_text_order_and_within_scope() {
        let record = Record(json!({"text": "one two three four", "scope": [0, 13]}));
        let gold = [json!({"start": 4, "end": 7}), json!({"start": 8, "end": 13})];
        let predicted =
            [json!({"start": 0, "end": 3}), json!({"start": 8, "end": 13}), json!({"start": 14, "end": 18})];
        let found = faults(&record, &gold, &predicted, |_| "X".to_owned(), |_, _| None);
        assert_eq!(found.iter().map(|f| f.kind.as_str()).collect::<Vec<_>>(), ["spurious X", "missed X"]);
    }
}
