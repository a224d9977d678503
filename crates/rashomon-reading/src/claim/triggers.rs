//! Which words of an article carry a claim, and what each denotes.

use super::EventType;
use super::lexicon::{self, Sense};
use super::typing;
use crate::mention;
use crate::modality::{Modality, Polarity, is_elliptical_denial, of_token};
use crate::quotation;
use crate::rebuttal::Rebuttal;
use crate::time;
use crate::{ParsedArticle, Token};
use rashomon_text::{BlockKind, Span};

/// A word that carries a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trigger {
    /// The word.
    pub(super) token: usize,
    /// The verb on which subject, objects and times hang: the word itself, or the light verb of an event noun.
    pub(super) carrier: usize,
    pub(super) kind: EventType,
    pub(super) mode: &'static str,
    /// Lemma, with its particle.
    pub(super) predicate: String,
    pub(super) polarity: Polarity,
    pub(super) modality: Modality,
}

/// Labels under which a verb form is no predicate of its own.
const NO_PREDICATE: &[&str] = &[
    "aux", "auxpass", "amod", "compound", "nmod", "prep", "punct", "mark", "advmod", "cc", "det", "case",
    "nummod", "poss",
];

/// Verbs that carry an event noun without adding to it.
const LIGHT: &[&str] = &[
    "hold", "take", "begin", "start", "launch", "conduct", "carry", "make", "give", "have", "stage",
    "happen", "occur", "resume", "convene", "host", "mount", "commence", "open", "go", "proceed", "come",
    "reach", "do", "deliver", "ensue", "perform", "pay", "continue", "unleash", "undergo", "present", "call",
    "last", "follow", "issue", "wage", "suffer", "renew", "complete", "organise", "organize", "cast",
    "exercise", "wield", "impose", "lodge", "file", "levy",
];

/// Verbs by which a disaster or an attack reaches its place; the noun says more than they do.
const IMPACT: &[&str] = &[
    "strike",
    "hit",
    "rock",
    "shake",
    "jolt",
    "rattle",
    "devastate",
    "sweep",
    "batter",
    "lash",
    "ravage",
    "wake",
    "erupt",
    "break",
    "pound",
    "engulf",
    "tear",
    "rip",
];

/// Adjectives that tell of casualties.
const CASUALTY_ADJECTIVES: &[(&str, &str)] = &[
    ("dead", "killed"),
    ("injured", "wounded"),
    ("wounded", "wounded"),
    ("missing", "missing"),
    ("trapped", "missing"),
];

/// All triggers of the article, in text order; what is said not to be so, and the words that say it, are among them
/// whatever they are.
pub(super) fn find(
    parsed: &ParsedArticle,
    rebuttals: &[Rebuttal],
    is_quoted: &dyn Fn(usize) -> bool,
) -> Vec<Trigger> {
    let finder = Finder { parsed, is_quoted };
    let mut all: Vec<Trigger> = (0..parsed.tokens.len()).filter_map(|t| finder.trigger(t)).collect();
    let is_bare = |sentence: usize| !all.iter().any(|t| parsed.tokens[t.token].sentence == sentence);
    let bare = rebuttals.iter().flat_map(|r| {
        let asserted = is_bare(r.told).then(|| finder.asserted(parsed.tokens_in(r.asserted).start));
        let denial = is_bare(r.by).then(|| finder.denial(parsed.tokens_in(r.cue).start));
        asserted.into_iter().chain(denial)
    });
    let put_right = (0..parsed.sentences.len()).filter(|&s| is_bare(s)).filter_map(|s| {
        let told = |t: &&Trigger| parsed.tokens[t.token].sentence + 1 == s;
        finder.undone(s, all.iter().rev().find(told)?)
    });
    let added: Vec<Trigger> = bare.chain(put_right).collect();
    all.extend(added);
    all.sort_by_key(|t| t.token);
    all.dedup_by_key(|t| t.token);
    all
}

struct Finder<'p, 'a> {
    parsed: &'p ParsedArticle<'a>,
    /// Whether a word stands in somebody's own words.
    is_quoted: &'p dyn Fn(usize) -> bool,
}

impl Finder<'_, '_> {
    fn token(&self, t: usize) -> &Token {
        &self.parsed.tokens[t]
    }

    /// A state that somebody asserts and another denies: "the tanks were empty".
    fn asserted(&self, t: usize) -> Trigger {
        let (polarity, modality) = of_token(self.parsed, t);
        Trigger {
            token: t,
            carrier: t,
            kind: EventType::Other,
            mode: "",
            predicate: self.token(t).lemma.to_string(),
            polarity,
            modality,
        }
    }

    /// A denial in other words than a verb of denial: "Pure fantasy", "It had not".
    fn denial(&self, t: usize) -> Trigger {
        let carrier = if self.is_verb_form(t) { t } else { self.token(t).head };
        Trigger {
            token: t,
            carrier,
            kind: EventType::Reject,
            mode: "deny",
            predicate: "deny".to_owned(),
            polarity: Polarity::Positive,
            modality: Modality::Happened,
        }
    }

