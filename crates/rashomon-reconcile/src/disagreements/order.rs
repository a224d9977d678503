//! Accounts whose days cannot stand in the order that they tell: a funeral dated before the death, a release before the
//! arrest of the same person, "on 6 May, two days after the vote on 5 May", "fell on 3 May after the storm struck on 5 May".
//!
//! Only days that the text names by number count (a weekday may be that of another week), except where "two days after"
//! says how far apart two weekdays are. What may happen twice ("again", a second arrest) is left alone.

use super::copies::has_any;
use super::pile::{Mode, Pile, days_between};
use super::{Builder, Side};
use crate::record::{Claim, DisagreementKind, Relation};
use rashomon_reading::claim::ParticipantRole;
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::Polarity;
use rashomon_reading::time::is_weekday;
use rashomon_text::words::{month, small_number};
use rashomon_text::{BlockKind, Date};

/// Acts of which the second cannot come before the first has been done to the same person.
const STAGES: [(&[&str], &[&str]); 4] = [
    (
        &["die", "kill", "perish", "drown", "death", "murder", "assassinate"],
        &["bury", "cremate", "funeral", "burial", "cremation"],
    ),
    (&["arrest", "detain", "detention", "apprehend"], &["release", "free", "bail"]),
    (&["kidnap", "abduct", "kidnapping", "abduction"], &["release", "free", "rescue"]),
    (&["charge", "indict", "indictment"], &["convict", "acquit", "sentence", "conviction", "acquittal"]),
];
/// Words by which an act is another of its kind.
const AGAIN: [&str; 9] =
    ["again", "second", "third", "rearrested", "another", "earlier", "previous", "previously", "first"];
/// Words from "after" to the day of what it names.
const N_CHARS_AFTER: usize = 80;
/// Weeks are counted roughly: days by which they may be off.
const WEEKS_SLACK: i32 = 4;

/// What each account dates in an impossible order.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    for (article, a) in pile.record.articles.iter().enumerate() {
        stages(pile, article, out);
        for sentence in (0..a.sentences.len()).filter(|&s| a.sentences[s].kind == BlockKind::Paragraph) {
            connected(pile, article, sentence, out);
            counted(pile, article, sentence, out);
        }
    }
}

/// The later act of one person dated before the earlier.
fn stages(pile: &Pile, article: usize, out: &mut Builder) {
    let n = pile.record.articles[article].sentences.len();
    let all: Vec<usize> = (0..n).flat_map(|s| pile.claims_in(article, s)).copied().collect();
    let claim = |c: usize| &pile.record.claims[c];
    for (first, then) in STAGES {
        let of = |verbs: &'static [&'static str]| {
            all.iter()
                .copied()
                .filter(move |&c| verbs.contains(&claim(c).predicate.as_str()) && is_told(pile, c))
        };
        for later in of(then) {
            let Some((after, person)) = named_day(pile, later).zip(person(pile, later)) else { continue };
            let firsts: Vec<(usize, Date)> = of(first)
                .filter(|&c| self::person(pile, c) == Some(person))
                .filter_map(|c| Some((c, named_day(pile, c)?)))
                .collect();
            let Some(&(earlier, before)) = firsts.first() else { continue };
            // "Released on 7 May, she was arrested on 9 May": told in the other order, it is another arrest.
            let is_told_first = claim(earlier).trigger.start() < claim(later).trigger.start();
            if firsts.iter().all(|(_, day)| after < *day)
                && (is_told_first || first.contains(&"die"))
                && !is_again(pile, earlier)
                && !is_again(pile, later)
            {
                report(pile, (earlier, before), (later, after), out);
            }
        }
    }
}

/// "Fell on 3 May after the storm struck on 5 May": cause and effect in one sentence.
fn connected(pile: &Pile, article: usize, sentence: usize, out: &mut Builder) {
    let start = pile.record.articles[article].sentences[sentence].span.start();
    let text = pile.sentence(article, sentence);
    for (word, is_after) in [(" after ", true), (" before ", false)] {
        let Some(at) = text.find(word) else { continue };
        // "Two days after …" is a count.
        let is_counted =
            text[..at].ends_with("day") || text[..at].ends_with("days") || text[..at].ends_with("weeks");
        let Some((main, clause)) = around(pile, article, sentence, start + at).filter(|_| !is_counted) else {
            continue;
        };
        let (Some(x), Some(y)) = (named_day(pile, main), named_day(pile, clause)) else { continue };
        if is_after && x < y {
            report(pile, (clause, y), (main, x), out);
        } else if !is_after && x > y {
            report(pile, (main, x), (clause, y), out);
        }
    }
}

