//! One act put at different hours of a day: "halted trading at 11:24", "stopped trading at 11:42".
//!
//! Compared are acts that are told as done, with a clock time of their own, by two accounts or two authorities: alike in
//! predicate, participants and sentence, on one day where both name it. Hours that lie close count as rounded.

use super::pile::{Mode, Pile, share_participants};
use super::{Builder, Side};
use crate::events::Kinship;
use crate::record::{Claim, DisagreementKind, Relation};
use rashomon_reading::claim::TimeBasis;
use rashomon_text::Precision;
use std::collections::BTreeMap;

/// Likeness, time and mode aside, from which two tellings are of one act.
const SAME_ACT_MIN: f32 = 0.55;
/// Minutes from which two hours are not one, rounded.
const APART_MIN: i32 = 8;
/// The same where one of them is given as about that hour.
const ROUGHLY_APART_MIN: i32 = 40;
/// Minutes above which two acts of a day are rather two.
const APART_MAX: i32 = 6 * 60;

/// Acts of one day at different hours.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let record = pile.record;
    let kinship = Kinship::new(record);
    let mut by_story: BTreeMap<usize, Vec<(usize, i32)>> = BTreeMap::new();
    for (c, claim) in record.claims.iter().enumerate() {
        let is_own = Mode::of(claim) == Mode::Done
            && claim.time_basis == TimeBasis::Stated
            && !record.ties.is_copied(claim.span.article, claim.trigger);
        if let Some(minute) = minute_of(claim).filter(|_| is_own) {
            by_story.entry(record.articles[claim.span.article].story).or_default().push((c, minute));
        }
    }
    for acts in by_story.into_values() {
        for (i, &(a, at)) in acts.iter().enumerate() {
            for &(b, then) in &acts[i + 1..] {
                let apart = at.abs_diff(then).cast_signed();
                let least =
                    if is_rough(pile, a) || is_rough(pile, b) { ROUGHLY_APART_MIN } else { APART_MIN };
                if (least..=APART_MAX).contains(&apart) && is_one_act(pile, &kinship, a, b) {
                    oppose(pile, out, (a, at), (b, then));
                }
            }
        }
    }
}

/// Two hours of an act, each with the tellings that give it.
fn oppose(pile: &Pile, out: &mut Builder, (a, at): (usize, i32), (b, then): (usize, i32)) {
    let record = pile.record;
    let Some(event) = pile.event_of(a).or_else(|| pile.event_of(b)) else { return };
    if out.has_opposed_claims(a, b) {
        return;
    }
    let tellings = |of: usize, minute: i32| -> Vec<usize> {
        pile.fellows(of).into_iter().filter(|&c| minute_of(&record.claims[c]) == Some(minute)).collect()
    };
    let time = |c: usize| record.claims[c].time.clone();
    let sides = vec![Side::claims(tellings(a, at), time(a)), Side::claims(tellings(b, then), time(b))];
    let voice = |c: usize| pile.voice(record.claims[c].span.article, &record.claims[c].attribution);
    let (relation, note) = if voice(a).is_one_body(&voice(b)) {
        (Relation::Evolves, "put at another hour by the same body")
    } else {
        (Relation::Conflict, "the same at different hours")
    };
    out.event(event, DisagreementKind::Date, relation, sides, note);
}

/// Whether two accounts, or two authorities, tell one act.
fn is_one_act(pile: &Pile, kinship: &Kinship, a: usize, b: usize) -> bool {
    let (x, y) = (&pile.record.claims[a], &pile.record.claims[b]);
    let voice = |c: &Claim| pile.voice(c.span.article, &c.attribution);
    let is_one_day = x
        .time
        .as_ref()
        .zip(y.time.as_ref())
        .is_none_or(|(s, t)| s.start.is_none() || t.start.is_none() || s.overlaps_days(t));
    let is_one_place = x.place.zip(y.place).is_none_or(|(p, q)| p == q);
    (x.span.article, x.sentence) != (y.span.article, y.sentence)
        && is_one_day
        && is_one_place
        && (x.span.article != y.span.article || !voice(x).is_one_body(&voice(y)))
        && (share_participants(x, y) || x.predicate == y.predicate)
        && kinship.likeness(a, b) >= SAME_ACT_MIN
}

/// The minute of the day at which a claim's own time stands.
fn minute_of(claim: &Claim) -> Option<i32> {
    let time = claim.time.as_ref().filter(|t| matches!(t.precision, Precision::Minute | Precision::Hour))?;
    if let Some(start) = time.start {
        return (time.end.is_none() || time.start == time.end || time.precision == Precision::Hour)
            .then(|| i32::from(start.hour()) * 60 + i32::from(start.minute()));
    }
    let clock = time.timex.split_once('T')?.1;
    let (hour, minute) = clock.split_once(':').unwrap_or((clock, "0"));
    Some(hour.parse::<i32>().ok()? * 60 + minute.parse::<i32>().ok()?)
}

/// "About 1 a.m.", "shortly after noon".
fn is_rough(pile: &Pile, claim: usize) -> bool {
    const ROUGH: [&str; 10] =
        ["about", "around", "towards", "toward", "shortly", "just", "soon", "before", "after", "some"];
    let c = &pile.record.claims[claim];
    let text = &pile.record.articles[c.span.article].article.text;
    let before = c.time_span.and_then(|s| text.get(..s.start()));
    let first = c.time_span.and_then(|s| text.get(s.start()..s.end()));
    let word = |t: Option<&str>| t.map(str::to_lowercase).unwrap_or_default();
    before
        .and_then(|t| t.split_whitespace().next_back())
        .is_some_and(|w| ROUGH.contains(&w.to_lowercase().as_str()))
        || word(first).split_whitespace().any(|w| ROUGH.contains(&w))
}

#[cfg(test)]
mod tests {
    use crate::testing::{assert_lines, disagreements, record_of};

    #[track_caller]
    fn check(first: &str, second: &str, expected: &[&str]) {
        let pile = [("north", "2023-05-17", first), ("south", "2023-05-18", second)];
        assert_lines(&disagreements(&record_of(&pile)), expected, first);
    }

    #[test]
    fn one_act_at_two_hours_is_a_conflict() {
        check(
            "The Arden exchange halted trading at 11:24 on Tuesday after an outage.",
            "The Arden exchange halted trading at 11:52 on Tuesday.",
            &["date conflict event: halted [north] | halted [south]"],
        );
        check(
            "The tanker Orla capsized at 2:35 a.m. on Tuesday off Cork, the coastguard said.",
            "The tanker Orla capsized at 1 a.m. on Tuesday off Cork, a survivor said.",
            &["date conflict event: capsized [north] | capsized [south]"],
        );
    }

    #[test]
    fn rounded_hours_and_other_acts_are_none() {
        check(
            "The Arden exchange halted trading at 11:24 on Tuesday.",
            "The Arden exchange halted trading at about 11:30 on Tuesday.",
            &[],
        );
        check(
            "The ferry Orla left Cork at 9:10 on Tuesday with 40 aboard.",
            "The ferry Maeve left Derry at 9:50 on Tuesday with 12 aboard.",
            &[],
        );
        check(
            "Police arrested a baker in Graz at 9:10 on Tuesday.",
            "Police arrested a butcher in Linz at 11:50 on Tuesday.",
            &[],
        );
    }
}
