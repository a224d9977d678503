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
    /// The best score of an alignment that ends in each pair of words, row by row, with a row and a column of zeros.
    cells: Vec<f32>,
    /// Of one word: what putting it beside each word of the other sentence gains.
    gains: Vec<f32>,
    /// The words of the other sentence, one property a list.
    forms: Vec<u32>,
    stems: Vec<u32>,
    weights: Vec<f32>,
    gaps: Vec<f32>,
}

impl Table {
    fn begin(&mut self, n_rows: usize, words: &[Token]) {
        self.cells.clear();
        self.cells.resize((n_rows + 1) * (words.len() + 1), 0.0);
        self.gains.clear();
        self.gains.resize(words.len(), 0.0);
        self.forms.clear();
        self.forms.extend(words.iter().map(|t| t.form));
        self.stems.clear();
        self.stems.extend(words.iter().map(|t| t.stem));
        self.weights.clear();
        self.weights.extend(words.iter().map(|t| t.weight));
        self.gaps.clear();
        self.gaps.extend(words.iter().map(gap));
    }

    /// Fills [`Table::gains`]; the same as [`gain`], for all words at once.
    fn fill_gains(&mut self, x: &Token) {
        let n = self.gains.len();
        let (forms, stems, weights) = (&self.forms[..n], &self.stems[..n], &self.weights[..n]);
        for j in 0..n {
            let lighter = smaller(x.weight, weights[j]);
            let same_stem = if x.stem == stems[j] { SAME_STEM * lighter } else { -REPLACED };
            self.gains[j] = if x.form == forms[j] { lighter } else { same_stem };
        }
    }

    /// Fills a row from the one above, and says the highest score in it.
    fn fill_row(&mut self, i: usize, gap_x: f32) -> f32 {
        let n = self.gains.len();
        let (above, row) = self.cells.split_at_mut((i + 1) * (n + 1));
        let (above, row) = (&above[i * (n + 1)..], &mut row[1..=n]);
        let (diagonal, above, gains, gaps) = (&above[..n], &above[1..=n], &self.gains[..n], &self.gaps[..n]);
        for j in 0..n {
            row[j] = larger(larger(diagonal[j] + gains[j], above[j] - gap_x), 0.0);
        }
        let (mut left, mut best) = (0.0, 0.0);
        for (cell, gap) in row.iter_mut().zip(gaps) {
            left = larger(left - gap, *cell);
            best = larger(best, left);
            *cell = left;
        }
        best
    }
}

/// For numbers, of which there is always a larger one.
fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

fn smaller(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

/// Smith and Waterman, "Identification of common molecular subsequences" (1981), over words.
pub(crate) fn align(a: &[Token], b: &[Token], table: &mut Table) -> Alignment {
    table.begin(a.len(), b);
    let width = b.len() + 1;
    let (mut best, mut best_row) = (0.0, 0);
    for (i, x) in a.iter().enumerate() {
        table.fill_gains(x);
        let score = table.fill_row(i, gap(x));
        if score > best {
            (best, best_row) = (score, i + 1);
        }
    }
    let row = &table.cells[best_row * width..][..width];
    let best_column = row.iter().position(|&score| score == best).unwrap_or(0);
    Alignment { score: best, pairs: trace(a, b, &table.cells, (best_row, best_column)) }
}

/// The alignment of a sentence with another of the same words.
pub(crate) fn align_equal(a: &[Token]) -> Alignment {
    Alignment { score: a.iter().map(|t| t.weight).sum(), pairs: (0..a.len()).map(|i| (i, i)).collect() }
}

fn trace(a: &[Token], b: &[Token], table: &[f32], (mut i, mut j): (usize, usize)) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        let at = i * width + j;
        let score = table[at];
        if score <= 0.0 {
            break;
        }
        let (x, y) = (&a[i - 1], &b[j - 1]);
        if score == table[at - width - 1] + gain(x, y) {
            if x.stem == y.stem {
                pairs.push((i - 1, j - 1));
            }
            (i, j) = (i - 1, j - 1);
        } else if score == table[at - width] - gap(x) {
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
        if stem == other {
            shared += weight.min(other_weight);
        }
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
