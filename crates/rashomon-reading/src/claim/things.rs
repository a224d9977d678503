//! What a noun of a clause is: law, weapon, carrier, supply, proceeding, and so on.

use crate::mention;

/// Whether this noun (a lemma) is a way or an entrance: roads and bridges are blocked by people who protest.
#[must_use]
pub fn is_way(lemma: &str) -> bool {
    matches!(
        lemma,
        "road"
            | "street"
            | "bridge"
            | "highway"
            | "motorway"
            | "railway"
            | "track"
            | "crossing"
            | "port"
            | "entrance"
            | "gate"
            | "junction"
            | "roundabout"
            | "runway"
            | "square"
            | "traffic"
            | "tunnel"
            | "door"
            | "exit"
            | "line"
    )
}

pub(super) fn is_person(lemma: Option<&str>) -> bool {
    lemma.is_some_and(|l| {
        mention::is_person_noun(l)
            || matches!(l, "wounded" | "injured" | "people" | "civilian" | "resident" | "sick" | "elderly")
    })
}

/// What a parliament passes.
pub(super) fn is_law(lemma: &str) -> bool {
    matches!(
        lemma,
        "bill"
            | "law"
            | "motion"
            | "resolution"
            | "legislation"
            | "act"
            | "budget"
            | "measure"
            | "amendment"
            | "reform"
            | "ordinance"
            | "constitution"
            | "decree"
            | "regulation"
            | "ban"
            | "treaty"
            | "statute"
            | "proposal"
    )
}

pub(super) fn is_weapon(lemma: &str) -> bool {
    matches!(
        lemma,
        "artillery"
            | "gun"
            | "howitzer"
            | "mortar"
            | "battery"
            | "tank"
            | "rifle"
            | "cannon"
            | "gunboat"
            | "launcher"
    )
}

/// What is tried, and may fail without anything breaking.
pub(super) fn is_undertaking(lemma: Option<&str>) -> bool {
    lemma.is_some_and(|l| {
        matches!(
            l,
            "attempt"
                | "effort"
                | "bid"
                | "plan"
                | "mission"
                | "campaign"
                | "coup"
                | "appeal"
                | "operation"
                | "search"
                | "experiment"
                | "drive"
        )
    })
}

pub(super) fn is_spacecraft(lemma: &str) -> bool {
    matches!(lemma, "satellite" | "spacecraft" | "probe" | "capsule" | "shuttle" | "telescope" | "rover")
}

/// What houses are supplied with.
pub(super) fn is_supply(lemma: &str) -> bool {
    matches!(lemma, "power" | "electricity" | "water" | "gas" | "supply" | "phone" | "internet")
}

/// What goes on and may be halted for a while.
pub(super) fn is_proceeding(lemma: &str) -> bool {
    matches!(
        lemma,
        "session"
            | "sitting"
            | "meeting"
            | "hearing"
            | "trial"
            | "talk"
            | "negotiation"
            | "vote"
            | "count"
            | "match"
            | "game"
            | "race"
            | "service"
            | "flight"
            | "train"
            | "search"
            | "rescue"
            | "operation"
            | "production"
            | "work"
            | "drilling"
            | "trading"
            | "share"
    )
}

/// What carries people and things.
pub(super) fn is_carrier(lemma: &str) -> bool {
    matches!(
        lemma,
        "boat"
            | "ship"
            | "vessel"
            | "ferry"
            | "tanker"
            | "dinghy"
            | "trawler"
            | "bus"
            | "coach"
            | "minibus"
            | "truck"
            | "lorry"
            | "van"
            | "car"
            | "train"
            | "plane"
            | "aircraft"
            | "helicopter"
            | "convoy"
            | "missile"
            | "rocket"
    )
}

/// What is fired or thrown.
pub(super) fn is_missile(lemma: &str) -> bool {
    matches!(
        lemma,
        "grenade"
            | "rocket"
            | "missile"
            | "shell"
            | "bullet"
            | "round"
            | "shot"
            | "mortar"
            | "bomb"
            | "stone"
            | "rock"
            | "brick"
            | "bottle"
            | "gas"
            | "teargas"
            | "canister"
    )
}

/// What a body votes on: "the motion carried", "the amendment fell".
pub(super) fn is_put_to_vote(lemma: Option<&str>) -> bool {
    lemma.is_some_and(|l| {
        is_law(l) && !matches!(l, "act" | "measure" | "ban" | "constitution" | "treaty" | "reform")
            || matches!(l, "draft" | "initiative" | "petition" | "vote" | "nomination")
    })
}
