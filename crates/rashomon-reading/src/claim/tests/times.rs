//! When what is claimed was.

use super::check;
use crate::testing::with_article;

/// The time of each claim of a text, as "word @time".
#[track_caller]
fn check_times(text: &str, expected: &[&str]) {
    let got = with_article(text, None, |parsed| {
        let reading = crate::read(parsed);
        let slice = |span| parsed.article.slice(span);
        let line = |c: &crate::claim::Claim| {
            format!("{} @{}", slice(c.trigger), c.time.map_or("", |t| slice(reading.times[t].span)))
        };
        reading.claims.iter().map(line).collect::<Vec<_>>()
    });
    assert_eq!(got, expected, "{text}");
}

#[test]
fn when_it_was_by_the_clauses_around_it() {
    check_times("In 2014 a tanker sank off Sola; nobody was hurt.", &["sank @2014", "hurt @2014"]);
    check_times("In 2014 a tanker sank off Sola; divers will lift it.", &["sank @2014", "lift @"]);
    check_times(
        "Police arrested Ana Ruiz on Friday, a day after a tanker sank off Sola.",
        &["arrested @Friday", "sank @a day after"],
    );
    check_times(
        "A plane plunged into the lake while trying to land on Tuesday.",
        &["plunged @Tuesday", "land @Tuesday"],
    );
    check_times(
        "The firm yesterday sold the mill, a fortnight after Ana Ruiz resigned.",
        &["sold @yesterday", "resigned @a fortnight after"],
    );
    check_times("The clerk was arrested until Friday.", &["arrested @"]);
    check_times("Ruiz will give up her bonus for 2014.", &["give @"]);
    check_times("Ostra was the first bank to collapse since 2008.", &["collapse @"]);
    check_times("A senior official called the ruling a coup.", &[]);
    check_times("The court is due to rule on the appeal on Friday.", &["rule @Friday", "appeal @"]);
    check_times("The council set the vote for 2014.", &["set @2014"]);
    check_times("The mayor declared Saturday a day of mourning.", &["declared @"]);
    check_times("Everybody remembers the dead of 1996. That crash had a commission too.", &["crash @1996"]);
}

#[test]
fn when_it_was_by_the_noun_or_the_verb_beside_it() {
    check_times(
        "The coast guard closed the harbour last night, as tugs dragged the wreck ashore.",
        &["closed @last night", "dragged @last night"],
    );
    check_times(
        "Six are missing, the coast guard said last night, as tugs dragged the wreck ashore.",
        &["missing @", "dragged @last night"],
    );
    check_times(
        "A tanker struck the pier on Monday and tore a hole in the wall, killing two fishermen.",
        &["struck @Monday", "tore @Monday", "killing @Monday"],
    );
    check_times(
        "Ana Ruiz was arrested on Wednesday, a day after an explosion at the mill.",
        &["arrested @Wednesday", "explosion @a day after"],
    );
}

#[test]
fn a_day_that_a_thing_has_is_not_that_of_the_act() {
    check_times("The ministry has taken back yesterday's bulletin.", &["taken @"]);
    check_times("The firm cancelled last week's order on Tuesday.", &["cancelled @Tuesday"]);
    check_times("In Sunday's election the union won 24 seats.", &["election @Sunday", "won @Sunday"]);
    check_times("Monday's quake killed 40 people.", &["quake @Monday", "killed @Monday"]);
}

#[test]
fn the_hour_over_an_entry_of_a_live_report_is_its_time() {
    let report =
        "10:20\n\nThe council has rejected the plan.\n\n09:15\n\nThe mayor had left. The council met.";
    check_times(report, &["rejected @10:20", "left @", "met @09:15"]);
    check_times("10:20\n\nThe council has rejected the plan.", &["rejected @"]);
}

#[test]
fn what_is_done_to_it_is_told() {
    check_times("It was switched off at 2:31 p.m.", &["switched @2:31 p.m."]);
    check_times("It was thought to be safe.", &[]);
}

