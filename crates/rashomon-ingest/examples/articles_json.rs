//! One JSON line per article, for the scorers of `eval/`: `cargo run --release -p rashomon-ingest --example articles_json -- FILE…`
//!
//! Fields: `path`, `sha256`, `title`, `byline`, `publisher`, `date` (first day), `published`, `text`, `furniture` (code points), `main` (the
//! text that is read, a paragraph a line), `standfirst` (what of it stands between headline and body).
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use rashomon_ingest::ingest;
use rashomon_text::{Article, BlockKind, CharOffsets};
use serde_json::{Value, json};

fn line(article: &Article) -> Value {
    let offsets = CharOffsets::new(&article.text);
    let at = |byte: usize| offsets.at(byte);
    let furniture: Vec<Value> = article
        .furniture()
        .iter()
        .map(|f| json!({"start": at(f.span.start()), "end": at(f.span.end()), "kind": f.kind.as_str()}))
        .collect();
    let is_main = |kind| {
        matches!(kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Correction | BlockKind::Subhead)
    };
    let standfirst: Vec<&str> = article
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Subhead)
        .map(|b| article.slice(b.span))
        .collect();
    let main: Vec<&str> =
        article.blocks.iter().filter(|b| is_main(b.kind)).map(|b| article.slice(b.span)).collect();
    let value = |label: &Option<rashomon_text::Labelled>| label.as_ref().map(|label| label.value.clone());
    let time = article.published.value.as_ref();
    let day = |date: Option<rashomon_text::Date>| date.map(|date| date.to_string());
    json!({
        "id": article.id.as_str(), "path": article.path, "sha256": article.sha256, "title": value(&article.title),
        "byline": value(&article.byline), "publisher": value(&article.publisher),
        "date": time.and_then(|t| t.single_day()).map(|d| d.to_string()),
        "published": {
            "value": time.map(|t| json!({"start": day(t.first_day()), "end": day(t.last_day()), "precision": t.precision.as_str(), "timex": t.timex})),
            "basis": article.published.basis.as_str(),
        },
        "text": article.text, "furniture": furniture, "main": main.join("\n"), "standfirst": standfirst,
    })
}

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        for article in &ingest(&path, &bytes).articles {
            println!("{}", line(article));
        }
    }
}
