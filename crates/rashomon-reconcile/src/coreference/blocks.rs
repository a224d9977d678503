//! Which pairs of mentions are compared: those that have a key in common.

use super::Kind;
use super::view::View;
use std::collections::{BTreeMap, BTreeSet};

/// A key that more mentions have proposes only pairs that stand near each other when its mentions are sorted by
/// their words: comparing stays linear in the number of mentions.
const BLOCK_MAX: usize = 256;
/// Letters of a head that make a key, as many as make two heads one word for the comparison.
const N_HEAD_LETTERS: usize = 5;
/// Rarest words of a mention's surroundings that are keys.
const N_AROUND: usize = 3;

/// What proposes a pair; two mentions with an equal key are compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The beginning of the head, or of a word of the mention.
    Word(String),
    /// A class of happenings.
    Class(usize),
    /// A document, for its pronouns and what they may stand for.
    Document(usize),
    /// A rare word of the surroundings.
    Around(u32),
    /// Initials of a name.
    Initials(String),
}

fn beginning(stem: &str) -> Key {
    Key::Word(stem.chars().take(N_HEAD_LETTERS).collect())
}

fn keys(kind: Kind, view: &View) -> BTreeSet<Key> {
    let mut keys = BTreeSet::from([beginning(&view.head)]);
    let mut around = view.around.clone();
    around.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    keys.extend(around.into_iter().take(N_AROUND).map(|(word, _)| Key::Around(word)));
    match kind {
        Kind::Happening => keys.extend(view.class.map(Key::Class)),
        Kind::Thing => {
            keys.extend(view.stems.iter().map(|s| beginning(s)));
            keys.insert(Key::Document(view.document));
            if view.initials.chars().count() > 1 {
                keys.insert(Key::Initials(view.initials.clone()));
            }
            keys.extend(view.acronym.clone().map(Key::Initials));
        }
    }
    keys
}

/// The pairs to compare, each once, the earlier mention first, in order.
pub(super) fn pairs(kind: Kind, views: &[Option<View>]) -> Vec<(usize, usize)> {
    let mut blocks: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (i, view) in views.iter().enumerate() {
        for key in view.iter().flat_map(|v| keys(kind, v)) {
            blocks.entry(key).or_default().push(i);
        }
    }
    let mut pairs = Vec::new();
    for block in blocks.values_mut() {
        if block.len() > BLOCK_MAX {
            block.sort_by_key(|&i| (views[i].as_ref().map(|v| v.core.as_str()), i));
        }
        for (at, &i) in block.iter().enumerate() {
            let near = block[at + 1..].iter().take(BLOCK_MAX);
            pairs.extend(near.map(|&j| (i.min(j), i.max(j))));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
