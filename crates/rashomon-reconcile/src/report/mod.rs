//! The extractive report: the most supported things first, each sentence a span of an article, no two that say
//! the same, contested ones flagged.

mod fitness;

use crate::events::{is_copied, is_spun, sentence};
use crate::record::{
    About, Claim, DisagreementKind, Record, Relation, Report, ReportSection, ReportSentence, Status,
    TextSpan, is_unsure,
};
use crate::timeline::rank;
use fitness::{agrees_with_status, is_what_is_said, stands_alone, words_of, worth};
use rashomon_reading::modality::Modality;
use rashomon_text::{BlockKind, Time};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

/// Sentences of the first section.
const N_SUMMARY_MAX: usize = 12;

/// Sentences of each further section.
const N_SECTION_MAX: usize = 8;

/// Share of the content words of the shorter of two sentences from which they say the same.
const SAME_SHARE_MIN: f32 = 0.6;

/// The report on the record.
pub(crate) fn report(record: &Record) -> Report {
    let mut shown = Shown { record, outvoted: outvoted(record), sentences: Vec::new() };
    let of_status = |wanted: &[Status]| -> Vec<usize> {
        let mut events: Vec<usize> = (0..record.events.len())
            .filter(|&e| wanted.contains(&record.events[e].status) && is_worth_telling(record, e))
            .collect();
        let independent = |e: usize| std::cmp::Reverse(record.events[e].support.independent);
        let carried = |e: usize| std::cmp::Reverse(record.events[e].support.articles);
        events.sort_by_key(|&e| (independent(e), carried(e), rank(record, e).0, newest_first(record, e), e));
        events
    };
    let mut sections = Vec::new();
    for (heading, statuses, limit) in [
        ("What happened", &[Status::Corroborated, Status::SingleSource][..], N_SUMMARY_MAX),
        ("Disputed", &[Status::Disputed], N_SECTION_MAX),
        ("Planned, demanded or conditional", &[Status::Planned, Status::Conditional], N_SECTION_MAX),
        ("Denied or did not happen", &[Status::Denied], N_SECTION_MAX),
    ] {
        let sentences: Vec<ReportSentence> =
            of_status(statuses).into_iter().filter_map(|e| shown.sentence(e)).take(limit).collect();
        if !sentences.is_empty() {
            sections.push(ReportSection { heading, sentences });
        }
    }
    Report { title: title(record), as_of: as_of(record), sections }
}

/// The sentence that may stand for an event by itself under its status: one whose own statement it is. An event that
/// is only told by the way, in sentences that state something else, has none.
#[must_use]
pub fn telling(record: &Record, event: usize) -> Option<TextSpan> {
    let told = &record.events[event];
    let may_stand =
        |&&c: &&usize| agrees_with_status(record, c, told.status) && is_what_is_said(record, c, told);
    let all = told.claims.iter().filter(may_stand).map(|&c| (c, sentence(record, &record.claims[c])));
    let own =
        |&(c, span): &(usize, TextSpan)| (!is_copied(record, &record.claims[c]), worth(record, c, span));
    all.max_by_key(own).map(|(_, span)| span)
}

/// Not the act of denying alone, which stands with what is denied.
fn is_worth_telling(record: &Record, event: usize) -> bool {
    let told = &record.events[event];
    let has_denied = |denial: &Claim| {
        let mut beside = record.claims_in(denial.span.article, denial.sentence);
        beside.any(|c| record.claims[c].modality == Modality::Denied)
    };
    let is_denial = |&c: &usize| record.claims[c].predicate == "deny" && has_denied(&record.claims[c]);
    told.status != Status::SingleSource || !told.claims.iter().all(is_denial)
}

/// Later events first; undated ones last.
fn newest_first(record: &Record, event: usize) -> (bool, std::cmp::Reverse<Option<rashomon_text::DateTime>>) {
    let end = record.events[event].time.as_ref().and_then(|t| t.end);
    (end.is_none(), std::cmp::Reverse(end))
}

/// What the report has so far.
struct Shown<'a> {
    record: &'a Record,
    /// Figures that fewer give than another figure for the same, in text order.
    outvoted: Vec<TextSpan>,
    sentences: Vec<(TextSpan, FxHashSet<SmolStr>)>,
}

