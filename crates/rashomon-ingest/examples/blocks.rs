//! Prints each file's metadata and blocks: `cargo run -p rashomon-ingest --example blocks -- FILE…`
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use rashomon_ingest::ingest;

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&path) else {
            println!("cannot read {path}");
            continue;
        };
        let ingested = ingest(&path, &bytes);
        for diagnostic in &ingested.diagnostics {
            println!("! {}: {} {}", diagnostic.path, diagnostic.code, diagnostic.message);
        }
        for article in &ingested.articles {
            println!("=== {} [{}] {}", article.path, article.language, article.url.as_deref().unwrap_or(""));
            let value =
                |label: &Option<rashomon_text::Labelled>| label.as_ref().map_or("-", |l| &l.value).to_owned();
            println!(
                "publisher: {} | title: {} | byline: {}",
                value(&article.publisher),
                value(&article.title),
                value(&article.byline)
            );
            let credits: Vec<&str> =
                article.agency_credits.iter().map(|credit| credit.value.as_str()).collect();
            let date = article.published.value.as_ref().map_or("-", |time| &time.timex);
            println!(
                "published: {date} {} {} | credits: {credits:?}",
                article.published.basis.as_str(),
                article.published.note
            );
            for block in &article.blocks {
                let words = article.slice(block.span).replace('\n', "⏎");
                let dateline = block.dateline.map_or("", |span| article.slice(span));
                println!(
                    "  {:24} {}{}",
                    format!("{:?}", block.kind),
                    if dateline.is_empty() { String::new() } else { format!("[{dateline}] ") },
                    words.chars().take(150).collect::<String>()
                );
            }
        }
    }
}
