//! What is read in short texts, on the real language engine.

use super::{EntityKind, LocalEntity, Mention, MentionKind, entity_at, read};
use crate::{ParsedArticle, passages};
use rashomon_ingest::ingest;
use rashomon_language::English;
use rashomon_text::{Article, BlockKind};
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(English::load);

/// The text as an article of paragraphs only, one a line.
fn article(text: &str) -> Article {
    let mut article = ingest("test.txt", text.as_bytes()).articles.remove(0);
    let mut start = 0;
    article.blocks.clear();
    for line in text.split('\n') {
        let span = rashomon_text::Span::new(start, start + line.len());
        if !line.is_empty() {
            article.blocks.push(rashomon_text::Block { span, kind: BlockKind::Paragraph, dateline: None });
        }
        start += line.len() + 1;
    }
    article.agency_credits.clear();
    article.publisher = None;
    article
}

fn with_reading<T>(text: &str, use_it: impl Fn(&ParsedArticle, &[Mention], &[LocalEntity]) -> T) -> T {
    let article = article(text);
    let passages = passages(&article);
    let documents: Vec<_> = passages.iter().map(|p| ENGLISH.parse(&p.text)).collect();
    let parsed = ParsedArticle::new(&article, &passages, &documents);
    let (mentions, entities, _) = read(&parsed);
    use_it(&parsed, &mentions, &entities)
}

/// Every `(words, name)`: the last place where the words stand is a mention of the entity of that name;
/// with the name `-` no mention starts and ends there.
#[track_caller]
fn check(text: &str, expect: &[(&str, &str)]) {
    with_reading(text, |parsed, mentions, entities| {
        for &(words, name) in expect {
            let found = mentions.iter().rev().find(|m| parsed.article.slice(m.span) == words);
            let found = found.map_or("-", |m| &entities[m.entity].name);
            assert_eq!(found, name, "{words:?} in {text:?}: {entities:#?}");
        }
    });
}

#[track_caller]
fn check_kind(text: &str, name: &str, kind: EntityKind, country: Option<&str>) {
    with_reading(text, |_, _, entities| {
        let entity = entities.iter().find(|e| e.name == name);
        let entity = entity.unwrap_or_else(|| panic!("no {name:?} in {entities:#?}"));
        assert_eq!((entity.kind, entity.country), (kind, country), "{text:?}");
    });
}

#[track_caller]
fn check_role(text: &str, name: &str, role: Option<&str>, affiliation: Option<&str>) {
    with_reading(text, |_, _, entities| {
        let entity = entities.iter().find(|e| e.name == name);
        let entity = entity.unwrap_or_else(|| panic!("no {name:?} in {entities:#?}"));
        assert_eq!(entity.role.as_deref(), role, "{text:?}");
        let of = entity.affiliation.map(|a| entities[a].name.as_str());
        assert_eq!(of, affiliation, "{text:?}: {entities:#?}");
    });
}

#[test]
fn surnames_and_acronyms_join_the_full_name() {
    check(
        "Ludmila Petrova scored twice on Sunday. The goals by Petrova came late.",
        &[("Petrova", "Ludmila Petrova")],
    );
    check(
        "The National Dairy Association (NDA) met in Cork. The NDA wants higher prices.",
        &[("NDA", "National Dairy Association")],
    );
    check("Dundalk Lions won the cup. It was a good day for the Lions.", &[("Lions", "Dundalk Lions")]);
    check(
        "Tom van der Meer resigned on Monday. Van der Meer said he was ill.",
        &[("Van der Meer", "Tom van der Meer"), ("he", "Tom van der Meer")],
    );
}

#[test]
fn a_body_described_as_its_owners_is_called_by_the_owner() {
    check(
        "Norway will host the talks, its fisheries ministry said.",
        &[("its fisheries ministry", "Norway's fisheries ministry")],
    );
    check("The fleet is old, its owner said.", &[("its owner", "its owner")]);
}

