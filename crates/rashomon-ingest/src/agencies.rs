//! News agencies credited in a text.
//!
//! # What it finds
//! "(AFP)" in a dateline, "told Reuters", "the Example news agency", "with inputs from PTI", "— AP" at the end.
//!
//! # How
//! Names of the table below count in any crediting phrase; other names only where the text itself calls them a
//! news agency or lists them as a supplier, or where they stand in the brackets of a dateline.

use crate::pattern::regex;
use rashomon_text::{Labelled, Span};
use regex::Regex;
use std::sync::LazyLock;

/// Agencies with national or world reach: the short name, and how else it is printed. A general table of
/// the trade (members of the news agencies' world and regional alliances), by no means needed for a credit.
const AGENCIES: &[(&str, &[&str])] = &[
    ("AFP", &["AFP", "Agence France-Presse", "Agence France Presse"]),
    ("AP", &["AP", "Associated Press", "The Associated Press"]),
    ("Reuters", &["Reuters", "Thomson Reuters", "REUTERS"]),
    ("UPI", &["UPI", "United Press International"]),
    ("Bloomberg", &["Bloomberg", "Bloomberg News"]),
    ("dpa", &["dpa", "DPA", "Deutsche Presse-Agentur"]),
    ("EFE", &["EFE", "Agencia EFE"]),
    ("ANSA", &["ANSA"]),
    ("PA Media", &["PA", "PA Media", "Press Association"]),
    ("AAP", &["AAP", "Australian Associated Press"]),
    ("The Canadian Press", &["CP", "The Canadian Press", "Canadian Press"]),
    ("PTI", &["PTI", "Press Trust of India"]),
    ("ANI", &["ANI", "Asian News International"]),
    ("IANS", &["IANS", "Indo-Asian News Service"]),
    ("UNI", &["UNI", "United News of India"]),
    ("Xinhua", &["Xinhua", "Xinhua News Agency"]),
    ("TASS", &["TASS", "ITAR-TASS"]),
    ("RIA Novosti", &["RIA Novosti", "RIA"]),
    ("Interfax", &["Interfax"]),
    ("Anadolu", &["Anadolu", "Anadolu Agency", "AA"]),
    ("Kyodo", &["Kyodo", "Kyodo News"]),
    ("Jiji", &["Jiji", "Jiji Press"]),
    ("Yonhap", &["Yonhap", "Yonhap News Agency"]),
    ("KCNA", &["KCNA"]),
    ("Bernama", &["Bernama"]),
    ("Antara", &["Antara"]),
    ("SANA", &["SANA"]),
    ("IRNA", &["IRNA"]),
    ("Fars", &["Fars", "Fars News Agency"]),
    ("Tasnim", &["Tasnim"]),
    ("MENA", &["Middle East News Agency"]),
    ("WAM", &["WAM"]),
    ("SPA", &["SPA", "Saudi Press Agency"]),
    ("Petra", &["Petra"]),
    ("WAFA", &["WAFA"]),
    ("TT", &["TT"]),
    ("NTB", &["NTB"]),
    ("Ritzau", &["Ritzau"]),
    ("STT", &["STT"]),
    ("Belga", &["Belga"]),
    ("ANP", &["ANP"]),
    ("APA", &["APA"]),
    ("Keystone-SDA", &["Keystone-SDA", "Keystone-ATS"]),
    ("Lusa", &["Lusa"]),
    ("PAP", &["PAP"]),
    ("CTK", &["CTK", "ČTK"]),
    ("MTI", &["MTI"]),
    ("BTA", &["BTA"]),
    ("Agerpres", &["Agerpres"]),
    ("Tanjug", &["Tanjug"]),
    ("Hina", &["HINA"]),
    ("Ukrinform", &["Ukrinform"]),
    ("APP", &["APP", "Associated Press of Pakistan"]),
    ("BSS", &["BSS"]),
    ("UNB", &["UNB"]),
    ("NAN", &["News Agency of Nigeria"]),
    ("Ghana News Agency", &["GNA", "Ghana News Agency"]),
    ("VNA", &["Vietnam News Agency"]),
    ("CNA", &["Central News Agency"]),
    ("Prensa Latina", &["Prensa Latina"]),
    ("Notimex", &["Notimex"]),
    ("Agência Brasil", &["Agência Brasil"]),
    ("Télam", &["Télam", "Telam"]),
    ("Sputnik", &["Sputnik"]),
];

/// The short name of a known agency.
pub(crate) fn known_agency(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_start_matches("the ").trim_start_matches("The ");
    AGENCIES
        .iter()
        .find(|(_, forms)| forms.iter().any(|form| form.trim_start_matches("The ") == name))
        .map(|&(short, _)| short)
}

/// Whether a name by itself, in a byline or above a date line, is an agency's: one of the table, or one that calls itself
/// a press, a wire or an agency.
pub(crate) fn is_agency_like(name: &str) -> bool {
    static NAME: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(?:The )?(?:\p{Lu}[\p{L}’'-]* ){1,3}(?:Press|Presse|Agency|Newswire|Wire|News Service|News Agency|Press Agency)$",
        )
    });
    known_agency(name).is_some() || NAME.is_match(name.trim())
}

