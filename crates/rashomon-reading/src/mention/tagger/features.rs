//! The tagger's features of a token: hashed conjunctions of what the words around it look like, what lists and clusters
//! they are in, what the language model and the rules make of them, and what the rest of the article shows.

use super::place_in;
use super::words::{self, Known};
use crate::ParsedArticle;
use crate::mention::lexicon;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Lower,
    Capital,
    Shout,
    Inner,
    Digit,
    Mark,
}

/// What features see of a token.
#[derive(Clone, Debug)]
struct Word {
    lower: u32,
    exact: u32,
    shape: u32,
    /// Hashes of the last one to four and the first two to four letters.
    ends: [u32; 4],
    starts: [u32; 3],
    case: Case,
    tag: u32,
    dep: u32,
    is_object: bool,
    is_conjunct: bool,
    /// The model's label with the place in the entity; the label alone.
    model: [u32; 2],
    /// What the rules make of it: kind and place in the name.
    rule: u32,
    cluster: u32,
    lists: u64,
    /// Row and class of its vector.
    row: u32,
    class: u32,
    is_long: bool,
    /// A first name, surname or town that is no other word of English.
    is_name_word: bool,
    /// The last word that is joined to it by "and" or a comma.
    conjunct: Option<usize>,
    /// Index of the head in the sentence.
    head: usize,
    joins: bool,
}

impl Word {
    fn none() -> Self {
        Self {
            lower: 1,
            exact: 1,
            shape: 1,
            ends: [1; 4],
            starts: [1; 3],
            case: Case::Mark,
            tag: 1,
            dep: 1,
            is_object: false,
            is_conjunct: false,
            model: [0; 2],
            rule: 0,
            cluster: 0,
            lists: 0,
            row: 0,
            class: 0,
            is_long: false,
            is_name_word: false,
            conjunct: None,
            head: 0,
            joins: false,
        }
    }

    fn is_upper(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Shout | Case::Inner)
    }

    fn coarse(&self) -> u32 {
        self.class.div_ceil(64)
    }

    fn middle(&self) -> u32 {
        self.class.div_ceil(8)
    }

    fn bits(&self, n: u32) -> u32 {
        self.cluster & ((1 << n) - 1)
    }
}

/// How a word is used elsewhere in the article.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    lower: u32,
    inner_capital: u32,
    /// Labelled by the model as person, organisation, place.
    labels: [u32; 3],
    after_first_name: u32,
    before_capital: u32,
    upper: u32,
    /// As the subject of what persons do.
    speaks: u32,
    /// After "in" and the like.
    located: u32,
    /// Before the noun that it modifies.
    modifies: u32,
}

/// Features of all tokens of an article, sentence by sentence.
pub(super) struct Features<'p, 'a> {
    parsed: &'p ParsedArticle<'a>,
    model: Vec<[u32; 2]>,
    rules: &'p [u8],
    uses: FxHashMap<&'p str, Uses>,
    known: Vec<Known>,
}

impl<'p, 'a> Features<'p, 'a> {
    /// `rules`: for every token what the rules make of it, 0 for nothing.
    pub(super) fn new(parsed: &'p ParsedArticle<'a>, rules: &'p [u8]) -> Self {
        let mut model = vec![[0; 2]; parsed.tokens.len()];
        for entity in &parsed.entities {
            let label = words::word_hash(entity.label);
            for t in entity.tokens.clone() {
                let place = place_in(&entity.tokens, t);
                model[t] = [mix([label, u32::from(place), 0, 0]), label];
            }
        }
        let known =
            (0..parsed.tokens.len()).map(|t| words::known(parsed.word(t), &parsed.tokens[t].lower)).collect();
        let mut features = Self { parsed, model, rules, uses: FxHashMap::default(), known };
        features.count_uses();
        features
    }

