//! Convolutions of window 3 by Winograd's minimal filtering, four rows at a time.
//!
//! F(4, 3) of Lavin and Gray, "Fast algorithms for convolutional neural networks" (2016), in one dimension: four outputs of a
//! three-tap filter take six products instead of twelve. Here a product is one of matrices, 96 inputs to 288 sums, and the six
//! matrices are made once, when the model is loaded, so half of the arithmetic is saved. The rounding errors are greater than those
//! of plain sums, but `eval/syntax_parity.py` finds no decision that they turn in 198,000 tokens.
//!
//! Where a segment's rows are no multiple of four, the last quad's missing inputs count as zero, so that a row's result never
//! depends on what stands below its segment.

use crate::kernels::{PIECES, Packed, WIDTH, panels, tile};
use pulp::{Simd, WithSimd};

/// Rows that one step computes.
pub(crate) const ROWS: usize = 4;
/// Products that it takes.
const PRODUCTS: usize = 6;

/// A maxout convolution's weights, transformed.
pub(crate) struct Convolution {
    matrices: [Packed; PRODUCTS],
    bias: Vec<f32>,
}

impl Convolution {
    /// From weights (3 pieces, 96 outputs, 3 rows, 96 inputs) and bias (3, 96).
    pub(crate) fn new(lanes: usize, weights: &[f32], bias: Vec<f32>) -> Self {
        const G: [[f64; 3]; PRODUCTS] = [
            [1.0 / 4.0, 0.0, 0.0],
            [-1.0 / 6.0, -1.0 / 6.0, -1.0 / 6.0],
            [-1.0 / 6.0, 1.0 / 6.0, -1.0 / 6.0],
            [1.0 / 24.0, 1.0 / 12.0, 1.0 / 6.0],
            [1.0 / 24.0, -1.0 / 12.0, 1.0 / 6.0],
            [0.0, 0.0, 1.0],
        ];
        let matrices = G.map(|[a, b, c]| {
            let mut transformed = Vec::with_capacity(PIECES * WIDTH * WIDTH);
            let (rows, _) = weights.as_chunks::<{ 3 * WIDTH }>();
            for row in rows {
                let (taps, _) = row.as_chunks::<WIDTH>();
                for ((&x, &y), &z) in taps[0].iter().zip(&taps[1]).zip(&taps[2]) {
                    transformed.push((a * f64::from(x) + b * f64::from(y) + c * f64::from(z)) as f32);
                }
            }
            Packed::maxout(lanes, WIDTH, &transformed, &[0.0; PIECES * WIDTH])
        });
        Self { matrices, bias }
    }
}

/// Up to four consecutive rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quad {
    pub(crate) row: u32,
    pub(crate) n_rows: u32,
}

/// Working memory.
#[derive(Default)]
pub(crate) struct Scratch {
    inputs: Vec<f32>,
    products: Vec<f32>,
}

/// The convolution of the rows of 96 in `x`, before layer normalisation, into the same rows of `y`.
pub(crate) struct Convolve<'a> {
    pub(crate) convolution: &'a Convolution,
    pub(crate) x: &'a [f32],
    pub(crate) quads: &'a [Quad],
    pub(crate) scratch: &'a mut Scratch,
    pub(crate) y: &'a mut [f32],
}

impl WithSimd for Convolve<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let n = self.quads.len();
        self.scratch.inputs.resize(PRODUCTS * n * WIDTH, 0.0);
        self.scratch.products.resize(PRODUCTS * n * PIECES * S::F32_LANES, 0.0);
        let (x_rows, _) = self.x.as_chunks::<WIDTH>();
        let (inputs, _) = self.scratch.inputs.as_chunks_mut::<WIDTH>();
        for (i, quad) in self.quads.iter().enumerate() {
            transform_input(simd, x_rows, *quad, n, i, inputs);
        }
        let (products, _) = S::as_mut_simd_f32s(&mut self.scratch.products);
        let (products, _) = products.as_chunks_mut::<PIECES>();
        let (bias, _) = S::as_simd_f32s(&self.convolution.bias);
        let mut panels = self.convolution.matrices.each_ref().map(|m| panels::<S, PIECES, WIDTH>(m));
        let n_panels = WIDTH / S::F32_LANES;
        for panel in 0..n_panels {
            for (t, panels) in panels.iter_mut().enumerate() {
                let (weights, zero) =
                    panels.next().expect("a matrix has as many panels as the outputs have vectors");
                multiply(simd, &inputs[t * n..(t + 1) * n], weights, zero, &mut products[t * n..(t + 1) * n]);
            }
            let bias = [bias[panel], bias[n_panels + panel], bias[2 * n_panels + panel]];
            for (i, quad) in self.quads.iter().enumerate() {
                let rows = transform_output(simd, products, n, i, bias);
                for (row, &value) in (quad.row as usize..).zip(&rows[..quad.n_rows as usize]) {
                    let (out, _) = S::as_mut_simd_f32s(&mut self.y[row * WIDTH..(row + 1) * WIDTH]);
                    out[panel] = value;
                }
            }
        }
    }
}

