//! Figures of one measure that differ.

use super::comparable::{
    COUNTS_OF_PEOPLE, Figure, could_be_one, goes_on, groups, is_of_ruins, is_total, may_answer,
};
use super::pile::{N_STEM, Pile, Voice};
use super::{Builder, Side, rivals, stages};
use crate::record::{DisagreementKind, Quantity, Record, Relation};
use rashomon_reading::attribution::AttributionRole::OutletCited;
use rashomon_reading::claim::{EventType, ParticipantRole};
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
    let mut by_measure: BTreeMap<&str, Vec<Figure>> = BTreeMap::new();
    for (i, quantity) in pile.record.quantities.iter().enumerate() {
        if let Some(figure) = Figure::new(pile, i) {
            by_measure.entry(&quantity.measure).or_default().push(figure);
        }
    }
    for (measure, figures) in &by_measure {
        for group in groups(pile, measure, figures, 2) {
            let group: Vec<&Figure> = group.into_iter().map(|i| &figures[i]).collect();
            of_group(pile, measure, &group, out);
        }
        if *measure == "duration" || COUNTS_OF_PEOPLE.contains(measure) {
            lasting(pile, measure, figures, out);
        }
        stages::disagreements(pile, measure, figures, out);
        side_by_side(pile, measure, figures, out);
        rivals::called_false(pile, measure, figures, out);
        if measure.starts_with("people.") {
            definitions(pile, measure, figures, out);
        }
    }
    areas(pile, &by_measure, out);
}

/// What is to be said about one group of comparable figures.
fn of_group(pile: &Pile, measure: &str, group: &[&Figure], out: &mut Builder) {
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
    if GROWING.contains(&measure) {
        drop_parts(&mut told);
    }
    let asserted: Vec<Told> =
        told.iter().filter(|t| is_asserted(pile.record, t.figure.quantity)).cloned().collect();
    let mut n_conflicts = conflicts(pile, measure, &asserted, out);
    if GROWING.contains(&measure) {
        n_conflicts += rivals::conflicts(pile, measure, &asserted, out);
    }
    let quantity = |t: &Told| &pile.record.quantities[t.figure.quantity];
    let is_undisputed = n_conflicts == 0 && !asserted.iter().any(|t| is_in_dispute(pile, quantity(t)));
    series(pile, measure, &told, is_undisputed, out);
    refinements(pile, measure, &asserted, out);
    if is_total(measure) {
        conditions(pile, measure, group, out);
    }
}

/// Told as so; shares that are offered or asked for may follow one another too.
fn is_comparable(pile: &Pile, measure: &str, f: &Figure) -> bool {
    is_asserted(pile.record, f.quantity)
        || measure == "share" && pile.record.quantities[f.quantity].modality == Modality::Demanded
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

fn published(pile: &Pile, q: &Quantity) -> Option<Date> {
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
    let by_voice = is_of_ruins(measure);
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
}

/// Drops what falls far below an earlier count of something that only grows.
fn drop_parts(told: &mut Vec<Told>) {
    let mut highest = 0.0_f64;
    // What nothing dates stands before all others in the list, and perhaps after them in time.
    told.retain(|t| {
        let is_part = t.day.is_some() && t.figure.point < PART_SHARE_MAX * highest;
        if t.day.is_some() {
            highest = highest.max(t.figure.point);
        }
        !is_part
    });
}

/// Positions of figures with the same number, in the order given.
fn by_value<'f>(told: &[Told<'f>]) -> Vec<Vec<Told<'f>>> {
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

