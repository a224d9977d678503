//! Another's number for what has just been counted: "It has suspended three managers. The union says five have been sent
//! home.", "Seven workers died, the inspectorate says. The firm counts four."
//!
//! The number is the subject of what somebody says, or what somebody counts; of what, the sentences before say.

use super::Quantity;
use super::ellipsis::{Inherited, is_countable, near_block, of_quantity, ratio};
use super::figure::Figure;
use super::unit::FigureUnit;
use crate::ParsedArticle;
use crate::quotation::{CueClass, cue_class};

/// Sentences from the count to the number that answers it.
const SENTENCES_BACK: usize = 2;
/// How many times larger or smaller an answer is.
const RATIO_MAX: f64 = 3.0;
/// Verbs whose object is the number that somebody gives.
const GIVES: [&str; 10] =
    ["count", "say", "give", "list", "report", "record", "claim", "acknowledge", "register", "know"];

/// What a bare number counts that somebody gives for what was counted before.
pub(super) fn answering(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let is_bare = figure.unit == FigureUnit::None && figure.rate.is_none() && figure.whole.is_none();
    let is_whole = figure.value.is_some_and(|v| v.fract() == 0.0 && v > 1.0);
    let token = figure.token;
    if !is_bare || !is_whole || !(is_subject_of_report(parsed, token) || is_given(parsed, token)) {
        return None;
    }
    let sentence = parsed.tokens[token].sentence;
    let is_near = |q: &&Quantity| {
        let there = parsed.tokens[q.token].sentence;
        there + SENTENCES_BACK >= sentence && near_block(parsed, there, sentence)
    };
    let size = |q: &Quantity| ratio(q, figure).unwrap_or(f64::INFINITY);
    let is_it = |q: &&Quantity| {
        let is_rate = q.unit.as_ref().is_some_and(|u| u.contains('/'));
        is_countable(q)
            && !q.measure.starts_with("votes")
            && !is_rate
            && q.value != Some(1.0)
            && parsed.tokens[q.token].sentence < sentence
            && size(q) <= RATIO_MAX
    };
    let candidates = earlier.iter().rev().take_while(is_near).filter(is_it);
    let cost = |q: &Quantity| (sentence - parsed.tokens[q.token].sentence, size(q));
    candidates.min_by(|a, b| cost(a).partial_cmp(&cost(b)).expect("finite sizes")).map(of_quantity)
}

/// "The union says five have been sent home", "the owners said that there were nine".
fn is_subject_of_report(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let verb = word.head;
    let is_there = word.dep == "attr" && parsed.child(verb, &["expl"]).is_some();
    // "Nine were empty": what they are like is no count of them.
    let is_state = parsed.tokens[verb].lemma == "be" && !is_there;
    let clause = &parsed.tokens[verb];
    let is_subject = matches!(word.dep, "nsubj" | "nsubjpass") && clause.pos == "VERB" && verb > token;
    // "… said those who stayed" has no count; a clause of a plan or condition tells of none.
    let is_told = parsed.children(verb).iter().all(|&c| parsed.tokens[c].tag != "MD");
    (is_there || is_subject)
        && !is_state
        && is_told
        && clause.dep == "ccomp"
        && says(parsed, clause.head, token)
}

/// Whether a verb reports, with who speaks before the number.
fn says(parsed: &ParsedArticle, verb: usize, token: usize) -> bool {
    let is_cue = cue_class(&parsed.tokens[verb].lemma).is_some_and(CueClass::states);
    is_cue && parsed.child(verb, &["nsubj"]).is_some_and(|s| s < token)
}

/// "The firm counts four, since …".
fn is_given(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let verb = &parsed.tokens[word.head];
    let ends = parsed
        .tokens
        .get(token + 1)
        .is_none_or(|t| t.sentence != word.sentence || t.pos == "PUNCT" || t.pos == "SCONJ");
    let is_next = word.head + 1 == token;
    is_next
        && ends
        && word.dep == "dobj"
        && GIVES.contains(&verb.lemma.as_str())
        && matches!(verb.tag, "VBD" | "VBZ" | "VBP")
        && parsed.child(word.head, &["nsubj"]).is_some_and(|s| s < token)
}
