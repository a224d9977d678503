//! Errors of copies: swapped figures, a lost "not", a condition or a plan told as a fact.
//!
//! Only passages that were reworded are looked at, sentence against sentence.

use super::comparable::Figure;
use super::comparable::{COUNTS_OF_PEOPLE, could_be_one, goes_on, is_total, point};
use super::figures::is_estimate;
use super::pile::{Mode, Pile, days_between, share_participants};
use super::{Builder, Side, reversals};
use crate::entities::fold;
use crate::events::is_carried_out;
use crate::record::{Claim, DisagreementKind, Quantity, Relation};
use rashomon_reading::claim::EventType;
use rashomon_reading::dispute::DEAD;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reuse::{PassageKind, PassagePair, Reuse, ReuseKind};
use rashomon_text::Span;
use rustc_hash::{FxHashMap, FxHashSet};

/// Share of a copy's sentences in passages from which its other figures are its original's too.
const COPY_SHARE_MIN: f32 = 0.2;
/// The same of a copy that came out days later, when other figures may have come in.
const COPY_SHARE_LATER: f32 = 0.3;
/// Two figures this close are one rounded (share of the larger).
const ROUNDING_SHARE_MAX: f64 = 0.03;
/// Words that negate.
const NEGATIONS: [&str; 22] = [
    "not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "without", "cannot", "denied",
    "denies", "deny", "denying", "refuted", "rejected", "failed", "false", "untrue", "unable", "refused",
    "lacks",
];
/// Words that make what is said open.
const HEDGES: [&str; 30] = [
    "if",
    "unless",
    "would",
    "could",
    "may",
    "might",
    "should",
    "can",
    "will",
    "shall",
    "whether",
    "planned",
    "plans",
    "planning",
    "expected",
    "due",
    "proposed",
    "proposes",
    "likely",
    "possible",
    "possibly",
    "perhaps",
    "reportedly",
    "feared",
    "threatened",
    "threatens",
    "vote",
    "consider",
    "considers",
    "seek",
];

/// Words that make what is said hang on something.
const CONDITIONS: [&str; 7] = ["if", "unless", "provided", "should", "would", "whether", "case"];

/// What copies made of their originals.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let (mut used, mut changed) = (FxHashSet::default(), FxHashSet::default());
    for reuse in pile.record.reuse.iter().filter(|r| r.kind != ReuseKind::QuotesOnly) {
        for passage in &reuse.passages {
            if is_reworded(pile, reuse, passage) {
                figures(pile, reuse, passage, &mut changed, out);
                conditions(pile, reuse, passage, &mut changed, out);
                tellings(pile, reuse, passage, &mut used, out);
                reversals::in_passage(pile, reuse, passage, out);
            }
            merged(pile, reuse, passage, &mut used, out);
        }
        swapped_elsewhere(pile, reuse, out);
    }
    swapped_by_one_voice(pile, out);
    swapped_scores(pile, out);
}

/// "The police counted 41,000" and "police headquarters says 14,000": one authority's number with its digits in another
/// order, in two accounts; or one event's, as "the plague of 1973 cost 31,000 animals" and "13,000 animals died".
fn swapped_by_one_voice(pile: &Pile, out: &mut Builder) {
    const DIGITS_MIN: f64 = 1000.0;
    let record = pile.record;
    let is_large = |&q: &usize| {
        let of = &record.quantities[q];
        of.value.is_some_and(|v| v >= DIGITS_MIN)
            && super::figures::is_asserted(record, q)
            && !pile.is_copied(q)
    };
    let all: Vec<usize> = (0..record.quantities.len()).filter(is_large).collect();
    let mut events: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (e, event) in record.events.iter().enumerate() {
        let beside = |c: &Claim| record.quantities_in(c.span.article, c.sentence);
        let figures = event.claims.iter().flat_map(|&c| beside(&record.claims[c]));
        figures.for_each(|q| events.entry(q).or_default().push(e));
    }
    let are_of_one_event = |a: usize, b: usize| {
        events.get(&a).zip(events.get(&b)).is_some_and(|(x, y)| x.iter().any(|e| y.contains(e)))
    };
    let mut told: FxHashSet<(u64, u64)> = FxHashSet::default();
    for (i, &a) in all.iter().enumerate() {
        let x = &record.quantities[a];
        let voice = pile.voice(x.span.article, &x.attribution);
        let is_swapped = |&&b: &&usize| {
            let y = &record.quantities[b];
            (&y.measure, &y.unit) == (&x.measure, &x.unit)
                && y.span.article != x.span.article
                && record.articles[y.span.article].story == record.articles[x.span.article].story
                && are_swapped(x.value.unwrap_or_default(), y.value.unwrap_or_default())
                && pile.figure(a).zip(pile.figure(b)).is_some_and(|(f, g)| could_be_one(pile, f, g))
                && (are_of_one_event(a, b)
                    || voice.is_cited && pile.voice(y.span.article, &y.attribution).is_one_body(&voice))
        };
        let Some(&b) = all[i + 1..].iter().find(is_swapped).filter(|&&b| !out.has_opposed(a, b)) else {
            continue;
        };
        let bits = |q: usize| record.quantities[q].value.unwrap_or_default().to_bits();
        if !told.insert((bits(a).min(bits(b)), bits(a).max(bits(b)))) {
            continue;
        }
        let rows = vec![pile.family(a), pile.family(b)];
        let note = if are_of_one_event(a, b) {
            "one event's figure, with its digits in another order"
        } else {
            "one authority's figure, with its digits in another order"
        };
        out.measure(&x.measure, DisagreementKind::Value, Relation::Conflict, Side::all(rows), note);
    }
}

