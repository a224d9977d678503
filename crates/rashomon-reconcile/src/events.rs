//! Events: claims of one or many articles that tell of the same happening.

use crate::record::{Event, Record};

/// The events of the record's claims.
pub(crate) fn events(_record: &Record) -> Vec<Event> {
    Vec::new()
}

/// Sets what depends on the disagreements: `disputed`.
pub(crate) fn settle(_record: &mut Record) {}
