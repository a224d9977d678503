//! Which sentences are worth comparing.
//!
//! An inverted index over rare stems and winnowed word 4-grams (Schleimer, Wilkerson and Aiken, "Winnowing: local
//! algorithms for document fingerprinting", 2003). Equal sentences are indexed once, so that a story reprinted
//! hundreds of times is no frequent feature.

use crate::Options;
use crate::pile::{Class, Pile};
use rayon::prelude::*;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use std::ops::Range;

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
    let postings = Postings::new(pile, &copies, options.postings_max);
    let of_block = |start: usize| {
        let end = (start + SENTENCES_PER_BLOCK).min(copies.len());
        let mut pairs = Vec::new();
        for same in &copies[start..end] {
            push_products(pile, same, same, &mut pairs);
        }
        proposed(&postings, start..end, copies.len(), options, |i, j| {
            push_products(pile, &copies[i], &copies[j], &mut pairs);
        });
        pairs
    };
    let starts: Vec<usize> = (0..copies.len()).step_by(SENTENCES_PER_BLOCK).collect();
    let blocks: Vec<Vec<(u32, u32)>> = starts.into_par_iter().map(of_block).collect();
    let mut pairs = blocks.concat();
    sort_pairs(pile, &mut pairs);
    pairs
}

/// Sentences that are looked up in one go.
const SENTENCES_PER_BLOCK: usize = 20_000;

/// Calls `take` with each sentence of `block` and each later one that shares enough with it.
fn proposed(
    postings: &Postings,
    block: Range<usize>,
    n: usize,
    options: &Options,
    mut take: impl FnMut(usize, usize),
) {
    let first = block.start;
    let mut weights = vec![0.0_f32; n - first];
    let mut touched = Vec::new();
    for i in block {
        for &group in postings.of_sentence(i) {
            let weight = postings.weights[group as usize];
            for &j in postings.later(group, i) {
                let sum = &mut weights[j as usize - first];
                if *sum == 0.0 {
                    touched.push(j);
                }
                *sum += weight;
            }
        }
        for j in touched.drain(..) {
            let sum = std::mem::take(&mut weights[j as usize - first]);
            if sum >= options.candidate_weight_min {
                take(i, j as usize);
            }
        }
    }
}

fn sort_pairs(pile: &Pile, pairs: &mut Vec<(u32, u32)>) {
    let text = |i: u32| pile.sentences[i as usize].text;
    pairs.par_sort_unstable_by_key(|&(s, t)| (text(s), text(t), s, t));
    pairs.dedup();
}

