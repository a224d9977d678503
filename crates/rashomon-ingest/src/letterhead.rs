//! The letterhead of a release: who issues it, what kind of paper it is, and from where and when, above the headline.
//!
//! "HARBOUR BOARD OF OSTREN / Office of the Director / STATEMENT No. 4 / Ostren, 3 June 2019". The line that names the kind
//! of paper speaks for the rest. Where no other headline follows it, it is the headline itself.

use crate::classify::Lines;
use crate::head::Head;
use crate::layout::Hint;
use crate::masthead::tells_something;
use crate::pattern::regex;
use rashomon_text::{BlockKind, FurnitureKind};
use regex::Regex;
use std::sync::LazyLock;

/// Most lines of a letterhead down to the kind of paper.
const N_LINES_MAX: usize = 5;

/// Most words of a line of a letterhead.
const WORDS_MAX: usize = 12;

static KIND: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^(?:
            (?:press|media|news)\s+(?:release|statement|notice|communiqu[eé])\b(?:\s*[-–—:|(/].{1,50}|\s+no\.?\s*\d.{0,20}|\s+\d.{0,20})?
            | (?:official\s+|joint\s+|public\s+|medical\s+|situation\s+)?(?:statement(?:\s+to\s+the\s+(?:media|press))?|communiqu[eé]|declaration|bulletin|notice|situation\s+report|sitrep|(?:regulatory|company)\s+announcement|stock\s+exchange\s+(?:release|announcement)|ad[\s-]hoc\s+announcement)(?:\s+(?:no|nr)\.?\s*\d.{0,20}|\s+\#?\d[\d/-]*)?
            | .{2,40}\s[-–—]\s(?:statement|bulletin|communiqu[eé])\s+(?:no|nr)\.?\s*\d{1,4}
        )[.:]?$",
    )
});

/// A state, above the body that speaks in its name.
static STATE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:the )?(?:(?:federal |democratic |people['’]s )*republic|kingdom|commonwealth|state|government|federation|principality|union) of\b|\brepublic$",
    )
});

/// Takes the letterhead at the very top, where there is one above a headline, out of the `open` lines of the head; whether
/// there is one.
pub(crate) fn take_letterhead(
    lines: &Lines<'_>,
    kinds: &mut [Option<BlockKind>],
    head: &mut Head,
    open: &mut Vec<usize>,
) -> bool {
    let words = |i: usize| lines.drafts[i].span.slice(lines.text);
    let group = |at: usize| lines.drafts[open[at]].group;
    let Some(top) = lines.drafts.first().filter(|_| open.first() == Some(&0)) else { return false };
    // In Markdown issuer and kind are headings, each by itself.
    let is_marked = top.hint == Hint::Title;
    if !is_marked && top.hint != Hint::None {
        return false;
    }
    let Some(kind) = (1..open.len().min(N_LINES_MAX)).find(|&at| KIND.is_match(words(open[at]))) else {
        return false;
    };
    if is_marked && (kind != 1 || lines.drafts[open[kind]].hint != Hint::Heading) {
        return false;
    }
    let stack = (kind..open.len()).take_while(|&at| group(at) == group(kind)).count() + kind;
    let is_short = |at: usize| {
        let shape = &lines.shapes[open[at]];
        shape.n_words <= WORDS_MAX && !shape.is_prose() && !tells_something(words(open[at]))
    };
    if !(0..kind).all(|at| group(at) == group(0) && is_short(at)) {
        return false;
    }
    // A company's name above "Statement" alone may be a headline.
    let is_headline = stack == open.len()
        || is_marked && open[stack..].iter().all(|&i| lines.drafts[i].hint == Hint::Heading);
    if is_headline && !words(open[kind]).contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let issuer = usize::from(kind > 1 && STATE.is_match(words(open[0])));
    head.masthead = Some(lines.drafts[open[issuer]].span);
    let taken = if is_headline { kind } else { stack };
    for (at, i) in open.drain(..taken).enumerate() {
        kinds[i] =
            Some(if at < kind { BlockKind::Masthead } else { BlockKind::Furniture(FurnitureKind::Other) });
    }
    true
}
