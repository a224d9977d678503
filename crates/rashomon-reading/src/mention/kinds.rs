//! What an entity is: points from the words of its name, the words around it and the model, over the whole article.

use super::EntityKind;
use super::capitals::stands_for_government;
use super::countries::{country_by_capital, country_by_name, seat};
use super::gazetteer::{gender_of_first_name, towns};
use super::lexicon::{self, has};
use super::names::{self, Name};
use super::phrases::{Class, Phrase};
use crate::{ParsedArticle, Token};

/// Points for each [`EntityKind`], in the order of its variants.
pub(super) type Score = [i32; 10];

pub(super) fn add(score: &mut Score, kind: EntityKind, points: i32) {
    score[kind as usize] += points;
}

pub(super) fn kind_of(score: &Score) -> (EntityKind, i32) {
    const KINDS: [EntityKind; 10] = [
        EntityKind::Person,
        EntityKind::Organisation,
        EntityKind::Government,
        EntityKind::ArmedGroup,
        EntityKind::Place,
        EntityKind::Facility,
        EntityKind::Event,
        EntityKind::Product,
        EntityKind::Law,
        EntityKind::Other,
    ];
    // The first of equal ones: persons and organisations are the commonest.
    let best = KINDS.iter().copied().fold(EntityKind::Person, |best, kind| {
        if score[kind as usize] > score[best as usize] { kind } else { best }
    });
    /// One lone voice of the model makes nobody a person.
    const PERSON_MIN: i32 = 2;
    match score[best as usize] {
        points if points >= PERSON_MIN || points > 0 && best != EntityKind::Person => (best, points),
        _ => (EntityKind::Other, 0),
    }
}

/// Adds what one occurrence of a name tells.
pub(super) fn evidence(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    of_words(parsed, name, score);
    of_label(name, is_single(name), score);
    of_first_name(parsed, name, score);
    of_context(parsed, name, score);
}

/// What the words of the name itself say.
fn of_words(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    of_head_noun(parsed, name, score);
    of_last_word(parsed, name, score);
    of_craft(parsed, name, score);
    of_gazetteer(parsed, name, score);
    let words = names::words(parsed, name.tokens.clone());
    let acronym = is_single(name)
        && (2..=8).contains(&words.chars().count())
        && words.chars().all(|c| c.is_uppercase() || c == '.' || c == '&');
    if acronym {
        add(score, EntityKind::Organisation, 3);
    }
    let title =
        name.title.clone().map(|t| t.fold(0, |all, t| all | lexicon::of(&names::fold(parsed.word(t)))));
    match title {
        Some(classes) if classes & lexicon::HONORIFIC != 0 => add(score, EntityKind::Person, 8),
        Some(_) => add(score, EntityKind::Person, 6),
        None => {}
    }
}

fn class_at(parsed: &ParsedArticle, t: usize) -> u32 {
    let lower = &parsed.tokens[t].lower;
    lexicon::of(lower) | lexicon::of(&singular(lower))
}

/// The noun that heads a longer name: the last, or the one before "of" ("Bank of Ruritania").
fn of_head_noun(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    let before_of = name.tokens.clone().skip(1).find(|&t| matches!(&*parsed.tokens[t].lower, "of" | "for"));
    let head = class_at(parsed, before_of.unwrap_or(name.tokens.end) - 1);
    let any = name.tokens.clone().fold(0, |all, t| all | class_at(parsed, t));
    if is_single(name) {
        if head & lexicon::OUTLET != 0 {
            add(score, EntityKind::Organisation, 4);
        }
        return;
    }
    let body = head & lexicon::ORGANISATION != 0;
    if body || before_of.is_some() && any & lexicon::ORGANISATION != 0 {
        add(score, EntityKind::Organisation, 5);
    }
    if head & lexicon::OUTLET != 0 || any & lexicon::INSTITUTION_WORD != 0 {
        add(score, EntityKind::Organisation, 4);
    }
    let last = &*parsed.tokens[name.tokens.end - 1].lower;
    let plural = last.ends_with('s') && before_of.is_none();
    if head & lexicon::FACILITY != 0 && !body {
        // "Harbour Terminals", "Northern Mills": several of them are a company.
        add(score, if plural { EntityKind::Organisation } else { EntityKind::Facility }, 4);
    }
    let first = &*parsed.tokens[name.tokens.start].lower;
    let landform = matches!(first, "lake" | "mount" | "river" | "cape" | "gulf" | "isle" | "bay");
    if last != "state" && head & lexicon::PLACE != 0 && !body || landform {
        add(score, EntityKind::Place, 4);
    }
    for (class, kind, points) in [
        (lexicon::ARMED, EntityKind::ArmedGroup, 6),
        (lexicon::LAW, EntityKind::Law, 5),
        (lexicon::EVENT, EntityKind::Event, 5),
    ] {
        if head & class != 0 {
            add(score, kind, points);
        }
    }
}

