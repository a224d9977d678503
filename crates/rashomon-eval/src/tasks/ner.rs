//! Names: every set's types are mapped onto person, organisation, place by the folder's own `maps.json`.

use crate::bench::{GoldSet, Record};
use crate::engine::{Engine, Read};
use crate::errors::Fault;
use crate::spans;
use crate::task::{Run, Standard, Task};
use rashomon_reading::mention::{
    EntityKind, MentionKind, country_by_adjective, country_by_capital, country_by_demonym, country_by_name,
};
use rashomon_text::Span;
use serde_json::{Value, json};

pub(crate) struct Ner;

const STANDARDS: &[Standard] = &[
    Standard::new("uner_pud", "exact.f1", 0.82, "XLM-R large 0.801, en_core_web_sm 0.591"),
    Standard::new("uner_ewt", "exact.f1", 0.80, "XLM-R large 0.860, en_core_web_sm 0.608"),
    Standard::new("re3d", "overlap.f1", 0.65, "en_core_web_sm 0.433"),
    Standard::new("meantime", "exact.f1", 0.80, "en_core_web_sm 0.621"),
    Standard::new("crossner_politics", "exact.f1", 0.80, "(other label sets: 0.72)"),
    Standard::new("wnut17", "exact.f1", 0.60, "(all six types: 0.50)"),
];

impl Task for Ner {
    fn name(&self) -> &'static str {
        "ner"
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let nests = nests(set);
        Ok(engine.each(set, |record| {
            engine.read_record(record, |read| json!({"id": record.id(), "entities": entities(read, nests)}))
        }))
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
        let gold = if nests(set) { outer(gold) } else { gold };
        let ours = prediction["entities"].as_array().map_or(&[][..], Vec::as_slice);
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
        spans::faults(record, &gold, ours, type_, differ)
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

fn entities(read: &Read, nests: bool) -> Vec<Value> {
    let mut found = Vec::new();
    for mention in read.reading.mentions.iter().filter(|m| m.kind == MentionKind::Name) {
        let entity = &read.reading.entities[mention.entity];
        let span = without_article(read, mention.span);
        let Some(type_) = type_of(entity.kind, read.words(span)) else { continue };
        let (start, end) = read.at(span);
        found.push(json!({"start": start, "end": end, "type": type_}));
    }
    if nests { found } else { outer(found) }
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
