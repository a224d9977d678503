//! Texts compared with one another; the order in which they come does not matter.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rashomon_fuzz::check;
use rashomon_reuse::{Options, Reuse, Text, find_reuse};
use rashomon_text::Span;

/// Sentences end at a full stop or a line's end.
fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, end) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '\n')) {
        let span = Span::new(start, at + end.len_utf8()).trimmed(text);
        if !span.is_empty() {
            spans.push(span);
        }
        start = at + end.len_utf8();
    }
    spans
}

fuzz_target!(|text: &str| {
    let texts: Vec<&str> = text.split("====").take(4).collect();
    let cut: Vec<Vec<Span>> = texts.iter().map(|t| sentences(t)).collect();
    let ids = ["a", "b", "c", "d"];
    let pile: Vec<Text> = (0..texts.len()).map(|i| Text::new(ids[i], texts[i], &cut[i])).collect();
    let found = find_reuse(&pile, &Options::default());
    for reuse in &found {
        for passage in &reuse.passages {
            check(texts[reuse.from], passage.from);
            check(texts[reuse.to], passage.to);
        }
    }
    let turned: Vec<Text> = (0..texts.len()).rev().map(|i| Text::new(ids[i], texts[i], &cut[i])).collect();
    let again = find_reuse(&turned, &Options::default());
    let names = |pile: &[Text], found: &[Reuse]| -> Vec<(String, String, usize)> {
        found
            .iter()
            .map(|r| (pile[r.from].id.to_owned(), pile[r.to].id.to_owned(), r.passages.len()))
            .collect()
    };
    assert_eq!(names(&pile, &found), names(&turned, &again), "the order of the texts matters");
});