/// Company forms, teams, numbered gates; words that are no surname.
fn of_last_word(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    if is_single(name) {
        return;
    }
    let last = name.tokens.end - 1;
    let class = class_at(parsed, last);
    let common = lexicon::is_common(&parsed.tokens[last].lower);
    if class & lexicon::COMPANY_FORM != 0 {
        add(score, EntityKind::Organisation, 6);
    }
    let first_known = gender_of_first_name(parsed.word(name.tokens.start)).is_some();
    if name.title.is_none() && !first_known && common {
        // "Harrow Marine", "Second Wind".
        let all = name.tokens.clone().all(|t| lexicon::is_common(&parsed.tokens[t].lower));
        add(score, EntityKind::Person, if all { -3 } else { -2 });
        add(score, EntityKind::Organisation, 1);
    }
    if common && parsed.tokens[last].lower.ends_with('s') && class & (lexicon::PLACE | lexicon::FACILITY) == 0
    {
        // "Dundee Rangers", "Northern Foods".
        add(score, EntityKind::Organisation, 2);
    }
    let number = parsed.word(last).starts_with(|c: char| c.is_ascii_digit());
    if number && class_at(parsed, last - 1) & lexicon::FACILITY != 0 {
        add(score, EntityKind::Facility, 4);
    }
}

/// Countries, capitals, seats of power.
fn of_gazetteer(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    let words = names::words(parsed, name.tokens.clone());
    if country_by_name(words).is_some() && name.title.is_none() {
        add(score, EntityKind::Government, 9);
    } else if country_by_capital(words).is_some() {
        let acts = stands_for_government(parsed, name);
        add(score, if acts { EntityKind::Government } else { EntityKind::Place }, 4);
    }
    if let Some(seat) = seat(words) {
        match seat.country {
            Some(_) => add(score, EntityKind::Government, 9),
            None if stands_for_government(parsed, name) => add(score, EntityKind::Organisation, 9),
            None => add(score, EntityKind::Place, 4),
        }
    }
}

pub(super) fn singular(lower: &str) -> String {
    match lower.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ => lower.strip_suffix('s').unwrap_or(lower).to_owned(),
    }
}

/// The model's opinion, one occurrence one vote.
fn of_label(name: &Name, single: bool, score: &mut Score) {
    match name.label {
        // Lone foreign words are persons for the small model more often than not.
        Some("PERSON") => add(score, EntityKind::Person, if single { 1 } else { 2 }),
        Some("ORG") => add(score, EntityKind::Organisation, 2),
        Some("GPE" | "LOC") => add(score, EntityKind::Place, 2),
        Some("NORP" | "LANGUAGE") => add(score, EntityKind::Place, 1),
        Some("FAC") => {
            add(score, EntityKind::Facility, 1);
            add(score, EntityKind::Place, 1);
        }
        Some("EVENT") => add(score, EntityKind::Event, 2),
        Some("PRODUCT" | "WORK_OF_ART") => add(score, EntityKind::Product, 2),
        Some("LAW") => add(score, EntityKind::Law, 2),
        _ => {}
    }
}

fn is_single(name: &Name) -> bool {
    name.tokens.len() == 1
}

/// A known first name before a word that is no common noun.
fn of_first_name(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    let last = &parsed.tokens[name.tokens.end - 1].lower;
    let class = lexicon::ORGANISATION
        | lexicon::FACILITY
        | lexicon::PLACE
        | lexicon::EVENT
        | lexicon::LAW
        | lexicon::COMPANY_FORM
        | lexicon::OUTLET;
    let first = parsed.word(name.tokens.start);
    if gender_of_first_name(first).is_some() && !has(last, class) {
        add(score, EntityKind::Person, if is_single(name) { 1 } else { 3 });
    }
    let words = names::words(parsed, name.tokens.clone());
    if !towns(words).is_empty() && name.title.is_none() {
        add(
            score,
            EntityKind::Place,
            if lexicon::is_common(&parsed.tokens[name.head].lower) { 1 } else { 3 },
        );
    }
}

/// "MV Agnes", "the ferry Agnes", "the Lady Agnes": ships and other craft.
fn of_craft(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    let first = &parsed.tokens[name.tokens.start].lower;
    let before = name.tokens.start.checked_sub(1).map(|t| &parsed.tokens[t]);
    if name.tokens.len() > 1 && has(first, lexicon::SHIP_PREFIX) {
        add(score, EntityKind::Product, 8);
    }
    if before.is_some_and(|t| has(&t.lemma, lexicon::CRAFT)) {
        add(score, EntityKind::Product, 6);
    }
    if lexicon::is_regal(first)
        && name.title.is_none()
        && name.tokens.len() > 1
        && before.is_some_and(|t| t.lower == "the")
    {
        add(score, EntityKind::Product, 4);
        add(score, EntityKind::Person, -4);
    }
}

