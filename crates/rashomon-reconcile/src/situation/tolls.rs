//! Series of figures about people and damage, one for each measure, place, scope and population.

use crate::disagreements::{Figure, Pile, groups, is_asserted};
use crate::record::{Quantity, Record, Toll, TollPoint};

/// Measures that are tracked: what happens to people.
const TRACKED: [&str; 7] = [
    "people.killed",
    "people.wounded",
    "people.missing",
    "people.displaced",
    "people.detained",
    "people.rescued",
    "people.aboard",
];

/// The series, by measure, then by their first figure. Conditional figures, those of correction notices and those
/// that a copy changed have no place in a series.
pub(super) fn tolls(record: &Record) -> Vec<Toll> {
    let pile = Pile::new(record);
    let mut tolls = Vec::new();
    for measure in TRACKED {
        let figures: Vec<Figure> = (0..record.quantities.len())
            .filter(|&q| record.quantities[q].measure == measure && is_asserted(record, q))
            .filter_map(|q| Figure::new(&pile, q))
            .collect();
        let series = groups(&pile, measure, &figures, 1);
        let quantities =
            |group: Vec<usize>| group.into_iter().map(|i| figures[i].quantity).collect::<Vec<_>>();
        tolls.extend(series.into_iter().filter_map(|g| toll(&pile, measure, &quantities(g))));
    }
    tolls
}

fn toll(pile: &Pile, measure: &str, group: &[usize]) -> Option<Toll> {
    let record = pile.record;
    let own: Vec<usize> = group.iter().copied().filter(|&q| !pile.is_copied(q)).collect();
    let mut series: Vec<TollPoint> = Vec::new();
    for &q in own.iter().chain(group.iter().filter(|q| !own.contains(q))) {
        let is_same =
            |p: &&mut TollPoint| same_figure(&record.quantities[p.quantities[0]], &record.quantities[q]);
        match series.iter_mut().find(is_same) {
            Some(point) => point.quantities.push(q),
            None if own.contains(&q) => series.push(TollPoint { quantities: vec![q] }),
            None => {}
        }
    }
    series.sort_by_key(|p| {
        let first = &record.quantities[p.quantities[0]];
        (first.as_of.as_ref().and_then(|t| t.end), p.quantities[0])
    });
    let first = &record.quantities[series.first()?.quantities[0]];
    let of_all = |of: fn(&Quantity) -> Option<usize>| group.iter().find_map(|&q| of(&record.quantities[q]));
    Some(Toll {
        measure: measure.to_owned(),
        place: of_all(|q| q.place),
        of: first.of.clone(),
        scope: group.iter().find_map(|&q| record.quantities[q].scope.clone()),
        series,
    })
}

/// The same number on the same word.
fn same_figure(a: &Quantity, b: &Quantity) -> bool {
    let authority = |q: &Quantity| {
        q.attribution.last().filter(|_| q.attribution.len() > 1).map(|l| (l.entity, l.name.clone()))
    };
    (a.value, a.low, a.high) == (b.value, b.low, b.high)
        && (authority(a) == authority(b) || authority(a).is_none() || authority(b).is_none())
}
