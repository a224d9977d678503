//! Documents by story.

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::task::{Run, Standard, Task};
use rashomon_ingest::ingest;
use rashomon_stories::split;
use rashomon_text::Article;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde_json::{Map, Value, json};

/// Stories of a pile: BCubed and pairwise F1, ARI.
pub(crate) struct Clustering;

const STANDARDS: &[Standard] = &[
    Standard::new("ecbplus/dev", "all.bcubed.f1", 0.88, "online TF-IDF 0.806 (test)"),
    Standard::new("ecbplus/dev", "all.standard.f1", 0.85, "online TF-IDF 0.742 (test)"),
];

/// What data sets call the fields of an article, and what our JSON Lines call them.
const FIELDS: &[(&str, &[&str])] = &[
    ("title", &["title", "headline"]),
    ("published", &["published", "date", "dct", "publication_date", "pubdate", "published_at"]),
    ("url", &["url"]),
    ("publisher", &["publisher", "source", "outlet"]),
    ("text", &["text", "body", "content"]),
];

impl Task for Clustering {
    fn name(&self) -> &'static str {
        "clustering"
    }

    fn predict(&self, _: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let documents: FxHashMap<String, Record> =
            set.documents()?.into_iter().map(|d| (d.id(), d)).collect();
        let read = |record: &Record| {
            let id = record.id();
            let article =
                ingest(&format!("{id}.jsonl"), line(documents.get(&id)?).as_bytes()).articles.pop()?;
            Some((id, article))
        };
        let articles: Vec<(String, Article)> = set.records.par_iter().filter_map(read).collect();
        let stories = split(&articles.iter().map(|(_, article)| article).collect::<Vec<_>>());
        let of_story = |(story, members): (usize, Vec<usize>)| -> Vec<Value> {
            let row = |&at: &usize| json!({"id": articles[at].0, "cluster": story.to_string()});
            members.iter().map(row).collect()
        };
        Ok(stories.into_iter().enumerate().flat_map(of_story).collect())
    }

    fn runs(&self, _: &GoldSet) -> Vec<Run> {
        const MEASURES: &[&str] = &[
            "all.bcubed",
            "all.standard",
            "all.ari",
            "without_gold_singletons.bcubed",
            "without_gold_singletons.standard",
        ];
        vec![Run::plain(MEASURES)]
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }

    fn json_flag(&self) -> Option<&'static str> {
        None
    }
}

/// A document as a line of the JSON Lines that the product reads; the id is kept, so that no two lines are the same.
fn line(document: &Record) -> String {
    let mut line = Map::new();
    line.insert("id".to_owned(), document.id().into());
    for (ours, theirs) in FIELDS {
        let value = theirs.iter().map(|field| document.str(field)).find(|v| !v.trim().is_empty());
        if let Some(value) = value {
            line.insert((*ours).to_owned(), value.into());
        }
    }
    Value::Object(line).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_becomes_a_line_that_ingest_reads() {
        let document = Record(json!({"id": "7_a", "dct": "2014-03-02", "text": "One died .", "url": null}));
        assert_eq!(line(&document), r#"{"id":"7_a","published":"2014-03-02","text":"One died ."}"#);
    }
}
