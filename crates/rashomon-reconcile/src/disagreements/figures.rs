//! Figures of one measure that differ.

use super::comparable::{
    COUNTS_OF_PEOPLE, Figure, could_be_one, goes_on, groups, is_of_everybody, is_of_ruins, is_total,
    measure_class, starts,
};
use super::corrections::{self, Withdrawn, key_of};
use super::pile::{Pile, Voice, unify};
use super::{Builder, Side, rivals, side_by_side, stages, whose};
use crate::record::{DisagreementKind, Quantity, Record, Relation};
use rashomon_reading::modality::Modality;
use rashomon_reading::quantity::Qualifier;
use rashomon_text::{BlockKind, Date, Precision, Time};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Two figures this close are one rounded (share of the larger).
const ROUNDING_SHARE_MAX: f64 = 0.03;
/// A rough figure this close to an exact one is the same figure (share of the larger).
const REFINES_SHARE_MAX: f64 = 0.25;
/// A count that only grows and is suddenly below this share of an earlier one counts a part.
const PART_SHARE_MAX: f64 = 0.5;
/// Measures that only grow.
const GROWING: [&str; 4] = ["people.killed", "people.wounded", "people.displaced", "people.rescued"];
/// A comparable figure with when it holds and who gives it.
#[derive(Clone)]
pub(super) struct Told<'f> {
    pub(super) figure: &'f Figure,
    pub(super) day: Option<Date>,
    /// Where in the day, 12 when only the day is known.
    hour: i8,
    /// When its account came out.
    out: Option<Date>,
    pub(super) voice: Voice,
}

/// Disagreements between figures, by measure.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let withdrawn = corrections::withdrawn(pile);
    let mut by_measure: BTreeMap<smol_str::SmolStr, Vec<Figure>> = BTreeMap::new();
    for (i, quantity) in pile.record.quantities.iter().enumerate() {
        if let Some(figure) = Figure::new(pile, i) {
            by_measure.entry(measure_class(&quantity.measure)).or_default().push(figure);
        }
    }
    for figures in by_measure.values() {
        // What is shown is a measure that a figure has, not the class.
        let Some(measure) = figures.first().map(|f| pile.record.quantities[f.quantity].measure.as_str())
        else {
            continue;
        };
        let set_apart = side_by_side::rows(pile, measure, figures);
        for group in groups(pile, measure, figures, 2) {
            let group: Vec<&Figure> = group.into_iter().map(|i| &figures[i]).collect();
            of_group(pile, measure, &group, (&set_apart, &withdrawn), out);
        }
        if matches!(measure, "duration" | "people") || COUNTS_OF_PEOPLE.contains(&measure) {
            lasting(pile, measure, figures, out);
        }
        stages::disagreements(pile, measure, figures, out);
        side_by_side::disagreements(pile, measure, &set_apart, out);
        side_by_side::among_others(pile, measure, figures, out);
        rivals::called_false(pile, measure, figures, out);
        if measure == "money" {
            pledges(pile, figures, out);
        }
        if measure.starts_with("people.") {
            definitions(pile, measure, figures, out);
        }
    }
    areas(pile, &by_measure, out);
}

