//! From paths to bytes: the only place that reads files.

use rashomon_text::{Diagnostic, Level};
use std::io::Read;
use std::path::Path;
use walkdir::WalkDir;

/// Largest file that is read, in bytes. News pages are below 5 MB; 64 MB leaves room for JSON Lines.
const LENGTH_BYTES_MAX: u64 = 64 << 20;

/// File name extensions that are read when a folder is walked (a file named on its own is always tried).
const EXTENSIONS: [&str; 6] = ["txt", "md", "html", "htm", "jsonl", "text"];

/// Raw bytes with the path they came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// As given by the user, `/` between parts.
    pub path: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Input {
    /// Bytes that did not come from a file of that name, e.g. standard input.
    #[must_use]
    pub fn new(path: &str, bytes: &[u8]) -> Self {
        Self { path: path.to_owned(), bytes: bytes.to_vec() }
    }
}

/// Reads files and folders (recursively, hidden files left out, links not followed); `-` is standard input.
/// What cannot be read gives a diagnostic; the rest goes on.
#[must_use]
pub fn collect_inputs(paths: &[String]) -> (Vec<Input>, Vec<Diagnostic>) {
    let mut inputs = Vec::new();
    let mut diagnostics = Vec::new();
    for path in paths {
        if path == "-" {
            let mut bytes = Vec::new();
            match std::io::stdin().lock().take(LENGTH_BYTES_MAX + 1).read_to_end(&mut bytes) {
                Ok(_) => push(&mut inputs, &mut diagnostics, "stdin".to_owned(), Ok(bytes)),
                Err(error) => push(&mut inputs, &mut diagnostics, "stdin".to_owned(), Err(error)),
            }
        } else if Path::new(path).is_dir() {
            walk(path, &mut inputs, &mut diagnostics);
        } else {
            push(&mut inputs, &mut diagnostics, path.clone(), read(Path::new(path)));
        }
    }
    inputs.sort_by(|a, b| a.path.cmp(&b.path));
    inputs.dedup_by(|a, b| a.path == b.path);
    (inputs, diagnostics)
}

fn walk(folder: &str, inputs: &mut Vec<Input>, diagnostics: &mut Vec<Diagnostic>) {
    let is_hidden = |e: &walkdir::DirEntry| e.depth() > 0 && e.file_name().to_string_lossy().starts_with('.');
    let found_before = inputs.len();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|e| !is_hidden(e)) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) if is_article(entry.path()) => {
                let path = entry.path().to_string_lossy().replace('\\', "/");
                push(inputs, diagnostics, path, read(entry.path()));
            }
            Ok(_) => {}
            Err(error) => {
                let path =
                    error.path().map_or_else(|| folder.to_owned(), |p| p.to_string_lossy().into_owned());
                diagnostics.push(unreadable(&path, &error.to_string()));
            }
        }
    }
    if inputs.len() == found_before {
        let message = "no .txt, .md, .html, .htm or .jsonl file in this folder";
        diagnostics.push(Diagnostic::new(folder, Level::Warning, "no-articles", message));
    }
}

fn is_article(path: &Path) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    let is_readme = path.file_stem().is_some_and(|s| s.eq_ignore_ascii_case("readme"));
    !is_readme && extension.is_some_and(|e| EXTENSIONS.contains(&e.as_str()))
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LENGTH_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn push(
    inputs: &mut Vec<Input>,
    diagnostics: &mut Vec<Diagnostic>,
    path: String,
    bytes: std::io::Result<Vec<u8>>,
) {
    match bytes {
        Ok(bytes) if bytes.len() as u64 > LENGTH_BYTES_MAX => {
            let message = format!("larger than {} MiB; split it and try again", LENGTH_BYTES_MAX >> 20);
            diagnostics.push(Diagnostic::new(&path, Level::Error, "too-large", message));
        }
        Ok(bytes) => inputs.push(Input { path, bytes }),
        Err(error) => diagnostics.push(unreadable(&path, &error.to_string())),
    }
}

fn unreadable(path: &str, why: &str) -> Diagnostic {
    Diagnostic::new(path, Level::Error, "unreadable", format!("cannot be read: {}", why.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_folders_and_names_what_it_cannot_read() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        std::fs::create_dir(at("sub")).expect("a folder");
        for name in ["b.txt", "sub/a.html", ".hidden.txt", "picture.png", "README.md"] {
            std::fs::write(at(name), "text").expect("a file");
        }
        let (inputs, diagnostics) =
            collect_inputs(&[folder.path().to_string_lossy().into_owned(), at("gone.txt")]);
        let paths: Vec<String> = inputs.into_iter().map(|i| i.path).collect();
        assert_eq!(paths, [at("b.txt"), at("sub/a.html")]);
        assert_eq!(diagnostics.len(), 1);
        assert_eq!(diagnostics[0].path, at("gone.txt"));
        assert_eq!(diagnostics[0].code, "unreadable");
    }
}
