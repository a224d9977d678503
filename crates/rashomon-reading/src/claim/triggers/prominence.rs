//! Whether an event noun tells of one happening that matters to its sentence.

use super::{Finder, is_calendar_word};
use crate::claim::{EventType, lexicon};
use crate::{mention, quotation};

impl Finder<'_, '_> {
    /// A date or weekday among the noun's own modifiers.
    pub(super) fn has_own_time(&self, t: usize) -> bool {
        self.parsed.children(t).iter().any(|&c| {
            let token = self.token(c);
            let inner = if token.dep == "prep" { self.parsed.child(c, &["pobj"]) } else { Some(c) };
            matches!(token.dep, "poss" | "prep" | "npadvmod" | "compound" | "nummod" | "nmod")
                && inner.is_some_and(|i| is_calendar_word(&self.token(i).lower))
        })
    }

    /// Subject of a verb, a sentence of its own, or a noun with participants of its own ("the capture of the town").
    pub(super) fn is_prominent(&self, t: usize) -> bool {
        let token = self.token(t);
        let is_sudden = lexicon::noun(&token.lemma).is_some_and(|s| {
            matches!(s.kind, EventType::Disaster | EventType::Accident | EventType::Assault)
        });
        match token.dep {
            "nsubj" | "nsubjpass" | "ROOT" => return true,
            _ => {}
        }
        self.parsed.children(t).iter().any(|&c| {
            let child = self.token(c);
            match child.dep {
                "poss" => child.pos != "PRON",
                "prep" => {
                    matches!(
                        child.lower.as_str(),
                        "of" | "by"
                            | "between"
                            | "with"
                            | "against"
                            | "on"
                            | "in"
                            | "at"
                            | "aboard"
                            | "off"
                            | "near"
                            | "outside"
                            | "across"
                    ) && self.parsed.child(c, &["pobj"]).is_some_and(|o| {
                        // "A deadly explosion at its main plant".
                        let is_scene =
                            is_sudden && matches!(child.lower.as_str(), "at" | "in" | "aboard" | "near");
                        self.token(o).pos == "PROPN"
                            || self.parsed.child(o, &["nummod"]).is_some()
                            || is_scene && self.parsed.child(o, &["det", "poss"]).is_some()
                    })
                }
                "compound" => {
                    child.pos == "PROPN"
                        || mention::is_organisation_noun(&child.lemma)
                        || mention::is_armed_group_noun(&child.lemma)
                }
                "amod" | "nummod" => child.pos == "PROPN" || child.pos == "NUM",
                _ => false,
            }
        })
    }

    /// "in an earthquake", "any attack", "such talks": no particular happening.
    pub(super) fn is_generic(&self, t: usize) -> bool {
        let plain_object = matches!(self.token(t).dep, "nsubj" | "pobj" | "dobj");
        let child_is = |words: &[&str]| {
            self.parsed.children(t).iter().any(|&c| words.contains(&self.token(c).lower.as_str()))
        };
        let any = child_is(&["any", "every", "each", "what", "which", "how", "such"]);
        // Ballots are counted in votes; a roll call or a phone call is no demand.
        let other = match self.token(t).lemma.as_str() {
            "vote" => self.parsed.child(t, &["nummod"]).is_some(),
            "call" => child_is(&["roll", "phone", "telephone", "conference", "video"]),
            "talk" => self.token(t).tag == "NN",
            // "Swamped 80 settlements": places.
            "settlement" => self.token(t).tag == "NNS" && self.parsed.child(t, &["nummod"]).is_some(),
            // "A ministry release said".
            "release" => {
                child_is(&["press", "news", "media"])
                    || self.token(t).dep == "nsubj"
                        && quotation::cue_class(&self.token(self.token(t).head).lemma).is_some()
                    || self.token(self.token(t).head).head > 0
                        && self.token(self.token(self.token(t).head).head).lower == "according"
            }
            "end" | "beginning" | "start" => self.parsed.children(t).iter().any(|&c| {
                self.parsed.child(c, &["pobj"]).is_some_and(|o| is_calendar_word(&self.token(o).lower))
            }),
            _ => false,
        };
        any && plain_object || other || self.is_definition(t)
    }

    /// Simple present or "is -ing", not "has -ed".
    pub(super) fn is_in_present(&self, t: usize) -> bool {
        let is_present =
            |t: usize| matches!(self.token(t).tag, "VBZ" | "VBP") && self.token(t).lemma != "have";
        let helper = |&&c: &&usize| matches!(self.token(c).dep, "aux" | "auxpass");
        let helpers: Vec<usize> = self.parsed.children(t).iter().filter(helper).copied().collect();
        helpers.first().map_or_else(|| is_present(t), |&c| is_present(c))
    }

    /// "A vote is a letter": what such things are, not that one took place.
    fn is_definition(&self, t: usize) -> bool {
        let verb = self.token(self.token(t).head);
        let definite = self.parsed.children(t).iter().any(|&c| {
            self.token(c).dep == "poss"
                || matches!(self.token(c).lower.as_str(), "the" | "this" | "that" | "these" | "those")
        });
        self.token(t).dep == "nsubj"
            && verb.lemma == "be"
            && matches!(verb.tag, "VBZ" | "VBP")
            && !definite
            && !self.has_own_time(t)
    }

    /// "The tug is due from the capital on Monday": it is to come.
    pub(super) fn is_due(&self, t: usize) -> bool {
        let token = self.token(t);
        let comes = |&c: &usize| {
            matches!(self.token(c).lower.as_str(), "from" | "in" | "at" | "on" | "back" | "here" | "home")
        };
        token.lower == "due"
            && token.dep == "acomp"
            && self.token(token.head).lemma == "be"
            && self.parsed.child(t, &["xcomp"]).is_none()
            && self.parsed.child(token.head, &["nsubj"]).is_some_and(|s| self.token(s).pos != "PRON")
            && self.parsed.children(t).iter().chain(self.parsed.children(token.head)).any(comes)
    }
}
