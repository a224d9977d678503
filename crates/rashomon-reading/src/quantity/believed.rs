//! Whom one has to ask or believe for a figure: "two thousand if you ask the vicar, eight hundred if you ask the constable",
//! "2,300 lives if one trusts the schoolbooks". The condition is on whom one hears, not on what happened.

use crate::ParsedArticle;
use crate::attribution::Attribution;
use crate::quotation::speaker::{self, Scene};

/// Words between a figure and "if": "two thousand of them if", "2,300 lives, if".
const N_BETWEEN_MAX: usize = 5;
/// What one does to somebody whose figure one takes.
const TRUSTING: [&str; 9] =
    ["ask", "believe", "trust", "prefer", "follow", "credit", "consult", "heed", "hear"];
/// Whoever hears.
const HEARERS: [&str; 4] = ["you", "one", "we", "people"];

/// The head of the words for whose figure it is; `token` is the last of the number.
pub(super) fn whom(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let is_break = |&t: &usize| parsed.tokens[t].tag == "CD" || parsed.tokens[t].lower == ";";
    let after = (token + 1..sentence.end.min(token + 2 + N_BETWEEN_MAX)).take_while(|t| !is_break(t));
    let behind = after.filter(|&t| parsed.tokens[t].lower == "if").find_map(|t| condition(parsed, t));
    behind.map(|(whom, _)| whom).or_else(|| leading(parsed, token))
}

/// "If you ask the vicar, two thousand came": the condition opens the clause of the figure.
fn leading(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    let start = parsed.sentences[parsed.tokens[token].sentence].tokens.start;
    let is_break = |&t: &usize| parsed.tokens[t].lower == ";";
    let opening = (start..token).rev().take_while(|t| !is_break(t)).last()?;
    let is_if = parsed.tokens[opening].lower == "if";
    let (whom, end) = condition(parsed, opening).filter(|_| is_if)?;
    let is_number = |t: usize| parsed.tokens[t].tag == "CD" && parsed.tokens[t].dep != "compound";
    let is_next = end < token && !(end + 1..token).any(is_number);
    (is_next && parsed.tokens.get(end + 1).is_some_and(|t| t.lower == ",")).then_some(whom)
}

/// "If you ask the vicar", "if the vicar is to be believed": whom, and the last word of it.
fn condition(parsed: &ParsedArticle, at: usize) -> Option<(usize, usize)> {
    /// Words of a subject that is to be believed.
    const N_SUBJECT_MAX: usize = 6;
    let sentence = parsed.tokens[at].sentence;
    let word = |t: usize| parsed.tokens.get(t).filter(|w| w.sentence == sentence);
    let verb = at + 2;
    if HEARERS.contains(&word(at + 1)?.lower.as_str()) {
        let is_trust = TRUSTING.contains(&word(verb)?.lemma.as_str());
        // "If you ask the bishop, nine hundred if …": the number is no object.
        let is_cut = |c: usize| parsed.tokens[verb + 1..c].iter().any(|t| t.pos == "PUNCT");
        let is_object = |&c: &usize| parsed.tokens[c].dep == "dobj" && c > verb && !is_cut(c);
        let whom = parsed.children(verb).iter().copied().filter(|c| is_trust && is_object(c)).max()?;
        return Some((whom, end_of(parsed, whom)));
    }
    let is = (at + 2..at + 2 + N_SUBJECT_MAX).find(|&t| {
        word(t).is_some_and(|w| matches!(w.lower.as_str(), "is" | "are"))
            && word(t + 1).is_some_and(|w| w.lower == "to")
            && word(t + 2).is_some_and(|w| w.lower == "be")
            && word(t + 3).is_some_and(|w| matches!(w.lower.as_str(), "believed" | "trusted"))
    })?;
    Some((is - 1, is + 3))
}

/// The last word of the phrase of a noun.
fn end_of(parsed: &ParsedArticle, noun: usize) -> usize {
    let sentence = parsed.tokens[noun].sentence;
    let is_on =
        |&t: &usize| parsed.tokens[t].sentence == sentence && !matches!(parsed.tokens[t].pos, "PUNCT");
    (noun..parsed.tokens.len()).take_while(is_on).last().unwrap_or(noun)
}

/// Who vouches for a figure that one has if one asks or believes somebody.
pub(super) fn believed(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    let whom = whom(parsed, token)?;
    let mut links = speaker::of_phrase(scene, whom).links;
    if let (Some(last), Some(name)) = (links.last_mut(), those_of(parsed, whom)) {
        last.name = name;
    }
    Some(links).filter(|l| !l.is_empty())
}

/// "One follows those of Tamar" after "if one trusts the historians of Lor": the historians of Tamar.
fn those_of(parsed: &ParsedArticle, whom: usize) -> Option<String> {
    let start = parsed.sentences[parsed.tokens[whom].sentence].tokens.start;
    let of = parsed.child(whom, &["prep"]).filter(|_| parsed.tokens[whom].lower == "those")?;
    let whose = parsed.child(of, &["pobj"])?;
    let is_if = |&t: &usize| parsed.tokens[t].lower == "if";
    let (before, _) =
        (start..whom).rev().filter(is_if).filter_map(|t| condition(parsed, t)).find(|(w, _)| *w < whom)?;
    let of_whom = parsed.span_of(of..whose + 1).slice(&parsed.article.text);
    Some(format!("{} {of_whom}", parsed.word(before)))
}

#[cfg(test)]
mod tests {
    use crate::quantity::tests::check;
    use crate::testing::check_vouched;

    #[test]
    fn whose_figure_it_is() {
        let text = "They sang on the quay all night, three thousand of them if you ask the bishop, nine hundred if you ask the police.";
        check_vouched(text, "three thousand", Some("bishop"));
        check_vouched(text, "nine hundred", Some("police"));
        let leading = "If one believes the union, 300 workers struck.";
        check_vouched(leading, "300", Some("union"));
        check_vouched("If the dam breaks, 300 workers will leave.", "300", None);
        check_vouched("The firm will hire 300 workers if you ask nicely.", "300", None);
    }

    #[test]
    fn those_of_others() {
        let text = "The siege cost 1,200 lives if one trusts Lorian historians, 1,900 if one follows those of Tamar.";
        check_vouched(text, "1,900", Some("historians of Tamar"));
    }

    #[test]
    fn a_number_without_a_noun_is_of_what_the_other_counts() {
        check(
            "The siege cost 1,200 lives if one trusts the clerks, 1,900 if one follows the monks.",
            &["1,200 lives | people.killed | 1200", "1,900 | people.killed | 1900"],
        );
    }
}
