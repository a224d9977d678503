//! All texts as words with weights: what the later steps compute on.

use crate::Text;
use crate::stem::stem;
use crate::vocabulary::{Tier, tier};
use crate::words::{Word, words};
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
}

impl Pile {
    /// Reads the words of all texts.
    pub(crate) fn new(texts: &[Text<'_>]) -> Self {
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by(|&a, &b| (texts[a].id, texts[a].text).cmp(&(texts[b].id, texts[b].text)));
        let raw = read(texts, &order);
        let is_name = capitalised_forms(&raw);
        let mut pile =
            Pile { order, sentences: Vec::new(), tokens: Vec::new(), by_text: vec![0..0; texts.len()] };
        let mut interner = Interner::default();
        for sentence in raw {
            pile.push(texts, sentence, &is_name, &mut interner);
        }
        pile.weigh(interner.len());
        pile
    }

    /// The words of a sentence.
    pub(crate) fn tokens_of(&self, sentence: usize) -> &[Token] {
        &self.tokens[self.sentences[sentence].tokens.clone()]
    }

    fn push(
        &mut self,
        texts: &[Text<'_>],
        raw: RawSentence,
        is_name: &FxHashMap<String, bool>,
        interner: &mut Interner,
    ) {
        let text = &texts[self.order[raw.text]];
        let start = self.tokens.len();
        for (i, word) in raw.words.iter().enumerate() {
            let class = classify(word, i == 0, is_name);
            let stem =
                if class == Class::Name { without_demonym_ending(&word.form) } else { stem(&word.form) };
            self.tokens.push(Token {
                span: word.span,
                form: interner.id(&word.form),
                stem: interner.id(&stem),
                class,
                weight: 0.0,
                is_quoted: text.quoted.iter().any(|quoted| quoted.contains(word.span)),
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
    fn weigh(&mut self, n_words: usize) {
        let mut n_sentences_with = vec![0_u32; n_words];
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

/// Even a word of every sentence keeps this share of its weight.
const RARITY_MIN: f32 = 0.3;

fn rarity(class: Class, n: u32, n_sentences: usize) -> f32 {
    if class == Class::Stop {
        return 1.0;
    }
    // 1 for a word seen twice (the least that can be shared).
    let all = (n_sentences as f32 / 2.0).ln();
    ((n_sentences as f32 / n.max(2) as f32).ln() / all).max(RARITY_MIN)
}

struct RawSentence {
    text: usize,
    span: Span,
    words: Vec<Word>,
}

fn read(texts: &[Text<'_>], order: &[usize]) -> Vec<RawSentence> {
    let mut sentences = Vec::new();
    for (rank, &index) in order.iter().enumerate() {
        for &span in texts[index].sentences {
            let words = words(texts[index].text, span);
            if !words.is_empty() {
                sentences.push(RawSentence { text: rank, span, words });
            }
        }
    }
    sentences
}

/// For each form that is ever capitalised: whether it never stands in lower case.
fn capitalised_forms(sentences: &[RawSentence]) -> FxHashMap<String, bool> {
    let mut forms: FxHashMap<String, bool> = FxHashMap::default();
    for word in sentences.iter().flat_map(|s| &s.words).filter(|w| w.is_capital) {
        forms.entry(word.form.clone()).or_insert(true);
    }
    for word in sentences.iter().flat_map(|s| &s.words).filter(|w| !w.is_capital) {
        if let Some(always) = forms.get_mut(&word.form) {
            *always = false;
        }
    }
    forms
}

fn classify(word: &Word, is_first: bool, always_capital: &FxHashMap<String, bool>) -> Class {
    if word.is_number {
        return Class::Number;
    }
    match tier(&word.form) {
        Tier::Stop => Class::Stop,
        Tier::Common => Class::Common,
        Tier::Content if word.is_capital && (!is_first || always_capital.get(&word.form) == Some(&true)) => {
            Class::Name
        }
        Tier::Content => Class::Content,
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

#[derive(Default)]
struct Interner {
    ids: FxHashMap<String, u32>,
}

impl Interner {
    fn id(&mut self, word: &str) -> u32 {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.ids.insert(word.to_owned(), id);
        id
    }

    fn len(&self) -> usize {
        self.ids.len()
    }
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
