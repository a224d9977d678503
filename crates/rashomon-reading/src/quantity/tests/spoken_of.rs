//! Numbers whose measure an earlier sentence, a heading or a label tells.

use super::check;

#[test]
fn headings_and_topics() {
    check(
        "The missing. The Red Cross now counts 34. The police say 29.",
        &["34 | people.missing | 34", "29 | people.missing | 29"],
    );
    check(
        "The number of injured cannot be established. The brigade estimates it at about 45. The estimate of 30 given \
         yesterday is withdrawn.",
        &["about 45 | people.wounded | 45", "30 | people.wounded | 30"],
    );
    // Counted since: of what was counted.
    check(
        "The missing. Nine houses burned. The mayor says 12.",
        &["Nine houses | count.house | 9", "12 | count.house | 12"],
    );
    check("The missing. He asked for 12.", &[]);
}

#[test]
fn names_on_lists() {
    check(
        "Twenty hikers are missing, the guides say. The hut keeper, who has a list of her own, has 23 names on it.",
        &["Twenty hikers | people.missing | 20", "23 names | people.missing | 23"],
    );
    check("The ballot paper has 23 names.", &["23 names | count.name | 23"]);
}

#[test]
fn at_another_time_or_by_the_same_mouth() {
    check(
        "The hostel fire killed nine people. By Wednesday it was eleven.",
        &["nine people | people.killed | 9", "eleven | people.killed | 11"],
    );
    check(
        "Police stand by 23 arrests. The party, which had spoken of 19 injured, now says 17.",
        &[
            "23 arrests | people.detained | 23",
            "19 injured | people.wounded | 19",
            "17 | people.wounded | 17",
        ],
    );
    check(
        "The police have corrected their figure for Sunday's arrests at the stadium: it is 64, not 58.",
        &["64 | people.detained | 64", "58 | people.detained | 58"],
    );
    check("Nine people died in the fire. It was three in the morning.", &["Nine people | people.killed | 9"]);
}

#[test]
fn whose_count_it_is_by() {
    check(
        "The job cuts, 450 by the company's count and 600 by that of the union, begin in May.",
        &["450 | count.cut | 450", "600 | count.cut | 600"],
    );
    check("The lorry was built in Ulm by the company.", &[]);
}

#[test]
fn labels() {
    check(
        "Dead: 14. Injured: 62. Votes for the draft: 1,406. Votes against: 1,163. Spoilt ballots: 37.",
        &[
            "14 | people.killed | 14",
            "62 | people.wounded | 62",
            "1,406 | votes.for | 1406",
            "1,163 | votes.against | 1163",
            "37 | count.ballot | 37",
        ],
    );
    check("An earlier version gave the votes in favour as 116.", &["116 | votes.for | 116"]);
    check("Gate: 14. He said: 20.", &[]);
}

#[test]
fn levels_in_long_subjects_and_headlines() {
    check(
        "The mayor resigned as the number of bodies pulled from the mud at Carrow rose to 38.",
        &["38 | people.killed | 38"],
    );
    check("Quarry dead reach 12", &["12 | people.killed | 12"]);
    check("The Quarry road will reach 12.", &[]);
    check(
        "Wick keeps the count of the stranded whales on a blackboard. It stood at 74.",
        &["74 | count.whale | 74"],
    );
    check("Wick keeps whales. It stood at 74.", &[]);
}

#[test]
fn wholes_are_figures_of_their_own() {
    check(
        "Guards had recaptured 30 of the 82 prisoners who broke out.",
        &["30 of the 82 prisoners | people | 30", "82 prisoners | people | 82"],
    );
    check(
        "The list gives 118 pupils as missing, out of 186 boarders.",
        &["118 pupils | people.missing | 118", "186 boarders | people | 186"],
    );
    check(
        "Two planes lifted off 19 of the 25 people aboard.",
        &[
            "Two planes | count.plane | 2",
            "19 of the 25 people | people.rescued | 19",
            "25 people | people.aboard | 25",
        ],
    );
}

#[test]
fn nobody_is_nought() {
    check("A leak in 2011, in which nobody was injured, led to new rules.", &["nobody | people.wounded | 0"]);
    check("No one has died.", &["No one | people.killed | 0"]);
    check("If nobody is hurt, the fine is small.", &[]);
    check("Nobody came.", &[]);
}
