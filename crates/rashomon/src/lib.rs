//! Many news accounts in, one sourced, dated, checkable record out.
//!
//! Meet first: [`Engine`] (the pipeline), [`inputs`](collect_inputs) (files to bytes), [`Record`], and
//! [`json::record`] (the contract `record.json`).
//!
//! ```
//! use rashomon::{Engine, Input, Settings};
//! let wire = "RIVERTON, Feb 6, 2023 (NWA) - The council voted 7 to 4 against the dam on Monday.";
//! let inputs = vec![Input::new("wire.txt", wire.as_bytes())];
//! let record = Engine::load().record(inputs, &Settings::default());
//! assert_eq!(record.articles.len(), 1);
//! ```
//!
//! Nothing is generated: every sentence and figure of the record is a span of an article. It reads English.

mod engine;
mod inputs;
mod stories;

pub mod json;
pub mod views;

pub use engine::{Engine, Progress, Records, Settings, Stage};
pub use inputs::{Input, collect_inputs};
pub use rashomon_reconcile::{Account, ChronologyDay, ChronologyOptions, Record, chronology, infer_dates};
pub use stories::Pile;

/// Name and version, as they stand in the record.
pub const GENERATOR: (&str, &str) = ("rashomon", env!("CARGO_PKG_VERSION"));
