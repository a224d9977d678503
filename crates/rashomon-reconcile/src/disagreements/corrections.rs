//! Corrections inside articles: what an outlet takes back, and what it puts in its place.
//!
//! A notice is read sentence by sentence: one in which the outlet reports its own words is wrong ("On Monday we
//! reported that …", "An earlier version of this article said …"), what follows it up to the next such
//! sentence, or the end of it after a semicolon, is right. What is wrong is wrong in the pile's other articles too.

use super::comparable::{Figure, could_be_one, is_total, point};
use super::pile::{Mode, Pile, share_participants};
use super::{Builder, Side};
use crate::record::{DisagreementKind, Quantity, Record, Relation};
use rashomon_reading::modality::Polarity;
use rashomon_text::BlockKind;
use rustc_hash::FxHashSet;

/// Words by which an outlet means itself or its own text.
const OWN: [&str; 26] = [
    "we",
    "our",
    "us",
    "this newspaper",
    "this paper",
    "this article",
    "this story",
    "this report",
    "this post",
    "this page",
    "this site",
    "this item",
    "earlier version",
    "previous version",
    "original version",
    "earlier edition",
    "earlier editions",
    "last edition",
    "the article",
    "the story",
    "the report",
    "same report",
    "same article",
    "a report",
    "an article",
    "a story",
];
/// Verbs of what it did with its words.
const SAID: [&str; 27] = [
    "said",
    "wrote",
    "reported",
    "stated",
    "gave",
    "given",
    "misstated",
    "misspelled",
    "misspelt",
    "misidentified",
    "misquoted",
    "described",
    "quoted",
    "named",
    "called",
    "put",
    "referred",
    "printed",
    "published",
    "attributed",
    "suggested",
    "implied",
    "claimed",
    "listed",
    "carried",
    "confused",
    "omitted",
];

/// Characters between the wrong figure and the right one.
const N_CHARS_BUT: usize = 24;
/// Characters between the right figure and the wrong one.
const N_CHARS_NOT: usize = 60;

/// One sentence that takes words back, and the sentences that put others in their place.
struct Notice {
    article: usize,
    wrong: usize,
    right: std::ops::Range<usize>,
}

/// Story, measure and value of figures that were taken back.
pub(super) type Withdrawn = FxHashSet<(usize, String, u64)>;

/// What outlets correct.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    for notice in notices(pile) {
        if !figures(pile, &notice, out) {
            claims(pile, &notice, out);
        }
    }
    for (wrong, right) in put_right(pile) {
        if out.has_opposed(wrong, right) || everywhere_is_opposed(pile, wrong, right, out) {
            continue;
        }
        let (Some(w), Some(r)) = (Figure::new(pile, wrong), Figure::new(pile, right)) else { continue };
        let (article, sentence) = (w.article(pile), pile.record.quantities[wrong].sentence);
        let place = Notice { article, wrong: sentence, right: sentence..sentence };
        let measure = &pile.record.quantities[wrong].measure;
        let rows = vec![everywhere(pile, &place, &w), everywhere(pile, &place, &r)];
        let note = "taken back by those who gave it";
        out.measure(measure, DisagreementKind::Value, Relation::Evolves, Side::all(rows), note);
    }
}

/// Whether another account's telling of the wrong figure stands against the right one already.
fn everywhere_is_opposed(pile: &Pile, wrong: usize, right: usize, out: &Builder) -> bool {
    let key = key_of(pile, wrong);
    (0..pile.record.quantities.len()).any(|q| key_of(pile, q) == key && out.has_opposed(q, right))
}

/// The figures that a notice or a sentence takes back, by what they count.
pub(super) fn withdrawn(pile: &Pile) -> Withdrawn {
    put_right(pile).into_iter().map(|(wrong, _)| key_of(pile, wrong)).collect()
}

