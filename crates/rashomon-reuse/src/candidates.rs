//! Which sentences are worth comparing.
//!
//! An inverted index over rare stems and winnowed word 4-grams (Schleimer, Wilkerson and Aiken, "Winnowing: local
//! algorithms for document fingerprinting", 2003). Equal sentences are indexed once, so that a story reprinted
//! hundreds of times is no frequent feature.

use crate::Options;
use crate::pile::{Class, Pile, Token};
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};
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
    let copies = Copies::new(pile);
    let postings = Postings::new(pile, &copies, options.postings_max);
    let of_block = |start: usize| {
        let end = (start + SENTENCES_PER_BLOCK).min(copies.len());
        let mut pairs = Vec::new();
        for i in start..end {
            push_products(pile, copies.of(i), copies.of(i), &mut pairs);
        }
        proposed(&postings, start..end, copies.len(), options, |i, j| {
            push_products(pile, copies.of(i), copies.of(j), &mut pairs);
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
    let enough = options.candidate_weight_min;
    // Of each later sentence whether it was met already: most are met once only, and then looked at no further.
    let (mut once, mut taken) =
        (vec![0_u64; (n - first).div_ceil(64)], vec![0_u64; (n - first).div_ceil(64)]);
    let place = |j: u32| ((j as usize - first) / 64, 1_u64 << ((j as usize - first) % 64));
    let mut met = Vec::new();
    for i in block {
        let mut n_met = 0;
        for posting in postings.of_sentence(i) {
            let (later, alone) = (postings.later(posting), posting.weight >= enough);
            if met.len() < n_met + later.len() {
                met.resize(n_met + later.len(), 0);
            }
            let room = &mut met[n_met..n_met + later.len()];
            let mut n = 0;
            for &j in later {
                let (word, bit) = place(j);
                let seen = &mut once[word];
                // Written in any case, and kept or not: which it is cannot be foreseen.
                room[n] = j;
                n += usize::from(alone | (*seen & bit != 0));
                *seen |= bit;
            }
            n_met += n;
        }
        for posting in postings.of_sentence(i) {
            postings.later(posting).iter().for_each(|&j| once[place(j).0] = 0);
        }
        for &j in &met[..n_met] {
            let (word, bit) = place(j);
            if taken[word] & bit == 0 && postings.shared_weight(i, j as usize) >= enough {
                take(i, j as usize);
            }
            taken[word] |= bit;
        }
        met[..n_met].iter().for_each(|&j| taken[place(j).0] = 0);
    }
}

fn sort_pairs(pile: &Pile, pairs: &mut Vec<(u32, u32)>) {
    let text = |i: u32| u64::from(pile.sentences[i as usize].text);
    let mut keyed: Vec<(u64, (u32, u32))> =
        pairs.drain(..).map(|(s, t)| (text(s) << 32 | text(t), (s, t))).collect();
    keyed.par_sort_unstable();
    keyed.dedup();
    pairs.extend(keyed.into_iter().map(|(_, pair)| pair));
}

/// Sentences with the same words, grouped, in order of their first.
struct Copies {
    sentences: Vec<u32>,
    /// Start of each group, and the end of the last.
    starts: Vec<u32>,
}

impl Copies {
    fn new(pile: &Pile) -> Self {
        let n = pile.sentences.len();
        let mut group_of: Vec<u32> = Vec::with_capacity(n);
        let mut firsts: Vec<u32> = Vec::new();
        // Of each hash the last group, and of each group the one before with its hash.
        let mut last: FxHashMap<u64, u32> = FxHashMap::with_capacity_and_hasher(n, FxBuildHasher);
        let mut before: Vec<u32> = Vec::new();
        for (i, sentence) in pile.sentences.iter().enumerate() {
            let latest = last.entry(sentence.hash).or_insert(NO_GROUP);
            let mut group = *latest;
            while group != NO_GROUP && !pile.are_equal(firsts[group as usize] as usize, i) {
                group = before[group as usize];
            }
            if group == NO_GROUP {
                group = index(firsts.len());
                firsts.push(index(i));
                before.push(std::mem::replace(latest, group));
            }
            group_of.push(group);
        }
        let (starts, sentences) = grouped(firsts.len(), &group_of);
        Self { sentences, starts }
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The sentences of a group.
    fn of(&self, group: usize) -> &[u32] {
        &self.sentences[self.starts[group] as usize..self.starts[group + 1] as usize]
    }
}

const NO_GROUP: u32 = u32::MAX;

/// The places of all members of `n` groups: where each group begins, with the end of the last, and the members, ascending.
fn grouped(n: usize, group_of: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; n + 1];
    group_of.iter().for_each(|&group| starts[group as usize + 1] += 1);
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    let mut next = starts.clone();
    let mut members = vec![0; group_of.len()];
    for (member, &group) in group_of.iter().enumerate() {
        members[next[group as usize] as usize] = index(member);
        next[group as usize] += 1;
    }
    (starts, members)
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

/// Adds the winnowed hashes of all 4-grams with two words that are no function words, each once, ascending.
/// `hashes` is scratch space.
fn fingerprints(tokens: &[Token], hashes: &mut Vec<u32>, kept: &mut Vec<u32>) {
    let telling = |gram: &[Token]| gram.iter().filter(|t| t.class != Class::Stop).count() >= 2;
    hashes.clear();
    hashes.extend(tokens.windows(GRAM).filter(|gram| telling(gram)).map(|gram| {
        let mut hasher = FxHasher::default();
        gram.iter().for_each(|t| t.form.hash(&mut hasher));
        (hasher.finish() >> 32) as u32 | HASHED
    }));
    let windows = hashes.windows(WINDOW.min(hashes.len()).max(1));
    kept.clear();
    kept.extend(windows.filter_map(|window| window.iter().min().copied()));
    kept.sort_unstable();
    kept.dedup();
}

/// All hashes have the top bit.
const HASHED: u32 = 1 << 31;

/// Which sentences share which feature: a stem, or a 4-gram. Sentences are named by their places among the [`Copies`].
struct Postings {
    /// The sentences of each feature that at least two have and not too many, ascending, feature after feature.
    sentences: Vec<u32>,
    /// The features of each sentence, sentence after sentence: stems first, ascending.
    postings: Vec<Posting>,
    /// Start of each sentence's postings, and the end of the last.
    starts: Vec<u32>,
}

/// A feature of a sentence.
#[derive(Clone, Copy, Debug, Default)]
struct Posting {
    /// The sentences after this one that have it, as a range of [`Postings::sentences`].
    next: u32,
    end: u32,
    weight: f32,
}

impl Postings {
    fn new(pile: &Pile, copies: &Copies, postings_max: usize) -> Self {
        let stems = |i: usize| {
            let first = &pile.sentences[copies.of(i)[0] as usize];
            pile.bag_of(first).iter().map(|&(stem, _)| stem as usize)
        };
        let is_kept = |n: usize| n >= 2 && n <= postings_max;
        let mut n_with = vec![0_u32; pile.stem_weights.len()];
        (0..copies.len()).flat_map(stems).for_each(|stem| n_with[stem] += 1);
        // Of each kept stem the next free place among the sentences, and the last.
        let mut places = vec![(0, 0); n_with.len()];
        let mut end = 0;
        for (place, &n) in places.iter_mut().zip(&n_with).filter(|(_, n)| is_kept(**n as usize)) {
            *place = (end, end + n);
            end += n;
        }
        let mut grams = gram_entries(pile, copies);
        sort_by_feature(&mut grams);
        let by_gram = || grams.chunk_by(|a, b| a >> 32 == b >> 32).filter(|group| is_kept(group.len()));

        let mut starts = vec![0; copies.len() + 1];
        for i in 0..copies.len() {
            starts[i + 1] += index(stems(i).filter(|&stem| places[stem].1 > 0).count());
        }
        by_gram().flatten().for_each(|&entry| starts[entry as u32 as usize + 1] += 1);
        for i in 0..copies.len() {
            starts[i + 1] += starts[i];
        }
        let mut slots = starts.clone();
        let mut postings = vec![Posting::default(); starts[copies.len()] as usize];
        let mut push = |sentence: usize, posting: Posting| {
            postings[slots[sentence] as usize] = posting;
            slots[sentence] += 1;
        };
        let mut sentences = vec![0; end as usize];
        for i in 0..copies.len() {
            for stem in stems(i) {
                let (place, end) = &mut places[stem];
                if *end == 0 {
                    continue;
                }
                sentences[*place as usize] = index(i);
                *place += 1;
                // A stem can be a name here and a word there: the heavier reading counts.
                push(i, Posting { next: *place, end: *end, weight: pile.stem_weights[stem] });
            }
        }
        for group in by_gram() {
            let end = index(sentences.len() + group.len());
            for &entry in group {
                sentences.push(entry as u32);
                let next = index(sentences.len());
                push(entry as u32 as usize, Posting { next, end, weight: GRAM_WEIGHT });
            }
        }
        Self { sentences, postings, starts }
    }

    fn of_sentence(&self, sentence: usize) -> &[Posting] {
        &self.postings[self.starts[sentence] as usize..self.starts[sentence + 1] as usize]
    }

    /// The weight of the features that two sentences share. A feature is told by where its sentences end, which ascends.
    fn shared_weight(&self, i: usize, j: usize) -> f32 {
        let (x, y) = (self.of_sentence(i), self.of_sentence(j));
        let (mut at, mut sum) = (0, 0.0);
        for posting in x {
            while y.get(at).is_some_and(|other| other.end < posting.end) {
                at += 1;
            }
            if y.get(at).is_some_and(|other| other.end == posting.end) {
                sum += posting.weight;
            }
        }
        sum
    }

    /// The later sentences that have a feature.
    fn later(&self, posting: &Posting) -> &[u32] {
        &self.sentences[posting.next as usize..posting.end as usize]
    }
}

/// The 4-grams of all sentences: a gram in the upper half of each number, a sentence in the lower; by sentence.
fn gram_entries(pile: &Pile, copies: &Copies) -> Vec<u64> {
    let of_block = |start: usize| {
        let (mut entries, mut hashes, mut kept) = (Vec::new(), Vec::new(), Vec::new());
        for i in start..(start + SENTENCES_PER_BLOCK).min(copies.len()) {
            fingerprints(pile.tokens_of(copies.of(i)[0] as usize), &mut hashes, &mut kept);
            entries.extend(kept.iter().map(|&gram| u64::from(gram) << 32 | i as u64));
        }
        entries
    };
    let starts: Vec<usize> = (0..copies.len()).step_by(SENTENCES_PER_BLOCK).collect();
    let blocks: Vec<Vec<u64>> = starts.into_par_iter().map(of_block).collect();
    blocks.concat()
}

/// Sorts by the upper half of the numbers, and leaves those that are equal there in their order: digit by digit, the last
/// first.
fn sort_by_feature(entries: &mut Vec<u64>) {
    const BITS: u32 = 11;
    let mut sorted = vec![0; entries.len()];
    for shift in [32, 32 + BITS, 32 + 2 * BITS] {
        let digit = |entry: u64| (entry >> shift) as usize & ((1 << BITS) - 1);
        let mut places = vec![0; (1 << BITS) + 1];
        entries.iter().for_each(|&entry| places[digit(entry) + 1] += 1);
        for i in 1..places.len() {
            places[i] += places[i - 1];
        }
        for &entry in &*entries {
            let place: &mut usize = &mut places[digit(entry)];
            sorted[*place] = entry;
            *place += 1;
        }
        std::mem::swap(entries, &mut sorted);
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
        let stems =
            |i: usize| pile.bag_of(&pile.sentences[i]).iter().map(|&(stem, _)| stem).collect::<Vec<_>>();
        let grams = |i: usize| {
            let mut own = Vec::new();
            fingerprints(pile.tokens_of(i), &mut Vec::new(), &mut own);
            own
        };
        let mut pairs = Vec::new();
        for s in 0..n {
            for t in s + 1..n {
                if pile.sentences[s].text == pile.sentences[t].text {
                    continue;
                }
                let forms = |i: usize| pile.tokens_of(i).iter().map(|t| t.form).collect::<Vec<_>>();
                let shared =
                    |own: Vec<u32>, other: Vec<u32>| own.into_iter().filter(move |f| other.contains(f));
                let stems = shared(stems(s), stems(t)).map(|stem| pile.stem_weights[stem as usize]);
                let grams = shared(grams(s), grams(t)).map(|_| GRAM_WEIGHT);
                let weight: f32 = stems.chain(grams).sum();
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
