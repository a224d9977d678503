//! Runs `tests/cases/modality.md`.

use rashomon_language::English;
use rashomon_reading::{ParsedArticle, modality, passages};
use rashomon_text::{Article, Block, BlockKind, Span};

fn article(text: &str, kind: BlockKind) -> Article {
    Article::of_text(text, vec![Block { span: Span::new(0, text.len()), kind, dateline: None }])
}

/// One line of the case file: sentence, byte offsets of the words in question, expectation, kind of block.
fn case(line: &str) -> Option<(String, Vec<usize>, String, BlockKind)> {
    let (marked, expected) = line.strip_prefix("- ")?.split_once(" => ")?;
    let mut text = String::new();
    let mut words = Vec::new();
    for (i, part) in marked.split('*').enumerate() {
        if i % 2 == 1 {
            words.push(text.len());
        }
        text.push_str(part);
    }
    let kind = if expected.contains("(title") {
        BlockKind::Title
    } else if expected.contains("(correction") {
        BlockKind::Correction
    } else {
        BlockKind::Paragraph
    };
    let expected = expected.split(" (").next().unwrap_or(expected).to_owned();
    Some((text, words, expected, kind))
}

#[test]
fn the_cases_hold() {
    let table = include_str!("../../../tests/cases/modality.md");
    let english = English::load();
    let (mut wrong, mut n) = (Vec::new(), 0);
    for (text, words, expected, kind) in table.lines().filter_map(case) {
        let article = article(&text, kind);
        let passages = passages(&article);
        let document = english.parse(&passages[0].text);
        let parsed = ParsedArticle::new(&article, &passages, [&document]);
        for word in words {
            n += 1;
            let token =
                parsed.tokens.iter().position(|t| t.span.start() == word).expect("a marked word is a token");
            let (polarity, modality) = modality::of_token(&parsed, token);
            let sign = if polarity == modality::Polarity::Positive { '+' } else { '-' };
            let got = format!("{sign} {}", modality.as_str());
            if got != expected {
                wrong.push(format!("{text} [{}]: {got}, not {expected}", parsed.word(token)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {n} wrong\n{}", wrong.len(), wrong.join("\n"));
}
