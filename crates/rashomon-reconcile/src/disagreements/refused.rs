//! What is asked of somebody, and what that one says he will not do: a minister is told to go, and rules it out.

use super::copies::has_any;
use super::fates::act;
use super::pile::Pile;
use super::tellings::is_negated_in_words;
use super::{Builder, Side};
use crate::record::{Claim, DisagreementKind, Relation};
use rashomon_reading::claim::EventType;
use rashomon_reading::claim::ParticipantRole::{Actor, Theme};
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::{BlockKind, Time};
use std::collections::BTreeMap;

/// Words of demand.
const DEMANDS: [&str; 18] = [
    "demand",
    "demands",
    "demanded",
    "demanding",
    "call",
    "calls",
    "called",
    "calling",
    "urge",
    "urged",
    "wants",
    "want",
    "wanted",
    "asked",
    "told",
    "must",
    "should",
    "pressed",
];

/// By story, act and who is to do it: who asks for it, and who refuses.
type Asked<'a> = BTreeMap<(usize, &'a str, usize), (Vec<usize>, Vec<usize>)>;

/// Demands, beside the refusals of those whom they concern.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let mut asked = Asked::new();
    for (c, claim) in pile.record.claims.iter().enumerate() {
        let article = claim.span.article;
        if pile.record.ties.is_copied(article, claim.trigger)
            || pile.block(article, claim.sentence) != BlockKind::Paragraph
        {
            continue;
        }
        let Some(who) = who(pile, claim) else { continue };
        let key = (pile.record.articles[article].story, act(&claim.predicate), who);
        let (demands, refusals) = asked.entry(key).or_default();
        match claim.polarity {
            Polarity::Positive if is_demand(pile, claim) => demands.push(c),
            Polarity::Negative if is_refusal(pile, claim, who) => refusals.push(c),
            _ => {}
        }
    }
    for (demands, refusals) in asked.into_values() {
        let is_answered = |&&d: &&usize| refusals.iter().any(|&r| !is_before(pile, r, d));
        let demands: Vec<usize> = demands.iter().filter(is_answered).copied().collect();
        let refusals: Vec<usize> =
            refusals.into_iter().filter(|&r| demands.iter().any(|&d| !is_before(pile, r, d))).collect();
        let (Some(&first), Some(&refusal)) = (demands.first(), refusals.first()) else { continue };
        let Some(event) = pile.event_of(refusal).filter(|_| !out.has_opposed_claims(first, refusal)) else {
            continue;
        };
        let all = demands.iter().flat_map(|&d| pile.fellows(d)).collect();
        let sides = vec![Side::claims(unique(all), None), Side::claims(refusals, None)];
        let note = "asked of somebody by one, ruled out by the one it is asked of";
        out.event(event, DisagreementKind::Modality, Relation::Conflict, sides, note);
    }
}

/// The person or body that is to do it.
fn who(pile: &Pile, claim: &Claim) -> Option<usize> {
    // Of a noun ("the resignation of the minister") the one whose it is.
    let is_own_act = claim.kind == EventType::Concede;
    let is_part = |p: &&crate::record::Participant| p.role == Actor || is_own_act && p.role == Theme;
    let entity = claim.participants.iter().filter(is_part).find_map(|p| p.entity)?;
    matches!(pile.record.entities[entity].kind, EntityKind::Person | EntityKind::Organisation)
        .then_some(entity)
}

/// Wanted in words: "was expected to offer his resignation" asks for nothing.
fn is_demand(pile: &Pile, claim: &Claim) -> bool {
    let text = pile.sentence(claim.span.article, claim.sentence);
    claim.modality == Modality::Demanded && has_any(text, &DEMANDS)
}

/// "Ruled out stepping down", "would not resign": in words, and of what lies ahead or has been asked for; `who` is to do it
/// and refuses. What somebody else rejects in the sentence is another matter.
fn is_refusal(pile: &Pile, claim: &Claim, who: usize) -> bool {
    let rules_out = || {
        let here = pile.claims_in(claim.span.article, claim.sentence);
        here.iter().any(|&r| {
            let other = &pile.record.claims[r];
            let is_own = other.participants.iter().any(|p| p.role == Actor && p.entity == Some(who));
            other.kind == EventType::Reject && is_own && other.trigger.end() <= claim.trigger.start()
        })
    };
    let is_ahead = matches!(claim.modality, Modality::Planned | Modality::Conditional);
    is_ahead && is_negated_in_words(pile, claim) || rules_out()
}

fn is_before(pile: &Pile, a: usize, b: usize) -> bool {
    let out = |c: usize| {
        let article = pile.record.claims[c].span.article;
        pile.record.articles[article].published.value.as_ref().and_then(Time::last_day)
    };
    out(a).zip(out(b)).is_some_and(|(x, y)| x < y)
}

fn unique(mut claims: Vec<usize>) -> Vec<usize> {
    super::denials::dedupe(&mut claims);
    claims
}

#[cfg(test)]
mod tests {
    use crate::testing::assert_noted;

    #[track_caller]
    fn check(first: &str, second: &str, expected: bool) {
        assert_noted(first, second, "asked of", expected);
    }

    #[test]
    fn a_resignation_demanded_and_ruled_out() {
        let demand = "Olaf Berg, who leads the Greens in Lyon, demanded the resignation of Mayor Anna Roth over the flood.";
        check(demand, "Mayor Anna Roth ruled out stepping down over the flood.", true);
        check(demand, "Mayor Anna Roth ruled out stepping back from the plan.", false);
        let hope = "Mayor Anna Roth was expected to offer her resignation over the flood, officials said.";
        check(hope, "Mayor Anna Roth ruled out stepping down over the flood.", false);
        check(demand, "Treasurer Paul Stern ruled out stepping down over the flood.", false);
        let others =
            "Olaf Berg rejected the plan for the flood and said that Mayor Anna Roth had not stepped down.";
        check(demand, others, false);
    }
}
