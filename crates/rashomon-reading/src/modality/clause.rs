//! What a verb's own clause says: auxiliaries, negation, adverbs, conditions beside it.

use super::state::State;
use super::words;
use super::{Modality, Scope};
use crate::time::{WEEKDAYS, is_caused, is_compared_with};
use rashomon_text::BlockKind;

const SUBJECTS: &[&str] = &["nsubj", "nsubjpass", "csubj", "expl"];
const NEGATIVE_DETERMINERS: &[&str] = &["no", "neither"];
const NEGATIVE_PRONOUNS: &[&str] = &["nobody", "nothing", "none", "neither"];

impl Scope<'_, '_> {
    /// Whether the word is a verb.
    pub(super) fn is_verb(&self, t: usize) -> bool {
        matches!(self.parsed.tokens[t].pos, "VERB" | "AUX")
    }

    /// Whether the clause of `t` is an infinitive with "to".
    pub(super) fn is_infinitive(&self, t: usize) -> bool {
        // "Fell to 702 million": a preposition.
        self.has_child(t, |c| self.token(c).tag == "TO" && self.token(c).dep != "prep")
    }

    /// The state that the clause of the verb `t` has by itself.
    pub(super) fn clause(&self, t: usize) -> State {
        let mut state = State::of(self.auxiliaries(t));
        if self.is_undone_in_thought(t) || self.is_regretted(t) {
            return State::default();
        }
        if self.is_unreal_condition(t) {
            state = state.in_mode_of(State::of(Modality::Conditional));
        }
        if self.depends_on_condition(t) && !self.is_plain_past(t) {
            state = state.in_mode_of(State::of(Modality::Conditional));
        }
        if let Some(mode) = self.adverbs(t) {
            state = state.in_mode_of(State::of(mode));
        }
        if self.is_question(t) {
            state = state.in_mode_of(State::of(Modality::Possible));
        }
        if self.is_imperative(t) && !self.is_behind_interrupted_not(t) {
            state = state.in_mode_of(State::of(Modality::Demanded));
        }
        if self.is_barely_not(t) {
            state = state.in_mode_of(State::of(Modality::Possible));
        }
        if self.is_scheduled(t) {
            state = state.in_mode_of(State::of(Modality::Planned));
        }
        if self.is_of_fiction(t) {
            state = state.in_mode_of(State::of(Modality::Possible));
        }
        if self.is_of_false_story(t) {
            state = state.in_mode_of(State::of(Modality::Denied));
        } else if self.rests_on_hearsay(t) {
            state = state.in_mode_of(State::of(Modality::ReportedOnly));
        }
        state.negative = self.is_negated(t) || self.is_excepted(t);
        state
    }

    /// "In the novel a king is poisoned": what fiction tells stands in the present.
    fn is_of_fiction(&self, t: usize) -> bool {
        let is_work = |c: usize| {
            let work = self.parsed.child(c, &["pobj"]);
            self.token(c).dep == "prep"
                && self.token(c).lower == "in"
                && work.is_some_and(|o| {
                    matches!(
                        self.token(o).lemma.as_str(),
                        "novel"
                            | "play"
                            | "opera"
                            | "film"
                            | "movie"
                            | "comic"
                            | "musical"
                            | "scenario"
                            | "simulation"
                    )
                })
        };
        let is_present = |v: usize| matches!(self.token(v).tag, "VBZ" | "VBP");
        let present = is_present(t)
            || self.has_child(t, |c| {
                self.token(c).dep == "auxpass" && is_present(c) && self.token(c).lemma == "be"
            });
        present && self.has_child(t, |c| c < t && is_work(c))
    }

    /// "All but resigned".
    pub(super) fn is_barely_not(&self, t: usize) -> bool {
        self.previous_is(t, &["but"]) && self.previous_is(t - 1, &["all"])
    }

    /// "Did everything but close the market".
    fn is_excepted(&self, t: usize) -> bool {
        self.previous_is(t, &["but"]) && self.previous_is(t - 1, &["everything", "anything"])
    }

