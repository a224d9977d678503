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

/// The letters alone.
pub(crate) fn letters_of(pile: &Pile, texts: &[Text<'_>], text: usize, letters: &mut Vec<u8>) {
    letters.clear();
    let whole = texts[pile.order[text]].text;
    for sentence in &pile.sentences[pile.by_text[text].clone()] {
        let bytes = whole[sentence.span.range()].bytes();
        letters.extend(bytes.filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase()));
    }
}

/// Hashes of the sampled runs of letters, each once: the same runs are taken wherever they stand.
pub(crate) fn distinct_runs(letters: &[u8]) -> Vec<u32> {
    // Letters and digits fit in 6 bits, a run of ten in 60.
    const MASK: u64 = (1 << (6 * RUN)) - 1;
    let (mut run, mut hashes) = (0_u64, Vec::new());
    for (i, &letter) in letters.iter().enumerate() {
        run = ((run << 6) | u64::from(letter & 0x3f)) & MASK;
        if i + 1 >= RUN {
            let hash = (run.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32;
            if hash.is_multiple_of(SAMPLED_OF) {
                hashes.push(hash);
            }
        }
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_runs_are_sampled_alike() {
        let a = distinct_runs(b"thebearingcrackedunderload");
        let b = distinct_runs(b"xxthebearingcrackedunderloadyy");
        assert!(!a.is_empty() && a.iter().all(|hash| b.contains(hash)));
    }
}
