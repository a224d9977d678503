//! Words as numbers, in the order in which they are first met.

use rustc_hash::FxHashMap;

/// Words, each with its number.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    /// An open table of short words, half empty: the letters of each in the lower 96 bits, its number above; zeros are free.
    short: Vec<u128>,
    n_short: usize,
    long: FxHashMap<Box<str>, u32>,
    /// All words, one after the other, and where each ends.
    letters: String,
    ends: Vec<usize>,
}

/// Bytes of a short word.
pub(crate) const SHORT_MAX: usize = 12;

const LETTERS: u128 = (1 << (8 * SHORT_MAX)) - 1;

impl Interner {
    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.letters[start..self.ends[number]]
    }

    /// All words, in the order of their numbers.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.letters[start..end])
    }

    /// The number of a word, which is not empty and has no zero bytes.
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        self.get(word).unwrap_or_else(|| {
            let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            self.letters.push_str(word);
            self.ends.push(self.letters.len());
            self.insert(word, number);
            number
        })
    }

    /// The number of a word that has one.
    pub(crate) fn get(&self, word: &str) -> Option<u32> {
        short(word.as_bytes()).map_or_else(|| self.long.get(word).copied(), |letters| self.get_short(letters))
    }

    /// The same for a short word, given as its letters, the first lowest; of 0 there is none.
    pub(crate) fn get_short(&self, letters: u128) -> Option<u32> {
        let entry = *self.short.get(slot(&self.short, letters)?)?;
        (entry != 0).then_some((entry >> (8 * SHORT_MAX)) as u32)
    }

    /// Gives a word that has no number that of another.
    pub(crate) fn insert(&mut self, word: &str, number: u32) {
        let Some(letters) = short(word.as_bytes()) else {
            self.long.insert(word.into(), number);
            return;
        };
        if 2 * self.n_short >= self.short.len() {
            self.grow();
        }
        if let Some(at) = slot(&self.short, letters) {
            self.short[at] = u128::from(number) << (8 * SHORT_MAX) | letters;
            self.n_short += 1;
        }
    }

    fn grow(&mut self) {
        /// Places of the smallest table.
        const PLACES_MIN: usize = 1 << 10;
        let mut larger = vec![0; (4 * self.short.len()).max(PLACES_MIN)];
        for &entry in self.short.iter().filter(|entry| **entry != 0) {
            if let Some(at) = slot(&larger, entry & LETTERS) {
                larger[at] = entry;
            }
        }
        self.short = larger;
    }
}

fn short(word: &[u8]) -> Option<u128> {
    let mut letters = [0; 16];
    letters[..SHORT_MAX].get_mut(..word.len())?.copy_from_slice(word);
    Some(u128::from_le_bytes(letters))
}

/// Where a short word stands in a table, or would; `None` where there is no room at all.
fn slot(table: &[u128], letters: u128) -> Option<usize> {
    let mask = table.len().checked_sub(1)?;
    let mixed = (letters as u64) ^ ((letters >> 64) as u64).rotate_left(29);
    let mut at = (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
    while table[at] != 0 && table[at] & LETTERS != letters {
        at = (at + 1) & mask;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_numbered_as_they_come() {
        let mut interner = Interner::default();
        let words: Vec<String> = (0..5000).map(|i| format!("{i}{}", "x".repeat(i % 20))).collect();
        for (i, word) in words.iter().enumerate() {
            assert_eq!(interner.number(word), i as u32);
        }
        assert!(words.iter().enumerate().all(|(i, word)| interner.get(word) == Some(i as u32)));
        assert!(interner.words().eq(words.iter().map(String::as_str)));
        assert_eq!((interner.word(7), interner.get("y")), (words[7].as_str(), None));
        interner.insert("y", 3);
        assert_eq!((interner.get("y"), interner.len()), (Some(3), 5000));
    }
}
