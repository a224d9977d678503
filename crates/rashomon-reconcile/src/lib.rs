//! Brings the readings of many articles together into one [`Record`]: publication dates inferred across
//! articles, entities, origins, events and who independently tells them, disagreements, the situation,
//! the timeline and an extractive report.
//!
//! Meet first: [`reconcile`], [`Account`], [`Record`].
//! Reconciliation describes; it never drops an account. Conflicting claims stay side by side.

mod record;

mod dating;
mod disagreements;
mod entities;
mod events;
mod gather;
mod likeness;
mod origins;
mod report;
mod situation;
mod stories;
mod timeline;
mod utterances;

mod reconcile;

pub use reconcile::{Account, Options, gather_one, reconcile};
pub use record::*;
