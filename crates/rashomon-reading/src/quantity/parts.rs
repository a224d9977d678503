//! Parts that add up to a whole: "the toll rose to 14 dead, namely six soldiers, five rebels and three civilians".

use super::Quantity;
use crate::ParsedArticle;

/// Gives figures of people that add up to the figure before them in their sentence what that figure measures.
pub(super) fn complete(parsed: &ParsedArticle, quantities: &mut [Quantity]) {
    for whole in 0..quantities.len() {
        let n_parts = n_parts(parsed, quantities, whole).or_else(|| listed(parsed, quantities, whole));
        let Some(n_parts) = n_parts else { continue };
        let measure = quantities[whole].measure.clone();
        for part in &mut quantities[whole + 1..=whole + n_parts] {
            part.measure.clone_from(&measure);
            part.unit = Some("people".to_owned());
        }
    }
}

/// "Forty-two were killed on Sunday: sixteen women, ten children and the rest men": the people listed behind the colon,
/// where no verb says anything else of them.
fn listed(parsed: &ParsedArticle, quantities: &[Quantity], whole: usize) -> Option<usize> {
    let sum = quantities[whole].value.filter(|_| quantities[whole].measure.starts_with("people."))?;
    let here = parsed.sentences[parsed.tokens[quantities[whole].token].sentence].tokens.clone();
    let colon = (quantities[whole].token..here.end).find(|&t| parsed.tokens[t].lower == ":")?;
    let is_told = parsed.tokens[colon..here.end].iter().any(|t| matches!(t.pos, "VERB" | "AUX"));
    let is_part = |q: &&Quantity| {
        here.contains(&q.token)
            && q.token > colon
            && q.measure == "people"
            && q.value.is_some_and(|v| v < sum)
    };
    let n = quantities[whole + 1..].iter().take_while(is_part).count();
    (n > 0 && !is_told).then_some(n)
}

/// How many of the figures after `whole` are its parts, two at least.
fn n_parts(parsed: &ParsedArticle, quantities: &[Quantity], whole: usize) -> Option<usize> {
    let sum = quantities[whole].value.filter(|_| quantities[whole].measure.starts_with("people."))?;
    let sentence = parsed.tokens[quantities[whole].token].sentence;
    let mut so_far = 0.0;
    for (n, part) in quantities[whole + 1..].iter().enumerate() {
        let is_people = part.measure == "people" || part.measure == quantities[whole].measure;
        if parsed.tokens[part.token].sentence != sentence || !is_people {
            return None;
        }
        so_far += part.value?;
        if so_far >= sum {
            return (so_far == sum && n > 0).then_some(n + 1);
        }
    }
    None
}
