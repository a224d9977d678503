//! What happened to the people counted: the part of the measure key after `people.`.

mod beside;
mod idioms;
mod implied;
mod words;

use crate::{ParsedArticle, mention};
pub(super) use beside::{asked_after, is_left_behind, kind_of_part, of_part, of_words_after, said_after};
use beside::{of_being_among, of_living, of_some, of_state_after};
use idioms::{
    of_being_aboard, of_care, of_fallen, of_go_missing, of_homes, of_landed, of_left, of_left_home,
    of_left_place, of_living_in_camps, of_lost, of_lying_in_hospital, of_lying_under, of_manner_of_death,
    of_moved_out, of_no_account, of_no_return, of_not_found, of_ordered_out, of_passed_away, of_patients,
    of_pulled, of_recovered, of_shelter, of_shot_dead, of_survivors, of_treatment, of_yet_to_be_found,
    tells_of_disease,
};
pub(super) use implied::{implied, only_people};
pub(super) use words::{is_healer, is_person, of_adjective as of_state, of_noun};
use words::{of_adjective, of_object, of_subject};

/// Killed.
pub(super) const KILLED: &str = "people.killed";

/// Wounded.
pub(super) const WOUNDED: &str = "people.wounded";

/// Missing.
pub(super) const MISSING: &str = "people.missing";

/// Displaced.
pub(super) const DISPLACED: &str = "people.displaced";

/// Detained.
pub(super) const DETAINED: &str = "people.detained";

/// Rescued.
pub(super) const RESCUED: &str = "people.rescued";

/// Alive after it.
pub(super) const SURVIVED: &str = "people.survived";

/// Aboard.
pub(super) const ABOARD: &str = "people.aboard";

/// The measure of a counted noun or a bare figure, from itself, its modifiers and the predicate it is an argument of.
pub(super) fn measure(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    of_noun(&word.lemma)
        .or_else(|| of_noun(&word.lower))
        .or_else(|| of_body(parsed, token))
        .or_else(|| of_life(parsed, token))
        .or_else(|| of_happening(parsed, token))
        .or_else(|| of_price(parsed, token))
        .or_else(|| of_state_after(parsed, token))
        .or_else(|| of_living(parsed, token))
        .or_else(|| of_survivors(parsed, token))
        .or_else(|| match of_modifiers(parsed, token) {
            // "All 34 people on board died": the news is what became of them.
            Some(ABOARD) => of_predicate(parsed, token).or_else(|| of_some(parsed, token)).or(Some(ABOARD)),
            found => found,
        })
        .or_else(|| of_predicate(parsed, token))
        .or_else(|| of_some(parsed, token))
        .or_else(|| beside_a_phrase(parsed, token))
        .or_else(|| of_words_behind(parsed, token))
}

/// "Killed 240 soldiers on the two sides and 57 civilians": the parser joins the civilians to the sides.
fn beside_a_phrase(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    let phrase = word.head;
    let first = parsed.tokens[parsed.tokens[phrase].head].head;
    let counts = |t: usize| parsed.child(t, &["nummod"]).is_some() && is_person(&parsed.tokens[t].lemma);
    let is_joined = word.dep == "conj"
        && parsed.tokens[phrase].dep == "pobj"
        && !is_person(&parsed.tokens[phrase].lemma)
        && parsed.tokens[first].tag == "NNS"
        && first < phrase;
    (is_joined && counts(token) && counts(first)).then(|| of_predicate(parsed, first))?
}

/// "A list of 46 people not heard from": the words right behind, whatever the parser hangs them on.
fn of_words_behind(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let sentence = parsed.tokens[token].sentence;
    let lower =
        |t: usize| parsed.tokens.get(t).filter(|w| w.sentence == sentence).map_or("", |w| w.lower.as_str());
    let is_of_list = parsed.tokens[token].dep == "pobj";
    let is_unheard = lower(token + 1) == "not"
        && (lower(token + 2) == "heard" && matches!(lower(token + 3), "from" | "of")
            || matches!(lower(token + 2), "found" | "located" | "traced"));
    (is_of_list && is_unheard).then_some(MISSING)
}

/// "19 bodies were found".
fn of_body(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    // "One body has been recovered": no body of experts.
    let verb = parsed.tokens[word.head].lemma.as_str();
    let is_found = matches!(verb, "recover" | "find" | "pull" | "retrieve" | "wash" | "identify" | "bring");
    let is_one = || {
        parsed.child(token, &["nummod"]).is_some()
            && matches!(word.dep, "dobj" | "nsubjpass" | "nsubj")
            && is_found
    };
    (word.lemma == "body" && (word.tag == "NNS" || is_one())).then_some(KILLED)
}

