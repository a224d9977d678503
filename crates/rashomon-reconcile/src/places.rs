//! Where the places named in the pile lie: towns and states of the gazetteer (GeoNames). A place that it does not know,
//! or that may be one of several, gets no position: a district is never put on its city's point.

use crate::record::{Entity, Location, LocationPrecision, Record};
use rashomon_reading::mention::{EntityKind, Town, towns};
use std::collections::BTreeSet;

/// A town so many times larger than the next of its name is meant where nothing speaks for another.
const LARGER_BY: u32 = 10;

/// Sets the positions of all places.
pub(crate) fn locate(record: &mut Record) {
    let countries = countries(record);
    let positions: Vec<Option<Location>> = record.entities.iter().map(|e| location(e, &countries)).collect();
    for (entity, position) in record.entities.iter_mut().zip(positions) {
        entity.location = position;
    }
}

/// The countries that each article names, by themselves or through their people and bodies.
fn countries(record: &Record) -> Vec<BTreeSet<&'static str>> {
    let mut countries = vec![BTreeSet::new(); record.articles.len()];
    for entity in &record.entities {
        let Some(country) = entity.country else { continue };
        for mention in &entity.mentions {
            countries[mention.article].insert(country);
        }
    }
    countries
}

fn location(entity: &Entity, countries: &[BTreeSet<&'static str>]) -> Option<Location> {
    if entity.kind != EntityKind::Place {
        return None;
    }
    let is_near = |town: &Town| {
        let in_article = |c: &'static str| entity.mentions.iter().any(|m| countries[m.article].contains(c));
        town.country.is_some_and(in_article)
    };
    let all = towns(&entity.name);
    let own: Vec<&Town> = match entity.country {
        Some(country) => all.iter().filter(|t| t.country == Some(country)).collect(),
        None => all.iter().collect(),
    };
    let near: Vec<&Town> = own.iter().copied().filter(|t| is_near(t)).collect();
    let town = only_or_by_far_the_largest(&near)
        .or_else(|| only_or_by_far_the_largest(&own).filter(|_| near.is_empty()))?;
    let (latitude, longitude) = town.position?;
    let precision = if town.population == 0 { LocationPrecision::Region } else { LocationPrecision::Town };
    Some(Location { latitude, longitude, geonames_id: town.geonames_id, precision })
}

/// Towns come with the largest first.
fn only_or_by_far_the_largest<'a>(towns: &[&'a Town]) -> Option<&'a Town> {
    match towns {
        [only] => Some(only),
        [first, second, ..] if first.population / LARGER_BY >= second.population.max(1) => Some(first),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    /// The GeoNames id of the place `name` in a text.
    #[track_caller]
    fn check(text: &str, name: &str, expected: Option<u32>) {
        let record = record_of(&[("north", "2023-05-17", text)]);
        let place = record.entities.iter().find(|e| e.name == name).unwrap_or_else(|| panic!("no {name:?}"));
        assert_eq!(place.location.as_ref().map(|p| p.geonames_id), expected, "{text}");
    }

    #[test]
    fn a_town_of_the_gazetteer_has_its_id() {
        check("A fire destroyed a warehouse in Lyon on Monday.", "Lyon", Some(2_996_944));
        check("The mayor of Hamburg opened the bridge.", "Hamburg", Some(2_911_298));
    }

    #[test]
    fn the_country_named_beside_it_tells_which_town_is_meant() {
        check("Spain sent troops. A fire broke out in Valencia on Monday.", "Valencia", Some(2_509_954));
        check("Venezuela sent troops. A fire broke out in Valencia on Monday.", "Valencia", Some(3_625_549));
        check("A fire broke out in Valencia on Monday.", "Valencia", None);
    }

    #[test]
    fn a_place_that_nobody_knows_is_nowhere() {
        check("A landslide buried three houses in Upper Harrowby on Monday.", "Upper Harrowby", None);
    }
}
