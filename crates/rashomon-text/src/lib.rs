//! The vocabulary of rashomon: one published [`Article`], byte [`Span`]s into its text, calendar
//! [`Time`]s and [`Diagnostic`]s.
//!
//! Meet first: [`Article`] (text plus its [`Block`]s), [`Span`], [`Time`].
//!
//! ```
//! use rashomon_text::Span;
//! let text = "The council voted on Monday.";
//! let span = Span::new(21, 27);
//! assert_eq!(span.slice(text), "Monday");
//! ```
//!
//! This crate reads no files and analyses nothing; see `rashomon-ingest` and `rashomon-reading`.

mod article;
mod char_offsets;
mod diagnostic;
mod span;
mod time;

pub mod words;

pub use article::{
    Article, ArticleId, Block, BlockKind, Dating, DatingBasis, Furniture, FurnitureKind, Labelled,
    is_english_or_unknown,
};
pub use char_offsets::CharOffsets;
pub use diagnostic::{Diagnostic, Level};
pub use span::Span;
pub use time::{Precision, Time};

/// Calendar and clock types of public signatures (`jiff::civil`).
pub use jiff::civil::{Date, DateTime, Weekday};
