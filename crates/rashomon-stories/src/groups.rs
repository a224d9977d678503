//! Joins groups of articles, the likest first.

use crate::likeness::{Side, log_odds};
use crate::pace::Pace;
use crate::weights::{Vector, Vocabulary, sum};
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeSet, BinaryHeap};

/// Log odds below which two groups are not looked at again when one of them has grown.
const LOG_ODDS_MIN: f32 = -4.0;

/// Groups with the pairs that may be joined.
#[derive(Clone, Debug, Default)]
pub(crate) struct Groups {
    /// The vector of each article.
    vectors: Vec<Vector>,
    groups: Vec<Group>,
    /// Into which group each was joined; itself while it stands.
    into: Vec<u32>,
    /// How often each has grown: candidates of an earlier state are stale.
    n_grown: Vec<u32>,
    near: Vec<BTreeSet<u32>>,
    candidates: BinaryHeap<Candidate>,
}

/// Articles put together.
#[derive(Clone, Debug, Default)]
struct Group {
    /// Numbers of the articles, in order.
    members: Vec<u32>,
    /// The sum of their vectors; empty for one article, which has its own.
    sum: Vector,
    /// Their days of publication, in order.
    days: Vec<i32>,
}

/// What likeness is measured by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measure<'m> {
    /// The terms.
    pub(crate) vocabulary: &'m Vocabulary,
    /// The days.
    pub(crate) pace: &'m Pace,
}

/// A pair that is to be joined, with the state of both when it was compared.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    log_odds: f32,
    pair: (u32, u32),
    n_grown: (u32, u32),
}

impl Groups {
    /// A new group of one article; gives its number, which is the article's.
    pub(crate) fn add(&mut self, vector: Vector, day: Option<i32>) -> u32 {
        let number = self.groups.len() as u32;
        self.groups.push(Group {
            members: vec![number],
            sum: Vector::new(),
            days: day.into_iter().collect(),
        });
        self.vectors.push(vector);
        self.into.push(number);
        self.n_grown.push(0);
        self.near.push(BTreeSet::new());
        number
    }

    /// The number of articles so far.
    pub(crate) fn len(&self) -> u32 {
        self.groups.len() as u32
    }

    /// The vectors of the articles.
    pub(crate) fn vectors(&self) -> &[Vector] {
        &self.vectors
    }

    /// Compares the groups of two articles.
    pub(crate) fn compare(&mut self, a: u32, b: u32, measure: Measure<'_>) {
        let (a, b) = (self.group_of(a), self.group_of(b));
        if a != b && !self.near[a as usize].contains(&b) {
            self.weigh(a.min(b), a.max(b), measure);
        }
    }

    /// Joins what is to be joined, the likest first.
    pub(crate) fn join(&mut self, measure: Measure<'_>) {
        while let Some(candidate) = self.candidates.pop() {
            let (a, b) = candidate.pair;
            let now = (self.n_grown[a as usize], self.n_grown[b as usize]);
            if self.stands(a) && self.stands(b) && now == candidate.n_grown {
                self.join_pair(a, b, measure);
            }
        }
    }

    /// The numbers of the groups that stand.
    pub(crate) fn standing(&self) -> impl Iterator<Item = u32> {
        (0..self.len()).filter(|&g| self.stands(g))
    }

    /// The members of a group that stands, by number.
    pub(crate) fn members_of(&self, group: u32) -> &[u32] {
        &self.groups[group as usize].members
    }

    fn stands(&self, group: u32) -> bool {
        self.into[group as usize] == group
    }

    fn group_of(&mut self, article: u32) -> u32 {
        let mut group = article;
        while !self.stands(group) {
            let next = self.into[group as usize];
            self.into[group as usize] = self.into[next as usize];
            group = next;
        }
        group
    }

    /// A group as it is compared.
    pub(crate) fn side(&self, group: u32) -> Side<'_> {
        let Group { members, sum, days } = &self.groups[group as usize];
        let sum = if let [article] = members[..] { &self.vectors[article as usize] } else { sum };
        Side { n_articles: members.len(), sum, days }
    }

    fn weigh(&mut self, a: u32, b: u32, measure: Measure<'_>) {
        let log_odds = log_odds(self.side(a), self.side(b), measure.vocabulary, measure.pace);
        if log_odds > LOG_ODDS_MIN {
            self.near[a as usize].insert(b);
            self.near[b as usize].insert(a);
        }
        if log_odds > 0.0 {
            let n_grown = (self.n_grown[a as usize], self.n_grown[b as usize]);
            self.candidates.push(Candidate { log_odds, pair: (a, b), n_grown });
        }
    }

    /// Joins `b` into `a`, the earlier one.
    fn join_pair(&mut self, a: u32, b: u32, measure: Measure<'_>) {
        let (keep, gone) = (a as usize, b as usize);
        let sum = sum(self.side(a).sum, self.side(b).sum);
        let joined = std::mem::take(&mut self.groups[gone]);
        let group = &mut self.groups[keep];
        group.sum = sum;
        group.members.extend(joined.members);
        group.members.sort_unstable();
        group.days.extend(joined.days);
        group.days.sort_unstable();
        self.into[gone] = a;
        self.n_grown[keep] += 1;
        let mut near = std::mem::take(&mut self.near[keep]);
        near.append(&mut self.near[gone]);
        for other in near.into_iter().filter(|&o| o != a && o != b) {
            self.near[other as usize].remove(&a);
            self.near[other as usize].remove(&b);
            self.weigh(a.min(other), a.max(other), measure);
        }
    }
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_odds = self.log_odds.total_cmp(&other.log_odds);
        by_odds.then_with(|| Reverse(self.pair).cmp(&Reverse(other.pair)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}
