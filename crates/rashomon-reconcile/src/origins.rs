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
        .map(|o| {
            let because = o.because.iter().map(words).chain(elsewhere(record, &o.articles)).collect();
            Origin { because, articles: o.articles }
        })
        .collect()
}

/// A line for every agency that articles of an origin credit and that published none of the pile.
fn elsewhere(record: &Record, articles: &[usize]) -> Vec<String> {
    let credits = articles.iter().flat_map(|&a| &record.articles[a].article.agency_credits);
    let mut agencies: Vec<&str> = credits.map(|credit| credit.value.as_str()).collect();
    agencies.sort_unstable();
    agencies.dedup();
    let publishers = record.articles.iter().filter_map(|account| account.article.publisher.as_ref());
    let publishers: Vec<&str> = publishers.map(|publisher| publisher.value.as_str()).collect();
    agencies.retain(|agency| !publishers.iter().any(|publisher| is_name_of(publisher, agency)));
    agencies.iter().map(|agency| format!("credited to {agency}, whose own text is not in the pile")).collect()
}

/// Whether a publisher is an agency: its name holds the agency's words, or these are its initials.
fn is_name_of(publisher: &str, agency: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        words.map(str::to_lowercase).filter(|w| w != "the").collect()
    };
    let (publisher, agency) = (words(publisher), words(agency));
    let initials: String = publisher.iter().filter_map(|w| w.chars().next()).collect();
    initials == agency.concat() || publisher.windows(agency.len().max(1)).any(|own| own == agency)
}

#[cfg(test)]
mod tests {
    use super::is_name_of;
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
    fn an_agency_is_known_by_name_and_initials() {
        assert!(is_name_of("Reuters", "Reuters") && is_name_of("Thomson Reuters", "Reuters"));
        assert!(is_name_of("The Associated Press", "AP") && is_name_of("Agence France-Presse", "AFP"));
        assert!(!is_name_of("Gap Times", "AP") && !is_name_of("", "AP"));
    }

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
