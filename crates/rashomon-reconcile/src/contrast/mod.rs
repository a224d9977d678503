//! How one statement stands to another: it follows from it, contradicts it, or neither.
//!
//! Two parsed sentences are laid beside each other, word by word and role by role ([`features`]): what is the same,
//! what is the opposite, what is negated on one side, which numbers differ, who acts. A logistic model weighs that.

mod features;
mod opposites;
mod other_acts;
mod statement;
mod weights;

pub use features::N_FEATURES;
pub(crate) use opposites::are_opposites;
pub(crate) use other_acts::are_other_acts;
pub use statement::Statement;
pub use weights::Weights;

/// How a statement stands to one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Both cannot be so.
    Contradicts,
    /// It is so where the other is.
    Follows,
    /// It may be so or not.
    Open,
}

/// How likely `second` contradicts `first`, follows from it, or is left open by it; the three make one.
#[must_use]
pub fn likelihoods(weights: &Weights, first: &Statement, second: &Statement) -> [f64; 3] {
    weights.likelihoods(&features::features(first, second))
}

/// The likeliest of the three; the same words, negated on one side alone, contradict.
#[must_use]
pub fn standing(weights: &Weights, first: &Statement, second: &Statement) -> Standing {
    if first.is_negated_in(second) {
        return Standing::Contradicts;
    }
    let [against, follows, open] = likelihoods(weights, first, second);
    if against >= follows && against >= open {
        Standing::Contradicts
    } else if follows >= open {
        Standing::Follows
    } else {
        Standing::Open
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rashomon_language::English;
    use std::sync::LazyLock;

    #[track_caller]
    fn check(first: &str, second: &str, expected: Standing) {
        static ENGLISH: LazyLock<English> = LazyLock::new(English::load);
        let (a, b) = (ENGLISH.parse(first), ENGLISH.parse(second));
        let found = standing(&Weights::built_in(), &Statement::of(&a), &Statement::of(&b));
        assert_eq!(found, expected, "{first} / {second}");
    }

    #[test]
    fn less_said_follows() {
        check("Two old men carry a boat to the lake.", "Two men carry a boat.", Standing::Follows);
        check(
            "The council approved the budget on Tuesday.",
            "The council approved the budget.",
            Standing::Follows,
        );
    }

    #[test]
    fn negations_opposites_and_other_numbers_contradict() {
        check("The workers are paid.", "The workers are not paid.", Standing::Contradicts);
        check("The door is open.", "The door is closed.", Standing::Contradicts);
        check("Two boats cross the lake.", "Five boats cross the lake.", Standing::Contradicts);
    }

    #[test]
    fn nothing_is_compared_with_nothing() {
        let english = English::load();
        let (a, b) = (english.parse(""), english.parse(""));
        let sum: f64 = likelihoods(&Weights::built_in(), &Statement::of(&a), &Statement::of(&b)).iter().sum();
        assert!((sum - 1.0).abs() < 1e-9);
    }
}
