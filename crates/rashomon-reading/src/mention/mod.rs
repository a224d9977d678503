//! Mentions and coreference within one article: names and their short forms, titles and roles, pronouns,
//! capitals standing for governments, organisations and their heads.

mod apposition;
mod capitals;
mod confidence;
pub mod coreference;
mod countries;
mod entities;
mod gazetteer;
mod kinds;
mod lexicon;
mod names;
mod nominals;
mod phrases;
mod pronouns;
mod proofs;
mod retag;
mod short_forms;
mod tagger;

pub use confidence::NameBasis;
pub use countries::{
    Country, Seat, country_by_adjective, country_by_capital, country_by_code, country_by_demonym,
    country_by_name, seat,
};
pub use gazetteer::{Town, gender_of_first_name, international_body, towns};
pub(crate) use lexicon::is_common as is_common_word;
pub use lexicon::{
    Gender, gender_of_word, is_armed_group_noun, is_facility_noun, is_fighter_noun, is_office_noun,
    is_organisation_noun, is_outlet_noun, is_person_noun, is_place_noun, is_ship_noun, is_title,
};

use crate::ParsedArticle;
use coreference::{Chain, Weights};
use entities::Draft;
use rashomon_text::Span;
use std::ops::Range;

/// Length of the longest mention, in tokens. Longer phrases are cut to their head's name: noun phrases of 40 words
/// are lists or whole clauses.
pub(crate) const MENTION_TOKENS_MAX: usize = 40;

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// A name, full or short.
    Name,
    /// A description ("the deputy US ambassador", "the monitoring group").
    Nominal,
    /// A pronoun.
    Pronoun,
}

/// Words that name something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// The same as token indices.
    pub tokens: Range<usize>,
    /// Index of the syntactic head token.
    pub head: usize,
    /// How it refers.
    pub kind: MentionKind,
    /// Index into the article's [`LocalEntity`] list.
    pub entity: usize,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, agency, party, outlet, union, body.
    Organisation,
    /// A country, its government, or its capital standing for it.
    Government,
    /// Army, militia, rebel group, police force.
    ArmedGroup,
    /// Town, district, region, river.
    Place,
    /// Building, port, plant, dam, road.
    Facility,
    /// A named event.
    Event,
    /// A product, ship, vehicle, work.
    Product,
    /// A law, treaty, resolution.
    Law,
    /// Anything else that has a name.
    Other,
}

impl EntityKind {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            EntityKind::Person => "person",
            EntityKind::Organisation => "organisation",
            EntityKind::Government => "government",
            EntityKind::ArmedGroup => "armed-group",
            EntityKind::Place => "place",
            EntityKind::Facility => "facility",
            EntityKind::Event => "event",
            EntityKind::Product => "product",
            EntityKind::Law => "law",
            EntityKind::Other => "other",
        }
    }
}

/// Something the article names, with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalEntity {
    /// The fullest name (without title), or the description where no name is given;
    /// for a government the country's usual English name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other names and short forms used, in text order, without repetition.
    pub aliases: Vec<String>,
    /// ISO 3166 alpha-3 country code, for governments and where a role or adjective tells.
    pub country: Option<&'static str>,
    /// Title or office as written, e.g. `Foreign Minister`.
    pub role: Option<String>,
    /// Index of the organisation or government it speaks for or heads.
    pub affiliation: Option<usize>,
    /// Whether at least one mention is a name (else it is known by description only).
    pub is_named: bool,
    /// What speaks for its name; `None` without one.
    pub basis: Option<NameBasis>,
    /// Indices into the article's [`Mention`] list, in text order.
    pub mentions: Vec<usize>,
}

/// The mention with `token` as its head, else the shortest that holds it: an index into `mentions`.
///
/// Mentions may nest ("the federation's president" holds "the federation").
#[must_use]
pub fn mention_at(mentions: &[Mention], token: usize) -> Option<usize> {
    // Mentions are in text order by first token.
    let start = mentions.partition_point(|m| m.tokens.start + MENTION_TOKENS_MAX <= token);
    let end = mentions.partition_point(|m| m.tokens.start <= token);
    let holding = |&i: &usize| mentions[i].tokens.end > token;
    (start..end).filter(holding).min_by_key(|&i| (mentions[i].head != token, mentions[i].tokens.len()))
}

/// The entity whose mention has `token` as its head, else whose shortest mention holds it.
#[must_use]
pub fn entity_at(mentions: &[Mention], token: usize) -> Option<usize> {
    mention_at(mentions, token).map(|i| mentions[i].entity)
}

