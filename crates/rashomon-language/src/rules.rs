//! The attribute ruler (fine tag to coarse part of speech and morphology, some lemmas) and the rule lemmatiser.

use crate::tables::{CharSet, SortedLines, Tables};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::{SmolStr, ToSmolStr};

/// What the rules look at in a token.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) tag: &'static str,
    pub(crate) dep: &'static str,
    pub(crate) lower: &'a str,
    pub(crate) is_space: bool,
}

/// What the rules say of a token.
#[derive(Clone, Debug)]
pub(crate) struct Analysis {
    pub(crate) tag: &'static str,
    pub(crate) dep: &'static str,
    pub(crate) pos: &'static str,
    pub(crate) morph: &'static str,
    pub(crate) lemma: SmolStr,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Attribute {
    Tag,
    Dep,
    Lower,
    IsSpace,
    Pos,
    Morph,
    Lemma,
}

impl Attribute {
    fn parse(name: &str) -> Self {
        match name {
            "TAG" => Self::Tag,
            "DEP" => Self::Dep,
            "LOWER" => Self::Lower,
            "IS_SPACE" => Self::IsSpace,
            "POS" => Self::Pos,
            "MORPH" => Self::Morph,
            "LEMMA" => Self::Lemma,
            other => unreachable!("the table file has no attribute {other}"),
        }
    }
}

struct Condition {
    attribute: Attribute,
    /// Whether the value must be among `values`, or must not.
    among: bool,
    values: Vec<&'static str>,
}

impl Condition {
    fn holds(&self, view: View) -> bool {
        let value = match self.attribute {
            Attribute::Tag => view.tag,
            Attribute::Dep => view.dep,
            Attribute::Lower => view.lower,
            _ if view.is_space => "True",
            _ => "False",
        };
        self.values.contains(&value) == self.among
    }
}

#[derive(Default)]
struct Rule {
    /// The token of the match which is changed.
    index: usize,
    changes: Vec<(Attribute, &'static str)>,
    pattern: Vec<Vec<Condition>>,
}

impl Rule {
    fn matches<'v>(&self, at: usize, n: usize, view: impl Fn(usize) -> View<'v>) -> bool {
        at + self.pattern.len() <= n
            && self.pattern.iter().enumerate().all(|(j, token)| token.iter().all(|c| c.holds(view(at + j))))
    }
}

/// The attribute ruler. All rules are matched against the document as tagger and parser left it; then the changes are made
/// in the order of the rules.
pub(crate) struct Ruler {
    rules: Vec<Rule>,
    /// Words (lower case) and labels with which a rule of two tokens may begin.
    pair_words: FxHashSet<&'static str>,
    pair_deps: FxHashSet<&'static str>,
}

impl Ruler {
    pub(crate) fn load(tables: &Tables) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in tables.lines("rules") {
            let fields: Vec<&'static str> = line.split('\t').collect();
            match (fields.as_slice(), rules.last_mut()) {
                (["rule", index], _) => {
                    rules.push(Rule { index: index.parse().expect("an index"), ..Rule::default() });
                }
                (["set", attribute, value], Some(rule)) => {
                    rule.changes.push((Attribute::parse(attribute), value));
                }
                (["token"], Some(rule)) => rule.pattern.push(Vec::new()),
                (["if", attribute, operator, values @ ..], Some(rule)) => {
                    let condition = Condition {
                        attribute: Attribute::parse(attribute),
                        among: *operator == "IN",
                        values: values.to_vec(),
                    };
                    rule.pattern.last_mut().expect("a condition belongs to a token").push(condition);
                }
                _ => unreachable!("the table file has no record {line:?}"),
            }
        }
        let values = |attribute| {
            let pairs = rules.iter().filter(|rule| rule.pattern.len() > 1);
            let first = pairs.map(move |rule| {
                let found = rule.pattern[0].iter().find(|c| c.attribute == Attribute::Lower);
                found.unwrap_or(&rule.pattern[0][0])
            });
            first.filter(|c| c.attribute == attribute).flat_map(|c| c.values.iter().copied()).collect()
        };
        Self { pair_words: values(Attribute::Lower), pair_deps: values(Attribute::Dep), rules }
    }

