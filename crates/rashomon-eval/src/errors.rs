//! Lists of errors for the detectors' authors.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Code points of context shown on each side.
const CONTEXT_CHARS: usize = 45;
/// Code points shown of the marked words themselves.
const WORDS_CHARS: usize = 160;

/// One thing missed, spurious or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The kind, for the counts: `missed DATE`, `wrong value`.
    pub(crate) kind: String,
    /// The words with their context, and what was expected.
    pub(crate) detail: String,
}

impl Fault {
    pub(crate) fn new(kind: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { kind: kind.into(), detail: detail.into() }
    }
}

/// The words of `range` (code points) in square brackets, with context.
pub(crate) fn marked(text: &str, (start, end): (usize, usize)) -> String {
    let part = |from: usize, to: usize| -> String {
        let words = text.chars().skip(from).take(to.saturating_sub(from));
        words.map(|c| if c == '\n' { '⏎' } else { c }).collect()
    };
    let before = part(start.saturating_sub(CONTEXT_CHARS), start);
    let words = if end.saturating_sub(start) > WORDS_CHARS {
        format!("{} … {}", part(start, start + WORDS_CHARS / 2), part(end - WORDS_CHARS / 2, end))
    } else {
        part(start, end)
    };
    format!("{before}⟦{words}⟧{}", part(end, end + CONTEXT_CHARS))
}

/// The faults of a set: record by record, then counts of kinds, commonest first.
pub(crate) fn list(title: &str, faults: &[(String, Vec<Fault>)]) -> String {
    let mut out = String::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, faults) in faults.iter().filter(|(_, f)| !f.is_empty()) {
        let _ = writeln!(out, "-- {title} {id}");
        for fault in faults {
            *counts.entry(&fault.kind).or_default() += 1;
            let _ = writeln!(out, "   {:<22} {}", fault.kind, fault.detail);
        }
    }
    let mut by_count: Vec<(&str, usize)> = counts.into_iter().collect();
    by_count.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let _ = writeln!(out, "== {title}: errors by kind");
    for (kind, count) in by_count {
        let _ = writeln!(out, "{count:6} {kind}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_counts_code_points() {
        assert_eq!(marked("Né à\nParis hier", (5, 10)), "Né à⏎⟦Paris⟧ hier");
        assert_eq!(marked("short", (9, 12)), "short⟦⟧");
    }

    #[test]
    fn kinds_are_counted() {
        let faults = vec![("r1".to_owned(), vec![Fault::new("missed", "a"), Fault::new("missed", "b")])];
        assert!(list("t/s", &faults).ends_with("     2 missed\n"));
    }
}
