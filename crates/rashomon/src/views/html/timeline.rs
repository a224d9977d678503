//! What happened when.

use super::page::Page;
use super::summary::shape;
use crate::views::words;
use rashomon_reconcile::{Status, TextSpan};

/// Rows of the timeline.
const N_ENTRIES_MAX: usize = 150;
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
        page.markup.fixed("<dd>");
        event(page, entry.text, &entry.events);
        page.markup.fixed("</dd>\n");
    }
    page.markup.fixed("</dl>\n");
    page.markup.more(record.timeline.len().saturating_sub(N_ENTRIES_MAX), "rows of the timeline");
    undated(page);
}

/// What happened at a time that no account gives.
fn undated(page: &mut Page<'_>) {
    let record = page.desk.record;
    let mut events: Vec<usize> = (0..record.events.len())
        .filter(|&e| record.events[e].time.is_none() && record.events[e].status.is_presented_as_happened())
        .collect();
    if events.is_empty() {
        return;
    }
    events.sort_by_key(|&e| (std::cmp::Reverse(record.events[e].support.independent), e));
    let n = words::count(events.len(), "event", "events");
    page.markup.fixed("<details><summary>").text(&words::capitalised(&n));
    page.markup.fixed(" to which no account gives a time</summary><ul>");
    for &e in events.iter().take(N_UNDATED_MAX) {
        page.markup.fixed("<li>");
        event(page, record.events[e].label, &[e]);
        page.markup.fixed("</li>\n");
    }
    page.markup.fixed("</ul>");
    page.markup.more(events.len().saturating_sub(N_UNDATED_MAX), "events without a time");
    page.markup.fixed("</details>\n");
}

/// One telling, with links to all claims of the events that it stands for.
pub(super) fn event(page: &mut Page<'_>, text: TextSpan, events: &[usize]) {
    let record = page.desk.record;
    let claims = events.iter().flat_map(|&e| &record.events[e].claims).map(|&c| record.claims[c].span);
    let spans: Vec<TextSpan> = std::iter::once(text).chain(claims.filter(|s| !is_same(*s, text))).collect();
    let spans = one_a_sentence(page, &spans);
    page.sentence(text, &spans);
    if let Some(first) = events.first().map(|&e| &record.events[e]) {
        if !matches!(first.status, Status::Corroborated | Status::SingleSource) {
            page.markup.fixed(" ");
            page.mark(shape(first.status.as_str()), words::status(first.status));
        }
    }
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
