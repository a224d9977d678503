//! Which figures count the same thing.
//!
//! Totals of the situation (the dead, the missing, a magnitude) are comparable when story, population, span of time,
//! year and place agree: one key, no pairs to try. Looser measures (sums of money, shares, things counted) must
//! besides stand among the same words.

use super::pile::{Pile, days_between};
pub(crate) use super::populations::is_of_everybody;
use super::populations::{EVERYBODY, is_by_article, population};
use super::{sums, whose};
use crate::entities::{Sets, fold};
use crate::record::Quantity;
use rashomon_reading::modality::Polarity;
use rashomon_reading::quantity::{Qualifier, UNNAMED};
use rashomon_text::{Date, Time};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// What happens to people: counts that are tracked, and comparable without more words in common.
pub(crate) const COUNTS_OF_PEOPLE: [&str; 8] = [
    "people.killed",
    "people.wounded",
    "people.missing",
    "people.displaced",
    "people.detained",
    "people.rescued",
    "people.survived",
    "people.aboard",
];
/// Words of what something may hold, which is not what it held.
const CAPACITY: [&str; 8] =
    ["licensed", "licenced", "capacity", "certified", "designed", "meant for", "built for", "can carry"];
/// Words before a figure that give it as an earlier one.
const FORMERLY: [&str; 9] = [
    "initially",
    "originally",
    "previously",
    "previous",
    "prior",
    "earlier",
    "formerly",
    "provisionally",
    "once",
];
/// The same in several words.
const FORMERLY_PHRASES: [&str; 7] =
    ["at first", "first said", "first put", "first spoke", "first spoken", "first given", "first reported"];
/// The same, right before the figure ("up from 27").
const FROM: [&str; 5] = ["from ", "from the ", "from a ", "from an ", "from about "];
/// Characters before a figure in which a word like "initially" is about it.
const N_CHARS_FORMERLY: usize = 40;

/// Words that make a figure that of the whole country.
const NATIONWIDE: [&str; 7] = [
    "nationwide",
    "countrywide",
    "nationally",
    "across the country",
    "in the whole country",
    "for the whole country",
    "throughout the country",
];

/// Loose measures that are compared at all; ages, ranks, clock figures tell of too many things.
const LOOSE: [&str; 5] = ["money", "share", "count.", "people", "distance"];
/// Values of a loose measure further apart than this factor are of different things.
const LOOSE_RATIO_MAX: f64 = 3.0;
/// The same where one authority gives both.
const ONE_WORD_RATIO_MAX: f64 = 10.0;
/// Words next to both figures that make them figures of one thing.
const N_NEAR_MIN: usize = 2;
/// Words on each side of a figure that are next to it.
const N_NEAR: usize = 6;
/// What a disaster takes, and stems of the words next to it that say so.
const RUINS: [(&[&str], &[&str]); 3] = [
    (
        &AREAS,
        &[
            "burn", "burne", "burnt", "scorc", "charr", "black", "fire", "fires", "flame", "blaze", "wildf",
            "torch",
        ],
    ),
    (&AREAS, &["flood", "water", "inund", "subme", "swamp"]),
    (
        &["house", "home", "building", "dwelling", "structure", "property", "school", "shop", "hut", "tent"],
        &["destr", "burne", "burnt", "gut", "raze", "razed", "level", "flatt", "wreck", "ruine", "swept"],
    ),
];
/// Measures of ground.
const AREAS: [&str; 6] =
    ["hectare", "acre", "square kilometre", "square kilometer", "square mile", "square-kilometre"];
/// Words in common, and share of the shorter sentence's words, that make figures of one thing.
const SAME_SENTENCE_MIN: (usize, f32) = (3, 0.5);
/// Words in the sentences of more figures of one measure than this say nothing.
const N_BEARERS_MAX: usize = 60;

