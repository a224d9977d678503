//! Figures that cannot be right together: parts that do not make their total, a part larger than its whole, a share
//! that its counts do not give.

use super::comparable::is_whole;
use super::pile::Pile;
use super::{Builder, Side};
use crate::record::{DisagreementKind, Quantity, Relation};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::quantity::Qualifier;
use std::collections::BTreeMap;

/// A total and the parts that must make it, when one article gives all of them exactly.
const SUMS: [(&str, &[&str]); 2] = [
    ("people.aboard", &["people.killed", "people.missing", "people.rescued"]),
    ("people.aboard", &["people.killed", "people.missing", "people.survived"]),
];
/// Points by which a share may differ from the one its counts give: it is rounded.
const SHARE_POINTS_MAX: f64 = 1.0;
/// Words by which a share is said to be that of the counts just given.
const THAT_IS: [&str; 5] = ["that is ", "that was ", "this is ", "or ", "equal to "];

/// What does not add up, article by article.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let mut by_article: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (q, quantity) in pile.record.quantities.iter().enumerate() {
        if is_exact(quantity) && !is_whole(pile, q, quantity.value.unwrap_or_default()) {
            by_article.entry(quantity.span.article).or_default().push(q);
        }
    }
    for figures in by_article.values() {
        sums(pile, figures, out);
        wholes(pile, figures, out);
        shares(pile, figures, out);
        shares_of_wholes(pile, figures, out);
        seats(pile, figures, out);
        lists(pile, figures, out);
        parts_of_them(pile, figures, out);
        changes(pile, figures, out);
    }
}

/// Exact, and told as so.
fn is_exact(q: &Quantity) -> bool {
    q.qualifier == Qualifier::Exactly
        && q.polarity == Polarity::Positive
        && matches!(q.modality, Modality::Happened | Modality::Ongoing)
        && q.value.is_some()
}

fn sums(pile: &Pile, figures: &[usize], out: &mut Builder) {
    for (total, parts) in SUMS {
        let Some(whole) = only(pile, figures, total) else { continue };
        let each: Vec<usize> = parts.iter().filter_map(|part| only(pile, figures, part)).collect();
        if each.len() < parts.len() {
            continue;
        }
        let value = |q: usize| pile.record.quantities[q].value.unwrap_or_default();
        let sum: f64 = each.iter().map(|&q| value(q)).sum();
        if (sum - value(whole)).abs() > 0.5 {
            let terms: Vec<String> = each.iter().map(|&q| value(q).to_string()).collect();
            let note = format!("{} make {sum}, not {}", terms.join(" + "), value(whole));
            // The copies that repeat the sum are no further cases of it.
            let mut all: Vec<usize> = each.iter().flat_map(|&q| pile.family(q)).collect();
            all.sort_unstable();
            all.dedup();
            let rows = vec![pile.family(whole), all];
            let (kind, relation) = (DisagreementKind::Arithmetic, Relation::Conflict);
            out.measure(total, kind, relation, Side::all(rows), note);
        }
    }
}

/// The one figure of a measure in an article, or that which the others add up to ("131 aboard: 124 passengers and a
/// crew of seven"); `None` when there are several values.
fn only(pile: &Pile, figures: &[usize], measure: &str) -> Option<usize> {
    let quantity = |q: usize| &pile.record.quantities[q];
    let all: Vec<usize> = figures.iter().copied().filter(|&q| quantity(q).measure == measure).collect();
    let value = |q: usize| quantity(q).value.unwrap_or_default();
    let whole = *all.iter().max_by(|&&a, &&b| value(a).total_cmp(&value(b)))?;
    let parts: Vec<usize> =
        all.iter().copied().filter(|&q| quantity(q).value != quantity(whole).value).collect();
    let is_sum = (parts.iter().map(|&q| value(q)).sum::<f64>() - value(whole)).abs() < 0.5;
    (parts.is_empty() || is_sum).then_some(whole)
}

