//! What a sentence of the record holds.

use crate::record::Record;
use std::ops::Range;

impl Record {
    /// Positions of the claims of a sentence, in text order.
    pub(crate) fn claims_in(&self, article: usize, sentence: usize) -> Range<usize> {
        run(&self.claims, |c| (c.span.article, c.sentence).cmp(&(article, sentence)))
    }

    /// Positions of the figures of a sentence, in text order.
    pub(crate) fn quantities_in(&self, article: usize, sentence: usize) -> Range<usize> {
        run(&self.quantities, |q| (q.span.article, q.sentence).cmp(&(article, sentence)))
    }
}

/// The items that are equal to what is sought, of a list in that order.
fn run<T>(all: &[T], order: impl Fn(&T) -> std::cmp::Ordering) -> Range<usize> {
    let start = all.partition_point(|item| order(item).is_lt());
    start..start + all[start..].partition_point(|item| order(item).is_eq())
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    #[test]
    fn each_sentence_has_its_own() {
        let record = record_of(&[
            (
                "north",
                "2023-05-17",
                "The storm killed 12 people. It rained. The mayor fled and 30 guards left.",
            ),
            ("south", "2023-05-17", "Norway sent 40 boats."),
        ]);
        for (c, claim) in record.claims.iter().enumerate() {
            assert!(record.claims_in(claim.span.article, claim.sentence).contains(&c));
        }
        for (q, quantity) in record.quantities.iter().enumerate() {
            assert!(record.quantities_in(quantity.span.article, quantity.sentence).contains(&q));
        }
        let held: Vec<usize> = (0..3).map(|s| record.claims_in(0, s).len()).collect();
        assert_eq!(held.iter().sum::<usize>() + record.claims_in(1, 0).len(), record.claims.len());
        assert!(record.claims_in(2, 0).is_empty());
    }
}
