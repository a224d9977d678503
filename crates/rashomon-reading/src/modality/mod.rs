//! Did it happen? Polarity and modality of a predicate in its clause.
//!
//! What decides stands on the way from the word up to the root of its sentence: the verb group it belongs to and the
//! words that govern it. [`of_token`] walks that way. Each governor is an operator ("denied", "plans to", "call for",
//! "fear of"); negations cancel out, and of several modes the one farthest from fact wins. What is presupposed ("the
//! attack was condemned") escapes weak operators.

mod clause;
mod hearsay;
mod scope;
mod state;
mod words;

use crate::ParsedArticle;

/// Whether the text affirms or negates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Affirmed.
    #[default]
    Positive,
    /// Negated ("did not", "no", "never").
    Negative,
}

impl Polarity {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Polarity::Positive => "positive",
            Polarity::Negative => "negative",
        }
    }
}

/// The mode in which the text gives an event or a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// Told as done.
    #[default]
    Happened,
    /// Told as going on.
    Ongoing,
    /// Planned, due, expected, announced for the future.
    Planned,
    /// Under a condition ("if", "would").
    Conditional,
    /// "may", "might", "could", "feared".
    Possible,
    /// Wanted, asked for, proposed.
    Demanded,
    /// Said not to be so by somebody ("denied that").
    Denied,
    /// Hearsay with nobody standing behind it ("rumours that", "it is being said").
    ReportedOnly,
}

impl Modality {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Modality::Happened => "happened",
            Modality::Ongoing => "ongoing",
            Modality::Planned => "planned",
            Modality::Conditional => "conditional",
            Modality::Possible => "possible",
            Modality::Demanded => "demanded",
            Modality::Denied => "denied",
            Modality::ReportedOnly => "reported-only",
        }
    }
}

/// Polarity and modality under which the text gives the content of a word: a verb, an event noun, a figure,
/// a counted noun, a predicate adjective. What is told plainly is [`Polarity::Positive`], [`Modality::Happened`].
///
/// # Panics
/// When there is no such token.
#[must_use]
pub fn of_token(parsed: &ParsedArticle, token: usize) -> (Polarity, Modality) {
    let scope = Scope { parsed };
    let state = scope.answered(token, scope.state(token));
    let polarity = if state.negative { Polarity::Negative } else { Polarity::Positive };
    (polarity, state.modality)
}

/// Whether words are a bare "no" to what stands before them: "He had not."
pub(crate) fn is_elliptical_denial(parsed: &ParsedArticle, words: &[usize]) -> bool {
    Scope { parsed }.is_elliptical_denial(words)
}

/// Whether a sentence is a bare "no" as somebody's words: "The sergeant says that it was not."
pub(crate) fn ends_in_denial(parsed: &ParsedArticle, sentence: usize) -> bool {
    Scope { parsed }.ends_in_denial(parsed.sentences[sentence].tokens.clone())
}

/// Whether the text gives the content of a word as hearsay, whatever the next sentence makes of it.
pub(crate) fn is_hearsay(parsed: &ParsedArticle, token: usize) -> bool {
    Scope { parsed }.state(token).modality == Modality::ReportedOnly
}

/// The article while the scope over one of its words is read.
#[derive(Clone, Copy)]
struct Scope<'p, 'a> {
    parsed: &'p ParsedArticle<'a>,
}

impl Scope<'_, '_> {
    fn token(&self, t: usize) -> &crate::Token {
        &self.parsed.tokens[t]
    }

    fn has_child(&self, t: usize, is: impl Fn(usize) -> bool) -> bool {
        self.parsed.children(t).iter().any(|&c| is(c))
    }

    fn previous_is(&self, t: usize, words: &[&str]) -> bool {
        t.checked_sub(1).is_some_and(|p| words.contains(&self.token(p).lower.as_str()))
    }

    fn next_is(&self, t: usize, words: &[&str]) -> bool {
        self.parsed.tokens.get(t + 1).is_some_and(|n| words.contains(&n.lower.as_str()))
    }
}