/// What is to be said about one group of comparable figures, some of which their account may set against each other.
fn of_group(
    pile: &Pile,
    measure: &str,
    group: &[&Figure],
    (set_apart, withdrawn): (&[Vec<&Figure>], &Withdrawn),
    out: &mut Builder,
) {
    let mut told: Vec<Told> = group
        .iter()
        .filter(|f| is_comparable(pile, measure, f) && !pile.is_copied(f.quantity))
        .map(|f| tell(pile, f))
        .collect();
    told.sort_by_key(|t| (t.day, !t.figure.is_earlier, t.hour, t.figure.quantity));
    if is_total(measure) {
        // "71 people, 66 of them passengers".
        let whole: FxHashSet<usize> =
            told.iter().filter(|t| !t.figure.is_part).map(|t| place(pile, t).0).collect();
        told.retain(|t| !t.figure.is_part || !whole.contains(&place(pile, t).0));
    } else {
        drop_ambiguous(pile, measure, &mut told);
    }
    let mut parts: Vec<Told> = Vec::new();
    if GROWING.contains(&measure) {
        parts = drop_parts(&mut told);
    }
    if COUNTS_OF_PEOPLE.contains(&measure) {
        drop_shares(pile, &mut told);
    }
    unify(told.iter_mut().map(|t| &mut t.voice));
    let asserted: Vec<Told> = told.iter().filter(|t| is_given(pile, t.figure.quantity)).cloned().collect();
    // What its own authority has taken back is nobody's word against another's.
    let standing = |t: &&Told| !withdrawn.contains(&key_of(pile, t.figure.quantity));
    let reduced: Vec<&Told> = asserted.iter().filter(|t| is_reduced(pile, t, &asserted)).collect();
    let is_gross =
        |t: &&Told| reduced.iter().any(|r| r.figure.point == t.figure.point && r.voice.is_one_body(&t.voice));
    let standing: Vec<Told> = asserted.iter().filter(standing).filter(|t| !is_gross(t)).cloned().collect();
    let mut n_conflicts = conflicts(pile, measure, &standing, out);
    if GROWING.contains(&measure) {
        n_conflicts += rivals::conflicts(pile, measure, &standing, set_apart, out);
        rivals::across(pile, measure, &standing, out);
    }
    let quantity = |t: &Told| &pile.record.quantities[t.figure.quantity];
    let is_in = |f: &&&Figure| told.iter().any(|t| t.figure.quantity == f.quantity);
    let is_undisputed = n_conflicts == 0
        && !set_apart.iter().any(|row| row.iter().filter(is_in).count() > 1)
        && !asserted.iter().any(|t| side_by_side::is_said_to_be_in_dispute(pile, quantity(t)));
    // What is over has no later stage, and "dozens" is no stage of anything.
    let has_stages = |t: &Told| t.figure.epoch == 0 && quantity(t).qualifier != Qualifier::Vague;
    // What the one side says of the other's losses is no later stage of what that says.
    let is_others = |t: &Told| {
        !t.figure.side().is_empty()
            && t.voice.is_cited
            && !whose::is_own_count(&t.voice.name, t.figure.side())
    };
    let in_turn: Vec<Told> = told.iter().filter(|t| has_stages(t) && !is_others(t)).cloned().collect();
    series(pile, measure, &in_turn, is_undisputed, out);
    // What somebody counts of a part goes on as well: "its count of the dead in the hospital".
    let by_somebody = |t: &&Told| t.voice.is_cited && is_given(pile, t.figure.quantity) && has_stages(t);
    let grows = |t: &&Told| {
        let falls =
            |x: &&Told, y: &&Told| x.voice == y.voice && x.day < y.day && x.figure.point > y.figure.point;
        !parts.iter().any(|o| falls(&o, t) || falls(t, &o))
    };
    let parts: Vec<Told> = parts.iter().filter(by_somebody).filter(grows).cloned().collect();
    series(pile, measure, &parts, false, out);
    refinements(pile, measure, &asserted, out);
    if is_total(measure) {
        conditions(pile, measure, group, out);
    }
}

/// Told as so; shares that are offered or asked for may follow one another too, and numbers of what is planned.
fn is_comparable(pile: &Pile, measure: &str, f: &Figure) -> bool {
    let modality = pile.record.quantities[f.quantity].modality;
    is_given(pile, f.quantity)
        || measure == "share" && modality == Modality::Demanded
        || measure.starts_with("count.") && matches!(modality, Modality::Demanded | Modality::Planned)
}

pub(super) fn tell<'f>(pile: &Pile, figure: &'f Figure) -> Told<'f> {
    let q = &pile.record.quantities[figure.quantity];
    Told {
        figure,
        day: day(q),
        hour: q.as_of.as_ref().map_or(NOON, hour),
        out: published(pile, q),
        voice: pile.voice(q.span.article, &q.attribution),
    }
}

/// The day that a figure holds for.
fn day(q: &Quantity) -> Option<Date> {
    q.as_of.as_ref().and_then(Time::last_day)
}

