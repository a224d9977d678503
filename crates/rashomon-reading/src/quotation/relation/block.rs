//! A paragraph without marks that the one above announces: "The ministry denied the charges:", then its words.
//!
//! How: the paragraph above ends in a colon, and its last sentence has a reporting verb with a speaker and no clause behind it.
//!
//! Known misses: words that run over several paragraphs; those announced without a reporting verb.

use super::complement::{is_expletive, is_finite, is_negated, speaker};
use super::{AttributionForm, AttributionRelation, cues};
use crate::ParsedArticle;
use crate::quotation::cues::cue_class;
use crate::quotation::speaker::noun_phrase;
use rashomon_text::{Block, BlockKind, Span};

/// All of an article.
pub(super) fn find(parsed: &ParsedArticle) -> Vec<AttributionRelation> {
    let read: Vec<&Block> = parsed.article.blocks.iter().filter(|b| b.kind.is_read()).collect();
    read.windows(2).filter_map(|pair| announced(parsed, pair[0], pair[1])).collect()
}

fn announced(parsed: &ParsedArticle, above: &Block, block: &Block) -> Option<AttributionRelation> {
    let text = &parsed.article.text;
    let is_marked = |s: &str| s.contains(['"', '“', '”', '«', '»', '•']);
    let plain = !is_marked(block.span.slice(text)) && block.kind == BlockKind::Paragraph;
    if !plain || !above.span.slice(text).trim_end().ends_with(':') {
        return None;
    }
    let last = parsed.sentence_at(above.span.end() - 1)?;
    let tokens = parsed.sentences[last].tokens.clone();
    let reports = |&t: &usize| {
        let token = &parsed.tokens[t];
        token.tag.starts_with("VB") && cue_class(&token.lemma).is_some() && !is_negated(parsed, t)
    };
    let cue = tokens.rev().find(reports)?;
    let has_clause = parsed.child(cue, &["ccomp"]).is_some();
    let first = parsed.sentences.partition_point(|s| s.span.start() < block.span.start());
    let end = (first..parsed.sentences.len()).take_while(|&s| block.span.contains(parsed.sentences[s].span));
    let end = end.take_while(|&s| !is_narrated(parsed, s)).last()?;
    let content = Span::new(block.span.start(), parsed.sentences[end].span.end());
    let said = parsed.tokens_in(content).any(|t| is_finite(parsed, t));
    let speaker = speaker(parsed, cue).filter(|&s| !is_expletive(parsed, s))?;
    (said && !has_clause).then(|| AttributionRelation {
        content: vec![content],
        cue: Some(parsed.tokens[cue].span),
        speaker: Some(noun_phrase(parsed, speaker)),
        kind: cues::verb(&parsed.tokens[cue].lemma).unwrap_or(super::AttributionType::Assertion),
        form: AttributionForm::Clause,
        is_bidding: false,
        is_negated: false,
    })
}

/// Whether a sentence reports what somebody else than the writer says: the announced words are over.
fn is_narrated(parsed: &ParsedArticle, sentence: usize) -> bool {
    let root = parsed.root(sentence);
    let own = |s: usize| matches!(parsed.tokens[s].lower.as_str(), "i" | "we");
    cue_class(&parsed.tokens[root].lemma).is_some() && parsed.child(root, &["nsubj"]).is_some_and(|s| !own(s))
}
