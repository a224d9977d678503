//! Terms that two stories hardly share by chance: names that no list knows, and figures of some length.

use crate::terms::{Bag, Commonness};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Digits from which a whole figure is rare.
const N_DIGITS_MIN: usize = 3;

/// First names, and the names of large towns, states, countries and their people: any article may have them.
static KNOWN: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let lines = |table: &'static str| table.lines().filter(|l| !l.starts_with(['#', '[']));
    let first_names = lines(include_str!("../../../data/first_names/first_names.txt"));
    let towns = lines(include_str!("../../../data/places/places.tsv")).filter_map(|l| l.split('\t').next());
    let countries = lines(include_str!("../../../data/countries/countries.tsv"));
    let countries = countries.flat_map(|l| l.split('\t').skip(1)).flat_map(|names| names.split('|'));
    let mut known = FxHashSet::default();
    for name in first_names.chain(towns).chain(countries) {
        let lower = name.to_lowercase();
        let words: Vec<&str> = lower.split([' ', '-']).filter(|w| !w.is_empty()).collect();
        known.extend(words.iter().map(|&w| w.to_owned()));
        known.extend(words.windows(2).map(|pair| pair.join(" ")));
    }
    known
});

/// Whether a term is one that two stories hardly share by chance.
pub(crate) fn is_rare(bag: Bag, term: &str, commonness: Commonness) -> bool {
    match bag {
        Bag::Names if term.contains(' ') => commonness < Commonness::Everyday && !KNOWN.contains(term),
        Bag::Names => commonness == Commonness::Rare && !KNOWN.contains(term),
        Bag::Numbers => is_rare_figure(term),
        Bag::Words | Bag::Lead | Bag::LeadNames => false,
    }
}

/// "1140", "5.9"; not "12", "600" or "2016", nor "1140 workers", which is the same figure once more.
fn is_rare_figure(figure: &str) -> bool {
    let is_year = figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"));
    let is_whole = figure.chars().all(char::is_numeric);
    let is_broken = figure.contains('.') && figure.chars().all(|c| c.is_numeric() || c == '.');
    is_broken || is_whole && figure.len() >= N_DIGITS_MIN && !is_year && !figure.ends_with("00")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_no_list_knows_are_rare() {
        let check = |term: &str| is_rare(Bag::Names, term, Commonness::Rare);
        assert!(check("okonjo") && check("anna okonjo") && check("mary anna"));
        assert!(!check("anna") && !check("norway") && !check("buenos aires") && !check("lima"));
        assert!(!is_rare(Bag::Names, "harbour", Commonness::General));
        assert!(is_rare(Bag::Names, "harbour star", Commonness::General));
        assert!(!is_rare(Bag::Names, "prime time", Commonness::Everyday));
        assert!(!is_rare(Bag::Words, "okonjo", Commonness::Rare));
    }

    #[test]
    fn figures_of_some_length_are_rare() {
        let check = |term: &str| is_rare(Bag::Numbers, term, Commonness::Rare);
        assert!(check("1140") && check("5.9") && check("310") && check("12345"));
        assert!(!check("12") && !check("600") && !check("2016") && !check("1140 worker"));
    }
}