    /// Whether a rule of two tokens may match at this token and the next.
    pub(crate) fn may_begin_pair(&self, view: View) -> bool {
        self.pair_words.contains(view.lower) || self.pair_deps.contains(view.dep)
    }

    /// Token `at` of `n` after the rules; the lemma is empty unless a rule sets it.
    pub(crate) fn apply<'v>(&self, at: usize, n: usize, view: impl Fn(usize) -> View<'v>) -> Analysis {
        let old = view(at);
        let mut new = Analysis { tag: old.tag, dep: old.dep, pos: "", morph: "", lemma: SmolStr::default() };
        for rule in &self.rules {
            if !at.checked_sub(rule.index).is_some_and(|start| rule.matches(start, n, &view)) {
                continue;
            }
            for &(attribute, value) in &rule.changes {
                match attribute {
                    Attribute::Tag => new.tag = value,
                    Attribute::Dep => new.dep = value,
                    Attribute::Pos => new.pos = value,
                    Attribute::Morph => new.morph = value,
                    Attribute::Lemma => new.lemma = SmolStr::new_static(value),
                    Attribute::Lower | Attribute::IsSpace => {}
                }
            }
        }
        new
    }
}

/// Suffix rules, exceptions and known forms of one part of speech.
struct LemmaTable {
    rules: Vec<(&'static str, &'static str)>,
    exceptions: SortedLines,
    index: SortedLines,
}

/// spaCy's rule lemmatiser, which follows WordNet's `morphy` (Miller et al., `morphy(7WN)`).
pub(crate) struct Lemmatiser {
    tables: FxHashMap<&'static str, LemmaTable>,
    isalpha: CharSet,
}

impl Lemmatiser {
    pub(crate) fn load(tables: &Tables) -> Self {
        let names = [("NOUN", "noun"), ("VERB", "verb"), ("ADJ", "adj"), ("ADV", "adv"), ("PUNCT", "punct")];
        let table = |name: &str| LemmaTable {
            rules: tables.pairs(&format!("lemma_rules {name}")).collect(),
            exceptions: SortedLines::new(tables, &format!("lemma_exceptions {name}")),
            index: SortedLines::new(tables, &format!("lemma_index {name}")),
        };
        Self {
            tables: names.into_iter().map(|(pos, name)| (pos, table(name))).collect(),
            isalpha: tables.class("isalpha"),
        }
    }

    pub(crate) fn lemma(&self, text: &SmolStr, lower: &SmolStr, pos: &str, morph: &str) -> SmolStr {
        if matches!(pos, "" | "EOL" | "SPACE") || is_base_form(pos, morph) {
            return lower.clone();
        }
        let Some(table) = self.tables.get(pos) else {
            return if pos == "PROPN" { text.clone() } else { lower.clone() };
        };
        // Known forms come first, the last rule's before the others'; then forms that are no words; then the rest.
        let (mut forms, mut unknown) = (Vec::new(), None);
        for (old, new) in &table.rules {
            let Some(stem) = lower.strip_suffix(old) else { continue };
            let form = format!("{stem}{new}");
            if form.is_empty() {
                continue;
            }
            if table.index.get(&form).is_some() {
                forms.insert(0, form);
            } else if !form.chars().all(|c| self.isalpha.contains(c)) {
                forms.push(form);
            } else {
                unknown.get_or_insert(form);
            }
        }
        for lemma in table.exceptions.get(lower).into_iter().flat_map(|lemmas| lemmas.split('\t')) {
            if !forms.iter().any(|form| form == lemma) {
                forms.insert(0, lemma.to_owned());
            }
        }
        forms.into_iter().next().or(unknown).map_or_else(|| text.clone(), |form| form.to_smolstr())
    }
}

/// Whether the morphology says that the word is its own dictionary form.
fn is_base_form(pos: &str, morph: &str) -> bool {
    let has = |feature: &str| morph.split('|').any(|f| f == feature);
    (pos == "NOUN" && has("Number=Sing"))
        || (pos == "VERB" && has("VerbForm=Fin") && has("Tense=Pres") && !morph.contains("Number="))
        || has("VerbForm=Inf")
        || has("VerbForm=None")
        || has("Degree=Pos")
}
