//! Votes, control of territory, tolls, positions: tables, with a chart where figures move.

use super::chart::{Frame, Point, steps};
use super::page::Page;
use crate::views::words;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::quantity::Qualifier;
use rashomon_reconcile::{ActorPosition, Control, Link, Record, TextSpan, Toll, TollPoint, Vote, is_unsure};
use rashomon_text::Time;

/// Entries of each tracker.
const N_LISTED_MAX: usize = 40;
/// Rows of one table.
const N_ROWS_MAX: usize = 40;

pub(super) fn has_any(record: &Record) -> bool {
    let s = &record.situation;
    !(s.votes.is_empty() && s.control.is_empty() && s.tolls.is_empty() && s.positions.is_empty())
}

pub(super) fn section(page: &mut Page<'_>) {
    let situation = &page.desk.record.situation;
    if !situation.votes.is_empty() {
        page.markup.fixed("<h3>Votes</h3>\n");
        situation.votes.iter().take(N_LISTED_MAX).for_each(|v| vote(page, v));
        page.markup.more(situation.votes.len().saturating_sub(N_LISTED_MAX), "votes");
    }
    if !situation.control.is_empty() {
        page.markup.fixed("<h3>Who controls what</h3>\n");
        control(page);
        control_groups(page).iter().take(N_LISTED_MAX).for_each(|g| control_chart(page, g));
    }
    if !situation.tolls.is_empty() {
        page.markup.fixed("<h3>Tolls and other counts</h3>\n");
        page.markup.fixed("<p class=\"note\">Counts over different times or places are kept apart and never added up.</p>\n");
        situation.tolls.iter().take(N_LISTED_MAX).for_each(|t| toll(page, t));
        page.markup.more(situation.tolls.len().saturating_sub(N_LISTED_MAX), "series");
    }
    positions(page);
}

fn vote(page: &mut Page<'_>, vote: &Vote) {
    let body = vote.body.map_or(vote.body_name.as_str(), |e| page.desk.name(e));
    let mut caption = if body.is_empty() { "A vote".to_owned() } else { words::capitalised(body) };
    if !vote.subject.is_empty() {
        caption.push_str(&format!(": {}", vote.subject));
    }
    let mut facts: Vec<String> = vote.date.iter().map(words::when).collect();
    facts.extend(vote.outcome.map(|o| words::outcome(o).to_owned()));
    if !facts.is_empty() {
        caption.push_str(&format!(" ({})", facts.join(", ")));
    }
    page.open_table("vote", &caption, &["Vote", "Number", "Named in the accounts"]);
    let rows = [
        ("For", vote.for_count, &vote.members_for),
        ("Against", vote.against_count, &vote.members_against),
        ("Abstained", vote.abstain_count, &vote.members_abstain),
        ("Absent", vote.absent_count, &Vec::new()),
    ];
    for (label, count, members) in rows {
        if count.is_none() && members.is_empty() {
            continue;
        }
        let names: Vec<String> = members
            .iter()
            .map(|&m| {
                let veto = if vote.members_veto.contains(&m) { " (veto)" } else { "" };
                format!("{}{veto}", page.desk.name(m))
            })
            .collect();
        page.markup.fixed("<tr>").element("th", &[("scope", "row")], label);
        match count {
            Some(n) => page.markup.element("td", &[("class", "figure")], &words::grouped(n as f64)),
            None => page.markup.fixed("<td>not given</td>"),
        };
        page.markup.element("td", &[], &words::list(&names, 30)).fixed("</tr>\n");
    }
    page.close_table();
    for check in &vote.checks {
        page.markup.fixed("<p class=\"note\">");
        page.mark("is-check", "sum checked");
        page.markup.text(&format!(" {}.", words::capitalised(check))).fixed("</p>\n");
    }
    if let Some((&first, _)) = vote.evidence.split_first() {
        page.markup.fixed("<p class=\"evidence\">");
        page.sentence(first, &vote.evidence);
        page.markup.fixed("</p>\n");
    }
}