pub(super) fn published(pile: &Pile, q: &Quantity) -> Option<Date> {
    pile.record.articles[q.span.article].published.value.as_ref()?.last_day()
}

/// The hour of a day that is known no further.
const NOON: i8 = 12;

/// Where in its day a time lies.
fn hour(time: &Time) -> i8 {
    const PARTS: [(&str, i8); 4] = [("TMO", 9), ("TAF", 15), ("TEV", 20), ("TNI", 22)];
    match time.precision {
        Precision::Minute | Precision::Hour => time.start.map_or(NOON, |t| t.hour()),
        Precision::PartOfDay => {
            PARTS.iter().find(|(part, _)| time.timex.ends_with(part)).map_or(NOON, |(_, hour)| *hour)
        }
        _ => NOON,
    }
}

/// Drops the figures of accounts that give several of them, unless one is given as the earlier one: which of them
/// is to be compared is not known.
fn drop_ambiguous(pile: &Pile, measure: &str, told: &mut Vec<Told>) {
    // What a disaster has taken is one thing, so that two authorities in one account differ about it.
    let by_voice = is_of_ruins(measure) || measure.starts_with("count.");
    let giver = |t: &Told| {
        let voice = t.voice.clone();
        (pile.record.quantities[t.figure.quantity].span.article, by_voice.then_some(voice))
    };
    let wholes: FxHashSet<usize> = told.iter().filter(|t| !t.figure.is_part).map(|t| giver(t).0).collect();
    told.retain(|t| !t.figure.is_part || !wholes.contains(&giver(t).0));
    let mut given: FxHashMap<(usize, Option<Voice>), Vec<u64>> = FxHashMap::default();
    for t in told.iter().filter(|t| !t.figure.is_earlier) {
        given.entry(giver(t)).or_default().push(t.figure.point.to_bits());
    }
    let is_one = |all: &Vec<u64>| all.iter().all(|point| *point == all[0]);
    told.retain(|t| given.get(&giver(t)).is_none_or(is_one));
}

/// Told as so, and not what a correction notice repeats.
pub(crate) fn is_asserted(record: &Record, quantity: usize) -> bool {
    let q = &record.quantities[quantity];
    let kind = record.articles[q.span.article].sentences[q.sentence].kind;
    matches!(q.modality, Modality::Happened | Modality::Ongoing)
        && kind != BlockKind::Correction
        && !rivals::is_called_false(record, quantity)
        && !corrections::is_put_right(record, quantity)
}

/// The same, or what somebody who is cited believes it to be ("the charity believes that 70 people have died").
pub(super) fn is_given(pile: &Pile, quantity: usize) -> bool {
    is_asserted(pile.record, quantity) || is_estimate(pile, quantity)
}

/// Whether a figure is open only because it is somebody's estimate.
pub(super) fn is_estimate(pile: &Pile, quantity: usize) -> bool {
    const BELIEVES: [&str; 9] = [
        "believe",
        "believes",
        "believed",
        "thinks",
        "reckons",
        "reckoned",
        "estimates",
        "estimated",
        "estimate",
    ];
    let q = &pile.record.quantities[quantity];
    let article = &pile.record.articles[q.span.article];
    let sentence = article.sentences[q.sentence].span;
    let before = article.article.text.get(sentence.start()..q.span.span.start()).unwrap_or_default();
    // "Seventy are believed dead" is nobody's count.
    q.modality == Modality::Possible
        && pile.voice(q.span.article, &q.attribution).is_cited
        && super::copies::has_any(before, &BELIEVES)
        && !super::copies::has_any(before, &["may", "might", "could", "feared", "if"])
        && sentences_kind(pile, q) != BlockKind::Correction
        && !rivals::is_called_false(pile.record, quantity)
}

fn sentences_kind(pile: &Pile, q: &Quantity) -> BlockKind {
    pile.block(q.span.article, q.sentence)
}

