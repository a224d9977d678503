//! The report in Markdown, compact enough for a terminal: the same record as the page, with a numbered list of
//! places instead of links.

use super::desk::{Desk, Speaker, is_pronoun, whole};
use super::words;
use rashomon_reading::modality::Modality;
use rashomon_reading::quotation::QuotationKind;
use rashomon_reconcile::{About, Record, Relation, ReportSentence, Status, TextSpan, is_unsure};
use rashomon_reuse::{Direction, ReuseKind};
use rashomon_text::{CharOffsets, DatingBasis};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Sentences of one day of the timeline.
const N_A_DAY_MAX: usize = 4;
/// Rows of one list; what is left out is said.
const N_ROWS_MAX: usize = 40;
/// Quotations of one speaker.
const N_UTTERANCES_MAX: usize = 6;
/// Figures of one series.
const N_POINTS_MAX: usize = 16;
/// Speakers.
const N_SPEAKERS_MAX: usize = 20;
/// References after one sentence.
const N_CITED_MAX: usize = 8;
/// Articles in the list at the end.
const N_ARTICLES_MAX: usize = 200;

/// The report of the record in Markdown. `title` replaces the headline that the record chose.
#[must_use]
pub fn markdown(record: &Record, title: Option<&str>) -> String {
    let mut view = View { desk: Desk::new(record), out: String::new(), places: Places::default() };
    view.header(&super::heading(record, title));
    view.summary();
    view.trackers();
    view.timeline();
    view.voices();
    view.disagreements();
    view.outlook();
    view.copies();
    view.remarks();
    view.places();
    view.articles();
    view.out
}

/// The places cited so far, numbered in the order of their citation.
#[derive(Default)]
struct Places {
    number: BTreeMap<(usize, usize, usize), usize>,
    cited: Vec<TextSpan>,
}

impl Places {
    fn number(&mut self, at: TextSpan) -> usize {
        let key = (at.article, at.span.start(), at.span.end());
        if let Some(&n) = self.number.get(&key) {
            return n;
        }
        self.cited.push(at);
        self.number.insert(key, self.cited.len());
        self.cited.len()
    }
}

struct View<'a> {
    desk: Desk<'a>,
    out: String,
    places: Places,
}

