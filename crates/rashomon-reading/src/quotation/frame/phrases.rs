//! Frames of set phrases that report: "rumour has it that", "is certain that", "attributed the fire to a cable",
//! "pleaded not guilty".

use super::sayer::{can_speak, who};
use super::verbs::is_unsaid;
use super::{Frame, Who, subtrees};
use crate::ParsedArticle;
use crate::quotation::cues::CueClass;

/// The frame of a set phrase whose verb stands at `v`.
pub(super) fn set_phrase(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    match parsed.tokens[v].lemma.as_str() {
        "have" => has_it(parsed, v),
        "be" | "remain" => is_certain(parsed, v),
        "attribute" | "ascribe" => attributed(parsed, v),
        "plead" => pleaded(parsed, v),
        _ => None,
    }
}

/// The clause that "that" at `mark` opens.
fn clause_marked(parsed: &ParsedArticle, mark: usize) -> Option<Vec<usize>> {
    let that = parsed.tokens.get(mark).filter(|t| t.lower == "that" && t.dep == "mark")?;
    let content: Vec<usize> = parsed.subtree(that.head).into_iter().filter(|&t| t > mark).collect();
    (that.head > mark).then_some(content)
}

/// "Rumour has it that the mill is shut", "the union would have it that nobody asked".
fn has_it(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let it = parsed.tokens.get(v + 1).filter(|t| t.lower == "it" && t.sentence == parsed.tokens[v].sentence);
    let content = it.and_then(|_| clause_marked(parsed, v + 2))?;
    let who = who(parsed, v).filter(|w| *w != Who::Nobody)?;
    Some(Frame::plain(v..v + 2, CueClass::Assert, who, content))
}

/// "Her aides are certain that the voters will come", of people and bodies; "it is certain that" is nobody's word.
fn is_certain(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    const CERTAIN: &[&str] = &["adamant", "certain", "confident", "convince", "convinced", "sure"];
    let held = parsed.child(v, &["acomp"])?;
    let lemma = parsed.tokens[held].lemma.as_str();
    let subject = parsed.child(v, &["nsubj"]).filter(|&s| can_speak(parsed, s))?;
    let nobody = matches!(parsed.tokens[subject].lower.as_str(), "it" | "that" | "this" | "nobody" | "none");
    let finite = matches!(parsed.tokens[v].tag, "VBZ" | "VBP" | "VBD");
    if !CERTAIN.contains(&lemma) || nobody || !finite || is_unsaid(parsed, v) {
        return None;
    }
    let content = clause_marked(parsed, held + 1)?;
    Some(Frame::plain(v..held + 1, CueClass::Assert, Who::Phrase(subject), content))
}

/// "The airline attributed the delay to ice": what, and to what.
fn attributed(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let object = parsed.child(v, &["dobj"])?;
    let is_to = |&c: &usize| parsed.tokens[c].dep == "prep" && parsed.tokens[c].lower == "to";
    let mut below = parsed.children(v).iter().chain(parsed.children(object)).copied();
    let to = below.find(|c| *c > object && is_to(c)).filter(|&t| parsed.child(t, &["pobj"]).is_some())?;
    let subject = parsed.child(v, &["nsubj"]).filter(|&s| can_speak(parsed, s) && !is_unsaid(parsed, v))?;
    Some(Frame::plain(v..v + 1, CueClass::Suggest, Who::Phrase(subject), subtrees(parsed, &[object, to])))
}

/// "Both pleaded not guilty": what the accused says of himself.
fn pleaded(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let lower = |t: usize| parsed.tokens.get(t).map_or("", |t| t.lower.as_str());
    let guilty = (v + 1..v + 3).find(|&t| lower(t) == "guilty")?;
    let plain = guilty == v + 1 || lower(v + 1) == "not";
    let who = who(parsed, v).filter(|w| *w != Who::Nobody && plain && !is_unsaid(parsed, v))?;
    Some(Frame::plain(v..v + 1, CueClass::Assert, who, (v + 1..guilty + 1).collect()))
}
