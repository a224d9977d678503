//! The model's tables: reading `tables.txt.gz`, character classes, string identifiers.

use crate::hash::murmur64a;
use flate2::read::GzDecoder;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::io::Read;
use std::sync::LazyLock;

static TEXT: LazyLock<String> = LazyLock::new(|| {
    let mut text = String::new();
    GzDecoder::new(include_bytes!("../../../data/model/tables.txt.gz").as_slice())
        .read_to_string(&mut text)
        .expect("the embedded tables are valid gzip and UTF-8");
    text
});

/// The sections of the table file, by name.
pub(crate) struct Tables {
    sections: FxHashMap<&'static str, &'static str>,
}

impl Tables {
    pub(crate) fn load() -> Self {
        let mut sections = FxHashMap::default();
        let mut rest = TEXT.strip_prefix("@@ ").expect("tables begin with a section");
        loop {
            let (section, next) = rest.split_once("\n@@ ").unwrap_or((rest, ""));
            let (name, body) = section.split_once('\n').unwrap_or((section, ""));
            sections.insert(name, body.strip_suffix('\n').filter(|_| next.is_empty()).unwrap_or(body));
            if next.is_empty() {
                return Self { sections };
            }
            rest = next;
        }
    }

    /// The records of one section, a line each.
    pub(crate) fn lines(&self, section: &str) -> impl Iterator<Item = &'static str> + use<> {
        let body = self.sections.get(section).expect("the table file has every section the engine reads");
        body.split('\n').take(if body.is_empty() { 0 } else { usize::MAX })
    }

    /// The records of a section of two columns.
    pub(crate) fn pairs(&self, section: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.lines(section).map(|line| line.split_once('\t').expect("a record of two fields"))
    }

    /// A section of code point ranges.
    pub(crate) fn class(&self, name: &str) -> CharSet {
        let code = |hex| u32::from_str_radix(hex, 16).expect("a hexadecimal code point");
        CharSet::new(self.pairs(&format!("class {name}")).map(|(a, b)| (code(a), code(b))).collect())
    }
}

/// A section whose records are sorted by their first field, searched where it lies: nothing is built at load time.
pub(crate) struct SortedLines {
    body: &'static str,
}

impl SortedLines {
    pub(crate) fn new(tables: &Tables, section: &str) -> Self {
        Self {
            body: tables.sections.get(section).expect("the table file has every section the engine reads"),
        }
    }

    /// The rest of the record that begins with `key`: empty if the key is all of it.
    pub(crate) fn get(&self, key: &str) -> Option<&'static str> {
        let bytes = self.body.as_bytes();
        // The record looked for begins in `low..=high`; both are beginnings of records, or the end.
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |i| low + i + 1);
            let end = bytes[middle..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |i| middle + i);
            let record = &self.body[start..end];
            let (found, rest) = record.split_once('\t').unwrap_or((record, ""));
            match found.cmp(key) {
                std::cmp::Ordering::Equal => return Some(rest),
                std::cmp::Ordering::Less => low = (end + 1).min(high),
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }
}

/// A field as the table file's author meant it.
pub(crate) fn unescape(field: &'static str) -> Cow<'static, str> {
    if !field.contains('\\') {
        return Cow::Borrowed(field);
    }
    let mut out = String::with_capacity(field.len());
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        out.push(match c {
            '\\' => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                other => other.unwrap_or('\\'),
            },
            c => c,
        });
    }
    Cow::Owned(out)
}

/// A set of characters: a mask for ASCII, sorted ranges for the rest.
pub(crate) struct CharSet {
    ascii: u128,
    ranges: Vec<(u32, u32)>,
}

impl CharSet {
    fn new(ranges: Vec<(u32, u32)>) -> Self {
        let mut ascii = 0;
        for &(first, last) in &ranges {
            for code in first..=last.min(127) {
                ascii |= 1 << code;
            }
        }
        Self { ascii, ranges }
    }

    #[inline]
    pub(crate) fn contains(&self, c: char) -> bool {
        let code = u32::from(c);
        if code < 128 {
            return self.ascii >> code & 1 == 1;
        }
        let i = self.ranges.partition_point(|&(first, _)| first <= code);
        i > 0 && code <= self.ranges[i - 1].1
    }
}

/// Python's `str.isspace` of one character: Unicode white space and the four separators U+001C to U+001F.
#[inline]
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// The numbers by which the model knows strings: reserved symbols have small ones, other strings their hash.
pub(crate) struct StringIds {
    symbols: FxHashMap<&'static str, u64>,
}

impl StringIds {
    pub(crate) fn load(tables: &Tables) -> Self {
        let number = |id: &str| id.parse().expect("a symbol number");
        Self { symbols: tables.pairs("symbols").map(|(name, id)| (name, number(id))).collect() }
    }

    pub(crate) fn id(&self, text: &str) -> u64 {
        if text.is_empty() {
            return 0;
        }
        self.symbols.get(text).copied().unwrap_or_else(|| murmur64a(text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_keep_empty_and_escaped_fields() {
        let tables = Tables::load();
        assert_eq!(tables.pairs("lemma_rules adv").collect::<Vec<_>>(), [("", "")]);
        assert_eq!(tables.lines("tags").count(), 50);
        assert_eq!(tables.lines("parser_moves").count(), 106);
        assert_eq!(tables.lines("ner_moves").count(), 74);
        assert_eq!(unescape("a\\tb\\\\n"), "a\tb\\n");
    }

    #[test]
    fn sorted_lines_find_all_and_only_their_records() {
        let tables = Tables::load();
        for section in ["lemma_exceptions noun", "lemma_index adv", "lemma_exceptions punct"] {
            let sorted = SortedLines::new(&tables, section);
            for line in tables.lines(section) {
                let (key, rest) = line.split_once('\t').unwrap_or((line, ""));
                assert_eq!(sorted.get(key), Some(rest), "{section} {key:?}");
                assert_eq!(sorted.get(&format!("{key}\u{1}")), None);
            }
            assert_eq!(sorted.get("zzzzzz"), None);
        }
    }

    #[test]
    fn classes_follow_python_not_rust() {
        let tables = Tables::load();
        let digit = tables.class("isdigit");
        assert!(digit.contains('²') && digit.contains('7') && !digit.contains('½'));
        assert!(tables.class("isupper").contains('\u{24b6}'));
        assert!(is_space('\u{1c}') && is_space('\u{a0}') && !is_space('\u{200b}'));
    }
}