impl Shown<'_> {
    fn holds_outvoted(&self, text: TextSpan) -> bool {
        self.outvoted.iter().any(|figure| figure.article == text.article && text.span.contains(figure.span))
    }

    /// Whether the report has the sentence, or one of much the same words.
    fn says(&self, text: TextSpan, words: &FxHashSet<SmolStr>) -> bool {
        self.sentences.iter().any(|(other, theirs)| {
            let fewer = words.len().min(theirs.len()).max(1);
            *other == text || words.intersection(theirs).count() as f32 >= SAME_SHARE_MIN * fewer as f32
        })
    }

    /// The sentence that tells an event, unless the report already says it or no sentence stands alone.
    fn sentence(&mut self, event: usize) -> Option<ReportSentence> {
        let record = self.record;
        let told = &record.events[event];
        let mut candidates: Vec<(usize, TextSpan)> = told
            .claims
            .iter()
            .filter(|&&c| {
                stands_alone(record, c)
                    && agrees_with_status(record, c, told.status)
                    && is_what_is_said(record, c, told)
            })
            .map(|&c| (c, sentence(record, &record.claims[c])))
            .collect();
        candidates.sort_by_cached_key(|&(c, span)| {
            let worth = worth(record, c, span);
            std::cmp::Reverse((worth.stands, !self.holds_outvoted(span), worth))
        });
        // What is disputed or to come is said so, in the next best words where the best stand above as what happened.
        let is_open = matches!(told.status, Status::Disputed | Status::Planned | Status::Conditional);
        let n = if is_open { candidates.len() } else { candidates.len().min(1) };
        let is_new = |&(c, span): &(usize, TextSpan)| !self.says(span, &words_of(record, c));
        let (claim, text) = candidates[..n].iter().copied().find(is_new)?;
        let words = words_of(record, claim);
        self.sentences.push((text, words));
        let mut spans: Vec<TextSpan> =
            // A machine-spun copy is no evidence where its original is at hand.
            told.claims.iter().map(|&c| &record.claims[c]).filter(|c| !is_spun(record, c)).map(|c| sentence(record, c)).collect();
        // A question is no evidence, nor is what gives another figure that most accounts do not.
        spans.retain(|s| {
            *s != text
                && !self.holds_outvoted(*s)
                && !record.articles[s.article].article.slice(s.span).ends_with('?')
        });
        spans.dedup();
        spans.insert(0, text);
        let flags = flags(record, event, claim, &spans);
        Some(ReportSentence { text, spans, event: Some(event), support: Some(told.support.clone()), flags })
    }
}

/// Figures in conflict that are not the ones most often given.
fn outvoted(record: &Record) -> Vec<TextSpan> {
    let is_conflict = |d: &&crate::record::Disagreement| {
        d.kind == DisagreementKind::Value && d.relation == crate::record::Relation::Conflict
    };
    let mut spans = Vec::new();
    for d in record.disagreements.iter().filter(is_conflict) {
        let most = d.positions.iter().map(|p| p.quantities.len()).max().unwrap_or(0);
        let fewer = d.positions.iter().filter(|p| p.quantities.len() < most);
        spans.extend(fewer.flat_map(|p| &p.quantities).map(|&q| record.quantities[q].span));
    }
    spans.sort_unstable();
    spans
}

/// What a reader must be told beside the sentence and the others that stand for the event, `spans`.
fn flags(record: &Record, event: usize, claim: usize, spans: &[TextSpan]) -> Vec<&'static str> {
    let told = &record.events[event];
    let mut flags = Vec::new();
    match (told.status, record.claims[claim].modality) {
        (Status::Corroborated, _) => {}
        (Status::Planned, Modality::Demanded) => flags.push("demanded"),
        (Status::Conditional, Modality::Possible) => flags.push("possible"),
        (status, _) => flags.push(status.as_str()),
    }
    // What is not presented as done has its mark already.
    if told.status.is_presented_as_happened()
        && told.claims.iter().all(|&c| is_unsure(record.claims[c].confidence))
    {
        flags.push("uncertain");
    }
    let in_text =
        |figure: TextSpan| spans.iter().any(|s| s.article == figure.article && s.span.contains(figure.span));
    for d in &record.disagreements {
        let concerns_event = d.about == About::Event(event);
        let concerns_figure =
            d.positions.iter().flat_map(|p| &p.quantities).any(|&q| in_text(record.quantities[q].span));
        match d.kind {
            DisagreementKind::Date if concerns_event => flags.push("date-disputed"),
            DisagreementKind::Value | DisagreementKind::Arithmetic
                if concerns_figure && d.relation == crate::record::Relation::Conflict =>
            {
                flags.push("figure-disputed");
            }
            _ => {}
        }
    }
    flags.sort_unstable();
    flags.dedup();
    flags
}

