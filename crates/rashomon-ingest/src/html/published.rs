//! The publication date of a page.
//!
//! # How
//! Dates for machines come first: JSON-LD `datePublished` of an article, meta elements of publication, a date in the
//! page's own address. Where they are missing the dates that the page shows are weighed: how near the headline,
//! whether a class, a `<time>` or a label says what they are, whether they stand in a list of other stories, in
//! comments, in the frame. What tells of a change only, not of publication, comes last.
//!
//! A moment in Universal Time falls on another day in many newsrooms: the day that the address or the date line
//! shows is taken where the moment can be that day somewhere.

mod day_month;
mod machine;
mod shown;

use super::tree::{Page, TextBlock, speaks_of_dates};
use crate::dates::{FoundDate, find_dates};
use day_month::in_order_of;
use dom_query::Document;
use machine::{date_in_url, linked_dates, meta_dates, on_local_day};
use rashomon_text::{Date, Dating, DatingBasis, Precision};
use serde_json::Value;
use shown::shown_dates;

/// What the head of the page gives.
pub(super) struct Told<'a> {
    /// Objects of JSON-LD, articles first.
    pub(super) linked: &'a [Value],
    /// Names and contents of meta elements.
    pub(super) metas: &'a [(String, String)],
    pub(super) url: Option<&'a str>,
    pub(super) title: Option<&'a str>,
}

/// A date for machines, with how sure its place is: lower is surer.
struct Machine {
    rank: u8,
    date: FoundDate,
    /// Hour of Universal Time, where the value is in it.
    universal_hour: Option<i8>,
}

/// A date that the page shows, with its weight.
struct Shown {
    weight: i32,
    date: FoundDate,
    /// Marked or labelled as the date of a change.
    is_change: bool,
    /// The value of a `<time>`, not read from text.
    is_machine: bool,
}

/// Ranks of dates for machines from which on the visible ones go first.
const RANK_WEAK: u8 = 3;

/// Rank of dates of change.
const RANK_CHANGE: u8 = 8;

/// Weight from which a visible date is sure enough to correct the day of a moment in Universal Time.
const WEIGHT_SURE: i32 = 5;

/// The publication date, if the page gives or shows one.
pub(super) fn date(document: &Document, page: &Page, told: &Told<'_>) -> Option<Dating> {
    let mut machines: Vec<Machine> = Vec::new();
    linked_dates(told.linked, &mut machines);
    meta_dates(told.metas, &mut machines);
    machines.sort_by_key(|machine| machine.rank);
    let in_url = told.url.and_then(date_in_url);
    let strong = machines.first().filter(|machine| machine.rank < RANK_WEAK);
    if let Some(machine) = strong.filter(|machine| machine.universal_hour.is_none()) {
        return Some(dating(&machine.date, DatingBasis::Metadata));
    }
    let shown = shown_dates(page, told);
    let printed = heaviest(shown.iter().filter(|shown| !shown.is_machine)).filter(|shown| shown.is_sure());
    if let Some(machine) = strong {
        return Some(dating(&on_local_day(machine, in_url.as_ref(), printed), DatingBasis::Metadata));
    }
    let best = heaviest(shown.iter());
    if let Some(date) = in_url {
        let printed =
            best.filter(|shown| shown.is_sure() && days_between(date.date, shown.date.date).abs() <= 1);
        return Some(printed.map_or_else(
            || dating(&date, DatingBasis::Metadata),
            |printed| shown_dating(printed, page, told, document),
        ));
    }
    let machine = machines.into_iter().next();
    let is_change = machine.as_ref().is_none_or(|machine| machine.rank >= RANK_CHANGE);
    match best {
        Some(shown) if is_change || shown.weight >= WEIGHT_SURE => {
            Some(shown_dating(shown, page, told, document))
        }
        _ => machine.map(|machine| dating(&machine.date, DatingBasis::Metadata)),
    }
}

/// Whether a block is the page's date line, by its class and by how little else it holds.
pub(super) fn is_date_line(page: &Page, block: &TextBlock) -> bool {
    if block.n_chars > N_CHARS_REST_MAX
        || !block.dated && !speaks_of_dates(&page.elements[block.element].words)
    {
        return false;
    }
    plausible(&block.text).is_some_and(|date| {
        let n_rest = block.n_chars.saturating_sub(date.span.len());
        n_rest <= N_CHARS_LABEL_MAX
    })
}

impl Shown {
    fn is_sure(&self) -> bool {
        self.weight >= WEIGHT_SURE && !self.is_change
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

fn shown_dating(shown: &Shown, page: &Page, told: &Told<'_>, document: &Document) -> Dating {
    if shown.is_machine {
        return dating(&shown.date, DatingBasis::Metadata);
    }
    dating(&in_order_of(shown.date.clone(), page, told, document), DatingBasis::Stated)
}

fn dating(date: &FoundDate, basis: DatingBasis) -> Dating {
    let settled = FoundDate { other: date.other.filter(|_| basis == DatingBasis::Stated), ..date.clone() };
    Dating { value: Some(settled.to_time()), basis, evidence: Vec::new(), note: String::new() }
}

/// The first full date in `words` from 1990 on.
fn plausible(words: &str) -> Option<FoundDate> {
    plausible_dates(words).into_iter().next()
}

/// The full dates at the start of `words`, from 1990 on.
fn plausible_dates(words: &str) -> Vec<FoundDate> {
    let mut end = words.len().min(N_BYTES_LOOKED_AT);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let mut dates = find_dates(&words[..end], 0);
    dates.retain(|date| date.precision == Precision::Day && date.date.year() >= 1990);
    dates
}

/// Date lines are short, and a date that opens a paragraph stands at its start.
const N_BYTES_LOOKED_AT: usize = 240;

/// The date of the most weight; of equal ones the first.
fn heaviest<'s>(shown: impl Iterator<Item = &'s Shown>) -> Option<&'s Shown> {
    shown.fold(None, |best: Option<&Shown>, shown| match best {
        Some(best) if best.weight >= shown.weight => Some(best),
        _ => Some(shown),
    })
}

