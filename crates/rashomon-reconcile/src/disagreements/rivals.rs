//! Counts of two authorities that cannot be two stages of one: the one that came first is the higher.
//!
//! A count of the dead grows. When the hospital has counted 31 on Saturday and the government 19 on Monday, the second
//! is no later stage of the first: the two count against each other, and each figure of the one is held against that
//! which the other gave last. So is a figure that somebody calls false against the one that he gives himself.

use super::comparable::{Figure, could_be_one};
use super::figures::{Told, is_asserted, is_superseded, sides};
use super::pile::{Pile, Voice, days_between};
use super::rebuttals::is_called_untrue;
use super::{Builder, Side, whose};
use crate::record::{DisagreementKind, Record, Relation};
use std::collections::BTreeSet;

/// Counts further apart than this, in days, are not held against each other.
const N_DAYS_MAX: i32 = 7;
/// The same where a side counts its losses and the other side counts them too: those grow by the day.
const N_DAYS_SIDES_MAX: i32 = 3;
/// What a side says that the other has lost is no later stage where it is this many times what that says itself.
const BOAST_RATIO: f64 = 1.5;

/// Words that lead up to a figure which is somebody else's.
const CITES: [&str; 8] =
    ["figure of", "figures of", "number of", "claim of", "claims of", "toll of", "talk of", "reports of"];
/// Characters before a figure in which they stand.
const N_CHARS_CITES: usize = 30;
/// What somebody gives himself stands at most this many sentences from what he calls false.
const N_SENTENCES: usize = 3;

/// "The figure of more than 60 dead is an invention, the minister said.": repeated, not given.
pub(super) fn is_called_false(record: &Record, quantity: usize) -> bool {
    let q = &record.quantities[quantity];
    let article = &record.articles[q.span.article];
    let span = article.sentences[q.sentence].span;
    let text = article.article.slice(span);
    let before =
        text.get(..q.span.span.start().saturating_sub(span.start())).unwrap_or_default().to_lowercase();
    let from = before.char_indices().rev().nth(N_CHARS_CITES).map_or(0, |(at, _)| at);
    CITES.iter().any(|w| before[from..].contains(w)) && is_called_untrue(text)
}

/// What somebody calls false, against the figure of the same thing that he gives next to it.
pub(super) fn called_false(pile: &Pile, measure: &str, figures: &[Figure], out: &mut Builder) {
    for cited in figures.iter().filter(|f| is_called_false(pile.record, f.quantity)) {
        let quantity = |f: &Figure| &pile.record.quantities[f.quantity];
        let x = quantity(cited);
        let voice = pile.voice(x.span.article, &x.attribution);
        let is_own = |f: &&Figure| {
            let y = quantity(f);
            y.span.article == x.span.article
                && y.sentence.abs_diff(x.sentence) <= N_SENTENCES
                && pile.voice(y.span.article, &y.attribution) == voice
                && is_asserted(pile.record, f.quantity)
                && !f.is_earlier
                && !f.agrees(cited)
                && could_be_one(pile, f, cited)
        };
        let Some(own) = figures.iter().rev().find(is_own).filter(|_| !pile.is_copied(cited.quantity)) else {
            continue;
        };
        let rows = vec![pile.family(cited.quantity), pile.family(own.quantity)];
        let note = "called false by the authority that gives the other";
        out.measure(measure, DisagreementKind::Value, Relation::Conflict, Side::all(rows), note);
    }
}

