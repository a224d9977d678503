//! Wire copy in capitals, put into mixed case: `muc4` is so written, and no detector is made for it.

use rashomon_language::English;
use rashomon_reading::mention::{
    country_by_adjective, country_by_capital, country_by_demonym, country_by_name, gender_of_first_name,
    is_title, towns,
};
use rashomon_reading::time::{is_month, is_weekday};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// General English words, the list that the name reader goes by.
static COMMON: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lists = [
        include_str!("../../../../../data/lexicon/common_words.txt"),
        include_str!("../../../../../data/lexicon/person_nouns.txt"),
    ];
    lists.iter().flat_map(|list| list.lines()).filter(|l| !l.starts_with('#')).collect()
});

/// Particles that open or join names.
const PARTICLES: &[&str] =
    &["san", "santa", "el", "la", "los", "las", "del", "de", "da", "dos", "st", "saint", "al"];
/// Endings of English nouns that the list of common words lacks.
const ENDINGS: &[&str] = &[
    "ism", "ist", "ists", "tion", "tions", "ment", "ments", "ity", "ities", "ness", "ance", "ence", "ing",
    "ings", "izer", "izers",
];
/// Longest run of capitals that is taken for initials when it is no English word.
const INITIALS_MAX: usize = 5;

/// Whether a text is written in capitals.
pub(super) fn is_capitals(text: &str) -> bool {
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    upper > 20 && lower * 20 < upper
}

/// A word of the text: where it stands and whether it is to have a capital.
struct Word {
    start: usize,
    end: usize,
    lower: String,
    case: Case,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Lower,
    Title,
    Upper,
}

/// The text in mixed case; as many bytes, all at their places. Text that is not in capitals comes back as it is.
pub(super) fn mixed(english: &English, text: &str) -> String {
    if !is_capitals(text) {
        return text.to_owned();
    }
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return lower;
    }
    let mut words = words(english, &lower);
    phrases(&mut words);
    quoted(&mut words, text);
    initials(&mut words, text);
    neighbours(&mut words);
    let mut out = lower.clone().into_bytes();
    let mut opens = true;
    let mut last = 0;
    for word in &words {
        let between = &lower[last..word.start];
        opens |= between.contains(['.', '!', '?', ':', '\n', '[']) && !between.contains(',');
        match word.case {
            Case::Upper => out[word.start..word.end].make_ascii_uppercase(),
            Case::Title => title(&mut out[word.start..word.end]),
            Case::Lower if opens => out[word.start..=word.start].make_ascii_uppercase(),
            Case::Lower => {}
        }
        (opens, last) = (false, word.end);
    }
    String::from_utf8(out).unwrap_or(lower)
}

/// "d'aubuisson" and "inter-american" have two capitals.
fn title(word: &mut [u8]) {
    let mut opens = true;
    for i in 0..word.len() {
        if opens {
            word[i] = word[i].to_ascii_uppercase();
        }
        let ends = i + 2 == word.len() && word[i + 1] == b's';
        opens = (word[i] == b'\'' && !ends) || word[i] == b'-';
    }
}

fn words(english: &English, lower: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = 0;
    for line in lower.split_inclusive('\n') {
        let document = english.parse(line);
        for token in document.tokens().filter(|t| t.text().starts_with(|c: char| c.is_alphabetic())) {
            let range = token.byte_range();
            let is_closed = matches!(
                token.pos(),
                "DET" | "PRON" | "ADP" | "AUX" | "CCONJ" | "SCONJ" | "PART" | "ADV" | "VERB" | "INTJ"
            );
            let word = token.text();
            let is_known =
                is_closed || COMMON.contains(word) || COMMON.contains(token.lemma().to_lowercase().as_str());
            words.push(Word {
                start: start + range.start,
                end: start + range.end,
                lower: word.to_owned(),
                case: case_of(word, is_known || word.len() < 3),
            });
        }
        start += line.len();
    }
    words
}

fn case_of(word: &str, is_known: bool) -> Case {
    let is_name = country_by_name(word).is_some()
        || country_by_adjective(word).is_some()
        || country_by_demonym(word).is_some()
        || country_by_capital(word).is_some();
    let is_calendar = (is_month(word) || is_weekday(word)) && !matches!(word, "may" | "march");
    if word.contains('.') && word.split('.').all(|part| part.len() < 2) {
        Case::Upper
    } else if word == "i" || is_calendar || (is_name && word.len() > 3) {
        Case::Title
    } else if is_known || ENDINGS.iter().any(|e| word.ends_with(e)) || is_common_form(word) {
        Case::Lower
    } else {
        Case::Title
    }
}

