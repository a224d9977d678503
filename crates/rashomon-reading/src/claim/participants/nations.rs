//! The places and governments that adjectives stand for: "Norwegian and Chilean officials".

use super::Collector;
use super::phrases::PARTICIPANTS_MAX;
use crate::claim::{Participant, ParticipantRole};
use crate::mention::{self, EntityKind, LocalEntity};

/// Endings by which adjectives and names of peoples are made from names of places.
const NATIONAL: [&str; 7] = ["ian", "an", "ese", "ish", "i", "n", "er"];

/// Letters of the name that may be lost before them ("Rome", "Roman").
const N_LOST_MAX: usize = 2;

/// Shorter stems are too common.
const N_STEM_MIN: usize = 4;

/// Whether `adjective` is made from the name of a place by one of the usual endings.
fn is_derived(adjective: &str, name: &str) -> bool {
    let (adjective, name) = (adjective.to_lowercase(), name.to_lowercase());
    adjective != name
        && NATIONAL.iter().filter_map(|ending| adjective.strip_suffix(ending)).any(|stem| {
            stem.len() >= N_STEM_MIN && name.strip_prefix(stem).is_some_and(|rest| rest.len() <= N_LOST_MAX)
        })
}

impl Collector<'_, '_> {
    /// "Norwegian and Chilean": the governments that adjectives stand for, where the article names them.
    pub(super) fn add_countries(&mut self, modifier: usize, role: ParticipantRole) {
        let mut next = Some(modifier);
        for _ in 0..PARTICIPANTS_MAX {
            let Some(t) = next else { return };
            let word = self.parsed.word(t);
            let country = mention::country_by_adjective(word).or_else(|| mention::country_by_name(word));
            let government = country.and_then(|country| {
                let is =
                    |e: &LocalEntity| e.kind == EntityKind::Government && e.country == Some(country.code);
                self.entities.iter().position(is)
            });
            let known = |e: usize| self.found.iter().any(|p| p.entity == Some(e));
            if let Some(e) = government.filter(|&e| !known(e) && self.found.len() < PARTICIPANTS_MAX) {
                self.found.push(Participant {
                    role,
                    entity: Some(e),
                    span: self.token(t).span,
                    head: t,
                    head_lemma: self.token(t).lemma.clone(),
                });
            }
            next = self.parsed.child(t, &["conj"]);
        }
    }

    /// The place whose people or state an adjective names: "Kelmeti" of Kelmet, "Dzorian" of Dzoria.
    pub(super) fn nation_of(&self, adjective: usize) -> Option<usize> {
        let word = self.parsed.word(adjective);
        if !matches!(self.token(adjective).dep, "amod" | "compound") || !word.starts_with(char::is_uppercase)
        {
            return None;
        }
        let is_of = |e: &LocalEntity| {
            e.is_named
                && matches!(e.kind, EntityKind::Place | EntityKind::Government)
                && is_derived(word, &e.name)
        };
        self.entities.iter().position(is_of)
    }
}
