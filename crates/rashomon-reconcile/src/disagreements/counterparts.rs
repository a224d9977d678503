//! Figures of two accounts that answer one another, though no common key and no run of common words says so.
//!
//! Accounts written apart give one figure in other words: "crested at 7.1 metres", "the river stopped at 6.8 metres".
//! What tells a counterpart is the sum of signs: a noun counted by both, telling words beside both figures, one act,
//! the dimension that a length has, and that each account has one such figure only. A figure that the other account
//! gives as well has its counterpart already. A limit, a goal or a record is no rival of a result.

use super::comparable::{
    COUNTS_OF_PEOPLE, Figure, could_be_one, is_of_everybody, measure_class, noun_class, tells_a_change,
    unit_class,
};
use super::figures::{are_rounded, is_asserted, published};
use super::pile::{Pile, days_between, is_one, stem};
use super::{Builder, Side, sums};
use crate::entities::fold;
use crate::record::{DisagreementKind, Quantity, Relation};
use rashomon_reading::modality::Modality;
use rashomon_reading::quantity::Qualifier;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// Figures of one class in a story; more are rather the rows of a table, and compared by their words elsewhere.
const N_FIGURES_MAX: usize = 300;
/// Counterparts of one figure in other accounts, the likest first: hundreds of accounts do not need each pair told.
const N_ANSWERS_MAX: usize = 8;
/// Signs that make two figures one.
const SIGNS_MIN: f64 = 1.3;
/// The same where they are said to exclude each other.
const CONFLICT_SIGNS_MIN: f64 = 1.5;
/// The same where one of them is the other, rounded: numbers are rarely alike by chance.
const ROUNDED_SIGNS_MIN: f64 = 0.4;
/// Values further apart than this factor are of different things.
const RATIO_MAX: f64 = 4.0;
/// Words on each side of a figure that tell what it is.
const N_BESIDE: usize = 7;
/// Days in which accounts speak of one state of things.
const ONE_NEWS_DAYS: i32 = 1;
/// Days from which a larger count is rather a later one.
const LATER_DAYS_MIN: i32 = 1;

/// The same, close enough to say that the figure is a limit or a goal.
const N_CLOSE: (usize, usize) = (5, 3);

/// Words beside a figure that is set, wanted or was before, and not what came of it.
const BOUNDS: [&str; 36] = [
    "limit",
    "limits",
    "allowed",
    "permitted",
    "advised",
    "needed",
    "needs",
    "required",
    "sought",
    "wanted",
    "demanded",
    "asked",
    "target",
    "goal",
    "foreseen",
    "budgeted",
    "planned",
    "capacity",
    "room",
    "record",
    "forecast",
    "licensed",
    "certified",
    "previous",
    "last",
    "aims",
    "hopes",
    "hoped",
    "expected",
    "expects",
    "instead",
    "usual",
    "average",
    "minimum",
    "maximum",
    "against",
];
/// What a length, a number of people or a sum may be, and the words beside it that say so.
const DIMENSIONS: [(&str, &str, &[&str]); 12] = [
    ("distance", "depth", &["depth", "deep", "underground", "down", "below", "beneath", "focus"]),
    (
        "distance",
        "height",
        &[
            "high", "height", "crested", "crest", "peaked", "level", "gauge", "tall", "rose", "stood",
            "stopped",
        ],
    ),
    ("distance", "length", &["long", "length", "longest", "stretch", "stretched", "stretches"]),
    ("distance", "width", &["wide", "width", "broad"]),
    (
        "distance",
        "way",
        &["away", "north", "south", "east", "west", "off", "downwind", "upstream", "downstream"],
    ),
    (
        "people",
        "crowd",
        &[
            "crowd",
            "march",
            "rally",
            "demonstration",
            "turned",
            "gathered",
            "attended",
            "marched",
            "rallied",
            "demonstrated",
            "spectators",
            "fans",
            "demonstrators",
            "protesters",
            "marchers",
            "participants",
            "turnout",
            "come",
            "came",
        ],
    ),
    ("share", "contained", &["contained", "containment", "contain"]),
    ("money", "damage", &["loss", "losses", "damage", "damages", "haul", "valued"]),
    ("money", "profit", &["profit", "earned", "earnings"]),
    ("money", "revenue", &["revenue", "revenues", "sales", "turnover", "takings"]),
    ("money", "price", &["price", "priced", "sells", "sold", "fetched"]),
    ("money", "cost", &["cost", "costs", "costing", "spent", "swallowed"]),
];
/// Words that say how something was counted: with and without them it is another thing.
const WAYS: [&str; 12] = [
    "including",
    "excluding",
    "tax",
    "taxes",
    "debt",
    "net",
    "gross",
    "mean",
    "median",
    "adjusted",
    "inflation",
    "premium",
];
/// Units of weight, volume and ground, which count anything.
const UNITS: [&str; 14] = [
    "hectare", "acre", "square", "cubic", "tonne", "ton", "litre", "liter", "gallon", "barrel", "kilo",
    "gram", "pound", "metre",
];
/// Words of a survey: two of them are two measurements.
const POLLS: [&str; 5] = ["poll", "polls", "survey", "surveyed", "pollster"];
/// Words beside the share of those who voted.
const VOTERS: [&str; 7] = ["voted", "voters", "turnout", "part", "electorate", "polls", "came"];

