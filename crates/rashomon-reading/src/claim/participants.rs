//! Who and what takes part in a claim, and in which role.

use super::lexicon;
use super::triggers::{Trigger, is_calendar_word};
use super::typing;
use super::{EventType, Participant, ParticipantRole};
use crate::attribution::Attribution;
use crate::mention::{self, EntityKind, LocalEntity, Mention};
use crate::time::TimeExpression;
use crate::{ParsedArticle, Reading, Token, quotation};
use rashomon_text::Span;
use smol_str::StrExt;

/// Most participants kept for one claim; longer lists are enumerations.
const PARTICIPANTS_MAX: usize = 16;

/// Governors climbed in search of a missing subject.
const CLIMB_MAX: usize = 6;

const SUBJECTS: &[&str] = &["nsubj", "nsubjpass"];

/// The participants of a trigger: subjects, objects, and what its prepositions bring in.
pub(super) fn of(parsed: &ParsedArticle, reading: &Reading, trigger: &Trigger) -> Vec<Participant> {
    let mut found = Collector {
        parsed,
        mentions: &reading.mentions,
        entities: &reading.entities,
        times: &reading.times,
        trigger,
        found: Vec::new(),
    };
    if parsed.tokens[trigger.token].pos == "NOUN" {
        found.of_noun();
    }
    if matches!(parsed.tokens[trigger.carrier].pos, "VERB" | "AUX") {
        found.of_verb();
    }
    if !found.found.iter().any(|p| p.role == ParticipantRole::Actor) {
        found.of_occasion();
    }
    found.party_to_talks();
    found.found
}

/// Who denies it: what a company denies doing is about the company, also where the words do not say who would do it.
pub(super) fn denier(
    parsed: &ParsedArticle,
    reading: &Reading,
    attribution: &Attribution,
    known: &[Participant],
) -> Vec<Participant> {
    let links = attribution.iter().filter_map(|link| Some((link.entity?, link.span?)));
    let new = links.filter(|(entity, _)| !known.iter().any(|p| p.entity == Some(*entity)));
    let participant = |(entity, span): (usize, Span)| {
        let head = reading.mentions.iter().find(|m| m.entity == entity && m.span.overlaps(span))?.head;
        let head_lemma = parsed.tokens[head].lemma.clone();
        Some(Participant { role: ParticipantRole::Speaker, entity: Some(entity), span, head, head_lemma })
    };
    new.filter_map(participant).collect()
}

/// Endings by which adjectives and names of peoples are made from names of places.
const NATIONAL: [&str; 7] = ["ian", "an", "ese", "ish", "i", "n", "er"];
/// Acts that are done to somebody: their bare participle is passive.
const TRANSITIVE_ACTS: [EventType; 8] = [
    EventType::Accuse,
    EventType::Coerce,
    EventType::Assault,
    EventType::Casualty,
    EventType::Sanction,
    EventType::Support,
    EventType::Ruling,
    EventType::Request,
];
/// Letters of the name that may be lost before them ("Rome", "Roman").
const N_LOST_MAX: usize = 2;
/// Shorter stems are too common.
const N_STEM_MIN: usize = 4;

/// Whether `adjective` is made from the name of a place by one of the usual endings.
fn is_derived(adjective: &str, name: &str) -> bool {
    let (adjective, name) = (adjective.to_lowercase(), name.to_lowercase());
    adjective != name
        && NATIONAL.iter().filter_map(|ending| adjective.strip_suffix(ending)).any(|stem| {
            stem.len() >= N_STEM_MIN && name.strip_prefix(stem).is_some_and(|rest| rest.len() <= N_LOST_MAX)
        })
}

struct Collector<'p, 'a> {
    parsed: &'p ParsedArticle<'a>,
    mentions: &'p [Mention],
    entities: &'p [LocalEntity],
    times: &'p [TimeExpression],
    trigger: &'p Trigger,
    found: Vec<Participant>,
}

impl Collector<'_, '_> {
    fn token(&self, t: usize) -> &Token {
        &self.parsed.tokens[t]
    }

    fn of_verb(&mut self) {
        let v = self.trigger.carrier;
        let passive = self.is_passive(v);
        // "The blast left nine people dead": the blast is not.
        let is_left =
            self.token(self.trigger.token).pos == "ADJ" && self.parsed.child(v, &["dobj"]).is_some();
        for (head, is_object) in self.subjects(v).into_iter().filter(|_| !is_left) {
            let role = if is_object || passive { self.object_role() } else { self.subject_role() };
            self.add(head, role);
        }
        let parsed = self.parsed;
        for &c in parsed.children(v) {
            match self.token(c).dep {
                "agent" if !self.is_margin(c) => self.add_objects(c, self.subject_role()),
                "dobj" if self.is_part_of_predicate(c) => {}
                "dobj" => self.add(c, self.role_of_object(c)),
                "dative" => {
                    if self.token(c).pos == "ADP" {
                        self.add_objects(c, ParticipantRole::Recipient);
                    } else {
                        self.add(c, ParticipantRole::Recipient);
                    }
                }
                "prep" => self.of_preposition(c),
                "prt" => {}
                _ => {}
            }
        }
    }

