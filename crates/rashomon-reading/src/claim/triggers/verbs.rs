//! Verbs that tell of something, and their uses that tell of nothing.

use super::{Finder, Trigger};
use crate::claim::{EventType, lexicon, time_word};
use crate::modality::{Polarity, of_token};
use crate::{mention, quotation};

/// Labels under which a verb form is no predicate of its own.
const NO_PREDICATE: &[&str] = &[
    "aux", "auxpass", "amod", "compound", "nmod", "prep", "punct", "mark", "advmod", "cc", "det", "case",
    "nummod", "poss",
];

/// Verbs that carry an event noun without adding to it.
pub(super) const LIGHT: &[&str] = &[
    "hold", "take", "begin", "start", "launch", "conduct", "carry", "make", "give", "have", "stage",
    "happen", "occur", "resume", "convene", "host", "mount", "commence", "open", "go", "proceed", "come",
    "reach", "do", "deliver", "ensue", "perform", "pay", "continue", "unleash", "undergo", "present", "call",
    "last", "follow", "issue", "wage", "suffer", "renew", "complete", "organise", "organize", "cast",
    "exercise", "wield", "impose", "lodge", "file", "levy",
];

impl Finder<'_, '_> {
    pub(super) fn verb(&self, t: usize) -> Option<Trigger> {
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
        if subject.is_some_and(|s| first_person(s) || anybody(s) || time_word(self.token(s))) {
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
            // "Word spread that the dam had burst".
            "spread" => subject.is_some_and(|s| {
                matches!(
                    self.token(s).lemma.as_str(),
                    "word" | "news" | "rumour" | "rumor" | "fear" | "panic" | "talk"
                )
            }),
            "recall" => child(&["ccomp"]).is_some() || child(&["xcomp"]).is_some(),
            "leave" => {
                child(&["ccomp", "xcomp", "acomp", "oprd", "auxpass"]).is_some()
                    || child(&["dobj"]).is_some_and(|o| self.parsed.child(o, &["acl"]).is_some())
            }
            // "Failed to agree": they did not agree.
            "fail" if child(&["xcomp"]).is_some() => true,
            "begin" | "start" | "stop" | "cease" | "finish" | "resume" => {
                // "Will stop work": the parser may read a verb.
                child(&["xcomp"]).is_some_and(|x| self.token(x).tag != "VB" || self.token(x).lower != "work")
                    && child(&["dobj"]).is_none()
            }
            "give" | "put" => self.is_rated(t),
            "announce" | "declare" | "confirm" | "reveal" | "disclose" | "acknowledge" | "admit" => {
                child(&["ccomp"]).is_some_and(|c| c < t) || self.is_aside(t)
            }
            "find" | "discover" => {
                let is_news = |c: usize| {
                    matches!(
                        self.token(c).lower.as_str(),
                        "guilty" | "alive" | "safe" | "unharmed" | "unhurt"
                    )
                };
                child(&["ccomp", "oprd", "acomp"]).is_some_and(|c| !is_news(c))
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
    pub(super) fn is_animate(&self, t: usize) -> bool {
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

    /// "The first case was reported on Monday": it came to light; no speech of somebody.
    pub(super) fn is_case_reported(&self, t: usize) -> bool {
        self.parsed.child(t, &["nsubjpass"]).is_some_and(|s| self.token(s).pos == "NOUN")
            && self.parsed.child(t, &["ccomp", "xcomp", "oprd", "acomp", "dobj"]).is_none()
            && self.token(t).dep != "ccomp"
    }

    /// Verbs outside the lexicon count where the article itself tells in the past, with a subject.
    pub(super) fn is_plain_narration(&self, t: usize) -> bool {
        let token = self.token(t);
        if self.is_running_along(t) {
            return true;
        }
        let subject = self.parsed.child(t, &["nsubj", "nsubjpass"]).or_else(|| self.shared_subject(t));
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

    /// "Two officers rammed his car and hauled him out": the subject of the first verb is the second's too.
    fn shared_subject(&self, t: usize) -> Option<usize> {
        let token = self.token(t);
        let first = token.head;
        let shares = token.dep == "conj"
            && self.is_verb_form(first)
            && matches!(self.token(first).tag, "VBD" | "VBN")
            && token.tag == self.token(first).tag
            && self.parsed.child(t, &["dobj"]).is_some();
        shares.then(|| self.parsed.child(first, &["nsubj", "nsubjpass"])).flatten()
    }

    /// "They overran the palace, smashing windows": what is done along with the main act, set off by a comma.
    fn is_running_along(&self, t: usize) -> bool {
        let token = self.token(t);
        let main = token.head;
        let opens = self.parsed.edges(t).start;
        let is_set_off = opens > main && opens.checked_sub(1).is_some_and(|c| self.token(c).lower == ",");
        let is_told =
            matches!(self.token(main).tag, "VBD" | "VBN") && self.parsed.child(main, &["nsubj"]).is_some();
        token.tag == "VBG"
            && token.dep == "advcl"
            && is_set_off
            && is_told
            && !(self.is_quoted)(t)
            && self.parsed.child(t, &["mark", "aux"]).is_none()
            && self.parsed.child(t, &["dobj"]).is_some_and(|o| matches!(self.token(o).pos, "NOUN" | "PROPN"))
    }

    /// Whether an event noun beside the verb carries the claim instead.
    fn is_absorbed(&self, t: usize) -> bool {
        let carries = |&c: &usize| self.noun_carrier(c) == Some(t) || self.storm_carrier(c) == Some(t);
        self.parsed.children(t).iter().any(carries)
            || matches!(self.token(t).dep, "acl" | "relcl")
                && self.parsed.ancestors(t).take(3).any(|n| self.noun_carrier(n) == Some(t))
    }
}
