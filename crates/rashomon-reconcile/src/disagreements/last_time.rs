//! When something happened before: "the last general strike, in 2013", "the first time since 2009 that a cabinet has been
//! voted out". Two accounts that give another year for the last one cannot both be right.

use super::pile::{N_STEM, Pile};
use super::{Builder, Side};
use crate::record::{About, DisagreementKind, Relation};
use rashomon_text::BlockKind;
use rashomon_text::words::is_weekday;
use smol_str::SmolStr;

/// Words in common, besides names, by which two sentences speak of one kind of happening.
const N_SHARED_MIN: usize = 2;
/// Years further apart are not one year misremembered.
const N_YEARS_MAX: i16 = 30;

/// A sentence that says in which year something happened for the last time.
struct Last {
    article: usize,
    sentence: usize,
    year: i16,
    words: Vec<SmolStr>,
}

/// Accounts that give another year for the last time.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let all = last_times(pile);
    for (i, a) in all.iter().enumerate() {
        let Some(b) = all[i + 1..].iter().find(|b| differ(pile, a, b)) else { continue };
        let sides: Vec<Side> = [a, b].map(|side| of_year(pile, &all, side)).into();
        let [Some(&x), Some(&y)] = [sides[0].claims.first(), sides[1].claims.first()] else { continue };
        if out.has_opposed_claims(x, y) {
            continue;
        }
        let about = pile.event_of(x).map_or_else(|| About::Measure("year".to_owned()), About::Event);
        let note = "the accounts give different years for the last time";
        out.add(about, DisagreementKind::Date, Relation::Conflict, sides, note.to_owned());
    }
}

/// Everybody who tells of it with that year.
fn of_year(pile: &Pile, all: &[Last], side: &Last) -> Side {
    let is_same = |o: &&Last| o.year == side.year && shared(o, side) >= N_SHARED_MIN;
    let claims = all.iter().filter(is_same).flat_map(|l| pile.claims_in(l.article, l.sentence)).copied();
    let mut claims: Vec<usize> =
        pile.claims_in(side.article, side.sentence).iter().copied().chain(claims).collect();
    super::denials::dedupe(&mut claims);
    Side { told_in: Some((side.article, side.sentence)), ..Side::claims(claims, None) }
}

fn differ(pile: &Pile, a: &Last, b: &Last) -> bool {
    let story = |l: &Last| pile.record.articles[l.article].story;
    a.year != b.year
        && (a.year - b.year).abs() <= N_YEARS_MAX
        && a.article != b.article
        && story(a) == story(b)
        && shared(a, b) >= N_SHARED_MIN
}

fn shared(a: &Last, b: &Last) -> usize {
    a.words.iter().filter(|w| b.words.contains(w)).count()
}

fn last_times(pile: &Pile) -> Vec<Last> {
    let mut found = Vec::new();
    for (article, of) in pile.record.articles.iter().enumerate() {
        for (sentence, s) in of.sentences.iter().enumerate().filter(|(_, s)| s.kind == BlockKind::Paragraph) {
            let year = pile.epoch(article, sentence);
            let text = pile.sentence(article, sentence);
            if year == 0 || !names_one_year(text, year) || !is_last(text, year) {
                continue;
            }
            let claims = pile.claims_in(article, sentence);
            if claims.is_empty()
                || claims.iter().all(|&c| pile.record.ties.is_copied(article, pile.record.claims[c].trigger))
            {
                continue;
            }
            let words = telling_words(pile, article, sentence);
            debug_assert!(s.span.end() > s.span.start());
            found.push(Last { article, sentence, year, words });
        }
    }
    found
}

/// Whether the year is the only one in the sentence.
fn names_one_year(text: &str, year: i16) -> bool {
    let is_year =
        |w: &&str| w.len() == 4 && (w.starts_with("19") || w.starts_with("20")) && w.parse::<u16>().is_ok();
    let years: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(is_year).collect();
    years == [year.to_string()]
}

