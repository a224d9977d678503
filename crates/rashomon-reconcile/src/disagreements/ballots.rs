//! Counts of one ballot that differ from account to account.

use super::figures::is_asserted;
use super::pile::Pile;
use super::{Builder, Side};
use crate::record::{DisagreementKind, Relation};
use std::collections::BTreeMap;

const SIDES: [&str; 3] = ["votes.for", "votes.against", "votes.abstain"];

/// The counts that one sentence gives.
struct Tally {
    article: usize,
    sentence: usize,
    /// Figures for, against, abstaining.
    counts: [Option<usize>; 3],
}

/// Tallies that agree in one count, tell of the same matter, and differ in another.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let tallies = tallies(pile);
    let value = |q: Option<usize>| pile.record.quantities[q?].value;
    for (i, a) in tallies.iter().enumerate() {
        for b in tallies[i + 1..].iter().filter(|b| b.article != a.article) {
            let both = |side: usize| value(a.counts[side]).zip(value(b.counts[side]));
            let n_equal = (0..3).filter(|&s| both(s).is_some_and(|(x, y)| x == y)).count();
            if n_equal == 0 || !is_one_ballot(pile, a, b, n_equal) {
                continue;
            }
            for side in (0..3).filter(|&s| both(s).is_some_and(|(x, y)| x != y)) {
                let row = |t: &Tally| t.counts[side].map_or_else(Vec::new, |q| pile.family(q));
                let note = "the accounts give different numbers of votes in one ballot";
                let (kind, relation) = (DisagreementKind::Value, Relation::Conflict);
                out.measure(SIDES[side], kind, relation, Side::all(vec![row(a), row(b)]), note);
            }
        }
    }
}

fn tallies(pile: &Pile) -> Vec<Tally> {
    let mut by_sentence: BTreeMap<(usize, usize), [Option<usize>; 3]> = BTreeMap::new();
    for (q, quantity) in pile.record.quantities.iter().enumerate() {
        let Some(side) = SIDES.iter().position(|s| *s == quantity.measure) else { continue };
        if is_asserted(pile.record, q) && !pile.is_copied(q) {
            by_sentence.entry((quantity.span.article, quantity.sentence)).or_default()[side].get_or_insert(q);
        }
    }
    let all = by_sentence.into_iter().filter(|(_, counts)| counts.iter().flatten().count() > 1);
    all.map(|((article, sentence), counts)| Tally { article, sentence, counts }).collect()
}

/// Two counts in common, or one and a word of what was voted on; not on days apart.
fn is_one_ballot(pile: &Pile, a: &Tally, b: &Tally, n_equal: usize) -> bool {
    let article = |t: &Tally| &pile.record.articles[t.article];
    let shared = article(a).terms[a.sentence]
        .iter()
        .filter(|w| w.chars().all(char::is_alphabetic) && article(b).terms[b.sentence].contains(w));
    article(a).story == article(b).story && (n_equal > 1 || shared.count() > 1)
}
