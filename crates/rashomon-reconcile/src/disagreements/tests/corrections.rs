//! Figures and tellings that a notice or a later sentence puts right.

use super::{check, check_pile};
use crate::testing::record_of;

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
        &["value evolves money: 64 million [north south] | 81 million [south]"],
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
fn what_was_said_before_stands_beside_what_is_said_now() {
    let found = |text: &str, note: &str| {
        let record = record_of(&[("north", "2023-05-17", text)]);
        record.disagreements.iter().any(|d| d.note.contains(note))
    };
    for text in [
        "After a check the firm now confirms that 29 people, and not 22 as stated yesterday, were cut off.",
        "The museum said 14 paintings, rather than the 19 it had reported on Friday, were missing.",
        "The clinic now says that six patients died, not nine as it had said.",
    ] {
        assert!(found(text, "taken back"), "{text}");
    }
    for text in [
        "The firm said that 29 people, rather than the 40 it had hoped for, came to the meeting.",
        "The museum has 14 paintings, not counting the 19 it had lent.",
    ] {
        assert!(!found(text, "taken back"), "{text}");
    }
    let notice = "A bus crashed near Lyon.\n! Corrections: On Monday we reported that";
    let own = "corrected by the outlet itself";
    assert!(found(&format!("{notice} five ministers had resigned. There were four; the others stay."), own));
    assert!(found(&format!("{notice} 12 people had been hurt. Only eight were."), own));
    let earlier = "said to have followed it";
    assert!(found("The yield stood at 4.71 per cent yesterday, against 4.92 per cent on Friday.", earlier));
    assert!(found(
        "The river stood at 6.1 metres on Tuesday, compared with 5.4 metres a day earlier.",
        earlier
    ));
    assert!(!found("Unemployment was 7.2 per cent, against 4.1 per cent in France.", earlier));
    assert!(!found("Unemployment was 7.2 per cent, against 6.1 per cent a year earlier.", earlier));
}
