//! HTML pages: main text and metadata.

mod main_text;
mod metadata;
mod tree;

use crate::article::{Known, Origin, build};
use crate::decode::clean;
use crate::layout::Draft;
use rashomon_text::{Article, Diagnostic, Level, Span};
use tree::Page;

/// The article of a page. `given` (fields of a JSON line) goes before what the page says.
pub(crate) fn from_html(
    origin: Origin<'_>,
    decoded: &str,
    given: Known,
    diagnostics: &mut Vec<Diagnostic>,
) -> Article {
    let document = dom_query::Document::from(decoded);
    let page = Page::read(&document);
    let found = metadata::read(&document, &page);
    let known = Known {
        url: given.url.or(found.url),
        title: given.title.or(found.title),
        publisher: given.publisher.or(found.publisher),
        byline: given.byline.or(found.byline),
        published: given.published.or(found.published),
        language: given.language.or(found.language),
    };
    let (text, drafts) = lay_out(&page, known.title.as_deref(), found.body.as_deref());
    if drafts.is_empty() {
        diagnostics.push(Diagnostic::new(
            origin.path,
            Level::Warning,
            "no-main-text",
            "no main text found in the page",
        ));
    }
    build(origin, text, &drafts, known, diagnostics)
}

/// The text of the article, a blank line between blocks, and its drafts.
fn lay_out(page: &Page, title: Option<&str>, body: Option<&str>) -> (String, Vec<Draft>) {
    let mut text = String::new();
    let mut drafts = Vec::new();
    for (group, block) in main_text::blocks(page, title, body).into_iter().enumerate() {
        let words = clean(&block.text);
        let words = words.trim();
        if words.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(words);
        let group = u32::try_from(group).unwrap_or(u32::MAX);
        drafts.push(Draft { span: Span::new(start, text.len()), group, hint: block.hint });
    }
    (text, drafts)
}
