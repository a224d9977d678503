//! Dates in the text that are not the weekday they are said to be.

use crate::record::{Record, TimeMention};
use rashomon_reading::time::WEEKDAYS;
use rashomon_text::{Date, Diagnostic, Level, Time};

/// One remark for each date whose own words name another weekday than the calendar does.
pub(crate) fn remarks(record: &Record) -> Vec<Diagnostic> {
    let all = record.times.iter().filter_map(|time| {
        let of = &record.articles[time.span.article];
        let article = &of.article;
        let words = article.slice(time.span.span);
        let published = of.published.value.as_ref().and_then(Time::single_day);
        let (said, is) = mismatch(time, words, published)?;
        let message = format!("\u{201c}{words}\u{201d} is a {}, not a {}", capital(is), capital(said));
        Some(Diagnostic::new(&article.path, Level::Note, "weekday-mismatch", message))
    });
    all.collect()
}

/// The weekday said and the one it is. Only for a full date, so that the weekday cannot have chosen the day: one with a
/// year, or day and month close to when the article came out.
fn mismatch(
    time: &TimeMention,
    words: &str,
    published: Option<Date>,
) -> Option<(&'static str, &'static str)> {
    /// Days from the article's own day within which no other year is meant.
    const N_DAYS_MAX: i32 = 30;
    let lower = words.to_lowercase();
    let numbers = || lower.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let has_year = numbers().any(|number| number.len() == 4);
    let said = WEEKDAYS.iter().position(|day| lower.contains(day))?;
    let day = time.resolved.as_ref()?.single_day()?;
    let day = if has_year {
        day
    } else {
        let published = published.filter(|_| numbers().any(|n| n.parse() == Ok(day.day())))?;
        let this_year = Date::new(published.year(), day.month(), day.day()).ok()?;
        let days = published.until(this_year).ok()?.get_days();
        Some(this_year).filter(|_| days.abs() <= N_DAYS_MAX)?
    };
    let is = usize::try_from(day.weekday().to_monday_zero_offset()).ok()?;
    (said != is).then_some((WEEKDAYS[said], WEEKDAYS[is]))
}

fn capital(day: &str) -> String {
    let mut letters = day.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let record = record_of(&[("north", "2023-05-17", text)]);
        let remarks = super::remarks(&record);
        let messages: Vec<&str> = remarks.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(messages, expected, "{text}");
    }

    #[test]
    fn a_date_that_is_another_weekday() {
        check("The bridge fell on Tuesday, 16 May 2023.", &[]);
        check(
            "The bridge fell on Monday, 16 May 2023.",
            &["“Monday, 16 May 2023” is a Tuesday, not a Monday"],
        );
        check("The bridge fell on Monday, 16 May.", &["“Monday, 16 May” is a Tuesday, not a Monday"]);
        check("The bridge fell on Tuesday, 16 May.", &[]);
        // A day of another year, perhaps.
        check("The bridge was opened on Monday, 16 October.", &[]);
    }
}
