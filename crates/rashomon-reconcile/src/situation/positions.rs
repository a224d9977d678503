//! What the actors stand for: proposals, support, conditions, rejections, denials, accusations.

use crate::entities::fold;
use crate::events::{is_copied, sentence};
use crate::record::{ActorPosition, Claim, Participant, Record, Stance, TextSpan};
use rashomon_reading::claim::{EventType, ParticipantRole, is_way};
use rashomon_reading::mention::{EntityKind, is_person_noun};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::Span;
use rustc_hash::FxHashSet;

/// One row for each actor, stance and matter; in pile order, copies left out.
pub(super) fn positions(record: &Record) -> Vec<ActorPosition> {
    let mut event_of = vec![None; record.claims.len()];
    for (e, event) in record.events.iter().enumerate() {
        event.claims.iter().for_each(|&c| event_of[c] = Some(e));
    }
    // A body without a name is another entity in each account: within a story its description is enough.
    let bearer =
        |actor: usize, c: &Claim| (fold(&record.entities[actor].name), record.articles[c.span.article].story);
    let (mut seen, mut said) = (FxHashSet::default(), FxHashSet::default());
    let mut positions = Vec::new();
    for (c, claim) in record.claims.iter().enumerate() {
        let Some(stance) = stance(claim).filter(|_| !is_of_somebody(record, claim)) else { continue };
        // "Rumours that the minister had offered to go were denied."
        if matches!(claim.modality, Modality::Denied | Modality::ReportedOnly) {
            continue;
        }
        // What is done with nothing is no position: "he asks", "they declined".
        let Some(on) = subject(record, claim).filter(|_| !is_copied(record, claim)) else { continue };
        for actor in actors(claim) {
            let is_new_event = seen.insert((bearer(actor, claim), stance, event_of[c]));
            if is_new_event && said.insert((bearer(actor, claim), stance, fold(&on))) {
                positions.push(ActorPosition {
                    actor,
                    on: on.clone(),
                    on_event: event_of[c],
                    stance,
                    statement: sentence(record, claim),
                    time: claim.time.clone(),
                    attribution: claim.attribution.clone(),
                });
            }
        }
    }
    positions
}

/// Whose position it is: the actors and speakers that are known, none that only says who another is ("deputy US
/// ambassador Ada Berg").
fn actors(claim: &Claim) -> Vec<usize> {
    let is_actor = |p: &&Participant| {
        matches!(p.role, ParticipantRole::Actor | ParticipantRole::Speaker) && p.entity.is_some()
    };
    let all: Vec<&Participant> = claim.participants.iter().filter(is_actor).collect();
    let is_within =
        |p: &Participant| all.iter().any(|o| o.span.span != p.span.span && o.span.span.contains(p.span.span));
    all.iter().filter(|p| !is_within(p)).filter_map(|p| p.entity).collect()
}

/// What the claim's predicate says of the actor's stance; only acts told as done.
fn stance(claim: &Claim) -> Option<Stance> {
    if !matches!(claim.modality, Modality::Happened | Modality::Ongoing)
        || claim.polarity != Polarity::Positive
    {
        return None;
    }
    let predicate = claim.predicate.as_str();
    STANCES.iter().find(|(_, predicates)| predicates.contains(&predicate)).map(|(stance, _)| *stance)
}

/// "Dismissed the government": somebody was sent away, and nothing denied; "welcomed the guests at the airport", "blocked the
/// road": nothing is stood for.
fn is_of_somebody(record: &Record, claim: &Claim) -> bool {
    let is_body = |p: &Participant| {
        matches!(p.head.as_str(), "government" | "cabinet" | "minister" | "chief" | "coach" | "staff")
            || p.entity.is_some_and(|e| record.entities[e].kind == EntityKind::Government)
    };
    let is_person = |p: &Participant| {
        is_person_noun(&p.head) || p.entity.is_some_and(|e| record.entities[e].kind == EntityKind::Person)
    };
    let is_done_to = |r: ParticipantRole| {
        matches!(r, ParticipantRole::Theme | ParticipantRole::Recipient | ParticipantRole::Victim)
    };
    let mut done_to = claim.participants.iter().filter(|p| is_done_to(p.role));
    match claim.predicate.as_str() {
        "dismiss" => done_to.any(|p| is_body(p) || is_person(p)),
        "welcome" => done_to.any(is_person),
        "block" | "obstruct" => done_to.any(|p| is_way(&p.head)),
        _ => false,
    }
}

/// The predicates that tell a stance by themselves.
const STANCES: [(Stance, &[&str]); 9] = [
    (Stance::Blocks, &["veto", "block", "obstruct"]),
    (Stance::Denies, &["deny", "dispute", "refute", "dismiss"]),
    (Stance::Opposes, &["oppose", "object"]),
    (
        Stance::Proposes,
        &[
            "propose",
            "offer",
            "suggest",
            "recommend",
            "demand",
            "request",
            "urge",
            "call for",
            "seek",
            "ask for",
            "appeal",
            "petition",
        ],
    ),
    (Stance::Conditions, &["condition", "insist"]),
    (Stance::Supports, &["support", "back", "endorse", "welcome", "favour", "favor", "praise"]),
    (Stance::Accepts, &["accept", "agree", "concede", "approve", "sign", "consent", "ratify"]),
    (
        Stance::Rejects,
        &["reject", "refuse", "decline", "rebuff", "spurn", "turn down", "rule out", "throw out"],
    ),
    (
        Stance::Accuses,
        &["accuse", "blame", "allege", "condemn", "denounce", "criticise", "criticize", "charge"],
    ),
];

