//! Times that a clause shares with the one beside it.

use super::{EventType, lexicon};
use crate::ParsedArticle;

/// A time at the end of "felled the tower and killed two on Monday" holds for both verbs.
pub(super) fn of(parsed: &ParsedArticle, own: &dyn Fn(usize) -> Option<usize>, verb: usize) -> Option<usize> {
    // "14 people were killed and dozens wounded on Friday": the auxiliary is left out.
    let is_gapped = |c: usize| {
        parsed.tokens[c].tag == "VBN"
            && parsed.child(c, &["aux", "auxpass", "dobj"]).is_none()
            && parsed.child(verb, &["auxpass"]).is_some()
    };
    let same = |c: &usize| {
        parsed.tokens[*c].dep == "conj"
            && parsed.tokens[*c].tag == parsed.tokens[verb].tag
            && (parsed.child(*c, &["nsubj", "nsubjpass", "aux"]).is_none() || is_gapped(*c))
    };
    parsed
        .children(verb)
        .iter()
        .copied()
        .filter(same)
        .find_map(own)
        .or_else(|| tallied_time(parsed, own, verb))
}

/// "It survived a motion on Friday: 133 members voted for it": how they voted then.
fn tallied_time(parsed: &ParsedArticle, own: &dyn Fn(usize) -> Option<usize>, verb: usize) -> Option<usize> {
    let start = parsed.sentences[parsed.tokens[verb].sentence].tokens.start;
    let colon = (start..verb).rev().find(|&t| parsed.tokens[t].lower == ":")?;
    let is_vote =
        |t: usize| lexicon::verb(&parsed.tokens[t].lemma).is_some_and(|s| s.kind == EventType::Vote);
    let is_finite =
        |&t: &usize| parsed.tokens[t].pos == "VERB" && parsed.child(t, &["nsubj", "nsubjpass"]).is_some();
    is_vote(verb).then(|| (start..colon).rev().filter(is_finite).find_map(own)).flatten()
}
