//! Feasts and holidays whose day a rule gives.
//!
//! Only those that fall on the same day wherever they are kept under that English name; "Independence Day",
//! "Labour Day" and "Mother's Day" differ from country to country and are left alone.

use super::form::Holiday;
use jiff::civil::Date;
use rashomon_text::Weekday;

/// Names in words as [`crate::words::words`] cuts them, the longer ones first; whether the name alone is enough
/// (else only after a preposition: "at Christmas", not "Christmas sales").
pub(super) const HOLIDAYS: &[(&[&str], Holiday, bool)] = &[
    (&["new", "year", "'", "s", "day"], Holiday::Fixed(1, 1), true),
    (&["new", "year", "'", "s", "eve"], Holiday::Fixed(12, 31), true),
    (&["new", "year", "'", "s"], Holiday::Fixed(1, 1), false),
    (&["feast", "of", "the", "epiphany"], Holiday::Fixed(1, 6), true),
    (&["epiphany"], Holiday::Fixed(1, 6), false),
    (&["burns", "night"], Holiday::Fixed(1, 25), true),
    (&["australia", "day"], Holiday::Fixed(1, 26), true),
    (&["candlemas"], Holiday::Fixed(2, 2), false),
    (&["groundhog", "day"], Holiday::Fixed(2, 2), true),
    (&["waitangi", "day"], Holiday::Fixed(2, 6), true),
    (&["shrove", "tuesday"], Holiday::Easter(-47), true),
    (&["st", "david", "'", "s", "day"], Holiday::Fixed(3, 1), true),
    (&["st", "george", "'", "s", "day"], Holiday::Fixed(4, 23), true),
    (&["holy", "saturday"], Holiday::Easter(-1), true),
    (&["ascension", "day"], Holiday::Easter(39), true),
    (&["whit", "sunday"], Holiday::Easter(49), true),
    (&["corpus", "christi"], Holiday::Easter(60), false),
    (&["assumption", "day"], Holiday::Fixed(8, 15), true),
    (&["michaelmas"], Holiday::Fixed(9, 29), false),
    (&["guy", "fawkes", "night"], Holiday::Fixed(11, 5), true),
    (&["all", "saints", "'", "day"], Holiday::Fixed(11, 1), true),
    (&["all", "souls", "'", "day"], Holiday::Fixed(11, 2), true),
    (&["st", "andrew", "'", "s", "day"], Holiday::Fixed(11, 30), true),
    (&["st", "stephen", "'", "s", "day"], Holiday::Fixed(12, 26), true),
    (&["martin", "luther", "king", "day"], Holiday::Nth(1, Weekday::Monday, 3, 0), true),
    (&["martin", "luther", "king", "jr", "day"], Holiday::Nth(1, Weekday::Monday, 3, 0), true),
    (&["valentine", "'", "s", "day"], Holiday::Fixed(2, 14), true),
    (&["presidents", "'", "day"], Holiday::Nth(2, Weekday::Monday, 3, 0), true),
    (&["ash", "wednesday"], Holiday::Easter(-46), true),
    (&["international", "women", "'", "s", "day"], Holiday::Fixed(3, 8), true),
    (&["st", "patrick", "'", "s", "day"], Holiday::Fixed(3, 17), true),
    (&["palm", "sunday"], Holiday::Easter(-7), true),
    (&["maundy", "thursday"], Holiday::Easter(-3), true),
    (&["good", "friday"], Holiday::Easter(-2), false),
    (&["easter", "sunday"], Holiday::Easter(0), true),
    (&["easter", "day"], Holiday::Easter(0), true),
    (&["easter", "monday"], Holiday::Easter(1), true),
    (&["easter"], Holiday::Easter(0), false),
    (&["anzac", "day"], Holiday::Fixed(4, 25), true),
    (&["international", "workers", "'", "day"], Holiday::Fixed(5, 1), true),
    (&["may", "day"], Holiday::Fixed(5, 1), true),
    (&["pentecost"], Holiday::Easter(49), false),
    (&["whit", "monday"], Holiday::Easter(50), true),
    (&["memorial", "day"], Holiday::Nth(5, Weekday::Monday, -1, 0), true),
    (&["juneteenth"], Holiday::Fixed(6, 19), true),
    (&["canada", "day"], Holiday::Fixed(7, 1), true),
    (&["fourth", "of", "july"], Holiday::Fixed(7, 4), true),
    (&["bastille", "day"], Holiday::Fixed(7, 14), true),
    (&["august", "bank", "holiday"], Holiday::Nth(8, Weekday::Monday, -1, 0), true),
    (&["labor", "day"], Holiday::Nth(9, Weekday::Monday, 1, 0), true),
    (&["columbus", "day"], Holiday::Nth(10, Weekday::Monday, 2, 0), true),
    (&["halloween"], Holiday::Fixed(10, 31), false),
    (&["bonfire", "night"], Holiday::Fixed(11, 5), true),
    (&["armistice", "day"], Holiday::Fixed(11, 11), true),
    (&["veterans", "day"], Holiday::Fixed(11, 11), true),
    (&["remembrance", "sunday"], Holiday::Nth(11, Weekday::Sunday, 2, 0), true),
    (&["thanksgiving", "day"], Holiday::Nth(11, Weekday::Thursday, 4, 0), true),
    (&["thanksgiving"], Holiday::Nth(11, Weekday::Thursday, 4, 0), false),
    (&["black", "friday"], Holiday::Nth(11, Weekday::Thursday, 4, 1), false),
    (&["cyber", "monday"], Holiday::Nth(11, Weekday::Thursday, 4, 4), true),
    (&["christmas", "eve"], Holiday::Fixed(12, 24), true),
    (&["christmas", "day"], Holiday::Fixed(12, 25), true),
    (&["christmas"], Holiday::Fixed(12, 25), false),
    (&["boxing", "day"], Holiday::Fixed(12, 26), true),
];

/// The day of a holiday in a year.
pub(super) fn day_in(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Fixed(month, day) => Date::new(year, month, day).ok(),
        Holiday::Easter(days) => super::calendar::plus(easter(year)?, i64::from(days)),
        Holiday::Nth(month, weekday, n, days) => {
            let first = Date::new(year, month, 1).ok()?;
            super::calendar::plus(first.nth_weekday_of_month(n, weekday).ok()?, i64::from(days))
        }
    }
}

/// Easter Sunday of the western churches, by the rule of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easters() {
        let on = |year| easter(year).map(|d| d.to_string());
        assert_eq!(on(2019).as_deref(), Some("2019-04-21"));
        assert_eq!(on(2018).as_deref(), Some("2018-04-01"));
        assert_eq!(on(1961).as_deref(), Some("1961-04-02"));
        assert_eq!(on(2024).as_deref(), Some("2024-03-31"));
    }

    #[test]
    fn moving_days() {
        let thursday = Holiday::Nth(11, Weekday::Thursday, 4, 0);
        assert_eq!(day_in(thursday, 2016).map(|d| d.to_string()).as_deref(), Some("2016-11-24"));
        let monday = Holiday::Nth(5, Weekday::Monday, -1, 0);
        assert_eq!(day_in(monday, 2019).map(|d| d.to_string()).as_deref(), Some("2019-05-27"));
    }
}
