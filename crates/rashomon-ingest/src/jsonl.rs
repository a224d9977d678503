//! JSON Lines: one article a line.

use crate::article::{Known, Origin};
use crate::html::from_html;
use crate::ingest::{Ingested, from_text, sha256_hex};
use crate::publication::{DateSpot, stated};
use rashomon_text::{Dating, DatingBasis, Diagnostic, Level, Span};
use serde_json::Value;

/// Reads the lines of `decoded` into `out`. A line that is no object with a text gives a diagnostic.
pub(crate) fn read_lines(path: &str, decoded: &str, out: &mut Ingested) {
    for (index, line) in decoded.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let place = format!("{path}:{}", index + 1);
        if let Err(message) = read_line(path, index + 1, line, out) {
            out.diagnostics.push(Diagnostic::new(&place, Level::Error, "bad-json", message));
        }
    }
}

fn read_line(path: &str, number: usize, line: &str, out: &mut Ingested) -> Result<(), String> {
    let value: Value =
        serde_json::from_str(line).map_err(|error| format!("expected a JSON object: {error}"))?;
    let object = value.as_object().ok_or("expected a JSON object with a field text or html")?;
    let field = |name: &str| object.get(name).and_then(as_words).filter(|words| !words.trim().is_empty());
    let known = Known {
        url: field("url"),
        title: field("title").map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")),
        publisher: field("publisher"),
        byline: field("author"),
        published: field("published").and_then(|published| dating_of(&published)),
        language: None,
    };
    let (body, html) = match (field("text"), field("html")) {
        (Some(text), _) => (text, false),
        (None, Some(html)) => (html, true),
        (None, None) => return Err("no text: expected a field text or html".to_owned()),
    };
    let article_path = format!("{path}#{number}");
    let origin = Origin {
        path: &article_path,
        sha256: sha256_hex(line.as_bytes()),
        length_bytes: line.len() as u64,
        media_type: "application/json",
    };
    let read = if html { from_html } else { from_text };
    let article = read(origin, &body, known, &mut out.diagnostics);
    out.articles.push(article);
    Ok(())
}

/// A string, or a list of strings joined.
fn as_words(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Array(items) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            (!words.is_empty()).then(|| words.join(", "))
        }
        _ => None,
    }
}

/// The date of a metadata field.
pub(crate) fn dating_of(published: &str) -> Option<Dating> {
    let spot = DateSpot { span: Span::new(0, published.len()), rank: 1 };
    let mut dating = stated("", published, &[spot], &mut Vec::new());
    dating.value.as_ref()?;
    dating.basis = DatingBasis::Metadata;
    dating.evidence.clear();
    Some(dating)
}
