//! What words for happenings may mean, and whether two of them may mean one thing: "resign" and "step down", "quake" and
//! "tremor". Opposites share no meaning, so they are never kin, however alike their surroundings are.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const SENSES: &str = include_str!("../../../data/predicates/senses.txt");

/// Worth of one meaning that both words have.
const SAME: f32 = 1.0;
/// The same of two meanings that WordNet puts in one group.
const BESIDE: f32 = 0.9;
/// The same of a meaning and one that is a kind of it: marching is walking.
const KIND_OF: f32 = 0.8;

/// How a word comes by a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Own,
    /// It means a kind of it.
    Above,
    /// It means another of its group.
    Beside,
}

/// The meanings of a word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Senses(Vec<Sense>);

#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Sense {
    meaning: u32,
    how: How,
    /// How often the word means it, 0 to 1.
    share: f32,
}

/// The table by its lines: words, and meanings by number.
struct Table {
    words: FxHashMap<&'static str, &'static str>,
    meanings: FxHashMap<u32, &'static str>,
}

fn table() -> &'static Table {
    static TABLE: LazyLock<Table> = LazyLock::new(|| {
        let mut table = Table { words: FxHashMap::default(), meanings: FxHashMap::default() };
        for (key, senses) in SENSES.lines().filter_map(|l| l.split_once('\t')) {
            match key.strip_prefix('>') {
                Some(number) => table.meanings.extend(number.parse().ok().map(|n: u32| (n, senses))),
                None => table.words.extend([(key, senses)]),
            }
        }
        table
    });
    &TABLE
}

impl Senses {
    /// Of a lemma: a verb, alone or with its particle, or a noun. Unknown words have none.
    pub(crate) fn of(lemma: &str) -> Self {
        let Some(line) = table().words.get(lemma) else { return Self::default() };
        let mut all: Vec<Sense> = Vec::new();
        for (meaning, share) in line.split(' ').filter_map(|s| s.split_once(':')) {
            let (Ok(meaning), Ok(percent)) = (meaning.parse::<u32>(), share.parse::<f32>()) else { continue };
            let share = percent / 100.0;
            all.push(Sense { meaning, how: How::Own, share });
            for relation in table().meanings.get(&meaning).into_iter().flat_map(|l| l.split(' ')) {
                let beside = relation.strip_prefix('=');
                let how = if beside.is_some() { How::Beside } else { How::Above };
                if let Ok(meaning) = beside.unwrap_or(relation).parse() {
                    all.push(Sense { meaning, how, share });
                }
            }
        }
        all.sort_by(|a, b| (a.meaning, a.how).cmp(&(b.meaning, b.how)).then(b.share.total_cmp(&a.share)));
        all.dedup_by_key(|s| (s.meaning, s.how));
        Self(all)
    }

    /// How likely the two are to mean one thing, 0 to 1; 0 where either is unknown.
    pub(crate) fn kinship(&self, other: &Self) -> f32 {
        let (mut i, mut j, mut best) = (0, 0, 0.0_f32);
        while i < self.0.len() && j < other.0.len() {
            let meaning = self.0[i].meaning;
            if meaning != other.0[j].meaning {
                if meaning < other.0[j].meaning {
                    i += 1;
                } else {
                    j += 1;
                }
                continue;
            }
            let end =
                |all: &[Sense], at: usize| at + all[at..].iter().take_while(|s| s.meaning == meaning).count();
            let (left, right) = (end(&self.0, i), end(&other.0, j));
            for a in &self.0[i..left] {
                for b in &other.0[j..right] {
                    best = best.max(worth(a.how, b.how) * (a.share * b.share).sqrt());
                }
            }
            (i, j) = (left, right);
        }
        best
    }
}

fn worth(a: How, b: How) -> f32 {
    match (a, b) {
        (How::Own, How::Own) => SAME,
        (How::Own, How::Beside) | (How::Beside, How::Own) => BESIDE,
        (How::Own, How::Above) | (How::Above, How::Own) => KIND_OF,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::Senses;

    /// Whether two words are kin in at least this degree, the same both ways round.
    #[track_caller]
    fn check(a: &str, b: &str, at_least: f32) {
        let (x, y) = (Senses::of(a), Senses::of(b));
        assert!(x.kinship(&y) >= at_least, "{a} / {b}: {}", x.kinship(&y));
        assert!((x.kinship(&y) - y.kinship(&x)).abs() < 1e-6);
    }

    #[track_caller]
    fn check_apart(a: &str, b: &str) {
        assert!(Senses::of(a).kinship(&Senses::of(b)) < 0.05, "{a} / {b}");
    }

    #[test]
    fn one_thing_in_two_words() {
        check("resign", "step down", 0.5);
        check("buy", "acquire", 0.5);
        check("suspend", "freeze", 0.1);
        check("march", "walk", 0.5);
        check("tremor", "earthquake", 0.5);
        check("dismissal", "dismiss", 0.2);
        check("departure", "leave", 0.2);
    }

    #[test]
    fn opposites_and_strangers_are_apart() {
        check_apart("open", "close");
        check_apart("buy", "sell");
        check_apart("appoint", "dismiss");
        check_apart("arrest", "release");
        check_apart("begin", "end");
        check_apart("kill", "wound");
        check_apart("no such word", "leave");
    }
}
