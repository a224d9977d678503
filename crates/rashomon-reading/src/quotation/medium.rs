//! The media that stand between a speaker and the article: "told Radio X", "in an interview with X", "state
//! media quoted him as saying". The article's own outlet is no link: `rashomon-reconcile` adds it.
//!
//! Known misses: a medium named only by a family name ("told the Observer's reporter") or told by nobody but a place.

use super::frame::{Frame, Who};
use super::indirect::is_citing;
use super::speaker::{Scene, is_model_person, noun_phrase, of_phrase, role_of_body, words};
use crate::ParsedArticle;
use crate::attribution::{Attribution, AttributionLink, AttributionRole};
use crate::mention::{EntityKind, LocalEntity};
use rashomon_text::{BlockKind, Labelled, Span};

/// Common nouns for media.
const MEDIA: &[&str] = &[
    "broadcaster",
    "broadcasters",
    "channel",
    "magazine",
    "media",
    "newspaper",
    "newspapers",
    "newswire",
    "podcast",
    "radio",
    "television",
    "tv",
    "website",
];

/// Words in the names of media, which mean something else as common nouns ("a press conference", "hard times").
const IN_NAMES: &[&str] = &[
    "Broadcasting",
    "Chronicle",
    "Courier",
    "Daily",
    "Gazette",
    "Herald",
    "Journal",
    "Mail",
    "Media",
    "News",
    "Post",
    "Press",
    "Radio",
    "TV",
    "Telegraph",
    "Television",
    "Times",
    "Tribune",
    "Weekly",
];

/// Words that end the names of newspapers, and mean something else before another noun ("the Guardian", not "Guardian Bank").
const LAST_IN_NAMES: &[&str] = &[
    "Argus", "Bulletin", "Dispatch", "Echo", "Examiner", "Globe", "Guardian", "Inquirer", "Ledger", "Mirror",
    "Observer", "Sentinel", "Standard",
];

/// Bodies before which one speaks; whoever is told something otherwise, and is no person, is a medium.
const AUDIENCES: &[&str] = &[
    "assembly",
    "audience",
    "board",
    "cabinet",
    "commission",
    "committee",
    "conference",
    "congress",
    "council",
    "court",
    "crowd",
    "government",
    "hearing",
    "house",
    "inquest",
    "inquiry",
    "judge",
    "jury",
    "meeting",
    "minister",
    "ministry",
    "mp",
    "nation",
    "panel",
    "parliament",
    "police",
    "press",
    "rally",
    "regulator",
    "senate",
    "session",
    "summit",
    "tribunal",
    "union",
];

/// Links for the media that hand it on: "told Radio X", "in an interview with X", "state media quoted him".
pub(crate) fn relay(scene: &Scene, frame: &Frame) -> Attribution {
    let parsed = scene.parsed;
    if let Some(relay) = frame.relay {
        let mut links: Attribution = of_phrase(scene, relay).links.into_iter().map(as_medium).collect();
        // "The state news agency SANA quoted": the parser may take the name for another subject.
        let phrase = parsed.span_of(parsed.edges(relay).start..frame.cue.max(relay + 1));
        if let (Some(credit), [link]) = (credited_in(parsed, phrase), &mut links[..])
            && link.entity.is_none_or(|e| !scene.entities[e].is_named)
        {
            link.entity = None;
            link.name.clone_from(&credit.value);
        }
        return links;
    }
    if !parsed.tokens[frame.cue].tag.starts_with("VB") {
        return Vec::new();
    }
    let told = matches!(parsed.tokens[frame.cue].lemma.as_str(), "tell" | "inform");
    let hearer = frame.hearer.filter(|_| told);
    hearer.and_then(|h| medium_told(scene, h)).or_else(|| interview(scene, frame)).into_iter().collect()
}

/// Whom a medium goes by: "the Herald reported, citing two officials, that", "state television, quoting the ministry, said".
pub(crate) fn cited(scene: &Scene, frame: &Frame, speaker: &AttributionLink) -> Attribution {
    let is_medium = matches!(speaker.role, AttributionRole::Agency | AttributionRole::OutletCited);
    let parsed = scene.parsed;
    let of_subject = match frame.who {
        Who::Phrase(head) => parsed.children(head),
        Who::Nobody => &[],
    };
    // Before "that", the parser hangs it on what is said.
    let of_content = parsed.children(frame.cue).iter().filter(|&&c| parsed.tokens[c].dep == "ccomp");
    let of_content = of_content.flat_map(|&c| parsed.children(c));
    let below = parsed.children(frame.cue).iter().chain(of_subject).chain(of_content);
    let citing = below.copied().find(|&t| is_medium && is_citing(parsed, t));
    let source = citing.and_then(|t| parsed.child(t, &["dobj"]));
    source.map(|s| of_phrase(scene, s).links).unwrap_or_default()
}

/// The agency that the article credits within these words.
fn credited_in<'a>(parsed: &ParsedArticle<'a>, words: Span) -> Option<&'a Labelled> {
    let within = |c: &&Labelled| c.span.is_some_and(|s| words.contains(s));
    parsed.article.agency_credits.iter().find(within)
}

fn as_medium(link: AttributionLink) -> AttributionLink {
    let role = if link.role == AttributionRole::Agency { link.role } else { AttributionRole::OutletCited };
    AttributionLink { role, ..link }
}

