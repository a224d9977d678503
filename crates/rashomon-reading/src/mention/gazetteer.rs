//! Larger towns, first names and international bodies: evidence for what a name is, never proof.
//!
//! Tables: `data/places`, `data/first_names`, `data/countries/bodies.tsv`, `data/bodies`; their README files give origin and licence.

use super::lexicon::{self, Gender};
use super::names::fold;
use super::tagger::is_surname;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// A town of 100,000 people or more, or a state of the United States.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// Name in GeoNames.
    pub name: &'static str,
    /// ISO 3166-1 alpha-3 code, `None` outside the table of countries.
    pub country: Option<&'static str>,
    /// Latitude and longitude in degrees, where given.
    pub position: Option<(f32, f32)>,
    /// Id in GeoNames.
    pub geonames_id: u32,
    /// People; 0 for a state.
    pub population: u32,
}

/// The towns and states of this name, the largest first; marks above letters do not count (`Montreal`).
///
/// ```
/// use rashomon_reading::mention::towns;
/// assert_eq!(towns("Montreal")[0].country, Some("CAN"));
/// assert!(towns("Ruritania").is_empty());
/// ```
#[must_use]
pub fn towns(name: &str) -> &'static [Town] {
    TOWNS.get(&fold(name)).map_or(&[], Vec::as_slice)
}

/// The gender that a first name tells, as used in the United States.
#[must_use]
pub fn gender_of_first_name(name: &str) -> Option<Gender> {
    FIRST_NAMES.get(fold(name).as_str()).copied()
}

/// The full name of an international body, by acronym or full name (`NATO`, `World Health Organisation`).
#[must_use]
pub fn international_body(name: &str) -> Option<&'static str> {
    BODIES.get(name.strip_prefix("the ").unwrap_or(name)).copied()
}

/// Whether a name, as folded words, is that of a well-known company, agency, team or band and nothing else: no word of
/// English, first name, surname or town.
pub(super) fn is_known_body(words: &[String]) -> bool {
    let key = || words.iter().map(String::as_str).filter(|w| *w != "-").collect::<Vec<_>>().join(" ");
    match words {
        [word] => {
            KNOWN_BODIES.contains(word)
                && !lexicon::is_common(word)
                && towns(word).is_empty()
                && gender_of_first_name(word).is_none()
                && !is_surname(word)
        }
        _ => KNOWN_BODIES.contains(&key()),
    }
}

static KNOWN_BODIES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let folded = |line: &str| line.split([' ', '-']).map(fold).collect::<Vec<_>>().join(" ");
    include_str!("../../../../data/bodies/bodies.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .map(folded)
        .collect()
});

static TOWNS: LazyLock<FxHashMap<String, Vec<Town>>> = LazyLock::new(|| {
    let mut towns: FxHashMap<String, Vec<Town>> = FxHashMap::default();
    for row in rows(include_str!("../../../../data/places/places.tsv")) {
        let number = |i: usize| row.get(i).and_then(|f| f.parse::<f32>().ok());
        let town = Town {
            name: row[0],
            country: super::countries::country_by_code(row[1]).map(|c| c.code),
            position: number(2).zip(number(3)),
            geonames_id: row[4].parse().unwrap_or(0),
            population: row[5].parse().unwrap_or(0),
        };
        towns.entry(fold(row[0])).or_default().push(town);
    }
    towns
});

static FIRST_NAMES: LazyLock<FxHashMap<&'static str, Gender>> = LazyLock::new(|| {
    let mut names = FxHashMap::default();
    let mut gender = Gender::Female;
    for line in include_str!("../../../../data/first_names/first_names.txt").lines() {
        match line {
            "[f]" => gender = Gender::Female,
            "[m]" => gender = Gender::Male,
            name if name.starts_with('#') => {}
            name => {
                names.insert(name, gender);
            }
        }
    }
    names
});

static BODIES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut bodies = FxHashMap::default();
    for row in rows(include_str!("../../../../data/countries/bodies.tsv")) {
        let others = row[2].split('|').filter(|n| !n.is_empty());
        for name in [row[0], row[1]].into_iter().chain(others) {
            bodies.insert(name, row[1]);
        }
    }
    bodies
});

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_by_name_without_marks() {
        assert_eq!(towns("Lodz")[0].country, Some("POL"));
        assert_eq!(towns("Texas")[0].population, 0);
        assert!(towns("Turnout").is_empty());
    }

    #[test]
    fn known_bodies_are_nothing_else() {
        let is_known = |name: &str| is_known_body(&name.split(' ').map(fold).collect::<Vec<_>>());
        assert!(is_known("Adidas") && is_known("Coca - Cola") && is_known("Exxon Mobil"));
        assert!(!is_known("Target") && !is_known("Houston") && !is_known("Turnout"));
    }

    #[test]
    fn first_names_with_one_gender_only() {
        assert_eq!(gender_of_first_name("Rosaura"), gender_of_first_name("rosaura"));
        assert_eq!(gender_of_first_name("Óscar"), Some(Gender::Male));
        assert_eq!(gender_of_first_name("Priscilla"), Some(Gender::Female));
        assert_eq!(gender_of_first_name("Michele"), None);
    }

    #[test]
    fn bodies_by_acronym() {
        assert_eq!(international_body("NATO"), international_body("North Atlantic Treaty Organisation"));
        assert_eq!(international_body("NASA"), None);
    }
}
