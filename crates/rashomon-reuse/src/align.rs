//! Two sentences compared: word by word, and as bags of words.

use crate::pile::{Class, Sentence, Token};
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

/// Smith and Waterman, "Identification of common molecular subsequences" (1981), over words.
/// `table` is scratch space.
pub(crate) fn align(a: &[Token], b: &[Token], table: &mut Vec<f32>) -> Alignment {
    let width = b.len() + 1;
    table.clear();
    table.resize((a.len() + 1) * width, 0.0);
    let mut best = (0.0_f32, 0, 0);
    for (i, x) in a.iter().enumerate() {
        let (above, row) = table.split_at_mut((i + 1) * width);
        let (above, row) = (&above[i * width..], &mut row[1..width]);
        let gap_x = gap(x);
        let mut left = 0.0_f32;
        for ((y, cell), (j, diagonal)) in b.iter().zip(row).zip(above.windows(2).enumerate()) {
            let score = (diagonal[0] + gain(x, y)).max(diagonal[1] - gap_x).max(left - gap(y)).max(0.0);
            *cell = score;
            left = score;
            if score > best.0 {
                best = (score, i + 1, j + 1);
            }
        }
    }
    Alignment { score: best.0, pairs: trace(a, b, table, best) }
}

/// The alignment of a sentence with another of the same words.
pub(crate) fn align_equal(a: &[Token]) -> Alignment {
    Alignment { score: a.iter().map(|t| t.weight).sum(), pairs: (0..a.len()).map(|i| (i, i)).collect() }
}

fn trace(
    a: &[Token],
    b: &[Token],
    table: &[f32],
    (_, mut i, mut j): (f32, usize, usize),
) -> Vec<(usize, usize)> {
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

/// Compares two bags by merging them.
pub(crate) fn liken(a: &Sentence, b: &Sentence) -> Likeness {
    let (mut i, mut j, mut shared) = (0, 0, 0.0);
    while i < a.bag.len() && j < b.bag.len() {
        match a.bag[i].0.cmp(&b.bag[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += a.bag[i].1.min(b.bag[j].1);
                i += 1;
                j += 1;
            }
        }
    }
    let both = a.bag_weight + b.bag_weight;
    let lighter = a.bag_weight.min(b.bag_weight);
    Likeness {
        shared,
        dice: if both > 0.0 { 2.0 * shared / both } else { 0.0 },
        contained: if lighter > 0.0 { shared / lighter } else { 0.0 },
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
