//! Markdown: front matter to metadata, marks off, headings noted.
//!
//! Only what changes how text reads is undone (headings, emphasis, links, images, quotes); tables and code stay
//! as they are written.

use crate::article::{Known, Origin, build};
use crate::decode::clean;
use crate::ingest::from_text;
use crate::jsonl::dating_of;
use crate::layout::{Draft, Hint, plain_drafts};
use crate::pattern::regex;
use rashomon_text::{Article, Diagnostic, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The article of a Markdown text.
pub(crate) fn from_markdown(
    origin: Origin<'_>,
    decoded: &str,
    given: Known,
    diagnostics: &mut Vec<Diagnostic>,
) -> Article {
    let cleaned = clean(decoded);
    let (known, body) = front_matter(&cleaned, given);
    let marked = body.lines().any(|line| line.starts_with('#'));
    if !marked {
        return from_text(origin, &plain(body), known, diagnostics);
    }
    let (text, headings) = without_headings(&plain(body));
    let mut drafts = plain_drafts(&text);
    for draft in &mut drafts {
        if let Some((_, hint)) = headings.iter().find(|(at, _)| *at == draft.span.start()) {
            draft.hint = *hint;
        }
    }
    build(origin, text, &drafts_on_own_lines(drafts, &headings), known, diagnostics)
}

/// Headings never join the line below.
fn drafts_on_own_lines(drafts: Vec<Draft>, headings: &[(usize, Hint)]) -> Vec<Draft> {
    let mut out = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let cut =
            headings.iter().map(|(at, _)| *at).find(|&at| draft.span.start() < at && at < draft.span.end());
        match cut {
            Some(at) => {
                out.push(Draft { span: Span::new(draft.span.start(), at - 1), ..draft });
                out.push(Draft { span: Span::new(at, draft.span.end()), hint: Hint::Heading, ..draft });
            }
            None => out.push(draft),
        }
    }
    out
}

/// `--- key: value … ---` at the top, as metadata.
fn front_matter(text: &str, mut known: Known) -> (Known, &str) {
    let Some(rest) = text.strip_prefix("---\n") else { return (known, text) };
    let Some(end) = rest.find("\n---") else { return (known, text) };
    let after = rest[end + 4..].trim_start_matches('-');
    for line in rest[..end].lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        if value.is_empty() {
            continue;
        }
        match key.trim().to_lowercase().as_str() {
            "title" => known.title = known.title.or(Some(value)),
            "author" | "authors" | "byline" => known.byline = known.byline.or(Some(value)),
            "publisher" | "publication" | "source" | "site" | "outlet" | "organisation" | "organization"
            | "issuer" | "newspaper" | "paper" | "magazine" | "journal" | "broadcaster" | "agency" => {
                known.publisher = known.publisher.or(Some(value));
            }
            "url" | "link" | "canonical" => known.url = known.url.or(Some(value)),
            "date" | "published" | "pubdate" | "publish_date" | "published_at" | "publication_date"
            | "datepublished" => {
                known.published = known.published.or_else(|| dating_of(&value));
            }
            _ => {}
        }
    }
    (known, after)
}

static MARKS: LazyLock<[(Regex, &str); 6]> = LazyLock::new(|| {
    let new = |pattern: &str| regex(pattern);
    [
        (new(r"!\[[^\]]*\]\([^)]*\)"), ""),
        (new(r"\[([^\]]+)\]\([^)\s]*(?: [^)]*)?\)"), "$1"),
        (new(r"\*\*([^*\n]+)\*\*|__([^_\n]+)__"), "$1$2"),
        (new(r"(^|[\s(“\x22])[*_]([^*_\s][^*_\n]*)[*_]"), "$1$2"),
        (new(r"(?m)^> ?"), ""),
        (new(r"(?m)^(#{1,6} .*?)\s#+\s*$"), "$1"),
    ]
});

fn plain(body: &str) -> String {
    let mut text = body.to_owned();
    for (pattern, with) in MARKS.iter() {
        if pattern.is_match(&text) {
            text = pattern.replace_all(&text, *with).into_owned();
        }
    }
    text
}

