//! What follows a preposition: "the threat of", "on the verge of", "ahead of".

use crate::claim::{EventType, lexicon};
use crate::mention::is_person_noun;
use crate::modality::state::State;
use crate::modality::words::{self, Operator};
use crate::modality::{Modality, Scope};

/// Words before "of" that make what follows a mere prospect ("were on the verge today of").
const VERGE: &[&str] = &["verge", "brink", "cusp", "threshold", "edge", "point"];

impl Scope<'_, '_> {
    /// What follows a preposition.
    pub(super) fn outer_of_prepositional(&self, t: usize, depth: usize) -> State {
        let p = self.token(t).head;
        if self.is_verb(p) || self.token(p).head == p {
            return State::default();
        }
        let g = self.token(p).head;
        // "The alleged gunman in the attack", "no witnesses of the attack": the word is of the person, not of the attack.
        let is_of_person =
            !self.is_argument(t) && self.token(g).pos == "NOUN" && is_person_noun(&self.token(g).lemma);
        let above = if is_of_person { self.outer(g, depth + 1) } else { self.state_at(g, depth + 1) };
        let preposition = self.token(p).lower.as_str();
        // "Called for an inquiry into the crash": there was a crash.
        // A closure or a ban may only be thought of.
        let befalls = |t: usize| {
            lexicon::noun(&self.token(t).lemma).is_some_and(|s| {
                matches!(
                    s.kind,
                    EventType::Casualty | EventType::Accident | EventType::Disaster | EventType::Assault
                )
            }) || self.is_definite_past(t)
        };
        if preposition == "into"
            && words::is_inquiry_noun(&self.token(g).lemma)
            && self.is_event(t)
            && befalls(t)
        {
            return State::default().in_strong_mode_of(State { negative: false, ..self.outer(g, depth + 1) });
        }
        if preposition == "of" && self.follows_verge(p) || self.is_nearly_there(t, p) {
            return above.through(Operator::Possible);
        }
        // "Far from shutting the plant, the owner has hired".
        if preposition == "from" && self.previous_is(p, &["far"]) && self.is_verb(t) {
            return State::NEGATIVE.in_strong_mode_of(self.outer(g, depth + 1));
        }
        // "Instead of closing it", "stopped short of closing it".
        let is_left_undone =
            preposition == "of" && self.previous_is(p, &["instead", "short"]) && self.is_verb(t);
        if is_left_undone {
            return State { negative: !above.negative, modality: above.modality };
        }
        // "Updated to remove a reference to the arrest of": it is taken back.
        if self.is_event(t) && self.is_struck_out(g) {
            return State::of(Modality::Denied);
        }
        let operator = self.prepositional_operator(t, p, g);
        if operator != Operator::Transparent {
            let modality = if matches!(operator, Operator::Negative | Operator::Denied) {
                above
            } else {
                State { negative: false, ..above }
            };
            return modality.through(operator);
        }
        match preposition {
            "without" => return State { negative: !above.negative, modality: above.modality },
            "until" | "till" | "pending" => {
                return State { negative: false, modality: above.modality }.through(Operator::Planned);
            }
            "before" | "of" if self.is_event(t) && self.is_indefinite(t) && self.follows_ahead(p) => {
                return State::default().through(Operator::Planned);
            }
            "toward" | "towards" => return above.through(Operator::Possible),
            "after" | "since" | "following" | "despite" | "amid" | "because" => {
                return State::default().in_strong_mode_of(State { negative: false, ..above });
            }
            "during" | "at" | "alongside" if self.is_event(t) && above.modality == Modality::Planned => {
                return State { negative: false, modality: above.modality };
            }
            "with" | "upon" | "on" if self.is_event(t) && p < g => {
                return State { negative: false, modality: above.modality };
            }
            _ => {}
        }
        let carries = self.is_verb(t)
            || matches!(
                self.token(g).lemma.as_str(),
                "start"
                    | "beginning"
                    | "series"
                    | "wave"
                    | "round"
                    | "number"
                    | "resumption"
                    | "continuation"
            );
        let state = self.inherit(t, above, carries);
        // A negated verb does not negate what stands in its adjuncts.
        let negative = state.negative && (self.is_argument(t) || !self.is_verb(g));
        State { negative, modality: state.modality }
    }

