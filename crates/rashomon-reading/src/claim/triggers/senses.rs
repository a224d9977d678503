//! The sense of a verb with its particle, preposition or object: "put on leave", "called off".

use super::Finder;
use crate::claim::lexicon::{self, Sense};
use crate::claim::{EventType, time_word, typing};
use crate::{mention, quotation};

impl Finder<'_, '_> {
    /// The sense of the verb with its particle, preposition or idiomatic object, else of the verb alone. Where the verb by itself
    /// says nothing, an expression that it is part of may.
    pub(super) fn verb_sense(&self, t: usize) -> Option<(Sense, String)> {
        let own = self.own_sense(t);
        let is_open =
            own.as_ref().is_none_or(|(s, _)| s.kind == EventType::Other && matches!(s.mode, "" | "act"));
        let idiom = || self.phrase_sense(t, lexicon::idiom).or_else(|| self.idiom_of_two(t));
        if is_open { idiom().or(own) } else { own }
    }

    /// "Gave its blessing", "assent was given", "swooped on the gang".
    fn idiom_of_two(&self, t: usize) -> Option<(Sense, String)> {
        let lemma = self.token(t).lemma.as_str();
        self.parsed.children(t).iter().filter(|&&c| !self.is_when(c)).find_map(|&c| {
            let part = match self.token(c).dep {
                "prt" | "prep" | "advmod" | "acomp" | "oprd" => self.token(c).lower.as_str(),
                "dobj" => self.counted(c),
                "nsubjpass" => self.token(c).lemma.as_str(),
                _ => return None,
            };
            let sense = lexicon::idiom(&format!("{lemma}_{part}"))?;
            Some((sense, named(sense, &[lemma, part])))
        })
    }

    fn own_sense(&self, t: usize) -> Option<(Sense, String)> {
        let lemma = self.token(t).lemma.as_str();
        if let Some(found) = self.phrase_sense(t, lexicon::verb) {
            return Some(found);
        }
        for &c in self.parsed.children(t).iter().filter(|&&c| !self.is_when(c)) {
            let part = match self.token(c).dep {
                "advcl" | "ccomp" | "xcomp" if self.is_for_clause(c) => "for",
                _ if self.token(c).lower == "hostage" && c > t => "hostage",
                "prt" | "prep" | "advmod" | "acomp" | "oprd" | "intj" => self.token(c).lower.as_str(),
                "xcomp" if self.token(c).lower == "missing" => "missing",
                "dobj" => self.counted(c),
                _ => continue,
            };
            if let Some(sense) = lexicon::verb(&format!("{lemma}_{part}")) {
                let sense = typing::verb(self.parsed, t, part, sense);
                return Some((sense, named(sense, &[lemma, part])));
            }
        }
        let alone = || lemma.to_owned();
        let other = |mode| Sense { kind: EventType::Other, mode, needs_support: false, plain: "" };
        if lemma == "report" && self.is_case_reported(t) {
            return Some((other("report"), alone()));
        }
        if self.is_bidding(t) {
            return lexicon::verb("urge").map(|sense| (sense, alone()));
        }
        if lemma == "become" && self.takes_a_post(t) {
            return Some((other("become"), alone()));
        }
        if let Some(sense) = lexicon::verb(lemma) {
            let sense = typing::verb(self.parsed, t, "", sense);
            return Some((sense, named(sense, &[lemma])));
        }
        // "Snapped up a rival", "barked off" is no speech.
        let is_deed = self.parsed.child(t, &["prt"]).is_some_and(|p| self.token(p).lower != "out")
            && self.parsed.child(t, &["dobj"]).is_some_and(|o| self.token(o).pos != "PRON");
        if quotation::cue_class(lemma).is_some() && !is_deed {
            return None;
        }
        let open = other("");
        // "Extended the truce until Monday", not "the road extends to the sea".
        let prolongs = lemma == "extend"
            && self.parsed.child(t, &["dobj"]).is_some_and(|o| self.token(o).pos == "NOUN")
            && self.parsed.child(t, &["nsubj", "nsubjpass"]).is_some_and(|s| self.is_animate(s));
        ((prolongs || !lexicon::is_stative(lemma)) && self.is_plain_narration(t)).then(|| {
            let sense = typing::verb(self.parsed, t, "", open);
            (sense, named(sense, &[lemma]))
        })
    }

