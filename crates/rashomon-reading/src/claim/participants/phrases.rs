//! Participants from their phrases: those joined by "and", the named among them, whose they are, how far the phrase goes.

use super::Collector;
use crate::claim::triggers::is_calendar_word;
use crate::claim::{EventType, Participant, ParticipantRole, lexicon, time_word};
use crate::mention::EntityKind;
use crate::{Token, quotation};
use rashomon_text::Span;
use smol_str::StrExt;

/// Most participants kept for one claim; longer lists are enumerations.
pub(super) const PARTICIPANTS_MAX: usize = 16;

impl Collector<'_, '_> {
    /// Adds the phrase headed by `head` and those coordinated with it.
    pub(super) fn add(&mut self, head: usize, role: ParticipantRole) {
        let mut heads = vec![head];
        let mut next = 0;
        while next < heads.len() && heads.len() < PARTICIPANTS_MAX {
            let more = self.parsed.children(heads[next]).iter().copied().filter(|&c| {
                let nominal = matches!(self.token(c).pos, "NOUN" | "PROPN" | "PRON" | "NUM");
                self.token(c).dep == "conj" && nominal
            });
            heads.extend(more);
            heads.extend(self.listed(heads[next]));
            heads.extend(self.beside_apposed(heads[next]));
            heads.extend(self.explained(heads[next]));
            heads.extend(self.beside_country(heads[next]));
            next += 1;
        }
        for head in heads {
            self.add_one(head, role);
            self.add_named_parts(head, role);
        }
    }

    /// Who an unnamed group is made of: "the sponsors, Norway and Chile", "ministers, including Ms Diaz",
    /// "Norwegian and Chilean officials".
    pub(super) fn add_named_parts(&mut self, head: usize, role: ParticipantRole) {
        let parsed = self.parsed;
        let named = self.entity(head).is_some_and(|e| self.entities[e].is_named);
        for &c in parsed.children(head) {
            let token = self.token(c);
            match token.dep {
                // "The patient, a nurse of 34": one person.
                "appos" if token.tag == "NN" && self.token(head).tag == "NN" => {}
                "appos" if !named && !self.is_speaker(c) => self.add_entities(c, role),
                // "the sponsors of the draft, Norway and Chile": the parser hangs the names on the draft.
                "prep" if token.lower == "of" && !named && self.is_group(head) => {
                    let thing = parsed.child(c, &["pobj"]).filter(|&o| !self.is_agentive(o));
                    let names = thing.and_then(|o| parsed.child(o, &["appos", "conj"]));
                    let named = |n: &usize| self.token(*n).pos == "PROPN" && !self.is_speaker(*n);
                    match names.filter(named) {
                        Some(names) => self.add_entities(names, role),
                        None => self.add_named_object(c, role),
                    }
                }
                "prep" if matches!(token.lower.as_str(), "including" | "like") => {
                    for &object in parsed.children(c).iter().filter(|&&o| parsed.tokens[o].dep == "pobj") {
                        self.add_entities(object, role);
                    }
                }
                "amod" | "compound" | "nmod" if self.is_group(head) => self.add_countries(c, role),
                // "Russia's offer", "the union's ballot": whose it is takes part too.
                "poss" | "compound" | "amod" if !named && self.is_matter(head) => self.add_owner(c, role),
                // "A Norrair turboprop", "Rural Guard vehicles".
                "compound" if !named => self.add_owner(c, role),
                "prep" if named && matches!(token.lower.as_str(), "of" | "from") => {
                    self.add_affiliation(c, role);
                }
                // "Talks between Iran and Oman collapsed".
                "prep" if !named && token.lower == "between" => {
                    let meets = matches!(
                        self.trigger.kind,
                        EventType::Agree | EventType::Consult | EventType::Cooperate
                    );
                    let role = if meets { ParticipantRole::Actor } else { ParticipantRole::Recipient };
                    if let Some(object) = parsed.child(c, &["pobj"]) {
                        self.add_entities(object, role);
                    }
                }
                // "Killed in an ambush by the Front".
                "prep" if token.lower == "by" && self.is_blow(head) => {
                    self.add_objects(c, ParticipantRole::Actor);
                }
                // "shares in the bank", "members of the union", "services to the island by the line".
                "prep"
                    if !named
                        && matches!(
                            token.lower.as_str(),
                            "of" | "in" | "by" | "from" | "for" | "to" | "at" | "on" | "against" | "with"
                        ) =>
                {
                    self.add_named_object(c, role);
                }
                "poss" if !named => self.add_named_owner(c),
                // "A drone operated by the Front", "a bomb planted by the Front", "a motion tabled by the Greens".
                "acl"
                    if token.tag == "VBN"
                        && c != self.trigger.carrier
                        && (is_wielding(&token.lemma) || is_heading(&token.lemma)) =>
                {
                    if let Some(agent) = parsed.child(c, &["agent"]) {
                        let role =
                            if role == ParticipantRole::Actor { role } else { ParticipantRole::Recipient };
                        self.add_objects(agent, role);
                    }
                }
                _ => {}
            }
        }
    }

