//! Which stretches of letters of one text stand in another, misprints aside: short equal runs in the same order, close to
//! one another (seed and extend, as in Altschul and others, "Basic local alignment search tool", 1990).

use super::likeness::index;
use std::ops::Range;

/// Letters in a seed, and in how many places of a text a seed may stand.
const SEED: usize = 7;
const PLACES_MAX: usize = 6;

/// Letters without a seed that a chain may span, and by how many the two sides may then differ: so many, and one in so many.
const GAP_MAX: usize = 60;
const DRIFT_MAX: usize = 4;
const DRIFT_OF: usize = 5;

/// A chain must have this many letters, and this share of them in seeds.
const LENGTH_MIN: usize = 30;
const SEEDED_MIN: f32 = 0.25;

/// A stretch of one text that stands in the other.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    pub(crate) in_x: Range<usize>,
    pub(crate) in_y: Range<usize>,
    /// Starts of the seeds in both texts, ascending.
    seeds: Vec<(usize, usize)>,
    /// Letters in seeds.
    seeded: usize,
}

/// A chain that may still grow. Its seeds stand among those of all chains, each with the one before.
#[derive(Clone, Copy, Debug)]
struct Growing {
    start: (usize, usize),
    last: (usize, usize),
    last_seed: usize,
    seeded: usize,
}

/// A seed, and the place of the one before in its chain.
type Seed = ((usize, usize), Option<usize>);

impl Growing {
    fn new((i, j): (usize, usize), seeds: &mut Vec<Seed>) -> Self {
        seeds.push(((i, j), None));
        Self { start: (i, j), last: (i, j), last_seed: seeds.len() - 1, seeded: SEED }
    }

    /// What the seed would cost as the next one: the letters skipped and the drift; `None` when it does not follow.
    fn cost(&self, i: usize, j: usize) -> Option<usize> {
        let (di, dj) = (i.checked_sub(self.last.0)?, j.checked_sub(self.last.1)?);
        let drift = di.abs_diff(dj);
        let is_near = di > 0 && dj > 0 && di <= GAP_MAX + SEED && dj <= GAP_MAX + SEED;
        (is_near && drift <= DRIFT_MAX + di / DRIFT_OF).then_some(di + 4 * drift)
    }

    fn push(&mut self, (i, j): (usize, usize), seeds: &mut Vec<Seed>) {
        self.seeded += SEED.min(i - self.last.0);
        seeds.push(((i, j), Some(self.last_seed)));
        (self.last, self.last_seed) = ((i, j), seeds.len() - 1);
    }

    fn is_dense(&self) -> bool {
        let length = self.last.0 + SEED - self.start.0;
        length >= LENGTH_MIN && self.seeded as f32 >= SEEDED_MIN * length as f32
    }

    fn finish(&self, seeds: &[Seed]) -> Chain {
        let before = |at: &usize| seeds[*at].1;
        let mut own: Vec<(usize, usize)> =
            std::iter::successors(Some(self.last_seed), before).map(|at| seeds[at].0).collect();
        own.reverse();
        let (in_x, in_y) = (self.start.0..self.last.0 + SEED, self.start.1..self.last.1 + SEED);
        Chain { in_x, in_y, seeds: own, seeded: self.seeded }
    }
}

impl Chain {
    pub(crate) fn length(&self) -> usize {
        self.in_x.len()
    }

    /// Where a part of the stretch stands in the other text, by the nearest seeds.
    pub(crate) fn counterpart(&self, part: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let next = self.seeds.partition_point(|seed| seed.0 <= at).max(1) - 1;
            let (i, j) = self.seeds[next];
            (j + at.saturating_sub(i)).clamp(self.in_y.start, self.in_y.end)
        };
        let start = if part.start <= self.in_x.start { self.in_y.start } else { place(part.start) };
        let end = if part.end >= self.in_x.end { self.in_y.end } else { place(part.end) };
        start..end.max(start)
    }
}

/// Where each run of letters of a text stands: places with the same hash are linked, the last first.
#[derive(Debug, Default)]
pub(crate) struct Places {
    last: Vec<u32>,
    /// Of each place: its run of letters, and the place before with the same hash.
    runs: Vec<(u64, u32)>,
    /// Room for the seeds of chains.
    seeds: Vec<Seed>,
}

