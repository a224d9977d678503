//! Publication dates that articles do not state, inferred from what they and other accounts say.
//!
//! # How
//! Each day around the dated accounts of the story is a candidate. What speaks for a day is told in numbers
//! (`features.rs`): the other accounts' dating of what this one calls "yesterday" or "on Monday" (`links.rs`,
//! `words.rs`), what is past here and dated there, whose text stands here too, and how accounts use to name days: an
//! agency's copy gives the day itself by its weekday, who says "yesterday" does not, a story's weekdays are of one
//! week. A multinomial logit over the days (McFadden 1974) weighs them; its weights were learned from dated accounts
//! whose date was hidden (`data/dating`).
//!
//! A day with a likelihood of 0.6 is the answer; else a stretch of days grown around the likeliest until it reaches as
//! much, if that is short enough to be worth saying. Where no other account helps, the date stays unknown.

mod day_or_month;
mod features;
mod handed_down;
mod links;
mod meant;
mod printed;
mod weights;
mod words;

use crate::likeness::Likeness;
use crate::reconcile::Account;
pub(crate) use day_or_month::is_open;
use features::{Evidence, N_FEATURES, bare_weekdays};
pub(crate) use handed_down::hand_down;
use jiff::ToSpan;
use links::{Basis, Link};
use printed::printed_weekday;
use rashomon_reading::time::{TimeExpression, TimexType, is_yearly, published_if};
use rashomon_reuse::Reuse;
use rashomon_text::{Date, Dating, DatingBasis, Precision, Span, Time};
use std::cell::OnceCell;

/// Days before and after each dated account near to this one that are considered. News of one
/// situation comes within weeks; a wider window only adds candidates that nothing supports.
const WINDOW_DAYS: i64 = 21;
// The following four were chosen on the hidden dates of `data/dating`.
/// Likelihood from which a single day is the answer.
const DAY_LIKELIHOOD_MIN: f64 = 0.6;
/// Likelihood that a stretch of days must reach, and its greatest length: a vaguer one says nothing to a reader.
const STRETCH_LIKELIHOOD_MIN: f64 = 0.6;
const STRETCH_DAYS_MAX: usize = 8;
/// Past happenings that bound a stretch from below.
const N_PAST_MIN: usize = 2;
/// Alikeness of the words around the days named, in sum, that ties an account to the others.
const ALIKENESS_MIN: f32 = 0.5;
/// Against a day of another weekday than the account prints; odds of 400 to one leave room for a misprint.
const NOT_AS_PRINTED: f64 = 6.0;
/// Reasons that a note gives.
const N_REASONS_MAX: usize = 4;

/// What the undated accounts are compared by with the dated ones, whatever their days.
pub(crate) struct Ground {
    likeness: Likeness,
    stories: Vec<usize>,
}

impl Ground {
    /// `None` where nothing can be inferred: all accounts are dated, or none is.
    pub(crate) fn new(accounts: &[Account], is_one_story: bool) -> Option<Self> {
        let n_dated = accounts.iter().filter(|a| a.article.published.value.is_some()).count();
        (n_dated > 0 && n_dated < accounts.len()).then(|| Self {
            likeness: Likeness::new(accounts),
            stories: if is_one_story { vec![0; accounts.len()] } else { stories(accounts) },
        })
    }
}

/// The dating of every account: its own where it has one, else inferred from the others of its story.
pub(crate) fn published(accounts: &[Account], reuse: &[Reuse], ground: Option<&Ground>) -> Vec<Dating> {
    let mut datings: Vec<Dating> = accounts.iter().map(|a| a.article.published.clone()).collect();
    day_or_month::tell_apart(accounts, reuse, &mut datings);
    let Some(Ground { likeness, stories }) = ground else { return datings };
    let undated: Vec<usize> = (0..accounts.len()).filter(|&i| datings[i].value.is_none()).collect();
    let days = words::unread(accounts);
    // Twice: what is dated in the first round helps to date the rest in the second.
    for _ in 0..2 {
        let dated = datings.clone();
        let known = Known { datings: &dated, stories, days: &days };
        for &article in undated.iter().filter(|&&a| dated[a].value.is_none()) {
            datings[article] = infer(accounts, reuse, likeness, &known, article);
        }
    }
    datings
}

