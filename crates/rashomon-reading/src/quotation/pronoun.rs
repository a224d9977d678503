//! A second look at "he said", "it says" and "they deny it". Whom a pronoun means, the mention detector says without
//! knowing who speaks; but nobody is introduced for the first time by what he says himself, and whoever has just spoken
//! mostly goes on.
//!
//! How, for "he" and "she": an entity that is named or described only inside quotation marks before the pronoun is no speaker;
//! nor is one whom the sentence before names only in what somebody else of that sex is reported to say. Then, and where
//! nobody was found, whoever spoke before in the same paragraph is meant, or the person whom the sentence before is about, or
//! the only one who spoke in the paragraph before, or the only person named so far; else nobody.
//! "It" and "they" without an antecedent are the body, or the people, that spoke last in the paragraph or that the sentence
//! before is about.

use super::Quotation;
use super::compose::Sources;
use super::direct::By;
use super::frame::{Frame, Who};
use super::speaker::{Speaker, of_phrase};
use crate::attribution::{Attribution, AttributionRole};
use crate::mention::{
    EntityKind, Gender, LocalEntity, MentionKind, gender_of_first_name, gender_of_word, is_organisation_noun,
    is_person_noun,
};
use rashomon_text::{BlockKind, Span};

/// Where a pronoun is the subject of a cue.
pub(super) struct Place {
    /// The pronoun.
    pub(super) head: usize,
    /// The paragraph.
    pub(super) block: usize,
    /// Where the quotation with its cue begins.
    pub(super) start: usize,
}

/// The speaker of a quotation whose cue has the pronoun at `place` as its subject.
pub(super) fn recheck(s: &Sources, place: &Place, speaker: Speaker) -> Speaker {
    let token = &s.scene.parsed.tokens[place.head];
    let fits: &dyn Fn(usize) -> bool = match token.lower.as_str() {
        "he" => &|h| is_of(s, h, Gender::Male),
        "she" => &|h| is_of(s, h, Gender::Female),
        "it" => &|h| is_body(s, h),
        "they" => &|h| is_several(s, h),
        _ => return speaker,
    };
    let is_person = matches!(token.lower.as_str(), "he" | "she");
    let is_known = |e: usize| {
        let kind = s.scene.entities.get(e).map(|e| e.kind);
        let is_thing =
            || matches!(kind, Some(EntityKind::Place | EntityKind::Government | EntityKind::Facility));
        !is_person || !is_thing() && is_known_before(s, e, place) && !is_overshadowed(s, place, e, fits)
    };
    if speaker.entity.is_some_and(is_known) {
        let other = || other_speaker(s, place, speaker.entity, fits).filter(|_| is_person);
        return match other() {
            Some(other) => named_by(s, token.span, other, &speaker),
            None => speaker,
        };
    }
    let spoke = || speaker_before(s, place, &|h| fits(h) || token.lower == "it" && is_thing_that_spoke(s, h));
    let near = spoke().or_else(|| subject_before(s, place, fits));
    let found = near.or_else(|| {
        let above = is_person.then(|| only_speaker_above(s, place, fits)).flatten();
        above.or_else(|| is_person.then(|| only_person(s, token.span, fits)).flatten())
    });
    match found {
        Some(found) => named_by(s, token.span, found, &speaker),
        None => {
            let mut links = links_before(&speaker, token.span);
            links.push(super::speaker::unnamed(s.scene.parsed, token.span));
            Speaker { span: Some(token.span), links, ..Speaker::default() }
        }
    }
}

/// The speaker whom the phrase at `found` names, for a pronoun.
fn named_by(s: &Sources, pronoun: Span, found: usize, speaker: &Speaker) -> Speaker {
    let mut found = of_phrase(s.scene, found);
    let mut links = links_before(speaker, pronoun);
    links.append(&mut found.links);
    // Words that stand for no entity of the article are all that tells who it is.
    let span = if found.entity.is_some() { Some(pronoun) } else { found.span };
    Speaker { span, links, ..found }
}

/// "Ada Berg opened the list. It would go to the judge, she said": nobody names himself in what he says where somebody else has
/// spoken in the sentence before.
fn other_speaker(
    s: &Sources,
    place: &Place,
    entity: Option<usize>,
    fits: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let parsed = s.scene.parsed;
    let before = parsed.sentences[sentence_before(s, place)?].span;
    let own = parsed.sentences[parsed.tokens[place.head].sentence].span;
    let block = parsed.article.blocks[place.block].span;
    let mut near = s.scene.mentions.iter().filter(|m| {
        Some(m.entity) == entity
            && block.contains(m.span)
            && m.span.end() <= parsed.tokens[place.head].span.start()
    });
    // Named in the words themselves, by nothing but names, and nowhere above in the paragraph.
    let is_within = near.all(|m| own.contains(m.span) && m.kind != MentionKind::Pronoun);
    let spoke = speakers_in(s, before, place.head).into_iter().rev().find(|&h| fits(h))?;
    let other = of_phrase(s.scene, spoke).entity.filter(|&e| Some(e) != entity)?;
    let is_named = s.scene.entities.get(other).is_some_and(|e| e.is_named);
    (is_within && is_named).then_some(spoke)
}

