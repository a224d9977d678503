//! Categories that depend on what stands beside the word: an air strike is no walk-out, a toll that is lowered is a
//! corrected statement, talks that collapse are no building.

use super::lexicon::{self, Sense};
use super::releases::{is_published, released};
use super::strikes::{ARMED, is_armed_strike, is_walkout};
use super::things::{
    is_carrier, is_law, is_missile, is_person, is_proceeding, is_put_to_vote, is_spacecraft, is_supply,
    is_undertaking, is_way, is_weapon,
};
use super::triggers::is_calendar_word;
use super::{EventType, departures, figurative, mishaps, rescues};
use crate::quantity::number::is_vague_plural;
use crate::{ParsedArticle, mention, voting};

/// Compound parts that make fire an attack.
const SHOOTING: &[&str] = &[
    "artillery",
    "mortar",
    "gun",
    "sniper",
    "rebel",
    "rocket",
    "shell",
    "enemy",
    "tank",
    "machine-gun",
    "small-arms",
];

/// Figures and statements that can be corrected.
const FIGURES: &[&str] = &[
    "number",
    "toll",
    "estimate",
    "figure",
    "count",
    "magnitude",
    "forecast",
    "tally",
    "statement",
    "report",
    "rating",
    "projection",
    "outlook",
];

/// Amounts that rise and fall.
pub(super) const AMOUNTS: &[&str] = &[
    "price",
    "share",
    "rate",
    "index",
    "temperature",
    "profit",
    "revenue",
    "sale",
    "level",
    "cost",
    "inflation",
    "stock",
    "currency",
    "unemployment",
    "output",
    "spending",
    "demand",
    "turnover",
    "dollar",
    "euro",
    "pound",
    "yen",
];

/// Parts of the land.
const GROUND: &[&str] = &[
    "area",
    "district",
    "neighbourhood",
    "neighborhood",
    "town",
    "city",
    "village",
    "territory",
    "ground",
    "quarter",
    "suburb",
    "enclave",
    "bastion",
    "stronghold",
    "hill",
    "province",
];

/// Words of an object looked at for a place; longer objects list many things.
const OBJECT_WORDS_MAX: usize = 12;

/// What news travels by.
const NETWORKS: &[&str] = &["internet", "network", "website", "broadcaster", "newspaper", "app"];

/// What is kept or broken.
const BROKEN_WORDS: &[&str] = &[
    "truce",
    "ceasefire",
    "cease-fire",
    "agreement",
    "deal",
    "promise",
    "pledge",
    "law",
    "rule",
    "treaty",
    "accord",
    "silence",
    "curfew",
    "embargo",
    "contract",
    "ban",
    "record",
];

/// What is demanded.
const ASKED: &[&str] = &["demand", "request", "grievance"];

/// What is reached or missed, not met in person.
const GOALS: &[&str] = &[
    "target",
    "goal",
    "deadline",
    "need",
    "requirement",
    "condition",
    "criterion",
    "standard",
    "obligation",
    "expectation",
    "cost",
    "commitment",
    "threshold",
    "challenge",
    "test",
    "fate",
    "resistance",
];

