//! Accounts that are one in fact: the same wire story, copies of one another.

use crate::record::{Origin, Record};

/// One origin for every article; copies and reprints share theirs.
pub(crate) fn origins(record: &Record) -> Vec<Origin> {
    let name = |article: usize| {
        let path = record.articles[article].article.path.as_str();
        path.rsplit('/').next().unwrap_or(path)
    };
    let words = |(original, copy, why): &(usize, usize, String)| {
        format!("{} has text of {}: {why}", name(*copy), name(*original))
    };
    let found = rashomon_reuse::origins(record.articles.len(), &record.reuse);
    found
        .into_iter()
        .map(|o| Origin { because: o.because.iter().map(words).collect(), articles: o.articles })
        .collect()
}
