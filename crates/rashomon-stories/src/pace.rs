//! What days say in this pile, and how alike its articles are when they tell of different things.

use crate::index::Index;
use crate::likeness::{Side, log_odds_of_words};
use crate::weights::{Vector, Vocabulary};

/// The classes of days between two articles: up to so many.
const DAYS_MAX: [i32; N_CLASSES - 1] = [1, 3, 10, 30, 90];
const N_CLASSES: usize = 6;
/// Shares of the classes among dated articles of one story, as counted in ECB+ (train), a little smoothed.
const IN_ONE_STORY: [f32; N_CLASSES] = [0.64, 0.08, 0.09, 0.07, 0.07, 0.05];
/// Pairs of articles of one story that every pile is thought to have: a pile of few dated articles says little.
const N_PAIRS_BEFORE: f32 = 2.0;

/// Articles further apart than this are hardly of one story.
const DAYS_FAR: i32 = 90;
/// Share of articles whose likest far article may not pass for one of their story.
const SHARE_KEPT_APART: f32 = 0.7;
/// Articles that the sameness is measured on, taken evenly from the pile; fewer than the least say nothing.
const N_SAMPLE_MAX: usize = 400;
const N_SAMPLE_MIN: usize = 20;
/// Taken for the likest far article of one that has no words in common with any.
const LOG_ODDS_OF_NONE: f32 = -9.0;

/// How fast stories follow each other in a pile, and how alike they are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pace {
    /// The logarithm of how much commoner each class of days is within a story than in the pile.
    of_class: [f32; N_CLASSES],
    /// By how much the words of different stories look like those of one: where all articles tell of the like (thefts,
    /// storms), likeness says less. Measured on pairs of articles months apart, which are hardly of one story.
    pub(crate) sameness: f32,
}

impl Pace {
    /// Measures a pile: the vectors and days of its articles, by number.
    pub(crate) fn of(
        vectors: &[Vector],
        days: &[Option<i32>],
        index: &Index,
        vocabulary: &Vocabulary,
    ) -> Self {
        let of_class = of_classes(days);
        Self { of_class, sameness: sameness(vectors, days, index, vocabulary) }
    }

    /// What so many days between two articles say.
    pub(crate) fn log_odds(&self, days: i32) -> f32 {
        self.of_class[class(days)]
    }
}

fn class(days: i32) -> usize {
    DAYS_MAX.iter().position(|&most| days <= most).unwrap_or(N_CLASSES - 1)
}

fn of_classes(days: &[Option<i32>]) -> [f32; N_CLASSES] {
    let mut dated: Vec<i32> = days.iter().copied().flatten().collect();
    dated.sort_unstable();
    let mut n_of_class = [0.0_f32; N_CLASSES];
    for (i, day) in dated.iter().enumerate() {
        let later = &dated[i + 1..];
        let mut n_before = 0;
        for (n, most) in n_of_class.iter_mut().zip(DAYS_MAX) {
            let n_within = later.partition_point(|d| d - day <= most);
            *n += (n_within - n_before) as f32;
            n_before = n_within;
        }
        n_of_class[N_CLASSES - 1] += (later.len() - n_before) as f32;
    }
    let n: f32 = n_of_class.iter().sum::<f32>() + N_PAIRS_BEFORE;
    std::array::from_fn(|c| {
        let in_pile = (n_of_class[c] + N_PAIRS_BEFORE * IN_ONE_STORY[c]) / n;
        (IN_ONE_STORY[c] / in_pile).ln()
    })
}

fn sameness(vectors: &[Vector], days: &[Option<i32>], index: &Index, vocabulary: &Vocabulary) -> f32 {
    let dated: Vec<usize> = (0..vectors.len()).filter(|&a| days[a].is_some()).collect();
    let step = dated.len().div_ceil(N_SAMPLE_MAX).max(1);
    let mut likest: Vec<f32> = Vec::new();
    for &article in dated.iter().step_by(step) {
        let is_far = |other: u32| {
            let between = days[article].zip(days[other as usize]).map(|(a, b)| (a - b).abs());
            between.is_some_and(|between| between > DAYS_FAR)
        };
        if !dated.first().zip(dated.last()).is_some_and(|(&a, &b)| is_far(a as u32) || is_far(b as u32)) {
            continue;
        }
        let side = |a: usize| Side { n_articles: 1, sum: &vectors[a], days: &[] };
        let odds = |other: u32| log_odds_of_words(side(article), side(other as usize), vocabulary);
        let found = index.find(&vectors[article], is_far).into_iter().map(odds);
        likest.push(found.fold(LOG_ODDS_OF_NONE, f32::max));
    }
    if likest.len() < N_SAMPLE_MIN {
        return 0.0;
    }
    likest.sort_unstable_by(f32::total_cmp);
    likest[((likest.len() - 1) as f32 * SHARE_KEPT_APART) as usize].max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_say_more_where_stories_are_far_between() {
        let of = |days: &[i32]| of_classes(&days.iter().map(|&d| Some(d)).collect::<Vec<_>>());
        let years: Vec<i32> = (0..200).map(|i| i * 9).collect();
        let week: Vec<i32> = (0..200).map(|i| i % 7).collect();
        assert!(of(&years)[0] > 2.0 && of(&years)[5] < -2.0, "{:?}", of(&years));
        assert!(of(&week)[0].abs() < 1.0, "{:?}", of(&week));
        assert!(of(&[]).iter().all(|o| o.abs() < 1e-5));
    }

    #[test]
    fn a_class_ends_with_its_last_day() {
        assert_eq!([0, 1, 2, 3, 90, 91].map(class), [0, 0, 1, 1, 4, 5]);
    }
}
