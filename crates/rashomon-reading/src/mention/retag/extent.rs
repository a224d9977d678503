//! How far a name reaches: one name has one extent in an article, and a body's name goes on after "for".

use crate::mention::lexicon::{self, has};
use crate::mention::names::{self, Name};
use crate::mention::tagger::{Label, Tagged};
use crate::{ParsedArticle, Token};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The tagger's names as far as they reach.
pub(super) fn settled(parsed: &ParsedArticle, tagged: &[Tagged]) -> Vec<Tagged> {
    let each = |tag: &Tagged| {
        let tokens = with_ends(parsed, trimmed(parsed, tag.tokens.clone(), tag.label));
        is_word(parsed, tokens.start).then(|| Tagged { tokens, ..tag.clone() })
    };
    let mut settled: Vec<Tagged> = Vec::with_capacity(tagged.len());
    for tag in tagged.iter().filter_map(each) {
        // A company's form may have been marked as a name of its own.
        if settled.last().is_none_or(|last| last.tokens.end <= tag.tokens.start) {
            settled.push(tag);
        }
    }
    with_one_extent(parsed, settled)
}

fn is_word(parsed: &ParsedArticle, t: usize) -> bool {
    parsed.word(t).contains(char::is_alphanumeric)
}

/// Without what is no part of a name.
fn trimmed(parsed: &ParsedArticle, mut tokens: Range<usize>, label: Label) -> Range<usize> {
    // "Lt. Gen. Ana Ruiz": a full stop that the tokenizer split off the title.
    while tokens.len() > 1 && !is_word(parsed, tokens.start) {
        tokens.start += 1;
    }
    // "Ana Ruiz - Analyst".
    let is_dash = |t: &usize| matches!(parsed.word(*t), "-" | "–" | "—");
    let apart = |t: &usize| {
        let (before, dash) = (parsed.tokens[t - 1].span, parsed.tokens[*t].span);
        before.end() < dash.start() && dash.end() < parsed.tokens[t + 1].span.start()
    };
    let inner = tokens.start + 1..tokens.end.saturating_sub(1);
    if let Some(dash) = inner.filter(is_dash).find(apart).filter(|_| label == Label::Person) {
        tokens.end = dash;
    }
    // "Ms Ruiz's left arm": what follows is hers.
    let last = &parsed.tokens[tokens.end - 1];
    let owns = last.tag == "POS" && parsed.tokens.get(tokens.end).is_some_and(|t| is_owned(parsed, t));
    if tokens.len() > 1 && owns {
        tokens.end -= 1;
    }
    tokens
}

fn is_owned(parsed: &ParsedArticle, token: &Token) -> bool {
    token.span.slice(&parsed.article.text).starts_with(char::is_lowercase)
        && matches!(token.tag, "NN" | "NNS" | "JJ")
}

/// With the prefix of a ship ("MV Astrid") and the form of a company ("Fjordlaks, Inc.").
fn with_ends(parsed: &ParsedArticle, mut tokens: Range<usize>) -> Range<usize> {
    let sentence = &parsed.sentences[parsed.tokens[tokens.start].sentence].tokens;
    let is =
        |t: usize, class| sentence.contains(&t) && has(parsed.tokens[t].lower.trim_end_matches('.'), class);
    if tokens.start.checked_sub(1).is_some_and(|before| is(before, lexicon::SHIP_PREFIX)) {
        tokens.start -= 1;
    }
    let comma = usize::from(parsed.tokens.get(tokens.end).is_some_and(|t| t.lower == ","));
    let form = tokens.end + comma;
    let has_form = is(tokens.end - 1, lexicon::COMPANY_FORM);
    if !has_form && is(form, lexicon::COMPANY_FORM) && parsed.word(form).starts_with(char::is_uppercase) {
        tokens.end = form + 1;
    }
    tokens
}

