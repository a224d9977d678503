//! Groups without a name that a named part makes known: "Russian aircraft", "members of the union".

use super::Collector;
use crate::mention::{self, EntityKind};

impl Collector<'_, '_> {
    /// The named part by which an unnamed group is known ("Russian aircraft", "members of the union").
    pub(super) fn entity_of_parts(&self, head: usize) -> Option<usize> {
        let parsed = self.parsed;
        let group = |e: &usize| {
            matches!(
                self.entities[*e].kind,
                EntityKind::Person
                    | EntityKind::Organisation
                    | EntityKind::Government
                    | EntityKind::ArmedGroup
            )
        };
        if !self.is_group(head) && !mention::is_place_noun(&self.token(head).lemma) || self.is_relation(head)
        {
            return None;
        }
        let place = mention::is_place_noun(&self.token(head).lemma);
        if place {
            let name = |c: &usize| self.token(*c).dep == "compound" && self.token(*c).pos == "PROPN";
            return parsed.children(head).iter().copied().filter(name).find_map(|c| self.entity(c));
        }
        let own = parsed
            .children(head)
            .iter()
            .copied()
            .filter(|&c| matches!(self.token(c).dep, "amod" | "compound" | "poss" | "nmod"));
        let under = parsed
            .children(head)
            .iter()
            .copied()
            .filter(|&c| {
                self.token(c).dep == "prep" && matches!(self.token(c).lower.as_str(), "of" | "for" | "from")
            })
            .filter_map(|p| parsed.child(p, &["pobj"]));
        own.chain(under).find_map(|c| self.entity(c).filter(group).or_else(|| self.nation_of(c)))
    }

    /// "A key Assad ally", "the minister's wife": somebody else than whose they are.
    fn is_relation(&self, head: usize) -> bool {
        matches!(
            self.token(head).lemma.as_str(),
            "ally"
                | "rival"
                | "opponent"
                | "foe"
                | "enemy"
                | "critic"
                | "victim"
                | "friend"
                | "colleague"
                | "wife"
                | "husband"
                | "widow"
                | "son"
                | "daughter"
                | "brother"
                | "sister"
                | "father"
                | "mother"
                | "uncle"
                | "nephew"
                | "cousin"
                | "predecessor"
                | "successor"
        )
    }

    pub(super) fn is_group(&self, head: usize) -> bool {
        let lemma = &self.token(head).lemma;
        mention::is_person_noun(lemma)
            || mention::is_organisation_noun(lemma)
            || mention::is_armed_group_noun(lemma)
            || matches!(
                lemma.as_str(),
                "aircraft"
                    | "plane"
                    | "jet"
                    | "warplane"
                    | "airliner"
                    | "ship"
                    | "vessel"
                    | "frigate"
                    | "gunboat"
                    | "helicopter"
                    | "drone"
                    | "tank"
                    | "mortar"
                    | "howitzer"
                    | "artillery"
                    | "battery"
                    | "gun"
                    | "gain"
                    | "side"
            )
    }
}
