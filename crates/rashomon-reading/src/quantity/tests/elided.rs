//! Figures that leave out what they count.

use super::{check, with_quantity};

#[test]
fn parts_are_what_their_whole_is() {
    check(
        "The toll rose to 14: six soldiers, five rebels and three civilians.",
        &[
            "14 | people.killed | 14",
            "six soldiers | people.killed | 6",
            "five rebels | people.killed | 5",
            "three civilians | people.killed | 3",
        ],
    );
    check(
        "Five people died and three doctors and three nurses came.",
        &["Five people | people.killed | 5", "three doctors | people | 3", "three nurses | people | 3"],
    );
    check(
        "At least 31 people had died, 26 in Oran and five in Bechar.",
        &["At least 31 people | people.killed | 31", "26 | people.killed | 26", "five | people.killed | 5"],
    );
    check(
        "Police arrested 67 people, 12 of them civilians.",
        &["67 people | people.detained | 67", "12 | people.detained | 12"],
    );
    check(
        "Police arrested 67 people, but 12 of them were freed.",
        &["67 people | people.detained | 67", "12 | people | 12"],
    );
    check("Seven of the ten members were in favour.", &["Seven of the ten members | votes.for | 7"]);
}

#[test]
fn parts_of_what_was_counted() {
    check(
        "The hospital treated 34 people, five of whom were in pain.",
        &["34 people | people.wounded | 34", "five | people | 5"],
    );
    check("The boats brought 116 people ashore.", &["116 people | people.rescued | 116"]);
    check("In all 131 people had been on board.", &["131 people | people.aboard | 131"]);
    check(
        "The Union won 24 seats, the Green List six and Island Voice four.",
        &["24 seats | seats | 24", "six | seats | 6", "four | seats | 4"],
    );
    check("The motion fell: five for, four against.", &["five | votes.for | 5", "four | votes.against | 4"]);
    check(
        "Five councillors backed the plan and six opposed it.",
        &["Five councillors | votes.for | 5", "six | votes.against | 6"],
    );
    check(
        "The police counted 2,500 people; the organisers spoke of 8,000.",
        &["2,500 people | people | 2500", "8,000 | people | 8000"],
    );
    check("The march was over by noon. The police counted 41,000.", &["41,000 | people | 41000"]);
    check(
        "The police counted 41,000 on Saturday and the organisers 45,000.",
        &["41,000 | people | 41000", "45,000 | people | 45000"],
    );
    check("The lorry was opened at noon. The police counted 41,000.", &[]);
    check("She was eighty-eight.", &["eighty-eight | age | 88"]);
}

#[test]
fn bare_figures_of_another_authority() {
    check(
        "The bank lost 90 million euros. The union put the figure at no less than 130 million.",
        &["90 million euros | money | 90000000", "no less than 130 million | money | 130000000"],
    );
    check(
        "The bank lost 90 million euros. In all 12 million are missing.",
        &["90 million euros | money | 90000000", "12 million | money | 12000000"],
    );
    check(
        "The firm lost 900 euros. Two million people fled, and 1.5 million are missing.",
        &[
            "900 euros | money | 900",
            "Two million people | people.displaced | 2000000",
            "1.5 million | people.missing | 1500000",
        ],
    );
    check(
        "The firm wants to cut 1,450 jobs. We make it 1,900.",
        &["1,450 jobs | count.job | 1450", "1,900 | count.job | 1900"],
    );
    check(
        "The firm says that 42 families have paid. We know of eleven.",
        &["42 families | count.family | 42", "eleven | count.family | 11"],
    );
    check(
        "All nine ATR-72s of the airline are grounded. The airline objects: eight, it says, since one is a wreck.",
        &["nine ATR-72s | count.atr-72 | 9", "eight | count.atr-72 | 8"],
    );
    with_quantity(
        "The figure is 1,150 jobs, the firm says, or 1,400, says the union, which counts the temps.",
        "1,400",
        |q, _| assert_eq!(q.attribution.last().map(|l| l.name.as_str()), Some("union")),
    );
}

#[test]
fn a_count_is_of_what_the_last_count_was_of() {
    check(
        "The death toll has gone down. The office lowered it from 39 to 37.",
        &["39 | people.killed | 39", "37 | people.killed | 37"],
    );
    check(
        "The toll rose to 40. The police count of 41 includes four people killed on the roads. Nine people are missing. \
         The charity withdrew its figure of 52.",
        &[
            "40 | people.killed | 40",
            "41 | people.killed | 41",
            "four people | people.killed | 4",
            "Nine people | people.missing | 9",
            "52 | people.killed | 52",
        ],
    );
}