#[test]
fn a_company_is_no_body_of_workers_and_he_is_no_town() {
    check(
        "The United Glass Workers said that 40 members voted. The company has offered 3 percent.",
        &[("The company", "company")],
    );
    check(
        "Talks on Ostrand failed. The opposition leader, Per Enger, spoke in Ostrand. He said that it was late.",
        &[("He", "Per Enger")],
    );
}

#[test]
fn two_people_of_one_surname_stay_apart() {
    check(
        "Anna Keller sued Boris Keller over the farm. The court heard Keller on Tuesday.",
        &[("Anna Keller", "Anna Keller"), ("Boris Keller", "Boris Keller"), ("Keller", "Keller")],
    );
}

#[test]
fn titles_and_roles() {
    check_role(
        "Norway's fisheries minister, Odd Brekke, met the crews.",
        "Odd Brekke",
        Some("fisheries minister"),
        Some("Norway"),
    );
    check_role(
        "Foreign Minister Helen Marchetti left for Suva.",
        "Helen Marchetti",
        Some("Foreign Minister"),
        None,
    );
    check_role(
        "The Food Workers Union called a strike. The union's deputy leader, Per Aas, said talks had failed.",
        "Per Aas",
        Some("deputy leader"),
        Some("Food Workers Union"),
    );
    check_role(
        "The National Weather Bureau issued a warning. Its director, Vasiti Rabuka, said the storm was moving north.",
        "Vasiti Rabuka",
        Some("director"),
        Some("National Weather Bureau"),
    );
    check_role(
        "General Joseph Mutua, of FEMARU, spoke on Friday.",
        "Joseph Mutua",
        Some("General"),
        Some("FEMARU"),
    );
    check_role(
        "US Secretary of State Eleanor Whitby arrived on Monday.",
        "Eleanor Whitby",
        Some("Secretary of State"),
        None,
    );
}

#[test]
fn descriptions_refer_back_when_one_fits() {
    check(
        "Norway's fisheries minister, Odd Brekke, met the crews. The minister told them to wait.",
        &[("The minister", "Odd Brekke")],
    );
    check(
        "The Confederation of Northern Growers said yields fell. The confederation wants aid.",
        &[("The confederation", "Confederation of Northern Growers")],
    );
    check(
        "The space agency ESCOR lost contact with the probe. The agency said it would try again.",
        &[("The agency", "ESCOR"), ("it", "ESCOR")],
    );
    check(
        "Salmon farmer Fjordlaks ASA cut 340 jobs. Shares in Fjordlaks fell. The company said costs had doubled.",
        &[("Fjordlaks", "Fjordlaks ASA"), ("The company", "Fjordlaks ASA")],
    );
}

#[test]
fn descriptions_of_two_candidates_refer_to_neither() {
    check(
        "Labour Minister Eva Lind and Health Minister Jon Aas met on Monday. The minister left early.",
        &[("The minister", "minister")],
    );
}

#[test]
fn capitals_are_governments_when_they_act_and_towns_when_they_are_places() {
    check(
        "Ottawa accused Lima of dumping copper. Talks in Lima failed. Trade unions in Ottawa protested.",
        &[],
    );
    with_reading("Ottawa said it would wait. A court in Ottawa met.", |parsed, mentions, entities| {
        let names: Vec<&str> = mentions
            .iter()
            .filter(|m| parsed.article.slice(m.span) == "Ottawa")
            .map(|m| entities[m.entity].name.as_str())
            .collect();
        assert_eq!(names, ["Canada", "Ottawa"]);
    });
    check_kind("Paris, London and Berlin refused to sign.", "Germany", EntityKind::Government, Some("DEU"));
    check_kind("The concert in Berlin was sold out.", "Berlin", EntityKind::Place, None);
    check_kind("The Kremlin denied the report.", "Russia", EntityKind::Government, Some("RUS"));
}

