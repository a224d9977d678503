//! What the accounts disagree on, and how.

use crate::testing::{Told, assert_lines, disagreements, record_of};

/// The disagreements: "kind relation about: side [articles] | side [articles]".
#[track_caller]
fn check(first: &str, second: &str, expected: &[&str]) {
    check_pile(&[("north", "2023-05-17", first), ("south", "2023-05-17", second)], expected);
}

#[track_caller]
fn check_pile(pile: &[Told], expected: &[&str]) {
    assert_lines(&disagreements(&record_of(pile)), expected, pile[0].2);
}

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
fn a_correction_replaces_a_figure() {
    check_pile(
        &[(
            "north",
            "2023-05-17",
            "! Correction: an earlier version of this article said that 12 people were killed in Manila. \
             The number is 11.\nThe storm killed 11 people in Manila.",
        )],
        &["value evolves people.killed: 12 [north] | 11 [north]"],
    );
}

#[test]
fn what_one_affirms_and_another_denies() {
    check(
        "The army shelled the port of Mombasa on Monday, the United Nations said.",
        "The army denied that it had shelled the port of Mombasa on Monday.",
        &["polarity conflict event: shelled [north] | shelled [south]"],
    );
    check(
        "Police arrested the mayor of Lyon on Monday.",
        "Police did not arrest the mayor of Lyon on Monday, the government said.",
        &["polarity conflict event: arrested [north] | arrest [south]"],
    );
}

#[test]
fn what_both_affirm_is_no_disagreement() {
    check(
        "The army shelled the port of Mombasa on Monday, the United Nations said.",
        "On Monday the army shelled the port of Mombasa for two hours, sailors said.",
        &[],
    );
}

#[test]
fn each_side_blames_the_other() {
    let first = "Kenya accused Uganda of shelling the village on Monday.";
    check(
        first,
        "Uganda accused Kenya of shelling the village on Monday.",
        &["participant conflict event: accused [north] | accused [south]"],
    );
    check(first, "Uganda accused Rwanda of shelling the village on Monday.", &[]);
}

#[test]
fn a_count_above_a_later_one_of_another_authority() {
    let first = "The Red Cross said on Monday that 31 people had been killed in Manila.";
    let later = "In Manila the storm killed 19 people, the health ministry said on Wednesday.";
    check_pile(
        &[("north", "2023-05-15", first), ("south", "2023-05-17", later)],
        &["value conflict people.killed: 31 [north] | 19 [south]"],
    );
    let later = "In Manila the storm killed 40 people, the health ministry said on Wednesday.";
    check_pile(
        &[("north", "2023-05-15", first), ("south", "2023-05-17", later)],
        &["value evolves people.killed: 31 [north] | 40 [south]"],
    );
}

#[test]
fn ground_burned_and_houses_destroyed_in_other_words() {
    let first = "By noon on Monday the flames near Lyon had covered some 900 hectares of pine and destroyed 12 houses.";
    let later = "The service puts the burned area near Lyon at 2,400 hectares. In all 31 houses were razed near Lyon.";
    check_pile(
        &[("north", "2023-05-15", first), ("south", "2023-05-17", later)],
        &[
            "value evolves count.hectare: 900 [north] | 2,400 [south]",
            "value evolves count.house: 12 [north] | 31 [south]",
        ],
    );
    let other = "The council of Lyon owns 2,400 hectares of vines. It built 31 houses last year.";
    check_pile(&[("north", "2023-05-15", first), ("south", "2023-05-17", other)], &[]);
}

#[test]
fn a_denial_that_points_back() {
    let call = "He rang the harbour office at once, the pilot Jan Smit said.";
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!("{call} The director, Anna Berg, denied on Monday that there had been any such call."),
        )],
        &["polarity conflict event: rang [north] | denied [north]"],
    );
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!("{call} The director, Anna Berg, denied that she had been paid."),
        )],
        &[],
    );
}

