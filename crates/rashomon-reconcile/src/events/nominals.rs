//! "The visit", "her arrest", "the closure of the mine": a happening named again by a definite noun, where the pile tells of
//! only one that it can be.

use super::kinship::{Kinship, NamedBy};
use super::moments::is_history;
use crate::record::{Claim, Record};
use rashomon_reading::modality::{Modality, Polarity};

/// Puts each group that only names a happening again into the group that tells of it: the one that the same article tells
/// of before, else the only one of the pile.
pub(super) fn resolve(record: &Record, kinship: &Kinship, groups: &mut Vec<Vec<usize>>) {
    let names = |group: &Vec<usize>| group.iter().all(|&c| names_again(&record.claims[c]));
    let naming: Vec<usize> = (0..groups.len()).filter(|&g| names(&groups[g])).collect();
    let mut into: Vec<(usize, usize)> = Vec::new();
    for &at in &naming {
        let group = &groups[at];
        let by =
            |g: usize| if naming.contains(&g) { None } else { can_be(record, kinship, group, &groups[g]) };
        let candidates: Vec<(NamedBy, usize)> = (0..groups.len()).filter_map(|g| Some((by(g)?, g))).collect();
        let is_before = |&told: &usize| {
            let article = |c: usize| record.claims[c].span.article;
            group.iter().any(|&c| article(c) == article(told) && told < c)
        };
        let here: Vec<(NamedBy, usize)> =
            candidates.iter().copied().filter(|(_, g)| groups[*g].iter().any(&is_before)).collect();
        let all = if here.is_empty() { &candidates } else { &here };
        into.extend(the_one(record, groups, all).map(|to| (at, to)));
    }
    for (from, to) in into {
        let claims = std::mem::take(&mut groups[from]);
        groups[to].extend(claims);
        groups[to].sort_unstable();
    }
    groups.retain(|group| !group.is_empty());
    groups.sort_by_key(|group| group[0]);
}

/// The only one of those that are named most surely; of what one sentence tells, what it tells first.
fn the_one(record: &Record, groups: &[Vec<usize>], candidates: &[(NamedBy, usize)]) -> Option<usize> {
    let surest = candidates.iter().map(|(by, _)| *by).min()?;
    let best: Vec<usize> = candidates.iter().filter(|(by, _)| *by == surest).map(|(_, g)| *g).collect();
    let sentences =
        |g: usize| groups[g].iter().map(|&c| (record.claims[c].span.article, record.claims[c].sentence));
    let (first, rest) = best.split_first()?;
    let is_of_one_sentence = |&g: &usize| sentences(*first).any(|s| sentences(g).any(|t| s == t));
    rest.iter().all(is_of_one_sentence).then_some(*first)
}

/// Whether a claim is a definite noun for something that came about.
fn names_again(claim: &Claim) -> bool {
    claim.is_definite && is_told(claim)
}

fn is_told(claim: &Claim) -> bool {
    matches!(claim.modality, Modality::Happened | Modality::Ongoing) && claim.polarity == Polarity::Positive
}

/// By what the nouns name again what a group tells; `None` where they do not, or where something speaks against it.
fn can_be(record: &Record, kinship: &Kinship, nouns: &[usize], group: &[usize]) -> Option<NamedBy> {
    let is_old = |claims: &[usize]| claims.iter().any(|&c| is_history(record, &record.claims[c]));
    let told = group.iter().filter(|&&c| is_told(&record.claims[c]));
    let by = told.flat_map(|&c| nouns.iter().filter_map(move |&n| kinship.named_by(n, c))).min()?;
    let fits = |&c: &usize| nouns.iter().all(|&n| kinship.are_compatible(n.min(c), n.max(c)));
    (is_old(nouns) == is_old(group) && group.iter().all(fits)).then_some(by)
}