    /// A name before a reporting verb ("..., the observatory said") that the parser took for an apposition.
    fn is_speaker(&self, t: usize) -> bool {
        let end = self.parsed.edges(t).end;
        let after = end..(end + 3).min(self.parsed.tokens.len());
        after.into_iter().any(|i| quotation::cue_class(&self.token(i).lemma).is_some())
    }

    /// "An ambush by the Front", of those it killed.
    fn is_blow(&self, noun: usize) -> bool {
        let is_of_harm =
            matches!(self.trigger.kind, EventType::Casualty | EventType::Displacement | EventType::Accident);
        is_of_harm && lexicon::noun(&self.token(noun).lemma).is_some()
    }

    /// Happenings and documents: nobody, but somebody's.
    fn is_matter(&self, t: usize) -> bool {
        let lemma = self.token(t).lemma.as_str();
        lexicon::noun(lemma).is_some()
            || matches!(
                lemma,
                "resolution"
                    | "draft"
                    | "plan"
                    | "bill"
                    | "statement"
                    | "ouster"
                    | "move"
                    | "decision"
                    | "law"
                    | "gain"
                    | "fire"
            )
    }

    /// The named party inside the phrase of a participant that has no name of its own.
    fn add_named_object(&mut self, preposition: usize, role: ParticipantRole) {
        for object in self.parsed.children(preposition).to_vec() {
            let kind = self.entity(object).map(|e| (self.entities[e].kind, self.entities[e].is_named));
            match kind {
                Some((EntityKind::Place | EntityKind::Facility, true)) => {
                    self.add_entities(object, ParticipantRole::Location);
                }
                Some((_, true)) if self.token(object).dep == "pobj" => {
                    let role = if role == ParticipantRole::Theme { ParticipantRole::Recipient } else { role };
                    self.add_entities(object, role);
                }
                // "The appeal by the company", "a warehouse of the union"; but what the shooting of a man brings about is not his doing.
                Some((kind, false))
                    if is_somebody(kind)
                        && self.token(object).pos == "NOUN"
                        && !self.is_any(object)
                        && matches!(self.token(preposition).lower.as_str(), "of" | "by" | "against") =>
                {
                    let is_theirs = self.is_amount(self.token(preposition).head);
                    if is_theirs || role != ParticipantRole::Actor {
                        self.add_one(object, if is_theirs { role } else { ParticipantRole::Recipient });
                    }
                }
                // "Trading in the bank's shares", "queues before branches of the bank".
                None if self.token(object).dep == "pobj" => self.add_named_parts(object, role),
                _ => {}
            }
        }
    }

    /// "Thousands of workers", "a pair of colonels": those themselves, where "the families of the students" are others.
    fn is_amount(&self, noun: usize) -> bool {
        let token = self.token(noun);
        token.tag == "CD"
            || matches!(
                token.lemma.as_str(),
                "hundred"
                    | "thousand"
                    | "million"
                    | "dozen"
                    | "score"
                    | "pair"
                    | "couple"
                    | "group"
                    | "crowd"
                    | "handful"
            )
    }

