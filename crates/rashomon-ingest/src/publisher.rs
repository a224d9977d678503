//! Who published a text, from what the text says: masthead, byline, notices, dateline.

use crate::agencies::known_agency;
use crate::classify::Layout;
use crate::pattern::regex;
use crate::words::is_section_name;
use rashomon_text::{BlockKind, FurnitureKind, Labelled, Span};
use regex::Regex;
use std::sync::LazyLock;

/// Notices in which an outlet names itself.
static NOTICES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let name = r"(?P<name>(?:[Tt]he )?\p{Lu}[\p{L}\d.&’'-]*?(?: (?:(?:of|and|de|del|the|for|&) )?\p{Lu}[\p{L}\d.&’'-]*?){0,5}?)";
    [
        format!(r"\b[Nn]o {name} (?:[Jj]ournalists?|[Rr]eporters?|[Ss]taff|[Ee]ditors?) (?:was|were|has|have)\b"),
        format!(r"(?i:not been (?:edited|created|written|reviewed|verified) by)(?: the)? {name}(?:['’]s)? (?i:staff|team|journalists?|editors?|newsroom|editorial)\b"),
        format!(r"(?i:(?:was|is|were) (?:first |originally )?(?:published|appeared) (?:by|in|on|at))(?: the)? {name}(?:[.,;]|$| on | in | and )"),
        format!(r"(?:©|\(c\)|\([Cc]\)|(?i:copyright)(?: ©)?) ?(?:(?:19|20)\d\d(?: ?[-–] ?\d{{2,4}})?,? )(?:by )?{name}(?:[.,;|]| [Aa]ll | inc| ltd|$)"),
        format!(r"^(?:SOURCE|Source|Issued by|Published by|Publisher)\s*:?\s+(?:the )?{name}\.?$"),
        format!(r"^(?:About|ABOUT) (?:the )?{name}\s*(?::|$)"),
        format!(r"^{name} is an? (?:\w+ ){{0,4}}(?:service|publication|news site|news portal|newspaper|platform|magazine|website)\b"),
    ]
    .iter()
    .map(|pattern| regex(pattern))
    .collect()
});

/// The publisher as far as the text tells.
pub(crate) fn publisher(text: &str, layout: &Layout) -> Option<Labelled> {
    let labelled = |span: Span| Labelled { value: presentable(span.slice(text)), span: Some(span) };
    if let Some(span) = layout.head.masthead {
        return Some(labelled(span));
    }
    if let Some(span) = first_crumb(text, layout) {
        return Some(labelled(span));
    }
    if let Some(span) = notice(text, layout) {
        return Some(labelled(span));
    }
    if let Some(span) = layout.head.byline.and_then(|byline| byline.outlet) {
        return Some(labelled(span));
    }
    let agency = layout.datelines.iter().find_map(|dateline| dateline.agency);
    agency.filter(|span| !is_release_wire(span.slice(text))).map(|span| {
        let mut outlet = labelled(span);
        if let Some(known) = known_agency(span.slice(text)) {
            known.clone_into(&mut outlet.value);
        }
        outlet
    })
}

/// "NewsBreeze24 » World » Shocking": a path of sections that begins with a name written as one word.
fn first_crumb(text: &str, layout: &Layout) -> Option<Span> {
    let head = layout.blocks.iter().take_while(|block| block.kind != BlockKind::Paragraph);
    let mut paths = head.filter(|b| b.kind == BlockKind::Furniture(FurnitureKind::Navigation));
    paths.find_map(|block| {
        let words = block.span.slice(text);
        let (first, rest) = words.split_once(['»', '›', '>'])?;
        let name = first.trim();
        let section = rest.split(['»', '›', '>']).next().unwrap_or_default().trim().to_lowercase();
        let is_styled = !name.contains(' ')
            && name.starts_with(char::is_uppercase)
            && name.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit())
            && name.chars().any(char::is_lowercase);
        let span = Span::new(block.span.start(), block.span.start() + first.len()).trimmed(text);
        (is_styled && is_section_name(&section)).then_some(span)
    })
}

