//! Verbs of violence and mishap that are said of amounts, contests, opinions and jobs: shares crash, a side is beaten,
//! a budget is attacked, a trainer is fired.

use super::EventType;
use super::lexicon::Sense;
use super::typing::{AMOUNTS, doer, is_armed_actor, undergoer};
use crate::{ParsedArticle, mention};

/// What rises and falls with no word for its price beside it.
const COMMODITIES: &[&str] = &[
    "oil", "crude", "brent", "gas", "gold", "silver", "copper", "nickel", "platinum", "wheat", "corn",
    "maize", "soy", "rice", "sugar", "coffee", "cocoa", "cotton", "bitcoin", "ethereum", "nikkei", "dow",
    "nasdaq", "dax", "ftse",
];

/// What falls from the sky, and what falls with nothing coming down.
const FALLING: &[&str] =
    &["rain", "snow", "sleet", "hail", "rainfall", "snowfall", "night", "darkness", "silence"];

/// What people think of a party or a person, which collapses as a price does.
const ESTEEM: &[&str] =
    &["support", "popularity", "confidence", "turnout", "attendance", "market", "debt", "trade"];

/// What is reached when it is hit.
const MARKS: &[&str] = &[
    "record",
    "high",
    "low",
    "peak",
    "target",
    "milestone",
    "mark",
    "headline",
    "snag",
    "shelf",
    "percent",
    "cent",
    "%",
    "degree",
    "euro",
    "dollar",
    "pound",
    "million",
    "billion",
    "trillion",
];

/// What is attacked with words.
const OPINIONS: &[&str] = &[
    "plan",
    "budget",
    "decision",
    "policy",
    "proposal",
    "record",
    "bill",
    "law",
    "reform",
    "ruling",
    "verdict",
    "handling",
    "idea",
    "strategy",
    "remark",
    "speech",
    "deal",
    "report",
    "statement",
    "measure",
    "approach",
];

/// What is captured without force.
const WON: &[&str] = &[
    "vote",
    "share",
    "percent",
    "cent",
    "%",
    "seat",
    "mood",
    "attention",
    "imagination",
    "title",
    "medal",
    "market",
];

/// Words within which a score follows its verb.
const N_WORDS_TO_SCORE: usize = 8;

/// The sense of a verb where it is said in a figure of speech.
pub(super) fn verb(parsed: &ParsedArticle, t: usize, particle: &str, sense: Sense) -> Option<Sense> {
    let typed = |kind, mode| Some(Sense { kind, mode, plain: "", ..sense });
    let is = |what: Option<usize>, list: &[&str]| what.is_some_and(|w| is_any(&parsed.tokens[w], list));
    let subject = doer(parsed, t);
    let object = parsed.child(t, &["dobj"]);
    let undergone = undergoer(parsed, t);
    match (parsed.tokens[t].lemma.as_str(), particle) {
        ("fall", "") if is(subject, FALLING) => typed(EventType::Other, ""),
        ("fall" | "drop" | "tumble" | "plunge" | "rise" | "climb", "")
            if is(subject, COMMODITIES) || is_by_share(parsed, t) =>
        {
            typed(EventType::Other, "change")
        }
        ("crash" | "sink" | "collapse" | "explode" | "crumble", "")
            if object.is_none() && [AMOUNTS, ESTEEM, COMMODITIES].iter().any(|list| is(subject, list)) =>
        {
            typed(EventType::Other, "change")
        }
        ("hit" | "strike", "") if is(object, MARKS) => typed(EventType::Other, "act"),
        ("beat", "") if has_score(parsed, t) => typed(EventType::Other, "act"),
        ("attack", "") if undergone.is_some_and(|o| is_any(o, OPINIONS)) => typed(EventType::Accuse, ""),
        ("capture", "") if undergone.is_some_and(|o| is_any(o, WON)) => typed(EventType::Other, "act"),
        ("fire", "") if is_dismissal(parsed, t) => typed(EventType::Company, "dismiss"),
        _ => None,
    }
}

fn is_any(token: &crate::Token, list: &[&str]) -> bool {
    list.contains(&token.lemma.as_str()) || list.contains(&token.lower.as_str())
}

