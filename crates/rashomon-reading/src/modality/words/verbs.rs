//! What verbs do to the content below them.

use super::{Operator, has};
use Operator::{
    Cancelled, Conditional, Demanded, Denied, Negative, Planned, Possible, ReportedOnly, Transparent,
};

/// Verbs that say that their complement is not so.
const DENY: &[&str] = &["deny", "refute", "rebut", "disprove", "dispute", "debunk", "disclaim", "disavow"];

/// Verbs that want their complement done.
const DEMAND: &[&str] = &[
    "demand",
    "seek",
    "request",
    "propose",
    "urge",
    "ask",
    "want",
    "need",
    "require",
    "recommend",
    "beg",
    "plead",
    "order",
    "favour",
    "favor",
    "advocate",
    "invite",
    "encourage",
    "advise",
    "tell",
    "instruct",
    "command",
    "petition",
    "lobby",
    "press",
    "push",
    "call",
    "appeal",
    "implore",
    "summon",
    "exhort",
    "pressure",
    "offer",
    "insist",
    "back",
    "support",
    "deserve",
    "oblige",
    "challenge",
    "remind",
];

/// Verbs whose complement lies ahead.
const PLAN: &[&str] = &[
    "plan",
    "mean",
    "intend",
    "schedule",
    "aim",
    "prepare",
    "vow",
    "pledge",
    "promise",
    "agree",
    "decide",
    "set",
    "expect",
    "arrange",
    "organise",
    "organize",
    "commit",
    "resolve",
    "swear",
    "await",
    "anticipate",
    "postpone",
    "delay",
    "defer",
    "reschedule",
    "slate",
    "ready",
    "determine",
    "opt",
    "choose",
    "elect",
    "design",
    "earmark",
    "project",
    "poise",
    "mean",
    "target",
    "undertake",
    "volunteer",
    "book",
    "envisage",
    "foresee",
    "announce",
];

/// Verbs whose complement may or may not be so, or was only tried.
const POSSIBLE: &[&str] = &[
    "tip",
    "tout",
    "fear",
    "believe",
    "think",
    "suspect",
    "hope",
    "risk",
    "threaten",
    "consider",
    "discuss",
    "contemplate",
    "mull",
    "weigh",
    "predict",
    "forecast",
    "try",
    "attempt",
    "struggle",
    "strive",
    "endeavour",
    "endeavor",
    "seem",
    "appear",
    "speculate",
    "guess",
    "wonder",
    "tend",
    "wish",
    "imagine",
    "suppose",
    "presume",
    "assume",
    "dream",
    "explore",
    "study",
    "allow",
    "permit",
    "enable",
    "let",
    "look",
    "scramble",
    "fight",
    "battle",
    "compete",
    "apply",
    "authorise",
    "authorize",
    "entitle",
    "debate",
    "examine",
    "simulate",
    "rehearse",
    "long",
    "doubt",
    "race",
    "work",
    "rush",
    "hurry",
    "warn",
    "negotiate",
    "approach",
    "near",
];

/// Verbs whose complement did not come about.
const NEGATE: &[&str] = &[
    "fail",
    "refuse",
    "decline",
    "forget",
    "neglect",
    "avoid",
    "prevent",
    "avert",
    "foil",
    "thwart",
    "abandon",
    "ban",
    "prohibit",
    "forbid",
    "hesitate",
    "resist",
    "preclude",
    "bar",
    "exclude",
    "reject",
    "oppose",
    "refrain",
    "forgo",
    "omit",
    "lack",
    "rule",
    "discourage",
    "deter",
    "block",
    "veto",
    "stop",
    "dissuade",
    "miss",
    "halt",
];

/// Verbs that call a planned thing off.
const CANCEL: &[&str] = &["cancel", "scrap", "abort", "shelve", "nix", "drop"];

