//! Which description stands beside which name: "union president Ana Ruiz", "Ana Ruiz, the union's president".

use super::countries::country_by_name;
use super::names::{self, Name};
use super::phrases::{Class, Phrase};
use crate::ParsedArticle;

/// A description that says what a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Index of the name.
    pub(super) name: usize,
    /// Index of the description.
    pub(super) phrase: usize,
}

/// All links, by description.
pub(super) fn find(parsed: &ParsedArticle, names: &[Name], phrases: &[Phrase]) -> Vec<Link> {
    let mut links = Vec::new();
    for (i, phrase) in phrases.iter().enumerate() {
        let by_place = before(parsed, names, phrase);
        let name =
            by_place.or_else(|| by_tree(parsed, names, phrase)).or_else(|| by_commas(parsed, names, phrase));
        if let Some(name) = name.filter(|&n| fits(parsed, &names[n], phrase)) {
            links.push(Link { name, phrase: i });
        }
    }
    links
}

/// "union president | Ana Ruiz", also with a title between ("the director General Ruiz").
fn before(parsed: &ParsedArticle, names: &[Name], phrase: &Phrase) -> Option<usize> {
    let next = phrase.tokens.end;
    let starts = |n: &Name| n.title.as_ref().map_or(n.tokens.start, |t| t.start);
    let found = names.partition_point(|n| starts(n) < next);
    let name = names.get(found).filter(|n| starts(n) == next)?;
    let same_sentence = parsed.tokens[phrase.head].sentence == parsed.tokens[name.head].sentence;
    // "told reporters | Monday", "gave workers | Ruiz": the two must hang together, or share an article.
    let head = phrase.head;
    let hangs = parsed.is_within(head, name.head) || parsed.is_within(name.head, head);
    (same_sentence && hangs && !phrase.is_plural).then_some(found)
}

fn by_tree(parsed: &ParsedArticle, names: &[Name], phrase: &Phrase) -> Option<usize> {
    let named = |t: usize| {
        let found = names.partition_point(|n| n.tokens.end <= t);
        names.get(found).filter(|n| n.head == t).map(|_| found)
    };
    let appositive = |t: usize| (parsed.tokens[t].dep == "appos").then(|| parsed.tokens[t].head);
    if let Some(name) = appositive(phrase.head).and_then(named) {
        return Some(name);
    }
    parsed.children(phrase.head).iter().copied().filter(|&t| parsed.tokens[t].dep == "appos").find_map(named)
}

/// "Ana Ruiz, 51, a nurse," and "The nurse, Ana Ruiz," where the parser drew no arc.
fn by_commas(parsed: &ParsedArticle, names: &[Name], phrase: &Phrase) -> Option<usize> {
    let word = |t: usize| parsed.tokens.get(t).map_or("", |token| token.span.slice(&parsed.article.text));
    let sentence = parsed.tokens[phrase.head].sentence;
    let same = |t: usize| parsed.tokens.get(t).is_some_and(|t| t.sentence == sentence);
    let closes = |t: usize| {
        !same(t)
            || matches!(word(t), "," | "." | ";" | "—" | "–" | ")" | ":")
            || matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "MD")
    };
    if word(phrase.tokens.end) == "," && phrase.determiner != super::phrases::Determiner::Bare {
        let found = names
            .partition_point(|n| n.title.as_ref().map_or(n.tokens.start, |t| t.start) <= phrase.tokens.end);
        let name = names.get(found)?;
        let start = name.title.as_ref().map_or(name.tokens.start, |t| t.start);
        if start == phrase.tokens.end + 1 && same(start) && word(name.tokens.end) == "," {
            return Some(found);
        }
    }
    let mut comma = phrase.tokens.start.checked_sub(1)?;
    if word(comma) != "," || !same(comma) {
        return None;
    }
    if comma >= 2 && word(comma - 2) == "," && word(comma - 1).starts_with(|c: char| c.is_ascii_digit()) {
        comma -= 2;
    }
    let found = names.partition_point(|n| n.tokens.end < comma);
    let name = names.get(found).filter(|n| n.tokens.end == comma && same(n.head))?;
    let after_of = parsed
        .tokens
        .get(phrase.tokens.end)
        .is_some_and(|t| matches!(&*t.lower, "of" | "at" | "for" | "who" | "with" | "in"));
    let of_country = country_by_name(names::words(parsed, name.tokens.clone())).is_some();
    (!of_country && (closes(phrase.tokens.end) || after_of)).then_some(found)
}

/// A person's description does not fit a country, nor a plural one a single name.
fn fits(parsed: &ParsedArticle, name: &Name, phrase: &Phrase) -> bool {
    if phrase.is_plural && phrase.class != Class::ArmedGroup {
        return false;
    }
    let words = names::words(parsed, name.tokens.clone());
    let is_country = country_by_name(words).is_some();
    match phrase.class {
        Class::Person => !is_country && !name.tokens.contains(&phrase.head),
        _ => !is_country && name.title.is_none(),
    }
}
