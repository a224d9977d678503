//! The list of accounts, and each of them in full with what was read in it marked and its furniture greyed.

use super::page::{Page, article_id, block_id, is_head, row_id, sentence_id};
use crate::views::words;
use rashomon_text::{Block, BlockKind, DatingBasis, FurnitureKind, Span};

/// Furniture longer than this is folded away, in bytes.
const FURNITURE_OPEN_BYTES_MAX: usize = 240;

pub(super) fn section(page: &mut Page<'_>) {
    list(page);
    page.markup.fixed(LEGEND);
    let marks = Marks::of(page);
    for article in page.desk.order.clone() {
        if page.is_full[article] {
            in_full(page, article, &marks.by_article[article]);
        }
    }
    let n_left = page.is_full.iter().filter(|is_full| !**is_full).count();
    page.markup.more(n_left, "accounts in full");
}

const LEGEND: &str = "<p class=\"legend\"><span>What was read is marked:</span> <span class=\"q\">words of a speaker</span>
<span class=\"f\">figure</span> <span class=\"t\">time</span> <span class=\"e\">word that tells of an event</span>
<span class=\"furniture\">left out of the reading (site furniture)</span></p>\n";

fn list(page: &mut Page<'_>) {
    page.open_table(
        "accounts",
        "The accounts, in the order of their publication",
        &["No.", "Publisher", "Headline", "Published"],
    );
    for article in page.desk.order.clone() {
        if !page.is_listed[article] {
            continue;
        }
        let n = page.desk.number(article);
        let a = page.desk.article(article);
        page.markup.tag("tr", &[("id", &row_id(n))]).fixed("<th scope=\"row\">");
        if page.is_full[article] {
            page.markup.element("a", &[("href", &format!("#{}", article_id(n)))], &n.to_string());
        } else {
            page.markup.text(&n.to_string());
        }
        page.markup.fixed("</th><td>");
        match page.desk.publisher(article) {
            Some(name) => page.markup.element("bdi", &[], name),
            None => page.markup.fixed("<i>not given</i>"),
        };
        let credits: Vec<String> = a.article.agency_credits.iter().map(|c| c.value.clone()).collect();
        if !credits.is_empty() {
            page.markup.element("small", &[], &format!(" credits {}", words::list(&credits, 4)));
        }
        let headline = a.article.title.as_ref().map_or_else(|| page.desk.file(article), |t| t.value.as_str());
        page.markup.fixed("</td>").element("td", &[("dir", "auto")], headline);
        let basis = if a.published.basis == DatingBasis::Unknown {
            String::new()
        } else {
            format!(" ({})", words::basis(a.published.basis))
        };
        let published = words::capitalised(&page.desk.published(article));
        page.markup.fixed("<td>").text(&published).element("small", &[], &basis).fixed("</td></tr>\n");
    }
    page.close_table();
    let n_hidden = page.is_listed.iter().filter(|l| !**l).count();
    page.markup.more(n_hidden, "accounts");
}

fn in_full(page: &mut Page<'_>, article: usize, marks: &[Mark]) {
    let n = page.desk.number(article);
    let id = article_id(n);
    let heading = format!("{id}-heading");
    let a = &page.desk.article(article).article;
    let language = if a.language == "und" || a.language.is_empty() { "en" } else { a.language.as_str() };
    page.markup.tag("article", &[("id", &id), ("aria-labelledby", &heading), ("class", "account")]);
    let headline = a.title.as_ref().map_or_else(|| page.desk.file(article), |t| t.value.as_str());
    page.markup.tag("h3", &[("id", &heading), ("dir", "auto")]);
    page.markup
        .element("span", &[("class", "number")], &n.to_string())
        .text(" ")
        .text(headline)
        .fixed("</h3>\n");
    particulars(page, article);
    page.markup.tag("div", &[("class", "text"), ("lang", language), ("dir", "auto")]).fixed("\n");
    let mut blocks = a.blocks.iter().enumerate().peekable();
    while let Some((index, block)) = blocks.next() {
        let BlockKind::Furniture(_) = block.kind else {
            body(page, article, index, block, marks);
            continue;
        };
        let mut run = vec![(index, block)];
        while let Some(next) = blocks.next_if(|(_, b)| matches!(b.kind, BlockKind::Furniture(_))) {
            run.push(next);
        }
        furniture(page, article, &run);
    }
    page.markup.fixed("</div></article>\n");
}

