//! How far two short texts say the same, where the question is not who copied whom.

use crate::Text;
use crate::align::liken;
use crate::pile::{Class, Pile};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// What a figure or name that the other text contradicts takes off.
const CONTRADICTED: f32 = 0.1;

/// For pairs of texts (by their places in `texts`): the share of their words that they have in common, weighted by how
/// rare each is among all `texts`, sentence by sentence of the shorter one; 0..1. Figures that differ count against it.
///
/// ```
/// use rashomon_reuse::{Text, likeness};
/// use rashomon_text::Span;
///
/// let sentences = ["The ferry Aster sank off Lorme.", "Off Lorme the Aster, a ferry, sank.", "Wheat prices rose again."];
/// let spans: Vec<[Span; 1]> = sentences.iter().map(|s| [Span::new(0, s.len())]).collect();
/// let texts: Vec<Text<'_>> = (0..3).map(|i| Text::new(["a", "b", "c"][i], sentences[i], &spans[i])).collect();
/// let alike = likeness(&texts, &[(0, 1), (0, 2)]);
/// assert!(alike[0] > 0.9 && alike[1] < 0.1);
/// ```
#[must_use]
pub fn likeness(texts: &[Text<'_>], pairs: &[(usize, usize)]) -> Vec<f32> {
    let pile = Pile::new(texts);
    let mut ranks = vec![0; texts.len()];
    pile.order.iter().enumerate().for_each(|(rank, &i)| ranks[i] = rank);
    let of_pair = |&(a, b): &(usize, usize)| match (ranks.get(a), ranks.get(b)) {
        (Some(&a), Some(&b)) => of_texts(&pile, a, b),
        _ => 0.0,
    };
    pairs.par_iter().map(of_pair).collect()
}

/// The mean, by weight, of the best likeness of every sentence of the lighter text.
fn of_texts(pile: &Pile, a: usize, b: usize) -> f32 {
    let weight = |text: usize| -> f32 {
        pile.sentences[pile.by_text[text].clone()].iter().map(|s| s.bag_weight).sum()
    };
    let (light, heavy) = if weight(a) <= weight(b) { (a, b) } else { (b, a) };
    let mut sum = 0.0;
    for s in pile.by_text[light].clone() {
        let own = &pile.sentences[s];
        let others = pile.by_text[heavy].clone();
        let best = others.map(|t| of_sentences(pile, s, t)).fold(0.0, f32::max);
        sum += best * own.bag_weight;
    }
    let all = weight(light);
    if all > 0.0 { (sum / all).min(1.0) } else { 0.0 }
}

fn of_sentences(pile: &Pile, s: usize, t: usize) -> f32 {
    let dice = liken(pile, s, t).dice;
    let figures = |sentence: usize| -> FxHashSet<u32> {
        pile.tokens_of(sentence).iter().filter(|w| w.class == Class::Number).map(|w| w.stem).collect()
    };
    let (x, y) = (figures(s), figures(t));
    let differ = !x.is_subset(&y) && !y.is_subset(&x);
    (dice - if differ { CONTRADICTED } else { 0.0 }).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rashomon_text::Span;

    #[track_caller]
    fn check(a: &str, b: &str) -> f32 {
        let (s, t) = ([Span::new(0, a.len())], [Span::new(0, b.len())]);
        likeness(&[Text::new("a", a, &s), Text::new("b", b, &t)], &[(0, 1)])[0]
    }

    #[test]
    fn order_of_words_does_not_matter_and_figures_do() {
        let said = "Grain exports from Velmar fell by 12 percent in March.";
        let turned = "In March, exports of grain from Velmar fell 12 percent.";
        let other = "In March, exports of grain from Velmar fell 19 percent.";
        assert!(check(said, turned) > 0.9);
        assert!(check(said, other) < check(said, turned) - 0.1);
        assert!(check(said, "").abs() < 1e-6);
    }
}
