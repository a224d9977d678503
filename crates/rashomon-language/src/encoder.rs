//! The two convolutional encoders ("tok2vec"): one shared by tagger and parser, one of the entity recogniser.
//!
//! A word's six attributes are embedded by hashing (Miranda et al., "Multi hash embeddings in spaCy", 2022), mixed by a maxout
//! layer, and put through four residual convolutions of window 1, each a maxout of three pieces with layer normalisation.
//!
//! The mixed vector is a function of the word and of the space after it; so is its part in the three sums of the
//! first convolution. Both are kept per word in [`VectorCache`].

use crate::hash::embed_rows;
use crate::kernels::{
    AddNormalised, LINEAR_PANEL, Linear, Maxout, Norm, PIECES, Packed, WIDTH, add_normalised, window,
};
use crate::lexeme::{Lexicon, NO_SLOT};
use crate::tokenizer::Tok;
use crate::weights::Reader;
use crate::winograd::{Convolution, Convolve, Quad, ROWS, Scratch};
use pulp::{Arch, Simd, WithSimd};
use std::ops::Range;

/// Convolutions, and rows of context on each side of a segment.
pub(crate) const DEPTH: usize = 4;
/// Sums of one piece-wise product with the first convolution's weights.
const SPLIT: usize = PIECES * WIDTH;
/// What is kept of a word: its mixed vector and its parts in the first convolution as left neighbour, centre, right neighbour.
const SLOT: usize = WIDTH + 3 * SPLIT;
const WINDOW: usize = 3 * WIDTH;

/// `COLUMNS` attributes are embedded, `INPUTS` = 96 times as many floats.
pub(crate) struct Encoder<const COLUMNS: usize, const INPUTS: usize> {
    embeddings: [Vec<f32>; COLUMNS],
    mix: Packed,
    mix_norm: Norm,
    /// The first convolution: its three blocks of inputs side by side.
    first: Packed,
    first_bias: Vec<f32>,
    first_norm: Norm,
    rest: Vec<(Convolution, Norm)>,
}

/// Tagger's and parser's encoder: NORM, PREFIX, SUFFIX, SHAPE, SPACY, IS_SPACE.
pub(crate) type SyntaxEncoder = Encoder<6, { 6 * WIDTH }>;
/// The entity recogniser's: NORM, PREFIX, SUFFIX, SHAPE.
pub(crate) type EntityEncoder = Encoder<4, { 4 * WIDTH }>;

impl<const COLUMNS: usize, const INPUTS: usize> Encoder<COLUMNS, INPUTS> {
    pub(crate) fn read(reader: &mut Reader, lanes: usize) -> Self {
        const TABLE_ROWS: [usize; 6] = [5000, 1000, 2500, 2500, 50, 50];
        let embeddings = std::array::from_fn(|column| reader.f16(TABLE_ROWS[column] * WIDTH));
        let (weights, bias, mix_norm) = read_maxout(reader, INPUTS);
        let mix = Packed::maxout(lanes, INPUTS, &weights, &bias);
        let (weights, first_bias, first_norm) = read_maxout(reader, WINDOW);
        let split: Vec<f32> = (0..3)
            .flat_map(|block| weights.chunks_exact(WINDOW).map(move |row| (block, row)))
            .flat_map(|(block, row)| &row[block * WIDTH..(block + 1) * WIDTH])
            .copied()
            .collect();
        let first = Packed::linear(lanes, LINEAR_PANEL, WIDTH, &split, &[]);
        let rest = (1..DEPTH).map(|_| {
            let (weights, bias, norm) = read_maxout(reader, WINDOW);
            (Convolution::new(lanes, &weights, bias), norm)
        });
        Self { embeddings, mix, mix_norm, first, first_bias, first_norm, rest: rest.collect() }
    }

