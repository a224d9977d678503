//! Words that say how exact a number is: "at least", "some", "or more".

use super::{Amount, Scan};
use crate::quantity::Qualifier;
use crate::quantity::number::Kind;
use crate::quantity::unit::FigureUnit;

impl Scan<'_> {
    /// The words before the number that qualify it: where they start, and how.
    pub(super) fn qualifier(&self, i: usize, amount: &Amount) -> (usize, Qualifier) {
        let is_length_of_time = matches!(amount.unit, FigureUnit::Time(_));
        for (phrase, qualifier) in QUALIFIERS {
            let length = phrase.split(' ').count();
            let Some(start) = i.checked_sub(length) else { continue };
            let matches = phrase.rsplit(' ').enumerate().all(|(k, word)| self.back(i, k + 1) == word);
            if !matches || self.masked[start] {
                continue;
            }
            if *phrase == "within" && !is_length_of_time {
                continue;
            }
            // "over three years" says how long, not more than.
            if is_length_of_time && matches!(*phrase, "over" | "under" | "below" | "above" | "in excess of") {
                return (i, Qualifier::Exactly);
            }
            if *phrase == "over" && self.is_handed_over(start) {
                return (i, Qualifier::Exactly);
            }
            if matches!(*phrase, "above" | "below" | "under") && self.is_locative(start, amount) {
                return (i, Qualifier::Exactly);
            }
            return (start, *qualifier);
        }
        (i, Qualifier::Exactly)
    }

    /// "the dam above 6 villages".
    fn is_locative(&self, at: usize, amount: &Amount) -> bool {
        let token = &self.parsed.tokens[self.w[at].token];
        token.dep == "prep" && amount.unit == FigureUnit::None && self.tag(amount.end).starts_with("NN")
    }

    /// "Hand over 120 prisoners", "turned over nine documents": the verb's own word.
    fn is_handed_over(&self, at: usize) -> bool {
        let token = self.w[at].token;
        let before = token.checked_sub(1).map(|t| &self.parsed.tokens[t]);
        before.is_some_and(|verb| {
            verb.sentence == self.parsed.tokens[token].sentence
                && matches!(verb.lemma.as_str(), "hand" | "turn")
                && verb.pos == "VERB"
        })
    }

    /// "or more", "or so" after the number.
    pub(super) fn qualifier_after(&self, i: usize) -> Option<(usize, Qualifier)> {
        match (self.lower(i), self.lower(i + 1)) {
            ("or", "more" | "greater" | "higher" | "fewer" | "less") if self.lower(i + 2) == "than" => None,
            ("or", "more" | "greater" | "higher" | "above" | "over") => Some((i + 2, Qualifier::AtLeast)),
            ("and", "more")
                if !matches!(self.tag(i + 2), "RB" | "JJ" | "IN" | "TO") || self.lower(i + 2) == "in" =>
            {
                Some((i + 2, Qualifier::AtLeast))
            }
            ("or", "so") => Some((i + 2, Qualifier::About)),
            ("or", "fewer" | "less") => Some((i + 2, Qualifier::AtMost)),
            ("+", _) if !self.w[i].spaced => Some((i + 1, Qualifier::AtLeast)),
            ("-", "plus" | "odd") => Some((i + 2, Qualifier::MoreThan)),
            _ => None,
        }
    }
}

/// Phrases before a number; the longer ones first.
const QUALIFIERS: &[(&str, Qualifier)] = &[
    ("at the very least", Qualifier::AtLeast),
    ("a minimum of", Qualifier::AtLeast),
    ("no fewer than", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("not less than", Qualifier::AtLeast),
    ("not fewer than", Qualifier::AtLeast),
    ("no greater than", Qualifier::AtMost),
    ("no higher than", Qualifier::AtMost),
    ("not greater than", Qualifier::AtMost),
    ("a maximum of", Qualifier::AtMost),
    ("no more than", Qualifier::AtMost),
    ("not more than", Qualifier::AtMost),
    ("not over", Qualifier::AtMost),
    ("not above", Qualifier::AtMost),
    ("not exceeding", Qualifier::AtMost),
    ("as high as", Qualifier::AtMost),
    ("as many as", Qualifier::AtMost),
    ("as much as", Qualifier::AtMost),
    ("in excess of", Qualifier::MoreThan),
    ("well over", Qualifier::MoreThan),
    ("just over", Qualifier::MoreThan),
    ("just under", Qualifier::LessThan),
    ("just above", Qualifier::MoreThan),
    ("at least", Qualifier::AtLeast),
    ("within", Qualifier::AtMost),
    ("at most", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("more than", Qualifier::MoreThan),
    ("greater than or equal to", Qualifier::AtLeast),
    ("more than or equal to", Qualifier::AtLeast),
    ("less than or equal to", Qualifier::AtMost),
    ("equal to or more than", Qualifier::AtLeast),
    ("larger than", Qualifier::MoreThan),
    ("bigger than", Qualifier::MoreThan),
    ("smaller than", Qualifier::LessThan),
    ("greater than", Qualifier::MoreThan),
    ("higher than", Qualifier::MoreThan),
    ("upwards of", Qualifier::MoreThan),
    ("upward of", Qualifier::MoreThan),
    ("less than", Qualifier::LessThan),
    ("fewer than", Qualifier::LessThan),
    ("lower than", Qualifier::LessThan),
    ("close to", Qualifier::About),
    ("closer to", Qualifier::About),
    ("nearer to", Qualifier::About),
    ("nearer", Qualifier::About),
    ("an estimated", Qualifier::About),
    ("something like", Qualifier::About),
    ("in the region of", Qualifier::About),
    ("over", Qualifier::MoreThan),
    ("above", Qualifier::MoreThan),
    ("exceeding", Qualifier::MoreThan),
    ("exceed", Qualifier::MoreThan),
    ("exceeds", Qualifier::MoreThan),
    ("exceeded", Qualifier::MoreThan),
    ("surpass", Qualifier::MoreThan),
    ("surpasses", Qualifier::MoreThan),
    ("surpassed", Qualifier::MoreThan),
    (">", Qualifier::MoreThan),
    ("<", Qualifier::LessThan),
    ("≥", Qualifier::AtLeast),
    ("≤", Qualifier::AtMost),
    ("under", Qualifier::LessThan),
    ("below", Qualifier::LessThan),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("some", Qualifier::About),
    ("roughly", Qualifier::About),
    ("approximately", Qualifier::About),
    ("circa", Qualifier::About),
    ("estimated", Qualifier::About),
    ("perhaps", Qualifier::About),
    ("nearly", Qualifier::About),
    ("almost", Qualifier::About),
    ("maybe", Qualifier::About),
];

/// Value, low and high of a figure under a qualifier.
pub(super) fn bounds(
    value: f64,
    qualifier: Qualifier,
    kind: Kind,
) -> (Option<f64>, Option<f64>, Option<f64>) {
    match qualifier {
        _ if kind == Kind::Vague => (None, Some(value), None),
        Qualifier::Vague => (None, Some(value), None),
        Qualifier::Exactly if kind == Kind::Fraction => (Some(value), None, None),
        Qualifier::Exactly | Qualifier::Between => (Some(value), Some(value), Some(value)),
        Qualifier::About => (Some(value), None, None),
        Qualifier::AtLeast | Qualifier::MoreThan => (Some(value), Some(value), None),
        Qualifier::AtMost | Qualifier::LessThan => (Some(value), None, Some(value)),
    }
}
