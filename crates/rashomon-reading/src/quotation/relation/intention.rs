//! What somebody means to do or wants to be done, as an infinitive: "the union plans to strike", "urged the council to
//! wait", "wants the dam emptied".
//!
//! How: the verbs that `data/attribution` lists for it, with their infinitive and, where they have one, the object that is
//! to do it. Left out: what is negated, and what nobody named means ("is expected to").

use super::complement::{is_expletive, is_negated, speaker, without_edges};
use super::{AttributionForm, AttributionRelation, AttributionType, cues};
use crate::ParsedArticle;

/// All of an article with the tokens of their cues.
pub(super) fn find(parsed: &ParsedArticle) -> Vec<(usize, AttributionRelation)> {
    (0..parsed.tokens.len()).filter_map(|t| Some((t, at(parsed, t)?))).collect()
}

fn at(parsed: &ParsedArticle, cue: usize) -> Option<AttributionRelation> {
    let t = &parsed.tokens[cue];
    if !t.tag.starts_with("VB") || !cues::is_of_intention(&t.lemma) || is_negated(parsed, cue) {
        return None;
    }
    if parsed.child(cue, &["nsubjpass", "auxpass"]).is_some() {
        return None;
    }
    let speaker = speaker(parsed, cue).filter(|&s| !is_expletive(parsed, s))?;
    let content = wanted(parsed, cue)?;
    let spans = without_edges(parsed, &content);
    (!spans.is_empty()).then(|| AttributionRelation {
        content: spans,
        cue: Some(t.span),
        speaker: Some(crate::quotation::speaker::noun_phrase(parsed, speaker)),
        kind: AttributionType::Eventuality,
        form: AttributionForm::Phrase,
        is_bidding: false,
    })
}

/// The infinitive below a cue with the object before it: "the council to wait".
fn wanted(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    let infinitive = |&c: &usize| {
        let to = parsed.child(c, &["aux"]).is_some_and(|a| parsed.tokens[a].tag == "TO");
        c > cue && to && matches!(parsed.tokens[c].dep, "xcomp" | "ccomp")
    };
    let clause = parsed.children(cue).iter().copied().find(infinitive)?;
    let object = parsed.child(cue, &["dobj", "dative"]).filter(|&o| cue < o && o < clause);
    let mut content = parsed.subtree(clause);
    content.extend(object.into_iter().flat_map(|o| parsed.subtree(o)));
    content.retain(|&t| t > cue);
    content.sort_unstable();
    Some(content)
}
