//! How an event stands.

use super::is_copied;
use crate::record::{Claim, Record, Status, Support};
use rashomon_reading::modality::{Modality, Polarity};

/// The status that the original claims give it; copies only count where no original tells it.
pub(crate) fn status(record: &Record, claims: &[usize], support: &Support) -> Status {
    let all: Vec<&Claim> = claims.iter().map(|&c| &record.claims[c]).collect();
    let originals: Vec<&Claim> = all.iter().copied().filter(|c| !is_copied(record, c)).collect();
    let is_only_spun = originals.is_empty() && all.iter().all(|c| is_spun(record, c));
    let told = if originals.is_empty() { all } else { originals };
    let count = |is: fn(&Claim) -> bool| told.iter().filter(|c| is(c)).count();
    let (done, denied) = (count(is_done), count(is_denied));
    let rumoured = count(|c| c.modality == Modality::ReportedOnly && c.polarity == Polarity::Positive);
    let planned = count(|c| matches!(c.modality, Modality::Planned | Modality::Demanded));
    let open = count(|c| matches!(c.modality, Modality::Conditional | Modality::Possible));
    if done > 0 && (denied > 0 || is_only_spun) {
        // What only a spun copy tells, in a passage whose original is at hand and does not, is not to be believed.
        Status::Disputed
    } else if done > 0 && done >= planned + open {
        if support.independent > 1 { Status::Corroborated } else { Status::SingleSource }
    } else if denied > 0 {
        Status::Denied
    } else if rumoured > 0 {
        Status::Disputed
    } else if told.iter().all(|c| c.polarity == Polarity::Negative) && open == 0 {
        // "He would not return" is no plan; "if the talks do not resume" denies nothing.
        Status::Denied
    } else if planned >= open {
        Status::Planned
    } else {
        Status::Conditional
    }
}

/// Whether the claim stands in a machine-spun passage.
pub(crate) fn is_spun(record: &Record, claim: &Claim) -> bool {
    record.ties.is_spun(claim.span.article, claim.trigger)
}

fn is_done(claim: &Claim) -> bool {
    claim.polarity == Polarity::Positive && matches!(claim.modality, Modality::Happened | Modality::Ongoing)
}

fn is_denied(claim: &Claim) -> bool {
    let is_open = matches!(
        claim.modality,
        Modality::Planned | Modality::Demanded | Modality::Conditional | Modality::Possible
    );
    claim.modality == Modality::Denied || (claim.polarity == Polarity::Negative && !is_open)
}
