//! The model that weighs a comparison.

use super::features::N_FEATURES;

const BUILT_IN: &str = include_str!("../../../../data/contrast/weights.txt");

/// Weights of a logistic model: for each number of the comparison one for contradiction, following and neither.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights(Vec<[f64; 3]>);

impl Weights {
    /// The weights that are shipped (`data/contrast`).
    #[must_use]
    pub fn built_in() -> Self {
        Self::parse(BUILT_IN)
    }

    /// Weights as text: a line of three numbers each; lines that are missing or malformed weigh nothing.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut rows = vec![[0.0; 3]; N_FEATURES];
        for (row, line) in rows.iter_mut().zip(text.lines().filter(|l| !l.starts_with('#'))) {
            for (slot, word) in row.iter_mut().zip(line.split_whitespace()) {
                *slot = word.parse().unwrap_or(0.0);
            }
        }
        Self(rows)
    }

    /// The shares of the three.
    pub(super) fn likelihoods(&self, features: &[f64; N_FEATURES]) -> [f64; 3] {
        let mut sums = [0.0; 3];
        for (feature, row) in features.iter().zip(&self.0) {
            sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += feature * weight);
        }
        let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let powers = sums.map(|s| (s - most).exp());
        let total: f64 = powers.iter().sum();
        powers.map(|p| p / total)
    }
}
