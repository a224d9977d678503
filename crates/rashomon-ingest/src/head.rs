//! The lines above the first paragraph: masthead, section label, slug, headline, subhead, byline, date line.
//!
//! # How
//! The head ends where running prose begins; a byline or date line shortly after a first sentence shows that
//! sentence to be a standfirst. Lines that explain themselves (dates, bylines, slugs, furniture) are settled
//! first; of those left, a name-like line at the very top is the masthead when something speaks for it, short
//! labels go, and the first real line is the headline.
//!
//! # Known misses
//! A headline of two or three capitalised words above a subhead may be taken for a section label.

use crate::agencies::is_agency_like;
use crate::byline::{self, Byline};
use crate::classify::{Lines, is_clock_head, is_post_head};
use crate::cues::SCORE_MIN;
use crate::layout::{Hint, is_list_item};
use crate::letterhead::take_letterhead;
use crate::masthead::{
    dated_masthead, is_dated_edition, is_stacked, outlet_name, take_masthead, take_ranked_masthead,
    tells_something,
};
use crate::pattern::regex;
use crate::publication::{is_broadcast_line, is_date_line};
use crate::shape::Shape;
use crate::slug::is_slug;
use crate::words::is_section_name;
use rashomon_text::{BlockKind, FurnitureKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// How many drafts after the first prose may still hold a byline or date line of the head.
const LOOK_AHEAD: usize = 4;

/// Most words of a standfirst.
const STANDFIRST_WORDS_MAX: usize = 60;

/// What the head says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    /// Index of the first draft that is not head.
    pub(crate) end: usize,
    pub(crate) title: Option<Span>,
    pub(crate) byline: Option<Byline>,
    /// The outlet's name within the masthead.
    pub(crate) masthead: Option<Span>,
}

/// Index of the first draft that is running text.
fn first_prose(lines: &Lines<'_>) -> usize {
    let n = lines.drafts.len();
    let is_body = |i: usize| {
        let (shape, line) = (&lines.shapes[i], lines.drafts[i].span);
        if i > 0 && is_list_item(line.slice(lines.text)) && shape.n_words >= 3 {
            return true;
        }
        lines.scores[i].0 < SCORE_MIN
            && (shape.is_prose()
                || lines.drafts[i].hint == Hint::Paragraph && shape.ends_sentence && shape.n_words > 4)
            && !(i == 0 && shape.ends_question && shape.n_words < 16)
            && byline::prefixed(lines.text, line).is_none()
            && !is_date_line(lines.text, line, shape)
            && !is_broadcast_line(line.slice(lines.text), shape)
            && !is_stacked(lines, i)
            && !crate::cues::is_correction(line.slice(lines.text))
    };
    (0..n)
        .find(|&i| is_body(i))
        .or_else(|| (1..n).find(|&i| lines.shapes[i].ends_sentence))
        .unwrap_or(n.min(1))
}

/// Where the head ends: the first prose, or past the byline or date line that follows a standfirst.
fn head_end(lines: &Lines<'_>) -> usize {
    let mut first = first_prose(lines);
    let has_title = (0..first).any(|i| lines.scores[i].0 < SCORE_MIN && lines.shapes[i].n_words >= 2);
    // The first entry of a live report ends the head.
    let clock = (1..first).find(|&i| is_clock_head(lines.drafts[i].span.slice(lines.text)));
    first = clock.filter(|_| has_title).unwrap_or(first);
    let short = lines.shapes.get(first).is_some_and(|shape| shape.n_words <= STANDFIRST_WORDS_MAX);
    if !has_title || !short {
        return first;
    }
    let last = lines.drafts.len().min(first + LOOK_AHEAD);
    let belongs = |i: usize| {
        let line = lines.drafts[i].span;
        byline::prefixed(lines.text, line).is_some()
            || lines.drafts[i].hint == Hint::Byline
            || is_date_line(lines.text, line, &lines.shapes[i])
    };
    // Everything between must be short too, or the line belongs to something further down.
    let end = (first + 1..last).filter(|&i| belongs(i)).max().map_or(first, |i| i + 1);
    let long = (first..end).filter(|&i| lines.shapes[i].is_prose()).count();
    if long > 1 { first } else { end }
}

