//! The walk from a word up to the root of its sentence, through the words that govern it.

use super::state::State;
use super::words::{self, Operator};
use super::{Modality, Scope};
use crate::claim::{EventType, lexicon};
use crate::mention::is_person_noun;
use rashomon_text::BlockKind;

/// Governors looked at above a word. Trees of real sentences are less deep; this bounds the walk on junk.
const DEPTH_MAX: usize = 40;

/// Longest sentence that is read as a bare denial of the one before, in words.
const DENIAL_WORDS_MAX: usize = 8;

/// Verbs by which somebody says that a thing is not so.
const DENIALS: &[&str] = &["deny", "dismiss", "refute", "reject", "debunk"];

/// Words before "of" that make what follows a mere prospect ("were on the verge today of").
const VERGE: &[&str] = &["verge", "brink", "cusp", "threshold", "edge", "point"];

impl Scope<'_, '_> {
    /// Polarity and modality of the content of `t`.
    pub(super) fn state(&self, t: usize) -> State {
        self.state_at(t, 0)
    }

    /// What the next sentence answers: "... that he had resigned. He had not.", "... had burst. The ministry denied it."
    pub(super) fn answered(&self, t: usize, state: State) -> State {
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
            || (hearsay || alleged) && self.is_denial_of_it(&words);
        if is_denied { State::of(Modality::Denied) } else { state }
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
    pub(super) fn is_elliptical_denial(&self, words: &[usize]) -> bool {
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
    pub(super) fn ends_in_denial(&self, tokens: std::ops::Range<usize>) -> bool {
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

    fn state_at(&self, t: usize, depth: usize) -> State {
        if depth > DEPTH_MAX {
            return State::default();
        }
        if matches!(self.token(t).dep, "aux" | "auxpass" | "neg" | "prt") {
            return self.state_at(self.token(t).head, depth + 1);
        }
        let own = if self.is_verb(t) { self.clause(t) } else { self.phrase(t) };
        own.join(self.outer(t, depth))
    }

    /// What a noun phrase says by itself: "no agreement", "a planned visit".
    fn phrase(&self, t: usize) -> State {
        let mut state = State { negative: self.is_negative_phrase(t), ..State::default() };
        // The negative subject or object of a verb has negated the verb already.
        if matches!(self.token(t).dep, "nsubj" | "nsubjpass" | "dobj") && self.is_verb(self.token(t).head) {
            state.negative = false;
        }
        for &c in self.parsed.children(t) {
            let operator = match self.token(c).dep {
                "amod" => words::over_modified(&self.token(c).lower),
                "acl" if self.token(c).tag == "VBN" => words::over_modified(&self.token(c).lower),
                _ => Operator::Transparent,
            };
            state = state.through(operator);
        }
        // "The strike that could have begun on Monday".
        if self.is_event(t) && self.parsed.children(t).iter().any(|&c| self.is_of_what_might_come(c)) {
            state = state.in_mode_of(State::of(Modality::Conditional));
        }
        state
    }

    fn is_of_what_might_come(&self, relative: usize) -> bool {
        self.token(relative).dep == "relcl"
            && matches!(
                self.token(relative).lemma.as_str(),
                "begin" | "start" | "happen" | "occur" | "take" | "follow"
            )
            && self
                .has_child(relative, |c| matches!(self.token(c).tag, "WDT") && self.token(c).dep == "nsubj")
            && self.has_child(relative, |c| {
                self.token(c).tag == "MD"
                    && matches!(self.token(c).lower.as_str(), "could" | "might" | "would")
            })
    }

    /// What stands above `t` adds.
    fn outer(&self, t: usize, depth: usize) -> State {
        let token = self.token(t);
        // "Voted for last month's walkout": what has been is not wanted.
        if self.is_event(t) && self.is_of_past_day(t) && token.head != t {
            let above = self.outer_of(t, depth);
            return State { negative: above.negative, modality: Modality::Happened }.in_strong_mode_of(above);
        }
        self.outer_of(t, depth)
    }

    /// "Last month's walkout", "yesterday's vote".
    fn is_of_past_day(&self, t: usize) -> bool {
        self.has_child(t, |c| {
            self.token(c).dep == "poss"
                && (self.token(c).lower == "yesterday"
                    || self.has_child(c, |l| self.token(l).lower == "last")
                        && matches!(
                            self.token(c).lemma.to_lowercase().as_str(),
                            "night" | "week" | "month" | "year" | "summer" | "winter" | "spring" | "autumn"
                        ))
        })
    }

    /// "Friday's release".
    fn is_definite_past(&self, t: usize) -> bool {
        self.has_child(t, |c| self.token(c).dep == "poss" && crate::time::is_weekday(&self.token(c).lower))
    }

    fn outer_of(&self, t: usize, depth: usize) -> State {
        let token = self.token(t);
        if let Some(have) = self.caused_by(t) {
            return self.state_at(have, depth + 1);
        }
        if token.head == t {
            return State::default();
        }
        match token.dep {
            "conj" => self.outer_of_conjunct(t, depth),
            "ccomp" | "csubj" | "csubjpass" => self.outer_of_clause(t, depth),
            "xcomp" => self.outer_of_complement(t, depth),
            "advcl" => self.outer_of_adverbial(t, depth),
            "acl" | "relcl" => self.outer_of_adnominal(t, depth),
            "pobj" | "pcomp" => self.outer_of_prepositional(t, depth),
            "nsubjpass" if self.is_event(t) && self.is_scheduled(token.head) => State::of(Modality::Planned),
            "dobj" | "nsubj" | "nsubjpass" | "attr" | "oprd" | "dative" | "acomp" => {
                self.outer_of_argument(t, depth)
            }
            "compound" | "nmod" => self.outer_of_modifier(t, depth),
            "parataxis" | "intj" | "punct" => State::default(),
            "poss" if !self.is_argument(t) => State::default(),
            "amod" if self.is_verb(t) => State::default(),
            "appos" => self.state_at(token.head, depth + 1),
            _ if self.is_verb(t) => State::default(),
            _ => self.state_at(token.head, depth + 1),
        }
    }

    /// "failed to have the order lifted": the verb that has it done, wherever the parser hung the participle.
    fn caused_by(&self, t: usize) -> Option<usize> {
        let token = self.token(t);
        let start = self.parsed.sentences[token.sentence].tokens.start;
        if !matches!(token.tag, "VBN" | "VBD")
            || t == start
            || !matches!(token.dep, "advcl" | "ccomp" | "xcomp" | "acl" | "oprd" | "conj")
            || self.has_child(t, |c| matches!(self.token(c).dep, "aux" | "auxpass" | "mark" | "cc"))
        {
            return None;
        }
        let object_of = |h: usize| self.parsed.child(h, &["dobj"]).filter(|&o| o > h && o < t);
        let causes = |h: usize| {
            matches!(self.token(h).lemma.as_str(), "have" | "get") && self.is_verb(h) && self.is_infinitive(h)
        };
        let have = (start..t).rev().filter(|&h| causes(h)).find(|&h| {
            object_of(h)
                .is_some_and(|o| self.parsed.edges(o).end.max(o + 1) >= t || self.parsed.is_within(t, o))
        });
        have.filter(|&h| !self.parsed.is_within(h, t))
    }

    /// Neither verb nor event noun: figures, people, things.
    fn is_argument(&self, t: usize) -> bool {
        let is_event_noun = self.token(t).pos == "NOUN" && lexicon::noun(&self.token(t).lemma).is_some();
        !(self.is_verb(t) || is_event_noun)
    }

    /// Without "the", "this", a possessor: nothing says that it exists already.
    fn is_indefinite(&self, t: usize) -> bool {
        !self.has_child(t, |c| {
            let token = self.token(c);
            token.dep == "poss"
                || token.dep == "det"
                    && matches!(token.lower.as_str(), "the" | "this" | "that" | "these" | "those")
        })
    }

    /// Passes on the state of the governor as far as the reader may infer it for an argument.
    fn inherit(&self, t: usize, governor: State, carries: bool) -> State {
        if self.is_argument(t) || carries || self.is_indefinite(t) {
            governor
        } else {
            State::default().in_strong_mode_of(governor)
        }
    }

    fn outer_of_conjunct(&self, t: usize, depth: usize) -> State {
        let first = self.token(t).head;
        if !self.is_verb(t) || !self.is_verb(first) {
            // "310 suspected cases and 12 deaths": what has its own number shares no adjective.
            let is_counted = |n: usize| self.has_child(n, |c| self.token(c).dep == "nummod");
            let is_apart = is_counted(t) && !self.is_verb(first);
            return if is_apart { self.outer(first, depth + 1) } else { self.state_at(first, depth + 1) };
        }
        if self.leaves_report(t, first) {
            return State::default();
        }
        let outer = self.outer(first, depth + 1);
        // "did not come and see"; but "has not failed but cracked".
        let shares = !self
            .has_child(t, |c| matches!(self.token(c).dep, "aux" | "auxpass" | "nsubj" | "nsubjpass"))
            && self.token(t).tag == self.token(first).tag
            && !self.has_child(first, |c| self.token(c).dep == "cc" && self.token(c).lower == "but");
        // "No box is missing or has been opened": a negative subject negates each of its verbs.
        let subject = |v: usize| self.parsed.child(v, &["nsubj", "nsubjpass", "expl"]);
        let nobody = subject(t).is_none()
            && subject(first).is_some_and(|s| self.is_negative_phrase(s))
            && !self.has_child(first, |c| self.token(c).dep == "cc" && self.token(c).lower == "but");
        let own = State {
            negative: shares && self.has_child(first, |c| self.token(c).dep == "neg" && c < first) || nobody,
            ..State::default()
        };
        let conditional = self.clause(first).modality == Modality::Conditional
            && !self.has_child(t, |c| matches!(self.token(c).dep, "nsubj" | "nsubjpass"));
        let own = if conditional { own.in_mode_of(State::of(Modality::Conditional)) } else { own };
        own.join(outer)
    }

    /// "somebody shouted that the dam had gone and the camp ran": the simple past after a past perfect with "that" is the
    /// narrator's again.
    fn leaves_report(&self, t: usize, first: usize) -> bool {
        let subject = |v: usize| self.parsed.child(v, &["nsubj", "nsubjpass"]);
        let had = self.has_child(first, |c| self.token(c).dep == "aux" && self.token(c).lower == "had");
        let mark =
            |v: usize| self.has_child(v, |c| self.token(c).dep == "mark" && self.token(c).lower == "that");
        self.token(first).dep == "ccomp"
            && self.token(t).tag == "VBD"
            && had
            && mark(first)
            && !mark(t)
            && subject(t).is_some()
            && !self.has_child(t, |c| self.token(c).dep == "aux")
    }

    /// "said that ...", "denied that ...", "it is possible that ...".
    fn outer_of_clause(&self, t: usize, depth: usize) -> State {
        let h = self.token(t).head;
        if self.is_infinitive(t) && self.is_verb(h) && !words::is_report(&self.token(h).lemma) {
            return self.outer_of_complement(t, depth);
        }
        if self.token(t).dep != "ccomp" {
            return self.state_at(h, depth + 1);
        }
        let above = self.outer(h, depth + 1);
        if matches!(self.token(h).pos, "NOUN" | "PROPN") {
            return self.content_of_noun(t, h).join(above);
        }
        if !self.is_verb(h) {
            let operator = self.over_adjective_with(h, t);
            return self.clause_like(h).through(operator).join(above);
        }
        if self.is_infinitive(t) {
            return self.clause(h).join(above).through(words::over_infinitive(&self.token(h).lemma));
        }
        if self.is_independent(t, h) {
            return above;
        }
        if self.is_set_off(t, h) {
            return State::default();
        }
        let copular = self.token(h).lemma == "be";
        if copular && self.is_untrue(h) {
            return State::of(Modality::Denied);
        }
        let predicate = self.parsed.child(h, &["acomp", "attr", "oprd"]).filter(|_| copular);
        let operator = predicate
            .map_or_else(|| words::over_clause(&self.token(h).lemma), |p| self.over_adjective_with(p, t));
        let speech = self.clause(h);
        let state = if operator == Operator::Transparent {
            self.reported(t, h, speech)
        } else {
            speech.through(operator)
        };
        // A denial or an opinion keeps the polarity of what it is about.
        let negative = operator == Operator::Possible && speech.negative;
        State { negative, modality: state.modality }.join(above)
    }

    /// "The council did not part with its chairman: the motion failed": a clause after a colon stands by itself.
    fn is_set_off(&self, t: usize, verb: usize) -> bool {
        let start = self.parsed.edges(t).start;
        verb < start
            && (verb + 1..=start).any(|i| matches!(self.token(i).lower.as_str(), ":" | ";"))
            && !words::is_report(&self.token(verb).lemma)
    }

    /// "Certain that the bridge will hold" looks ahead; "certain that the army fired" is somebody's opinion of the past.
    fn over_adjective_with(&self, adjective: usize, clause: usize) -> Operator {
        let operator = words::over_adjective(&self.token(adjective).lemma);
        let is_past = operator == Operator::Planned && self.is_plain_past(clause);
        if is_past { Operator::Possible } else { operator }
    }

    /// "rumours that", "a plan that"; "reports that ... are false".
    fn content_of_noun(&self, t: usize, noun: usize) -> State {
        let over = self.token(noun).head;
        let verdict = self.parsed.child(over, &["acomp", "attr"]).filter(|_| self.token(noun).dep == "nsubj");
        if verdict.is_some_and(|v| words::over_adjective(&self.token(v).lemma) == Operator::Denied) {
            return State::of(Modality::Denied);
        }
        let that = self.has_child(t, |c| self.token(c).dep == "mark" && self.token(c).lower == "that");
        let above = State { negative: self.is_negative_phrase(noun), ..State::default() };
        match words::over_noun_complement(&self.token(noun).lemma, None) {
            Operator::Transparent if that => State::default(),
            Operator::Transparent => State::of(Modality::Planned),
            operator => above.through(operator),
        }
    }

    /// "Wrongly reported".
    fn is_said_falsely(&self, report: usize) -> bool {
        const FALSELY: [&str; 5] = ["wrongly", "falsely", "mistakenly", "erroneously", "incorrectly"];
        self.has_child(report, |c| {
            self.token(c).dep == "advmod" && FALSELY.contains(&self.token(c).lower.as_str())
        })
    }

    /// "It is not true that", "it was never the case that".
    fn is_untrue(&self, be: usize) -> bool {
        let is_true =
            |c: usize| matches!(self.token(c).lemma.as_str(), "true" | "correct" | "accurate" | "case");
        let predicate = self.parsed.child(be, &["acomp", "attr"]);
        predicate.is_some_and(is_true) && self.is_negated(be)
    }

    /// A main clause that the parser hung below the next one ("It cracked; it did not fall").
    fn is_independent(&self, t: usize, h: usize) -> bool {
        let lemma = &self.token(h).lemma;
        // "The company denied it: no pump had failed."
        let is_set_off = self.parsed.children(h).iter().any(|&c| {
            t < c
                && c < h
                && matches!(self.token(c).lower.as_str(), ":" | ";")
                && self.parsed.child(h, &["nsubj", "nsubjpass"]).is_some()
        });
        if is_set_off {
            return true;
        }
        t < h
            && !words::is_report(lemma)
            && words::over_clause(lemma) == Operator::Transparent
            && !self.has_child(t, |c| self.token(c).dep == "mark")
            && lemma != "be"
    }

    fn clause_like(&self, t: usize) -> State {
        if self.is_verb(t) { self.clause(t) } else { self.phrase(t) }
    }

    /// The clause `t` under the reporting verb `h`, whose own clause is in state `speech`.
    fn reported(&self, t: usize, h: usize, speech: State) -> State {
        let lemma = self.token(h).lemma.as_str();
        let whether = self.has_child(t, |c| {
            self.token(c).dep == "mark" && matches!(self.token(c).lower.as_str(), "whether" | "if")
        });
        if whether {
            return State::of(Modality::Possible);
        }
        let kind = self.parsed.sentences[self.token(t).sentence].kind;
        let is_past_report = words::is_report(lemma) && matches!(self.token(h).tag, "VBD" | "VBN");
        let is_corrected = kind == BlockKind::Correction || self.is_corrections() && self.is_own_report(h);
        if is_past_report && is_corrected {
            return State::of(Modality::Denied);
        }
        if self.is_said_falsely(h) {
            return State::of(Modality::Denied);
        }
        if speech.modality == Modality::ReportedOnly || self.is_hearsay_report(h) {
            return State::of(Modality::ReportedOnly);
        }
        if words::is_factive(lemma) {
            return State::default();
        }
        let modal = self.has_child(t, |c| self.token(c).tag == "MD");
        if modal && self.depends_on_condition(h) {
            return State::of(Modality::Conditional);
        }
        if speech.negative || !speech.is_actual() {
            return State::of(Modality::Possible);
        }
        State::default()
    }

    /// Whether the article is one of corrections: "Corrections and clarifications".
    fn is_corrections(&self) -> bool {
        let titles = self.parsed.sentences.iter().take_while(|s| s.kind != BlockKind::Paragraph);
        titles.filter(|s| s.kind == BlockKind::Title).any(|s| {
            s.tokens.clone().any(|t| {
                matches!(
                    self.token(t).lower.as_str(),
                    "correction" | "corrections" | "clarification" | "clarifications"
                )
            })
        })
    }

    /// "This page reported that", "the same report said that", "we wrote that".
    fn is_own_report(&self, h: usize) -> bool {
        let Some(subject) = self.parsed.child(h, &["nsubj", "nsubjpass"]) else { return false };
        let is_text = matches!(
            self.token(subject).lemma.as_str(),
            "page"
                | "newspaper"
                | "paper"
                | "site"
                | "website"
                | "version"
                | "report"
                | "article"
                | "story"
                | "edition"
                | "item"
                | "piece"
                | "bulletin"
                | "dispatch"
        );
        let is_ours = self.has_child(subject, |c| {
            matches!(
                self.token(c).lower.as_str(),
                "this" | "our" | "same" | "earlier" | "previous" | "original"
            )
        });
        self.token(subject).lower == "we" || is_text && is_ours
    }

    /// Infinitives and gerunds under verbs and adjectives: "plans to", "is to", "is likely to", "keeps -ing".
    fn outer_of_complement(&self, t: usize, depth: usize) -> State {
        let h = self.token(t).head;
        if words::is_report(&self.token(h).lemma) && self.is_said_falsely(h) {
            return State::of(Modality::Denied);
        }
        let above = self.state_at(h, depth + 1);
        let lemma = self.token(h).lemma.as_str();
        let present = matches!(self.token(h).tag, "VBZ" | "VBP");
        if let Some(operator) = self.purpose_of_object(t, h) {
            return State { negative: false, modality: above.modality }.through(operator);
        }
        let yet = self.has_child(h, |c| self.token(c).lower == "yet");
        match lemma {
            _ if self.is_ruled_out(t) => above.through(Operator::Negative),
            _ if !self.is_verb(h) => above.through(words::over_adjective(lemma)),
            // "Has leave to appeal": the parser takes the noun for a verb.
            "leave" if self.token(h).tag == "VB" && self.has_child(h, |c| self.token(c).lemma == "have") => {
                above.through(Operator::Possible)
            }
            "have" | "be" if yet && self.is_infinitive(t) => State::NEGATIVE.join(above),
            "be" if self.is_infinitive(t) => above.through(Operator::Planned),
            "have" if self.is_infinitive(t) && present => above.through(Operator::Demanded),
            "go" if self.token(h).tag == "VBG" && self.is_infinitive(t) => above.through(Operator::Planned),
            "continue" | "keep" => above.join(State::of(Modality::Ongoing)),
            "say" | "report" | "claim" | "allege" if !self.has_child(h, |c| self.token(c).dep == "agent") => {
                if self.token(h).tag == "VBN" {
                    above.through(Operator::ReportedOnly)
                } else {
                    above
                }
            }
            "set" | "stop" | "work" | "fight" | "look" | "race" | "rush" if !self.is_infinitive(t) => above,
            "decide" if self.is_done_by_deciding(t) => above,
            _ => above.through(words::over_infinitive(lemma)),
        }
    }

    /// "Decided to cancel the match": who decides it has done it, unless it is to hold from another day.
    fn is_done_by_deciding(&self, t: usize) -> bool {
        const DEEDS: [&str; 11] = [
            "cancel", "postpone", "suspend", "withdraw", "reject", "appoint", "adjourn", "dismiss",
            "approve", "scrap", "annul",
        ];
        let is_called_off = || {
            self.token(t).lemma == "call"
                && self.has_child(t, |c| self.token(c).dep == "prt" && self.token(c).lower == "off")
        };
        let begins_later = self.has_child(t, |c| {
            matches!(self.token(c).dep, "npadvmod" | "advmod")
                || matches!(
                    self.token(c).lower.as_str(),
                    "from" | "on" | "next" | "in" | "if" | "once" | "after"
                )
        });
        (DEEDS.contains(&self.token(t).lemma.as_str()) || is_called_off()) && !begins_later
    }

    /// "ruled out stepping down".
    fn is_ruled_out(&self, t: usize) -> bool {
        let h = self.token(t).head;
        self.token(h).lemma == "rule"
            && self.token(t).tag == "VBG"
            && self.has_child(h, |c| self.token(c).dep == "prt" && self.token(c).lower == "out")
    }

    /// "began an operation to", "made a decision to": what the object aims at.
    fn purpose_of_object(&self, t: usize, h: usize) -> Option<Operator> {
        let object = self.parsed.child(h, &["dobj"]).filter(|&o| o < t && self.is_infinitive(t))?;
        let operator = words::over_noun_complement(&self.token(object).lemma, None);
        let light = words::is_light(&self.token(h).lemma);
        (light && operator != Operator::Transparent && !self.is_exercised(object)).then_some(operator)
    }

    /// Adverbial clauses: conditions, purposes, "until", and what runs beside the main verb.
    fn outer_of_adverbial(&self, t: usize, depth: usize) -> State {
        let h = self.token(t).head;
        if self.is_measured_from(t) {
            return State::default();
        }
        let above = self.outer(h, depth + 1);
        if self.is_condition(t) {
            return State::of(Modality::Conditional).in_mode_of(above);
        }
        let main = self.clause_like(h).in_mode_of(above);
        if self.is_ruled_out(t) {
            return main.through(Operator::Negative);
        }
        let mark = self.parsed.children(t).iter().copied().find(|&c| {
            self.token(c).dep == "mark" || self.token(c).dep == "advmod" && self.token(c).tag == "WRB"
        });
        let present = matches!(self.token(t).tag, "VBZ" | "VBP" | "VB" | "VBG")
            || self.has_child(t, |c| matches!(self.token(c).tag, "VBZ" | "VBP"));
        let has_subject = self.parsed.child(t, &["nsubj", "nsubjpass"]).is_some();
        let ahead = |state: State| if state.is_actual() { state.through(Operator::Planned) } else { state };
        match mark.map(|m| self.token(m).lower.as_str()) {
            Some("as") if mark.is_some_and(|m| self.next_is(m, &["if", "though"])) => {
                above.in_mode_of(State::of(Modality::Conditional))
            }
            Some("until" | "till" | "before")
                if present && (!main.is_actual() || self.token(t).tag != "VBG") =>
            {
                ahead(above)
            }
            Some("once" | "when" | "after" | "as") if present && !main.is_actual() => ahead(above),
            Some("rather" | "than") => State::NEGATIVE.join(above),
            // "Told people to leave after the dam had burst": it had.
            Some(_) if has_subject && self.is_past_circumstance(t, mark.unwrap_or(t)) => {
                State::default().in_strong_mode_of(State { negative: false, ..above })
            }
            // "failed to adopt it after two members cast vetoes": they did; "not the same as stolen".
            Some(mark) if !matches!(mark, "until" | "till" | "as") && has_subject => {
                State { negative: false, modality: above.modality }
            }
            Some(_) => above,
            None if self.is_infinitive(t) => self.purpose(t, above),
            // "Having lost its licence, the firm would close": what came before is done.
            None if self.is_done_before(t) => State { negative: false, modality: above.modality },
            // Participles run along with the main verb; its negation stops before them.
            None => State { negative: false, modality: main.modality }.in_mode_of(above),
        }
    }

    /// A clause in the past that gives a reason or, set apart or before the past of its governor, a time: it does not lie
    /// ahead as what its governor orders or plans does.
    fn is_past_circumstance(&self, t: usize, mark: usize) -> bool {
        let is_past = self.is_in_the_past(t) && !self.has_child(t, |c| self.token(c).tag == "MD");
        let is_perfect = || self.has_child(t, |c| self.token(c).dep == "aux" && self.token(c).lower == "had");
        // "Told people to leave after the dam burst": nobody orders or plans that.
        let befalls = || {
            lexicon::verb(&self.token(t).lemma).is_some_and(|s| {
                matches!(
                    s.kind,
                    EventType::Casualty | EventType::Accident | EventType::Disaster | EventType::Assault
                )
            })
        };
        is_past
            && match self.token(mark).lower.as_str() {
                "because" | "although" | "though" | "whereas" => true,
                "after" | "since" => is_perfect() || befalls(),
                _ => false,
            }
    }

    /// "Told the mill to shut, a day after a blast killed nine": what the days are counted from has happened.
    fn is_measured_from(&self, t: usize) -> bool {
        let counts = |c: usize| {
            let unit = self.token(c);
            unit.dep == "npadvmod"
                && matches!(unit.lemma.as_str(), "hour" | "day" | "week" | "month" | "year")
                && self.next_is(c, &["after", "since"])
        };
        self.token(t).tag == "VBD" && self.has_child(t, counts)
    }

    fn purpose(&self, t: usize, above: State) -> State {
        let to = self.parsed.children(t).iter().copied().find(|&c| self.token(c).tag == "TO");
        if to.is_some_and(|to| to > 0 && self.token(to - 1).lower == "only") {
            return above;
        }
        above.through(Operator::Planned)
    }

    /// Clauses under nouns: "a plan to", "rumours that", "talks aimed at", "no agreement made".
    fn outer_of_adnominal(&self, t: usize, depth: usize) -> State {
        let noun = self.token(t).head;
        let is_that =
            |dep: &str| self.has_child(t, |c| self.token(c).dep == dep && self.token(c).lower == "that");
        // "a rumour that the bank had failed": the parser may take it for a relative clause.
        let tells =
            words::is_news_noun(&self.token(noun).lemma) && is_that("dobj") && !self.handles_stories(t);
        let that = is_that("mark") || tells;
        if self.is_infinitive(t) || that {
            if self.is_exercised(noun) {
                return self.state_at(self.token(noun).head, depth + 1);
            }
            return self.content_of_noun(t, noun);
        }
        if self.is_negative_phrase(noun) {
            return State::NEGATIVE;
        }
        // "it was one of the suppliers who poisoned the milk" says the same as the suppliers poisoned it.
        let be = self.token(noun).head;
        let cleft = self.token(noun).dep == "attr"
            && self.parsed.child(be, &["nsubj"]).is_some_and(|s| self.token(s).lower == "it");
        if cleft && self.token(t).dep == "relcl" {
            return self.state_at(be, depth + 1);
        }
        if self.token(t).dep == "relcl" || self.is_argument(noun) {
            return State::default();
        }
        let above = self.state_at(noun, depth + 1);
        // "And what of the contract, signed in March?": what is added about it is not asked.
        if self.is_added(t, noun) {
            return State::default().in_strong_mode_of(above);
        }
        State { negative: above.negative && self.is_indefinite(noun), modality: above.modality }
    }

    /// A participle that a comma sets apart from its noun.
    fn is_added(&self, participle: usize, noun: usize) -> bool {
        self.token(participle).tag == "VBN"
            && self.next_is(noun, &[","])
            && !self.has_child(participle, |c| self.token(c).dep == "neg")
    }

    /// "The rumour that she had spread", "the claims that he made": a verb for what is done to stories.
    fn handles_stories(&self, verb: usize) -> bool {
        matches!(
            self.token(verb).lemma.as_str(),
            "make"
                | "spread"
                | "publish"
                | "issue"
                | "repeat"
                | "deny"
                | "circulate"
                | "post"
                | "receive"
                | "read"
                | "see"
                | "hear"
                | "tell"
                | "write"
                | "carry"
                | "quote"
                | "cite"
                | "share"
                | "dismiss"
                | "file"
        )
    }

    /// "exercised their right to", "took the chance to": what the noun allows was done.
    fn is_exercised(&self, noun: usize) -> bool {
        let h = self.token(noun).head;
        self.token(noun).dep == "dobj"
            && matches!(self.token(h).lemma.as_str(), "exercise" | "use" | "take" | "seize")
            && matches!(
                self.token(noun).lemma.as_str(),
                "right" | "option" | "chance" | "opportunity" | "power" | "authority"
            )
    }

    /// Subjects and objects.
    fn outer_of_argument(&self, t: usize, depth: usize) -> State {
        let token = self.token(t);
        let h = token.head;
        let above = self.state_at(h, depth + 1);
        let lemma = self.token(h).lemma.as_str();
        if matches!(token.dep, "oprd" | "acomp") && self.is_verb(h) {
            return above.through(words::over_infinitive(lemma));
        }
        if self.is_verb(t) || token.dep == "attr" || !self.is_verb(h) {
            return above;
        }
        // "failed to have the recall suspended": there is a recall.
        let after = self.parsed.edges(t).end;
        let caused =
            token.dep == "dobj" && matches!(lemma, "have" | "get") && after < self.parsed.tokens.len();
        if caused && self.caused_by(after) == Some(h) {
            return State::default().in_strong_mode_of(above);
        }
        if token.dep == "nsubj" {
            // Talks and votes that "will" do something are still to come; an attack that "will" may be past.
            let meeting = above.modality == Modality::Planned
                && lexicon::noun(&token.lemma)
                    .is_some_and(|s| matches!(s.kind, EventType::Consult | EventType::Vote));
            // "if the inquiry were to find": the inquiry is there.
            let lemma = match self.parsed.child(h, &["xcomp"]) {
                Some(x) if matches!(lemma, "be" | "have") && self.is_infinitive(x) => {
                    self.token(x).lemma.as_str()
                }
                _ => lemma,
            };
            let carries = meeting || words::is_light(lemma);
            // "The loss would be a blow" is no loss yet; "the recall could cost" and "if the recall costs" say it is there.
            let equates = matches!(
                lemma,
                "mark" | "mean" | "represent" | "constitute" | "deal" | "bring" | "spell" | "leave" | "give"
            );
            if above.modality == Modality::Conditional
                && !carries
                && !equates
                && !self.is_indefinite(t)
                && !self.is_argument(t)
            {
                return State::default();
            }
            return self.inherit(t, above, carries);
        }
        let particle = self.has_child(h, |c| {
            matches!(self.token(c).dep, "prt" | "advmod" | "prep")
                && matches!(self.token(c).lower.as_str(), "off" | "out" | "up" | "back")
                && !(lemma == "call" && self.token(c).lower == "up")
        });
        let mut operator = words::over_object(lemma, particle);
        let is_speech = words::is_speech_noun(&token.lemma);
        let exempt = matches!(
            operator,
            Operator::Negative
                | Operator::Cancelled
                | Operator::Denied
                | Operator::Possible
                | Operator::Demanded
        );
        if is_speech && exempt {
            return State::default();
        }
        if lemma == "announce" && (!self.is_event(t) || !self.is_indefinite(t))
            || lemma == "agree" && self.is_argument(t)
        {
            operator = Operator::Transparent;
        }
        if self.is_argument(t)
            && matches!(operator, Operator::Negative | Operator::Cancelled | Operator::Denied)
        {
            operator = Operator::Transparent;
        }
        if operator == Operator::Transparent {
            self.inherit(t, above, words::is_light(lemma))
        } else {
            State { negative: false, modality: above.modality }.through(operator)
        }
    }

    fn is_event(&self, t: usize) -> bool {
        !self.is_argument(t) && !self.is_verb(t)
    }

    /// "ceasefire call", and the parts of a figure.
    fn outer_of_modifier(&self, t: usize, depth: usize) -> State {
        let h = self.token(t).head;
        if self.is_argument(t) {
            return self.state_at(h, depth + 1);
        }
        match words::over_compound(&self.token(h).lemma) {
            Operator::Transparent => State::default(),
            operator => State::default().through(operator),
        }
    }

    /// What follows a preposition.
    fn outer_of_prepositional(&self, t: usize, depth: usize) -> State {
        let p = self.token(t).head;
        if self.is_verb(p) || self.token(p).head == p {
            return State::default();
        }
        let g = self.token(p).head;
        // "The alleged gunman in the attack", "no witnesses of the attack": the word is of the person, not of the attack.
        let is_of_person =
            !self.is_argument(t) && self.token(g).pos == "NOUN" && is_person_noun(&self.token(g).lemma);
        let above = if is_of_person { self.outer(g, depth + 1) } else { self.state_at(g, depth + 1) };
        let preposition = self.token(p).lower.as_str();
        // "Called for an inquiry into the crash": there was a crash.
        // A closure or a ban may only be thought of.
        let befalls = |t: usize| {
            lexicon::noun(&self.token(t).lemma).is_some_and(|s| {
                matches!(
                    s.kind,
                    EventType::Casualty | EventType::Accident | EventType::Disaster | EventType::Assault
                )
            }) || self.is_definite_past(t)
        };
        if preposition == "into"
            && words::is_inquiry_noun(&self.token(g).lemma)
            && self.is_event(t)
            && befalls(t)
        {
            return State::default().in_strong_mode_of(State { negative: false, ..self.outer(g, depth + 1) });
        }
        if preposition == "of" && self.follows_verge(p) {
            return above.through(Operator::Possible);
        }
        // "Instead of closing it", "stopped short of closing it".
        let is_left_undone =
            preposition == "of" && self.previous_is(p, &["instead", "short"]) && self.is_verb(t);
        if is_left_undone {
            return State { negative: !above.negative, modality: above.modality };
        }
        let operator = self.prepositional_operator(t, p, g);
        if operator != Operator::Transparent {
            let modality = if matches!(operator, Operator::Negative | Operator::Denied) {
                above
            } else {
                State { negative: false, ..above }
            };
            return modality.through(operator);
        }
        match preposition {
            "without" => return State { negative: !above.negative, modality: above.modality },
            "until" | "till" | "pending" => {
                return State { negative: false, modality: above.modality }.through(Operator::Planned);
            }
            "before" | "of" if self.is_event(t) && self.is_indefinite(t) && self.follows_ahead(p) => {
                return State::default().through(Operator::Planned);
            }
            "toward" | "towards" => return above.through(Operator::Possible),
            "after" | "since" | "following" | "despite" | "amid" | "because" => {
                return State::default().in_strong_mode_of(State { negative: false, ..above });
            }
            "during" | "at" | "alongside" if self.is_event(t) && above.modality == Modality::Planned => {
                return State { negative: false, modality: above.modality };
            }
            "with" | "upon" | "on" if self.is_event(t) && p < g => {
                return State { negative: false, modality: above.modality };
            }
            _ => {}
        }
        let carries = self.is_verb(t)
            || matches!(
                self.token(g).lemma.as_str(),
                "start"
                    | "beginning"
                    | "series"
                    | "wave"
                    | "round"
                    | "number"
                    | "resumption"
                    | "continuation"
            );
        let state = self.inherit(t, above, carries);
        // A negated verb does not negate what stands in its adjuncts.
        let negative = state.negative && (self.is_argument(t) || !self.is_verb(g));
        State { negative, modality: state.modality }
    }

    fn prepositional_operator(&self, t: usize, p: usize, g: usize) -> Operator {
        let preposition = self.token(p).lower.as_str();
        let lemma = self.token(g).lemma.as_str();
        let exempt = words::is_speech_noun(&self.token(t).lemma);
        let operator = match self.token(g).pos {
            _ if matches!(preposition, "instead" | "than") => Operator::Negative,
            // "announced talks in Vienna on lifting the ban": what the talks are about, wherever the parser hung it.
            "VERB" | "AUX" if matches!(preposition, "on" | "about" | "over") && self.talks_before(p, g) => {
                Operator::Possible
            }
            "VERB" | "AUX" => words::over_prepositional(lemma, preposition),
            "NOUN" | "PROPN" if preposition == "of" && self.is_accused(g) => Operator::Possible,
            "NOUN" | "PROPN" => words::over_noun_complement(lemma, Some(preposition)),
            "ADJ" | "ADV" if matches!(preposition, "to" | "for" | "of") => words::over_adjective(lemma),
            "ADP" if lemma == "instead" => Operator::Negative,
            _ => Operator::Transparent,
        };
        let weak = matches!(operator, Operator::Possible | Operator::Demanded | Operator::Negative);
        let figure = self.is_argument(t)
            && matches!(operator, Operator::Possible | Operator::Negative | Operator::ReportedOnly);
        let adjective = matches!(self.token(g).pos, "ADJ" | "ADV");
        if exempt && weak && !adjective || figure { Operator::Transparent } else { operator }
    }

    /// Whether the object of a verb, before a preposition, is talks.
    fn talks_before(&self, p: usize, verb: usize) -> bool {
        self.parsed.child(verb, &["dobj", "nsubjpass"]).is_some_and(|o| {
            o < p && lexicon::noun(&self.token(o).lemma).is_some_and(|s| s.kind == EventType::Consult)
        })
    }

    /// "the bank" in "accused the bank of".
    fn is_accused(&self, t: usize) -> bool {
        let h = self.token(t).head;
        matches!(self.token(t).dep, "dobj" | "nsubjpass")
            && matches!(self.token(h).lemma.as_str(), "accuse" | "suspect")
    }

    /// "on the verge of", also with a word between.
    fn follows_verge(&self, p: usize) -> bool {
        let start = self.parsed.sentences[self.token(p).sentence].tokens.start;
        (p.saturating_sub(3).max(start)..p).any(|i| VERGE.contains(&self.token(i).lower.as_str()))
    }

    /// "ahead of", "before".
    fn follows_ahead(&self, p: usize) -> bool {
        self.token(p).lower == "before" || p > 0 && self.token(p - 1).lower == "ahead"
    }
}
