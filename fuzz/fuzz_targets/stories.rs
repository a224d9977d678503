//! A pile split into stories: every article is in one, whatever the articles are.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rashomon_fuzz::files;

fuzz_target!(|data: &[u8]| {
    let ingested = files(data).into_iter().map(|(name, bytes)| rashomon_ingest::ingest(&name, bytes));
    let articles: Vec<_> = ingested.flat_map(|i| i.articles).collect();
    let pile: Vec<_> = articles.iter().collect();
    let mut all: Vec<usize> = rashomon_stories::split(&pile).into_iter().flatten().collect();
    all.sort_unstable();
    assert_eq!(all, (0..pile.len()).collect::<Vec<_>>());
});