/// "By 94 votes to 81" and "by 94 to 18": a score one side of which has its digits in another order.
fn swapped_scores(pile: &Pile, out: &mut Builder) {
    let record = pile.record;
    let mut scores: Vec<(usize, usize)> = Vec::new();
    for (article, a) in record.articles.iter().enumerate() {
        for s in 0..a.sentences.len() {
            let is_side = |&&q: &&usize| {
                let of = &record.quantities[q];
                matches!(of.measure.as_str(), "votes.for" | "votes.against")
                    && of.value.is_some_and(|v| v >= 10.0)
            };
            let sides: Vec<usize> = pile.figures_in(article, s).iter().filter(is_side).copied().collect();
            if let [x, y] = sides[..] {
                scores.push((x, y));
            }
        }
    }
    let mut told: FxHashSet<(u64, u64)> = FxHashSet::default();
    let value = |q: usize| record.quantities[q].value.unwrap_or_default();
    let place = |q: usize| record.quantities[q].span.article;
    for (i, &(a, b)) in scores.iter().enumerate() {
        for &(c, d) in &scores[i + 1..] {
            let is_one =
                place(a) != place(c) && record.articles[place(a)].story == record.articles[place(c)].story;
            let pairs = [(a, b, c, d), (a, b, d, c), (b, a, c, d), (b, a, d, c)];
            let is_slip = |&&(same, one, equal, other): &&(usize, usize, usize, usize)| {
                value(same) == value(equal) && are_swapped(value(one), value(other))
            };
            let Some(&(_, one, _, other)) = pairs.iter().find(is_slip).filter(|_| is_one) else { continue };
            if out.has_opposed(one, other)
                || pile.is_copied(one)
                || pile.is_copied(other)
                || !told.insert((value(one).to_bits(), value(other).to_bits()))
            {
                continue;
            }
            let rows = vec![vec![a, b], vec![c, d]];
            let note = "one score, a side of which has its digits in another order";
            out.measure("votes", DisagreementKind::Value, Relation::Conflict, Side::all(rows), note);
        }
    }
}

/// Whether a passage has other words than its original, if only around a stretch that it keeps.
fn is_reworded(pile: &Pile, reuse: &Reuse, passage: &PassagePair) -> bool {
    let words = |article: usize, span: Span| pile.record.articles[article].article.slice(span);
    match passage.kind {
        PassageKind::Edited | PassageKind::Paraphrase => true,
        PassageKind::Identical => {
            let (original, copy) = (words(reuse.from, passage.from), words(reuse.to, passage.to));
            original != copy && fold(original) != fold(copy)
        }
        PassageKind::Quotation => false,
    }
}

// ------------------------------------------------------------ figures