/// Figures of one story that may be set against each other, by what they measure.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let mut classes: BTreeMap<(usize, SmolStr), Vec<Told>> = BTreeMap::new();
    for q in 0..pile.record.quantities.len() {
        let Some(figure) = pile.figure(q).filter(|f| may_be_compared(pile, f)) else { continue };
        if let Some(class) = class(&pile.record.quantities[q]) {
            classes.entry((figure.story(), class)).or_default().push(Told::new(pile, figure));
        }
    }
    let weights = Weights::new(pile);
    for told in classes.into_values().filter(|all| all.len() <= N_FIGURES_MAX) {
        for (i, j) in pairs(pile, &weights, &told) {
            oppose(pile, out, &told[i], &told[j]);
        }
    }
}

/// A figure with the words that tell what it is.
struct Told<'f> {
    figure: &'f Figure,
    article: usize,
    beside: Vec<String>,
    is_bound: bool,
    dimension: Option<&'static str>,
    is_of_voters: bool,
}

impl<'f> Told<'f> {
    fn new(pile: &Pile, figure: &'f Figure) -> Self {
        let q = &pile.record.quantities[figure.quantity];
        let beside = beside(pile, q, (N_BESIDE, N_BESIDE));
        let has = |words: &[&str]| beside.iter().any(|w| words.contains(&w.as_str()));
        let is_of = |(measure, _, words): &&(&str, &str, &[&str])| *measure == q.measure && has(words);
        let dimension = DIMENSIONS.iter().find(is_of).map(|(_, name, _)| *name);
        let is_of_voters = q.measure == "turnout" || has(&VOTERS);
        let close = self::beside(pile, q, N_CLOSE);
        let is_bound = close.iter().any(|w| BOUNDS.contains(&w.as_str()));
        Self { figure, article: q.span.article, is_bound, dimension, is_of_voters, beside }
    }
}

/// The words of the clause on both sides of a figure, up to so many, lower case.
fn beside(pile: &Pile, q: &Quantity, (n_left, n_right): (usize, usize)) -> Vec<String> {
    let article = &pile.record.articles[q.span.article];
    let sentence = article.sentences[q.sentence].span;
    let text = article.article.text.as_str();
    let clean = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let before = text.get(sentence.start()..q.span.span.start()).unwrap_or_default();
    let after = text.get(q.span.span.end()..sentence.end()).unwrap_or_default();
    let before = before.rsplit([';', ':']).next().unwrap_or_default();
    let after = after.split([';', ':']).next().unwrap_or_default();
    let own = pile.words(q.span).split_whitespace().map(clean);
    let left = before.split_whitespace().rev().take(n_left).map(clean);
    let right = after.split_whitespace().take(n_right).map(clean);
    left.chain(own).chain(right).filter(|w| !w.is_empty()).collect()
}

/// Told as so or as planned, of now, in the account's own words.
fn may_be_compared(pile: &Pile, figure: &Figure) -> bool {
    let q = &pile.record.quantities[figure.quantity];
    let is_planned = matches!(q.modality, Modality::Planned | Modality::Demanded | Modality::Possible);
    (is_asserted(pile.record, figure.quantity) || is_planned)
        && !pile.is_copied(figure.quantity)
        && !is_of_the_past(pile, q)
        && !figure.is_part
        && !figure.is_earlier
        && figure.point > 0.0
        && q.whole.is_none()
        && !(q.measure == "share" && tells_a_change(figure))
        && !is_by_how_much(pile, q)
}

