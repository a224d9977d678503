//! The way in: bytes with a path to articles and remarks.

use crate::article::{Known, Origin, build};
use crate::decode::{clean, decode};
use crate::html::from_html;
use crate::jsonl;
use crate::layout::plain_drafts;
use crate::markdown::from_markdown;
use rashomon_text::{Article, Diagnostic};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What one input gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ingested {
    /// The articles, in the order of the input (several for JSON Lines).
    pub articles: Vec<Article>,
    /// What went wrong or is worth knowing.
    pub diagnostics: Vec<Diagnostic>,
}

/// The forms of input.
enum Form {
    Text,
    Markdown,
    Html,
    JsonLines,
}

/// The articles of one file. `path` decides the form by its extension (`.jsonl`, `.html`, `.htm`, `.md`; all else
/// is sniffed), and names the file in diagnostics; nothing is opened.
///
/// Never fails and never panics: unusable input gives no article and a diagnostic (`empty`, `not-text`,
/// `too-large`, `bad-json`), doubtful input an article and a diagnostic (`charset-guessed`, `charset-errors`).
///
/// ```
/// let ingested = rashomon_ingest::ingest("nothing.txt", b"");
/// assert!(ingested.articles.is_empty());
/// assert_eq!(ingested.diagnostics[0].code, "empty");
/// ```
#[must_use]
pub fn ingest(path: &str, bytes: &[u8]) -> Ingested {
    let mut out = Ingested::default();
    let Some(decoded) = decode(path, bytes, &mut out.diagnostics) else { return out };
    match form_of(path, &decoded) {
        Form::JsonLines => jsonl::read_lines(path, &decoded, &mut out),
        form => {
            let media_type = if matches!(form, Form::Html) { "text/html" } else { "text/plain" };
            let origin =
                Origin { path, sha256: sha256_hex(bytes), length_bytes: bytes.len() as u64, media_type };
            let read = match form {
                Form::Html => from_html,
                Form::Markdown => from_markdown,
                _ => from_text,
            };
            let article = read(origin, &decoded, Known::default(), &mut out.diagnostics);
            out.articles.push(article);
        }
    }
    out
}

/// The article of a plain text.
pub(crate) fn from_text(
    origin: Origin<'_>,
    decoded: &str,
    known: Known,
    diagnostics: &mut Vec<Diagnostic>,
) -> Article {
    let text = clean(decoded);
    let drafts = plain_drafts(&text);
    build(origin, text, &drafts, known, diagnostics)
}

fn form_of(path: &str, decoded: &str) -> Form {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "jsonl" | "ndjson" => Form::JsonLines,
        "html" | "htm" | "xhtml" => Form::Html,
        "md" | "markdown" => Form::Markdown,
        _ if looks_like_html(decoded) => Form::Html,
        _ => Form::Text,
    }
}

/// Whether a text of unknown form begins as a page does.
fn looks_like_html(decoded: &str) -> bool {
    let head: String =
        decoded.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).chars().take(200).collect();
    let head = head.to_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.starts_with("<?xml") && head.contains("<html")
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
