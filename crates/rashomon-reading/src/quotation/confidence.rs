//! How sure the speaker of a quotation is, by what names him.
//!
//! Measured, not felt: the share of attributions so named whose speaker is the gold's on the development set of
//! `rashomon-eval --task quotes` (`confidence_…` there).

use rashomon_text::Span;

/// A name beside the cue, or a pronoun.
const NAMED: f32 = 0.95;
/// A description: "officials", "the ministry", "a study".
const DESCRIBED: f32 = 0.85;

/// Probability, 0 to 1, that the words at `speaker` name who is quoted, given that somebody is.
#[must_use]
pub fn speaker_confidence(text: &str, speaker: Span) -> f32 {
    const PRONOUNS: [&str; 8] = ["he", "she", "they", "it", "i", "we", "you", "who"];
    let words = speaker.slice(text);
    let is_pronoun = PRONOUNS.iter().any(|p| words.eq_ignore_ascii_case(p));
    let is_name = words.split_whitespace().next_back().is_some_and(|w| w.starts_with(char::is_uppercase));
    if is_pronoun || is_name { NAMED } else { DESCRIBED }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_surer_than_a_description() {
        let text = "officials told Ada Berg";
        let of = |words: &str| {
            let start = text.find(words).expect("in the text");
            speaker_confidence(text, Span::new(start, start + words.len()))
        };
        assert!(of("Ada Berg") > of("officials"));
    }
}
