//! Fills of MUC-4's slots: the forms in which a phrase may be given, and the classes of victims, targets, instruments.

use crate::engine::Read;
use rashomon_reading::claim::{Claim, Participant};
use rashomon_reading::mention::{
    EntityKind, LocalEntity, MentionKind, country_by_capital, country_by_code, country_by_name,
    is_armed_group_noun, is_facility_noun, is_person_noun, towns,
};
use rashomon_reading::quantity::Qualifier;
use std::collections::BTreeMap;

/// A fill: equally right forms of one answer, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fill {
    pub(super) forms: Vec<String>,
    pub(super) number: String,
}

impl Fill {
    /// Whether the two have a form in common.
    pub(super) fn is_same(&self, other: &Fill) -> bool {
        self.forms.iter().any(|f| other.forms.iter().any(|o| o.eq_ignore_ascii_case(f)))
    }
}

/// Somebody hit: by name and by description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Victim {
    pub(super) fills: Vec<Fill>,
    pub(super) type_: &'static str,
    pub(super) effect: Option<&'static str>,
    pub(super) number: String,
    pub(super) is_fighter: bool,
    entity: Option<usize>,
}

impl Victim {
    pub(super) fn is_same(&self, other: &Victim) -> bool {
        (self.entity.is_some() && self.entity == other.entity)
            || self.fills.iter().any(|f| other.fills.iter().any(|o| o.is_same(f)))
    }
}

/// Words for people that no list of persons has.
const PEOPLE: &[&str] = &[
    "people",
    "civilian",
    "dead",
    "wounded",
    "injured",
    "population",
    "family",
    "crowd",
    "casualty",
    "victim",
    "policeman",
    "personnel",
    "youth",
    "guerrilla",
    "rebel",
    "terrorist",
    "individual",
    "man",
    "woman",
    "child",
    "group",
    "squad",
    "unit",
    "commando",
    "troop",
    "soldier",
    "member",
    "force",
    "patrol",
    "army",
    "police",
    "someone",
    "other",
    "cell",
    "gang",
    "band",
];

/// Fighters: an attack on them is war.
const FIGHTERS: &[&str] = &[
    "soldier",
    "troop",
    "guerrilla",
    "rebel",
    "battalion",
    "brigade",
    "army",
    "patrol",
    "unit",
    "garrison",
    "fighter",
    "combatant",
    "terrorist",
    "insurgent",
    "contra",
    "column",
    "force",
    "marine",
    "subversive",
    "casualty",
    "enemy",
];

/// Who acts for a state.
const STATE: &[&str] = &[
    "army",
    "troop",
    "troops",
    "soldier",
    "soldiers",
    "military",
    "battalion",
    "brigade",
    "government",
    "armed forces",
    "police",
    "security forces",
    "death squad",
    "death squads",
    "air force",
    "national guard",
    "officers",
    "colonel",
    "lieutenant",
];

/// Bodies of a state by the words for their people.
pub(super) const BODIES: &[(&[&str], &[&str])] = &[
    (&["army", "soldier", "battalion", "brigade"], &["army", "armed forces"]),
    (&["military", "armed forces"], &["armed forces", "military"]),
    (&["treasury police"], &["treasury police"]),
    (&["national guard"], &["national guard"]),
    (&["police", "policem"], &["police", "national police"]),
    (&["government"], &["government"]),
];

