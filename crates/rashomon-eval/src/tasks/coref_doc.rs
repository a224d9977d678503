//! Coreference within a document: clusters (`gum`, `meantime`), and which of two names a pronoun means (`gap`).

use crate::bench::{GoldSet, Record, range};
use crate::engine::{Engine, Read};
use crate::errors::{Fault, marked};
use crate::spans::marked_words;
use crate::task::{Run, Standard, Task};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) struct CorefDoc;

const STANDARDS: &[Standard] = &[
    Standard::new("gap", "overall.f1", 0.80, "rules 0.669, best 0.925"),
    Standard::new("gum", "no_singletons.conll", 0.55, "rules 0.397, SpanBERT 0.646 (OntoGUM)"),
    Standard::new("gum", "conll", 0.55, ""),
    Standard::new("meantime", "conll", 0.60, ""),
];

impl Task for CorefDoc {
    fn name(&self) -> &'static str {
        "coref_doc"
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        Ok(engine.each(set, |record| {
            engine.read_record(record, |read| json!({"id": record.id(), "clusters": clusters(read)}))
        }))
    }

    fn runs(&self, set: &GoldSet) -> Vec<Run> {
        if set.records.iter().any(asks_pronoun) {
            return vec![Run::plain(&["overall", "masculine", "feminine", "bias"])];
        }
        const MEASURES: &[&str] = &["conll", "mentions", "muc", "b3", "ceafe", "lea"];
        let args = vec!["--no-singletons".to_owned()];
        vec![Run::plain(MEASURES), Run { label: "no_singletons", args, ..Run::plain(MEASURES) }]
    }

    fn faults(&self, _: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        let ours = read_clusters(prediction);
        if asks_pronoun(record) { pronoun_faults(record, &ours) } else { cluster_faults(record, &ours) }
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }
}

type Range = (usize, usize);

fn asks_pronoun(record: &Record) -> bool {
    record.0.get("pronoun").is_some()
}

fn clusters(read: &Read) -> Vec<Vec<[usize; 2]>> {
    let of = |mentions: &Vec<usize>| {
        let mut ranges: Vec<[usize; 2]> =
            mentions.iter().map(|&m| read.at(read.reading.mentions[m].span)).map(|(s, e)| [s, e]).collect();
        ranges.dedup();
        ranges
    };
    read.reading.entities.iter().map(|e| of(&e.mentions)).collect()
}

fn read_clusters(value: &Value) -> Vec<Vec<Range>> {
    let clusters = value["clusters"].as_array().map_or(&[][..], Vec::as_slice);
    let ranges = |c: &Value| c.as_array().map_or(&[][..], Vec::as_slice).iter().filter_map(range).collect();
    clusters.iter().map(ranges).collect()
}

/// Decisions about a pronoun that are wrong, with what we take it for.
fn pronoun_faults(record: &Record, ours: &[Vec<Range>]) -> Vec<Fault> {
    let Some(pronoun) = range(&record.0["pronoun"]) else { return Vec::new() };
    let overlaps = |a: Range, b: Range| a.0 < b.1 && b.0 < a.1;
    let holding: Vec<&Vec<Range>> = ours.iter().filter(|c| c.iter().any(|m| overlaps(*m, pronoun))).collect();
    let taken: Vec<String> = holding
        .iter()
        .flat_map(|c| c.iter().filter(|m| !overlaps(**m, pronoun)))
        .take(4)
        .map(|m| marked_words(record.text(), *m))
        .collect();
    let mut found = Vec::new();
    for (name, field) in [("a", "a_coref"), ("b", "b_coref")] {
        let Some(at) = range(&record.0[name]) else { continue };
        let gold = record.0[field] == true;
        let decided = holding.iter().any(|c| c.iter().any(|m| !overlaps(*m, pronoun) && overlaps(*m, at)));
        if gold != decided {
            let kind = match (gold, holding.is_empty()) {
                (true, true) => "missed: pronoun is no mention",
                (true, false) if taken.is_empty() => "missed: pronoun alone",
                (true, false) => "missed: other antecedent",
                (false, _) => "spurious",
            };
            let said = format!(
                "{}  name ⟦{}⟧ at {}  ours {taken:?}\n{:29}{}",
                marked(record.text(), pronoun),
                marked_words(record.text(), at),
                if at.0 < pronoun.0 {
                    format!("-{}", pronoun.0 - at.0)
                } else {
                    format!("+{}", at.0 - pronoun.0)
                },
                "",
                record.text().replace('\n', "⏎"),
            );
            found.push(Fault::new(kind, said));
        }
    }
    found
}

