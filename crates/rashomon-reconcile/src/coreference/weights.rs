//! Weights of the comparison of two mentions.
//!
//! Recipe: `data/coreference_across`: trained on the training part of ECB+; the threshold of things was chosen on its
//! development part.

/// Mean likeness from which groups of happenings are one.
pub(super) const HAPPENINGS_MIN: f64 = 0.5;
/// Mean likeness from which groups of things are one.
pub(super) const THINGS_MIN: f64 = 0.3;

/// In the order of `between_happenings`.
pub(super) const HAPPENINGS: [f64; 33] = [
    -3.23, 2.29, 1.21, 0.28, 2.57, 0.63, -1.4, -0.01, -0.73, 0.37, 0.83, 1.67, 1.64, 0.14, -0.05, 2.37, 0.09,
    -0.32, -0.1, -0.36, 0.31, 0.3, -0.04, -0.09, -1.3, 0.24, -0.08, -0.11, -0.02, 0.08, 0.27, -0.19, -0.35,
];

/// In the order of `between_things`.
pub(super) const THINGS: [f64; 49] = [
    -3.19, 0.1, 0.76, 1.57, 1.18, 0.43, 1.35, 0.72, 1.78, -0.03, -0.77, 0.53, -2.6, -0.22, -0.32, 2.17, 1.71,
    -1.13, -0.21, 0.32, 1.02, 1.48, -0.17, 0.19, 0.02, 0.07, -0.08, 0.15, -0.18, 1.56, 0.78, 0.77, -0.34,
    -0.33, -0.26, -0.03, 0.01, 0.18, -0.16, 0.05, 1.09, 0.08, 0.69, 0.0, 0.13, 0.08, 0.06, 0.14, 0.69,
];
