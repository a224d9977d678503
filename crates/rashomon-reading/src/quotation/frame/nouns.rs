//! Frames of reporting nouns: "a report that", "the claim that".

use super::content::clause_of_paper;
use super::sayer::can_speak;
use super::verbs::is_unsaid;
use super::{Frame, Who};
use crate::ParsedArticle;
use crate::quotation::cues::{CueClass, cue_class, cue_noun};

/// Whether somebody denies what a noun reports ("denied a report that"): the clause is the denier's.
fn is_denied(parsed: &ParsedArticle, noun: usize) -> bool {
    let t = &parsed.tokens[noun];
    let denies = cue_class(&parsed.tokens[t.head].lemma) == Some(CueClass::Deny);
    let somebody = parsed.child(t.head, &["nsubj"]).is_some_and(|s| can_speak(parsed, s));
    t.dep == "dobj" && denies && somebody && !is_unsaid(parsed, t.head)
}

/// "the minister's claim that …", "rumours that …", "a denial that …".
pub(super) fn noun(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    let t = &parsed.tokens[token];
    if t.pos != "NOUN" {
        return None;
    }
    let class = cue_noun(t.lemma.as_str())?;
    // "Word that the dam had gone" is news; "a word that doctors called an insult" is a word.
    if t.lemma == "word" && parsed.child(token, &["det"]).is_some_and(|d| parsed.tokens[d].lower == "a") {
        return None;
    }
    let clause = clause_of_noun(parsed, token)?;
    let verb = parsed.tokens[t.head].head;
    if t.dep == "pobj"
        && cue_class(&parsed.tokens[verb].lemma).is_some()
        && clause_of_paper(parsed, verb) == Some(clause)
    {
        return None;
    }
    let maker = maker(parsed, token);
    if maker.is_none() && is_denied(parsed, token) {
        return None;
    }
    let who = maker.map_or(Who::Nobody, Who::Phrase);
    Some(Frame {
        cue: token,
        cue_tokens: token..token + 1,
        class,
        who,
        hearer: None,
        relay: None,
        joined_to: None,
        content: parsed.subtree(clause),
        only_in_marks: false,
    })
}

/// The clause of a noun, joined by "that".
pub(in crate::quotation) fn clause_of_noun(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    let clause = parsed.child(noun, &["acl", "ccomp", "relcl"])?;
    let that = parsed.child(clause, &["mark", "dobj"]).filter(|&m| parsed.tokens[m].lower == "that")?;
    let relative = parsed.tokens[clause].dep == "relcl" && !is_full_clause(parsed, noun, that, clause);
    (that > noun && !relative && !is_missing_object(parsed, clause)).then_some(clause)
}

/// Whose a claim is: possessor, after "by", "from", "of", "among", or who makes it.
pub(in crate::quotation) fn maker(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    let by = |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "among" | "by" | "from" | "of");
    let maker = || parsed.children(noun).iter().copied().find(by).and_then(|p| parsed.child(p, &["pobj"]));
    parsed.child(noun, &["poss"]).or_else(maker).or_else(|| light_verb_subject(parsed, noun))
}

/// "the news that she had resigned", which parsers take for "the claim that he made".
fn is_full_clause(parsed: &ParsedArticle, noun: usize, that: usize, clause: usize) -> bool {
    const OF_WORDS: &[&str] = &[
        "bring", "cite", "deny", "dismiss", "give", "hear", "issue", "make", "publish", "raise", "read",
        "receive", "reject", "release", "repeat", "see", "send", "spread", "write",
    ];
    that == noun + 1
        && parsed.child(clause, &["nsubj", "nsubjpass"]).is_some_and(|s| s != that)
        && !OF_WORDS.contains(&parsed.tokens[clause].lemma.as_str())
}

/// "A claim that Oslo dismissed as fantasy": the noun is what the verb is missing, whatever the parser calls "that".
fn is_missing_object(parsed: &ParsedArticle, clause: usize) -> bool {
    matches!(
        parsed.tokens[clause].lemma.as_str(),
        "dismiss" | "reject" | "describe" | "denounce" | "brand" | "call" | "label" | "condemn" | "portray"
    ) && parsed.child(clause, &["dobj", "ccomp", "nsubjpass"]).is_none()
        && parsed
            .children(clause)
            .iter()
            .any(|&c| parsed.tokens[c].lower == "as" || parsed.tokens[c].dep == "oprd")
}

/// "The minister made the claim that", "voiced fears that", "has a suspicion that".
fn light_verb_subject(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    const LIGHT: &[&str] =
        &["make", "give", "voice", "express", "raise", "issue", "have", "repeat", "deliver"];
    let t = &parsed.tokens[noun];
    let verb = (t.dep == "dobj").then_some(t.head)?;
    let light = LIGHT.contains(&parsed.tokens[verb].lemma.as_str()) && !is_unsaid(parsed, verb);
    light.then(|| parsed.child(verb, &["nsubj"])).flatten()
}
