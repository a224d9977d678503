//! Who contradicts whom, within an account: mutual accusations, a statement that somebody else denies.
//!
//! A denial names what it denies ("denied that any warning had been ignored") or points back to it ("denied it");
//! what it answers is the nearest statement before it on somebody else's word. A denial that stands alone is no
//! disagreement. Assertions and denials of one event in several accounts are found by [`super::tellings`].

use super::copies::has_any;
use super::pile::{Mode, N_STEM, Pile, share_participants, stem};
use super::rebuttals::{are_apart, is_settled};
use super::{Builder, Side};
use crate::record::{About, Claim, DisagreementKind, Relation};
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::dispute::DENY;
use rashomon_reading::mention::is_person_noun;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::BlockKind;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// A denial answers a statement at most this many sentences before it.
const N_SENTENCES_BACK: usize = 4;
/// Stems of accusing words: what they say is what is denied.
const ACCUSES: [&str; 8] =
    ["accus", "blam", "alleg", "complain", "criticis", "criticiz", "denounc", "condemn"];

/// Contradictions between speakers.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    accusations(pile, out);
    for (c, claim) in pile.record.claims.iter().enumerate() {
        if is_settled(pile, claim.span.article, claim.sentence) {
            continue;
        }
        denial(pile, c, out);
        answer(pile, c, out);
        countered(pile, c, out);
    }
}

// ------------------------------------------------------------ denials

