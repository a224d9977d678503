//! Copies that say the opposite of their original, or another act for its act: dismissed for resigned.
//!
//! Only claims of one reworded passage are compared, both told as done, and only where the copy has the other word and
//! not the original's.

use super::copies::has_any;
use super::pile::{Mode, Pile, share_participants};
use super::{Builder, Side};
use crate::contrast::{are_opposites, are_other_acts};
use crate::record::{Claim, DisagreementKind, Relation};
use rashomon_reuse::{PassagePair, Reuse};

/// Reversals in one passage.
pub(super) fn in_passage(pile: &Pile, reuse: &Reuse, passage: &PassagePair, out: &mut Builder) {
    let record = pile.record;
    let original = record.articles[reuse.from].article.slice(passage.from);
    let copy = record.articles[reuse.to].article.slice(passage.to);
    let theirs = pile.claims_within(reuse.from, passage.from);
    let ours = pile.claims_within(reuse.to, passage.to);
    let has = |text: &str, claim: &Claim| {
        has_any(text, &[claim.predicate.as_str()]) || text.contains(claim_word(pile, claim))
    };
    for &b in &ours {
        let told = &record.claims[b];
        if Mode::of(told) != Mode::Done {
            continue;
        }
        let is_turned = |a: &Claim| {
            (are_opposites(&a.predicate, &told.predicate) || are_other_acts(&a.predicate, &told.predicate))
                && share_participants(a, told)
                && !has(original, told)
                && !has(copy, a)
        };
        let mut done = theirs.iter().copied().filter(|&a| Mode::of(&record.claims[a]) == Mode::Done);
        let Some(a) = done.find(|&a| is_turned(&record.claims[a])) else { continue };
        let Some(event) = pile.event_of(b).or_else(|| pile.event_of(a)) else { continue };
        let sides = vec![Side::claims(vec![a], None), Side::claims(vec![b], None)];
        let note = if are_opposites(&record.claims[a].predicate, &told.predicate) {
            "the copy says the opposite of its original"
        } else {
            "the copy tells another act than its original"
        };
        out.event(event, DisagreementKind::Polarity, Relation::Conflict, sides, note);
    }
}

/// The claim's verb as it is written.
fn claim_word<'r>(pile: &Pile<'r>, claim: &Claim) -> &'r str {
    pile.record.articles[claim.span.article].article.slice(claim.trigger)
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    const LEAD: &str = "Workers at the glass factory in Lyon met on Tuesday evening in the town hall to hear what had come of four weeks of talks. ";
    const END: &str = " The talks began in April after the owner announced that two of the five furnaces would be shut down for good.";

    /// Whether the copy is said to be reversed.
    #[track_caller]
    fn check(original: &str, copy: &str, expected: bool) {
        let (original, copy) = (format!("{LEAD}{original}{END}"), format!("{LEAD}{copy}{END}"));
        let record = record_of(&[("north", "2023-05-17", &original), ("south", "2023-05-18", &copy)]);
        let notes: Vec<&str> = record.disagreements.iter().map(|d| d.note.as_str()).collect();
        let is_reversed = notes.iter().any(|n| n.contains("opposite") || n.contains("another act"));
        assert_eq!(is_reversed, expected, "{copy}: {notes:?}");
    }

    #[test]
    fn a_copy_that_says_the_opposite() {
        let original = "The union accepted the offer of the company by a wide margin.";
        check(original, "The union rejected the offer of the company by a wide margin.", true);
        check(original, "The union approved the offer of the company by a wide margin.", false);
        check(original, original, false);
    }

    #[test]
    fn a_copy_that_tells_another_act() {
        let original = "Ann Vale quit as head of the union on Monday, a day before the vote on the offer.";
        check(
            original,
            "Ann Vale was dismissed as head of the union Monday, a day prior to the vote on the offer.",
            true,
        );
        check(
            original,
            "Ann Vale stepped down as head of the union Monday, a day prior to the vote on the offer.",
            false,
        );
    }
}