/// A figure with what is needed to compare it.
#[derive(Clone)]
pub(crate) struct Figure {
    pub(crate) quantity: usize,
    /// As one number: its value, or the middle of its bounds.
    pub(crate) point: f64,
    /// What the figure allows.
    low: f64,
    high: f64,
    /// Given as what was thought or said before.
    pub(crate) is_earlier: bool,
    /// "From 7.1 to 6.9": the new one.
    pub(crate) is_new: bool,
    /// "38 of them": a part of the figure before it.
    pub(crate) is_part: bool,
    /// Said to be that of the whole country.
    is_nationwide: bool,
    /// The year in the past that it belongs to, 0 for now.
    pub(crate) epoch: i16,
    near: Vec<SmolStr>,
    key: Key,
}

/// What two totals must have in common.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Key {
    story: usize,
    unit: SmolStr,
    population: SmolStr,
    /// Of two sides the one whose losses they are.
    side: SmolStr,
    scope: Option<Date>,
    epoch: i16,
    is_capacity: bool,
    /// Whose seats or votes they are.
    holder: Option<usize>,
}

impl Figure {
    /// `None` for a figure that says nothing (no number, negated, unmeasured).
    pub(crate) fn new(pile: &Pile, quantity: usize) -> Option<Self> {
        let q = &pile.record.quantities[quantity];
        let is_measured = !q.measure.is_empty() && q.measure != UNNAMED;
        let point = point(q).filter(|_| q.polarity == Polarity::Positive && is_measured)?;
        let article = q.span.article;
        let sentence = pile.sentence(article, q.sentence);
        let start = pile.record.articles[article].sentences[q.sentence].span.start();
        let (from, to) = (q.span.span.start().saturating_sub(start), q.span.span.end().saturating_sub(start));
        let before = sentence.get(..from).unwrap_or_default().to_lowercase();
        let after = sentence.get(to..).unwrap_or_default().to_lowercase();
        let whole = sentence.to_lowercase();
        if is_difference(&before, &after)
            || is_whole(pile, quantity, point)
            || q.measure.starts_with("people") && (is_increment(q, &before) || is_by_how_many(pile, q, point))
        {
            return None;
        }
        let is_own_ground = is_of_own_ground(&before, &after);
        let epoch = pile.epoch_of(quantity);
        let (low, high) = bounds(q, point, pile.words(q.span));
        let side = whose::side(
            pile,
            q,
            sentence.get(..from).unwrap_or_default(),
            sentence.get(to..).unwrap_or_default(),
        );
        let mut population = population(q, &whole, &side);
        // "A technician was killed": the one of whom the lead tells is all of them.
        if is_by_article(pile.words(q.span)) {
            population = SmolStr::default();
        }
        if is_own_ground {
            // What one counts on its own ground is no other count of the whole.
            population = format!("{population} of {}", pile.voice(article, &q.attribution).name).into();
        }
        let key = Key {
            story: pile.record.articles[article].story,
            unit: unit_class(q.unit.as_deref()),
            population,
            side,
            scope: q.scope.as_ref().and_then(|t| t.first_day()),
            epoch,
            is_capacity: CAPACITY.iter().any(|w| whole.contains(w)),
            holder: q.entity,
        };
        let is_earlier = is_earlier(&before);
        let is_new = before.ends_with("to ") || before.ends_with("to about ");
        let is_part = is_part_of_them(pile.words(q.span), &after);
        let clause = after.split([',', ';']).next().unwrap_or_default();
        let is_nationwide = NATIONWIDE.iter().any(|w| clause.contains(w));
        let near = near(&before, &after);
        Some(Self {
            quantity,
            point,
            low,
            high,
            is_earlier,
            is_new,
            is_part,
            is_nationwide,
            epoch,
            near,
            key,
        })
    }

