//! The words that tell of one happening: a clause that can be read by itself.

use crate::ParsedArticle;
use crate::time::TimeExpression;
use rashomon_text::Span;

/// Shorter sentences are kept whole, in bytes: they read well and keep their "if" and their speaker.
const WHOLE_SENTENCE_MAX: usize = 240;

/// The sentence of `verb`, or of a long sentence the coordinated main clause it stands in.
pub(super) fn span(parsed: &ParsedArticle, verb: usize) -> Span {
    let sentence = &parsed.sentences[parsed.tokens[verb].sentence];
    if sentence.span.len() <= WHOLE_SENTENCE_MAX {
        return sentence.span;
    }
    let root = parsed.root(parsed.tokens[verb].sentence);
    let clauses: Vec<usize> = parsed
        .children(root)
        .iter()
        .copied()
        .filter(|&c| parsed.tokens[c].dep == "conj" && parsed.child(c, &["nsubj", "nsubjpass"]).is_some())
        .collect();
    let Some(&own) = clauses.iter().find(|&&c| parsed.is_within(verb, c)) else { return sentence.span };
    let edges = parsed.edges(own);
    let span = parsed.span_of(edges.clone());
    // Quotation marks that stand half outside make a clause unreadable.
    let marks = span.slice(&parsed.article.text).chars().filter(|c| matches!(c, '"' | '“' | '”')).count();
    if marks % 2 == 0 && edges.start > sentence.tokens.start { span } else { sentence.span }
}

/// Earlier history: the past perfect of the article's own narration, or a relative clause dated by a year.
pub(super) fn is_background(parsed: &ParsedArticle, verb: usize, time: Option<&TimeExpression>) -> bool {
    let token = &parsed.tokens[verb];
    let is_had = |&c: &usize| parsed.tokens[c].dep == "aux" && parsed.tokens[c].lower == "had";
    let had = parsed.children(verb).iter().any(is_had);
    let reported = token.dep == "ccomp";
    let year = |lower: &str| {
        lower.len() == 4
            && (lower.starts_with("19") || lower.starts_with("20"))
            && lower.bytes().all(|b| b.is_ascii_digit())
    };
    let dated = time.is_some_and(|t| t.tokens.clone().any(|i| year(&parsed.tokens[i].lower)));
    had && !reported || dated && matches!(token.dep, "relcl" | "acl")
}
