//! English tokens, tags, lemmas, dependency trees, sentences and named entities: a Rust runtime of spaCy's
//! `en_core_web_sm` 3.8, model embedded.
//!
//! Meet first: [`English`] (the pipeline), [`Document`] (one parsed text), [`Token`]. Names are those that spaCy users know.
//!
//! ```
//! use rashomon_language::English;
//!
//! let english = English::load();
//! let document = english.parse("The council rejected the plan on Monday.");
//! let verb = document.tokens().find(|t| t.lemma() == "reject").expect("the verb");
//! let subject = verb.children().find(|t| t.dep() == "nsubj").expect("its subject");
//! assert_eq!(subject.text(), "council");
//! ```
//!
//! Offsets are bytes. Any text of any length will do; texts parsed together ([`English::parse_batch`]) give the
//! same as each alone.
//!
//! # What it does not do
//!
//! It trains nothing, reads no files and knows no language but English. Its answers are the small model's: about nine
//! labelled arcs in ten are right on edited text (its authors' scores are in `data/model/README.md`).

mod affixes;
mod document;
mod encoder;
mod english;
mod hash;
mod kernels;
mod lexeme;
mod ner;
mod parser;
mod rules;
mod scorer;
mod tables;
mod tokenizer;
mod tree;
mod weights;
mod winograd;

pub use document::{Document, EntityData, EntitySpan, SentenceSpan, Token, TokenData};
pub use english::English;