/// "The deaths of seven civilians", "the arrest of 12 dockers": a noun of what happened to them.
fn of_happening(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let of = parsed.tokens[first_conjunct(parsed, token)].head;
    let is_of = parsed.tokens[of].lower == "of" && parsed.tokens[of].dep == "prep";
    match parsed.tokens[parsed.tokens[of].head].lemma.as_str() {
        _ if !is_of => None,
        "death" | "killing" | "drowning" | "murder" | "shooting" | "passing" => Some(KILLED),
        "loss" if is_fighter(parsed, token) => Some(KILLED),
        "wounding" | "injuring" => Some(WOUNDED),
        "arrest" | "detention" | "capture" | "jailing" => Some(DETAINED),
        "evacuation" | "displacement" | "expulsion" => Some(DISPLACED),
        "disappearance" => Some(MISSING),
        "rescue" => Some(RESCUED),
        _ => None,
    }
}

/// "The loss of nine fighters", "lost 40 men".
fn is_fighter(parsed: &ParsedArticle, token: usize) -> bool {
    let lemma = parsed.tokens[token].lemma.as_str();
    mention::is_fighter_noun(lemma) || matches!(lemma, "man" | "policeman" | "officer" | "guard")
}

/// "claimed 40 lives", "lost their lives".
fn of_life(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    if word.lemma != "life" || word.dep != "dobj" {
        return None;
    }
    match parsed.tokens[word.head].lemma.as_str() {
        "claim" | "take" | "cost" | "lose" => Some(KILLED),
        "save" => Some(RESCUED),
        _ => None,
    }
}

/// "Cost 13 servicemen their lives".
fn costs_lives(parsed: &ParsedArticle, token: usize, verb: usize) -> bool {
    let is_life = |&c: &usize| c > token && matches!(parsed.tokens[c].lower.as_str(), "lives" | "life");
    parsed.tokens[verb].lemma == "cost" && parsed.children(verb).iter().any(is_life)
}

/// "at the price of four lives".
fn of_price(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    let of = &parsed.tokens[word.head];
    let is_paid = word.lemma == "life" && word.dep == "pobj" && of.lower == "of";
    (is_paid && matches!(parsed.tokens[of.head].lemma.as_str(), "price" | "cost" | "loss")).then_some(KILLED)
}

pub(super) fn of_modifiers(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    parsed.children(token).iter().find_map(|&c| {
        let word = &parsed.tokens[c];
        match word.dep {
            "amod" => of_adjective(&word.lower),
            "acl" if word.tag == "VBN" => of_object(&word.lemma)
                .or_else(|| of_treatment(parsed, c))
                .or_else(|| of_no_return(parsed, c))
                .or_else(|| of_not_found(parsed, c))
                .or_else(|| of_homes(parsed, c))
                .or_else(|| of_shelter(parsed, c))
                .or_else(|| of_manner_of_death(parsed, c)),
            "acl" | "relcl" => of_clause(parsed, c),
            "prep" if word.lower == "on" || word.lower == "aboard" => on_board(parsed, c),
            "prep" if word.lower == "with" => of_words_after(parsed, c),
            "advmod" | "acomp" => of_adjective(&word.lower).filter(|m| matches!(*m, ABOARD | MISSING)),
            _ => None,
        }
    })
}

/// "who have fled", "who were killed", "missing", "presumed dead".
fn of_clause(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let word = &parsed.tokens[verb];
    if (parsed.child(verb, &["auxpass"]).is_some()
        || word.tag == "VBN" && parsed.child(verb, &["aux"]).is_none())
        && let Some(found) = of_object(&word.lemma)
    {
        return Some(found);
    }
    of_subject(&word.lemma)
        .or_else(|| of_adjective(&word.lower))
        .or_else(|| of_complement(parsed, verb))
        .or_else(|| parsed.child(verb, &["dobj"]).and_then(|life| of_life(parsed, life)))
}

/// What carries people.
const CRAFT: [&str; 14] = [
    "board",
    "boat",
    "ship",
    "ferry",
    "vessel",
    "plane",
    "aircraft",
    "flight",
    "jet",
    "train",
    "bus",
    "trawler",
    "helicopter",
    "raft",
];

/// "The vessel may have carried over 300".
fn is_craft_subject(parsed: &ParsedArticle, verb: usize) -> bool {
    parsed.child(verb, &["nsubj"]).is_some_and(|s| CRAFT.contains(&parsed.tokens[s].lemma.as_str()))
}

