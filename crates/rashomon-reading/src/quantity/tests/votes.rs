//! Seats, votes and turnout, and whose they are.

use super::{PUBLISHED, check, check_times, with_quantity};
use crate::quantity::*;
use crate::testing::with_article;

#[test]
fn votes() {
    check(
        "The senate voted: 528 members had voted for the law and 338 against.",
        &["528 members | votes.for | 528", "338 | votes.against | 338"],
    );
    check(
        "The remaining 11 council members were in favour of the plan.",
        &["11 council members | votes.for | 11"],
    );
    check(
        "Nine members voted in favour, one against and four abstained.",
        &["Nine members | votes.for | 9", "one | votes.against | 1", "four | votes.abstain | 4"],
    );
    check(
        "The draft won nine votes, with one against and no abstentions.",
        &["nine votes | votes.for | 9", "one | votes.against | 1", "no | votes.abstain | 0"],
    );
    check(
        "The text got 141 countries in favour, five opposed and 35 abstaining.",
        &[
            "141 countries | votes.for | 141",
            "five | votes.against | 5",
            "35 abstaining | votes.abstain | 35",
        ],
    );
    check(
        "Four of the seven judges were in favour and three were opposed.",
        &["Four of the seven judges | votes.for | 4", "three | votes.against | 3"],
    );
    check("One judge for each town spoke against the five who stayed.", &["five | people | 5"]);
    check("The motion drew three abstentions.", &["three abstentions | votes.abstain | 3"]);
    check("The council voted 7 to 4 to close the pier.", &["7 | votes.for | 7", "4 | votes.against | 4"]);
    check("The senate passed the bill 51-49 in March.", &["51 | votes.for | 51", "49 | votes.against | 49"]);
    check(
        "The council carried the motion to reopen the pier on Thursday by 14 votes to 9.",
        &["14 votes | votes.for | 14", "9 | votes.against | 9"],
    );
    check(
        "An amendment that would have opened the hall fell by 15 votes to ten.",
        &["15 votes | votes.against | 15", "ten | votes.for | 10"],
    );
    check("A motion over harbour dues failed 30-37.", &["30 | votes.for | 30", "37 | votes.against | 37"]);
    check(
        "The council adopted, by eight votes to none, a resolution on fishing.",
        &["eight votes | votes.for | 8", "none | votes.against | 0"],
    );
    check(
        "The council rejected the plan on Tuesday with 14 votes against 11.",
        &["14 votes | votes.against | 14", "11 | votes.for | 11"],
    );
    check(
        "The resolution passed in October with eight votes and one abstention.",
        &["eight votes | votes.for | 8", "one abstention | votes.abstain | 1"],
    );
    // What was done by a vote was carried; a contest is of two candidates.
    check(
        "The board suspended its chairman by 12 votes to 8.",
        &["12 votes | votes.for | 12", "8 | votes.against | 8"],
    );
    check("She won by 20 votes to 15.", &["20 votes | votes | 20", "15 | votes | 15"]);
    check("Six of the nine members voted for the draft.", &["Six of the nine members | votes.for | 6"]);
    check("Water levels fell 30-37 centimetres.", &["30-37 centimetres | distance | 30..37"]);
    check("The pay deal fell in a 26-25 vote.", &["26 | votes.against | 26", "25 | votes.for | 25"]);
    check("The city approved 7 to 9 new schools.", &["7 to 9 new schools | count.school | 7..9"]);
    check("Rovers lost 4-1 to United.", &[]);
}

#[track_caller]
fn check_holders(text: &str, expect: &[&str]) {
    let found = with_article(text, Some(PUBLISHED), |parsed| {
        let reading = crate::read(parsed);
        let line = |q: &Quantity| {
            let name = q.entity.map_or("nobody", |e| reading.entities[e].name.as_str());
            format!("{} | {name}", q.figure.slice(text))
        };
        reading.quantities.iter().map(line).collect::<Vec<_>>()
    });
    assert_eq!(found, expect, "{text}");
}

#[test]
fn whose_seats_and_votes() {
    check_holders(
        "The Labour Party won 24 seats, the Liberal Party 19 and the Green Party six.",
        &["24 | Labour Party", "19 | Liberal Party", "six | Green Party"],
    );
    check_holders(
        "The seats are distributed as follows: Labour Party 22, Liberal Party 20.",
        &["22 | Labour Party", "20 | Liberal Party"],
    );
    check_holders(
        "An exit poll gave the Labour Party between 25 and 27 seats.",
        &["25 and 27 | Labour Party"],
    );
    check_holders(
        "Anna Holm received 4,118 votes and Carl Lund 4,114.",
        &["4,118 | Anna Holm", "4,114 | Carl Lund"],
    );
    check_holders("The parliament has 51 seats in Oslo.", &["51 | parliament"]);
    check_holders(
        "The Labour Party had 24 of the 51 seats. 19 went to the Liberal Party and 6 to the Green Party.",
        &["24 | Labour Party", "51 | nobody", "19 | Liberal Party", "6 | Green Party"],
    );
    check_holders(
        "The number of seats allotted to the Labour Party was given as 4. It was 3.",
        &["4 | Labour Party", "3 | Labour Party"],
    );
    check_holders("The Labour Party spent 24 days in Oslo.", &["24 | nobody"]);
}

