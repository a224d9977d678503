//! What a benchmark folder holds: tasks, sets, records.

use flate2::read::GzDecoder;
use serde_json::Value;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Files of gold records: whole sets and their parts. `dev.gold` is the part `dev`, where documents stand apart;
/// `vetoes` is a table of facts.
const GOLD_STEMS: &[&str] = &["gold", "truth", "dev", "train", "test", "vetoes"];

/// One file of gold records.
#[derive(Clone, Debug)]
pub(crate) struct GoldSet {
    /// The set's name: its folder, with the part where the folder holds several (`muc4/dev`).
    pub(crate) name: String,
    /// The set's folder's name.
    pub(crate) folder_name: String,
    /// The set's folder.
    pub(crate) folder: PathBuf,
    /// The task's folder, where `score.py` stands.
    pub(crate) task_folder: PathBuf,
    /// The records, in file order.
    pub(crate) records: Vec<Record>,
    /// What the names of the set's other files begin with (`dev.`); empty where the set has one part.
    pub(crate) part: String,
}

impl GoldSet {
    /// The documents that the records speak of: `docs.jsonl` beside the gold (`PART.docs.jsonl`, `.gz` too), or the
    /// records themselves where there is no such file.
    pub(crate) fn documents(&self) -> Result<Vec<Record>, String> {
        for name in ["docs.jsonl", "docs.jsonl.gz"] {
            let path = self.folder.join(format!("{}{name}", self.part));
            if path.exists() {
                return records(&path);
            }
        }
        Ok(self.records.clone())
    }
}

/// One gold record.
#[derive(Clone, Debug)]
pub(crate) struct Record(pub(crate) Value);

impl Record {
    /// Its id as the scorers compare it.
    pub(crate) fn id(&self) -> String {
        match &self.0["id"] {
            Value::String(id) => id.clone(),
            other => other.to_string(),
        }
    }

    /// Its text; empty when it has none.
    pub(crate) fn text(&self) -> &str {
        self.str("text")
    }

    /// A field that is a string; empty when it is not there.
    pub(crate) fn str(&self, field: &str) -> &str {
        self.0[field].as_str().unwrap_or_default()
    }

    /// A field that is a list; empty when it is not there.
    pub(crate) fn list(&self, field: &str) -> &[Value] {
        self.0[field].as_array().map_or(&[], Vec::as_slice)
    }

    /// The annotated part of the text in code points.
    pub(crate) fn scope(&self) -> (usize, usize) {
        range(&self.0["scope"]).unwrap_or((0, usize::MAX))
    }
}

/// A pair of code-point offsets written as `[start, end]`.
pub(crate) fn range(value: &Value) -> Option<(usize, usize)> {
    let at = |i: usize| usize::try_from(value.get(i)?.as_u64()?).ok();
    Some((at(0)?, at(1)?))
}

/// A pair of code-point offsets written as fields `start` and `end`.
pub(crate) fn start_end(value: &Value) -> Option<(usize, usize)> {
    let at = |field: &str| usize::try_from(value[field].as_u64()?).ok();
    Some((at("start")?, at("end")?))
}

/// The sets of a task, by name, each file of gold records one set.
pub(crate) fn sets(task_folder: &Path) -> Result<Vec<GoldSet>, String> {
    let mut sets = Vec::new();
    for folder in entries(task_folder)?.into_iter().filter(|p| p.is_dir()) {
        let gold: Vec<(String, PathBuf)> =
            entries(&folder)?.into_iter().filter_map(|p| Some((gold_stem(&p)?, p))).collect();
        let folder_name = file_name(&folder);
        for (stem, path) in gold {
            let is_whole = matches!(stem.as_str(), "gold" | "truth");
            let name = if is_whole { folder_name.clone() } else { format!("{folder_name}/{stem}") };
            sets.push(GoldSet {
                name,
                folder_name: folder_name.clone(),
                folder: folder.clone(),
                task_folder: task_folder.to_path_buf(),
                records: records(&path)?,
                part: if is_whole { String::new() } else { format!("{stem}.") },
            });
        }
    }
    Ok(sets)
}

/// The bytes of a file, unpacked where its name ends in `.gz`.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let raw = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if path.extension().is_none_or(|e| e != "gz") {
        return Ok(raw);
    }
    let mut plain = Vec::new();
    GzDecoder::new(raw.as_slice())
        .read_to_end(&mut plain)
        .map_err(|error| format!("{}: not a gzip file: {error}", path.display()))?;
    Ok(plain)
}

/// The records of a file of JSON Lines.
pub(crate) fn records(path: &Path) -> Result<Vec<Record>, String> {
    let text = String::from_utf8(bytes(path)?).map_err(|_| format!("{}: not UTF-8", path.display()))?;
    let record = |(i, line): (usize, &str)| {
        let value = serde_json::from_str(line);
        value.map(Record).map_err(|error| format!("{}:{}: {error}", path.display(), i + 1))
    };
    text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()).map(record).collect()
}

/// What stands in a folder, by name.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let list = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = list.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

fn gold_stem(path: &Path) -> Option<String> {
    let name = file_name(path);
    let stem = name.strip_suffix(".gz").unwrap_or(&name).strip_suffix(".jsonl")?;
    let part = match stem.strip_suffix(".gold") {
        Some(part) => part.split('.').next().filter(|first| GOLD_STEMS.contains(first)).map(|_| part),
        None => GOLD_STEMS.contains(&stem).then_some(stem),
    };
    part.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_sets_and_parts() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (set, file) in [
            ("a", "gold.jsonl"),
            ("b", "dev.jsonl"),
            ("b", "train.jsonl"),
            ("c", "dev.gold.jsonl"),
            ("c", "dev.docs.jsonl"),
            ("c", "notes.txt"),
        ] {
            fs::create_dir_all(folder.path().join(set)).expect("a folder");
            fs::write(folder.path().join(set).join(file), "{\"id\": 7, \"text\": \"né\"}\n\n")
                .expect("a file");
        }
        let sets = sets(folder.path()).expect("sets");
        assert_eq!(
            sets.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(),
            ["a", "b/dev", "b/train", "c/dev"]
        );
        assert_eq!((sets[0].records[0].id(), sets[0].records[0].text()), ("7".to_owned(), "né"));
        assert_eq!(sets[3].documents().map(|d| d.len()), Ok(1));
    }
}
