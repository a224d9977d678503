//! Statements that a later sentence of the same account says are not so, as [`rashomon_reading::rebuttal`] reads them.

use super::denials::{dedupe, is_copy_of, may_be_one_time};
use super::pile::{Mode, Pile};
use super::{Builder, Side};
use crate::record::{About, Claim, DisagreementKind, Relation};
use rashomon_reading::rebuttal::{Rebuttal, RebuttalKind};

/// What is rebutted, beside what rebuts it; a passage's copies stand with their original.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    for (article, of) in pile.record.articles.iter().enumerate() {
        let is_own = |r: &&Rebuttal| !pile.record.ties.is_copied(article, r.asserted);
        of.rebuttals.iter().filter(is_own).for_each(|r| rebuttal(pile, article, r, out));
    }
}

/// Whether what a sentence states is rebutted, or the sentence rebuts another one.
pub(super) fn is_settled(pile: &Pile, article: usize, sentence: usize) -> bool {
    pile.record.articles[article].rebuttals.iter().any(|r| r.told == sentence || r.by == sentence)
}

fn rebuttal(pile: &Pile, article: usize, rebuttal: &Rebuttal, out: &mut Builder) {
    let told = with_copies(pile, article, stated(pile, article, rebuttal));
    let against = with_copies(pile, article, rebutting(pile, article, rebuttal));
    let (Some(&first), Some(&answer)) = (told.first(), against.first()) else { return };
    let claim = |c: usize| &pile.record.claims[c];
    if out.has_opposed_claims(first, answer)
        || !may_be_one_time(pile, claim(first), claim(answer))
        || are_apart(pile, claim(first), claim(answer))
    {
        return;
    }
    let mut sides = vec![Side::claims(told, None), Side::claims(against, None)];
    sides[1].told_in = Some((article, rebuttal.by));
    let (relation, note) = match rebuttal.kind {
        RebuttalKind::Denied if rebuttal.is_hearsay => {
            (Relation::Conflict, "told as hearsay, and contradicted in the same account")
        }
        RebuttalKind::Denied => (Relation::Conflict, "one says so, another denies it"),
        RebuttalKind::Withdrawn => (Relation::Evolves, "taken back by those who published it"),
    };
    let about = pile.event_of(first).map_or_else(|| About::Measure("statement".to_owned()), About::Event);
    out.add(about, DisagreementKind::Polarity, relation, sides, note.to_owned());
}

/// Whether two claims are told of places that differ: arrests in the one town are no answer to none in the other.
pub(super) fn are_apart(pile: &Pile, a: &Claim, b: &Claim) -> bool {
    let of = |c: &Claim| pile.places_in(c.span.article, c.sentence);
    let (x, y) = (of(a), of(b));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|place| y.contains(place))
}

/// The claims that the statement makes: that of its head, else those on the same word.
fn stated(pile: &Pile, article: usize, rebuttal: &Rebuttal) -> Vec<usize> {
    let all = pile.claims_in(article, rebuttal.told);
    let claim = |c: usize| &pile.record.claims[c];
    let Some(&head) = all.iter().find(|&&c| claim(c).trigger == rebuttal.asserted) else {
        let is_later = |&&c: &&usize| claim(c).trigger.start() >= rebuttal.asserted.start();
        return all.iter().filter(is_later).take(1).copied().collect();
    };
    let voice = pile.voice(article, &claim(head).attribution);
    let is_same =
        |&&c: &&usize| c != head && pile.voice(article, &claim(c).attribution) == voice && voice.is_cited;
    std::iter::once(head).chain(all.iter().filter(is_same).copied()).collect()
}

/// The claims of the rebuttal: that of the word which bears it, with what its sentence denies.
fn rebutting(pile: &Pile, article: usize, rebuttal: &Rebuttal) -> Vec<usize> {
    let all = pile.claims_in(article, rebuttal.by);
    let claim = |c: usize| &pile.record.claims[c];
    let is_cue = |&&c: &&usize| claim(c).trigger == rebuttal.cue;
    let is_denied = |&&c: &&usize| Mode::of(claim(c)) == Mode::Denied;
    let mut found: Vec<usize> =
        all.iter().filter(is_cue).chain(all.iter().filter(is_denied)).copied().collect();
    if found.is_empty() {
        found = all.to_vec();
    }
    dedupe(&mut found);
    found
}

/// The claims, and those that passages taken from the article repeat them by.
fn with_copies(pile: &Pile, article: usize, mut claims: Vec<usize>) -> Vec<usize> {
    let copies = claims.iter().flat_map(|&c| pile.fellows(c)).filter(|&c| is_copy_of(pile, c, article));
    let copies: Vec<usize> = copies.collect();
    claims.extend(copies);
    dedupe(&mut claims);
    claims
}
