//! What shows, against what a name looks like, that nobody is called so: "Quennor, which employs 120", "the Lady Maud",
//! "Orvessa's foreign minister".

use super::entities::Group;
use super::lexicon::{self, has};
use super::names::{self, Name};
use super::pronouns::is_act;
use super::tagger::Label;
use crate::ParsedArticle;

/// What a name is, as its surroundings prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// A name of this label.
    Is(Label),
    /// Anything but a person.
    NoPerson,
}

/// Notes for every group what is proved of it; the names of persons whom the article names in full or with a title have
/// ministers and customers of their own.
pub(super) fn find(parsed: &ParsedArticle, names: &[Name], groups: &mut [Group]) {
    let surnames: Vec<String> =
        groups.iter().filter(|g| g.words.len() > 1).filter_map(|g| g.words.last().cloned()).collect();
    for group in groups.iter_mut().filter(|g| g.country.is_none() && g.fixed_name.is_none()) {
        let of_group = || group.names.iter().map(|&n| &names[n]);
        if of_group().any(|n| is_craft(parsed, n)) {
            group.proof = Some(Proof::Is(Label::Other));
            continue;
        }
        let is_titled = of_group().any(|n| n.title.is_some());
        let is_short = group.words.len() == 1 && surnames.contains(&group.words[0]);
        if !is_titled && !is_short {
            group.proof = of_group().filter_map(|n| of_name(parsed, n)).max_by_key(|p| *p != Proof::NoPerson);
        }
    }
    share_with_short_forms(groups);
}

/// What is proved of a body holds of its short form, the first word, and the other way round.
fn share_with_short_forms(groups: &mut [Group]) {
    let is_body = |p: Proof| matches!(p, Proof::NoPerson | Proof::Is(Label::Organisation));
    let proved =
        |g: &Group| Some((g.words.first()?.clone(), g.words.len(), g.proof.filter(|p| is_body(*p))?));
    let proved: Vec<(String, usize, Proof)> = groups.iter().filter_map(proved).collect();
    let unproved: Vec<Vec<String>> =
        groups.iter().filter(|g| g.words.len() > 1 && g.proof.is_none()).map(|g| g.words.clone()).collect();
    for group in groups.iter_mut().filter(|g| g.proof.is_none()) {
        // "Maren" beside "Maren Foods" and "Maren Holt".
        if group.words.len() == 1 && unproved.iter().any(|words| words.contains(&group.words[0])) {
            continue;
        }
        let of_same = |(word, len, proof): &&(String, usize, Proof)| {
            let is_longer = *len == 1 && group.words.len() > 1;
            let is_shorter = *len > 1 && group.words.len() == 1 && *proof == Proof::Is(Label::Organisation);
            group.words.first() == Some(word) && (is_longer || is_shorter)
        };
        group.proof = proved.iter().find(of_same).map(|(_, _, proof)| *proof);
    }
}

/// "the Lady Maud": a person's title takes no article, a ship's first word does; but "the Queen Mother".
fn is_craft(parsed: &ParsedArticle, name: &Name) -> bool {
    const STYLES: [&str; 14] = [
        "mother",
        "royal",
        "mayor",
        "chancellor",
        "regent",
        "consort",
        "dowager",
        "father",
        "jesus",
        "god",
        "speaker",
        "advocate",
        "justice",
        "lieutenant",
    ];
    if STYLES.contains(&&*parsed.tokens[name.tokens.end - 1].lower) {
        return false;
    }
    let regal = |t: usize| {
        matches!(parsed.word(t), "Lady" | "Lord" | "Queen" | "Princess" | "Duchess" | "Star")
            && parsed.tokens[t].sentence == parsed.tokens[name.head].sentence
    };
    let first = name.title.as_ref().map_or(name.tokens.start, |t| t.start);
    let start = if regal(first) { first } else { first.saturating_sub(1) };
    regal(start)
        && name.tokens.end - start == 2
        && start.checked_sub(1).is_some_and(|t| parsed.tokens[t].lower == "the")
        && parsed.tokens.get(name.tokens.end).is_none_or(|t| !t.tag.starts_with("NN"))
}

fn of_name(parsed: &ParsedArticle, name: &Name) -> Option<Proof> {
    of_what_is_had(parsed, name)
        .or_else(|| of_apposition(parsed, name))
        .or_else(|| is_introduced(parsed, name).then_some(Proof::Is(Label::Organisation)))
        .or_else(|| {
            (is_based(parsed, name) || is_maker(parsed, name)).then_some(Proof::Is(Label::Organisation))
        })
        .or_else(|| {
            (is_which(parsed, name)
                || is_it(parsed, name)
                || has_trade(parsed, name)
                || has_article(parsed, name))
            .then_some(Proof::NoPerson)
        })
}

