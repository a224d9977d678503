//! The closed word classes that decide whether something is told as done.
//!
//! Origin: written for rashomon from general knowledge of English (modal and implicative verbs as in Karttunen's
//! and FactBank's classes); no list is copied.

/// What a governing word does to the content below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    /// Nothing: the content shares the governor's own state ("managed to", "began to").
    Transparent,
    /// The content is wanted or proposed.
    Demanded,
    /// The content is planned or due.
    Planned,
    /// The content is feared, believed, tried, risked.
    Possible,
    /// The content is said not to be so.
    Denied,
    /// Hearsay.
    ReportedOnly,
    /// The content did not come about ("failed to").
    Negative,
    /// It was planned and will not be ("cancelled").
    Cancelled,
    /// The content depends on a condition.
    Conditional,
}

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
];

/// Adjectives that deny their complement.
const NEGATE_ADJECTIVES: &[&str] = &[
    "unable",
    "unwilling",
    "reluctant",
    "unlikely",
    "impossible",
    "loath",
    "hesitant",
    "improbable",
    "powerless",
];

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

/// Adverbs of mere possibility.
pub(super) const MAYBE: &[&str] = &[
    "perhaps",
    "maybe",
    "possibly",
    "probably",
    "likely",
    "presumably",
    "potentially",
    "conceivably",
    "almost",
    "nearly",
    "theoretically",
];

/// Adverbs of hearsay.
pub(super) const HEARSAY_ADVERBS: &[&str] =
    &["reportedly", "allegedly", "supposedly", "purportedly", "rumoredly"];

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
        ],
    ),
    (Demanded, &["proposed", "requested", "demanded", "needed", "draft", "recommended", "sought"]),
    (ReportedOnly, &["alleged", "rumoured", "rumored", "supposed", "purported", "reported", "claimed", "so"]),
    (Cancelled, &["cancelled", "canceled", "aborted"]),
];

/// Words after which a clause is only a condition.
pub(super) const CONDITION_MARKS: &[&str] =
    &["if", "unless", "provided", "providing", "lest", "assuming", "supposing", "whenever"];

/// Subjects that stand for nobody in particular: what they say is hearsay.
pub(super) const HEARSAY_SUBJECTS: &[&str] =
    &["some", "somebody", "someone", "rumour", "rumor", "gossip", "whisper", "others", "another", "many"];

/// Words for posts by nobody in particular, when they are "on social media" or alike.
pub(super) const POSTS: &[&str] =
    &["message", "post", "video", "user", "tweet", "clip", "account", "rumour", "report", "voice"];

/// The words for such places.
pub(super) const POST_PLACES: &[&str] = &[
    "social", "network", "networks", "internet", "online", "web", "facebook", "whatsapp", "telegram", "chat",
    "twitter", "tiktok",
];

fn has(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

/// Operator of a verb over an infinitive, gerund or small clause.
pub(super) fn over_infinitive(lemma: &str) -> Operator {
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
pub(super) fn over_clause(lemma: &str) -> Operator {
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
pub(super) fn over_object(lemma: &str, has_particle_off_or_out: bool) -> Operator {
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
pub(super) fn over_prepositional(lemma: &str, preposition: &str) -> Operator {
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

/// Operator of a noun over its infinitive, "that"-clause or prepositional complement.
pub(super) fn over_noun_complement(lemma: &str, preposition: Option<&str>) -> Operator {
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
        _ if lemma == "denial" => Denied,
        _ => Transparent,
    }
}

/// Nouns for what looks "into" something that has happened.
pub(super) fn is_inquiry_noun(lemma: &str) -> bool {
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
pub(super) fn over_compound(lemma: &str) -> Operator {
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

/// Operator of an adjective over its infinitive, clause or prepositional complement.
pub(super) fn over_adjective(lemma: &str) -> Operator {
    match lemma {
        _ if has(FALSE_ADJECTIVES, lemma) => Denied,
        _ if has(NEGATE_ADJECTIVES, lemma) => Negative,
        _ if has(PLAN_ADJECTIVES, lemma) => Planned,
        _ if has(POSSIBLE_ADJECTIVES, lemma) => Possible,
        _ => Transparent,
    }
}

/// Operator of an adjective before an event noun.
pub(super) fn over_modified(word: &str) -> Operator {
    NOUN_MODIFIERS.iter().find(|(_, words)| has(words, word)).map_or(Transparent, |(op, _)| *op)
}

/// Whether the verb reports speech or thought.
pub(super) fn is_report(lemma: &str) -> bool {
    has(REPORT, lemma) || has(DENY, lemma)
}

/// Whether a clause under the verb stays true when the verb is negated.
pub(super) fn is_factive(lemma: &str) -> bool {
    has(FACTIVE, lemma)
}

/// Whether the noun stands for something told ("the news that ...").
pub(super) fn is_news_noun(lemma: &str) -> bool {
    has(HEARSAY_NOUNS, lemma) || matches!(lemma, "news" | "word" | "story" | "message" | "announcement")
}

/// Whether the verb only carries the event noun beside it.
pub(super) fn is_light(lemma: &str) -> bool {
    has(LIGHT, lemma)
}

/// Whether the noun names an act of speech, which stays done when its content is refused.
pub(super) fn is_speech_noun(lemma: &str) -> bool {
    has(SPEECH_NOUNS, lemma)
}
