//! Statements that a later sentence of the same account says are not so, as [`rashomon_reading::rebuttal`] reads them,
//! and rumours that one of the next sentences lays to rest.

use super::copies::has_any;
use super::denials::{about, dedupe, is_copy_of, is_hearsay, may_be_one_time};
use super::pile::{Mode, Pile, stem};
use super::{Builder, Side};
use crate::record::{About, Claim, DisagreementKind, Relation};
use rashomon_reading::dispute::{DENIED, PROOF, UNTRUE};
use rashomon_reading::modality::Polarity;
use rashomon_reading::rebuttal::{Rebuttal, RebuttalKind};
use rashomon_text::BlockKind;
use smol_str::SmolStr;

/// A rumour is laid to rest at most this many sentences after it.
const N_SENTENCES_ON: usize = 2;
/// Words before "lie" or "lies" where it is no verb of place.
const BEFORE_LIES: [&str; 13] = [
    "a",
    "are",
    "as",
    "complete",
    "malicious",
    "mere",
    "of",
    "outright",
    "pure",
    "such",
    "these",
    "those",
    "were",
];
/// Words that negate, in the sentence after a rumour.
const NOT: [&str; 12] = [
    "not",
    "no",
    "never",
    "nobody",
    "nothing",
    "none",
    "neither",
    "denied",
    "denies",
    "false",
    "untrue",
    "dismissed",
];
/// A sentence this short that negates, negates what stands before it: "He had not."
const N_WORDS_ELLIPTIC: usize = 5;

/// What is rebutted, beside what rebuts it; a passage's copies stand with their original.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    for (article, of) in pile.record.articles.iter().enumerate() {
        let is_own = |r: &&Rebuttal| !pile.record.ties.is_copied(article, r.asserted);
        of.rebuttals.iter().filter(is_own).for_each(|r| rebuttal(pile, article, r, out));
    }
    for (c, claim) in pile.record.claims.iter().enumerate() {
        if !is_settled(pile, claim.span.article, claim.sentence) {
            rumour(pile, c, out);
        }
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
        // "The fire had started in a battery" may be carried by the noun.
        return all.iter().find(is_later).or_else(|| all.last()).copied().into_iter().collect();
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

// ------------------------------------------------------------ rumours

/// A rumour, and the sentence after it that it is not so.
fn rumour(pile: &Pile, c: usize, out: &mut Builder) {
    let record = pile.record;
    let claim = &record.claims[c];
    let article = claim.span.article;
    if !is_hearsay(claim)
        || claim.polarity == Polarity::Negative
        || is_called_untrue(pile.sentence(article, claim.sentence))
        || has_any(pile.sentence(article, claim.sentence), &DENIED)
        || record.ties.is_copied(article, claim.trigger)
        || pile.block(article, claim.sentence) == BlockKind::Correction
    {
        return;
    }
    let n = record.articles[article].sentences.len();
    for sentence in (claim.sentence + 1..n).take(N_SENTENCES_ON) {
        if !lays_to_rest(pile, claim, sentence) {
            continue;
        }
        let mut against: Vec<usize> = pile.claims_in(article, sentence).to_vec();
        let is_short = pile.sentence(article, sentence).split_whitespace().count() <= N_WORDS_ELLIPTIC;
        if against.is_empty() && is_short && sentence + 1 < n {
            // "He had not." leads to the sentence that says why.
            against = pile.claims_in(article, sentence + 1).to_vec();
        }
        let copies: Vec<usize> =
            against.iter().flat_map(|&d| pile.fellows(d)).filter(|&d| is_copy_of(pile, d, article)).collect();
        against.extend(copies);
        dedupe(&mut against);
        let mut told = vec![c];
        told.extend(pile.fellows(c).into_iter().filter(|&d| is_copy_of(pile, d, article)));
        dedupe(&mut told);
        let mut sides = vec![Side::claims(told, None), Side::claims(against, None)];
        if pile.claims_in(article, sentence).is_empty() {
            sides[1].told_in = Some((article, sentence));
        }
        if sides[1].claims.is_empty() {
            sides[1].figures = pile.figures_in(article, sentence).to_vec();
        }
        let (kind, relation) = (DisagreementKind::Polarity, Relation::Conflict);
        let note = "told as hearsay, and contradicted in the same account";
        out.add(about(pile, &[c]), kind, relation, sides, note.to_owned());
        return;
    }
}

/// Whether a sentence negates what the rumour says: in its words, pointing back, in short, or for want of proof.
fn lays_to_rest(pile: &Pile, rumour: &Claim, sentence: usize) -> bool {
    let article = rumour.span.article;
    let text = pile.sentence(article, sentence);
    if !has_any(text, &NOT) {
        return false;
    }
    let terms = |s: usize| &pile.record.articles[article].terms[s];
    let told: Vec<SmolStr> = terms(rumour.sentence).iter().filter(|w| w.len() > 2).map(|w| stem(w)).collect();
    let is_in_its_words =
        terms(sentence).iter().any(|w| told.contains(&stem(w)) && w.chars().all(char::is_alphabetic));
    let is_next = sentence == rumour.sentence + 1;
    let is_short = text.split_whitespace().count() <= N_WORDS_ELLIPTIC;
    let points_back =
        ["denied it", "denied this", "denied that", "support that", "support this", "not true", "is false"]
            .iter()
            .any(|w| text.to_lowercase().contains(w));
    is_in_its_words || is_next && (is_short || points_back || is_of_proof(text))
}

/// Whether a text has a word for what bears a statement out ("no such order", "no complaints").
fn is_of_proof(text: &str) -> bool {
    let is_proof = |w: &str| {
        w == "such" || PROOF.contains(&w) || w.strip_suffix('s').is_some_and(|w| PROOF.contains(&w))
    };
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(is_proof)
}

/// Whether a text calls something untrue.
pub(super) fn is_called_untrue(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let is_lie = |pair: &[&str]| matches!(pair[1], "lie" | "lies") && BEFORE_LIES.contains(&pair[0]);
    has_any(text, &UNTRUE) || words.windows(2).any(is_lie)
}
