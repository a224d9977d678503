//! Publication dates that articles do not state, inferred from what they and other accounts say.
//!
//! Every candidate day is voted on by constraints: days that the article itself names ("mid-November" is past),
//! the other accounts' dating of what this one calls "yesterday" or "on Monday", events that are past here and
//! dated there, events that are still ahead here and past there, where its running counts stand among theirs, and
//! the week that its bare weekdays share.
//! The days with the most votes are the answer, as an interval; where no other account helps, it stays unknown.

use crate::day_figures;
use crate::day_words;
use crate::likeness::Likeness;
use crate::printed_day::printed_weekday;
use crate::reconcile::Account;
use jiff::ToSpan;
use rashomon_reading::Reading;
use rashomon_reading::claim::Claim;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::time::{DayForm, TimeExpression, TimexType, is_yearly, published_if};
use rashomon_reuse::{Direction, Reuse, ReuseKind};
use rashomon_text::{Date, Dating, DatingBasis, Precision, Span, Time};
use std::collections::BTreeMap;

/// Days before the first and after the last dated account of the pile that are considered. News of one
/// situation comes within weeks; a wider window only adds candidates that nothing supports.
const WINDOW_DAYS: i64 = 21;
/// Longest interval that is worth saying, in days; a vaguer one says nothing to a reader.
const INTERVAL_DAYS_MAX: i64 = 10;
/// Votes that the best days need: one strong link, or several weak ones.
const VOTES_MIN: f32 = 2.0;

/// A sentence of both accounts told in the same words dates one by the other.
const WEIGHT_SAME_WORDS: f32 = 3.0;
/// The same happening told in other words.
const WEIGHT_SAME_EVENT: f32 = 1.5;
/// The same by another predicate: an inquiry is opened on one day, and reports on another.
const WEIGHT_OTHER_WORDS: f32 = 1.0;
/// Past here, dated there: a bound on one side.
const WEIGHT_BOUND: f32 = 1.0;
/// A full date in the article's own past.
const WEIGHT_OWN_DATE: f32 = 3.0;
/// All bare weekdays fall into one week.
const WEIGHT_ONE_WEEK: f32 = 1.0;
/// No weekday that the article names is the day of publication or the one before, which it calls "yesterday".
const WEIGHT_OTHER_DAYS: f32 = 0.5;
/// The weekday printed in the article's head.
const WEIGHT_PRINTED: f32 = 3.0;
/// Days within which copies of agency text usually appear.
const COPY_DAYS_MAX: i64 = 7;
/// Days within which most do; decides between days that are otherwise equal.
const COPY_DAYS_USUAL: i64 = 3;
const WEIGHT_USUAL: f32 = 0.25;
/// Days within which the bare weekdays of one article usually lie.
const ONE_WEEK_DAYS: i64 = 4;

/// The dating of every account: its own where it has one, else inferred from the others of its story.
pub(crate) fn published(accounts: &[Account], reuse: &[Reuse], is_one_story: bool) -> Vec<Dating> {
    let mut datings: Vec<Dating> = accounts.iter().map(|a| a.article.published.clone()).collect();
    let undated: Vec<usize> = (0..accounts.len()).filter(|&i| datings[i].value.is_none()).collect();
    if undated.is_empty() || undated.len() == accounts.len() {
        return datings;
    }
    let likeness = Likeness::new(accounts);
    let stories = if is_one_story { vec![0; accounts.len()] } else { stories(accounts) };
    // Twice: what is dated in the first round helps to date the rest in the second.
    for _ in 0..2 {
        let dated = datings.clone();
        let days =
            (0..accounts.len()).map(|a| day_words::days_named(accounts, &likeness, &dated[a], a)).collect();
        let known = Known { datings: &dated, stories: &stories, days };
        for &article in undated.iter().filter(|&&a| dated[a].value.is_none()) {
            datings[article] = infer(accounts, reuse, &likeness, &known, article);
        }
    }
    datings
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
pub(crate) struct Known<'a> {
    pub(crate) datings: &'a [Dating],
    stories: &'a [usize],
    /// The days that each dated account names.
    days: Vec<Vec<day_words::NamedDay>>,
}

