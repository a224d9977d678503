//! How alike two claims are worded: their triggers, compared by the learned comparison of [`crate::coreference`].

use crate::coreference::{Happenings, Marked, Sentence};
use crate::record::Record;
use rashomon_text::Span;
use rustc_hash::FxHashMap;

/// The claims' triggers as happenings.
pub(super) fn happenings(record: &Record) -> Happenings<'_> {
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut spans: Vec<Vec<Span>> = Vec::new();
    let mut position: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    let mut mentions = Vec::with_capacity(record.claims.len());
    for claim in &record.claims {
        let article = &record.articles[claim.span.article];
        let at = *position.entry((claim.span.article, claim.sentence)).or_insert_with(|| {
            let words = words(&article.article.text, article.sentences[claim.sentence].span);
            let text = words.iter().map(|&w| article.article.slice(w)).collect();
            sentences.push(Sentence { document: claim.span.article, position: claim.sentence, words: text });
            spans.push(words);
            sentences.len() - 1
        });
        let is_trigger = |&w: &usize| claim.trigger.contains(spans[at][w]);
        mentions.push(Marked { sentence: at, words: (0..spans[at].len()).filter(is_trigger).collect() });
    }
    Happenings::new(sentences, mentions)
}

/// Runs of letters and figures, and marks one by one.
fn words(text: &str, span: Span) -> Vec<Span> {
    let Some(sentence) = text.get(span.range()) else { return Vec::new() };
    let mut words: Vec<Span> = Vec::new();
    let mut is_open = false;
    for (at, c) in sentence.char_indices() {
        let (start, end) = (span.start() + at, span.start() + at + c.len_utf8());
        let is_word = c.is_alphanumeric();
        match words.last_mut() {
            Some(last) if is_open && is_word => *last = Span::new(last.start(), end),
            _ if !c.is_whitespace() => words.push(Span::new(start, end)),
            _ => {}
        }
        is_open = is_word;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks() {
        let text = "The ferry, 40 years old, sank.";
        let found: Vec<&str> =
            words(text, Span::new(4, text.len())).iter().map(|s| &text[s.range()]).collect();
        assert_eq!(found, ["ferry", ",", "40", "years", "old", ",", "sank", "."]);
    }
}
