//! Ground and who holds it: "control of two-thirds of the city", "six of the nine parishes are ours".

use super::people;
use crate::ParsedArticle;
use crate::mention::is_place_noun;

/// Verbs by which ground changes hands or is held.
const HOLDING: &[&str] = &[
    "seize",
    "capture",
    "take",
    "retake",
    // The lemmatizer leaves it as it is.
    "retook",
    "recapture",
    "recover",
    "regain",
    "liberate",
    "occupy",
    "control",
    "hold",
    "overrun",
    "conquer",
    "reclaim",
    "free",
    "lose",
    "cede",
    "gain",
    "storm",
    "clear",
    "secure",
    "command",
    "rule",
];
/// Nouns of holding ground ("control of two-thirds of the city").
const HOLDING_NOUNS: &[&str] =
    &["control", "capture", "seizure", "occupation", "possession", "recapture", "command"];
/// Settlements and parts of them, which are taken one by one.
const DISTRICTS: &[&str] = &[
    "district",
    "neighbourhood",
    "neighborhood",
    "village",
    "town",
    "settlement",
    "city",
    "quarter",
    "suburb",
    "area",
    "province",
    "position",
    "hamlet",
    "township",
    "borough",
    "municipality",
    "locality",
    "region",
    "parish",
    "county",
    "canton",
    "ward",
    "commune",
    "governorate",
    "oblast",
    "raion",
];
/// Nouns for ground as a mass.
const GROUND: &[&str] = &[
    "territory",
    "land",
    "ground",
    "enclave",
    "bastion",
    "stronghold",
    "pocket",
    "area",
    "district",
    "city",
    "town",
    "country",
    "region",
    "province",
    "peninsula",
    "island",
    "neighbourhood",
    "neighborhood",
    "village",
    "half",
    "side",
];

/// Whether a noun is of settlements or parts of a country, which are taken one by one.
pub(super) fn is_district(lemma: &str) -> bool {
    DISTRICTS.contains(&lemma)
}

/// Whether a word is of ground: a part of a country, or a name that may be one.
pub(super) fn is_ground(parsed: &ParsedArticle, noun: usize) -> bool {
    let token = &parsed.tokens[noun];
    let next = parsed.entities.partition_point(|e| e.tokens.end <= noun);
    let label = parsed.entities.get(next).filter(|e| e.tokens.contains(&noun)).map(|e| e.label);
    GROUND.contains(&token.lemma.as_str())
        || token.pos == "NOUN" && is_place_noun(&token.lemma)
        || token.pos == "PROPN"
            && (matches!(label, Some("GPE" | "LOC") | None) || is_part_of_place(parsed, noun))
}

/// "East Gao", "northern Mali": only places have such parts.
fn is_part_of_place(parsed: &ParsedArticle, noun: usize) -> bool {
    const PARTS: [&str; 12] = [
        "east", "west", "north", "south", "eastern", "western", "northern", "southern", "central", "greater",
        "inner", "downtown",
    ];
    parsed.children(noun).iter().any(|&c| c < noun && PARTS.contains(&parsed.tokens[c].lower.as_str()))
}

/// Whether the word is what somebody takes, loses or holds.
pub(super) fn is_held(parsed: &ParsedArticle, token: usize) -> bool {
    if follows_holding(parsed, token) {
        return true;
    }
    let argument = people::first_conjunct(parsed, token);
    let head = parsed.tokens[argument].head;
    let lemma = parsed.tokens[head].lemma.as_str();
    match parsed.tokens[argument].dep {
        "dobj" | "nsubjpass" => HOLDING.contains(&lemma),
        // "Six of the nine parishes", "holds the coast, including five of the villages": what the number or the whole is.
        "pobj" if lemma == "of" && parsed.tokens[parsed.tokens[head].head].tag == "CD" => {
            is_held(parsed, parsed.tokens[head].head)
        }
        "pobj" if lemma == "include" => is_held(parsed, parsed.tokens[head].head),
        "pobj" => {
            let above = &parsed.tokens[parsed.tokens[head].head];
            lemma == "of" && HOLDING_NOUNS.contains(&above.lemma.as_str())
                || lemma == "over" && above.lemma == "control"
        }
        "nsubj" if parsed.tokens[head].lemma == "be" => is_said_to_belong(parsed, head),
        "nsubj" => parsed.tokens[head].lemma == "fall" && parsed.child(head, &["prep"]).is_some(),
        "nummod" | "quantmod" | "amod" | "compound" | "npadvmod" => head != argument && is_held(parsed, head),
        _ => false,
    }
}

/// "All nine parishes are ours", "are in the hands of the rebels", "are under our control".
fn is_said_to_belong(parsed: &ParsedArticle, verb: usize) -> bool {
    let is_whose = |c: usize| matches!(parsed.tokens[c].lower.as_str(), "ours" | "theirs" | "mine");
    let is_kept = |c: usize| {
        let object = parsed.child(c, &["pobj"]).map_or("", |o| parsed.tokens[o].lemma.as_str());
        match parsed.tokens[c].lower.as_str() {
            "in" => object == "hand",
            "under" => matches!(object, "control" | "occupation" | "rule"),
            _ => false,
        }
    };
    parsed.children(verb).iter().any(|&c| c > verb && (is_whose(c) || is_kept(c)))
}

/// "Control of about two-thirds": by the words alone, as a hyphened fraction is often misparsed.
fn follows_holding(parsed: &ParsedArticle, token: usize) -> bool {
    /// Words of the figure and its qualifier between "of" and the token.
    const N_WORDS_MAX: usize = 5;
    let of = (token.saturating_sub(N_WORDS_MAX)..token).rev().find(|&t| parsed.tokens[t].lemma == "of");
    let between = |of: usize| {
        parsed.tokens[of + 1..token]
            .iter()
            .all(|t| matches!(t.pos, "NUM" | "ADV" | "PUNCT" | "ADP" | "ADJ" | "DET"))
    };
    of.filter(|&of| of > 0 && between(of))
        .is_some_and(|of| HOLDING_NOUNS.contains(&parsed.tokens[of - 1].lemma.as_str()))
}