/// Sense of the verb `t`, with its particle.
pub(super) fn verb(parsed: &ParsedArticle, t: usize, particle: &str, sense: Sense) -> Sense {
    let lemma = parsed.tokens[t].lemma.as_str();
    let head = |deps: &[&str]| parsed.child(t, deps).map(|c| parsed.tokens[c].lemma.as_str());
    let (subject, object) = (head(&["nsubj"]), head(&["dobj", "nsubjpass"]));
    let typed = |kind, mode| Sense { kind, mode, ..sense };
    let noun_kind = |lemma: Option<&str>| lemma.and_then(lexicon::noun).map(|s| s.kind);
    let are_talks = |lemma: &str| {
        matches!(noun_kind(Some(lemma)), Some(EventType::Consult | EventType::Agree | EventType::Retreat))
    };
    let talks = || told_of(parsed, t).into_iter().any(|w| are_talks(&parsed.tokens[w].lemma));
    let is = |object: Option<&str>, list: &[&str]| object.is_some_and(|o| list.contains(&o));
    let by_parts = departures::verb(parsed, t, particle, sense)
        .or_else(|| figurative::verb(parsed, t, particle, sense))
        .or_else(|| mishaps::verb(parsed, t, particle, sense));
    if let Some(sense) = by_parts {
        return sense;
    }
    match (lemma, particle) {
        ("call", "on") if !asks_to_act(parsed, t) => typed(EventType::Consult, "visit"),
        ("block", "") if object.is_some_and(is_way) => match is_animate_actor(parsed, t) {
            true => typed(EventType::Protest, "obstruct"),
            false => typed(EventType::Other, "obstruct"),
        },
        ("evacuate", "") if is_person(object) => typed(EventType::Aid, "evacuate"),
        // "It turned out that nobody was hurt": no turnout.
        ("turn", "out") if parsed.child(t, &["ccomp", "xcomp"]).is_some() => typed(EventType::Other, ""),
        ("fire", "") if object.is_none() && (is_armed_actor(parsed, t) || subject.is_some_and(is_weapon)) => {
            typed(EventType::Assault, "fire")
        }
        ("call", "off") | ("suspend", "") if noun_kind(object) == Some(EventType::Protest) => {
            typed(EventType::Concede, "call-off")
        }
        ("blow", "up") if !is_armed_actor(parsed, t) && parsed.child(t, &["nsubj"]).is_some() => {
            match parsed.child(t, &["dobj"]).is_none_or(|o| super::time_word(&parsed.tokens[o])) {
                true => typed(EventType::Accident, ""),
                false => sense,
            }
        }
        ("shut" | "block" | "close", _) if is(object, NETWORKS) => typed(EventType::Coerce, "restrict"),
        ("halt" | "cut" | "reduce" | "stop" | "suspend" | "freeze" | "withhold" | "block", "")
            if is(object, AID_NOUNS) =>
        {
            typed(EventType::Sanction, "reduce-aid")
        }
        ("allow" | "permit" | "let", _) if !is_animate_actor(parsed, t) => typed(EventType::Other, ""),
        ("destroy" | "demolish" | "raze" | "flatten" | "level", "") if is_armed_actor(parsed, t) => {
            typed(EventType::Coerce, "destroy")
        }
        ("go" | "vanish" | "disappear", "" | "missing") if subject.is_some_and(|s| !is_person(Some(s))) => {
            typed(EventType::Other, "loss")
        }
        ("lower" | "raise" | "cut" | "increase" | "reduce" | "update" | "change", "")
            if is(object, FIGURES) =>
        {
            typed(EventType::Statement, "revise")
        }
        (
            "collapse" | "fail" | "stall" | "break" | "founder" | "crumble" | "fizzle",
            "" | "apart" | "down" | "up" | "off" | "out",
        )
        | ("fall" | "run", "apart" | "through" | "aground")
            if talks() && object.is_none() =>
        {
            typed(EventType::Consult, "collapse")
        }
        // "The talks fell apart", not "the summit falls on Monday".
        ("fall" | "run", "")
            if talks() && object.is_none() && goes(parsed, t, &["apart", "through", "aground"]) =>
        {
            typed(EventType::Consult, "collapse")
        }
        ("fail", _) if object.is_some() || parsed.child(t, &["xcomp"]).is_some() => {
            typed(EventType::Other, "")
        }
        ("fall" | "collapse" | "crumble" | "topple", "")
            if matches!(subject, Some("government" | "administration" | "cabinet")) && object.is_none() =>
        {
            typed(EventType::Vote, "defeat")
        }
        // "The motion fell", "the bill squeaked through".
        (lemma, particle)
            if is_put_to_vote(subject) && object.is_none() && own_ending(lemma, particle).is_some() =>
        {
            let is_carried = own_ending(lemma, particle) == Some(true);
            typed(EventType::Vote, if is_carried { "pass" } else { "defeat" })
        }
        ("carry", "") if is_put_to_vote(object) => typed(EventType::Vote, "pass"),
        // "The motion carried", "deputies approved the motion": one ballot.
        ("pass" | "adopt" | "approve", "")
            if is(object.map(str::to_lowercase).as_deref(), &["motion", "amendment", "resolution"]) =>
        {
            typed(EventType::Vote, "pass")
        }
        // "Approved the budget by 61 votes to 48", whatever is approved.
        (lemma, _) if counted_out(parsed, t, lemma).is_some() => {
            typed(EventType::Vote, counted_out(parsed, t, lemma).unwrap_or_default())
        }
        // "Survived the motion by two votes".
        ("survive", "") if is_put_to_vote(object) => typed(EventType::Vote, "defeat"),
        ("stop" | "down", "")
            if object.or(complement(parsed, t)).is_some_and(|o| matches!(o, "work" | "tool")) =>
        {
            typed(EventType::Protest, "strike")
        }
        ("strike", "down") if !object.is_some_and(is_law) => typed(EventType::Assault, ""),
        ("throw", "out") | ("vote", "down") | ("defeat" | "lose", "") if is_put_to_vote(object) => {
            typed(EventType::Vote, "defeat")
        }
        ("fall" | "drop" | "tumble" | "plunge" | "rise" | "climb", "") if is_change(parsed, t, subject) => {
            typed(EventType::Other, "change")
        }
        ("fall", "") if subject.is_some_and(mention::is_place_noun) => typed(EventType::Territory, ""),
        ("take" | "enter", "") if takes_ground(parsed, t) => typed(EventType::Territory, "take"),
        ("lose", "") if takes_ground(parsed, t) => typed(EventType::Territory, ""),
        // "The driver lost control", "lost control of the ship": no ground.
        ("lose" | "take" | "gain", "control") if !controls_ground(parsed, t) => {
            typed(EventType::Other, "act")
        }
        ("strike", "" | "over") if object.is_none() && is_walkout(parsed, t) => {
            typed(EventType::Protest, "strike")
        }
        ("leak", "") if is_published(parsed, t) => typed(EventType::Statement, "publish"),
        ("fly" | "land" | "arrive" | "depart" | "travel", "")
            if subject.is_some() && !is_animate_actor(parsed, t) =>
        {
            typed(EventType::Other, "visit")
        }
        ("fail", "") if is_undertaking(subject) => typed(EventType::Other, "end"),
        ("launch", "") if object.is_some_and(is_spacecraft) => typed(EventType::Other, "start"),
        ("break" | "violate" | "breach", "") if is(object, BROKEN_WORDS) => {
            typed(EventType::Other, "violate")
        }
        ("hit" | "strike", "")
            if subject.is_some_and(|s| is_carrier(s) && !is_missile(s)) && !is_armed_actor(parsed, t) =>
        {
            typed(EventType::Accident, "")
        }
        ("cut", "" | "off") if object.is_some_and(is_supply) => typed(EventType::Accident, "outage"),
        ("suspend", "") if object.is_some_and(is_proceeding) => typed(EventType::Reject, "postpone"),
        ("meet", "") if is(object, ASKED) => typed(EventType::Concede, "accommodate"),
        ("meet", "") if is(object, GOALS) => typed(EventType::Other, ""),
        ("intensify" | "escalate", "") if object.is_some() && !is_violence(noun_kind(object)) => {
            typed(EventType::Other, "change")
        }
        ("book", "") if is_person(object) && is_armed_actor(parsed, t) => typed(EventType::Coerce, "arrest"),
        ("leave", "")
            if is(object, &["ministry", "cabinet", "post", "job"]) && is_animate_actor(parsed, t) =>
        {
            typed(EventType::Concede, "resign")
        }
        ("capture" | "seize" | "recapture", "") => captured(parsed, t, sense),
        ("release", "") => released(parsed, t, sense),
        ("withdraw", _) if matches!(noun_kind(object), Some(EventType::Request | EventType::Accuse)) => {
            typed(EventType::Reject, "withdraw")
        }
        ("dismiss" | "sack", "") if object.is_some_and(mention::is_person_noun) => {
            typed(EventType::Company, "dismiss")
        }
        ("strike" | "hit" | "shake", "")
            if noun_kind(subject) == Some(EventType::Disaster)
                || subject.is_none() && follows_disaster(parsed, t) =>
        {
            typed(EventType::Disaster, "hit")
        }
        ("open" | "shut" | "close" | "reopen" | "shutter", "" | "down" | "up")
            if !concerns_business(parsed, t) =>
        {
            typed(EventType::Other, "")
        }
        ("send" | "dispatch" | "deliver", "") => sent(parsed, t, sense),
        ("miss", "") if object.is_none() && parsed.tokens[t].tag == "VBG" => {
            typed(EventType::Casualty, "missing")
        }
        ("pass" | "adopt" | "introduce" | "table" | "enact", "") if !object.is_some_and(is_law) => {
            typed(EventType::Other, "")
        }
        ("erupt" | "break", _) if noun_kind(subject).is_some() => {
            noun_kind(subject).map_or(sense, |kind| typed(kind, "start"))
        }
        ("pull", "out") if object.is_none() => typed(EventType::Retreat, ""),
        _ if rescues::is_rescue(parsed, t, particle) => typed(EventType::Aid, "rescue"),
        _ => sense,
    }
}

