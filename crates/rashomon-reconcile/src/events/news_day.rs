//! The day of an event to which no account gives a time: that of the news of the account that tells it first.
//!
//! An account of the day's news names its day ("on Tuesday", on Tuesday; "yesterday") and tells the rest of that day
//! without naming it again. Where it names the day of its publication or the one before, and not both, what it tells
//! in the simple past is of that day, as long as the paragraph has named no other. What it tells in the perfect ("has
//! opened an inquiry") is new, at the latest on the day of publication.

use crate::events::is_copied;
use crate::record::{Claim, Record, TimeMention};
use jiff::ToSpan;
use rashomon_reading::claim::{EventType, Standing, Tense};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::{BlockKind, Date, Precision, Time};

/// The day of the claims of an event, by the account that came out first.
pub(super) fn of(record: &Record, claims: &[usize]) -> Option<Time> {
    let all = || claims.iter().map(|&c| &record.claims[c]);
    // "At 2.31 p.m." of a day that is not known is not of the day of the news.
    if all().any(|c| c.time.is_none() && c.time_span.is_some()) {
        return None;
    }
    let of_claim = |c: &Claim| Some((published(record, c)?, day_of(record, c)?));
    let told = || all().filter(|c| is_news(record, c));
    let originals = told().filter(|c| !is_copied(record, c)).filter_map(of_claim).min();
    // What a copy alone tells as done, of what it has from others as no more than possible, has no day.
    let is_left_open =
        |c: &Claim| !is_copied(record, c) && !is_news(record, c) && c.modality != Modality::Happened;
    let copies = || told().filter(|_| !all().any(is_left_open)).filter_map(of_claim).min();
    let (published_first, time) = originals.or_else(copies)?;
    // What another account tells as over by then is not of that day.
    let is_over = |c: &Claim| {
        c.tense == Tense::PastPerfect
            && c.modality == Modality::Happened
            && published(record, c).is_none_or(|day| day <= published_first)
    };
    if !all().any(|c| is_rumour(record, c)) && all().any(is_over) {
        return None;
    }
    // What another account has told before is not of a later day.
    let first_told = told().filter_map(|c| published(record, c)).min()?;
    time.first_day().is_none_or(|day| day <= first_told).then_some(time)
}

/// Whether a claim tells what has happened, in the words of the account's own body.
fn is_news(record: &Record, claim: &Claim) -> bool {
    let article = &record.articles[claim.span.article];
    // Counts go on.
    let is_of_the_account = || {
        claim.modality == Modality::Happened
            && !claim.is_background
            && claim.standing != Standing::Aside
            && claim.kind != EventType::Casualty
            && !is_in_marks(record, claim)
    };
    claim.polarity == Polarity::Positive
        && article.sentences[claim.sentence].kind == BlockKind::Paragraph
        && (is_rumour(record, claim) || is_of_the_account())
}

/// Whether only hearsay tells it, be it that somebody denies it.
fn is_rumour(record: &Record, claim: &Claim) -> bool {
    let rebuttals = &record.articles[claim.span.article].rebuttals;
    match claim.modality {
        Modality::ReportedOnly => true,
        Modality::Denied => rebuttals.iter().any(|r| r.is_hearsay && r.told == claim.sentence),
        _ => false,
    }
}

/// Somebody's own words are of another day than the account's.
fn is_in_marks(record: &Record, claim: &Claim) -> bool {
    let Some(quotation) = claim.quotation.map(|q| &record.quotations[q]) else { return false };
    quotation.in_marks.iter().any(|m| m.contains(claim.trigger))
}

fn published(record: &Record, claim: &Claim) -> Option<Date> {
    record.articles[claim.span.article].published.value.as_ref()?.single_day()
}

