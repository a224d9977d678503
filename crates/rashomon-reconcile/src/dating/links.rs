//! What ties an undated account to days: days it names itself, and what it tells together with dated accounts.

use super::{Known, day_of, days_between, file_name, names_day, stretch_of};
use crate::likeness::Likeness;
use crate::reconcile::Account;
use jiff::ToSpan;
use rashomon_reading::Reading;
use rashomon_reading::claim::Claim;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::time::{TimeExpression, published_if};
use rashomon_reuse::{Direction, Reuse, ReuseKind};
use rashomon_text::{Date, Span, Time};
use std::collections::BTreeMap;

/// Days within which copies of agency text appear, and usually do.
const COPY_DAYS_MAX: i64 = 7;
const COPY_DAYS_USUAL: i64 = 3;

/// What a link rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Basis {
    /// A full date in the article's own past.
    OwnDate,
    /// A passage of both accounts in the same words.
    SameWords,
    /// The same happening by the same predicate, in other words.
    SameEvent,
    /// The words around a day, much like those around a day there.
    LikeWords,
    /// The same, surely.
    SurelyLikeWords,
    /// Past here, dated there: not published before.
    Past,
    /// Ahead here, dated there: not published after.
    Ahead,
    /// Copies appear within a week of what they copy.
    Copy,
    /// And most within days.
    UsualCopy,
}

/// The days from `first` to `last` (open ends reach everywhere), to which something points.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) basis: Basis,
    pub(super) first: Option<Date>,
    pub(super) last: Option<Date>,
    pub(super) span: Span,
    pub(super) why: String,
}

impl Link {
    pub(super) fn allows(&self, day: Date) -> bool {
        self.first.is_none_or(|f| f <= day) && self.last.is_none_or(|l| day <= l)
    }

    /// Whether it points to a stretch of days, not only before or after one.
    pub(super) fn has_both_ends(&self) -> bool {
        self.first.is_some() && self.last.is_some()
    }
}

/// The links of `article` to days; one expression gives one answer once, on the first basis in the order of [`Basis`],
/// however many tellings agree.
pub(super) fn links(
    accounts: &[Account],
    reuse: &[Reuse],
    likeness: &Likeness,
    known: &Known,
    article: usize,
) -> Vec<Link> {
    let mut links = own_dates(&accounts[article]);
    links.extend(same_words(accounts, reuse, known, article));
    for other in known.near(likeness, article) {
        links.extend(same_events(accounts, likeness, known, article, other));
    }
    links.extend(super::words::links(accounts, likeness, known, article));
    keep_best_answers(&mut links);
    links.sort_by_key(|l| (l.span, l.first, l.last, l.basis));
    links.dedup_by_key(|l| (l.span, l.first, l.last));
    links
}

/// Of an expression to which tellings give several days, keeps those that the most give.
fn keep_best_answers(links: &mut Vec<Link>) {
    let answer = |l: &Link| Some((l.span, l.first?, l.last?)).filter(|(_, first, last)| first == last);
    let mut votes: BTreeMap<(Span, Date, Date), usize> = BTreeMap::new();
    for key in links.iter().filter_map(answer) {
        *votes.entry(key).or_default() += 1;
    }
    let mut best: BTreeMap<Span, usize> = BTreeMap::new();
    for ((span, ..), n_votes) in &votes {
        let most = best.entry(*span).or_default();
        *most = (*most).max(*n_votes);
    }
    links.retain(|l| answer(l).is_none_or(|key| votes[&key] >= best[&l.span]));
}

