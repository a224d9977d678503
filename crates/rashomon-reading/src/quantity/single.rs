//! One person, counted by an article where an account opens: "A technician was crushed to death and four were hurt".
//!
//! The lead of a news account gives the toll. Whoever comes into it by an article and is dead, hurt or missing is the
//! whole of it; further down "a man" is any one of several.

use super::{Basis, Qualifier, Quantity, people};
use crate::ParsedArticle;
use crate::attribution::Attribution;
use crate::modality::{Modality, Polarity};
use rashomon_text::BlockKind;

/// Adds the one person of each fate whom the lead tells of, keeping text order.
pub(super) fn add(parsed: &ParsedArticle, quantities: &mut Vec<Quantity>, nouns: &mut Vec<Option<usize>>) {
    let Some(lead) = lead(parsed) else { return };
    for noun in parsed.sentences[lead].tokens.clone() {
        let Some(quantity) = one_person(parsed, noun) else { continue };
        let is_known = quantities.iter().any(|q| q.measure == quantity.measure && is_in(parsed, q, lead));
        if !is_known {
            let at = quantities.partition_point(|q| q.span.start() < quantity.span.start());
            quantities.insert(at, quantity);
            nouns.insert(at, Some(noun));
        }
    }
}

fn is_in(parsed: &ParsedArticle, q: &Quantity, sentence: usize) -> bool {
    parsed.tokens[q.token].sentence == sentence
}

/// The first sentence of the first paragraph.
fn lead(parsed: &ParsedArticle) -> Option<usize> {
    parsed.sentences.iter().position(|s| s.kind == BlockKind::Paragraph)
}

/// "A technician was crushed to death", "a guard was wounded".
fn one_person(parsed: &ParsedArticle, noun: usize) -> Option<Quantity> {
    let word = &parsed.tokens[noun];
    let article = parsed.child(noun, &["det"])?;
    let is_one = matches!(parsed.tokens[article].lower.as_str(), "a" | "an") && word.tag == "NN";
    let is_subject = matches!(word.dep, "nsubj" | "nsubjpass") && word.head > noun;
    if !is_one || !is_subject || !people::is_person(&word.lemma) || !is_past(parsed, word.head) {
        return None;
    }
    let measure = people::of_predicate(parsed, noun)
        .filter(|m| matches!(*m, people::KILLED | people::WOUNDED | people::MISSING))?;
    let span = parsed.tokens[article].span;
    Some(Quantity {
        span: span.cover(word.span),
        figure: span,
        token: article,
        measure: measure.to_owned(),
        basis: Basis::Known,
        of: parsed.word(noun).to_owned(),
        entity: None,
        place: None,
        value: Some(1.0),
        low: Some(1.0),
        high: Some(1.0),
        whole: None,
        unit: Some("people".to_owned()),
        qualifier: Qualifier::Exactly,
        scope: None,
        as_of: None,
        attribution: Attribution::new(),
        polarity: Polarity::Positive,
        modality: Modality::Happened,
    })
}

/// Told as over, or as so by now: "was killed", "has died", "died"; not "would be killed".
pub(super) fn is_past(parsed: &ParsedArticle, verb: usize) -> bool {
    let is_open = |&c: &usize| {
        parsed.tokens[c].tag == "MD"
            || parsed.tokens[c].dep == "neg"
            || matches!(parsed.tokens[c].lower.as_str(), "if" | "unless" | "when" | "whether" | "that")
    };
    let is_auxiliary = |&c: &usize| {
        matches!(parsed.tokens[c].lower.as_str(), "was" | "were" | "has" | "have" | "had" | "is")
    };
    let children = parsed.children(verb);
    let tag = parsed.tokens[verb].tag;
    !children.iter().any(is_open) && (tag == "VBD" || tag == "VBN" && children.iter().any(is_auxiliary))
}

#[cfg(test)]
mod tests {
    use crate::quantity::tests::check;

    #[test]
    fn the_one_of_whom_the_lead_tells() {
        check(
            "A cyclist was crushed to death and two pedestrians were hurt on Monday.",
            &["A cyclist | people.killed | 1", "two pedestrians | people.wounded | 2"],
        );
        check("A fisherman has drowned.", &["A fisherman | people.killed | 1"]);
        check("A bridge was destroyed on Sunday.", &[]);
        check("A fisherman would have drowned.", &[]);
        check("A fisherman was angry on Sunday.", &[]);
        // Further down it is any one of several.
        check("The storm is over.\nA fisherman has drowned.", &[]);
    }

    #[test]
    fn one_of_those_counted() {
        check(
            "One of the injured was in a critical condition.",
            &["One of the injured | people.wounded | 1"],
        );
        check(
            "Nobody was killed; one was wounded.",
            &["Nobody | people.killed | 0", "one | people.wounded | 1"],
        );
        check("One of the passengers was in a good mood.", &[]);
        check("If one is hurt, one cries.", &[]);
    }
}