    /// "Asked the court to annul the vote", "residents were told to leave": somebody is to do something.
    fn is_bidding(&self, t: usize) -> bool {
        let child = |wanted: &[&str]| self.parsed.child(t, wanted);
        let bids = matches!(self.token(t).lemma.as_str(), "ask" | "tell" | "instruct" | "command");
        let to = |c: usize| self.parsed.children(c).iter().any(|&i| self.token(i).tag == "TO");
        let is_somebody =
            |o: usize| self.token(o).lower == "whom" || self.is_animate(o) && self.token(o).pos != "PRON";
        bids && child(&["xcomp"]).is_some_and(to) && child(&["dobj", "nsubjpass"]).is_some_and(is_somebody)
    }

    /// "Became acting director in May".
    fn takes_a_post(&self, t: usize) -> bool {
        let is_post = |p: usize| mention::is_person_noun(&self.token(p).lemma);
        self.parsed.child(t, &["attr"]).is_some_and(is_post) && self.has_time(t)
    }

    /// The sense of a verb with two more words: "put on leave", "set the hut on fire", "handed in his resignation".
    fn phrase_sense(&self, t: usize, known: fn(&str) -> Option<Sense>) -> Option<(Sense, String)> {
        let lemma = self.token(t).lemma.as_str();
        let sense = |first: &str, second: &str| {
            let sense = known(&format!("{lemma}_{first}_{second}"))?;
            Some((sense, named(sense, &[lemma, first, second])))
        };
        let word = |n: usize| self.parsed.tokens.get(t + n);
        let next = || sense(word(1)?.lower.as_str(), word(2)?.lemma.as_str());
        // "Gave way before dawn": the parser takes "way" for a time.
        let adjacent = || {
            let part =
                word(1).filter(|w| w.tag == "NN" && matches!(w.dep, "npadvmod" | "advmod"))?.lower.as_str();
            let sense = known(&format!("{lemma}_{part}"))?;
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
        // "Put its name to the text": what the object belongs to follows it.
        let with_object = || {
            let object = object()?;
            let beside = self.parsed.children(t).iter().chain(self.parsed.children(object));
            let mut after = beside.copied().filter(|&p| p > object && self.token(p).dep == "prep");
            after.find_map(|p| sense(self.token(object).lemma.as_str(), self.token(p).lower.as_str()))
        };
        next().or(below).or_else(with_object).or_else(adjacent)
    }

    /// "Was fired on Monday": the preposition belongs to the day and not to the verb.
    fn is_when(&self, preposition: usize) -> bool {
        let object = || self.parsed.child(preposition, &["pobj"]);
        self.token(preposition).dep == "prep"
            // "Asked for three months of pay".
            && self.token(preposition).lower != "for"
            && object().is_some_and(|o| time_word(self.token(o)))
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

    /// "called off", "opened fire": verb and particle have a sense of their own.
    pub(super) fn has_own_particle(&self, verb: usize) -> bool {
        let lemma = self.token(verb).lemma.as_str();
        self.parsed.children(verb).iter().any(|&c| {
            self.token(c).dep == "prt" && lexicon::verb(&format!("{lemma}_{}", self.token(c).lower)).is_some()
        })
    }
}

/// What a sense is called: by its plain word, else by the words themselves.
fn named(sense: Sense, words: &[&str]) -> String {
    if sense.plain.is_empty() { words.join(" ") } else { sense.plain.replace('_', " ") }
}

#[cfg(test)]
mod tests {
    use crate::claim::tests::check_kinds;

    #[test]
    fn who_asks_or_tells_somebody_to_do_something_requests_it() {
        check_kinds("Mr Holm, whom the king asked on Monday to form a cabinet, is ill.", &["ask REQUEST"]);
        check_kinds("The inspector told the firm in May to shut the kiln.", &["tell REQUEST"]);
        check_kinds("The council was told in May to repair the wall.", &["tell REQUEST"]);
    }

    #[test]
    fn who_asks_for_himself_or_whether_requests_nothing() {
        check_kinds("She asked to leave early on Monday.", &[]);
        check_kinds("Two officials, who asked not to be named, were there.", &[]);
        check_kinds("The mayor asked the crowd whether it was tired.", &[]);
    }

    #[test]
    fn a_day_after_a_preposition_is_no_part_of_the_verb() {
        check_kinds(
            "The union called on the mayor to resign.",
            &["call on REQUEST", "resign CONCEDE resign"],
        );
        check_kinds("The crew asked for three months of pay on Monday.", &["ask for REQUEST"]);
        check_kinds("Dravik Motors called off the trip on Monday.", &["call off REJECT postpone"]);
        check_kinds("The trainer was fired on Monday.", &["fire COMPANY dismiss"]);
    }
}
