//! Parts that add up to a whole: "the toll rose to 14 dead, namely six soldiers, five rebels and three civilians".

use super::Quantity;
use crate::ParsedArticle;

/// Gives figures of people that add up to the figure before them in their sentence what that figure measures.
pub(super) fn complete(parsed: &ParsedArticle, quantities: &mut [Quantity]) {
    for whole in 0..quantities.len() {
        let Some(n_parts) = n_parts(parsed, quantities, whole) else { continue };
        let measure = quantities[whole].measure.clone();
        for part in &mut quantities[whole + 1..=whole + n_parts] {
            part.measure.clone_from(&measure);
            part.unit = Some("people".to_owned());
        }
    }
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
