//! Gold texts through the detectors.

use rashomon_language::English;
use rashomon_reading::{ParsedArticle, Reading, passages, read};
use rashomon_text::{
    Article, ArticleId, Block, BlockKind, CharOffsets, Date, Dating, DatingBasis, Span, Time,
};
use rayon::prelude::*;
use serde_json::Value;
use std::ops::Range;

use crate::bench::{GoldSet, Record};

/// Longest line without an end mark that is taken for a headline, in words: the longest headline under
/// `timex/gum` has 17.
const HEADLINE_WORDS_MAX: usize = 20;

/// The loaded language model.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) english: English,
}

/// A text as it is read: the article, its parse and its reading.
#[derive(Debug)]
pub(crate) struct Read<'r> {
    pub(crate) parsed: &'r ParsedArticle<'r>,
    pub(crate) reading: &'r Reading,
    pub(crate) offsets: CharOffsets<'r>,
}

impl<'r> Read<'r> {
    /// A span in code points.
    pub(crate) fn at(&self, span: Span) -> (usize, usize) {
        self.offsets.of(span)
    }

    /// The words of a span.
    pub(crate) fn words(&self, span: Span) -> &'r str {
        self.parsed.article.slice(span)
    }
}

impl Engine {
    pub(crate) fn load() -> Self {
        Self { english: English::load() }
    }

    /// Reads the record's text as an article published on its `dct`.
    pub(crate) fn read_record<R>(&self, record: &Record, then: impl FnOnce(&Read) -> R) -> R {
        self.read(&article(record.text(), record.str("dct")), then)
    }

    /// Reads an article.
    pub(crate) fn read<R>(&self, article: &Article, then: impl FnOnce(&Read) -> R) -> R {
        let passages = passages(article);
        let documents: Vec<_> = passages.iter().map(|p| self.english.parse(&p.text)).collect();
        let parsed = ParsedArticle::new(article, &passages, &documents);
        let reading = read(&parsed);
        then(&Read { parsed: &parsed, reading: &reading, offsets: CharOffsets::new(&article.text) })
    }

    /// Predictions for records that are single sentences of documents (`doc`): the sentences that the set has of a
    /// document are read as one article, a line each, as the document was. `then` gets the reading and the code points
    /// of its text that are the record's.
    pub(crate) fn each_in_document(
        &self,
        set: &GoldSet,
        then: impl Fn(&Read, &Record, Range<usize>) -> Value + Sync + Send,
    ) -> Vec<Value> {
        let document = |r: &Record| r.0.get("doc").map(ToString::to_string);
        let groups: Vec<&[Record]> =
            set.records.chunk_by(|a, b| document(a).is_some() && document(a) == document(b)).collect();
        let of_group = |group: &&[Record]| {
            let text: Vec<String> = group.iter().map(|r| r.text().replace('\n', " ")).collect();
            let article = match group {
                [record] => article(record.text(), record.str("dct")),
                _ => of_sentences(&text.join("\n")),
            };
            self.read(&article, |read| {
                let mut start = 0;
                let mut predictions = Vec::with_capacity(group.len());
                for record in *group {
                    let length = record.text().chars().count();
                    predictions.push(then(read, record, start..start + length));
                    start += length + 1;
                }
                predictions
            })
        };
        groups.par_iter().flat_map_iter(of_group).collect()
    }

    /// A document of a pile, every line of it a paragraph, as an account of the product.
    pub(crate) fn account(&self, number: usize, text: &str, dct: &str) -> rashomon::Account {
        let mut article = self.gold_article(text, dct);
        article.id = ArticleId::of_sha256(&format!("{number:012}"));
        let reading = self.read(&article, |read| read.reading.clone());
        rashomon::Account { article, reading }
    }

    /// A document as it is read: every line of it a paragraph.
    pub(crate) fn gold_article(&self, text: &str, dct: &str) -> Article {
        let mut article = article(text, dct);
        article.blocks.iter_mut().for_each(|b| b.kind = BlockKind::Paragraph);
        article
    }

    /// One prediction for each record, in the set's order.
    pub(crate) fn each(&self, set: &GoldSet, predict: impl Fn(&Record) -> Value + Sync + Send) -> Vec<Value> {
        set.records.par_iter().map(predict).collect()
    }
}

/// A gold text as the body of an article: every code point stays where it is.
pub(crate) fn article(text: &str, dct: &str) -> Article {
    let text: String = text.chars().map(as_ingested).collect();
    let blocks = blocks(&text);
    let published = match dct.get(..10).and_then(|day| day.parse::<Date>().ok()) {
        Some(day) => {
            Dating { value: Some(Time::day(day)), basis: DatingBasis::Metadata, ..Dating::unknown() }
        }
        None => Dating::unknown(),
    };
    Article { published, ..Article::of_text(text, blocks) }
}

/// Sentences of a document, a line each.
fn of_sentences(text: &str) -> Article {
    let mut article = article(text, "");
    article.blocks.iter_mut().for_each(|b| b.kind = BlockKind::Paragraph);
    article
}

/// What ingest makes of a character, where that is one character.
fn as_ingested(c: char) -> char {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2007}' | '\t' | '\r' => ' ',
        c => c,
    }
}

/// Every line a block: gold texts have a line for each paragraph, headline and cross-head.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Block::of_lines(text);
    if blocks.len() > 1 {
        for (i, block) in blocks.iter_mut().enumerate() {
            if is_headline(block.span.slice(text)) {
                block.kind = if i == 0 { BlockKind::Title } else { BlockKind::Heading };
            }
        }
    }
    blocks
}

fn is_headline(line: &str) -> bool {
    let is_open = !line.ends_with(['.', '!', '?', ':', ';', ',', '"', '”', '\'', '’', ')', ']']);
    is_open && line.split_whitespace().count() <= HEADLINE_WORDS_MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gold_text_keeps_its_code_points() {
        let article =
            article("Town votes\n\nThe\u{a0}café closed on Monday.\nIt was old.", "2019-06-03T12:00:00");
        let kinds: Vec<BlockKind> = article.blocks.iter().map(|b| b.kind).collect();
        assert_eq!(kinds, [BlockKind::Title, BlockKind::Paragraph, BlockKind::Paragraph]);
        assert_eq!(article.slice(article.blocks[1].span), "The café closed on Monday.");
        assert_eq!(article.text.chars().count(), 50);
        assert_eq!(article.published.value.map(|t| t.timex), Some("2019-06-03".to_owned()));
    }

    #[test]
    fn a_single_line_is_a_paragraph() {
        assert_eq!(article("Meet me on Monday", "").blocks[0].kind, BlockKind::Paragraph);
    }
}
