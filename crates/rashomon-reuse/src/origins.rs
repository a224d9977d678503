//! Articles that are one account in fact.

use crate::{Reuse, ReuseKind};

/// Articles that rest on one account: an original and its copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Indexes of the articles, ascending; at least two.
    pub articles: Vec<usize>,
    /// Why, one line for each pair that joined them, as (original, copy, words).
    pub because: Vec<(usize, usize, String)>,
}

/// Share of the copy's sentences in passages from which two articles are one account.
const ONE_ACCOUNT_MIN: f32 = 0.3;

/// Groups articles by substantial reuse. Shared quotations, and single borrowed sentences, join nothing.
///
/// `n_texts` is the number of texts that [`crate::find_reuse`] was given; groups are in order of their first article.
#[must_use]
pub fn origins(n_texts: usize, reuse: &[Reuse]) -> Vec<Origin> {
    let mut parents: Vec<usize> = (0..n_texts).collect();
    let joins: Vec<&Reuse> =
        reuse.iter().filter(|r| r.from.max(r.to) < n_texts && is_one_account(r)).collect();
    for r in &joins {
        let (a, b) = (root(&mut parents, r.from), root(&mut parents, r.to));
        parents[a.max(b)] = a.min(b);
    }
    let mut is_joined = vec![false; n_texts];
    for r in &joins {
        is_joined[r.from] = true;
        is_joined[r.to] = true;
    }
    let mut origins: Vec<Origin> = Vec::new();
    let mut place = vec![None; n_texts];
    for (i, &joined) in is_joined.iter().enumerate() {
        let first = root(&mut parents, i);
        if let Some(at) = place[first] {
            let origin: &mut Origin = &mut origins[at];
            origin.articles.push(i);
        } else if joined {
            place[first] = Some(origins.len());
            origins.push(Origin { articles: vec![i], because: Vec::new() });
        }
    }
    for r in joins {
        let first = root(&mut parents, r.from);
        if let Some(at) = place[first] {
            origins[at].because.push((r.from, r.to, words(r)));
        }
    }
    origins
}

fn is_one_account(r: &Reuse) -> bool {
    r.kind != ReuseKind::QuotesOnly && r.coverage_from.max(r.coverage_to) >= ONE_ACCOUNT_MIN
}

fn words(r: &Reuse) -> String {
    let percent = |share: f32| (share * 100.0).round();
    format!(
        "{}: {} % of the copy's sentences stand in the original, {} % of the original's in the copy",
        r.kind.as_str(),
        percent(r.coverage_to),
        percent(r.coverage_from)
    )
}

fn root(parents: &mut [usize], mut i: usize) -> usize {
    while parents[i] != i {
        parents[i] = parents[parents[i]];
        i = parents[i];
    }
    i
}
