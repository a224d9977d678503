//! The texts whose readings were judged, and the readings with what stands around them.

use crate::bench::{self, GoldSet, Record};
use crate::calibration::hundredths;
use crate::engine::{Engine, Read};
use rashomon_reading::claim::Claim;
use rashomon_reading::quantity::Quantity;
use rashomon_text::Span;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::path::Path;

/// Sets of news whose texts stand whole in the benchmark folder: task, set.
const SETS: &[(&str, &str)] =
    &[("quotes", "gum"), ("ner", "re3d"), ("events", "meantime"), ("clustering", "ecbplus/dev")];

/// Every how manieth text of ECB+ is taken: several tell of each event.
const ECB_STEP: usize = 3;
/// Every how manieth reading is judged.
const CLAIMS_STEP: usize = 7;
const QUANTITIES_STEP: usize = 3;
/// Every how manieth claim told as fact by a bare form is judged as well: they are rare, and often wrong.
const BARE_STEP: usize = 2;

/// A text by its set's name.
pub(super) struct Text {
    pub(super) set: &'static str,
    pub(super) record: Record,
}

/// The texts that the folder has; those of GUM that are news.
pub(super) fn texts(bench: &Path) -> Result<Vec<Text>, String> {
    let mut texts = Vec::new();
    for (task, set) in SETS {
        let folder = bench.join(task);
        if !folder.is_dir() {
            continue;
        }
        for found in bench::sets(&folder)?.into_iter().filter(|s| s.name == *set) {
            let is_news = |r: &Record| matches!(r.str("genre"), "" | "news");
            let records = if *task == "clustering" { plain(&found)? } else { found.records };
            texts.extend(records.into_iter().filter(is_news).map(|record| Text { set, record }));
        }
    }
    Ok(texts)
}

/// Some of the texts of ECB+, as they were before they were cut into tokens.
fn plain(set: &GoldSet) -> Result<Vec<Record>, String> {
    let documents = set.documents()?.into_iter().step_by(ECB_STEP);
    Ok(documents.map(|d| Record(json!({"id": d.id(), "text": joined(d.text())}))).collect())
}

/// Tokens of lines put together: no space before what closes, none after what opens.
fn joined(text: &str) -> String {
    const CLOSING: &[&str] = &[".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "'", "n't", "\u{201d}"];
    let mut out = String::new();
    for line in text.lines() {
        let (mut is_glued, mut is_open) = (true, false);
        let tokens: Vec<&str> = line.split_whitespace().collect();
        for (i, &token) in tokens.iter().enumerate() {
            let next = tokens.get(i + 1).copied().unwrap_or_default();
            let is_inside = is_inside_number(out.chars().next_back(), token, next);
            let token = match token {
                "``" => "\u{201c}",
                "''" => "\u{201d}",
                token => token,
            };
            let is_mark = token == "\"";
            let closes = CLOSING.contains(&token) || token == "-" || is_mark && is_open;
            if !is_glued && !closes {
                out.push(' ');
            }
            out.push_str(token);
            let marks = token.matches('"').count();
            is_open ^= marks % 2 == 1;
            is_glued = is_inside || matches!(token, "(" | "[" | "$" | "\u{201c}" | "-") || is_mark && is_open;
        }
        out.push('\n');
    }
    out
}

/// "2 , 000", "14 . 1", "1 : 30", "7 p . m .": a mark between parts of one number or hour.
fn is_inside_number(before: Option<char>, mark: &str, next: &str) -> bool {
    let digits = next.bytes().take_while(u8::is_ascii_digit).count();
    let after_digit = before.is_some_and(|c| c.is_ascii_digit());
    match mark {
        "," => after_digit && digits == 3,
        "." | ":" => {
            after_digit && digits > 0
                || mark == "." && next == "m" && before.is_some_and(|c| matches!(c, 'a' | 'p'))
        }
        _ => false,
    }
}

/// Claims and figures of the texts, each with its sentence; all of them, or those to be judged.
pub(super) fn readings(engine: &Engine, texts: &[Text]) -> (Vec<Value>, Vec<Value>) {
    let of_text = |text: &Text| {
        engine.read_record(&text.record, |read| {
            let at = |span: Span| {
                let (start, end) = read.at(span);
                json!({"set": text.set, "id": text.record.id(), "start": start, "end": end, "words": read.words(span),
                    "sentence": sentence(read, span)})
            };
            let claims: Vec<Value> =
                read.reading.claims.iter().map(|c| with(at(c.trigger), claim(read, c))).collect();
            let quantities: Vec<Value> =
                read.reading.quantities.iter().map(|q| with(at(q.span), quantity(q))).collect();
            (claims, quantities)
        })
    };
    let all: Vec<(Vec<Value>, Vec<Value>)> = texts.par_iter().map(of_text).collect();
    let (claims, quantities): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    (claims.concat(), quantities.concat())
}

/// Those of the readings that are judged.
pub(super) fn sample((claims, quantities): (Vec<Value>, Vec<Value>)) -> (Vec<Value>, Vec<Value>) {
    let mut n_bare = 0;
    let mut chosen = Vec::new();
    for (i, claim) in claims.into_iter().enumerate() {
        let is_bare = claim["modality"] == "happened" && claim["form"] == "Bare";
        n_bare += usize::from(is_bare);
        if i % CLAIMS_STEP == 0 || is_bare && n_bare % BARE_STEP == 0 {
            chosen.push(claim);
        }
    }
    (chosen, quantities.into_iter().step_by(QUANTITIES_STEP).collect())
}

fn with(mut place: Value, fields: Value) -> Value {
    if let (Some(place), Value::Object(fields)) = (place.as_object_mut(), fields) {
        place.extend(fields);
    }
    place
}

fn sentence(read: &Read, span: Span) -> String {
    let tokens = read.parsed.tokens_in(span);
    let token = tokens.start.min(read.parsed.tokens.len().saturating_sub(1));
    let sentence = &read.parsed.sentences[read.parsed.tokens[token].sentence];
    read.words(read.parsed.span_of(sentence.tokens.clone())).replace('\n', " ")
}

fn claim(read: &Read, claim: &Claim) -> Value {
    let word = &read.parsed.tokens[claim.token];
    json!({
        "type": claim.kind.as_str(), "mode": claim.mode, "polarity": claim.polarity.as_str(),
        "modality": claim.modality.as_str(), "tag": word.tag, "dep": word.dep, "standing": format!("{:?}", claim.standing),
        "attribution": claim.attribution.len(), "background": claim.is_background, "predicate": claim.predicate,
        "participants": claim.participants.len(), "confidence": hundredths(claim.confidence()),
        "type_confidence": hundredths(claim.type_confidence()), "form": format!("{:?}", claim.form),
    })
}

fn quantity(quantity: &Quantity) -> Value {
    json!({
        "measure": quantity.measure, "value": quantity.value, "low": quantity.low, "high": quantity.high,
        "of": quantity.of, "unit": quantity.unit, "qualifier": quantity.qualifier.as_str(),
        "polarity": quantity.polarity.as_str(), "modality": quantity.modality.as_str(),
        "confidence": hundredths(quantity.confidence()), "basis": format!("{:?}", quantity.basis),
    })
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn tokens_are_put_together() {
        let tokens =
            "`` We won , '' said Ada 's son ( 50 - year - old ) at 1 : 30 p . m .\nThe \" worst \" night .";
        let text =
            "\u{201c}We won,\u{201d} said Ada's son (50-year-old) at 1:30 p.m.\nThe \"worst\" night.\n";
        assert_eq!(joined(tokens), text);
    }
}
