//! Counts of people, homes and ground: whose, of whom and of when.

use super::{check, check_pile};
use crate::testing::record_of;

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
fn a_count_on_the_day_is_no_later_stage_of_another_authoritys() {
    check(
        "Five people died in a crush in Cairo on Tuesday, the interior ministry said. A doctor at the university hospital said eight bodies had been brought in.",
        "A crush in Cairo killed five people on Tuesday, according to the interior ministry.",
        &["value conflict people.killed: Five [north south] | eight [north]"],
    );
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
fn a_part_of_the_wounded_is_no_other_count_of_them() {
    let first = "A bomb wounded 31 people in Manila on Tuesday, police said.";
    let next = "The army said four of the wounded were in a serious condition.";
    check_pile(&[("north", "2023-05-17", &format!("{first} {next}"))], &[]);
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
fn a_figure_that_another_contests() {
    let differ = "different authorities give different figures";
    let found = |text: &str| {
        let record = record_of(&[("north", "2023-05-17", text)]);
        record.disagreements.iter().any(|d| d.note.starts_with(differ))
    };
    let spill = "The coastguard said that 4,000 tonnes of oil had been lost.";
    for reply in [
        "Norvik Shipping disputed the figure. It said that no more than 1,200 tonnes had escaped.",
        "Norvik Shipping contested that estimate, saying that 1,200 tonnes had run into the bay.",
        "Norvik Shipping rejected the coastguard’s number. Its engineers said soundings of the tanks pointed to 1,200 tonnes.",
    ] {
        assert!(found(&format!("{spill} {reply}")), "{reply}");
    }
    for reply in [
        "Norvik Shipping disputed the route. It said that 1,200 tonnes of grain had been unloaded in Lyon.",
        "The numbers are in question. About 1,200 tonnes of grain had been unloaded in Lyon in the morning.",
    ] {
        assert!(!found(&format!("{spill} {reply}")), "{reply}");
    }
}

#[test]
fn those_present_are_no_other_size() {
    check("The chamber has 200 members; 191 are present, the clerk says.", "Rain fell in the valley.", &[]);
}

#[test]
fn people_of_one_kind_long_ago() {
    check(
        "In August 2017, 96 inmates crawled out of the prison through a drain.",
        "In 2017, 69 inmates left the prison through a drain.",
        &["value conflict people: 96 [north] | 69 [south]"],
    );
    check(
        "In August 2017, 96 inmates crawled out of the prison through a drain.",
        "In 2017, 69 guards left the prison through a drain.",
        &[],
    );
}
