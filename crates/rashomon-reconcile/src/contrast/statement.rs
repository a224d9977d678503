//! A sentence as it is compared: its words by role.

use rashomon_language::{Document, Token};
use std::collections::BTreeSet;

/// Lemmas that say little.
const LIGHT: [&str; 8] = ["be", "have", "do", "get", "group", "thing", "there", "go"];
/// Verbs that only open another: "began to run".
const OPENING: [&str; 8] = ["try", "start", "begin", "be", "get", "go", "continue", "prepare"];
/// Words that are no content though they are adverbs.
const EMPTY: [&str; 10] = ["n't", "not", "never", "there", "then", "here", "just", "very", "too", "also"];
const NEGATIONS: [&str; 10] =
    ["no", "nobody", "nothing", "none", "never", "neither", "without", "nowhere", "not", "n't"];
const MODALS: [&str; 8] = ["may", "might", "could", "would", "should", "can", "will", "must"];
/// Lemmas by which something is not yet so.
const AHEAD: [&str; 7] = ["want", "plan", "hope", "wait", "prepare", "expect", "about"];
const NUMBERS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// What part a word has in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Who or what it is about.
    Subject,
    /// What is done.
    Verb,
    /// All else.
    Rest,
}

/// A word that says something.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) lower: String,
    pub(super) lemma: String,
    pub(super) role: Role,
    pub(super) is_adjective: bool,
}

/// Who acts, or what is done.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) lemma: String,
    pub(super) tag: &'static str,
    pub(super) is_pronoun: bool,
}

/// A sentence, ready to be compared.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    pub(super) words: Vec<Word>,
    pub(super) subject: Option<Head>,
    pub(super) verb: Option<Head>,
    pub(super) is_negated: bool,
    pub(super) is_ahead: bool,
    pub(super) is_past: bool,
    pub(super) has_circumstance: bool,
    pub(super) numbers: BTreeSet<u64>,
    pub(super) prepositions: BTreeSet<String>,
}

impl Statement {
    /// The statement of a parsed text: its first main clause and all its words.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let tokens: Vec<Token> = document.tokens().collect();
        let Some(root) = tokens.iter().find(|t| t.head().i() == t.i()) else { return Self::default() };
        let (subject, verb) = heads(&tokens, *root);
        let about = subject.map(|s| phrase(&tokens, s, verb)).unwrap_or_default();
        let role = |t: &Token| {
            if about.contains(&t.i()) {
                Role::Subject
            } else if verb.is_some_and(|v| v.i() == t.i()) {
                Role::Verb
            } else {
                Role::Rest
            }
        };
        let word = |t: &Token| Word {
            lower: t.text().to_lowercase(),
            lemma: t.lemma().to_lowercase(),
            role: role(t),
            is_adjective: t.pos() == "ADJ",
        };
        let lowers: Vec<String> = tokens.iter().map(|t| t.text().to_lowercase()).collect();
        let has = |list: &[&str]| lowers.iter().any(|w| list.contains(&w.as_str()));
        let modal = |t: &Token| {
            t.pos() == "AUX" && MODALS.contains(&t.text().to_lowercase().as_str())
                || AHEAD.contains(&t.lemma().to_lowercase().as_str())
        };
        Self {
            words: tokens.iter().filter(|t| is_content(t)).map(word).collect(),
            subject: subject.map(head),
            verb: verb.map(head),
            is_negated: has(&NEGATIONS) || tokens.iter().any(|t| t.dep() == "neg"),
            is_ahead: tokens.iter().any(modal),
            is_past: tokens.iter().any(|t| t.tag() == "VBD"),
            has_circumstance: has(&["to", "for", "because"]) || tokens.iter().any(|t| t.dep() == "advcl"),
            numbers: lowers.iter().filter_map(|w| number(w)).collect(),
            prepositions: tokens
                .iter()
                .filter(|t| t.pos() == "ADP")
                .map(|t| t.text().to_lowercase())
                .collect(),
        }
    }

    /// Whether both have the same words, and one of them is negated.
    #[must_use]
    pub fn is_negated_in(&self, other: &Self) -> bool {
        let has_all = |a: &Self, b: &Self| a.words.iter().all(|w| b.words.iter().any(|o| o.lemma == w.lemma));
        let is_same = !self.words.is_empty() && has_all(self, other) && has_all(other, self);
        is_same && self.is_negated != other.is_negated
    }

    /// Share of this statement's content words whose lemma the other has too, 0 to 1; 0 where there are none.
    #[must_use]
    pub fn share_in(&self, other: &Self) -> f64 {
        let is_there = |w: &&Word| other.words.iter().any(|o| o.lemma == w.lemma);
        self.words.iter().filter(is_there).count() as f64 / self.words.len().max(1) as f64
    }
}

