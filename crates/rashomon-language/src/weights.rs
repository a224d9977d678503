//! Reading `weights.bin`.

use half::f16;
use half::slice::HalfFloatSliceExt;

/// Reads arrays one after the other, in the order in which `data/model/convert.py` wrote them.
pub(crate) struct Reader {
    rest: &'static [u8],
}

impl Reader {
    pub(crate) fn new() -> Self {
        const MAGIC: &[u8] = b"RSHMEN01";
        let bytes: &'static [u8] = include_bytes!("../../../data/model/weights.bin");
        Self { rest: bytes.strip_prefix(MAGIC).expect("the weight file's format is this one") }
    }

    fn take(&mut self, n_bytes: usize) -> &'static [u8] {
        let (taken, rest) = self.rest.split_at(n_bytes);
        self.rest = rest;
        taken
    }

    /// `n` numbers that were stored as f16.
    pub(crate) fn f16(&mut self, n: usize) -> Vec<f32> {
        let (halves, _) = self.take(2 * n).as_chunks::<2>();
        let halves: Vec<f16> = halves.iter().map(|&bytes| f16::from_le_bytes(bytes)).collect();
        let mut out = vec![0.0; n];
        halves.convert_to_f32_slice(&mut out);
        out
    }

    /// `n` numbers that were stored as f32.
    pub(crate) fn f32(&mut self, n: usize) -> Vec<f32> {
        let (words, _) = self.take(4 * n).as_chunks::<4>();
        words.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect()
    }

    /// Asserts that nothing is left.
    pub(crate) fn finish(self) {
        assert!(self.rest.is_empty(), "{} bytes of weights too many", self.rest.len());
    }
}