/// Publisher, date with its reason, byline, file, digest.
fn particulars(page: &mut Page<'_>, article: usize) {
    let a = page.desk.article(article);
    let published = &a.published;
    page.markup.fixed("<dl class=\"particulars\">");
    let mut row = |label: &str, value: &str| {
        if !value.is_empty() {
            page.markup
                .fixed("<div>")
                .element("dt", &[], label)
                .element("dd", &[("dir", "auto")], value)
                .fixed("</div>");
        }
    };
    row("Publisher", a.article.publisher.as_ref().map_or("not given in the text", |p| p.value.as_str()));
    row("By", a.article.byline.as_ref().map_or("", |b| b.value.as_str()));
    let credits: Vec<String> = a.article.agency_credits.iter().map(|c| c.value.clone()).collect();
    row("Credits", &words::list(&credits, 6));
    let day = published.value.as_ref().map_or_else(|| "not known".to_owned(), words::when);
    let mut dated = day;
    if published.basis != DatingBasis::Unknown {
        dated.push_str(&format!(" ({})", words::basis(published.basis)));
    }
    if !published.note.is_empty() {
        dated.push_str(&format!(": {}", published.note));
    }
    let evidence: Vec<&str> = published.evidence.iter().map(|&s| a.article.slice(s)).collect();
    if !evidence.is_empty() {
        let quoted: Vec<String> = evidence.iter().take(3).map(|e| format!("“{e}”")).collect();
        dated.push_str(&format!(" – {}", quoted.join(", ")));
    }
    row("Published", &dated);
    row("File", &a.article.path);
    row("SHA-256", &a.article.sha256);
    if let Some(url) = a.article.url.as_deref() {
        page.markup.fixed("<div><dt>Address</dt><dd>");
        if url.starts_with("https://") || url.starts_with("http://") {
            page.markup.element("a", &[("href", url), ("rel", "noopener noreferrer")], url);
        } else {
            page.markup.text(url);
        }
        page.markup.fixed("</dd></div>");
    }
    page.markup.fixed("</dl>\n");
}

fn furniture(page: &mut Page<'_>, article: usize, run: &[(usize, &Block)]) {
    let n = page.desk.number(article);
    let text = |b: &Block| page.desk.article(article).article.slice(b.span);
    let mut kinds: Vec<&str> = Vec::new();
    for (_, block) in run {
        if let BlockKind::Furniture(kind) = block.kind
            && kind != FurnitureKind::Other
            && !kinds.contains(&words::furniture(kind))
        {
            kinds.push(words::furniture(kind));
        }
    }
    let label = if kinds.is_empty() {
        "Left out of the reading".to_owned()
    } else {
        format!("Left out of the reading: {}", kinds.join(", "))
    };
    let n_bytes: usize = run.iter().map(|(_, b)| b.span.len()).sum();
    let is_folded = n_bytes > FURNITURE_OPEN_BYTES_MAX;
    let lines: Vec<(String, &str)> = run.iter().map(|(i, b)| (block_id(n, *i), text(b))).collect();
    if is_folded {
        let lines_word = words::count(run.len(), "line", "lines");
        page.markup.fixed("<details class=\"furniture\"><summary>").text(&format!("{label} ({lines_word})"));
        page.markup.fixed("</summary>\n");
    } else {
        page.markup.tag("div", &[("class", "furniture"), ("title", &label)]);
    }
    for (id, line) in lines {
        page.markup.element("p", &[("id", &id)], line).fixed("\n");
    }
    page.markup.fixed(if is_folded { "</details>\n" } else { "</div>\n" });
}