impl View<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        let _ = write!(self.out, "\n## {heading}\n\n");
    }

    /// A list item with citations, and a second line of remarks.
    fn item(&mut self, text: &str, spans: &[TextSpan], remark: &str) {
        self.marked_item(&plain(text), spans, remark);
    }

    /// An item whose text is Markdown.
    fn marked_item(&mut self, text: &str, spans: &[TextSpan], remark: &str) {
        let cites = self.cites(spans);
        let _ = writeln!(self.out, "- {text}{cites}");
        if !remark.is_empty() {
            let _ = writeln!(self.out, "  *{}*", plain(remark));
        }
    }

    fn cites(&mut self, spans: &[TextSpan]) -> String {
        let spans = self.desk.citations(spans);
        let numbers: Vec<String> =
            spans.iter().take(N_CITED_MAX).map(|&s| format!("[{}]", self.places.number(s))).collect();
        let more = spans.len().saturating_sub(N_CITED_MAX);
        match (numbers.is_empty(), more) {
            (true, _) => String::new(),
            (false, 0) => format!(" {}", numbers.concat()),
            (false, more) => format!(" {} and {more} more", numbers.concat()),
        }
    }

    fn more(&mut self, n_all: usize, n_max: usize, what: &str) {
        if n_all > n_max {
            let _ = writeln!(self.out, "- {} more {what} in record.json", n_all - n_max);
        }
    }

    fn header(&mut self, title: &str) {
        let _ = writeln!(self.out, "# {}\n", escaped(title));
        let as_of = self.desk.record.report.as_of.as_ref();
        let as_of = as_of.map_or_else(String::new, |t| format!("As of {}. ", words::when(t)));
        let census = self.desk.census().in_words();
        self.line(&format!("{as_of}{census}"));
        self.line(
            "Every sentence below is taken word for word from an account; [n] leads to the list of places.",
        );
    }

    fn summary(&mut self) {
        let sections = &self.desk.record.report.sections;
        for section in sections {
            self.heading(section.heading);
            for s in &section.sentences {
                let mut remark: Vec<String> = s
                    .flags
                    .iter()
                    .filter(|f| **f != "single-source")
                    .map(|f| words::flag(f).to_uppercase())
                    .collect();
                let time = s.event.and_then(|e| self.desk.record.events[e].time.as_ref());
                remark.extend(time.map(|t| words::capitalised(&words::when(t))));
                remark.extend(s.support.as_ref().map(|s| self.desk.support(s)));
                self.marked_item(&self.told(s), &s.spans, &remark.join(". "));
            }
        }
        if sections.is_empty() {
            self.line("\nNo event stands out in these accounts.");
        }
    }

    /// The sentence; the words for what is not told as done in bold.
    fn told(&self, s: &ReportSentence) -> String {
        let open = s.event.filter(|&e| !self.desk.record.events[e].status.is_presented_as_happened());
        let pieces = self.desk.pieces(s.text, open.as_slice());
        let marked = |(carries, words): &(bool, &str)| {
            let words = escaped(&words.replace(char::is_whitespace, " "));
            if *carries { format!("**{words}**") } else { words }
        };
        let told: String = pieces.iter().map(marked).collect();
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn trackers(&mut self) {
        let s = &self.desk.record.situation;
        if !s.votes.is_empty() {
            self.heading("Votes");
        }
        for v in s.votes.iter().take(N_ROWS_MAX) {
            let body = v.body.map_or(v.body_name.as_str(), |e| self.desk.name(e));
            let body = if body.is_empty() { "A vote" } else { body };
            let mut parts = vec![words::capitalised(body)];
            parts.extend((!v.subject.is_empty()).then(|| v.subject.clone()));
            parts.extend(v.date.as_ref().map(words::when));
            parts.extend(v.outcome.map(|o| words::outcome(o).to_owned()));
            let named = |members: &[usize]| -> String {
                let names: Vec<String> = members.iter().map(|&m| self.desk.name(m).to_owned()).collect();
                if names.is_empty() { String::new() } else { format!(" ({})", words::list(&names, 20)) }
            };
            for (label, n, members) in [
                ("for", v.for_count, &v.members_for),
                ("against", v.against_count, &v.members_against),
                ("abstained", v.abstain_count, &v.members_abstain),
                ("absent", v.absent_count, &Vec::new()),
            ] {
                if n.is_some() || !members.is_empty() {
                    let n = n.map_or_else(|| "not counted".to_owned(), |n| n.to_string());
                    parts.push(format!("{label} {n}{}", named(members)));
                }
            }
            if !v.members_veto.is_empty() {
                parts.push(format!("veto:{}", named(&v.members_veto)));
            }
            self.item(&parts.join("; "), &v.evidence, &v.checks.join("; "));
        }
        self.more(s.votes.len(), N_ROWS_MAX, "votes");
        self.control();
        self.tolls();
        self.positions();
    }

    fn control(&mut self) {
        let all = &self.desk.record.situation.control;
        if all.is_empty() {
            return;
        }
        self.heading("Who controls what");
        for c in all.iter().take(N_ROWS_MAX) {
            let mut remark: Vec<String> =
                c.as_of.iter().map(|t| format!("As of {}", words::when(t))).collect();
            remark.push(words::said_by(&c.attribution).unwrap_or_else(|| "the account itself".to_owned()));
            remark.extend(
                words::modality(c.modality)
                    .filter(|_| c.modality != Modality::Ongoing)
                    .map(str::to_uppercase),
            );
            let Some(&first) = c.evidence.first() else { continue };
            let holder = c.holder.map_or(c.holder_name.as_str(), |e| self.desk.name(e));
            if !holder.is_empty() {
                remark.insert(0, format!("Held or taken by {holder}"));
            }
            self.item(self.desk.text(first), &c.evidence, &remark.join("; "));
        }
        self.more(all.len(), N_ROWS_MAX, "rows");
    }

    fn tolls(&mut self) {
        let record = self.desk.record;
        let all = &record.situation.tolls;
        if all.is_empty() {
            return;
        }
        self.heading("Tolls and other counts");
        for toll in all.iter().take(N_ROWS_MAX) {
            let mut caption = words::capitalised(&words::measure(&toll.measure));
            if let Some(place) = toll.place {
                caption.push_str(&format!(", {}", self.desk.name(place)));
            }
            if let Some(scope) = &toll.scope {
                caption.push_str(&format!(", counted {}", words::when(scope)));
            }
            self.line(&format!("- **{}**", plain(&caption)));
            for point in toll.series.iter().take(N_POINTS_MAX) {
                let Some(&first) = point.quantities.first() else { continue };
                let one = &record.quantities[first];
                let spans: Vec<TextSpan> =
                    point.quantities.iter().map(|&q| record.quantities[q].span).collect();
                let as_of = one.as_of.as_ref().map_or_else(|| "day not known".to_owned(), words::when);
                let who = words::said_by(&one.attribution).unwrap_or_else(|| "the account itself".to_owned());
                let mode = words::modality(one.modality).filter(|_| one.modality != Modality::Ongoing);
                let mut mode = mode.map_or_else(String::new, |m| format!("; {}", m.to_uppercase()));
                if point.quantities.iter().all(|&q| is_unsure(self.desk.record.quantities[q].confidence)) {
                    mode = format!("{mode}; {}", words::flag("uncertain").to_uppercase());
                }
                let cites = self.cites(&spans);
                let figure = plain(self.desk.text(one.span));
                self.line(&format!(
                    "  - {}: {figure} ({}{mode}){cites}",
                    words::capitalised(&as_of),
                    plain(&who)
                ));
            }
            if toll.series.len() > N_POINTS_MAX {
                self.line(&format!("  - {} more figures in record.json", toll.series.len() - N_POINTS_MAX));
            }
        }
        self.more(all.len(), N_ROWS_MAX, "series");
    }

    fn positions(&mut self) {
        let all = &self.desk.record.situation.positions;
        if all.is_empty() {
            return;
        }
        self.heading("Who stands where");
        for p in all.iter().take(N_ROWS_MAX) {
            let cites = self.cites(&[p.statement]);
            let (actor, words) = (plain(self.desk.name(p.actor)), plain(self.desk.text(p.statement)));
            let on = plain(&p.on);
            self.line(&format!("- **{actor}** {} **{on}**: {words}{cites}", words::stance(p.stance)));
        }
        self.more(all.len(), N_ROWS_MAX, "positions");
    }

    fn timeline(&mut self) {
        let record = self.desk.record;
        if record.timeline.is_empty() {
            return;
        }
        self.heading("Timeline");
        for entry in record.timeline.iter().take(N_ROWS_MAX) {
            let day = words::capitalised(&words::when(&entry.time));
            self.line(&format!("- **{day}**"));
            for (text, events) in self.desk.by_sentence(&entry.events).into_iter().take(N_A_DAY_MAX) {
                self.telling(text, &events);
            }
        }
        self.more(record.timeline.len(), N_ROWS_MAX, "rows");
    }

    /// A sentence of the timeline, with a place in each account that tells of its events.
    fn telling(&mut self, text: TextSpan, events: &[usize]) {
        let record = self.desk.record;
        let claims = events.iter().flat_map(|&e| &record.events[e].claims);
        let elsewhere = claims.map(|&c| record.claims[c].span).filter(|s| s.article != text.article);
        let mut spans: Vec<TextSpan> = std::iter::once(text).chain(elsewhere).collect();
        let mut seen: Vec<usize> = Vec::new();
        spans.retain(|s| {
            let is_new = !seen.contains(&s.article);
            seen.push(s.article);
            is_new
        });
        let status = events.first().map(|&e| record.events[e].status);
        let status = status.filter(|s| !matches!(s, Status::Corroborated | Status::SingleSource));
        let mark = status.map_or_else(String::new, |s| format!("({}) ", words::status(s)));
        let cites = self.cites(&spans);
        self.line(&format!("  - {mark}{}{cites}", plain(self.desk.text(text))));
    }

    fn voices(&mut self) {
        let speakers = self.desk.speakers();
        if speakers.is_empty() {
            return;
        }
        self.heading("Who says what");
        for speaker in speakers.iter().take(N_SPEAKERS_MAX) {
            self.speaker(speaker);
        }
        self.more(speakers.len(), N_SPEAKERS_MAX, "speakers");
    }

    fn speaker(&mut self, speaker: &Speaker) {
        let name = speaker.entity.map_or("Speaker not known", |e| self.desk.name(e));
        let office = speaker.entity.and_then(|e| self.desk.office(e)).filter(|o| o != name);
        let office = office.map_or_else(String::new, |o| format!(" ({})", plain(&o)));
        self.line(&format!("- **{}**{office}", plain(name)));
        let record = self.desk.record;
        for utterance in speaker.utterances.iter().take(N_UTTERANCES_MAX) {
            let q = &record.quotations[utterance.quotations[0]];
            let text = self.desk.said(q);
            let places: Vec<TextSpan> = utterance
                .quotations
                .iter()
                .map(|&i| TextSpan {
                    article: record.quotations[i].article,
                    span: whole(&record.quotations[i]),
                })
                .collect();
            let cites = self.cites(&places);
            let said = if q.kind == QuotationKind::Direct {
                format!("“{}”", plain(&text))
            } else {
                plain(&text)
            };
            let by = match (q.speaker, q.speaker_span) {
                (None, Some(span)) => {
                    let words = self.desk.text(TextSpan { article: q.article, span });
                    let open = if is_pronoun(words) { "; the text does not say who" } else { "" };
                    format!(" (“{}”{open})", plain(words))
                }
                (None, None) => " (speaker not given in the text)".to_owned(),
                _ => String::new(),
            };
            self.line(&format!("  - {said}{by}{cites}"));
        }
        let n = speaker.utterances.len();
        if n > N_UTTERANCES_MAX {
            self.line(&format!("  - {} more quotations in record.json", n - N_UTTERANCES_MAX));
        }
    }

    fn disagreements(&mut self) {
        let record = self.desk.record;
        if record.disagreements.is_empty() {
            return;
        }
        self.heading("Where the accounts differ");
        let mut all: Vec<_> = record.disagreements.iter().collect();
        all.sort_by_key(|d| d.relation != Relation::Conflict);
        for d in all.iter().take(N_ROWS_MAX) {
            let about = match &d.about {
                About::Event(event) => plain(self.desk.text(record.events[*event].label)),
                About::Measure(key) => words::capitalised(&words::measure(key)),
            };
            let note = if d.note.is_empty() { String::new() } else { format!(": {}", plain(&d.note)) };
            let kind = words::disagreement(d.kind);
            // A sentence brings its own full stop.
            let about = about.trim_end_matches('.');
            self.line(&format!("- **{kind}**, {about}. {}{note}.", words::relation(d.relation)));
            for p in d.positions.iter().take(N_UTTERANCES_MAX) {
                let claims = p.claims.iter().map(|&c| record.claims[c].span);
                let figures = p.quantities.iter().map(|&q| record.quantities[q].span);
                let places: Vec<TextSpan> = claims.chain(figures).collect();
                let cites = self.cites(&places);
                let n = words::count(p.independent, "independent source", "independent sources");
                self.line(&format!("  - {} ({n}){cites}", plain(&p.summary)));
            }
        }
        self.more(all.len(), N_ROWS_MAX, "disagreements");
    }

    fn outlook(&mut self) {
        let record = self.desk.record;
        let in_report: Vec<usize> =
            record.report.sections.iter().flat_map(|s| &s.sentences).filter_map(|s| s.event).collect();
        let events: Vec<usize> = (0..record.events.len())
            .filter(|e| !record.events[*e].status.is_presented_as_happened() && !in_report.contains(e))
            .collect();
        let groups = self.desk.outlook(events);
        if groups.is_empty() {
            return;
        }
        self.heading("Also planned, conditional or denied");
        for (text, events) in groups.iter().take(N_ROWS_MAX) {
            let mut statuses: Vec<&str> =
                events.iter().map(|&e| words::status(record.events[e].status)).collect();
            statuses.dedup();
            let cites = self.cites(&[*text]);
            let text = plain(self.desk.text(*text));
            self.line(&format!("- ({}) {text}{cites}", statuses.join(", ")));
        }
        self.more(groups.len(), N_ROWS_MAX, "of these");
    }

    fn copies(&mut self) {
        let record = self.desk.record;
        if record.reuse.is_empty() {
            return;
        }
        self.heading("Who copied whom");
        let mut pairs: Vec<_> = record.reuse.iter().collect();
        pairs.sort_by(|a, b| {
            let is_quotes = |k: ReuseKind| k == ReuseKind::QuotesOnly;
            is_quotes(a.kind).cmp(&is_quotes(b.kind)).then(b.coverage_to.total_cmp(&a.coverage_to))
        });
        for r in pairs.iter().take(N_ROWS_MAX) {
            let line = pair_in_words(&self.desk, r);
            self.line(&format!("- {}", plain(&line)));
        }
        self.more(pairs.len(), N_ROWS_MAX, "pairs");
    }

    fn remarks(&mut self) {
        let all = &self.desk.record.diagnostics;
        if all.is_empty() {
            return;
        }
        self.heading("Remarks on the inputs");
        for d in all.iter().take(N_ROWS_MAX) {
            self.line(&format!("- {}: {}: {}", plain(&d.path), d.level.as_str(), plain(&d.message)));
        }
        self.more(all.len(), N_ROWS_MAX, "remarks");
    }

    fn places(&mut self) {
        if self.places.cited.is_empty() {
            return;
        }
        self.heading("Places");
        self.line("Path, first and last character (counted in Unicode code points, the last one excluded), publisher, day.\n");
        let record = self.desk.record;
        let offsets: Vec<CharOffsets<'_>> =
            record.articles.iter().map(|a| CharOffsets::new(&a.article.text)).collect();
        for (i, at) in self.places.cited.iter().enumerate() {
            let (start, end) = offsets[at.article].of(at.span);
            let publisher = self.desk.publisher(at.article).unwrap_or("publisher not given");
            let path = &self.desk.article(at.article).article.path;
            let day = self.desk.published(at.article);
            let _ =
                writeln!(self.out, "{}. {}:{start}-{end}, {}, {day}", i + 1, plain(path), plain(publisher));
        }
    }

    fn articles(&mut self) {
        self.heading("Accounts");
        let order = self.desk.order.clone();
        for &article in order.iter().take(N_ARTICLES_MAX) {
            let a = self.desk.article(article);
            let headline = a.article.title.as_ref().map_or("no headline", |t| t.value.as_str());
            let publisher = self.desk.publisher(article).unwrap_or("publisher not given");
            let basis = match a.published.basis {
                DatingBasis::Unknown => String::new(),
                known => format!(" ({})", words::basis(known)),
            };
            let (path, day) = (plain(&a.article.path), self.desk.published(article));
            self.line(&format!("- {path}: {}, {day}{basis}: {}", plain(publisher), plain(headline)));
        }
        self.more(order.len(), N_ARTICLES_MAX, "accounts");
    }
}

