//! How much each day matters.

use super::Pile;
use rashomon_text::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// A sentence that stood in the pile before counts as so much of one.
const REPEATED: f32 = 0.2;
/// A sentence that names a day only as that on which somebody spoke counts as so much of one.
const SAID: f32 = 0.3;
/// From so many days after the day on, an account looks back on it.
const LATER_DAYS_MIN: i32 = 2;
/// First sentences of an article that tell what is new on the day before or of its publication.
pub(super) const N_LEAD: usize = 3;
/// Weights of the logarithms of what speaks for a day: sentences that name it, articles that look back on it, articles
/// that name it, articles published on it.
const WEIGHTS: [f32; 4] = [1.0, 1.2, 0.5, 0.3];

/// A day with what speaks for it.
pub(super) struct Scored {
    pub(super) day: Date,
    pub(super) score: f32,
    pub(super) n_articles: usize,
    /// Positions of the sentences that name it.
    pub(super) named: Vec<usize>,
    /// Positions of the first sentences of articles published on it.
    pub(super) leads: Vec<usize>,
}

#[derive(Default)]
struct Counts {
    named: Vec<usize>,
    leads: Vec<usize>,
    sentences: f32,
    articles: FxHashSet<usize>,
    later: FxHashMap<usize, f32>,
    published: FxHashSet<usize>,
}

/// All days named within the time of the pile, or on which an article came out.
pub(super) fn scores(pile: &Pile) -> Vec<Scored> {
    let mut days: BTreeMap<Date, Counts> = BTreeMap::new();
    for (i, told) in pile.told.iter().enumerate().filter(|(_, t)| t.relevance > 0.0) {
        let article = told.at.article;
        let weight = told.relevance * if told.is_repeated { REPEATED } else { 1.0 };
        let published = pile.published[article];
        for &day in &told.days {
            let counts = days.entry(day).or_default();
            counts.named.push(i);
            counts.sentences += weight;
            counts.articles.insert(article);
            let age = published.and_then(|p| day.until(p).ok()).map_or(0, |s| s.get_days());
            if age >= LATER_DAYS_MIN {
                let most = counts.later.entry(article).or_default();
                *most = most.max(weight);
            }
        }
        for &day in &told.said {
            days.entry(day).or_default().sentences += SAID * weight;
        }
        if let Some(day) = published.filter(|_| told.position < N_LEAD) {
            let counts = days.entry(day).or_default();
            counts.published.insert(article);
            if told.days.is_empty() {
                counts.leads.push(i);
            }
        }
    }
    let span = covered(pile);
    let in_time = |day: &Date| span.is_some_and(|(first, last)| (first..=last).contains(day));
    days.into_iter().filter(|(day, _)| in_time(day)).map(|(day, counts)| scored(day, counts)).collect()
}

/// Days before the first publication from which a day belongs to the time of the pile.
const BEFORE_DAYS_MAX: i64 = 60;

/// From some time before the first publication to the last; where none is known, all days.
fn covered(pile: &Pile) -> Option<(Date, Date)> {
    let known = || pile.published.iter().flatten();
    match (known().min(), known().max()) {
        (Some(&first), Some(&last)) => {
            let before = first.checked_sub(jiff::Span::new().days(BEFORE_DAYS_MAX)).unwrap_or(first);
            Some((before, last))
        }
        _ => Some((Date::MIN, Date::MAX)),
    }
}

fn scored(day: Date, counts: Counts) -> Scored {
    // Sums in the order of the articles: a sum of floats depends on it.
    let mut later: Vec<(usize, f32)> = counts.later.into_iter().collect();
    later.sort_unstable_by_key(|(article, _)| *article);
    let later: f32 = later.iter().map(|(_, weight)| weight).sum();
    let amounts = [counts.sentences, later, counts.articles.len() as f32, counts.published.len() as f32];
    let score = WEIGHTS.iter().zip(amounts).map(|(weight, amount)| weight * (1.0 + amount).ln()).sum();
    let n_articles = counts.articles.union(&counts.published).count();
    Scored { day, score, n_articles, named: counts.named, leads: counts.leads }
}
