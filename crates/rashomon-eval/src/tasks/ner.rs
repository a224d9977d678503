//! Names: every set's types are mapped onto person, organisation, place by the folder's own `maps.json`.

use crate::bench::{GoldSet, Record};
use crate::calibration;
use crate::engine::{Engine, Read};
use crate::errors::Fault;
use crate::spans;
use crate::task::{Run, Standard, Task};
use rashomon_reading::mention::{
    EntityKind, Mention, MentionKind, NameBasis, country_by_adjective, country_by_capital,
    country_by_demonym, country_by_name,
};
use rashomon_text::Span;
use serde_json::{Value, json};
use std::ops::Range;

pub(crate) struct Ner;

const STANDARDS: &[Standard] = &[
    Standard::new("uner_pud", "held_out.exact.f1", 0.82, "XLM-R large 0.801, en_core_web_sm 0.591"),
    Standard::new("uner_ewt", "held_out.exact.f1", 0.80, "XLM-R large 0.860, en_core_web_sm 0.608"),
    Standard::new("re3d", "overlap.f1", 0.65, "en_core_web_sm 0.433"),
    Standard::new("meantime", "held_out.exact.f1", 0.80, "en_core_web_sm 0.621"),
    Standard::new("crossner_politics", "held_out.exact.f1", 0.80, "(other label sets: 0.72)"),
    Standard::new("wnut17", "held_out.exact.f1", 0.60, "(all six types: 0.50)"),
];

impl Task for Ner {
    fn name(&self) -> &'static str {
        "ner"
    }

    fn trained_on(&self) -> &'static [&'static str] {
        &["uner_pud", "uner_ewt", "wnut17", "crossner_politics", "meantime", "gum"]
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let convention = Convention::of(set);
        Ok(engine.each_in_document(
            set,
            |read, record, text| json!({"id": record.id(), "entities": entities(read, text, convention)}),
        ))
    }

    fn runs(&self, set: &GoldSet) -> Vec<Run> {
        const MEASURES: &[&str] = &["exact", "overlap", "untyped", "PER", "ORG", "LOC"];
        // Messages name few organisations in the sense of news: the target asks for persons and places.
        let only = if set.folder_name == "wnut17" { "PER,LOC" } else { "PER,ORG,LOC" };
        let mut args = vec!["--only".to_owned(), only.to_owned()];
        let maps = set.task_folder.join("maps.json");
        if is_mapped(&maps, &set.folder_name) {
            args.extend(["--map", &maps.to_string_lossy(), "--set", &set.folder_name].map(str::to_owned));
        }
        if nests(set) {
            args.push("--outer".to_owned());
        }
        vec![Run { args, ..Run::plain(MEASURES) }]
    }

    fn faults(&self, set: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        let gold: Vec<Value> = record.list("entities").iter().filter_map(mapped).collect();
        let ours = prediction["entities"].as_array().cloned().unwrap_or_default();
        let (gold, ours) = if nests(set) { (outer(gold), outer(ours)) } else { (gold, ours) };
        let type_ = |v: &Value| v["type"].as_str().unwrap_or("?").to_owned();
        let differ = |g: &Value, p: &Value| {
            let kind = if type_(g) != type_(p) {
                format!("type {}→{}", type_(g), type_(p))
            } else if g["start"] != p["start"] || g["end"] != p["end"] {
                format!("extent {}", type_(g))
            } else {
                return None;
            };
            Some((kind, String::new()))
        };
        spans::faults(record, &gold, &ours, type_, differ)
    }

    /// Of the names found: right is one that meets a gold name of its type, wherever they end.
    fn own_measures(&self, set: &GoldSet, predictions: &[Value]) -> Vec<(String, f64)> {
        // Messages name few organisations in the sense of news.
        let is_asked = |v: &Value| set.folder_name != "wnut17" || v["type"] != "ORG";
        let each = set.records.iter().zip(predictions);
        let answers: Vec<(f64, bool)> = each
            .flat_map(|(record, prediction)| {
                let gold: Vec<Value> = record.list("entities").iter().filter_map(mapped).collect();
                let mut ours = prediction["entities"].clone();
                if let Some(ours) = ours.as_array_mut() {
                    ours.retain(is_asked);
                }
                // A country is a place or a body, as the set has it.
                let is_right = |g: &Value, p: &Value| {
                    g["type"] == p["type"] || p["is_country"] == true && g["type"] != "PER"
                };
                spans::answers(record, &gold, &ours, is_right)
            })
            .collect();
        calibration::measures(&answers)
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }
}

/// Whether gold entities of the set lie within each other: then the longest count.
fn nests(set: &GoldSet) -> bool {
    set.records.iter().any(|r| {
        let entities = r.list("entities");
        entities.len() > outer(entities.to_vec()).len()
    })
}

fn is_mapped(maps: &std::path::Path, set: &str) -> bool {
    let read = std::fs::read(maps).ok().and_then(|b| serde_json::from_slice::<Value>(&b).ok());
    read.is_some_and(|maps| maps.get(set).is_some())
}

