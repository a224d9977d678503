//! All detectors in their order.

use crate::claim::Claim;
use crate::mention::coreference::Chain;
use crate::mention::{LocalEntity, Mention};
use crate::quantity::Quantity;
use crate::quotation::Quotation;
use crate::rebuttal::Rebuttal;
use crate::time::TimeExpression;
use crate::{ParsedArticle, Sentence, claim, mention, quantity, quotation, rebuttal, time};
use rashomon_text::{Span, Time};
use smol_str::{SmolStr, StrExt};

/// A content word: what later stages compare texts by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where.
    pub span: Span,
    /// Dictionary form, lower case.
    pub lemma: SmolStr,
    /// Universal part of speech.
    pub pos: &'static str,
}

/// Everything read in one article. Indices of one list into another are positions in these vectors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Sentences of the read passages, in text order.
    pub sentences: Vec<Sentence>,
    /// Content words (nouns, names, verbs, adjectives, adverbs, figures) of the read passages, in text order.
    pub words: Vec<Word>,
    /// Mentions, in text order.
    pub mentions: Vec<Mention>,
    /// Entities, in order of first mention.
    pub entities: Vec<LocalEntity>,
    /// Coreference of all phrases that can refer, by first phrase; wider and bolder than `mentions`: every link says
    /// how sure it is.
    pub chains: Vec<Chain>,
    /// Time expressions, in text order.
    pub times: Vec<TimeExpression>,
    /// For each sentence the index of the hour over its entry, where the article is a live report.
    pub hours: Vec<Option<usize>>,
    /// Quotations, in text order.
    pub quotations: Vec<Quotation>,
    /// Statements that a later sentence says are not so, in the order of those sentences.
    pub rebuttals: Vec<Rebuttal>,
    /// Quantities, in text order.
    pub quantities: Vec<Quantity>,
    /// Claims, in text order.
    pub claims: Vec<Claim>,
}

/// Reads one article. Times are resolved against the publication date that the article itself gives;
/// call [`resolve_times`] again when a date has been inferred.
#[must_use]
pub fn read(parsed: &ParsedArticle) -> Reading {
    let mut reading =
        Reading { sentences: parsed.sentences.clone(), words: content_words(parsed), ..Reading::default() };
    (reading.mentions, reading.entities, reading.chains) = mention::read(parsed);
    reading.times = time::read(parsed);
    reading.hours = time::hours(parsed, &reading.times);
    resolve_times(&mut reading, parsed.article.published.value.as_ref());
    reading.quotations = quotation::read(parsed, &reading.mentions, &reading.entities, &reading.times);
    reading.rebuttals = rebuttal::read(parsed, &reading.quotations, &reading.mentions);
    reading.quantities = quantity::read(parsed, &reading);
    reading.claims = claim::read(parsed, &reading);
    reading
}

/// Resolves the time expressions of a reading against a publication time.
pub fn resolve_times(reading: &mut Reading, published: Option<&Time>) {
    time::resolve(&mut reading.times, published);
}

impl Reading {
    /// The content words that lie within `span`.
    #[must_use]
    pub fn words_in(&self, span: Span) -> &[Word] {
        let start = self.words.partition_point(|w| w.span.start() < span.start());
        let end = self.words.partition_point(|w| w.span.end() <= span.end());
        &self.words[start..end.max(start)]
    }

    /// Position of the sentence that covers byte `offset`, if any does.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|s| s.span.start() <= offset).checked_sub(1)?;
        (offset < self.sentences[at].span.end()).then_some(at)
    }
}

fn content_words(parsed: &ParsedArticle) -> Vec<Word> {
    let is_content = |t: &&crate::Token| {
        matches!(t.pos, "NOUN" | "PROPN" | "VERB" | "ADJ" | "ADV" | "NUM")
            && t.lower.chars().any(char::is_alphanumeric)
    };
    let word = |t: &crate::Token| Word { span: t.span, lemma: t.lemma.to_lowercase_smolstr(), pos: t.pos };
    parsed.tokens.iter().filter(is_content).map(word).collect()
}