    fn count_uses(&mut self) {
        let parsed = self.parsed;
        let mut uses: FxHashMap<&'p str, Uses> = FxHashMap::default();
        for sentence in &parsed.sentences {
            for t in sentence.tokens.clone() {
                let case = case_of(parsed.word(t));
                let of = uses.entry(parsed.tokens[t].lower.as_str()).or_default();
                let inner = t > sentence.tokens.start;
                match case {
                    Case::Lower => of.lower += 1,
                    Case::Capital | Case::Shout if inner => of.inner_capital += 1,
                    _ => {}
                }
                if !matches!(case, Case::Capital | Case::Shout | Case::Inner) {
                    continue;
                }
                of.upper += 1;
                if let Some(label) = self.label_class(t) {
                    of.labels[label] += 1;
                }
                if inner && case_of(parsed.word(t - 1)) == Case::Capital {
                    let first = self.known[t - 1].lists & words::FIRST_NAME != 0;
                    let lower = parsed.tokens[t - 1].lower.trim_end_matches('.');
                    of.after_first_name += u32::from(first || lexicon::has(lower, lexicon::HONORIFIC));
                }
                let next = t + 1 < sentence.tokens.end && case_of(parsed.word(t + 1)) == Case::Capital;
                of.before_capital += u32::from(next);
                let token = &parsed.tokens[t];
                let head = &parsed.tokens[token.head];
                of.speaks +=
                    u32::from(token.dep == "nsubj" && lexicon::has(&head.lemma, lexicon::HUMAN_VERB));
                of.located +=
                    u32::from(token.dep == "pobj" && matches!(&*head.lower, "in" | "near" | "across"));
                of.modifies += u32::from(token.dep == "compound");
            }
        }
        self.uses = uses;
    }

    fn label_class(&self, t: usize) -> Option<usize> {
        let label = self.model[t][1];
        let of = |name| label == words::word_hash(name);
        if of("PERSON") {
            Some(0)
        } else if of("ORG") {
            Some(1)
        } else if of("GPE") || of("LOC") {
            Some(2)
        } else {
            None
        }
    }

    fn word(&self, t: usize, sentence: &Range<usize>) -> Word {
        let token = &self.parsed.tokens[t];
        let text = self.parsed.word(t);
        let lower = token.lower.as_str();
        let known = self.known[t];
        Word {
            lower: words::word_hash(lower),
            exact: words::word_hash(text),
            shape: shape(text),
            ends: std::array::from_fn(|i| words::word_hash(end_of(lower, i + 1))),
            starts: std::array::from_fn(|i| words::word_hash(start_of(lower, i + 2))),
            case: case_of(text),
            tag: words::word_hash(token.tag),
            dep: words::word_hash(token.dep),
            is_object: token.dep == "pobj",
            is_conjunct: token.dep == "conj",
            model: self.model[t],
            rule: u32::from(self.rules[t]),
            cluster: known.cluster,
            lists: u64::from(known.lists) | u64::from(classes(lower)) << LISTS,
            row: u32::from(known.row),
            class: u32::from(known.class),
            is_long: lower.len() >= 4,
            is_name_word: known.lists != 0 && !lexicon::is_common(lower),
            conjunct: None,
            head: token.head.clamp(sentence.start, sentence.end - 1) - sentence.start,
            joins: matches!(token.dep, "compound" | "nmod" | "flat" | "appos" | "conj"),
        }
    }

    /// Features of the tokens of one sentence. `convention` is the guideline by which names are to be marked.
    pub(super) fn of_sentence(&self, sentence: &Range<usize>, convention: u8) -> Vec<Vec<u32>> {
        let mut words: Vec<Word> = sentence.clone().map(|t| self.word(t, sentence)).collect();
        for i in 0..words.len() {
            if words[i].is_conjunct && words[i].head != i {
                let head = words[i].head;
                words[head].conjunct = Some(i);
            }
        }
        let view = View {
            words: &words,
            mode: mode_of(&words),
            convention: u32::from(convention),
            none: Word::none(),
        };
        let of_token = |i: usize| {
            let mut out = Vec::with_capacity(112);
            if view.is_worth_it(i) {
                let uses = self.uses.get(self.parsed.tokens[sentence.start + i].lower.as_str());
                let label = self.label_class(sentence.start + i).map_or(0, |l| l as u32 + 1);
                view.features(i, uses.copied().unwrap_or_default(), label, &mut Sink(&mut out));
            }
            out
        };
        (0..words.len()).map(of_token).collect()
    }
}

/// Bits for the lists of names; those of lexical classes follow.
const LISTS: u32 = 24;

