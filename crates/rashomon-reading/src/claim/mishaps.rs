//! Mishaps that common verbs tell of by what they befall: a ship grounds, a roof comes down, oil is lost.

use super::EventType;
use super::lexicon::{self, Sense};
use super::things::is_missile;
use super::typing::{doer, is_animate_actor, is_armed_actor, sufferer};
use crate::{ParsedArticle, mention};

/// What ships and boats run on.
const SEABED: &[&str] = &[
    "reef", "rock", "ledge", "sandbank", "sandbar", "shoal", "bank", "skerry", "islet", "seabed", "mudbank",
    "mudflat", "shallows", "ground",
];

/// What drivers and pilots run into.
const OBSTACLES: &[&str] = &[
    "tree",
    "wall",
    "pole",
    "pylon",
    "lamppost",
    "post",
    "pier",
    "quay",
    "jetty",
    "bridge",
    "barrier",
    "fence",
    "kerb",
    "curb",
    "iceberg",
    "buoy",
    "wreck",
    "container",
    "mountain",
    "hillside",
    "cliff",
    "crane",
    "mast",
    "cable",
    "embankment",
    "boulder",
    "overpass",
    "viaduct",
    "breakwater",
    "railing",
    "parapet",
    "pillar",
    "ditch",
    "lock",
];

/// What comes down when it falls, of buildings, slopes and trees.
const OVERHEAD: &[&str] = &[
    "roof",
    "ceiling",
    "wall",
    "rock",
    "stone",
    "boulder",
    "cliff",
    "slope",
    "hillside",
    "mountainside",
    "bank",
    "crane",
    "tower",
    "mast",
    "scaffold",
    "scaffolding",
    "beam",
    "slab",
    "balcony",
    "bridge",
    "span",
    "arch",
    "tree",
    "branch",
    "wire",
    "cable",
    "pole",
    "pylon",
    "ice",
    "snow",
    "mud",
    "earth",
    "facade",
    "façade",
    "chimney",
    "stand",
    "platform",
    "stage",
    "tent",
    "shaft",
    "tunnel",
    "canopy",
    "gantry",
    "staircase",
    "plaster",
    "floor",
    "plane",
    "aircraft",
    "jet",
    "helicopter",
    "glider",
    "balloon",
    "drone",
    "airliner",
];

/// What leaks.
const SUBSTANCES: &[&str] = &[
    "oil",
    "petroleum",
    "crude",
    "fuel",
    "diesel",
    "petrol",
    "gasoline",
    "kerosene",
    "gas",
    "methane",
    "chlorine",
    "ammonia",
    "acid",
    "chemical",
    "solvent",
    "sewage",
    "effluent",
    "slurry",
    "wastewater",
    "waste",
    "tailing",
    "tailings",
    "sludge",
    "cyanide",
    "mercury",
    "tar",
    "bitumen",
    "toxin",
    "toluene",
    "benzene",
    "coolant",
    "brine",
    "vapour",
    "vapor",
    "fume",
    "pesticide",
    "caustic",
    "bleach",
    "naphtha",
    "ethanol",
    "molasses",
    "lye",
];

/// By which liquids and loads are measured.
const MEASURES: &[&str] =
    &["tonne", "ton", "barrel", "litre", "liter", "gallon", "metre", "meter", "kilo", "kilogram"];

/// Words that tell of a leak or its load, before what is only measured.
const LEAKS: &[&str] = &["leak", "leakage", "spill", "spillage", "slick", "tanker", "tank", "pipeline"];

/// Sentences before in which what is only measured is said to leak.
const N_SENTENCES_BACK: usize = 4;

