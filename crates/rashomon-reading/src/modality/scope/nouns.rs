//! Clauses below nouns, and nouns below verbs and other nouns: "a plan to", "approved the strike", "ceasefire call".

use crate::claim::{EventType, lexicon};
use crate::modality::state::State;
use crate::modality::words::{self, Operator};
use crate::modality::{Modality, Scope};

impl Scope<'_, '_> {
    /// Clauses under nouns: "a plan to", "rumours that", "talks aimed at", "no agreement made".
    pub(super) fn outer_of_adnominal(&self, t: usize, depth: usize) -> State {
        let noun = self.token(t).head;
        let is_that =
            |dep: &str| self.has_child(t, |c| self.token(c).dep == dep && self.token(c).lower == "that");
        // "a rumour that the bank had failed": the parser may take it for a relative clause.
        // "Rumours that she had offered to go": "that" may hang farther down.
        let opens_with_that = || {
            let first = self.parsed.subtree(t).into_iter().min();
            first.is_some_and(|f| self.token(f).lower == "that" && self.token(f).head != t)
                && self.parsed.child(t, &["nsubj", "nsubjpass"]).is_some()
        };
        let tells = words::is_news_noun(&self.token(noun).lemma)
            && (is_that("dobj") || is_that("advmod") || opens_with_that())
            && !self.handles_stories(t);
        let that = is_that("mark") || tells;
        // "Was the first minister to resign": as much as what is said of her.
        if self.is_infinitive(t) && self.is_one_of_row(noun) {
            let above = self.state_at(self.token(noun).head, depth + 1);
            return State { negative: false, modality: above.modality };
        }
        // "The demand that he hand over the keys": a base form with a subject of its own is wanted, whatever "that" is taken for.
        let of_one = |s: usize| {
            matches!(self.token(s).lower.as_str(), "he" | "she" | "it") || self.token(s).tag == "NN"
        };
        let is_base = self.token(t).tag == "VB" || self.token(t).tag == "VBP";
        let is_subjunctive = is_base
            && self.parsed.child(t, &["nsubj"]).is_some_and(|s| self.token(t).tag == "VB" || of_one(s))
            && self.parsed.child(t, &["aux"]).is_none()
            && (is_that("dobj") || opens_with_that());
        if self.is_infinitive(t) || that || is_subjunctive {
            if self.is_exercised(noun) {
                return self.state_at(self.token(noun).head, depth + 1);
            }
            return self.content_of_noun(t, noun);
        }
        if self.is_negative_phrase(noun) {
            return State::NEGATIVE;
        }
        // "it was one of the suppliers who poisoned the milk" says the same as the suppliers poisoned it.
        let be = self.token(noun).head;
        let cleft = self.token(noun).dep == "attr"
            && self.parsed.child(be, &["nsubj"]).is_some_and(|s| self.token(s).lower == "it");
        if cleft && self.token(t).dep == "relcl" {
            return self.state_at(be, depth + 1);
        }
        if self.token(t).dep == "relcl" || self.is_argument(noun) {
            return State::default();
        }
        let above = self.state_at(noun, depth + 1);
        // "And what of the contract, signed in March?": what is added about it is not asked.
        if self.is_added(t, noun) {
            return State::default().in_strong_mode_of(above);
        }
        State { negative: above.negative && self.is_indefinite(noun), modality: above.modality }
    }

    /// "A third, to tear up the contract, was withdrawn": what a motion or plan of those named before is to do.
    pub(super) fn is_of_another(&self, t: usize) -> bool {
        let other = self.token(t).head;
        self.is_infinitive(t)
            && matches!(self.token(other).dep, "nsubj" | "nsubjpass")
            && matches!(
                self.token(other).lower.as_str(),
                "another" | "one" | "other" | "second" | "third" | "fourth" | "fifth"
            )
    }

    /// A participle that a comma sets apart from its noun.
    fn is_added(&self, participle: usize, noun: usize) -> bool {
        self.token(participle).tag == "VBN"
            && self.next_is(noun, &[","])
            && !self.has_child(participle, |c| self.token(c).dep == "neg")
    }

    /// "The rumour that she had spread", "the claims that he made": a verb for what is done to stories.
    fn handles_stories(&self, verb: usize) -> bool {
        matches!(
            self.token(verb).lemma.as_str(),
            "make"
                | "spread"
                | "publish"
                | "issue"
                | "repeat"
                | "deny"
                | "circulate"
                | "post"
                | "receive"
                | "read"
                | "see"
                | "hear"
                | "tell"
                | "write"
                | "carry"
                | "quote"
                | "cite"
                | "share"
                | "dismiss"
                | "file"
        )
    }

    /// "exercised their right to", "took the chance to": what the noun allows was done.
    pub(super) fn is_exercised(&self, noun: usize) -> bool {
        let h = self.token(noun).head;
        self.token(noun).dep == "dobj"
            && matches!(self.token(h).lemma.as_str(), "exercise" | "use" | "take" | "seize")
            && matches!(
                self.token(noun).lemma.as_str(),
                "right" | "option" | "chance" | "opportunity" | "power" | "authority"
            )
    }

