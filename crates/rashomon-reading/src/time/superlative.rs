//! Times of what is rarest: "their lowest since 2016", "the deadliest attack since 2014", "its first strike since the war".
//! Such a time says how rare a thing is, and neither when it was nor since when it has been counted.

use crate::ParsedArticle;

/// Words between the superlative and the time.
const N_WORDS: usize = 6;

/// Whether the "since" of a time that begins at `start` hangs on a superlative before it.
pub(crate) fn is_of_superlative(parsed: &ParsedArticle, start: usize) -> bool {
    let sentence = parsed.tokens[start].sentence;
    let before = (start.saturating_sub(N_WORDS)..start).rev().map(|t| &parsed.tokens[t]);
    // "The first bank to collapse since 2008" has a verb between, but none with a subject of its own.
    let mut near = before.take_while(|t| {
        t.sentence == sentence && t.lower != "," && (t.pos != "VERB" || t.tag == "VB" || t.tag == "JJS")
    });
    near.any(|t| matches!(t.tag, "JJS" | "RBS") && t.lower != "least" || t.lower == "first")
}

#[cfg(test)]
mod tests {
    use super::is_of_superlative;
    use crate::testing::with_article;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let found = with_article(text, None, |parsed| {
            let year = parsed.tokens.iter().position(|t| t.tag == "CD").expect("a year");
            is_of_superlative(parsed, year)
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_is_rare_since_then() {
        check("Sales fell to their lowest since 2016.", true);
        check("It was the worst flood of the valley since 1974.", true);
        check("It was the first bank to collapse since 2008.", true);
        check("At least forty bridges have been closed since 2016.", false);
        check("The first ferry sank, and none has sailed since 2016.", false);
        check("The bridge has been closed since 2016.", false);
    }
}