/// What is told of: the subject, what a relative clause stands beside, or of what the parser takes for a participle
/// ("Discussions between the two crumbled") the nouns before it.
fn told_of(parsed: &ParsedArticle, t: usize) -> Vec<usize> {
    let token = &parsed.tokens[t];
    if token.dep == "acl" && token.tag == "VBN" {
        let nouns = std::iter::once(token.head).chain(parsed.ancestors(token.head));
        return nouns.take_while(|&n| !matches!(parsed.tokens[n].pos, "VERB" | "AUX")).collect();
    }
    parsed.child(t, &["nsubj", "nsubjpass"]).map(|s| antecedent(parsed, t, s)).into_iter().collect()
}

/// Of "which" and "that", what the clause of the verb `t` stands beside.
pub(super) fn antecedent(parsed: &ParsedArticle, t: usize, participant: usize) -> usize {
    let is_relative =
        parsed.tokens[t].dep == "relcl" && matches!(parsed.tokens[participant].tag, "WDT" | "WP");
    if is_relative { parsed.tokens[t].head } else { participant }
}

/// Whether one of these words stands right below the verb.
fn goes(parsed: &ParsedArticle, t: usize, whither: &[&str]) -> bool {
    parsed.children(t).iter().any(|&c| whither.contains(&parsed.tokens[c].lower.as_str()))
}

