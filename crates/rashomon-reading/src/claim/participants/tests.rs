//! Who takes part, in sentences that the parser reads well and badly.

use crate::claim::tests::check;

#[test]
fn lists_are_whole() {
    check(
        "The Coastal Party, the Green List and the Liberal Alternative voted for the motion.",
        &[
            "vote [voted] VOTE +happened (actor=The Coastal Party, actor=the Green List, actor=the Liberal Alternative) @",
        ],
    );
    check(
        "Rikard Stavenhag, chief executive, and Ines Maltravers, finance director, were dismissed on Monday.",
        &["dismiss [dismissed] REJECT +happened (theme=Rikard Stavenhag, theme=Ines Maltravers) @Monday"],
    );
    check(
        "The village was shelled by the army and by rebels of the Front.",
        &[
            "shell [shelled] ASSAULT attack +happened (victim=The village, actor=the army, actor=rebels of the Front, actor=the Front) @",
        ],
    );
    check(
        "Farmers from Punjab and Haryana blocked the road.",
        &[
            "block [blocked] PROTEST obstruct +happened (actor=Farmers, location=Punjab, location=Haryana, theme=the road) @",
        ],
    );
    check(
        "The government of Kenya and the World Bank agreed on a loan.",
        &["agree [agreed] AGREE +happened (actor=The government, actor=the World Bank) @"],
    );
}

#[test]
fn clauses_about_a_noun_have_it_as_their_object() {
    check(
        "Police arrested the man that the court freed in May.",
        &[
            "arrest [arrested] COERCE arrest +happened (actor=Police, victim=the man) @",
            "free [freed] CONCEDE +happened (actor=the court, theme=the man) @May",
        ],
    );
    check(
        "The court barred Ostra Leasing, a subsidiary the bank bought in 2019, from trading.",
        &[
            "bar [barred] SANCTION +happened (actor=The court, victim=Ostra Leasing) @",
            "buy [bought] COMPANY +happened (actor=the bank, theme=a subsidiary) @2019",
        ],
    );
    check(
        "The rebels released 14 of the 30 sailors they had seized in May.",
        &[
            "release [released] CONCEDE +happened (actor=The rebels, theme=14 of the 30 sailors) @",
            "seize [seized] TERRITORY take +happened (actor=they, theme=the 30 sailors) @May",
        ],
    );
}

#[test]
fn whoever_is_said_to_be_killed_does_not_kill() {
    check(
        "Ten soldiers were reported killed in an ambush by the Front.",
        &[
            "kill [killed] CASUALTY killed +reported-only (victim=Ten soldiers, actor=the Front) @",
            "ambush [ambush] ASSAULT attack +reported-only (actor=the Front) @",
        ],
    );
}

#[test]
fn parties_and_hands() {
    check(
        "Talks between Iran and Oman collapsed on Sunday.",
        &["collapse [collapsed] CONSULT collapse +happened (actor=Talks, actor=Iran, actor=Oman) @Sunday"],
    );
    check(
        "A drone operated by the Houthis hit a tanker owned by a Greek company.",
        &[
            "hit [hit] ASSAULT attack +happened (actor=A drone, actor=the Houthis, victim=a tanker, recipient=a Greek company) @",
        ],
    );
    check(
        "Police used tear gas to disperse 500 students.",
        &[
            "use gas [used] COERCE +happened (actor=Police) @",
            "disperse [disperse] COERCE +happened (actor=Police, victim=500 students) @",
        ],
    );
    check(
        "The Authority fined Dravik Motors 85 million euros.",
        &["fine [fined] RULING +happened (actor=The Authority, theme=Dravik Motors) @"],
    );
    check(
        "The shooting of a teenager by an officer sparked riots.",
        &[
            "shooting [shooting] ASSAULT attack +happened (victim=a teenager, actor=an officer) @",
            "spark [sparked] OTHER act +happened (actor=The shooting of a teenager, theme=riots) @",
            "riot [riots] PROTEST +happened () @",
        ],
    );
    check(
        "Twenty were detained, and 9 injured.",
        &[
            "detain [detained] COERCE arrest +happened (victim=Twenty) @",
            "injure [injured] CASUALTY wounded +happened (victim=9) @",
        ],
    );
}

#[test]
fn who_is_asked_and_told() {
    check(
        "The union asked the court to annul the vote.",
        &[
            "ask [asked] REQUEST +happened (actor=The union, recipient=the court) @",
            "annul [annul] RULING +demanded (actor=the court, theme=the vote) @",
        ],
    );
    check("The crew was told to leave the ship.", &["tell [told] REQUEST +happened (recipient=The crew) @"]);
    check("She asked him to sit down.", &[]);
    check(
        "Ana Lind became acting director on 1 May 2019.",
        &["become [became] OTHER become +happened (actor=Ana Lind) @1 May 2019"],
    );
}

#[test]
fn whose_a_thing_is_takes_part_too() {
    check(
        "The company's warehouse burned down on Monday.",
        &[
            "burn down [burned] ACCIDENT fire +happened (theme=The company's warehouse, recipient=The company) @Monday",
        ],
    );
    check(
        "Nobody pushed a porter's trolley into the canal.",
        &["push into [pushed] ASSAULT advance -happened (victim=a porter's trolley) @"],
    );
}

#[test]
fn who_is_told_beside_the_subject_takes_part() {
    check(
        "The harbour master, Karl Lund, and the chief pilot, Ida Holm, were detained.",
        &["detain [detained] COERCE arrest +happened (victim=The harbour master, victim=the chief pilot) @"],
    );
    check(
        "Sweden joined Chile in voting against the draft.",
        &[
            "join [joined] COOPERATE +happened (actor=Sweden, theme=Chile) @",
            "vote [voting] VOTE +happened (actor=Sweden, actor=Chile, theme=the draft) @",
        ],
    );
    check(
        "Sweden abstained, as did Chile and Ghana.",
        &["abstain [abstained] VOTE +happened (actor=Sweden, actor=Chile, actor=Ghana) @"],
    );
    check(
        "The firm was fined 3 million euros by the Energy Authority.",
        &[
            "fine [fined] RULING +happened (theme=The firm, actor=the Energy Authority, theme=3 million euros) @",
        ],
    );
    check(
        "The senate rejected an amendment moved by the Greens.",
        &[
            "reject [rejected] REJECT +happened (actor=The senate, theme=an amendment, recipient=the Greens) @",
            "move [moved] OTHER act +happened (theme=an amendment, actor=the Greens) @",
        ],
    );
    check(
        "Deputies from the Reform Union, the Green League and the Farmers' Party voted.",
        &[
            "vote [voted] VOTE +happened (actor=Deputies, actor=the Reform Union, actor=the Green League, actor=the Farmers' Party) @",
        ],
    );
    check(
        "Sweden met Chile in Rome.",
        &["meet [met] CONSULT meet +happened (actor=Sweden, recipient=Chile, location=Rome) @"],
    );
}

#[test]
fn who_sinks_another_does_not_sink() {
    check(
        "The navy sank a trawler.",
        &["sink [sank] ACCIDENT +happened (actor=The navy, theme=a trawler) @"],
    );
    check("The trawler sank.", &["sink [sank] ACCIDENT +happened (theme=The trawler) @"]);
}
