//! What somebody tells or feels something about, as a phrase: "announced a review", "complained about the cost", "insisted
//! on a vote", "is worried about the dam", "raised questions about whether it holds".
//!
//! How: the words that `data/attribution` lists for it, with their object or what stands behind their preposition, and a
//! speaker who can mean it. Left out: pronouns ("announced it"), what is negated, passives.

use super::complement::{is_negated, speaker};
use super::intention::can_mean;
use super::phrase::Phrase;
use super::{AttributionForm, AttributionRelation, AttributionType, cues};
use crate::ParsedArticle;
use crate::quotation::cues::cue_noun;
use crate::quotation::frame::{is_bare_participle, maker};

/// The matter of a word.
pub(super) fn at(parsed: &ParsedArticle, cue: usize) -> Option<AttributionRelation> {
    let t = &parsed.tokens[cue];
    let (kind, speaker, content) = if t.tag.starts_with("VB") {
        of_verb(parsed, cue)?
    } else if t.pos == "ADJ" || t.tag.starts_with("JJ") {
        of_adjective(parsed, cue)?
    } else {
        of_noun(parsed, cue)?
    };
    let fits = can_mean(parsed, speaker);
    fits.then(|| Phrase { cue, speaker, content, kind, form: AttributionForm::Phrase }.into_relation(parsed))?
}

type Matter = (AttributionType, usize, Vec<usize>);

fn of_verb(parsed: &ParsedArticle, cue: usize) -> Option<Matter> {
    let t = &parsed.tokens[cue];
    let passive = parsed.child(cue, &["nsubjpass", "auxpass"]).is_some();
    if passive || is_negated(parsed, cue) || is_bare_participle(parsed, cue) {
        return None;
    }
    let object = parsed.child(cue, &["dobj"]).filter(|&o| o > cue);
    let (kind, content) = match object {
        Some(object) => {
            let named = parsed.tokens[object].pos != "PRON";
            (cues::with_matter(&t.lemma).filter(|_| named)?, parsed.subtree(object))
        }
        None => (cues::about(&t.lemma)?, behind_preposition(parsed, cue)?),
    };
    Some((kind, speaker(parsed, cue)?, content))
}

/// "Is worried about the dam".
fn of_adjective(parsed: &ParsedArticle, cue: usize) -> Option<Matter> {
    let t = &parsed.tokens[cue];
    let kind = cues::about(&t.lemma).filter(|_| t.dep == "acomp")?;
    let negated = is_negated(parsed, t.head) || is_negated(parsed, cue);
    let speaker = speaker(parsed, t.head).filter(|_| !negated)?;
    Some((kind, speaker, behind_preposition(parsed, cue)?))
}

/// "Raised questions about whether it holds", "their doubts about the dam".
fn of_noun(parsed: &ParsedArticle, cue: usize) -> Option<Matter> {
    let t = &parsed.tokens[cue];
    let named = cues::noun_with_clause(&t.lemma)
        .or_else(|| cue_noun(&t.lemma).map(|_| AttributionType::Assertion))
        .or_else(|| (t.lemma == "question").then_some(AttributionType::Belief));
    let kind = named.filter(|_| t.pos == "NOUN" && t.dep == "dobj")?;
    let told = matches!(parsed.tokens[t.head].lemma.as_str(), "express" | "raise" | "voice");
    let content = behind_preposition(parsed, cue).filter(|_| told)?;
    Some((kind, maker(parsed, cue)?, content))
}

/// The words from the preposition on that stands right behind a word or behind an adverb.
fn behind_preposition(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    const ABOUT: &[&str] = &["about", "against", "at", "for", "of", "on", "over"];
    let next = cue + 1 + usize::from(parsed.tokens.get(cue + 1).is_some_and(|t| t.tag == "RB"));
    let preposition = parsed.children(cue).iter().copied().find(|&c| {
        parsed.tokens[c].dep == "prep" && c <= next && ABOUT.contains(&parsed.tokens[c].lower.as_str())
    })?;
    let filled = parsed.child(preposition, &["pobj", "pcomp"]).is_some();
    (preposition > cue && filled).then(|| parsed.subtree(preposition))
}
