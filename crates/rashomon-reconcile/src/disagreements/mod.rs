//! Where the accounts disagree, and how.
//!
//! Comparable statements only ([`comparable`]): figures of one measure, place, scope and population ([`figures`]),
//! also where an account sets them side by side
//! ([`side_by_side`]), where two authorities count against each other ([`rivals`]) and where the next sentence gives an earlier stage
//! ([`stages`]);
//! counts of one ballot ([`ballots`]); parts that do not make their total ([`arithmetic`]); what a copy makes of its original ([`copies`]) and an outlet of
//! its own words ([`corrections`]); events told with other days, or as done here and as open there ([`tellings`]);
//! statements that the next sentences rebut ([`rebuttals`]), assertions and their denials ([`denials`]), blame that is
//! denied ([`blamed`]), versions that an account sets apart itself ([`versions`]),
//! what became of somebody in other words ([`fates`]), what is asked of somebody who refuses ([`refused`]), what was sent and did not come ([`converses`]), the hours of one act ([`hours`]).
//! Across accounts that share few words: figures ([`counterparts`]), acts and their denials ([`contradicted`]), causes
//! ([`causes`]), sayings ([`speakers`]), the days of what happens once ([`fateful_days`]).
//! What differs because it is later, coarser or counted otherwise is
//! said to be so, not called a conflict.

mod arithmetic;
mod ballots;
mod blamed;
mod causes;
mod comparable;
mod contradicted;
mod converses;
mod copies;
mod corrections;
mod counterparts;
mod denials;
mod elliptic;
mod fateful_days;
mod fates;
mod figures;
mod hours;
mod lists;
mod order;
mod overtaken;
mod pile;
mod populations;
mod rebuttals;
mod refused;
mod reversals;
mod revised;
mod rivals;
mod side_by_side;
mod speakers;
mod stages;
mod sums;
mod tellings;
#[cfg(test)]
mod tests;
mod versions;
mod whose;
mod years;

use crate::entities::fold;
use crate::events::{Statement, independent};
use crate::record::{About, Disagreement, DisagreementKind, Position, Quantity, Record, Relation};
pub(crate) use comparable::{COUNTS_OF_PEOPLE, Figure, groups};
pub(crate) use figures::is_asserted;
pub(crate) use pile::Pile;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::Time;
use rustc_hash::{FxHashMap, FxHashSet};

/// The disagreements between the record's claims and figures, figures first.
pub(crate) fn disagreements(record: &Record) -> Vec<Disagreement> {
    let pile = Pile::new(record);
    let mut out =
        Builder { record, found: Vec::new(), seen: FxHashSet::default(), same: SameFigures::new(record) };
    figures::disagreements(&pile, &mut out);
    years::disagreements(&pile, &mut out);
    copies::disagreements(&pile, &mut out);
    lists::disagreements(&pile, &mut out);
    corrections::disagreements(&pile, &mut out);
    ballots::disagreements(&pile, &mut out);
    revised::disagreements(&pile, &mut out);
    counterparts::disagreements(&pile, &mut out);
    arithmetic::disagreements(&pile, &mut out);
    tellings::disagreements(&pile, &mut out);
    overtaken::disagreements(&pile, &mut out);
    rebuttals::disagreements(&pile, &mut out);
    denials::disagreements(&pile, &mut out);
    blamed::disagreements(&pile, &mut out);
    versions::disagreements(&pile, &mut out);
    fates::disagreements(&pile, &mut out);
    refused::disagreements(&pile, &mut out);
    converses::disagreements(&pile, &mut out);
    contradicted::disagreements(&pile, &mut out);
    causes::disagreements(&pile, &mut out);
    speakers::disagreements(&pile, &mut out);
    fateful_days::disagreements(&pile, &mut out);
    order::disagreements(&pile, &mut out);
    hours::disagreements(&pile, &mut out);
    out.found
}

/// What one side of a disagreement holds.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Side {
    claims: Vec<usize>,
    figures: Vec<usize>,
    as_of: Option<Time>,
    /// The article and the sentence that hold it, where these are not those of the first claim or figure.
    told_in: Option<(usize, usize)>,
}

impl Side {
    fn claims(claims: Vec<usize>, as_of: Option<Time>) -> Self {
        Self { claims, figures: Vec::new(), as_of, told_in: None }
    }

    /// Sides of figures.
    fn all(figures: Vec<Vec<usize>>) -> Vec<Self> {
        let side = |figures| Self { claims: Vec::new(), figures, as_of: None, told_in: None };
        figures.into_iter().map(side).collect()
    }
}