    /// "rejected the offer in a vote": who did it voted.
    fn of_occasion(&mut self) {
        let n = self.trigger.token;
        let p = self.token(n).head;
        let verb = self.token(p).head;
        let occasion = self.token(n).dep == "pobj"
            && matches!(self.token(p).lower.as_str(), "in" | "at" | "during" | "with" | "after" | "by")
            && self.token(verb).pos == "VERB";
        let kind = self.trigger.kind;
        if occasion
            && matches!(kind, EventType::Vote | EventType::Consult | EventType::Agree | EventType::Territory)
        {
            for (head, _) in self.subjects(verb) {
                if self.is_agentive(head) {
                    self.add(head, self.subject_role());
                }
            }
        }
    }

    /// "announced talks with": who announces, plans or seeks talks with somebody is a party to them.
    fn party_to_talks(&mut self) {
        let n = self.trigger.token;
        let parsed = self.parsed;
        let verb = self.token(n).head;
        let with =
            parsed.children(n).iter().any(|&c| self.token(c).dep == "prep" && self.token(c).lower == "with");
        let meeting =
            matches!(self.trigger.kind, EventType::Consult | EventType::Agree | EventType::Cooperate);
        if meeting
            && with
            && self.token(n).dep == "dobj"
            && self.token(verb).pos == "VERB"
            && self.trigger.carrier == n
        {
            for (head, _) in self.subjects(verb) {
                self.add(head, ParticipantRole::Actor);
            }
        }
    }

    /// "Russia's attack on the town", "talks between A and B", "the capture of C", "rebel withdrawal".
    fn of_noun(&mut self) {
        let n = self.trigger.token;
        let parsed = self.parsed;
        for &c in parsed.children(n) {
            match self.token(c).dep {
                // "Norway used its veto": the subject says who.
                "poss" if self.trigger.carrier != n && self.token(c).tag == "PRP$" => {}
                "poss" => {
                    let role = match self.trigger.kind {
                        EventType::Casualty => ParticipantRole::Victim,
                        EventType::Disaster | EventType::Accident => ParticipantRole::Location,
                        _ => ParticipantRole::Actor,
                    };
                    self.add(c, role);
                }
                "prep" => self.of_preposition(c),
                "compound" | "amod" | "nmod" => {
                    let is_named = mention::entity_at(self.mentions, c).is_some();
                    let is_group = mention::is_armed_group_noun(&self.token(c).lemma)
                        || mention::is_organisation_noun(&self.token(c).lemma)
                        || mention::is_person_noun(&self.token(c).lemma);
                    let is_place = self.entity(c).is_some_and(|e| {
                        matches!(self.entities[e].kind, EntityKind::Place | EntityKind::Facility)
                    });
                    if is_place {
                        self.add(c, ParticipantRole::Location);
                    } else if is_named || is_group && self.token(c).dep != "amod" {
                        self.add(c, ParticipantRole::Actor);
                    }
                }
                "acl" => {
                    if let Some(agent) = parsed.child(c, &["agent"]) {
                        self.add_objects(agent, self.subject_role());
                    }
                }
                _ => {}
            }
        }
    }

    /// The object of an idiom: "gave way", "took place", "pushed their way".
    fn is_part_of_predicate(&self, object: usize) -> bool {
        let lemma = self.token(object).lemma.as_str();
        matches!(lemma, "way" | "place" | "part") || self.trigger.predicate.ends_with(&format!(" {lemma}"))
    }

