//! Calendar times as the record has them: an inclusive interval with a precision.

use jiff::civil::{Date, DateTime};

/// How finely a [`Time`] is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the minute.
    Minute,
    /// To the hour.
    Hour,
    /// Morning, afternoon, evening, night.
    PartOfDay,
    /// One day.
    Day,
    /// One week (or a week-end).
    Week,
    /// One month.
    Month,
    /// Spring, summer, autumn, winter.
    Season,
    /// A quarter of a year.
    Quarter,
    /// One year.
    Year,
    /// Ten years.
    Decade,
    /// An interval that fits none of the above.
    Unknown,
}

impl Precision {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Precision::Minute => "minute",
            Precision::Hour => "hour",
            Precision::PartOfDay => "part-of-day",
            Precision::Day => "day",
            Precision::Week => "week",
            Precision::Month => "month",
            Precision::Season => "season",
            Precision::Quarter => "quarter",
            Precision::Year => "year",
            Precision::Decade => "decade",
            Precision::Unknown => "unknown",
        }
    }
}

/// A calendar interval, both ends inclusive, in the local time of the text (no zone arithmetic).
///
/// `start` and `end` may be open (`None`) for "since Monday" or "by Friday".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// First moment; `None` = open.
    pub start: Option<DateTime>,
    /// Last moment (for a day: its 00:00, see [`Time::last_day`]); `None` = open.
    pub end: Option<DateTime>,
    /// How finely it is known.
    pub precision: Precision,
    /// The TIMEX3 value, e.g. `2016-12-05`, `2016-12`, `2016-12-05TNI`.
    pub timex: String,
}

impl Time {
    /// One day.
    ///
    /// ```
    /// # use rashomon_text::{Date, Time};
    /// assert_eq!(Time::day(Date::constant(2016, 12, 5)).timex, "2016-12-05");
    /// ```
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self::days(date, date, Precision::Day, date.to_string())
    }

    /// From the day `start` to the day `end`, both included.
    #[must_use]
    pub fn days(start: Date, end: Date, precision: Precision, timex: impl Into<String>) -> Self {
        let at = |date: Date| Some(date.to_datetime(jiff::civil::Time::midnight()));
        Self { start: at(start), end: at(end), precision, timex: timex.into() }
    }

    /// The day of the first moment.
    #[must_use]
    pub fn first_day(&self) -> Option<Date> {
        self.start.map(DateTime::date)
    }

    /// The day of the last moment.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        self.end.map(DateTime::date)
    }

    /// How finely the ends of the interval are known: its precision, or for an interval that is no unit of the
    /// calendar the unit that both of its ends fall on.
    ///
    /// ```
    /// # use rashomon_text::{Date, Precision, Time};
    /// let on = |y, m, d| Date::constant(y, m, d);
    /// let time = |a, b| Time::days(a, b, Precision::Unknown, "").precision_of_ends();
    /// assert_eq!(time(on(2016, 12, 5), on(2016, 12, 7)), Precision::Day);
    /// assert_eq!(time(on(2016, 11, 1), on(2016, 12, 31)), Precision::Month);
    /// assert_eq!(time(on(1900, 1, 1), on(1999, 12, 31)), Precision::Year);
    /// ```
    #[must_use]
    pub fn precision_of_ends(&self) -> Precision {
        let (Precision::Unknown, Some(a), Some(b)) = (self.precision, self.first_day(), self.last_day())
        else {
            return self.precision;
        };
        match () {
            () if (a.month(), a.day(), b.month(), b.day()) == (1, 1, 12, 31) => Precision::Year,
            () if a.day() == 1 && b == b.last_of_month() => Precision::Month,
            () => Precision::Day,
        }
    }

    /// The single day it lies in, when known to a day or finer.
    #[must_use]
    pub fn single_day(&self) -> Option<Date> {
        match (self.first_day(), self.last_day()) {
            (Some(a), Some(b)) if a == b => Some(a),
            _ => None,
        }
    }

    /// Whether the two intervals have a day in common (open ends reach everywhere).
    #[must_use]
    pub fn overlaps_days(&self, other: &Time) -> bool {
        let before = |a: Option<Date>, b: Option<Date>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !before(self.last_day(), other.first_day()) && !before(other.last_day(), self.first_day())
    }
}
