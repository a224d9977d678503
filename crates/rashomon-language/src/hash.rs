//! The two hashes of the model.
//!
//! [`murmur64a`] is MurmurHash2, 64-bit variant A, by Austin Appleby (public domain), which spaCy's string store uses with
//! seed 1. [`embed_rows`] is MurmurHash3_x64_128 of one 8-byte key, also by Appleby, which thinc's `HashEmbed` uses.

/// MurmurHash64A with seed 1.
pub(crate) fn murmur64a(data: &[u8]) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    let mut h = 1 ^ (data.len() as u64).wrapping_mul(M);
    let (words, tail) = data.as_chunks::<8>();
    for word in words {
        let mut k = u64::from_le_bytes(*word).wrapping_mul(M);
        k ^= k >> 47;
        h = (h ^ k.wrapping_mul(M)).wrapping_mul(M);
    }
    if !tail.is_empty() {
        let k = tail.iter().rev().fold(0, |k, &byte| k << 8 | u64::from(byte));
        h = (h ^ k).wrapping_mul(M);
    }
    h = (h ^ h >> 47).wrapping_mul(M);
    h ^ h >> 47
}

/// The four rows of an embedding table of `n_rows` rows whose sum stands for `id`.
pub(crate) fn embed_rows(id: u64, seed: u64, n_rows: u32) -> [usize; 4] {
    fn finish(mut h: u64) -> u64 {
        h = (h ^ h >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
        h = (h ^ h >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        h ^ h >> 33
    }
    const KEY_BYTES: u64 = 8;
    let mut h1 = id.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31);
    h1 = h1.wrapping_mul(0x4cf5_ad43_2745_937f) ^ seed ^ KEY_BYTES;
    let mut h2 = seed ^ KEY_BYTES;
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    h1 = finish(h1);
    h2 = finish(h2);
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    [h1, h1 >> 32, h2, h2 >> 32].map(|h| (h as u32 % n_rows) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn string_hash_agrees_with_spacy() {
        assert_eq!(murmur64a("apple".as_bytes()), 8_566_208_034_543_834_098);
    }

    #[test]
    fn rows_lie_in_the_table() {
        for id in [0, 1, u64::MAX, 8_566_208_034_543_834_098] {
            assert!(embed_rows(id, 8, 50).iter().all(|&row| row < 50));
        }
    }
}
