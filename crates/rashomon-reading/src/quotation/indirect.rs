//! What is said, as spans: the tokens of a frame's content cut to runs, widened to the marks they touch.

use super::frame::Frame;
use super::marks::Marked;
use crate::ParsedArticle;
use rashomon_text::Span;

/// The runs of a frame's content, in text order, without "that", commas and marks at their ends.
pub(crate) fn content(parsed: &ParsedArticle, frame: &Frame) -> Vec<Span> {
    let is_cue = |t: usize| frame.cue_tokens.contains(&t);
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for &t in &frame.content {
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

/// Punctuation and spaces.
fn is_edge(parsed: &ParsedArticle, t: usize) -> bool {
    matches!(parsed.tokens[t].pos, "PUNCT" | "SPACE")
}

fn trimmed(parsed: &ParsedArticle, run: &[usize]) -> Option<Span> {
    let word = |&t: &usize| !is_edge(parsed, t);
    let that = |t: usize| {
        parsed.tokens[t].lower == "that" && matches!(parsed.tokens[t].dep, "mark" | "nsubj" | "det")
    };
    let mut first = run.iter().position(|t| word(t) || is_sign(parsed, *t))?;
    if that(run[first]) && parsed.tokens[run[first]].dep == "mark" {
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
