//! The days of an undated account, by the words around them in the dated accounts of the same story.
//!
//! # How
//! Where this account tells of "yesterday" or "on Monday" in words that a dated account has around one day of
//! its own, the two days are likely one.

use super::links::{Basis, Link, are_other_votes, link};
use super::{Known, day_of, names_day};
use crate::likeness::{Likeness, dot};
use crate::reconcile::Account;
use jiff::ToSpan;
use rashomon_reading::time::{DayForm, Direction, TimeExpression, Unit};
use rashomon_text::{BlockKind, Date, Dating, Span};
use smol_str::SmolStr;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Words shared, and cosine, from which the words around two days tell of one happening; at the second cosine surely.
const SHARED_MIN: usize = 2;
const COSINE_MIN: f32 = 0.24;
const COSINE_SURE: f32 = 0.4;
/// Another day whose words are as near as this share of the best makes the match open.
const RIVAL_SHARE: f32 = 0.85;

/// What the words around the days of `article` say about when it was published.
pub(super) fn links(accounts: &[Account], likeness: &Likeness, known: &Known, article: usize) -> Vec<Link> {
    let theirs = known.days_near(accounts, likeness, article);
    let account = &accounts[article];
    let mut found = Vec::new();
    for mine in own_days(account).filter(|t| is_no_later_than_tomorrow(t)) {
        let passage = around(account, mine);
        let is_of_other_votes = |named: &&NamedDay| {
            let reading = &accounts[named.account].reading;
            are_other_votes((&account.reading, passage), (reading, named.passage))
        };
        let theirs: Vec<&NamedDay> =
            theirs.iter().copied().filter(|n| !n.is_headline && !is_of_other_votes(n)).collect();
        let words = likeness.vector(&account.reading, passage);
        if let Some((named, basis)) = matched(&words, &theirs) {
            found.extend(link(accounts, basis, (article, mine), named.account, named.day));
        }
    }
    found
}

/// The expressions that name a day by the day of publication, outside of quotations.
pub(super) fn own_days(account: &Account) -> impl Iterator<Item = &TimeExpression> {
    account.reading.times.iter().filter(|t| names_day(t) && !is_quoted(account, t))
}

/// A day that a dated account names, with the words around it; a headline stands for a day or the one before.
pub(super) struct NamedDay {
    account: usize,
    day: Date,
    is_headline: bool,
    /// The passage that the words are of.
    passage: Span,
    words: Vec<(SmolStr, f32)>,
}

/// The days of every account, of which none is read yet.
pub(super) fn unread(accounts: &[Account]) -> Vec<OnceCell<Vec<NamedDay>>> {
    accounts.iter().map(|_| OnceCell::new()).collect()
}

/// The days that an account names; none where it is undated.
pub(super) fn days_named(
    accounts: &[Account],
    likeness: &Likeness,
    dating: &Dating,
    other: usize,
) -> Vec<NamedDay> {
    let account = &accounts[other];
    if dating.value.is_none() {
        return Vec::new();
    }
    let in_text = account.reading.times.iter().filter_map(|time| {
        let day = day_of(time, dating)?;
        let passage = around(account, time);
        let words = likeness.vector(&account.reading, passage);
        Some(NamedDay { account: other, day, is_headline: false, passage, words })
    });
    let published = dating.value.as_ref().and_then(|value| value.single_day());
    let headlines = account.article.blocks.iter().filter(|b| b.kind == BlockKind::Title);
    let of_headlines = headlines.filter_map(|block| {
        let words = likeness.vector(&account.reading, block.span);
        Some(NamedDay { account: other, day: published?, is_headline: true, passage: block.span, words })
    });
    in_text.chain(of_headlines).collect()
}

/// The day whose words are likest, if they are like enough and no other day has words nearly as like.
fn matched<'a>(words: &[(SmolStr, f32)], theirs: &[&'a NamedDay]) -> Option<(&'a NamedDay, Basis)> {
    let near = |named: &NamedDay| {
        let is_shared =
            |(word, _): &&(SmolStr, f32)| named.words.binary_search_by(|(other, _)| other.cmp(word)).is_ok();
        (words.iter().filter(is_shared).count() >= SHARED_MIN).then(|| dot(words, &named.words))
    };
    let scored = theirs.iter().filter_map(|&n| Some((near(n)?, n)));
    let scored: Vec<(f32, &NamedDay)> = scored.filter(|(score, _)| *score >= COSINE_MIN).collect();
    let (best, named) = scored.iter().max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.day.cmp(&a.1.day)))?;
    if scored.iter().any(|(score, other)| *score >= best * RIVAL_SHARE && other.day != named.day) {
        return None;
    }
    Some((named, if *best >= COSINE_SURE { Basis::SurelyLikeWords } else { Basis::LikeWords }))
}

/// For each expression that names a day, how like its words are to those around each day of the dated accounts.
pub(super) struct Alikeness<'a> {
    /// With the cosines by day, first of texts and then of headlines.
    days: Vec<(&'a TimeExpression, [BTreeMap<Date, f32>; 2])>,
}

