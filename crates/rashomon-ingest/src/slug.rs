//! What agencies write above a story for the desks that take it: slugs, and advisories on what is new.
//!
//! "PORT-STRIKE (2nd LEAD)", "URGENT", "Updates with toll, quotes", "(ADDS details, background)".

use crate::classify::Lines;
use crate::pattern::regex;
use crate::shape::Shape;
use regex::Regex;
use std::sync::LazyLock;

static SLUG: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:(?i:urgent|breaking|flash|alert|bulletin|update|advisory|embargoed?)\s*[-–—:]+\s*)?[\p{Lu}\d]{2,}(?:[-/–_][\p{Lu}\d’']{2,}){1,6}(?:\s*[,:]?\s*\(.{1,60}\)|\s*[-–—:,]*\s*(?i:urgent|\d(?:st|nd|rd|th) (?:ld|lead|write-?thru|take)|lead|writethru|update \d|ld|wrap|recasts?|adds? .{1,40}))*\s*$|^[a-zA-Z]{1,2}\d{3,5}\s+\S|^\p{Lu}{2,5}\d{3,5}(?:\s+[\p{Lu}\d]{1,5}){1,5}$|^\p{Lu}{2,5} \d{3,5} (?:URGENT|FLASH|BULLETIN|ALERT|UPDATE|LEAD|TAKE)(?: \d)?$|^(?i:BC|AM|PM)-\S+|^\(?(?i:\d(?:st|nd|rd|th) (?:lead|ld|take|update))\b.{0,50}$|^(?i:(?:urgent|flash|breaking|eds?|for immediate release|immediate release|not for publication|embargoed? .{2,60}|attention editors.{0,60}|for release .{2,40}|strictly embargoed.{0,60}))[:!.]*$|^(?i:update|recast|refile|wrapup|corrected)[ -]\d{1,2}[-:–—]?$|^\(?(?i:eds: ).{3,120}\)?$",
    )
});

/// Advisories that no headline reads like: a verb of editing without a subject, or a standing phrase.
static ADVISORY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^[\[(*]?\s*(?:
            (?:updates?|updating|leads?|tops?)\s+(?:with|to\s+add|throughout|toll|story|para|lead)\b
            | (?:adds?|adding|recasts?|refiles?|corrects|inserts|releads?|rewrites|clarifies|incorporates|restores|fixes)\b
            | (?:changes|includes|deletes|removes|drops|repeats|trims|edits)\s+(?:slug|headline|dateline|byline|typo|para|paragraph|graf|word|quote|reference|background|details|story|throughout)
            | (?:new|details|minor\s+edits|recast)\s+throughout
            | (?:story\s+)?will\s+be\s+(?:updated|led)\b
            | more\s+(?:to\s+(?:come|follow)|follows)
            | with\s+(?:(?:ap|file)\s+)?(?:photos?|pictures|video|graphics?|audio|maps?|factbox|timeline)s?\b
            | (?:(?:ap\s+)?photos?|pictures?|video|graphics?)\s+(?:[a-z]{2,4}\d|available|moved|to\s+follow|by\b)
            | (?:write-?thru|writethrough|combines|supersedes)\b
        ).{0,140}$",
    )
});

/// Verbs of advisories that headlines begin with as well; below a slug they are advisories.
static LOOSE_ADVISORY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^[\[(*]?\s*(?:updates?|changes|includes|deletes|removes|repeats|leads?|tops?|trims|edits|moves|combines|with|eds|editors|note)\b.{0,140}$",
    )
});

/// Most words of an advisory: a list of what is new.
const ADVISORY_WORDS_MAX: usize = 24;

/// Whether line `i` of the head is a slug or an advisory of an agency.
pub(crate) fn is_slug(lines: &Lines<'_>, i: usize) -> bool {
    let (words, shape) = (lines.drafts[i].span.slice(lines.text), &lines.shapes[i]);
    let like_a_headline = shape.n_words > 3 && words.contains(' ') && !words.contains('-') && i > 0;
    SLUG.is_match(words) && !like_a_headline || is_advisory(lines, i)
}

fn is_advisory(lines: &Lines<'_>, i: usize) -> bool {
    let (words, shape) = (lines.drafts[i].span.slice(lines.text), &lines.shapes[i]);
    if shape.n_words > ADVISORY_WORDS_MAX || shape.quotes {
        return false;
    }
    ADVISORY.is_match(words) || is_below_slug(lines, i) && is_loose(words, shape)
}

fn is_loose(words: &str, shape: &Shape) -> bool {
    words.starts_with(['(', '[']) && words.ends_with([')', ']'])
        || LOOSE_ADVISORY.is_match(words) && !shape.has_verb
}

/// Whether the line above, in the same group, is a slug.
fn is_below_slug(lines: &Lines<'_>, i: usize) -> bool {
    i > 0
        && lines.drafts[i - 1].group == lines.drafts[i].group
        && SLUG.is_match(lines.drafts[i - 1].span.slice(lines.text))
}