/// Verbs that report speech or thought and leave the mode of their "that"-clause alone.
const REPORT: &[&str] = &[
    "say",
    "tell",
    "report",
    "state",
    "announce",
    "add",
    "write",
    "claim",
    "confirm",
    "declare",
    "explain",
    "note",
    "insist",
    "argue",
    "admit",
    "acknowledge",
    "reveal",
    "disclose",
    "allege",
    "assert",
    "maintain",
    "reiterate",
    "repeat",
    "stress",
    "suggest",
    "indicate",
    "inform",
    "testify",
    "conclude",
    "warn",
    "show",
    "estimate",
    "post",
    "tweet",
    "publish",
    "give",
    "describe",
    "shout",
    "cry",
    "cite",
    "mention",
    "quote",
    "reply",
    "answer",
    "respond",
    "comment",
    "recall",
    "remark",
    "complain",
    "concede",
    "caution",
    "signal",
    "hint",
    "broadcast",
    "put",
    "run",
    "carry",
    "remind",
    "mean",
    "imply",
    "threaten",
    "promise",
    "vow",
    "pledge",
    "decide",
    "agree",
    "hear",
    "believe",
    "think",
    "expect",
    "hope",
    "fear",
];

/// Verbs whose clause stays true under negation.
const FACTIVE: &[&str] =
    &["know", "regret", "forget", "realise", "realize", "ignore", "remember", "matter", "care", "mind"];

/// Verbs that only carry the event noun beside them ("talks were held", "launched an attack").
const LIGHT: &[&str] = &[
    "hold",
    "take",
    "begin",
    "start",
    "launch",
    "conduct",
    "carry",
    "make",
    "give",
    "have",
    "be",
    "stage",
    "happen",
    "occur",
    "resume",
    "convene",
    "host",
    "mount",
    "commence",
    "open",
    "go",
    "proceed",
    "come",
    "reach",
    "sign",
    "conclude",
    "do",
    "issue",
    "deliver",
    "impose",
    "declare",
    "exist",
    "erupt",
    "ensue",
    "perform",
    "execute",
    "pay",
    "continue",
    "remain",
    "unleash",
    "see",
    "undergo",
    "suffer",
    "accept",
    "table",
    "introduce",
    "pass",
    "adopt",
    "get",
    "use",
    "include",
    "order",
    "receive",
    "record",
];

/// Operator of a verb over an infinitive, gerund or small clause.
pub(in crate::modality) fn over_infinitive(lemma: &str) -> Operator {
    match lemma {
        "remind" | "announce" | "support" | "back" | "drop" | "halt" | "block" | "miss" | "rule" => {
            Transparent
        }
        _ if has(DENY, lemma) => Denied,
        _ if has(NEGATE, lemma) => Negative,
        _ if has(CANCEL, lemma) => Cancelled,
        _ if has(DEMAND, lemma) => Demanded,
        _ if has(PLAN, lemma) => Planned,
        _ if has(POSSIBLE, lemma) => Possible,
        "rumour" | "rumor" | "purport" => ReportedOnly,
        _ => Transparent,
    }
}

/// Operator of a verb over a "that"-clause.
pub(in crate::modality) fn over_clause(lemma: &str) -> Operator {
    match lemma {
        _ if has(DENY, lemma) => Denied,
        "demand" | "propose" | "urge" | "request" | "recommend" | "order" | "ask" | "want" | "require"
        | "beg" => Demanded,
        "believe" | "think" | "fear" | "suspect" | "hope" | "guess" | "assume" | "doubt" | "wonder"
        | "imagine" | "predict" | "forecast" | "speculate" | "suppose" | "presume" | "seem" | "appear" => {
            Possible
        }
        "expect" | "anticipate" | "ensure" | "foresee" => Planned,
        "wish" | "pretend" | "dream" => Conditional,
        "rumour" | "rumor" => ReportedOnly,
        "prevent" => Negative,
        _ => Transparent,
    }
}

