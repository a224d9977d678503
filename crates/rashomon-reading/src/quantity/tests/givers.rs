//! Who gives a figure, in words that say so only with one.

use super::{check, check_times, with_quantity};

#[track_caller]
fn given_by(text: &str, figure: &str, giver: Option<&str>) {
    with_quantity(text, figure, |q, _| {
        assert_eq!(q.attribution.last().map(|l| l.name.as_str()), giver, "{text}");
    });
}

#[test]
fn who_makes_it_so_many() {
    given_by(
        "About 40 people were arrested. The lawyers' group makes it 75.",
        "75",
        Some("the lawyers' group"),
    );
    given_by("The union counted 12,000 marchers; the police made it 4,500.", "4,500", Some("police"));
    given_by("Seven ships are late, the port said. The agency makes it 10.", "10", Some("agency"));
    // Goals, and what somebody reaches.
    given_by("Two goals fell before the break. Silva made it four after it.", "Two", None);
}

#[test]
fn who_changes_a_count_of_his_own() {
    let union =
        "Night Watch, which had spoken of at least 31 dead inmates, raised its figure to 34 on Sunday.";
    given_by(union, "34", Some("Night Watch"));
    given_by("The storm raised the level to 34 metres.", "34", None);
}

#[test]
fn who_recognises_only_so_many() {
    let flood = "Six people died, the rescuers said, while the Health Ministry recognised only four deaths.";
    given_by(flood, "four", Some("Health Ministry"));
    given_by(flood, "Six", Some("rescuers"));
    given_by("By 1960 the United Nations recognised 17 new states.", "17", None);
}

#[test]
fn hospitals_that_admit_patients_say_nothing() {
    given_by("The clinic in Lyon admitted 40 patients.", "40", None);
    given_by("The airline admitted nine injuries.", "nine", Some("airline"));
}

#[test]
fn people_shot_dead() {
    check("Soldiers shot dead five men in a clash.", &["five men | people.killed | 5"]);
    check("Guards shot 12 protesters dead.", &["12 protesters | people.killed | 12"]);
    check("Guards shot at 12 protesters.", &["12 protesters | people | 12"]);
}

#[test]
fn spelled_numbers_are_no_scores() {
    check(
        "Ninety-two members voted for it and 99 against.",
        &["Ninety-two members | votes.for | 92", "99 | votes.against | 99"],
    );
}

#[test]
fn what_a_figure_is_compared_with_has_another_day() {
    check_times(
        "On Monday the ministry counted 96 dead, twice as many as last Friday.",
        "96",
        Some("Monday"),
        None,
    );
}
