//! Which tellings are one event, who stands behind it, and how it stands.

use crate::testing::{Told, assert_lines, events, record_of};

/// The events told with `predicate`: "day articles xIndependent status".
#[track_caller]
fn check(pile: &[Told], predicate: &str, expected: &[&str]) {
    assert_lines(&events(&record_of(pile), predicate), expected, pile[0].2);
}

/// One article's events told with `predicate`.
#[track_caller]
fn check_status(text: &str, predicate: &str, expected: &[&str]) {
    check(&[("north", "2023-05-17", text)], predicate, expected);
}

const SINKING: Told =
    ("north", "2023-05-17", "The ferry Sola sank off Bergen on Monday with forty people on board.");

#[test]
fn one_happening_told_differently_is_one_event() {
    check(
        &[SINKING, ("south", "2023-05-18", "Heavy seas off Bergen sank the ferry Sola on Monday.")],
        "sink",
        &["2023-05-15 north south x2 corroborated"],
    );
    check(
        &[
            ("north", "2023-05-17", "The navy seized the trawler off Mombasa on Monday after a long chase."),
            ("south", "2023-05-18", "A trawler was captured on Monday by the navy near Mombasa."),
        ],
        "seize",
        &["2023-05-15 north south x2 corroborated"],
    );
}

#[test]
fn two_verbs_for_one_act_are_one_event() {
    check(
        &[
            ("north", "2023-05-17", "Carl Lund, the mayor of Bergen, resigned on Monday."),
            ("south", "2023-05-17", "Bergen's mayor Carl Lund stepped down on Monday."),
        ],
        "resign",
        &["2023-05-15 north south x2 corroborated"],
    );
}

#[test]
fn other_words_of_one_day_are_one_event_where_they_may_mean_one_thing() {
    let dismissed = ("north", "2023-05-17", "The airline dismissed its chief executive on Monday.");
    check(
        &[dismissed, ("south", "2023-05-17", "Erik Moen was sacked by the airline on Monday.")],
        "dismiss",
        &["2023-05-15 north south x2 corroborated"],
    );
    check(
        &[dismissed, ("south", "2023-05-17", "Erik Moen was sacked by the airline on Sunday.")],
        "dismiss",
        &["2023-05-15 north x1 single-source"],
    );
    check(
        &[dismissed, ("south", "2023-05-17", "The airline hired forty pilots on Monday.")],
        "dismiss",
        &["2023-05-15 north x1 single-source"],
    );
}

#[test]
fn the_day_may_be_said_in_one_account_only() {
    check(
        &[
            SINKING,
            ("south", "2023-05-18", "Forty people were on board when the ferry Sola sank off Bergen."),
        ],
        "sink",
        &["2023-05-15 north south x2 corroborated"],
    );
}

#[test]
fn what_is_said_by_the_way_and_of_no_day_supports_little() {
    check(
        &[
            ("north", "2023-05-17", "Insurgents, meanwhile, have fought back inside Goma."),
            ("south", "2023-05-17", "Donors send food to the insurgents fighting Kenya."),
        ],
        "fight",
        &["2023-05-16/2023-05-17 north x1 single-source", "undated south x1 single-source"],
    );
    check(
        &[
            ("north", "2023-05-17", "Rebels fought the army in Goma."),
            ("south", "2023-05-17", "Rebels fought the army in Goma, a monk said."),
        ],
        "fight",
        &["undated north south x2 corroborated"],
    );
}

#[test]
fn what_is_said_by_the_way_of_a_stated_day_is_that_of_a_plain_telling() {
    let aside = ("north", "2023-05-17", "The five Danish surveyors captured on Monday are held in a barn.");
    let plain = ("south", "2023-05-18", "The five surveyors from Denmark were seized near the lake.");
    check(&[aside, plain], "capture", &["2023-05-15 north south x2 corroborated"]);
    let undated =
        ("north", "2023-05-17", "The five Danish surveyors captured by bandits are held in a barn.");
    let other = ("south", "2023-05-18", "Bandits seized a lorry near the lake on Monday.");
    check(&[undated, other], "capture", &["undated north x1 single-source"]);
}

