//! Claims of short texts of our own.

mod acts;
mod taken_up;
mod times;

use crate::modality::Polarity;
use crate::testing::with_article;
use crate::{Reading, claim::Claim};
use rashomon_text::Article;

fn line(article: &Article, reading: &Reading, claim: &Claim) -> String {
    let sign = if claim.polarity == Polarity::Positive { "+" } else { "-" };
    let who: Vec<String> =
        claim.participants.iter().map(|p| format!("{}={}", p.role.as_str(), article.slice(p.span))).collect();
    let time = claim.time.map_or("", |t| article.slice(reading.times[t].span));
    let kind = if claim.mode.is_empty() {
        claim.kind.as_str().to_owned()
    } else {
        format!("{} {}", claim.kind.as_str(), claim.mode)
    };
    format!(
        "{} [{}] {kind} {sign}{} ({}) @{time}",
        claim.predicate,
        article.slice(claim.trigger),
        claim.modality.as_str(),
        who.join(", "),
    )
}

/// The claims of `text`, one a line.
#[track_caller]
pub(in crate::claim) fn check(text: &str, expected: &[&str]) {
    let got = with_article(text, None, |parsed| {
        let reading = crate::read(parsed);
        let told: Vec<String> = reading.claims.iter().map(|c| line(parsed.article, &reading, c)).collect();
        told
    });
    assert_eq!(got, expected, "{text}");
}

/// The claims of `text` by predicate, category and mode alone.
#[track_caller]
pub(super) fn check_kinds(text: &str, expected: &[&str]) {
    let kind = |c: &Claim| format!("{} {} {}", c.predicate, c.kind.as_str(), c.mode).trim_end().to_owned();
    let got: Vec<String> =
        with_article(text, None, |parsed| crate::read(parsed).claims.iter().map(kind).collect());
    assert_eq!(got, expected, "{text}");
}

#[test]
fn a_plain_act_has_actor_theme_and_time() {
    check(
        "The army captured the port of Lagosta on Monday.",
        &[
            "capture [captured] TERRITORY take +happened (actor=The army, theme=the port of Lagosta, location=Lagosta) @Monday",
        ],
    );
    check(
        "The port of Lagosta was captured by the army on Monday.",
        &[
            "capture [captured] TERRITORY take +happened (theme=The port of Lagosta, location=Lagosta, actor=the army) @Monday",
        ],
    );
}

#[test]
fn a_date_is_no_part_of_a_name_nor_the_hours_of_a_curfew_its_time() {
    check(
        "On 17 March 2009 Captain Anders Holm took the capital.",
        &["take [took] OTHER act +happened (actor=Captain Anders Holm, theme=the capital) @17 March 2009"],
    );
    check(
        "A curfew from 7 p.m. to 6 a.m. was imposed in Lagosta.",
        &["impose [imposed] COERCE +happened (victim=A curfew, location=Lagosta) @"],
    );
}

#[test]
fn participles_have_the_subject_of_the_main_verb_or_its_object() {
    check(
        "Accused of fraud by the regulator, Lund Bank denied everything.",
        &[
            "accuse [Accused] ACCUSE +happened (recipient=Lund Bank) @",
            "deny [denied] REJECT deny +happened (actor=Lund Bank) @",
        ],
    );
    check(
        "The court sentenced Karl Moen to nine years for taking bribes from Orre Works.",
        &[
            "sentence [sentenced] RULING +happened (actor=The court, theme=Karl Moen) @",
            "take [taking] OTHER act +happened (actor=Karl Moen, theme=bribes, recipient=Orre Works) @",
        ],
    );
    check(
        "Ostra Holdings, having been bought by Lund Bank in 2019, was sold again on Tuesday.",
        &[
            "buy [bought] COMPANY +happened (theme=Ostra Holdings, actor=Lund Bank) @2019",
            "sell [sold] COMPANY +happened (theme=Ostra Holdings) @Tuesday",
        ],
    );
    check(
        "The rebels lost the port on Friday, when 112 of them surrendered.",
        &[
            "lose [lost] OTHER act +happened (actor=The rebels, theme=the port) @Friday",
            "surrender [surrendered] RETREAT +happened (actor=112 of them) @Friday",
        ],
    );
}

