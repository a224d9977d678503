//! Figures of one measure that differ.

use super::of_figures;
use crate::entities::fold;
use crate::record::{About, Disagreement, DisagreementKind, Quantity, Record, Relation};
use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::quantity::Qualifier;
use rashomon_text::{BlockKind, Time};
use rustc_hash::FxHashMap;

/// Two figures this close are one rounded (share of the larger).
const ROUNDING_SHARE_MAX: f64 = 0.03;
/// Share of the rarer content words of two sentences that makes figures of a loose measure comparable.
const SAME_TOPIC_MIN: f32 = 0.34;
/// Measures whose figures are totals of the situation itself: comparable without more words in common.
const TOTALS: [&str; 8] = [
    "people.killed",
    "people.wounded",
    "people.missing",
    "people.displaced",
    "people.rescued",
    "people.aboard",
    "territory.share",
    "magnitude",
];
/// Words for people at large: a figure "of" something narrower is another population.
const EVERYBODY: [&str; 14] = [
    "",
    "people",
    "persons",
    "person",
    "dead",
    "deaths",
    "death",
    "individuals",
    "fatalities",
    "victims",
    "bodies",
    "lives",
    "injured",
    "missing",
];

/// Disagreements between figures, by measure.
pub(super) fn disagreements(record: &Record) -> Vec<Disagreement> {
    let mut by_measure: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (i, quantity) in record.quantities.iter().enumerate().filter(|(_, q)| is_usable(q)) {
        by_measure.entry(&quantity.measure).or_default().push(i);
    }
    let mut measures: Vec<&str> = by_measure.keys().copied().collect();
    measures.sort_unstable();
    let mut found = Vec::new();
    for measure in measures {
        for topic in topics(record, &by_measure[measure]) {
            for disagreement in of_topic(record, measure, &topic) {
                if !found.iter().any(|other| says_the_same(record, other, &disagreement)) {
                    found.push(disagreement);
                }
            }
        }
    }
    found
}

/// The same numbers of one measure opposed in the same way: once is enough, however many copies repeat them.
fn says_the_same(record: &Record, a: &Disagreement, b: &Disagreement) -> bool {
    let numbers = |d: &Disagreement| -> Vec<Option<f64>> {
        d.positions.iter().map(|p| p.quantities.first().and_then(|&q| point(&record.quantities[q]))).collect()
    };
    a.about == b.about && a.kind == b.kind && a.note == b.note && numbers(a) == numbers(b)
}

fn is_usable(q: &Quantity) -> bool {
    point(q).is_some() && q.polarity == Polarity::Positive && !q.measure.is_empty()
}

/// The figure as one number: its value, or the middle of its bounds.
fn point(q: &Quantity) -> Option<f64> {
    q.value.or_else(|| Some((q.low? + q.high?) / 2.0)).or(q.low).or(q.high)
}

