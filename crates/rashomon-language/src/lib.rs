//! English tokens, tags, lemmas, dependency trees, sentences and named entities.

mod document;

pub use document::{Document, EntityData, EntitySpan, SentenceSpan, Token, TokenData};
