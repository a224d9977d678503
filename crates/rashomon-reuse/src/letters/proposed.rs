//! Which pairs of texts, one of them misread, are worth comparing letter by letter.

use super::{rank, stream};
use crate::Text;
use crate::pile::Pile;
use rayon::prelude::*;

/// A run that stands in more texts than this proposes nothing.
const TEXTS_MAX: usize = 300;

/// Sampled runs that two texts must share, at least and as a share of the letters of the shorter text.
const SHARED_MIN: u32 = 4;
const SHARED_SHARE_MIN: f32 = 0.02;

/// Pairs of texts by rank, one misread, with enough sampled runs in common; the lower first, sorted.
pub(super) fn proposed(pile: &Pile, texts: &[Text<'_>], misread: &[u32]) -> Vec<(u32, u32)> {
    let index = Runs::new(pile, texts, misread);
    let partners = |counts: &mut Counts, text: usize| {
        let n_letters = stream::sampled_runs(pile, texts, text, &mut counts.hashes);
        counts.count(&index);
        let mut partners = Vec::new();
        for &other in &counts.met {
            let (other, n) = (other as usize, std::mem::take(&mut counts.shared[other as usize]));
            let shorter = n_letters.min(index.lengths[other]) as f32;
            let (own, other) = (rank(text), misread[other]);
            if other != own && n >= SHARED_MIN && n as f32 >= SHARED_SHARE_MIN * shorter {
                partners.push((own.min(other), own.max(other)));
            }
        }
        partners
    };
    let counts = || Counts { shared: vec![0; misread.len()], ..Counts::default() };
    let texts = (0..pile.by_text.len()).into_par_iter();
    let mut pairs: Vec<(u32, u32)> = texts.map_init(counts, partners).flatten_iter().collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// How many runs a text shares with each misread one.
#[derive(Default)]
struct Counts {
    /// The sampled runs of the text.
    hashes: Vec<u32>,
    /// Room to tell which of them were met already: an open table, half empty.
    seen: Vec<u32>,
    /// The texts of each, as ranges of [`Runs::texts`].
    found: Vec<(u32, u32)>,
    /// The misread texts that have one of them.
    met: Vec<u32>,
    /// How many each has; zeros between texts.
    shared: Vec<u32>,
}

impl Counts {
    fn count(&mut self, index: &Runs) {
        let mut n_known = 0;
        for at in 0..self.hashes.len() {
            let hash = self.hashes[at];
            // Moved in any case, and kept or not: which it is cannot be foreseen.
            self.hashes[n_known] = hash;
            n_known += usize::from(index.may_have(hash));
        }
        self.hashes.truncate(n_known);
        self.seen.clear();
        self.seen.resize((2 * n_known).next_power_of_two().max(16), NO_HASH);
        self.met.clear();
        let mut n_met = 0;
        self.met.resize(self.shared.len() + 1, 0);
        // All looked up before any is followed: so the memory is asked for many at a time.
        let seen = &mut self.seen;
        self.found.clear();
        self.found
            .extend(self.hashes.iter().filter(|hash| is_new(seen, **hash)).map(|&hash| index.found(hash)));
        for &(start, end) in &self.found {
            for &text in &index.texts[start as usize..end as usize] {
                let shared = &mut self.shared[text as usize];
                self.met[n_met] = text;
                n_met += usize::from(*shared == 0);
                *shared += 1;
            }
        }
        self.met.truncate(n_met);
    }
}

/// Sampled hashes are multiples of more than one.
const NO_HASH: u32 = u32::MAX;

/// Whether a hash was not in the table of those seen, to which it is added.
fn is_new(seen: &mut [u32], hash: u32) -> bool {
    let mask = seen.len() - 1;
    let mut at = (hash >> 8) as usize & mask;
    while seen[at] != hash && seen[at] != NO_HASH {
        at = (at + 1) & mask;
    }
    std::mem::replace(&mut seen[at], hash) == NO_HASH
}

/// Which misread texts have which run of letters. Texts are named by their place among the misread ones.
struct Runs {
    /// Bits for the hashes: most runs are told at once to be in no misread text.
    known: Vec<u64>,
    /// The hashes, each with where its texts begin and end: an open table, half empty.
    slots: Vec<Slot>,
    texts: Vec<u32>,
    /// The letters of each text.
    lengths: Vec<usize>,
}

#[derive(Clone, Copy)]
struct Slot {
    hash: u32,
    start: u32,
    end: u32,
}

/// Bits in [`Runs::known`] for each hash, at least.
const BITS_PER_HASH: usize = 16;

impl Runs {
    fn new(pile: &Pile, texts: &[Text<'_>], misread: &[u32]) -> Self {
        let read_text = |(place, &text): (usize, &u32)| {
            let mut hashes = Vec::new();
            let n_letters = stream::sampled_runs(pile, texts, text as usize, &mut hashes);
            hashes.sort_unstable();
            hashes.dedup();
            let entries = hashes.iter().map(|&hash| u64::from(hash) << 32 | u64::from(rank(place)));
            (n_letters, entries.collect::<Vec<u64>>())
        };
        let read: Vec<(usize, Vec<u64>)> = misread.par_iter().enumerate().map(read_text).collect();
        let mut runs = Vec::with_capacity(read.iter().map(|(_, own)| own.len()).sum());
        read.iter().for_each(|(_, own)| runs.extend_from_slice(own));
        runs.par_sort_unstable();
        let same_hash = |a: &u64, b: &u64| a >> 32 == b >> 32;
        let n_hashes = runs.chunk_by(same_hash).count().next_power_of_two();
        let mut index = Self {
            known: vec![0; (BITS_PER_HASH * n_hashes.clamp(1 << 8, 1 << 24)) / 64],
            slots: vec![Slot { hash: NO_HASH, start: 0, end: 0 }; 2 * n_hashes],
            texts: Vec::with_capacity(runs.len()),
            lengths: read.iter().map(|(n_letters, _)| *n_letters).collect(),
        };
        for same in runs.chunk_by(same_hash).filter(|same| same.len() <= TEXTS_MAX) {
            index.push((same[0] >> 32) as u32, same);
        }
        index
    }

    fn push(&mut self, hash: u32, runs: &[u64]) {
        let (word, bit) = self.known_bit(hash);
        self.known[word] |= bit;
        let (at, start) = (self.slot(hash), rank(self.texts.len()));
        self.texts.extend(runs.iter().map(|&run| run as u32));
        self.slots[at] = Slot { hash, start, end: rank(self.texts.len()) };
    }

    /// The place of a hash in [`Runs::known`]; the lowest bits are the same in all sampled hashes.
    fn known_bit(&self, hash: u32) -> (usize, u64) {
        let word = (hash >> 8) as usize & (self.known.len() - 1);
        (word, 1 << ((hash >> 2) & 63))
    }

    fn may_have(&self, hash: u32) -> bool {
        let (word, bit) = self.known_bit(hash);
        self.known[word] & bit != 0
    }

    /// Where a hash stands among the slots, or would.
    fn slot(&self, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 4) as usize & mask;
        while self.slots[at].hash != hash && self.slots[at].hash != NO_HASH {
            at = (at + 1) & mask;
        }
        at
    }

    /// The texts with a run, as a range of all; none where so many have it that it tells nothing.
    fn found(&self, hash: u32) -> (u32, u32) {
        let slot = &self.slots[self.slot(hash)];
        (slot.start, slot.end)
    }
}