/// A denial and the statement before it on somebody else's word.
fn denial(pile: &Pile, c: usize, out: &mut Builder) {
    let record = pile.record;
    let claim = &record.claims[c];
    let article = claim.span.article;
    let sentence = pile.sentence(article, claim.sentence);
    let is_rejected = claim.predicate == "reject" && points_back(sentence);
    if !(is_denial(pile, claim) || is_rejected && is_own_act(pile, claim)) {
        return;
    }
    let Some(denier) = denier(pile, claim) else { return };
    let asserted = if is_by_the_way(pile, claim) {
        said_here(pile, claim, &denier)
    } else {
        answered(pile, claim, &denier)
    };
    let Some(asserted) = asserted else { return };
    // An offer is rejected too; only what blames somebody is denied by that.
    let blames = |&a: &usize| record.claims[a].kind == EventType::Accuse;
    if claim.predicate == "reject" && !asserted.iter().any(blames) {
        return;
    }
    // The act of denying, what is denied, and the same in copies.
    let in_sentence = pile.claims_in(article, claim.sentence).iter().copied();
    let mut denied: Vec<usize> =
        in_sentence.filter(|&d| d == c || Mode::of(&record.claims[d]) == Mode::Denied).collect();
    denied.extend(own_words(pile, claim, &denier));
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

/// Whether a claim is an act of denying.
fn is_denial(pile: &Pile, claim: &Claim) -> bool {
    let verb = claim.predicate.as_str();
    DENY.contains(&verb) && !matches!(verb, "reject" | "disagree" | "debunk") && is_own_act(pile, claim)
}

/// Whether somebody is told to have rejected something, in the account's own text.
pub(super) fn is_own_act(pile: &Pile, claim: &Claim) -> bool {
    let article = claim.span.article;
    Mode::of(claim) == Mode::Done
        && claim.kind == EventType::Reject
        && !pile.record.ties.is_copied(article, claim.trigger)
        && pile.block(article, claim.sentence) == BlockKind::Paragraph
}

/// "The company denied it. “Our valve did not leak,” its spokesman said.": what the one who denies says next.
fn own_words(pile: &Pile, denial: &Claim, denier: &str) -> Vec<usize> {
    let (article, next) = (denial.span.article, denial.sentence + 1);
    let n = pile.record.articles[article].sentences.len();
    if next >= n || !points_back(pile.sentence(article, denial.sentence)) {
        return Vec::new();
    }
    let is_own = |&&c: &&usize| {
        let claim = &pile.record.claims[c];
        let voice = pile.voice(article, &claim.attribution);
        voice.is_cited && voice.name == denier && matches!(Mode::of(claim), Mode::Done | Mode::Denied)
    };
    pile.claims_in(article, next).iter().filter(is_own).copied().collect()
}

/// Keeps the first of each, in order.
pub(super) fn dedupe(all: &mut Vec<usize>) {
    let mut seen = rustc_hash::FxHashSet::default();
    all.retain(|&c| seen.insert(c));
}

/// What somebody says is no event in dispute; it is kept under the measure of words.
pub(super) fn about(pile: &Pile, asserted: &[usize]) -> About {
    pile.event_of(asserted[0]).map_or_else(|| About::Measure("statement".to_owned()), About::Event)
}

/// Whether a claim stands in a passage that was taken from an article.
pub(super) fn is_copy_of(pile: &Pile, claim: usize, article: usize) -> bool {
    let c = &pile.record.claims[claim];
    let from = |&r: &usize| pile.record.reuse[r].from == article;
    c.span.article != article
        && pile.record.ties.taken_by(c.span.article).iter().any(from)
        && pile.record.ties.is_copied(c.span.article, c.trigger)
}

/// Body of the one who denies.
fn denier(pile: &Pile, claim: &Claim) -> Option<String> {
    let is_actor = |r: ParticipantRole| matches!(r, ParticipantRole::Actor | ParticipantRole::Speaker);
    let actor = claim.participants.iter().find(|p| is_actor(p.role))?;
    let Some(entity) = actor.entity else {
        // "Her office has denied it."
        return Some(crate::entities::fold(pile.words(actor.span)));
    };
    let body = pile.record.entities[entity].affiliation.unwrap_or(entity);
    Some(crate::entities::fold(&pile.record.entities[body].name))
}

/// "The minister says that it was the rebels, who deny it": told of somebody just named.
fn is_by_the_way(pile: &Pile, denial: &Claim) -> bool {
    let article = &pile.record.articles[denial.span.article];
    let start = article.sentences[denial.sentence].span.start();
    let before = article.article.text.get(start..denial.trigger.start()).unwrap_or_default();
    let Some((said, clause)) = before.rsplit_once(',') else { return false };
    let is_who = matches!(clause.split_whitespace().next(), Some("which" | "who"));
    is_who
        && has_any(said, &["say", "says", "said", "blame", "blames", "blamed", "accuse", "accused", "told"])
}

/// What the sentence says before, on the word of somebody else.
fn said_here(pile: &Pile, denial: &Claim, denier: &str) -> Option<Vec<usize>> {
    let article = denial.span.article;
    let is_other = |&&c: &&usize| {
        let claim = &pile.record.claims[c];
        let voice = pile.voice(article, &claim.attribution);
        claim.trigger.end() <= denial.trigger.start()
            && (voice.is_cited || claim.kind == EventType::Accuse)
            && voice.name != denier
            && matches!(Mode::of(claim), Mode::Done | Mode::Rumoured)
    };
    let told: Vec<usize> =
        pile.claims_in(article, denial.sentence).iter().filter(is_other).copied().collect();
    (!told.is_empty()).then_some(told)
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
            // "A report would blame the dam", "messages spoke of four fires": said, if not as a fact.
            let is_put_forward = claim.kind == EventType::Accuse || claim.modality == Modality::Possible;
            (voice.is_cited || accuser)
                && voice.name != denier
                && (matches!(mode, Mode::Done | Mode::Rumoured)
                    || is_hearsay(claim)
                    || is_next && (mode == Mode::Denied || is_put_forward))
        };
        let told: Vec<usize> = pile.claims_in(article, sentence).iter().filter(is_other).copied().collect();
        if told.is_empty() {
            continue;
        }
        let text = pile.sentence(article, sentence).to_lowercase();
        let tie = if is_next {
            3
        } else if ACCUSES.iter().any(|w| text.contains(w)) && !denies_another_thing(pile, denial, sentence) {
            2
        } else {
            u8::from(shares_content(pile, denial, sentence))
        };
        candidates.push((tie, sentence, told));
    }
    let best = candidates.into_iter().filter(|(tie, ..)| *tie > 0);
    best.max_by_key(|(tie, sentence, _)| (*tie, *sentence)).map(|(_, _, told)| told)
}

