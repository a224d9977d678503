//! Strikes that are no attacks: work laid down by those who strike, or for what they strike.

use super::things::is_law;
use super::typing::{actor, is_armed_actor, is_military};
use crate::{ParsedArticle, mention};

/// Compound parts that make a strike an attack.
pub(super) const ARMED: &[&str] =
    &["air", "missile", "drone", "military", "rocket", "artillery", "nuclear", "lightning", "retaliatory"];

/// Whether the verb `t` tells of people who stop working.
pub(super) fn is_walkout(parsed: &ParsedArticle, t: usize) -> bool {
    is_worker(striker(parsed, t)) || strikes_against_a_measure(parsed, t)
}

/// "Two strikes destroyed the bridge", "the coalition's forces conducted 23 strikes": nobody walked out.
pub(super) fn is_armed_strike(parsed: &ParsedArticle, t: usize) -> bool {
    const HARM: &[&str] = &["kill", "wound", "injure", "destroy", "demolish", "flatten", "level"];
    let word = &parsed.tokens[t];
    let verb = &parsed.tokens[word.head];
    let harms = word.dep == "nsubj" && HARM.contains(&verb.lemma.as_str());
    let is_done = matches!(word.dep, "dobj" | "nsubjpass")
        && matches!(verb.lemma.as_str(), "conduct" | "carry" | "launch" | "order" | "deliver");
    harms || is_done && is_military(parsed, t)
}

/// Who strikes, also by a verb above: "the union threatened to strike".
fn striker<'p>(parsed: &'p ParsedArticle, t: usize) -> Option<&'p crate::Token> {
    let head = parsed.tokens[t].head;
    let above = || match parsed.tokens[t].dep {
        "xcomp" => actor(parsed, head),
        // "Has shelved plans to strike".
        "acl" => actor(parsed, parsed.tokens[head].head),
        _ => None,
    };
    actor(parsed, t).or_else(above)
}

/// Who walks out rather than attacks.
fn is_worker(actor: Option<&crate::Token>) -> bool {
    actor.is_some_and(|s| {
        let lemma = s.lemma.as_str();
        !mention::is_armed_group_noun(lemma)
            && (matches!(lemma, "union" | "staff" | "workforce" | "crew")
                || s.tag == "NNS" && mention::is_person_noun(lemma))
    })
}

/// "Striking over pay", "against the bill": nobody is hit.
fn strikes_against_a_measure(parsed: &ParsedArticle, t: usize) -> bool {
    const MEASURES: &[&str] = &[
        "pay",
        "wage",
        "pension",
        "cut",
        "job",
        "hour",
        "condition",
        "tax",
        "layoff",
        "closure",
        "austerity",
        "rota",
        "plan",
    ];
    let about = parsed
        .children(t)
        .iter()
        .copied()
        .filter(|&c| matches!(parsed.tokens[c].lower.as_str(), "against" | "over" | "for"));
    let mut about = about.filter_map(|c| parsed.child(c, &["pobj"])).map(|o| parsed.tokens[o].lemma.as_str());
    !is_armed_actor(parsed, t) && about.any(|o| is_law(o) || MEASURES.contains(&o))
}

#[cfg(test)]
mod tests {
    use crate::claim::tests::check_kinds;

    #[test]
    fn what_they_strike_for_says_that_nobody_is_hit() {
        check_kinds("We are striking against the bill, the chairman said.", &["strike PROTEST strike"]);
        check_kinds("Ground staff struck over pay on Monday.", &["strike over PROTEST strike"]);
        check_kinds(
            "The doctors, who are striking over pay, voted on Monday.",
            &["strike over PROTEST strike", "vote VOTE"],
        );
    }

    #[test]
    fn jets_strike_positions() {
        check_kinds("The jets struck against positions near Holm on Monday.", &["strike ASSAULT attack"]);
    }
}
