//! Who contradicts whom, within an account: mutual accusations, a statement that somebody else denies, a rumour
//! that the next sentence lays to rest.
//!
//! A denial names what it denies ("denied that any warning had been ignored") or points back to it ("denied it");
//! what it answers is the nearest statement before it on somebody else's word. A denial that stands alone is no
//! disagreement. Assertions and denials of one event in several accounts are found by [`super::tellings`].

use super::copies::has_any;
use super::pile::{Mode, N_STEM, Pile, stem};
use super::{Builder, Side};
use crate::record::{About, Claim, DisagreementKind, Relation};
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::BlockKind;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// Verbs of denial.
const DENIES: [&str; 9] =
    ["deny", "dispute", "refute", "contradict", "rebut", "disown", "dismiss", "rubbish", "disavow"];
/// A denial answers a statement at most this many sentences before it.
const N_SENTENCES_BACK: usize = 4;
/// A rumour is laid to rest at most this many sentences after it.
const N_SENTENCES_ON: usize = 2;
/// Stems of accusing words: what they say is what is denied.
const ACCUSES: [&str; 8] =
    ["accus", "blam", "alleg", "complain", "criticis", "criticiz", "denounc", "condemn"];
/// Words by which a sentence itself says that what it repeats is not so.
const UNTRUE: [&str; 10] = [
    "incorrect",
    "wrong",
    "false",
    "untrue",
    "unfounded",
    "baseless",
    "inaccurate",
    "fabricated",
    "misleading",
    "denied",
];
/// Nouns of what there is none of, where a rumour is not borne out.
const PROOFS: [&str; 14] = [
    "complaint",
    "complaints",
    "evidence",
    "report",
    "reports",
    "record",
    "sign",
    "signs",
    "indication",
    "proof",
    "trace",
    "such",
    "basis",
    "truth",
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

/// Contradictions between speakers.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    accusations(pile, out);
    for c in 0..pile.record.claims.len() {
        denial(pile, c, out);
        rumour(pile, c, out);
    }
}

// ------------------------------------------------------------ denials

/// A denial and the statement before it on somebody else's word.
fn denial(pile: &Pile, c: usize, out: &mut Builder) {
    let record = pile.record;
    let claim = &record.claims[c];
    let article = claim.span.article;
    let is_denial = DENIES.contains(&claim.predicate.as_str()) && Mode::of(claim) == Mode::Done;
    if !is_denial
        || claim.kind != EventType::Reject
        || record.ties.is_copied(article, claim.trigger)
        || pile.block(article, claim.sentence) != BlockKind::Paragraph
    {
        return;
    }
    let Some(denier) = denier(pile, claim) else { return };
    let Some(asserted) = answered(pile, claim, &denier) else { return };
    // The act of denying, what is denied, and the same in copies.
    let in_sentence = pile.claims_in(article, claim.sentence).iter().copied();
    let mut denied: Vec<usize> =
        in_sentence.filter(|&d| d == c || Mode::of(&record.claims[d]) == Mode::Denied).collect();
    let copies: Vec<usize> =
        denied.iter().flat_map(|&d| pile.fellows(d)).filter(|&d| is_copy_of(pile, d, article)).collect();
    denied.extend(copies);
    dedupe(&mut denied);
    let mut left = asserted.clone();
    left.extend(asserted.iter().flat_map(|&a| pile.fellows(a)).filter(|&d| is_copy_of(pile, d, article)));
    dedupe(&mut left);
    let sides = vec![Side::claims(left, None), Side::claims(denied, None)];
    let (kind, relation) = (DisagreementKind::Polarity, Relation::Conflict);
    out.add(about(pile, &asserted), kind, relation, sides, "one says so, another denies it".to_owned());
}

/// Keeps the first of each, in order.
fn dedupe(all: &mut Vec<usize>) {
    let mut seen = rustc_hash::FxHashSet::default();
    all.retain(|&c| seen.insert(c));
}

/// What somebody says is no event in dispute; it is kept under the measure of words.
fn about(pile: &Pile, asserted: &[usize]) -> About {
    pile.event_of(asserted[0]).map_or_else(|| About::Measure("statement".to_owned()), About::Event)
}

/// Whether a claim stands in a passage that was taken from an article.
fn is_copy_of(pile: &Pile, claim: usize, article: usize) -> bool {
    let c = &pile.record.claims[claim];
    let from = |&r: &usize| pile.record.reuse[r].from == article;
    c.span.article != article
        && pile.record.ties.taken_by(c.span.article).iter().any(from)
        && pile.record.ties.is_copied(c.span.article, c.trigger)
}

/// Body of the one who denies.
fn denier(pile: &Pile, claim: &Claim) -> Option<String> {
    let is_actor = |r: ParticipantRole| matches!(r, ParticipantRole::Actor | ParticipantRole::Speaker);
    let entity = claim.participants.iter().find(|p| is_actor(p.role))?.entity?;
    let body = pile.record.entities[entity].affiliation.unwrap_or(entity);
    Some(crate::entities::fold(&pile.record.entities[body].name))
}

