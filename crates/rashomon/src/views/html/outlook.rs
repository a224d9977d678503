//! What did not happen, or not yet: planned, demanded, conditional, denied. Kept apart from what did.

use super::page::Page;
use super::timeline::places;
use crate::views::words;
use rashomon_reconcile::{Record, Status, TextSpan};

/// Sentences listed under one heading.
const N_SENTENCES_MAX: usize = 30;

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
    page.markup.fixed(
        "<p class=\"note\">The underlined words are not reported as having taken place; the rest of their ",
    );
    page.markup.fixed("sentence may be.</p>\n");
    for (status, heading) in KINDS {
        let of_status = (0..record.events.len()).filter(|&e| record.events[e].status == status).collect();
        let groups = page.desk.outlook(of_status);
        if groups.is_empty() {
            continue;
        }
        page.markup.element("h3", &[], heading).fixed("<ul class=\"plain\">\n");
        for (text, events) in groups.iter().take(N_SENTENCES_MAX) {
            page.markup.fixed("<li>");
            item(page, *text, events);
            page.markup.fixed("</li>\n");
        }
        page.markup.fixed("</ul>\n");
        page.markup.more(groups.len().saturating_sub(N_SENTENCES_MAX), "of these");
    }
}

/// The sentence with the words of its events underlined.
fn item(page: &mut Page<'_>, text: TextSpan, events: &[usize]) {
    let record = page.desk.record;
    underlined(page, text, events);
    let spans = places(page, text, events);
    page.cite(&spans);
    let mut times: Vec<String> =
        events.iter().filter_map(|&e| record.events[e].time.as_ref()).map(words::when).collect();
    times.dedup();
    if !times.is_empty() {
        page.note(&format!("{}.", words::capitalised(&times.join("; "))));
    }
}

/// Words of an article, those that tell of the events underlined.
pub(super) fn underlined(page: &mut Page<'_>, text: TextSpan, events: &[usize]) {
    page.markup.fixed("<span dir=\"auto\" class=\"words\">");
    for (carries, words) in page.desk.pieces(text, events) {
        if carries {
            page.markup.element("u", &[], words);
        } else {
            page.markup.text(words);
        }
    }
    page.markup.fixed("</span>");
}
