//! The dateline at the start of a paragraph: "BEIRUT, Dec 6 (Reuters) -".
//!
//! # How
//! The text before the first dash, colon or closing bracket is taken apart from its end: agency in brackets,
//! date, then place and region between commas. A place in capitals before a dash counts anywhere; what is
//! looser (small letters, a colon) only in the first paragraphs of the body. What follows must begin like a
//! sentence.
//!
//! # Known misses
//! A place in small letters followed by nothing but a hyphen ("Geneva - ").

use crate::pattern::regex;
use rashomon_text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// A dateline and the agency in its brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// From the start of the paragraph to the dash and the space after it.
    pub(crate) span: Span,
    /// What stands in brackets or slashes: "Reuters".
    pub(crate) agency: Option<Span>,
}

/// Longest dateline, in bytes: "SAINT-ETIENNE-DU-ROUVRAY/GENEVA, Switzerland, 23 September 2019 (Some Press Agency) --".
const LENGTH_BYTES_MAX: usize = 140;

/// A date at the end of a dateline, with the comma before it. ASCII classes keep the pattern small.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
    let weekday = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\\.?,? )?";
    let day = "[0-9]{1,2}(?:st|nd|rd|th)?";
    regex(&format!(
        "(?i)(?:^|,? ){weekday}(?:{month} {day}|{day} {month}|[0-9]{{1,2}}[./][0-9]{{1,2}}[./](?:19|20)[0-9][0-9])(?:,? (?:19|20)[0-9][0-9])?(?:,? [0-9]{{1,2}}[:.][0-9]{{2}}(?: ?[ap]\\.?m\\.?)?(?: (?:[a-z]{{2,4}}t|utc|[a-z]+ time))?)?,?$"
    ))
});

/// What parts a dateline from the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    LongDash,
    Hyphen,
    Colon,
    /// A closing bracket and a space.
    Bracket,
}

/// The dateline of a paragraph that spans `paragraph` in `text`; `early` for the first paragraphs of a body.
pub(crate) fn find_dateline(text: &str, paragraph: Span, early: bool) -> Option<Dateline> {
    let words = paragraph.slice(text);
    if !words.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '[')) {
        return None;
    }
    let mut end = words.len().min(LENGTH_BYTES_MAX);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let mut found = marks(&words[..end]);
    let (content_end, mark_end, mark) = found.find(|&(content_end, mark_end, mark)| {
        is_content(words[..content_end].trim_end(), mark, early)
            && is_dateline(&words[..content_end], &words[mark_end..])
    })?;
    debug_assert!(mark != Mark::Bracket || words[..content_end].ends_with([')', ']', '/']));
    let content = words[..content_end].trim_end();
    let agency = bracketed_end(content).map(|(open, inner_start, inner_end)| {
        debug_assert!(open < inner_start);
        Span::new(paragraph.start() + inner_start, paragraph.start() + inner_end)
    });
    Some(Dateline { span: Span::new(paragraph.start(), paragraph.start() + mark_end), agency })
}

/// The marks in `head`: end of what stands before, end of the mark with its space, and which it is.
fn marks(head: &str) -> impl Iterator<Item = (usize, usize, Mark)> + '_ {
    head.char_indices().filter_map(move |(at, c)| {
        let rest = &head[at..];
        let (mark, text) = match c {
            '—' => (Mark::LongDash, "—"),
            '–' => (Mark::LongDash, "–"),
            '-' if rest.starts_with("--") => (Mark::LongDash, "--"),
            '-' if rest.starts_with("- ") && head[..at].ends_with(' ') => (Mark::Hyphen, "-"),
            ':' | '|' if rest[1..].starts_with(' ') => (Mark::Colon, &rest[..1]),
            ')' | ']' if rest[1..].starts_with(' ') => (Mark::Bracket, ""),
            _ => return None,
        };
        let content_end = at + if mark == Mark::Bracket { 1 } else { 0 };
        let after = content_end + text.len();
        let space = head[after..].len() - head[after..].trim_start_matches([' ', '-']).len();
        Some((content_end, after + space, mark))
    })
}

/// `(opening, start, end)` of the words in brackets or slashes that end `content`.
fn bracketed_end(content: &str) -> Option<(usize, usize, usize)> {
    let content = content.trim_end_matches(',');
    let open = match content.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        '/' => '/',
        _ => return None,
    };
    let inner_end = content.len() - 1;
    let at = content[..inner_end].rfind(open)?;
    let inner = &content[at + 1..inner_end];
    let good = inner.starts_with(char::is_uppercase)
        && inner.split_whitespace().count() <= 6
        && (!inner.chars().any(|c| c.is_ascii_digit()) || inner.len() <= 8 && !inner.contains(' '));
    good.then_some((at, at + 1, inner_end))
}

/// Whether `content` is made of place, region, date and agency, of which enough are there for this `mark`.
fn is_content(content: &str, mark: Mark, early: bool) -> bool {
    let agency = bracketed_end(content);
    let rest = agency.map_or(content, |(open, _, _)| &content[..open]).trim_end();
    let rest = rest.trim_matches(|c| matches!(c, '(' | '[' | ')' | ']'));
    let date = DATE.find(rest);
    let place = date.map_or(rest, |date| &rest[..date.start()]).trim_end_matches([',', ' ']);
    if place.is_empty() {
        return early && agency.is_some() && date.is_none();
    }
    let mut parts = place.split(", ");
    let first = parts.next().unwrap_or("");
    let more = parts.clone().count();
    if !is_place(first) || more > 3 || !parts.all(is_place) {
        return false;
    }
    let capitals =
        !first.chars().any(char::is_lowercase) && first.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let known = agency.is_some() || date.is_some();
    match mark {
        Mark::LongDash | Mark::Hyphen if capitals => true,
        Mark::LongDash | Mark::Hyphen if known => early,
        Mark::LongDash => early && first.split_whitespace().count() <= 3,
        Mark::Hyphen => false,
        Mark::Colon => early && (capitals || known),
        Mark::Bracket => capitals && agency.is_some(),
    }
}

