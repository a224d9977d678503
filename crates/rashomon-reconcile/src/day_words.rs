//! The days of an undated account, by the words around them in the dated accounts of the same story.
//!
//! # How
//! A weekday that at least two dated accounts use for one and the same day most likely means that day here too.
//! And where this account tells of "yesterday" or "on Monday" in words that a dated account has around one day of
//! its own, the two days are likely one.

use crate::dating::{
    Constraint, Known, are_other_votes, bare_weekdays, constraint, day_of, file_name, names_day, weekday,
};
use crate::likeness::{Likeness, dot};
use crate::reconcile::Account;
use jiff::ToSpan;
use rashomon_reading::time::{DayForm, Direction, TimeExpression, Unit, published_if};
use rashomon_text::{BlockKind, Date, Dating, Span, Weekday};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// Weekdays bind loosely: the account may be of another week.
const WEIGHT_WEEKDAY: f32 = 0.75;
/// Dated accounts that must use a weekday for the same day.
const N_WEEKDAY_ACCOUNTS_MIN: usize = 2;
/// Words shared, and cosine, from which the words around two days tell of one happening; at the second cosine surely.
const SHARED_MIN: usize = 2;
const COSINE_MIN: f32 = 0.24;
const COSINE_SURE: f32 = 0.4;
const WEIGHT_LIKE: f32 = 1.0;
const WEIGHT_SURE: f32 = 1.5;
/// Another day whose words are as near as this share of the best makes the match open.
const RIVAL_SHARE: f32 = 0.85;
/// A headline tells of the day of publication or the one before.
const WEIGHT_HEADLINE: f32 = 0.75;

/// What the words around the days of `article` say about when it was published.
pub(crate) fn constraints(
    accounts: &[Account],
    likeness: &Likeness,
    known: &Known,
    article: usize,
) -> Vec<Constraint> {
    let mut found = weekdays_of_the_pile(accounts, known, article);
    let theirs = known.days_beside(article);
    let account = &accounts[article];
    for mine in
        account.reading.times.iter().filter(|t| names_day(t) && looks_back(t) && !is_quoted(account, t))
    {
        let passage = around(account, mine);
        let is_of_other_votes = |named: &&NamedDay| {
            let reading = &accounts[named.account].reading;
            are_other_votes((&account.reading, passage), (reading, named.passage))
        };
        let theirs: Vec<&NamedDay> = theirs.iter().copied().filter(|n| !is_of_other_votes(n)).collect();
        let words = likeness.vector(&account.reading, passage);
        found.extend(matched(accounts, article, mine, &words, &theirs));
    }
    found
}

/// A day that a dated account names, with the words around it; a headline stands for a day or the one before.
pub(crate) struct NamedDay {
    account: usize,
    day: Date,
    is_headline: bool,
    /// The passage that the words are of.
    passage: Span,
    words: Vec<(SmolStr, f32)>,
}

/// The days that an account names; none where it is undated.
pub(crate) fn days_named(
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

fn matched(
    accounts: &[Account],
    article: usize,
    mine: &TimeExpression,
    words: &[(SmolStr, f32)],
    theirs: &[&NamedDay],
) -> Option<Constraint> {
    let near = |named: &NamedDay| {
        let is_shared =
            |(word, _): &&(SmolStr, f32)| named.words.binary_search_by(|(other, _)| other.cmp(word)).is_ok();
        (words.iter().filter(is_shared).count() >= SHARED_MIN).then(|| dot(words, &named.words))
    };
    let scored: Vec<(f32, &NamedDay)> = theirs
        .iter()
        .filter_map(|&n| Some((near(n)?, n)))
        .filter(|(score, _)| *score >= COSINE_MIN)
        .collect();
    let (best, named) = scored.iter().max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.day.cmp(&a.1.day)))?;
    let is_rival = |(score, other): &(f32, &NamedDay)| {
        let days = named.day.until(other.day).map_or(0, |s| s.get_days().abs());
        *score >= best * RIVAL_SHARE && days > i32::from(other.is_headline || named.is_headline)
    };
    if scored.iter().any(is_rival) {
        return None;
    }
    if named.is_headline {
        let (first, _) = published_if(&mine.form, named.day.saturating_sub(1.day()))?;
        let (_, last) = published_if(&mine.form, named.day)?;
        let said = accounts[article].article.slice(mine.span);
        let name = file_name(&accounts[named.account].article.path);
        return Some(Constraint {
            first: Some(first),
            last: Some(last),
            weight: WEIGHT_HEADLINE,
            span: mine.span,
            why: format!("\u{201c}{said}\u{201d} is what {name} headlines on {}", named.day),
        });
    }
    let weight = if *best >= COSINE_SURE { WEIGHT_SURE } else { WEIGHT_LIKE };
    constraint(accounts, article, named.account, mine, named.day, weight)
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

