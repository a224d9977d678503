//! One article with the parses of its paragraphs, addressed by article byte offsets.

use crate::lemma;
use rashomon_language::Document;
use rashomon_text::{Article, BlockKind, Span, is_english_or_unknown};
use smol_str::SmolStr;
use std::ops::Range;

/// A stretch of an article that is parsed on its own: one block without its dateline, hard wraps read as spaces, cut where an
/// hour ends a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// Where it stands in the article; as long as `text` in bytes.
    pub span: Span,
    /// What the parser gets.
    pub text: String,
}

/// The passages of an article that are read, in text order; none where it is written in another language.
#[must_use]
pub fn passages(article: &Article) -> Vec<Passage> {
    if !is_english_or_unknown(&article.language) {
        return Vec::new();
    }
    let read = |(block, b): (usize, &rashomon_text::Block)| {
        let start = b.dateline.map_or(b.span.start(), Span::end);
        let span = Span::new(start, b.span.end().max(start)).trimmed(&article.text);
        let text = article.slice(span).replace('\n', " ");
        let mut bounds = vec![0];
        bounds.extend(ends_after_hours(&text));
        bounds.push(text.len());
        let passage = |bounds: &[usize]| Passage {
            block,
            span: Span::new(span.start() + bounds[0], span.start() + bounds[1]),
            text: text[bounds[0]..bounds[1]].to_owned(),
        };
        bounds.windows(2).map(passage).filter(|p| !p.text.is_empty()).collect::<Vec<_>>()
    };
    article.blocks.iter().enumerate().filter(|(_, b)| b.kind.is_read()).flat_map(read).collect()
}

/// Where sentences start that follow an hour ("... at 6 a.m. At 7 a.m. the gates were shut"): the parser takes the full stop for
/// the abbreviation's alone.
fn ends_after_hours(text: &str) -> Vec<usize> {
    const OPENERS: [&str; 26] = [
        "A", "An", "The", "At", "By", "In", "On", "It", "Its", "He", "His", "She", "Her", "They", "Their",
        "This", "There", "But", "No", "Nobody", "Some", "About", "After", "When", "Two", "Police",
    ];
    let opens = |rest: &str| {
        let word: &str = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        OPENERS.contains(&word)
    };
    text.match_indices(".m. ")
        .filter(|&(at, hour)| {
            text[..at].ends_with(['a', 'p'])
                && text[..at - 1].ends_with(|c: char| c.is_ascii_digit() || c == ' ')
                && opens(&text[at + hour.len()..])
        })
        .map(|(at, hour)| at + hour.len())
        .collect()
}

/// A token of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where, in the article's text.
    pub span: Span,
    /// Dictionary form.
    pub lemma: SmolStr,
    /// Lower-cased form as written.
    pub lower: SmolStr,
    /// Penn Treebank tag.
    pub tag: &'static str,
    /// Universal part of speech.
    pub pos: &'static str,
    /// Morphological features (FEATS).
    pub morph: &'static str,
    /// Dependency label (ClearNLP scheme).
    pub dep: &'static str,
    /// Index of the head in [`ParsedArticle::tokens`]; a root is its own.
    pub head: usize,
    /// Index into [`ParsedArticle::sentences`].
    pub sentence: usize,
}

/// A sentence of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Token indices.
    pub tokens: Range<usize>,
    /// Where, without white space at the ends.
    pub span: Span,
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// What the block is.
    pub kind: BlockKind,
}

/// A named entity as the language model marks it: tokens and OntoNotes label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelEntity {
    /// Token indices.
    pub tokens: Range<usize>,
    /// `PERSON`, `ORG`, `GPE`, ...
    pub label: &'static str,
}

/// One article with the parses of its passages: flat, global token indices, article byte offsets.
#[derive(Debug)]
pub struct ParsedArticle<'a> {
    /// The article.
    pub article: &'a Article,
    /// All tokens of the read passages, in text order (white-space tokens included, pos `SPACE`).
    pub tokens: Vec<Token>,
    /// All sentences, in text order.
    pub sentences: Vec<Sentence>,
    /// The model's entities, in text order.
    pub entities: Vec<ModelEntity>,
    children: Vec<usize>,
    children_start: Vec<usize>,
}