    /// Whether both can be right.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        let slack = 1e-9 * self.point.abs().max(other.point.abs()).max(1.0);
        self.low <= other.high + slack && other.low <= self.high + slack
    }

    /// The article that gives it.
    pub(crate) fn article(&self, pile: &Pile) -> usize {
        pile.record.quantities[self.quantity].span.article
    }

    /// Start of the span of time it counts over.
    pub(crate) fn scope(&self) -> Option<Date> {
        self.key.scope
    }

    /// What is counted, empty for people at large.
    pub(crate) fn population(&self) -> &str {
        &self.key.population
    }

    /// The side whose losses it counts, empty for people at large.
    pub(crate) fn side(&self) -> &str {
        &self.key.side
    }

    /// The story it belongs to.
    pub(crate) fn story(&self) -> usize {
        self.key.story
    }
}

/// The figure as one number.
pub(crate) fn point(q: &Quantity) -> Option<f64> {
    q.value.or_else(|| Some((q.low? + q.high?) / 2.0)).or(q.low).or(q.high)
}

/// What the words of a figure allow.
fn bounds(q: &Quantity, point: f64, words: &str) -> (f64, f64) {
    /// "About" allows this share more or less.
    const ABOUT: f64 = 0.1;
    // "More than 40" is not 40.
    let beyond = 1e-6 * point.abs().max(1.0);
    // "Half a billion" is a way of speaking.
    let is_round = words.to_lowercase().starts_with("half a ");
    match q.qualifier {
        Qualifier::Exactly if !is_round => (point, point),
        Qualifier::Exactly | Qualifier::About => (point * (1.0 - ABOUT), point * (1.0 + ABOUT)),
        // "Gusts of up to 31 metres per second": that was the most.
        Qualifier::AtMost if q.unit.as_deref().is_some_and(is_speed) => (point, point),
        Qualifier::AtLeast => (point, f64::INFINITY),
        Qualifier::MoreThan => (point + beyond, f64::INFINITY),
        Qualifier::AtMost => (f64::NEG_INFINITY, point),
        Qualifier::LessThan => (f64::NEG_INFINITY, point - beyond),
        Qualifier::Between | Qualifier::Vague => {
            (q.low.unwrap_or(f64::NEG_INFINITY), q.high.unwrap_or(f64::INFINITY))
        }
    }
}

/// "m/second", "km/hour".
fn is_speed(unit: &str) -> bool {
    unit.split_once('/').is_some_and(|(way, time)| {
        matches!(way, "m" | "km" | "mi" | "ft" | "knot") && matches!(time, "second" | "minute" | "hour")
    })
}

/// Nouns under which one thing is counted, beside the one under which it is compared.
const OTHER_WORDS: [(&str, &str); 5] = [
    ("position", "job"),
    ("post", "job"),
    ("tremor", "aftershock"),
    ("vehicle", "car"),
    // "Raised its count to 23": of people, whether or not it says so.
    ("people", ""),
];

/// The measure under which figures are compared: positions are jobs.
pub(crate) fn measure_class(measure: &str) -> SmolStr {
    match measure.strip_prefix("count.") {
        Some(noun) => format!("count.{}", noun_class(noun)).into(),
        None => measure.into(),
    }
}

/// The noun for what is counted.
pub(crate) fn noun_class(noun: &str) -> &str {
    OTHER_WORDS.iter().find(|(word, _)| *word == noun).map_or(noun, |(_, class)| class)
}

/// The unit without its rate; all dollars are one class, as "$" may be any of them.
pub(crate) fn unit_class(unit: Option<&str>) -> SmolStr {
    let base = noun_class(unit.unwrap_or_default().split('/').next().unwrap_or_default());
    let is_dollar =
        matches!(base, "$" | "USD" | "CAD" | "AUD" | "NZD" | "HKD" | "SGD" | "TWD" | "JMD" | "FJD");
    if is_dollar { SmolStr::new_static("$") } else { base.into() }
}

