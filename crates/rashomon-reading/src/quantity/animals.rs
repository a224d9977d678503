//! Dead, hurt or missing animals, where the figure stands without its noun: "The birds. Wardens have found 410 dead."

use super::Quantity;
use crate::ParsedArticle;
use crate::mention::is_person_noun;
use std::ops::Range;

/// Sentences of the paragraph before a figure's own in which the animals are named.
const N_SENTENCES_BACK: usize = 2;

const ANIMALS: [&str; 38] = [
    "animal",
    "bee",
    "bird",
    "buffalo",
    "calf",
    "camel",
    "cattle",
    "chicken",
    "cow",
    "deer",
    "dog",
    "dolphin",
    "donkey",
    "duck",
    "eagle",
    "elephant",
    "fish",
    "goat",
    "goose",
    "gull",
    "hen",
    "herd",
    "horse",
    "lamb",
    "livestock",
    "pelican",
    "penguin",
    "pig",
    "porpoise",
    "poultry",
    "reindeer",
    "salmon",
    "seabird",
    "seal",
    "sheep",
    "swan",
    "turtle",
    "whale",
];

/// Gives figures of casualties that are animals the measure of the animals. `nouns` are what the figures count.
pub(super) fn recount(parsed: &ParsedArticle, quantities: &mut [Quantity], nouns: &[Option<usize>]) {
    let is_of_people = |q: &Quantity| q.measure.starts_with("people.");
    let is_person = |noun: usize| is_person_noun(&parsed.tokens[noun].lemma);
    let block = |token: usize| parsed.sentences[parsed.tokens[token].sentence].block;
    let counted: Vec<usize> = quantities
        .iter()
        .zip(nouns)
        .filter(|(q, noun)| is_of_people(q) && noun.is_some_and(is_person))
        .map(|(q, _)| block(q.token))
        .collect();
    for (quantity, noun) in quantities.iter_mut().zip(nouns) {
        let has_fate = matches!(
            quantity.measure.as_str(),
            "people.killed" | "people.wounded" | "people.missing" | "people.rescued" | "people.survived"
        );
        let is_bare = noun.is_none_or(|n| !is_person(n));
        if !has_fate || !is_bare || counted.contains(&block(quantity.token)) {
            continue;
        }
        if let Some(animal) = animal_before(parsed, quantity.token) {
            let word = parsed.word(animal);
            // As the full phrase has it, with which it is comparable.
            let is_dead = quantity.measure == "people.killed";
            quantity.of = if is_dead { format!("dead {word}") } else { word.to_owned() };
            quantity.measure = format!("count.{}", parsed.tokens[animal].lemma);
        }
    }
}

/// The animals last named in the figure's sentence or the sentences right before it.
fn animal_before(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    let sentence = parsed.tokens[token].sentence;
    let of = |s: usize| parsed.sentences.get(s).filter(|s| s.block == parsed.sentences[sentence].block);
    let first = sentence.saturating_sub(N_SENTENCES_BACK);
    let near: Vec<Range<usize>> = (first..=sentence).filter_map(of).map(|s| s.tokens.clone()).collect();
    // "At a fish market" and "search dogs were brought in" tell of no dead animals.
    let is_subject_of_fate = |t: usize| {
        let token = &parsed.tokens[t];
        let over = parsed.tokens[token.head].lemma.as_str();
        let is_root = token.dep == "ROOT";
        let is_counted = parsed.children(t).iter().any(|&c| {
            matches!(
                parsed.tokens[c].lower.as_str(),
                "dead" | "dying" | "injured" | "sick" | "stranded" | "missing"
            )
        });
        let befalls = matches!(
            over,
            "die"
                | "kill"
                | "drown"
                | "perish"
                | "poison"
                | "strand"
                | "cull"
                | "slaughter"
                | "lose"
                | "rescue"
        );
        is_root
            || is_counted
            || befalls && matches!(token.dep, "nsubj" | "nsubjpass" | "dobj")
            || is_argued_over(parsed, t)
    };
    let is_animal = |&t: &usize| {
        matches!(parsed.tokens[t].tag, "NNS" | "NN")
            && ANIMALS.contains(&parsed.tokens[t].lemma.as_str())
            && is_subject_of_fate(t)
    };
    near.into_iter().rev().find_map(|tokens| tokens.rev().find(is_animal))
}

/// "The birds are argued over too: 1,214 dead": the figures behind the colon are of them.
fn is_argued_over(parsed: &ParsedArticle, animal: usize) -> bool {
    let tokens = parsed.sentences[parsed.tokens[animal].sentence].tokens.clone();
    let is_subject = matches!(parsed.tokens[animal].dep, "nsubj" | "nsubjpass");
    is_subject && (animal..tokens.end).any(|t| parsed.tokens[t].lower == ":")
}

#[cfg(test)]
mod tests {
    use crate::quantity::tests::check;

    #[test]
    fn animals_are_no_people() {
        check(
            "The birds are dying. Wardens have found 410 dead since Tuesday.",
            &["410 dead | count.bird | 410"],
        );
        check(
            "Wardens counted 126 dead birds. A charity puts the toll at more than 300.",
            &["126 dead birds | count.bird | 126", "more than 300 | count.bird | 300"],
        );
        check(
            "A bomb exploded at a fish market. At least 12 were killed.",
            &["At least 12 | people.killed | 12"],
        );
        check("Search dogs were brought in on Monday. Three were rescued.", &["Three | people.rescued | 3"]);
        check(
            "The storm killed nine villagers and their cattle. The toll may rise to 20.",
            &["nine villagers | people.killed | 9", "20 | people.killed | 20"],
        );
    }
}
