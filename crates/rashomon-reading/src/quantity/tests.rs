//! What is counted, and how, on parses of the real engine.

mod answers;
mod context;
mod elided;
mod givers;
mod left_out;
mod people;
mod spoken_of;
mod votes;

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
        // What nothing is known of is tested where it is read.
        reading.quantities.iter().filter(|q| q.measure != UNNAMED).map(line).collect::<Vec<_>>()
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
fn dollars_of_many_countries() {
    check("The firm offers N$60,000 to every household.", &["N$60,000 | money | 60000"]);
    check("The fine was J$300, or TT$20.", &["J$300 | money | 300", "TT$20 | money | 20"]);
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
    check("The court fined the firm K150,000.", &["K150,000 | money | 150000"]);
    check("The clinic ran out of N95 masks, and gate K12 was shut.", &[]);
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
    check(
        "The blast destroyed 32 of the 40 schools.",
        &["32 of the 40 schools | count.school | 32", "40 schools | count.school | 40"],
    );
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
fn lengths_and_falls() {
    check("Payments are suspended for a period of ten working days.", &["ten working days | duration | 10"]);
    check("Trading was halted after a further fall of 17 per cent.", &["17 per cent | share | 17"]);
}

#[test]
fn how_exact() {
    let exact = |text: &str, figure: &str, expect: Qualifier| {
        with_quantity(text, figure, |q, _| assert_eq!(q.qualifier, expect, "{text}"));
    };
    exact("The fine can be as high as 120 million euros.", "120 million", Qualifier::AtMost);
    exact("The sum was no greater than 45 million euros.", "45 million", Qualifier::AtMost);
    exact("The true cost was nearer 600 million euros.", "600 million", Qualifier::About);
    exact("They are to hand over 120 prisoners.", "120", Qualifier::Exactly);
    exact("They hold over 120 prisoners.", "120", Qualifier::MoreThan);
}
