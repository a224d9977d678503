//! Frames of adjuncts: "according to the mayor", "in his words", "as per".

use super::sayer::can_speak;
use super::verbs::FINDING;
use super::{Frame, Who, is_clause, without};
use crate::ParsedArticle;
use crate::mention::{is_organisation_noun, is_person_noun};
use crate::quotation::cues::{CueClass, cue_class};
use std::ops::Range;

/// "It was either fast or late, as the mayor put it": the clause of the whole sentence, where a comma parts it from what
/// tells whose words it is.
pub(super) fn top_clause(parsed: &ParsedArticle, clause: usize, adjunct: usize) -> usize {
    let first = parsed.edges(adjunct).start;
    let parted = first.checked_sub(1).is_some_and(|c| parsed.tokens[c].lower == ",");
    let reports = |a: &usize| cue_class(&parsed.tokens[*a].lemma).is_some();
    let above = parsed.ancestors(clause).take_while(|a| !reports(a)).filter(|&a| is_clause(parsed, a));
    above.last().filter(|&a| parted && a < adjunct && !follows_but(parsed, a, clause)).unwrap_or(clause)
}

pub(super) fn according(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    if let Some(frame) = according_to_name(parsed, token) {
        return Some(frame);
    }
    let to = parsed.child(token, &["prep"]).filter(|&p| parsed.tokens[p].lower == "to");
    let to = to.or_else(|| (token + 1 < parsed.tokens.len()).then_some(token + 1))?;
    adjunct(parsed, to, token..to + 1)
}

/// "According to Berg the dam held": a name that the parser takes for a verb, with the clause behind it.
fn according_to_name(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let (to, name) = (token + 1, token + 2);
    let opens = sentence.start == token && name + 1 < sentence.end && parsed.tokens[to].lower == "to";
    let read = || parsed.tokens[name].dep == "pcomp" && parsed.tokens[name].tag == "VB";
    let capital = || parsed.word(name).starts_with(char::is_uppercase);
    let clause = || parsed.tokens[name + 1].tag == "DT";
    (opens && read() && capital() && clause()).then(|| Frame {
        cue: token,
        cue_tokens: token..to + 1,
        class: CueClass::Neutral,
        who: Who::Phrase(name),
        hearer: None,
        relay: None,
        joined_to: None,
        content: (name + 1..sentence.end).collect(),
        only_in_marks: false,
    })
}

/// "Per the ministry, …", "…, per her spokesman", not "5 crowns per head" or "per agreement".
pub(super) fn is_according(parsed: &ParsedArticle, per: usize) -> bool {
    let opens = parsed.sentences[parsed.tokens[per].sentence].tokens.start == per;
    // "The mayor, Per Hansen," is called so.
    let is_preposition = parsed.word(per).starts_with(char::is_lowercase);
    let apart = opens || is_preposition && parsed.tokens[per - 1].lower == ",";
    let speaks = |o: usize| {
        let t = &parsed.tokens[o];
        let known = parsed.child(o, &["det", "poss"]).is_some();
        t.pos == "PROPN" || known && (is_person_noun(&t.lemma) || is_organisation_noun(&t.lemma))
    };
    apart && parsed.child(per, &["pobj"]).is_some_and(|o| can_speak(parsed, o) && speaks(o))
}