const TARGETS: &[(&str, &[&str])] = &[
    ("DIPLOMAT OFFICE OR RESIDENCE", &["embassy", "consulate", "ambassador"]),
    ("FINANCIAL", &["bank", "banks", "branch", "branches"]),
    ("LAW ENFORCEMENT FACILITY", &["police", "precinct", "jail", "prison"]),
    (
        "ENERGY",
        &[
            "tower",
            "towers",
            "pylon",
            "pylons",
            "substation",
            "power",
            "pipeline",
            "oil",
            "refinery",
            "dam",
            "electrical",
            "electric",
            "energy",
            "transformer",
            "hydroelectric",
            "pole",
            "poles",
        ],
    ),
    (
        "TRANSPORT VEHICLE",
        &[
            "bus",
            "buses",
            "car",
            "cars",
            "truck",
            "trucks",
            "vehicle",
            "vehicles",
            "train",
            "helicopter",
            "plane",
            "airplane",
            "aircraft",
            "ambulance",
            "jeep",
            "taxi",
            "wagon",
            "motorcycle",
            "boat",
            "airliner",
            "van",
        ],
    ),
    ("TRANSPORTATION ROUTE", &["bridge", "bridges", "road", "highway", "railroad", "railway"]),
    (
        "COMMUNICATIONS",
        &["radio", "newspaper", "telephone", "antenna", "television", "telecommunications", "antel"],
    ),
    (
        "GOVERNMENT OFFICE OR RESIDENCE",
        &[
            "ministry",
            "palace",
            "mayor",
            "hall",
            "government",
            "courthouse",
            "congress",
            "presidential",
            "minister",
            "president",
            "court",
            "municipal",
        ],
    ),
    ("POLITICAL FIGURE OFFICE OR RESIDENCE", &["party", "candidate", "deputy", "senator"]),
    (
        "COMMERCIAL",
        &[
            "store",
            "stores",
            "shop",
            "shops",
            "restaurant",
            "hotel",
            "company",
            "business",
            "businesses",
            "factory",
            "supermarket",
            "market",
            "farm",
            "plant",
            "ranch",
            "warehouse",
            "mall",
            "gas",
            "plantation",
        ],
    ),
    (
        "ORGANIZATION OFFICE",
        &[
            "office",
            "offices",
            "headquarters",
            "institute",
            "union",
            "federation",
            "church",
            "temple",
            "university",
            "chapel",
        ],
    ),
    (
        "CIVILIAN RESIDENCE",
        &[
            "house",
            "houses",
            "home",
            "homes",
            "apartment",
            "neighborhood",
            "village",
            "residence",
            "residences",
            "hut",
            "huts",
            "dwellings",
        ],
    ),
];

const INSTRUMENTS: &[(&str, &[&str])] = &[
    ("VEHICLE BOMB", &["car bomb", "car bombs", "car-bomb", "truck bomb", "bus bomb", "bomb car"]),
    ("DYNAMITE", &["dynamite"]),
    ("BOMB", &["bomb", "bombs"]),
    (
        "MACHINE GUN",
        &[
            "machinegun",
            "machineguns",
            "machine gun",
            "machine guns",
            "submachine guns",
            "submachineguns",
            "machinegun fire",
        ],
    ),
    ("RIFLE", &["rifle", "rifles"]),
    ("GRENADE", &["grenade", "grenades"]),
    ("MORTAR", &["mortar", "mortars"]),
    ("ROCKET", &["rocket", "rockets"]),
    ("MINE", &["mine", "mines", "landmine", "landmines"]),
    ("EXPLOSIVE", &["explosive", "explosives", "charge", "charges"]),
    (
        "GUN",
        &[
            "gun", "guns", "pistol", "pistols", "gunfire", "revolver", "shots", "gunshots", "bullets",
            "weapon", "weapons", "firearms",
        ],
    ),
    ("STONE", &["stones", "stone"]),
];

const VICTIMS: &[(&str, &[&str])] = &[
    ("DIPLOMAT", &["ambassador", "consul", "diplomat", "attache"]),
    ("SECURITY GUARD", &["guard", "guards", "bodyguard", "bodyguards", "escort", "escorts", "guardsman"]),
    (
        "LEGAL OR JUDICIAL",
        &["judge", "judges", "magistrate", "magistrates", "lawyer", "attorney", "prosecutor", "justice"],
    ),
    ("LAW ENFORCEMENT", &["policeman", "policemen", "police", "detective", "agent", "agents"]),
    (
        "ACTIVE MILITARY",
        &[
            "soldier",
            "soldiers",
            "troops",
            "officer",
            "officers",
            "colonel",
            "lieutenant",
            "general",
            "captain",
            "sergeant",
            "marine",
            "marines",
            "corporal",
        ],
    ),
    (
        "POLITICAL FIGURE",
        &[
            "candidate",
            "candidates",
            "politician",
            "politicians",
            "leader",
            "leaders",
            "deputy",
            "senator",
            "congressman",
            "party",
        ],
    ),
    (
        "GOVERNMENT OFFICIAL",
        &[
            "minister",
            "mayor",
            "mayors",
            "governor",
            "president",
            "official",
            "officials",
            "secretary",
            "director",
            "councilman",
            "cabinet",
        ],
    ),
];

