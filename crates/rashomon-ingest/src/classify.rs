//! Drafts to blocks: the head, the body, the tail, and what in them is furniture.
//!
//! # How
//! Each line gets a furniture score from what it says and looks like ([`crate::cues`]), weighed against how
//! much of its vocabulary the rest of the text shares. The head is read by [`crate::head`]. The body runs to
//! the last paragraph of prose that is no furniture; after it, lines without the form of a sentence are
//! furniture whatever they say. Within the body a line without that form is a cross-head, or a link when it
//! follows a link header or shares no words with the story.

use crate::byline;
use crate::cues::{SCORE_MIN, furniture_score, is_correction};
use crate::dateline::{Dateline, find_dateline};
use crate::head::{Head, read_head};
use crate::layout::{Draft, Hint, is_list_item};
use crate::pattern::regex;
use crate::publication::is_date_line;
use crate::shape::Shape;
use crate::words::is_stop_word;
use rashomon_text::{Block, BlockKind, FurnitureKind, Span};
use regex::Regex;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The drafts of a text with their measures.
pub(crate) struct Lines<'a> {
    pub(crate) text: &'a str,
    pub(crate) drafts: &'a [Draft],
    pub(crate) shapes: Vec<Shape>,
    /// Furniture score and kind of each draft.
    pub(crate) scores: Vec<(i32, FurnitureKind)>,
    /// Share of a draft's content words that other drafts have too.
    pub(crate) known: Vec<f64>,
}

/// The blocks of a text and what its head says.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub(crate) blocks: Vec<Block>,
    pub(crate) datelines: Vec<Dateline>,
    pub(crate) head: Head,
}

/// How many paragraphs of the body may begin with a dateline of the looser forms.
const N_DATELINE_PARAGRAPHS: usize = 2;

/// How many of the last drafts may hold the credits.
const N_DRAFTS_CREDITS: usize = 6;

/// Most words of a cross-head.
const HEADING_WORDS_MAX: usize = 14;

/// A body line without sentence form that shares less of its vocabulary than this is a link to another story.
const KNOWN_SHARE_MIN: f64 = 0.25;

/// The blocks of `text`.
pub(crate) fn classify(text: &str, drafts: &[Draft]) -> Layout {
    let lines = measure(text, drafts);
    let mut kinds: Vec<Option<BlockKind>> = vec![None; drafts.len()];
    let head = read_head(&lines, &mut kinds);
    let comments = comments_start(&lines, head.end);
    let tail = body_end(&lines, head.end, comments);
    read_body(&lines, &mut kinds, head.end, tail);
    read_tail(&lines, &mut kinds, tail, comments);
    let mut head = head;
    sign(&lines, &mut kinds, &mut head, tail);
    let mut layout = Layout { blocks: Vec::with_capacity(drafts.len()), datelines: Vec::new(), head };
    let mut n_paragraphs = 0;
    for (draft, kind) in drafts.iter().zip(kinds) {
        let kind = match kind.unwrap_or(BlockKind::Paragraph) {
            BlockKind::Paragraph | BlockKind::Heading if draft.hint == Hint::Standfirst => BlockKind::Subhead,
            kind => kind,
        };
        let mut dateline = None;
        if kind == BlockKind::Paragraph {
            dateline = find_dateline(text, draft.span, n_paragraphs < N_DATELINE_PARAGRAPHS);
            n_paragraphs += 1;
        }
        layout.datelines.extend(dateline);
        let dateline = dateline.map(|dateline| dateline.span.trimmed(text));
        layout.blocks.push(Block { span: draft.span, kind, dateline });
    }
    layout
}

fn measure<'a>(text: &'a str, drafts: &'a [Draft]) -> Lines<'a> {
    let shapes: Vec<Shape> = drafts.iter().map(|draft| Shape::of(draft.span.slice(text))).collect();
    let known = shares_known(text, drafts, &shapes);
    let score = |(draft, (shape, known)): (&Draft, (&Shape, &f64))| {
        furniture_score(draft.span.slice(text), shape, *known)
    };
    let scores = drafts.iter().zip(shapes.iter().zip(&known)).map(score).collect();
    Lines { text, drafts, shapes, scores, known }
}

