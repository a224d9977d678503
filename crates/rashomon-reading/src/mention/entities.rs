//! Names to entities: occurrences of one name are one entity, short forms join the full name, and the whole
//! article decides together what an entity is.

use super::EntityKind;
use super::apposition::Link;
use super::capitals::{acting_capitals, may_stand_for_government, stands_for_government};
use super::confidence::{self, NameBasis};
use super::countries::{self, Country, country_by_capital, country_by_code, country_by_name, seat};
use super::gazetteer::{gender_of_first_name, international_body};
use super::kinds::{Score, add, described, evidence, kind_of, tells_kind};
use super::lexicon::{Gender, gender_of_word};
use super::names::{self, Name};
use super::phrases::Phrase;
use super::proofs::{self, Proof};
use super::retag::vote;
use super::short_forms::join_short_forms;
use crate::{ParsedArticle, mention::MentionKind};
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
    /// What speaks for its name.
    pub(super) basis: Option<NameBasis>,
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
            basis: None,
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
            described(parsed, &phrases[link.phrase], &mut group.score);
            group.is_described |= tells_kind(parsed, &phrases[link.phrase]);
        }
    }
    for group in &mut groups {
        credited(parsed, group);
    }
    proofs::find(parsed, names, &mut groups);
    for group in &mut groups {
        vote(names, group);
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
    confidence::note(names, &entity_of, &mut drafts);
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
pub(super) struct Group {
    pub(super) words: Vec<String>,
    pub(super) names: Vec<usize>,
    pub(super) country: Option<&'static Country>,
    pub(super) fixed_name: Option<&'static str>,
    pub(super) score: Score,
    /// Whether a description stands beside it that fits one kind only.
    pub(super) is_described: bool,
    /// What its surroundings prove it to be.
    pub(super) proof: Option<Proof>,
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
                is_described: false,
                proof: None,
            });
            groups.len() - 1
        });
        groups[at].names.push(n);
    }
    groups
}

pub(super) fn group_of_names(groups: &[Group], n_names: usize) -> Vec<usize> {
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
