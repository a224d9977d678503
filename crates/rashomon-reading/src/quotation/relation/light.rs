//! Clauses of a noun that says with its verb what a reporting verb says: "made the argument that", "came to the
//! conclusion that", "their argument is that".
//!
//! How: the nouns of reports and of `data/attribution` as the object of a light verb, or as the subject of "be", with a
//! clause of their own. Known misses: nouns that nobody's name stands beside ("the fear is that").

use super::complement::{Complement, denies, is_expletive, is_finite, is_negated, speaker};
use super::{AttributionType, cues, extent};
use crate::ParsedArticle;
use crate::quotation::cues::cue_noun;
use crate::quotation::frame::{clause_of_noun, maker};

/// Verbs that make a clause of their object the subject's own.
const LIGHT: &[&str] = &[
    "advance",
    "build",
    "deliver",
    "draw",
    "express",
    "form",
    "give",
    "have",
    "hold",
    "issue",
    "make",
    "offer",
    "raise",
    "reach",
    "reiterate",
    "repeat",
    "share",
    "state",
    "take",
    "voice",
];

/// The clause of a noun.
pub(super) fn at(parsed: &ParsedArticle, noun: usize) -> Option<Complement> {
    let t = &parsed.tokens[noun];
    if t.pos != "NOUN" {
        return None;
    }
    let kind =
        cues::noun_with_clause(&t.lemma).or_else(|| cue_noun(&t.lemma).map(|_| AttributionType::Assertion));
    let (cue, kind, (speaker, clause)) = match kind {
        Some(kind) => (noun, kind, as_subject(parsed, noun).or_else(|| as_object(parsed, noun))?),
        None => as_fact(parsed, noun)?,
    };
    let content = extent::widened(parsed, noun, parsed.subtree(clause));
    Some(Complement::stated(cue, kind, speaker, content))
}

/// "Denied the fact that she left": the verb, and the clause as its own.
fn as_fact(parsed: &ParsedArticle, noun: usize) -> Option<(usize, AttributionType, (usize, usize))> {
    let t = &parsed.tokens[noun];
    let verb = (t.lemma == "fact" && t.dep == "dobj").then_some(t.head)?;
    let lemma = &parsed.tokens[verb].lemma;
    let kind = cues::verb(lemma).filter(|_| !is_negated(parsed, verb) || denies(lemma))?;
    let clause = clause_of_noun(parsed, noun)?;
    let speaker = speaker(parsed, verb).filter(|&s| !is_expletive(parsed, s))?;
    Some((verb, kind, (speaker, clause)))
}

/// "Their argument is that she left": whose it is, and the clause.
fn as_subject(parsed: &ParsedArticle, noun: usize) -> Option<(usize, usize)> {
    let t = &parsed.tokens[noun];
    let verb = (t.dep == "nsubj" && parsed.tokens[t.head].lemma == "be").then_some(t.head)?;
    let clause = parsed.child(verb, &["ccomp"]).filter(|&c| c > verb && is_finite(parsed, c))?;
    let opened = parsed.child(clause, &["mark"]).is_some_and(|m| parsed.tokens[m].lower == "that");
    let speaker = maker(parsed, noun).filter(|_| opened && !is_negated(parsed, verb))?;
    Some((speaker, clause))
}

/// "Made the argument that she left", "came to the conclusion that".
fn as_object(parsed: &ParsedArticle, noun: usize) -> Option<(usize, usize)> {
    let clause = clause_of_noun(parsed, noun)?;
    let t = &parsed.tokens[noun];
    let verb = match t.dep {
        "dobj" => Some(t.head).filter(|&v| LIGHT.contains(&parsed.tokens[v].lemma.as_str())),
        "pobj" => Some(parsed.tokens[t.head].head).filter(|&v| {
            let to = matches!(parsed.tokens[t.head].lower.as_str(), "to" | "at");
            to && matches!(parsed.tokens[v].lemma.as_str(), "come" | "arrive")
        }),
        _ => None,
    }?;
    let speaker = speaker(parsed, verb).filter(|&s| !is_expletive(parsed, s) && !is_negated(parsed, verb))?;
    Some((speaker, clause))
}