    /// "A porter's trolley", "the wall of a quarry": nobody in particular.
    fn is_any(&self, noun: usize) -> bool {
        self.parsed.child(noun, &["det"]).is_some_and(|d| matches!(self.token(d).lower.as_str(), "a" | "an"))
    }

    /// "Nordline's ferry", "the union's office": whose it is.
    fn add_named_owner(&mut self, owner: usize) {
        let is_noun = self.token(owner).pos == "NOUN";
        let is_known = |e: usize| match self.entities[e].kind {
            EntityKind::Place | EntityKind::Facility => false,
            kind => self.entities[e].is_named || is_noun && !self.is_any(owner) && is_somebody(kind),
        };
        if self.entity(owner).is_some_and(is_known) {
            self.add_one(owner, ParticipantRole::Recipient);
        }
    }

    fn add_owner(&mut self, owner: usize, role: ParticipantRole) {
        match self.entity(owner).filter(|&e| is_somebody(self.entities[e].kind)) {
            Some(_) => {
                let role = if role == ParticipantRole::Theme { ParticipantRole::Recipient } else { role };
                self.add_one(owner, role);
            }
            None => self.add_countries(owner, role),
        }
    }

    /// "a commander of the Northern Front": the group that a named person speaks or acts for.
    fn add_affiliation(&mut self, preposition: usize, role: ParticipantRole) {
        let Some(group) = self.parsed.child(preposition, &["pobj"]) else { return };
        let acts = self.entity(group).is_some_and(|e| {
            matches!(self.entities[e].kind, EntityKind::Organisation | EntityKind::ArmedGroup)
        });
        if acts {
            self.add_one(group, role);
        }
    }

    /// The phrases coordinated with `head` or explaining it that have an entity.
    fn add_entities(&mut self, head: usize, role: ParticipantRole) {
        let mut all = vec![head];
        let mut next = 0;
        while next < all.len() && all.len() < PARTICIPANTS_MAX {
            let t = all[next];
            if self.entity(t).is_some() {
                self.add_one(t, role);
            }
            let is_more = |&c: &usize| matches!(self.token(c).dep, "conj" | "appos");
            all.extend(self.parsed.children(t).iter().copied().filter(is_more));
            next += 1;
        }
    }

    pub(super) fn add_one(&mut self, head: usize, role: ParticipantRole) {
        let is_trigger = head == self.trigger.token && self.token(head).pos != "PROPN";
        if self.found.len() >= PARTICIPANTS_MAX || is_trigger {
            return;
        }
        let whole = || self.share_of(head).and_then(|w| self.entity(w));
        let entity = self.entity(head).or_else(|| self.entity_of_parts(head)).or_else(whole);
        let token = self.token(head);
        // "killing four and wounding seven", "20 were detained", "14 of the sailors": so many people.
        let of_people = matches!(
            self.trigger.kind,
            EventType::Casualty | EventType::Coerce | EventType::Displacement | EventType::Aid
        ) && matches!(role, ParticipantRole::Victim | ParticipantRole::Recipient);
        let is_part =
            || role != ParticipantRole::Actor && self.share_of(head).is_some_and(|w| self.is_agentive(w));
        let is_count_of_people = token.tag == "CD" && token.dep != "nummod" && (of_people || is_part());
        // "A magnitude 6.1 earthquake".
        let is_measure = token.lower == "magnitude";
        if entity.is_none() && is_measure
            || entity.is_none() && matches!(token.pos, "PRON" | "DET" | "NUM" | "ADV") && !is_count_of_people
            || time_word(token)
            || entity.is_none() && self.is_time(head)
        {
            return;
        }
        let head_lemma = self.parsed.tokens[head].lemma.to_lowercase_smolstr();
        let participant = Participant { role, entity, span: self.phrase(head), head, head_lemma };
        if !self.found.iter().any(|p| p.head == head || entity.is_some() && p.entity == entity) {
            self.found.push(participant);
        }
    }