/// A figure whose own clause names the past year to which it belongs: "short of the 43.0 measured in 2003" leaves the
/// figure before it where it is.
fn is_of_the_past(pile: &Pile, q: &Quantity) -> bool {
    let epoch = pile.epoch(q.span.article, q.sentence);
    if epoch == 0 {
        return false;
    }
    let article = &pile.record.articles[q.span.article];
    let sentence = article.sentences[q.sentence].span;
    let text = article.article.text.as_str();
    let year = epoch.to_string();
    let before = text.get(sentence.start()..q.span.span.start()).unwrap_or_default();
    let after = text.get(q.span.span.end()..sentence.end()).unwrap_or_default();
    let (before, after) =
        (before.rsplit(", ").next().unwrap_or_default(), after.split(", ").next().unwrap_or_default());
    let is_named = text.get(sentence.start()..sentence.end()).is_some_and(|t| t.contains(&year));
    !is_named || before.contains(&year) || after.contains(&year)
}

/// "Rose by four metres", "another two metres": how far something moved, not where it stands.
fn is_by_how_much(pile: &Pile, q: &Quantity) -> bool {
    const MORE: [&str; 6] = ["by", "another", "further", "extra", "additional", "every"];
    let text = pile.record.articles[q.span.article].article.text.as_str();
    let mut before = text.get(..q.span.span.start()).unwrap_or_default().split_whitespace().rev();
    let own = pile.words(q.span).to_lowercase();
    before.next().is_some_and(|w| MORE.contains(&w.to_lowercase().as_str()))
        || MORE.iter().any(|w| own.starts_with(&format!("{w} ")))
        || own.ends_with(" more")
}

/// Figures of one class may be of one thing.
fn class(q: &Quantity) -> Option<SmolStr> {
    let unit = || unit_class(q.unit.as_deref());
    match q.measure.as_str() {
        "age" => Some(format!("age {}", q.entity?).into()),
        "turnout" | "share" => Some("share".into()),
        "money" | "distance" | "temperature" => {
            Some(format!("{} {}", q.measure, unit().trim_end_matches(['C', 'F'])).into())
        }
        "duration" => Some(format!("duration {}", unit()).into()),
        m if m == "people" || m.starts_with("people.") => Some("people".into()),
        m if m.starts_with("count.") => Some(measure_class(m)),
        _ => None,
    }
}

/// How telling each word of a story is: what every sentence has says nothing.
struct Weights(FxHashMap<(usize, SmolStr), f64>);

impl Weights {
    fn new(pile: &Pile) -> Self {
        let mut n: FxHashMap<usize, f64> = FxHashMap::default();
        let mut bearers: FxHashMap<(usize, SmolStr), f64> = FxHashMap::default();
        for article in &pile.record.articles {
            for terms in &article.terms {
                *n.entry(article.story).or_default() += 1.0;
                let unique: FxHashSet<&SmolStr> = terms.iter().collect();
                let mut unique: Vec<&SmolStr> = unique.into_iter().collect();
                unique.sort_unstable();
                for term in unique {
                    *bearers.entry((article.story, term.clone())).or_default() += 1.0;
                }
            }
        }
        let weight = |((story, term), count): ((usize, SmolStr), f64)| {
            let all = n.get(&story).copied().unwrap_or(1.0);
            ((story, term), ((1.0 + all / count).ln() / (1.0 + all).ln()).min(1.0))
        };
        let mut all: Vec<((usize, SmolStr), f64)> = bearers.into_iter().collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        Self(all.into_iter().map(weight).collect())
    }

    fn of(&self, story: usize, term: &SmolStr) -> f64 {
        self.0.get(&(story, term.clone())).copied().unwrap_or_default()
    }
}