/// Drops what falls far below an earlier count of something that only grows.
fn drop_parts<'f>(told: &mut Vec<Told<'f>>) -> Vec<Told<'f>> {
    let mut highest = 0.0_f64;
    let mut parts = Vec::new();
    // What nothing dates stands before all others in the list, and perhaps after them in time.
    told.retain(|t| {
        let is_part = t.day.is_some() && t.figure.point < PART_SHARE_MAX * highest;
        if t.day.is_some() {
            highest = highest.max(t.figure.point);
        }
        if is_part {
            parts.push(t.clone());
        }
        !is_part
    });
    parts
}

/// Drops what one sentence gives beside a larger count of the same day and authority: "67 were arrested; 23 have been
/// released, which leaves 44".
fn drop_shares(pile: &Pile, told: &mut Vec<Told>) {
    let is_turn = |t: &Told| t.figure.is_earlier || t.figure.is_new;
    let is_share = |t: &Told| {
        let beside = |o: &&Told| {
            place(pile, o) == place(pile, t)
                && ((o.day, &o.voice) == (t.day, &t.voice) || is_left(pile, t))
                && o.figure.point > t.figure.point
                && !is_turn(o)
        };
        !is_turn(t) && told.iter().any(|o| beside(&o))
    };
    let shares: Vec<bool> = told.iter().map(is_share).collect();
    let mut shares = shares.into_iter();
    told.retain(|_| !shares.next().unwrap_or_default());
}

/// "Of the 41 bodies eight were soldiers. That leaves 33": a count that its account takes others out of.
fn is_reduced(pile: &Pile, t: &Told, all: &[Told]) -> bool {
    let (article, sentence) = place(pile, t);
    let is_rest = |o: &&Told| {
        let (there, next) = place(pile, o);
        there == article
            && (sentence..=sentence + 1).contains(&next)
            && o.figure.point < t.figure.point
            && is_left(pile, o)
    };
    all.iter().any(|o| is_rest(&o))
}

/// "Which leaves 44".
fn is_left(pile: &Pile, t: &Told) -> bool {
    const LEAVES: [&str; 3] = ["leaves", "leaving", "left"];
    let span = pile.record.quantities[t.figure.quantity].span;
    let text = pile.record.articles[span.article].article.text.as_str();
    let before = text.get(..span.span.start()).unwrap_or_default();
    before.split_whitespace().next_back().is_some_and(|w| LEAVES.contains(&w))
}

/// Positions of figures with the same number, in the order given.
pub(super) fn by_value<'f>(told: &[Told<'f>]) -> Vec<Vec<Told<'f>>> {
    let mut at: FxHashMap<u64, usize> = FxHashMap::default();
    let mut groups: Vec<Vec<Told>> = Vec::new();
    for t in told {
        let slot = *at.entry(t.figure.point.to_bits()).or_insert(groups.len());
        if slot == groups.len() {
            groups.push(Vec::new());
        }
        groups[slot].push(t.clone());
    }
    groups
}

pub(super) fn sides(pile: &Pile, groups: &[Vec<Told>]) -> Vec<Side> {
    let side = |g: &Vec<Told>| {
        let figures: Vec<usize> = g.iter().map(|t| t.figure.quantity).collect();
        Side { claims: Vec::new(), figures: pile.with_echoes(&figures), as_of: None, told_in: None }
    };
    groups.iter().map(side).collect()
}

fn is_rough(record: &Record, figure: &Figure) -> bool {
    record.quantities[figure.quantity].qualifier != Qualifier::Exactly
}

pub(super) fn are_rounded(record: &Record, a: &Figure, b: &Figure) -> bool {
    (is_rough(record, a) || is_rough(record, b))
        && (a.point - b.point).abs() <= ROUNDING_SHARE_MAX * a.point.abs().max(b.point.abs())
}

// ------------------------------------------------------------ one figure after the other

