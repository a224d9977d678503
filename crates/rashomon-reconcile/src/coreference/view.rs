//! What is compared of a mention.

use super::classes::{
    is_determiner, is_function_word, is_of_time, is_particle, is_preposition, of_happening, pronoun,
};
use super::stem::stem;
use super::{Kind, Marked, Sentence};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// Words on each side that are a mention's surroundings.
const N_AROUND: usize = 5;
/// Words on each side that are its neighbours.
const N_BESIDE: usize = 4;
/// Least weight of a word of the surroundings, however common it is in the pile.
const WEIGHT_MIN: f64 = 0.3;
/// Sentences from here on count as equally far from the head of the document.
const POSITION_MAX: usize = 6;

/// Weighted words by number, ascending, of length one. Numbers follow the alphabet.
pub(super) type Vector = Vec<(u32, f64)>;

/// A mention as it is compared.
pub(super) struct View {
    pub(super) document: usize,
    pub(super) sentence: usize,
    pub(super) position: f64,
    /// The words without function words before them, lower case.
    pub(super) core: String,
    /// Stem of the word that says what it is.
    pub(super) head: String,
    /// The head's number, where the pile has it as a content word.
    pub(super) head_number: Option<u32>,
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
    /// Stems of content words, in order of the alphabet.
    number: FxHashMap<String, u32>,
    /// In how many documents each stands.
    frequency: Vec<f64>,
    /// For each sentence its words' stems by number; function words and marks have none.
    stems: Vec<Vec<Option<u32>>>,
}

impl Pile {
    fn new(sentences: &[Sentence]) -> Self {
        let mut stem_of: FxHashMap<&str, Option<String>> = FxHashMap::default();
        for word in sentences.iter().flat_map(|s| &s.words) {
            stem_of.entry(word).or_insert_with(|| {
                let is_content = !is_function_word(&word.to_lowercase());
                is_content.then(|| stem(word)).filter(|s| s.bytes().any(|b| b.is_ascii_alphanumeric()))
            });
        }
        let mut all: Vec<&String> = Vec::with_capacity(stem_of.len());
        all.extend(sentences.iter().flat_map(|s| &s.words).filter_map(|w| stem_of[w].as_ref()));
        all.sort_unstable();
        all.dedup();
        let number: FxHashMap<String, u32> = all.into_iter().cloned().zip(0..).collect();
        let numbered = |w: &&str| stem_of[w].as_ref().map(|stem| number[stem]);
        let stems: Vec<Vec<Option<u32>>> =
            sentences.iter().map(|s| s.words.iter().map(numbered).collect()).collect();
        let mut seen: FxHashSet<(usize, u32)> = FxHashSet::default();
        let mut frequency = vec![0.0; number.len()];
        for (sentence, stems) in sentences.iter().zip(&stems) {
            for &stem in stems.iter().flatten().filter(|s| seen.insert((sentence.document, **s))) {
                frequency[stem as usize] += 1.0;
            }
        }
        let mut documents: Vec<usize> = sentences.iter().map(|s| s.document).collect();
        documents.sort_unstable();
        documents.dedup();
        Self { n_documents: documents.len().max(1) as f64, number, frequency, stems }
    }

    /// The words from `low` up to `high`, without the mention's own, weighted by their rarity in the pile.
    fn vector(&self, mention: &Marked, low: usize, high: usize) -> Vector {
        let stems = &self.stems[mention.sentence];
        let positions = (low..high.min(stems.len())).filter(|at| !mention.words.contains(at));
        let mut numbers: Vec<u32> = positions.filter_map(|at| stems[at]).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let rarity = |stem: u32| ((self.n_documents + 1.0) / (self.frequency[stem as usize] + 0.5)).ln();
        let mut vector: Vector = numbers.into_iter().map(|s| (s, rarity(s).max(WEIGHT_MIN))).collect();
        let length = vector.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
        vector.iter_mut().for_each(|(_, w)| *w /= length);
        vector
    }
}

/// What views are made of.
pub(super) struct Viewer {
    kind: Kind,
    pile: Pile,
}

impl Viewer {
    pub(super) fn new(kind: Kind, sentences: &[Sentence]) -> Self {
        Self { kind, pile: Pile::new(sentences) }
    }

    /// A mention of the sentences that the viewer was made of, as it is compared; `None` where its words are not there.
    pub(super) fn view(&self, sentences: &[Sentence], mention: &Marked) -> Option<View> {
        let sentence = sentences.get(mention.sentence)?;
        let words: Option<Vec<&str>> =
            mention.words.iter().map(|&w| sentence.words.get(w).copied().filter(|w| !w.is_empty())).collect();
        let words = words.filter(|w| !w.is_empty())?;
        Some(view(self.kind, &self.pile, sentence, mention, &words))
    }
}

/// The mentions as they are compared.
pub(super) fn views(kind: Kind, sentences: &[Sentence], mentions: &[Marked]) -> Vec<Option<View>> {
    let viewer = Viewer::new(kind, sentences);
    mentions.iter().map(|mention| viewer.view(sentences, mention)).collect()
}

fn view(kind: Kind, pile: &Pile, sentence: &Sentence, mention: &Marked, words: &[&str]) -> View {
    let lower: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    let core = core(&lower);
    let head = match kind {
        Kind::Happening => head_of_happening(&core),
        Kind::Thing => head_of_thing(&core),
    };
    let head_number = pile.number.get(&head).copied();
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
        share: head_number.map_or(0.0, |h| pile.frequency[h as usize]) / pile.n_documents,
        head_number,
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
