//! Who a cue's subject is: the noun phrase, its entity, what kind of authority it is, and the links of the chain.

use super::frame::{Frame, Who};
use super::medium;
use crate::ParsedArticle;
use crate::attribution::{Attribution, AttributionLink, AttributionRole};
use crate::mention::{EntityKind, LocalEntity, Mention, MentionKind, is_person_noun};
use rashomon_text::Span;
use rustc_hash::FxHashMap;

/// The article with its mentions, looked up by token.
pub(crate) struct Scene<'a> {
    pub(crate) parsed: &'a ParsedArticle<'a>,
    pub(crate) mentions: &'a [Mention],
    pub(crate) entities: &'a [LocalEntity],
    by_head: FxHashMap<usize, usize>,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(
        parsed: &'a ParsedArticle<'a>,
        mentions: &'a [Mention],
        entities: &'a [LocalEntity],
    ) -> Self {
        let mut by_head: FxHashMap<usize, usize> = FxHashMap::default();
        for (index, mention) in mentions.iter().enumerate() {
            let kept = by_head.entry(mention.head).or_insert(index);
            if mentions[*kept].tokens.len() < mention.tokens.len() {
                *kept = index;
            }
        }
        Self { parsed, mentions, entities, by_head }
    }

    /// The longest mention headed by the token.
    pub(crate) fn mention_at(&self, head: usize) -> Option<&'a Mention> {
        self.by_head.get(&head).map(|&m| &self.mentions[m])
    }

    /// The shortest mention that covers the token, from those that begin shortly before it.
    pub(crate) fn mention_over(&self, token: usize) -> Option<&'a Mention> {
        // Mentions longer than this many tokens are read by their head.
        const LONGEST: usize = 24;
        let first = self.mentions.partition_point(|m| m.tokens.start + LONGEST < token);
        let near = self.mentions[first..].iter().take_while(|m| m.tokens.start <= token);
        near.filter(|m| m.tokens.contains(&token)).min_by_key(|m| m.tokens.len())
    }

    fn entity(&self, mention: &Mention) -> Option<&'a LocalEntity> {
        self.entities.get(mention.entity)
    }

    pub(crate) fn is_person(&self, token: usize) -> bool {
        let person = |m: &Mention| self.entity(m).is_some_and(|e| e.kind == EntityKind::Person);
        match self.mention_at(token) {
            Some(mention) => person(mention),
            None => {
                matches!(self.parsed.tokens[token].lower.as_str(), "he" | "she")
                    || is_model_person(self.parsed, token)
            }
        }
    }
}

/// Somebody who speaks, as far as the text tells.
#[derive(Clone, Debug, Default)]
pub(crate) struct Speaker {
    pub(crate) entity: Option<usize>,
    pub(crate) span: Option<Span>,
    /// What stands behind the speaker, then the speaker.
    pub(crate) links: Attribution,
    /// "I" and "we": whoever writes, or the speaker of the quotation around it.
    pub(crate) is_first_person: bool,
}

/// Words for people who saw it themselves.
const WITNESSES: &[&str] = &[
    "bystander",
    "commuter",
    "customer",
    "driver",
    "evacuee",
    "eyewitness",
    "farmer",
    "fisherman",
    "inhabitant",
    "local",
    "motorist",
    "neighbor",
    "neighbour",
    "onlooker",
    "parent",
    "passenger",
    "passer",
    "passerby",
    "refugee",
    "relative",
    "resident",
    "shopkeeper",
    "student",
    "survivor",
    "tourist",
    "victim",
    "villager",
    "volunteer",
    "witness",
    "worker",
];

/// Words for things written.
const DOCUMENTS: &[&str] = &[
    "analysis",
    "announcement",
    "assessment",
    "audit",
    "bulletin",
    "communique",
    "communiqué",
    "complaint",
    "data",
    "document",
    "email",
    "figure",
    "filing",
    "indictment",
    "lawsuit",
    "letter",
    "log",
    "memo",
    "message",
    "note",
    "notice",
    "paper",
    "poll",
    "post",
    "record",
    "release",
    "report",
    "review",
    "ruling",
    "statement",
    "statistic",
    "study",
    "submission",
    "survey",
    "text",
    "transcript",
    "tweet",
    "verdict",
];

