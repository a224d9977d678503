//! The extractive report.

use crate::record::{Record, Report};

/// The report on the record.
pub(crate) fn report(_record: &Record) -> Report {
    Report::default()
}