fn day_of(record: &Record, claim: &Claim) -> Option<Time> {
    let published = published(record, claim)?;
    let days = [published.checked_sub(1.day()).ok()?, published];
    let sentence = record.articles[claim.span.article].sentences[claim.sentence].span;
    let told_on = || named(record, claim, days, sentence.end()).only(days).map(Time::day);
    let said = said_on(record, claim).filter(|day| days.contains(day)).map(Time::day);
    match claim.tense {
        // "A message says that two have been killed": it is going round.
        Tense::Perfect if is_rumour(record, claim) && days_of(record, claim).next().is_none() => {
            Some(Time::day(published))
        }
        _ if is_rumour(record, claim) => {
            let here = || only_day_of(record, claim).filter(|day| days.contains(day)).map(Time::day);
            said.or_else(here).or_else(told_on)
        }
        Tense::Past => told_on(),
        Tense::Perfect => said.or_else(|| {
            let named = named(record, claim, days, usize::MAX);
            match named.days {
                _ if named.is_elsewhere => None,
                [false, true] => Some(Time::day(published)),
                _ => {
                    let [before, published] = days;
                    let timex = format!("{before}/{published}");
                    Some(Time::days(before, published, Precision::Unknown, timex))
                }
            }
        }),
        Tense::PastPerfect | Tense::Other => None,
    }
}

/// The day on which somebody said what a claim tells.
fn said_on(record: &Record, claim: &Claim) -> Option<Date> {
    record.quotations[claim.quotation?].time.as_ref()?.single_day()
}

/// The days that the sentence of a claim names.
fn days_of(record: &Record, claim: &Claim) -> impl Iterator<Item = Date> {
    let article = claim.span.article;
    let sentence = record.articles[article].sentences[claim.sentence].span;
    let here = times(record, article).filter(move |t| sentence.contains(t.span.span));
    here.filter_map(|t| t.resolved.as_ref()?.single_day())
}

/// The one day that the sentence of a claim names.
fn only_day_of(record: &Record, claim: &Claim) -> Option<Date> {
    let mut days = days_of(record, claim);
    let day = days.next()?;
    days.all(|other| other == day).then_some(day)
}

/// The days that an account names.
struct Named {
    /// Of the day before publication and that of publication, which are named.
    days: [bool; 2],
    /// Whether the paragraph of the claim names another time, up to the end of its sentence.
    is_elsewhere: bool,
}

impl Named {
    /// The one of the two days that is named, where no other time is.
    fn only(&self, days: [Date; 2]) -> Option<Date> {
        match self.days {
            _ if self.is_elsewhere => None,
            [true, false] => Some(days[0]),
            [false, true] => Some(days[1]),
            _ => None,
        }
    }
}

/// The days that the account of a claim names up to a place in its text.
fn named(record: &Record, claim: &Claim, days: [Date; 2], end: usize) -> Named {
    let mut named = Named { days: [false; 2], is_elsewhere: false };
    let article = &record.articles[claim.span.article];
    let sentence = article.sentences[claim.sentence].span;
    let paragraph = article.article.blocks.iter().find(|b| b.span.contains(claim.trigger)).map(|b| b.span);
    for time in times(record, claim.span.article).take_while(|t| t.span.span.start() < end) {
        let Some(resolved) = &time.resolved else { continue };
        let span = time.span.span;
        match resolved.single_day().and_then(|day| days.iter().position(|d| *d == day)) {
            Some(at) => named.days[at] = true,
            // What is still ahead ("by noon on Monday") is no other day of what is told.
            None if resolved.first_day().is_some_and(|day| day > days[1]) => {}
            None => {
                let is_near = span.start() < sentence.end() && paragraph.is_some_and(|p| p.contains(span));
                named.is_elsewhere |= is_near && !is_aside(record, time);
            }
        }
    }
    named
}

/// Whether a time dates what is told by the way only: "a fortnight after it had to close".
fn is_aside(record: &Record, time: &TimeMention) -> bool {
    let first = record.claims.partition_point(|c| c.span.article < time.span.article);
    let mut of_article = record.claims[first..].iter().take_while(|c| c.span.article == time.span.article);
    of_article.any(|c| c.time_span == Some(time.span.span) && c.standing == Standing::Aside)
}

