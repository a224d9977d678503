//! Dates in figures whose day and month cannot be told apart ("07-09-2013"), told apart by the accounts beside them.

use super::{WINDOW_DAYS, days_between};
use crate::reconcile::Account;
use rashomon_reuse::Reuse;
use rashomon_text::{Date, Dating, DatingBasis, Time};

/// Sets the open datings of which one reading is near to an account that shares a passage, or to all accounts of a pile of one
/// time, and the other is near to none.
pub(super) fn tell_apart(accounts: &[Account], reuse: &[Reuse], datings: &mut [Dating]) {
    let certain: Vec<Option<Date>> =
        accounts.iter().map(|a| a.article.published.value.as_ref().and_then(Time::single_day)).collect();
    for (article, dating) in datings.iter_mut().enumerate() {
        let Some((first, second)) = readings(dating) else { continue };
        let tied: Vec<Date> = reuse
            .iter()
            .filter_map(|r| (r.from == article).then_some(r.to).or((r.to == article).then_some(r.from)))
            .filter_map(|other| certain[other])
            .collect();
        let beside = if tied.is_empty() { of_one_time(&certain) } else { tied };
        let is_near = |day: Date| beside.iter().any(|&d| days_between(d, day).abs() <= WINDOW_DAYS);
        let day = match (is_near(first), is_near(second)) {
            (true, false) => first,
            (false, true) => second,
            _ => continue,
        };
        dating.value = Some(Time::day(day));
        dating.note = "day and month are told apart by the accounts beside it".to_owned();
    }
}

/// Whether figures leave the day open.
pub(crate) fn is_open(dating: &Dating) -> bool {
    readings(dating).is_some()
}

/// The two days that figures may mean, the earlier first.
fn readings(dating: &Dating) -> Option<(Date, Date)> {
    let time = dating.value.as_ref()?;
    let (first, second) = (time.first_day()?, time.last_day()?);
    let is_swapped =
        first.year() == second.year() && first.month() == second.day() && first.day() == second.month();
    (dating.basis == DatingBasis::Stated && first != second && is_swapped).then_some((first, second))
}

/// The days of a pile that tells of one time; none of one that is spread over the year.
fn of_one_time(certain: &[Option<Date>]) -> Vec<Date> {
    let mut days: Vec<Date> = certain.iter().copied().flatten().collect();
    days.sort_unstable();
    let is_narrow = |(first, last): (&Date, &Date)| days_between(*first, *last) <= WINDOW_DAYS;
    if days.first().zip(days.last()).is_some_and(is_narrow) { days } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::reconcile::reconcile;
    use crate::testing::{accounts, published};
    use rashomon_text::{DatingBasis, Precision, Time};

    /// The day of a copy whose date may be read as `first` or as `last`, of an account of 6 September.
    #[track_caller]
    fn check(first: &str, last: &str, expected: &str) {
        let story = "The ferry Alma ran aground off Torvik on Friday with 60 people on board, the coast guard said. All were taken \
                     off by noon, and nobody was hurt. Divers are to look at the hull on Monday.";
        let mut pile = accounts(&[("a", "2013-09-06", story), ("b", "2013-09-07", story)]);
        let dating = &mut pile[1].article.published;
        let day = |text: &str| Time::day(text.parse().unwrap());
        dating.value = Some(Time {
            end: day(last).end,
            precision: Precision::Unknown,
            timex: format!("{first}/{last}"),
            ..day(first)
        });
        dating.basis = DatingBasis::Stated;
        let record = reconcile(pile, Default::default());
        assert_eq!(published(&record)[1], format!("b {expected} stated"));
    }

    #[test]
    fn the_reading_that_is_near_to_the_original_counts() {
        check("2013-07-09", "2013-09-07", "2013-09-07");
    }

    #[test]
    fn a_date_that_fits_in_neither_way_stays_open() {
        check("2013-02-03", "2013-03-02", "2013-02-03/2013-03-02");
    }
}