/// Collects disagreements, each once.
struct Builder<'a> {
    record: &'a Record,
    found: Vec<Disagreement>,
    seen: FxHashSet<Vec<Side>>,
    same: SameFigures,
}

impl Builder<'_> {
    fn measure(
        &mut self,
        measure: &str,
        kind: DisagreementKind,
        relation: Relation,
        sides: Vec<Side>,
        note: impl Into<String>,
    ) {
        self.add(About::Measure(measure.to_owned()), kind, relation, sides, note.into());
    }

    /// Whether two figures stand on different sides already.
    fn has_opposed(&self, a: usize, b: usize) -> bool {
        let side = |d: &Disagreement, q: usize| d.positions.iter().position(|p| p.quantities.contains(&q));
        self.found.iter().any(|d| matches!((side(d, a), side(d, b)), (Some(x), Some(y)) if x != y))
    }

    /// Adds figures to the side of the first where it stands against the second as what was before.
    fn second(&mut self, first: usize, against: usize, more: &[usize]) {
        let record = self.record;
        let has = |p: &Position, q: usize| p.quantities.contains(&q);
        let is_it = |d: &&mut Disagreement| {
            d.relation == Relation::Evolves
                && d.positions.iter().any(|p| has(p, first))
                && d.positions.iter().any(|p| has(p, against))
        };
        let Some(found) = self.found.iter_mut().find(is_it) else { return };
        let is_new = |q: &&usize| !found.positions.iter().any(|p| has(p, **q));
        let new: Vec<usize> = more.iter().filter(is_new).copied().collect();
        let Some(side) = found.positions.iter_mut().find(|p| has(p, first)) else { return };
        let all = side.quantities.iter().copied().chain(new).collect();
        *side = Position { summary: std::mem::take(&mut side.summary), ..of_figures(record, all) };
    }

    /// The same of two claims.
    fn has_opposed_claims(&self, a: usize, b: usize) -> bool {
        let side = |d: &Disagreement, c: usize| d.positions.iter().position(|p| p.claims.contains(&c));
        self.found.iter().any(|d| matches!((side(d, a), side(d, b)), (Some(x), Some(y)) if x != y))
    }

    fn event(
        &mut self,
        event: usize,
        kind: DisagreementKind,
        relation: Relation,
        sides: Vec<Side>,
        note: impl Into<String>,
    ) {
        self.add(About::Event(event), kind, relation, sides, note.into());
    }

    /// Adds what has two sides and was not said yet.
    fn add(
        &mut self,
        about: About,
        kind: DisagreementKind,
        relation: Relation,
        sides: Vec<Side>,
        note: String,
    ) {
        let is_empty = |s: &Side| s.claims.is_empty() && s.figures.is_empty();
        if sides.len() < 2 || sides.iter().any(is_empty) || !self.seen.insert(sides.clone()) {
            return;
        }
        let mut sides = sides;
        if kind == DisagreementKind::Value {
            self.add_elsewhere(&about, &mut sides);
        }
        let record = self.record;
        let position = |side: Side| {
            let is_figures = side.claims.is_empty();
            let (kind, figures) = (kind, side.figures);
            let mut position = match is_figures {
                true if needs_words(record, kind, &figures) => {
                    in_its_sentence(record, of_figures(record, figures))
                }
                true => of_figures(record, figures),
                false => of_claims(record, side.claims, side.as_of),
            };
            if let Some((article, sentence)) = side.told_in {
                let told = &record.articles[article];
                told.article.slice(told.sentences[sentence].span).clone_into(&mut position.summary);
            }
            position
        };
        let positions = sides.into_iter().map(position).collect();
        self.found.push(Disagreement { about, kind, relation, positions, note });
    }
}

impl Builder<'_> {
    /// Adds where other accounts of the story give the same number of the same measure, if it is no side's already.
    fn add_elsewhere(&mut self, about: &About, sides: &mut [Side]) {
        let About::Measure(measure) = about else { return };
        let record = self.record;
        for i in 0..sides.len() {
            let Some(&first) = sides[i].figures.first() else { continue };
            let Some(key) = self.same.key(record, first).filter(|_| is_telling(record, measure, first))
            else {
                continue;
            };
            let of = &record.quantities[first];
            for &o in self.same.figures.get(&key).map_or(&[][..], Vec::as_slice) {
                let other = &record.quantities[o];
                let is_known = sides.iter().any(|s| s.figures.contains(&o));
                // The account may give it twice, but not where it stands on another side.
                let is_there = sides.iter().enumerate().any(|(n, s)| {
                    n != i
                        && s.figures.iter().any(|&q| record.quantities[q].span.article == other.span.article)
                });
                let is_one = fold(&of.of) == fold(&other.of)
                    || measure == "money"
                    || measure.starts_with("count.")
                    || is_of_people(of, other);
                if !is_known && !is_there && is_one && of.entity == other.entity {
                    sides[i].figures.push(o);
                }
            }
        }
    }
}

