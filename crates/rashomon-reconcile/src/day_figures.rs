//! The days of an undated account, by where its running counts stand among those of the dated accounts.
//!
//! # How
//! While a situation lasts, tolls and cases grow. A count higher than all that the dated accounts had up to a day,
//! and lower than all they had from a day on, was given between the two. Authorities count differently, so every
//! figure of one kind must stand on its side, and a kind whose figures do not grow says nothing.

use crate::dating::{Constraint, Known, file_name};
use crate::reconcile::Account;
use rashomon_reading::modality::Modality;
use rashomon_reading::quantity::{Qualifier, Quantity};
use rashomon_text::{Date, Time};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// Counts bind loosely: two authorities may stand behind them.
const WEIGHT_COUNT: f32 = 1.0;
/// Days with figures from which growth is told.
const N_DAYS_MIN: usize = 2;
/// Smaller counts are of parts of the whole as a rule.
const COUNT_MIN: f64 = 10.0;

/// The lowest and the highest figure that an account of a day gives.
#[derive(Clone, Copy)]
struct Range {
    account: usize,
    low: f64,
    high: f64,
}

/// What the running counts of `article` say about when it was published.
pub(crate) fn constraints(accounts: &[Account], known: &Known, article: usize) -> Vec<Constraint> {
    let mut found = Vec::new();
    for quantity in counts(&accounts[article]) {
        let Some(value) = quantity.value else { continue };
        let days = days_of(accounts, known, article, &kind(quantity));
        if days.len() < N_DAYS_MIN || !grows(&days) {
            continue;
        }
        // From the last day whose figures, and those before, are all lower; to the first that has all higher.
        let after = days.iter().take_while(|(_, r)| r.high < value).last();
        let before = days.iter().rev().take_while(|(_, r)| r.low > value).last();
        let words = accounts[article].article.slice(quantity.span);
        let reason = |range: &Range, how: &str, day: Date| {
            let name = file_name(&accounts[range.account].article.path);
            format!("\u{201c}{words}\u{201d} is {how} the count of {name} on {day}")
        };
        let bound =
            |first, last, why| Constraint { first, last, weight: WEIGHT_COUNT, span: quantity.span, why };
        found.extend(after.map(|(day, range)| bound(Some(*day), None, reason(range, "above", *day))));
        found.extend(before.map(|(day, range)| bound(None, Some(*day), reason(range, "below", *day))));
    }
    found
}

/// People killed, hurt or driven out, and counted things, told as fact and exactly.
fn counts(account: &Account) -> impl Iterator<Item = &Quantity> {
    let is_running = |q: &&Quantity| {
        ["people.killed", "people.wounded", "people.displaced"].contains(&q.measure.as_str())
            || q.measure.starts_with("count.")
    };
    let is_told = |q: &&Quantity| {
        q.modality == Modality::Happened
            && q.qualifier == Qualifier::Exactly
            && q.scope.is_none()
            && q.value.is_some_and(|v| v >= COUNT_MIN)
    };
    account.reading.quantities.iter().filter(is_running).filter(is_told)
}

/// What is counted: measure and noun.
fn kind(quantity: &Quantity) -> (SmolStr, SmolStr) {
    (SmolStr::new(&quantity.measure), SmolStr::new(quantity.of.to_lowercase()))
}

/// For each day on which dated accounts of the story appeared, the range of such figures in them.
fn days_of(
    accounts: &[Account],
    known: &Known,
    article: usize,
    wanted: &(SmolStr, SmolStr),
) -> BTreeMap<Date, Range> {
    let mut days: BTreeMap<Date, Range> = BTreeMap::new();
    for other in (0..accounts.len()).filter(|&o| o != article) {
        let Some(day) = known.beside(article, other).and_then(Time::single_day) else { continue };
        for value in counts(&accounts[other]).filter(|q| kind(q) == *wanted).filter_map(|q| q.value) {
            let range = days.entry(day).or_insert(Range { account: other, low: value, high: value });
            range.low = range.low.min(value);
            range.high = range.high.max(value);
        }
    }
    days
}

/// Whether every later day has higher figures than the one before.
fn grows(days: &BTreeMap<Date, Range>) -> bool {
    days.values().zip(days.values().skip(1)).all(|(earlier, later)| earlier.high < later.low)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, assert_lines, published, record_of};

    const EARLY: Told = (
        "north",
        "2023-05-12",
        "Doctors in Lomar counted 120 suspected cases of fever by Friday. The harbour was closed to ferries.",
    );
    const LATE: Told = (
        "east",
        "2023-05-18",
        "Doctors in Lomar counted 480 suspected cases of fever by Thursday. The harbour stayed closed to ferries.",
    );

    /// The last article of the pile is undated and printed on a Wednesday: what is inferred of it.
    #[track_caller]
    fn check(dated: &[Told], text: &str, expected: &str) {
        let mut pile = dated.to_vec();
        pile.push(("south", "", text));
        let lines = published(&record_of(&pile));
        assert_lines(&lines[lines.len() - 1..], &[expected], text);
    }

    #[test]
    fn a_count_between_two_days_is_of_the_days_between() {
        check(
            &[EARLY, LATE],
            "Nobody may visit the wards: Lomar has 210 suspected cases of fever.",
            "south 2023-05-12/2023-05-18 inferred",
        );
    }

    #[test]
    fn figures_that_do_not_grow_say_nothing() {
        let fallen: Told =
            ("east", "2023-05-22", "Doctors in Lomar counted 90 suspected cases of fever by Monday.");
        check(
            &[EARLY, fallen],
            "Nobody may visit the wards: Lomar has 210 suspected cases of fever.",
            "south undated unknown",
        );
    }
}
