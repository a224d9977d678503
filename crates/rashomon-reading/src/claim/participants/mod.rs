//! Who and what takes part in a claim, and in which role.

mod groups;
mod lists;
mod nations;
mod phrases;
mod roles;
mod subjects;
#[cfg(test)]
mod tests;

use super::triggers::Trigger;
use super::{EventType, Participant, ParticipantRole};
use crate::attribution::Attribution;
use crate::mention::{self, EntityKind, LocalEntity, Mention};
use crate::time::TimeExpression;
use crate::{ParsedArticle, Reading, Token};
use rashomon_text::Span;

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
            let role = if is_object || passive { self.role_of_object(head) } else { self.subject_role() };
            self.add(head, role);
            if let Some(companion) = self.companion(head) {
                self.add(companion, role);
            }
        }
        for too in self.joined(v).into_iter().chain(self.who_did_too(v)).chain(self.among_those(v)) {
            self.add(too, self.subject_role());
        }
        let parsed = self.parsed;
        if let Some(by) = self.torn_agent(v).filter(|_| passive) {
            self.add_objects(by, self.subject_role());
        }
        for &c in parsed.children(v) {
            match self.token(c).dep {
                "agent" if !self.is_margin(c) => self.add_objects(c, self.subject_role()),
                "dobj" if self.is_part_of_predicate(c) => {
                    // "Are holding 14 soldiers hostage": the parser takes them for one noun.
                    let held = parsed.child(c, &["compound"]).filter(|&p| self.is_agentive(p) && p + 1 == c);
                    if let Some(held) = held {
                        self.add(held, self.object_role());
                    }
                }
                // "Capsized off Cape Varo": read as a verb with a particle.
                "dobj" if self.is_where_it_went_down(v, c) => self.add_if_place(c),
                "dobj" => self.add_object(c),
                "dative" => {
                    if self.token(c).pos == "ADP" {
                        self.add_objects(c, ParticipantRole::Recipient);
                    } else {
                        self.add(c, ParticipantRole::Recipient);
                    }
                }
                "prep" => self.of_preposition(c),
                _ => {}
            }
        }
        if let Some(object) = self.relative_object(v) {
            self.add_antecedent(object, self.role_of_object(object));
        }
        if let Some(on) = self.blamed_on() {
            self.add_objects(on, ParticipantRole::Recipient);
        }
        if self.parsed.child(v, &["dobj"]).is_none()
            && let Some(object) = self.shared_object(v)
        {
            self.add(object, self.role_of_object(object));
        }
    }

    /// "Was fined 3 million by the authority": the parser hangs the "by" on the sum.
    fn torn_agent(&self, v: usize) -> Option<usize> {
        let object = self.parsed.child(v, &["dobj"])?;
        let is_by = |&c: &usize| self.token(c).lower == "by" && self.token(c).dep == "prep";
        let by = self.parsed.children(object).iter().copied().find(is_by)?;
        let is_whole = self.parsed.child(v, &["agent"]).is_some();
        let agent = self.parsed.child(by, &["pobj"]).filter(|&a| !is_whole && self.is_agentive(a));
        agent.map(|_| by)
    }

    fn is_where_it_went_down(&self, v: usize, object: usize) -> bool {
        let before = self.parsed.edges(object).start.checked_sub(1);
        matches!(
            self.token(v).lemma.as_str(),
            "capsize" | "sink" | "founder" | "anchor" | "overturn" | "drown" | "drift"
        ) && before.is_some_and(|b| self.token(b).lower == "off" && self.token(b).head == v)
    }

    fn add_object(&mut self, object: usize) {
        let v = self.trigger.carrier;
        let role = self.role_of_object(object);
        let token = self.token(object);
        // "The mill that the bank sold", "Ostra, a mill that the bank sold".
        if matches!(token.tag, "WDT" | "WP") && self.token(v).dep == "relcl" {
            self.add_antecedent(self.token(v).head, role);
            return;
        }
        // "Fined Halvex Motors 85 million euros": the parser takes the two for one noun.
        let fined = self.parsed.child(object, &["nmod", "compound"]).filter(|&c| {
            let number = self.parsed.child(object, &["nummod"]);
            self.entity(c).is_some() && number.is_some_and(|n| n > c) && self.is_payment()
        });
        self.add(fined.unwrap_or(object), role);
    }

    /// "Ostra, a mill that the bank sold": the name that the noun explains.
    fn add_antecedent(&mut self, noun: usize, role: ParticipantRole) {
        let is_apposed = self.token(noun).dep == "appos" && self.entity(noun).is_none();
        self.add_one(if is_apposed { self.token(noun).head } else { noun }, role);
    }

    fn is_payment(&self) -> bool {
        matches!(
            self.token(self.trigger.carrier).lemma.as_str(),
            "fine" | "pay" | "award" | "owe" | "offer" | "lend" | "grant" | "give" | "charge" | "cost"
        )
    }

    /// The "on" of "blamed the attack on separatists", which the parser may hang on the attack.
    fn blamed_on(&self) -> Option<usize> {
        let v = self.trigger.token;
        let object = self.parsed.child(v, &["dobj"]);
        let below = self.parsed.children(v).iter().chain(object.map_or(&[][..], |o| self.parsed.children(o)));
        let is_on = |&c: &usize| self.token(c).dep == "prep" && self.token(c).lower == "on";
        below.copied().find(is_on).filter(|_| self.token(v).lemma == "blame")
    }

    /// "Shot and killed a journalist": the object of the second verb is that of the first.
    fn shared_object(&self, v: usize) -> Option<usize> {
        let next =
            self.parsed.child(v, &["conj"]).filter(|&n| n == v + 2 && self.token(v + 1).dep == "cc")?;
        let same = self.token(next).tag == self.token(v).tag && self.parsed.child(next, SUBJECTS).is_none();
        let is_act = subjects::TRANSITIVE_ACTS.contains(&self.trigger.kind);
        self.parsed.child(next, &["dobj"]).filter(|_| same && is_act)
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
                        _ if self.is_possessors_fate() => self.object_role(),
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
        matches!(lemma, "way" | "place" | "part" | "effect" | "force")
            || self.trigger.predicate.ends_with(&format!(" {lemma}"))
    }

    fn of_preposition(&mut self, p: usize) {
        let noun = self.token(self.token(p).head).pos == "NOUN";
        let shoots = self.trigger.kind == EventType::Assault && !noun;
        let role = match self.token(p).lower.as_str() {
            // "Raised the rate by a point": by how much.
            "by" if !noun && self.parsed.child(self.token(p).head, &["nsubj"]).is_some() => return,
            "by" => self.subject_role(),
            "at" | "on" if shoots && self.is_aimed(p) => ParticipantRole::Victim,
            // "Only for the mayor to turn it down": who does the next thing.
            "for" if self.is_subject_of_infinitive(p) => return,
            "with" | "to" | "for" | "from" | "towards" | "toward" => ParticipantRole::Recipient,
            // "Voted down the budget".
            "down" if self.trigger.kind == EventType::Vote => ParticipantRole::Theme,
            "between" | "among" => ParticipantRole::Actor,
            "against" => self.object_role(),
            "on" | "upon"
                if noun && matches!(self.trigger.kind, EventType::Assault | EventType::Sanction) =>
            {
                ParticipantRole::Victim
            }
            "of" if noun && self.is_whose_deed() => ParticipantRole::Actor,
            "of" if noun => match self.trigger.kind {
                EventType::Casualty => ParticipantRole::Victim,
                EventType::Accident if !self.is_of_place(p) => ParticipantRole::Theme,
                EventType::Disaster | EventType::Accident => ParticipantRole::Location,
                EventType::Consult | EventType::Retreat | EventType::Protest => ParticipantRole::Actor,
                EventType::Assault | EventType::Coerce if self.is_done_to_whom_it_is_of() => {
                    ParticipantRole::Victim
                }
                _ => ParticipantRole::Theme,
            },
            "in" | "at" | "near" | "outside" | "across" | "inside" | "off" | "into" | "around"
            | "through" | "over" | "on" | "about" => {
                if let Some(object) = self.parsed.child(p, &["pobj"]) {
                    self.add_if_place(object);
                    let is_place_or_none = self.entity(object).is_none_or(|e| !self.entities[e].is_named);
                    if is_place_or_none {
                        self.add_named_parts(object, ParticipantRole::Theme);
                    }
                }
                return;
            }
            _ => return,
        };
        let own = matches!(
            self.token(p).lower.as_str(),
            "by" | "of" | "between" | "against" | "on" | "upon" | "at" | "down"
        );
        for object in self.parsed.children(p).to_vec() {
            let named = || self.entity(object).is_some() || self.entity_of_parts(object).is_some();
            if self.token(object).dep == "pobj" && (own && !self.is_measure(object) || named()) {
                self.add(object, role);
            } else if self.token(object).dep == "pobj" && !noun {
                // "Voted for the Greens' motion".
                self.add_named_parts(object, role);
            }
        }
    }

    /// "The shooting of a teenager", "the arrest of three editors"; but "the attack of the rebels".
    fn is_done_to_whom_it_is_of(&self) -> bool {
        let lemma = self.token(self.trigger.token).lemma.as_str();
        lemma.ends_with("ing")
            || matches!(
                lemma,
                "murder"
                    | "assassination"
                    | "abduction"
                    | "arrest"
                    | "detention"
                    | "rape"
                    | "torture"
                    | "bombardment"
            )
    }

    /// "The resignation of the mayor": of a noun for what one does without an object, the phrase says who did it.
    fn is_whose_deed(&self) -> bool {
        matches!(
            self.token(self.trigger.token).lemma.as_str(),
            "resignation"
                | "abdication"
                | "departure"
                | "arrival"
                | "escape"
                | "return"
                | "defection"
                | "desertion"
                | "victory"
                | "triumph"
                | "win"
                | "apology"
                | "refusal"
                | "disappearance"
        )
    }

    /// "The collapse of the Aldan dam" happened there; "the sinking of the Sola" befell her.
    fn is_of_place(&self, of: usize) -> bool {
        let entity = self.parsed.child(of, &["pobj"]).and_then(|object| self.entity(object));
        entity.is_some_and(|e| matches!(self.entities[e].kind, EntityKind::Place | EntityKind::Facility))
    }

    /// "The mayor's arrest", "her suspension": what was done to the possessor, unless the noun says to whom else.
    fn is_possessors_fate(&self) -> bool {
        const SUFFERED: &[&str] = &[
            "arrest",
            "detention",
            "abduction",
            "kidnapping",
            "imprisonment",
            "jailing",
            "internment",
            "expulsion",
            "deportation",
            "extradition",
            "suspension",
            "disqualification",
            "exclusion",
            "dismissal",
            "sacking",
            "firing",
            "ousting",
            "ouster",
            "removal",
            "overthrow",
            "appointment",
            "nomination",
            "promotion",
            "release",
            "pardon",
            "conviction",
            "acquittal",
            "exoneration",
            "sentencing",
            "impeachment",
            "indictment",
            "assassination",
            "rescue",
            "hospitalisation",
            "hospitalization",
            "demolition",
            "closure",
        ];
        let n = self.trigger.token;
        let says_whom = self.parsed.children(n).iter().any(|&c| self.token(c).lower == "of");
        SUFFERED.contains(&self.token(n).lemma.as_str()) && !says_whom
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
    pub(super) fn is_measure(&self, t: usize) -> bool {
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

    /// What stands after a preposition, and after those coordinated with it: "by the army and by rebels".
    fn add_objects(&mut self, p: usize, role: ParticipantRole) {
        for &below in self.parsed.children(p) {
            let is_same = self.token(below).dep == "conj" && self.token(below).lower == self.token(p).lower;
            if self.token(below).dep == "pobj" {
                self.add(below, role);
            } else if is_same {
                self.add_objects(below, role);
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

    /// Nouns of both kinds: an operation is an act here, no organisation.
    fn is_operation(&self, t: usize) -> bool {
        matches!(
            self.token(t).lemma.as_str(),
            "operation" | "campaign" | "effort" | "battle" | "statement" | "resolution" | "movement"
        )
    }

    fn is_agentive(&self, t: usize) -> bool {
        let lemma = &self.token(t).lemma;
        mention::is_person_noun(lemma)
            || mention::is_organisation_noun(lemma)
            || mention::is_armed_group_noun(lemma)
            || mention::entity_at(self.mentions, t).is_some()
    }

    fn is_passive(&self, v: usize) -> bool {
        self.parsed.child(v, &["nsubjpass", "auxpass"]).is_some()
            || self.token(v).tag == "VBN"
                && self.token(v).dep == "conj"
                && self.parsed.child(v, &["aux"]).is_none()
                && self.parsed.child(self.token(v).head, &["auxpass"]).is_some()
            // "Schools were closed": the parser takes the participle for an adjective.
            || self.token(v).tag == "VBN" && self.token(v).dep == "acomp"
            || self.is_resulting_state(v)
            || self.is_undergone(v)
            || self.is_said_done(v)
    }

    /// "Ten soldiers were reported killed".
    fn is_said_done(&self, v: usize) -> bool {
        let over = self.token(v).head;
        self.token(v).tag == "VBN"
            && matches!(self.token(v).dep, "xcomp" | "ccomp" | "oprd")
            && self.parsed.child(v, &["aux", "nsubj", "dobj"]).is_none()
            && self.parsed.child(over, &["auxpass"]).is_some()
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

    fn entity(&self, head: usize) -> Option<usize> {
        mention::entity_at(self.mentions, head)
    }
}
