//! The head of the page and the summary.

use super::outlook::underlined;
use super::page::Page;
use crate::views::words;
use rashomon_reconcile::ReportSentence;

pub(super) fn header(page: &mut Page<'_>, title: &str) {
    let record = page.desk.record;
    page.markup.fixed("<header>\n");
    page.markup.element("h1", &[("dir", "auto")], title);
    page.markup.fixed("<p class=\"lead\">");
    if let Some(as_of) = &record.report.as_of {
        let latest = format!("As of {}. ", words::when(as_of));
        page.markup.element("strong", &[], &latest);
    }
    page.markup.text(&page.desk.census().in_words()).fixed("</p>\n");
    if record.stories.len() > 1 {
        stories(page);
    }
    page.markup.fixed("</header>\n");
}

/// Stories that are named at the head of the page.
const N_STORIES_MAX: usize = 8;

/// A pile may hold several stories; the reader is told so at once.
fn stories(page: &mut Page<'_>) {
    let record = page.desk.record;
    let mut stories: Vec<usize> = (0..record.stories.len()).collect();
    stories.sort_by_key(|&s| (std::cmp::Reverse(record.stories[s].articles.len()), s));
    let n = words::capitalised(&words::count(stories.len(), "story", "different stories"));
    page.markup.element("p", &[("class", "note")], &format!("{n} in this pile:"));
    page.markup.fixed("<ul class=\"stories\">");
    for &s in stories.iter().take(N_STORIES_MAX) {
        let story = &record.stories[s];
        let n = words::count(story.articles.len(), "account", "accounts");
        page.markup.fixed("<li>");
        page.markup.element("span", &[("dir", "auto")], page.desk.text(story.label)).text(&format!(" ({n})"));
        page.cite_articles(&story.articles);
        page.markup.fixed("</li>");
    }
    page.markup.fixed("</ul>");
    page.markup.more(stories.len().saturating_sub(N_STORIES_MAX), "stories");
}

pub(super) fn section(page: &mut Page<'_>) {
    let sections = &page.desk.record.report.sections;
    if sections.is_empty() {
        page.markup.fixed("<p>No event stands out in these accounts; read them in full below.</p>");
        return;
    }
    page.markup.fixed("<p class=\"note\">Every sentence is taken word for word from an account. ");
    page.markup.fixed("The numbers lead to the places that tell the same. ");
    page.markup.fixed("Where a word is underlined, that is what is planned, conditional or denied.</p>\n");
    for section in sections {
        page.markup.element("h3", &[], section.heading);
        page.markup.fixed("<ol class=\"summary\">\n");
        for sentence in &section.sentences {
            item(page, sentence);
        }
        page.markup.fixed("</ol>\n");
    }
}

fn item(page: &mut Page<'_>, sentence: &ReportSentence) {
    page.markup.fixed("<li><p>");
    let happened = |e: usize| page.desk.record.events[e].status.is_presented_as_happened();
    match sentence.event {
        Some(event) if !happened(event) => {
            underlined(page, sentence.text, &[event]);
            page.cite(&sentence.spans);
        }
        _ => page.sentence(sentence.text, &sentence.spans),
    }
    page.markup.fixed("</p><p class=\"note\">");
    for flag in sentence.flags.iter().filter(|f| **f != "single-source") {
        page.mark(shape(flag), &words::flag(flag));
        page.markup.fixed(" ");
    }
    let mut support = sentence.support.as_ref().map_or_else(String::new, |s| page.desk.support(s));
    let time = sentence.event.and_then(|e| page.desk.record.events[e].time.as_ref());
    if let Some(time) = time {
        let when = words::capitalised(&words::when(time));
        support = if support.is_empty() { when } else { format!("{when}. {support}") };
    }
    if !support.is_empty() {
        support.push('.');
    }
    page.markup.text(&support).fixed("</p></li>\n");
}

/// The shape that goes with a flag.
pub(super) fn shape(flag: &str) -> &'static str {
    match flag {
        "disputed" | "figure-disputed" | "date-disputed" => "is-disputed",
        "denied" => "is-denied",
        "planned" | "demanded" | "conditional" | "possible" => "is-open",
        _ => "is-other",
    }
}
