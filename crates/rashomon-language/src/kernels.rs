//! Matrix products in the shapes the model needs, vectorised for the processor at hand.
//!
//! The inner tile keeps `R` rows times `P` vectors of sums in registers and walks over the shared dimension once, as in
//! Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008). Three differences: the activations are
//! not packed (their rows are read where they lie);
//! the weights are packed once, at load time; bias and maxout happen while the sums are still in registers.
//!
//! Every sum is made by one thread in one fixed order, so a row's result does not depend on the rows beside it.

use pulp::{Arch, Simd, WithSimd};

/// Columns of a packed matrix are grouped in panels of `P` vectors; within a panel, one row after the other.
#[derive(Debug)]
pub(crate) struct Packed {
    panels: Vec<f32>,
    bias: Vec<f32>,
    /// Columns with padding: a multiple of the panel's width.
    pub(crate) n_columns: usize,
}

/// Floats in one vector register of this machine.
pub(crate) fn n_lanes(arch: Arch) -> usize {
    struct Lanes;
    impl WithSimd for Lanes {
        type Output = usize;
        #[inline(always)]
        fn with_simd<S: Simd>(self, _: S) -> usize {
            S::F32_LANES
        }
    }
    arch.dispatch(Lanes)
}

impl Packed {
    /// Packs `column_of(c)` for each `c < n_columns` (a column of the result: `k` weights and a bias) for tiles of `p` vectors.
    fn new<'w>(
        lanes: usize,
        p: usize,
        n_columns: usize,
        k: usize,
        column_of: impl Fn(usize) -> (&'w [f32], f32),
    ) -> Self {
        let width = lanes * p;
        let n_padded = n_columns.next_multiple_of(width);
        let mut panels = vec![0.0; n_padded * k];
        let mut bias = vec![0.0; n_padded];
        for (column, bias) in bias.iter_mut().enumerate().take(n_columns) {
            let (weights, b) = column_of(column);
            *bias = b;
            let (panel, lane) = (column / width, column % width);
            for (row, &w) in weights[..k].iter().enumerate() {
                panels[(panel * k + row) * width + lane] = w;
            }
        }
        Self { panels, bias, n_columns: n_padded }
    }

    /// A linear layer: `weights` is (columns, k), row-major.
    pub(crate) fn linear(lanes: usize, p: usize, k: usize, weights: &[f32], bias: &[f32]) -> Self {
        let n_columns = weights.len() / k;
        let bias_of = |c: usize| bias.get(c).copied().unwrap_or(0.0);
        Self::new(lanes, p, n_columns, k, |c| (&weights[c * k..], bias_of(c)))
    }

    /// A maxout layer of three pieces: `weights` is (3, 96, k), `bias` (3, 96). The three pieces of the same outputs stand side
    /// by side in a panel of three vectors.
    pub(crate) fn maxout(lanes: usize, k: usize, weights: &[f32], bias: &[f32]) -> Self {
        Self::new(lanes, PIECES, PIECES * WIDTH, k, |c| {
            let (panel, rest) = (c / (PIECES * lanes), c % (PIECES * lanes));
            let output = rest / lanes * WIDTH + panel * lanes + rest % lanes;
            (&weights[output * k..], bias[output])
        })
    }
}

/// Width of the model's token vectors.
pub(crate) const WIDTH: usize = 96;
/// Pieces of the encoder's maxout layers.
pub(crate) const PIECES: usize = 3;

/// `R` rows times one panel: the heart of everything.
#[inline(always)]
pub(crate) fn tile<S: Simd, const R: usize, const P: usize, const K: usize>(
    simd: S,
    rows: [&[f32; K]; R],
    panel: &[[S::f32s; P]],
    bias: [S::f32s; P],
) -> [[S::f32s; P]; R] {
    let panel: &[[S::f32s; P]; K] = panel.first_chunk().expect("a panel has K rows");
    let mut sums = [bias; R];
    for k in 0..K {
        for r in 0..R {
            let x = simd.splat_f32s(rows[r][k]);
            for p in 0..P {
                sums[r][p] = simd.mul_add_e_f32s(x, panel[k][p], sums[r][p]);
            }
        }
    }
    sums
}

/// The panels of a matrix as vectors, each with its bias.
#[inline(always)]
pub(crate) fn panels<S: Simd, const P: usize, const K: usize>(
    matrix: &Packed,
) -> impl Iterator<Item = (&[[S::f32s; P]], [S::f32s; P])> {
    let (vectors, _) = S::as_simd_f32s(&matrix.panels);
    let (bias, _) = S::as_simd_f32s(&matrix.bias);
    let (bias, _) = bias.as_chunks::<P>();
    let (rows, _) = vectors.as_chunks::<P>();
    rows.chunks_exact(K).zip(bias.iter().copied())
}

/// `K` floats of `x` from position `start`.
#[inline(always)]
pub(crate) fn window<const K: usize>(x: &[f32], start: usize) -> &[f32; K] {
    x[start..].first_chunk().expect("the window lies in the buffer")
}

/// A linear layer: row `i` of `out` (of `matrix.n_columns` floats) = `matrix` times the `K` floats at `starts[i]` in `x`, plus bias.
pub(crate) struct Linear<'a, const K: usize> {
    pub(crate) matrix: &'a Packed,
    pub(crate) x: &'a [f32],
    pub(crate) starts: &'a [u32],
    pub(crate) out: &'a mut [f32],
}

/// Vectors in a panel of [`Linear`].
pub(crate) const LINEAR_PANEL: usize = 2;