    /// The embedding of one word, before mixing.
    fn embed(&self, features: &[u64; 6], out: &mut [f32; INPUTS]) {
        /// The first column's hash seed; the others count on.
        const SEED: u64 = 8;
        let (columns, _) = out.as_chunks_mut::<WIDTH>();
        for (column, (table, out)) in self.embeddings.iter().zip(columns).enumerate() {
            let (table, _) = table.as_chunks::<WIDTH>();
            let rows =
                embed_rows(features[column], SEED + column as u64, table.len() as u32).map(|row| &table[row]);
            for (i, out) in out.iter_mut().enumerate() {
                *out = rows[0][i] + rows[1][i] + rows[2][i] + rows[3][i];
            }
        }
    }

    /// Fills the cache slots of words that are met for the first time.
    fn fill(&self, arch: Arch, words: &[([u64; 6], u32)], slots: &mut Vec<f32>, buffers: &mut Buffers) {
        let n = words.len();
        let rows: Vec<u32> = (0..n as u32).collect();
        let starts = |stride: usize| -> Vec<u32> { rows.iter().map(|&row| row * stride as u32).collect() };
        buffers.x.clear();
        buffers.x.resize(n * INPUTS, 0.0);
        let (inputs, _) = buffers.x.as_chunks_mut::<INPUTS>();
        for ((features, _), input) in words.iter().zip(inputs) {
            self.embed(features, input);
        }
        buffers.y.clear();
        buffers.y.resize(n * WIDTH, 0.0);
        arch.dispatch(Maxout::<INPUTS> {
            matrix: &self.mix,
            x: &buffers.x,
            starts: &starts(INPUTS),
            outputs: &rows,
            out: &mut buffers.y,
        });
        buffers.x.clear();
        buffers.x.resize(n * WIDTH, 0.0);
        arch.dispatch(AddNormalised { norm: &self.mix_norm, rows: &rows, y: &buffers.y, x: &mut buffers.x });
        buffers.y.resize(n * self.first.n_columns, 0.0);
        arch.dispatch(Linear::<WIDTH> {
            matrix: &self.first,
            x: &buffers.x,
            starts: &starts(WIDTH),
            out: &mut buffers.y,
        });
        for (i, &(_, slot)) in words.iter().enumerate() {
            let at = slot as usize * SLOT;
            if slots.len() < at + SLOT {
                slots.resize(at + SLOT, 0.0);
            }
            slots[at..at + WIDTH].copy_from_slice(&buffers.x[i * WIDTH..][..WIDTH]);
            slots[at + WIDTH..at + SLOT].copy_from_slice(&buffers.y[i * self.first.n_columns..][..3 * SPLIT]);
        }
    }

    /// The four convolutions over the rows of a tile; leaves the encoded rows in `buffers.x`.
    fn convolve(&self, arch: Arch, slots: &[f32], tile: &Tile, buffers: &mut Buffers) {
        let n = tile.slots.len() * WIDTH;
        buffers.x.clear();
        buffers.x.resize(n, 0.0);
        arch.dispatch(FirstConvolution { encoder: self, slots, tile, x: &mut buffers.x });
        buffers.y.resize(n, 0.0);
        for (layer, (convolution, norm)) in self.rest.iter().enumerate() {
            arch.dispatch(Convolve {
                convolution,
                x: &buffers.x,
                quads: &tile.quads[layer],
                scratch: &mut buffers.scratch,
                y: &mut buffers.y,
            });
            arch.dispatch(AddNormalised {
                norm,
                rows: &tile.rows[layer + 1],
                y: &buffers.y,
                x: &mut buffers.x,
            });
        }
    }
}

fn read_maxout(reader: &mut Reader, inputs: usize) -> (Vec<f32>, Vec<f32>, Norm) {
    let weights = reader.f16(SPLIT * inputs);
    let bias = reader.f32(SPLIT);
    let (gain, shift) = (reader.f32(WIDTH), reader.f32(WIDTH));
    (weights, bias, Norm { gain, shift })
}

/// The first convolution from the cached parts of the words.
struct FirstConvolution<'a, const COLUMNS: usize, const INPUTS: usize> {
    encoder: &'a Encoder<COLUMNS, INPUTS>,
    slots: &'a [f32],
    tile: &'a Tile,
    x: &'a mut [f32],
}

