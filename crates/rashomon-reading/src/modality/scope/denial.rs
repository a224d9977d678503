//! What a later clause or sentence says is not so: "He had not.", "The ministry denied it."

use crate::dispute::UNTRUE;
use crate::modality::state::State;
use crate::modality::{Modality, Scope, words};

/// Longest sentence that is read as a bare denial of the one before, in words.
const DENIAL_WORDS_MAX: usize = 8;

/// Verbs by which somebody says that a thing is not so.
const DENIALS: &[&str] = &["deny", "dismiss", "refute", "reject", "debunk"];

impl Scope<'_, '_> {
    /// What the next sentence answers: "... that he had resigned. He had not.", "... had burst. The ministry denied it."
    pub(in crate::modality) fn answered(&self, t: usize, state: State) -> State {
        let hearsay = state.modality == Modality::ReportedOnly;
        if state.negative || !hearsay && !state.is_actual() || !hearsay && !self.is_reported(t) {
            return state;
        }
        let alleged = self.is_alleged(t);
        if (hearsay || alleged) && self.is_denied_beside(t) {
            return State::of(Modality::Denied);
        }
        if self.is_taken_back(t) {
            return State::of(Modality::Denied);
        }
        let Some(next) = self.parsed.sentences.get(self.token(t).sentence + 1) else { return state };
        let words: Vec<usize> = next
            .tokens
            .clone()
            .filter(|&i| !matches!(self.token(i).pos, "PUNCT" | "SPACE"))
            .take(DENIAL_WORDS_MAX + 1)
            .collect();
        let is_denied = self.is_elliptical_denial(&words)
            || self.ends_in_denial(next.tokens.clone())
            || (hearsay || alleged) && self.is_denial_of_it(&words)
            || hearsay && self.is_called_untrue(next.tokens.clone());
        if is_denied {
            State::of(Modality::Denied)
        } else if !hearsay && self.is_passed_on(t) && self.is_left_unconfirmed(next.tokens.clone()) {
            State::of(Modality::ReportedOnly)
        } else {
            state
        }
    }

    /// "Her office called this invented from the first word to the last."
    fn is_called_untrue(&self, sentence: std::ops::Range<usize>) -> bool {
        let names = |v: usize| {
            matches!(
                self.token(v).lemma.as_str(),
                "call" | "brand" | "label" | "term" | "describe" | "dismiss" | "denounce" | "reject"
            )
        };
        let is_it = |o: usize| {
            matches!(
                self.token(o).lemma.as_str(),
                "it" | "this" | "that" | "rumour" | "rumor" | "report" | "claim" | "story" | "allegation"
            )
        };
        sentence.clone().filter(|&v| names(v)).any(|v| {
            let mut after = v + 1..sentence.end.min(v + DENIAL_WORDS_MAX);
            let object = after.clone().find(|&o| is_it(o));
            object.is_some() && after.any(|w| UNTRUE.contains(&self.token(w).lower.as_str()))
        })
    }

    /// "Channel 9 reports that": what an outlet has from another, or from nobody named.
    fn is_passed_on(&self, t: usize) -> bool {
        std::iter::once(t)
            .chain(self.parsed.ancestors(t))
            .any(|a| self.token(a).dep == "ccomp" && self.token(self.token(a).head).lemma == "report")
    }

    /// "We have not been able to confirm this.", "The report could not be verified."
    fn is_left_unconfirmed(&self, sentence: std::ops::Range<usize>) -> bool {
        let confirms = |&v: &usize| {
            matches!(self.token(v).lemma.as_str(), "confirm" | "verify" | "corroborate" | "substantiate")
        };
        let is_short = sentence.len() <= 2 * DENIAL_WORDS_MAX;
        let is_it = |o: usize| {
            matches!(
                self.token(o).lemma.as_str(),
                "it" | "this" | "that" | "report" | "claim" | "story" | "information"
            )
        };
        is_short
            && sentence.clone().find(confirms).is_some_and(|v| {
                let denies = |w: usize| {
                    self.token(w).dep == "neg"
                        || matches!(self.token(w).lower.as_str(), "unable" | "nobody" | "yet")
                };
                sentence.clone().any(denies) && self.has_child(v, is_it)
            })
    }

