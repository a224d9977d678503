//! A second look at "he said" beside words in quotation marks. Whom "he" means, the mention detector says without
//! knowing who speaks; but nobody is introduced for the first time by what he says himself.
//!
//! How: an entity that is named or described only inside quotation marks before the pronoun is no speaker. Then, and
//! where nobody was found, whoever spoke before in the same paragraph is meant, or the person whom the sentence
//! before is about, or the only person named so far; else nobody.

use super::compose::Sources;
use super::direct::{By, Utterance};
use super::frame::Who;
use super::speaker::{Speaker, of_phrase};
use crate::mention::{EntityKind, Gender, MentionKind, gender_of_first_name, gender_of_word};
use rashomon_text::Span;

/// The speaker of an utterance whose cue has the pronoun `head` as its subject.
pub(super) fn recheck(s: &Sources, utterance: &Utterance, head: usize, speaker: Speaker) -> Speaker {
    let token = &s.scene.parsed.tokens[head];
    let gender = match token.lower.as_str() {
        "he" => Gender::Male,
        "she" => Gender::Female,
        _ => return speaker,
    };
    let outermost = utterance.marks.iter().all(|&m| s.marks[m].parent.is_none());
    if !outermost || speaker.entity.is_some_and(|e| is_known_before(s, e, token.span)) {
        return speaker;
    }
    let found =
        speaker_before(s, utterance, head, gender).or_else(|| subject_before(s, utterance, head, gender));
    let found = found.or_else(|| only_person(s, token.span, gender));
    match found {
        Some(found) => Speaker { span: Some(token.span), ..of_phrase(s.scene, found) },
        None => {
            let links = unresolved(s, speaker, token.span);
            Speaker { span: Some(token.span), links, ..Speaker::default() }
        }
    }
}

/// Whether the entity has been named or described before the pronoun, outside quotation marks.
fn is_known_before(s: &Sources, entity: usize, pronoun: Span) -> bool {
    let Some(entity) = s.scene.entities.get(entity) else { return false };
    entity.mentions.iter().filter_map(|&m| s.scene.mentions.get(m)).any(|m| {
        m.kind != MentionKind::Pronoun
            && m.span.end() <= pronoun.start()
            && !s.marks_near(m.span).any(|i| s.marks[i].inner.contains(m.span))
    })
}

fn unresolved(s: &Sources, speaker: Speaker, pronoun: Span) -> crate::attribution::Attribution {
    let mut links = speaker.links;
    // The last link is the pronoun's; media before it stay.
    links.pop();
    while links.last().is_some_and(|l| l.role == crate::attribution::AttributionRole::Organisation) {
        links.pop();
    }
    links.push(super::speaker::unnamed(s.scene.parsed, pronoun));
    links
}

/// Head of the phrase that named the speaker of the utterance before, in the same paragraph.
fn speaker_before(s: &Sources, utterance: &Utterance, pronoun: usize, gender: Gender) -> Option<usize> {
    let first = *utterance.marks.first()?;
    let block = s.marks[first].block;
    let before = s.utterances.partition_point(|u| u.marks[0] < first);
    let before = s.utterances[..before].iter().rev().take_while(|u| s.marks[u.marks[0]].block == block);
    let spoke = before.filter_map(|u| match &u.by {
        By::Frame(f) => phrase(s.frames[*f].who),
        By::Cue(frame) => phrase(frame.who),
        By::Subject(head) => Some(*head),
        By::Same(_) | By::Nobody => None,
    });
    let reported = || {
        // Speech reported without marks counts too: "said Inspector Paki. “Nobody …,” he said".
        let parsed = s.scene.parsed;
        let start = parsed.article.blocks[block].span.start();
        let end = s.marks[first].outer.start();
        let near = s.frames.partition_point(|f| parsed.tokens[f.cue].span.start() < start);
        let near = s.frames[near..].iter().take_while(|f| parsed.tokens[f.cue].span.start() < end);
        near.filter(|f| !f.content.is_empty()).filter_map(|f| phrase(f.who)).last()
    };
    let mut all = spoke.filter(|&h| h != pronoun);
    let found = all.find(|&h| fits(s, h, gender));
    found.or_else(|| reported().filter(|&h| h != pronoun && fits(s, h, gender)))
}

fn phrase(who: Who) -> Option<usize> {
    match who {
        Who::Phrase(head) => Some(head),
        Who::Nobody => None,
    }
}

/// The subject of the sentence before the utterance, in the same paragraph.
fn subject_before(s: &Sources, utterance: &Utterance, pronoun: usize, gender: Gender) -> Option<usize> {
    let parsed = s.scene.parsed;
    let mark = s.marks[*utterance.marks.first()?];
    let start = parsed.article.blocks[mark.block].span.start();
    let before = parsed.tokens_in(Span::new(start, mark.outer.start().max(start)));
    let last = before.rev().find(|&t| !matches!(parsed.tokens[t].pos, "SPACE" | "PUNCT"))?;
    let root = parsed.root(parsed.tokens[last].sentence);
    parsed.child(root, &["nsubj", "nsubjpass"]).filter(|&h| h != pronoun && fits(s, h, gender))
}

/// The head of the only person named in the article so far, if there is just one and the pronoun fits.
fn only_person(s: &Sources, pronoun: Span, gender: Gender) -> Option<usize> {
    let named = |m: &&crate::mention::Mention| {
        let person =
            s.scene.entities.get(m.entity).is_some_and(|e| e.kind == EntityKind::Person && e.is_named);
        person && m.kind == MentionKind::Name
    };
    let end = s.scene.mentions.partition_point(|m| m.span.end() <= pronoun.start());
    let mut persons = s.scene.mentions[..end].iter().filter(named);
    let first = persons.next()?;
    (persons.all(|m| m.entity == first.entity) && fits(s, first.head, gender)).then_some(first.head)
}

/// Whether a phrase names a person who can be "he" or "she".
fn fits(s: &Sources, head: usize, gender: Gender) -> bool {
    let Some(index) = of_phrase(s.scene, head).entity else { return false };
    let Some(entity) = s.scene.entities.get(index) else { return false };
    let role = entity.role.as_deref().unwrap_or_default();
    let words = role.split_whitespace().chain(s.scene.parsed.tokens.get(head).map(|t| t.lower.as_str()));
    let of_words = words.filter_map(|w| gender_of_word(&w.to_lowercase())).next();
    let of_name = entity.name.split_whitespace().next().and_then(gender_of_first_name);
    entity.kind == EntityKind::Person && of_words.or(of_name).is_none_or(|g| g == gender)
}