/// Classifies the drafts of the head into `kinds`.
pub(crate) fn read_head(lines: &Lines<'_>, kinds: &mut [Option<BlockKind>]) -> Head {
    let mut head = Head { end: head_end(lines), ..Head::default() };
    read_mail_header(lines, kinds, &mut head);
    settle_plain_lines(lines, kinds, &mut head);
    let mut open: Vec<usize> = (0..head.end).filter(|&i| kinds[i].is_none()).collect();
    if open.is_empty() {
        // A headline that reads like a link ("Explainer: …") has been taken for furniture.
        let again = (0..head.end).find(|&i| {
            kinds[i] == Some(BlockKind::Furniture(FurnitureKind::Related)) && lines.shapes[i].n_words >= 5
        });
        open.extend(again);
    }
    reopen_correction(lines, kinds, &mut open);
    take_menu(lines, kinds, &mut open);
    take_ranked_masthead(lines, kinds, &mut head, &mut open);
    if !take_letterhead(lines, kinds, &mut head, &mut open) {
        take_masthead(lines, kinds, &mut head, &mut open);
    }
    take_title(lines, kinds, &mut head, &open);
    head
}

/// Most words of the headline of a corrections column.
const CORRECTION_TITLE_WORDS_MAX: usize = 16;

/// "Corrections and clarifications: the ferry" is the headline where no other line can be: an account of what
/// the outlet got wrong.
fn reopen_correction(lines: &Lines<'_>, kinds: &mut [Option<BlockKind>], open: &mut Vec<usize>) {
    let is_name = |&i: &usize| {
        let name = outlet_name(lines.drafts[i].span.slice(lines.text));
        Shape::of(name).is_name_like() && !tells_something(name)
    };
    if open.len() > 1 || !open.iter().all(is_name) {
        return;
    }
    let after = open.first().map_or(0, |&i| i + 1);
    let is_title = |i: &usize| {
        let shape = &lines.shapes[*i];
        kinds[*i] == Some(BlockKind::Correction)
            && !shape.ends_sentence
            && (2..=CORRECTION_TITLE_WORDS_MAX).contains(&shape.n_words)
    };
    if let Some(title) = (after..kinds.len().min(lines.drafts.len())).take(6).find(is_title) {
        kinds[title] = None;
        open.push(title);
    }
}

static MAIL_FIELD: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?P<name>From|To|Cc|Bcc|Reply-To|Sent|Date|Subject|Re)\s?: ?(?P<value>.*)$"));

/// The fields at the top of a forwarded mail: its subject is the headline.
fn read_mail_header(lines: &Lines<'_>, kinds: &mut [Option<BlockKind>], head: &mut Head) {
    let field = |i: usize| MAIL_FIELD.captures(lines.drafts[i].span.slice(lines.text));
    let fields: Vec<usize> = (0..lines.drafts.len().min(8)).filter(|&i| field(i).is_some()).collect();
    if fields.len() < 2 {
        return;
    }
    for i in fields {
        let Some(captures) = field(i) else { continue };
        kinds[i] = Some(match &captures["name"] {
            "Date" | "Sent" => BlockKind::PublicationLine,
            "Subject" | "Re" => {
                let value = captures.name("value").map_or(0, |value| value.start());
                let line = lines.drafts[i].span;
                head.title.get_or_insert(Span::new(line.start() + value, line.end()));
                BlockKind::Title
            }
            _ => BlockKind::Furniture(FurnitureKind::Other),
        });
        head.end = head.end.max(i + 1);
    }
}

