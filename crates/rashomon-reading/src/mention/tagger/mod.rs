//! A trained tagger of names: person, organisation, place, other name.
//!
//! A linear-chain conditional random field over hashed features (Ratinov and Roth, "Design challenges and misconceptions in
//! named entity recognition", 2009, give most of them), trained by `crates/rashomon-eval/examples/train_names.rs` on open
//! sets; `data/names/README.md` names them and gives its scores.

mod decode;
mod features;
mod words;

use crate::ParsedArticle;
use decode::{N_TAGS, Scores};
use features::Features;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

pub(super) use words::word_hash;

/// Tags, and bits of a feature's number.
pub(super) const SIZES: (usize, u32) = (N_TAGS, features::BITS);

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

/// The guideline that the tagger follows: that of Universal NER, the first in the training sets.
const CONVENTION: u8 = 0;

/// All names, in text order. `rules` has for every token a code for what the rules make of it, 0 for nothing.
pub(super) fn tag(parsed: &ParsedArticle, rules: &[u8]) -> Vec<Tagged> {
    let model = current();
    let features = Features::new(parsed, rules);
    let mut tagged = Vec::new();
    for sentence in &parsed.sentences {
        let start = sentence.tokens.start;
        let of_tokens = features.of_sentence(&sentence.tokens, CONVENTION);
        if of_tokens.iter().all(Vec::is_empty) {
            continue;
        }
        let scores: Vec<Scores> = of_tokens.iter().map(|f| model.scores(f)).collect();
        let found = decode::best(&scores, &model.changes);
        tagged.extend(found.into_iter().map(|(first, end, label, probability)| Tagged {
            tokens: start + first..start + end,
            label: LABELS[label],
            probability,
        }));
    }
    tagged
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

impl Model {
    /// Format: magic, unit of the weights, scores of changes between tags (little-endian `f32`), a weight of 8 bits for
    /// every feature and tag.
    fn load(bytes: Cow<'static, [u8]>) -> Option<Self> {
        const MAGIC: &[u8] = b"RSHMNM01";
        let head = MAGIC.len() + 4 * (1 + N_TAGS * N_TAGS);
        let numbers = bytes.get(..head)?.strip_prefix(MAGIC)?.as_chunks::<4>().0;
        let numbers: Vec<f32> = numbers.iter().map(|&b| f32::from_le_bytes(b)).collect();
        let weights = match bytes {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[head..]),
            Cow::Owned(bytes) => Cow::Owned(bytes[head..].to_vec()),
        };
        let (&scale, changes) = numbers.split_first()?;
        (weights.len() == N_TAGS << features::BITS).then(|| Self {
            scale,
            changes: changes.to_vec(),
            weights,
        })
    }

    fn scores(&self, features: &[u32]) -> Scores {
        let mut sums = [0_i32; N_TAGS];
        for &feature in features {
            let row = &self.weights[feature as usize * N_TAGS..][..N_TAGS];
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
