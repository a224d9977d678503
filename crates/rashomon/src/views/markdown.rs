//! The report in Markdown.

use rashomon_reconcile::Record;
use std::fmt::Write;

/// The report of the record in Markdown.
#[must_use]
pub fn markdown(record: &Record, title: Option<&str>) -> String {
    let mut out = String::new();
    let headline = record.report.title.map(|t| record.articles[t.article].article.slice(t.span));
    let _ = writeln!(out, "# {}", title.or(headline).unwrap_or("Report"));
    for section in &record.report.sections {
        let _ = writeln!(out, "\n## {}\n", section.heading);
        for s in &section.sentences {
            let _ = writeln!(out, "- {}", record.articles[s.text.article].article.slice(s.text.span));
        }
    }
    out
}
