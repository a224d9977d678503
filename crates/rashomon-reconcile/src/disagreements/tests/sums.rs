//! Figures that their own account does not add up to.

use super::check_pile;

#[test]
fn parts_that_do_not_make_their_total() {
    let parts = "Twenty were rescued, 10 people died and 8 people were missing.";
    let text = format!("The ferry carried 40 people. {parts}");
    check_pile(
        &[("north", "2023-05-17", &text)],
        &["arithmetic conflict people.aboard: 40 [north] | Twenty [north]"],
    );
    let text = format!("The ferry carried 38 people. {parts}");
    check_pile(&[("north", "2023-05-17", &text)], &[]);
}

#[test]
fn a_share_that_its_counts_do_not_give() {
    let text = |share: &str| {
        format!("The union says 300 of the plant’s 1,200 workers, or {share} per cent, have signed.")
    };
    check_pile(
        &[("north", "2023-05-17", &text("35"))],
        &["arithmetic conflict share: 35 [north] | 300 [north]"],
    );
    check_pile(&[("north", "2023-05-17", &text("25"))], &[]);
}

#[test]
fn a_list_that_does_not_make_its_total() {
    check_pile(
        &[(
            "north",
            "2023-05-17",
            "The hospital counted 19 dead: nine soldiers, six nurses and three farmers.",
        )],
        &["arithmetic conflict people.killed: 19 [north] | nine [north]"],
    );
    check_pile(
        &[(
            "north",
            "2023-05-17",
            "The hospital counted 19 dead: nine soldiers, six nurses and four farmers.",
        )],
        &[],
    );
    // Not all of them are listed.
    check_pile(
        &[(
            "north",
            "2023-05-17",
            "The hospital counted 19 dead: most were old, and six nurses were among them.",
        )],
        &[],
    );
}

#[test]
fn a_part_that_is_more_than_its_whole() {
    check_pile(
        &[("north", "2023-05-17", "The fire injured 38 people, 41 of them seriously.")],
        &["arithmetic conflict people.wounded: 38 [north] | 41 [north]"],
    );
    check_pile(&[("north", "2023-05-17", "The fire injured 38 people, 11 of them seriously.")], &[]);
}

#[test]
fn a_change_that_its_numbers_do_not_give() {
    check_pile(
        &[("north", "2023-05-17", "The number of beds rose from 400 to 500, an increase of 35 per cent.")],
        &[
            "value evolves count.bed: 400 [north] | 500 [north]",
            "arithmetic conflict share: 35 [north] | 400 [north]",
        ],
    );
    check_pile(
        &[("north", "2023-05-17", "The number of beds rose from 400 to 500, an increase of 25 per cent.")],
        &["value evolves count.bed: 400 [north] | 500 [north]"],
    );
}
