//! What a page says about itself: JSON-LD, OpenGraph, meta elements.
//!
//! # How
//! For each field the surest place that gives it wins. The date has a file of its own, [`super::published`].

use super::main_text::same_words;
use super::published::{self, Told};
use super::tree::Page;
use crate::byline;
use crate::words::{is_organisation_word, is_outlet_word, is_section_name};
use dom_query::Document;
use rashomon_text::{Dating, Span};
use serde_json::Value;

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Metadata {
    /// The title of the window, for want of a better headline.
    pub(super) window_title: Option<String>,
    pub(super) url: Option<String>,
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<Dating>,
    pub(super) language: Option<String>,
    pub(super) description: Option<String>,
    /// The whole text, where JSON-LD carries it.
    pub(super) body: Option<String>,
}

/// Reads the head and the visible date lines of a page.
pub(super) fn read(document: &Document, page: &Page) -> Metadata {
    let metas = metas(document);
    let linked = json_ld(document);
    let url = linked_url(document, &metas);
    let html_title = document.select_single("head title").text().to_string();
    let first = |names: &[&str]| names.iter().find_map(|name| meta(&metas, name)).map(str::to_owned);
    let site = linked_name(&linked, "publisher").or_else(|| {
        first(&[
            "og:site_name",
            "application-name",
            "dc.publisher",
            "dcterms.publisher",
            "citation_publisher",
            "publisher",
        ])
    });
    let headline = linked_field(&linked, "headline");
    let title = title(
        page,
        headline.as_deref(),
        first(&["og:title", "twitter:title", "dc.title", "parsely-title", "title"]).as_deref(),
        &html_title,
        site.as_deref(),
    );
    let told = Told { linked: &linked, metas: &metas, url: url.as_deref(), title: title.as_deref() };
    let published = published::date(document, page, &told);
    Metadata {
        window_title: Some(without_site(&tidy(&html_title), site.as_deref()))
            .filter(|title| !title.is_empty()),
        publisher: site.or_else(|| site_in_title(&html_title, title.as_deref())),
        title,
        byline: author(document, &linked, &metas),
        published,
        language: language(document),
        description: first(&["og:description", "description", "twitter:description"])
            .map(|words| tidy(&words)),
        body: linked_field(&linked, "articleBody").filter(|body| !body.contains('<')),
        url,
    }
}

/// White space of any kind as one space; entities that metadata escapes twice undone.
fn tidy(words: &str) -> String {
    let words = words
        .replace("&amp;", "&")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#039;", "'")
        .replace("&#8217;", "’")
        .replace("&nbsp;", " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Name (or property, or itemprop) in lower case and content of each meta element.
fn metas(document: &Document) -> Vec<(String, String)> {
    let mut metas = Vec::new();
    for node in document.select("meta").nodes() {
        let Some(content) = node.attr("content").filter(|content| !content.trim().is_empty()) else {
            continue;
        };
        for key in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(name) = node.attr(key) {
                metas.push((name.to_lowercase(), content.trim().to_owned()));
            }
        }
    }
    metas
}

fn meta<'m>(metas: &'m [(String, String)], name: &str) -> Option<&'m str> {
    metas.iter().find(|(key, _)| key == name).map(|(_, content)| content.as_str())
}

// ---- JSON-LD

/// The objects of all JSON-LD scripts, articles first.
fn json_ld(document: &Document) -> Vec<Value> {
    let mut objects = Vec::new();
    for node in document.select("script").nodes() {
        let kind = node.attr("type").map(|kind| kind.to_lowercase()).unwrap_or_default();
        if !kind.contains("ld+json") {
            continue;
        }
        let text = node.text();
        let text = text
            .trim()
            .trim_start_matches("<!--")
            .trim_start_matches("//<![CDATA[")
            .trim_end_matches("-->")
            .trim_end_matches("//]]>");
        let parsed = serde_json::from_str(text).or_else(|_| {
            // Raw line breaks within strings are the commonest error.
            let repaired: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            serde_json::from_str(repaired.trim().trim_end_matches(';'))
        });
        if let Ok(value) = parsed {
            collect_objects(value, &mut objects, 0);
        }
    }
    objects.sort_by_key(|object| !is_article(object));
    objects
}