struct Patterns {
    credit: Regex,
    generic: Regex,
    suppliers: Regex,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let mut names: Vec<&str> = AGENCIES.iter().flat_map(|(_, forms)| forms.iter().copied()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let names = names.iter().map(|name| regex::escape(name)).collect::<Vec<_>>().join("|");
    let name = r"\p{Lu}[\p{L}\d-]+(?: \p{Lu}[\p{L}\d-]+){0,2}";
    let new = |pattern: String| regex(&pattern);
    Patterns {
        credit: new(format!(
            r"\b(?:told|[Bb]y|quoted by|according to|(?:speaking|spoke|statement|comments?|interview|said|talking|confirmed) (?:to|with|by))\s(?:[Tt]he\s)?(?P<n1>{names})\b(?:['’]s)?|\b(?P<n2>{names})(?:\s(?:news|press)\sagency)?,?\s(?:reported|reports|said|quoted|cited|has reported|reporter|correspondent|journalist|photographer)\b|\((?:[\p{{L}} ,/&]{{0,20}}[ /,])?(?P<n3>{names})(?:[ /,][\p{{L}} ,/&]{{0,20}})?\)|[—–-]\s?(?P<n4>{names})\.?$"
        )),
        generic: new(format!(
            r"\b(?P<n1>{name}) (?:news|press) agency\b|\b(?:news|press|wire) agency,? (?P<n2>{name})\b|\btold the (?P<n3>{name}) (?:news )?(?:agency|service)\b"
        )),
        suppliers: new(
            r"(?i)\bwith (?:additional )?(?:agency )?(?:inputs?|files?|reporting|reports?|material|contributions?) (?:from|by) (?P<list>[^.()\n]{2,100})".to_owned(),
        ),
    }
});

/// The agencies that one block credits, in text order, repeated names included.
pub(crate) fn find_credits(text: &str, block: Span) -> Vec<Labelled> {
    let words = block.slice(text);
    let mut found: Vec<(usize, Labelled)> = Vec::new();
    let mut push = |name: &str, start: usize, end: usize| {
        let value = known_agency(name).unwrap_or(name).to_owned();
        let span = Span::new(block.start() + start, block.start() + end);
        if !found.iter().any(|(_, earlier)| earlier.span.is_some_and(|earlier| earlier.overlaps(span))) {
            found.push((start, Labelled { value, span: Some(span) }));
        }
    };
    for captures in PATTERNS.credit.captures_iter(words) {
        for name in ["n1", "n2", "n3", "n4"].iter().filter_map(|name| captures.name(name)) {
            push(name.as_str(), name.start(), name.end());
        }
    }
    for captures in PATTERNS.generic.captures_iter(words) {
        for name in ["n1", "n2", "n3"].iter().filter_map(|name| captures.name(name)) {
            push(name.as_str(), name.start(), name.end());
        }
    }
    for captures in PATTERNS.suppliers.captures_iter(words) {
        let Some(list) = captures.name("list") else { continue };
        for (start, end) in list_items(list.as_str()) {
            push(&list.as_str()[start..end], list.start() + start, list.start() + end);
        }
    }
    found.sort_by_key(|(start, _)| *start);
    found.into_iter().map(|(_, credit)| credit).collect()
}

/// Byte ranges of the capitalised names of "PTI, Example Wire and ANI".
fn list_items(list: &str) -> Vec<(usize, usize)> {
    let mut items = Vec::new();
    let mut at = 0;
    for part in list.split([',', ';', '/']) {
        for piece in part.split(" and ") {
            let start = at + (piece.len() - piece.trim_start().len());
            let trimmed = piece.trim();
            let capital = trimmed.starts_with(|c: char| c.is_uppercase()) || known_agency(trimmed).is_some();
            if capital && trimmed.split_whitespace().count() <= 4 {
                items.push((start, start + trimmed.len()));
            }
            at += piece.len() + " and ".len();
        }
        at = at - " and ".len() + 1;
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found = find_credits(text, Span::new(0, text.len()));
        let names: Vec<&str> = found.iter().map(|credit| credit.value.as_str()).collect();
        assert_eq!(names, expect);
    }

    #[test]
    fn finds_credits() {
        check("He told AFP that the Reuters news agency was wrong.", &["AFP", "Reuters"]);
        check("(With inputs from PTI, Example Wire and ANI)", &["PTI", "Example Wire", "ANI"]);
        check("The ferry sank, the Valley News news agency said.", &["Valley News"]);
        check("The ferry sank. — AP", &["AP"]);
        check("By The Associated Press", &["AP"]);
    }

    #[test]
    fn needs_a_crediting_phrase() {
        check("The AP building burned.", &[]);
        check("The civil defence agency (CDA) agreed.", &[]);
        check("He told Example that it was wrong.", &[]);
    }
}