/// Whether a number is hardly given twice by chance: a total, or a sum of three digits or more.
fn is_telling(record: &Record, measure: &str, quantity: usize) -> bool {
    /// Digits without the zeros at the end.
    const N_DIGITS_MIN: usize = 3;
    let digits = record.quantities[quantity].value.map(|v| v.to_string()).unwrap_or_default();
    let n = digits.trim_end_matches('0').chars().filter(char::is_ascii_digit).count();
    n > 1 && COUNTS_OF_PEOPLE.contains(&measure) || n >= N_DIGITS_MIN && measure != "share"
}

/// Whether two counts are of people at large.
fn is_of_people(a: &Quantity, b: &Quantity) -> bool {
    let of = |q: &Quantity| comparable::is_of_everybody(&q.of);
    COUNTS_OF_PEOPLE.contains(&a.measure.as_str()) && of(a) && of(b)
}

/// Figures by story, measure, unit and value.
#[derive(Default)]
struct SameFigures {
    figures: FxHashMap<SameKey, Vec<usize>>,
}

type SameKey = (usize, String, String, u64);

impl SameFigures {
    fn new(record: &Record) -> Self {
        let mut same = Self::default();
        for q in 0..record.quantities.len() {
            if let Some(key) = same.key(record, q) {
                same.figures.entry(key).or_default().push(q);
            }
        }
        same
    }

    #[allow(clippy::unused_self, reason = "reads as one")]
    fn key(&self, record: &Record, quantity: usize) -> Option<SameKey> {
        let q = &record.quantities[quantity];
        let is_said =
            q.polarity == Polarity::Positive && !matches!(q.modality, Modality::Denied | Modality::Demanded);
        let story = record.articles[q.span.article].story;
        let unit = comparable::noun_class(q.unit.as_deref().unwrap_or_default()).to_owned();
        let measure = comparable::measure_class(&q.measure).to_string();
        Some((story, measure, unit, q.value.filter(|_| is_said)?.to_bits()))
    }
}

/// The position that some figures hold, in the words of the first.
fn of_figures(record: &Record, quantities: Vec<usize>) -> Position {
    let first = &record.quantities[quantities[0]];
    let mut articles: Vec<usize> = quantities.iter().map(|&q| record.quantities[q].span.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let statements: Vec<Statement> = quantities
        .iter()
        .map(|&q| {
            let quantity = &record.quantities[q];
            Statement {
                article: quantity.span.article,
                span: quantity.figure,
                chain: &quantity.attribution,
                speaker: None,
            }
        })
        .collect();
    Position {
        summary: record.articles[first.span.article].article.slice(first.span.span).to_owned(),
        claims: Vec::new(),
        articles,
        independent: independent(record, &statements),
        as_of: first.as_of.clone(),
        quantities,
    }
}

/// Whether a figure says too little alone: the words matter and not the number, or nobody would know of what it is.
fn needs_words(record: &Record, kind: DisagreementKind, figures: &[usize]) -> bool {
    let measure = record.quantities[figures[0]].measure.as_str();
    matches!(kind, DisagreementKind::Polarity | DisagreementKind::Modality)
        || matches!(measure, "people" | "money" | "share" | "duration" | "seats")
        || measure.starts_with("count.")
}

/// A position that is shown by the sentence of its first figure, where the words matter and not the number.
fn in_its_sentence(record: &Record, mut position: Position) -> Position {
    let first = &record.quantities[position.quantities[0]];
    let article = &record.articles[first.span.article];
    article.article.slice(article.sentences[first.sentence].span).clone_into(&mut position.summary);
    position
}

/// The position that some claims hold, in the words of the first.
fn of_claims(record: &Record, claims: Vec<usize>, as_of: Option<Time>) -> Position {
    let first = &record.claims[claims[0]];
    let mut articles: Vec<usize> = claims.iter().map(|&c| record.claims[c].span.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let statements: Vec<Statement> = claims.iter().map(|&c| Statement::of_claim(&record.claims[c])).collect();
    Position {
        summary: record.articles[first.span.article].article.slice(first.span.span).to_owned(),
        quantities: Vec::new(),
        articles,
        independent: independent(record, &statements),
        as_of,
        claims,
    }
}
