//! Closed word classes of the calendar.

use super::form::{DayPart, Unit};
use rashomon_text::Weekday;

pub(crate) use rashomon_text::words::{month, small_number, weekday};
pub(super) use rashomon_text::words::{month_short, weekday_short};

/// "Mondays".
pub(super) fn weekday_plural(lower: &str) -> Option<Weekday> {
    weekday(lower.strip_suffix('s')?)
}

/// A unit and whether the word is a plural.
pub(crate) fn unit(lower: &str) -> Option<(Unit, bool)> {
    let of = |word: &str| match word {
        "second" | "sec" => Some(Unit::Second),
        "minute" | "min" => Some(Unit::Minute),
        "hour" | "hr" => Some(Unit::Hour),
        "day" => Some(Unit::Day),
        "week" => Some(Unit::Week),
        "weekend" => Some(Unit::Weekend),
        "month" => Some(Unit::Month),
        "quarter" => Some(Unit::Quarter),
        "year" => Some(Unit::Year),
        "decade" => Some(Unit::Decade),
        _ => None,
    };
    match lower {
        "century" => Some((Unit::Century, false)),
        "centuries" => Some((Unit::Century, true)),
        _ => {
            of(lower).map(|u| (u, false)).or_else(|| lower.strip_suffix('s').and_then(of).map(|u| (u, true)))
        }
    }
}

/// What is recorded and played, and comes by the hour: "75 hours of video".
pub(crate) fn is_recorded_matter(lower: &str) -> bool {
    const MATTER: &[&str] = &[
        "video",
        "videos",
        "audio",
        "music",
        "footage",
        "film",
        "tape",
        "tapes",
        "programming",
        "content",
        "recording",
        "recordings",
        "playback",
        "dialogue",
        "animation",
    ];
    MATTER.contains(&lower)
}

/// A part of the day.
pub(crate) fn part(lower: &str) -> Option<DayPart> {
    match lower {
        "morning" => Some(DayPart::Morning),
        "afternoon" | "lunchtime" => Some(DayPart::Afternoon),
        "evening" => Some(DayPart::Evening),
        "night" => Some(DayPart::Night),
        _ => None,
    }
}

/// Spring 0, summer 1, autumn 2, winter 3.
pub(super) fn season(lower: &str) -> Option<i8> {
    match lower {
        "spring" => Some(0),
        "summer" => Some(1),
        "autumn" | "fall" => Some(2),
        "winter" => Some(3),
        _ => None,
    }
}

fn position(at: Option<usize>) -> Option<i8> {
    i8::try_from(at? + 1).ok()
}

/// "first" to "thirty-first" as single words up to "twelfth".
pub(crate) fn ordinal(lower: &str) -> Option<i8> {
    const ORDINALS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];
    position(ORDINALS.iter().position(|n| *n == lower))
}

/// Names of time zones that follow a time of day.
pub(super) const ZONES: &[&str] = &[
    "gmt", "utc", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt", "bst", "cet",
    "cest", "eet", "eest", "msk", "ist", "jst", "sgt", "hkt", "aest", "aedt", "wib", "pht",
];

/// Words before a weekday that make it a holiday's name.
pub(super) const HOLIDAY_WORDS: &[&str] = &[
    "good", "black", "bloody", "super", "ash", "easter", "holy", "palm", "maundy", "cyber", "shrove", "whit",
    "giving",
];

/// Words before a feast that is kept by another calendar.
pub(super) const OTHER_CALENDARS: &[&str] = &[
    "lunar",
    "chinese",
    "orthodox",
    "greek",
    "coptic",
    "jewish",
    "ethiopian",
    "persian",
    "old",
    "burmese",
    "khmer",
];

/// Words after a weekday or month that make it an outlet's name.
pub(super) const OUTLET_WORDS: &[&str] = &[
    "times",
    "telegraph",
    "mirror",
    "express",
    "mail",
    "herald",
    "post",
    "star",
    "independent",
    "world",
    "tribune",
    "age",
    "mercury",
    "people",
    "night",
    "group",
];

/// Things that carry a number of their own: what follows is no year and no count.
pub(crate) const NUMBERED: &[&str] = &[
    "flight",
    "resolution",
    "route",
    "highway",
    "motorway",
    "interstate",
    "channel",
    "room",
    "regulation",
    "directive",
    "boeing",
    "airbus",
    "no",
    "nos",
    "number",
    "unit",
    "model",
    "article",
    "section",
    "chapter",
    "page",
    "gate",
    "berth",
    "berths",
    "silo",
    "line",
    "platform",
    "track",
    "phase",
    "tent",
    "block",
    "district",
    "ward",
    "precinct",
    "zone",
    "sector",
    "level",
    "category",
    "grade",
    "class",
    "type",
    "group",
    "title",
    "rule",
    "item",
    "paragraph",
    "clause",
    "annex",
    "terminal",
    "pier",
    "hangar",
    "building",
    "floor",
    "apartment",
    "suite",
    "box",
    "bulletin",
    "update",
    "version",
    "volume",
    "issue",
    "act",
    "scene",
    "episode",
    "season",
    "series",
    "day",
    "step",
    "stage",
    "lane",
    "exit",
    "junction",
    "reactor",
    "case",
    "count",
    "game",
    "week",
    "round",
    "g",
    "covid",
];
