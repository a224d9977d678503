//! One says that it was sent, another that it was not received.
//!
//! In one account the next sentences are read together ([`rashomon_reading::rebuttal`]); here accounts are compared.

use super::pile::{Mode, Pile, has_telling_head};
use super::tellings::is_negated_in_words;
use super::{Builder, Side};
use crate::record::{Claim, DisagreementKind, Participant, Relation};
use rashomon_reading::claim::ParticipantRole;
use rashomon_reading::dispute::{GET, GIVE};
use rashomon_reading::modality::Polarity;
use rashomon_text::{BlockKind, Time};

/// What has not come may come later than this, in days.
const N_DAYS_MAX: i32 = 7;

/// What was given, beside what was not got.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let record = pile.record;
    let is_own = |c: &Claim| {
        !record.ties.is_copied(c.span.article, c.trigger)
            && pile.block(c.span.article, c.sentence) == BlockKind::Paragraph
    };
    let of = |verbs: &[&str], mode: Mode| -> Vec<usize> {
        let is_it = |c: &Claim| {
            verbs.contains(&c.predicate.as_str()) && Mode::of(c) == mode && is_own(c) && what(c).is_some()
        };
        (0..record.claims.len()).filter(|&c| is_it(&record.claims[c])).collect()
    };
    let given = of(&GIVE, Mode::Done);
    for got in of(&GET, Mode::Denied) {
        let missing = &record.claims[got];
        if missing.polarity != Polarity::Negative || !is_negated_in_words(pile, missing) {
            continue;
        }
        let is_answer = |&&g: &&usize| is_contrary(pile, &record.claims[g], missing);
        let Some(&sent) = given.iter().find(is_answer) else { continue };
        let Some(event) = pile.event_of(sent).filter(|_| !out.has_opposed_claims(sent, got)) else {
            continue;
        };
        let sides = vec![Side::claims(pile.fellows(sent), None), Side::claims(pile.fellows(got), None)];
        let note = "one says that it was sent, another that it did not come";
        out.event(event, DisagreementKind::Polarity, Relation::Conflict, sides, note);
    }
}

/// What is given or got.
fn what(claim: &Claim) -> Option<&Participant> {
    claim.participants.iter().find(|p| p.role == ParticipantRole::Theme && has_telling_head(p))
}

/// Whether two speak of one thing, in the same days, on other words.
fn is_contrary(pile: &Pile, sent: &Claim, missing: &Claim) -> bool {
    let record = pile.record;
    let story = |c: &Claim| record.articles[c.span.article].story;
    let voice = |c: &Claim| pile.voice(c.span.article, &c.attribution);
    let out = |c: &Claim| record.articles[c.span.article].published.value.as_ref().and_then(Time::last_day);
    let is_near = out(sent).zip(out(missing)).is_some_and(|(a, b)| (b - a).get_days().abs() <= N_DAYS_MAX);
    let is_one = what(sent).zip(what(missing)).is_some_and(|(a, b)| a.head == b.head);
    let is_since =
        sent.time.as_ref().and_then(|t| t.first_day()).zip(out(missing)).is_none_or(|(at, said)| at <= said);
    is_one
        && story(sent) == story(missing)
        && sent.span.article != missing.span.article
        && voice(sent) != voice(missing)
        && (voice(sent).is_cited || voice(missing).is_cited)
        && is_near
        && is_since
}

#[cfg(test)]
mod tests {
    use crate::testing::assert_noted;

    #[track_caller]
    fn check(first: &str, second: &str, expected: bool) {
        assert_noted(first, second, "did not come", expected);
    }

    #[test]
    fn what_was_sent_and_did_not_come() {
        let sent =
            "Mayor Anna Roth of Lyon told us that she had sent the ledger of the harbour to the ministry.";
        check(sent, "The ministry said that it had not received the ledger of the harbour from Lyon.", true);
        check(sent, "The ministry said that it had received the ledger of the harbour from Lyon.", false);
        check(sent, "The ministry said that it had not received the money for the harbour of Lyon.", false);
    }
}