/// By what a figure is known to have been taken back.
pub(super) fn key_of(pile: &Pile, quantity: usize) -> (usize, String, u64) {
    let q = &pile.record.quantities[quantity];
    let point = point(q).unwrap_or_default();
    (pile.record.articles[q.span.article].story, q.measure.clone(), point.to_bits())
}

/// "Not 96 people but 69", "69, not 96": pairs of a figure that is taken back and the one in its place.
fn put_right(pile: &Pile) -> Vec<(usize, usize)> {
    let all = 0..pile.record.quantities.len();
    all.filter_map(|wrong| Some((wrong, right_of(pile.record, wrong)?))).collect()
}

/// Whether a figure is given as the wrong one.
pub(super) fn is_put_right(record: &Record, quantity: usize) -> bool {
    right_of(record, quantity).is_some()
}

/// The figure that the same sentence puts in the place of another.
fn right_of(record: &Record, wrong: usize) -> Option<usize> {
    stands_before(record, wrong).or_else(|| stands_after(record, wrong))
}

/// "Treated 231 people, not 312", "29 people, and not 22 as stated, were cut off", "six died, rather than the nine it had
/// reported".
fn stands_before(record: &Record, wrong: usize) -> Option<usize> {
    const TURNS: [&str; 5] =
        [", not ", ", and not ", ", rather than ", ", rather than the ", ", instead of "];
    let right = wrong.checked_sub(1)?;
    let (w, r) = (record.quantities.get(wrong)?, record.quantities.get(right)?);
    let is_near = w.span.article == r.span.article && w.sentence == r.sentence;
    let article = &record.articles[w.span.article];
    let text = article.article.text.as_str();
    let between = text.get(r.span.span.end()..w.span.span.start()).filter(|_| is_near)?;
    let end = article.sentences[w.sentence].span.end();
    let is_turned = between.trim() == ", not"
        || TURNS.iter().any(|t| between.ends_with(t))
            && !between.contains([';', ':'])
            && between.len() <= N_CHARS_NOT
            && w.span.span == w.figure
            && is_earlier_word(text.get(w.figure.end()..end).unwrap_or_default());
    (w.measure == r.measure && w.value != r.value && is_turned).then_some(right)
}

/// "… as stated yesterday", "… it had reported": what was said before, not what had been hoped for.
fn is_earlier_word(after: &str) -> bool {
    const STATED: [&str; 10] = [
        "stated",
        "reported",
        "said",
        "announced",
        "given",
        "thought",
        "published",
        "claimed",
        "told",
        "first",
    ];
    let clause = after.trim_start_matches(',').split([',', ';', '.']).next().unwrap_or_default();
    super::copies::has_any(clause, &STATED)
}

/// "Not 96 people but 69".
fn stands_after(record: &Record, wrong: usize) -> Option<usize> {
    let (w, r) = (record.quantities.get(wrong)?, record.quantities.get(wrong + 1)?);
    let is_near = w.span.article == r.span.article && w.sentence == r.sentence;
    if !is_near || w.measure != r.measure || w.value == r.value {
        return None;
    }
    let article = &record.articles[w.span.article];
    let text = article.article.text.as_str();
    let before = text.get(article.sentences[w.sentence].span.start()..w.span.span.start())?.to_lowercase();
    let between = text.get(w.span.span.end()..r.span.span.start())?;
    let is_not = before == "not " || before.ends_with(" not ");
    let is_but = between.len() <= N_CHARS_BUT && between.split_whitespace().any(|b| b == "but");
    (is_not && is_but).then_some(wrong + 1)
}

fn notices(pile: &Pile) -> Vec<Notice> {
    let mut found = Vec::new();
    for (article, a) in pile.record.articles.iter().enumerate() {
        let is_notice = |s: usize| a.sentences.get(s).is_some_and(|s| s.kind == BlockKind::Correction);
        for wrong in (0..a.sentences.len()).filter(|&s| is_notice(s) && takes_back(pile.sentence(article, s)))
        {
            let goes_on = |&s: &usize| {
                is_notice(s)
                    && a.sentences[s].block == a.sentences[wrong].block
                    && !takes_back(pile.sentence(article, s))
            };
            let end = (wrong + 1..).take_while(goes_on).last().map_or(wrong + 1, |s| s + 1);
            found.push(Notice { article, wrong, right: wrong + 1..end });
        }
    }
    found
}

