//! Who copied whom, as far as anything tells.

use crate::find::Pair;
use crate::passages::Chosen;
use crate::pile::{Class, Token};
use crate::{PassageKind, Reuse, ReuseKind};
use rashomon_text::Span;
use rashomon_text::words::WEEKDAYS;
use rustc_hash::{FxHashMap, FxHashSet};

/// Whether anything tells who copied whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// [`Reuse::from`] is the likely original.
    Known,
    /// Nothing tells, or the signs contradict each other.
    Unknown,
}

/// A sign of who copied whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReasonKind {
    /// The original was published on an earlier day.
    EarlierPublication,
    /// The original carries an agency's credit, the copy does not.
    AgencyCredit,
    /// The copy credits the original's publisher or agency.
    CreditsTheOther,
    /// The copy speaks of "the …" that only the original introduced.
    LostAntecedent,
    /// The copy has rarer words where the original has everyday ones.
    SpunWording,
    /// The copy names the day where the original says "today" or "yesterday".
    Redated,
    /// The copy has less of the common account.
    Abridgement,
}

/// A sign with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which.
    pub kind: ReasonKind,
    /// In plain words, in lower case, without a full stop.
    pub words: String,
}

/// One sign, with its weight: positive when the lower-ranked text (a) is the original.
struct Sign {
    kind: ReasonKind,
    weight: f32,
    words: String,
}

/// The signs together must reach this for a direction to be known.
const KNOWN_MIN: f32 = 0.5;

/// Direction, whether the higher-ranked text is the original, and the reasons for that side.
pub(crate) fn direct(pair: &Pair<'_>, kind: ReuseKind, chosen: &[Chosen]) -> (Direction, bool, Vec<Reason>) {
    let mut signs: Vec<Sign> = Vec::new();
    signs.extend(published(pair));
    if kind != ReuseKind::QuotesOnly {
        signs.extend(agency(pair));
        signs.extend(antecedents(pair, chosen));
        signs.extend(redated(pair, chosen));
        signs.extend(wording(pair, kind, chosen));
        signs.extend(abridged(pair, kind, chosen));
    }
    let sum: f32 = signs.iter().map(|sign| sign.weight).sum();
    let swapped = sum < 0.0;
    signs.retain(|sign| (sign.weight < 0.0) == swapped);
    signs.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()).then(x.kind.cmp(&y.kind)));
    // Nobody copied whom where both quote the same words: the earlier stands first, no more.
    if sum.abs() < KNOWN_MIN || kind == ReuseKind::QuotesOnly {
        return (Direction::Unknown, swapped, Vec::new());
    }
    let reasons = signs.into_iter().map(|sign| Reason { kind: sign.kind, words: sign.words }).collect();
    (Direction::Known, swapped, reasons)
}

fn texts<'p>(pair: &Pair<'p>) -> (&'p crate::Text<'p>, &'p crate::Text<'p>) {
    (&pair.texts[pair.pile.order[pair.a]], &pair.texts[pair.pile.order[pair.b]])
}

/// Days of publication: apart, or one interval mostly before the other.
fn published(pair: &Pair<'_>) -> Option<Sign> {
    let (a, b) = texts(pair);
    let (a, b) = (a.published?, b.published?);
    let sign = |weight: f32, first: (_, _), then: (_, _)| {
        let words = format!("published {}, the other {}", days(first), days(then));
        Sign { kind: ReasonKind::EarlierPublication, weight, words }
    };
    if a.1 < b.0 {
        Some(sign(3.0, a, b))
    } else if b.1 < a.0 {
        Some(sign(-3.0, b, a))
    } else if a.0 <= b.0 && a.1 <= b.1 && a != b {
        Some(sign(0.8, a, b))
    } else if b.0 <= a.0 && b.1 <= a.1 && a != b {
        Some(sign(-0.8, b, a))
    } else {
        None
    }
}

fn days((first, last): (rashomon_text::Date, rashomon_text::Date)) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// An agency's credit on one side only; or one side credits the other.
fn agency(pair: &Pair<'_>) -> Option<Sign> {
    let (a, b) = texts(pair);
    let credits_other = |copy: &crate::Text<'_>, original: &crate::Text<'_>| {
        let publisher = original.publisher?;
        let same = |credit: &&&str| credit.eq_ignore_ascii_case(publisher);
        copy.agency_credits.iter().find(same).map(|credit| (*credit).to_owned())
    };
    let sign = |kind, weight, words| Some(Sign { kind, weight, words });
    match (credits_other(b, a), credits_other(a, b)) {
        (Some(name), None) => {
            return sign(ReasonKind::CreditsTheOther, 2.0, format!("the copy credits {name}"));
        }
        (None, Some(name)) => {
            return sign(ReasonKind::CreditsTheOther, -2.0, format!("the copy credits {name}"));
        }
        _ => {}
    }
    let words = |credits: &[&str]| format!("credited to {}; the other names no agency", credits.join(", "));
    match (a.agency_credits.is_empty(), b.agency_credits.is_empty()) {
        (false, true) => sign(ReasonKind::AgencyCredit, 1.5, words(a.agency_credits)),
        (true, false) => sign(ReasonKind::AgencyCredit, -1.5, words(b.agency_credits)),
        _ => None,
    }
}