/// What a body did by so many votes to so many.
fn counted_out(parsed: &ParsedArticle, t: usize, lemma: &str) -> Option<&'static str> {
    let by = |&&c: &&usize| {
        matches!(parsed.tokens[c].lower.as_str(), "by" | "with") && parsed.tokens[c].dep != "prt"
    };
    let is_count = |&c: &usize| {
        let votes = parsed.child(c, &["pobj"]).filter(|&o| parsed.tokens[o].lemma == "vote");
        votes.is_some_and(|v| parsed.child(v, &["nummod"]).is_some())
    };
    parsed.children(t).iter().filter(by).copied().find(is_count)?;
    match lemma {
        "back" | "agree" | "decide" | "resolve" | "set" | "establish" | "create" => Some("pass"),
        "oppose" => Some("defeat"),
        // A verdict is one, also by a vote.
        "convict" | "award" | "dismiss" | "impeach" => None,
        _ => voting::ending(lemma).map(|is_carried| if is_carried { "pass" } else { "defeat" }),
    }
}

/// How a vote ended, by a verb whose subject was put to it.
fn own_ending(lemma: &str, particle: &str) -> Option<bool> {
    if particle.is_empty() {
        return voting::own_ending(lemma);
    }
    voting::own_ending(&format!("{lemma} {particle}"))
}

