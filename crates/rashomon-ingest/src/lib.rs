//! From bytes (plain text, Markdown, HTML, JSON Lines) to [`Article`](rashomon_text::Article)s: decoded text,
//! its layout as blocks, furniture, headline, byline, publisher, agency credits and publication date.
//!
//! Meet first: [`ingest`], [`Ingested`], [`mark_repeated_furniture`].
//!
//! ```
//! use rashomon_ingest::ingest;
//! use rashomon_text::BlockKind;
//!
//! let text = "THE HARBOUR POST\nMonday, 3 June 2019\n\nFerry sinks in the strait\n\nBy Ned Example\n\n\
//!             A ferry sank in the strait on Sunday night, the coast guard said.\n\nShare this article\n";
//! let ingested = ingest("ferry.txt", text.as_bytes());
//! let article = &ingested.articles[0];
//! assert_eq!(article.title.as_ref().unwrap().value, "Ferry sinks in the strait");
//! assert_eq!(article.published.value.as_ref().unwrap().timex, "2019-06-03");
//! assert!(matches!(article.blocks.last().unwrap().kind, BlockKind::Furniture(_)));
//! ```
//!
//! It opens no files (`rashomon` walks folders), dates nothing by an article's content (`rashomon-reconcile`
//! does) and never fails: what it cannot read becomes a [`Diagnostic`](rashomon_text::Diagnostic).

mod agencies;
mod article;
mod byline;
mod classify;
mod cues;
mod dateline;
mod dates;
mod decode;
mod head;
mod html;
mod ingest;
mod jsonl;
mod layout;
mod letterhead;
mod markdown;
mod masthead;
mod months;
mod pattern;
mod phrases;
mod publication;
mod publisher;
mod repeated;
mod shape;
mod slug;
mod words;

pub use ingest::{Ingested, ingest};
pub use repeated::mark_repeated_furniture;