impl Places {
    const NONE: u32 = u32::MAX;

    fn fill(&mut self, letters: &[u8]) {
        self.last.clear();
        self.last.resize(letters.len().next_power_of_two().max(64), Self::NONE);
        self.runs.clear();
        for (at, run) in (0..).zip(packed(letters)) {
            let slot = self.slot(run);
            self.runs.push((run, self.last[slot]));
            self.last[slot] = at;
        }
    }

    fn slot(&self, run: u64) -> usize {
        (run.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & (self.last.len() - 1)
    }

    /// The places of a run, ascending, no more than are told apart; none where it has more.
    fn of(&self, run: u64, found: &mut Vec<usize>) {
        found.clear();
        let mut at = self.last[self.slot(run)];
        while at != Self::NONE {
            let (other, before) = self.runs[at as usize];
            if other == run {
                found.push(at as usize);
            }
            if found.len() > PLACES_MAX {
                return found.clear();
            }
            at = before;
        }
        found.reverse();
    }
}

/// The runs of letters as long as a seed, each as a number: a letter or digit fits in 6 bits.
fn packed(letters: &[u8]) -> impl Iterator<Item = u64> {
    const MASK: u64 = (1 << (6 * SEED)) - 1;
    let (head, tail) = letters.split_at(letters.len().min(SEED - 1));
    let join = |run: u64, &letter: &u8| ((run << 6) | index(letter) as u64) & MASK;
    let mut run = head.iter().fold(0, join);
    tail.iter().map(move |letter| {
        run = join(run, letter);
        run
    })
}

/// The stretches of `x` that stand in `y`, in the order of `x`; no two share letters of `x`. `places` is scratch space.
pub(crate) fn chains(x: &[u8], y: &[u8], places: &mut Places) -> Vec<Chain> {
    places.fill(y);
    let (mut open, mut done): (Vec<Growing>, Vec<Growing>) = (Vec::new(), Vec::new());
    let (mut found, mut seeds) = (Vec::new(), std::mem::take(&mut places.seeds));
    seeds.clear();
    for (i, seed) in packed(x).enumerate() {
        places.of(seed, &mut found);
        if found.is_empty() {
            continue;
        }
        let mut at = 0;
        while at < open.len() {
            if open[at].last.0 + SEED + GAP_MAX >= i {
                at += 1;
                continue;
            }
            let chain = open.swap_remove(at);
            if chain.is_dense() {
                done.push(chain);
            }
        }
        for &j in &found {
            let costs = open.iter().enumerate().filter_map(|(at, chain)| Some((chain.cost(i, j)?, at)));
            match costs.min_by_key(|&(cost, at)| (cost, open[at].start)) {
                Some((_, at)) => open[at].push((i, j), &mut seeds),
                None => open.push(Growing::new((i, j), &mut seeds)),
            }
        }
    }
    done.append(&mut open);
    done.retain(Growing::is_dense);
    let mut done: Vec<Chain> = done.iter().map(|chain| chain.finish(&seeds)).collect();
    places.seeds = seeds;
    done.sort_by_key(|chain| (std::cmp::Reverse(chain.seeded), chain.in_x.start, chain.in_y.start));
    let mut chosen: Vec<Chain> = Vec::new();
    for chain in done {
        let overlap = |other: &Chain| {
            other.in_x.end.min(chain.in_x.end).saturating_sub(other.in_x.start.max(chain.in_x.start))
        };
        if chosen.iter().all(|other| 3 * overlap(other) <= chain.length()) {
            chosen.push(chain);
        }
    }
    chosen.sort_by_key(|chain| chain.in_x.start);
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misread_stretch_is_one_chain() {
        let x = b"engineershaltedthenorvikturbineontuesdayafterabearingcrackedunderload";
        let y = b"workerswenthomeengineershalfedthenorvikturbncontuesdayafterabearingcr4ckedunderloadxx";
        let found = chains(x, y, &mut Places::default());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].in_x.start, found[0].in_y.start), (0, 15));
        assert_eq!(found[0].counterpart(0..x.len()).end, 83);
    }

    #[test]
    fn other_text_is_no_chain() {
        assert!(
            chains(
                b"engineershaltedtheturbine",
                b"theturbinewasstoppedbyacrewofelevenmen",
                &mut Places::default()
            )
            .is_empty()
        );
    }
}