/// Dates, bylines with "By", slugs, corrections, furniture.
fn settle_plain_lines(lines: &Lines<'_>, kinds: &mut [Option<BlockKind>], head: &mut Head) {
    for (i, slot) in kinds.iter_mut().enumerate().take(head.end) {
        let (line, shape) = (lines.drafts[i].span, &lines.shapes[i]);
        let words = line.slice(lines.text);
        let prefixed = byline::prefixed(lines.text, line);
        let kind = if slot.is_some() || lines.drafts[i].hint == Hint::Title {
            continue;
        } else if crate::cues::is_correction(words) {
            BlockKind::Correction
        } else if let Some(byline) = prefixed {
            head.byline.get_or_insert(byline);
            BlockKind::Byline
        } else if is_post_head(words) {
            BlockKind::PublicationLine
        } else if is_broadcast_line(words, shape) {
            head.byline = head.byline.or_else(|| byline::within(lines.text, line));
            BlockKind::PublicationLine
        } else if is_date_line(lines.text, line, shape) || is_dated_edition(lines, i) {
            let (outlet, author) = byline::parts(lines.text, line);
            head.byline = head.byline.or_else(|| byline::within(lines.text, line)).or(author);
            head.masthead = head.masthead.or(outlet).or_else(|| dated_masthead(lines, i));
            if begins_with_section(words) {
                BlockKind::Furniture(FurnitureKind::Navigation)
            } else {
                BlockKind::PublicationLine
            }
        } else if is_slug(lines, i) {
            BlockKind::Furniture(FurnitureKind::Other)
        } else if lines.drafts[i].hint == Hint::Caption {
            BlockKind::Furniture(FurnitureKind::Caption)
        } else if lines.scores[i].0 >= SCORE_MIN
            && !is_labelled_headline(words, shape, i == 0 || head.byline.is_none())
        {
            BlockKind::Furniture(lines.scores[i].1)
        } else if is_clock_head(words) {
            BlockKind::Heading
        } else if words.ends_with(',') && shape.n_words <= 6 {
            // A salutation.
            BlockKind::Paragraph
        } else if lines.drafts[i].hint == Hint::Byline {
            let found = byline::under_headline(lines.text, line, shape);
            head.byline = head.byline.or(found).or(Some(Byline { author: line, outlet: None }));
            BlockKind::Byline
        } else {
            continue;
        };
        *slot = Some(kind);
    }
}

/// "World | 6 June 2019": the section that a page stands in, and its date.
fn begins_with_section(words: &str) -> bool {
    words
        .split_once(['|', '/', '>', '›', '»', '•', '·'])
        .is_some_and(|(section, _)| is_section_name(&section.trim().to_lowercase()))
}

pub(crate) static HEADLINE_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?i:live|live updates|analysis|opinion|comment|explainer|explained|view|viewpoint|background|in pictures|video|watch|podcast|breaking|exclusive|factbox|interview|update|editorial|letter|column|review|profile|feature|fact check|q&a|timeline|just in|latest)\s?[:|–—-]\s?\S",
    )
});

/// "Live: …", "Analysis: …": links look so within a text, headlines above it.
fn is_labelled_headline(words: &str, shape: &Shape, open: bool) -> bool {
    open && shape.n_words >= 4 && HEADLINE_LABEL.is_match(words)
}

/// Three section names or more in a row at the top are a menu.
fn take_menu(lines: &Lines<'_>, kinds: &mut [Option<BlockKind>], open: &mut Vec<usize>) {
    for &i in open.iter() {
        if is_menu(lines.drafts[i].span.slice(lines.text)) {
            kinds[i] = Some(BlockKind::Furniture(FurnitureKind::Navigation));
        }
    }
    open.retain(|&i| kinds[i].is_none());
    let is_section = |&&i: &&usize| is_section_name(&lines.drafts[i].span.slice(lines.text).to_lowercase());
    let n = open.iter().take_while(is_section).count();
    if n >= 3 {
        for i in open.drain(..n) {
            kinds[i] = Some(BlockKind::Furniture(FurnitureKind::Navigation));
        }
    }
}

/// One line of section names: "HOME  NEWS  SPORT", "World > Europe > Economy".
fn is_menu(words: &str) -> bool {
    let lower = words.to_lowercase();
    let parts: Vec<&str> = lower
        .split("  ")
        .flat_map(|part| part.split(['|', '>', '›', '»', '•', '·', '/', '\t']))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let known = parts
        .iter()
        .filter(|part| is_section_name(part) || matches!(**part, "home" | "forum" | "forum index" | "index"))
        .count();
    // "World › Europe": what an arrow parts is a way through the site.
    let is_path = parts.len() == 2
        && lower.contains(['>', '›', '»'])
        && is_section_name(parts[0])
        && parts.iter().all(|part| part.split_whitespace().count() <= 3);
    is_path || parts.len() >= 3 && known * 2 >= parts.len()
}