fn outer(mut entities: Vec<Value>) -> Vec<Value> {
    let at = |v: &Value| crate::bench::start_end(v).unwrap_or_default();
    entities.sort_by_key(|v| (at(v).0, std::cmp::Reverse(at(v).1)));
    let mut kept: Vec<Value> = Vec::new();
    for entity in entities {
        if kept.last().is_none_or(|last| at(last).1 <= at(&entity).0) {
            kept.push(entity);
        }
    }
    kept
}

/// A gold entity with its type in our three, for error lists (the scores use `maps.json`).
fn mapped(entity: &Value) -> Option<Value> {
    let type_ = match entity["type"].as_str()?.to_lowercase().as_str() {
        "per" | "person" | "politician" => "PER",
        "org" | "organisation" | "organization" | "politicalparty" | "corporation" | "group" => "ORG",
        "loc" | "location" | "country" | "place" => "LOC",
        _ => return None,
    };
    let mut entity = entity.clone();
    entity["type"] = type_.into();
    Some(entity)
}

/// What a set counts as an entity.
#[derive(Clone, Copy, Debug)]
struct Convention {
    extent: Extent,
    /// Descriptions and pronouns too ("the rebels", "their").
    has_descriptions: bool,
    /// A country that acts is an organisation ("Norway signed"), in re3d; elsewhere it stays a place (for UNER's dev sets that gives more).
    acting_countries: bool,
}

/// How far an entity reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// The name.
    Name,
    /// The name with its article and the place it stands in ("the Town Hall in Leeds"), without titles.
    WithArticle,
    /// The whole noun phrase ("the UN envoy Ana Ruiz"); entities nest.
    Phrase,
}

impl Convention {
    fn of(set: &GoldSet) -> Self {
        let extent = match set.folder_name.as_str() {
            "meantime" => Extent::WithArticle,
            _ if nests(set) => Extent::Phrase,
            _ => Extent::Name,
        };
        let acting_countries = set.folder_name == "re3d";
        Self { extent, has_descriptions: has_descriptions(set), acting_countries }
    }
}

/// Share of entities without a capital from which a set is taken to count descriptions: `re3d` has 22 %, sets of
/// names below 2 % (messages without capitals 15 %, but those do not nest).
const DESCRIPTIONS_SHARE: f64 = 0.1;

fn has_descriptions(set: &GoldSet) -> bool {
    let (mut all, mut plain) = (0, 0);
    for record in &set.records {
        for (start, end) in
            record.list("entities").iter().filter_map(mapped).filter_map(|e| crate::bench::start_end(&e))
        {
            let has_capital =
                spans::marked_words(record.text(), (start, end)).chars().any(char::is_uppercase);
            all += 1;
            plain += usize::from(!has_capital);
        }
    }
    nests(set) && plain as f64 > all as f64 * DESCRIPTIONS_SHARE
}

/// The names in a stretch of the text read, counted from its start.
fn entities(read: &Read, text: Range<usize>, convention: Convention) -> Vec<Value> {
    let mut found = if convention.has_descriptions { speakers(read, &text) } else { Vec::new() };
    let is_counted = |m: &&Mention| convention.has_descriptions || m.kind == MentionKind::Name;
    for mention in read.reading.mentions.iter().filter(is_counted).filter(|m| !is_possessive(read, m)) {
        let entity = &read.reading.entities[mention.entity];
        let name = without_article(read, mention.span);
        let is_acting = convention.acting_countries && acts(read, mention);
        let type_ = match (mention.kind, entity.kind) {
            (_, EntityKind::Government) if is_acting => Some("ORG"),
            (MentionKind::Name, kind) => type_of(kind, read.words(name)),
            (_, EntityKind::Government) => Some("ORG"),
            (_, EntityKind::Person) if is_several(read, mention) => Some("ORG"),
            (_, kind) => type_of(kind, ""),
        };
        let Some(type_) = type_ else { continue };
        let span = match convention.extent {
            Extent::Name => name,
            Extent::WithArticle => with_article(read, mention),
            Extent::Phrase => phrase(read, mention),
        };
        let (start, end) = read.at(span);
        if text.contains(&start) && end <= text.end {
            let confidence = entity.basis.filter(|_| mention.kind == MentionKind::Name);
            let confidence = confidence.map(|b| calibration::hundredths(b.confidence()));
            found.push(json!({
                "start": start - text.start, "end": end - text.start, "type": type_, "confidence": confidence,
                "is_country": entity.basis == Some(NameBasis::Listed),
            }));
        }
    }
    if convention.extent == Extent::Name { outer(found) } else { found }
}

/// Those who speak of themselves, whom our record has no mentions of: one is a person, several are a body.
fn speakers(read: &Read, text: &Range<usize>) -> Vec<Value> {
    let mut found = Vec::new();
    for token in &read.parsed.tokens {
        let type_ = match token.lower.as_str() {
            "i" | "me" | "myself" => "PER",
            "we" | "us" => "ORG",
            _ => continue,
        };
        let (start, end) = read.at(token.span);
        if text.contains(&start) {
            found.push(json!({"start": start - text.start, "end": end - text.start, "type": type_}));
        }
    }
    found
}

