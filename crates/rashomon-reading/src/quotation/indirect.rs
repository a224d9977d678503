//! What is said, as spans: the tokens of a frame's content cut to runs, widened to the marks they touch.

use super::cues::{cue_class, cue_noun};
use super::frame::Frame;
use super::marks::Marked;
use crate::ParsedArticle;
use rashomon_text::Span;

/// The runs of a frame's content, in text order, without "that", commas and marks at their ends.
pub(crate) fn content(parsed: &ParsedArticle, frame: &Frame) -> Vec<Span> {
    let is_cue = |t: usize| frame.cue_tokens.contains(&t);
    let mut runs: Vec<Vec<usize>> = Vec::new();
    // "The mill, where forty are held, has not been entered, he said": before the cue all is said.
    let is_before = frame.content.last().is_some_and(|&last| last < frame.cue);
    let own = if is_before { frame.content.clone() } else { without_aside(parsed, &frame.content) };
    let content = without_comment(parsed, &own);
    for &t in &content {
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

/// Cuts what the article says at the end of what was said: what it makes of it ("…, a claim that nobody could check"), whom
/// the speaker goes by ("…, citing two officials"), and what others say ("…, though residents say that").
pub(crate) fn without_comment(parsed: &ParsedArticle, content: &[usize]) -> Vec<usize> {
    let Some(&last) = content.iter().rfind(|&&t| !is_edge(parsed, t)) else { return content.to_vec() };
    let at_end = |t: usize| {
        let edges = parsed.edges(t);
        let before = edges.start.checked_sub(1).map(|b| parsed.tokens[b].lower.as_str());
        matches!(before, Some("," | "—" | "–")) && edges.end > last && content.contains(&edges.start)
    };
    if let Some(contrary) = content.iter().position(|&t| is_contrary(parsed, t, last)) {
        return content[..contrary].to_vec();
    }
    let is_comment = |t: usize| is_verdict(parsed, t) || is_citing(parsed, t) || is_of_others(parsed, t);
    let Some(cut) = content.iter().copied().find(|&t| is_comment(t) && at_end(t)) else {
        return content.to_vec();
    };
    let start = parsed.edges(cut).start;
    content.iter().copied().filter(|&t| t < start).collect()
}

/// "A claim that could not be checked": words for what was said.
fn is_verdict(parsed: &ParsedArticle, t: usize) -> bool {
    let token = &parsed.tokens[t];
    let article =
        parsed.child(t, &["det"]).is_some_and(|d| matches!(parsed.tokens[d].lower.as_str(), "a" | "an"));
    let report =
        cue_noun(&token.lemma).is_some() || matches!(token.lemma.as_str(), "charge" | "figure" | "version");
    let placed = matches!(token.dep, "appos" | "npadvmod" | "conj" | "dobj" | "attr");
    placed && report && article && parsed.child(t, &["relcl", "acl"]).is_some()
}

/// "…, contrary to what was heard": up to the end of what was said, without a further comma.
fn is_contrary(parsed: &ParsedArticle, t: usize, last: usize) -> bool {
    let lower = |t: usize| parsed.tokens.get(t).map_or("", |t| t.lower.as_str());
    let parted = t.checked_sub(1).is_some_and(|b| lower(b) == ",");
    parted && lower(t) == "contrary" && lower(t + 1) == "to" && (t..=last).all(|t| lower(t) != ",")
}

/// "Citing two officials".
pub(super) fn is_citing(parsed: &ParsedArticle, t: usize) -> bool {
    let token = &parsed.tokens[t];
    token.tag == "VBG"
        && matches!(token.dep, "advcl" | "acl")
        && matches!(token.lemma.as_str(), "cite" | "quote")
        && parsed.child(t, &["dobj"]).is_some()
        && parsed.child(t, &["nsubj", "aux", "mark"]).is_none()
}

/// "Though residents say that six people died".
fn is_of_others(parsed: &ParsedArticle, t: usize) -> bool {
    let mark = parsed.child(t, &["mark"]).map(|m| parsed.tokens[m].lower.as_str());
    let noun = |s: usize| matches!(parsed.tokens[s].pos, "NOUN" | "PROPN");
    parsed.tokens[t].dep == "advcl"
        && cue_class(&parsed.tokens[t].lemma).is_some()
        && matches!(mark, Some("though" | "although" | "while" | "whereas"))
        && parsed.child(t, &["nsubj"]).is_some_and(noun)
        && parsed.child(t, &["ccomp"]).is_some()
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
