//! What did not happen, or not yet: planned, demanded, conditional, denied. Kept apart from what did.

use super::page::Page;
use super::timeline::event;
use crate::views::words;
use rashomon_reconcile::{Record, Status};

/// Events listed under one heading.
const N_EVENTS_MAX: usize = 30;

const KINDS: [(Status, &str); 3] = [
    (Status::Planned, "Planned, expected or demanded"),
    (Status::Conditional, "Only under a condition, or merely possible"),
    (Status::Denied, "Denied, or said not to have happened"),
];

pub(super) fn has_any(record: &Record) -> bool {
    record.events.iter().any(|e| !e.status.is_presented_as_happened())
}

pub(super) fn section(page: &mut Page<'_>) {
    let record = page.desk.record;
    page.markup.fixed("<p class=\"note\">None of this is reported as having taken place.</p>\n");
    for (status, heading) in KINDS {
        let mut events: Vec<usize> =
            (0..record.events.len()).filter(|&e| record.events[e].status == status).collect();
        if events.is_empty() {
            continue;
        }
        events.sort_by_key(|&e| {
            let support = &record.events[e].support;
            (std::cmp::Reverse((support.independent, support.articles)), e)
        });
        page.markup.element("h3", &[], heading).fixed("<ul class=\"plain\">\n");
        for &e in events.iter().take(N_EVENTS_MAX) {
            page.markup.fixed("<li>");
            event(page, record.events[e].label, &[e]);
            if let Some(time) = &record.events[e].time {
                let when = words::capitalised(&words::when(time));
                page.markup.element("p", &[("class", "note")], &format!("{when}."));
            }
            page.markup.fixed("</li>\n");
        }
        page.markup.fixed("</ul>\n");
        page.markup.more(events.len().saturating_sub(N_EVENTS_MAX), "of these");
    }
}