/// Pronouns and nouns that name nobody.
const INDEFINITE: &[&str] = &[
    "anybody",
    "anyone",
    "everybody",
    "everyone",
    "nobody",
    "none",
    "one",
    "people",
    "somebody",
    "someone",
    "you",
];

/// The speaker of a frame, without what is around it.
pub(crate) fn of_frame(scene: &Scene, frame: &Frame, frames: &[Frame]) -> Speaker {
    let mut speaker = match frame.who {
        Who::Phrase(head) => of_phrase(scene, head),
        Who::Nobody => nobody(scene.parsed, frame),
    };
    cut_before_cue(scene.parsed, frame, &mut speaker);
    let mut relay = medium::relay(scene, frame);
    // "told the Herald that …, adding that …": the second cue was said on the same occasion.
    let mut joined = frame.joined_to;
    for _ in 0..4 {
        let before = joined.and_then(|cue| frames.binary_search_by_key(&cue, |f| f.cue).ok());
        let Some(before) = before.map(|f| &frames[f]).filter(|_| relay.is_empty()) else { break };
        relay = medium::relay(scene, before);
        joined = before.joined_to;
    }
    if let Some(cited) = speaker.links.last().map(|last| medium::cited(scene, frame, last)) {
        speaker.links.extend(cited);
    }
    speaker.links.splice(0..0, relay);
    speaker
}

/// "The drivers, of two hundred": the cue and what is said are no words for the speaker.
fn cut_before_cue(parsed: &ParsedArticle, frame: &Frame, speaker: &mut Speaker) {
    let cue = parsed.tokens[frame.cue].span;
    let Some(span) = speaker.span.filter(|s| s.contains(cue) && s.start() < cue.start()) else { return };
    let kept =
        span.slice(&parsed.article.text)[..cue.start() - span.start()].trim_end_matches([' ', ',', '\n']);
    let cut = Span::new(span.start(), span.start() + kept.len());
    speaker.span = Some(cut);
    if let Some(link) = speaker.links.last_mut().filter(|l| l.span == Some(span)) {
        link.span = Some(cut);
        if link.entity.is_none() {
            link.name = words(parsed, cut);
        }
    }
}

/// Hearsay: a link with the cue's own words, so that nobody takes it for the article's voice.
fn nobody(parsed: &ParsedArticle, frame: &Frame) -> Speaker {
    let impersonal = |&&c: &&usize| {
        let t = &parsed.tokens[c];
        matches!(t.dep, "aux" | "auxpass") || (t.dep == "nsubjpass" && t.lower == "it")
    };
    let first = parsed.children(frame.cue).iter().find(impersonal).filter(|&&c| c < frame.cue);
    let span = parsed.span_of(first.copied().unwrap_or(frame.cue)..frame.cue_tokens.end);
    let name = span.slice(&parsed.article.text).replace('\n', " ");
    let link = AttributionLink { entity: None, name, role: AttributionRole::Unnamed, span: Some(span) };
    Speaker { links: vec![link], ..Speaker::default() }
}

/// The speaker named by the noun phrase with this head.
pub(crate) fn of_phrase(scene: &Scene, head: usize) -> Speaker {
    let parsed = scene.parsed;
    let head = person_for_who(scene, head);
    let token = &parsed.tokens[head];
    let lower = token.lower.as_str();
    if token.pos == "PRON" || token.tag == "PRP$" {
        return of_pronoun(scene, head);
    }
    if INDEFINITE.contains(&lower) && parsed.child(head, &["prep", "nummod"]).is_none() {
        let span = noun_phrase(parsed, head);
        return Speaker { links: vec![unnamed(parsed, span)], ..Speaker::default() };
    }
    let span = noun_phrase(parsed, head);
    let mention = named_within(scene, head);
    let entity = mention.and_then(|m| scene.entities.get(m.entity).map(|e| (m.entity, e)));
    if DOCUMENTS.contains(&token.lemma.as_str()) && entity.is_none_or(|(_, e)| !e.is_named) {
        return of_document(scene, head, span);
    }
    match entity {
        Some((index, entity)) => of_entity(scene, index, entity, span, head),
        None => of_description(scene, head, span),
    }
}