/// The dated acts next to a point of a sentence, told as done, with no other between.
fn around(pile: &Pile, article: usize, sentence: usize, at: usize) -> Option<(usize, usize)> {
    let claim = |c: usize| &pile.record.claims[c];
    let all = pile.claims_in(article, sentence);
    let main = all
        .iter()
        .copied()
        .filter(|&c| claim(c).trigger.end() <= at)
        .max_by_key(|&c| claim(c).trigger.start())?;
    let clause = all
        .iter()
        .copied()
        .filter(|&c| claim(c).trigger.start() > at)
        .min_by_key(|&c| claim(c).trigger.start())?;
    let (before, after) = (claim(main).time_span?, claim(clause).time_span?);
    let text = pile.record.articles[article].article.text.as_str();
    let between = text.get(at..after.start())?;
    // "Appeared before the judge who sentenced him": no order of time.
    const OTHERWISE: [&str; 10] =
        ["who", "which", "that", "whom", "judge", "court", "committee", "parliament", "tribunal", "panel"];
    let is_of_time = !between.split_whitespace().any(|w| OTHERWISE.contains(&w));
    let is_near = is_of_time
        && before.end() <= at
        && between.len() <= N_CHARS_AFTER
        && !between.contains([',', ';', ':']);
    (is_near && is_told(pile, main) && is_told(pile, clause)).then_some((main, clause))
}

/// "On 6 May, two days after the vote on 5 May": a number of days that is not the one between two.
fn counted(pile: &Pile, article: usize, sentence: usize, out: &mut Builder) {
    let start = pile.record.articles[article].sentences[sentence].span.start();
    let text = pile.sentence(article, sentence);
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return;
    }
    let Some((at, days, is_weeks)) = count(&lower) else { return };
    // "Less than two weeks after", "about three days after": a bound.
    const BOUNDS: [&str; 9] =
        ["than", "least", "most", "about", "nearly", "within", "almost", "over", "under"];
    if lower[..at].split_whitespace().next_back().is_some_and(|w| BOUNDS.contains(&w)) {
        return;
    }
    let claim = |c: usize| &pile.record.claims[c];
    let of = |c: usize| Some((claim(c).time_span?, claim(c).time.as_ref()?.single_day()?));
    let told = || pile.claims_in(article, sentence).iter().copied().filter(|&c| is_told(pile, c));
    let is_next = |&c: &usize| {
        let span = of(c).map(|(span, _)| span).filter(|span| span.start() > start + at);
        let between = span.and_then(|span| text.get(at..span.start() - start));
        between.is_some_and(|b| b.len() <= N_CHARS_AFTER && !b.contains([',', ';', ':']))
    };
    let Some(from) = told().find(is_next) else { return };
    let Some((from_span, from_day)) = of(from) else { return };
    // The other day stands right before the count or follows the first.
    let is_beside = |span: rashomon_text::Span| {
        let before = span.end().checked_sub(start).and_then(|end| text.get(end..at));
        before.is_some_and(|b| b.trim_matches([' ', ',', '–', '—', '(']).is_empty())
            || span.start() > from_span.end()
    };
    let is_other = |&c: &usize| {
        c != from
            && of(c).is_some_and(|(span, _)| is_beside(span))
            && claim(c).time_span != claim(from).time_span
    };
    let Some((to, (to_span, to_day))) = told().find(is_other).and_then(|c| Some((c, of(c)?))) else { return };
    let words = |span: rashomon_text::Span| pile.record.articles[article].article.slice(span);
    let Some(gap) = days_between(from_day, to_day) else { return };
    let is_so = match (is_numbered(words(from_span)), is_numbered(words(to_span))) {
        (true, true) if is_weeks => (gap - days).abs() <= WEEKS_SLACK,
        (true, true) => gap == days,
        _ if is_weeks || !is_day(words(from_span)) || !is_day(words(to_span)) => true,
        // Weekdays may be those of another week.
        _ => (gap - days).rem_euclid(7) == 0,
    };
    if !is_so {
        let named = |span: rashomon_text::Span, day: Date| {
            if is_numbered(words(span)) { day.to_string() } else { format!("“{}”", words(span)) }
        };
        let link = if days < 0 { "before" } else { "after" };
        let (last, first) = (named(to_span, to_day), named(from_span, from_day));
        let note = format!("{last} is not {} days {link} {first}", days.abs());
        add(pile, (from, to), note, out);
    }
}

/// "Two days after": where it stands, how many days, and whether in weeks; negative where "before".
fn count(lower: &str) -> Option<(usize, i32, bool)> {
    const N_MAX: u32 = 60;
    let words: Vec<&str> = lower.split(' ').collect();
    let mut at = 0;
    for three in words.windows(3) {
        let (unit, sign) = (
            three[1],
            match three[2] {
                "after" => 1,
                "before" => -1,
                _ => 0,
            },
        );
        let is_weeks = matches!(unit, "week" | "weeks");
        if sign != 0 && (is_weeks || matches!(unit, "day" | "days")) {
            let n = if matches!(three[0], "a" | "one") {
                Some(1)
            } else {
                three[0].parse().ok().or_else(|| small_number(three[0]))
            };
            let days = i32::try_from(n.filter(|n| *n <= N_MAX)? * if is_weeks { 7 } else { 1 }).ok()?;
            return Some((at, sign * days, is_weeks));
        }
        at += three[0].len() + 1;
    }
    None
}