/// For each draft, the share of its content words that occur in the prose of other drafts.
fn shares_known(text: &str, drafts: &[Draft], shapes: &[Shape]) -> Vec<f64> {
    let words: Vec<Vec<String>> = drafts.iter().map(|draft| content_words(draft.span.slice(text))).collect();
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for (own, shape) in words.iter().zip(shapes) {
        if shape.is_prose() {
            for word in own {
                *counts.entry(word).or_default() += 1;
            }
        }
    }
    let share = |(own, shape): (&Vec<String>, &Shape)| {
        let elsewhere =
            |word: &&String| counts.get(word.as_str()).copied().unwrap_or(0) > u32::from(shape.is_prose());
        let known = own.iter().filter(elsewhere).count();
        if own.is_empty() { 0.0 } else { known as f64 / own.len() as f64 }
    };
    words.iter().zip(shapes).map(share).collect()
}

/// The different content words of a line, cut to six letters so that inflections meet.
fn content_words(line: &str) -> Vec<String> {
    let mut words: Vec<String> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 3)
        .map(str::to_lowercase)
        .filter(|word| !is_stop_word(word))
        .map(|word| word.chars().take(6).collect())
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

static COMMENTS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(\d[\d,]* |user |reader |readers['’] |all |view |your )*(comments?|replies|responses|feedback)( \(?\d+\)?)?:?$|^leave a (reply|comment)\b",
    )
});

/// Where the readers' comments begin: everything from there to the end is theirs.
fn comments_start(lines: &Lines<'_>, from: usize) -> usize {
    let n = lines.drafts.len();
    let is_header = |i: &usize| COMMENTS.is_match(lines.drafts[*i].span.slice(lines.text));
    let after_half = |i: &usize| {
        let prose_before = (from..*i).filter(|&j| lines.shapes[j].is_prose()).count();
        let prose_after = (*i..n).filter(|&j| lines.shapes[j].is_prose()).count();
        prose_before > prose_after
    };
    (from..n).filter(is_header).find(after_half).unwrap_or(n)
}

/// Index after the last draft that belongs to the account.
fn body_end(lines: &Lines<'_>, from: usize, limit: usize) -> usize {
    let is_account = |i: usize| {
        let shape = &lines.shapes[i];
        let sentence = shape.ends_sentence && (shape.n_words >= 4 || shape.quotes);
        (sentence || is_unfinished(lines, i)) && lines.scores[i].0 < SCORE_MIN && !is_about(lines, i)
    };
    (from..limit).rev().find(|&i| is_account(i)).map_or(from, |i| i + 1)
}

/// A sentence that lost its full stop: it follows prose and speaks of the same things.
fn is_unfinished(lines: &Lines<'_>, i: usize) -> bool {
    let shape = &lines.shapes[i];
    let after_prose = i > 0 && lines.shapes[i - 1].is_prose() && lines.scores[i - 1].0 < SCORE_MIN;
    after_prose && shape.n_words >= 9 && (shape.has_verb || shape.quotes) && lines.known[i] >= 0.5
}

static ABOUT: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:About|ABOUT)\s+(?:the\s+)?[\p{Lu}\d][^.!?]{0,70}(?::|$|\s[–—-]\s|\n)"));

/// "About Acme: Acme operates …": the standing paragraph of a press release; or the paragraph under such a header.
fn is_about(lines: &Lines<'_>, i: usize) -> bool {
    let header = |j: usize| ABOUT.is_match(lines.drafts[j].span.slice(lines.text));
    if header(i) {
        return i * 2 > lines.drafts.len() || i >= 3 && names_its_subject(lines, i);
    }
    i > 0 && header(i - 1) && names_its_subject(lines, i - 1) || introduces_issuer(lines, i)
}

static INTRODUCTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)^(?:The\s)?(?P<name>\p{Lu}[\p{L}&.'’-]+(?:\s\p{Lu}[\p{L}&.'’-]+){0,5})(?:\s\([A-Z]{2,6}\))?,?\s
          (?: (?:was\s)?(?:founded|established|set\sup|created)\sin\s\d{4}
            | is\s(?:a|an|the|one)\b[^.]{0,100}\b(?:producer|company|operator|group|charity|organisation|organization|airline|manufacturer|provider|association|bank|insurer|retailer|supplier)\b
            | (?:employs|operates|serves|runs)\s(?:about\s|some\s|more\sthan\s|over\s)?\d
            | works\sin\s(?:about\s|some\s|more\sthan\s|over\s)?\d )",
    )
});

