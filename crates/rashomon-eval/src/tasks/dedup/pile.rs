//! The texts of a set, as the detector of reuse is given them.

use crate::bench::{self, GoldSet};
use crate::engine::{Engine, article};
use rashomon_reuse::{Options, Reuse, Text, find_reuse};
use rashomon_text::{BlockKind, Span};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A document's text with what reuse needs of it.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) id: String,
    pub(super) text: String,
    sentences: Vec<Span>,
    quoted: Vec<Span>,
}

impl Prepared {
    pub(super) fn n_sentences(&self) -> usize {
        self.sentences.len()
    }
}

/// Reads the texts: sentences and quotations are those of the record.
pub(super) fn prepare(engine: &Engine, texts: Vec<(String, String)>) -> Vec<Prepared> {
    let prepare_one = |(id, text): (String, String)| {
        let article = article(&text, "");
        let (sentences, quoted) = engine.read(&article, |read| {
            let sentences = read.reading.sentences.iter().filter(|s| s.kind == BlockKind::Paragraph);
            let quoted = read.reading.quotations.iter().flat_map(|q| q.in_marks.iter().copied());
            (sentences.map(|s| s.span).collect(), quoted.collect())
        });
        Prepared { id, text: article.text, sentences, quoted }
    };
    texts.into_par_iter().map(prepare_one).collect()
}

pub(super) fn texts(prepared: &[Prepared]) -> Vec<Text<'_>> {
    prepared.iter().map(|p| Text { quoted: &p.quoted, ..Text::new(&p.id, &p.text, &p.sentences) }).collect()
}

pub(super) fn found(prepared: &[Prepared]) -> Vec<Reuse> {
    find_reuse(&texts(prepared), &Options::default())
}

/// The documents that a set's gold names: from the files `*.docs.jsonl` of its own folder or, where that has none,
/// of the first folder of the benchmark that holds documents of these names. A file counts as a whole or not at all.
pub(super) fn documents(set: &GoldSet, ids: &BTreeSet<&str>) -> Result<Vec<(String, String)>, String> {
    let own = documents_in(&set.folder, ids)?;
    if !own.is_empty() {
        return Ok(own);
    }
    let Some(bench) = set.task_folder.parent() else { return Ok(own) };
    for task in bench::entries(bench)?.into_iter().filter(|p| p.is_dir()) {
        for folder in bench::entries(&task)?.into_iter().filter(|p| p.is_dir()) {
            let found = documents_in(&folder, ids)?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
    }
    Err(format!("{}: no documents of the gold's names", set.folder.display()))
}

fn documents_in(folder: &Path, ids: &BTreeSet<&str>) -> Result<Vec<(String, String)>, String> {
    let is_documents = |path: &PathBuf| {
        let name = bench::file_name(path);
        name.contains("docs.jsonl") || name.contains("documents.jsonl")
    };
    let mut all = Vec::new();
    for path in bench::entries(folder)?.into_iter().filter(is_documents) {
        let records = bench::records(&path)?;
        if records.iter().any(|r| ids.contains(r.id().as_str())) {
            all.extend(records.iter().map(|r| (r.id(), r.text().to_owned())));
        }
    }
    Ok(all)
}

/// A document's name in a gold field.
pub(super) fn name(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
