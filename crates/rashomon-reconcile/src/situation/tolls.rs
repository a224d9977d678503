//! Series of figures about people and damage, one for each measure, place, scope and population.

use crate::disagreements::{COUNTS_OF_PEOPLE, Figure, Pile, groups, is_asserted};
use crate::record::{Quantity, Record, Toll, TollPoint};
use rashomon_text::Time;

/// The series, by measure, then by their first figure. Conditional figures, those of correction notices and those
/// that a copy changed have no place in a series.
pub(super) fn tolls(record: &Record) -> Vec<Toll> {
    let pile = Pile::new(record);
    let mut tolls = Vec::new();
    for measure in COUNTS_OF_PEOPLE {
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
    let mut own = own_figures(pile, group);
    // "No deaths", nobody knows when, is no point among the dead: it is said of some place or hour.
    let is_lone_zero =
        |q: usize| record.quantities[q].value == Some(0.0) && record.quantities[q].as_of.is_none();
    if own.iter().any(|&q| !is_lone_zero(q)) {
        own.retain(|&q| !is_lone_zero(q));
    }
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

/// The figures that no copy changed; one that a rewritten passage gives for a later day is news, not a slip.
fn own_figures(pile: &Pile, group: &[usize]) -> Vec<usize> {
    let record = pile.record;
    let day = |q: usize| record.quantities[q].as_of.as_ref().and_then(Time::last_day);
    let last = group.iter().filter(|&&q| !pile.is_copied(q)).filter_map(|&q| day(q)).max();
    let is_said = |q: usize| {
        let quantity = &record.quantities[q];
        quantity.as_of != record.articles[quantity.span.article].published.value
    };
    let is_later = |q: usize| day(q) > last && last.is_some() && is_said(q);
    group.iter().copied().filter(|&q| !pile.is_copied(q) || is_later(q)).collect()
}

/// The same number on the same word.
fn same_figure(a: &Quantity, b: &Quantity) -> bool {
    let authority = |q: &Quantity| {
        q.attribution.last().filter(|_| q.attribution.len() > 1).map(|l| (l.entity, l.name.clone()))
    };
    (a.value, a.low, a.high) == (b.value, b.low, b.high)
        && (authority(a) == authority(b) || authority(a).is_none() || authority(b).is_none())
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, assert_lines, record_of, tolls};

    #[track_caller]
    fn check(pile: &[Told], expected: &[&str]) {
        assert_lines(&tolls(&record_of(pile)), expected, "tolls");
    }

    #[test]
    fn a_rising_figure_of_one_authority_is_one_series() {
        check(
            &[
                ("north", "2023-05-17", "The Red Cross said on Tuesday that 12 people had died in Manila."),
                (
                    "south",
                    "2023-05-18",
                    "In Manila, 15 people were killed by the storm, the Red Cross reported on Wednesday.",
                ),
            ],
            &["people.killed: 12 on 2023-05-16 [north], 15 on 2023-05-17 [south]"],
        );
    }

    #[test]
    fn the_dead_of_another_time_are_a_series_of_their_own() {
        check(
            &[
                ("north", "2023-05-17", "The storm killed 12 people in Manila."),
                ("south", "2023-05-17", "In 1938 a storm killed 80 people in Manila."),
            ],
            &["people.killed: 12 on 2023-05-17 [north]", "people.killed: 80 on 1938 [south]"],
        );
    }

    #[test]
    fn what_a_whole_war_did_is_no_point_of_this_month() {
        let month =
            ("north", "2023-05-17", "Since 2 May 9,000 people have fled from Goma, the Red Cross said.");
        check(
            &[month, ("south", "2023-05-17", "Millions of people have fled from Goma.")],
            &[
                "people.displaced: 9,000 on 2023-05-17 [north]",
                "people.displaced: Millions on 2023-05-17 [south]",
            ],
        );
        check(
            &[month, ("south", "2023-05-17", "About 12,000 people have fled from Goma.")],
            &["people.displaced: 9,000 on 2023-05-17 [north], 12,000 on 2023-05-17 [south]"],
        );
    }

    #[test]
    fn an_update_in_the_words_of_the_day_before_is_a_point_and_a_slip_is_none() {
        let first =
            ("north", "2023-05-17", "The storm killed 12 people in Manila, the Red Cross said on Tuesday.");
        let later = "The storm killed 15 people in Manila, the Red Cross said on Wednesday.";
        check(
            &[first, ("south", "2023-05-18", later)],
            &["people.killed: 12 on 2023-05-16 [north], 15 on 2023-05-17 [south]"],
        );
        let slip = "The storm killed 21 people in Manila, the Red Cross said on Tuesday.";
        check(&[first, ("south", "2023-05-18", slip)], &["people.killed: 12 on 2023-05-16 [north]"]);
    }

    #[test]
    fn the_same_figure_twice_is_one_point() {
        check(
            &[
                (
                    "north",
                    "2023-05-17",
                    "The ferry Sola sank off Bergen on Monday with forty people on board.",
                ),
                (
                    "south",
                    "2023-05-17",
                    "Forty people were on board when the ferry Sola sank off Bergen on Monday.",
                ),
            ],
            &["people.aboard: forty on 2023-05-15 [north south]"],
        );
    }

    #[test]
    fn other_places_populations_and_scopes_are_other_series() {
        check(
            &[
                ("north", "2023-05-17", "The storm killed 12 people in Manila."),
                ("south", "2023-05-17", "The storm killed 30 people in Hanoi."),
            ],
            &["people.killed: 12 on 2023-05-17 [north]", "people.killed: 30 on 2023-05-17 [south]"],
        );
        check(
            &[
                ("north", "2023-05-17", "The storm killed 12 people in Manila."),
                ("south", "2023-05-17", "The storm killed 5 children in Manila."),
            ],
            &["people.killed: 12 on 2023-05-17 [north]", "people.killed: 5 on 2023-05-17 [south]"],
        );
        check(
            &[
                ("north", "2023-05-17", "The storm killed 12 people in Manila on Monday."),
                ("south", "2023-05-17", "Storms have killed 300 people in Manila since January."),
            ],
            // The deaths are Monday's, the count is that of the account's day.
            &["people.killed: 12 on 2023-05-17 [north]", "people.killed: 300 on 2023-05-17 [south]"],
        );
    }

    #[test]
    fn what_could_have_been_and_what_was_taken_back_is_no_point() {
        check(&[("north", "2023-05-17", "The storm could kill 12 people in Manila.")], &[]);
        check(
            &[(
                "north",
                "2023-05-17",
                "! Correction: an earlier version of this article said that 12 people were killed in Manila.\n\
                 The storm killed 11 people in Manila.",
            )],
            &["people.killed: 11 on 2023-05-17 [north]"],
        );
    }
}
