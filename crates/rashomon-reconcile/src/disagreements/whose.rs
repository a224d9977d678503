//! Whose the dead are, where two sides count theirs and each other's: "its own losses", "52 Kenyan soldiers", "Kenya's
//! dead". Losses of one side are no other count of those of the other.

use super::pile::{Pile, stem};
use crate::entities::fold;
use crate::record::Quantity;
use smol_str::SmolStr;

/// Counts of what the sides do to each other.
const LOSSES: [&str; 3] = ["people.killed", "people.wounded", "people.missing"];
/// Those who fight, beside [`IRREGULARS`].
const FIGHTERS: [&str; 10] = [
    "soldiers",
    "soldier",
    "servicemen",
    "troops",
    "men",
    "martyrs",
    "martyr",
    "conscripts",
    "guards",
    "policemen",
];
/// Those who fight in no army.
pub(super) const IRREGULARS: [&str; 8] =
    ["fighters", "rebels", "insurgents", "militants", "guerrillas", "gunmen", "jihadists", "militiamen"];
/// Nouns of what a side has lost.
const LOST: [&str; 10] = [
    "losses",
    "dead",
    "casualties",
    "fallen",
    "wounded",
    "soldiers",
    "troops",
    "servicemen",
    "fighters",
    "forces",
];
/// Bodies that speak for those who fight.
const ARMED: [&str; 6] = ["army", "military", "forces", "brigade", "militia", "guard"];
/// Words of a body's name that do not say whose it is.
const EMPTY: [&str; 14] = [
    "ministry",
    "defence",
    "defense",
    "of",
    "the",
    "government",
    "republic",
    "general",
    "staff",
    "armed",
    "side",
    "s",
    "state",
    "people",
];
/// Words before a figure in which its owner is named.
const N_WORDS_OWNER: usize = 7;

/// Whose losses a figure counts; empty where nothing says so.
pub(super) fn side(pile: &Pile, q: &Quantity, before: &str, after: &str) -> SmolStr {
    if !LOSSES.contains(&q.measure.as_str()) {
        return SmolStr::default();
    }
    let head = fold(&q.of).rsplit(' ').next().unwrap_or_default().to_owned();
    let is_fighters = fights(&head);
    let voice = || {
        let voice = pile.voice(q.span.article, &q.attribution);
        if voice.is_cited { key(&voice.name) } else { SmolStr::default() }
    };
    let lower = after.to_lowercase();
    if ["of its own", "of their own", "for itself", "for themselves"]
        .iter()
        .any(|w| lower.trim_start().starts_with(w))
    {
        return voice();
    }
    match owner(before) {
        Some(Owner::Itself) => return voice(),
        Some(Owner::Foe) => return format!("foe of {}", voice()).into(),
        Some(Owner::Name(name)) => return key(&fold(&name)),
        None => {}
    }
    let own = fold(&q.of);
    if is_fighters && own.split(' ').any(|w| matches!(w, "its" | "their" | "our")) {
        return voice();
    }
    if let Some(name) = named(pile, q, is_fighters, after) {
        return name;
    }
    let speaks_for_them = |v: &SmolStr| ARMED.iter().any(|w| v.as_str() == *w || stem(w) == *v);
    let voice = voice();
    if is_fighters && (admits(before) || head.starts_with("martyr") || speaks_for_them(&voice)) {
        voice
    } else {
        SmolStr::default()
    }
}

/// Whether it is the side itself that counts.
pub(super) fn is_own_count(voice: &str, side: &str) -> bool {
    !side.is_empty() && key(voice) == side
}

/// Whether a word only says that people fight.
pub(super) fn is_fighter(head: &str) -> bool {
    fights(head) || LOST.contains(&head)
}

fn fights(head: &str) -> bool {
    FIGHTERS.contains(&head) || IRREGULARS.contains(&head)
}

enum Owner {
    Itself,
    Foe,
    Name(String),
}

/// "Its own losses at", "Kenya’s dead to", "the losses of the enemy".
fn owner(before: &str) -> Option<Owner> {
    let clause = before.rsplit([';', ':', '(']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let from = words.len().saturating_sub(N_WORDS_OWNER);
    let words = &words[from..];
    let bare = |w: &str| fold(w);
    for (i, word) in words.iter().enumerate().rev() {
        let next = words.get(i + 1).map(|w| bare(w)).unwrap_or_default();
        let is_lost = LOST.contains(&next.as_str()) || matches!(next.as_str(), "at" | "own");
        let stem = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s"));
        match word.to_lowercase().as_str() {
            "own" if i > 0 && matches!(bare(words[i - 1]).as_str(), "its" | "their" | "our") => {
                return Some(Owner::Itself);
            }
            "its" | "their" | "our" if is_lost && next != "at" => return Some(Owner::Itself),
            // "The Kenyan side admits to 14".
            "side" if i > 0 && words[i - 1].starts_with(char::is_uppercase) => {
                return Some(Owner::Name(words[i - 1].to_owned()));
            }
            "enemy" | "adversary" | "enemy’s" | "enemy's" => return Some(Owner::Foe),
            _ => {}
        }
        if let Some(name) = stem.filter(|n| is_lost && n.starts_with(char::is_uppercase)) {
            return Some(Owner::Name(name.to_owned()));
        }
    }
    None
}

/// "52 Kenyan soldiers", "40 Kenyans", "14 servicemen of Kenya".
fn named(pile: &Pile, q: &Quantity, is_fighters: bool, after: &str) -> Option<SmolStr> {
    let is_name = |w: &&str| w.starts_with(char::is_uppercase) && w.chars().count() >= 4;
    let is_alone = !q.of.contains(' ');
    if is_fighters || is_alone && is_name(&q.of.as_str()) {
        let start = q.span.span.start();
        let words = pile.words(q.span);
        let own = words.split_whitespace().skip(1).find(is_name);
        let is_here = |w: &&str| pile.sentence(q.span.article, q.sentence).contains(*w);
        let inherited = || q.of.split(' ').filter(is_name).find(is_here);
        if let Some(word) = own.or_else(inherited) {
            let at = words.find(word).map(|at| start + at);
            return Some(
                at.and_then(|at| entity_at(pile, q.span.article, at)).unwrap_or_else(|| key(&fold(word))),
            );
        }
    }
    let of = after.trim_start().strip_prefix("of ").filter(|_| is_fighters)?;
    let name = of.split_whitespace().next()?.trim_matches(|c: char| !c.is_alphanumeric());
    is_name(&name).then(|| key(&fold(name)))
}

/// The place or body named at a point of an article.
fn entity_at(pile: &Pile, article: usize, at: usize) -> Option<SmolStr> {
    let entity = &pile.record.entities[pile.entity_at(article, at)?];
    Some(key(&fold(&entity.name))).filter(|k| !k.is_empty())
}

/// "Acknowledged nine soldiers dead".
fn admits(before: &str) -> bool {
    const ADMITS: [&str; 8] = [
        "acknowledged",
        "acknowledges",
        "admitted",
        "admits",
        "admitted to",
        "admits to",
        "conceded",
        "lost",
    ];
    let before = before.trim_end();
    ADMITS.iter().any(|w| before.ends_with(w))
}

/// A side by the last telling word of its name: "Free Coast Brigade" and "Brigade", "Kenya" and "Kenyan".
fn key(name: &str) -> SmolStr {
    let word = name.split(' ').rev().find(|w| !EMPTY.contains(w) && w.chars().count() >= 4);
    word.map_or_else(SmolStr::default, stem)
}