fn of_pronoun(scene: &Scene, head: usize) -> Speaker {
    let parsed = scene.parsed;
    let span = parsed.tokens[head].span;
    let lower = parsed.tokens[head].lower.as_str();
    if matches!(lower, "i" | "we" | "me" | "us" | "my" | "our") {
        let entity = scene.mention_at(head).map(|m| m.entity);
        return Speaker { entity, span: Some(span), is_first_person: true, ..Speaker::default() };
    }
    if INDEFINITE.contains(&lower) {
        return Speaker { links: vec![unnamed(parsed, span)], ..Speaker::default() };
    }
    let entity = scene.mention_at(head).and_then(|m| Some((m.entity, scene.entities.get(m.entity)?)));
    match entity {
        Some((index, entity)) => Speaker { span: Some(span), ..of_entity(scene, index, entity, span, head) },
        None => Speaker { span: Some(span), links: vec![unnamed(parsed, span)], ..Speaker::default() },
    }
}

fn of_entity(scene: &Scene, index: usize, entity: &LocalEntity, span: Span, head: usize) -> Speaker {
    let mut links = Vec::new();
    let is_person = entity.kind == EntityKind::Person;
    if is_person {
        links.extend(affiliation(scene, entity, head));
    }
    let role = match entity.kind {
        EntityKind::Person if is_private(scene, entity, head, &links) => AttributionRole::Witness,
        EntityKind::Person if !entity.is_named => role_of_description(scene.parsed, head),
        EntityKind::Person => AttributionRole::Official,
        EntityKind::Organisation | EntityKind::Government | EntityKind::ArmedGroup => {
            role_of_body(scene, entity, span)
        }
        _ if entity.is_named => role_of_body(scene, entity, span),
        _ => role_of_description(scene.parsed, head),
    };
    links.push(AttributionLink { entity: Some(index), name: entity.name.clone(), role, span: Some(span) });
    Speaker { entity: Some(index), span: Some(span), links, is_first_person: false }
}

/// Somebody who speaks for nobody and is described as a private person: "Ada Berg, a farmer".
fn is_private(scene: &Scene, entity: &LocalEntity, head: usize, links: &Attribution) -> bool {
    let parsed = scene.parsed;
    let role = entity.role.as_deref().and_then(|r| r.split_whitespace().next_back()).map(str::to_lowercase);
    let described = role.is_some_and(|r| WITNESSES.contains(&r.as_str()));
    let apposed = || {
        let below = parsed.children(head).iter().copied();
        below
            .filter(|&c| parsed.tokens[c].dep == "appos")
            .any(|a| WITNESSES.contains(&parsed.tokens[a].lemma.as_str()))
    };
    links.is_empty() && (described || apposed())
}

/// "A statement from the ministry", "the ministry's report", "the statement": whose it is, else the paper itself.
fn of_document(scene: &Scene, head: usize, span: Span) -> Speaker {
    let parsed = scene.parsed;
    let issuer = issuer(parsed, head).map(|i| of_phrase(scene, i)).filter(|i| i.entity.is_some());
    let name = words(parsed, span);
    let link = AttributionLink { entity: None, name, role: AttributionRole::Document, span: Some(span) };
    match issuer {
        Some(mut issuer) => {
            let at = issuer.links.len().saturating_sub(1);
            issuer.links.insert(at, link);
            issuer
        }
        None => Speaker { span: Some(span), links: vec![link], ..Speaker::default() },
    }
}

/// The phrase that says whose a document is: possessor, or after "from", "by", "of".
fn issuer(parsed: &ParsedArticle, head: usize) -> Option<usize> {
    let by = |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "from" | "by" | "of");
    let after = || parsed.children(head).iter().copied().find(by).and_then(|p| parsed.child(p, &["pobj"]));
    parsed.child(head, &["poss"]).or_else(after)
}