#[test]
fn misread_clauses_keep_their_subjects() {
    check(
        "The regulator ordered Orre Works to close its plant in Lund, a day after an explosion there killed nine people.",
        &[
            "order [ordered] RULING +happened (actor=The regulator, theme=Orre Works) @",
            "close [close] COMPANY close +demanded (actor=Orre Works, theme=its plant, location=Lund) @",
            "kill [killed] CASUALTY killed +happened (actor=an explosion, victim=nine people) @",
        ],
    );
    check(
        "The ministry told residents to leave after the river burst its banks and flooded two streets.",
        &[
            "tell [told] REQUEST +happened (actor=The ministry, recipient=residents) @",
            "burst [burst] ACCIDENT +happened (theme=the river, theme=its banks) @",
            "flood [flooded] DISASTER +happened (theme=the river, theme=two streets) @",
        ],
    );
}

#[test]
fn deaths_are_of_the_time_when_the_fire_came() {
    check(
        "Three people died when a storm swept through the hills on Sunday.",
        &[
            "die [died] CASUALTY killed +happened (victim=Three people) @Sunday",
            "storm [storm] DISASTER storm +happened () @Sunday",
        ],
    );
}

#[test]
fn states_opinions_and_plain_speech_are_no_claims() {
    check("The minister is a close ally of the bank and enjoys a good reputation.", &[]);
    check("The minister said the town had three schools.", &[]);
    check("People think the coach knows the game.", &[]);
}

#[test]
fn an_event_noun_carries_the_claim_of_its_light_verb() {
    check(
        "The two companies held talks in Oslo on Friday.",
        &["talk [talks] CONSULT talk +happened (location=Oslo, actor=The two companies) @Friday"],
    );
    check(
        "The two companies will hold talks in Oslo on Friday.",
        &["talk [talks] CONSULT talk +planned (location=Oslo, actor=The two companies) @Friday"],
    );
}

#[test]
fn wanted_and_vetoed_is_not_done() {
    check(
        "Two members vetoed a resolution seeking a ceasefire.",
        &[
            "veto [vetoed] REJECT veto +happened (actor=Two members, theme=a resolution) @",
            "ceasefire [ceasefire] RETREAT ceasefire +demanded () @",
        ],
    );
}

#[test]
fn coordinated_verbs_share_their_subject_and_a_time_before_them() {
    check(
        "On Tuesday the rebels seized the bridge and encircled the barracks.",
        &[
            "seize [seized] TERRITORY take +happened (actor=the rebels, theme=the bridge) @Tuesday",
            "encircle [encircled] COERCE encircle +happened (actor=the rebels, victim=the barracks) @Tuesday",
        ],
    );
    check(
        "The miners rejected the offer on Monday and will walk off the job on Friday.",
        &[
            "reject [rejected] REJECT +happened (actor=The miners, theme=the offer) @Monday",
            "walk off [walk] PROTEST strike +planned (actor=The miners) @Friday",
        ],
    );
}

#[test]
fn the_time_of_saying_is_not_the_time_of_what_is_said() {
    check(
        "The dam has cracked, the ministry said on Friday.",
        &["crack [cracked] ACCIDENT +happened (theme=The dam) @"],
    );
}

#[test]
fn talks_that_break_down_are_one_claim() {
    check(
        "Talks broke down last month.",
        &["break down [broke] CONSULT collapse +happened (actor=Talks) @last month"],
    );
}

#[test]
fn who_is_accused_is_the_recipient() {
    check(
        "The union accused the company of fraud.",
        &["accuse [accused] ACCUSE +happened (actor=The union, recipient=the company) @"],
    );
}

#[test]
fn what_somebody_calls_it_is_no_act() {
    check_kinds("The union called a strike for Monday.", &["strike PROTEST strike"]);
    check_kinds("The march was branded a strike by the minister.", &["march PROTEST"]);
    check_kinds("The court called the shooting a strike.", &["shoot ASSAULT attack"]);
}

#[test]
fn a_strike_may_be_an_attack() {
    check(
        "An air strike on the village killed six people.",
        &[
            "strike [strike] ASSAULT attack +happened (victim=the village) @",
            "kill [killed] CASUALTY killed +happened (actor=An air strike, victim=six people) @",
        ],
    );
    check("The strike began on Wednesday.", &["strike [strike] PROTEST strike +happened () @Wednesday"]);
}

#[test]
fn a_corrected_figure_is_a_statement() {
    check(
        "The agency lowered the toll to 40 on Friday.",
        &["lower [lowered] STATEMENT revise +happened (speaker=The agency, theme=the toll) @Friday"],
    );
    check(
        "The bank lowered the barrier.",
        &["lower [lowered] OTHER change +happened (actor=The bank, theme=the barrier) @"],
    );
}

#[test]
fn headlines_without_a_full_stop_are_left_out_and_nothing_panics() {
    check("", &[]);
    check("???", &[]);
    check("and and and", &[]);
}

