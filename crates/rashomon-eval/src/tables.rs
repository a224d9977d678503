//! `eval/scores.toml` and `eval/floors.toml`: lists of tables with strings and numbers, read and written here
//! because nothing else of TOML is needed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Task, set, measure.
pub(crate) type Key = (String, String, String);

/// One `[[score]]` table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) score: f64,
    /// A score on training data.
    pub(crate) is_trained_on: bool,
    pub(crate) target: Option<f64>,
    pub(crate) peers: String,
    pub(crate) date: String,
}

/// A file of scores or floors.
pub(crate) type Table = BTreeMap<Key, Entry>;

/// Where the files stand: `eval/` of this repository.
pub(crate) fn eval_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../eval")
}

/// Reads a table; empty when the file is not there.
pub(crate) fn load(path: &Path) -> Result<Table, String> {
    if !path.exists() {
        return Ok(Table::new());
    }
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    parse(&text).map_err(|(line, expected)| format!("{}:{line}: expected {expected}", path.display()))
}

/// Writes a table under its head.
pub(crate) fn save(path: &Path, head: &str, table: &Table) -> Result<(), String> {
    fs::write(path, format!("{head}{}", show(table))).map_err(|error| format!("{}: {error}", path.display()))
}

fn parse(text: &str) -> Result<Table, (usize, &'static str)> {
    let mut table = Table::new();
    let mut fields: BTreeMap<&str, String> = BTreeMap::new();
    let lines = text.lines().chain(["[[score]]"]).enumerate();
    for (i, line) in lines.filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#')) {
        if line.starts_with("[[") {
            if !fields.is_empty() {
                let (key, entry) = entry(&fields).ok_or((i, "task, set, measure and score before this"))?;
                table.insert(key, entry);
                fields.clear();
            }
            continue;
        }
        let (name, value) = line.split_once('=').ok_or((i + 1, "name = value"))?;
        let value = value.trim();
        let value = value.strip_prefix('"').and_then(|v| v.strip_suffix('"')).unwrap_or(value);
        fields.insert(name.trim(), value.to_owned());
    }
    Ok(table)
}

fn entry(fields: &BTreeMap<&str, String>) -> Option<(Key, Entry)> {
    let field = |name: &str| fields.get(name).cloned();
    let number = |name: &str| fields.get(name)?.parse::<f64>().ok();
    let key = (field("task")?, field("set")?, field("measure")?);
    let entry = Entry {
        score: number("score").or_else(|| number("floor"))?,
        is_trained_on: field("trained_on").is_some(),
        target: number("target"),
        peers: field("peers").unwrap_or_default(),
        date: field("date").unwrap_or_default(),
    };
    Some((key, entry))
}

fn show(table: &Table) -> String {
    let mut out = String::new();
    for ((task, set, measure), entry) in table {
        let _ = writeln!(out, "\n[[score]]\ntask = \"{task}\"\nset = \"{set}\"\nmeasure = \"{measure}\"");
        let _ = writeln!(out, "score = {:.4}", entry.score);
        if entry.is_trained_on {
            let _ = writeln!(out, "trained_on = true");
        }
        if let Some(target) = entry.target {
            let _ = writeln!(out, "target = {target:.3}");
        }
        for (name, value) in [("peers", &entry.peers), ("date", &entry.date)] {
            if !value.is_empty() {
                let _ = writeln!(out, "{name} = \"{}\"", value.replace('"', "'"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let key = |measure: &str| ("timex".to_owned(), "muc4/dev".to_owned(), measure.to_owned());
        let entry = Entry {
            score: 0.9125,
            is_trained_on: true,
            target: Some(0.95),
            peers: "X = 0.9".to_owned(),
            date: "2026-11-22".to_owned(),
        };
        let bare = Entry { target: None, peers: String::new(), date: String::new(), ..entry.clone() };
        let table = Table::from([(key("relaxed.f1"), entry), (key("value.f1"), bare)]);
        assert_eq!(parse(&format!("# head\n{}", show(&table))), Ok(table));
    }

    #[test]
    fn says_which_line_is_wrong() {
        assert_eq!(parse("[[score]]\nnonsense\n"), Err((2, "name = value")));
    }
}