/// The hearer as a medium: an organisation that is no body one speaks before, and not the article's own outlet.
fn medium_told(scene: &Scene, head: usize) -> Option<AttributionLink> {
    let parsed = scene.parsed;
    let token = &parsed.tokens[head];
    let span = noun_phrase(parsed, head);
    let text = span.slice(&parsed.article.text);
    let mention = scene.mention_at(head).or_else(|| scene.mention_over(head));
    let entity = mention.and_then(|m| Some((m.entity, scene.entities.get(m.entity)?)));
    let is_name = token.tag.starts_with("NNP");
    let audience = AUDIENCES.contains(&token.lower.as_str()) || AUDIENCES.contains(&token.lemma.as_str());
    let has_medium_word = is_medium(text) || is_agency(text);
    let is_credited = credited_in(parsed, span).is_some();
    let fits = match entity.map(|(_, e)| e.kind) {
        _ if is_credited => true,
        Some(EntityKind::Person | EntityKind::Government | EntityKind::ArmedGroup) => false,
        Some(EntityKind::Place | EntityKind::Facility | EntityKind::Event) => has_medium_word,
        Some(_) => has_medium_word || is_name,
        None => has_medium_word || (is_name && !is_model_person(parsed, head)),
    };
    let fits = fits && (!audience || (is_name && has_medium_word)) && !is_own_outlet(parsed, text);
    fits.then(|| medium_link(scene, entity, span))
}

/// Whether words describe or name a medium.
pub(super) fn is_medium(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words().any(|w| MEDIA.contains(&w) || IN_NAMES.contains(&w))
        || words().next_back().is_some_and(|w| LAST_IN_NAMES.contains(&w))
}

/// Whether words describe or name a news agency.
pub(super) fn is_agency(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains("news agency") || lower.contains("press agency") || lower.contains("newswire")
}

/// Whether these words name the outlet that prints the article, which may call itself by part of its name.
fn is_own_outlet(parsed: &ParsedArticle, text: &str) -> bool {
    let article = parsed.article;
    let mastheads = article.blocks.iter().filter(|b| b.kind == BlockKind::Masthead);
    let mastheads = mastheads.map(|b| article.slice(b.span));
    let names = article.publisher.iter().map(|p| p.value.as_str()).chain(mastheads);
    let parts = |s: &str| -> Vec<String> {
        let all = s.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        all.filter(|w| !matches!(w.as_str(), "" | "the" | "this" | "newspaper")).collect()
    };
    let told = parts(text);
    names.map(parts).any(|name| !told.is_empty() && told.iter().all(|w| name.contains(w)))
}

fn medium_link(scene: &Scene, entity: Option<(usize, &LocalEntity)>, span: Span) -> AttributionLink {
    match entity {
        Some((index, e)) => {
            let role = role_of_body(scene, e, span);
            let role = if is_agency_like(&e.name) { AttributionRole::Agency } else { role };
            let role =
                if role == AttributionRole::Organisation { AttributionRole::OutletCited } else { role };
            AttributionLink { entity: Some(index), name: e.name.clone(), role, span: Some(span) }
        }
        None => {
            let name = words(scene.parsed, span);
            let role =
                if is_agency_like(&name) { AttributionRole::Agency } else { AttributionRole::OutletCited };
            AttributionLink { entity: None, name, role, span: Some(span) }
        }
    }
}

/// Agencies go by three or four capitals; broadcasters that do end in C, N or V mostly.
fn is_agency_like(name: &str) -> bool {
    let capitals = (2..=4).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
    (capitals && !name.ends_with(['C', 'N', 'V', 'S'])) || name.to_lowercase().contains("news agency")
}

/// "in an interview with X", "in comments published in the newspaper X", "wrote in X", "speaking to X".
fn interview(scene: &Scene, frame: &Frame) -> Option<AttributionLink> {
    const OCCASIONS: &[&str] = &[
        "interview",
        "comment",
        "remark",
        "article",
        "column",
        "statement",
        "editorial",
        "broadcast",
        "programme",
    ];
    let parsed = scene.parsed;
    let preposition = |&c: &usize| {
        let t = &parsed.tokens[c];
        (t.dep == "prep" && matches!(t.lower.as_str(), "in" | "on" | "by"))
            || (t.dep == "advcl" && t.lower == "speaking")
    };
    let roots: Vec<usize> = parsed.children(frame.cue).iter().copied().filter(preposition).collect();
    for root in roots {
        let below = parsed.subtree(root);
        let occasion = parsed.tokens[root].lower == "speaking"
            || below.iter().any(|&t| OCCASIONS.contains(&parsed.tokens[t].lemma.as_str()));
        for &t in &below {
            let token = &parsed.tokens[t];
            if token.dep != "pobj" || frame.content.binary_search(&t).is_ok() {
                continue;
            }
            let span = noun_phrase(parsed, t);
            let text = span.slice(&parsed.article.text);
            let medium_word = is_medium(text) && !OCCASIONS.contains(&token.lemma.as_str());
            let with = matches!(parsed.tokens[token.head].lower.as_str(), "with" | "to" | "for");
            if medium_word
                && (occasion || parsed.tokens[frame.cue].lemma == "write" || token.tag.starts_with("NNP"))
                || (occasion && with)
            {
                let link = medium_told(scene, t);
                if link.is_some() {
                    return link;
                }
            }
        }
    }
    None
}
