//! Every detector on one text: times, mentions and coreference, quotations, quantities, claims.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rashomon_fuzz::check;
use rashomon_language::English;
use rashomon_reading::{ParsedArticle, passages, read};
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(English::load);

fuzz_target!(|text: &str| {
    for article in rashomon_ingest::ingest("fuzz.txt", text.as_bytes()).articles {
        let passages = passages(&article);
        let documents: Vec<_> = passages.iter().map(|p| ENGLISH.parse(&p.text)).collect();
        let parsed = ParsedArticle::new(&article, &passages, &documents);
        let reading = read(&parsed);
        let is_in = |span| check(&article.text, span);
        reading.times.iter().for_each(|t| is_in(t.span));
        for mention in &reading.mentions {
            is_in(mention.span);
            assert!(mention.entity < reading.entities.len());
        }
        reading.chains.iter().flat_map(|c| &c.links).for_each(|l| is_in(l.span));
        for (at, quotation) in reading.quotations.iter().enumerate() {
            quotation.content.iter().chain(&quotation.in_marks).for_each(|&s| is_in(s));
            quotation.cue.into_iter().chain(quotation.speaker_span).for_each(is_in);
            assert!(quotation.inside.is_none_or(|i| i != at && i < reading.quotations.len()));
            assert!(quotation.time.is_none_or(|t| t < reading.times.len()));
        }
        for quantity in &reading.quantities {
            is_in(quantity.span);
            assert!(quantity.span.contains(quantity.figure), "a figure outside of its phrase");
        }
        for claim in &reading.claims {
            is_in(claim.span);
            assert!(claim.span.contains(claim.trigger), "a trigger outside of its clause");
            claim.participants.iter().for_each(|p| is_in(p.span));
            assert!(claim.quantities.iter().all(|&q| q < reading.quantities.len()));
            assert!(claim.time.is_none_or(|t| t < reading.times.len()));
        }
    }
});