/// All rows of one transformed input times one panel.
#[inline(always)]
fn multiply<S: Simd>(
    simd: S,
    inputs: &[[f32; WIDTH]],
    weights: &[[S::f32s; PIECES]],
    zero: [S::f32s; PIECES],
    out: &mut [[S::f32s; PIECES]],
) {
    const R: usize = 3;
    let (blocks, rest) = inputs.as_chunks::<R>();
    let (out_blocks, out_rest) = out.as_chunks_mut::<R>();
    for (rows, out) in blocks.iter().zip(out_blocks) {
        *out = tile::<S, R, PIECES, WIDTH>(simd, rows.each_ref(), weights, zero);
    }
    for (row, out) in rest.iter().zip(out_rest) {
        [*out] = tile::<S, 1, PIECES, WIDTH>(simd, [row], weights, zero);
    }
}

// Below, no iterator adapter or array method takes a closure that computes with vectors: such closures would be compiled without
// the processor's vector instructions, as functions of their own.

/// `factor * v + plus`.
#[inline(always)]
fn times<S: Simd>(simd: S, factor: f32, v: S::f32s, plus: S::f32s) -> S::f32s {
    simd.mul_add_f32s(simd.splat_f32s(factor), v, plus)
}

/// The six combinations of a quad's six input rows, as row `i` of each of the six inputs of `n` rows.
#[inline(always)]
fn transform_input<S: Simd>(
    simd: S,
    x: &[[f32; WIDTH]],
    quad: Quad,
    n: usize,
    i: usize,
    inputs: &mut [[f32; WIDTH]],
) {
    const ZERO: [f32; WIDTH] = [0.0; WIDTH];
    let mut rows = [&ZERO; PRODUCTS];
    for (row, known) in rows.iter_mut().zip(&x[quad.row as usize - 1..(quad.row + quad.n_rows) as usize + 1])
    {
        *row = known;
    }
    let vectors = |j: usize| S::as_simd_f32s(rows[j]).0;
    let (d0, d1, d2, d3, d4, d5) = (vectors(0), vectors(1), vectors(2), vectors(3), vectors(4), vectors(5));
    for column in 0..WIDTH / S::F32_LANES {
        let (d0, d1, d2) = (d0[column], d1[column], d2[column]);
        let (d3, d4, d5) = (d3[column], d4[column], d5[column]);
        let even = times(simd, -4.0, d2, d4);
        let odd = times(simd, -4.0, d1, d3);
        let even_half = simd.sub_f32s(d4, d2);
        let odd_half = simd.sub_f32s(d3, d1);
        let combined = [
            times(simd, 4.0, d0, times(simd, -5.0, d2, d4)),
            simd.add_f32s(even, odd),
            simd.sub_f32s(even, odd),
            times(simd, 2.0, odd_half, even_half),
            times(simd, -2.0, odd_half, even_half),
            times(simd, 4.0, d1, times(simd, -5.0, d3, d5)),
        ];
        for (t, value) in combined.into_iter().enumerate() {
            let (out, _) = S::as_mut_simd_f32s(&mut inputs[t * n + i]);
            out[column] = value;
        }
    }
}

/// The greatest piece of each of four rows, from row `i` of each of the six products of `n` rows.
#[inline(always)]
fn transform_output<S: Simd>(
    simd: S,
    products: &[[S::f32s; PIECES]],
    n: usize,
    i: usize,
    bias: [S::f32s; PIECES],
) -> [S::f32s; ROWS] {
    let mut greatest = [simd.splat_f32s(f32::NEG_INFINITY); ROWS];
    for p in 0..PIECES {
        let (m0, m1, m2) = (products[i][p], products[n + i][p], products[2 * n + i][p]);
        let (m3, m4, m5) = (products[3 * n + i][p], products[4 * n + i][p], products[5 * n + i][p]);
        let (sum12, difference12) = (simd.add_f32s(m1, m2), simd.sub_f32s(m1, m2));
        let (sum34, difference34) = (simd.add_f32s(m3, m4), simd.sub_f32s(m3, m4));
        let rows = [
            simd.add_f32s(m0, simd.add_f32s(sum12, sum34)),
            times(simd, 2.0, difference34, difference12),
            times(simd, 4.0, sum34, sum12),
            simd.add_f32s(times(simd, 8.0, difference34, difference12), m5),
        ];
        for (greatest, row) in greatest.iter_mut().zip(rows) {
            *greatest = simd.max_f32s(*greatest, simd.add_f32s(row, bias[p]));
        }
    }
    greatest
}
