//! An earlier stage that the next sentence gives: "Inspectors put the gap at 320 million. The bank had given it as 210
//! million on June 9.", "It raised its offer to 0.92. It had started at 0.60 last Friday."
//!
//! The verb stands in the past perfect and the thing is a pronoun, so that nothing has to be guessed from the words
//! around the figures. What the two authorities say is then one figure after the other and no conflict.

use super::comparable::{Figure, may_answer};
use super::figures::{Told, sides, tell};
use super::pile::Pile;
use super::{Builder, figures::is_asserted};
use crate::record::{DisagreementKind, Quantity, Relation};

/// Pronouns for what the sentence before speaks of.
const PRONOUNS: [&str; 7] = ["it", "they", "he", "she", "that", "this", "them"];
/// Words between "had" and a pronoun that is its object: "had then given it as".
const N_WORDS_TO_OBJECT: usize = 3;
/// Measures that have stages.
const STAGED: [&str; 4] = ["money", "share", "people", "count."];

/// Figures of one measure whose earlier stage the next sentence gives.
pub(super) fn disagreements(pile: &Pile, measure: &str, figures: &[Figure], out: &mut Builder) {
    if !STAGED.iter().any(|m| measure.starts_with(m)) {
        return;
    }
    then_and_now(pile, measure, figures, out);
    for (i, earlier) in figures.iter().enumerate().filter(|(_, f)| is_stage(pile, f)) {
        let q = &pile.record.quantities[earlier.quantity];
        let is_now = |f: &&Figure| {
            let x = &pile.record.quantities[f.quantity];
            x.span.article == q.span.article
                && (x.sentence + 1 == q.sentence || x.sentence == q.sentence)
                && is_asserted(pile.record, f.quantity)
                && f.point != earlier.point
                && may_answer(pile, f, earlier)
        };
        let Some(now) = figures[..i].iter().find(is_now) else { continue };
        if pile.is_copied(earlier.quantity) && pile.is_copied(now.quantity) {
            continue;
        }
        let told: Vec<Vec<Told>> = [earlier, now].map(|f| vec![tell(pile, f)]).into();
        let note = "an earlier figure, given next to the one that followed it";
        out.measure(measure, DisagreementKind::Value, Relation::Evolves, sides(pile, &told), note);
    }
}

/// "The police, who owned to 38 arrests on the night, own to 64 today", "given as three, is amended to five", "having first said 12,000, now concede 22,000": two
/// figures on one word in a sentence, the second of which is said to be that of now.
fn then_and_now(pile: &Pile, measure: &str, figures: &[Figure], out: &mut Builder) {
    let quantity = |f: &Figure| &pile.record.quantities[f.quantity];
    let voice = |f: &Figure| pile.voice(quantity(f).span.article, &quantity(f).attribution);
    for pair in figures.windows(2) {
        let (then, now) = (&pair[0], &pair[1]);
        let (x, y) = (quantity(then), quantity(now));
        let is_here = (x.span.article, x.sentence) == (y.span.article, y.sentence);
        let is_turned = voice(now).is_cited && is_of_now(pile, y) && !is_of_now(pile, x);
        if is_here
            && voice(then) == voice(now)
            && (is_turned || is_amended(pile, y))
            && is_asserted(pile.record, then.quantity)
            && is_asserted(pile.record, now.quantity)
            && then.point != now.point
            && may_answer(pile, then, now)
            && !out.has_opposed(then.quantity, now.quantity)
            && !pile.is_copied(now.quantity)
        {
            let told: Vec<Vec<Told>> = [then, now].map(|f| vec![tell(pile, f)]).into();
            let note = "the same authority gives another figure now";
            out.measure(measure, DisagreementKind::Value, Relation::Evolves, sides(pile, &told), note);
        }
    }
}

/// "The number, given as three in earlier bulletins, is amended to five".
fn is_amended(pile: &Pile, q: &Quantity) -> bool {
    const AMENDS: [&str; 6] =
        ["amended to", "corrected to", "revised to", "raised to", "lowered to", "reduced to"];
    let article = &pile.record.articles[q.span.article];
    let start = article.sentences[q.sentence].span.start();
    let before = article.article.text.get(start..q.span.span.start()).unwrap_or_default().trim_end();
    AMENDS.iter().any(|w| before.ends_with(w))
}

/// Whether the clause of a figure says that it is that of now.
fn is_of_now(pile: &Pile, q: &Quantity) -> bool {
    const NOW: [&str; 3] = ["now", "today", "currently"];
    let article = &pile.record.articles[q.span.article];
    let span = article.sentences[q.sentence].span;
    let text = article.article.text.as_str();
    let is_mark = |c: char| matches!(c, ',' | ';' | ':' | '(' | ')');
    let before = text.get(span.start()..q.span.span.start()).unwrap_or_default();
    let after = text.get(q.span.span.end()..span.end()).unwrap_or_default();
    let clause =
        [before.rsplit(is_mark).next().unwrap_or_default(), after.split(is_mark).next().unwrap_or_default()];
    clause.iter().any(|part| super::copies::has_any(part, &NOW))
}

/// Whether the words before a figure say of a pronoun what it had been.
pub(super) fn is_stage(pile: &Pile, figure: &Figure) -> bool {
    let q = &pile.record.quantities[figure.quantity];
    let article = &pile.record.articles[q.span.article];
    let start = article.sentences[q.sentence].span.start();
    let Some(before) = article.article.text.get(start..q.span.span.start()) else { return false };
    // "… at about €185m. It had started": not every full stop ends a sentence for the splitter.
    let before = before.rsplit(". ").next().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric() && c != '\'').collect();
    let is_pronoun = |w: Option<&&str>| w.is_some_and(|w| PRONOUNS.contains(w));
    let Some(had) = words.iter().position(|w| *w == "had") else { return false };
    // "He had 793 yards and six touchdowns" has no past perfect.
    let is_perfect = words.get(had + 1).is_some_and(|w| is_participle(w));
    let is_clause = !before.contains([',', ';', ':', '"', '“']);
    let is_subject = had == 1 && is_pronoun(words.first());
    let object = words.iter().skip(had + 2).take(N_WORDS_TO_OBJECT).position(|w| *w == "it" || *w == "them");
    let links = |at: usize| matches!(words.get(at), Some(&("as" | "at" | "to")));
    let is_object = object.is_some_and(|o| links(had + 3 + o));
    is_clause && is_perfect && (is_subject || is_object)
}

/// By its ending, or one of the verbs that give figures.
fn is_participle(word: &str) -> bool {
    const IRREGULAR: [&str; 10] =
        ["put", "set", "begun", "stood", "bid", "said", "told", "cut", "paid", "grown"];
    word.len() > 3 && (word.ends_with("ed") || word.ends_with("en")) || IRREGULAR.contains(&word)
}