/// All mentions, in text order, the entities they refer to, in order of first mention, and the chains of all
/// phrases that can refer.
#[must_use]
pub fn read(parsed: &ParsedArticle) -> (Vec<Mention>, Vec<LocalEntity>, Vec<Chain>) {
    read_with(parsed, Weights::shipped())
}

/// The chains with other weights than the shipped ones: for scores on texts that those were trained on.
#[must_use]
pub fn chains(parsed: &ParsedArticle, weights: &Weights) -> Vec<Chain> {
    read_with(parsed, weights).2
}

fn read_with(parsed: &ParsedArticle, weights: &Weights) -> (Vec<Mention>, Vec<LocalEntity>, Vec<Chain>) {
    let names = by_tagger_and_rules(parsed);
    let phrases = phrases::find(parsed, &names);
    let links = apposition::find(parsed, &names, &phrases);
    let (mut drafts, name_entity) = entities::from_names(parsed, &names, &phrases, &links);
    let of_phrase = nominals::resolve(parsed, &names, &name_entity, &phrases, &links, &mut drafts);
    let resolved = coreference::resolve(parsed, &drafts, weights);
    pronouns::resolve(parsed, &mut drafts);
    nominals::affiliate(parsed, &names, &name_entity, &phrases, &of_phrase, &mut drafts);
    coreference::adopt(parsed, &resolved, &mut drafts);
    assemble(parsed, drafts, &resolved)
}

/// Every pronoun, and every other phrase that is asked, with what it may take up, as the trained rankers see it;
/// `data/coreference` trains on them.
#[must_use]
pub fn anaphors(parsed: &ParsedArticle) -> (Vec<coreference::Anaphor>, Vec<coreference::Anaphor>) {
    let names = by_tagger_and_rules(parsed);
    let phrases = phrases::find(parsed, &names);
    let links = apposition::find(parsed, &names, &phrases);
    let (mut drafts, name_entity) = entities::from_names(parsed, &names, &phrases, &links);
    nominals::resolve(parsed, &names, &name_entity, &phrases, &links, &mut drafts);
    coreference::anaphors(parsed, &drafts)
}

/// What `train_names` of `rashomon-eval` needs of the tagger: nothing that a reader of articles calls.
#[doc(hidden)]
pub mod training {
    use crate::ParsedArticle;

    /// Tags, slots for the weights of features, and slots in a group.
    pub const SIZES: (usize, usize, usize) = super::tagger::SIZES;

    /// Where the weights of a feature may stand: the first slot of its group, and its mark.
    #[must_use]
    pub fn place_of(feature: u32) -> (usize, u16) {
        super::tagger::place_of(feature)
    }

    /// Parts into which documents are divided: what is trained without a part is scored on it.
    pub const FOLDS: u32 = 5;

    /// The part of a document, by its id.
    #[must_use]
    pub fn fold(document: &str) -> u32 {
        (super::tagger::word_hash(document) >> 8) % FOLDS
    }

    /// Lets the tagger run on other weights from now on. False: they are not in the format of `data/names/weights.bin`.
    #[must_use]
    pub fn use_weights(bytes: &[u8]) -> bool {
        super::tagger::use_weights(bytes)
    }

    /// The guideline that the tagger marks an article by.
    #[must_use]
    pub fn guideline(parsed: &ParsedArticle) -> u8 {
        super::tagger::guideline(parsed)
    }

    /// For every sentence and token the numbers of its features.
    #[must_use]
    pub fn features(parsed: &ParsedArticle, convention: u8) -> Vec<Vec<Vec<u32>>> {
        super::tagger::training_features(
            parsed,
            &super::rule_codes(parsed, &super::by_rules(parsed)),
            convention,
        )
    }
}

/// The names that the trained tagger and the rules find together.
fn by_tagger_and_rules(parsed: &ParsedArticle) -> Vec<names::Name> {
    let rules = by_rules(parsed);
    let tagged = tagger::tag(parsed, &rule_codes(parsed, &rules));
    retag::merge(parsed, rules.into_iter().map(|(name, _)| name).collect(), &tagged)
}

/// Names and their kinds by the rules alone.
fn by_rules(parsed: &ParsedArticle) -> Vec<(names::Name, EntityKind)> {
    let names = names::find(parsed);
    let phrases = phrases::find(parsed, &names);
    let links = apposition::find(parsed, &names, &phrases);
    let (drafts, name_entity) = entities::from_names(parsed, &names, &phrases, &links);
    names.into_iter().zip(name_entity).map(|(name, entity)| (name, drafts[entity].kind)).collect()
}