    /// "112 of them", "some of the rebels": of whom.
    fn share_of(&self, head: usize) -> Option<usize> {
        let token = self.token(head);
        let is_share = token.tag == "CD"
            || matches!(
                token.lower.as_str(),
                "some" | "many" | "most" | "several" | "none" | "all" | "few" | "both"
            );
        let of = self.parsed.children(head).iter().copied().find(|&c| self.token(c).lower == "of");
        self.parsed.child(of.filter(|_| is_share)?, &["pobj"])
    }

    /// "by Easter", "the end of next week".
    pub(super) fn is_time(&self, t: usize) -> bool {
        let next = self.times.partition_point(|time| time.tokens.start <= t);
        next > 0 && self.times[next - 1].tokens.contains(&t)
    }

    /// "accused the bank of": the "of" belongs to the verb.
    fn takes_of(&self, object: usize) -> bool {
        let over = self.token(object).head;
        let by = self.token(over).dep == "agent";
        let verb = if by { self.token(over).head } else { over };
        let verb = self.token(verb).lemma.as_str();
        (by || self.token(object).dep == "dobj")
            && matches!(
                verb,
                "accuse" | "suspect" | "convict" | "acquit" | "warn" | "inform" | "remind" | "rob" | "clear"
            )
    }

    /// The phrase without clauses: from the first modifier to the head, and an "of"-phrase.
    fn phrase(&self, head: usize) -> Span {
        let parsed = self.parsed;
        let sentence = parsed.sentences[self.token(head).sentence].tokens.clone();
        let mut start = head;
        let mut end = head + 1;
        for &c in parsed.children(head) {
            match self.token(c).dep {
                "det" | "amod" | "compound" | "nummod" | "poss" | "nmod" | "quantmod"
                    if c < head && !self.is_of_date(c) =>
                {
                    start = start.min(parsed.edges(c).start);
                }
                "prep" if self.token(c).lower == "of" && c == head + 1 && !self.takes_of(head) => {
                    let more = |&i: &usize| matches!(self.token(i).dep, "relcl" | "acl" | "advcl" | "conj");
                    let object = parsed.child(c, &["pobj"]);
                    if !parsed.subtree(c).iter().any(more) {
                        end = end.max(parsed.edges(c).end);
                    } else if let Some(o) = object.filter(|_| self.token(head).tag == "CD") {
                        end = end.max(o + 1);
                    }
                }
                _ => {}
            }
        }
        parsed.span_of(start.max(sentence.start)..end.min(sentence.end).max(head + 1))
    }

    /// "On 17 March 2009 Captain Sato took": the parser hangs day and month on the name.
    fn is_of_date(&self, c: usize) -> bool {
        let edges = self.parsed.edges(c);
        let has = |is: &dyn Fn(&Token) -> bool| edges.clone().any(|t| is(self.token(t)));
        let is_month = |t: &Token| is_calendar_word(&t.lower);
        let next = self.parsed.tokens.get(edges.end).filter(|_| self.token(c).tag == "CD");
        let is_month_and_number = has(&is_month) && has(&|t| t.tag == "CD");
        // "On Monday Delmonte Dairies recalled": no name begins so after "on".
        let after_on = edges.start > 0 && self.token(edges.start - 1).lower == "on" && has(&is_month);
        self.token(self.token(c).head).tag == "NNP"
            && (is_month_and_number || after_on || next.is_some_and(is_month))
    }
}

/// Verbs of those whom a body has at its head, and of those who bring in what others decide on.
fn is_heading(lemma: &str) -> bool {
    matches!(
        lemma,
        "head"
            | "lead"
            | "chair"
            | "move"
            | "table"
            | "submit"
            | "propose"
            | "draft"
            | "sponsor"
            | "introduce"
            | "issue"
            | "sign"
    )
}

/// Persons and bodies.
fn is_somebody(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Person | EntityKind::Organisation | EntityKind::Government | EntityKind::ArmedGroup
    )
}

/// Verbs of those in whose hands a thing acts.
fn is_wielding(lemma: &str) -> bool {
    matches!(
        lemma,
        "operate"
            | "own"
            | "run"
            | "fly"
            | "fire"
            | "launch"
            | "plant"
            | "lay"
            | "drop"
            | "drive"
            | "throw"
            | "charter"
    )
}
