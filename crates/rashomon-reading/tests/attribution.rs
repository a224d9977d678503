//! Runs `tests/cases/attribution.md`.

use rashomon_language::English;
use rashomon_reading::{ParsedArticle, passages, read};

/// One line of the case file: sentence and chain.
fn case(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("- ")?.split_once(" => ")
}

/// The chain of the innermost quotation, in lower case.
fn chain(english: &English, text: &str) -> String {
    let input = format!("Local news\n\n{text}\n");
    let article = rashomon_ingest::ingest("case.txt", input.as_bytes()).articles.remove(0);
    let passages = passages(&article);
    let documents: Vec<_> = passages.iter().map(|p| english.parse(&p.text)).collect();
    let reading = read(&ParsedArticle::new(&article, &passages, &documents));
    let links = reading.quotations.last().map_or(&[][..], |q| &q.attribution);
    let shown: Vec<String> = links.iter().map(|l| format!("{}({})", l.name, l.role.as_str())).collect();
    if shown.is_empty() { "none".to_owned() } else { shown.join(" > ").to_lowercase() }
}

#[test]
fn the_cases_hold() {
    let table = include_str!("../../../tests/cases/attribution.md");
    let english = English::load();
    let (mut wrong, mut n) = (Vec::new(), 0);
    for (text, expected) in table.lines().filter_map(case) {
        n += 1;
        let got = chain(&english, text);
        if got != expected.to_lowercase() {
            wrong.push(format!("{text}: {got}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {n} wrong\n{}", wrong.len(), wrong.join("\n"));
}