/// Entries of one area and holder, earliest first.
fn control_groups<'a>(page: &Page<'a>) -> Vec<Vec<&'a Control>> {
    let mut groups: Vec<Vec<&Control>> = Vec::new();
    for one in &page.desk.record.situation.control {
        let key =
            |c: &Control| (c.area, c.area_name.clone(), c.holder, c.holder_name.clone(), c.unit.clone());
        match groups.iter_mut().find(|g| key(g[0]) == key(one)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    for group in &mut groups {
        group.sort_by_key(|c| c.as_of.as_ref().map(|t| (t.end, t.start)));
    }
    groups
}

/// All figures of control in one table, by the day they hold for: one side goes by several names.
fn control(page: &mut Page<'_>) {
    let mut all: Vec<&Control> = page.desk.record.situation.control.iter().collect();
    all.sort_by_key(|c| c.as_of.as_ref().map(|t| (t.end, t.start)));
    let columns = ["As of", "Who", "Where", "Held", "Who says so", "In the words of the account"];
    page.open_table("control", "Figures of territory held or taken, as the accounts give them", &columns);
    for one in all.iter().take(N_ROWS_MAX) {
        let (holder, area) = parties(page, one);
        page.markup.fixed("<tr>").element("td", &[], &when(one.as_of.as_ref()));
        page.markup.element("td", &[], if holder.is_empty() { "not said" } else { &holder });
        page.markup.element("td", &[], if area.is_empty() { "not said" } else { &area });
        // "Two-thirds" is shown as it is written.
        let figure = one
            .quantity
            .map(|q| (page.desk.record.quantities[q].span.article, page.desk.record.quantities[q].figure));
        let as_written = figure.filter(|_| one.share.is_some_and(|s| s.fract() != 0.0));
        let held = as_written.map_or_else(
            || shown_share(one),
            |(article, span)| page.desk.text(TextSpan { article, span }).to_owned(),
        );
        page.markup.fixed("<td class=\"figure\">").text(&held);
        if one.unit != "share" {
            page.markup.text(&format!(" {}", one.unit));
        }
        if let Some(mode) = words::modality(one.modality).filter(|_| one.modality != Modality::Ongoing) {
            page.markup.fixed(" ");
            page.mark("is-open", mode);
        }
        page.markup.fixed("</td>").element("td", &[], &says_so(&one.attribution)).fixed("<td>");
        if let Some(&at) = one.evidence.first() {
            page.sentence(at, &one.evidence);
        }
        page.markup.fixed("</td></tr>\n");
    }
    page.close_table();
    page.markup.more(all.len().saturating_sub(N_ROWS_MAX), "rows of this table");
}

/// Who holds it and where.
fn parties(page: &Page<'_>, control: &Control) -> (String, String) {
    let named = |entity: Option<usize>, name: &str| {
        entity.map_or_else(|| name.to_owned(), |e| page.desk.name(e).to_owned())
    };
    let holder = words::capitalised(&named(control.holder, &control.holder_name));
    (holder, named(control.area, &control.area_name))
}

/// How the figures of one holder in one area move.
fn control_chart(page: &mut Page<'_>, group: &[&Control]) {
    let (holder, area) = parties(page, group[0]);
    let names: Vec<&str> = [holder.as_str(), area.as_str()].into_iter().filter(|n| !n.is_empty()).collect();
    let title = format!("{}: {} held", names.join(" in "), group[0].unit);
    let is_share = group[0].unit == "share";
    let points: Vec<Point> = group.iter().filter_map(control_point).collect();
    steps(
        &mut page.markup,
        &Frame { title: &title, top: is_share.then_some(100.0), is_percent: is_share },
        &points,
    );
}

fn shown_share(one: &Control) -> String {
    let is_share = one.unit == "share";
    let unit = if is_share { " %" } else { "" };
    let of = one.whole.map_or_else(String::new, |w| format!(" of {}", words::grouped(w)));
    let of = if is_share { String::new() } else { of };
    match (one.share, one.low, one.high) {
        (Some(share), ..) => format!("{}{unit}{of}", words::grouped(share)),
        (None, Some(low), Some(high)) => {
            format!("{}–{}{unit}{of}", words::grouped(low), words::grouped(high))
        }
        (None, Some(low), None) => format!("at least {}{unit}{of}", words::grouped(low)),
        (None, None, Some(high)) => format!("at most {}{unit}{of}", words::grouped(high)),
        (None, None, None) => "not given as a number".to_owned(),
    }
}

fn control_point(one: &&Control) -> Option<Point> {
    let low = one.share.or(one.low)?;
    let high = one.share.or(one.high).unwrap_or(low);
    let open_end = match (one.share, one.low, one.high) {
        (None, Some(_), None) => 1,
        _ => 0,
    };
    let time = one.as_of.as_ref()?;
    Some(Point {
        first: time.first_day()?,
        last: time.last_day()?,
        low,
        high,
        open_end,
        label: shown_share(one),
        is_fact: is_fact(one.modality, Polarity::Positive),
    })
}

fn toll(page: &mut Page<'_>, toll: &Toll) {
    let caption = toll_caption(page, toll);
    page.open_table("toll", &caption, &["As of", "Figure as written", "Who says so", "Where"]);
    toll.series.iter().take(N_ROWS_MAX).for_each(|point| toll_row(page, point));
    page.close_table();
    page.markup.more(toll.series.len().saturating_sub(N_ROWS_MAX), "figures of this series");
    let shown = toll.series.iter().filter_map(|p| p.quantities.first());
    let points: Vec<Point> = shown.filter_map(|&q| toll_point(page, q)).collect();
    steps(&mut page.markup, &Frame { title: &caption, top: None, is_percent: false }, &points);
}

fn toll_caption(page: &Page<'_>, toll: &Toll) -> String {
    let mut caption = words::capitalised(&words::measure(&toll.measure));
    if !toll.of.is_empty() && !caption.to_lowercase().contains(&toll.of.to_lowercase()) {
        caption.push_str(&format!(" ({})", toll.of));
    }
    if let Some(place) = toll.place {
        caption.push_str(&format!(", {}", page.desk.name(place)));
    }
    if let Some(scope) = &toll.scope {
        caption.push_str(&format!(", counted {}", counted(scope)));
    }
    caption
}

fn counted(scope: &Time) -> String {
    match (scope.start, scope.end) {
        (Some(_), Some(_)) => format!("over {}", words::when(scope)),
        _ => words::when(scope),
    }
}

fn toll_row(page: &mut Page<'_>, point: &TollPoint) {
    let record = page.desk.record;
    let Some(&first) = point.quantities.first() else { return };
    let one = &record.quantities[first];
    let as_of = match (&one.as_of, one.as_of_stated) {
        (Some(time), true) => words::capitalised(&words::when(time)),
        (Some(time), false) => format!("{} (told then)", words::capitalised(&words::when(time))),
        (None, _) => "not known".to_owned(),
    };
    page.markup.fixed("<tr>").element("td", &[], &as_of).fixed("<td class=\"figure\">");
    page.markup.element("span", &[("dir", "auto"), ("class", "words")], page.desk.text(one.span));
    if one.polarity == Polarity::Negative {
        page.markup.fixed(" ");
        page.mark("is-denied", "negated");
    }
    if let Some(mode) = words::modality(one.modality).filter(|_| !is_fact(one.modality, one.polarity)) {
        page.markup.fixed(" ");
        page.mark("is-open", mode);
    }
    if point.quantities.iter().all(|&q| is_unsure(record.quantities[q].confidence)) {
        page.markup.fixed(" ");
        page.mark("is-other", &words::flag("uncertain"));
    }
    page.markup.fixed("</td>").element("td", &[], &says_so(&one.attribution)).fixed("<td>");
    let spans: Vec<TextSpan> = point.quantities.iter().map(|&q| record.quantities[q].span).collect();
    page.cite(&spans);
    page.markup.fixed("</td></tr>\n");
}

fn toll_point(page: &Page<'_>, quantity: usize) -> Option<Point> {
    let q = &page.desk.record.quantities[quantity];
    let low = q.value.or(q.low).or(q.high)?;
    let high = if q.value.is_some() { low } else { q.high.unwrap_or(low) };
    let time = q.as_of.as_ref()?;
    let figure = page.desk.text(TextSpan { article: q.span.article, span: q.figure });
    let prefix = match q.qualifier {
        Qualifier::MoreThan => "> ",
        Qualifier::AtLeast => "≥ ",
        Qualifier::LessThan => "< ",
        Qualifier::AtMost => "≤ ",
        Qualifier::About => "about ",
        _ => "",
    };
    Some(Point {
        first: time.first_day()?,
        last: time.last_day()?,
        low: low.min(high),
        high: high.max(low),
        open_end: words::open_end(q.qualifier),
        label: format!("{prefix}{figure}"),
        is_fact: is_fact(q.modality, q.polarity),
    })
}

/// What somebody stands for or against is shown where it is this short, in bytes; else the sentence tells it.
const ON_BYTES_MAX: usize = 90;

fn positions(page: &mut Page<'_>) {
    let record = page.desk.record;
    let all = &record.situation.positions;
    if all.is_empty() {
        return;
    }
    page.markup.fixed("<h3>Who stands where</h3>\n");
    page.open_table(
        "positions",
        "Positions of the actors",
        &["Who", "Stands", "In the words of the account"],
    );
    let mut groups: Vec<(Vec<usize>, &ActorPosition)> = Vec::new();
    for one in all {
        let key = |p: &ActorPosition| (p.statement, p.stance, p.on.clone());
        match groups.iter_mut().find(|(_, other)| key(other) == key(one)) {
            Some((actors, _)) => actors.push(one.actor),
            None => groups.push((vec![one.actor], one)),
        }
    }
    groups.sort_by_key(|(actors, _)| all.iter().position(|p| p.actor == actors[0]));
    let mut actors_before = Vec::new();
    for (actors, one) in groups.iter().take(N_ROWS_MAX) {
        position(page, actors, one, *actors == actors_before);
        actors_before.clone_from(actors);
    }
    page.close_table();
    page.markup.more(groups.len().saturating_sub(N_ROWS_MAX), "positions");
}

fn position(page: &mut Page<'_>, actors: &[usize], one: &ActorPosition, is_same_as_above: bool) {
    let mut names: Vec<String> = actors.iter().map(|&a| page.desk.name(a).to_owned()).collect();
    names.dedup();
    let names = if is_same_as_above { "″".to_owned() } else { words::list(&names, 6) };
    page.markup.fixed("<tr>").element("th", &[("scope", "row")], &names).fixed("<td>");
    page.markup.element("strong", &[], words::stance(one.stance));
    if !one.on.is_empty() && one.on.len() <= ON_BYTES_MAX {
        page.markup.fixed(" ").element("span", &[("dir", "auto"), ("class", "words")], &one.on);
    }
    page.markup.fixed("</td><td>");
    page.sentence(one.statement, &[]);
    if let Some(time) = &one.time {
        page.note(&format!("{}.", words::capitalised(&words::when(time))));
    }
    page.markup.fixed("</td></tr>\n");
}

fn when(time: Option<&Time>) -> String {
    time.map_or_else(|| "not known".to_owned(), |t| words::capitalised(&words::when(t)))
}

fn says_so(chain: &[Link]) -> String {
    words::said_by(chain).map_or_else(|| "the account itself".to_owned(), |s| words::capitalised(&s))
}

fn is_fact(modality: Modality, polarity: Polarity) -> bool {
    polarity == Polarity::Positive && matches!(modality, Modality::Happened | Modality::Ongoing)
}
