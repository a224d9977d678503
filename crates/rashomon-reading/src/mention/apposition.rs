//! Which description stands beside which name: "union president Ana Ruiz", "Ana Ruiz, the union's president".

use super::countries::{country_by_capital, country_by_name};
use super::gazetteer::international_body;
use super::lexicon;
use super::names::{self, Name};
use super::phrases::{Class, Determiner, Phrase};
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
        let by_place = before(parsed, names, phrase).or_else(|| after(parsed, names, phrase));
        let backward = || by_tree(parsed, names, phrase).or_else(|| comma_before(parsed, names, phrase));
        let name = by_place.or_else(|| match (backward(), comma_after(parsed, names, phrase)) {
            // "for Ruiz, the union's chairman, Ana Pons, said": a name in mid-clause does not reach over the comma.
            (Some(left), Some(right)) if left < right => {
                let subject =
                    matches!(parsed.tokens[names[left].head].dep, "nsubj" | "nsubjpass" | "ROOT" | "attr");
                Some(if subject { left } else { right })
            }
            (left, right) => left.or(right),
        });
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

/// "the Reuters news agency", "the al-Watan newspaper": the name stands before a noun that says what it is.
fn after(parsed: &ParsedArticle, names: &[Name], phrase: &Phrase) -> Option<usize> {
    if phrase.class == Class::Person
        || phrase.class == Class::Government
        || phrase.is_plural
        || phrase.determiner == Determiner::Possessive
    {
        return None;
    }
    let news = phrase.head > phrase.tokens.start && parsed.tokens[phrase.head - 1].lower == "news";
    let outlet = crate::mention::is_outlet_noun(&phrase.noun) || news && phrase.noun == "agency";
    let kind = outlet
        || matches!(
            &*phrase.noun,
            "faction" | "militia" | "party" | "movement" | "monitor" | "charity" | "alliance"
        )
        || matches!(&*phrase.noun, "agency" | "union") && phrase.determiner == Determiner::Definite
        || phrase.noun == "group" && phrase.class == Class::ArmedGroup;
    let last = names.partition_point(|n| n.tokens.end <= phrase.head).checked_sub(1)?;
    let name = &names[last];
    let between = name.tokens.end..phrase.head;
    let filler = between.len() <= 1
        && between.clone().all(|t| {
            matches!(
                &*parsed.tokens[t].lower,
                "news"
                    | "rebel"
                    | "opposition"
                    | "television"
                    | "tv"
                    | "militant"
                    | "daily"
                    | "media"
                    | "political"
            )
        });
    let words = names::words(parsed, name.tokens.clone());
    let elsewhere = country_by_name(words).is_some()
        || country_by_capital(words).is_some()
        || international_body(words).is_some();
    (kind
        && filler
        && !elsewhere
        && name.tokens.start >= phrase.tokens.start.min(name.tokens.start)
        && parsed.tokens[name.head].sentence == parsed.tokens[phrase.head].sentence)
        .then_some(last)
}

fn by_tree(parsed: &ParsedArticle, names: &[Name], phrase: &Phrase) -> Option<usize> {
    let named = |t: usize| {
        let found = names.partition_point(|n| n.tokens.end <= t);
        names.get(found).filter(|n| n.head == t).map(|_| found)
    };
    let appositive = |t: usize| (parsed.tokens[t].dep == "appos").then(|| parsed.tokens[t].head);
    if let Some(name) = appositive(phrase.head).and_then(named) {
        // "Ruiz, the mayor, said" but not "With the fall of Ruiz, the mayor would resign".
        return (names[name].tokens.end <= phrase.tokens.start
            && is_apposed(parsed, phrase.tokens.end, phrase.head))
        .then_some(name);
    }
    let apposed = parsed
        .children(phrase.head)
        .iter()
        .copied()
        .filter(|&t| parsed.tokens[t].dep == "appos")
        .find_map(named)?;
    closes_behind(parsed, names, apposed, phrase.head).then_some(apposed)
}

