//! Frames of nouns for what somebody holds: "the ministry's version is that …", "it is the view of the court that …", "in the
//! view of the surveyor, …", "by the account of residents, …".

use super::nouns::maker;
use super::sayer::can_speak;
use super::verbs::is_unsaid;
use super::{Frame, Who, is_clause, without};
use crate::ParsedArticle;
use crate::quotation::cues::{CueClass, cue_noun};

/// Nouns for what somebody holds that are no reporting nouns.
const VIEWS: &[&str] = &[
    "account",
    "answer",
    "assessment",
    "case",
    "contention",
    "finding",
    "interpretation",
    "judgement",
    "judgment",
    "line",
    "message",
    "opinion",
    "position",
    "reading",
    "reply",
    "response",
    "ruling",
    "stance",
    "testimony",
    "theory",
    "understanding",
    "verdict",
    "version",
    "view",
];

/// "The union's view is that nobody knew", "it is the view of the court that he took part".
pub(super) fn held(parsed: &ParsedArticle, verb: usize) -> Option<Frame> {
    let t = &parsed.tokens[verb];
    if t.lemma != "be" || !matches!(t.tag, "VBZ" | "VBD" | "VBP") || is_unsaid(parsed, verb) {
        return None;
    }
    let subject = parsed.child(verb, &["nsubj", "expl"])?;
    let noun = match parsed.tokens[subject].lower.as_str() {
        "it" => parsed.child(verb, &["attr"])?,
        _ => subject,
    };
    let is_that = |&c: &usize| parsed.child(c, &["mark"]).is_some_and(|m| parsed.tokens[m].lower == "that");
    let holder = holder(parsed, noun)?;
    let below = [verb, noun, holder].map(|t| parsed.children(t).iter().copied());
    let mut clauses = below.into_iter().flatten().filter(|c| *c > verb.max(noun) && is_that(c));
    let clause = clauses.find(|&c| matches!(parsed.tokens[c].dep, "ccomp" | "acl" | "advcl" | "relcl"))?;
    Some(frame(noun, class(parsed, noun)?, holder, parsed.subtree(clause)))
}

/// "In the view of the surveyor, the bridge is unsafe", "in his opinion", "by the account of residents".
pub(super) fn in_view_of(parsed: &ParsedArticle, preposition: usize) -> Option<Frame> {
    if !matches!(parsed.tokens[preposition].lower.as_str(), "in" | "by") {
        return None;
    }
    let noun = parsed.child(preposition, &["pobj"])?;
    let fits = matches!(
        (parsed.tokens[preposition].lower.as_str(), parsed.tokens[noun].lower.as_str()),
        ("in", "view" | "opinion" | "judgement" | "judgment" | "estimation" | "words" | "telling")
            | ("by", "account" | "estimate" | "reckoning" | "telling" | "admission")
    );
    // "In view of the town".
    let is_known = parsed.child(noun, &["det", "poss"]).is_some();
    let holder = holder(parsed, noun).filter(|_| fits && is_known)?;
    let clause = parsed.ancestors(preposition).find(|&a| is_clause(parsed, a))?;
    let content = without(parsed, clause, preposition);
    Some(frame(noun, CueClass::Suggest, holder, content))
}

/// What kind of act a noun is; "the problem is that" is none.
fn class(parsed: &ParsedArticle, noun: usize) -> Option<CueClass> {
    let lemma = parsed.tokens[noun].lemma.as_str();
    cue_noun(lemma).or_else(|| VIEWS.contains(&lemma).then_some(CueClass::Assert))
}

/// Whose it is; what an owner means by a "case" or "line" in itself is open.
fn holder(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    maker(parsed, noun).filter(|&m| can_speak(parsed, m))
}

fn frame(cue: usize, class: CueClass, holder: usize, content: Vec<usize>) -> Frame {
    Frame {
        cue,
        cue_tokens: cue..cue + 1,
        class,
        who: Who::Phrase(holder),
        hearer: None,
        relay: None,
        joined_to: None,
        content,
        only_in_marks: false,
    }
}
