//! What a mention's words mean, and what the words around it do.

use super::classes::is_function_word;
use super::view::{N_AROUND, N_BESIDE};
use super::{Marked, Sentence};
use crate::meanings::Meaning;

/// Of the mention itself, of its sentence's other words, and of those near it.
#[derive(Default)]
pub(super) struct Meanings {
    own: Meaning,
    whole: Meaning,
    around: Meaning,
    before: Meaning,
    after: Meaning,
}

/// How like two mentions' meanings are, -1 to 1 each.
pub(super) struct Likeness {
    pub(super) own: f64,
    pub(super) whole: f64,
    pub(super) around: f64,
    pub(super) before: f64,
    pub(super) after: f64,
    /// What stands before one with what stands after the other: "police held him", "he was held by police".
    pub(super) crossed: f64,
}

impl Meanings {
    pub(super) fn new(sentence: &Sentence, mention: &Marked, core: &[String]) -> Self {
        let (first, last) = (mention.words[0], *mention.words.last().unwrap_or(&0));
        let n_words = sentence.words.len();
        let of = |low: usize, high: usize| {
            let positions = (low..high.min(n_words)).filter(|at| !mention.words.contains(at));
            meaning(positions.map(|at| sentence.words[at].to_lowercase()))
        };
        Self {
            own: meaning(core.iter().cloned()),
            whole: of(0, n_words),
            around: of(first.saturating_sub(N_AROUND), last + 1 + N_AROUND),
            before: of(first.saturating_sub(N_BESIDE), first),
            after: of(last + 1, last + 1 + N_BESIDE),
        }
    }

    pub(super) fn likeness(&self, other: &Self) -> Likeness {
        let of = |a: &Meaning, b: &Meaning| f64::from(a.likeness(b));
        Likeness {
            own: of(&self.own, &other.own),
            whole: of(&self.whole, &other.whole),
            around: of(&self.around, &other.around),
            before: of(&self.before, &other.before),
            after: of(&self.after, &other.after),
            crossed: (of(&self.before, &other.after) + of(&self.after, &other.before)) / 2.0,
        }
    }
}

fn meaning(words: impl Iterator<Item = String>) -> Meaning {
    let words: Vec<String> = words.filter(|w| !is_function_word(w)).collect();
    Meaning::of(words.iter().map(String::as_str))
}
