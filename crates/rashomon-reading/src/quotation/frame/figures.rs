//! Figures that somebody gives: "measured 6.8", "put the toll at 30".

use super::adjuncts::top_clause;
use super::sayer::who;
use super::verbs::is_unsaid;
use super::{Frame, Who, subtrees, without};
use crate::ParsedArticle;
use crate::mention::is_organisation_noun;
use crate::quotation::cues::CueClass;

/// "The port says 27", "speaks of 6 million": a figure as the whole statement.
pub(super) fn figure(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    const OF_FIGURES: &[&str] = &[
        "say",
        "report",
        "estimate",
        "predict",
        "forecast",
        "measure",
        "claim",
        "speak",
        "talk",
        "calculate",
        "count",
        "register",
        "record",
        "recognise",
        "recognize",
    ];
    if !OF_FIGURES.contains(&parsed.tokens[v].lemma.as_str()) {
        return None;
    }
    let of = |&c: &usize| parsed.tokens[c].dep == "prep" && parsed.tokens[c].lower == "of";
    let after_of = parsed.children(v).iter().copied().find(of).and_then(|p| parsed.child(p, &["pobj"]));
    parsed.child(v, &["dobj"]).or(after_of).filter(|&o| is_figure(parsed, o) && !is_taken(parsed, v, o))
}

/// "Toll rises to 17, union says 26": the clause before the comma is not the union's. Gives that clause.
pub(super) fn other_figure_after(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    let before = parsed.child(v, &["ccomp"]).filter(|&c| c < v)?;
    let subject = parsed.child(v, &["nsubj"]).filter(|&s| (before..v).contains(&s))?;
    let comma = parsed.edges(subject).start.checked_sub(1).filter(|&c| parsed.tokens[c].lower == ",");
    let is_number = |&c: &usize| c > v && parsed.tokens[c].tag == "CD";
    let has_number = parsed.children(v).iter().any(is_number);
    (comma.is_some() && has_number).then_some(before)
}

/// "The flood claimed 31 lives", "claimed two medals": taken, not stated.
fn is_taken(parsed: &ParsedArticle, v: usize, object: usize) -> bool {
    const TAKEN: [&str; 8] = ["life", "victim", "soul", "title", "medal", "prize", "trophy", "scalp"];
    parsed.tokens[v].lemma == "claim" && TAKEN.contains(&parsed.tokens[object].lemma.as_str())
}

/// Whether a phrase is a number or has one.
fn is_figure(parsed: &ParsedArticle, head: usize) -> bool {
    let number = |t: usize| parsed.tokens[t].tag == "CD" && parsed.tokens[t].lower != "one";
    number(head) || parsed.children(head).iter().any(|&c| number(c) && parsed.tokens[c].dep != "npadvmod")
}

/// Numbers and the small words around them.
pub(super) fn is_numeric(parsed: &ParsedArticle, t: usize) -> bool {
    let token = &parsed.tokens[t];
    matches!(token.tag, "CD" | "SYM" | "JJR" | "RBR" | "TO" | "IN" | "RB" | "CC") || token.pos == "PUNCT"
}

/// "put the toll at 40": only with a figure.
pub(super) fn put_at(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let object = parsed.child(v, &["dobj"])?;
    let at = |&&c: &&usize| parsed.tokens[c].dep == "prep" && parsed.tokens[c].lower == "at";
    let of_object = parsed.children(object).iter().find(at);
    let preposition = *parsed.children(v).iter().find(at).or(of_object)?;
    let value = parsed.child(preposition, &["pobj"])?;
    if is_unsaid(parsed, v) || !is_figure(parsed, value) {
        return None;
    }
    let content = subtrees(parsed, &[object, preposition]);
    let who = who(parsed, v).filter(|w| *w != Who::Phrase(object)).unwrap_or(Who::Nobody);
    Some(Frame::plain(v..v + 1, CueClass::Suggest, who, content))
}

/// "The agency makes it 140,000", at the end of its clause: another's number for what was just counted.
pub(super) fn made_it(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let is_number = |&n: &usize| parsed.tokens[n].tag == "CD" && n > v;
    let number = parsed.children(v).iter().copied().find(is_number)?;
    let is_it = number.checked_sub(1).is_some_and(|b| parsed.tokens[b].lower == "it");
    let ends = parsed
        .tokens
        .get(number + 1)
        .is_none_or(|t| t.sentence != parsed.tokens[number].sentence || t.pos == "PUNCT" && t.lower != "-");
    let maker = parsed.child(v, &["nsubj"])?;
    let in_digits = parsed.tokens[number].lower.starts_with(|c: char| c.is_ascii_digit());
    let subject = &parsed.tokens[maker];
    let counts = is_organisation_noun(&subject.lemma)
        || subject.lower == "police"
        || in_digits && matches!(subject.pos, "NOUN" | "PROPN");
    (is_it && ends && counts && !is_unsaid(parsed, v)).then(|| {
        Frame::plain(
            v..v + 1,
            CueClass::Suggest,
            Who::Phrase(maker),
            subtrees(parsed, &[number, v]).into_iter().filter(|&t| t <= number).collect(),
        )
    })
}

/// "As the mayor put it, …".
pub(super) fn as_put(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let t = &parsed.tokens[v];
    let with_as = parsed.child(v, &["mark", "advmod"]).is_some_and(|m| parsed.tokens[m].lower == "as");
    let object = parsed.child(v, &["dobj"]).is_some_and(|o| parsed.tokens[o].lower == "it");
    // "“Fed up,” as she put it": no other verb.
    let is_top = t.head == v;
    let who = parsed.child(v, &["nsubj"]).filter(|_| with_as && object && (is_top || t.dep == "advcl"))?;
    let before = || {
        let as_ = parsed.child(v, &["mark", "advmod"]).unwrap_or(v);
        (parsed.sentences[t.sentence].tokens.start..as_).collect()
    };
    Some(Frame::plain(
        v..v + 1,
        CueClass::Neutral,
        Who::Phrase(who),
        if is_top { before() } else { without(parsed, top_clause(parsed, t.head, v), v) },
    ))
}