impl<const K: usize> WithSimd for Linear<'_, K> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        const R: usize = 6;
        let stride = self.matrix.n_columns;
        for (i, (panel, bias)) in panels::<S, LINEAR_PANEL, K>(self.matrix).enumerate() {
            let column = i * LINEAR_PANEL * S::F32_LANES;
            let (blocks, rest) = self.starts.as_chunks::<R>();
            let mut store = |row: usize, sums: [S::f32s; LINEAR_PANEL]| {
                let (out, _) = S::as_mut_simd_f32s(&mut self.out[row * stride + column..(row + 1) * stride]);
                out[..LINEAR_PANEL].copy_from_slice(&sums);
            };
            for (block, starts) in blocks.iter().enumerate() {
                let sums = tile::<S, R, LINEAR_PANEL, K>(
                    simd,
                    starts.map(|s| window(self.x, s as usize)),
                    panel,
                    bias,
                );
                for (r, sums) in sums.into_iter().enumerate() {
                    store(block * R + r, sums);
                }
            }
            for (r, &start) in rest.iter().enumerate() {
                let [sums] =
                    tile::<S, 1, LINEAR_PANEL, K>(simd, [window(self.x, start as usize)], panel, bias);
                store(blocks.len() * R + r, sums);
            }
        }
    }
}

/// A maxout layer before layer normalisation: for each `i`, the 96 floats at `96 * outputs[i]` in `out` = the greatest piece of
/// `matrix` times the `K` floats at `starts[i]` in `x`.
pub(crate) struct Maxout<'a, const K: usize> {
    pub(crate) matrix: &'a Packed,
    pub(crate) x: &'a [f32],
    pub(crate) starts: &'a [u32],
    pub(crate) outputs: &'a [u32],
    pub(crate) out: &'a mut [f32],
}

impl<const K: usize> WithSimd for Maxout<'_, K> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        const R: usize = 3;
        for (i, (panel, bias)) in panels::<S, PIECES, K>(self.matrix).enumerate() {
            let column = i * S::F32_LANES;
            let (blocks, rest) = self.starts.as_chunks::<R>();
            let (out_blocks, out_rest) = self.outputs.as_chunks::<R>();
            let mut store = |output: u32, [a, b, c]: [S::f32s; PIECES]| {
                let at = output as usize * WIDTH + column;
                let (out, _) = S::as_mut_simd_f32s(&mut self.out[at..at + S::F32_LANES]);
                out[0] = simd.max_f32s(simd.max_f32s(a, b), c);
            };
            for (starts, outputs) in blocks.iter().zip(out_blocks) {
                let sums =
                    tile::<S, R, PIECES, K>(simd, starts.map(|s| window(self.x, s as usize)), panel, bias);
                for (sums, &output) in sums.into_iter().zip(outputs) {
                    store(output, sums);
                }
            }
            for (&start, &output) in rest.iter().zip(out_rest) {
                let [sums] = tile::<S, 1, PIECES, K>(simd, [window(self.x, start as usize)], panel, bias);
                store(output, sums);
            }
        }
    }
}

/// Scale and shift of a layer normalisation.
#[derive(Debug)]
pub(crate) struct Norm {
    pub(crate) gain: Vec<f32>,
    pub(crate) shift: Vec<f32>,
}

/// Layer normalisation of `y`, added to `x`: both 96 floats.
#[inline(always)]
pub(crate) fn add_normalised<S: Simd>(simd: S, norm: &Norm, y: &[f32; WIDTH], x: &mut [f32; WIDTH]) {
    /// thinc's `LayerNorm` adds this to the variance.
    const EPSILON: f32 = 1e-8;
    let (y, _) = S::as_simd_f32s(y);
    let mut sum = simd.splat_f32s(0.0);
    for &v in y {
        sum = simd.add_f32s(sum, v);
    }
    let mean = simd.splat_f32s(simd.reduce_sum_f32s(sum) / WIDTH as f32);
    let mut squares = simd.splat_f32s(0.0);
    for &v in y {
        let d = simd.sub_f32s(v, mean);
        squares = simd.mul_add_e_f32s(d, d, squares);
    }
    let variance = simd.reduce_sum_f32s(squares) / WIDTH as f32 + EPSILON;
    let scale = simd.splat_f32s(1.0 / variance.sqrt());
    let (gain, _) = S::as_simd_f32s(&norm.gain);
    let (shift, _) = S::as_simd_f32s(&norm.shift);
    let (x, _) = S::as_mut_simd_f32s(x);
    for (((x, &y), &gain), &shift) in x.iter_mut().zip(y).zip(gain).zip(shift) {
        let normal = simd.mul_f32s(simd.sub_f32s(y, mean), scale);
        *x = simd.add_f32s(*x, simd.mul_add_e_f32s(normal, gain, shift));
    }
}

/// [`add_normalised`] for each listed row of two buffers of rows of 96.
pub(crate) struct AddNormalised<'a> {
    pub(crate) norm: &'a Norm,
    pub(crate) rows: &'a [u32],
    pub(crate) y: &'a [f32],
    pub(crate) x: &'a mut [f32],
}

impl WithSimd for AddNormalised<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let (x_rows, _) = self.x.as_chunks_mut::<WIDTH>();
        let (y_rows, _) = self.y.as_chunks::<WIDTH>();
        for &row in self.rows {
            add_normalised(simd, self.norm, &y_rows[row as usize], &mut x_rows[row as usize]);
        }
    }
}
