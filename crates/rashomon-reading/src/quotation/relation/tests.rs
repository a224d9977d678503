use super::attribution_relations;
use crate::{read, testing};

/// Every relation as `form type | speaker | content / content`.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    testing::with_article(text, None, |parsed| {
        let shown: Vec<String> = attribution_relations(parsed, &read(parsed))
            .iter()
            .map(|r| {
                let who = r.speaker.map_or("-", |s| s.slice(text));
                let content: Vec<&str> = r.content.iter().map(|s| s.slice(text)).collect();
                format!("{:?} {} | {who} | {}", r.form, r.kind.as_str(), content.join(" / "))
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
    check("The mayor does not think that the bridge is safe.", &[]);
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