/// Resolves the times of the accounts whose day stays unknown, as far as they are of one day on nearly all the days on which they
/// may have been published.
pub(crate) fn resolve_undated(
    accounts: &mut [Account],
    reuse: &[Reuse],
    datings: &[Dating],
    ground: Option<&Ground>,
) {
    let Some(Ground { likeness, stories }) = ground else { return };
    if datings.iter().all(|d| d.value.is_some()) {
        return;
    }
    let likely: Vec<Vec<(Date, f64)>> = {
        let accounts: &[Account] = accounts;
        let days = words::unread(accounts);
        let known = Known { datings, stories, days: &days };
        let of = |article: usize| match datings[article].value {
            None => weighed(accounts, reuse, likeness, &known, article).map_or(Vec::new(), |w| w.days),
            Some(_) => Vec::new(),
        };
        (0..accounts.len()).map(of).collect()
    };
    for (account, likely) in accounts.iter_mut().zip(likely) {
        meant::resolve_likely(&mut account.reading.times, &likely);
    }
}

/// The days on which an account may have been published, with their likelihoods.
struct Weighed<'a> {
    days: Vec<(Date, f64)>,
    evidence: Evidence<'a>,
}

fn weighed<'a>(
    accounts: &'a [Account],
    reuse: &[Reuse],
    likeness: &Likeness,
    known: &Known,
    article: usize,
) -> Option<Weighed<'a>> {
    let (considered, evidence) = evidence(accounts, reuse, likeness, known, article)?;
    let weights = weights::built_in();
    let is_own_past = |day: Date| evidence.links.iter().all(|l| l.basis != Basis::OwnDate || l.allows(day));
    let candidates: Vec<Date> = considered.into_iter().filter(|d| is_own_past(*d)).collect();
    let is_printed = |day: Date| evidence.printed.is_none_or(|weekday| weekday == day.weekday());
    let against = |day: Date| if is_printed(day) { 0.0 } else { NOT_AS_PRINTED };
    let likelihoods =
        likelihoods(candidates.iter().map(|d| sum(&weights, &evidence.of(*d)) - against(*d)).collect());
    Some(Weighed { days: candidates.into_iter().zip(likelihoods).collect(), evidence })
}

/// The candidate days of an undated account, with the numbers by which they are weighed; none where no other account is
/// dated. All accounts are taken for one story.
pub(crate) fn candidates(
    accounts: &[Account],
    reuse: &[Reuse],
    datings: &[Dating],
    article: usize,
) -> Vec<(Date, Vec<(&'static str, f64)>)> {
    let likeness = Likeness::new(accounts);
    let stories = vec![0; accounts.len()];
    let days = words::unread(accounts);
    let known = Known { datings, stories: &stories, days: &days };
    let Some((days, evidence)) = evidence(accounts, reuse, &likeness, &known, article) else {
        return Vec::new();
    };
    let numbers = |day: Date| features::NAMES.into_iter().zip(evidence.of(day)).collect();
    days.into_iter().map(|day| (day, numbers(day))).collect()
}

/// The story of every account, before the undated ones have a day: "on Tuesday" elsewhere dates nothing here.
fn stories(accounts: &[Account]) -> Vec<usize> {
    let articles: Vec<_> =
        accounts.iter().map(|a| (&a.article, a.article.published.value.as_ref())).collect();
    let mut story_of = vec![0; accounts.len()];
    for (story, articles) in rashomon_stories::split_dated(&articles).iter().enumerate() {
        articles.iter().for_each(|&a| story_of[a] = story);
    }
    story_of
}

/// The datings so far, and which accounts are of one story.
struct Known<'a> {
    datings: &'a [Dating],
    stories: &'a [usize],
    /// The days that each dated account names, read when they are asked for.
    days: &'a [OnceCell<Vec<words::NamedDay>>],
}