    /// "The vote is set for Friday", "was slated for reopening": what it is set for lies ahead.
    pub(super) fn is_scheduled(&self, t: usize) -> bool {
        self.token(t).tag == "VBN"
            && matches!(
                self.token(t).lemma.as_str(),
                "set" | "slate" | "schedule" | "plan" | "book" | "fix" | "pencil"
            )
            && self.has_child(t, |c| self.token(c).dep == "auxpass")
            && self.has_child(t, |c| self.token(c).dep == "prep" && self.token(c).lower == "for")
            && !self.next_is(t, &["aside", "apart", "up", "out", "off"])
    }

    /// Negated by "not", "never", "no longer", or by a negative subject or object.
    pub(super) fn is_negated(&self, t: usize) -> bool {
        // "Did not, as many had expected, declare war": the negation hangs on the auxiliary.
        let of_auxiliary = |c: usize| {
            self.token(c).dep == "aux"
                && self.has_child(c, |n| self.token(n).dep == "neg" && self.negates(t, n))
        };
        self.has_child(t, |c| self.negates(t, c) || of_auxiliary(c))
            || self.follows_nor(t)
            || self.is_under_opening_nor(t)
            || self.is_behind_interrupted_not(t)
    }

    /// "Nor are the trams being sent back": the main verb, which the parser may hang on its subject.
    fn is_under_opening_nor(&self, t: usize) -> bool {
        let start = self.parsed.sentences[self.token(t).sentence].tokens.start;
        let opens = self.token(start).lower == "nor"
            && self
                .parsed
                .tokens
                .get(start + 1)
                .is_some_and(|a| a.tag == "MD" || matches!(a.lemma.as_str(), "be" | "have" | "do"));
        let above = self.token(t).head;
        let is_of_subject = self.token(t).dep == "acl"
            && self.token(above).dep == "nsubj"
            && self.token(above).head == start + 1
            && self.has_child(t, |c| self.token(c).dep == "auxpass");
        let has_auxiliary = self.has_child(t, |c| c == start + 1 && self.token(c).dep.starts_with("aux"));
        opens && (is_of_subject || has_auxiliary)
    }

    /// "Did not, as many had expected, leave": a bare verb behind an aside to whose auxiliary the parser gives another place.
    fn is_behind_interrupted_not(&self, t: usize) -> bool {
        /// Tokens of the longest aside.
        const ASIDE_MAX: usize = 12;
        let start = self.parsed.sentences[self.token(t).sentence].tokens.start;
        let is_comma = |i: usize| self.token(i).lower == ",";
        let bare = self.token(t).tag == "VB"
            && !self.has_child(t, |c| c < t && matches!(self.token(c).dep, "aux" | "nsubj" | "nsubjpass"));
        if !bare || t < start + 4 || !is_comma(t - 1) {
            return false;
        }
        let from = start.max((t - 1).saturating_sub(ASIDE_MAX)) + 2;
        let opens = |i: usize| {
            is_comma(i)
                && matches!(self.token(i - 1).lower.as_str(), "not" | "n't" | "n’t" | "never")
                && (self.token(i - 2).tag == "MD" || self.token(i - 2).lemma == "do")
        };
        (from..t - 1).any(opens)
    }

    /// "Did not reply, nor has it offered to": the word hangs on the clause before.
    fn follows_nor(&self, t: usize) -> bool {
        let token = self.token(t);
        let start = self.parsed.edges(t).start;
        token.dep == "conj" && start > token.head && self.previous_is(start, &["nor"])
    }

