//! Names and descriptions: for each a probability over the phrases before it that it may take up, from a trained ranker
//! ("the watchdog" for a body named before), and over being the first to speak of something.

use super::super::lexicon;
use super::super::names::fold;
use super::features::{COMPLEMENTS, Features, Nominal, SIMILARITIES, bucket};
use super::markables::{self, CLASSES, FORMS, Form, Markable, ROLES, Role, SORTS, Sort};
use super::pronouns::Candidate;
use crate::ParsedArticle;
use rashomon_text::BlockKind;
use rustc_hash::FxHashMap;

/// How many sentences back a phrase without a word in common may be.
const SENTENCES_BACK: usize = 4;
/// No more phrases without a word in common than this, the nearest first.
const STRANGERS_MAX: usize = 24;
/// No more phrases with the same head than this, the nearest first: all of a longer text say nothing more.
const NAMESAKES_MAX: usize = 6;

/// How alike two phrases are in their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(usize)]
enum Similarity {
    /// No word in common.
    None,
    /// The head of one is a modifier of the other, or the other way round.
    HeadInside,
    /// Another word in common.
    Word,
    /// The same head; each has words that the other has not.
    HeadOther,
    /// The same head, with different numbers.
    HeadNumber,
    /// The same head; the later phrase says more.
    HeadMore,
    /// The same head; the later phrase says less.
    HeadLess,
    /// The same words.
    Same,
    /// One is the acronym of the other.
    Acronym,
    /// One is the last words of the other's name.
    NameEnd,
}

/// The words of a phrase, made comparable.
#[derive(Debug)]
struct Words {
    /// Numbers of words: the head's, and all but determiners' and possessors' marks, sorted.
    head: usize,
    all: Vec<usize>,
    /// The words that hang behind its head, sorted.
    behind: Vec<usize>,
    /// The word before its head that says most of what it refers to, as one of [`super::features::DETERMINERS`].
    determiner: usize,
    has_number: bool,
    /// The word, where it looks like an acronym.
    acronym: Option<String>,
    /// The capitals that its words begin with.
    initials: String,
}

/// All that pairs of a phrase and one before it are judged by.
pub(super) struct Nominals<'p, 'a> {
    parsed: &'p ParsedArticle<'a>,
    markables: &'p [Markable],
    nodes: &'p [usize],
    words: Vec<Words>,
    /// For each markable its place among those of its node.
    places: Vec<usize>,
    /// For each word the markables that it heads, or whose name it is part of, in text order.
    of_word: Vec<Vec<usize>>,
    /// For each word whether it is a noun for kinds of bodies.
    is_body: Vec<bool>,
}

impl<'p, 'a> Nominals<'p, 'a> {
    pub(super) fn new(parsed: &'p ParsedArticle<'a>, markables: &'p [Markable], nodes: &'p [usize]) -> Self {
        let mut seen = vec![0; nodes.iter().max().map_or(0, |m| m + 1)];
        let place = |&n: &usize| {
            seen[n] += 1;
            seen[n] - 1
        };
        let places = nodes.iter().map(place).collect();
        let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
        let mut is_body = Vec::new();
        let mut number = |word: String| {
            let next = numbers.len();
            *numbers.entry(word).or_insert_with_key(|word| {
                is_body.push(lexicon::is_organisation_noun(word));
                next
            })
        };
        let words: Vec<Words> = markables.iter().map(|m| words(parsed, m, &mut number)).collect();
        let mut of_word = vec![Vec::new(); is_body.len()];
        for (i, m) in
            markables.iter().enumerate().filter(|(_, m)| !matches!(m.form, Form::Pronoun | Form::Group))
        {
            let inside = if m.form == Form::FullName { words[i].all.as_slice() } else { &[] };
            inside.iter().filter(|&&w| w != words[i].head).for_each(|&w| of_word[w].push(i));
            of_word[words[i].head].push(i);
        }
        Self { parsed, markables, nodes, words, places, of_word, is_body }
    }

    /// Whether a markable is asked: no pronoun, and not yet known to be a later mention.
    pub(super) fn asks(&self, i: usize) -> bool {
        !matches!(self.markables[i].form, Form::Pronoun | Form::Group) && self.places[i] == 0
    }