/// "on board".
fn on_board(parsed: &ParsedArticle, prep: usize) -> Option<&'static str> {
    if parsed.tokens[prep].lower == "aboard" {
        return Some(ABOARD);
    }
    let object = parsed.child(prep, &["pobj"])?;
    CRAFT.contains(&parsed.tokens[object].lemma.as_str()).then_some(ABOARD)
}

/// The predicate over a noun or figure, through coordination.
pub(super) fn of_predicate(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let argument = total_over(parsed, behind_name(parsed, first_conjunct(parsed, token)));
    let (verb, dep) = hung_on_verb(parsed, token)
        .unwrap_or_else(|| (parsed.tokens[argument].head, parsed.tokens[argument].dep));
    if verb == argument {
        return None;
    }
    let word = &parsed.tokens[verb];
    match dep {
        "dative" => costs_lives(parsed, token, verb).then_some(KILLED),
        "nsubjpass" => of_object(&word.lemma)
            .or_else(|| of_recovered(parsed, token, verb))
            .or_else(|| of_not_found(parsed, verb))
            .or_else(|| of_no_account(parsed, verb))
            .or_else(|| of_no_return(parsed, verb))
            .or_else(|| of_landed(parsed, verb))
            .or_else(|| of_homes(parsed, verb))
            .or_else(|| of_ordered_out(parsed, token, verb))
            .or_else(|| of_treatment(parsed, verb))
            .or_else(|| of_pulled(parsed, verb))
            .or_else(|| of_shelter(parsed, verb))
            .or_else(|| of_manner_of_death(parsed, verb))
            .or_else(|| of_complement(parsed, verb)),
        "dobj" => of_object(&word.lemma)
            .or_else(|| of_recovered(parsed, token, verb))
            .or_else(|| of_landed(parsed, verb))
            .or_else(|| of_patients(parsed, verb))
            .or_else(|| of_homes(parsed, verb))
            .or_else(|| of_pulled(parsed, verb))
            .or_else(|| of_shelter(parsed, verb))
            .or_else(|| of_moved_out(parsed, verb))
            .or_else(|| of_manner_of_death(parsed, verb))
            .or_else(|| of_left(parsed, verb))
            .or_else(|| of_shot_dead(parsed, verb))
            .or_else(|| of_listed(parsed, verb))
            .or_else(|| (word.lemma == "lose" && is_fighter(parsed, token)).then_some(KILLED))
            .or_else(|| costs_lives(parsed, token, verb).then_some(KILLED))
            .or_else(|| {
                let is_bare = parsed.tokens[token].tag == "CD" && is_craft_subject(parsed, verb);
                let carries = word.lemma == "carry" && (is_bare || is_person(&parsed.tokens[token].lemma));
                carries.then_some(ABOARD)
            }),
        "nsubj" => of_subject(&word.lemma)
            .or_else(|| of_passed_away(parsed, verb))
            .or_else(|| of_being_aboard(parsed, verb))
            .or_else(|| of_being_among(parsed, verb))
            .or_else(|| of_lost(parsed, verb))
            .or_else(|| of_care(parsed, verb))
            .or_else(|| of_left_home(parsed, verb))
            .or_else(|| of_left_place(parsed, token, verb))
            .or_else(|| of_lying_under(parsed, verb))
            .or_else(|| of_fallen(parsed, token, verb))
            .or_else(|| of_manner_of_death(parsed, verb))
            .or_else(|| of_yet_to_be_found(parsed, verb))
            .or_else(|| of_no_return(parsed, verb))
            .or_else(|| of_living_in_camps(parsed, verb))
            .or_else(|| of_lying_in_hospital(parsed, verb))
            .or_else(|| of_go_missing(parsed, verb))
            .or_else(|| {
                (word.tag == "VBN").then(|| of_object(&word.lemma).or_else(|| of_homes(parsed, verb)))?
            })
            .or_else(|| of_adjective(&word.lower))
            .or_else(|| of_complement(parsed, verb)),
        _ => None,
    }
}

/// "A total of 64 persons have been treated": what is said of the total is said of them.
fn total_over(parsed: &ParsedArticle, argument: usize) -> usize {
    let word = &parsed.tokens[argument];
    let total = parsed.tokens[word.head].head;
    let is_of = word.dep == "pobj" && parsed.tokens[word.head].lower == "of";
    if is_of && parsed.tokens[total].lemma == "total" { total } else { argument }
}

