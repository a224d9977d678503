//! States that adjectives tell of, and what people have to do without.

use super::{Finder, Trigger};
use crate::claim::{EventType, lexicon};
use crate::modality::{Modality, Polarity, of_token};

/// Verbs by which a disaster or an attack reaches its place; the noun says more than they do.
pub(super) const IMPACT: &[&str] = &[
    "strike",
    "hit",
    "rock",
    "shake",
    "jolt",
    "rattle",
    "devastate",
    "sweep",
    "batter",
    "lash",
    "ravage",
    "wake",
    "erupt",
    "break",
    "pound",
    "engulf",
    "tear",
    "rip",
];

/// Adjectives that tell of casualties.
pub(super) const CASUALTY_ADJECTIVES: &[(&str, &str)] = &[
    ("dead", "killed"),
    ("injured", "wounded"),
    ("wounded", "wounded"),
    ("missing", "missing"),
    ("trapped", "missing"),
];

impl Finder<'_, '_> {
    /// "Had no electricity", "are without water", "lack power", "there has been no gas": what people have to do without.
    pub(super) fn outage(&self, t: usize) -> Option<Trigger> {
        const SUPPLIES: [&str; 8] =
            ["electricity", "power", "water", "gas", "heating", "current", "food", "fuel"];
        const BEING: [&str; 6] = ["be", "remain", "stay", "leave", "go", "find"];
        let token = self.token(t);
        let head = token.head;
        let has_no = self.parsed.children(t).iter().any(|&c| self.token(c).lower == "no");
        let over = self.token(head).head;
        let carrier = match (token.dep, self.token(head).lemma.as_str()) {
            ("pobj", "without") if BEING.contains(&self.token(over).lemma.as_str()) => over,
            ("dobj", "have") if has_no => head,
            ("dobj", "lack") => head,
            ("attr", "be") if has_no && self.parsed.child(head, &["expl"]).is_some() => head,
            _ => return None,
        };
        // "Lacks the power to act", "has no power over the council".
        let is_authority =
            self.parsed.tokens.get(t + 1).is_some_and(|n| matches!(n.lower.as_str(), "to" | "over" | "of"))
                || self.parsed.children(t).iter().any(|&c| self.token(c).lower == "the");
        if is_authority {
            return None;
        }
        let modality = of_token(self.parsed, carrier).1;
        let told = matches!(modality, Modality::Happened | Modality::Ongoing | Modality::Planned);
        (told && SUPPLIES.contains(&token.lemma.as_str())).then(|| Trigger {
            token: t,
            carrier,
            kind: EventType::Accident,
            mode: "outage",
            predicate: format!(
                "without {}",
                if token.lemma == "current" { "electricity" } else { &token.lemma }
            ),
            polarity: Polarity::Positive,
            modality,
        })
    }

    /// "The merger is dead": what nobody dies of.
    fn is_of_undertaking(&self, verb: usize) -> bool {
        let subject = self.parsed.child(verb, &["nsubj"]).map(|s| self.token(s).lemma.as_str());
        subject.is_some_and(|s| {
            lexicon::noun(s).is_some()
                || matches!(s, "bill" | "deal" | "plan" | "project" | "idea" | "treaty" | "line" | "engine")
        })
    }

    /// "were confirmed dead", "are missing".
    pub(super) fn adjective(&self, t: usize) -> Option<Trigger> {
        let token = self.token(t);
        if self.is_due(t) {
            let (polarity, modality) = of_token(self.parsed, t);
            let modality = if modality == Modality::Happened { Modality::Planned } else { modality };
            let predicate = token.lemma.to_string();
            let (kind, carrier) = (EventType::Other, token.head);
            return Some(Trigger { token: t, carrier, kind, mode: "visit", predicate, polarity, modality });
        }
        let mode =
            CASUALTY_ADJECTIVES.iter().find(|(word, _)| *word == token.lower).map(|(_, mode)| *mode)?;
        let h = token.head;
        let predicative =
            matches!(token.dep, "acomp" | "oprd") && matches!(self.token(h).pos, "AUX" | "VERB");
        // "Was shot dead": the verb tells it with the word.
        let is_told_by_verb = || lexicon::verb(&format!("{}_{}", self.token(h).lemma, token.lower)).is_some();
        if !predicative || is_told_by_verb() || token.lower == "dead" && self.is_of_undertaking(h) {
            return None;
        }
        let (polarity, modality) = of_token(self.parsed, t);
        let predicate = token.lemma.to_string();
        Some(Trigger { token: t, carrier: h, kind: EventType::Casualty, mode, predicate, polarity, modality })
    }
}
