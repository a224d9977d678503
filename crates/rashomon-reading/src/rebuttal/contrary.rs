//! The same said with and without a "not".

use super::Reader;
use crate::dispute::{GET, GIVE};
use crate::modality::{self, Modality, Polarity};

/// Sentences back to what is contradicted.
pub(super) const REACH: usize = 2;

/// Verbs that say too little to be contradicted by their like.
const LIGHT: [&str; 12] =
    ["be", "have", "do", "say", "tell", "make", "take", "go", "come", "know", "comment", "want"];

/// The verb of `by` that negates a verb of `told`, or affirms what that negates.
pub(super) fn of(reader: &Reader, told: usize, by: usize) -> Option<usize> {
    if negates(reader, told) == negates(reader, by) {
        return None;
    }
    let verbs = |sentence: usize| reader.words(sentence).filter(|&t| is_verb(reader, t)).collect::<Vec<_>>();
    let before = verbs(told);
    if before.is_empty() {
        return None;
    }
    let contradicts = |&t: &usize| {
        let (polarity, modality) = modality::of_token(reader.parsed, t);
        matches!(modality, Modality::Happened | Modality::Ongoing)
            && before.iter().any(|&b| is_contrary(reader, b, t, polarity))
            && speaks_of_the_same(reader, told, t)
    };
    verbs(by).into_iter().find(contradicts).or_else(|| none_such(reader, told, by))
}

/// Whether a sentence holds a negating word.
fn negates(reader: &Reader, sentence: usize) -> bool {
    const NOT: [&str; 11] =
        ["not", "n't", "n’t", "no", "never", "nobody", "nothing", "none", "neither", "nor", "without"];
    reader.words(sentence).any(|t| NOT.contains(&reader.parsed.tokens[t].lower.as_str()))
}

fn is_verb(reader: &Reader, t: usize) -> bool {
    let token = &reader.parsed.tokens[t];
    token.pos == "VERB" && token.tag.starts_with('V') && !LIGHT.contains(&token.lemma.as_str())
}

fn is_contrary(reader: &Reader, before: usize, t: usize, polarity: Polarity) -> bool {
    let (other, modality) = modality::of_token(reader.parsed, before);
    let is_told = matches!(
        modality,
        Modality::Happened | Modality::Ongoing | Modality::ReportedOnly | Modality::Denied
    );
    let (a, b) = (reader.lemma(before), reader.lemma(t));
    let is_got = polarity == Polarity::Negative && GIVE.contains(&a) && GET.contains(&b);
    is_told && polarity != other && (a == b || is_got)
}

/// Whether the subject and the object of a verb are words of a sentence before, or pronouns.
fn speaks_of_the_same(reader: &Reader, told: usize, t: usize) -> bool {
    let parsed = reader.parsed;
    let is_known = |c: usize| {
        let token = &parsed.tokens[c];
        let is_open = token.pos == "PRON"
            || matches!(
                token.lower.as_str(),
                "nobody" | "nothing" | "none" | "any" | "anybody" | "anyone" | "all"
            );
        is_open || reader.words(told).any(|w| parsed.tokens[w].lemma == token.lemma)
    };
    let subject = parsed.child(t, &["nsubj", "nsubjpass"]);
    let object = parsed.child(t, &["dobj"]);
    // A speaker who answers for himself need not have been named: "The ministry says it …".
    subject.is_none_or(is_known) && object.is_none_or(is_known) && (subject.is_some() || object.is_some())
}

/// "There is no such warning", "there was no second bomb": of what the sentence before names.
fn none_such(reader: &Reader, told: usize, by: usize) -> Option<usize> {
    let parsed = reader.parsed;
    reader.words(by).find(|&t| {
        let token = &parsed.tokens[t];
        let children = || parsed.children(t).iter().map(|&c| parsed.tokens[c].lower.as_str());
        let is_named = || reader.words(told).any(|w| w != t && shares_stem(reader.lemma(w), &token.lemma));
        token.pos == "NOUN"
            && children().any(|c| c == "no")
            && token.dep == "attr"
            && parsed.child(token.head, &["expl"]).is_some()
            && is_named()
    })
}

/// "Warned" and "warning", "inspected" and "inspection".
fn shares_stem(a: &str, b: &str) -> bool {
    const N_LETTERS: usize = 4;
    let stem = |w: &str| w.chars().take(N_LETTERS).collect::<String>();
    a == b || a.len() >= N_LETTERS && stem(a) == stem(b)
}