/// "The Ostara Dawn ran aground": two names behind an article are nobody's, unless the first is a title.
fn has_article(parsed: &ParsedArticle, name: &Name) -> bool {
    const TITLES: [&str; 16] = [
        "aga",
        "ayatollah",
        "dalai",
        "duke",
        "emperor",
        "empress",
        "honourable",
        "imam",
        "king",
        "mahatma",
        "pope",
        "prince",
        "prophet",
        "rev",
        "reverend",
        "sultan",
    ];
    let start = name.tokens.start;
    let first = &parsed.tokens[start];
    let is_the = |t: usize| parsed.tokens[t].lower == "the" && parsed.tokens[t].sentence == first.sentence;
    name.tokens.len() == 2
        && name.title.is_none()
        && start.checked_sub(1).is_some_and(is_the)
        && !TITLES.contains(&&*first.lower)
        && !lexicon::is_regal(&first.lower)
        && parsed.tokens[name.head].tag == "NNP"
        && parsed.tokens.get(name.tokens.end).is_none_or(|t| !t.tag.starts_with("NN") && t.tag != "POS")
}

/// "Maren Foods", "Glen Industries": trades in the plural that are nobody's surname.
fn has_trade(parsed: &ParsedArticle, name: &Name) -> bool {
    let last = &*parsed.tokens[name.tokens.end - 1].lower;
    name.tokens.len() > 1
        && matches!(
            last,
            "foods"
                | "industries"
                | "airlines"
                | "airways"
                | "ferries"
                | "creameries"
                | "breweries"
                | "chemicals"
                | "resins"
                | "textiles"
                | "pharmaceuticals"
                | "technologies"
                | "systems"
                | "holdings"
                | "motors"
        )
}

/// "Orvessa's foreign minister", "the Velmar defence ministry", "the armed forces of Tirmeza", "Castle Resins's chief executive".
fn of_what_is_had(parsed: &ParsedArticle, name: &Name) -> Option<Proof> {
    let token = &parsed.tokens[name.head];
    let had = match token.dep {
        "poss" | "compound" | "nmod" => token.head,
        "pobj" if parsed.tokens[token.head].lower == "of" => parsed.tokens[token.head].head,
        _ => return None,
    };
    if name.tokens.contains(&had) || parsed.tokens[had].sentence != token.sentence {
        return None;
    }
    let thing = &*parsed.tokens[had].lemma;
    let before = had.checked_sub(1).map_or("", |t| &*parsed.tokens[t].lower);
    let is_state = match thing {
        "minister" => matches!(before, "foreign" | "defence" | "defense" | "interior" | "finance" | "prime"),
        "ministry" => matches!(before, "foreign" | "defence" | "defense" | "interior" | "finance" | "health"),
        "force" => before == "armed",
        "parliament" | "embassy" | "consulate" | "airspace" => true,
        _ => false,
    };
    let is_firm = match thing {
        "executive" => before == "chief",
        "shareholder" | "subsidiary" | "depositor" | "creditor" | "share" => token.dep != "pobj",
        _ => false,
    };
    let is_of = token.dep == "pobj";
    if is_of && is_settled(thing) || is_state && name.tokens.len() == 1 {
        Some(Proof::Is(Label::Place))
    } else {
        is_firm.then_some(Proof::Is(Label::Organisation))
    }
}

/// "the border town of Tirmeza", "the mayor of Lune", "residents of Ostby".
fn is_settled(thing: &str) -> bool {
    matches!(
        thing,
        "town"
            | "city"
            | "village"
            | "hamlet"
            | "suburb"
            | "island"
            | "islet"
            | "republic"
            | "province"
            | "port"
            | "mayor"
            | "resident"
            | "inhabitant"
            | "villager"
            | "outskirt"
    )
}

