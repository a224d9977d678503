//! What the parser hangs elsewhere and is the next of a list of participants, or stands for one.

use super::Collector;
use crate::mention::EntityKind;

impl Collector<'_, '_> {
    /// What the parser takes to explain a name and is the next of a list: "the Reds, the Greens and the Blues voted",
    /// "Lind, the mayor, and Ruiz, her deputy, were".
    pub(super) fn listed(&self, name: usize) -> Vec<usize> {
        let named =
            |t: usize| self.entity(t).filter(|&e| self.token(t).pos == "PROPN" && self.entities[e].is_named);
        let Some(known) = named(name) else { return Vec::new() };
        let Some(apposed) = self.parsed.child(name, &["appos"]) else { return Vec::new() };
        let is_other = |&t: &usize| named(t).is_some_and(|e| e != known);
        let Some(next) = self.parsed.child(apposed, &["conj"]) else { return Vec::new() };
        if is_other(&apposed) {
            // "Lund, Norway," says where; a list ends with its last name.
            let end = self.parsed.edges(next).end;
            let is_closed = self.parsed.tokens.get(end).is_none_or(|t| t.lower != ",");
            return if is_closed && is_other(&next) { vec![apposed] } else { Vec::new() };
        }
        let and = (apposed..next).find(|&t| self.token(t).dep == "cc");
        let is_set_off = and.is_some_and(|t| self.token(t - 1).lower == ",");
        [next].into_iter().filter(|t| is_set_off && named(apposed).is_none() && is_other(t)).collect()
    }

    /// "The government of Kenya and the World Bank agreed": a body that the parser joins to the country.
    pub(super) fn beside_country(&self, head: usize) -> Option<usize> {
        let kind = |t: usize| self.entity(t).map(|e| self.entities[e].kind);
        let of = |&c: &usize| self.token(c).dep == "prep" && self.token(c).lower == "of";
        let of = self.parsed.children(head).iter().copied().find(of)?;
        let country = self.parsed.child(of, &["pobj"])?;
        let is_country = matches!(kind(country), Some(EntityKind::Place | EntityKind::Government));
        let other = self.parsed.child(country, &["conj"])?;
        let is_body = matches!(kind(other), Some(EntityKind::Organisation | EntityKind::ArmedGroup));
        (is_country && is_body).then_some(other)
    }

    /// "The harbour master, Karl Lund, and the pilot, Ida Holm, were": one name explains a singular noun, and what is joined to
    /// it after a comma is the next of the list.
    pub(super) fn beside_apposed(&self, noun: usize) -> Option<usize> {
        let name = self.parsed.child(noun, &["appos"]).filter(|&a| self.token(a).pos == "PROPN")?;
        let next = self.parsed.child(name, &["conj"])?;
        let and = (name..next).find(|&t| self.token(t).dep == "cc" && self.token(t).lower == "and")?;
        let is_one = self.token(noun).tag == "NN" && self.token(and - 1).lower == ",";
        (is_one && self.is_agentive(noun) && self.is_agentive(next)).then_some(next)
    }

    /// "One of them, the Baptist chapel, lost its roof": what a number or pronoun stands for.
    pub(super) fn explained(&self, head: usize) -> Option<usize> {
        let is_bare = matches!(self.token(head).pos, "NUM" | "PRON") && self.entity(head).is_none();
        self.parsed.child(head, &["appos"]).filter(|&a| is_bare && self.token(a).pos == "NOUN")
    }

    /// "Norland joined Sudland in voting": both vote.
    pub(super) fn joined(&self, verb: usize) -> Vec<usize> {
        let preposition = self.token(verb).head;
        let over = self.token(preposition).head;
        let is_in = self.token(preposition).lower == "in" && self.token(verb).tag == "VBG";
        let joined = self.parsed.child(over, &["dobj"]).filter(|&o| self.is_agentive(o));
        match joined {
            Some(joined) if is_in && self.token(over).lemma == "join" => {
                self.subjects(over).into_iter().map(|(subject, _)| subject).chain([joined]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// "Norland, together with Sudland, opposed it": who stands beside the subject.
    pub(super) fn companion(&self, subject: usize) -> Option<usize> {
        let is_with = |&c: &usize| {
            let before = || self.parsed.word(c - 1).to_lowercase();
            self.token(c).dep == "prep"
                && self.token(c).lower == "with"
                && c > subject
                && matches!(before().as_str(), "together" | "along")
        };
        let below = self.parsed.children(subject).iter().copied();
        let with =
            below.clone().chain(below.flat_map(|c| self.parsed.children(c).iter().copied())).find(is_with)?;
        self.parsed.child(with, &["pobj"]).filter(|&o| self.is_agentive(o) && self.is_agentive(subject))
    }

    /// "Norland and Sudland were among those voting no": who they are.
    pub(super) fn among_those(&self, verb: usize) -> Option<usize> {
        let those = self.token(verb).head;
        let among = self.token(those).head;
        let be = self.token(among).head;
        let is_so = matches!(self.token(verb).dep, "acl" | "relcl")
            && self.token(those).lower == "those"
            && self.token(among).lower == "among"
            && self.token(be).lemma == "be";
        self.parsed.child(be, &["nsubj"]).filter(|_| is_so)
    }

    /// "Sudland abstained, as did Norland and Westmark": who did too.
    pub(super) fn who_did_too(&self, verb: usize) -> Option<usize> {
        let is_as_did = |&c: &usize| {
            self.token(c).dep == "advcl"
                && self.token(c).lemma == "do"
                && self.parsed.children(c).iter().any(|&m| self.token(m).lower == "as" && m + 1 == c)
        };
        let did = self.parsed.children(verb).iter().copied().find(is_as_did)?;
        self.parsed.child(did, &["nsubj"]).filter(|&s| s > did && self.is_agentive(s))
    }
}