fn looks_back(time: &TimeExpression) -> bool {
    match &time.form.day {
        DayForm::Weekday { direction, .. } => matches!(direction, Direction::Past | Direction::Last),
        DayForm::Relative { count, .. } => *count <= 1,
        DayForm::Ago { count, .. } => *count < 0,
        DayForm::Overnight => true,
        _ => false,
    }
}

/// Whether an expression stands in a quotation.
pub(crate) fn is_quoted(account: &Account, time: &TimeExpression) -> bool {
    account.reading.quotations.iter().any(|q| q.content.iter().any(|span| span.contains(time.span)))
}

/// Whether the account calls the day before its publication "yesterday" or the like, in its own words.
pub(crate) fn says_yesterday(account: &Account) -> bool {
    let is_yesterday = |t: &&TimeExpression| {
        matches!(t.form.day, DayForm::Relative { count: -1, unit: Unit::Day } | DayForm::Overnight)
    };
    account.reading.times.iter().filter(is_yesterday).any(|t| !is_quoted(account, t))
}

/// Past weekdays that the dated accounts agree on.
fn weekdays_of_the_pile(accounts: &[Account], known: &Known, article: usize) -> Vec<Constraint> {
    let mut days: BTreeMap<(u8, Date), Vec<usize>> = BTreeMap::new();
    for other in (0..accounts.len()).filter(|&o| o != article && known.beside(article, o).is_some()) {
        for time in bare_weekdays(&accounts[other]).into_iter().filter(|t| looks_back(t)) {
            let Some(day) = day_of(time, &known.datings[other]) else { continue };
            let bearers = days.entry((number(day.weekday()), day)).or_default();
            if bearers.last() != Some(&other) {
                bearers.push(other);
            }
        }
    }
    let agreed = |weekday: Weekday| {
        let mut of_it = days.iter().filter(|((n, _), _)| *n == number(weekday));
        let ((_, day), bearers) = of_it.next()?;
        (of_it.next().is_none() && bearers.len() >= N_WEEKDAY_ACCOUNTS_MIN).then_some(*day)
    };
    let mine = bare_weekdays(&accounts[article]).into_iter().filter(|t| looks_back(t));
    let mut seen: Vec<Weekday> = Vec::new();
    mine.filter_map(|time| {
        let weekday = weekday(time).filter(|w| !seen.contains(w))?;
        seen.push(weekday);
        let day = agreed(weekday)?;
        let (first, last) = published_if(&time.form, day)?;
        let said = accounts[article].article.slice(time.span);
        Some(Constraint {
            first: Some(first),
            last: Some(last),
            weight: WEIGHT_WEEKDAY,
            span: time.span,
            why: format!("\u{201c}{said}\u{201d} is {day} in the other accounts"),
        })
    })
    .collect()
}

/// Monday is 1.
fn number(weekday: Weekday) -> u8 {
    weekday.to_monday_one_offset().unsigned_abs()
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
    fn weekdays_of_the_pile_and_yesterday_leave_few_days() {
        // Monday is the 15th in both; who says "yesterday" names neither today nor yesterday by its weekday, and by the
        // next Monday "on Monday" would be another.
        check(
            &[NORTH, EAST],
            "A sailor wrote to me on Monday about the ferry Sola. On Wednesday the coast guard of Bergen did not \
             answer my letter. Yesterday it rained on the harbour.",
            "south 2023-05-19/2023-05-21 inferred",
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
