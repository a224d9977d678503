//! When a figure holds, of what whole it is, and on whose word.

use super::{check_times, with_quantity};
use crate::quantity::*;

#[test]
fn a_count_of_long_ago_holds_then() {
    check_times("Four people are missing, down from nine on Tuesday.", "Four", None, None);
    check_times("Four people are missing on Tuesday.", "Four", Some("Tuesday"), None);
    check_times(
        "The ministry yesterday put the toll of the attack of 9 November at 36.",
        "36",
        Some("yesterday"),
        None,
    );
    check_times("The shares closed at EUR 40, their lowest since 2016.", "EUR 40", None, None);
    check_times("The gauge has counted 40 floods since 2016.", "40", None, Some("2016"));
    check_times("A flood in 2007 killed 12 people, officials said on Tuesday.", "12", Some("2007"), None);
    check_times("The 2008 earthquake killed 69,000 people.", "69,000", Some("2008"), None);
    check_times("A group formed in 2009 killed 12 people, officials said.", "12", None, None);
}

#[test]
fn times_of_figures() {
    check_times(
        "Police said 203 people had died, up from 94 dead on Tuesday evening.",
        "94",
        Some("Tuesday evening"),
        None,
    );
    check_times("Police said 203 people had died, up from 94 dead on Tuesday evening.", "203", None, None);
    check_times("Since Monday night 118 tremors have been felt.", "118", None, Some("Monday night"));
    check_times(
        "At least 12 people have been killed since 4 May, the agency said Tuesday.",
        "12",
        Some("Tuesday"),
        Some("4 May"),
    );
    check_times("The last strike, in 2013, lasted 40 days.", "40", Some("2013"), None);
    check_times("They offered 11.5 per cent over three years.", "11.5", None, Some("three years"));
}

#[test]
fn wholes_and_authorities() {
    with_quantity("The fire destroyed 32 of the 40 schools.", "32", |q, _| assert_eq!(q.whole, Some(40.0)));
    with_quantity("The Geological Survey put the magnitude at 6.8.", "6.8", |q, _| {
        assert_eq!(q.attribution.last().map(|l| l.name.as_str()), Some("Geological Survey"));
    });
    with_quantity("If it fell, the army would hold 70 per cent of the city.", "70", |q, _| {
        assert_eq!(q.modality, Modality::Conditional);
    });
}

#[test]
fn a_count_that_somebody_read_out() {
    let giver =
        |text: &str| with_quantity(text, "Thirty", |q, _| q.attribution.last().map(|l| l.name.clone()));
    let text = "Thirty dead, twelve living: that is the count which the mayor read out.";
    assert_eq!(giver(text).as_deref(), Some("mayor"));
    assert_eq!(giver("Thirty dead, twelve living: the mayor read a poem which he liked."), None);
}

#[test]
fn figures_that_may_be_reached_or_are_denied() {
    let modality = |text: &str, figure: &str| with_quantity(text, figure, |q, _| (q.modality, q.qualifier));
    assert_eq!(
        modality("The gap may reach EUR 420 million.", "EUR 420 million"),
        (Modality::Possible, Qualifier::AtMost)
    );
    assert_eq!(
        modality("The gap reached EUR 420 million.", "EUR 420 million"),
        (Modality::Happened, Qualifier::Exactly)
    );
    assert_eq!(
        modality("The director denied a report that 900 posts would go if the bid succeeded.", "900").0,
        Modality::Denied
    );
    assert_eq!(modality("The director said that 900 posts had gone.", "900").0, Modality::Happened);
    let polarity = |text: &str, figure: &str| with_quantity(text, figure, |q, _| q.polarity);
    assert_eq!(
        polarity("The gap amounts to not less than EUR 300 million.", "EUR 300 million"),
        Polarity::Positive
    );
    assert_eq!(
        polarity("The dairy said that EUR 40 million could not be located.", "EUR 40 million"),
        Polarity::Positive
    );
    assert_eq!(polarity("The clinic has treated 52 sick people, not 25.", "52"), Polarity::Positive);
    assert_eq!(polarity("The fund did not pay EUR 40 million.", "EUR 40 million"), Polarity::Negative);
    assert_eq!(polarity("Nobody believes that five sailors died.", "five"), Polarity::Negative);
    assert_eq!(polarity("The wives believe that five sailors died.", "five"), Polarity::Positive);
}
