//! Figures that one account sets against each other, or one after the other.

use crate::testing::record_of;

/// Whether the account is noted to hold figures that stand in a relation, in some words.
#[track_caller]
fn check(text: &str, words: &str, expected: bool) {
    let record = record_of(&[("north", "2023-05-17", text)]);
    let notes: Vec<&str> = record.disagreements.iter().map(|d| d.note.as_str()).collect();
    assert_eq!(notes.iter().any(|n| n.starts_with(words)), expected, "{text}: {notes:?}");
}

const DIFFER: &str = "different authorities give different figures";
const NOW: &str = "the same authority gives another figure now";

#[test]
fn whom_one_asks() {
    let asked = "They sang on the quay all night, three thousand of them if you ask the bishop, nine hundred if you ask the police.";
    check(asked, DIFFER, true);
    let one = "They sang on the quay all night, three thousand of them if you ask the bishop, and ate nine hundred loaves.";
    check(one, DIFFER, false);
}

#[test]
fn what_a_crowd_is_put_at() {
    let put = "Organisers put the turnout at 120,000; the interior ministry spoke of 38,000.";
    check(put, DIFFER, true);
    let others = "Organisers put the turnout at 120,000; the interior ministry sent 38,000 leaflets.";
    check(others, DIFFER, false);
}

#[test]
fn a_count_of_the_reporters_own() {
    let own = "How much was taken? The police spoke of 33 crates. The museum's director would not say. I counted 19 crates at the door.";
    check(own, DIFFER, true);
    let other = "The police spoke of 33 crates. The museum's director would not say. I counted 19 policemen at the door.";
    check(other, DIFFER, false);
}

#[test]
fn what_took_part() {
    let share = "The ministry said 61 percent of teachers had joined the strike. The union put participation at 85 percent.";
    check(share, DIFFER, true);
    let other = "The ministry said 61 percent of teachers had joined the strike. The bank put inflation at 8 percent.";
    check(other, DIFFER, false);
}

#[test]
fn a_bare_number_after_a_sentence_of_no_figures() {
    let late = "In all 1,150 workers stayed away, the stewards say. The management counts otherwise. It says that 970 were absent.";
    check(late, DIFFER, true);
}

#[test]
fn then_and_now_on_one_word() {
    check("The same police, who owned to 18 arrests on the night, own to 44 today.", NOW, true);
    check("The police spoke of 12 arrests in Lier, and in Bergen of 31 arrests.", NOW, false);
}

#[test]
fn amended_numbers() {
    check(
        "The number of persons affected, given as three in earlier bulletins, is amended to five.",
        NOW,
        true,
    );
    check("Three persons were ill, and the clause on five doctors is amended.", NOW, false);
}

#[test]
fn what_only_explains_the_giver() {
    let speed = "The company blamed gusts of up to 40 metres per second. The weather service, whose buoy lies six miles away, measured no more than 22.";
    check(speed, DIFFER, true);
    let power = "As of seven o'clock 112,000 homes in the country have no power, according to Elnor. The agency, which reads the meters, makes it 140,000.";
    check(power, DIFFER, true);
    let list = "A list of 63 names could not be verified. The agency, which reads the meters, has 40 names.";
    check(list, DIFFER, false);
}

#[test]
fn a_day_told_in_the_sentence_before() {
    let text = "On Sunday the bridge was opened. Fifty-one people crossed it.";
    let record = record_of(&[("north", "2023-05-17", text)]);
    let people = record.quantities.iter().find(|q| q.measure == "people").expect("the people");
    let day = people.as_of.as_ref().and_then(rashomon_text::Time::last_day).expect("a day");
    assert_eq!(day.to_string(), "2023-05-14", "{text}");
}

#[test]
fn one_of_those_counted_is_no_other_count() {
    let part = "One of the injured was in a critical condition, the coastguard said. The ferry company put the number of injured at three.";
    check(part, DIFFER, false);
    let all = "Five people were injured, the coastguard said. The ferry company put the number of injured at three.";
    check(all, DIFFER, true);
}