/// Whether two units may be meant as one: "$" and any dollar, a rate and the same rate left out.
fn units_fit(a: Option<&str>, b: Option<&str>) -> bool {
    let split = |unit: Option<&'_ str>| -> (String, String) {
        let (base, rate) = unit.unwrap_or_default().split_once('/').unwrap_or((unit.unwrap_or_default(), ""));
        (base.to_owned(), rate.to_owned())
    };
    let ((base, rate), (other, other_rate)) = (split(a), split(b));
    (noun_class(&base) == noun_class(&other) || base == "$" || other == "$")
        && (rate == other_rate || rate.is_empty() || other_rate.is_empty())
}

/// "309 of the 823 prisoners", "118 of 186": the whole that another figure is a part of is no rival of it.
pub(super) fn is_whole(pile: &Pile, quantity: usize, point: f64) -> bool {
    let q = &pile.record.quantities[quantity];
    let mut others = pile.figures_in(q.span.article, q.sentence).iter().filter(|&&o| o != quantity);
    others.any(|&o| pile.record.quantities[o].whole == Some(point))
}

/// "Two more than the 131 names", "the dead, the missing and the rescued came to 133": no count of what is named.
fn is_difference(before: &str, after: &str) -> bool {
    const COMPARES: [&str; 5] = ["more than", "fewer than", "less than", "higher than", "lower than"];
    const ADDS_UP: [&str; 5] = ["came to", "come to", "added up to", "adds up to", "add up to"];
    const COUNTS: [&str; 6] = [" count ", " tally ", " toll ", " total ", " number ", " estimate "];
    let (before, after) = (before.trim_end(), after.trim_start());
    // "Our own count came to about 2,600" is a count; what "they come to" is that of which was spoken.
    let clause = before.rsplit([';', '.']).next().unwrap_or_default().trim_start();
    let is_it = ["they come", "they came", "it comes", "it came"].iter().any(|w| clause.starts_with(w));
    let is_count = is_it || COUNTS.iter().any(|w| before.contains(w));
    COMPARES.iter().any(|w| after.starts_with(w))
        || !is_count && ADDS_UP.iter().any(|w| before.trim_end_matches(" about").ends_with(w))
}

/// "21 more bodies", "another 12 deaths": by how many the count grew.
fn is_increment(q: &Quantity, before: &str) -> bool {
    let of = fold(&q.of);
    let is_more = ["more ", "further ", "additional "].iter().any(|w| of.starts_with(w));
    is_more || ["another ", "a further ", "an additional "].iter().any(|w| before.ends_with(w))
}

/// "Has registered 6,400 on its territory".
fn is_of_own_ground(before: &str, after: &str) -> bool {
    const GROUND: [&str; 5] = ["territory", "soil", "side of the", "own side", "own area"];
    let clause = |text: &str| text.split([',', ';']).next().unwrap_or_default().to_owned();
    let last = before.rsplit([',', ';']).next().unwrap_or_default();
    let is_own = |text: &str| {
        ["on its ", "on their ", "in its ", "in their "].iter().any(|own| {
            text.split_once(own).is_some_and(|(_, rest)| GROUND.iter().any(|g| rest.starts_with(g)))
        })
    };
    is_own(&clause(after)) || is_own(last)
}

/// "Lowered its count from 74 to 71, since three had been entered twice": by how many it was changed.
fn is_by_how_many(pile: &Pile, q: &Quantity, point: f64) -> bool {
    let article = &pile.record.articles[q.span.article];
    let start = article.sentences[q.sentence].span.start();
    let after = |word: &str| {
        let all = pile.figures_in(q.span.article, q.sentence).iter().map(|&o| &pile.record.quantities[o]);
        all.filter(|o| o.measure == q.measure && o.span.span.end() <= q.span.span.start())
            .find(|o| article.article.text.get(start..o.span.span.start()).is_some_and(|b| b.ends_with(word)))
            .and_then(|o| o.value)
    };
    after(" from ").zip(after(" to ")).is_some_and(|(from, to)| (from - to).abs() == point)
}