    /// "We reported that the dean had been dismissed. She has not.": in a correction, the same not done.
    fn undone(&self, sentence: usize, told: &Trigger) -> Option<Trigger> {
        let tokens = self.parsed.sentences[sentence].tokens.clone();
        let words: Vec<usize> =
            tokens.filter(|&t| !matches!(self.token(t).pos, "PUNCT" | "SPACE")).take(3).collect();
        let is_correction = self.parsed.sentences[sentence].kind == BlockKind::Correction;
        if !is_correction || !is_elliptical_denial(self.parsed, &words) {
            return None;
        }
        Some(Trigger {
            token: words[1],
            carrier: words[1],
            polarity: Polarity::Negative,
            modality: Modality::Happened,
            ..told.clone()
        })
    }

    fn is_verb_form(&self, t: usize) -> bool {
        matches!(self.token(t).pos, "VERB" | "AUX")
    }

    fn trigger(&self, t: usize) -> Option<Trigger> {
        if !self.is_told(t) {
            return None;
        }
        match self.token(t).pos {
            "VERB" => self.verb(t),
            "NOUN" => self.noun(t).or_else(|| self.outage(t)),
            "PROPN" => self.named_storm(t),
            "ADJ" => self.adjective(t),
            _ => None,
        }
    }

    /// Headlines are telegraphic: only whole sentences are read there.
    fn is_told(&self, t: usize) -> bool {
        let sentence = &self.parsed.sentences[self.token(t).sentence];
        let last = || self.parsed.word(sentence.tokens.end - 1);
        match sentence.kind {
            BlockKind::Title | BlockKind::Subhead | BlockKind::Heading => last() == ".",
            _ => true,
        }
    }

    fn verb(&self, t: usize) -> Option<Trigger> {
        let token = self.token(t);
        if NO_PREDICATE.contains(&token.dep) || !token.tag.starts_with('V') || self.is_manner(t) {
            return None;
        }
        if self.is_refusal(t) {
            let (polarity, modality) = of_token(self.parsed, t);
            let predicate = "refuse".to_owned();
            return Some(Trigger {
                token: t,
                carrier: t,
                kind: EventType::Reject,
                mode: "refuse",
                predicate,
                polarity,
                modality,
            });
        }
        let (sense, predicate) = self.verb_sense(t)?;
        if self.is_absorbed(t) || !predicate.contains(' ') && self.is_idle(t) {
            return None;
        }
        let (polarity, modality) = of_token(self.parsed, t);
        // "They were let go on Monday": the parser hangs the time on the second verb.
        let is_let = token.lemma == "let" && !sense.plain.is_empty();
        let told = self.parsed.child(t, &["xcomp", "ccomp"]).filter(|_| is_let).unwrap_or(t);
        let trigger = Trigger {
            token: told,
            carrier: t,
            kind: sense.kind,
            mode: sense.mode,
            predicate,
            polarity,
            modality,
        };
        self.is_worth_telling(&trigger, lexicon::verb(&token.lemma).is_some()).then_some(trigger)
    }

    /// Uses of lexicon verbs that tell of nothing: "took place" beside its noun, "left them reeling", "midnight came".
    fn is_idle(&self, t: usize) -> bool {
        let child = |deps: &[&str]| self.parsed.child(t, deps);
        let subject = child(&["nsubj", "nsubjpass"]);
        let lemma = self.token(t).lemma.as_str();
        let first_person = |s: usize| self.token(s).lower == "i" && !(self.is_quoted)(t);
        // "You don't win a strike": anybody; "you told me": somebody.
        let anybody = |s: usize| self.token(s).lower == "you" && !matches!(self.token(t).tag, "VBD" | "VBN");
        if subject.is_some_and(|s| first_person(s) || anybody(s) || super::time_word(self.token(s))) {
            return true;
        }
        if self.is_asked(t) {
            return true;
        }
        match lemma {
            "take" if self.is_rated(t) => true,
            "take" => {
                child(&["dobj"]).is_some_and(|o| {
                    matches!(
                        self.token(o).lower.as_str(),
                        "place"
                            | "part"
                            | "care"
                            | "account"
                            | "advantage"
                            | "it"
                            | "fright"
                            | "note"
                            | "time"
                            | "steps"
                    )
                }) || child(&["oprd", "acomp"]).is_some()
            }
            "decline" | "refuse" => child(&["xcomp"]).is_some_and(|x| {
                matches!(self.token(x).lemma.as_str(), "comment" | "say" | "elaborate" | "discuss")
            }),
            "fall" => self
                .parsed
                .children(t)
                .iter()
                .any(|&c| matches!(self.token(c).lower.as_str(), "short" | "behind" | "asleep")),
            "miss" => self.token(self.token(t).head).lemma == "go",
            "recall" => child(&["ccomp"]).is_some() || child(&["xcomp"]).is_some(),
            "leave" => {
                child(&["ccomp", "xcomp", "acomp", "oprd", "auxpass"]).is_some()
                    || child(&["dobj"]).is_some_and(|o| self.parsed.child(o, &["acl"]).is_some())
            }
            // "Failed to agree": they did not agree.
            "fail" if child(&["xcomp"]).is_some() => true,
            "begin" | "start" | "stop" | "cease" | "finish" | "resume" => {
                child(&["xcomp"]).is_some() && child(&["dobj"]).is_none()
            }
            "give" | "put" => self.is_rated(t),
            "announce" | "declare" | "confirm" | "reveal" | "disclose" | "acknowledge" | "admit" => {
                child(&["ccomp"]).is_some_and(|c| c < t) || self.is_aside(t)
            }
            "find" | "discover" => {
                child(&["ccomp", "oprd", "acomp"]).is_some_and(|c| self.token(c).lower != "guilty")
            }
            "come" | "go" => {
                let whither = self.parsed.children(t).iter().any(|&c| {
                    matches!(self.token(c).dep, "prep" | "npadvmod")
                        || matches!(
                            self.token(c).lower.as_str(),
                            "home" | "here" | "there" | "back" | "ashore" | "abroad"
                        )
                });
                !whither || !subject.is_some_and(|s| self.is_animate(s))
            }
            _ => false,
        }
    }

