//! The events by day.

use crate::record::{Record, TimelineEntry};

/// The timeline of the record's events.
pub(crate) fn timeline(_record: &Record) -> Vec<TimelineEntry> {
    Vec::new()
}
