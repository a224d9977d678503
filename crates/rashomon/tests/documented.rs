//! The documentation names every field of the record and every diagnostic, and its links lead somewhere.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Files below `folder` whose names end in `end`, in no particular order.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            found.extend(files(&entry, end));
        } else if entry.to_string_lossy().ends_with(end) {
            found.push(entry);
        }
    }
    found
}

/// Whether `word` stands in `text` with no letter, digit or underscore beside it.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[test]
fn every_field_of_the_record_is_documented() {
    let page = read("docs/reference/record.md");
    let model = read("crates/rashomon/src/json/model.rs");
    let mut renamed: Option<String> = None;
    let mut n_fields = 0;
    for line in model.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("#[serde(rename = \"") {
            renamed = name.split('"').next().map(str::to_owned);
        } else if let Some((name, _)) = line.strip_prefix("pub ").and_then(|field| field.split_once(':')) {
            let name = renamed.take().unwrap_or_else(|| name.to_owned());
            assert!(has_word(&page, &name), "docs/reference/record.md does not name the field {name}");
            n_fields += 1;
        }
    }
    assert!(n_fields > 100, "model.rs is not read as it should be: {n_fields} fields");
}

#[test]
fn every_diagnostic_is_documented() {
    let page = read("docs/reference/diagnostics.md");
    let mut n_codes = 0;
    let code_files = files(&root().join("crates"), ".rs")
        .into_iter()
        .filter(|f| f.components().any(|c| c.as_os_str() == "src"))
        // Made-up records of tests have made-up codes.
        .filter(|f| !f.ends_with("fixture.rs") && !f.ends_with("tests.rs"));
    for file in code_files {
        let code = fs::read_to_string(&file).expect("a readable file");
        for opening in ["Level::Error,", "Level::Warning,", "Level::Note,", "refuse("] {
            for (at, _) in code.match_indices(opening) {
                let rest = code[at + opening.len()..].trim_start();
                let Some(quoted) = rest.strip_prefix('"') else { continue };
                let name = quoted.split('"').next().unwrap_or_default();
                assert!(
                    page.contains(&format!("| `{name}` |")),
                    "docs/reference/diagnostics.md does not name {name} ({})",
                    file.display()
                );
                n_codes += 1;
            }
        }
    }
    assert!(n_codes >= 10, "the crates are not read as they should be: {n_codes} codes");
}

#[test]
fn links_between_the_papers_lead_somewhere() {
    let mut pages = files(&root().join("docs"), ".md");
    for name in ["README.md", "ARCHITECTURE.md", "DESIGN.md", "CHANGELOG.md", "CONTRIBUTING.md"] {
        pages.push(root().join(name));
    }
    let mut n_links = 0;
    for page in pages {
        let text = fs::read_to_string(&page).expect("a readable page");
        for (at, opening) in text.match_indices("](") {
            let target = text[at + opening.len()..].split([')', '#', ' ']).next().unwrap_or_default();
            if !target.is_empty() && !target.contains("://") {
                let file = page.parent().expect("a folder").join(target);
                assert!(file.exists(), "{} links to {target}", page.display());
                n_links += 1;
            }
        }
    }
    assert!(n_links > 20, "the pages are not read as they should be: {n_links} links");
}
