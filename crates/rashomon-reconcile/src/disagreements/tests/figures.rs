//! Which two figures are compared at all.

use super::{check, check_pile};

#[test]
fn figures_of_two_authorities_for_one_day_conflict() {
    check(
        "The storm killed 12 people in Manila, the Red Cross said.",
        "The storm killed 19 people in Manila, the health ministry said.",
        &["value conflict people.killed: 12 [north] | 19 [south]"],
    );
}

#[test]
fn a_later_figure_of_one_authority_evolves() {
    check_pile(
        &[
            ("north", "2023-05-17", "The Red Cross said on Tuesday that 12 people had died in Manila."),
            (
                "south",
                "2023-05-18",
                "In Manila, 15 people were killed by the storm, the Red Cross reported on Wednesday.",
            ),
        ],
        &["value evolves people.killed: 12 [north] | 15 [south]"],
    );
}

#[test]
fn seats_are_compared_party_by_party() {
    check_pile(
        &[
            ("north", "2023-05-15", "The Labour Party won 23 seats on Sunday, the Liberal Party 19."),
            (
                "south",
                "2023-05-18",
                "The Labour Party won 22 seats, the Liberal Party 19, the count on Wednesday showed.",
            ),
        ],
        &["value evolves seats: 23 [north] | 22 [south]"],
    );
    check("The Labour Party won 23 seats on Sunday.", "The Liberal Party won 19 seats on Sunday.", &[]);
}

#[test]
fn a_turnout_is_not_that_of_the_last_election() {
    check_pile(
        &[
            (
                "north",
                "2023-05-15",
                "Turnout in the election in Chile was 68.2 per cent, up from 61 per cent in 2019.",
            ),
            (
                "south",
                "2023-05-18",
                "Turnout in the election in Chile was 70.1 per cent, the commission said on Wednesday.",
            ),
        ],
        &["value evolves turnout: 68.2 [north] | 70.1 [south]"],
    );
}

#[test]
fn two_figures_in_one_sentence() {
    let text =
        "A crowd called for elections. The police counted 2,500 people; the organisers spoke of 8,000.";
    check_pile(&[("north", "2023-05-17", text)], &["value conflict people: 2,500 [north] | 8,000 [north]"]);
    check_pile(
        &[("north", "2023-05-17", "The police counted 2,500 people; the organisers left at 8 p.m.")],
        &[],
    );
    let text = "Three men were arrested, the police said. Radio Oslo had reported two arrests.";
    check_pile(
        &[("north", "2023-05-17", text)],
        &["value conflict people.detained: Three [north] | two [north]"],
    );
}

#[test]
fn two_authorities_side_by_side_differ_once() {
    let text = "The Red Cross said 12 people had died in Manila. The health ministry said 19.";
    check_pile(&[("north", "2023-05-17", text)], &["value conflict people.killed: 12 [north] | 19 [north]"]);
}

#[test]
fn a_round_figure_is_the_exact_one_rounded() {
    check(
        "The flood killed about 500 people in Manila, the Red Cross said.",
        "The flood killed 497 people in Manila, the health ministry said.",
        &["value rounding people.killed: 500 [north] | 497 [south]"],
    );
}

#[test]
fn figures_that_agree_or_cannot_be_compared_are_no_disagreement() {
    let killed = "The storm killed 12 people in Manila, the Red Cross said.";
    check(killed, "A dozen people were killed in Manila when the storm came, the health ministry said.", &[]);
    check(killed, "The storm killed 30 people in Hanoi, the health ministry said.", &[]);
    check(killed, "The storm killed 5 children in Manila, the health ministry said.", &[]);
    check(killed, "The storm wounded 19 people in Manila, the health ministry said.", &[]);
}

#[test]
fn a_longer_count_is_another_definition() {
    check(
        "The storm killed 12 people in Manila, the Red Cross said.",
        "Storms have killed 300 people in Manila since January.",
        &["value definition people.killed: 12 [north] | 300 [south]"],
    );
}

#[test]
fn the_two_sides_of_one_vote_are_no_disagreement() {
    check_pile(
        &[("north", "2023-05-17", "Miners rejected the pay offer by 26 votes to 25 on Tuesday.")],
        &[],
    );
    check_pile(&[("north", "2023-05-17", "The council voted 7 to 4 on Tuesday to close the pier.")], &[]);
}

#[test]
fn a_bare_number_that_answers_a_count() {
    let text = "The company said that 42 families had taken the money. They were told nothing. We have asked and know of eleven.";
    check_pile(
        &[("north", "2023-05-17", text)],
        &["value conflict count.family: 42 [north] | eleven [north]"],
    );
    let text = "The club put the attendance at 3,140. Our own count came to about 2,600.";
    check_pile(&[("north", "2023-05-17", text)], &["value conflict people: 3,140 [north] | 2,600 [north]"]);
    let text = "The company said that 42 families had taken the money. Eleven families came from Peru.";
    check_pile(&[("north", "2023-05-17", text)], &[]);
}

