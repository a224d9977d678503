//! English words of the calendar and for numbers.

use crate::Weekday;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const MONTHS_SHORT: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mar"],
    &["apr"],
    &[],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep", "sept"],
    &["oct"],
    &["nov"],
    &["dec"],
];
/// The days of the week, Monday first, lower case.
pub const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const WEEKDAYS_SHORT: [&[&str]; 7] =
    [&["mon"], &["tue", "tues"], &["wed", "weds"], &["thu", "thur", "thurs"], &["fri"], &["sat"], &["sun"]];

/// Whether a lower-case word is a month: `december`, `dec.`, `dec`.
#[must_use]
pub fn is_month(lower: &str) -> bool {
    month(lower).is_some() || month_short(lower.trim_end_matches('.')).is_some()
}

/// Whether a lower-case word is a day of the week in full: `monday`.
#[must_use]
pub fn is_weekday(lower: &str) -> bool {
    WEEKDAYS.contains(&lower)
}

/// A full month name, 1 to 12.
#[must_use]
pub fn month(lower: &str) -> Option<i8> {
    position(MONTHS.iter().position(|m| *m == lower))
}

/// A short month name, 1 to 12.
#[must_use]
pub fn month_short(lower: &str) -> Option<i8> {
    position(MONTHS_SHORT.iter().position(|m| m.contains(&lower)))
}

fn position(at: Option<usize>) -> Option<i8> {
    i8::try_from(at? + 1).ok()
}

/// A full weekday name.
#[must_use]
pub fn weekday(lower: &str) -> Option<Weekday> {
    weekday_at(WEEKDAYS.iter().position(|d| *d == lower))
}

/// A short weekday name.
#[must_use]
pub fn weekday_short(lower: &str) -> Option<Weekday> {
    weekday_at(WEEKDAYS_SHORT.iter().position(|d| d.contains(&lower)))
}

fn weekday_at(at: Option<usize>) -> Option<Weekday> {
    Weekday::from_monday_zero_offset(i8::try_from(at?).ok()?).ok()
}

/// "one" to "ninety", without hyphen.
#[must_use]
pub fn small_number(lower: &str) -> Option<u32> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = |list: &[&str]| list.iter().position(|n| *n == lower).and_then(|n| u32::try_from(n).ok());
    at(&ONES).or_else(|| at(&TENS).map(|n| (n + 2) * 10))
}

#[cfg(test)]
mod tests {
    use super::{is_month, is_weekday, month, month_short, small_number, weekday, weekday_short};
    use crate::Weekday;

    #[test]
    fn names_long_and_short() {
        assert_eq!((month("may"), month("sept"), month_short("sept")), (Some(5), None, Some(9)));
        assert_eq!(
            (weekday("sunday"), weekday_short("tues")),
            (Some(Weekday::Sunday), Some(Weekday::Tuesday))
        );
        assert!(is_month("dec.") && !is_month("decimal") && is_weekday("friday") && !is_weekday("fri"));
    }

    #[test]
    fn numbers_up_to_ninety() {
        assert_eq!(["zero", "twelve", "ninety"].map(small_number), [Some(0), Some(12), Some(90)]);
        assert_eq!(small_number("dozen"), None);
    }
}
