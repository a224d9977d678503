//! Words of dispute: what is said of a statement that is not so, how figures are set against one another.
//!
//! One place for the lists that reading ([`crate::rebuttal`]) and comparing accounts share.

/// Verbs of denial, as lemmas. What each operator of [`crate::modality`] does to its complement is said there.
pub const DENY: [&str; 20] = [
    "deny",
    "dispute",
    "reject",
    "refute",
    "rebut",
    "contradict",
    "dismiss",
    "disavow",
    "disown",
    "disagree",
    "debunk",
    "rubbish",
    "scotch",
    "repudiate",
    "retract",
    "quash",
    "quell",
    "discount",
    "belie",
    "discredit",
];

/// Words for what goes round with nobody behind it, as lemmas.
pub const RUMOURS: [&str; 6] = ["rumour", "rumor", "gossip", "whisper", "talk", "speculation"];

/// Words by which a statement is called untrue; not "lie", which is a verb of place too.
pub const UNTRUE: [&str; 41] = [
    "nonsense",
    "rubbish",
    "invention",
    "fantasy",
    "fiction",
    "fabrication",
    "hoax",
    "fairytale",
    "tale",
    "propaganda",
    "slander",
    "gossip",
    "myth",
    "legend",
    "hogwash",
    "garbage",
    "falsehood",
    "untruth",
    "smear",
    "untrue",
    "false",
    "wrong",
    "incorrect",
    "inaccurate",
    "misleading",
    "unfounded",
    "baseless",
    "groundless",
    "fabricated",
    "invented",
    "exaggerated",
    "exaggeration",
    "inflated",
    "fake",
    "forgery",
    "forged",
    "absurd",
    "ridiculous",
    "preposterous",
    "ludicrous",
    "fanciful",
];

/// Words that negate what follows them.
pub const NEGATIVES: [&str; 10] =
    ["not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "without", "cannot"];

/// Forms by which what follows is denied.
pub const DENIED: [&str; 4] = ["denied", "denies", "deny", "denying"];

/// What there is none of, where a statement is not borne out.
pub const PROOF: [&str; 12] = [
    "evidence",
    "record",
    "proof",
    "trace",
    "sign",
    "indication",
    "basis",
    "truth",
    "substance",
    "foundation",
    "complaint",
    "report",
];

/// Verbs of giving.
pub const GIVE: [&str; 13] = [
    "send", "hand", "deliver", "pay", "give", "submit", "forward", "transmit", "provide", "supply", "post",
    "mail", "pass",
];

/// Verbs of getting what is given.
pub const GET: [&str; 6] = ["receive", "get", "obtain", "see", "arrive", "reach"];

/// Nouns for a number, whatever it is of.
pub const NUMBERS: [&str; 9] =
    ["figure", "figures", "number", "numbers", "total", "count", "toll", "tally", "estimate"];

/// Words between a verb or preposition and its figure.
pub const ROUGHLY: [&str; 14] = [
    "about", "around", "some", "nearly", "almost", "roughly", "least", "most", "over", "more", "than",
    "between", "only", "just",
];

/// Words of those who have died.
pub const DEAD: [&str; 22] = [
    "dead",
    "death",
    "deaths",
    "killed",
    "killing",
    "died",
    "die",
    "fatalities",
    "bodies",
    "body",
    "corpses",
    "corpse",
    "lives",
    "toll",
    "mortuary",
    "morgue",
    "victims",
    "perished",
    "lost",
    "deceased",
    "drowned",
    "casualties",
];
