//! Numbering of the sparse features: every template has a block of numbers, one for each of its values.

use super::clauses::{MARKS, PARTS};
use super::markables::{CLASSES, FORMS, PRONOUNS, ROLES, SORTS};

/// A list of feature numbers under making.
#[derive(Debug)]
pub(super) struct Features(pub(super) Vec<u16>);

impl Default for Features {
    /// Room for one feature of every template, so that the list need not grow.
    fn default() -> Self {
        Self(Vec::with_capacity(32))
    }
}

/// Templates with the number of values of each; the order is part of the trained weights.
/// Templates of one ranker, numbered from 0.
pub(super) trait Numbered: Copy {
    /// The first number of the template and how many it has.
    fn block(self) -> (usize, usize);
}

macro_rules! templates {
    ($ranker:ident: $($name:ident = $size:expr;)*) => {
        #[derive(Clone, Copy, Debug)]
        #[repr(usize)]
        pub(super) enum $ranker { $($name),* }
        impl Numbered for $ranker {
            fn block(self) -> (usize, usize) {
                const SIZES: &[usize] = &[$($size),*];
                const FIRST: [usize; SIZES.len()] = first_numbers(SIZES);
                (FIRST[self as usize], SIZES[self as usize])
            }
        }
    };
}

const fn first_numbers<const N: usize>(sizes: &[usize]) -> [usize; N] {
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
    pub(super) fn put(&mut self, template: impl Numbered, value: usize) {
        let (first, size) = template.block();
        self.0.push(u16::try_from(first + value.min(size - 1)).unwrap_or(u16::MAX));
    }
}

/// Values of "form, or which pronoun".
pub(super) const SHAPES: usize = FORMS - 1 + PRONOUNS;

templates! { Template:
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
    Parts = PARTS * PARTS * 5;
    SameClause = PARTS * PARTS * 2;
    Level = 3 * 5;
    Relative = 5 * 2;
    Paired = 4;
    Introduction = 6 * 3;
    Conjunction = MARKS * PARTS * 2;
    Subjects = 4 * 5;
    SubjectRank = 5 * 3;
    Order = 4 * 2;
    Again = 4 * 3;
    IsNewHere = 2 * 3;
    Title = 4 * 4;
    Locals = 4 * 3;
    PlaceInSentence = 3 * 3 * 2;
    PreviousSubject = 3 * 8;
    Class = 4 * CLASSES;
    VerbSort = 2 * CLASSES * SORTS;
    NewVerbClass = 4 * CLASSES;
    Groups = 4 * 3;
    Turns = TURNS * 5;
}

templates! { Nominal:
    Forms = FORMS * FORMS;
    Sorts = SORTS * SORTS;
    Words = FORMS * SIMILARITIES;
    WordsNumber = SIMILARITIES * 4;
    WordsDistance = SIMILARITIES * 7;
    WordsRank = SIMILARITIES * 5;
    WordsSort = SIMILARITIES * SORTS;
    FormDistance = FORMS * 7;
    FormRank = FORMS * 6;
    Gender = 3;
    AnaphorRole = FORMS * ROLES;
    AntecedentRole = FORMS * ROLES;
    Beside = BESIDES * FORMS;
    Nested = 3;
    Count = FORMS * 6;
    Layout = 4;
    Quoted = 4;
    Opening = 2;
    Modified = 4;
    Modifier = 4 * SIMILARITIES;
    KnownNoun = 4;
    IsNew = 1;
    NewForm = FORMS;
    NewSort = SORTS * FORMS;
    NewRole = ROLES * FORMS;
    NewSeen = FORMS * SIMILARITIES;
    NewPlace = FORMS * 5;
    NewModified = FORMS * 2;
    NewPlural = FORMS * 2;
    NewQuoted = 2;
    Near = FORMS * 4;
    Class = 3 * CLASSES;
    Classes = CLASSES * CLASSES;
    Repeated = 7 * SIMILARITIES;
    Complement = COMPLEMENTS * SIMILARITIES;
    SameRole = 2 * SIMILARITIES;
    TokenDistance = 9 * 3;
    Determiner = DETERMINERS * SIMILARITIES;
    NewClass = CLASSES * FORMS;
    NewRepeated = 7 * FORMS;
    NewDeterminer = DETERMINERS * 2;
    NewComplement = COMPLEMENTS * SIMILARITIES;
    NewBest = 4 * FORMS;
}

/// Pairs of "I", "we" and "you", in and out of quotation marks together or not.
pub(super) const TURNS: usize = 3 * 3 * 2;

/// How the words behind two heads compare: nothing behind either, the later only, the earlier only, the same, others.
pub(super) const COMPLEMENTS: usize = 5;
/// Words before a head that say something of what it refers to.
pub(super) const DETERMINERS: usize = 10;

/// How alike the words of two phrases are.
pub(super) const SIMILARITIES: usize = 10;
/// How two phrases can stand side by side.
pub(super) const BESIDES: usize = 6;

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
