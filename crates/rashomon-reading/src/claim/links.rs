//! How the claims of one sentence hang together: what would follow from what, and what happened in the course of what.

use super::EventType;
use super::triggers::Trigger;
use crate::ParsedArticle;

/// What one claim is to another one of its article, by position among the claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Links {
    /// What follows from it: "if the dam breaks, the valley will be flooded".
    pub(super) condition_of: Option<usize>,
    /// In the course of what it happened: "two were hurt in the fire".
    pub(super) part_of: Option<usize>,
}

/// Words that open a condition.
const CONDITIONS: [&str; 6] = ["if", "unless", "once", "provided", "should", "whether"];

/// The links of each claim.
pub(super) fn of(parsed: &ParsedArticle, triggers: &[Trigger]) -> Vec<Links> {
    let link = |t: &Trigger| Links {
        condition_of: consequence(parsed, t).and_then(|head| claim_at(triggers, head)),
        part_of: course(parsed, t)
            .and_then(|noun| triggers.iter().position(|o| o.token == noun && is_course(o))),
    };
    triggers.iter().map(link).collect()
}

/// The claim that hangs on a verb.
fn claim_at(triggers: &[Trigger], verb: usize) -> Option<usize> {
    triggers.iter().position(|t| t.token == verb).or_else(|| triggers.iter().position(|t| t.carrier == verb))
}

/// The verb of the clause for which the trigger's clause is a condition.
fn consequence(parsed: &ParsedArticle, trigger: &Trigger) -> Option<usize> {
    let verb = trigger.carrier;
    let token = &parsed.tokens[verb];
    let opens = |&c: &usize| {
        let child = &parsed.tokens[c];
        let is_inverted = child.lower == "should" && c < verb && child.dep == "aux";
        CONDITIONS.contains(&child.lower.as_str()) && (child.dep == "mark" || is_inverted)
    };
    let is_condition = token.dep == "advcl" && parsed.children(verb).iter().any(opens);
    // "If the district falls, he said, the army will hold all": the clause hangs on what is said.
    let said = |head: usize| {
        parsed
            .child(head, &["ccomp"])
            .filter(|_| crate::quotation::cue_class(&parsed.tokens[head].lemma).is_some())
    };
    is_condition.then(|| said(token.head).unwrap_or(token.head))
}

/// The noun in the course of which the act took place.
fn course(parsed: &ParsedArticle, trigger: &Trigger) -> Option<usize> {
    let leads = |&c: &usize| {
        let child = &parsed.tokens[c];
        child.dep == "prep" && matches!(child.lower.as_str(), "during" | "in" | "amid")
    };
    let prepositions = parsed.children(trigger.carrier).iter().copied().filter(leads);
    prepositions.filter_map(|p| parsed.child(p, &["pobj"])).next()
}

/// What lasts long enough for something to happen in it. A vote in which something is turned down is that turning down.
fn is_course(trigger: &Trigger) -> bool {
    matches!(
        trigger.kind,
        EventType::Assault
            | EventType::Disaster
            | EventType::Accident
            | EventType::Protest
            | EventType::Consult
            | EventType::Mobilize
            | EventType::Territory
    )
}

#[cfg(test)]
mod tests {
    use crate::testing::with_article;

    /// "predicate -> predicate": the links of the claims of `text`.
    #[track_caller]
    fn check(text: &str, conditions: &[&str], parts: &[&str]) {
        let (got, found) = with_article(text, None, |parsed| {
            let claims = crate::read(parsed).claims;
            let line = |from: &super::super::Claim, to: usize| {
                format!("{} -> {}", from.predicate, claims[to].predicate)
            };
            let conditions: Vec<String> =
                claims.iter().filter_map(|c| Some(line(c, c.condition_of?))).collect();
            let parts: Vec<String> = claims.iter().filter_map(|c| Some(line(c, c.part_of?))).collect();
            (conditions, parts)
        });
        assert_eq!(got, conditions, "{text}");
        assert_eq!(found, parts, "{text}");
    }

    #[test]
    fn what_follows_from_a_condition() {
        check("If the army attacks the town, the council will close the harbour.", &["attack -> close"], &[]);
        check("The union will strike unless the company raises wages.", &["raise -> strike"], &[]);
        check("The council closed the harbour because the ferry sank.", &[], &[]);
    }

    #[test]
    fn what_happened_in_the_course_of_what() {
        check("Two people were killed in an explosion on Monday.", &[], &["kill -> explosion"]);
        check("Police arrested the mayor during a protest on Monday.", &[], &["arrest -> protest"]);
        check("Police arrested the mayor in Lyon.", &[], &[]);
    }
}
