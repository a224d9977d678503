//! Articles that are one account in fact.

use crate::{Reuse, ReuseKind};
use rustc_hash::FxHashMap;

/// Articles that rest on one account: an original and its copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Indexes of the articles, ascending; at least two.
    pub articles: Vec<usize>,
    /// Why, one line for each pair that joined them, as (original, copy, words).
    pub because: Vec<(usize, usize, String)>,
}

/// Share of one article's text in passages from which two articles may be one account.
const ONE_ACCOUNT_MIN: f32 = 0.4;

/// An article explains another better than a third does when it has this share more of its text, and half at
/// least.
const BETTER_BY: f32 = 0.15;
const EXPLAINED_MIN: f32 = 0.5;

/// So many of the articles that explain one best are asked.
const N_ASKED_MAX: usize = 12;

/// Share of the articles asked that must be one account with the third too.
const SUPPORT_MIN: f32 = 0.34;

/// Groups articles by substantial reuse. Shared quotations, and single borrowed sentences, join nothing; nor does an
/// excerpt: where an article stands nearly whole in a longer one whose other versions lack it, it was put into that one.
///
/// `n_texts` is the number of texts that [`crate::find_reuse`] was given; groups are in order of their first article.
#[must_use]
pub fn origins(n_texts: usize, reuse: &[Reuse]) -> Vec<Origin> {
    let mut parents: Vec<usize> = (0..n_texts).collect();
    let neighbours = Neighbours::new(n_texts, reuse);
    let joins: Vec<&Reuse> =
        reuse.iter().filter(|r| r.from.max(r.to) < n_texts && neighbours.is_one_account(r)).collect();
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

/// Every article's links, those that cover most of it first.
struct Neighbours {
    /// Of each article: the share of its text, and the other article.
    of: Vec<Vec<(f32, usize)>>,
    /// Of each pair, the lower index first: the share covered of either.
    coverage: FxHashMap<(usize, usize), (f32, f32)>,
}

impl Neighbours {
    fn new(n_texts: usize, reuse: &[Reuse]) -> Self {
        let mut of = vec![Vec::new(); n_texts];
        let mut coverage = FxHashMap::default();
        let links = reuse.iter().filter(|r| r.kind != ReuseKind::QuotesOnly && r.from.max(r.to) < n_texts);
        for r in links {
            of[r.from].push((r.extent_from, r.to));
            of[r.to].push((r.extent_to, r.from));
            let shares =
                if r.from < r.to { (r.extent_from, r.extent_to) } else { (r.extent_to, r.extent_from) };
            coverage.insert((r.from.min(r.to), r.from.max(r.to)), shares);
        }
        for links in &mut of {
            links.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        }
        Self { of, coverage }
    }

    fn is_one_account(&self, r: &Reuse) -> bool {
        r.kind != ReuseKind::QuotesOnly
            && r.extent_from.max(r.extent_to) >= ONE_ACCOUNT_MIN
            && self.is_supported(r.from, r.to)
            && self.is_supported(r.to, r.from)
    }

    /// Whether the articles that explain `article` better than `other` does are one account with `other` too.
    fn is_supported(&self, article: usize, other: usize) -> bool {
        let (own, _) = self.shares(article, other);
        let better = self.of[article]
            .iter()
            .filter(|&&(share, third)| third != other && share >= EXPLAINED_MIN && share >= own + BETTER_BY);
        let (mut n_asked, mut n_with) = (0, 0);
        for &(_, third) in better.take(N_ASKED_MAX) {
            let (thirds, of_other) = self.shares(third, other);
            n_asked += 1;
            n_with += usize::from(thirds.max(of_other) >= ONE_ACCOUNT_MIN);
        }
        n_asked == 0 || n_with as f32 >= SUPPORT_MIN * n_asked as f32
    }

    /// The share of `a` that stands in `b`, and of `b` in `a`.
    fn shares(&self, a: usize, b: usize) -> (f32, f32) {
        let (x, y) = self.coverage.get(&(a.min(b), a.max(b))).copied().unwrap_or_default();
        if a < b { (x, y) } else { (y, x) }
    }
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
