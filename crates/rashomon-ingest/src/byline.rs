//! Bylines: "By Ned Example", "Posted by admin on …", "Staff Reporter", a bare name under the headline.

use crate::agencies::known_agency;
use crate::dates::find_dates;
use crate::pattern::regex;
use crate::shape::Shape;
use crate::words::{is_organisation_word, is_outlet_word};
use rashomon_text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// A byline and what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Byline {
    /// Who wrote it: "Ned Example, Example Post".
    pub(crate) author: Span,
    /// The outlet or agency named in it.
    pub(crate) outlet: Option<Span>,
}

/// Most words of a byline: two authors, their posts and a place.
const N_WORDS_MAX: usize = 18;

static PREFIX: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?i:(?:(?:written|words|story|interview|report|reported|prepared|issued|reporting|posted|published|compiled|text|analysis|photos? and text|article|submitted|filed) )?by:?|authors?\s?:|written\s?:|reporter\s?:|words\s?:|text\s?:|story\s?:)\s+",
    )
});

static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(staff|reporters?|correspondents?|bureau|desk|editors?|agencies|contributors?|writers?|columnist|newsroom|journalist|team|web ?desk|monitoring)\b",
    )
});

static STAFF: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?i:by|from)\s+(?P<name>(?i:(?:the|our|your|a|an|its|one of our)\s+(?:[\p{L}’'-]+\s+){0,3}(?:editors?|editorial (?:board|staff|team|committee)|editor-in-chief|publishers?|staff|correspondents?|reporters?|newsroom|news ?desk|desk|bureau|writers?|columnist|contributors?|secretariat|secretary))(?:\s+(?i:in|at|on)\s+\p{Lu}[^.!?]{1,40})?)\.?$",
    )
});

/// "By the editors", "From our own correspondent in Lima": a writer named by an office.
fn by_office(text: &str, line: Span) -> Option<Byline> {
    let name = STAFF.captures(line.slice(text))?.name("name")?;
    let author = Span::new(line.start() + name.start(), line.start() + name.end());
    Some(Byline { author: without_date(text, author), outlet: None })
}

/// The byline of a line that says so by a prefix ("By …"), wherever it stands.
pub(crate) fn prefixed(text: &str, line: Span) -> Option<Byline> {
    let words = line.slice(text);
    if let Some(byline) = by_office(text, line) {
        return Some(byline);
    }
    let prefix = PREFIX.find(words)?;
    let author = Span::new(line.start() + prefix.end(), line.end());
    let mut author = without_date(text, author);
    // "Prepared by the Example Centre".
    if let Some(rest) =
        author.slice(text).strip_prefix("the ").filter(|rest| rest.starts_with(char::is_uppercase))
    {
        author = Span::new(author.end() - rest.len(), author.end());
    }
    let name = author.slice(text);
    let shape = Shape::of(name);
    let first = name.split_whitespace().next()?;
    let names_someone = first.starts_with(|c: char| c.is_uppercase());
    // "by a doctor with …": a writer without a name. "By the time …" is none.
    let describes =
        matches!(first, "a" | "an") && shape.n_words >= 3 || shape.n_words == 1 && words.len() > prefix.end();
    if shape.n_words == 0
        || shape.n_words > N_WORDS_MAX
        || Shape::of(words).ends_sentence && shape.n_words > 6
    {
        return None;
    }
    if !(names_someone || describes || prefix.as_str().to_lowercase().starts_with("posted"))
        || shape.has_verb && !describes
    {
        return None;
    }
    if names_someone && shape.n_capital * 2 < shape.n_content && !ROLE.is_match(name) {
        return None;
    }
    let issued = ["prepared", "issued"].iter().any(|verb| prefix.as_str().to_lowercase().starts_with(verb));
    Some(Byline { author, outlet: if issued { Some(author) } else { outlet_in(text, author) } })
}

static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b[Bb]y (?P<name>\p{Lu}[\p{L}.’'-]*(?: (?:(?:de|van|von|al|der|la) )?\p{Lu}[\p{L}.’'-]*){0,3})(?: in | on | at | \|| •|,|;|$)",
    )
});

/// The name that a site knows a writer by: "by desk_3".
static HANDLE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^posted\b.{0,30}?\bby (?P<name>@?[a-z]+(?:[_.\d][\w.]*)+)(?: |,|\||$)"));

/// The author in the middle of a date line: "Posted on May 15, 2019 by Ana Example in News".
pub(crate) fn within(text: &str, line: Span) -> Option<Byline> {
    let words = line.slice(text);
    let name = WITHIN.captures(words).or_else(|| HANDLE.captures(words))?.name("name")?;
    let author = Span::new(line.start() + name.start(), line.start() + name.end());
    Some(Byline { author, outlet: outlet_in(text, author) })
}

