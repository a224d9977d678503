//! From paths to bytes: the only place that reads files.

use rashomon_text::{Diagnostic, Level};
use std::io::Read;
use std::path::Path;
use walkdir::WalkDir;

/// Largest file that is read, in bytes. News pages are below 5 MB; 64 MB leaves room for JSON Lines.
const LENGTH_BYTES_MAX: u64 = 64 << 20;

/// File name extensions that are read when a folder is walked (a file named on its own is always tried).
const EXTENSIONS: [&str; 6] = ["txt", "md", "html", "htm", "jsonl", "text"];

/// Extensions of documents that may hold accounts and cannot be read.
const UNREAD: [&str; 9] = ["pdf", "doc", "docx", "rtf", "odt", "epub", "eml", "mht", "mhtml"];
/// By what the head of a report shows that rashomon wrote it: a page, Markdown, the list of several stories.
const OWN_REPORT: [&str; 3] = [
    "<meta name=\"generator\" content=\"rashomon\">",
    "Every sentence below is taken word for word from an account; [n]",
    "All accounts together: [report](report.md), [record](record.json).",
];
/// Head of a file in which they stand, in bytes.
const OWN_REPORT_HEAD_BYTES: usize = 4096;
/// Documents named in one remark.
const N_UNREAD_NAMED_MAX: usize = 3;

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
    let mut unread: Vec<String> = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|e| !is_hidden(e)) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) if is_article(entry.path()) => {
                let path = entry.path().to_string_lossy().replace('\\', "/");
                match read(entry.path()) {
                    Ok(bytes) if is_own_report(&bytes) => diagnostics.push(Diagnostic::new(
                        &path,
                        Level::Note,
                        "own-report",
                        "a report that rashomon wrote; left out",
                    )),
                    bytes => push(inputs, diagnostics, path, bytes),
                }
            }
            Ok(entry) if has_extension(entry.path(), &UNREAD) => {
                unread.push(entry.file_name().to_string_lossy().into_owned());
            }
            Ok(_) => {}
            Err(error) => {
                let path =
                    error.path().map_or_else(|| folder.to_owned(), |p| p.to_string_lossy().into_owned());
                diagnostics.push(unreadable(&path, &error.to_string()));
            }
        }
    }
    if !unread.is_empty() {
        let named = unread[..unread.len().min(N_UNREAD_NAMED_MAX)].join(", ");
        let more = if unread.len() > N_UNREAD_NAMED_MAX { ", …" } else { "" };
        let message = format!("{} not read ({named}{more}); save as text or HTML first", unread.len());
        diagnostics.push(Diagnostic::new(folder, Level::Warning, "documents-left-out", message));
    }
    if inputs.len() == found_before {
        let message = "no .txt, .md, .html, .htm or .jsonl file in this folder";
        diagnostics.push(Diagnostic::new(folder, Level::Warning, "no-articles", message));
    }
}

fn is_article(path: &Path) -> bool {
    let is_readme = path.file_stem().is_some_and(|s| s.eq_ignore_ascii_case("readme"));
    !is_readme && has_extension(path, &EXTENSIONS)
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    extension.is_some_and(|e| known.contains(&e.as_str()))
}

fn is_own_report(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(OWN_REPORT_HEAD_BYTES)]);
    OWN_REPORT.iter().any(|mark| head.contains(mark))
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

    #[test]
    fn says_which_documents_of_a_folder_it_left_out() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in ["a.txt", "b.pdf", "c.DOCX", "picture.png"] {
            std::fs::write(folder.path().join(name), "text").expect("a file");
        }
        let (inputs, diagnostics) = collect_inputs(&[folder.path().to_string_lossy().into_owned()]);
        assert_eq!(inputs.len(), 1);
        assert_eq!(diagnostics.len(), 1);
        assert_eq!(diagnostics[0].code, "documents-left-out");
        assert_eq!(diagnostics[0].message, "2 not read (b.pdf, c.DOCX); save as text or HTML first");
    }
}
