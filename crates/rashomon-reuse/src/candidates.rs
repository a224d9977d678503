//! Which sentences are worth comparing.
//!
//! An inverted index over rare stems and winnowed word 4-grams (Schleimer, Wilkerson and Aiken, "Winnowing: local
//! algorithms for document fingerprinting", 2003). Equal sentences are indexed once, so that a story reprinted
//! hundreds of times is no frequent feature.

use crate::Options;
use crate::pile::{Class, Pile};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// Words in a fingerprint.
const GRAM: usize = 4;

/// Of this many fingerprints in a row at least one is kept: any 7 words in common have one in common.
const WINDOW: usize = 4;

/// A shared 4-gram with two telling words alone makes a candidate.
const GRAM_WEIGHT: f32 = 2.0;

/// In how many texts an equal sentence may stand before its copies are compared with the first one only.
const COPIES_ALL_PAIRS_MAX: usize = 40;

/// Pairs of sentences of different texts, as indexes into [`Pile::sentences`], the one of the lower-ranked text first;
/// sorted by the two texts, then by sentence.
pub(crate) fn candidates(pile: &Pile, options: &Options) -> Vec<(u32, u32)> {
    let copies = equal_sentences(pile);
    let features: Vec<Vec<(u64, f32)>> = copies.iter().map(|same| features(pile, same[0])).collect();
    let postings = Postings::new(&features, options.postings_max);
    let mut pairs = Vec::new();
    for same in &copies {
        push_products(pile, same, same, &mut pairs);
    }
    let mut weights = vec![0.0_f32; copies.len()];
    let mut touched = Vec::new();
    for i in 0..copies.len() {
        for &group in &postings.of_sentence[i] {
            let weight = postings.weights[group as usize];
            for &j in postings.later(group, i) {
                if weights[j as usize] == 0.0 {
                    touched.push(j);
                }
                weights[j as usize] += weight;
            }
        }
        for j in touched.drain(..) {
            if weights[j as usize] >= options.candidate_weight_min {
                push_products(pile, &copies[i], &copies[j as usize], &mut pairs);
            }
            weights[j as usize] = 0.0;
        }
    }
    sort_pairs(pile, &mut pairs);
    pairs
}

fn sort_pairs(pile: &Pile, pairs: &mut Vec<(u32, u32)>) {
    let text = |i: u32| pile.sentences[i as usize].text;
    pairs.sort_unstable_by_key(|&(s, t)| (text(s), text(t), s, t));
    pairs.dedup();
}

/// Sentences with the same words, grouped, in order of their first.
fn equal_sentences(pile: &Pile) -> Vec<Vec<u32>> {
    let mut index: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for i in 0..pile.sentences.len() {
        let forms: Vec<u32> = pile.tokens_of(i).iter().map(|t| t.form).collect();
        let group = *index.entry(forms).or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(u32::try_from(i).unwrap_or(u32::MAX));
    }
    groups
}

fn push_products(pile: &Pile, left: &[u32], right: &[u32], pairs: &mut Vec<(u32, u32)>) {
    let text = |i: u32| pile.sentences[i as usize].text;
    let all = left.len() <= COPIES_ALL_PAIRS_MAX && right.len() <= COPIES_ALL_PAIRS_MAX;
    for (a, &s) in left.iter().enumerate() {
        for (b, &t) in right.iter().enumerate() {
            if text(s) != text(t) && (all || a == 0 || b == 0) {
                pairs.push(if text(s) < text(t) { (s, t) } else { (t, s) });
            }
        }
    }
}

/// The features of a sentence: its stems, and its winnowed 4-grams, each with a weight.
fn features(pile: &Pile, sentence: u32) -> Vec<(u64, f32)> {
    let sentence = sentence as usize;
    let mut features: Vec<(u64, f32)> =
        pile.sentences[sentence].bag.iter().map(|&(stem, weight)| (u64::from(stem), weight)).collect();
    features.extend(fingerprints(pile, sentence).into_iter().map(|hash| (hash, GRAM_WEIGHT)));
    features.sort_by_key(|(feature, _)| *feature);
    features.dedup_by_key(|(feature, _)| *feature);
    features
}

/// The winnowed hashes of all 4-grams with two words that are no function words; the top bit is set.
fn fingerprints(pile: &Pile, sentence: usize) -> Vec<u64> {
    let tokens = pile.tokens_of(sentence);
    let telling = |gram: &[crate::pile::Token]| gram.iter().filter(|t| t.class != Class::Stop).count() >= 2;
    let hashes: Vec<u64> = tokens
        .windows(GRAM)
        .filter(|gram| telling(gram))
        .map(|gram| {
            let mut hasher = FxHasher::default();
            gram.iter().for_each(|t| t.form.hash(&mut hasher));
            hasher.finish() | 1 << 63
        })
        .collect();
    let mut kept: Vec<u64> = hashes
        .windows(WINDOW.min(hashes.len()).max(1))
        .filter_map(|window| window.iter().min().copied())
        .collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}

