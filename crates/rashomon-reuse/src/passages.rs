//! Which stretches of two linked texts are listed.

use crate::PassageKind;
use crate::align::{liken, stretch};
use crate::compare::Comparison;
use crate::find::{Link, Pair};
use crate::pile::{Pile, Token};
use rashomon_text::Span;
use rustc_hash::FxHashSet;

/// A chosen pair of stretches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chosen {
    pub(crate) s: usize,
    pub(crate) t: usize,
    pub(crate) from: Span,
    pub(crate) to: Span,
    pub(crate) similarity: f32,
    /// See [`Comparison::kept`].
    pub(crate) kept: f32,
    pub(crate) kind: PassageKind,
}

/// Aligned stretches must agree in this share of words to count as runs of the same words.
const CLOSE_IDENTITY_MIN: f32 = 0.45;

/// Where short runs together link two texts, each is listed.
const SHORT_LISTED_MIN: f32 = 1.5;

/// The passages of two texts linked by more than quotations; `compared` holds all pairs of their sentences.
pub(crate) fn passages(pair: &Pair<'_>, link: Link, compared: &[Comparison]) -> Vec<Chosen> {
    let listed_min = if link == Link::Overlap { SHORT_LISTED_MIN } else { pair.options.passage_listed_min };
    let mut close: Vec<&Comparison> =
        compared.iter().filter(|c| c.score >= listed_min && c.identity >= CLOSE_IDENTITY_MIN).collect();
    close.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.s, x.t).cmp(&(y.s, y.t))));
    let mut chosen: Vec<Chosen> = Vec::new();
    for comparison in close {
        let mut candidate = close_passage(pair, comparison);
        if link == Link::Paraphrase {
            // The rest of the sentence is the same in other words.
            candidate.from = pair.pile.sentences[candidate.s].span;
            candidate.to = pair.pile.sentences[candidate.t].span;
        }
        if is_free(&chosen, candidate.from, candidate.s, |c| (c.from, c.s))
            && is_free(&chosen, candidate.to, candidate.t, |c| (c.to, c.t))
        {
            chosen.push(candidate);
        }
    }
    add_equal_neighbours(pair, &mut chosen);
    if link == Link::Paraphrase {
        add_paraphrases(pair, compared, &mut chosen);
    }
    chosen
}

/// Whether most of `span` is not yet in a chosen passage of that sentence.
fn is_free(chosen: &[Chosen], span: Span, sentence: usize, side: impl Fn(&Chosen) -> (Span, usize)) -> bool {
    let overlap = |other: Span| span.end().min(other.end()).saturating_sub(span.start().max(other.start()));
    chosen.iter().map(side).filter(|(_, s)| *s == sentence).all(|(other, _)| 3 * overlap(other) <= span.len())
}

fn close_passage(pair: &Pair<'_>, c: &Comparison) -> Chosen {
    let pile = pair.pile;
    let (a, b) = (&pile.sentences[c.s], &pile.sentences[c.t]);
    let (x, y) = (pile.tokens_of(c.s), pile.tokens_of(c.t));
    let is_quotation = c.plain < c.score / 4.0 && c.quote_s.is_some();
    let same =
        |x: &[Token], y: &[Token]| x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.form == y.form);
    let identical = same(&x[c.in_s.0..=c.in_s.1], &y[c.in_t.0..=c.in_t.1]);
    Chosen {
        s: c.s,
        t: c.t,
        from: stretch(a, x, c.in_s.0, c.in_s.1),
        to: stretch(b, y, c.in_t.0, c.in_t.1),
        similarity: if identical { 1.0 } else { c.identity.min(0.99) },
        kept: c.kept,
        kind: match (is_quotation, identical) {
            (true, _) => PassageKind::Quotation,
            (false, true) => PassageKind::Identical,
            (false, false) => PassageKind::Edited,
        },
    }
}

/// Once two texts are known to tell the same sentence by sentence, less is needed for one more sentence.
const MORE_SHARED_MIN: f32 = 0.9;
const MORE_DICE_MIN: f32 = 0.2;
/// A sentence merged into a longer one: this share of its weight is found there.
const MERGED_CONTAINED_MIN: f32 = 0.4;

fn add_paraphrases(pair: &Pair<'_>, compared: &[Comparison], chosen: &mut Vec<Chosen>) {
    let mut soft: Vec<&Comparison> = compared
        .iter()
        .filter(|c| c.likeness.shared >= MORE_SHARED_MIN && c.likeness.dice >= MORE_DICE_MIN)
        .collect();
    soft.sort_by(|x, y| y.likeness.dice.total_cmp(&x.likeness.dice).then((x.s, x.t).cmp(&(y.s, y.t))));
    for c in &soft {
        if chosen.iter().all(|other| other.s != c.s && other.t != c.t) {
            chosen.push(soft_passage(pair, c));
        }
    }
    // Two sentences of one side merged into one of the other: the neighbour of a matched sentence.
    for c in &soft {
        let merged = |other: &Chosen| {
            (other.t == c.t && other.s.abs_diff(c.s) == 1) || (other.s == c.s && other.t.abs_diff(c.t) == 1)
        };
        let s_free = chosen.iter().all(|other| other.s != c.s);
        let t_free = chosen.iter().all(|other| other.t != c.t);
        if (s_free != t_free) && c.likeness.contained >= MERGED_CONTAINED_MIN && chosen.iter().any(merged) {
            chosen.push(soft_passage(pair, c));
        }
    }
    add_followers(pair, chosen);
}