/// "The last X … 2013", "the first X since 2009"; not "last year", and not "the biggest since 2009".
fn is_last(text: &str, year: i16) -> bool {
    const OF_TIME: [&str; 14] = [
        "year", "years", "month", "months", "week", "weeks", "night", "day", "days", "summer", "winter",
        "spring", "autumn", "decade",
    ];
    let folded = crate::entities::fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let at = |i: usize| words.get(i).copied().unwrap_or_default();
    // "At last", "last Friday", "the last of them", "the last three years": none of them is an earlier one.
    let is_earlier = |i: usize| {
        at(i) == "last"
            && i > 0
            && matches!(at(i - 1), "the" | "s" | "its" | "their" | "his" | "her" | "was" | "were")
            && !OF_TIME.contains(&at(i + 1))
            && !OF_TIME.contains(&at(i + 2))
            && !is_weekday(at(i + 1))
            && at(i + 1) != "of"
    };
    let year = year.to_string();
    let Some(y) = words.iter().position(|w| *w == year) else { return false };
    let is_first_since = words[..y].contains(&"first") && words[y.saturating_sub(3)..y].contains(&"since");
    (0..words.len()).any(is_earlier) && !words[..y].contains(&"since") || is_first_since
}

/// Stems of the words that are no names, numbers or words of time.
fn telling_words(pile: &Pile, article: usize, sentence: usize) -> Vec<SmolStr> {
    /// Letters by which "vote" and "voted" are one.
    const N_LETTERS: usize = N_STEM - 1;
    const EMPTY: [&str; 8] = ["last", "firs", "time", "year", "sinc", "coun", "peop", "many"];
    let stem = |w: &str| -> SmolStr { w.chars().take(N_LETTERS).collect() };
    let terms = &pile.record.articles[article].terms[sentence];
    let is_telling = |w: &&SmolStr| {
        w.chars().all(char::is_alphabetic)
            && w.len() >= N_LETTERS
            && !pile.is_name(article, &super::pile::stem(w))
    };
    let mut words: Vec<SmolStr> = terms.iter().filter(is_telling).map(|w| stem(w)).collect();
    words.retain(|w| !EMPTY.contains(&w.as_str()));
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    #[track_caller]
    fn check(first: &str, second: &str, expected: bool) {
        let record = record_of(&[("north", "2023-05-17", first), ("south", "2023-05-18", second)]);
        let notes: Vec<&str> = record.disagreements.iter().map(|d| d.note.as_str()).collect();
        assert_eq!(notes.iter().any(|n| n.contains("the last time")), expected, "{second}: {notes:?}");
    }

    #[test]
    fn another_year_for_the_last_time() {
        let strike = "Dockers struck on Monday. The last general strike, in 2013, paralysed the ports.";
        check(
            strike,
            "Dockers struck on Monday. The last general strike paralysed the country in 2011.",
            true,
        );
        check(
            strike,
            "It is the first general strike since 2011 to have closed the ports, officials said.",
            true,
        );
        check(
            strike,
            "It is the first general strike since 2013 to have closed the ports, officials said.",
            false,
        );
        check(
            strike,
            "It was the biggest general strike since 2009, and closed the ports, officials said.",
            false,
        );
        check(strike, "The last eruption of the volcano closed the airport in 2010, officials said.", false);
        check(strike, "The general strike ended in 2011 after the ports were closed, officials said.", false);
        let flood = "The dam was opened on Monday. The river last flooded the valley in 1998; the last flood of the valley killed a man in 1998.";
        check(
            flood,
            "It is the first time since 2003 that the river has flooded the valley, officials said.",
            true,
        );
        let ruling = "A court convicted the minister. The last minister to be convicted was jailed in 2004.";
        check(ruling, "It is the first time since 1999 that a court has convicted a minister.", true);
        check(ruling, "In the last year before 1999 a court had convicted a minister.", false);
    }
}
