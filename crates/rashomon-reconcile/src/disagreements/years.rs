//! The year of something long past, of which two accounts give the same count and another year.

use super::comparable::{COUNTS_OF_PEOPLE, Figure};
use super::figures::is_asserted;
use super::pile::{Pile, stem};
use super::{Builder, Side};
use crate::record::{DisagreementKind, Relation};
use smol_str::SmolStr;

/// Years further apart are not one year misremembered.
const N_YEARS_MAX: i16 = 20;

/// Counts of one thing that is long past, given for two years.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let past: Vec<Figure> = (0..pile.record.quantities.len())
        .filter(|&q| COUNTS_OF_PEOPLE.contains(&pile.record.quantities[q].measure.as_str()))
        .filter(|&q| is_asserted(pile.record, q) && !pile.is_copied(q))
        .filter_map(|q| Figure::new(pile, q))
        .filter(|f| f.epoch != 0 && is_only_year(pile, f))
        .collect();
    for (i, a) in past.iter().enumerate() {
        let Some(b) = past[i + 1..].iter().find(|b| is_misdated(pile, a, b)) else { continue };
        let measure = &pile.record.quantities[a.quantity].measure;
        let rows = [a.epoch, b.epoch].map(|year| {
            let is_side = |f: &&Figure| {
                f.epoch == year
                    && (f.quantity == a.quantity || f.quantity == b.quantity || is_told_again(pile, a, b, f))
            };
            past.iter().filter(is_side).flat_map(|f| pile.with_echoes(&[f.quantity])).collect()
        });
        let note = "the same count of something long past, given for another year";
        out.measure(measure, DisagreementKind::Date, Relation::Conflict, Side::all(rows.into()), note);
    }
}

/// Whether a further figure is that of the one or the other.
fn is_told_again(pile: &Pile, a: &Figure, b: &Figure, figure: &Figure) -> bool {
    is_misdated(pile, a, figure) || is_misdated(pile, figure, b) || is_misdated(pile, b, figure)
}

/// Whether two accounts count the same and give another year for it.
fn is_misdated(pile: &Pile, a: &Figure, b: &Figure) -> bool {
    let q = |f: &Figure| &pile.record.quantities[f.quantity];
    let is_near = (a.epoch - b.epoch).abs() <= N_YEARS_MAX;
    a.epoch != b.epoch
        && is_near
        && a.point == b.point
        && a.story() == b.story()
        && q(a).measure == q(b).measure
        && q(a).span.article != q(b).span.article
        && !gives_both(pile, a, b)
        && shares_a_word(pile, a, b)
}

/// Whether an account speaks of both years.
fn gives_both(pile: &Pile, a: &Figure, b: &Figure) -> bool {
    let articles = [a, b].map(|f| pile.record.quantities[f.quantity].span.article);
    articles.iter().any(|&article| {
        let text = &pile.record.articles[article].article.text;
        let all = pile.record.articles[article].sentences.iter();
        let sentences = all.filter(|s| s.kind != rashomon_text::BlockKind::Correction);
        let has = |year: i16| {
            sentences.clone().any(|s| text[s.span.start()..s.span.end()].contains(&year.to_string()))
        };
        has(a.epoch) && has(b.epoch)
    })
}

/// Whether the year of a figure is the only one that its sentence names.
fn is_only_year(pile: &Pile, f: &Figure) -> bool {
    let q = &pile.record.quantities[f.quantity];
    let sentence = pile.sentence(q.span.article, q.sentence);
    let is_year =
        |w: &&str| w.len() == 4 && (w.starts_with("19") || w.starts_with("20")) && w.parse::<u16>().is_ok();
    let years: Vec<&str> = sentence.split(|c: char| !c.is_alphanumeric()).filter(is_year).collect();
    years == [f.epoch.to_string()]
}

/// Whether the sentences of two figures share a telling word.
fn shares_a_word(pile: &Pile, a: &Figure, b: &Figure) -> bool {
    const SAID_OF_ANY: [&str; 10] =
        ["peopl", "perso", "kill", "die", "death", "dead", "life", "live", "last", "year"];
    let terms = |f: &Figure| -> Vec<SmolStr> {
        let q = &pile.record.quantities[f.quantity];
        let all = &pile.record.articles[q.span.article].terms[q.sentence];
        let is_telling = |w: &SmolStr| {
            w.chars().all(char::is_alphabetic) && w.len() > 2 && !pile.is_name(q.span.article, &stem(w))
        };
        let stems = all.iter().filter(|w| is_telling(w)).map(|w| stem(w));
        stems
            .filter(|w| !SAID_OF_ANY.contains(&w.as_str()) && rashomon_text::words::small_number(w).is_none())
            .collect()
    };
    let theirs = terms(b);
    terms(a).iter().any(|w| theirs.contains(w))
}

#[cfg(test)]
mod tests {
    use crate::testing::assert_noted;

    #[track_caller]
    fn check(first: &str, second: &str, expected: bool) {
        assert_noted(first, second, "another year", expected);
    }

    #[test]
    fn one_count_in_two_years() {
        let first = "An avalanche at the Sarn pass in Chile killed 17 people in 1991.";
        check(first, "In 1997 17 people were killed by an avalanche at the Sarn pass in Chile.", true);
        check(first, "In 1991 17 people were killed by an avalanche at the Sarn pass in Chile.", false);
        check(first, "In 1997 17 people were killed by a fire in a hotel in Chile.", false);
    }
}
