//! Sentences without a predicate of their own that another sentence answers or that answer one.

use super::{Finder, Trigger};
use crate::claim::EventType;
use crate::modality::{Modality, Polarity, is_elliptical_denial, of_token};
use rashomon_text::BlockKind;

impl Finder<'_, '_> {
    /// A state that somebody asserts and another denies: "the tanks were empty".
    pub(super) fn asserted(&self, t: usize) -> Trigger {
        let (polarity, modality) = of_token(self.parsed, t);
        Trigger {
            token: t,
            carrier: t,
            kind: EventType::Other,
            mode: "",
            predicate: self.token(t).lemma.to_string(),
            polarity,
            modality,
        }
    }

    /// A denial in other words than a verb of denial: "Pure fantasy", "It had not".
    pub(super) fn denial(&self, t: usize) -> Trigger {
        let carrier = if self.is_verb_form(t) { t } else { self.token(t).head };
        Trigger {
            token: t,
            carrier,
            kind: EventType::Reject,
            mode: "deny",
            predicate: "deny".to_owned(),
            polarity: Polarity::Positive,
            modality: Modality::Happened,
        }
    }

    /// "We reported that the dean had been dismissed. She has not.": in a correction, the same not done.
    pub(super) fn undone(&self, sentence: usize, told: &Trigger) -> Option<Trigger> {
        let tokens = self.parsed.sentences[sentence].tokens.clone();
        let words: Vec<usize> =
            tokens.filter(|&t| !matches!(self.token(t).pos, "PUNCT" | "SPACE")).take(3).collect();
        let is_correction = self.parsed.sentences[sentence].kind == BlockKind::Correction;
        if !is_correction || !is_elliptical_denial(self.parsed, &words) {
            return None;
        }
        Some(Trigger {
            token: words[1],
            carrier: words[1],
            polarity: Polarity::Negative,
            modality: Modality::Happened,
            ..told.clone()
        })
    }
}