/// Longest rest of a date line without its date: "By Ann Example, Harbour Post, 3 May 2019 at 10:00, 3 comments".
const N_CHARS_REST_MAX: usize = 60;

/// Longest block that is the label of the date in the next one.
const N_CHARS_LABEL_MAX: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_date(html: &str, timex: Option<&str>) {
        let document = Document::from(html);
        let page = Page::read(&document);
        let found = super::super::metadata::read(&document, &page)
            .published
            .and_then(|dating| dating.value)
            .map(|time| time.timex);
        assert_eq!(found.as_deref(), timex);
    }

    #[test]
    fn dates_by_the_surest_place() {
        check_date(
            r#"<meta property="article:published_time" content="2019-05-14"><time datetime="2019-06-01">June</time>"#,
            Some("2019-05-14"),
        );
        check_date(
            r#"<meta property="article:modified_time" content="2019-05-14"><time class="published" datetime="2019-05-01">May</time>"#,
            Some("2019-05-01"),
        );
        check_date(
            r#"<link rel="canonical" href="https://post.example/2019/05/14/ferry">"#,
            Some("2019-05-14"),
        );
        check_date(r#"<p class="date">Posted on 14 May 2019</p><p>Built in 1920.</p>"#, Some("2019-05-14"));
        check_date(r#"<p>© 2019</p>"#, None);
        // Universal Time against the newsroom's own day.
        check_date(
            r#"<link rel="canonical" href="https://post.example/2019/05/14/ferry"><meta property="article:published_time" content="2019-05-15T02:25:00Z">"#,
            Some("2019-05-14"),
        );
        check_date(
            r#"<html lang="en-GB"><body><p class="time">02/10/2020</p></body></html>"#,
            Some("2020-10-02"),
        );
        check_date(
            r#"<link rel="canonical" href="https://post.example/2018/07/visit"><p>20 October 2017</p><p>3 July 2018</p>"#,
            Some("2018-07-03"),
        );
        check_date(r#"<ul><li>Scheme (until 31.12.2018)</li></ul><p>The scheme goes on.</p>"#, None);
    }

    #[test]
    fn weighs_the_dates_that_a_page_shows() {
        // The date line, not the list of other stories, nor an appointment, nor today's date in the masthead.
        check_date(
            r#"<div class="site-header">June 20, 2019</div><h1>Ferry sinks</h1><p>By Ana Example | May 14, 2019</p>
            <p>The ferry sank in the strait on Sunday.</p><aside><p>June 1, 2019</p><p>June 2, 2019</p></aside>"#,
            Some("2019-05-14"),
        );
        check_date(r#"<h1><span class="date">27.01.2022</span>Fähre gesunken</h1>"#, Some("2022-01-27"));
        check_date(
            r#"<h1>Stammtisch</h1><p>Termin: 5. Februar 2020, 19 Uhr</p><div id="footer"><p>Die Seite wurde zuletzt am 29. Januar 2020 geändert.</p></div>"#,
            Some("2020-01-29"),
        );
        check_date(
            r#"<h1>Ferry sinks</h1><p>Published</p><p>3 October 2020</p><p>Updated 5 October 2020</p>"#,
            Some("2020-10-03"),
        );
    }

    #[test]
    fn a_moment_in_universal_time_falls_on_the_day_that_is_printed() {
        let page = |moment: &str, printed: &str| {
            format!(
                r#"<meta property="article:published_time" content="{moment}"><h1>Ferry sinks</h1><p class="date">{printed}</p>"#
            )
        };
        check_date(&page("2019-05-15T02:25:00Z", "May 14, 2019 10:25 PM"), Some("2019-05-14T22:25"));
        check_date(&page("2019-05-14T22:03:00.000Z", "May 15, 2019 - 9:03AM"), Some("2019-05-15T09:03"));
        // No place on earth is that far off; and a moment with a zone of its own stands.
        check_date(&page("2019-05-15T10:25:00Z", "May 14, 2019"), Some("2019-05-15T10:25"));
        check_date(&page("2019-05-15T02:25:00+02:00", "May 14, 2019"), Some("2019-05-15T02:25"));
        check_date(&page("2019-05-14T22:03:00Z", "Updated May 15, 2019"), Some("2019-05-14T22:03"));
    }

    #[test]
    fn the_order_of_day_and_month_is_settled() {
        check_date(
            r#"<h1>Ferry sinks</h1><p class="date">02/10/2020</p><li>14/09/2020</li>"#,
            Some("2020-10-02"),
        );
        check_date(
            r#"<link rel=canonical href="https://post.example.nz/ferry"><h1>Ferry sinks</h1><p class="date">02/10/2020</p>"#,
            Some("2020-10-02"),
        );
        check_date(
            r#"<html lang="en"><body><h1>Ferry sinks</h1><p class="date">02/10/2020</p>"#,
            Some("2020-02-10/2020-10-02"),
        );
    }
}