    fn negates(&self, t: usize, c: usize) -> bool {
        let token = self.token(c);
        match token.dep {
            // "91 names, not the 88 of the list": what is set against a noun stands after it.
            "neg" => {
                (c < t || self.is_verb(t))
                    && !self.next_is(c, &["only", "just", "merely", "least", "until", "till"])
            }
            "advmod" => match token.lower.as_str() {
                "never" | "hardly" | "scarcely" => true,
                "longer" => self.has_child(c, |n| self.token(n).lower == "no"),
                _ => false,
            },
            // "Has at no stage tabled a bid".
            "prep" if c < t => self.parsed.child(c, &["pobj"]).is_some_and(|o| {
                matches!(
                    self.token(o).lemma.as_str(),
                    "stage"
                        | "time"
                        | "point"
                        | "moment"
                        | "way"
                        | "circumstance"
                        | "account"
                        | "sense"
                        | "event"
                ) && self.has_child(o, |n| self.token(n).lower == "no")
            }),
            "preconj" => token.lower == "neither",
            "nsubj" | "nsubjpass" | "dobj" => self.is_negative_phrase(c),
            "cc" => token.lower == "nor" && c < t,
            _ => false,
        }
    }

    /// "no complaint", "nobody", "none of them", "neither side", "hardly anyone".
    pub(super) fn is_negative_phrase(&self, t: usize) -> bool {
        let token = self.token(t);
        NEGATIVE_PRONOUNS.contains(&token.lower.as_str())
            || token.lower == "one" && t > 0 && self.token(t - 1).lower == "no"
            || self.has_child(t, |c| {
                let word = self.token(c).lower.as_str();
                // "A no-confidence motion".
                let is_hyphened = self.next_is(c, &["-", "‑", "–"]);
                self.token(c).dep == "det" && NEGATIVE_DETERMINERS.contains(&word) && !is_hyphened
                    // "Neither the dam nor the bridge".
                    || self.token(c).dep == "preconj" && word == "neither"
                    || self.token(c).dep == "compound"
                        && c < t
                        && self.has_child(c, |d| self.token(d).lower == "no" && !self.next_is(d, &["-"]))
                    || matches!(self.token(c).dep, "advmod" | "neg")
                        && c < t
                        && matches!(word, "hardly" | "no" | "not")
            })
    }

    /// The mode of the verb group, its own or shared with the verb it is coordinated with.
    fn auxiliaries(&self, t: usize) -> Modality {
        let mut verb = t;
        loop {
            if let Some(mode) = self.own_auxiliaries(verb, t) {
                return mode;
            }
            match self.shares_auxiliaries_with(verb) {
                Some(first) => verb = first,
                None => return Modality::Happened,
            }
        }
    }

    fn own_auxiliaries(&self, verb: usize, t: usize) -> Option<Modality> {
        let parsed = self.parsed;
        let group: Vec<usize> = parsed
            .children(verb)
            .iter()
            .copied()
            .filter(|&c| matches!(self.token(c).dep, "aux" | "auxpass") && self.token(c).tag != "TO")
            .collect();
        if let Some(&modal) = group.iter().find(|&&c| self.token(c).tag == "MD") {
            return Some(self.modal(verb, modal));
        }
        let tag = self.token(t).tag;
        let is_progressive = tag == "VBG" && group.iter().any(|&c| self.token(c).lemma == "be")
            || group.iter().any(|&c| self.token(c).lower == "being");
        let is_present =
            group.iter().any(|&c| matches!(self.token(c).tag, "VBZ" | "VBP")) || matches!(tag, "VBZ" | "VBP");
        if is_progressive {
            let is_planned = is_present && self.is_ahead(t, true);
            return Some(if is_planned { Modality::Planned } else { Modality::Ongoing });
        }
        let is_simple = matches!(tag, "VBZ" | "VBP") && !is_caused(self.parsed, t);
        if group.is_empty() && is_simple && self.is_ahead(t, !self.is_headline(t)) {
            return Some(Modality::Planned);
        }
        if self.is_infinitive(verb) && self.token(verb).dep == "ROOT" {
            let of_one = self.parsed.child(verb, &["nsubj"]).is_some_and(|s| self.is_one_of_row(s));
            return Some(if of_one { Modality::Happened } else { Modality::Planned });
        }
        (!group.is_empty() || self.is_infinitive(verb)).then_some(Modality::Happened)
    }

