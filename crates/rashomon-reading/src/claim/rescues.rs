//! Whoever is brought out of danger: "pulled a girl alive from the ruins", "lifted off 14 of the crew".

use super::things::is_person;
use super::typing::antecedent;
use crate::{ParsedArticle, mention};

/// Words that say out of what, or to where.
const SIGNS: &[&str] = &["alive", "from", "breathing", "rubble", "wreckage", "ashore", "safety"];

/// Where one is safe, after "to".
const SAFE: &[&str] = &["safety", "surface", "shore", "land", "ground", "security", "hospital"];

/// Whether the verb `t`, with its particle, tells of a rescue.
pub(super) fn is_rescue(parsed: &ParsedArticle, t: usize, particle: &str) -> bool {
    let Some(person) = parsed.child(t, &["dobj", "nsubjpass"]) else { return false };
    if !are_persons(parsed, antecedent(parsed, t, person)) {
        return false;
    }
    let lemma = parsed.tokens[t].lemma.as_str();
    let lower = |i: usize| parsed.tokens[i].lower.as_str();
    let words = parsed.subtree(t);
    let is_to_safety = |&i: &usize| SAFE.contains(&lower(i)) && lower(parsed.tokens[i].head) == "to";
    match (lemma, particle) {
        // "Nineteen men were taken off the tanker": none of a list.
        ("take" | "fetch" | "bring", "" | "off")
            if parsed.children(t).iter().any(|&c| c > t && lower(c) == "off") =>
        {
            let whence =
                parsed.children(t).iter().copied().filter(|&c| c > t && parsed.tokens[c].dep == "prep");
            let off = whence.filter(|&c| lower(c) == "off").filter_map(|c| parsed.child(c, &["pobj"]));
            let mut from = off.chain(parsed.child(t, &["dobj"]).filter(|&o| o != person));
            from.all(|o| is_perilous(parsed, o))
        }
        ("pull" | "dig" | "take" | "bring" | "free", "" | "out") => {
            words.iter().any(|&i| SIGNS.contains(&lower(i)))
                || lemma == "bring" && words.iter().any(is_to_safety)
        }
        ("lift" | "hoist" | "haul" | "winch", "off" | "out" | "up" | "aboard") => true,
        (
            "lift" | "hoist" | "haul" | "carry" | "get" | "help" | "lead" | "guide" | "fly" | "ferry"
            | "drag",
            _,
        ) => words.iter().any(|i| is_to_safety(i) || lower(*i) == "ashore" && parsed.tokens[*i].head == t),
        _ => false,
    }
}

/// From where people have to be fetched.
fn is_perilous(parsed: &ParsedArticle, whence: usize) -> bool {
    const HEIGHTS: &[&str] = &[
        "ridge", "ledge", "rock", "raft", "wreck", "cliff", "face", "sandbank", "mountain", "slope", "peak",
        "roof", "reef", "floe", "summit",
    ];
    let lemma = parsed.tokens[whence].lemma.as_str();
    mention::is_ship_noun(lemma) || mention::is_facility_noun(lemma) || HEIGHTS.contains(&lemma)
}

/// People by their kind or their number: "nine divers", "14 of the crew", "the last six".
fn are_persons(parsed: &ParsedArticle, what: usize) -> bool {
    const PERSONS: &[&str] = &[
        "girl", "boy", "man", "woman", "child", "baby", "people", "female", "male", "body", "infant",
        "person", "climber",
    ];
    let token = &parsed.tokens[what];
    let is = |lemma: &str| PERSONS.contains(&lemma) || is_person(Some(lemma)) || lemma == "crew";
    let is_of = |&c: &usize| parsed.tokens[c].lower == "of";
    let counted = || {
        let of = parsed.children(what).iter().copied().find(is_of)?;
        parsed.child(of, &["pobj"])
    };
    is(&token.lemma) || token.pos == "NUM" && counted().is_none_or(|w| is(&parsed.tokens[w].lemma))
}

#[cfg(test)]
mod tests {
    use crate::claim::tests::check_kinds;

    #[test]
    fn people_are_brought_out_of_danger() {
        check_kinds("A helicopter lifted off 14 of the 30 crew on Monday.", &["lift off AID rescue"]);
        check_kinds("Divers hoisted nine sailors to the surface on Friday.", &["hoist AID rescue"]);
        check_kinds("Seven climbers were brought to safety on Friday.", &["bring AID rescue"]);
        check_kinds("Two climbers were taken off the ridge on Monday.", &["take AID rescue"]);
        check_kinds("Firefighters carried two women to safety on Monday.", &["carry AID rescue"]);
    }

    #[test]
    fn players_and_parcels_are_not() {
        check_kinds("The striker was taken off the pitch on Monday.", &["take OTHER act"]);
        check_kinds("The crane lifted the steel beams off the truck on Monday.", &["lift off OTHER act"]);
        check_kinds("Aides brought the papers to the minister on Monday.", &["bring OTHER act"]);
    }
}
