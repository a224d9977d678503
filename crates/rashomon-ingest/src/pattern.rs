//! Regular expressions whose classes mean ASCII.
//!
//! Unicode word boundaries take the `regex` crate off its fast automata on any line with an accent, and
//! Unicode classes make patterns large to build (85 ms for the tables of this crate, against a few).
//! The lines looked at are English, where `\b`, `\d`, `\s` and `\w` of ASCII do, and `\p{L}` and `\p{Lu}` of
//! the Latin script, for the names of people and places.

use regex::Regex;

/// Compiles `pattern` with `\b`, `\d`, `\s` and `\w` read as ASCII.
///
/// # Panics
/// When the pattern is wrong: all are fixed, and every one is built by a test.
pub(crate) fn regex(pattern: &str) -> Regex {
    Regex::new(&ascii(pattern)).expect("the patterns of this crate are fixed")
}

fn ascii(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() * 2);
    let mut in_class = false;
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                let Some(next) = chars.next() else { break };
                if next == 'p' {
                    let name: String = chars.by_ref().take_while(|&c| c != '}').collect();
                    let letters = if name == "{Lu" { "A-ZÀ-ÞĀ-Ž" } else { "a-zA-ZÀ-ɏ" };
                    out.push_str(&if in_class { letters.to_owned() } else { format!("[{letters}]") });
                    continue;
                }
                match (next, in_class) {
                    ('b' | 'd' | 's' | 'w', false) => out.extend(["(?-u:\\", &next.to_string(), ")"]),
                    ('S', false) => out.push_str(r"[^ \t\n\r]"),
                    ('D', false) => out.push_str("[^0-9]"),
                    ('d', true) => out.push_str("0-9"),
                    ('w', true) => out.push_str("a-zA-Z0-9_"),
                    ('s', true) => out.push_str(r" \t\n\r"),
                    _ => out.extend(['\\', next]),
                }
            }
            '[' if !in_class => {
                in_class = true;
                out.push('[');
            }
            ']' if in_class => {
                in_class = false;
                out.push(']');
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_classes_as_ascii() {
        assert_eq!(ascii(r"\b[\d.]+\s\w"), r"(?-u:\b)[0-9.]+(?-u:\s)(?-u:\w)");
        assert!(regex(r"^\S+$").is_match("é"));
        assert!(!regex(r"^\w$").is_match("é"));
        assert!(regex(r"^\p{Lu}[\p{L}-]+$").is_match("Île-Ünal"));
    }
}
