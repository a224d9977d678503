//! Reads one parsed article: who is mentioned, when, how many, who says what, and what is claimed to
//! have happened.
//!
//! Meet first: [`ParsedArticle`] (one article with its tokens and trees), [`read`], [`Reading`].
//!
//! ```
//! use rashomon_language::English;
//! use rashomon_reading::{ParsedArticle, modality::Modality, passages, read};
//!
//! let text = "Council votes on dam\n\nThe council plans to sell the plant, mayor Ana Ruiz said.\n";
//! let article = rashomon_ingest::ingest("dam.txt", text.as_bytes()).articles.remove(0);
//! let passages = passages(&article);
//! let english = English::load();
//! let documents: Vec<_> = passages.iter().map(|p| english.parse(&p.text)).collect();
//!
//! let reading = read(&ParsedArticle::new(&article, &passages, &documents));
//! let speaker = reading.quotations[0].speaker.expect("a speaker");
//! assert_eq!(reading.entities[speaker].name, "Ana Ruiz");
//! let sale = reading.claims.iter().find(|c| article.slice(c.trigger) == "sell").expect("a claim");
//! assert_eq!(sale.modality, Modality::Planned);
//! ```
//!
//! # What it does not do
//!
//! Nothing here looks at another article, opens a file or resolves a name against the world; bringing readings
//! together is `rashomon-reconcile`. What a text leaves open stays `None`.

mod lemma;
mod misread;
mod parsed;
mod words;

#[cfg(test)]
mod testing;

pub mod attribution;
pub mod claim;
pub mod dispute;
pub mod mention;
pub mod modality;
pub mod quantity;
pub mod quotation;
pub mod rebuttal;
pub mod time;
pub mod voting;

mod reading;

pub use parsed::{ParsedArticle, Passage, Sentence, Token, passages};
pub use reading::{Reading, Word, read, resolve_times};