#[test]
fn the_same_word_in_another_account() {
    check(
        "Acme Airlines said 42 families had taken the money. We have asked and know of eleven.",
        "By Tuesday 42 families had accepted, Acme Airlines said.",
        &["value conflict count.family: 42 [north south] | eleven [north]"],
    );
}

#[test]
fn by_how_many_a_count_grew_is_no_count() {
    check_pile(
        &[
            ("north", "2023-05-16", "The storm killed 12 people in Manila on Tuesday."),
            (
                "south",
                "2023-05-17",
                "On Wednesday 9 more bodies were found in Manila, raising the toll to 21.",
            ),
        ],
        &["value evolves people.killed: 12 [north] | 21 [south]"],
    );
}

#[test]
fn a_number_put_on_what_the_sentence_before_counts() {
    let first = "Acme Metal says that 600 jobs will go at its plant in Liege.";
    let check = |next: &str, expected: &[&str]| {
        check_pile(&[("north", "2023-05-17", &format!("{first} {next}"))], expected);
    };
    check(
        "The union puts the number at 950, as it counts the temporary staff.",
        &["value conflict count.job: 600 [north] | 950 [north]"],
    );
    check("The union puts its strike fund at 950,000 euros.", &[]);
}

#[test]
fn two_who_value_the_same_things_differently() {
    let first =
        "Two men robbed a jeweller in Dover on Saturday and took watches worth 40,000 pounds, police said.";
    let check = |next: &str, expected: &[&str]| {
        check_pile(&[("north", "2023-05-17", &format!("{first} {next}"))], expected);
    };
    check(
        "The owner, Paul Drew, told the radio that the watches were worth 60,000 pounds.",
        &["value conflict money: 40,000 [north] | 60,000 [north]"],
    );
    check("The owner, Paul Drew, told the radio that the shop makes 60,000 pounds a month.", &[]);
    check("The owner, Paul Drew, told the radio that his shop had debts of 60,000 pounds with a bank.", &[]);
}

#[test]
fn what_somebody_believes_is_his_count() {
    let first = "The flood has killed 41 people in Manila, the health ministry said on Tuesday.";
    let check = |next: &str, expected: &[&str]| {
        check_pile(&[("north", "2023-05-17", &format!("{first} {next}"))], expected);
    };
    check(
        "The Red Cross believes that at least 70 people have died.",
        &["value conflict people.killed: 41 [north] | 70 [north]"],
    );
    check("Another 30 people are believed to have died.", &[]);
}

#[test]
fn passengers_of_two_lines_are_no_series() {
    let text = "Andes Air carried 2.1 million passengers in April, it said. Its rival Acme Airlines carried 1.8 million.";
    check_pile(&[("north", "2023-05-17", text)], &[]);
}

#[test]
fn figures_that_follow_a_question() {
    let asked = "How many were hurt? The company says 23. The governor’s office counts 47 injured.";
    let last = "At the clinic, the doctor Jan Smit said that 64 people had been treated for burns by noon.";
    check_pile(
        &[("north", "2023-05-17", &format!("{asked} {last}"))],
        &["value conflict people.wounded: 23 [north] | 47 [north] | 64 [north]"],
    );
    check_pile(
        &[("north", "2023-05-17", "How many were hurt? The company does not say. It counts 23 trucks.")],
        &[],
    );
}

#[test]
fn by_how_many_a_count_was_changed() {
    check(
        "On Tuesday the hospital of Lyon lowered its count of the dead from 74 to 71, since three people had been entered twice.",
        "The Red Cross said on Tuesday that five people had died in Lyon.",
        &["value evolves people.killed: 74 [north] | 71 [north]"],
    );
}

#[test]
fn an_answer_is_to_the_last_of_two_numbers() {
    let text = "The police raised the number of dead in Lyon from 14 to 17. The hospital spoke of 23.";
    check_pile(
        &[("north", "2023-05-17", text)],
        &[
            "value conflict people.killed: 17 [north] | 23 [north]",
            "value evolves people.killed: 14 [north] | 17 [north]",
        ],
    );
}

#[test]
fn a_figure_with_the_verb_left_out() {
    let text = "The organisers speak of 20,000 people at the vigil, the police of 12,000.";
    check_pile(&[("north", "2023-05-17", text)], &["value conflict people: 20,000 [north] | 12,000 [north]"]);
    let soldiers = "Eleven soldiers were killed, the rebels said; the army spoke of four.";
    check_pile(
        &[("north", "2023-05-17", soldiers)],
        &["value conflict people.killed: Eleven [north] | four [north]"],
    );
}