/// A figure of the copy that is none of the original's, and the one of the original that it stands for.
fn figures(
    pile: &Pile,
    reuse: &Reuse,
    passage: &PassagePair,
    changed: &mut FxHashSet<usize>,
    out: &mut Builder,
) {
    let of = |article: usize, span: Span| -> Vec<Figure> {
        let all = pile.figures_within(article, span).into_iter();
        all.filter_map(|q| pile.figure(q).cloned()).collect()
    };
    let (theirs, copied) = (of(reuse.from, passage.from), of(reuse.to, passage.to));
    exchanged(pile, &theirs, &copied, changed, out);
    counted_as_dead(pile, reuse, passage, (&theirs, &copied), changed, out);
    let is_same = |a: &Figure, b: &Figure| {
        a.agrees(b) || (a.point - b.point).abs() <= ROUNDING_SHARE_MAX * a.point.abs().max(b.point.abs())
    };
    let lost: Vec<&Figure> = theirs.iter().filter(|a| !copied.iter().any(|b| is_same(a, b))).collect();
    let new: Vec<&Figure> = copied.iter().filter(|b| !theirs.iter().any(|a| is_same(a, b))).collect();
    for b in &new {
        let swapped = lost.iter().find(|a| are_swapped(a.point, b.point) && are_of_one_kind(pile, a, b));
        let only =
            || (lost.len() == 1 && new.len() == 1 && are_of_one_kind(pile, lost[0], b)).then(|| &lost[0]);
        let Some(a) = swapped.or_else(only) else { continue };
        let measure = pile.record.quantities[a.quantity].measure.as_str();
        let is_update =
            swapped.is_none() && reuse.kind != ReuseKind::Spun && goes_on(measure) && is_later(pile, reuse);
        let (relation, note) = if is_update {
            (Relation::Evolves, "a later version of the passage gives another figure")
        } else if swapped.is_some() {
            (Relation::Conflict, "the copy gives the digits of its original in another order")
        } else {
            (Relation::Conflict, "the copy gives another figure than the passage it was taken from")
        };
        let copies = pile.family(b.quantity);
        // A figure that an original gives too is no error, and one error handed down is one.
        if !copies.iter().all(|&q| pile.is_copied(q)) || !changed.insert(copies[0]) {
            continue;
        }
        let rows = vec![pile.family(a.quantity), copies];
        out.measure(measure, DisagreementKind::Value, relation, Side::all(rows), note);
    }
}

/// "27 dead and 44 missing" told as 44 dead and 27 missing, "46 rebels and seven soldiers" as 46 soldiers and seven rebels.
fn exchanged(
    pile: &Pile,
    theirs: &[Figure],
    copied: &[Figure],
    changed: &mut FxHashSet<usize>,
    out: &mut Builder,
) {
    let measure = |f: &Figure| pile.record.quantities[f.quantity].measure.as_str();
    let is_count = |f: &Figure| COUNTS_OF_PEOPLE.contains(&measure(f));
    // Of what and of whom.
    let is_alike = |f: &Figure, g: &Figure| {
        measure(f) == measure(g) && f.population() == g.population() && f.side() == g.side()
    };
    let given =
        |all: &[Figure], point: f64, like: &Figure| all.iter().any(|f| f.point == point && is_alike(f, like));
    for a in theirs.iter().filter(|a| is_count(a)) {
        // What the copy gives of the one is the number of the other, and the other way round.
        let is_turned = |b: &&Figure| {
            let other = theirs.iter().find(|o| o.point == b.point && !is_alike(o, a));
            let is_exchanged = |o: &Figure| is_count(o) && given(copied, a.point, o);
            is_alike(a, b)
                && a.point != b.point
                && !given(copied, a.point, a)
                && !given(theirs, b.point, b)
                && other.is_some_and(is_exchanged)
        };
        let Some(b) = copied.iter().find(is_turned).filter(|b| changed.insert(b.quantity)) else { continue };
        let mut told = pile.family(a.quantity);
        told.retain(|&q| pile.figure(q).is_some_and(|f| is_alike(f, a)));
        let rows = vec![told, vec![b.quantity]];
        // The other of the two is said with it.
        changed.extend(copied.iter().filter(|f| f.point == a.point).map(|f| f.quantity));
        let note = "the copy exchanges two numbers of its original";
        out.measure(measure(a), DisagreementKind::Value, Relation::Conflict, Side::all(rows), note);
        return;
    }
}

