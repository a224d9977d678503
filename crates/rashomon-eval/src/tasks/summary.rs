//! Summaries of single documents: headline, day, and the sentences that open the document; where there is room, those that the
//! report puts first. In the order of the text.

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::task::{Run, Standard, Task};
use rashomon::{Input, Settings};
use rashomon_reading::Sentence;
use rashomon_text::{BlockKind, Span, Time};
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

/// Length of a summary, the headline in it: GUM's guidelines allow those who write the references 380; they take 290 on average.
const N_CHARACTERS_MAX: usize = 330;
/// Sentences that open the document: news says first what matters most.
const N_OPENING: usize = 3;
/// Words of the shortest sentence that opens a document; what is shorter is mostly the caption of a picture.
const N_WORDS_MIN: usize = 8;
/// Sentences of the report that may fill up what the opening leaves room for.
const N_REPORTED: usize = 4;

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

/// The head of the report and the first sentences of the document that fit, filled up with the first of the report.
fn summary(engine: &rashomon::Engine, document: &Record) -> Vec<String> {
    let title = document.str("title");
    let listed = document.list("sents").iter().filter_map(Value::as_str);
    let body: Vec<&str> = listed.filter(|s| *s != title).collect();
    let line = json!({"title": title, "published": document.str("date"), "text": body.join("\n\n")});
    let record =
        engine.record(vec![Input::new("document.jsonl", line.to_string().as_bytes())], &Settings::default());
    let Some(article) = record.articles.first() else { return vec![title.to_owned()] };
    let reported = record.report.sections.iter().flat_map(|s| &s.sentences).map(|s| s.text.span);
    let is_told = |s: &&Sentence| {
        let words = article.article.slice(s.span);
        s.kind == BlockKind::Paragraph
            && words.split_whitespace().count() >= N_WORDS_MIN
            && words.ends_with(['.', '!', '?', '"', '”'])
    };
    let opening = article.sentences.iter().filter(is_told).map(|s| s.span).take(N_OPENING);
    let mut chosen: Vec<Span> = Vec::new();
    let mut n_characters = title.chars().count();
    for sentence in opening.chain(reported.take(N_REPORTED)) {
        let n = article.article.slice(sentence).chars().count();
        let fits = n_characters + n <= N_CHARACTERS_MAX || chosen.is_empty();
        if fits && !chosen.contains(&sentence) {
            n_characters += n;
            chosen.push(sentence);
        }
    }
    chosen.sort_unstable();
    let sentences = chosen.into_iter().map(|s| article.article.slice(s).to_owned());
    let as_of = record.report.as_of.as_ref().and_then(Time::single_day);
    let as_of = as_of.map(|day| day.strftime("%B %-d, %Y").to_string());
    std::iter::once(title.to_owned()).chain(as_of).chain(sentences).collect()
}
