//! Definite nouns that take a happening for known: "before the collapse", "a day after the resignation of the mayor".

use super::Finder;
use crate::ParsedArticle;
use crate::claim::EventType;
use crate::claim::lexicon::{self, Sense};
use crate::modality::{Modality, of_token};

/// Letters by which a noun is made from a verb told before: "derailed", "the derailment".
const N_SAME_LETTERS: usize = 5;

impl Finder<'_, '_> {
    /// Whether a noun takes for known that what it names came about: it is definite, and stands where news looks back on what
    /// has happened, says whose or of whom it was, or takes up what the article told before.
    pub(super) fn is_taken_up(&self, t: usize, sense: Sense) -> bool {
        if !self.is_definite(t) || self.is_to_come(t) || self.is_own_deed(t) || self.is_blamed_on(t) {
            return false;
        }
        let is_sure = !sense.needs_support;
        self.is_looked_back_on(t, sense)
            || is_sure
                && (is_sudden(sense.kind) && self.is_one(t) || self.is_somebodys(t) && self.is_in_fact(t))
            || is_sure && self.is_told_before(t, sense)
    }

    fn is_definite(&self, t: usize) -> bool {
        is_definite(self.parsed, t)
    }

    /// "Handed in his resignation": the verb tells.
    fn is_own_deed(&self, t: usize) -> bool {
        let is_own = |&c: &usize| self.token(c).dep == "poss" && self.token(c).pos == "PRON";
        self.token(t).dep == "dobj" && self.parsed.children(t).iter().any(is_own)
    }

    /// "Blamed the attack on rebels": what the accusation is about.
    fn is_blamed_on(&self, t: usize) -> bool {
        self.token(t).dep == "dobj" && self.token(self.token(t).head).lemma == "blame"
    }

    fn is_one(&self, t: usize) -> bool {
        self.token(t).tag == "NN"
    }

    /// "The planned closure", "the next attack", "the risk of the collapse": not come about, or not this one.
    fn is_to_come(&self, t: usize) -> bool {
        const OPEN: &[&str] = &[
            "planned",
            "proposed",
            "upcoming",
            "coming",
            "next",
            "possible",
            "potential",
            "expected",
            "imminent",
            "threatened",
            "alleged",
            "attempted",
            "intended",
            "future",
            "forthcoming",
            "likely",
            "pending",
            "looming",
            "impending",
            "promised",
            "suspected",
            "eventual",
            "ultimate",
        ];
        self.parsed.children(t).iter().any(|&c| OPEN.contains(&self.token(c).lower.as_str()))
    }

    /// "Hours after the theft", "since her arrest": what one counts from has come about. What is on a calendar may be to come.
    fn is_looked_back_on(&self, t: usize, sense: Sense) -> bool {
        let token = self.token(t);
        let over = self.token(token.head).lower.as_str();
        let is_on_calendar = matches!(
            sense.kind,
            EventType::Vote | EventType::Consult | EventType::Ruling | EventType::Request
        );
        token.dep == "pobj"
            && self.is_one(t)
            && match over {
                "after" | "since" | "following" => !is_on_calendar || self.is_in_past(token.head),
                "before" | "until" | "till" | "during" => !is_on_calendar && self.is_in_past(token.head),
                _ => false,
            }
    }

    /// Whether the clause around a word is told in the past.
    fn is_in_past(&self, t: usize) -> bool {
        let mut at = t;
        while !self.is_verb_form(at) {
            let over = self.token(at).head;
            if over == at {
                return false;
            }
            at = over;
        }
        let helpers =
            self.parsed.children(at).iter().filter(|&&c| matches!(self.token(c).dep, "aux" | "auxpass"));
        let is_past = |t: usize| matches!(self.token(t).tag, "VBD");
        let first = helpers.min().copied().unwrap_or(at);
        is_past(first) || matches!(self.token(first).lower.as_str(), "has" | "have" | "having")
    }

    /// "The mayor's resignation", "the closure of the mine", "after her detention".
    fn is_somebodys(&self, t: usize) -> bool {
        self.is_one(t)
            && self.parsed.children(t).iter().any(|&c| {
                let child = self.token(c);
                let is_of = child.dep == "prep" && matches!(child.lower.as_str(), "of" | "by");
                child.dep == "poss" || is_of && self.parsed.child(c, &["pobj"]).is_some()
            })
    }

    /// Whether the clause around a noun tells what is so: "a date for the withdrawal of the army will be set" has none yet.
    fn is_in_fact(&self, t: usize) -> bool {
        let is_aim = self.token(t).dep == "pobj" && self.token(self.token(t).head).lower == "for";
        let verb = self.parsed.ancestors(t).find(|&a| self.is_verb_form(a));
        let is_so = |v: usize| matches!(of_token(self.parsed, v).1, Modality::Happened | Modality::Ongoing);
        !is_aim && verb.is_none_or(is_so)
    }

    /// Whether an earlier word of the article tells of it: the same noun, a verb of its class, or the verb it is made from.
    fn is_told_before(&self, t: usize, sense: Sense) -> bool {
        let lemma = self.token(t).lemma.as_str();
        let begin = |word: &str| word.chars().take(N_SAME_LETTERS).collect::<String>();
        let tells = |&b: &usize| {
            let before = self.token(b);
            let is_same = before.pos == "NOUN" && before.lemma == lemma && self.noun_carrier(b).is_some();
            let is_verb = before.pos == "VERB"
                && (lexicon::verb(&before.lemma)
                    .is_some_and(|v| v.kind == sense.kind && v.mode == sense.mode && !v.mode.is_empty())
                    || lemma.len() >= N_SAME_LETTERS && begin(&before.lemma) == begin(lemma));
            is_same || is_verb
        };
        self.is_one(t) && (0..t).rev().any(|b| tells(&b))
    }
}

/// Of what comes about all at once a definite noun names one: "victims of the crash".
fn is_sudden(kind: EventType) -> bool {
    matches!(kind, EventType::Disaster | EventType::Accident | EventType::Assault)
}

/// Whether a noun has "the", "that" or a possessor.
pub(in crate::claim) fn is_definite(parsed: &ParsedArticle, t: usize) -> bool {
    parsed.tokens[t].pos == "NOUN"
        && parsed.children(t).iter().any(|&c| {
            let child = &parsed.tokens[c];
            child.dep == "poss"
                || child.dep == "det" && matches!(child.lower.as_str(), "the" | "this" | "that")
        })
}
