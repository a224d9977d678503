//! Storms by their names: "Cyclone Odile tore across the island".

use super::states::IMPACT;
use super::{Finder, Trigger};
use crate::Token;
use crate::claim::lexicon;
use crate::modality::of_token;

impl Finder<'_, '_> {
    /// "Cyclone Odile tore across the island": the storm by its name.
    pub(super) fn named_storm(&self, t: usize) -> Option<Trigger> {
        let token = self.token(t);
        let carrier = self.storm_carrier(t)?;
        let word = self.parsed.children(t).iter().find_map(|&c| storm_word(self.token(c)))?;
        let sense = lexicon::noun(word)?;
        let (polarity, modality) = of_token(self.parsed, token.head);
        Some(Trigger {
            token: t,
            carrier,
            kind: sense.kind,
            mode: sense.mode,
            predicate: word.to_owned(),
            polarity,
            modality,
        })
    }

    /// The verb by which a storm with a name reaches its place.
    pub(super) fn storm_carrier(&self, t: usize) -> Option<usize> {
        const PATH: [&str; 10] =
            ["cross", "slam", "barrel", "plough", "plow", "roar", "churn", "scour", "thrash", "pummel"];
        let token = self.token(t);
        let verb = self.token(token.head);
        let lemma = verb.lemma.as_str();
        let arrives = match lemma {
            "make" => {
                self.parsed.child(token.head, &["dobj"]).is_some_and(|o| self.token(o).lower == "landfall")
            }
            "come" => self.parsed.tokens.get(token.head + 1).is_some_and(|n| n.lower == "ashore"),
            _ => IMPACT.contains(&lemma) || PATH.contains(&lemma),
        };
        let is_storm = || self.parsed.children(t).iter().any(|&c| storm_word(self.token(c)).is_some());
        (token.pos == "PROPN" && token.dep == "nsubj" && verb.pos == "VERB" && arrives && is_storm())
            .then_some(token.head)
    }
}

/// The word before the name of a storm, lower case.
fn storm_word(token: &Token) -> Option<&str> {
    let is_storm = matches!(token.lower.as_str(), "hurricane" | "cyclone" | "typhoon" | "storm");
    (token.dep == "compound" && is_storm).then_some(token.lower.as_str())
}