/// "Denied it", "dismissed the allegations", "denied that there was any such deal".
fn points_back(sentence: &str) -> bool {
    const VERBS: [&str; 12] = [
        "denied",
        "denies",
        "deny",
        "dismissed",
        "dismisses",
        "rejected",
        "rejects",
        "disputed",
        "disputes",
        "refuted",
        "refutes",
        "contradicted",
    ];
    /// What was said, whoever said it.
    const WORDS: [&str; 6] =
        ["those words", "these words", "such words", "the remark", "those remarks", "the quotation"];
    const BACK: [&str; 12] = [
        "it",
        "this",
        "that",
        "the claim",
        "the claims",
        "the allegation",
        "the allegations",
        "the accusation",
        "the accusations",
        "the charge",
        "the charges",
        "the report",
    ];
    let folded = crate::entities::fold(sentence);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_turned = |at: usize| {
        let rest = words[at + 1..].iter().take(2).copied().collect::<Vec<_>>().join(" ");
        let is_back = |w: &str| rest == w || rest.split(' ').next() == Some(w);
        // "Denied that it …" says what is denied.
        BACK.iter().any(|w| is_back(w) && (*w != "that" || words.len() == at + 2))
    };
    let denials: Vec<usize> = (0..words.len()).filter(|&at| VERBS.contains(&words[at])).collect();
    let has_such = |at: &usize| {
        let rest = words[*at..].join(" ");
        rest.contains("any such ") || rest.contains(" no such ") || WORDS.iter().any(|w| rest.contains(w))
    };
    denials.iter().any(|&at| is_turned(at)) || denials.iter().any(has_such)
}

/// "He has always denied knowing of altered reports": what is denied is named, and the sentence before names none of it.
fn denies_another_thing(pile: &Pile, denial: &Claim, sentence: usize) -> bool {
    let article = denial.span.article;
    let start = pile.record.articles[article].sentences[denial.sentence].span.start();
    let from = (denial.trigger.end() - start).min(pile.sentence(article, denial.sentence).len());
    let after = pile.sentence(article, denial.sentence).get(from..).unwrap_or_default();
    let next = after.split_whitespace().next().unwrap_or_default();
    next.len() > 4 && next.ends_with("ing") && !shares_content(pile, denial, sentence)
}

/// Whether what is denied shares a telling word with a sentence before it.
fn shares_content(pile: &Pile, denial: &Claim, sentence: usize) -> bool {
    let record = pile.record;
    let article = denial.span.article;
    // What is denied, not who speaks: the act and what it is done to.
    let denied = pile.claims_in(article, denial.sentence).iter().map(|&c| &record.claims[c]);
    let words = |c: &Claim| -> Vec<(SmolStr, bool)> {
        let done_to = c.participants.iter().filter(|p| p.role != ParticipantRole::Speaker);
        let is_doer = |role, head: &str| role == ParticipantRole::Actor && is_person_noun(head);
        let heads = done_to.map(|p| (p.head.clone(), is_doer(p.role, &p.head)));
        std::iter::once((c.predicate.clone(), false)).chain(heads).collect()
    };
    let denied: Vec<_> = denied.filter(|c| c.modality == Modality::Denied).flat_map(words).collect();
    let told: Vec<SmolStr> = record.articles[article].terms[sentence].iter().map(|w| stem(w)).collect();
    let is_told = |w: SmolStr| w.len() >= N_STEM && told.contains(&w) && !pile.is_name(article, &w);
    // "Denied that any guard had helped the gunmen" answers no toll in which there is a guard.
    let shared: Vec<_> = denied.iter().filter(|(w, _)| is_told(stem(w))).collect();
    shared.len() > 1 || shared.iter().any(|(_, is_doer)| !is_doer)
}

