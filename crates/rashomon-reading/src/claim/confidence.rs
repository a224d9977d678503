//! How sure a claim is, by the form of its trigger, its mode and its category.
//!
//! The classes are of grammar and of the table of predicates; their figures are measured, not felt: the share of the class
//! that is right among the claims of news judged in `eval/calibration` and those of MEANTIME together (`rashomon-eval --task
//! calibration,events`, `confidence_…` there).

use super::{Claim, EventType};
use crate::ParsedArticle;
use crate::modality::Modality;

/// The grammatical form of a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A past tense, or a form with an auxiliary that has a tense: "fled", "was held", "did not flee".
    Finite,
    /// A participle alone: "held since Monday".
    Participle,
    /// A form without a past: "denies", "to hold", "will hold".
    Bare,
    /// A noun: "the blockade".
    Noun,
}

/// A past tense told as fact.
const FINITE: f32 = 0.96;
/// A participle told as fact.
const PARTICIPLE: f32 = 0.86;
/// A noun told as fact.
const NOUN: f32 = 0.92;
/// A verb told as planned, possible, wanted, denied.
const VERB_UNREAL: f32 = 0.78;
/// A noun so told.
const NOUN_UNREAL: f32 = 0.60;
/// A form without a past told as fact.
const BARE: f32 = 0.72;

/// What fits nowhere else.
const TYPE_OPEN: f32 = 0.99;
/// Categories whose words mean little else.
const TYPE_CLOSE: f32 = 0.93;
/// Categories whose words mean other things too.
const TYPE_LOOSE: f32 = 0.62;

impl Claim {
    /// Probability, 0 to 1, that the article tells of an event there, with this polarity and modality.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        let is_fact = matches!(self.modality, Modality::Happened | Modality::Ongoing);
        match (self.form, is_fact) {
            (Form::Finite, true) => FINITE,
            (Form::Participle, true) => PARTICIPLE,
            (Form::Bare, true) => BARE,
            (Form::Noun, true) => NOUN,
            (Form::Noun, false) => NOUN_UNREAL,
            (_, false) => VERB_UNREAL,
        }
    }

    /// Probability, 0 to 1, that the category is what happens, given that the event is told.
    #[must_use]
    pub fn type_confidence(&self) -> f32 {
        use EventType as E;
        match self.kind {
            E::Other => TYPE_OPEN,
            E::Statement | E::Casualty | E::Coerce | E::Support | E::Accuse | E::Vote | E::Sanction => {
                TYPE_CLOSE
            }
            _ => TYPE_LOOSE,
        }
    }
}

/// The form of the trigger `token`.
pub(super) fn form(parsed: &ParsedArticle, token: usize) -> Form {
    let word = &parsed.tokens[token];
    let has_auxiliary = |t: usize| parsed.child(t, &["aux", "auxpass"]).is_some();
    match word.tag {
        "VBD" => Form::Finite,
        "VB" if parsed.children(token).iter().any(|&c| parsed.tokens[c].lemma == "do") => Form::Finite,
        "VBN" | "VBG" if has_auxiliary(token) || word.dep == "conj" && has_auxiliary(word.head) => {
            Form::Finite
        }
        "VBN" | "VBG" => Form::Participle,
        tag if tag.starts_with('V') => Form::Bare,
        _ if word.pos == "ADJ" => Form::Finite,
        _ => Form::Noun,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::with_article;

    #[track_caller]
    fn check(text: &str, predicate: &str, expected: (Form, f32)) {
        let found = with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            let claim = reading.claims.iter().find(|c| c.predicate == predicate);
            claim.map(|c| (c.form, c.confidence())).unwrap_or_else(|| panic!("{predicate} in {text}"))
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_past_tense_is_surer_than_what_is_planned_and_than_a_noun() {
        check("The army shelled the port on Monday.", "shell", (Form::Finite, FINITE));
        check("The port was shelled on Monday.", "shell", (Form::Finite, FINITE));
        check("The army will shell the port on Monday.", "shell", (Form::Bare, VERB_UNREAL));
        check("The army did not shell the port on Monday.", "shell", (Form::Finite, FINITE));
        check("The army accuses the union of treason.", "accuse", (Form::Bare, BARE));
        check("The bombardment of Lagosta began on Monday.", "bombardment", (Form::Noun, NOUN));
    }

    #[test]
    fn a_category_of_words_with_many_meanings_is_less_sure() {
        let of = |text: &str| {
            with_article(text, None, |parsed| crate::read(parsed).claims.first().map(Claim::type_confidence))
        };
        assert!(of("Police arrested the mayor on Monday.") > of("The army captured the port on Monday."));
    }
}