/// Pairs of figures that are each the other's best counterpart.
fn pairs(pile: &Pile, weights: &Weights, told: &[Told]) -> Vec<(usize, usize)> {
    let mut found: Vec<(f64, usize, usize)> = Vec::new();
    for (i, a) in told.iter().enumerate() {
        for (j, b) in told.iter().enumerate().skip(i + 1) {
            if a.article == b.article || !may_answer(pile, a, b) || is_answered(told, a, b) {
                continue;
            }
            let signs = signs(pile, weights, told, a, b);
            let least = if is_rounded(pile, a.figure, b.figure) { ROUNDED_SIGNS_MIN } else { SIGNS_MIN };
            let is_conflict = || matches!(relation(pile, a, b), Some((Relation::Conflict, _)));
            if signs >= least && (signs >= CONFLICT_SIGNS_MIN || !is_conflict()) {
                found.push((signs, i, j));
            }
        }
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    // Of two accounts each figure answers one.
    let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
    let mut n_answers = vec![0; told.len()];
    let mut out = Vec::new();
    for (_, i, j) in found {
        let (a, b) = ((i, told[j].article), (j, told[i].article));
        let is_full = n_answers[i] >= N_ANSWERS_MAX || n_answers[j] >= N_ANSWERS_MAX;
        if !is_full && !taken.contains(&a) && !taken.contains(&b) {
            taken.extend([a, b]);
            n_answers[i] += 1;
            n_answers[j] += 1;
            out.push((i, j));
        }
    }
    out
}

/// Whether one of the two accounts gives the other's figure as well.
fn is_answered(told: &[Told], a: &Told, b: &Told) -> bool {
    let has = |article: usize, point: f64| {
        told.iter().any(|t| t.article == article && (t.figure.point - point).abs() <= 1e-9 * point)
    };
    has(b.article, a.figure.point) || has(a.article, b.figure.point)
}

/// Whether nothing keeps two figures apart.
fn may_answer(pile: &Pile, a: &Told, b: &Told) -> bool {
    let (x, y) = (&pile.record.quantities[a.figure.quantity], &pile.record.quantities[b.figure.quantity]);
    let (low, high) = (a.figure.point.min(b.figure.point), a.figure.point.max(b.figure.point));
    // "Sixty-one people were treated" answers no number of dead.
    let is_at_large = |q: &Quantity| matches!(q.measure.as_str(), "people" | "turnout");
    let is_of_fate = |q: &Quantity| COUNTS_OF_PEOPLE.contains(&q.measure.as_str());
    let is_one_measure =
        x.measure == y.measure || (is_at_large(x) || is_at_large(y)) && !is_of_fate(x) && !is_of_fate(y);
    let are_open = |q: &Quantity| !matches!(q.modality, Modality::Happened | Modality::Ongoing);
    is_one_measure
        && a.figure.story() == b.figure.story()
        && a.figure.side() == b.figure.side()
        && high <= RATIO_MAX * low
        && a.is_bound == b.is_bound
        && are_open(x) == are_open(y)
        && x.place.zip(y.place).is_none_or(|(p, q)| p == q)
        && x.entity.zip(y.entity).is_none_or(|(p, q)| p == q)
        && (x.measure != y.measure
            || !x.measure.starts_with("people.")
            || could_be_one(pile, a.figure, b.figure)
            || is_part_above_whole(a.figure, b.figure)
            || is_part_above_whole(b.figure, a.figure))
        && are_of_one_noun(x, y)
        && (a.dimension == b.dimension
            || x.measure != "distance" && (a.dimension.is_none() || b.dimension.is_none()))
        && (x.measure == y.measure || x.measure.starts_with("people") || a.is_of_voters && b.is_of_voters)
        && (x.measure != "money" || !sums::are_of_two_things(pile, x, y))
        && (a.figure.scope() == b.figure.scope() || is_rounded(pile, a.figure, b.figure))
}

/// "22 people were hurt", "31 passengers were hurt": a part cannot be more than all.
fn is_part_above_whole(all: &Figure, part: &Figure) -> bool {
    all.population().is_empty() && !part.population().is_empty() && part.point > all.point
}

/// Whether both count under one noun, or one of them says too little to tell.
fn are_of_one_noun(x: &Quantity, y: &Quantity) -> bool {
    let head = |q: &Quantity| fold(&q.of).rsplit(' ').next().unwrap_or_default().to_owned();
    let (one, other) = (head(x), head(y));
    one == other
        || x.unit.as_deref().is_some_and(|u| one == *u || other == *u)
        || is_of_anybody(x)
        || is_of_anybody(y)
        || noun_class(&one) == noun_class(&other)
}

/// Whether people are counted at large; who counts them is not whom they count.
fn is_of_anybody(q: &Quantity) -> bool {
    let of = fold(&q.of);
    is_of_everybody(&q.of) || q.attribution.iter().any(|l| fold(&l.name) == of)
}

/// What speaks for two figures' being of one thing.
fn signs(pile: &Pile, weights: &Weights, told: &[Told], a: &Told, b: &Told) -> f64 {
    let (x, y) = (&pile.record.quantities[a.figure.quantity], &pile.record.quantities[b.figure.quantity]);
    let terms = |q: &Quantity| &pile.record.articles[q.span.article].terms[q.sentence];
    let is_beside = |t: &Told, term: &SmolStr| t.beside.iter().any(|w| stem(w) == stem(term));
    // Hectares are counted of everything.
    let unit = x.unit.as_deref().filter(|u| UNITS.iter().any(|unit| u.starts_with(unit))).map(stem);
    let is_word = |w: &&SmolStr| !w.chars().any(|c| c.is_ascii_digit()) && Some(stem(w)) != unit;
    let mut beside = 0.0;
    let mut about = 0.0;
    let mut seen: FxHashSet<&SmolStr> = FxHashSet::default();
    let others: FxHashSet<SmolStr> = terms(y).iter().map(|w| stem(w)).collect();
    for term in terms(x).iter().filter(is_word).filter(|w| others.contains(&stem(w))) {
        if !seen.insert(term) {
            continue;
        }
        let weight = weights.of(a.figure.story(), term);
        if is_beside(a, term) && is_beside(b, term) { beside += weight } else { about += weight }
    }
    let n_values = |t: &Told, other: &Told| {
        let is_rival = |o: &&Told| o.article == t.article && may_answer(pile, o, other);
        let mut all: Vec<u64> = told.iter().filter(is_rival).map(|o| o.figure.point.to_bits()).collect();
        all.sort_unstable();
        all.dedup();
        all.len()
    };
    let is_only = f64::from(u8::from(n_values(a, b) == 1)) + f64::from(u8::from(n_values(b, a) == 1));
    // Lengths are of everything: "a crack 60 metres long" answers no road cut over 90.
    if x.measure == "distance" && beside < 1.0 {
        return 0.0;
    }
    let flag = |is: bool| f64::from(u8::from(is));
    let ratio = (a.figure.point / b.figure.point).ln().abs();
    1.2 * beside.min(2.0)
        + 0.4 * about.min(2.0)
        + 0.4 * is_only
        + 1.0 * flag(a.dimension.is_some() && a.dimension == b.dimension)
        + 1.1 * flag(tells_itself(&x.measure))
        + 1.5 * flag(x.measure == "age")
        + 0.5 * flag(is_one_act(pile, x, y, a, b))
        + 0.4 * flag(x.measure == y.measure && is_special(&x.measure) && unit.is_none())
        - 0.7 * flag(matches!(x.measure.as_str(), "share" | "money"))
        - 0.9 * flag(x.measure == "duration")
        - 0.6 * ratio
}

/// A measure of which a story has one as a rule: how hot it was, how fast it went.
fn tells_itself(measure: &str) -> bool {
    measure == "temperature" || measure.contains("-per-hour")
}

/// A measure that says of itself what is measured.
fn is_special(measure: &str) -> bool {
    measure.starts_with("count.") || measure.starts_with("people.") || measure == "turnout"
}

/// Whether claims of one event, or of one act with a participant in common, hold both figures.
fn is_one_act(pile: &Pile, x: &Quantity, y: &Quantity, a: &Told, b: &Told) -> bool {
    let claims = |q: &Quantity, t: &Told| -> Vec<usize> {
        let all = pile.claims_in(q.span.article, q.sentence).iter().copied();
        all.filter(|&c| pile.record.claims[c].quantities.contains(&t.figure.quantity)).collect()
    };
    let (one, other) = (claims(x, a), claims(y, b));
    one.iter().any(|&c| {
        other.iter().any(|&d| {
            let (p, q) = (&pile.record.claims[c], &pile.record.claims[d]);
            let is_one_event = pile.event_of(c).is_some() && pile.event_of(c) == pile.event_of(d);
            let has_one = || p.participants.iter().any(|s| q.participants.iter().any(|t| is_one(s, t)));
            is_one_event || p.predicate == q.predicate && has_one()
        })
    })
}

/// Whether the one is the other, given more roughly.
fn is_rounded(pile: &Pile, a: &Figure, b: &Figure) -> bool {
    let qualifier = |f: &Figure| pile.record.quantities[f.quantity].qualifier;
    let is_rough = |f: &Figure| qualifier(f) != Qualifier::Exactly;
    // "More than 200,000" is not 184,000.
    let is_beyond = |bound: &Figure, f: &Figure| match qualifier(bound) {
        Qualifier::AtLeast | Qualifier::MoreThan => f.point < bound.point,
        Qualifier::AtMost | Qualifier::LessThan => f.point > bound.point,
        _ => false,
    };
    if is_beyond(a, b) || is_beyond(b, a) {
        return false;
    }
    are_rounded(pile.record, a, b)
        || a.agrees(b) && (is_rough(a) != is_rough(b)) && (a.point / b.point).ln().abs() < 0.1
        || is_of_fewer_digits(a.point, b.point)
        || is_of_fewer_digits(b.point, a.point)
}

/// "4.9 million" of 4,870,000: the number with the digits that the other leaves out.
fn is_of_fewer_digits(rough: f64, exact: f64) -> bool {
    /// Digits from which a number is exact.
    const N_DIGITS_MIN: usize = 3;
    let digits = |v: f64| {
        let all = v.to_string().replace('.', "");
        all.trim_matches('0').len()
    };
    let (few, many) = (digits(rough), digits(exact));
    if many < N_DIGITS_MIN || few >= many || few == 0 {
        return false;
    }
    let scale = 10_f64.powi(rough.abs().log10().floor() as i32 + 1 - few as i32);
    ((exact / scale).round() * scale - rough).abs() < 1e-6 * rough
}

/// Says how two counterparts stand to each other.
fn oppose(pile: &Pile, out: &mut Builder, a: &Told, b: &Told) {
    let (p, q) = (a.figure.quantity, b.figure.quantity);
    let Some((relation, note)) = relation(pile, a, b).filter(|_| !out.has_opposed(p, q)) else { return };
    let rows = vec![pile.with_echoes(&[p]), pile.with_echoes(&[q])];
    let measure = pile.record.quantities[p].measure.clone();
    out.measure(&measure, DisagreementKind::Value, relation, Side::all(rows), note);
}

fn relation(pile: &Pile, a: &Told, b: &Told) -> Option<(Relation, &'static str)> {
    let (x, y) = (&pile.record.quantities[a.figure.quantity], &pile.record.quantities[b.figure.quantity]);
    if is_rounded(pile, a.figure, b.figure) {
        let is_close = (a.figure.point / b.figure.point).ln().abs() <= 0.05;
        return Some(if is_close {
            (Relation::Rounding, "the same figure, rounded")
        } else {
            (Relation::Refines, "the precise figure lies within the rough one")
        });
    }
    if a.figure.agrees(b.figure) {
        return None;
    }
    let has = |t: &Told, words: &[&str]| t.beside.iter().any(|w| words.contains(&w.as_str()));
    if WAYS.iter().any(|w| has(a, &[w]) != has(b, &[w])) || has(a, &POLLS) && has(b, &POLLS) {
        return Some((Relation::Definition, "counted in different ways"));
    }
    let out = published(pile, x).zip(published(pile, y)).and_then(|(s, t)| days_between(s, t));
    let voice = |q: &Quantity| pile.voice(q.span.article, &q.attribution);
    let is_one_voice = voice(x).is_one_body(&voice(y));
    let grows = x.measure.starts_with("people") || x.measure.starts_with("count.") || x.measure == "share";
    let is_later_larger =
        out.is_some_and(|n| n.abs() >= LATER_DAYS_MIN && (n > 0) == (a.figure.point < b.figure.point));
    let is_later = out.is_some_and(|n| n.abs() >= LATER_DAYS_MIN);
    let is_long_after = out.is_none_or(|n| n.abs() > ONE_NEWS_DAYS);
    if is_one_voice && is_later || grows && is_later_larger || is_long_after && !is_one_voice {
        return out.map(|_| (Relation::Evolves, "later figures differ from earlier ones"));
    }
    // Totals have been compared: what is left of them is one only on one day.
    let is_total = x.measure == y.measure && COUNTS_OF_PEOPLE.contains(&x.measure.as_str());
    let is_vague = |q: &Quantity| q.qualifier == Qualifier::Vague;
    let is_open = is_one_voice || is_total && is_later || is_vague(x) || is_vague(y);
    (!is_open).then_some((Relation::Conflict, "the accounts give different figures for what is one thing"))
}