/// Groups of comparable figures, each in pile order.
fn topics(record: &Record, quantities: &[usize]) -> Vec<Vec<usize>> {
    let mut sets = crate::entities::Sets::new(quantities.len());
    for (i, &a) in quantities.iter().enumerate() {
        for (j, &b) in quantities.iter().enumerate().skip(i + 1) {
            if are_comparable(record, a, b) {
                sets.join(i, j);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); quantities.len()];
    (0..quantities.len()).for_each(|i| groups[sets.find(i)].push(quantities[i]));
    groups.retain(|g| g.len() > 1);
    groups
}

pub(crate) fn are_comparable(record: &Record, a: usize, b: usize) -> bool {
    let (x, y) = (&record.quantities[a], &record.quantities[b]);
    let story = |q: &Quantity| record.articles[q.span.article].story;
    if story(x) != story(y) {
        return false;
    }
    if x.unit != y.unit || !same_population(x, y) || !same_scope(x.scope.as_ref(), y.scope.as_ref()) {
        return false;
    }
    if let (Some(p), Some(q)) = (x.place, y.place)
        && p != q
    {
        return false;
    }
    let is_total = TOTALS.contains(&x.measure.as_str());
    (is_total && x.scope.is_some() == y.scope.is_some()) || is_same_topic(record, x, y)
}

fn same_population(x: &Quantity, y: &Quantity) -> bool {
    let head = |q: &Quantity| fold(&q.of).rsplit(' ').next().unwrap_or_default().to_owned();
    let (a, b) = (head(x), head(y));
    let is_everybody = |w: &str| EVERYBODY.contains(&w);
    a == b || (is_everybody(&a) && is_everybody(&b)) || !x.measure.starts_with("people")
}

/// Counts over one span of time, or both over none in particular.
fn same_scope(x: Option<&Time>, y: Option<&Time>) -> bool {
    match (x, y) {
        (Some(x), Some(y)) => x.first_day() == y.first_day(),
        _ => true,
    }
}

/// Whether the two sentences share enough of their content words.
fn is_same_topic(record: &Record, x: &Quantity, y: &Quantity) -> bool {
    let terms = |q: &Quantity| &record.articles[q.span.article].terms[q.sentence];
    let (a, b) = (terms(x), terms(y));
    let shared = a.iter().filter(|w| b.contains(w) && !w.chars().all(|c| c.is_ascii_digit())).count();
    shared >= 2 && shared as f32 >= SAME_TOPIC_MIN * a.len().min(b.len()) as f32
}

/// What is to be said about one group of comparable figures.
fn of_topic(record: &Record, measure: &str, topic: &[usize]) -> Vec<Disagreement> {
    let mut found = Vec::new();
    found.extend(copying_errors(record, measure, topic));
    found.extend(corrections(record, measure, topic));
    let own: Vec<usize> =
        topic.iter().copied().filter(|&q| !is_copied(record, q) && is_asserted(record, q)).collect();
    found.extend(series(record, measure, &own));
    found.extend(conflicts(record, measure, &own));
    found.extend(conditions(record, measure, topic));
    found
}

/// Told as so, and not what a correction notice repeats.
pub(crate) fn is_asserted(record: &Record, quantity: usize) -> bool {
    let q = &record.quantities[quantity];
    let kind = record.articles[q.span.article].sentences[q.sentence].kind;
    matches!(q.modality, Modality::Happened | Modality::Ongoing) && kind != BlockKind::Correction
}

pub(crate) fn is_copied(record: &Record, quantity: usize) -> bool {
    let q = &record.quantities[quantity];
    record.reuse.iter().any(|r| {
        r.to == q.span.article
            && r.kind != rashomon_reuse::ReuseKind::QuotesOnly
            && r.passages.iter().any(|p| p.to.contains(q.figure))
    })
}

/// Who stands behind a figure: the final authority, an official counting as the body; the outlet otherwise.
fn authority(record: &Record, quantity: usize) -> String {
    let q = &record.quantities[quantity];
    match q.attribution.last().filter(|l| l.role != AttributionRole::Outlet) {
        Some(link) => match link.entity {
            Some(entity) => {
                let body = record.entities[entity].affiliation.unwrap_or(entity);
                format!("e{body}")
            }
            None => fold(&link.name),
        },
        None => format!("a{}", q.span.article),
    }
}

/// Whether the figures can both be right as they stand.
fn agree(record: &Record, a: usize, b: usize) -> bool {
    let (x, y) = (&record.quantities[a], &record.quantities[b]);
    let (Some(p), Some(q)) = (point(x), point(y)) else { return true };
    if (p - q).abs() <= 1e-9 * p.abs().max(1.0) {
        return true;
    }
    within(x, q) || within(y, p)
}

/// Whether a number lies within the bounds that a figure gives.
fn within(q: &Quantity, number: f64) -> bool {
    match q.qualifier {
        Qualifier::Between | Qualifier::Vague => {
            q.low.is_none_or(|l| l <= number) && q.high.is_none_or(|h| number <= h)
        }
        _ => false,
    }
}

fn are_rounded(record: &Record, a: usize, b: usize) -> bool {
    let value = |i: usize| point(&record.quantities[i]).unwrap_or_default();
    let is_rough = |i: usize| record.quantities[i].qualifier != Qualifier::Exactly;
    (is_rough(a) || is_rough(b))
        && (value(a) - value(b)).abs() <= ROUNDING_SHARE_MAX * value(a).abs().max(value(b).abs())
}

fn day(record: &Record, quantity: usize) -> Option<rashomon_text::Date> {
    record.quantities[quantity].as_of.as_ref().and_then(Time::last_day)
}

/// Groups of figures with the same number, in the order given.
fn by_value(record: &Record, quantities: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for &q in quantities {
        let value = point(&record.quantities[q]);
        match groups.iter_mut().find(|g| point(&record.quantities[g[0]]) == value) {
            Some(group) => group.push(q),
            None => groups.push(vec![q]),
        }
    }
    groups
}

/// One authority's figure at different moments.
fn series(record: &Record, measure: &str, quantities: &[usize]) -> Vec<Disagreement> {
    let mut by_authority: Vec<(String, Vec<usize>)> = Vec::new();
    for &q in quantities {
        let name = authority(record, q);
        match by_authority.iter_mut().find(|(n, _)| *n == name) {
            Some((_, all)) => all.push(q),
            None => by_authority.push((name, vec![q])),
        }
    }
    let mut found = Vec::new();
    for (_, mut all) in by_authority {
        all.sort_by_key(|&q| (day(record, q), q));
        let groups = by_value(record, &all);
        if groups.len() < 2 || groups.iter().all(|g| are_rounded(record, groups[0][0], g[0])) {
            continue;
        }
        found.push(Disagreement {
            about: About::Measure(measure.to_owned()),
            kind: DisagreementKind::Value,
            relation: Relation::Evolves,
            positions: groups.into_iter().map(|g| of_figures(record, g)).collect(),
            note: "the same authority gives other figures at other times".to_owned(),
        });
    }
    found
}

/// Different authorities on one day.
fn conflicts(record: &Record, measure: &str, quantities: &[usize]) -> Vec<Disagreement> {
    let mut days: Vec<Option<rashomon_text::Date>> = quantities.iter().map(|&q| day(record, q)).collect();
    days.sort_unstable();
    days.dedup();
    let mut found = Vec::new();
    for wanted in days.iter().filter(|d| d.is_some()) {
        let of_day: Vec<usize> = quantities.iter().copied().filter(|&q| day(record, q) == *wanted).collect();
        let groups = by_value(record, &of_day);
        let differ = |a: &[usize], b: &[usize]| {
            let other_authority =
                a.iter().any(|&x| b.iter().any(|&y| authority(record, x) != authority(record, y)));
            other_authority && !agree(record, a[0], b[0])
        };
        let opposed: Vec<&Vec<usize>> =
            groups.iter().filter(|g| groups.iter().any(|h| differ(g, h))).collect();
        if opposed.len() < 2 {
            continue;
        }
        let rounded = opposed.iter().all(|g| are_rounded(record, opposed[0][0], g[0]));
        found.push(Disagreement {
            about: About::Measure(measure.to_owned()),
            kind: DisagreementKind::Value,
            relation: if rounded { Relation::Rounding } else { Relation::Conflict },
            positions: opposed.into_iter().map(|g| of_figures(record, g.clone())).collect(),
            note: if rounded {
                "the same figure, rounded".to_owned()
            } else {
                "different authorities give different figures for the same day".to_owned()
            },
        });
    }
    found
}

/// A copy that changed a figure of the passage it took.
fn copying_errors(record: &Record, measure: &str, topic: &[usize]) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for r in record.reuse.iter().filter(|r| r.kind != rashomon_reuse::ReuseKind::QuotesOnly) {
        for passage in &r.passages {
            let within = |article: usize, span: rashomon_text::Span| -> Vec<usize> {
                let lies = |q: &usize| {
                    let quantity = &record.quantities[*q];
                    quantity.span.article == article && span.contains(quantity.figure)
                };
                topic.iter().copied().filter(lies).collect()
            };
            let (theirs, copied) = (within(r.from, passage.from), within(r.to, passage.to));
            if theirs.len() != copied.len() {
                continue;
            }
            for (&a, &b) in theirs
                .iter()
                .zip(&copied)
                .filter(|&(&a, &b)| !agree(record, a, b) && !are_rounded(record, a, b))
            {
                found.push(Disagreement {
                    about: About::Measure(measure.to_owned()),
                    kind: DisagreementKind::Value,
                    relation: Relation::Conflict,
                    positions: vec![of_figures(record, vec![a]), of_figures(record, vec![b])],
                    note: "the copy gives another figure than the passage it was taken from".to_owned(),
                });
            }
        }
    }
    found
}

