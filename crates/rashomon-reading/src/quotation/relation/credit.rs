//! Credits: "An aerial view. Image: Ada Berg", "The old pier. (Credit: Ada Berg)". The caption is the maker's.

use super::{AttributionForm, AttributionRelation, AttributionType};
use rashomon_text::{Article, Span};

/// Words before the colon, without "credit" behind them.
const LABELS: &[&str] = &[
    "image",
    "photo",
    "photograph",
    "picture",
    "credit",
    "video",
    "audio",
    "graphic",
    "map",
    "illustration",
];

/// Longest name of a maker, in words.
const NAME_WORDS_MAX: usize = 12;

/// The credits of an article's blocks, in text order.
pub(super) fn find(article: &Article) -> Vec<AttributionRelation> {
    article
        .blocks
        .iter()
        .filter(|b| b.kind.is_read())
        .filter_map(|b| in_block(&article.text, b.span))
        .collect()
}

fn in_block(text: &str, block: Span) -> Option<AttributionRelation> {
    let line = block.slice(text);
    let colon = line.rfind(": ")?;
    let before = line[..colon].trim_end();
    let mut label_start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| i + last_width(before, i));
    if before[label_start..].eq_ignore_ascii_case("credit") {
        // "Photo credit: …"
        let above = before[..label_start].trim_end();
        let start = above.rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| i + last_width(above, i));
        if is_label(&above[start..]) {
            label_start = start;
        }
    }
    let label = before[label_start..].split(' ').next()?;
    let caption = line[..label_start].trim_end_matches([' ', '.', '(', '[', '—', '–', '-', '|']);
    let rest = &line[colon + 2..];
    let name_start = colon + 2 + (rest.len() - rest.trim_start().len());
    let name = rest.trim().trim_end_matches(['.', ')', ']']);
    let is_name = !name.is_empty() && name.split_whitespace().count() <= NAME_WORDS_MAX;
    if !is_label(label) || caption.trim().is_empty() || !is_name {
        return None;
    }
    let at = |start: usize, part: &str| {
        let start = block.start() + start;
        Span::new(start, start + part.len())
    };
    Some(AttributionRelation {
        content: vec![at(0, caption)],
        cue: None,
        speaker: Some(at(name_start, name)),
        kind: AttributionType::Assertion,
        form: AttributionForm::Credit,
        is_bidding: false,
    })
}

fn last_width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

fn is_label(word: &str) -> bool {
    LABELS.iter().any(|l| word.eq_ignore_ascii_case(l))
}