/// Figures that follow one another in time: of everybody where nobody disputes them, else voice by voice.
fn series(pile: &Pile, measure: &str, told: &[Told], is_undisputed: bool, out: &mut Builder) {
    let revisions = revisions(pile, told);
    let in_passing =
        |t: &Told| !t.figure.is_earlier && !t.figure.is_new && revisions.contains(&place(pile, t));
    let dated: Vec<Told> = told.iter().filter(|t| t.day.is_some() && !in_passing(t)).cloned().collect();
    let mut rows: Vec<(Vec<Told>, &str)> = Vec::new();
    if is_undisputed && goes_on(measure) {
        rows.push((dated, "later figures differ from earlier ones"));
    } else {
        let mut by_voice: BTreeMap<Voice, Vec<Told>> = BTreeMap::new();
        for t in dated {
            by_voice.entry(t.voice.clone()).or_default().push(t);
        }
        let note = if goes_on(measure) {
            "the same authority gives other figures at other times"
        } else {
            "the same authority revised its figure"
        };
        rows.extend(by_voice.into_values().map(|row| (row, note)));
    }
    for (row, note) in rows {
        let mut groups = by_value(&row);
        add_undated(told, &mut groups, is_undisputed);
        if follow(pile.record, &groups)
            && (goes_on(measure) && measure != "people.aboard" || is_revision(pile, &groups))
        {
            out.measure(measure, DisagreementKind::Value, Relation::Evolves, sides(pile, &groups), note);
        }
    }
}

/// Accounts that nothing dates stand with those that give the same figure.
fn add_undated<'f>(told: &[Told<'f>], groups: &mut [Vec<Told<'f>>], of_anybody: bool) {
    for group in groups {
        let voice = group[0].voice.clone();
        let is_same = |t: &&Told| {
            t.day.is_none() && t.figure.point == group[0].figure.point && (of_anybody || t.voice == voice)
        };
        let more: Vec<Told> = told.iter().filter(is_same).cloned().collect();
        group.extend(more);
    }
}

/// Sentences with "from 7.1 to 6.9": a third figure there is what they are compared with.
fn revisions(pile: &Pile, told: &[Told]) -> FxHashSet<(usize, usize)> {
    let of = |is: fn(&Figure) -> bool| -> FxHashSet<(usize, usize)> {
        told.iter().filter(|t| is(t.figure)).map(|t| place(pile, t)).collect()
    };
    &of(|f| f.is_earlier) & &of(|f| f.is_new)
}

fn place(pile: &Pile, t: &Told) -> (usize, usize) {
    let q = &pile.record.quantities[t.figure.quantity];
    (q.span.article, q.sentence)
}

/// What does not go on, like the number of those aboard, changes by revision only: in a later account, or "from 7.1 to 6.9" in one.
fn is_revision(pile: &Pile, groups: &[Vec<Told>]) -> bool {
    let article = |g: &Vec<Told>| pile.record.quantities[g[0].figure.quantity].span.article;
    groups.iter().any(|g| article(g) != article(&groups[0]))
}

/// Whether there are two figures or more, one after the other, that are not one figure rounded.
fn follow(record: &Record, groups: &[Vec<Told>]) -> bool {
    let moved = |a: &[Told], b: &[Told]| {
        let (x, y) = (&a[0], &b[0]);
        let is_later = (x.day, x.hour) < (y.day, y.hour) || x.figure.is_earlier && !y.figure.is_earlier;
        is_later && !are_rounded(record, x.figure, y.figure)
    };
    groups.len() > 1 && groups.windows(2).any(|pair| moved(&pair[0], &pair[1]))
}

// ------------------------------------------------------------ one figure against the other

/// Different authorities on one day; returns on how many days they disagree.
fn conflicts(pile: &Pile, measure: &str, told: &[Told], out: &mut Builder) -> usize {
    let mut n = 0;
    let earlier: Vec<&Told> = told.iter().filter(|t| t.figure.is_earlier).collect();
    for of_day in told.chunk_by(|a, b| a.day == b.day).filter(|all| all[0].day.is_some()) {
        let last = last_words(&earlier, of_day);
        let differ = |a: &Told, b: &Told| {
            a.voice != b.voice && !a.figure.agrees(b.figure) && could_be_one(pile, a.figure, b.figure)
        };
        let is_opposed = |a: &&Told| last.iter().any(|b| differ(a, b));
        let opposed: Vec<Told> = last.iter().filter(is_opposed).cloned().collect();
        let groups = by_value(&opposed);
        if groups.len() < 2 {
            continue;
        }
        let rounded = groups.iter().all(|g| are_rounded(pile.record, groups[0][0].figure, g[0].figure));
        let (relation, note) = if rounded {
            (Relation::Rounding, "the same figure, rounded")
        } else {
            n += 1;
            (Relation::Conflict, "different authorities give different figures for the same day")
        };
        out.measure(measure, DisagreementKind::Value, relation, sides(pile, &groups), note);
    }
    n
}

