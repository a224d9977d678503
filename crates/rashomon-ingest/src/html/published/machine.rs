//! Dates that a page gives machines: linked data, metadata, its address.

use super::{Machine, RANK_CHANGE, Shown, days_between, plausible};
use crate::dates::FoundDate;
use crate::html::metadata::is_article;
use crate::pattern::regex;
use rashomon_text::{Date, Precision, Span};
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;

pub(super) fn linked_dates(linked: &[Value], dates: &mut Vec<Machine>) {
    for object in linked {
        let base = if is_article(object) { 0 } else { 4 };
        for (field, rank) in [
            ("datePublished", base),
            ("dateCreated", base + 1),
            ("uploadDate", 6),
            ("dateModified", RANK_CHANGE),
        ] {
            dates.extend(object.get(field).and_then(Value::as_str).and_then(|value| machine(rank, value)));
        }
    }
}

pub(super) fn meta_dates(metas: &[(String, String)], dates: &mut Vec<Machine>) {
    for (name, content) in metas {
        let key: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
        dates.extend(rank_of_meta(&key).and_then(|rank| machine(rank, content)));
    }
}

/// How sure a meta element of this name is, its letters and digits only.
fn rank_of_meta(key: &str) -> Option<u8> {
    match key {
        "articlepublishedtime"
        | "datepublished"
        | "articlepublished"
        | "publishdate"
        | "pubdate"
        | "parselypubdate"
        | "publicationdate"
        | "articlepublicationdate"
        | "dateissued"
        | "dcdateissued"
        | "dctermsissued"
        | "dctermsdateissued"
        | "ogpublishedtime"
        | "publisheddate"
        | "sailthrudate"
        | "citationpublicationdate"
        | "citationdate"
        | "articledateoriginal"
        | "originalpublicationdate"
        | "publishdatetime"
        | "publishtime"
        | "publishedat"
        | "publisheddatetime"
        | "rnewsdatepublished"
        | "cxenseparserecspublishtime"
        | "bttime"
        | "mediumpublishedtime"
        | "contentcreateddate"
        | "ptime"
        | "dcdatepublished"
        | "firstpublished"
        | "articlecreated"
        | "publishedtime"
        | "pubtime"
        | "shareaholicarticlepublishedtime"
        | "created"
        | "wtcgdate" => Some(1),
        "date" | "dcdate" | "dctermsdate" | "dctermscreated" | "dcdatecreated" | "datecreated"
        | "releasedate" | "displaydate" | "dcdatex" | "articledate" | "postdate" => Some(2),
        "lastmodified"
        | "articlemodifiedtime"
        | "datemodified"
        | "ogupdatedtime"
        | "modified"
        | "moddate"
        | "dctermsmodified"
        | "revised"
        | "lastmod"
        | "dctermsdatemodified"
        | "updated"
        | "updatetime" => Some(RANK_CHANGE),
        _ => None,
    }
}

/// A date as machines write it, with a year that the Web can have.
pub(super) fn machine(rank: u8, value: &str) -> Option<Machine> {
    let value = value.trim();
    let date = machine_date(value)?;
    static UNIVERSAL: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"\d[T ](\d\d):\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]00:?00|UTC|GMT)\b|\d[T ](\d\d):\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]00:?00|UTC|GMT)$",
        )
    });
    let hour = UNIVERSAL
        .captures(value)
        .and_then(|captures| captures.get(1).or(captures.get(2))?.as_str().parse().ok());
    Some(Machine { rank, date, universal_hour: hour })
}

pub(super) fn machine_date(value: &str) -> Option<FoundDate> {
    static COMPACT: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T|\D|$|\d{4,6})"));
    if let Some(found) = plausible(value) {
        return Some(found);
    }
    let captures = COMPACT.captures(value)?;
    plausible(&format!("{}-{}-{}", &captures[1], &captures[2], &captures[3]))
}

static URL_DATE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?-u)[/_-]((?:19|20)[0-9]{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12][0-9]|3[01])(?:[/_.-]|$)")
});

/// The day in an address such as `/2019/05/14/ferry`.
pub(super) fn date_in_url(url: &str) -> Option<FoundDate> {
    let captures = URL_DATE.captures(url)?;
    let number = |index: usize| captures.get(index).and_then(|m| m.as_str().parse::<i16>().ok());
    let date = Date::new(number(1)?, i8::try_from(number(2)?).ok()?, i8::try_from(number(3)?).ok()?).ok()?;
    Some(FoundDate {
        span: Span::new(0, 0),
        date,
        other: None,
        clock: None,
        weekday: None,
        precision: Precision::Day,
    })
}

/// The month in an address such as `/2019/05/ferry`.
pub(super) fn month_in_url(url: &str) -> Option<(i16, i8)> {
    static MONTH: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?-u)/((?:19|20)[0-9]{2})/(0[1-9]|1[0-2])(?:/|$)"));
    let captures = MONTH.captures(url)?;
    Some((captures[1].parse().ok()?, captures[2].parse().ok()?))
}

/// The date for machines, or the neighbouring day that the address or the date line gives, where Universal Time can
/// be the reason.
pub(super) fn on_local_day(
    machine: &Machine,
    in_url: Option<&FoundDate>,
    printed: Option<&Shown>,
) -> FoundDate {
    let Some(hour) = machine.universal_hour else { return machine.date.clone() };
    let is_that_day = |local: &&FoundDate| {
        local.other.is_none()
            && match days_between(machine.date.date, local.date) {
                -1 => hour <= WEST_HOUR_MAX,
                1 => hour >= EAST_HOUR_MIN,
                _ => false,
            }
    };
    let printed = printed.map(|printed| &printed.date);
    in_url.into_iter().chain(printed).find(is_that_day).unwrap_or(&machine.date).clone()
}

/// Last hour of Universal Time that is the day before somewhere: in Alaska.
const WEST_HOUR_MAX: i8 = 8;

/// First hour of Universal Time that is the next day somewhere: in New Zealand.
const EAST_HOUR_MIN: i8 = 11;