/// "a military source", "a spokesman for the ministry", "her office".
fn of_description(scene: &Scene, head: usize, span: Span) -> Speaker {
    let parsed = scene.parsed;
    let mut links = Vec::new();
    let body = body_behind(scene, head);
    if let Some((index, entity, at)) = body {
        let role = role_of_body(scene, entity, at);
        links.push(AttributionLink { entity: Some(index), name: entity.name.clone(), role, span: Some(at) });
    }
    let role = role_of_description(parsed, head);
    let role =
        if medium::is_medium(span.slice(&parsed.article.text)) { AttributionRole::OutletCited } else { role };
    links.push(AttributionLink { entity: None, name: words(parsed, span), role, span: Some(span) });
    Speaker { entity: None, span: Some(span), links, is_first_person: false }
}

/// The organisation or government for which a described speaker speaks: "of", "for", "from", "at", or a possessor.
fn body_behind<'a>(scene: &Scene<'a>, head: usize) -> Option<(usize, &'a LocalEntity, Span)> {
    let parsed = scene.parsed;
    let below = |&c: &usize| match parsed.tokens[c].dep {
        "poss" | "compound" | "nmod" => Some(c),
        "prep" if matches!(parsed.tokens[c].lower.as_str(), "of" | "for" | "from" | "at" | "with" | "in") => {
            parsed.child(c, &["pobj"])
        }
        _ => None,
    };
    parsed.children(head).iter().filter_map(below).find_map(|t| {
        let mention = scene.mention_at(t).or_else(|| scene.mention_over(t))?;
        let entity = scene.entities.get(mention.entity)?;
        let is_body =
            matches!(entity.kind, EntityKind::Organisation | EntityKind::Government | EntityKind::ArmedGroup);
        is_body.then_some((mention.entity, entity, mention.span))
    })
}

fn affiliation(scene: &Scene, entity: &LocalEntity, head: usize) -> Option<AttributionLink> {
    let index = entity.affiliation.or_else(|| body_behind(scene, head).map(|(i, _, _)| i))?;
    let body = scene.entities.get(index)?;
    let span = body.mentions.first().and_then(|&m| scene.mentions.get(m)).map(|m| m.span);
    Some(AttributionLink {
        entity: Some(index),
        name: body.name.clone(),
        role: AttributionRole::Organisation,
        span,
    })
}

fn role_of_description(parsed: &ParsedArticle, head: usize) -> AttributionRole {
    let lemma = parsed.tokens[head].lemma.as_str();
    if WITNESSES.contains(&lemma) {
        AttributionRole::Witness
    } else if DOCUMENTS.contains(&lemma) {
        AttributionRole::Document
    } else {
        AttributionRole::Unnamed
    }
}

/// What an organisation or government is in a chain: an agency, another medium, or itself.
pub(super) fn role_of_body(scene: &Scene, entity: &LocalEntity, span: Span) -> AttributionRole {
    let article = scene.parsed.article;
    let around = span.slice(&article.text);
    let credited = article.agency_credits.iter().any(|c| c.value.eq_ignore_ascii_case(&entity.name));
    if credited || medium::is_agency(&entity.name) || medium::is_agency(around) {
        AttributionRole::Agency
    } else if medium::is_medium(&entity.name) || medium::is_medium(around) {
        AttributionRole::OutletCited
    } else {
        AttributionRole::Organisation
    }
}

pub(super) fn unnamed(parsed: &ParsedArticle, span: Span) -> AttributionLink {
    let name = words(parsed, span);
    AttributionLink { entity: None, name, role: AttributionRole::Unnamed, span: Some(span) }
}

pub(super) fn words(parsed: &ParsedArticle, span: Span) -> String {
    span.slice(&parsed.article.text).replace('\n', " ")
}

/// "who" asks for a person: where its clause hangs on a thing, the nearest person named before it is meant.
fn person_for_who(scene: &Scene, head: usize) -> usize {
    let parsed = scene.parsed;
    let next = parsed.tokens.get(head + 1..).unwrap_or_default().iter().take(3);
    let followed_by_who = next.clone().any(|t| t.lower == "who");
    let is_thing = scene.mention_at(head).is_some_and(|m| {
        scene.entity(m).is_some_and(|e| e.kind != EntityKind::Person) && m.kind != MentionKind::Pronoun
    }) || (scene.mention_at(head).is_none()
        && parsed.tokens[head].pos == "NOUN"
        && !is_person_noun(&parsed.tokens[head].lemma));
    if !followed_by_who || !is_thing {
        return head;
    }
    let start = parsed.sentences[parsed.tokens[head].sentence].tokens.start;
    (start..head).rev().find(|&t| parsed.tokens[t].pos == "PROPN" && scene.is_person(t)).unwrap_or(head)
}

