//! The days that matter in a long pile, as Markdown.

use super::markdown::plain;
use super::words;
use rashomon_reconcile::{Account, ChronologyDay, TextSpan};
use rashomon_text::{CharOffsets, Time};
use std::fmt::Write;

/// Each day with its sentences; after each sentence the file, its characters and its day of publication.
#[must_use]
pub fn chronology(accounts: &[Account], days: &[ChronologyDay]) -> String {
    let mut out = String::from("# Timeline\n\n");
    let _ = writeln!(
        out,
        "{}, from {}. Every sentence is taken word for word from an account.\n",
        words::capitalised(&words::count(days.len(), "day", "days")),
        words::count(accounts.len(), "account", "accounts")
    );
    for day in days {
        let heading = words::capitalised(&words::when(&Time::day(day.day)));
        let _ = writeln!(out, "- **{heading}** ({})", words::count(day.n_articles, "account", "accounts"));
        for &sentence in &day.sentences {
            let _ = writeln!(out, "  - {}", line(accounts, sentence));
        }
    }
    out
}

fn line(accounts: &[Account], at: TextSpan) -> String {
    let article = &accounts[at.article].article;
    let (start, end) = CharOffsets::new(&article.text).of(at.span);
    let published = article.published.value.as_ref().map_or_else(|| "date not known".to_owned(), words::when);
    format!("{} ({}:{start}-{end}, {published})", plain(article.slice(at.span)), plain(&article.path))
}
