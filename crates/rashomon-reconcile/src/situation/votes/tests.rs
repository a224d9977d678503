//! Votes as accounts tell them.

use crate::testing::{Told, assert_lines, record_of, votes};

/// "day outcome for-against-withheld side: members".
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_pile(&[("north", "2023-05-17", text)], expected);
}

#[track_caller]
fn check_pile(pile: &[Told], expected: &[&str]) {
    assert_lines(&votes(&record_of(pile)), expected, pile[0].2);
}

#[test]
fn what_a_veto_stopped_was_not_carried() {
    check(
        "The council failed to adopt a resolution on Tuesday after Peru cast a veto. The vote was nine in favour to one against, with no abstentions.",
        &["2023-05-16 vetoed 9-1-0 against: Peru veto: Peru"],
    );
    check("The council failed to adopt a resolution on Tuesday after a quarrel.", &[]);
}

#[test]
fn judges_vote_on_what_the_people_voted() {
    check(
        "The court ruled on Monday, by six votes to three, that the referendum of May 7 was void.",
        &["2023-05-15 adopted 6-3-?"],
    );
    check(
        "A court threw out the referendum on Monday. The parliament passed a motion on Tuesday by 94 votes to 81.",
        &["2023-05-16 adopted 94-81-?"],
    );
}

#[test]
fn a_request_may_be_voted_and_history_is_another_vote() {
    check(
        "By 13 votes to nine, with three abstentions, the council asked the government to close the mine. \
         The mayor voted for the motion. In 2016 the same motion had won only eight of the 25 votes.",
        &["undated adopted 13-9-3 for: mayor"],
    );
}

#[test]
fn a_split_vote_has_its_counts() {
    check("The council approved the budget on Tuesday by 7 votes to 4.", &["2023-05-16 adopted 7-4-?"]);
    check(
        "The parliament passed the budget on Tuesday by 120 votes to 98, with 12 abstentions.",
        &["2023-05-16 adopted 120-98-12"],
    );
    check(
        "On Tuesday the parliament rejected the treaty, with 120 votes against and 98 in favour.",
        &["2023-05-16 failed 98-120-?"],
    );
}

#[test]
fn what_is_done_by_a_score_is_a_vote() {
    check("The board suspended its chairman on Tuesday by 12 votes to 8.", &["2023-05-16 adopted 12-8-?"]);
    check("The club's board closed the pier on Tuesday, by six votes to two.", &["2023-05-16 adopted 6-2-?"]);
    check("Anna Berg won the race for mayor on Tuesday by 12 votes to 8.", &[]);
}

#[test]
fn two_votes_of_one_account_are_two() {
    check(
        "The bloc imposed a travel ban on the officers. Seven of the ten members of its council were in favour, Togo was the only one against, and Liberia and Ghana abstained.\n\nOn Monday in New York, Russia vetoed a Security Council resolution. Thirteen members voted for the text; China abstained.",
        &[
            "2023-05-15 vetoed 13-?-1 against: Russia abstaining: China veto: Russia",
            "undated adopted 7-1-2 against: Togo abstaining: Liberia, Ghana",
        ],
    );
}

#[test]
fn the_larger_count_is_of_the_side_that_won() {
    check("Miners rejected the pay offer by 26 votes to 25 on Tuesday.", &["2023-05-16 failed 25-26-?"]);
    check("Miners accepted the pay offer by 26 votes to 25 on Tuesday.", &["2023-05-16 adopted 26-25-?"]);
}

#[test]
fn counts_without_the_word_vote_beside_them() {
    check("The council voted 7 to 4 on Tuesday to approve the budget.", &["2023-05-16 adopted 7-4-?"]);
    check("The council voted 7-4 on Tuesday to approve the budget.", &["2023-05-16 adopted 7-4-?"]);
    check("The senate voted 51 to 49 on Tuesday to reject the treaty.", &["2023-05-16 failed 49-51-?"]);
    check("On Tuesday the council voted 7 to 4 against the dam.", &["2023-05-16 failed 4-7-?"]);
}

#[test]
fn a_score_is_told_in_many_ways() {
    check(
        "Harker's motion falls by 30 votes to 27, with two abstentions. The Green Alma Veer abstained, as did Tom Bole.",
        &["undated failed 27-30-2 abstaining: Green Alma Veer, Tom Bole"],
    );
    check(
        "By 38 votes to 19, two abstaining, the council asked for the closure.",
        &["undated adopted 38-19-2"],
    );
    check("The parish council refused the list by five votes to three.", &["undated failed 3-5-?"]);
    check(
        "The motion of no confidence in Mayor Edda Quint was lost on Friday by 30 to 27.",
        &["2023-05-12 failed 27-30-?"],
    );
    check(
        "The bargain had the blessing of the Assembly, given by 86 votes to 51.",
        &["undated adopted 86-51-?"],
    );
    check("The Senate overrode his veto 28-12 on Thursday.", &["2023-05-11 adopted 28-12-?"]);
    check("The jury awarded the prize to the younger firm, five to two.", &["undated adopted 5-2-?"]);
    check("United were beaten on Tuesday, 3-1, and the board met until two.", &[]);
    check("Prices fell by 30 to 27 cents on Tuesday.", &[]);
    check(
        "The parliament voted by 151 to 139 on Tuesday to look into the fire in which nine people died.",
        &["2023-05-16 adopted 151-139-?"],
    );
    check("The minister had lost the vote on the inquiry on Tuesday, by 151 to 139.", &[]);
    check(
        "On Tuesday the motion got 57 votes in the assembly, four short of the 61 it needed, and 45 members voted against.",
        &["2023-05-16 failed 57-45-?"],
    );
    check("The whip counts 61 in favour of the bill and 58 against, a source said.", &[]);
    check(
        "Whips in the assembly count 61 in favour of the bill and 58 against if both sick members come, a source said.",
        &[],
    );
    check(
        "The parliament is expected to approve the treaty on Monday with about 135 votes to 6, the Farmers' League alone opposing, its leader said.",
        &[],
    );
    check(
        "The parliament is expected to approve the treaty on Monday with about 135 votes to 6, one party opposing it.",
        &[],
    );
    check("If the council refuses the list by five votes to three, she will go.", &[]);
}