    fn prepositional_operator(&self, t: usize, p: usize, g: usize) -> Operator {
        let preposition = self.token(p).lower.as_str();
        let lemma = self.token(g).lemma.as_str();
        let exempt = words::is_speech_noun(&self.token(t).lemma);
        let operator = match self.token(g).pos {
            _ if matches!(preposition, "instead" | "than") => Operator::Negative,
            // "Searching for six people missing since Monday": that they are missing is known.
            _ if matches!(self.token(t).lower.as_str(), "missing" | "trapped" | "buried" | "stranded") => {
                Operator::Transparent
            }
            // "announced talks in Vienna on lifting the ban": what the talks are about, wherever the parser hung it.
            "VERB" | "AUX" if matches!(preposition, "on" | "about" | "over") && self.talks_before(p, g) => {
                Operator::Possible
            }
            // "Posts on social media tell of an explosion", "speak" read as a noun.
            "VERB" | "AUX" | "NOUN" if preposition == "of" && self.is_told_by_posts(g) => {
                Operator::ReportedOnly
            }
            "VERB" | "AUX" => words::over_prepositional(lemma, preposition),
            "NOUN" | "PROPN" if preposition == "of" && self.is_accused(g) => Operator::Possible,
            "NOUN" | "PROPN" => words::over_noun_complement(lemma, Some(preposition)),
            "ADJ" | "ADV" if matches!(preposition, "to" | "for" | "of") => words::over_adjective(lemma),
            "ADP" if lemma == "instead" => Operator::Negative,
            _ => Operator::Transparent,
        };
        let weak = matches!(operator, Operator::Possible | Operator::Demanded | Operator::Negative);
        let figure = self.is_argument(t)
            && matches!(operator, Operator::Possible | Operator::Negative | Operator::ReportedOnly);
        let adjective = matches!(self.token(g).pos, "ADJ" | "ADV");
        if exempt && weak && !adjective || figure { Operator::Transparent } else { operator }
    }

    /// Whether what nobody signs speaks or tells of something.
    fn is_told_by_posts(&self, teller: usize) -> bool {
        if !matches!(
            self.token(teller).lower.as_str(),
            "speak" | "spoke" | "tell" | "told" | "talk" | "talked" | "warn" | "warned"
        ) {
            return false;
        }
        let start = self.parsed.sentences[self.token(teller).sentence].tokens.start;
        let subject = self.parsed.child(teller, &["nsubj"]);
        let posts = subject.or_else(|| {
            let root = (start..teller).find(|&t| self.token(t).head == t);
            root.filter(|_| self.token(teller).pos == "NOUN")
        });
        posts.is_some_and(|s| self.is_hearsay_subject(s) || self.is_post_of_nobody(s))
    }

    /// Whether the object of a verb, before a preposition, is talks.
    fn talks_before(&self, p: usize, verb: usize) -> bool {
        self.parsed.child(verb, &["dobj", "nsubjpass"]).is_some_and(|o| {
            o < p && lexicon::noun(&self.token(o).lemma).is_some_and(|s| s.kind == EventType::Consult)
        })
    }

    /// "The towers were within minutes of falling", "came a vote short of losing", "was inches from drowning".
    fn is_nearly_there(&self, t: usize, p: usize) -> bool {
        let g = self.token(p).head;
        let is_measure = |n: usize| {
            matches!(
                self.token(n).lemma.as_str(),
                "second"
                    | "minute"
                    | "moment"
                    | "hour"
                    | "day"
                    | "week"
                    | "inch"
                    | "foot"
                    | "yard"
                    | "metre"
                    | "meter"
                    | "mile"
                    | "vote"
                    | "seat"
                    | "point"
                    | "whisker"
                    | "step"
                    | "breath"
                    | "away"
                    | "short"
                    | "close"
            )
        };
        let is_or_comes = |v: usize| matches!(self.token(v).lemma.as_str(), "be" | "come" | "get" | "stand");
        // "Were within an hour, their general reckoned, of losing": the aside takes the preposition.
        let start = self.parsed.sentences[self.token(p).sentence].tokens.start;
        let is_within_of = || {
            let within =
                (p.saturating_sub(10).max(start)..p).rev().find(|&i| self.token(i).lower == "within");
            within.is_some_and(|w| (w + 1..p.min(w + 5)).any(is_measure) && (start..w).any(is_or_comes))
        };
        self.token(t).tag == "VBG"
            && self.token(t).dep == "pcomp"
            && matches!(self.token(p).lower.as_str(), "of" | "from")
            && (is_within_of()
                || is_measure(g) && self.parsed.ancestors(g).take(3).any(is_or_comes)
                || is_or_comes(g)
                    && (self.has_child(p, |c| self.token(c).dep == "npadvmod" && is_measure(c))
                        || self.has_child(g, |c| self.token(c).dep == "attr" && is_measure(c))))
    }

    /// A mention that is taken out of a text.
    fn is_struck_out(&self, mention: usize) -> bool {
        let h = self.token(mention).head;
        matches!(self.token(mention).lemma.as_str(), "reference" | "mention" | "allusion" | "statement")
            && matches!(self.token(mention).dep, "dobj" | "nsubjpass")
            && matches!(
                self.token(h).lemma.as_str(),
                "remove" | "delete" | "drop" | "strike" | "cut" | "withdraw" | "retract" | "omit" | "excise"
            )
    }

    /// "the bank" in "accused the bank of".
    fn is_accused(&self, t: usize) -> bool {
        let h = self.token(t).head;
        matches!(self.token(t).dep, "dobj" | "nsubjpass")
            && matches!(self.token(h).lemma.as_str(), "accuse" | "suspect")
    }

    /// "on the verge of", also with a word between.
    fn follows_verge(&self, p: usize) -> bool {
        let start = self.parsed.sentences[self.token(p).sentence].tokens.start;
        (p.saturating_sub(3).max(start)..p).any(|i| VERGE.contains(&self.token(i).lower.as_str()))
    }

    /// "ahead of", "before".
    fn follows_ahead(&self, p: usize) -> bool {
        self.token(p).lower == "before" || p > 0 && self.token(p - 1).lower == "ahead"
    }
}
