//! The trackers: votes, control of territory, tolls, positions.

mod control;
mod positions;
mod tolls;
mod votes;

use crate::record::{Record, Situation};

/// The trackers of the record.
pub(crate) fn situation(record: &Record) -> Situation {
    Situation {
        votes: votes::votes(record),
        control: control::control(record),
        tolls: tolls::tolls(record),
        positions: positions::positions(record),
    }
}