/// "Stop work" may be read as two verbs.
fn complement<'p>(parsed: &'p ParsedArticle, t: usize) -> Option<&'p str> {
    parsed
        .child(t, &["xcomp"])
        .filter(|&x| parsed.tokens[x].tag == "VB")
        .map(|x| parsed.tokens[x].lemma.as_str())
}

/// Who does it, a relative pronoun's noun for the pronoun.
pub(super) fn doer(parsed: &ParsedArticle, t: usize) -> Option<usize> {
    parsed.child(t, &["nsubj"]).map(|s| antecedent(parsed, t, s))
}

/// To what it happens: the object, the subject of a passive, or of a verb without an object its subject.
pub(super) fn sufferer(parsed: &ParsedArticle, t: usize) -> Option<usize> {
    let found = parsed.child(t, &["dobj", "nsubjpass"]).or_else(|| parsed.child(t, &["nsubj"]));
    found.map(|s| antecedent(parsed, t, s))
}

/// What the verb is done to: its object, or what a participle stands beside ("the photos released on Monday").
pub(super) fn undergoer<'p>(parsed: &'p ParsedArticle, t: usize) -> Option<&'p crate::Token> {
    let word = &parsed.tokens[t];
    let modified = (word.dep == "acl" && word.tag == "VBN").then_some(word.head);
    let relative = || {
        let passive = parsed.child(t, &["nsubjpass"]).filter(|_| word.dep == "relcl")?;
        matches!(parsed.tokens[passive].tag, "WDT" | "WP").then_some(word.head)
    };
    relative()
        .or_else(|| parsed.child(t, &["dobj", "nsubjpass"]))
        .or(modified)
        .map(|object| &parsed.tokens[object])
}

/// Ground is captured; people are taken, boats and weapons are seized.
fn captured(parsed: &ParsedArticle, t: usize, sense: Sense) -> Sense {
    let Some(object) = undergoer(parsed, t).filter(|o| o.pos == "NOUN") else { return sense };
    let lemma = object.lemma.as_str();
    let is_ground = takes_ground(parsed, t)
        || GROUND.contains(&lemma)
        || mention::is_place_noun(lemma)
        || mention::is_facility_noun(lemma)
        || matches!(
            lemma,
            "position"
                | "crossing"
                | "outpost"
                | "control"
                | "power"
                | "height"
                | "base"
                | "garrison"
                | "barracks"
                | "checkpoint"
                | "hilltop"
        );
    match is_ground {
        true => sense,
        false if is_person(Some(lemma)) => Sense { kind: EventType::Coerce, mode: "arrest", ..sense },
        false => Sense { kind: EventType::Coerce, mode: "seize", ..sense },
    }
}

/// What is given to the needy, and can be cut.
const AID_NOUNS: &[&str] = &["aid", "assistance", "subsidy", "supply", "relief", "loan", "grant", "ration"];

/// "called on the mayor to resign", "called on all sides for calm": no visit.
fn asks_to_act(parsed: &ParsedArticle, t: usize) -> bool {
    parsed.subtree(t).iter().any(|&i| {
        let token = &parsed.tokens[i];
        i > t && (token.tag == "TO" || token.lower == "for" && token.head == t)
            || matches!(token.dep, "xcomp" | "ccomp") && token.head == t
    })
}

