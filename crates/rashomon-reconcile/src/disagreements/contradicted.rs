//! One act told as so by one account and as not so by another, though nothing made them one event.
//!
//! A denial names less than an assertion: "no document has been signed", "nobody died of it". So the act must be the
//! same, and besides something of what it is done to, by or with: a participant, the word for what did not come to be,
//! the event itself, or the words around an act that the story tells but a few times.

use super::pile::{Mode, Pile, days_between, has_telling_head, is_one, stem};
use super::tellings::{is_negated_in_words, is_not_since, is_not_yet, times_meet};
use super::{Builder, Side};
use crate::record::{About, Claim, DisagreementKind, Participant, Relation};
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::{BlockKind, Date, Time};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// An act that a story tells more often is many acts.
const N_TELLINGS_MAX: usize = 12;
/// Tellings of an act that is told so rarely that a few words in common make two of them one.
const N_RARE_MAX: usize = 3;
/// Words in common that do.
const N_SHARED_MIN: usize = 1;
/// Days after which what was not so may have come to be.
const LATER_DAYS_MIN: i32 = 1;
/// Days in which accounts speak of one state of things.
const ONE_NEWS_DAYS: i32 = 2;
/// Verbs that say little without their object.
const LIGHT: [&str; 30] = [
    "be", "have", "do", "make", "take", "give", "get", "go", "come", "put", "say", "tell", "see", "know",
    "think", "find", "want", "need", "use", "show", "talk", "answer", "reply", "speak", "comment", "hear",
    "ask", "call", "let", "keep",
];

/// Assertions and denials of one act, by story and predicate.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let record = pile.record;
    let mut acts: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
    for (c, claim) in record.claims.iter().enumerate() {
        let is_own = !record.ties.is_copied(claim.span.article, claim.trigger)
            && pile.block(claim.span.article, claim.sentence) != BlockKind::Correction
            && !LIGHT.contains(&claim.predicate.as_str());
        if is_own {
            let story = record.articles[claim.span.article].story;
            acts.entry((story, claim.predicate.as_str())).or_default().push(c);
        }
    }
    let frequent = Frequent::new(pile);
    for claims in acts.into_values().filter(|all| all.len() <= N_TELLINGS_MAX) {
        for &no in claims.iter().filter(|&&c| is_denial(pile, c)) {
            let answered: Vec<usize> = claims
                .iter()
                .copied()
                .filter(|&yes| answers(pile, &frequent, claims.len(), yes, no))
                .collect();
            oppose(pile, out, answered, no);
        }
    }
}

/// In how many sentences words stand.
struct Frequent {
    /// Sentences of a story that have a word.
    with_word: FxHashMap<(usize, SmolStr), usize>,
    /// Sentences of a story.
    all: FxHashMap<usize, usize>,
}

impl Frequent {
    fn new(pile: &Pile) -> Self {
        let mut frequent = Self { with_word: FxHashMap::default(), all: FxHashMap::default() };
        for article in &pile.record.articles {
            for terms in &article.terms {
                *frequent.all.entry(article.story).or_default() += 1;
                let mut all: Vec<SmolStr> = terms.iter().map(|w| stem(w)).collect();
                all.sort_unstable();
                all.dedup();
                for term in all {
                    *frequent.with_word.entry((article.story, term)).or_default() += 1;
                }
            }
        }
        frequent
    }

    /// Whether a word stands in so many sentences of the story that it says nothing of one.
    fn is_common(&self, story: usize, term: &SmolStr) -> bool {
        const SHARE_MAX: usize = 3;
        let all = self.all.get(&story).copied().unwrap_or_default();
        self.with_word.get(&(story, term.clone())).is_none_or(|&n| n * SHARE_MAX > all && n > 3)
    }
}

fn is_denial(pile: &Pile, c: usize) -> bool {
    let claim = &pile.record.claims[c];
    let is_no = claim.polarity == Polarity::Negative || claim.modality == Modality::Denied;
    is_no && is_negated_in_words(pile, claim) && !is_not_since(pile, c) && !is_narrowed(pile, claim)
}