/// Which sentences have which feature.
struct Postings {
    /// Sentences, group after group, ascending.
    sentences: Vec<u32>,
    /// Start of each group, and the end of the last.
    starts: Vec<usize>,
    /// The weight of each group's feature.
    weights: Vec<f32>,
    /// The groups of each sentence.
    of_sentence: Vec<Vec<u32>>,
}

impl Postings {
    fn new(features: &[Vec<(u64, f32)>], postings_max: usize) -> Self {
        let mut all: Vec<(u64, u32, f32)> = Vec::new();
        for (i, features) in features.iter().enumerate() {
            let i = u32::try_from(i).unwrap_or(u32::MAX);
            all.extend(features.iter().map(|&(feature, weight)| (feature, i, weight)));
        }
        all.sort_unstable_by_key(|&(feature, i, _)| (feature, i));
        let mut postings = Postings {
            sentences: Vec::new(),
            starts: vec![0],
            weights: Vec::new(),
            of_sentence: vec![Vec::new(); features.len()],
        };
        for group in all.chunk_by(|a, b| a.0 == b.0) {
            if group.len() < 2 || group.len() > postings_max {
                continue;
            }
            let id = u32::try_from(postings.weights.len()).unwrap_or(u32::MAX);
            for &(_, i, _) in group {
                postings.sentences.push(i);
                postings.of_sentence[i as usize].push(id);
            }
            postings.starts.push(postings.sentences.len());
            // A stem can be a name here and a word there: the heavier reading counts.
            postings.weights.push(group.iter().map(|g| g.2).fold(0.0, f32::max));
        }
        postings
    }

    /// The sentences of a group after `sentence`.
    fn later(&self, group: u32, sentence: usize) -> &[u32] {
        let group = &self.sentences[self.starts[group as usize]..self.starts[group as usize + 1]];
        &group[group.partition_point(|&i| i as usize <= sentence)..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;
    use proptest::prelude::*;
    use rashomon_text::Span;

    /// The definition, without an index.
    fn naive(pile: &Pile, options: &Options) -> Vec<(u32, u32)> {
        let n = pile.sentences.len();
        let features: Vec<_> = (0..n).map(|i| features(pile, i as u32)).collect();
        let mut pairs = Vec::new();
        for s in 0..n {
            for t in s + 1..n {
                if pile.sentences[s].text == pile.sentences[t].text {
                    continue;
                }
                let forms = |i: usize| pile.tokens_of(i).iter().map(|t| t.form).collect::<Vec<_>>();
                let weight: f32 = features[s]
                    .iter()
                    .filter(|(f, _)| features[t].iter().any(|(g, _)| f == g))
                    .map(|(f, _)| {
                        let with = features.iter().flatten().filter(|(g, _)| f == g);
                        with.map(|(_, weight)| *weight).fold(0.0, f32::max)
                    })
                    .sum();
                if weight >= options.candidate_weight_min || forms(s) == forms(t) {
                    pairs.push((s as u32, t as u32));
                }
            }
        }
        sort_pairs(pile, &mut pairs);
        pairs
    }

    fn pile_of(articles: &[Vec<Vec<usize>>]) -> Pile {
        const WORDS: [&str; 14] = [
            "The",
            "bearing",
            "cracked",
            "in",
            "Norvik",
            "said",
            "turbine",
            "halted",
            "of",
            "engineers",
            "storm",
            "7",
            "quietly",
            "drifted",
        ];
        let mut owned = Vec::new();
        for (i, sentences) in articles.iter().enumerate() {
            let (mut text, mut spans) = (String::new(), Vec::new());
            for sentence in sentences {
                let start = text.len();
                let words: Vec<&str> = sentence.iter().map(|&w| WORDS[w % WORDS.len()]).collect();
                text.push_str(&words.join(" "));
                spans.push(Span::new(start, text.len()));
                text.push_str(". ");
            }
            owned.push((format!("{i:03}"), text, spans));
        }
        let texts: Vec<Text<'_>> = owned.iter().map(|(id, text, spans)| Text::new(id, text, spans)).collect();
        Pile::new(&texts)
    }

    proptest! {
        #[test]
        fn the_index_finds_what_all_pairs_would(
            articles in prop::collection::vec(
                prop::collection::vec(prop::collection::vec(0_usize..14, 0..12), 0..5), 0..6)
        ) {
            let pile = pile_of(&articles);
            let options = Options { candidate_weight_min: 1.99, ..Options::default() };
            prop_assert_eq!(candidates(&pile, &options), naive(&pile, &options));
        }
    }

    #[test]
    fn frequent_features_propose_nothing() {
        let articles: Vec<_> = (0..6).map(|i| vec![vec![1, 2, 4, 6, 3 + i]]).collect();
        let pile = pile_of(&articles);
        assert!(!candidates(&pile, &Options::default()).is_empty());
        assert!(candidates(&pile, &Options { postings_max: 1, ..Options::default() }).is_empty());
    }
}
