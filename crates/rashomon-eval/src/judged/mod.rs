//! Readings judged by hand: whether claims and figures of news are right, which no public set says of our kinds. The
//! judgements stand in `eval/calibration`, a file for each kind of reading; the texts in the benchmark folder.

mod texts;

use crate::bench::{Record, records, start_end};
use crate::engine::Engine;
use crate::errors::{self, Fault};
use crate::report::Score;
use crate::{calibration, scorer, spans, tables};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// The task's name, and that of the folder in `eval/`.
pub(crate) const TASK: &str = "calibration";

/// Where a text stands: its set and id.
type Place = (String, String);

/// How sure a reading is, and whether it is right.
type Answer = (f64, bool);

/// One kind of reading that is judged.
struct Kind {
    /// Name of the measures' set.
    name: &'static str,
    /// The file of judgements.
    file: &'static str,
    /// The confidence's field.
    field: &'static str,
    /// Whether a reading is what the judge says; `None` where he does not say.
    is_right: fn(&Value, &Value) -> Option<bool>,
}

const KINDS: [Kind; 3] = [
    Kind { name: "claims", file: "claims.jsonl", field: "confidence", is_right: is_told },
    Kind { name: "claim_types", file: "claims.jsonl", field: "type_confidence", is_right: is_of_type },
    Kind { name: "quantities", file: "quantities.jsonl", field: "confidence", is_right: is_figure },
];

/// Writes the readings to be judged into a folder: `claims.jsonl`, `quantities.jsonl`.
pub(crate) fn write_sample(engine: &Engine, bench: &Path, folder: &Path) -> Result<(), String> {
    let (claims, quantities) = texts::sample(texts::readings(engine, &texts::texts(bench)?));
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    scorer::write_lines(&folder.join("claims.jsonl"), claims.iter())?;
    scorer::write_lines(&folder.join("quantities.jsonl"), quantities.iter())
}

/// How often the readings that were judged are right, beside their confidence; and what is wrong, for the error lists.
/// Nothing where the folder has none of the texts.
pub(crate) fn measure(engine: &Engine, bench: &Path) -> Result<(Vec<Score>, String), String> {
    let texts = texts::texts(bench)?;
    let (mut scores, mut wrong) = (Vec::new(), String::new());
    if texts.is_empty() {
        return Ok((scores, wrong));
    }
    let (claims, quantities) = texts::readings(engine, &texts);
    for kind in KINDS {
        let judged = records(&tables::eval_folder().join(TASK).join(kind.file))?;
        let readings = if kind.file == "claims.jsonl" { &claims } else { &quantities };
        let (answers, faults) = answers(&kind, &judged, readings);
        wrong += &errors::list(&format!("{TASK}/{}", kind.name), &faults);
        let right = answers.iter().filter(|a| a.1).count() as f64 / answers.len().max(1) as f64;
        let judged = ("judged".to_owned(), answers.len() as f64);
        let all =
            [judged, ("precision".to_owned(), right)].into_iter().chain(calibration::measures(&answers));
        scores.extend(all.map(|(measure, score)| Score {
            task: TASK,
            set: kind.name.to_owned(),
            measure,
            score,
            is_trained_on: false,
            target: None,
            peers: "",
        }));
    }
    Ok((scores, wrong))
}

/// Every reading that stands where one was judged: its confidence, and whether it is right.
fn answers(kind: &Kind, judged: &[Record], readings: &[Value]) -> (Vec<Answer>, Vec<(String, Vec<Fault>)>) {
    let mut by_place: BTreeMap<Place, (Vec<&Value>, Vec<&Value>)> = BTreeMap::new();
    for record in judged {
        by_place.entry(place(&record.0)).or_default().0.push(&record.0);
    }
    for reading in readings {
        if let Some((_, read)) = by_place.get_mut(&place(reading)) {
            read.push(reading);
        }
    }
    let at = |values: &[&Value]| -> Vec<(usize, usize)> {
        values.iter().map(|v| start_end(v).unwrap_or_default()).collect()
    };
    let pairs = by_place.values().flat_map(|(judged, read)| {
        spans::pairs(&at(judged), &at(read)).into_iter().map(|(i, j)| (judged[i], read[j]))
    });
    let (mut answers, mut faults) = (Vec::new(), Vec::new());
    for (verdict, reading) in pairs {
        let right = (kind.is_right)(verdict, reading);
        let (Some(right), Some(confidence)) = (right, reading[kind.field].as_f64()) else { continue };
        answers.push((confidence, right));
        if !right {
            let said = format!("{} in {}; judged {}", reading["words"], reading["sentence"], verdict);
            faults.push((place(reading).1, vec![Fault::new(format!("wrong at {confidence:.2}"), said)]));
        }
    }
    (answers, faults)
}

fn place(value: &Value) -> Place {
    let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    (field("set"), field("id"))
}

/// Whether the article tells of it at all, with this polarity and modality.
fn is_told(judged: &Value, read: &Value) -> Option<bool> {
    let same_mode =
        judged["polarity"] == read["polarity"] && is_among(&judged["modalities"], &read["modality"]);
    Some(judged["told"] == true && same_mode)
}

/// Whether what is told is of the category.
fn is_of_type(judged: &Value, read: &Value) -> Option<bool> {
    (judged["told"] == true).then(|| is_among(&judged["types"], &read["type"]))
}

/// Whether measure and value are right.
fn is_figure(judged: &Value, read: &Value) -> Option<bool> {
    let same = |field: &str| judged[field] == read[field];
    Some(same("measure") && same("value") && (!judged["value"].is_null() || same("low") && same("high")))
}

fn is_among(all: &Value, one: &Value) -> bool {
    all.as_array().is_some_and(|all| all.contains(one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn readings_are_compared_with_what_was_judged_there() {
        let judged =
            [Record(json!({"set": "s", "id": "a", "start": 4, "end": 9, "measure": "age", "value": 8.0}))];
        let read = |id: &str, start: usize, value: f64| json!({"set": "s", "id": id, "start": start, "end": start + 3, "measure": "age", "value": value, "confidence": 0.9});
        let found = |readings: &[Value]| answers(&KINDS[2], &judged, readings);
        let elsewhere = [read("a", 5, 8.0), read("a", 9, 8.0), read("b", 5, 8.0)];
        assert_eq!(found(&elsewhere).0, [(0.9, true)]);
        let (wrong, faults) = found(&[read("a", 5, 9.0)]);
        assert_eq!((wrong, faults.len()), (vec![(0.9, false)], 1));
    }

    #[test]
    fn a_claim_has_to_be_told_in_this_mode() {
        let judged = json!({"told": true, "types": ["OTHER"], "polarity": "positive", "modalities": ["happened", "ongoing"]});
        let read =
            |modality: &str, kind: &str| json!({"polarity": "positive", "modality": modality, "type": kind});
        assert_eq!(is_told(&judged, &read("ongoing", "AID")), Some(true));
        assert_eq!(is_told(&judged, &read("planned", "OTHER")), Some(false));
        assert_eq!(is_of_type(&judged, &read("planned", "AID")), Some(false));
        assert_eq!(is_of_type(&json!({"told": false}), &read("planned", "AID")), None);
    }
}
