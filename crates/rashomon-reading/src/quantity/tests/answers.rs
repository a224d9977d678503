//! Numbers that leave out what they count.

use super::{PUBLISHED, check};
use crate::testing::with_article;

#[test]
fn numbers_that_answer_a_count() {
    let bank = "31 branches | count.branch | 31";
    check(
        "The bank closed 31 branches. The union says that 45 were shut.",
        &[bank, "45 | count.branch | 45"],
    );
    check(
        "The police counted four tents. Volunteers say that there were six.",
        &["four tents | count.tent | 4", "six | count.tent | 6"],
    );
    check(
        "The airline has suspended three pilots. The union says five have been sent home.",
        &["three pilots | people | 3", "five | people | 5"],
    );
    check(
        "Seven nurses died, the inspectorate said. The hospital counts four, since it leaves out volunteers.",
        &["Seven nurses | people.killed | 7", "four | people.killed | 4"],
    );
    check(
        "In three hospitals the lifts failed. The union speaks of five, but will not name them.",
        &["three hospitals | count.hospital | 3", "five | count.hospital | 5"],
    );
    check("At the clinic in Lyon eight have died.", &["eight | people.killed | 8"]);
    check(
        "Of the 1,300 people who work there 1,150 stayed away.",
        &["1,300 people | people | 1300", "1,150 | people | 1150"],
    );
    // What they are like, what is planned for them, what is far larger.
    check("The firm owns 14 lorries. The union says nine were empty.", &["14 lorries | count.lorry | 14"]);
    check("The firm owns 14 lorries. The union says nine will be sold.", &["14 lorries | count.lorry | 14"]);
    check("He bought 14 cows. His wife said two were in love with him.", &["14 cows | count.cow | 14"]);
}

#[test]
fn counts_that_are_changed() {
    check(
        "The union lowered its count for the march in Lyon from 140,000 to 110,000.",
        &["140,000 | people | 140000", "110,000 | people | 110000"],
    );
    check(
        "Police raised their estimate of the crowd from 4,000 to 6,000.",
        &["4,000 | people | 4000", "6,000 | people | 6000"],
    );
    check(
        "The charity puts the loss at 9,000 tonnes. It has withdrawn its figure of 9,000.",
        &["9,000 tonnes | count.tonne | 9000", "9,000 | count.tonne | 9000"],
    );
}

#[test]
fn shares_and_sums_in_short() {
    check(
        "The Greens polled 21 percent, Labour 19 and the Centre Party 12.",
        &["21 percent | share | 21", "19 | share | 19", "12 | share | 12"],
    );
    check("Sales rose 3 per cent on demand for the Airbus 320.", &["3 per cent | share | 3"]);
    check("It was fined K1.8 million.", &["K1.8 million | money | 1800000"]);
    check("The widow was offered R150,000.", &["R150,000 | money | 150000"]);
    check("She climbed K2 on the N95 route.", &[]);
    check("Oil lay along 12 kilometres of coast.", &["12 kilometres of coast | distance | 12"]);
}

#[test]
fn so_many_there_were() {
    check(
        "Five ministers resigned, we reported. There were four; the others stay.",
        &["Five ministers | people | 5", "four | people | 4"],
    );
    check(
        "We wrote that 12 people had been hurt. Only eight were.",
        &["12 people | people.wounded | 12", "eight | people.wounded | 8"],
    );
}

#[test]
fn a_body_that_has_so_many_counts_them() {
    let check = |text: &str, figure: &str, expected: &str| {
        with_article(text, Some(PUBLISHED), |parsed| {
            let reading = crate::read(parsed);
            let q = reading.quantities.iter().find(|q| q.figure.slice(text) == figure).expect("the figure");
            let name = q.attribution.last().map_or("", |l| l.name.as_str());
            assert_eq!(name, expected, "{text}");
        });
    };
    check("How many died? By Monday evening the Health Ministry had 19.", "19", "Health Ministry");
    check("The army speaks of 40 dead. The Red Cross has 34.", "34", "Red Cross");
    check("The storm killed 40 people. The village had 34 houses.", "34", "");
}