/// The actor: the subject, or the agent of a passive.
pub(super) fn actor<'p>(parsed: &'p ParsedArticle, t: usize) -> Option<&'p crate::Token> {
    let agent = parsed.child(t, &["agent"]).and_then(|a| parsed.child(a, &["pobj"]));
    parsed.child(t, &["nsubj"]).or(agent).map(|s| &parsed.tokens[s])
}

/// Somebody, not a thing: what a storm blocks is no protest.
pub(super) fn is_animate_actor(parsed: &ParsedArticle, t: usize) -> bool {
    actor(parsed, t).is_some_and(|s| {
        s.pos == "PROPN"
            || matches!(s.lower.as_str(), "he" | "she" | "they" | "we" | "who" | "people")
            || is_vague_plural(&s.lower)
            || is_person(Some(&s.lemma))
            || mention::is_organisation_noun(&s.lemma)
    })
}

pub(super) fn is_armed_actor(parsed: &ParsedArticle, t: usize) -> bool {
    actor(parsed, t).is_some_and(|s| {
        mention::is_armed_group_noun(&s.lemma) || matches!(s.lemma.as_str(), "police" | "bulldozer" | "tank")
    })
}

/// A disaster is named before the verb in its sentence (the parser may miss that it is the subject).
fn follows_disaster(parsed: &ParsedArticle, t: usize) -> bool {
    let start = parsed.sentences[parsed.tokens[t].sentence].tokens.start;
    (start..t).any(|i| lexicon::noun(&parsed.tokens[i].lemma).is_some_and(|s| s.kind == EventType::Disaster))
}

/// What is opened or closed is a firm, a plant, a school, a road.
fn concerns_business(parsed: &ParsedArticle, t: usize) -> bool {
    parsed.children(t).iter().any(|&c| {
        let token = &parsed.tokens[c];
        matches!(token.dep, "dobj" | "nsubjpass" | "nsubj")
            && (token.pos == "PROPN"
                || mention::is_organisation_noun(&token.lemma)
                || mention::is_facility_noun(&token.lemma))
    })
}

/// Aid is sent, or troops.
fn sent(parsed: &ParsedArticle, t: usize, sense: Sense) -> Sense {
    const AID: &[&str] = &[
        "aid",
        "help",
        "relief",
        "supply",
        "food",
        "medicine",
        "water",
        "tent",
        "blanket",
        "rescuer",
        "doctor",
        "medic",
        "team",
        "volunteer",
        "firefighter",
        "vaccine",
        "equipment",
        "fund",
        "money",
    ];
    let Some(object) = parsed.child(t, &["dobj", "nsubjpass"]) else { return sense };
    let lemma = parsed.tokens[object].lemma.as_str();
    match lemma {
        _ if AID.contains(&lemma) => sense,
        _ if mention::is_armed_group_noun(lemma) => {
            Sense { kind: EventType::Mobilize, mode: "deploy", ..sense }
        }
        _ => Sense { kind: EventType::Other, mode: "", ..sense },
    }
}

/// Prices and counts fall, and so does what falls "by" or "to" a number.
fn is_change(parsed: &ParsedArticle, t: usize, subject: Option<&str>) -> bool {
    let number = |p: usize| parsed.subtree(p).iter().any(|&i| parsed.tokens[i].pos == "NUM");
    let by = parsed.children(t).iter().any(|&c| {
        let token = &parsed.tokens[c];
        token.dep == "prep" && matches!(token.lower.as_str(), "by" | "to" | "from") && number(c)
    });
    by || subject.is_some_and(|s| FIGURES.contains(&s) || AMOUNTS.contains(&s))
}

/// "took most of the districts": the object is or is part of a place.
fn takes_ground(parsed: &ParsedArticle, t: usize) -> bool {
    let Some(object) = parsed.child(t, &["dobj", "nsubjpass"]) else { return false };
    parsed.subtree(object).iter().take(OBJECT_WORDS_MAX).any(|&i| {
        let token = &parsed.tokens[i];
        GROUND.contains(&token.lemma.as_str()) && (i == object || token.dep == "pobj")
    })
}