#[test]
fn one_kind_of_act_on_one_day_in_no_common_word_is_one_event() {
    let told = ("north", "2023-05-17", "Jets bombed a barracks near Goma on Monday.");
    let named = ("south", "2023-05-18", "Nobody has cleared the rubble of the air strike of 15 May.");
    check(&[told, named], "bomb", &["2023-05-15 north south x2 corroborated"]);
}

#[test]
fn other_days_are_other_events() {
    check(
        &[
            ("north", "2023-05-17", "Police arrested the mayor of Lyon on Monday."),
            ("south", "2023-05-17", "Police arrested the mayor of Lyon on Friday."),
        ],
        "arrest",
        &["2023-05-12 south x1 single-source", "2023-05-15 north x1 single-source"],
    );
}

#[test]
fn other_predicates_are_other_events() {
    let pile = [
        ("north", "2023-05-17", "Kenya signed the grain treaty with Uganda in Nairobi on Monday."),
        ("south", "2023-05-17", "Kenya rejected the border treaty with Somalia on Monday."),
    ];
    check(&pile, "sign", &["2023-05-15 north x1 single-source"]);
    check(&pile, "reject", &["2023-05-15 south x1 single-source"]);
}

#[test]
fn accusations_of_different_accusers_are_two() {
    check(
        &[
            ("north", "2023-05-17", "Kenya accused Uganda of shelling the village on Monday."),
            ("south", "2023-05-17", "Uganda accused Kenya of shelling the village on Monday."),
        ],
        "accuse",
        &["undated north x1 single-source", "undated south x1 single-source"],
    );
}

#[test]
fn a_plan_and_what_was_done_are_two_events() {
    check(
        &[
            ("north", "2023-05-17", "Kenya plans to close its border with Uganda."),
            ("south", "2023-05-17", "Kenya has closed its border with Uganda."),
        ],
        "close",
        &["2023-05-16/2023-05-17 south x1 single-source", "undated north x1 planned"],
    );
    check(
        &[
            ("north", "2023-05-17", "Rebels seized the town of Kidal on Monday, a resident said."),
            ("south", "2023-05-17", "The rebels could seize the town of Kidal, a resident said."),
        ],
        "seize",
        &["2023-05-15 north x1 single-source", "undated south x1 conditional"],
    );
}

#[test]
fn a_denial_joins_what_it_denies() {
    check(
        &[
            (
                "north",
                "2023-05-17",
                "The army shelled the port of Mombasa on Monday, the United Nations said.",
            ),
            ("south", "2023-05-17", "The army denied that it had shelled the port of Mombasa on Monday."),
        ],
        "shell",
        &["2023-05-15 north south x1 disputed"],
    );
}

#[test]
fn how_one_article_tells_it_is_how_it_stands() {
    check_status("Uganda closed the border on Monday.", "close", &["2023-05-15 north x1 single-source"]);
    check_status("The harbour may close on Friday.", "close", &["2023-05-19 north x1 conditional"]);
    check_status("If the rain continues, the dam will burst.", "burst", &["undated north x1 conditional"]);
    check_status("The council will vote on the budget on Friday.", "vote", &["2023-05-19 north x1 planned"]);
    check_status("The crew must leave the ship.", "leave", &["undated north x1 planned"]);
    check_status("Rebels did not seize the town of Kidal.", "seize", &["undated north x1 denied"]);
    check_status(
        "Kenya denied that its troops had crossed the border.",
        "cross",
        &["undated north x1 denied"],
    );
    check_status(
        "Rebels reportedly seized the town of Kidal on Monday.",
        "seize",
        &["2023-05-15 north x1 disputed"],
    );
}

#[test]
fn two_articles_of_one_publisher_are_one_voice() {
    check(
        &[
            ("north/1", "2023-05-17", "The ferry Sola sank off Bergen on Monday."),
            ("north/2", "2023-05-17", "On Monday the Sola, a ferry, sank near Bergen in heavy seas."),
        ],
        "sink",
        &["2023-05-15 north/1 north/2 x1 single-source"],
    );
}

