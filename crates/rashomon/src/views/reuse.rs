//! Who copied whom, as text for a terminal.

use super::desk::Desk;
use super::words;
use rashomon_reconcile::{Record, TextSpan};
use rashomon_reuse::{Direction, Reuse, ReuseKind};
use std::fmt::Write;

/// Passages shown of one pair.
const N_PASSAGES_MAX: usize = 8;
/// Letters shown of one passage.
const N_LETTERS_MAX: usize = 160;

/// Accounts that are one in fact, then each pair of articles with text in common, copies before shared quotations.
#[must_use]
pub fn reuse(record: &Record) -> String {
    let desk = Desk::new(record);
    let mut out = String::new();
    if record.reuse.is_empty() {
        out.push_str("No text in common was found between these accounts.\n");
        return out;
    }
    for origin in record.origins.iter().filter(|o| o.articles.len() > 1) {
        let paths: Vec<&str> = origin.articles.iter().map(|&a| path(&desk, a)).collect();
        let n = words::capitalised(&words::count(paths.len(), "article is", "articles are"));
        let _ = writeln!(out, "{n} one account: {}", paths.join(", "));
    }
    let mut origins = vec![None; record.articles.len()];
    for (i, origin) in record.origins.iter().enumerate() {
        origin.articles.iter().for_each(|&article| origins[article] = Some(i));
    }
    let mut pairs: Vec<&Reuse> = record.reuse.iter().collect();
    pairs.sort_by(|a, b| {
        let is_quotes = |k: ReuseKind| k == ReuseKind::QuotesOnly;
        is_quotes(a.kind).cmp(&is_quotes(b.kind)).then(b.coverage_to.total_cmp(&a.coverage_to))
    });
    for r in pairs {
        if !out.is_empty() {
            out.push('\n');
        }
        pair(&desk, &origins, r, &mut out);
    }
    out
}

fn path<'a>(desk: &Desk<'a>, article: usize) -> &'a str {
    &desk.article(article).article.path
}

/// `origins` holds the place of every article's origin.
fn pair(desk: &Desk<'_>, origins: &[Option<usize>], r: &Reuse, out: &mut String) {
    let arrow = if r.direction == Direction::Known { "->" } else { "--" };
    let _ = writeln!(out, "{} {arrow} {}", path(desk, r.from), path(desk, r.to));
    let _ = writeln!(out, "  {}: {}", r.kind.as_str(), words::reuse(r.kind));
    if r.kind != ReuseKind::QuotesOnly {
        let percent = |share: f32| f64::from(share) * 100.0;
        let (to, from) = (percent(r.coverage_to), percent(r.coverage_from));
        let _ = writeln!(out, "  {to:.0} % of the second's sentences, {from:.0} % of the first's");
        if origins[r.from].is_none() || origins[r.from] != origins[r.to] {
            let _ = writeln!(out, "  an excerpt: the two are not one account");
        }
        if r.direction == Direction::Unknown {
            let _ = writeln!(out, "  nothing tells which came first");
        }
        for reason in &r.reasons {
            let _ = writeln!(out, "  because: {}", reason.words);
        }
        if let Some(through) = r.through {
            let _ = writeln!(out, "  by way of {}", path(desk, through));
        }
        if let Some(via) = r.via {
            let _ = writeln!(out, "  both have it from {}", path(desk, via));
        }
    }
    for p in r.passages.iter().take(N_PASSAGES_MAX) {
        let _ = writeln!(out, "    {}:", words::passage(p.kind));
        let (a, b) = (short(desk, r.from, p.from), short(desk, r.to, p.to));
        let _ = writeln!(out, "      {a}");
        if a != b {
            let _ = writeln!(out, "      {b}");
        }
    }
    if r.passages.len() > N_PASSAGES_MAX {
        let _ = writeln!(out, "    {} more passages", r.passages.len() - N_PASSAGES_MAX);
    }
}

fn short(desk: &Desk<'_>, article: usize, span: rashomon_text::Span) -> String {
    let text = desk.text(TextSpan { article, span }).split_whitespace().collect::<Vec<_>>().join(" ");
    let text: String = text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
    match text.char_indices().nth(N_LETTERS_MAX) {
        Some((at, _)) => format!("{} …", text[..at].trim_end()),
        None => text,
    }
}
