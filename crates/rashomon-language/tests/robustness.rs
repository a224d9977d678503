//! Any text is parsed, without panic, and the document is well formed.

use proptest::prelude::*;
use rashomon_language::{Document, English};
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(English::load);

/// What holds for every document of every text.
#[track_caller]
fn check_well_formed(document: &Document) {
    let (text, tokens) = (document.text(), document.token_data());
    let mut end = 0;
    for token in tokens {
        assert_eq!(token.start as usize, end, "tokens and single spaces rebuild the text");
        assert!(token.start < token.end, "tokens are not empty");
        end = token.end as usize;
        assert!(text.is_char_boundary(token.start as usize) && text.is_char_boundary(end));
        if token.space_after {
            assert_eq!(&text[end..=end], " ");
            end += 1;
        }
        assert!((token.head as usize) < tokens.len());
        assert!(!token.tag.is_empty() && !token.pos.is_empty() && !token.dep.is_empty());
    }
    assert_eq!(end, text.len());
    if let Some(first) = tokens.first() {
        assert!(first.is_sent_start);
    }
    // Chains may be as deep as the text is long: of long texts a sample.
    for token in document.tokens().step_by(1 + tokens.len() / 500) {
        assert!(token.ancestors().take(tokens.len() + 1).count() <= tokens.len(), "trees have no cycle");
    }
    for sentence in document.sentences() {
        let range = sentence.token_range();
        assert!(sentence.tokens().all(|t| range.contains(&t.head().i())), "arcs stay in their sentence");
    }
    let mut last = 0;
    for entity in document.entity_data() {
        assert!(entity.start >= last && entity.start < entity.end && entity.end as usize <= tokens.len());
        last = entity.end;
    }
}

#[track_caller]
fn check(text: &str) -> Document {
    let document = ENGLISH.parse(text);
    check_well_formed(&document);
    document
}

#[test]
fn empty_and_blank() {
    assert!(check("").is_empty());
    assert_eq!(check(" ").len(), 1);
    assert_eq!(check("\r\n\r\n").len(), 1);
}

#[test]
fn scripts_and_signs() {
    for text in [
        "👩‍👩‍👧‍👦🇬🇧👍🏽",
        "\u{0}\u{1}\u{7f}\u{85}\u{2028}\u{2029}",
        "العربية من اليمين إلى اليسار",
        "\u{202e}right to left\u{202c}",
        "漢字かな交じり文。",
        "e\u{301}\u{301}\u{301}\u{301}",
        "\u{fffd}\u{feff}\u{10ffff}",
        "İstanbul ẞ ΣΑΣ ﬁ",
    ] {
        check(text);
    }
}

#[test]
fn runs_of_one_character() {
    for c in [
        "(", ".", "a", "A", "9", "'", "\n", " ", "-", "@", "/", "é", "漢", "👍", "\u{301}", "a@", "a.",
        "..a", "1-",
    ] {
        check(&c.repeat(3000));
    }
}

#[test]
fn long_texts_are_cut_without_loss() {
    let sentence = "The committee, which met on Monday, said that 14 of the 31 members had left. ";
    let line = sentence.repeat(1500);
    let document = check(&line);
    assert!(document.len() > 17 * 1500);
    let paragraphs = format!("{}\n\n", sentence.repeat(5)).repeat(200);
    check(&paragraphs);
    check(&"x".repeat(300_000));
    check(&"(".repeat(30_000));
    check(&"a ".repeat(40_000));
}

#[test]
fn results_do_not_depend_on_company() {
    let texts: Vec<String> = (0..200)
        .map(|i| {
            format!("Report {i}: the {i}th ferry, with {} aboard, sank off Port-{i} on Friday.", i * 7)
                .repeat(1 + i % 7)
        })
        .collect();
    let alone: Vec<Document> = texts.iter().map(|text| English::load().parse(text)).collect();
    let together = ENGLISH.parse_batch(&texts);
    assert_eq!(alone, together);
    let mut reversed = texts.clone();
    reversed.reverse();
    let mut documents = ENGLISH.parse_batch(&reversed);
    documents.reverse();
    assert_eq!(alone, documents);
}

#[test]
fn threads_share_one_engine() {
    use rayon::prelude::*;
    let texts: Vec<String> =
        (0..64).map(|i| format!("Some {i} people left the town of Elm on {i} May.")).collect();
    let serial: Vec<Document> = texts.iter().map(|text| ENGLISH.parse(text)).collect();
    let parallel: Vec<Document> = texts.par_iter().map(|text| ENGLISH.parse(text)).collect();
    assert_eq!(serial, parallel);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_characters(text in "\\PC{0,80}|[ -~\\n\\t]{0,200}|.{0,60}") {
        check_well_formed(&ENGLISH.parse(&text));
    }

    #[test]
    fn any_words(words in prop::collection::vec(prop::sample::select(WORDS), 0..60), glue in "[ ]|[,;] |\\n|") {
        check_well_formed(&ENGLISH.parse(&words.join(&glue)));
    }
}

const WORDS: &[&str] = &[
    "the",
    "U.S.",
    "don't",
    "gonna",
    "'s",
    "\"",
    "(",
    ")",
    "...",
    "Monday",
    "$5m",
    "said",
    "12:30",
    "a.m.",
    "e.g.",
    "http://a.bc/d",
    "–",
    "--",
    "he",
    "rose",
    "N'Djamena",
    "1,000",
    "3.5%",
    ".",
    "?",
    "!",
    "It",
    "is",
    "i.e.",
    "well-known",
    "\u{a0}",
    "\t",
    "😀",
    "O'Neil",
    "C'mon",
    "y'all",
    "’em",
    "ca",
    "n't",
    "not",
    "if",
    "that",
    "which",
    "voted",
    "11-2",
    "to",
    "end",
    "it",
    "US$3",
    "km²",
    "x@y.org",
];