#[test]
fn one_agency_is_one_voice_and_two_are_two() {
    let first = "(Reuters) The ferry Sola sank off Bergen on Monday.";
    let same = "(Reuters) In heavy seas the ferry Sola sank near Bergen on Monday.";
    let other = "(AFP) In heavy seas the ferry Sola sank near Bergen on Monday.";
    check(
        &[("north", "2023-05-17", first), ("south", "2023-05-17", same)],
        "sink",
        &["2023-05-15 north south x1 single-source"],
    );
    check(
        &[("north", "2023-05-17", first), ("south", "2023-05-17", other)],
        "sink",
        &["2023-05-15 north south x2 corroborated"],
    );
}

#[test]
fn one_authority_is_one_voice_and_two_are_two() {
    let first = "The ferry Sola sank off Bergen on Monday, the transport ministry said.";
    let same =
        "In heavy seas the ferry Sola sank near Bergen on Monday, according to the transport ministry.";
    let other = "In heavy seas the ferry Sola sank near Bergen on Monday, the Red Cross said.";
    check(
        &[("north", "2023-05-17", first), ("south", "2023-05-17", same)],
        "sink",
        &["2023-05-15 north south x1 single-source"],
    );
    check(
        &[("north", "2023-05-17", first), ("south", "2023-05-17", other)],
        "sink",
        &["2023-05-15 north south x2 corroborated"],
    );
}

#[test]
fn a_service_is_one_authority_in_all_accounts() {
    check(
        &[
            ("north", "2023-05-17", "The ferry Sola sank off Bergen on Monday, the coast guard said."),
            (
                "south",
                "2023-05-17",
                "The coast guard said the ferry Sola sank near Bergen on Monday in heavy seas.",
            ),
        ],
        "sink",
        &["2023-05-15 north south x1 single-source"],
    );
}

#[test]
fn a_spokeswoman_is_the_body_she_speaks_for() {
    check(
        &[
            (
                "north",
                "2023-05-17",
                "The ferry Sola sank off Bergen on Monday, said Anna Berg, a spokeswoman for the transport ministry.",
            ),
            (
                "south",
                "2023-05-17",
                "In heavy seas the ferry Sola sank near Bergen on Monday, the transport ministry said.",
            ),
        ],
        "sink",
        &["2023-05-15 north south x1 single-source"],
    );
}

#[test]
fn dependence_runs_through_a_third() {
    // The first two share an agency, the last two an authority: one component of three.
    check(
        &[
            ("east", "2023-05-17", "(Reuters) The ferry Sola sank off Bergen on Monday."),
            (
                "north",
                "2023-05-17",
                "(Reuters) Heavy seas off Bergen sank the ferry Sola on Monday, the Red Cross said.",
            ),
            ("south", "2023-05-17", "Near Bergen the old ferry Sola sank on Monday, the Red Cross reported."),
        ],
        "sink",
        &["2023-05-15 east north south x1 single-source"],
    );
}

#[test]
fn a_copy_adds_no_voice() {
    let wire = "The ferry Sola sank off Bergen on Monday. Divers found the wreck on Tuesday in deep water.";
    check(
        &[
            ("north", "2023-05-17", wire),
            ("south", "2023-05-18", wire),
            ("west", "2023-05-18", "In heavy seas the ferry Sola sank near Bergen on Monday."),
        ],
        "sink",
        &["2023-05-15 north south west x2 corroborated"],
    );
}

#[test]
fn the_same_thing_in_two_far_towns_is_two_events() {
    let record = record_of(&[
        ("north", "2023-05-17", "A fire destroyed a warehouse in Lyon on Monday."),
        ("south", "2023-05-17", "A fire destroyed a warehouse in Hamburg on Monday."),
    ]);
    assert!(record.events.iter().all(|e| e.support.articles == 1));
}

#[test]
fn acts_of_other_states_persons_and_companies_are_others() {
    check(
        &[
            ("north", "2023-05-17", "Kenya expelled the Russian ambassador on Monday."),
            ("south", "2023-05-17", "Rwanda expelled the Russian ambassador on Monday."),
        ],
        "expel",
        &["2023-05-15 north x1 single-source", "2023-05-15 south x1 single-source"],
    );
    check(
        &[
            ("north", "2023-05-17", "Nordsjo Foods recalled baby milk from its shops on Monday."),
            ("south", "2023-05-17", "On Monday Delmonte Dairies recalled all baby milk that it had sold."),
        ],
        "recall",
        &["2023-05-15 north x1 single-source", "2023-05-15 south x1 single-source"],
    );
}

