//! Whatever the bytes, ingest returns, and what it returns is well-formed.

use proptest::prelude::*;
use rashomon_ingest::{ingest, mark_repeated_furniture};

/// Pieces that the rules look at, so that random texts reach them.
const PIECES: &[&str] = &[
    "By ",
    "Ned Example",
    "\n",
    "\n\n",
    ". ",
    "Published on ",
    "May 14, 2019",
    "12/05/2019",
    "OSLO (AP) — ",
    "— ",
    "Also read: ",
    "{{x}}",
    "“",
    "”",
    "é",
    "日本",
    "\u{a0}",
    "\t",
    "<div class=ad>",
    "</p>",
    "<p>",
    "<h1>",
    "<script type=application/ld+json>{\"@type\":\"Article\"",
    "</script>",
    "<time datetime=2019>",
    "About Acme",
    "Comments",
    "Reporting by ",
    "; ",
    ":",
    "|",
    " | ",
    "9:05 a.m.",
    "#",
    "---",
    "* ",
    "• ",
    "the ferry sank in the strait on Sunday, the guard said",
    "Advertisement",
    "$5/month",
    "[",
    "](",
    ")",
    "(",
    "{",
    "}",
    "\"",
    "\\",
    "\u{0}",
    "🛳",
    "Correction:",
    "END",
    "with inputs from ",
    "© 2019 ",
    "THE POST",
    "told Reuters",
    "12:00 AM, ",
    "&amp;",
    "&#",
    "&nbsp;",
];

fn check(path: &str, bytes: &[u8]) {
    let mut ingested = ingest(path, bytes);
    mark_repeated_furniture(&mut ingested.articles);
    for article in &ingested.articles {
        let mut last = 0;
        for block in &article.blocks {
            assert!(block.span.start() >= last, "blocks overlap or are out of order in {path}");
            last = block.span.end();
            let words = article.slice(block.span);
            assert_eq!(words.trim(), words, "block has white space at its ends");
            assert!(!words.is_empty() && !words.contains("\n\n"));
            if let Some(dateline) = block.dateline {
                assert!(block.span.contains(dateline));
            }
        }
        let labels = [&article.publisher, &article.title, &article.byline];
        for span in labels.into_iter().flatten().chain(&article.agency_credits).filter_map(|label| label.span)
        {
            let _ = article.slice(span);
        }
        for span in &article.published.evidence {
            let _ = article.slice(*span);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for path in ["a.txt", "a.html", "a.md", "a.jsonl"] {
            check(path, &bytes);
        }
    }

    #[test]
    fn any_pieces(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        let text = pieces.concat();
        for path in ["a.txt", "a.html", "a.md", "a.jsonl"] {
            check(path, text.as_bytes());
        }
    }
}
