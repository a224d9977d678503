//! Plain text to drafts of blocks: which lines belong together.
//!
//! Three habits occur: paragraphs between blank lines, one paragraph per line, and paragraphs hard-wrapped
//! at a fixed width. A wrap is told by its greediness: the first word of the next line would not have
//! fitted on this one.

use crate::shape::ends_sentence;
use rashomon_text::Span;

/// What the mark-up of HTML or Markdown says about a draft; plain text says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    None,
    /// `h1`, `# …`.
    Title,
    /// What a class or the page's description shows to be the lines between headline and text.
    Standfirst,
    /// `h2` to `h6`, `## …`.
    Heading,
    /// `p`, `blockquote`.
    Paragraph,
    ListItem,
    Caption,
    /// Looks like a byline by its class name.
    Byline,
}

/// A paragraph or line before it is classified.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft {
    pub(crate) span: Span,
    /// Number of the group of lines between blank lines that it stands in.
    pub(crate) group: u32,
    pub(crate) hint: Hint,
}

/// Lines from which a wrapped text is recognised; and the widths at which people wrap.
const WRAP_WIDTH: std::ops::RangeInclusive<usize> = 45..=132;

/// Share of line breaks within groups that must be greedy in a wrapped text: all but the odd one.
const GREEDY_SHARE_MIN: f64 = 0.7;

/// Share of those breaks that must stand in mid-sentence, else it is one sentence a line.
const MIDSENTENCE_SHARE_MIN: f64 = 0.3;

struct Line {
    span: Span,
    group: u32,
    width: usize,
    indent: usize,
}

/// The drafts of a plain text.
pub(crate) fn plain_drafts(text: &str) -> Vec<Draft> {
    let lines = lines(text);
    let width = wrap_width(text, &lines);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut last: Option<&Line> = None;
    for line in &lines {
        let joins = match (last, width) {
            (Some(last), Some(width)) => last.group == line.group && wraps(text, last, line, width),
            (Some(last), None) => last.group == line.group && goes_on(text, last, line),
            _ => false,
        };
        match drafts.last_mut() {
            Some(draft) if joins => draft.span = draft.span.cover(line.span),
            _ => drafts.push(Draft { span: line.span, group: line.group, hint: Hint::None }),
        }
        last = Some(line);
    }
    drafts
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut group, mut blank) = (0, 0, false);
    for raw in text.split('\n') {
        let span = Span::new(at, at + raw.len()).trimmed(text);
        at += raw.len() + 1;
        if span.is_empty() || is_rule(span.slice(text)) {
            blank = true;
            continue;
        }
        if blank && !lines.is_empty() {
            group += 1;
        }
        blank = false;
        let indent = raw.chars().take_while(|c| c.is_whitespace()).count();
        lines.push(Line { span, group, width: span.slice(text).chars().count(), indent });
    }
    lines
}

/// A line of dashes, stars, equals signs: a ruler, no text.
fn is_rule(line: &str) -> bool {
    line.chars().count() >= 3
        && line.chars().all(|c| matches!(c, '-' | '_' | '*' | '=' | '~' | '—' | '–' | ' ' | '·' | '•'))
}

/// The width at which the text is hard-wrapped, if it is.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let width = lines.iter().map(|line| line.width).max()?;
    if !WRAP_WIDTH.contains(&width) {
        return None;
    }
    let (mut breaks, mut greedy, mut midsentence) = (0_u32, 0_u32, 0_u32);
    for pair in lines.windows(2) {
        if pair[0].group == pair[1].group && pair[0].width * 2 > width {
            breaks += 1;
            greedy += u32::from(is_greedy(text, &pair[0], &pair[1], width));
            midsentence += u32::from(!ends_sentence(pair[0].span.slice(text)));
        }
    }
    let share = |n: u32| f64::from(n) / f64::from(breaks.max(1));
    (breaks >= 2 && share(greedy) >= GREEDY_SHARE_MIN && share(midsentence) >= MIDSENTENCE_SHARE_MIN)
        .then_some(width)
}

/// Whether the first word of `next` would not have fitted on `line`. Six columns of slack: editors differ
/// in whether they count the space and the longest line may not reach the margin.
fn is_greedy(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let word = next.span.slice(text).split_whitespace().next().map_or(0, |word| word.chars().count());
    line.width + 1 + word + 6 > width
}

fn wraps(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    if next.indent >= line.indent + 2 || is_list_item(next.span.slice(text)) {
        return false;
    }
    let lower = next.span.slice(text).starts_with(|c: char| c.is_lowercase());
    is_greedy(text, line, next, width)
        || lower && line.width * 2 > width && !ends_sentence(line.span.slice(text))
}

/// A single break in mid-sentence of a text that is not wrapped otherwise.
fn goes_on(text: &str, line: &Line, next: &Line) -> bool {
    let (line_words, next_words) = (line.span.slice(text), next.span.slice(text));
    next_words.starts_with(|c: char| c.is_lowercase())
        && line.width >= *WRAP_WIDTH.start()
        && !ends_sentence(line_words)
        && !line_words.ends_with([':', ';', ','])
        && ends_sentence(next_words)
}

/// Whether a line begins with a bullet.
pub(crate) fn is_list_item(line: &str) -> bool {
    ["- ", "* ", "• ", "– ", "— ", "· "].iter().any(|bullet| line.starts_with(bullet))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let drafts = plain_drafts(text);
        let seen: Vec<&str> = drafts.iter().map(|draft| draft.span.slice(text)).collect();
        assert_eq!(seen, expect);
    }

    #[test]
    fn splits_at_every_line_when_nothing_is_wrapped() {
        check("One.\nTwo.\n\n  Three. \n---\n", &["One.", "Two.", "Three."]);
    }

    #[test]
    fn joins_hard_wraps() {
        let text = "Bridge reopens\nBy Ann Example\n\nThe old bridge over the river was opened to traffic again\n\
            on Monday, eleven months after a barge had struck one of\nits piers, the council said.\n\n\
            Lorries must still take the long way round until the new\nyear, when the last beams arrive.";
        check(
            text,
            &[
                "Bridge reopens",
                "By Ann Example",
                "The old bridge over the river was opened to traffic again\non Monday, eleven months after a barge had struck one of\nits piers, the council said.",
                "Lorries must still take the long way round until the new\nyear, when the last beams arrive.",
            ],
        );
    }

    #[test]
    fn keeps_short_lines_of_sentences_apart() {
        check(
            "The ferry sank on Monday in the strait.\nNobody was hurt at all.",
            &["The ferry sank on Monday in the strait.", "Nobody was hurt at all."],
        );
    }
}
