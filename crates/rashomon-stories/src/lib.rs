//! Splits a mixed pile of news articles into stories: which articles tell of the same happening.
//!
//! Meet first: [`split`] (a whole pile), [`Stories`] (an article at a time).
//!
//! ```
//! use rashomon_ingest::ingest;
//! use rashomon_stories::split;
//!
//! let article = |path: &str, text: &str| ingest(path, text.as_bytes()).articles.remove(0);
//! let pile = [
//!     article("a.txt", "17 May 2023\n\nThe ferry Sola sank off Bergen in heavy seas on Monday, and 12 people drowned."),
//!     article("b.txt", "18 May 2023\n\nTwelve people drowned when the ferry Sola sank off Bergen on Monday."),
//!     article("c.txt", "18 May 2023\n\nParliament in Lima rejected the budget of Finance Minister Ana Ruiz."),
//! ];
//! assert_eq!(split(&pile.iter().collect::<Vec<_>>()), [vec![0, 1], vec![2]]);
//! ```
//!
//! # How
//!
//! An article is four bags of terms: its words, its names, the words of its headline and lead, and its figures with what
//! they count (`terms`). Terms weigh the more the fewer articles of the pile have them (`weights`). Two groups of articles
//! are compared by the mean likeness of their articles in each bag and by the days between them (`likeness`); groups are
//! joined, the likest first, as long as the odds are that they tell of one happening (`groups`). Because the mean over
//! all pairs counts, a chain of weak links joins nothing. Only articles with uncommon terms in common are compared at
//! all (`index`). What is left over, such as an essay among reports, is put into the story that alone shares rare names and
//! figures with it (`rare`, `strays`).
//!
//! # What it does not do
//!
//! It reads no sentence and needs no language model: it takes the words as they stand. It looks at nothing outside the
//! pile, and it says nothing about what a story is about.

mod groups;
mod index;
mod likeness;
mod pace;
mod rare;
mod split;
mod strays;
mod terms;
mod weights;

pub use split::{Stories, day, split, split_dated};
pub use terms::{Bag, Commonness, Terms, terms};
