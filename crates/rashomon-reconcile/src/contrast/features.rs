//! Two statements beside each other, as numbers.

use super::are_opposites;
use super::statement::{Role, Statement, Word};

/// Numbers that two statements are compared by.
pub const N_FEATURES: usize = 59;

/// Lemmas for anybody.
const ANYBODY: [&str; 8] = ["person", "people", "someone", "somebody", "human", "animal", "they", "thing"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Match {
    Same,
    Opposite,
    None,
}

/// What the best counterpart of a word is.
fn best(word: &Word, others: &[&Word]) -> Match {
    if others.iter().any(|o| o.lemma == word.lemma || o.lower == word.lower) {
        Match::Same
    } else if others.iter().any(|o| are_opposites(&o.lemma, &word.lemma)) {
        Match::Opposite
    } else {
        Match::None
    }
}

fn n(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}

fn words(statement: &Statement, role: Role) -> Vec<&Word> {
    statement.words.iter().filter(|w| w.role == role).collect()
}

/// How `b` stands to `a`, in the order of the weights.
pub(super) fn features(a: &Statement, b: &Statement) -> [f64; N_FEATURES] {
    let mut list = Vec::with_capacity(N_FEATURES);
    let (all_a, all_b): (Vec<&Word>, Vec<&Word>) = (a.words.iter().collect(), b.words.iter().collect());
    let matches: Vec<Match> = b.words.iter().map(|w| best(w, &all_a)).collect();
    let n_same = matches.iter().filter(|m| **m == Match::Same).count();
    let n_new = matches.len() - n_same;
    let has_opposite = matches.contains(&Match::Opposite);
    list.extend([
        1.0,
        n_same as f64 / matches.len().max(1) as f64,
        n_new.min(3) as f64,
        n(n_new == 0),
        n(has_opposite),
    ]);
    for role in [Role::Subject, Role::Verb, Role::Rest] {
        list.extend(by_role(a, b, &matches, role));
    }
    list.extend(heads(a, b, n_new));
    let n_lost = a.words.iter().filter(|w| best(w, &all_b) != Match::Same).count();
    list.extend([n_lost.min(6) as f64 / 3.0, n(n_lost == 0)]);
    list.extend(slots(a, b));
    let length = b.words.len();
    list.extend([a.words.len() as f64 / 10.0, length as f64 / 10.0, n(length <= 2), n(length == 3)]);
    list.extend([n(b.is_ahead && !a.is_ahead), n(a.is_ahead && !b.is_ahead), n(b.is_past && !a.is_past)]);
    list.extend([
        n(b.prepositions.difference(&a.prepositions).next().is_some()),
        n(b.prepositions.intersection(&a.prepositions).next().is_some()),
    ]);
    let is_in = |x: &Statement, r: Role, y: &Statement, s: Role| {
        words(x, r).iter().any(|w| words(y, s).iter().any(|o| o.lemma == w.lemma))
    };
    let verb = b.verb.as_ref();
    let has_new_quality = b.words.iter().zip(&matches).any(|(w, m)| w.is_adjective && *m == Match::None);
    list.extend([
        n(is_in(b, Role::Subject, a, Role::Rest)),
        n(is_in(b, Role::Rest, a, Role::Subject)),
        n(verb.is_some_and(|v| matches!(v.lemma.as_str(), "be" | "have"))),
        n(verb.is_some_and(|v| v.tag == "VBG")),
        n(b.subject.as_ref().is_some_and(|s| ANYBODY.contains(&s.lemma.as_str()))),
        n(has_new_quality),
        n(b.has_circumstance),
    ]);
    let mut features = [0.0; N_FEATURES];
    features.iter_mut().zip(list).for_each(|(slot, value)| *slot = value);
    features
}

/// The words of one role of `b`, against all of `a` and against its words of that role.
fn by_role(a: &Statement, b: &Statement, matches: &[Match], role: Role) -> [f64; 6] {
    let own: Vec<Match> =
        b.words.iter().zip(matches).filter(|(w, _)| w.role == role).map(|(_, m)| *m).collect();
    let n_same = own.iter().filter(|m| **m == Match::Same).count();
    let others = words(a, role);
    let there = words(b, role).into_iter().filter(|w| best(w, &others) == Match::Same).count();
    [
        n(own.is_empty()),
        n(n_same == own.len() && !own.is_empty()),
        (own.len() - n_same) as f64,
        n(own.contains(&Match::Opposite)),
        n(!own.is_empty() && there == 0),
        there as f64,
    ]
}

/// Who acts and what is done.
fn heads(a: &Statement, b: &Statement, n_new: usize) -> [f64; 8] {
    let who = a.subject.as_ref().zip(b.subject.as_ref());
    let what = a.verb.as_ref().zip(b.verb.as_ref());
    let is_same_who = who.is_some_and(|(x, y)| x.lemma == y.lemma);
    let is_other_who = who.is_some() && !is_same_who;
    let is_same_what = what.is_some_and(|(x, y)| x.lemma == y.lemma);
    let is_other_what = what.is_some() && !is_same_what;
    [
        n(is_same_who),
        n(is_other_who),
        n(who.is_some_and(|(x, y)| y.is_pronoun || x.is_pronoun && is_other_who)),
        n(is_same_what),
        n(is_other_what),
        n(is_same_who && is_other_what),
        n(is_same_who && is_same_what),
        n(is_same_who && is_same_what && n_new == 0),
    ]
}

/// Negation, numbers, one or many.
fn slots(a: &Statement, b: &Statement) -> [f64; 10] {
    let (x, y) = (&a.numbers, &b.numbers);
    let is_shared = x.intersection(y).next().is_some();
    let has_both = !x.is_empty() && !y.is_empty();
    let is_plural = |s: &Statement| s.subject.as_ref().is_some_and(|h| matches!(h.tag, "NNS" | "NNPS"));
    let (many_a, many_b) = (is_plural(a), is_plural(b));
    let who = a.subject.as_ref().zip(b.subject.as_ref());
    let is_same_who = who.is_some_and(|(x, y)| x.lemma == y.lemma);
    [
        n(a.is_negated && !b.is_negated),
        n(b.is_negated && !a.is_negated),
        n(a.is_negated && b.is_negated),
        n(has_both && !is_shared),
        n(is_shared),
        n(x.is_empty() && !y.is_empty()),
        n(!x.is_empty() && y.is_empty()),
        n(is_same_who && many_a != many_b),
        n(!is_same_who && many_a != many_b),
        n(x.last().is_some_and(|most| *most > 1) && !many_b),
    ]
}
