//! How alike two claims of different articles are, before anything is known of dates or entities.

use crate::reconcile::Account;
use rashomon_reading::Reading;
use rashomon_reading::claim::{Claim, EventType};
use rashomon_text::Span;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// Weighted share of content words (cosine) from which two sentences may tell the same; chosen on the bundled
/// example, where unrelated sentences of one situation stay below 0.2.
const COSINE_MIN: f32 = 0.3;
/// The same, when the predicate differs too.
const COSINE_MIN_OTHER_PREDICATE: f32 = 0.45;

/// Word weights of the pile.
pub(crate) struct Likeness {
    /// Sentence vectors of each article: sorted (lemma, weight), of length one.
    sentences: Vec<Vec<Vec<(SmolStr, f32)>>>,
}

impl Likeness {
    /// Counts in how many articles each content word stands.
    pub(crate) fn new(accounts: &[Account]) -> Self {
        let mut frequency: FxHashMap<&str, usize> = FxHashMap::default();
        for account in accounts {
            let mut words: Vec<&str> = account.reading.words.iter().map(|w| w.lemma.as_str()).collect();
            words.sort_unstable();
            words.dedup();
            words.into_iter().for_each(|w| *frequency.entry(w).or_default() += 1);
        }
        let n = accounts.len() as f32;
        let weight = |word: &str| (1.0 + n / frequency[word] as f32).ln();
        let vectors =
            |reading: &Reading| reading.sentences.iter().map(|s| vector(reading, s.span, &weight)).collect();
        Self { sentences: accounts.iter().map(|a| vectors(&a.reading)).collect() }
    }

    /// Whether two claims, of the articles at these positions, plausibly tell the same happening.
    pub(crate) fn is_same_telling(&self, (a, mine): (usize, &Claim), (b, theirs): (usize, &Claim)) -> bool {
        let same_predicate = mine.predicate == theirs.predicate;
        let same_kind = mine.kind == theirs.kind && mine.kind != EventType::Other;
        if !same_predicate && !same_kind {
            return false;
        }
        let cosine = dot(&self.sentences[a][mine.sentence], &self.sentences[b][theirs.sentence]);
        cosine >= if same_predicate { COSINE_MIN } else { COSINE_MIN_OTHER_PREDICATE }
    }
}

fn vector(reading: &Reading, span: Span, weight: &dyn Fn(&str) -> f32) -> Vec<(SmolStr, f32)> {
    let mut words: Vec<SmolStr> = reading.words_in(span).iter().map(|w| w.lemma.clone()).collect();
    words.sort_unstable();
    words.dedup();
    let mut vector: Vec<(SmolStr, f32)> = words.into_iter().map(|w| (w.clone(), weight(&w))).collect();
    let length = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    vector.iter_mut().for_each(|(_, w)| *w /= length);
    vector
}

fn dot(a: &[(SmolStr, f32)], b: &[(SmolStr, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a[i].1 * b[j].1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}
