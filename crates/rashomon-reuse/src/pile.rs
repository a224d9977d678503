//! All texts as words with weights: what the later steps compute on.

use crate::Text;
use crate::interner::Interner;
use crate::stem::reduce;
use crate::vocabulary::{Tier, tier};
use crate::words::{Lexicon, is_number, words};
use rashomon_text::Span;
use rayon::prelude::*;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// What a word is, which decides how much sharing it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A function word.
    Stop,
    /// An everyday word of news.
    Common,
    /// Any other word.
    Content,
    /// A capitalised word: whoever tells of the same happening must use it.
    Name,
    /// A figure: likewise.
    Number,
}

impl Class {
    /// Weight before rarity in the pile counts. A content word is the unit: sharing it is a choice of words.
    /// Names and figures belong to the facts, so that they tell half as much about copying.
    fn weight(self) -> f32 {
        match self {
            Class::Stop => 0.25,
            Class::Common => 0.5,
            Class::Content => 1.0,
            Class::Name | Class::Number => 0.6,
        }
    }
}

/// One word in its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Where, in the text of its article.
    pub(crate) span: Span,
    /// The normalised form, interned.
    pub(crate) form: u32,
    /// The stem, interned.
    pub(crate) stem: u32,
    /// What it is.
    pub(crate) class: Class,
    /// How much sharing it tells.
    pub(crate) weight: f32,
    /// Whether it begins with a capital letter.
    pub(crate) is_capital: bool,
    /// Whether it stands inside a direct quotation.
    pub(crate) is_quoted: bool,
}

impl Token {
    /// A word of which nothing but its form is known.
    pub(crate) fn unweighed(span: Span, form: u32, is_capital: bool) -> Self {
        Self { span, form, stem: 0, class: Class::Stop, weight: 0.0, is_capital, is_quoted: false }
    }
}

/// One sentence of one text.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// The text's rank (its place when the texts are sorted by id).
    pub(crate) text: u32,
    /// Where.
    pub(crate) span: Span,
    /// Its words, as a range of the tokens of its block.
    pub(crate) tokens: Range<u32>,
    /// Its distinct stems other than function words, sorted, each with its weight, as a range of the bags of its block.
    pub(crate) bag: Range<u32>,
    /// The sum of the bag's weights.
    pub(crate) bag_weight: f32,
    /// The weight of its function words.
    pub(crate) stop_weight: f32,
    /// Whether any of it stands in quotation marks.
    pub(crate) quotes: bool,
    /// A hash of its words.
    pub(crate) hash: u64,
}

/// All texts, in the order of their ids.
#[derive(Debug)]
pub(crate) struct Pile {
    /// Index in the caller's slice, by rank.
    pub(crate) order: Vec<usize>,
    /// All sentences, text by text.
    pub(crate) sentences: Vec<Sentence>,
    /// The words of the texts, block by block.
    blocks: Vec<Block>,
    /// The sentences of each text, by rank.
    pub(crate) by_text: Vec<Range<usize>>,
    /// The weight of each stem, in its heaviest reading.
    pub(crate) stem_weights: Vec<f32>,
    /// Of each text: words that look like fragments, and all words, names and figures aside.
    n_fragments: Vec<(u32, u32)>,
}

/// The words of some texts that follow one another.
#[derive(Debug, Default)]
struct Block {
    /// Sentence by sentence.
    tokens: Vec<Token>,
    /// The stems and weights of all bags, sentence by sentence.
    bags: Vec<(u32, f32)>,
}

/// Texts that are read in one go.
const TEXTS_PER_BLOCK: usize = 2_048;

/// Share of fragments among a text's words from which it is misread: in `synthwire` nineteen of twenty misread texts
/// have more, nineteen of twenty others less.
const MISREAD_SHARE_MIN: f32 = 0.05;
const MISREAD_WORDS_MIN: u32 = 15;
const FRAGMENTS_MIN: u32 = 2;
/// Letters of a word that may be a fragment.
const FRAGMENT_LENGTH_MAX: usize = 3;

