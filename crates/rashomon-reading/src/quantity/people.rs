//! What happened to the people counted: the part of the measure key after `people.`.

use crate::ParsedArticle;
use crate::mention::is_person_noun;

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

/// What a verb does to its object.
fn of_object(verb: &str) -> Option<&'static str> {
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
fn of_subject(verb: &str) -> Option<&'static str> {
    Some(match verb {
        "die" | "perish" | "drown" | "succumb" | "suffocate" => KILLED,
        "flee" => DISPLACED,
        "vanish" | "disappear" => MISSING,
        "survive" => SURVIVED,
        _ => return None,
    })
}

/// What an adjective or participle says of its noun.
fn of_adjective(word: &str) -> Option<&'static str> {
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
pub(super) fn of_noun(lemma: &str) -> Option<&'static str> {
    Some(match lemma {
        "death" | "fatality" | "corpse" | "dead" | "martyr" => KILLED,
        "injury" | "injured" | "wounded" => WOUNDED,
        "missing" | "absentee" => MISSING,
        "displaced" | "evacuee" => DISPLACED,
        "detainee" | "arrest" | "detention" => DETAINED,
        _ => return None,
    })
}

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
        .or_else(|| match of_modifiers(parsed, token) {
            // "All 34 people on board died": the news is what became of them.
            Some(ABOARD) => of_predicate(parsed, token).or(Some(ABOARD)),
            found => found,
        })
        .or_else(|| of_predicate(parsed, token))
        .or_else(|| of_some(parsed, token))
}

/// "23 of its employees had been hurt": what is said of the number.
fn of_some(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let of = parsed.tokens[token].head;
    let number = parsed.tokens[of].head;
    let is_some = parsed.tokens[token].dep == "pobj"
        && parsed.tokens[of].lower == "of"
        && parsed.tokens[number].tag == "CD"
        && is_person(&parsed.tokens[token].lemma);
    if is_some { of_predicate(parsed, number) } else { None }
}

/// "Fifty dead, nineteen living", "16 people out alive".
fn of_living(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    let sentence = parsed.sentences[word.sentence].tokens.clone();
    let lower = |t: usize| if sentence.contains(&t) { parsed.tokens[t].lower.as_str() } else { "" };
    let is_alive = |t: usize| matches!(lower(t), "alive" | "living");
    let is_counted = |t: usize| t > sentence.start && parsed.tokens[t - 1].tag == "CD";
    let is_set_against =
        || sentence.clone().any(|t| t != token && matches!(lower(t), "dead" | "killed" | "missing"));
    let is_state = is_alive(token) && is_counted(token) || word.tag == "CD" && is_alive(token + 1);
    let is_had = word.dep == "dobj"
        && parsed.tokens[word.head].lemma == "have"
        && (lower(token + 1) == "alive" || lower(token + 1) == "out" && lower(token + 2) == "alive");
    (is_state && is_set_against() || is_had).then_some(SURVIVED)
}

/// What is said right after a word for a number: "the number aboard", "the number of dead", "the number still missing".
pub(super) fn said_after(parsed: &ParsedArticle, noun: usize) -> Option<&'static str> {
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
pub(super) fn asked_after(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    /// Words of the verb group.
    const N_GROUP_MAX: usize = 3;
    let sentence = parsed.tokens.get(verb)?.sentence;
    let mut group = parsed.tokens[verb..].iter().take(N_GROUP_MAX).take_while(|t| t.sentence == sentence);
    let last = group.find(|t| t.pos != "AUX").filter(|_| parsed.tokens[verb].tag.starts_with('V'))?;
    of_subject(&last.lemma).or_else(|| of_adjective(&last.lower))
}

/// "Still in the lagoon", "still under the rubble": where nobody is who has been found.
pub(super) fn is_left_behind(parsed: &ParsedArticle, still: usize) -> bool {
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
pub(super) fn of_words_after(parsed: &ParsedArticle, from: usize) -> Option<&'static str> {
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
    let adverbs = words.iter().take_while(|w| w.ends_with("ly") || matches!(**w, "being" | "be")).count();
    let state = parsed.tokens.get(from + adverbs).filter(|_| adverbs < words.len())?;
    of_adjective(&state.lower).filter(|m| matches!(*m, WOUNDED | KILLED | MISSING))
}