/// The tagger's names, those widened that are part of a longer one which the article has elsewhere, word for word, at least
/// as often as in parts.
fn with_one_extent(parsed: &ParsedArticle, tagged: Vec<Tagged>) -> Vec<Tagged> {
    let folded = |tokens: &Range<usize>| -> Vec<String> {
        tokens.clone().map(|t| names::fold(parsed.word(t))).collect()
    };
    let words: Vec<Vec<String>> = tagged.iter().map(|t| folded(&t.tokens)).collect();
    let mut counts: FxHashMap<&[String], usize> = FxHashMap::default();
    // Longer names by their words, each with its place in the name.
    let mut holding: FxHashMap<&str, Vec<(usize, usize)>> = FxHashMap::default();
    for (n, words) in words.iter().enumerate() {
        let count = counts.entry(words).or_default();
        *count += 1;
        if *count == 1 && words.len() > 1 {
            words.iter().enumerate().for_each(|(at, word)| holding.entry(word).or_default().push((n, at)));
        }
    }
    let mut wider: Vec<Option<(Range<usize>, usize)>> = vec![None; tagged.len()];
    let mut parts: FxHashMap<usize, usize> = FxHashMap::default();
    for (n, tag) in tagged.iter().enumerate() {
        let sentence = &parsed.sentences[parsed.tokens[tag.tokens.start].sentence].tokens;
        let fits = |&(whole, at): &(usize, usize)| {
            let start = tag.tokens.start.checked_sub(at).filter(|s| *s >= sentence.start)?;
            let range = start..start + words[whole].len();
            let is_longer = words[whole].len() > tag.tokens.len() && range.end >= tag.tokens.end;
            let same = || folded(&range) == words[whole];
            (is_longer && range.end <= sentence.end && same()).then_some((range, whole))
        };
        let of_word = holding.get(words[n][0].as_str());
        let best = of_word.and_then(|all| all.iter().filter_map(fits).max_by_key(|(range, _)| range.len()));
        if let Some((_, whole)) = &best {
            *parts.entry(*whole).or_default() += 1;
        }
        wider[n] = best;
    }
    let mut out: Vec<Tagged> = Vec::with_capacity(tagged.len());
    for (n, tag) in tagged.iter().enumerate() {
        if out.last().is_some_and(|last| last.tokens.end >= tag.tokens.end) {
            continue;
        }
        let is_usual = |whole: usize| counts[words[whole].as_slice()] >= parts[&whole];
        match wider[n].take().filter(|(_, whole)| is_usual(*whole)) {
            Some((tokens, whole)) => {
                while out.last().is_some_and(|last| last.tokens.end > tokens.start) {
                    out.pop();
                }
                out.push(Tagged { tokens, ..tagged[whole].clone() });
            }
            None => out.push(tag.clone()),
        }
    }
    out
}

/// "the Northern Observatory for Air Quality": a body's name by the rules that goes on with "for" where the tagger ends it.
pub(super) fn goes_on<'t>(parsed: &ParsedArticle, rule: &Name, tagged: &'t [Tagged]) -> Option<&'t Tagged> {
    let at = tagged.partition_point(|t| t.tokens.start < rule.tokens.start);
    let tag = tagged.get(at).filter(|t| t.tokens.end < rule.tokens.end)?;
    let is_body = matches!(tag.label, Label::Organisation | Label::Place) && tag.tokens.len() > 1;
    (is_body && parsed.tokens[tag.tokens.end].lower == "for").then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passages;
    use rashomon_language::English;
    use rashomon_text::{Article, Block};

    /// The names of `text` after `settled`, where the tagger had found `marked`, each an organisation unless `label` says so.
    #[track_caller]
    fn check(text: &str, label: Label, marked: &[&str], expected: &[&str]) {
        let article = Article::of_text(text.to_owned(), Block::of_lines(text));
        let passages = passages(&article);
        let english = English::load();
        let documents: Vec<_> = passages.iter().map(|p| english.parse(&p.text)).collect();
        let parsed = ParsedArticle::new(&article, &passages, &documents);
        let mut from = 0;
        let tag = |words: &&str| {
            let start = from + article.text[from..].find(words).expect("the words are in the text");
            from = start + words.len();
            let first = parsed.tokens.partition_point(|t| t.span.end() <= start);
            let after = parsed.tokens.partition_point(|t| t.span.start() < from);
            Tagged { tokens: first..after, label, probability: 0.9 }
        };
        let tagged: Vec<Tagged> = marked.iter().map(tag).collect();
        let settled = settled(&parsed, &tagged);
        let found: Vec<&str> = settled.iter().map(|t| names::words(&parsed, t.tokens.clone())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn one_name_has_one_extent() {
        let text = "The Ostrava Water Board met. Members of the Ostrava Water Board left.";
        check(
            text,
            Label::Organisation,
            &["Ostrava Water Board", "Ostrava"],
            &["Ostrava Water Board", "Ostrava Water Board"],
        );
        let apart = "The Ostrava Water Board met. In Ostrava it rained. In Ostrava it snowed.";
        let marked = &["Ostrava Water Board", "Ostrava", "Ostrava"];
        check(apart, Label::Organisation, marked, marked);
    }

    #[test]
    fn titles_jobs_and_possessions_are_cut_off() {
        check("Ana Ruiz - Analyst, Oslo", Label::Person, &["Ana Ruiz - Analyst"], &["Ana Ruiz"]);
        check("Doctors saw Ms Ruiz's left arm.", Label::Place, &["Ms Ruiz's"], &["Ms Ruiz"]);
    }

    #[test]
    fn a_companys_form_belongs_to_its_name() {
        let text = "He works for Norrland Paper, Inc. in Oslo.";
        check(text, Label::Organisation, &["Norrland Paper"], &["Norrland Paper, Inc."]);
        check(
            "Norrland Paper, Oslo and others",
            Label::Organisation,
            &["Norrland Paper"],
            &["Norrland Paper"],
        );
    }
}
