//! Figures of two accounts that answer one another in other words, and those that do not.

use super::check_pile;

#[track_caller]
fn check(first: &str, second: &str, expected: &[&str]) {
    check_pile(&[("north", "2023-05-17", first), ("south", "2023-05-17", second)], expected);
}

#[test]
fn one_height_in_two_accounts() {
    check(
        "The Maine crested at 5.4 metres in Calder on Tuesday night.",
        "In Calder the Maine stopped at 5.1 metres, the water board said.",
        &["value conflict distance: 5.4 [north] | 5.1 [south]"],
    );
    check(
        "The Maine crested at 5.4 metres in Calder on Tuesday night.",
        "In Calder the Maine is 30 metres wide, the water board said.",
        &[],
    );
    check(
        "The Maine crested at 5.4 metres in Calder on Tuesday night.",
        "In Calder the Maine rose by 5.1 metres, the water board said.",
        &[],
    );
}

#[test]
fn a_figure_and_the_same_rounded() {
    check(
        "Burglars copied the files of 2,140 pupils at a school in Calder.",
        "The files of more than 2,000 pupils in Calder were copied.",
        &["value refines people: 2,000 [south] | 2,140 [north]"],
    );
}

#[test]
fn a_goal_is_no_rival_of_a_result() {
    check(
        "The mill at Calder cut 45 machines last spring.",
        "The mill at Calder had aimed for a target of 60 machines, its owner said.",
        &[],
    );
}

#[test]
fn a_figure_that_both_give_is_answered() {
    check(
        "Vandals wrecked 12 buses in Calder; police found 9 buses at the depot.",
        "In Calder vandals wrecked 12 buses.",
        &[],
    );
}

#[test]
fn people_at_large_answer_no_number_of_dead() {
    check(
        "The league speaks of up to 60 dead in Calder.",
        "Sixty-one persons in Calder have received treatment, the league said.",
        &[],
    );
}

#[test]
fn what_lies_beyond_a_bound_is_not_it_rounded() {
    check(
        "The swindler took more than 200,000 euros from people in Calder.",
        "A swindler in Calder took 184,000 euros from people.",
        &["value conflict money: 200,000 [north] | 184,000 [south]"],
    );
}
