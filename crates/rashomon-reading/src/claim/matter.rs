//! What an act is about, in the article's words: the proposal that is rejected, the statement that is denied.

use super::time_word;
use super::triggers::Trigger;
use crate::ParsedArticle;
use rashomon_text::Span;
use std::ops::Range;

/// Longer complements are cut to their head phrase: what follows tells of something else mostly.
const N_TOKENS_MAX: usize = 30;
/// Complements of a verb, the nearest first.
const COMPLEMENTS: [&str; 4] = ["dobj", "ccomp", "xcomp", "oprd"];
/// Prepositions that lead from an act to its matter: "called for a truce", "voted against the bill".
const TO_MATTER: [&str; 6] = ["for", "against", "to", "on", "of", "with"];

/// The words of the complement: object, clause, or phrase with a preposition; of a passive verb its subject, of a noun
/// its "of" or "for".
pub(super) fn of(parsed: &ParsedArticle, trigger: &Trigger) -> Option<Span> {
    let is_noun = parsed.tokens[trigger.token].pos == "NOUN";
    let (tokens, head) = if is_noun {
        let head = of_preposition(parsed, trigger.token)?;
        (parsed.edges(head), head)
    } else {
        of_act(parsed, trigger)?
    };
    let end = end_of_matter(parsed, tokens.start, tokens.end, head);
    (tokens.start < end).then(|| parsed.span_of(tokens.start..end))
}

/// "Said it will not approve any truce", "said she would not resign": a refusal of what would be done.
fn of_act(parsed: &ParsedArticle, trigger: &Trigger) -> Option<(Range<usize>, usize)> {
    let verb = trigger.carrier;
    if trigger.predicate == "refuse" && parsed.tokens[verb].lemma != "refuse" {
        let deed = parsed.child(verb, &["ccomp"])?;
        // "Will not let the firm close the mine": what would be let is somebody else's deed.
        let is_own = |&(_, head): &(Range<usize>, usize)| {
            parsed.child(head, &["nsubj"]).is_none() || parsed.child(head, &["mark"]).is_some()
        };
        return of_verb(parsed, deed).or(Some((deed..deed + 1, deed))).filter(is_own);
    }
    // "Called for": the matter is what the particle leads to.
    if let Some((_, particle)) = trigger.predicate.split_once(' ')
        && let Some(p) = parsed.children(verb).iter().copied().find(|&c| parsed.tokens[c].lower == particle)
        && let Some(head) = parsed.child(p, &["pobj", "pcomp"])
    {
        return Some((parsed.edges(head), head));
    }
    of_verb(parsed, verb)
}

fn of_verb(parsed: &ParsedArticle, verb: usize) -> Option<(Range<usize>, usize)> {
    let below = |c: usize| (parsed.edges(c), c);
    if let Some(subject) = parsed.child(verb, &["nsubjpass"]) {
        return Some(below(subject)).filter(|_| !parsed.tokens[subject].tag.starts_with('W'));
    }
    let token = &parsed.tokens[verb];
    // "A truce proposed by the council".
    if token.dep == "acl" && token.tag == "VBN" {
        return Some((parsed.edges(token.head).start..verb, token.head));
    }
    // "Offered families 400,000 crowns": of two objects the second is what is offered.
    let is_object = |&c: &usize| parsed.tokens[c].dep == "dobj" && c > verb;
    let second = parsed.children(verb).iter().copied().rfind(is_object);
    let complement = second
        .or_else(|| COMPLEMENTS.iter().find_map(|dep| parsed.child(verb, &[dep])))
        .filter(|&c| c > verb);
    complement.or_else(|| of_preposition(parsed, verb)).map(below)
}

/// The object of the first preposition that leads to the matter.
fn of_preposition(parsed: &ParsedArticle, head: usize) -> Option<usize> {
    let leads = |&c: &usize| {
        parsed.tokens[c].dep == "prep" && TO_MATTER.contains(&parsed.tokens[c].lower.as_str()) && c > head
    };
    let preposition = parsed.children(head).iter().copied().find(leads)?;
    // "Proposed on the night of her defeat": when.
    parsed.child(preposition, &["pobj", "pcomp"]).filter(|&o| !time_word(&parsed.tokens[o]))
}

/// Where the complement ends: before a comma or dash after its head, or, where it is long, after its head.
fn end_of_matter(parsed: &ParsedArticle, start: usize, end: usize, head: usize) -> usize {
    // A hyphen within a word is none.
    let is_apart = |t: usize| parsed.tokens[t - 1].span.end() < parsed.tokens[t].span.start();
    let is_break = |&t: &usize| match parsed.word(t) {
        "," | ";" | ":" | "." | "\"" | "”" | "—" => true,
        "-" | "–" => is_apart(t),
        _ => false,
    };
    let end = (head + 1..end).find(is_break).unwrap_or(end);
    if end - start > N_TOKENS_MAX { head + 1 } else { end }
}

#[cfg(test)]
mod tests {
    use crate::testing::with_article;

    /// What the claim of `predicate` in `text` is about.
    #[track_caller]
    fn check(text: &str, predicate: &str, expected: Option<&str>) {
        let matter = with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            let claim = reading.claims.iter().find(|c| c.predicate == predicate).expect(text);
            claim.matter.map(|m| parsed.article.slice(m).to_owned())
        });
        assert_eq!(matter.as_deref(), expected, "{text}");
    }

    #[test]
    fn an_object_a_clause_or_a_phrase_is_the_matter() {
        check("The council rejected the draft budget on Monday.", "reject", Some("the draft budget"));
        check("Uganda denied that its troops had crossed.", "deny", Some("that its troops had crossed"));
        check("The union offered 11 percent, its head said.", "offer", Some("11 percent"));
        check("Kenya called for a truce of ten days.", "call for", Some("a truce of ten days"));
    }

    #[test]
    fn of_a_passive_it_is_the_subject() {
        check("The offer was rejected by the union.", "reject", Some("The offer"));
        check("Members debated a truce proposed by the council.", "propose", Some("a truce"));
    }

    #[test]
    fn what_one_will_not_do_is_what_one_refuses() {
        check("The ministry said it will not approve any truce.", "refuse", Some("any truce"));
        check("The chairman refused to sell the port.", "refuse", Some("to sell the port"));
        check("She said she will not let the firm close the mine.", "refuse", None);
    }

    #[test]
    fn an_act_alone_has_no_matter() {
        check("The minister resigned.", "resign", None);
    }
}
