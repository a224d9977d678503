//! The publication date that a text states: date lines, bylines, datelines, releases.

use crate::dates::{FoundDate, find_dates};
use crate::pattern::regex;
use crate::shape::Shape;
use rashomon_text::{Date, Dating, DatingBasis, Diagnostic, Level, Span};
use regex::Regex;
use std::sync::LazyLock;

/// Words that a date line holds beside its date.
static FILLER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(published|posted|updated|modified|updat|last|first|created|filed|issued|released|release|dated?|on|at|by|of|the|edition|issue|vol|volume|no|number|local|time|gmt|utc|bst|cet|cest|est|edt|cst|cdt|pst|pdt|ist|aest|ago|hours?|hrs?|minutes?|mins?|read|a\.?m|p\.?m|today|late|early|print|online|web|version|from|embargo(ed)?|until|for|immediate|admin|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|city|final|national|international|in|word|words|\d+(:\d\d)?[a-z]{0,3}|[ivxlc]+|\d+:\d+|z)$",
    )
});

/// Whether `line` is about its date and nothing else. Up to four further capitalised words may name a place.
pub(crate) fn is_date_line(text: &str, line: Span, shape: &Shape) -> bool {
    let words = line.slice(text);
    let dates = find_dates(words, 0);
    let Some(first) = dates.first() else { return false };
    if shape.n_words > 24 {
        return false;
    }
    let mut rest = String::with_capacity(words.len());
    let mut at = 0;
    for date in &dates {
        rest.push_str(&words[at..date.span.start()]);
        rest.push(' ');
        at = date.span.end();
    }
    rest.push_str(&words[at..]);
    if Shape::of(&rest).has_verb && !has_publication_word(words) {
        return false;
    }
    let other: Vec<&str> = rest
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'' | ':')))
        .filter(|word| word.chars().any(char::is_alphanumeric) && !FILLER.is_match(word))
        .collect();
    let place = other.iter().all(|word| word.starts_with(|c: char| c.is_uppercase()));
    // "December 2016 Elections": a month alone is a date line only by itself.
    let month_only = first.precision == rashomon_text::Precision::Month;
    // "posted 10/10/2019 by wire_bot".
    let is_post = words.len() > 7 && words.is_char_boundary(7) && words[..7].eq_ignore_ascii_case("posted ");
    match other.len() {
        0 => true,
        1..=4 => (place || is_post) && !month_only,
        _ => false,
    }
}

static WEEKDAY_AND_CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day),? (?:at )?\d{1,2}(?:[.:]\d\d)? ?(?i:[ap]\.?m\b|h\b|hrs\b|o[’']clock)?",
    )
});

/// Most words of a line that is about the weekday and the hour of a broadcast.
const BROADCAST_WORDS_MAX: usize = 12;

/// "Wednesday, 6.40 pm news, as read by Ana Example": the hour of a broadcast or an edition, without a date.
pub(crate) fn is_broadcast_line(words: &str, shape: &Shape) -> bool {
    let has_clock =
        |m: regex::Match<'_>| m.as_str().contains(['.', ':']) || m.as_str().ends_with(char::is_alphabetic);
    shape.n_words <= BROADCAST_WORDS_MAX
        && !shape.ends_sentence
        && WEEKDAY_AND_CLOCK.find(words).is_some_and(has_clock)
        && find_dates(words, 0).is_empty()
}

fn has_publication_word(words: &str) -> bool {
    let lower = words.to_lowercase();
    ["publish", "post", "updat", "issued", "released", "filed", "modified", "created"]
        .iter()
        .any(|stem| lower.contains(stem))
}

/// A place in the text that may tell the publication date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DateSpot {
    /// The line or dateline.
    pub(crate) span: Span,
    /// Lower is surer: 0 a "Published" line, 1 a date line or byline, 2 a dateline, 3 a line at the end.
    pub(crate) rank: u8,
}

/// The date stated by the best of `spots`, with remarks on what does not fit.
pub(crate) fn stated(
    path: &str,
    text: &str,
    spots: &[DateSpot],
    diagnostics: &mut Vec<Diagnostic>,
) -> Dating {
    let mut candidates: Vec<(u8, FoundDate)> = Vec::new();
    for spot in spots {
        for date in find_dates(spot.span.slice(text), spot.span.start()) {
            let label = label_before(text, spot.span, date.span);
            let rank = match label {
                Label::Published => 0,
                Label::None => spot.rank.max(1),
                Label::Updated => 8,
                Label::Embargo => 9,
            };
            candidates.push((rank, date));
        }
    }
    candidates.sort_by_key(|(rank, date)| (*rank, date.span));
    let Some((_, best)) = candidates.first() else { return Dating::unknown() };
    let best = settled(best, &candidates);
    let mut note = String::new();
    if best.weekday_contradicts() {
        note = format!(
            "the text gives the weekday as {}, but {} was a {}",
            weekday_name(best.weekday.unwrap_or(best.date.weekday())),
            best.date,
            weekday_name(best.date.weekday())
        );
        diagnostics.push(Diagnostic::new(path, Level::Note, "weekday-mismatch", note.clone()));
    }
    if best.other.is_some() {
        note = "day and month cannot be told apart".to_owned();
        diagnostics.push(Diagnostic::new(path, Level::Note, "date-order-open", note.clone()));
    }
    Dating { value: Some(best.to_time()), basis: DatingBasis::Stated, evidence: vec![best.span], note }
}