/// "Tirmeza, a town of 38,000 people", "Norvik, a paper conglomerate".
fn of_apposition(parsed: &ParsedArticle, name: &Name) -> Option<Proof> {
    let comma = parsed.tokens.get(name.tokens.end).is_some_and(|t| t.lower == ",");
    let article =
        parsed.tokens.get(name.tokens.end + 1).is_some_and(|t| matches!(&*t.lower, "a" | "an" | "the"));
    let appositive =
        parsed.children(name.head).iter().map(|&c| &parsed.tokens[c]).find(|t| t.dep == "appos")?;
    if !comma || !article || appositive.tag != "NN" || has_first_name(parsed, name) {
        return None;
    }
    match &*appositive.lower {
        "town" | "city" | "village" | "hamlet" | "suburb" | "island" | "islet" | "republic" | "province" => {
            Some(Proof::Is(Label::Place))
        }
        noun if has(noun, lexicon::ORGANISATION) => Some(Proof::Is(Label::Organisation)),
        _ => None,
    }
}

/// "the chocolate group Ambrela", but not "the company Ruiz founded".
fn is_introduced(parsed: &ParsedArticle, name: &Name) -> bool {
    let Some(before) = name.tokens.start.checked_sub(1) else { return false };
    let token = &parsed.tokens[before];
    let head = &parsed.tokens[name.head];
    // "the company Ruiz founded" may be parsed as one phrase; with one more word before the noun it seldom is.
    let is_modified = before.checked_sub(1).is_some_and(|t| {
        matches!(parsed.tokens[t].dep, "amod" | "compound" | "nmod")
            && (parsed.tokens[t].head == before || parsed.tokens[t].head == token.head)
    });
    token.tag == "NN"
        && is_modified
        && token.sentence == head.sentence
        && has(&token.lower, lexicon::ORGANISATION)
        && (name.tokens.contains(&token.head) || head.head == before && head.dep == "appos")
        && name.tokens.clone().all(|t| !lexicon::is_common(&parsed.tokens[t].lower))
        && !has_first_name(parsed, name)
}

/// "The tyre maker Quennor", "the carmaker Quennor"; but "the film maker Ruiz".
fn is_maker(parsed: &ParsedArticle, name: &Name) -> bool {
    const OF_THEMSELVES: [&str; 13] = [
        "carmaker",
        "automaker",
        "chipmaker",
        "drugmaker",
        "planemaker",
        "steelmaker",
        "shipbuilder",
        "manufacturer",
        "retailer",
        "airline",
        "lender",
        "insurer",
        "brewer",
    ];
    const WITH_WARES: [&str; 7] =
        ["maker", "producer", "operator", "supplier", "provider", "distributor", "wholesaler"];
    const OF_PERSONS: [&str; 12] = [
        "film",
        "documentary",
        "television",
        "tv",
        "radio",
        "theatre",
        "music",
        "record",
        "policy",
        "wine",
        "crane",
        "camera",
    ];
    let Some(before) = name.tokens.start.checked_sub(1).filter(|_| name.tokens.len() == 1) else {
        return false;
    };
    let token = &parsed.tokens[before];
    let wares = || before.checked_sub(1).map(|t| &parsed.tokens[t]).filter(|t| t.tag.starts_with("NN"));
    token.sentence == parsed.tokens[name.head].sentence
        && parsed.word(before).starts_with(char::is_lowercase)
        && (OF_THEMSELVES.contains(&&*token.lower)
            || WITH_WARES.contains(&&*token.lower)
                && wares().is_some_and(|w| !OF_PERSONS.contains(&&*w.lower)))
}

/// "Quennor said it would appeal": persons are "he" and "she". What is told is an act, so that "it" is no weather.
fn is_it(parsed: &ParsedArticle, name: &Name) -> bool {
    let token = &parsed.tokens[name.head];
    let verb = token.head;
    let feels = |c: usize| {
        parsed.tokens[c].lemma == "be"
            && parsed.child(c, &["acomp"]).is_some_and(|a| {
                matches!(
                    &*parsed.tokens[a].lower,
                    "disappointed"
                        | "pleased"
                        | "confident"
                        | "committed"
                        | "aware"
                        | "ready"
                        | "willing"
                        | "surprised"
                )
            })
    };
    let acts = |&c: &usize| {
        parsed.tokens[c].dep == "ccomp"
            && (is_act(&parsed.tokens[c].lemma) || feels(c))
            && parsed
                .child(c, &["nsubj", "nsubjpass"])
                .is_some_and(|s| parsed.tokens[s].lower == "it" && s > name.head)
    };
    name.tokens.len() == 1
        && token.dep == "nsubj"
        && matches!(&*parsed.tokens[verb].lemma, "say" | "announce" | "declare" | "deny" | "insist" | "add")
        && parsed.children(verb).iter().any(acts)
}

