use super::attribution_relations;
use crate::{read, testing};

/// Every relation as `form type | speaker | content / content`, with "not" before what is expressly not ascribed.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    testing::with_article(text, None, |parsed| {
        let shown: Vec<String> = attribution_relations(parsed, &read(parsed))
            .iter()
            .map(|r| {
                let who = r.speaker.map_or("-", |s| s.slice(text));
                let content: Vec<&str> = r.content.iter().map(|s| s.slice(text)).collect();
                let not = if r.is_negated { "not " } else { "" };
                format!("{not}{:?} {} | {who} | {}", r.form, r.kind.as_str(), content.join(" / "))
            })
            .collect();
        assert_eq!(shown, expect, "{text}");
    });
}

#[test]
fn speech_thought_knowledge_and_care() {
    check(
        "The mayor said that the bridge was safe.",
        &["Clause assertion | The mayor | the bridge was safe"],
    );
    check("The mayor thinks the bridge is safe.", &["Clause belief | The mayor | the bridge is safe"]);
    check("The engineers know that the bridge is old.", &["Clause fact | The engineers | the bridge is old"]);
    check(
        "The crew worked all night to ensure that the dam would hold.",
        &["Clause eventuality | The crew | the dam would hold"],
    );
    check("We are sure that the dam will hold.", &["Clause belief | We | the dam will hold"]);
    check("The dam, I think, will hold.", &["Clause belief | I | The dam / will hold"]);
}

#[test]
fn clauses_far_from_their_cue() {
    check("I remember signing the paper.", &["Clause fact | I | signing the paper"]);
    check(
        "Residents were concerned that the dam would fail.",
        &["Clause belief | Residents | the dam would fail"],
    );
    check("The crew has no way to know that the dam failed.", &["Clause fact | The crew | the dam failed"]);
    check("The warden recalled the gate that was locked.", &[]);
    check("The warden noticed that gate.", &[]);
}

#[test]
fn nobody_thinks_it() {
    check(
        "The mayor does not think that the bridge is safe.",
        &["not Clause belief | The mayor | the bridge is safe"],
    );
    check("This means that the bridge is closed.", &[]);
    check("It is known that the bridge is old.", &[]);
    check("She saw the boat leave the harbour.", &[]);
    check("The bridge fell, you know, in May.", &[]);
    check("She was so happy that she cried.", &[]);
    check("They gathered details that inform the plan.", &[]);
    check("They learned how the pump works.", &[]);
    check("Let's say the bridge falls.", &[]);
}

#[test]
fn clauses_that_go_on() {
    check(
        "The mayor claims that the dam was built badly and it was never tested.",
        &["Clause assertion | The mayor | the dam was built badly and it was never tested"],
    );
    check(
        "The mayor claims that the dam was built badly, and that nobody tested it.",
        &["Clause assertion | The mayor | the dam was built badly, and that nobody tested it"],
    );
    check(
        "The mayor said the dam was safe and she opened the gate.",
        &["Clause assertion | The mayor | the dam was safe"],
    );
    check(
        "According to the keeper, the gate fell in May, which nobody had expected.",
        &["Adjunct assertion | the keeper | the gate fell in May, which nobody had expected"],
    );
    check("It rained. I mean the dam was full.", &["Clause belief | I | the dam was full"]);
}

#[test]
fn what_is_meant_to_be_done() {
    check("The union plans to strike in May.", &["Phrase eventuality | The union | to strike in May"]);
    check("The mayor wants the council to pay.", &["Phrase eventuality | The mayor | the council to pay"]);
    check("The union is expected to strike.", &[]);
    check("The union does not plan to strike.", &[]);
    check("The union began to strike.", &[]);
    check("The plan aims to close the gap.", &[]);
    check("The gates were shut to ensure that the dam would hold.", &[]);
}

#[test]
fn calls_and_promises() {
    check(
        "Three members called on the mayor to resign.",
        &["Phrase eventuality | Three members | the mayor to resign"],
    );
    check("The mayor called on Monday to say hello.", &[]);
    check(
        "The mayor's promise to pay the crew was kept.",
        &["Noun eventuality | The mayor | to pay the crew"],
    );
    check("The bridge to the harbour was closed.", &[]);
}

#[test]
fn views_in_a_phrase() {
    check(
        "The crew sees the plan as a threat to the harbour.",
        &["Phrase belief | The crew | the plan as a threat to the harbour"],
    );
    check("The crew saw the boat as it left.", &[]);
    check(
        "The mayor criticised the council for waiting.",
        &["Phrase assertion | The mayor | the council for waiting"],
    );
    check("The mayor criticised the council.", &[]);
    check(
        "The keeper's hope that the dam would hold was in vain.",
        &["Noun belief | The keeper | the dam would hold"],
    );
    check("The hope that the dam would hold was in vain.", &[]);
}