fn are_rounded(record: &Record, a: &Figure, b: &Figure) -> bool {
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
        if follow(pile.record, &groups) && (goes_on(measure) || is_revision(pile, &groups)) {
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

/// What does not go on changes by revision only: in a later account, or "from 7.1 to 6.9" in one.
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

/// Whether the sentences of two figures have two content words in common.
fn shares_words(pile: &Pile, a: usize, b: usize) -> bool {
    let terms = |q: usize| {
        let quantity = &pile.record.quantities[q];
        &pile.record.articles[quantity.span.article].terms[quantity.sentence]
    };
    let is_word = |w: &&smol_str::SmolStr| !w.chars().any(|c| c.is_ascii_digit());
    terms(a).iter().filter(is_word).filter(|w| terms(b).contains(w)).count() > 1
}

/// Figures that an account sets side by side: "The port says 27. The owners say more than 40."
fn side_by_side(pile: &Pile, measure: &str, figures: &[Figure], out: &mut Builder) {
    if measure.starts_with("ordinal") {
        return;
    }
    // "Nine dead: four soldiers, three students and two nurses. The hospital says 15.": it answers the nine.
    let sentence = |f: &Figure| {
        let q = &pile.record.quantities[f.quantity];
        (q.span.article, q.sentence)
    };
    let wholes: FxHashSet<(usize, usize)> =
        figures.iter().filter(|f| f.population().is_empty()).map(sentence).collect();
    let is_whole = |f: &&Figure| f.population().is_empty() || !wholes.contains(&sentence(f));
    let figures: Vec<&Figure> = figures.iter().filter(is_whole).collect();
    for row in figures.chunk_by(|a, b| answers(pile, a, b)).filter(|row| row.len() > 1) {
        let are_known = row.windows(2).all(|w| out.has_opposed(w[0].quantity, w[1].quantity));
        if pile.is_copied(row[0].quantity) || are_known {
            continue;
        }
        let told: Vec<Told> = row.iter().map(|f| tell(pile, f)).collect();
        let note = "different authorities give different figures";
        let mut rows = sides(pile, &by_value(&told));
        rows.iter_mut().for_each(|side| add_same_word(pile, side));
        out.measure(measure, DisagreementKind::Value, Relation::Conflict, rows, note);
    }
}

/// Adds where the same authority gives the same figure of the same things in another account.
fn add_same_word(pile: &Pile, side: &mut Side) {
    let quantity = |q: usize| &pile.record.quantities[q];
    let voice = |q: &Quantity| pile.voice(q.span.article, &q.attribution);
    let first = quantity(side.figures[0]);
    let given_by = voice(first);
    if !given_by.is_cited || first.of.is_empty() {
        return;
    }
    for (o, other) in pile.record.quantities.iter().enumerate() {
        let is_same = other.value.is_some()
            && (other.value, &other.measure, &other.of) == (first.value, &first.measure, &first.of)
            && other.span.article != first.span.article;
        if is_same && !side.figures.contains(&o) && voice(other) == given_by {
            side.figures.push(o);
        }
    }
}

/// Whether a figure answers the one before it: another authority, in the next sentence or the next half of one, with
/// hardly a word more.
fn answers(pile: &Pile, before: &Figure, figure: &Figure) -> bool {
    let (x, y) = (&pile.record.quantities[before.quantity], &pile.record.quantities[figure.quantity]);
    let Some(reply) = reply(pile, x, y) else { return false };
    let (a, b) = (pile.voice(x.span.article, &x.attribution), pile.voice(y.span.article, &y.attribution));
    let cites_outlet = |q: &Quantity| q.attribution.last().is_some_and(|l| l.role == OutletCited);
    let is_own = is_own_count(reply) || is_own_word(pile, y);
    let is_anothers = a != b && (b.is_cited || is_own && a.is_cited) || cites_outlet(y) && !cites_outlet(x);
    (a.is_cited || x.sentence == y.sentence || is_own_word(pile, y) || is_stated(pile, x))
        && is_anothers
        && is_asserted(pile.record, before.quantity)
        && is_asserted(pile.record, figure.quantity)
        && !before.agrees(figure)
        && may_answer(pile, before, figure)
        && !stages::is_stage(pile, figure)
        && (says_only_the_figure(pile, y, reply) || is_own || is_in_dispute(pile, x))
}

/// "Our own count came to about 2,600": the outlet sets its figure against the one it has just cited.
fn is_own_count(words: &str) -> bool {
    const OWN: [&str; 5] = ["our own count", "our own tally", "our count", "our tally", "we counted"];
    let words = words.to_lowercase();
    OWN.iter().any(|w| words.contains(w))
}

/// "We make it 1,900", "we know of eleven", "eight, it says": a bare number that answers one given before.
fn is_own_word(pile: &Pile, q: &Quantity) -> bool {
    const BEFORE: [&str; 5] = ["make it", "makes it", "made it", "know of", "knows of"];
    const AFTER: [&str; 5] = [", it says", ", he says", ", she says", ", they say", ", it said"];
    let article = &pile.record.articles[q.span.article];
    let sentence = article.sentences[q.sentence].span;
    let text = article.article.text.as_str();
    let before = text.get(sentence.start()..q.span.span.start()).unwrap_or_default();
    let after = text.get(q.span.span.end()..sentence.end()).unwrap_or_default();
    q.span.span == q.figure
        && (BEFORE.iter().any(|w| before.trim_end().ends_with(w))
            || AFTER.iter().any(|w| after.starts_with(w)))
}

/// "How many have died is in dispute.": the account itself sets the figures that follow against each other.
fn is_in_dispute(pile: &Pile, q: &Quantity) -> bool {
    const NUMBER: [&str; 8] = ["how many", "number", "toll", "figure", "figures", "count", "counts", "tally"];
    const DISPUTED: [&str; 7] =
        ["in dispute", "is disputed", "are disputed", "disagree", "differ", "differs", "contradictory"];
    let Some(before) = q.sentence.checked_sub(1) else { return false };
    let folded = format!(" {} ", crate::entities::fold(pile.sentence(q.span.article, before)));
    let has = |words: &[&str]| words.iter().any(|w| folded.contains(&format!(" {w} ")));
    has(&NUMBER) && has(&DISPUTED) && is_total(&q.measure)
}

/// "The government admits to 41 arrests.": a figure that somebody is said to state.
fn is_stated(pile: &Pile, q: &Quantity) -> bool {
    let article = q.span.article;
    pile.claims_in(article, q.sentence).iter().map(|&c| &pile.record.claims[c]).any(|claim| {
        let is_speaker = |p: &crate::record::Participant| {
            matches!(p.role, ParticipantRole::Speaker | ParticipantRole::Actor)
                && p.span.span.end() <= claim.trigger.start()
        };
        claim.kind == EventType::Statement
            && claim.trigger.end() <= q.span.span.start()
            && claim.participants.iter().any(is_speaker)
    })
}

/// The words from where a second figure may be another's: the next sentence, or what stands after a semicolon.
fn reply<'a>(pile: &'a Pile, x: &Quantity, y: &Quantity) -> Option<&'a str> {
    if x.span.article != y.span.article {
        return None;
    }
    let text = pile.record.articles[y.span.article].article.text.as_str();
    let end = pile.record.articles[y.span.article].sentences[y.sentence].span.end();
    /// Sentences between a count and a bare number that can only answer it.
    const N_SENTENCES: usize = 5;
    let is_near = y.sentence > x.sentence && y.sentence <= x.sentence + N_SENTENCES;
    if y.sentence == x.sentence + 1 || is_near && is_own_word(pile, y) {
        return Some(pile.sentence(y.span.article, y.sentence));
    }
    let from = x.span.span.end();
    let between = text.get(from..y.span.span.start()).filter(|_| x.sentence == y.sentence)?;
    // "… is 1,150 jobs, Acme says, or 1,400, says the union".
    let turn = between.rfind(';').or_else(|| between.ends_with(", or ").then(|| between.len() - 4))?;
    text.get(from + turn + 1..end)
}

