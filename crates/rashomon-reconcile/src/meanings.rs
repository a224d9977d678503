//! What words mean, as vectors that lie near each other where the words are used alike: "resignation" and "step down",
//! "shooting" and "open fire". Opposites lie near each other too, so likeness alone makes nothing one.
//!
//! Static vectors distilled from a sentence encoder; recipe and table in `data/meanings`. The table is read where it lies: looking
//! up a word costs a binary search, and nothing is loaded.

use rashomon_reading::mention::word_hash;

const TABLE: &[u8] = include_bytes!("../../../data/meanings/vectors.bin");
const MAGIC: &[u8] = b"RSHMNM01";
/// Numbers of a word's vector.
const N_DIMENSIONS: usize = 96;
/// Endings of inflected forms, and what the base form has in their place.
const ENDINGS: &[(&str, &str)] =
    &[("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ied", "y")];
/// Letters of a stem, at least.
const STEM_MIN: usize = 3;

/// The meaning of one or several words; nothing where none of them is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Meaning(Vec<f32>);

impl Meaning {
    /// The mean of the words' vectors, the common ones counting less, of length one. Words in lower case.
    pub(crate) fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut sum = vec![0.0_f32; N_DIMENSIONS];
        for (weight, row) in words.into_iter().filter_map(find) {
            let length = row.iter().map(|&b| f32::from(b.cast_signed()).powi(2)).sum::<f32>().sqrt();
            let scale = f32::from(weight) / length.max(1.0);
            sum.iter_mut().zip(row).for_each(|(s, &b)| *s += scale * f32::from(b.cast_signed()));
        }
        let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
        if length == 0.0 {
            return Self::default();
        }
        sum.iter_mut().for_each(|x| *x /= length);
        Self(sum)
    }

    /// Cosine of the two, -1 to 1; 0 where either is unknown.
    pub(crate) fn likeness(&self, other: &Self) -> f32 {
        self.0.iter().zip(&other.0).map(|(a, b)| a * b).sum()
    }
}

/// Hashes, weights and vectors.
fn parts() -> (&'static [[u8; 4]], &'static [u8], &'static [u8]) {
    let rest = &TABLE[MAGIC.len()..];
    let (count, rest) = rest.split_at(4);
    let n = count.iter().rev().fold(0, |n, &b| n << 8 | usize::from(b));
    let (hashes, rest) = rest.split_at(4 * n);
    let (weights, vectors) = rest.split_at(n);
    (hashes.as_chunks().0, weights, vectors)
}

/// Where the table has exactly this word.
fn at(word: &str) -> Option<usize> {
    let hash = word_hash(word);
    parts().0.binary_search_by(|b| u32::from_le_bytes(*b).cmp(&hash)).ok()
}

/// Weight and vector of a word, else of what it is a form of.
fn find(word: &str) -> Option<(u8, &'static [u8])> {
    let i = at(word).or_else(|| base_forms(word).find_map(|b| at(&b)))?;
    let (_, weights, vectors) = parts();
    Some((weights[i], &vectors[i * N_DIMENSIONS..(i + 1) * N_DIMENSIONS]))
}

/// What an inflected word may be a form of; "rammed" of "ramm" and "ram".
fn base_forms(word: &str) -> impl Iterator<Item = String> + '_ {
    ENDINGS.iter().flat_map(move |&(end, instead)| {
        let stem = word.strip_suffix(end).filter(|s| s.len() >= STEM_MIN);
        let is_doubled = |s: &&str| {
            let mut last = s.chars().rev();
            matches!(end, "ed" | "ing")
                && instead.is_empty()
                && s.len() > STEM_MIN
                && last.next() == last.next()
        };
        let single = stem.filter(is_doubled).and_then(|s| s.get(..s.len() - 1)).map(str::to_owned);
        [stem.map(|s| format!("{s}{instead}")), single].into_iter().flatten()
    })
}

/// The likest of `others`, by how like it is; for tests of what the table knows.
#[cfg(test)]
fn likest<'a>(lemma: &str, others: &[&'a str]) -> Option<&'a str> {
    // "Step down" has a vector of its own.
    let of = Meaning::of([lemma]);
    let likeness = |w: &&str| of.likeness(&Meaning::of([*w]));
    others.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
}

#[cfg(test)]
mod tests {
    use super::{MAGIC, Meaning, TABLE, likest};

    #[test]
    fn the_table_is_of_this_format() {
        assert!(TABLE.starts_with(MAGIC));
        assert_eq!(parts_len(), TABLE.len());
    }

    fn parts_len() -> usize {
        let (hashes, weights, vectors) = super::parts();
        assert_eq!(vectors.len(), weights.len() * super::N_DIMENSIONS);
        MAGIC.len() + 4 + 4 * hashes.len() + weights.len() + vectors.len()
    }

    #[test]
    fn words_that_are_used_alike_lie_near() {
        assert_eq!(likest("kidnap", &["abduct", "repair", "harvest"]), Some("abduct"));
        assert_eq!(likest("step down", &["sink", "resign", "vote"]), Some("resign"));
    }

    #[test]
    fn inflected_forms_are_found() {
        assert_eq!(Meaning::of(["harvested"]), Meaning::of(["harvest"]));
        assert_eq!(Meaning::of(["qqqq"]), Meaning::default());
        assert!(Meaning::of(["qqqq"]).likeness(&Meaning::of(["harvest"])).abs() < f32::EPSILON);
    }
}
