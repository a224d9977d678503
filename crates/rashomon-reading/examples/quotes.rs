//! Prints the quotations of plain-text articles, one paragraph a line: `quotes FILE…`, `quotes --record FILE…`
//! (a record.json with quotations and entities only, for `bench/record/grade.py`), `quotes --gum GOLD.jsonl`
//! (predictions for `bench/quotes/score.py`).
#![allow(clippy::print_stdout, reason = "a command")]

use rashomon_language::English;
use rashomon_reading::mention::{self, LocalEntity};
use rashomon_reading::quotation::{self, Quotation};
use rashomon_reading::{ParsedArticle, passages};
use rashomon_text::{Article, ArticleId, Block, BlockKind, CharOffsets, Dating, Span};
use serde_json::{Value, json};

fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let mode = args.first().filter(|a| a.starts_with("--")).cloned().unwrap_or_default();
    if !mode.is_empty() {
        args.remove(0);
    }
    let english = English::load();
    match mode.as_str() {
        "--gum" => gum(&english, &args[0]),
        "--record" => println!("{}", record(&english, &args)),
        _ => args.iter().for_each(|path| show(&english, path)),
    }
}

fn read_file(path: &str) -> Article {
    let bytes = std::fs::read(path).expect("a readable file");
    rashomon_ingest::ingest(path, &bytes).articles.remove(0)
}

/// Every line a paragraph; a short first line without a full stop is the headline.
fn article(path: &str, text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if span.is_empty() {
            continue;
        }
        let words = span.slice(text);
        let heading = words.len() < 120 && !words.ends_with(['.', '"', '”', '!', '?', ':']);
        let kind = if heading { BlockKind::Title } else { BlockKind::Paragraph };
        blocks.push(Block { span, kind, dateline: None });
    }
    Article {
        id: ArticleId::of_sha256(&format!("{:0>12}", path.len())),
        path: path.to_owned(),
        url: None,
        sha256: String::new(),
        length_bytes: text.len() as u64,
        media_type: "text/plain",
        language: "en".to_owned(),
        publisher: None,
        title: None,
        byline: None,
        agency_credits: Vec::new(),
        published: Dating::unknown(),
        text: text.to_owned(),
        blocks,
    }
}

fn quotations(english: &English, article: &Article) -> (Vec<Quotation>, Vec<LocalEntity>) {
    let passages = passages(article);
    let texts: Vec<&str> = passages.iter().map(|p| p.text.as_str()).collect();
    let documents = english.parse_batch(&texts);
    let parsed = ParsedArticle::new(article, &passages, &documents);
    let (mentions, entities, _) = mention::read(&parsed);
    let times = rashomon_reading::time::read(&parsed);
    (quotation::read(&parsed, &mentions, &entities, &times), entities)
}

fn show(english: &English, path: &str) {
    let article = read_file(path);
    let (quotations, entities) = quotations(english, &article);
    println!("##### {path}");
    for (i, q) in quotations.iter().enumerate() {
        let words = |s: &Span| article.slice(*s).to_owned();
        let content: Vec<String> = q.content.iter().map(words).collect();
        let chain: Vec<String> =
            q.attribution.iter().map(|l| format!("{}({})", l.name, l.role.as_str())).collect();
        println!(
            "{i:3} {:8} [{}]\n      cue={:?} speaker={:?} span={:?} to={:?} inside={:?}\n      chain={}",
            q.kind.as_str(),
            content.join(" // "),
            q.cue.as_ref().map(words),
            q.speaker.map(|e| entities[e].name.as_str()),
            q.speaker_span.as_ref().map(words),
            q.addressee.map(|e| entities[e].name.as_str()),
            q.inside,
            chain.join(" > "),
        );
    }
}

fn record(english: &English, paths: &[String]) -> Value {
    let (mut articles, mut all_entities, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for (a, path) in paths.iter().enumerate() {
        let article = read_file(path);
        let (quotations, entities) = quotations(english, &article);
        let id = format!("a{a}");
        let offsets = CharOffsets::new(&article.text);
        let span = |s: &Span| {
            let (start, end) = offsets.of(*s);
            json!({"article": id, "start": start, "end": end, "text": article.slice(*s)})
        };
        articles.push(json!({"id": id, "path": path, "text": article.text}));
        for (e, entity) in entities.iter().enumerate() {
            let aliases = &entity.aliases;
            all_entities.push(json!({"id": format!("{id}e{e}"), "name": entity.name, "aliases": aliases}));
        }
        for (n, q) in quotations.iter().enumerate() {
            let content: Vec<Value> = q.content.iter().map(span).collect();
            all.push(json!({
                "id": format!("{id}q{n}"), "article": id, "kind": q.kind.as_str(), "content": content,
                "speaker": {"entity": q.speaker.map(|e| format!("{id}e{e}")), "span": q.speaker_span.as_ref().map(span)},
                "same_as": [],
            }));
        }
    }
    json!({"articles": articles, "entities": all_entities, "quotations": all})
}

fn gum(english: &English, path: &str) {
    let gold = std::fs::read_to_string(path).expect("a readable file");
    for line in gold.lines() {
        let gold: Value = serde_json::from_str(line).expect("JSON lines");
        let text = gold["text"].as_str().unwrap_or_default();
        let article = article("", text);
        let (quotations, _) = quotations(english, &article);
        let offsets = CharOffsets::new(text);
        let range = |s: &Span| {
            let (start, end) = offsets.of(*s);
            json!([start, end])
        };
        let one = |q: &Quotation| {
            json!({
                "content": q.content.iter().map(range).collect::<Vec<_>>(),
                "cue": q.cue.iter().map(range).collect::<Vec<_>>(),
                "source": q.speaker_span.iter().map(range).collect::<Vec<_>>(),
            })
        };
        let quotes: Vec<Value> = quotations.iter().map(one).collect();
        println!("{}", json!({"id": gold["id"], "quotes": quotes}));
    }
}