    /// Phrases that this one may take up, nearest first: one for each thing.
    fn candidates(&self, i: usize) -> Vec<usize> {
        let m = &self.markables[i];
        let mut found: Vec<usize> = Vec::new();
        let namesakes = &self.of_word[self.words[i].head];
        let end = namesakes.partition_point(|&j| j < i);
        found.extend(namesakes[..end].iter().rev().take(NAMESAKES_MAX));
        let near = (0..i).rev().take_while(|&j| m.sentence <= self.markables[j].sentence + SENTENCES_BACK);
        let may = |j: &usize| {
            let c = &self.markables[*j];
            c.form != Form::Pronoun
                && (self.is_apt(m, c) || self.beside(m, c) > 0 || self.similarity(i, *j) != Similarity::None)
        };
        found.extend(near.filter(may).take(STRANGERS_MAX));
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.dedup();
        let mut things: Vec<usize> = Vec::with_capacity(found.len());
        found.retain(|&j| {
            let is_new = self.nodes[j] != self.nodes[i] && !things.contains(&self.nodes[j]);
            things.push(self.nodes[j]);
            is_new
        });
        found
    }

    /// Whether a phrase may be the same thing with no word in common.
    fn is_apt(&self, m: &Markable, c: &Markable) -> bool {
        let is_person = |s: Sort| matches!(s, Sort::Person | Sort::Human);
        let anaphoric = matches!(m.form, Form::Definite | Form::Demonstrative | Form::Possessive);
        anaphoric
            && m.is_plural == c.is_plural
            && is_person(m.sort) == is_person(c.sort)
            && (m.sort == Sort::Time) == (c.sort == Sort::Time)
    }

    /// How often a phrase's head stands before it.
    fn repeated(&self, i: usize) -> usize {
        let namesakes = &self.of_word[self.words[i].head];
        bucket(namesakes.partition_point(|&j| j < i)).min(6)
    }

    /// How what hangs behind the heads of two phrases compares.
    fn complement(&self, i: usize, j: usize) -> usize {
        let (a, b) = (&self.words[i].behind, &self.words[j].behind);
        match (a.is_empty(), b.is_empty()) {
            (true, true) => 0,
            (false, true) => 1,
            (true, false) => 2,
            (false, false) => 4 - usize::from(a == b),
        }
    }

    /// All candidates of a phrase with their features, and the features of "it is the first".
    pub(super) fn judge(&self, i: usize) -> (Vec<u16>, Vec<Candidate>) {
        let candidates = self.candidates(i);
        let m = &self.markables[i];
        let mut best = Similarity::None;
        let (mut nearest, mut complement) = (0, COMPLEMENTS - 1);
        let mut ranks = [0usize; SIMILARITIES];
        let mut found = Vec::with_capacity(candidates.len());
        for (rank, &j) in candidates.iter().enumerate() {
            let alike = self.similarity(i, j);
            let mut f = Features::default();
            self.pair(&mut f, i, j, alike);
            f.put(Nominal::WordsRank, alike as usize * 5 + ranks[alike as usize].min(4));
            f.put(Nominal::FormRank, m.form as usize * 6 + rank.min(5));
            ranks[alike as usize] += 1;
            if alike >= best {
                complement = complement.min(self.complement(i, j));
            }
            best = best.max(alike);
            nearest = nearest.max(markables::nearness(m.class, self.markables[j].class));
            found.push(Candidate { markable: j, features: f.0 });
        }
        let mut first = self.first(i, best);
        first.put(Nominal::NewComplement, complement * SIMILARITIES + best as usize);
        first.put(Nominal::NewBest, nearest * FORMS + m.form as usize);
        (first.0, found)
    }

    fn first(&self, i: usize, best: Similarity) -> Features {
        let m = &self.markables[i];
        let form = m.form as usize;
        let mut f = Features::default();
        f.put(Nominal::IsNew, 0);
        f.put(Nominal::NewForm, form);
        f.put(Nominal::NewSort, m.sort as usize * FORMS + form);
        f.put(Nominal::NewRole, m.role as usize * FORMS + form);
        f.put(Nominal::NewSeen, form * SIMILARITIES + best as usize);
        f.put(Nominal::NewPlace, form * 5 + m.sentence.min(4));
        f.put(Nominal::NewModified, form * 2 + usize::from(m.full.end > m.head + 1));
        f.put(Nominal::NewPlural, form * 2 + usize::from(m.is_plural));
        f.put(Nominal::NewQuoted, usize::from(m.is_quoted));
        f.put(Nominal::NewClass, markables::coarse(m.class) * FORMS + form);
        f.put(Nominal::NewRepeated, self.repeated(i) * FORMS + form);
        f.put(Nominal::NewDeterminer, self.words[i].determiner * 2 + usize::from(m.is_plural));
        f
    }

