//! What one affirms and another denies, or does not say any more.

use super::{check, check_pile};

#[test]
fn what_one_affirms_and_another_denies() {
    check(
        "The army shelled the port of Mombasa on Monday, the United Nations said.",
        "The army denied that it had shelled the port of Mombasa on Monday.",
        &["polarity conflict event: shelled [north] | shelled [south]"],
    );
    check(
        "Police arrested the mayor of Lyon on Monday.",
        "Police did not arrest the mayor of Lyon on Monday, the government said.",
        &["polarity conflict event: arrested [north] | arrest [south]"],
    );
}

#[test]
fn what_both_affirm_is_no_disagreement() {
    check(
        "The army shelled the port of Mombasa on Monday, the United Nations said.",
        "On Monday the army shelled the port of Mombasa for two hours, sailors said.",
        &[],
    );
}

#[test]
fn each_side_blames_the_other() {
    let first = "Kenya accused Uganda of shelling the village on Monday.";
    check(
        first,
        "Uganda accused Kenya of shelling the village on Monday.",
        &["participant conflict event: accused [north] | accused [south]"],
    );
    check(first, "Uganda accused Rwanda of shelling the village on Monday.", &[]);
}

#[test]
fn a_denial_that_points_back() {
    let call = "He rang the harbour office at once, the pilot Jan Smit said.";
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!("{call} The director, Anna Berg, denied on Monday that there had been any such call."),
        )],
        &["polarity conflict event: rang [north] | denied [north]"],
    );
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!("{call} The director, Anna Berg, denied that she had been paid."),
        )],
        &[],
    );
}

#[test]
fn the_same_act_with_and_without_a_not() {
    let first = "The pipes had not been cleaned since 2019, the plumber Jan Smit said.";
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!("{first} The waterworks told the paper that they were cleaned last month."),
        )],
        &["polarity conflict event: cleaned [north] | cleaned [north]"],
    );
    let plain = "The pipes had not been cleaned in 2019, the plumber Jan Smit said.";
    check_pile(
        &[(
            "north",
            "2023-05-17",
            &format!("{plain} The waterworks told the paper that they were cleaned last month."),
        )],
        &[],
    );
}

#[test]
fn a_fate_told_and_denied_in_other_words() {
    let rumour = "General Ivan Petrov has been shot, soldiers in Minsk said on Monday.";
    let denial = "General Ivan Petrov was not executed in Minsk, the ministry said.";
    check_pile(
        &[("north", "2023-05-15", rumour), ("south", "2023-05-17", denial)],
        &["polarity conflict event: shot [north] | executed [south]"],
    );
    // Overtaken by the later account; of somebody else.
    check_pile(&[("north", "2023-05-17", rumour), ("south", "2023-05-14", denial)], &[]);
    let other = "Colonel Anna Berg was not executed in Minsk, the ministry said.";
    check_pile(&[("north", "2023-05-15", rumour), ("south", "2023-05-17", other)], &[]);
}

#[test]
fn a_rule_that_is_lifted_later() {
    let imposed = "The government imposed a curfew in Minsk on Monday.";
    let later = "In Minsk the curfew was lifted on Wednesday.";
    check_pile(
        &[("north", "2023-05-15", imposed), ("south", "2023-05-18", later)],
        &["modality evolves event: imposed [north] | lifted [south]"],
    );
    let other = "In Minsk the ban was lifted on Wednesday.";
    check_pile(&[("north", "2023-05-15", imposed), ("south", "2023-05-18", other)], &[]);
}

#[test]
fn an_office_that_denies_the_words() {
    let first = "The minister, Anna Berg, told the families that the delay was their own fault.";
    let check = |next: &str, expected: &[&str]| {
        check_pile(&[("north", "2023-05-17", &format!("{first} {next}"))], expected);
    };
    check(
        "Her office has since denied that she used those words.",
        &["polarity conflict event: was [north] | denied [north]"],
    );
    check("Her office has since moved to Lyon.", &[]);
}