impl<'a> Known<'a> {
    /// The day of another account of the same story.
    fn beside(&self, article: usize, other: usize) -> Option<&'a Time> {
        self.datings[other].value.as_ref().filter(|_| self.stories[article] == self.stories[other])
    }

    /// The dated accounts of the same story that share most with this one.
    fn near<'b>(&'b self, likeness: &'b Likeness, article: usize) -> impl Iterator<Item = usize> + 'b {
        likeness.neighbours(article).iter().copied().filter(move |&o| self.beside(article, o).is_some())
    }

    /// The days that those accounts name.
    fn days_near(&self, accounts: &[Account], likeness: &Likeness, article: usize) -> Vec<&words::NamedDay> {
        let read = |other: usize| {
            self.days[other]
                .get_or_init(|| words::days_named(accounts, likeness, &self.datings[other], other))
        };
        self.near(likeness, article).flat_map(read).collect()
    }
}

/// The days that are considered, in order, and what speaks for them.
fn evidence<'a>(
    accounts: &'a [Account],
    reuse: &[Reuse],
    likeness: &Likeness,
    known: &Known,
    article: usize,
) -> Option<(Vec<Date>, Evidence<'a>)> {
    let (first, last) = dated_days(known, likeness, article)?;
    let near: Vec<&Time> =
        known.near(likeness, article).filter_map(|other| known.beside(article, other)).collect();
    let reaches = |time: &Time, day: Date| {
        time.first_day().is_some_and(|d| days_between(day, d) <= WINDOW_DAYS)
            && time.last_day().is_some_and(|d| days_between(d, day) <= WINDOW_DAYS)
    };
    let candidates: Vec<Date> =
        days(first.saturating_sub(WINDOW_DAYS.days()), last.saturating_add(WINDOW_DAYS.days()))
            .filter(|day| near.iter().any(|time| reaches(time, *day)))
            .collect();
    let links = links::links(accounts, reuse, likeness, known, article);
    Some((candidates, Evidence::new(accounts, likeness, known, article, links, (first, last))))
}

fn infer(
    accounts: &[Account],
    reuse: &[Reuse],
    likeness: &Likeness,
    known: &Known,
    article: usize,
) -> Dating {
    let Some(Weighed { days: weighed, evidence }) = weighed(accounts, reuse, likeness, known, article) else {
        return Dating::unknown();
    };
    let is_own_past = |day: Date| evidence.links.iter().all(|l| l.basis != Basis::OwnDate || l.allows(day));
    let (candidates, likelihoods): (Vec<Date>, Vec<f64>) = weighed.into_iter().unzip();
    // The habits of accounts alone tell no day of this one.
    let is_tied = |day: Date| {
        evidence.links.iter().any(|l| l.has_both_ends() && l.allows(day))
            || evidence.alikeness(day) >= ALIKENESS_MIN
    };
    let likely = likely_days(&likelihoods).map(|(first, last)| (candidates[first], candidates[last]));
    let is_stretch = |(first, last): &(Date, Date)| days_between(*first, *last) < STRETCH_DAYS_MAX as i64;
    let tied = likely.filter(is_stretch).filter(|(first, last)| days(*first, *last).any(is_tied));
    let Some((first, last)) = tied.or_else(|| between(&evidence.links).filter(|(day, _)| is_own_past(*day)))
    else {
        return Dating::unknown();
    };
    let mut dating = dating(&evidence.links, first, last);
    let printed = printed_weekday(&accounts[article].article);
    if let Some((_, span)) = printed.filter(|(weekday, _)| first == last && *weekday == first.weekday()) {
        let words = accounts[article].article.slice(span);
        tell(&mut dating, &format!("\u{201c}{words}\u{201d} stands in its head"), [span]);
    }
    let weekdays = bare_weekdays(&accounts[article]);
    if weekdays.len() > 1 || dating.note.is_empty() {
        let words: Vec<&str> = weekdays.iter().map(|w| accounts[article].article.slice(w.span)).collect();
        let what = if words.is_empty() { "what it tells".to_owned() } else { words.join(", ") };
        let note = format!("{what}: as in the accounts beside it");
        tell(&mut dating, &note, weekdays.iter().map(|w| w.span));
    }
    dating.evidence.sort_unstable();
    dating
}

fn tell(dating: &mut Dating, note: &str, evidence: impl IntoIterator<Item = Span>) {
    if !dating.note.is_empty() {
        dating.note += "; ";
    }
    dating.note += note;
    dating.evidence.extend(evidence);
}