    fn of_preposition(&mut self, p: usize) {
        let noun = self.token(self.token(p).head).pos == "NOUN";
        let shoots = self.trigger.kind == EventType::Assault && !noun;
        let role = match self.token(p).lower.as_str() {
            // "Raised the rate by a point": by how much.
            "by" if !noun && self.parsed.child(self.token(p).head, &["nsubj"]).is_some() => return,
            "by" => self.subject_role(),
            "at" | "on" if shoots && self.is_aimed(p) => ParticipantRole::Victim,
            "with" | "to" | "for" | "from" | "towards" | "toward" => ParticipantRole::Recipient,
            "between" | "among" => ParticipantRole::Actor,
            "against" => self.object_role(),
            "on" | "upon"
                if noun && matches!(self.trigger.kind, EventType::Assault | EventType::Sanction) =>
            {
                ParticipantRole::Victim
            }
            "of" if noun => match self.trigger.kind {
                EventType::Casualty => ParticipantRole::Victim,
                EventType::Disaster | EventType::Accident => ParticipantRole::Location,
                EventType::Consult | EventType::Retreat | EventType::Protest => ParticipantRole::Actor,
                _ => ParticipantRole::Theme,
            },
            "in" | "at" | "near" | "outside" | "across" | "inside" | "off" | "into" | "around"
            | "through" | "over" | "on" | "about" => {
                if let Some(object) = self.parsed.child(p, &["pobj"]) {
                    self.add_if_place(object);
                    if self.entity(object).is_none() {
                        self.add_named_parts(object, ParticipantRole::Theme);
                    }
                }
                return;
            }
            _ => return,
        };
        let own = matches!(
            self.token(p).lower.as_str(),
            "by" | "of" | "between" | "against" | "on" | "upon" | "at"
        );
        for object in self.parsed.children(p).to_vec() {
            let named = || self.entity(object).is_some() || self.entity_of_parts(object).is_some();
            if self.token(object).dep == "pobj" && (own && !self.is_measure(object) || named()) {
                self.add(object, role);
            }
        }
    }

    /// "Shot at a car", "opened fire on the crowd".
    fn is_aimed(&self, p: usize) -> bool {
        let aims = matches!(
            self.token(self.token(p).head).lemma.as_str(),
            "shoot" | "fire" | "open" | "throw" | "hurl" | "lob" | "toss" | "aim" | "spray"
        );
        aims && self.parsed.child(p, &["pobj"]).is_some_and(|o| !self.is_time(o))
    }

    /// "by 87 per cent", "by 11 votes".
    fn is_measure(&self, t: usize) -> bool {
        self.token(t).pos == "NUM"
            || self.parsed.child(t, &["nummod"]).is_some() && !self.is_agentive(t)
            || matches!(
                self.token(t).lemma.as_str(),
                "cent" | "percent" | "%" | "magnitude" | "telephone" | "phone"
            )
    }

    /// "Thrown out by 16 votes to 9", "beaten by a wide margin": by how much, not by whom.
    fn is_margin(&self, by: usize) -> bool {
        let object = self.parsed.child(by, &["pobj"]);
        object.is_some_and(|o| {
            let word = self.token(o);
            word.tag == "CD"
                || matches!(word.lemma.as_str(), "vote" | "margin" | "majority" | "point" | "percent")
        })
    }

    fn add_objects(&mut self, p: usize, role: ParticipantRole) {
        for object in self.parsed.children(p).to_vec() {
            if self.token(object).dep == "pobj" {
                self.add(object, role);
            }
        }
    }

    fn add_if_place(&mut self, head: usize) {
        let is_place = self.entity(head).is_some_and(|e| {
            matches!(self.entities[e].kind, EntityKind::Place | EntityKind::Facility | EntityKind::Government)
        });
        if is_place {
            self.add(head, ParticipantRole::Location);
        }
    }

    /// "The minister, after a night of talks, did resign": the parser may hang the subject on "did".
    fn subject_of_did(&self, v: usize) -> Option<usize> {
        let did = self.parsed.child(v, &["aux"]).filter(|&a| self.token(a).lemma == "do")?;
        self.parsed.child(did, SUBJECTS)
    }

    /// The subjects of a verb, and whether one is a logical object (controller of a participle).
    fn subjects(&self, v: usize) -> Vec<(usize, bool)> {
        let is_done_to = self.is_bare_participle(v);
        self.controllers(v).into_iter().map(|(head, is_object)| (head, is_object || is_done_to)).collect()
    }

    /// "Accused of fraud, the bank denied it": the subject of the main verb is whom it was done to.
    fn is_bare_participle(&self, v: usize) -> bool {
        let has = |wanted: &[&str]| self.parsed.child(v, wanted).is_some();
        self.token(v).tag == "VBN"
            && self.token(v).dep == "advcl"
            && !has(&["aux", "auxpass", "dobj", "prt", "mark"])
            && !has(SUBJECTS)
            && TRANSITIVE_ACTS.contains(&self.trigger.kind)
    }