/// The first of coordinated words.
pub(super) fn first_conjunct(parsed: &ParsedArticle, token: usize) -> usize {
    let mut at = token;
    while parsed.tokens[at].dep == "conj"
        && !matches!(parsed.tokens[parsed.tokens[at].head].pos, "VERB" | "AUX")
    {
        at = parsed.tokens[at].head;
    }
    at
}

/// "At the hospital in Lyon eight have died": the parser hangs the number on the verb or on the name before it.
fn hung_on_verb(parsed: &ParsedArticle, number: usize) -> Option<(usize, &'static str)> {
    let word = &parsed.tokens[number];
    let next = parsed
        .tokens
        .get(number + 1)
        .filter(|t| t.sentence == word.sentence && matches!(t.dep, "aux" | "auxpass"))?;
    let is_plural = matches!(next.lower.as_str(), "have" | "had" | "were" | "are");
    let is_number = word.tag == "CD" || number > 1 && parsed.tokens[number - 1].tag == "HYPH";
    let is_torn = word.dep == "nummod" || word.dep == "conj" && parsed.tokens[word.head].pos != "NUM";
    let has_own = || {
        parsed.child(next.head, &["nsubj", "nsubjpass"]).is_some_and(|s| s > word.head || word.dep == "conj")
    };
    if !is_torn
        || !is_number
        || !is_plural
        || parsed.tokens[next.head].pos != "VERB"
        || word.dep == "conj" && has_own()
    {
        return None;
    }
    let is_passive = parsed.child(next.head, &["auxpass"]).is_some();
    Some((next.head, if is_passive { "nsubjpass" } else { "nsubj" }))
}

/// "As its spokesman, Hadro Quist, at least 52 soldiers have been killed": the parser takes them for another word for
/// the name before; the predicate is theirs.
fn behind_name(parsed: &ParsedArticle, argument: usize) -> usize {
    let (word, name) = (&parsed.tokens[argument], parsed.tokens[argument].head);
    let is_plural = word.tag == "NNS" && parsed.tokens[name].tag == "NNP";
    let is_subject = matches!(parsed.tokens[name].dep, "nsubj" | "nsubjpass") && name < argument;
    let takes_plural = |&c: &usize| {
        matches!(parsed.tokens[c].dep, "aux" | "auxpass")
            && c > argument
            && matches!(parsed.tokens[c].lower.as_str(), "have" | "are" | "were")
    };
    let is_theirs = || parsed.children(parsed.tokens[name].head).iter().any(takes_plural);
    if word.dep == "appos" && is_plural && is_subject && is_theirs() { name } else { argument }
}

/// What is said of the argument by a complement: "were confirmed dead", "is missing", "believed to have died".
fn of_complement(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    parsed.children(verb).iter().filter(|&&c| c > verb).find_map(|&c| {
        let word = &parsed.tokens[c];
        match word.dep {
            "acomp" | "oprd" | "attr" | "advmod" => {
                of_adjective(&word.lower).or_else(|| match word.lower.as_str() {
                    "unaccounted" => Some(MISSING),
                    "alive" => Some(SURVIVED),
                    _ => None,
                })
            }
            "ccomp" if word.pos == "ADJ" => of_adjective(&word.lower),
            // "Listed as missing".
            "prep" if word.lower == "as" => {
                let state = parsed.child(c, &["pcomp", "pobj", "amod"])?;
                of_adjective(&parsed.tokens[state].lower)
            }
            "xcomp" | "ccomp" => of_complement_clause(parsed, c),
            _ => None,
        }
    })
}

/// "Listed 118 students as missing".
fn of_listed(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let lists = matches!(
        parsed.tokens[verb].lemma.as_str(),
        "list" | "give" | "report" | "register" | "name" | "record" | "declare"
    );
    let is_as = |c: &&usize| parsed.tokens[**c].dep == "prep" && parsed.tokens[**c].lower == "as";
    let prep = parsed.children(verb).iter().find(is_as).filter(|_| lists)?;
    let state = parsed.child(*prep, &["pcomp", "pobj", "amod"])?;
    of_adjective(&parsed.tokens[state].lower)
}

fn of_complement_clause(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let word = &parsed.tokens[verb];
    let has_subject = parsed.child(verb, &["nsubj", "nsubjpass"]).is_some();
    if has_subject && word.dep == "ccomp" {
        return None;
    }
    if parsed.child(verb, &["auxpass"]).is_some() {
        return of_object(&word.lemma);
    }
    of_subject(&word.lemma).or_else(|| of_adjective(&word.lower))
}
