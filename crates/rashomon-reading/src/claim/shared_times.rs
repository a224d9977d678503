//! Times that a clause shares with the one beside it.

use super::{EventType, lexicon};
use crate::{ParsedArticle, time};

/// A time at the end of "felled the tower and killed two on Monday" holds for both verbs.
pub(super) fn of(parsed: &ParsedArticle, own: &dyn Fn(usize) -> Option<usize>, verb: usize) -> Option<usize> {
    // "14 people were killed and dozens wounded on Friday": the auxiliary is left out.
    let is_gapped = |c: usize| {
        parsed.tokens[c].tag == "VBN"
            && parsed.child(c, &["aux", "auxpass", "dobj"]).is_none()
            && parsed.child(verb, &["auxpass"]).is_some()
    };
    let same = |c: &usize| {
        parsed.tokens[*c].dep == "conj"
            && parsed.tokens[*c].tag == parsed.tokens[verb].tag
            && (parsed.child(*c, &["nsubj", "nsubjpass", "aux"]).is_none() || is_gapped(*c))
    };
    parsed
        .children(verb)
        .iter()
        .copied()
        .filter(same)
        .find_map(own)
        .or_else(|| tallied_time(parsed, own, verb))
}

/// "It survived a motion on Friday: 133 members voted for it": how they voted then.
fn tallied_time(parsed: &ParsedArticle, own: &dyn Fn(usize) -> Option<usize>, verb: usize) -> Option<usize> {
    let start = parsed.sentences[parsed.tokens[verb].sentence].tokens.start;
    let colon = (start..verb).rev().find(|&t| parsed.tokens[t].lower == ":")?;
    let is_vote =
        |t: usize| lexicon::verb(&parsed.tokens[t].lemma).is_some_and(|s| s.kind == EventType::Vote);
    let is_finite =
        |&t: &usize| parsed.tokens[t].pos == "VERB" && parsed.child(t, &["nsubj", "nsubjpass"]).is_some();
    is_vote(verb).then(|| (start..colon).rev().filter(is_finite).find_map(own)).flatten()
}

/// "A plough overturned on Tuesday, killing its driver", where the parser takes the verb for a participle beside its subject.
pub(super) fn of_headline(
    parsed: &ParsedArticle,
    own: &dyn Fn(usize) -> Option<usize>,
    verb: usize,
) -> Option<usize> {
    let noun = parsed.tokens[verb].head;
    let is_first = |c: &usize| *c < verb && parsed.tokens[*c].dep == "acl" && parsed.tokens[*c].tag == "VBN";
    let is_root = parsed.tokens[noun].dep == "ROOT" && parsed.tokens[verb].tag == "VBG";
    is_root.then(|| parsed.children(noun).iter().copied().find(is_first)).flatten().and_then(own)
}

/// "Hours after the debate opened", "minutes before it fell": so little time apart that both are of one day.
pub(super) fn is_hours_away(parsed: &ParsedArticle, verb: usize) -> bool {
    const HOURS_MAX: u32 = 9;
    let is_short = |&c: &usize| {
        let number = parsed.child(c, &["nummod"]).map(|n| parsed.tokens[n].lower.as_str());
        let hours = number.and_then(|n| n.parse().ok().or_else(|| time::lexicon::small_number(n)));
        match parsed.tokens[c].lemma.as_str() {
            "minute" | "second" | "moment" => true,
            "hour" => number.is_none() || hours.is_some_and(|h| h <= HOURS_MAX),
            _ => false,
        }
    };
    let is_measure = |c: &&usize| parsed.tokens[**c].dep == "npadvmod";
    parsed.children(verb).iter().filter(is_measure).any(is_short)
}

/// "A shell that hit the mills in May burned 6,000 tonnes": what a blow did it did when it struck.
pub(super) fn of_blow(
    parsed: &ParsedArticle,
    own: &dyn Fn(usize) -> Option<usize>,
    verb: usize,
) -> Option<usize> {
    let is_blow = |v: usize| {
        lexicon::verb(&parsed.tokens[v].lemma).is_some_and(|s| {
            matches!(
                s.kind,
                EventType::Disaster | EventType::Accident | EventType::Assault | EventType::Casualty
            )
        })
    };
    let subject = parsed.child(verb, &["nsubj"]).filter(|_| is_blow(verb))?;
    let struck = parsed.child(subject, &["relcl"])?;
    let are_past = [verb, struck].iter().all(|&v| super::tense::is_simple_past(parsed, v));
    (are_past && is_blow(struck) && is_told_of_thing(parsed, struck)).then(|| own(struck)).flatten()
}

/// Whether a relative clause tells in the past what "which" or "that" did.
pub(super) fn is_told_of_thing(parsed: &ParsedArticle, verb: usize) -> bool {
    let is_thing = |s: usize| matches!(parsed.tokens[s].lower.as_str(), "which" | "that");
    parsed.child(verb, &["nsubj", "nsubjpass"]).is_some_and(is_thing)
        && super::tense::is_simple_past(parsed, verb)
}

#[cfg(test)]
mod tests {
    use crate::testing::with_article;

    /// The words that date the claim of `predicate`.
    #[track_caller]
    fn check(text: &str, predicate: &str, expected: Option<&str>) {
        let time = with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            let claim = reading.claims.iter().find(|c| c.predicate == predicate).expect("a claim");
            claim.time.map(|t| parsed.article.slice(reading.times[t].span).to_owned())
        });
        assert_eq!(time.as_deref(), expected, "{text}");
    }

    #[test]
    fn hours_apart_is_the_same_day() {
        check(
            "The guards opened the gate on Friday, hours after the strike collapsed.",
            "collapse",
            Some("Friday"),
        );
        check("The guards opened the gate on Friday, months after the strike collapsed.", "collapse", None);
    }

    #[test]
    fn a_blow_does_what_it_does_when_it_strikes() {
        check("A bomb that exploded on Friday destroyed the mill.", "destroy", Some("Friday"));
        check("A bank that was founded in May destroyed the files.", "destroy", None);
    }

    #[test]
    fn a_vote_is_the_act() {
        check("The senate rejected the bill by a single vote on Friday.", "reject", Some("Friday"));
    }

    #[test]
    fn the_day_of_the_news_beside_an_object_that_is_described() {
        check("Gunmen ambushed a truck loaded with rice on Friday.", "ambush", Some("Friday"));
        check("Gunmen burned a truck stolen on Friday.", "burn", None);
    }
}
