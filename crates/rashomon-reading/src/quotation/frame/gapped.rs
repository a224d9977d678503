//! Second speakers without a verb of their own: "the police speak of 4,000, the organisers of 9,000", "the army says that it
//! was fired on; the villagers, that nobody fired".

use super::{Frame, Who};
use crate::ParsedArticle;
use crate::mention::{is_organisation_noun, is_person_noun};
use crate::quotation::cues::{CueClass, cue_class};

/// Longest name of the second speaker, in words.
const N_WORDS_MAX: usize = 6;

/// The frame of a second speaker before "of" or "that".
pub(super) fn gapped(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    let lower = |t: usize| parsed.tokens[t].lower.as_str();
    let opens = match lower(token) {
        "of" => true,
        "that" => parsed.tokens[token].dep == "mark",
        _ => false,
    };
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let last = token.checked_sub(1).filter(|&l| opens && sentence.contains(&l))?;
    let last = if lower(last) == "," { last.checked_sub(1)? } else { last };
    let parts = |t: usize| matches!(lower(t), "," | ";" | "and" | "but" | "while");
    let start = (sentence.start..=last).rev().find(|&t| parts(t))?;
    let words = start + 1..last + 1;
    let is_phrase = |t: usize| {
        let t = &parsed.tokens[t];
        matches!(t.pos, "DET" | "ADJ" | "NOUN" | "PROPN" | "PART") || t.dep == "case"
    };
    let fits = (1..=N_WORDS_MAX).contains(&words.len()) && words.clone().all(is_phrase);
    if !fits || !is_speaker(parsed, last) || !has_model(parsed, token, sentence.start..start) {
        return None;
    }
    let end = (token..sentence.end).find(|&t| lower(t) == ";").unwrap_or(sentence.end);
    Some(Frame {
        cue: token,
        cue_tokens: token..token + 1,
        class: CueClass::Neutral,
        who: Who::Phrase(last),
        hearer: None,
        relay: None,
        joined_to: None,
        content: (token + 1..end).collect(),
        only_in_marks: false,
    })
}

/// People, bodies and places that speak for themselves; no "news that", no "report of".
fn is_speaker(parsed: &ParsedArticle, t: usize) -> bool {
    let token = &parsed.tokens[t];
    let plural = matches!(token.lower.as_str(), "police" | "drivers" | "organisers" | "organizers");
    token.pos == "PROPN" || plural || is_person_noun(&token.lemma) || is_organisation_noun(&token.lemma)
}

/// Whether the clause before says something with the same word: "speaks of …", "says that …".
fn has_model(parsed: &ParsedArticle, token: usize, before: std::ops::Range<usize>) -> bool {
    let lower = |t: usize| parsed.tokens[t].lower.as_str();
    let finite = |t: usize| matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "VBP");
    let is_model = |v: usize| match lower(token) {
        "of" => {
            let speaks = matches!(parsed.tokens[v].lemma.as_str(), "speak" | "talk");
            speaks && before.contains(&(v + 1)) && lower(v + 1) == "of"
        }
        _ => cue_class(&parsed.tokens[v].lemma).is_some_and(CueClass::states),
    };
    before.clone().rev().find(|&v| finite(v) && is_model(v)).is_some_and(|v| {
        // "We wrote to the manager, Ada Berg, that it leaked": the first has said nothing yet.
        let has_said =
            lower(token) == "of" || parsed.child(v, &["ccomp"]).is_some_and(|c| before.contains(&c));
        has_said && parsed.child(v, &["nsubj"]).is_some_and(|s| s < v)
    })
}

/// Takes from what the first speaker says what the second one does.
pub(super) fn part(parsed: &ParsedArticle, frames: &mut [Frame]) {
    let is_gapped = |f: &Frame| {
        let cue = &parsed.tokens[f.cue];
        !cue.tag.starts_with("VB") && matches!(cue.lower.as_str(), "of" | "that")
    };
    for second in 0..frames.len() {
        let Who::Phrase(speaker) = frames[second].who else { continue };
        if !is_gapped(&frames[second]) {
            continue;
        }
        let sentence = parsed.tokens[speaker].sentence;
        let own = |t: &usize| parsed.tokens[*t].pos != "PUNCT";
        let first = (0..speaker)
            .rev()
            .find(|&t| matches!(parsed.tokens[t].lower.as_str(), "," | ";" | "and" | "but" | "while"))
            .unwrap_or(speaker);
        for frame in frames.iter_mut().take(second) {
            if parsed.tokens[frame.cue].sentence == sentence && frame.cue < first {
                frame.content.retain(|&t| t < first);
                while frame.content.last().is_some_and(|t| !own(t)) {
                    frame.content.pop();
                }
            }
        }
    }
}
