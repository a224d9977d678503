//! Chains in short texts, on the real language engine.

use super::super::read;
use super::Chain;
use crate::{ParsedArticle, passages};
use rashomon_ingest::ingest;
use rashomon_language::English;
use rashomon_text::{Block, BlockKind, Span};
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(English::load);

/// The chains of a text of one paragraph, as words.
fn chains(text: &str) -> Vec<Vec<String>> {
    let mut article = ingest("test.txt", text.as_bytes()).articles.remove(0);
    article.blocks =
        vec![Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph, dateline: None }];
    let passages = passages(&article);
    let documents: Vec<_> = passages.iter().map(|p| ENGLISH.parse(&p.text)).collect();
    let parsed = ParsedArticle::new(&article, &passages, &documents);
    let (_, _, chains) = read(&parsed);
    let words = |c: &Chain| c.links.iter().map(|l| article.slice(l.span).to_owned()).collect();
    chains.iter().map(words).collect()
}

/// Whether the last `anaphor` stands in one chain with `antecedent`.
#[track_caller]
fn check(text: &str, anaphor: &str, antecedent: &str, linked: bool) {
    let all = chains(text);
    let joined = all.iter().any(|c| c.iter().any(|w| w == anaphor) && c.iter().any(|w| w == antecedent));
    assert_eq!(joined, linked, "{anaphor:?} and {antecedent:?} in {text:?}: {all:#?}");
}

#[test]
fn pronouns_agree() {
    let text = "Yesterday Maria Keller met Thomas Brandt in the harbour. She left after an hour.";
    check(text, "She", "Maria Keller", true);
    check(text, "She", "Thomas Brandt", false);
    check("On Monday Thomas Brandt praised Maria Keller. He resigned.", "He", "Thomas Brandt", true);
    check("On Monday Thomas Brandt praised Maria Keller. He resigned.", "He", "Maria Keller", false);
}

#[test]
fn an_object_is_not_its_subject() {
    check("Thomas Brandt said the court had freed him.", "him", "Thomas Brandt", true);
    check("Paul Weber told Thomas Brandt about the plan. Brandt thanked him.", "him", "Paul Weber", true);
    check("Thomas Brandt thanked him.", "him", "Thomas Brandt", false);
}

#[test]
fn bodies_are_taken_up_by_it() {
    check("The agency said its inspectors had closed the plant.", "its", "The agency", true);
    check("Maria Keller sold the plant. Its roof leaks.", "Its", "Maria Keller", false);
}

#[test]
fn descriptions_take_up_what_was_told() {
    let text = "An engineer bought a tractor and a boat. The boat sank on Sunday.";
    check(text, "The boat", "a boat", true);
    check(text, "The boat", "a tractor", false);
}

/// Whether the last `anaphor` of the text is a mention of the entity.
#[track_caller]
fn check_mention(text: &str, anaphor: &str, entity: &str, expected: bool) {
    let found = crate::testing::with_article(text, None, |parsed| {
        let (mentions, entities, _) = read(parsed);
        let of = |m: &crate::mention::Mention| entities[m.entity].name.clone();
        mentions.iter().filter(|m| parsed.article.slice(m.span) == anaphor).map(of).next_back()
    });
    assert_eq!(found.as_deref() == Some(entity), expected, "{text}: {found:?}");
}

#[test]
fn entities_take_over_the_sure_links_only() {
    let text = "Two ships met Silo 4. The silo was empty, said the harbour master of Lagosta.";
    check_mention(text, "The silo", "Silo 4", true);
    check_mention("Silo 4 burned. A silo is of steel.", "A silo", "Silo 4", false);
    check_mention("Maria Keller met Anna Brandt. Her car was stolen.", "Her", "Anna Brandt", false);
}

#[test]
fn what_a_pronoun_owns_is_coordinated_with_its_owner() {
    let text = "Maria Keller called. On Friday the court freed Anna Brandt and her sister.";
    check(text, "her", "Anna Brandt", true);
}
