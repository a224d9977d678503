//! How sure the value of a time expression is, by how it came about.
//!
//! The classes are of grammar; their figures are measured, not felt: the share of expressions of the class that have
//! the gold's value on the development sets of `rashomon-eval --task timex` (`confidence_…` there).

use super::form::{DayForm, Unit};
use super::{Anchor, TimeExpression};

/// Complete in itself: "5 May 2015", "1994".
const COMPLETE: f32 = 0.97;
/// A weekday, or a day counted from the publication date: "on Monday", "yesterday".
const DAY: f32 = 0.95;
/// A longer unit counted from it: "last month", "this year".
const UNIT: f32 = 0.85;
/// Counted from another event or date of the text: "two days later".
const FROM_EVENT: f32 = 0.7;
/// Decades and centuries: where they begin is a matter of convention.
const ERA: f32 = 0.7;
/// A date or month whose year the article leaves out: "on 5 May", "in March".
const YEARLESS: f32 = 0.5;
/// Lengths counted back or ahead, seasons, stretches up to now: "two years ago" is rarely meant to the day.
const ROUGH: f32 = 0.25;
/// Nothing is known.
const NONE: f32 = 0.0;

impl TimeExpression {
    /// Probability, 0 to 1, that `timex` is what is meant, given that the words are a time expression.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        match (self.anchor, &self.form.day) {
            (Anchor::Unresolved, _) => NONE,
            (Anchor::Event, _) => FROM_EVENT,
            (_, DayForm::Decade(_) | DayForm::Century(_)) => ERA,
            (Anchor::Explicit, _) => COMPLETE,
            (_, DayForm::Weekday { .. } | DayForm::WeekdayOf { .. } | DayForm::Unsaid) => DAY,
            (_, DayForm::Relative { unit: Unit::Day, .. }) => DAY,
            (_, DayForm::Relative { .. } | DayForm::Weekend { .. } | DayForm::InYear { .. }) => UNIT,
            (_, DayForm::Date { .. } | DayForm::Month { .. } | DayForm::MonthDay { .. }) => YEARLESS,
            _ => ROUGH,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::with_article;
    use rashomon_text::Date;

    #[track_caller]
    fn check(text: &str, expected: f32) {
        let published: Date = "2023-05-17".parse().expect("a date");
        let found = with_article(text, Some(published), |parsed| {
            crate::read(parsed).times.iter().map(super::TimeExpression::confidence).collect::<Vec<_>>()
        });
        assert_eq!(found, [expected], "{text}");
    }

    #[test]
    fn what_is_complete_is_surer_than_what_is_counted() {
        check("She resigned on 5 May 2015.", super::COMPLETE);
        check("She resigned on Monday.", super::DAY);
        check("She resigned yesterday.", super::DAY);
        check("She resigned last month.", super::UNIT);
        check("She resigned in March.", super::YEARLESS);
        check("She resigned two years ago.", super::ROUGH);
    }
}
