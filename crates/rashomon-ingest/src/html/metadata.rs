//! What a page says about itself: JSON-LD, OpenGraph, meta elements, `<time>`, and its visible date line.
//!
//! # How
//! For each field the surest place that gives it wins. For the date: JSON-LD `datePublished`, meta elements of
//! publication, `<time>` marked as publication, a date in the page's own address, other meta elements, `<time>`
//! and date classes near the headline, and last a date in the visible text before the body. Dates of
//! modification count only when nothing else is given.

use super::main_text::same_words;
use super::tree::Page;
use crate::byline;
use crate::dates::{FoundDate, find_dates};
use crate::pattern::regex;
use crate::words::{is_organisation_word, is_outlet_word, is_section_name};
use dom_query::{Document, NodeRef};
use rashomon_text::{Date, Dating, DatingBasis, Precision, Span};
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;

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
    /// The whole text, where JSON-LD carries it.
    pub(super) body: Option<String>,
}

/// A date with how sure its place is: lower is surer.
type Dated = (u8, FoundDate);

/// Reads the head and the visible date lines of a page.
pub(super) fn read(document: &Document, page: &Page) -> Metadata {
    let metas = metas(document);
    let linked = json_ld(document);
    let url = linked_url(document, &metas);
    let mut dates: Vec<Dated> = Vec::new();
    linked_dates(&linked, &mut dates);
    meta_dates(&metas, &mut dates);
    time_elements(document, &mut dates);
    let in_url = url.as_deref().and_then(date_in_url);
    dates.extend(in_url.clone().map(|date| (3, date)));
    let machine = best(dates).map(|date| on_local_day(date, in_url.as_ref()));
    let month = url.as_deref().and_then(month_in_url);
    let published = machine.map(|date| dating(&date, DatingBasis::Metadata)).or_else(|| {
        let date = in_order_of(visible_date(page, month)?, document);
        Some(dating(&date, DatingBasis::Stated))
    });
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
    Metadata {
        window_title: Some(without_site(&tidy(&html_title), site.as_deref()))
            .filter(|title| !title.is_empty()),
        publisher: site.or_else(|| site_in_title(&html_title, title.as_deref())),
        title,
        byline: author(document, &linked, &metas),
        published,
        language: language(document),
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

fn is_article(object: &Value) -> bool {
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

// ---- dates

fn linked_dates(linked: &[Value], dates: &mut Vec<Dated>) {
    for object in linked {
        let base = if is_article(object) { 0 } else { 4 };
        for (field, rank) in
            [("datePublished", base), ("dateCreated", base + 1), ("uploadDate", 6), ("dateModified", 8)]
        {
            if let Some(date) = object.get(field).and_then(Value::as_str).and_then(machine_date) {
                dates.push((rank, date));
            }
        }
    }
}

fn meta_dates(metas: &[(String, String)], dates: &mut Vec<Dated>) {
    for (name, content) in metas {
        let key: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
        let rank = match key.as_str() {
            "articlepublishedtime"
            | "datepublished"
            | "articlepublished"
            | "publishdate"
            | "pubdate"
            | "parselypubdate"
            | "publicationdate"
            | "articlepublicationdate"
            | "dateissued"
            | "dcdateissued"
            | "dctermsissued"
            | "dctermsdateissued"
            | "ogpublishedtime"
            | "publisheddate"
            | "sailthrudate"
            | "citationpublicationdate"
            | "citationdate"
            | "articledateoriginal"
            | "originalpublicationdate"
            | "publishdatetime"
            | "publishtime"
            | "publishedat"
            | "publisheddatetime"
            | "rnewsdatepublished"
            | "cxenseparserecspublishtime"
            | "bttime"
            | "mediumpublishedtime"
            | "contentcreateddate"
            | "ptime"
            | "dcdatepublished"
            | "firstpublished"
            | "articlecreated"
            | "publishedtime"
            | "pubtime"
            | "shareaholicarticlepublishedtime"
            | "created"
            | "wtcgdate" => 1,
            "date" | "dcdate" | "dctermsdate" | "dctermscreated" | "dcdatecreated" | "datecreated"
            | "releasedate" | "displaydate" | "dcdatex" | "articledate" | "postdate" => 2,
            "lastmodified"
            | "articlemodifiedtime"
            | "datemodified"
            | "ogupdatedtime"
            | "modified"
            | "moddate"
            | "dctermsmodified"
            | "revised"
            | "lastmod"
            | "dctermsdatemodified"
            | "updated"
            | "updatetime" => 8,
            _ => continue,
        };
        if let Some(date) = machine_date(content) {
            dates.push((rank, date));
        }
    }
}

fn time_elements(document: &Document, dates: &mut Vec<Dated>) {
    for node in document.select("time, abbr[title], [itemprop=datePublished], [itemprop=dateCreated], [property=datePublished], [data-date], [datetime], [data-testid*=date]").nodes() {
        let attr = |name: &str| node.attr(name).map(|value| value.to_string());
        let mut marks = attr("itemprop").unwrap_or_default() + " " + &attr("class").unwrap_or_default() + " " + &attr("property").unwrap_or_default();
        marks.make_ascii_lowercase();
        let published = attr("pubdate").is_some() || ["published", "pubdate", "created", "entry-date", "post-date", "article-date", "publish"].iter().any(|mark| marks.contains(mark));
        let updated = ["updated", "modified"].iter().any(|mark| marks.contains(mark)) && !published;
        let value = attr("datetime").or_else(|| attr("content")).or_else(|| attr("title")).or_else(|| attr("data-date"));
        let date = value.as_deref().and_then(machine_date).or_else(|| plausible(node.text().as_ref()));
        let Some(date) = date else { continue };
        let rank = if updated { 8 } else if published { 2 } else if is_aside(node) { 7 } else { 5 };
        dates.push((rank, date));
    }
}

/// Whether an element stands in a list of other stories, in comments or in the frame of the page.
fn is_aside(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(Some(12)).any(|ancestor| {
        let tag = ancestor.node_name().map(|name| name.to_string()).unwrap_or_default();
        if matches!(tag.as_str(), "aside" | "footer" | "nav" | "li") {
            return true;
        }
        let mut words = ancestor.class().map(|class| class.to_string()).unwrap_or_default();
        words.push_str(&ancestor.id_attr().map(|id| id.to_string()).unwrap_or_default());
        words.make_ascii_lowercase();
        ["comment", "related", "sidebar", "widget", "teaser", "latest", "popular", "recent"]
            .iter()
            .any(|word| words.contains(word))
            && tag != "body"
    })
}

static URL_DATE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?-u)[/_-]((?:19|20)[0-9]{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12][0-9]|3[01])(?:[/_.-]|$)")
});