/// The headline of the account that tells most of the best-supported events, copies left out, and none that others dispute
/// where there is another.
fn title(record: &Record) -> Option<TextSpan> {
    let headline = |a: usize| {
        let found = record.articles[a].sentences.iter().find(|s| s.kind == BlockKind::Title)?;
        Some(TextSpan { article: a, span: whole_block(record, a, found.block) })
    };
    let is_copy =
        |a: usize| record.reuse.iter().any(|r| r.to == a && r.kind != rashomon_reuse::ReuseKind::QuotesOnly);
    let weight = |a: usize| -> usize {
        let tells = |e: &&crate::record::Event| e.claims.iter().any(|&c| record.claims[c].span.article == a);
        record.events.iter().filter(tells).map(|e| e.support.articles - 1).sum()
    };
    let articles = 0..record.articles.len();
    let best = articles.filter(|&a| headline(a).is_some()).max_by_key(|&a| {
        let is_disputed = headline(a).is_some_and(|h| is_disputed(record, h));
        (!is_disputed, !is_copy(a), weight(a), std::cmp::Reverse(a))
    })?;
    headline(best)
}

/// Whether accounts are in conflict over a figure or an event of these words.
fn is_disputed(record: &Record, words: TextSpan) -> bool {
    let holds = |s: TextSpan| s.article == words.article && words.span.contains(s.span);
    let conflicts = record.disagreements.iter().filter(|d| d.relation == Relation::Conflict);
    conflicts.flat_map(|d| &d.positions).any(|p| {
        p.quantities.iter().any(|&q| holds(record.quantities[q].span))
            || p.claims.iter().any(|&c| holds(record.claims[c].span))
    })
}

fn whole_block(record: &Record, article: usize, block: usize) -> rashomon_text::Span {
    record.articles[article].article.blocks[block].span
}

