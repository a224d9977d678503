//! What the tagger knows of single words: Brown clusters and membership in lists of names (`data/names/words.bin`).

use std::sync::LazyLock;

/// What the table says of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Path in the tree of Brown clusters (Brown et al., "Class-based n-gram models of natural language", 1992), first
    /// bit lowest; 0 when the word has none.
    pub(super) cluster: u32,
    /// Lists that hold the word, as bits in the order of `LISTS` in `make_words.py`.
    pub(super) lists: u32,
    /// Row of the word's vector, from 1; 0 when it has none.
    pub(super) row: u16,
    /// Class of the vector, 12 bits: the first 6, 9 and all are ever finer; 0 when the word has none.
    pub(super) class: u16,
}

/// Bits of [`Known::lists`] that features name.
pub(super) const FIRST_NAME: u32 = 1;
const SURNAME: u32 = 1 << 1 | 1 << 2;

/// Whether a lower-cased word is one of the 20,000 commonest surnames of the United States.
pub(in crate::mention) fn is_surname(lower: &str) -> bool {
    TABLE.find(lower).is_some_and(|i| TABLE.lists[i] & SURNAME != 0)
}

/// FNV-1a with its bits mixed; the same function as `word_hash` in `make_words.py`.
pub(in crate::mention) fn word_hash(word: &str) -> u32 {
    let mut hash = word.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^ hash >> 12
}

/// What the table says of a word as written; `lower` is its lower-cased form.
pub(super) fn known(word: &str, lower: &str) -> Known {
    let table = &*TABLE;
    let lists = table.find(lower.trim_end_matches('.')).map_or(0, |i| table.lists[i]);
    let mut cluster = table.cluster(word);
    if cluster == 0 && word != lower {
        // "OTTAWA": the cluster of "Ottawa", else of the common noun.
        cluster = Some(table.cluster(&capitalised(lower)))
            .filter(|&c| c != 0)
            .unwrap_or_else(|| table.cluster(lower));
    }
    let (row, class) = CLASSES.find(lower);
    Known { cluster, lists, row, class }
}

/// Class of a lower-cased word by its vector, as in [`Known::class`].
pub(in crate::mention) fn class_of(lower: &str) -> u16 {
    CLASSES.find(lower).1
}

/// Classes of words by their vectors (`data/names/classes.bin`).
struct Classes {
    codes: Vec<u16>,
    hashes: Vec<u32>,
    rows: Vec<u16>,
}

static CLASSES: LazyLock<Classes> = LazyLock::new(Classes::load);

impl Classes {
    fn load() -> Self {
        let bytes: &'static [u8] = include_bytes!("../../../../../data/names/classes.bin");
        let rest = bytes.strip_prefix(b"RSHMNV01").expect("the table's format is this one");
        let count = |bytes: &'static [u8]| -> (usize, &'static [u8]) {
            let (count, rest) = bytes.split_first_chunk::<4>().expect("a count");
            (u32::from_le_bytes(*count) as usize, rest)
        };
        let halves = |bytes: &[u8]| -> Vec<u16> {
            bytes.as_chunks::<2>().0.iter().map(|&b| u16::from_le_bytes(b)).collect()
        };
        let (n, rest) = count(rest);
        let (codes, rest) = rest.split_at(2 * n);
        let (n, rest) = count(rest);
        let (hashes, rows) = rest.split_at(4 * n);
        let hashes = hashes.as_chunks::<4>().0.iter().map(|&b| u32::from_le_bytes(b)).collect();
        Self { codes: halves(codes), hashes, rows: halves(rows) }
    }

    fn find(&self, lower: &str) -> (u16, u16) {
        let Ok(i) = self.hashes.binary_search(&word_hash(lower)) else { return (0, 0) };
        let row = self.rows[i];
        (row + 1, self.codes[usize::from(row)] + 1)
    }
}

fn capitalised(lower: &str) -> String {
    let mut chars = lower.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

struct Table {
    paths: Vec<u32>,
    hashes: Vec<u32>,
    clusters: Vec<u16>,
    lists: Vec<u32>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::load);

impl Table {
    fn load() -> Self {
        let bytes: &'static [u8] = include_bytes!("../../../../../data/names/words.bin");
        let mut rest = bytes.strip_prefix(b"RSHMNW02").expect("the table's format is this one");
        let mut words = |n: Option<usize>| -> Vec<u32> {
            let n = n.unwrap_or_else(|| {
                let (count, after) = rest.split_first_chunk::<4>().expect("a count");
                rest = after;
                u32::from_le_bytes(*count) as usize
            });
            let (taken, after) = rest.split_at(4 * n);
            rest = after;
            taken.as_chunks::<4>().0.iter().map(|&b| u32::from_le_bytes(b)).collect()
        };
        let (paths, hashes) = (words(None), words(None));
        let halves = |bytes: &[u8]| bytes.as_chunks::<2>().0.iter().map(|&b| u16::from_le_bytes(b)).collect();
        let (clusters, lists) = rest.split_at(2 * hashes.len());
        let lists = lists.as_chunks::<4>().0.iter().map(|&b| u32::from_le_bytes(b)).collect();
        Self { paths, clusters: halves(clusters), lists, hashes }
    }

    fn find(&self, word: &str) -> Option<usize> {
        self.hashes.binary_search(&word_hash(word)).ok()
    }

    fn cluster(&self, word: &str) -> u32 {
        self.find(word).map_or(0, |i| self.paths[usize::from(self.clusters[i])])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_share_a_cluster_and_lists_go_by_lower_case() {
        let of = |word: &str| known(word, &word.to_lowercase());
        assert_ne!(of("Vienna").cluster, 0);
        assert_eq!(of("Vienna").cluster, of("VIENNA").cluster);
        assert_eq!(of("Priscilla").lists & FIRST_NAME, FIRST_NAME);
        assert_eq!(of("Xyzzyqua"), Known::default());
    }
}