/// Lexical classes that tell names apart.
fn classes(lower: &str) -> u32 {
    const LEFT_OUT: u32 = lexicon::ACTING_VERB
        | lexicon::LOCATIVE
        | lexicon::HUMAN_VERB
        | lexicon::RELATION
        | lexicon::PERSON_NOT
        | lexicon::ORGANISATION_WEAK;
    lexicon::of(lower.trim_end_matches('.')) & !LEFT_OUT
}

fn case_of(word: &str) -> Case {
    let Some(first) = word.chars().next() else { return Case::Mark };
    if first.is_uppercase() {
        let shouts = word.chars().nth(1).is_some() && !word.contains(char::is_lowercase);
        return if shouts { Case::Shout } else { Case::Capital };
    }
    if word.contains(char::is_uppercase) {
        return Case::Inner;
    }
    match first {
        c if c.is_ascii_digit() => Case::Digit,
        c if c.is_alphabetic() => Case::Lower,
        _ => Case::Mark,
    }
}

/// The outline of a word, runs cut after two.
fn shape(word: &str) -> u32 {
    const LEN_MAX: usize = 10;
    let (mut out, mut last, mut run) = (String::new(), None, 0);
    for c in word.chars() {
        let class = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_ascii_digit() => 'd',
            c => c,
        };
        run = if last == Some(class) { run + 1 } else { 0 };
        last = Some(class);
        if run < 2 && out.len() < LEN_MAX {
            out.push(class);
        }
    }
    words::word_hash(&out)
}

fn end_of(word: &str, n: usize) -> &str {
    let at = word.char_indices().rev().nth(n - 1).map_or(0, |(i, _)| i);
    &word[at..]
}

fn start_of(word: &str, n: usize) -> &str {
    let at = word.char_indices().nth(n).map_or(word.len(), |(i, _)| i);
    &word[..at]
}

/// "i", which nobody writes who minds capitals.
static SMALL_I: LazyLock<u32> = LazyLock::new(|| words::word_hash("i"));

/// How a sentence is written: 1 every longer word with a capital, 2 in capitals, 3 without any, 4 without care for them.
fn mode_of(words: &[Word]) -> u32 {
    let letters = || words.iter().filter(|w| !matches!(w.case, Case::Digit | Case::Mark));
    let long = letters().filter(|w| w.is_long).count();
    let upper = letters().filter(|w| w.is_long && w.is_upper()).count();
    let shouts = letters().filter(|w| w.case == Case::Shout).count();
    let all = letters().count();
    if all >= 3 && shouts * 10 >= all * 7 {
        2
    } else if long >= 4 && upper * 10 >= long * 8 {
        1
    } else if letters().all(|w| w.case == Case::Lower) {
        3
    } else if letters().next().is_some_and(|w| w.case == Case::Lower)
        || words.iter().any(|w| w.exact == *SMALL_I)
    {
        4
    } else {
        0
    }
}

fn mix(parts: [u32; 4]) -> u32 {
    let mut hash = 0x9e37_79b9_u32;
    for part in parts {
        hash = (hash ^ part).wrapping_mul(0x85eb_ca6b);
        hash = hash.rotate_left(13) ^ hash >> 7;
    }
    hash = hash.wrapping_mul(0xc2b2_ae35);
    hash ^ hash >> 16
}

fn fold(bits: u64) -> u32 {
    mix([bits as u32, (bits >> 32) as u32, 7, 7])
}

/// Takes features, each a template's number and up to three values.
struct Sink<'o>(&'o mut Vec<u32>);

impl Sink<'_> {
    fn add(&mut self, template: u32, a: u32, b: u32, c: u32) {
        self.0.push(template << 25 | mix([template, a, b, c]) >> 7);
    }
}

struct View<'w> {
    words: &'w [Word],
    mode: u32,
    convention: u32,
    none: Word,
}

