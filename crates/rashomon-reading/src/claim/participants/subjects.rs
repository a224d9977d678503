//! Whose act a verb tells of, also where its subject stands elsewhere in the sentence or the parser hung it there.

use super::{Collector, SUBJECTS};
use crate::claim::{EventType, lexicon, things};
use crate::quotation;

/// Governors climbed in search of a missing subject.
const CLIMB_MAX: usize = 6;

/// Acts that are done to somebody: their bare participle is passive.
pub(super) const TRANSITIVE_ACTS: [EventType; 8] = [
    EventType::Accuse,
    EventType::Coerce,
    EventType::Assault,
    EventType::Casualty,
    EventType::Sanction,
    EventType::Support,
    EventType::Ruling,
    EventType::Request,
];

impl Collector<'_, '_> {
    /// "The minister, after a night of talks, did resign": the parser may hang the subject on "did", and take Theresa May
    /// for a modal.
    fn subject_of_did(&self, v: usize) -> Option<usize> {
        let named = self.parsed.child(v, &["aux"]).filter(|&a| self.token(a).tag == "NNP");
        if named.is_some_and(|a| self.entity(a).is_some()) {
            return named;
        }
        let did = self.parsed.child(v, &["aux"]).filter(|&a| self.token(a).lemma == "do")?;
        self.parsed.child(did, SUBJECTS)
    }

