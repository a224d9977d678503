//! What nouns do to the content below or before them.

use super::{Operator, has};
use Operator::{
    Cancelled, Conditional, Demanded, Denied, Negative, Planned, Possible, ReportedOnly, Transparent,
};

/// Nouns whose complement ("for", "to", "of", "that") is wanted.
const DEMAND_NOUNS: &[&str] = &[
    "call",
    "demand",
    "proposal",
    "request",
    "appeal",
    "plea",
    "push",
    "draft",
    "resolution",
    "motion",
    "petition",
    "bid",
    "offer",
    "suggestion",
    "recommendation",
    "need",
    "pressure",
    "ultimatum",
    "initiative",
    "order",
    "favour",
    "favor",
    "support",
    "campaign",
    "condition",
    "requirement",
    "invitation",
    "prayer",
    "insistence",
];

/// Nouns whose complement lies ahead.
const PLAN_NOUNS: &[&str] = &[
    "plan",
    "preparation",
    "schedule",
    "date",
    "decision",
    "pledge",
    "promise",
    "vow",
    "intention",
    "intent",
    "agreement",
    "deal",
    "deadline",
    "commitment",
    "arrangement",
    "mandate",
    "readiness",
    "timetable",
    "roadmap",
    "aim",
    "goal",
    "objective",
    "accord",
    "pact",
    "bill",
    "legislation",
    "blueprint",
    "countdown",
    "target",
    "determination",
];

/// Nouns whose complement may or may not be so.
const POSSIBLE_NOUNS: &[&str] = &[
    "leave",
    "risk",
    "threat",
    "fear",
    "possibility",
    "prospect",
    "danger",
    "hope",
    "chance",
    "likelihood",
    "verge",
    "brink",
    "cusp",
    "expectation",
    "probability",
    "warning",
    "prediction",
    "forecast",
    "speculation",
    "suspicion",
    "attempt",
    "effort",
    "struggle",
    "opportunity",
    "way",
    "ability",
    "right",
    "potential",
    "idea",
    "question",
    "talk",
    "talks",
    "discussion",
    "negotiation",
    "consultation",
    "debate",
    "option",
    "scenario",
    "vision",
    "dream",
    "guarantee",
    "alert",
    "fight",
    "battle",
    "move",
    "step",
    "permission",
    "power",
    "authority",
    "capacity",
    "accusation",
    "alternative",
    "choice",
    "reason",
    "investigation",
    "inquiry",
    "probe",
    "worry",
    "anxiety",
    "edge",
    "threshold",
    "efforts",
    "operation",
    "race",
];

/// Nouns whose complement is hearsay.
const HEARSAY_NOUNS: &[&str] =
    &["rumour", "rumor", "allegation", "gossip", "claim", "hearsay", "whisper", "report"];

/// Nouns whose "that"-clause is told or thought by somebody, never the account's own.
const TALE_NOUNS: &[&str] = &[
    "story",
    "tale",
    "theory",
    "hypothesis",
    "notion",
    "belief",
    "impression",
    "assumption",
    "perception",
    "insinuation",
    "innuendo",
    "assertion",
    "contention",
    "conjecture",
    "supposition",
    "hint",
    "pretext",
    "pretence",
    "pretense",
];

/// Nouns by which a "that"-clause is called untrue.
const FALSE_NOUNS: &[&str] = &[
    "lie",
    "myth",
    "falsehood",
    "hoax",
    "fiction",
    "fabrication",
    "misconception",
    "illusion",
    "canard",
    "delusion",
    "fallacy",
    "untruth",
    "fantasy",
];

/// Nouns whose complement is said not to be so, or did not come about.
const NEGATE_NOUNS: &[&str] = &[
    "lack",
    "absence",
    "refusal",
    "failure",
    "inability",
    "rejection",
    "prevention",
    "avoidance",
    "reluctance",
    "unwillingness",
    "ban",
];

/// Speech-act nouns: what was offered may not be, but the offer was made.
const SPEECH_NOUNS: &[&str] = &[
    "call",
    "demand",
    "proposal",
    "request",
    "appeal",
    "plea",
    "resolution",
    "motion",
    "petition",
    "bid",
    "offer",
    "suggestion",
    "recommendation",
    "ultimatum",
    "initiative",
    "order",
    "warning",
    "claim",
    "allegation",
    "accusation",
    "report",
    "statement",
    "plan",
    "deal",
    "agreement",
    "contract",
    "law",
    "bill",
    "rumour",
    "rumor",
    "draft",
    "charge",
    "threat",
    "complaint",
    "criticism",
    "ruling",
    "verdict",
    "decision",
];

