//! Two sentences compared: word by word, and as bags of words.

use crate::pile::{Class, Pile, Sentence, Token};
use rashomon_text::Span;

/// What a skipped word costs; a function word less.
const GAP: f32 = 0.35;
const GAP_STOP: f32 = 0.15;

/// What a word replaced by another costs: a little more than dropping one.
const REPLACED: f32 = 0.45;

/// A word in another inflection counts for this share of its weight.
const SAME_STEM: f32 = 0.9;

/// The best local alignment of two sentences.
#[derive(Clone, Debug)]
pub(crate) struct Alignment {
    /// Matched word weights less gaps.
    pub(crate) score: f32,
    /// Matched words, as indexes into the two sentences, ascending.
    pub(crate) pairs: Vec<(usize, usize)>,
}

/// Room for an alignment, kept from one to the next.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// The best score of an alignment that ends in each pair of words, diagonal by diagonal: cells of one diagonal do not
    /// depend on one another. In each diagonal by row; with a row and a column of zeros, and room for [`LANES`] more rows.
    cells: Vec<f32>,
    /// The best of each row.
    best: Vec<f32>,
    rows: Words,
    /// The last word first.
    columns: Words,
}

/// Cells that are computed at once.
const LANES: usize = 8;

/// The words of a sentence, one property a list, with [`LANES`] words after them that are like no other.
#[derive(Debug, Default)]
struct Words {
    forms: Vec<u32>,
    stems: Vec<u32>,
    weights: Vec<f32>,
    gaps: Vec<f32>,
}

impl Words {
    fn fill<'t>(&mut self, words: impl Iterator<Item = &'t Token> + Clone, unlike: u32) {
        self.forms.clear();
        self.forms.extend(words.clone().map(|t| t.form).chain([unlike; LANES]));
        self.stems.clear();
        self.stems.extend(words.clone().map(|t| t.stem).chain([unlike; LANES]));
        self.weights.clear();
        self.weights.extend(words.clone().map(|t| t.weight).chain([0.0; LANES]));
        self.gaps.clear();
        self.gaps.extend(words.map(gap).chain([GAP; LANES]));
    }

    fn at(&self, place: usize) -> Option<Lanes<'_>> {
        Some(Lanes {
            forms: self.forms[place..].first_chunk()?,
            stems: self.stems[place..].first_chunk()?,
            weights: self.weights[place..].first_chunk()?,
            gaps: self.gaps[place..].first_chunk()?,
        })
    }
}

/// Some words that follow one another.
struct Lanes<'w> {
    forms: &'w [u32; LANES],
    stems: &'w [u32; LANES],
    weights: &'w [f32; LANES],
    gaps: &'w [f32; LANES],
}

impl Table {
    fn begin(&mut self, a: &[Token], b: &[Token]) {
        self.cells.clear();
        self.cells.resize((a.len() + b.len() + 1) * Self::width(a.len()), 0.0);
        self.best.clear();
        self.best.resize(Self::width(a.len()), 0.0);
        self.rows.fill(a.iter(), u32::MAX);
        self.columns.fill(b.iter().rev(), u32::MAX - 1);
    }

    fn width(n_rows: usize) -> usize {
        n_rows + 1 + LANES
    }

    /// The place of a pair of words, each counted from 1.
    fn place(n_rows: usize, row: usize, column: usize) -> usize {
        (row + column) * Self::width(n_rows) + row
    }

    /// Fills the cells of a diagonal from a row on, of which those beyond the last row or before the first column count for
    /// nothing: the latter come out as zeros.
    fn fill(&mut self, diagonal: usize, row: usize) -> Option<()> {
        let width = self.best.len();
        let (before, own) = self.cells.split_at_mut(diagonal * width);
        let (second, first) = before[(diagonal - 2) * width..].split_at(width);
        let n_columns = self.columns.forms.len() - LANES;
        let (x, y) = (self.rows.at(row - 1)?, self.columns.at(n_columns + row - diagonal)?);
        let neighbours =
            (second[row - 1..].first_chunk()?, first[row - 1..].first_chunk()?, first[row..].first_chunk()?);
        let filled = cells(&x, &y, neighbours);
        *own[row..].first_chunk_mut()? = filled;
        let best: &mut [f32; LANES] = self.best[row..].first_chunk_mut()?;
        for k in 0..LANES {
            best[k] = larger(best[k], filled[k]);
        }
        Some(())
    }
}

/// The scores of pairs of words, from those at (i - 1, j - 1), (i - 1, j) and (i, j - 1).
fn cells(
    x: &Lanes<'_>,
    y: &Lanes<'_>,
    (corner, above, left): (&[f32; LANES], &[f32; LANES], &[f32; LANES]),
) -> [f32; LANES] {
    let mut cells = [0.0; LANES];
    for k in 0..LANES {
        let lighter = smaller(x.weights[k], y.weights[k]);
        let same_stem = if x.stems[k] == y.stems[k] { SAME_STEM * lighter } else { -REPLACED };
        let gain = if x.forms[k] == y.forms[k] { lighter } else { same_stem };
        let cell = larger(larger(corner[k] + gain, above[k] - x.gaps[k]), 0.0);
        cells[k] = larger(left[k] - y.gaps[k], cell);
    }
    cells
}

