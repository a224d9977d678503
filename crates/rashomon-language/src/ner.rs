//! The entity recogniser: one BILUO transition a token (Lample et al., "Neural architectures for named entity recognition",
//! 2016, section 3; Ratinov and Roth, "Design challenges and misconceptions in named entity recognition", 2009).

use crate::document::EntityData;
use crate::scorer::{MAX_CLASSES, Scorer, best};
use crate::tables::Tables;
use pulp::{Simd, WithSimd};
use std::ops::Range;

/// Features of the recogniser: the token, the first token of the open entity, the token before.
pub(crate) type EntityScorer = Scorer<3, 5>;

/// The recogniser's classes. Rows of the upper layer are sorted by kind; the labels have one order in every kind.
pub(crate) struct EntityMoves {
    begin: Range<usize>,
    inside: Range<usize>,
    last: Range<usize>,
    unit: Range<usize>,
    outside: usize,
    labels: Vec<&'static str>,
}

impl EntityMoves {
    pub(crate) fn load(tables: &Tables) -> Self {
        let classes: Vec<&'static str> = tables.lines("ner_moves").collect();
        let range = |prefix: &str| {
            let start = classes.iter().position(|c| c.starts_with(prefix)).expect("every kind has a class");
            start..start + classes.iter().filter(|c| c.starts_with(prefix)).count()
        };
        let labels: Vec<&'static str> = classes[range("B-")].iter().map(|c| &c[2..]).collect();
        for kind in ["I-", "L-", "U-"] {
            let same = classes[range(kind)].iter().map(|c| &c[2..]).eq(labels.iter().copied());
            assert!(same, "the labels have one order in every kind of move");
        }
        Self {
            begin: range("B-"),
            inside: range("I-"),
            last: range("L-"),
            unit: range("U-"),
            outside: classes.iter().position(|c| *c == "O").expect("a class for tokens outside"),
            labels,
        }
    }

    pub(crate) fn n_classes(&self) -> usize {
        4 * self.labels.len() + 2
    }
}

/// Recognises the entities of one document of `is_space.len()` tokens.
pub(crate) struct Recognise<'a> {
    pub(crate) scorer: &'a EntityScorer,
    pub(crate) moves: &'a EntityMoves,
    pub(crate) shares: &'a [f32],
    pub(crate) is_space: &'a [bool],
    pub(crate) starts: &'a [bool],
}

impl WithSimd for Recognise<'_> {
    type Output = Vec<EntityData>;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> Vec<EntityData> {
        let (mut found, mut open): (Vec<EntityData>, Option<(usize, usize)>) = (Vec::new(), None);
        let mut scores = [0.0; MAX_CLASSES];
        let n = self.is_space.len();
        for token in 0..n {
            let features = match open {
                Some((start, _)) => [token as i32, start as i32, token as i32 - 1],
                None => [token as i32, -1, -1],
            };
            self.scorer.score(simd, self.shares, features, &mut scores);
            let may_go_on = token + 1 < n && !self.starts[token + 1];
            let entity = |start: usize, label: usize| EntityData {
                start: start as u32,
                end: token as u32 + 1,
                label: self.moves.labels[label],
            };
            if let Some((start, label)) = open {
                let inside = scores[self.moves.inside.start + label];
                if !may_go_on || scores[self.moves.last.start + label] > inside {
                    found.push(entity(start, label));
                    open = None;
                }
                continue;
            }
            if self.is_space[token] {
                continue;
            }
            let outside = scores[self.moves.outside];
            let unit = best(&scores, self.moves.unit.clone());
            let begin = best(&scores, self.moves.begin.clone()).filter(|_| may_go_on);
            // Of equal scores the first class wins: B, then U, then O.
            if let Some((score, class)) = begin
                && unit.is_none_or(|(other, _)| score >= other)
                && score >= outside
            {
                open = Some((token, class - self.moves.begin.start));
            } else if let Some((score, class)) = unit
                && score >= outside
            {
                found.push(entity(token, class - self.moves.unit.start));
            }
        }
        found
    }
}
