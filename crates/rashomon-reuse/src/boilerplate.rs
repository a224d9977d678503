//! A line that many articles carry and nothing else links: an agency's formula, a caption, a legal notice.

use crate::pile::Pile;
use rustc_hash::{FxHashMap, FxHashSet};

/// So many articles, linked to one another by one and the same sentence only, carry boilerplate. An agency's
/// background sentence seldom gets so far without company in any of them.
const ARTICLES_MIN: usize = 8;

/// Of links that rest on a single pair of sentences each, tells which rest on boilerplate.
pub(crate) fn boilerplate(pile: &Pile, lone: &[Option<(usize, usize)>]) -> Vec<bool> {
    let forms = |sentence: usize| -> Vec<u32> { pile.tokens_of(sentence).iter().map(|t| t.form).collect() };
    let mut articles: FxHashMap<Vec<u32>, FxHashSet<u32>> = FxHashMap::default();
    for &(s, t) in lone.iter().flatten() {
        for sentence in [s, t] {
            articles.entry(forms(sentence)).or_default().insert(pile.sentences[sentence].text);
        }
    }
    let in_many =
        |sentence: usize| articles.get(&forms(sentence)).is_some_and(|texts| texts.len() >= ARTICLES_MIN);
    lone.iter().map(|pair| pair.is_some_and(|(s, t)| in_many(s) && in_many(t))).collect()
}
