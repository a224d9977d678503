//! Clauses that are said, thought or known: "said that", "rumours that", "it is not true that".

use crate::dispute::{DENY, PROOF};
use crate::modality::state::State;
use crate::modality::words::{self, Operator};
use crate::modality::{Modality, Scope};
use rashomon_text::BlockKind;

/// How what is not so is said or thought.
const FALSELY: [&str; 5] = ["wrongly", "falsely", "mistakenly", "erroneously", "incorrectly"];

impl Scope<'_, '_> {
    /// "somebody shouted that the dam had gone and the camp ran": the simple past after a past perfect with "that" is the
    /// narrator's again.
    pub(super) fn leaves_report(&self, t: usize, first: usize) -> bool {
        let subject = |v: usize| self.parsed.child(v, &["nsubj", "nsubjpass"]);
        let had = self.has_child(first, |c| self.token(c).dep == "aux" && self.token(c).lower == "had");
        let mark =
            |v: usize| self.has_child(v, |c| self.token(c).dep == "mark" && self.token(c).lower == "that");
        self.token(first).dep == "ccomp"
            && self.token(t).tag == "VBD"
            && had
            && mark(first)
            && !mark(t)
            && (subject(t).is_some() || self.is_said_of_others(t))
            && !self.has_child(t, |c| self.token(c).dep == "aux")
    }

    /// "denied that its troops had fired and accused the rebels": who denies accuses.
    fn is_said_of_others(&self, t: usize) -> bool {
        matches!(
            self.token(t).lemma.as_str(),
            "accuse"
                | "blame"
                | "urge"
                | "warn"
                | "call"
                | "demand"
                | "insist"
                | "add"
                | "threaten"
                | "vow"
                | "promise"
                | "thank"
                | "criticise"
                | "criticize"
        )
    }

