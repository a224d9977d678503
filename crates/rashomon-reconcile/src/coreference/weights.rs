//! Weights of the comparison of two mentions.
//!
//! Recipe: `data/coreference_across`: trained on the training part of ECB+; the linkages were chosen on the
//! development parts.

use super::average_link::Linkage;

/// A happening is told in many words, so that the likest two say more than of things.
pub(super) const LINKAGE_OF_HAPPENINGS: Linkage = Linkage { least: 0.5, share_of_greatest: 0.4 };
/// See [`LINKAGE_OF_HAPPENINGS`].
pub(super) const LINKAGE_OF_THINGS: Linkage = Linkage { least: 0.4, share_of_greatest: 0.0 };

/// In the order of `between_happenings`.
pub(super) const HAPPENINGS: [f64; 33] = [
    -3.41, 2.51, 1.02, 0.9, 2.26, 0.33, -1.45, 0.1, -0.74, 0.3, 1.25, 1.12, 1.43, 0.22, -0.28, 1.62, 0.25,
    -0.27, -1.06, -0.46, 0.21, 0.03, 0.36, -0.15, -1.37, 0.11, 0.03, -0.07, -0.01, 0.14, 0.08, -0.2, -0.19,
];

/// In the order of `between_things`.
pub(super) const THINGS: [f64; 49] = [
    -3.04, 0.21, 0.87, 1.4, 1.01, 0.38, 1.45, 0.73, 1.61, -0.01, -0.47, 0.41, -2.07, -0.35, 0.07, 1.35, 2.2,
    -0.94, -0.31, 0.3, 0.98, 1.27, -0.35, 0.02, -0.04, 0.0, -0.03, 0.44, -0.34, 1.31, 0.52, 1.12, -0.17,
    -0.12, -0.11, 0.04, 0.05, 0.11, -0.27, 0.13, 0.75, 0.05, 0.48, 0.0, 0.08, 0.06, 0.02, 0.07, 0.48,
];

/// Of a pronoun's antecedents, in the order of `within::antecedents::features`.
pub(super) const PRONOUNS: [f64; 24] = [
    -1.85, -0.1, -0.81, -0.34, 1.24, 0.53, -0.55, 0.12, 0.94, -0.84, 0.35, -1.01, -2.1, 0.56, 1.14, -1.82,
    -0.16, -1.29, 0.84, 0.66, 0.26, -1.18, -0.76, -0.32,
];
