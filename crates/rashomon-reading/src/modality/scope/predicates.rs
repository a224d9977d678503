//! What is said of an event by its predicate: "the merger is off", "an arrest is a matter of time", "the sale is on the table".

use crate::modality::state::State;
use crate::modality::{Modality, Scope};

impl Scope<'_, '_> {
    /// The state of an event noun whose predicate tells whether it is, will be or may be; `None` where the predicate tells
    /// what it is like.
    pub(super) fn by_predicate(&self, noun: usize) -> Option<State> {
        let verb = self.token(noun).head;
        if self.token(noun).dep != "nsubj" || !self.is_event(noun) {
            return None;
        }
        match self.token(verb).lemma.as_str() {
            "wait" => {
                self.has_child(verb, |c| self.token(c).tag == "MD").then_some(State::of(Modality::Planned))
            }
            "be" | "remain" | "seem" | "appear" | "look" => {
                let of =
                    |(modality, negative)| State { negative: negative != self.is_negated(verb), modality };
                self.predicate(verb).map(of)
            }
            _ => None,
        }
    }

    /// What the words behind a copula say; whether they say that it is not to be.
    fn predicate(&self, verb: usize) -> Option<(Modality, bool)> {
        let children = || self.parsed.children(verb).iter().copied().filter(|&c| c > verb);
        // "Likely to end": of something else.
        if children().any(|c| self.has_child(c, |x| self.token(x).dep == "xcomp")) {
            return None;
        }
        let past = self.token(verb).tag == "VBD";
        children().find_map(|c| match self.token(c).dep {
            "acomp" | "advmod" => over_adjective(&self.token(c).lower, past),
            "attr" => over_noun(&self.token(c).lemma, self.object_of(c, "of")),
            "prep" => self.over_phrase(c),
            _ => None,
        })
    }

    /// The noun behind a preposition below `t`.
    pub(super) fn object_of(&self, t: usize, preposition: &str) -> Option<&str> {
        let of = |&c: &usize| self.token(c).dep == "prep" && self.token(c).lower == preposition;
        let of = self.parsed.children(t).iter().copied().find(of)?;
        self.parsed.child(of, &["pobj"]).map(|o| self.token(o).lemma.as_str())
    }

    fn over_phrase(&self, preposition: usize) -> Option<(Modality, bool)> {
        let object = self.parsed.child(preposition, &["pobj"]).map(|o| self.token(o).lemma.as_str());
        match (self.token(preposition).lower.as_str(), object?) {
            ("on", "table" | "card" | "cards") | ("in", "offing" | "pipeline" | "doubt") => {
                Some((Modality::Possible, false))
            }
            ("under", "discussion" | "consideration") => Some((Modality::Possible, false)),
            ("on", "hold" | "ice") => Some((Modality::Planned, false)),
            ("off", "table" | "card" | "cards" | "agenda") => Some((Modality::Planned, true)),
            _ => None,
        }
        .or_else(|| {
            let out = self.token(preposition).lower == "out" && self.object_of(preposition, "of").is_some();
            out.then_some((Modality::Possible, true))
        })
    }
}

/// "Was possible" may tell what made possible something that was done.
fn over_adjective(word: &str, past: bool) -> Option<(Modality, bool)> {
    match word {
        "off" | "dead" => Some((Modality::Planned, true)),
        "unlikely" | "impossible" | "unthinkable" | "inconceivable" => Some((Modality::Possible, !past)),
        "likely" | "probable" | "conceivable" | "thinkable" | "hypothetical" | "doubtful" => {
            Some((Modality::Possible, false))
        }
        "possible" if !past => Some((Modality::Possible, false)),
        "imminent" | "inevitable" | "unavoidable" | "near" | "due" | "overdue" | "pending" => {
            Some((Modality::Planned, false))
        }
        _ => None,
    }
}

fn over_noun(lemma: &str, of: Option<&str>) -> Option<(Modality, bool)> {
    match lemma {
        "possibility" | "probability" | "option" | "prospect" | "hypothesis" => {
            Some((Modality::Possible, false))
        }
        "aim" | "goal" | "ambition" | "objective" | "intention" => Some((Modality::Planned, false)),
        "hoax" | "fiction" | "myth" | "fabrication" | "invention" | "rumour" | "rumor" | "lie" => {
            Some((Modality::Denied, false))
        }
        "matter" | "question" if of == Some("time") => Some((Modality::Planned, false)),
        _ => None,
    }
}