/// For every token the kind of the rules' name that it is in and its place there; 0 outside of names.
fn rule_codes(parsed: &ParsedArticle, names: &[(names::Name, EntityKind)]) -> Vec<u8> {
    let mut codes = vec![0; parsed.tokens.len()];
    for (name, kind) in names {
        for t in name.tokens.clone() {
            codes[t] = 1 + 4 * *kind as u8 + tagger::place_in(&name.tokens, t);
        }
    }
    codes
}

/// Puts mentions and entities in text order and settles names and aliases.
fn assemble(
    parsed: &ParsedArticle,
    mut drafts: Vec<Draft>,
    resolved: &coreference::Resolved,
) -> (Vec<Mention>, Vec<LocalEntity>, Vec<Chain>) {
    for draft in &mut drafts {
        draft.mentions.sort_by_key(|m| (m.tokens.start, m.tokens.end, m.head));
        draft.mentions.dedup_by(|a, b| a.tokens == b.tokens);
    }
    let first = |d: &Draft| d.mentions.first().map_or(usize::MAX, |m| m.tokens.start);
    let mut order: Vec<usize> = (0..drafts.len()).filter(|&d| !drafts[d].mentions.is_empty()).collect();
    order.sort_by_key(|&d| (first(&drafts[d]), d));
    let mut rank = vec![None; drafts.len()];
    order.iter().enumerate().for_each(|(new, &old)| rank[old] = Some(new));
    let mut mentions: Vec<Mention> = Vec::new();
    for (entity, &d) in order.iter().enumerate() {
        mentions.extend(drafts[d].mentions.iter().map(|m| Mention {
            span: parsed.span_of(m.tokens.clone()),
            tokens: m.tokens.clone(),
            head: m.head,
            kind: m.kind,
            entity,
        }));
    }
    mentions.sort_by_key(|m| (m.tokens.start, std::cmp::Reverse(m.tokens.end), m.entity));
    let mut entities: Vec<LocalEntity> = order.iter().map(|&d| settle(parsed, &drafts, d, &rank)).collect();
    for (i, mention) in mentions.iter().enumerate() {
        entities[mention.entity].mentions.push(i);
    }
    let chains = coreference::chains(parsed, resolved, &rank);
    (mentions, entities, chains)
}

fn settle(parsed: &ParsedArticle, drafts: &[Draft], at: usize, rank: &[Option<usize>]) -> LocalEntity {
    let draft = &drafts[at];
    let words = |tokens: Range<usize>| names::words(parsed, tokens).replace('\n', " ");
    let mut written = words(draft.tokens.clone());
    let first = &parsed.tokens[draft.tokens.start];
    let opens = parsed.sentences[first.sentence].tokens.start == draft.tokens.start;
    if !draft.is_named && opens && first.tag != "NNP" && first.tag != "NNPS" {
        // "A witness said": the capital is the sentence's.
        written =
            written.char_indices().map(|(i, c)| if i == 0 { c.to_ascii_lowercase() } else { c }).collect();
    }
    let name = draft
        .fixed_name
        .map(str::to_owned)
        .or_else(|| without_pronoun(parsed, drafts, draft))
        .unwrap_or_else(|| written.clone());
    let mut aliases: Vec<String> = Vec::new();
    for mention in draft.mentions.iter().filter(|m| m.is_alias) {
        let mut alias = words(mention.tokens.clone());
        if let Some(bare) = alias.strip_prefix("the ").or_else(|| alias.strip_prefix("The ")) {
            alias = bare.to_owned();
        }
        if alias != name && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    LocalEntity {
        name,
        kind: draft.kind,
        aliases,
        country: draft.country.map(|c| c.code),
        role: draft.role.clone(),
        affiliation: draft.affiliation.and_then(|a| rank[a]),
        is_named: draft.is_named,
        basis: draft.basis,
        mentions: Vec::new(),
    }
}

/// "Norway's fisheries ministry" for "its fisheries ministry", where it is known whose.
fn without_pronoun(parsed: &ParsedArticle, drafts: &[Draft], draft: &Draft) -> Option<String> {
    let pronoun = draft.tokens.start;
    // Whose "her office" is, is less sure.
    if draft.is_named || draft.is_plural || parsed.tokens[pronoun].lower != "its" || draft.tokens.len() < 2 {
        return None;
    }
    let owner = drafts.iter().find(|d| d.is_named && d.mentions.iter().any(|m| m.head == pronoun))?;
    let words = |tokens: Range<usize>| names::words(parsed, tokens).replace('\n', " ");
    let whose = owner.fixed_name.map_or_else(|| words(owner.tokens.clone()), str::to_owned);
    Some(format!("{whose}'s {}", words(pronoun + 1..draft.tokens.end)))
}

#[cfg(test)]
mod tests;
