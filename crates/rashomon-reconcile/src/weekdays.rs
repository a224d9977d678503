//! Dates in the text that are not the weekday they are said to be.

use crate::record::{Record, TimeMention};
use rashomon_reading::time::WEEKDAYS;
use rashomon_text::{Diagnostic, Level};

/// One remark for each date whose own words name another weekday than the calendar does.
pub(crate) fn remarks(record: &Record) -> Vec<Diagnostic> {
    let all = record.times.iter().filter_map(|time| {
        let article = &record.articles[time.span.article].article;
        let words = article.slice(time.span.span);
        let (said, is) = mismatch(time, words)?;
        let message = format!("\u{201c}{words}\u{201d} is a {}, not a {}", capital(is), capital(said));
        Some(Diagnostic::new(&article.path, Level::Note, "weekday-mismatch", message))
    });
    all.collect()
}

/// The weekday said and the one it is. Only for a full date: with a year, the weekday cannot have chosen the day.
fn mismatch(time: &TimeMention, words: &str) -> Option<(&'static str, &'static str)> {
    let lower = words.to_lowercase();
    let has_year = lower.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    let said = WEEKDAYS.iter().position(|day| lower.contains(day)).filter(|_| has_year)?;
    let day = time.resolved.as_ref()?.single_day()?;
    let is = usize::try_from(day.weekday().to_monday_zero_offset()).ok()?;
    (said != is).then_some((WEEKDAYS[said], WEEKDAYS[is]))
}

fn capital(day: &str) -> String {
    let mut letters = day.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
