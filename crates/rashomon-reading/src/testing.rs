//! Articles made of a few sentences, parsed by the real engine, for the tests of this crate.

use crate::{ParsedArticle, passages};
use rashomon_language::English;
use rashomon_text::{Article, ArticleId, Block, BlockKind, Date, Dating, DatingBasis, Span, Time};

/// Parses `text` (one paragraph a line), published on a day if given, and hands it to `test`.
pub(crate) fn with_article<T>(
    text: &str,
    published: Option<Date>,
    test: impl FnOnce(&ParsedArticle) -> T,
) -> T {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let span = Span::new(at, at + line.len());
        if !line.trim().is_empty() {
            blocks.push(Block { span: span.trimmed(text), kind: BlockKind::Paragraph, dateline: None });
        }
        at += line.len() + 1;
    }
    let article = Article {
        id: ArticleId::of_sha256("0"),
        path: "test.txt".to_owned(),
        url: None,
        sha256: String::new(),
        length_bytes: text.len() as u64,
        media_type: "text/plain",
        language: "en".to_owned(),
        publisher: None,
        title: None,
        byline: None,
        agency_credits: Vec::new(),
        published: Dating {
            value: published.map(Time::day),
            basis: DatingBasis::Stated,
            evidence: Vec::new(),
            note: String::new(),
        },
        text: text.to_owned(),
        blocks,
    };
    let passages = passages(&article);
    let english = English::load();
    let documents: Vec<_> = passages.iter().map(|p| english.parse(&p.text)).collect();
    test(&ParsedArticle::new(&article, &passages, &documents))
}