/// A plural or a past form of a common word.
fn is_common_form(word: &str) -> bool {
    let stems = [("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("men", "man")];
    let stem = |(end, by): &(&str, &str)| word.strip_suffix(end).map(|stem| format!("{stem}{by}"));
    let is_compound = || word.split('-').count() > 1 && word.split('-').all(|w| COMMON.contains(w));
    stems.iter().filter_map(stem).any(|w| COMMON.contains(w.as_str())) || is_compound()
}

/// "el salvador", "buenos aires": names of several words.
fn phrases(words: &mut [Word]) {
    let is_country = |phrase: &str| {
        country_by_name(phrase).or_else(|| country_by_name(&format!("the {phrase}"))).is_some()
    };
    for i in 0..words.len() {
        for n in [3, 2] {
            let Some(run) = words.get(i..i + n) else { continue };
            let phrase: Vec<&str> = run.iter().map(|w| w.lower.as_str()).collect();
            let phrase = phrase.join(" ");
            let is_name = is_country(&phrase)
                || country_by_capital(&phrase).is_some()
                || towns(&phrase).first().is_some_and(|t| t.population > 0);
            let adjacent = run.windows(2).all(|w| w[1].start == w[0].end + 1);
            if is_name && adjacent && !run[0].lower.starts_with("the") {
                words[i..i + n].iter_mut().for_each(|w| w.case = Case::Title);
            }
        }
    }
}

/// Names in quotation marks ("shining path"), everywhere once they stand so.
fn quoted(words: &mut [Word], text: &str) {
    let mut names: BTreeSet<Vec<String>> = BTreeSet::new();
    for i in 0..words.len() {
        let opens = words[i].start > 0 && text.as_bytes()[words[i].start - 1] == b'"';
        let closes = |w: &Word| text.as_bytes().get(w.end) == Some(&b'"');
        if let (true, Some(n)) = (opens, (0..QUOTED_WORDS_MAX).find(|n| words.get(i + n).is_some_and(closes)))
        {
            names.insert(words[i..=i + n].iter().map(|w| w.lower.clone()).collect());
        }
    }
    for name in names.iter().filter(|n| n.len() > 1) {
        for i in 0..words.len().saturating_sub(name.len() - 1) {
            let run = &mut words[i..i + name.len()];
            if run.iter().map(|w| &w.lower).eq(name.iter()) {
                run.iter_mut()
                    .filter(|w| !matches!(w.lower.as_str(), "of" | "the" | "and"))
                    .for_each(|w| w.case = Case::Title);
            }
        }
    }
}

/// Longest name in quotation marks, in words; longer ones are what somebody says.
const QUOTED_WORDS_MAX: usize = 4;

/// "National Liberation Front (NLF)": initials stay capitals, and the words they stand for get one.
fn initials(words: &mut [Word], text: &str) {
    for i in 0..words.len() {
        let word = &words[i];
        let is_bracketed = word.start > 0
            && matches!(text.as_bytes()[word.start - 1], b'(' | b'[')
            && matches!(text.as_bytes().get(word.end), Some(b')' | b']'));
        if word.case != Case::Title && !is_bracketed || word.lower.len() > INITIALS_MAX + 1 {
            continue;
        }
        let letters: Vec<u8> = word.lower.bytes().collect();
        let start = (1..=letters.len() + 3).filter(|n| *n <= i).rev().find(|&n| {
            let run = words[i - n..i]
                .iter()
                .filter(|w| !matches!(w.lower.as_str(), "of" | "the" | "and" | "for" | "de" | "to"));
            run.map(|w| w.lower.as_bytes()[0]).eq(letters.iter().copied())
        });
        if let (true, Some(n)) = (letters.len() > 1, start) {
            let is_joint = |w: &Word| matches!(w.lower.as_str(), "of" | "the" | "and" | "for" | "de" | "to");
            words[i - n..i].iter_mut().filter(|w| !is_joint(w)).for_each(|w| w.case = Case::Title);
        }
        let looks_like_initials = letters.len() <= INITIALS_MAX
            && gender_of_first_name(&words[i].lower).is_none()
            && towns(&words[i].lower).is_empty();
        if start.is_some() || is_bracketed || (looks_like_initials && has_no_syllable(&words[i].lower)) {
            words[i].case = Case::Upper;
        }
    }
    let known: BTreeSet<String> =
        words.iter().filter(|w| w.case == Case::Upper).map(|w| w.lower.clone()).collect();
    words.iter_mut().filter(|w| known.contains(&w.lower)).for_each(|w| w.case = Case::Upper);
}

/// Letters that cannot be said as a word.
fn has_no_syllable(word: &str) -> bool {
    let is_vowel = |c: char| "aeiouy".contains(c);
    let consonants = word.split(is_vowel).map(str::len).max().unwrap_or(0);
    !word.contains(is_vowel) || consonants > 2 && word.len() < 5
}

/// Titles, first names and particles beside a name.
fn neighbours(words: &mut [Word]) {
    let adjacent = |a: &Word, b: &Word| b.start == a.end + 1;
    for i in (0..words.len().saturating_sub(1)).rev() {
        let (left, right) = (&words[i], &words[i + 1]);
        if left.case != Case::Lower || right.case == Case::Lower || !adjacent(left, right) {
            continue;
        }
        let is_name = gender_of_first_name(&left.lower).is_some() && !COMMON.contains(left.lower.as_str());
        let joins = matches!(left.lower.as_str(), "de" | "del" | "da" | "dos");
        if is_title(&left.lower) || is_name || (PARTICLES.contains(&left.lower.as_str()) && !joins) {
            words[i].case = Case::Title;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_mixed_case() {
        let english = English::load();
        let text = "THE NATIONAL DAIRY UNION (NDU) SAID PRESIDENT BRUNELLA ORTEGA LEFT EL SALVADOR ON 4 JUNE.  SHE MET FRENCH OFFICIALS.";
        let expected = "The National Dairy Union (NDU) said President Brunella Ortega left El Salvador on 4 June.  She met French officials.";
        assert_eq!(mixed(&english, text), expected);
        assert_eq!(mixed(&english, "Written as usual."), "Written as usual.");
    }
}
