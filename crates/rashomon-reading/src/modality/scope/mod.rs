//! The walk from a word up to the root of its sentence, through the words that govern it.

mod adverbials;
mod complements;
mod content;
mod denial;
mod nouns;
mod predicates;
mod prepositions;

use super::state::State;
use super::words::{self, Operator};
use super::{Modality, Scope};
use crate::claim::lexicon;

/// Governors looked at above a word. Trees of real sentences are less deep; this bounds the walk on junk.
const DEPTH_MAX: usize = 40;

impl Scope<'_, '_> {
    /// Polarity and modality of the content of `t`.
    pub(super) fn state(&self, t: usize) -> State {
        self.state_at(t, 0)
    }

    fn state_at(&self, t: usize, depth: usize) -> State {
        if depth > DEPTH_MAX {
            return State::default();
        }
        if matches!(self.token(t).dep, "aux" | "auxpass" | "neg" | "prt") {
            return self.state_at(self.token(t).head, depth + 1);
        }
        let own = if self.is_verb(t) { self.clause(t) } else { self.phrase(t) };
        own.join(self.outer(t, depth))
    }

    /// What a noun phrase says by itself: "no agreement", "a planned visit".
    fn phrase(&self, t: usize) -> State {
        let mut state = State { negative: self.is_negative_phrase(t), ..State::default() };
        // The negative subject or object of a verb has negated the verb already.
        if matches!(self.token(t).dep, "nsubj" | "nsubjpass" | "dobj") && self.is_verb(self.token(t).head) {
            state.negative = false;
        }
        for &c in self.parsed.children(t) {
            let operator = match self.token(c).dep {
                "amod" => words::over_modified(&self.token(c).lower),
                "acl" if self.token(c).tag == "VBN" => words::over_modified(&self.token(c).lower),
                _ => Operator::Transparent,
            };
            state = state.through(operator);
        }
        // "The strike that could have begun on Monday".
        if self.is_event(t) && self.parsed.children(t).iter().any(|&c| self.is_of_what_might_come(c)) {
            state = state.in_mode_of(State::of(Modality::Conditional));
        }
        state
    }

    fn is_of_what_might_come(&self, relative: usize) -> bool {
        self.token(relative).dep == "relcl"
            && matches!(
                self.token(relative).lemma.as_str(),
                "begin" | "start" | "happen" | "occur" | "take" | "follow"
            )
            && self
                .has_child(relative, |c| matches!(self.token(c).tag, "WDT") && self.token(c).dep == "nsubj")
            && self.has_child(relative, |c| {
                self.token(c).tag == "MD"
                    && matches!(self.token(c).lower.as_str(), "could" | "might" | "would")
            })
    }

    /// What stands above `t` adds.
    fn outer(&self, t: usize, depth: usize) -> State {
        let token = self.token(t);
        if self.is_left_open(t) {
            return State::of(Modality::Possible).in_strong_mode_of(self.outer(token.head, depth + 1));
        }
        // "Voted for last month's walkout": what has been is not wanted.
        if self.is_event(t) && self.is_of_past_day(t) && token.head != t {
            let above = self.outer_of(t, depth);
            return State { negative: above.negative, modality: Modality::Happened }.in_strong_mode_of(above);
        }
        self.outer_of(t, depth)
    }

    /// "Could not exclude an attack", "cuts could not be ruled out": neither said to be so nor denied.
    fn is_left_open(&self, t: usize) -> bool {
        let h = self.token(t).head;
        let rules_out = match self.token(h).lemma.as_str() {
            "exclude" => true,
            "rule" => self.has_child(h, |c| self.token(c).dep == "prt" && self.token(c).lower == "out"),
            _ => false,
        };
        rules_out
            && matches!(self.token(t).dep, "dobj" | "nsubjpass" | "ccomp" | "xcomp" | "pcomp")
            && self.has_child(h, |c| self.token(c).dep == "neg")
    }

