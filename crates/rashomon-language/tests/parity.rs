//! The engine against spaCy 3.8 itself: every token, tag, lemma, head, label, sentence start and entity must be the same.
//!
//! `vectors.jsonl.gz` beside this file was written with spaCy by `make_vectors.py`.

use flate2::read::GzDecoder;
use rashomon_language::{Document, English};
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;

/// The document in the form of the vectors' `expect`, with offsets counted in characters.
fn layers(document: &Document) -> Value {
    let text = document.text();
    let (mut bytes, mut characters) = (0, 0);
    let mut tokens = Vec::new();
    for token in document.token_data() {
        characters += text[bytes..token.start as usize].chars().count();
        bytes = token.start as usize;
        tokens.push(json!([&text[bytes..token.end as usize], token.space_after, characters]));
    }
    let data = document.token_data();
    let entity = |e: &rashomon_language::EntityData| json!([e.start, e.end, e.label]);
    json!({
        "tokens": tokens,
        "tag": data.iter().map(|t| t.tag).collect::<Vec<_>>(),
        "pos": data.iter().map(|t| t.pos).collect::<Vec<_>>(),
        "morph": data.iter().map(|t| t.morph).collect::<Vec<_>>(),
        "lemma": data.iter().map(|t| t.lemma.as_str()).collect::<Vec<_>>(),
        "head": data.iter().map(|t| t.head).collect::<Vec<_>>(),
        "dep": data.iter().map(|t| t.dep).collect::<Vec<_>>(),
        "sent_start": data.iter().map(|t| t.is_sent_start).collect::<Vec<_>>(),
        "ents": document.entity_data().iter().map(entity).collect::<Vec<_>>(),
    })
}

fn records(gz: &[u8]) -> Vec<Value> {
    let mut text = String::new();
    GzDecoder::new(gz).read_to_string(&mut text).expect("gzip and UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON lines")).collect()
}

/// Where the two differ: layer, position, expected, found.
fn differences(expected: &Value, found: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for (layer, expected) in expected.as_object().expect("layers by name") {
        let (expected, found) =
            (expected.as_array().expect("a list"), found[layer].as_array().expect("a list"));
        if expected.len() != found.len() {
            out.push(format!("{layer}: {} expected, {} found", expected.len(), found.len()));
        }
        let unequal = expected.iter().zip(found).enumerate().filter(|(_, (a, b))| a != b);
        out.extend(unequal.take(5).map(|(i, (a, b))| format!("{layer} {i}: expected {a}, found {b}")));
    }
    out
}

#[track_caller]
fn check(records: &[Value], at_least: usize) {
    assert!(records.len() >= at_least, "only {} vectors", records.len());
    let english = English::load();
    let texts: Vec<&str> = records.iter().map(|r| r["text"].as_str().expect("a text")).collect();
    let together = english.parse_batch(&texts);
    let mut wrong = Vec::new();
    for (record, batched) in records.iter().zip(together) {
        let found = layers(&batched);
        let differences = differences(&record["expect"], &found);
        if !differences.is_empty() {
            wrong.push(format!("{:?}\n  {}", batched.text(), differences.join("\n  ")));
        }
        assert_eq!(english.parse(batched.text()), batched, "alone and in a batch");
    }
    assert!(wrong.is_empty(), "{} of {} texts differ:\n{}", wrong.len(), records.len(), wrong.join("\n"));
}

#[test]
#[allow(clippy::print_stderr, reason = "a test that skips has to say so")]
fn reference_vectors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = "../shared/reference/spacy_en/vectors.jsonl.gz";
    // From the main checkout, or from a worktree one folder further down.
    let found =
        [root.join(file), root.join("..").join(file)].into_iter().find_map(|path| std::fs::read(path).ok());
    match found {
        Some(gz) => check(&records(&gz), 300),
        None => eprintln!("skipped: {file} is not here"),
    }
}

#[test]
fn own_vectors() {
    check(&records(include_bytes!("vectors.jsonl.gz")), 130);
}