/// "Acme, founded in 1903, serves 27 ports": the standing paragraph at the end of a release, about the body whose name stands
/// in its head.
fn introduces_issuer(lines: &Lines<'_>, i: usize) -> bool {
    /// Drafts of the head, and drafts from the end, that are looked at.
    const NEAR: usize = 5;
    const WORDS_MAX: usize = 45;
    let n = lines.drafts.len();
    let words = |j: usize| lines.drafts[j].span.slice(lines.text);
    let Some(found) = INTRODUCTION.captures(words(i)) else { return false };
    let first = found["name"].split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_in_head = (0..n.min(NEAR).min(i)).any(|j| {
        lines.shapes[j].n_words <= WORDS_MAX / 3
            && words(j).to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|w| w == first)
    });
    let prose_after = (i + 1..n).filter(|&j| lines.shapes[j].is_prose()).count();
    is_in_head && i * 2 > n && prose_after <= 1 && lines.shapes[i].n_words <= WORDS_MAX
}

/// Whether the paragraph under the header "About Acme" begins with Acme.
fn names_its_subject(lines: &Lines<'_>, header: usize) -> bool {
    let words = lines.drafts[header].span.slice(lines.text);
    let name = words[5..].trim().trim_end_matches(':');
    let Some(first) = name.split_whitespace().find(|word| !matches!(*word, "the" | "The")) else {
        return false;
    };
    let below = lines.drafts.get(header + 1).map_or("", |draft| draft.span.slice(lines.text));
    lines.shapes[header].n_words <= 8 && below.split_whitespace().take(6).any(|word| word.starts_with(first))
}

static CLOCK_HEAD: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^\(?(updated )?\d{1,2}([:.h]\d{2})?\s?([ap]\.?\s?m\.?)?\s?(gmt|utc|bst|cet|cest|e[sd]t|p[sd]t|c[sd]t|ist|local time|local)?\)?\s?(:|[-–—|].{0,90})?$",
    )
});

/// "8:15 a.m.", "14.32 BST – Title": the head of an entry in a live report.
pub(crate) fn is_clock_head(words: &str) -> bool {
    words.len() < 120
        && CLOCK_HEAD.is_match(words)
        && (words.contains([':', '.', 'h']) || words.to_lowercase().contains('m'))
        && !words.starts_with("0:")
        && crate::dates::find_dates(words, 0).is_empty()
}

static POST_HEAD: LazyLock<Regex> = LazyLock::new(|| regex(r"^\S.{0,60}@\w{2,30}\b.{0,40}$"));

/// "Example News @example · Jun 10, 2021": the head of a post in a thread.
pub(crate) fn is_post_head(words: &str) -> bool {
    words.len() < 120
        && POST_HEAD.is_match(words)
        && !words.contains(": ")
        && !crate::dates::find_dates(words, 0).is_empty()
}

fn read_body(lines: &Lines<'_>, kinds: &mut [Option<BlockKind>], from: usize, to: usize) {
    for i in from..to {
        let words = lines.drafts[i].span.slice(lines.text);
        let (shape, (score, kind)) = (&lines.shapes[i], lines.scores[i]);
        let previous = if i > 0 { kinds[i - 1] } else { None };
        kinds[i] = Some(if is_clock_head(words) || is_post_head(words) {
            BlockKind::Heading
        } else if is_correction(words)
            || previous == Some(BlockKind::Correction) && under_correction(lines, i)
        {
            BlockKind::Correction
        } else if lines.drafts[i].hint == Hint::Caption {
            BlockKind::Furniture(FurnitureKind::Caption)
        } else if score >= SCORE_MIN {
            BlockKind::Furniture(kind)
        } else if is_about(lines, i) {
            BlockKind::Furniture(FurnitureKind::Disclaimer)
        } else if is_question_among_links(lines, i, previous) {
            BlockKind::Furniture(FurnitureKind::Related)
        } else if shape.is_prose() || shape.ends_sentence && !shape.ends_question {
            BlockKind::Paragraph
        } else {
            short_line(lines, i, previous)
        });
    }
}

/// "Is this the best beach of the coast?", an entry of a list of other stories.
fn is_question_among_links(lines: &Lines<'_>, i: usize, previous: Option<BlockKind>) -> bool {
    const N_WORDS_MAX: usize = 14;
    let words = lines.drafts[i].span.slice(lines.text);
    let is_numbered = words.split_once(['.', ')']).is_some_and(|(n, _)| n.parse::<u8>().is_ok());
    let is_item = lines.drafts[i].hint == Hint::ListItem || is_list_item(words) || is_numbered;
    previous == Some(BlockKind::Furniture(FurnitureKind::Related))
        && is_item
        && lines.shapes[i].ends_question
        && lines.shapes[i].n_words <= N_WORDS_MAX
}

/// A heading alone ("Correction") speaks for the paragraph below it.
fn under_correction(lines: &Lines<'_>, i: usize) -> bool {
    lines.shapes[i - 1].n_words <= 3 && lines.shapes[i].is_prose()
}

