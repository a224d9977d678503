//! The odds that two groups of articles tell of one happening.

use crate::pace::Pace;
use crate::terms::N_BAGS;
use crate::weights::Vocabulary;

/// Weights of the mean likeness in each bag, of its root, and the constant: logistic regression on pairs of articles and of
/// parts of stories of ECB+ (train), figures that came out negative left out; the terms are those that the example
/// `article_terms` prints.
const MEAN: [f32; N_BAGS] = [1.53, 3.61, 2.05, 2.72, 0.0];
const ROOT: [f32; N_BAGS] = [1.75, 5.22, 3.32, 2.36, 0.73];
const CONSTANT: f32 = -8.91;
/// Weight of what the days say.
const DAYS: f32 = 0.73;

/// Vectors of which one is so many times longer than the other are compared by looking up.
const LOOK_UP_RATIO: usize = 16;

/// Articles put together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Side<'g> {
    /// How many they are.
    pub(crate) n_articles: usize,
    /// The sum of their vectors.
    pub(crate) sum: &'g [(u32, f32)],
    /// Their days of publication, in order, as days since 1970.
    pub(crate) days: &'g [i32],
}

/// The logarithm of the odds that the two tell of one happening.
pub(crate) fn log_odds(a: Side<'_>, b: Side<'_>, vocabulary: &Vocabulary, pace: &Pace) -> f32 {
    let of_days = days_between(a.days, b.days).map_or(0.0, |days| pace.log_odds(days));
    log_odds_of_words(a, b, vocabulary) - pace.sameness + DAYS * of_days
}

/// What the words alone say.
pub(crate) fn log_odds_of_words(a: Side<'_>, b: Side<'_>, vocabulary: &Vocabulary) -> f32 {
    let n_pairs = (a.n_articles * b.n_articles) as f32;
    let sums = products(a.sum, b.sum, vocabulary);
    let of_bag = |bag: usize| {
        let mean = sums[bag] / n_pairs;
        MEAN[bag] * mean + ROOT[bag] * mean.max(0.0).sqrt()
    };
    CONSTANT + (0..N_BAGS).map(of_bag).sum::<f32>()
}

/// The products of two vectors, bag by bag.
fn products(a: &[(u32, f32)], b: &[(u32, f32)], vocabulary: &Vocabulary) -> [f32; N_BAGS] {
    let (short, mut long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut sums = [0.0; N_BAGS];
    let looks_up = long.len() > LOOK_UP_RATIO * short.len();
    for &(number, weight) in short {
        let skipped = if looks_up {
            long.partition_point(|x| x.0 < number)
        } else {
            long.iter().take_while(|x| x.0 < number).count()
        };
        long = &long[skipped..];
        match long.first() {
            Some(&(n, w)) if n == number => sums[vocabulary.bag(number) as usize] += weight * w,
            Some(_) => {}
            None => break,
        }
    }
    sums
}

/// The days between the nearest two.
fn days_between(a: &[i32], b: &[i32]) -> Option<i32> {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let nearest = |day: &i32| {
        let at = many.partition_point(|d| d < day);
        let after = many.get(at).map(|d| d - day);
        let before = at.checked_sub(1).map(|i| day - many[i]);
        after.into_iter().chain(before).min()
    };
    few.iter().filter_map(nearest).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_days_count() {
        assert_eq!(days_between(&[1, 50], &[40, 90]), Some(10));
        assert_eq!(days_between(&[5], &[1, 5, 9]), Some(0));
        assert_eq!(days_between(&[], &[1]), None);
    }
}
