//! The events of an entity in the order of their dates: claims and other predicates in which it takes part. An event of a
//! finite clause without a date of its own is of the day of its article, as the guidelines of the data set have it.

use super::{pile, published, sentences};
use crate::bench::{GoldSet, Record};
use crate::engine::{Engine, Read};
use rashomon_text::{Precision, Span, Time};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An event mention with all that takes part in it.
struct Event {
    document: String,
    /// Line of the document, from 1.
    sentence: usize,
    word: String,
    date: String,
    /// Words of the participants, lower case, and of the names of their entities.
    cast: Vec<Vec<String>>,
}

/// What stands for a date that nobody knows.
const UNKNOWN: &str = "XXXX-XX-XX";

pub(super) fn predict(engine: &Engine, set: &GoldSet, documents: &[Record]) -> Vec<Value> {
    let read = |d: &Record| (pile(d).to_owned(), events(engine, d));
    let all: Vec<(String, Vec<Event>)> = documents.par_iter().map(read).collect();
    let of_record = |record: &Record| {
        let target = Target::new(record.str("entity"));
        let own = all.iter().filter(|(name, _)| name == pile(record)).flat_map(|(_, events)| events);
        json!({"id": record.id(), "timeline": rows(own.filter(|e| target.takes_part(e)))})
    };
    set.records.iter().map(of_record).collect()
}

/// Rows in the order of their dates; those without one get the order 0.
fn rows<'e>(events: impl Iterator<Item = &'e Event>) -> Vec<Value> {
    let mut by_date: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for event in events {
        let mention = json!([event.document, event.sentence, event.word]);
        by_date.entry(event.date.as_str()).or_default().push(mention);
    }
    let mut order = 0;
    let mut rows = Vec::new();
    for (date, mentions) in by_date {
        if date != UNKNOWN {
            order += 1;
        }
        let order = if date == UNKNOWN { 0 } else { order };
        rows.extend(mentions.into_iter().map(|m| json!({"order": order, "date": date, "mentions": [m]})));
    }
    rows
}

/// The entity whose events are asked for.
struct Target {
    words: Vec<String>,
    /// Last word of a name of two words or more: it stands alone for the whole ("Jobs"), unless it is a common noun.
    surname: Option<String>,
}

impl Target {
    fn new(name: &str) -> Self {
        let last = name.split_whitespace().next_back().filter(|w| w.starts_with(char::is_uppercase));
        let words = words(name);
        let surname = last.filter(|_| words.len() > 1).map(str::to_lowercase);
        Self { words, surname }
    }

    /// Whether one of those that take part bears the name: all its words, or it has all of theirs.
    fn takes_part(&self, event: &Event) -> bool {
        let has = |all: &[String], some: &[String]| !some.is_empty() && some.iter().all(|w| all.contains(w));
        event.cast.iter().any(|name| {
            has(name, &self.words)
                || self.words.len() > 1 && name.len() > 1 && has(&self.words, name)
                || name.len() == 1 && name.first() == self.surname.as_ref()
        })
    }
}

fn words(text: &str) -> Vec<String> {
    let all = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    all.filter(|w| !w.is_empty() && !matches!(w.as_str(), "the" | "a" | "an" | "s")).collect()
}

fn events(engine: &Engine, document: &Record) -> Vec<Event> {
    let text = sentences(document).join("\n");
    let account = engine.gold_article(&text, published(document));
    engine.read(&account, |read| {
        let mut found: BTreeMap<usize, Event> = BTreeMap::new();
        for claim in &read.reading.claims {
            let time = claim.time.and_then(|t| read.reading.times[t].resolved.clone());
            let is_verb = read.parsed.tokens[claim.token].pos == "VERB";
            let heads = if is_verb { arguments(read, claim.token) } else { Vec::new() };
            let around = heads.into_iter().map(|c| read.parsed.span_of(read.parsed.edges(c)));
            let spans = claim.participants.iter().map(|p| p.span).chain(around);
            let event = event(read, document, claim.token, time, spans);
            found.insert(claim.token, event);
        }
        for token in 0..read.parsed.tokens.len() {
            if is_predicate(read, token) && !found.contains_key(&token) {
                let heads = arguments(read, token);
                let spans = heads.into_iter().map(|c| read.parsed.span_of(read.parsed.edges(c)));
                found.insert(token, event(read, document, token, None, spans));
            }
        }
        found.into_values().collect()
    })
}

