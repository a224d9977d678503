//! All detectors in their order.

use crate::claim::Claim;
use crate::mention::{LocalEntity, Mention};
use crate::quantity::Quantity;
use crate::quotation::Quotation;
use crate::time::TimeExpression;
use crate::{ParsedArticle, Sentence, claim, mention, quantity, quotation, time};
use rashomon_text::Time;

/// Everything read in one article. Indices of one list into another are positions in these vectors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Sentences of the read passages, in text order.
    pub sentences: Vec<Sentence>,
    /// Mentions, in text order.
    pub mentions: Vec<Mention>,
    /// Entities, in order of first mention.
    pub entities: Vec<LocalEntity>,
    /// Time expressions, in text order.
    pub times: Vec<TimeExpression>,
    /// Quotations, in text order.
    pub quotations: Vec<Quotation>,
    /// Quantities, in text order.
    pub quantities: Vec<Quantity>,
    /// Claims, in text order.
    pub claims: Vec<Claim>,
}

/// Reads one article. Times are resolved against the publication date that the article itself gives;
/// call [`resolve_times`] again when a date has been inferred.
#[must_use]
pub fn read(parsed: &ParsedArticle) -> Reading {
    let mut reading = Reading { sentences: parsed.sentences.clone(), ..Reading::default() };
    (reading.mentions, reading.entities) = mention::read(parsed);
    reading.times = time::read(parsed);
    resolve_times(&mut reading, parsed.article.published.value.as_ref());
    reading.quotations = quotation::read(parsed, &reading.mentions, &reading.entities, &reading.times);
    reading.quantities = quantity::read(parsed, &reading);
    reading.claims = claim::read(parsed, &reading);
    reading
}

/// Resolves the time expressions of a reading against a publication time.
pub fn resolve_times(reading: &mut Reading, published: Option<&Time>) {
    time::resolve(&mut reading.times, published);
}