/// "45 of the 40 schools": a figure larger than its own whole has no second figure to set against it; it is shown
/// against those that give the whole.
fn wholes(pile: &Pile, figures: &[usize], out: &mut Builder) {
    for &q in figures {
        let quantity = &pile.record.quantities[q];
        let (Some(value), Some(whole)) = (quantity.value, quantity.whole) else { continue };
        if value <= whole || quantity.unit.as_deref() == Some("%") {
            continue;
        }
        let gives_whole = |&&o: &&usize| o != q && pile.record.quantities[o].value == Some(whole);
        let Some(&other) = figures.iter().find(gives_whole) else { continue };
        let note = format!("{value} of {whole} is more than all of them");
        let rows = vec![vec![q], vec![other]];
        out.measure(
            &quantity.measure,
            DisagreementKind::Arithmetic,
            Relation::Conflict,
            Side::all(rows),
            note,
        );
    }
}

/// "Nineteen dead: nine soldiers, six rebels and three villagers.": a list after a colon, each part beginning with its
/// number, that does not make the number before it.
fn lists(pile: &Pile, figures: &[usize], out: &mut Builder) {
    /// Words between the number and the colon.
    const N_WORDS_COLON: usize = 4;
    let quantity = |q: usize| &pile.record.quantities[q];
    let counts =
        |q: usize| quantity(q).measure.starts_with("people") || quantity(q).measure.starts_with("count.");
    for (i, &total) in figures.iter().enumerate().filter(|(_, q)| counts(**q)) {
        let whole = quantity(total);
        let article = &pile.record.articles[whole.span.article];
        let end = article.sentences[whole.sentence].span.end();
        let text = article.article.text.as_str();
        let Some(rest) = text.get(whole.span.span.end()..end) else { continue };
        let Some((before, list)) = rest.split_once(':') else { continue };
        if before.split_whitespace().count() > N_WORDS_COLON || before.contains([',', ';', '–', '—']) {
            continue;
        }
        let from = whole.span.span.end() + before.len() + 1;
        let n_items =
            list.split(',').flat_map(|part| part.split(" and ")).filter(|p| !p.trim().is_empty()).count();
        let begins = |&q: &usize| {
            let words = text.get(from..quantity(q).span.span.start()).map(str::trim_end);
            words.is_some_and(|w| w.is_empty() || w.ends_with(',') || w.ends_with(" and"))
        };
        let here = |&q: &usize| quantity(q).sentence == whole.sentence && counts(q);
        let parts: Vec<usize> = figures[i + 1..].iter().copied().filter(here).filter(begins).collect();
        let is_list = n_items > 1 && parts.len() == n_items && !list.contains([';', ':', '–', '—', '(']);
        let value = |q: usize| quantity(q).value.unwrap_or_default();
        let sum: f64 = parts.iter().map(|&q| value(q)).sum();
        // "At 36, after three of the wounded died: 29 civilians and seven officers": of the 36.
        let is_anothers = figures[..i].iter().any(|q| here(q) && (sum - value(*q)).abs() <= 0.5);
        if is_list && !is_anothers && (sum - value(total)).abs() > 0.5 {
            let terms: Vec<String> = parts.iter().map(|&q| value(q).to_string()).collect();
            let note = format!("{} make {sum}, not {}", terms.join(" + "), value(total));
            let rows = vec![pile.family(total), parts];
            let (kind, relation) = (DisagreementKind::Arithmetic, Relation::Conflict);
            out.measure(&whole.measure, kind, relation, Side::all(rows), note);
        }
    }
}

