//! Whose figure it is: the party that has the seats, the candidate who got the votes.

use super::Quantity;
use super::ellipsis::{WINNING, is_it};
use super::people;
use crate::ParsedArticle;
use crate::mention::EntityKind;
use crate::quotation::speaker::{Scene, named_within};

/// Words between a holder and its figure: "the Reds with 24", "puts the Reds on 41", "The Reds: 24".
const LINKS: [&str; 8] = [",", ":", "-", "–", "—", "with", "on", "at"];
/// Prepositions between a figure and its holder: "19 went to the Greens", "24 seats for the Reds".
const TO: [&str; 2] = ["to", "for"];
/// Verbs between a figure and "to".
const GOING: [&str; 4] = ["go", "fall", "accrue", "belong"];

/// The entity that holds what a figure counts; `None` for what nobody holds.
pub(super) fn holder(parsed: &ParsedArticle, scene: &Scene, quantity: &Quantity) -> Option<usize> {
    let is_of_votes = || quantity.of.split(' ').any(|w| matches!(w, "vote" | "votes" | "ballots"));
    let can_be_held = match quantity.measure.as_str() {
        "seats" | "votes" => true,
        "share" => is_of_votes(),
        _ => false,
    };
    if !can_be_held {
        return None;
    }
    beside(parsed, scene, quantity)
        .or_else(|| recipient(parsed, scene, quantity))
        .or_else(|| subject(parsed, scene, quantity.token))
        .or_else(|| told_of(parsed, scene, quantity.token))
}

/// "… to the Reds was given as 4. It was 3.": of the same holder.
pub(super) fn hand_on(parsed: &ParsedArticle, quantities: &mut [Quantity]) {
    for i in 1..quantities.len() {
        let (last, q) = (&quantities[i - 1], &quantities[i]);
        let follows = parsed.tokens[last.token].sentence + 1 == parsed.tokens[q.token].sentence;
        if q.entity.is_none() && q.measure == last.measure && follows && is_it(parsed, q.token) {
            quantities[i].entity = last.entity;
        }
    }
}

/// The one named right before the figure: "the Green List six", "gave the Reds between 25 and 27 seats".
fn beside(parsed: &ParsedArticle, scene: &Scene, quantity: &Quantity) -> Option<usize> {
    let start = parsed.tokens_in(quantity.span).start;
    let sentence = parsed.tokens.get(start)?.sentence;
    let in_sentence = |t: &usize| parsed.tokens[*t].sentence == sentence;
    let before = start.checked_sub(1).filter(in_sentence)?;
    let is_link = LINKS.contains(&parsed.tokens[before].lower.as_str());
    let last = if is_link { before.checked_sub(1).filter(in_sentence)? } else { before };
    let mention = scene.mention_over(last).filter(|m| m.tokens.end == last + 1)?;
    can_hold(scene, mention.entity)
}

/// "19 went to the Greens", "24 seats for the Reds".
fn recipient(parsed: &ParsedArticle, scene: &Scene, quantity: &Quantity) -> Option<usize> {
    let mut at = parsed.tokens_in(quantity.span).end;
    let sentence = parsed.tokens[quantity.token].sentence;
    let here = |t: usize| parsed.tokens.get(t).filter(|w| w.sentence == sentence);
    if here(at)?.lower == "seats" {
        at += 1;
    }
    if GOING.contains(&here(at)?.lemma.as_str()) {
        at += 1;
    }
    let is_to = TO.contains(&here(at)?.lower.as_str());
    let object = parsed.child(at, &["pobj"]).filter(|_| is_to)?;
    can_hold(scene, named_within(scene, object)?.entity)
}

/// "The Reds won 24 seats": the subject of a verb of winning.
fn subject(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<usize> {
    /// Words from the figure up to its verb.
    const N_UP: usize = 4;
    // "The Reds won 24 seats, the Greens six and 3 went to the Blues": of others, whom no mention may name.
    let word = |t: usize| parsed.tokens.get(t).filter(|w| w.sentence == parsed.tokens[token].sentence);
    let is_anothers = token.checked_sub(1).and_then(word).is_some_and(|w| w.tag.starts_with("NNP"))
        || word(token + 1)
            .is_some_and(|w| TO.contains(&w.lower.as_str()) || GOING.contains(&w.lemma.as_str()));
    let argument = people::first_conjunct(parsed, token);
    let is_verb = |a: &usize| matches!(parsed.tokens[*a].pos, "VERB" | "AUX");
    let verb = parsed.ancestors(argument).take(N_UP).find(is_verb)?;
    if !WINNING.contains(&parsed.tokens[verb].lemma.as_str())
        || parsed.tokens[argument].dep == "nsubj"
        || is_anothers
    {
        return None;
    }
    let subject = parsed.child(verb, &["nsubj"]).filter(|&s| s < token)?;
    can_hold(scene, named_within(scene, subject)?.entity)
}

/// "The number of seats allotted to the Reds was given as 4": the only name between "seats" and the figure.
fn told_of(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<usize> {
    let start = parsed.sentences[parsed.tokens[token].sentence].tokens.start;
    let counted =
        (start..token).rev().find(|&t| matches!(parsed.tokens[t].lower.as_str(), "seats" | "votes"))?;
    let holders = (counted + 1..token)
        .filter(|&t| TO.contains(&parsed.tokens[t].lower.as_str()))
        .filter_map(|t| named_within(scene, parsed.child(t, &["pobj"])?))
        .filter_map(|m| can_hold(scene, m.entity));
    let mut holders: Vec<usize> = holders.collect();
    holders.dedup();
    (holders.len() == 1).then(|| holders[0])
}

/// Persons, parties and other bodies hold seats; places, events and works do not.
fn can_hold(scene: &Scene, entity: usize) -> Option<usize> {
    use EntityKind::{ArmedGroup, Government, Organisation, Other, Person};
    let kind = scene.entities.get(entity)?.kind;
    matches!(kind, Person | Organisation | Government | ArmedGroup | Other).then_some(entity)
}
