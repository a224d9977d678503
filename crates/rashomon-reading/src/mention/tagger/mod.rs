//! A trained tagger of names: person, organisation, place, other name.
//!
//! A linear-chain conditional random field over hashed features (Ratinov and Roth, "Design challenges and misconceptions in
//! named entity recognition", 2009, give most of them), trained by `crates/rashomon-eval/examples/train_names.rs` on open
//! sets; `data/names/README.md` names them and gives its scores.

mod decode;
mod features;
mod register;
mod words;

use crate::ParsedArticle;
use decode::{N_TAGS, Scores};
use features::Features;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

pub(super) use words::{class_of, is_surname, word_hash};

/// Slots for weights in a group.
const WAYS: usize = 4;
/// Slots for weights in all.
const N_SLOTS: usize = WAYS << 16;

/// Tags, slots for the weights of features, and slots in a group.
pub(super) const SIZES: (usize, usize, usize) = (N_TAGS, N_SLOTS, WAYS);

/// What the tagger calls a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// A person.
    Person,
    /// A body: company, party, team, government as an actor.
    Organisation,
    /// Country, town, district, river, building.
    Place,
    /// Another name: product, work, event, law.
    Other,
}

const LABELS: [Label; 4] = [Label::Person, Label::Organisation, Label::Place, Label::Other];

/// A name as the tagger marks it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tagged {
    pub(super) tokens: Range<usize>,
    pub(super) label: Label,
    /// Probability of the least sure of its tokens.
    pub(super) probability: f32,
}

/// The guideline that names of this article are marked by: that of Universal NER, the first in the training sets, or of
/// messages that of WNUT-17, the second.
pub(super) fn guideline(parsed: &ParsedArticle) -> u8 {
    u8::from(register::is_informal(parsed))
}

/// What the tagger finds in an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Tagging {
    /// All names, in text order.
    pub(super) names: Vec<Tagged>,
    /// For every token how likely it is in no name.
    no_name: Vec<f32>,
}

impl Tagging {
    /// How likely a stretch of tokens is no name: the mean over its tokens.
    pub(super) fn no_name(&self, tokens: Range<usize>) -> f32 {
        let all = self.no_name.get(tokens).unwrap_or_default();
        all.iter().sum::<f32>() / all.len().max(1) as f32
    }
}

/// Tags an article. `rules` has for every token a code for what the rules make of it, 0 for nothing.
pub(super) fn tag(parsed: &ParsedArticle, rules: &[u8]) -> Tagging {
    let model = current();
    let features = Features::new(parsed, rules);
    let guideline = guideline(parsed);
    let mut tagging = Tagging { names: Vec::new(), no_name: vec![1.0; parsed.tokens.len()] };
    for sentence in &parsed.sentences {
        let start = sentence.tokens.start;
        let of_tokens = features.of_sentence(&sentence.tokens, guideline);
        if of_tokens.iter().all(Vec::is_empty) {
            continue;
        }
        let scores: Vec<Scores> = of_tokens.iter().map(|f| model.scores(f)).collect();
        let (found, no_name) = decode::best(&scores, &model.changes);
        tagging.no_name[sentence.tokens.clone()].copy_from_slice(&no_name);
        tagging.names.extend(found.into_iter().map(|(first, end, label, probability)| Tagged {
            tokens: start + first..start + end,
            label: LABELS[label],
            probability,
        }));
    }
    tagging
}

/// Feature numbers of all tokens, for training: one list a token, sentence by sentence.
pub(super) fn training_features(parsed: &ParsedArticle, rules: &[u8], convention: u8) -> Vec<Vec<Vec<u32>>> {
    let features = Features::new(parsed, rules);
    parsed.sentences.iter().map(|s| features.of_sentence(&s.tokens, convention)).collect()
}

/// Begin, inside, last, or the only one.
pub(super) fn place_in(range: &Range<usize>, t: usize) -> u8 {
    match (t == range.start, t + 1 == range.end) {
        (true, true) => 3,
        (true, false) => 0,
        (false, true) => 2,
        (false, false) => 1,
    }
}

struct Model {
    scale: f32,
    changes: Vec<f32>,
    /// What is left of the feature's number in each slot, once its group is known; 0 in empty slots, whose weights are 0 too.
    marks: Vec<u16>,
    weights: Cow<'static, [u8]>,
}

/// The weights in use: those of the binary, unless a cross-validation has put others in their place.
static MODEL: LazyLock<RwLock<Arc<Model>>> = LazyLock::new(|| {
    let bytes: &'static [u8] = include_bytes!("../../../../../data/names/weights.bin");
    RwLock::new(Arc::new(Model::load(Cow::Borrowed(bytes)).expect("the weights' format is this one")))
});

fn current() -> Arc<Model> {
    Arc::clone(&MODEL.read().unwrap_or_else(PoisonError::into_inner))
}

/// Puts other weights in the place of the binary's; false when they are not in the format.
pub(super) fn use_weights(bytes: &[u8]) -> bool {
    let Some(model) = Model::load(Cow::Owned(bytes.to_vec())) else { return false };
    *MODEL.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(model);
    true
}

/// Where the weights of a feature may stand: the first of the [`WAYS`] slots of its group, and its mark in them. Together
/// they are the whole number, so that no two features are taken for each other.
pub(super) fn place_of(feature: u32) -> (usize, u16) {
    let mixed = feature.wrapping_mul(0x9e37_79b1);
    ((mixed >> 16) as usize * WAYS, mixed as u16)
}

impl Model {
    /// Format: magic, unit of the weights, scores of changes between tags (little-endian `f32`), a mark of 16 bits for
    /// every slot, a weight of 8 bits for every slot and tag.
    fn load(bytes: Cow<'static, [u8]>) -> Option<Self> {
        const MAGIC: &[u8] = b"RSHMNM02";
        let head = MAGIC.len() + 4 * (1 + N_TAGS * N_TAGS);
        let numbers = bytes.get(..head)?.strip_prefix(MAGIC)?.as_chunks::<4>().0;
        let numbers: Vec<f32> = numbers.iter().map(|&b| f32::from_le_bytes(b)).collect();
        let (&scale, changes) = numbers.split_first()?;
        let after = head + 2 * N_SLOTS;
        let marks =
            bytes.get(head..after)?.as_chunks::<2>().0.iter().map(|&b| u16::from_le_bytes(b)).collect();
        let weights = match bytes {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[after..]),
            Cow::Owned(bytes) => Cow::Owned(bytes[after..].to_vec()),
        };
        let changes = changes.to_vec();
        (weights.len() == N_TAGS * N_SLOTS).then_some(Self { scale, changes, marks, weights })
    }

    fn scores(&self, features: &[u32]) -> Scores {
        let mut sums = [0_i32; N_TAGS];
        for &feature in features {
            let (group, mark) = place_of(feature);
            let Some(way) = self.marks[group..][..WAYS].iter().position(|&m| m == mark) else { continue };
            let row = &self.weights[(group + way) * N_TAGS..][..N_TAGS];
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(weight.cast_signed());
            }
        }
        let mut scores = sums.map(|sum| sum as f32 * self.scale);
        if features.is_empty() {
            // Not looked at: no name.
            scores[0] = NOTHING;
        }
        scores
    }
}

/// Score of "no name" for a token that is not worth looking at.
const NOTHING: f32 = 20.0;
