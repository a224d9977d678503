//! Web pages through ingest: `pubdate` and `extraction`.

use crate::bench::{self, GoldSet, Record};
use crate::engine::Engine;
use crate::errors::Fault;
use crate::task::{Run, Standard, Task};
use rashomon_ingest::ingest;
use rashomon_text::{Article, BlockKind};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Publication dates. The page's address is not shown to ingest, as it was not to the peers.
pub(crate) struct Pubdate;

/// Main text, and title, date and authors where the gold has them.
pub(crate) struct Extraction;

const DATE_STANDARDS: &[Standard] = &[Standard::new("htmldate", "date.f1", 0.955, "htmldate 0.938")];

const TEXT_STANDARDS: &[Standard] = &[
    Standard::new("aeb", "shingle4.f1", 0.97, "rs_trafilatura 0.963, trafilatura 0.961"),
    Standard::new("newspaper4k424", "shingle4.f1", 0.93, "trafilatura 0.907"),
    Standard::new(
        "newspaper4k424",
        "date_accuracy",
        0.81,
        "trafilatura 0.756; newspaper4k 0.810 (htmldate's pages)",
    ),
    Standard::new("newspaper4k424", "title_accuracy", 0.722, "trafilatura 0.722"),
    Standard::new("newspaper4k424", "authors_accuracy", 0.756, "trafilatura 0.756"),
    Standard::new("trafilatura_segments", "segments.f1", 0.93, "trafilatura 0.929"),
];

/// Longest stretch of text shown in an error list, in code points.
const SHOWN_CHARS: usize = 110;

impl Task for Pubdate {
    fn name(&self) -> &'static str {
        "pubdate"
    }

    fn predict(&self, _: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        predict(set)
    }

    fn runs(&self, _: &GoldSet) -> Vec<Run> {
        vec![Run::plain(&["date", "accuracy"])]
    }

    fn faults(&self, _: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        date_fault(record, prediction).into_iter().collect()
    }

    fn standards(&self) -> &'static [Standard] {
        DATE_STANDARDS
    }
}

impl Task for Extraction {
    fn name(&self) -> &'static str {
        "extraction"
    }

    fn predict(&self, _: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        predict(set)
    }

    fn runs(&self, _: &GoldSet) -> Vec<Run> {
        const MEASURES: &[&str] = &[
            "shingle4",
            "exact",
            "title_accuracy",
            "date_accuracy",
            "authors_accuracy",
            "segments",
            "accuracy",
        ];
        vec![Run::plain(MEASURES)]
    }

    fn faults(&self, _: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        let ours = prediction["text"].as_str().unwrap_or_default();
        let mut found = Vec::new();
        if record.0.get("with").is_some() {
            found.extend(segment_faults(record, ours));
        } else {
            found.extend(line_faults("missed", record.text(), ours));
            found.extend(line_faults("spurious", ours, record.text()));
            found.extend(title_fault(record, prediction));
            found.extend(date_fault(record, prediction).filter(|_| !record.str("date").is_empty()));
        }
        found
    }

    fn standards(&self) -> &'static [Standard] {
        TEXT_STANDARDS
    }
}

fn predict(set: &GoldSet) -> Result<Vec<Value>, String> {
    set.records.par_iter().map(|record| page(set, record)).collect()
}

/// The page of a record through ingest.
fn page(set: &GoldSet, record: &Record) -> Result<Value, String> {
    let id = record.id();
    let packed = set.folder.join("html").join(format!("{id}.html.gz"));
    let path = if packed.exists() { packed } else { packed.with_extension("") };
    let bytes = bench::bytes(&path)?;
    let ingested = ingest(&format!("{id}.html"), &bytes);
    Ok(match ingested.articles.first() {
        Some(article) => prediction(&id, article, has_standfirst(set)),
        None => json!({"id": id, "text": ""}),
    })
}

/// Whether the gold of a set counts the standfirst as text: `aeb` has the body alone.
fn has_standfirst(set: &GoldSet) -> bool {
    set.name != "aeb"
}

