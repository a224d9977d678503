//! Accounts that are one in fact: the same wire story, copies of one another.

use crate::record::{Origin, Record};

/// The groups of two articles or more that are copies and reprints of one another.
pub(crate) fn origins(record: &Record) -> Vec<Origin> {
    let name = |article: usize| {
        let path = record.articles[article].article.path.as_str();
        path.rsplit('/').next().unwrap_or(path)
    };
    let words = |(original, copy, why): &(usize, usize, String)| {
        format!("{} has text of {}: {why}", name(*copy), name(*original))
    };
    let found = rashomon_reuse::origins(record.articles.len(), &record.reuse);
    found
        .into_iter()
        .map(|o| Origin { because: o.because.iter().map(words).collect(), articles: o.articles })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, assert_lines, events, origins, record_of};

    /// Articles that are one account, "a b" each.
    #[track_caller]
    fn check(pile: &[Told], expected: &[&str]) {
        let record = record_of(pile);
        assert_lines(&origins(&record), expected, "origins");
        assert!(record.origins.iter().all(|o| !o.because.is_empty()), "every origin says why");
    }

    const WIRE: &str = "The ferry Sola sank off Bergen on Monday. Divers found the wreck on Tuesday in deep water. \
                        The owner had refused to repair the hull, inspectors said.";

    #[test]
    fn a_reprint_and_its_original_are_one() {
        check(&[("north", "2023-05-17", WIRE), ("south", "2023-05-18", WIRE)], &["north south"]);
    }

    #[test]
    fn five_identical_articles_are_one_source() {
        let pile = ["a", "b", "c", "d", "e"].map(|name| (name, "2023-05-17", WIRE));
        check(&pile, &["a b c d e"]);
        let record = record_of(&pile);
        assert_lines(&events(&record, "sink"), &["2023-05-15 a b c d e x1 single-source"], "five copies");
        assert_eq!(record.stories.len(), 1);
    }

    #[test]
    fn a_telling_in_own_words_is_an_origin_of_its_own() {
        let own = "In heavy seas the Sola, a ferry of forty years, went to the bottom near Bergen on Monday.";
        check(
            &[("north", "2023-05-17", WIRE), ("south", "2023-05-18", WIRE), ("west", "2023-05-18", own)],
            &["north south"],
        );
        check(&[("north", "2023-05-17", WIRE), ("west", "2023-05-18", own)], &[]);
    }
}