/// A denied claim that stands on hearsay was asserted before it was denied.
pub(super) fn is_hearsay(claim: &Claim) -> bool {
    use rashomon_reading::attribution::AttributionRole::{Outlet, Unnamed};
    let is_unnamed =
        claim.attribution.last().is_some_and(|l| l.role == Unnamed || l.role != Outlet && l.entity.is_none());
    claim.modality == Modality::ReportedOnly || claim.modality == Modality::Denied && is_unnamed
}

// ------------------------------------------------------------ answers

/// "The pipe had not been cleaned since May, a worker said. The company says that it was cleaned last week.": the same
/// act with and without a "not", in neighbouring sentences on the word of two.
fn answer(pile: &Pile, c: usize, out: &mut Builder) {
    let record = pile.record;
    let claim = &record.claims[c];
    let article = claim.span.article;
    if record.ties.is_copied(article, claim.trigger)
        || pile.block(article, claim.sentence) != BlockKind::Paragraph
        || !is_plain(claim)
    {
        return;
    }
    let voice = pile.voice(article, &claim.attribution);
    let opposes = |&&d: &&usize| {
        let other = &record.claims[d];
        let theirs = pile.voice(article, &other.attribution);
        is_plain(other)
            && other.predicate == claim.predicate
            && other.polarity != claim.polarity
            && theirs.is_cited
            && theirs != voice
            && speak_of_one(pile, claim, other)
            && may_be_one_time(pile, claim, other)
            && !are_apart(pile, claim, other)
    };
    let next = claim.sentence + 1;
    if next >= record.articles[article].sentences.len() {
        return;
    }
    let Some(&other) = pile.claims_in(article, next).iter().find(opposes) else { return };
    let sides = vec![Side::claims(vec![c], None), Side::claims(vec![other], None)];
    let (kind, relation) = (DisagreementKind::Polarity, Relation::Conflict);
    out.add(about(pile, &[c]), kind, relation, sides, "one says so, another says the opposite".to_owned());
}

/// "The president had not left, his office said, after a soldier told a newspaper that he had been flown out", "… insists that
/// he never left. A soldier had told a newspaper that …": the report that a denial answers.
fn countered(pile: &Pile, c: usize, out: &mut Builder) {
    const TOLD: [&str; 6] = ["told", "reported", "said", "wrote", "claimed", "announced"];
    let record = pile.record;
    let denied = &record.claims[c];
    let article = denied.span.article;
    let voice = pile.voice(article, &denied.attribution);
    let is_denied = denied.polarity == Polarity::Negative
        && Mode::of(denied) == Mode::Denied
        && voice.is_cited
        && super::tellings::is_negated_in_words(pile, denied);
    if !is_denied
        || record.ties.is_copied(article, denied.trigger)
        || pile.block(article, denied.sentence) != BlockKind::Paragraph
    {
        return;
    }
    let text = record.articles[article].article.text.as_str();
    let leads = |told: &Claim| {
        let from = if told.sentence == denied.sentence {
            denied.trigger.end()
        } else {
            record.articles[article].sentences[told.sentence].span.start()
        };
        let before = text.get(from..told.trigger.start()).unwrap_or_default().to_lowercase();
        let lead = if told.sentence == denied.sentence { "after " } else { "had " };
        let mut parts = before.split(lead).skip(1);
        parts.any(|rest| {
            has_any(rest, &TOLD) && (lead == "after " || TOLD.iter().any(|w| rest.starts_with(w)))
        })
    };
    let n = record.articles[article].sentences.len();
    for sentence in denied.sentence..(denied.sentence + 2).min(n) {
        let is_report = |&&b: &&usize| {
            let told = &record.claims[b];
            let theirs = pile.voice(article, &told.attribution);
            // "Has not resigned, she said, after a channel reported that he had handed in his letter".
            let is_here = told.sentence == denied.sentence;
            b != c
                && (Mode::of(told) == Mode::Done || is_here && Mode::of(told) == Mode::Rumoured)
                && told.polarity == Polarity::Positive
                && (theirs.is_cited || is_here)
                && theirs != voice
                && share_participants(denied, told)
                && (is_here || told.kind == denied.kind || told.predicate == denied.predicate)
                && leads(told)
        };
        let Some(&told) = pile.claims_in(article, sentence).iter().find(is_report) else { continue };
        if !out.has_opposed_claims(told, c) {
            let sides = vec![Side::claims(pile.fellows(told), None), Side::claims(vec![c], None)];
            let note = "told on the word of one, denied by another";
            out.add(
                about(pile, &[told]),
                DisagreementKind::Polarity,
                Relation::Conflict,
                sides,
                note.to_owned(),
            );
        }
        return;
    }
}

