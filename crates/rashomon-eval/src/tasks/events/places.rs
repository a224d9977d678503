//! The place of an incident, as its gold writes it (`COUNTRY: TOWN (CITY)`): the places that a message names, and what
//! speaks for each.

use super::document::Document;
use super::linear::{Example, features, odds};
use super::stages::Judged;
use rashomon_reading::mention::{
    EntityKind, MentionKind, country_by_adjective, country_by_capital, country_by_code, country_by_name,
    towns,
};
use std::collections::BTreeMap;

/// How places are written: of each name, and of the towns that messages are sent from, how often which way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Gazetteer {
    pub(super) places: BTreeMap<String, BTreeMap<String, f64>>,
    pub(super) homes: BTreeMap<String, BTreeMap<String, f64>>,
}

/// The parts of a place as it is written, the country first.
fn parts(place: &str) -> Vec<&str> {
    place.split(':').map(str::trim).collect()
}

/// "LIMA (CITY)": the name.
fn bare(part: &str) -> String {
    part.split('(').next().unwrap_or_default().trim().to_lowercase()
}

impl Gazetteer {
    /// Adds the places of one message, sent from a town.
    pub(super) fn add(&mut self, from: &str, written: &[String]) {
        let mut added: Vec<(String, String)> = Vec::new();
        let mut homes: Vec<&str> = Vec::new();
        for place in written.iter().filter(|p| !p.contains(" - ")) {
            let parts = parts(place);
            if !homes.contains(&parts[0]) {
                homes.push(parts[0]);
                *self
                    .homes
                    .entry(from.to_lowercase())
                    .or_default()
                    .entry(parts[0].to_owned())
                    .or_default() += 1.0;
            }
            for k in 1..parts.len() {
                let key = (bare(parts[k]), parts[..=k].join(": "));
                if !key.0.is_empty() && !added.contains(&key) {
                    let weight = if k + 1 == parts.len() { 1.0 } else { 0.5 };
                    *self.places.entry(key.0.clone()).or_default().entry(key.1.clone()).or_default() +=
                        weight;
                    added.push(key);
                }
            }
        }
    }

    /// The gazetteer without one of the messages in it.
    pub(super) fn without(&self, own: &Gazetteer) -> Gazetteer {
        let less = |all: &BTreeMap<String, BTreeMap<String, f64>>,
                    own: &BTreeMap<String, BTreeMap<String, f64>>| {
            let mut all = all.clone();
            for (name, written) in own {
                for (place, count) in written {
                    if let Some(known) = all.get_mut(name) {
                        *known.entry(place.clone()).or_default() -= count;
                        known.retain(|_, n| *n > 0.0);
                    }
                }
            }
            all
        };
        Gazetteer { places: less(&self.places, &own.places), homes: less(&self.homes, &own.homes) }
    }

    /// How a place of this name is written, rather in this country.
    fn get(&self, name: &str, home: Option<&str>) -> Option<&str> {
        let known = self.places.get(name)?.iter();
        let at_home = |place: &str| home.is_some_and(|h| parts(place)[0] == h);
        let best = known.max_by(|a, b| {
            (at_home(a.0), a.1).partial_cmp(&(at_home(b.0), b.1)).unwrap_or(std::cmp::Ordering::Equal)
        });
        best.map(|(place, _)| place.as_str())
    }

    /// The country that messages from a town are about.
    pub(super) fn home(&self, town: &str) -> Option<String> {
        let known = self.homes.get(&town.to_lowercase()).into_iter().flatten();
        let most = known.max_by(|a, b| a.1.total_cmp(b.1)).map(|(country, _)| country.clone());
        most.or_else(|| country_of(town))
    }

    pub(super) fn write(&self) -> String {
        let lines = |table: &str, of: &BTreeMap<String, BTreeMap<String, f64>>| -> String {
            let line = |(name, written): (&String, &BTreeMap<String, f64>)| -> String {
                written.iter().map(|(place, n)| format!("{table}\t{name}\t{place}\t{n}\n")).collect()
            };
            of.iter().map(line).collect()
        };
        lines("place", &self.places) + &lines("home", &self.homes)
    }

    pub(super) fn read(text: &str) -> Self {
        let mut gazetteer = Self::default();
        for line in text.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let [table, name, place, count] = fields[..] else { continue };
            let tables = if table == "home" { &mut gazetteer.homes } else { &mut gazetteer.places };
            let count = count.parse().unwrap_or_default();
            tables.entry(name.to_owned()).or_default().insert(place.to_owned(), count);
        }
        gazetteer
    }
}

/// The country that has a town of this name, the one whose capital it is first.
fn country_of(town: &str) -> Option<String> {
    let of_towns = towns(town).iter().filter_map(|t| country_by_code(t.country?));
    country_by_capital(town).into_iter().chain(of_towns).map(|c| c.name.to_uppercase()).next()
}

/// What a place is called after or before its name.
const KINDS: &[&str] = &[
    "department",
    "neighborhood",
    "province",
    "canton",
    "municipality",
    "district",
    "farm",
    "port",
    "region",
    "town",
    "village",
    "city",
    "community",
];

/// A place named in a message.
struct Named {
    start: usize,
    end: usize,
    written: String,
    source: &'static str,
}

/// Longest name of a place, in words.
const WORDS_MAX: usize = 5;

fn named(document: &Document, gazetteer: &Gazetteer, home: Option<&str>) -> Vec<Named> {
    let tokens = &document.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let known = (1..=WORDS_MAX).rev().find_map(|n| {
            let run = tokens.get(at..at + n).filter(|run| run[n - 1].sentence == run[0].sentence)?;
            let name = run.iter().map(|t| t.lower.as_str()).collect::<Vec<_>>().join(" ");
            let (written, source) = of_name(&name, n, tokens[at].pos, gazetteer, home)?;
            Some(Named { start: at, end: at + n, written, source })
        });
        let place = known.or_else(|| of_mention(document, at, home?));
        at = place.as_ref().map_or(at + 1, |p| p.end.max(at + 1));
        found.extend(place);
    }
    found
}

