//! A text as a stream of letters and digits, and the places of these.

use super::{RUN, SAMPLED_OF};
use crate::Text;
use crate::pile::Pile;
use rashomon_text::Span;
use std::ops::Range;

/// The letters of a text's sentences, lower case, nothing between them.
#[derive(Debug)]
pub(crate) struct Stream {
    pub(crate) letters: Vec<u8>,
    /// The byte of the text at which each letter stands.
    places: Vec<u32>,
    /// The letters of each sentence.
    pub(crate) sentences: Vec<Range<usize>>,
}

impl Stream {
    pub(crate) fn new(pile: &Pile, texts: &[Text<'_>], text: usize) -> Self {
        let mut stream = Self { letters: Vec::new(), places: Vec::new(), sentences: Vec::new() };
        let whole = texts[pile.order[text]].text;
        for sentence in &pile.sentences[pile.by_text[text].clone()] {
            let (start, span) = (stream.letters.len(), sentence.span);
            for (at, byte) in
                whole[span.range()].bytes().enumerate().filter(|(_, b)| b.is_ascii_alphanumeric())
            {
                stream.letters.push(byte.to_ascii_lowercase());
                stream.places.push(u32::try_from(span.start() + at).unwrap_or(u32::MAX));
            }
            stream.sentences.push(start..stream.letters.len());
        }
        stream
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
        let mut end = before;
        for byte in text.iter().filter(|b| b.is_ascii_alphanumeric()) {
            self.run = ((self.run << 6) | packed(*byte)) & MASK;
            self.n_letters += 1;
            let hash = (self.run.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32;
            // Written in any case, and kept or not: which it is cannot be foreseen.
            hashes[end] = hash;
            end += usize::from(hash.is_multiple_of(SAMPLED_OF) && self.n_letters >= RUN);
        }
        hashes.truncate(end);
    }
}

/// A letter, of either case, or a digit in 6 bits.
fn packed(byte: u8) -> u64 {
    u64::from(byte.to_ascii_lowercase() & 0x3f)
}

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
