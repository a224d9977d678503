//! What two mentions have in common, as numbers for [`super::weights`].

use super::view::{Vector, View};
use std::cmp::Ordering;

/// Letters by which two stems count as one word.
const N_SAME_LETTERS: usize = 5;
/// Stems of the commonest words of saying: the same word tells little.
const SAYING: &[&str] = &["sa", "tell", "report", "announc"];

pub(super) fn cosine(a: &Vector, b: &Vector) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                sum += a[i].1 * b[j].1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

fn has(vector: &Vector, word: Option<u32>) -> bool {
    word.is_some_and(|word| vector.binary_search_by_key(&word, |(w, _)| *w).is_ok())
}

fn begin_alike(a: &str, b: &str, longer_than: usize) -> bool {
    a.chars().count() > longer_than && a.chars().take(N_SAME_LETTERS).eq(b.chars().take(N_SAME_LETTERS))
}

fn n(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}

/// Two mentions of happenings.
pub(super) fn between_happenings(a: &View, b: &View) -> [f64; 33] {
    let is_same = a.head == b.head;
    let is_like = is_same || begin_alike(&a.head, &b.head, 3);
    let (like, other) = (n(is_like), n(!is_like));
    let whole = cosine(&a.whole, &b.whole);
    let around = cosine(&a.around, &b.around);
    let before = cosine(&a.before, &b.before);
    let after = cosine(&a.after, &b.after);
    let is_one_document = a.document == b.document;
    let document = n(is_one_document);
    let sentence = n(is_one_document && a.sentence == b.sentence);
    let is_one_class = !is_like && a.class.is_some() && a.class == b.class;
    let class = n(is_one_class);
    let other_class = n(!is_like && a.class.is_some() && b.class.is_some() && !is_one_class);
    let stands_beside = n(has(&a.whole, b.head_number) || has(&b.whole, a.head_number));
    let saying = n(is_same && SAYING.contains(&a.head.as_str()));
    let share = (a.share + b.share) / 2.0;
    let early = (a.position + b.position) / 6.0;
    [
        1.0,
        n(is_same),
        n(is_like && !is_same),
        n(a.core == b.core),
        class,
        other_class,
        saying,
        document,
        sentence,
        whole,
        around,
        before,
        after,
        like * whole,
        like * around,
        like * share,
        like * document,
        like * sentence,
        like * before,
        like * after,
        class * whole,
        class * around,
        other * share,
        other * document,
        other * stands_beside,
        like * early,
        saying * around,
        saying * whole,
        other * before * after,
        other * before.min(after),
        like * n(whole == 0.0),
        other * n(whole > 0.35),
        other * n(around > 0.5),
    ]
}

/// Two mentions of persons, bodies, things, places or times.
pub(super) fn between_things(a: &View, b: &View) -> [f64; 49] {
    let is_full = a.core == b.core;
    let is_head = a.head == b.head;
    let (full, head) = (n(is_full), n(is_head));
    let n_shared = a.stems.intersection(&b.stems).count();
    let n_all = a.stems.len() + b.stems.len() - n_shared;
    let jaccard = n_shared as f64 / n_all.max(1) as f64;
    let contained = n(n_shared > 0 && (n_shared == a.stems.len() || n_shared == b.stems.len()));
    let (shared, nothing) = (n(n_shared > 0), n(n_shared == 0));
    let names = n(a.is_capitalised && b.is_capitalised);
    let pronoun = n(a.pronoun.is_some() || b.pronoun.is_some());
    let is_one_document = a.document == b.document;
    let document = n(is_one_document);
    let sentence = n(is_one_document && a.sentence == b.sentence);
    let time = n(a.is_time && b.is_time);
    let one_time = n(a.is_time != b.is_time);
    let is_same_figure = a.figures.iter().any(|f| b.figures.contains(f));
    let is_other_figure = !a.figures.is_empty() && !b.figures.is_empty() && !is_same_figure;
    let stands_for = |x: &View, y: &View| x.acronym.as_ref().is_some_and(|short| *short == y.initials);
    let whole = cosine(&a.whole, &b.whole);
    let around = cosine(&a.around, &b.around);
    let before = cosine(&a.before, &b.before);
    let after = cosine(&a.after, &b.after);
    let share = (a.share + b.share) / 2.0;
    [
        1.0,
        full,
        head,
        jaccard,
        contained,
        names,
        pronoun,
        n(a.pronoun.is_some() && b.pronoun.is_some()),
        n(a.pronoun.is_some() && a.pronoun == b.pronoun),
        document,
        sentence,
        time,
        one_time,
        n(is_other_figure),
        n(is_same_figure),
        n(stands_for(a, b) || stands_for(b, a)),
        n(!is_head && begin_alike(&a.head, &b.head, 4)),
        names * nothing,
        whole,
        around,
        before,
        after,
        full * names,
        full * whole,
        head * whole,
        head * around,
        head * names,
        jaccard * names,
        contained * names,
        names * shared,
        full * share,
        head * share,
        time * full,
        time * head,
        time * jaccard,
        full * document,
        head * document,
        nothing * around,
        nothing * whole,
        nothing * (1.0 - names) * around,
        nothing * share,
        pronoun * document,
        pronoun * whole,
        full * one_time,
        head * (1.0 - names) * around,
        (1.0 - pronoun) * nothing * (1.0 - time) * before.min(after),
        full * n(a.stems.len() > 1),
        time * whole,
        time * nothing,
    ]
}
