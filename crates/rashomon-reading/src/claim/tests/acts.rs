//! What is decided, ordered, stopped and extended.

use super::{check, check_kinds};

#[test]
fn what_is_decided_by_so_many_votes_is_a_vote() {
    check(
        "Staff rejected the offer by 4,112 votes to 1,207.",
        &["reject [rejected] VOTE defeat +happened (actor=Staff, theme=the offer) @"],
    );
    check(
        "The council set up an inquiry by 12 votes to 8.",
        &["set [set] VOTE pass +happened (actor=The council, theme=an inquiry) @"],
    );
    check(
        "The premier survived the motion.",
        &["survive [survived] VOTE defeat +happened (actor=The premier, theme=the motion) @"],
    );
    check(
        "The premier survived the crash.",
        &[
            "survive [survived] OTHER +happened (actor=The premier, theme=the crash) @",
            "crash [crash] ACCIDENT +happened () @",
        ],
    );
}

#[test]
fn what_is_ordered_is_not_yet_done() {
    check(
        "The ministry ordered the closure of 14 schools.",
        &[
            "order [ordered] RULING +happened (actor=The ministry, theme=the closure of 14 schools) @",
            "closure [closure] COMPANY close +demanded (theme=14 schools) @",
        ],
    );
    check(
        "The court ordered an inquiry into the closure of the school.",
        &[
            "order [ordered] RULING +happened (actor=The court, theme=an inquiry) @",
            "closure [closure] COMPANY close +possible (theme=the school) @",
        ],
    );
}

#[test]
fn who_stops_work_strikes() {
    check(
        "Nurses will stop work on Monday.",
        &["stop work [stop] PROTEST strike +planned (actor=Nurses) @Monday"],
    );
    check("The nurses stopped talking on Monday.", &[]);
}

#[test]
fn what_is_extended_by_somebody() {
    check(
        "The government extended the truce until 30 June.",
        &["extend [extended] OTHER +happened (actor=The government, theme=the truce) @"],
    );
    check("The road extends to the sea.", &[]);
}

#[test]
fn times_of_a_clause_beside_the_subject_stay_there() {
    check(
        "Two climbers who had been missing since Saturday were rescued.",
        &[
            "miss [missing] CASUALTY missing +ongoing (victim=Two climbers) @Saturday",
            "rescue [rescued] AID +happened (recipient=Two climbers) @",
        ],
    );
    check(
        "The boys were found alive on Monday.",
        &["find [found] OTHER act +happened (theme=The boys) @Monday"],
    );
    check(
        "The men, who had set out on Saturday, were found guilty on Monday.",
        &[
            "set [set] OTHER +happened (actor=The men) @Saturday",
            "convict [found] RULING +happened (theme=The men) @Monday",
        ],
    );
}

#[test]
fn who_is_punished_did_it() {
    check(
        "The court upheld a 12-year sentence against the former governor for taking bribes.",
        &[
            "uphold [upheld] RULING +happened (actor=The court, theme=a 12-year sentence, recipient=the former governor) @",
            "sentence [sentence] RULING +happened (theme=the former governor) @",
            "take [taking] OTHER act +happened (theme=bribes) @",
        ],
    );
}

#[test]
fn those_who_protest_call_for_it_and_no_war_does() {
    check(
        "Kenya's war, which erupted in 2011 with protests calling for the ouster of Lund, goes on.",
        &[
            "war [war] OTHER act +happened (actor=Kenya) @",
            "erupt [erupted] DISASTER erupt +happened (theme=Kenya's war, recipient=Kenya) @2011",
            "call for [calling] REQUEST +happened (recipient=Lund) @",
        ],
    );
    check(
        "Residents staged a protest demanding the release of Lund.",
        &[
            "protest [protest] PROTEST +happened (actor=Residents) @",
            "demand [demanding] REQUEST +happened (actor=Residents, theme=the release of Lund, recipient=Lund) @",
            "release [release] CONCEDE +demanded (theme=Lund) @",
        ],
    );
}

#[test]
fn what_is_done_along_with_or_after_the_main_act_is_told_too() {
    check_kinds("Two guards rammed the van and hauled him out.", &["ram ACCIDENT", "haul OTHER"]);
    check_kinds(
        "The crowd stormed the bank, smashing two counters.",
        &["storm ASSAULT attack", "smash OTHER"],
    );
    check_kinds("The crowd stood before the bank, chewing gum.", &[]);
    check_kinds("Corvel has snapped up its rival Hald.", &["buy COMPANY"]);
    check_kinds("The coach snapped at two reporters.", &[]);
}

#[test]
fn what_an_act_brings_about_has_come_about() {
    check_kinds(
        "The sacking of two editors prompted a walkout by the staff.",
        &["sacking COMPANY", "prompt OTHER act", "walkout PROTEST strike"],
    );
    check_kinds("The sacking of editors is no sport.", &[]);
    check_kinds("The ministry ordered the culling of 900 hens.", &["order RULING"]);
}

#[test]
fn an_expression_of_several_words_is_told_by_its_plain_verb() {
    check_kinds("The senate gave its formal blessing to the merger on Monday.", &["approve AGREE"]);
    check_kinds("The queen put her name to the pact on Monday.", &["sign AGREE"]);
    check_kinds("The editor was shown the door on Monday.", &["sack COMPANY"]);
    check_kinds("The driver was rushed to hospital on Monday.", &["hospitalise CASUALTY wounded"]);
}

#[test]
fn words_of_such_an_expression_in_another_order_are_none() {
    check_kinds("The guide showed the visitors to the door on Monday.", &[]);
    check_kinds("The clerk put the name of the pact on Monday's list.", &["put OTHER"]);
}
