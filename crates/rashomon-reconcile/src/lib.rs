//! Brings the readings of many articles together into one [`Record`]: publication dates inferred across
//! articles, entities, origins, events and who independently tells them, disagreements, the situation,
//! the timeline and an extractive report.
//!
//! Meet first: [`reconcile`], [`Account`], [`Record`].
//!
//! ```
//! use rashomon_ingest::ingest;
//! use rashomon_language::English;
//! use rashomon_reading::{ParsedArticle, passages, read};
//! use rashomon_reconcile::{Account, Options, Status, reconcile};
//!
//! let english = English::load();
//! let account = |path: &str, text: &str| {
//!     let article = ingest(path, text.as_bytes()).articles.remove(0);
//!     let passages = passages(&article);
//!     let documents: Vec<_> = passages.iter().map(|p| english.parse(&p.text)).collect();
//!     let reading = read(&ParsedArticle::new(&article, &passages, &documents));
//!     Account { article, reading }
//! };
//! let post = "Wednesday, 17 May 2023\n\nFerry lost\n\nThe ferry Sola sank off Bergen on Monday.\n";
//! let mail = "Thursday, 18 May 2023\n\nStorm in Norway\n\nHeavy seas off Bergen sank the ferry Sola on Monday.\n";
//!
//! let record = reconcile(vec![account("post.txt", post), account("mail.txt", mail)], Options::default());
//! let sinking = &record.events[0];
//! assert_eq!(sinking.time.as_ref().unwrap().timex, "2023-05-15");
//! assert_eq!((sinking.support.articles, sinking.support.independent), (2, 2));
//! assert_eq!(sinking.status, Status::Corroborated);
//! ```
//!
//! `rashomon::Engine` does all this for many files at once, from bytes to the record.
//!
//! # What it does not do
//!
//! It judges nobody: it describes, and never drops an account. Conflicting claims stay side by side. It reads no text
//! by itself; all words come from the readings. It writes no format; that is `rashomon::json`.

mod record;

mod chronology;
pub mod contrast;
pub mod coreference;
mod dating;
mod disagreements;
mod entities;
mod events;
mod gather;
mod leaning;
mod likeness;
mod origins;
mod own_word;
mod places;
mod report;
mod senses;
mod sentences;
mod settling;
mod situation;
mod spelling;
mod stories;
mod ties;
mod timeline;
mod utterances;
mod weekdays;

mod reconcile;

#[cfg(test)]
mod testing;

pub use chronology::{ChronologyDay, ChronologyOptions, chronology};
pub use dating::likely_days;
pub use reconcile::{Account, Options, candidate_days, gather_one, infer_dates, reconcile};
pub use record::*;
pub use report::telling;