/// The sense of a verb that tells of a mishap by who or what takes part.
pub(super) fn verb(parsed: &ParsedArticle, t: usize, particle: &str, sense: Sense) -> Option<Sense> {
    let mishap = |mode, plain| Some(Sense { kind: EventType::Accident, mode, plain, ..sense });
    match (parsed.tokens[t].lemma.as_str(), particle) {
        ("ground" | "beach" | "strand", "") if is_ship_aground(parsed, t) => mishap("aground", "run_aground"),
        ("run" | "drive", "") if is_craft(parsed, t) && runs_on(parsed, t, SEABED) => {
            mishap("aground", "run_aground")
        }
        ("strike" | "hit", "") if !is_deliberate(parsed, t) => {
            let object = parsed.child(t, &["dobj"])?;
            match object {
                // "The crisis hit the bank".
                _ if is_named(parsed, object, SEABED) && is_craft(parsed, t) => mishap("aground", ""),
                _ if is_named(parsed, object, OBSTACLES) => mishap("", ""),
                _ => None,
            }
        }
        ("come", "down") => Some(match sufferer(parsed, t) {
            Some(what) if is_any(parsed, what, OVERHEAD) || is_facility(parsed, what) => {
                Sense { kind: EventType::Accident, mode: "collapse", ..sense }
            }
            _ if is_animate_actor(parsed, t) => Sense { kind: EventType::Other, mode: "visit", ..sense },
            _ => Sense { kind: EventType::Other, mode: "act", ..sense },
        }),
        // Oil and bodies are washed ashore; storms make landfall, and people land.
        ("come", "ashore") => Some(match sufferer(parsed, t).map(|w| parsed.tokens[w].lemma.as_str()) {
            Some(what) if lexicon::noun(what).is_some_and(|n| n.kind == EventType::Disaster) => {
                Sense { kind: EventType::Disaster, mode: "hit", plain: "", ..sense }
            }
            Some(_) if is_animate_actor(parsed, t) => Sense { mode: "visit", plain: "", ..sense },
            _ => sense,
        }),
        ("lose", "") if is_lost_load(parsed, t) => mishap("leak", ""),
        ("escape" | "gush" | "seep", "" | "out") | ("get", "out" | "away") if is_let_out(parsed, t) => {
            mishap("leak", "")
        }
        ("pour" | "flow" | "discharge" | "release" | "run" | "drain" | "vent", "" | "out")
        | ("go" | "enter", "into" | "")
            if is_let_out(parsed, t) && is_where_it_should_not_be(parsed, t) =>
        {
            mishap("leak", "")
        }
        _ => None,
    }
}

/// A word of a list, as it stands ("Ammonia" that opens a sentence keeps its capital in the lemma) or by its lemma.
fn is_named(parsed: &ParsedArticle, what: usize, list: &[&str]) -> bool {
    let token = &parsed.tokens[what];
    list.contains(&token.lemma.as_str()) || list.contains(&token.lower.as_str())
}

fn is_any(parsed: &ParsedArticle, what: usize, list: &[&str]) -> bool {
    is_named(parsed, what, list) || whole(parsed, what).is_some_and(|w| list.contains(&w))
}

/// "Part of the cliff", "some 300 litres of diesel": what it is a part or an amount of.
fn whole<'p>(parsed: &'p ParsedArticle, part: usize) -> Option<&'p str> {
    let is_of = |&c: &usize| parsed.tokens[c].lower == "of";
    let of = parsed.children(part).iter().copied().find(is_of)?;
    parsed.child(of, &["pobj"]).map(|w| parsed.tokens[w].lemma.as_str())
}

fn is_facility(parsed: &ParsedArticle, what: usize) -> bool {
    let is = |lemma: &str| mention::is_facility_noun(lemma);
    is(&parsed.tokens[what].lemma) || whole(parsed, what).is_some_and(is)
}

/// Ships ground; what is grounded besides is kept from flying. "The freighter grounded" is told of nothing else.
fn is_ship_aground(parsed: &ParsedArticle, t: usize) -> bool {
    let is_passive = parsed.tokens[t].tag == "VBN" && parsed.child(t, &["nsubj"]).is_none();
    // "Grounded off Holm": the parser takes the place for an object.
    let is_off =
        parsed.tokens.get(t + 1).is_some_and(|n| matches!(n.lower.as_str(), "off" | "near" | "on" | "at"));
    let is_intransitive =
        !is_passive && parsed.tokens[t].lemma == "ground" && (is_off || parsed.child(t, &["dobj"]).is_none());
    let is_ship = |what: usize| mention::is_ship_noun(&parsed.tokens[what].lemma);
    is_intransitive || sufferer(parsed, t).is_some_and(is_ship) || runs_on(parsed, t, SEABED)
}

