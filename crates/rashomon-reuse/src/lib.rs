//! Which passages of which articles stand in which others, and who copied whom.
//!
//! Meet first: [`Text`] (one article's sentences, prepared by the caller), [`find_reuse`] (all pairs of
//! articles with reused passages) and [`Reuse`] (one such pair). [`origins`] groups articles that are one
//! account in fact; [`likeness`] is for texts of a sentence or two.
//!
//! ```
//! use rashomon_reuse::{find_reuse, Options, ReuseKind, Text};
//! use rashomon_text::Span;
//!
//! let wire = "Engineers halted the Norvik turbine on Tuesday after a bearing cracked under load.";
//! let copy = "Workers went home early. Engineers halted the Norvik turbine on Tuesday after a bearing cracked under load.";
//! let (a, b) = ([Span::new(0, wire.len())], [Span::new(0, 24), Span::new(25, copy.len())]);
//! let texts = [Text::new("a", wire, &a), Text::new("b", copy, &b)];
//! let reuse = find_reuse(&texts, &Options::default());
//! assert_eq!(reuse.len(), 1);
//! assert_eq!(reuse[0].kind, ReuseKind::Abridged);
//! assert!(reuse[0].passages[0].to.slice(copy).starts_with("Engineers halted"));
//! ```
//!
//! # How
//!
//! 1. [`Text`]s become words: case, accents, hyphens, possessives and number words are unified.
//! 2. An inverted index over word 4-grams and rare words proposes pairs of *sentences*; words and 4-grams
//!    that stand in very many sentences propose nothing (boilerplate).
//! 3. Each proposed pair is aligned word by word (Smith and Waterman, 1981: local alignment), and compared as
//!    two bags of weighted words, which sees reordered and synonym-swapped copies.
//! 4. The evidence of all sentence pairs of two articles together decides whether they are linked, and as what.
//! 5. Texts with many fragments for words (scanned pages, bad conversions) are compared letter by letter.
//!
//! The same words of one speaker in two articles are one utterance, not copying ([`ReuseKind::QuotesOnly`]).
//!
//! # What it does not do
//!
//! It reads no files, splits no sentences and knows no furniture: the caller passes body sentences only.
//! It does not tell from meaning alone: two articles that report the same facts in their own words are not linked.

mod align;
mod bags;
mod boilerplate;
mod candidates;
mod compare;
mod direction;
mod find;
mod interner;
mod letters;
mod likeness;
mod origins;
mod overlap;
mod passages;
mod pile;
mod reuse;
mod stem;
mod text;
mod vocabulary;
mod words;

pub use direction::{Direction, Reason, ReasonKind};
pub use find::find_reuse;
pub use likeness::likeness;
pub use origins::{Origin, origins};
pub use reuse::{PassageKind, PassagePair, Reuse, ReuseKind};
pub use stem::stem;
pub use text::{Options, Text};
pub use vocabulary::{Tier, tier};
