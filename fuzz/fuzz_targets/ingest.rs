//! Bytes to articles: text, Markdown, HTML and JSON Lines.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rashomon_fuzz::{check, files};

fuzz_target!(|data: &[u8]| {
    for (name, bytes) in files(data) {
        let ingested = rashomon_ingest::ingest(&name, bytes);
        assert!(!ingested.articles.is_empty() || !ingested.diagnostics.is_empty(), "nothing said of {name}");
        for article in &ingested.articles {
            let mut end = 0;
            for block in &article.blocks {
                check(&article.text, block.span);
                assert!(block.span.start() >= end, "blocks overlap");
                end = block.span.end();
            }
            article.published.evidence.iter().for_each(|&s| check(&article.text, s));
        }
    }
});