/// What the words around it say.
fn of_context(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    let sentence = parsed.tokens[name.head].sentence;
    let at = |t: usize| parsed.tokens.get(t).filter(|t| t.sentence == sentence);
    let around = Around {
        before: name.tokens.start.checked_sub(1).and_then(at),
        next: at(name.tokens.end),
        after: at(name.tokens.end + 1),
    };
    of_noun_after(&around, score);
    of_article_before(parsed, name, &around, score);
    of_clause(parsed, name, &around, score);
    of_country_beside(parsed, name, &around, score);
    of_preposition(parsed, around.before, score);
    of_trade(&around, score);
}

/// "Verlinck shares", "Verlinck, founded in 1957": what only companies have.
fn of_trade(around: &Around, score: &mut Score) {
    let is_held =
        |word: &str| matches!(word, "shares" | "share" | "stake" | "stock" | "shareholder" | "shareholders");
    let is_sold = around.next.is_some_and(|t| is_held(&t.lower));
    let is_founded = around.next.is_some_and(|t| t.lower == ",")
        && around.after.is_some_and(|t| matches!(&*t.lower, "founded" | "headquartered" | "listed"));
    if is_sold || is_founded {
        add(score, EntityKind::Organisation, 5);
    }
}

/// The tokens right around a name, within its sentence.
struct Around<'t> {
    before: Option<&'t Token>,
    next: Option<&'t Token>,
    after: Option<&'t Token>,
}

/// "the Agnes newspaper", "Agnes district".
fn of_noun_after(around: &Around, score: &mut Score) {
    /// Nouns that persons and places have as much as bodies.
    const PERSONAL: [&str; 13] = [
        "regime",
        "administration",
        "government",
        "campaign",
        "team",
        "office",
        "family",
        "side",
        "ministry",
        "police",
        "army",
        "forces",
        "troops",
    ];
    let Some(next) = around.next.filter(|t| t.tag.starts_with("NN")) else { return };
    let classes = lexicon::of(&next.lower) | lexicon::of(&singular(&next.lower));
    let personal = PERSONAL.contains(&&*next.lower);
    if classes & lexicon::OUTLET != 0 {
        add(score, EntityKind::Organisation, 4);
    } else if classes & lexicon::ARMED != 0 && !personal || matches!(&*next.lower, "faction" | "militia") {
        add(score, EntityKind::ArmedGroup, 3);
    } else if classes & lexicon::ORGANISATION != 0 && !personal {
        add(score, EntityKind::Organisation, 2);
    } else if classes & lexicon::PLACE != 0 {
        add(score, EntityKind::Place, 4);
    } else if classes & lexicon::FACILITY != 0 {
        add(score, EntityKind::Place, 1);
    }
}

/// "the Greens", "the Danube floods": persons take no article.
fn of_article_before(parsed: &ParsedArticle, name: &Name, around: &Around, score: &mut Score) {
    let article = around.before.is_some_and(|t| t.lower == "the");
    if !article || !is_single(name) || name.title.is_some() {
        return;
    }
    let token = &parsed.tokens[name.head];
    let plural = token.tag == "NNPS" || token.lower.ends_with('s') && lexicon::is_common(&token.lower);
    if plural && around.next.is_none_or(|t| !t.tag.starts_with("NN")) {
        add(score, EntityKind::Organisation, 3);
    }
    add(score, EntityKind::Person, -3);
}

/// An age, a relative clause with "who", a verb of which it is the subject.
fn of_clause(parsed: &ParsedArticle, name: &Name, around: &Around, score: &mut Score) {
    /// What only people do.
    const LIVES: [&str; 13] = [
        "resign",
        "retire",
        "die",
        "marry",
        "laugh",
        "smile",
        "shout",
        "whisper",
        "joke",
        "apologise",
        "apologize",
        "shrug",
        "nod",
    ];
    let comma = around.next.is_some_and(|t| t.lower == ",");
    if comma && around.after.is_some_and(|t| t.tag == "CD" && t.lower.len() <= 2) {
        // "Ana Ruiz, 51,".
        add(score, EntityKind::Person, 4);
    }
    if parsed.children(name.head).iter().any(|&c| parsed.tokens[c].dep == "relcl" && has_who(parsed, c)) {
        add(score, EntityKind::Person, 4);
    }
    let token = &parsed.tokens[name.head];
    let verb = &*parsed.tokens[token.head].lemma;
    if token.dep != "nsubj" {
        return;
    }
    if name.label == Some("PERSON")
        && is_single(name)
        && !matches!(verb, "be" | "have" | "lie" | "stand" | "remain")
    {
        add(score, EntityKind::Person, 1);
    }
    if LIVES.contains(&verb) {
        add(score, EntityKind::Person, 3);
    }
    if has(verb, lexicon::HUMAN_VERB) {
        let unlike_a_body =
            !is_single(name) && name.tokens.clone().all(|t| !lexicon::is_common(&parsed.tokens[t].lower));
        add(score, EntityKind::Person, if unlike_a_body { 3 } else { 1 });
        add(score, EntityKind::Organisation, 1);
    } else if has(verb, lexicon::ACTING_VERB) {
        add(score, EntityKind::Organisation, 1);
    }
}