    fn controllers(&self, v: usize) -> Vec<(usize, bool)> {
        let mut verb = v;
        for _ in 0..CLIMB_MAX {
            if let Some(subject) = self.parsed.child(verb, SUBJECTS).or_else(|| self.subject_of_did(verb)) {
                if let Some(event) = self.antecedent_event(subject, verb) {
                    return vec![(event, false)];
                }
                let relative = matches!(self.token(subject).tag, "WDT" | "WP")
                    || self.token(subject).lower == "that" && self.token(verb).dep == "relcl";
                let head =
                    if relative && self.token(verb).dep == "relcl" { self.token(verb).head } else { subject };
                if verb != v
                    && self.needs_somebody()
                    && !self.is_agentive(head)
                    && let Some(speaker) = self.reporting_subject(verb)
                {
                    return vec![(speaker, false)];
                }
                return vec![(head, false)];
            }
            let (h, dep) = (self.token(verb).head, self.token(verb).dep);
            if let Some(subject) = self.misplaced_subject(verb, dep) {
                return vec![(subject, false)];
            }
            if let Some(subject) = self.subject_of_nearer_clause(verb, h).filter(|_| dep == "conj") {
                return vec![(subject, false)];
            }
            match dep {
                "conj" | "advcl" | "xcomp" | "ccomp" if self.is_clausal(h) => {
                    let object =
                        self.parsed.child(h, &["dobj", "dative"]).filter(|&o| o < verb && dep == "xcomp");
                    if let Some(object) = object {
                        return vec![(object, false)];
                    }
                    verb = h;
                }
                "acl" if self.token(verb).tag == "VBN" && self.parsed.child(verb, &["aux"]).is_none() => {
                    return vec![(h, true)];
                }
                "acl" if self.is_agentive(h) && !self.is_operation(h) => return vec![(h, false)],
                "acl" => {
                    // "Intercepted a boat carrying migrants": the boat carried them.
                    if super::typing::is_carrier(&self.token(h).lemma) {
                        return vec![(h, false)];
                    }
                    let owner = self.owner(h);
                    let g = self.token(h).head;
                    if !owner.is_empty() || self.token(h).dep != "dobj" || !self.is_clausal(g) {
                        return owner;
                    }
                    verb = g;
                }
                "pcomp" => {
                    let g = self.token(h).head;
                    if let Some(object) = self.parsed.child(g, &["dobj"]).filter(|_| {
                        matches!(
                            self.token(g).lemma.as_str(),
                            "accuse"
                                | "blame"
                                | "suspect"
                                | "stop"
                                | "prevent"
                                | "condemn"
                                | "criticise"
                                | "criticize"
                                | "charge"
                                | "sentence"
                                | "convict"
                                | "jail"
                                | "imprison"
                                | "fine"
                                | "arrest"
                                | "detain"
                                | "punish"
                                | "dismiss"
                                | "sack"
                                | "suspend"
                                | "thank"
                                | "praise"
                        )
                    }) {
                        return vec![(object, false)];
                    }
                    // "is at fault for blocking".
                    let over = self.token(self.token(g).head).head;
                    let blamed = self.token(g).dep == "pobj" && self.token(over).lemma == "be";
                    if !self.is_clausal(g) && !blamed {
                        return self.owner(g);
                    }
                    verb = if blamed { over } else { g };
                }
                "acomp" | "oprd" => verb = h,
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// "opposition forces in the civil war, which erupted": what erupts is the happening just before the pronoun.
    fn antecedent_event(&self, pronoun: usize, verb: usize) -> Option<usize> {
        let starts = matches!(
            self.token(verb).lemma.as_str(),
            "erupt" | "begin" | "break" | "start" | "end" | "last" | "happen" | "occur"
        );
        if self.token(pronoun).lower != "which" || !starts {
            return None;
        }
        let antecedent = self.token(verb).head;
        (antecedent + 1..pronoun).rev().find(|&i| {
            self.token(i).pos == "NOUN"
                && self.token(i).dep == "pobj"
                && lexicon::noun(&self.token(i).lemma).is_some()
        })
    }

    /// "raised an outcry and the council was due to": a subject that the parser took for a second object.
    fn misplaced_subject(&self, verb: usize, dep: &str) -> Option<usize> {
        if !matches!(dep, "conj" | "ROOT" | "advcl") {
            return None;
        }
        if let Some(subject) = self.subject_behind_comma(verb).or_else(|| self.subject_of_participle(verb)) {
            return Some(subject);
        }
        let group = |c: &usize| matches!(self.token(*c).dep, "aux" | "auxpass" | "neg");
        let first = self.parsed.children(verb).iter().copied().filter(group).min().unwrap_or(verb).min(verb);
        let mut before = first.checked_sub(1)?;
        while before > 0 && self.token(before).tag == "RB" {
            before -= 1;
        }
        // "A day after a fire at the mill killed nine".
        let mut subject = before;
        while let Some(noun) = self.noun_over(subject) {
            subject = noun;
        }
        if self.is_subject_of_clause(subject, verb) {
            return Some(subject);
        }
        if dep == "advcl" {
            return None;
        }
        let token = self.token(before);
        let nominal = matches!(token.pos, "NOUN" | "PROPN") && token.dep == "conj";
        (nominal
            && token.sentence == self.token(verb).sentence
            && self.parsed.is_within(before, self.token(verb).head))
        .then_some(before)
    }

    /// The noun that a prepositional phrase hangs on: "fire" of "fire at the mill".
    fn noun_over(&self, object: usize) -> Option<usize> {
        let p = self.token(object).head;
        let noun = self.token(p).head;
        (self.token(object).dep == "pobj"
            && self.token(p).dep == "prep"
            && p > noun
            && matches!(self.token(noun).pos, "NOUN" | "PROPN")
            && self.token(noun).dep == "pobj")
            .then_some(noun)
    }

    /// "A day after an explosion there killed nine": "after" opens a clause, where the parser took it for a preposition.
    fn is_subject_of_clause(&self, noun: usize, verb: usize) -> bool {
        let p = self.token(noun).head;
        let first = self.token(verb).head;
        self.token(noun).dep == "pobj"
            && matches!(self.token(noun).pos, "NOUN" | "PROPN")
            && matches!(self.token(p).lower.as_str(), "after" | "before" | "since" | "until" | "as")
            && p > first
            && self.is_finite(verb)
            && !(first..verb).any(|i| self.token(i).dep == "cc" && self.token(i).head == first)
    }

    /// "Told people to leave after the river burst its banks and flooded two streets": what nobody does on purpose goes on
    /// the nearer clause, where the parser hung it on the farther one.
    fn subject_of_nearer_clause(&self, verb: usize, farther: usize) -> Option<usize> {
        if !matches!(self.trigger.kind, EventType::Disaster | EventType::Accident) || !self.is_finite(verb) {
            return None;
        }
        let and = verb.checked_sub(1).filter(|&c| self.token(c).dep == "cc")?;
        let is_clause =
            |&v: &usize| self.token(v).dep == "advcl" && self.is_finite(v) && self.parsed.edges(v).end == and;
        let nearer = (farther + 1..and).rev().find(is_clause)?;
        self.parsed.child(nearer, SUBJECTS).filter(|&s| !self.is_agentive(s))
    }

    /// "In Harlow City, the council on Monday adopted": a subject that the parser took to name the city.
    fn subject_behind_comma(&self, verb: usize) -> Option<usize> {
        let start = self.parsed.sentences[self.token(verb).sentence].tokens.start;
        let opens = |&c: &usize| c == start && self.token(c).dep == "prep";
        let opening = self.parsed.children(verb).iter().copied().find(opens)?;
        let place = self.parsed.child(opening, &["pobj"])?;
        let apposed = self.parsed.child(place, &["appos"]).filter(|&a| a > place && a < verb)?;
        let first = self.parsed.edges(apposed).start;
        let after_comma = first > 0 && self.token(first - 1).lower == ",";
        // An apposition would end in a comma.
        let ends_open = !(apposed..verb).any(|i| self.token(i).lower == ",");
        (after_comma && ends_open && self.is_finite(verb)).then_some(apposed)
    }

    /// "Ostra, having been bought in May, was sold": the parser may hang the subject on the participle.
    fn subject_of_participle(&self, verb: usize) -> Option<usize> {
        let start = self.parsed.sentences[self.token(verb).sentence].tokens.start;
        let first =
            self.parsed.children(verb).iter().copied().find(|&c| self.token(c).dep == "advcl" && c < verb)?;
        let subject = self.parsed.child(first, SUBJECTS)?;
        let is_first = self.parsed.edges(subject).start == start;
        let participle = self
            .parsed
            .children(first)
            .iter()
            .copied()
            .find(|&c| c > subject && self.token(c).dep.starts_with("aux"));
        let parts = participle.is_some_and(|p| self.token(p).tag == "VBG" && self.token(p - 1).lower == ",");
        (is_first && parts && self.is_finite(verb)).then_some(subject)
    }

    fn is_finite(&self, verb: usize) -> bool {
        let is_past_or_present = |t: usize| matches!(self.token(t).tag, "VBD" | "VBZ" | "VBP" | "MD");
        is_past_or_present(verb)
            || self
                .parsed
                .children(verb)
                .iter()
                .any(|&c| self.token(c).dep.starts_with("aux") && is_past_or_present(c))
    }

    /// Acts that only somebody can do.
    fn needs_somebody(&self) -> bool {
        matches!(
            self.trigger.kind,
            EventType::Accuse
                | EventType::Reject
                | EventType::Statement
                | EventType::Request
                | EventType::Threaten
                | EventType::Agree
                | EventType::Support
        )
    }

    /// The speaker above a reported clause: the parser may hang "and denied ..." one level too low.
    fn reporting_subject(&self, verb: usize) -> Option<usize> {
        let h = self.token(verb).head;
        let reported =
            self.token(verb).dep == "ccomp" && quotation::cue_class(&self.token(h).lemma).is_some();
        self.parsed.child(h, SUBJECTS).filter(|_| reported)
    }

    /// Nouns of both kinds: an operation is an act here, no organisation.
    fn is_operation(&self, t: usize) -> bool {
        matches!(
            self.token(t).lemma.as_str(),
            "operation" | "campaign" | "effort" | "battle" | "statement" | "resolution" | "movement"
        )
    }

    fn is_clausal(&self, t: usize) -> bool {
        matches!(self.token(t).pos, "VERB" | "AUX") || self.token(t).dep == "acomp"
    }

    fn is_agentive(&self, t: usize) -> bool {
        let lemma = &self.token(t).lemma;
        mention::is_person_noun(lemma)
            || mention::is_organisation_noun(lemma)
            || mention::is_armed_group_noun(lemma)
            || mention::entity_at(self.mentions, t).is_some()
    }

    /// Whose plan, whose attempt: the possessor of a noun.
    fn owner(&self, noun: usize) -> Vec<(usize, bool)> {
        self.parsed.child(noun, &["poss"]).map(|p| (p, false)).into_iter().collect()
    }

    fn is_passive(&self, v: usize) -> bool {
        self.parsed.child(v, &["nsubjpass", "auxpass"]).is_some()
            || self.token(v).tag == "VBN"
                && self.token(v).dep == "conj"
                && self.parsed.child(v, &["aux"]).is_none()
                && self.parsed.child(self.token(v).head, &["auxpass"]).is_some()
            || self.is_resulting_state(v)
            || self.is_undergone(v)
    }

    /// "The town is under siege": the subject does not besiege.
    fn is_undergone(&self, v: usize) -> bool {
        let noun = self.trigger.token;
        let under = self.token(noun).head;
        self.token(noun).dep == "pobj" && self.token(under).lower == "under" && self.token(under).head == v
    }

    /// "left a dozen students injured": what the object has become.
    fn is_resulting_state(&self, v: usize) -> bool {
        let made = matches!(self.token(self.token(v).head).lemma.as_str(), "leave" | "see" | "find" | "have");
        made && self.token(v).tag == "VBN"
            && self.token(v).dep == "ccomp"
            && self.parsed.child(v, &["aux"]).is_none()
    }

    fn subject_role(&self) -> ParticipantRole {
        match self.trigger.kind {
            EventType::Statement => ParticipantRole::Speaker,
            EventType::Casualty
                if matches!(
                    self.trigger.predicate.as_str(),
                    "die"
                        | "perish"
                        | "drown"
                        | "suffocate"
                        | "lose life"
                        | "go missing"
                        | "pass away"
                        | "bleed death"
                        | "vanish"
                        | "disappear"
                        | "dead"
                        | "injured"
                        | "wounded"
                        | "missing"
                        | "trapped"
                ) =>
            {
                ParticipantRole::Victim
            }
            EventType::Disaster | EventType::Accident => ParticipantRole::Theme,
            EventType::Displacement if self.trigger.predicate == "flee" => ParticipantRole::Victim,
            _ => ParticipantRole::Actor,
        }
    }

    /// Grenades are thrown, not attacked.
    fn role_of_object(&self, object: usize) -> ParticipantRole {
        let is_thrown =
            self.trigger.kind == EventType::Assault && typing::is_missile(&self.token(object).lemma);
        if is_thrown { ParticipantRole::Theme } else { self.object_role() }
    }

    fn object_role(&self) -> ParticipantRole {
        match self.trigger.kind {
            EventType::Displacement if self.trigger.predicate == "flee" => ParticipantRole::Location,
            EventType::Assault
            | EventType::Casualty
            | EventType::Coerce
            | EventType::Displacement
            | EventType::Sanction => ParticipantRole::Victim,
            EventType::Aid
                if matches!(
                    self.token(self.trigger.carrier).lemma.as_str(),
                    "send"
                        | "donate"
                        | "deliver"
                        | "grant"
                        | "allocate"
                        | "supply"
                        | "dispatch"
                        | "distribute"
                ) =>
            {
                ParticipantRole::Theme
            }
            EventType::Accuse
            | EventType::Support
            | EventType::Aid
            | EventType::Threaten
            | EventType::Consult => ParticipantRole::Recipient,
            _ => ParticipantRole::Theme,
        }
    }

    fn entity(&self, head: usize) -> Option<usize> {
        mention::entity_at(self.mentions, head)
    }

    /// Adds the phrase headed by `head` and those coordinated with it.
    fn add(&mut self, head: usize, role: ParticipantRole) {
        let mut heads = vec![head];
        let mut next = 0;
        while next < heads.len() && heads.len() < PARTICIPANTS_MAX {
            let more = self.parsed.children(heads[next]).iter().copied().filter(|&c| {
                let nominal = matches!(self.token(c).pos, "NOUN" | "PROPN" | "PRON" | "NUM");
                self.token(c).dep == "conj" && nominal
            });
            heads.extend(more);
            next += 1;
        }
        for head in heads {
            self.add_one(head, role);
            self.add_named_parts(head, role);
        }
    }

    /// Who an unnamed group is made of: "the sponsors, Norway and Chile", "ministers, including Ms Diaz",
    /// "Norwegian and Chilean officials".
    fn add_named_parts(&mut self, head: usize, role: ParticipantRole) {
        let parsed = self.parsed;
        let named = self.entity(head).is_some_and(|e| self.entities[e].is_named);
        for &c in parsed.children(head) {
            let token = self.token(c);
            match token.dep {
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
                    self.add_one(object, ParticipantRole::Location);
                }
                Some((_, true)) if self.token(object).dep == "pobj" => {
                    let role = if role == ParticipantRole::Theme { ParticipantRole::Recipient } else { role };
                    self.add_one(object, role);
                }
                // "Trading in the bank's shares", "queues before branches of the bank".
                None if self.token(object).dep == "pobj" => self.add_named_parts(object, role),
                _ => {}
            }
        }
    }

    fn add_named_owner(&mut self, owner: usize) {
        let named = |e: usize| {
            self.entities[e].is_named
                && !matches!(self.entities[e].kind, EntityKind::Place | EntityKind::Facility)
        };
        if self.entity(owner).is_some_and(named) {
            self.add_one(owner, ParticipantRole::Recipient);
        }
    }

    fn add_owner(&mut self, owner: usize, role: ParticipantRole) {
        let group = |e: usize| {
            matches!(
                self.entities[e].kind,
                EntityKind::Person
                    | EntityKind::Organisation
                    | EntityKind::Government
                    | EntityKind::ArmedGroup
            )
        };
        match self.entity(owner).filter(|&e| group(e)) {
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

    /// The phrases coordinated with `head` that have an entity.
    fn add_entities(&mut self, head: usize, role: ParticipantRole) {
        let mut next = Some(head);
        for _ in 0..PARTICIPANTS_MAX {
            let Some(t) = next else { return };
            if self.entity(t).is_some() {
                self.add_one(t, role);
            }
            next = self.parsed.child(t, &["conj", "appos"]);
        }
    }

    /// "Norwegian and Chilean": the governments that adjectives stand for, where the article names them.
    fn add_countries(&mut self, modifier: usize, role: ParticipantRole) {
        let mut next = Some(modifier);
        for _ in 0..PARTICIPANTS_MAX {
            let Some(t) = next else { return };
            let word = self.parsed.word(t);
            let country = mention::country_by_adjective(word).or_else(|| mention::country_by_name(word));
            let government = country.and_then(|country| {
                let is =
                    |e: &LocalEntity| e.kind == EntityKind::Government && e.country == Some(country.code);
                self.entities.iter().position(is)
            });
            let known = |e: usize| self.found.iter().any(|p| p.entity == Some(e));
            if let Some(e) = government.filter(|&e| !known(e) && self.found.len() < PARTICIPANTS_MAX) {
                self.found.push(Participant {
                    role,
                    entity: Some(e),
                    span: self.token(t).span,
                    head: t,
                    head_lemma: self.token(t).lemma.clone(),
                });
            }
            next = self.parsed.child(t, &["conj"]);
        }
    }

    fn add_one(&mut self, head: usize, role: ParticipantRole) {
        let is_trigger = head == self.trigger.token && self.token(head).pos != "PROPN";
        if self.found.len() >= PARTICIPANTS_MAX || is_trigger {
            return;
        }
        let whole = || self.whole_of(head).and_then(|w| self.entity(w));
        let entity = self.entity(head).or_else(|| self.entity_of_parts(head)).or_else(whole);
        let token = self.token(head);
        // "killing four and wounding seven": seven people.
        let is_count_of_victims = role == ParticipantRole::Victim
            && self.trigger.kind == EventType::Casualty
            && token.tag == "CD"
            && token.dep != "nummod";
        // "A magnitude 6.1 earthquake".
        let is_measure = token.lower == "magnitude";
        if entity.is_none() && is_measure
            || entity.is_none() && matches!(token.pos, "PRON" | "DET" | "NUM" | "ADV") && !is_count_of_victims
            || super::time_word(token)
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
    fn whole_of(&self, head: usize) -> Option<usize> {
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
    fn is_time(&self, t: usize) -> bool {
        let next = self.times.partition_point(|time| time.tokens.start <= t);
        next > 0 && self.times[next - 1].tokens.contains(&t)
    }

    /// The named part by which an unnamed group is known ("Russian aircraft", "members of the union").
    fn entity_of_parts(&self, head: usize) -> Option<usize> {
        let parsed = self.parsed;
        let group = |e: &usize| {
            matches!(
                self.entities[*e].kind,
                EntityKind::Person
                    | EntityKind::Organisation
                    | EntityKind::Government
                    | EntityKind::ArmedGroup
            )
        };
        if !self.is_group(head) && !mention::is_place_noun(&self.token(head).lemma) || self.is_relation(head)
        {
            return None;
        }
        let place = mention::is_place_noun(&self.token(head).lemma);
        if place {
            let name = |c: &usize| self.token(*c).dep == "compound" && self.token(*c).pos == "PROPN";
            return parsed.children(head).iter().copied().filter(name).find_map(|c| self.entity(c));
        }
        let own = parsed
            .children(head)
            .iter()
            .copied()
            .filter(|&c| matches!(self.token(c).dep, "amod" | "compound" | "poss" | "nmod"));
        let under = parsed
            .children(head)
            .iter()
            .copied()
            .filter(|&c| {
                self.token(c).dep == "prep" && matches!(self.token(c).lower.as_str(), "of" | "for" | "from")
            })
            .filter_map(|p| parsed.child(p, &["pobj"]));
        own.chain(under).find_map(|c| self.entity(c).filter(group).or_else(|| self.nation_of(c)))
    }

    /// The place whose people or state an adjective names: "Kelmeti" of Kelmet, "Dzorian" of Dzoria.
    fn nation_of(&self, adjective: usize) -> Option<usize> {
        let word = self.parsed.word(adjective);
        if self.token(adjective).dep != "amod" || !word.starts_with(char::is_uppercase) {
            return None;
        }
        let is_of = |e: &LocalEntity| {
            e.is_named
                && matches!(e.kind, EntityKind::Place | EntityKind::Government)
                && is_derived(word, &e.name)
        };
        self.entities.iter().position(is_of)
    }

    /// "A key Assad ally", "the minister's wife": somebody else than whose they are.
    fn is_relation(&self, head: usize) -> bool {
        matches!(
            self.token(head).lemma.as_str(),
            "ally"
                | "rival"
                | "opponent"
                | "foe"
                | "enemy"
                | "critic"
                | "victim"
                | "friend"
                | "colleague"
                | "wife"
                | "husband"
                | "widow"
                | "son"
                | "daughter"
                | "brother"
                | "sister"
                | "father"
                | "mother"
                | "uncle"
                | "nephew"
                | "cousin"
                | "predecessor"
                | "successor"
        )
    }

    fn is_group(&self, head: usize) -> bool {
        let lemma = &self.token(head).lemma;
        mention::is_person_noun(lemma)
            || mention::is_organisation_noun(lemma)
            || mention::is_armed_group_noun(lemma)
            || matches!(
                lemma.as_str(),
                "aircraft"
                    | "plane"
                    | "jet"
                    | "warplane"
                    | "airliner"
                    | "ship"
                    | "vessel"
                    | "frigate"
                    | "gunboat"
                    | "helicopter"
                    | "drone"
                    | "tank"
                    | "mortar"
                    | "howitzer"
                    | "artillery"
                    | "battery"
                    | "gun"
                    | "gain"
                    | "side"
            )
    }

    /// "accused the bank of": the "of" belongs to the verb.
    fn takes_of(&self, object: usize) -> bool {
        let verb = self.token(self.token(object).head).lemma.as_str();
        self.token(object).dep == "dobj"
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
                    let plain = parsed
                        .subtree(c)
                        .iter()
                        .all(|&i| !matches!(self.token(i).dep, "relcl" | "acl" | "advcl" | "conj"));
                    if plain {
                        end = end.max(parsed.edges(c).end);
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