/// Whether an apposition ends behind a name, or behind where its bearer is from: "the nurse, Ana Ruiz of the Lima Clinic,".
fn closes_behind(parsed: &ParsedArticle, names: &[Name], name: usize, inside: usize) -> bool {
    /// Tokens of "of the Lima Clinic"; what is longer tells something.
    const ORIGIN_MAX: usize = 6;
    let end = names[name].tokens.end;
    let is_origin = |t: &crate::Token| matches!(&*t.lower, "of" | "from" | "at");
    if !parsed.tokens.get(end).is_some_and(is_origin) {
        return closes(parsed, end, inside);
    }
    let plain = |t: usize| matches!(parsed.tokens[t].pos, "DET" | "ADJ" | "NOUN" | "PROPN" | "PART");
    let last = (end + 1..parsed.tokens.len()).take(ORIGIN_MAX).find(|&t| !plain(t));
    last.is_some_and(|t| t > end + 1 && closes(parsed, t, inside))
}

/// Whether what starts at `next` ends an apposition or only lengthens it.
fn is_apposed(parsed: &ParsedArticle, next: usize, inside: usize) -> bool {
    closes(parsed, next, inside)
        || matches!(
            &*parsed.tokens[next].lower,
            "of" | "at"
                | "for"
                | "who"
                | "with"
                | "in"
                | "which"
                | "that"
                | "whose"
                | "and"
                | "to"
                | "from"
                | "-"
                | "on"
        )
}

fn closes(parsed: &ParsedArticle, next: usize, inside: usize) -> bool {
    let Some(token) = parsed.tokens.get(next) else { return true };
    token.sentence != parsed.tokens[inside].sentence
        || matches!(&*token.lower, "," | "." | ";" | "—" | "–" | ")" | ":" | "\"" | "”" | "''")
}

/// "The nurse, Ana Ruiz," where the parser drew no arc.
fn comma_after(parsed: &ParsedArticle, names: &[Name], phrase: &Phrase) -> Option<usize> {
    /// "to the United Nations in Geneva"; what is longer is a clause.
    const COMPLEMENT_MAX: usize = 7;
    let mut comma = phrase.tokens.end;
    let complement =
        parsed.children(phrase.head).iter().copied().find(|&t| t == comma && parsed.tokens[t].dep == "prep");
    if let Some(preposition) = complement {
        // "Iceland's consul in Lima, Ana Ruiz,".
        comma = (preposition..parsed.tokens.len()).take(COMPLEMENT_MAX).find(|&t| is_comma(parsed, t))?;
    }
    if !is_comma(parsed, comma) || phrase.determiner == Determiner::Bare {
        return None;
    }
    let start = |n: &Name| n.title.as_ref().map_or(n.tokens.start, |t| t.start);
    let found = names.partition_point(|n| start(n) <= comma);
    let name = names.get(found).filter(|n| start(n) == comma + 1)?;
    let same_sentence = parsed.tokens[name.head].sentence == parsed.tokens[phrase.head].sentence;
    (same_sentence && closes_behind(parsed, names, found, phrase.head)).then_some(found)
}

/// "Ana Ruiz, 51, a nurse," where the parser drew no arc.
fn comma_before(parsed: &ParsedArticle, names: &[Name], phrase: &Phrase) -> Option<usize> {
    let same = |t: usize| parsed.tokens[t].sentence == parsed.tokens[phrase.head].sentence;
    let mut comma = phrase.tokens.start.checked_sub(1).filter(|&t| is_comma(parsed, t) && same(t))?;
    if comma >= 2
        && is_comma(parsed, comma - 2)
        && parsed.word(comma - 1).starts_with(|c: char| c.is_ascii_digit())
    {
        comma -= 2;
    }
    let found = names.partition_point(|n| n.tokens.end < comma);
    names.get(found).filter(|n| n.tokens.end == comma && same(n.head))?;
    is_apposed(parsed, phrase.tokens.end, phrase.head).then_some(found)
}

fn is_comma(parsed: &ParsedArticle, t: usize) -> bool {
    parsed.tokens.get(t).is_some_and(|t| t.lower == ",")
}

/// A person's description does not fit a country, nor a plural one a single name.
fn fits(parsed: &ParsedArticle, name: &Name, phrase: &Phrase) -> bool {
    if phrase.is_plural && phrase.class != Class::ArmedGroup {
        return false;
    }
    let words = names::words(parsed, name.tokens.clone());
    let is_country = country_by_name(words).is_some();
    match phrase.class {
        // "Iceland, a close ally": for a country only what countries are to each other.
        Class::Person => {
            !is_country
                || lexicon::has(&phrase.noun, lexicon::RELATION) && phrase.determiner != Determiner::Bare
        }
        _ => !is_country && name.title.is_none(),
    }
}