fn head(token: Token) -> Head {
    let is_pronoun = token.pos() == "PRON";
    Head { lemma: token.lemma().to_lowercase(), tag: token.tag(), is_pronoun }
}

fn is_content(token: &Token) -> bool {
    matches!(token.pos(), "NOUN" | "PROPN" | "VERB" | "ADJ" | "NUM" | "ADV")
        && !matches!(token.dep(), "aux" | "auxpass")
        && !LIGHT.contains(&token.lemma().to_lowercase().as_str())
        && !EMPTY.contains(&token.text().to_lowercase().as_str())
}

fn number(word: &str) -> Option<u64> {
    NUMBERS.iter().position(|n| *n == word).map_or_else(|| word.parse().ok(), |n| Some(n as u64))
}

fn child<'d>(tokens: &[Token<'d>], of: Token, deps: &[&str]) -> Option<Token<'d>> {
    tokens.iter().copied().find(|t| t.head().i() == of.i() && t.i() != of.i() && deps.contains(&t.dep()))
}

/// Who acts and what is done; a noun alone ("Two dogs running") is who acts.
fn heads<'d>(tokens: &[Token<'d>], root: Token<'d>) -> (Option<Token<'d>>, Option<Token<'d>>) {
    const MODIFYING: [&str; 2] = ["acl", "relcl"];
    let (subject, mut verb) = if matches!(root.pos(), "NOUN" | "PROPN" | "PRON" | "NUM" | "ADJ") {
        (Some(root), child(tokens, root, &MODIFYING))
    } else if child(tokens, root, &["expl"]).is_some()
        && let Some(there) = child(tokens, root, &["attr", "nsubj", "dobj"])
    {
        (Some(there), child(tokens, there, &MODIFYING))
    } else {
        let subjects = ["nsubj", "nsubjpass", "csubj"];
        let is_subject =
            |t: &&Token| t.head().i() == root.i() && t.i() != root.i() && subjects.contains(&t.dep());
        (tokens.iter().rfind(is_subject).copied(), Some(root))
    };
    for _ in 0..tokens.len() {
        let Some(opening) = verb.filter(|v| OPENING.contains(&v.lemma().to_lowercase().as_str())) else {
            break;
        };
        let opens = |t: &&Token| {
            t.head().i() == opening.i()
                && t.i() != opening.i()
                && t.pos() == "VERB"
                && matches!(t.dep(), "xcomp" | "ccomp" | "acomp")
        };
        match tokens.iter().find(opens) {
            Some(opened) => verb = Some(*opened),
            None => break,
        }
    }
    (subject, verb)
}

/// The words of a phrase, without clauses in it.
fn phrase(tokens: &[Token], head: Token, verb: Option<Token>) -> BTreeSet<usize> {
    let mut found = BTreeSet::from([head.i()]);
    let mut open = vec![head.i()];
    while let Some(at) = open.pop() {
        for t in tokens.iter().filter(|t| t.head().i() == at && t.i() != at) {
            let is_clause = matches!(t.dep(), "acl" | "relcl") || verb.is_some_and(|v| v.i() == t.i());
            if !is_clause && found.insert(t.i()) {
                open.push(t.i());
            }
        }
    }
    found
}
