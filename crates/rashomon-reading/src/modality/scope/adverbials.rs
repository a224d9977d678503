//! Adverbial clauses: conditions, purposes, times and reasons.

use crate::claim::{EventType, lexicon};
use crate::modality::state::State;
use crate::modality::words::Operator;
use crate::modality::{Modality, Scope};

impl Scope<'_, '_> {
    /// Adverbial clauses: conditions, purposes, "until", and what runs beside the main verb.
    pub(super) fn outer_of_adverbial(&self, t: usize, depth: usize) -> State {
        let h = self.token(t).head;
        if self.is_measured_from(t) {
            return State::default();
        }
        let above = self.outer(h, depth + 1);
        if self.is_undone_in_thought(t) || self.is_met_by(t) {
            return State::default().in_strong_mode_of(State { negative: false, ..above });
        }
        if self.is_before_anybody(t) {
            return State::NEGATIVE.in_mode_of(above);
        }
        if self.is_condition(t) {
            return State::of(Modality::Conditional).in_mode_of(above);
        }
        // "Once ratified by both chambers, the treaty ends the war".
        let is_bare = self.token(t).tag == "VBN"
            && !self.has_child(t, |c| {
                self.token(c).dep.starts_with("aux") || self.token(c).dep.starts_with("nsubj")
            });
        if is_bare
            && !self.is_in_the_past(h)
            && self
                .has_child(t, |c| matches!(self.token(c).lower.as_str(), "once" | "when" | "until" | "till"))
        {
            return State { negative: false, ..above.through(Operator::Planned) };
        }
        let main = self.clause_like(h).in_mode_of(above);
        if self.is_ruled_out(t) {
            return main.through(Operator::Negative);
        }
        let mark = self.parsed.children(t).iter().copied().find(|&c| {
            self.token(c).dep == "mark" || self.token(c).dep == "advmod" && self.token(c).tag == "WRB"
        });
        let present = matches!(self.token(t).tag, "VBZ" | "VBP" | "VB" | "VBG")
            || self.has_child(t, |c| matches!(self.token(c).tag, "VBZ" | "VBP"));
        let has_subject = self.parsed.child(t, &["nsubj", "nsubjpass"]).is_some();
        let ahead = |state: State| if state.is_actual() { state.through(Operator::Planned) } else { state };
        match mark.map(|m| self.token(m).lower.as_str()) {
            Some("as") if mark.is_some_and(|m| self.next_is(m, &["if", "though"])) => {
                above.in_mode_of(State::of(Modality::Conditional))
            }
            // "No ship may leave until it has been searched", "could not open till it had been".
            Some("until" | "till") if self.has_child(h, |c| self.token(c).tag == "MD") => {
                State { negative: false, ..ahead(above) }
            }
            // "Had they sold, as the bank urged them to in May, they would": it did urge them.
            Some("as") if has_subject && self.token(t).tag == "VBD" && self.is_condition(h) => {
                State::default()
            }
            Some("until" | "till" | "before")
                if present && (!main.is_actual() || self.token(t).tag != "VBG") =>
            {
                ahead(above)
            }
            Some("once" | "when" | "after" | "as") if present && !main.is_actual() => ahead(above),
            Some("rather" | "than") => State::NEGATIVE.join(above),
            // "Told people to leave after the dam had burst": it had.
            Some(_) if has_subject && self.is_past_circumstance(t, mark.unwrap_or(t)) => {
                State::default().in_strong_mode_of(State { negative: false, ..above })
            }
            // "failed to adopt it after two members cast vetoes": they did; "not the same as stolen".
            Some(mark) if !matches!(mark, "until" | "till" | "as") && has_subject => {
                State { negative: false, modality: above.modality }
            }
            Some(_) => above,
            None if self.is_infinitive(t) => self.purpose(t, above),
            // "Having lost its licence, the firm would close": what came before is done.
            None if self.is_done_before(t) => State { negative: false, modality: above.modality },
            // Participles run along with the main verb; its negation stops before them.
            None if self.is_barely_not(h) => State { negative: false, ..above },
            None => State { negative: false, modality: main.modality }.in_mode_of(above),
        }
    }

    /// "Collapsed before a single investor signed", "before anyone was hurt": nobody did.
    fn is_before_anybody(&self, t: usize) -> bool {
        let is_single = |s: usize| {
            matches!(self.token(s).lower.as_str(), "anyone" | "anybody" | "anything" | "any")
                || self.has_child(s, |c| matches!(self.token(c).lower.as_str(), "single" | "any"))
        };
        self.has_child(t, |c| self.token(c).lower == "before" && self.token(c).dep == "mark")
            && self
                .has_child(t, |c| matches!(self.token(c).dep, "nsubj" | "nsubjpass" | "dobj") && is_single(c))
    }

    /// "Not until the roof fell did the police come", "no sooner had he spoken than she left": both happened.
    fn is_met_by(&self, t: usize) -> bool {
        let h = self.token(t).head;
        let until = |c: usize| self.token(c).lower == "until" && self.previous_is(c, &["not"]);
        let start = self.parsed.sentences[self.token(t).sentence].tokens.start;
        let is_sooner = |c: usize| self.token(c).lower == "sooner" && self.previous_is(c, &["no"]);
        let sooner = || self.has_child(t, |c| self.token(c).lower == "than") && (start..h).any(is_sooner);
        self.has_child(t, until) || sooner()
    }

    /// A clause in the past that gives a reason or, set apart or before the past of its governor, a time: it does not lie
    /// ahead as what its governor orders or plans does.
    fn is_past_circumstance(&self, t: usize, mark: usize) -> bool {
        let is_past = self.is_in_the_past(t) && !self.has_child(t, |c| self.token(c).tag == "MD");
        let is_perfect = || self.has_child(t, |c| self.token(c).dep == "aux" && self.token(c).lower == "had");
        // "Told people to leave after the dam burst": nobody orders or plans that.
        let befalls = || {
            lexicon::verb(&self.token(t).lemma).is_some_and(|s| {
                matches!(
                    s.kind,
                    EventType::Casualty | EventType::Accident | EventType::Disaster | EventType::Assault
                )
            })
        };
        is_past
            && match self.token(mark).lower.as_str() {
                "because" | "although" | "though" | "whereas" | "since" => true,
                "after" | "when" | "as" => is_perfect() || befalls(),
                _ => false,
            }
    }

    /// "Told the mill to shut, a day after a blast killed nine": what the days are counted from has happened.
    pub(super) fn is_measured_from(&self, t: usize) -> bool {
        let counts = |c: usize| {
            let unit = self.token(c);
            unit.dep == "npadvmod"
                && matches!(unit.lemma.as_str(), "hour" | "day" | "week" | "month" | "year")
                && self.next_is(c, &["after", "since"])
        };
        // The parser may take the blast for what the days are counted from, and "killed" for a verb without a subject.
        let is_before = || {
            let has_none = self.parsed.child(t, &["nsubj", "nsubjpass"]).is_none();
            let mut clause = (0..t).rev().take_while(|&c| {
                let token = self.token(c);
                token.sentence == self.token(t).sentence && token.lower != "," && !self.is_verb(c)
            });
            has_none && clause.any(counts)
        };
        self.token(t).tag == "VBD" && (self.has_child(t, counts) || is_before())
    }

    fn purpose(&self, t: usize, above: State) -> State {
        let to = self.parsed.children(t).iter().copied().find(|&c| self.token(c).tag == "TO");
        if to.is_some_and(|to| to > 0 && self.token(to - 1).lower == "only") {
            return above;
        }
        above.through(Operator::Planned)
    }
}