#[test]
fn saying_that_one_will_not_is_a_refusal() {
    check(
        "The ministry said it will not approve the plan.",
        &[
            "refuse [said] REJECT refuse +happened (actor=The ministry) @",
            "approve [approve] AGREE -planned (actor=it, theme=the plan) @",
        ],
    );
    check(
        "The ministry said it will approve the plan.",
        &["approve [approve] AGREE +planned (actor=it, theme=the plan) @"],
    );
}

#[test]
fn comparisons_and_calendar_ends_are_no_times_and_no_events() {
    check(
        "Turnout was 68 per cent, up from 61 per cent four years ago.",
        &["turnout [Turnout] VOTE +happened () @"],
    );
    check(
        "The company closed its plant at the end of April.",
        &["close [closed] COMPANY close +happened (actor=The company, theme=its plant) @the end of April"],
    );
}

#[test]
fn roads_are_blocked_by_people_who_protest() {
    check(
        "Farmers blocked the road with tractors.",
        &["block [blocked] PROTEST obstruct +happened (actor=Farmers, theme=the road) @"],
    );
    check(
        "A landslide blocked the road.",
        &[
            "landslide [landslide] DISASTER +happened () @",
            "block [blocked] OTHER obstruct +happened (actor=A landslide, theme=the road) @",
        ],
    );
}

#[test]
fn seats_that_a_party_has_are_a_result() {
    check(
        "The Blue Party had 23 of the 51 seats.",
        &["have seat [had] VOTE result +happened (actor=The Blue Party) @"],
    );
    check("The Blue Party had a new leader.", &[]);
}

#[test]
fn what_is_due_is_to_come() {
    check(
        "A tug is due from the capital on Tuesday.",
        &["due [due] OTHER visit +planned (actor=A tug) @Tuesday"],
    );
    check("The fire was due to a fault.", &[]);
}

#[test]
fn crates_that_go_missing_are_lost_and_nobody_is_hurt() {
    check(
        "Two crates had gone missing on the island.",
        &["go missing [gone] OTHER loss +happened (actor=Two crates) @"],
    );
    check(
        "Two sailors had gone missing off the island.",
        &["go missing [gone] CASUALTY missing +happened (victim=Two sailors) @"],
    );
}

#[test]
fn what_is_not_so_is_no_deed_left_undone() {
    check("Nobody paints the bridge.", &[]);
    check("The other cranes are not painted by members.", &[]);
    check("Nobody has painted the bridge.", &["paint [painted] OTHER -happened (theme=the bridge) @"]);
}

#[test]
fn a_veto_that_is_used_is_cast() {
    for verb in ["used", "cast", "exercised"] {
        let text = format!("Norway {verb} its veto against the draft on Monday.");
        let got = with_article(&text, None, |parsed| {
            let reading = crate::read(parsed);
            reading.claims.iter().map(|c| line(parsed.article, &reading, c)).collect::<Vec<_>>()
        });
        assert!(
            got[0].starts_with("veto [veto] REJECT veto +happened") && got[0].contains("actor=Norway"),
            "{got:?}"
        );
        assert!(got[0].ends_with("@Monday"), "{got:?}");
    }
    check("Norway may use its veto.", &["veto [veto] REJECT veto +possible (actor=Norway) @"]);
}

#[test]
fn motions_are_carried_and_fall_by_votes() {
    check(
        "The same motion was thrown out by 16 votes to 9.",
        &["throw out [thrown] VOTE defeat +happened (theme=The same motion) @"],
    );
}

#[test]
fn whose_it_is_takes_part() {
    check(
        "Customers waited outside branches of the Avrel Savings Bank.",
        &["wait [waited] OTHER +happened (actor=Customers, recipient=the Avrel Savings Bank) @"],
    );
    check(
        "The Aviation Inspectorate said it would ground the fleet.",
        &["ground [ground] OTHER act +planned (actor=it, theme=the fleet) @"],
    );
    check(
        "The Weather Agency said it would damage the harbour.",
        &["damage [damage] ACCIDENT damage +planned (theme=the harbour) @"],
    );
}

#[test]
fn an_ally_of_somebody_is_somebody_else() {
    let entity = |text: &str| {
        with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            let actor = reading.claims[0].participants.first().and_then(|p| p.entity);
            actor.map(|e| reading.entities[e].name.to_string())
        })
    };
    assert_eq!(
        entity("Anna Marin resigned. A key Marin ally left the party."),
        Some("Anna Marin".to_owned())
    );
    let ally = entity("A key Marin ally left the party of Anna Marin.");
    assert_eq!(ally, Some("a key Marin ally".to_owned()));
}

