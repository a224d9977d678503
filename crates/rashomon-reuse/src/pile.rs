//! All texts as words with weights: what the later steps compute on.

use crate::Text;
use crate::stem::stem;
use crate::vocabulary::{Tier, tier};
use crate::words::{Lexicon, Word, is_number, words};
use rashomon_text::Span;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
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
    /// Whether it stands inside a direct quotation.
    pub(crate) is_quoted: bool,
}

/// One sentence of one text.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// The text's rank (its place when the texts are sorted by id).
    pub(crate) text: u32,
    /// Where.
    pub(crate) span: Span,
    /// Its words, as a range of [`Pile::tokens`].
    pub(crate) tokens: Range<usize>,
    /// Its distinct stems other than function words, sorted, each with its weight, as a range of [`Pile::bags`].
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
    /// All words, sentence by sentence.
    pub(crate) tokens: Vec<Token>,
    /// The stems and weights of all bags, sentence by sentence.
    bags: Vec<(u32, f32)>,
    /// The sentences of each text, by rank.
    pub(crate) by_text: Vec<Range<usize>>,
    /// The weight of each stem, in its heaviest reading.
    pub(crate) stem_weights: Vec<f32>,
    /// Of each text: words that look like fragments, and all words, names and figures aside.
    n_fragments: Vec<(u32, u32)>,
}

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
        let (lexicon, blocks) = read(texts, &order);
        let entries = Entries::new(lexicon.forms(), &blocks);
        let quoted: Vec<Vec<Span>> = order.iter().map(|&i| merged(texts[i].quoted)).collect();
        let count = |of: fn(&Block) -> usize| blocks.iter().map(of).sum();
        let mut pile = Pile {
            order,
            sentences: Vec::with_capacity(count(|b| b.sentences.len())),
            tokens: Vec::with_capacity(count(|b| b.words.len())),
            bags: Vec::new(),
            by_text: vec![0..0; texts.len()],
            stem_weights: vec![0.0; entries.n_stems],
            n_fragments: vec![(0, 0); texts.len()],
        };
        for block in blocks {
            let mut words = &block.words[..];
            for sentence in &block.sentences {
                let (own, rest) = words.split_at(sentence.n_words);
                pile.push(sentence, own, &entries, &quoted[sentence.text]);
                words = rest;
            }
        }
        pile.weigh(entries.n_stems);
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
        &self.tokens[self.sentences[sentence].tokens.clone()]
    }

    /// The telling stems of a sentence, sorted, each with its weight.
    pub(crate) fn bag_of(&self, sentence: &Sentence) -> &[(u32, f32)] {
        &self.bags[sentence.bag.start as usize..sentence.bag.end as usize]
    }

    fn push(&mut self, raw: &RawSentence, words: &[Word], entries: &Entries, quoted: &[Span]) {
        let start = self.tokens.len();
        for (i, word) in words.iter().enumerate() {
            let entry = &entries.of_form[word.form as usize];
            let class = entry.class(word, i == 0);
            if !word.is_capital && class != Class::Number {
                let counts = &mut self.n_fragments[raw.text];
                counts.0 += u32::from(class == Class::Content && word.span.len() <= FRAGMENT_LENGTH_MAX);
                counts.1 += 1;
            }
            let quotation = quoted.partition_point(|q| q.end() <= word.span.start());
            self.tokens.push(Token {
                span: word.span,
                form: word.form,
                stem: if class == Class::Name { entry.name_stem } else { entry.stem },
                class,
                weight: 0.0,
                is_quoted: quoted.get(quotation).is_some_and(|q| q.contains(word.span)),
            });
        }
        let index = self.sentences.len();
        let range = &mut self.by_text[raw.text];
        *range = if range.start == range.end { index..index + 1 } else { range.start..index + 1 };
        self.sentences.push(Sentence {
            text: u32::try_from(raw.text).unwrap_or(u32::MAX),
            span: raw.span,
            tokens: start..self.tokens.len(),
            bag: 0..0,
            bag_weight: 0.0,
            stop_weight: 0.0,
            quotes: self.tokens[start..].iter().any(|t| t.is_quoted),
            hash: hash(&self.tokens[start..]),
        });
    }

    /// Gives every word its weight: its class, times how rare its stem is among the sentences of the pile.
    fn weigh(&mut self, n_stems: usize) {
        let mut n_sentences_with = vec![0_u32; n_stems];
        let mut last_with = vec![u32::MAX; n_stems];
        for (i, sentence) in self.sentences.iter().enumerate() {
            let i = u32::try_from(i).unwrap_or(u32::MAX);
            for token in &self.tokens[sentence.tokens.clone()] {
                let last = std::mem::replace(&mut last_with[token.stem as usize], i);
                n_sentences_with[token.stem as usize] += u32::from(last != i);
            }
        }
        let n_sentences = self.sentences.len().max(RARITY_SENTENCES_MIN);
        let rarities: Vec<f32> = n_sentences_with.iter().map(|&n| rarity(n, n_sentences)).collect();
        for token in &mut self.tokens {
            let rarity = if token.class == Class::Stop { 1.0 } else { rarities[token.stem as usize] };
            token.weight = token.class.weight() * rarity;
            let heaviest = &mut self.stem_weights[token.stem as usize];
            *heaviest = heaviest.max(token.weight);
        }
        self.fill_bags();
    }

    fn fill_bags(&mut self) {
        let tokens = &self.tokens;
        let fill = |sentences: &mut [Sentence]| {
            let (mut bags, mut own) = (Vec::new(), Vec::new());
            for sentence in sentences {
                fill_bag(sentence, &tokens[sentence.tokens.clone()], &mut own, &mut bags);
            }
            bags
        };
        let parts: Vec<Vec<(u32, f32)>> =
            self.sentences.par_chunks_mut(SENTENCES_PER_BLOCK).map(fill).collect();
        self.bags.reserve_exact(parts.iter().map(Vec::len).sum());
        for (sentences, part) in self.sentences.chunks_mut(SENTENCES_PER_BLOCK).zip(parts) {
            let before = u32::try_from(self.bags.len()).unwrap_or(u32::MAX);
            for sentence in sentences {
                sentence.bag = sentence.bag.start + before..sentence.bag.end + before;
            }
            self.bags.extend(part);
        }
    }
}

