//! Event nouns, and the verbs that carry them.

use super::states::{CASUALTY_ADJECTIVES, IMPACT};
use super::verbs::LIGHT;
use super::{Finder, Trigger, is_calendar_word};
use crate::ParsedArticle;
use crate::claim::lexicon::{self, Sense};
use crate::claim::{EventType, typing};
use crate::modality::{Modality, Polarity, of_token};

impl Finder<'_, '_> {
    /// The verb that only carries the event noun `t`.
    pub(super) fn noun_carrier(&self, t: usize) -> Option<usize> {
        let token = self.token(t);
        let sense = self.noun_sense(t)?;
        let h = token.head;
        let lemma = self.token(h).lemma.as_str();
        if self.parsed.child(h, &["oprd"]).is_some() || self.has_own_particle(h) {
            return None;
        }
        if self.is_condition(t) {
            return Some(self.token(h).head);
        }
        // "Opened fire": nothing burns.
        let idiom =
            (token.dep == "dobj").then(|| lexicon::verb(&format!("{lemma}_{}", token.lemma))).flatten();
        let kind = typing::noun(self.parsed, t, sense).kind;
        if idiom.is_some_and(|i| i.kind != kind) {
            return None;
        }
        let sudden = matches!(kind, EventType::Disaster | EventType::Accident);
        let befalls =
            matches!(lemma, "come" | "happen" | "occur" | "follow" | "begin" | "start" | "break" | "take");
        // "Used its veto": of other nouns, what is used is only a means.
        let uses = lemma == "use" && sense.mode == "veto";
        // "Reported a net loss of 194 million".
        let results = matches!(lemma, "report" | "post" | "book" | "announce" | "record")
            && matches!(token.lemma.as_str(), "loss" | "profit" | "deficit" | "surplus");
        // "The country last saw a coup in 2009".
        let sees = matches!(lemma, "see" | "witness" | "experience") && self.has_time(h);
        // "Imposed a fine" is the fine; a curfew is imposed, obeyed and lifted.
        let is_light =
            |verb: &str| LIGHT.contains(&verb) && !(verb == "impose" && sense.kind == EventType::Coerce);
        let light = uses || results || sees || is_light(lemma) && (!sudden || befalls);
        let impact = IMPACT.contains(&lemma)
            && matches!(kind, EventType::Disaster | EventType::Accident | EventType::Assault);
        if self.token(h).pos == "VERB" {
            let carried = match token.dep {
                "dobj" | "nsubjpass" => light,
                "nsubj" => {
                    light
                        && self.parsed.child(h, &["dobj"]).is_none_or(|o| {
                            matches!(self.token(o).lower.as_str(), "place" | "effect" | "force")
                        })
                        || impact
                }
                _ => false,
            };
            if carried {
                return Some(h);
            }
        }
        // "A fine of 8 million euros imposed on Monday": the parser hangs the participle on the sum.
        let of = self.parsed.children(t).iter().copied().find(|&c| self.token(c).lower == "of");
        let sum = of
            .and_then(|p| self.parsed.child(p, &["pobj"]))
            .filter(|&s| self.parsed.child(s, &["nummod", "quantmod"]).is_some());
        let below = sum.map_or(&[][..], |s| self.parsed.children(s));
        self.parsed.children(t).iter().chain(below).copied().find(|&c| {
            let child = self.token(c);
            let participle = child.dep == "acl" && child.tag == "VBN";
            let place = self.parsed.child(c, &["dobj"]).is_none_or(|o| self.token(o).lower == "place");
            let subject = self.parsed.child(c, &["nsubj", "nsubjpass"]);
            let is_relative = |s: usize| matches!(self.token(s).tag, "WDT" | "WP" | "DT");
            let relative = child.dep == "relcl" && place && subject.is_some_and(is_relative);
            // "A fire swept through the mill": the parser takes the verb for a participle.
            let swept = participle && sudden && token.dep == "ROOT" && IMPACT.contains(&child.lemma.as_str());
            (participle || relative || self.is_done_to(c)) && is_light(child.lemma.as_str()) || swept
        })
    }

