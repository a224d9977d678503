//! Copies that were misread: scanned pages, bad conversions. Their words are no words any more, their letters mostly are.
//!
//! Texts with many fragments for words are compared with all others letter by letter, white space and punctuation
//! aside: shared runs of letters propose pairs, and chains of such runs say which part stands where.

mod chain;
mod likeness;
mod proposed;
mod stream;

use crate::PassageKind;
use crate::Text;
use crate::passages::Chosen;
use crate::pile::Pile;
use chain::Chain;
pub(crate) use chain::Places;
use proposed::proposed;
use rashomon_text::Span;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::ops::Range;
pub(crate) use stream::Stream;

/// Letters in a run that proposes a pair: at one letter in seven wrong, one run in five of this length is whole.
const RUN: usize = 10;

/// Of the runs of letters, one in this many is looked up.
const SAMPLED_OF: u32 = 4;

/// Letters in chains from which two texts are linked, at least and as a share of the shorter text's.
const LINKED_MIN: usize = 60;
const LINKED_SHARE_MIN: f32 = 0.25;

/// Letters alike from which a passage is the same with misprints; other words are less alike.
const MISPRINTED_MIN: f32 = 0.8;

/// Share of a sentence's letters in a chain from which it is part of a passage, and from which it is so as a whole.
const PART_MIN: f32 = 0.4;
const WHOLE_MIN: f32 = 0.75;

/// What letters say about the misread texts of a pile.
#[derive(Debug)]
pub(crate) struct Letters {
    streams: FxHashMap<u32, Stream>,
    /// Pairs of texts by rank, the lower first, sorted.
    pub(crate) pairs: Vec<(u32, u32)>,
}

impl Letters {
    /// The pairs of texts, one of them misread at least, that share runs of letters.
    pub(crate) fn new(pile: &Pile, texts: &[Text<'_>]) -> Self {
        let misread: Vec<u32> = (0..pile.by_text.len()).filter(|&i| pile.is_misread(i)).map(rank).collect();
        let pairs = if misread.is_empty() { Vec::new() } else { proposed(pile, texts, &misread) };
        let mut involved: Vec<u32> = pairs.iter().flat_map(|&(a, b)| [a, b]).collect();
        involved.sort_unstable();
        involved.dedup();
        let stream = |&text: &u32| (text, Stream::new(pile, texts, text as usize));
        let streams = involved.par_iter().map(stream).collect::<Vec<_>>().into_iter().collect();
        Self { streams, pairs }
    }

    /// The passages of two texts, sentence by sentence of the misread one; empty when they are not the same letters.
    pub(crate) fn passages(&self, pile: &Pile, (a, b): (usize, usize), places: &mut Places) -> Vec<Chosen> {
        let key = (rank(a.min(b)), rank(a.max(b)));
        if self.pairs.binary_search(&key).is_err() {
            return Vec::new();
        }
        let (Some(x), Some(y)) = (self.streams.get(&rank(a)), self.streams.get(&rank(b))) else {
            return Vec::new();
        };
        let chains = chain::chains(&x.letters, &y.letters, places);
        let linked: usize = chains.iter().map(Chain::length).sum();
        let shorter = x.letters.len().min(y.letters.len());
        if linked < LINKED_MIN || (linked as f32) < LINKED_SHARE_MIN * shorter as f32 {
            return Vec::new();
        }
        let mut chosen: Vec<Chosen> = Vec::new();
        for chain in &chains {
            for s in 0..x.sentences.len() {
                chosen.extend(passage(pile, (x, y), chain, s, (a, b)));
            }
        }
        let weight = |c: &Chosen| c.from.len() as f32;
        let all: f32 = chosen.iter().map(weight).sum();
        let alike: f32 = chosen.iter().map(|c| c.similarity * weight(c)).sum();
        if alike < MISPRINTED_MIN * all { Vec::new() } else { chosen }
    }
}

fn rank(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

/// A sentence of `x` as far as it lies in a chain, with what it is in `y`.
fn passage(
    pile: &Pile,
    (x, y): (&Stream, &Stream),
    chain: &Chain,
    s: usize,
    (a, b): (usize, usize),
) -> Option<Chosen> {
    let sentence = x.sentences[s].clone();
    let inside = chain.in_x.start.max(sentence.start)..chain.in_x.end.min(sentence.end);
    if inside.is_empty() || (inside.len() as f32) < PART_MIN * sentence.len() as f32 {
        return None;
    }
    let other = chain.counterpart(inside.clone());
    if other.is_empty() {
        return None;
    }
    let t = y.sentence_of(other.start + other.len() / 2);
    let similarity = likeness::likeness(&x.letters[inside.clone()], &y.letters[other.clone()]);
    let (s_index, t_index) = (pile.by_text[a].start + s, pile.by_text[b].start + t);
    Some(Chosen {
        s: s_index,
        t: t_index,
        from: span(pile, x, inside, s, s_index),
        to: span(pile, y, other, t, t_index),
        similarity: similarity.min(0.99),
        kept: similarity,
        kind: PassageKind::Edited,
    })
}

/// The text of a range of letters: the whole sentence where it has most of it.
fn span(pile: &Pile, stream: &Stream, letters: Range<usize>, sentence: usize, index: usize) -> Span {
    let own = &stream.sentences[sentence];
    let inside = letters.end.min(own.end).saturating_sub(letters.start.max(own.start));
    let exact = stream.span(letters);
    if inside as f32 >= WHOLE_MIN * own.len() as f32 {
        let whole = pile.sentences[index].span;
        // A sentence that was read as two in one text only.
        if exact.len() < whole.len() + whole.len() / 4 { whole } else { whole.cover(exact) }
    } else {
        exact
    }
}