/// The day in an address such as `/2019/05/14/ferry`.
fn date_in_url(url: &str) -> Option<FoundDate> {
    let captures = URL_DATE.captures(url)?;
    let number = |index: usize| captures.get(index).and_then(|m| m.as_str().parse::<i16>().ok());
    let date = Date::new(number(1)?, i8::try_from(number(2)?).ok()?, i8::try_from(number(3)?).ok()?).ok()?;
    Some(FoundDate {
        span: Span::new(0, 0),
        date,
        other: None,
        clock: None,
        weekday: None,
        precision: Precision::Day,
    })
}

/// The month in an address such as `/2019/05/ferry`.
fn month_in_url(url: &str) -> Option<(i16, i8)> {
    static MONTH: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?-u)/((?:19|20)[0-9]{2})/(0[1-9]|1[0-2])(?:/|$)"));
    let captures = MONTH.captures(url)?;
    Some((captures[1].parse().ok()?, captures[2].parse().ok()?))
}

/// Metadata often give Universal Time, the address the day of the newsroom: one day apart, the address is right.
fn on_local_day(date: FoundDate, in_url: Option<&FoundDate>) -> FoundDate {
    let days = |other: &FoundDate| date.date.until(other.date).map_or(0, |span| span.get_days().abs());
    match in_url {
        Some(local) if days(local) == 1 => local.clone(),
        _ => date,
    }
}

/// Settles `3/4/2019` by the language of the page: month first in the United States, day first elsewhere. Pages in
/// English of no country leave it open.
fn in_order_of(date: FoundDate, document: &Document) -> FoundDate {
    let declared =
        document.select_single("html").attr("lang").map(|lang| lang.to_lowercase().replace('_', "-"));
    let (Some(month_first), Some(declared)) = (date.other, declared) else { return date };
    match declared.as_str() {
        "en" | "" => date,
        "en-us" => FoundDate { date: month_first, other: None, ..date },
        _ => FoundDate { other: None, ..date },
    }
}

/// A date as machines write it, with a year that the Web can have.
fn machine_date(value: &str) -> Option<FoundDate> {
    static COMPACT: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T|\D|$|\d{4,6})"));
    let value = value.trim();
    if let Some(found) = plausible(value) {
        return Some(found);
    }
    let captures = COMPACT.captures(value)?;
    plausible(&format!("{}-{}-{}", &captures[1], &captures[2], &captures[3]))
}

/// The first full date in `words` from 1990 on.
fn plausible(words: &str) -> Option<FoundDate> {
    let mut end = words.len().min(200);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    find_dates(&words[..end], 0)
        .into_iter()
        .find(|date| date.precision == Precision::Day && date.date.year() >= 1990)
}

