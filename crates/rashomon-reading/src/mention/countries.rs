//! Countries of the world: names, adjectives, demonyms, capitals, and places that stand for a government.
//!
//! The table is `data/countries/countries.tsv`; its README gives origin and choices.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A country.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-3 code.
    pub code: &'static str,
    /// Usual English name.
    pub name: &'static str,
    /// Other names and spellings (`UK`, `Burma`).
    pub other_names: Vec<&'static str>,
    /// Adjectives (`Syrian`), the usual one first.
    pub adjectives: Vec<&'static str>,
    /// Nouns for its people (`Syrians`, `Dane`).
    pub demonyms: Vec<&'static str>,
    /// Capitals and seats of government.
    pub capitals: Vec<&'static str>,
}

/// A place or building whose name stands for a government or body.
#[derive(Debug, PartialEq, Eq)]
pub struct Seat {
    /// Its name (`Kremlin`).
    pub place: &'static str,
    /// The country, `None` for a body of several.
    pub country: Option<&'static Country>,
    /// Name of what it stands for.
    pub stands_for: &'static str,
}

/// The country with this name or other name, as written (`U.S.`, `the Netherlands`, `SYRIA`).
///
/// ```
/// use rashomon_reading::mention::country_by_name;
/// assert_eq!(country_by_name("Burma").map(|c| c.code), Some("MMR"));
/// assert_eq!(country_by_name("us"), None);
/// ```
#[must_use]
pub fn country_by_name(name: &str) -> Option<&'static Country> {
    look_up(&TABLE.by_name, without_article(name))
}

/// The country with this adjective (`Danish`).
#[must_use]
pub fn country_by_adjective(adjective: &str) -> Option<&'static Country> {
    look_up(&TABLE.by_adjective, adjective)
}

/// The country whose people have this name (`Danes`, `a Dane`).
#[must_use]
pub fn country_by_demonym(noun: &str) -> Option<&'static Country> {
    look_up(&TABLE.by_demonym, noun)
}

/// The country with this capital or seat of government (`The Hague`).
#[must_use]
pub fn country_by_capital(city: &str) -> Option<&'static Country> {
    look_up(&TABLE.by_capital, city)
}

/// The country with this ISO 3166-1 alpha-3 code.
#[must_use]
pub fn country_by_code(code: &str) -> Option<&'static Country> {
    TABLE.by_code.get(code).map(|&i| &TABLE.countries[i])
}

/// The government or body for which this place stands (`Kremlin`), from a short table.
#[must_use]
pub fn seat(place: &str) -> Option<&'static Seat> {
    SEATS.get(without_article(place))
}

struct Table {
    countries: Vec<Country>,
    by_code: FxHashMap<&'static str, usize>,
    by_name: FxHashMap<&'static str, usize>,
    by_adjective: FxHashMap<&'static str, usize>,
    by_demonym: FxHashMap<&'static str, usize>,
    by_capital: FxHashMap<&'static str, usize>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let countries: Vec<Country> =
        rows(include_str!("../../../../data/countries/countries.tsv")).map(country).collect();
    let index = |of: fn(&Country) -> Vec<&'static str>| {
        let mut map = FxHashMap::default();
        for (i, country) in countries.iter().enumerate() {
            for key in of(country) {
                map.entry(key).or_insert(i);
            }
        }
        map
    };
    Table {
        by_code: index(|c| vec![c.code]),
        by_name: index(|c| std::iter::once(c.name).chain(c.other_names.iter().copied()).collect()),
        by_adjective: index(|c| c.adjectives.clone()),
        by_demonym: index(|c| c.demonyms.clone()),
        by_capital: index(|c| c.capitals.clone()),
        countries,
    }
});

static SEATS: LazyLock<FxHashMap<&'static str, Seat>> = LazyLock::new(|| {
    let seat = |row: Vec<&'static str>| {
        let country = country_by_code(row[1]);
        (row[0], Seat { place: row[0], country, stands_for: row[2] })
    };
    rows(include_str!("../../../../data/countries/seats.tsv")).map(seat).collect()
});

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect())
}

fn country(row: Vec<&'static str>) -> Country {
    let list = |i: usize| row[i].split('|').filter(|s| !s.is_empty()).collect();
    Country {
        code: row[0],
        name: row[1],
        other_names: list(2),
        adjectives: list(3),
        demonyms: list(4),
        capitals: list(5),
    }
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}

/// Looks a name up as written, then, when it is all in capitals (headlines, datelines), in title case.
fn look_up(map: &FxHashMap<&'static str, usize>, name: &str) -> Option<&'static Country> {
    /// Shorter words in capitals are acronyms, and title-casing them would only find other words.
    const CAPITALS_MIN: usize = 4;
    let found = map.get(name).copied().or_else(|| {
        let shouted = name.len() >= CAPITALS_MIN && !name.contains(char::is_lowercase);
        shouted.then(|| map.get(title_case(name).as_str()).copied()).flatten()
    });
    found.map(|i| &TABLE.countries[i])
}

fn title_case(name: &str) -> String {
    let mut after_letter = false;
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if after_letter {
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
        after_letter = c.is_alphabetic();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: Option<&'static Country>, code: Option<&str>) {
        assert_eq!(found.map(|c| c.code), code);
    }

    #[test]
    fn names_adjectives_capitals() {
        check(country_by_name("the Netherlands"), Some("NLD"));
        check(country_by_name("U.K."), Some("GBR"));
        check(country_by_name("PORTUGAL"), Some("PRT"));
        check(country_by_name("Ruritania"), None);
        check(country_by_adjective("Ivorian"), Some("CIV"));
        check(country_by_adjective("ivory"), None);
        check(country_by_demonym("Danes"), Some("DNK"));
        check(country_by_capital("Ankara"), Some("TUR"));
        check(country_by_capital("Istanbul"), None);
    }

    #[test]
    fn every_row_is_whole_and_every_code_is_used_once() {
        assert_eq!(TABLE.countries.len(), 203);
        assert_eq!(TABLE.by_code.len(), TABLE.countries.len());
        for country in &TABLE.countries {
            assert!(country.code.len() == 3 && !country.name.is_empty(), "{country:?}");
        }
    }

    #[test]
    fn seats_of_power() {
        assert_eq!(seat("the Kremlin").and_then(|s| s.country).map(|c| c.code), Some("RUS"));
        assert_eq!(seat("Brussels").map(|s| s.stands_for), Some("European Union"));
        assert_eq!(seat("Alhambra"), None);
    }
}
