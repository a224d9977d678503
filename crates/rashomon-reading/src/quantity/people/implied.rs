//! Bare figures that can only be people.

use crate::ParsedArticle;

/// Bare figures that can only be people: "74 became sick", "310 working in the dairy", "We were 31".
pub(in crate::quantity) fn implied(parsed: &ParsedArticle, token: usize) -> bool {
    let states = [
        "sick",
        "ill",
        "infected",
        "hospitalised",
        "hospitalized",
        "poisoned",
        "trapped",
        "stranded",
        "critical",
        "unemployed",
        "jobless",
    ];
    let activities = ["work", "live", "stay", "study", "serve", "shelter", "wait", "queue", "sleep"];
    let word = &parsed.tokens[token];
    let verb = word.head;
    if word.dep == "nsubj" || word.dep == "nsubjpass" {
        let is_state = parsed.children(verb).iter().any(|&c| {
            matches!(parsed.tokens[c].dep, "acomp" | "oprd" | "attr")
                && states.contains(&parsed.tokens[c].lower.as_str())
        });
        return is_state || word.dep == "nsubjpass" && states.contains(&parsed.tokens[verb].lower.as_str());
    }
    let works = parsed.children(token).iter().any(|&c| {
        parsed.tokens[c].dep == "acl"
            && parsed.tokens[c].tag == "VBG"
            && activities.contains(&parsed.tokens[c].lemma.as_str())
    });
    let we_were = word.dep == "attr"
        && parsed
            .child(verb, &["nsubj"])
            .is_some_and(|s| matches!(parsed.tokens[s].lower.as_str(), "we" | "they"));
    // "Of the 120 who got out".
    let is_who = |c: &usize| {
        parsed.tokens[*c].dep == "relcl"
            && parsed.child(*c, &["nsubj", "nsubjpass"]).is_some_and(|s| parsed.tokens[s].lower == "who")
    };
    let who = parsed.children(token).iter().any(is_who);
    works || we_were || who || is_strength(parsed, token)
}

/// "a force of 3,000", "a crowd of some 200".
fn is_strength(parsed: &ParsedArticle, token: usize) -> bool {
    let of = &parsed.tokens[parsed.tokens[token].head];
    let bodies = [
        "force",
        "army",
        "crowd",
        "garrison",
        "contingent",
        "workforce",
        "staff",
        "population",
        "crew",
        "audience",
        "membership",
        "congregation",
    ];
    parsed.tokens[token].dep == "pobj"
        && of.lower == "of"
        && bodies.contains(&parsed.tokens[of.head].lemma.as_str())
}
