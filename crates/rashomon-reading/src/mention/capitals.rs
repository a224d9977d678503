//! Capitals that stand for a government ("Paris refused") told from the towns themselves ("in Paris").

use super::countries::country_by_capital;
use super::lexicon::{self, has};
use super::names::{self, Name};
use crate::ParsedArticle;

/// Countries whose capital surely stands for the government somewhere in the article.
pub(super) fn acting_capitals(parsed: &ParsedArticle, names: &[Name]) -> Vec<&'static str> {
    let code = |n: &Name| country_by_capital(names::words(parsed, n.tokens.clone())).map(|c| c.code);
    names.iter().filter_map(|n| code(n).filter(|_| stands_for_government(parsed, n))).collect()
}

/// Where the capital is an actor elsewhere in the article, any subject or partner will do ("Moscow had the impression").
pub(super) fn may_stand_for_government(parsed: &ParsedArticle, name: &Name) -> bool {
    let token = &parsed.tokens[name.head];
    let head = &parsed.tokens[token.head];
    match token.dep {
        "nsubj" => {
            head.tag.starts_with("VB")
                && !matches!(&*head.lemma, "be" | "lie" | "stand" | "suffer" | "wake" | "host")
        }
        "dobj" | "dative" => !matches!(
            &*head.lemma,
            "leave" | "visit" | "reach" | "enter" | "hit" | "tour" | "shake" | "strike"
        ),
        _ => false,
    }
}

/// Whether a capital is used as an actor ("Paris refused") and not as a town ("in Paris", "the Paris suburbs").
pub(super) fn stands_for_government(parsed: &ParsedArticle, name: &Name) -> bool {
    acts(parsed, name.head, 0) || has_acting_verb_next(parsed, name) || in_list_of_capitals(parsed, name)
}

/// "Paris said", where the parser may have lost its way.
fn has_acting_verb_next(parsed: &ParsedArticle, name: &Name) -> bool {
    let Some(next) = parsed.tokens.get(name.tokens.end) else { return false };
    let verb = matches!(next.tag, "VBD" | "VBZ") && has(&next.lemma.to_lowercase(), lexicon::ACTING_VERB);
    verb && !follows_locative(parsed, name.tokens.start)
}

fn follows_locative(parsed: &ParsedArticle, start: usize) -> bool {
    let before = start.checked_sub(1).map(|t| &parsed.tokens[t]);
    before.is_some_and(|t| {
        has(&t.lower, lexicon::LOCATIVE) || matches!(&*t.lower, "from" | "to" | "of" | "between")
    })
}

/// "Paris, London and Washington": several capitals in a row that no preposition of place governs.
fn in_list_of_capitals(parsed: &ParsedArticle, name: &Name) -> bool {
    let capital_at = |t: usize| {
        (parsed.tokens.len() > t).then(|| parsed.word(t)).filter(|w| country_by_capital(w).is_some())
    };
    let joins = |t: usize| matches!(&*parsed.tokens[t].lower, "," | "and");
    let mut start = name.tokens.start;
    while start >= 2 && joins(start - 1) && capital_at(start - 2).is_some() {
        start -= 2;
    }
    let mut end = name.tokens.end;
    while end < parsed.tokens.len() && joins(end) && capital_at(end + 1).is_some() {
        end += 2;
    }
    let several = end - start > name.tokens.len();
    let followed =
        parsed.tokens.get(end).is_some_and(|t| t.lower == "," || t.tag.starts_with("VB") || t.tag == "MD");
    several && followed && !follows_locative(parsed, start)
}

fn acts(parsed: &ParsedArticle, t: usize, depth: usize) -> bool {
    /// Coordination deeper than this is a list of places.
    const DEPTH_MAX: usize = 8;
    let token = &parsed.tokens[t];
    let verb = |v: usize| has(&parsed.tokens[v].lemma.to_lowercase(), lexicon::ACTING_VERB);
    if depth > DEPTH_MAX || token.head == t {
        return false;
    }
    match token.dep {
        "nsubj" => verb(token.head),
        "conj" => acts(parsed, token.head, depth + 1),
        // "the supporters, London and Paris, went on".
        "appos" => {
            matches!(parsed.tokens[token.head].dep, "nsubj" | "pobj" | "dobj")
                && acts_as_apposed(parsed, token.head)
        }
        "dobj" | "dative" => matches!(
            &*parsed.tokens[token.head].lemma,
            "accuse"
                | "blame"
                | "urge"
                | "tell"
                | "ask"
                | "criticise"
                | "criticize"
                | "warn"
                | "pressure"
                | "press"
                | "condemn"
                | "thank"
                | "inform"
        ),
        "pobj" => acts_as_object(parsed, token.head),
        "poss" => {
            has(&parsed.tokens[token.head].lemma.to_lowercase(), lexicon::OFFICE)
                || is_act(&parsed.tokens[token.head].lower)
        }
        _ => false,
    }
}

fn acts_as_apposed(parsed: &ParsedArticle, host: usize) -> bool {
    let lemma = parsed.tokens[host].lemma.to_lowercase();
    lexicon::is_person_noun(&lemma)
        || matches!(&*lemma, "country" | "government" | "power" | "state" | "nation")
}

fn acts_as_object(parsed: &ParsedArticle, preposition: usize) -> bool {
    let token = &parsed.tokens[preposition];
    let above = &parsed.tokens[token.head];
    let above_lemma = above.lemma.to_lowercase();
    match &*token.lower {
        "by" => token.dep == "agent" || above.tag == "VBN",
        "with" | "against" => true,
        "between" => !matches!(
            &*above_lemma,
            "flight"
                | "train"
                | "road"
                | "route"
                | "link"
                | "line"
                | "fly"
                | "travel"
                | "distance"
                | "railway"
        ),
        _ => false,
    }
}

/// What governments and not towns have.
fn is_act(lower: &str) -> bool {
    matches!(
        lower,
        "demand"
            | "demands"
            | "decision"
            | "offer"
            | "position"
            | "proposal"
            | "policy"
            | "refusal"
            | "request"
            | "response"
            | "reaction"
            | "stance"
            | "support"
            | "veto"
            | "view"
            | "warning"
            | "withdrawal"
            | "ally"
            | "allies"
            | "threat"
            | "threats"
            | "interests"
            | "intentions"
            | "plans"
            | "move"
    )
}
