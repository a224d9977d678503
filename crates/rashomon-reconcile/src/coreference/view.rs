//! What is compared of a mention.

use super::classes::{
    is_determiner, is_function_word, is_of_time, is_particle, is_preposition, of_happening, pronoun,
};
use super::stem::stem;
use super::{Kind, Marked, Sentence};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};

/// Words on each side that are a mention's surroundings.
const N_AROUND: usize = 5;
/// Words on each side that are its neighbours.
const N_BESIDE: usize = 4;
/// Least weight of a word of the surroundings, however common it is in the pile.
const WEIGHT_MIN: f64 = 0.3;
/// Sentences from here on count as equally far from the head of the document.
const POSITION_MAX: usize = 6;

/// Weighted words, of length one.
pub(super) type Vector = BTreeMap<String, f64>;

/// A mention as it is compared.
pub(super) struct View {
    pub(super) document: usize,
    pub(super) sentence: usize,
    pub(super) position: f64,
    /// The words without function words before them, lower case.
    pub(super) core: String,
    /// Stem of the word that says what it is.
    pub(super) head: String,
    /// Stems of the content words, sorted.
    pub(super) stems: BTreeSet<String>,
    pub(super) is_capitalised: bool,
    pub(super) pronoun: Option<usize>,
    pub(super) is_time: bool,
    /// Words with figures.
    pub(super) figures: FxHashSet<String>,
    /// The name's initials, and the mention's only word where that is all capitals.
    pub(super) initials: String,
    pub(super) acronym: Option<String>,
    /// Class of the happening.
    pub(super) class: Option<usize>,
    /// Share of the pile's documents that have the head.
    pub(super) share: f64,
    pub(super) whole: Vector,
    pub(super) around: Vector,
    pub(super) before: Vector,
    pub(super) after: Vector,
}

/// Words of the pile and how many documents have each.
struct Pile {
    n_documents: f64,
    frequency: FxHashMap<String, f64>,
    /// For each sentence its words' stems; function words and marks have none.
    stems: Vec<Vec<Option<String>>>,
}

impl Pile {
    fn new(sentences: &[Sentence]) -> Self {
        let content = |w: &&str| {
            let lower = w.to_lowercase();
            (!is_function_word(&lower))
                .then(|| stem(w))
                .filter(|s| s.bytes().any(|b| b.is_ascii_alphanumeric()))
        };
        let stems: Vec<Vec<Option<String>>> =
            sentences.iter().map(|s| s.words.iter().map(content).collect()).collect();
        let mut seen: FxHashSet<(usize, &str)> = FxHashSet::default();
        let mut frequency: FxHashMap<String, f64> = FxHashMap::default();
        for (sentence, stems) in sentences.iter().zip(&stems) {
            for stem in stems.iter().flatten().filter(|s| seen.insert((sentence.document, s.as_str()))) {
                *frequency.entry(stem.clone()).or_default() += 1.0;
            }
        }
        let mut documents: Vec<usize> = sentences.iter().map(|s| s.document).collect();
        documents.sort_unstable();
        documents.dedup();
        Self { n_documents: documents.len().max(1) as f64, frequency, stems }
    }

    fn count(&self, stem: &str) -> f64 {
        self.frequency.get(stem).copied().unwrap_or(0.0)
    }

    /// The words from `low` up to `high`, without the mention's own, weighted by their rarity in the pile.
    fn vector(&self, mention: &Marked, low: usize, high: usize) -> Vector {
        let stems = &self.stems[mention.sentence];
        let mut vector = Vector::new();
        for at in (low..high.min(stems.len())).filter(|at| !mention.words.contains(at)) {
            if let Some(stem) = &stems[at] {
                let rarity = ((self.n_documents + 1.0) / (self.count(stem) + 0.5)).ln();
                vector.insert(stem.clone(), rarity.max(WEIGHT_MIN));
            }
        }
        let length = vector.values().map(|w| w * w).sum::<f64>().sqrt();
        vector.values_mut().for_each(|w| *w /= length);
        vector
    }
}

