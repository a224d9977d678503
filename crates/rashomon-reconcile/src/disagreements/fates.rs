//! One person's fate told in other words: shot, says the rumour; not executed, says another account.
//!
//! What became of somebody is said by many verbs. A denial with one of them answers an assertion with another, in
//! whatever event they stand, where both name the same person. A denial that is older than the assertion was overtaken.

use super::pile::{Mode, Pile};
use super::tellings::is_negated_in_words;
use super::{Builder, Side};
use crate::record::{Claim, DisagreementKind, Relation};
use rashomon_reading::claim::ParticipantRole::{self, Actor, Theme, Victim};
use rashomon_reading::mention::EntityKind;
use rashomon_text::{BlockKind, Date};
use std::collections::BTreeMap;

/// What becomes of somebody.
struct Fate {
    name: &'static str,
    verbs: &'static [&'static str],
    /// The part that the one who meets it plays.
    roles: &'static [ParticipantRole],
}

const DEATH: Fate = Fate {
    name: "death",
    verbs: &[
        "kill",
        "shoot",
        "execute",
        "murder",
        "assassinate",
        "slay",
        "die",
        "dead",
        "perish",
        "hang",
        "behead",
    ],
    roles: &[Victim, Theme],
};
const ARREST: Fate = Fate {
    name: "detention",
    verbs: &["arrest", "detain", "jail", "imprison", "seize", "capture"],
    roles: &[Victim, Theme],
};
const RESIGNATION: Fate = Fate {
    name: "resignation",
    verbs: &["resign", "quit", "step down", "stand down", "resignation"],
    roles: &[Actor, Theme],
};

/// In any order: no verb is of two.
const FATES: [Fate; 3] = [DEATH, ARREST, RESIGNATION];

/// One name for the acts of a resignation: "step down" is to resign. Those of a death are several: shot is not hanged.
pub(super) fn act(predicate: &str) -> &str {
    if RESIGNATION.verbs.contains(&predicate) { RESIGNATION.name } else { predicate }
}

/// Who is told to have met a fate, and who not: by name of the fate, person and story.
type Told = BTreeMap<(&'static str, usize, usize), (Vec<usize>, Vec<usize>)>;

/// Fates that some affirm and others deny.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    for (affirmed, denied) in told(pile).into_values() {
        let answers = |&&d: &&usize| affirmed.iter().any(|&a| contradicts(pile, a, d));
        let right: Vec<usize> = denied.iter().filter(answers).copied().collect();
        let is_answered = |&&a: &&usize| right.iter().any(|&d| contradicts(pile, a, d));
        let left: Vec<usize> = affirmed.iter().filter(is_answered).copied().collect();
        let is_known = left.iter().any(|&a| right.iter().any(|&d| out.has_opposed_claims(a, d)));
        let Some(event) = left.first().and_then(|&a| pile.event_of(a)).filter(|_| !is_known) else {
            continue;
        };
        let sides = vec![Side::claims(left, None), Side::claims(right, None)];
        let note = "told of somebody in one account, denied in other words in another";
        out.event(event, DisagreementKind::Polarity, Relation::Conflict, sides, note);
    }
}

fn told(pile: &Pile) -> Told {
    let mut told = Told::new();
    for (c, claim) in pile.record.claims.iter().enumerate() {
        let article = claim.span.article;
        let fate = FATES.iter().find(|fate| fate.verbs.contains(&claim.predicate.as_str()));
        let Some(fate) = fate.filter(|_| {
            pile.block(article, claim.sentence) != BlockKind::Correction
                && !pile.record.ties.is_copied(article, claim.trigger)
        }) else {
            continue;
        };
        let Some(person) = person(pile, claim, fate.roles) else { continue };
        let story = pile.record.articles[article].story;
        let (affirmed, denied) = told.entry((fate.name, person, story)).or_default();
        match Mode::of(claim) {
            Mode::Done | Mode::Rumoured => affirmed.push(c),
            Mode::Denied if is_negated_in_words(pile, claim) && !is_not_yet(pile, claim) => denied.push(c),
            _ => {}
        }
    }
    told
}

/// The person whose fate it is; of "I am not dead", the one who says so.
fn person(pile: &Pile, claim: &Claim, roles: &[ParticipantRole]) -> Option<usize> {
    let named = claim.participants.iter().find(|p| roles.contains(&p.role));
    let entity = match named {
        Some(participant) => participant.entity,
        None => {
            let text = pile.sentence(claim.span.article, claim.sentence);
            let is_own = text.split(|c: char| !c.is_alphanumeric()).any(|w| w == "I");
            claim.attribution.last().filter(|_| claim.quotation.is_some() && is_own)?.entity
        }
    }?;
    (pile.record.entities[entity].kind == EntityKind::Person).then_some(entity)
}

/// "He has not yet resigned" tells how things stand.
fn is_not_yet(pile: &Pile, claim: &Claim) -> bool {
    super::copies::has_any(pile.sentence(claim.span.article, claim.sentence), &["yet", "still"])
}

/// Whether a denial answers an assertion: of the same days, by other words or voices, and not overtaken by it.
fn contradicts(pile: &Pile, affirmed: usize, denied: usize) -> bool {
    let (a, d) = (&pile.record.claims[affirmed], &pile.record.claims[denied]);
    let published = |c: &Claim| -> Option<Date> {
        pile.record.articles[c.span.article].published.value.as_ref()?.last_day()
    };
    let is_same_place = (a.span.article, a.sentence) == (d.span.article, d.sentence);
    let is_overtaken = published(a).zip(published(d)).is_none_or(|(x, y)| y < x);
    let times_meet = a.time.as_ref().zip(d.time.as_ref()).is_none_or(|(x, y)| x.overlaps_days(y));
    let actor = |c: &Claim| c.participants.iter().find(|p| p.role == Actor)?.entity;
    let is_anothers_act = actor(d).is_some() && actor(d) != actor(a);
    !is_same_place
        && times_meet
        && !is_anothers_act
        && (Mode::of(a) == Mode::Rumoured || a.span.article == d.span.article || !is_overtaken)
}

#[cfg(test)]
mod tests {
    use super::{FATES, act};

    #[test]
    fn no_verb_is_of_two_fates() {
        let mut verbs: Vec<&str> = FATES.iter().flat_map(|fate| fate.verbs).copied().collect();
        let n_verbs = verbs.len();
        verbs.sort_unstable();
        verbs.dedup();
        assert_eq!(verbs.len(), n_verbs);
    }

    #[test]
    fn resignations_are_one_act_and_deaths_are_not() {
        assert_eq!(act("step down"), act("quit"));
        assert_ne!(act("shoot"), act("hang"));
    }
}