/// Full dates that the article tells as past.
fn own_dates(account: &Account) -> Vec<Link> {
    let past = account.reading.claims.iter().filter(|c| is_told_as_done(c));
    past.filter_map(|claim| {
        let time = &account.reading.times[claim.time?];
        let day = time.form.is_explicit().then(|| time.resolved.as_ref()?.first_day()).flatten()?;
        let words = account.article.slice(time.span);
        let why = format!("\u{201c}{words}\u{201d} is past");
        Some(Link { basis: Basis::OwnDate, first: Some(day), last: None, span: time.span, why })
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
fn same_words(accounts: &[Account], reuse: &[Reuse], known: &Known, article: usize) -> Vec<Link> {
    let mut links = Vec::new();
    for r in reuse.iter().filter(|r| r.kind != ReuseKind::QuotesOnly) {
        let other = match article {
            a if a == r.from => r.to,
            a if a == r.to => r.from,
            _ => continue,
        };
        let Some(value) = known.beside(article, other) else { continue };
        links.extend(near_its_counterpart(accounts, r, article, other, value).into_iter().flatten());
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
            links.extend(link(accounts, Basis::SameWords, (article, mine), other, day));
        }
    }
    links
}

/// Copies appear within days of what they copy, and not before it.
fn near_its_counterpart(
    accounts: &[Account],
    reuse: &Reuse,
    article: usize,
    other: usize,
    value: &Time,
) -> Option<[Link; 2]> {
    let (first, last) = value.first_day().zip(value.last_day())?;
    let name = file_name(&accounts[other].article.path);
    let passage = reuse.passages.first()?;
    let is_copy = reuse.to == article;
    let span = if is_copy { passage.to } else { passage.from };
    let is_known = reuse.direction == Direction::Known;
    let within = |days: i64, basis: Basis| {
        let days_before = if is_copy && is_known { 0 } else { days };
        let days_after = if !is_copy && is_known { 0 } else { days };
        Link {
            basis,
            first: Some(first.saturating_sub(days_before.days())),
            last: Some(last.saturating_add(days_after.days())),
            span: span.trimmed(&accounts[article].article.text),
            why: if is_copy { format!("has text of {name}") } else { format!("{name} has text of it") },
        }
    };
    Some([within(COPY_DAYS_MAX, Basis::Copy), within(COPY_DAYS_USUAL, Basis::UsualCopy)])
}

/// The one expression in `span` that names a day, outside of what somebody is quoted with: he spoke on another day.
fn only_day(account: &Account, span: Span) -> Option<&TimeExpression> {
    let is_own = |t: &&TimeExpression| names_day(t) && !super::words::is_quoted(account, t);
    let mut days = account.reading.times.iter().filter(|t| span.contains(t.span)).filter(is_own);
    let first = days.next()?;
    days.next().is_none().then_some(first)
}

/// The days of publication on which the expression `mine` would denote `day`, which `other` gives for the same.
pub(super) fn link(
    accounts: &[Account],
    basis: Basis,
    (article, mine): (usize, &TimeExpression),
    other: usize,
    day: Date,
) -> Option<Link> {
    let (first, last) = published_if(&mine.form, day)?;
    let words = accounts[article].article.slice(mine.span);
    let name = file_name(&accounts[other].article.path);
    let why = format!("\u{201c}{words}\u{201d} is {day}, as {name} dates the same");
    Some(Link { basis, first: Some(first), last: Some(last), span: mine.span, why })
}

/// What both accounts tell, dated by the other one.
fn same_events(
    accounts: &[Account],
    likeness: &Likeness,
    known: &Known,
    article: usize,
    other: usize,
) -> Vec<Link> {
    let (mine, theirs) = (&accounts[article].reading.claims, &accounts[other].reading.claims);
    let mut links = Vec::new();
    for (i, a) in mine.iter().enumerate() {
        let same = |(j, b): &(usize, &Claim)| {
            likeness.is_same_telling((article, i, a), (other, *j, b))
                && !are_other_votes((&accounts[article].reading, a.span), (&accounts[other].reading, b.span))
        };
        for (_, b) in theirs.iter().enumerate().filter(same) {
            links.extend(dated_by(accounts, known, (article, a), (other, b)));
        }
    }
    links
}

/// Whether both passages give votes whose larger sides differ: two divisions of one house on one matter.
pub(super) fn are_other_votes((mine, here): (&Reading, Span), (theirs, there): (&Reading, Span)) -> bool {
    let larger_side = |reading: &Reading, span: Span| -> Option<f64> {
        let of_votes = reading.quantities.iter().filter(|q| q.measure.starts_with("votes."));
        of_votes.filter(|q| span.contains(q.figure)).filter_map(|q| q.value).max_by(f64::total_cmp)
    };
    let sides = larger_side(mine, here).zip(larger_side(theirs, there));
    sides.is_some_and(|(a, b)| (a - b).abs() > f64::EPSILON)
}

fn dated_by(
    accounts: &[Account],
    known: &Known,
    (article, mine): (usize, &Claim),
    (other, theirs): (usize, &Claim),
) -> Vec<Link> {
    let time_of = |account: usize, claim: &Claim| claim.time.map(|t| &accounts[account].reading.times[t]);
    let stretch = time_of(other, theirs).and_then(|t| stretch_of(t, &known.datings[other]));
    let stretch = stretch.filter(|(first, last)| days_between(*first, *last) < 7);
    let Some((day, last_day)) = stretch else { return Vec::new() };
    let mut links = Vec::new();
    if let Some(expression) = time_of(article, mine).filter(|t| names_day(t))
        && day == last_day
        && mine.predicate == theirs.predicate
    {
        links.extend(link(accounts, Basis::SameEvent, (article, expression), other, day));
    }
    let name = file_name(&accounts[other].article.path);
    let words = accounts[article].article.slice(mine.trigger);
    let span = mine.trigger;
    if is_told_as_done(mine) && is_told_as_done(theirs) {
        let why = format!("\u{201c}{words}\u{201d} is past, and {name} dates it {day}");
        links.push(Link { basis: Basis::Past, first: Some(day), last: None, span, why });
    } else if is_told_as_ahead(mine) {
        let why = format!("\u{201c}{words}\u{201d} is still ahead, and {name} dates it {last_day}");
        links.push(Link { basis: Basis::Ahead, first: None, last: Some(last_day), span, why });
    }
    links
}
