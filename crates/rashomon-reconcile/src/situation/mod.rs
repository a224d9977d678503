//! The trackers: votes, control of territory, tolls, positions.

mod control;
mod positions;
mod tolls;
mod votes;

use crate::record::{Record, Situation};

/// Groups of claims that tell of one ballot each.
pub(crate) use votes::tellings_of_ballots;

/// The trackers of the record.
pub(crate) fn situation(record: &Record) -> Situation {
    Situation {
        votes: votes::votes(record),
        control: control::control(record),
        tolls: tolls::tolls(record),
        positions: positions::positions(record),
    }
}
