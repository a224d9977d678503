//! Numbering of the sparse features: every template has a block of numbers, one for each of its values.

/// A list of feature numbers under making.
#[derive(Debug, Default)]
pub(super) struct Features(pub(super) Vec<u16>);

/// Templates with the number of values of each; the order is part of the trained weights.
macro_rules! templates {
    ($($name:ident = $size:expr;)*) => {
        #[allow(non_camel_case_types, reason = "one name for the template and its place in the tables")]
        #[derive(Clone, Copy, Debug)]
        #[repr(usize)]
        pub(super) enum Template { $($name),* }
        const SIZES: &[usize] = &[$($size),*];
    };
}

const fn bases<const N: usize>(sizes: &[usize]) -> [usize; N] {
    let mut out = [0; N];
    let mut at = 1;
    while at < N {
        out[at] = out[at - 1] + sizes[at - 1];
        at += 1;
    }
    out
}

impl Features {
    /// Sets the feature of a template that has `value`; the last value stands for all above it.
    pub(super) fn put(&mut self, template: Template, value: usize) {
        let at = template as usize;
        let number = BASES[at] + value.min(SIZES[at] - 1);
        self.0.push(u16::try_from(number).unwrap_or(u16::MAX));
    }
}

use super::markables::{FORMS, PRONOUNS, ROLES, SORTS};

/// Values of "form, or which pronoun".
pub(super) const SHAPES: usize = FORMS - 1 + PRONOUNS;

templates! {
    PronounShape = PRONOUNS * SHAPES;
    PronounSort = PRONOUNS * SORTS;
    PronounGender = PRONOUNS * 3;
    PronounNumber = PRONOUNS * 2;
    PronounDistance = PRONOUNS * 7;
    RoleDistance = ROLES * 4;
    RoleRole = ROLES * ROLES;
    Recency = 4 * 8;
    Hobbs = 4 * 8;
    Binding = 3;
    Within = 4;
    Commanding = 2 * 5;
    Connection = 10;
    Quoted = PRONOUNS * 4;
    CountBefore = 4 * 6;
    IsTop = 4 * 2;
    Latest = 2;
    FirstOfText = 2;
    Conjuncts = 4;
    SameRole = 3;
    TokenDistance = 9;
    InitialSubject = 4;
    Layout = 4;
    Kin = 4;
    Told = 4;
    Rivals = 4 * 7;
    Bracketed = 2;
    SubjectBetween = 4;
    PronounRole = PRONOUNS * ROLES;
    Depths = 16;
    ShapeDistance = SHAPES * 4;
    IsNew = 1;
    NewPronoun = PRONOUNS;
    NewPlace = 4 * 5;
    NewRivals = 4 * 7;
    NewRole = 4 * ROLES;
    NewQuoted = PRONOUNS * 2;
    NewVerb = 4;
}

const COUNT: usize = SIZES.len();
static BASES: [usize; COUNT] = bases::<COUNT>(SIZES);

/// 0, 1, 2, 3-4, 5-8, ... as one small number.
pub(super) fn bucket(n: usize) -> usize {
    match n {
        0..=3 => n,
        4..=5 => 4,
        6..=8 => 5,
        9..=16 => 6,
        17..=32 => 7,
        _ => 8,
    }
}
