//! Incident templates of MUC-4: attacks, bombings, kidnappings, arson and robbery by irregular forces, or by the state
//! on civilians. What is a template, and what fills it, is that data set's convention; classifiers on what is read in a
//! message learn it from its training part (`eval/incidents`).

use super::document::Document;
use super::model::MODELS;
use super::train::{self, Lesson};
use super::{case, days, figures, incidents};
use crate::bench::{GoldSet, Record};
use crate::engine::{Engine, article};
use crate::errors::Fault;
use rayon::prelude::*;
use serde_json::{Value, json};

pub(super) fn predict(engine: &Engine, record: &Record) -> Value {
    let message = message(&case::mixed(&engine.english, record.text()));
    let article = article(&message.body, &message.day);
    engine.read(&article, |read| {
        let document = Document::new(read, &message.place, &message.day);
        let templates = incidents::of(&document, &MODELS);
        json!({"id": record.id(), "templates": templates, "figures": figures::read(read)})
    })
}

/// The classifiers of incidents, learned from a set with templates: the weights, the gazetteer, and predictions for
/// every fifth message by what is learned from the others.
pub(crate) fn learned(engine: &Engine, set: &GoldSet) -> (Vec<u8>, String, Vec<Value>) {
    let lesson = |record: &Record| {
        let message = message(&case::mixed(&engine.english, record.text()));
        let article = article(&message.body, &message.day);
        engine.read(&article, |read| {
            let document = Document::new(read, &message.place, &message.day);
            Lesson::new(&record.id(), document, record.list("templates"))
        })
    };
    let lessons: Vec<Lesson> = set.records.par_iter().map(lesson).collect();
    let models = train::models(&lessons.iter().collect::<Vec<_>>());
    (models.write(), models.gazetteer.write(), train::held_out(&lessons))
}

/// A message without its head ("LIMA, 4 FEB 90 (EFE) -- [TEXT]").
struct Message {
    /// Where it was sent from.
    place: String,
    /// When, `1990-02-04`.
    day: String,
    /// The account, remarks of the translators in round brackets.
    body: String,
}

fn message(text: &str) -> Message {
    let (head, body) = match text.split_once("-- ") {
        Some((head, body)) if head.len() < HEAD_BYTES_MAX => (head, body),
        _ => ("", text),
    };
    let mut body = body.trim_start();
    while let Some(rest) = body.strip_prefix('[').and_then(|b| b.split_once(']')) {
        body = rest.1.trim_start();
    }
    let place = head.split([',', '(']).next().unwrap_or_default().trim().to_owned();
    Message { place, day: days::day(head), body: without_remarks(body).replace('[', "(").replace(']', ")") }
}

/// Longest head of a message, in bytes.
const HEAD_BYTES_MAX: usize = 160;

/// "[words indistinct]", "[begin recording]": remarks of those who took the message down.
fn without_remarks(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let (inside, next) = after.split_once(']').unwrap_or((after, ""));
        let lower = inside.to_lowercase();
        let is_remark =
            ["indistinct", "recording", "reception", "passage", "video", "word", "text", "report"]
                .iter()
                .any(|w| lower.contains(w));
        if !is_remark {
            out.push('(');
            out.push_str(inside);
            out.push(')');
        }
        rest = next;
    }
    out + rest
}

pub(super) fn faults(record: &Record, prediction: &Value) -> Vec<Fault> {
    let gold = record.list("templates");
    let ours = prediction["templates"].as_array().map_or(&[][..], Vec::as_slice);
    let type_ = |t: &Value| t["type"].as_str().unwrap_or("?").to_owned();
    let mut left: Vec<&Value> = ours.iter().collect();
    let mut found = Vec::new();
    for template in gold {
        if let Some(i) = left.iter().position(|t| t["type"] == template["type"]) {
            let ours = left.remove(i);
            for slot in [
                "perp_ind",
                "perp_org",
                "target",
                "victim",
                "instrument",
                "location",
                "date",
                "victim_number",
            ] {
                found.extend(slot_fault(slot, template, ours));
            }
        } else if template["optional"] != true {
            found.push(Fault::new(format!("missed {}", type_(template)), brief(template)));
        }
    }
    found.extend(left.into_iter().map(|t| Fault::new(format!("spurious {}", type_(t)), brief(t))));
    found
}

fn forms(template: &Value, slot: &str) -> Vec<String> {
    let list = |name: &str| template[name].as_array().cloned().unwrap_or_default();
    let fills = if slot == "victim" && template.get("victim").is_none() {
        [list("victim_name"), list("victim_desc")].concat()
    } else {
        list(slot)
    };
    let form = |fill: &Value| {
        let alts = fill["alts"].as_array().map_or_else(|| vec![fill.clone()], Clone::clone);
        alts.iter().filter_map(Value::as_str).map(str::to_lowercase).collect::<Vec<_>>().join(" / ")
    };
    fills.iter().map(form).collect()
}

fn slot_fault(slot: &str, gold: &Value, ours: &Value) -> Option<Fault> {
    let (gold, ours) = (forms(gold, slot), forms(ours, slot));
    let parts = |fill: &str| -> Vec<String> { fill.split(" / ").map(str::to_owned).collect() };
    let is_right = |g: &String| ours.iter().any(|o| parts(o).iter().any(|part| parts(g).contains(part)));
    let is_whole = gold.iter().all(is_right) && gold.len() == ours.len();
    (!is_whole).then(|| Fault::new(format!("slot {slot}"), format!("gold {gold:?} ours {ours:?}")))
}

fn brief(template: &Value) -> String {
    let slots = ["date", "location", "perp_ind", "perp_org", "victim", "target"];
    slots.iter().map(|s| format!("{s} {:?}; ", forms(template, s))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rashomon_text::Date;

    #[test]
    fn the_head_of_a_message() {
        let text = "La Paz, 4 Mar 89 (Radio X) -- [Report] [Ana Paz] The mill burned. [Words indistinct] The union [NDU] met.";
        let message = message(text);
        assert_eq!((message.place.as_str(), message.day.as_str()), ("La Paz", "1989-03-04"));
        assert_eq!(message.body, "The mill burned.  The union (NDU) met.");
        assert_eq!(days::written(Date::constant(1989, 3, 4)), "04 MAR 89");
    }
}
