//! The way in: bytes with a path to articles and remarks.

use crate::article::{Known, Origin, build};
use crate::decode::{clean, decode};
use crate::jsonl;
use crate::layout::plain_drafts;
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
    match form_of(path) {
        Form::JsonLines => jsonl::read_lines(path, &decoded, &mut out),
        Form::Text => {
            let origin = Origin {
                path,
                sha256: sha256_hex(bytes),
                length_bytes: bytes.len() as u64,
                media_type: "text/plain",
            };
            let article = from_text(origin, &decoded, Known::default(), &mut out.diagnostics);
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

fn form_of(path: &str) -> Form {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "jsonl" | "ndjson" => Form::JsonLines,
        _ => Form::Text,
    }
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