impl<'a> Known<'a> {
    /// The day of another account of the same story.
    pub(crate) fn beside(&self, article: usize, other: usize) -> Option<&'a Time> {
        self.datings[other].value.as_ref().filter(|_| self.stories[article] == self.stories[other])
    }

    /// The days that the other accounts of the same story name.
    pub(crate) fn days_beside(&self, article: usize) -> Vec<&day_words::NamedDay> {
        let others = (0..self.days.len()).filter(|&o| o != article && self.beside(article, o).is_some());
        others.flat_map(|other| &self.days[other]).collect()
    }
}

/// A vote for the days from `first` to `last` (open ends reach everywhere).
pub(crate) struct Constraint {
    pub(crate) first: Option<Date>,
    pub(crate) last: Option<Date>,
    pub(crate) weight: f32,
    pub(crate) span: Span,
    pub(crate) why: String,
}

impl Constraint {
    fn allows(&self, day: Date) -> bool {
        self.first.is_none_or(|f| f <= day) && self.last.is_none_or(|l| day <= l)
    }
}

fn infer(
    accounts: &[Account],
    reuse: &[Reuse],
    likeness: &Likeness,
    known: &Known,
    article: usize,
) -> Dating {
    let Some((first, last)) = window(known, article) else { return Dating::unknown() };
    let mut constraints = own_dates(&accounts[article]);
    constraints.extend(same_words(accounts, reuse, known, article));
    for &other in likeness.neighbours(article).iter().filter(|&&o| known.beside(article, o).is_some()) {
        constraints.extend(same_events(accounts, likeness, known.datings, article, other));
    }
    constraints.extend(day_words::constraints(accounts, likeness, known, article));
    constraints.extend(day_figures::constraints(accounts, known, article));
    keep_best_answers(&mut constraints);
    // One expression votes once for one answer, however many tellings agree.
    constraints.sort_by(|a, b| {
        (a.span, a.first, a.last).cmp(&(b.span, b.first, b.last)).then(b.weight.total_cmp(&a.weight))
    });
    constraints.dedup_by(|a, b| (a.span, a.first, a.last) == (b.span, b.first, b.last));
    let weekdays = bare_weekdays(&accounts[article]);
    let says_yesterday = day_words::says_yesterday(&accounts[article]);
    // Who says "yesterday" names only earlier days by their weekday.
    let names_other_days = |day: Date| {
        let near = |w: &&TimeExpression| {
            let is = |d: Date| weekday(w) == Some(d.weekday());
            is(day) || is(day.saturating_sub(1.day()))
        };
        says_yesterday && !weekdays.iter().any(near)
    };
    let printed = printed_weekday(&accounts[article].article);
    let votes = |day: Date| -> f32 {
        let head = if printed.is_some_and(|(w, _)| w == day.weekday()) { WEIGHT_PRINTED } else { 0.0 };
        let one_week = if spread(&weekdays, day) <= ONE_WEEK_DAYS { WEIGHT_ONE_WEEK } else { 0.0 };
        let others = if names_other_days(day) { WEIGHT_OTHER_DAYS } else { 0.0 };
        let allowed = constraints.iter().filter(|c| c.allows(day));
        head + one_week + others + allowed.map(|c| c.weight).sum::<f32>()
    };
    let days: Vec<(Date, f32)> =
        first.series(1.day()).take_while(|d| *d <= last).map(|d| (d, votes(d))).collect();
    let best = days.iter().map(|d| d.1).fold(0.0, f32::max);
    if best < VOTES_MIN || !constraints.iter().any(|c| c.first.is_some()) {
        return Dating::unknown();
    }
    let chosen: Vec<Date> = days.iter().filter(|d| d.1 >= best - 1e-3).map(|d| d.0).collect();
    let mut dating = dating(&constraints, chosen[0], chosen[chosen.len() - 1]);
    if let Some((_, span)) = printed.filter(|_| dating.value.is_some()) {
        let words = accounts[article].article.slice(span);
        dating.note += &format!("; \u{201c}{words}\u{201d} stands in its head");
        dating.evidence.push(span);
    }
    if dating.value.is_some() && weekdays.len() > 1 {
        let words: Vec<&str> = weekdays.iter().map(|w| accounts[article].article.slice(w.span)).collect();
        dating.note += &format!("; {} fall into one week", words.join(", "));
        dating.evidence.extend(weekdays.iter().map(|w| w.span));
    }
    dating.evidence.sort_unstable();
    dating
}