/// "in Agnes, Peru", "Agnes in southern Peru".
fn of_country_beside(parsed: &ParsedArticle, name: &Name, around: &Around, score: &mut Score) {
    let in_country = parsed.children(name.head).iter().any(|&c| {
        let inner = parsed.child(c, &["pobj"]).map(|o| parsed.word(o));
        parsed.tokens[c].lower == "in" && inner.is_some_and(|w| country_by_name(w).is_some())
    });
    let comma = around.next.is_some_and(|t| t.lower == ",") && around.after.is_some();
    let then_country = comma && country_by_name(parsed.word(name.tokens.end + 1)).is_some();
    let placed = |t: &Token| matches!(&*t.lower, "in" | "at" | "from" | "near" | "of" | "to");
    if in_country || then_country && around.before.is_some_and(placed) {
        add(score, EntityKind::Place, 3);
    }
}

fn has_who(parsed: &ParsedArticle, verb: usize) -> bool {
    parsed.children(verb).iter().any(|&c| parsed.tokens[c].lower == "who")
}

fn of_preposition(parsed: &ParsedArticle, before: Option<&Token>, score: &mut Score) {
    let Some(before) = before else { return };
    match &*before.lower {
        "in" if is_holding(&parsed.tokens[before.head].lemma) => add(score, EntityKind::Organisation, 2),
        "in" | "near" | "outside" | "across" | "throughout" | "around" => add(score, EntityKind::Place, 3),
        "at" | "from" | "into" | "toward" | "towards" => add(score, EntityKind::Place, 1),
        "of" => {
            let above = parsed.tokens[before.head].lemma.to_lowercase();
            if matches!(&*above, "town" | "city" | "village" | "hamlet" | "suburb") {
                add(score, EntityKind::Place, 10);
            } else if has(&above, lexicon::PLACE) && above != "state"
                || matches!(&*above, "north" | "south" | "east" | "west" | "outskirt" | "people" | "resident")
            {
                add(score, EntityKind::Place, 4);
            }
        }
        "eastern" | "western" | "northern" | "southern" | "central" | "north" | "south" | "east" | "west"
        | "downtown" => add(score, EntityKind::Place, 4),
        _ => {}
    }
}

/// "shares in Ruiz", "confidence in the board": no places.
fn is_holding(lemma: &str) -> bool {
    matches!(
        lemma,
        "share"
            | "stake"
            | "stock"
            | "investment"
            | "investor"
            | "invest"
            | "confidence"
            | "trust"
            | "holding"
            | "shareholder"
            | "interest"
            | "bond"
    )
}

/// Nouns of what persons and bodies alike are; but the leader of something is a person ("the union's deputy leader", "the
/// opposition leader").
fn is_agent(parsed: &ParsedArticle, phrase: &Phrase) -> bool {
    let is_followed = |t: usize| {
        let before = &*parsed.tokens[t].lower;
        matches!(
            before,
            "opposition" | "party" | "union" | "protest" | "rebel" | "church" | "strike" | "youth"
        )
    };
    let leads =
        phrase.owner.is_some() || phrase.core(parsed).len() > 1 && is_followed(phrase.head.saturating_sub(1));
    has(&phrase.noun, lexicon::AGENT_NOUN) && !(phrase.noun == "leader" && leads)
}

/// Whether a description fits one kind of entity only.
pub(super) fn tells_kind(parsed: &ParsedArticle, phrase: &Phrase) -> bool {
    match phrase.class {
        Class::Person => !is_agent(parsed, phrase),
        Class::Organisation | Class::ArmedGroup => true,
        Class::Government => false,
    }
}

/// Adds what a description beside a name tells.
pub(super) fn described(parsed: &ParsedArticle, phrase: &Phrase, score: &mut Score) {
    match phrase.class {
        // "salmon producer Ruiz ASA": such nouns go with persons and bodies alike.
        Class::Person if is_agent(parsed, phrase) => {
            add(score, EntityKind::Person, 2);
            add(score, EntityKind::Organisation, 2);
        }
        Class::Person => add(score, EntityKind::Person, 6),
        Class::Organisation => add(score, EntityKind::Organisation, 5),
        Class::ArmedGroup => add(score, EntityKind::ArmedGroup, 6),
        Class::Government => {}
    }
}