/// The surest date; of equally sure ones the first given.
fn best(mut dates: Vec<Dated>) -> Option<FoundDate> {
    dates.sort_by_key(|(rank, _)| *rank);
    let (rank, date) = dates.first()?.clone();
    // What is only a date of change gives way to the visible text.
    (rank < 8).then_some(date).or_else(|| dates.into_iter().next().map(|(_, date)| date))
}

fn dating(date: &FoundDate, basis: DatingBasis) -> Dating {
    let settled = FoundDate { other: date.other.filter(|_| basis == DatingBasis::Stated), ..date.clone() };
    Dating { value: Some(settled.to_time()), basis, evidence: Vec::new(), note: String::new() }
}

/// A date line among the visible blocks: one in an element whose class speaks of dates, else the first short
/// block with a full date outside of lists and frames, or a paragraph that begins with one ("27.1.2022 - In").
/// Where the address names the month, dates of other months are passed over.
fn visible_date(page: &Page, month: Option<(i16, i8)>) -> Option<FoundDate> {
    let mut fallback = None;
    for block in &page.blocks {
        let Some(date) = plausible(&block.text) else { continue };
        let is_month =
            month.is_none_or(|(year, month)| (date.date.year(), date.date.month()) == (year, month));
        let opens =
            date.span.start() == 0 && opens_paragraph(&block.text[date.span.end().min(block.text.len())..]);
        if !is_month || (block.n_chars >= N_CHARS_LINE_MAX && !opens) {
            continue;
        }
        if page.ancestors(block.element).take(3).any(|index| speaks_of_dates(&page.elements[index].words)) {
            return Some(date);
        }
        let copyright = block.text.contains('©') || block.text.to_lowercase().contains("copyright");
        let in_frame = page
            .ancestors(block.element)
            .any(|index| matches!(page.elements[index].tag.as_str(), "nav" | "li" | "aside" | "footer"));
        if fallback.is_none() && !copyright && !in_frame {
            fallback = Some(date);
        }
    }
    fallback
}

/// Longer blocks are no date lines.
const N_CHARS_LINE_MAX: usize = 200;

/// Whether the words after a date show that it stood before a paragraph.
fn opens_paragraph(after: &str) -> bool {
    after.trim_start().starts_with(['-', '–', '—', ':', '|'])
}

fn speaks_of_dates(words: &str) -> bool {
    const WORDS: [&str; 11] = [
        " date ",
        " published ",
        " time ",
        " timestamp ",
        " posted ",
        " publish ",
        " datum ",
        " pubdate ",
        " meta ",
        " byline ",
        " dateline ",
    ];
    WORDS.iter().any(|word| words.contains(word))
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
        assert_eq!(published.basis, DatingBasis::Metadata);
        assert_eq!(published.value.unwrap().timex, "2019-05-14T08:00");
    }

    #[track_caller]
    fn check_date(html: &str, timex: Option<&str>) {
        let found = metadata(html).published.and_then(|dating| dating.value).map(|time| time.timex);
        assert_eq!(found.as_deref(), timex);
    }

    #[test]
    fn dates_by_the_surest_place() {
        check_date(
            r#"<meta property="article:published_time" content="2019-05-14"><time datetime="2019-06-01">June</time>"#,
            Some("2019-05-14"),
        );
        check_date(
            r#"<meta property="article:modified_time" content="2019-05-14"><time class="published" datetime="2019-05-01">May</time>"#,
            Some("2019-05-01"),
        );
        check_date(
            r#"<link rel="canonical" href="https://post.example/2019/05/14/ferry">"#,
            Some("2019-05-14"),
        );
        check_date(r#"<p class="date">Posted on 14 May 2019</p><p>Built in 1920.</p>"#, Some("2019-05-14"));
        check_date(r#"<p>© 2019</p>"#, None);
        // Universal Time against the newsroom's own day.
        check_date(
            r#"<link rel="canonical" href="https://post.example/2019/05/14/ferry"><meta property="article:published_time" content="2019-05-15T02:25:00Z">"#,
            Some("2019-05-14"),
        );
        check_date(
            r#"<html lang="en-GB"><body><p class="time">02/10/2020</p></body></html>"#,
            Some("2020-10-02"),
        );
        check_date(
            r#"<link rel="canonical" href="https://post.example/2018/07/visit"><p>20 October 2017</p><p>3 July 2018</p>"#,
            Some("2018-07-03"),
        );
        check_date(r#"<ul><li>Scheme (until 31.12.2018)</li></ul><p>The scheme goes on.</p>"#, None);
    }

    #[test]
    fn cuts_the_outlet_off_the_title() {
        assert_eq!(without_site("Ferry sinks in strait - Harbour Post", None), "Ferry sinks in strait");
        assert_eq!(without_site("Ferry sinks", None), "Ferry sinks");
    }
}
