//! The events by day.

use crate::record::{Event, Record, Status, TimelineEntry};
use rashomon_text::{DateTime, Precision};

/// One row for each day or interval on which something happened, earliest first; the most supported event of
/// the row comes first and gives its words. What was only planned, conditional or denied has no row.
pub(crate) fn timeline(record: &Record) -> Vec<TimelineEntry> {
    let mut dated: Vec<usize> = (0..record.events.len()).filter(|&e| is_shown(&record.events[e])).collect();
    dated.sort_by_key(|&e| (interval(&record.events[e]), rank(record, e)));
    let same_row = |a: &usize, b: &usize| interval(&record.events[*a]) == interval(&record.events[*b]);
    dated.chunk_by(same_row).filter_map(|row| entry(record, row)).collect()
}

fn entry(record: &Record, row: &[usize]) -> Option<TimelineEntry> {
    let first = &record.events[row[0]];
    Some(TimelineEntry { time: first.time.clone()?, events: row.to_vec(), text: first.label })
}

fn is_shown(event: &Event) -> bool {
    let is_dated = event
        .time
        .as_ref()
        .is_some_and(|t| t.start.is_some() && t.end.is_some() && t.precision != Precision::Unknown);
    is_dated && matches!(event.status, Status::Corroborated | Status::SingleSource)
}

/// First and last day.
fn interval(event: &Event) -> Option<(Option<DateTime>, Option<DateTime>)> {
    let time = event.time.as_ref()?;
    let day = |m: Option<DateTime>| m.map(|m| m.date().to_datetime(jiff::civil::Time::midnight()));
    Some((day(time.start), day(time.end)))
}

/// The most supported first.
pub(crate) fn rank(record: &Record, event: usize) -> (std::cmp::Reverse<(usize, usize, usize)>, usize) {
    let support = &record.events[event].support;
    (std::cmp::Reverse((support.articles, support.independent, support.claims)), event)
}