    fn pair(&self, f: &mut Features, i: usize, j: usize, alike: Similarity) {
        let (m, c) = (&self.markables[i], &self.markables[j]);
        let (form, alike) = (m.form as usize, alike as usize);
        let distance = match m.sentence - c.sentence.min(m.sentence) {
            n @ 0..=2 => n,
            3..=4 => 3,
            5..=9 => 4,
            10..=24 => 5,
            _ => 6,
        };
        f.put(Nominal::Forms, form * FORMS + c.form as usize);
        f.put(Nominal::Sorts, m.sort as usize * SORTS + c.sort as usize);
        f.put(Nominal::Words, form * SIMILARITIES + alike);
        f.put(Nominal::WordsNumber, alike * 4 + usize::from(m.is_plural) * 2 + usize::from(c.is_plural));
        f.put(Nominal::WordsDistance, alike * 7 + distance);
        f.put(Nominal::WordsSort, alike * SORTS + m.sort as usize);
        f.put(Nominal::FormDistance, form * 7 + distance);
        let gender = match (m.gender, c.gender) {
            (Some(a), Some(b)) => usize::from(a != b) + 1,
            _ => 0,
        };
        f.put(Nominal::Gender, gender);
        f.put(Nominal::AnaphorRole, form * ROLES + m.role as usize);
        f.put(Nominal::AntecedentRole, form * ROLES + c.role as usize);
        f.put(Nominal::Beside, self.beside(m, c) * FORMS + form);
        let nested = usize::from(c.full.contains(&m.head)) + 2 * usize::from(m.full.contains(&c.head));
        f.put(Nominal::Nested, nested);
        f.put(Nominal::Count, form * 6 + bucket(self.places[j]));
        let heading = |m: &Markable| {
            matches!(
                self.parsed.sentences[m.sentence].kind,
                BlockKind::Title | BlockKind::Subhead | BlockKind::Heading
            )
        };
        f.put(Nominal::Layout, usize::from(heading(m)) + 2 * usize::from(heading(c)));
        f.put(Nominal::Quoted, usize::from(m.is_quoted) + 2 * usize::from(c.is_quoted));
        f.put(Nominal::Opening, usize::from(c.sentence == 0));
        let modified = |m: &Markable| usize::from(m.full.end > m.head + 1);
        f.put(Nominal::Modified, modified(m) + 2 * modified(c));
        let modifier = |m: &Markable| usize::from(m.role == Role::Modifier);
        f.put(Nominal::Modifier, alike * 4 + modifier(m) + 2 * modifier(c));
        f.put(Nominal::KnownNoun, self.known_noun(i, j));
        self.meaning(f, i, j, alike);
    }

    /// What the words mean, and what else is said of the things.
    fn meaning(&self, f: &mut Features, i: usize, j: usize, alike: usize) {
        let (m, c) = (&self.markables[i], &self.markables[j]);
        if alike <= Similarity::Word as usize {
            f.put(Nominal::Near, m.form as usize * 4 + markables::nearness(m.class, c.class));
            f.put(Nominal::Classes, markables::coarse(m.class) * CLASSES + markables::coarse(c.class));
        }
        let kind = usize::from(alike >= Similarity::HeadOther as usize)
            + usize::from(alike >= Similarity::HeadLess as usize);
        f.put(Nominal::Class, kind * CLASSES + markables::coarse(m.class));
        f.put(Nominal::Repeated, self.repeated(i) * SIMILARITIES + alike);
        f.put(Nominal::Complement, self.complement(i, j) * SIMILARITIES + alike);
        f.put(Nominal::SameRole, usize::from(m.role == c.role) * SIMILARITIES + alike);
        f.put(Nominal::TokenDistance, kind * 9 + bucket(m.head.abs_diff(c.head) / 2));
        f.put(Nominal::Determiner, self.words[i].determiner * SIMILARITIES + alike);
    }

    /// A word for a kind of body inside the body's name ("the observatory", "the ministry").
    fn known_noun(&self, i: usize, j: usize) -> usize {
        let c = &self.markables[j];
        let is_name = matches!(c.form, Form::FullName | Form::ShortName);
        let noun = self.words[i].head;
        match is_name {
            true if self.words[j].all.contains(&noun) => 1,
            true if self.is_body[noun] => 2,
            true => 3,
            false => 0,
        }
    }

    /// How the later phrase stands beside the earlier: 1 apposition, 2 predicate, 3 in brackets, 4 coordinated with it,
    /// 5 a description right before a name.
    fn beside(&self, m: &Markable, c: &Markable) -> usize {
        let token = &self.parsed.tokens[m.head];
        if m.sentence != c.sentence {
            return 0;
        }
        let subject = || matches!(c.role, Role::MainSubject | Role::Subject) && m.clause == c.clause;
        let copular = || self.parsed.tokens[m.clause].lemma == "be";
        let before = m.tokens.start.checked_sub(1).map_or("", |t| self.parsed.word(t));
        match token.dep {
            _ if matches!(before, "(" | "[") && c.full.end + 1 >= m.tokens.start => 3,
            "appos" if token.head == c.head => 1,
            "attr" if subject() && copular() => 2,
            "conj" if token.head == c.head => 4,
            _ if self.parsed.tokens[c.head].head == m.head
                && matches!(self.parsed.tokens[c.head].dep, "compound" | "nmod")
                && c.tokens.end == m.tokens.start =>
            {
                5
            }
            _ => 0,
        }
    }