static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\((?:[Rr]eporting|[Ww]riting) by (?P<name>\p{Lu}[\p{L}.’'-]+(?: (?:(?:de|van|von|al|der|la) )?\p{Lu}[\p{L}.’'-]*){1,3})(?: in |,|;|:| and |\.|\))[^()]{0,160}\)?\s*$",
    )
});

/// The first author of the credits that end a text: "(Reporting by Ana Example; editing by Ned Sample)".
pub(crate) fn credit(text: &str, line: Span) -> Option<Byline> {
    let name = CREDIT.captures(line.slice(text))?.name("name")?;
    Some(Byline { author: Span::new(line.start() + name.start(), line.start() + name.end()), outlet: None })
}

static BIOGRAPHY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?P<name>\p{Lu}[\p{L}.’'-]+(?: (?:(?:de|van|von|al|der|la) )?\p{Lu}[\p{L}.’'-]*){1,3}) (?:is|was) (?:an? |the )?[a-z]",
    )
});

/// The author of "Ana Example is a teacher at the University of …. The views expressed are her own."
pub(crate) fn biography(text: &str, line: Span) -> Option<Byline> {
    let name = BIOGRAPHY.captures(line.slice(text))?.name("name")?;
    let author = Span::new(line.start() + name.start(), line.start() + name.end());
    is_personal_name(name.as_str()).then_some(Byline { author, outlet: None })
}

/// The byline of a line that stands under the headline: a role or a bare personal name.
pub(crate) fn under_headline(text: &str, line: Span, shape: &Shape) -> Option<Byline> {
    let author = without_date(text, line);
    let words = author.slice(text);
    let inner = Shape::of(words);
    if inner.n_words == 0
        || inner.n_words > 8
        || inner.ends_sentence && !words.ends_with('.')
        || shape.ends_colon
    {
        return None;
    }
    let role = ROLE.is_match(words) && inner.n_capital * 2 >= inner.n_content && !inner.has_verb;
    let named = is_personal_name(words) && !has_common_word(text, words);
    if role || known_agency(words).is_some() || named {
        return Some(Byline { author, outlet: outlet_in(text, author) });
    }
    None
}

/// Whether a word of a supposed name stands in small letters elsewhere in the text: names do not.
pub(crate) fn has_common_word(text: &str, name: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2).any(|word| {
        let lower = word.to_lowercase();
        lower != word && find_word(text, &lower)
    })
}

/// Whether `word` stands in `text` between characters that are no letters.
fn find_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The outlet and the author among the parts of a line such as "Example Gazette | 12 Jan 2021 | Court Reporter".
pub(crate) fn parts(text: &str, line: Span) -> (Option<Span>, Option<Byline>) {
    let words = line.slice(text);
    let (mut outlet, mut author) = (None, None);
    let mut at = 0;
    for part in words.split(['|', '•', '·']) {
        let start = at + (part.len() - part.trim_start().len());
        let span = Span::new(line.start() + start, line.start() + start + part.trim().len());
        at += part.len() + words[at + part.len()..].chars().next().map_or(0, char::len_utf8);
        let part = part.trim();
        if part.len() == words.trim().len() || part.is_empty() || !find_dates(part, 0).is_empty() {
            continue;
        }
        if outlet.is_none() && outlet_in(text, span) == Some(span) {
            outlet = Some(span);
        } else if author.is_none() && !part.chars().any(|c| c.is_ascii_digit()) {
            author = prefixed(text, span).or_else(|| under_headline(text, span, &Shape::of(part)));
        }
    }
    (outlet, author)
}

/// Two to four capitalised words, or those before a comma, " in " or a bar.
fn is_personal_name(words: &str) -> bool {
    let cut =
        [",", " in ", " | ", " — ", " – ", " at ", " for "].iter().filter_map(|mark| words.find(mark)).min();
    let name = &words[..cut.unwrap_or(words.len())];
    let parts: Vec<&str> = name.split_whitespace().collect();
    let capital = |part: &str| {
        part.starts_with(|c: char| c.is_uppercase())
            && part.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
    };
    let particle = |part: &str| {
        matches!(part, "de" | "del" | "van" | "von" | "der" | "al" | "bin" | "da" | "di" | "la" | "and")
    };
    (2..=5).contains(&parts.len())
        && capital(parts[0])
        && capital(parts[parts.len() - 1])
        && parts.iter().all(|part| capital(part) || particle(part))
        && !parts
            .iter()
            .any(|part| is_outlet_word(&part.to_lowercase()) || is_organisation_word(&part.to_lowercase()))
}

