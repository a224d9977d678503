//! Which stretches of letters of one text stand in another, misprints aside: short equal runs in the same order, close to
//! one another (seed and extend, as in Altschul and others, "Basic local alignment search tool", 1990).

use std::ops::Range;

/// Letters in a seed, and in how many places of a text a seed may stand.
const SEED: usize = 7;
const PLACES_MAX: usize = 6;

/// Letters without a seed that a chain may span, and by how many the two sides may then differ: so many, and one in so many.
const GAP_MAX: usize = 60;
const DRIFT_MAX: u32 = 4;
const DRIFT_OF: u32 = 5;

/// A chain must have this many letters, and this share of them in seeds.
const LENGTH_MIN: usize = 30;
const SEEDED_MIN: f32 = 0.25;

/// A stretch of one text that stands in the other.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    pub(crate) in_x: Range<usize>,
    pub(crate) in_y: Range<usize>,
    /// Starts of the seeds in both texts, ascending.
    seeds: Vec<(u32, u32)>,
}

/// A chain that may still grow. Its seeds stand among those of all chains, each with the one before.
#[derive(Clone, Copy, Debug)]
struct Growing {
    start: (u32, u32),
    last: (u32, u32),
    last_seed: u32,
    seeded: u32,
}

/// A seed, and the place of the one before in its chain; [`Places::NONE`] for the first.
#[derive(Clone, Copy, Debug)]
struct Seed {
    at: (u32, u32),
    before: u32,
}

impl Growing {
    fn new(at: (u32, u32), seeds: &mut Vec<Seed>) -> Self {
        seeds.push(Seed { at, before: Places::NONE });
        Self { start: at, last: at, last_seed: place(seeds.len() - 1), seeded: SEED as u32 }
    }

    /// What the seed would cost as the next one: the letters skipped and the drift; [`u32::MAX`] when it does not follow.
    fn cost(&self, (i, j): (u32, u32)) -> u32 {
        // A seed before the last one wraps around, and is not near.
        let (di, dj) = (i.wrapping_sub(self.last.0), j.wrapping_sub(self.last.1));
        let drift = di.abs_diff(dj);
        let is_near = |d: u32| d.wrapping_sub(1) < (GAP_MAX + SEED) as u32;
        let follows = is_near(di) & is_near(dj) & (drift <= DRIFT_MAX + di / DRIFT_OF);
        if follows { di + 4 * drift } else { u32::MAX }
    }

    /// Whether the seed is a letter further on in both texts. It is of one chain at most, and costs least there.
    fn goes_on_at(&self, (i, j): (u32, u32)) -> bool {
        (self.last.0 + 1, self.last.1 + 1) == (i, j)
    }

    fn push(&mut self, at: (u32, u32), seeds: &mut Vec<Seed>) {
        self.seeded += (SEED as u32).min(at.0 - self.last.0);
        seeds.push(Seed { at, before: self.last_seed });
        (self.last, self.last_seed) = (at, place(seeds.len() - 1));
    }

    fn length(&self) -> usize {
        self.in_x().len()
    }

    fn in_x(&self) -> Range<usize> {
        self.start.0 as usize..self.last.0 as usize + SEED
    }

    fn is_dense(&self) -> bool {
        self.length() >= LENGTH_MIN && self.seeded as f32 >= SEEDED_MIN * self.length() as f32
    }

    /// Letters of the first text that two chains share.
    fn overlap(&self, other: &Self) -> usize {
        let (a, b) = (self.in_x(), other.in_x());
        a.end.min(b.end).saturating_sub(a.start.max(b.start))
    }

    fn finish(&self, seeds: &[Seed]) -> Chain {
        let mut own = Vec::new();
        let mut next = self.last_seed;
        while let Some(seed) = seeds.get(next as usize) {
            own.push(seed.at);
            next = seed.before;
        }
        own.reverse();
        Chain { in_x: self.in_x(), in_y: self.start.1 as usize..self.last.1 as usize + SEED, seeds: own }
    }
}

impl Chain {
    pub(crate) fn length(&self) -> usize {
        self.in_x.len()
    }

    /// Where a part of the stretch stands in the other text, by the nearest seeds.
    pub(crate) fn counterpart(&self, part: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let next = self.seeds.partition_point(|seed| seed.0 as usize <= at).max(1) - 1;
            let (i, j) = (self.seeds[next].0 as usize, self.seeds[next].1 as usize);
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
    /// A bit for each hash that a run has: most runs of other texts are told at once to be none of them.
    known: Vec<u64>,
    last: Vec<u32>,
    /// Of each place: its run of letters, and the place before with the same hash.
    runs: Vec<(u64, u32)>,
    /// Room for the seeds of chains, and for the runs of the other text with their places.
    seeds: Vec<Seed>,
    shared: Vec<(u64, u32)>,
}

impl Places {
    const NONE: u32 = u32::MAX;
    /// Bits of a hash that [`Places::known`] tells apart.
    const KNOWN_BITS: u32 = 15;

    fn fill(&mut self, letters: &[u8]) {
        self.known.clear();
        self.known.resize(1 << (Self::KNOWN_BITS - 6), 0);
        self.last.clear();
        self.last.resize(letters.len().next_power_of_two().max(64), Self::NONE);
        self.runs.clear();
        let mask = self.last.len() - 1;
        self.runs.extend((0..).zip(seeds(letters)).map(|(at, run)| {
            let hash = hash(run);
            self.known[(hash >> 6) as usize & ((1 << (Self::KNOWN_BITS - 6)) - 1)] |= 1 << (hash & 63);
            (run, std::mem::replace(&mut self.last[(hash >> 4) as usize & mask], at))
        }));
    }

