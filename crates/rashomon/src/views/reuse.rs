//! Who copied whom, as text.

use rashomon_reconcile::Record;
use std::fmt::Write;

/// One paragraph for each pair of articles with reused passages.
#[must_use]
pub fn reuse(record: &Record) -> String {
    let mut out = String::new();
    for r in &record.reuse {
        let path = |a: usize| record.articles[a].article.path.as_str();
        let _ = writeln!(out, "{} -> {}  {}", path(r.from), path(r.to), r.kind.as_str());
    }
    out
}