impl Pile {
    /// Reads the words of all texts.
    pub(crate) fn new(texts: &[Text<'_>]) -> Self {
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by(|&a, &b| (texts[a].id, texts[a].text).cmp(&(texts[b].id, texts[b].text)));
        let (forms, mut parts) = read(texts, &order);
        let (forms, n_stems) = Form::all(&forms);
        parts.par_iter_mut().for_each(|part| part.classify(texts, &order, &forms));
        let stem_weights = weigh(&mut parts, n_stems);
        Self::join(order, parts, stem_weights)
    }

    fn join(order: Vec<usize>, parts: Vec<Part>, stem_weights: Vec<f32>) -> Self {
        let n_sentences = parts.iter().map(|part| part.sentences.len()).sum();
        let mut pile = Pile {
            by_text: vec![0..0; order.len()],
            order,
            sentences: Vec::with_capacity(n_sentences),
            blocks: Vec::with_capacity(parts.len()),
            stem_weights,
            n_fragments: Vec::new(),
        };
        for part in parts {
            pile.sentences.extend(part.sentences);
            pile.n_fragments.extend(part.n_fragments);
            pile.blocks.push(part.block);
        }
        let mut start = 0;
        for own in pile.sentences.chunk_by(|a, b| a.text == b.text) {
            pile.by_text[own[0].text as usize] = start..start + own.len();
            start += own.len();
        }
        pile
    }

    /// Whether so many words of a text are short and unknown that it must be misread: a scanned page, a bad conversion.
    pub(crate) fn is_misread(&self, text: usize) -> bool {
        let (n_fragments, n_words) = self.n_fragments[text];
        n_words >= MISREAD_WORDS_MIN
            && n_fragments >= FRAGMENTS_MIN
            && n_fragments as f32 >= MISREAD_SHARE_MIN * n_words as f32
    }

    /// Whether two sentences have the same words.
    pub(crate) fn are_equal(&self, s: usize, t: usize) -> bool {
        let forms = |sentence: usize| self.tokens_of(sentence).iter().map(|t| t.form);
        self.sentences[s].hash == self.sentences[t].hash && forms(s).eq(forms(t))
    }

    /// The words of a sentence.
    pub(crate) fn tokens_of(&self, sentence: usize) -> &[Token] {
        let sentence = &self.sentences[sentence];
        &self.blocks[sentence.block()].tokens[sentence.tokens.start as usize..sentence.tokens.end as usize]
    }

    /// The telling stems of a sentence, sorted, each with its weight.
    pub(crate) fn bag_of(&self, sentence: &Sentence) -> &[(u32, f32)] {
        &self.blocks[sentence.block()].bags[sentence.bag.start as usize..sentence.bag.end as usize]
    }
}

impl Sentence {
    fn block(&self) -> usize {
        self.text as usize / TEXTS_PER_BLOCK
    }
}

/// A block as it is read.
#[derive(Default)]
struct Part {
    lexicon: Lexicon,
    block: Block,
    sentences: Vec<Sentence>,
    /// See [`Pile::n_fragments`].
    n_fragments: Vec<(u32, u32)>,
    /// The rank of its first text.
    first: usize,
    /// The number that each of its forms has in the whole pile.
    forms: Vec<u32>,
}

/// The words of all texts. Blocks are read side by side, each with a lexicon of its own; joined in order, these give the
/// forms the numbers that reading text by text would.
fn read(texts: &[Text<'_>], order: &[usize]) -> (Lexicon, Vec<Part>) {
    let read_part = |(at, ranks): (usize, &[usize])| {
        let mut part = Part { first: at * TEXTS_PER_BLOCK, ..Part::default() };
        for (rank, &index) in (part.first..).zip(ranks) {
            for &span in texts[index].sentences {
                part.read(&texts[index], rank, span);
            }
        }
        part
    };
    let mut parts: Vec<Part> = order.par_chunks(TEXTS_PER_BLOCK).enumerate().map(read_part).collect();
    let mut lexicon = Lexicon::default();
    for part in &mut parts {
        part.forms = lexicon.join(&std::mem::take(&mut part.lexicon));
        part.n_fragments = vec![(0, 0); TEXTS_PER_BLOCK.min(order.len() - part.first)];
    }
    (lexicon, parts)
}

impl Part {
    fn read(&mut self, text: &Text<'_>, rank: usize, span: Span) {
        let start = place(self.block.tokens.len());
        words(text.text, span, &mut self.lexicon, &mut self.block.tokens);
        let tokens = start..place(self.block.tokens.len());
        if tokens.is_empty() {
            return;
        }
        self.sentences.push(Sentence {
            text: place(rank),
            span,
            tokens,
            bag: 0..0,
            bag_weight: 0.0,
            stop_weight: 0.0,
            quotes: false,
            hash: 0,
        });
    }

    /// Says of every word what it is.
    fn classify(&mut self, texts: &[Text<'_>], order: &[usize], forms: &[Form]) {
        for own in self.sentences.chunk_by_mut(|a, b| a.text == b.text) {
            let text = own[0].text as usize;
            let quoted = merged(texts[order[text]].quoted);
            let counts = &mut self.n_fragments[text - self.first];
            for sentence in own {
                let tokens =
                    &mut self.block.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
                for (i, token) in tokens.iter_mut().enumerate() {
                    token.form = self.forms[token.form as usize];
                    let form = &forms[token.form as usize];
                    token.class = form.class(token.is_capital, i == 0);
                    token.stem = if token.class == Class::Name { form.name_stem } else { form.stem };
                    let is_plain = !token.is_capital && token.class != Class::Number;
                    let is_short = token.class == Class::Content && token.span.len() <= FRAGMENT_LENGTH_MAX;
                    counts.0 += u32::from(is_plain && is_short);
                    counts.1 += u32::from(is_plain);
                }
                if !quoted.is_empty() {
                    tokens.iter_mut().for_each(|token| token.is_quoted = is_within(&quoted, token.span));
                }
                sentence.quotes = tokens.iter().any(|token| token.is_quoted);
                sentence.hash = hash(tokens);
            }
        }
        self.forms = Vec::new();
    }

    /// Gives every word its weight, and every sentence its bag.
    fn fill_bags(&mut self, rarities: &[f32]) {
        let mut own = Vec::new();
        for sentence in &mut self.sentences {
            let tokens = &mut self.block.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
            for token in &mut *tokens {
                token.weight = token.class.weight() * rarity_of(token, rarities);
            }
            fill_bag(sentence, tokens, &mut own, &mut self.block.bags);
        }
    }
}

/// Whether a span lies in one of others, which are sorted and apart.
fn is_within(spans: &[Span], span: Span) -> bool {
    let at = spans.partition_point(|other| other.end() <= span.start());
    spans.get(at).is_some_and(|other| other.contains(span))
}

/// Gives every word its weight: its class, times how rare its stem is among the sentences of the pile. Says the weight of
/// each stem in its heaviest reading.
fn weigh(parts: &mut [Part], n_stems: usize) -> Vec<f32> {
    let mut counts = vec![Count::default(); n_stems];
    let mut n_sentences = 0;
    for part in &*parts {
        for sentence in &part.sentences {
            n_sentences += 1;
            for token in &part.block.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize] {
                counts[token.stem as usize].add(n_sentences, token.class);
            }
        }
    }
    let n_sentences = (n_sentences as usize).max(RARITY_SENTENCES_MIN);
    let rarities: Vec<f32> = counts.iter().map(|count| rarity(count.n, n_sentences)).collect();
    parts.par_iter_mut().for_each(|part| part.fill_bags(&rarities));
    let heaviest = |(count, &rarity): (&Count, &f32)| {
        let stop = if count.is_stop { Class::Stop.weight() } else { 0.0 };
        stop.max(count.class_weight * rarity)
    };
    counts.iter().zip(&rarities).map(heaviest).collect()
}

/// How many sentences have a stem.
#[derive(Clone, Default)]
struct Count {
    n: u32,
    /// The last of them, the first being 1.
    last: u32,
    /// The weight of the heaviest class it has, function words aside.
    class_weight: f32,
    /// Whether it is of a function word too.
    is_stop: bool,
}

impl Count {
    fn add(&mut self, sentence: u32, class: Class) {
        self.n += u32::from(self.last != sentence);
        self.last = sentence;
        if class == Class::Stop {
            self.is_stop = true;
        } else {
            self.class_weight = self.class_weight.max(class.weight());
        }
    }
}

/// How rare a word is; function words count as they are.
fn rarity_of(token: &Token, rarities: &[f32]) -> f32 {
    if token.class == Class::Stop { 1.0 } else { rarities[token.stem as usize] }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Adds the bag of a sentence to `bags`; `own` is scratch space.
fn fill_bag(sentence: &mut Sentence, tokens: &[Token], own: &mut Vec<u64>, bags: &mut Vec<(u32, f32)>) {
    sentence.stop_weight = tokens.iter().filter(|t| t.class == Class::Stop).map(|t| t.weight).sum();
    // By stem, the heaviest first: weights are positive, so that their bits are in their order.
    let key = |t: &Token| u64::from(t.stem) << 32 | u64::from(!t.weight.to_bits());
    own.clear();
    own.extend(tokens.iter().filter(|t| t.class != Class::Stop).map(key));
    own.sort_unstable();
    own.dedup_by_key(|key| *key >> 32);
    let start = bags.len();
    bags.extend(own.iter().map(|&key| ((key >> 32) as u32, f32::from_bits(!(key as u32)))));
    sentence.bag_weight = bags[start..].iter().map(|(_, weight)| weight).sum();
    sentence.bag = place(start)..place(bags.len());
}

fn hash(tokens: &[Token]) -> u64 {
    let mut hasher = FxHasher::default();
    tokens.iter().for_each(|token| token.form.hash(&mut hasher));
    hasher.finish()
}

/// A small pile says little about how rare a word is: treat it as one of this many sentences.
const RARITY_SENTENCES_MIN: usize = 500;

/// A word of so few of the sentences has its full weight: copies make words frequent, and must not thereby hide.
const RARE_SHARE: f32 = 0.004;

/// Even a word of every sentence keeps this share of its weight.
const RARITY_MIN: f32 = 0.3;

fn rarity(n: u32, n_sentences: usize) -> f32 {
    let share = n.max(1) as f32 / n_sentences as f32;
    (share.ln() / RARE_SHARE.ln()).clamp(RARITY_MIN, 1.0)
}

/// Spans sorted, those that touch or overlap joined.
fn merged(spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for span in sorted {
        match merged.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.cover(span),
            _ => merged.push(span),
        }
    }
    merged
}

/// What is known of a form, worked out once.
struct Form {
    stem: u32,
    /// Its stem where it is a name.
    name_stem: u32,
    tier: Tier,
    is_number: bool,
    /// Whether it never stands in lower case.
    always_capital: bool,
}

impl Form {
    /// All forms of a lexicon, and how many stems they have.
    fn all(lexicon: &Lexicon) -> (Vec<Form>, usize) {
        let (mut stems, mut stem) = (Interner::default(), String::new());
        let mut read = |(form, &lower): (&str, &bool)| {
            stem.clear();
            stem.push_str(form);
            reduce(&mut stem);
            Form {
                stem: stems.number(&stem),
                name_stem: stems.number(without_demonym_ending(form)),
                tier: tier(form),
                is_number: is_number(form),
                always_capital: !lower,
            }
        };
        let forms = lexicon.forms.words().zip(&lexicon.lower).map(&mut read).collect();
        (forms, stems.len())
    }

    fn class(&self, is_capital: bool, is_first: bool) -> Class {
        match self.tier {
            _ if self.is_number => Class::Number,
            Tier::Stop => Class::Stop,
            Tier::Common => Class::Common,
            Tier::Content if is_capital && (!is_first || self.always_capital) => Class::Name,
            Tier::Content => Class::Content,
        }
    }
}

/// One key for a country and its people: "Russia" and "Russian", "Canadians" and "Canada".
fn without_demonym_ending(form: &str) -> &str {
    const KEEP_MIN: usize = 4;
    let form = form.strip_suffix('s').filter(|rest| rest.len() >= KEEP_MIN).unwrap_or(form);
    for ending in ["ian", "ia", "an", "a"] {
        if let Some(rest) = form.strip_suffix(ending)
            && rest.len() >= KEEP_MIN
        {
            return rest;
        }
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_people_and_its_country_share_a_key() {
        assert_eq!(without_demonym_ending("russian"), without_demonym_ending("russia"));
        assert_eq!(without_demonym_ending("canadians"), without_demonym_ending("canada"));
        assert_ne!(without_demonym_ending("iran"), without_demonym_ending("iraq"));
    }

    #[test]
    fn ranks_follow_ids_not_input() {
        let sentence = [Span::new(0, 4)];
        let texts = [Text::new("b", "Nope", &sentence), Text::new("a", "Fine", &sentence)];
        assert_eq!(Pile::new(&texts).order, [1, 0]);
    }
}
