//! HTML pages: main text and metadata.

mod main_text;
mod metadata;
mod published;
mod standfirst;
mod teasers;
mod tree;

use crate::article::{Known, Origin, build};
use crate::decode::clean;
use crate::ingest::from_text;
use crate::layout::Draft;
use main_text::Hints;
use rashomon_text::{Article, Diagnostic, Labelled, Level, Span};
use tree::Page;

/// The article of a page. `given` (fields of a JSON line) goes before what the page says.
pub(crate) fn from_html(
    origin: Origin<'_>,
    decoded: &str,
    given: Known,
    diagnostics: &mut Vec<Diagnostic>,
) -> Article {
    if is_too_deep(decoded) {
        diagnostics.push(Diagnostic::new(
            origin.path,
            Level::Warning,
            "too-deep",
            "elements nested too deeply: read as text without tags",
        ));
        return from_text(origin, &without_tags(decoded), given, diagnostics);
    }
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
    let hints = Hints {
        title: known.title.as_deref(),
        description: found.description.as_deref(),
        body: found.body.as_deref(),
    };
    let (text, drafts) = lay_out(&page, hints);
    if drafts.is_empty() {
        diagnostics.push(Diagnostic::new(
            origin.path,
            Level::Warning,
            "no-main-text",
            "no main text found in the page",
        ));
    }
    let mut article = build(origin, text, &drafts, known, diagnostics);
    if article.title.is_none() {
        article.title = found.window_title.map(|value| Labelled { value, span: None });
    }
    article
}

/// Deepest nesting that is read as a tree: real pages stay under 200, and the parser's time grows with the
/// product of length and depth.
const DEPTH_MAX: usize = 1500;

/// Whether more elements than [`DEPTH_MAX`] stand open somewhere, by a rough count of tags.
fn is_too_deep(html: &str) -> bool {
    let bytes = html.as_bytes();
    let mut depth = 0_usize;
    for (at, _) in html.match_indices('<') {
        match bytes.get(at + 1) {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(letter) if letter.is_ascii_alphabetic() && !is_unclosed(&bytes[at + 1..]) => depth += 1,
            _ => {}
        }
        if depth > DEPTH_MAX {
            return true;
        }
    }
    false
}

/// Elements that are commonly written without an end tag.
fn is_unclosed(tag: &[u8]) -> bool {
    let name: Vec<u8> =
        tag.iter().take_while(|b| b.is_ascii_alphanumeric()).map(u8::to_ascii_lowercase).collect();
    const UNCLOSED: [&[u8]; 28] = [
        b"p", b"br", b"hr", b"img", b"input", b"meta", b"link", b"li", b"td", b"tr", b"th", b"dd", b"dt",
        b"option", b"source", b"area", b"base", b"col", b"embed", b"param", b"track", b"wbr", b"path",
        b"tbody", b"thead", b"use", b"circle", b"rect",
    ];
    UNCLOSED.contains(&name.as_slice())
}

/// The page without its tags, for pages too deep for a tree.
fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    for (i, part) in html.split('<').enumerate() {
        match part.split_once('>') {
            Some((_, after)) if i > 0 => {
                text.push('\n');
                text.push_str(after);
            }
            None if i > 0 => {}
            _ => text.push_str(part),
        }
    }
    text
}

/// The text of the article, a blank line between blocks, and its drafts.
fn lay_out(page: &Page, hints: Hints<'_>) -> (String, Vec<Draft>) {
    let mut text = String::new();
    let mut drafts = Vec::new();
    for (group, block) in main_text::blocks(page, hints).into_iter().enumerate() {
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

#[cfg(test)]
mod tests {
    use crate::ingest;

    #[test]
    fn reads_too_deep_pages_as_text() {
        let html = format!(
            "<html>{}A ferry sank in the strait on Sunday night, they said.",
            "<div>".repeat(100_000)
        );
        let ingested = ingest("a.html", html.as_bytes());
        assert_eq!(ingested.diagnostics[0].code, "too-deep");
        assert_eq!(
            ingested.articles[0].text.trim(),
            "A ferry sank in the strait on Sunday night, they said."
        );
    }

    #[test]
    fn keeps_entities_and_marks() {
        let html = "<p>It was &minus;6&nbsp;&deg;C, &ldquo;the coldest&rdquo; night&#8212;by far&mdash;since &#39;98, the institute said on Monday.</p>";
        let article = ingest("a.html", html.as_bytes()).articles.remove(0);
        assert_eq!(
            article.text,
            "It was −6 °C, “the coldest” night—by far—since '98, the institute said on Monday."
        );
    }
}
