//! What stands right beside a number or a word for one: "the number of dead", "11 of them badly hurt".

use super::words::{is_person, of_adjective, of_noun, of_object, of_subject};
use super::{ABOARD, DETAINED, KILLED, MISSING, RESCUED, SURVIVED, WOUNDED, of_happening, of_predicate};
use crate::ParsedArticle;

/// "23 of its employees had been hurt": what is said of the number.
pub(super) fn of_some(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let of = parsed.tokens[token].head;
    let number = parsed.tokens[of].head;
    let is_some = parsed.tokens[token].dep == "pobj"
        && parsed.tokens[of].lower == "of"
        && parsed.tokens[number].tag == "CD"
        && is_person(&parsed.tokens[token].lemma);
    // "The death of six of its employees".
    if is_some { of_predicate(parsed, number).or_else(|| of_happening(parsed, number)) } else { None }
}

/// "Fifty dead, nineteen living", "16 people out alive".
pub(super) fn of_living(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    let sentence = parsed.sentences[word.sentence].tokens.clone();
    let lower = |t: usize| if sentence.contains(&t) { parsed.tokens[t].lower.as_str() } else { "" };
    let is_alive = |t: usize| matches!(lower(t), "alive" | "living");
    let is_counted = |t: usize| t > sentence.start && parsed.tokens[t - 1].tag == "CD";
    let is_set_against =
        || sentence.clone().any(|t| t != token && matches!(lower(t), "dead" | "killed" | "missing"));
    let is_state = is_alive(token) && is_counted(token) || word.tag == "CD" && is_alive(token + 1);
    // "104 men brought alive to the harbour": who brought them saved them.
    let is_brought =
        |t: usize| matches!(lower(t), "brought" | "pulled" | "dug" | "taken") && lower(t + 1) == "alive";
    if is_brought(token + 1) {
        return Some(RESCUED);
    }
    let is_had = word.dep == "dobj"
        && parsed.tokens[word.head].lemma == "have"
        && (lower(token + 1) == "alive" || lower(token + 1) == "out" && lower(token + 2) == "alive");
    (is_state && is_set_against() || is_had).then_some(SURVIVED)
}

/// What is said right after a word for a number: "the number aboard", "the number of dead", "the number still missing".
pub(in crate::quantity) fn said_after(parsed: &ParsedArticle, noun: usize) -> Option<&'static str> {
    let sentence = parsed.sentences[parsed.tokens[noun].sentence].tokens.clone();
    let lower = |t: usize| if sentence.contains(&t) { parsed.tokens[t].lower.as_str() } else { "" };
    let at = noun + 1 + usize::from(matches!(lower(noun + 1), "still" | "confirmed" | "of" | "presumed"));
    let at = at + usize::from(lower(at) == "the");
    if lower(at) == "on" && lower(at + 1) == "board" {
        return Some(ABOARD);
    }
    match lower(at) {
        "survivors" | "alive" => Some(SURVIVED),
        word => of_adjective(word),
    }
}

/// "(How many) were hurt", "have died": what is asked of people without a noun.
pub(in crate::quantity) fn asked_after(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    /// Words of the verb group.
    const N_GROUP_MAX: usize = 3;
    let sentence = parsed.tokens.get(verb)?.sentence;
    let mut group = parsed.tokens[verb..].iter().take(N_GROUP_MAX).take_while(|t| t.sentence == sentence);
    // "How many it killed".
    let is_pronoun = matches!(parsed.tokens[verb].lower.as_str(), "it" | "they" | "he" | "she" | "that");
    if let Some(does) = parsed.tokens.get(verb + 1).filter(|t| is_pronoun && t.sentence == sentence) {
        return of_object(&does.lemma);
    }
    let last = group.find(|t| t.pos != "AUX").filter(|_| parsed.tokens[verb].tag.starts_with('V'))?;
    // "How many were made ill?": harmed.
    let next = parsed.tokens.get(verb + 2).filter(|_| last.lemma == "make");
    if next.is_some_and(|t| matches!(t.lower.as_str(), "ill" | "sick")) {
        return Some(WOUNDED);
    }
    if is_in_custody(parsed, verb) {
        return Some(DETAINED);
    }
    of_subject(&last.lemma).or_else(|| of_adjective(&last.lower))
}

/// "(How many) are being held", "are still held", "are in custody": by those who lock people up.
fn is_in_custody(parsed: &ParsedArticle, verb: usize) -> bool {
    /// Words of the question.
    const NEAR: usize = 5;
    let sentence = parsed.tokens[verb].sentence;
    let words: Vec<&str> = parsed.tokens[verb..]
        .iter()
        .take(NEAR)
        .take_while(|t| t.sentence == sentence && t.pos != "PUNCT")
        .map(|t| t.lower.as_str())
        .collect();
    let is_place = |p: &[&str]| {
        matches!(p, ["in", "custody" | "detention" | "jail" | "prison" | "cells"] | ["behind", "bars"])
    };
    words.last() == Some(&"held") && words.first() != Some(&"held") || words.windows(2).any(is_place)
}