/// "38 people were hurt, 41 of them badly".
fn parts_of_them(pile: &Pile, figures: &[usize], out: &mut Builder) {
    const OF_THEM: [&str; 3] = [" of them", " of whom", " of which"];
    let quantity = |q: usize| &pile.record.quantities[q];
    for pair in figures.windows(2) {
        let (whole, part) = (quantity(pair[0]), quantity(pair[1]));
        let text = pile.record.articles[part.span.article].article.text.as_str();
        let after = text.get(part.figure.end()..).unwrap_or_default();
        let between = text.get(whole.span.span.end()..part.figure.start()).unwrap_or_default();
        let is_part = whole.sentence == part.sentence
            && OF_THEM.iter().any(|w| after.starts_with(w))
            && !between.contains([';', ':', '.', '–', '—'])
            && (whole.measure.starts_with("people") || whole.measure.starts_with("count."));
        let (Some(all), Some(some)) = (whole.value, part.value) else { continue };
        if is_part && some > all {
            let note = format!("{some} of them are more than the {all} there are");
            let rows = vec![pile.family(pair[0]), pile.family(pair[1])];
            let (kind, relation) = (DisagreementKind::Arithmetic, Relation::Conflict);
            out.measure(&whole.measure, kind, relation, Side::all(rows), note);
        }
    }
}

/// "Rose from 40 to 50, an increase of 35 per cent": a change that is not that from the one number to the other.
fn changes(pile: &Pile, figures: &[usize], out: &mut Builder) {
    const CHANGES: [&str; 8] =
        ["increase of", "rise of", "fall of", "drop of", "decline of", "decrease of", "gain of", "up by"];
    let quantity = |q: usize| &pile.record.quantities[q];
    for three in figures.windows(3) {
        let [from, to, share] = [0, 1, 2].map(|i| quantity(three[i]));
        let text = pile.record.articles[share.span.article].article.text.as_str();
        let before = |q: &Quantity, from: usize| text.get(from..q.span.span.start()).unwrap_or_default();
        let start = pile.record.articles[from.span.article].sentences[from.sentence].span.start();
        let is_from = before(from, start).trim_end().to_lowercase().ends_with(" from");
        let is_to = before(to, from.span.span.end()).trim() == "to";
        let link = before(share, to.span.span.end()).to_lowercase();
        let is_change = link.starts_with(',') && CHANGES.iter().any(|w| link.trim_end().ends_with(w));
        let is_one = from.sentence == share.sentence && from.measure == to.measure && from.unit == to.unit;
        let (Some(a), Some(b), Some(given)) = (from.value, to.value, share.value) else { continue };
        let is_percent = share.measure == "share" && share.unit.as_deref() == Some("%");
        if !(is_from && is_to && is_change && is_one && is_percent) || a <= 0.0 {
            continue;
        }
        let own = 100.0 * (b - a).abs() / a;
        if (own - given).abs() > SHARE_POINTS_MAX {
            let note = format!("from {a} to {b} is {own:.0} per cent, not {given}");
            let rows = vec![pile.family(three[2]), vec![three[0], three[1]]];
            out.measure("share", DisagreementKind::Arithmetic, Relation::Conflict, Side::all(rows), note);
        }
    }
}

/// Seats told one party after the other, in a sentence or two, that are more than the house has.
fn seats(pile: &Pile, figures: &[usize], out: &mut Builder) {
    let quantity = |q: usize| &pile.record.quantities[q];
    let all: Vec<usize> = figures.iter().copied().filter(|&q| quantity(q).measure == "seats").collect();
    for row in all.chunk_by(|&a, &b| quantity(b).sentence <= quantity(a).sentence + 1) {
        let Some(whole) = row.iter().find_map(|&q| quantity(q).whole) else { continue };
        let mut holders: Vec<usize> = row.iter().filter_map(|&q| quantity(q).entity).collect();
        let n_held = holders.len();
        holders.sort_unstable();
        holders.dedup();
        if holders.len() < n_held {
            continue;
        }
        let sum: f64 = row.iter().filter_map(|&q| quantity(q).value).sum();
        if row.len() > 2 && sum > whole {
            let terms: Vec<String> =
                row.iter().filter_map(|&q| quantity(q).value).map(|v| v.to_string()).collect();
            let note = format!("{} make {sum}, more than the {whole} there are", terms.join(" + "));
            let (first, rest) = row.split_at(1);
            let sides =
                Side::all(vec![pile.family(first[0]), rest.iter().flat_map(|&q| pile.family(q)).collect()]);
            out.measure("seats", DisagreementKind::Arithmetic, Relation::Conflict, sides, note);
        }
    }
}