    /// "I asked what they had won": what is asked is not said.
    fn is_asked(&self, t: usize) -> bool {
        let asks =
            matches!(self.token(self.token(t).head).lemma.as_str(), "ask" | "wonder" | "inquire" | "enquire");
        self.token(t).dep == "ccomp" && asks
    }

    /// "was given as 7.1", "put the toll at 30".
    fn is_rated(&self, t: usize) -> bool {
        self.parsed.children(t).iter().any(|&c| {
            self.token(c).dep == "prep"
                && matches!(self.token(c).lower.as_str(), "as" | "at")
                && self.parsed.subtree(c).iter().any(|&i| self.token(i).pos == "NUM" && !self.is_hour(i))
        })
    }

    /// "gave it back at nine this morning".
    fn is_hour(&self, t: usize) -> bool {
        self.parsed.tokens.get(t + 1).is_some_and(|next| {
            matches!(
                next.lower.as_str(),
                "a.m."
                    | "p.m."
                    | "am"
                    | "pm"
                    | "o'clock"
                    | "o’clock"
                    | "this"
                    | "that"
                    | "on"
                    | "yesterday"
                    | "tomorrow"
            )
        })
    }

    /// "as announced".
    fn is_aside(&self, t: usize) -> bool {
        self.token(t).dep == "advcl" && t > 0 && self.token(t - 1).lower == "as"
    }

    /// Somebody who can come and go.
    fn is_animate(&self, t: usize) -> bool {
        let token = self.token(t);
        let thing = matches!(token.lower.as_str(), "it" | "that" | "this" | "which" | "what");
        matches!(token.pos, "PROPN" | "PRON" | "NUM") && !thing
            || mention::is_person_noun(&token.lemma)
            || mention::is_organisation_noun(&token.lemma)
            || mention::is_armed_group_noun(&token.lemma)
    }

    /// "said it will not approve", "said he would no longer consider": saying so is a refusal.
    fn is_refusal(&self, t: usize) -> bool {
        let Some(content) = self.parsed.child(t, &["ccomp"]) else { return false };
        let says = quotation::cue_class(&self.token(t).lemma).is_some() && !(self.is_quoted)(t);
        let will = self
            .parsed
            .children(content)
            .iter()
            .any(|&c| matches!(self.token(c).lower.as_str(), "will" | "would" | "wo"));
        let lemma = self.token(content).lemma.as_str();
        let grants = matches!(
            lemma,
            "consider" | "allow" | "permit" | "negotiate" | "attend" | "recognise" | "recognize" | "stop"
        ) || lexicon::verb(lemma).is_some_and(|s| {
            matches!(
                s.kind,
                EventType::Agree
                    | EventType::Concede
                    | EventType::Consult
                    | EventType::Retreat
                    | EventType::Aid
                    | EventType::Cooperate
            )
        });
        says && will && grants && of_token(self.parsed, content).0 == Polarity::Negative
    }