/// For numbers, of which there is always a larger one.
fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

fn smaller(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

/// Smith and Waterman, "Identification of common molecular subsequences" (1981), over words.
///
/// The score of a pair of words in row i and column j is the best of those at (i - 1, j - 1) with what the two gain, at
/// (i - 1, j) less a gap, and at (i, j - 1) less a gap. Of equal ends the first row counts, then the first column.
pub(crate) fn align(a: &[Token], b: &[Token], table: &mut Table) -> Alignment {
    table.begin(a, b);
    for diagonal in 2..=a.len() + b.len() {
        let (first, last) = (diagonal.saturating_sub(b.len()).max(1), a.len().min(diagonal - 1));
        for row in (first..=last).step_by(LANES) {
            table.fill(diagonal, row).expect("there is room after the last row and column");
        }
    }
    let (mut score, mut row) = (0.0, 0);
    for (i, &best) in table.best[..=a.len()].iter().enumerate() {
        if best > score {
            (score, row) = (best, i);
        }
    }
    let is_end = |column: &usize| table.cells[Table::place(a.len(), row, *column)] == score;
    let column = (0..=b.len()).find(is_end).unwrap_or(0);
    Alignment { score, pairs: trace(a, b, &table.cells, (row, column)) }
}

/// The alignment of a sentence with another of the same words.
pub(crate) fn align_equal(a: &[Token]) -> Alignment {
    Alignment { score: a.iter().map(|t| t.weight).sum(), pairs: (0..a.len()).map(|i| (i, i)).collect() }
}

fn trace(a: &[Token], b: &[Token], table: &[f32], (mut i, mut j): (usize, usize)) -> Vec<(usize, usize)> {
    let score_at = |i: usize, j: usize| table[Table::place(a.len(), i, j)];
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        let score = score_at(i, j);
        if score <= 0.0 {
            break;
        }
        let (x, y) = (&a[i - 1], &b[j - 1]);
        if score == score_at(i - 1, j - 1) + gain(x, y) {
            if x.stem == y.stem {
                pairs.push((i - 1, j - 1));
            }
            (i, j) = (i - 1, j - 1);
        } else if score == score_at(i - 1, j) - gap(x) {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    pairs.reverse();
    pairs
}

fn gain(x: &Token, y: &Token) -> f32 {
    if x.form == y.form {
        x.weight.min(y.weight)
    } else if x.stem == y.stem {
        SAME_STEM * x.weight.min(y.weight)
    } else {
        -REPLACED
    }
}

fn gap(token: &Token) -> f32 {
    if token.class == Class::Stop { GAP_STOP } else { GAP }
}

/// How alike two sentences are as bags of weighted stems.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Likeness {
    /// The weight of what they share.
    pub(crate) shared: f32,
    /// Dice's coefficient of the weights, 0..1.
    pub(crate) dice: f32,
    /// Share of the lighter sentence's weight that is shared, 0..1.
    pub(crate) contained: f32,
}

/// Compares the bags of two sentences by merging them.
pub(crate) fn liken(pile: &Pile, s: usize, t: usize) -> Likeness {
    let (a, b) = (&pile.sentences[s], &pile.sentences[t]);
    let (x, y) = (pile.bag_of(a), pile.bag_of(b));
    let (mut i, mut j, mut shared) = (0, 0, 0.0);
    while i < x.len() && j < y.len() {
        let ((stem, weight), (other, other_weight)) = (x[i], y[j]);
        shared += if stem == other { smaller(weight, other_weight) } else { 0.0 };
        i += usize::from(stem <= other);
        j += usize::from(other <= stem);
    }
    Likeness::new(a, b, shared)
}

impl Likeness {
    /// Of two bags that share so much weight.
    pub(crate) fn new(a: &Sentence, b: &Sentence, shared: f32) -> Self {
        let both = a.bag_weight + b.bag_weight;
        let lighter = a.bag_weight.min(b.bag_weight);
        Self {
            shared,
            dice: if both > 0.0 { 2.0 * shared / both } else { 0.0 },
            contained: if lighter > 0.0 { shared / lighter } else { 0.0 },
        }
    }
}

/// The stretch of a sentence from its first to its last matched word; the whole sentence when little is left over.
pub(crate) fn stretch(sentence: &Sentence, tokens: &[Token], first: usize, last: usize) -> Span {
    /// One unmatched telling word at an edge is taken in for this many matched ones, and one at least.
    const MATCHED_PER_EDGE_WORD: usize = 7;
    let telling = |tokens: &[Token]| tokens.iter().filter(|t| t.class != Class::Stop).count();
    let little = ((last + 1 - first) / MATCHED_PER_EDGE_WORD).max(1);
    let start =
        if telling(&tokens[..first]) <= little { sentence.span.start() } else { tokens[first].span.start() };
    let end =
        if telling(&tokens[last + 1..]) <= little { sentence.span.end() } else { tokens[last].span.end() };
    Span::new(start, end.max(start))
}