    /// "said that ...", "denied that ...", "it is possible that ...".
    pub(super) fn outer_of_clause(&self, t: usize, depth: usize) -> State {
        let h = self.token(t).head;
        // "Has yet to decide whether to strike".
        if self.is_infinitive(t) && self.is_open_question(t) {
            return State::of(Modality::Possible);
        }
        if self.is_infinitive(t) && self.is_verb(h) && !words::is_report(&self.token(h).lemma) {
            return self.outer_of_complement(t, depth);
        }
        // "Whether it was hijacked remains a mystery".
        if self.token(t).dep.starts_with("csubj") && self.is_open_question(t) {
            return State::of(Modality::Possible);
        }
        if self.token(t).dep != "ccomp" {
            return self.state_at(h, depth + 1);
        }
        if self.is_measured_from(t) || self.is_asked_about(t) {
            return State::default();
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
        // "In the hut that they had fled, a dog lay dead": no lie.
        if matches!(self.token(h).lower.as_str(), "lay" | "lain") {
            return State::default();
        }
        if self.is_set_off(t, h) {
            return State::default();
        }
        if self.is_said_falsely(h) || self.is_of_a_lie(h) || self.is_wrongly_thought(t) {
            return State::of(Modality::Denied);
        }
        // "Debunked a report doing the rounds that", "trending on the networks that".
        let of = self.token(h).head;
        if self.token(h).dep == "acl"
            && words::is_news_noun(&self.token(of).lemma)
            && !words::is_report(&self.token(h).lemma)
        {
            return self.content_of_noun(t, of).join(self.outer(of, depth + 1));
        }
        // "Suggested that the deputy take over": a base form with a subject of its own is wanted.
        if self.is_mandative(t, h) {
            return State::of(Modality::Demanded).join(State { negative: false, ..above });
        }
        let copular = self.token(h).lemma == "be";
        if copular && self.is_untrue(h) {
            return State::of(Modality::Denied);
        }
        let predicate = self.parsed.child(h, &["acomp", "attr", "oprd"]).filter(|_| copular);
        let operator = predicate
            .map_or_else(|| words::over_clause(&self.token(h).lemma), |p| self.over_adjective_with(p, t));
        let mut speech = self.clause(h);
        let mut above = above;
        let state = if operator == Operator::Transparent {
            // "Declined to say that it had failed": what is not said is left open.
            if above.negative && words::is_report(&self.token(h).lemma) {
                (speech.negative, above.negative) = (!speech.negative, false);
            }
            self.reported(t, h, speech)
        } else {
            speech.through(operator)
        };
        // A denial or an opinion keeps the polarity of what it is about.
        let negative = operator == Operator::Possible && speech.negative;
        State { negative, modality: state.modality }.join(above)
    }

    fn is_mandative(&self, clause: usize, governor: usize) -> bool {
        let wants = matches!(
            self.token(governor).lemma.as_str(),
            "suggest"
                | "propose"
                | "recommend"
                | "insist"
                | "ask"
                | "request"
                | "demand"
                | "urge"
                | "order"
                | "move"
                | "require"
                | "stipulate"
                | "advise"
        );
        let is_base = self.token(clause).tag == "VB" && self.parsed.child(clause, &["aux"]).is_none();
        wants && is_base && self.parsed.child(clause, &["nsubj", "nsubjpass"]).is_some()
    }

    /// "The council did not part with its chairman: the motion failed": a clause after a colon stands by itself.
    fn is_set_off(&self, t: usize, verb: usize) -> bool {
        let start = self.parsed.edges(t).start;
        let Some(colon) = (verb + 1..=start).find(|&i| matches!(self.token(i).lower.as_str(), ":" | ";"))
        else {
            return false;
        };
        // "Analysts think that unlikely: the firm has received aid" has said what they think.
        let has_content = || self.has_child(verb, |c| self.token(c).dep == "ccomp" && c < colon);
        verb < start && (!words::is_report(&self.token(verb).lemma) || has_content())
    }

    /// "Certain that the bridge will hold" looks ahead; "certain that the army fired" is somebody's opinion of the past.
    fn over_adjective_with(&self, adjective: usize, clause: usize) -> Operator {
        let operator = words::over_adjective(&self.token(adjective).lemma);
        let is_past = operator == Operator::Planned && self.is_plain_past(clause);
        if is_past { Operator::Possible } else { operator }
    }

    /// "rumours that", "a plan that"; "reports that ... are false".
    pub(super) fn content_of_noun(&self, t: usize, noun: usize) -> State {
        let over = self.token(noun).head;
        let verdict = self.parsed.child(over, &["acomp", "attr"]).filter(|_| self.token(noun).dep == "nsubj");
        if verdict.is_some_and(|v| words::over_adjective(&self.token(v).lemma) == Operator::Denied) {
            return State::of(Modality::Denied);
        }
        let is_news = words::is_news_noun(&self.token(noun).lemma);
        let that =
            self.has_child(t, |c| (self.token(c).dep == "mark" || is_news) && self.token(c).lower == "that");
        let above = State { negative: self.is_negative_phrase(noun), ..State::default() };
        if is_news && self.is_refused(noun) {
            return State::of(Modality::Denied);
        }
        match words::over_noun_complement(&self.token(noun).lemma, None) {
            // "No evidence that a child was trapped": nobody says that one was.
            Operator::Transparent if that && self.is_wanting_proof(noun) => State::of(Modality::Possible),
            Operator::Transparent if that => State::default(),
            Operator::Transparent => State::of(Modality::Planned),
            operator => above.through(operator),
        }
    }

    /// "No evidence", "found no sign", "had not seen any indication".
    fn is_wanting_proof(&self, noun: usize) -> bool {
        let verb = self.token(noun).head;
        let is_object = matches!(self.token(noun).dep, "dobj" | "attr" | "nsubj" | "nsubjpass");
        PROOF.contains(&self.token(noun).lemma.as_str())
            && (self.is_negative_phrase(noun) || is_object && self.is_verb(verb) && self.is_negated(verb))
    }

    /// "Denied reports that", "dismissed as nonsense a claim that".
    fn is_refused(&self, noun: usize) -> bool {
        let over = self.token(noun).head;
        let lemma = self.token(over).lemma.as_str();
        // "Walked back an announcement that", "rowed back on a claim that": the parser may take the noun for a measure.
        let is_taken_back = matches!(lemma, "walk" | "take" | "row" | "pull")
            && self.has_child(over, |c| self.token(c).lower == "back" && c < noun);
        (DENY.contains(&lemma) || matches!(lemma, "withdraw" | "correct" | "recant") || is_taken_back)
            && (matches!(self.token(noun).dep, "dobj" | "nsubjpass")
                || is_taken_back && self.token(noun).dep == "npadvmod")
            && !self.is_negated(over)
    }

    /// "Convinced, wrongly, that".
    fn is_wrongly_thought(&self, t: usize) -> bool {
        let start = self.parsed.edges(t).start;
        let before = |n: usize| start.checked_sub(n).map(|i| self.token(i).lower.as_str());
        let adverb = if before(1) == Some(",") { before(2) } else { before(1) };
        adverb.is_some_and(|a| FALSELY.contains(&a))
    }

    /// "Wrongly reported".
    pub(super) fn is_said_falsely(&self, report: usize) -> bool {
        self.has_child(report, |c| {
            self.token(c).dep == "advmod" && FALSELY.contains(&self.token(c).lower.as_str())
        })
    }

    /// "Exaggerated when he told the court that", "was wrong to say that".
    fn is_of_a_lie(&self, report: usize) -> bool {
        let over = self.token(report).head;
        let is_wrong = |p: usize| {
            let lemma = self.token(p).lemma.as_str();
            words::over_adjective(lemma) == Operator::Denied || lemma == "mistaken"
        };
        let errs = || {
            matches!(
                self.token(over).lemma.as_str(),
                "lie"
                    | "exaggerate"
                    | "overexaggerate"
                    | "embellish"
                    | "misspeak"
                    | "invent"
                    | "fabricate"
                    | "err"
            ) && !self.is_negated(over)
        };
        let is_in_it = || match self.token(report).dep {
            "advcl" => self.has_child(report, |c| self.token(c).lower == "when"),
            "pcomp" => self.token(self.token(report).head).lower == "in",
            _ => false,
        };
        let beyond = |w: usize| self.parsed.child(w, &["acomp", "attr"]).is_some_and(is_wrong);
        words::is_report(&self.token(report).lemma)
            && (is_in_it() && (errs() || beyond(over))
                || self.is_infinitive(report) && (is_wrong(over) || beyond(over)))
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
        // "It had blown up the bridge before reporters, none of whom could tell": of those before the comma.
        let is_of_them = self.parsed.child(h, &["nsubj"]).is_some_and(|s| {
            s > t && self.object_of(s, "of").is_some_and(|o| matches!(o, "whom" | "which" | "who"))
        });
        if is_set_off || is_of_them {
            return true;
        }
        t < h
            && !words::is_report(lemma)
            && words::over_clause(lemma) == Operator::Transparent
            && !self.has_child(t, |c| self.token(c).dep == "mark")
            && lemma != "be"
    }

    /// The clause `t` under the reporting verb `h`, whose own clause is in state `speech`.
    fn reported(&self, t: usize, h: usize, speech: State) -> State {
        let lemma = self.token(h).lemma.as_str();
        if self.is_open_question(t) {
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

    /// "Not clear who fired the shots", "declined to say how the dam had failed": that somebody fired and that it failed is
    /// taken for granted.
    fn is_asked_about(&self, t: usize) -> bool {
        self.is_plain_past(t)
            && self.has_child(t, |c| {
                let word = self.token(c);
                let asks = match word.dep {
                    "advmod" => matches!(word.lower.as_str(), "how" | "why" | "when" | "where"),
                    "nsubj" | "nsubjpass" => matches!(word.lower.as_str(), "who" | "what"),
                    _ => false,
                };
                asks && c < t
            })
    }

    /// "Whether the dam had failed".
    fn is_open_question(&self, t: usize) -> bool {
        self.has_child(t, |c| {
            self.token(c).dep == "mark" && matches!(self.token(c).lower.as_str(), "whether" | "if")
        })
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
}
