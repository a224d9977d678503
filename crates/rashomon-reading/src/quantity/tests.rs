//! What is counted, and how, on parses of the real engine.

mod answers;
mod givers;

use super::*;
use crate::testing::with_article;
use rashomon_text::Date;

/// Wednesday, 12 June 2019.
const PUBLISHED: Date = Date::constant(2019, 6, 12);

fn number(quantity: &Quantity) -> String {
    let show = |n: Option<f64>| n.map_or("?".to_owned(), |n| format!("{}", (n * 100.0).round() / 100.0));
    match quantity.value {
        Some(_) => show(quantity.value),
        None => format!("{}..{}", show(quantity.low), show(quantity.high)),
    }
}

/// `expect`: `span | measure | value` or `low..high`, in order.
#[track_caller]
pub(in crate::quantity) fn check(text: &str, expect: &[&str]) {
    let found = with_article(text, Some(PUBLISHED), |parsed| {
        let reading = crate::read(parsed);
        for q in &reading.quantities {
            assert!(q.span.contains(q.figure), "{text}: figure inside span");
        }
        let line = |q: &Quantity| format!("{} | {} | {}", q.span.slice(text), q.measure, number(q));
        reading.quantities.iter().map(line).collect::<Vec<_>>()
    });
    assert_eq!(found, expect, "{text}");
}

/// Hands the quantity with this measure and the reading to `test`.
#[track_caller]
fn with_quantity<T>(text: &str, figure: &str, test: impl FnOnce(&Quantity, &Reading) -> T) -> T {
    with_article(text, Some(PUBLISHED), |parsed| {
        let reading = crate::read(parsed);
        let found = reading.quantities.iter().find(|q| q.figure.slice(text) == figure);
        test(found.unwrap_or_else(|| panic!("no {figure} in: {text}")), &reading)
    })
}

#[track_caller]
fn check_times(text: &str, figure: &str, as_of: Option<&str>, scope: Option<&str>) {
    with_quantity(text, figure, |q, reading| {
        let words = |t: Option<usize>| t.map(|t| reading.times[t].span.slice(text));
        assert_eq!((words(q.as_of), words(q.scope)), (as_of, scope), "{text}");
    });
}

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
fn shares_and_territory() {
    check("The army holds 70 per cent of the city.", &["70 per cent of the city | territory.share | 70"]);
    check(
        "They took control of about two-thirds of the province.",
        &["about two-thirds of the province | territory.share | 66.67"],
    );
    check("Rebels captured five more districts.", &["five more districts | territory.districts | 5"]);
    check("Troops retook five districts on Monday.", &["five districts | territory.districts | 5"]);
    check(
        "After retaking control of about two-thirds of east Gao, the forces advanced.",
        &["about two-thirds of east Gao | territory.share | 66.67"],
    );
    check(
        "The fund took control of two-thirds of the company.",
        &["two-thirds of the company | share | 66.67"],
    );
    check("Prices rose by 3.5 percent.", &["3.5 percent | share | 3.5"]);
    check("Turnout was 82 per cent.", &["82 per cent | turnout | 82"]);
    check("Half of the patients are children.", &["Half of the patients | share | 50"]);
}

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

#[test]
fn levels_of_what_the_subject_counts() {
    check("Bankruptcies rose to 1,204 in March.", &["1,204 | count.bankruptcy | 1204"]);
    check(
        "The suspected cases stand at 2,310 and the confirmed ones at 171.",
        &["2,310 | count.case | 2310", "171 | count.case | 171"],
    );
    check(
        "Of the twelve pumps that it had promised, nine were running.",
        &["twelve pumps | count.pump | 12", "nine | count.pump | 9"],
    );
    check("Ticket prices rose to 40.", &[]);
    check("Shares fell to 210 in Zurich.", &[]);
    check("He stood at 180 on the list.", &[]);
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
    check("A guard was killed and two others were injured.", &["two others | people.wounded | 2"]);
    check("Two others were sold at auction.", &["Two others | count.other | 2"]);
}

#[test]
fn some_of_the_dead_are_no_toll() {
    check("Three of the dead were members of one family.", &["Three of the dead | people | 3"]);
    check("Three of the injured have died.", &["Three of the injured | people.killed | 3"]);
    check_times("The toll from Thursday's fire rose to five on Friday.", "five", Some("Friday"), None);
}