/// Whether an outlet reports its own words here.
fn takes_back(sentence: &str) -> bool {
    let folded = format!(" {} ", crate::entities::fold(sentence));
    let has = |words: &[&str]| words.iter().any(|w| folded.contains(&format!(" {w} ")));
    // "The number was given as 4", "the name was misspelled": by the outlet, in a notice of its own.
    let is_passive =
        ["was given as", "were given as", "was stated as", "was wrongly", "were wrongly", "was misstated"];
    has(&OWN) && has(&SAID) || is_passive.iter().any(|w| folded.contains(w))
}

/// Figures taken back and given instead; whether there were any.
fn figures(pile: &Pile, notice: &Notice, out: &mut Builder) -> bool {
    let record = pile.record;
    let span = record.articles[notice.article].sentences[notice.wrong].span;
    let sentence = pile.sentence(notice.article, notice.wrong);
    let turn = turn(pile, notice);
    let in_notice =
        |s: usize| pile.figures_in(notice.article, s).iter().filter_map(|&q| Figure::new(pile, q));
    // "…, not 21 as stated": what stands after "not" is wrong, what stands before it is right.
    let is_negated = |f: &Figure| {
        let at = record.quantities[f.quantity].figure.start().saturating_sub(span.start());
        sentence
            .get(..at)
            .is_some_and(|before| before.ends_with(" not ") || before.ends_with(" rather than "))
    };
    let mut all: Vec<Figure> = in_notice(notice.wrong).collect();
    let any_negated = all.iter().any(is_negated);
    let is_right = |f: &Figure| {
        if any_negated { !is_negated(f) } else { record.quantities[f.quantity].figure.start() >= turn }
    };
    let mut right: Vec<Figure> = Vec::new();
    let mut wrong: Vec<Figure> = Vec::new();
    for figure in all.drain(..) {
        if is_right(&figure) { right.push(figure) } else { wrong.push(figure) }
    }
    right.extend(notice.right.clone().flat_map(in_notice));
    if right.is_empty() {
        right.extend(told_below(pile, notice, &wrong));
    }
    let mut any = false;
    // "As 33 to 12; it was 33 to 11": what is given again is not what was wrong.
    let is_kept = |f: &Figure| right.iter().any(|r| r.point == f.point);
    for w in wrong.iter().filter(|w| !is_kept(w)) {
        let measure = &record.quantities[w.quantity].measure;
        let fits = |r: &&Figure| {
            let other = &record.quantities[r.quantity];
            let family = |m: &str| m.split('.').next().unwrap_or_default().to_owned();
            let is_bare = other.span.span == other.figure;
            (family(&other.measure) == family(measure)
                || is_bare
                || other.unit.is_some() && other.unit == record.quantities[w.quantity].unit)
                && !wrong.iter().any(|w| w.point == r.point)
                && could_be_one(pile, w, r)
        };
        let Some(r) = right.iter().find(fits) else { continue };
        // "As 15 to nine. There were 14 in favour.": it stands in the place of the nearest.
        let gap = |w: &Figure| (w.point - r.point).abs();
        if wrong.iter().any(|o| gap(o) < gap(w) && !is_kept(o)) {
            continue;
        }
        any = true;
        let rows = vec![everywhere(pile, notice, w), everywhere(pile, notice, r)];
        let note = "corrected by the outlet itself";
        out.measure(measure, DisagreementKind::Value, Relation::Evolves, Side::all(rows), note);
    }
    any
}

