//! What verbs, adjectives and nouns say by themselves of the people beside them.

use super::{ABOARD, DETAINED, DISPLACED, KILLED, MISSING, RESCUED, SURVIVED, WOUNDED};
use crate::ParsedArticle;
use crate::mention::{is_fighter_noun, is_person_noun};

/// What a verb does to its object.
pub(super) fn of_object(verb: &str) -> Option<&'static str> {
    Some(match verb {
        "kill" | "slay" | "slaughter" | "murder" | "massacre" | "execute" | "behead" | "electrocute"
        | "drown" => KILLED,
        "wound" | "injure" | "hurt" | "maim" => WOUNDED,
        "displace" | "evacuate" | "uproot" => DISPLACED,
        "arrest" | "detain" | "jail" | "imprison" | "intern" => DETAINED,
        "rescue" | "save" => RESCUED,
        _ => return None,
    })
}

/// What a verb says of its subject.
pub(super) fn of_subject(verb: &str) -> Option<&'static str> {
    Some(match verb {
        "die" | "perish" | "drown" | "succumb" | "suffocate" => KILLED,
        "flee" => DISPLACED,
        "vanish" | "disappear" => MISSING,
        "survive" => SURVIVED,
        _ => return None,
    })
}

/// What an adjective or participle says of its noun.
pub(in crate::quantity) fn of_adjective(word: &str) -> Option<&'static str> {
    Some(match word {
        "dead" | "killed" | "drowned" | "deceased" | "slain" => KILLED,
        "wounded" | "injured" | "hurt" => WOUNDED,
        "missing" | "unaccounted" => MISSING,
        "displaced" | "homeless" | "evacuated" | "uprooted" => DISPLACED,
        "detained" | "arrested" | "jailed" | "imprisoned" => DETAINED,
        "rescued" => RESCUED,
        "aboard" | "onboard" => ABOARD,
        _ => return None,
    })
}

/// What a noun says by itself.
pub(in crate::quantity) fn of_noun(lemma: &str) -> Option<&'static str> {
    Some(match lemma {
        "death" | "fatality" | "corpse" | "dead" | "martyr" => KILLED,
        "injury" | "injured" | "wounded" => WOUNDED,
        "missing" | "absentee" => MISSING,
        "displaced" | "evacuee" => DISPLACED,
        "detainee" | "arrest" | "detention" => DETAINED,
        _ => return None,
    })
}

/// Whether the noun denotes persons.
pub(in crate::quantity) fn is_person(lemma: &str) -> bool {
    // "900 chairs" are seats.
    if lemma == "chair" {
        return false;
    }
    // "Servicemen", which the lemmatizer leaves as it is; no regimen, specimen or abdomen.
    let is_of_men =
        lemma.ends_with("men") && lemma.len() > 5 && !lemma.ends_with("imen") && lemma != "abdomen";
    // "Two firemen", whose lemma is "fireman".
    let is_of_men = is_of_men
        || lemma.ends_with("man") && lemma.len() > 5 && !matches!(lemma, "talisman" | "caiman" | "ottoman");
    matches!(lemma, "people" | "person" | "life" | "casualty" | "troop" | "villager" | "individual" | "folk")
        || is_of_men
        || is_fighter_noun(lemma)
        || is_person_noun(lemma)
}

/// Who treats the injured, in a noun phrase.
pub(in crate::quantity) fn is_healer(parsed: &ParsedArticle, noun: usize) -> bool {
    const HEALERS: [&str; 9] =
        ["hospital", "clinic", "doctor", "physician", "medic", "paramedic", "surgeon", "nurse", "ambulance"];
    let is_one = |t: usize| HEALERS.contains(&parsed.tokens[t].lemma.to_lowercase().as_str());
    parsed.subtree(noun).into_iter().any(is_one)
}