    /// "Have been on strike", "is under siege": what somebody is in the midst of.
    fn is_condition(&self, t: usize) -> bool {
        let token = self.token(t);
        let into = self.token(token.head);
        let be = self.token(into.head);
        let is_bare = self.parsed.child(t, &["det", "poss", "amod"]).is_none();
        let is_state = lexicon::noun(&token.lemma).is_some_and(|s| {
            matches!(s.kind, EventType::Protest | EventType::Coerce | EventType::Assault)
                || s.mode == "investigate"
        });
        token.dep == "pobj"
            && matches!(into.lower.as_str(), "on" | "under")
            && matches!(be.lemma.as_str(), "be" | "remain" | "stay" | "come")
            && is_bare
            && is_state
    }

    /// "The inquiry that the court opened", "the fine the court imposed": the noun is the object of the clause beside it.
    fn is_done_to(&self, clause: usize) -> bool {
        let token = self.token(clause);
        let is_which = |o: usize| matches!(self.token(o).tag, "WDT" | "WP");
        let subject = self.parsed.child(clause, &["nsubj"]);
        let is_that = || self.parsed.child(clause, &["mark"]).is_some_and(|m| self.token(m).lower == "that");
        let object = self.parsed.child(clause, &["dobj"]);
        let is_transitive = object.map_or_else(|| is_that() || token.dep == "relcl", is_which);
        matches!(token.dep, "relcl" | "acl")
            && matches!(token.tag, "VBD" | "VBN" | "VBZ" | "VBP")
            && subject.is_some_and(|s| !is_which(s))
            && is_transitive
    }

    /// The sense of an event noun, also of one in two parts: "sit-in".
    fn noun_sense(&self, t: usize) -> Option<Sense> {
        let token = self.token(t);
        if token.pos != "NOUN" {
            return None;
        }
        hyphened(self.parsed, t).and_then(|noun| lexicon::noun(&noun)).or_else(|| lexicon::noun(&token.lemma))
    }

    /// "Called the ruling a coup", "described the raid as a massacre": what somebody calls it.
    fn is_label(&self, t: usize) -> bool {
        let token = self.token(t);
        let over = token.head;
        let names = |v: usize| {
            matches!(
                self.token(v).lemma.as_str(),
                "call" | "brand" | "label" | "dub" | "term" | "describe" | "denounce" | "condemn" | "portray"
            )
        };
        let is_second = || self.parsed.child(over, &["dobj"]).is_some_and(|first| first < t);
        match token.dep {
            "oprd" => names(over),
            "dobj" => is_second() && names(over),
            "pobj" => self.token(over).lower == "as" && names(self.token(over).head),
            _ => false,
        }
    }

    pub(super) fn noun(&self, t: usize) -> Option<Trigger> {
        let token = self.token(t);
        let sense = self.noun_sense(t)?;
        if matches!(token.dep, "compound" | "amod" | "nmod" | "poss") || self.is_manner(t) || self.is_label(t)
        {
            return None;
        }
        let carrier = self.noun_carrier(t);
        let (polarity, told) = of_token(self.parsed, t);
        if polarity == Polarity::Negative && self.is_one_of_row(t) {
            return None;
        }
        let modality = if told == Modality::Happened && self.is_called(carrier, sense.kind) {
            Modality::Planned
        } else {
            told
        };
        let actual =
            matches!(modality, Modality::Happened | Modality::Ongoing) && polarity == Polarity::Positive;
        let supported = carrier.is_some()
            || self.is_existential(t)
            || self.has_own_time(t) && token.lemma != "order"
            || self.is_appointed(t)
            || self.is_deadly(t, typing::noun(self.parsed, t, sense).kind)
            || self.is_looked_into(t)
            || self.is_document_that_provides(t, sense.kind)
            || actual && self.is_taken_up(t, sense);
        let enough = if sense.needs_support {
            supported || actual && self.is_done_to_whom(t)
        } else {
            supported
                || !actual
                || self.is_prominent(t)
                || self.is_brought_about(t)
                || self.is_confirmed(t, sense.kind)
        };
        let verb_tells = actual && carrier.is_none() && self.is_told_by_verb(t);
        if !enough || verb_tells || self.is_generic(t) {
            return None;
        }
        let Sense { kind, mode, .. } = typing::noun(self.parsed, t, sense);
        let in_parts = hyphened(self.parsed, t).filter(|noun| lexicon::noun(noun).is_some());
        Some(Trigger {
            token: t,
            carrier: carrier.unwrap_or(t),
            kind,
            mode,
            predicate: in_parts.unwrap_or_else(|| token.lemma.to_string()),
            polarity,
            modality,
        })
    }

