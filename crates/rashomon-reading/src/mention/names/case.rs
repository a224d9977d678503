//! How much the capital of a word says: at the start of a sentence or in a headline little, elsewhere much.

use super::Finder;
use crate::mention::countries::country_by_name;
use crate::mention::lexicon::{self, has};
use rashomon_text::BlockKind;

/// How much a capital says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capital {
    /// No capital, or one that is never a name's (months, "I").
    No,
    /// At the start of a sentence or quotation, or in a headline that writes every word so.
    Forced,
    /// Anywhere else.
    Free,
}

impl<'p, 'a> Finder<'p, 'a> {
    pub(super) fn capitals_of(&self, sentence: usize) -> Vec<Capital> {
        let tokens = self.parsed.sentences[sentence].tokens.clone();
        let all_forced = self.is_title_case(sentence);
        let mut after_start = true;
        let mut capitals = Vec::with_capacity(tokens.len());
        for t in tokens {
            let word = self.parsed.word(t);
            let capital = match self.is_capitalised(t) {
                false => Capital::No,
                true if after_start || all_forced => Capital::Forced,
                true => Capital::Free,
            };
            capitals.push(capital);
            let opens = matches!(
                word,
                "\"" | "“" | "‘" | "'" | "``" | ":" | "—" | "–" | "•" | "*" | "…" | "..." | "."
            );
            let keeps = !word.contains(char::is_alphanumeric) && after_start;
            after_start = opens || keeps;
        }
        capitals
    }

    /// A headline or heading in which nearly all longer words have a capital, or a line in capitals only.
    fn is_title_case(&self, sentence: usize) -> bool {
        /// Share of the words of four letters or more, first excluded, that must be capitalised.
        const SHARE_MIN: f32 = 0.6;
        /// Below this number of such words a line may well be made of names alone.
        const WORDS_MIN: usize = 3;
        /// A sentence of a paragraph with so few longer words may consist of names.
        const PARAGRAPH_WORDS_MIN: usize = 8;
        let sentence = &self.parsed.sentences[sentence];
        let words = || {
            let alphabetic = |t: &usize| self.parsed.word(*t).starts_with(char::is_alphabetic);
            sentence
                .tokens
                .clone()
                .filter(alphabetic)
                .skip(1)
                .filter(|&t| self.parsed.word(t).chars().count() >= 4)
        };
        let upper = words().filter(|&t| self.parsed.word(t).starts_with(char::is_uppercase)).count();
        let is_heading = !matches!(sentence.kind, BlockKind::Paragraph | BlockKind::Correction);
        let (words_min, share_min) =
            if is_heading { (WORDS_MIN, SHARE_MIN) } else { (PARAGRAPH_WORDS_MIN, 0.9) };
        words().count() >= words_min && upper as f32 >= share_min * words().count() as f32
    }

    fn is_capitalised(&self, t: usize) -> bool {
        let word = self.parsed.word(t);
        let token = self.token(t);
        if !word.starts_with(char::is_uppercase) || has(&token.lower, lexicon::NOT_A_NAME) {
            return false;
        }
        if matches!(token.tag, "PRP" | "PRP$" | "DT" | "WP" | "WDT" | "WRB" | "CC" | "UH") {
            return false;
        }
        let shouts = word.chars().count() > 1 && !word.contains(char::is_lowercase);
        if shouts && lexicon::is_common(&token.lower) && country_by_name(word).is_none() {
            return token.tag == "NNP" && self.label(t).is_some();
        }
        let several = self.entity[t].is_some_and(|e| self.parsed.entities[e].tokens.len() > 1);
        !word.contains(['$', '€', '£', '¥', '₹'])
            && (several || !has(token.lower.trim_end_matches('.'), lexicon::MONTH_DAY))
    }
}
