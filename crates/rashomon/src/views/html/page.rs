//! The page with what its sections share: which articles it holds in full, and links to the words.

use super::markup::Markup;
use crate::views::desk::Desk;
use crate::views::words;
use rashomon_reconcile::TextSpan;
use rashomon_text::BlockKind;

/// Articles that are printed in full at most: a browser stays quick, and nobody scrolls further.
pub(super) const N_FULL_MAX: usize = 100;
/// Their text together, in bytes.
const FULL_BYTES_MAX: usize = 1_500_000;
/// Rows of the list of accounts.
pub(super) const N_LISTED_MAX: usize = 500;
/// Links after one sentence.
const N_CITATIONS_MAX: usize = 12;

/// The page being written.
pub(super) struct Page<'a> {
    pub(super) desk: Desk<'a>,
    pub(super) markup: Markup,
    /// By article: whether it is printed in full.
    pub(super) is_full: Vec<bool>,
    /// By article: whether it stands in the list of accounts.
    pub(super) is_listed: Vec<bool>,
}

impl<'a> Page<'a> {
    pub(super) fn new(desk: Desk<'a>) -> Self {
        let n = desk.record.articles.len();
        let mut page =
            Self { desk, markup: Markup::default(), is_full: vec![false; n], is_listed: vec![false; n] };
        page.choose_articles();
        page
    }

    /// Those that the summary and the trackers rest on come first, then the rest in reading order.
    fn choose_articles(&mut self) {
        let record = self.desk.record;
        let sentences = record.report.sections.iter().flat_map(|s| &s.sentences);
        let trackers = &record.situation;
        let wanted = sentences
            .clone()
            .map(|s| s.text.article)
            .chain(trackers.votes.iter().flat_map(|v| &v.evidence).map(|e| e.article))
            .chain(trackers.control.iter().flat_map(|c| &c.evidence).map(|e| e.article))
            .chain(sentences.flat_map(|s| &s.spans).map(|s| s.article))
            .chain(self.desk.order.iter().copied());
        let mut n_full = 0;
        let mut bytes = 0;
        for article in wanted {
            let length = record.articles[article].article.text.len();
            if !self.is_full[article] && n_full < N_FULL_MAX && bytes + length <= FULL_BYTES_MAX {
                self.is_full[article] = true;
                n_full += 1;
                bytes += length;
            }
        }
        let mut n_listed = n_full;
        for &article in &self.desk.order {
            self.is_listed[article] = self.is_full[article] || n_listed < N_LISTED_MAX;
            n_listed += usize::from(self.is_listed[article] && !self.is_full[article]);
        }
    }

    /// The id of the element in which the words stand: their sentence, else their block, else their article.
    pub(super) fn anchor(&self, at: TextSpan) -> String {
        let n = self.desk.number(at.article);
        let article = self.desk.article(at.article);
        let start = at.span.start();
        let sentence = article.sentences.partition_point(|s| s.span.start() <= start).checked_sub(1);
        if let Some(s) = sentence.filter(|&s| start < article.sentences[s].span.end()) {
            return sentence_id(n, s);
        }
        let blocks = &article.article.blocks;
        let block = blocks.partition_point(|b| b.span.start() <= start).checked_sub(1);
        match block.filter(|&b| start < blocks[b].span.end()) {
            Some(b) => block_id(n, b),
            None => article_id(n),
        }
    }

    /// Where a link to the words leads; `None` when the page does not hold the article.
    pub(super) fn link(&self, at: TextSpan) -> Option<String> {
        if self.is_full[at.article] {
            Some(format!("#{}", self.anchor(at)))
        } else {
            self.is_listed[at.article].then(|| format!("#{}", row_id(self.desk.number(at.article))))
        }
    }

