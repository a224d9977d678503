//! "The visit", "the arrest": a happening named again by a bare noun, where the pile tells of only one that it can be.

use super::kinship::Kinship;
use crate::record::{Claim, Record};
use rashomon_reading::modality::{Modality, Polarity};

/// Puts each claim that only names a happening again into the group that tells of it: the one that the same article tells
/// of before, else the only one of the pile.
pub(super) fn resolve(record: &Record, kinship: &Kinship, groups: &mut Vec<Vec<usize>>) {
    let is_alone = |group: &Vec<usize>| matches!(group[..], [claim] if names_again(record, claim));
    let alone: Vec<usize> = (0..groups.len()).filter(|&g| is_alone(&groups[g])).collect();
    let mut into: Vec<(usize, usize)> = Vec::new();
    for &at in &alone {
        let claim = groups[at][0];
        let tells = |&g: &usize| !alone.contains(&g) && can_be(record, kinship, claim, &groups[g]);
        let candidates: Vec<usize> = (0..groups.len()).filter(tells).collect();
        let is_before =
            |&c: &usize| record.claims[c].span.article == record.claims[claim].span.article && c < claim;
        let here: Vec<usize> =
            candidates.iter().copied().filter(|&g| groups[g].iter().any(&is_before)).collect();
        match (&here[..], &candidates[..]) {
            ([one], _) | ([], [one]) => into.push((at, *one)),
            _ => {}
        }
    }
    for (from, to) in into {
        let claims = std::mem::take(&mut groups[from]);
        groups[to].extend(claims);
        groups[to].sort_unstable();
    }
    groups.retain(|group| !group.is_empty());
    groups.sort_by_key(|group| group[0]);
}

/// Whether a claim is no more than "the" and a noun, of something that came about, at no stated time.
fn names_again(record: &Record, claim: usize) -> bool {
    let claim = &record.claims[claim];
    let article = &record.articles[claim.span.article];
    let sentence = article.sentences[claim.sentence].span;
    let text = &article.article.text;
    let before = text.get(sentence.start()..claim.trigger.start()).unwrap_or("");
    let word = before.split_whitespace().next_back().unwrap_or("");
    let is_definite = ["the", "that", "this"].iter().any(|d| word.eq_ignore_ascii_case(d));
    is_definite && claim.time.is_none() && claim.participants.is_empty() && is_told(claim)
}

fn is_told(claim: &Claim) -> bool {
    matches!(claim.modality, Modality::Happened | Modality::Ongoing) && claim.polarity == Polarity::Positive
}

/// Whether the group tells, with somebody who takes part, of what the noun names.
fn can_be(record: &Record, kinship: &Kinship, noun: usize, group: &[usize]) -> bool {
    let tells = |&c: &usize| {
        let claim = &record.claims[c];
        is_told(claim) && !claim.participants.is_empty() && kinship.is_one_word(noun, c)
    };
    let fits = |&c: &usize| kinship.score(noun.min(c), noun.max(c)).is_some();
    group.iter().any(tells) && group.iter().all(fits)
}
