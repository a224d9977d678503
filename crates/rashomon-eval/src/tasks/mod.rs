//! The tasks, one file each. Everything a data set does otherwise than our record (labels, extents, values) is
//! reconciled here.

mod clustering;
mod contradiction;
mod coref;
mod coref_doc;
mod dedup;
mod events;
mod groundtruth;
mod ner;
mod quantities;
mod quotes;
mod summary;
mod timeline;
mod timex;
mod web;

use crate::task::Task;
pub(crate) use coref_doc::{Extent, article as coref_article};
pub(crate) use events::learned_incidents;

/// Every task, in the order of the report.
pub(crate) const ALL: &[&dyn Task] = &[
    &timex::Timex,
    &quantities::Quantities,
    &quotes::Quotes,
    &ner::Ner,
    &coref_doc::CorefDoc,
    &coref::Coref,
    &events::Events,
    &clustering::Clustering,
    &contradiction::Contradiction,
    &groundtruth::Groundtruth,
    &timeline::Timeline,
    &summary::Summary,
    &web::Pubdate,
    &web::Extraction,
    &dedup::Dedup,
];
