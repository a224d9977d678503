//! Which role the subject and the object of a kind of event have.

use super::Collector;
use crate::claim::{EventType, ParticipantRole, things};

impl Collector<'_, '_> {
    pub(super) fn subject_role(&self) -> ParticipantRole {
        match self.trigger.kind {
            EventType::Statement => ParticipantRole::Speaker,
            EventType::Casualty
                if matches!(
                    self.trigger.predicate.as_str(),
                    "die"
                        | "perish"
                        | "drown"
                        | "suffocate"
                        | "lose life"
                        | "go missing"
                        | "pass away"
                        | "bleed death"
                        | "vanish"
                        | "disappear"
                        | "dead"
                        | "injured"
                        | "wounded"
                        | "missing"
                        | "miss"
                        | "trapped"
                ) =>
            {
                ParticipantRole::Victim
            }
            EventType::Accident if self.sinks_another() => ParticipantRole::Actor,
            EventType::Disaster | EventType::Accident => ParticipantRole::Theme,
            EventType::Territory if self.trigger.predicate == "fall" => ParticipantRole::Theme,
            EventType::Displacement if self.trigger.predicate == "flee" => ParticipantRole::Victim,
            _ => ParticipantRole::Actor,
        }
    }

    /// "The frigate sank a trawler": what has an object does not sink itself.
    fn sinks_another(&self) -> bool {
        let v = self.trigger.carrier;
        matches!(
            self.token(v).lemma.as_str(),
            "sink" | "capsize" | "overturn" | "topple" | "detonate" | "derail"
        ) && self.parsed.child(v, &["dobj"]).is_some_and(|o| !self.is_measure(o))
    }

    /// Grenades are thrown, not attacked.
    pub(super) fn role_of_object(&self, object: usize) -> ParticipantRole {
        let is_thrown =
            self.trigger.kind == EventType::Assault && things::is_missile(&self.token(object).lemma);
        if is_thrown || self.blamed_on().is_some() {
            ParticipantRole::Theme
        } else if self.trigger.kind == EventType::Request && self.is_agentive(object) {
            // "Asked the court to annul the vote".
            ParticipantRole::Recipient
        } else {
            self.object_role()
        }
    }

    pub(super) fn object_role(&self) -> ParticipantRole {
        match self.trigger.kind {
            EventType::Displacement if self.trigger.predicate == "flee" => ParticipantRole::Location,
            EventType::Assault
            | EventType::Casualty
            | EventType::Coerce
            | EventType::Displacement
            | EventType::Sanction => ParticipantRole::Victim,
            EventType::Aid
                if matches!(
                    self.token(self.trigger.carrier).lemma.as_str(),
                    "send"
                        | "donate"
                        | "deliver"
                        | "grant"
                        | "allocate"
                        | "supply"
                        | "dispatch"
                        | "distribute"
                ) =>
            {
                ParticipantRole::Theme
            }
            EventType::Accuse
            | EventType::Support
            | EventType::Aid
            | EventType::Threaten
            | EventType::Consult => ParticipantRole::Recipient,
            _ => ParticipantRole::Theme,
        }
    }
}
