//! What words for happenings may mean, and whether two of them may mean one thing: "resign" and "step down", "quake" and
//! "tremor". Opposites share no meaning, so they are never kin, however alike their surroundings are.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const SENSES: &str = include_str!("../../../data/predicates/senses.txt");
const FRAMES: &str = include_str!("../../../data/predicates/frames.txt");

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
pub(crate) struct Senses {
    meanings: Vec<Sense>,
    /// Kinds of happenings that it may name in the news, sorted.
    frames: &'static [u16],
}

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

/// For each word, its parts joined by `_`, the frames that it stands in, sorted.
fn frames() -> &'static FxHashMap<&'static str, Vec<u16>> {
    static FRAMES_OF: LazyLock<FxHashMap<&'static str, Vec<u16>>> = LazyLock::new(|| {
        let mut frames: FxHashMap<&'static str, Vec<u16>> = FxHashMap::default();
        let lines = FRAMES.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once(':'));
        for (number, (_, words)) in (0_u16..).zip(lines) {
            for word in words.split_whitespace() {
                let numbers = frames.entry(word).or_default();
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
        }
        frames
    });
    &FRAMES_OF
}

impl Senses {
    /// Of a lemma: a verb, alone or with its particle, or a noun. Unknown words have none.
    pub(crate) fn of(lemma: &str) -> Self {
        let frames = frames().get(lemma.replace(' ', "_").as_str()).map_or(&[][..], Vec::as_slice);
        Self { meanings: Self::meanings(lemma), frames }
    }

    fn meanings(lemma: &str) -> Vec<Sense> {
        let Some(line) = table().words.get(lemma) else { return Vec::new() };
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
        all
    }

    /// How likely the two are to name one kind of happening in the news, 0 to 1: the cosine of the frames that they stand in,
    /// less where a word may mean many things.
    pub(crate) fn fellowship(&self, other: &Self) -> f32 {
        if self.frames.is_empty() || other.frames.is_empty() {
            return 0.0;
        }
        let in_common = self.frames.iter().filter(|f| other.frames.binary_search(f).is_ok()).count();
        let cosine = in_common as f32 / ((self.frames.len() * other.frames.len()) as f32).sqrt();
        cosine * (self.surest() * other.surest()).sqrt()
    }

    /// Share of the commonest meaning.
    fn surest(&self) -> f32 {
        let own = self.meanings.iter().filter(|s| s.how == How::Own);
        own.map(|s| s.share).reduce(f32::max).unwrap_or(1.0)
    }

    /// How likely the two are to mean one thing, 0 to 1; 0 where either is unknown.
    pub(crate) fn kinship(&self, other: &Self) -> f32 {
        let (left, right) = (&self.meanings, &other.meanings);
        let (mut i, mut j, mut best) = (0, 0, 0.0_f32);
        while i < left.len() && j < right.len() {
            let meaning = left[i].meaning;
            if meaning != right[j].meaning {
                if meaning < right[j].meaning {
                    i += 1;
                } else {
                    j += 1;
                }
                continue;
            }
            let end =
                |all: &[Sense], at: usize| at + all[at..].iter().take_while(|s| s.meaning == meaning).count();
            let (end_left, end_right) = (end(left, i), end(right, j));
            for a in &left[i..end_left] {
                for b in &right[j..end_right] {
                    best = best.max(worth(a.how, b.how) * (a.share * b.share).sqrt());
                }
            }
            (i, j) = (end_left, end_right);
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
    fn one_kind_of_happening_in_two_words() {
        let fellowship = |a: &str, b: &str| Senses::of(a).fellowship(&Senses::of(b));
        assert!(fellowship("abduct", "snatch") > 0.2);
        assert!(fellowship("verdict", "convict") > 0.1);
        assert!(fellowship("wash away", "sweep away") > 0.1);
        assert!(fellowship("resign", "appoint") < 0.05 && fellowship("no such word", "leave") == 0.0);
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
