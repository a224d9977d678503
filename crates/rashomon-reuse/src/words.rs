//! Text to words, normalised so that the accidents of printing do not matter.

use rashomon_text::Span;
use unicode_normalization::UnicodeNormalization;

/// One word of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it stands in the article's text.
    pub(crate) span: Span,
    /// Lower case, without accents, possessive and apostrophes; numbers as digits.
    pub(crate) form: String,
    /// Whether it begins with a capital letter.
    pub(crate) is_capital: bool,
    /// Whether it is a number, in digits or in letters.
    pub(crate) is_number: bool,
}

/// The words within `span`, in order. Hyphens divide; "per cent" becomes one word.
pub(crate) fn words(text: &str, span: Span) -> Vec<Word> {
    let Some(slice) = text.get(span.range()) else { return Vec::new() };
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(first) = slice[at..].chars().next() {
        if !first.is_alphanumeric() {
            at += first.len_utf8();
            continue;
        }
        let length =
            if first.is_ascii_digit() { number_length(&slice[at..]) } else { word_length(&slice[at..]) };
        let raw = &slice[at..at + length];
        push(&mut words, raw, Span::new(span.start() + at, span.start() + at + length));
        at += length;
        at += possessive_length(&slice[at..]);
    }
    words
}

fn push(words: &mut Vec<Word>, raw: &str, span: Span) {
    let first = raw.chars().next().unwrap_or(' ');
    if raw.eq_ignore_ascii_case("cent")
        && let Some(last) = words.last_mut()
        && last.form == "per"
    {
        last.form = "percent".to_owned();
        last.span = last.span.cover(span);
        return;
    }
    let (form, is_number) = normalise(raw);
    if !form.is_empty() {
        words.push(Word { span, form, is_capital: first.is_uppercase(), is_number });
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
    unicode_normalization::char::is_combining_mark(c)
}

/// The length of "'s" at the start of `rest` when no word goes on after it.
fn possessive_length(rest: &str) -> usize {
    let mut chars = rest.chars();
    let Some(mark @ ('\'' | '’')) = chars.next() else { return 0 };
    if !matches!(chars.next(), Some('s' | 'S')) || chars.next().is_some_and(char::is_alphanumeric) {
        return 0;
    }
    mark.len_utf8() + 1
}

/// The normal form, and whether it is a number.
fn normalise(raw: &str) -> (String, bool) {
    if raw.starts_with(|c: char| c.is_ascii_digit()) {
        return (raw.chars().filter(|&c| c != ',').flat_map(char::to_lowercase).collect(), true);
    }
    let form: String = if raw.is_ascii() {
        raw.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
    } else {
        raw.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    if let Some(digits) = number_word(&form) {
        return (digits.to_owned(), true);
    }
    // "US" and "WHO" are not "us" and "who".
    let is_acronym = form.len() > 1 && raw.chars().all(|c| c.is_uppercase() || c == '.');
    if is_acronym && crate::vocabulary::tier(&form) == crate::vocabulary::Tier::Stop {
        return (form.to_uppercase(), false);
    }
    (form, false)
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
        let words = words(text, Span::new(0, text.len()));
        let forms: Vec<&str> = words.iter().map(|w| w.form.as_str()).collect();
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