    /// Whether the word stands in reported content of its sentence.
    fn is_reported(&self, t: usize) -> bool {
        std::iter::once(t).chain(self.parsed.ancestors(t)).any(|a| {
            let that = || self.has_child(a, |c| self.token(c).lower == "that");
            // "the news that he had resigned": the parser may take it for a relative clause.
            let news = || words::is_news_noun(&self.token(self.token(a).head).lemma);
            match self.token(a).dep {
                "ccomp" => true,
                "acl" => that(),
                "relcl" => news() && that() && self.parsed.child(a, &["nsubj", "nsubjpass"]).is_some(),
                _ => false,
            }
        })
    }

    /// "claimed that ...", "alleged that ...": one party's word, which another may deny.
    fn is_alleged(&self, t: usize) -> bool {
        std::iter::once(t).chain(self.parsed.ancestors(t)).any(|a| {
            let over = self.token(a).head;
            self.token(a).dep == "ccomp"
                && matches!(self.token(over).lemma.as_str(), "claim" | "allege" | "contend" | "assert")
        })
    }

    /// "..., which was refuted by the ministry", later in the same sentence.
    fn is_denied_beside(&self, t: usize) -> bool {
        let end = self.parsed.sentences[self.token(t).sentence].tokens.end;
        (t + 1..end).any(|v| {
            DENIALS.contains(&self.token(v).lemma.as_str())
                && self.has_child(v, |c| {
                    self.token(c).lower == "which" && matches!(self.token(c).dep, "nsubjpass" | "dobj")
                })
        })
    }

    /// "He had not.", "It was not.", "They didn't.", "She has not, and I doubt that she will."
    pub(in crate::modality) fn is_elliptical_denial(&self, words: &[usize]) -> bool {
        let ends = |not: usize| {
            self.parsed
                .tokens
                .get(not + 1)
                .is_none_or(|next| next.pos == "PUNCT" || next.lower == "according")
        };
        matches!(words, [subject, auxiliary, not, ..]
            if ends(*not) && self.token(*subject).pos == "PRON"
                && matches!(self.token(*auxiliary).lemma.as_str(), "be" | "have" | "do" | "will" | "would" | "could" | "ca" | "can")
                && matches!(self.token(*not).lower.as_str(), "not" | "n't" | "n’t"))
    }

    /// "The sergeant says that it was not.": a bare denial as somebody's words.
    pub(in crate::modality) fn ends_in_denial(&self, tokens: std::ops::Range<usize>) -> bool {
        let words: Vec<usize> = tokens.filter(|&i| !matches!(self.token(i).pos, "PUNCT" | "SPACE")).collect();
        let Some((before, last)) = words.len().checked_sub(3).map(|at| words.split_at(at)) else {
            return false;
        };
        let is_that = |&&w: &&usize| self.token(w).lower == "that";
        let verb = before.iter().rev().find(|w| !is_that(w));
        before.len() <= DENIAL_WORDS_MAX
            && verb.is_some_and(|&v| self.is_verb(v) && words::is_report(&self.token(v).lemma))
            && self.is_elliptical_denial(last)
    }

    /// "Had said that the doses had arrived; they had not": later in the same sentence.
    fn is_taken_back(&self, t: usize) -> bool {
        let sentence = &self.parsed.sentences[self.token(t).sentence];
        let starts = (t + 1..sentence.tokens.end)
            .filter(|&i| matches!(self.token(i).lower.as_str(), ";" | ":" | "but"));
        starts.into_iter().any(|i| {
            let rest: Vec<usize> = (i + 1..sentence.tokens.end).take(3).collect();
            rest.len() == 3 && self.is_elliptical_denial(&rest)
                || self.ends_in_denial(i + 1..sentence.tokens.end)
        })
    }

    /// "The water ministry denied it.", "Police dismissed the rumour."
    fn is_denial_of_it(&self, words: &[usize]) -> bool {
        let denies = |&&w: &&usize| DENIALS.contains(&self.token(w).lemma.as_str());
        let Some(&verb) = words.iter().find(denies) else { return false };
        words.len() <= DENIAL_WORDS_MAX
            && self.parsed.child(verb, &["dobj"]).is_some_and(|o| {
                matches!(
                    self.token(o).lemma.as_str(),
                    "it" | "this" | "that" | "rumour" | "rumor" | "report" | "claim" | "story"
                )
            })
    }
}
