//! Whoever has just spoken goes on: quotations without a cue, pronouns, words in marks beside reported speech.

use super::{check, check_names};

#[test]
fn a_quotation_behind_reported_speech() {
    check(
        "The quarry will be flooded by spring unless the pumps are paid for, warns its manager, Petra Vogel. “Water does not wait.”",
        &[
            "indirect | its manager, Petra Vogel | The quarry will be flooded by spring unless the pumps are paid for",
            "direct | its manager, Petra Vogel | Water does not wait.",
        ],
    );
    check_names(
        "It was Joss Herrick, the lock keeper, who heard it. A big man in a grey coat, he says, halted at the gate. “I thought of my dinner.”",
        &["Joss Herrick", "Joss Herrick"],
    );
    check_names(
        "The mayor, Ida Strand, said the wells were safe.\n\n“I drink it myself.”",
        &["Ida Strand", "Ida Strand"],
    );
    check_names(
        "The mayor, Ida Strand, said the wells were safe.\n\n“I would not.” Otto Lind, a farmer, did not wait.",
        &["Ida Strand", "-"],
    );
    check_names(
        "The judge asked the baker, Otto Lind, whether he had seen it. “Not once.”",
        &["judge", "Otto Lind"],
    );
    check_names("The brewery said the beer was safe. “Drink up.”", &["brewery", "-"]);
}

#[test]
fn cues_behind_what_they_report() {
    check(
        "Trams are to stop at midnight unless the drivers are given a room, warns their chairwoman, Ada Berg.",
        &[
            "indirect | their chairwoman, Ada Berg | Trams are to stop at midnight unless the drivers are given a room",
        ],
    );
    check(
        "If the levy were raised, 40 of the dairy's 300 jobs could go to Leeds, said the shop steward, Colm Barry, citing a letter that he declined to show.",
        &["indirect | Colm Barry | If the levy were raised, 40 of the dairy's 300 jobs could go to Leeds"],
    );
    check("He wrote to the council, warned its director and left.", &[]);
    check(
        "Ms Hale, stopped on the stairs, says that no such plan exists; the envoy in Brekka will travel home.",
        &["indirect | Ms Hale | no such plan exists"],
    );
}

#[test]
fn a_clause_between_cue_and_colon() {
    check(
        "The envoy, Dan Coyle, denied that his country sheltered the gang: “Not one man.”",
        &[
            "indirect | The envoy, Dan Coyle | his country sheltered the gang",
            "direct | The envoy, Dan Coyle | Not one man.",
        ],
    );
    check("The envoy said in Lund on Monday: “Not one man.”", &["direct | The envoy | Not one man."]);
}

#[test]
fn words_in_marks_beside_reported_speech() {
    check_names(
        "Otto Lind was jeered. He had known nothing, he said; twice he had asked for the lists and been shown “a very pretty sheet”.",
        &["Otto Lind", "Otto Lind"],
    );
    check_names(
        "Otto Lind said the wells were safe; the mayor balked at “a pile of promises”.",
        &["Otto Lind", "-"],
    );
    check_names("The mood, Ida Strand says, was good; she had just seen “Golden Crust”.", &["Ida Strand"]);
}

#[test]
fn what_somebody_sees_finds_or_conveys() {
    check_names("The clerk of works, Otto Lind, saw “a great many bottles”.", &["Otto Lind"]);
    check_names(
        "The coach, Ben Ode, has conveyed to the league “the hope that it may be dry”.",
        &["Ben Ode"],
    );
    check_names(
        "The mill must go, warned its rival, Otto Lind, for whom the guild is “nine chairs and one opinion”.",
        &["Otto Lind", "Otto Lind"],
    );
    check_names("Otto Lind sold “a great many bottles”.", &["-"]);
    check_names("The town saw “an orgy of violence” in May.", &["-"]);
}

