//! Descriptions to entities: beside a name they say what it is; elsewhere "the agency", "the federation's president"
//! refer back when exactly one entity fits; else a person or body known by description only is an entity of its own.

use super::apposition::Link;
use super::countries::Country;
use super::entities::{Draft, singular};
use super::lexicon::{self, gender_of_word, has};
use super::names::{self, Name};
use super::phrases::{Class, Determiner, Phrase};
use super::{EntityKind, MentionKind};
use crate::ParsedArticle;
use rustc_hash::FxHashMap;

/// Resolves all descriptions; returns the entity of each, where it has one.
pub(super) fn resolve(
    parsed: &ParsedArticle,
    names: &[Name],
    name_entity: &[usize],
    phrases: &[Phrase],
    links: &[Link],
    drafts: &mut Vec<Draft>,
) -> Vec<Option<usize>> {
    let mut entity_at = vec![None; parsed.tokens.len()];
    for (n, name) in names.iter().enumerate() {
        entity_at[name.tokens.clone()].fill(Some(name_entity[n]));
    }
    let mut of_phrase = vec![None; phrases.len()];
    for link in links {
        of_phrase[link.phrase] = Some(name_entity[link.name]);
    }
    let mut resolver = Resolver { parsed, phrases, drafts, entity_at, by_words: FxHashMap::default() };
    for (p, entity) in of_phrase.iter().enumerate() {
        if let Some(entity) = *entity {
            resolver.note_description(p, entity);
        }
    }
    for name in names.iter().enumerate() {
        resolver.note_title(name.1, name_entity[name.0]);
    }
    for p in 0..phrases.len() {
        of_phrase[p] = of_phrase[p].or_else(|| resolver.refer(p));
        if let Some(entity) = of_phrase[p] {
            resolver.mention(p, entity);
        }
    }
    for (p, entity) in of_phrase.iter().enumerate() {
        if let Some(entity) = *entity {
            resolver.affiliate(p, entity);
        }
    }
    resolver.affiliate_by_of(names, name_entity);
    of_phrase
}

struct Resolver<'r, 'a> {
    parsed: &'r ParsedArticle<'a>,
    phrases: &'r [Phrase],
    drafts: &'r mut Vec<Draft>,
    /// Entity of the innermost mention at a token, as far as known.
    entity_at: Vec<Option<usize>>,
    /// Entities known by description, by their folded words.
    by_words: FxHashMap<String, usize>,
}

impl Resolver<'_, '_> {
    /// A description beside a name gives it nouns, a role, a gender.
    fn note_description(&mut self, p: usize, entity: usize) {
        let phrase = &self.phrases[p];
        let core = phrase.core(self.parsed);
        let role = self.role_words(phrase);
        let gender = core.clone().find_map(|t| gender_of_word(self.parsed.word(t)));
        let draft = &mut self.drafts[entity];
        if !draft.nouns.contains(&phrase.noun) {
            draft.nouns.push(phrase.noun.clone());
        }
        draft.gender = draft.gender.or(gender);
        if phrase.class == Class::Person && draft.kind == EntityKind::Person {
            draft.role = draft.role.take().or(role);
            draft.country = draft.country.or(phrase.country);
        } else {
            draft.country = draft.country.or(phrase.country);
        }
    }

    fn note_title(&mut self, name: &Name, entity: usize) {
        let Some(title) = name.title.clone() else { return };
        let office = |t: usize| has(&names::fold(self.parsed.word(t)), lexicon::OFFICE | lexicon::RANK);
        let Some(last) = title.clone().rev().find(|&t| office(t)) else { return };
        let first = title
            .clone()
            .find(|&t| !has(&names::fold(self.parsed.word(t)), lexicon::HONORIFIC))
            .unwrap_or(title.start);
        let words = names::words(self.parsed, first..title.end).replace('\n', " ");
        let noun = names::fold(self.parsed.word(last));
        let draft = &mut self.drafts[entity];
        draft.role = draft.role.take().or(Some(words));
        draft.country = draft.country.or(name.title_country);
        if !draft.nouns.contains(&noun) {
            draft.nouns.push(noun);
        }
        draft.mention(first..title.end, last, MentionKind::Nominal, false);
    }

    /// The words of an office without whose it is: "director", "deputy US ambassador".
    fn role_words(&self, phrase: &Phrase) -> Option<String> {
        let mut core = phrase.core(self.parsed);
        // "Observatory head": the organisation is the affiliation, not a part of the office.
        while core.start < phrase.head
            && (self.entity_at[core.start].is_some() || self.is_country_adjective(core.start))
        {
            core.start += 1;
        }
        Some(names::words(self.parsed, core).replace('\n', " "))
    }