/// Objects at the top, in lists, in `@graph` and in `mainEntity`.
fn collect_objects(value: Value, objects: &mut Vec<Value>, depth: u8) {
    /// Graphs of graphs do not occur.
    const DEPTH_MAX: u8 = 4;
    if depth > DEPTH_MAX {
        return;
    }
    match value {
        Value::Array(items) => items.into_iter().for_each(|item| collect_objects(item, objects, depth + 1)),
        Value::Object(mut map) => {
            for key in ["@graph", "mainEntity"] {
                if let Some(inner @ (Value::Array(_) | Value::Object(_))) = map.remove(key) {
                    collect_objects(inner, objects, depth + 1);
                }
            }
            objects.push(Value::Object(map));
        }
        _ => {}
    }
}

pub(super) fn is_article(object: &Value) -> bool {
    let named = |kind: &str| {
        let kind = kind.rsplit('/').next().unwrap_or(kind);
        kind.ends_with("Article")
            || matches!(
                kind,
                "BlogPosting"
                    | "LiveBlogPosting"
                    | "Report"
                    | "SocialMediaPosting"
                    | "DiscussionForumPosting"
                    | "Posting"
                    | "NewsItem"
            )
    };
    match object.get("@type") {
        Some(Value::String(kind)) => named(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(named),
        _ => false,
    }
}

fn linked_field(linked: &[Value], name: &str) -> Option<String> {
    let articles = linked.iter().filter(|object| is_article(object));
    articles
        .filter_map(|object| object.get(name)?.as_str())
        .map(|words| if name == "articleBody" { words.to_owned() } else { tidy(words) })
        .find(|words| !words.is_empty())
}

/// The name of a person or organisation in `field` of the first article.
fn linked_name(linked: &[Value], field: &str) -> Option<String> {
    linked
        .iter()
        .filter(|object| is_article(object))
        .find_map(|object| names_of(object.get(field)?, linked, 0))
}

/// "A" for `"A"`, `{"name": "A"}` or `{"@id": …}`; "A, B" for lists.
fn names_of(value: &Value, linked: &[Value], depth: u8) -> Option<String> {
    if depth > 3 {
        return None;
    }
    match value {
        Value::String(name) => Some(tidy(name)).filter(|name| !name.is_empty() && !name.contains("://")),
        Value::Array(items) => {
            let mut names: Vec<String> = Vec::new();
            for name in items.iter().filter_map(|item| names_of(item, linked, depth + 1)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            (!names.is_empty()).then(|| names.join(", "))
        }
        Value::Object(map) => match map.get("name") {
            Some(name) => names_of(name, linked, depth + 1),
            None => {
                let id = map.get("@id")?;
                let target = linked
                    .iter()
                    .find(|object| object.get("@id") == Some(id) && object.get("name").is_some())?;
                names_of(target.get("name")?, linked, depth + 1)
            }
        },
        _ => None,
    }
}

// ---- words

fn title(
    page: &Page,
    headline: Option<&str>,
    meta: Option<&str>,
    html_title: &str,
    site: Option<&str>,
) -> Option<String> {
    let html_title = tidy(html_title);
    let candidates: Vec<String> = [headline, meta, Some(html_title.as_str())]
        .into_iter()
        .flatten()
        .map(tidy)
        .filter(|words| !words.is_empty())
        .collect();
    let headings = page
        .blocks
        .iter()
        .filter(|block| page.ancestors(block.element).any(|index| page.elements[index].tag == "h1"));
    let mut headings: Vec<&str> = headings
        .map(|block| block.text.as_str())
        .filter(|text| text.split_whitespace().count() >= 2)
        .collect();
    headings.truncate(4);
    // The headline that the page shows, if its metadata know it.
    for candidate in &candidates {
        if let Some(shown) = headings.iter().find(|shown| same_words(shown, &without_site(candidate, site))) {
            return Some(tidy(shown));
        }
    }
    if headline.is_none() && meta.is_none() {
        // The window's title alone may name the site or a section: it counts if the page shows it too.
        let own = without_site(&html_title, site);
        let shown =
            page.blocks.iter().any(|block| block.n_link < block.n_chars && same_words(&block.text, &own));
        return headings.first().map(|shown| tidy(shown)).or_else(|| shown.then_some(own));
    }
    candidates.first().map(|candidate| without_site(candidate, site))
}

/// "Ferry sinks - Harbour Post" without the outlet; a part of one to five words after a bar or dash is one.
fn without_site(title: &str, site: Option<&str>) -> String {
    let mut title = title.to_owned();
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "] {
        while let Some(at) = title.rfind(mark) {
            let tail = &title[at + mark.len()..];
            let is_site = site.is_some_and(|site| same_words(site, tail))
                || tail.split_whitespace().count() <= 4 && mark != " – " && mark != " — ";
            if !is_site || title[..at].split_whitespace().count() < 3 {
                break;
            }
            title.truncate(at);
        }
    }
    title
}

/// The outlet in the page's title: what stands beside the headline, else the part that reads like an outlet.
fn site_in_title(html_title: &str, title: Option<&str>) -> Option<String> {
    let html_title = tidy(html_title);
    let is_section = |part: &str| is_section_name(part.to_lowercase().trim_end_matches('s'));
    if let Some(rest) = title.and_then(|title| html_title.strip_prefix(title)) {
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        return (!rest.is_empty() && rest.split_whitespace().count() <= 6 && !is_section(rest))
            .then(|| rest.to_owned());
    }
    let parts: Vec<&str> = [" | ", " :: ", " - ", " – ", " — ", " » "]
        .iter()
        .map(|mark| html_title.split(mark).map(str::trim).collect::<Vec<_>>())
        .find(|parts| parts.len() > 1)?;
    let is_outlet = |part: &&&str| {
        let mut words = part.split_whitespace().map(str::to_lowercase);
        part.split_whitespace().count() <= 6
            && !is_section(part)
            && words.any(|word| is_outlet_word(&word) || is_organisation_word(&word))
    };
    parts.iter().rev().find(is_outlet).map(|part| (*part).to_owned())
}

fn author(document: &Document, linked: &[Value], metas: &[(String, String)]) -> Option<String> {
    let plausible_name = |name: &String| {
        let n_words = name.split_whitespace().count();
        (1..=24).contains(&n_words)
            && !name.contains("://")
            && !name.starts_with('@')
            && !name.contains(".com")
    };
    let from_meta = || {
        [
            "author",
            "byl",
            "article:author",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "sailthru.author",
            "citation_author",
            "article.author",
        ]
        .iter()
        .filter_map(|name| meta(metas, name))
        .map(tidy)
        .find(plausible_name)
    };
    let from_page = || {
        document
            .select("[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .byline, .author-name, .author, .article-author, .post-author, .auth")
            .nodes()
            .iter()
            .map(|node| tidy(&node.text()))
            .find(plausible_name)
    };
    let found = linked_name(linked, "author").filter(plausible_name).or_else(from_meta).or_else(from_page)?;
    let line = Span::new(0, found.len());
    let author = byline::prefixed(&found, line).map_or(line, |byline| byline.author);
    Some(author.slice(&found).to_owned()).filter(|name| !name.is_empty())
}

fn linked_url(document: &Document, metas: &[(String, String)]) -> Option<String> {
    let canonical = document.select_single("link[rel=canonical]").attr("href").map(|href| href.to_string());
    canonical.or_else(|| meta(metas, "og:url").map(str::to_owned)).filter(|url| url.starts_with("http"))
}

/// The language that the page declares, as its first subtag.
fn language(document: &Document) -> Option<String> {
    let html = document.select_single("html");
    let declared = html.attr("lang").or_else(|| html.attr("xml:lang"))?;
    let tag = declared.split(['-', '_']).next()?.trim().to_lowercase();
    (tag.len() == 2 && tag.chars().all(|c| c.is_ascii_alphabetic())).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(html: &str) -> Metadata {
        let document = Document::from(html);
        let page = Page::read(&document);
        read(&document, &page)
    }

    #[test]
    fn reads_json_ld() {
        let found = metadata(
            r#"<html lang="en-CA"><head><title>Ferry sinks | Harbour Post</title><script type="application/ld+json">
            {"@graph":[{"@type":"NewsArticle","headline":"Ferry sinks","datePublished":"2019-05-14T08:00:00-05:00","dateModified":"2019-05-15",
            "author":[{"name":"Ana Example"},{"name":"Ned Example"}],"publisher":{"@id":"x"}},{"@id":"x","@type":"Organization","name":"Harbour Post"}]}
            </script></head><body><h1>Ferry sinks</h1></body></html>"#,
        );
        assert_eq!(found.title.as_deref(), Some("Ferry sinks"));
        assert_eq!(found.publisher.as_deref(), Some("Harbour Post"));
        assert_eq!(found.byline.as_deref(), Some("Ana Example, Ned Example"));
        assert_eq!(found.language.as_deref(), Some("en"));
        let published = found.published.unwrap();
        assert_eq!(published.basis, rashomon_text::DatingBasis::Metadata);
        assert_eq!(published.value.unwrap().timex, "2019-05-14T08:00");
    }

    #[test]
    fn cuts_the_outlet_off_the_title() {
        assert_eq!(without_site("Ferry sinks in strait - Harbour Post", None), "Ferry sinks in strait");
        assert_eq!(without_site("Ferry sinks", None), "Ferry sinks");
    }
}