impl<'a> Alikeness<'a> {
    pub(super) fn new(accounts: &'a [Account], likeness: &Likeness, known: &Known, article: usize) -> Self {
        let account = &accounts[article];
        let theirs = known.days_near(accounts, likeness, article);
        let days = own_days(account).map(|time| {
            let words = likeness.vector(&account.reading, around(account, time));
            let mut best: [BTreeMap<Date, f32>; 2] = [BTreeMap::new(), BTreeMap::new()];
            for named in &theirs {
                let cosine = best[usize::from(named.is_headline)].entry(named.day).or_default();
                *cosine = cosine.max(dot(&words, &named.words));
            }
            (time, best)
        });
        Self { days: days.collect() }
    }

    /// For each expression and the day it denotes if the account was published on `published`: how like the words
    /// are to those around the same day elsewhere, and to headlines of that day and the next.
    pub(super) fn if_published(
        &self,
        published: Date,
    ) -> impl Iterator<Item = (&'a TimeExpression, Date, f32, f32)> {
        let at = Dating { value: Some(rashomon_text::Time::day(published)), ..Dating::unknown() };
        self.days.iter().filter_map(move |(time, [texts, headlines])| {
            let day = day_of(time, &at)?;
            let like = |days: &BTreeMap<Date, f32>, day: Date| days.get(&day).copied().unwrap_or_default();
            let headline = like(headlines, day).max(like(headlines, day.saturating_add(1.day())));
            Some((*time, day, like(texts, day), headline))
        })
    }
}

/// The sentence of a time expression, up to halfway to the next ones in it.
fn around(account: &Account, time: &TimeExpression) -> Span {
    let reading = &account.reading;
    let Some(sentence) = reading.sentence_at(time.span.start()).map(|i| reading.sentences[i].span) else {
        return time.span;
    };
    let text = &account.article.text;
    let halfway = |a: usize, b: usize| {
        let mut at = a.midpoint(b);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        at
    };
    let inside = |t: &&TimeExpression| sentence.contains(t.span) && names_day(t) && t.span != time.span;
    let others = || reading.times.iter().filter(inside);
    let before = others().filter(|t| t.span.end() <= time.span.start()).map(|t| t.span.end()).max();
    let after = others().filter(|t| t.span.start() >= time.span.end()).map(|t| t.span.start()).min();
    let start = before.map_or(sentence.start(), |end| halfway(end, time.span.start()));
    let end = after.map_or(sentence.end(), |start| halfway(time.span.end(), start));
    Span::new(start, end)
}

fn is_no_later_than_tomorrow(time: &TimeExpression) -> bool {
    match &time.form.day {
        DayForm::Weekday { direction, .. } => matches!(direction, Direction::Past | Direction::Last),
        DayForm::Relative { count, .. } => *count <= 1,
        DayForm::Ago { count, .. } => *count < 0,
        DayForm::Overnight => true,
        _ => false,
    }
}

/// Whether an expression stands in a quotation.
pub(super) fn is_quoted(account: &Account, time: &TimeExpression) -> bool {
    account.reading.quotations.iter().any(|q| q.content.iter().any(|span| span.contains(time.span)))
}

/// Whether the account calls the day before its publication "yesterday" or the like, in its own words.
pub(super) fn says_yesterday(account: &Account) -> bool {
    let is_yesterday = |t: &&TimeExpression| {
        matches!(t.form.day, DayForm::Relative { count: -1, unit: Unit::Day } | DayForm::Overnight)
    };
    account.reading.times.iter().filter(is_yesterday).any(|t| !is_quoted(account, t))
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, assert_lines, published, record_of};

    /// The last article of the pile is undated: what is inferred of it.
    #[track_caller]
    fn check(dated: &[Told], text: &str, expected: &str) {
        let mut pile = dated.to_vec();
        pile.push(("south", "", text));
        let lines = published(&record_of(&pile));
        assert_lines(&lines[lines.len() - 1..], &[expected], text);
    }

    const NORTH: Told = (
        "north",
        "2023-05-18",
        "The ferry Sola sank off Bergen on Monday with forty people on board. Divers of the Bergen coast guard \
         reached the wreck of the Sola on Wednesday.",
    );
    const EAST: Told = (
        "east",
        "2023-05-19",
        "Forty people were aboard the ferry Sola when it went down off Bergen on Monday. The owner of the ferry, \
         Fjord Lines, was questioned on Wednesday.",
    );

    #[test]
    fn who_says_yesterday_names_the_day_itself_by_no_weekday() {
        // Monday is the 15th in both; on Wednesday he would have said "today".
        check(
            &[NORTH, EAST],
            "A sailor wrote to me on Monday about the ferry Sola. On Wednesday the coast guard of Bergen did not \
             answer my letter. Yesterday it rained on the harbour.",
            "south 2023-05-18/2023-05-19 inferred",
        );
    }

    #[test]
    fn the_same_words_around_two_days_are_one_day() {
        check(
            &[NORTH, EAST],
            "The divers went down yesterday, and the coast guard let nobody near the wreck of the Sola off Bergen.",
            "south 2023-05-18 inferred",
        );
    }

    #[test]
    fn another_week_and_other_words_date_nothing() {
        check(
            &[NORTH, EAST],
            "Wheat prices fell on Monday. A farmer in Spain won the lottery yesterday.",
            "south undated unknown",
        );
    }
}
