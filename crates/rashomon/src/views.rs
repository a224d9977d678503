//! What people read: views of the record that hold nothing that it does not.

mod chronology;
mod desk;
mod html;
mod markdown;
mod reuse;
mod stories;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use chronology::chronology;
pub use html::html;
pub use markdown::markdown;
pub use reuse::reuse;
pub use stories::{stories, stories_markdown};

use rashomon_reconcile::Record;

/// The heading of a report: the one asked for, else the headline that the record chose.
fn heading(record: &Record, title: Option<&str>) -> String {
    let headline = record.report.title.map(|t| record.articles[t.article].article.slice(t.span));
    let heading = title.or(headline).unwrap_or("Report on the accounts");
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}
