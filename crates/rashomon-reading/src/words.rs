//! Words and single punctuation marks of a passage, finer and steadier than the parser's tokens:
//! "7a.m.", "mid-November" and "1990s" come apart the same way everywhere.

use crate::ParsedArticle;
use rashomon_text::Span;
use smol_str::SmolStr;

/// A run of letters, a run of digits, or one other character.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Where.
    pub(crate) span: Span,
    /// Lower-cased form.
    pub(crate) lower: SmolStr,
    /// The parser's token it stands in.
    pub(crate) token: usize,
    /// Whether white space precedes it (or it is the first).
    pub(crate) spaced: bool,
    /// Whether that white space is one no-break or thin space, as stands between the digits of a number.
    pub(crate) narrow: bool,
    /// Whether its first letter is a capital.
    pub(crate) capital: bool,
    /// The number, for a run of at most nine digits.
    pub(crate) digits: Option<u32>,
}

impl Word {
    pub(crate) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    pub(crate) fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    pub(crate) fn is_letters(&self) -> bool {
        self.lower.starts_with(char::is_alphabetic)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Letters,
    Digits,
    Space,
    Other,
}

fn class(c: char) -> Class {
    if c.is_ascii_digit() {
        Class::Digits
    } else if c.is_alphabetic() {
        Class::Letters
    } else if c.is_whitespace() {
        Class::Space
    } else {
        Class::Other
    }
}

/// The words of each read passage, in text order; one list per block.
pub(crate) fn words_by_block(parsed: &ParsedArticle) -> Vec<Vec<Word>> {
    let mut blocks = Vec::new();
    let mut first = 0;
    while first < parsed.sentences.len() {
        let block = parsed.sentences[first].block;
        let next = (first..parsed.sentences.len())
            .find(|&s| parsed.sentences[s].block != block)
            .unwrap_or(parsed.sentences.len());
        let tokens = parsed.sentences[first].tokens.start..parsed.sentences[next - 1].tokens.end;
        blocks.push(words(parsed, tokens));
        first = next;
    }
    blocks
}

/// The words of a range of tokens.
pub(crate) fn words(parsed: &ParsedArticle, tokens: std::ops::Range<usize>) -> Vec<Word> {
    if tokens.is_empty() {
        return Vec::new();
    }
    let whole = parsed.span_of(tokens.clone());
    let text = whole.slice(&parsed.article.text);
    let mut found: Vec<Word> = Vec::new();
    let mut token = tokens.start;
    let (mut spaced, mut narrow) = (true, false);
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let kind = class(c);
        let mut end = start + c.len_utf8();
        while kind != Class::Other
            && let Some((at, d)) = rest.next_if(|&(_, d)| class(d) == kind)
        {
            end = at + d.len_utf8();
        }
        if kind == Class::Space {
            spaced = true;
            narrow =
                matches!(&text[start..end], "\u{a0}" | "\u{202f}" | "\u{2009}" | "\u{2008}" | "\u{2007}");
            continue;
        }
        let span = Span::new(start, end).shifted(whole.start());
        while token + 1 < tokens.end && parsed.tokens[token].span.end() <= span.start() {
            token += 1;
        }
        let written = span.slice(&parsed.article.text);
        found.push(Word {
            span,
            lower: if written == "’" { "'".into() } else { written.to_lowercase().into() },
            token,
            spaced,
            narrow,
            capital: c.is_uppercase(),
            digits: if kind == Class::Digits && written.len() <= 9 { written.parse().ok() } else { None },
        });
        (spaced, narrow) = (false, false);
    }
    found
}