/// A share that is said to be that of the votes just given, and is not.
fn shares(pile: &Pile, figures: &[usize], out: &mut Builder) {
    let quantity = |q: usize| &pile.record.quantities[q];
    for &share in figures.iter().filter(|&&q| quantity(q).measure == "share") {
        let q = quantity(share);
        let sentence = pile.sentence(q.span.article, q.sentence).to_lowercase();
        let at =
            q.span.span.start() - pile.record.articles[q.span.article].sentences[q.sentence].span.start();
        let is_anaphoric =
            THAT_IS.iter().any(|w| sentence.get(..at).is_some_and(|before| before.ends_with(w)));
        let near = |side: &str| {
            let is_it = |&&o: &&usize| {
                let other = quantity(o);
                other.measure == side && other.sentence <= q.sentence && q.sentence - other.sentence <= 1
            };
            figures.iter().find(is_it).copied()
        };
        let (Some(yes), Some(no)) = (near("votes.for"), near("votes.against")) else { continue };
        let value = |q: usize| quantity(q).value.unwrap_or_default();
        let sum = value(yes) + value(no);
        let fits = |n: f64| (100.0 * n / sum - value(share)).abs() <= SHARE_POINTS_MAX;
        if is_anaphoric && sum > 0.0 && !fits(value(yes)) && !fits(value(no)) {
            let note = format!(
                "{} of {sum} are {:.0} per cent, not {}",
                value(yes),
                100.0 * value(yes) / sum,
                value(share)
            );
            let rows = vec![vec![share], vec![yes, no]];
            out.measure("share", DisagreementKind::Arithmetic, Relation::Conflict, Side::all(rows), note);
        }
    }
}

/// "300 of the 1,200 workers, or 35 per cent": a share given right after a part and its whole, that is not theirs.
fn shares_of_wholes(pile: &Pile, figures: &[usize], out: &mut Builder) {
    /// Words between the counts and their share.
    const LINKS: [&str; 6] = ["or", "that is", "that was", "which is", "which was", "equal to"];
    let quantity = |q: usize| &pile.record.quantities[q];
    for pair in figures.windows(2) {
        let (part, share) = (quantity(pair[0]), quantity(pair[1]));
        let (Some(value), Some(whole), Some(given)) = (part.value, part.whole, share.value) else { continue };
        let is_percent = share.measure == "share" && share.unit.as_deref() == Some("%");
        if part.sentence != share.sentence || !is_percent || part.measure == "share" || whole <= 0.0 {
            continue;
        }
        let text = pile.record.articles[part.span.article].article.text.as_str();
        let between =
            text.get(part.span.span.end()..share.span.span.start()).unwrap_or_default().to_lowercase();
        let is_bracket = between.trim_end().ends_with('(') && between.split_whitespace().count() <= 3;
        let link = between.rsplit([',', '–', '—', '(']).next().unwrap_or_default().trim();
        let has_link = between.contains([',', '–', '—', '(']) && LINKS.contains(&link);
        let own = 100.0 * value / whole;
        if (is_bracket || has_link) && (own - given).abs() > SHARE_POINTS_MAX {
            let note = format!("{value} of {whole} are {own:.0} per cent, not {given}");
            let rows = vec![pile.family(pair[1]), pile.family(pair[0])];
            out.measure("share", DisagreementKind::Arithmetic, Relation::Conflict, Side::all(rows), note);
        }
    }
}
