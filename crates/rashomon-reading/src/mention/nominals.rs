//! Descriptions to entities: beside a name they say what it is; elsewhere "the agency", "the federation's president"
//! refer back when exactly one entity fits; else a person or body known by description only is an entity of its own.

mod affiliation;
mod company;
mod forces;

use super::apposition::Link;
use super::countries::Country;
use super::entities::Draft;
use super::kinds::singular;
use super::lexicon::{self, gender_of_word, has};
use super::names::{self, Name};
use super::phrases::{Class, Determiner, Phrase};
use super::{EntityKind, MentionKind};
use crate::ParsedArticle;
use rustc_hash::FxHashMap;

pub(super) use affiliation::affiliate;
pub(super) use company::is_company_noun;

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
    let mut resolver = Resolver::new(parsed, phrases, drafts, entity_at);
    for (p, entity) in of_phrase.iter().enumerate() {
        if let Some(entity) = *entity {
            resolver.note_description(p, entity);
        }
    }
    for name in names.iter().enumerate() {
        resolver.note_title(name.1, name_entity[name.0]);
    }
    // Governments and armies with a country first: "the army" may stand before "the Danish army".
    for (p, entity) in of_phrase.iter_mut().enumerate() {
        let told =
            phrases[p].country.is_some() && matches!(phrases[p].class, Class::Government | Class::ArmedGroup);
        if told && entity.is_none() {
            *entity = resolver.refer(p);
        }
    }
    for (p, entity) in of_phrase.iter_mut().enumerate() {
        *entity = entity.or_else(|| resolver.refer(p));
        if let Some(entity) = *entity {
            resolver.mention(p, entity);
        }
    }
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
    /// Entities by the nouns of their descriptions and the words of their names, synonyms brought together.
    by_noun: FxHashMap<String, Vec<usize>>,
    /// The entity of each country, by code.
    countries: FxHashMap<&'static str, usize>,
    /// Governments that a description told ("the Danish government").
    governments: Vec<usize>,
    /// Armies of countries.
    armies: Vec<usize>,
    /// Government forces of no named country.
    state_forces: Option<usize>,
    /// Those who fight a government.
    rebels: Option<usize>,
}

impl<'r, 'a> Resolver<'r, 'a> {
    fn new(
        parsed: &'r ParsedArticle<'a>,
        phrases: &'r [Phrase],
        drafts: &'r mut Vec<Draft>,
        entity_at: Vec<Option<usize>>,
    ) -> Self {
        let mut resolver = Self {
            parsed,
            phrases,
            drafts,
            entity_at,
            by_words: FxHashMap::default(),
            by_noun: FxHashMap::default(),
            countries: FxHashMap::default(),
            governments: Vec::new(),
            armies: Vec::new(),
            state_forces: None,
            rebels: None,
        };
        for at in 0..resolver.drafts.len() {
            resolver.index(at);
        }
        resolver
    }

    fn index(&mut self, at: usize) {
        let draft = &self.drafts[at];
        let country =
            draft.country.filter(|_| draft.fixed_name.is_some() && draft.kind == EntityKind::Government);
        if let Some(country) = country {
            self.countries.entry(country.code).or_insert(at);
        }
        let words: Vec<String> = draft.words.iter().map(|w| singular(w)).collect();
        let words = if draft.is_named { words } else { Vec::new() };
        for noun in draft.nouns.clone().into_iter().chain(words) {
            self.index_noun(&noun, at);
        }
    }

    fn index_noun(&mut self, noun: &str, at: usize) {
        let list = self.by_noun.entry(canonical(noun).to_owned()).or_default();
        if list.last() != Some(&at) {
            list.push(at);
        }
    }

    fn add_noun(&mut self, at: usize, noun: &str) {
        if !self.drafts[at].nouns.iter().any(|n| n == noun) {
            self.drafts[at].nouns.push(noun.to_owned());
            self.index_noun(noun, at);
        }
    }