/// The first class one of whose words stands in a form; words near the end count before those at the start.
fn class(table: &[(&'static str, &[&str])], forms: &[String], otherwise: &'static str) -> &'static str {
    let text = forms.first().map(|f| f.to_lowercase()).unwrap_or_default();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let of_word = |word: &&str| table.iter().find(|(_, list)| list.contains(word)).map(|(class, _)| *class);
    words.iter().rev().find_map(of_word).unwrap_or(otherwise)
}

pub(super) fn target_type(forms: &[String]) -> &'static str {
    class(TARGETS, forms, "OTHER")
}

pub(super) fn instrument_type(forms: &[String]) -> &'static str {
    let text = forms.first().map(|f| f.to_lowercase()).unwrap_or_default();
    let holds = |list: &[&str]| list.iter().any(|w| text.ends_with(w) || text.contains(&format!("{w} ")));
    INSTRUMENTS.iter().find(|(_, list)| holds(list)).map_or("OTHER", |(class, _)| class)
}

pub(super) fn is_state(forms: &[String]) -> bool {
    let text = format!(" {} ", forms.first().map(|f| f.to_lowercase()).unwrap_or_default());
    STATE.iter().any(|w| text.contains(&format!(" {w} ")))
}

/// What became of the victims of a claim.
pub(super) fn effect(claim: &Claim) -> Option<&'static str> {
    let predicate = claim.predicate.as_str();
    let is_death = claim.mode == "killed"
        || matches!(
            predicate,
            "murder"
                | "assassinate"
                | "assassination"
                | "kill"
                | "killing"
                | "massacre"
                | "execute"
                | "death"
                | "die"
                | "slay"
                | "execution"
        );
    let is_injury = claim.mode == "wounded" || matches!(predicate, "wound" | "injure" | "hurt" | "injury");
    if is_death { Some("DEATH") } else { is_injury.then_some("INJURY") }
}

pub(super) fn is_person(read: &Read, participant: &Participant) -> bool {
    let is_pronoun = read.parsed.tokens[participant.head].pos == "PRON";
    let is_known = participant.entity.is_some_and(|e| read.reading.entities[e].is_named);
    if (is_pronoun && !is_known) || matches!(participant.head_lemma.as_str(), "other" | "each" | "one") {
        return false;
    }
    let kind = participant.entity.map(|e| read.reading.entities[e].kind);
    let lemma = participant.head_lemma.as_str();
    kind == Some(EntityKind::Person)
        || PEOPLE.contains(&lemma)
        || is_person_noun(lemma)
        || is_armed_group_noun(lemma)
}

/// Things that are hit, and no places or happenings.
pub(super) fn is_target(read: &Read, participant: &Participant) -> bool {
    let lemma = participant.head_lemma.as_str();
    let kind = participant.entity.map(|e| read.reading.entities[e].kind);
    let is_listed = TARGETS.iter().any(|(_, list)| list.contains(&lemma));
    is_listed || kind == Some(EntityKind::Facility) || is_facility_noun(lemma)
}