/// Operator of a verb over its object or passive subject.
pub(in crate::modality) fn over_object(lemma: &str, has_particle_off_or_out: bool) -> Operator {
    match lemma {
        "call" if has_particle_off_or_out => Cancelled,
        "put" | "hold" if has_particle_off_or_out => Planned,
        "rule" if has_particle_off_or_out => Negative,
        "tell" | "set" | "mean" | "remind" | "determine" | "fight" | "look" | "long" | "work" | "press"
        | "push" | "back" | "support" | "book" | "decide" | "stop" | "halt" | "miss" | "rule"
        | "challenge" | "forget" | "study" | "examine" | "warn" | "race" | "call" | "design" | "invite"
        | "believe" | "think" | "undertake" | "ask" | "let" | "resist" | "insist" | "need" | "neglect"
        | "abandon" | "organise" | "organize" | "drop" | "doubt" | "fail" | "decline" | "deserve"
        | "battle" | "order" | "target" | "ignore" | "advise" | "instruct" | "commit" | "choose"
        | "resolve" | "close" => Transparent,
        _ if has(DENY, lemma) => Denied,
        _ if has(CANCEL, lemma) => Cancelled,
        _ if has(NEGATE, lemma) => Negative,
        _ if has(DEMAND, lemma) => Demanded,
        _ if has(PLAN, lemma) => Planned,
        _ if has(POSSIBLE, lemma) => Possible,
        "rumour" | "rumor" => ReportedOnly,
        _ => Transparent,
    }
}

/// Operator of verb + preposition over what follows the preposition.
pub(in crate::modality) fn over_prepositional(lemma: &str, preposition: &str) -> Operator {
    match (lemma, preposition) {
        (
            "call" | "ask" | "press" | "push" | "appeal" | "plead" | "campaign" | "lobby" | "beg" | "argue"
            | "clamour" | "petition" | "rally" | "demonstrate" | "protest" | "bid" | "pray",
            "for",
        ) => Demanded,
        (
            "prepare" | "plan" | "schedule" | "set" | "slate" | "due" | "wait" | "brace" | "aim" | "gear"
            | "invite" | "book",
            "for" | "at" | "to",
        ) => Planned,
        ("agree" | "decide" | "settle", "on" | "to") => Planned,
        ("commit" | "consent", "to") => Planned,
        (
            "hope" | "search" | "look" | "fear" | "vie" | "apply" | "opt" | "vote" | "fight" | "work",
            "for",
        ) => Possible,
        ("work" | "move" | "head" | "edge" | "push" | "inch", "toward" | "towards") => Possible,
        (
            "warn" | "talk" | "speak" | "think" | "accuse" | "suspect" | "dream" | "speculate",
            "of" | "about",
        ) => Possible,
        ("charge", "with") => Possible,
        ("insist", "on") => Demanded,
        ("consist" | "focus" | "centre" | "center" | "talk" | "negotiate", "on" | "over" | "about") => {
            Possible
        }
        ("warn" | "guard" | "advise" | "decide" | "argue" | "vote" | "rule", "against") => Possible,
        (
            "prevent" | "stop" | "bar" | "keep" | "refrain" | "abstain" | "ban" | "discourage" | "deter"
            | "block" | "prohibit",
            "from",
        ) => Negative,
        ("clear" | "acquit", "of") => Denied,
        _ => Transparent,
    }
}

/// Whether the verb reports speech or thought.
pub(in crate::modality) fn is_report(lemma: &str) -> bool {
    has(REPORT, lemma) || has(DENY, lemma)
}

/// Whether a clause under the verb stays true when the verb is negated.
pub(in crate::modality) fn is_factive(lemma: &str) -> bool {
    has(FACTIVE, lemma)
}

/// Whether the verb only carries the event noun beside it.
pub(in crate::modality) fn is_light(lemma: &str) -> bool {
    has(LIGHT, lemma)
}