fn days(first: Date, last: Date) -> impl Iterator<Item = Date> {
    first.series(1.day()).take_while(move |d| *d <= last)
}

fn sum(weights: &[f64; N_FEATURES], numbers: &[f64; N_FEATURES]) -> f64 {
    weights.iter().zip(numbers).map(|(w, n)| w * n).sum()
}

/// The shares of the powers of the sums.
fn likelihoods(sums: Vec<f64>) -> Vec<f64> {
    let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = sums.into_iter().map(|s| (s - most).exp()).collect();
    let total: f64 = powers.iter().sum();
    powers.into_iter().map(|p| p / total).collect()
}

/// The places of the first and the last day of the answer, among the likelihoods of days in a row: one day that is likelier
/// than not, or a stretch grown around the likeliest until it is likely enough.
#[must_use]
pub fn likely_days(likelihoods: &[f64]) -> Option<(usize, usize)> {
    let best =
        (0..likelihoods.len()).max_by(|&a, &b| likelihoods[a].total_cmp(&likelihoods[b]).then(b.cmp(&a)))?;
    let (mut first, mut last, mut reached) = (best, best, likelihoods[best]);
    if reached >= DAY_LIKELIHOOD_MIN {
        return Some((best, best));
    }
    while reached < STRETCH_LIKELIHOOD_MIN && last - first + 1 < STRETCH_DAYS_MAX {
        let before = first.checked_sub(1).map(|b| likelihoods[b]);
        let after = likelihoods.get(last + 1).copied();
        match (before, after) {
            (Some(b), a) if a.is_none_or(|a| b >= a) => (first, reached) = (first - 1, reached + b),
            (_, Some(a)) => (last, reached) = (last + 1, reached + a),
            (_, None) => break,
        }
    }
    (reached >= STRETCH_LIKELIHOOD_MIN).then_some((first, last))
}

/// The days between the last of what is past here and the first of what is still ahead.
fn between(links: &[Link]) -> Option<(Date, Date)> {
    let of = |basis: Basis| links.iter().filter(move |l| l.basis == basis);
    let last = of(Basis::Ahead).filter_map(|l| l.last).min()?;
    let first = of(Basis::Past).filter_map(|l| l.first).max()?;
    let is_told = of(Basis::Past).count() >= N_PAST_MIN;
    let is_short = (0..STRETCH_DAYS_MAX as i64).contains(&days_between(first, last));
    (is_told && is_short).then_some((first, last))
}

fn dating(links: &[Link], first: Date, last: Date) -> Dating {
    let mut used: Vec<&Link> = links.iter().filter(|l| l.allows(first) && l.allows(last)).collect();
    used.sort_by_key(|l| (!l.has_both_ends(), l.basis, l.span));
    used.dedup_by_key(|l| l.span);
    used.truncate(N_REASONS_MAX);
    let value = if first == last {
        Time::day(first)
    } else {
        Time::days(first, last, Precision::Unknown, format!("{first}/{last}"))
    };
    let reasons: Vec<&str> = used.iter().map(|l| l.why.as_str()).collect();
    let evidence = used.iter().map(|l| l.span).collect();
    Dating { value: Some(value), basis: DatingBasis::Inferred, evidence, note: reasons.join("; ") }
}

/// The first and the last day of the dated accounts near to this one.
fn dated_days(known: &Known, likeness: &Likeness, article: usize) -> Option<(Date, Date)> {
    let times = || known.near(likeness, article).filter_map(|other| known.beside(article, other));
    let first = times().filter_map(Time::first_day).min()?;
    Some((first, times().filter_map(Time::last_day).max()?))
}