impl<const COLUMNS: usize, const INPUTS: usize> WithSimd for FirstConvolution<'_, COLUMNS, INPUTS> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let (slots, _) = self.slots.as_chunks::<SLOT>();
        let (x_rows, _) = self.x.as_chunks_mut::<WIDTH>();
        let (bias, _) = S::as_simd_f32s(&self.encoder.first_bias);
        let mut y = [0.0; WIDTH];
        for &row in &self.tile.rows[0] {
            let row = row as usize;
            let slot = |row: usize| &slots[self.tile.slots[row] as usize];
            let (left, centre, right) = (slot(row - 1), slot(row), slot(row + 1));
            let (a, _) = S::as_simd_f32s(window::<SPLIT>(left, WIDTH));
            let (b, _) = S::as_simd_f32s(window::<SPLIT>(centre, WIDTH + SPLIT));
            let (c, _) = S::as_simd_f32s(window::<SPLIT>(right, WIDTH + 2 * SPLIT));
            let (out, _) = S::as_mut_simd_f32s(&mut y);
            let n = out.len();
            for (i, out) in out.iter_mut().enumerate() {
                let sum = |j: usize| simd.add_f32s(simd.add_f32s(bias[j], a[j]), simd.add_f32s(b[j], c[j]));
                *out = simd.max_f32s(simd.max_f32s(sum(i), sum(i + n)), sum(i + 2 * n));
            }
            x_rows[row].copy_from_slice(&centre[..WIDTH]);
            add_normalised(simd, &self.encoder.first_norm, &y, &mut x_rows[row]);
        }
    }
}

/// Working memory of the encoders.
#[derive(Default)]
pub(crate) struct Buffers {
    pub(crate) x: Vec<f32>,
    y: Vec<f32>,
    scratch: Scratch,
}

/// Some segments of documents in rows one below the other, each with [`DEPTH`] rows of context on both sides: neighbouring tokens, or
/// zero padding beyond the document's ends. (Padding is alive: it takes part in all layers, as in spaCy.)
#[derive(Default)]
pub(crate) struct Tile {
    /// Cache slot of each row; 0 is padding.
    slots: Vec<u32>,
    /// The rows whose values each layer must know: one fewer on each side of a segment per layer.
    rows: [Vec<u32>; DEPTH],
    /// The rows of the second and later layers by fours.
    quads: [Vec<Quad>; DEPTH - 1],
}

impl Tile {
    pub(crate) fn clear(&mut self) {
        self.slots.clear();
        self.rows.iter_mut().for_each(Vec::clear);
        self.quads.iter_mut().for_each(Vec::clear);
    }

    /// The rows that hold the segments' own tokens, in order, after the last layer.
    pub(crate) fn token_rows(&self) -> &[u32] {
        &self.rows[DEPTH - 1]
    }

    pub(crate) fn n_rows(&self) -> usize {
        self.slots.len()
    }

    /// Adds tokens `segment` of the document whose tokens are `toks`.
    pub(crate) fn push(
        &mut self,
        vectors: &mut VectorCache,
        lexicon: &mut Lexicon,
        toks: &[Tok],
        segment: Range<usize>,
    ) {
        let first_row = self.slots.len();
        let n_rows = segment.len() + 2 * DEPTH;
        for i in 0..n_rows {
            let token = (segment.start + i).checked_sub(DEPTH).and_then(|i| toks.get(i));
            self.slots.push(token.map_or(0, |tok| vectors.slot(lexicon, tok)));
        }
        for (layer, rows) in self.rows.iter_mut().enumerate() {
            let range = (first_row + layer + 1) as u32..(first_row + n_rows - layer - 1) as u32;
            rows.extend(range.clone());
            if let Some(quads) = layer.checked_sub(1).map(|layer| &mut self.quads[layer]) {
                let quad = |row| Quad { row, n_rows: (range.end - row).min(ROWS as u32) };
                quads.extend(range.clone().step_by(ROWS).map(quad));
            }
        }
    }
}