#[test]
fn several_scores_of_one_sentence_are_several_votes() {
    check(
        "The first bill was passed 44-19 on Tuesday; the second was defeated, 20-43.",
        &["2023-05-16 adopted 44-19-?", "2023-05-16 failed 20-43-?"],
    );
    check(
        "The council met on Tuesday. By 31 to 24 it ordered a survey of the weir; by 33 to 26 it kept the warden.",
        &["2023-05-16 adopted 31-24-?"],
    );
}

#[test]
fn states_unknown_to_the_engine_have_a_vote_each() {
    check(
        "On Monday Norland vetoed a resolution of the Basin Council. Seven of the 11 members voted in favour; \
         Norland, together with Osk, opposed it, and Velt and Rhune abstained.",
        &["2023-05-15 vetoed 7-2-2 against: Osk, Norland abstaining: Velt, Rhune veto: Norland"],
    );
}

#[test]
fn what_nobody_counted_and_what_was_put_off() {
    check("The board unanimously rejected the bid on Tuesday.", &["2023-05-16 failed ?-?-?"]);
    check("The board rejected the bid on Tuesday.", &[]);
    check("The trustees on Tuesday put off voting on the phone ban.", &[]);
    check("The committee on Tuesday put off voting on the phone ban.", &["2023-05-16 postponed ?-?-?"]);
}

#[test]
fn a_veto_is_by_the_members_named() {
    check(
        "Russia vetoed a draft resolution on the dam in the UN Security Council on Tuesday. \
         Eleven members voted for the resolution.",
        &["2023-05-16 vetoed 11-?-? against: Russia veto: Russia"],
    );
    check(
        "The Soviet Union vetoed the resolution in the UN Security Council on Tuesday.",
        &["2023-05-16 vetoed ?-?-? against: Soviet Union veto: Soviet Union"],
    );
    check(
        "China and Russia vetoed the resolution in the UN Security Council on Tuesday.",
        &["2023-05-16 vetoed ?-?-? against: China, Russia veto: China, Russia"],
    );
}

#[test]
fn one_ballot_told_twice_is_one_row() {
    check_pile(
        &[
            (
                "north",
                "2023-05-17",
                "In the UN Security Council on Tuesday, Russia vetoed a resolution on grain.",
            ),
            (
                "south",
                "2023-05-18",
                "Russia on Tuesday blocked the grain resolution in the UN Security Council with its veto; \
                 eleven members voted in favour.",
            ),
        ],
        &["2023-05-16 vetoed 11-?-? against: Russia veto: Russia"],
    );
}

#[test]
fn ballots_of_other_days_bodies_and_outcomes_are_kept_apart() {
    check_pile(
        &[
            ("north", "2023-05-17", "The council adopted the budget on Monday by 7 votes to 4."),
            ("south", "2023-05-17", "The council adopted the budget on Tuesday by 9 votes to 2."),
        ],
        &["2023-05-15 adopted 7-4-?", "2023-05-16 adopted 9-2-?"],
    );
    check(
        "The Senate approved the treaty on Monday by 51 votes to 49. \
         The House rejected the budget on Monday by 210 votes to 220.",
        &["2023-05-15 adopted 51-49-?", "2023-05-15 failed 210-220-?"],
    );
}

#[test]
fn accounts_that_count_one_side_differently_are_said_to() {
    let pile = [
        ("north", "2023-05-17", "The council adopted the budget on Tuesday by 7 votes to 4."),
        (
            "south",
            "2023-05-17",
            "With 8 votes to 4, the council on Tuesday adopted the budget for next year.",
        ),
    ];
    let record = record_of(&pile);
    assert_eq!(votes(&record).len(), 1, "{:?}", votes(&record));
    let checks = &record.situation.votes[0].checks;
    assert!(checks.iter().any(|c| c == "for: the accounts differ (7, 8)"), "{checks:?}");
}

#[test]
fn a_vote_to_come_and_votes_of_the_people_are_no_ballots() {
    check("The council will vote on the budget on Friday.", &[]);
    check("The vote on the budget was postponed on Tuesday.", &[]);
    check("Farmers voted in large numbers on Tuesday.", &[]);
}

#[test]
fn a_row_says_what_was_voted_on_by_whom() {
    let text = "The council approved the budget on Tuesday by 7 votes to 4.";
    let record = record_of(&[("north", "2023-05-17", text)]);
    let vote = &record.situation.votes[0];
    assert_eq!((vote.body_name.as_str(), vote.subject.as_str()), ("council", "the budget"));
    assert_eq!(vote.checks, ["7 for + 4 against = 11"]);
}
