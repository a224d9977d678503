//! How a text speaks: as an edited account, or as somebody who writes as he talks, of himself and to the reader.

use crate::ParsedArticle;

/// Whether the text is a message, a review, a mail: "i" and "u", sentences that begin small, many an "I" and "you".
pub(super) fn is_informal(parsed: &ParsedArticle) -> bool {
    /// Of a hundred tokens.
    const PERSONS_MAX: usize = 3;
    /// Of ten sentences.
    const SMALL_MAX: usize = 3;
    let is_person =
        |lower: &str| matches!(lower, "i" | "me" | "my" | "mine" | "myself" | "you" | "your" | "u" | "ur");
    let is_careless = |t| matches!(parsed.word(t), "i" | "u" | "ur" | "im" | "lol");
    let persons = parsed.tokens.iter().filter(|t| is_person(&t.lower)).count();
    let starts_small =
        |t: &usize| parsed.tokens.get(*t).is_some() && parsed.word(*t).starts_with(char::is_lowercase);
    let small = parsed.sentences.iter().filter(|s| starts_small(&s.tokens.start)).count();
    persons * 100 > PERSONS_MAX * parsed.tokens.len()
        || small * 10 > SMALL_MAX * parsed.sentences.len()
        || (0..parsed.tokens.len()).any(is_careless)
}
