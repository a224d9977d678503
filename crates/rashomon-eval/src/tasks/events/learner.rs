//! Learns [`Linear`] classifiers: logistic regression with squared weights, by descent in its dual, an example at a time.

use super::linear::{Example, Feature, Linear};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// How a classifier is learned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    /// What an example costs against the weights.
    pub(super) cost: f64,
    /// Features of fewer examples are left out.
    pub(super) examples_min: u32,
}

/// Rounds through the examples.
const ROUNDS: usize = 15;
/// Weights below this are as good as none.
const WEIGHT_MIN: f32 = 0.02;

/// `is_right` has a row of examples for every answer.
pub(super) fn learn(
    examples: &[Example],
    answers: &[&str],
    is_right: &[Vec<bool>],
    settings: Settings,
) -> Linear {
    let mut counts: FxHashMap<Feature, u32> = FxHashMap::default();
    examples.iter().flat_map(|e| &e.features).for_each(|f| *counts.entry(*f).or_default() += 1);
    let mut known: Vec<Feature> =
        counts.into_iter().filter(|(_, n)| *n >= settings.examples_min).map(|(f, _)| f).collect();
    known.sort_unstable();
    let index: FxHashMap<Feature, u32> = known.iter().zip(0..).map(|(f, i)| (*f, i)).collect();
    let rows: Vec<Vec<u32>> =
        examples.iter().map(|e| e.features.iter().filter_map(|f| index.get(f).copied()).collect()).collect();
    let measures = examples.first().map_or(0, |e| e.measures.len());
    let learned: Vec<Vec<f64>> =
        is_right.par_iter().map(|right| one(examples, &rows, right, known.len(), settings.cost)).collect();
    let column = |i: usize| -> Vec<f32> { learned.iter().map(|w| w[i] as f32).collect() };
    let weights = known.iter().enumerate().map(|(i, f)| (*f, column(i)));
    Linear {
        answers: answers.iter().map(|a| (*a).to_owned()).collect(),
        weights: weights.filter(|(_, row)| row.iter().any(|w| w.abs() > WEIGHT_MIN)).collect(),
        measures: (0..measures).map(|m| column(known.len() + m)).collect(),
        bias: column(known.len() + measures),
    }
}

/// The weights of one answer: features, measures, bias.
fn one(examples: &[Example], rows: &[Vec<u32>], is_right: &[bool], known: usize, cost: f64) -> Vec<f64> {
    let measures = examples.first().map_or(0, |e| e.measures.len());
    let mut weights = vec![0.0; known + measures + 1];
    let bias = known + measures;
    let sign = |i: usize| if is_right[i] { 1.0 } else { -1.0 };
    let mut dual = vec![cost * 1e-3; examples.len()];
    let add = |weights: &mut Vec<f64>, i: usize, by: f64| {
        rows[i].iter().for_each(|f| weights[*f as usize] += by);
        examples[i].measures.iter().enumerate().for_each(|(m, value)| weights[known + m] += by * value);
        weights[bias] += by;
    };
    for (i, dual) in dual.iter().enumerate() {
        add(&mut weights, i, dual * sign(i));
    }
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random: u64 = 0x9e37_79b9_7f4a_7c15;
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, (random >> 33) as usize % (at + 1));
        }
        for &i in &order {
            let sum: f64 = rows[i].iter().map(|f| weights[*f as usize]).sum();
            let measured = examples[i].measures.iter().enumerate().map(|(m, v)| weights[known + m] * v);
            let margin = sign(i) * (sum + measured.sum::<f64>() + weights[bias]);
            let square = 1.0 + rows[i].len() as f64 + examples[i].measures.iter().map(|v| v * v).sum::<f64>();
            let new = step(dual[i], margin, square, cost);
            let by = (new - dual[i]) * sign(i);
            dual[i] = new;
            add(&mut weights, i, by);
        }
    }
    weights
}

/// Where the dual's slope along one example is nought: between none and the whole cost, by halving.
fn step(old: f64, margin: f64, square: f64, cost: f64) -> f64 {
    let slope = |z: f64| square * (z - old) + margin + (z / (cost - z)).ln();
    let (mut low, mut high) = (cost * 1e-9, cost * (1.0 - 1e-9));
    let mut z = old.clamp(low, high);
    for _ in 0..STEPS_MAX {
        let at = slope(z);
        if at.abs() < 1e-3 {
            break;
        }
        if at > 0.0 {
            high = z;
        } else {
            low = z;
        }
        let newton = z - at / (square + cost / (z * (cost - z)));
        z = if low < newton && newton < high { newton } else { f64::midpoint(low, high) };
    }
    z
}

/// Most halvings of a step.
const STEPS_MAX: usize = 30;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_what_divides() {
        let example = |f: u32| Example { features: vec![f, 9], measures: Vec::new() };
        let examples: Vec<Example> = (0..40).map(|i| example(i % 2)).collect();
        let right = vec![(0..40).map(|i| i % 2 == 0).collect()];
        let linear = learn(&examples, &["even"], &right, Settings { cost: 10.0, examples_min: 1 });
        assert!(linear.judge(&example(0))[0] > 0.9);
        assert!(linear.judge(&example(1))[0] < 0.1);
    }
}
