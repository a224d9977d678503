//! Nothing as a figure: "There were no deaths", "None has been diverted".

use super::{Basis, Qualifier, Quantity, people, votes};
use crate::ParsedArticle;
use crate::attribution::Attribution;
use crate::modality::{Modality, Polarity};
use rashomon_text::Span;

/// Adds the zeros, keeping text order.
pub(super) fn add(parsed: &ParsedArticle, quantities: &mut Vec<Quantity>, nouns: &mut Vec<Option<usize>>) {
    for token in 0..parsed.tokens.len() {
        let at = quantities.partition_point(|q| q.span.start() < parsed.tokens[token].span.start());
        let found = no_deaths(parsed, token)
            .or_else(|| nobody(parsed, token).map(|q| (q, None)))
            .or_else(|| none(parsed, &quantities[..at], token).map(|q| (q, None)))
            .or_else(|| {
                no_votes(parsed, token)
                    .or_else(|| votes_to_none(parsed, &quantities[..at], token))
                    .map(|q| (q, None))
            });
        if let Some((quantity, noun)) = found {
            quantities.insert(at, quantity);
            nouns.insert(at, noun);
        }
    }
}

/// "no deaths were reported", "There were no injuries".
fn no_deaths(parsed: &ParsedArticle, token: usize) -> Option<(Quantity, Option<usize>)> {
    let word = &parsed.tokens[token];
    if word.lower != "no" || word.dep != "det" || word.head < token {
        return None;
    }
    let noun = word.head;
    let measure = people::of_noun(&parsed.tokens[noun].lemma).filter(|_| parsed.tokens[noun].tag == "NNS")?;
    let verb = parsed.tokens[noun].head;
    let is_said = match parsed.tokens[noun].dep {
        "attr" => parsed.child(verb, &["expl"]).is_some(),
        "nsubjpass" => {
            matches!(parsed.tokens[verb].lemma.as_str(), "report" | "record" | "confirm" | "register")
        }
        _ => false,
    };
    let span = word.span.cover(parsed.tokens[noun].span);
    is_said.then(|| (zero(span, word.span, token, measure, parsed.word(noun)), Some(noun)))
}

/// "Nobody was injured", "no one has died": so many as nought.
fn nobody(parsed: &ParsedArticle, token: usize) -> Option<Quantity> {
    let word = &parsed.tokens[token];
    let is_no_one = matches!(word.lower.as_str(), "one" | "-one")
        && token.checked_sub(1).is_some_and(|t| parsed.tokens[t].lower == "no");
    if !(word.lower == "nobody" || is_no_one) || !matches!(word.dep, "nsubj" | "nsubjpass") {
        return None;
    }
    // "If nobody is hurt", "nobody would have died".
    let is_open = |&c: &usize| {
        parsed.tokens[c].tag == "MD" || matches!(parsed.tokens[c].lower.as_str(), "if" | "unless")
    };
    let verb = word.head;
    let is_told = parsed.tokens[verb].tag.starts_with("VB") && !parsed.children(verb).iter().any(is_open);
    let measure = people::of_predicate(parsed, token).filter(|_| is_told)?;
    let first = if is_no_one { token - 1 } else { token };
    let span = parsed.tokens[first].span.cover(word.span);
    Some(zero(span, span, token, measure, ""))
}

/// "nine voted for, none against and no countries abstained".
fn no_votes(parsed: &ParsedArticle, token: usize) -> Option<Quantity> {
    let word = &parsed.tokens[token];
    let measure = votes::in_tally(parsed, token).filter(|_| matches!(word.lower.as_str(), "no" | "none"))?;
    Some(zero(word.span, word.span, token, measure, ""))
}

/// "By eight votes to none".
fn votes_to_none(parsed: &ParsedArticle, earlier: &[Quantity], token: usize) -> Option<Quantity> {
    let word = &parsed.tokens[token];
    let last = earlier.last().filter(|q| votes::is_nought(&word.lower) && token <= q.token + 3)?;
    let measure = match last.measure.as_str() {
        "votes.for" => "votes.against",
        "votes.against" => "votes.for",
        _ => return None,
    };
    (parsed.tokens[token - 1].lower == "to").then(|| zero(word.span, word.span, token, measure, ""))
}

/// "None has been diverted yet", after a count of them.
fn none(parsed: &ParsedArticle, earlier: &[Quantity], token: usize) -> Option<Quantity> {
    let word = &parsed.tokens[token];
    let is_alone = word.lower == "none"
        && matches!(word.dep, "nsubj" | "nsubjpass")
        && parsed.tokens.get(token + 1).is_some_and(|n| n.lower != "of");
    let last = earlier.last().filter(|_| is_alone)?;
    let is_near = parsed.tokens[last.token].sentence + 1 >= word.sentence;
    let counts = last.measure.starts_with("count.") || last.measure.starts_with("people");
    (is_near && counts).then(|| zero(word.span, word.span, token, &last.measure, &last.of))
}

fn zero(span: Span, figure: Span, token: usize, measure: &str, of: &str) -> Quantity {
    let unit = match measure {
        m if m.starts_with("people") => Some("people"),
        m if m.starts_with("votes") => Some("votes"),
        m => m.strip_prefix("count."),
    };
    Quantity {
        span,
        figure,
        token,
        measure: measure.to_owned(),
        basis: Basis::Known,
        of: of.to_owned(),
        entity: None,
        place: None,
        value: Some(0.0),
        low: Some(0.0),
        high: Some(0.0),
        whole: None,
        unit: unit.map(str::to_owned),
        qualifier: Qualifier::Exactly,
        scope: None,
        as_of: None,
        attribution: Attribution::new(),
        polarity: Polarity::Positive,
        modality: Modality::Happened,
    }
}
