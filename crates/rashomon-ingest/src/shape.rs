//! What a line looks like: its words, capitals, end, and how it talks.

use crate::words::{is_abbreviation, is_function_word, is_reporting_verb, is_site_imperative};

/// The look of one draft, measured once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    /// Words with a letter or digit.
    pub(crate) n_words: usize,
    /// Words other than function words.
    pub(crate) n_content: usize,
    /// Content words that begin with a capital or a digit.
    pub(crate) n_capital: usize,
    /// Words of two letters or more wholly in capitals.
    pub(crate) n_upper: usize,
    /// Words of two letters or more.
    pub(crate) n_alpha: usize,
    /// Ends with `.`, `!`, `?` or `…`, closing marks aside.
    pub(crate) ends_sentence: bool,
    /// Ends with a colon.
    pub(crate) ends_colon: bool,
    /// Ends with a question mark.
    pub(crate) ends_question: bool,
    /// Has a word of saying.
    pub(crate) reports: bool,
    /// Has a verb form that headlines and labels of sites hardly have.
    pub(crate) has_verb: bool,
    /// Has three words or more between quotation marks.
    pub(crate) quotes: bool,
    /// Begins with an imperative that sites address to readers ("Subscribe", "Read", "Follow").
    pub(crate) imperative: bool,
    /// Addresses the reader.
    pub(crate) second_person: bool,
}

impl Shape {
    /// Measures `line`.
    pub(crate) fn of(line: &str) -> Self {
        let mut shape = Shape {
            ends_sentence: ends_sentence(line),
            ends_colon: line.ends_with(':'),
            ends_question: strip_closers(line).ends_with('?'),
            quotes: has_quotation(line),
            ..Shape::default()
        };
        for raw in line.split_whitespace() {
            let word = raw.trim_matches(|c: char| !c.is_alphanumeric());
            if word.is_empty() {
                continue;
            }
            shape.count_word(word);
        }
        // Scripts without spaces: about two characters a word.
        let n_unspaced =
            line.chars().filter(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')).count();
        shape.n_words += n_unspaced / 2;
        shape
    }

    fn count_word(&mut self, word: &str) {
        let lower = word.to_lowercase();
        let lower = lower.replace('’', "'");
        if self.n_words == 0 {
            self.imperative = is_site_imperative(&lower);
        }
        self.n_words += 1;
        let long = word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
        self.n_alpha += usize::from(long);
        self.n_upper += usize::from(long && !word.chars().any(char::is_lowercase));
        if !is_function_word(&lower) {
            self.n_content += 1;
            self.n_capital += usize::from(word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
        }
        self.reports |= is_reporting_verb(&lower);
        self.has_verb |= is_verb_like(&lower);
        self.second_person |=
            matches!(lower.as_str(), "you" | "your" | "you're" | "you've" | "you'll" | "yours");
    }

    /// A sentence or more of running text, by its end and length.
    pub(crate) fn is_prose(&self) -> bool {
        self.ends_sentence && self.n_words >= 8 || self.n_words >= 28
    }

    /// Every content word capitalised: a name, a masthead, a title in title case.
    pub(crate) fn is_name_like(&self) -> bool {
        self.n_content > 0 && self.n_capital == self.n_content
    }

    /// Wholly in capitals.
    pub(crate) fn is_upper(&self) -> bool {
        self.n_alpha > 0 && self.n_upper == self.n_alpha
    }
}

/// Finite verb forms that tell running text from labels; closed classes and regular endings only.
fn is_verb_like(lower: &str) -> bool {
    matches!(
        lower,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "should"
            | "must"
            | "did"
            | "does"
            | "do"
            | "isn't"
            | "wasn't"
            | "don't"
            | "won't"
    ) || is_reporting_verb(lower)
        || lower.len() > 4 && lower.ends_with("ed")
}

/// Three words or more between double quotation marks.
fn has_quotation(line: &str) -> bool {
    let mut marks = line.match_indices(['"', '“', '”', '«', '»']);
    while let (Some((start, _)), Some((end, _))) = (marks.next(), marks.next()) {
        if line[start..end].split_whitespace().count() >= 3 {
            return true;
        }
    }
    false
}

fn strip_closers(line: &str) -> &str {
    line.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '*' | '_')
    })
}

/// Whether `line` ends as a sentence does. An abbreviation at the end of a short line ("Acme Inc.") is no end.
pub(crate) fn ends_sentence(line: &str) -> bool {
    let line = strip_closers(line);
    if !line.ends_with(['.', '!', '?', '…', '。']) {
        return false;
    }
    let mut words = line.split_whitespace();
    let last = words.next_back().unwrap_or("");
    !(line.ends_with('.') && is_abbreviation(last) && words.count() < 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_end_of_a_sentence() {
        assert!(ends_sentence("The dam held."));
        assert!(ends_sentence("“It held!”"));
        assert!(!ends_sentence("Northern Quarries Inc."));
        assert!(!ends_sentence("At least nine dead as ferry sinks"));
        assert!(ends_sentence("The deal was signed by lawyers for Northern Quarries Inc."));
    }

    #[test]
    fn measures_lines() {
        assert!(Shape::of("THE HARBOUR POST").is_upper());
        assert!(Shape::of("Notes from the Valley").is_name_like());
        assert!(!Shape::of("Ferry sinks off the coast").is_name_like());
        assert!(Shape::of("Subscribe for unlimited access").imperative);
        assert!(Shape::of("“We count the cold,” she said.").reports);
        assert!(Shape::of("“We count the cold,” she said.").quotes);
    }
}
