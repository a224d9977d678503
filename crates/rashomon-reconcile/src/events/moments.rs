//! When two claims happened: one day, days apart, or too late for one of them to tell of the other.

use super::kinship::is_open;
use crate::record::{Claim, Record};
use rashomon_reading::claim::EventType;
use rashomon_reading::modality::Polarity;
use rashomon_text::Precision;

pub(super) fn same_day(a: &Claim, b: &Claim) -> bool {
    let day = |c: &Claim| c.time.as_ref().and_then(rashomon_text::Time::single_day);
    day(a).is_some() && day(a) == day(b)
}

/// 1 = the same day, 0 = nothing known against it; `None` = days apart.
pub(super) fn times(a: &Claim, b: &Claim) -> Option<f32> {
    let (Some(x), Some(y)) = (&a.time, &b.time) else { return Some(TIME_UNKNOWN) };
    if x.overlaps_days(y) {
        return Some(if x.single_day().is_some() && x.single_day() == y.single_day() { 1.0 } else { 0.6 });
    }
    if hours_apart(x, y).is_some_and(|h| h <= ZONE_HOURS_MAX) {
        return Some(TIME_UNKNOWN);
    }
    let gap = days_between(x, y)?;
    let about = slack_days(x) + slack_days(y);
    if about > 0 && gap <= about {
        return Some(TIME_UNKNOWN);
    }
    let is_vague = |t: &rashomon_text::Time| t.precision == Precision::Unknown;
    (gap <= 1 && (is_vague(x) || is_vague(y))).then_some(0.0)
}

/// Whether one claim tells as done, with no time of its own, what the other puts after that telling; or announces now a
/// ballot or ruling that the other puts well before.
pub(super) fn is_told_too_early(record: &Record, undated: &Claim, dated: &Claim) -> bool {
    let (None, Some(day)) = (&undated.time, &dated.time) else { return false };
    if is_open(undated) || undated.polarity == Polarity::Negative {
        return false;
    }
    let uttered = undated.quotation.and_then(|q| record.quotations[q].time.as_ref());
    let published = record.articles[undated.span.article].published.value.as_ref();
    let told = uttered.or(published).and_then(rashomon_text::Time::last_day);
    let (Some(told), Some(first), Some(last)) = (told, day.first_day(), day.last_day()) else { return false };
    let after =
        |from: rashomon_text::Date, to: rashomon_text::Date| from.until(to).map_or(0, |s| s.get_days());
    let is_act = matches!(undated.kind, EventType::Vote | EventType::Ruling);
    after(told, first) > 1 || is_act && uttered.is_some() && after(last, told) > ANNOUNCED_DAYS_MAX
}

/// Days within which the outcome of a ballot is announced.
const ANNOUNCED_DAYS_MAX: i32 = 4;

/// Share of the time in common where one of the two is not known.
const TIME_UNKNOWN: f32 = 0.35;

/// Days by which a day counted in weeks from the article ("two weeks ago") may be off.
fn slack_days(time: &rashomon_text::Time) -> i32 {
    if time.precision == Precision::Week && time.single_day().is_some() { 3 } else { 0 }
}

/// Days from the last of the earlier to the first of the later.
fn days_between(a: &rashomon_text::Time, b: &rashomon_text::Time) -> Option<i32> {
    let gap = |from: rashomon_text::Date, to: rashomon_text::Date| {
        from.until(to).map_or(99, |s| s.get_days().abs())
    };
    Some(gap(a.last_day()?, b.first_day()?).min(gap(b.last_day()?, a.first_day()?)))
}

/// Whether the claim is dated well before its article: an undated "the strike" elsewhere is not that one.
pub(crate) fn is_history(record: &Record, claim: &Claim) -> bool {
    let published = &record.articles[claim.span.article].published.value;
    let last = claim.time.as_ref().and_then(rashomon_text::Time::last_day);
    let first = published.as_ref().and_then(rashomon_text::Time::first_day);
    match (last, first) {
        (Some(last), Some(first)) => last.until(first).is_ok_and(|s| s.get_days() > HISTORY_DAYS_MIN),
        _ => false,
    }
}

/// From so many days before the article on, a date is history; the news of a running story is younger.
const HISTORY_DAYS_MIN: i32 = 180;

/// Clock times of one moment differ by no more, whatever the zone they are given in.
const ZONE_HOURS_MAX: i64 = 14;

/// Hours between two clock times.
fn hours_apart(a: &rashomon_text::Time, b: &rashomon_text::Time) -> Option<i64> {
    let clock = |t: &rashomon_text::Time| {
        t.start.filter(|_| matches!(t.precision, Precision::Minute | Precision::Hour))
    };
    let (a, b) = (clock(a)?, clock(b)?);
    let days = a.date().until(b.date()).ok()?.get_days();
    Some((i64::from(days) * 24 + i64::from(b.hour()) - i64::from(a.hour())).abs())
}
