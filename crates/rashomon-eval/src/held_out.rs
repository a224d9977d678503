//! Cross-validation: every document is read with weights that were trained without it.

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::task::Task;
use rashomon_reading::mention::training;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One prediction a record, in the set's order; `folder` has the weights of each fold.
pub(crate) fn predict(
    task: &dyn Task,
    engine: &Engine,
    set: &GoldSet,
    folder: &Path,
) -> Result<Vec<Value>, String> {
    let mut by_id: BTreeMap<String, Value> = BTreeMap::new();
    for fold in 0..training::FOLDS {
        let file = folder.join(format!("{fold}.bin"));
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        if !training::use_weights(&bytes) {
            return Err(format!("{}: no weights of the name tagger", file.display()));
        }
        let in_fold = |r: &&Record| training::fold(&document(r)) == fold;
        let records: Vec<Record> = set.records.iter().filter(in_fold).cloned().collect();
        let part = GoldSet { records, ..set.clone() };
        let ids = part.records.iter().map(Record::id);
        by_id.extend(ids.zip(task.predict(engine, &part)?));
    }
    Ok(set.records.iter().filter_map(|r| by_id.remove(&r.id())).collect())
}

fn document(record: &Record) -> String {
    record.0["doc"].as_str().map_or_else(|| record.id(), str::to_owned)
}
