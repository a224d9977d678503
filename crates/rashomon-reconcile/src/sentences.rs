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
        for (a, article) in record.articles.iter().enumerate() {
            for s in 0..=article.sentences.len() {
                let is_claim =
                    |&c: &usize| (record.claims[c].span.article, record.claims[c].sentence) == (a, s);
                let is_figure =
                    |&q: &usize| (record.quantities[q].span.article, record.quantities[q].sentence) == (a, s);
                let claims: Vec<usize> = (0..record.claims.len()).filter(is_claim).collect();
                let figures: Vec<usize> = (0..record.quantities.len()).filter(is_figure).collect();
                assert_eq!(record.claims_in(a, s).collect::<Vec<_>>(), claims);
                assert_eq!(record.quantities_in(a, s).collect::<Vec<_>>(), figures);
            }
        }
        assert_eq!(record.claims_in(0, 2).len(), 2);
        assert_eq!(record.quantities_in(1, 0).len(), 1);
        assert!(record.claims_in(2, 0).is_empty());
    }
}