/// Sentences that are weighed in one go.
const SENTENCES_PER_BLOCK: usize = 4_000;

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
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
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

/// A sentence of a text (by rank), as so many of the words of its block.
struct RawSentence {
    text: usize,
    span: Span,
    n_words: usize,
}

/// Texts as words.
#[derive(Default)]
struct Block {
    lexicon: Lexicon,
    sentences: Vec<RawSentence>,
    words: Vec<Word>,
}

/// Texts that are read in one go.
const TEXTS_PER_BLOCK: usize = 2_000;

/// The words of all texts. Blocks are read side by side, each with a lexicon of its own; joined in order, these give the
/// forms the ids that reading text by text would.
fn read(texts: &[Text<'_>], order: &[usize]) -> (Lexicon, Vec<Block>) {
    let read_block = |(block, ranks): (usize, &[usize])| {
        let mut read = Block::default();
        for (k, &index) in ranks.iter().enumerate() {
            for &span in texts[index].sentences {
                let before = read.words.len();
                words(texts[index].text, span, &mut read.lexicon, &mut read.words);
                let n_words = read.words.len() - before;
                if n_words > 0 {
                    read.sentences.push(RawSentence { text: block * TEXTS_PER_BLOCK + k, span, n_words });
                }
            }
        }
        read
    };
    let mut blocks: Vec<Block> = order.par_chunks(TEXTS_PER_BLOCK).enumerate().map(read_block).collect();
    let mut lexicon = Lexicon::default();
    for block in &mut blocks {
        let ids = lexicon.join(&std::mem::take(&mut block.lexicon));
        block.words.iter_mut().for_each(|word| word.form = ids[word.form as usize]);
    }
    (lexicon, blocks)
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

/// What is known of every form, worked out once.
struct Entries {
    of_form: Vec<Entry>,
    n_stems: usize,
}

struct Entry {
    tier: Tier,
    is_number: bool,
    /// Whether it never stands in lower case.
    always_capital: bool,
    stem: u32,
    /// Its stem where it is a name.
    name_stem: u32,
}

impl Entries {
    fn new(forms: &[String], blocks: &[Block]) -> Self {
        let mut stems: FxHashMap<String, u32> = FxHashMap::default();
        let mut id = |stem: String| {
            let next = u32::try_from(stems.len()).unwrap_or(u32::MAX);
            *stems.entry(stem).or_insert(next)
        };
        let mut of_form: Vec<Entry> = forms
            .iter()
            .map(|form| Entry {
                tier: tier(form),
                is_number: is_number(form),
                always_capital: true,
                stem: id(stem(form)),
                name_stem: id(without_demonym_ending(form)),
            })
            .collect();
        for word in blocks.iter().flat_map(|b| &b.words).filter(|w| !w.is_capital) {
            of_form[word.form as usize].always_capital = false;
        }
        Self { of_form, n_stems: stems.len() }
    }
}

impl Entry {
    fn class(&self, word: &Word, is_first: bool) -> Class {
        match self.tier {
            _ if self.is_number => Class::Number,
            Tier::Stop => Class::Stop,
            Tier::Common => Class::Common,
            Tier::Content if word.is_capital && (!is_first || self.always_capital) => Class::Name,
            Tier::Content => Class::Content,
        }
    }
}

/// One key for a country and its people: "Russia" and "Russian", "Canadians" and "Canada".
fn without_demonym_ending(form: &str) -> String {
    const KEEP_MIN: usize = 4;
    let form = form.strip_suffix('s').filter(|rest| rest.len() >= KEEP_MIN).unwrap_or(form);
    for ending in ["ian", "ia", "an", "a"] {
        if let Some(rest) = form.strip_suffix(ending)
            && rest.len() >= KEEP_MIN
        {
            return rest.to_owned();
        }
    }
    form.to_owned()
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
