//! Accounts that are one in fact: the same wire story, copies of one another.

use crate::record::{Origin, Record};

/// One origin for every article; copies and reprints share theirs.
pub(crate) fn origins(record: &Record) -> Vec<Origin> {
    let found = rashomon_reuse::origins(record.articles.len(), &record.reuse);
    found.into_iter().map(|o| Origin { articles: o.members, because: o.because }).collect()
}
