//! Armed bodies by description: "the army", "regime forces", "the Danish police", "rebels".

use super::Resolver;
use crate::ParsedArticle;
use crate::mention::EntityKind;
use crate::mention::countries::Country;
use crate::mention::phrases::{Determiner, Phrase};

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

impl<'r, 'a> Resolver<'r, 'a> {
    /// Armies of states are one per country; rebels are one body as long as nothing tells them apart.
    pub(super) fn armed_group(&mut self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        let army = is_state_force(self.parsed, phrase) && is_army_noun(&phrase.noun);
        if let Some(country) = phrase.country {
            return Some(if army { self.army_of(country, p) } else { self.named_force(p) });
        }
        if is_rebel(self.parsed, phrase) {
            let at = self.rebels.unwrap_or_else(|| self.describe(p, EntityKind::ArmedGroup));
            self.rebels = Some(at);
            return Some(at);
        }
        if phrase.determiner == Determiner::Indefinite {
            return Some(self.describe(p, EntityKind::ArmedGroup));
        }
        let by_noun = if army { None } else { self.definite(p) };
        if by_noun.is_some() {
            return by_noun;
        }
        if army && (phrase.determiner != Determiner::Possessive || self.is_leaders(p)) {
            return self.state_forces(p);
        }
        Some(self.describe(p, EntityKind::ArmedGroup))
    }

    fn army_of(&mut self, country: &'static Country, p: usize) -> usize {
        let known = self.armies.iter().copied().find(|&a| self.drafts[a].country == Some(country));
        known.unwrap_or_else(|| {
            let at = self.named_force(p);
            self.armies.push(at);
            at
        })
    }

    /// "the Danish police": as good as a name.
    fn named_force(&mut self, p: usize) -> usize {
        let at = self.describe(p, EntityKind::ArmedGroup);
        self.drafts[at].is_named = true;
        at
    }

    /// "the army", "regime forces": the one army of the article; with several, which is not said.
    fn state_forces(&mut self, p: usize) -> Option<usize> {
        match self.armies[..] {
            [one] => Some(one),
            [] => {
                let at = self.state_forces.unwrap_or_else(|| self.describe(p, EntityKind::ArmedGroup));
                self.state_forces = Some(at);
                Some(at)
            }
            _ => Some(self.describe(p, EntityKind::ArmedGroup)),
        }
    }

    /// "President Ruiz's forces".
    fn is_leaders(&self, p: usize) -> bool {
        let owner = self.phrases[p].owner.and_then(|t| self.entity_at[t]);
        let leads = |role: &str| matches!(&*role.to_lowercase(), "president" | "prime minister" | "premier");
        owner.is_some_and(|e| self.drafts[e].role.as_deref().is_some_and(leads))
    }
}
