//! Text to words, normalised so that the accidents of printing do not matter.

use rashomon_text::Span;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// One word of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it stands in the article's text.
    pub(crate) span: Span,
    /// Its normal form in the [`Lexicon`].
    pub(crate) form: u32,
    /// Whether it begins with a capital letter.
    pub(crate) is_capital: bool,
}

/// All normal forms met: lower case, without accents, possessive and apostrophes; numbers as digits.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    ids: FxHashMap<String, u32>,
    forms: Vec<String>,
    /// The ids of short plain words met, by their letters: nearly all words are found here.
    plain: FxHashMap<u128, u32>,
    /// The form being read, kept to save allocations.
    scratch: String,
}

impl Lexicon {
    /// The words of a form, by id.
    pub(crate) fn forms(&self) -> &[String] {
        &self.forms
    }

    /// Takes over the forms of another lexicon, and says which id each has here.
    pub(crate) fn join(&mut self, other: &Lexicon) -> Vec<u32> {
        let mut id = |form: &String| self.ids.get(form).copied().unwrap_or_else(|| self.add(form));
        other.forms.iter().map(&mut id).collect()
    }

    /// The id of the normal form of a printed word; `None` when nothing of it remains.
    fn id(&mut self, printed: &str) -> Option<u32> {
        let Some(key) = plain_key(printed.as_bytes()) else { return self.normalised_id(printed) };
        if let Some(&id) = self.plain.get(&key) {
            return Some(id);
        }
        let id = self.normalised_id(printed)?;
        self.plain.insert(key, id);
        Some(id)
    }

    fn normalised_id(&mut self, printed: &str) -> Option<u32> {
        let mut form = std::mem::take(&mut self.scratch);
        normalise(printed, &mut form);
        let id = (!form.is_empty())
            .then(|| self.ids.get(form.as_str()).copied().unwrap_or_else(|| self.add(&form)));
        self.scratch = form;
        id
    }

    fn add(&mut self, form: &str) -> u32 {
        let canonical = number_word(form).unwrap_or(form);
        let next = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
        let id = *self.ids.entry(canonical.to_owned()).or_insert(next);
        if id == next {
            self.forms.push(canonical.to_owned());
        }
        if canonical != form {
            self.ids.insert(form.to_owned(), id);
        }
        id
    }
}

/// A short word of plain letters and digits in lower case, as one number; `None` for acronyms, which keep their case.
fn plain_key(printed: &[u8]) -> Option<u128> {
    /// What lower-case letters and digits have, and capitals have not.
    const LOWER: u128 = u128::from_ne_bytes([0x20; 16]);
    let length = printed.len();
    if length > 16 || !printed.iter().all(u8::is_ascii_alphanumeric) {
        return None;
    }
    let mut letters = [0; 16];
    letters[..length].copy_from_slice(printed);
    let word = u128::from_le_bytes(letters);
    let lower = LOWER >> (8 * (16 - length));
    (length == 1 || word & lower != 0).then_some(word | lower)
}

/// Adds the words within `span`, in order. Hyphens divide; "per cent" becomes one word.
pub(crate) fn words(text: &str, span: Span, lexicon: &mut Lexicon, words: &mut Vec<Word>) {
    let Some(slice) = text.get(span.range()) else { return };
    let first_word = words.len();
    let mut at = 0;
    while let Some(&first) = slice.as_bytes().get(at) {
        if let Some(skipped) = length_of_no_word(first, &slice[at..]) {
            at += skipped;
            continue;
        }
        let length =
            if first.is_ascii_digit() { number_length(&slice[at..]) } else { word_length(&slice[at..]) };
        let raw = &slice[at..at + length];
        let at_text = Span::new(span.start() + at, span.start() + at + length);
        push(words, first_word, (raw, at_text), lexicon);
        at += length;
        at += possessive_length(&slice[at..]);
    }
}

/// The length of the character at the start of `rest`, which has `first` for its first byte, unless a word begins with it.
fn length_of_no_word(first: u8, rest: &str) -> Option<usize> {
    if first.is_ascii() {
        return (!first.is_ascii_alphanumeric()).then_some(1);
    }
    rest.chars().next().filter(|c| !c.is_alphanumeric()).map(char::len_utf8)
}

/// Adds a word to those of its sentence, which begin at `first`.
fn push(words: &mut Vec<Word>, first: usize, (raw, span): (&str, Span), lexicon: &mut Lexicon) {
    if raw.eq_ignore_ascii_case("cent")
        && let Some(last) = words[first..].last_mut()
        && lexicon.forms[last.form as usize] == "per"
        && let Some(form) = lexicon.id("percent")
    {
        *last = Word { span: last.span.cover(span), form, is_capital: false };
        return;
    }
    if let Some(form) = lexicon.id(raw) {
        words.push(Word { span, form, is_capital: raw.starts_with(char::is_uppercase) });
    }
}

