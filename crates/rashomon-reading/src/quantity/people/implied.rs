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
    if is_kept(parsed, token) {
        return true;
    }
    if word.dep == "nsubj" || word.dep == "nsubjpass" {
        let is_state = parsed.children(verb).iter().any(|&c| {
            matches!(parsed.tokens[c].dep, "acomp" | "oprd" | "attr")
                && states.contains(&parsed.tokens[c].lower.as_str())
        });
        return is_state || word.dep == "nsubjpass" && states.contains(&parsed.tokens[verb].lower.as_str());
    }
    if is_whole_of_people(parsed, token) {
        return true;
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

/// Whether only people do what the clause says, or have it done to them: where no count before tells which.
pub(in crate::quantity) fn only_people(parsed: &ParsedArticle, token: usize) -> bool {
    does_as_people_do(parsed, token) || is_done_to_people(parsed, token)
}

/// "About two thousand tried to climb over", "Some 900 queued": what only people do.
fn does_as_people_do(parsed: &ParsedArticle, token: usize) -> bool {
    const DONE: [&str; 21] = [
        "try",
        "attempt",
        "refuse",
        "want",
        "wish",
        "join",
        "attend",
        "apply",
        "protest",
        "march",
        "demonstrate",
        "gather",
        "queue",
        "enlist",
        "volunteer",
        "resign",
        "testify",
        "graduate",
        "emigrate",
        "register",
        "sign",
    ];
    let word = &parsed.tokens[token];
    word.dep == "nsubj"
        && word.tag == "CD"
        && word.head > token
        && DONE.contains(&parsed.tokens[word.head].lemma.as_str())
}

/// "Treated 2,760 for sunstroke", "deported 140", "the plant employs 900": what is done to people alone.
fn is_done_to_people(parsed: &ParsedArticle, token: usize) -> bool {
    const DONE_TO: [&str; 13] = [
        "treat",
        "employ",
        "hire",
        "recruit",
        "deport",
        "vaccinate",
        "dismiss",
        "furlough",
        "infect",
        "quarantine",
        "discharge",
        "hospitalise",
        "hospitalize",
    ];
    let word = &parsed.tokens[token];
    matches!(word.dep, "dobj" | "nsubjpass")
        && word.tag == "CD"
        && DONE_TO.contains(&parsed.tokens[word.head].lemma.as_str())
}

/// "Of the 110 on the late shift, 94 are alive": the whole of those of whom the part speaks.
fn is_whole_of_people(parsed: &ParsedArticle, token: usize) -> bool {
    let here = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let opens = parsed.tokens[here.start].lower == "of"
        && token == here.start + 2
        && matches!(parsed.tokens[here.start + 1].lower.as_str(), "the" | "those" | "these");
    let is_part = |t: usize| parsed.tokens[t].tag == "CD" && super::of_predicate(parsed, t).is_some();
    opens && (token + 1..here.end).any(is_part)
}

/// "246 were still at large", "538 of the 796 are back in custody": where only people are.
fn is_kept(parsed: &ParsedArticle, token: usize) -> bool {
    /// Words from the verb to the place.
    const NEAR: usize = 4;
    const PLACES: [[&str; 2]; 10] = [
        ["at", "large"],
        ["in", "custody"],
        ["in", "detention"],
        ["in", "hospital"],
        ["in", "jail"],
        ["in", "prison"],
        ["behind", "bars"],
        ["on", "remand"],
        ["in", "quarantine"],
        ["under", "arrest"],
    ];
    let word = &parsed.tokens[token];
    // "538 of the 796 were": whatever the parser hangs the number on.
    let is_verb = |&v: &usize| {
        let verb = &parsed.tokens[v];
        verb.sentence == word.sentence
            && matches!(verb.lemma.as_str(), "be" | "remain" | "stay")
            && matches!(verb.tag, "VBD" | "VBP")
    };
    let is_of = |v: usize| v == token + 1 || word.dep == "nsubj" && word.head == v;
    let verb = (token + 1..parsed.tokens.len().min(token + 5)).find(is_verb);
    let Some(verb) = verb.filter(|&v| is_of(v)) else { return false };
    let end = parsed.sentences[word.sentence].tokens.end.min(verb + 2 + NEAR);
    let here = &parsed.tokens[verb + 1..end];
    here.windows(2).any(|p| PLACES.iter().any(|place| p[0].lower == place[0] && p[1].lower == place[1]))
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
        "group",
        "party",
        "band",
        "gang",
        "delegation",
    ];
    parsed.tokens[token].dep == "pobj"
        && of.lower == "of"
        && bodies.contains(&parsed.tokens[of.head].lemma.as_str())
}