/// "“He told me, ‘I fell,’” Kate Berg said": within a quotation "he" and "she" are the one other person of that sex whom the
/// paragraph has named before it, or the paragraph above.
pub(super) fn within(s: &Sources, pronoun: Span, outer: &Quotation) -> Option<usize> {
    let parsed = s.scene.parsed;
    let gender = match pronoun.slice(&parsed.article.text).to_lowercase().as_str() {
        "he" => Gender::Male,
        "she" => Gender::Female,
        _ => return None,
    };
    let start = outer.content.first()?.start();
    let own = parsed.sentences[parsed.sentence_at(start)?].block;
    let blocks = &parsed.article.blocks;
    let above = (0..own).rev().find(|&b| blocks[b].kind == BlockKind::Paragraph);
    // "I told the minister. He said, ‘No’": somebody within the words themselves.
    let within = outer.content.iter().flat_map(|c| parsed.tokens_in(*c));
    let person = |t: usize| parsed.tokens[t].pos == "NOUN" && is_person_noun(&parsed.tokens[t].lemma);
    let is_introduced = within.take_while(|&t| parsed.tokens[t].span.start() < pronoun.start()).any(person);
    if is_introduced || outer.speaker.is_none() {
        return None;
    }
    let others = |block: Span| {
        let stretch = Span::new(block.start(), block.end().min(start));
        let mut found: Vec<usize> = Vec::new();
        for m in
            s.scene.mentions.iter().filter(|m| stretch.contains(m.span) && Some(m.entity) != outer.speaker)
        {
            let same = of_phrase(s.scene, m.head).entity == Some(m.entity);
            let in_marks = s.marks_near(m.span).any(|i| s.marks[i].inner.contains(m.span));
            let entity = s.scene.entities.get(m.entity);
            let is_sure = entity.is_some_and(|e| !e.is_named || is_surely(e, gender))
                && !matches!(parsed.tokens[m.head].tag, "NNS" | "NNPS");
            if same && !in_marks && is_sure && is_of(s, m.head, gender) && !found.contains(&m.entity) {
                found.push(m.entity);
            }
        }
        found
    };
    let near = std::iter::once(own).chain(above).map(|b| blocks[b].span);
    let found = near.filter(|b| b.start() < start).map(others).find(|f| !f.is_empty())?;
    (found.len() == 1).then_some(found[0])
}

/// Whether an entity's first name is one of that sex alone.
fn is_surely(entity: &LocalEntity, gender: Gender) -> bool {
    entity.name.split_whitespace().next().and_then(gender_of_first_name) == Some(gender)
}

/// Whether the entity has been named or described before the pronoun, outside quotation marks; "a" brings in nobody who tells
/// of it himself in the same sentence ("A big man, she says, halted").
fn is_known_before(s: &Sources, entity: usize, place: &Place) -> bool {
    let parsed = s.scene.parsed;
    let pronoun = &parsed.tokens[place.head];
    let Some(entity) = s.scene.entities.get(entity) else { return false };
    entity.mentions.iter().filter_map(|&m| s.scene.mentions.get(m)).any(|m| {
        let first = &parsed.tokens[m.tokens.start];
        let parted = |t: usize| matches!(parsed.tokens[t].lower.as_str(), ":" | ";");
        let is_new = first.sentence == pronoun.sentence
            && !(m.tokens.start..place.head).any(parted)
            && m.kind != MentionKind::Name
            && matches!(first.lower.as_str(), "a" | "an");
        m.kind != MentionKind::Pronoun
            && m.span.end() <= pronoun.span.start()
            && !is_new
            && !s.marks_near(m.span).any(|i| s.marks[i].inner.contains(m.span))
    })
}