/// "Still in the lagoon", "still under the rubble": where nobody is who has been found.
pub(in crate::quantity) fn is_left_behind(parsed: &ParsedArticle, still: usize) -> bool {
    const CARE: [&str; 14] = [
        "hospital",
        "clinic",
        "ward",
        "care",
        "custody",
        "jail",
        "prison",
        "detention",
        "court",
        "office",
        "place",
        "force",
        "school",
        "country",
    ];
    let sentence = parsed.sentences[parsed.tokens[still].sentence].tokens.clone();
    let place = still + 1;
    if !sentence.contains(&place) || parsed.tokens[still].lower != "still" {
        return false;
    }
    let is_inside =
        matches!(parsed.tokens[place].lower.as_str(), "in" | "under" | "beneath" | "inside" | "below");
    let object = parsed.child(place, &["pobj"]).filter(|_| is_inside);
    object.is_some_and(|o| !CARE.contains(&parsed.tokens[o].lemma.as_str()) && parsed.tokens[o].pos == "NOUN")
}

/// What words after "11 of them" say: "with serious injuries", "badly hurt", "dead".
pub(in crate::quantity) fn of_words_after(parsed: &ParsedArticle, from: usize) -> Option<&'static str> {
    /// Words in which the injuries are named.
    const NEAR: usize = 4;
    let sentence = parsed.tokens.get(from)?.sentence;
    let words: Vec<&str> = parsed.tokens[from..]
        .iter()
        .take(NEAR)
        .take_while(|t| t.sentence == sentence && t.pos != "PUNCT")
        .map(|t| t.lemma.as_str())
        .collect();
    let is_hurt = |w: &&str| matches!(*w, "injury" | "wound" | "burn" | "fracture");
    if words.first() == Some(&"with") && words.iter().any(is_hurt) {
        return Some(WOUNDED);
    }
    // "Nine of them in a critical condition", "of whom five are critical".
    let is_critical =
        words.contains(&"critical") && (words.len() == 1 || words.contains(&"condition") || words[0] == "be");
    if is_critical && !super::tells_of_disease(parsed) {
        return Some(WOUNDED);
    }
    let adverbs = words.iter().take_while(|w| w.ends_with("ly") || matches!(**w, "being" | "be")).count();
    let state = parsed.tokens.get(from + adverbs).filter(|_| adverbs < words.len())?;
    of_adjective(&state.lower).filter(|m| matches!(*m, WOUNDED | KILLED | MISSING))
}

/// "(killed 12 people and) 6 people are still missing": the state said right after, whatever the parser joins.
pub(super) fn of_state_after(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let sentence = parsed.tokens[token].sentence;
    let at = |t: usize| parsed.tokens.get(t).filter(|next| next.sentence == sentence);
    let verb = at(token + 1)?;
    let is_state =
        matches!(verb.lemma.as_str(), "be" | "remain") && matches!(verb.tag, "VBP" | "VBD" | "VBZ");
    if !is_state || parsed.tokens[token].dep == "pobj" {
        return None;
    }
    let is_adverb =
        at(token + 2).is_some_and(|t| matches!(t.lower.as_str(), "still" | "also" | "now" | "already"));
    let state = at(token + 2 + usize::from(is_adverb))?;
    (state.lower == "missing" || state.lower == "unaccounted").then_some(MISSING)
}

/// "Three of the dead were members of one family": some of those already counted, and no toll; "three of the injured have
/// died" is one.
pub(in crate::quantity) fn of_part(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let of = parsed.child(token, &["prep"]).filter(|&p| parsed.tokens[p].lower == "of")?;
    let whole = parsed.child(of, &["pobj"])?;
    let is_definite = parsed.child(whole, &["det"]).is_some_and(|d| parsed.tokens[d].lower == "the");
    let is_counted = parsed.child(whole, &["nummod"]).is_some();
    of_noun(&parsed.tokens[whole].lower)
        .or_else(|| of_adjective(&parsed.tokens[whole].lower))
        .filter(|_| is_definite && !is_counted && parsed.tokens[token].tag == "CD")?;
    let state = || of_words_after(parsed, parsed.tokens[token].head);
    let is_subject = parsed.tokens[token].dep == "nsubj" && parsed.tokens[token].head > token;
    Some(of_predicate(parsed, token).or_else(|| state().filter(|_| is_subject)).unwrap_or("people"))
}

/// "Six children were among the dead": what became of those of one kind.
pub(super) fn of_being_among(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let is_among = |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "among" | "amongst");
    let is_state = parsed.tokens[verb].lemma == "be";
    let among = parsed.children(verb).iter().copied().find(is_among).filter(|_| is_state)?;
    let fate = among + 1 + usize::from(parsed.tokens.get(among + 1)?.lower == "the");
    let word = parsed.tokens.get(fate).filter(|t| t.sentence == parsed.tokens[verb].sentence)?;
    of_noun(&word.lower).or_else(|| of_adjective(&word.lower))
}

/// "Four of the dead were pupils": the noun that tells of which kind they were.
pub(in crate::quantity) fn kind_of_part(
    parsed: &ParsedArticle,
    token: usize,
) -> Option<(usize, &'static str)> {
    let word = &parsed.tokens[token];
    let of = parsed.child(token, &["prep"]).filter(|&p| parsed.tokens[p].lower == "of")?;
    let whole = parsed.child(of, &["pobj"])?;
    let key = of_noun(&parsed.tokens[whole].lower).or_else(|| of_adjective(&parsed.tokens[whole].lower))?;
    let is_subject = word.dep == "nsubj" && parsed.tokens[word.head].lemma == "be";
    let kind = parsed.child(word.head, &["attr"]).filter(|_| is_subject)?;
    // "Three of the dead were members of one family": no kind of people.
    let is_kind = parsed.tokens[kind].tag == "NNS"
        && is_person(&parsed.tokens[kind].lemma)
        && parsed.child(kind, &["prep", "relcl", "acl"]).is_none();
    is_kind.then_some((kind, key))
}