#[test]
fn a_number_put_in_the_place_of_another() {
    check(
        "On Friday we gave the number of missing as 9; it was three.",
        &["9 | people.missing | 9", "three | people.missing | 3"],
    );
    check(
        "The length of the canal was given as 31.5 kilometres. It is 13.5.",
        &["31.5 kilometres | distance | 31.5", "13.5 | distance | 13.5"],
    );
    check(
        "We wrote that five members of the choir had been killed. Four were; one was abroad.",
        &["five members | people.killed | 5", "Four | people.killed | 4"],
    );
    check(
        "It treated 121 injured people, not 211, the clinic said.",
        &["121 injured people | people.wounded | 121", "211 | people.wounded | 211"],
    );
    check(
        "On Monday we gave the vote as 41 to 9; it was 41 to 8.",
        &["41 | votes | 41", "9 | votes | 9", "41 | votes | 41", "8 | votes | 8"],
    );
    // An hour, a share, and others than those counted.
    check(
        "Five members of the choir were killed. It was three in the morning.",
        &["Five members | people.killed | 5"],
    );
    check("The bus is full. Four were old.", &[]);
}

#[test]
fn a_crowd_whose_size_is_asked_for() {
    let asked = "How big the march was depends on who was counting.";
    check(
        &format!("{asked} The union speaks of at least 30,000. Police say 9,000."),
        &["at least 30,000 | people | 30000", "9,000 | people | 9000"],
    );
    check("How big the lake is depends on the rain. Fishermen speak of at least 30.", &[]);
}

#[test]
fn what_others_make_it() {
    check(
        "Marex spilled 1.2 million litres of oil. Engineers of the port authority make it 2.1 million.",
        &["1.2 million litres | count.litre | 1200000", "2.1 million | count.litre | 2100000"],
    );
    check(
        "Lawyers who work with the union put the number of detained at 27.",
        &["27 | people.detained | 27"],
    );
}

#[test]
fn the_rest_and_shares_of_a_population() {
    check(
        "Nine of the 22 miners were brought up alive; the other 13 are still below.",
        &["Nine of the 22 miners | people.rescued | 9", "22 miners | people | 22", "13 | people | 13"],
    );
    check("Three in five voters backed the plan.", &["Three in five | share | 60"]);
    check("Prices have risen by a third since January.", &["a third | share | 33.33"]);
    check("The team won three in five days.", &["five days | duration | 5"]);
    check(
        "The bank lost 40 million euros, against a profit of 12 million euros a year earlier.",
        &["40 million euros | money | 40000000", "12 million euros | money | 12000000"],
    );
}

#[test]
fn what_a_report_admits_to() {
    check(
        "In 1957 the slide killed 14, going by the register; the report admits to nine.",
        &["14 | people.killed | 14", "nine | people.killed | 9"],
    );
    check(
        "In 1957 the slide killed 14, going by the register; the report turns to nine.",
        &["14 | people.killed | 14"],
    );
}

#[test]
fn another_answers_the_number_before_it() {
    check(
        "The road has three tolls. Eleven soldiers were killed, the rebels said; the army spoke of four.",
        &["three tolls | count.toll | 3", "Eleven soldiers | people.killed | 11", "four | people.killed | 4"],
    );
}

#[test]
fn those_who_are_held() {
    check(
        "How many are being held? Thirty-eight, according to the police.",
        &["Thirty-eight | people.detained | 38"],
    );
    check(
        "How many elections are being held? Three, according to the police.",
        &["Three | count.election | 3"],
    );
}

#[test]
fn signatures_at_the_end() {
    check(
        "Her petition required 500 signatures and ended at 431.",
        &["500 signatures | count.signature | 500", "431 | count.signature | 431"],
    );
    check(
        "Her petition required 500 signatures and went to the Speaker.",
        &["500 signatures | count.signature | 500"],
    );
}

#[test]
fn lives_paid_with() {
    check(
        "Six men went down, two of whom paid with their lives.",
        &["Six men | people | 6", "two | people.killed | 2"],
    );
    check(
        "Six men went down, two of whom paid with their cards.",
        &["Six men | people | 6", "two | people | 2"],
    );
}

#[test]
fn another_reading_of_a_speed() {
    check(
        "The firm blamed gusts of up to 40 metres per second. The agency, whose buoy lies six miles away, measured no more than 22.",
        &[
            "up to 40 metres per second | count.m/second | 40",
            "six miles | distance | 6",
            "no more than 22 | count.m/second | 22",
        ],
    );
}

#[test]
fn an_extent_that_is_changed_keeps_its_unit() {
    check(
        "The union said 23 of its people had been hurt.\n\nThe zone, which had a radius of 5 kilometres, was widened to 12 on Monday.",
        &["23 of its people | people.wounded | 23", "5 kilometres | distance | 5", "12 | distance | 12"],
    );
}
