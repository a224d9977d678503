//! Mentions of many documents, joined when they mean one happening or one thing: a learned comparison ([`weights`])
//! of the pairs that have a key in common ([`blocks`]) and average-link clustering within each pile. What is known within
//! a document (apposition, relative clause, antecedent of a pronoun: [`within`]) is joined before.
//!
//! Nothing is parsed: a mention is its words and its sentence, so marked mentions of any source can be joined.

mod average_link;
mod blocks;
mod classes;
mod features;
mod stem;
mod view;
mod weights;
mod within;

use features::{between_happenings, between_things};
use std::cell::OnceCell;
use view::{View, Viewer};
use within::Within;

/// What mentions are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Happenings: "captured", "the attack".
    Happening,
    /// Who, what, where and when: "the navy", "on Saturday".
    Thing,
}

/// A sentence of a document, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// Position of its document in the pile.
    pub document: usize,
    /// Position in its document.
    pub position: usize,
    /// Its words and marks.
    pub words: Vec<&'a str>,
}

/// Marked words of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Position of its sentence in the pile's list.
    pub sentence: usize,
    /// Positions of the words, ascending; a mention without words, or with words that are not there, stands alone.
    pub words: Vec<usize>,
}

/// For each mention of one pile its cluster, named by the cluster's first mention.
#[must_use]
pub fn cluster(kind: Kind, sentences: &[Sentence], mentions: &[Marked]) -> Vec<usize> {
    let views = view::views(kind, sentences, mentions);
    let (within, linkage) = match kind {
        Kind::Happening => (Within::none(views.len()), weights::LINKAGE_OF_HAPPENINGS),
        Kind::Thing => (Within::new(sentences, mentions, &views), weights::LINKAGE_OF_THINGS),
    };
    let compared = |(i, j): (usize, usize)| match (&views[i], &views[j]) {
        (Some(a), Some(b)) => Some((i, j, likeness(kind, a, b))),
        _ => None,
    };
    let pairs: Vec<_> = blocks::pairs(kind, &views).into_iter().filter_map(compared).collect();
    average_link::average_link(&within, &pairs, linkage)
}

/// Happenings of one pile, to be compared pair by pair.
pub struct Happenings<'a> {
    viewer: Viewer,
    sentences: Vec<Sentence<'a>>,
    mentions: Vec<Marked>,
    /// Made when first compared: most are never.
    views: Vec<OnceCell<Option<View>>>,
}

impl<'a> Happenings<'a> {
    /// Nothing is compared yet.
    #[must_use]
    pub fn new(sentences: Vec<Sentence<'a>>, mentions: Vec<Marked>) -> Self {
        let views = mentions.iter().map(|_| OnceCell::new()).collect();
        Self { viewer: Viewer::new(Kind::Happening, &sentences), sentences, mentions, views }
    }

    /// How much of the other words of their sentences is in common, the rare ones most, 0 to 1.
    #[must_use]
    pub fn surroundings(&self, a: usize, b: usize) -> f64 {
        self.view(a).zip(self.view(b)).map_or(0.0, |(a, b)| features::cosine(&a.whole, &b.whole))
    }

    /// How likely two of them are to be one, as [`cluster`] compares them, 0 to 1.
    #[must_use]
    pub fn likeness(&self, a: usize, b: usize) -> f64 {
        self.view(a).zip(self.view(b)).map_or(0.0, |(a, b)| likeness(Kind::Happening, a, b))
    }

    fn view(&self, i: usize) -> Option<&View> {
        let mention = self.mentions.get(i)?;
        self.views.get(i)?.get_or_init(|| self.viewer.view(&self.sentences, mention)).as_ref()
    }
}

/// How likely two mentions are to mean the same.
fn likeness(kind: Kind, a: &View, b: &View) -> f64 {
    let sum: f64 = match kind {
        Kind::Happening => between_happenings(a, b).iter().zip(weights::HAPPENINGS).map(|(f, w)| f * w).sum(),
        Kind::Thing => between_things(a, b).iter().zip(weights::THINGS).map(|(f, w)| f * w).sum(),
    };
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first word of each sentence that equals one of `marked` is a mention.
    #[track_caller]
    fn check(kind: Kind, texts: &[&str], marked: &[&str], expected: &[usize]) {
        let sentences: Vec<Sentence> = texts
            .iter()
            .enumerate()
            .map(|(document, t)| Sentence { document, position: 0, words: t.split(' ').collect() })
            .collect();
        let at = |s: &Sentence| s.words.iter().position(|w| marked.contains(w));
        let mentions: Vec<Marked> = sentences
            .iter()
            .enumerate()
            .map(|(sentence, s)| Marked { sentence, words: at(s).into_iter().collect() })
            .collect();
        assert_eq!(cluster(kind, &sentences, &mentions), expected, "{texts:?}");
    }

    #[test]
    fn one_happening_in_two_documents() {
        let texts =
            ["The ferry sank off Bergen .", "Off Bergen a ferry sank .", "Farmers sold wheat in Spain ."];
        check(Kind::Happening, &texts, &["sank", "sold"], &[0, 0, 2]);
    }

    #[test]
    fn one_name_in_two_documents() {
        let texts = ["Police in Bergen shut the port .", "Bergen mourns .", "Lyon votes ."];
        check(Kind::Thing, &texts, &["Bergen", "Lyon"], &[0, 0, 2]);
    }

    #[test]
    fn a_pronoun_goes_where_its_antecedent_goes() {
        let text = |t: &'static str| t.split(' ').collect();
        let sentences = [
            Sentence { document: 0, position: 0, words: text("Anna Berg resigned as she had said .") },
            Sentence { document: 1, position: 0, words: text("Anna Berg resigned .") },
        ];
        let mention = |sentence, words: &[usize]| Marked { sentence, words: words.to_vec() };
        let mentions = [mention(0, &[0, 1]), mention(0, &[4]), mention(1, &[0, 1])];
        assert_eq!(cluster(Kind::Thing, &sentences, &mentions), [0, 0, 0]);
    }

    #[test]
    fn what_is_not_there_stands_alone() {
        let mentions = [Marked { sentence: 3, words: vec![0] }, Marked { sentence: 0, words: vec![] }];
        assert_eq!(cluster(Kind::Thing, &[], &mentions), [0, 1]);
    }

    #[test]
    fn many_mentions_of_one_word_take_no_long_time() {
        let sentence =
            |document| Sentence { document, position: 0, words: "Police in Bergen .".split(' ').collect() };
        let sentences: Vec<Sentence> = (0..2_000).map(sentence).collect();
        let mentions: Vec<Marked> = (0..2_000).map(|sentence| Marked { sentence, words: vec![2] }).collect();
        assert_eq!(cluster(Kind::Thing, &sentences, &mentions).len(), 2_000);
    }
}