/// Whether the entity stands only in what a person who fits is reported to say in the sentence before: "Ada Berg denied that
/// Rita Moe had signed it. “…,” she said."
fn is_overshadowed(s: &Sources, place: &Place, entity: usize, fits: &dyn Fn(usize) -> bool) -> bool {
    let parsed = s.scene.parsed;
    let Some(sentence) = sentence_before(s, place) else { return false };
    let root = parsed.root(sentence);
    let first = s.frames.partition_point(|f| parsed.tokens[f.cue].sentence < sentence);
    let mut near = s.frames[first..].iter().take_while(|f| parsed.tokens[f.cue].sentence == sentence);
    let is_main = |f: &&Frame| {
        let holds_root = f.content.binary_search(&root).is_ok();
        !f.content.is_empty() && !f.only_in_marks && (f.cue == root || holds_root)
    };
    let Some(frame) = near.find(is_main) else { return false };
    let Some(who) = phrase(frame.who).filter(|&h| parsed.tokens[h].pos == "PROPN" && fits(h)) else {
        return false;
    };
    let block = parsed.article.blocks[place.block].span;
    let near = Span::new(block.start(), place.start.max(block.start()));
    let mut mentions = s.scene.mentions.iter().filter(|m| m.entity == entity && near.contains(m.span));
    of_phrase(s.scene, who).entity.is_some_and(|e| e != entity)
        && mentions.all(|m| frame.content.binary_search(&m.head).is_ok())
}

/// The media that hand on what a pronoun says.
fn links_before(speaker: &Speaker, pronoun: Span) -> Attribution {
    let mut links = speaker.links.clone();
    // The last link is the pronoun's, with the body that its antecedent speaks for.
    links.pop();
    while links.last().is_some_and(|l| l.role == AttributionRole::Organisation && l.span != Some(pronoun)) {
        links.pop();
    }
    links
}

/// Heads of the phrases that name who speaks within a stretch of the text, in its order, without those in quotation marks.
fn speakers_in(s: &Sources, stretch: Span, but: usize) -> Vec<usize> {
    let parsed = s.scene.parsed;
    let from = s.utterances.partition_point(|u| s.marks[u.marks[0]].outer.start() < stretch.start());
    let direct = s.utterances[from..]
        .iter()
        .take_while(|u| s.marks[u.marks[0]].outer.start() < stretch.end())
        .filter(|u| s.marks[u.marks[0]].parent.is_none())
        .filter_map(|u| match &u.by {
            By::Frame(f) => phrase(s.frames[*f].who),
            By::Cue(frame) => phrase(frame.who),
            By::Subject(head) => Some(*head),
            By::Same(_) | By::Nobody => None,
        });
    let first = s.frames.partition_point(|f| parsed.tokens[f.cue].span.start() < stretch.start());
    let reported = s.frames[first..]
        .iter()
        .take_while(|f| parsed.tokens[f.cue].span.start() < stretch.end())
        .filter(|f| !f.content.is_empty() && !f.only_in_marks)
        .filter_map(|f| phrase(f.who));
    let in_marks = |h: usize| {
        let span = parsed.tokens[h].span;
        s.marks_near(span).any(|m| s.marks[m].inner.contains(span))
    };
    let mut heads: Vec<usize> = direct
        .chain(reported)
        .filter(|&h| h != but && parsed.tokens[h].span.end() <= stretch.end())
        .collect();
    heads.retain(|&h| !in_marks(h));
    heads.sort_unstable();
    heads.dedup();
    heads
}

/// Head of the phrase that named the last speaker before, in the same paragraph.
fn speaker_before(s: &Sources, place: &Place, fits: &dyn Fn(usize) -> bool) -> Option<usize> {
    let start = s.scene.parsed.article.blocks[place.block].span.start();
    let spoke = speakers_in(s, Span::new(start, place.start.max(start)), place.head);
    spoke.into_iter().rev().find(|&h| fits(h))
}

/// The only one who speaks in the paragraph before, where the pronoun stands in the first sentence of its own.
fn only_speaker_above(s: &Sources, place: &Place, fits: &dyn Fn(usize) -> bool) -> Option<usize> {
    let parsed = s.scene.parsed;
    let blocks = &parsed.article.blocks;
    let opens = sentence_before(s, place).is_none();
    let above = (0..place.block).rev().find(|&b| blocks[b].kind.is_read()).filter(|_| opens)?;
    if blocks[above].kind != BlockKind::Paragraph {
        return None;
    }
    let spoke = speakers_in(s, blocks[above].span, place.head);
    let who = |h: usize| of_phrase(s.scene, h).entity;
    let last = spoke.iter().copied().rev().find(|&h| fits(h))?;
    let above = blocks[above].span;
    let others = s.scene.mentions.iter().filter(|m| above.contains(m.span) && Some(m.entity) != who(last));
    let is_named = who(last).and_then(|e| s.scene.entities.get(e)).is_some_and(|e| e.is_named);
    let is_only = !others.filter(|m| m.kind != MentionKind::Pronoun).any(|m| fits(m.head));
    (is_named && is_only && spoke.iter().all(|&h| who(h) == who(last))).then_some(last)
}