/// For each authority that is cited, the last figure it gives on a day; none where it gives several at once.
fn last_words<'f>(earlier: &[&Told], of_day: &[Told<'f>]) -> Vec<Told<'f>> {
    let mut by_voice: BTreeMap<&Voice, Vec<&Told>> = BTreeMap::new();
    for t in of_day.iter().filter(|t| t.voice.is_cited && !is_superseded(earlier, t)) {
        by_voice.entry(&t.voice).or_default().push(t);
    }
    let mut words: Vec<Told> = Vec::new();
    for all in by_voice.into_values() {
        let when = |t: &Told| (!t.figure.is_earlier, t.hour);
        let newest = all.iter().map(|t| when(t)).max();
        let newest: Vec<&Told> = all.into_iter().filter(|t| Some(when(t)) == newest).collect();
        if newest.iter().all(|t| t.figure.agrees(newest[0].figure)) {
            words.extend(newest.into_iter().cloned());
        }
    }
    words.sort_by_key(|t| t.figure.quantity);
    words
}

/// Whether somebody gives the same number as an earlier one, on that day or before.
pub(super) fn is_superseded(earlier: &[&Told], t: &Told) -> bool {
    earlier.iter().any(|o| o.out <= t.day && o.figure.point == t.figure.point)
}

/// Figures of what is over, like the length of a past strike or the dead of an old crash: accounts that differ cannot
/// both be right.
fn lasting(pile: &Pile, measure: &str, figures: &[Figure], out: &mut Builder) {
    let mut by_epoch: BTreeMap<(usize, i16), Vec<Told>> = BTreeMap::new();
    for figure in figures.iter().filter(|f| f.epoch != 0 && is_asserted(pile.record, f.quantity)) {
        if !pile.is_copied(figure.quantity) {
            by_epoch.entry((figure.story(), figure.epoch)).or_default().push(tell(pile, figure));
        }
    }
    for told in by_epoch.into_values() {
        let differ = |a: &Told, b: &Told| {
            a.voice != b.voice
                && !a.figure.agrees(b.figure)
                && could_be_one(pile, a.figure, b.figure)
                && (measure != "people" || are_alike(pile, a.figure.quantity, b.figure.quantity))
                && shares_words(pile, a.figure.quantity, b.figure.quantity)
        };
        let is_opposed = |a: &&Told| told.iter().any(|b| differ(a, b));
        let opposed: Vec<&Told> = told.iter().filter(is_opposed).collect();
        // Who gives the figure of one side in other words stands on it too.
        let seconds = |a: &&Told| {
            let is_same = |b: &&&Told| {
                b.figure.point == a.figure.point && shares_words(pile, a.figure.quantity, b.figure.quantity)
            };
            opposed.iter().any(|b| is_same(&b))
        };
        let groups = by_value(&told.iter().filter(seconds).cloned().collect::<Vec<_>>());
        let note = "the accounts give different figures for the same thing";
        out.measure(measure, DisagreementKind::Value, Relation::Conflict, sides(pile, &groups), note);
    }
}

/// Whether both figures count people under one noun of their own: "96 inmates", "69 inmates".
fn are_alike(pile: &Pile, a: usize, b: usize) -> bool {
    let of = |q: usize| crate::entities::fold(&pile.record.quantities[q].of);
    let head = |of: &str| of.rsplit(' ').next().unwrap_or_default().to_owned();
    head(&of(a)) == head(&of(b)) && !is_of_everybody(&of(a))
}

