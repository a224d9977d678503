//! Acts, causes, sayings and days that two accounts tell otherwise.

use super::check_pile;

#[track_caller]
fn check(first: &str, second: &str, expected: &[&str]) {
    check_pile(&[("north", "2023-05-17", first), ("south", "2023-05-17", second)], expected);
}

#[test]
fn an_act_denied_in_other_words_around_it() {
    check(
        "The governments of Kenya and Uganda signed a water treaty on Monday.",
        "No paper has been signed with Kenya, a minister of Uganda said.",
        &["polarity conflict event: signed [north] | signed [south]"],
    );
    check(
        "The governments of Kenya and Uganda signed a water treaty on Monday.",
        "The dockers of Mombasa have not signed the wage pact, their union said.",
        &[],
    );
}

#[test]
fn a_fire_with_two_causes() {
    check(
        "The fire at the mill in Lyon was caused by a welder's torch, police said.",
        "Lightning is to blame for the fire at the mill in Lyon, the mayor said.",
        &["participant conflict event: caused [north] | blame [south]"],
    );
    check(
        "The fire at the mill in Lyon was caused by a welder's torch, police said.",
        "Police in Lyon blamed the torch of a welder for the fire.",
        &[],
    );
}

#[test]
fn a_saying_in_two_mouths() {
    check(
        "\"We were sold down the river,\" said Anna Berg, who drives a tram in Lyon, after the vote.",
        "Pierre Morel said \"we were sold down the river\" when he voted in Lyon.",
        &["participant conflict event: sold [north] | sold [south]"],
    );
    check(
        "\"We were sold down the river,\" said Anna Berg, who drives a tram in Lyon, after the vote.",
        "Ms Berg said \"we were sold down the river\" when she voted in Lyon.",
        &[],
    );
}

#[test]
fn what_happens_once_on_two_days() {
    check(
        "The painter Anna Berg died on Monday at her home in Lyon.",
        "Anna Berg died on Sunday, her gallery said.",
        &["date conflict event: died [north] | died [south]"],
    );
    check(
        "The painter Anna Berg died on Monday at her home in Lyon.",
        "The sculptor Pierre Morel died on Sunday, his gallery said.",
        &[],
    );
}