/// "38 of them holiday homes", "of whom 12": a part of the figure before it, and of something narrower.
fn is_part_of_them(figure: &str, after: &str) -> bool {
    const PARTITIVE: [&str; 3] = ["of them", "of which", "of whom"];
    // "Four of the wounded".
    let is_of_people = |w: &str| EVERYBODY.contains(&w) && !w.is_empty();
    let of_the = figure.rsplit_once(" of the ").is_some_and(|(_, rest)| is_of_people(&fold(rest)));
    // "Three thousand of them if you ask the bishop": all of them, on his word.
    let is_on_a_word = ["of them if ", "of us if "].iter().any(|w| after.trim_start().starts_with(w));
    !is_on_a_word
        && (of_the
            || PARTITIVE
                .iter()
                .any(|w| figure.contains(&format!(" {w}")) || after.trim_start().starts_with(w)))
}

fn is_earlier(before: &str) -> bool {
    if FROM.iter().any(|w| before.ends_with(w)) {
        return true;
    }
    let start = before.char_indices().rev().nth(N_CHARS_FORMERLY).map_or(0, |(at, _)| at);
    let near = &before[start..];
    FORMERLY.iter().any(|w| near.split(|c: char| !c.is_alphanumeric()).any(|x| x == *w))
        || FORMERLY_PHRASES.iter().any(|w| near.contains(w))
}

