//! Views in a phrase: what a noun's clause says ("their hope that the dam would hold"), what somebody takes a thing for ("see
//! the plan as a threat"), and for what somebody judges another ("criticised the council for waiting").
//!
//! How: the words that `data/attribution` lists for it, with a speaker who is named beside them.

use super::complement::{is_expletive, is_finite, is_negated, speaker, without_edges};
use super::{AttributionForm, AttributionRelation, AttributionType, cues};
use crate::ParsedArticle;
use crate::quotation::frame::{clause_of_noun, maker};
use crate::quotation::speaker::noun_phrase;

/// A cue with whose view it is and what it says.
pub(super) struct Phrase {
    pub(super) cue: usize,
    /// Head of the phrase that names whose it is.
    pub(super) speaker: usize,
    pub(super) content: Vec<usize>,
    pub(super) kind: AttributionType,
    pub(super) form: AttributionForm,
}

impl Phrase {
    pub(super) fn into_relation(mut self, parsed: &ParsedArticle) -> Option<AttributionRelation> {
        self.content.retain(|&t| t > self.cue);
        self.content.sort_unstable();
        self.content.dedup();
        let content = without_edges(parsed, &self.content);
        let fits = !content.is_empty() && !is_expletive(parsed, self.speaker);
        fits.then(|| AttributionRelation {
            content,
            cue: Some(parsed.tokens[self.cue].span),
            speaker: Some(noun_phrase(parsed, self.speaker)),
            kind: self.kind,
            form: self.form,
            is_bidding: false,
            is_negated: false,
        })
    }
}

/// The view that a token tells.
pub(super) fn at(parsed: &ParsedArticle, cue: usize) -> Option<AttributionRelation> {
    let t = &parsed.tokens[cue];
    if let Some(view) = in_view(parsed, cue) {
        return Some(view);
    }
    if t.pos == "NOUN" {
        let kind = cues::noun_with_clause(&t.lemma)?;
        let content = parsed.subtree(clause_of_noun(parsed, cue)?);
        let speaker = maker(parsed, cue)?;
        return Phrase { cue, speaker, content, kind, form: AttributionForm::Noun }.into_relation(parsed);
    }
    let passive = parsed.child(cue, &["nsubjpass", "auxpass"]).is_some();
    if !t.tag.starts_with("VB") || passive || is_negated(parsed, cue) {
        return None;
    }
    let object = parsed.child(cue, &["dobj"]).filter(|&o| o > cue)?;
    let below = parsed.children(cue).iter().chain(parsed.children(object)).copied();
    let mut prepositions = below.filter(|&c| parsed.tokens[c].dep == "prep" && c > object);
    let found = prepositions.find_map(|c| Some((cues::with_object(&t.lemma, &parsed.tokens[c].lower)?, c)));
    let (kind, phrase) = found?;
    let mut content = parsed.subtree(object);
    content.extend(parsed.subtree(phrase));
    let speaker = speaker(parsed, cue)?;
    Phrase { cue, speaker, content, kind, form: AttributionForm::Phrase }.into_relation(parsed)
}

/// "In his view, the law goes too far".
fn in_view(parsed: &ParsedArticle, cue: usize) -> Option<AttributionRelation> {
    const VIEWS: &[&str] =
        &["assessment", "estimation", "eye", "judgement", "judgment", "mind", "opinion", "view"];
    let t = &parsed.tokens[cue];
    let preposition = &parsed.tokens[t.head];
    let is_view = t.dep == "pobj"
        && VIEWS.contains(&t.lemma.as_str())
        && matches!(preposition.lower.as_str(), "in" | "to");
    let owner = parsed.child(cue, &["poss"]).filter(|_| is_view)?;
    let clause = preposition.head;
    let apart = parsed.subtree(t.head);
    let content: Vec<usize> = parsed.subtree(clause).into_iter().filter(|c| !apart.contains(c)).collect();
    let opens = apart.first() == Some(&parsed.sentences[t.sentence].tokens.start);
    let comma = parsed.tokens.get(apart[apart.len() - 1] + 1).is_some_and(|n| n.lower == ",");
    let content = without_edges(parsed, &content);
    (opens && comma && is_finite(parsed, clause) && !content.is_empty()).then(|| AttributionRelation {
        content,
        cue: Some(t.span),
        speaker: Some(noun_phrase(parsed, owner)),
        kind: AttributionType::Belief,
        form: AttributionForm::Adjunct,
        is_bidding: false,
        is_negated: false,
    })
}

/// "To pay", "to be paid".
pub(super) fn is_infinitive(parsed: &ParsedArticle, verb: usize) -> bool {
    parsed.child(verb, &["aux"]).is_some_and(|a| parsed.tokens[a].tag == "TO")
}