/// Acts that are no more than ordered where somebody orders them.
pub(in crate::modality) fn is_done_by_others(lemma: &str) -> bool {
    matches!(
        lemma,
        "evacuation"
            | "closure"
            | "release"
            | "arrest"
            | "withdrawal"
            | "deportation"
            | "expulsion"
            | "cull"
            | "culling"
            | "slaughter"
            | "recall"
            | "dismissal"
            | "sacking"
            | "demolition"
            | "destruction"
            | "retreat"
            | "attack"
            | "raid"
            | "strike"
            | "assault"
            | "shutdown"
            | "return"
    )
}

/// Operator of a noun over its infinitive, "that"-clause or prepositional complement.
pub(in crate::modality) fn over_noun_complement(lemma: &str, preposition: Option<&str>) -> Operator {
    match preposition {
        Some("of") if matches!(lemma, "lack" | "absence" | "rejection" | "prevention" | "avoidance") => {
            Negative
        }
        Some("of") if matches!(lemma, "denial" | "refutation") => Denied,
        Some("of") if matches!(lemma, "case" | "event") => Conditional,
        Some("of") if matches!(lemma, "cancellation") => Cancelled,
        Some("of") if matches!(lemma, "postponement") => Planned,
        Some("of") if has(HEARSAY_NOUNS, lemma) => ReportedOnly,
        Some("of") if has(POSSIBLE_NOUNS, lemma) => match lemma {
            "threat" | "risk" | "fear" | "possibility" | "prospect" | "danger" | "hope" | "chance"
            | "likelihood" | "verge" | "brink" | "cusp" | "expectation" | "probability" | "warning"
            | "prediction" | "forecast" | "speculation" | "suspicion" | "edge" | "threshold" | "talk"
            | "idea" | "accusation" | "guarantee" | "question" | "potential" => Possible,
            _ => Transparent,
        },
        Some("of") if matches!(lemma, "promise" | "pledge" | "plan" | "favour" | "favor" | "support") => {
            if matches!(lemma, "favour" | "favor" | "support") { Demanded } else { Planned }
        }
        Some("of" | "in" | "from" | "with" | "by" | "at") => Transparent,
        Some("on" | "about" | "over") => match lemma {
            "talk" | "talks" | "discussion" | "negotiation" | "consultation" | "debate" | "speculation"
            | "resolution" | "question" | "effort" => Possible,
            "agreement" | "deal" | "plan" | "decision" | "accord" | "pact" | "bill" => Planned,
            "ban" => Negative,
            _ => Transparent,
        },
        Some("against") => Transparent,
        Some("toward" | "towards") => Possible,
        _ if has(DEMAND_NOUNS, lemma) => Demanded,
        _ if has(PLAN_NOUNS, lemma) => Planned,
        _ if has(POSSIBLE_NOUNS, lemma) => Possible,
        _ if has(HEARSAY_NOUNS, lemma) => ReportedOnly,
        _ if has(NEGATE_NOUNS, lemma) => Negative,
        _ if lemma == "denial" || preposition.is_none() && has(FALSE_NOUNS, lemma) => Denied,
        _ if preposition.is_none() && has(TALE_NOUNS, lemma) => ReportedOnly,
        _ => Transparent,
    }
}

/// Nouns for what looks "into" something that has happened.
pub(in crate::modality) fn is_inquiry_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "inquiry"
            | "enquiry"
            | "investigation"
            | "probe"
            | "review"
            | "hearing"
            | "inquest"
            | "examination"
            | "study"
    )
}

/// Operator of a noun over the event noun before it in a compound ("ceasefire call").
pub(in crate::modality) fn over_compound(lemma: &str) -> Operator {
    match lemma {
        "call" | "demand" | "proposal" | "request" | "appeal" | "plea" | "push" | "draft" | "bid"
        | "offer" | "initiative" | "order" => Demanded,
        "plan" | "preparation" | "schedule" | "date" | "deadline" | "pledge" | "mandate" | "notice" => {
            Planned
        }
        "threat" | "risk" | "fear" | "hope" | "warning" | "alert" | "talk" | "talks" | "rumour"
        | "prospect" | "attempt" | "effort" | "negotiation" | "discussion" | "scenario" | "scare" => Possible,
        "claim" | "allegation" | "rumor" => ReportedOnly,
        _ => Transparent,
    }
}

/// Whether the noun stands for something told ("the news that ...").
pub(in crate::modality) fn is_news_noun(lemma: &str) -> bool {
    has(HEARSAY_NOUNS, lemma) || matches!(lemma, "news" | "word" | "story" | "message" | "announcement")
}

/// Whether the noun names an act of speech, which stays done when its content is refused.
pub(in crate::modality) fn is_speech_noun(lemma: &str) -> bool {
    has(SPEECH_NOUNS, lemma)
}
