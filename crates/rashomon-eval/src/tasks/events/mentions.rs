//! Event mentions of TimeML's kind: every claim, the words by which something is said, and every other predicate of a
//! clause: TimeML marks states and aspects too ("costs", "begins", "is"), of which our record makes no claims. Their
//! factuality is what the modality reader says.

use crate::bench::{GoldSet, Record, start_end};
use crate::calibration;
use crate::engine::{Engine, Read};
use crate::errors::Fault;
use crate::spans;
use rashomon_reading::claim::{Claim, EventType, ParticipantRole};
use rashomon_reading::modality::{self, Modality, Polarity};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Verbs that only say how far another one has come.
const ASPECTS: &[&str] = &[
    "begin", "start", "continue", "stop", "end", "finish", "become", "remain", "seem", "appear", "be", "have",
];

pub(super) fn predict(engine: &Engine, record: &Record) -> Value {
    engine.read_record(record, |read| {
        let events: Vec<Value> = mentions(read).into_values().collect();
        json!({"id": record.id(), "events": events})
    })
}

/// By start, so that a word that carries a claim and a quotation counts once.
fn mentions(read: &Read) -> BTreeMap<usize, Value> {
    let mut found = BTreeMap::new();
    for quotation in &read.reading.quotations {
        let Some(token) = quotation.cue_token else { continue };
        let word = &read.parsed.tokens[token];
        // "according to" is no event.
        if !matches!(word.pos, "VERB" | "NOUN") || word.lower == "according" {
            continue;
        }
        let (start, end) = read.at(word.span);
        let participants: Vec<Value> =
            quotation.speaker_span.iter().map(|s| participant(read, "Arg0", *s)).collect();
        found.insert(start, json!({
            "start": start, "end": end, "class": "SPEECH_COGNITIVE", "polarity": "POS", "certainty": "CERTAIN",
            "tense": tense(word.tag), "time": "NON_FUTURE", "participants": participants,
        }));
    }
    for claim in &read.reading.claims {
        let (start, end) = read.at(claim.trigger);
        found.entry(start).or_insert_with(|| event(read, claim, (start, end)));
    }
    for token in 0..read.parsed.tokens.len() {
        if is_predicate(read, token) {
            let (start, end) = read.at(read.parsed.tokens[token].span);
            found.entry(start).or_insert_with(|| state(read, token, (start, end)));
        }
    }
    found
}

/// A verb that heads a clause, the copula included; not an auxiliary, not an adjective ("the leading maker").
fn is_predicate(read: &Read, token: usize) -> bool {
    let word = &read.parsed.tokens[token];
    let is_auxiliary =
        matches!(word.dep, "aux" | "auxpass" | "amod" | "compound" | "prep" | "case" | "mark" | "punct");
    matches!(word.pos, "VERB" | "AUX") && !is_auxiliary && word.tag != "MD" && word.lower != "according"
}

fn state(read: &Read, token: usize, (start, end): (usize, usize)) -> Value {
    let word = &read.parsed.tokens[token];
    let (polarity, modality) = modality::of_token(read.parsed, token);
    let role = |dep: &str| match dep {
        "nsubj" => Some("Arg0"),
        "nsubjpass" | "dobj" | "attr" => Some("Arg1"),
        _ => None,
    };
    let children = read.parsed.children(token).iter();
    let participants: Vec<Value> = children
        .filter_map(|&c| {
            let role = role(read.parsed.tokens[c].dep)?;
            Some(participant(read, role, read.parsed.span_of(read.parsed.edges(c))))
        })
        .collect();
    let is_grammatical = word.pos == "AUX" || ASPECTS.contains(&word.lemma.as_str());
    json!({
        "start": start, "end": end, "class": if is_grammatical { "GRAMMATICAL" } else { "OTHER" },
        "polarity": if polarity == Polarity::Negative { "NEG" } else { "POS" },
        "certainty": certainty(modality), "tense": tense(word.tag),
        "time": if is_future(modality) { "FUTURE" } else { "NON_FUTURE" }, "participants": participants,
    })
}

fn event(read: &Read, claim: &Claim, (start, end): (usize, usize)) -> Value {
    let is_speech = matches!(claim.kind, EventType::Statement);
    let participants: Vec<Value> =
        claim.participants.iter().map(|p| participant(read, role(p.role), p.span)).collect();
    json!({
        "start": start, "end": end, "class": if is_speech { "SPEECH_COGNITIVE" } else { "OTHER" },
        "polarity": if claim.polarity == Polarity::Negative { "NEG" } else { "POS" },
        "certainty": certainty(claim.modality), "tense": tense(read.parsed.tokens[claim.token].tag),
        "time": if is_future(claim.modality) { "FUTURE" } else { "NON_FUTURE" }, "participants": participants,
        "confidence": calibration::hundredths(claim.confidence()),
    })
}