/// Mentions missed and spurious, and links to the antecedent missed and wrong.
fn cluster_faults(record: &Record, ours: &[Vec<Range>]) -> Vec<Fault> {
    let gold = read_clusters(&record.0);
    let (from, to) = record.scope();
    let entity_of = |clusters: &[Vec<Range>]| -> BTreeMap<Range, usize> {
        let pairs = clusters.iter().enumerate().flat_map(|(i, c)| c.iter().map(move |m| (*m, i)));
        pairs.filter(|(m, _)| from <= m.0 && m.1 <= to).collect()
    };
    let (gold_of, our_of) = (entity_of(&gold), entity_of(ours));
    let text = record.text();
    let mut found: Vec<(Range, Fault)> = Vec::new();
    for (mention, &entity) in &gold_of {
        let coreferent = gold[entity].len() > 1;
        let Some(&our_entity) = our_of.get(mention) else {
            let kind = if coreferent { "missed mention" } else { "missed singleton" };
            found.push((
                *mention,
                Fault::new(format!("{kind} {}", form(text, *mention)), marked(text, *mention)),
            ));
            continue;
        };
        let before =
            |clusters: &[Vec<Range>], e: usize| clusters[e].iter().copied().filter(|m| m < mention).max();
        let (antecedent, our_antecedent) = (before(&gold, entity), before(ours, our_entity));
        let is_linked = gold[entity].iter().any(|m| m < mention && our_of.get(m) == Some(&our_entity));
        let words = |m: Option<Range>| m.map_or("-".to_owned(), |m| marked_words(text, m));
        let said = || {
            format!(
                "{}  gold ⟦{}⟧ ours ⟦{}⟧",
                marked(text, *mention),
                words(antecedent),
                words(our_antecedent)
            )
        };
        if antecedent.is_some() && !is_linked {
            found.push((*mention, Fault::new(format!("missed link {}", form(text, *mention)), said())));
        } else if our_antecedent.is_some_and(|m| gold_of.get(&m).is_some_and(|e| *e != entity)) {
            found.push((*mention, Fault::new(format!("wrong link {}", form(text, *mention)), said())));
        }
    }
    for (mention, &entity) in &our_of {
        if !gold_of.contains_key(mention) {
            let kind = if ours[entity].len() > 1 { "spurious mention" } else { "spurious singleton" };
            found.push((
                *mention,
                Fault::new(format!("{kind} {}", form(text, *mention)), marked(text, *mention)),
            ));
        }
    }
    found.sort_by_key(|&(at, _)| at);
    found.into_iter().map(|(_, fault)| fault).collect()
}

/// Pronoun, name or description, by the words alone.
fn form(text: &str, mention: Range) -> &'static str {
    const PRONOUNS: &[&str] = &[
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
        "you",
        "your",
        "he",
        "him",
        "his",
        "she",
        "her",
        "it",
        "its",
        "they",
        "them",
        "their",
        "himself",
        "herself",
        "itself",
        "themselves",
        "this",
        "that",
        "these",
        "those",
        "who",
        "which",
    ];
    let words = marked_words(text, mention);
    if PRONOUNS.contains(&words.to_lowercase().as_str()) {
        "pronoun"
    } else if words.split_whitespace().all(|w| w.starts_with(char::is_uppercase)) {
        "name"
    } else {
        "description"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_mentions_are_told_apart() {
        let record = Record(
            json!({"text": "Ann met Bob. She left him.", "clusters": [[[0, 3], [13, 16]], [[8, 11], [22, 25]]]}),
        );
        let kinds = |ours: &[Vec<Range>]| -> Vec<String> {
            cluster_faults(&record, ours).into_iter().map(|f| f.kind).collect()
        };
        assert!(kinds(&[vec![(0, 3), (13, 16)], vec![(8, 11), (22, 25)]]).is_empty());
        assert_eq!(kinds(&[vec![(0, 3)], vec![(13, 16)], vec![(8, 11), (22, 25)]]), ["missed link pronoun"]);
        assert_eq!(kinds(&[vec![(0, 3), (13, 16)], vec![(8, 11)]]), ["missed mention pronoun"]);
    }

    #[test]
    fn a_pronoun_between_two_names() {
        let record = Record(json!({
            "text": "Ann met Eve. She left.", "pronoun": [13, 16], "a": [0, 3], "b": [8, 11], "a_coref": true, "b_coref": false,
        }));
        assert!(pronoun_faults(&record, &[vec![(0, 3), (13, 16)]]).is_empty());
        let kinds: Vec<String> =
            pronoun_faults(&record, &[vec![(8, 11), (13, 16)]]).into_iter().map(|f| f.kind).collect();
        assert_eq!(kinds, ["missed: other antecedent", "spurious"]);
    }
}
