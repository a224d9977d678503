//! Live reports: entries under the hour at which each was written.

use super::TimeExpression;
use crate::ParsedArticle;
use std::ops::Range;

/// Hours that stand alone from which an article is a live report.
const N_HOURS_MIN: usize = 2;

/// For each sentence the time expression over its entry; none where the article is no live report.
pub(crate) fn hours(parsed: &ParsedArticle, times: &[TimeExpression]) -> Vec<Option<usize>> {
    let is_hour = |time: &TimeExpression| {
        time.form.clock.is_some() && (is_alone(parsed, &time.tokens) || opens_entry(parsed, &time.tokens))
    };
    let hours: Vec<usize> = (0..times.len()).filter(|&t| is_hour(&times[t])).collect();
    if hours.len() < N_HOURS_MIN {
        return vec![None; parsed.sentences.len()];
    }
    let over = |start: usize| hours.iter().copied().take_while(|&t| times[t].tokens.start <= start).last();
    parsed.sentences.iter().map(|s| over(s.tokens.start)).collect()
}

/// Whether the tokens are all that their sentence says: "19:50" over an entry.
pub(crate) fn is_alone(parsed: &ParsedArticle, tokens: &Range<usize>) -> bool {
    let sentence = parsed.sentences[parsed.tokens[tokens.start].sentence].tokens.clone();
    sentence.filter(|t| !tokens.contains(t)).all(|t| parsed.tokens[t].pos == "PUNCT")
}

/// Whether the tokens open a line and the entry follows in it: "08:40 The second track is clear again."
pub(crate) fn opens_entry(parsed: &ParsedArticle, tokens: &Range<usize>) -> bool {
    let before = &parsed.article.text[..parsed.tokens[tokens.start].span.start()];
    let opens_line = before.trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|c| c == '\n');
    let opens_sentence = parsed.tokens.get(tokens.end).is_some_and(|t| {
        t.span
            .slice(&parsed.article.text)
            .starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '-' | '–' | '—' | ':'))
    });
    opens_line && opens_sentence
}