fn report(pile: &Pile, (earlier, before): (usize, Date), (later, after): (usize, Date), out: &mut Builder) {
    let word = |c: usize| {
        let claim = &pile.record.claims[c];
        pile.record.articles[claim.span.article].article.slice(claim.trigger)
    };
    let note = format!("“{}” is dated {after}, before “{}” on {before}", word(later), word(earlier));
    add(pile, (earlier, later), note, out);
}

fn add(pile: &Pile, (earlier, later): (usize, usize), note: String, out: &mut Builder) {
    if out.has_opposed_claims(earlier, later) {
        return;
    }
    let Some(event) = pile.event_of(later).or_else(|| pile.event_of(earlier)) else { return };
    let side = |c: usize| Side::claims(vec![c], pile.record.claims[c].time.clone());
    out.event(event, DisagreementKind::Date, Relation::Conflict, vec![side(earlier), side(later)], note);
}

/// Told as done in the account's own text.
fn is_told(pile: &Pile, c: usize) -> bool {
    let claim = &pile.record.claims[c];
    Mode::of(claim) == Mode::Done
        && claim.polarity == Polarity::Positive
        && pile.block(claim.span.article, claim.sentence) == BlockKind::Paragraph
        && !pile.record.ties.is_copied(claim.span.article, claim.trigger)
}

/// The day of a claim, where its words have the number of it.
fn named_day(pile: &Pile, c: usize) -> Option<Date> {
    let claim = &pile.record.claims[c];
    let words = pile.record.articles[claim.span.article].article.slice(claim.time_span?);
    claim.time.as_ref()?.single_day().filter(|_| is_numbered(words))
}

/// "5 May", "May 5, 2023".
fn is_numbered(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut parts = lower.split(|c: char| !c.is_alphanumeric());
    parts.clone().any(|w| month(w).is_some())
        && parts.any(|w| (1..=2).contains(&w.len()) && w.parse::<u8>().is_ok())
}

/// "Wednesday", "5 May".
fn is_day(words: &str) -> bool {
    is_numbered(words) || words.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(is_weekday)
}

/// The one person to whom it happens.
fn person(pile: &Pile, c: usize) -> Option<usize> {
    let claim: &Claim = &pile.record.claims[c];
    let is_transitive =
        claim.participants.iter().any(|p| matches!(p.role, ParticipantRole::Victim | ParticipantRole::Theme));
    let suffers = |role: ParticipantRole| match role {
        ParticipantRole::Victim | ParticipantRole::Theme => true,
        ParticipantRole::Actor => !is_transitive,
        _ => false,
    };
    let is_person = |e: &usize| pile.record.entities[*e].kind == EntityKind::Person;
    let mut all =
        claim.participants.iter().filter(|p| suffers(p.role)).filter_map(|p| p.entity).filter(is_person);
    all.next().filter(|_| all.next().is_none())
}

fn is_again(pile: &Pile, c: usize) -> bool {
    let claim = &pile.record.claims[c];
    has_any(pile.sentence(claim.span.article, claim.sentence), &AGAIN)
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    /// The notes on days out of order.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let record = record_of(&[("north", "2023-05-17", text)]);
        let is_of_order =
            |n: &&str| n.contains("is dated") || n.contains("days after") || n.contains("days before");
        let notes: Vec<&str> =
            record.disagreements.iter().map(|d| d.note.as_str()).filter(is_of_order).collect();
        assert_eq!(notes, expected, "{text}");
    }

    #[test]
    fn a_later_stage_before_the_earlier() {
        check(
            "The police arrested Anna Berg on 9 May. Anna Berg was released on 7 May.",
            &["“released” is dated 2023-05-07, before “arrested” on 2023-05-09"],
        );
        check(
            "Paul Stern died on 11 May. Paul Stern was buried on 9 May in Lyon.",
            &["“buried” is dated 2023-05-09, before “died” on 2023-05-11"],
        );
        check("The police arrested Anna Berg on 7 May. Anna Berg was released on 9 May.", &[]);
        check("The police arrested Anna Berg again on 9 May. Anna Berg was released on 7 May.", &[]);
        check("The police arrested Anna Berg on 9 May. Paul Stern was released on 7 May.", &[]);
        check("The police arrested Anna Berg on Thursday. Anna Berg was released on Monday.", &[]);
    }

    #[test]
    fn an_effect_before_its_cause() {
        check(
            "The bridge collapsed on 3 May after a barge hit it on 5 May.",
            &["“collapsed” is dated 2023-05-03, before “hit” on 2023-05-05"],
        );
        check("The bridge collapsed on 5 May after a barge hit it on 3 May.", &[]);
        check("The bridge collapsed on 3 May before a barge hit it on 5 May.", &[]);
    }

    #[test]
    fn a_number_of_days_that_is_not_so() {
        check(
            "The minister resigned on 6 May, two days after the vote on 5 May.",
            &["2023-05-06 is not 2 days after 2023-05-05"],
        );
        check("The minister resigned on 7 May, two days after the vote on 5 May.", &[]);
        check("The minister resigned on 19 May, two weeks after the vote on 5 May.", &[]);
        check("The minister resigned on Friday, two days after the vote on Wednesday.", &[]);
    }
}