/// Of an expression to which tellings give several days, keeps those that the most give.
fn keep_best_answers(constraints: &mut Vec<Constraint>) {
    let answer = |c: &Constraint| Some((c.span, c.first?, c.last?)).filter(|(_, first, last)| first == last);
    let mut weight: BTreeMap<(Span, Date, Date), f32> = BTreeMap::new();
    for c in constraints.iter() {
        if let Some(key) = answer(c) {
            *weight.entry(key).or_default() += c.weight;
        }
    }
    let mut best: BTreeMap<Span, f32> = BTreeMap::new();
    for ((span, ..), total) in &weight {
        let most = best.entry(*span).or_default();
        *most = most.max(*total);
    }
    constraints.retain(|c| answer(c).is_none_or(|key| weight[&key] >= best[&c.span]));
}

fn dating(constraints: &[Constraint], first: Date, last: Date) -> Dating {
    if days_between(first, last) >= INTERVAL_DAYS_MAX {
        return Dating::unknown();
    }
    let mut used: Vec<&Constraint> =
        constraints.iter().filter(|c| c.allows(first) && c.allows(last)).collect();
    used.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.span.cmp(&b.span)));
    used.dedup_by(|a, b| a.span == b.span);
    used.truncate(4);
    let value = if first == last {
        Time::day(first)
    } else {
        Time::days(first, last, Precision::Unknown, format!("{first}/{last}"))
    };
    let reasons: Vec<&str> = used.iter().map(|c| c.why.as_str()).collect();
    let mut evidence: Vec<Span> = used.iter().map(|c| c.span).collect();
    evidence.sort_unstable();
    Dating { value: Some(value), basis: DatingBasis::Inferred, evidence, note: reasons.join("; ") }
}

/// The days around the dated accounts of the story.
fn window(known: &Known, article: usize) -> Option<(Date, Date)> {
    let times = || (0..known.datings.len()).filter_map(|other| known.beside(article, other));
    let first = times().filter_map(Time::first_day).min()?;
    let last = times().filter_map(Time::last_day).max()?;
    Some((first.saturating_sub(WINDOW_DAYS.days()), last.saturating_add(WINDOW_DAYS.days())))
}

fn days_between(first: Date, last: Date) -> i64 {
    first.until(last).map_or(i64::MAX, |s| i64::from(s.get_days()))
}

/// Full dates that the article tells as past.
fn own_dates(account: &Account) -> Vec<Constraint> {
    let past = account.reading.claims.iter().filter(|c| is_told_as_done(c));
    past.filter_map(|claim| {
        let time = &account.reading.times[claim.time?];
        let day = time.form.is_explicit().then(|| time.resolved.as_ref()?.first_day()).flatten()?;
        let words = account.article.slice(time.span);
        Some(Constraint {
            first: Some(day),
            last: None,
            weight: WEIGHT_OWN_DATE,
            span: time.span,
            why: format!("\u{201c}{words}\u{201d} is past"),
        })
    })
    .collect()
}

fn is_told_as_done(claim: &Claim) -> bool {
    claim.polarity == Polarity::Positive && matches!(claim.modality, Modality::Happened | Modality::Ongoing)
}

fn is_told_as_ahead(claim: &Claim) -> bool {
    matches!(claim.modality, Modality::Planned | Modality::Demanded | Modality::Possible)
}

/// Passages of the article that stand in a dated one too, with one day-word in each.
fn same_words(accounts: &[Account], reuse: &[Reuse], known: &Known, article: usize) -> Vec<Constraint> {
    let mut constraints = Vec::new();
    for r in reuse.iter().filter(|r| r.kind != ReuseKind::QuotesOnly) {
        let other = match article {
            a if a == r.from => r.to,
            a if a == r.to => r.from,
            _ => continue,
        };
        let Some(value) = known.beside(article, other) else { continue };
        constraints.extend(near_its_counterpart(accounts, r, article, other, value).into_iter().flatten());
        for passage in &r.passages {
            let (here, there) =
                if article == r.from { (passage.from, passage.to) } else { (passage.to, passage.from) };
            let (Some(mine), Some(theirs)) =
                (only_day(&accounts[article], here), only_day(&accounts[other], there))
            else {
                continue;
            };
            if are_other_votes((&accounts[article].reading, here), (&accounts[other].reading, there)) {
                continue;
            }
            let Some(day) = day_of(theirs, &known.datings[other]) else { continue };
            constraints.extend(constraint(accounts, article, other, mine, day, WEIGHT_SAME_WORDS));
        }
    }
    constraints
}