    /// "The first minister", "the last government", "the only officer": of those who did it.
    pub(super) fn is_one_of_row(&self, noun: usize) -> bool {
        let is_place = |t: usize| {
            matches!(
                self.token(t).lower.as_str(),
                "first" | "second" | "third" | "fourth" | "fifth" | "last" | "latest" | "only" | "sole"
            )
        };
        // "He was the third to leave", "she was one of three to resign".
        let is_said_of_one =
            |t: usize| self.token(t).dep == "attr" && self.token(self.token(t).head).tag == "VBD";
        let of = self.token(noun).head;
        is_said_of_one(noun) && (is_place(noun) || self.token(noun).pos == "NUM")
            || self.token(noun).pos == "NUM"
                && self.token(of).lower == "of"
                && is_said_of_one(self.token(of).head)
            || self.has_child(noun, |c| c < noun && is_place(c))
    }

    /// The verb whose auxiliaries a coordinated verb without its own ones shares ("will come and see").
    fn shares_auxiliaries_with(&self, t: usize) -> Option<usize> {
        let token = self.token(t);
        let first = token.head;
        let same_form = self.token(first).tag == token.tag
            || token.tag == "VB" && self.has_child(first, |c| self.token(c).tag == "MD");
        let has_subject = self.has_child(t, |c| SUBJECTS.contains(&self.token(c).dep));
        // "The crane will have been dismantled and the cordon lifted".
        let is_gapped = matches!(token.tag, "VBN" | "VBD")
            && self.has_child(first, |c| self.token(c).dep == "auxpass")
            && self.has_child(first, |c| self.token(c).tag == "MD")
            && !self.has_child(t, |c| self.token(c).dep.starts_with("aux") || self.token(c).dep == "dobj");
        (token.dep == "conj" && self.is_verb(first) && (same_form && !has_subject || is_gapped))
            .then_some(first)
    }

    fn modal(&self, verb: usize, modal: usize) -> Modality {
        let negated = self.has_child(verb, |c| self.token(c).dep == "neg");
        match self.token(modal).lemma.as_str() {
            _ if self.is_inverted_condition(verb) => Modality::Conditional,
            "will" | "shall" | "wo" | "'ll" | "’ll" | "ll" => match self.token(modal).lower.as_str() {
                "would" | "'d" | "’d" => self.would(verb),
                _ => Modality::Planned,
            },
            "would" | "'d" | "’d" | "d" => self.would(verb),
            "may" | "might" => Modality::Possible,
            "can" | "could" | "ca" if negated => Modality::Happened,
            "can" | "could" | "ca" => match self.token(verb).lemma.as_str() {
                // Who can exclude or confirm it does.
                "see" | "hear" | "feel" | "smell" | "exclude" | "confirm" | "reveal" => Modality::Happened,
                _ => Modality::Possible,
            },
            _ => Modality::Demanded,
        }
    }

    /// "would": the future of a past report, else a condition.
    fn would(&self, verb: usize) -> Modality {
        let is_perfect =
            self.has_child(verb, |c| self.token(c).dep == "aux" && self.token(c).lower == "have");
        let first = self.first_conjunct(verb);
        let governor = self.token(first).head;
        let is_reported = self.token(first).dep == "ccomp"
            && matches!(self.token(governor).tag, "VBD" | "VBN" | "VBG")
            && words::is_report(&self.token(governor).lemma);
        if is_reported && !is_perfect && !self.depends_on_condition(verb) {
            Modality::Planned
        } else {
            Modality::Conditional
        }
    }

    /// The first of a chain of coordinated words.
    pub(super) fn first_conjunct(&self, t: usize) -> usize {
        let mut first = t;
        while self.token(first).dep == "conj" && self.token(first).head != first {
            first = self.token(first).head;
        }
        first
    }