/// A line of the body without the form of a sentence.
fn short_line(lines: &Lines<'_>, i: usize, previous: Option<BlockKind>) -> BlockKind {
    let (shape, hint) = (&lines.shapes[i], lines.drafts[i].hint);
    let words = lines.drafts[i].span.slice(lines.text);
    if is_date_line(lines.text, lines.drafts[i].span, shape) {
        return if hint == Hint::None { BlockKind::PublicationLine } else { BlockKind::Heading };
    }
    // Names and numbers under "Enquiries".
    let after_notice = previous == Some(BlockKind::Furniture(FurnitureKind::Disclaimer));
    if after_notice && hint == Hint::None && shape.n_words <= 10 && !shape.ends_question {
        return BlockKind::Furniture(FurnitureKind::Disclaimer);
    }
    // The slogan under the word "Advertisement".
    let after_ad = previous == Some(BlockKind::Furniture(FurnitureKind::Advertisement));
    if after_ad && shape.n_words <= 12 && !shape.ends_colon && hint != Hint::Heading {
        return BlockKind::Furniture(FurnitureKind::Advertisement);
    }
    let after_link = previous == Some(BlockKind::Furniture(FurnitureKind::Related));
    if after_link && shape.n_words <= 25 && !shape.ends_colon && hint != Hint::Heading {
        return BlockKind::Furniture(FurnitureKind::Related);
    }
    if hint == Hint::ListItem
        || shape.ends_colon && shape.n_words > 6
        || words.starts_with(['•', '-', '–', '—', '*', '·'])
    {
        return BlockKind::Paragraph;
    }
    if hint == Hint::Heading || shape.ends_question {
        return BlockKind::Heading;
    }
    if shape.n_words > HEADING_WORDS_MAX
        || shape.reports && shape.has_verb && shape.n_words >= 8 && lines.known[i] >= KNOWN_SHARE_MIN
    {
        return BlockKind::Paragraph;
    }
    // A headline of another story: long for a cross-head, about something else, and alone (lists have company).
    let alone =
        |j: usize| lines.shapes.get(j).is_none_or(|shape| shape.is_prose() || lines.scores[j].0 >= SCORE_MIN);
    if hint == Hint::None
        && shape.n_words >= 5
        && lines.known[i] < KNOWN_SHARE_MIN
        && alone(i.wrapping_sub(1))
        && alone(i + 1)
    {
        return BlockKind::Furniture(FurnitureKind::Related);
    }
    if shape.n_words == 0 { BlockKind::Furniture(FurnitureKind::Other) } else { BlockKind::Heading }
}

/// A name right under the last sentence signs the text, when nothing above it does.
fn sign(lines: &Lines<'_>, kinds: &mut [Option<BlockKind>], head: &mut Head, tail: usize) {
    for (draft, kind) in lines.drafts.iter().zip(kinds.iter()) {
        if head.byline.is_none() && *kind == Some(BlockKind::Furniture(FurnitureKind::Disclaimer)) {
            head.byline = byline::biography(lines.text, draft.span);
        }
    }
    if head.byline.is_none() {
        let ends = lines.drafts.iter().rev().take(N_DRAFTS_CREDITS);
        head.byline = ends.into_iter().find_map(|draft| byline::credit(lines.text, draft.span));
    }
    let unmarked = kinds.get(tail) == Some(&Some(BlockKind::Furniture(FurnitureKind::Other)));
    if head.byline.is_some() || !unmarked || lines.scores[tail].0 > 0 {
        return;
    }
    let line = lines.drafts[tail].span;
    let words = line.slice(lines.text);
    let dash = words.len() - words.trim_start_matches(['—', '–', '-', ' ']).len();
    let line = Span::new(line.start() + dash, line.end());
    let signature = byline::prefixed(lines.text, line)
        .or_else(|| byline::under_headline(lines.text, line, &lines.shapes[tail]));
    if let Some(byline) = signature {
        head.byline = Some(byline);
        kinds[tail] = Some(BlockKind::Byline);
    }
}

/// A list item, paragraph or heading that HTML or Markdown marks as such.
fn is_marked_up_text(lines: &Lines<'_>, i: usize) -> bool {
    !matches!(lines.drafts[i].hint, Hint::None | Hint::Caption | Hint::Byline) && lines.scores[i].0 <= 1
}

/// An entry of a list of other stories: no heading and no sentence.
fn is_link(lines: &Lines<'_>, i: usize) -> bool {
    lines.drafts[i].hint != Hint::Heading && !lines.shapes[i].is_prose()
}