/// The forms of a phrase: whole, without what opens it, and up to its head.
pub(super) fn phrase(read: &Read, participant: &Participant) -> Fill {
    let range = read.parsed.tokens_in(participant.span);
    let head = participant.head.clamp(range.start, range.end.saturating_sub(1).max(range.start));
    let mut forms = Vec::new();
    let mut add = |from: usize, to: usize| {
        if from < to && to <= read.parsed.tokens.len() {
            let form = read.words(read.parsed.span_of(from..to)).replace(['\n', '"'], " ");
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    };
    let is_opening = |t: usize| {
        let token = &read.parsed.tokens[t];
        matches!(token.tag, "DT" | "PRP$" | "CD" | "PDT" | "WDT")
            || matches!(
                token.lower.as_str(),
                "some" | "several" | "about" | "at" | "least" | "many" | "approximately"
            )
    };
    let stripped = (range.start..head).find(|&t| !is_opening(t)).unwrap_or(head);
    add(stripped, head + 1);
    add(stripped, range.end);
    add(range.start, range.end);
    let compound = (stripped..head)
        .rev()
        .take_while(|&t| matches!(read.parsed.tokens[t].dep, "compound" | "nmod"))
        .last();
    add(compound.unwrap_or(head), head + 1);
    Fill { forms, number: number(read, participant) }
}

/// An organisation by its name, and by the other names it goes under.
pub(super) fn name(read: &Read, participant: &Participant) -> Fill {
    let Some(entity) = participant.entity else { return phrase(read, participant) };
    named(read, entity)
}

pub(super) fn named(read: &Read, entity: usize) -> Fill {
    let entity = &read.reading.entities[entity];
    let mut forms = vec![entity.name.clone()];
    forms.extend(entity.aliases.iter().cloned());
    Fill { forms, number: "1".to_owned() }
}

/// The organisations named within a phrase ("members of the NLF").
pub(super) fn organisations_in(read: &Read, participant: &Participant) -> Vec<Fill> {
    let inside = |m: &&rashomon_reading::mention::Mention| {
        m.kind == MentionKind::Name
            && participant.span.contains(m.span)
            && matches!(
                read.reading.entities[m.entity].kind,
                EntityKind::Organisation | EntityKind::ArmedGroup
            )
    };
    read.reading.mentions.iter().filter(inside).map(|m| named(read, m.entity)).collect()
}

/// A victim: named ones by name and by description.
pub(super) fn victim(read: &Read, participant: &Participant, effect: Option<&'static str>) -> Victim {
    let described = phrase(read, participant);
    let entity = participant.entity.map(|e| &read.reading.entities[e]);
    let mut fills = Vec::new();
    let mut words = described.forms.clone();
    match entity.filter(|e| e.is_named && e.kind == EntityKind::Person) {
        Some(person) => {
            fills.push(named(read, participant.entity.unwrap_or_default()));
            if let Some(role) = &person.role {
                words = vec![role.clone(), person.name.clone()];
                fills.push(Fill { forms: words.clone(), number: "1".to_owned() });
            }
        }
        None => fills.push(described.clone()),
    }
    let is_fighter = FIGHTERS.contains(&participant.head_lemma.as_str());
    let type_ = class(VICTIMS, &words, "CIVILIAN");
    Victim { fills, type_, effect, number: described.number, is_fighter, entity: participant.entity }
}

/// How many the phrase names: its figure, else one or several.
fn number(read: &Read, participant: &Participant) -> String {
    let figure = read.reading.quantities.iter().find(|q| participant.span.contains(q.figure));
    if let Some(value) = figure.and_then(|q| q.value.or(q.low)) {
        let about = figure.is_some_and(|q| matches!(q.qualifier, Qualifier::About));
        return format!("{}{value}", if about { "~" } else { "" });
    }
    let is_plural = matches!(read.parsed.tokens[participant.head].tag, "NNS" | "NNPS")
        || matches!(participant.head_lemma.as_str(), "people" | "population");
    (if is_plural { "PLURAL" } else { "1" }).to_owned()
}

/// Weapons named in the sentences of an incident.
pub(super) fn instruments(read: &Read, sentences: &[usize], found: &mut Vec<Fill>) {
    for &sentence in sentences {
        for t in read.reading.sentences[sentence].tokens.clone() {
            let token = &read.parsed.tokens[t];
            let is_weapon = token.pos == "NOUN"
                && token.dep != "compound"
                && INSTRUMENTS.iter().any(|(_, list)| list.contains(&token.lower.as_str()));
            if is_weapon {
                let first = (0..t)
                    .rev()
                    .take_while(|&p| matches!(read.parsed.tokens[p].dep, "compound" | "amod"))
                    .last()
                    .unwrap_or(t);
                let mut forms = vec![read.words(read.parsed.span_of(first..t + 1)).to_owned()];
                if first < t {
                    forms.push(read.words(token.span).to_owned());
                }
                let fill = Fill { forms, number: String::new() };
                if !found.iter().any(|f| f.is_same(&fill)) {
                    found.push(fill);
                }
            }
        }
    }
}

/// `COUNTRY: TOWN (CITY)`, or the country alone: where the claim says, else the place named nearest to it, else where
/// the message comes from.
pub(super) fn location(
    read: &Read,
    place: Option<usize>,
    sentence: usize,
    sent_from: &str,
) -> Option<String> {
    let home = country_of(sent_from).or_else(|| commonest_country(read));
    let near = || place_in(read, read.reading.sentences.get(sentence)?.span, home.as_deref());
    let of_claim = place.and_then(|p| place_name(&read.reading.entities[p], home.as_deref()));
    of_claim.filter(|p| home.as_ref().is_none_or(|h| p.starts_with(h.as_str()))).or_else(near).or(home)
}

/// The first town within a span that lies in the country.
fn place_in(read: &Read, span: rashomon_text::Span, home: Option<&str>) -> Option<String> {
    let mentions =
        read.reading.mentions.iter().filter(|m| m.kind == MentionKind::Name && span.contains(m.span));
    let places = mentions.map(|m| &read.reading.entities[m.entity]).filter(|e| e.kind == EntityKind::Place);
    places.filter_map(|e| place_name(e, home)).find(|p| home.is_none_or(|h| p.starts_with(h)))
}

fn place_name(entity: &LocalEntity, home: Option<&str>) -> Option<String> {
    if let Some(country) = country_by_name(&entity.name) {
        return Some(country.name.to_uppercase());
    }
    let mut name = entity.name.to_uppercase();
    let mut kind = "CITY";
    for (word, label) in PLACES {
        if let Some(short) = name.strip_suffix(word) {
            (name, kind) = (short.trim_end().to_owned(), label);
        }
    }
    // A name that no gazetteer has is as likely no place at all.
    let countries = countries_of(&name);
    let country = home
        .filter(|h| countries.iter().any(|c| c == h))
        .map(str::to_owned)
        .or(countries.first().cloned())?;
    entity.is_named.then(|| format!("{country}: {name} ({kind})"))
}

/// What stands after a place's name, and how it is then called.
const PLACES: &[(&str, &str)] = &[
    (" NEIGHBORHOOD", "NEIGHBORHOOD"),
    (" DEPARTMENT", "DEPARTMENT"),
    (" PROVINCE", "PROVINCE"),
    (" CANTON", "CANTON"),
    (" MUNICIPALITY", "MUNICIPALITY"),
    (" DISTRICT", "DISTRICT"),
    (" FARM", "FARM"),
    (" PORT", "PORT"),
    (" REGION", "REGION"),
];

/// The country that is named most, by its name or by its adjective.
fn commonest_country(read: &Read) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in read.reading.mentions.iter().filter(|m| m.kind == MentionKind::Name) {
        if let Some(code) = read.reading.entities[mention.entity].country {
            *counts.entry(code).or_default() += 1;
        }
    }
    let (code, _) = counts.into_iter().max_by_key(|&(code, n)| (n, std::cmp::Reverse(code)))?;
    country_by_code(code).map(|c| c.name.to_uppercase())
}

fn country_of(town: &str) -> Option<String> {
    countries_of(town).into_iter().next()
}

/// The countries that have a town of this name, the one whose capital it is first.
fn countries_of(town: &str) -> Vec<String> {
    let of_towns = towns(town).iter().filter_map(|t| country_by_code(t.country?));
    country_by_capital(town).into_iter().chain(of_towns).map(|c| c.name.to_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_go_by_the_last_word_known() {
        let of = |s: &str| vec![s.to_owned()];
        assert_eq!(target_type(&of("offices of the Northern bank")), "FINANCIAL");
        assert_eq!(target_type(&of("high-tension towers")), "ENERGY");
        assert_eq!(instrument_type(&of("powerful car bomb")), "VEHICLE BOMB");
        assert_eq!(class(VICTIMS, &of("former justice minister"), "CIVILIAN"), "GOVERNMENT OFFICIAL");
        assert!(is_state(&of("army troops")) && !is_state(&of("armed men")));
    }
}