    fn similarity(&self, i: usize, j: usize) -> Similarity {
        let (a, b) = (&self.words[i], &self.words[j]);
        if self.markables[j].form == Form::Group {
            return Similarity::None;
        }
        if a.head == b.head {
            let (more, less) =
                (a.all.iter().any(|w| !b.all.contains(w)), b.all.iter().any(|w| !a.all.contains(w)));
            return match (more, less) {
                (false, false) => Similarity::Same,
                _ if a.has_number && b.has_number => Similarity::HeadNumber,
                (true, true) => Similarity::HeadOther,
                (true, false) => Similarity::HeadMore,
                (false, true) => Similarity::HeadLess,
            };
        }
        if self.is_acronym(i, j) || self.is_acronym(j, i) {
            return Similarity::Acronym;
        }
        let is_name = |k: usize| matches!(self.markables[k].form, Form::FullName | Form::ShortName);
        if is_name(i)
            && is_name(j)
            && (b.all.contains(&a.head) && a.all.len() == 1 || a.all.contains(&b.head) && b.all.len() == 1)
        {
            return Similarity::NameEnd;
        }
        if b.all.contains(&a.head) || a.all.contains(&b.head) {
            return Similarity::HeadInside;
        }
        if a.all.iter().any(|w| b.all.binary_search(w).is_ok()) { Similarity::Word } else { Similarity::None }
    }

    /// Whether the first phrase is the acronym of the second.
    fn is_acronym(&self, short: usize, long: usize) -> bool {
        self.words[short].acronym.as_ref().is_some_and(|a| *a == self.words[long].initials)
    }
}

/// No more words behind a head are compared than this.
const BEHIND_MAX: usize = 6;

/// The word before the head that says most of what a phrase refers to.
fn determiner(parsed: &ParsedArticle, m: &Markable) -> usize {
    let found = m.tokens.clone().take_while(|&t| t < m.head).map(|t| match &*parsed.tokens[t].lower {
        "another" => 1,
        "other" => 2,
        "same" => 3,
        "such" => 4,
        "new" => 5,
        "first" | "last" | "next" | "second" | "third" => 6,
        "this" | "these" => 7,
        "that" | "those" => 8,
        _ if parsed.tokens[t].tag == "JJS" || parsed.tokens[t].tag == "RBS" => 9,
        _ => 0,
    });
    found.max_by_key(|&d| (d != 0, std::cmp::Reverse(d))).unwrap_or(0)
}

/// Letters of an acronym, at most.
const ACRONYM_LETTERS_MAX: usize = 8;

fn words(parsed: &ParsedArticle, m: &Markable, number: &mut impl FnMut(String) -> usize) -> Words {
    let is_name = matches!(m.form, Form::FullName | Form::ShortName);
    let comparable = |t: usize| {
        let token = &parsed.tokens[t];
        if is_name || token.tag.starts_with("NNP") {
            fold(parsed.word(t))
        } else {
            token.lemma.to_lowercase()
        }
    };
    let is_content = |t: &usize| {
        let token = &parsed.tokens[*t];
        !matches!(token.pos, "DET" | "PUNCT" | "PART" | "PRON" | "SPACE" | "ADP" | "CCONJ")
    };
    let head = number(comparable(m.head));
    let mut all: Vec<usize> = m.tokens.clone().filter(is_content).map(|t| number(comparable(t))).collect();
    all.push(head);
    all.sort_unstable();
    all.dedup();
    let behind =
        (m.head + 1..m.full.end).filter(|t| is_content(t) && !parsed.tokens[*t].tag.starts_with('W'));
    let mut behind: Vec<usize> = behind.take(BEHIND_MAX).map(|t| number(comparable(t))).collect();
    behind.sort_unstable();
    behind.dedup();
    let word = parsed.word(m.head);
    let capitals = word.bytes().all(|b| b.is_ascii_uppercase());
    let is_acronym = m.tokens.len() == 1 && capitals && (2..=ACRONYM_LETTERS_MAX).contains(&word.len());
    let first_letters = m.full.clone().filter_map(|t| parsed.word(t).chars().next());
    Words {
        head,
        all,
        behind,
        determiner: determiner(parsed, m),
        has_number: m.tokens.clone().any(|t| parsed.tokens[t].pos == "NUM"),
        acronym: is_acronym.then(|| word.to_owned()),
        initials: first_letters.filter(char::is_ascii_uppercase).take(ACRONYM_LETTERS_MAX).collect(),
    }
}
