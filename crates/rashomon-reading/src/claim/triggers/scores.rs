//! Verbs on which nothing but the score of a vote hangs: "the article on perjury squeaked by with 32 for and 31 against".

use super::{Finder, Trigger};
use crate::claim::EventType;
use crate::modality::{Modality, of_token};
use crate::{quantity, quotation, voting};

impl Finder<'_, '_> {
    /// The verb of a sentence that gives the score of a vote, where no other word of it tells of one.
    pub(super) fn of_score(&self, sentence: usize, known: &[Trigger]) -> Option<Trigger> {
        let tokens = self.parsed.sentences[sentence].tokens.clone();
        let is_told = |t: &Trigger| {
            self.token(t.token).sentence == sentence
                && (t.kind == EventType::Vote || voting::ending(&t.predicate).is_some())
        };
        if known.iter().any(is_told) || !self.is_told(tokens.start) {
            return None;
        }
        let score = quantity::score_in(self.parsed, sentence)?;
        let is_verb = |&t: &usize| {
            let word = self.token(t);
            word.pos == "VERB"
                && matches!(word.tag, "VBD" | "VBN" | "VBZ" | "VBP")
                && !matches!(word.dep, "aux" | "auxpass" | "amod" | "compound" | "relcl")
        };
        let verb = self.parsed.ancestors(score).find(is_verb);
        let verb = verb.or_else(|| (tokens.start..score).rev().find(is_verb))?;
        let (polarity, modality) = of_token(self.parsed, verb);
        // "The whip counts 61 in favour": what somebody foresees; "the motion falls".
        let lemma = self.token(verb).lemma.as_str();
        let ends = voting::ending(lemma).or_else(|| voting::own_ending(lemma)).is_some();
        let is_present = matches!(self.token(verb).tag, "VBZ" | "VBP");
        // "A source said": who tells of a count does not hold the vote.
        if is_present && !ends || quotation::cue_class(lemma).is_some() {
            return None;
        }
        let is_known = known.iter().any(|t| t.token == verb);
        let is_contest =
            matches!(self.token(verb).lemma.as_str(), "win" | "lead" | "trail" | "edge" | "beat");
        if is_known || is_contest || !matches!(modality, Modality::Happened | Modality::Ongoing) {
            return None;
        }
        Some(Trigger {
            token: verb,
            carrier: verb,
            kind: EventType::Vote,
            mode: "",
            predicate: self.token(verb).lemma.to_string(),
            polarity,
            modality: Modality::Happened,
        })
    }
}