/// "the district" in a shared sentence, where only one text spoke of a district before.
fn antecedents(pair: &Pair<'_>, chosen: &[Chosen]) -> Option<Sign> {
    let pile = pair.pile;
    let (a, b) = (pile.by_text[pair.a].start, pile.by_text[pair.b].start);
    let known_before = |start: usize, sentence: usize, stem: u32| {
        (start..sentence).any(|i| pile.tokens_of(i).iter().any(|t| t.stem == stem))
    };
    let (mut balance, mut example) = (0_i32, None);
    for c in chosen.iter().filter(|c| c.kind != PassageKind::Quotation) {
        let in_t: FxHashSet<u32> = definites(pile.tokens_of(c.t)).map(|token| token.stem).collect();
        for token in definites(pile.tokens_of(c.s)).filter(|token| in_t.contains(&token.stem)) {
            let change =
                i32::from(known_before(a, c.s, token.stem)) - i32::from(known_before(b, c.t, token.stem));
            balance += change;
            if change != 0 {
                example.get_or_insert(token.span);
            }
        }
    }
    let word = example?.slice(texts(pair).0.text);
    let weight = (balance as f32 * 0.3).clamp(-0.9, 0.9);
    (balance != 0).then(|| Sign {
        kind: ReasonKind::LostAntecedent,
        weight,
        words: format!("the copy says \"the {word}\" without having named it before"),
    })
}

/// The words right after "the".
fn definites(tokens: &[Token]) -> impl Iterator<Item = &Token> {
    tokens
        .windows(2)
        .filter(|pair| pair[0].span.len() == 3 && pair[0].class == Class::Stop && is_noun_like(&pair[1]))
        .map(|pair| &pair[1])
}

fn is_noun_like(token: &Token) -> bool {
    matches!(token.class, Class::Content | Class::Common)
}

/// "yesterday" on one side where the other names the weekday.
fn redated(pair: &Pair<'_>, chosen: &[Chosen]) -> Option<Sign> {
    const DEICTIC: [&str; 4] = ["today", "yesterday", "tomorrow", "tonight"];
    let (a, b) = texts(pair);
    let has = |text: &str, span: Span, words: &[&str]| {
        let lower = span.slice(text).to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
    };
    let mut balance = 0_i32;
    for c in chosen.iter().filter(|c| c.kind != PassageKind::Identical) {
        let (x, y) = ((a.text, c.from), (b.text, c.to));
        // Every weekday ends so.
        if !c.from.slice(a.text).contains("day") && !c.to.slice(b.text).contains("day") {
            continue;
        }
        let only = |x: (&str, _), y: (&str, _)| {
            has(x.0, x.1, &DEICTIC)
                && !has(y.0, y.1, &DEICTIC)
                && has(y.0, y.1, &WEEKDAYS)
                && !has(x.0, x.1, &WEEKDAYS)
        };
        balance += i32::from(only(x, y)) - i32::from(only(y, x));
    }
    (balance != 0).then(|| Sign {
        kind: ReasonKind::Redated,
        weight: (balance as f32 * 0.4).clamp(-0.8, 0.8),
        words: "names the weekday where the other says \"today\" or \"yesterday\"".to_owned(),
    })
}

/// Spun copies put rare words for everyday ones.
fn wording(pair: &Pair<'_>, kind: ReuseKind, chosen: &[Chosen]) -> Option<Sign> {
    if kind != ReuseKind::Spun {
        return None;
    }
    let pile = pair.pile;
    let (mut plain_a, mut plain_b, mut n) = (0_i32, 0_i32, 0_i32);
    for c in chosen {
        let (x, y) = (pile.tokens_of(c.s), pile.tokens_of(c.t));
        plain_a += own_everyday_words(x, y);
        plain_b += own_everyday_words(y, x);
        n += 1;
    }
    let balance = (plain_a - plain_b) as f32 / n.max(1) as f32;
    (plain_a != plain_b).then(|| Sign {
        kind: ReasonKind::SpunWording,
        weight: balance.clamp(-1.0, 1.0),
        words: "the copy has unusual words where the original has everyday ones".to_owned(),
    })
}

/// Everyday words of `x` that `y` lacks.
fn own_everyday_words(x: &[Token], y: &[Token]) -> i32 {
    let has: FxHashSet<u32> = y.iter().map(|t| t.stem).collect();
    x.iter().filter(|t| t.class == Class::Common && !has.contains(&t.stem)).count() as i32
}

