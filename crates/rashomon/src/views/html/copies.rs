//! Who copied whom, with the passages side by side.

use super::page::Page;
use crate::views::words;
use rashomon_reconcile::{Origin, TextSpan};
use rashomon_reuse::{Direction, PassagePair, Reuse, ReuseKind};

/// Pairs listed of each sort.
const N_PAIRS_MAX: usize = 40;
/// Passages shown of one pair.
const N_PASSAGES_MAX: usize = 12;
/// Passages of the pile that are shown at all.
const N_PASSAGES_ALL_MAX: usize = 200;

pub(super) fn section(page: &mut Page<'_>) {
    let record = page.desk.record;
    let joined: Vec<&Origin> = record.origins.iter().filter(|o| o.articles.len() > 1).collect();
    for origin in joined.iter().take(N_PAIRS_MAX) {
        one_account(page, origin);
    }
    page.markup.more(joined.len().saturating_sub(N_PAIRS_MAX), "groups of copies");
    let (quotes, mut copies): (Vec<&Reuse>, Vec<&Reuse>) =
        record.reuse.iter().partition(|r| r.kind == ReuseKind::QuotesOnly);
    copies.sort_by(|a, b| b.coverage_to.total_cmp(&a.coverage_to).then(a.to.cmp(&b.to)));
    let mut left = N_PASSAGES_ALL_MAX;
    for (heading, pairs) in [("Shared text", copies), ("The same quotations, no copying", quotes)] {
        if pairs.is_empty() {
            continue;
        }
        page.markup.element("h3", &[], heading).fixed("\n");
        for reuse in pairs.iter().take(N_PAIRS_MAX) {
            pair(page, reuse, &mut left);
        }
        page.markup.more(pairs.len().saturating_sub(N_PAIRS_MAX), "pairs of accounts");
    }
}

fn one_account(page: &mut Page<'_>, origin: &Origin) {
    page.markup.fixed("<p>These count as one account:");
    page.cite_articles(&origin.articles);
    let names: Vec<String> = origin.articles.iter().map(|&a| page.desk.outlet(a).to_owned()).collect();
    let mut names = names;
    names.sort();
    names.dedup();
    page.markup.text(&format!(" ({}).", words::list(&names, 5))).fixed("</p>\n");
}

fn pair(page: &mut Page<'_>, reuse: &Reuse, left: &mut usize) {
    page.markup.fixed("<div class=\"pair\"><p>");
    let percent = |share: f32| format!("{:.0} %", f64::from(share) * 100.0);
    article(page, reuse.to);
    let (verb, is_known) = match (reuse.kind, reuse.direction) {
        (ReuseKind::QuotesOnly, _) => (" quotes the same words as ", false),
        (_, Direction::Known) => (" has text of ", true),
        (_, Direction::Unknown) => (" shares text with ", false),
    };
    page.markup.fixed(verb);
    article(page, reuse.from);
    page.markup.text(&format!(": {}.", words::reuse(reuse.kind))).fixed("</p>\n");
    let mut note = String::new();
    if reuse.kind != ReuseKind::QuotesOnly {
        note = format!(
            "{} of the sentences of {} stand in {}; {} the other way.",
            percent(reuse.coverage_to),
            page.desk.number(reuse.to),
            page.desk.number(reuse.from),
            percent(reuse.coverage_from)
        );
        let reasons: Vec<&str> = reuse.reasons.iter().map(|r| r.words.as_str()).collect();
        if !is_known {
            note.push_str(" Nothing tells which came first.");
        } else if !reasons.is_empty() {
            note.push_str(&format!(" Likely direction, because: {}.", reasons.join("; ")));
        }
    }
    if let Some(via) = reuse.via {
        note.push_str(&format!(" Both have it from {}.", page.desk.number(via)));
    }
    page.note(&note);
    passages(page, reuse, left);
    page.markup.fixed("</div>\n");
}

fn article(page: &mut Page<'_>, article: usize) {
    let name = page.desk.outlet(article);
    page.markup.element("bdi", &[], name);
    page.cite_articles(&[article]);
}

fn passages(page: &mut Page<'_>, reuse: &Reuse, left: &mut usize) {
    let n = reuse.passages.len().min(N_PASSAGES_MAX).min(*left);
    *left -= n;
    let label = words::capitalised(&words::count(reuse.passages.len(), "passage", "passages"));
    page.markup.fixed("<details><summary>").text(&format!("{label} side by side")).fixed("</summary>\n");
    let heads = [page.desk.outlet(reuse.from).to_owned(), page.desk.outlet(reuse.to).to_owned()];
    page.open_table(
        "passages",
        "Passages side by side; words that only one side has are underlined",
        &[&heads[0], &heads[1]],
    );
    for passage in reuse.passages.iter().take(n) {
        both_sides(page, reuse, passage);
    }
    page.close_table();
    page.markup.more(reuse.passages.len() - n, "passages of this pair");
    page.markup.fixed("</details>\n");
}

fn both_sides(page: &mut Page<'_>, reuse: &Reuse, passage: &PassagePair) {
    let from = TextSpan { article: reuse.from, span: passage.from };
    let to = TextSpan { article: reuse.to, span: passage.to };
    let (a, b) = (page.desk.text(from), page.desk.text(to));
    let (in_a, in_b) = common(a, b);
    page.markup.fixed("<tr>");
    for (at, text, is_common) in [(from, a, in_a), (to, b, in_b)] {
        page.markup.fixed("<td dir=\"auto\">");
        for (i, (word, is_common)) in text.split_whitespace().zip(is_common).enumerate() {
            if i > 0 {
                page.markup.fixed(" ");
            }
            if is_common {
                page.markup.text(word);
            } else {
                page.markup.element("u", &[], word);
            }
        }
        page.cite(&[at]);
        page.markup.fixed("</td>");
    }
    page.markup.fixed("</tr>\n");
}

/// Words above which two passages are not compared word by word (the table of the comparison is quadratic).
const N_COMPARED_MAX: usize = 400;

/// Which words of each text stand in the other too, in the same order: the longest common subsequence.
fn common(a: &str, b: &str) -> (Vec<bool>, Vec<bool>) {
    let plain = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let a: Vec<String> = a.split_whitespace().map(plain).collect();
    let b: Vec<String> = b.split_whitespace().map(plain).collect();
    if a.len() > N_COMPARED_MAX || b.len() > N_COMPARED_MAX {
        return (vec![true; a.len()], vec![true; b.len()]);
    }
    let width = b.len() + 1;
    let mut length = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            length[i * width + j] = if a[i] == b[j] {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let (mut in_a, mut in_b) = (vec![false; a.len()], vec![false; b.len()]);
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            (in_a[i], in_b[j]) = (true, true);
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (in_a, in_b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_side_only_are_found() {
        let (a, b) = common("The crew left the old harbour.", "The whole crew left the port.");
        assert_eq!(a, [true, true, true, true, false, false]);
        assert_eq!(b, [true, false, true, true, true, false]);
    }
}
