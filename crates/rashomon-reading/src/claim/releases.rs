//! What is released or leaked: prisoners and funds are let go, reports are made known, liquids run out.

use super::EventType;
use super::lexicon::Sense;
use super::things::is_person;
use super::typing::undergoer;
use crate::{ParsedArticle, mention};

/// What is made known to all.
const PUBLISHED: &[&str] = &[
    "report",
    "statement",
    "photo",
    "photograph",
    "picture",
    "image",
    "video",
    "footage",
    "audio",
    "tape",
    "recording",
    "document",
    "transcript",
    "letter",
    "list",
    "name",
    "detail",
    "figure",
    "data",
    "result",
    "finding",
    "study",
    "survey",
    "poll",
    "information",
    "message",
    "memo",
    "email",
    "text",
    "number",
    "statistic",
    "identity",
    "communique",
    "note",
    "tally",
    "toll",
    "evidence",
    "advisory",
    "sketch",
];

/// Whether the verb `t` is done to what is made known to all.
pub(super) fn is_published(parsed: &ParsedArticle, t: usize) -> bool {
    undergoer(parsed, t).is_some_and(|o| PUBLISHED.contains(&o.lemma.as_str()))
}

/// Prisoners and funds are released by who yields; reports and pictures are published, products come out.
pub(super) fn released(parsed: &ParsedArticle, t: usize, sense: Sense) -> Sense {
    const YIELDED: &[&str] =
        &["fund", "money", "aid", "asset", "loan", "tranche", "body", "remains", "ship", "vessel", "crew"];
    let Some(object) = undergoer(parsed, t).filter(|o| o.pos == "NOUN") else { return sense };
    let lemma = object.lemma.as_str();
    match lemma {
        _ if PUBLISHED.contains(&lemma) => Sense { kind: EventType::Statement, mode: "publish", ..sense },
        _ if is_person(Some(lemma)) || YIELDED.contains(&lemma) || mention::is_armed_group_noun(lemma) => {
            sense
        }
        _ => Sense { kind: EventType::Other, mode: "", ..sense },
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::tests::check_kinds;

    #[test]
    fn a_memo_leaks_as_no_pipe_does() {
        check_kinds("The memo was leaked to a newspaper on Monday.", &["leak STATEMENT publish"]);
        check_kinds("The pipe leaked on Monday.", &["leak ACCIDENT leak"]);
    }
}
