//! What the model sees of a word, and the cache of words met before.

use crate::tables::{CharSet, StringIds, Tables, is_space};
use rustc_hash::FxHashMap;
use smol_str::{SmolStr, ToSmolStr};

/// The tables from which lexical attributes are made.
pub(crate) struct LexicalTables {
    pub(crate) ids: StringIds,
    norms: FxHashMap<u64, u64>,
    base_norms: FxHashMap<&'static str, &'static str>,
    isalpha: CharSet,
    isupper: CharSet,
    isdigit: CharSet,
}

impl LexicalTables {
    pub(crate) fn load(tables: &Tables) -> Self {
        let ids = StringIds::load(tables);
        let key = |hex| u64::from_str_radix(hex, 16).expect("a hexadecimal string id");
        let n_norms = tables.lines("lexeme_norms").count();
        let mut norms = FxHashMap::with_capacity_and_hasher(n_norms, Default::default());
        norms.extend(tables.pairs("lexeme_norms").map(|(hex, norm)| (key(hex), ids.id(norm))));
        Self {
            norms,
            base_norms: tables.pairs("base_norms").collect(),
            isalpha: tables.class("isalpha"),
            isupper: tables.class("isupper"),
            isdigit: tables.class("isdigit"),
            ids,
        }
    }

    /// The word's outline: letters become `X` or `x`, digits `d`, and runs are cut after four.
    fn shape(&self, text: &str) -> String {
        /// Longer words (in characters) all have the shape `LONG`.
        const LONG: usize = 100;
        const RUN: usize = 4;
        let mut shape = String::with_capacity(text.len().min(LONG));
        if text.chars().nth(LONG - 1).is_some() {
            return "LONG".into();
        }
        let (mut last, mut run) = (None, 0);
        for c in text.chars() {
            let class = match c {
                c if self.isalpha.contains(c) && self.isupper.contains(c) => 'X',
                c if self.isalpha.contains(c) => 'x',
                c if self.isdigit.contains(c) => 'd',
                c => c,
            };
            run = if last == Some(class) { run + 1 } else { 0 };
            last = Some(class);
            if run < RUN {
                shape.push(class);
            }
        }
        shape
    }

    /// All attributes of a word; `norm` is the one that a special case of the tokenizer prescribes.
    fn lexeme(&self, text: &str, norm: Option<u64>) -> Lexeme {
        let lower = text.to_lowercase();
        let norm = norm.unwrap_or_else(|| {
            self.norms
                .get(&self.ids.id(text))
                .copied()
                .unwrap_or_else(|| self.ids.id(self.base_norms.get(text).copied().unwrap_or(&lower)))
        });
        let second = text.char_indices().nth(1).map_or(text.len(), |(i, _)| i);
        let suffix = text.char_indices().rev().nth(2).map_or(0, |(i, _)| i);
        let is_space = text.chars().all(is_space);
        Lexeme {
            features: [
                norm,
                self.ids.id(&text[..second]),
                self.ids.id(&text[suffix..]),
                self.ids.id(&self.shape(text)),
                u64::from(is_space),
            ],
            is_space,
            text: text.to_smolstr(),
            lower: lower.to_smolstr(),
            slots: [NO_SLOT; 2],
        }
    }
}

/// A lexeme whose vectors are not in the vector cache.
pub(crate) const NO_SLOT: u32 = u32::MAX;

/// One word type.
pub(crate) struct Lexeme {
    pub(crate) text: SmolStr,
    pub(crate) lower: SmolStr,
    pub(crate) is_space: bool,
    /// NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE as the numbers that are embedded.
    pub(crate) features: [u64; 5],
    /// Where the vector cache keeps it, without and with a space after.
    pub(crate) slots: [u32; 2],
}

/// Words met before, by text (and prescribed norm).
#[derive(Default)]
pub(crate) struct Lexicon {
    lexemes: Vec<Lexeme>,
    plain: FxHashMap<SmolStr, u32>,
    with_norm: FxHashMap<(SmolStr, u64), u32>,
    n_bytes: usize,
}

impl Lexicon {
    pub(crate) fn get(&self, lexeme: u32) -> &Lexeme {
        &self.lexemes[lexeme as usize]
    }

    pub(crate) fn get_mut(&mut self, lexeme: u32) -> &mut Lexeme {
        &mut self.lexemes[lexeme as usize]
    }

    pub(crate) fn len(&self) -> usize {
        self.lexemes.len()
    }

    /// Bytes of text kept.
    pub(crate) fn n_bytes(&self) -> usize {
        self.n_bytes
    }

    pub(crate) fn intern(&mut self, tables: &LexicalTables, text: &str, norm: Option<u64>) -> u32 {
        let known = match norm {
            None => self.plain.get(text).copied(),
            Some(norm) => self.with_norm.get(&(text.to_smolstr(), norm)).copied(),
        };
        known.unwrap_or_else(|| self.add(tables.lexeme(text, norm), norm))
    }

    fn add(&mut self, lexeme: Lexeme, norm: Option<u64>) -> u32 {
        let index = self.lexemes.len() as u32;
        self.n_bytes += lexeme.text.len() + lexeme.lower.len();
        match norm {
            None => self.plain.insert(lexeme.text.clone(), index),
            Some(norm) => self.with_norm.insert((lexeme.text.clone(), norm), index),
        };
        self.lexemes.push(lexeme);
        index
    }
}
