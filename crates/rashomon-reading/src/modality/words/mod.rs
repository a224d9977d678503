//! The closed word classes that decide whether something is told as done.
//!
//! Origin: written for rashomon from general knowledge of English (modal and implicative verbs as in Karttunen's
//! and FactBank's classes); no list is copied.

mod adjectives;
mod nouns;
mod verbs;

pub(super) use adjectives::{over_adjective, over_modified};
pub(super) use nouns::{
    is_done_by_others, is_inquiry_noun, is_news_noun, is_speech_noun, over_compound, over_noun_complement,
};
pub(super) use verbs::{
    is_factive, is_implicative, is_light, is_report, over_clause, over_infinitive, over_object,
    over_prepositional,
};

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
