//! Names to entities: occurrences of one name are one entity, short forms join the full name, and the whole
//! article decides together what an entity is.

use super::EntityKind;
use super::apposition::Link;
use super::countries::{self, Country, country_by_capital, country_by_code, country_by_name, seat};
use super::gazetteer::{gender_of_first_name, international_body, towns};
use super::lexicon::{self, Gender, gender_of_word, has};
use super::names::{self, Name};
use super::phrases::{Class, Phrase};
use crate::{ParsedArticle, mention::MentionKind};
use rashomon_text::BlockKind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// An entity while it is being put together.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Folded words of its fullest name or description.
    pub(super) words: Vec<String>,
    /// The fullest name or description, as tokens.
    pub(super) tokens: Range<usize>,
    /// A name that is not in the text in this form (a country's).
    pub(super) fixed_name: Option<&'static str>,
    pub(super) kind: EntityKind,
    pub(super) country: Option<&'static Country>,
    pub(super) role: Option<String>,
    /// Lower-cased head nouns of its descriptions ("agency", "director").
    pub(super) nouns: Vec<String>,
    pub(super) affiliation: Option<usize>,
    pub(super) gender: Option<Gender>,
    pub(super) is_plural: bool,
    pub(super) is_named: bool,
    pub(super) mentions: Vec<DraftMention>,
}

/// A mention while entities are being put together.
#[derive(Clone, Debug)]
pub(super) struct DraftMention {
    pub(super) tokens: Range<usize>,
    pub(super) head: usize,
    pub(super) kind: MentionKind,
    /// Whether its words are worth an alias.
    pub(super) is_alias: bool,
}

impl Draft {
    pub(super) fn described(parsed: &ParsedArticle, tokens: Range<usize>, kind: EntityKind) -> Self {
        Self {
            words: tokens.clone().map(|t| names::fold(parsed.word(t))).collect(),
            tokens,
            fixed_name: None,
            kind,
            country: None,
            role: None,
            nouns: Vec::new(),
            affiliation: None,
            gender: None,
            is_plural: false,
            is_named: false,
            mentions: Vec::new(),
        }
    }

    pub(super) fn mention(&mut self, tokens: Range<usize>, head: usize, kind: MentionKind, is_alias: bool) {
        self.mentions.push(DraftMention { tokens, head, kind, is_alias });
    }
}

/// The entities that have names, and for every name the entity it belongs to.
pub(super) fn from_names(
    parsed: &ParsedArticle,
    names: &[Name],
    phrases: &[Phrase],
    links: &[Link],
) -> (Vec<Draft>, Vec<usize>) {
    let mut groups = group(parsed, names);
    for group in &mut groups {
        for &n in &group.names {
            evidence(parsed, &names[n], &mut group.score);
        }
    }
    let group_of = group_of_names(&groups, names.len());
    for link in links {
        let group = &mut groups[group_of[link.name]];
        if group.country.is_none() {
            described(&phrases[link.phrase], &mut group.score);
        }
    }
    for group in &mut groups {
        credited(parsed, group);
    }
    let owner = join_short_forms(parsed, names, &mut groups);
    let mut draft_of = vec![usize::MAX; groups.len()];
    let mut drafts = Vec::new();
    for (g, group) in groups.iter().enumerate() {
        if owner[g] == g {
            draft_of[g] = drafts.len();
            drafts.push(draft(parsed, names, group));
        }
    }
    let entity_of: Vec<usize> = group_of.iter().map(|&g| draft_of[owner[g]]).collect();
    for (n, name) in names.iter().enumerate() {
        let draft = &mut drafts[entity_of[n]];
        draft.mention(name.tokens.clone(), name.head, MentionKind::Name, true);
        draft.gender = draft.gender.or_else(|| gender_of_title(parsed, name));
        let first = || gender_of_first_name(parsed.word(name.tokens.start));
        if draft.kind == EntityKind::Person && name.tokens.len() > 1 {
            draft.gender = draft.gender.or_else(first);
        }
    }
    (drafts, entity_of)
}

/// Agencies and the publisher that the layout names are organisations.
fn credited(parsed: &ParsedArticle, group: &mut Group) {
    let article = parsed.article;
    let labels = article.agency_credits.iter().chain(&article.publisher);
    if labels.into_iter().any(|label| fold_words(&label.value).ends_with(&group.words))
        && group.country.is_none()
    {
        add(&mut group.score, EntityKind::Organisation, 6);
    }
}

