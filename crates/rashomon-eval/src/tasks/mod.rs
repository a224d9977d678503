//! The tasks, one file each. Everything a data set does otherwise than our record (labels, extents, values) is
//! reconciled here.

mod ner;
mod quantities;
mod timex;

use crate::task::Task;

/// Every task, in the order of the report.
pub(crate) const ALL: &[&dyn Task] = &[&timex::Timex, &quantities::Quantities, &ner::Ner];