    fn adverbs(&self, t: usize) -> Option<Modality> {
        let has = |list: &[&str]| {
            self.has_child(t, |c| {
                self.token(c).dep == "advmod" && list.contains(&self.token(c).lower.as_str())
            })
        };
        if has(words::HEARSAY_ADVERBS) {
            return Some(Modality::ReportedOnly);
        }
        let modal = self.has_child(t, |c| self.token(c).tag == "MD");
        (has(words::MAYBE) && !modal).then_some(Modality::Possible)
    }

    /// Whether an "if"-clause or an inverted "should ..." stands beside the verb.
    pub(super) fn depends_on_condition(&self, t: usize) -> bool {
        self.has_child(t, |c| self.token(c).dep == "advcl" && self.is_condition(c))
            || self.has_child(t, |c| {
                self.token(c).dep == "prep"
                    && self.token(c).lower == "in"
                    && self.parsed.child(c, &["pobj"]).is_some_and(|o| {
                        matches!(self.token(o).lower.as_str(), "case" | "event")
                            && self.has_child(o, |p| self.token(p).lower == "of")
                    })
            })
    }

    /// Whether the clause of `t` is a condition.
    pub(super) fn is_condition(&self, t: usize) -> bool {
        self.is_inverted_condition(t)
            || self.has_child(t, |c| {
                let token = self.token(c);
                // "Even if it failed" may have failed; "even if it fails" has not.
                let is_conceded = self.previous_is(c, &["even"]) && self.is_plain_past(t);
                token.dep == "mark"
                    && words::CONDITION_MARKS.contains(&token.lower.as_str())
                    && !self.previous_is(c, &["as"])
                    && !is_conceded
            })
    }

    /// "Had we taken the usual road we'd have met them", wherever the parser hangs it.
    fn is_unreal_condition(&self, t: usize) -> bool {
        let words = self.parsed.sentences[self.token(t).sentence].tokens.clone();
        let first = words.clone().find(|&w| self.token(w).pos != "PUNCT");
        let opens = |c: usize| Some(c) == first && self.token(c).lower == "had" && self.token(c).dep == "aux";
        self.has_child(t, opens)
            && (t..words.end).any(|m| {
                matches!(self.token(m).lower.as_str(), "would" | "could" | "might" | "'d" | "’d" | "d")
                    && self.next_is(m, &["have", "never", "not", "still"])
            })
    }

    /// "Should never have been released", "ought not to have sailed": it was, and it did.
    fn is_regretted(&self, t: usize) -> bool {
        let is_aux = |c: usize, words: &[&str]| {
            self.token(c).dep.starts_with("aux") && words.contains(&self.token(c).lower.as_str())
        };
        let ought = || self.token(self.token(t).head).lower == "ought" && self.token(t).dep == "xcomp";
        self.is_negated(t)
            && self.has_child(t, |c| is_aux(c, &["have"]))
            && (self.has_child(t, |c| is_aux(c, &["should", "ought"])) || ought())
    }

    /// "Had the driver not braked, the tram would have hit them": he did.
    pub(super) fn is_undone_in_thought(&self, t: usize) -> bool {
        let words = self.parsed.sentences[self.token(t).sentence].tokens.clone();
        let is_unreal = || {
            words.clone().any(|m| {
                matches!(self.token(m).lower.as_str(), "would" | "could" | "might")
                    && self.next_is(m, &["have", "'ve", "never", "not", "n't", "also", "surely"])
            })
        };
        let had = |c: usize| self.token(c).lower == "had";
        // The parser may take the "had" of a condition without "if" for its verb.
        let is_inverted = had(self.token(t).head) && self.token(t).head == words.start;
        self.has_child(t, |c| self.token(c).dep == "neg")
            && (is_inverted || self.is_condition(t) && self.has_child(t, had))
            && is_unreal()
    }

    /// "should the dam fail", "were it to fail", "had it failed".
    fn is_inverted_condition(&self, t: usize) -> bool {
        let token = self.token(t);
        let first = self.parsed.children(t).iter().copied().find(|&c| self.token(c).dep == "aux");
        let subject = self.parsed.child(t, SUBJECTS);
        token.dep == "advcl"
            && matches!((first, subject), (Some(a), Some(s))
                if a < s && matches!(self.token(a).lower.as_str(), "should" | "were" | "had"))
    }