/// "71 names on the list" told as 71 dead.
fn counted_as_dead(
    pile: &Pile,
    reuse: &Reuse,
    passage: &PassagePair,
    (theirs, copied): (&[Figure], &[Figure]),
    changed: &mut FxHashSet<usize>,
    out: &mut Builder,
) {
    let quantity = |f: &Figure| &pile.record.quantities[f.quantity];
    let original = pile.record.articles[reuse.from].article.slice(passage.from);
    let is_dead =
        |f: &&Figure| quantity(f).measure == "people.killed" && has_any(pile.words(quantity(f).span), &DEAD);
    if has_any(original, &DEAD) {
        return;
    }
    for b in copied.iter().filter(is_dead) {
        let is_it = |a: &&Figure| a.point == b.point && !quantity(a).measure.starts_with("people.killed");
        let Some(a) = theirs.iter().find(is_it) else { continue };
        if !changed.insert(b.quantity) {
            continue;
        }
        let rows = vec![
            pile.family(a.quantity).into_iter().filter(|&q| q != b.quantity).collect(),
            vec![b.quantity],
        ];
        let note = "the copy counts as dead what its original does not";
        out.measure("people.killed", DisagreementKind::Value, Relation::Conflict, Side::all(rows), note);
    }
}

/// Whether two figures count the same kind of thing.
fn are_of_one_kind(pile: &Pile, a: &Figure, b: &Figure) -> bool {
    let measure =
        |f: &Figure| pile.record.quantities[f.quantity].measure.split('.').next().unwrap_or_default();
    let unit = |f: &Figure| pile.record.quantities[f.quantity].unit.as_deref();
    // What is counted is worded otherwise in a copy: "88 cases", "880 infections".
    let is_count = measure(a) == "count";
    measure(a) == measure(b) && (is_count || unit(a) == unit(b) || could_be_one(pile, a, b))
}

/// Whether one number has the digits of the other in another order: 203 and 230, 11.5 and 15.1.
fn are_swapped(a: f64, b: f64) -> bool {
    let digits = |n: f64| {
        let mut all: Vec<char> = n.to_string().chars().filter(char::is_ascii_digit).collect();
        all.sort_unstable();
        all
    };
    let (x, y) = (digits(a), digits(b));
    a != b && x.len() > 1 && x == y && a.to_string().len() == b.to_string().len()
}

/// Whether the copy came out on a later day than its original.
fn is_later(pile: &Pile, reuse: &Reuse) -> bool {
    let day = |a: usize| pile.record.articles[a].published.value.as_ref().and_then(|t| t.first_day());
    day(reuse.from) < day(reuse.to)
}

/// Whether the copy came out within a day of its original.
fn is_at_once(pile: &Pile, reuse: &Reuse) -> bool {
    let day = |a: usize| pile.record.articles[a].published.value.as_ref().and_then(|t| t.first_day());
    let days = day(reuse.from).zip(day(reuse.to)).and_then(|(from, to)| days_between(from, to));
    days.is_some_and(|n| (0..=1).contains(&n))
}

/// Totals, and sums of three digits or more: nobody gives such digits in another order by chance.
fn is_swappable(q: &Quantity) -> bool {
    /// Digits without the zeros at the end.
    const N_DIGITS_MIN: usize = 3;
    let digits = q.value.map(|v| v.to_string()).unwrap_or_default();
    let n = digits.trim_end_matches('0').chars().filter(char::is_ascii_digit).count();
    is_total(&q.measure) || q.measure == "money" && n >= N_DIGITS_MIN
}

/// A total outside the copied passages (a headline, a new first sentence) with the digits of the original's swapped.
fn swapped_elsewhere(pile: &Pile, reuse: &Reuse, out: &mut Builder) {
    if reuse.coverage_to < COPY_SHARE_MIN || reuse.coverage_to < COPY_SHARE_LATER && !is_at_once(pile, reuse)
    {
        return;
    }
    let of = |article: usize| -> Vec<usize> {
        let n = pile.record.articles[article].sentences.len();
        let all = (0..n).flat_map(|s| pile.figures_in(article, s)).copied();
        all.filter(|&q| is_swappable(&pile.record.quantities[q])).collect()
    };
    let record = pile.record;
    let (theirs, copied) = (of(reuse.from), of(reuse.to));
    let value = |q: usize| point(&record.quantities[q]).unwrap_or_default();
    let measure = |q: usize| record.quantities[q].measure.as_str();
    for &b in &copied {
        let is_same = |&&a: &&usize| measure(a) == measure(b);
        if theirs.iter().filter(is_same).any(|&a| value(a) == value(b)) {
            continue;
        }
        let is_lost =
            |&&a: &&usize| !copied.iter().any(|&c| measure(c) == measure(a) && value(c) == value(a));
        let are_swapped = |&&a: &&usize| are_swapped(value(a), value(b));
        let Some(&a) = theirs.iter().filter(is_same).filter(is_lost).find(are_swapped) else { continue };
        if out.has_opposed(a, b) {
            continue;
        }
        let all: Vec<usize> =
            copied.iter().copied().filter(|&c| measure(c) == measure(b) && value(c) == value(b)).collect();
        let rows = vec![pile.family(a), all];
        let note = "the copy gives the digits of its original in another order";
        out.measure(measure(a), DisagreementKind::Value, Relation::Conflict, Side::all(rows), note);
    }
}

