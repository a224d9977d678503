//! Lines that many articles carry and nothing else links: an agency's formula, a caption, a legal notice.

use crate::pile::Pile;
use rustc_hash::{FxHashMap, FxHashSet};

/// Boilerplate is a few sentences at most.
pub(crate) const SENTENCES_MAX: usize = 5;

/// So many articles, linked to one another by the same few sentences only, carry boilerplate. An agency's
/// background sentence seldom gets so far without company in any of them.
const ARTICLES_MIN: usize = 8;

/// Of links that rest on a few pairs of sentences each (none where a link rests on more), tells which rest on
/// boilerplate.
pub(crate) fn boilerplate(pile: &Pile, few: &[Vec<(usize, usize)>]) -> Vec<bool> {
    let forms = |sentence: usize| -> Vec<u32> { pile.tokens_of(sentence).iter().map(|t| t.form).collect() };
    let mut articles: FxHashMap<Vec<u32>, FxHashSet<u32>> = FxHashMap::default();
    for &(s, t) in few.iter().flatten() {
        for sentence in [s, t] {
            articles.entry(forms(sentence)).or_default().insert(pile.sentences[sentence].text);
        }
    }
    let in_many =
        |sentence: usize| articles.get(&forms(sentence)).is_some_and(|texts| texts.len() >= ARTICLES_MIN);
    let is_boilerplate = |pairs: &Vec<(usize, usize)>| {
        !pairs.is_empty() && pairs.iter().all(|&(s, t)| in_many(s) && in_many(t))
    };
    few.iter().map(is_boilerplate).collect()
}
