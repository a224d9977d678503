//! Brings the readings of many articles together into one [`Record`]: publication dates inferred across
//! articles, entities, origins, events and who independently tells them, disagreements, the situation,
//! the timeline and an extractive report.
//!
//! Meet first: [`reconcile`], [`Account`], [`Record`].
//! `rashomon::Engine` shows them at work, from bytes to the record.
//!
//! # What it does not do
//!
//! It judges nobody: it describes, and never drops an account. Conflicting claims stay side by side. It reads no text
//! by itself; all words come from the readings. It writes no format; that is `rashomon::json`.

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
mod ties;
mod timeline;
mod utterances;

mod reconcile;

pub use reconcile::{Account, Options, gather_one, reconcile};
pub use record::*;