/// What it is about, in the article's words; who is accused, of an accusation.
fn subject(record: &Record, claim: &Claim) -> Option<String> {
    let about = |r: ParticipantRole| {
        matches!(r, ParticipantRole::Theme | ParticipantRole::Recipient | ParticipantRole::Victim)
    };
    let says_what = |words: &String| !is_no_matter(words);
    let within = |span: Span| text(record, TextSpan { article: claim.span.article, span });
    let named = || {
        let actors = || claim.participants.iter().filter(|p| !about(p.role));
        let is_of_actor = |p: &Participant| actors().any(|a| a.span.span.contains(p.span.span));
        let party = claim.participants.iter().find(|p| about(p.role) && !is_of_actor(p));
        party.map(|p| text(record, p.span)).filter(says_what)
    };
    let matter = claim.matter.map(within).filter(says_what);
    // "Urged the government not to stop" does not stand for the government.
    let is_asked = matches!(claim.predicate.as_str(), "urge" | "appeal" | "petition");
    if is_asked {
        return matter;
    }
    if claim.kind == EventType::Accuse { named().or(matter) } else { matter.or_else(named) }
}

/// "Denied it", "what they had asked for": the matter stands elsewhere; "recommended neither": it was not done.
fn is_no_matter(words: &str) -> bool {
    let first = fold(words);
    let is_negative = ["no ", "neither ", "nothing", "none"].iter().any(|w| first.starts_with(w));
    is_negative
        || matches!(
            first.as_str(),
            "it" | "this" | "that" | "them" | "one" | "him" | "her" | "us" | "so" | "what" | "which" | "whom"
        )
}

fn text(record: &Record, span: TextSpan) -> String {
    record.articles[span.article].article.slice(span.span).to_owned()
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, assert_lines, positions, record_of};

    #[track_caller]
    fn check(pile: &[Told], expected: &[&str]) {
        assert_lines(&positions(&record_of(pile)), expected, "positions");
    }

    #[test]
    fn what_somebody_does_with_a_proposal_is_a_position() {
        check(
            &[(
                "north",
                "2023-05-17",
                "Anna Berg proposed a truce. Kenya opposed the truce. Tomas Lund rejected the offer. \
                 Uganda accused Kenya of delay. Spain supports the plan.",
            )],
            &[
                "Anna Berg proposes a truce",
                "Kenya opposes the truce",
                "Tomas Lund rejects the offer",
                "Uganda accuses Kenya",
                "Spain supports the plan",
            ],
        );
    }

    #[test]
    fn what_was_not_done_is_none() {
        check(
            &[(
                "north",
                "2023-05-17",
                "Spain did not support the truce. France might support the truce. \
                 Anna Berg would back the plan. Kenya will reject the offer.",
            )],
            &[],
        );
    }

    #[test]
    fn what_points_back_is_no_matter() {
        check(&[("north", "2023-05-17", "The dam in Kenya had broken, Uganda said. Kenya denied it.")], &[]);
    }

    #[test]
    fn who_is_sent_away_is_not_denied() {
        check(&[("north", "2023-05-17", "Ana Okonjo dismissed the government on Monday.")], &[]);
        check(
            &[("north", "2023-05-17", "Ana Okonjo dismissed the report on Monday.")],
            &["Ana Okonjo denies the report"],
        );
    }

    #[test]
    fn who_is_welcomed_is_not_supported() {
        check(&[("north", "2023-05-17", "Ana Okonjo welcomed the prisoners at the airport on Monday.")], &[]);
        check(
            &[("north", "2023-05-17", "Ana Okonjo welcomed the truce on Monday.")],
            &["Ana Okonjo supports the truce"],
        );
        check(&[("north", "2023-05-17", "Ana Okonjo blocked the road on Monday.")], &[]);
    }

    #[test]
    fn one_position_told_twice_is_one() {
        check(
            &[
                ("north", "2023-05-17", "Kenya rejected the offer on Monday."),
                ("south", "2023-05-17", "On Monday, the offer was rejected by Kenya."),
            ],
            &["Kenya rejects the offer"],
        );
    }

    #[test]
    fn a_body_without_a_name_is_not_shown_once_for_every_article() {
        check(
            &[
                ("north", "2023-05-17", "The parliament rejected the budget on Monday. Ana Okonjo wept."),
                (
                    "south",
                    "2023-05-17",
                    "On Monday, the budget was rejected by the parliament. Ana Okonjo wept.",
                ),
            ],
            &["parliament rejects the budget"],
        );
    }
}
