//! The report as one self-contained page: no script, nothing loaded from elsewhere, prints, reads on a phone and in
//! the dark. It holds nothing that the record does not: headings and labels are fixed English, the rest is spans.

mod articles;
mod chart;
mod copies;
mod disagreements;
mod index;
mod markup;
mod method;
mod outlook;
mod page;
mod summary;
mod timeline;
mod trackers;
mod voices;

use super::desk::Desk;
use markup::Markup;
use page::Page;
use rashomon_reconcile::Record;

pub use index::index;

/// The style sheet, put into the page.
const STYLE: &str = include_str!("html/style.css");
/// What the page may load: nothing but its own style.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The report of the record as one HTML page. `title` replaces the headline that the record chose.
#[must_use]
pub fn html(record: &Record, title: Option<&str>) -> String {
    let mut page = Page::new(Desk::new(record));
    let title = super::heading(record, title);
    head(&mut page.markup, &title);
    type Section = (&'static str, &'static str, fn(&mut Page<'_>), fn(&Record) -> bool);
    let sections: [Section; 9] = [
        ("summary", "In short", summary::section, |r| !r.articles.is_empty()),
        ("trackers", "Votes, control, tolls, positions", trackers::section, trackers::has_any),
        ("timeline", "Timeline", timeline::section, |r| !r.timeline.is_empty() || !r.events.is_empty()),
        ("voices", "Who says what", voices::section, |r| !r.quotations.is_empty()),
        ("disagreements", "Where the accounts differ", disagreements::section, |r| {
            !r.disagreements.is_empty()
        }),
        ("outlook", "Planned, conditional or denied", outlook::section, outlook::has_any),
        ("copies", "Who copied whom", copies::section, |r| !r.reuse.is_empty()),
        ("articles", "The accounts in full", articles::section, |r| !r.articles.is_empty()),
        ("method", "Remarks and method", method::section, |_| true),
    ];
    let sections: Vec<Section> = sections.into_iter().filter(|s| s.3(record)).collect();
    summary::header(&mut page, &title);
    page.markup.fixed("<div class=\"columns\">\n<nav aria-label=\"Contents\"><ol>");
    for (id, heading, ..) in &sections {
        let to = format!("#{id}");
        page.markup.fixed("<li>").element("a", &[("href", &to)], heading).fixed("</li>");
    }
    page.markup.fixed("</ol></nav>\n<main id=\"main\">\n");
    for (id, heading, write, _) in sections {
        let label = format!("{id}-heading");
        page.markup.tag("section", &[("id", id), ("aria-labelledby", &label)]);
        page.markup.element("h2", &[("id", &label)], heading).fixed("\n");
        write(&mut page);
        page.markup.fixed("</section>\n");
    }
    page.markup.fixed("</main>\n</div>\n</body>\n</html>\n");
    page.markup.finish()
}

fn head(markup: &mut Markup, title: &str) {
    markup
        .fixed("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .tag("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)])
        .fixed("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .fixed("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .fixed("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .fixed("<meta name=\"generator\" content=\"rashomon\">\n")
        .element("title", &[], title)
        .fixed("\n<style>\n")
        .fixed(STYLE)
        .fixed("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n");
}
