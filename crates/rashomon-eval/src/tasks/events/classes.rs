//! One PLOVER class for a sentence: the claim that stands highest in it.

use crate::bench::Record;
use crate::engine::{Engine, Read};
use crate::errors::Fault;
use rashomon_reading::claim::{Claim, EventType, Participant, ParticipantRole};
use rashomon_reading::mention::{EntityKind, is_armed_group_noun};
use rashomon_reading::modality::{Modality, Polarity};
use serde_json::{Value, json};

pub(super) fn predict(engine: &Engine, record: &Record) -> Value {
    engine.read_record(record, |read| {
        let claims: Vec<Value> = read
            .reading
            .claims
            .iter()
            .map(|c| {
                json!([read.words(c.trigger), c.kind.as_str(), c.mode, c.modality.as_str(), rank(read, c)])
            })
            .collect();
        json!({"id": record.id(), "label": label(read), "claims": claims})
    })
}

/// The class of the claim that ranks first; empty when no claim has a class.
fn label(read: &Read) -> &'static str {
    let claims = read.reading.claims.iter().map(|c| (rank(read, c), c.token, class(read, c)));
    claims.filter(|(.., class)| !class.is_empty()).min().map_or("", |(.., class)| class)
}

/// How far below the root of its sentence a claim's word stands.
fn rank(read: &Read, claim: &Claim) -> usize {
    read.parsed.ancestors(claim.token).count()
}

/// The class of the 2016 version, by the manual's definitions; empty for what PLOVER has no class for.
fn class(read: &Read, claim: &Claim) -> &'static str {
    let act = act(read, claim);
    let is_cooperative =
        matches!(act, "AGREE" | "CONSULT" | "SUPPORT" | "COOPERATE" | "AID" | "CONCEDE" | "RETREAT");
    match claim.modality {
        // "Iraq must disarm": what is demanded is a demand, whatever the act.
        Modality::Demanded if act != "PROTEST" && !is_governed(read, claim) => "DEMAND",
        // The intent to cooperate is AGREE, to do harm THREATEN; the refusal of anything is REJECT.
        _ if is_cooperative && claim.polarity == Polarity::Negative => "REJECT",
        Modality::Planned if is_cooperative || ALLOWING.contains(&claim.predicate.as_str()) => "AGREE",
        Modality::Planned if matches!(act, "SANCTION" | "COERCE" | "ASSAULT" | "FIGHT") => "THREATEN",
        _ => act,
    }
}

/// Whether the word stands below another claim, which then says what is done ("urged to withdraw").
fn is_governed(read: &Read, claim: &Claim) -> bool {
    let is_claim = |t: usize| {
        read.reading
            .claims
            .iter()
            .any(|c| c.token == t && c.kind != EventType::Statement && c.kind != EventType::Other)
    };
    read.parsed.ancestors(claim.token).any(is_claim)
}

/// Giving way, where our record has no class of its own for it.
const ALLOWING: &[&str] = &["allow", "let", "permit", "admit", "open", "return"];

/// The class of what is done, however far it has come.
fn act(read: &Read, claim: &Claim) -> &'static str {
    use EventType as E;
    match (claim.kind, claim.predicate.as_str()) {
        // CAMEO 03 and 055: offers and promises are intent to cooperate, an apology is diplomatic cooperation.
        (_, "offer" | "promise" | "pledge") => "AGREE",
        (_, "apologize" | "apologise" | "apology") => "SUPPORT",
        // CAMEO 083: a change of leadership is a retreat.
        (E::Concede, "resign" | "resignation" | "quit" | "withdraw") => "RETREAT",
        (E::Accuse, "investigate" | "investigation" | "probe" | "inquiry" | "inquire" | "examine") => {
            "INVESTIGATE"
        }
        (E::Agree, _) => "AGREE",
        (E::Consult, _) => "CONSULT",
        (E::Support, _) => "SUPPORT",
        (E::Concede, _) => "CONCEDE",
        (E::Cooperate, _) => "COOPERATE",
        (E::Aid, _) => "AID",
        (E::Retreat, _) => "RETREAT",
        (E::Request, _) => "DEMAND",
        (E::Accuse, _) => "DISAPPROVE",
        (E::Reject, _) => "REJECT",
        (E::Threaten, _) => "THREATEN",
        (E::Protest, _) => "PROTEST",
        (E::Sanction, _) => "SANCTION",
        (E::Mobilize, _) => "MOBILIZE",
        (E::Coerce, _) => "COERCE",
        (E::Assault | E::Casualty, _) if is_fight(read, claim) => "FIGHT",
        (E::Assault | E::Casualty, _) => "ASSAULT",
        (E::Territory, _) => "FIGHT",
        _ => "",
    }
}

/// Soldiers as actors and heavy weapons make it a fight.
fn is_fight(read: &Read, claim: &Claim) -> bool {
    let armed = |p: &Participant| {
        let is_force = is_armed_group_noun(&p.head_lemma) || WEAPONS.contains(&p.head_lemma.as_str());
        p.role == ParticipantRole::Actor
            && (is_force || p.entity.is_some_and(|e| read.reading.entities[e].kind == EntityKind::ArmedGroup))
    };
    matches!(claim.predicate.as_str(), "clash" | "fight" | "battle" | "fighting" | "shell" | "shelling")
        || claim.participants.iter().any(armed)
}

/// What only armies have.
const WEAPONS: &[&str] =
    &["aircraft", "warplane", "jet", "helicopter", "gunship", "tank", "artillery", "warship", "bomber"];

pub(super) fn faults(record: &Record, prediction: &Value) -> Vec<Fault> {
    let (gold, ours) = (record.str("label"), prediction["label"].as_str().unwrap_or_default());
    let said = format!("{}  ({}) claims {}", record.str("markup"), record.str("mode"), prediction["claims"]);
    let kind = if ours.is_empty() { format!("{gold}→none") } else { format!("{gold}→{ours}") };
    (gold != ours).then(|| Fault::new(kind, said)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_wrong_labels_are_faults() {
        let record = Record(json!({"label": "AGREE"}));
        assert!(faults(&record, &json!({"label": "AGREE"})).is_empty());
        assert_eq!(faults(&record, &json!({"label": ""}))[0].kind, "AGREE→none");
    }
}
