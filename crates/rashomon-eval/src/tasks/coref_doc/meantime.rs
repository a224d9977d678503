//! What MEANTIME has as mentions where our record has one phrase: the parts of appositions, phrases before their relative
//! clauses, coordinations; and which nouns name none of its kinds of things.

use super::Extent;
use crate::engine::Read;
use rashomon_reading::ParsedArticle;
use rashomon_reading::mention::coreference::{Chain, Link};
use rashomon_reading::mention::{EntityKind, MentionKind};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// The mentions of one phrase: the whole of it, and what stands in it for the same thing by itself. "The" and adjectives
/// before a name are no reason to have the name once more.
pub(super) fn mentions(parsed: &ParsedArticle, link: &Link) -> Vec<Range<usize>> {
    let whole = Extent::WithApposition.tokens(parsed, link.head, link.tokens.clone());
    let mut found = vec![whole.clone()];
    found.extend(cut(parsed, link, &whole));
    if link.kind == MentionKind::Name {
        let titles = titles(parsed, link, &whole);
        match titles.last() {
            Some(&title) if parsed.tokens[title].pos == "NOUN" => {
                found.extend([whole.start..title + 1, link.tokens.clone()]);
            }
            Some(_) => found.push(link.tokens.clone()),
            None if whole.end > link.tokens.end => found.push(whole.start..link.tokens.end),
            None => {}
        }
    }
    found.dedup();
    found
}

/// The nouns before a name that say what it names ("company chief Ann Kay").
fn titles(parsed: &ParsedArticle, link: &Link, whole: &Range<usize>) -> Vec<usize> {
    let is_title = |&t: &usize| {
        let token = &parsed.tokens[t];
        token.head == link.head && matches!(token.pos, "NOUN" | "PROPN") && token.dep != "poss"
    };
    (whole.start..link.tokens.start).filter(is_title).collect()
}

/// A phrase as far as before its apposition, and as far as before its relative clause.
fn cut(parsed: &ParsedArticle, link: &Link, whole: &Range<usize>) -> Vec<Range<usize>> {
    let is_cut = |&&c: &&usize| match parsed.tokens[c].dep {
        "appos" => true,
        "relcl" => matches!(parsed.tokens[parsed.edges(c).start].tag, "WDT" | "WP"),
        _ => false,
    };
    let behind = parsed.children(link.head).iter().filter(|&&c| c > link.head).filter(is_cut);
    let before = |&c: &usize| {
        let mut end = parsed.edges(c).start.min(whole.end);
        while end > link.tokens.end && parsed.tokens[end - 1].pos == "PUNCT" {
            end -= 1;
        }
        whole.start..end
    };
    behind.map(before).filter(|part| part.end >= link.tokens.end && part != whole).collect()
}

/// Things joined by "and": mentions of the whole, whether anything takes them up or not.
pub(super) fn coordinations(read: &Read) -> Vec<Range<usize>> {
    let parsed = read.parsed;
    let is_time = |t: usize| read.reading.times.iter().any(|time| time.tokens.contains(&t));
    let of_word = |and: usize| {
        let token = &parsed.tokens[and];
        let is_and = token.dep == "cc" && matches!(&*token.lower, "and" | "&");
        let last =
            *parsed.children(token.head).iter().find(|&&c| c > and && parsed.tokens[c].dep == "conj")?;
        let mut top = token.head;
        while parsed.tokens[top].dep == "conj" && parsed.tokens[top].head < top {
            top = parsed.tokens[top].head;
        }
        let is_thing = |t: usize| {
            let token = &parsed.tokens[t];
            matches!(token.pos, "NOUN" | "PROPN") && !is_abstract(&token.lemma) && !is_time(t)
        };
        let is_modifier = matches!(parsed.tokens[top].dep, "compound" | "nmod" | "amod");
        let is_found = is_and && top < and && !is_modifier && is_thing(top) && is_thing(last);
        let first = Extent::WithApposition.tokens(parsed, top, top..top + 1);
        is_found.then(|| Extent::WithApposition.tokens(parsed, and, first.start..last + 1))
    };
    (0..parsed.tokens.len()).filter_map(of_word).collect()
}

/// Whether a chain is of an event that has a name ("the Riga Conference").
pub(super) fn is_named_event(read: &Read, chain: &Chain) -> bool {
    const EVENTS: &[&str] = &[
        "conference",
        "summit",
        "congress",
        "championship",
        "cup",
        "olympics",
        "festival",
        "war",
        "election",
    ];
    let is_event = |l: &Link| EVENTS.contains(&&*read.parsed.tokens[l.head].lower);
    let kind = chain.entity.map(|e| read.reading.entities[e].kind);
    chain.is_named() && (kind == Some(EntityKind::Event) || chain.links.iter().any(is_event))
}

/// Whether a chain speaks of no thing: descriptions of it all have an abstract noun.
pub(super) fn is_of_abstract(read: &Read, chain: &Chain) -> bool {
    let mut descriptions = chain.links.iter().filter(|l| l.kind == MentionKind::Nominal).peekable();
    descriptions.peek().is_some() && descriptions.all(|l| is_abstract(&read.parsed.tokens[l.head].lemma))
}

/// Whether a noun's first sense is an act, an event, a state, a time or the like: MEANTIME's things are persons, bodies,
/// places, products and sums of money.
pub(super) fn is_abstract(lemma: &str) -> bool {
    static NOUNS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
        let lines = include_str!("../../../../../eval/coreference/abstract_nouns.txt").lines();
        lines.filter(|line| !line.starts_with('#')).collect()
    });
    NOUNS.contains(lemma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{self, Engine};

    /// The mentions of the phrase with this head.
    #[track_caller]
    fn check(text: &str, head: &str, expected: &[&str]) {
        let found: Vec<String> = Engine::load().read(&engine::article(text, "2024-03-05"), |read| {
            let links = read.reading.chains.iter().flat_map(|c| &c.links);
            let link =
                links.clone().find(|l| read.parsed.word(l.head) == head).expect("a phrase with this head");
            let words = |part: Range<usize>| read.words(read.parsed.span_of(part)).to_owned();
            mentions(read.parsed, link).into_iter().map(words).collect()
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn parts_of_appositions() {
        check("The museum thanked Ann Kay, its director.", "Kay", &["Ann Kay, its director", "Ann Kay"]);
        check("The United Nations left on Monday.", "Nations", &["The United Nations"]);
    }

    #[test]
    fn titles_before_names() {
        let expected = ["Museum director Ann Kay", "Museum director", "Ann Kay"];
        check("Museum director Ann Kay left on Monday.", "Kay", &expected);
    }

    #[test]
    fn phrases_before_relative_clauses() {
        check("The firm built a boat which sank.", "boat", &["a boat which sank", "a boat"]);
        check("The firm built a boat of steel.", "boat", &["a boat of steel"]);
    }

    #[test]
    fn things_joined() {
        let joined = |text: &str| {
            Engine::load().read(&engine::article(text, "2024-03-05"), |read| coordinations(read).len())
        };
        assert_eq!(joined("The firm sold the boat and the house."), 1);
        assert_eq!(joined("The firm met growth and decline."), 0);
    }
}
