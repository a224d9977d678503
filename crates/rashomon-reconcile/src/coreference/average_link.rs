//! Clustering by mean and greatest likeness of the groups' members, on a sparse graph.

use super::within::Within;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Two groups that may be joined.
struct Join {
    likeness: f64,
    first: usize,
    second: usize,
    /// How often each group had changed when the likeness was taken.
    changes: (usize, usize),
}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> Ordering {
        let earlier = (other.first, other.second).cmp(&(self.first, self.second));
        self.likeness.total_cmp(&other.likeness).then(earlier)
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

/// Likeness between the members of two groups.
#[derive(Clone, Copy, Default)]
struct Between {
    sum: f64,
    greatest: f64,
}

impl Between {
    fn add(&mut self, other: Self) {
        self.sum += other.sum;
        self.greatest = self.greatest.max(other.greatest);
    }
}

/// Groups, and the likeness between their members.
struct Groups {
    between: Vec<BTreeMap<usize, Between>>,
    /// Members that are compared.
    size: Vec<f64>,
    n_changes: Vec<usize>,
    /// How much the likest two members count; the rest is the mean's.
    share_of_greatest: f64,
}

impl Groups {
    fn join(&self, a: usize, b: usize) -> Join {
        let (first, second) = (a.min(b), a.max(b));
        let between = self.between[first].get(&second).copied().unwrap_or_default();
        let mean = between.sum / (self.size[first] * self.size[second]).max(1.0);
        let likeness = self.share_of_greatest * between.greatest + (1.0 - self.share_of_greatest) * mean;
        Join { likeness, first, second, changes: (self.n_changes[first], self.n_changes[second]) }
    }

    fn is_fresh(&self, join: &Join) -> bool {
        join.changes == (self.n_changes[join.first], self.n_changes[join.second])
    }

    /// Puts the second group into the first.
    fn merge(&mut self, first: usize, second: usize) {
        for (other, between) in std::mem::take(&mut self.between[second]) {
            self.between[other].remove(&second);
            if other != first {
                self.between[first].entry(other).or_default().add(between);
                self.between[other].entry(first).or_default().add(between);
            }
        }
        self.size[first] += self.size[second];
        self.n_changes[first] += 1;
        self.n_changes[second] += 1;
    }
}

/// How groups are joined.
#[derive(Clone, Copy)]
pub(super) struct Linkage {
    /// Least likeness of two groups that are one, above zero.
    pub(super) least: f64,
    /// How much the likest two members count, from 0 (the mean alone) to 1.
    pub(super) share_of_greatest: f64,
}

/// Joins the two most alike groups again and again while their likeness reaches the least; for each item the first
/// of its group. Groups start as those of `start`, by their compared members; pairs that are not given have no likeness.
pub(super) fn average_link(start: &Within, pairs: &[(usize, usize, f64)], linkage: Linkage) -> Vec<usize> {
    let n = start.group.len();
    let mut groups = Groups {
        between: vec![BTreeMap::new(); n],
        size: vec![0.0; n],
        n_changes: vec![0; n],
        share_of_greatest: linkage.share_of_greatest,
    };
    for item in (0..n).filter(|&i| start.is_compared[i]) {
        groups.size[start.group[item]] += 1.0;
    }
    let mut near = BTreeSet::new();
    for &(a, b, likeness) in pairs.iter().filter(|(a, b, _)| start.is_compared[*a] && start.is_compared[*b]) {
        let (a, b) = (start.group[a], start.group[b]);
        if a != b {
            let between = Between { sum: likeness, greatest: likeness };
            groups.between[a].entry(b).or_default().add(between);
            groups.between[b].entry(a).or_default().add(between);
            near.insert((a.min(b), a.max(b)));
        }
    }
    let mut into = start.group.clone();
    let mut heap: BinaryHeap<Join> = near.iter().map(|&(a, b)| groups.join(a, b)).collect();
    heap.retain(|join| join.likeness >= linkage.least);
    while let Some(join) = heap.pop() {
        if !groups.is_fresh(&join) {
            continue;
        }
        groups.merge(join.first, join.second);
        into[join.second] = join.first;
        let others: Vec<usize> = groups.between[join.first].keys().copied().collect();
        let joins = others.into_iter().map(|o| groups.join(join.first, o));
        heap.extend(joins.filter(|j| j.likeness >= linkage.least));
    }
    // A group always goes into an earlier one, so an item's goal is known before the item is reached.
    for item in 0..n {
        into[item] = into[into[item]];
    }
    into
}

#[cfg(test)]
mod tests {
    use super::super::within::Within;
    use super::{Linkage, average_link};

    #[track_caller]
    fn check(n: usize, pairs: &[(usize, usize, f64)], share_of_greatest: f64, expected: &[usize]) {
        let linkage = Linkage { least: 0.5, share_of_greatest };
        assert_eq!(average_link(&Within::none(n), pairs, linkage), expected);
    }

    #[test]
    fn the_mean_decides() {
        // 0 and 1 are one; 2 is like 1 alone.
        check(3, &[(0, 1, 0.9), (1, 2, 0.8)], 0.0, &[0, 0, 2]);
        check(3, &[(0, 1, 0.9), (0, 2, 0.4), (1, 2, 0.8)], 0.0, &[0, 0, 0]);
        check(4, &[(2, 3, 0.6), (0, 3, 0.7)], 0.0, &[0, 1, 2, 0]);
        check(0, &[], 0.0, &[]);
    }

    #[test]
    fn the_likest_two_count_too() {
        check(3, &[(0, 1, 0.9), (1, 2, 0.8)], 0.5, &[0, 0, 0]);
    }

    #[test]
    fn what_is_one_from_the_start_stays_one() {
        let mut start = Within::none(4);
        start.group[2] = 1;
        start.is_compared[2] = false;
        let linkage = Linkage { least: 0.5, share_of_greatest: 0.0 };
        assert_eq!(average_link(&start, &[(0, 1, 0.6), (2, 3, 0.9)], linkage), [0, 0, 0, 3]);
    }
}