    /// "Last month's walkout", "yesterday's vote".
    fn is_of_past_day(&self, t: usize) -> bool {
        self.has_child(t, |c| {
            self.token(c).dep == "poss"
                && (self.token(c).lower == "yesterday"
                    || self.has_child(c, |l| self.token(l).lower == "last")
                        && matches!(
                            self.token(c).lemma.to_lowercase().as_str(),
                            "night" | "week" | "month" | "year" | "summer" | "winter" | "spring" | "autumn"
                        ))
        })
    }

    /// "Friday's release".
    fn is_definite_past(&self, t: usize) -> bool {
        self.has_child(t, |c| self.token(c).dep == "poss" && crate::time::is_weekday(&self.token(c).lower))
    }

    fn outer_of(&self, t: usize, depth: usize) -> State {
        let token = self.token(t);
        if let Some(have) = self.caused_by(t) {
            return self.state_at(have, depth + 1);
        }
        if token.head == t {
            return State::default();
        }
        if let Some(said) = self.by_predicate(t) {
            return said.join(self.outer(token.head, depth + 1));
        }
        match token.dep {
            "relcl" | "acl" | "xcomp" if self.is_of_another(t) => {
                State::of(Modality::Demanded).join(self.state_at(token.head, depth + 1))
            }
            "conj" => self.outer_of_conjunct(t, depth),
            "ccomp" | "csubj" | "csubjpass" => self.outer_of_clause(t, depth),
            "xcomp" => self.outer_of_complement(t, depth),
            "advcl" => self.outer_of_adverbial(t, depth),
            "acl" | "relcl" => self.outer_of_adnominal(t, depth),
            "pobj" | "pcomp" => self.outer_of_prepositional(t, depth),
            "nsubjpass" if self.is_event(t) && self.is_scheduled(token.head) => State::of(Modality::Planned),
            "dobj" | "nsubj" | "nsubjpass" | "attr" | "oprd" | "dative" | "acomp" => {
                self.outer_of_argument(t, depth)
            }
            "compound" | "nmod" => self.outer_of_modifier(t, depth),
            "parataxis" | "intj" | "punct" => State::default(),
            "poss" if !self.is_argument(t) => State::default(),
            "amod" if self.is_verb(t) => State::default(),
            "appos" => self.state_at(token.head, depth + 1),
            _ if self.is_verb(t) => State::default(),
            _ => self.state_at(token.head, depth + 1),
        }
    }

    /// "failed to have the order lifted": the verb that has it done, wherever the parser hung the participle.
    fn caused_by(&self, t: usize) -> Option<usize> {
        let token = self.token(t);
        let start = self.parsed.sentences[token.sentence].tokens.start;
        if !matches!(token.tag, "VBN" | "VBD")
            || t == start
            || !matches!(token.dep, "advcl" | "ccomp" | "xcomp" | "acl" | "oprd" | "conj")
            || self.has_child(t, |c| matches!(self.token(c).dep, "aux" | "auxpass" | "mark" | "cc"))
        {
            return None;
        }
        let object_of = |h: usize| self.parsed.child(h, &["dobj"]).filter(|&o| o > h && o < t);
        let causes = |h: usize| {
            matches!(self.token(h).lemma.as_str(), "have" | "get") && self.is_verb(h) && self.is_infinitive(h)
        };
        let have = (start..t).rev().filter(|&h| causes(h)).find(|&h| {
            object_of(h)
                .is_some_and(|o| self.parsed.edges(o).end.max(o + 1) >= t || self.parsed.is_within(t, o))
        });
        have.filter(|&h| !self.parsed.is_within(h, t))
    }

    /// Neither verb nor event noun: figures, people, things.
    fn is_argument(&self, t: usize) -> bool {
        let is_event_noun = self.token(t).pos == "NOUN" && lexicon::noun(&self.token(t).lemma).is_some();
        !(self.is_verb(t) || is_event_noun)
    }