    pub(super) fn is_plain_past(&self, t: usize) -> bool {
        self.token(t).tag == "VBD" && !self.has_child(t, |c| self.token(c).tag == "MD")
            || self.has_child(t, |c| {
                self.token(c).tag == "VBD" && matches!(self.token(c).dep, "aux" | "auxpass")
            })
    }

    fn is_question(&self, t: usize) -> bool {
        let sentence = &self.parsed.sentences[self.token(t).sentence];
        let root = self.first_conjunct(t);
        self.token(root).head == root
            && sentence.tokens.clone().rev().take(3).any(|i| self.token(i).lower == "?")
    }

    fn is_imperative(&self, t: usize) -> bool {
        let token = self.token(t);
        let first = self.first_conjunct(t);
        let governor = self.token(first).head;
        let quoted = self.token(first).dep == "ccomp"
            && words::is_report(&self.token(governor).lemma)
            && first < governor + 12;
        token.tag == "VB"
            && self.token(first).tag == "VB"
            && (governor == first || quoted)
            && !self.is_headline(t)
            && [t, first].iter().all(|&v| {
                !self.has_child(v, |c| {
                    SUBJECTS.contains(&self.token(c).dep)
                        || self.token(c).dep == "aux"
                            && !matches!(self.token(c).lower.as_str(), "do" | "please")
                })
            })
    }

    /// Whether the sentence is a headline.
    pub(super) fn is_headline(&self, t: usize) -> bool {
        let kind = self.parsed.sentences[self.token(t).sentence].kind;
        matches!(kind, BlockKind::Title | BlockKind::Subhead | BlockKind::Heading)
    }

    /// "tomorrow", "next week", and with `weekdays` also "on Friday": said of a present tense, it lies ahead.
    fn is_ahead(&self, t: usize, weekdays: bool) -> bool {
        let edges = self.parsed.edges(t);
        edges.clone().any(|i| {
            let token = self.token(i);
            let next =
                |words: &[&str]| i + 1 < edges.end && words.contains(&self.token(i + 1).lower.as_str());
            let clause = self.clause_of(i);
            let is_of_circumstance = self.token(clause).dep == "advcl" && !self.is_in_the_past(clause);
            (clause == t || is_of_circumstance)
                && match token.lower.as_str() {
                    "tomorrow" => true,
                    "next" => {
                        next(&["week", "month", "year", "season", "quarter"]) || weekdays && next(&WEEKDAYS)
                    }
                    "later" => next(&["today", "this"]),
                    day => {
                        weekdays
                            && WEEKDAYS.contains(&day)
                            && !next(&["'s", "’s"])
                            && !is_compared_with(self.parsed, i)
                            && !(i > 0
                                && matches!(self.token(i - 1).lower.as_str(), "last" | "since" | "past"))
                    }
                }
        })
    }

    /// "Was signed", "failed": the clause has a past form.
    pub(super) fn is_in_the_past(&self, verb: usize) -> bool {
        self.token(verb).tag == "VBD"
            || self.is_done_before(verb)
            || self.has_child(verb, |c| {
                matches!(self.token(c).dep, "aux" | "auxpass") && self.token(c).tag == "VBD"
            })
    }

    /// "Having lost its licence".
    pub(super) fn is_done_before(&self, verb: usize) -> bool {
        self.has_child(verb, |c| self.token(c).dep == "aux" && self.token(c).lower == "having")
    }

    /// The nearest verb at or above a word.
    pub(super) fn clause_of(&self, t: usize) -> usize {
        if self.is_verb(t) && !matches!(self.token(t).dep, "aux" | "auxpass") {
            return t;
        }
        self.parsed
            .ancestors(t)
            .find(|&a| self.is_verb(a) && !matches!(self.token(a).dep, "aux" | "auxpass"))
            .unwrap_or(t)
    }
}