/// Copies appear within days of what they copy, and not before it.
fn near_its_counterpart(
    accounts: &[Account],
    reuse: &Reuse,
    article: usize,
    other: usize,
    value: &Time,
) -> Option<[Constraint; 3]> {
    let (first, last) = value.first_day().zip(value.last_day())?;
    let name = file_name(&accounts[other].article.path);
    let passage = reuse.passages.first()?;
    let is_copy = reuse.to == article;
    let span = if is_copy { passage.to } else { passage.from };
    let is_known = reuse.direction == Direction::Known;
    let within = |days: i64, weight: f32| {
        let days_before = if is_copy && is_known { 0 } else { days };
        let days_after = if !is_copy && is_known { 0 } else { days };
        Constraint {
            first: Some(first.saturating_sub(days_before.days())),
            last: Some(last.saturating_add(days_after.days())),
            weight,
            span: span.trimmed(&accounts[article].article.text),
            why: if is_copy { format!("has text of {name}") } else { format!("{name} has text of it") },
        }
    };
    // Where nothing tells who copied whom, the likelier copy is likelier later.
    let later = Constraint {
        first: is_copy.then_some(first),
        last: (!is_copy).then_some(last),
        ..within(COPY_DAYS_MAX, WEIGHT_USUAL)
    };
    Some([within(COPY_DAYS_MAX, WEIGHT_BOUND), within(COPY_DAYS_USUAL, WEIGHT_USUAL), later])
}

pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The one expression in `span` that names a day, outside of what somebody is quoted with: he spoke on another day.
fn only_day(account: &Account, span: Span) -> Option<&TimeExpression> {
    let is_own = |t: &&TimeExpression| names_day(t) && !day_words::is_quoted(account, t);
    let mut days = account.reading.times.iter().filter(|t| span.contains(t.span)).filter(is_own);
    let first = days.next()?;
    days.next().is_none().then_some(first)
}

/// The day an expression denotes in an account of known date.
pub(crate) fn day_of(expression: &TimeExpression, dating: &Dating) -> Option<Date> {
    stretch_of(expression, dating).filter(|(first, last)| first == last).map(|(day, _)| day)
}

/// The days an expression denotes in an account of known date, if they lie within one week.
fn stretch_of(expression: &TimeExpression, dating: &Dating) -> Option<(Date, Date)> {
    let mut one = [expression.clone()];
    rashomon_reading::time::resolve(&mut one, dating.value.as_ref());
    let time = one[0].resolved.as_ref()?;
    time.first_day().zip(time.last_day()).filter(|(first, last)| days_between(*first, *last) < 7)
}

pub(crate) fn constraint(
    accounts: &[Account],
    article: usize,
    other: usize,
    mine: &TimeExpression,
    day: Date,
    weight: f32,
) -> Option<Constraint> {
    let (first, last) = published_if(&mine.form, day)?;
    let words = accounts[article].article.slice(mine.span);
    let name = file_name(&accounts[other].article.path);
    Some(Constraint {
        first: Some(first),
        last: Some(last),
        weight,
        span: mine.span,
        why: format!("\u{201c}{words}\u{201d} is {day}, as {name} dates the same"),
    })
}

/// What both accounts tell, dated by the other one.
fn same_events(
    accounts: &[Account],
    likeness: &Likeness,
    known: &[Dating],
    article: usize,
    other: usize,
) -> Vec<Constraint> {
    let (mine, theirs) = (&accounts[article].reading.claims, &accounts[other].reading.claims);
    let mut constraints = Vec::new();
    for (i, a) in mine.iter().enumerate() {
        let same = |(j, b): &(usize, &Claim)| {
            likeness.is_same_telling((article, i, a), (other, *j, b))
                && !are_other_votes((&accounts[article].reading, a.span), (&accounts[other].reading, b.span))
        };
        for (_, b) in theirs.iter().enumerate().filter(same) {
            constraints.extend(dated_by(accounts, known, (article, a), (other, b)));
        }
    }
    constraints
}

/// Whether both passages give votes whose larger sides differ: two divisions of one house on one matter.
pub(crate) fn are_other_votes((mine, here): (&Reading, Span), (theirs, there): (&Reading, Span)) -> bool {
    let larger_side = |reading: &Reading, span: Span| -> Option<f64> {
        let of_votes = reading.quantities.iter().filter(|q| q.measure.starts_with("votes."));
        of_votes.filter(|q| span.contains(q.figure)).filter_map(|q| q.value).max_by(f64::total_cmp)
    };
    let sides = larger_side(mine, here).zip(larger_side(theirs, there));
    sides.is_some_and(|(a, b)| (a - b).abs() > f64::EPSILON)
}

