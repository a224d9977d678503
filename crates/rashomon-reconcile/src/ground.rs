//! Shares of ground that the figure's own words do not show to be such.

use crate::record::Record;
use rashomon_reading::claim::EventType;

/// "After retaking control of two-thirds of Ostvik": a share of a place that an act of taking or holding ground is
/// about is a share of territory.
pub(crate) fn settle(record: &mut Record) {
    let acts = record.claims.iter().filter(|c| c.kind == EventType::Territory);
    let taken: Vec<usize> = acts.flat_map(|c| c.quantities.iter().copied()).collect();
    for q in taken {
        let quantity = &mut record.quantities[q];
        if quantity.measure == "share" && quantity.place.is_some() && !quantity.of.is_empty() {
            "territory.share".clone_into(&mut quantity.measure);
        }
    }
}