#[test]
fn other_victims_are_other_happenings() {
    check(
        &[
            ("north", "2023-05-17", "A judge was shot dead in Lyon on Monday."),
            ("south", "2023-05-17", "On Monday a teacher was shot dead near a market in Lyon."),
        ],
        "shoot dead",
        &["2023-05-15 north x1 single-source", "2023-05-15 south x1 single-source"],
    );
    check(
        &[
            ("north", "2023-05-17", "A man was shot dead in Lyon on Monday."),
            ("south", "2023-05-17", "On Monday a teacher was shot dead near a market in Lyon."),
        ],
        "shoot dead",
        &["2023-05-15 north south x2 corroborated"],
    );
}

#[test]
fn villages_that_no_gazetteer_knows_are_two_places() {
    check(
        &[
            ("north", "2023-05-17", "A landslide buried three houses in Upper Harrowby on Monday."),
            ("south", "2023-05-17", "On Monday three houses in Nether Stowick were buried by a landslide."),
        ],
        "bury",
        &["2023-05-15 north x1 single-source", "2023-05-15 south x1 single-source"],
    );
}

#[test]
fn other_goods_are_no_dispute() {
    let pile = [
        ("north", "2023-05-17", "The price of bread rose by ten percent in Nairobi in April."),
        ("south", "2023-05-17", "The price of milk did not rise in Nairobi in April."),
    ];
    check(&pile, "rise", &["2023-04 north x1 single-source", "2023-04 south x1 denied"]);
}

#[test]
fn one_body_under_two_cues_is_one_authority() {
    check(
        &[
            ("north", "2023-05-17", "Two boys drowned in the canal in Lyon on Monday, the police said."),
            ("south", "2023-05-17", "On Monday two boys drowned in the canal of Lyon, police reported."),
        ],
        "drown",
        &["2023-05-15 north south x1 single-source"],
    );
}

#[test]
fn an_agency_cited_in_two_ways_is_one() {
    check(
        &[
            (
                "north",
                "2023-05-17",
                "Two boys drowned in the canal in Lyon on Monday, Anna Berg told Reuters.",
            ),
            ("south", "2023-05-17", "On Monday two boys drowned in the canal of Lyon, Reuters reported."),
        ],
        "drown",
        &["2023-05-15 north south x1 single-source"],
    );
}

#[test]
fn an_update_is_no_distorted_copy() {
    let more = "The bridge cost forty million crowns and took six years to build. It has two lanes for cars \
                and one for bicycles. Engineers from three countries worked on the pylons.";
    let plan = format!("The bridge over the fjord will open to traffic on Friday. {more}");
    let done = format!("The bridge over the fjord opened to traffic on Friday. {more}");
    let pile = [("north", "2023-05-17", plan.as_str()), ("south", "2023-05-20", done.as_str())];
    check(&pile, "open", &["2023-05-19 north x1 planned", "2023-05-19 south x1 single-source"]);
    assert!(record_of(&pile).disagreements.iter().all(|d| d.relation == crate::Relation::Evolves));
}

#[test]
fn without_warning_nobody_warned_or_did_not() {
    check_status("The dam burst without warning on Monday.", "warning", &[]);
    check_status("The dam burst without warning on Monday.", "warn", &[]);
}

#[test]
fn words_that_mean_one_thing_tell_one_event() {
    check(
        &[
            ("north", "2023-05-17", "The choir of Bergen purchased the old Lind mill on Monday."),
            ("south", "2023-05-17", "The Lind mill was bought by a choir on Monday."),
        ],
        "purchase",
        &["2023-05-15 north south x2 corroborated"],
    );
    check(
        &[
            ("north", "2023-05-17", "Engineers halted the Aldan turbine on Monday after a leak."),
            ("south", "2023-05-17", "The Aldan turbine was stopped by engineers on Monday."),
        ],
        "halt",
        &["2023-05-15 north south x2 corroborated"],
    );
    check(
        &[
            ("north", "2023-05-17", "The museum dismissed its director, Ola Berg, in May."),
            ("south", "2023-05-17", "The dismissal of Ola Berg on 15 May is one of three."),
        ],
        "dismiss",
        &["2023-05-15 north south x2 corroborated"],
    );
}

