//! The index of a pile of several stories: each with its headline, days, articles and independent origins, and the way to
//! its report.

use super::words;
use crate::Records;
use crate::json::Ids;
use rashomon_reconcile::{Record, Story};
use std::cmp::Reverse;
use std::fmt::Write;

/// The folder of a story's report, by its position in `stories`.
#[must_use]
pub fn story_folder(story: usize) -> String {
    format!("stories/{}", Ids::Story.id(story))
}

/// The index as Markdown.
#[must_use]
pub fn index(records: &Records, title: Option<&str>) -> String {
    let mut out = format!("# {}\n\n", super::escaped(&heading(records, title)));
    for row in rows(records) {
        let headline = super::escaped(&row.headline);
        let _ = writeln!(out, "- [{headline}]({}/report.md): {}", row.folder, row.about);
    }
    out.push_str("\nAll accounts together: [report](report.md), [record](record.json).\n");
    out
}

/// A story in the index.
pub(super) struct Row {
    /// Words of an article.
    pub(super) headline: String,
    /// "12 articles, six independent origins, 2 to 9 May 2021".
    pub(super) about: String,
    pub(super) folder: String,
}

/// What the index is called.
pub(super) fn heading(records: &Records, title: Option<&str>) -> String {
    let n = || words::capitalised(&words::count(records.whole.stories.len(), "story", "stories"));
    title.map_or_else(n, str::to_owned)
}

/// The stories, the largest first.
pub(super) fn rows(records: &Records) -> Vec<Row> {
    let whole = &records.whole;
    let mut order: Vec<usize> = (0..records.by_story.len()).collect();
    order.sort_by_key(|&s| (Reverse(whole.stories[s].articles.len()), s));
    let row = |s: usize| {
        let story = &whole.stories[s];
        let label = whole.articles[story.label.article].article.slice(story.label.span);
        Row {
            headline: label.split_whitespace().collect::<Vec<_>>().join(" "),
            about: about(story, &records.by_story[s]),
            folder: story_folder(s),
        }
    };
    order.into_iter().map(row).collect()
}

fn about(story: &Story, record: &Record) -> String {
    let mut about = words::count(story.articles.len(), "article", "articles");
    about += &format!(", {}", words::count(n_origins(record), "independent origin", "independent origins"));
    match (&story.first, &story.last) {
        (Some(first), Some(last)) if first == last => about += &format!(", {}", words::when(first)),
        (Some(first), Some(last)) => about += &format!(", {} to {}", words::when(first), words::when(last)),
        _ => {}
    }
    about
}

/// Articles, those that are one account counted once.
fn n_origins(record: &Record) -> usize {
    let n_copies: usize = record.origins.iter().map(|o| o.articles.len().saturating_sub(1)).sum();
    record.articles.len().saturating_sub(n_copies)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::{fixture, index_html};

    fn records() -> Records {
        let whole = fixture::record();
        Records { by_story: vec![whole.clone(); whole.stories.len()], whole }
    }

    #[test]
    fn every_story_has_its_way_to_its_report() {
        let records = records();
        let written = index(&records, None);
        assert!(written.contains("(stories/s1/report.md)"), "{written}");
        assert!(written.contains("three articles, two independent origins"), "{written}");
        let page = index_html(&records, Some("<b>Pile</b>"));
        assert!(page.contains("href=\"stories/s1/report.html\"") && !page.contains("<b>"), "{page}");
    }
}