impl View<'_> {
    fn at(&self, i: usize, offset: isize) -> &Word {
        i.checked_add_signed(offset).and_then(|j| self.words.get(j)).unwrap_or(&self.none)
    }

    /// A word far from every capital is no name, unless a list knows it and it is no other word, or the sentence is written
    /// without care for capitals and a list or the model knows a word beside it.
    fn is_worth_it(&self, i: usize) -> bool {
        let near = (-1..=1).any(|k| self.at(i, k).is_upper());
        near || self.at(i, 0).is_name_word
            || self.mode >= 3
                && (-1..=1)
                    .any(|k| self.at(i, k).lists & ((1 << LISTS) - 1) != 0 || self.at(i, k).model[1] != 0)
    }

    fn features(&self, i: usize, uses: Uses, label: u32, out: &mut Sink) {
        self.of_neighbours(i, out);
        self.of_word(i, out);
        self.of_tree(i, out);
        let word = self.at(i, 0);
        if word.is_upper() {
            self.of_run(i, out);
            of_uses(i, uses, label, out);
        }
        self.of_convention(i, out);
    }

    fn of_neighbours(&self, i: usize, out: &mut Sink) {
        for k in -2..=2_isize {
            let word = self.at(i, k);
            let at = (k + 2) as u32;
            let case = word.case as u32;
            out.add(1, at, word.lower, 0);
            for bits in [4, 6, 10, 20] {
                if word.cluster != 0 {
                    out.add(5, at << 8 | bits, word.bits(bits), case.min(2));
                }
            }
            if word.class != 0 {
                out.add(70, at, word.coarse(), case.min(2));
                out.add(71, at, word.middle(), case.min(2));
                out.add(72, at, word.class, case.min(2));
                out.add(73, at, word.row, case.min(2));
            } else {
                out.add(70, at, 99, case);
            }
            out.add(7, at, word.model[usize::from(k.abs() > 1)], 0);
            if k.abs() > 1 {
                continue;
            }
            out.add(2, at, word.shape, 0);
            out.add(3, at, word.tag, 0);
            out.add(4, at, word.ends[2], case);
            out.add(8, at, word.dep, 0);
            out.add(9, at, word.rule, 0);
            let mut lists = word.lists;
            while lists != 0 {
                out.add(6, at, lists.trailing_zeros(), case);
                lists &= lists - 1;
            }
            if word.lists == 0 {
                out.add(6, at, 99, case);
            }
        }
    }

    fn of_word(&self, i: usize, out: &mut Sink) {
        let (before, word, after) = (self.at(i, -1), self.at(i, 0), self.at(i, 1));
        let (case, start) = (word.case as u32, u32::from(i == 0));
        let lists = |w: &Word| fold(w.lists);
        out.add(10, word.lower, after.lower, 0);
        out.add(11, before.lower, word.lower, 0);
        out.add(12, before.shape, word.shape, after.shape);
        out.add(13, word.exact, 0, 0);
        for (n, &end) in word.ends.iter().enumerate() {
            out.add(14, n as u32, end, case);
        }
        for (n, &begin) in word.starts.iter().enumerate() {
            out.add(15, n as u32, begin, case);
        }
        out.add(16, before.tag, word.tag, after.tag);
        out.add(17, word.model[0], word.shape, 0);
        out.add(18, word.model[0], word.tag, self.mode);
        out.add(19, lists(word), case, 0);
        out.add(20, lists(word), lists(after), 0);
        out.add(21, lists(before), lists(word), 0);
        out.add(22, word.model[0], lists(word), 0);
        out.add(23, self.mode, start, case);
        out.add(24, self.mode << 1 | start, lists(word), word.tag);
        out.add(25, before.bits(10), word.bits(10), 0);
        out.add(26, word.bits(10), after.bits(10), 0);
        out.add(27, before.bits(6), word.bits(6), after.bits(6));
        out.add(28, before.bits(10), case, after.bits(10));
        out.add(29, before.lower, case, after.lower);
        out.add(74, before.middle(), word.middle(), case);
        out.add(75, word.middle(), after.middle(), case);
        out.add(76, before.middle(), case, after.middle());
        out.add(77, word.model[0], word.middle(), 0);
        out.add(78, word.class, word.tag, case);
        out.add(30, word.model[0], word.bits(10), 0);
        out.add(31, before.model[0], word.model[0], after.model[0]);
        out.add(53, word.rule, word.model[0], 0);
        out.add(54, word.rule, lists(word), 0);
        out.add(55, before.rule, word.rule, after.rule);
        out.add(56, word.rule, word.shape, self.mode);
    }

    fn of_tree(&self, i: usize, out: &mut Sink) {
        /// Longer chains of compounds are lists.
        const CHAIN_MAX: usize = 6;
        let word = self.at(i, 0);
        let case = word.case as u32;
        let head = &self.words[word.head];
        out.add(32, word.dep, head.lower, case);
        out.add(33, word.dep, head.bits(10), case);
        out.add(79, word.dep, head.class, case);
        out.add(80, word.dep, head.middle(), case);
        if word.is_object {
            let above = &self.words[head.head];
            out.add(34, head.lower, above.lower, 0);
            out.add(35, head.lower, above.bits(10), 0);
        }
        let mut top = i;
        for _ in 0..CHAIN_MAX {
            if !self.words[top].joins || self.words[top].head == top {
                break;
            }
            top = self.words[top].head;
        }
        let top_word = &self.words[top];
        if top != i {
            out.add(36, top_word.lower, case, 0);
            out.add(37, top_word.bits(10), case, 0);
            out.add(38, fold(top_word.lists), case, 0);
        }
        out.add(39, top_word.dep, self.words[top_word.head].bits(10), case);
        let above = &self.words[top_word.head];
        out.add(90, top_word.dep, above.lower, case);
        out.add(91, top_word.dep, above.middle(), case);
        if let Some(other) = word.conjunct.or(top_word.conjunct) {
            let other = &self.words[other];
            out.add(92, other.middle(), case, 0);
            out.add(93, other.class, case, 0);
            out.add(94, other.bits(10), case, 0);
            out.add(95, fold(other.lists), case, 0);
            out.add(96, other.model[1], case, 0);
        }
    }

    /// The run of capitalised words around a word.
    fn of_run(&self, i: usize, out: &mut Sink) {
        let (mut start, mut end) = (i, i + 1);
        while start > 0 && self.words[start - 1].is_upper() {
            start -= 1;
        }
        while end < self.words.len() && self.words[end].is_upper() {
            end += 1;
        }
        let len = ((end - start).min(5) * 8 + (i - start).min(4)) as u32;
        let (first, last) = (&self.words[start], &self.words[end - 1]);
        let before = start.checked_sub(1).map_or(&self.none, |j| &self.words[j]);
        let after = self.words.get(end).unwrap_or(&self.none);
        out.add(40, len, 0, 0);
        out.add(41, len, last.lower, 0);
        out.add(42, fold(last.lists), 0, 0);
        out.add(43, fold(first.lists), len, 0);
        out.add(44, last.bits(10), 0, 0);
        out.add(44, first.bits(10), 9, 0);
        out.add(45, before.lower, 0, 0);
        out.add(46, after.lower, 0, 0);
        out.add(47, before.bits(10), 0, 0);
        out.add(48, after.bits(10), 0, 0);
        out.add(49, before.lower, after.lower, 0);
        out.add(81, last.middle(), 0, 0);
        out.add(82, last.class, 0, 0);
        out.add(83, first.middle(), 0, 0);
        out.add(84, before.middle(), 0, 0);
        out.add(85, after.middle(), 0, 0);
        out.add(86, before.class, 0, 0);
        out.add(87, after.class, 0, 0);
    }

    fn of_convention(&self, i: usize, out: &mut Sink) {
        let (before, word, after) = (self.at(i, -1), self.at(i, 0), self.at(i, 1));
        let (set, case, start) = (self.convention, word.case as u32, u32::from(i == 0));
        out.add(60, set, 0, 0);
        out.add(61, set, word.model[0], 0);
        out.add(62, set, case, word.tag);
        out.add(63, set, fold(word.lists), 0);
        out.add(64, set, word.bits(10), case);
        out.add(65, set, word.lower, 0);
        out.add(66, set, before.lower, case);
        out.add(67, set, self.mode << 1 | start, case);
        out.add(68, set, after.lower, case);
        out.add(69, set, word.rule, 0);
        out.add(88, set, word.middle(), case);
    }
}

/// What the rest of the article shows of the word.
fn of_uses(i: usize, uses: Uses, label: u32, out: &mut Sink) {
    let few = |n: u32| n.min(2);
    out.add(50, few(uses.lower), few(uses.inner_capital), u32::from(i == 0));
    if uses.upper > 1 {
        let best = (0..3).max_by_key(|&k| (uses.labels[k], std::cmp::Reverse(k))).unwrap_or(0);
        out.add(51, best as u32, few(uses.labels[best]), label);
        out.add(52, few(uses.after_first_name), few(uses.before_capital), 0);
        out.add(99, few(uses.speaks), few(uses.located), few(uses.modifies));
        out.add(100, few(uses.speaks), few(uses.located), label);
    }
}