/// The times of an article, in text order.
fn times(record: &Record, article: usize) -> impl Iterator<Item = &TimeMention> {
    let first = record.times.partition_point(|t| t.span.article < article);
    record.times[first..].iter().take_while(move |t| t.span.article == article)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, assert_lines, events, record_of};

    /// The day of the event of `predicate` in one account of Wednesday 17 May 2023.
    #[track_caller]
    fn check(text: &str, predicate: &str, expected: &str) {
        check_pile(&[("north", "2023-05-17", text)], predicate, expected);
    }

    #[track_caller]
    fn check_pile(pile: &[Told], predicate: &str, expected: &str) {
        let lines = events(&record_of(pile), predicate);
        let days: Vec<String> =
            lines.iter().map(|l| l.split(' ').next().unwrap_or_default().to_owned()).collect();
        assert_lines(&days, &[expected], pile[0].2);
    }

    #[test]
    fn news_told_in_the_past_is_of_the_one_day_that_the_account_names() {
        let met_on = |day: &str| {
            format!("The council of Riga met {day}. Its hall is full.\nDock workers blocked the bridge.")
        };
        check(&met_on("on Wednesday"), "block", "2023-05-17");
        check(&met_on("yesterday"), "block", "2023-05-16");
        check(&met_on("on 2 May"), "block", "undated");
    }

    #[test]
    fn no_day_or_two_days_or_another_day_beside_it_give_none() {
        check("The council of Riga is old.\nDock workers blocked the bridge.", "block", "undated");
        let two = "The council of Riga met yesterday. Its mayor spoke today. The hall is full.";
        check(&format!("{two}\nDock workers blocked the bridge."), "block", "undated");
        let met = "The council of Riga met today. Its hall is full.";
        check(
            &format!("{met}\nA storm came in 2019. It is not over. Dock workers blocked the bridge."),
            "block",
            "undated",
        );
        check(&format!("{met}\nDock workers had blocked the bridge."), "block", "undated");
        check(
            &format!("{met}\n\u{201c}Dock workers blocked the bridge,\u{201d} Anna Berg said."),
            "block",
            "undated",
        );
    }

    #[test]
    fn what_is_ahead_is_no_other_day() {
        check(
            "The council of Riga met today. Its hall is full.\nIt will meet on Saturday. Dock workers blocked the bridge.",
            "block",
            "2023-05-17",
        );
    }

    #[test]
    fn what_another_account_tells_as_over_is_not_of_the_day() {
        let over = "The mayor said dock workers of Riga had blocked the main bridge of Riga.";
        let copy = "A judge spoke today. He is new.\nDock workers of Riga blocked the main bridge of Riga.";
        check_pile(&[("south", "2023-05-18", copy), ("north", "2023-05-17", over)], "block", "undated");
    }

    #[test]
    fn what_has_happened_is_of_the_last_two_days() {
        check("Dock workers have blocked the bridge of Riga.", "block", "2023-05-16/2023-05-17");
        check("Dock workers have blocked the bridge of Riga. The mayor spoke today.", "block", "2023-05-17");
        check(
            "Dock workers have blocked the bridge of Riga, the police said last night.",
            "block",
            "2023-05-16",
        );
        check("Dock workers have never blocked the bridge of Riga.", "block", "undated");
    }

    #[test]
    fn a_rumour_is_of_the_day_on_which_it_goes_round() {
        let met = "The council of Riga met yesterday. Its hall is full.";
        let rumour = "Messages on social networks said that dock workers had blocked the bridge.";
        check(&format!("{met}\n{rumour} The police denied it."), "block", "2023-05-16");
        check(&format!("{rumour} The police denied it."), "block", "undated");
    }

    #[test]
    fn a_rumour_in_its_own_words_or_of_a_place_where_it_is_told() {
        let met = |day: &str| format!("The council of Riga met {day}. Its hall is full.");
        let message = "Shortly after ten last night a message went from phone to phone: \u{201c}The dam has burst, run.\u{201d} \
                       The police denied it.";
        check(&format!("{}\n{message}", met("yesterday")), "burst", "2023-05-16");
        let talk = "Messages are going round the hall that Anna Berg has left the country.";
        check(&format!("{}\n{talk}", met("today")), "leave", "2023-05-17");
    }

    #[test]
    fn the_first_account_tells_the_day() {
        let first = "The mayor spoke today. She is new.\nDock workers blocked the main bridge of Riga.";
        let later = "A judge spoke today. He is new.\nThe main bridge of Riga was blocked by dock workers.";
        check_pile(&[("north", "2023-05-17", first), ("south", "2023-05-18", later)], "block", "2023-05-17");
    }
}