/// A figure that the original makes conditional and the copy tells as so.
fn conditions(
    pile: &Pile,
    reuse: &Reuse,
    passage: &PassagePair,
    changed: &mut FxHashSet<usize>,
    out: &mut Builder,
) {
    let record = pile.record;
    let mut open = pile.figures_within(reuse.from, passage.from);
    open.retain(|&a| {
        matches!(record.quantities[a].modality, Modality::Conditional | Modality::Possible)
            && !is_estimate(pile, a)
    });
    if open.is_empty() || is_hedged(record.articles[reuse.to].article.slice(passage.to)) {
        return;
    }
    let copied = pile.figures_within(reuse.to, passage.to);
    for a in open {
        let original = &record.quantities[a];
        let same = |&&b: &&usize| {
            let q = &record.quantities[b];
            point(q) == point(original) && matches!(q.modality, Modality::Happened | Modality::Ongoing)
        };
        let Some(&b) = copied.iter().find(same).filter(|&&b| changed.insert(b)) else { continue };
        let is_open = |&q: &usize| record.quantities[q].modality == original.modality;
        let rows = vec![pile.family(a).into_iter().filter(is_open).collect(), vec![b]];
        let note = "the copy tells as fact what its original makes conditional";
        out.measure(&original.measure, DisagreementKind::Modality, Relation::Conflict, Side::all(rows), note);
    }
}

// ------------------------------------------------------------ tellings

/// A happening that the original negates or leaves open and the copy tells as done.
fn tellings(
    pile: &Pile,
    reuse: &Reuse,
    passage: &PassagePair,
    used: &mut FxHashSet<usize>,
    out: &mut Builder,
) {
    let record = pile.record;
    let (original, copy) = (
        record.articles[reuse.from].article.slice(passage.from),
        record.articles[reuse.to].article.slice(passage.to),
    );
    let copied = pile.claims_within(reuse.to, passage.to);
    if copied.is_empty() {
        return;
    }
    let negates = has_any(original, &NEGATIONS);
    let lost_hedge = has_any(original, &HEDGES) && !is_hedged(copy);
    let lost_condition = has_any(original, &CONDITIONS) && !has_any(copy, &CONDITIONS) && !is_inverted(copy);
    let theirs = pile.claims_within(reuse.from, passage.from);
    for b in copied {
        let told = &record.claims[b];
        let lost_negation = negates && !is_negated(pile, reuse, passage, told);
        if !lost_negation && !lost_hedge && !lost_condition {
            continue;
        }
        let answer = |wanted: Mode| {
            theirs.iter().copied().find(|&a| {
                let claim = &record.claims[a];
                Mode::of(claim) == wanted && answers(claim, told) && !is_carried_out(record, claim, told)
            })
        };
        let (a, kind, note) = if let Some(a) =
            answer(Mode::Denied).filter(|_| lost_negation && Mode::of(told) == Mode::Done)
        {
            (a, DisagreementKind::Polarity, "the copy drops the negation of its original")
        } else if let Some(a) =
            answer(Mode::Open).filter(|&a| lost_hedge && is_bolder(&record.claims[a], told))
        {
            (a, DisagreementKind::Modality, "the copy tells as certain what its original leaves open")
        } else if let Some(a) = answer(Mode::Open).filter(|&a| lost_condition && is_unconditional(pile, a, b))
        {
            (a, DisagreementKind::Modality, "the copy drops the condition of its original")
        } else {
            continue;
        };
        if !used.insert(b) || told.polarity == Polarity::Negative {
            continue;
        }
        let Some(event) = pile.event_of(b) else { continue };
        let mut originals = pile.fellows(a);
        originals.retain(|&c| record.claims[c].span.article != reuse.to);
        originals.sort_by_key(|&c| {
            (record.ties.is_copied(record.claims[c].span.article, record.claims[c].trigger), c)
        });
        let sides = vec![Side::claims(originals, None), Side::claims(vec![b], None)];
        out.event(event, kind, Relation::Conflict, sides, note);
    }
}