#[test]
fn dollars_of_many_countries() {
    check("The firm offers N$60,000 to every household.", &["N$60,000 | money | 60000"]);
    check("The fine was J$300, or TT$20.", &["J$300 | money | 300", "TT$20 | money | 20"]);
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
        &["24 | Labour Party", "19 | Liberal Party", "6 | Green Party"],
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
fn currencies_that_no_list_has() {
    check(
        "The authority fined the firm 85 million orlins. Its shares closed at 41.30 orlins. An apple costs 2 orlins.",
        &["85 million orlins | money | 85000000", "41.30 orlins | money | 41.3", "2 orlins | money | 2"],
    );
    check("The zoo paid for 30 ocelots.", &["30 ocelots | count.ocelot | 30"]);
    check("The firm sold 3 million widgets.", &["3 million widgets | count.widget | 3000000"]);
    check(
        "The fire burned 1.2 million hectares; last year 2 million hectares and 12.50 hectares of park burned.",
        &[
            "1.2 million hectares | count.hectare | 1200000",
            "2 million hectares | count.hectare | 2000000",
            "12.50 hectares | count.hectare | 12.5",
        ],
    );
    check("The council approved a pay rise of 10-15 per cent.", &["10-15 per cent | share | 10..15"]);
    check("The fire cost 12 lives.", &["12 lives | people.killed | 12"]);
}

#[test]
fn money_and_measures() {
    check(
        "It costs 40 million euros a year; the union puts the cost at 65 million.",
        &["40 million euros a year | money | 40000000", "65 million | money | 65000000"],
    );
    check("The strike costs C$22 million a day.", &["C$22 million a day | money | 22000000"]);
    check("Repairs will cost between £3m and £5m.", &["between £3m and £5m | money | 3000000..5000000"]);
    check("He paid two million euros.", &["two million euros | money | 2000000"]);
    check("The loss was $6 to $8 billion.", &["$6 to $8 billion | money | 6000000000..8000000000"]);
    check("A ferry ticket costs three dollars twenty.", &["three dollars twenty | money | 3.2"]);
    check("He paid two dollars and fifty for the ticket.", &["two dollars and fifty | money | 2.5"]);
    check(
        "She gave two dollars and fifty boys cheered.",
        &["two dollars | money | 2", "fifty boys | people | 50"],
    );
    check("It was a multibillion-dollar deal.", &["multibillion-dollar deal | money | 2000000000..?"]);
    check("A magnitude 6.8 earthquake struck the coast.", &["6.8 earthquake | magnitude | 6.8"]);
    check("The institute put the magnitude at 7.1.", &["7.1 | magnitude | 7.1"]);
    check("The village lies 14 kilometres from the sea.", &["14 kilometres | distance | 14"]);
    check("The strike lasted 40 days.", &["40 days | duration | 40"]);
    check("They asked for a seven-day truce.", &["seven-day truce | duration | 7"]);
    check("A 70 yo man was admitted.", &["70 yo | age | 70"]);
    check("The blade is 9\" long.", &["9\" | distance | 9"]);
    check("The six-year-old girl survived.", &["six-year-old girl | age | 6"]);
    check("It was the sixth time that he resigned.", &["sixth time | ordinal.time | 6"]);
}

#[test]
fn things() {
    check("The blast destroyed 32 of the 40 schools.", &["32 of the 40 schools | count.school | 32"]);
    check("About 4,600 houses have been destroyed.", &["About 4,600 houses | count.house | 4600"]);
    check("How many ships are waiting? The port authority says 27.", &["27 | count.ship | 27"]);
    check(
        "As many as 9,000 crates might be lost. None has been lost yet.",
        &["As many as 9,000 crates | count.crate | 9000", "None | count.crate | 0"],
    );
}

#[test]
fn no_quantities() {
    check("One of the ministers left on 3 May 2015.", &[]);
    check("The men drove a large four-by-four car into the store.", &[]);
    check("Flight 370 left Gate 4 at 7 p.m.", &[]);
    check("In 2011 the second lady met the first lady.", &[]);
    check("The two sides met at Berths 1 to 3.", &[]);
    check("Call 1 800 555 0199.", &[]);
    check("Article 5 of Resolution 2254 says so.", &[]);
    check("We are one tent of seven.", &[]);
}

#[test]
fn qualifiers() {
    let qualifier = |text: &str, figure: &str| with_quantity(text, figure, |q, _| q.qualifier);
    assert_eq!(qualifier("More than 40 boats sank.", "40"), Qualifier::MoreThan);
    assert_eq!(qualifier("At least 40 boats sank.", "40"), Qualifier::AtLeast);
    assert_eq!(qualifier("Up to 40 boats sank.", "40"), Qualifier::AtMost);
    assert_eq!(qualifier("Nearly 40 boats sank.", "40"), Qualifier::About);
    assert_eq!(qualifier("Fewer than 40 boats sank.", "40"), Qualifier::LessThan);
    assert_eq!(qualifier("Some 40 boats sank.", "40"), Qualifier::About);
    assert_eq!(qualifier("Exactly 40 boats sank.", "40"), Qualifier::Exactly);
    assert_eq!(qualifier("It rose 14 per cent over three years.", "three"), Qualifier::Exactly);
}

#[test]
fn numbers_in_every_form() {
    let values = |text: &str| {
        with_article(text, None, |parsed| {
            numbers(parsed, &[])
                .iter()
                .map(|n| (n.figure.slice(text).to_owned(), n.value))
                .collect::<Vec<_>>()
        })
    };
    let check = |text: &str, figure: &str, value: f64| {
        let found = values(text);
        let [(words, Some(n))] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert!(words == figure && (n - value).abs() < 1e-9, "{text}: {found:?}");
    };
    check("It has 1,674,200.5 of them.", "1,674,200.5", 1_674_200.5);
    check("It has 12,34,567 of them.", "12,34,567", 1_234_567.0);
    check("It has 1 414 021 100 of them.", "1 414 021 100", 1_414_021_100.0);
    check("Two hundred and two thousand came.", "Two hundred and two thousand", 202_000.0);
    check("Half a million came.", "Half a million", 500_000.0);
    check("One million and a half came.", "One million and a half", 1_500_000.0);
    check("It grew by four point seven five.", "four point seven five", 4.75);
    check("Two thirds came.", "Two thirds", 2.0 / 3.0);
    check("She was the twenty-first.", "twenty-first", 21.0);
    check("It was minus 5.", "minus 5", -5.0);
}

#[test]
fn units_of_many_kinds() {
    check(
        "It holds 160GB or 40,000 songs.",
        &["160GB | count.gigabyte | 160", "40,000 songs | count.song | 40000"],
    );
    check("He drove at 180 km/h.", &["180 km/h | count.kilometre-per-hour | 180"]);
    check("They sank 12 tonnes of wheat.", &["12 tonnes of wheat | count.tonne | 12"]);
    check("It cost 3 dollars and 50 cents.", &["3 dollars and 50 cents | money | 3.5"]);
    check("It costs $99 (USD) to join.", &["$99 (USD) | money | 99"]);
    check("He is 5 feet 2 inches tall.", &["5 feet 2 inches | distance | 5.17"]);
    check(
        "The two sell 500 and 1,000 songs.",
        &["500 | count.song | 500", "1,000 songs | count.song | 1000"],
    );
    check("It is four times faster than before.", &["four times | ratio | 4"]);
    check("It was 6 degrees Celsius.", &["6 degrees Celsius | temperature | 6"]);
}

#[test]
fn numbers_of_models_are_no_counts() {
    check("The iPhone 4 owners were angry.", &[]);
    check("Windows 7 users were angry.", &[]);
    check("In Paris 300 people met.", &["300 people | people | 300"]);
    check("See issn%280024%2D9114 for more.", &[]);
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
fn a_count_of_long_ago_holds_then() {
    check_times("Four people are missing, down from nine on Tuesday.", "Four", None, None);
    check_times("Four people are missing on Tuesday.", "Four", Some("Tuesday"), None);
    check_times(
        "The ministry yesterday put the toll of the attack of 9 November at 36.",
        "36",
        Some("yesterday"),
        None,
    );
    check_times("The shares closed at EUR 40, their lowest since 2016.", "EUR 40", None, None);
    check_times("The gauge has counted 40 floods since 2016.", "40", None, Some("2016"));
    check_times("A flood in 2007 killed 12 people, officials said on Tuesday.", "12", Some("2007"), None);
    check_times("The 2008 earthquake killed 69,000 people.", "69,000", Some("2008"), None);
    check_times("A group formed in 2009 killed 12 people, officials said.", "12", None, None);
}

#[test]
fn times_of_figures() {
    check_times(
        "Police said 203 people had died, up from 94 dead on Tuesday evening.",
        "94",
        Some("Tuesday evening"),
        None,
    );
    check_times("Police said 203 people had died, up from 94 dead on Tuesday evening.", "203", None, None);
    check_times("Since Monday night 118 tremors have been felt.", "118", None, Some("Monday night"));
    check_times(
        "At least 12 people have been killed since 4 May, the agency said Tuesday.",
        "12",
        Some("Tuesday"),
        Some("4 May"),
    );
    check_times("The last strike, in 2013, lasted 40 days.", "40", Some("2013"), None);
    check_times("They offered 11.5 per cent over three years.", "11.5", None, Some("three years"));
}

#[test]
fn wholes_and_authorities() {
    with_quantity("The fire destroyed 32 of the 40 schools.", "32", |q, _| assert_eq!(q.whole, Some(40.0)));
    with_quantity("The Geological Survey put the magnitude at 6.8.", "6.8", |q, _| {
        assert_eq!(q.attribution.last().map(|l| l.name.as_str()), Some("Geological Survey"));
    });
    with_quantity("If it fell, the army would hold 70 per cent of the city.", "70", |q, _| {
        assert_eq!(q.modality, Modality::Conditional);
    });
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
fn amounts_that_look_like_others() {
    check("The disc holds 75 hours of video.", &["75 hours of video | count.hour | 75"]);
    check("The film drew 10M viewers.", &["10M viewers | people | 10000000"]);
    check("The wall is 10m long.", &["10m | distance | 10"]);
    check("Losses of 30 MUSD were reported.", &["30 MUSD | money | 30000000"]);
    check("They hired a Boeing 777F.", &[]);
    check("It was 40°C in the shade.", &["40°C | temperature | 40"]);
}

#[test]
fn what_the_number_is_of() {
    check("The coastguard put the number aboard at 54.", &["54 | people.aboard | 54"]);
    check("It was said that 54 was the number on board.", &["54 | people.aboard | 54"]);
    check(
        "It put the number aboard at 54, two more than the ferry company had said.",
        &["54 | people.aboard | 54"],
    );
    check("The mayor recalled 61, the dead of the fire.", &["61 | people.killed | 61"]);
    check(
        "Six bodies were found, which takes to 47 the quantity of persons slain.",
        &["Six bodies | people.killed | 6", "47 | people.killed | 47"],
    );
    check("The club put the attendance at 3,140.", &["3,140 | people | 3140"]);
    check("They had put out 900 chairs.", &["900 chairs | count.chair | 900"]);
    check("In 2009 ministers met.", &[]);
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
fn a_count_that_somebody_read_out() {
    let giver =
        |text: &str| with_quantity(text, "Thirty", |q, _| q.attribution.last().map(|l| l.name.clone()));
    let text = "Thirty dead, twelve living: that is the count which the mayor read out.";
    assert_eq!(giver(text).as_deref(), Some("mayor"));
    assert_eq!(giver("Thirty dead, twelve living: the mayor read a poem which he liked."), None);
}

#[test]
fn figures_that_may_be_reached_or_are_denied() {
    let modality = |text: &str, figure: &str| with_quantity(text, figure, |q, _| (q.modality, q.qualifier));
    assert_eq!(
        modality("The gap may reach EUR 420 million.", "EUR 420 million"),
        (Modality::Possible, Qualifier::AtMost)
    );
    assert_eq!(
        modality("The gap reached EUR 420 million.", "EUR 420 million"),
        (Modality::Happened, Qualifier::Exactly)
    );
    assert_eq!(
        modality("The director denied a report that 900 posts would go if the bid succeeded.", "900").0,
        Modality::Denied
    );
    assert_eq!(modality("The director said that 900 posts had gone.", "900").0, Modality::Happened);
    let polarity = |text: &str, figure: &str| with_quantity(text, figure, |q, _| q.polarity);
    assert_eq!(
        polarity("The gap amounts to not less than EUR 300 million.", "EUR 300 million"),
        Polarity::Positive
    );
    assert_eq!(
        polarity("The dairy said that EUR 40 million could not be located.", "EUR 40 million"),
        Polarity::Positive
    );
    assert_eq!(polarity("The clinic has treated 52 sick people, not 25.", "52"), Polarity::Positive);
    assert_eq!(polarity("The fund did not pay EUR 40 million.", "EUR 40 million"), Polarity::Negative);
    assert_eq!(polarity("Nobody believes that five sailors died.", "five"), Polarity::Negative);
    assert_eq!(polarity("The wives believe that five sailors died.", "five"), Polarity::Positive);
}

#[test]
fn people_lost_and_listed() {
    check("The army said 12 pupils could not be accounted for.", &["12 pupils | people.missing | 12"]);
    check("The school lists 12 pupils as missing.", &["12 pupils | people.missing | 12"]);
    check("The mayor spoke of “more than 90” missing.", &["more than 90” missing | people.missing | 90"]);
    check("The school lists 12 pupils as members.", &["12 pupils | people | 12"]);
    check("The yard confirms the death of six of its welders.", &["six of its welders | people.killed | 6"]);
    check("The rebels admitted the loss of nine fighters.", &["nine fighters | people.killed | 9"]);
    check("The town mourns the loss of nine shops.", &["nine shops | count.shop | 9"]);
}

#[test]
fn lengths_and_falls() {
    check("Payments are suspended for a period of ten working days.", &["ten working days | duration | 10"]);
    check("Trading was halted after a further fall of 17 per cent.", &["17 per cent | share | 17"]);
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
        &["Nine of the 22 miners | people.rescued | 9", "13 | people | 13"],
    );
    check("Three in five voters backed the plan.", &["Three in five | share | 60"]);
    check("Prices have risen by a third since January.", &["a third | share | 33.33"]);
    check("The team won three in five days.", &["five days | duration | 5"]);
    check(
        "The bank lost 40 million euros, against a profit of 12 million euros a year earlier.",
        &["40 million euros | money | 40000000", "12 million euros | money | 12000000"],
    );
}