/// What a correction notice puts in the place of what.
fn corrections(record: &Record, measure: &str, topic: &[usize]) -> Vec<Disagreement> {
    let is_correction = |&q: &usize| {
        let quantity = &record.quantities[q];
        record.articles[quantity.span.article].sentences[quantity.sentence].kind == BlockKind::Correction
    };
    let noticed: Vec<usize> = topic.iter().copied().filter(is_correction).collect();
    let groups = by_value(record, &noticed);
    if groups.len() < 2 {
        return Vec::new();
    }
    vec![Disagreement {
        about: About::Measure(measure.to_owned()),
        kind: DisagreementKind::Value,
        relation: Relation::Evolves,
        positions: groups.into_iter().map(|g| of_figures(record, g)).collect(),
        note: "corrected by the outlet itself".to_owned(),
    }]
}

/// Whether two figures stand in a passage and in its copy.
fn is_the_copy(record: &Record, a: usize, b: usize) -> bool {
    let (x, y) = (&record.quantities[a], &record.quantities[b]);
    record.reuse.iter().flat_map(|r| r.passages.iter().map(move |p| (r, p))).any(|(r, p)| {
        let holds = |q: &Quantity, article: usize, span: rashomon_text::Span| {
            q.span.article == article && span.contains(q.figure)
        };
        (holds(x, r.from, p.from) && holds(y, r.to, p.to))
            || (holds(y, r.from, p.from) && holds(x, r.to, p.to))
    })
}

/// A figure that was conditional or planned in one account and is told as so in another.
fn conditions(record: &Record, measure: &str, topic: &[usize]) -> Vec<Disagreement> {
    let is_open = |q: usize| {
        matches!(
            record.quantities[q].modality,
            Modality::Conditional | Modality::Planned | Modality::Possible
        )
    };
    let mut found = Vec::new();
    for &a in topic.iter().filter(|&&q| is_open(q)) {
        let same = |&&b: &&usize| {
            is_asserted(record, b)
                && !is_the_copy(record, a, b)
                && point(&record.quantities[a]) == point(&record.quantities[b])
                && record.quantities[a].span.article != record.quantities[b].span.article
        };
        if let Some(&b) = topic.iter().find(same) {
            found.push(Disagreement {
                about: About::Measure(measure.to_owned()),
                kind: DisagreementKind::Modality,
                relation: Relation::Evolves,
                positions: vec![of_figures(record, vec![a]), of_figures(record, vec![b])],
                note: "expected or conditional in one account, told as so in the other".to_owned(),
            });
        }
    }
    found
}
