//! What a time expression says before it is tied to a publication date.

use rashomon_text::Weekday;
use smol_str::SmolStr;

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Second.
    Second,
    /// Minute.
    Minute,
    /// Hour.
    Hour,
    /// Day.
    Day,
    /// Week, Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Calendar month.
    Month,
    /// Quarter of a year.
    Quarter,
    /// Calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// On which side of the publication date a weekday, date or month without a year lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The last one on or before the publication date: agency copy names its own day.
    Past,
    /// The first one on or after the publication date.
    Future,
    /// The one nearest to it; a weekday from two days before to four days after.
    Around,
    /// "last Monday": the last one strictly before.
    Last,
    /// "next Monday": the first one strictly after.
    Next,
}

/// Part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayPart {
    /// Morning, dawn.
    Morning,
    /// Noon, midday, lunchtime.
    Midday,
    /// Afternoon.
    Afternoon,
    /// Evening, dusk.
    Evening,
    /// Night.
    Night,
}

impl DayPart {
    /// The TIMEX3 letters.
    #[must_use]
    pub fn timex(self) -> &'static str {
        match self {
            DayPart::Morning => "MO",
            DayPart::Midday => "MI",
            DayPart::Afternoon => "AF",
            DayPart::Evening => "EV",
            DayPart::Night => "NI",
        }
    }
}

/// The time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clock {
    /// On the clock; hour 24 is the midnight that ends the day. No minute = to the hour.
    At {
        /// 0 to 24.
        hour: i8,
        /// 0 to 59.
        minute: Option<i8>,
    },
    /// Morning, afternoon, ...
    Part(DayPart),
}

/// Which part of the interval is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// All of it, or somewhere in it.
    #[default]
    Whole,
    /// "early May".
    Start,
    /// "mid-May".
    Mid,
    /// "late May".
    End,
    /// "earlier this year": up to the publication date.
    Earlier,
    /// "later this year": from the publication date on.
    Later,
}

/// The calendar part of a time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayForm {
    /// A day of a month.
    Date {
        /// `None` when not said.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
        /// The weekday, where it stands beside the date.
        weekday: Option<Weekday>,
        /// Where to look for the year.
        direction: Direction,
    },
    /// `1/8/2017`: day first or month first.
    Numeric {
        /// The first number.
        first: i8,
        /// The second number.
        second: i8,
        /// The year.
        year: i16,
    },
    /// A month.
    Month {
        /// `None` when not said.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// Where to look for the year.
        direction: Direction,
    },
    /// A quarter of a year.
    Quarter {
        /// `None` when not said.
        year: Option<i16>,
        /// 1 to 4.
        quarter: i8,
        /// Where to look for the year.
        direction: Direction,
    },
    /// Spring (0), summer (1), autumn (2) or winter (3) of the northern year.
    Season {
        /// `None` when not said.
        year: Option<i16>,
        /// 0 to 3.
        season: i8,
        /// Where to look for the year.
        direction: Direction,
    },
    /// A year.
    Year(i16),
    /// The ten years from this one on.
    Decade(i16),
    /// The hundred years from this one on; negative before our era.
    Century(i16),
    /// A half of a year.
    Half {
        /// `None` when not said.
        year: Option<i16>,
        /// 1 or 2.
        half: i8,
        /// Where to look for the year.
        direction: Direction,
    },
    /// A business year or a quarter of one: every firm counts its own, so no calendar days are known.
    Fiscal {
        /// `None` when not said.
        year: Option<i16>,
        /// 1 to 4.
        quarter: Option<i8>,
    },
    /// A feast or holiday whose day a rule gives.
    Holiday {
        /// Which.
        holiday: Holiday,
        /// `None` when not said.
        year: Option<i16>,
        /// Where to look for the year.
        direction: Direction,
    },
    /// "the 21st", "Monday 21": a day of a month that is not named.
    MonthDay {
        /// 1 to 31.
        day: i8,
        /// The weekday, where it stands beside it.
        weekday: Option<Weekday>,
        /// Where to look for the month.
        direction: Direction,
    },
    /// "this weekend", "over the weekend": the one the direction asks for.
    Weekend {
        /// Where to look for it.
        direction: Direction,
    },
    /// "October last year": a day, month, quarter or season of the year so many years from the publication date's.
    InYear {
        /// -1 = last year; `None` = the year that the text named last ("in October that year").
        years: Option<i32>,
        /// What of it; its own year is not said.
        of: Box<DayForm>,
    },
    /// "the first week of 2015", "the last Friday of May".
    Nth {
        /// 1 = the first, -1 = the last.
        n: i8,
        /// What is counted.
        what: Counted,
        /// In which stretch of time.
        of: Box<DayForm>,
    },
    /// "the week of 10 April", "the week starting Monday", "the weekend of 5 May".
    WeekOf {
        /// A week or a weekend.
        unit: Unit,
        /// The day in it, or at its start.
        of: Box<DayForm>,
    },
    /// "two weeks before Christmas" (-2), "three days after 5 May" (+3).
    Beyond {
        /// How many; negative = before.
        count: i32,
        /// Of what.
        unit: Unit,
        /// Counted from here.
        of: Box<DayForm>,
    },
    /// "now", "recently", "in the future": no particular time.
    Reference(Reference),
    /// A day of the week.
    Weekday {
        /// Which.
        weekday: Weekday,
        /// Where to look for it.
        direction: Direction,
    },
    /// "Monday last week": the weekday of the week so many weeks from the publication date's.
    WeekdayOf {
        /// Which.
        weekday: Weekday,
        /// -1 = last week.
        weeks: i32,
    },
    /// The calendar unit so many units from the one of the publication date: today (0 days), last month (-1 month).
    Relative {
        /// How many.
        count: i32,
        /// Of what.
        unit: Unit,
    },
    /// "two weeks ago" (-2), "in three days" (+3): a length counted from the publication date.
    Ago {
        /// How many; negative = before.
        count: i32,
        /// Of what.
        unit: Unit,
        /// "a week ago today": to the day.
        is_exact: bool,
    },
    /// "the past three days": the stretch that ends (or, positive, starts) at the publication date.
    Passed {
        /// How many; negative = before.
        count: i32,
        /// Of what.
        unit: Unit,
    },
    /// The night that ends in the morning of the publication date ("overnight").
    Overnight,
    /// Counted from another date of the text: "that day" (0), "the following day" (1), "three days later" (3).
    FromEvent {
        /// How many.
        count: i32,
        /// Of what.
        unit: Unit,
        /// The calendar unit itself ("the following week"), not the day so many of them later ("a week later").
        is_whole: bool,
    },
    /// "the following Tuesday", "the previous January", "on the Sunday": a weekday or month by what is told.
    Told {
        /// What, with the direction from there.
        of: Box<DayForm>,
    },
    /// "the same quarter last year": the calendar unit told of last, so many years from it.
    Same {
        /// Which unit.
        unit: Unit,
        /// -1 = the year before.
        years: i32,
    },
    /// "the Sunday before Christmas": the next such weekday on one side of a day, not the day itself.
    WeekdayBeside {
        /// Which.
        weekday: Weekday,
        /// Before or after: `Last` or `Next`.
        direction: Direction,
        /// Beside what.
        of: Box<DayForm>,
    },
    /// Only a time of day: the day is that of the text around it.
    Unsaid,
    /// "a Wednesday": no particular one.
    Indefinite(Weekday),
    /// "Tuesday or Wednesday", "5 to 7 May": from the first to the second.
    Range(Box<DayForm>, Box<DayForm>),
    /// A length of time, as an ISO 8601 duration.
    Duration(SmolStr),
    /// A recurring time, as a TIMEX3 value.
    Set(SmolStr),
}