/// "Nobody has died of tear gas", "not inspected since March": what is denied is not the act.
fn is_narrowed(pile: &Pile, claim: &Claim) -> bool {
    const NARROWS: [&str; 8] = ["of", "since", "by", "because", "for", "until", "unless", "except"];
    const BACK: [&str; 6] = ["it", "this", "that", "them", "him", "her"];
    let article = &pile.record.articles[claim.span.article];
    let end = article.sentences[claim.sentence].span.end();
    let after = article.article.text.get(claim.trigger.end()..end).unwrap_or_default();
    let mut words = after.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    let is_object = claim.participants.iter().any(|p| p.role == ParticipantRole::Theme);
    !is_object
        && words.next().is_some_and(|w| NARROWS.contains(&w))
        && words.next().is_some_and(|w| !BACK.contains(&w))
}

/// Whether both name who did it, or to whom it was done, and not the same.
fn have_other_parts(x: &Claim, y: &Claim) -> bool {
    use ParticipantRole::{Actor, Theme, Victim};
    let named = |c: &Claim, roles: &[ParticipantRole]| -> Vec<usize> {
        c.participants.iter().filter(|p| roles.contains(&p.role)).filter_map(|p| p.entity).collect()
    };
    let are_others = |roles: &[ParticipantRole]| {
        let (one, other) = (named(x, roles), named(y, roles));
        !one.is_empty() && !other.is_empty() && !one.iter().any(|e| other.contains(e))
    };
    are_others(&[Actor]) || are_others(&[Victim, Theme])
}

/// Days between the days on which two claims came out.
fn gap(pile: &Pile, from: usize, to: usize) -> Option<i32> {
    let out = |c: usize| -> Option<Date> {
        let article = &pile.record.articles[pile.record.claims[c].span.article];
        article.published.value.as_ref().and_then(Time::first_day)
    };
    days_between(out(from)?, out(to)?)
}

/// Whether an assertion and a denial are of one act.
fn answers(pile: &Pile, frequent: &Frequent, n_tellings: usize, yes: usize, no: usize) -> bool {
    let (x, y) = (&pile.record.claims[yes], &pile.record.claims[no]);
    let is_ahead = |c: &Claim| c.modality == Modality::Planned;
    let is_so = match Mode::of(y) {
        Mode::Denied => Mode::of(x) == Mode::Done,
        _ => is_ahead(y) && is_ahead(x),
    };
    is_so
        && x.polarity == Polarity::Positive
        && x.span.article != y.span.article
        && y.quantities.is_empty()
        && pile.epoch(x.span.article, x.sentence) == pile.epoch(y.span.article, y.sentence)
        && times_meet(x, y)
        && gap(pile, yes, no).is_some_and(|n| n.abs() <= ONE_NEWS_DAYS)
        && !have_other_parts(x, y)
        && x.place.zip(y.place).is_none_or(|(p, q)| p == q)
        && (share_somebody(pile, x, y)
            || y.kind != EventType::Casualty && is_named(pile, x, y)
            || is_rare(pile, frequent, n_tellings, x, y))
}

/// Whether both name the same participant, and not merely "people" or "police".
fn share_somebody(pile: &Pile, x: &Claim, y: &Claim) -> bool {
    let is_telling =
        |p: &&Participant| p.role != ParticipantRole::Location && (p.entity.is_some() || !is_anybody(p));
    let are_one = |p: &Participant, q: &Participant| {
        is_one(p, q) && (p.entity.is_some() && p.entity == q.entity || has_all_words(pile, x, q))
    };
    x.participants
        .iter()
        .filter(is_telling)
        .any(|p| y.participants.iter().filter(is_telling).any(|q| are_one(p, q)))
}