fn read_tail(lines: &Lines<'_>, kinds: &mut [Option<BlockKind>], from: usize, comments: usize) {
    let mut running = FurnitureKind::Other;
    for (i, slot) in kinds.iter_mut().enumerate().skip(from) {
        let words = lines.drafts[i].span.slice(lines.text);
        let (score, kind) = lines.scores[i];
        if is_correction(words) && i < comments {
            *slot = Some(BlockKind::Correction);
            continue;
        }
        let among_links = matches!(running, FurnitureKind::Related | FurnitureKind::Navigation);
        if is_date_line(lines.text, lines.drafts[i].span, &lines.shapes[i]) && i < comments && !among_links {
            *slot = Some(BlockKind::PublicationLine);
            continue;
        }
        if i >= comments {
            running = FurnitureKind::Comment;
        } else if score >= SCORE_MIN {
            running = kind;
        } else if is_about(lines, i) {
            running = FurnitureKind::Disclaimer;
        } else if is_marked_up_text(lines, i) && !(among_links && is_link(lines, i)) {
            // Mark-up has set the article off already: what is left of it after the last sentence is its lists.
            *slot = Some(if lines.drafts[i].hint == Hint::Heading {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            });
            continue;
        }
        *slot = Some(BlockKind::Furniture(running));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::plain_drafts;

    /// Kinds of the lines of a text, as one letter each: T title, P paragraph, H heading, C correction, f furniture …
    #[track_caller]
    fn check(text: &str, expect: &str) {
        let layout = classify(text, &plain_drafts(text));
        let letter = |block: &Block| match block.kind {
            BlockKind::Title => 'T',
            BlockKind::Subhead => 'S',
            BlockKind::SectionLabel => 'L',
            BlockKind::Masthead => 'M',
            BlockKind::Byline => 'B',
            BlockKind::PublicationLine => 'D',
            BlockKind::Heading => 'H',
            BlockKind::Paragraph => 'P',
            BlockKind::Correction => 'C',
            BlockKind::Furniture(_) => 'f',
        };
        let seen: String = layout.blocks.iter().map(letter).collect();
        assert_eq!(
            seen,
            expect,
            "{:#?}",
            layout.blocks.iter().map(|block| (block.kind, block.span.slice(text))).collect::<Vec<_>>()
        );
    }

    #[test]
    fn cuts_furniture_out_of_the_body() {
        check(
            "Ferry sinks in the strait\n\nA ferry sank in the strait on Sunday night, the coast guard said.\n\n\
             READ MORE: Ten beaches for the summer\n\nThe ship had left port at nine, its captain told reporters.\n\n\
             Recommended from Travel\nSnow closes mountain pass\nThe wreck lies at forty metres, divers said on Monday.\n\n\
             What happens next?\n\nThe ferry company will raise the ship in June, it said.\n\nMore from Travel\n1. Ten hotels with a view\n2. Is this the best of all the beaches?\nComments (3)\nbob: told you so.",
            "TPfPffPHPfffff",
        );
    }

    #[test]
    fn keeps_corrections_and_drops_the_standing_paragraph() {
        check(
            "Acme buys ferry\n\nAcme has bought a ferry, it said on Monday in a letter to its owners.\n\nThe price was not given by either side.\n\n\
             Correction: On Sunday we gave the wrong name of the ship.\n\nAbout Acme: Acme operates ships and is proud of them.\nMedia contact: press@acme.example",
            "TPPCff",
        );
        check(
            "ACME LINES\n\nAcme buys ferry\n\nAcme has bought a ferry, it said on Monday in a letter to its owners.\n\nThe price was not given by either side.\n\n\
             Acme Lines, founded in 1903, serves 27 ports with 14 ships.",
            "MTPPf",
        );
        check(
            "Acme buys ferry\n\nAcme has bought a ferry, it said on Monday in a letter to its owners.\n\nThe price was not given by either side.\n\n\
             Bolt Shipping, founded in 1903, had made a bid as well.",
            "TPPP",
        );
    }

    #[test]
    fn reads_live_reports() {
        check(
            "Ferry sinks: live\n\n9:05 a.m.\nDivers have gone down to the wreck for the first time today.\n\n11.40 BST\nThe first pictures show the ship on its side on the sea floor.",
            "THPHP",
        );
    }

    #[test]
    fn keeps_short_sentences_at_the_end() {
        check(
            "Hold on. The strike is one week old today and nobody has crossed.\n\nHot soup for all. Bring your own cup.",
            "PP",
        );
    }
}