fn gender_of_title(parsed: &ParsedArticle, name: &Name) -> Option<Gender> {
    name.title.clone()?.find_map(|t| gender_of_word(parsed.word(t)))
}

/// All occurrences of one name, with what speaks for each kind.
struct Group {
    words: Vec<String>,
    names: Vec<usize>,
    country: Option<&'static Country>,
    fixed_name: Option<&'static str>,
    score: Score,
}

/// Points for each [`EntityKind`], in the order of its variants.
type Score = [i32; 10];

fn add(score: &mut Score, kind: EntityKind, points: i32) {
    score[kind as usize] += points;
}

fn kind_of(score: &Score) -> (EntityKind, i32) {
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

fn group(parsed: &ParsedArticle, names: &[Name]) -> Vec<Group> {
    let actors = acting_capitals(parsed, names);
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    for (n, name) in names.iter().enumerate() {
        let identity = identity(parsed, name, &actors);
        let at = *by_key.entry(identity.key.clone()).or_insert_with(|| {
            groups.push(Group {
                words: identity.words.clone(),
                names: Vec::new(),
                country: identity.country,
                fixed_name: identity.fixed_name,
                score: Score::default(),
            });
            groups.len() - 1
        });
        groups[at].names.push(n);
    }
    groups
}

fn group_of_names(groups: &[Group], n_names: usize) -> Vec<usize> {
    let mut group_of = vec![0; n_names];
    for (g, group) in groups.iter().enumerate() {
        group.names.iter().for_each(|&n| group_of[n] = g);
    }
    group_of
}

struct Identity {
    key: String,
    words: Vec<String>,
    country: Option<&'static Country>,
    fixed_name: Option<&'static str>,
}

/// Countries whose capital surely stands for the government somewhere in the article.
fn acting_capitals(parsed: &ParsedArticle, names: &[Name]) -> Vec<&'static str> {
    let code = |n: &Name| country_by_capital(names::words(parsed, n.tokens.clone())).map(|c| c.code);
    names.iter().filter_map(|n| code(n).filter(|_| stands_for_government(parsed, n))).collect()
}

/// Where the capital is an actor elsewhere in the article, any subject or partner will do ("Moscow had the impression").
fn may_stand_for_government(parsed: &ParsedArticle, name: &Name) -> bool {
    let token = &parsed.tokens[name.head];
    let head = &parsed.tokens[token.head];
    match token.dep {
        "nsubj" => {
            head.tag.starts_with("VB")
                && !matches!(&*head.lemma, "be" | "lie" | "stand" | "suffer" | "wake" | "host")
        }
        "dobj" | "dative" => !matches!(
            &*head.lemma,
            "leave" | "visit" | "reach" | "enter" | "hit" | "tour" | "shake" | "strike"
        ),
        _ => false,
    }
}

