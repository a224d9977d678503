//! What happened when.

use super::page::Page;
use super::summary::shape;
use crate::views::words;
use rashomon_reconcile::{Status, TextSpan};

/// Rows of the timeline.
const N_ENTRIES_MAX: usize = 150;
/// Sentences of one day.
const N_A_DAY_MAX: usize = 6;
/// Events without a date.
const N_UNDATED_MAX: usize = 25;

pub(super) fn section(page: &mut Page<'_>) {
    let record = page.desk.record;
    page.markup.fixed("<dl class=\"timeline\">\n");
    let mut day_before = String::new();
    for entry in record.timeline.iter().take(N_ENTRIES_MAX) {
        let day = words::when(&entry.time);
        if day != day_before {
            page.markup.element("dt", &[], &words::capitalised(&day));
        }
        day_before = day;
        let told = page.desk.by_sentence(&entry.events);
        for (text, events) in told.iter().take(N_A_DAY_MAX) {
            page.markup.fixed("<dd>");
            event(page, *text, events);
            page.markup.fixed("</dd>\n");
        }
        if told.len() > N_A_DAY_MAX {
            page.markup.fixed("<dd>");
            page.markup.more(told.len() - N_A_DAY_MAX, "sentences of that time");
            page.markup.fixed("</dd>\n");
        }
    }
    page.markup.fixed("</dl>\n");
    page.markup.more(record.timeline.len().saturating_sub(N_ENTRIES_MAX), "rows of the timeline");
    undated(page);
}

/// What happened at a time that no account gives.
fn undated(page: &mut Page<'_>) {
    let record = page.desk.record;
    let is_undated =
        |e: &usize| record.events[*e].time.is_none() && record.events[*e].status.is_presented_as_happened();
    let groups = by_sentence(page, (0..record.events.len()).filter(is_undated).collect());
    if groups.is_empty() {
        return;
    }
    page.markup.fixed("<details><summary>Told without a time: ");
    page.markup
        .text(&words::count(groups.len(), "sentence", "sentences"))
        .fixed("</summary><ul class=\"plain\">\n");
    for (text, events) in groups.iter().take(N_UNDATED_MAX) {
        page.markup.fixed("<li>");
        event(page, *text, events);
        page.markup.fixed("</li>\n");
    }
    page.markup.fixed("</ul>");
    page.markup
        .more(groups.len().saturating_sub(N_UNDATED_MAX), "sentences that tell of events without a time");
    page.markup.fixed("</details>\n");
}

/// Events by the sentence that tells them best, the most supported first.
fn by_sentence(page: &Page<'_>, mut events: Vec<usize>) -> Vec<(TextSpan, Vec<usize>)> {
    let record = page.desk.record;
    events.sort_by_key(|&e| {
        let support = &record.events[e].support;
        (std::cmp::Reverse((support.independent, support.articles)), e)
    });
    page.desk.by_sentence(&events)
}

/// One telling, with links to all claims of the events that it stands for.
pub(super) fn event(page: &mut Page<'_>, text: TextSpan, events: &[usize]) {
    let record = page.desk.record;
    let spans = places(page, text, events);
    page.sentence(text, &spans);
    if let Some(first) = events.first().map(|&e| &record.events[e])
        && !matches!(first.status, Status::Corroborated | Status::SingleSource)
    {
        page.markup.fixed(" ");
        page.mark(shape(first.status.as_str()), words::status(first.status));
    }
}

/// The words and all claims of the events, each sentence once.
pub(super) fn places(page: &Page<'_>, text: TextSpan, events: &[usize]) -> Vec<TextSpan> {
    let record = page.desk.record;
    let claims = events.iter().flat_map(|&e| &record.events[e].claims).map(|&c| record.claims[c].span);
    let spans: Vec<TextSpan> = std::iter::once(text).chain(claims.filter(|s| !is_same(*s, text))).collect();
    one_a_sentence(page, &spans)
}

fn is_same(a: TextSpan, b: TextSpan) -> bool {
    a.article == b.article && a.span.overlaps(b.span)
}

/// Claims of one sentence share their link.
fn one_a_sentence(page: &Page<'_>, spans: &[TextSpan]) -> Vec<TextSpan> {
    let mut anchors: Vec<(usize, String)> = Vec::new();
    let mut kept = Vec::new();
    for &span in spans {
        let anchor = (span.article, page.anchor(span));
        if !anchors.contains(&anchor) {
            anchors.push(anchor);
            kept.push(span);
        }
    }
    kept
}