impl<'a> ParsedArticle<'a> {
    /// Joins the parses of [`passages`]; `documents` are in the same order.
    ///
    /// # Panics
    /// When a document is not the parse of its passage's text.
    #[must_use]
    pub fn new<'d>(
        article: &'a Article,
        passages: &[Passage],
        documents: impl IntoIterator<Item = &'d Document>,
    ) -> Self {
        let mut parsed = Self {
            article,
            tokens: Vec::new(),
            sentences: Vec::new(),
            entities: Vec::new(),
            children: Vec::new(),
            children_start: Vec::new(),
        };
        for (passage, document) in passages.iter().zip(documents) {
            assert_eq!(passage.text.len(), document.text().len(), "a document is the parse of its passage");
            parsed.append(passage, document);
        }
        crate::misread::mend(&mut parsed.tokens, &parsed.sentences);
        parsed.index_children();
        parsed
    }

    /// The word as written.
    #[must_use]
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens[token].span.slice(&self.article.text)
    }

    /// The words of a token range as one span.
    ///
    /// # Panics
    /// When the range is empty.
    #[must_use]
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        self.tokens[tokens.start].span.cover(self.tokens[tokens.end - 1].span)
    }

    /// Direct dependents, in text order.
    #[must_use]
    pub fn children(&self, token: usize) -> &[usize] {
        &self.children[self.children_start[token]..self.children_start[token + 1]]
    }

    /// The first dependent with one of these labels.
    #[must_use]
    pub fn child(&self, token: usize, deps: &[&str]) -> Option<usize> {
        self.children(token).iter().copied().find(|&c| deps.contains(&self.tokens[c].dep))
    }

    /// The head, its head, and so on to the root; without the token itself.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let up = |t: usize| (self.tokens[t].head != t).then(|| self.tokens[t].head);
        std::iter::successors(up(token), move |&t| up(t))
    }

    /// Whether `token` is `above` or stands below it.
    #[must_use]
    pub fn is_within(&self, token: usize, above: usize) -> bool {
        token == above || self.ancestors(token).any(|a| a == above)
    }

    /// The token and all below it, in text order.
    #[must_use]
    pub fn subtree(&self, token: usize) -> Vec<usize> {
        let mut all = vec![token];
        let mut next = 0;
        while next < all.len() {
            all.extend_from_slice(self.children(all[next]));
            next += 1;
        }
        all.sort_unstable();
        all
    }

    /// From the first token of the subtree to behind its last, with whatever stands between.
    #[must_use]
    pub fn edges(&self, token: usize) -> Range<usize> {
        let all = self.subtree(token);
        all[0]..all[all.len() - 1] + 1
    }

    /// The token of a sentence, given by its position, that is its own head; its first token where none is.
    #[must_use]
    pub fn root(&self, sentence: usize) -> usize {
        let tokens = self.sentences[sentence].tokens.clone();
        tokens.clone().find(|&t| self.tokens[t].head == t).unwrap_or(tokens.start)
    }

    /// Indices of the tokens that lie wholly within `span`.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start() < span.start());
        let end = self.tokens.partition_point(|t| t.span.end() <= span.end());
        start..end.max(start)
    }

    /// Index of the sentence that covers byte `offset`, if any does.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let next = self.sentences.partition_point(|s| s.span.start() <= offset);
        let at = next.checked_sub(1)?;
        (offset < self.sentences[at].span.end()).then_some(at)
    }

    fn append(&mut self, passage: &Passage, document: &Document) {
        let first = self.tokens.len();
        let offset = passage.span.start();
        for sentence in document.sentences() {
            let tokens = sentence.token_range();
            let number = self.sentences.len();
            for token in sentence.tokens() {
                let lower: SmolStr = token.text().to_lowercase().into();
                self.tokens.push(Token {
                    span: Span::new(token.byte_range().start + offset, token.byte_range().end + offset),
                    lemma: lemma::mended(&lower, token.tag(), token.lemma()),
                    lower,
                    tag: token.tag(),
                    pos: token.pos(),
                    morph: token.morph(),
                    dep: token.dep(),
                    head: token.head().i() + first,
                    sentence: number,
                });
            }
            let tokens = tokens.start + first..tokens.end + first;
            let span = self.span_of(tokens.clone()).trimmed(&self.article.text);
            let kind = self.article.blocks[passage.block].kind;
            self.sentences.push(Sentence { tokens, span, block: passage.block, kind });
        }
        self.entities.extend(document.entities().map(|e| ModelEntity {
            tokens: e.token_range().start + first..e.token_range().end + first,
            label: e.label(),
        }));
    }

    fn index_children(&mut self) {
        let mut count = vec![0; self.tokens.len() + 1];
        let dependents = || self.tokens.iter().enumerate().filter(|(i, t)| t.head != *i);
        dependents().for_each(|(_, t)| count[t.head + 1] += 1);
        for i in 1..count.len() {
            count[i] += count[i - 1];
        }
        let mut next = count.clone();
        let mut children = vec![0; count[count.len() - 1]];
        dependents().for_each(|(i, t)| {
            children[next[t.head]] = i;
            next[t.head] += 1;
        });
        self.children = children;
        self.children_start = count;
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::with_article;

    #[test]
    fn an_hour_may_end_a_sentence() {
        for (text, expected) in [
            ("Miners walked out at 6 a.m. At 7 a.m. guards chained the gates.", 2),
            ("The pit opened at 6 a.m. Monday. It closed at 5 p.m. Greenwich time.", 2),
            ("The boat left at 9.42 p.m. The crew slept.", 2),
        ] {
            with_article(text, None, |parsed| {
                let found: Vec<&str> =
                    parsed.sentences.iter().map(|s| parsed.article.slice(s.span)).collect();
                assert_eq!(found.len(), expected, "{found:?}");
                assert_eq!(found.join(" "), text);
            });
        }
    }
}