/// `author` up to a date, a bar, or "on 3 June".
fn without_date(text: &str, author: Span) -> Span {
    let words = author.slice(text);
    let mut end = words.len();
    if let Some(date) = find_dates(words, 0).first() {
        end = end.min(date.span.start());
    }
    for mark in [" | ", " • ", " · ", " • ", " // "] {
        if let Some(at) = words.find(mark) {
            end = end.min(at);
        }
    }
    let kept = words[..end].trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '|' | ':' | '•')
    });
    let mut kept = kept;
    for tail in [" on", " at", " Published", " Updated", " Posted", " published", " updated"] {
        kept = kept.strip_suffix(tail).unwrap_or(kept).trim_end_matches([',', ' ']);
    }
    Span::new(author.start(), author.start() + kept.len())
}

/// The outlet of "Ned Example, Example Post", of "Example Post staff", of "The Example Press".
fn outlet_in(text: &str, author: Span) -> Option<Span> {
    let words = author.slice(text);
    let is_outlet = |part: &str| {
        let shape = Shape::of(part);
        let named =
            part.split_whitespace().any(|word| !ROLE.is_match(word) && !is_outlet_word(&word.to_lowercase()));
        known_agency(part).is_some()
            || named
                && shape.is_name_like()
                && shape.n_words <= 5
                && part.split_whitespace().any(|word| is_outlet_word(&word.to_lowercase()))
    };
    if let Some(staff) = [" staff", " Staff", " reporter", " correspondent", " newsroom"]
        .iter()
        .find_map(|tail| words.strip_suffix(tail))
    {
        let shape = Shape::of(staff);
        if shape.is_name_like() && shape.n_words <= 4 {
            return Some(Span::new(author.start(), author.start() + staff.len()));
        }
    }
    if !words.contains([',', '|', '(']) && is_outlet(words) {
        return Some(author);
    }
    let mut at = 0;
    for part in words.split([',', '/', '|', '(', ')']) {
        let start = at + (part.len() - part.trim_start().len());
        if at > 0 && is_outlet(part.trim()) {
            return Some(Span::new(author.start() + start, author.start() + start + part.trim().len()));
        }
        at += part.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, author: Option<&str>, outlet: Option<&str>) {
        let span = Span::new(0, line.len());
        let found = prefixed(line, span).or_else(|| under_headline(line, span, &Shape::of(line)));
        assert_eq!(found.map(|found| found.author.slice(line)), author, "{line}");
        assert_eq!(found.and_then(|found| found.outlet).map(|span| span.slice(line)), outlet, "{line}");
    }

    #[test]
    fn reads_bylines() {
        check("By Ned Example", Some("Ned Example"), None);
        check("By Ana Example, Harbour Post", Some("Ana Example, Harbour Post"), Some("Harbour Post"));
        check("Posted by admin on 2019/05/19", Some("admin"), None);
        check("by a nurse of the night shift", Some("a nurse of the night shift"), None);
        check("By Harbour staff", Some("Harbour staff"), Some("Harbour"));
        check("By The Northern Press", Some("The Northern Press"), Some("The Northern Press"));
        check("By Ana Example | June 3, 2019", Some("Ana Example"), None);
        check("Staff Reporter", Some("Staff Reporter"), None);
        check("Zoë Example-Þórsdóttir", Some("Zoë Example-Þórsdóttir"), None);
        check("Ana Example, Science Editor", Some("Ana Example, Science Editor"), None);
        check("Reuters", Some("Reuters"), Some("Reuters"));
    }

    #[test]
    fn reads_handles_and_credits() {
        let author = |read: fn(&str, Span) -> Option<Byline>, line: &'static str| {
            read(line, Span::new(0, line.len())).map(|found| found.author.slice(line))
        };
        assert_eq!(author(within, "posted 10/10/2019 by wire_bot"), Some("wire_bot"));
        assert_eq!(author(within, "posted by hand on the wall"), None);
        assert_eq!(
            author(credit, "It was dry. (Reporting by Ana Example; editing by Ned Sample)"),
            Some("Ana Example")
        );
        assert_eq!(author(credit, "It was dry (reporting by the ministry was not)."), None);
    }

    #[test]
    fn leaves_other_lines_alone() {
        check("By the time the ferry sank, nobody was left on board", None, None);
        check("By Monday the water had reached the church", None, None);
        check("Dozens missing after ferry sinks", None, None);
    }
}
