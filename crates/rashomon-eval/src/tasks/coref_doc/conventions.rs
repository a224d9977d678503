//! The chains as a set has them: what GUM and MEANTIME join, count and leave out otherwise than our record.

use super::{Extent, meantime};
use crate::engine::Read;
use rashomon_reading::ParsedArticle;
use rashomon_reading::mention::coreference::{Chain, Link};
use rashomon_reading::mention::{EntityKind, MentionKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// The chains of a record by the conventions of its set.
pub(super) fn of_set(read: &Read, chains: &[Chain], extent: Extent) -> Vec<Chain> {
    match extent {
        Extent::Record => chains.to_vec(),
        Extent::Phrase => with_inner_names(read, join_predicates(read.parsed, chains)),
        Extent::WithApposition => without_times(read, join_relative_pronouns(read.parsed, chains)),
    }
}

/// The chains with what a subject is said to be in the subject's chain ("it is a harbour"), as GUM has them.
fn join_predicates(parsed: &ParsedArticle, chains: &[Chain]) -> Vec<Chain> {
    let of_head: BTreeMap<usize, usize> =
        chains.iter().enumerate().flat_map(|(i, c)| c.links.iter().map(move |l| (l.head, i))).collect();
    let mut found = chains.to_vec();
    for (i, chain) in chains.iter().enumerate() {
        let subject = chain.links.iter().find_map(|l| {
            let subject = subject_of_predicate(parsed, l.head)?;
            of_head.get(&subject).copied().filter(|&j| j != i)
        });
        if let Some(j) = subject
            && !found[j].links.is_empty()
        {
            let links = std::mem::take(&mut found[i].links);
            found[j].links.extend(links);
            found[j].links.sort_by_key(|l| l.head);
        }
    }
    found.retain(|c| !c.links.is_empty());
    found
}

/// The subject of a clause that says what it is.
fn subject_of_predicate(parsed: &ParsedArticle, head: usize) -> Option<usize> {
    let token = &parsed.tokens[head];
    let verb = token.head;
    let is_said = token.dep == "attr" && parsed.tokens[verb].lemma == "be" && verb < head;
    let is_denied = parsed.child(verb, &["neg"]).is_some();
    parsed.child(verb, &["nsubj"]).filter(|&s| is_said && !is_denied && s < verb)
}

/// Names inside longer names are mentions in GUM: "Riga" in "Riga Central Market", where Riga is spoken of by itself too.
/// Not the parts of persons' names.
fn with_inner_names(read: &Read, mut chains: Vec<Chain>) -> Vec<Chain> {
    let kind = |c: &Chain| c.entity.map_or(EntityKind::Other, |e| read.reading.entities[e].kind);
    let words = |tokens: Range<usize>| tokens.map(|t| read.parsed.word(t)).collect::<Vec<_>>();
    let mut of_words: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for (i, chain) in chains.iter().enumerate().filter(|(_, c)| kind(c) != EntityKind::Other) {
        for link in chain.links.iter().filter(|l| l.kind == MentionKind::Name) {
            of_words.entry(words(link.tokens.clone())).or_insert(i);
        }
    }
    let mut found: Vec<(usize, Link)> = Vec::new();
    for (i, chain) in chains.iter().enumerate().filter(|(_, c)| kind(c) != EntityKind::Person) {
        for link in chain.links.iter().filter(|l| l.kind == MentionKind::Name) {
            let inner = parts(read.parsed, link.tokens.clone()).into_iter().filter_map(|part| {
                let j = of_words.get(&words(part.clone())).copied().filter(|&j| j != i)?;
                Some((j, part))
            });
            if let Some((j, part)) = inner.max_by_key(|(_, part)| part.len()) {
                let span = read.parsed.span_of(part.clone());
                found.push((j, Link { span, head: part.end - 1, tokens: part, ..link.clone() }));
            }
        }
    }
    for (i, link) in found {
        chains[i].links.push(link);
        chains[i].links.sort_by_key(|l| l.head);
    }
    chains
}

/// The parts of a name that may be names of something else: those before its last word, and those behind an "of".
fn parts(parsed: &ParsedArticle, name: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for start in name.clone() {
        let is_behind = start > name.start && matches!(parsed.word(start - 1), "of" | "in" | "for" | "de");
        let ends = start + 1..name.end + usize::from(is_behind);
        found.extend(ends.map(|end| start..end));
    }
    found
}

/// Relative pronouns are mentions in MEANTIME, of the thing that their clause hangs on.
fn join_relative_pronouns(parsed: &ParsedArticle, chains: &[Chain]) -> Vec<Chain> {
    let mut found = chains.to_vec();
    let is_relative = |l: &Link| l.kind == MentionKind::Pronoun && parsed.tokens[l.head].tag.starts_with('W');
    let relative: Vec<Link> =
        chains.iter().flat_map(|c| &c.links).filter(|l| is_relative(l)).cloned().collect();
    for link in relative {
        /// Steps up from a relative pronoun to its clause.
        const STEPS_MAX: usize = 4;
        let mut above = std::iter::once(link.head).chain(parsed.ancestors(link.head).take(STEPS_MAX));
        let Some(clause) = above.find(|&a| parsed.tokens[a].dep == "relcl") else { continue };
        let head = parsed.tokens[clause].head;
        let Some(i) = found.iter().position(|c| c.links.iter().any(|l| l.head == head)) else { continue };
        found.iter_mut().for_each(|c| c.links.retain(|l| l.head != link.head));
        found[i].links.push(link);
        found[i].links.sort_by_key(|l| l.head);
    }
    found.retain(|c| !c.links.is_empty());
    found
}

/// Times are no mentions in MEANTIME, nor are events, with or without a name.
fn without_times(read: &Read, mut chains: Vec<Chain>) -> Vec<Chain> {
    let is_time = |l: &Link| read.reading.times.iter().any(|t| t.tokens.contains(&l.head));
    let is_event =
        |l: &Link| l.kind == MentionKind::Nominal && read.reading.claims.iter().any(|c| c.token == l.head);
    chains.iter_mut().for_each(|c| c.links.retain(|l| l.kind == MentionKind::Pronoun || !is_time(l)));
    chains.retain(|c| !c.links.is_empty() && !meantime::is_named_event(read, c));
    chains.retain(|c| c.is_named() || !c.links.iter().any(is_event) && !meantime::is_of_abstract(read, c));
    chains
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{self, Engine};

    /// The chains of more than one phrase, as words.
    fn check(text: &str, extent: Extent, expected: &[&[&str]]) {
        let found = Engine::load().read(&engine::article(text, "2024-03-05"), |read| {
            let chains = of_set(read, &read.reading.chains, extent);
            let words = |c: &Chain| c.links.iter().map(|l| read.words(l.span).to_owned()).collect::<Vec<_>>();
            chains.iter().map(words).filter(|c| c.len() > 1).collect::<Vec<_>>()
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn names_inside_names() {
        let text = "Riga voted on Monday. The Riga Central Market was closed.";
        check(text, Extent::Phrase, &[&["Riga", "Riga"]]);
        check(text, Extent::WithApposition, &[]);
    }

    #[test]
    fn relative_pronouns() {
        check("The firm built a boat that sank.", Extent::WithApposition, &[&["a boat", "that"]]);
    }
}