    fn is_country_adjective(&self, t: usize) -> bool {
        super::countries::country_by_adjective(self.parsed.word(t)).is_some()
    }

    fn mention(&mut self, p: usize, entity: usize) {
        let phrase = &self.phrases[p];
        let start = match phrase.determiner {
            Determiner::Definite => phrase.tokens.start,
            _ => phrase.tokens.start,
        };
        let is_alias = phrase.country.is_some() && phrase.class != Class::Person;
        self.drafts[entity].mention(start..phrase.tokens.end, phrase.head, MentionKind::Nominal, is_alias);
        for t in phrase.core(self.parsed) {
            self.entity_at[t].get_or_insert(entity);
        }
    }

    /// The entity of a description that stands beside no name.
    fn refer(&mut self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        if phrase.determiner == Determiner::Quantified
            || !self.is_argument(phrase.head) && phrase.class == Class::Person
        {
            return None;
        }
        match phrase.class {
            Class::Government => self.government(p),
            Class::ArmedGroup => self.armed_group(p),
            Class::Person | Class::Organisation => self.definite(p).or_else(|| self.described(p)),
        }
    }

    /// Whether the noun phrase takes part in its clause (and is no predicate).
    fn is_argument(&self, head: usize) -> bool {
        let dep = self.parsed.tokens[head].dep;
        matches!(
            dep,
            "nsubj"
                | "nsubjpass"
                | "dobj"
                | "pobj"
                | "dative"
                | "poss"
                | "conj"
                | "appos"
                | "agent"
                | "ROOT"
                | "oprd"
                | "npadvmod"
                | "compound"
                | "nmod"
        )
    }

    /// "the Danish government", "the government", "the regime".
    fn government(&mut self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        if let Some(country) = phrase.country {
            return Some(self.country(country, p));
        }
        if !matches!(phrase.determiner, Determiner::Definite | Determiner::Bare) {
            return None;
        }
        let governments =
            |d: &Draft| d.country.is_some() && d.nouns.iter().any(|n| n == "government" || n == "regime");
        if let Some(one) = self.only(governments) {
            return Some(one);
        }
        (phrase.determiner == Determiner::Definite).then(|| self.describe(p, EntityKind::Government))
    }

    fn country(&mut self, country: &'static Country, p: usize) -> usize {
        let at = self.drafts.iter().position(|d| d.country == Some(country) && d.fixed_name.is_some());
        let at = at.unwrap_or_else(|| {
            let mut draft =
                Draft::described(self.parsed, self.phrases[p].tokens.clone(), EntityKind::Government);
            draft.fixed_name = Some(country.name);
            draft.country = Some(country);
            draft.is_named = true;
            self.drafts.push(draft);
            self.drafts.len() - 1
        });
        let noun = &self.phrases[p].noun;
        if !self.drafts[at].nouns.contains(noun) {
            self.drafts[at].nouns.push(noun.clone());
        }
        at
    }

    /// Armies of states are one per country; rebels are one body as long as nothing tells them apart.
    fn armed_group(&mut self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        let state = is_state_force(self.parsed, phrase);
        if let (Some(country), true) = (phrase.country, state) {
            let army = |d: &Draft| {
                d.kind == EntityKind::ArmedGroup
                    && d.country == Some(country)
                    && !d.nouns.iter().any(|n| n == "police" || n == "navy")
            };
            if phrase.noun != "police" && phrase.noun != "navy" {
                if let Some(at) = self.drafts.iter().position(army) {
                    return Some(at);
                }
            }
            let at = self.describe(p, EntityKind::ArmedGroup);
            self.drafts[at].is_named = true;
            return Some(at);
        }
        if is_rebel(self.parsed, phrase) {
            let rebels = |d: &Draft| {
                d.kind == EntityKind::ArmedGroup && !d.is_named && d.nouns.iter().any(|n| n == "rebel side")
            };
            return Some(self.drafts.iter().position(rebels).unwrap_or_else(|| {
                let at = self.describe(p, EntityKind::ArmedGroup);
                self.drafts[at].nouns.push("rebel side".to_owned());
                at
            }));
        }
        if phrase.determiner == Determiner::Indefinite {
            return Some(self.describe(p, EntityKind::ArmedGroup));
        }
        let by_noun = self.definite(p);
        if by_noun.is_some() {
            return by_noun;
        }
        if state && phrase.noun != "police" {
            let armies = |d: &Draft| {
                d.kind == EntityKind::ArmedGroup
                    && d.country.is_some()
                    && d.nouns.iter().any(|n| is_army_noun(n))
            };
            if let Some(one) = self.only(armies) {
                return Some(one);
            }
        }
        Some(self.describe(p, EntityKind::ArmedGroup))
    }