#[test]
fn turnout() {
    check(
        "The turnout was given as 86.2 per cent. It was 70.1 per cent.",
        &["86.2 per cent | turnout | 86.2", "70.1 per cent | turnout | 70.1"],
    );
    check("Voters queued. Participation was 61 per cent.", &["61 per cent | turnout | 61"]);
    check("Labour participation was 61 per cent.", &["61 per cent | share | 61"]);
}

#[test]
fn votes_counted_out() {
    check(
        "The motion was carried by 64 votes to 51.",
        &["64 votes | votes.for | 64", "51 | votes.against | 51"],
    );
    check(
        "The board rejected the plan by 17 votes to 3.",
        &["17 votes | votes.against | 17", "3 | votes.for | 3"],
    );
    let text = "Forty-six deputies backed it, all from the Green List; 49 opposed it, three abstained and two were ill.";
    check(
        text,
        &["Forty-six deputies | votes.for | 46", "49 | votes.against | 49", "three | votes.abstain | 3"],
    );
    with_quantity(text, "49", |q, _| assert_eq!(q.modality, Modality::Happened));
    check_times(
        "On Tuesday the motion fell. Forty-six deputies backed it.",
        "Forty-six",
        Some("Tuesday"),
        None,
    );
    check_times("On Tuesday the motion fell. Forty-six deputies live here.", "Forty-six", None, None);
}

#[test]
fn votes_cast_resolved_and_missing() {
    check(
        "71 million votes were cast for lifting the cap and 44 million against.",
        &["71 million votes | votes.for | 71000000", "44 million | votes.against | 44000000"],
    );
    check(
        "By 61 votes to 27, with two abstentions, the assembly resolved on Monday to set up an inquiry.",
        &["61 votes | votes.for | 61", "27 | votes.against | 27", "two abstentions | votes.abstain | 2"],
    );
    check("Five members were absent.", &["Five members | votes.absent | 5"]);
    check("Five pupils were absent.", &["Five pupils | people | 5"]);
}

#[test]
fn aims_and_judges() {
    check(
        "The assembly voted by 34 votes to 27, with two abstentions, to set up a fund.",
        &["34 votes | votes.for | 34", "27 | votes.against | 27", "two abstentions | votes.abstain | 2"],
    );
    check(
        "The court threw out the plea, by four judges to two.",
        &["four judges | votes.against | 4", "two | votes.for | 2"],
    );
    check(
        "Thirty-two members voted to bring down the cabinet and 34 to keep it.",
        &["Thirty-two members | votes | 32", "34 | votes | 34"],
    );
    check("Four judges came to one session.", &["Four judges | people | 4"]);
}

#[test]
fn a_side_may_head_the_names_of_those_who_took_it() {
    check("Six in favour: Arden, Brool and Isgard.", &["Six | votes.for | 6"]);
    check("Two against: Tessa and Kolm.", &["Two | votes.against | 2"]);
    check("Six in favour of silence: the organ had begun.", &[]);
}

#[test]
fn sides_told_in_other_words() {
    check(
        "In the capital 780 deputies said yes to the law, 72 said no.",
        &["780 deputies | votes.for | 780", "72 | votes.against | 72"],
    );
    check(
        "The resolution was passed (for 8,412; against 3,118; withheld 40).",
        &["8,412 | votes.for | 8412", "3,118 | votes.against | 3118", "40 | votes.abstain | 40"],
    );
    check(
        "The court declared the decree void, eight judges to three.",
        &["eight judges | votes.for | 8", "three | votes.against | 3"],
    );
    check("Forty deputies adopted the motion.", &["Forty deputies | votes.for | 40"]);
    check("Forty deputies adopted a child.", &["Forty deputies | people | 40"]);
    check("Rising shares outnumbered declining ones by 212 to 187.", &[]);
    check("The grant was paid (for 8,412; against receipts).", &[]);
    check("The doctor was dismissed by text message at ten to seven.", &[]);
}

#[test]
fn a_score_to_come_is_not_told() {
    let text = "The parliament is expected to approve the treaty on Monday with about 135 votes to 6.";
    for figure in ["135", "6"] {
        with_quantity(text, figure, |q, _| assert_eq!(q.modality, Modality::Planned));
    }
}

#[test]
fn a_score_set_off_behind_its_verb_is_no_range() {
    check(
        "The motion of no confidence failed last Monday, 61 to 64, with two members away.",
        &["61 | votes.for | 61", "64 | votes.against | 64", "two members | people | 2"],
    );
    check("The repairs failed after 5 to 10 days.", &[]);
}

#[test]
fn a_score_that_opens_a_clause_is_of_the_body_named_before() {
    check(
        "The council met on Monday. By 28 to 21 it ordered a survey of the bridge.",
        &["28 | votes.for | 28", "21 | votes.against | 21"],
    );
    check("The club met on Monday. By 4 to 1 it beat its neighbours.", &[]);
}