/// One block of the account: its sentences as link targets, the marks within them.
fn body(page: &mut Page<'_>, article: usize, index: usize, block: &Block, marks: &[Mark]) {
    let n = page.desk.number(article);
    let (name, close, class) = match block.kind {
        kind if is_head(kind) => ("p", "</p>\n", "headline"),
        BlockKind::Heading => ("h4", "</h4>\n", ""),
        BlockKind::Paragraph => ("p", "</p>\n", ""),
        BlockKind::Correction => ("p", "</p>\n", "correction"),
        _ => ("p", "</p>\n", "layout"),
    };
    page.markup.tag(name, &[("id", &block_id(n, index)), ("class", class)]);
    let sentences = &page.desk.article(article).sentences;
    let first = sentences.partition_point(|s| s.span.start() < block.span.start());
    let inside = sentences[first..].iter().take_while(|s| s.span.start() < block.span.end());
    let spans: Vec<Span> = inside.map(|s| s.span).collect();
    let mut at = block.span.start();
    for (i, span) in spans.into_iter().enumerate() {
        let end = span.end().min(block.span.end());
        if span.start() < at || end <= at {
            continue;
        }
        marked(page, article, at, span.start(), marks);
        page.markup.tag("span", &[("id", &sentence_id(n, first + i)), ("class", "s")]);
        marked(page, article, span.start(), end, marks);
        page.markup.fixed("</span>");
        at = end;
    }
    marked(page, article, at, block.span.end(), marks);
    page.markup.fixed(close);
}

/// What is marked, in the order of the classes in the style sheet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MarkKind {
    Quotation,
    Figure,
    Time,
    Event,
}

/// One marked stretch; they may nest and overlap.
#[derive(Clone, Copy)]
struct Mark {
    span: Span,
    kind: MarkKind,
}

struct Marks {
    by_article: Vec<Vec<Mark>>,
}

impl Marks {
    fn of(page: &Page<'_>) -> Self {
        let record = page.desk.record;
        let mut by_article: Vec<Vec<Mark>> = vec![Vec::new(); record.articles.len()];
        let mut add = |article: usize, span: Span, kind| {
            if page.is_full[article] && !span.is_empty() {
                by_article[article].push(Mark { span, kind });
            }
        };
        for q in &record.quotations {
            q.content.iter().for_each(|&s| add(q.article, s, MarkKind::Quotation));
        }
        record.quantities.iter().for_each(|q| add(q.span.article, q.span.span, MarkKind::Figure));
        record.times.iter().for_each(|t| add(t.span.article, t.span.span, MarkKind::Time));
        record.claims.iter().for_each(|c| add(c.span.article, c.trigger, MarkKind::Event));
        for marks in &mut by_article {
            marks.sort_by_key(|m| (m.span, m.kind));
        }
        Self { by_article }
    }
}

/// The text from `start` to `end`, cut where a mark begins or ends; each piece bears all marks over it.
fn marked(page: &mut Page<'_>, article: usize, start: usize, end: usize, marks: &[Mark]) {
    if start >= end {
        return;
    }
    let text = &page.desk.article(article).article.text;
    let stop = marks.partition_point(|m| m.span.start() < end);
    let over: Vec<Mark> = marks[..stop].iter().copied().filter(|m| m.span.end() > start).collect();
    let mut cuts: Vec<usize> = over.iter().flat_map(|m| [m.span.start(), m.span.end()]).collect();
    cuts.retain(|&c| c > start && c < end);
    cuts.extend([start, end]);
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let piece = Span::new(pair[0], pair[1]);
        let mut kinds: Vec<MarkKind> =
            over.iter().filter(|m| m.span.contains(piece)).map(|m| m.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        if kinds.is_empty() {
            page.markup.text(piece.slice(text));
        } else {
            let class: Vec<&str> = kinds.iter().map(|k| k.class()).collect();
            page.markup.element("span", &[("class", &class.join(" "))], piece.slice(text));
        }
    }
}

impl MarkKind {
    fn class(self) -> &'static str {
        match self {
            MarkKind::Quotation => "q",
            MarkKind::Figure => "f",
            MarkKind::Time => "t",
            MarkKind::Event => "e",
        }
    }
}
