//! Verbs that say it only with another word: "lost their lives", "left their homes", "went missing".

use super::words::{is_healer, of_adjective};
use super::{ABOARD, DISPLACED, KILLED, MISSING, RESCUED, WOUNDED, first_conjunct, of_complement, on_board};
use crate::{ParsedArticle, mention};

/// "forced from their homes", "driven from their villages", "left homeless".
pub(super) fn of_homes(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if !matches!(parsed.tokens[verb].lemma.as_str(), "force" | "drive" | "push") {
        return None;
    }
    let from_home = parsed.subtree(verb).into_iter().any(|t| {
        t > verb && matches!(parsed.tokens[t].lemma.as_str(), "home" | "house" | "village" | "flee")
    });
    from_home.then_some(DISPLACED)
}

/// "moved 3,200 people out of five villages".
pub(super) fn of_moved_out(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
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
pub(super) fn of_left_place(parsed: &ParsedArticle, token: usize, verb: usize) -> Option<&'static str> {
    let who = parsed.tokens[token].lemma.as_str();
    let lives_there = matches!(
        who,
        "people" | "person" | "resident" | "inhabitant" | "villager" | "civilian" | "family" | "islander"
    );
    if crossed_border(parsed, verb) && (lives_there || who == "refugee") {
        return Some(DISPLACED);
    }
    // "121,000 inhabitants had left": from where they live.
    let is_native = matches!(who, "resident" | "inhabitant" | "villager" | "islander");
    let is_bare =
        parsed.tokens[verb].lemma == "leave" && parsed.child(verb, &["dobj", "dative", "xcomp"]).is_none();
    if is_native && is_bare {
        return Some(DISPLACED);
    }
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

/// "One million people had crossed the border".
fn crossed_border(parsed: &ParsedArticle, verb: usize) -> bool {
    let object = parsed.child(verb, &["dobj"]);
    let over = || {
        let preposition = |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "over" | "across");
        let at = parsed.children(verb).iter().copied().find(preposition)?;
        parsed.child(at, &["pobj"])
    };
    let is_border = |o: usize| matches!(parsed.tokens[o].lemma.as_str(), "border" | "frontier");
    matches!(parsed.tokens[verb].lemma.as_str(), "cross" | "pour" | "stream")
        && object.or_else(over).is_some_and(is_border)
}