#[test]
fn the_same_act_with_and_without_a_not() {
    let first = "The pipes had not been cleaned since 2019, the plumber Jan Smit said.";
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!("{first} The waterworks told the paper that they were cleaned last month."),
        )],
        &["polarity conflict event: cleaned [north] | cleaned [north]"],
    );
    let plain = "The pipes had not been cleaned in 2019, the plumber Jan Smit said.";
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!("{plain} The waterworks told the paper that they were cleaned last month."),
        )],
        &[],
    );
}

#[test]
fn versions_that_the_account_sets_apart() {
    let first = "The ministry said that it had ordered the closure of the bridge at 3 p.m. on Sunday.";
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!(
                "{first} The mayor of Lyon, Anna Berg, gave a different account. “The order reached my desk in the night,” she said."
            ),
        )],
        &["participant conflict event: ordered [north] | reached [north]"],
    );
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!(
                "{first} The mayor of Lyon, Anna Berg, gave a speech. “The order reached my desk in the night,” she said."
            ),
        )],
        &[],
    );
}

#[test]
fn a_notice_that_corrects_after_a_semicolon() {
    check_pile(
        &[
            (
                "north",
                "2023-05-17",
                "! We also wrote that the airport of Lyon had been seized by force on Friday; it was handed over on Thursday.",
            ),
            ("south", "2023-05-16", "The airport of Lyon was handed over on Thursday."),
        ],
        &["polarity evolves event: seized [north] | handed [north south]"],
    );
}

#[test]
fn a_fate_told_and_denied_in_other_words() {
    let rumour = "General Ivan Petrov has been shot, soldiers in Minsk said on Monday.";
    let denial = "General Ivan Petrov was not executed in Minsk, the ministry said.";
    check_pile(
        &[("north", "2023-05-15", rumour), ("south", "2023-05-17", denial)],
        &["polarity conflict event: shot [north] | executed [south]"],
    );
    // Overtaken by the later account; of somebody else.
    check_pile(&[("north", "2023-05-17", rumour), ("south", "2023-05-14", denial)], &[]);
    let other = "Colonel Anna Berg was not executed in Minsk, the ministry said.";
    check_pile(&[("north", "2023-05-15", rumour), ("south", "2023-05-17", other)], &[]);
}

#[test]
fn a_rule_that_is_lifted_later() {
    let imposed = "The government imposed a curfew in Minsk on Monday.";
    let later = "In Minsk the curfew was lifted on Wednesday.";
    check_pile(
        &[("north", "2023-05-15", imposed), ("south", "2023-05-18", later)],
        &["modality evolves event: imposed [north] | lifted [south]"],
    );
    let other = "In Minsk the ban was lifted on Wednesday.";
    check_pile(&[("north", "2023-05-15", imposed), ("south", "2023-05-18", other)], &[]);
}

#[test]
fn a_figure_admitted_and_another_spoken_of() {
    let first = "The government admits to 41 arrests.";
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!(
                "{first} The lawyers’ group Lex speaks of more than 200, among them nine bakers from Minsk."
            ),
        )],
        &["value conflict people.detained: 41 [north] | 200 [north]"],
    );
}

#[test]
fn a_figure_that_is_called_false() {
    let own = "The toll has risen to 14 dead in Manila, the minister Anna Berg said.";
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!("{own} The figure of more than 60 dead is a fabrication, the minister Anna Berg said."),
        )],
        &["value conflict people.killed: 60 [north] | 14 [north]"],
    );
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!(
                "{own} The figure of more than 60 wounded is a fabrication, the minister Anna Berg said."
            ),
        )],
        &[],
    );
}

#[test]
fn a_part_of_the_figure_before_it_is_no_figure_of_its_own() {
    check_pile(
        &[
            ("north", "2023-05-15", "The flames near Lyon destroyed 64 houses."),
            ("south", "2023-05-17", "In all 112 houses near Lyon were destroyed, 38 of them holiday homes."),
        ],
        &["value evolves count.house: 64 [north] | 112 [south]"],
    );
}

