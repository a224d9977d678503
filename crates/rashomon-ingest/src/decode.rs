//! Bytes to clean text: charset, line ends, invisible characters.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use rashomon_text::{Diagnostic, Level};

/// Longest input read, in bytes. News texts stay under 1 MB; the largest real page seen under
/// `bench/extraction` has 2 MB. Beyond this a file is a dump, and its tree would not fit memory.
pub(crate) const LENGTH_BYTES_MAX: usize = 32 << 20;

/// How many bytes are looked at to tell text from binary data.
const SNIFF_BYTES: usize = 8192;

/// Share of control characters (other than white space) from which bytes are no text. Real text has none;
/// images and archives have about 10 % in every block.
const CONTROL_SHARE_MAX: f64 = 0.05;

/// The text of `bytes`, or the reason why there is none. Remarks go to `diagnostics`.
pub(crate) fn decode(path: &str, bytes: &[u8], diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let mut refuse = |code, message: &str| {
        diagnostics.push(Diagnostic::new(path, Level::Error, code, message));
        None
    };
    if bytes.len() > LENGTH_BYTES_MAX {
        return refuse("too-large", "larger than 32 MiB: split it into one file per article");
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return refuse("empty", "no text in the file");
    }
    let encoding = match encoding_by_form(bytes) {
        Some(encoding) => encoding,
        None if looks_binary(bytes) => {
            return refuse("not-text", "binary data: expected text, HTML or JSON lines");
        }
        None => declared_or_guessed(path, bytes, diagnostics),
    };
    let (text, _, lossy) = encoding.decode(bytes);
    if lossy {
        let message = format!("some bytes are not valid {}: shown as U+FFFD", encoding.name());
        diagnostics.push(Diagnostic::new(path, Level::Warning, "charset-errors", message));
    }
    Some(text.into_owned())
}

/// The encoding that a byte order mark, valid UTF-8 or the zeros of UTF-16 give away.
fn encoding_by_form(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    let head = &bytes[..bytes.len().min(SNIFF_BYTES)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Latin letters in UTF-16 have a zero in every other byte and hardly any elsewhere.
    if head.len() >= 4 && odd * 5 >= head.len() * 2 && even * 20 < head.len() {
        return Some(UTF_16LE);
    }
    if head.len() >= 4 && even * 5 >= head.len() * 2 && odd * 20 < head.len() {
        return Some(UTF_16BE);
    }
    (std::str::from_utf8(bytes).is_ok() && !looks_binary(bytes)).then_some(UTF_8)
}

fn looks_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(SNIFF_BYTES)];
    let control =
        head.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)).count();
    head.contains(&0) || control as f64 > head.len() as f64 * CONTROL_SHARE_MAX
}

/// For bytes that are not UTF-8: what the page declares, else a guess.
fn declared_or_guessed(path: &str, bytes: &[u8], diagnostics: &mut Vec<Diagnostic>) -> &'static Encoding {
    if let Some(declared) = declared_charset(bytes).filter(|&declared| declared != UTF_8) {
        return declared;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    let message = format!("not UTF-8 and no charset given: read as {}", guess.name());
    diagnostics.push(Diagnostic::new(path, Level::Note, "charset-guessed", message));
    guess
}

/// `charset=` of a meta element or an XML declaration within the first bytes.
fn declared_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(SNIFF_BYTES)]).to_ascii_lowercase();
    let at = head.find("charset").map(|at| at + 7).or_else(|| head.find("encoding").map(|at| at + 8))?;
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let label: String = head[at..]
        .trim_start_matches([' ', '=', '"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    Encoding::for_label(label.as_bytes())
}

/// `text` with `\n` line ends, ordinary spaces for no-break ones except between digits, and without invisible characters
/// (soft hyphens, zero-width spaces, direction marks, control characters).
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\u{85}' | '\u{2028}' | '\u{0b}' | '\u{0c}' => out.push('\n'),
            '\u{2029}' => out.push_str("\n\n"),
            '\u{a0}'
            | '\u{202f}'
            | '\u{2007}'
            | '\u{2000}'..='\u{2006}'
            | '\u{2008}'..='\u{200a}'
            | '\u{3000}' => {
                // Between the digits of one number ("1\u{202f}400") it stays what it is.
                let is_digit = |c: char| c.is_ascii_digit();
                let joins = out.ends_with(is_digit) && chars.peek().copied().is_some_and(is_digit);
                out.push(if joins { '\u{202f}' } else { ' ' });
            }
            '\u{ad}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{202a}'..='\u{202e}' => {}
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expect: Option<&str>, codes: &[&str]) {
        let mut diagnostics = Vec::new();
        let text = decode("a.txt", bytes, &mut diagnostics).map(|text| clean(&text));
        assert_eq!(text.as_deref(), expect);
        let seen: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(seen, codes);
    }

    #[test]
    fn decodes_what_is_text() {
        check("\u{feff}Café\r\nau\u{ad}\u{a0}lait\r".as_bytes(), Some("Café\nau lait\n"), &[]);
        check("1\u{a0}400 bricks\u{2009}each".as_bytes(), Some("1\u{202f}400 bricks each"), &[]);
        check(b"H\0i\0 \0y\0o\0u\0", Some("Hi you"), &[]);
        check(b"<meta charset=windows-1252>caf\xe9", Some("<meta charset=windows-1252>café"), &[]);
        check(
            b"The caf\xe9 of the \x93old\x94 town",
            Some("The café of the “old” town"),
            &["charset-guessed"],
        );
    }

    #[test]
    fn refuses_what_is_none() {
        check(b"", None, &["empty"]);
        check(b" \n\t ", None, &["empty"]);
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, &["not-text"]);
        check(&vec![b'a'; LENGTH_BYTES_MAX + 1], None, &["too-large"]);
    }
}