/// Subjects, objects and agents of a verb; a verb without a subject has that of the one it hangs on.
fn arguments(read: &Read, verb: usize) -> Vec<usize> {
    let parsed = read.parsed;
    let of = |verb: usize, deps: &[&str]| -> Vec<usize> {
        parsed.children(verb).iter().copied().filter(|&c| deps.contains(&parsed.tokens[c].dep)).collect()
    };
    let mut own = of(verb, &["nsubj", "nsubjpass", "dobj", "agent"]);
    let hangs = matches!(parsed.tokens[verb].dep, "conj" | "xcomp" | "advcl" | "pcomp");
    if hangs && of(verb, &["nsubj", "nsubjpass"]).is_empty() {
        let verbs = parsed.ancestors(verb).filter(|&a| parsed.tokens[a].pos == "VERB");
        let above = verbs.map(|a| of(a, &["nsubj"])).find(|subjects| !subjects.is_empty());
        own.extend(above.unwrap_or_default());
    }
    own
}

/// "showed_off", as the data set writes it.
fn with_particle(read: &Read, token: usize) -> String {
    let word = read.parsed.word(token);
    match read.parsed.child(token, &["prt"]) {
        Some(particle) => format!("{word}_{}", read.parsed.word(particle)),
        None => word.to_owned(),
    }
}

/// The day of the news: the first one named in the opening of the article, if it is just before its publication; else that.
fn main_day(read: &Read, document: &Record) -> String {
    let published = published(document).get(..10).unwrap_or(UNKNOWN);
    let opening = read.reading.sentences.iter().take(N_OPENING).next_back().map_or(0, |s| s.span.end());
    let named = read.reading.times.iter().filter(|t| t.span.start() < opening);
    // The day in the date line is none of the news.
    let first_line = read.parsed.article.text.find('\n').unwrap_or_default();
    let mut named = named.filter(|t| t.span.start() > first_line);
    let day = named.find_map(|t| t.resolved.as_ref()?.single_day());
    let out = published.parse::<rashomon_text::Date>().ok();
    let is_just_before = |day: rashomon_text::Date| {
        out.and_then(|out| day.until(out).ok()).is_some_and(|s| (0..=NEWS_DAYS_MAX).contains(&s.get_days()))
    };
    day.filter(|&d| is_just_before(d)).map_or_else(|| published.to_owned(), |d| d.to_string())
}

/// Sentences of a document's opening, the date line and the headline among them.
const N_OPENING: usize = 4;
/// Days that the news of an article may be old.
const NEWS_DAYS_MAX: i32 = 3;

/// A verb that heads a clause and is no auxiliary or copula.
fn is_predicate(read: &Read, token: usize) -> bool {
    let word = &read.parsed.tokens[token];
    let is_part =
        matches!(word.dep, "aux" | "auxpass" | "amod" | "compound" | "prep" | "case" | "mark" | "punct");
    word.pos == "VERB" && !is_part && word.tag != "MD"
}

fn event(
    read: &Read,
    document: &Record,
    token: usize,
    time: Option<Time>,
    spans: impl Iterator<Item = Span>,
) -> Event {
    let word = &read.parsed.tokens[token];
    let text = &read.parsed.article.text;
    let is_finite = matches!(word.tag, "VBD" | "VBZ" | "VBP" | "VBN");
    let date = match time.as_ref().and_then(date_of) {
        Some(date) => date,
        None if is_finite => main_day(read, document),
        None => UNKNOWN.to_owned(),
    };
    Event {
        document: super::field(document, &["doc", "id"]).to_owned(),
        sentence: text[..word.span.start()].matches('\n').count() + 1,
        word: with_particle(read, token),
        date,
        cast: spans.flat_map(|span| names(read, span)).collect(),
    }
}

/// The words of a phrase's own names, and all names of the entities that it mentions.
fn names(read: &Read, span: Span) -> Vec<Vec<String>> {
    let mentions = read.reading.mentions.iter().filter(|m| span.contains(m.span));
    let entities = mentions.map(|m| &read.reading.entities[m.entity]);
    let named = entities.flat_map(|e| std::iter::once(&e.name).chain(&e.aliases)).map(|n| words(n));
    std::iter::once(words(read.words(span))).filter(|w| w.len() <= 6).chain(named).collect()
}

/// A day, month or year as the data set writes it.
fn date_of(time: &Time) -> Option<String> {
    let start = time.start?.date();
    match time.precision {
        Precision::Year => Some(format!("{:04}", start.year())),
        Precision::Month => Some(format!("{:04}-{:02}", start.year(), start.month())),
        _ => time.single_day().map(|d| d.to_string()),
    }
}