/// A ship, by its kind or name.
fn is_craft(parsed: &ParsedArticle, t: usize) -> bool {
    let is = |token: &crate::Token| {
        mention::is_ship_noun(&token.lemma)
            || token.pos == "PROPN"
            || matches!(token.lower.as_str(), "she" | "it")
    };
    doer(parsed, t).is_some_and(|d| is(&parsed.tokens[d]))
}

/// Whether what follows "on" or "onto" is one of these, and what went there no person.
fn runs_on(parsed: &ParsedArticle, t: usize, what: &[&str]) -> bool {
    let is_below = |&c: &usize| {
        let pobj = parsed.child(c, &["pobj"]);
        parsed.tokens[c].dep == "prep" && pobj.is_some_and(|p| is_named(parsed, p, what))
    };
    let is_person = |d: usize| mention::is_person_noun(&parsed.tokens[d].lemma);
    parsed.children(t).iter().any(is_below) && !doer(parsed, t).is_some_and(is_person)
}

/// Soldiers strike a bridge because they mean to, and a person a wall; so do missiles.
fn is_deliberate(parsed: &ParsedArticle, t: usize) -> bool {
    let is_name = |d: usize| parsed.tokens[d].pos == "PROPN";
    let is_fired = |d: usize| {
        let lemma = parsed.tokens[d].lemma.as_str();
        is_missile(lemma)
            || matches!(
                lemma,
                "missile" | "rocket" | "drone" | "strike" | "bomb" | "shell" | "attack" | "bullet"
            )
    };
    doer(parsed, t).is_some_and(is_fired)
        || is_armed_actor(parsed, t)
        || is_animate_actor(parsed, t) && !doer(parsed, t).is_some_and(is_name)
}

/// "Acid escaped", not "police released tear gas".
fn is_let_out(parsed: &ParsedArticle, t: usize) -> bool {
    let what = sufferer(parsed, t).filter(|&w| is_substance(parsed, w));
    let is_tear_gas =
        |w: usize| parsed.child(w, &["compound"]).is_some_and(|c| parsed.tokens[c].lower == "tear");
    let is_done = parsed.child(t, &["dobj"]).is_some() && is_animate_actor(parsed, t);
    what.is_some_and(|w| !is_tear_gas(w)) && !is_done
}

/// "Into the river", "from a tank", "over the road": gas also flows to a country, and fuel goes into a camp.
fn is_where_it_should_not_be(parsed: &ParsedArticle, t: usize) -> bool {
    const WATERS: [&str; 18] = [
        "river",
        "stream",
        "lake",
        "sea",
        "bay",
        "canal",
        "harbour",
        "harbor",
        "estuary",
        "creek",
        "drain",
        "sewer",
        "groundwater",
        "soil",
        "air",
        "beach",
        "street",
        "field",
    ];
    const VESSELS: [&str; 9] =
        ["tank", "tanker", "pipe", "pipeline", "valve", "well", "hull", "reactor", "plant"];
    let below = |p: &usize| {
        let places: &[&str] = match parsed.tokens[*p].lower.as_str() {
            "into" | "over" | "onto" | "across" | "through" | "in" => &WATERS,
            "from" => &VESSELS,
            _ => return false,
        };
        parsed.child(*p, &["pobj"]).is_some_and(|o| is_named(parsed, o, places))
    };
    let own = parsed.child(t, &["dobj"]).is_some_and(|o| is_named(parsed, o, &WATERS));
    own || parsed.children(t).iter().any(below)
}

fn is_substance(parsed: &ParsedArticle, what: usize) -> bool {
    let token = &parsed.tokens[what];
    let is_measure = MEASURES.contains(&token.lemma.as_str());
    is_any(parsed, what, SUBSTANCES)
        || is_measure && whole(parsed, what).is_none() && is_after_leak(parsed, what)
}