#[test]
fn what_the_next_sentence_says_was_not_done() {
    // In a paragraph the word before is denied, and that is all.
    check(
        "We reported that the dean had been dismissed. She has not.",
        &["dismiss [dismissed] COMPANY dismiss +denied (theme=the dean) @"],
    );
}

#[test]
fn a_verb_with_its_noun_is_the_noun_s_act() {
    check(
        "The firm appealed against the fine of 8 million kroner imposed on Friday.",
        &[
            "appeal [appealed] REQUEST +happened (actor=The firm, theme=the fine) @",
            "fine [fine] RULING +happened (theme=8 million kroner) @Friday",
        ],
    );
    check(
        "The carrier lodged its appeal on Monday.",
        &["appeal [appeal] REQUEST +happened (actor=The carrier) @Monday"],
    );
    check(
        "The paper welcomed the inquiry that the tribunal opened on Monday.",
        &[
            "welcome [welcomed] SUPPORT +happened (actor=The paper, recipient=the inquiry) @",
            "inquiry [inquiry] ACCUSE investigate +happened (actor=the tribunal) @Monday",
        ],
    );
}

#[test]
fn two_or_three_words_may_say_what_one_says() {
    check(
        "The head teacher was placed on leave on Monday.",
        &["suspend [placed] SANCTION suspend +happened (victim=The head teacher) @Monday"],
    );
    check(
        "Forty sailors were let go on Monday.",
        &["release [go] CONCEDE +happened (theme=Forty sailors) @Monday"],
    );
    check(
        "Some 900 weavers downed tools on Monday.",
        &["strike [downed] PROTEST strike +happened (actor=Some 900 weavers, theme=tools) @Monday"],
    );
    check(
        "The wall of a quarry gave way before dawn on Monday.",
        &["give way [gave] ACCIDENT collapse +happened (theme=The wall of a quarry) @dawn on Monday"],
    );
}

#[test]
fn a_storm_with_a_name_is_what_happens() {
    check(
        "Cyclone Odile tore across the island on Monday.",
        &["cyclone [Odile] DISASTER storm +happened (theme=Cyclone Odile) @Monday"],
    );
}

#[test]
fn what_people_died_in_and_what_is_looked_into_came_about() {
    check(
        "Nine people died in the fire on Monday.",
        &[
            "die [died] CASUALTY killed +happened (victim=Nine people) @Monday",
            "fire [fire] ACCIDENT fire +happened () @Monday",
        ],
    );
    check(
        "Nobody wants an inquiry into the collapse of the pier.",
        &[
            "inquiry [inquiry] ACCUSE investigate +demanded () @",
            "collapse [collapse] ACCIDENT +happened (theme=the pier) @",
        ],
    );
}

#[test]
fn protest_has_many_names() {
    check(
        "The workers gheraoed the director.",
        &["gherao [gheraoed] PROTEST +happened (actor=The workers, theme=the director) @"],
    );
}

#[test]
fn grenades_are_thrown_and_the_counted_are_hurt() {
    check(
        "Gunmen lobbed grenades, killing four troopers and wounding seven.",
        &[
            "lob [lobbed] ASSAULT attack +happened (actor=Gunmen, theme=grenades) @",
            "kill [killing] CASUALTY killed +happened (actor=Gunmen, victim=four troopers) @",
            "wound [wounding] CASUALTY wounded +happened (actor=Gunmen, victim=seven) @",
        ],
    );
    check(
        "The charge left a dozen students injured.",
        &["injure [injured] CASUALTY wounded +happened (victim=a dozen students) @"],
    );
}

#[test]
fn a_driver_s_control_is_no_territory_and_demands_are_not_met_in_person() {
    check("The driver lost control.", &["lose control [lost] OTHER act +happened (actor=The driver) @"]);
    check(
        "The army lost control of the town.",
        &["lose control [lost] TERRITORY +happened (actor=The army) @"],
    );
    check(
        "The firm met its demands on Monday.",
        &["meet [met] CONCEDE accommodate +happened (actor=The firm, theme=its demands) @Monday"],
    );
}

#[test]
fn nouns_in_two_parts_and_states_are_acts() {
    check(
        "Students staged a sit-in on Tuesday.",
        &["sit-in [sit-in] PROTEST +happened (actor=Students) @Tuesday"],
    );
    check(
        "Workers at the mill have been on strike since Monday.",
        &["strike [strike] PROTEST strike +happened (actor=Workers) @Monday"],
    );
    check("The town is under siege.", &["siege [siege] COERCE +happened (victim=The town) @"]);
}

