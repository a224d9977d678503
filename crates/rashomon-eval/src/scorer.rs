//! The benchmark folder's own scorers.

use crate::bench::{GoldSet, Record};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What a scorer says of predictions: measures by name, `relaxed.f1` for a number inside another object.
pub(crate) type Measures = Vec<(String, f64)>;

/// Runs `python3 TASK/score.py GOLD PREDICTIONS ARGS`.
pub(crate) fn score(
    set: &GoldSet,
    gold: &Path,
    predictions: &Path,
    args: &[&str],
) -> Result<Measures, String> {
    let script = set.task_folder.join("score.py");
    let mut command = Command::new("python3");
    command.arg(&script).arg(gold).arg(predictions).args(args);
    let output = command.output().map_err(|error| {
        format!("python3 could not be started ({error}): the scorers of the benchmark folder need it")
    })?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{}: {}", script.display(), said.trim()));
    }
    let value: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{}: no JSON: {error}", script.display()))?;
    let mut measures = Vec::new();
    flatten("", &value, &mut measures);
    Ok(measures)
}

/// Writes values as JSON Lines.
pub(crate) fn write_lines<'v>(path: &Path, values: impl Iterator<Item = &'v Value>) -> Result<(), String> {
    let lines: String = values.map(|v| format!("{v}\n")).collect();
    fs::write(path, lines).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes gold records as JSON Lines.
pub(crate) fn write_gold<'v>(path: &Path, records: impl Iterator<Item = &'v Record>) -> Result<(), String> {
    write_lines(path, records.map(|r| &r.0))
}

fn flatten(prefix: &str, value: &Value, out: &mut Measures) {
    let Some(object) = value.as_object() else { return };
    for (key, value) in object {
        let key = key.trim();
        let name = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
        match value.as_f64() {
            Some(number) => out.push((name, number)),
            None => flatten(&name, value, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_named_by_their_path() {
        let mut measures = Vec::new();
        flatten("", &serde_json::json!({"records": 3, "  PER": {"p": 0.5, "f1": 0.25}}), &mut measures);
        let expected = [("records", 3.0), ("PER.p", 0.5), ("PER.f1", 0.25)];
        assert_eq!(measures, expected.map(|(name, score)| (name.to_owned(), score)));
    }
}