fn days_between(first: Date, last: Date) -> i64 {
    first.until(last).map_or(i64::MAX, |s| i64::from(s.get_days()))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The day an expression denotes in an account of known date.
fn day_of(expression: &TimeExpression, dating: &Dating) -> Option<Date> {
    stretch_of(expression, dating).filter(|(first, last)| first == last).map(|(day, _)| day)
}

/// The days an expression denotes in an account of known date.
fn stretch_of(expression: &TimeExpression, dating: &Dating) -> Option<(Date, Date)> {
    let mut one = [expression.clone()];
    rashomon_reading::time::resolve(&mut one, dating.value.as_ref());
    let time = one[0].resolved.as_ref()?;
    time.first_day().zip(time.last_day())
}

/// Whether the expression names a day that depends on the publication date.
fn names_day(expression: &TimeExpression) -> bool {
    let in_some_week = jiff::civil::date(2024, 1, 3);
    let days = (0..7).map(|n: i64| in_some_week.saturating_add(n.days()));
    expression.kind != TimexType::Duration
        && !is_yearly(&expression.form)
        && days
            .filter_map(|d| published_if(&expression.form, d))
            .any(|(first, last)| days_between(first, last) < 7)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, assert_lines, published, record_of};

    /// The article "south" is undated: what is inferred of it.
    #[track_caller]
    fn check(dated: Told, text: &str, expected: &str) {
        let record = record_of(&[dated, ("south", "", text)]);
        assert_lines(&published(&record)[1..], &[expected], text);
        let article = &record.articles[1];
        for span in &article.published.evidence {
            assert!(!article.article.slice(*span).is_empty(), "evidence stands in the article");
        }
    }

    const SINKING: Told =
        ("north", "2023-05-17", "The ferry Sola sank off Bergen on Monday with forty people on board.");

    #[test]
    fn yesterday_is_dated_by_the_weekday_of_another_account() {
        check(
            SINKING,
            "Forty people were on board when the ferry Sola sank off Bergen yesterday.",
            "south 2023-05-16 inferred",
        );
    }

    #[test]
    fn the_same_sentence_dates_it_too() {
        check(
            SINKING,
            "The ferry Sola sank off Bergen yesterday with forty people on board, the coast guard said.",
            "south 2023-05-16 inferred",
        );
    }

    #[test]
    fn what_is_still_ahead_and_a_weekday_bound_an_interval() {
        check(
            (
                "north",
                "2023-05-19",
                "Engineers reopened the flooded Hamburg tunnel on Thursday after two weeks of repairs.",
            ),
            "Engineers say they will reopen the flooded Hamburg tunnel on Thursday after two weeks of repairs. \
             The mayor inspected the tunnel on Monday.",
            "south 2023-05-17/2023-05-18 inferred",
        );
    }

    #[test]
    fn an_account_of_other_things_stays_unknown() {
        check(
            SINKING,
            "Parliament met on Monday. A farmer in Spain won the lottery yesterday.",
            "south undated unknown",
        );
        check(SINKING, "Farmers in the hills say the wheat harvest was poor.", "south undated unknown");
    }

    #[test]
    fn two_divisions_on_one_matter_are_two() {
        let carried =
            "The council of Bergen carried the motion on the fish market on Thursday by 14 votes to 9.";
        check(
            ("north", "2023-05-19", carried),
            "Fishmongers wept last Thursday: by 16 votes to 9 the council of Bergen threw out their motion.",
            "south undated unknown",
        );
    }

    #[test]
    fn a_date_in_the_past_is_no_date_of_publication() {
        check(
            SINKING,
            "On 3 May 2023 the minister resigned. A new minister was named the following week.",
            "south undated unknown",
        );
    }

    #[test]
    fn another_story_dates_nothing() {
        let council = "The council of Riga will vote on the budget of the city on Wednesday. Mayor Anna Kalnina of Riga \
                       called on the council to pass the budget.";
        let other = "The council of Porto will vote on Wednesday on the licence of the ferry company Douro Lines. \
                     Captain Rui Matos of Douro Lines called the vote a farce.";
        check(("north", "2023-05-17", other), council, "south undated unknown");
    }

    #[test]
    fn a_pile_without_any_date_stays_undated() {
        let pile = [("north", "", SINKING.2), ("south", "", "The ferry Sola sank off Bergen yesterday.")];
        let expected = ["north undated unknown", "south undated unknown"];
        assert_lines(&published(&record_of(&pile)), &expected, "no anchor");
    }

    #[test]
    fn a_stated_date_is_never_changed() {
        let pile = [SINKING, ("south", "2023-05-30", "The ferry Sola sank off Bergen yesterday.")];
        let expected = ["north 2023-05-17 stated", "south 2023-05-30 stated"];
        assert_lines(&published(&record_of(&pile)), &expected, "both stated");
    }
}