/// "Took control of the town", "of Marrow": the control is over a place or over all there is.
fn controls_ground(parsed: &ParsedArticle, t: usize) -> bool {
    let Some(object) = parsed.child(t, &["dobj", "nsubjpass"]) else { return false };
    let of = parsed.children(object).iter().copied().find(|&c| parsed.tokens[c].lower == "of");
    of.and_then(|of| parsed.child(of, &["pobj"])).is_some_and(|over| {
        let token = &parsed.tokens[over];
        token.pos == "PROPN"
            || GROUND.contains(&token.lemma.as_str())
            || mention::is_place_noun(&token.lemma)
            || mention::is_facility_noun(&token.lemma)
            || takes_ground(parsed, t)
    })
}

/// Acts of force, which grow worse.
fn is_violence(kind: Option<EventType>) -> bool {
    matches!(kind, Some(EventType::Assault | EventType::Coerce))
}

/// Sense of the noun `t`.
pub(super) fn noun(parsed: &ParsedArticle, t: usize, sense: Sense) -> Sense {
    let typed = |kind, mode| Sense { kind, mode, ..sense };
    let modifier = |words: &[&str]| {
        parsed.children(t).iter().any(|&c| {
            let token = &parsed.tokens[c];
            matches!(token.dep, "compound" | "amod" | "nmod") && words.contains(&token.lower.as_str())
        })
    };
    let preposition = |word: &str| {
        parsed.children(t).iter().any(|&c| {
            let named =
                || parsed.child(c, &["pobj"]).is_some_and(|o| !is_calendar_word(&parsed.tokens[o].lower));
            parsed.tokens[c].dep == "prep" && parsed.tokens[c].lower == word && named()
        })
    };
    match parsed.tokens[t].lemma.as_str() {
        "strike" if preposition("on") || modifier(ARMED) || is_armed_strike(parsed, t) => {
            typed(EventType::Assault, "attack")
        }
        "fire" if !modifier(SHOOTING) => typed(EventType::Accident, "fire"),
        "advance" if !is_military(parsed, t) => typed(EventType::Other, "change"),
        "fall" if !preposition("of") => typed(EventType::Other, "change"),
        _ => sense,
    }
}

pub(super) fn is_military(parsed: &ParsedArticle, t: usize) -> bool {
    let mut sentence = parsed.sentences[parsed.tokens[t].sentence].tokens.clone();
    sentence.any(|i| mention::is_armed_group_noun(&parsed.tokens[i].lemma))
}

#[cfg(test)]
mod tests {
    use crate::claim::tests::check_kinds;

    #[test]
    fn talks_collapse_in_many_words() {
        let collapse = "CONSULT collapse";
        let check = |text: &str, word: &str| check_kinds(text, &[&format!("{word} {collapse}")]);
        check("Discussions between the two unions crumbled on Saturday.", "crumble");
        check("The talks fell apart on Friday.", "fall");
        check("The envoy regrets the negotiations that failed on Friday.", "fail");
        check_kinds("The fence that failed on Friday was old.", &["fail ACCIDENT"]);
    }

    #[test]
    fn a_motion_passes_and_is_passed() {
        check_kinds("The motion was carried on Monday.", &["carry VOTE pass"]);
        check_kinds("Deputies approved the motion on Monday.", &["approve VOTE pass"]);
        check_kinds("The bank approved the loan on Monday.", &["approve AGREE"]);
    }

    #[test]
    fn a_government_that_collapses_is_voted_out() {
        check_kinds("The government collapsed on Monday.", &["collapse VOTE defeat"]);
        check_kinds("The bridge collapsed on Monday.", &["collapse ACCIDENT collapse"]);
    }
}