/// The vectors of words met before, for both encoders; slot 0 is padding.
///
/// When full, a word that the running tile does not use makes room, in turn, sparing once those used since the last round
/// (the "clock" algorithm).
pub(crate) struct VectorCache {
    capacity: usize,
    owners: Vec<Owner>,
    hand: usize,
    now: u32,
    syntax: Vec<f32>,
    entity: Vec<f32>,
    /// Words that have a slot but no vectors yet.
    missing: Vec<([u64; 6], u32)>,
}

struct Owner {
    lexeme: u32,
    space: bool,
    used: bool,
    tile: u32,
}

impl VectorCache {
    pub(crate) fn new(capacity: usize) -> Self {
        let padding = Owner { lexeme: 0, space: false, used: true, tile: u32::MAX };
        Self {
            capacity,
            owners: vec![padding],
            hand: 0,
            now: 0,
            syntax: vec![0.0; SLOT],
            entity: vec![0.0; SLOT],
            missing: Vec::new(),
        }
    }

    /// Forgets all words (the lexicon is about to be cleared).
    pub(crate) fn clear(&mut self) {
        self.owners.truncate(1);
        self.hand = 0;
    }

    fn slot(&mut self, lexicon: &mut Lexicon, tok: &Tok) -> u32 {
        let lexeme = lexicon.get_mut(tok.lexeme);
        let known = lexeme.slots[usize::from(tok.space)];
        if known != NO_SLOT {
            let owner = &mut self.owners[known as usize];
            owner.used = true;
            owner.tile = self.now;
            return known;
        }
        let [norm, prefix, suffix, shape, is_space] = lexeme.features;
        let features = [norm, prefix, suffix, shape, u64::from(tok.space), is_space];
        let slot = self.free_slot(lexicon);
        self.owners[slot as usize] =
            Owner { lexeme: tok.lexeme, space: tok.space, used: true, tile: self.now };
        lexicon.get_mut(tok.lexeme).slots[usize::from(tok.space)] = slot;
        self.missing.push((features, slot));
        slot
    }

    fn free_slot(&mut self, lexicon: &mut Lexicon) -> u32 {
        if self.owners.len() < self.capacity {
            self.owners.push(Owner { lexeme: 0, space: false, used: false, tile: self.now });
            return self.owners.len() as u32 - 1;
        }
        loop {
            self.hand = (self.hand + 1) % self.owners.len();
            let owner = &mut self.owners[self.hand];
            if owner.tile != self.now && owner.tile != u32::MAX && !std::mem::replace(&mut owner.used, false)
            {
                lexicon.get_mut(owner.lexeme).slots[usize::from(owner.space)] = NO_SLOT;
                return self.hand as u32;
            }
        }
    }
}

/// Both encoders over one tile. `done` gets the encoded rows twice: those of syntax, then those of entities.
pub(crate) fn encode(
    arch: Arch,
    encoders: (&SyntaxEncoder, &EntityEncoder),
    vectors: &mut VectorCache,
    tile: &Tile,
    buffers: &mut Buffers,
    mut done: impl FnMut(Encoded, &[f32]),
) {
    let missing = std::mem::take(&mut vectors.missing);
    if !missing.is_empty() {
        encoders.0.fill(arch, &missing, &mut vectors.syntax, buffers);
        encoders.1.fill(arch, &missing, &mut vectors.entity, buffers);
    }
    vectors.missing = missing;
    vectors.missing.clear();
    encoders.0.convolve(arch, &vectors.syntax, tile, buffers);
    done(Encoded::Syntax, &buffers.x);
    encoders.1.convolve(arch, &vectors.entity, tile, buffers);
    done(Encoded::Entity, &buffers.x);
    // `u32::MAX` is the padding's, for ever.
    vectors.now = (vectors.now + 1) % u32::MAX;
}

/// Which encoder's rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoded {
    Syntax,
    Entity,
}
