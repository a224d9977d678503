//! What speaks for each day as the day of publication, as numbers.

use super::links::{Basis, Link};
use super::printed::printed_weekday;
use super::words::{Alikeness, says_yesterday};
use super::{Known, days_between};
use crate::likeness::{Likeness, dot};
use crate::reconcile::Account;
use rashomon_reading::time::{DayForm, TimeExpression};
use rashomon_text::{Date, Span, Time, Weekday};

/// Names of the numbers, in their order; `data/dating/weights.txt` has a line for each.
pub(super) const NAMES: [&str; N_FEATURES] = [
    "same_words",
    "same_event",
    "like_words",
    "surely_like_words",
    "copy_within_a_week",
    "copy_within_days",
    "past_elsewhere",
    "latest_past_is_later",
    "latest_past_is_today",
    "latest_past_is_yesterday",
    "latest_past_is_two_days_old",
    "latest_past_is_older",
    "ahead_but_past_elsewhere",
    "alikeness",
    "alike_days",
    "alike_headlines",
    "alike_accounts_near",
    "first_weekday_is_today",
    "first_weekday_is_yesterday",
    "first_weekday_is_two_days_old",
    "first_weekday_is_older",
    "wire_first_weekday_is_today",
    "wire_first_weekday_is_yesterday",
    "wire_first_weekday_is_two_days_old",
    "wire_first_weekday_is_older",
    "a_weekday_is_today",
    "a_weekday_is_today_without_dateline",
    "a_weekday_is_today_beside_yesterday",
    "weekdays_of_days_ago",
    "weekdays_far_ahead",
    "next_day_named_is_tomorrow",
    "next_day_named_is_the_day_after",
    "within_one_week",
    "no_weekday_is_near_beside_yesterday",
    "printed_weekday",
    "days_before_the_first",
    "days_after_the_last",
];
/// How many numbers a day has.
pub(super) const N_FEATURES: usize = 37;

/// Least alikeness of words that makes a day alike.
const ALIKE_MIN: f32 = 0.3;
/// Days from the first to the last weekday of an account that tells of one week.
const ONE_WEEK_DAYS: i64 = 4;
/// Days from which a weekday is named less often by its bare name.
const N_DAYS_AGO: i64 = 4;
const N_DAYS_AHEAD: i64 = 5;
/// More of a kind say no more.
const N_WEEKDAYS_MAX: usize = 3;
/// Longest distance from the dated accounts that is told apart, in days.
const DISTANCE_MAX: i64 = 7;

/// What is known of an account before a day is tried.
pub(super) struct Evidence<'a> {
    pub(super) links: Vec<Link>,
    alikeness: Alikeness<'a>,
    /// Days of the accounts nearest to it, and how near they are.
    near: Vec<(Date, f32)>,
    first: Date,
    last: Date,
    has_dateline: bool,
    says_yesterday: bool,
    pub(super) printed: Option<Weekday>,
}

impl<'a> Evidence<'a> {
    pub(super) fn new(
        accounts: &'a [Account],
        likeness: &Likeness,
        known: &Known,
        article: usize,
        links: Vec<Link>,
        (first, last): (Date, Date),
    ) -> Self {
        let account = &accounts[article];
        let whole =
            |a: usize| likeness.vector(&accounts[a].reading, Span::new(0, accounts[a].article.text.len()));
        let mine = whole(article);
        let near = known.near(likeness, article).filter_map(|other| {
            let day = known.beside(article, other).and_then(Time::single_day)?;
            Some((day, dot(&mine, &whole(other))))
        });
        Self {
            links,
            alikeness: Alikeness::new(accounts, likeness, known, article),
            near: near.collect(),
            first,
            last,
            has_dateline: account.article.blocks.iter().any(|b| b.dateline.is_some()),
            says_yesterday: says_yesterday(account),
            printed: printed_weekday(&account.article).map(|(weekday, _)| weekday),
        }
    }

    /// How like the words around the days named are to those around the same days elsewhere, in sum.
    pub(super) fn alikeness(&self, day: Date) -> f32 {
        self.alikeness.if_published(day).map(|(_, _, text, _)| text).sum()
    }

    /// The numbers of a day.
    pub(super) fn of(&self, day: Date) -> [f64; N_FEATURES] {
        let mut numbers = Numbers::default();
        self.tell_links(&mut numbers, day);
        self.tell_days_named(&mut numbers, day);
        let is_near = |(published, _): &&(Date, f32)| days_between(*published, day).abs() <= 1;
        numbers.add("alike_accounts_near", self.near.iter().filter(is_near).map(|n| f64::from(n.1)).sum());
        numbers.flag("printed_weekday", self.printed == Some(day.weekday()));
        let distance = |from: Date, to: Date| days_between(from, to).clamp(0, DISTANCE_MAX) as f64;
        numbers.add("days_before_the_first", distance(day, self.first));
        numbers.add("days_after_the_last", distance(self.last, day));
        numbers.0
    }

