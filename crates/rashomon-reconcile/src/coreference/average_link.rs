//! Clustering by mean likeness of the groups' members, on a sparse graph.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// Two groups that may be joined.
struct Join {
    mean: f64,
    first: usize,
    second: usize,
    /// How often each group had changed when the mean was taken.
    changes: (usize, usize),
}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> Ordering {
        let earlier = (other.first, other.second).cmp(&(self.first, self.second));
        self.mean.total_cmp(&other.mean).then(earlier)
    }
}

impl PartialOrd for Join {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Join {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Join {}

/// Groups, and the sums of likeness between their members.
struct Groups {
    sums: Vec<BTreeMap<usize, f64>>,
    size: Vec<f64>,
    n_changes: Vec<usize>,
}

impl Groups {
    fn join(&self, a: usize, b: usize) -> Join {
        let (first, second) = (a.min(b), a.max(b));
        let sum = self.sums[first].get(&second).copied().unwrap_or(0.0);
        let mean = sum / (self.size[first] * self.size[second]);
        Join { mean, first, second, changes: (self.n_changes[first], self.n_changes[second]) }
    }

    fn is_fresh(&self, join: &Join) -> bool {
        join.changes == (self.n_changes[join.first], self.n_changes[join.second])
    }

    /// Puts the second group into the first.
    fn merge(&mut self, first: usize, second: usize) {
        for (other, sum) in std::mem::take(&mut self.sums[second]) {
            self.sums[other].remove(&second);
            if other != first {
                *self.sums[first].entry(other).or_default() += sum;
                *self.sums[other].entry(first).or_default() += sum;
            }
        }
        self.size[first] += self.size[second];
        self.n_changes[first] += 1;
        self.n_changes[second] += 1;
    }
}

/// Joins the two most alike groups of `0..n` again and again while their mean likeness reaches `least` (above
/// zero); for each item the first of its group. Pairs that are not given have no likeness.
pub(super) fn average_link(n: usize, pairs: &[(usize, usize, f64)], least: f64) -> Vec<usize> {
    let mut groups = Groups { sums: vec![BTreeMap::new(); n], size: vec![1.0; n], n_changes: vec![0; n] };
    for &(a, b, likeness) in pairs {
        groups.sums[a].insert(b, likeness);
        groups.sums[b].insert(a, likeness);
    }
    let mut into: Vec<usize> = (0..n).collect();
    let mut heap: BinaryHeap<Join> = pairs.iter().map(|&(a, b, _)| groups.join(a, b)).collect();
    heap.retain(|join| join.mean >= least);
    while let Some(join) = heap.pop() {
        if !groups.is_fresh(&join) {
            continue;
        }
        groups.merge(join.first, join.second);
        into[join.second] = join.first;
        let others: Vec<usize> = groups.sums[join.first].keys().copied().collect();
        heap.extend(others.into_iter().map(|o| groups.join(join.first, o)).filter(|j| j.mean >= least));
    }
    // A group always goes into an earlier one, so an item's goal is known before the item is reached.
    for item in 0..n {
        into[item] = into[into[item]];
    }
    into
}

#[cfg(test)]
mod tests {
    use super::average_link;

    #[test]
    fn the_mean_decides() {
        // 0 and 1 are one; 2 is like 1 alone.
        assert_eq!(average_link(3, &[(0, 1, 0.9), (1, 2, 0.8)], 0.5), [0, 0, 2]);
        assert_eq!(average_link(3, &[(0, 1, 0.9), (0, 2, 0.4), (1, 2, 0.8)], 0.5), [0, 0, 0]);
        assert_eq!(average_link(4, &[(2, 3, 0.6), (0, 3, 0.7)], 0.5), [0, 1, 2, 0]);
        assert!(average_link(0, &[], 0.5).is_empty());
    }
}