    /// Without "the", "this", a possessor: nothing says that it exists already.
    fn is_indefinite(&self, t: usize) -> bool {
        !self.has_child(t, |c| {
            let token = self.token(c);
            token.dep == "poss"
                || token.dep == "det"
                    && matches!(token.lower.as_str(), "the" | "this" | "that" | "these" | "those")
        })
    }

    /// Passes on the state of the governor as far as the reader may infer it for an argument.
    fn inherit(&self, t: usize, governor: State, carries: bool) -> State {
        if self.is_argument(t) || carries || self.is_indefinite(t) {
            governor
        } else {
            State::default().in_strong_mode_of(governor)
        }
    }

    fn outer_of_conjunct(&self, t: usize, depth: usize) -> State {
        let first = self.token(t).head;
        if !self.is_verb(t) || !self.is_verb(first) {
            // "310 suspected cases and 12 deaths": what has its own number shares no adjective.
            let is_counted = |n: usize| self.has_child(n, |c| self.token(c).dep == "nummod");
            let is_apart = is_counted(t) && !self.is_verb(first);
            let shared =
                if is_apart { self.outer(first, depth + 1) } else { self.state_at(first, depth + 1) };
            // "Not an accident but an attack".
            let joined_by =
                |word| self.has_child(first, |c| self.token(c).dep == "cc" && self.token(c).lower == word);
            // "Neither an accident nor an attack".
            let negative = (shared.negative || joined_by("nor")) && !joined_by("but");
            return State { negative, ..shared };
        }
        if self.leaves_report(t, first) {
            return State::default();
        }
        // "Intend to shut the gate and have asked for guards": what is finite goes with the finite verb above.
        // "Shut" may be a base form.
        let is_told = self.token(t).lower != self.token(t).lemma
            || self.has_child(t, |c| matches!(self.token(c).dep, "aux" | "auxpass" | "nsubj" | "nsubjpass"));
        if is_told && self.is_finite(t) && !self.is_finite(first) {
            let above =
                self.parsed.ancestors(first).take(DEPTH_MAX).find(|&a| self.is_verb(a) && self.is_finite(a));
            return above.map_or_else(State::default, |a| self.outer(a, depth + 1));
        }
        let outer = self.outer(first, depth + 1);
        // "did not come and see"; but "has not failed but cracked".
        let shares = !self
            .has_child(t, |c| matches!(self.token(c).dep, "aux" | "auxpass" | "nsubj" | "nsubjpass"))
            && self.token(t).tag == self.token(first).tag
            && !self.has_child(first, |c| self.token(c).dep == "cc" && self.token(c).lower == "but");
        // "No box is missing or has been opened": a negative subject negates each of its verbs.
        let subject = |v: usize| self.parsed.child(v, &["nsubj", "nsubjpass", "expl"]);
        let nobody = subject(t).is_none()
            && subject(first).is_some_and(|s| self.is_negative_phrase(s))
            && !self.has_child(first, |c| self.token(c).dep == "cc" && self.token(c).lower == "but");
        let own = State {
            negative: shares && self.has_child(first, |c| self.token(c).dep == "neg" && c < first) || nobody,
            ..State::default()
        };
        let conditional = self.clause(first).modality == Modality::Conditional
            && !self.has_child(t, |c| matches!(self.token(c).dep, "nsubj" | "nsubjpass"));
        let own = if conditional { own.in_mode_of(State::of(Modality::Conditional)) } else { own };
        own.join(outer)
    }

    /// Whether a verb or one of its auxiliaries has a tense, or a modal stands before it.
    fn is_finite(&self, t: usize) -> bool {
        let has_tense = |v: usize| matches!(self.token(v).tag, "VBD" | "VBZ" | "VBP" | "MD");
        has_tense(t) || self.has_child(t, |c| matches!(self.token(c).dep, "aux" | "auxpass") && has_tense(c))
    }

    fn clause_like(&self, t: usize) -> State {
        if self.is_verb(t) { self.clause(t) } else { self.phrase(t) }
    }
}
