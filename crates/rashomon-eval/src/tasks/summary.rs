//! Summaries of single documents: the headline and the sentences that the report puts first, in the order of the text.

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::task::{Run, Standard, Task};
use rashomon::{Input, Settings};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde_json::{Value, json};

pub(crate) struct Summary;

const STANDARDS: &[Standard] = &[
    Standard::new("gum/dev", "rouge1.f1", 0.338, "lead-3 0.338"),
    Standard::new("gum/dev", "genre_news.rouge1.f1", 0.441, "lead-3 0.441"),
    Standard::new("gum/dev", "genre_news.rouge2.f1", 0.216, "lead-3 0.216"),
    Standard::new("gum/dev", "genre_news.rougeL.f1", 0.349, "lead-3 0.349"),
];

/// Length of a summary, the headline in it: what GUM's guidelines allow those who wrote the references.
const N_CHARACTERS_MAX: usize = 380;
/// Sentences of the report that may be in a summary: what stands further down does not tell what matters most.
const N_REPORTED: usize = 4;
/// Sentences that open the document and may fill up what the report leaves room for.
const N_OPENING: usize = 3;

impl Task for Summary {
    fn name(&self) -> &'static str {
        "summary"
    }

    fn predict(&self, _: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let documents: FxHashMap<String, Record> =
            set.documents()?.into_iter().map(|d| (d.id(), d)).collect();
        let engine = rashomon::Engine::load();
        let of_record = |record: &Record| {
            let summary = documents.get(&record.id()).map(|d| summary(&engine, d)).unwrap_or_default();
            json!({"id": record.id(), "summary": summary})
        };
        Ok(set.records.par_iter().map(of_record).collect())
    }

    fn runs(&self, _: &GoldSet) -> Vec<Run> {
        const MEASURES: &[&str] = &["rouge1", "rouge2", "rougeL"];
        let is_news: fn(&Record) -> bool = |r| r.str("genre") == "news";
        vec![Run::plain(MEASURES), Run { label: "genre_news", only: Some(is_news), ..Run::plain(MEASURES) }]
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }

    fn json_flag(&self) -> Option<&'static str> {
        None
    }
}

/// The headline and the first sentences of the report that fit, filled up with those that open the document.
fn summary(engine: &rashomon::Engine, document: &Record) -> Vec<String> {
    let listed: Vec<&str> = document.list("sents").iter().filter_map(Value::as_str).collect();
    let title = document.str("title");
    let body: Vec<&str> = listed.iter().copied().filter(|s| *s != title).collect();
    let line = json!({"title": title, "published": document.str("date"), "text": body.join("\n\n")});
    let record =
        engine.record(vec![Input::new("document.jsonl", line.to_string().as_bytes())], &Settings::default());
    let slice = |r: &rashomon_reconcile::ReportSentence| {
        let words = record.articles[r.text.article].article.slice(r.text.span);
        (r.text.span.start(), words.to_owned())
    };
    let reported = record.report.sections.iter().flat_map(|s| &s.sentences).map(slice).take(N_REPORTED);
    let opening = body
        .iter()
        .filter(|s| s.ends_with(['.', '!', '?', '"', '”']))
        .map(|s| (0, (*s).to_owned()))
        .take(N_OPENING);
    let mut chosen = vec![(0, title.to_owned())];
    let mut n_characters = title.chars().count();
    for sentence in reported.chain(opening) {
        let n = sentence.1.chars().count();
        let fits = n_characters + n <= N_CHARACTERS_MAX || chosen.len() == 1;
        if fits && !chosen.iter().any(|(_, c)| *c == sentence.1) {
            n_characters += n;
            chosen.push(sentence);
        }
    }
    chosen.sort_by_key(|(start, _)| *start);
    chosen.into_iter().map(|(_, words)| words).collect()
}
