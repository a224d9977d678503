//! The weights of the numbers of a day (`data/dating`).

use super::features::{N_FEATURES, NAMES};

const BUILT_IN: &str = include_str!("../../../../data/dating/weights.txt");

/// A weight for each number; numbers without a line weigh nothing.
pub(super) fn built_in() -> [f64; N_FEATURES] {
    let mut weights = [0.0; N_FEATURES];
    for line in BUILT_IN.lines() {
        let Some((name, weight)) = line.split_once(' ') else { continue };
        if let Some(at) = NAMES.iter().position(|n| *n == name) {
            weights[at] = weight.trim().parse().unwrap_or(0.0);
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_weight() {
        let weights = built_in();
        for (name, weight) in NAMES.iter().zip(weights) {
            assert!(weight.is_finite() && BUILT_IN.contains(&format!("{name} ")), "{name}");
        }
        assert!(weights.iter().any(|w| *w != 0.0), "the file is read");
    }
}
