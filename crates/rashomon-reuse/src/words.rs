//! Text to words, normalised so that the accidents of printing do not matter.

use crate::interner::{Interner, SHORT_MAX};
use crate::pile::Token;
use rashomon_text::Span;
use unicode_normalization::UnicodeNormalization;

/// All normal forms met: lower case, without accents, possessive and apostrophes; numbers as digits.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// The forms; number words too, with the number of their digits.
    pub(crate) forms: Interner,
    /// Which forms stand in lower case anywhere.
    pub(crate) lower: Vec<bool>,
    /// The words of a sentence as they are printed, and the form being read: kept to save allocations.
    printed: Vec<Printed>,
    scratch: String,
}

/// A word as it stands in a text.
#[derive(Clone, Copy, Debug)]
struct Printed {
    span: Span,
    /// Of a short and plain word the letters in lower case, as one number; else 0.
    letters: u128,
}

impl Lexicon {
    /// Takes over the forms of another lexicon, and says which number each has here.
    pub(crate) fn join(&mut self, other: &Lexicon) -> Vec<u32> {
        let numbers: Vec<u32> = other.forms.words().map(|form| self.forms.number(form)).collect();
        self.lower.resize(self.forms.len(), false);
        for (&number, &lower) in numbers.iter().zip(&other.lower) {
            self.lower[number as usize] |= lower;
        }
        numbers
    }

    /// The number of the normal form of a printed word; `None` when nothing of it remains.
    fn number(&mut self, printed: &str) -> Option<u32> {
        let mut form = std::mem::take(&mut self.scratch);
        normalise(printed, &mut form);
        let number = (!form.is_empty()).then(|| self.forms.get(&form).unwrap_or_else(|| self.add(&form)));
        self.scratch = form;
        number
    }

    fn add(&mut self, form: &str) -> u32 {
        let canonical = number_word(form).unwrap_or(form);
        let number = self.forms.number(canonical);
        if canonical != form {
            self.forms.insert(form, number);
        }
        self.lower.resize(self.forms.len(), false);
        number
    }
}

/// Adds the words within `span`, in order. Hyphens divide; "per cent" becomes one word.
pub(crate) fn words(text: &str, span: Span, lexicon: &mut Lexicon, words: &mut Vec<Token>) {
    // All read before any is looked up: so the memory is asked for many at a time.
    let mut printed = std::mem::take(&mut lexicon.printed);
    printed.clear();
    read(text, span, &mut printed);
    let first_word = words.len();
    for word in &printed {
        match lexicon.forms.get_short(word.letters).filter(|_| word.letters != CENT) {
            Some(form) => {
                let is_capital = text.as_bytes()[word.span.start()].is_ascii_uppercase();
                lexicon.lower[form as usize] |= !is_capital;
                words.push(Token::unweighed(word.span, form, is_capital));
            }
            None => push(words, first_word, (word.span.slice(text), word.span), lexicon),
        }
    }
    lexicon.printed = printed;
}

/// Adds the words within `span` as they are printed.
fn read(text: &str, span: Span, printed: &mut Vec<Printed>) {
    let Some(slice) = text.get(span.range()) else { return };
    let bytes = slice.as_bytes();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        if first.is_ascii() && !first.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let start = span.start() + at;
        if let Some((length, letters)) = plain_word(text.as_bytes(), start, span.end()) {
            printed.push(Printed { span: Span::new(start, start + length), letters });
            at += length;
            continue;
        }
        let Some(rest) = slice.get(at..) else { return };
        if let Some(skipped) = length_of_no_word(rest) {
            at += skipped;
            continue;
        }
        let length = if first.is_ascii_digit() { number_length(rest) } else { word_length(rest) };
        printed.push(Printed { span: Span::new(start, start + length), letters: 0 });
        at += length;
        at += possessive_length(&slice[at..]);
    }
}

const CENT: u128 = u32::from_le_bytes(*b"cent") as u128;

/// The length and the letters in lower case, as one number, of the word at `start` of a text that is read up to `end`, where it
/// is short, plain, and its end needs no second look. Not of acronyms, which keep their case, and not of figures.
fn plain_word(text: &[u8], start: usize, end: usize) -> Option<(usize, u128)> {
    /// What lower-case letters and digits have, and capitals have not.
    const LOWER: u128 = u128::from_ne_bytes([0x20; 16]);
    let mut window = [0; 16];
    match text[start..].first_chunk() {
        Some(chunk) => window = *chunk,
        None => window[..text.len() - start].copy_from_slice(&text[start..]),
    }
    let others = window.map(|byte| if byte.is_ascii_alphanumeric() { 0 } else { u8::MAX });
    let length = (u128::from_le_bytes(others).trailing_zeros() as usize / 8).min(end - start);
    if length == 0 || length > SHORT_MAX || window[0].is_ascii_digit() {
        return None;
    }
    let next = if start + length == end { 0 } else { window[length] };
    if !next.is_ascii() || next == b'\'' || (next == b'.' && length == 1) {
        return None;
    }
    let mask = (1 << (8 * length)) - 1;
    let word = u128::from_le_bytes(window) & mask;
    (length == 1 || word & LOWER != 0).then_some((length, word | LOWER & mask))
}

/// The length of the character at the start of `rest` unless a word begins with it.
fn length_of_no_word(rest: &str) -> Option<usize> {
    rest.chars().next().filter(|c| !c.is_alphanumeric()).map(char::len_utf8)
}

/// Adds a word to those of its sentence, which begin at `first`.
fn push(words: &mut Vec<Token>, first: usize, (raw, span): (&str, Span), lexicon: &mut Lexicon) {
    if raw.eq_ignore_ascii_case("cent")
        && let Some(last) = words[first..].last_mut()
        && lexicon.forms.word(last.form) == "per"
        && let Some(form) = lexicon.number("percent")
    {
        *last = Token::unweighed(last.span.cover(span), form, false);
        lexicon.lower[form as usize] = true;
        return;
    }
    if let Some(form) = lexicon.number(raw) {
        let is_capital = raw.starts_with(char::is_uppercase);
        lexicon.lower[form as usize] |= !is_capital;
        words.push(Token::unweighed(span, form, is_capital));
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
        let forms: Vec<&str> = words.iter().map(|w| lexicon.forms.word(w.form)).collect();
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