#[test]
fn a_government_is_its_country() {
    check(
        "The Ugandan government sent a message. Uganda wants peace. The government will send more.",
        &[("The Ugandan government", "Uganda"), ("Uganda", "Uganda"), ("The government", "Uganda")],
    );
    check_kind("Kenya's army crossed the river.", "Kenya's army", EntityKind::ArmedGroup, Some("KEN"));
}

#[test]
fn kinds_by_word_title_and_context() {
    check_kind("The vessel sank in Lake Parinas on Sunday.", "Lake Parinas", EntityKind::Place, None);
    check_kind("Northern Foods Ltd closed a plant.", "Northern Foods Ltd", EntityKind::Organisation, None);
    check_kind("Mr Okoro thanked the crew.", "Okoro", EntityKind::Person, None);
    check_kind(
        "The rebel group Nahr al-Jadid left the hills.",
        "Nahr al-Jadid",
        EntityKind::ArmedGroup,
        None,
    );
    check_kind("Gunnar Þorláksson, 51, a welder, voted no.", "Gunnar Þorláksson", EntityKind::Person, None);
}

#[test]
fn common_words_months_and_headline_words_are_no_names() {
    check(
        "Turnout was low on Monday in March. Rebels left. Members voted No.",
        &[("Turnout", "-"), ("Monday", "-"), ("March", "-"), ("No", "-"), ("Rebels", "rebels")],
    );
    check("The Company said that YOU will vote.", &[("YOU", "-")]);
}

#[test]
fn pronouns_take_the_one_person_that_agrees() {
    check("Eva Lind met John Aas in Oslo. She left at noon.", &[("She", "Eva Lind")]);
    check("President Rosa Benítez will visit on Friday, her office said.", &[("her", "Rosa Benítez")]);
    check("The mayor of Lund fell ill.\nHe said the two would meet.", &[("He", "-")]);
    check(
        "The dam has cracked, the water ministry said. If it gave way, 900 people would drown.",
        &[("it", "-")],
    );
}

#[test]
fn speakers_by_description_are_entities_without_a_name() {
    with_reading(
        "A nurse from the district hospital said six people had died.",
        |parsed, mentions, entities| {
            let nurse = entity_at(mentions, 1).expect("the nurse is an entity");
            assert_eq!(parsed.word(1), "nurse");
            assert_eq!(entities[nurse].name, "a nurse from the district hospital");
            assert!(!entities[nurse].is_named && entities[nurse].kind == EntityKind::Person);
        },
    );
    check("No witness said so. Two people died.", &[("No witness", "-"), ("Two people", "-")]);
}

#[test]
fn mentions_and_entities_point_at_each_other() {
    let text = "Eva Lind, the mayor, said she knew Jon Aas of the Harbour Board. The board met. \"I am tired,\" Lind said.";
    with_reading(text, |parsed, mentions, entities| {
        for (i, mention) in mentions.iter().enumerate() {
            assert!(entities[mention.entity].mentions.contains(&i));
            assert!(
                mention.tokens.contains(&mention.head) && mention.tokens.len() <= super::MENTION_TOKENS_MAX
            );
            assert_eq!(mention.span, parsed.span_of(mention.tokens.clone()));
            assert!(mention.kind != MentionKind::Pronoun || mention.tokens.len() == 1);
        }
        for entity in entities {
            assert!(!entity.mentions.is_empty() && entity.mentions.is_sorted());
            assert!(entity.affiliation.is_none_or(|a| a < entities.len()));
        }
        assert!(mentions.is_sorted_by_key(|m| m.tokens.start));
    });
}

#[test]
fn odd_texts_do_no_harm() {
    for text in [
        "\"",
        "((((",
        "A",
        "Mr",
        "the",
        "'s 's 's",
        "— — —",
        "X-\nY",
        "of of of",
        "AB (AB) AB",
        "。、「Ä」",
        "1-1-1",
    ] {
        with_reading(text, |_, mentions, entities| {
            assert!(mentions.iter().all(|m| m.entity < entities.len()));
        });
    }
}