/// What is read as the account, a paragraph a line; the title counts apart.
fn prediction(id: &str, article: &Article, has_standfirst: bool) -> Value {
    let is_main = |kind| match kind {
        BlockKind::Paragraph | BlockKind::Heading | BlockKind::Correction => true,
        BlockKind::Subhead => has_standfirst,
        _ => false,
    };
    let main: Vec<&str> =
        article.blocks.iter().filter(|b| is_main(b.kind)).map(|b| article.slice(b.span)).collect();
    let value = |label: &Option<rashomon_text::Labelled>| label.as_ref().map(|label| label.value.clone());
    let day = article.published.value.as_ref().and_then(|t| t.single_day()).map(|d| d.to_string());
    json!({
        "id": id, "text": main.join("\n"), "title": value(&article.title), "date": day, "authors": value(&article.byline),
        "date_basis": article.published.basis.as_str(),
    })
}

fn date_fault(record: &Record, prediction: &Value) -> Option<Fault> {
    let gold: String = record.str("date").chars().take(10).collect();
    let said = format!(
        "gold {gold} ours {} ({})  {}",
        prediction["date"],
        prediction["date_basis"],
        record.str("url")
    );
    match prediction["date"].as_str() {
        Some(ours) if ours == gold => None,
        Some(_) => Some(Fault::new("wrong date", said)),
        None => Some(Fault::new("no date", said)),
    }
}

fn title_fault(record: &Record, prediction: &Value) -> Option<Fault> {
    let (gold, ours) = (record.str("title"), prediction["title"].as_str().unwrap_or_default());
    let is_wrong = !gold.is_empty() && words(gold) != words(ours);
    is_wrong.then(|| Fault::new("wrong title", format!("gold {gold:?} ours {ours:?}")))
}

fn segment_faults(record: &Record, ours: &str) -> Vec<Fault> {
    let squeezed = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
    let ours = squeezed(ours);
    let mut found = Vec::new();
    for (field, kind, wrong_if) in [("with", "missed segment", false), ("without", "spurious segment", true)]
    {
        for segment in record.list(field).iter().filter_map(Value::as_str) {
            if ours.contains(&squeezed(segment)) == wrong_if {
                found.push(Fault::new(kind, format!("{segment:?}  {}", record.str("url"))));
            }
        }
    }
    found
}

/// Lines of one text of whose words fewer than half stand, four in a row, in the other.
fn line_faults(kind: &str, of: &str, other: &str) -> Vec<Fault> {
    let grams =
        |text: &str| -> BTreeSet<Vec<String>> { words(text).windows(4).map(<[String]>::to_vec).collect() };
    let known = grams(other);
    let mut found = Vec::new();
    for line in of.lines() {
        let of_line: Vec<Vec<String>> = words(line).windows(4).map(<[String]>::to_vec).collect();
        let shared = of_line.iter().filter(|g| known.contains(*g)).count();
        if !of_line.is_empty() && shared * 2 < of_line.len() {
            let shown: String = line.chars().take(SHOWN_CHARS).collect();
            found.push(Fault::new(format!("{kind} line"), format!("({} words) {shown}", words(line).len())));
        }
    }
    found
}

fn words(text: &str) -> Vec<String> {
    let is_word = |w: &&str| !w.is_empty();
    text.split(|c: char| !c.is_alphanumeric()).filter(is_word).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_not_in_the_other_text() {
        let gold = "The dam broke on Sunday night.\nNobody was hurt in the village.";
        let ours = "The dam broke on Sunday night.\nRead more: all our stories on dams";
        assert_eq!(line_faults("missed", gold, ours).len(), 1);
        assert!(line_faults("spurious", ours, gold)[0].detail.ends_with("all our stories on dams"));
    }

    #[test]
    fn a_page_gives_text_title_and_day() {
        let html = "<html><head><title>Dam breaks</title><meta property=\"article:published_time\" content=\"2020-01-05T10:00:00Z\">\
                    </head><body><article><h1>Dam breaks</h1><p>The dam of the upper lake broke on Sunday night, the mayor said.</p>\
                    <p>Nobody was hurt, and the water was gone by the morning, he added.</p></article></body></html>";
        let prediction = prediction("x", &ingest("x.html", html.as_bytes()).articles[0], true);
        assert_eq!(prediction["date"], "2020-01-05");
        assert!(prediction["text"].as_str().is_some_and(|t| t.starts_with("The dam of the upper lake")));
        assert!(date_fault(&Record(json!({"date": "2020-01-05"})), &prediction).is_none());
    }
}
