//! The events by day.

use crate::events::{is_copied, is_history};
use crate::record::{
    Claim, Disagreement, DisagreementKind, Event, Record, Relation, Status, TextSpan, TimelineEntry,
};
use rashomon_reading::claim::Standing;
use rashomon_text::{BlockKind, DateTime, Precision};

/// One row for each day or interval on which something happened, earliest first; the most supported event of
/// the row comes first and gives its words. What was only planned, conditional or denied has no row.
pub(crate) fn timeline(record: &Record) -> Vec<TimelineEntry> {
    let mut dated: Vec<usize> = (0..record.events.len()).filter(|&e| is_shown(&record.events[e])).collect();
    dated.sort_by_key(|&e| (interval(&record.events[e]), rank(record, e)));
    let same_row = |a: &usize, b: &usize| interval(&record.events[*a]) == interval(&record.events[*b]);
    dated.chunk_by(same_row).filter_map(|row| entry(record, row)).collect()
}

fn entry(record: &Record, row: &[usize]) -> Option<TimelineEntry> {
    let first = &record.events[row[0]];
    let mut labels = row.iter().map(|&e| record.events[e].label);
    // What lies far back is not told anew: an outvoted telling of it opens no row.
    let is_past = first.claims.iter().all(|&c| is_history(record, &record.claims[c]));
    let is_sound = |l: TextSpan| !is_taken_back(record, l);
    let text = labels
        .find(|l| is_sound(*l) && !holds_outvoted_figure(record, *l))
        .or((!is_past && is_sound(first.label)).then_some(first.label))?;
    Some(TimelineEntry { time: first.time.clone()?, events: row.to_vec(), text })
}

/// Whether a sentence gives a figure that a notice of correction takes back, in whichever account, or is such a notice.
pub(crate) fn is_taken_back(record: &Record, sentence: TextSpan) -> bool {
    let kind = |article: usize, sentence: usize| record.articles[article].sentences[sentence].kind;
    let is_notice = |q: usize| {
        let figure = &record.quantities[q];
        kind(figure.span.article, figure.sentence) == BlockKind::Correction
    };
    let is_here = |q: usize| {
        let figure = record.quantities[q].span;
        figure.article == sentence.article && sentence.span.contains(figure.span)
    };
    let sentences = &record.articles[sentence.article].sentences;
    let is_of_notice =
        sentences.iter().any(|s| s.kind == BlockKind::Correction && s.span.contains(sentence.span));
    is_of_notice
        || record.disagreements.iter().any(|d| {
            let is_correction = d.kind == DisagreementKind::Value
                && d.relation == Relation::Evolves
                && d.positions.len() == 2
                && d.positions.iter().any(|p| p.quantities.iter().any(|&q| is_notice(q)));
            // The wrong figure first, then the right one.
            is_correction && d.positions[0].quantities.iter().any(|&q| is_here(q))
        })
}

/// Whether a sentence gives a figure against which more accounts stand than for it: no words to open a row with.
fn holds_outvoted_figure(record: &Record, sentence: TextSpan) -> bool {
    let is_here = |q: usize| {
        let figure = record.quantities[q].span;
        figure.article == sentence.article && sentence.span.contains(figure.span)
    };
    let is_about_figures = |d: &&Disagreement| {
        matches!(d.kind, DisagreementKind::Value | DisagreementKind::Date) && d.relation == Relation::Conflict
    };
    record.disagreements.iter().filter(is_about_figures).any(|d| {
        let most = d.positions.iter().map(|p| p.articles.len()).max().unwrap_or(0);
        d.positions.iter().any(|p| p.articles.len() < most && p.quantities.iter().any(|&q| is_here(q)))
    })
}

fn is_shown(event: &Event) -> bool {
    let is_dated = event
        .time
        .as_ref()
        .is_some_and(|t| t.start.is_some() && t.end.is_some() && t.precision_of_ends() != Precision::Unknown);
    is_dated && matches!(event.status, Status::Corroborated | Status::SingleSource)
}