#[test]
fn pronouns_of_reported_speech() {
    check_names(
        "Dan Coyle, of the Pilots' Guild, denied that the mate, Otto Lind, had ordered it. “A mate asks,” he said.",
        &["Dan Coyle", "Dan Coyle"],
    );
    check_names(
        "“We carried it out,” Ida Strand said. “It was heavy.”\n\nShe said the council had asked three times.",
        &["Ida Strand", "Ida Strand"],
    );
    check_names(
        "Sixty men walked over the bridge, said the Prisoners' Committee, which watched. The rest are to follow, it said.",
        &["Prisoners' Committee", "Prisoners' Committee"],
    );
    check_names("Nine families came over the pass. They say that nobody stopped them.", &["Nine families"]);
    check_names("Nine lorries came over the pass. They say that nobody stopped them.", &["They"]);
    check_names(
        "Norland's envoy, Boris Malin, called it theatre. Norland would answer in kind, he said.",
        &["Boris Malin", "Boris Malin"],
    );
}

#[test]
fn nobody_names_himself_after_another_has_spoken() {
    check_names(
        "“Every name is right,” the chairwoman, Ida Strand, told reporters. The list would go to the prosecutor on Monday, she said.",
        &["Ida Strand", "Ida Strand"],
    );
    check_names("The mayor was tired. Ann Vale had not left the island, she said.", &["Ann Vale"]);
}

#[test]
fn questions_that_the_article_asks() {
    check_names(
        "Ida Strand, acting head for a week, says that two units could restart in May. And the rest? “Not this year.”",
        &["Ida Strand", "Ida Strand"],
    );
    check_names("The shop is small. And the rest? “Not this year.”", &["-"]);
}

#[test]
fn pronouns_within_a_quotation() {
    check_names(
        "Tom Ashby rang his wife. “He told me, ‘I fell on the sofa.’ I laughed,” Kate Ashby told the Mercury.",
        &["Kate Ashby", "Tom Ashby"],
    );
    check_names(
        "Tom Ashby met Otto Lind. “He told me, ‘I fell on the sofa.’ I laughed,” Kate Moe told the Mercury.",
        &["Kate Moe", "He"],
    );
}

#[test]
fn set_phrases_that_report() {
    check("Rumour has it that the mill is shut.", &["indirect | Rumour | the mill is shut"]);
    check("The town has it in mind that it should grow.", &[]);
    check("Her aides are certain that the vote is won.", &["indirect | Her aides | the vote is won"]);
    check("It is certain that the vote is won.", &[]);
    check("The airline attributed the delay to ice.", &["indirect | The airline | the delay to ice"]);
    check("Both men pleaded not guilty on Monday.", &["indirect | Both men | not guilty"]);
}

#[test]
fn second_speakers_without_a_verb() {
    check(
        "The council speaks of forty lorries; the drivers, of two hundred.",
        &["indirect | The council | forty lorries", "indirect | the drivers | two hundred"],
    );
    check(
        "Police say 41 were hurt, the nurses' union that it was 90.",
        &["indirect | Police | 41 were hurt", "indirect | the nurses' union | it was 90"],
    );
    check(
        "The report says the union that runs the mill is rich.",
        &["indirect | The report | the union that runs the mill is rich"],
    );
    check("We wrote to the manager, Otto Lind, that it leaked.", &[]);
}

#[test]
fn denials_and_their_matter() {
    check("The village denied any part in it.", &["indirect | The village | any part in it"]);
    check("This was denied by the ministry.", &["indirect | the ministry | This was denied by the ministry"]);
    check("He was denied entry by the guards.", &[]);
    check(
        "Rumours in the lobby that Otto Lind would go were denied by the ministry.",
        &["indirect | the ministry | Otto Lind would go"],
    );
}

#[test]
fn verbs_that_the_tagger_takes_for_nouns() {
    check(
        "Rents in the city, the tenants' union calculates, have doubled since May.",
        &["indirect | the tenants' union | Rents in the city / have doubled since May"],
    );
    check(
        "A palace insider reckons the boy broke his own bow.",
        &["indirect | palace insider | the boy broke his own bow"],
    );
    check("The bank reports are late, and the union talks go on.", &[]);
}

#[test]
fn clauses_whole_before_their_cue() {
    check(
        "Nine people were killed, six cooks and three guards, the warden said.",
        &["indirect | the warden | Nine people were killed, six cooks and three guards"],
    );
    check(
        "The army has not entered the mill, where forty people sleep, the colonel said.",
        &["indirect | the colonel | The army has not entered the mill, where forty people sleep"],
    );
    check(
        "Shares fell after the brewer warned that profit this year would come in below its forecast, blaming dear malt.",
        &["indirect | the brewer | profit this year would come in below its forecast"],
    );
}
