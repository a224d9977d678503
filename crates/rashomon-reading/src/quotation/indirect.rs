//! What is said, as spans: the tokens of a frame's content cut to runs, widened to the marks they touch.

use super::frame::Frame;
use super::marks::Marked;
use crate::ParsedArticle;
use rashomon_text::Span;

/// The runs of a frame's content, in text order, without "that", commas and marks at their ends.
pub(crate) fn content(parsed: &ParsedArticle, frame: &Frame) -> Vec<Span> {
    let is_cue = |t: usize| frame.cue_tokens.contains(&t);
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for &t in &without_aside(parsed, &frame.content) {
        let joins = |run: &Vec<usize>| {
            let last = run[run.len() - 1];
            (last + 1..t).all(|between| is_edge(parsed, between) && !is_cue(between))
        };
        match runs.last_mut().filter(|run| joins(run)) {
            Some(run) => run.push(t),
            None => runs.push(vec![t]),
        }
    }
    runs.iter().filter_map(|run| trimmed(parsed, run)).collect()
}

/// Cuts a relative clause set off by a comma at the end ("…, which has seen the army advance"): it tells what the
/// article knows about the thing, not what was said.
pub(crate) fn without_aside(parsed: &ParsedArticle, content: &[usize]) -> Vec<usize> {
    let starts = |&at: &usize| {
        let t = content[at];
        let relative =
            matches!(parsed.tokens[t].tag, "WDT" | "WP" | "WP$" | "WRB") && parsed.tokens[t].lower != "that";
        relative && at > 0 && parsed.tokens[content[at - 1]].lower == "," && content[at - 1] + 1 == t
    };
    let stays_open = |at: &usize| {
        let above = |a: &usize| matches!(parsed.tokens[*a].dep, "relcl" | "advcl") && *a > content[*at];
        let clause = parsed.ancestors(content[*at]).find(above);
        // A verb after it means that the aside stands in the middle.
        let verb = |t: &usize| matches!(parsed.tokens[*t].pos, "VERB" | "AUX");
        clause.is_some_and(|c| {
            let end = parsed.edges(c).end;
            !content.iter().filter(|&&t| t >= end).any(verb)
        })
    };
    let aside = (0..content.len()).filter(starts).find(stays_open);
    content[..aside.unwrap_or(content.len())].to_vec()
}

/// Punctuation and spaces.
fn is_edge(parsed: &ParsedArticle, t: usize) -> bool {
    matches!(parsed.tokens[t].pos, "PUNCT" | "SPACE")
}

fn trimmed(parsed: &ParsedArticle, run: &[usize]) -> Option<Span> {
    let word = |&t: &usize| !is_edge(parsed, t);
    // Also where the parser takes it for an object, as in "it is said that grain is short".
    let that = |t: usize| parsed.tokens[t].lower == "that" && matches!(parsed.tokens[t].dep, "mark" | "dobj");
    let mut first = run.iter().position(|t| word(t) || is_sign(parsed, *t))?;
    if that(run[first]) {
        first += 1;
    }
    let first = first + run[first..].iter().position(|t| word(t) || is_sign(parsed, *t))?;
    let last = run.iter().rposition(|t| word(t) && parsed.tokens[*t].dep != "cc")?;
    let relative = |t: usize| matches!(parsed.tokens[t].tag, "WDT" | "WP");
    if first == last && relative(run[first]) {
        return None;
    }
    (first <= last).then(|| parsed.span_of(run[first]..run[last] + 1))
}

/// Currency signs and the like, which belong to the words although they are no letters.
fn is_sign(parsed: &ParsedArticle, t: usize) -> bool {
    matches!(parsed.tokens[t].tag, "$" | "SYM" | "CD")
}

/// Widens runs to the marked stretches that they touch, so that no quotation is cut in the middle.
pub(crate) fn widen(mut runs: Vec<Span>, marks: &[Marked], chosen: &[usize]) -> Vec<Span> {
    for &m in chosen {
        let outer = marks[m].outer;
        match runs.iter_mut().find(|run| run.overlaps(outer)) {
            Some(run) => *run = run.cover(outer),
            None => runs.push(outer),
        }
    }
    runs.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for run in runs {
        match merged.last_mut().filter(|last| last.overlaps(run)) {
            Some(last) => *last = last.cover(run),
            None => merged.push(run),
        }
    }
    merged
}