    /// Numbered links to all places: `3`, `5`, `5b` for a second place in article 5.
    pub(super) fn cite(&mut self, spans: &[TextSpan]) {
        let cited = self.desk.citations(spans);
        let mut seen: Vec<usize> = Vec::new();
        self.markup.fixed("<span class=\"cites\">");
        for &at in cited.iter().take(N_CITATIONS_MAX) {
            let before = seen.iter().filter(|&&a| a == at.article).count();
            seen.push(at.article);
            let n = self.desk.number(at.article);
            let letter = (before > 0).then(|| char::from(b'a' + u8::try_from(before).unwrap_or(25).min(25)));
            let label = format!("{n}{}", letter.map_or_else(String::new, |l| l.to_string()));
            let title = format!("{}, {}", self.desk.outlet(at.article), self.desk.published(at.article));
            self.markup.fixed(" ");
            match self.link(at) {
                Some(to) => self.markup.element("a", &[("href", &to), ("title", &title)], &label),
                None => self.markup.element("span", &[("title", &title)], &label),
            };
        }
        if cited.len() > N_CITATIONS_MAX {
            let more = format!(" and {} more", cited.len() - N_CITATIONS_MAX);
            self.markup.text(&more);
        }
        self.markup.fixed("</span>");
    }

    /// The words of a span as a quotation of the article, with links to all places.
    pub(super) fn sentence(&mut self, at: TextSpan, spans: &[TextSpan]) {
        let text = self.desk.text(at);
        self.markup.element("span", &[("dir", "auto"), ("class", "words")], text);
        self.cite(if spans.is_empty() { std::slice::from_ref(&at) } else { spans });
    }

    /// A mark in words with a shape before it.
    pub(super) fn mark(&mut self, class: &'static str, words: &str) {
        let class = format!("mark {class}");
        self.markup.element("span", &[("class", &class)], words);
    }

    /// A small line under something.
    pub(super) fn note(&mut self, words: &str) {
        self.markup.element("p", &[("class", "note")], words);
    }

    /// Opens a table inside a box that scrolls by itself on narrow screens.
    pub(super) fn open_table(&mut self, class: &str, caption: &str, columns: &[&str]) {
        self.markup
            .tag(
                "div",
                &[("class", "scroll"), ("role", "region"), ("aria-label", caption), ("tabindex", "0")],
            )
            .tag("table", &[("class", class)])
            .element("caption", &[], caption)
            .fixed("<thead><tr>");
        for column in columns {
            self.markup.element("th", &[("scope", "col")], column);
        }
        self.markup.fixed("</tr></thead>\n<tbody>");
    }

    pub(super) fn close_table(&mut self) {
        self.markup.fixed("</tbody></table></div>\n");
    }

    /// Links to articles as a whole.
    pub(super) fn cite_articles(&mut self, articles: &[usize]) {
        let mut articles = articles.to_vec();
        articles.sort_by_key(|&a| self.desk.number(a));
        articles.dedup();
        self.markup.fixed("<span class=\"cites\">");
        for &article in articles.iter().take(N_CITATIONS_MAX) {
            let n = self.desk.number(article);
            let title = format!("{}, {}", self.desk.outlet(article), self.desk.published(article));
            let to = match (self.is_full[article], self.is_listed[article]) {
                (true, _) => Some(format!("#{}", article_id(n))),
                (_, true) => Some(format!("#{}", row_id(n))),
                _ => None,
            };
            self.markup.fixed(" ");
            match to {
                Some(to) => {
                    self.markup.element("a", &[("href", &to), ("title", &title)], &n.to_string());
                }
                None => {
                    self.markup.element("span", &[("title", &title)], &n.to_string());
                }
            }
        }
        if articles.len() > N_CITATIONS_MAX {
            let more = words::count(articles.len() - N_CITATIONS_MAX, "more", "more");
            self.markup.text(" and ").text(&more);
        }
        self.markup.fixed("</span>");
    }
}

pub(super) fn article_id(number: usize) -> String {
    format!("a{number}")
}

pub(super) fn row_id(number: usize) -> String {
    format!("row{number}")
}

pub(super) fn sentence_id(number: usize, sentence: usize) -> String {
    format!("a{number}s{}", sentence + 1)
}

pub(super) fn block_id(number: usize, block: usize) -> String {
    format!("a{number}b{}", block + 1)
}

/// Whether a block is a headline or something above the body.
pub(super) fn is_head(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Title | BlockKind::Subhead)
}