/// "5,000 tonnes had been lost", "lost 300 litres of diesel": households that lose gas are cut off.
fn is_lost_load(parsed: &ParsedArticle, t: usize) -> bool {
    let object = parsed.child(t, &["dobj"]);
    let is_load = |o: usize| MEASURES.contains(&parsed.tokens[o].lemma.as_str()) && is_substance(parsed, o);
    match object {
        Some(object) => is_load(object),
        None => sufferer(parsed, t).is_some_and(|s| is_substance(parsed, s)),
    }
}

/// Whether a leak is told of before: "leaking oil … 5,000 tonnes had been lost".
fn is_after_leak(parsed: &ParsedArticle, what: usize) -> bool {
    let is_load = |lemma: &str| LEAKS.contains(&lemma) || SUBSTANCES.contains(&lemma);
    let sentence = parsed.tokens[what].sentence;
    let first = parsed.sentences[sentence.saturating_sub(N_SENTENCES_BACK)].tokens.start;
    parsed.tokens[first..what].iter().any(|t| is_load(&t.lemma))
}

#[cfg(test)]
mod tests {
    use crate::claim::tests::check_kinds;

    #[test]
    fn ships_run_aground() {
        check_kinds("The freighter was grounded off Holm on Monday.", &["run aground ACCIDENT aground"]);
        check_kinds("The Alma Rose, which grounded off Holm, was old.", &["run aground ACCIDENT aground"]);
        check_kinds("The Alma Rose struck the Tern Shoal on Monday.", &["strike ACCIDENT aground"]);
        check_kinds("A yacht ran onto a sandbank on Monday.", &["run aground ACCIDENT aground"]);
    }

    #[test]
    fn planes_are_grounded_and_towns_are_struck() {
        check_kinds("The airline's whole fleet was grounded on Monday.", &["ground OTHER act"]);
        check_kinds("The army struck a bridge near Holm on Monday.", &["strike ASSAULT attack"]);
        check_kinds("A dog ran onto the rocks on Monday.", &["run OTHER act"]);
        check_kinds("A missile hit a bridge near Holm on Monday.", &["hit ASSAULT attack"]);
        check_kinds("The crisis hit the bank on Monday.", &["hit ASSAULT attack"]);
        check_kinds("The ferry hit rocks off Holm on Monday.", &["hit ACCIDENT aground"]);
    }

    #[test]
    fn what_comes_down() {
        check_kinds(
            "The ceiling of the church came down on Sunday evening.",
            &["come down ACCIDENT collapse"],
        );
        check_kinds("Part of the cliff came down on Sunday.", &["come down ACCIDENT collapse"]);
        check_kinds("A crane came down on a school on Monday.", &["come down ACCIDENT collapse"]);
        check_kinds("The bishop came down from the hills on Monday.", &["come down OTHER visit"]);
        check_kinds("Prices came down on Monday.", &["come down OTHER act"]);
    }

    #[test]
    fn liquids_leak_in_many_words() {
        check_kinds("About 300 litres of acid escaped from the tank on Monday.", &["escape ACCIDENT leak"]);
        check_kinds("Some 20,000 litres of diesel were lost on Monday.", &["lose ACCIDENT leak"]);
        check_kinds("Slurry flowed into the river on Monday.", &["flow ACCIDENT leak"]);
        check_kinds("Ammonia escaped from the cold store on Friday.", &["escape ACCIDENT leak"]);
        check_kinds("A thief escaped from the jail on Monday.", &["escape OTHER act"]);
        check_kinds("Gas flowed to Norway again on Monday.", &["flow OTHER"]);
        check_kinds("Fuel went into the camp on Monday.", &["go OTHER loss"]);
        check_kinds("Police released tear gas on Monday.", &["release OTHER"]);
        check_kinds("The party lost 20,000 members last year.", &["lose OTHER act"]);
    }

    #[test]
    fn oil_and_bodies_wash_ashore_and_people_land() {
        let ashore = &["wash ashore OTHER ashore"];
        check_kinds("Sewage has come ashore along two kilometres of beach.", ashore);
        check_kinds("Two bodies washed up near Holm on Monday.", ashore);
        check_kinds("The crew came ashore at Holm on Monday.", &["come ashore OTHER visit"]);
    }
}
