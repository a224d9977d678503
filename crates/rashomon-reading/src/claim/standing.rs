//! How a claim stands in its sentence: is it what the sentence says, or said by the way?

use crate::ParsedArticle;

/// How a claim stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// In a subordinate clause, an apposition, or deep in a noun phrase: "which erupted in 2011", "a call for talks".
    Aside,
    /// The complement of a verb: what somebody said, agreed, wanted.
    Complement,
    /// The main clause, or one coordinated with it.
    Main,
}

/// Steps from a noun over prepositions before it is an aside.
const PREPOSITIONS_MAX: usize = 1;

/// Prepositions that place what is said in time by something else.
const LOOKS_TO: &[&str] =
    &["after", "ahead", "amid", "before", "despite", "during", "following", "since", "till", "until"];

/// The standing of the claim carried by a token: from it up to the root of its sentence.
pub(super) fn of(parsed: &ParsedArticle, token: usize) -> Standing {
    let mut standing = Standing::Main;
    let mut prepositions = 0;
    let mut at = token;
    loop {
        let word = &parsed.tokens[at];
        match word.dep {
            "ROOT" => return standing,
            "advcl" | "relcl" | "acl" | "appos" | "csubj" | "csubjpass" | "pcomp" | "poss" | "compound"
            | "nmod" | "amod" | "npadvmod" => return Standing::Aside,
            // "so low that rescuers cannot come".
            "ccomp" if parsed.tokens[word.head].pos == "ADJ" => return Standing::Aside,
            "ccomp" | "xcomp" | "dobj" | "attr" | "oprd" | "dative" | "acomp" => {
                standing = Standing::Complement;
            }
            // "Down by a third since the fire": the fire is what one counts from.
            "prep" if LOOKS_TO.contains(&word.lower.as_str()) => return Standing::Aside,
            "prep" | "agent" => {
                prepositions += 1;
                if prepositions > PREPOSITIONS_MAX {
                    return Standing::Aside;
                }
                standing = Standing::Complement;
            }
            _ => {}
        }
        if word.head == at {
            return standing;
        }
        at = word.head;
    }
}

#[cfg(test)]
mod tests {
    use super::Standing;
    use crate::testing::with_article;

    #[track_caller]
    fn check(text: &str, predicate: &str, expected: Standing) {
        let standing = with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            reading.claims.iter().find(|c| c.predicate == predicate).map(|c| c.standing)
        });
        assert_eq!(standing, Some(expected), "{text}");
    }

    #[test]
    fn main_complement_aside() {
        check("The army seized the bridge on Monday.", "seize", Standing::Main);
        check("The mayor said the army had seized the bridge.", "seize", Standing::Complement);
        check("The bridge, which the army seized in May, was closed.", "seize", Standing::Aside);
        check("Shares have fallen by a third since the explosion.", "explosion", Standing::Aside);
        check("The pilots flew home after the army seized the bridge.", "seize", Standing::Aside);
    }
}
