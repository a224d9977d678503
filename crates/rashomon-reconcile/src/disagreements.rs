//! Where the accounts disagree, and how.

use crate::record::{Disagreement, Record};

/// The disagreements between the record's claims and figures.
pub(crate) fn disagreements(_record: &Record) -> Vec<Disagreement> {
    Vec::new()
}