/// `best`, its order of day and month settled by its weekday or by another date of the text.
fn settled(best: &FoundDate, candidates: &[(u8, FoundDate)]) -> FoundDate {
    let mut best = best.clone();
    let Some(other) = best.other else { return best };
    if let Some(weekday) = best.weekday {
        match (best.date.weekday() == weekday, other.weekday() == weekday) {
            (true, false) => best.other = None,
            (false, true) => (best.date, best.other) = (other, None),
            _ => {}
        }
        return best;
    }
    let close = |a: Date, b: Date| (a - b).get_days().abs() <= 3;
    let plain = || candidates.iter().filter(|(_, date)| date.other.is_none());
    match (
        plain().any(|(_, date)| close(date.date, best.date)),
        plain().any(|(_, date)| close(date.date, other)),
    ) {
        (true, false) => best.other = None,
        (false, true) => (best.date, best.other) = (other, None),
        _ => {}
    }
    best
}

enum Label {
    Published,
    Updated,
    Embargo,
    None,
}

/// What the words before a date within its line say about it.
fn label_before(text: &str, line: Span, date: Span) -> Label {
    let before = text[line.start()..date.start()].to_lowercase();
    let last = |words: &[&str]| words.iter().filter_map(|word| before.rfind(word)).max();
    let published = last(&["publish", "posted", "issued", "released", "created", "first", "filed"]);
    let updated = last(&["updated", "modified", "last edited", "revised", "reviewed", "corrected"]);
    let embargo = last(&["embargo", "until"]);
    match (published, updated, embargo) {
        (None, None, None) => Label::None,
        (p, u, e) if e > p && e > u => Label::Embargo,
        (p, u, _) if u > p => Label::Updated,
        _ => Label::Published,
    }
}

fn weekday_name(weekday: rashomon_text::Weekday) -> &'static str {
    use rashomon_text::Weekday::*;
    match weekday {
        Monday => "Monday",
        Tuesday => "Tuesday",
        Wednesday => "Wednesday",
        Thursday => "Thursday",
        Friday => "Friday",
        Saturday => "Saturday",
        Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_date_lines() {
        let is = |line: &str| is_date_line(line, Span::new(0, line.len()), &Shape::of(line));
        assert!(is("Published Feb 19, 2019 • Last updated 3 hours ago • 2 minute read"));
        assert!(is("Tuesday 14 May 2019, 08:15 local (13:15 GMT)"));
        assert!(is("Port Example, Thursday, March 1, 2019"));
        assert!(is("Vol. 12, No. 34 — Monday, June 3, 2019"));
        assert!(!is("The ferry sank on 3 June 2019 off the coast"));
        assert!(!is("Elections of 3 June 2019 annulled by the court"));
        assert!(!is("Hello"));
    }

    #[test]
    fn tells_the_hour_of_a_broadcast() {
        let is = |line: &str| is_broadcast_line(line, &Shape::of(line));
        assert!(is("Wednesday, 6.40 pm news, as read by Ana Example"));
        assert!(is("Friday 18:00 bulletin"));
        assert!(!is("Friday 18"));
        assert!(!is("Friday prayers end in a riot"));
        assert!(!is("Monday at 6 pm the council votes."));
        assert!(!is("Monday 3 June 2019, 18:00"));
    }

    #[track_caller]
    fn check(lines: &[&str], timex: Option<&str>, codes: &[&str]) {
        let text = lines.join("\n");
        let mut at = 0;
        let mut spots = Vec::new();
        for line in lines {
            spots.push(DateSpot { span: Span::new(at, at + line.len()), rank: 1 });
            at += line.len() + 1;
        }
        let mut diagnostics = Vec::new();
        let dating = stated("a.txt", &text, &spots, &mut diagnostics);
        assert_eq!(dating.value.map(|time| time.timex).as_deref(), timex);
        let seen: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(seen, codes);
    }

    #[test]
    fn picks_the_date_of_publication() {
        check(&["Updated June 4, 2019, first published June 3, 2019"], Some("2019-06-03"), &[]);
        check(&["Updated June 4, 2019"], Some("2019-06-04"), &[]);
        check(&["Thursday, March 1, 2024"], Some("2024-03-01"), &["weekday-mismatch"]);
        check(&["4/5/2019"], Some("2019-04-05/2019-05-04"), &["date-order-open"]);
        check(&["4/5/2019", "May 3, 2019"], Some("2019-05-04"), &[]);
        check(&["Friday 5/4/2019"], Some("2019-04-05"), &[]);
        check(&["nothing"], None, &[]);
    }
}
