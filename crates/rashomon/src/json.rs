//! The contract: `record.json`, schema `rashomon/record/1`. Field names and their order are a promise.
//!
//! Offsets are counted in Unicode code points here, and only here.

mod analysis;
mod chronology;
mod model;
mod record;
mod stories;

pub use analysis::analysis;
pub use chronology::chronology;
pub use record::{Ids, record};
pub use stories::stories;

/// The version of the contract.
pub const SCHEMA: &str = "rashomon/record/1";
