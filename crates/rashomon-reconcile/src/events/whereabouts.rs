//! Whether two claims are surely of two places: both name towns that the gazetteer knows, and these lie far apart.

use crate::record::{Claim, Record};
use rashomon_reading::mention::{Town, towns};

/// Towns nearer than this may be one scene: a crash "near Essen" is "near Dortmund" in another account.
const APART_KM_MIN: f32 = 100.0;
/// Mean radius of the Earth.
const EARTH_KM: f32 = 6371.0;

/// The towns that the names of a record's entities may mean.
pub(super) struct Whereabouts(Vec<&'static [Town]>);

impl Whereabouts {
    pub(super) fn new(record: &Record) -> Self {
        Self(record.entities.iter().map(|e| towns(&e.name)).collect())
    }

    /// Whether no town that one claim's place may be lies near one that the other's may be. Places that are no
    /// known towns (states, provinces, villages) tell nothing.
    pub(super) fn are_apart(&self, a: &Claim, b: &Claim) -> bool {
        let (Some(x), Some(y)) = (a.place, b.place) else { return false };
        let (Some(x), Some(y)) = (positions(self.0[x]), positions(self.0[y])) else { return false };
        a.place != b.place && x.iter().all(|&p| y.iter().all(|&q| distance_km(p, q) >= APART_KM_MIN))
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
