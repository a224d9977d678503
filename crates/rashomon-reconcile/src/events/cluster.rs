//! Groups claims greedily from the surest pair on.

use super::kinship::Kinship;
use crate::entities::Sets;
use crate::record::Record;
use rustc_hash::FxHashMap;

/// Score from which two claims may join.
const JOIN_MIN: f32 = 0.56;
/// Mean score of all pairs between two groups from which the groups may join.
const MEAN_MIN: f32 = 0.40;
/// Groups larger than this are compared by a sample of their first claims, to keep the work linear.
const SAMPLE_MAX: usize = 8;

/// Claims that tell of the same happening, each group in pile order, groups by their first claim.
pub(crate) fn clusters(record: &Record) -> Vec<Vec<usize>> {
    let kinship = Kinship::new(record);
    let mut scored: Vec<(f32, usize, usize)> = kinship
        .pairs()
        .into_iter()
        .filter_map(|(a, b)| Some((kinship.score(a, b)?, a, b)))
        .filter(|(score, ..)| *score >= JOIN_MIN)
        .collect();
    scored.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut sets = Sets::new(record.claims.len());
    let mut members: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (_, a, b) in scored {
        let (a, b) = (sets.find(a), sets.find(b));
        if a == b {
            continue;
        }
        let group = |root: usize| members.get(&root).cloned().unwrap_or_else(|| vec![root]);
        let (mut left, right) = (group(a), group(b));
        if may_join(&kinship, &left, &right) {
            left.extend(right);
            left.sort_unstable();
            sets.join(a, b);
            members.remove(&a);
            members.remove(&b);
            members.insert(a.min(b), left);
        }
    }
    let roots: Vec<usize> = (0..record.claims.len()).map(|c| sets.find(c)).collect();
    let is_root = |c: &usize| roots[*c] == *c;
    (0..roots.len()).filter(is_root).map(|c| members.remove(&c).unwrap_or_else(|| vec![c])).collect()
}

/// Whether all sampled pairs are compatible and alike on average.
fn may_join(kinship: &Kinship, left: &[usize], right: &[usize]) -> bool {
    let (mut sum, mut count) = (0.0, 0);
    for &a in left.iter().take(SAMPLE_MAX) {
        for &b in right.iter().take(SAMPLE_MAX) {
            let Some(score) = kinship.score(a.min(b), a.max(b)) else { return false };
            sum += score;
            count += 1;
        }
    }
    sum >= MEAN_MIN * count as f32
}