/// The text with the larger share of its sentences in passages is the excerpt.
fn abridged(pair: &Pair<'_>, kind: ReuseKind, chosen: &[Chosen]) -> Option<Sign> {
    /// Sentences that one text must have more than the other.
    const LONGER_BY_MIN: usize = 3;
    // What a reprint has more than its original is left-over furniture.
    if kind == ReuseKind::Verbatim {
        return None;
    }
    let count = |text: usize| pair.pile.by_text[text].len();
    let (a, b) = (count(pair.a), count(pair.b));
    let covered = |sentences: FxHashSet<usize>, n: usize| sentences.len() as f32 / n.max(1) as f32;
    let cover_a = covered(chosen.iter().map(|c| c.s).collect(), a);
    let cover_b = covered(chosen.iter().map(|c| c.t).collect(), b);
    if a.abs_diff(b) < LONGER_BY_MIN || cover_a.max(cover_b) < 0.6 {
        return None;
    }
    Some(Sign {
        kind: ReasonKind::Abridgement,
        weight: if a > b { 0.6 } else { -0.6 },
        words: "the copy is nearly all contained in the longer original".to_owned(),
    })
}

/// Share of a pair's passages that a third article must explain.
const VIA_MIN: f32 = 0.8;

/// A copy is nearer to one article than to another when its passages are this much more alike, or when this much more
/// of it stands there.
const NEARER_SIMILARITY: f32 = 0.02;
const NEARER_EXTENT: f32 = 0.1;

/// Of three articles that copied one another, marks which pair is not direct: `through` where the copy is nearer to
/// another copy (a chain), `via` where two copies have it from the same original, the one with most copies first.
pub(crate) fn mark_chains(found: &mut [Reuse]) {
    let mut by_copy: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    let mut by_pair: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    let mut n_copies: FxHashMap<usize, usize> = FxHashMap::default();
    for (i, reuse) in found.iter().enumerate().filter(|(_, r)| r.kind != ReuseKind::QuotesOnly) {
        by_copy.entry(reuse.to).or_default().push(i);
        by_pair.insert((reuse.from, reuse.to), i);
        *n_copies.entry(reuse.from).or_default() += 1;
    }
    for i in 0..found.len() {
        if found[i].kind == ReuseKind::QuotesOnly {
            continue;
        }
        let of_copy = by_copy.get(&found[i].to).map_or(&[][..], Vec::as_slice);
        let is_known = |from: usize, to: usize| {
            by_pair.get(&(from, to)).is_some_and(|&k| found[k].direction == Direction::Known)
        };
        // Copies of the same original of which this one may be a copy; ties go to the first in the order of ids.
        let between = of_copy.iter().filter(|&&j| {
            is_known(found[i].from, found[j].from)
                && is_known(found[j].from, found[j].to)
                && explained(&found[i], &found[j]) >= VIA_MIN
                && is_nearer(&found[j], &found[i])
        });
        let nearest = between.reduce(|best, j| if is_nearer(&found[*j], &found[*best]) { j } else { best });
        let originals = of_copy.iter().filter(|&&j| {
            by_pair.contains_key(&(found[j].from, found[i].from))
                && explained(&found[i], &found[j]) >= VIA_MIN
                && !(found[i].direction == Direction::Known && is_nearer(&found[i], &found[j]))
        });
        let originals = originals.map(|&j| found[j].from);
        let via = originals.reduce(|best, o| if n_copies[&o] > n_copies[&best] { o } else { best });
        let through = nearest.map(|&j| found[j].from);
        (found[i].through, found[i].via) = (through, via);
    }
}

/// Whether the copy, which both have, is nearer to the original of `a` than to that of `b`.
fn is_nearer(a: &Reuse, b: &Reuse) -> bool {
    let similarity = |r: &Reuse| {
        let weight = |p: &crate::PassagePair| p.to.len() as f32;
        let all: f32 = r.passages.iter().map(weight).sum();
        r.passages.iter().map(|p| p.similarity * weight(p)).sum::<f32>() / all.max(1.0)
    };
    let more_alike = similarity(a) - similarity(b);
    let more_of_it = a.extent_to - b.extent_to;
    (more_alike >= NEARER_SIMILARITY && more_of_it > -NEARER_EXTENT)
        || (more_of_it >= NEARER_EXTENT && more_alike > -NEARER_SIMILARITY)
}

/// Share of the passages of `reuse` (in the copy) that also stand in passages of `other`, which has the same copy.
fn explained(reuse: &Reuse, other: &Reuse) -> f32 {
    let overlap = |a: Span, b: Span| a.end().min(b.end()).saturating_sub(a.start().max(b.start()));
    let all: usize = reuse.passages.iter().map(|p| p.to.len()).sum();
    let covered: usize = reuse
        .passages
        .iter()
        .map(|p| other.passages.iter().map(|q| overlap(p.to, q.to)).sum::<usize>().min(p.to.len()))
        .sum();
    covered as f32 / all.max(1) as f32
}