/// "Fell 4 per cent".
fn is_by_share(parsed: &ParsedArticle, t: usize) -> bool {
    let word = |n: usize| parsed.tokens.get(t + n);
    word(1).is_some_and(|w| w.pos == "NUM")
        && word(2).is_some_and(|w| matches!(w.lower.as_str(), "per" | "percent" | "cent" | "%" | "points"))
}

/// "Beat Lyon 3-1", "by two goals to one".
fn has_score(parsed: &ParsedArticle, t: usize) -> bool {
    let end = parsed.sentences[parsed.tokens[t].sentence].tokens.end.min(t + 1 + N_WORDS_TO_SCORE);
    let is_digits = |w: &str| !w.is_empty() && w.chars().all(|c| c.is_ascii_digit());
    let is_dash = |w: &str| matches!(w, "-" | "–" | "—");
    let is_whole = |w: &str| w.split_once(['-', '–']).is_some_and(|(a, b)| is_digits(a) && is_digits(b));
    let words: Vec<&str> = parsed.tokens[t + 1..end].iter().map(|w| w.lower.as_str()).collect();
    words.iter().any(|w| is_whole(w) || matches!(*w, "goal" | "goals"))
        || words.windows(3).any(|w| is_digits(w[0]) && is_dash(w[1]) && is_digits(w[2]))
}

/// "The trainer was fired", "the firm fired its head": shots and missiles are fired by those who have arms.
fn is_dismissal(parsed: &ParsedArticle, t: usize) -> bool {
    let is_person = |w: &crate::Token| {
        mention::is_person_noun(&w.lemma)
            || w.pos == "PROPN"
            || matches!(w.lower.as_str(), "he" | "she" | "who")
    };
    let is_aimed =
        |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "at" | "into" | "toward" | "towards");
    undergoer(parsed, t).is_some_and(is_person)
        && !is_armed_actor(parsed, t)
        && !parsed.children(t).iter().any(is_aimed)
}

#[cfg(test)]
mod tests {
    use crate::claim::tests::check_kinds;

    #[test]
    fn prices_fall_and_climbers_fall() {
        check_kinds("Oil fell on Monday.", &["fall OTHER change"]);
        check_kinds("Orla fell 4 per cent on Monday.", &["fall OTHER change"]);
        check_kinds("Snow fell on Monday.", &["fall OTHER"]);
        check_kinds("Prices collapsed on Monday.", &["collapse OTHER change"]);
        check_kinds("The market crashed on Monday.", &["crash OTHER change"]);
        check_kinds("A climber fell on Monday.", &["fall ACCIDENT"]);
        check_kinds("The ferry sank on Monday.", &["sink ACCIDENT"]);
    }

    #[test]
    fn records_are_hit_and_towns_are_hit() {
        check_kinds("Unemployment hit 9 per cent in May.", &["hit OTHER act"]);
        check_kinds("The euro hit a new low on Monday.", &["fall OTHER change"]);
        check_kinds("A missile hit a bridge near Holm on Monday.", &["hit ASSAULT attack"]);
    }

    #[test]
    fn sides_are_beaten_and_so_are_protesters() {
        check_kinds("Lyon beat Lille 3-1 on Saturday.", &["beat OTHER act"]);
        check_kinds("Police beat protesters on Saturday.", &["beat ASSAULT attack"]);
    }

    #[test]
    fn budgets_are_attacked_and_convoys_are_attacked() {
        check_kinds("The opposition attacked the budget on Monday.", &["attack ACCUSE"]);
        check_kinds("The rebels attacked the convoy on Monday.", &["attack ASSAULT attack"]);
        check_kinds("The Greens captured 40 per cent of the vote in May.", &["capture OTHER act"]);
        check_kinds("The army captured a rebel on Monday.", &["capture COERCE arrest"]);
    }

    #[test]
    fn trainers_are_fired_and_shots_are_fired() {
        check_kinds("The coach was fired on Monday.", &["fire COMPANY dismiss"]);
        check_kinds("The police fired on the crowd on Monday.", &["fire on ASSAULT attack"]);
        check_kinds("A missile was fired on Monday.", &["fire OTHER"]);
    }
}