/// The sentence before a place, in the same paragraph.
fn sentence_before(s: &Sources, place: &Place) -> Option<usize> {
    let parsed = s.scene.parsed;
    let start = parsed.article.blocks[place.block].span.start();
    let own = parsed.sentence_at(place.start).map_or(place.start, |own| parsed.sentences[own].span.start());
    let before = parsed.tokens_in(Span::new(start, own.max(start)));
    let last = before.rev().find(|&t| !matches!(parsed.tokens[t].pos, "SPACE" | "PUNCT"))?;
    Some(parsed.tokens[last].sentence)
}

/// The subject of the sentence before, in the same paragraph.
fn subject_before(s: &Sources, place: &Place, fits: &dyn Fn(usize) -> bool) -> Option<usize> {
    let parsed = s.scene.parsed;
    let root = parsed.root(sentence_before(s, place)?);
    parsed.child(root, &["nsubj", "nsubjpass"]).filter(|&h| h != place.head && fits(h))
}

/// Whether a phrase names one body that can be "it".
fn is_body(s: &Sources, head: usize) -> bool {
    let token = &s.scene.parsed.tokens[head];
    let plural = matches!(token.tag, "NNS" | "NNPS") || token.pos == "PRON";
    let kind = of_phrase(s.scene, head).entity.and_then(|e| s.scene.entities.get(e)).map(|e| e.kind);
    let is_kind = match kind {
        Some(EntityKind::Organisation | EntityKind::Government | EntityKind::ArmedGroup) => true,
        Some(_) => false,
        None => is_organisation_noun(&token.lemma),
    };
    !plural && is_kind
}

/// Whether what speaks is surely no person and no plural, whatever it is.
fn is_thing_that_spoke(s: &Sources, head: usize) -> bool {
    let token = &s.scene.parsed.tokens[head];
    let singular = matches!(token.tag, "NN" | "NNP");
    let kind = of_phrase(s.scene, head).entity.and_then(|e| s.scene.entities.get(e)).map(|e| e.kind);
    singular && !is_person_noun(&token.lemma) && kind.is_some_and(|k| k != EntityKind::Person)
}

/// Whether a phrase names several people or bodies that can be "they".
fn is_several(s: &Sources, head: usize) -> bool {
    let parsed = s.scene.parsed;
    let token = &parsed.tokens[head];
    let plural = matches!(token.tag, "NNS" | "NNPS") || token.lower == "police";
    let kind = of_phrase(s.scene, head).entity.and_then(|e| s.scene.entities.get(e)).map(|e| e.kind);
    let speaks = is_person_noun(&token.lemma)
        || matches!(token.lemma.as_str(), "couple" | "crew" | "family" | "household" | "relative")
        || is_organisation_noun(&token.lemma)
        || matches!(kind, Some(EntityKind::Person | EntityKind::Organisation | EntityKind::ArmedGroup));
    plural && speaks
}

fn phrase(who: Who) -> Option<usize> {
    match who {
        Who::Phrase(head) => Some(head),
        Who::Nobody => None,
    }
}

/// The head of the only person named in the article so far, if there is just one and the pronoun fits.
fn only_person(s: &Sources, pronoun: Span, fits: &dyn Fn(usize) -> bool) -> Option<usize> {
    let named = |m: &&crate::mention::Mention| {
        let person =
            s.scene.entities.get(m.entity).is_some_and(|e| e.kind == EntityKind::Person && e.is_named);
        person && m.kind == MentionKind::Name
    };
    let end = s.scene.mentions.partition_point(|m| m.span.end() <= pronoun.start());
    let mut persons = s.scene.mentions[..end].iter().filter(named);
    let first = persons.next()?;
    (persons.all(|m| m.entity == first.entity) && fits(first.head)).then_some(first.head)
}

/// Whether a phrase names a person who can be "he" or "she".
fn is_of(s: &Sources, head: usize, gender: Gender) -> bool {
    let Some(index) = of_phrase(s.scene, head).entity else { return false };
    let Some(entity) = s.scene.entities.get(index) else { return false };
    let role = entity.role.as_deref().unwrap_or_default();
    let words = role.split_whitespace().chain(s.scene.parsed.tokens.get(head).map(|t| t.lower.as_str()));
    let of_words = words.filter_map(|w| gender_of_word(&w.to_lowercase())).next();
    let of_name = entity.name.split_whitespace().next().and_then(gender_of_first_name);
    entity.kind == EntityKind::Person && of_words.or(of_name).is_none_or(|g| g == gender)
}
