//! Whom persons speak for: "SINADEC's director", "Ana Ruiz of the dockers' union".

use super::Resolver;
use crate::ParsedArticle;
use crate::mention::entities::Draft;
use crate::mention::names::Name;
use crate::mention::phrases::{self, Class, Phrase};
use crate::mention::{EntityKind, lexicon};

/// Settles whom persons speak for; after pronouns, so that "its president" knows whose.
pub(in crate::mention) fn affiliate(
    parsed: &ParsedArticle,
    names: &[Name],
    name_entity: &[usize],
    phrases: &[Phrase],
    of_phrase: &[Option<usize>],
    drafts: &mut Vec<Draft>,
) {
    let mut entity_at = vec![None; parsed.tokens.len()];
    for (d, draft) in drafts.iter().enumerate() {
        for mention in &draft.mentions {
            entity_at[mention.head] = Some(d);
        }
    }
    for (n, name) in names.iter().enumerate() {
        entity_at[name.tokens.clone()].fill(Some(name_entity[n]));
    }
    let mut resolver = Resolver::new(parsed, phrases, drafts, entity_at);
    for (p, entity) in of_phrase.iter().enumerate() {
        if let Some(entity) = *entity {
            resolver.affiliate(p, entity);
        }
    }
    resolver.affiliate_by_of(names, name_entity);
}

impl<'r, 'a> Resolver<'r, 'a> {
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
        let within = |t: usize| {
            let inside =
                || self.parsed.edges(t).rev().find_map(|i| self.entity_at[i].filter(|&e| e != entity));
            self.entity_at[t].or_else(|| if t < phrase.head { inside() } else { None })
        };
        let of = phrase.owner.or_else(modifier).and_then(within).or_else(by_noun);
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
        let by_country = || {
            let country = self.phrases[p].country?;
            self.countries.get(country.code).copied()
        };
        self.drafts[entity].affiliation = of.filter(|&e| fits(e)).or_else(by_country);
    }

    /// "union president": the one body of the article that the noun before the office fits.
    fn body_before(&self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        let before = phrase.head.checked_sub(1).filter(|t| phrase.tokens.contains(t))?;
        let noun = phrases::noun_of(&self.parsed.tokens[before]);
        if !lexicon::is_organisation_noun(&noun) {
            return None;
        }
        let body = |d: &Draft| matches!(d.kind, EntityKind::Organisation | EntityKind::Government);
        let mut found = self.with_noun(&noun);
        found.retain(|&d| body(&self.drafts[d]));
        match found[..] {
            [one] => Some(one),
            _ => None,
        }
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
