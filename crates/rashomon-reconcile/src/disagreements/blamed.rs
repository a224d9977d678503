//! Who is blamed and denies any part in it: "blamed the Column", "the Column has denied any part in the attack".

use super::denials::{about, accuser_and_accused, dedupe, is_own_act};
use super::pile::{Mode, Pile};
use super::{Builder, Side};
use crate::record::{Claim, DisagreementKind, Relation};
use rashomon_reading::claim::{EventType, ParticipantRole};
use std::collections::BTreeMap;

/// What is denied by who is blamed.
const INVOLVED: [&str; 11] = [
    "part",
    "role",
    "involvement",
    "responsibility",
    "hand",
    "complicity",
    "connection",
    "link",
    "links",
    "blame",
    "wrongdoing",
];
/// Words from the verb of denial to it.
const N_WORDS: usize = 4;
/// Sentences between blame and denial in one account.
const N_SENTENCES: usize = 3;

/// Blame and its denials, by who is blamed.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let mut blamed: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    let mut denied: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (c, claim) in pile.record.claims.iter().enumerate() {
        let story = pile.record.articles[claim.span.article].story;
        if claim.kind == EventType::Accuse && Mode::of(claim) == Mode::Done {
            if let Some((accuser, accused)) = accuser_and_accused(pile, claim) {
                blamed.entry((story, accused)).or_default().push((accuser, c));
            }
        } else if let Some(denier) = denies_involvement(pile, claim) {
            denied.entry((story, denier)).or_default().push(c);
        }
    }
    for (key, denials) in denied {
        let Some(blames) = blamed.get(&key) else { continue };
        let is_one_accuser = blames.iter().all(|(accuser, _)| *accuser == blames[0].0);
        let answered = |&&(_, b): &&(usize, usize)| {
            is_one_accuser
                || denials.iter().any(|&d| are_near(&pile.record.claims[b], &pile.record.claims[d]))
        };
        let mut told: Vec<usize> = blames.iter().filter(answered).map(|(_, b)| *b).collect();
        dedupe(&mut told);
        if told.is_empty() || told.iter().any(|&b| denials.iter().any(|&d| out.has_opposed_claims(b, d))) {
            continue;
        }
        let sides = vec![Side::claims(told.clone(), None), Side::claims(denials, None)];
        let note = "one is blamed, and denies it".to_owned();
        out.add(about(pile, &told), DisagreementKind::Polarity, Relation::Conflict, sides, note);
    }
}

fn are_near(blame: &Claim, denial: &Claim) -> bool {
    blame.span.article == denial.span.article && blame.sentence.abs_diff(denial.sentence) <= N_SENTENCES
}

/// Who denies, where it is having had a part in something.
fn denies_involvement(pile: &Pile, claim: &Claim) -> Option<usize> {
    let is_act = matches!(claim.predicate.as_str(), "deny" | "reject") && is_own_act(pile, claim);
    let is_actor = |r: ParticipantRole| matches!(r, ParticipantRole::Actor | ParticipantRole::Speaker);
    let entity = claim.participants.iter().find(|p| is_actor(p.role)).filter(|_| is_act)?.entity?;
    let article = &pile.record.articles[claim.span.article];
    let end = article.sentences[claim.sentence].span.end();
    let after = article.article.text.get(claim.trigger.end()..end)?.to_lowercase();
    let mut words = after.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(N_WORDS);
    words.any(|w| INVOLVED.contains(&w)).then(|| pile.record.entities[entity].affiliation.unwrap_or(entity))
}