/// Short equal sentences ("The ministry denied it.") say nothing alone; next to a passage they belong to it.
fn add_equal_neighbours(pair: &Pair<'_>, chosen: &mut Vec<Chosen>) {
    let pile = pair.pile;
    let mut in_s: FxHashSet<usize> = chosen.iter().map(|c| c.s).collect();
    let mut in_t: FxHashSet<usize> = chosen.iter().map(|c| c.t).collect();
    let mut at = 0;
    while let Some(&Chosen { s, t, .. }) = chosen.get(at) {
        at += 1;
        for (s, t) in [(s.wrapping_sub(1), t.wrapping_sub(1)), (s + 1, t + 1)] {
            let inside = pile.by_text[pair.a].contains(&s) && pile.by_text[pair.b].contains(&t);
            if !inside || in_s.contains(&s) || in_t.contains(&t) || !pile.are_equal(s, t) {
                continue;
            }
            in_s.insert(s);
            in_t.insert(t);
            let (from, to) = (pile.sentences[s].span, pile.sentences[t].span);
            let is_quoted = pile.tokens_of(s).iter().all(|t| t.is_quoted);
            let kind = if is_quoted { PassageKind::Quotation } else { PassageKind::Identical };
            chosen.push(Chosen { s, t, from, to, similarity: 1.0, kept: 1.0, kind });
        }
    }
}

/// A sentence whose words were all replaced, between sentences that were not: it follows its neighbour in both texts.
fn add_followers(pair: &Pair<'_>, chosen: &mut Vec<Chosen>) {
    let pile = pair.pile;
    let matched: FxHashSet<(usize, usize)> = chosen.iter().map(|c| (c.s, c.t)).collect();
    let in_s: FxHashSet<usize> = chosen.iter().map(|c| c.s).collect();
    let in_t: FxHashSet<usize> = chosen.iter().map(|c| c.t).collect();
    for (s, t) in pile.by_text[pair.a].clone().flat_map(|s| pile.by_text[pair.b].clone().map(move |t| (s, t)))
    {
        let follows = s > 0 && t > 0 && matched.contains(&(s - 1, t - 1));
        if !follows || in_s.contains(&s) || in_t.contains(&t) {
            continue;
        }
        let (a, b) = (&pile.sentences[s], &pile.sentences[t]);
        let likeness = liken(pile, s, t);
        let lengths = a.tokens.len().min(b.tokens.len()) as f32 / a.tokens.len().max(b.tokens.len()) as f32;
        if likeness.shared >= FOLLOWER_SHARED_MIN && lengths >= FOLLOWER_LENGTHS_MIN {
            let (from, to, similarity) = (a.span, b.span, likeness.dice.min(0.99));
            chosen.push(Chosen { s, t, from, to, similarity, kept: 0.0, kind: PassageKind::Paraphrase });
        }
    }
}

/// A follower shares at least an everyday word, and is not many times as long.
const FOLLOWER_SHARED_MIN: f32 = 0.3;
const FOLLOWER_LENGTHS_MIN: f32 = 0.3;

fn soft_passage(pair: &Pair<'_>, c: &Comparison) -> Chosen {
    Chosen {
        s: c.s,
        t: c.t,
        from: pair.pile.sentences[c.s].span,
        to: pair.pile.sentences[c.t].span,
        similarity: c.likeness.dice.min(0.99),
        kept: c.kept,
        kind: PassageKind::Paraphrase,
    }
}

/// The shared quotations alone.
pub(crate) fn quotations(pair: &Pair<'_>, compared: &[Comparison]) -> Vec<Chosen> {
    let pile = pair.pile;
    let mut chosen: Vec<Chosen> = Vec::new();
    let mut quoting: Vec<&Comparison> =
        compared.iter().filter(|c| c.quoted >= pair.options.quote_min).collect();
    quoting.sort_by(|x, y| y.quoted.total_cmp(&x.quoted).then((x.s, x.t).cmp(&(y.s, y.t))));
    for c in quoting {
        let (Some(in_s), Some(in_t)) = (c.quote_s, c.quote_t) else { continue };
        let (x, y) = (pile.tokens_of(c.s), pile.tokens_of(c.t));
        let from = x[in_s.0].span.cover(x[in_s.1].span);
        let to = y[in_t.0].span.cover(y[in_t.1].span);
        if is_free(&chosen, from, c.s, |c| (c.from, c.s)) && is_free(&chosen, to, c.t, |c| (c.to, c.t)) {
            let similarity = c.identity.min(1.0);
            chosen.push(Chosen {
                s: c.s,
                t: c.t,
                from,
                to,
                similarity,
                kept: c.kept,
                kind: PassageKind::Quotation,
            });
        }
    }
    chosen
}

/// Share of a text's sentences, by length, that lies in passages.
pub(crate) fn extent(pile: &Pile, text: usize, passages: impl Iterator<Item = Span>) -> f32 {
    let length: usize = pile.sentences[pile.by_text[text].clone()].iter().map(|s| s.span.len()).sum();
    let mut spans: Vec<Span> = passages.collect();
    spans.sort_unstable();
    let (mut covered, mut end) = (0, 0);
    for span in spans {
        covered += span.end().saturating_sub(end.max(span.start()));
        end = end.max(span.end());
    }
    (covered as f32 / length.max(1) as f32).min(1.0)
}

/// Share of a text's sentences of which at least half lies in passages.
pub(crate) fn coverage(pile: &Pile, text: usize, passages: impl Iterator<Item = (usize, Span)>) -> f32 {
    let sentences = pile.by_text[text].clone();
    let mut covered = vec![0; sentences.len()];
    for (sentence, span) in passages {
        covered[sentence - sentences.start] += span.len();
    }
    let n = covered
        .iter()
        .zip(sentences.clone())
        .filter(|(n, i)| 2 * **n >= pile.sentences[*i].span.len())
        .count();
    n as f32 / sentences.len().max(1) as f32
}
