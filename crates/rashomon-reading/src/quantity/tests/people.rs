//! People: the dead, the living, the missing, crowds.

use super::{check, check_times, with_quantity};
use crate::quantity::*;

#[test]
fn people() {
    check("The flood killed at least 27 people.", &["at least 27 people | people.killed | 27"]);
    check("More than 300 villagers have died.", &["More than 300 villagers | people.killed | 300"]);
    check(
        "Police said 203 people were confirmed dead and 58 were missing.",
        &["203 people | people.killed | 203", "58 | people.missing | 58"],
    );
    check("The ministry put the injured at 1,140.", &["1,140 | people.wounded | 1140"]);
    check("The storm forced 80,000 from their homes.", &["80,000 | people.displaced | 80000"]);
    check("Some 9,000 residents fled the town.", &["Some 9,000 residents | people.displaced | 9000"]);
    check("Police arrested 14 protesters.", &["14 protesters | people.detained | 14"]);
    check("The official death toll stood at 230.", &["230 | people.killed | 230"]);
    check(
        "Officials lowered the number of people killed in the fire to 219.",
        &["219 | people.killed | 219"],
    );
    check("The attack claimed 40 lives.", &["40 lives | people.killed | 40"]);
    check("There were no deaths in the camp.", &["no deaths | people.killed | 0"]);
    check(
        "Tens of thousands of refugees wait at the border.",
        &["Tens of thousands of refugees | people | 20000..?"],
    );
    check(
        "The sinking killed 12 people and 6 people are still missing.",
        &["12 people | people.killed | 12", "6 people | people.missing | 6"],
    );
    check("Dozens were injured.", &["Dozens | people.wounded | 24..?"]);
}

#[test]
fn where_people_are_and_who_has_not_come_back() {
    check(
        "About 1,400 people have been moved to the showgrounds at Lomar.",
        &["About 1,400 people | people.displaced | 1400"],
    );
    check("Some 2,600 people are in camps near the river.", &["Some 2,600 people | people.displaced | 2600"]);
    check("Some 2,600 people are in prison camps near the river.", &["Some 2,600 people | people | 2600"]);
    check(
        "Seven fishermen have not been heard from since Sunday.",
        &["Seven fishermen | people.missing | 7"],
    );
    check("Seven fishermen have not returned to work.", &["Seven fishermen | people | 7"]);
    check(
        "The mortuary had taken in 31 bodies, among them seven recovered on farms.",
        &["31 bodies | people.killed | 31", "seven | people.killed | 7"],
    );
}

#[test]
fn others_are_people_of_whom_something_is_told() {
    check(
        "A guard was killed and two others were injured.",
        &["A guard | people.killed | 1", "two others | people.wounded | 2"],
    );
    check("Two others were sold at auction.", &["Two others | count.other | 2"]);
}

#[test]
fn some_of_the_dead_are_no_toll() {
    check("Three of the dead were members of one family.", &["Three of the dead | people | 3"]);
    check("Three of the injured have died.", &["Three of the injured | people.killed | 3"]);
    check_times("The toll from Thursday's fire rose to five on Friday.", "five", Some("Friday"), None);
}

#[test]
fn suspected_cases_are_counted_as_such() {
    let modality = |text: &str, figure: &str| with_quantity(text, figure, |q, _| q.modality);
    assert_eq!(modality("The clinic reported 310 suspected cases and 12 deaths.", "310"), Modality::Happened);
    assert_eq!(modality("The clinic reported 310 suspected cases and 12 deaths.", "12"), Modality::Happened);
    assert_eq!(modality("There may be 40 suspected cases in the camp.", "40"), Modality::Possible);
}

#[test]
fn a_toll_passes_a_figure() {
    let qualifier = |text: &str| with_quantity(text, "200", |q, _| q.qualifier);
    assert_eq!(qualifier("The death toll passes 200 in Peru."), Qualifier::MoreThan);
    assert_eq!(qualifier("The road passes 200 houses."), Qualifier::Exactly);
}

#[test]
fn what_became_of_people() {
    check("Two children were crushed to death.", &["Two children | people.killed | 2"]);
    check("Two children were bored to tears.", &["Two children | people | 2"]);
    check("Some 2,600 people have left their homes.", &["Some 2,600 people | people.displaced | 2600"]);
    check("Some 2,600 people have left the stadium.", &["Some 2,600 people | people | 2600"]);
    check("Around 900 people were brought to schools.", &["Around 900 people | people.displaced | 900"]);
    check("Nine people were taken to hospital.", &["Nine people | people.wounded | 9"]);
    check("The number of injured has risen to 71.", &["71 | people.wounded | 71"]);
    check("He took the town at the price of four lives.", &["four lives | people.killed | 4"]);
    check("It announced a force of 3,000.", &["3,000 | people | 3000"]);
    check(
        "Six dead, 14,000 hectares: that was it.",
        &["Six dead | people.killed | 6", "14,000 hectares | count.hectare | 14000"],
    );
}