fn take_title(lines: &Lines<'_>, kinds: &mut [Option<BlockKind>], head: &mut Head, open: &[usize]) {
    let marked = open.iter().position(|&i| lines.drafts[i].hint == Hint::Title);
    for (at, &i) in open.iter().enumerate() {
        let (line, shape) = (lines.drafts[i].span, &lines.shapes[i]);
        let words = line.slice(lines.text);
        if head.title.is_none() {
            let label = match marked {
                Some(marked) => at < marked,
                None => is_label(lines, open, at),
            };
            if label {
                kinds[i] = Some(BlockKind::SectionLabel);
            } else {
                head.title = Some(line);
                kinds[i] = Some(BlockKind::Title);
            }
        } else if head.title.is_some_and(|title| title.slice(lines.text) == words) {
            // The headline again, for a picture or a share button.
            kinds[i] = Some(BlockKind::Furniture(FurnitureKind::Other));
        } else if is_source_line(lines, kinds, head, i) {
            head.masthead = Some(line);
            kinds[i] = Some(BlockKind::Masthead);
        } else if is_heading_of_body(lines, i, head.end) {
            kinds[i] = Some(BlockKind::Heading);
        } else if let Some(byline) = byline::under_headline(lines.text, line, shape)
            .filter(|_| !is_section_name(&words.to_lowercase()))
        {
            head.byline.get_or_insert(byline);
            kinds[i] = Some(BlockKind::Byline);
        } else if is_section_name(&words.to_lowercase()) {
            kinds[i] = Some(BlockKind::SectionLabel);
        } else if marked.is_some() && lines.drafts[i].hint == Hint::Paragraph {
            // Mark-up that knows its headline and its standfirst calls this neither.
            kinds[i] = Some(BlockKind::Paragraph);
        } else {
            kinds[i] = Some(BlockKind::Subhead);
        }
    }
}

/// "Harbour Press" between the headline and the line with place and date, where nothing else says who publishes it.
fn is_source_line(lines: &Lines<'_>, kinds: &[Option<BlockKind>], head: &Head, i: usize) -> bool {
    let words = lines.drafts[i].span.slice(lines.text);
    head.masthead.is_none()
        && lines.drafts[i].hint == Hint::None
        && is_agency_like(words)
        && kinds.get(i + 1) == Some(&Some(BlockKind::PublicationLine))
        && lines.drafts[i].group == lines.drafts[i + 1].group
}

/// A line without a blank line below it that stands on top of the first paragraph.
fn is_heading_of_body(lines: &Lines<'_>, i: usize, end: usize) -> bool {
    let below = lines.drafts.get(end).filter(|_| i + 1 == end);
    let several_groups = lines.drafts.first().map(|draft| draft.group) != below.map(|draft| draft.group);
    several_groups
        && lines.drafts[i].hint == Hint::None
        && below.is_some_and(|below| below.group == lines.drafts[i].group)
}