/// A phrase such as "according to the mayor" beside a clause; `preposition` has the speaker below it.
pub(super) fn adjunct(parsed: &ParsedArticle, preposition: usize, cue_tokens: Range<usize>) -> Option<Frame> {
    const NO_SPEAKERS: &[&str] = &[
        "ability",
        "age",
        "agreement",
        "constitution",
        "contract",
        "criterion",
        "custom",
        "formula",
        "instruction",
        "law",
        "need",
        "plan",
        "preference",
        "principle",
        "procedure",
        "rank",
        "rule",
        "schedule",
        "size",
        "taste",
        "theory",
        "timetable",
        "tradition",
        "type",
    ];
    let speaker = parsed.child(preposition, &["pobj"])?;
    if NO_SPEAKERS.contains(&parsed.tokens[speaker].lemma.to_lowercase().as_str()) {
        return None;
    }
    let outermost = cue_tokens.clone().find(|&t| !cue_tokens.contains(&parsed.tokens[t].head));
    let outermost = outermost.unwrap_or(cue_tokens.start);
    let clause = parsed.ancestors(outermost).find(|&a| is_clause(parsed, a));
    let clause = clause.or_else(|| parsed.ancestors(outermost).last())?;
    let clause = match outermost > clause {
        true => whole_sentence(parsed, whole_clause(parsed, clause), outermost),
        false => clause,
    };
    let mut content = without(parsed, clause, outermost);
    content.retain(|&t| !parsed.is_within(t, speaker));
    let but =
        |&c: &usize| parsed.tokens[c].dep == "conj" && is_clause(parsed, c) && follows_but(parsed, clause, c);
    for contrast in parsed.children(clause).iter().copied().filter(but) {
        content.retain(|&t| !parsed.is_within(t, contrast));
    }
    if clause < cue_tokens.start {
        // What follows the speaker and is no clause describes the speaker.
        let is_top = |t: &usize| *t > speaker && parsed.tokens[*t].head <= speaker;
        let after: Vec<usize> = content.iter().copied().filter(is_top).collect();
        for top in after.into_iter().filter(|&t| !matches!(parsed.tokens[t].pos, "VERB" | "AUX" | "PUNCT")) {
            content.retain(|&t| !parsed.is_within(t, top));
        }
    }
    Some(Frame {
        cue: cue_tokens.start,
        cue_tokens,
        class: CueClass::Neutral,
        who: Who::Phrase(speaker),
        hearer: None,
        relay: None,
        joined_to: None,
        content,
        only_in_marks: false,
    })
}

/// From a clause that is the object of a verb which reports nothing ("the town saw prices rise, according to …") up to that
/// verb's.
fn whole_clause(parsed: &ParsedArticle, clause: usize) -> usize {
    let t = &parsed.tokens[clause];
    let above = &parsed.tokens[t.head];
    let reports = cue_class(&above.lemma).is_some() || FINDING.contains(&above.lemma.as_str());
    let goes_up = t.head != clause && t.dep == "ccomp" && !reports && is_clause(parsed, t.head);
    if goes_up { whole_clause(parsed, t.head) } else { clause }
}

/// "There were 14 votes in favour, and one member abstained, according to the clerk": from the last of several clauses up to
/// the first, where a comma parts all of them from the adjunct.
fn whole_sentence(parsed: &ParsedArticle, clause: usize, adjunct: usize) -> usize {
    let t = &parsed.tokens[clause];
    let parted = adjunct.checked_sub(1).is_some_and(|c| parsed.tokens[c].lower == ",");
    let joined = matches!(t.dep, "conj" | "advcl") && t.head < clause && is_clause(parsed, t.head);
    let plain = |v: usize| cue_class(&parsed.tokens[v].lemma).is_none() && !follows_but(parsed, v, clause);
    let goes_up = parted && joined && plain(t.head) && plain(clause);
    if goes_up { whole_sentence(parsed, t.head, adjunct) } else { clause }
}

/// Whether "but" stands between a clause and one joined to it: the second is no longer the speaker's.
pub(in crate::quotation) fn follows_but(parsed: &ParsedArticle, clause: usize, joined: usize) -> bool {
    let mut conjunctions =
        parsed.children(clause).iter().filter(|&&c| parsed.tokens[c].dep == "cc" && c < joined);
    conjunctions.next_back().is_some_and(|&c| {
        // "What he has but not what he thinks".
        let goes_on = parsed.tokens.get(c + 1).is_some_and(|next| next.lower == "not");
        parsed.tokens[c].lower == "but" && !goes_on
    })
}