    /// The subjects of a verb, and whether one is a logical object (controller of a participle).
    pub(super) fn subjects(&self, v: usize) -> Vec<(usize, bool)> {
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
            if let Some(subject) = self.subject_after_for(verb) {
                return vec![(subject, false)];
            }
            match dep {
                "conj" | "advcl" | "xcomp" | "ccomp" if self.is_clausal(h) => {
                    let object = self
                        .parsed
                        .child(h, &["dobj", "dative"])
                        .filter(|&o| o < verb && dep == "xcomp" && !self.is_means(o));
                    if let Some(object) = object.or_else(|| self.asked(h, verb)) {
                        return vec![(object, false)];
                    }
                    verb = h;
                }
                "acl" if self.token(verb).tag == "VBN" && self.parsed.child(verb, &["aux"]).is_none() => {
                    return vec![(h, self.relative_object(verb).is_none())];
                }
                "acl" if self.is_agentive(h) && !self.is_operation(h) => return vec![(h, false)],
                "acl" => {
                    // "Intercepted a boat carrying migrants": the boat carried them.
                    if things::is_carrier(&self.token(h).lemma) {
                        return vec![(h, false)];
                    }
                    let owner = self.owner(h);
                    // "A war which began with protests calling for his ouster": those who protest call for it.
                    let is_protest =
                        lexicon::noun(&self.token(h).lemma).is_some_and(|s| s.kind == EventType::Protest);
                    if is_protest && owner.is_empty() && self.token(h).dep == "pobj" {
                        return owner;
                    }
                    let g = self.token(h).head;
                    // "Marched through the capital demanding": no town demands.
                    let over = self.token(g).head;
                    let is_scene =
                        self.token(h).dep == "pobj" && self.is_clausal(over) && self.needs_somebody();
                    if !owner.is_empty() || !is_scene && (self.token(h).dep != "dobj" || !self.is_clausal(g))
                    {
                        return owner;
                    }
                    verb = if is_scene { over } else { g };
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
                    // "Upheld the sentence against the governor for taking bribes".
                    if let Some(punished) = self.punished(g).filter(|_| self.token(h).lower == "for") {
                        return vec![(punished, false)];
                    }
                    // "is at fault for blocking".
                    let over = self.token(self.token(g).head).head;
                    let blamed = self.token(g).dep == "pobj" && self.token(over).lemma == "be";
                    if self.is_held_intention(g) {
                        verb = self.token(g).head;
                        continue;
                    }
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

    /// "Overturned the sentence against the governor", "the conviction of two officers": who is punished.
    fn punished(&self, verb: usize) -> Option<usize> {
        let penalty = self.parsed.child(verb, &["dobj", "nsubjpass"]).filter(|&o| {
            matches!(
                self.token(o).lemma.as_str(),
                "sentence"
                    | "conviction"
                    | "charge"
                    | "fine"
                    | "verdict"
                    | "warrant"
                    | "ban"
                    | "sanction"
                    | "indictment"
            )
        })?;
        let over = |&c: &usize| matches!(self.token(c).lower.as_str(), "against" | "of" | "on");
        let preposition = self.parsed.children(penalty).iter().copied().find(over)?;
        self.parsed.child(preposition, &["pobj"]).filter(|&o| self.is_agentive(o))
    }

    /// "Only for the mayor, Ana Ruiz, to turn it down": whom the parser hangs on the verb before.
    fn subject_after_for(&self, verb: usize) -> Option<usize> {
        let to = self.parsed.children(verb).iter().copied().find(|&c| self.token(c).tag == "TO")?;
        let before = to.checked_sub(1)?;
        let end = if self.token(before).lower == "," { before } else { to };
        let is_for = |&c: &usize| {
            self.token(c).lower == "for"
                && self.token(c).dep == "prep"
                && (self.parsed.edges(c).end == end || self.parsed.edges(c).end == to)
        };
        let over = self.token(verb).head;
        let preposition = self.parsed.children(over).iter().copied().find(is_for)?;
        self.parsed.child(preposition, &["pobj"]).filter(|&o| self.is_agentive(o) && !self.is_time(o))
    }

    /// Whether "for" brings in who does what follows: "only for the mayor to turn it down".
    pub(super) fn is_subject_of_infinitive(&self, preposition: usize) -> bool {
        let over = self.token(preposition).head;
        let is_clause = |&&c: &&usize| matches!(self.token(c).dep, "advcl" | "xcomp") && c > preposition;
        let next = self.parsed.children(over).iter().find(is_clause);
        let object = self.parsed.child(preposition, &["pobj"]);
        next.is_some_and(|&c| object.is_some() && self.subject_after_for(c) == object)
    }

    /// "The mill the bank bought", "the town, which rebels captured in March, is": what a clause that the parser takes for a
    /// participle is about.
    pub(super) fn relative_object(&self, verb: usize) -> Option<usize> {
        let token = self.token(verb);
        if token.dep == "relcl" {
            return self.bare_relative_object(verb);
        }
        let subject = token.head;
        let bare = token.tag == "VBN" && token.dep == "acl" && subject + 1 == verb;
        let before = self.parsed.edges(subject).start.checked_sub(1)?;
        let object = match self.token(before) {
            which if matches!(which.tag, "WDT" | "WP") => {
                let over = self.token(self.token(before).head);
                (over.dep == "relcl").then_some(over.head)
            }
            noun if noun.pos == "NOUN" && self.token(subject).dep == "appos" => {
                Some(self.token(subject).head)
            }
            _ => None,
        };
        object.filter(|&o| {
            bare && o < subject && self.is_agentive(subject) && self.parsed.child(verb, &["agent"]).is_none()
        })
    }

    /// "Used tear gas to disperse them": who used it dispersed them.
    fn is_means(&self, object: usize) -> bool {
        let over = self.token(self.token(object).head).lemma.as_str();
        !self.is_agentive(object)
            && matches!(
                over,
                "use"
                    | "fire"
                    | "spend"
                    | "take"
                    | "throw"
                    | "employ"
                    | "hold"
                    | "launch"
                    | "pass"
                    | "adopt"
                    | "sign"
            )
    }

    /// "The sailors they had seized": those that a clause without a relative pronoun is about.
    fn bare_relative_object(&self, verb: usize) -> Option<usize> {
        let has = |wanted: &[&str]| self.parsed.child(verb, wanted).is_some();
        let is_relative = |t: usize| matches!(self.token(t).tag, "WDT" | "WP" | "WRB" | "WP$");
        let subject = self.parsed.child(verb, &["nsubj"])?;
        let antecedent = self.token(verb).head;
        let follows = antecedent + 1 == self.parsed.edges(subject).start;
        let asks = self.parsed.edges(verb).take_while(|&t| t <= verb).any(is_relative);
        let is_somebody = self.is_agentive(antecedent) && !self.is_time(antecedent);
        let is_act = TRANSITIVE_ACTS.contains(&self.trigger.kind)
            || matches!(self.trigger.kind, EventType::Territory | EventType::Company | EventType::Aid);
        let is_stranded = |&p: &usize| self.token(p).dep == "prep" && self.parsed.children(p).is_empty();
        let has_other = has(&["dobj", "nsubjpass", "ccomp", "xcomp"])
            || self.parsed.children(verb).iter().any(is_stranded);
        (follows && !asks && is_somebody && is_act && !has_other).then_some(antecedent)
    }

    /// "Called on members to walk out", "appealed to the rebels to stop": they are to.
    fn asked(&self, verb: usize, infinitive: usize) -> Option<usize> {
        let lemma = self.token(verb).lemma.as_str();
        let to = self.parsed.children(verb).iter().copied().find(|&c| {
            let preposition = self.token(c).lower.as_str();
            self.token(c).dep == "prep"
                && matches!((lemma, preposition), ("call", "on" | "upon") | ("appeal", "to"))
        })?;
        let is_infinitive = self.parsed.children(infinitive).iter().any(|&c| self.token(c).tag == "TO");
        self.parsed.child(to, &["pobj"]).filter(|&o| o < infinitive && is_infinitive)
    }

    /// "Has no intention of resigning": who has it.
    fn is_held_intention(&self, noun: usize) -> bool {
        let is_aim = matches!(
            self.token(noun).lemma.as_str(),
            "intention" | "plan" | "thought" | "idea" | "hope" | "wish"
        );
        is_aim && self.token(noun).dep == "dobj" && self.is_clausal(self.token(noun).head)
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

    fn is_clausal(&self, t: usize) -> bool {
        matches!(self.token(t).pos, "VERB" | "AUX") || self.token(t).dep == "acomp"
    }

    /// Whose plan, whose attempt: the possessor of a noun.
    pub(super) fn owner(&self, noun: usize) -> Vec<(usize, bool)> {
        self.parsed.child(noun, &["poss"]).map(|p| (p, false)).into_iter().collect()
    }
}