fn identity(parsed: &ParsedArticle, name: &Name, actors: &[&'static str]) -> Identity {
    let words = names::words(parsed, name.tokens.clone()).replace('\n', " ");
    let plain = ["Republic of ", "Kingdom of ", "State of "]
        .iter()
        .find_map(|p| words.strip_prefix(p))
        .unwrap_or(&words);
    let country = country_by_name(&words)
        .or_else(|| country_by_name(plain))
        .filter(|_| name.title.is_none())
        .or_else(|| {
            let capital = country_by_capital(&words).filter(|_| name.title.is_none())?;
            let acts = stands_for_government(parsed, name)
                || actors.contains(&capital.code) && may_stand_for_government(parsed, name);
            acts.then_some(capital)
        })
        .or_else(|| seat(&words).and_then(|s| s.country));
    if let Some(country) = country {
        return Identity {
            key: format!("={}", country.code),
            words: fold_words(country.name),
            country: Some(country),
            fixed_name: Some(country.name),
        };
    }
    if let Some(body) = international_body(&words) {
        return Identity {
            key: format!("={body}"),
            words: fold_words(body),
            country: None,
            fixed_name: Some(body),
        };
    }
    if let Some(seat) = seat(&words).filter(|_| stands_for_government(parsed, name)) {
        return Identity {
            key: format!("={}", seat.stands_for),
            words: fold_words(seat.stands_for),
            country: None,
            fixed_name: Some(seat.stands_for),
        };
    }
    let folded: Vec<String> = name.tokens.clone().map(|t| names::fold(parsed.word(t))).collect();
    Identity { key: folded.join(" "), words: folded, country: None, fixed_name: None }
}

fn fold_words(name: &str) -> Vec<String> {
    name.split_whitespace().map(names::fold).collect()
}

/// Whether a capital is used as an actor ("Paris refused") and not as a town ("in Paris", "the Paris suburbs").
pub(super) fn stands_for_government(parsed: &ParsedArticle, name: &Name) -> bool {
    acts(parsed, name.head, 0) || has_acting_verb_next(parsed, name) || in_list_of_capitals(parsed, name)
}

/// "Paris said", where the parser may have lost its way.
fn has_acting_verb_next(parsed: &ParsedArticle, name: &Name) -> bool {
    let Some(next) = parsed.tokens.get(name.tokens.end) else { return false };
    let verb = matches!(next.tag, "VBD" | "VBZ") && has(&next.lemma.to_lowercase(), lexicon::ACTING_VERB);
    verb && !follows_locative(parsed, name.tokens.start)
}

fn follows_locative(parsed: &ParsedArticle, start: usize) -> bool {
    let before = start.checked_sub(1).map(|t| &parsed.tokens[t]);
    before.is_some_and(|t| {
        has(&t.lower, lexicon::LOCATIVE) || matches!(&*t.lower, "from" | "to" | "of" | "between")
    })
}

/// "Paris, London and Washington": several capitals in a row that no preposition of place governs.
fn in_list_of_capitals(parsed: &ParsedArticle, name: &Name) -> bool {
    let capital_at = |t: usize| {
        (parsed.tokens.len() > t).then(|| parsed.word(t)).filter(|w| country_by_capital(w).is_some())
    };
    let joins = |t: usize| matches!(&*parsed.tokens[t].lower, "," | "and");
    let mut start = name.tokens.start;
    while start >= 2 && joins(start - 1) && capital_at(start - 2).is_some() {
        start -= 2;
    }
    let mut end = name.tokens.end;
    while end < parsed.tokens.len() && joins(end) && capital_at(end + 1).is_some() {
        end += 2;
    }
    let several = end - start > name.tokens.len();
    let followed =
        parsed.tokens.get(end).is_some_and(|t| t.lower == "," || t.tag.starts_with("VB") || t.tag == "MD");
    several && followed && !follows_locative(parsed, start)
}

fn acts(parsed: &ParsedArticle, t: usize, depth: usize) -> bool {
    /// Coordination deeper than this is a list of places.
    const DEPTH_MAX: usize = 8;
    let token = &parsed.tokens[t];
    let verb = |v: usize| has(&parsed.tokens[v].lemma.to_lowercase(), lexicon::ACTING_VERB);
    if depth > DEPTH_MAX || token.head == t {
        return false;
    }
    match token.dep {
        "nsubj" => verb(token.head),
        "conj" => acts(parsed, token.head, depth + 1),
        // "the supporters, London and Paris, went on".
        "appos" => {
            matches!(parsed.tokens[token.head].dep, "nsubj" | "pobj" | "dobj")
                && acts_as_apposed(parsed, token.head)
        }
        "dobj" | "dative" => matches!(
            &*parsed.tokens[token.head].lemma,
            "accuse"
                | "blame"
                | "urge"
                | "tell"
                | "ask"
                | "criticise"
                | "criticize"
                | "warn"
                | "pressure"
                | "press"
                | "condemn"
                | "thank"
                | "inform"
        ),
        "pobj" => acts_as_object(parsed, token.head),
        "poss" => {
            has(&parsed.tokens[token.head].lemma.to_lowercase(), lexicon::OFFICE)
                || is_act(&parsed.tokens[token.head].lower)
        }
        _ => false,
    }
}

fn acts_as_apposed(parsed: &ParsedArticle, host: usize) -> bool {
    let lemma = parsed.tokens[host].lemma.to_lowercase();
    lexicon::is_person_noun(&lemma)
        || matches!(&*lemma, "country" | "government" | "power" | "state" | "nation")
}

fn acts_as_object(parsed: &ParsedArticle, preposition: usize) -> bool {
    let token = &parsed.tokens[preposition];
    let above = &parsed.tokens[token.head];
    let above_lemma = above.lemma.to_lowercase();
    match &*token.lower {
        "by" => token.dep == "agent" || above.tag == "VBN",
        "with" | "against" => true,
        "between" => !matches!(
            &*above_lemma,
            "flight"
                | "train"
                | "road"
                | "route"
                | "link"
                | "line"
                | "fly"
                | "travel"
                | "distance"
                | "railway"
        ),
        _ => false,
    }
}

/// What governments and not towns have.
fn is_act(lower: &str) -> bool {
    matches!(
        lower,
        "demand"
            | "demands"
            | "decision"
            | "offer"
            | "position"
            | "proposal"
            | "policy"
            | "refusal"
            | "request"
            | "response"
            | "reaction"
            | "stance"
            | "support"
            | "veto"
            | "view"
            | "warning"
            | "withdrawal"
            | "ally"
            | "allies"
            | "threat"
            | "threats"
            | "interests"
            | "intentions"
            | "plans"
            | "move"
    )
}

fn evidence(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    of_words(parsed, name, score);
    of_label(name, is_single(name), score);
    of_first_name(parsed, name, score);
    of_context(parsed, name, score);
}

/// What the words of the name itself say.
fn of_words(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    let words = names::words(parsed, name.tokens.clone());
    let class_at =
        |t: usize| lexicon::of(&parsed.tokens[t].lower) | lexicon::of(&singular(&parsed.tokens[t].lower));
    let last = class_at(name.tokens.end - 1);
    let many = name.tokens.len() > 1;
    let before_of = name.tokens.clone().skip(1).find(|&t| matches!(&*parsed.tokens[t].lower, "of" | "for"));
    let head = before_of.map_or(last, |of| class_at(of - 1));
    let any = name.tokens.clone().fold(0, |all, t| all | class_at(t));
    if many && head & lexicon::ORGANISATION != 0 || before_of.is_some() && any & lexicon::ORGANISATION != 0 {
        add(score, EntityKind::Organisation, 5);
    }
    if head & lexicon::OUTLET != 0 || any & lexicon::INSTITUTION_WORD != 0 && many {
        add(score, EntityKind::Organisation, 4);
    }
    if many && last & lexicon::COMPANY_FORM != 0 {
        add(score, EntityKind::Organisation, 6);
    }
    if many && head & lexicon::ARMED != 0 {
        add(score, EntityKind::ArmedGroup, 6);
    }
    let plural = parsed.tokens[name.tokens.end - 1].lower.ends_with('s') && before_of.is_none();
    if many && head & lexicon::FACILITY != 0 && head & lexicon::ORGANISATION == 0 {
        // "Harbour Terminals", "Northern Mills": several of them are a company.
        add(score, if plural { EntityKind::Organisation } else { EntityKind::Facility }, 4);
    }
    let landform = matches!(
        &*parsed.tokens[name.tokens.start].lower,
        "lake" | "mount" | "river" | "cape" | "gulf" | "isle" | "bay"
    );
    let first_place = landform && many;
    of_craft(parsed, name, score);
    let first_known = gender_of_first_name(parsed.word(name.tokens.start)).is_some();
    if many
        && name.title.is_none()
        && !first_known
        && lexicon::is_common(&parsed.tokens[name.tokens.end - 1].lower)
    {
        // "Harrow Marine", "Second Wind": the last word is no surname.
        let all = name.tokens.clone().all(|t| lexicon::is_common(&parsed.tokens[t].lower));
        add(score, EntityKind::Person, if all { -3 } else { -2 });
        add(score, EntityKind::Organisation, 1);
    }
    let last_lower = &parsed.tokens[name.tokens.end - 1].lower;
    let team = many
        && last_lower.ends_with('s')
        && lexicon::is_common(last_lower)
        && last & (lexicon::PLACE | lexicon::FACILITY) == 0;
    if team {
        // "Dundee Rangers", "Northern Foods".
        add(score, EntityKind::Organisation, 2);
    }
    let is_state = parsed.tokens[name.tokens.end - 1].lower == "state";
    if many && !is_state && head & lexicon::PLACE != 0 && head & lexicon::ORGANISATION == 0 || first_place {
        add(score, EntityKind::Place, 4);
    }
    if many && head & lexicon::LAW != 0 {
        add(score, EntityKind::Law, 5);
    }
    if many && head & lexicon::EVENT != 0 {
        add(score, EntityKind::Event, 5);
    }
    if parsed.word(name.tokens.end - 1).starts_with(|c: char| c.is_ascii_digit())
        && class_at(name.tokens.end - 2) & lexicon::FACILITY != 0
    {
        add(score, EntityKind::Facility, 4);
    }
    if country_by_name(words).is_some() && name.title.is_none() {
        add(score, EntityKind::Government, 9);
    } else if country_by_capital(words).is_some() {
        let kind =
            if stands_for_government(parsed, name) { EntityKind::Government } else { EntityKind::Place };
        add(score, kind, 4);
    }
    if let Some(seat) = countries::seat(words) {
        let kind = if seat.country.is_some() { EntityKind::Government } else { EntityKind::Organisation };
        add(score, kind, 9);
    }
    let acronym = !many
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
    let regal =
        matches!(&**first, "lady" | "lord" | "king" | "queen" | "prince" | "princess" | "duchess" | "star");
    if regal && name.title.is_none() && name.tokens.len() > 1 && before.is_some_and(|t| t.lower == "the") {
        add(score, EntityKind::Product, 4);
        add(score, EntityKind::Person, -4);
    }
}

/// What the words around it say.
fn of_context(parsed: &ParsedArticle, name: &Name, score: &mut Score) {
    let token = &parsed.tokens[name.head];
    let next = parsed.tokens.get(name.tokens.end).filter(|t| t.sentence == token.sentence);
    let after = parsed.tokens.get(name.tokens.end + 1).filter(|t| t.sentence == token.sentence);
    let before =
        name.tokens.start.checked_sub(1).map(|t| &parsed.tokens[t]).filter(|t| t.sentence == token.sentence);
    if let Some(next) = next.filter(|t| t.tag.starts_with("NN")) {
        let classes = lexicon::of(&next.lower) | lexicon::of(&singular(&next.lower));
        let personal = matches!(
            &*next.lower,
            "regime"
                | "administration"
                | "government"
                | "campaign"
                | "team"
                | "office"
                | "family"
                | "side"
                | "ministry"
                | "police"
                | "army"
                | "forces"
                | "troops"
        );
        if classes & lexicon::OUTLET != 0 {
            add(score, EntityKind::Organisation, 4);
        } else if classes & lexicon::ARMED != 0 && !personal || matches!(&*next.lower, "faction" | "militia")
        {
            add(score, EntityKind::ArmedGroup, 3);
        } else if classes & lexicon::ORGANISATION != 0 && !personal {
            add(score, EntityKind::Organisation, 2);
        } else if classes & lexicon::PLACE != 0 {
            add(score, EntityKind::Place, 4);
        } else if classes & lexicon::FACILITY != 0 {
            add(score, EntityKind::Place, 1);
        }
    }
    let article = before.is_some_and(|t| t.lower == "the");
    let plural = token.tag == "NNPS" || token.lower.ends_with('s') && lexicon::is_common(&token.lower);
    if article && is_single(name) && plural && next.is_none_or(|t| !t.tag.starts_with("NN")) {
        // "the Greens".
        add(score, EntityKind::Organisation, 3);
    }
    if article && is_single(name) && name.title.is_none() {
        // "the Danube floods".
        add(score, EntityKind::Person, -3);
    }
    // "Ana Ruiz, 51,".
    let age =
        next.is_some_and(|t| t.lower == ",") && after.is_some_and(|t| t.tag == "CD" && t.lower.len() <= 2);
    if age {
        add(score, EntityKind::Person, 4);
    }
    if parsed.children(name.head).iter().any(|&c| parsed.tokens[c].dep == "relcl" && has_who(parsed, c)) {
        add(score, EntityKind::Person, 4);
    }
    let lives = matches!(
        &*parsed.tokens[token.head].lemma,
        "resign"
            | "retire"
            | "die"
            | "marry"
            | "laugh"
            | "smile"
            | "shout"
            | "whisper"
            | "joke"
            | "apologise"
            | "apologize"
            | "shrug"
            | "nod"
    );
    if token.dep == "nsubj" && lives {
        add(score, EntityKind::Person, 3);
    }
    if token.dep == "nsubj" && has(&parsed.tokens[token.head].lemma, lexicon::HUMAN_VERB) {
        let unlike_a_body =
            !is_single(name) && name.tokens.clone().all(|t| !lexicon::is_common(&parsed.tokens[t].lower));
        add(score, EntityKind::Person, if unlike_a_body { 3 } else { 1 });
        add(score, EntityKind::Organisation, 1);
    } else if token.dep == "nsubj" && has(&parsed.tokens[token.head].lemma, lexicon::ACTING_VERB) {
        add(score, EntityKind::Organisation, 1);
    }
    let in_place = parsed.children(name.head).iter().any(|&c| {
        let inner = parsed.child(c, &["pobj"]).map(|o| parsed.word(o));
        parsed.tokens[c].lower == "in" && inner.is_some_and(|w| country_by_name(w).is_some())
    });
    let comma_country = next.is_some_and(|t| t.lower == ",")
        && parsed.tokens.len() > name.tokens.end + 1
        && country_by_name(parsed.word(name.tokens.end + 1)).is_some();
    if in_place
        || comma_country
            && before.is_some_and(|t| matches!(&*t.lower, "in" | "at" | "from" | "near" | "of" | "to"))
    {
        add(score, EntityKind::Place, 3);
    }
    of_preposition(parsed, before, score);
}

fn has_who(parsed: &ParsedArticle, verb: usize) -> bool {
    parsed.children(verb).iter().any(|&c| parsed.tokens[c].lower == "who")
}

fn of_preposition(parsed: &ParsedArticle, before: Option<&crate::Token>, score: &mut Score) {
    let Some(before) = before else { return };
    match &*before.lower {
        "in" if is_holding(&parsed.tokens[before.head].lemma) => add(score, EntityKind::Organisation, 2),
        "in" | "near" | "outside" | "across" | "throughout" | "around" => add(score, EntityKind::Place, 3),
        "at" | "from" | "into" | "toward" | "towards" => add(score, EntityKind::Place, 1),
        "of" => {
            let above = parsed.tokens[before.head].lemma.to_lowercase();
            if has(&above, lexicon::PLACE) && above != "state"
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

fn described(phrase: &Phrase, score: &mut Score) {
    match phrase.class {
        // "salmon producer Ruiz ASA": such nouns go with persons and bodies alike.
        Class::Person if has(&phrase.noun, lexicon::AGENT_NOUN) => {
            add(score, EntityKind::Person, 2);
            add(score, EntityKind::Organisation, 2);
        }
        Class::Person => add(score, EntityKind::Person, 6),
        Class::Organisation => add(score, EntityKind::Organisation, 5),
        Class::ArmedGroup => add(score, EntityKind::ArmedGroup, 6),
        Class::Government => {}
    }
}

/// For every group the group it belongs to: itself, or the one whose name it shortens.
fn join_short_forms(parsed: &ParsedArticle, names: &[Name], groups: &mut [Group]) -> Vec<usize> {
    let mut owner: Vec<usize> = (0..groups.len()).collect();
    for (short, long) in in_parentheses(parsed, names, groups) {
        if owner[short] == short && owner[long] != short {
            owner[short] = long;
        }
    }
    // Longer names first, so that what they take over counts when shorter ones choose.
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|&g| (std::cmp::Reverse(groups[g].words.len()), g));
    let by_word = index_words(groups);
    for &short in &order {
        if owner[short] == short && groups[short].fixed_name.is_none() {
            let empty = Vec::new();
            let candidates = by_word.get(groups[short].words[0].as_str()).unwrap_or(&empty);
            if let Some(long) = full_form(parsed, names, groups, &owner, short, candidates) {
                owner[short] = owner[long];
            }
        }
    }
    for g in 0..groups.len() {
        let mut top = owner[g];
        while owner[top] != top {
            top = owner[top];
        }
        owner[g] = top;
        if top != g {
            let score = groups[g].score;
            groups[top].score.iter_mut().zip(score).for_each(|(sum, points)| *sum += points);
        }
    }
    owner
}

/// "Long Name (LN)" and "LN (Long Name)": pairs of groups (acronym, full name).
fn in_parentheses(parsed: &ParsedArticle, names: &[Name], groups: &[Group]) -> Vec<(usize, usize)> {
    let group_of = group_of_names(groups, names.len());
    let mut pairs = Vec::new();
    for (n, pair) in names.windows(2).enumerate() {
        let (a, b) = (&pair[0], &pair[1]);
        let bracketed = b.tokens.start == a.tokens.end + 1
            && parsed.word(a.tokens.end) == "("
            && parsed.tokens.get(b.tokens.end).is_some_and(|t| t.lower == ")");
        let (a_group, b_group) = (group_of[n], group_of[n + 1]);
        if !bracketed || a_group == b_group {
            continue;
        }
        if is_acronym(parsed.word(b.tokens.start))
            && b.tokens.len() == 1
            && shares_initials(&groups[b_group].words[0], &groups[a_group].words)
        {
            pairs.push((b_group, a_group));
        } else if is_acronym(parsed.word(a.tokens.start))
            && a.tokens.len() == 1
            && shares_initials(&groups[a_group].words[0], &groups[b_group].words)
        {
            pairs.push((a_group, b_group));
        }
    }
    pairs
}

fn is_acronym(word: &str) -> bool {
    (2..=8).contains(&word.chars().count()) && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// In brackets the text itself says that the two are one; the first letters only have to agree.
fn shares_initials(acronym: &str, words: &[String]) -> bool {
    let letters: Vec<char> = acronym.chars().collect();
    let starts = words.iter().filter_map(|w| w.chars().next());
    letters.first().is_some_and(|first| starts.take(3).any(|c| c == *first))
}

fn initials(words: &[String]) -> String {
    words
        .iter()
        .filter(|w| {
            !matches!(
                w.as_str(),
                "of" | "the" | "for" | "and" | "&" | "-" | "de" | "des" | "del" | "la" | "du" | "to" | "in"
            )
        })
        .filter_map(|w| w.chars().next())
        .collect()
}

/// Groups by each of their words and by their initials.
fn index_words(groups: &[Group]) -> FxHashMap<String, Vec<usize>> {
    let mut index: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (g, group) in groups.iter().enumerate().filter(|(_, g)| g.words.len() > 1) {
        for key in group.words.iter().cloned().chain([initials(&group.words)]) {
            let list = index.entry(key).or_default();
            if list.last() != Some(&g) {
                list.push(g);
            }
        }
    }
    index
}

/// The one group of which `short` is a short form, if there is exactly one.
fn full_form(
    parsed: &ParsedArticle,
    names: &[Name],
    groups: &[Group],
    owner: &[usize],
    short: usize,
    candidates: &[usize],
) -> Option<usize> {
    let mut found: Vec<usize> = Vec::new();
    for &long in candidates {
        let top = owner[long];
        if top != short
            && groups[long].words.len() > groups[short].words.len()
            && shortens(parsed, names, groups, short, long)
            && !found.contains(&top)
        {
            found.push(top);
        }
    }
    let kind = kind_of(&groups[short].score).0;
    let alike: Vec<usize> = found.iter().copied().filter(|&f| kind_of(&groups[f].score).0 == kind).collect();
    match (found.as_slice(), alike.as_slice()) {
        ([one], _) | (_, [one]) => Some(*one),
        _ => None,
    }
}

fn shortens(parsed: &ParsedArticle, names: &[Name], groups: &[Group], short: usize, long: usize) -> bool {
    let (s, l) = (&groups[short], &groups[long]);
    let (s_kind, s_points) = kind_of(&s.score);
    let (l_kind, _) = kind_of(&l.score);
    let suffix = l.words.ends_with(&s.words);
    let prefix = l.words.starts_with(&s.words);
    let first_name = &names[s.names[0]];
    let gazetteer = {
        let words = names::words(parsed, first_name.tokens.clone());
        country_by_capital(words).is_some()
    };
    if l_kind == EntityKind::Person {
        let later = s.names[0] > l.names[0];
        let personal = matches!(s_kind, EntityKind::Person | EntityKind::Other);
        // The small model often mistypes lone surnames; the full name before it decides.
        let doubtful = s_points <= 4 && !gazetteer && (later || in_heading(parsed, first_name));
        let given = prefix && s.words.len() == 1 && personal && later && !has_title(names, s);
        let surname = suffix && (personal || doubtful) && (later || !gazetteer);
        return surname && no_particle_cut(l, s) || given;
    }
    let initial = s.words.len() == 1
        && initials(&l.words) == s.words[0]
        && is_acronym(parsed.word(first_name.tokens.start));
    if initial {
        return true;
    }
    let other = matches!(s_kind, EntityKind::Place | EntityKind::Government | EntityKind::Person);
    if other && s_points > 0 && s_kind != l_kind && !(prefix && is_company_name(l) && is_doubtful(s)) {
        return false;
    }
    let place = matches!(l_kind, EntityKind::Place | EntityKind::Government);
    if place {
        return false;
    }
    if prefix && s.words.len() == 1 && is_acronym(parsed.word(first_name.tokens.start))
        || international_body(&s.words.join(" ")).is_some()
    {
        return false;
    }
    let noun = s.words.len() == 1 && has(&s.words[0], lexicon::ORGANISATION) && l.words.contains(&s.words[0]);
    let alike = matches!(s_kind, EntityKind::Organisation | EntityKind::Other | EntityKind::Product);
    let long_enough = s.words.len() >= 2 || alike || prefix && is_company_name(l);
    noun || (prefix || suffix) && long_enough
}

fn in_heading(parsed: &ParsedArticle, name: &Name) -> bool {
    let sentence = &parsed.sentences[parsed.tokens[name.head].sentence];
    matches!(sentence.kind, BlockKind::Title | BlockKind::Subhead | BlockKind::Heading)
}

/// "Harrow Foods", "Harrow ASA": a name of its own and a word for the trade or form. Bodies named after places
/// ("Harrow Council", "Harrow Hospital") are no companies.
fn is_company_name(group: &Group) -> bool {
    let last = &group.words[group.words.len() - 1];
    let class = lexicon::of(last) | lexicon::of(&singular(last));
    let of_place =
        class & (lexicon::FACILITY | lexicon::OUTLET | lexicon::PLACE) != 0 && !last.ends_with('s');
    let body = class & lexicon::ORGANISATION != 0 && class & lexicon::COMPANY_FORM == 0;
    let trade = class & lexicon::COMPANY_FORM != 0 || last.ends_with('s') && lexicon::is_common(last);
    kind_of(&group.score).0 == EntityKind::Organisation && trade && !of_place && !body
}

/// A lone word that only the model, or a preposition, calls a person or place.
fn is_doubtful(group: &Group) -> bool {
    let (kind, points) = kind_of(&group.score);
    let word = &group.words[0];
    points <= 5
        && kind != EntityKind::Government
        && towns(word).is_empty()
        && gender_of_first_name(word).is_none()
}

/// "Rahman" is no short form of "Abdel Rahman", nor "Santos" of "de los Santos"? It is in practice; but a bare
/// hyphen part ("Côté" of "Lachance-Côté") is another name.
fn no_particle_cut(long: &Group, short: &Group) -> bool {
    let cut = long.words.len() - short.words.len();
    cut == 0
        || long.words[cut - 1] != "-"
        || long.words.get(cut.wrapping_sub(2)).is_some_and(|w| has(w, lexicon::PARTICLE))
}

fn has_title(names: &[Name], group: &Group) -> bool {
    group.names.iter().any(|&n| names[n].title.is_some())
}

fn draft(parsed: &ParsedArticle, names: &[Name], group: &Group) -> Draft {
    let (kind, _) = kind_of(&group.score);
    let first = &names[group.names[0]];
    let mut draft = Draft::described(parsed, first.tokens.clone(), kind);
    draft.words.clone_from(&group.words);
    draft.fixed_name = group.fixed_name;
    draft.country =
        group.country.or_else(|| adjective_country(parsed, first).filter(|_| kind != EntityKind::Person));
    draft.is_named = true;
    match (group.country, group.fixed_name) {
        (Some(_), _) => draft.kind = EntityKind::Government,
        (None, Some(_)) => draft.kind = EntityKind::Organisation,
        _ => {}
    }
    draft
}

/// "Syrian Foreign Ministry", "Bank of Japan": the country in an organisation's name.
fn adjective_country(parsed: &ParsedArticle, name: &Name) -> Option<&'static Country> {
    if name.tokens.len() < 2 {
        return None;
    }
    let words = |range: Range<usize>| names::words(parsed, range);
    let first = words(name.tokens.start..name.tokens.start + 1);
    let found = countries::country_by_adjective(first).or_else(|| country_by_name(first));
    found
        .or_else(|| country_by_name(words(name.tokens.end - 1..name.tokens.end)))
        .and_then(|c| country_by_code(c.code))
}