#[test]
fn figures_that_the_account_says_are_in_dispute() {
    let first =
        "The minister, Anna Berg, put the dead in Manila at 14 on Monday and has given no figure since.";
    let next = "At least 31 people had died by Tuesday evening, after two days of storm, according to the Red Cross.";
    check_pile(
        &[("north", "2023-05-17", &format!("How many have died is in dispute. {first} {next}"))],
        &["value conflict people.killed: 14 [north] | 31 [north]"],
    );
}

#[test]
fn what_the_next_sentence_says_is_not_so() {
    let check = |text: &str, expected: &[&str]| check_pile(&[("north", "2023-05-17", text)], expected);
    check(
        "Residents of Sula say the dam had cracked. The water ministry denies this.",
        &["polarity conflict event: cracked [north] | denies [north]"],
    );
    check(
        "The Lund Courier reported that the bishop had fled. An hour later it took the article down.",
        &["polarity evolves event: fled [north] | took [north]"],
    );
    check(
        "A website has it that the choir of Sula accepted a pay cut. The choir has accepted nothing.",
        &["polarity conflict event: accepted [north] | accepted [north]"],
    );
    check("The union in Sula said 400 drivers had walked out. Nobody was hurt.", &[]);
}

#[test]
fn an_earlier_stage_in_the_next_sentence() {
    let text = "Inspectors put the gap at 320 million euros. The bank had given it as 210 million on May 9.";
    check_pile(
        &[("north", "2023-05-17", text)],
        &["value evolves money: 210 million [north] | 320 million [north]"],
    );
    let text = "Inspectors put the gap at 320 million euros. The bank had lent 210 million to the firm.";
    check_pile(&[("north", "2023-05-17", text)], &[]);
    let text = "The firm sold 320 boats in May. It had 12 yards and 210 boats.";
    check_pile(&[("north", "2023-05-17", text)], &[]);
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
fn the_dead_of_an_old_crash() {
    check(
        "The last crash of the Andes line in 1996 cost 43 lives.",
        "In 1996 a crash of the Andes line killed 34 people.",
        &["value conflict people.killed: 43 [north] | 34 [south]"],
    );
    check(
        "The last crash of the Andes line in 1996 cost 43 lives.",
        "In 1987 a crash of the Andes line killed 34 people.",
        &[],
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
fn survivors_are_counted_apart_from_the_dead() {
    check_pile(
        &[
            (
                "north",
                "2023-05-16",
                "A bus crash in Lyon killed 12 people on Tuesday. Twenty people survived, the prefect said.",
            ),
            (
                "south",
                "2023-05-18",
                "The bus crash in Lyon killed 13 people, the prefect said on Thursday. Nineteen people survived.",
            ),
        ],
        &[
            "value evolves people.killed: 12 [north] | 13 [south]",
            "value evolves people.survived: Twenty [north] | Nineteen [south]",
        ],
    );
}

#[test]
fn the_half_of_a_sentence_that_turns_against_the_other() {
    let check = |text: &str, expected: &[&str]| check_pile(&[("north", "2023-05-17", text)], expected);
    check(
        "Police put the crowd in Leeds at 4,000, while the organisers spoke of 12,000.",
        &["value conflict people: 4,000 [north] | 12,000 [north]"],
    );
    check(
        "Nine fishermen are being held near Lagos, their company says; the militants say they hold 15.",
        &["value conflict people: Nine [north] | 15 [north]"],
    );
    // Of other things, and both on one word.
    check("Police counted 4,000 people in Leeds, while the organisers spoke of 12,000 pounds.", &[]);
    check("Police counted 4,000 people in Leeds, while 9,000 people came to York.", &[]);
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
fn a_count_on_the_day_is_no_later_stage_of_another_authoritys() {
    check(
        "Five people died in a crush in Cairo on Tuesday, the interior ministry said. A doctor at the university hospital said eight bodies had been brought in.",
        "A crush in Cairo killed five people on Tuesday, according to the interior ministry.",
        &["value conflict people.killed: Five [north south] | eight [north]"],
    );
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
fn counts_since_the_beginning_are_counts_of_it() {
    check_pile(
        &[
            (
                "north",
                "2023-05-12",
                "Cholera has killed 41 people in Manila since the start of the month, the health ministry said on Friday.",
            ),
            (
                "south",
                "2023-05-18",
                "Cholera has killed 69 people in Manila, the Ministry of Health said on Thursday.",
            ),
        ],
        &["value evolves people.killed: 41 [north] | 69 [south]"],
    );
}

#[test]
fn a_figure_that_is_taken_back_in_so_many_words() {
    check_pile(
        &[
            (
                "north",
                "2023-05-16",
                "Cholera has killed 96 people in Manila, the health ministry said on Tuesday.",
            ),
            (
                "south",
                "2023-05-17",
                "Not 96 people but 69 have died of cholera in Manila, the health ministry said on Wednesday.",
            ),
        ],
        &["value evolves people.killed: 96 [north] | 69 [south]"],
    );
}

#[test]
fn a_number_that_a_notice_gives_instead() {
    check_pile(
        &[
            ("north", "2023-05-15", "The factory in Lyon will lose 450 jobs, the union said on Monday."),
            (
                "south",
                "2023-05-17",
                "! On Monday we said that the factory in Lyon would lose 450 jobs. The number is 45.",
            ),
        ],
        &["value evolves count.job: 450 [north south] | 45 [south]"],
    );
}

#[test]
fn the_enemys_dead_are_not_ones_own() {
    check(
        "Three soldiers were killed near Minsk on Tuesday, the army said.",
        "Our men killed 11 enemy soldiers near Minsk on Tuesday, the militia said.",
        &[],
    );
}

#[test]
fn one_authority_that_counts_fewer_homes_later() {
    check_pile(
        &[
            (
                "north",
                "2023-05-16",
                "About 40,000 homes in Lyon are without electricity, the network operator said.",
            ),
            (
                "south",
                "2023-05-18",
                "By Wednesday evening 12,000 homes in Lyon were still without electricity, the network operator said.",
            ),
        ],
        &["value evolves count.home: 40,000 [north] | 12,000 [south]"],
    );
}

#[test]
fn what_is_left_of_a_count_is_no_other_count() {
    check(
        "The number of people arrested in Minsk has reached 67, the prosecutor, Anna Berg, said; 23 were released on Sunday, which leaves 44 in custody.",
        "The number of people arrested in Minsk has reached 67, the prosecutor, Anna Berg, said.",
        &[],
    );
}

#[test]
fn arrests_in_one_town_and_none_in_another() {
    let text = "In Lyon 23 people were arrested, the prefect said. In Minsk there were no arrests.";
    check_pile(&[("north", "2023-05-17", text)], &[]);
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
fn a_part_of_the_wounded_is_no_other_count_of_them() {
    let first = "A bomb wounded 31 people in Manila on Tuesday, police said.";
    let next = "The army said four of the wounded were in a serious condition.";
    check_pile(&[("north", "2023-05-17", &format!("{first} {next}"))], &[]);
}

#[test]
fn passengers_of_two_lines_are_no_series() {
    let text = "Andes Air carried 2.1 million passengers in April, it said. Its rival Acme Airlines carried 1.8 million.";
    check_pile(&[("north", "2023-05-17", text)], &[]);
}

#[test]
fn an_office_that_denies_the_words() {
    let first = "The minister, Anna Berg, told the families that the delay was their own fault.";
    let check = |next: &str, expected: &[&str]| {
        check_pile(&[("north", "2023-05-17", &format!("{first} {next}"))], expected);
    };
    check(
        "Her office has since denied that she used those words.",
        &["polarity conflict event: was [north] | denied [north]"],
    );
    check("Her office has since moved to Lyon.", &[]);
}

#[test]
fn what_is_called_off_by_its_noun() {
    let plan = "The singer Anna Berg will give a concert in Lyon on 20 May, her agency said.";
    check_pile(
        &[
            ("north", "2023-05-15", plan),
            (
                "south",
                "2023-05-18",
                "The concert of the singer Anna Berg in Lyon has been cancelled, her agency said on Wednesday.",
            ),
        ],
        &["modality evolves event: give [north] | cancelled [south]"],
    );
    check_pile(
        &[
            ("north", "2023-05-15", plan),
            (
                "south",
                "2023-05-18",
                "The concert of the band Acme in Paris has been cancelled, its agency said on Wednesday.",
            ),
        ],
        &[],
    );
}

#[test]
fn what_was_not_so_yet_is_so_later() {
    check_pile(
        &[
            ("north", "2023-05-17", "The offer of Norway has not been accepted so far by the port of Lyon."),
            ("south", "2023-05-18", "The port of Lyon accepted the offer of Norway."),
        ],
        &["polarity evolves event: accepted [south] | accepted [north]"],
    );
}

#[test]
fn a_notice_that_only_says_it_is_not_so() {
    check_pile(
        &[(
            "north",
            "2023-05-17",
            "! Correction: on Monday we reported that the mayor of Lyon had been dismissed. She has not.",
        )],
        &["polarity evolves event: dismissed [north] | has [north]"],
    );
    check_pile(
        &[(
            "north",
            "2023-05-17",
            "! Correction: on Monday we reported that the mayor of Lyon had been dismissed on Sunday.",
        )],
        &[],
    );
}

#[test]
fn a_notice_takes_a_number_back_wherever_it_stands() {
    let told = "The fire in Manila killed 11 people.";
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!("{told}\n! Correction: on Monday we gave the number of dead as 12; it was 11."),
        )],
        &["value evolves people.killed: 12 [north] | 11 [north]"],
    );
    let told = "The strike at the port of Lyon went on for 29 days.";
    let notice = "! Editor’s note: the headline of an earlier version of this article said that the strike had lasted 39 days.";
    check_pile(
        &[("north", "2023-05-17", &format!("{told}\n{notice}"))],
        &["value evolves duration: 39 [north] | 29 [north]"],
    );
    // Two lengths: which of them it was is not known.
    let told = "The strike at the port of Lyon went on for 29 days. The last one took 21 days.";
    check_pile(&[("north", "2023-05-17", &format!("{told}\n{notice}"))], &[]);
}

#[test]
fn a_score_that_is_put_right() {
    let notice = "! Correction: on Monday we gave the vote of the council of Lyon on the harbour tax as 33 to 12; it was 33 to 11.";
    let told = "The council of Lyon approved the harbour tax by 33 votes to 11 on Monday.";
    check_pile(
        &[
            ("north", "2023-05-17", &format!("The council of Lyon met on the harbour tax.\n{notice}")),
            ("south", "2023-05-16", told),
        ],
        &["value evolves votes: 12 [north] | 11 [north south]"],
    );
    let other = "The council of Lyon approved the harbour museum by 26 votes to 11 on Monday.";
    check_pile(
        &[
            ("north", "2023-05-17", &format!("The council of Lyon met on the harbour tax.\n{notice}")),
            ("south", "2023-05-16", other),
        ],
        &["value evolves votes: 12 [north] | 11 [north]"],
    );
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
fn a_figure_that_is_announced_as_another() {
    let first = "Police said that 31 people had been injured, 12 of them officers.";
    check_pile(
        &[("north", "2023-05-17", &format!("{first} The hospital of Lyon had seen more: it treated 44."))],
        &["value conflict people.wounded: 31 [north] | 44 [north]"],
    );
    check_pile(
        &[("north", "2023-05-17", &format!("{first} The hospital of Lyon was calm: it treated 4 old men."))],
        &[],
    );
}

#[test]
fn the_civilian_dead_are_civilians() {
    check(
        "A hospital in Homs has counted 34 civilian dead, it said on Tuesday.",
        "At least 52 civilians have been killed in Homs, the Red Crescent said on Tuesday.",
        &["value conflict people.killed: 34 [north] | 52 [south]"],
    );
    check(
        "A hospital in Homs has counted 34 civilian dead, it said on Tuesday.",
        "At least 52 soldiers have been killed in Homs, the Red Crescent said on Tuesday.",
        &[],
    );
}

#[test]
fn the_losses_of_two_sides_are_two_counts() {
    // Each gives its own.
    check(
        "Kenya raised the number of its soldiers killed since Saturday to 14, it said on Tuesday.",
        "On Tuesday Uganda put its own losses at 11 dead.",
        &[],
    );
    // One counts the other's.
    check(
        "Kenya raised the number of its soldiers killed in the fighting at Mandera to 14 on Tuesday.",
        "At least 52 Kenyan soldiers have been killed in the fighting at Mandera, Uganda said on Tuesday.",
        &["value conflict people.killed: 14 [north] | 52 [south]"],
    );
    // A toll is nobody's own.
    check(
        "The disaster office raised its toll in Manila to 31 dead on Tuesday.",
        "The Red Cross said on Tuesday that 45 people were dead in Manila.",
        &["value conflict people.killed: 31 [north] | 45 [south]"],
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

#[test]
fn a_count_on_ones_own_ground_is_no_count_of_all() {
    check(
        "Some 11,000 people have fled their homes on the River Mara, the Red Cross said on Tuesday.",
        "Kenya has registered 6,400 displaced people on its territory, it said on Tuesday.",
        &[],
    );
    check(
        "Some 11,000 people have fled their homes on the River Mara, the Red Cross said on Tuesday.",
        "Kenya has registered 6,400 displaced people on the River Mara, it said on Tuesday.",
        &["value conflict people.displaced: 11,000 [north] | 6,400 [south]"],
    );
}

#[test]
fn what_a_ground_may_hold_is_no_count_of_who_came() {
    let text = "Police estimate that 30,200 people were in the stadium of Lyon. The club insists that it sold fewer tickets than the 28,900 people for whom the stadium is certified.";
    check_pile(&[("north", "2023-05-17", text)], &[]);
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
fn what_a_figure_is_said_to_have_been() {
    let farmers = "Farmers in Chile lost 300 sheep to wolves, the farmers' union said.";
    check_pile(
        &[
            ("north", "2023-05-17", farmers),
            (
                "south",
                "2023-06-18",
                "The farmers' union in Chile now counts 410 sheep killed by wolves, 110 more than in May.",
            ),
        ],
        &["value evolves count.sheep: 300 [north] | 410 [south]"],
    );
    let bridge = "The bridge over the Rio Negro in Chile would cost 64 million euros, the ministry said.";
    check_pile(
        &[
            ("north", "2023-05-17", bridge),
            (
                "south",
                "2023-06-18",
                "The ministry has raised its estimate for the bridge over the Rio Negro in Chile from 64 million to 81 million euros.",
            ),
        ],
        &["value evolves money: 64 million [north] | 81 million [south]"],
    );
    // A difference from something else, and an equal number of something else.
    check(bridge, "The opera in Chile got 84 million euros, 20 million more than the museum.", &[]);
    check(
        farmers,
        "The number of nurses in Chile rose from 300 to 410.",
        &["value evolves people: 300 [south] | 410 [south]"],
    );
}

#[test]
fn a_list_of_names_against_a_count() {
    check_pile(
        &[(
            "north",
            "2023-05-17",
            "Forty-three people are missing, the police say. The Red Cross, which keeps a list of its own, has 71 names on it.",
        )],
        &["value conflict people.missing: Forty-three [north] | 71 [north]"],
    );
    let choir =
        "Nine people died in the fire, the police said. The choir's list has 12 names for the concert.";
    check_pile(&[("north", "2023-05-17", choir)], &[]);
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
