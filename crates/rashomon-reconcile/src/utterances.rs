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
    // "Inspectors" are other entities in each account; who says the same under the same description is the same.
    let name = |e: usize| crate::entities::fold(&record.entities[e].name);
    a == b || speaks_for(a, b) || speaks_for(b, a) || name(a) == name(b)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Told, assert_lines, record_of, reuse, utterances};

    /// Who says what, and where else the same is said.
    #[track_caller]
    fn check(pile: &[Told], expected: &[&str]) {
        assert_lines(&utterances(&record_of(pile)), expected, "utterances");
    }

    const PROMISE: &str =
        "\"We will rebuild every house before the winter,\" Anna Berg told reporters on Tuesday.";

    #[test]
    fn the_same_words_of_one_speaker_are_one_utterance() {
        let pile = [
            ("north", "2023-05-17", PROMISE),
            ("south", "2023-05-17", "Anna Berg vowed: \"We will rebuild every house.\""),
        ];
        check(
            &pile,
            &[
                "north Anna Berg: We will rebuild every house before the winter, = south",
                "south Anna Berg: We will rebuild every house. = north",
            ],
        );
    }

    #[test]
    fn one_utterance_is_not_copying() {
        let pile = [
            ("north", "2023-05-17", PROMISE),
            (
                "south",
                "2023-05-17",
                "After a visit to the flooded quarter, mayor Anna Berg was blunt. \
                 \"We will rebuild every house before the winter,\" Berg said.",
            ),
        ];
        let record = record_of(&pile);
        assert_lines(&reuse(&record), &["north south quotes-only"], "quotes");
        assert!(record.origins.is_empty(), "shared quotations make no common origin");
    }

    #[test]
    fn the_same_words_of_another_speaker_are_another_utterance() {
        let pile = [
            ("north", "2023-05-17", PROMISE),
            (
                "south",
                "2023-05-17",
                "\"We will rebuild every house before the winter,\" Carl Lund said in Lyon.",
            ),
        ];
        check(
            &pile,
            &[
                "north Anna Berg: We will rebuild every house before the winter,",
                "south Carl Lund: We will rebuild every house before the winter,",
            ],
        );
    }

    #[test]
    fn speakers_known_by_one_description_are_one() {
        let first = "The owner had refused to repair the hull, inspectors said.";
        let same = "Inspectors said the owner had refused to repair the hull.";
        let other = "Fishermen said the owner had refused to repair the hull.";
        check(
            &[("north", "2023-05-17", first), ("south", "2023-05-17", same), ("west", "2023-05-17", other)],
            &[
                "north inspectors: The owner had refused to repair the hull = south",
                "south inspectors: the owner had refused to repair the hull = north",
                "west Fishermen: the owner had refused to repair the hull",
            ],
        );
    }

    #[test]
    fn other_words_of_one_speaker_are_another_utterance() {
        let pile = [
            ("north", "2023-05-17", PROMISE),
            ("south", "2023-05-17", "\"The harbour was not damaged,\" Anna Berg said."),
        ];
        check(
            &pile,
            &[
                "north Anna Berg: We will rebuild every house before the winter,",
                "south Anna Berg: The harbour was not damaged,",
            ],
        );
    }

    #[test]
    fn words_are_counted_in_order() {
        let split = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
        assert_eq!(in_order(&split("we will not leave"), &split("we shall not ever leave")), 3);
        assert_eq!(in_order(&split("a b"), &split("b a")), 1);
        assert_eq!(in_order(&[], &split("a")), 0);
    }
}