/// "Fourteen servicemen have fallen since 7 September"; no fall over, ill or off something.
pub(super) fn of_fallen(parsed: &ParsedArticle, token: usize, verb: usize) -> Option<&'static str> {
    let lemma = parsed.tokens[token].lemma.as_str();
    let is_soldier = mention::is_fighter_noun(lemma) || matches!(lemma, "servicemen" | "guard" | "comrade");
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
pub(super) fn of_left_home(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
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
pub(super) fn of_shelter(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
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
pub(super) fn of_living_in_camps(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    const CAMPS: [&str; 5] = ["camp", "shelter", "tent", "refuge", "encampment"];
    /// Where nobody sleeps who has a home.
    const HALLS: [&str; 8] = ["church", "school", "mosque", "gym", "stadium", "hall", "classroom", "car"];
    const OF_OTHERS: [&str; 8] =
        ["prison", "training", "summer", "army", "military", "labour", "labor", "detention"];
    if !matches!(parsed.tokens[verb].lemma.as_str(), "be" | "live" | "sleep" | "stay" | "remain" | "camp") {
        return None;
    }
    let is_camp = |place: usize| {
        let is_other = |&c: &usize| OF_OTHERS.contains(&parsed.tokens[c].lower.as_str());
        let lemma = parsed.tokens[place].lemma.as_str();
        let is_night = matches!(parsed.tokens[verb].lemma.as_str(), "sleep" | "camp");
        (CAMPS.contains(&lemma) || is_night && HALLS.contains(&lemma))
            && !parsed.children(place).iter().any(is_other)
    };
    let in_place = |&p: &usize| {
        let is_in = parsed.tokens[p].dep == "prep" && matches!(parsed.tokens[p].lower.as_str(), "in" | "at");
        is_in && parsed.child(p, &["pobj"]).is_some_and(is_camp)
    };
    parsed.children(verb).iter().any(in_place).then_some(DISPLACED)
}

/// "three have not come home", "seven have not been heard from".
pub(super) fn of_no_return(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
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
pub(super) fn of_manner_of_death(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    parsed.children(verb).iter().find_map(|&c| {
        let word = &parsed.tokens[c];
        let to_death = word.lower == "to"
            && parsed.child(c, &["pobj"]).is_some_and(|o| parsed.tokens[o].lower == "death");
        let alive = word.lower == "alive" && parsed.tokens[verb].lemma == "burn";
        (to_death || alive).then_some(KILLED)
    })
}

/// "Shot dead two robbers", "struck a man dead".
pub(super) fn of_shot_dead(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let is_dead = |&c: &usize| parsed.tokens[c].lower == "dead" && c > verb;
    let kills = matches!(parsed.tokens[verb].lemma.as_str(), "shoot" | "gun" | "strike" | "stab" | "beat");
    (kills && parsed.children(verb).iter().any(is_dead)).then_some(KILLED)
}

/// "two remain to be found", "three have yet to be identified or found".
pub(super) fn of_yet_to_be_found(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if !matches!(parsed.tokens[verb].lemma.as_str(), "remain" | "have" | "be") {
        return None;
    }
    let found = parsed.child(verb, &["xcomp"])?;
    let is_passive = parsed.child(found, &["auxpass"]).is_some();
    (is_passive && matches!(parsed.tokens[found].lemma.as_str(), "find" | "locate" | "trace"))
        .then_some(MISSING)
}

/// "treated for injuries", "treated for nausea".
pub(super) fn of_treatment(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
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
    // "Treated for nausea"; "treated to a concert", "treated for free".
    let is_for = |&&c: &&usize| parsed.tokens[c].lower == "for" && c > verb;
    let of = || {
        let object = parsed.children(verb).iter().find(is_for).and_then(|&c| parsed.child(c, &["pobj"]));
        object.is_some_and(|o| {
            parsed.tokens[o].pos == "NOUN"
                && crate::time::lexicon::weekday(&parsed.tokens[o].lower).is_none()
                && !matches!(parsed.tokens[o].lemma.as_str(), "hour" | "day" | "week" | "month" | "year")
        })
    };
    // "418 treated".
    let is_bare = || {
        let word = &parsed.tokens[verb];
        let ends = parsed
            .tokens
            .get(verb + 1)
            .is_none_or(|n| n.sentence != word.sentence || n.pos == "PUNCT" || n.lower == "in");
        word.dep == "acl" && word.tag == "VBN" && ends
    };
    (hurt || is_said_by_healer() || of() || is_bare()).then_some(WOUNDED)
}

/// "28 are in hospital", "182 were injured, of whom 97 remain in hospital": hurt, unless the account is of a disease.
pub(super) fn of_lying_in_hospital(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let is_state = matches!(parsed.tokens[verb].lemma.as_str(), "be" | "remain" | "stay" | "lie");
    let is_in = |&&c: &&usize| parsed.tokens[c].lower == "in";
    let place = parsed.children(verb).iter().filter(is_in).find_map(|&c| parsed.child(c, &["pobj"]));
    let is_hospital = place.is_some_and(|p| parsed.tokens[p].lemma == "hospital");
    (is_state && is_hospital && !tells_of_disease(parsed)).then_some(WOUNDED)
}

/// Whether a word of the account is of illness: its patients are not wounded.
pub(super) fn tells_of_disease(parsed: &ParsedArticle) -> bool {
    const WORDS: [&str; 28] = [
        "virus",
        "outbreak",
        "epidemic",
        "pandemic",
        "infection",
        "infect",
        "cholera",
        "measles",
        "flu",
        "influenza",
        "covid",
        "coronavirus",
        "ebola",
        "disease",
        "poisoning",
        "poison",
        "vaccine",
        "symptom",
        "sick",
        "ill",
        "illness",
        "bacteria",
        "salmonella",
        "listeria",
        "meningitis",
        "dengue",
        "malaria",
        "heatstroke",
    ];
    parsed.tokens.iter().any(|t| WORDS.contains(&t.lemma.to_lowercase().as_str()))
}

/// "passed away".
pub(super) fn of_passed_away(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let away = parsed.child(verb, &["prt", "advmod"]).filter(|&c| parsed.tokens[c].lower == "away");
    (parsed.tokens[verb].lemma == "pass" && away.is_some()).then_some(KILLED)
}

/// "131 people were on board".
pub(super) fn of_being_aboard(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
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
pub(super) fn of_not_found(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let is_search = matches!(parsed.tokens[verb].lemma.as_str(), "find" | "locate" | "trace");
    (is_search && parsed.child(verb, &["neg"]).is_some()).then_some(MISSING)
}

/// "Could not be accounted for".
pub(super) fn of_no_account(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let is_account = parsed.tokens[verb].lemma == "account" && parsed.child(verb, &["neg"]).is_some();
    is_account.then_some(MISSING)
}

/// "brought 116 people ashore", "were carried to land", "took 41 people out of the water".
pub(super) fn of_landed(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let moves = [
        "bring", "carry", "take", "lift", "winch", "haul", "pluck", "pull", "fish", "lead", "ferry",
        "airlift",
    ];
    if is_picked_up_by_craft(parsed, verb) || is_got_out(parsed, verb) {
        return Some(RESCUED);
    }
    if !moves.contains(&parsed.tokens[verb].lemma.as_str()) {
        return None;
    }
    let below = parsed.subtree(verb);
    // "Lifted off 19 of them", "winched 12 off the deck".
    let by_air = matches!(parsed.tokens[verb].lemma.as_str(), "lift" | "winch" | "pluck" | "airlift");
    let safe = |t: usize| {
        let word = &parsed.tokens[t];
        let after = |preposition: &str| parsed.tokens[word.head].lower == preposition;
        match word.lower.as_str() {
            "ashore" => true,
            "off" => by_air && word.head == verb,
            "safety" | "land" | "shore" => word.dep == "pobj" && after("to"),
            "water" | "sea" | "waves" | "rubble" | "wreckage" | "debris" => {
                word.dep == "pobj" && (after("of") || after("from"))
            }
            _ => false,
        }
    };
    below.into_iter().any(|t| t > verb && safe(t)).then_some(RESCUED)
}

/// "Were picked up by trawlers": from the water.
fn is_picked_up_by_craft(parsed: &ParsedArticle, verb: usize) -> bool {
    const CRAFT: [&str; 10] = [
        "boat",
        "trawler",
        "lifeboat",
        "ship",
        "vessel",
        "helicopter",
        "freighter",
        "tanker",
        "ferry",
        "cutter",
    ];
    let is_up =
        parsed.tokens[verb].lemma == "pick" && parsed.tokens.get(verb + 1).is_some_and(|t| t.lower == "up");
    let by = |&c: &usize| parsed.tokens[c].lower == "by";
    let agent = parsed.children(verb).iter().copied().find(by).and_then(|by| parsed.child(by, &["pobj"]));
    is_up && agent.is_some_and(|a| CRAFT.contains(&parsed.tokens[a].lemma.as_str()))
}

/// "Rescuers got 35 people out of the wing".
fn is_got_out(parsed: &ParsedArticle, verb: usize) -> bool {
    const RESCUERS: [&str; 6] = ["rescuer", "firefighter", "fireman", "crew", "diver", "volunteer"];
    let subject = parsed.child(verb, &["nsubj"]);
    let is_out = |&c: &usize| parsed.tokens[c].lower == "out" && c > verb;
    matches!(parsed.tokens[verb].lemma.as_str(), "get" | "bring" | "lead" | "help" | "pull" | "dig")
        && subject.is_some_and(|s| RESCUERS.contains(&parsed.tokens[s].lemma.as_str()))
        && parsed.children(verb).iter().any(is_out)
}

/// "The hospital treated 34 people".
pub(super) fn of_patients(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
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

/// "pulled alive from the rubble".
pub(super) fn of_pulled(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
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
pub(super) fn of_left(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    matches!(parsed.tokens[verb].lemma.as_str(), "leave" | "make").then(|| of_complement(parsed, verb))?
}

/// "have lost their lives", "gave their lives", "laid down their lives".
pub(super) fn of_lost(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    if paid_with_life(parsed, verb) {
        return Some(KILLED);
    }
    let object = parsed.child(verb, &["dobj"])?;
    let is_own = || parsed.child(object, &["poss"]).is_some();
    match (parsed.tokens[verb].lemma.as_str(), parsed.tokens[object].lemma.as_str()) {
        ("lose", "life") => Some(KILLED),
        ("lose", "home") => Some(DISPLACED),
        // "Gave their lives to music": to what one lives for.
        ("give" | "sacrifice" | "lay", "life") if is_own() && !goes_on(parsed, verb, "to") => Some(KILLED),
        _ => None,
    }
}

/// "Three of whom paid with their lives", "paid for it with her life".
fn paid_with_life(parsed: &ParsedArticle, verb: usize) -> bool {
    let is_life = |&c: &usize| {
        let life = parsed.child(c, &["pobj"]).filter(|_| parsed.tokens[c].lower == "with");
        life.is_some_and(|l| parsed.tokens[l].lemma == "life" && parsed.child(l, &["poss"]).is_some())
    };
    parsed.tokens[verb].lemma == "pay" && parsed.children(verb).iter().any(is_life)
}

/// Whether a preposition hangs on a verb or its object.
fn goes_on(parsed: &ParsedArticle, verb: usize, preposition: &str) -> bool {
    let below = |t: usize| parsed.children(t).iter().copied();
    below(verb).chain(below(verb).flat_map(below)).any(|c| c > verb && parsed.tokens[c].lower == preposition)
}

/// "61 people have received hospital treatment", "needed medical care": hurt.
pub(super) fn of_care(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    let gets = matches!(parsed.tokens[verb].lemma.as_str(), "receive" | "need" | "require" | "seek" | "get");
    let care = parsed.child(verb, &["dobj"]).filter(|_| gets)?;
    let is_care = matches!(parsed.tokens[care].lemma.as_str(), "treatment" | "care" | "attention" | "aid");
    let is_medical =
        |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "hospital" | "medical" | "emergency");
    (is_care && parsed.children(care).iter().any(is_medical)).then_some(WOUNDED)
}

/// "Dozens remained under the rubble": where nobody is who has been found.
pub(super) fn of_lying_under(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    const HEAPS: [&str; 8] = ["rubble", "debris", "mud", "ruin", "wreckage", "snow", "earth", "avalanche"];
    let stays = matches!(parsed.tokens[verb].lemma.as_str(), "be" | "remain" | "lie" | "stay");
    let is_under = |c: usize| matches!(parsed.tokens[c].lower.as_str(), "under" | "beneath" | "below");
    let is_heap = |c: usize| {
        let heap = parsed.child(c, &["pobj"]);
        heap.is_some_and(|o| HEAPS.contains(&parsed.tokens[o].lemma.as_str()))
    };
    (stays && parsed.children(verb).iter().any(|&c| is_under(c) && is_heap(c))).then_some(MISSING)
}

/// "Some 600 people were ordered out", "40 families were told to leave": out of where they live; envoys are sent home.
pub(super) fn of_ordered_out(parsed: &ParsedArticle, token: usize, verb: usize) -> Option<&'static str> {
    let orders = matches!(parsed.tokens[verb].lemma.as_str(), "order" | "tell" | "ask" | "force" | "advise");
    let lives_there = matches!(
        parsed.tokens[token].lemma.as_str(),
        "people" | "person" | "resident" | "inhabitant" | "villager" | "family" | "household" | "islander"
    );
    let leaves = |&c: &usize| {
        let word = &parsed.tokens[c];
        let is_bare = || parsed.child(c, &["dobj"]).is_none_or(|o| parsed.tokens[o].lemma == "home");
        word.dep == "prt" && word.lower == "out"
            || matches!(word.lemma.as_str(), "leave" | "evacuate") && word.dep == "xcomp" && is_bare()
    };
    (orders && lives_there && parsed.children(verb).iter().any(leaves)).then_some(DISPLACED)
}

/// "went missing".
pub(super) fn of_go_missing(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    matches!(parsed.tokens[verb].lemma.as_str(), "go" | "remain" | "be" | "lie" | "sit")
        .then(|| of_complement(parsed, verb))?
}

/// "46 victims have been recovered", "recovered four more victims": from the water or the ruins, and dead; whoever has
/// recovered is well.
pub(super) fn of_recovered(parsed: &ParsedArticle, token: usize, verb: usize) -> Option<&'static str> {
    let is_body = matches!(
        parsed.tokens[verb].lemma.as_str(),
        "recover" | "retrieve" | "bury" | "exhume" | "find" | "unearth" | "discover"
    );
    (is_body && parsed.tokens[token].lemma == "victim").then_some(KILLED)
}

/// "Took 41 of the survivors on board", "picked up nine castaways": people in distress, taken out of it.
pub(super) fn of_survivors(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    const TAKING: [&str; 10] =
        ["take", "pick", "pull", "haul", "bring", "lift", "land", "winch", "pluck", "collect"];
    let word = &parsed.tokens[token];
    let of = &parsed.tokens[word.head];
    let argument = if of.lower == "of" && parsed.tokens[of.head].tag == "CD" { of.head } else { token };
    let argument = &parsed.tokens[first_conjunct(parsed, argument)];
    let is_taken = matches!(argument.dep, "dobj" | "nsubjpass")
        && TAKING.contains(&parsed.tokens[argument.head].lemma.as_str());
    (is_taken && matches!(word.lemma.as_str(), "survivor" | "castaway")).then_some(RESCUED)
}
