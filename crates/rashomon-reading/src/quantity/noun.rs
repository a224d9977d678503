//! Which noun a figure counts.

use super::figure::Figure;
use super::unit::FigureUnit;
use crate::ParsedArticle;
use crate::time::lexicon;
use crate::words::Word;
use rashomon_text::Span;

/// Tokens between a figure and its noun: "12 badly damaged old stone bridges".
const GAP_MAX: usize = 7;

/// The counted noun (a token), where the text has one.
pub(super) fn counted_noun(parsed: &ParsedArticle, w: &[Word], figure: &Figure) -> Option<usize> {
    let after = after_token(w, figure)?;
    match figure.unit {
        FigureUnit::None if figure.rate.is_some() => return None,
        FigureUnit::None => {}
        FigureUnit::Percent | FigureUnit::Thing(_) => return of_object(parsed, after),
        FigureUnit::Length(_) if !figure.is_modifier => return of_object(parsed, after),
        _ if figure.is_modifier => return noun_from(parsed, after),
        _ => return None,
    }
    if figure.whole.is_some() {
        return noun_from(parsed, after);
    }
    // "83 the quantity of persons slain": the noun is what the number is given for.
    if parsed.tokens.get(after).is_some_and(|t| t.lower == "the") {
        return None;
    }
    // "The 30 given yesterday", "had 31 last night": when, not what.
    let is_when = |&n: &usize| {
        let lower = parsed.tokens[n].lower.as_str();
        matches!(lower, "yesterday" | "today" | "tomorrow" | "tonight") || is_calendar(lower)
    };
    tree_noun(parsed, figure.token)
        .or_else(|| of_object(parsed, after))
        .or_else(|| noun_from(parsed, after))
        .filter(|n| !is_when(n))
}

/// The parser token after the figure (and its whole), in the same sentence.
fn after_token(w: &[Word], figure: &Figure) -> Option<usize> {
    let end = figure.whole.map_or(figure.words.end, |(_, end)| end);
    let last = w.get(end.checked_sub(1)?)?.token;
    Some(w.get(end).map_or(last + 1, |next| next.token.max(last)))
}

/// The head of "nummod" and the like.
fn tree_noun(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    let word = &parsed.tokens[token];
    let head = word.head;
    let counts = matches!(word.dep, "nummod" | "amod" | "compound" | "quantmod" | "nmod");
    if !counts || head <= token || head > token + GAP_MAX {
        return None;
    }
    // "raised its toll to 19: nine soldiers", "six dead, 14,000 hectares": the noun is of the next figure.
    let is_set_off = parsed.tokens[token + 1..head].iter().any(|t| matches!(t.lower.as_str(), ":" | ";"));
    // "12 of them civilians".
    let is_part = parsed.tokens[token + 1].lower == "of"
        && parsed
            .tokens
            .get(token + 2)
            .is_some_and(|t| matches!(t.lower.as_str(), "them" | "whom" | "these" | "those"));
    // "At the hospital eight have died": the parser hangs the number on the verb.
    let is_of_clause = matches!(parsed.tokens[token + 1].lower.as_str(), "have" | "had" | "were" | "are");
    let is_other = is_part
        || is_set_off
        || is_of_clause
        || is_state(&parsed.tokens[token + 1].lower) && head > token + 2;
    if is_other {
        return None;
    }
    // "the Greens six and Island Voice four": the name after "and" is not what six counts.
    let is_next_name = parsed.tokens[token + 1].tag == "CC" && parsed.tokens[head].tag == "NNP";
    (is_noun_like(parsed, head) && !is_next_name).then_some(head)
}

fn is_noun_like(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    matches!(word.pos, "NOUN" | "PROPN") && word.tag != "CD" || is_state(&word.lower)
}

/// Adjectives used as nouns for people: "230 dead".
fn is_state(lower: &str) -> bool {
    matches!(lower, "dead" | "injured" | "wounded" | "missing" | "displaced" | "homeless")
}

/// "of people", "of the district".
fn of_object(parsed: &ParsedArticle, after: usize) -> Option<usize> {
    if parsed.tokens.get(after)?.lower != "of" {
        return None;
    }
    let object = parsed.child(after, &["pobj"]).or_else(|| noun_from(parsed, after + 1))?;
    (is_noun_like(parsed, object) && !is_calendar(&parsed.tokens[object].lower)).then_some(object)
}

/// "the 5.6 of Tuesday morning".
fn is_calendar(lower: &str) -> bool {
    lexicon::weekday(lower).is_some() || lexicon::month(lower).is_some() || lexicon::part(lower).is_some()
}

/// The head of the noun phrase that begins at a token.
fn noun_from(parsed: &ParsedArticle, start: usize) -> Option<usize> {
    // "Spoke of “more than 100” missing".
    let is_mark = matches!(parsed.tokens.get(start)?.lower.as_str(), "”" | "\"" | "''");
    let start = start + usize::from(is_mark);
    let sentence = parsed.tokens.get(start)?.sentence;
    let mut best = None;
    for at in start..(start + GAP_MAX).min(parsed.tokens.len()) {
        let word = &parsed.tokens[at];
        if word.sentence != sentence {
            break;
        }
        match word.tag {
            "NN" | "NNS" | "NNPS" | "NNP" => best = Some(at),
            "JJ" | "JJR" | "JJS" | "VBN" | "VBG" | "HYPH" if best.is_none() => {
                if is_state(&word.lower)
                    && !parsed.tokens.get(at + 1).is_some_and(|n| n.tag.starts_with("NN"))
                {
                    return Some(at);
                }
            }
            "POS" if best.is_some() => best = None,
            _ => break,
        }
    }
    best.filter(|&b| parsed.tokens[b].tag != "NNP" || b == start)
}

/// The words of the noun with its modifiers, without the figure.
pub(super) fn noun_words(parsed: &ParsedArticle, noun: usize, from: Option<usize>) -> Span {
    let first = from.filter(|&f| f <= noun).unwrap_or_else(|| {
        let modifiers = parsed.children(noun).iter().copied().filter(|&c| {
            c < noun
                && matches!(parsed.tokens[c].dep, "compound" | "amod" | "nmod" | "poss")
                && parsed.tokens[c].tag != "CD"
        });
        modifiers.min().unwrap_or(noun)
    });
    parsed.span_of(first..noun + 1)
}
