//! What is counted where the noun is left out, stands far off or is said by the clause.

use super::check;

#[test]
fn numbers_with_narrow_spaces() {
    check("The kiln fired 3\u{202f}400 bricks.", &["3\u{202f}400 bricks | count.brick | 3400"]);
    check("The kiln fired 45 000 bricks.", &["45 000 bricks | count.brick | 45000"]);
    check("The kiln fired 45 300 times.", &[]);
}

#[test]
fn shares_of_things() {
    check("One loaf in eight was burnt.", &["One loaf in eight | share | 12.5"]);
    check("One baker in eight towns was fined.", &["eight towns | count.town | 8"]);
    check("Bread lost almost a third in a week.", &["almost a third | share | 33.33"]);
}

#[test]
fn lengths_of_time_in_two_units() {
    check("The strike lasted one hour and ten minutes.", &["one hour and ten minutes | duration | 70"]);
    check("They waited an hour and a half.", &["an hour and a half | duration | 1.5"]);
    check(
        "They waited one hour and two bakers left.",
        &["one hour | duration | 1", "two bakers | people | 2"],
    );
}

#[test]
fn what_was_moved_past() {
    check("The number of injured climbed past 600.", &["600 | people.wounded | 600"]);
    check("Gifts had topped €600m by noon.", &["€600m | money | 600000000"]);
}

#[test]
fn parts_of_a_count() {
    check(
        "The mill will shed 400 posts, 290 in Gent and 80 in Lier.",
        &["400 posts | count.post | 400", "290 | count.post | 290", "80 | count.post | 80"],
    );
    check(
        "Twelve people died: five women and four men.",
        &[
            "Twelve people | people.killed | 12",
            "five women | people.killed | 5",
            "four men | people.killed | 4",
        ],
    );
    check(
        "Twelve people died: five women had gone home.",
        &["Twelve people | people.killed | 12", "five women | people | 5"],
    );
    check(
        "The flood cut off 300 farms, down from two thousand on Monday.",
        &["300 farms | count.farm | 300", "two thousand | count.farm | 2000"],
    );
}

#[test]
fn seats_left() {
    check("The Greens shed nine seats and are left with 23.", &["nine seats | seats | 9", "23 | seats | 23"]);
    check(
        "The Greens lost 40 of their 90 seats.",
        &["40 of their 90 seats | seats | 40", "90 seats | seats | 90"],
    );
}

#[test]
fn the_word_before_at() {
    check(
        "The doctors put civilian deaths at 38 and the injured at 190.",
        &["38 | people.killed | 38", "190 | people.wounded | 190"],
    );
}

#[test]
fn what_became_of_people() {
    check("The fire cost nine bakers their lives.", &["nine bakers | people.killed | 9"]);
    check("Some 900 villagers are sleeping in churches.", &["Some 900 villagers | people.displaced | 900"]);
    check("Some 900 villagers are singing in churches.", &["Some 900 villagers | people | 900"]);
    check("Forty were picked up by trawlers.", &["Forty | people.rescued | 40"]);
    check(
        "Nine bakers were hurt. Four are in hospital.",
        &["Nine bakers | people.wounded | 9", "Four | people.wounded | 4"],
    );
    check("The hall seats 900.", &["900 | people | 900"]);
}