    /// "the agency": the one entity before (else in the article) whose name or description has this noun.
    fn definite(&mut self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        if !matches!(phrase.determiner, Determiner::Definite | Determiner::Possessive) {
            return None;
        }
        if let Some(known) = self.by_words.get(&self.key(p)) {
            return Some(*known);
        }
        let modified = phrase.core(self.parsed).len() > 1;
        let candidates: Vec<usize> = (0..self.drafts.len()).filter(|&d| self.fits(p, d)).collect();
        let before: Vec<usize> =
            candidates.iter().copied().filter(|&d| self.starts_before(d, phrase.tokens.start)).collect();
        let mut chosen = if before.is_empty() { candidates } else { before };
        if chosen.len() > 1 && modified {
            chosen.retain(|&d| self.modifiers_agree(p, d));
        }
        match chosen[..] {
            [one] if !modified || self.modifiers_agree(p, one) => Some(one),
            [] if phrase.class == Class::Organisation => self.company(p),
            _ => None,
        }
    }

    fn starts_before(&self, draft: usize, token: usize) -> bool {
        let draft = &self.drafts[draft];
        draft.mentions.iter().any(|m| m.tokens.start < token)
    }

    fn fits(&self, p: usize, draft: usize) -> bool {
        let phrase = &self.phrases[p];
        let draft = &self.drafts[draft];
        let kind = match phrase.class {
            Class::Person => draft.kind == EntityKind::Person,
            Class::Organisation => matches!(
                draft.kind,
                EntityKind::Organisation
                    | EntityKind::ArmedGroup
                    | EntityKind::Facility
                    | EntityKind::Other
                    | EntityKind::Place
            ),
            Class::ArmedGroup => {
                draft.kind == EntityKind::ArmedGroup || draft.kind == EntityKind::Organisation
            }
            Class::Government => draft.kind == EntityKind::Government,
        };
        if !kind || draft.is_plural != (phrase.is_plural && phrase.class == Class::Person) {
            return false;
        }
        let same = |word: &str| same_noun(word, &phrase.noun);
        let in_name = phrase.class != Class::Person
            && draft.is_named
            && draft.words.iter().any(|w| same(w) || same(&singular(w)));
        in_name || draft.nouns.iter().any(|n| same(n))
    }

    /// Every modifier of a description must be among the words of what it is taken for.
    fn modifiers_agree(&self, p: usize, draft: usize) -> bool {
        let phrase = &self.phrases[p];
        let draft = &self.drafts[draft];
        let known = |word: &str| {
            draft.words.iter().any(|w| w == word || same_noun(w, word))
                || draft.nouns.iter().any(|n| n == word)
                || draft
                    .role
                    .as_deref()
                    .is_some_and(|r| r.to_lowercase().split_whitespace().any(|w| w == word))
        };
        let mut core = phrase.core(self.parsed);
        core.end -= 1;
        core.into_iter()
            .all(|t| known(&names::fold(self.parsed.word(t))) || self.parsed.tokens[t].tag == "HYPH")
    }

    /// "the company" where the article names just one body that may be one.
    fn company(&self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        let modified = phrase.core(self.parsed).len() > 1;
        if !is_company_noun(&phrase.noun) || modified || phrase.determiner != Determiner::Definite {
            return None;
        }
        let may_be = |d: &Draft| {
            let classes = d.words.iter().fold(0, |all, w| all | lexicon::of(w) | lexicon::of(&singular(w)));
            let other = lexicon::OUTLET | lexicon::INSTITUTION_WORD;
            let named_otherwise = classes & other != 0
                || d.words.iter().any(|w| is_body_noun(w))
                || d.nouns.iter().any(|n| is_body_noun(n));
            d.kind == EntityKind::Organisation && d.is_named && !named_otherwise && !self.is_credited(d)
        };
        self.only(may_be)
    }

    /// Agencies and the publisher are not what the story is about.
    fn is_credited(&self, draft: &Draft) -> bool {
        let article = self.parsed.article;
        let name = names::words(self.parsed, draft.tokens.clone());
        let is = |label: &rashomon_text::Labelled| {
            label.value == name || label.value.ends_with(name) || name.ends_with(&label.value)
        };
        article.agency_credits.iter().any(is) || article.publisher.as_ref().is_some_and(is)
    }

    fn only(&self, test: impl Fn(&Draft) -> bool) -> Option<usize> {
        let mut found = (0..self.drafts.len()).filter(|&d| test(&self.drafts[d]));
        let one = found.next()?;
        found.next().is_none().then_some(one)
    }