/// First and last day.
fn interval(event: &Event) -> Option<(Option<DateTime>, Option<DateTime>)> {
    let time = event.time.as_ref()?;
    let day = |m: Option<DateTime>| m.map(|m| m.date().to_datetime(jiff::civil::Time::midnight()));
    Some((day(time.start), day(time.end)))
}

/// The weightiest first: told by many accounts, early in them, in sentences about it.
///
/// News puts first what matters most (the inverted pyramid), so each account gives an event the weight of the
/// place where it tells it, from 1 for the headline down to a half at its end; halved where it is told by the way
/// only, or copied, and less for what lies far back, which is there to compare with.
pub(crate) fn rank(record: &Record, event: usize) -> (std::cmp::Reverse<usize>, usize) {
    let claims = &record.events[event].claims;
    let mut weights: Vec<(usize, usize)> =
        claims.iter().map(|&c| (record.claims[c].span.article, weight(record, &record.claims[c]))).collect();
    weights.sort_unstable_by_key(|&(article, weight)| (article, std::cmp::Reverse(weight)));
    weights.dedup_by_key(|(article, _)| *article);
    (std::cmp::Reverse(weights.iter().map(|(_, weight)| weight).sum()), event)
}

/// Sentences after which half of what a place can lose is lost.
const HALF_AFTER: usize = 10;
/// By what the weight of history is divided.
const HISTORY_SHARE: usize = 4;
/// What a claim weighs wherever it stands; a headline weighs twice as much.
const WEIGHT_MIN: usize = 500;

fn weight(record: &Record, claim: &Claim) -> usize {
    let place = WEIGHT_MIN + WEIGHT_MIN * HALF_AFTER / (HALF_AFTER + claim.sentence);
    let told = if claim.standing == Standing::Aside { place / 2 } else { place };
    let told = if is_copied(record, claim) { told / 2 } else { told };
    if is_history(record, claim) { told / HISTORY_SHARE } else { told }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, assert_lines, record_of, timeline};

    /// The rows, "day: words".
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let pile: [Told; 1] = [("north", "2023-05-17", text)];
        assert_lines(&timeline(&record_of(&pile)), expected, text);
    }

    #[test]
    fn earliest_first() {
        check(
            "Divers found the wreck on Tuesday. The ferry sank off Bergen on Monday.",
            &[
                "2023-05-15: The ferry sank off Bergen on Monday.",
                "2023-05-16: Divers found the wreck on Tuesday.",
            ],
        );
    }

    #[test]
    fn a_figure_that_a_notice_takes_back_opens_no_row() {
        let pile = [
            ("north", "2023-05-17", "The tanker Sola spilled 12,000 tonnes of oil off Bergen in March 1996."),
            (
                "south",
                "2023-05-18",
                "Heavy seas hit Bergen on Monday.\n! Correction: we gave the oil that the tanker Sola spilled in 1996 as 12,000 \
                 tonnes. It was 21,000 tonnes.",
            ),
        ];
        assert_lines(&timeline(&record_of(&pile)), &["2023-05-15: Heavy seas hit Bergen on Monday."], "");
        assert_eq!(timeline(&record_of(&pile[..1])).len(), 1);
    }

    #[test]
    fn the_heaviest_event_gives_a_day_its_words() {
        let pile = [
            (
                "north",
                "2023-05-17",
                "The ferry Sola sank off Bergen on Monday. Kenya signed a treaty on Monday.",
            ),
            ("south", "2023-05-17", "Heavy seas off Bergen sank the ferry Sola on Monday."),
        ];
        let record = record_of(&pile);
        assert_eq!(timeline(&record).len(), 1);
        assert!(timeline(&record)[0].contains("Sola"));
        assert!(record.timeline[0].events.len() > 1, "the treaty has its place in the row");
    }

    #[test]
    fn what_was_only_planned_or_denied_or_undated_has_no_row() {
        check("The council will vote on the budget on Friday.", &[]);
        check("The coast guard said the ferry had not sunk on Monday.", &[]);
        check("The dam would burst on Friday if the rain went on.", &[]);
        check("The ferry sank off Bergen.", &[]);
    }
}
