//! The sentences that tell best what happened on a day.

use super::days::Scored;
use super::{Pile, Told};
use crate::record::TextSpan;
use rashomon_text::Date;
use rustc_hash::{FxHashMap, FxHashSet};

/// What the first sentences of the day's articles weigh in what is said of it, beside those that name it.
const LEAD_WEIGHT: f32 = 0.5;
/// The least that is left of the likeness of a first sentence that names no day.
const LEAD_MIN: f32 = 0.7;
/// Days within which an account tells the news of a day, and what is left of the likeness of later ones.
const FRESH_DAYS_MAX: i32 = 3;
const RECALLED: f32 = 0.8;
/// What is left of the likeness of a sentence written before the day: it tells what was to come.
const AHEAD: f32 = 0.5;
/// Share of words in common from which two sentences say the same.
const SAME_SHARE_MIN: f32 = 0.5;
/// Content words of a sentence that tells enough, and not too much.
const N_WORDS: std::ops::RangeInclusive<usize> = 5..=30;
/// What is left of the likeness of a sentence outside these lengths, of one that opens with a pronoun, of one that stood
/// in the pile before.
const OUT_OF_LENGTH: f32 = 0.5;
const LEANING: f32 = 0.7;
const REPEATED: f32 = 0.8;
/// Gain of standing first in the article, halved from sentence to sentence.
const FIRST_GAIN: f32 = 0.2;

/// The best sentences of a day, none that is used already.
pub(super) fn best(pile: &Pile, day: &Scored, n: usize, used: &mut FxHashSet<Vec<u32>>) -> Vec<TextSpan> {
    let candidates = || {
        let named = day.named.iter().map(|&i| (i, 1.0));
        named.chain(day.leads.iter().map(|&i| (i, LEAD_WEIGHT)))
    };
    let centroid = centroid(pile, candidates());
    let mut ranked: Vec<(f32, usize)> = candidates()
        .map(|(i, weight)| {
            (weight.max(LEAD_MIN) * freshness(pile, i, day.day) * worth(pile, i, &centroid), i)
        })
        .filter(|(_, i)| !used.contains(&pile.told[*i].words))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| key(pile, a.1).cmp(&key(pile, b.1))));
    let mut chosen: Vec<usize> = Vec::new();
    for (_, i) in ranked {
        if chosen.len() == n {
            break;
        }
        if !chosen.iter().any(|&c| shares(&pile.told[c], &pile.told[i]) >= SAME_SHARE_MIN) {
            chosen.push(i);
        }
    }
    used.extend(chosen.iter().map(|&i| pile.told[i].words.clone()));
    chosen.into_iter().map(|i| pile.told[i].at).collect()
}

/// A sentence's place that does not depend on the order of the accounts.
fn key<'a>(pile: &'a Pile, i: usize) -> (&'a str, usize) {
    let told = &pile.told[i];
    (pile.accounts[told.at.article].article.id.as_str(), told.position)
}

/// The news of the day itself before what is recalled of it later.
fn freshness(pile: &Pile, i: usize, day: Date) -> f32 {
    let published = pile.published[pile.told[i].at.article];
    let age = published.and_then(|p| day.until(p).ok()).map_or(i32::MAX, |s| s.get_days());
    match age {
        ..0 => AHEAD,
        0..=FRESH_DAYS_MAX => 1.0,
        _ => RECALLED,
    }
}

/// The mean of what the sentences say, by word.
fn centroid(pile: &Pile, sentences: impl Iterator<Item = (usize, f32)>) -> FxHashMap<u32, f32> {
    let mut centroid: FxHashMap<u32, f32> = FxHashMap::default();
    for (i, weight) in sentences {
        let told = &pile.told[i];
        let length = length(pile, told);
        let weight = weight * told.relevance * if told.is_repeated { REPEATED } else { 1.0 };
        for &word in &told.words {
            *centroid.entry(word).or_default() += weight * pile.weights[word as usize] / length;
        }
    }
    centroid
}

fn length(pile: &Pile, told: &Told) -> f32 {
    let squares: f32 = told.words.iter().map(|&w| pile.weights[w as usize].powi(2)).sum();
    squares.sqrt().max(f32::MIN_POSITIVE)
}

/// Likeness to the centroid, less for what a reader cannot use.
fn worth(pile: &Pile, i: usize, centroid: &FxHashMap<u32, f32>) -> f32 {
    let told = &pile.told[i];
    let dot: f32 =
        told.words.iter().map(|w| centroid.get(w).unwrap_or(&0.0) * pile.weights[*w as usize]).sum();
    let text = pile.accounts[told.at.article].article.slice(told.at.span);
    let leans = crate::leaning::opens_leaning(text);
    let mut worth = dot / length(pile, told) * told.relevance;
    if !N_WORDS.contains(&told.words.len()) {
        worth *= OUT_OF_LENGTH;
    }
    if leans || text.ends_with('?') {
        worth *= LEANING;
    }
    if told.is_repeated {
        worth *= REPEATED;
    }
    worth * (1.0 + FIRST_GAIN * 0.5_f32.powi(i32::try_from(told.position.min(10)).unwrap_or(10)))
}

/// Share of the shorter sentence's words that the other one has too.
fn shares(a: &Told, b: &Told) -> f32 {
    let shared = a.words.iter().filter(|w| b.words.binary_search(w).is_ok()).count();
    shared as f32 / a.words.len().min(b.words.len()).max(1) as f32
}