/// One to five words, each with a capital (particles aside), no figures.
fn is_place(part: &str) -> bool {
    let words: Vec<&str> = part.split([' ', '/']).collect();
    let particle = |word: &str| {
        matches!(
            word,
            "de" | "la"
                | "le"
                | "les"
                | "del"
                | "du"
                | "of"
                | "the"
                | "and"
                | "sur"
                | "am"
                | "an"
                | "el"
                | "al"
                | "y"
        )
    };
    let place = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
    };
    words.len() <= 5
        && words.first().is_some_and(|word| place(word))
        && words.iter().all(|word| place(word) || particle(word))
}

/// Whether the rest begins like a sentence and the dateline is no label ("UPDATE —", "VIDEO:").
fn is_dateline(dateline: &str, rest: &str) -> bool {
    let first = rest.trim_start_matches(['"', '“', '\'', '‘', '(', '«']).chars().next();
    let sentence =
        first.is_some_and(|c| c.is_uppercase() || c.is_numeric()) && rest.split_whitespace().nth(3).is_some();
    let word = dateline.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or("");
    let label = word.to_lowercase();
    sentence && !is_label(&label) && word.chars().count() >= 2
}

/// Words in capitals before a dash or colon that are no place.
fn is_label(lower: &str) -> bool {
    matches!(
        lower,
        "update"
            | "updated"
            | "urgent"
            | "breaking"
            | "correction"
            | "corrected"
            | "clarification"
            | "watch"
            | "video"
            | "photo"
            | "photos"
            | "live"
            | "analysis"
            | "opinion"
            | "exclusive"
            | "related"
            | "also"
            | "read"
            | "more"
            | "note"
            | "editor"
            | "editors"
            | "embargoed"
            | "attention"
            | "warning"
            | "news"
            | "press"
            | "flash"
            | "alert"
            | "bulletin"
            | "summary"
            | "background"
            | "factbox"
            | "explainer"
            | "listen"
            | "poll"
            | "recap"
            | "highlights"
            | "context"
            | "status"
            | "needs"
            | "response"
            | "situation"
            | "what"
            | "who"
            | "why"
            | "when"
            | "where"
            | "how"
            | "the"
            | "it"
            | "if"
            | "but"
            | "and"
            | "this"
            | "that"
            | "we"
            | "he"
            | "she"
            | "they"
            | "in"
            | "on"
            | "at"
            | "for"
            | "no"
            | "yes"
            | "a"
            | "an"
            | "one"
            | "two"
            | "three"
            | "there"
            | "there’s"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, dateline: Option<&str>, agency: Option<&str>) {
        let found = find_dateline(text, Span::new(0, text.len()), true);
        assert_eq!(found.map(|found| found.span.slice(text)), dateline);
        assert_eq!(found.and_then(|found| found.agency).map(|span| span.slice(text)), agency);
    }

    #[test]
    fn finds_the_printed_forms() {
        check(
            "OSLO, Dec 6 (Reuters) - The ferry sank off the coast.",
            Some("OSLO, Dec 6 (Reuters) - "),
            Some("Reuters"),
        );
        check(
            "SAINT-ÉTIENNE, France, May 18, 2019 (AFP) — Workers walked out on Monday.",
            Some("SAINT-ÉTIENNE, France, May 18, 2019 (AFP) — "),
            Some("AFP"),
        );
        check("LIMA (Example) — A ferry sank on Monday.", Some("LIMA (Example) — "), Some("Example"));
        check("Oslo (AP) — A ferry sank on Monday.", Some("Oslo (AP) — "), Some("AP"));
        check("NEW DELHI: The ferry sank on Monday.", Some("NEW DELHI: "), None);
        check(
            "LONDON, June 5, 2019 /PRNewswire/ -- Acme Inc. said so today.",
            Some("LONDON, June 5, 2019 /PRNewswire/ -- "),
            Some("PRNewswire"),
        );
        check("Geneva, 5 June 2019 – The agency called for calm.", Some("Geneva, 5 June 2019 – "), None);
        check("(AP) — The ferry sank on Monday.", Some("(AP) — "), Some("AP"));
        check(
            "LIMA, Peru, March 4, 2023, 22:40 (Example) — A ferry sank on Monday.",
            Some("LIMA, Peru, March 4, 2023, 22:40 (Example) — "),
            Some("Example"),
        );
        check(
            "LIMA, Monday 4 March 2013, 9:40 p.m. PET (Example) — A ferry sank on Monday.",
            Some("LIMA, Monday 4 March 2013, 9:40 p.m. PET (Example) — "),
            Some("Example"),
        );
        check(
            "OSLO, 4 March 2013, 21.40 CEST — A ferry sank on Monday.",
            Some("OSLO, 4 March 2013, 21.40 CEST — "),
            None,
        );
        check("OSLO — The ferry sank on Monday.", Some("OSLO — "), None);
    }

    #[test]
    fn leaves_sentences_alone() {
        check("The council — which met on Monday — voted.", None, None);
        check("UPDATE: The ferry has been found by divers.", None, None);
        check("NATO said the ferry sank - it did not say why.", None, None);
        check("Norway's navy (the smallest of the three) sent a ship.", None, None);
    }
}