    /// Subjects and objects.
    pub(super) fn outer_of_argument(&self, t: usize, depth: usize) -> State {
        let token = self.token(t);
        let h = token.head;
        let above = self.state_at(h, depth + 1);
        let lemma = self.token(h).lemma.as_str();
        if matches!(token.dep, "oprd" | "acomp") && self.is_verb(h) {
            return above.through(words::over_infinitive(lemma));
        }
        if self.is_verb(t) || token.dep == "attr" || !self.is_verb(h) {
            return above;
        }
        // "failed to have the recall suspended": there is a recall.
        let after = self.parsed.edges(t).end;
        let caused =
            token.dep == "dobj" && matches!(lemma, "have" | "get") && after < self.parsed.tokens.len();
        if caused && self.caused_by(after) == Some(h) {
            return State::default().in_strong_mode_of(above);
        }
        if token.dep == "nsubj" {
            // Talks and votes that "will" do something are still to come; an attack that "will" may be past.
            let meeting = above.modality == Modality::Planned
                && lexicon::noun(&token.lemma)
                    .is_some_and(|s| matches!(s.kind, EventType::Consult | EventType::Vote));
            // "if the inquiry were to find": the inquiry is there.
            let lemma = match self.parsed.child(h, &["xcomp"]) {
                Some(x) if matches!(lemma, "be" | "have") && self.is_infinitive(x) => {
                    self.token(x).lemma.as_str()
                }
                _ => lemma,
            };
            let carries = meeting || words::is_light(lemma);
            // "The loss would be a blow" is no loss yet; "the recall could cost" and "if the recall costs" say it is there.
            let equates = matches!(
                lemma,
                "mark" | "mean" | "represent" | "constitute" | "deal" | "bring" | "spell" | "leave" | "give"
            );
            if above.modality == Modality::Conditional
                && !carries
                && !equates
                && !self.is_indefinite(t)
                && !self.is_argument(t)
            {
                return State::default();
            }
            return self.inherit(t, above, carries);
        }
        let particle = self.has_child(h, |c| {
            matches!(self.token(c).dep, "prt" | "advmod" | "prep")
                && matches!(self.token(c).lower.as_str(), "off" | "out" | "up" | "back")
                && !(lemma == "call" && self.token(c).lower == "up")
        });
        let mut operator = words::over_object(lemma, particle);
        // "The cull, which had been ordered for today, has been suspended": it never began.
        if token.dep == "nsubjpass"
            && matches!(lemma, "suspend" | "halt" | "stay" | "freeze" | "stop")
            && self.is_event(t)
            && self.parsed.subtree(t).iter().any(|&c| self.is_of_the_planned(c))
        {
            operator = Operator::Cancelled;
        }
        // "Ordered the closure of 14 schools": it is for others to do.
        if lemma == "order" && self.is_event(t) && words::is_done_by_others(&token.lemma) {
            operator = Operator::Demanded;
        }
        let is_speech = words::is_speech_noun(&token.lemma);
        let exempt = matches!(
            operator,
            Operator::Negative
                | Operator::Cancelled
                | Operator::Denied
                | Operator::Possible
                | Operator::Demanded
        );
        if is_speech && exempt {
            return State::default();
        }
        if lemma == "announce" && (!self.is_event(t) || !self.is_indefinite(t))
            || lemma == "agree" && self.is_argument(t)
        {
            operator = Operator::Transparent;
        }
        if self.is_argument(t)
            && matches!(operator, Operator::Negative | Operator::Cancelled | Operator::Denied)
        {
            operator = Operator::Transparent;
        }
        if operator == Operator::Transparent {
            self.inherit(t, above, words::is_light(lemma))
        } else {
            State { negative: false, modality: above.modality }.through(operator)
        }
    }

    /// "Which had been ordered for today", "scheduled for Monday", whichever of its nouns the parser hangs it on.
    fn is_of_the_planned(&self, clause: usize) -> bool {
        matches!(self.token(clause).dep, "relcl" | "acl")
            && self.token(clause).tag == "VBN"
            && matches!(
                self.token(clause).lemma.as_str(),
                "order" | "plan" | "schedule" | "slate" | "set" | "announce" | "fix" | "intend" | "pencil"
            )
            && self.has_child(clause, |c| self.token(c).dep == "prep" && self.token(c).lower == "for")
    }

    pub(super) fn is_event(&self, t: usize) -> bool {
        !self.is_argument(t) && !self.is_verb(t)
    }

    /// "ceasefire call", and the parts of a figure.
    pub(super) fn outer_of_modifier(&self, t: usize, depth: usize) -> State {
        let h = self.token(t).head;
        if self.is_argument(t) {
            return self.state_at(h, depth + 1);
        }
        match words::over_compound(&self.token(h).lemma) {
            Operator::Transparent => State::default(),
            operator => State::default().through(operator),
        }
    }
}
