//! Whether two claims are surely of two places: both name towns that the gazetteer knows, and these lie far apart.

use crate::entities::fold;
use crate::record::{Claim, Entity, Record};
use rashomon_reading::claim::EventType;
use rashomon_reading::mention::{EntityKind, Town, towns};

/// Towns nearer than this may be one scene: a crash "near Essen" is "near Dortmund" in another account.
const APART_KM_MIN: f32 = 100.0;
/// Mean radius of the Earth.
const EARTH_KM: f32 = 6371.0;

/// Where the places of a record may be.
pub(super) struct Whereabouts(Vec<Place>);

/// What the gazetteer knows of a name.
enum Place {
    /// (Latitude, longitude) of all towns of the name.
    Towns(Vec<(f32, f32)>),
    /// A named place that it does not know, by the words of its name.
    Village(Vec<String>),
    /// A state, or no name of a place.
    Open,
}

impl Whereabouts {
    pub(super) fn new(record: &Record) -> Self {
        Self(record.entities.iter().map(Place::new).collect())
    }

    /// Whether no town that one claim's place may be lies near one that the other's may be, or both are places too
    /// small for the gazetteer, of other names. A state or province and what may lie in it are not apart, nor are the villages
    /// that one storm or earthquake strikes.
    pub(super) fn are_apart(&self, a: &Claim, b: &Claim) -> bool {
        let (Some(x), Some(y)) = (a.place, b.place) else { return false };
        if x == y {
            return false;
        }
        match (&self.0[x], &self.0[y]) {
            (Place::Towns(x), Place::Towns(y)) => {
                x.iter().all(|&p| y.iter().all(|&q| distance_km(p, q) >= APART_KM_MIN))
            }
            (Place::Village(x), Place::Village(y)) => {
                let is_one_scene = strikes_at_large(a) && strikes_at_large(b);
                !(is_one_scene || x.iter().any(|w| y.contains(w)))
            }
            _ => false,
        }
    }
}

/// Whether it is felt over a whole region.
fn strikes_at_large(claim: &Claim) -> bool {
    claim.kind == EventType::Disaster && matches!(claim.mode.as_str(), "storm" | "earthquake")
}

impl Place {
    fn new(entity: &Entity) -> Self {
        let known = towns(&entity.name);
        let is_name = || entity.name.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
        if let Some(positions) = positions(known) {
            Place::Towns(positions)
        } else if known.is_empty()
            && entity.kind == EntityKind::Place
            && entity.country.is_none()
            && is_name()
        {
            Place::Village(fold(&entity.name).split(' ').map(str::to_owned).collect())
        } else {
            Place::Open
        }
    }
}

/// Where all of them lie; `None` where one is a state or has no position.
fn positions(towns: &[Town]) -> Option<Vec<(f32, f32)>> {
    let all: Option<Vec<(f32, f32)>> =
        towns.iter().map(|t| t.position.filter(|_| t.population > 0)).collect();
    all.filter(|all| !all.is_empty())
}

/// Great-circle distance (haversine formula) between (latitude, longitude) in degrees.
fn distance_km(a: (f32, f32), b: (f32, f32)) -> f32 {
    let half_chord = |x: f32, y: f32| ((y - x).to_radians() / 2.0).sin().powi(2);
    let h = half_chord(a.0, b.0) + a.0.to_radians().cos() * b.0.to_radians().cos() * half_chord(a.1, b.1);
    2.0 * EARTH_KM * h.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::distance_km;

    #[test]
    fn a_degree_of_latitude_is_111_kilometres() {
        let km = distance_km((45.0, 5.0), (46.0, 5.0));
        assert!((110.0..113.0).contains(&km), "{km}");
        // Paris to London.
        let km = distance_km((48.857, 2.352), (51.507, -0.128));
        assert!((335.0..355.0).contains(&km), "{km}");
    }
}
