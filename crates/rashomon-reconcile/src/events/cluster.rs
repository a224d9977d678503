//! Groups claims greedily from the surest pair on.

use super::is_copied;
use super::kinship::{JOIN_MIN, Kinship};
use super::nominals;
use crate::entities::Sets;
use crate::record::Record;
use rustc_hash::FxHashMap;

/// Mean score of all pairs between two groups from which the groups may join.
const MEAN_MIN: f32 = 0.30;
/// Groups larger than this are compared by a sample of their first claims, to keep the work linear.
const SAMPLE_MAX: usize = 8;

/// Claims that tell of the same happening, each group in pile order, groups by their first claim.
pub(crate) fn clusters(record: &Record) -> Vec<Vec<usize>> {
    let kinship = Kinship::new(record);
    let mut scored = kinship.pairs(JOIN_MIN);
    scored.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut sets = Sets::new(record.claims.len());
    let mut members: Vec<Vec<usize>> = (0..record.claims.len()).map(|c| vec![c]).collect();
    // Groups that may not join, with their sizes: asked again only when one has grown.
    let mut refused: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for (_, a, b) in scored {
        let (a, b) = (sets.find(a), sets.find(b));
        if a == b {
            continue;
        }
        let (a, b) = (a.min(b), a.max(b));
        let size = members[a].len() + members[b].len();
        if refused.get(&(a, b)) == Some(&size) {
            continue;
        }
        if may_join(&kinship, &sample(record, &members[a]), &sample(record, &members[b])) {
            let right = std::mem::take(&mut members[b]);
            members[a].extend(right);
            members[a].sort_unstable();
            sets.join(a, b);
        } else {
            refused.insert((a, b), size);
        }
    }
    members.retain(|group| !group.is_empty());
    nominals::resolve(record, &kinship, &mut members);
    members
}

/// The claims by which a group is compared: copies say what their originals say, in words that may be no writer's.
fn sample(record: &Record, group: &[usize]) -> Vec<usize> {
    let own = group.iter().filter(|&&c| !is_copied(record, &record.claims[c])).take(SAMPLE_MAX);
    let own: Vec<usize> = own.copied().collect();
    if own.is_empty() { group.iter().take(SAMPLE_MAX).copied().collect() } else { own }
}

/// Whether all sampled pairs are compatible and alike on average.
fn may_join(kinship: &Kinship, left: &[usize], right: &[usize]) -> bool {
    let (mut sum, mut count) = (0.0, 0);
    for &a in left {
        for &b in right {
            let Some(score) = kinship.score(a.min(b), a.max(b)) else { return false };
            sum += score;
            count += 1;
        }
    }
    sum >= MEAN_MIN * count as f32
}
