//! What adjectives do to the content below them or the noun behind them.

use super::{Operator, has};
use Operator::{Cancelled, Demanded, Denied, Negative, Planned, Possible, ReportedOnly, Transparent};

/// Adjectives with an infinitive or "that"-clause that lies ahead.
const PLAN_ADJECTIVES: &[&str] = &[
    "due",
    "set",
    "ready",
    "bound",
    "certain",
    "sure",
    "determined",
    "prepared",
    "supposed",
    "poised",
    "scheduled",
    "slated",
    "expected",
    "about",
    "willing",
    "keen",
    "eager",
    "obliged",
    "obligated",
    "planned",
    "likely",
    "intent",
    "committed",
    "confident",
    "optimistic",
];

/// Adjectives whose complement may or may not be so.
const POSSIBLE_ADJECTIVES: &[&str] = &[
    "possible",
    "probable",
    "feared",
    "afraid",
    "hopeful",
    "conceivable",
    "plausible",
    "free",
    "capable",
    "eligible",
    "close",
    "near",
    "closer",
    "nearer",
    "thought",
    "believed",
    "suspected",
    "likely",
    "worried",
    "concerned",
    "fearful",
    "open",
    "anxious",
    "desperate",
    "potential",
    "unclear",
    "uncertain",
    "responsible",
    "convinced",
    "persuaded",
    "frightened",
    "terrified",
    "scared",
    "wary",
    "apprehensive",
    "reluctant",
    "loath",
    "hesitant",
    "nervous",
];

/// Adjectives that deny their complement.
const NEGATE_ADJECTIVES: &[&str] =
    &["unable", "unwilling", "unlikely", "impossible", "improbable", "powerless", "incapable"];

/// Adjectives by which a "that"-clause is called untrue.
const FALSE_ADJECTIVES: &[&str] = &[
    "false",
    "untrue",
    "wrong",
    "incorrect",
    "nonsense",
    "fake",
    "baseless",
    "unfounded",
    "groundless",
    "invented",
    "fabricated",
];

/// Adjectives that keep an event noun from being told as done.
const NOUN_MODIFIERS: &[(Operator, &[&str])] = &[
    (
        Planned,
        &[
            "planned",
            "scheduled",
            "upcoming",
            "expected",
            "forthcoming",
            "future",
            "next",
            "coming",
            "imminent",
            "postponed",
            "intended",
            "anticipated",
            "looming",
            "pencilled",
            "slated",
        ],
    ),
    (
        Possible,
        &[
            "possible",
            "potential",
            "feared",
            "suspected",
            "likely",
            "eventual",
            "threatened",
            "attempted",
            "would",
            "hypothetical",
            "predicted",
            "mooted",
            "floated",
        ],
    ),
    (Demanded, &["proposed", "requested", "demanded", "needed", "draft", "recommended", "sought"]),
    (ReportedOnly, &["alleged", "rumoured", "rumored", "supposed", "purported", "reported", "claimed", "so"]),
    (Cancelled, &["cancelled", "canceled", "aborted"]),
];

/// Operator of an adjective over its infinitive, clause or prepositional complement.
pub(in crate::modality) fn over_adjective(lemma: &str) -> Operator {
    match lemma {
        _ if has(FALSE_ADJECTIVES, lemma) => Denied,
        _ if has(NEGATE_ADJECTIVES, lemma) => Negative,
        _ if has(PLAN_ADJECTIVES, lemma) => Planned,
        _ if has(POSSIBLE_ADJECTIVES, lemma) => Possible,
        _ => Transparent,
    }
}

/// Operator of an adjective before an event noun.
pub(in crate::modality) fn over_modified(word: &str) -> Operator {
    NOUN_MODIFIERS.iter().find(|(_, words)| has(words, word)).map_or(Transparent, |(op, _)| *op)
}
