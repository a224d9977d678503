//! Parts of a stretch: "early Tuesday", "mid-November", "the end of the month".

use super::{Piece, Scan};
use crate::time::form::{DayForm, Edge, Unit};
use crate::time::lexicon;

impl Scan<'_> {
    /// "earlier this year", "late last week", "early Tuesday", "mid-November", "the end of May".
    pub(super) fn edged(&self, i: usize) -> Option<Piece> {
        let word = self.w.get(i)?.lower.as_str();
        let edge = match word {
            "early" => Edge::Start,
            "mid" | "middle" => Edge::Mid,
            "late" => Edge::End,
            "earlier" => Edge::Earlier,
            "later" => Edge::Later,
            _ => return self.end_of(i),
        };
        let next = self.skip(i + 1, &["-", "–", "in", "on"]);
        if next > i + 1 && !self.any(i + 1, &["-", "–"]) && !matches!(edge, Edge::Earlier | Edge::Later) {
            return None; // "early on Tuesday", "late in May": the adverb stays outside
        }
        let inner = if matches!(edge, Edge::Earlier | Edge::Later) {
            self.today(next).or_else(|| self.relative(next)).or_else(|| self.weekday(next))
        } else {
            self.today(next)
                .or_else(|| self.relative(next))
                .or_else(|| self.weekday(next))
                .or_else(|| self.month_name(next))
                .or_else(|| self.season_name(next))
                .or_else(|| self.decade(next))
                .or_else(|| self.year_number(next).and_then(|y| Piece::day(next + 1, DayForm::Year(y))))
        }?;
        if matches!(inner.day, DayForm::Duration(_) | DayForm::Set(_) | DayForm::Passed { .. }) {
            return None;
        }
        Some(Piece { edge, ..inner })
    }

    /// "the end of the month", "the start of 2016".
    fn end_of(&self, i: usize) -> Option<Piece> {
        let at = self.skip(i, &["the"]);
        let edge = match self.w.get(at)?.lower.as_str() {
            "start" | "beginning" => Edge::Start,
            "middle" => Edge::Mid,
            "end" => Edge::End,
            _ => return None,
        };
        if !self.is(at + 1, "of") {
            return None;
        }
        let next = at + 2;
        let named = self.skip(next, &["the"]);
        let unit = self.w.get(named).and_then(|w| lexicon::unit(&w.lower));
        // "by end of year", but "the end of week three".
        let is_said = named > next || self.preceded_by(i, &["at", "by", "before", "until", "till"]);
        if let Some((unit, false)) = unit.filter(|(u, _)| is_said && *u >= Unit::Week) {
            let day = DayForm::Relative { count: 0, unit };
            let goes_on = self.is(named + 1, "of") || named == next && self.tag(named + 1) == "CD";
            return (!goes_on).then_some(Piece { end: named + 1, day, edge, clock: None });
        }
        let inner = self
            .relative(next)
            .or_else(|| self.month_name(next))
            .or_else(|| self.decade(next))
            .or_else(|| self.year_number(next).and_then(|y| Piece::day(next + 1, DayForm::Year(y))))?;
        (inner.clock.is_none() && !matches!(inner.day, DayForm::Passed { .. } | DayForm::Duration(_)))
            .then_some(Piece { edge, ..inner })
    }
}