#[test]
fn the_report_that_a_denial_answers() {
    let check = |text: &str, expected: &[&str]| check_pile(&[("north", "2023-05-17", text)], expected);
    check(
        "Anna Berg had not fled Lyon, her office said, after a pilot told a newspaper that Anna Berg had fled.",
        &["polarity conflict event: fled [north] | fled [north]"],
    );
    check(
        "Anna Berg had not fled Lyon, her office said, after a pilot told a newspaper that Omar Reza had fled.",
        &[],
    );
    check("Anna Berg had not fled Lyon, her office said. A pilot said that it had rained.", &[]);
}

#[test]
fn what_lies_somewhere_is_no_lie() {
    let rumour = "Rumours say that the mayor of Lyon has fled.";
    let check = |next: &str, expected: &[&str]| {
        check_pile(&[("north", "2023-05-17", &format!("{rumour} {next}"))], expected);
    };
    check(
        "The office of the mayor has no reports of that.",
        &["polarity conflict event: fled [north] | reports [north]"],
    );
    check("His house lies in the hills.", &[]);
}

#[test]
fn what_is_called_off_by_its_noun() {
    let plan = "The singer Anna Berg will give a concert in Lyon on 20 May, her agency said.";
    check_pile(
        &[
            ("north", "2023-05-15", plan),
            (
                "south",
                "2023-05-18",
                "The concert of the singer Anna Berg in Lyon has been cancelled, her agency said on Wednesday.",
            ),
        ],
        &["modality evolves event: give [north] | cancelled [south]"],
    );
    check_pile(
        &[
            ("north", "2023-05-15", plan),
            (
                "south",
                "2023-05-18",
                "The concert of the band Acme in Paris has been cancelled, its agency said on Wednesday.",
            ),
        ],
        &[],
    );
}

#[test]
fn what_was_not_so_yet_is_so_later() {
    check_pile(
        &[
            ("north", "2023-05-17", "The offer of Norway has not been accepted so far by the port of Lyon."),
            ("south", "2023-05-18", "The port of Lyon accepted the offer of Norway."),
        ],
        &["polarity evolves event: accepted [south] | accepted [north]"],
    );
}

#[test]
fn who_is_blamed_denies_any_part() {
    check(
        "Mayor Ada Moll blamed the Red Front for the fire at the depot.",
        "Somebody set fire to the depot. The Red Front denied any part in the fire on Friday.",
        &["polarity conflict event: blamed [north] | denied [south]"],
    );
    check(
        "Police chief Jan Roe has blamed the Red Front, which on Friday denied any involvement.",
        "Rain fell in the valley.",
        &["polarity conflict event: blamed [north] | denied [north]"],
    );
    // Who is blamed by two for two things says which.
    check_pile(
        &[
            ("north", "2023-05-17", "Mayor Ada Moll blamed the Red Front for the fire at the depot."),
            ("south", "2023-05-17", "The bank accused the Red Front of stealing its files."),
            ("west", "2023-05-18", "The Red Front denied any role in the fire."),
        ],
        &[],
    );
}

#[test]
fn no_such_thing_was_done() {
    check(
        "“In January I asked the ministry for 90 men,” the warden, Ada Moll, said. “I was given eleven. I am the door.” \
         A spokesman for the ministry said that no such request had been received.",
        "Rain fell in the valley.",
        &["polarity conflict event: asked [north] | received [north]"],
    );
}

#[test]
fn a_denial_answers_what_it_names() {
    // By the way, of somebody just named.
    check(
        "“It is a quarrel about the yard,” the priest said. The mayor says that it was the Red Front, which denies it.",
        "Rain fell in the valley.",
        &[],
    );
    // A word in common is not enough.
    check(
        "Eleven guards and three cooks died in the fire, the minister said. The police denied that any guard had \
         helped the robbers.",
        "Rain fell in the valley.",
        &[],
    );
}
