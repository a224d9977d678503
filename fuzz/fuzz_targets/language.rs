//! Text to tokens and trees.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rashomon_language::English;
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(English::load);

fuzz_target!(|text: &str| {
    let document = ENGLISH.parse(text);
    assert_eq!(document.text(), text);
    let mut end = 0;
    for token in document.tokens() {
        let start = token.text().as_ptr() as usize - document.text().as_ptr() as usize;
        assert!(start >= end && text[end..start].chars().all(|c| c == ' '), "tokens leave out a word");
        end = start + token.text().len();
        // A tree: the root is reached from everywhere.
        assert!(token.ancestors().count() <= document.len(), "heads run in a circle");
    }
    assert_eq!(text[end..].trim_matches(' '), "", "the last word is missing");
});
