//! What ties articles and their passages to one another, looked up by article.
//!
//! Built once when reuse and origins are known: asking all reuse of the pile for each of its claims would be
//! quadratic.

use crate::entities::fold;
use crate::record::{Record, RecordArticle};
use rashomon_reuse::ReuseKind;
use rashomon_text::Span;

/// An article of which so much is another's may be taken to have all from there.
const WHOLE_MIN: f32 = 0.8;

/// Where each article's text came from, and what it says of itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ties {
    /// For each article, the passages it took from others, each once.
    taken: Vec<Vec<Span>>,
    /// Those of them that were reworded by machine.
    spun: Vec<Vec<Span>>,
    /// For each article, positions in `Record::reuse` of what it took.
    into: Vec<Vec<usize>>,
    /// For each article, the largest share of it that is another's; one where a machine reworded it.
    copied_share: Vec<f32>,
    /// For each article, its position in `Record::origins`.
    origin: Vec<Option<usize>>,
    /// Folded names of the publishers.
    publisher: Vec<Option<String>>,
    /// Folded names of the agencies credited.
    credits: Vec<Vec<String>>,
}

impl Ties {
    /// The ties of a record whose reuse and origins are known.
    pub(crate) fn new(record: &Record) -> Self {
        let n = record.articles.len();
        let mut ties = Self {
            taken: vec![Vec::new(); n],
            spun: vec![Vec::new(); n],
            into: vec![Vec::new(); n],
            copied_share: vec![0.0; n],
            origin: vec![None; n],
            publisher: record.articles.iter().map(publisher).collect(),
            credits: record.articles.iter().map(credits).collect(),
        };
        for (i, r) in record.reuse.iter().enumerate() {
            if r.kind != ReuseKind::QuotesOnly {
                ties.taken[r.to].extend(r.passages.iter().map(|p| p.to));
            }
            if r.kind == ReuseKind::Spun {
                ties.spun[r.to].extend(r.passages.iter().map(|p| p.to));
            }
            if r.kind != ReuseKind::QuotesOnly {
                let share = if r.kind == ReuseKind::Spun { 1.0 } else { r.coverage_to };
                ties.copied_share[r.to] = ties.copied_share[r.to].max(share);
            }
            ties.into[r.to].push(i);
        }
        for spans in ties.taken.iter_mut().chain(&mut ties.spun) {
            spans.sort_unstable();
            spans.dedup();
        }
        for (i, origin) in record.origins.iter().enumerate() {
            origin.articles.iter().for_each(|&a| ties.origin[a] = Some(i));
        }
        ties
    }

    /// Whether the words stand in a passage that their article took from another one.
    pub(crate) fn is_copied(&self, article: usize, span: Span) -> bool {
        self.taken.get(article).is_some_and(|all| all.iter().any(|p| p.contains(span)))
    }

    /// Whether they stand in a passage that was reworded by machine.
    pub(crate) fn is_spun(&self, article: usize, span: Span) -> bool {
        self.spun.get(article).is_some_and(|all| all.iter().any(|p| p.contains(span)))
    }

    /// Whether it took over passages and has much of its own besides.
    pub(crate) fn is_partial_copy(&self, article: usize) -> bool {
        self.copied_share.get(article).is_some_and(|&share| share > 0.0 && share < WHOLE_MIN)
    }

    /// Positions in `Record::reuse` of what an article took from others.
    pub(crate) fn taken_by(&self, article: usize) -> &[usize] {
        self.into.get(article).map_or(&[], Vec::as_slice)
    }

    /// The account that the article is one with.
    pub(crate) fn origin(&self, article: usize) -> Option<usize> {
        self.origin.get(article).copied().flatten()
    }

    /// Folded name of the publisher.
    pub(crate) fn publisher(&self, article: usize) -> Option<&str> {
        self.publisher.get(article)?.as_deref()
    }

    /// Folded names of the agencies credited.
    pub(crate) fn credits(&self, article: usize) -> &[String] {
        self.credits.get(article).map_or(&[], Vec::as_slice)
    }
}

fn publisher(article: &RecordArticle) -> Option<String> {
    article.article.publisher.as_ref().map(|p| fold(&p.value))
}

fn credits(article: &RecordArticle) -> Vec<String> {
    article.article.agency_credits.iter().map(|c| fold(&c.value)).collect()
}