fn participant(read: &Read, role: &str, span: rashomon_text::Span) -> Value {
    let (start, end) = read.at(span);
    json!({"role": role, "start": start, "end": end})
}

fn role(role: ParticipantRole) -> &'static str {
    match role {
        ParticipantRole::Actor | ParticipantRole::Speaker => "Arg0",
        ParticipantRole::Victim | ParticipantRole::Theme => "Arg1",
        ParticipantRole::Recipient => "Arg2",
        ParticipantRole::Location => "Argm-LOC",
        ParticipantRole::Instrument => "Argm-OTHER",
    }
}

/// What is planned counts as certain there (and as future); only hedged events are possible.
fn certainty(modality: Modality) -> &'static str {
    match modality {
        Modality::Possible | Modality::ReportedOnly => "POSSIBLE",
        _ => "CERTAIN",
    }
}

fn is_future(modality: Modality) -> bool {
    matches!(modality, Modality::Planned | Modality::Demanded | Modality::Conditional)
}

fn tense(tag: &str) -> &'static str {
    match tag {
        "VBD" => "PAST",
        "VBZ" | "VBP" => "PRESENT",
        "VBN" => "PAST",
        "VBG" => "PRESPART",
        "VB" => "INFINITIVE",
        _ => "NONE",
    }
}

/// How often claims of each confidence are events of the gold, with its polarity, certainty and time.
pub(super) fn reliability(set: &GoldSet, predictions: &[Value]) -> Vec<(String, f64)> {
    let mut answers = Vec::new();
    for (record, prediction) in set.records.iter().zip(predictions) {
        let gold = record.list("events");
        let (from, to) = record.scope();
        let inside = |v: &&Value| start_end(v).is_some_and(|(s, e)| from <= s && e <= to);
        let ours: Vec<&Value> =
            prediction["events"].as_array().map_or(&[][..], Vec::as_slice).iter().filter(inside).collect();
        let gold_at: Vec<(usize, usize)> = gold.iter().map(|v| start_end(v).unwrap_or_default()).collect();
        let ours_at: Vec<(usize, usize)> = ours.iter().map(|v| start_end(v).unwrap_or_default()).collect();
        let pairs = spans::pairs(&gold_at, &ours_at);
        for (j, event) in ours.iter().enumerate() {
            let Some(confidence) = event["confidence"].as_f64() else { continue };
            let same = |g: &Value, field: &str| {
                g[field].as_str().is_none_or(|v| matches!(v, "" | "UNDERSPECIFIED") || event[field] == *v)
            };
            let is_right = |&&(i, k): &&(usize, usize)| {
                k == j && ["polarity", "certainty", "time"].iter().all(|f| same(&gold[i], f))
            };
            answers.push((confidence, pairs.iter().any(|p| is_right(&p))));
        }
    }
    calibration::measures(&answers)
}

pub(super) fn faults(record: &Record, prediction: &Value) -> Vec<Fault> {
    let ours = prediction["events"].as_array().map_or(&[][..], Vec::as_slice);
    // Triggers of many words are the extents of discontinuous ones ("taken ... hostage").
    let gold: Vec<Value> = record.list("events").to_vec();
    let label = |v: &Value| v["class"].as_str().filter(|c| !c.is_empty()).unwrap_or("?").to_owned();
    let differ = |g: &Value, p: &Value| {
        let of = |f: &str| -> Option<String> {
            let (gold, ours) = (g[f].as_str().filter(|v| !v.is_empty())?, p[f].as_str()?);
            (gold != ours).then(|| format!("{f} {gold}→{ours}"))
        };
        let wrong: Vec<String> = ["polarity", "certainty", "time"].into_iter().filter_map(of).collect();
        wrong.first().map(|first| (first.clone(), wrong.join(", ")))
    };
    spans::faults(record, &gold, ours, label, differ)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_planned_is_certain_and_future() {
        assert_eq!((certainty(Modality::Planned), is_future(Modality::Planned)), ("CERTAIN", true));
        assert_eq!((certainty(Modality::Possible), is_future(Modality::Happened)), ("POSSIBLE", false));
    }
}