/// Words for people of whom every story has many.
fn is_anybody(participant: &Participant) -> bool {
    const ANYBODY: [&str; 16] = [
        "people",
        "person",
        "police",
        "officer",
        "government",
        "army",
        "soldier",
        "student",
        "authority",
        "official",
        "minister",
        "company",
        "state",
        "resident",
        "worker",
        "member",
    ];
    ANYBODY.contains(&participant.head.as_str())
}

/// Whether what did not come to be is named in the sentence that says that it did: "no mast had come down".
fn is_named(pile: &Pile, x: &Claim, y: &Claim) -> bool {
    // "Has not tendered his resignation" names the act once more.
    let is_it = |p: &&Participant| {
        p.role != ParticipantRole::Location
            && has_telling_head(p)
            && !is_anybody(p)
            && stem(&p.head) != stem(&y.predicate)
    };
    y.participants.iter().filter(is_it).any(|p| has_all_words(pile, x, p))
}

/// Whether a sentence has all the telling words of a participant: "the price of milk" is not that of bread.
fn has_all_words(pile: &Pile, x: &Claim, participant: &Participant) -> bool {
    const N_LETTERS_MIN: usize = 4;
    let terms: Vec<SmolStr> =
        pile.record.articles[x.span.article].terms[x.sentence].iter().map(|w| stem(w)).collect();
    let words = pile.words(participant.span).to_lowercase();
    let mut words =
        words.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() >= N_LETTERS_MIN);
    words.all(|w| {
        terms.contains(&stem(w))
            || terms.contains(&stem(&participant.head)) && stem(w) == stem(&participant.head)
    })
}

/// Whether the story tells the act but a few times, and both sentences have a telling word in common; or both tell
/// whom something befell, and the one says that it befell nobody.
fn is_rare(pile: &Pile, frequent: &Frequent, n_tellings: usize, x: &Claim, y: &Claim) -> bool {
    let story = pile.record.articles[x.span.article].story;
    let terms = |c: &Claim| -> Vec<SmolStr> {
        let article = &pile.record.articles[c.span.article];
        article.terms[c.sentence].iter().map(|w| stem(w)).collect()
    };
    let act = stem(&y.predicate);
    let (one, other) = (terms(x), terms(y));
    let is_telling = |w: &&SmolStr| **w != act && !w.chars().any(|c| c.is_ascii_digit());
    let shared = one.iter().filter(is_telling).filter(|w| other.contains(w));
    let n_shared = shared.filter(|w| !frequent.is_common(story, w)).count();
    let is_bare = x.participants.is_empty() || y.participants.is_empty();
    let befell_nobody =
        x.kind == EventType::Casualty && y.kind == EventType::Casualty && y.participants.is_empty();
    (n_tellings <= N_RARE_MAX && is_bare || befell_nobody && n_tellings <= 2 * N_RARE_MAX)
        && (n_shared >= N_SHARED_MIN || n_tellings == 2 && is_bare)
}

fn oppose(pile: &Pile, out: &mut Builder, answered: Vec<usize>, no: usize) {
    let is_new = |yes: &usize| !out.has_opposed_claims(*yes, no);
    let answered: Vec<usize> = answered.into_iter().filter(is_new).collect();
    let Some(&first) = answered.first() else { return };
    let is_overtaken = answered.iter().all(|&yes| is_later(pile, no, yes) || is_not_yet(pile, no, yes));
    let about = pile.event_of(first).or_else(|| pile.event_of(no));
    let about = about.map_or_else(|| About::Measure("claim".into()), About::Event);
    let sides = vec![Side::claims(answered, None), Side::claims(vec![no], None)];
    let (relation, note) = if is_overtaken {
        (Relation::Evolves, "not so at first, and so later")
    } else {
        (Relation::Conflict, "told as so in one account, as not so in another")
    };
    out.add(about, DisagreementKind::Polarity, relation, sides, note.to_owned());
}

/// Whether the assertion came out a day or more after the denial.
fn is_later(pile: &Pile, no: usize, yes: usize) -> bool {
    gap(pile, no, yes).is_some_and(|n| n >= LATER_DAYS_MIN)
}