/// Whether words leave out what is counted: "The owners say more than 40."
fn says_only_the_figure(pile: &Pile, q: &Quantity, words: &str) -> bool {
    /// Content words besides the figure: who gives it, and the verb.
    const N_TERMS_MAX: usize = 5;
    let article = &pile.record.articles[q.span.article];
    let is_elliptic = article.article.slice(q.span.span).chars().all(|c| !c.is_alphabetic())
        || q.span.span == q.figure
        || q.of.is_empty()
        || !article.article.slice(q.span.span).to_lowercase().contains(&q.of.to_lowercase())
        // "Two arrests": what is counted is the measure itself.
        || q.measure.starts_with("people.");
    let name =
        q.attribution.iter().skip(1).map(|l| crate::entities::fold(&l.name)).collect::<Vec<_>>().join(" ");
    // "… more than 200, among them nine journalists" says no more of the figure.
    let tail = [" among them", " among whom", " including", " of them ", " of whom "];
    let cut = tail.iter().filter_map(|t| words.find(t)).min().unwrap_or(words.len());
    let words = crate::entities::fold(&words[..cut]);
    let is_here = |w: &&smol_str::SmolStr| {
        let stem: String = w.chars().take(N_STEM).collect();
        words.split(' ').any(|x| x.starts_with(&crate::entities::fold(&stem)))
    };
    let is_other = |w: &&smol_str::SmolStr| {
        w.chars().all(char::is_alphabetic)
            && !matches!(w.as_str(), "million" | "billion" | "thousand" | "hundred")
            && !matches!(w.as_str(), "figure" | "number" | "less" | "more" | "put" | "estimate")
            && !name.split(' ').any(|n| n == crate::entities::fold(w))
    };
    is_elliptic && article.terms[q.sentence].iter().filter(is_here).filter(is_other).count() <= N_TERMS_MAX
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
            && is_asserted(pile.record, f.quantity)
            && !pile.is_copied(f.quantity)
    };
    type Ways<'f> = BTreeMap<(Option<Date>, &'f str), Vec<&'f Figure>>;
    let mut by_story: BTreeMap<usize, Ways> = BTreeMap::new();
    for f in figures.iter().filter(is_own) {
        by_story.entry(f.story()).or_default().entry((f.scope(), f.population())).or_default().push(f);
    }
    // Of each way of counting the latest figure.
    let when = |f: &&Figure| (day(&pile.record.quantities[f.quantity]), f.quantity);
    for by_scope in by_story.into_values().filter(|all| all.keys().any(|(scope, _)| scope.is_some())) {
        let latest = by_scope.into_values().filter_map(|all| all.into_iter().max_by_key(when));
        let rows: Vec<Vec<usize>> = latest.map(|f| pile.with_echoes(&[f.quantity])).collect();
        let note = "counted over different spans of time or among different people";
        out.measure(measure, DisagreementKind::Value, Relation::Definition, Side::all(rows), note);
    }
}

/// A share of the ground against a share of its districts.
fn areas(pile: &Pile, by_measure: &BTreeMap<&str, Vec<Figure>>, out: &mut Builder) {
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