/// Conflicts between the counts of rival authorities, given by day; returns how many.
///
/// Where two are set against each other by an account or on one day, that says it all.
pub(super) fn conflicts(
    pile: &Pile,
    measure: &str,
    told: &[Told],
    set_apart: &[Vec<&Figure>],
    out: &mut Builder,
) -> usize {
    let earlier: Vec<&Told> = told.iter().filter(|t| t.figure.is_earlier).collect();
    let stands = |t: &&Told| {
        t.voice.is_cited && t.day.is_some() && !t.figure.is_earlier && !is_superseded(&earlier, t)
    };
    let told: Vec<&Told> = told.iter().filter(stands).collect();
    let mut found = 0;
    for (a, b) in rivals(&told) {
        if are_opposed(&told, (a, b), set_apart, out) {
            found += 1;
            continue;
        }
        let of = |t: &&&Told| t.voice == *a || t.voice == *b;
        let all: Vec<&Told> = told.iter().filter(of).copied().collect();
        for (i, t) in all.iter().enumerate() {
            let Some(other) = all[..i].iter().rev().find(|o| o.voice != t.voice) else { continue };
            if other.day == t.day || !are_near(other, t) || other.figure.agrees(t.figure) {
                continue;
            }
            // The same pair of figures may be given by several accounts.
            let row = |x: &Told| -> Vec<Told> {
                let is_it = |y: &&&Told| y.voice == x.voice && y.figure.point == x.figure.point;
                all.iter().filter(is_it).map(|y| (*y).clone()).collect()
            };
            let rows: Vec<Side> = sides(pile, &[row(other), row(t)]);
            let note = "two authorities count differently; the one is no later stage of the other";
            out.measure(measure, DisagreementKind::Value, Relation::Conflict, rows, note);
            found += 1;
        }
    }
    found
}

/// What a side says it has lost, against what the other side says of it, each by the count nearest in time.
pub(super) fn across(pile: &Pile, measure: &str, told: &[Told], out: &mut Builder) {
    let is_own = |t: &&Told| whose::is_own_count(&t.voice.name, t.figure.side());
    let cited = || told.iter().filter(|t| t.voice.is_cited && !t.figure.side().is_empty());
    for other in cited().filter(|t| !is_own(t)) {
        let apart = |t: &&Told| {
            let days = t.day.zip(other.day).and_then(|(x, y)| days_between(x, y)).map(i32::abs);
            days.filter(|n| *n <= N_DAYS_SIDES_MAX)
        };
        let own = cited().filter(is_own).filter(|t| apart(t).is_some()).min_by_key(apart);
        let is_more = |t: &&Told| other.figure.point >= BOAST_RATIO * t.figure.point;
        let Some(own) = own.filter(|t| !t.figure.agrees(other.figure)).filter(is_more) else { continue };
        if out.has_opposed(own.figure.quantity, other.figure.quantity) {
            continue;
        }
        let rows = sides(pile, &[vec![own.clone()], vec![other.clone()]]);
        let note = "a side counts its losses otherwise than the other side does";
        out.measure(measure, DisagreementKind::Value, Relation::Conflict, rows, note);
    }
}

/// Whether figures of two authorities stand against each other already.
fn are_opposed(told: &[&Told], (a, b): (&Voice, &Voice), set_apart: &[Vec<&Figure>], out: &Builder) -> bool {
    let of = |voice: &Voice| -> Vec<usize> {
        told.iter().filter(|t| t.voice == *voice).map(|t| t.figure.quantity).collect()
    };
    let (ours, theirs) = (of(a), of(b));
    let has = |row: &Vec<&Figure>, of: &[usize]| row.iter().any(|f| of.contains(&f.quantity));
    set_apart.iter().any(|row| has(row, &ours) && has(row, &theirs))
        || ours.iter().any(|&x| theirs.iter().any(|&y| out.has_opposed(x, y)))
}

/// Pairs of authorities one of which gives less than the other had given before.
fn rivals<'t>(told: &[&'t Told]) -> BTreeSet<(&'t Voice, &'t Voice)> {
    let mut pairs = BTreeSet::new();
    for (i, before) in told.iter().enumerate() {
        for after in &told[i + 1..] {
            let is_less = before.figure.point > after.figure.point && !before.figure.agrees(after.figure);
            if !before.voice.is_one_body(&after.voice)
                && before.day < after.day
                && is_less
                && are_near(before, after)
            {
                let (a, b) = (&before.voice, &after.voice);
                pairs.insert(if a < b { (a, b) } else { (b, a) });
            }
        }
    }
    pairs
}

fn are_near(a: &Told, b: &Told) -> bool {
    a.day.zip(b.day).and_then(|(x, y)| days_between(x, y)).is_some_and(|n| (0..=N_DAYS_MAX).contains(&n))
}