#[test]
fn kin_words_for_other_persons_or_things_tell_other_events() {
    check(
        &[
            ("north", "2023-05-17", "Carl Lund, the mayor of Bergen, resigned on Monday."),
            ("south", "2023-05-17", "Ida Holm, the mayor of Narvik, stepped down on Monday."),
        ],
        "resign",
        &["2023-05-15 north x1 single-source"],
    );
    check(
        &[
            ("north", "2023-05-17", "The choir of Bergen purchased the old Lind mill on Monday."),
            ("south", "2023-05-17", "A bank bought forty lorries on Monday."),
        ],
        "purchase",
        &["2023-05-15 north x1 single-source"],
    );
}

#[test]
fn one_of_several_is_not_all_of_them() {
    check(
        &[
            ("north", "2023-05-17", "Two colonels were arrested in Goma."),
            ("south", "2023-05-17", "The colonel was arrested at the border."),
        ],
        "arrest",
        &["undated north x1 single-source", "undated south x1 single-source"],
    );
}

#[test]
fn words_that_one_sentence_sets_side_by_side_are_two_events() {
    let pile = [
        ("north", "2023-05-17", "The pier of Aldan cracked on Monday but has not broken, the police said."),
        ("south", "2023-05-18", "The pier of Aldan broke on Monday, a fisherman said."),
    ];
    check(&pile, "crack", &["2023-05-15 north x1 single-source"]);
}

#[test]
fn a_bare_noun_names_the_only_event_that_it_can_be() {
    let told = ("north", "2023-05-17", "King Haakon visited the shipyard of Bergen on Monday.");
    let again = ("south", "2023-05-18", "A welder said: the visit lasted four minutes.");
    check(&[told, again], "visit", &["2023-05-15 north south x2 corroborated"]);
    let other = ("west", "2023-05-18", "Pope Linus visited the prison of Goma on Tuesday.");
    check(
        &[told, again, other],
        "visit",
        &[
            "2023-05-15 north x1 single-source",
            "2023-05-16 west x1 single-source",
            "undated south x1 single-source",
        ],
    );
}

#[test]
fn what_an_article_says_itself_rests_on_nobody_it_quotes_besides() {
    let quoting = "Two boys drowned in the canal in Lyon on Monday, the police said.";
    let both = "On Monday the cold water of the canal in Lyon drowned two boys. The boys drowned at dusk, the police said.";
    check(
        &[("north", "2023-05-17", quoting), ("south", "2023-05-17", both)],
        "drown",
        &["2023-05-15 north south x2 corroborated"],
    );
}

#[test]
fn who_denies_it_is_no_source_for_it() {
    check(
        &[
            ("north", "2023-05-17", "The mill of Aldan burned down on Monday."),
            ("south", "2023-05-17", "The mill of Aldan did not burn down on Monday."),
        ],
        "burn down",
        &["2023-05-15 north south x1 disputed"],
    );
}

#[test]
fn closing_is_no_reopening_and_bare_warnings_are_many() {
    check(
        &[
            ("north", "2023-05-17", "Bergen airport closed at noon on Monday."),
            ("south", "2023-05-17", "Bergen airport reopened on Monday."),
        ],
        "close",
        &["2023-05-15T12:00 north x1 single-source"],
    );
    check(
        &[
            ("north", "2023-05-17", "Repairs could take three weeks, it warned."),
            ("south", "2023-05-17", "“We were warned,” said a farmer in the hills."),
        ],
        "warn",
        &["undated north x1 single-source", "undated south x1 single-source"],
    );
}

#[test]
fn an_inquiry_is_no_word_of_who_opened_it() {
    check(
        &[
            ("north", "2023-05-17", "The Rail Safety Office opened an inquiry into the crash on Monday."),
            (
                "south",
                "2023-05-18",
                "The Rail Safety Office, which opened its inquiry on 15 May, heard a driver.",
            ),
        ],
        "inquiry",
        &["2023-05-15 north south x2 corroborated"],
    );
}

#[test]
fn one_taking_of_ground_in_two_words_is_one_event() {
    check(
        &[
            ("north", "2023-05-17", "The army retook the town of Aldan on Monday."),
            ("south", "2023-05-18", "The army captured Aldan on Monday."),
        ],
        "retook",
        &["2023-05-15 north south x2 corroborated"],
    );
}