/// The mentions as they are compared; `None` where a mention's words are not there.
pub(super) fn views(kind: Kind, sentences: &[Sentence], mentions: &[Marked]) -> Vec<Option<View>> {
    let pile = Pile::new(sentences);
    mentions
        .iter()
        .map(|mention| {
            let sentence = sentences.get(mention.sentence)?;
            let words: Option<Vec<&str>> = mention
                .words
                .iter()
                .map(|&w| sentence.words.get(w).copied().filter(|w| !w.is_empty()))
                .collect();
            let words = words.filter(|w| !w.is_empty())?;
            Some(view(kind, &pile, sentence, mention, &words))
        })
        .collect()
}

fn view(kind: Kind, pile: &Pile, sentence: &Sentence, mention: &Marked, words: &[&str]) -> View {
    let lower: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    let core = core(&lower);
    let head = match kind {
        Kind::Happening => head_of_happening(&core),
        Kind::Thing => head_of_thing(&core),
    };
    let is_content = |w: &&String| !is_function_word(w) && !is_preposition(w) && !is_determiner(w);
    let starts_high = |w: &str| w.starts_with(char::is_uppercase);
    let (first, last) = (mention.words[0], *mention.words.last().unwrap_or(&0));
    let acronym = match words {
        [word] if word.len() >= 2 && is_all_capitals(word) => Some(word.replace('.', "")),
        _ => None,
    };
    View {
        document: sentence.document,
        sentence: mention.sentence,
        position: sentence.position.min(POSITION_MAX) as f64,
        core: core.join(" "),
        stems: core.iter().filter(is_content).map(|w| stem(w)).collect(),
        is_capitalised: words.iter().zip(&lower).any(|(w, l)| starts_high(w) && !is_function_word(l)),
        pronoun: if lower.len() == 1 { pronoun(&lower[0]) } else { None },
        is_time: core.iter().any(|w| is_of_time(w)),
        figures: core.iter().filter(|w| w.contains(|c: char| c.is_ascii_digit())).cloned().collect(),
        initials: words.iter().filter(|w| starts_high(w)).filter_map(|w| w.chars().next()).collect(),
        acronym,
        class: of_happening(&head),
        share: pile.count(&head) / pile.n_documents,
        whole: pile.vector(mention, 0, sentence.words.len()),
        around: pile.vector(mention, first.saturating_sub(N_AROUND), last + 1 + N_AROUND),
        before: pile.vector(mention, first.saturating_sub(N_BESIDE), first),
        after: pile.vector(mention, last + 1, last + 1 + N_BESIDE),
        head,
    }
}

fn is_all_capitals(word: &str) -> bool {
    word.contains(char::is_uppercase) && !word.contains(char::is_lowercase)
}

/// The words without prepositions and determiners before them and without a possessive's mark.
fn core(lower: &[String]) -> Vec<String> {
    let is_before = |w: &String| is_preposition(w) || is_determiner(w);
    let skipped = lower.iter().take(lower.len() - 1).take_while(|w| is_before(w)).count();
    let rest = &lower[skipped..];
    let bare: Vec<String> = rest.iter().filter(|w| !matches!(w.as_str(), "'s" | "'")).cloned().collect();
    if bare.is_empty() { rest.to_vec() } else { bare }
}

/// A verb before its particle ("take over"), else the noun at the end, unless the first word is a participle.
fn head_of_happening(core: &[String]) -> String {
    let content: Vec<&String> = core.iter().filter(|w| !is_function_word(w)).collect();
    let content = if content.is_empty() { core.iter().collect() } else { content };
    let (first, last) = (content[0], content[content.len() - 1]);
    let ends_small = core.last().is_some_and(|w| is_preposition(w) || is_particle(w));
    let is_verb_first = (core.len() > 1 && ends_small) || first.ends_with("ed") || first.ends_with("ing");
    stem(if is_verb_first { first } else { last })
}

/// The last word before a preposition, comma or relative pronoun.
fn head_of_thing(core: &[String]) -> String {
    let is_end = |w: &String| is_preposition(w) || matches!(w.as_str(), "," | "(" | "who" | "which" | "that");
    let end = core.iter().skip(1).position(is_end).map_or(core.len(), |at| at + 1);
    stem(&core[end - 1])
}
