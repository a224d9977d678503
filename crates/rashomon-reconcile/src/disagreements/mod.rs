//! Where the accounts disagree, and how.
//!
//! Comparable statements only: figures of one measure, place, scope and population ([`figures`]); parts that do
//! not make their total ([`arithmetic`]); events told with other days, or as done here and as open there
//! ([`tellings`]); assertions and their denials ([`denials`]). What differs because it is later, coarser or
//! counted otherwise is said to be so, not called a conflict.

mod arithmetic;
mod denials;
pub(crate) mod figures;
mod tellings;

use crate::events::{Statement, independent};
use crate::record::{Disagreement, Position, Record};
use rashomon_text::Time;

/// The disagreements between the record's claims and figures, figures first.
pub(crate) fn disagreements(record: &Record) -> Vec<Disagreement> {
    let mut all = figures::disagreements(record);
    all.extend(arithmetic::disagreements(record));
    all.extend(tellings::disagreements(record));
    all.extend(denials::disagreements(record));
    all
}

/// The position that some figures hold, in the words of the first.
fn of_figures(record: &Record, quantities: Vec<usize>) -> Position {
    let first = &record.quantities[quantities[0]];
    let mut articles: Vec<usize> = quantities.iter().map(|&q| record.quantities[q].span.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let statements: Vec<Statement> = quantities
        .iter()
        .map(|&q| {
            let quantity = &record.quantities[q];
            Statement {
                article: quantity.span.article,
                span: quantity.figure,
                chain: &quantity.attribution,
                speaker: None,
            }
        })
        .collect();
    Position {
        summary: record.articles[first.span.article].article.slice(first.span.span).to_owned(),
        claims: Vec::new(),
        articles,
        independent: independent(record, &statements),
        as_of: first.as_of.clone(),
        quantities,
    }
}

/// The position that some claims hold, in the words of the first.
fn of_claims(record: &Record, claims: Vec<usize>, as_of: Option<Time>) -> Position {
    let first = &record.claims[claims[0]];
    let mut articles: Vec<usize> = claims.iter().map(|&c| record.claims[c].span.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let statements: Vec<Statement> = claims.iter().map(|&c| Statement::of_claim(&record.claims[c])).collect();
    Position {
        summary: record.articles[first.span.article].article.slice(first.span.span).to_owned(),
        quantities: Vec::new(),
        articles,
        independent: independent(record, &statements),
        as_of,
        claims,
    }
}