/// Whether the sentences of two figures have two content words in common.
fn shares_words(pile: &Pile, a: usize, b: usize) -> bool {
    let terms = |q: usize| {
        let quantity = &pile.record.quantities[q];
        &pile.record.articles[quantity.span.article].terms[quantity.sentence]
    };
    let is_word = |w: &&smol_str::SmolStr| !w.chars().any(|c| c.is_ascii_digit());
    terms(a).iter().filter(is_word).filter(|w| terms(b).contains(w)).count() > 1
}

// ------------------------------------------------------------ one figure within the other

/// A rough figure and a precise one that lies within it, from accounts that do not copy one another.
fn refinements(pile: &Pile, measure: &str, told: &[Told], out: &mut Builder) {
    let record = pile.record;
    let article = |t: &Told| record.quantities[t.figure.quantity].span.article;
    for (i, rough) in told.iter().enumerate().filter(|(_, t)| is_rough(record, t.figure)) {
        let fits = |t: &&Told| {
            !is_rough(record, t.figure)
                && article(t) != article(rough)
                && t.day == rough.day
                && rough.figure.agrees(t.figure)
                && rough.figure.point != t.figure.point
                && (rough.figure.point - t.figure.point).abs() <= REFINES_SHARE_MAX * t.figure.point.abs()
        };
        let is_known = |t: &Told| t.figure.point == rough.figure.point && is_rough(record, t.figure);
        let exact = told.iter().find(fits);
        let Some(exact) = exact.filter(|_| !told[..i].iter().any(is_known)) else { continue };
        let (relation, note) = if are_rounded(record, rough.figure, exact.figure) {
            (Relation::Rounding, "the same figure, rounded")
        } else {
            (Relation::Refines, "the precise figure lies within the rough one")
        };
        let groups = [vec![rough.clone()], vec![exact.clone()]];
        out.measure(measure, DisagreementKind::Value, relation, sides(pile, &groups), note);
    }
}

/// Counts of one thing over other spans of time: not to be compared, and not to be added up.
fn definitions(pile: &Pile, measure: &str, figures: &[Figure], out: &mut Builder) {
    /// Everybody, and those who are also counted among everybody.
    const WITHIN: [&str; 2] = ["", "civilians"];
    let is_own = |f: &&Figure| {
        f.epoch == 0
            && WITHIN.contains(&f.population())
            && f.side().is_empty()
            && is_asserted(pile.record, f.quantity)
            && !pile.is_copied(f.quantity)
    };
    let starts = starts(pile, figures);
    type Ways<'f> = BTreeMap<(Option<Date>, &'f str), Vec<&'f Figure>>;
    let mut by_story: BTreeMap<usize, Ways> = BTreeMap::new();
    for f in figures.iter().filter(is_own) {
        by_story.entry(f.story()).or_default().entry((f.scope(), f.population())).or_default().push(f);
    }
    // Of each way of counting the latest figure.
    let when = |f: &&Figure| (day(&pile.record.quantities[f.quantity]), f.quantity);
    for (story, by_scope) in by_story {
        if by_scope.keys().all(|(scope, _)| scope.is_none()) {
            continue;
        }
        let latest: Vec<&Figure> =
            by_scope.into_values().filter_map(|all| all.into_iter().max_by_key(when)).collect();
        // All since it began: they have been compared.
        let is_known = |w: &[&Figure]| out.has_opposed(w[0].quantity, w[1].quantity);
        if starts.contains_key(&story) && latest.windows(2).any(is_known) {
            continue;
        }
        let rows: Vec<Vec<usize>> = latest.iter().map(|f| pile.with_echoes(&[f.quantity])).collect();
        let note = "counted over different spans of time or among different people";
        out.measure(measure, DisagreementKind::Value, Relation::Definition, Side::all(rows), note);
    }
}