/// "Harlan Ferries, based in Dover,".
fn is_based(parsed: &ParsedArticle, name: &Name) -> bool {
    let at = |n: usize| parsed.tokens.get(name.tokens.end + n).map_or("", |t| &*t.lower);
    at(0) == ","
        && matches!(at(1), "based" | "headquartered")
        && at(2) == "in"
        && !has_first_name(parsed, name)
}

fn has_first_name(parsed: &ParsedArticle, name: &Name) -> bool {
    let first = names::fold(parsed.word(name.tokens.start));
    name.tokens.len() > 1
        && super::gazetteer::gender_of_first_name(parsed.word(name.tokens.start)).is_some()
        && !has(&first, lexicon::ORGANISATION)
}

/// "Quennor, which employs 120 people": persons are "who".
fn is_which(parsed: &ParsedArticle, name: &Name) -> bool {
    let at = |n: usize| parsed.tokens.get(name.tokens.end + n);
    let is = |n: usize, word: &str| at(n).is_some_and(|t| t.lower == word);
    let verb = at(2).is_some_and(|t| t.tag.starts_with("VB") || t.tag == "MD");
    let of_name = || {
        let relative = parsed.children(name.head).iter().find(|&&c| parsed.tokens[c].dep == "relcl");
        relative.is_some_and(|&c| parsed.edges(c).contains(&(name.tokens.end + 1)))
    };
    is(0, ",") && is(1, "which") && verb && of_name() && !has_first_name(parsed, name)
}

#[cfg(test)]
mod tests {
    use crate::mention::EntityKind::{self, Organisation, Person, Place};
    use crate::testing::with_article;

    #[track_caller]
    fn check(text: &str, name: &str, expected: EntityKind) {
        with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            let entity = reading.entities.iter().find(|e| e.name == name);
            let entity = entity.unwrap_or_else(|| panic!("{name} in {:?}", reading.entities));
            assert_eq!(entity.kind, expected, "{name} in {text}");
        });
    }

    #[test]
    fn who_has_a_foreign_minister_is_a_country_unless_the_article_names_her() {
        let text =
            "Orvessa denied that its artillery had fired. Orvessa's foreign minister, Lena Morat, spoke.";
        check(text, "Orvessa", Place);
        let text =
            "President Marie Blanchet returned on Monday. Blanchet's finance minister, Jean Morel, resigned.";
        check(text, "Marie Blanchet", Person);
    }

    #[test]
    fn a_town_by_what_it_is_called() {
        let text = "Tirmeza, a town of 8,000 people, counts its dead. Tirmeza has no hospital.";
        check(text, "Tirmeza", Place);
        check("The ferry never reached the islet of Sant Orve. Sant Orve has no doctor.", "Sant Orve", Place);
    }

    #[test]
    fn a_lady_with_an_article_is_a_ship() {
        let text = "The Lady Maud was an hour out of Dover when the fire broke out. The Lady Maud was built in 1990.";
        with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            let ship = reading.entities.iter().find(|e| e.name.contains("Maud"));
            assert_eq!(ship.map(|e| e.kind), Some(EntityKind::Product));
        });
    }

    #[test]
    fn what_employs_and_is_a_group_is_a_body() {
        let text = "Quennor, which employs 120 people in Lyon, said that it would close the plant. Quennor denied it.";
        check(text, "Quennor", Organisation);
        let text = "The Swiss chocolate group Ambrela agreed to buy a mill. Ambrela declined to comment.";
        check(text, "Ambrela", Organisation);
        check("Maren Foods said on Wednesday that it would close its plant.", "Maren Foods", Organisation);
        check("Tomas Woods said on Wednesday that he would retire.", "Tomas Woods", Person);
        let text = "Norvik, a Finnish paper conglomerate, told reporters that 40 jobs would go. Norvik gave no reason.";
        check(text, "Norvik", Organisation);
        let text = "The glass maker Castellan shut its gates on Monday. Castellan offered 4 percent.";
        check(text, "Castellan", Organisation);
        let text = "The film maker Castellan left Rome on Monday. Castellan offered to come back.";
        check(text, "Castellan", Person);
        check("Castellan said it would appeal. Workers cheered Castellan.", "Castellan", Organisation);
        check("Castellan said it was disappointed. Workers cheered Castellan.", "Castellan", Organisation);
        check("Castellan said he would appeal. Workers cheered Castellan.", "Castellan", Person);
        let text = "The company Ruiz founded failed in May. Ruiz said that he was sorry.";
        check(text, "Ruiz", Person);
    }
}
