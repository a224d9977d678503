//! Who says what: quotations by speaker, the same words shown once with all their places.

use super::page::Page;
use crate::views::desk::{Speaker, Utterance, is_pronoun, whole};
use crate::views::words;
use rashomon_reconcile::{Quotation, TextSpan};
use rashomon_text::Span;

/// Speakers listed.
const N_SPEAKERS_MAX: usize = 40;
/// Utterances shown at once; more are folded away.
const N_OPEN_MAX: usize = 4;
/// Utterances listed of one speaker.
const N_UTTERANCES_MAX: usize = 30;

pub(super) fn section(page: &mut Page<'_>) {
    let speakers = page.desk.speakers();
    page.markup.fixed(
        "<p class=\"note\">Quotation marks: the speaker's own words. Without them: reported speech, in the ",
    );
    page.markup.fixed("words of the account, after its reporting verb.</p>\n");
    let n_hidden = speakers.len().saturating_sub(N_SPEAKERS_MAX);
    let mut hidden = 0;
    for (i, one) in speakers.iter().enumerate() {
        if i < N_SPEAKERS_MAX || one.entity.is_none() {
            speaker(page, one);
        } else {
            hidden += one.utterances.len();
        }
    }
    if n_hidden > 0 {
        page.markup.more(hidden, "quotations of further speakers");
    }
}

fn speaker(page: &mut Page<'_>, speaker: &Speaker) {
    page.markup.fixed("<div class=\"speaker\">");
    match speaker.entity {
        Some(entity) => {
            let name = page.desk.name(entity);
            page.markup.fixed("<h3>").element("bdi", &[], name);
            if let Some(office) = page.desk.office(entity).filter(|o| o != name) {
                page.markup.fixed(" ").element("small", &[("dir", "auto")], &office);
            }
            page.markup.fixed("</h3>\n");
        }
        None => {
            page.markup
                .fixed("<h3>Speaker not known <small>the text names nobody, or does not say who is meant");
            page.markup.fixed("</small></h3>\n");
        }
    }
    let all = &speaker.utterances;
    let (open, folded) = all.split_at(all.len().min(N_OPEN_MAX));
    open.iter().for_each(|u| utterance(page, u));
    if !folded.is_empty() {
        let n = words::grouped(folded.len() as f64);
        page.markup.fixed("<details><summary>").text(&format!("{n} more")).fixed("</summary>\n");
        folded.iter().take(N_UTTERANCES_MAX).for_each(|u| utterance(page, u));
        page.markup.more(folded.len().saturating_sub(N_UTTERANCES_MAX), "quotations of this speaker");
        page.markup.fixed("</details>");
    }
    page.markup.fixed("</div>\n");
}

fn utterance(page: &mut Page<'_>, utterance: &Utterance) {
    let record = page.desk.record;
    let q = &record.quotations[utterance.quotations[0]];
    page.markup.tag("blockquote", &[("dir", "auto"), ("class", q.kind.as_str())]).fixed("<p>");
    if let Some(span) = page.desk.cue(q) {
        let words = page.desk.text(TextSpan { article: q.article, span });
        page.markup.element("span", &[("class", "cue")], words).fixed(" ");
    }
    for (i, &content) in q.content.iter().enumerate() {
        if i > 0 {
            page.markup.fixed(" … ");
        }
        said(page, q, content);
    }
    let places: Vec<TextSpan> = utterance
        .quotations
        .iter()
        .map(|&i| &record.quotations[i])
        .map(|q| TextSpan {
            article: q.article,
            span: q.content.first().copied().unwrap_or_else(|| whole(q)),
        })
        .collect();
    page.cite(&places);
    page.markup.fixed("</p></blockquote>\n");
    let note = about(page, q, utterance.n_articles);
    if !note.is_empty() {
        page.note(&note);
    }
}

/// The words, with quotation marks where the article has them just outside the span.
fn said(page: &mut Page<'_>, q: &Quotation, content: Span) {
    let text = page.desk.text(TextSpan { article: q.article, span: content });
    let starts = q.in_marks.iter().any(|m| m.start() == content.start());
    let ends = q.in_marks.iter().any(|m| m.end() == content.end());
    if starts {
        page.markup.fixed("“");
    }
    page.markup.text(if ends { text.trim_end_matches(',') } else { text });
    if ends {
        page.markup.fixed("”");
    }
}

/// What must be known of the words beside who said them.
fn about(page: &Page<'_>, q: &Quotation, n_articles: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    if q.speaker.is_none() {
        parts.push(speaker_as_written(page, q));
    }
    let mut via = words::via(&q.attribution);
    if let Some(to) = q.addressee.map(|e| page.desk.name(e)) {
        via.retain(|v| v != to);
        parts.push(format!("to {to}"));
    }
    if !via.is_empty() {
        parts.push(format!("via {}", words::list(&via, 3)));
    }
    if let Some(outer) = q.inside.and_then(|i| page.desk.record.quotations[i].speaker) {
        parts.push(format!("as told by {}", page.desk.name(outer)));
    }
    if let Some(time) = &q.time {
        parts.push(words::when(time));
    }
    if n_articles > 1 {
        parts.push(format!("the same words in {}", words::count(n_articles, "account", "accounts")));
    }
    if parts.is_empty() { String::new() } else { format!("{}.", words::capitalised(&parts.join("; "))) }
}

fn speaker_as_written(page: &Page<'_>, q: &Quotation) -> String {
    let Some(span) = q.speaker_span else { return "speaker not given in the text".to_owned() };
    let words = page.desk.text(TextSpan { article: q.article, span });
    if is_pronoun(words) {
        format!("said by “{words}”; the text does not say who that is")
    } else {
        format!("said by “{words}”")
    }
}