/// A sum that was promised or asked for in one account and paid, voted or imposed in a later one.
fn pledges(pile: &Pile, figures: &[Figure], out: &mut Builder) {
    let quantity = |f: &Figure| &pile.record.quantities[f.quantity];
    let is_own = |f: &&Figure| !pile.is_copied(f.quantity) && f.epoch == 0;
    let is_ahead = |f: &&Figure| matches!(quantity(f).modality, Modality::Planned | Modality::Demanded);
    let names = |f: &Figure| -> Vec<smol_str::SmolStr> {
        let q = quantity(f);
        let all = pile.record.articles[q.span.article].terms[q.sentence].iter().map(|w| super::pile::stem(w));
        all.filter(|w| pile.is_name(q.span.article, w)).collect()
    };
    for a in figures.iter().filter(is_own).filter(is_ahead) {
        let came = |b: &&Figure| {
            b.point == a.point
                && !b.is_earlier
                && b.story() == a.story()
                && quantity(a).span.article != quantity(b).span.article
                && is_asserted(pile.record, b.quantity)
                && published(pile, quantity(a)).zip(published(pile, quantity(b))).is_some_and(|(x, y)| x < y)
                && could_be_one(pile, a, b)
                && names(a).iter().any(|w| names(b).contains(w))
        };
        let Some(b) = figures.iter().filter(is_own).find(came) else { continue };
        if out.has_opposed(a.quantity, b.quantity) {
            continue;
        }
        let rows = vec![pile.with_echoes(&[a.quantity]), pile.with_echoes(&[b.quantity])];
        let note = "promised or asked for in one account, told as so in a later one";
        out.measure("money", DisagreementKind::Modality, Relation::Evolves, Side::all(rows), note);
    }
}

/// A share of the ground against a share of its districts.
fn areas(pile: &Pile, by_measure: &BTreeMap<smol_str::SmolStr, Vec<Figure>>, out: &mut Builder) {
    const SHARE: &str = "territory.share";
    let held = |measure: &str| -> Vec<&Figure> {
        let all = by_measure.get(measure).into_iter().flatten();
        all.filter(|f| is_asserted(pile.record, f.quantity) && !pile.is_copied(f.quantity)).collect()
    };
    let shares = held(SHARE);
    for districts in held("territory.districts") {
        let whole = pile.record.quantities[districts.quantity].whole.filter(|w| *w > 0.0);
        let Some(percent) = whole.map(|w| 100.0 * districts.point / w) else { continue };
        let when = |f: &&&Figure| (day(&pile.record.quantities[f.quantity]), f.quantity);
        let differs = |f: &&&Figure| {
            f.story() == districts.story()
                && f.population().is_empty()
                && (f.point - percent).abs() > 100.0 * ROUNDING_SHARE_MAX
        };
        let Some(last) = shares.iter().filter(differs).max_by_key(when) else { continue };
        let rows = vec![pile.with_echoes(&[last.quantity]), pile.with_echoes(&[districts.quantity])];
        let note = "the one is a share of the ground, the other of its districts";
        out.measure(SHARE, DisagreementKind::Value, Relation::Definition, Side::all(rows), note);
    }
}

// ------------------------------------------------------------ expected and told as so

/// A figure that was conditional or planned in one account and is told as so in another.
fn conditions(pile: &Pile, measure: &str, group: &[&Figure], out: &mut Builder) {
    let quantity = |f: &Figure| &pile.record.quantities[f.quantity];
    let is_open = |f: &&&Figure| {
        let modality = quantity(f).modality;
        matches!(modality, Modality::Conditional | Modality::Planned | Modality::Possible)
            && !pile.is_copied(f.quantity)
    };
    for a in group.iter().filter(is_open) {
        let same = |b: &&&Figure| {
            is_asserted(pile.record, b.quantity)
                && !pile.is_copied(b.quantity)
                && a.point == b.point
                && quantity(a).span.article != quantity(b).span.article
        };
        if let Some(b) = group.iter().find(same) {
            let rows = vec![pile.with_echoes(&[a.quantity]), pile.with_echoes(&[b.quantity])];
            let note = "expected or conditional in one account, told as so in the other";
            out.measure(measure, DisagreementKind::Modality, Relation::Evolves, Side::all(rows), note);
        }
    }
}
