//! The same words of one speaker in several articles are one utterance.

use crate::record::{Quotation, Record};
use rustc_hash::FxHashMap;

/// Fewest words in marks for two quotations to be the same utterance when speakers are unknown on one side.
/// Three words can be a set phrase; four rarely are (seen on the development dossiers).
const N_WORDS_MIN: usize = 4;
/// Share of the shorter quotation's words that must stand, in order, in the longer one.
const SHARE_MIN: f64 = 0.8;

/// Fills `same_as` of all quotations.
pub(crate) fn link(record: &mut Record) {
    let words: Vec<Vec<String>> = record.quotations.iter().map(|q| words_said(record, q)).collect();
    let mut same: Vec<Vec<usize>> = vec![Vec::new(); words.len()];
    for (a, b) in candidates(&words) {
        let (qa, qb) = (&record.quotations[a], &record.quotations[b]);
        if qa.article != qb.article && speakers_agree(qa, qb) && same_words(&words[a], &words[b], qa, qb) {
            same[a].push(b);
            same[b].push(a);
        }
    }
    for (quotation, mut others) in record.quotations.iter_mut().zip(same) {
        others.sort_unstable();
        others.dedup();
        quotation.same_as = others;
    }
}

/// The words in quotation marks, folded; for indirect speech those of the content.
fn words_said(record: &Record, quotation: &Quotation) -> Vec<String> {
    let article = &record.articles[quotation.article].article;
    let spans = if quotation.in_marks.is_empty() { &quotation.content } else { &quotation.in_marks };
    let text: Vec<String> = spans.iter().map(|&s| crate::entities::fold(article.slice(s))).collect();
    text.join(" ").split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Pairs that share a run of three words (or are whole and equal).
fn candidates(words: &[Vec<String>]) -> Vec<(usize, usize)> {
    let mut index: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let mut pairs = Vec::new();
    for (i, said) in words.iter().enumerate() {
        let mut runs: Vec<String> = said.windows(3).map(|w| w.join(" ")).collect();
        runs.push(said.join(" "));
        runs.sort_unstable();
        runs.dedup();
        for run in runs.into_iter().filter(|r| !r.is_empty()) {
            let others = index.entry(run).or_default();
            pairs.extend(others.iter().map(|&j| (j, i)));
            others.push(i);
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn speakers_agree(a: &Quotation, b: &Quotation) -> bool {
    match (a.speaker, b.speaker) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

fn same_words(a: &[String], b: &[String], qa: &Quotation, qb: &Quotation) -> bool {
    let shorter = a.len().min(b.len());
    let in_marks = !qa.in_marks.is_empty() && !qb.in_marks.is_empty();
    let same_speaker = qa.speaker.is_some() && qa.speaker == qb.speaker;
    let n_words_min = if in_marks || same_speaker { 1 } else { N_WORDS_MIN };
    if shorter < n_words_min || (!in_marks && !same_speaker) {
        return false;
    }
    in_order(a, b) as f64 >= SHARE_MIN * shorter as f64
}

/// Length of the longest common subsequence.
fn in_order(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}
