//! What claims and the rest of an article tell about figures that their own words do not show.

use crate::record::{Quantity, Record};
use rashomon_reading::claim::EventType;
use rashomon_reading::modality::Modality;
use rashomon_reading::quantity::RECENT_DAYS_MAX;
use rashomon_reading::time::{is_month, is_weekday};
use rashomon_text::{BlockKind, Time};
use rustc_hash::FxHashMap;

/// Counts that go on while a story does.
const RUNNING: [&str; 4] = ["people.killed", "people.wounded", "people.missing", "people.displaced"];
/// Words by which a count is given for a day before the account.
const AS_OF: [&str; 15] = [
    " as of ",
    " as at ",
    " until ",
    " till ",
    " up from ",
    " down from ",
    " at noon",
    " at midnight",
    " rose to ",
    " climbed to ",
    " grew to ",
    " reached ",
    " stood at ",
    " raised ",
    " fell to ",
];
/// After "by", beside days and months: the hour up to which was counted.
const BY_WHEN: [&str; 8] = ["noon", "midnight", "late", "early", "then", "yesterday", "last", "dawn"];

/// Completes the figures of a record.
pub(crate) fn settle(record: &mut Record) {
    ground(record);
    days_of_happenings(record);
    running_counts(record);
    headlines(record);
}

/// "After retaking control of two-thirds of Ostvik": a share of a place that an act of taking or holding ground is
/// about is a share of territory.
fn ground(record: &mut Record) {
    let acts = record.claims.iter().filter(|c| c.kind == EventType::Territory);
    let taken: Vec<usize> = acts.flat_map(|c| c.quantities.iter().copied()).collect();
    for q in taken {
        let quantity = &mut record.quantities[q];
        if quantity.measure == "share" && quantity.place.is_some() && !quantity.of.is_empty() {
            "territory.share".clone_into(&mut quantity.measure);
        }
    }
}

/// "The bridge was open for two hours on Sunday. Forty-one people went across": figures that are not counted on hold for
/// the day of the happening that tells of them, be it named in the sentence before.
fn days_of_happenings(record: &mut Record) {
    let is_of_day = |q: &Quantity| {
        let is_done = q.measure.starts_with("votes.") || matches!(q.measure.as_str(), "money" | "people");
        is_done && !q.as_of_stated && q.modality == Modality::Happened
    };
    let mut days: Vec<(usize, Time)> = Vec::new();
    for claim in record.claims.iter().filter(|c| c.modality == Modality::Happened) {
        let Some(time) =
            claim.time.clone().filter(|t| t.first_day().is_some() && t.first_day() == t.last_day())
        else {
            continue;
        };
        days.extend(
            claim
                .quantities
                .iter()
                .filter(|&&q| is_of_day(&record.quantities[q]))
                .map(|&q| (q, time.clone())),
        );
    }
    days.sort_by_key(|(q, _)| *q);
    days.dedup_by_key(|(q, _)| *q);
    for (q, time) in days {
        record.quantities[q].as_of = Some(time);
        record.quantities[q].as_of_stated = true;
    }
}

/// "Ten people died in the fire of 6 March", told on the 10th: the day is that of the fire, the count is of the day
/// of the account. What is long past has been counted then.
fn running_counts(record: &mut Record) {
    let mut in_sentence: FxHashMap<(usize, usize, String), usize> = FxHashMap::default();
    for q in record.quantities.iter().filter(|q| RUNNING.contains(&q.measure.as_str())) {
        *in_sentence.entry((q.span.article, q.sentence, q.measure.clone())).or_default() += 1;
    }
    for q in 0..record.quantities.len() {
        let quantity = &record.quantities[q];
        let place = (quantity.span.article, quantity.sentence, quantity.measure.clone());
        let is_running = RUNNING.contains(&quantity.measure.as_str()) && quantity.as_of_stated;
        let published = record.articles[place.0].published.value.as_ref();
        let (true, Some(published)) = (is_running, published) else { continue };
        let days = quantity.as_of.as_ref().and_then(|t| t.last_day()).zip(published.first_day());
        let is_old = days
            .and_then(|(on, out)| on.until(out).ok())
            .is_some_and(|gap| (2..=RECENT_DAYS_MAX).contains(&gap.get_days()));
        let is_of_account = !is_given_for_a_day(record, quantity) && !is_of_utterance(record, quantity);
        if is_old && in_sentence.get(&place) == Some(&1) && is_of_account {
            let published = published.clone();
            record.quantities[q].as_of = Some(published);
            record.quantities[q].as_of_stated = false;
        }
    }
}

/// Whether its day is that on which somebody gave the count: "730 have died, the monitor added on Wednesday".
fn is_of_utterance(record: &Record, q: &Quantity) -> bool {
    // Quotations stand in the order of their articles.
    let first = record.quotations.partition_point(|s| s.article < q.span.article);
    let of_article = record.quotations[first..].iter().take_while(|s| s.article == q.span.article);
    of_article.into_iter().any(|s| s.time == q.as_of && s.content.iter().any(|c| c.contains(q.figure)))
}

/// Whether the sentence says up to when was counted.
fn is_given_for_a_day(record: &Record, q: &Quantity) -> bool {
    let article = &record.articles[q.span.article];
    let sentence = article.article.slice(article.sentences[q.sentence].span).to_lowercase();
    let by = |rest: &str| {
        let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        BY_WHEN.contains(&next)
            || is_weekday(next)
            || is_month(next)
            || next.starts_with(|c: char| c.is_ascii_digit())
    };
    AS_OF.iter().any(|w| sentence.contains(w)) || sentence.split(" by ").skip(1).any(by)
}

/// The figure of a headline is of the day that the article's own sentence gives it for.
fn headlines(record: &mut Record) {
    let is_headline = |q: &Quantity| {
        matches!(
            record.articles[q.span.article].sentences[q.sentence].kind,
            BlockKind::Title | BlockKind::Subhead
        )
    };
    let key = |q: &Quantity| {
        (q.span.article, q.measure.clone(), q.value.map(f64::to_bits), q.low.map(f64::to_bits))
    };
    let mut told: FxHashMap<_, usize> = FxHashMap::default();
    for (i, q) in record.quantities.iter().enumerate().filter(|(_, q)| !is_headline(q)) {
        told.entry(key(q)).or_insert(i);
    }
    let headed: Vec<(usize, usize)> = record
        .quantities
        .iter()
        .enumerate()
        .filter(|(_, q)| is_headline(q) && !q.as_of_stated)
        .filter_map(|(i, q)| Some((i, *told.get(&key(q))?)))
        .collect();
    for (headline, body) in headed {
        record.quantities[headline].as_of = record.quantities[body].as_of.clone();
    }
}
