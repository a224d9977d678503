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
fn what_is_due_and_where_it_began_are_no_causes() {
    let cause = "The strike at the shipyard in Calder was triggered by unpaid wages, the union said.";
    check("The strike at the shipyard in Calder is due to start on Monday.", cause, &[]);
    check("The strike at the shipyard in Calder began in March.", cause, &[]);
    check("The strike at the shipyard in Calder began in Lyon on Monday.", cause, &[]);
    check(
        "The fire at the hotel in Calder broke out in the kitchen.",
        "The fire at the hotel in Calder was caused by lightning, police said.",
        &[],
    );
    check(
        "The fire at the hotel in Calder broke out in the kitchen.",
        "The fire at the hotel in Calder started in the attic, a guest said.",
        &["participant conflict event: fire [north] | fire [south]"],
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

#[test]
fn who_does_it_may_do_it_again_and_storms_go_on() {
    check(
        "The Orla Company sank a trawler off Calder on Monday.",
        "The Orla Company sank a barge off Calder on Tuesday.",
        &[],
    );
    check(
        "The trawler Maeve sank off Calder on Monday.",
        "The trawler Maeve sank off Calder on Sunday, the coastguard said.",
        &["date conflict event: sank [north] | sank [south]"],
    );
    check(
        "The cyclone Orla made landfall in Japan on Sunday.",
        "The cyclone Orla made landfall in Vietnam on Tuesday.",
        &[],
    );
    check(
        "The cyclone Orla made landfall in Japan on Sunday.",
        "The cyclone Orla made landfall in Japan on Monday.",
        &["date conflict event: made [north] | made [south]"],
    );
}