/// A sentence of a spun copy that takes in the sentence beside its original's, and tells as done what that leaves open.
fn merged(pile: &Pile, reuse: &Reuse, passage: &PassagePair, used: &mut FxHashSet<usize>, out: &mut Builder) {
    let record = pile.record;
    if reuse.kind != ReuseKind::Spun || is_hedged(record.articles[reuse.to].article.slice(passage.to)) {
        return;
    }
    let sentences = &record.articles[reuse.from].sentences;
    let is_taken = |span: Span| reuse.passages.iter().any(|p| p.from.overlaps(span));
    let first = sentences.partition_point(|s| s.span.end() <= passage.from.start());
    let last = sentences.partition_point(|s| s.span.start() < passage.from.end());
    let beside = [first.checked_sub(1), Some(last).filter(|&l| l < sentences.len())];
    for sentence in beside.into_iter().flatten().filter(|&s| !is_taken(sentences[s].span)) {
        for &a in pile.claims_in(reuse.from, sentence) {
            let original = &record.claims[a];
            let copied = pile.claims_within(reuse.to, passage.to).into_iter();
            let is_bold = |&b: &usize| {
                let told = &record.claims[b];
                told.predicate == original.predicate
                    && Mode::of(original) == Mode::Open
                    && is_bolder(original, told)
                    && !is_carried_out(record, original, told)
            };
            let Some(b) = copied.into_iter().find(is_bold).filter(|&b| used.insert(b)) else { continue };
            let Some(event) = pile.event_of(b) else { continue };
            let mut originals = pile.fellows(a);
            originals.retain(|&c| record.claims[c].span.article != reuse.to);
            let sides = vec![Side::claims(originals, None), Side::claims(vec![b], None)];
            let note = "the copy tells as certain what its original leaves open";
            out.event(event, DisagreementKind::Modality, Relation::Conflict, sides, note);
        }
    }
}

/// Whether a copied passage negates, the word of a claim itself aside ("it had failed").
fn is_negated(pile: &Pile, reuse: &Reuse, passage: &PassagePair, told: &Claim) -> bool {
    let text = &pile.record.articles[reuse.to].article.text;
    let part = |from: usize, to: usize| text.get(from..to).is_some_and(|t| has_any(t, &NEGATIONS));
    part(passage.to.start(), told.trigger.start()) || part(told.trigger.end(), passage.to.end())
}

/// Whether a claim of the copy stands for one of the original: the same act, or the same kind of act.
fn answers(original: &Claim, copy: &Claim) -> bool {
    original.predicate == copy.predicate
        || original.kind == copy.kind && original.kind != EventType::Other
        || original.kind == copy.kind
            && !original.mode.is_empty()
            && original.mode == copy.mode
            && share_participants(original, copy)
}

/// Whether the copy tells as done what is open in the original, or as planned what hangs on a condition there.
fn is_bolder(original: &Claim, copy: &Claim) -> bool {
    let hangs = matches!(original.modality, Modality::Conditional | Modality::Possible);
    match copy.modality {
        Modality::Happened | Modality::Ongoing => Mode::of(copy) == Mode::Done,
        Modality::Planned => hangs && Mode::of(copy) == Mode::Open,
        _ => false,
    }
}

/// Whether a copy tells by the same verb, as ahead or as done, what hangs on a condition in its original.
fn is_unconditional(pile: &Pile, original: usize, copy: usize) -> bool {
    let (a, b) = (&pile.record.claims[original], &pile.record.claims[copy]);
    a.predicate == b.predicate
        && a.modality == Modality::Conditional
        && matches!(b.modality, Modality::Happened | Modality::Ongoing | Modality::Planned)
        && b.polarity == Polarity::Positive
}

/// "Were the text adopted", "should it rain": a condition without an "if".
fn is_inverted(text: &str) -> bool {
    let lower = text.to_lowercase();
    let starts = ["were ", "should ", "had "];
    let has_inner = [", were ", ", should ", ", had "].iter().any(|w| lower.contains(w));
    starts.iter().any(|w| lower.trim_start_matches(['"', '“']).starts_with(w)) || has_inner
}