#[test]
fn an_election_that_is_called_is_to_come() {
    check(
        "The president dissolved parliament and called an early election for 12 May.",
        &[
            "dissolve [dissolved] OTHER act +happened (actor=The president, theme=parliament) @",
            "election [election] VOTE +planned (actor=The president) @12 May",
        ],
    );
}

#[test]
fn fire_is_opened_and_sweeps() {
    check(
        "Troops opened fire on the crowd.",
        &["open fire [opened] ASSAULT attack +happened (actor=Troops, victim=the crowd) @"],
    );
    check("A fire swept through a garment factory.", &["fire [fire] ACCIDENT fire +happened () @"]);
    check(
        "The rocket blew up seconds after launch.",
        &["blow up [blew] ACCIDENT +happened (theme=The rocket) @"],
    );
}

#[test]
fn by_how_much_is_nobody_and_the_boat_carries() {
    check(
        "The central bank raised its key rate by a quarter point.",
        &["raise [raised] OTHER change +happened (actor=The central bank, theme=its key rate) @"],
    );
    check(
        "The navy intercepted a boat carrying 60 migrants.",
        &[
            "intercept [intercepted] OTHER +happened (actor=The navy, theme=a boat) @",
            "carry [carrying] OTHER act +happened (actor=a boat, theme=60 migrants) @",
        ],
    );
}

#[test]
fn who_is_asked_is_to_do_it_and_two_verbs_share_an_object() {
    check(
        "The union called on members to walk out on Monday.",
        &[
            "call on [called] REQUEST +happened (actor=The union) @",
            "walk out [walk] PROTEST strike +demanded (actor=members) @Monday",
        ],
    );
    check(
        "Gunmen shot and killed a journalist.",
        &[
            "shoot [shot] ASSAULT attack +happened (actor=Gunmen, victim=a journalist) @",
            "kill [killed] CASUALTY killed +happened (actor=Gunmen, victim=a journalist) @",
        ],
    );
}

#[test]
fn not_the_first_of_a_row_denies_none() {
    check("This was not the first attack on the convoy.", &[]);
    check(
        "There was no second attack on the convoy.",
        &["attack [attack] ASSAULT attack -happened (victim=the convoy) @"],
    );
}

#[test]
fn who_is_blamed_and_who_claims_it() {
    check(
        "The minister blamed the attack on separatists.",
        &["blame [blamed] ACCUSE +happened (actor=The minister, theme=the attack, recipient=separatists) @"],
    );
    check(
        "No group has claimed responsibility for the attack.",
        &[
            "claim responsibility [claimed] STATEMENT -happened (speaker=No group) @",
            "attack [attack] ASSAULT attack +happened () @",
        ],
    );
}

#[test]
fn one_word_for_several_acts() {
    check("A train hit a lorry.", &["hit [hit] ACCIDENT +happened (theme=A train, theme=a lorry) @"]);
    check(
        "The speaker suspended the session.",
        &["suspend [suspended] REJECT postpone +happened (actor=The speaker, theme=the session) @"],
    );
    check(
        "Schools were closed on Monday.",
        &["close [closed] COMPANY close +happened (theme=Schools) @Monday"],
    );
    check(
        "14 people were killed and dozens wounded on Friday.",
        &[
            "kill [killed] CASUALTY killed +happened (victim=14 people) @Friday",
            "wound [wounded] CASUALTY wounded +happened (victim=dozens) @Friday",
        ],
    );
    check(
        "Workers voted to end the strike.",
        &[
            "vote [voted] VOTE +happened (actor=Workers) @",
            "end [end] OTHER end +planned (actor=Workers, theme=the strike) @",
        ],
    );
}

#[test]
fn unions_strike_and_towns_fall() {
    check(
        "The union has threatened to strike.",
        &[
            "threaten [threatened] THREATEN +happened (actor=The union) @",
            "strike [strike] PROTEST strike +possible (actor=The union) @",
        ],
    );
    check(
        "The town fell to the rebels in May.",
        &["fall [fell] TERRITORY +happened (theme=The town, recipient=the rebels) @May"],
    );
    check(
        "The ceasefire took effect on Monday.",
        &["ceasefire [ceasefire] RETREAT ceasefire +happened () @Monday"],
    );
    check(
        "The rebels are holding 14 soldiers hostage.",
        &["hold hostage [holding] COERCE arrest +ongoing (actor=The rebels, victim=14 soldiers) @"],
    );
}
