//! Sentences that the parser takes for a noun with a participle beside it: "The four members, who had threatened to vote No,
//! abstained." Where the participle can be none, it is the verb of the sentence. And past tenses that it takes for nouns: "The
//! army retook Sorn."

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

/// Past tenses that are nothing else.
const PAST_TENSES: [&str; 8] =
    ["arose", "forbade", "foresaw", "overthrew", "overtook", "retook", "undertook", "withdrew"];

/// Gives the sentences so misread their verb.
pub(crate) fn mend(tokens: &mut [Token], sentences: &[Sentence]) {
    for t in 0..tokens.len() {
        if PAST_TENSES.contains(&tokens[t].lower.as_str()) && tokens[t].tag != "VBD" {
            tell(tokens, t);
        }
    }
    for sentence in sentences.iter().filter(|s| s.kind == BlockKind::Paragraph) {
        let here = sentence.tokens.clone();
        let is_closed = here.clone().rev().take(2).any(|t| tokens[t].lower == ".");
        let Some(root) = here.clone().find(|&t| tokens[t].head == t).filter(|_| is_closed) else { continue };
        if is_verb(tokens, root) && tokens[..root].iter().any(|t| t.head == root && t.dep == "nsubj") {
            tokens[root].tag = "VBD";
        } else if matches!(tokens[root].pos, "NOUN" | "PROPN" | "NUM") {
            let verb = (root + 1..here.end)
                .find(|&t| tokens[t].dep == "acl" && (is_verb(tokens, t) || names_somebody(tokens, t)));
            if let Some(verb) = verb {
                raise(tokens, root, verb, here.end);
            }
        }
    }
}

/// Makes a past tense of what the parser took for another word.
fn tell(tokens: &mut [Token], t: usize) {
    if !matches!(tokens[t].pos, "VERB" | "AUX")
        && let Some(before) = t.checked_sub(1).filter(|&b| tokens[b].head == t && tokens[b].dep == "compound")
    {
        tokens[before].dep = "nsubj";
    }
    let token = &mut tokens[t];
    (token.tag, token.pos, token.morph) = ("VBD", "VERB", "Tense=Past|VerbForm=Fin");
}

/// "The board named Ana Ruiz as its chairwoman."
fn names_somebody(tokens: &[Token], t: usize) -> bool {
    let has =
        |is: &dyn Fn(&Token) -> bool| tokens[t + 1..].iter().take(REACH_MAX).any(|c| c.head == t && is(c));
    tokens[t].lower == "named"
        && t > 0
        && matches!(tokens[t - 1].pos, "NOUN" | "PROPN")
        && has(&|c| c.dep == "oprd" && c.pos == "PROPN")
        && has(&|c| c.dep == "prep" && c.lower == "as")
}

/// Tokens after a verb among which its objects stand.
const REACH_MAX: usize = 8;

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
        match token.dep {
            "agent" if token.head == verb => token.dep = "prep",
            "oprd" if token.head == verb => token.dep = "dobj",
            _ => {}
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
        check("The board named Ana Ruiz as its new chairwoman.", "board named/VBD");
    }

    #[test]
    fn a_past_tense_is_a_verb() {
        check("The army retook Sorn on Monday.", "army retook/VBD");
        check("Government troops retook Sorn on Monday.", "troops retook/VBD");
    }

    #[test]
    fn a_noun_with_its_participle_stays() {
        check("A man named Ana Ruiz.", " man/NN");
        check("A bridge repaired by three masons.", " bridge/NN");
    }
}