    /// A person or body known by description: the same words again are the same one, unless introduced anew.
    fn described(&mut self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        let dull = matches!(
            &*phrase.noun,
            "people" | "person" | "human" | "individual" | "folk" | "anyone" | "side" | "team" | "house"
        );
        if dull || phrase.class == Class::Person && phrase.determiner == Determiner::Bare && !phrase.is_plural
        {
            return None;
        }
        let kind = match phrase.class {
            Class::Person => EntityKind::Person,
            Class::Organisation => EntityKind::Organisation,
            Class::Government => EntityKind::Government,
            Class::ArmedGroup => EntityKind::ArmedGroup,
        };
        Some(self.describe(p, kind))
    }

    fn describe(&mut self, p: usize, kind: EntityKind) -> usize {
        let phrase = &self.phrases[p];
        let key = self.key(p);
        if phrase.determiner != Determiner::Indefinite {
            if let Some(known) = self.by_words.get(&key) {
                return *known;
            }
        }
        let mut draft = Draft::described(self.parsed, self.name_tokens(p), kind);
        draft.nouns.push(phrase.noun.clone());
        draft.is_plural = phrase.is_plural && phrase.class == Class::Person;
        draft.gender = phrase.core(self.parsed).find_map(|t| gender_of_word(self.parsed.word(t)));
        draft.country = phrase.country;
        let at = self.drafts.len();
        self.drafts.push(draft);
        self.by_words.insert(key, at);
        at
    }

    /// The words that must recur for two descriptions to be one.
    fn key(&self, p: usize) -> String {
        let phrase = &self.phrases[p];
        let owner = phrase.owner.filter(|&o| o < phrase.head).map(|o| match self.entity_at[o] {
            Some(entity) => format!("{entity}'s "),
            None => format!("{} ", names::fold(self.parsed.word(o))),
        });
        let words: Vec<String> = phrase.core(self.parsed).map(|t| names::fold(self.parsed.word(t))).collect();
        owner.unwrap_or_default() + &words.join(" ")
    }

    /// What an entity known by description is called: the phrase with what follows closely ("of the port"), no "the".
    fn name_tokens(&self, p: usize) -> std::ops::Range<usize> {
        /// Longer complements tell more than a name.
        const COMPLEMENT_MAX: usize = 6;
        let phrase = &self.phrases[p];
        let mut start = phrase.tokens.start;
        if self.parsed.tokens[start].tag == "DT" && phrase.determiner == Determiner::Definite {
            start += 1;
        }
        let follows = |&t: &usize| {
            let token = &self.parsed.tokens[t];
            t == phrase.head + 1
                && token.dep == "prep"
                && matches!(&*token.lower, "of" | "from" | "at" | "with" | "for")
        };
        let end = self
            .parsed
            .children(phrase.head)
            .iter()
            .copied()
            .find(|t| follows(t))
            .map(|t| self.parsed.edges(t).end);
        let end = end.filter(|&e| e <= phrase.tokens.end + COMPLEMENT_MAX && e > phrase.tokens.end);
        start.min(phrase.head)..end.unwrap_or(phrase.tokens.end)
    }

    /// "SINADEC's director", "director of SINADEC", "Observatory head": whom it speaks for.
    fn affiliate(&mut self, p: usize, entity: usize) {
        let phrase = &self.phrases[p];
        if phrase.class != Class::Person
            || self.drafts[entity].kind != EntityKind::Person
            || self.drafts[entity].affiliation.is_some()
        {
            return;
        }
        let modifier = || {
            let mut core = phrase.core(self.parsed);
            core.end -= 1;
            core.rev().find(|&t| self.entity_at[t].is_some_and(|e| e != entity))
        };
        let by_noun = || self.body_before(p);
        let of = phrase.owner.or_else(modifier).and_then(|t| self.entity_at[t]).or_else(by_noun);
        let fits = |e: usize| {
            e != entity
                && matches!(
                    self.drafts[e].kind,
                    EntityKind::Organisation
                        | EntityKind::Government
                        | EntityKind::ArmedGroup
                        | EntityKind::Facility
                        | EntityKind::Other
                )
        };
        self.drafts[entity].affiliation = of.filter(|&e| fits(e));
    }

    /// "union president": the one body of the article that the noun before the office fits.
    fn body_before(&self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        let before = phrase.head.checked_sub(1).filter(|t| phrase.tokens.contains(t))?;
        let noun = super::phrases::noun_of(&self.parsed.tokens[before]);
        if !lexicon::is_organisation_noun(&noun) {
            return None;
        }
        self.only(|d: &Draft| {
            let body = matches!(d.kind, EntityKind::Organisation | EntityKind::Government);
            body && (d.nouns.iter().any(|n| same_noun(n, &noun))
                || d.words.iter().any(|w| same_noun(w, &noun)))
        })
    }

