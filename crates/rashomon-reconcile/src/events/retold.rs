//! Happenings told again in passing, which are one event, and like happenings, which are two.

use crate::testing::{assert_lines, events, record_of};

/// How many articles tell each event of `predicate`, by day.
#[track_caller]
fn check(first: &str, second: &str, predicate: &str, expected: &[&str]) {
    let record = record_of(&[("north", "2023-05-17", first), ("south", "2023-05-19", second)]);
    assert_lines(&events(&record, predicate), expected, first);
}

#[test]
fn what_is_told_again_in_passing_is_the_same() {
    check(
        "Three sailors died on Sunday when the tanker Orla caught fire off Cork.",
        "The tanker Orla, on which three sailors died, was towed into Cork yesterday.",
        "die",
        &["2023-05-14 north south x2 corroborated"],
    );
    check(
        "Tram drivers in Gdansk walked off the job on Monday over unpaid night shifts.",
        "The night shifts for which the tram drivers of Gdansk walked off the job are to be paid.",
        "walk off",
        &["2023-05-15 north south x2 corroborated"],
    );
    check(
        "The dairy firm Almkraft recalled 90,000 jars of baby food on Tuesday because of glass splinters.",
        "Glass splinters, for which Almkraft recalled its baby food, were found in a fourth jar.",
        "recall",
        &["2023-05-16 north south x2 corroborated"],
    );
    check(
        "Burglars stole a Rubens from the abbey museum of Stams on Monday night.",
        "The Rubens that was stolen from the abbey museum has not been seen since.",
        "steal",
        &["2023-05-15TNI north south x2 corroborated"],
    );
    check(
        "Vitesse beat Twente 3-1 in Arnhem on Saturday before 12,000 spectators.",
        "Twente, whom Vitesse beat in Arnhem 3-1, have lost their trainer too.",
        "beat",
        &["2023-05-13 north south x2 corroborated"],
    );
}

#[test]
fn a_definite_noun_names_again_what_another_account_tells() {
    check(
        "A goods train derailed near Celje on Tuesday evening and blocked both tracks.",
        "Passengers waited for hours after the derailment.",
        "derail",
        &["2023-05-16TEV north south x2 corroborated"],
    );
    check(
        "Gunmen abducted the surgeon Ivo Marin in Split on Monday.",
        "The family of Ivo Marin has heard nothing since his abduction.",
        "abduct",
        &["2023-05-15 north south x2 corroborated"],
    );
    check(
        "Gunmen freed the eleven nuns of Saint Orla in Kosti on Monday.",
        "Doctors examined the sisters for hours after the release of the sisters.",
        "free",
        &["2023-05-15 north south x2 corroborated"],
    );
    // Another one's, and one of two.
    check(
        "Gunmen abducted the surgeon Ivo Marin in Split on Monday.",
        "The wife of Ante Babic has heard nothing since the abduction of the banker Ante Babic.",
        "abduct",
        &["2023-05-15 north x1 single-source"],
    );
    check(
        "A goods train derailed near Celje on Tuesday. A tram derailed in Graz on Wednesday.",
        "Passengers waited for hours after the derailment.",
        "derail",
        &["2023-05-16 north x1 single-source", "2023-05-17 north x1 single-source"],
    );
}

#[test]
fn like_happenings_of_other_days_are_two() {
    check(
        "Three sailors died on Sunday when the tanker Orla caught fire off Cork.",
        "Three sailors died on Thursday when the tanker Maeve caught fire off Cork.",
        "die",
        &["2023-05-14 north x1 single-source", "2023-05-18 south x1 single-source"],
    );
    check(
        "Tram drivers in Gdansk walked off the job on Monday over unpaid night shifts.",
        "Tram drivers in Gdansk walked off the job on Thursday over unpaid night shifts.",
        "walk off",
        &["2023-05-15 north x1 single-source", "2023-05-18 south x1 single-source"],
    );
    check(
        "Nine pupils of the Lindhof school in Graz fell ill with measles on Monday.",
        "Nine pupils of the Rosental school in Graz fell ill with measles on Wednesday.",
        "fall ill",
        &["2023-05-15 north x1 single-source", "2023-05-17 south x1 single-source"],
    );
}

#[test]
fn like_happenings_in_other_places_or_to_others_are_two() {
    check(
        "Police in Lyon arrested the jeweller Anton Prohaska over forged diamonds.",
        "Police in Lyon arrested the banker Lea Dorn over forged diamonds.",
        "arrest",
        &["undated north x1 single-source", "undated south x1 single-source"],
    );
    check(
        "A grain silo exploded in Hamburg on Tuesday and injured two workers.",
        "A grain silo exploded in Marseille on Tuesday and injured two workers.",
        "explode",
        &["2023-05-16 north x1 single-source", "2023-05-16 south x1 single-source"],
    );
}

#[test]
fn what_is_planned_is_not_what_was_done_however_alike_it_is_worded() {
    check(
        "The tram drivers of Gdansk walked off the job on Monday over unpaid night shifts.",
        "The tram drivers of Gdansk will walk off the job on Monday over unpaid night shifts.",
        "walk off",
        &["2023-05-15 north x1 single-source", "2023-05-22 south x1 planned"],
    );
}

#[test]
fn one_day_and_the_same_people_are_one_happening_in_other_words() {
    check(
        "Customs officers arrested a 61-year-old beekeeper in Sliven at dawn on Tuesday.",
        "The 61-year-old beekeeper was taken from his farm in Sliven on Tuesday, neighbours say.",
        "arrest",
        &["2023-05-16TMO north south x2 corroborated"],
    );
    check(
        "Mali and the rebels exchanged 83 prisoners in Gao on Monday.",
        "On Monday 83 prisoners went home to Gao.",
        "exchange",
        &["2023-05-15 north south x2 corroborated"],
    );
    // Another day, and a writer who tells one after the other.
    check(
        "Mali and the rebels exchanged 83 prisoners in Gao on Monday.",
        "On Wednesday 83 prisoners went home to Gao.",
        "exchange",
        &["2023-05-15 north x1 single-source"],
    );
    check(
        "Customs officers questioned a 61-year-old beekeeper in Sliven on Tuesday.",
        "Officers questioned the 61-year-old beekeeper on Tuesday and took him from his farm in Sliven.",
        "take",
        &["2023-05-16 south x1 single-source"],
    );
}

#[test]
fn one_storm_strikes_many_villages() {
    check(
        "The cyclone struck Velhama on Monday night.",
        "The storm reached Ostrivna on Monday with winds of 190 kilometres an hour.",
        "storm",
        &["2023-05-15TNI north south x2 corroborated"],
    );
    check(
        "An explosion shook Velhama on Monday night.",
        "A blast shook Ostrivna on Monday.",
        "blast",
        &["2023-05-15 south x1 single-source"],
    );
}
