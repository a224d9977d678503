//! Which links of the chains the record's entities take over: the sure ones only.

use super::Resolved;
use super::markables::{Form, Markable};
use crate::ParsedArticle;
use crate::mention::entities::Draft;
use crate::mention::{EntityKind, MentionKind, is_person_noun};
use rustc_hash::FxHashMap;

/// Confidence from which a pronoun is a mention of the entity that it takes up.
const PRONOUN_MIN: f32 = 0.7;
/// Confidence from which a description is one.
const DESCRIPTION_MIN: f32 = 0.7;

/// Adds to the named entities the pronouns and descriptions that surely take them up and that nothing else has claimed.
pub(in crate::mention) fn adopt(parsed: &ParsedArticle, resolved: &Resolved, drafts: &mut [Draft]) {
    let mut entity_at: FxHashMap<usize, usize> = FxHashMap::default();
    for (d, draft) in drafts.iter().enumerate() {
        entity_at.extend(draft.mentions.iter().map(|m| (m.head, d)));
    }
    let mut merged: Vec<Option<usize>> = vec![None; drafts.len()];
    for (markable, &(node, confidence)) in resolved.markables.iter().zip(&resolved.nodes) {
        if node >= drafts.len() || !drafts[node].is_named || markable.is_quoted {
            continue;
        }
        let held = entity_at.get(&markable.head).copied();
        match kind(markable) {
            MentionKind::Pronoun
                if held.is_none()
                    && confidence >= PRONOUN_MIN
                    && may_be_he(parsed, markable, &drafts[node])
                    && !is_only_whose(parsed, markable, &drafts[node]) =>
            {
                drafts[node].mention(markable.tokens.clone(), markable.head, MentionKind::Pronoun, false);
            }
            MentionKind::Nominal
                if confidence >= DESCRIPTION_MIN && may_be(parsed, markable, &drafts[node]) =>
            {
                match held {
                    None => {
                        drafts[node].mention(
                            markable.tokens.clone(),
                            markable.head,
                            MentionKind::Nominal,
                            false,
                        );
                    }
                    Some(d) if d != node && !drafts[d].is_named => merged[d] = Some(node),
                    Some(_) => {}
                }
            }
            _ => {}
        }
    }
    for (d, node) in merged.iter().enumerate().filter_map(|(d, n)| Some((d, (*n)?))) {
        let mentions = std::mem::take(&mut drafts[d].mentions);
        drafts[node].mentions.extend(mentions);
    }
    for draft in drafts.iter_mut() {
        draft.affiliation = draft.affiliation.map(|a| merged[a].unwrap_or(a));
    }
}

/// "He" is no town and no ministry.
fn may_be_he(parsed: &ParsedArticle, markable: &Markable, draft: &Draft) -> bool {
    let is_of_person = matches!(
        &*parsed.tokens[markable.head].lower,
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself"
    );
    !is_of_person || matches!(draft.kind, EntityKind::Person | EntityKind::Other | EntityKind::Product)
}

/// "The mayor of Lund fell ill. He ...": a name that so far only says of what somebody is the mayor is not "he".
fn is_only_whose(parsed: &ParsedArticle, markable: &Markable, draft: &Draft) -> bool {
    let is_complement = |head: usize| {
        let of = &parsed.tokens[parsed.tokens[head].head];
        parsed.tokens[head].dep == "pobj" && of.lower == "of" && is_person_noun(&parsed.tokens[of.head].lemma)
    };
    let mut before = draft.mentions.iter().filter(|m| m.head < markable.head).peekable();
    before.peek().is_some() && before.all(|m| is_complement(m.head))
}

fn kind(markable: &Markable) -> MentionKind {
    match markable.form {
        Form::FullName | Form::ShortName => MentionKind::Name,
        Form::Pronoun => MentionKind::Pronoun,
        _ => MentionKind::Nominal,
    }
}

/// Only a definite description takes up a name ("the agency", "its leader" is somebody else), and one of its number.
fn may_be(parsed: &ParsedArticle, markable: &Markable, draft: &Draft) -> bool {
    let is_definite = matches!(markable.form, Form::Definite | Form::Demonstrative);
    is_definite
        && !markable.is_conjunct
        && parsed.tokens[markable.head].pos == "NOUN"
        && markable.is_plural == draft.is_plural
}