/// The text without `#`, and where headings start in it. The first `# …` is the headline.
fn without_headings(text: &str) -> (String, Vec<(usize, Hint)>) {
    let mut out = String::with_capacity(text.len());
    let mut headings = Vec::new();
    for line in text.lines() {
        let level = line.len() - line.trim_start_matches('#').len();
        let heading = (1..=6).contains(&level) && line[level..].starts_with(' ');
        if heading {
            let title = level == 1 && !headings.iter().any(|(_, hint)| *hint == Hint::Title);
            headings.push((out.len(), if title { Hint::Title } else { Hint::Heading }));
            out.push_str(line[level..].trim());
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    (out, headings)
}

#[cfg(test)]
mod tests {
    use crate::ingest;

    #[test]
    fn keys_of_several_generators() {
        let text = "---\ntitle: Ferry sinks\npublication: The Example Post\npublication_date: 2019-05-14\n---\n\nA ferry sank on Sunday.\n";
        let article = ingest("a.md", text.as_bytes()).articles.remove(0);
        assert_eq!(article.publisher.as_ref().map(|p| p.value.as_str()), Some("The Example Post"));
        assert_eq!(article.published.value.as_ref().map(|time| time.timex.as_str()), Some("2019-05-14"));
    }

    #[track_caller]
    fn check_head(text: &str, title: &str, publisher: Option<&str>) {
        let text = format!(
            "{text}\n\nA ferry sank in the strait on Sunday night, the coast guard said.\n\nNobody was hurt, it added on Monday.\n"
        );
        let article = ingest("a.md", text.as_bytes()).articles.remove(0);
        assert_eq!(article.title.as_ref().map(|t| t.value.as_str()), Some(title));
        assert_eq!(article.publisher.as_ref().map(|p| p.value.as_str()), publisher);
    }

    #[test]
    fn the_publisher_stands_with_the_date_below_the_headline() {
        let head = "# Ferry sinks in the strait\n\nTHE HARBOUR ECHO, Monday, 3 June 2019\n\nBy Ana Example";
        check_head(head, "Ferry sinks in the strait", Some("The Harbour Echo"));
        let head = "# Ferry sinks in the strait\n\nOstren, Monday, 3 June 2019\n\nBy Ana Example";
        check_head(head, "Ferry sinks in the strait", None);
        let head = "---\npaper: The Harbour Echo\nissue: 4\n---\n\n# Ferry sinks in the strait";
        check_head(head, "Ferry sinks in the strait", Some("The Harbour Echo"));
    }

    #[test]
    fn a_release_has_its_issuer_above_its_kind() {
        let head = "# The Ostren Lantern\n\n*Printed every week \u{b7} Friday, 7 June 2019*\n\n## The last ferry but one";
        check_head(head, "The last ferry but one", Some("The Ostren Lantern"));
        let head = "# The Great Flood\n\nFriday, 7 June 2019\n\n## What happened";
        check_head(head, "The Great Flood", None);
        let head = "# HARBOUR BOARD OF OSTREN\n\n## Situation Bulletin No. 4\n\n3 June 2019, 18:00\n\n### Casualties";
        check_head(head, "Situation Bulletin No. 4", Some("Harbour Board of Ostren"));
        let head = "# Ferry sinks in the strait\n\n## Bulletin\n\n3 June 2019, 18:00";
        check_head(head, "Ferry sinks in the strait", None);
    }

    #[test]
    fn reads_front_matter_and_marks() {
        let text = "---\ntitle: \"Ferry sinks\"\ndate: 2019-05-14\nauthor: Ana Example\n---\n\n# Ferry sinks\n\nA **ferry** sank in the [strait](https://x.example) on Sunday night, they said.\n\n## What next\n\n> Divers will look at the wreck, _if_ the weather is better on Monday.\n";
        let article = ingest("a.md", text.as_bytes()).articles.remove(0);
        assert_eq!(article.title.as_ref().map(|title| title.value.as_str()), Some("Ferry sinks"));
        assert_eq!(article.byline.as_ref().map(|byline| byline.value.as_str()), Some("Ana Example"));
        assert_eq!(article.published.value.as_ref().map(|time| time.timex.as_str()), Some("2019-05-14"));
        assert!(article.text.contains("A ferry sank in the strait on Sunday night"));
        assert!(article.text.contains("\nDivers will look at the wreck, if the weather"));
        let kinds: Vec<_> = article.blocks.iter().map(|block| block.kind).collect();
        use rashomon_text::BlockKind::*;
        assert_eq!(kinds, [Title, Paragraph, Heading, Paragraph]);
    }
}