    /// "The sacking of three editors prompted a walkout": one of its kind, and whom it was done to.
    fn is_done_to_whom(&self, t: usize) -> bool {
        const TO_PERSONS: [&str; 12] = [
            "sacking",
            "dismissal",
            "round-up",
            "roundup",
            "rape",
            "hanging",
            "culling",
            "cull",
            "slaughter",
            "penalty",
            "theft",
            "demise",
        ];
        let of = |&c: &usize| self.token(c).dep == "prep" && self.token(c).lower == "of";
        let whom =
            self.parsed.children(t).iter().copied().find(of).and_then(|p| self.parsed.child(p, &["pobj"]));
        TO_PERSONS.contains(&self.token(t).lemma.as_str())
            && whom
                .is_some_and(|w| self.token(w).pos == "PROPN" || self.parsed.child(w, &["nummod"]).is_some())
    }

    /// "Prompted a walkout", "triggered a landslide", "ended in a brawl": what is brought about has come about.
    fn is_brought_about(&self, t: usize) -> bool {
        let token = self.token(t);
        let causes = |v: usize| {
            matches!(
                self.token(v).lemma.as_str(),
                "prompt"
                    | "trigger"
                    | "cause"
                    | "spark"
                    | "provoke"
                    | "ignite"
                    | "unleash"
                    | "precipitate"
                    | "spur"
            )
        };
        let ends_in = |p: usize| {
            matches!(self.token(p).lower.as_str(), "in" | "to")
                && matches!(
                    self.token(self.token(p).head).lemma.as_str(),
                    "end" | "result" | "lead" | "culminate"
                )
        };
        match token.dep {
            "dobj" => causes(token.head),
            "pobj" => ends_in(token.head),
            _ => false,
        }
    }

    /// "Police confirmed an explosion at the gate".
    fn is_confirmed(&self, t: usize, kind: EventType) -> bool {
        let token = self.token(t);
        token.dep == "dobj"
            && matches!(kind, EventType::Disaster | EventType::Accident | EventType::Assault)
            && matches!(self.token(token.head).lemma.as_str(), "confirm" | "report" | "register")
            && self.token(token.head).pos == "VERB"
    }

    /// "Not the first escape", "not the only strike": that there were others, and not that there was none.
    fn is_one_of_row(&self, t: usize) -> bool {
        let has = |is: fn(&str) -> bool| self.parsed.children(t).iter().any(|&c| is(&self.token(c).lower));
        self.token(t).dep == "attr"
            && has(|c| matches!(c, "the" | "its" | "their" | "his" | "her"))
            && has(|c| matches!(c, "first" | "last" | "only" | "sole" | "latest"))
    }

    /// "Called an early election": it is to come.
    fn is_called(&self, carrier: Option<usize>, kind: EventType) -> bool {
        let calls = |c: usize| self.token(c).lemma == "call" && self.token(c).pos == "VERB";
        carrier.is_some_and(calls)
            && matches!(kind, EventType::Vote | EventType::Consult | EventType::Protest)
    }