fn of_name(
    name: &str,
    words: usize,
    pos: &str,
    gazetteer: &Gazetteer,
    home: Option<&str>,
) -> Option<(String, &'static str)> {
    if let Some(country) = country_by_name(name).filter(|_| name.len() > 3) {
        return Some((country.name.to_uppercase(), "country"));
    }
    if let Some(country) = country_by_adjective(name).filter(|_| words == 1) {
        return Some((country.name.to_uppercase(), "adjective"));
    }
    let is_name = name.len() > 3 && matches!(pos, "PROPN" | "NOUN" | "ADJ" | "X");
    let written = gazetteer.get(name, home).filter(|_| is_name)?;
    Some((written.to_owned(), "gazetteer"))
}

/// A place that the gazetteer lacks: in the country that the message is about.
fn of_mention(document: &Document, at: usize, home: &str) -> Option<Named> {
    let is_place = |m: &rashomon_reading::mention::Mention| {
        let kind = document.reading.entities[m.entity].kind;
        m.kind == MentionKind::Name && matches!(kind, EntityKind::Place | EntityKind::Facility)
    };
    let mention = document.reading.mentions.iter().find(|m| m.tokens.start == at && is_place(m))?;
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let mut name = document.form(start..end).to_uppercase();
    let word = |t: Option<usize>| t.and_then(|t| document.tokens.get(t)).map_or("", |t| t.lower.as_str());
    let mut kind = None;
    for known in KINDS {
        if let Some(short) = name.strip_suffix(&format!(" {}", known.to_uppercase())) {
            (name, kind) = (short.to_owned(), Some(*known));
        }
    }
    let of = (word(start.checked_sub(1)) == "of").then(|| word(start.checked_sub(2)));
    let beside = |word: &str| KINDS.iter().copied().find(|k| *k == word);
    let kind = kind.or_else(|| beside(word(Some(end)))).or_else(|| beside(of?));
    let source = if kind.is_some() { "kind" } else { "guess" };
    let written = format!("{home}: {name} ({})", kind.unwrap_or("city").to_uppercase());
    Some(Named { start, end, written, source })
}

/// The places where an incident of this kind may have happened, each as it is written, with what speaks for it.
pub(super) fn candidates(
    document: &Document,
    judged: &Judged,
    kind: usize,
    gazetteer: &Gazetteer,
) -> Vec<(String, Example)> {
    let home = gazetteer.home(&document.place);
    let places = named(document, gazetteer, home.as_deref());
    let sentence = |p: &Named| document.tokens[p.start].sentence;
    let told = |s: usize| judged.sentences[s][kind];
    let mut order = vec![0_usize; document.words.len()];
    let mut found = Vec::new();
    for place in &places {
        let s = sentence(place);
        let rank = judged.rank(s, kind);
        let parts = parts(&place.written);
        let last = parts[parts.len() - 1];
        let is_fuller = |p: &&Named| p.written != place.written && p.written.starts_with(&place.written);
        let near =
            |t: Option<usize>| t.and_then(|t| document.tokens.get(t)).map_or("^", |t| t.lower.as_str());
        let end = &document.tokens[place.end - 1];
        let governor = if end.dep == "pobj" { document.tokens[end.head].head } else { end.head };
        let count = places.iter().filter(|p| p.written == place.written).count();
        let names = [
            format!("src={}", place.source),
            format!("rank={}", rank.min(4)),
            format!("s={}", s.min(4)),
            format!("sp={}", (odds(told(s)) * 3.0).clamp(-5.0, 3.0) as i32),
            format!("prev={}", near(place.start.checked_sub(1))),
            format!("next={}", near(Some(place.end))),
            format!("home={}", home.as_ref().is_some_and(|h| place.written.starts_with(h.as_str()))),
            format!("depth={}", parts.len()),
            format!("kind={}", last.split('(').nth(1).unwrap_or("-")),
            format!("dep={}", end.dep),
            format!("gov={}", document.lemma(governor)),
            format!("nth={}", order[s].min(3)),
            format!("r0src={}_{}", place.source, rank.min(2)),
            format!("cnt={}", count.min(4)),
            format!("from={}", bare(last) == document.place.to_lowercase()),
            format!("sub={}", places.iter().filter(is_fuller).any(|p| sentence(p) == s)),
            format!("subd={}", places.iter().filter(is_fuller).any(|p| told(sentence(p)) >= told(s) / 2.0)),
        ];
        order[s] += 1;
        found.push((place.written.clone(), Example { features: features(&names), measures: Vec::new() }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_they_mostly_are() {
        let mut gazetteer = Gazetteer::default();
        let own = ["PERU: LAMA (CITY): ORO (FARM)".to_owned()];
        gazetteer.add("Lama", &own);
        gazetteer.add("Lama", &["PERU: LAMA (CITY)".to_owned(), "CHILE: ORO (TOWN)".to_owned()]);
        assert_eq!(gazetteer.get("oro", Some("CHILE")), Some("CHILE: ORO (TOWN)"));
        assert_eq!(gazetteer.get("lama", None), Some("PERU: LAMA (CITY)"));
        assert_eq!(Gazetteer::read(&gazetteer.write()), gazetteer);
        let mut alone = Gazetteer::default();
        alone.add("Lama", &own);
        assert_eq!(gazetteer.without(&alone).get("oro", None), Some("CHILE: ORO (TOWN)"));
    }
}