/// The latest publication of the pile.
fn as_of(record: &Record) -> Option<Time> {
    record.articles.iter().filter_map(|a| a.published.value.clone()).max_by_key(|t| t.end)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, assert_lines, record_of, report, words};

    /// The sentences, "heading: text [flags]".
    #[track_caller]
    fn check(pile: &[Told], expected: &[&str]) {
        assert_lines(&report(&record_of(pile)), expected, "report");
    }

    #[test]
    fn every_sentence_stands_under_what_it_is() {
        check(
            &[(
                "north",
                "2023-05-17",
                "If the rain continues, the dam will burst. The government plans to build a wall. \
                 Uganda closed the border on Monday. Norway did not ask for help.",
            )],
            &[
                "What happened: Uganda closed the border on Monday. [single-source]",
                "Planned, demanded or conditional: If the rain continues, the dam will burst. [conditional]",
                "Planned, demanded or conditional: The government plans to build a wall. [planned]",
                "Denied or did not happen: Norway did not ask for help. [denied]",
            ],
        );
    }

    #[test]
    fn what_more_sources_tell_comes_first() {
        let council = "# Council bans cars\nThe council of Riga banned cars from the bridge on Monday. The ferry Sola sank off Bergen on Monday.";
        let pile = [
            ("north", "2023-05-17", council),
            ("south", "2023-05-17", "Heavy seas off Bergen sank the ferry Sola on Monday."),
        ];
        let shown = report(&record_of(&pile));
        assert!(shown[0].contains("Sola") && shown[1].contains("council of Riga"), "{shown:?}");
    }

    #[test]
    fn of_several_tellings_the_one_that_leans_on_nothing_is_shown() {
        let pile = [
            (
                "north",
                "2023-05-17",
                "The dockers of Bergen struck on Monday. Hours later Norway freed the ferry Sola.",
            ),
            ("south", "2023-05-17", "Norway freed the ferry Sola on Monday."),
        ];
        let shown = report(&record_of(&pile));
        assert!(shown.iter().any(|line| line.contains(": Norway freed")), "{shown:?}");
        assert!(!shown.iter().any(|line| line.contains("Hours later")), "{shown:?}");
    }

    #[test]
    fn two_tellings_of_one_happening_are_shown_once() {
        let pile = [
            ("north", "2023-05-17", "The ferry Sola sank off Bergen on Monday with forty people on board."),
            ("south", "2023-05-17", "Heavy seas off Bergen sank the ferry Sola on Monday."),
        ];
        let record = record_of(&pile);
        let shown = report(&record);
        assert_eq!(shown.len(), 1, "{shown:?}");
        let sentence = &record.report.sections[0].sentences[0];
        let told: Vec<String> = sentence.spans.iter().map(|&s| words(&record, s)).collect();
        assert_eq!(told.len(), 2, "both accounts are its evidence");
        assert_eq!(told[0], words(&record, sentence.text), "the shown one first");
        assert!(sentence.flags.is_empty(), "told twice independently");
    }

    #[test]
    fn a_sentence_that_leans_on_the_one_before_is_not_shown() {
        check(&[("north", "2023-05-17", "However, he closed the port of Bergen on Tuesday.")], &[]);
        check(&[("north", "2023-05-17", "It sank off Bergen on Monday.")], &[]);
    }

    #[test]
    fn the_words_of_a_spun_copy_are_not_shown() {
        let original = "The storm killed 21 people in Manila on Monday. The harbour of Manila may close on Friday if \
                        the storm returns, the Red Cross said. Norway did not send boats to Manila. Divers found the \
                        wreck of the ferry Sola on Tuesday in deep water off the coast.";
        let spun = "The tempest slew 21 persons in Manila on Monday. The port of Manila closes on Friday when the \
                    tempest comes back, the Red Cross stated. Norway sent boats to Manila. Divers located the debris \
                    of the ferry Sola on Tuesday in profound water off the shore.";
        check(
            &[("north", "2023-05-17", original), ("south", "2023-05-18", spun)],
            &[
                "What happened: The storm killed 21 people in Manila on Monday. [single-source]",
                "What happened: Divers found the wreck of the ferry Sola on Tuesday in deep water off the coast. \
                 [single-source]",
                "Planned, demanded or conditional: The harbour of Manila may close on Friday if the storm returns, \
                 the Red Cross said. [conditional]",
                "Denied or did not happen: Norway did not send boats to Manila. [denied]",
            ],
        );
    }

    #[test]
    fn what_the_outlet_took_back_is_not_shown_as_what_happened() {
        check(
            &[(
                "north",
                "2023-05-17",
                "! Correction: an earlier version of this article said that 12 people were killed in Manila.\n\
                 The storm killed 11 people in Manila.",
            )],
            &["What happened: The storm killed 11 people in Manila. [single-source]"],
        );
    }

    #[test]
    fn what_is_told_by_one_and_contradicted_by_another_is_disputed() {
        check(
            &[
                (
                    "north",
                    "2023-05-17",
                    "Police did not arrest the mayor of Lyon on Monday, the government said.",
                ),
                ("south", "2023-05-17", "Police arrested the mayor of Lyon on Monday."),
            ],
            &["Disputed: Police arrested the mayor of Lyon on Monday. [disputed]"],
        );
    }

    #[test]
    fn a_contested_figure_is_flagged() {
        let pile = [
            ("north", "2023-05-17", "The storm killed 12 people in Manila, the Red Cross said."),
            ("south", "2023-05-17", "The storm killed 19 people in Manila, the health ministry said."),
        ];
        let shown = report(&record_of(&pile));
        assert!(!shown.is_empty() && shown[0].ends_with("[figure-disputed]"), "{shown:?}");
    }

    #[test]
    fn the_title_is_a_headline_and_the_report_is_as_of_the_last_article() {
        let pile = [
            ("north", "2023-05-17", "# Ferry lost\nThe ferry Sola sank off Bergen on Monday."),
            ("south", "2023-05-18", "Heavy seas off Bergen sank the ferry Sola on Monday."),
        ];
        let record = record_of(&pile);
        assert_eq!(record.report.title.map(|t| words(&record, t)).as_deref(), Some("Ferry lost"));
        assert_eq!(record.report.as_of.as_ref().map(|t| t.timex.as_str()), Some("2023-05-18"));
    }
}