/// Told as a fact, affirmed or negated.
fn is_plain(claim: &Claim) -> bool {
    matches!(claim.modality, Modality::Happened | Modality::Ongoing) && claim.predicate.len() > 2
}

/// Whether the second of two neighbouring claims is of the same thing: it names it, or points back to it.
fn speak_of_one(pile: &Pile, claim: &Claim, next: &Claim) -> bool {
    const POINTS: [&str; 5] = ["they", "it", "them", "he", "she"];
    let article = &pile.record.articles[next.span.article];
    let start = article.sentences[next.sentence].span.start();
    let before = article.article.text.get(start..next.trigger.start()).unwrap_or_default();
    let words: Vec<&str> = before.split_whitespace().rev().take(3).collect();
    let is_passive = |c: &Claim| c.participants.iter().any(|p| p.role == ParticipantRole::Theme);
    share_participants(claim, next)
        || next.participants.is_empty() && is_passive(claim) && has_any(&words.join(" "), &POINTS)
}

/// Whether a time said with the one may be that of the other: the same, or after that since which it has not happened.
pub(super) fn may_be_one_time(pile: &Pile, a: &Claim, b: &Claim) -> bool {
    let has_since = |c: &Claim| {
        let words = c.time_span.map(|span| span.start());
        let text = &pile.record.articles[c.span.article].article.text;
        let before = words.and_then(|at| text.get(..at)).unwrap_or_default();
        c.polarity == Polarity::Negative && before.trim_end().to_lowercase().ends_with(" since")
    };
    a.time.as_ref().zip(b.time.as_ref()).is_none_or(|(x, y)| {
        let (earlier, later) = if has_since(a) { (x, y) } else { (y, x) };
        x.overlaps_days(y) || (has_since(a) || has_since(b)) && earlier.last_day() <= later.first_day()
    })
}

// ------------------------------------------------------------ accusations

/// Mutual accusations: A accuses B, B accuses A. An official stands for the government or body.
fn accusations(pile: &Pile, out: &mut Builder) {
    let mut by_sides: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (c, claim) in pile.record.claims.iter().enumerate() {
        let is_accusation = claim.kind == EventType::Accuse && Mode::of(claim) == Mode::Done;
        if let Some(sides) = accuser_and_accused(pile, claim).filter(|_| is_accusation) {
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
pub(super) fn accuser_and_accused(pile: &Pile, claim: &Claim) -> Option<(usize, usize)> {
    let side = |roles: &[ParticipantRole]| {
        let entity =
            claim.participants.iter().find(|p| roles.contains(&p.role) && p.entity.is_some())?.entity?;
        Some(pile.record.entities[entity].affiliation.unwrap_or(entity))
    };
    let accuser = side(&[ParticipantRole::Actor, ParticipantRole::Speaker])?;
    let accused = side(&[ParticipantRole::Recipient, ParticipantRole::Victim, ParticipantRole::Theme])?;
    (accuser != accused).then_some((accuser, accused))
}