/// "A headline said that the strike had lasted 39 hours.": what the article itself says, where it gives one such figure.
fn told_below(pile: &Pile, notice: &Notice, wrong: &[Figure]) -> Option<Figure> {
    /// A slip changes a number by less than this factor.
    const RATIO_MAX: f64 = 2.0;
    let [wrong] = wrong else { return None };
    let is_of_headline = super::copies::has_any(pile.sentence(notice.article, notice.wrong), &["headline"]);
    let record = pile.record;
    let of = &record.quantities[wrong.quantity];
    let n = record.articles[notice.article].sentences.len();
    let below = (0..n).filter(|&s| is_of_headline && pile.block(notice.article, s) == BlockKind::Paragraph);
    let is_such = |f: &Figure| {
        let q = &record.quantities[f.quantity];
        (&q.measure, &q.unit) == (&of.measure, &of.unit)
            && f.point.max(wrong.point) <= RATIO_MAX * f.point.min(wrong.point)
    };
    let figures =
        below.flat_map(|s| pile.figures_in(notice.article, s)).filter_map(|&q| Figure::new(pile, q));
    let mut all: Vec<Figure> = figures.filter(is_such).collect();
    let is_one = all.windows(2).all(|w| w[0].point == w[1].point);
    if is_one && !all.is_empty() { Some(all.swap_remove(0)) } else { None }
}

/// The figure, and the same figure of the same thing elsewhere in the pile.
fn everywhere(pile: &Pile, taken_back: &Notice, figure: &Figure) -> Vec<usize> {
    /// Smaller totals are met by chance.
    const TELLING_MIN: f64 = 10.0;
    let record = pile.record;
    let notice = &record.quantities[figure.quantity];
    // "According to the report it was nine": of what, the sentence says that is taken back.
    let sentences = &record.articles[taken_back.article];
    let of_notice = || {
        let all = std::iter::once(taken_back.wrong).chain(taken_back.right.clone());
        all.flat_map(|s| &sentences.terms[s])
    };
    let terms = |q: usize| {
        let quantity = &record.quantities[q];
        &record.articles[quantity.span.article].terms[quantity.sentence]
    };
    // "114 students; it was 14" takes back nothing of "14 villages".
    let is_of_one_noun = |q: usize| {
        let of = crate::entities::fold(&record.quantities[q].of);
        !super::comparable::is_of_everybody(&of) && of == crate::entities::fold(&notice.of)
    };
    let alike = |q: usize| {
        let shared = terms(q).iter().filter(|w| of_notice().any(|n| n == *w)).count();
        shared > 1
            || (is_total(&notice.measure) || shared > 0 && is_of_one_noun(q))
                && (is_total(&notice.measure) && shared > 0 || figure.point >= TELLING_MIN)
    };
    // A score is another account's too where it gives no number that the notice does not.
    let is_one_score = |other: &Quantity| {
        let numbers = || {
            let all = std::iter::once(taken_back.wrong).chain(taken_back.right.clone());
            all.flat_map(|s| pile.figures_in(taken_back.article, s))
        };
        let sides = pile.figures_in(other.span.article, other.sentence).iter().filter(|&&q| {
            matches!(record.quantities[q].measure.as_str(), "votes" | "votes.for" | "votes.against")
        });
        sides.clone().count() > 1
            && sides
                .into_iter()
                .all(|&q| numbers().any(|&n| record.quantities[n].value == record.quantities[q].value))
    };
    let mut all = vec![figure.quantity];
    for (q, other) in record.quantities.iter().enumerate() {
        let is_here = record.articles[other.span.article].story == figure.story();
        let is_votes = |m: &str| m.starts_with("votes");
        let is_one_measure = other.measure == notice.measure
            || is_votes(&other.measure) && is_votes(&notice.measure) && is_one_score(other);
        let is_notice = other.span.article == notice.span.article
            && pile.block(other.span.article, other.sentence) == BlockKind::Correction;
        let is_it = q != figure.quantity
            && is_one_measure
            && (other.entity == notice.entity || other.measure != notice.measure)
            && !is_notice
            && (is_here || !is_total(&notice.measure));
        if is_it && other.value == notice.value && other.value.is_some() && alike(q) {
            all.push(q);
        }
    }
    all
}