/// One pair of articles with text in common, as a sentence.
pub(super) fn pair_in_words(desk: &Desk<'_>, r: &rashomon_reuse::Reuse) -> String {
    let name = |a: usize| {
        desk.publisher(a).map_or_else(|| desk.file(a).to_owned(), |p| format!("{} ({p})", desk.file(a)))
    };
    let (from, to) = (name(r.from), name(r.to));
    let percent = |share: f32| format!("{:.0} %", f64::from(share) * 100.0);
    if r.kind == ReuseKind::QuotesOnly {
        return format!("{to} and {from}: {}", words::reuse(r.kind));
    }
    let kind = words::reuse(r.kind);
    let shares =
        format!("{} of its sentences, {} of the other's", percent(r.coverage_to), percent(r.coverage_from));
    if r.direction == Direction::Unknown {
        return format!("{to} shares text with {from}: {kind}; {shares}; nothing tells which came first");
    }
    let reasons: Vec<&str> = r.reasons.iter().map(|x| x.words.as_str()).collect();
    let because = if reasons.is_empty() {
        String::new()
    } else {
        format!("; likely direction, because: {}", reasons.join("; "))
    };
    format!("{to} has text of {from}: {kind}; {shares}{because}")
}

/// On one line, and no Markdown.
pub(super) fn plain(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Keeps text of any origin from acting as Markdown or HTML, and from turning a terminal around.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '*' | '_' | '`' | '[' | ']' | '<' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => out.push('\u{FFFD}'),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}