/// "(killed 12 people and) 6 people are still missing": the state said right after, whatever the parser joins.
fn of_state_after(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
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

/// Whether the noun denotes persons.
pub(super) fn is_person(lemma: &str) -> bool {
    // "900 chairs" are seats.
    if lemma == "chair" {
        return false;
    }
    // "Servicemen", which the lemmatizer leaves as it is; no regimen, specimen or abdomen.
    let is_of_men =
        lemma.ends_with("men") && lemma.len() > 5 && !lemma.ends_with("imen") && lemma != "abdomen";
    matches!(lemma, "people" | "person" | "life" | "casualty" | "troop" | "villager" | "individual" | "folk")
        || is_of_men
        || is_person_noun(lemma)
}

/// "19 bodies were found".
fn of_body(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    (word.lemma == "body" && word.tag == "NNS").then_some(KILLED)
}

/// "Three of the dead were members of one family": some of those already counted, and no toll; "three of the injured have
/// died" is one.
pub(super) fn of_part(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let of = parsed.child(token, &["prep"]).filter(|&p| parsed.tokens[p].lower == "of")?;
    let whole = parsed.child(of, &["pobj"])?;
    let is_definite = parsed.child(whole, &["det"]).is_some_and(|d| parsed.tokens[d].lower == "the");
    let is_counted = parsed.child(whole, &["nummod"]).is_some();
    of_noun(&parsed.tokens[whole].lower)
        .or_else(|| of_adjective(&parsed.tokens[whole].lower))
        .filter(|_| is_definite && !is_counted && parsed.tokens[token].tag == "CD")?;
    Some(of_predicate(parsed, token).unwrap_or("people"))
}

/// "The deaths of seven civilians", "the arrest of 12 dockers": a noun of what happened to them.
fn of_happening(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let of = parsed.tokens[first_conjunct(parsed, token)].head;
    let is_of = parsed.tokens[of].lower == "of" && parsed.tokens[of].dep == "prep";
    match parsed.tokens[parsed.tokens[of].head].lemma.as_str() {
        _ if !is_of => None,
        "death" | "killing" | "drowning" | "murder" | "shooting" => Some(KILLED),
        "wounding" | "injuring" => Some(WOUNDED),
        "arrest" | "detention" | "capture" | "jailing" => Some(DETAINED),
        "evacuation" | "displacement" | "expulsion" => Some(DISPLACED),
        "disappearance" => Some(MISSING),
        "rescue" => Some(RESCUED),
        _ => None,
    }
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

/// "at the price of four lives".
fn of_price(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    let of = &parsed.tokens[word.head];
    let is_paid = word.lemma == "life" && word.dep == "pobj" && of.lower == "of";
    (is_paid && matches!(parsed.tokens[of.head].lemma.as_str(), "price" | "cost" | "loss")).then_some(KILLED)
}

fn of_modifiers(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    parsed.children(token).iter().find_map(|&c| {
        let word = &parsed.tokens[c];
        match word.dep {
            "amod" => of_adjective(&word.lower),
            "acl" if word.tag == "VBN" => of_object(&word.lemma)
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

/// "on board".
fn on_board(parsed: &ParsedArticle, prep: usize) -> Option<&'static str> {
    if parsed.tokens[prep].lower == "aboard" {
        return Some(ABOARD);
    }
    let object = parsed.child(prep, &["pobj"])?;
    (parsed.tokens[object].lemma == "board").then_some(ABOARD)
}

/// The predicate over a noun or figure, through coordination.
fn of_predicate(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let argument = behind_name(parsed, first_conjunct(parsed, token));
    let dep = parsed.tokens[argument].dep;
    let verb = parsed.tokens[argument].head;
    if verb == argument {
        return None;
    }
    let word = &parsed.tokens[verb];
    match dep {
        "nsubjpass" => of_object(&word.lemma)
            .or_else(|| of_not_found(parsed, verb))
            .or_else(|| of_no_return(parsed, verb))
            .or_else(|| of_landed(parsed, verb))
            .or_else(|| of_homes(parsed, verb))
            .or_else(|| of_treatment(parsed, verb))
            .or_else(|| of_pulled(parsed, verb))
            .or_else(|| of_shelter(parsed, verb))
            .or_else(|| of_manner_of_death(parsed, verb))
            .or_else(|| of_complement(parsed, verb)),
        "dobj" => of_object(&word.lemma)
            .or_else(|| of_landed(parsed, verb))
            .or_else(|| of_patients(parsed, verb))
            .or_else(|| of_homes(parsed, verb))
            .or_else(|| of_pulled(parsed, verb))
            .or_else(|| of_shelter(parsed, verb))
            .or_else(|| of_moved_out(parsed, verb))
            .or_else(|| of_manner_of_death(parsed, verb))
            .or_else(|| of_left(parsed, verb))
            .or_else(|| {
                (word.lemma == "carry").then_some(ABOARD).filter(|_| is_person(&parsed.tokens[token].lemma))
            }),
        "nsubj" => of_subject(&word.lemma)
            .or_else(|| of_passed_away(parsed, verb))
            .or_else(|| of_being_aboard(parsed, verb))
            .or_else(|| of_lost(parsed, verb))
            .or_else(|| of_left_home(parsed, verb))
            .or_else(|| of_left_place(parsed, token, verb))
            .or_else(|| of_fallen(parsed, token, verb))
            .or_else(|| of_manner_of_death(parsed, verb))
            .or_else(|| of_yet_to_be_found(parsed, verb))
            .or_else(|| of_no_return(parsed, verb))
            .or_else(|| of_living_in_camps(parsed, verb))
            .or_else(|| of_go_missing(parsed, verb))
            .or_else(|| {
                (word.tag == "VBN").then(|| of_object(&word.lemma).or_else(|| of_homes(parsed, verb)))?
            })
            .or_else(|| of_adjective(&word.lower))
            .or_else(|| of_complement(parsed, verb)),
        _ => None,
    }
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

/// "forced from their homes", "driven from their villages", "left homeless".
fn of_homes(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if !matches!(parsed.tokens[verb].lemma.as_str(), "force" | "drive" | "push") {
        return None;
    }
    let from_home = parsed.subtree(verb).into_iter().any(|t| {
        t > verb && matches!(parsed.tokens[t].lemma.as_str(), "home" | "house" | "village" | "flee")
    });
    from_home.then_some(DISPLACED)
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

/// "moved 3,200 people out of five villages".
fn of_moved_out(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if !matches!(parsed.tokens[verb].lemma.as_str(), "move" | "bus" | "take" | "bring" | "clear" | "relocate")
    {
        return None;
    }
    let places =
        ["village", "town", "home", "house", "district", "suburb", "hamlet", "city", "island", "valley"];
    let is_place = |p: usize| {
        parsed.child(p, &["pobj"]).is_some_and(|o| places.contains(&parsed.tokens[o].lemma.as_str()))
    };
    let leaves = |&c: &usize| match parsed.tokens[c].lower.as_str() {
        "from" => is_place(c),
        "out" => parsed.child(c, &["prep"]).is_some_and(is_place),
        "of" => c > 0 && parsed.tokens[c - 1].lower == "out" && is_place(c),
        _ => false,
    };
    let all = parsed.subtree(verb);
    all.iter().filter(|&&c| c > verb).any(leaves).then_some(DISPLACED)
}

/// "4,800 people have left Hamret and Dolaan".
fn of_left_place(parsed: &ParsedArticle, token: usize, verb: usize) -> Option<&'static str> {
    let who = parsed.tokens[token].lemma.as_str();
    let lives_there = matches!(
        who,
        "people" | "person" | "resident" | "inhabitant" | "villager" | "civilian" | "family" | "islander"
    );
    let place =
        parsed.child(verb, &["dobj"]).filter(|_| lives_there && parsed.tokens[verb].lemma == "leave")?;
    let next = parsed.entities.partition_point(|e| e.tokens.end <= place);
    let label = parsed.entities.get(next).filter(|e| e.tokens.contains(&place)).map(|e| e.label);
    let is_unknown_name = parsed.tokens[place].tag == "NNP" && label != Some("ORG");
    let is_place = is_unknown_name
        || matches!(
            parsed.tokens[place].lemma.as_str(),
            "village" | "town" | "city" | "island" | "valley" | "district"
        );
    is_place.then_some(DISPLACED)
}

/// "Fourteen servicemen have fallen since 7 September"; no fall over, ill or off something.
fn of_fallen(parsed: &ParsedArticle, token: usize, verb: usize) -> Option<&'static str> {
    let is_soldier = matches!(
        parsed.tokens[token].lemma.as_str(),
        "soldier"
            | "serviceman"
            | "servicemen"
            | "fighter"
            | "conscript"
            | "guard"
            | "trooper"
            | "rebel"
            | "marine"
            | "comrade"
    );
    let is_bare = parsed.children(verb).iter().all(|&c| match parsed.tokens[c].dep {
        "prep" => matches!(
            parsed.tokens[c].lower.as_str(),
            "in" | "since" | "at" | "near" | "for" | "during" | "on"
        ),
        dep => c < verb || matches!(dep, "punct" | "cc" | "conj" | "npadvmod" | "advcl"),
    });
    (is_soldier && is_bare && parsed.tokens[verb].lemma == "fall").then_some(KILLED)
}

/// "left their homes".
fn of_left_home(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let leaves = matches!(parsed.tokens[verb].lemma.as_str(), "leave" | "abandon" | "vacate" | "quit");
    let home = |v: usize| {
        parsed.child(v, &["dobj"]).is_some_and(|o| {
            let lemma = parsed.tokens[o].lemma.as_str();
            matches!(lemma, "home" | "house" | "dwelling" | "village") && parsed.child(o, &["poss"]).is_some()
        })
    };
    let has_to = || parsed.child(verb, &["xcomp"]).and_then(|x| of_left_home(parsed, x));
    if leaves && home(verb) { Some(DISPLACED) } else { has_to() }
}

/// "brought to schools and a sports hall", "housed in tents"; "taken to hospital".
fn of_shelter(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let moves = [
        "bring",
        "move",
        "take",
        "relocate",
        "transfer",
        "bus",
        "house",
        "lodge",
        "shelter",
        "accommodate",
        "settle",
        "rush",
        "airlift",
    ];
    let shelters = [
        "school",
        "shelter",
        "hall",
        "gym",
        "gymnasium",
        "stadium",
        "camp",
        "church",
        "mosque",
        "temple",
        "centre",
        "center",
        "tent",
        "hotel",
        "hostel",
        "barracks",
        "showground",
        "fairground",
        "racecourse",
        "arena",
        "monastery",
        "convent",
        "dormitory",
        "safety",
    ];
    if !moves.contains(&parsed.tokens[verb].lemma.as_str()) {
        return None;
    }
    parsed.children(verb).iter().find_map(|&p| {
        let is_place = parsed.tokens[p].dep == "prep"
            && matches!(parsed.tokens[p].lower.as_str(), "to" | "in" | "into" | "at");
        let place = parsed.child(p, &["pobj"]).filter(|_| is_place)?;
        let lemma = parsed.tokens[place].lemma.as_str();
        match lemma {
            "hospital" => (parsed.tokens[p].lower == "to").then_some(WOUNDED),
            _ => shelters.contains(&lemma).then_some(DISPLACED),
        }
    })
}

/// "2,600 people are in camps", "400 are sleeping in tents".
fn of_living_in_camps(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    const CAMPS: [&str; 4] = ["camp", "shelter", "tent", "refuge"];
    const OF_OTHERS: [&str; 8] =
        ["prison", "training", "summer", "army", "military", "labour", "labor", "detention"];
    if !matches!(parsed.tokens[verb].lemma.as_str(), "be" | "live" | "sleep" | "stay" | "remain" | "camp") {
        return None;
    }
    let is_camp = |place: usize| {
        let is_other = |&c: &usize| OF_OTHERS.contains(&parsed.tokens[c].lower.as_str());
        CAMPS.contains(&parsed.tokens[place].lemma.as_str()) && !parsed.children(place).iter().any(is_other)
    };
    let in_place = |&p: &usize| {
        let is_in = parsed.tokens[p].dep == "prep" && matches!(parsed.tokens[p].lower.as_str(), "in" | "at");
        is_in && parsed.child(p, &["pobj"]).is_some_and(is_camp)
    };
    parsed.children(verb).iter().any(in_place).then_some(DISPLACED)
}

/// "three have not come home", "seven have not been heard from".
fn of_no_return(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let is_negated = parsed.child(verb, &["neg"]).is_some();
    let has = |words: &[&str]| {
        parsed.children(verb).iter().any(|&c| c > verb && words.contains(&parsed.tokens[c].lower.as_str()))
    };
    let is_gone = match parsed.tokens[verb].lemma.as_str() {
        "come" => has(&["home", "back"]),
        "return" => !has(&["to", "the"]),
        "hear" => has(&["from", "of"]),
        "see" => has(&["since"]),
        _ => false,
    };
    (is_negated && is_gone).then_some(MISSING)
}

/// "burned to death", "burned alive".
fn of_manner_of_death(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    parsed.children(verb).iter().find_map(|&c| {
        let word = &parsed.tokens[c];
        let to_death = word.lower == "to"
            && parsed.child(c, &["pobj"]).is_some_and(|o| parsed.tokens[o].lower == "death");
        let alive = word.lower == "alive" && parsed.tokens[verb].lemma == "burn";
        (to_death || alive).then_some(KILLED)
    })
}

/// "two remain to be found", "three have yet to be identified or found".
fn of_yet_to_be_found(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if !matches!(parsed.tokens[verb].lemma.as_str(), "remain" | "have" | "be") {
        return None;
    }
    let found = parsed.child(verb, &["xcomp"])?;
    let is_passive = parsed.child(found, &["auxpass"]).is_some();
    (is_passive && matches!(parsed.tokens[found].lemma.as_str(), "find" | "locate" | "trace"))
        .then_some(MISSING)
}

/// "treated for injuries".
fn of_treatment(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if parsed.tokens[verb].lemma != "treat" {
        return None;
    }
    let hurt = parsed
        .subtree(verb)
        .into_iter()
        .any(|t| matches!(parsed.tokens[t].lemma.as_str(), "injury" | "wound" | "burn"));
    // "The chief physician of the hospital said that 64 people had been treated."
    let is_said_by_healer =
        || parsed.ancestors(verb).filter_map(|v| parsed.child(v, &["nsubj"])).any(|s| is_healer(parsed, s));
    (hurt || is_said_by_healer()).then_some(WOUNDED)
}

/// Who treats the injured, in a noun phrase.
fn is_healer(parsed: &ParsedArticle, noun: usize) -> bool {
    const HEALERS: [&str; 9] =
        ["hospital", "clinic", "doctor", "physician", "medic", "paramedic", "surgeon", "nurse", "ambulance"];
    let is_one = |t: usize| HEALERS.contains(&parsed.tokens[t].lemma.to_lowercase().as_str());
    parsed.subtree(noun).into_iter().any(is_one)
}

/// "passed away".
fn of_passed_away(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let away = parsed.child(verb, &["prt", "advmod"]).filter(|&c| parsed.tokens[c].lower == "away");
    (parsed.tokens[verb].lemma == "pass" && away.is_some()).then_some(KILLED)
}

/// "131 people were on board".
fn of_being_aboard(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if !matches!(parsed.tokens[verb].lemma.as_str(), "be" | "travel" | "sail" | "ride") {
        return None;
    }
    parsed.children(verb).iter().find_map(|&c| match parsed.tokens[c].dep {
        "prep" => on_board(parsed, c),
        "advmod" => of_adjective(&parsed.tokens[c].lower).filter(|m| *m == ABOARD),
        _ => None,
    })
}

/// "eight have not been found".
fn of_not_found(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let is_search = matches!(parsed.tokens[verb].lemma.as_str(), "find" | "locate" | "trace");
    (is_search && parsed.child(verb, &["neg"]).is_some()).then_some(MISSING)
}

/// "brought 116 people ashore", "were carried to land", "took 41 people out of the water".
fn of_landed(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let moves = [
        "bring", "carry", "take", "lift", "winch", "haul", "pluck", "pull", "fish", "lead", "ferry",
        "airlift",
    ];
    if !moves.contains(&parsed.tokens[verb].lemma.as_str()) {
        return None;
    }
    let below = parsed.subtree(verb);
    let safe = |t: usize| {
        let word = &parsed.tokens[t];
        let after = |preposition: &str| parsed.tokens[word.head].lower == preposition;
        match word.lower.as_str() {
            "ashore" => true,
            "safety" | "land" | "shore" => word.dep == "pobj" && after("to"),
            "water" | "sea" | "waves" | "rubble" | "wreckage" | "debris" => {
                word.dep == "pobj" && (after("of") || after("from"))
            }
            _ => false,
        }
    };
    below.into_iter().any(|t| t > verb && safe(t)).then_some(RESCUED)
}

/// "The hospital treated 34 people".
fn of_patients(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if parsed.tokens[verb].lemma != "treat" {
        return None;
    }
    if let Some(found) = of_treatment(parsed, verb) {
        return Some(found);
    }
    let subject = parsed.ancestors(verb).chain([verb]).find_map(|v| parsed.child(v, &["nsubj"]));
    let named = subject.is_some_and(|s| is_healer(parsed, s))
        || parsed.ancestors(verb).filter_map(|v| parsed.child(v, &["nsubj"])).any(|s| is_healer(parsed, s));
    named.then_some(WOUNDED)
}

/// Bare figures that can only be people: "74 became sick", "310 working in the dairy", "We were 31".
pub(super) fn implied(parsed: &ParsedArticle, token: usize) -> bool {
    let states = [
        "sick",
        "ill",
        "infected",
        "hospitalised",
        "hospitalized",
        "poisoned",
        "trapped",
        "stranded",
        "critical",
        "unemployed",
        "jobless",
    ];
    let activities = ["work", "live", "stay", "study", "serve", "shelter", "wait", "queue", "sleep"];
    let word = &parsed.tokens[token];
    let verb = word.head;
    if word.dep == "nsubj" || word.dep == "nsubjpass" {
        let is_state = parsed.children(verb).iter().any(|&c| {
            matches!(parsed.tokens[c].dep, "acomp" | "oprd" | "attr")
                && states.contains(&parsed.tokens[c].lower.as_str())
        });
        return is_state || word.dep == "nsubjpass" && states.contains(&parsed.tokens[verb].lower.as_str());
    }
    let works = parsed.children(token).iter().any(|&c| {
        parsed.tokens[c].dep == "acl"
            && parsed.tokens[c].tag == "VBG"
            && activities.contains(&parsed.tokens[c].lemma.as_str())
    });
    let we_were = word.dep == "attr"
        && parsed
            .child(verb, &["nsubj"])
            .is_some_and(|s| matches!(parsed.tokens[s].lower.as_str(), "we" | "they"));
    works || we_were || is_strength(parsed, token)
}

/// "a force of 3,000", "a crowd of some 200".
fn is_strength(parsed: &ParsedArticle, token: usize) -> bool {
    let of = &parsed.tokens[parsed.tokens[token].head];
    let bodies = [
        "force",
        "army",
        "crowd",
        "garrison",
        "contingent",
        "workforce",
        "staff",
        "population",
        "crew",
        "audience",
        "membership",
        "congregation",
    ];
    parsed.tokens[token].dep == "pobj"
        && of.lower == "of"
        && bodies.contains(&parsed.tokens[of.head].lemma.as_str())
}

/// "pulled alive from the rubble".
fn of_pulled(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if !matches!(parsed.tokens[verb].lemma.as_str(), "pull" | "find" | "bring" | "pluck") {
        return None;
    }
    let below = parsed.subtree(verb);
    let has = |word: &str| below.iter().any(|&t| t > verb && parsed.tokens[t].lower == word);
    if has("alive") {
        return Some(RESCUED);
    }
    has("dead").then_some(KILLED)
}

/// "left 12 people dead".
fn of_left(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    matches!(parsed.tokens[verb].lemma.as_str(), "leave" | "make").then(|| of_complement(parsed, verb))?
}

/// "have lost their lives".
fn of_lost(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if parsed.tokens[verb].lemma != "lose" {
        return None;
    }
    let object = parsed.child(verb, &["dobj"])?;
    match parsed.tokens[object].lemma.as_str() {
        "life" => Some(KILLED),
        "home" => Some(DISPLACED),
        _ => None,
    }
}

/// "went missing".
fn of_go_missing(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    matches!(parsed.tokens[verb].lemma.as_str(), "go" | "remain" | "be" | "lie" | "sit")
        .then(|| of_complement(parsed, verb))?
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