#[test]
fn an_office_with_its_place_stands_beside_a_name() {
    check_role(
        "Iceland's consul in Lima, Birna Jónsdóttir, said the families knew.",
        "Birna Jónsdóttir",
        Some("consul"),
        Some("Iceland"),
    );
}

#[test]
fn a_name_in_mid_clause_does_not_reach_over_the_comma() {
    check(
        "Votes went to Daniel Kiprono, the commission's chairman, Hassan Noor, told reporters.",
        &[("the commission's chairman", "Hassan Noor")],
    );
}

#[test]
fn ships_and_places_named_after_people() {
    check_kind("The ferry Lady Agnes ran aground.", "Lady Agnes", EntityKind::Product, None);
    check_kind("The MV Astrid left the port of Hull.", "MV Astrid", EntityKind::Product, None);
}

#[test]
fn a_coast_guard_is_a_body_and_a_guard_is_not() {
    check_kind(
        "The ferry sank on Monday, the coast guard said.",
        "coast guard",
        EntityKind::Organisation,
        None,
    );
    with_reading("A guard at the gate saw the smoke.", |_, _, entities| {
        assert!(entities.iter().all(|e| e.kind != EntityKind::Organisation), "{entities:#?}");
    });
}

#[test]
fn the_short_name_of_a_firm_is_no_person() {
    let text =
        "Maren Foods said on Wednesday that it would close its plant. Maren said the plant had lost money.";
    check(text, &[("Maren", "Maren Foods")]);
    check_kind(text, "Maren Foods", EntityKind::Organisation, None);
    let text = "Maren Foods closed its plant. Maren Holt lives beside it. Maren said that it smelled.";
    check(text, &[("Maren", "Maren Holt")]);
}

/// An account that quotes somebody stays an account; a mail and a note without capitals are messages.
#[test]
fn messages_are_told_from_accounts() {
    let guideline = |text: &str| with_reading(text, |parsed, _, _| super::training::guideline(parsed));
    let account = "The ferry Anna Lise left Karvik on Monday with 40 people on board, the harbour office said.\n\
        \"I heard nothing until the morning,\" said Marit Sand, whose brother worked on the ship.";
    assert_eq!(guideline(account), 0);
    assert_eq!(guideline("Thanks for your help, I will call you when my train gets to Karvik."), 1);
    assert_eq!(guideline("saw marit at the harbour today"), 1);
}

#[test]
fn a_treaty_is_no_place() {
    with_reading("The Treaty of Karvik ended the dispute between the two countries.", |_, _, entities| {
        let is_actor = |e: &LocalEntity| matches!(e.kind, EntityKind::Organisation | EntityKind::Place);
        assert!(!entities.iter().any(|e| is_actor(e) && e.name.contains("Treaty")), "{entities:#?}");
    });
}

#[test]
fn the_board_of_a_body_is_not_the_body() {
    check(
        "The Supervisory Board of Solamar met. Solamar said on Friday that its ships would sail.",
        &[("Solamar", "Solamar"), ("Supervisory Board of Solamar", "Supervisory Board of Solamar")],
    );
    check(
        "The Red Cross of Lund came. The Red Cross said that it was late.",
        &[("Red Cross", "Red Cross of Lund")],
    );
}

#[test]
fn his_office_is_no_body_of_that_name() {
    check(
        "The National Security Office found no attack. Premier Jan Roe will come on Friday, his office said.",
        &[("his office", "his office")],
    );
    check(
        "The National Security Office found no attack. Premier Jan Roe will come on Friday, the office said.",
        &[("the office", "National Security Office")],
    );
}

#[test]
fn a_name_ends_before_what_the_verb_says() {
    check("The jury acquitted the banker of fraud.", &[("the banker", "banker")]);
    check("The teachers met the minister of transport.", &[("the minister", "minister of transport")]);
}
