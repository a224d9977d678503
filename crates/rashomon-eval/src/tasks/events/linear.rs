//! Linear classifiers on named features: reading, writing, judging. Features are known by the hash of their name.

use rustc_hash::FxHashMap;

/// A feature: the hash of its name.
pub(super) type Feature = u32;

/// FNV-1a.
pub(super) fn feature(name: &str) -> Feature {
    name.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Every feature once.
pub(super) fn features(names: &[String]) -> Vec<Feature> {
    let mut all: Vec<Feature> = names.iter().map(|name| feature(name)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

pub(super) fn probability(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

/// The log odds of a probability, bounded, in thirds: of the size of the other features.
pub(super) fn odds(probability: f64) -> f64 {
    let p = probability.clamp(1e-4, 1.0 - 1e-4);
    (p / (1.0 - p)).ln() / 3.0
}

/// What is judged: features that are there or not, and measures.
#[derive(Clone, Debug, Default)]
pub(super) struct Example {
    pub(super) features: Vec<Feature>,
    pub(super) measures: Vec<f64>,
}

/// Logistic classifiers with features in common, one an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Linear {
    /// The names of its answers.
    pub(super) answers: Vec<String>,
    /// By answer.
    pub(super) bias: Vec<f32>,
    /// By measure, then by answer.
    pub(super) measures: Vec<Vec<f32>>,
    /// By feature, then by answer.
    pub(super) weights: FxHashMap<Feature, Vec<f32>>,
}

impl Linear {
    /// The probability of each answer.
    pub(super) fn judge(&self, example: &Example) -> Vec<f64> {
        let mut sums: Vec<f64> = self.bias.iter().map(|b| f64::from(*b)).collect();
        let mut add = |row: &[f32], by: f64| {
            sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += f64::from(*weight) * by);
        };
        example.features.iter().filter_map(|f| self.weights.get(f)).for_each(|row| add(row, 1.0));
        self.measures.iter().zip(&example.measures).for_each(|(row, measure)| add(row, *measure));
        sums.into_iter().map(probability).collect()
    }

    /// The likeliest answer.
    pub(super) fn best(&self, example: &Example) -> &str {
        let likely = self.judge(example).into_iter().enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
        likely.map_or("", |(i, _)| &self.answers[i])
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let counts = [self.answers.len(), self.measures.len(), self.weights.len()];
        counts.iter().for_each(|n| out.extend(u32::try_from(*n).unwrap_or_default().to_le_bytes()));
        for answer in &self.answers {
            out.push(u8::try_from(answer.len()).unwrap_or_default());
            out.extend(answer.bytes());
        }
        let mut row = |row: &[f32]| row.iter().for_each(|w| out.extend(quantized(*w).to_le_bytes()));
        row(&self.bias);
        self.measures.iter().for_each(|m| row(m));
        let mut known: Vec<_> = self.weights.iter().collect();
        known.sort_by_key(|(feature, _)| **feature);
        for (feature, weights) in known {
            out.extend(feature.to_le_bytes());
            weights.iter().for_each(|w| out.extend(quantized(*w).to_le_bytes()));
        }
    }

    /// Reads what `write` wrote, and leaves `from` after it.
    pub(super) fn read(from: &mut &[u8]) -> Self {
        let [answers, measures, weights] = [0; 3].map(|_: u8| number(from) as usize);
        let mut linear = Self::default();
        for _ in 0..answers {
            let length = usize::from(take(from, 1)[0]);
            linear.answers.push(String::from_utf8_lossy(take(from, length)).into_owned());
        }
        linear.bias = row(from, answers);
        linear.measures = (0..measures).map(|_| row(from, answers)).collect();
        linear.weights = (0..weights).map(|_| (number(from), row(from, answers))).collect();
        linear
    }
}

/// Weights are kept in steps of a thousandth.
const STEPS: f32 = 1000.0;

fn quantized(weight: f32) -> i16 {
    (weight * STEPS).round().clamp(f32::from(i16::MIN), f32::from(i16::MAX)) as i16
}

fn take<'b>(from: &mut &'b [u8], bytes: usize) -> &'b [u8] {
    let (taken, rest) = from.split_at(bytes);
    *from = rest;
    taken
}

fn number(from: &mut &[u8]) -> u32 {
    take(from, 4).iter().rev().fold(0, |n, byte| n << 8 | u32::from(*byte))
}

fn row(from: &mut &[u8], length: usize) -> Vec<f32> {
    let weights = take(from, 2 * length).chunks_exact(2);
    weights.map(|w| f32::from(i16::from_le_bytes([w[0], w[1]])) / STEPS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let weights = [(feature("a"), vec![1.5, -0.25])].into_iter().collect();
        let linear = Linear {
            answers: vec!["yes".to_owned(), "no".to_owned()],
            bias: vec![0.5, 0.0],
            measures: vec![vec![1.0, 2.0]],
            weights,
        };
        let mut out = Vec::new();
        linear.write(&mut out);
        let mut from = &out[..];
        assert_eq!(Linear::read(&mut from), linear);
        assert!(from.is_empty());
        let example = Example { features: vec![feature("a")], measures: vec![0.0] };
        assert_eq!(linear.best(&example), "yes");
    }
}