    /// "The dam burst without warning": how it burst, not that somebody did not warn.
    pub(super) fn is_manner(&self, t: usize) -> bool {
        let token = self.token(t);
        let is_when_or_where =
            |c: usize| matches!(self.token(c).lower.as_str(), "on" | "in" | "at" | "during");
        let is_free = |&c: &usize| self.token(c).dep == "punct" || is_when_or_where(c);
        let is_bare = self.parsed.children(t).iter().all(is_free);
        matches!(token.dep, "pobj" | "pcomp") && self.token(token.head).lower == "without" && is_bare
    }

    /// "There was no lockout", "It was an attack".
    fn is_existential(&self, t: usize) -> bool {
        let h = self.token(t).head;
        self.token(t).dep == "attr"
            && self.token(h).lemma == "be"
            && self.parsed.child(h, &["expl"]).is_some()
    }

    /// "The service is on Sunday".
    fn is_appointed(&self, t: usize) -> bool {
        let be = self.token(t).head;
        self.token(t).dep == "nsubj"
            && self.token(be).lemma == "be"
            && self.parsed.child(be, &["attr", "acomp"]).is_none()
            && self.has_time(be)
    }

    /// "An inquiry into the collapse".
    fn is_looked_into(&self, t: usize) -> bool {
        let into = self.token(self.token(t).head);
        self.token(t).dep == "pobj"
            && into.lower == "into"
            && lexicon::noun(&self.token(into.head).lemma).is_some_and(|s| s.mode == "investigate")
    }

    /// "Eleven people died in the fire", "were killed in a crash at the stadium": what killed them came about.
    fn is_deadly(&self, t: usize, kind: EventType) -> bool {
        let token = self.token(t);
        let over = self.token(token.head).head;
        let is_casualty = |v: usize| {
            lexicon::verb(&self.token(v).lemma).is_some_and(|s| s.kind == EventType::Casualty)
                || CASUALTY_ADJECTIVES.iter().any(|(word, _)| *word == self.token(v).lower)
        };
        let is_sudden = matches!(kind, EventType::Disaster | EventType::Accident | EventType::Assault);
        let has_article = || {
            self.parsed
                .children(t)
                .iter()
                .any(|&c| matches!(self.token(c).lower.as_str(), "the" | "this" | "a" | "an"))
        };
        token.dep == "pobj"
            && self.token(token.head).lower == "in"
            && is_sudden
            && is_casualty(over)
            && has_article()
    }

    /// The subject of a verb that says what became of it ("talks broke down"): the verb tells more.
    pub(super) fn is_told_by_verb(&self, t: usize) -> bool {
        let token = self.token(t);
        matches!(token.dep, "nsubj" | "nsubjpass")
            && !self.has_own_time(t)
            && self.verb_sense(token.head).is_some_and(|(sense, _)| {
                matches!(sense.mode, "end" | "start" | "collapse" | "postpone" | "intensify")
            })
    }

    /// "The recommendation provides for": a proposal is made known by what it contains.
    fn is_document_that_provides(&self, t: usize, kind: EventType) -> bool {
        let verb = self.token(self.token(t).head);
        self.token(t).dep == "nsubj"
            && matches!(kind, EventType::Request | EventType::Agree | EventType::Ruling)
            && matches!(
                verb.lemma.as_str(),
                "provide" | "include" | "foresee" | "call" | "envisage" | "contain" | "grant"
            )
    }

    /// Whether the clause of a verb says on which day: "it named a director on Monday".
    pub(super) fn has_time(&self, verb: usize) -> bool {
        self.parsed.children(verb).iter().any(|&c| {
            let inner = if self.token(c).dep == "prep" { self.parsed.child(c, &["pobj"]) } else { Some(c) };
            matches!(self.token(c).dep, "prep" | "npadvmod" | "advmod")
                && inner.is_some_and(|i| is_calendar_word(&self.token(i).lower))
        })
    }
}

/// A noun with what stands before its hyphen: "sit-in".
pub(super) fn hyphened(parsed: &ParsedArticle, t: usize) -> Option<String> {
    let first = t.checked_sub(2).filter(|_| parsed.tokens[t - 1].tag == "HYPH")?;
    Some(format!("{}-{}", parsed.tokens[first].lower, parsed.tokens[t].lemma))
}
