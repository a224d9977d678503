//! How sure a name is, by what speaks for it.
//!
//! The classes are those of the evidence; their figures are measured, not felt: the share of names of the class that are
//! names of that type in the gold of news and of encyclopedic articles on politics (the sets `meantime`, `re3d`, `uner_pud`,
//! `crossner_politics` together) in documents that the tagger has not seen (`rashomon-eval --task ner --held-out`,
//! `held_out.confidence_…`). In blogs, mail and messages names are less sure.

use super::EntityKind;
use super::entities::Draft;
use super::names::Name;
use super::retag::Verdict;
use super::tagger::Label;

/// What speaks for a name, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameBasis {
    /// The tagger, with less than [`FAIR`].
    Doubtful,
    /// The rules alone: the tagger was not asked, or takes it for something else or for no name.
    Rules,
    /// The tagger, with less than [`GOOD`].
    Fair,
    /// The tagger, with less than [`SURE`].
    Good,
    /// The lists of countries, seats of government and international bodies.
    Listed,
    /// The tagger, with more.
    Sure,
}

/// Probabilities of the tagger, of the least sure word of a name, that bound the classes.
const FAIR: f32 = 0.6;
const GOOD: f32 = 0.8;
const SURE: f32 = 0.95;

impl NameBasis {
    /// Probability, 0 to 1, that the words are a name, and of that type.
    #[must_use]
    pub fn confidence(self) -> f32 {
        match self {
            NameBasis::Doubtful => 0.56,
            NameBasis::Rules => 0.59,
            NameBasis::Fair => 0.73,
            NameBasis::Good => 0.84,
            NameBasis::Listed => 0.94,
            NameBasis::Sure => 0.96,
        }
    }

    /// What speaks for one occurrence of a name of this kind.
    pub(super) fn of(name: &Name, kind: EntityKind) -> Self {
        match name.verdict {
            Verdict::Unasked | Verdict::None(_) => NameBasis::Rules,
            Verdict::Is(label, _) if !is_of(kind, label) => NameBasis::Rules,
            Verdict::Is(_, probability) if probability < FAIR => NameBasis::Doubtful,
            Verdict::Is(_, probability) if probability < GOOD => NameBasis::Fair,
            Verdict::Is(_, probability) if probability < SURE => NameBasis::Good,
            Verdict::Is(..) => NameBasis::Sure,
        }
    }
}

/// Notes what speaks for the entities that the names are of: of several occurrences the surest.
pub(super) fn note(names: &[Name], entity_of: &[usize], drafts: &mut [Draft]) {
    for (name, &entity) in names.iter().zip(entity_of) {
        let draft = &mut drafts[entity];
        let is_listed = draft.fixed_name.is_some();
        let basis = if is_listed { NameBasis::Listed } else { NameBasis::of(name, draft.kind) };
        draft.basis = draft.basis.max(Some(basis));
    }
}

/// Whether the tagger's label is that of the kind. Governments are named by countries, capitals and bodies.
fn is_of(kind: EntityKind, label: Label) -> bool {
    match kind {
        EntityKind::Person => label == Label::Person,
        EntityKind::Organisation | EntityKind::ArmedGroup => label == Label::Organisation,
        EntityKind::Government => matches!(label, Label::Organisation | Label::Place),
        EntityKind::Place | EntityKind::Facility => label == Label::Place,
        EntityKind::Event | EntityKind::Product | EntityKind::Law | EntityKind::Other => {
            label == Label::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::with_article;

    fn basis(text: &str, name: &str) -> Option<NameBasis> {
        with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            let entity = reading.entities.iter().find(|e| e.name == name);
            entity.unwrap_or_else(|| panic!("{name} in {text}")).basis
        })
    }

    #[test]
    fn a_country_is_surer_than_a_name_and_a_description_has_none() {
        let text =
            "Norway sent the frigate on Monday. Anna Berg, the mayor of Lyon, thanked the local police.";
        assert_eq!(basis(text, "Norway"), Some(NameBasis::Listed));
        assert!(basis(text, "Anna Berg") >= Some(NameBasis::Good));
        assert_eq!(basis("The monitors said that a witness fled.", "a witness"), None);
    }

    #[test]
    fn more_evidence_is_never_less_sure() {
        use NameBasis as B;
        let all = [B::Doubtful, B::Rules, B::Fair, B::Good, B::Listed, B::Sure];
        assert!(all.is_sorted() && all.map(B::confidence).is_sorted());
    }
}