/// Digits with inner points, commas and colons: "1,140", "5.9", "3:20". Letters may follow: "3rd", "90s".
fn number_length(slice: &str) -> usize {
    let bytes = slice.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let inner =
            matches!(bytes[end], b'.' | b',' | b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !(bytes[end].is_ascii_alphanumeric() || inner) {
            break;
        }
        end += 1;
    }
    end
}

/// Letters, with inner apostrophes ("O'Neill", "don't", but not "Peru's") and the points of "U.S.".
fn word_length(slice: &str) -> usize {
    let bytes = slice.as_bytes();
    let plain = bytes.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    if bytes.get(plain).is_none_or(|&b| b.is_ascii() && b != b'\'' && b != b'.') {
        return plain;
    }
    let mut end = 0;
    let mut chars = slice.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let inner = match c {
            '\'' | '’' => next.is_some_and(char::is_alphabetic) && possessive_length(&slice[at..]) == 0,
            '.' => is_initial(&slice[..at]) && next.is_some_and(char::is_uppercase),
            _ => is_combining(c),
        };
        if !(c.is_alphanumeric() || inner) {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Whether the word so far is one capital, or capitals with points between ("U", "U.S").
fn is_initial(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
    })
}

fn is_combining(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

/// The length of "'s" at the start of `rest` when no word goes on after it.
fn possessive_length(rest: &str) -> usize {
    if rest.as_bytes().first().is_none_or(|&b| b.is_ascii() && b != b'\'') {
        return 0;
    }
    let mut chars = rest.chars();
    let Some(mark @ ('\'' | '’')) = chars.next() else { return 0 };
    if !matches!(chars.next(), Some('s' | 'S')) || chars.next().is_some_and(char::is_alphanumeric) {
        return 0;
    }
    mark.len_utf8() + 1
}

/// Writes the normal form of a printed word to `form`.
fn normalise(printed: &str, form: &mut String) {
    form.clear();
    if printed.starts_with(|c: char| c.is_ascii_digit()) {
        form.extend(printed.chars().filter(|&c| c != ',').flat_map(char::to_lowercase));
        return;
    }
    if printed.bytes().all(|b| b.is_ascii_alphanumeric()) {
        form.push_str(printed);
        form.make_ascii_lowercase();
    } else if printed.is_ascii() {
        form.extend(printed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
    } else {
        form.extend(printed.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
    }
    // "US" and "WHO" are not "us" and "who".
    let is_acronym = form.len() > 1 && printed.chars().all(|c| c.is_uppercase() || c == '.');
    if is_acronym && crate::vocabulary::tier(form) == crate::vocabulary::Tier::Stop {
        form.make_ascii_uppercase();
    }
}

/// Whether a normal form is a number: number words have become digits.
pub(crate) fn is_number(form: &str) -> bool {
    form.starts_with(|c: char| c.is_ascii_digit())
}

fn number_word(form: &str) -> Option<&'static str> {
    const NUMBERS: [(&str, &str); 28] = [
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("ten", "10"),
        ("eleven", "11"),
        ("twelve", "12"),
        ("thirteen", "13"),
        ("fourteen", "14"),
        ("fifteen", "15"),
        ("sixteen", "16"),
        ("seventeen", "17"),
        ("eighteen", "18"),
        ("nineteen", "19"),
        ("twenty", "20"),
        ("thirty", "30"),
        ("forty", "40"),
        ("fifty", "50"),
        ("sixty", "60"),
        ("seventy", "70"),
        ("eighty", "80"),
        ("ninety", "90"),
        ("hundred", "100"),
        ("dozen", "12"),
    ];
    NUMBERS.iter().find(|(word, _)| *word == form).map(|(_, digits)| *digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let mut lexicon = Lexicon::default();
        let mut found = Vec::new();
        words(text, Span::new(0, text.len()), &mut lexicon, &mut found);
        let words = found;
        let forms: Vec<&str> = words.iter().map(|w| lexicon.forms()[w.form as usize].as_str()).collect();
        assert_eq!(forms.join(" "), expect);
        for word in &words {
            assert!(text.get(word.span.range()).is_some());
        }
    }

    #[test]
    fn printing_does_not_matter() {
        check("“Peru’s Ñandú-born Élise,” she said", "peru nandu born elise she said");
        check("a six-year-old / a 6-year-old", "a 6 year old a 6 year old");
        check("1,140 and 5.9 at 3:20 p.m.", "1140 and 5.9 at 3:20 p m");
        check("82 per cent; 82 percent", "82 percent 82 percent");
        check("the U.S. told us; US aid. Don't O'Neill", "the US told us US aid dont oneill");
    }

    #[test]
    fn odd_text_gives_no_panic() {
        check("", "");
        check("'' ’ . 's", "s");
        check("🙂中文 e\u{301}tat", "中文 etat");
    }
}