#[test]
fn outages_results_and_scenes_of_accidents() {
    check_times(
        "The utility said 61,000 of its customers had no electricity on Monday.",
        &["electricity @Monday"],
    );
    check_times("Some 9,200 farms are without power.", &["power @"]);
    check_times("He lacked the power to act.", &[]);
    check_times("The board has no power over the council.", &[]);
    check_times("The yard on Monday reported a net loss of 19 million euros.", &["loss @Monday"]);
    check_times("It painted the hall on Monday.", &["painted @Monday"]);
    check_times("It painted the hall.", &[]);
    check_times("Shares rose after a deadly explosion at its main plant.", &["rose @", "explosion @"]);
}

#[test]
fn sessions_and_counts_are_of_the_day_that_is_said_beside() {
    check_times(
        "The committee met last night and rejected the plan.",
        &["met @last night", "rejected @last night"],
    );
    check_times(
        "The committee, meeting on Monday in Oslo, rejected the plan.",
        &["meeting @Monday", "rejected @Monday"],
    );
    check_times("The firm today reported a loss of 2 million euros for the third quarter.", &["loss @today"]);
    check_times("The number of deaths has risen to five, the office said on Monday.", &["risen @Monday"]);
    check_times("The mayor has resigned, the office said on Monday.", &["resigned @"]);
}

/// The words that say when the claim of `predicate` was.
#[track_caller]
fn check_when(text: &str, predicate: &str, expected: &str) {
    let when = with_article(text, None, |parsed| {
        let reading = crate::read(parsed);
        let claim = reading.claims.iter().find(|c| c.predicate == predicate).expect("a claim");
        claim.time.map_or("", |t| parsed.article.slice(reading.times[t].span)).to_owned()
    });
    assert_eq!(when, expected, "{text}");
}

#[test]
fn a_time_before_the_verb_of_saying_is_of_what_is_said() {
    let text = "The Kestrels freed nine sailors, all of them cooks and stewards, on Monday morning \"as a gift\", \
                their spokesman, Olan Pry, said.";
    check_when(text, "free", "Monday morning");
    check_when("Olan Pry said on Tuesday that the Kestrels had freed nine sailors.", "free", "");
}

#[test]
fn it_was_somebody_who_did_it_then() {
    check_when(
        "In 2014 it was Carl Lund, the harbour minister, who resigned over the bridge.",
        "resign",
        "2014",
    );
    check_when("In 2014 he met Carl Lund, the harbour minister, who resigned over the bridge.", "resign", "");
}

#[test]
fn the_day_of_a_thing_is_not_that_of_the_act() {
    check_when("The match of 21 March has been cancelled.", "cancel", "");
    check_when("The match was cancelled on 21 March.", "cancel", "21 March");
}

#[test]
fn what_it_is_compared_with_is_not_its_time() {
    check(
        "The attack was the deadliest since 2014, when gunmen killed 60 people.",
        &[
            "attack [attack] ASSAULT attack +happened () @",
            "kill [killed] CASUALTY killed +happened (actor=gunmen, victim=60 people) @2014",
        ],
    );
}

#[test]
fn since_when_something_lasts_is_not_when_another_thing_was_done() {
    check_when("Mira Holt, the treasurer of the club since 2014, resigned on Friday.", "resign", "Friday");
    check_when("Judge Carl Lund, on leave since Monday, has been arrested.", "arrest", "");
    check_when("The bridge has not been painted since 2018.", "paint", "");
    check_when("The bridge has been closed since 2018.", "close", "2018");
}

#[test]
fn what_hangs_on_a_condition_comes_when_it_falls_due() {
    check_when("If no offer comes by Friday, the owners will close the mill.", "close", "Friday");
    check_when("If no offer had come by Friday, the owners would have closed the mill.", "close", "");
}

#[test]
fn votes_behind_a_colon_were_cast_on_the_day_before_it() {
    check_times(
        "Lund survived a motion of no confidence on Friday: 133 members voted for it.",
        &["survived @Friday", "voted @Friday"],
    );
    check_times("The match of 21 March was cancelled.", &["cancelled @"]);
}
