//! Articles made of a few sentences, parsed by the real engine, for the tests of this crate.

use crate::{ParsedArticle, passages};
use rashomon_language::English;
use rashomon_text::{Article, Block, Date, Dating, DatingBasis, Time};

/// Parses `text` (one paragraph a line), published on a day if given, and hands it to `test`.
pub(crate) fn with_article<T>(
    text: &str,
    published: Option<Date>,
    test: impl FnOnce(&ParsedArticle) -> T,
) -> T {
    let article = Article {
        path: "test.txt".to_owned(),
        published: Dating {
            value: published.map(Time::day),
            basis: DatingBasis::Stated,
            evidence: Vec::new(),
            note: String::new(),
        },
        ..Article::of_text(text, Block::of_lines(text))
    };
    let passages = passages(&article);
    let english = English::load();
    let documents: Vec<_> = passages.iter().map(|p| english.parse(&p.text)).collect();
    test(&ParsedArticle::new(&article, &passages, &documents))
}

/// The figure is on the word of `expected`, the last of its chain; `None` for the account itself.
#[track_caller]
pub(crate) fn check_vouched(text: &str, figure: &str, expected: Option<&str>) {
    with_article(text, None, |parsed| {
        let reading = crate::read(parsed);
        let found = reading.quantities.iter().find(|q| q.figure.slice(text) == figure).expect("a figure");
        assert_eq!(found.attribution.last().map(|l| l.name.as_str()), expected, "{text}");
    });
}