/// The nearest statement before a denial that is on the word of somebody else and does not deny itself.
fn answered(pile: &Pile, denial: &Claim, denier: &str) -> Option<Vec<usize>> {
    let record = pile.record;
    let article = denial.span.article;
    let first = denial.sentence.saturating_sub(N_SENTENCES_BACK);
    let points_back = points_back(pile.sentence(article, denial.sentence));
    let mut candidates: Vec<(u8, usize, Vec<usize>)> = Vec::new();
    for sentence in (first..denial.sentence).filter(|&s| pile.block(article, s) == BlockKind::Paragraph) {
        // "… claimed that two boxes had gone. The council denied it.": the denial has made it a denied one.
        let is_next = points_back && sentence + 1 == denial.sentence;
        let is_other = |&&c: &&usize| {
            let claim = &record.claims[c];
            let voice = pile.voice(article, &claim.attribution);
            let accuser = claim.kind == EventType::Accuse && Mode::of(claim) == Mode::Done;
            let mode = Mode::of(claim);
            (voice.is_cited || accuser)
                && voice.name != denier
                && (matches!(mode, Mode::Done | Mode::Rumoured)
                    || is_hearsay(claim)
                    || is_next && mode == Mode::Denied)
        };
        let told: Vec<usize> = pile.claims_in(article, sentence).iter().filter(is_other).copied().collect();
        if told.is_empty() {
            continue;
        }
        let text = pile.sentence(article, sentence).to_lowercase();
        let tie = if is_next {
            3
        } else if ACCUSES.iter().any(|w| text.contains(w)) {
            2
        } else {
            u8::from(shares_content(pile, denial, sentence))
        };
        candidates.push((tie, sentence, told));
    }
    let best = candidates.into_iter().filter(|(tie, ..)| *tie > 0);
    best.max_by_key(|(tie, sentence, _)| (*tie, *sentence)).map(|(_, _, told)| told)
}

/// "Denied it", "dismissed the allegations".
fn points_back(sentence: &str) -> bool {
    const BACK: [&str; 14] = [
        "denied it",
        "denies it",
        "denied this",
        "denied that.",
        "denied the claim",
        "denied the allegation",
        "denied the accusation",
        "denied the charge",
        "denied the report",
        "dismissed the claim",
        "dismissed the allegation",
        "rejected the accusation",
        "rejected the allegation",
        "disputed that.",
    ];
    let lower = sentence.to_lowercase();
    BACK.iter().any(|w| lower.contains(w))
}

/// Whether what is denied shares a telling word with a sentence before it.
fn shares_content(pile: &Pile, denial: &Claim, sentence: usize) -> bool {
    let record = pile.record;
    let article = denial.span.article;
    // What is denied, not who speaks: the act and what it is done to.
    let denied = pile.claims_in(article, denial.sentence).iter().map(|&c| &record.claims[c]);
    let words = |c: &Claim| -> Vec<SmolStr> {
        let done_to = c.participants.iter().filter(|p| p.role != ParticipantRole::Speaker);
        std::iter::once(c.predicate.clone()).chain(done_to.map(|p| p.head.clone())).collect()
    };
    let denied: Vec<_> = denied.filter(|c| c.modality == Modality::Denied).flat_map(words).collect();
    let told: Vec<SmolStr> = record.articles[article].terms[sentence].iter().map(|w| stem(w)).collect();
    let is_told = |w: SmolStr| w.len() >= N_STEM && told.contains(&w) && !pile.is_name(article, &w);
    denied.iter().any(|w| is_told(stem(w)))
}

/// A denied claim that stands on hearsay was asserted before it was denied.
fn is_hearsay(claim: &Claim) -> bool {
    use rashomon_reading::attribution::AttributionRole::{Outlet, Unnamed};
    let is_unnamed =
        claim.attribution.last().is_some_and(|l| l.role == Unnamed || l.role != Outlet && l.entity.is_none());
    claim.modality == Modality::ReportedOnly || claim.modality == Modality::Denied && is_unnamed
}

// ------------------------------------------------------------ rumours

/// A rumour, and the sentence after it that it is not so.
fn rumour(pile: &Pile, c: usize, out: &mut Builder) {
    let record = pile.record;
    let claim = &record.claims[c];
    let article = claim.span.article;
    if !is_hearsay(claim)
        || claim.polarity == Polarity::Negative
        || has_any(pile.sentence(article, claim.sentence), &UNTRUE)
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
    is_in_its_words || is_next && (is_short || points_back || has_any(text, &PROOFS))
}

// ------------------------------------------------------------ accusations

/// Mutual accusations: A accuses B, B accuses A. An official stands for the government or body.
fn accusations(pile: &Pile, out: &mut Builder) {
    let mut by_sides: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (c, claim) in pile.record.claims.iter().enumerate() {
        let is_accusation = claim.kind == EventType::Accuse && Mode::of(claim) == Mode::Done;
        if let Some(sides) = sides(pile, claim).filter(|_| is_accusation) {
            by_sides.entry(sides).or_default().push(c);
        }
    }
    let mut pairs: Vec<(usize, &Vec<usize>, &Vec<usize>)> = by_sides
        .iter()
        .filter(|((accuser, accused), _)| accuser < accused)
        .filter_map(|((a, b), there)| Some((there, by_sides.get(&(*b, *a))?)))
        .map(
            |(there, back)| if there[0] < back[0] { (there[0], there, back) } else { (back[0], back, there) },
        )
        .collect();
    pairs.sort_unstable();
    for (_, there, back) in pairs {
        let sides = vec![Side::claims(there.clone(), None), Side::claims(back.clone(), None)];
        let (kind, relation) = (DisagreementKind::Participant, Relation::Conflict);
        out.add(about(pile, there), kind, relation, sides, "each side blames the other".to_owned());
    }
}

/// (accuser, accused), each as the body it speaks for.
fn sides(pile: &Pile, claim: &Claim) -> Option<(usize, usize)> {
    let side = |roles: &[ParticipantRole]| {
        let entity =
            claim.participants.iter().find(|p| roles.contains(&p.role) && p.entity.is_some())?.entity?;
        Some(pile.record.entities[entity].affiliation.unwrap_or(entity))
    };
    let accuser = side(&[ParticipantRole::Actor, ParticipantRole::Speaker])?;
    let accused = side(&[ParticipantRole::Recipient, ParticipantRole::Victim, ParticipantRole::Theme])?;
    (accuser != accused).then_some((accuser, accused))
}