/// The mention of a phrase: a named person in apposition rather than the office, else what its head is.
pub(crate) fn named_within<'a>(scene: &Scene<'a>, head: usize) -> Option<&'a Mention> {
    let of_head = scene.mention_at(head);
    let is_named = |m: &&Mention| scene.entity(m).is_some_and(|e| e.is_named);
    if of_head.filter(is_named).is_some_and(|m| scene.entities[m.entity].kind == EntityKind::Person) {
        return of_head;
    }
    let apposed = scene.parsed.child(head, &["appos"]).filter(|&a| may_be_apposed(scene.parsed, head, a));
    let apposed = apposed.and_then(|a| scene.mention_at(a));
    let person = |m: &&Mention| is_named(m) && scene.entity(m).is_some_and(|e| e.kind == EntityKind::Person);
    apposed.filter(person).or(of_head).or(apposed.filter(is_named)).or_else(|| {
        let over = scene.mention_over(head)?;
        is_named(&over).then_some(over)
    })
}

/// "The family of the girl who died, Ana Ruiz, said", "a telephone found on the driver, Ana Ruiz, showed": a name after other
/// nouns is of the nearest person, not of a family or a thing.
fn may_be_apposed(parsed: &ParsedArticle, head: usize, name: usize) -> bool {
    let start = parsed.edges(name).start;
    let is_other = |t: usize| matches!(parsed.tokens[t].tag, "NN" | "NNS" | "JJ" | "CD");
    is_person_noun(&parsed.tokens[head].lemma)
        || parsed.tokens[head].pos == "PROPN"
        || !(head + 1..start).any(is_other)
}

/// The words of a noun phrase: without relative clauses and what stands apart.
pub(crate) fn noun_phrase(parsed: &ParsedArticle, head: usize) -> Span {
    let mut kept = vec![head];
    let mut next = 0;
    while next < kept.len() {
        let at = kept[next];
        let below = parsed.children(at).iter().copied();
        kept.extend(below.filter(|&c| belongs_to_phrase(parsed, c)));
        next += 1;
    }
    kept.sort_unstable();
    let at = kept.binary_search(&head).unwrap_or(0);
    // Only punctuation may be missing between the words of one phrase.
    let joined =
        |a: usize, b: usize| (a + 1..b).all(|t| matches!(parsed.tokens[t].dep, "punct" | "cc" | "case"));
    let mut first = at;
    while first > 0 && joined(kept[first - 1], kept[first]) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < kept.len() && joined(kept[last], kept[last + 1]) {
        last += 1;
    }
    parsed.span_of(kept[first]..kept[last] + 1)
}

/// Not relative clauses and asides; hyphens and what they join, and a name in apposition, are part of it.
fn belongs_to_phrase(parsed: &ParsedArticle, t: usize) -> bool {
    let token = &parsed.tokens[t];
    let hyphen = |t: usize| parsed.tokens.get(t).is_some_and(|h| h.tag == "HYPH");
    match token.dep {
        "punct" => hyphen(t),
        "npadvmod" | "advmod" => hyphen(t + 1),
        "appos" => token.pos == "PROPN" || parsed.tokens[token.head].pos == "PROPN" && token.head + 1 == t,
        "relcl" | "acl" | "advcl" | "cc" | "parataxis" | "dep" | "case" | "dobj" => false,
        _ => true,
    }
}

/// Whether the language model takes the word for part of a person's name.
pub(super) fn is_model_person(parsed: &ParsedArticle, token: usize) -> bool {
    let next = parsed.entities.partition_point(|e| e.tokens.end <= token);
    parsed.entities.get(next).is_some_and(|e| e.tokens.contains(&token) && e.label == "PERSON")
}