    /// The sense of the verb with its particle, preposition or idiomatic object, else of the verb alone.
    fn verb_sense(&self, t: usize) -> Option<(Sense, String)> {
        let lemma = self.token(t).lemma.as_str();
        if let Some(found) = self.phrase_sense(t) {
            return Some(found);
        }
        for &c in self.parsed.children(t) {
            let part = match self.token(c).dep {
                "advcl" | "ccomp" | "xcomp" if self.is_for_clause(c) => "for",
                _ if self.token(c).lower == "hostage" && c > t => "hostage",
                "prt" | "prep" | "advmod" | "acomp" | "oprd" | "intj" => self.token(c).lower.as_str(),
                "xcomp" if self.token(c).lower == "missing" => "missing",
                "dobj" => self.counted(c),
                _ => continue,
            };
            if let Some(sense) = lexicon::verb(&format!("{lemma}_{part}")) {
                return Some((typing::verb(self.parsed, t, part, sense), named(sense, &[lemma, part])));
            }
        }
        let alone = || lemma.to_owned();
        let other = |mode| Sense { kind: EventType::Other, mode, needs_support: false, plain: "" };
        if lemma == "report" && self.is_case_reported(t) {
            return Some((other("report"), alone()));
        }
        if let Some(sense) = lexicon::verb(lemma) {
            return Some((typing::verb(self.parsed, t, "", sense), named(sense, &[lemma])));
        }
        if quotation::cue_class(lemma).is_some() {
            return None;
        }
        let open = other("");
        (!lexicon::is_stative(lemma) && self.is_plain_narration(t)).then(|| (open, alone()))
    }

    /// The sense of a verb with two more words: "put on leave", "set the hut on fire", "handed in his resignation".
    fn phrase_sense(&self, t: usize) -> Option<(Sense, String)> {
        let lemma = self.token(t).lemma.as_str();
        let sense = |first: &str, second: &str| {
            let sense = lexicon::verb(&format!("{lemma}_{first}_{second}"))?;
            Some((sense, named(sense, &[lemma, first, second])))
        };
        let word = |n: usize| self.parsed.tokens.get(t + n);
        let next = || sense(word(1)?.lower.as_str(), word(2)?.lemma.as_str());
        // "Gave way before dawn": the parser takes "way" for a time.
        let adjacent = || {
            let part =
                word(1).filter(|w| w.tag == "NN" && matches!(w.dep, "npadvmod" | "advmod"))?.lower.as_str();
            let sense = lexicon::verb(&format!("{lemma}_{part}"))?;
            Some((sense, named(sense, &[lemma, part])))
        };
        let object = || self.parsed.child(t, &["dobj", "nsubjpass"]);
        let below = self.parsed.children(t).iter().find_map(|&c| {
            let second = match self.token(c).dep {
                "prep" => self.parsed.child(c, &["pobj"])?,
                "prt" => object()?,
                "xcomp" | "ccomp" if lemma == "let" && self.token(c).lower == "go" => {
                    let sense = lexicon::verb("let_go")?;
                    return Some((sense, named(sense, &["let", "go"])));
                }
                _ => return None,
            };
            sense(self.token(c).lower.as_str(), self.token(second).lemma.as_str())
        });
        next().or(below).or_else(adjacent)
    }

    /// "For the gates to be opened".
    fn is_for_clause(&self, clause: usize) -> bool {
        let opens = |&c: &usize| self.token(c).dep == "mark" && self.token(c).lower == "for";
        self.parsed.children(clause).iter().any(opens)
    }

    /// The lemma of an object; of "23 of the 51 seats" it is what is counted.
    fn counted(&self, object: usize) -> &str {
        let of = |&c: &usize| self.token(c).dep == "prep" && self.token(c).lower == "of";
        let whole = || {
            let p = self.parsed.children(object).iter().copied().find(of)?;
            self.parsed.child(p, &["pobj"])
        };
        // "Declared a state of emergency".
        let number = self.token(object).pos == "NUM" || self.token(object).lower == "state";
        let head = if number { whole().unwrap_or(object) } else { object };
        self.token(head).lemma.as_str()
    }

    /// "The first case was reported on Monday": it came to light; no speech of somebody.
    fn is_case_reported(&self, t: usize) -> bool {
        self.parsed.child(t, &["nsubjpass"]).is_some_and(|s| self.token(s).pos == "NOUN")
            && self.parsed.child(t, &["ccomp", "xcomp", "oprd", "acomp", "dobj"]).is_none()
            && self.token(t).dep != "ccomp"
    }

    /// Verbs outside the lexicon count where the article itself tells in the past, with a subject.
    fn is_plain_narration(&self, t: usize) -> bool {
        let token = self.token(t);
        let subject = self.parsed.child(t, &["nsubj", "nsubjpass"]);
        let perfect = |tag| tag == "VBN" && self.parsed.child(t, &["aux", "auxpass"]).is_some();
        let told = token.tag == "VBD" || perfect(token.tag);
        // "It was switched off at noon" tells of a thing; "it turned out" does not.
        let is_passive = token.tag == "VBN" && self.parsed.child(t, &["auxpass"]).is_some();
        let first_person = subject.is_some_and(|s| match self.token(s).lower.as_str() {
            "it" => !is_passive && !self.has_time(t),
            "we" | "which" => !self.has_time(t),
            "i" | "you" | "that" | "this" | "what" => true,
            _ => false,
        });
        let main = matches!(token.dep, "ROOT" | "ccomp" | "conj" | "relcl" | "advcl" | "parataxis");
        told && main
            && subject.is_some()
            && !first_person
            && !(self.is_quoted)(t)
            && token.lemma.len() > 2
            && self.parsed.child(t, &["dobj", "prep", "prt", "nsubjpass"]).is_some()
    }