#[test]
fn the_living_and_the_dead() {
    check("All 23 people on board died.", &["23 people | people.killed | 23"]);
    check("In all 23 people were on board.", &["23 people | people.aboard | 23"]);
    check(
        "Of the 64 people on board, 22 survived.",
        &["64 people | people.aboard | 64", "22 | people.survived | 22"],
    );
    check("We have 16 people out alive.", &["16 people | people.survived | 16"]);
    check(
        "Rescuers said eighteen people survived, seven of them with serious injuries.",
        &["eighteen people | people.survived | 18", "seven | people.wounded | 7"],
    );
    check(
        "Thirty-one dead, twelve living, one still in the river: it comes to forty-four.",
        &[
            "Thirty-one dead | people.killed | 31",
            "twelve living | people.survived | 12",
            "one | people.missing | 1",
            "forty-four | people | 44",
        ],
    );
    check("Two people died and three still in hospital are well.", &["Two people | people.killed | 2"]);
    check(
        "The plane carried 60 people. Of the 60, 31 were Kenyan citizens and 14 Danes.",
        &["60 people | people.aboard | 60", "31 | people | 31", "14 Danes | people | 14"],
    );
}

#[test]
fn people_lost_and_listed() {
    check("The army said 12 pupils could not be accounted for.", &["12 pupils | people.missing | 12"]);
    check("The school lists 12 pupils as missing.", &["12 pupils | people.missing | 12"]);
    check("The mayor spoke of “more than 90” missing.", &["more than 90” missing | people.missing | 90"]);
    check("The school lists 12 pupils as members.", &["12 pupils | people | 12"]);
    check("The yard confirms the death of six of its welders.", &["six of its welders | people.killed | 6"]);
    check("The rebels admitted the loss of nine fighters.", &["nine fighters | people.killed | 9"]);
    check("The airline lost 40 passengers to a rival.", &["40 passengers | people | 40"]);
    check("The bank admitted the loss of nine customers.", &["nine customers | people | 9"]);
    check("The town mourns the loss of nine shops.", &["nine shops | count.shop | 9"]);
}

#[test]
fn people_by_what_is_said_of_their_number() {
    check(
        "The yard said that 23 of its welders had been hurt.",
        &["23 of its welders | people.wounded | 23"],
    );
    check("Candles burned for the six people who lost their lives.", &["six people | people.killed | 6"]);
    check(
        "Anna Holm, the chief physician, said that 64 people had been treated.",
        &["64 people | people.wounded | 64"],
    );
    check("The barber said that 64 people had been treated.", &["64 people | people | 64"]);
    let text = "How many were hurt depends on whom you ask. The firm says 23.";
    check(text, &["23 | people.wounded | 23"]);
    check("Six people died. “Somebody pays 35,” she said.", &["Six people | people.killed | 6"]);
}

#[test]
fn among_the_dead_and_taken_on_board() {
    check("Six nuns were among the dead.", &["Six nuns | people.killed | 6"]);
    check("Four of the dead were pupils.", &["Four of the dead | people.killed | 4"]);
    check("Six nuns were among the guests.", &["Six nuns | people | 6"]);
    check("Seventeen victims have been recovered.", &["Seventeen victims | people.killed | 17"]);
    check("Seventeen victims have recovered.", &["Seventeen victims | people | 17"]);
    check("The tug took 12 of the survivors on board.", &["12 of the survivors | people.rescued | 12"]);
    check("The tug took 12 passengers on board.", &["12 passengers | people | 12"]);
    check("There were 90 people on that ferry.", &["90 people | people.aboard | 90"]);
    check("There were 90 people on that street.", &["90 people | people | 90"]);
    check("Of the runaways 24 were still at large.", &["24 | people | 24"]);
    check("A second group of 20 is to be handed over.", &["20 | people | 20"]);
}

#[test]
fn people_treated() {
    check("A total of 64 persons have been treated for burns.", &["64 persons | people.wounded | 64"]);
    check("By noon 112 people had been treated for nausea.", &["112 people | people.wounded | 112"]);
    check("By noon 112 people had been treated to a concert.", &["112 people | people | 112"]);
    check("Nine pupils have received hospital treatment.", &["Nine pupils | people.wounded | 9"]);
}

#[test]
fn lives_laid_down() {
    check(
        "In that war 118 members of the crew laid down their lives.",
        &["118 members | people.killed | 118"],
    );
    check("Sixty nurses gave their lives to medicine.", &["Sixty nurses | people | 60"]);
    check("Some 600 residents were ordered out.", &["Some 600 residents | people.displaced | 600"]);
    check("Four envoys were ordered out.", &["Four envoys | people | 4"]);
}

#[test]
fn ground_held() {
    check("All nine parishes are ours.", &["nine parishes | territory.districts | 9"]);
    check("All nine parishes are poor.", &["nine parishes | count.parish | 9"]);
    check(
        "The rebels hold six of the nine counties. The army says it holds seven.",
        &["six of the nine counties | territory.districts | 6", "seven | territory.districts | 7"],
    );
}

#[test]
fn readings_beside_one_with_its_unit() {
    check(
        "The sample contained 84 micrograms of lead. The firm had found 51. The limit is 10.",
        &["84 micrograms | count.microgram | 84", "51 | count.microgram | 51", "10 | count.microgram | 10"],
    );
}

#[test]
fn counted_day_by_day() {
    check(
        "The ministry counted 11 dead at first, 14 by Tuesday, 16 by Thursday.",
        &["11 dead | people.killed | 11", "14 | people.killed | 14", "16 | people.killed | 16"],
    );
    check("The drones, nine in all, had been sent.", &["nine | count.drone | 9"]);
}
