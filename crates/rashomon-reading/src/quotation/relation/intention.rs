//! What somebody means to do or wants to be done, as an infinitive: "the union plans to strike", "urged the council to
//! wait", "called on him to resign", "her promise to pay".
//!
//! How: the verbs and nouns that `data/attribution` lists for it, with their infinitive and, where they have one, the object
//! that is to do it. Left out: what is negated, and what nobody named means ("is expected to").

use super::complement::{is_negated, speaker};
use super::phrase::{Phrase, is_infinitive};
use super::{AttributionForm, AttributionRelation, AttributionType, cues};
use crate::ParsedArticle;
use crate::mention::{is_organisation_noun, is_person_noun};
use crate::quotation::frame::{can_speak, is_bare_participle, maker};

/// The intention that a token tells.
pub(super) fn at(parsed: &ParsedArticle, cue: usize) -> Option<AttributionRelation> {
    let t = &parsed.tokens[cue];
    let (form, speaker, content) = if t.tag.starts_with("VB") {
        let passive = parsed.child(cue, &["nsubjpass", "auxpass"]).is_some();
        if passive || is_negated(parsed, cue) || is_bare_participle(parsed, cue) {
            return None;
        }
        let content = if t.lemma == "call" { called_for(parsed, cue) } else { wanted(parsed, cue) };
        let speaker =
            speaker(parsed, cue).filter(|&s| !cues::is_also_of_things(&t.lemma) || can_mean(parsed, s))?;
        (AttributionForm::Phrase, speaker, content?)
    } else {
        let told = t.pos == "NOUN" && cues::is_noun_of_intention(&t.lemma);
        let clause = parsed.child(cue, &["acl", "xcomp"]).filter(|&c| told && is_infinitive(parsed, c))?;
        (AttributionForm::Noun, maker(parsed, cue)?, parsed.subtree(clause))
    };
    Phrase { cue, speaker, content, kind: AttributionType::Eventuality, form }.into_relation(parsed)
}

/// Whether a phrase may name somebody with a will: a name, a pronoun, people, a body.
pub(super) fn can_mean(parsed: &ParsedArticle, head: usize) -> bool {
    let t = &parsed.tokens[head];
    t.pos != "NOUN" || is_person_noun(&t.lemma) || is_organisation_noun(&t.lemma)
}

/// The infinitive below a cue with the object before it: "the council to wait".
fn wanted(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    if !cues::is_of_intention(&parsed.tokens[cue].lemma) {
        return None;
    }
    let fits = |&c: &usize| c > cue && matches!(parsed.tokens[c].dep, "xcomp" | "ccomp");
    let clause = parsed.children(cue).iter().copied().filter(fits).find(|&c| is_infinitive(parsed, c))?;
    let object = parsed.child(cue, &["dobj", "dative"]).filter(|&o| cue < o && o < clause);
    let mut content = parsed.subtree(clause);
    content.extend(object.into_iter().flat_map(|o| parsed.subtree(o)));
    Some(content)
}

/// "Called for an inquiry", "called on the mayor to resign".
fn called_for(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    let preposition = |&c: &usize| {
        parsed.tokens[c].dep == "prep" && matches!(parsed.tokens[c].lower.as_str(), "for" | "on" | "upon")
    };
    let below = parsed.children(cue).iter().copied();
    let called = below.clone().find(preposition).filter(|&p| p == cue + 1)?;
    let object = parsed.child(called, &["pobj"])?;
    let mut content = parsed.subtree(object);
    if parsed.tokens[called].lower != "for" {
        if !can_speak(parsed, object) {
            return None;
        }
        let clause = below.chain(parsed.children(object).iter().copied());
        let clause = clause.filter(|&c| c > object).find(|&c| is_infinitive(parsed, c))?;
        content.extend(parsed.subtree(clause));
    }
    Some(content)
}
