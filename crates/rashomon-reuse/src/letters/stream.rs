//! A text as a stream of letters and digits, and the places of these.

use super::likeness::{NO_LETTER, number};
use super::{RUN, SAMPLED_OF};
use crate::Text;
use crate::pile::{Pile, Sentence};
use rashomon_text::Span;
use std::ops::Range;

/// The letters of a text's sentences, nothing between them.
#[derive(Debug)]
pub(crate) struct Stream {
    /// Each by its [`number`].
    pub(crate) letters: Vec<u8>,
    /// The byte of the text at which each letter stands.
    places: Vec<u32>,
    /// The letters of each sentence.
    pub(crate) sentences: Vec<Range<usize>>,
}

impl Stream {
    pub(crate) fn new(pile: &Pile, texts: &[Text<'_>], text: usize) -> Self {
        let whole = texts[pile.order[text]].text.as_bytes();
        let sentences = &pile.sentences[pile.by_text[text].clone()];
        let room = sentences.iter().map(|sentence| sentence.span.len()).sum();
        let (mut letters, mut places) = (vec![0; room], vec![0; room]);
        let mut end = 0;
        let read = |sentence: &Sentence| {
            let start = end;
            for (at, &byte) in (sentence.span.start() as u32..).zip(&whole[sentence.span.range()]) {
                // Written in any case, and kept or not: which it is cannot be foreseen.
                (letters[end], places[end]) = (number(byte), at);
                end += usize::from(letters[end] != NO_LETTER);
            }
            start..end
        };
        let sentences = sentences.iter().map(read).collect();
        letters.truncate(end);
        places.truncate(end);
        Self { letters, places, sentences }
    }

    /// The sentence that has a letter.
    pub(crate) fn sentence_of(&self, letter: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= letter).min(self.sentences.len().saturating_sub(1))
    }

    /// The text of a range of letters, which is not empty.
    pub(crate) fn span(&self, letters: Range<usize>) -> Span {
        let (first, last) = (self.places[letters.start], self.places[letters.end - 1]);
        Span::new(first as usize, last as usize + 1)
    }
}

/// Writes the hashes of the sampled runs of letters of a text to `hashes`, in their order in the text, and says how many
/// letters it has. The same runs are taken wherever they stand.
pub(crate) fn sampled_runs(pile: &Pile, texts: &[Text<'_>], text: usize, hashes: &mut Vec<u32>) -> usize {
    hashes.clear();
    let whole = texts[pile.order[text]].text.as_bytes();
    let mut runs = Rolling::default();
    for sentence in &pile.sentences[pile.by_text[text].clone()] {
        runs.read(&whole[sentence.span.range()], hashes);
    }
    runs.n_letters
}

/// The last letters read, packed: a letter or digit fits in 6 bits, a run of ten in 60.
#[derive(Default)]
struct Rolling {
    run: u64,
    n_letters: usize,
}

impl Rolling {
    fn read(&mut self, text: &[u8], hashes: &mut Vec<u32>) {
        const MASK: u64 = (1 << (6 * RUN)) - 1;
        let before = hashes.len();
        hashes.resize(before + text.len(), 0);
        let (mut end, mut run, mut n_letters) = (before, self.run, self.n_letters);
        for &byte in text {
            let bits = SIX_BITS[usize::from(byte)];
            let is_letter = bits != NO_LETTER;
            run = if is_letter { ((run << 6) | u64::from(bits)) & MASK } else { run };
            n_letters += usize::from(is_letter);
            let hash = (run.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32;
            // Written in any case, and kept or not: which it is cannot be foreseen.
            hashes[end] = hash;
            end += usize::from(is_letter & hash.is_multiple_of(SAMPLED_OF) & (n_letters >= RUN));
        }
        (self.run, self.n_letters) = (run, n_letters);
        hashes.truncate(end);
    }
}

/// The lower six bits of a letter, of either case, or a digit. A digit has those of a letter too: good enough to propose.
static SIX_BITS: [u8; 256] = {
    let mut bits = [NO_LETTER; 256];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_alphanumeric() {
            bits[byte] = (byte as u8).to_ascii_lowercase() & 0x3f;
        }
        byte += 1;
    }
    bits
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_runs_are_sampled_alike() {
        let runs = |text: &str| {
            let mut hashes = Vec::new();
            Rolling::default().read(text.as_bytes(), &mut hashes);
            hashes
        };
        let (a, b) = (runs("The bearing cracked under load."), runs("xx: thebearing CRACKED under-load y"));
        assert!(!a.is_empty() && a.iter().all(|hash| b.contains(hash)));
    }
}