    /// "General Ruiz, of SINADEC", "Ana Ruiz of the dockers' union".
    fn affiliate_by_of(&mut self, names: &[Name], name_entity: &[usize]) {
        for (n, name) in names.iter().enumerate() {
            let entity = name_entity[n];
            if self.drafts[entity].kind != EntityKind::Person || self.drafts[entity].affiliation.is_some() {
                continue;
            }
            let preposition = |&t: &usize| {
                matches!(&*self.parsed.tokens[t].lower, "of" | "from" | "with")
                    && self.parsed.tokens[t].dep == "prep"
            };
            let Some(of) = self.parsed.children(name.head).iter().copied().find(|t| preposition(t)) else {
                continue;
            };
            let Some(object) = self.parsed.child(of, &["pobj"]) else { continue };
            let inside = self.parsed.edges(object);
            let found = self.entity_at[object].or_else(|| inside.into_iter().find_map(|t| self.entity_at[t]));
            let body = |e: &usize| {
                *e != entity
                    && matches!(
                        self.drafts[*e].kind,
                        EntityKind::Organisation | EntityKind::ArmedGroup | EntityKind::Government
                    )
            };
            self.drafts[entity].affiliation = found.filter(body);
        }
    }
}

fn is_army_noun(noun: &str) -> bool {
    matches!(noun, "army" | "military" | "force" | "forces" | "troop" | "troops" | "soldier" | "soldiers")
}

/// "government troops", "the army", "Danish forces".
fn is_state_force(parsed: &ParsedArticle, phrase: &Phrase) -> bool {
    let modified = phrase.core(parsed).any(|t| {
        matches!(
            &*parsed.tokens[t].lower,
            "rebel"
                | "opposition"
                | "allied"
                | "militia"
                | "paramilitary"
                | "insurgent"
                | "guerrilla"
                | "foreign"
                | "coalition"
                | "kurdish"
        )
    });
    !modified && (is_army_noun(&phrase.noun) || matches!(&*phrase.noun, "police" | "navy"))
}

/// Those who fight a government: "rebels", "insurgents", "opposition fighters".
fn is_rebel(parsed: &ParsedArticle, phrase: &Phrase) -> bool {
    let plain = phrase.core(parsed).len() == 1;
    let opposition = phrase.core(parsed).any(|t| {
        matches!(&*parsed.tokens[t].lower, "rebel" | "opposition" | "insurgent" | "anti-government")
    });
    let fighting = matches!(&*phrase.noun, "force" | "forces" | "fighter" | "fighters" | "troop" | "soldier");
    matches!(&*phrase.noun, "rebel" | "insurgent" | "rebels" | "insurgents")
        && (plain || phrase.core(parsed).len() == 2)
        || opposition && fighting
}

fn is_company_noun(noun: &str) -> bool {
    matches!(
        noun,
        "company"
            | "firm"
            | "corporation"
            | "manufacturer"
            | "carmaker"
            | "automaker"
            | "retailer"
            | "airline"
            | "carrier"
            | "operator"
            | "supplier"
            | "producer"
            | "conglomerate"
            | "startup"
            | "start-up"
            | "business"
            | "lender"
            | "brewer"
            | "shipper"
    )
}

/// Bodies that are no companies.
fn is_body_noun(word: &str) -> bool {
    has(word, lexicon::ORGANISATION)
        && !is_company_noun(word)
        && !matches!(word, "group" | "bank" | "partnership" | "operator" | "broadcaster" | "network" | "lab")
        || matches!(word, "society" | "committee")
}

/// Nouns that news swaps for one another.
fn same_noun(a: &str, b: &str) -> bool {
    const SETS: [&[&str]; 12] = [
        &["company", "firm", "corporation", "business"],
        &["union", "syndicate", "syndicat", "sindicato", "gewerkschaft"],
        &["ministry", "ministère", "ministere", "ministerio"],
        &["agency", "agencia", "agence"],
        &["institute", "instituto", "institut"],
        &["federation", "federacion", "confederation"],
        &["newspaper", "paper", "daily", "tabloid", "broadsheet"],
        &["director", "head", "chief", "boss"],
        &["envoy", "ambassador"],
        &["group", "organisation", "organization"],
        &["army", "military"],
        &["court", "tribunal"],
    ];
    a == b || SETS.iter().any(|set| set.contains(&a) && set.contains(&b))
}
