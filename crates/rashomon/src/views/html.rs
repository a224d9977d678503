//! The report as one self-contained page.

use rashomon_reconcile::Record;

/// The report of the record as one HTML page.
#[must_use]
pub fn html(record: &Record, title: Option<&str>) -> String {
    super::markdown(record, title)
}
