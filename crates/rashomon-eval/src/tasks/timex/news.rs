//! Which cases of `recognizers_specs` news can contain, told by their text and by the kind of the answer.
//!
//! Left out are, each by a rule that needs no look at what we make of the case:
//!
//! - **shorthand**: "7p", "9:00a", "11ish", "4 oclock", "EOY", "ooo", "w/c", "2W", "sy18", "cy 2008";
//! - **small letters**: a month, weekday, quarter or feast that is not written with a capital ("14 nov", "last easter", "2017 q1");
//! - **digits**: dates in digits without a year or with one of two digits, digits mixed with names of months,
//!   times like "9.am", signs of comparison ("< =2019", "~");
//! - **answers of the library's own**: school and fiscal years, numbers of weeks, recurring times;
//! - **appointments**: stretches of clock times and bare clock times.

use crate::bench::Record;
use regex::Regex;
use std::sync::LazyLock;

static SHORTHAND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b\d{1,2}(:\d\d)?[ap]\b|\b(\d+|noon)ish\b|\boclock\b|\beo[yd]\b|\booo\b|\bw/c\b|\b\d+w\b|\b[sfc]y ?\d|\bweek \d|\d ?hrs\b",
    )
});

static SMALL_LETTERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b(january|february|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug",
        r"|sept?|oct|nov|dec)\d*\b|\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues)\b",
        r"|\b(easter|christmas|thanksgiving|halloween|new year|independence|eid)\b|\b(march|may) (\d|[a-z]+(th|st|nd)\b)|\bq[1-4]\b"
    ))
});

static DIGITS: LazyLock<Regex> = LazyLock::new(|| {
    let month = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
    pattern(&format!(
        r"(?i)(^|\s|-)\d{{1,2}}/\d{{1,2}}([^\d/]|/\d\d\b|$)|(^|\s)\d{{1,2}}-\d{{1,2}}-\d|\bon \d\.\d\d\b|\b{month}[/-]\d|\d[/-]{month}\b|\d\.[ap]m|[<>=~]|\b{month}\d"
    ))
});

fn pattern(text: &str) -> Regex {
    #[expect(clippy::expect_used, reason = "the pattern is a constant")]
    Regex::new(text).expect("a pattern")
}

/// Whether news can contain the case.
pub(super) fn is_news(record: &Record) -> bool {
    let text = record.text();
    let is_prose = ![&SHORTHAND, &SMALL_LETTERS, &DIGITS].iter().any(|p| p.is_match(text));
    is_prose
        && record.list("timex").iter().all(|t| {
            let kind = t["kind"].as_str().unwrap_or_default();
            let value = t["value"].as_str().unwrap_or_default();
            matches!(kind, "date" | "datetime" | "daterange" | "duration") && !value.starts_with(['S', 'F'])
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(text: &str, kind: &str, value: &str, expected: bool) {
        let record = Record(json!({"text": text, "timex": [{"kind": kind, "value": value}]}));
        assert_eq!(is_news(&record), expected, "{text}");
    }

    #[test]
    fn prose_is_news() {
        check("They meet on Friday 5 May.", "date", "XXXX-05-05", true);
        check("It ran from 2014 to 2018.", "daterange", "(2014-01-01,2018-01-01,P4Y)", true);
        check("The vote is on 2016-05-12.", "date", "2016-05-12", true);
        check("They march on, and may win in 12 days.", "date", "2016-05-12", true);
    }

    #[test]
    fn shorthand_is_not() {
        check("Meet me at 7p on Friday.", "datetime", "XXXX-WXX-5T19", false);
        check("We met on friday.", "date", "XXXX-WXX-5", false);
        check("Back on 5/12 then.", "date", "XXXX-05-12", false);
        check("Back on 14 nov.", "date", "XXXX-11-14", false);
        check("From Dec/2018 on.", "date", "2018-12", false);
        check("They learnt much this school year.", "daterange", "SY2019", false);
    }
}
