//! Which claims of two aligned passages answer one another.

use super::casting::Cast;
use super::kinship::predicates;
use super::moments::{same_day, times};
use crate::record::{Claim, Record};
use rashomon_reading::modality::{Modality, Polarity};
use rustc_hash::FxHashSet;

/// Claims of aligned passages that answer one another: the best one-to-one pairing by predicate, participants
/// and position in the passage.
pub(super) fn aligned(record: &Record) -> FxHashSet<(usize, usize)> {
    let mut by_article: Vec<Vec<usize>> = vec![Vec::new(); record.articles.len()];
    for (i, claim) in record.claims.iter().enumerate() {
        by_article[claim.span.article].push(i);
    }
    let mut pairs = FxHashSet::default();
    for r in record.reuse.iter().filter(|r| r.kind != rashomon_reuse::ReuseKind::QuotesOnly) {
        for passage in &r.passages {
            let within = |article: usize, span: rashomon_text::Span| -> Vec<usize> {
                by_article[article]
                    .iter()
                    .copied()
                    .filter(|&c| span.contains(record.claims[c].trigger))
                    .collect()
            };
            let (from, to) = (within(r.from, passage.from), within(r.to, passage.to));
            let lost_a_reserve =
                r.kind == rashomon_reuse::ReuseKind::Spun && loses_reserve(record, &from, &to);
            let kept = |&(a, b): &(usize, usize)| {
                !lost_a_reserve || record.claims[a].predicate == record.claims[b].predicate
            };
            pairs.extend(pair_up(record, &from, &to, ANSWER_MIN).into_iter().filter(kept));
        }
        if r.kind == rashomon_reuse::ReuseKind::Spun && r.coverage_to >= SPUN_WHOLE_MIN {
            let left = |article: usize, is_from: bool| -> Vec<usize> {
                let side = |p: &rashomon_reuse::PassagePair| if is_from { p.from } else { p.to };
                let is_taken =
                    |c: usize| r.passages.iter().any(|p| side(p).contains(record.claims[c].trigger));
                by_article[article].iter().copied().filter(|&c| !is_taken(c)).collect()
            };
            pairs.extend(pair_up(record, &left(r.from, true), &left(r.to, false), LEFT_OVER_ANSWER_MIN));
        }
    }
    pairs
}

/// Whether the original denies, negates or hedges something in a passage and its spun copy nothing: what the copy
/// says in other words there cannot be trusted to be the same.
pub(crate) fn loses_reserve(record: &Record, original: &[usize], copy: &[usize]) -> bool {
    let has = |claims: &[usize], is: fn(&Claim) -> bool| claims.iter().any(|&c| is(&record.claims[c]));
    let negates = |c: &Claim| c.polarity == Polarity::Negative || c.modality == Modality::Denied;
    let hedges = |c: &Claim| matches!(c.modality, Modality::Conditional | Modality::Possible);
    (has(original, negates) && !has(copy, negates)) || (has(original, hedges) && !has(copy, hedges))
}

/// Likeness below which two claims of aligned passages do not answer one another.
const ANSWER_MIN: f32 = 0.45;
/// The same for what no passage holds, in articles one of which retells the other from end to end.
const LEFT_OVER_ANSWER_MIN: f32 = 0.55;
/// Share of an article from which on it retells its original from end to end.
const SPUN_WHOLE_MIN: f32 = 0.6;
/// Likeness of the words themselves, below which one of several acts is no other's.
const WORD_MIN: f32 = 0.1;
/// Added where both are of one stated day.
const ANSWER_SAME_DAY: f32 = 0.1;

fn pair_up(record: &Record, from: &[usize], to: &[usize], score_min: f32) -> Vec<(usize, usize)> {
    let place = |i: usize, n: usize| if n < 2 { 0.5 } else { i as f32 / (n - 1) as f32 };
    let mut scored: Vec<(f32, usize, usize)> = Vec::new();
    // "Who headed the operation was fired": where a passage tells several acts, its place alone ties no two.
    let is_crowded = from.len() > 1;
    for (i, &a) in from.iter().enumerate() {
        for (j, &b) in to.iter().enumerate() {
            let (x, y) = (&record.claims[a], &record.claims[b]);
            let apart = (place(i, from.len()) - place(j, to.len())).abs();
            let figures = shared_figures(record, x, y);
            if times(x, y).is_none() || is_crowded && predicates(x, y) < WORD_MIN {
                continue;
            }
            let is_one_day = x.time.is_some() && same_day(x, y);
            let score = if is_one_day { ANSWER_SAME_DAY } else { 0.0 }
                + 0.5 * predicates(x, y)
                + 0.3 * Cast::new(record, x).in_common(&Cast::new(record, y))
                + 0.2 * figures
                + 0.3 * (1.0 - apart);
            scored.push((score, a, b));
        }
    }
    scored.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut used, mut pairs) = (FxHashSet::default(), Vec::new());
    for (score, a, b) in scored {
        if score >= score_min && !used.contains(&a) && !used.contains(&b) {
            used.extend([a, b]);
            pairs.push((a.min(b), a.max(b)));
        }
    }
    pairs
}

fn shared_figures(record: &Record, a: &Claim, b: &Claim) -> f32 {
    let values = |c: &Claim| {
        c.quantities
            .iter()
            .filter_map(|&q| record.quantities[q].value)
            .map(f64::to_bits)
            .collect::<FxHashSet<_>>()
    };
    let (x, y) = (values(a), values(b));
    if x.is_empty() || y.is_empty() {
        0.5
    } else {
        x.intersection(&y).count() as f32 / x.len().min(y.len()) as f32
    }
}