fn notice(text: &str, layout: &Layout) -> Option<Span> {
    let is_notice = |kind: BlockKind| {
        matches!(
            kind,
            BlockKind::Furniture(FurnitureKind::Disclaimer | FurnitureKind::Other | FurnitureKind::Related)
        )
    };
    for block in layout.blocks.iter().filter(|block| is_notice(block.kind) && block.span.len() < 600) {
        let words = block.span.slice(text);
        let found = NOTICES.iter().find_map(|pattern| pattern.captures(words)?.name("name"));
        if let Some(name) = found.filter(|name| !is_generic(name.as_str())) {
            return Some(Span::new(block.span.start() + name.start(), block.span.start() + name.end()));
        }
    }
    None
}

/// Services that carry the releases of others and publish nothing of their own.
fn is_release_wire(name: &str) -> bool {
    let lower = name.to_lowercase();
    [
        "newswire",
        "business wire",
        "businesswire",
        "accesswire",
        "pr web",
        "prweb",
        "presswire",
        "eurekalert",
        "marketwire",
    ]
    .iter()
    .any(|service| lower.contains(service))
}

/// Words that stand for no outlet in particular.
fn is_generic(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.split_whitespace().all(|word| {
        matches!(
            word,
            "our"
                | "the"
                | "this"
                | "all"
                | "rights"
                | "any"
                | "my"
                | "human"
                | "reader"
                | "staff"
                | "news"
                | "monday"
                | "inc"
        )
    })
}

/// A name wholly in capitals in ordinary letters; acronyms and single short words stay.
fn presentable(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let upper = !name.chars().any(char::is_lowercase);
    if !upper || words.len() == 1 && name.chars().count() <= 5 {
        return name.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let small = |word: &str| {
        matches!(
            word,
            "OF" | "AND"
                | "THE"
                | "DE"
                | "DEL"
                | "DES"
                | "DU"
                | "DI"
                | "DA"
                | "FOR"
                | "IN"
                | "ON"
                | "Y"
                | "ET"
        )
    };
    let mut out: Vec<String> = Vec::new();
    for (i, word) in words.iter().enumerate() {
        out.push(if i > 0 && small(word) { word.to_lowercase() } else { capitalised(word) });
    }
    out.join(" ")
}

fn capitalised(word: &str) -> String {
    let mut out = String::new();
    let mut start = true;
    for (i, c) in word.chars().enumerate() {
        if start {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        // "L’Écho", "O’Brien", but "Women’s".
        let is_apostrophe = matches!(c, '\'' | '’');
        start = !c.is_alphanumeric() && (!is_apostrophe || i == 1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::classify;
    use crate::layout::plain_drafts;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        let layout = classify(text, &plain_drafts(text));
        assert_eq!(publisher(text, &layout).map(|outlet| outlet.value).as_deref(), expect);
    }

    const BODY: &str = "A ferry sank in the strait on Sunday night, the coast guard said.\n\nNobody was hurt, it added on Monday.";

    #[test]
    fn finds_the_publisher() {
        check(
            &format!("THE ÎLE-VERTE POST\nMonday, 3 June 2019\n\nFerry sinks in the strait\n\n{BODY}"),
            Some("The Île-Verte Post"),
        );
        check(
            &format!("{BODY}\n\nDisclaimer: No Harbour Post Journalist was involved in this"),
            Some("Harbour Post"),
        );
        check(
            &format!("Ferry sinks in strait\n\nBy Ana Example, Harbour Post\n\n{BODY}"),
            Some("Harbour Post"),
        );
        check(&format!("Ferry sinks in strait\n\nOSLO (Example) — {BODY}"), Some("Example"));
        check(&format!("{BODY}\n\n© 2019 Harbour Post. All rights reserved."), Some("Harbour Post"));
        check(BODY, None);
    }
}
