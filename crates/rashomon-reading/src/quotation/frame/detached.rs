//! Cues that the parser hung inside what another cue says.

use super::Frame;
use super::sayer::may_be_sayer;
use crate::ParsedArticle;

/// Repairs two attachments that parsers get wrong: "said the deal was dead and denied that …" (the denial is no
/// part of what is said, as a deal denies nothing), and "said it was safe, adding that …".
pub(super) fn detach(parsed: &ParsedArticle, frames: &mut [Frame]) {
    let sentence = |f: &Frame| parsed.tokens[f.cue].sentence;
    for outer in 0..frames.len() {
        for inner in outer + 1..frames.len() {
            if sentence(&frames[inner]) != sentence(&frames[outer]) {
                break;
            }
            let is_inside = frames[outer].content.binary_search(&frames[inner].cue).is_ok();
            if is_inside && belongs_beside(parsed, frames[outer].cue, frames[inner].cue) {
                let cut = detached_part(parsed, frames[inner].cue);
                frames[outer].content.retain(|t| cut.binary_search(t).is_err());
                frames[inner].who = frames[outer].who;
                frames[inner].joined_to = Some(frames[outer].cue);
            }
        }
    }
}

/// A cue with what hangs on it and what joins it, in text order.
pub(in crate::quotation) fn detached_part(parsed: &ParsedArticle, cue: usize) -> Vec<usize> {
    let first = parsed.edges(cue).start;
    let mut cut = parsed.subtree(cue);
    let joined = |t: usize| matches!(parsed.tokens[t].dep, "cc" | "punct");
    cut.extend((first.saturating_sub(3)..first).rev().take_while(|&t| joined(t)));
    cut.sort_unstable();
    cut
}

/// Whether a cue within what another says is the other's own speaker's.
pub(in crate::quotation) fn belongs_beside(parsed: &ParsedArticle, outer: usize, inner: usize) -> bool {
    const GOING_ON: &[&str] = &["add", "say", "note", "stress", "insist", "explain"];
    let (o, i) = (&parsed.tokens[outer], &parsed.tokens[inner]);
    let own_subject = parsed.child(inner, &["nsubj", "nsubjpass"]).is_some();
    if own_subject || !o.tag.starts_with("VB") {
        return false;
    }
    let subject = parsed.child(i.head, &["nsubj", "nsubjpass"]);
    let sayer = subject.is_some_and(|s| may_be_sayer(parsed, s));
    // "They claimed Ada Berg was a guest and claim she lied": a plural verb has no singular subject.
    let plural = matches!(i.tag, "VB" | "VBP")
        && matches!(parsed.tokens[i.head].tag, "VBD" | "VBZ")
        && parsed.child(i.head, &["aux"]).is_none()
        && subject.is_some_and(|s| {
            let t = &parsed.tokens[s];
            matches!(t.tag, "NN" | "NNP") || matches!(t.lower.as_str(), "he" | "she" | "it")
        });
    let clause = || parsed.child(inner, &["ccomp"]).is_some() || parsed.child(inner, &["dobj"]).is_none();
    let goes_on = GOING_ON.contains(&i.lemma.as_str());
    match i.dep {
        "conj" if plural || i.head == outer => true,
        // "Said he would debate her and promised more": a past tense goes on no infinitive.
        "conj" if i.tag == "VBD" && o.tag == "VBD" && parsed.tokens[i.head].tag == "VB" => true,
        "conj" => i.tag == o.tag && !sayer,
        // "Adding salt to the dough" adds nothing to what is said.
        "advcl" => i.tag == "VBG" && if goes_on { clause() } else { !sayer },
        _ => false,
    }
}
