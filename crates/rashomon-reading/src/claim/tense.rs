//! In which tense a claim is told.

use crate::ParsedArticle;

/// The tense in which a claim is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// "rejected", "was rejected".
    Past,
    /// "has rejected", "have been rejected": as the news of the day.
    Perfect,
    /// "had rejected", "had been rejected": before what else is told.
    PastPerfect,
    /// Any other, and what no verb tells.
    Other,
}

/// The tense of the verb that carries a claim.
pub(super) fn of(parsed: &ParsedArticle, verb: usize) -> Tense {
    match () {
        () if is_simple_past(parsed, verb) => Tense::Past,
        () if is_news_perfect(parsed, verb) => Tense::Perfect,
        () if matches!(helpers(parsed, verb).as_slice(), ["had"] | ["had", "been"]) => Tense::PastPerfect,
        () => Tense::Other,
    }
}

/// "Has opened an inquiry", "have been moved"; not "has long been closed", "have never met".
fn is_news_perfect(parsed: &ParsedArticle, verb: usize) -> bool {
    let token = &parsed.tokens[verb];
    let below = helpers(parsed, verb);
    match (token.tag, below.as_slice()) {
        ("VBN", ["has" | "have"] | ["has" | "have", "been"]) => !is_of_old(parsed, verb),
        // "has pledged two million and sent a ship".
        ("VBN", []) if token.dep == "conj" => is_news_perfect(parsed, token.head),
        _ => false,
    }
}

/// Words by which a perfect tells of more than what is new.
fn is_of_old(parsed: &ParsedArticle, verb: usize) -> bool {
    const WORDS: [&str; 14] = [
        "long",
        "always",
        "ever",
        "never",
        "often",
        "repeatedly",
        "previously",
        "once",
        "twice",
        "since",
        "for",
        "historically",
        "traditionally",
        "before",
    ];
    parsed.children(verb).iter().any(|&c| WORDS.contains(&parsed.tokens[c].lower.as_str()))
}

/// The helping verbs of a verb, in text order.
pub(super) fn helpers<'a>(parsed: &'a ParsedArticle, verb: usize) -> Vec<&'a str> {
    let is_helper = |c: &&usize| matches!(parsed.tokens[**c].dep, "aux" | "auxpass");
    parsed.children(verb).iter().filter(is_helper).map(|&c| parsed.tokens[c].lower.as_str()).collect()
}

/// Whether a verb tells in the simple past: "rejected", "was rejected"; not "has", "had" or "would have been rejected".
pub(super) fn is_simple_past(parsed: &ParsedArticle, verb: usize) -> bool {
    let token = &parsed.tokens[verb];
    match (token.tag, helpers(parsed, verb).as_slice()) {
        ("VBD", []) => true,
        ("VBN", ["was" | "were" | "got"]) => true,
        // "was rejected and sent back": the second verb has its helper at the first.
        ("VBN", []) if token.dep == "conj" => is_simple_past(parsed, token.head),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Tense;
    use crate::testing::with_article;

    #[track_caller]
    fn check(text: &str, predicate: &str, expected: Tense) {
        let tense = with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            reading.claims.iter().find(|c| c.predicate == predicate).map(|c| c.tense)
        });
        assert_eq!(tense, Some(expected), "{text}");
    }

    #[test]
    fn past_perfect_and_other() {
        check("The judge rejected the appeal.", "reject", Tense::Past);
        check("The appeal was rejected and sent back.", "reject", Tense::Past);
        check("The judge has rejected the appeal.", "reject", Tense::Perfect);
        check("The appeals have been rejected.", "reject", Tense::Perfect);
        check("The judge had rejected the appeal.", "reject", Tense::PastPerfect);
        check("The judge will reject the appeal.", "reject", Tense::Other);
    }

    #[test]
    fn what_has_long_been_so_is_no_news() {
        check("The court has never rejected an appeal.", "reject", Tense::Other);
        check("The court has repeatedly rejected his appeals.", "reject", Tense::Other);
    }
}