#[test]
fn a_paragraph_that_the_one_above_announces() {
    let text =
        "The ministry denied the charges:\nThe dam was never at risk. We have tested it.\n\nThe keeper left.";
    check(
        text,
        &[
            "Phrase assertion | The ministry | the charges",
            "Clause assertion | The ministry | The dam was never at risk. We have tested it.",
        ],
    );
    check("The ministry closed the gates:\nThe dam was at risk.\n\nThe keeper left.", &[]);
}

#[test]
fn the_speaker_is_no_part_of_what_is_said() {
    check(
        "The gate fell in May, the keeper of the old dam said.",
        &["Clause assertion | the keeper of the old dam | The gate fell in May"],
    );
    check(
        "The owners, said the mayor, are warned.",
        &["Clause assertion | the mayor | The owners / are warned"],
    );
}

#[test]
fn credits_name_the_maker_of_a_caption() {
    check(
        "The old pier at night. Image: Ada Berg.",
        &["Credit assertion | Ada Berg | The old pier at night"],
    );
    check(
        "The old pier at night (photo credit: Ada Berg)",
        &["Credit assertion | Ada Berg | The old pier at night"],
    );
    check("The menu: soup.", &[]);
}

#[test]
fn nouns_that_say_it_with_a_verb() {
    check("Her argument is that the dam will hold.", &["Clause assertion | Her | the dam will hold"]);
    check(
        "The crew came to the conclusion that the dam would hold.",
        &["Clause assertion | The crew | the dam would hold"],
    );
    check("We are able to make the case that the dam was old.", &["Clause assertion | We | the dam was old"]);
    check("The problem is that the dam is old.", &[]);
}

#[test]
fn clauses_torn_from_their_cue() {
    check(
        "The paper reported on Sunday, quoting two officials, that the bank had failed.",
        &["Clause assertion | The paper | the bank had failed"],
    );
    check(
        "Critics argue the plan, unveiled in May, hurts the poor.",
        &["Clause assertion | Critics | the plan, unveiled in May, hurts the poor"],
    );
    check(
        "Officials say the board accepted by five votes to three.",
        &["Clause assertion | Officials | the board accepted by five votes to three"],
    );
    check(
        "By yesterday evening 31 families had left, the agency said.",
        &["Clause assertion | the agency | By yesterday evening 31 families had left"],
    );
    check(
        "In a study of 2007 Ada Berg and colleagues found that the dam was old.",
        &["Clause fact | Ada Berg and colleagues | the dam was old"],
    );
    check("Minister says talks to resume", &["Clause assertion | Minister | talks to resume"]);
    check("She said a prayer.", &[]);
}

#[test]
fn what_the_article_makes_of_it_is_not_said() {
    check(
        "The army said its troops had retaken the town, a claim that could not be checked.",
        &["Clause assertion | The army | its troops had retaken the town"],
    );
    check(
        "The army says that it lost two men, though residents say that six died.",
        &["Clause assertion | The army | it lost two men", "Clause assertion | residents | six died"],
    );
    check(
        "The minister conceded that mistakes had been made, while stressing that no law had been broken.",
        &[
            "Clause assertion | The minister | mistakes had been made",
            "Clause assertion | The minister | no law had been broken",
        ],
    );
    check(
        "They claimed Ada Berg was a guest and claim she was paid.",
        &["Clause assertion | They | Ada Berg was a guest", "Clause assertion | They | she was paid"],
    );
}

#[test]
fn verbs_that_go_on_without_a_subject() {
    check(
        "They know that it opened in 1924, burned down in 1977 and was rebuilt.",
        &["Clause fact | They | it opened in 1924, burned down in 1977 and was rebuilt"],
    );
    check(
        "They say that it opened in 1924 and insist that it never closed.",
        &["Clause assertion | They | it opened in 1924", "Clause assertion | They | it never closed"],
    );
}

#[test]
fn speakers_that_no_subject_names() {
    check(
        "It is sad for me today to admit that the dam has failed.",
        &["Clause assertion | me | the dam has failed"],
    );
    check(
        "What was her reaction upon learning that the dam had failed?",
        &["Clause fact | her | the dam had failed"],
    );
    check("Nobody thinks that the dam will hold.", &[]);
}

