//! Infinitives and gerunds below verbs and adjectives: "plans to", "is likely to", "ruled out stepping down".

use crate::modality::state::State;
use crate::modality::words::{self, Operator};
use crate::modality::{Modality, Scope};

impl Scope<'_, '_> {
    /// Infinitives and gerunds under verbs and adjectives: "plans to", "is to", "is likely to", "keeps -ing".
    pub(super) fn outer_of_complement(&self, t: usize, depth: usize) -> State {
        let h = self.token(t).head;
        if words::is_report(&self.token(h).lemma) && self.is_said_falsely(h) {
            return State::of(Modality::Denied);
        }
        let above = self.state_at(h, depth + 1);
        let lemma = self.token(h).lemma.as_str();
        let present = matches!(self.token(h).tag, "VBZ" | "VBP");
        if let Some(operator) = self.purpose_of_object(t, h) {
            return State { negative: false, modality: above.modality }.through(operator);
        }
        let yet = self.has_child(h, |c| self.token(c).lower == "yet");
        match lemma {
            _ if self.is_ruled_out(t) => above.through(Operator::Negative),
            // The tagger may take a verb for a noun: "the warrant obliges states to arrest him".
            _ if !self.is_verb(h) && words::over_adjective(lemma) == Operator::Transparent => {
                above.through(words::over_infinitive(lemma))
            }
            _ if !self.is_verb(h) => above.through(words::over_adjective(lemma)),
            // "Has leave to appeal": the parser takes the noun for a verb.
            "leave" if self.token(h).tag == "VB" && self.has_child(h, |c| self.token(c).lemma == "have") => {
                above.through(Operator::Possible)
            }
            "have" | "be" if yet && self.is_infinitive(t) => State::NEGATIVE.join(above),
            "be" if self.is_infinitive(t) => above.through(Operator::Planned),
            "have" if self.is_infinitive(t) && present => above.through(Operator::Demanded),
            "go" if self.token(h).tag == "VBG" && self.is_infinitive(t) => above.through(Operator::Planned),
            "continue" | "keep" => above.join(State::of(Modality::Ongoing)),
            "say" | "report" | "claim" | "allege" if !self.has_child(h, |c| self.token(c).dep == "agent") => {
                if self.token(h).tag == "VBN" {
                    above.through(Operator::ReportedOnly)
                } else {
                    above
                }
            }
            "set" | "stop" | "work" | "fight" | "look" | "race" | "rush" if !self.is_infinitive(t) => above,
            "decide" if self.is_done_by_deciding(t) => above,
            "vote" if !self.is_done_by_voting(t) => above.through(Operator::Planned),
            // What a verb does to its infinitive is known, or the infinitive is left open: "clamoured to be let in".
            _ if self.is_infinitive(t)
                && words::over_infinitive(lemma) == Operator::Transparent
                && !words::is_implicative(lemma) =>
            {
                above.through(Operator::Possible)
            }
            _ => above.through(words::over_infinitive(lemma)),
        }
    }

    /// "Voted to approve the plan" has approved it; "voted to end the strike" will end it.
    fn is_done_by_voting(&self, t: usize) -> bool {
        const DEEDS: [&str; 30] = [
            "accept", "adopt", "amend", "approve", "back", "ban", "block", "censure", "condemn", "confirm",
            "convict", "defeat", "dismiss", "dissolve", "elect", "endorse", "expel", "impeach", "oust",
            "override", "pass", "postpone", "ratify", "reject", "remove", "repeal", "sack", "suspend",
            "support", "acquit",
        ];
        DEEDS.contains(&self.token(t).lemma.as_str())
    }

    /// "Decided to cancel the match": who decides it has done it, unless it is to hold from another day.
    fn is_done_by_deciding(&self, t: usize) -> bool {
        const DEEDS: [&str; 11] = [
            "cancel", "postpone", "suspend", "withdraw", "reject", "appoint", "adjourn", "dismiss",
            "approve", "scrap", "annul",
        ];
        let is_called_off = || {
            self.token(t).lemma == "call"
                && self.has_child(t, |c| self.token(c).dep == "prt" && self.token(c).lower == "off")
        };
        let begins_later = self.has_child(t, |c| {
            matches!(self.token(c).dep, "npadvmod" | "advmod")
                || matches!(
                    self.token(c).lower.as_str(),
                    "from" | "on" | "next" | "in" | "if" | "once" | "after"
                )
        });
        (DEEDS.contains(&self.token(t).lemma.as_str()) || is_called_off()) && !begins_later
    }

    /// "ruled out stepping down".
    pub(super) fn is_ruled_out(&self, t: usize) -> bool {
        let h = self.token(t).head;
        self.token(h).lemma == "rule"
            && self.token(t).tag == "VBG"
            && self.has_child(h, |c| self.token(c).dep == "prt" && self.token(c).lower == "out")
    }

    /// "began an operation to", "made a decision to": what the object aims at.
    fn purpose_of_object(&self, t: usize, h: usize) -> Option<Operator> {
        let object = self.parsed.child(h, &["dobj"]).filter(|&o| o < t && self.is_infinitive(t))?;
        let operator = words::over_noun_complement(&self.token(object).lemma, None);
        let light = words::is_light(&self.token(h).lemma);
        (light && operator != Operator::Transparent && !self.is_exercised(object)).then_some(operator)
    }
}