    /// The runs of another text that may be among those filled in, with their places, ascending.
    fn shared(&self, letters: &[u8], shared: &mut Vec<(u64, u32)>) {
        shared.clear();
        shared.resize(letters.len(), (0, 0));
        let mut n_shared = 0;
        for (at, run) in (0..).zip(seeds(letters)) {
            let hash = hash(run);
            let known = self.known[(hash >> 6) as usize & ((1 << (Self::KNOWN_BITS - 6)) - 1)] >> (hash & 63);
            // Written in any case, and kept or not: which it is cannot be foreseen.
            shared[n_shared] = (run, at);
            n_shared += (known & 1) as usize;
        }
        shared.truncate(n_shared);
    }

    /// The places of a run, ascending, no more than are told apart; none where it has more.
    fn of(&self, run: u64, found: &mut Vec<u32>) {
        found.clear();
        let mut at = self.last[(hash(run) >> 4) as usize & (self.last.len() - 1)];
        while at != Self::NONE {
            let (other, before) = self.runs[at as usize];
            if other == run {
                found.push(at);
            }
            if found.len() > PLACES_MAX {
                return found.clear();
            }
            at = before;
        }
        found.reverse();
    }
}

fn hash(run: u64) -> u32 {
    (run.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}

/// The runs of letters as long as a seed, each as a number: a letter's own fits in 6 bits.
fn seeds(letters: &[u8]) -> impl Iterator<Item = u64> {
    const MASK: u64 = (1 << (6 * SEED)) - 1;
    let (head, tail) = letters.split_at(letters.len().min(SEED - 1));
    let join = |run: u64, &letter: &u8| ((run << 6) | u64::from(letter)) & MASK;
    let mut run = head.iter().fold(0, join);
    tail.iter().map(move |letter| {
        run = join(run, letter);
        run
    })
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The stretches of `x` that stand in `y`, in the order of `x`; no two share letters of `x`. `places` is scratch space.
pub(crate) fn chains(x: &[u8], y: &[u8], places: &mut Places) -> Vec<Chain> {
    places.fill(y);
    let (mut seeds, mut shared) = (std::mem::take(&mut places.seeds), std::mem::take(&mut places.shared));
    places.shared(x, &mut shared);
    seeds.clear();
    let chosen = chosen(grown(&shared, places, &mut seeds));
    let chains = chosen.iter().map(|chain| chain.finish(&seeds)).collect();
    (places.seeds, places.shared) = (seeds, shared);
    chains
}

/// The dense chains of all seeds.
fn grown(shared: &[(u64, u32)], places: &Places, seeds: &mut Vec<Seed>) -> Vec<Growing> {
    let (mut open, mut done): (Vec<Growing>, Vec<Growing>) = (Vec::new(), Vec::new());
    let (mut found, mut latest) = (Vec::new(), 0);
    for &(run, i) in shared {
        places.of(run, &mut found);
        for &j in &found {
            let seed = (i, j);
            if !open.get(latest).is_some_and(|chain| chain.goes_on_at(seed)) {
                latest = nearest(seed, &mut open, &mut done);
            }
            match open.get_mut(latest) {
                Some(chain) => chain.push(seed, seeds),
                None => open.push(Growing::new(seed, seeds)),
            }
        }
    }
    done.append(&mut open);
    done.retain(Growing::is_dense);
    done
}

/// The place of the open chain that a seed goes on at the least cost, the number of all where there is none. When there are
/// many, chains that are too far back for any further seed are put away.
fn nearest(seed: (u32, u32), open: &mut Vec<Growing>, done: &mut Vec<Growing>) -> usize {
    /// Chains looked through before any is put away.
    const OPEN_MAX: usize = 12;
    if open.len() > OPEN_MAX {
        let is_near = |chain: &mut Growing| chain.last.0 + (SEED + GAP_MAX) as u32 >= seed.0;
        done.extend(open.extract_if(.., |chain| !is_near(chain)).filter(Growing::is_dense));
    }
    let (mut least, mut nearest) = (u32::MAX, open.len());
    for (at, chain) in open.iter().enumerate() {
        let cost = chain.cost(seed);
        if cost < least || (cost == least && cost < u32::MAX && chain.start < open[nearest].start) {
            (least, nearest) = (cost, at);
        }
    }
    nearest
}

/// Of chains that share letters of the first text the ones with most letters in seeds; in the order of the text.
fn chosen(mut chains: Vec<Growing>) -> Vec<Growing> {
    chains.sort_by_key(|chain| (std::cmp::Reverse(chain.seeded), chain.start));
    let mut chosen: Vec<Growing> = Vec::new();
    for chain in chains {
        if chosen.iter().all(|other| 3 * chain.overlap(other) <= chain.length()) {
            chosen.push(chain);
        }
    }
    chosen.sort_by_key(|chain| chain.start.0);
    chosen
}

#[cfg(test)]
mod tests {
    use super::super::likeness::number;
    use super::*;

    fn numbers(letters: &str) -> Vec<u8> {
        letters.bytes().map(number).collect()
    }

    #[test]
    fn a_misread_stretch_is_one_chain() {
        let x = &numbers("engineershaltedthenorvikturbineontuesdayafterabearingcrackedunderload");
        let y =
            &numbers("workerswenthomeengineershalfedthenorvikturbncontuesdayafterabearingcr4ckedunderloadxx");
        let found = chains(x, y, &mut Places::default());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].in_x.start, found[0].in_y.start), (0, 15));
        assert_eq!(found[0].counterpart(0..x.len()).end, 83);
    }

    #[test]
    fn other_text_is_no_chain() {
        assert!(
            chains(
                &numbers("engineershaltedtheturbine"),
                &numbers("theturbinewasstoppedbyacrewofelevenmen"),
                &mut Places::default()
            )
            .is_empty()
        );
    }
}
