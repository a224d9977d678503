//! Numbers that leave out what they count and say something else of it: "The firm has 14 lorries. The union says nine were
//! stolen." counts some of the 14, "The school said 12 windows were broken. Parents said nine had been smashed." does not.

use super::comparable::{COUNTS_OF_PEOPLE, Figure};
use super::pile::Pile;
use crate::record::{Claim, Quantity};
use crate::senses::Senses;
use rashomon_reading::claim::EventType;

/// How likely two predicates must be to mean one thing.
const KINSHIP_MIN: f32 = 0.1;

/// What comes this close to the whole (share of it) is rather another count of it.
const SHARE_MAX: f64 = 0.8;

/// Whether a bare number that answers a larger one counts some of those, of whom it says something else.
pub(super) fn counts_a_part(pile: &Pile, before: &Figure, figure: &Figure) -> bool {
    let (x, y) = (&pile.record.quantities[before.quantity], &pile.record.quantities[figure.quantity]);
    let is_bare = y.span.span == y.figure;
    let is_some = figure.point < SHARE_MAX * before.point || figure.point < before.point && is_size(pile, x);
    if !is_bare || !is_some || COUNTS_OF_PEOPLE.contains(&y.measure.as_str()) {
        return false;
    }
    if !has_predicate(pile, y) {
        return false;
    }
    let Some(said) = said_after(pile, y) else { return true };
    let is_of_it = |c: &Claim| {
        c.predicate == said.predicate
            || c.kind == said.kind && c.kind != EventType::Other
            || Senses::of(&c.predicate).kinship(&Senses::of(&said.predicate)) >= KINSHIP_MIN
    };
    !happenings(pile, x).any(is_of_it)
}

/// "The chamber has 200 members; 191 are present": of how many a body is.
fn is_size(pile: &Pile, q: &Quantity) -> bool {
    let before =
        pile.record.articles[q.span.article].article.text.get(..q.span.span.start()).unwrap_or_default();
    before.split_whitespace().next_back().is_some_and(|w| matches!(w, "has" | "have" | "had"))
}

/// Whether a verb follows the number in its clause: "nine were stolen", not "counts four, since …".
fn has_predicate(pile: &Pile, q: &Quantity) -> bool {
    let article = &pile.record.articles[q.span.article];
    let end = article.sentences[q.sentence].span.end();
    let after = article.article.text.get(q.figure.end()..end).unwrap_or_default();
    let clause = after.split([',', ';', '.', ':']).next().unwrap_or_default();
    // "According to the recount, 402 did."
    let is_pro_verb = matches!(clause.trim(), "did" | "were" | "had" | "was" | "have" | "are" | "do");
    clause.trim_start().starts_with(|c: char| c.is_lowercase()) && !is_pro_verb
}

/// The happening told right after a number.
fn said_after<'p>(pile: &Pile<'p>, q: &Quantity) -> Option<&'p Claim> {
    happenings(pile, q).filter(|c| c.trigger.start() >= q.figure.end()).min_by_key(|c| c.trigger.start())
}

/// What is told in the sentence of a figure, but for who says so.
fn happenings<'p>(pile: &Pile<'p>, q: &Quantity) -> impl Iterator<Item = &'p Claim> {
    let record = pile.record;
    let all = pile.claims_in(q.span.article, q.sentence).to_vec();
    all.into_iter().map(move |c| &record.claims[c]).filter(|c| c.kind != EventType::Statement)
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    #[test]
    fn a_bare_number_of_the_same_or_of_a_part() {
        let differ = "different authorities give different figures";
        let found = |text: &str| {
            let record = record_of(&[("north", "2023-05-17", text)]);
            record.disagreements.iter().any(|d| d.note.starts_with(differ))
        };
        for text in [
            "The airline said it had suspended three pilots. The union says five have been sent home.",
            "The bank said it had closed 31 branches. The union says that 45 were shut.",
            "The school said 12 windows were broken. Parents said nine had been smashed.",
            "The police counted four tents on the square. Volunteers say that there were six.",
            "Six houses burned down, the mayor said. Residents said eight had burned.",
            "Seven workers died at the quarry, according to the inspectorate. The owners count four, since they leave out contractors.",
        ] {
            assert!(found(text), "{text}");
        }
        for text in [
            "The firm says it has 14 lorries. The union says nine were stolen.",
            "The firm said it owned 14 lorries. The union says six were empty.",
            "The school said 12 pupils were ill. Parents said nine had recovered.",
            "The club said 14 players had been tested. The league said five had failed.",
            "The hospital said 12 patients were moved. Doctors said nine had been sent back.",
        ] {
            assert!(!found(text), "{text}");
        }
    }
}
