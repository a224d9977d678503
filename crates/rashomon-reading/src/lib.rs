//! Reads one parsed article: who is mentioned, when, how many, who says what, and what is claimed to
//! have happened.
//!
//! Meet first: [`ParsedArticle`] (one article with its tokens and trees), [`read`], [`Reading`].
//! Nothing here looks at another article; that is `rashomon-reconcile`.

mod parsed;
mod words;

#[cfg(test)]
mod testing;

pub mod attribution;
pub mod claim;
pub mod mention;
pub mod modality;
pub mod quantity;
pub mod quotation;
pub mod time;

mod reading;

pub use parsed::{ParsedArticle, Passage, Sentence, Token, passages};
pub use reading::{Reading, Word, read, resolve_times};
