//! Where the accounts differ: the sides next to each other, none taken.

use super::page::Page;
use crate::views::words;
use rashomon_reconcile::{About, Disagreement, Position, Relation, TextSpan};

/// Disagreements listed of each sort.
const N_LISTED_MAX: usize = 40;
/// Sides listed of one.
const N_POSITIONS_MAX: usize = 10;

pub(super) fn section(page: &mut Page<'_>) {
    let all = &page.desk.record.disagreements;
    let (conflicts, others): (Vec<&Disagreement>, Vec<&Disagreement>) =
        all.iter().partition(|d| d.relation == Relation::Conflict);
    if conflicts.is_empty() {
        page.markup.fixed("<p>No two accounts were found to contradict each other.</p>");
    } else {
        listed(page, &conflicts);
    }
    if !others.is_empty() {
        page.markup.fixed("<h3>Different, but no contradiction</h3>\n");
        listed(page, &others);
    }
}

fn listed(page: &mut Page<'_>, all: &[&Disagreement]) {
    for d in all.iter().take(N_LISTED_MAX) {
        disagreement(page, d);
    }
    page.markup.more(all.len().saturating_sub(N_LISTED_MAX), "of these");
}

fn disagreement(page: &mut Page<'_>, d: &Disagreement) {
    let record = page.desk.record;
    let about = match &d.about {
        About::Event(event) => page.desk.text(record.events[*event].label).to_owned(),
        About::Measure(key) => words::capitalised(&words::measure(key)),
    };
    let class = if d.relation == Relation::Conflict { "differ is-conflict" } else { "differ" };
    page.markup.tag("div", &[("class", class)]).fixed("<p class=\"about\">");
    page.markup.element("strong", &[], words::disagreement(d.kind)).fixed(" · ");
    page.markup.element("span", &[("dir", "auto")], &about).fixed("</p>\n");
    let caption = format!("{}: the sides", words::disagreement(d.kind));
    page.open_table("sides", &caption, &["What is said", "Where", "Independent sources", "As of"]);
    for position in d.positions.iter().take(N_POSITIONS_MAX) {
        side(page, position);
    }
    page.close_table();
    page.markup.more(d.positions.len().saturating_sub(N_POSITIONS_MAX), "sides");
    let note = if d.note.is_empty() { String::new() } else { format!(": {}", d.note) };
    page.note(&format!("{}{note}.", words::relation(d.relation)));
    page.markup.fixed("</div>\n");
}

fn side(page: &mut Page<'_>, position: &Position) {
    let record = page.desk.record;
    let claims = position.claims.iter().map(|&c| record.claims[c].span);
    let figures = position.quantities.iter().map(|&q| record.quantities[q].span);
    let places: Vec<TextSpan> = claims.chain(figures).collect();
    page.markup.fixed("<tr>").element("td", &[("dir", "auto"), ("class", "words")], &position.summary);
    page.markup.fixed("<td>");
    if places.is_empty() {
        page.cite_articles(&position.articles);
    } else {
        page.cite(&places);
    }
    page.markup.fixed("</td>").element("td", &[], &position.independent.to_string());
    let as_of = position.as_of.as_ref().map_or_else(String::new, words::when);
    page.markup.element("td", &[], &as_of).fixed("</tr>\n");
}