    /// Whether an event noun beside the verb carries the claim instead.
    fn is_absorbed(&self, t: usize) -> bool {
        let carries = |&c: &usize| self.noun_carrier(c) == Some(t) || self.storm_carrier(c) == Some(t);
        self.parsed.children(t).iter().any(carries)
            || matches!(self.token(t).dep, "acl" | "relcl")
                && self.parsed.ancestors(t).take(3).any(|n| self.noun_carrier(n) == Some(t))
    }

    /// The verb that only carries the event noun `t`.
    fn noun_carrier(&self, t: usize) -> Option<usize> {
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
                    light && self.parsed.child(h, &["dobj"]).is_none_or(|o| self.token(o).lower == "place")
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

    /// "called off", "opened fire": verb and particle have a sense of their own.
    fn has_own_particle(&self, verb: usize) -> bool {
        let lemma = self.token(verb).lemma.as_str();
        self.parsed.children(verb).iter().any(|&c| {
            self.token(c).dep == "prt" && lexicon::verb(&format!("{lemma}_{}", self.token(c).lower)).is_some()
        })
    }

    /// The sense of an event noun, also of one in two parts: "sit-in".
    fn noun_sense(&self, t: usize) -> Option<Sense> {
        let token = self.token(t);
        if token.pos != "NOUN" {
            return None;
        }
        hyphened(self.parsed, t).and_then(|noun| lexicon::noun(&noun)).or_else(|| lexicon::noun(&token.lemma))
    }

    fn noun(&self, t: usize) -> Option<Trigger> {
        let token = self.token(t);
        let sense = self.noun_sense(t)?;
        if matches!(token.dep, "compound" | "amod" | "nmod" | "poss") || self.is_manner(t) {
            return None;
        }
        let carrier = self.noun_carrier(t);
        let (polarity, told) = of_token(self.parsed, t);
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
            || self.is_deadly(t, sense.kind)
            || self.is_looked_into(t)
            || self.is_document_that_provides(t, sense.kind);
        let enough =
            if sense.needs_support { supported } else { supported || !actual || self.is_prominent(t) };
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

    /// "Called an early election": it is to come.
    fn is_called(&self, carrier: Option<usize>, kind: EventType) -> bool {
        let calls = |c: usize| self.token(c).lemma == "call" && self.token(c).pos == "VERB";
        carrier.is_some_and(calls)
            && matches!(kind, EventType::Vote | EventType::Consult | EventType::Protest)
    }

    /// "Cyclone Odile tore across the island": the storm by its name.
    fn named_storm(&self, t: usize) -> Option<Trigger> {
        let token = self.token(t);
        let carrier = self.storm_carrier(t)?;
        let word = self.parsed.children(t).iter().find_map(|&c| storm_word(self.token(c)))?;
        let sense = lexicon::noun(word)?;
        let (polarity, modality) = of_token(self.parsed, token.head);
        Some(Trigger {
            token: t,
            carrier,
            kind: sense.kind,
            mode: sense.mode,
            predicate: word.to_owned(),
            polarity,
            modality,
        })
    }

    /// The verb by which a storm with a name reaches its place.
    fn storm_carrier(&self, t: usize) -> Option<usize> {
        const PATH: [&str; 10] =
            ["cross", "slam", "barrel", "plough", "plow", "roar", "churn", "scour", "thrash", "pummel"];
        let token = self.token(t);
        let verb = self.token(token.head);
        let lemma = verb.lemma.as_str();
        let arrives = match lemma {
            "make" => {
                self.parsed.child(token.head, &["dobj"]).is_some_and(|o| self.token(o).lower == "landfall")
            }
            "come" => self.parsed.tokens.get(token.head + 1).is_some_and(|n| n.lower == "ashore"),
            _ => IMPACT.contains(&lemma) || PATH.contains(&lemma),
        };
        let is_storm = || self.parsed.children(t).iter().any(|&c| storm_word(self.token(c)).is_some());
        (token.pos == "PROPN" && token.dep == "nsubj" && verb.pos == "VERB" && arrives && is_storm())
            .then_some(token.head)
    }

    /// "The dam burst without warning": how it burst, not that somebody did not warn.
    fn is_manner(&self, t: usize) -> bool {
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
        let is_definite = || {
            self.parsed.children(t).iter().any(|&c| matches!(self.token(c).lower.as_str(), "the" | "this"))
        };
        token.dep == "pobj"
            && self.token(token.head).lower == "in"
            && is_sudden
            && is_casualty(over)
            && is_definite()
    }

    /// The subject of a verb that says what became of it ("talks broke down"): the verb tells more.
    fn is_told_by_verb(&self, t: usize) -> bool {
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
    fn has_time(&self, verb: usize) -> bool {
        self.parsed.children(verb).iter().any(|&c| {
            let inner = if self.token(c).dep == "prep" { self.parsed.child(c, &["pobj"]) } else { Some(c) };
            matches!(self.token(c).dep, "prep" | "npadvmod" | "advmod")
                && inner.is_some_and(|i| is_calendar_word(&self.token(i).lower))
        })
    }

    /// "Had no electricity", "are without water", "lack power", "there has been no gas": what people have to do without.
    fn outage(&self, t: usize) -> Option<Trigger> {
        const SUPPLIES: [&str; 8] =
            ["electricity", "power", "water", "gas", "heating", "current", "food", "fuel"];
        const BEING: [&str; 6] = ["be", "remain", "stay", "leave", "go", "find"];
        let token = self.token(t);
        let head = token.head;
        let has_no = self.parsed.children(t).iter().any(|&c| self.token(c).lower == "no");
        let over = self.token(head).head;
        let carrier = match (token.dep, self.token(head).lemma.as_str()) {
            ("pobj", "without") if BEING.contains(&self.token(over).lemma.as_str()) => over,
            ("dobj", "have") if has_no => head,
            ("dobj", "lack") => head,
            ("attr", "be") if has_no && self.parsed.child(head, &["expl"]).is_some() => head,
            _ => return None,
        };
        // "Lacks the power to act", "has no power over the council".
        let is_authority =
            self.parsed.tokens.get(t + 1).is_some_and(|n| matches!(n.lower.as_str(), "to" | "over" | "of"))
                || self.parsed.children(t).iter().any(|&c| self.token(c).lower == "the");
        if is_authority {
            return None;
        }
        let modality = of_token(self.parsed, carrier).1;
        let told = matches!(modality, Modality::Happened | Modality::Ongoing | Modality::Planned);
        (told && SUPPLIES.contains(&token.lemma.as_str())).then(|| Trigger {
            token: t,
            carrier,
            kind: EventType::Accident,
            mode: "outage",
            predicate: format!(
                "without {}",
                if token.lemma == "current" { "electricity" } else { &token.lemma }
            ),
            polarity: Polarity::Positive,
            modality,
        })
    }

    /// A date or weekday among the noun's own modifiers.
    fn has_own_time(&self, t: usize) -> bool {
        self.parsed.children(t).iter().any(|&c| {
            let token = self.token(c);
            let inner = if token.dep == "prep" { self.parsed.child(c, &["pobj"]) } else { Some(c) };
            matches!(token.dep, "poss" | "prep" | "npadvmod" | "compound" | "nummod" | "nmod")
                && inner.is_some_and(|i| is_calendar_word(&self.token(i).lower))
        })
    }

    /// Subject of a verb, a sentence of its own, or a noun with participants of its own ("the capture of the town").
    fn is_prominent(&self, t: usize) -> bool {
        let token = self.token(t);
        let is_sudden = lexicon::noun(&token.lemma).is_some_and(|s| {
            matches!(s.kind, EventType::Disaster | EventType::Accident | EventType::Assault)
        });
        match token.dep {
            "nsubj" | "nsubjpass" | "ROOT" => return true,
            _ => {}
        }
        self.parsed.children(t).iter().any(|&c| {
            let child = self.token(c);
            match child.dep {
                "poss" => child.pos != "PRON",
                "prep" => {
                    matches!(
                        child.lower.as_str(),
                        "of" | "by"
                            | "between"
                            | "with"
                            | "against"
                            | "on"
                            | "in"
                            | "at"
                            | "aboard"
                            | "off"
                            | "near"
                            | "outside"
                            | "across"
                    ) && self.parsed.child(c, &["pobj"]).is_some_and(|o| {
                        // "A deadly explosion at its main plant".
                        let is_scene =
                            is_sudden && matches!(child.lower.as_str(), "at" | "in" | "aboard" | "near");
                        self.token(o).pos == "PROPN"
                            || self.parsed.child(o, &["nummod"]).is_some()
                            || is_scene && self.parsed.child(o, &["det", "poss"]).is_some()
                    })
                }
                "compound" => {
                    child.pos == "PROPN"
                        || mention::is_organisation_noun(&child.lemma)
                        || mention::is_armed_group_noun(&child.lemma)
                }
                "amod" | "nummod" => child.pos == "PROPN" || child.pos == "NUM",
                _ => false,
            }
        })
    }

    /// "in an earthquake", "any attack", "such talks": no particular happening.
    fn is_generic(&self, t: usize) -> bool {
        let plain_object = matches!(self.token(t).dep, "nsubj" | "pobj" | "dobj");
        let child_is = |words: &[&str]| {
            self.parsed.children(t).iter().any(|&c| words.contains(&self.token(c).lower.as_str()))
        };
        let any = child_is(&["any", "every", "each", "what", "which", "how", "such"]);
        // Ballots are counted in votes; a roll call or a phone call is no demand.
        let other = match self.token(t).lemma.as_str() {
            "vote" => self.parsed.child(t, &["nummod"]).is_some(),
            "call" => child_is(&["roll", "phone", "telephone", "conference", "video"]),
            "talk" => self.token(t).tag == "NN",
            // "A ministry release said".
            "release" => {
                child_is(&["press", "news", "media"])
                    || self.token(t).dep == "nsubj"
                        && quotation::cue_class(&self.token(self.token(t).head).lemma).is_some()
                    || self.token(self.token(t).head).head > 0
                        && self.token(self.token(self.token(t).head).head).lower == "according"
            }
            "end" | "beginning" | "start" => self.parsed.children(t).iter().any(|&c| {
                self.parsed.child(c, &["pobj"]).is_some_and(|o| is_calendar_word(&self.token(o).lower))
            }),
            _ => false,
        };
        any && plain_object || other || self.is_definition(t)
    }

    /// Simple present or "is -ing", not "has -ed".
    fn is_in_present(&self, t: usize) -> bool {
        let is_present =
            |t: usize| matches!(self.token(t).tag, "VBZ" | "VBP") && self.token(t).lemma != "have";
        let helper = |&&c: &&usize| matches!(self.token(c).dep, "aux" | "auxpass");
        let helpers: Vec<usize> = self.parsed.children(t).iter().filter(helper).copied().collect();
        helpers.first().map_or_else(|| is_present(t), |&c| is_present(c))
    }

    /// "A vote is a letter": what such things are, not that one took place.
    fn is_definition(&self, t: usize) -> bool {
        let verb = self.token(self.token(t).head);
        let definite = self.parsed.children(t).iter().any(|&c| {
            self.token(c).dep == "poss"
                || matches!(self.token(c).lower.as_str(), "the" | "this" | "that" | "these" | "those")
        });
        self.token(t).dep == "nsubj"
            && verb.lemma == "be"
            && matches!(verb.tag, "VBZ" | "VBP")
            && !definite
            && !self.has_own_time(t)
    }

    /// "The tug is due from the capital on Monday": it is to come.
    fn is_due(&self, t: usize) -> bool {
        let token = self.token(t);
        let comes = |&c: &usize| {
            matches!(self.token(c).lower.as_str(), "from" | "in" | "at" | "on" | "back" | "here" | "home")
        };
        token.lower == "due"
            && token.dep == "acomp"
            && self.token(token.head).lemma == "be"
            && self.parsed.child(t, &["xcomp"]).is_none()
            && self.parsed.child(token.head, &["nsubj"]).is_some_and(|s| self.token(s).pos != "PRON")
            && self.parsed.children(t).iter().chain(self.parsed.children(token.head)).any(comes)
    }

    /// "were confirmed dead", "are missing".
    fn adjective(&self, t: usize) -> Option<Trigger> {
        let token = self.token(t);
        if self.is_due(t) {
            let (polarity, modality) = of_token(self.parsed, t);
            let modality = if modality == Modality::Happened { Modality::Planned } else { modality };
            let predicate = token.lemma.to_string();
            let (kind, carrier) = (EventType::Other, token.head);
            return Some(Trigger { token: t, carrier, kind, mode: "visit", predicate, polarity, modality });
        }
        let mode =
            CASUALTY_ADJECTIVES.iter().find(|(word, _)| *word == token.lower).map(|(_, mode)| *mode)?;
        let h = token.head;
        let predicative =
            matches!(token.dep, "acomp" | "oprd") && matches!(self.token(h).pos, "AUX" | "VERB");
        // "Was shot dead": the verb tells it with the word.
        let is_told_by_verb = || lexicon::verb(&format!("{}_{}", self.token(h).lemma, token.lower)).is_some();
        if !predicative || is_told_by_verb() {
            return None;
        }
        let (polarity, modality) = of_token(self.parsed, t);
        let predicate = token.lemma.to_string();
        Some(Trigger { token: t, carrier: h, kind: EventType::Casualty, mode, predicate, polarity, modality })
    }

    /// "a resolution calling for": the words of a draft, no act of its own, also where the parser hangs them elsewhere.
    fn describes_document(&self, t: usize) -> bool {
        const DOCUMENTS: &[&str] = &[
            "resolution",
            "draft",
            "motion",
            "bill",
            "petition",
            "proposal",
            "amendment",
            "text",
            "plan",
            "measure",
            "lawsuit",
            "suit",
            "law",
            "treaty",
            "clause",
        ];
        let token = self.token(t);
        let is_document = |n: usize| DOCUMENTS.contains(&self.token(n).lemma.as_str());
        if token.tag != "VBG" || !matches!(token.dep, "acl" | "advcl") {
            return false;
        }
        let object = self.parsed.child(token.head, &["dobj", "nsubjpass"]).filter(|&o| o < t);
        is_document(token.head) || token.dep == "advcl" && object.is_some_and(is_document)
    }

    /// Leaves out purposes, questions, commands, habits and what nobody would put on a record.
    fn is_worth_telling(&self, trigger: &Trigger, in_lexicon: bool) -> bool {
        let t = trigger.token;
        let token = self.token(t);
        let actual = matches!(trigger.modality, Modality::Happened | Modality::Ongoing);
        let infinitive =
            self.parsed.children(t).iter().any(|&c| self.token(c).tag == "TO" && self.token(c).dep != "prep");
        if infinitive && token.dep == "advcl" {
            return false;
        }
        if !in_lexicon && !trigger.predicate.contains(' ') && !actual {
            return !matches!(trigger.modality, Modality::Possible | Modality::Demanded);
        }
        let past_form = token.lemma == "retook";
        let present = matches!(token.tag, "VBZ" | "VBP")
            && actual
            && !past_form
            && trigger.polarity == Polarity::Positive;
        let act = matches!(
            trigger.kind,
            EventType::Accuse
                | EventType::Request
                | EventType::Reject
                | EventType::Statement
                | EventType::Support
                | EventType::Threaten
                | EventType::Agree
        );
        let acts = act && self.parsed.child(t, &["nsubj"]).is_none_or(|s| self.is_animate(s));
        if present && (!acts || (self.is_quoted)(t)) {
            return false;
        }
        // "Nobody tests the dead", "the others are not run by members": how things are, no deed left undone.
        let is_negative = trigger.polarity == Polarity::Negative && actual;
        if is_negative && trigger.kind == EventType::Other && self.is_in_present(t) && !self.has_own_time(t) {
            return false;
        }
        // What somebody might do some day is told only of grave acts.
        let nonfinite = infinitive || token.tag == "VBG" && matches!(token.dep, "pcomp" | "xcomp" | "acl");
        let remote = matches!(trigger.modality, Modality::Possible | Modality::Demanded);
        let slight = matches!(trigger.kind, EventType::Other | EventType::Support | EventType::Aid);
        if (nonfinite || (self.is_quoted)(t))
            && remote
            && slight
            && !matches!(trigger.mode, "return" | "legislate")
        {
            return false;
        }
        if trigger.kind == EventType::Request && self.describes_document(t) {
            return false;
        }
        // Commands and open questions tell nothing.
        let command = token.tag == "VB"
            && trigger.modality == Modality::Demanded
            && self.parsed.child(t, &["nsubj", "nsubjpass", "aux"]).is_none();
        !command
    }
}

/// A noun with what stands before its hyphen: "sit-in".
fn hyphened(parsed: &ParsedArticle, t: usize) -> Option<String> {
    let first = t.checked_sub(2).filter(|_| parsed.tokens[t - 1].tag == "HYPH")?;
    Some(format!("{}-{}", parsed.tokens[first].lower, parsed.tokens[t].lemma))
}

/// The words that carry a claim, whole: "sit-in".
pub(super) fn words_of(parsed: &ParsedArticle, trigger: &Trigger) -> Span {
    let own = parsed.tokens[trigger.token].span;
    let is_in_parts = hyphened(parsed, trigger.token).is_some_and(|noun| noun == trigger.predicate);
    if is_in_parts { Span::new(parsed.tokens[trigger.token - 2].span.start(), own.end()) } else { own }
}

/// The word before the name of a storm, lower case.
fn storm_word(token: &Token) -> Option<&str> {
    let is_storm = matches!(token.lower.as_str(), "hurricane" | "cyclone" | "typhoon" | "storm");
    (token.dep == "compound" && is_storm).then_some(token.lower.as_str())
}

/// What a sense is called: by its plain word, else by the words themselves.
fn named(sense: Sense, words: &[&str]) -> String {
    if sense.plain.is_empty() { words.join(" ") } else { sense.plain.replace('_', " ") }
}

/// Weekdays, months, years, "yesterday" and alike.
pub(super) fn is_calendar_word(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "yesterday",
        "today",
        "tomorrow",
        "tonight",
        "overnight",
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "night",
        "weekend",
    ];
    WORDS.contains(&lower)
        || time::is_weekday(lower)
        || time::is_month(lower)
        || lower.len() == 4
            && (lower.starts_with("19") || lower.starts_with("20"))
            && lower.bytes().all(|b| b.is_ascii_digit())
}
