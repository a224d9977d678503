//! How alike two stretches of letters are.

/// Twice the longest common subsequence as a share of both lengths, 0..1. Letters are told by their [`number`]s.
///
/// Bit by bit, 64 letters at a time: H. Hyyrö, "Bit-parallel LCS-length computation revisited" (2004).
pub(crate) fn likeness(a: &[u8], b: &[u8]) -> f32 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let n_words = a.len().div_ceil(64);
    let mut places = vec![[0_u64; N_LETTERS]; n_words];
    for (i, &letter) in a.iter().enumerate() {
        places[i / 64][usize::from(letter)] |= 1 << (i % 64);
    }
    let mut unmatched = vec![u64::MAX; n_words];
    for &letter in b {
        let mut carry = false;
        for (row, places) in unmatched.iter_mut().zip(&places) {
            let matched = *row & places[usize::from(letter)];
            let (sum, first) = row.overflowing_add(matched);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            carry = first || second;
            *row = sum | (*row & !matched);
        }
    }
    let common = (0..a.len()).filter(|i| unmatched[i / 64] >> (i % 64) & 1 == 0).count();
    2.0 * common as f32 / (a.len() + b.len()) as f32
}

/// Letters and digits.
pub(super) const N_LETTERS: usize = 36;

/// What [`number`] gives for anything else.
pub(super) const NO_LETTER: u8 = u8::MAX;

/// The place of a letter, of either case, or a digit among the 36.
pub(super) fn number(byte: u8) -> u8 {
    NUMBERS[usize::from(byte)]
}

static NUMBERS: [u8; 256] = {
    let mut numbers = [NO_LETTER; 256];
    let mut byte = 0;
    while byte < 256 {
        let letter = (byte as u8).to_ascii_lowercase();
        if letter.is_ascii_lowercase() {
            numbers[byte] = letter - b'a';
        } else if letter.is_ascii_digit() {
            numbers[byte] = 26 + letter - b'0';
        }
        byte += 1;
    }
    numbers
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn naive(a: &[u8], b: &[u8]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut diagonal = 0;
            for (j, y) in b.iter().enumerate() {
                let above = row[j + 1];
                row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
                diagonal = above;
            }
        }
        row[b.len()]
    }

    proptest! {
        #[test]
        fn bits_count_as_the_table_does(a in "[a-d]{1,150}", b in "[a-d]{1,150}") {
            let numbers = |text: &str| text.bytes().map(number).collect::<Vec<u8>>();
            let (a, b) = (&numbers(&a)[..], &numbers(&b)[..]);
            let expect = 2.0 * naive(a, b) as f32 / (a.len() + b.len()) as f32;
            prop_assert!((likeness(a, b) - expect).abs() < 1e-6);
        }
    }
}