/// "its", "their": part of the phrase of what is theirs.
fn is_possessive(read: &Read, mention: &Mention) -> bool {
    mention.kind == MentionKind::Pronoun && read.parsed.tokens[mention.head].tag == "PRP$"
}

/// "volunteers", "they": persons together, who are a body in re3d.
fn is_several(read: &Read, mention: &Mention) -> bool {
    let head = &read.parsed.tokens[mention.head];
    head.tag.ends_with('S') || matches!(head.lower.as_str(), "they" | "them" | "themselves" | "people")
}

/// Whether the mention is who does something: the subject of an active verb, or an agent.
fn acts(read: &Read, mention: &Mention) -> bool {
    let tokens = &read.parsed.tokens;
    let head = &tokens[mention.head];
    let governor = &tokens[head.head];
    match head.dep {
        "nsubj" => {
            governor.pos == "VERB" && !matches!(governor.lemma.as_str(), "have" | "lie" | "remain" | "stand")
        }
        "pobj" => governor.dep == "agent",
        _ => false,
    }
}

/// A name with the article before it; a place or building with the place it lies in.
fn with_article(read: &Read, mention: &Mention) -> Span {
    let tokens = &read.parsed.tokens;
    let mut range = mention.tokens.clone();
    // "the Corvo engine": the article is the engine's.
    let modifies = matches!(tokens[mention.head].dep, "compound" | "nmod" | "poss")
        && tokens[mention.head].head >= range.end;
    if range.start > 0 && tokens[range.start - 1].lower == "the" && !modifies {
        range.start -= 1;
    }
    let is_place =
        |t: usize| read.reading.mentions.iter().find(|m| m.kind == MentionKind::Name && m.tokens.start == t);
    let next = |t: usize| tokens.get(t).map_or("", |t| t.lower.as_str());
    let entity = &read.reading.entities[mention.entity];
    if matches!(entity.kind, EntityKind::Place | EntityKind::Facility | EntityKind::Government) {
        while let (true, Some(place)) = (matches!(next(range.end), "," | "in"), is_place(range.end + 1)) {
            if !matches!(read.reading.entities[place.entity].kind, EntityKind::Place | EntityKind::Government)
            {
                break;
            }
            range.end = place.tokens.end;
        }
    }
    read.parsed.span_of(range)
}

/// The noun phrase that a mention heads: what stands before it, and the prepositional phrases behind it.
fn phrase(read: &Read, mention: &Mention) -> Span {
    let tokens = &read.parsed.tokens;
    let is_modifier = matches!(tokens[mention.head].dep, "compound" | "amod" | "nmod");
    if is_modifier || mention.kind == MentionKind::Pronoun {
        return mention.span;
    }
    let (mut start, mut end) = (mention.tokens.start, mention.tokens.end);
    for &child in read.parsed.children(mention.head) {
        let edges = read.parsed.edges(child);
        match tokens[child].dep {
            "det" | "poss" | "amod" | "compound" | "nummod" | "nmod" | "quantmod" | "predet" => {
                start = start.min(edges.start);
            }
            "prep" if edges.start == end => end = edges.end,
            _ => {}
        }
    }
    while end > mention.tokens.end && tokens[end - 1].pos == "PUNCT" {
        end -= 1;
    }
    read.parsed.span_of(start..end)
}

/// "the United Nations": no set counts the article.
fn without_article(read: &Read, span: Span) -> Span {
    let words = read.words(span);
    let cut = ["The ", "the "].iter().find(|a| words.starts_with(**a)).map_or(0, |a| a.len());
    Span::new(span.start() + cut, span.end())
}

/// Our kinds as person, organisation, place; `None` for what no set asks for.
fn type_of(kind: EntityKind, words: &str) -> Option<&'static str> {
    match kind {
        EntityKind::Person => Some("PER"),
        EntityKind::Organisation | EntityKind::ArmedGroup => Some("ORG"),
        EntityKind::Place | EntityKind::Facility => Some("LOC"),
        // A country, or its government by the country's or capital's name; "Russian" is no name in these sets.
        EntityKind::Government => {
            if country_by_name(words).is_some() || country_by_capital(words).is_some() {
                Some("LOC")
            } else if country_by_adjective(words).is_some() || country_by_demonym(words).is_some() {
                None
            } else {
                Some("ORG")
            }
        }
        EntityKind::Event | EntityKind::Product | EntityKind::Law | EntityKind::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn governments_are_places_by_their_names() {
        assert_eq!(type_of(EntityKind::Government, "Jordan"), Some("LOC"));
        assert_eq!(type_of(EntityKind::Government, "Jordanian"), None);
        assert_eq!(type_of(EntityKind::Government, "Kremlin"), Some("ORG"));
    }

    #[test]
    fn the_longest_of_nested_entities_is_kept() {
        let at = |s: usize, e: usize| json!({"start": s, "end": e});
        assert_eq!(outer(vec![at(4, 8), at(0, 8), at(9, 12)]), [at(0, 8), at(9, 12)]);
    }
}
