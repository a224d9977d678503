//! One sentence of each text compared, and what both comparisons together say.

use crate::align::{Likeness, Table, align, align_equal};
use crate::find::Pair;

/// Two sentences that were compared.
#[derive(Clone, Debug)]
pub(crate) struct Comparison {
    /// The sentence of the first text, as an index into the pile.
    pub(crate) s: usize,
    /// The sentence of the second.
    pub(crate) t: usize,
    /// Local alignment score.
    pub(crate) score: f32,
    /// The part of the score outside quotation marks.
    pub(crate) plain: f32,
    /// The matched weight inside quotation marks.
    pub(crate) quoted: f32,
    /// First and last matched word in each sentence.
    pub(crate) in_s: (usize, usize),
    pub(crate) in_t: (usize, usize),
    /// The same within quotation marks.
    pub(crate) quote_s: Option<(usize, usize)>,
    pub(crate) quote_t: Option<(usize, usize)>,
    /// Share of equal words within the aligned stretches, 0..1.
    pub(crate) identity: f32,
    /// Equal words as a share of the shorter sentence, 0..1: 1 where one was only cut out of the other.
    pub(crate) kept: f32,
    pub(crate) likeness: Likeness,
}

/// Two sentences that share less than this weight have nothing in common.
const COMPARE_SHARED_MIN: f32 = 0.9;
/// Two sentences must share at least this much weight for an alignment to be tried: what is missing to
/// [`Options::PASSAGE_LISTED_MIN`] can come from function words.
const ALIGN_SHARED_MIN: f32 = 1.8;
/// The same while it is open whether two articles are linked at all, which takes [`Options::QUOTE_MIN`] at least.
const LINK_SHARED_MIN: f32 = 2.4;

/// When it is asked whether two sentences are worth an alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// It is open whether the two articles are linked at all.
    Link,
    /// They are, and every passage counts.
    List,
}

/// Whether an alignment could tell more than the two sentences as bags of words.
fn is_promising(pair: &Pair<'_>, (s, t): (usize, usize), shared: f32, purpose: Purpose) -> bool {
    let (a, b) = (&pair.pile.sentences[s], &pair.pile.sentences[t]);
    match purpose {
        Purpose::List => shared >= ALIGN_SHARED_MIN,
        Purpose::Link if a.quotes && b.quotes => shared >= LINK_SHARED_MIN,
        Purpose::Link => {
            let best = shared + a.stop_weight.min(b.stop_weight);
            shared >= LINK_SHARED_MIN && best >= pair.options.passage_alone_min
        }
    }
}

/// Compares two sentences, so alike as bags; `None` when they have nothing in common. They are aligned where that
/// promises more.
pub(crate) fn compare(
    pair: &Pair<'_>,
    s: usize,
    t: usize,
    likeness: Likeness,
    purpose: Purpose,
    table: &mut Table,
) -> Option<Comparison> {
    let pile = pair.pile;
    if likeness.shared < COMPARE_SHARED_MIN {
        return None;
    }
    let unaligned = Comparison {
        s,
        t,
        score: 0.0,
        plain: 0.0,
        quoted: 0.0,
        in_s: (0, 0),
        in_t: (0, 0),
        quote_s: None,
        quote_t: None,
        identity: 0.0,
        kept: 0.0,
        likeness,
    };
    if !is_promising(pair, (s, t), likeness.shared, purpose) {
        return Some(unaligned);
    }
    let (a, b) = (pile.tokens_of(s), pile.tokens_of(t));
    let alignment = if pile.are_equal(s, t) { align_equal(a) } else { align(a, b, table) };
    let (Some(&first), Some(&last)) = (alignment.pairs.first(), alignment.pairs.last()) else {
        return Some(unaligned);
    };
    let is_quoted = |&&(i, j): &&(usize, usize)| a[i].is_quoted || b[j].is_quoted;
    let weight = |&(i, j): &(usize, usize)| a[i].weight.min(b[j].weight);
    let total: f32 = alignment.pairs.iter().map(weight).sum();
    let quoted: f32 = alignment.pairs.iter().filter(is_quoted).map(weight).sum();
    let both = || alignment.pairs.iter().filter(|&&(i, j)| a[i].is_quoted && b[j].is_quoted);
    let quote = both().next().zip(both().next_back());
    let equal = alignment.pairs.iter().filter(|&&(i, j)| a[i].form == b[j].form).count();
    let length = (last.0 - first.0 + 1) + (last.1 - first.1 + 1);
    Some(Comparison {
        s,
        t,
        score: alignment.score,
        plain: alignment.score * (total - quoted) / total.max(f32::MIN_POSITIVE),
        quoted,
        in_s: (first.0, last.0),
        in_t: (first.1, last.1),
        quote_s: quote.map(|(x, y)| (x.0, y.0)),
        quote_t: quote.map(|(x, y)| (x.1, y.1)),
        identity: 2.0 * equal as f32 / length as f32,
        kept: equal as f32 / a.len().min(b.len()) as f32,
        likeness,
    })
}