    fn push(&mut self, draft: Draft) -> usize {
        self.drafts.push(draft);
        let at = self.drafts.len() - 1;
        self.index(at);
        at
    }

    /// Entities that the noun fits, each once, in order of their making.
    fn with_noun(&self, noun: &str) -> Vec<usize> {
        let mut found = self.by_noun.get(canonical(noun)).cloned().unwrap_or_default();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// A description beside a name gives it nouns, a role, a gender.
    fn note_description(&mut self, p: usize, entity: usize) {
        let phrase = &self.phrases[p];
        let core = phrase.core(self.parsed);
        let role = self.role_words(phrase);
        let gender = core.clone().find_map(|t| gender_of_word(self.parsed.word(t)));
        self.add_noun(entity, &phrase.noun);
        let draft = &mut self.drafts[entity];
        draft.gender = draft.gender.or(gender);
        draft.country = draft.country.or(phrase.country);
        if phrase.class == Class::Person
            && draft.kind == EntityKind::Person
            && !has(&phrase.noun, lexicon::RELATION)
        {
            draft.role = draft.role.take().or(role);
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
        draft.mention(first..title.end, last, MentionKind::Nominal, false);
        self.add_noun(entity, &noun);
    }

    /// The words of an office without whose it is: "director", "deputy US ambassador".
    fn role_words(&self, phrase: &Phrase) -> Option<String> {
        let mut core = phrase.core(self.parsed);
        while core.start < phrase.head && self.is_country_adjective(core.start) {
            core.start += 1;
        }
        Some(names::words(self.parsed, core).replace('\n', " "))
    }

    fn is_country_adjective(&self, t: usize) -> bool {
        super::countries::country_by_adjective(self.parsed.word(t)).is_some()
    }

    fn mention(&mut self, p: usize, entity: usize) {
        let phrase = &self.phrases[p];
        let start = phrase.tokens.start;
        let is_alias =
            phrase.country.is_some() && matches!(phrase.class, Class::Government | Class::ArmedGroup);
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
        if let [one] = self.governments[..] {
            return Some(one);
        }
        if self.countries.len() == 1 && self.governments.is_empty() {
            return self.countries.values().next().copied();
        }
        (phrase.determiner == Determiner::Definite).then(|| self.describe(p, EntityKind::Government))
    }

    fn country(&mut self, country: &'static Country, p: usize) -> usize {
        let at = self.countries.get(country.code).copied().unwrap_or_else(|| {
            let mut draft =
                Draft::described(self.parsed, self.phrases[p].tokens.clone(), EntityKind::Government);
            draft.fixed_name = Some(country.name);
            draft.country = Some(country);
            draft.is_named = true;
            self.push(draft)
        });
        self.add_noun(at, &self.phrases[p].noun);
        if !self.governments.contains(&at) {
            self.governments.push(at);
        }
        at
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
        let mut candidates = self.with_noun(&phrase.noun);
        candidates.retain(|&d| self.fits(p, d) && !(self.drafts[d].is_named && self.is_of_one_person(p)));
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

    /// "His office said": the people around somebody, no body that bears the noun in its name.
    fn is_of_one_person(&self, p: usize) -> bool {
        let phrase = &self.phrases[p];
        let owner = self.parsed.tokens[phrase.tokens.start].lower.as_str();
        matches!(owner, "his" | "her" | "my")
            && matches!(phrase.noun.as_str(), "office" | "bureau" | "staff" | "cabinet" | "team" | "family")
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
        // "The companies" are no single firm.
        if phrase.is_plural && phrase.class == Class::Organisation && !draft.is_plural {
            return false;
        }
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

    /// A person or body known by description: the same words again are the same one, unless introduced anew.
    fn described(&mut self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        let dull = matches!(&*phrase.noun, "people" | "person" | "human" | "individual" | "folk" | "anyone");
        let weak_noun = phrase.is_plural || has(&phrase.noun, lexicon::ORGANISATION_WEAK);
        let weak = phrase.class == Class::Organisation && weak_noun && !self.acts(phrase.head);
        let this = self.parsed.tokens[phrase.tokens.start].lower == "this";
        let own = this && super::is_outlet_noun(&phrase.noun);
        let bare =
            phrase.class == Class::Person && phrase.determiner == Determiner::Bare && !phrase.is_plural;
        let furniture =
            matches!(&*phrase.noun, "chair" | "head" | "source" | "insider") && !self.acts(phrase.head);
        if dull || weak || own || bare || furniture {
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

    /// Subject of a verb of saying or deciding, or agent of one.
    fn acts(&self, head: usize) -> bool {
        let token = &self.parsed.tokens[head];
        let verb = |t: usize| has(&self.parsed.tokens[t].lemma.to_lowercase(), lexicon::ACTING_VERB);
        let agent = || {
            let by = &self.parsed.tokens[token.head];
            token.dep == "pobj" && by.lower == "by" && verb(by.head)
                || token.dep == "pobj" && by.lower == "to" && self.parsed.tokens[by.head].lower == "according"
        };
        token.dep == "nsubj" && verb(token.head) || agent()
    }

    fn describe(&mut self, p: usize, kind: EntityKind) -> usize {
        let phrase = &self.phrases[p];
        let key = self.key(p);
        let known = self.by_words.get(&key).filter(|_| phrase.determiner != Determiner::Indefinite);
        if let Some(known) = known {
            return *known;
        }
        let mut draft = Draft::described(self.parsed, self.name_tokens(p), kind);
        draft.nouns.push(phrase.noun.clone());
        draft.is_plural = phrase.is_plural && phrase.class == Class::Person;
        draft.gender = phrase.core(self.parsed).find_map(|t| gender_of_word(self.parsed.word(t)));
        draft.country = phrase.country;
        let at = self.push(draft);
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
                && !self.is_of_verb(phrase.head, t)
                && (matches!(&*token.lower, "of" | "from" | "at" | "with" | "for")
                    || token.lower == "to"
                        && matches!(&*phrase.noun, "ambassador" | "envoy" | "representative"))
        };
        if phrase.is_plural {
            return start.min(phrase.head)..phrase.tokens.end;
        }
        let end = self
            .parsed
            .children(phrase.head)
            .iter()
            .copied()
            .find(|t| follows(t))
            .map(|t| self.parsed.edges(t).end);
        let end = end.filter(|&e| e <= phrase.tokens.end + COMPLEMENT_MAX && e > phrase.tokens.end);
        let mut end = end.unwrap_or(phrase.tokens.end);
        while !self.parsed.word(end - 1).ends_with(char::is_alphanumeric) && end > phrase.tokens.end {
            end -= 1;
        }
        start.min(phrase.head)..end
    }

    /// "Acquitted the banker of fraud", "accused the minister of lying": what the verb says of them.
    fn is_of_verb(&self, noun: usize, preposition: usize) -> bool {
        let verb = self.parsed.tokens[self.parsed.tokens[noun].head].lemma.as_str();
        let takes_of = matches!(
            verb,
            "accuse"
                | "acquit"
                | "convict"
                | "suspect"
                | "clear"
                | "rob"
                | "strip"
                | "deprive"
                | "relieve"
                | "inform"
                | "notify"
                | "warn"
                | "remind"
                | "assure"
                | "cure"
                | "rid"
        );
        self.parsed.tokens[preposition].lower == "of"
            && (takes_of || self.parsed.child(preposition, &["pcomp"]).is_some())
    }
}

/// The word that stands for all that news swaps for one another.
fn canonical(noun: &str) -> &str {
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
    SETS.iter().find(|set| set.contains(&noun)).map_or(noun, |set| set[0])
}

fn same_noun(a: &str, b: &str) -> bool {
    canonical(a) == canonical(b)
}
