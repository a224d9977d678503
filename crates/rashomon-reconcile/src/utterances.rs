//! The same words of one speaker in several articles are one utterance.

use crate::record::{Quotation, Record};
use rashomon_reuse::ReuseKind;
use rashomon_text::Span;
use rustc_hash::FxHashMap;

/// Fewest words in marks for two quotations to be the same utterance when speakers are unknown on one side.
/// Three words can be a set phrase; four rarely are (seen on the development dossiers).
const N_WORDS_MIN: usize = 4;
/// Share of the shorter quotation's words that must stand, in order, in the longer one.
const SHARE_MIN: f64 = 0.8;

/// Runs of words that more quotations share tell nothing ("the united states").
const N_SHARING_MAX: usize = 64;

/// Fills `same_as` of all quotations.
pub(crate) fn link(record: &mut Record) {
    let words: Vec<Vec<String>> = record.quotations.iter().map(|q| words_said(record, q)).collect();
    let alike = candidates(&words).into_iter().filter(|&(a, b)| {
        let (qa, qb) = (&record.quotations[a], &record.quotations[b]);
        same_words(&words[a], &words[b], record, qa, qb)
    });
    let pairs: Vec<(usize, usize)> = alike.chain(copied(record)).collect();
    let mut same: Vec<Vec<usize>> = vec![Vec::new(); words.len()];
    for (a, b) in pairs {
        let (qa, qb) = (&record.quotations[a], &record.quotations[b]);
        if qa.article != qb.article && speakers_agree(record, qa, qb) {
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

/// Quotations that stand at the same place of a passage and of its copy, however reworded.
fn copied(record: &Record) -> Vec<(usize, usize)> {
    let mut by_article: Vec<Vec<usize>> = vec![Vec::new(); record.articles.len()];
    for (i, quotation) in record.quotations.iter().enumerate() {
        by_article[quotation.article].push(i);
    }
    let within = |article: usize, span: Span| -> Vec<usize> {
        let start = |i: &usize| record.quotations[*i].content.first().map(|c| c.start());
        let all = by_article[article].iter().copied();
        let mut here: Vec<usize> =
            all.filter(|i| start(i).is_some_and(|s| span.start() <= s && s < span.end())).collect();
        here.sort_by_key(start);
        here
    };
    let mut pairs = Vec::new();
    for reuse in record.reuse.iter().filter(|r| r.kind != ReuseKind::QuotesOnly) {
        for passage in &reuse.passages {
            let (from, to) = (within(reuse.from, passage.from), within(reuse.to, passage.to));
            if from.len() == to.len() {
                pairs.extend(from.into_iter().zip(to));
            }
        }
    }
    pairs
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
            if others.len() < N_SHARING_MAX {
                pairs.extend(others.iter().map(|&j| (j, i)));
                others.push(i);
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The same speaker, one on behalf of the other (a ministry and its minister), or one side without a name.
fn speakers_agree(record: &Record, a: &Quotation, b: &Quotation) -> bool {
    let (Some(a), Some(b)) = (a.speaker, b.speaker) else { return true };
    let speaks_for = |who: usize, whom: usize| record.entities[who].affiliation == Some(whom);
    a == b || speaks_for(a, b) || speaks_for(b, a)
}

fn same_words(a: &[String], b: &[String], record: &Record, qa: &Quotation, qb: &Quotation) -> bool {
    let shorter = a.len().min(b.len());
    let in_marks = !qa.in_marks.is_empty() && !qb.in_marks.is_empty();
    let same_speaker = qa.speaker.is_some() && qb.speaker.is_some() && speakers_agree(record, qa, qb);
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
