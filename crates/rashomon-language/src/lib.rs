//! English tokens, tags, lemmas, dependency trees, sentences and named entities: a runtime of spaCy's model `en_core_web_sm` 3.8.
//!
//! The model is embedded, its results are spaCy's, and no Python is needed. Meet [`English`] (the pipeline, shared by
//! any number of threads), [`Document`] (what it makes of a text) and [`Token`], whose methods have the names that spaCy users know.
//!
//! ```
//! use rashomon_language::English;
//!
//! let english = English::load();
//! let document = english.parse("John Carter said the port would reopen on Friday. Nobody in Split believed him.");
//!
//! let sentences: Vec<&str> = document.sentences().map(|s| s.text()).collect();
//! assert_eq!(sentences[1], "Nobody in Split believed him.");
//!
//! let verb = document.token(2);
//! assert_eq!((verb.text(), verb.lemma(), verb.tag(), verb.pos()), ("said", "say", "VBD", "VERB"));
//! let said = verb.children().find(|t| t.dep() == "ccomp").expect("what was said");
//! let words: Vec<&str> = said.subtree().map(|t| t.text()).collect();
//! assert_eq!(words.join(" "), "the port would reopen on Friday");
//!
//! let entities: Vec<(&str, &str)> = document.entities().map(|e| (e.text(), e.label())).collect();
//! assert_eq!(entities, [("John Carter", "PERSON"), ("Friday", "DATE"), ("Split", "GPE")]);
//! ```
//!
//! # Many short texts
//!
//! [`English::parse_batch`] puts the words of many texts through the network together; each remains a document of its own, with
//! the same result as alone. Words met before are cheap: their share of the first layers is kept.
//!
//! # Faithfulness
//!
//! Every token, tag, part of speech, morphology, lemma, head, label, sentence start and entity equals spaCy's on the vectors in
//! `tests/`. On larger text about one token in 15,000 differs, because weights are stored as 16-bit floats
//! (`eval/syntax_parity.py` shows that spaCy with its weights so rounded gives our results). A text longer than 64 KiB is parsed in slices, cut
//! where a paragraph or sentence ends, so near a cut results may differ from spaCy's.
//!
//! The same text gives the same document whatever is parsed before, beside or on other threads. Machines with and without fused
//! multiply-add may round differently, as they do in spaCy.
//!
//! # What it does not do
//!
//! It reads no files, trains nothing, and has no vectors, matchers or noun chunks. White space that is not a single space between words makes tokens (`\n`,
//! tag `_SP`), as in spaCy: join hard-wrapped lines first.
//!
//! # Origin and licences
//!
//! Weights and tables are Explosion's (MIT), the lemma tables Princeton's WordNet (WordNet 3.0 licence): see `data/model/`. The
//! algorithms follow spaCy's and thinc's (MIT); each module names the papers behind it.

mod document;
mod english;
// Text to tokens.
mod affixes;
mod lexeme;
mod tokenizer;
// Tokens to vectors.
mod encoder;
mod hash;
mod kernels;
mod winograd;
// Vectors to trees and entities.
mod ner;
mod parser;
mod scorer;
mod tree;
// Trees to parts of speech and lemmas.
mod rules;
// The model's files.
mod tables;
mod weights;

pub use document::{Document, EntityData, EntitySpan, SentenceSpan, Token, TokenData};
pub use english::English;