#[test]
fn sentences_around_their_cue() {
    check(
        "The old tanks, the mayor said, which were built in May, leaked.",
        &["Clause assertion | the mayor | The old tanks / which were built in May, leaked"],
    );
    check(
        "The tanks leaked, the mayor said, and she left.",
        &["Clause assertion | the mayor | The tanks leaked"],
    );
    check(
        "There were 14 votes in favour, and one member abstained, as the union put it.",
        &["Clause assertion | the union | There were 14 votes in favour, and one member abstained"],
    );
    check("In his view, the law goes too far.", &["Adjunct belief | his | the law goes too far"]);
    check(
        "The crew left, according to two people who were present.",
        &["Adjunct assertion | two people | The crew left"],
    );
}

#[test]
fn one_cue_of_two_words() {
    check(
        "The agency quoted an officer as saying that 12 people had died.",
        &["Phrase assertion | an officer | 12 people had died"],
    );
    check(
        "She said her son \"never hurt anyone\" and that she would fight.",
        &["Clause assertion | She | her son \"never hurt anyone\" and that she would fight"],
    );
}

#[test]
fn words_that_join_nothing() {
    check("Upon telling her that, he left the town.", &[]);
    check("As he assumes that duty, he needs our help.", &[]);
    check("The week saw the dams burst.", &[]);
    check("I think – I think the dam will hold.", &["Clause belief | I | the dam will hold"]);
    check("The keeper looks for ways to find out whether it leaks.", &[]);
}

#[test]
fn what_is_seen_to_happen() {
    check("We saw the boats leaving the harbour.", &["Perceived fact | We | the boats leaving the harbour"]);
    check("We saw the boats leave the harbour.", &[]);
}

#[test]
fn fillers_and_terms_say_nothing() {
    check("I mean, the dam was full.", &[]);
    check("But you know what? It held.", &[]);
    check("Let's see who is here now.", &[]);
    check("He was paid according to the contract.", &[]);
}

#[test]
fn names_behind_a_dash_and_titles_in_a_list() {
    check(
        "The dam held against all we had feared. — Ada Berg",
        &["Credit assertion | Ada Berg | The dam held against all we had feared."],
    );
    check(
        "The old pier (credit: work by Ada Berg) was built in May.",
        &["Credit assertion | work by Ada Berg | The old pier"],
    );
    check(
        "Ada Berg. “The Price of Bread.” Harbour Press, 1990.",
        &["Credit assertion | Ada Berg | The Price of Bread."],
    );
    check("Berg, Ada. The Price of Bread", &["Credit assertion | Berg, Ada | The Price of Bread"]);
    check("Berg, Ada. The Price of Bread (part one)", &["Credit assertion | Berg, Ada | The Price of Bread"]);
    check("Berlin, Germany. The talks failed again.", &[]);
    check("The dam held – nobody knew why.", &[]);
}

#[test]
fn what_is_not_said() {
    check(
        "The army did not say whether the bridge had fallen.",
        &["not Clause assertion | The army | whether the bridge had fallen"],
    );
    check(
        "The owner does not dispute that the dam leaked.",
        &["Clause assertion | The owner | the dam leaked"],
    );
    check("On telling him that, he left the town.", &[]);
}

#[test]
fn matters_told_in_a_phrase() {
    check("The mayor announced a review.", &["Phrase assertion | The mayor | a review"]);
    check("The mayor announced it.", &[]);
    check("Residents complained about the smell.", &["Phrase assertion | Residents | about the smell"]);
    check("The engine complained in the cold.", &[]);
    check("The keeper is worried about the dam.", &["Phrase belief | The keeper | about the dam"]);
    check("The union raised doubts about the plan.", &["Phrase belief | The union | about the plan"]);
    check(
        "The mayor derided the report as a joke.",
        &["Phrase assertion | The mayor | the report as a joke"],
    );
    check(
        "The mayor dismissed the report as a joke.",
        &["Phrase assertion | The mayor | the report as a joke"],
    );
}

#[test]
fn cues_of_several_words() {
    check(
        "The mayor made clear that the bridge would close.",
        &["Clause assertion | The mayor | the bridge would close"],
    );
    check(
        "The union issued a statement saying the dam was unsafe.",
        &["Clause assertion | The union | the dam was unsafe"],
    );
    check("The glass made clear shapes.", &[]);
    check(
        "The keeper said she would mend the gate and promised that it would hold.",
        &[
            "Clause assertion | The keeper | she would mend the gate",
            "Clause assertion | The keeper | it would hold",
        ],
    );
    check(
        "While the keeper has said the dam is safe, it leaks.",
        &["Clause assertion | the keeper | the dam is safe"],
    );
    check(
        "The owners deny the fact that the dam leaked.",
        &["Clause assertion | The owners | the dam leaked"],
    );
}
