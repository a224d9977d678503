//! How sure a figure is, by what tells what it measures.
//!
//! The classes are of grammar; their figures are measured, not felt: the share of the class that has the right measure and
//! value among the figures of news judged in `eval/calibration` and those of public sets (`rashomon-eval --task
//! calibration,quantities`, `confidence_…` there).

use super::Quantity;
use super::figure::Figure;
use super::number::Kind;
use super::unit::FigureUnit;
use crate::ParsedArticle;

/// What tells what a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Its own unit or sign: "$3 million", "40 per cent", "aged 8", "12 km".
    Unit,
    /// A noun with a measure of its own, or what is said to have become of those counted: "12 dead", "nine votes".
    Known,
    /// The noun that it counts, which agrees with it: "four trucks".
    Noun,
    /// A noun that does not: a name or a singular, "1267 list", "12-gauge". It may be part of what is meant.
    Uneven,
    /// The clause, or an earlier figure: "the toll rose to 12", "and 14 on Tuesday".
    Context,
}

/// By its unit.
const UNIT: f32 = 0.97;
/// A measure of its own.
const KNOWN: f32 = 0.96;
/// By a noun that agrees.
const NOUN: f32 = 0.89;
/// By one that does not.
const UNEVEN: f32 = 0.38;
/// By the clause or an earlier figure.
const CONTEXT: f32 = 0.80;

impl Quantity {
    /// Probability, 0 to 1, that measure and value are what is meant.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        match self.basis {
            Basis::Unit => UNIT,
            Basis::Known => KNOWN,
            Basis::Noun => NOUN,
            Basis::Uneven => UNEVEN,
            Basis::Context => CONTEXT,
        }
    }
}

/// What tells that a figure, with the noun that it counts or without, is of this measure.
pub(super) fn basis(parsed: &ParsedArticle, figure: &Figure, measure: &str, noun: Option<usize>) -> Basis {
    /// Keys of measures that no noun alone gives.
    const KNOWN_KEYS: [&str; 6] = ["people.", "votes", "seats", "territory", "turnout", "magnitude"];
    match figure.unit {
        FigureUnit::None if KNOWN_KEYS.iter().any(|k| measure.starts_with(k)) => Basis::Known,
        FigureUnit::None => match noun.map(|n| parsed.tokens[n].tag) {
            Some("NNS") => Basis::Noun,
            // "12 Turks", "seven crew".
            Some("NN" | "NNPS") if measure == "people" => Basis::Noun,
            Some("NN") if figure.kind == Kind::Ordinal || figure.value == Some(1.0) => Basis::Noun,
            Some(_) => Basis::Uneven,
            None => Basis::Context,
        },
        _ => Basis::Unit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::with_article;

    #[track_caller]
    fn check(text: &str, expected: &[Basis]) {
        let found = with_article(text, None, |parsed| {
            crate::read(parsed).quantities.iter().map(|q| q.basis).collect::<Vec<_>>()
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_unit_is_surer_than_a_noun() {
        check("The repair cost $3 million.", &[Basis::Unit]);
        check("The fire killed 12 people and destroyed four trucks.", &[Basis::Known, Basis::Noun]);
        check("The number of dead rose to 12 on Monday.", &[Basis::Known]);
        check(
            "Forty boats left the harbour on Monday and 12 of them came back.",
            &[Basis::Noun, Basis::Context],
        );
        check("Officers found a 12-gauge shotgun.", &[Basis::Uneven]);
        let all = [UNIT, KNOWN, NOUN, CONTEXT, UNEVEN];
        assert!(all.is_sorted_by(|a, b| a >= b));
    }
}