/// Sentences with the same words, grouped, in order of their first.
fn equal_sentences(pile: &Pile) -> Vec<Vec<u32>> {
    let sentences = pile.sentences.iter().enumerate();
    let mut hashed: Vec<(u64, u32)> = sentences.map(|(i, sentence)| (sentence.hash, index(i))).collect();
    hashed.par_sort_unstable();
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for hash in hashed.chunk_by(|x, y| x.0 == y.0) {
        let first = groups.len();
        for &(_, i) in hash {
            match groups[first..].iter().position(|group| pile.are_equal(group[0] as usize, i as usize)) {
                Some(at) => groups[first + at].push(i),
                None => groups.push(vec![i]),
            }
        }
    }
    groups.par_sort_unstable_by_key(|group| group[0]);
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

/// The features of a sentence: its stems, and its winnowed 4-grams (with the top bit set), ascending.
fn features(pile: &Pile, sentence: u32, features: &mut Vec<u32>) {
    features.clear();
    features.extend(pile.sentences[sentence as usize].bag.iter().map(|&(stem, _)| stem));
    fingerprints(pile, sentence as usize, features);
    features.sort_unstable();
    features.dedup();
}

/// The top bit of a feature that is a hash.
const HASHED: u32 = 1 << 31;

fn weight(pile: &Pile, feature: u32) -> f32 {
    // A stem can be a name here and a word there: the heavier reading counts.
    if feature & HASHED == 0 { pile.stem_weights[feature as usize] } else { GRAM_WEIGHT }
}

/// The winnowed hashes of all 4-grams with two words that are no function words.
fn fingerprints(pile: &Pile, sentence: usize, kept: &mut Vec<u32>) {
    let tokens = pile.tokens_of(sentence);
    let telling = |gram: &[crate::pile::Token]| gram.iter().filter(|t| t.class != Class::Stop).count() >= 2;
    let hashes: Vec<u32> = tokens
        .windows(GRAM)
        .filter(|gram| telling(gram))
        .map(|gram| {
            let mut hasher = FxHasher::default();
            gram.iter().for_each(|t| t.form.hash(&mut hasher));
            (hasher.finish() >> 32) as u32 | HASHED
        })
        .collect();
    let windows = hashes.windows(WINDOW.min(hashes.len()).max(1));
    kept.extend(windows.filter_map(|window| window.iter().min().copied()));
}

/// Which sentences have which feature, for features that at least two have.
struct Postings {
    /// Sentences, group after group, ascending.
    sentences: Vec<u32>,
    /// Start of each group, and the end of the last.
    starts: Vec<u32>,
    /// The weight of each group's feature.
    weights: Vec<f32>,
    /// The groups of each sentence, sentence after sentence.
    groups: Vec<u32>,
    /// Start of each sentence's groups, and the end of the last.
    group_starts: Vec<u32>,
}

impl Postings {
    fn new(pile: &Pile, copies: &[Vec<u32>], postings_max: usize) -> Self {
        let all = Self::all(pile, copies);
        let is_kept = |group: &&[u64]| group.len() >= 2 && group.len() <= postings_max;
        let mut postings = Postings {
            sentences: Vec::new(),
            starts: vec![0],
            weights: Vec::new(),
            groups: Vec::new(),
            group_starts: vec![0; copies.len() + 1],
        };
        for group in all.chunk_by(|a, b| a >> 32 == b >> 32).filter(is_kept) {
            for &entry in group {
                postings.sentences.push(entry as u32);
                postings.group_starts[entry as u32 as usize + 1] += 1;
            }
            postings.starts.push(index(postings.sentences.len()));
            postings.weights.push(weight(pile, (group[0] >> 32) as u32));
        }
        drop(all);
        for i in 0..copies.len() {
            postings.group_starts[i + 1] += postings.group_starts[i];
        }
        let mut next = postings.group_starts.clone();
        postings.groups = vec![0; postings.sentences.len()];
        for group in 0..postings.weights.len() {
            for at in postings.starts[group]..postings.starts[group + 1] {
                let slot = &mut next[postings.sentences[at as usize] as usize];
                postings.groups[*slot as usize] = index(group);
                *slot += 1;
            }
        }
        postings
    }

    /// Features and the sentences that have them, sorted: a feature in the upper half of each number, a sentence (the
    /// place of its group of equal ones) in the lower.
    fn all(pile: &Pile, copies: &[Vec<u32>]) -> Vec<u64> {
        let of_block = |(block, sentences): (usize, &[Vec<u32>])| {
            let (mut all, mut own) = (Vec::new(), Vec::new());
            for (k, same) in sentences.iter().enumerate() {
                features(pile, same[0], &mut own);
                let i = block * SENTENCES_PER_BLOCK + k;
                all.extend(own.iter().map(|&feature| u64::from(feature) << 32 | i as u64));
            }
            all
        };
        let blocks: Vec<Vec<u64>> =
            copies.par_chunks(SENTENCES_PER_BLOCK).enumerate().map(of_block).collect();
        let mut all = Vec::with_capacity(blocks.iter().map(Vec::len).sum());
        blocks.into_iter().for_each(|block| all.extend(block));
        all.par_sort_unstable();
        all
    }

    fn of_sentence(&self, sentence: usize) -> &[u32] {
        &self.groups[self.group_starts[sentence] as usize..self.group_starts[sentence + 1] as usize]
    }

    /// The sentences of a group after `sentence`.
    fn later(&self, group: u32, sentence: usize) -> &[u32] {
        let (start, end) = (self.starts[group as usize], self.starts[group as usize + 1]);
        let group = &self.sentences[start as usize..end as usize];
        &group[group.partition_point(|&i| i as usize <= sentence)..]
    }
}

fn index(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
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
        let features = |i: usize| {
            let mut own = Vec::new();
            features(pile, i as u32, &mut own);
            own
        };
        let mut pairs = Vec::new();
        for s in 0..n {
            for t in s + 1..n {
                if pile.sentences[s].text == pile.sentences[t].text {
                    continue;
                }
                let forms = |i: usize| pile.tokens_of(i).iter().map(|t| t.form).collect::<Vec<_>>();
                let (own, other) = (features(s), features(t));
                let shared = own.iter().filter(|f| other.contains(f));
                let weight: f32 = shared.map(|&f| weight(pile, f)).sum();
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