/// Whether `open[at]` is a label above the headline: a section's name, or up to three capitalised words
/// above a line at least twice as long.
fn is_label(lines: &Lines<'_>, open: &[usize], at: usize) -> bool {
    let Some(&next) = open.get(at + 1) else { return false };
    let i = open[at];
    let (shape, below) = (&lines.shapes[i], &lines.shapes[next]);
    let words = lines.drafts[i].span.slice(lines.text).to_lowercase();
    let named = is_section_name(&words)
        || words.split([':', '|', '/', '>', '-']).all(|part| is_section_name(part.trim()));
    let headline_below =
        below.n_words >= 4 && !below.ends_colon && !lines.drafts[next].span.slice(lines.text).ends_with(',');
    let personal = byline::under_headline(lines.text, lines.drafts[next].span, below).is_some();
    named && !personal
        || shape.n_words <= 3
            && shape.is_name_like()
            && headline_below
            && below.n_words >= 2 * shape.n_words
            && !personal
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::classify;
    use crate::layout::plain_drafts;

    #[track_caller]
    fn check(text: &str, title: Option<&str>, masthead: Option<&str>, byline: Option<&str>) {
        let layout = classify(text, &plain_drafts(text));
        let slice = |span: Option<Span>| span.map(|span| span.slice(text));
        assert_eq!(slice(layout.head.title), title);
        assert_eq!(slice(layout.head.masthead), masthead);
        assert_eq!(slice(layout.head.byline.map(|byline| byline.author)), byline);
    }

    const BODY: &str = "\n\nA ferry sank in the strait on Sunday night, the coast guard said.\n\nNobody was hurt, it added on Monday.";

    #[test]
    fn reads_heads() {
        check(
            &format!(
                "THE HARBOUR POST\nMonday, 3 June 2019\n\nFerry sinks in the strait\n\nBy Ned Example{BODY}"
            ),
            Some("Ferry sinks in the strait"),
            Some("THE HARBOUR POST"),
            Some("Ned Example"),
        );
        check(
            &format!(
                "URGENT - FERRY-STRAIT (2nd LEAD)\nAgentur Example, English Service\nMonday 3 June 2019\n\nFerry sinks in the strait{BODY}"
            ),
            Some("Ferry sinks in the strait"),
            Some("Agentur Example"),
            None,
        );
        check(
            &format!(
                "Published on June 3, 2019\n\nSea Rescue\n\nFerry sinks in the strait after storm\n\nNobody hurt{BODY}"
            ),
            Some("Ferry sinks in the strait after storm"),
            None,
            None,
        );
        check(
            &format!(
                "OSTREN HOSPITAL\nOffice of the Director\nOstren\n\nMEDICAL BULLETIN No. 6\nIssued Monday, 3 June 2019{BODY}"
            ),
            Some("MEDICAL BULLETIN No. 6"),
            Some("OSTREN HOSPITAL"),
            None,
        );
        check(
            &format!(
                "Ostren Lines A/S\nCompany announcement No. 14/2019\nOstren, 3 June 2019\n\nFerry sinks in the strait{BODY}"
            ),
            Some("Ferry sinks in the strait"),
            Some("Ostren Lines A/S"),
            None,
        );
        check(
            &format!("A DAY ON THE WATER\n\nby a nurse of the lifeboat{BODY}"),
            Some("A DAY ON THE WATER"),
            None,
            Some("a nurse of the lifeboat"),
        );
        check(BODY.trim(), None, None, None);
        check(
            &format!(
                "Boat News: a skipper’s notebook\nby Ana Example\n\nWhy ferries sink\n\n3 June 2019{BODY}"
            ),
            Some("Why ferries sink"),
            Some("Boat News"),
            Some("Ana Example"),
        );
        check(
            &format!(
                "Ferry sinks\n\nThe ship went down in a storm on Sunday with nobody on board.\n\nBy Ned Example\n3 June 2019{BODY}"
            ),
            Some("Ferry sinks"),
            None,
            Some("Ned Example"),
        );
        check(
            &format!("ACME LIMITED\nPRESS RELEASE\nOslo, June 3, 2019\n\nAcme Buys A Ferry Line{BODY}"),
            Some("Acme Buys A Ferry Line"),
            Some("ACME LIMITED"),
            None,
        );
        check(
            &format!(
                "REPUBLIC OF OSTREN\nHARBOUR AND COAST SERVICE\n\nSITUATION REPORT No. 4\nMonday, 3 June 2019, 18:00\n\nStrait closed to ferries until Friday{BODY}"
            ),
            Some("Strait closed to ferries until Friday"),
            Some("HARBOUR AND COAST SERVICE"),
            None,
        );
        check(
            &format!(
                "REGISTER OF SHIPPING OF THE REPUBLIC OF OSTREN\nOffice of the Registrar\nSTATEMENT No. 2/2019\nPort Lund, 3 June 2019\n\nFindings on the ferry{BODY}"
            ),
            Some("Findings on the ferry"),
            Some("REGISTER OF SHIPPING OF THE REPUBLIC OF OSTREN"),
            None,
        );
        check(
            &format!(
                "OSTREN LINES p.l.c.\nPRESS RELEASE - REGULATED INFORMATION\nPort Lund, Monday 3 June 2019, 07:00\n\nOstren Lines reports on its ferry{BODY}"
            ),
            Some("Ostren Lines reports on its ferry"),
            Some("OSTREN LINES p.l.c."),
            None,
        );
        check(
            &format!(
                "OST-FERRY/LEAD 2\n\nFerry sinks in the strait, nobody hurt\n\nOstren Press\nPORT LUND, Ostren, Monday 3 June 2019{BODY}"
            ),
            Some("Ferry sinks in the strait, nobody hurt"),
            Some("Ostren Press"),
            None,
        );
        check(
            &format!("FSU — BULLETIN No. 4 (inner side)\n\nBROTHERS,{BODY}"),
            Some("FSU — BULLETIN No. 4 (inner side)"),
            Some("FSU"),
            None,
        );
    }
}