/// Happenings taken back: what the notice says of them, and who else tells them.
fn claims(pile: &Pile, notice: &Notice, out: &mut Builder) {
    let record = pile.record;
    let (wrong, right) = taken_and_given(pile, notice);
    let (Some(&first), false) = (wrong.first(), right.is_empty()) else { return };
    // What others tell of the same act: as the notice no longer does, and as it does now.
    let elsewhere = |mode: Mode| -> Vec<usize> {
        let tells = |c: usize| {
            let claim = &record.claims[c];
            let is_it =
                |&w: &usize| record.claims[w].predicate == claim.predicate && is_one_happening(pile, w, c);
            claim.span.article != notice.article && Mode::of(claim) == mode && wrong.iter().any(is_it)
        };
        (0..record.claims.len()).filter(|&c| tells(c)).collect()
    };
    let still_told = elsewhere(Mode::Done);
    let Some(event) = pile.event_of(still_told.first().copied().unwrap_or(first)) else { return };
    let is_negative = |&c: &usize| record.claims[c].polarity == Polarity::Negative;
    // The same was done by or to others, or something else was done.
    let is_one_act =
        |&r: &usize| wrong.iter().any(|&w| record.claims[w].predicate == record.claims[r].predicate);
    let kind = if !right.iter().any(is_negative) && right.iter().any(is_one_act) {
        DisagreementKind::Participant
    } else {
        DisagreementKind::Polarity
    };
    // What others go on telling, and the outlet has withdrawn, cannot both be right.
    let relation = if still_told.is_empty() { Relation::Evolves } else { Relation::Conflict };
    let mut given = right.clone();
    let told_so = right.iter().flat_map(|&c| pile.fellows(c));
    given.extend(told_so.filter(|&c| record.claims[c].span.article != notice.article));
    given.extend(elsewhere(Mode::Denied));
    let mut seen = FxHashSet::default();
    given.retain(|&c| seen.insert(c));
    let taken_back: Vec<usize> = wrong.into_iter().chain(still_told).collect();
    let sides = vec![Side::claims(taken_back, None), Side::claims(given, None)];
    out.event(event, kind, relation, sides, "withdrawn by the outlet in a correction");
}

/// The claims that a notice takes back, and those it puts in their place: in its next sentences, or after a semicolon.
fn taken_and_given(pile: &Pile, notice: &Notice) -> (Vec<usize>, Vec<usize>) {
    let turn = turn(pile, notice);
    let is_before = |&c: &usize| pile.record.claims[c].trigger.start() < turn;
    let (wrong, mut right): (Vec<usize>, Vec<usize>) =
        pile.claims_in(notice.article, notice.wrong).iter().copied().partition(is_before);
    right.extend(notice.right.clone().flat_map(|s| pile.claims_in(notice.article, s)));
    (wrong, right)
}

/// Where a sentence that takes words back turns to what is right; its end, where it does not.
fn turn(pile: &Pile, notice: &Notice) -> usize {
    let span = pile.record.articles[notice.article].sentences[notice.wrong].span;
    let sentence = pile.sentence(notice.article, notice.wrong);
    span.start() + sentence.find(';').unwrap_or(sentence.len())
}

/// Whether two claims of one act name one participant, or share a telling word of it.
fn is_one_happening(pile: &Pile, a: usize, b: usize) -> bool {
    let (x, y) = (&pile.record.claims[a], &pile.record.claims[b]);
    let story = |article: usize| pile.record.articles[article].story;
    let shared = x.terms.iter().filter(|w| **w != x.predicate && y.terms.contains(w)).count();
    story(x.span.article) == story(y.span.article) && (share_participants(x, y) || shared > 0)
}
