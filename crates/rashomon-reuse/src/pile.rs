//! All texts as words with weights: what the later steps compute on.

use crate::Text;
use crate::stem::stem;
use crate::vocabulary::{Tier, tier};
use crate::words::{Lexicon, Word, is_number, words};
use rashomon_text::Span;
use rustc_hash::FxHashMap;
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
    /// Its distinct stems other than function words, sorted, each with its weight.
    pub(crate) bag: Vec<(u32, f32)>,
    /// The sum of the bag's weights.
    pub(crate) bag_weight: f32,
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
    /// The sentences of each text, by rank.
    pub(crate) by_text: Vec<Range<usize>>,
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
        let mut lexicon = Lexicon::default();
        let raw = read(texts, &order, &mut lexicon);
        let entries = Entries::new(lexicon.forms(), &raw);
        let quoted: Vec<Vec<Span>> = order.iter().map(|&i| merged(texts[i].quoted)).collect();
        let mut pile = Pile {
            order,
            sentences: Vec::new(),
            tokens: Vec::new(),
            by_text: vec![0..0; texts.len()],
            n_fragments: vec![(0, 0); texts.len()],
        };
        for sentence in raw {
            pile.push(&sentence, &entries, &quoted[sentence.text]);
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

    /// The words of a sentence.
    pub(crate) fn tokens_of(&self, sentence: usize) -> &[Token] {
        &self.tokens[self.sentences[sentence].tokens.clone()]
    }

    fn push(&mut self, raw: &RawSentence, entries: &Entries, quoted: &[Span]) {
        let start = self.tokens.len();
        for (i, word) in raw.words.iter().enumerate() {
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
            bag: Vec::new(),
            bag_weight: 0.0,
        });
    }

    /// Gives every word its weight: its class, times how rare its stem is among the sentences of the pile.
    fn weigh(&mut self, n_stems: usize) {
        let mut n_sentences_with = vec![0_u32; n_stems];
        for sentence in &mut self.sentences {
            let mut stems: Vec<u32> = self.tokens[sentence.tokens.clone()].iter().map(|t| t.stem).collect();
            stems.sort_unstable();
            stems.dedup();
            stems.iter().for_each(|&stem| n_sentences_with[stem as usize] += 1);
        }
        let n_sentences = self.sentences.len().max(RARITY_SENTENCES_MIN);
        for token in &mut self.tokens {
            let n = n_sentences_with[token.stem as usize];
            token.weight = token.class.weight() * rarity(token.class, n, n_sentences);
        }
        for sentence in &mut self.sentences {
            let tokens = &self.tokens[sentence.tokens.clone()];
            let mut bag: Vec<(u32, f32)> =
                tokens.iter().filter(|t| t.class != Class::Stop).map(|t| (t.stem, t.weight)).collect();
            bag.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            bag.dedup_by_key(|(stem, _)| *stem);
            sentence.bag_weight = bag.iter().map(|(_, weight)| weight).sum();
            sentence.bag = bag;
        }
    }
}

/// A small pile says little about how rare a word is: treat it as one of this many sentences.
const RARITY_SENTENCES_MIN: usize = 500;

/// A word of so few of the sentences has its full weight: copies make words frequent, and must not thereby hide.
const RARE_SHARE: f32 = 0.004;

/// Even a word of every sentence keeps this share of its weight.
const RARITY_MIN: f32 = 0.3;

fn rarity(class: Class, n: u32, n_sentences: usize) -> f32 {
    if class == Class::Stop {
        return 1.0;
    }
    // 1 for a word of every 250th sentence, or rarer.
    let share = n.max(1) as f32 / n_sentences as f32;
    (share.ln() / RARE_SHARE.ln()).clamp(RARITY_MIN, 1.0)
}

struct RawSentence {
    text: usize,
    span: Span,
    words: Vec<Word>,
}

fn read(texts: &[Text<'_>], order: &[usize], lexicon: &mut Lexicon) -> Vec<RawSentence> {
    let mut sentences = Vec::new();
    for (rank, &index) in order.iter().enumerate() {
        for &span in texts[index].sentences {
            let words = words(texts[index].text, span, lexicon);
            if !words.is_empty() {
                sentences.push(RawSentence { text: rank, span, words });
            }
        }
    }
    sentences
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
    fn new(forms: &[String], sentences: &[RawSentence]) -> Self {
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
        for word in sentences.iter().flat_map(|s| &s.words).filter(|w| !w.is_capital) {
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
