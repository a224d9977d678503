//! What people read: views of the record that hold nothing that it does not.

mod chronology;
mod desk;
mod html;
mod index;
mod markdown;
mod reuse;
mod stories;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use chronology::chronology;
pub use html::{html, index as index_html};
pub use index::{index as index_markdown, story_folder};
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

/// Characters that mean something in Markdown, made plain.
fn escaped(text: &str) -> String {
    let special = |c: char| matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#');
    text.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect()
}