/// Whether a text leaves something open: "will", "may", "is to take place".
fn is_hedged(text: &str) -> bool {
    const AHEAD: [&str; 6] = [" is to ", " are to ", " was to ", " were to ", " be to ", " set to "];
    let is_ahead = || {
        let lower = text.to_lowercase();
        AHEAD.iter().any(|w| lower.contains(w))
    };
    has_any(text, &HEDGES) || is_ahead()
}

/// Whether a text has one of some words, which are given in lower case.
pub(super) fn has_any(text: &str, words: &[&str]) -> bool {
    let is_between = |c: char| !c.is_alphanumeric() && c != '\'' && c != '’';
    text.split(is_between).any(|word| {
        if word.is_ascii() {
            return is_any(word, words);
        }
        word.to_lowercase().replace('’', "'").split(is_between).any(|word| is_any(word, words))
    })
}

fn is_any(word: &str, words: &[&str]) -> bool {
    let ends_with = |ending: &str| {
        let rest = word.len().checked_sub(ending.len());
        rest.is_some_and(|at| word.as_bytes()[at..].eq_ignore_ascii_case(ending.as_bytes()))
    };
    words.iter().any(|w| word.eq_ignore_ascii_case(w))
        || ends_with("n't") && words.contains(&"not")
        || ends_with("'ll") && words.contains(&"will")
        || ends_with("'d") && words.contains(&"would")
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    const LEAD: &str = "Rescuers reached the last villages on the island of Sarn on Thursday, two days after the storm, the disaster office said. ";
    const END: &str = " Roads in the north of the island stay closed, and the port of Sarn will open on Saturday at the earliest.";

    /// Whether a note with some words is made of the copy.
    #[track_caller]
    fn check(original: &str, copy: &str, expected: Option<&str>) {
        let (original, copy) = (format!("{LEAD}{original}{END}"), format!("{LEAD}{copy}{END}"));
        let record = record_of(&[("north", "2023-05-18", &original), ("south", "2023-05-18", &copy)]);
        let notes: Vec<&str> = record.disagreements.iter().map(|d| d.note.as_str()).collect();
        match expected {
            Some(words) => assert!(notes.iter().any(|n| n.contains(words)), "{copy}: {notes:?}"),
            None => assert!(notes.is_empty(), "{copy}: {notes:?}"),
        }
    }

    #[test]
    fn two_numbers_that_a_copy_exchanges() {
        let original =
            "The disaster office said that 27 people were dead and 44 people were missing on Sarn.";
        check(
            original,
            "The disaster office said that 44 people were dead and 27 people were missing on Sarn.",
            Some("exchanges"),
        );
        check(
            original,
            "On Sarn 27 people were dead and 44 people were missing, the disaster office said.",
            None,
        );
        let original = "The disaster office said that 27 sailors and eight nurses had been killed on Sarn.";
        check(
            original,
            "The disaster office said that eight sailors and 27 nurses had been killed on Sarn.",
            Some("exchanges"),
        );
    }

    #[test]
    fn one_event_s_figure_with_its_digits_in_another_order() {
        let check = |first: &str, second: &str, expected: bool| {
            crate::testing::assert_noted(first, second, "digits in another order", expected);
        };
        let told = "The last flood on Sarn, in 1951, cost 41,000 sheep.";
        check(told, "In the flood of 1951, which older readers will remember, Sarn lost 14,000 sheep.", true);
        check(
            told,
            "In the flood of 1951, which older readers will remember, Sarn lost 15,000 sheep.",
            false,
        );
    }

    #[test]
    fn a_list_of_names_that_a_copy_counts_as_dead() {
        let original =
            "The Red Cross, which keeps a list of its own at the school of Sarn, has 71 names on it.";
        check(
            original,
            "The Red Cross, which keeps its own list at the school of Sarn, has 71 dead on it.",
            Some("as dead"),
        );
        check(
            original,
            "The Red Cross, which keeps its own list at the school of Sarn, has 71 names there.",
            None,
        );
    }

    #[test]
    fn a_condition_that_a_copy_drops() {
        let original =
            "The operator Norlin would close the old harbour of Sarn only if the regulators required it.";
        check(
            original,
            "The operator Norlin will close the old harbour of Sarn as the regulators require it.",
            Some("condition"),
        );
        check(
            original,
            "The operator Norlin would only close the old harbour of Sarn if regulators required it.",
            None,
        );
    }
}
