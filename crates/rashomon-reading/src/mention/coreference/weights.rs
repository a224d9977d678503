//! A small perceptron over sparse binary features, with trained weights.

use super::markables::Pronoun;
use std::sync::LazyLock;

/// Hidden units.
pub(super) const HIDDEN: usize = 24;
/// Stored weights are whole numbers of this size.
const STEP: f32 = 1.0 / 512.0;

/// The weights of the rankers, as `data/coreference` trains them.
#[derive(Debug)]
pub struct Weights {
    pronouns: Network,
    /// For "I", "we" and "you".
    speakers: Network,
    pub(super) nominals: Network,
}

impl Weights {
    /// Reads the three files of weights.
    #[must_use]
    pub fn from_bytes(pronouns: &[u8], speakers: &[u8], nominals: &[u8]) -> Self {
        Self {
            pronouns: Network::from_bytes(pronouns),
            speakers: Network::from_bytes(speakers),
            nominals: Network::from_bytes(nominals),
        }
    }

    /// The ranker of what a pronoun takes up.
    pub(super) fn of_pronoun(&self, pronoun: Pronoun) -> &Network {
        if pronoun.is_of_speaker() { &self.speakers } else { &self.pronouns }
    }

    /// The weights that the record is made with.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Weights> = LazyLock::new(|| {
            Weights::from_bytes(
                include_bytes!("../../../../../data/coreference/pronouns.bin"),
                include_bytes!("../../../../../data/coreference/speakers.bin"),
                include_bytes!("../../../../../data/coreference/nominals.bin"),
            )
        });
        &SHIPPED
    }
}

/// Trained weights: for each feature its row into the hidden units, their biases, the output weights.
#[derive(Debug)]
pub(super) struct Network {
    rows: Vec<[f32; HIDDEN]>,
    bias: [f32; HIDDEN],
    output: [f32; HIDDEN],
}

impl Network {
    /// Reads weights as little-endian 16-bit numbers: rows, bias, output.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        let numbers: Vec<f32> =
            bytes.chunks_exact(2).map(|b| f32::from(i16::from_le_bytes([b[0], b[1]])) * STEP).collect();
        let mut rows: Vec<[f32; HIDDEN]> = numbers
            .chunks_exact(HIDDEN)
            .map(|row| {
                let mut out = [0.0; HIDDEN];
                out.copy_from_slice(row);
                out
            })
            .collect();
        let output = rows.pop().unwrap_or([0.0; HIDDEN]);
        let bias = rows.pop().unwrap_or([0.0; HIDDEN]);
        Self { rows, bias, output }
    }

    /// The score of one set of features.
    pub(super) fn score(&self, features: &[u16]) -> f32 {
        let mut hidden = self.bias;
        for &f in features {
            if let Some(row) = self.rows.get(usize::from(f)) {
                hidden.iter_mut().zip(row).for_each(|(h, w)| *h += w);
            }
        }
        hidden.iter().zip(&self.output).map(|(h, o)| h.max(0.0) * o).sum()
    }
}

/// Scores to probabilities.
pub(super) fn softmax(scores: &mut [f32]) {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    scores.iter_mut().for_each(|s| *s = (*s - top).exp());
    let sum: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|s| *s /= sum);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_counts_where_its_feature_is_set() {
        let mut numbers = [0i16; HIDDEN * 4];
        numbers[0] = 512;
        numbers[HIDDEN] = -512;
        numbers[HIDDEN * 3] = 1024;
        let bytes: Vec<u8> = numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
        let network = Network::from_bytes(&bytes);
        assert!((network.score(&[0]) - 2.0).abs() < 1e-6);
        assert!(network.score(&[1]).abs() < 1e-6 && network.score(&[0, 1, 99]).abs() < 1e-6);
        let mut scores = [1.0, 1.0];
        softmax(&mut scores);
        assert!((scores[0] - 0.5).abs() < 1e-6);
    }
}