    fn tell_links(&self, numbers: &mut Numbers, day: Date) {
        let of = |basis: Basis| self.links.iter().filter(move |l| l.basis == basis);
        let n_allowing = |basis: Basis| of(basis).filter(|l| l.allows(day)).count();
        for (name, basis) in [
            ("same_words", Basis::SameWords),
            ("same_event", Basis::SameEvent),
            ("like_words", Basis::LikeWords),
            ("surely_like_words", Basis::SurelyLikeWords),
            ("copy_within_a_week", Basis::Copy),
            ("copy_within_days", Basis::UsualCopy),
            ("past_elsewhere", Basis::Past),
        ] {
            numbers.add(name, (n_allowing(basis) as f64).sqrt());
        }
        if let Some(latest) = of(Basis::Past).filter_map(|l| l.first).max() {
            let name = match days_between(latest, day) {
                ..0 => "latest_past_is_later",
                0 => "latest_past_is_today",
                1 => "latest_past_is_yesterday",
                2 => "latest_past_is_two_days_old",
                _ => "latest_past_is_older",
            };
            numbers.flag(name, true);
        }
        let n_over = of(Basis::Ahead).filter(|l| !l.allows(day)).count();
        numbers.add("ahead_but_past_elsewhere", (n_over as f64).sqrt());
    }

    fn tell_days_named(&self, numbers: &mut Numbers, day: Date) {
        // Days ago, of each expression; of bare weekdays apart.
        let mut ages: Vec<(bool, i64)> = Vec::new();
        let mut n_alike = 0;
        for (time, named, text, headline) in self.alikeness.if_published(day) {
            ages.push((weekday(time).is_some(), days_between(named, day)));
            numbers.add("alikeness", f64::from(text));
            numbers.add("alike_headlines", f64::from(headline));
            n_alike += usize::from(text >= ALIKE_MIN);
        }
        numbers.add("alike_days", (n_alike as f64).sqrt());
        if let Some((true, age)) = ages.first() {
            let names = match age {
                0 => Some(("first_weekday_is_today", "wire_first_weekday_is_today")),
                1 => Some(("first_weekday_is_yesterday", "wire_first_weekday_is_yesterday")),
                2 => Some(("first_weekday_is_two_days_old", "wire_first_weekday_is_two_days_old")),
                3.. => Some(("first_weekday_is_older", "wire_first_weekday_is_older")),
                _ => None,
            };
            if let Some((name, of_wire)) = names {
                numbers.flag(name, true);
                numbers.flag(of_wire, self.has_dateline);
            }
        }
        let weekdays: Vec<i64> = ages.iter().filter(|a| a.0).map(|a| a.1).collect();
        let (is_today, is_yesterday) = (weekdays.contains(&0), weekdays.contains(&1));
        numbers.flag("a_weekday_is_today", is_today);
        numbers.flag("a_weekday_is_today_without_dateline", is_today && !self.has_dateline);
        numbers.flag("a_weekday_is_today_beside_yesterday", is_today && self.says_yesterday);
        numbers
            .flag("no_weekday_is_near_beside_yesterday", self.says_yesterday && !is_today && !is_yesterday);
        let count = |is: &dyn Fn(i64) -> bool| weekdays.iter().filter(|a| is(**a)).count();
        numbers.add("weekdays_of_days_ago", count(&|a| a >= N_DAYS_AGO).min(N_WEEKDAYS_MAX) as f64);
        numbers.add("weekdays_far_ahead", count(&|a| a <= -N_DAYS_AHEAD).min(N_WEEKDAYS_MAX) as f64);
        match ages.iter().map(|a| -a.1).filter(|ahead| *ahead > 0).min() {
            Some(1) => numbers.flag("next_day_named_is_tomorrow", true),
            Some(2) => numbers.flag("next_day_named_is_the_day_after", true),
            _ => {}
        }
        let spread = weekdays.iter().max().zip(weekdays.iter().min()).map(|(first, last)| first - last);
        numbers.flag("within_one_week", spread.is_some_and(|s| s <= ONE_WEEK_DAYS));
    }
}

/// The numbers of a day, by name.
struct Numbers([f64; N_FEATURES]);

impl Default for Numbers {
    fn default() -> Self {
        Self([0.0; N_FEATURES])
    }
}

impl Numbers {
    fn add(&mut self, name: &str, value: f64) {
        debug_assert!(NAMES.contains(&name), "{name} has no place");
        if let Some(at) = NAMES.iter().position(|n| *n == name) {
            self.0[at] += value;
        }
    }

    fn flag(&mut self, name: &str, is: bool) {
        self.add(name, f64::from(u8::from(is)));
    }
}

/// The weekdays named without a date.
pub(super) fn bare_weekdays(account: &Account) -> Vec<&TimeExpression> {
    account.reading.times.iter().filter(|t| weekday(t).is_some()).collect()
}

fn weekday(expression: &TimeExpression) -> Option<Weekday> {
    match &expression.form.day {
        DayForm::Weekday { weekday, .. } => Some(*weekday),
        _ => None,
    }
}
