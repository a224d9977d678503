//! What the targets share: bytes to a pile of files, and what must hold of every span.

use rashomon_text::Span;

/// Stands between two files of a pile in the fuzzer's bytes.
const FILE_END: &[u8] = b"\n====\n";
/// More files only make one run longer.
const N_FILES_MAX: usize = 4;

/// The fuzzer's bytes as files; the first byte of each says what it is called.
#[must_use]
pub fn files(data: &[u8]) -> Vec<(String, &[u8])> {
    let mut rest = data;
    let mut files = Vec::new();
    while !rest.is_empty() && files.len() < N_FILES_MAX {
        let end = rest.windows(FILE_END.len()).position(|w| w == FILE_END);
        let (file, after) = match end {
            Some(at) => (&rest[..at], &rest[at + FILE_END.len()..]),
            None => (rest, &rest[rest.len()..]),
        };
        let (ending, bytes) = match file.split_first() {
            Some((b'<', _)) => ("html", file),
            Some((b'{', _)) => ("jsonl", file),
            Some((b'#', _)) => ("md", file),
            Some((0, bytes)) => ("html", bytes),
            _ => ("txt", file),
        };
        files.push((format!("{}.{ending}", files.len()), bytes));
        rest = after;
    }
    files
}

/// Panics where a span does not lie in the text between two characters.
pub fn check(text: &str, span: Span) {
    assert!(
        span.start() <= span.end() && text.get(span.start()..span.end()).is_some(),
        "{span:?} is no part of a text of {} bytes",
        text.len()
    );
}
