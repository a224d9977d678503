//! The sentences of one text beside those of others, as bags of words: all pairs at once.

use crate::align::Likeness;
use crate::pile::Pile;

/// The bags of one text, looked up by stem; and how much its sentences share with those of another.
#[derive(Debug, Default)]
pub(crate) struct Bags {
    text: Option<usize>,
    /// An open table of stems: each with its first entry. As many as a power of two.
    slots: Vec<(u32, u32)>,
    entries: Vec<Entry>,
    /// The weight that each pair of sentences shares, those of the text opened side by side.
    shared: Vec<f32>,
}

/// A stem in a sentence of the text opened.
#[derive(Debug)]
struct Entry {
    sentence: u32,
    weight: f32,
    /// The entry before with the same stem.
    before: u32,
}

const NONE: u32 = u32::MAX;

impl Bags {
    /// Compares all sentences of two texts (by rank). Cheaper where the first is the same as in the last call.
    pub(crate) fn compare(&mut self, pile: &Pile, a: usize, b: usize) {
        if self.text != Some(a) {
            self.open(pile, a);
        }
        let (n_a, others) = (pile.by_text[a].len(), &pile.sentences[pile.by_text[b].clone()]);
        self.shared.clear();
        self.shared.resize(n_a * others.len(), 0.0);
        for (t, other) in others.iter().enumerate() {
            let shared = &mut self.shared[t * n_a..(t + 1) * n_a];
            // Stem after stem in their order, as when two bags are merged: sums come out the same.
            for &(stem, weight) in pile.bag_of(other) {
                let mut at = self.slots[slot_of(&self.slots, stem)].1;
                while let Some(entry) = self.entries.get(at as usize) {
                    shared[entry.sentence as usize] += entry.weight.min(weight);
                    at = entry.before;
                }
            }
        }
    }

    /// How alike two sentences are, of the first and the second text last compared.
    pub(crate) fn likeness(&self, pile: &Pile, (a, b): (usize, usize), s: usize, t: usize) -> Likeness {
        let (in_a, in_b) = (&pile.by_text[a], &pile.by_text[b]);
        let shared = self.shared[(t - in_b.start) * in_a.len() + s - in_a.start];
        Likeness::new(&pile.sentences[s], &pile.sentences[t], shared)
    }

    fn open(&mut self, pile: &Pile, text: usize) {
        let sentences = &pile.sentences[pile.by_text[text].clone()];
        let n: usize = sentences.iter().map(|sentence| sentence.bag.len()).sum();
        self.slots.clear();
        self.slots.resize((2 * n).next_power_of_two().max(16), (NONE, NONE));
        self.entries.clear();
        for (s, sentence) in (0..).zip(sentences) {
            for &(stem, weight) in pile.bag_of(sentence) {
                let slot = slot_of(&self.slots, stem);
                self.entries.push(Entry { sentence: s, weight, before: self.slots[slot].1 });
                self.slots[slot] = (stem, u32::try_from(self.entries.len() - 1).unwrap_or(NONE));
            }
        }
        self.text = Some(text);
    }
}

/// Where a stem stands, or would.
fn slot_of(slots: &[(u32, u32)], stem: u32) -> usize {
    let mask = slots.len() - 1;
    let mut at = (stem.wrapping_mul(0x9e37_79b9) >> 16) as usize & mask;
    while slots[at].0 != stem && slots[at].0 != NONE {
        at = (at + 1) & mask;
    }
    at
}
