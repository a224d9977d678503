//! Sentences that the parser takes for a noun with a participle beside it: "The four members, who had threatened to vote No,
//! abstained." Where the participle can be none, it is the verb of the sentence.

use crate::parsed::{Sentence, Token};
use rashomon_text::BlockKind;

/// Verbs without an object, whose participle in "-ed" stands beside no noun.
const INTRANSITIVE: [&str; 20] = [
    "abstain",
    "apologise",
    "apologize",
    "appear",
    "arrive",
    "collapse",
    "die",
    "disagree",
    "disappear",
    "emerge",
    "erupt",
    "explode",
    "fail",
    "happen",
    "occur",
    "react",
    "reply",
    "resign",
    "respond",
    "vanish",
];

/// Gives the sentences so misread their verb.
pub(crate) fn mend(tokens: &mut [Token], sentences: &[Sentence]) {
    for sentence in sentences.iter().filter(|s| s.kind == BlockKind::Paragraph) {
        let here = sentence.tokens.clone();
        let is_closed = here.clone().rev().take(2).any(|t| tokens[t].lower == ".");
        let Some(root) = here.clone().find(|&t| tokens[t].head == t).filter(|_| is_closed) else { continue };
        if is_verb(tokens, root) && tokens[..root].iter().any(|t| t.head == root && t.dep == "nsubj") {
            tokens[root].tag = "VBD";
        } else if matches!(tokens[root].pos, "NOUN" | "PROPN" | "NUM") {
            let verb = (root + 1..here.end).find(|&t| tokens[t].dep == "acl" && is_verb(tokens, t));
            if let Some(verb) = verb {
                raise(tokens, root, verb, here.end);
            }
        }
    }
}

/// Whether a bare participle is none.
fn is_verb(tokens: &[Token], t: usize) -> bool {
    let token = &tokens[t];
    let next = |n: usize| tokens.get(t + n).map_or("", |w| w.lower.as_str());
    // "Accepted by five votes to three".
    let has_majority = next(1) == "by"
        && tokens.get(t + 2).is_some_and(|w| w.tag == "CD")
        && matches!(next(3), "votes" | "to");
    let is_helper = |w: &Token| w.head == t && w.dep.starts_with("aux");
    token.tag == "VBN"
        && token.lower.ends_with("ed")
        && !tokens[t.saturating_sub(HELPERS_MAX)..t].iter().any(is_helper)
        && (has_majority || INTRANSITIVE.contains(&token.lemma.as_str()))
}

/// Tokens before a verb among which its helping verbs stand.
const HELPERS_MAX: usize = 4;

/// Makes `verb` the root above the noun that was.
fn raise(tokens: &mut [Token], root: usize, verb: usize, end: usize) {
    for token in &mut tokens[verb + 1..end] {
        if token.head == root {
            token.head = verb;
        }
        if token.head == verb && token.dep == "agent" {
            token.dep = "prep";
        }
    }
    tokens[root].head = verb;
    tokens[root].dep = "nsubj";
    let token = &mut tokens[verb];
    (token.head, token.dep, token.tag, token.morph) = (verb, "ROOT", "VBD", "Tense=Past|VerbForm=Fin");
}

#[cfg(test)]
mod tests {
    use crate::testing::with_article;

    /// The subject and the verb of a sentence.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = with_article(text, None, |parsed| {
            let root = parsed.root(0);
            let subject = parsed.child(root, &["nsubj"]).map_or("", |s| parsed.tokens[s].lower.as_str());
            format!("{subject} {}/{}", parsed.tokens[root].lower, parsed.tokens[root].tag)
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_participle_that_can_be_none_is_the_verb() {
        check("The council accepted by seven votes to two.", "council accepted/VBD");
        check(
            "The two judges of the northern circuit, who had asked to be heard, abstained in the end.",
            "judges abstained/VBD",
        );
    }

    #[test]
    fn a_noun_with_its_participle_stays() {
        check("A bridge repaired by three masons.", " bridge/NN");
    }
}