/// How the day of a feast or holiday is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// Month and day.
    Fixed(i8, i8),
    /// Days after Easter Sunday of the western churches.
    Easter(i8),
    /// The n-th such weekday of a month (-1 = the last), and days after it.
    Nth(i8, Weekday, i8, i8),
}

/// What an ordinal counts in a longer stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Days, weeks, months.
    Unit(Unit),
    /// Mondays.
    Weekday(Weekday),
}

/// Words that point to no particular time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reference {
    /// "recently".
    Past,
    /// "now".
    Present,
    /// "soon".
    Future,
}

impl Reference {
    /// The TIMEX3 value.
    #[must_use]
    pub fn timex(self) -> &'static str {
        match self {
            Reference::Past => "PAST_REF",
            Reference::Present => "PRESENT_REF",
            Reference::Future => "FUTURE_REF",
        }
    }
}

/// What a time expression says before it is tied to a publication date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeForm {
    /// The calendar part.
    pub day: DayForm,
    /// The time of day.
    pub clock: Option<Clock>,
    /// Which part of the interval.
    pub edge: Edge,
}

impl From<DayForm> for TimeForm {
    fn from(day: DayForm) -> Self {
        Self { day, clock: None, edge: Edge::Whole }
    }
}

impl TimeForm {
    /// Whether it is a length of time or a recurring time, or points to no particular time, rather than a point on the calendar.
    #[must_use]
    pub fn is_span_or_set(&self) -> bool {
        matches!(self.day, DayForm::Duration(_) | DayForm::Set(_) | DayForm::Reference(_))
    }

    /// Whether it names its day, month or year completely by itself.
    #[must_use]
    pub fn is_explicit(&self) -> bool {
        is_explicit(&self.day)
    }
}

fn is_explicit(day: &DayForm) -> bool {
    match day {
        DayForm::Date { year, .. }
        | DayForm::Month { year, .. }
        | DayForm::Quarter { year, .. }
        | DayForm::Season { year, .. }
        | DayForm::Half { year, .. }
        | DayForm::Holiday { year, .. } => year.is_some(),
        DayForm::Numeric { .. } | DayForm::Year(_) | DayForm::Decade(_) | DayForm::Century(_) => true,
        DayForm::Nth { of, .. }
        | DayForm::Beyond { of, .. }
        | DayForm::WeekOf { of, .. }
        | DayForm::WeekdayBeside { of, .. } => is_explicit(of),
        DayForm::Range(a, b) => is_explicit(a) && is_explicit(b),
        _ => false,
    }
}