/// Stems of the words next to a figure.
fn near(before: &str, after: &str) -> Vec<SmolStr> {
    /// Letters by which two words are one.
    const N_STEM: usize = 5;
    /// Shorter words and these say nothing.
    const N_LETTERS_MIN: usize = 3;
    const EMPTY: [&str; 49] = [
        "the", "and", "for", "that", "with", "has", "had", "have", "was", "were", "are", "its", "his", "her",
        "per", "cent", "percent", "from", "but", "over", "said", "which", "this", "than", "more", "about",
        "been", "would", "million", "billion", "thousand", "hundred", "two", "three", "four", "five", "six",
        "seven", "eight", "nine", "ten", "their", "they", "into", "not", "who", "will", "some", "least",
    ];
    let words = |text: &str| -> Vec<SmolStr> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() >= N_LETTERS_MIN && w.chars().all(char::is_alphabetic) && !EMPTY.contains(w))
            .map(|w| w.chars().take(N_STEM).collect())
            .collect()
    };
    let (left, right) = (words(before), words(after));
    let mut all: Vec<SmolStr> =
        left.into_iter().rev().take(N_NEAR).chain(right.into_iter().take(N_NEAR)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Groups of at least so many comparable figures of one measure, in pile order.
pub(crate) fn groups(pile: &Pile, measure: &str, figures: &[Figure], n_min: usize) -> Vec<Vec<usize>> {
    let mut groups = if is_total(measure) {
        by_key(pile, measure, figures)
    } else if is_loose(measure) {
        by_words(pile, measure, figures)
    } else {
        Vec::new()
    };
    groups.retain(|g| g.len() >= n_min);
    groups.sort_unstable();
    groups
}

/// Whether figures of a measure are totals of the situation itself.
pub(crate) fn is_total(measure: &str) -> bool {
    COUNTS_OF_PEOPLE.contains(&measure)
        || is_held(measure)
        || matches!(measure, "territory.share" | "magnitude" | "turnout")
}

/// Whether figures of a measure say something of one holder only: the seats of a party, the votes of a candidate.
fn is_held(measure: &str) -> bool {
    matches!(measure, "seats" | "votes")
}

/// Whether the measure grows or shrinks while the story goes on; a magnitude or the length of a past strike do not.
pub(crate) fn goes_on(measure: &str) -> bool {
    measure != "magnitude" && !measure.starts_with("votes") && !measure.starts_with("duration")
}

fn is_loose(measure: &str) -> bool {
    LOOSE.iter().any(|m| measure == *m || m.ends_with('.') && measure.starts_with(m))
}

/// A count without a time of its own that is so many times those since the story began is no count since then: "the war has
/// driven millions from their homes" beside the 80,000 of this month.
const OF_THE_START_MAX: f64 = 10.0;
/// The epoch of such a count.
const EPOCH_UNTOLD: i16 = i16::MIN;

/// Totals by what they must have in common; figures without a place are about the usual one.
fn by_key(pile: &Pile, measure: &str, figures: &[Figure]) -> Vec<Vec<usize>> {
    let mut by_key: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    let is_comparable = |f: &Figure| !is_held(measure) || f.key.holder.is_some();
    let starts = starts(pile, figures);
    let mut since_start: FxHashMap<usize, f64> = FxHashMap::default();
    for figure in figures.iter().filter(|f| f.key.scope.is_some()) {
        let most = since_start.entry(figure.key.story).or_default();
        *most = most.max(figure.point);
    }
    for (i, figure) in figures.iter().enumerate().filter(|(_, f)| is_comparable(f)) {
        let mut key = figure.key.clone();
        if starts.contains_key(&key.story) {
            let most = since_start.get(&key.story).copied().unwrap_or_default();
            let is_older = key.scope.is_none() && figure.point > OF_THE_START_MAX * most;
            key.scope = None;
            key.epoch = if is_older { EPOCH_UNTOLD } else { key.epoch };
        }
        by_key.entry(key).or_default().push(i);
    }
    let mut buckets: Vec<Vec<usize>> = by_key.into_values().collect();
    buckets.sort_unstable();
    buckets.into_iter().flat_map(|bucket| by_place(pile, figures, bucket)).collect()
}

/// The stories whose counts are all since one recent day, where they name one: since it began, as those are that name
/// none.
pub(crate) fn starts(pile: &Pile, figures: &[Figure]) -> FxHashMap<usize, Date> {
    /// Days that a count may go back and still be of what is told.
    const N_DAYS_MAX: i32 = 31;
    let mut starts: FxHashMap<usize, Option<Date>> = FxHashMap::default();
    for figure in figures.iter().filter(|f| f.epoch == 0) {
        let Some(scope) = figure.key.scope else { continue };
        let article = pile.record.quantities[figure.quantity].span.article;
        let published = pile.record.articles[article].published.value.as_ref().and_then(Time::last_day);
        let days = published.and_then(|p| days_between(scope, p));
        let is_recent = days.is_some_and(|n| (0..=N_DAYS_MAX).contains(&n));
        let start = starts.entry(figure.key.story).or_insert(Some(scope));
        *start = start.filter(|s| *s == scope && is_recent);
    }
    // Whether one is kept does not hang on the order: all must be the same and recent.
    let kept = |(story, start): (usize, Option<Date>)| Some((story, start?));
    let mut all: Vec<(usize, Option<Date>)> = starts.into_iter().collect();
    all.sort_unstable();
    all.into_iter().filter_map(kept).collect()
}

fn by_place(pile: &Pile, figures: &[Figure], bucket: Vec<usize>) -> Vec<Vec<usize>> {
    let is_nationwide = |i: usize| figures[i].is_nationwide;
    let place = |i: usize| pile.record.quantities[figures[i].quantity].place.filter(|_| !is_nationwide(i));
    let mut named: Vec<usize> = bucket.iter().filter_map(|&i| place(i)).collect();
    named.sort_unstable();
    let usual = named.chunk_by(|a, b| a == b).max_by_key(|run| (run.len(), std::cmp::Reverse(run[0])));
    // Where some figure is said to be that of the whole country, so are those without a place.
    let usual = usual.map(|run| run[0]).filter(|_| !bucket.iter().any(|&i| is_nationwide(i)));
    let mut groups: std::collections::BTreeMap<Option<usize>, Vec<usize>> = std::collections::BTreeMap::new();
    for i in bucket {
        groups.entry(place(i).or(usual)).or_default().push(i);
    }
    groups.into_values().collect()
}

/// Figures of a loose measure whose sentences say enough of the same.
fn by_words(pile: &Pile, measure: &str, figures: &[Figure]) -> Vec<Vec<usize>> {
    let mut index: FxHashMap<(usize, &str), Vec<usize>> = FxHashMap::default();
    for (i, figure) in figures.iter().enumerate() {
        let q = &pile.record.quantities[figure.quantity];
        for term in &pile.record.articles[q.span.article].terms[q.sentence] {
            let bearers = index.entry((figure.key.story, term)).or_default();
            if bearers.last() != Some(&i) {
                bearers.push(i);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for bearers in index.into_values().filter(|all| all.len() <= N_BEARERS_MAX) {
        for (n, &i) in bearers.iter().enumerate() {
            pairs.extend(bearers[n + 1..].iter().map(|&j| (i, j)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let mut sets = Sets::new(figures.len());
    for (i, j) in pairs {
        if is_one_thing(pile, measure, &figures[i], &figures[j]) {
            sets.join(i, j);
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); figures.len()];
    (0..figures.len()).for_each(|i| groups[sets.find(i)].push(i));
    groups
}

/// Whether two figures of a loose measure are of one thing.
pub(crate) fn is_one_thing(pile: &Pile, measure: &str, a: &Figure, b: &Figure) -> bool {
    let (x, y) = (&pile.record.quantities[a.quantity], &pile.record.quantities[b.quantity]);
    if a.key == b.key && is_one_ruin(measure, a, b) {
        return are_near(pile, a, b);
    }
    // One authority counts one thing, whatever becomes of it: 40,000 homes without power, then 12,000.
    let voice = |q: &Quantity| pile.voice(q.span.article, &q.attribution);
    // "4 per cent of its usual level", then "35 per cent of its usual level", on one word.
    let is_one_share = measure == "share" && !x.of.is_empty() && fold(&x.of) == fold(&y.of);
    let is_one_word = (measure.starts_with("count.") || is_one_share)
        && x.span.article != y.span.article
        && voice(x).is_cited
        && voice(x).is_one_body(&voice(y));
    let ratio = if is_one_word { ONE_WORD_RATIO_MAX } else { LOOSE_RATIO_MAX };
    let is_near = |p: f64, q: f64| p.abs().max(q.abs()) <= ratio * p.abs().min(q.abs());
    if a.key != b.key || !units_fit(x.unit.as_deref(), y.unit.as_deref()) {
        return false;
    }
    if measure == "money" && sums::are_of_one_thing(pile, x, y, ratio) {
        return true;
    }
    if !is_near(a.point, b.point) {
        return false;
    }
    if measure == "money" && sums::are_of_two_things(pile, x, y) {
        return false;
    }
    if measure == "distance" {
        // "12 kilometres of coast", "45 kilometres of coast": lengths of one thing.
        let is_one_place = x.place.zip(y.place).is_none_or(|(p, q)| p == q);
        return !x.of.is_empty() && fold(&x.of) == fold(&y.of) && is_one_place;
    }
    let head = |q: &Quantity| fold(&q.of).rsplit(' ').next().unwrap_or_default().to_owned();
    let (one, other) = (head(x), head(y));
    let is_known = !EVERYBODY.contains(&one.as_str()) && !EVERYBODY.contains(&other.as_str());
    if matches!(measure, "people" | "share") && is_known && one != other {
        return false;
    }
    if measure == "share" && (tells_a_change(a) || tells_a_change(b)) {
        return false;
    }
    // "52 altered reports", "38 altered reports": the noun and what kind of it.
    let is_one_kind = fold(&x.of) == fold(&y.of) && x.of.contains(' ');
    // "Nine of the 14 chapters", "12 of the 14 chapters".
    let is_of_one_whole = x.whole.is_some() && x.whole == y.whole && one == other;
    let shared = a.near.iter().filter(|w| b.near.binary_search(w).is_ok()).count()
        + usize::from(is_one_kind || is_of_one_whole);
    shared >= N_NEAR_MIN || measure != "share" && is_same_sentence(pile, x, y)
}

/// Whether figures of a measure may tell what a disaster has taken.
pub(crate) fn is_of_ruins(measure: &str) -> bool {
    let counted = measure.strip_prefix("count.").unwrap_or_default();
    RUINS.iter().any(|(things, _)| things.contains(&counted))
}

/// Ground burned or flooded, and buildings destroyed: what a disaster has taken so far, however it is put.
fn is_one_ruin(measure: &str, a: &Figure, b: &Figure) -> bool {
    let Some(counted) = measure.strip_prefix("count.") else { return false };
    RUINS.iter().any(|(things, words)| {
        let is_told = |f: &Figure| f.near.iter().any(|w| words.contains(&w.as_str()));
        things.contains(&counted) && is_told(a) && is_told(b)
    })
}

/// "Fell 18 per cent", "6 per cent higher": by how much something changed since some day, which is another each time.
pub(super) fn tells_a_change(figure: &Figure) -> bool {
    const CHANGES: [&str; 18] = [
        "fell", "fall", "falle", "rose", "rise", "rises", "risen", "down", "highe", "lower", "drop", "dropp",
        "jump", "jumpe", "gain", "gaine", "slump", "plung",
    ];
    figure.near.iter().any(|w| CHANGES.contains(&w.as_str()))
}

/// Whether the sentences of two figures say the same in most of their words.
fn is_same_sentence(pile: &Pile, x: &Quantity, y: &Quantity) -> bool {
    let terms = |q: &Quantity| &pile.record.articles[q.span.article].terms[q.sentence];
    let (a, b) = (terms(x), terms(y));
    let is_word = |w: &&SmolStr| !w.chars().any(|c| c.is_ascii_digit());
    let shared = a.iter().filter(is_word).filter(|w| b.contains(w)).count();
    shared >= SAME_SENTENCE_MIN.0 && shared as f32 >= SAME_SENTENCE_MIN.1 * a.len().min(b.len()) as f32
}

/// Whether two figures may be of one thing: of the same people, their units fit, and they are of one order of magnitude.
pub(crate) fn could_be_one(pile: &Pile, a: &Figure, b: &Figure) -> bool {
    (&a.key.population, &a.key.side) == (&b.key.population, &b.key.side) && are_near(pile, a, b)
}

/// The same of a figure that leaves out whom it counts ("Three men were arrested. The radio had spoken of two arrests.").
pub(crate) fn may_answer(pile: &Pile, before: &Figure, figure: &Figure) -> bool {
    let quantity = |f: &Figure| &pile.record.quantities[f.quantity];
    let (x, y) = (quantity(before), quantity(figure));
    // "Eleven soldiers were killed, the rebels said; the army spoke of four.": whose they are, the first has said.
    let is_bare = y.span.span == y.figure && (x.span.article, x.sentence) == (y.span.article, y.sentence);
    (figure.key.population.is_empty() || before.key.population == figure.key.population)
        && (before.key.side == figure.key.side || is_bare && before.key.side.is_empty())
        && before.key.is_capacity == figure.key.is_capacity
        && are_near(pile, before, figure)
}

fn are_near(pile: &Pile, a: &Figure, b: &Figure) -> bool {
    /// Two who dispute a figure rarely differ by more than this factor.
    const RATIO_MAX: f64 = 10.0;
    let unit = |f: &Figure| pile.record.quantities[f.quantity].unit.as_deref();
    let (large, small) = (a.point.abs().max(b.point.abs()), a.point.abs().min(b.point.abs()));
    a.key.story == b.key.story
        && (a.key.holder.is_none() || b.key.holder.is_none() || a.key.holder == b.key.holder)
        && large <= RATIO_MAX * small
        && units_fit(unit(a), unit(b))
}
