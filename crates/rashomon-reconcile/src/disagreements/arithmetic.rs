//! Parts that do not make their total.

use super::of_figures;
use crate::record::{About, Disagreement, DisagreementKind, Quantity, Record, Relation};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::quantity::Qualifier;

/// A total and the parts that must make it, when one article gives all of them exactly.
const SUMS: [(&str, &[&str]); 1] =
    [("people.aboard", &["people.killed", "people.missing", "people.rescued"])];

/// For each article: totals with all their parts, exact and asserted, that do not add up.
pub(super) fn disagreements(record: &Record) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for article in 0..record.articles.len() {
        for (total, parts) in SUMS {
            let Some(whole) = only(record, article, total) else { continue };
            let each: Vec<usize> = parts.iter().filter_map(|part| only(record, article, part)).collect();
            if each.len() < parts.len() {
                continue;
            }
            let value = |q: usize| record.quantities[q].value.unwrap_or_default();
            let sum: f64 = each.iter().map(|&q| value(q)).sum();
            if (sum - value(whole)).abs() > 0.5 {
                let terms: Vec<String> = each.iter().map(|&q| value(q).to_string()).collect();
                let note = format!("{} make {sum}, not {}", terms.join(" + "), value(whole));
                found.push(Disagreement {
                    about: About::Measure(total.to_owned()),
                    kind: DisagreementKind::Arithmetic,
                    relation: Relation::Conflict,
                    positions: vec![of_figures(record, vec![whole]), of_figures(record, each)],
                    note,
                });
            }
        }
    }
    found
}

/// The one exact, asserted figure of a measure in an article; `None` when there are several values.
fn only(record: &Record, article: usize, measure: &str) -> Option<usize> {
    let is_it = |q: &Quantity| {
        q.span.article == article
            && q.measure == measure
            && q.qualifier == Qualifier::Exactly
            && q.polarity == Polarity::Positive
            && matches!(q.modality, Modality::Happened | Modality::Ongoing)
            && q.value.is_some()
    };
    let all: Vec<usize> = (0..record.quantities.len()).filter(|&q| is_it(&record.quantities[q])).collect();
    let first = *all.first()?;
    all.iter().all(|&q| record.quantities[q].value == record.quantities[first].value).then_some(first)
}
