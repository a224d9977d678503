//! Which words of an article carry a claim, and what each denotes.

mod nouns;
mod prominence;
mod rebutted;
mod scores;
mod senses;
mod states;
mod storms;
mod taken_up;
mod verbs;

use super::EventType;
use crate::modality::{Modality, Polarity};
use crate::rebuttal::Rebuttal;
use crate::{ParsedArticle, Token, quantity, time};
use nouns::hyphened;
use rashomon_text::{BlockKind, Span};
pub(super) use taken_up::is_definite;

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
        let asserted =
            (is_bare(r.told) || r.told == r.by).then(|| finder.asserted(parsed.tokens_in(r.asserted).start));
        let denial = (is_bare(r.by) || r.told == r.by).then(|| finder.denial(parsed.tokens_in(r.cue).start));
        asserted.into_iter().chain(denial)
    });
    let put_right = (0..parsed.sentences.len()).filter(|&s| is_bare(s)).filter_map(|s| {
        let told = |t: &&Trigger| parsed.tokens[t.token].sentence + 1 == s;
        finder.undone(s, all.iter().rev().find(told)?)
    });
    let added: Vec<Trigger> = bare.chain(put_right).collect();
    all.extend(added);
    let scored: Vec<Trigger> = (0..parsed.sentences.len()).filter_map(|s| finder.of_score(s, &all)).collect();
    all.extend(scored);
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
        // "Petch's motion falls by 30 votes to 27": nobody says so of every day.
        // "The motion falls: 26 for, 33 against" may be read as two sentences.
        let is_led = self.parsed.word(self.parsed.sentences[token.sentence].tokens.end - 1) == ":"
            && token.sentence + 1 < self.parsed.sentences.len();
        let has_score = |s: usize| quantity::score_in(self.parsed, s).is_some();
        let is_scored = || {
            trigger.kind == EventType::Vote
                && (has_score(token.sentence) || is_led && has_score(token.sentence + 1))
        };
        if present && (!acts || (self.is_quoted)(t)) && !is_scored() {
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

/// The words that carry a claim, whole: "sit-in".
pub(super) fn words_of(parsed: &ParsedArticle, trigger: &Trigger) -> Span {
    let own = parsed.tokens[trigger.token].span;
    let is_in_parts = hyphened(parsed, trigger.token).is_some_and(|noun| noun == trigger.predicate);
    if is_in_parts { Span::new(parsed.tokens[trigger.token - 2].span.start(), own.end()) } else { own }
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
