//! English tokens, tags, lemmas, dependency trees, sentences and named entities.

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