fn dated_by(
    accounts: &[Account],
    known: &[Dating],
    (article, mine): (usize, &Claim),
    (other, theirs): (usize, &Claim),
) -> Vec<Constraint> {
    let time_of = |account: usize, claim: &Claim| claim.time.map(|t| &accounts[account].reading.times[t]);
    let here = time_of(article, mine).filter(|t| names_day(t));
    let stretch = time_of(other, theirs).and_then(|t| stretch_of(t, &known[other]));
    let named = stretch.filter(|(first, last)| first == last).map(|(day, _)| day);
    let mut constraints = Vec::new();
    match (here, named) {
        (Some(expression), Some(day)) => {
            let is_one_act = mine.predicate == theirs.predicate;
            let weight = if is_one_act { WEIGHT_SAME_EVENT } else { WEIGHT_OTHER_WORDS };
            constraints.extend(constraint(accounts, article, other, expression, day, weight));
        }
        (Some(expression), None) if is_told_as_done(mine) && is_told_as_done(theirs) => {
            // Undated there: it happened in the week before that account. A weekday picks the day.
            let week = known[other].value.as_ref().and_then(Time::last_day);
            let day = week.and_then(|last| weekday_on_or_before(expression, last));
            constraints
                .extend(day.and_then(|d| constraint(accounts, article, other, expression, d, WEIGHT_BOUND)));
        }
        _ => {}
    }
    let Some((day, last_day)) = stretch else { return constraints };
    let name = file_name(&accounts[other].article.path);
    let words = accounts[article].article.slice(mine.trigger);
    if is_told_as_done(mine) && is_told_as_done(theirs) {
        constraints.push(Constraint {
            first: Some(day),
            last: None,
            weight: WEIGHT_BOUND,
            span: mine.trigger,
            why: format!("\u{201c}{words}\u{201d} is past, and {name} dates it {day}"),
        });
    } else if is_told_as_ahead(mine) {
        constraints.push(Constraint {
            first: None,
            last: Some(last_day),
            weight: WEIGHT_BOUND,
            span: mine.trigger,
            why: format!("\u{201c}{words}\u{201d} is still ahead, and {name} dates it {last_day}"),
        });
    }
    constraints
}

/// The weekdays named without a date.
pub(crate) fn bare_weekdays(account: &Account) -> Vec<&TimeExpression> {
    account.reading.times.iter().filter(|t| is_bare_weekday(t)).collect()
}

/// Days from the first to the last of the weekdays, and the publication, if the article was published on `day`.
fn spread(weekdays: &[&TimeExpression], day: Date) -> i64 {
    let mut resolved: Vec<TimeExpression> = weekdays.iter().map(|&t| t.clone()).collect();
    rashomon_reading::time::resolve(&mut resolved, Some(&Time::day(day)));
    let days = || resolved.iter().filter_map(|t| t.resolved.as_ref()?.single_day());
    match (days().min(), days().max()) {
        (Some(first), Some(last)) => days_between(first, last),
        _ => i64::MAX,
    }
}

/// Whether the expression names a day that depends on the publication date.
pub(crate) fn names_day(expression: &TimeExpression) -> bool {
    let in_some_week = jiff::civil::date(2024, 1, 3);
    let days = (0..7).map(|n: i64| in_some_week.saturating_add(n.days()));
    expression.kind != TimexType::Duration
        && !is_yearly(&expression.form)
        && days
            .filter_map(|d| published_if(&expression.form, d))
            .any(|(first, last)| days_between(first, last) < 7)
}

fn is_bare_weekday(expression: &TimeExpression) -> bool {
    weekday(expression).is_some()
}

pub(crate) fn weekday(expression: &TimeExpression) -> Option<rashomon_text::Weekday> {
    match &expression.form.day {
        DayForm::Weekday { weekday, .. } => Some(*weekday),
        _ => None,
    }
}

/// The last such weekday on or before `last`.
fn weekday_on_or_before(expression: &TimeExpression, last: Date) -> Option<Date> {
    let weekday = weekday(expression)?;
    (0..7).map(|n: i64| last.saturating_sub(n.days())).find(|d| d.weekday() == weekday)
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
            "south 2023-05-16/2023-05-18 inferred",
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
