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

/// One word that names a story for the desks: "BC-TANKER-AGROUND", "MINE/CHISENGO", "ZAMBIA-MINE/", "UN-Ombarra-abduction",
/// "/PRISON-TOLL", "GRID-FAILURE/9".
static STORY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:/?[\p{Lu}\d]{2,}(?:[-/][\p{Lu}\d’']{2,})+(?:/\d*)?|[\p{Lu}\d]{2,}(?:-[\p{Lu}\d]{2,})*/|\p{Lu}{2,}(?:-\p{L}{2,}){2,})$",
    )
});

/// Words of the desks beside it.
static DESK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?i:zczc|nnnn|urgent|flash|alert|bulletin|breaking|update|lead|ld|take|wrap|no\.?|advisory|snap|newsalert|[-–—/:|]+|\d{1,4}|\d(?:st|nd|rd|th)|\p{Lu}{0,5}\d{2,6})$|^\p{Lu}{1,3}$",
    )
});

/// A remark in brackets at the end: "(2nd LEAD, recasts with second fall)".
static REMARK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\s*\((?:\d(?:st|nd|rd|th)\b|lead|updates?|wrap|take|adds?|recasts?|refiles?|corrects|writethru|urgent|final)[^()]{0,80}\)\s*$",
    )
});

/// Most words of an agency's name in the line.
const N_NAME_WORDS_MAX: usize = 3;

/// Whether a line is a story's name for the desks with nothing but codes, desk words and, behind a dash, the agency's name:
/// "KNW 0417 GEN -- NAMIBIA-MINE-DAM (UPDATE 2)".
fn names_a_story(words: &str) -> bool {
    let bare = REMARK.replace(words, "");
    let parts: Vec<&str> = bare.split_whitespace().collect();
    let is_story = |w: &&str| STORY.is_match(w) && w.chars().filter(|c| c.is_uppercase()).count() > 2;
    let Some(story) = parts.iter().position(is_story) else { return false };
    let is_dash = |w: &&str| w.chars().all(|c| matches!(c, '-' | '–' | '—' | '/' | '|'));
    let Some((_, before)) = parts.split_last().filter(|_| story + 1 == parts.len()) else {
        // "MWS-K0471 STRAIT-GARRISON", "MNA-1042 / RIVER-WATER": a number that looks like a story, and the story.
        return parts[story + 1..].iter().chain(&parts[..story]).all(|w| DESK.is_match(w) || is_story(w));
    };
    let open: Vec<usize> = (0..before.len()).filter(|&i| !DESK.is_match(before[i])).collect();
    let is_name = |i: &usize| before[*i].starts_with(char::is_uppercase);
    let is_apart = open.last().is_none_or(|last| before[last + 1..].iter().any(is_dash));
    is_apart && open.len() <= N_NAME_WORDS_MAX && open.iter().all(is_name)
}

/// Most words of an advisory: a list of what is new.
const ADVISORY_WORDS_MAX: usize = 24;

/// Whether line `i` of the head is a slug or an advisory of an agency.
pub(crate) fn is_slug(lines: &Lines<'_>, i: usize) -> bool {
    let (words, shape) = (lines.drafts[i].span.slice(lines.text), &lines.shapes[i]);
    let like_a_headline = shape.n_words > 3 && words.contains(' ') && !words.contains('-') && i > 0;
    SLUG.is_match(words) && !like_a_headline || names_a_story(words) || is_advisory(lines, i)
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
    i > 0 && lines.drafts[i - 1].group == lines.drafts[i].group && {
        let above = lines.drafts[i - 1].span.slice(lines.text);
        SLUG.is_match(above) || names_a_story(above)
    }
}

#[cfg(test)]
mod tests {
    use super::names_a_story;

    #[test]
    fn a_story_is_named_for_the_desks() {
        for line in [
            "ZCZC MNA0412 4 W BC-TANKER-AGROUND (2nd TAKE)",
            "KNW 0417 GEN -- NAMIBIA-MINE-DAM (UPDATE 2)",
            "ZAMBIA-MINE/ (2nd LEAD, recasts with second fall)",
            "HARBOUR PRESS - ALERT No. 3 - MINE/LUND (adds company, union)",
            "Alba Press / UN-Lund-abduction",
            "NNA2204 3 GEN 0398 /FERRY-TOLL",
            "NNA2204 3 GEN 0398 /FERRY-FIRE (2nd LEAD, adds minister, divers)",
            "ALBA-PENSIONS-VOTE/2 (updates with union, markets)",
            "KNW-K0817 LUND-BRIDGE (2nd lead, adds toll, quotes)",
            "KNW-1042 / LUND-BRIDGE (2nd LEAD, recasts with new figures)",
        ] {
            assert!(names_a_story(line), "{line}");
        }
        for line in [
            "STRIKE HITS NORTH-SOUTH LINE",
            "US-led raid kills nine",
            "Rail strike enters third day",
            "EU-US trade talks collapse",
            "Minister quits - NORTH/SOUTH divide grows",
            "North-South talks resume",
            "2024-05-12",
            "Reuters - 12/05/2024",
        ] {
            assert!(!names_a_story(line), "{line}");
        }
    }
}
