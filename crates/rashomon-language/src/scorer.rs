//! The small network that scores the moves of parser and entity recogniser.
//!
//! Its lower layer is linear in the features' vectors, so each token's share is computed once, for every place in
//! the feature list at which it may stand (Chen and Manning, "A fast and accurate dependency parser using neural networks", 2014,
//! section 3.3 "precomputation"; thinc's `PrecomputableAffine`).

use crate::kernels::{LINEAR_PANEL, Linear, Packed, WIDTH, panels, tile};
use crate::weights::Reader;
use pulp::{Arch, Simd};

const HIDDEN: usize = 64;
const PIECES: usize = 2;
/// Sums of the hidden layer before maxout.
pub(crate) const SUMS: usize = PIECES * HIDDEN;

/// A scorer of `FEATURES` features, whose `UPPER` vectors fill a panel of its upper layer.
pub(crate) struct Scorer<const FEATURES: usize, const UPPER: usize> {
    project: Packed,
    lower: Packed,
    padding: Vec<f32>,
    hidden_bias: Vec<f32>,
    upper: Packed,
}

impl<const FEATURES: usize, const UPPER: usize> Scorer<FEATURES, UPPER> {
    pub(crate) fn read(reader: &mut Reader, lanes: usize, n_classes: usize) -> Self {
        let project = (reader.f16(HIDDEN * WIDTH), reader.f32(HIDDEN));
        let lower = reader.f16(FEATURES * SUMS * HIDDEN);
        let padding = reader.f32(FEATURES * SUMS);
        let hidden_bias = reader.f32(SUMS);
        let upper = (reader.f16(n_classes * HIDDEN), reader.f32(n_classes));
        Self {
            project: Packed::linear(lanes, LINEAR_PANEL, WIDTH, &project.0, &project.1),
            lower: Packed::linear(lanes, LINEAR_PANEL, HIDDEN, &lower, &[]),
            padding,
            hidden_bias,
            upper: Packed::linear(lanes, UPPER, HIDDEN, &upper.0, &upper.1),
        }
    }

    /// Appends the 64 projected floats of the rows of 96 at `starts` in `x`.
    pub(crate) fn project(&self, arch: Arch, x: &[f32], starts: &[u32], out: &mut Vec<f32>) {
        let at = out.len();
        out.resize(at + starts.len() * HIDDEN, 0.0);
        arch.dispatch(Linear::<WIDTH> { matrix: &self.project, x, starts, out: &mut out[at..] });
    }

    /// The shares of all tokens, given their projections: a row of `FEATURES * SUMS` floats each.
    pub(crate) fn precompute(
        &self,
        arch: Arch,
        projected: &[f32],
        starts: &mut Vec<u32>,
        shares: &mut Vec<f32>,
    ) {
        let n = projected.len() / HIDDEN;
        starts.clear();
        starts.extend((0..n as u32).map(|row| row * HIDDEN as u32));
        shares.resize(n * FEATURES * SUMS, 0.0);
        let out = &mut shares[..n * FEATURES * SUMS];
        arch.dispatch(Linear::<HIDDEN> { matrix: &self.lower, x: projected, starts, out });
    }

    /// Scores of all classes for features that are these tokens (-1 for none); `shares` are those of the document.
    #[inline(always)]
    pub(crate) fn score<S: Simd>(
        &self,
        simd: S,
        shares: &[f32],
        tokens: [i32; FEATURES],
        scores: &mut [f32; MAX_CLASSES],
    ) {
        let mut sums: [f32; SUMS] = *self.hidden_bias.first_chunk().expect("as many biases as sums");
        {
            let (sums, _) = S::as_mut_simd_f32s(&mut sums);
            for (feature, token) in tokens.into_iter().enumerate() {
                let (row, base) = if token < 0 { (0, &self.padding[..]) } else { (token as usize, shares) };
                let at = (row * FEATURES + feature) * SUMS;
                let share: &[f32; SUMS] = base[at..].first_chunk().expect("every token has its shares");
                let (share, _) = S::as_simd_f32s(share);
                for (sum, &x) in sums.iter_mut().zip(share) {
                    *sum = simd.add_f32s(*sum, x);
                }
            }
        }
        let mut hidden = [0.0; HIDDEN];
        let (a, b) = sums.split_at(HIDDEN);
        for ((h, &a), &b) in hidden.iter_mut().zip(a).zip(b) {
            *h = if a > b { a } else { b };
        }
        let (out, _) = S::as_mut_simd_f32s(scores);
        for (i, (panel, bias)) in panels::<S, UPPER, HIDDEN>(&self.upper).enumerate() {
            let [sums] = tile::<S, 1, UPPER, HIDDEN>(simd, [&hidden], panel, bias);
            out[i * UPPER..][..UPPER].copy_from_slice(&sums);
        }
    }
}

/// Room for the scores of any scorer, whatever the vectors' width.
pub(crate) const MAX_CLASSES: usize = 128;

/// The first greatest of `scores[range]`, if the range is not empty.
#[inline(always)]
pub(crate) fn best(scores: &[f32; MAX_CLASSES], range: std::ops::Range<usize>) -> Option<(f32, usize)> {
    let slice = &scores[range.clone()];
    let (&first, rest) = slice.split_first()?;
    let greatest = rest.iter().fold(first, |a, &b| if b > a { b } else { a });
    let at = slice.iter().position(|&score| score == greatest)?;
    Some((greatest, range.start + at))
}
